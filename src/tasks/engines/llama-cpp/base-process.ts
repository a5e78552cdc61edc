import { realpath } from 'node:fs/promises';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { watchFiles } from '../../checkpoints/unchanged.ts';
import type { Handover, Leftover } from '../handover.ts';
import type { EngineProcess } from './connection.ts';
import type { LoadRequest } from './protocol.ts';

/** What decides whether one process can serve a model after another. */
export interface Wanted extends Pick<LoadRequest, 'library' | 'threads' | 'gpu' | 'onGpu' | 'adapter'> {
  /** Every file of the base; the first names the others. */
  readonly weights: readonly string[];
  /** Ends the process. */
  readonly signal: AbortSignal;
}

/** An engine's process, which has the weights of one base and serves models that are made of it, one after another. */
export class BaseProcess implements Leftover {
  readonly child: EngineProcess;
  readonly #key: string;
  readonly #signal: AbortSignal;
  readonly #assertUnchanged: () => Promise<void>;
  /** Paths by which the library would know an adapter again, whatever became of the file. */
  readonly #adapters = new Set<string>();

  private constructor(
    child: EngineProcess,
    key: string,
    signal: AbortSignal,
    assertUnchanged: () => Promise<void>,
  ) {
    this.child = child;
    this.#key = key;
    this.#signal = signal;
    this.#assertUnchanged = assertUnchanged;
  }

  /** What was handed over, where it is of the same base, and else a new one, which is started when the other has ended. */
  static async of(handover: Handover | undefined, wanted: Wanted, start: () => EngineProcess) {
    const { adapter, signal, weights, library, threads, gpu, onGpu } = wanted;
    const paths = await Promise.all(weights.map((path) => realpath(path)));
    const key = canonicalJson([paths, library, threads, gpu, onGpu]);
    const left = handover?.take() ?? null;
    const isSame = left instanceof BaseProcess && (await left.#serves(key, wanted));
    if (!isSame) await left?.close();
    const base = isSame ? left : new BaseProcess(start(), key, signal, await watchFiles(paths));
    if (adapter !== null) base.#adapters.add(adapter);
    return { base, isLoaded: isSame };
  }

  async #serves(key: string, { signal, adapter }: Wanted): Promise<boolean> {
    if (key !== this.#key || signal !== this.#signal || !this.child.isIdle) return false;
    if (adapter !== null && this.#adapters.has(adapter)) return false;
    return this.#assertUnchanged().then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    return this.child.close();
  }
}
