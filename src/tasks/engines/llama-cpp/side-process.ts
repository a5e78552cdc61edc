import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { digestFiles } from '../../checkpoints/digest.ts';
import { watchFiles } from '../../checkpoints/unchanged.ts';
import { findWeights } from './checkpoint-file.ts';
import { EngineProcess } from './connection.ts';
import { findEnginePackage } from './engine-package.ts';
import { installEngine } from './install.ts';
import type { CallName, Calls } from './protocol.ts';

/** A GGUF file beside the checkpoint that is evaluated, in an engine process of its own on the CPU. */
export interface SideProcess {
  /** Absolute; the engine opens the first, which names the others. */
  readonly weights: readonly [string, ...string[]];
  /** What its answers depend on: digest of the weights, and engine. */
  readonly inputs: readonly string[];
  /**
   * Starts the engine and loads the model where it does not run, and again after it failed.
   * @throws WeighbridgeError `checkpoint`, `engine`; EngineDied
   */
  call<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    signal: AbortSignal,
  ): Promise<Calls[Name]['answer']>;
  close(): Promise<void>;
}

/** Loads the model in an engine that has started. */
type Load = (
  child: EngineProcess,
  library: { readonly url: string; readonly version: string },
  model: string,
) => Promise<unknown>;

/**
 * Looks at the files without loading them.
 * @throws WeighbridgeError `checkpoint` for what is no GGUF file
 */
export async function findSideProcess(path: string, load: Load): Promise<SideProcess> {
  const [first = path, ...others] = await findWeights(resolve(path));
  const weights = [first, ...others] as const;
  const assertUnchanged = await watchFiles(weights);
  const named = weights.map((file) => ({ name: basename(file), path: file }));
  const digest = await digestFiles(named, {});
  const engine = findEnginePackage();
  let running: Promise<EngineProcess> | null = null;
  const start = async (signal: AbortSignal): Promise<EngineProcess> => {
    if (!existsSync(engine.entry)) {
      throw new WeighbridgeError('engine', `${engine.entry} is not there`, {
        fix: 'build it: `npm run build`',
      });
    }
    const status = () => undefined;
    const library = await installEngine(engine, { environment: process.env, status, signal });
    const child = new EngineProcess(engine.entry, childEnvironment(process.env, ['base']), signal);
    try {
      await load(child, { url: library, version: engine.version }, first);
      // What is loaded and what was digested have to be the same bytes.
      await assertUnchanged();
      return child;
    } catch (error) {
      await child.close();
      throw error;
    }
  };
  const close = async (): Promise<void> => {
    const before = running;
    running = null;
    await (await before?.catch(() => null))?.close();
  };
  return {
    weights,
    inputs: [digest, `node-llama-cpp ${engine.version}`],
    async call(name, request, signal) {
      running ??= start(signal);
      try {
        return await (await running).call(name, request);
      } catch (error) {
        await close();
        throw error;
      }
    },
    close,
  };
}
