import { open } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf } from '../../core/domain/errors.ts';
import { checkpointFault } from './files.ts';

export interface TensorFacts {
  readonly name: string;
  /** Where its numbers lie in the file. */
  readonly start: number;
  readonly end: number;
  readonly dtype: string;
  readonly parameters: number;
}

/** The reference reader refuses a longer one (safetensors, `MAX_HEADER_SIZE`). */
const LONGEST_HEADER = 100_000_000;
const LENGTH_BYTES = 8;

const tensor = z.strictObject({
  dtype: z.string().max(20),
  shape: z.array(z.int().min(0)),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});
const header = z.record(z.string(), z.unknown());

/**
 * Type and size of every tensor of a safetensors file, from its header: eight bytes of length, then so much JSON.
 * `@huggingface/hub` reads headers too, but only of repositories on a hub.
 * @throws WeighbridgeError `checkpoint` when the header is none, or the file ends before its last tensor
 */
export async function readSafetensors(path: string): Promise<readonly TensorFacts[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = await file.read(Buffer.alloc(LENGTH_BYTES), 0, LENGTH_BYTES, 0);
    if (length.bytesRead < LENGTH_BYTES) throw new Error('the file is too short');
    const bytes = Number(length.buffer.readBigUInt64LE());
    if (bytes > Math.min(LONGEST_HEADER, size - LENGTH_BYTES)) throw new Error('its length is not possible');
    const text = await file.read(Buffer.alloc(bytes), 0, bytes, LENGTH_BYTES);
    const { __metadata__: _, ...tensors } = header.parse(JSON.parse(text.buffer.toString('utf8')));
    const parsed = z.record(z.string(), tensor).parse(tensors);
    const end = Math.max(0, ...Object.values(parsed).map(({ data_offsets }) => data_offsets[1]));
    if (LENGTH_BYTES + bytes + end > size) throw new Error('the file ends before its last tensor');
    return Object.entries(parsed).map(
      ([
        name,
        {
          dtype,
          shape,
          data_offsets: [from, to],
        },
      ]) => ({
        ...{ name, dtype, start: LENGTH_BYTES + bytes + from, end: LENGTH_BYTES + bytes + to },
        parameters: shape.reduce((product, dimension) => product * dimension, 1),
      }),
    );
  } catch (cause) {
    throw checkpointFault(
      path,
      `has no readable safetensors header (${messageOf(cause)})`,
      'check the step that wrote or downloaded it; a Git LFS pointer needs `git lfs pull`',
      cause,
    );
  } finally {
    await file.close();
  }
}
