import { open } from 'node:fs/promises';
import { extname } from 'node:path';

/** Extensions that only pickles have, and names that loaders hand to `torch.load` whatever is in them. */
const EXTENSIONS = new Set(['.pt', '.pth', '.ckpt', '.pkl', '.pickle']);
const NAMES = /(?:^|\/)(?:pytorch_model|adapter_model)[^/]*\.bin$/;

/** The names of a ZIP stand in its local headers and again in the directory at its end (APPNOTE 4.3). */
const ZIP_EDGE_BYTES = 256 * 1024;
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const PICKLE_ENTRY = /\.(?:pkl|pickle)(?![A-Za-z0-9])/;

/** Protocol 2 and later begin with the opcode PROTO and its number. */
export function isBarePickle(head: Buffer): boolean {
  const [opcode, protocol = 0] = head;
  return opcode === 0x80 && protocol >= 2 && protocol <= 5;
}

export const isZip = (head: Buffer): boolean => head.subarray(0, 4).equals(ZIP);

/**
 * Whether loading a file could run code that is in it. Judged by content, so that a new name hides nothing; where a
 * loader would unpickle by the name alone, by the name too. Nothing of it is loaded.
 * @param name of the file in its folder
 */
export async function isPickle(path: string, name: string): Promise<boolean> {
  if (EXTENSIONS.has(extname(name).toLowerCase()) || NAMES.test(name)) return true;
  const file = await open(path);
  try {
    const head = await readAt(0, 4);
    if (isBarePickle(head)) return true;
    if (!isZip(head)) return false;
    const { size } = await file.stat();
    const edges = [
      await readAt(0, ZIP_EDGE_BYTES),
      await readAt(Math.max(0, size - ZIP_EDGE_BYTES), ZIP_EDGE_BYTES),
    ];
    return edges.some((bytes) => PICKLE_ENTRY.test(bytes.toString('latin1')));
  } finally {
    await file.close();
  }

  async function readAt(position: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  }
}
