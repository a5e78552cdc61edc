import { readdir, readFile, stat } from 'node:fs/promises';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { pathMeant } from '../../results/store/disk-faults.ts';
import { packingOf, TooLarge } from './unpack.ts';

/** Largest dataset, after decompression: rows are held in memory, and V8 strings end at 512 MiB. */
export const MAX_DATASET_BYTES = 256 * 1024 * 1024;

const LFS_POINTER = 'version https://git-lfs';

/**
 * The content of a file, unpacked if it is gzip or Zstandard (whatever its name).
 *
 * @throws WeighbridgeError `data` when it is missing, too large or damaged
 */
export async function readDatasetBytes(file: string, maxBytes = MAX_DATASET_BYTES): Promise<Buffer> {
  const bytes = await readBytes(file, maxBytes);
  if (bytes.subarray(0, LFS_POINTER.length).toString('latin1') === LFS_POINTER) {
    throw new WeighbridgeError('data', 'this is a Git LFS pointer, which stands for the file', {
      at: { file },
      fix: 'fetch the file: `git lfs pull`, or `lfs: true` of actions/checkout',
    });
  }
  return unpack(bytes, file, maxBytes);
}

/**
 * UTF-8 text without a byte order mark.
 *
 * @throws WeighbridgeError `data`
 */
export function decodeText(bytes: Buffer, file: string): string {
  try {
    // TextDecoder drops a leading byte order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new WeighbridgeError('data', 'the file is not UTF-8 text', {
      at: { file, line: lineOfBadByte(bytes) },
      fix: 'save it as UTF-8',
      cause,
    });
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'reading is not permitted',
};

async function readBytes(file: string, maxBytes: number): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > maxBytes) throw tooLarge(file, maxBytes);
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof WeighbridgeError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code;
    const message = UNREADABLE[code ?? ''] ?? `cannot be read (${code})`;
    const meant =
      code === 'EISDIR' ? await filesIn(file) : pathMeant(file, 'hf:org/name@<full commit>#split');
    const fix = `${meant}name a file that can be read; paths are relative to the config`;
    throw new WeighbridgeError('data', message, { at: { file }, cause, fix });
  }
}

async function filesIn(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  return names.length === 0 ? '' : `it holds ${names.slice(0, 5).join(', ')}: `;
}

async function unpack(bytes: Buffer, file: string, maxBytes: number): Promise<Buffer> {
  const packing = packingOf(bytes);
  if (packing === null) return bytes;
  try {
    return await packing.inflate(bytes, maxBytes);
  } catch (cause) {
    if (cause instanceof TooLarge) throw tooLarge(file, maxBytes);
    throw new WeighbridgeError('data', `damaged ${packing.name} data (${messageOf(cause)})`, {
      fix: 'copy the file again, or pack it again',
      at: { file },
      cause,
    });
  }
}

function tooLarge(file: string, maxBytes: number): WeighbridgeError {
  const mebibytes = Math.round(maxBytes / 1024 / 1024);
  return new WeighbridgeError('data', `larger than ${mebibytes} MiB of text`, {
    at: { file },
    fix: 'split the dataset into several tasks',
  });
}

/** Lines are cut at bytes 0x0a, which never occur inside a UTF-8 sequence, so each line can be judged alone. */
function lineOfBadByte(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}
