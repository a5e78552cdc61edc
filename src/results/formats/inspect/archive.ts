import { inflateRawSync } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { atMost, inflateZstd } from '../../zstd.ts';
import { MAX_FILE_BYTES } from '../files.ts';

/** One member holds one sample with all its events; a larger one is no sample but a bomb. */
const MOST_BYTES = MAX_FILE_BYTES;

const MOST_ENTRIES = 2_000_000;

const STORED = 0;
const DEFLATE = 8;
/** What Inspect writes since 0.3.206; zlib of Node 20 does not know it. */
const ZSTD = 93;

/** Members of a ZIP archive by name; of two with one name the later counts. Nothing of it is ever written to a disk. */
export class Archive {
  readonly file: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.file = file;
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws WeighbridgeError `data` for what is no whole archive */
  static async open(file: string): Promise<Archive> {
    return guarded(file, async () => {
      const zip = await openPromise(file, { autoClose: false });
      try {
        if (zip.entryCount > MOST_ENTRIES) throw new Error(`${zip.entryCount} members`);
        const entries = new Map<string, Entry>();
        for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
        return new Archive(file, zip, entries);
      } catch (error) {
        zip.close();
        throw error;
      }
    });
  }

  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** @throws WeighbridgeError `data` for a member that is not there, cannot be unpacked, or is too large */
  async text(name: string): Promise<string> {
    const entry = this.#entries.get(name);
    if (entry === undefined) {
      throw new WeighbridgeError('data', `the archive has no ${name}`, { at: { file: this.file } });
    }
    return guarded(`${this.file}: ${name}`, async () => {
      if (Math.max(entry.uncompressedSize, entry.compressedSize) > MOST_BYTES) {
        throw new Error(`larger than ${MOST_BYTES / 1024 / 1024} MiB`);
      }
      const parts: Buffer[] = [];
      const stream = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false });
      for await (const part of stream) parts.push(part as Buffer);
      const bytes = unpack(Buffer.concat(parts), entry);
      if (bytes.length !== entry.uncompressedSize) throw new Error('not of the size that the archive says');
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    });
  }

  close(): void {
    this.#zip.close();
  }
}

function unpack(bytes: Buffer, { compressionMethod, uncompressedSize }: Entry): Uint8Array {
  switch (compressionMethod) {
    case STORED:
      return bytes;
    case DEFLATE:
      return inflateRawSync(bytes, { maxOutputLength: Math.max(1, uncompressedSize) });
    case ZSTD:
      return inflateZstd(bytes, atMost(uncompressedSize, 'larger than the archive says'));
    default:
      throw new Error(`compressed by method ${compressionMethod}, which is not known`);
  }
}

async function guarded<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof WeighbridgeError) throw cause;
    throw new WeighbridgeError('data', `cannot be unpacked: ${messageOf(cause)}`, {
      at: { file: what },
      fix: 'evaluate again, or copy the log again: it is torn or not what it should be',
      cause,
    });
  }
}
