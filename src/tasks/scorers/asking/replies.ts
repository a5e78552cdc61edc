import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { cacheFolder } from '../../../adapters/process/cache-folder.ts';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { writeAtomically } from '../../../results/store/atomic-file.ts';
import { makeDirectory, onDisk } from '../../../results/store/disk-faults.ts';
import { sha256Hex } from '../scorer.ts';
import type { Reply } from './request.ts';

type Said = Extract<Reply, { readonly text: string }>;

const said = z.object({ text: z.string(), shares: z.array(z.number()).nullable() });

/**
 * What a model replied, kept by the digest of who it is and what it was asked: an evaluation that goes on, and the same answer of
 * another checkpoint, pay for no reply twice.
 */
export class KeptReplies {
  readonly #model: string;

  /** @param model everything that tells this model from another */
  constructor(model: string) {
    this.#model = model;
  }

  /** Null where it was never asked, or what is kept is damaged. */
  async find(request: unknown): Promise<Said | null> {
    const { file, digest } = this.#placeOf(request);
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) return null;
    const [first = '', ...rest] = text.split('\n');
    const reply = rest.join('\n');
    return first === sealOf(digest, reply) ? said.parse(JSON.parse(reply)) : null;
  }

  async keep(request: unknown, said: Said): Promise<void> {
    const { file, digest } = this.#placeOf(request);
    const reply = JSON.stringify(said);
    await makeDirectory(dirname(file));
    await onDisk(file, () => writeAtomically(file, `${sealOf(digest, reply)}\n${reply}`));
  }

  #placeOf(request: unknown): { readonly file: string; readonly digest: string } {
    const digest = sha256Hex(canonicalJson([this.#model, request]));
    const file = join(cacheFolder(process.env), 'judged', digest.slice(0, 2), digest.slice(2));
    return { file, digest };
  }
}

/** A file that was cut, or written for another question, does not fit it. */
const sealOf = (digest: string, reply: string): string => sha256Hex(`${digest}\n${reply}`);
