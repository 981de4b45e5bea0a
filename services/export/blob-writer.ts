/** Text or bytes become a blob once they are this long, which the browser can keep outside of our memory. */
const PART = 1_000_000;

interface BlobWriter {
  readonly write: (bit: string | Uint8Array<ArrayBuffer>) => void;
  readonly end: () => Blob;
}

/** Collects text (as UTF-8) or bytes as a blob. */
export function blobWriter(mime: string): BlobWriter {
  const parts: Blob[] = [];
  let bits: (string | Uint8Array<ArrayBuffer>)[] = [];
  let length = 0;
  const flush = () => {
    parts.push(new Blob(bits));
    bits = [];
    length = 0;
  };
  return {
    write(bit) {
      bits.push(bit);
      length += bit.length;
      if (length >= PART) flush();
    },
    end() {
      flush();
      return new Blob(parts, { type: mime });
    },
  };
}
