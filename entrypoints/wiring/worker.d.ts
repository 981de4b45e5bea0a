/** See `workers` in wxt.config.ts. */
declare module '*.worker?start' {
  const start: () => Worker;
  export default start;
}
