import { onTestFinished, vi } from 'vitest';
import { describeModel } from '../../src/core/domain/model.ts';
import type { LoadedModel } from '../../src/tasks/engines/engine.ts';
import { ENGINES } from '../../src/tasks/engines/registry.ts';
import { type BigramOptions, bigramModel } from './bigram-model.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * Puts an engine in the place of llama.cpp for one test. Every path is a checkpoint of its own: a model that has read what
 * `corpora` has under the name of its file.
 * @returns the names of the files that were loaded, as they are
 */
export function useBigramEngine(corpora: Readonly<Record<string, BigramOptions>> = {}): readonly string[] {
  const loaded: string[] = [];
  // How fast it is, is nothing for the estimates of whoever runs the tests.
  const cache = process.env.WEIGHBRIDGE_CACHE;
  process.env.WEIGHBRIDGE_CACHE = cache ?? temporaryFolder();
  const open = async (
    source: Parameters<typeof describeModel>[0],
    options: { readonly context_size?: number | undefined } = {},
  ): Promise<LoadedModel> => {
    const name = describeModel(source).split('/').at(-1) ?? '';
    loaded.push(name);
    const { context_size: asked } = options;
    return bigramModel({
      ...{ digest: `sha256:${name}`, ...corpora[name] },
      ...(asked === undefined ? {} : { contextSize: asked }),
    });
  };
  const spy = vi.spyOn(ENGINES['llama.cpp'], 'load').mockResolvedValue({ open });
  onTestFinished(() => {
    spy.mockRestore();
    if (cache === undefined) delete process.env.WEIGHBRIDGE_CACHE;
  });
  return loaded;
}
