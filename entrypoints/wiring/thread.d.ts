/** See `threads` in wxt.config.ts. */
declare module '*?thread' {
  const start: () => Worker;
  export default start;
}
