import { readFile, stat } from 'node:fs/promises';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { asFound } from './models.ts';
import { type ResolveRequest, resolveConfig } from './resolve.ts';
import type { ResolvedConfig } from './resolved.ts';
import { MAX_CONFIG_SIZE, tooLarge } from './yaml.ts';

/**
 * Reads and resolves a config file.
 * @throws WeighbridgeError `config` when it cannot be read, IssueList with every fault that is in it
 */
export async function loadConfig(
  file: string,
  request: Omit<ResolveRequest, 'text' | 'file'> = {},
): Promise<ResolvedConfig> {
  const config = resolveConfig({ ...request, text: await readConfigText(file), file });
  const { candidate, baseline, baselines, anchor, directory } = config;
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
      fix: 'name the config with --config (in a workflow: the input config), or write one with `weighbridge init`',
      cause,
    });
  }
}
