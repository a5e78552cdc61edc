import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { inflateZstd } from '../../results/zstd.ts';

/** A limit that everything taken so far counts against. */
export class MostBytes {
  readonly #most: number;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws TooLarge */
  take(bytes: number): void {
    this.#taken += bytes;
    if (!(this.#taken <= this.#most)) throw new TooLarge(this.#most);
  }
}

export class TooLarge extends Error {
  override readonly name = 'TooLarge';

  constructor(most: number, options?: ErrorOptions) {
    const mebibytes = most / 1024 ** 2;
    super(`larger than ${mebibytes < 1 ? `${most} bytes` : `${Math.round(mebibytes)} MiB`}`, options);
  }
}

const inflateGzip = promisify(gunzip);

/** How a file is packed, by its first bytes whatever its name: one row adds a packing. */
const PACKINGS: readonly {
  readonly name: string;
  readonly magic: readonly number[];
  readonly inflate: (bytes: Buffer, maxBytes: number) => Promise<Buffer>;
}[] = [
  {
    name: 'gzip',
    magic: [0x1f, 0x8b],
    async inflate(bytes, maxBytes) {
      try {
        return await inflateGzip(bytes, { maxOutputLength: maxBytes });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw error;
        throw new TooLarge(maxBytes, { cause: error });
      }
    },
  },
  {
    name: 'Zstandard',
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    async inflate(bytes, maxBytes) {
      const most = new MostBytes(maxBytes);
      return inflateZstd(bytes, (part) => most.take(part));
    },
  },
];

/** The packing of bytes; null for plain ones. */
export const packingOf = (bytes: Uint8Array) =>
  PACKINGS.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte)) ?? null;
