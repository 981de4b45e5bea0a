declare module 'virtual:messages' {
  const catalogues: Record<string, Record<string, { readonly message: string }>>;
  export default catalogues;
}
