import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { believedFolder } from '../../adapters/process/cache-folder.ts';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import { writeAtomically } from '../../results/store/atomic-file.ts';
import { makeDirectory, onDisk } from '../../results/store/disk-faults.ts';
import { sha256Hex } from './scorer.ts';

/**
 * What a service said, kept by the digest of who it is and what it was asked: an evaluation that goes on, and the same answer of another
 * checkpoint, pay for nothing twice. What is found is believed: a seal tells damage, and anybody can make one.
 */
export class KeptTexts {
  readonly #folder: string;
  readonly #service: string;

  /**
   * @param folder of the cache
   * @param service everything that tells this service from another
   */
  constructor(folder: string, service: string) {
    this.#folder = folder;
    this.#service = service;
  }

  /** Null where it was never asked, or what is kept is damaged. */
  async find(request: unknown): Promise<string | null> {
    const { file, digest } = this.#placeOf(request);
    const kept = await readFile(file, 'utf8').catch(() => null);
    if (kept === null) return null;
    const [first = '', ...rest] = kept.split('\n');
    const text = rest.join('\n');
    return first === sealOf(digest, text) ? text : null;
  }

  async keep(request: unknown, text: string): Promise<void> {
    const { file, digest } = this.#placeOf(request);
    await makeDirectory(dirname(file));
    await onDisk(file, () => writeAtomically(file, `${sealOf(digest, text)}\n${text}`));
  }

  #placeOf(request: unknown): { readonly file: string; readonly digest: string } {
    const digest = sha256Hex(canonicalJson([this.#service, request]));
    const file = join(believedFolder(process.env, this.#folder), digest.slice(0, 2), digest.slice(2));
    return { file, digest };
  }
}

/** A file that was cut, or written for another question, does not fit it. */
const sealOf = (digest: string, text: string): string => sha256Hex(`${digest}\n${text}`);
