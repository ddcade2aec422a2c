// What the other stages may use of the register.
export { registerJsonSchema } from './json-schema.ts';
export { loadRegister } from './load.ts';
