// What Vite puts into the page besides code.
declare module '*?raw' {
  const text: string;
  export { text as default };
}

/** What the reporters that the page shares use where there is Node; the page never calls it. */
declare const Buffer: { concat(parts: readonly Uint8Array[]): Uint8Array };
