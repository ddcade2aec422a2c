// What Vite puts into the page besides code.
declare module '*?raw' {
  const text: string;
  export { text as default };
}
