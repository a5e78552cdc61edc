import { readFile, stat } from 'node:fs/promises';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { Samples } from '../core/domain/sample.ts';
import { pathMeant } from '../results/store/disk-faults.ts';
import type { StoredRun } from '../results/store/reader.ts';
import { openResults } from './declared-tasks.ts';
import type { DeclaredTask } from './metric-name.ts';
import { asFound } from './models.ts';
import type { Overrides } from './overrides.ts';
import { type ResolveRequest, resolveConfig } from './resolve.ts';
import type { ResolvedConfig } from './resolved.ts';
import { MAX_CONFIG_SIZE, tooLarge } from './yaml.ts';

/** A config that a command reads once, with the overrides in force. */
export interface LoadedConfig {
  readonly config: ResolvedConfig;
  readonly overrides: Overrides;
  /**
   * The config once tasks of a harness have run: what gates say of them is checked against their results. Tasks without
   * results stay open.
   * @param config as loaded, but for the baseline that was found
   * @throws IssueList `config` for a gate on a metric that is not there
   */
  readonly withResults: (config: ResolvedConfig, runs: readonly StoredRun<Samples>[]) => ResolvedConfig;
}

/** @throws WeighbridgeError `config` when it cannot be read, IssueList with every fault that is in it */
export async function readConfig(file: string, overrides: Overrides): Promise<LoadedConfig> {
  const text = await readConfigText(file);
  const resolve = (results: readonly DeclaredTask[] = []) =>
    withFolders(resolveConfig({ text, file, overrides, results }));
  return {
    config: resolve(),
    overrides,
    withResults: (config, runs) => {
      const results = openResults(config, runs);
      // Which baseline was found is no matter of the file.
      return results.length === 0 ? config : { ...resolve(results), baseline: config.baseline };
    },
  };
}

/**
 * Reads and resolves a config file.
 * @throws WeighbridgeError `config` when it cannot be read, IssueList with every fault that is in it
 */
export async function loadConfig(
  file: string,
  request: Omit<ResolveRequest, 'text' | 'file'> = {},
): Promise<ResolvedConfig> {
  return withFolders(resolveConfig({ ...request, text: await readConfigText(file), file }));
}

/** What only files tell: which paths are folders of a checkpoint. */
function withFolders(config: ResolvedConfig): ResolvedConfig {
  const { candidate, baseline, baselines, anchor, reference, directory } = config;
  return {
    ...config,
    candidate: asFound(candidate, directory),
    baseline: asFound(baseline, directory),
    baselines: {
      ...baselines,
      sources: baselines.sources.map((source) =>
        source.from === 'path' ? { ...source, model: asFound(source.model, directory) } : source,
      ),
    },
    anchor: asFound(anchor, directory),
    reference: asFound(reference, directory),
  };
}

/** @throws WeighbridgeError `config` when the file is absent, too large, or not UTF-8 */
async function readConfigText(file: string): Promise<string> {
  const bytes = await readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new WeighbridgeError('config', 'the file is not UTF-8 text', {
      at: { file },
      fix: 'save it as UTF-8',
      cause,
    });
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'reading is not permitted',
};

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MAX_CONFIG_SIZE) throw tooLarge(file);
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof WeighbridgeError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new WeighbridgeError('config', UNREADABLE[code ?? ''] ?? `the file cannot be read (${code})`, {
      at: { file },
      fix: `${pathMeant(file)}name the config with --config (in a workflow: the input config), or write one with \`weighbridge init\``,
      cause,
    });
  }
}
