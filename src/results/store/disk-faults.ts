import { WeighbridgeError } from '../../core/domain/errors.ts';

const DISK_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'writing is not permitted',
  EIO: 'the disk failed',
  EEXIST: 'a file stands where a folder must be',
  ENOTDIR: 'a file stands where a folder must be',
};

/** What the machine has to say, in words; null where the error is another. */
export function diskFault(cause: unknown): string | null {
  return DISK_FAULTS[(cause as NodeJS.ErrnoException).code ?? ''] ?? null;
}

/**
 * Names what the machine has to say in one clear error; anything else passes through.
 *
 * @throws WeighbridgeError `engine`
 */
export async function onDisk<T>(folder: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    const fault = diskFault(cause);
    if (fault === null) throw cause;
    throw new WeighbridgeError('engine', `${fault}; stored samples are kept`, {
      at: { file: folder },
      fix: 'make room there, or choose another output folder, and run again: it goes on where it stopped',
      cause,
    });
  }
}
