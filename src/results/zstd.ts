import { Decompress } from 'fzstd';

/**
 * Unpacks Zstandard by its stream, as zlib of Node 20 knows none and the other function of the library fails on several frames, which
 * large members of archives have.
 * @param count is told of every piece before the next is unpacked, and throws where they are too many bytes
 */
export function inflateZstd(bytes: Uint8Array, count: (bytes: number) => void): Buffer {
  const parts: Uint8Array[] = [];
  const stream = new Decompress((part) => {
    count(part.length);
    parts.push(part);
  });
  stream.push(bytes, true);
  return Buffer.concat(parts);
}

/** Counts up to a size. @throws Error beyond it */
export function atMost(size: number, what: string): (bytes: number) => void {
  let left = size;
  return (bytes) => {
    left -= bytes;
    if (!(left >= 0)) throw new Error(what);
  };
}
