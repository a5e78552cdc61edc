import { readFile } from 'node:fs/promises';
import { messageOf } from '../../core/domain/errors.ts';
import { checkpointFault } from './files.ts';

/** Null where there is no such file. */
export async function textIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) return null;
    throw checkpointFault(path, `cannot be read (${messageOf(cause)})`, 'check what lies there', cause);
  }
}

/** @param text what the file holds, where it has been read */
export async function jsonOfFile(path: string, text?: string): Promise<unknown> {
  try {
    return JSON.parse(text ?? (await readFile(path, 'utf8')));
  } catch (cause) {
    throw checkpointFault(path, `is no JSON (${messageOf(cause)})`, 'save it again', cause);
  }
}
