import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../../adapters/process/cache-folder.ts';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { writeAtomically } from '../../../results/store/atomic-file.ts';
import { makeDirectory, onDisk } from '../../../results/store/disk-faults.ts';
import { sha256Hex } from '../scorer.ts';

/**
 * What a judge replied, kept by the digest of who it is and what it was asked: an evaluation that goes on, and the same answer of
 * another checkpoint, pay for no reply twice.
 */
export class KeptReplies {
  readonly #judge: string;

  /** @param judge everything that tells this judge from another */
  constructor(judge: string) {
    this.#judge = judge;
  }

  /** Null where it was never asked, or what is kept is damaged. */
  async find(request: unknown): Promise<string | null> {
    const { file, digest } = this.#placeOf(request);
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) return null;
    const [first = '', ...rest] = text.split('\n');
    const reply = rest.join('\n');
    return first === sealOf(digest, reply) ? reply : null;
  }

  async keep(request: unknown, reply: string): Promise<void> {
    const { file, digest } = this.#placeOf(request);
    await makeDirectory(dirname(file));
    await onDisk(file, () => writeAtomically(file, `${sealOf(digest, reply)}\n${reply}`));
  }

  #placeOf(request: unknown): { readonly file: string; readonly digest: string } {
    const digest = sha256Hex(canonicalJson([this.#judge, request]));
    const file = join(cacheFolder(process.env), 'judged', digest.slice(0, 2), digest.slice(2));
    return { file, digest };
  }
}

/** A file that was cut, or written for another question, does not fit it. */
const sealOf = (digest: string, reply: string): string => sha256Hex(`${digest}\n${reply}`);
