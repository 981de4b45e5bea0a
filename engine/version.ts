/**
 * Version of the engine, stored with every annotation. Raise it whenever the code or the weights change what
 * is found: untouched records are then analysed anew at the next visit. A test ties it to the weights' bytes.
 */
export const ENGINE_VERSION = '1.10.0';
