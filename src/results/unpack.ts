import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { messageOf, WeighbridgeError } from '../core/domain/errors.ts';
import { makeDirectory } from './store/disk-faults.ts';

/** What files may come to at most. */
export interface SizeLimits {
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
  readonly depth: number;
}

/** Of what a stranger may have packed; far above any real run. */
const UNPACK_LIMITS: SizeLimits = { files: 5_000, fileBytes: 2 ** 28, totalBytes: 2 ** 30, depth: 8 };

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
/** The official client uploads no such name; on Windows some lead elsewhere. */
const FORBIDDEN = /[":<>|*?\p{Cc}]/u;

/**
 * Unpacks files of a zip into a fresh folder. One hostile entry condemns the whole, wanted or not.
 * @param place where in the folder a file of this name goes, with slashes; null for what is not even to be written
 * @returns how many files were written
 * @throws WeighbridgeError `data` for a path that leads out, a link, a name that is there twice, or more than the limits allow:
 * what an entry says of its size is checked against what comes out of it
 */
export async function unpack(
  zip: string,
  folder: string,
  place: (name: string) => string | null,
  limits: SizeLimits = UNPACK_LIMITS,
): Promise<number> {
  try {
    const { openPromise } = await import('yauzl');
    const archive = await openPromise(zip, { lazyEntries: true, strictFileNames: true });
    let [files, written, total] = [0, 0, 0];
    for await (const entry of archive.eachEntry()) {
      const { fileName: name, uncompressedSize: size } = entry;
      const mode = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
      if (name.endsWith('/')) continue;
      if (mode !== 0 && mode !== REGULAR) throw hostile(name, 'is a link or a device');
      if (FORBIDDEN.test(name)) throw hostile(name, 'has a name that no artifact can have');
      if (name.split('/').length > limits.depth)
        throw hostile(name, `lies more than ${limits.depth} folders deep`);
      if (++files > limits.files) throw hostile('it', `holds more than ${limits.files} files`);
      if (size > limits.fileBytes) throw hostile(name, `unpacks to more than ${limits.fileBytes} bytes`);
      total += size;
      if (total > limits.totalBytes) throw hostile('it', `unpacks to more than ${limits.totalBytes} bytes`);
      const wanted = place(name);
      if (wanted === null) continue;
      const target = join(folder, ...wanted.split('/'));
      await makeDirectory(dirname(target));
      await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { flags: 'wx' }));
      written += 1;
    }
    return written;
  } catch (error) {
    if (error instanceof WeighbridgeError) throw error;
    throw hostile('it', `cannot be unpacked: ${messageOf(error)}`);
  }
}

const hostile = (what: string, problem: string) =>
  new WeighbridgeError('data', `the artifact is refused: ${what} ${problem}`, {
    fix: 'let the evaluating job upload it with `phase: evaluate`, and nothing else',
  });
