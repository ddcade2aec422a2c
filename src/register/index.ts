// What the other stages may use of the register.
export { loadRegister } from './load.ts';
