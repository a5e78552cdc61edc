import { resolve } from 'node:path';
import { requireSide } from './config/models.ts';
import type { ResolvedConfig } from './config/resolved.ts';
import { IssueList, WeighbridgeError } from './domain/errors.ts';
import { type ModelSource, mapPaths } from './domain/model.ts';
import type { GatedSide } from './domain/run.ts';
import type { Engine } from './engines/engine.ts';
import { ENGINES } from './engines/registry.ts';
import { findImporter } from './importers/registry.ts';
import { holdsRuns } from './store/results.ts';

/**
 * Looks at what every side names before the first model is loaded: nobody should wait for the baseline's evaluation to
 * learn that the candidate is not there.
 * @throws WeighbridgeError `checkpoint` for what is no checkpoint and no results, `config` for a side that is not named
 */
export async function requireSources(config: ResolvedConfig, sides: readonly GatedSide[]): Promise<void> {
  const issues: WeighbridgeError[] = [];
  for (const side of sides) {
    const issue = await sourceIssue(config, side);
    if (issue !== null) issues.push(issue);
  }
  const [first, ...others] = issues;
  if (first !== undefined) throw others.length === 0 ? first : new IssueList(first.kind, issues);
}

/** Why the side cannot be evaluated, as far as files tell without a model being loaded; null when nothing is known. */
export async function sourceIssue(config: ResolvedConfig, side: GatedSide): Promise<WeighbridgeError | null> {
  try {
    const source = mapPaths(requireSide(config, side), (path) => resolve(config.directory, path));
    await checkSource(config, source, side);
    return null;
  } catch (error) {
    if (error instanceof WeighbridgeError) return error;
    throw error;
  }
}

/**
 * The same for one source, its paths resolved.
 * @throws WeighbridgeError `checkpoint` for what is no checkpoint and no results
 */
export async function checkSource(
  { engine }: Pick<ResolvedConfig, 'engine'>,
  source: ModelSource,
  side: GatedSide,
): Promise<void> {
  await inspect(source, side, await ENGINES[engine.type].load());
}

async function inspect(
  source: ModelSource,
  side: GatedSide,
  engine: Pick<Engine<never>, 'inspect'>,
): Promise<void> {
  if (source.kind !== 'results') return engine.inspect?.(source);
  if ((await holdsRuns(source.path, side)) || (await findImporter(source.path)) !== null) return;
  // No results: what else it is, a folder of Hugging Face's for one, the engine can tell.
  await engine.inspect?.({ kind: 'file', path: source.path });
  throw new WeighbridgeError(
    'checkpoint',
    'this is neither a checkpoint by its name nor results of an earlier run',
    {
      at: { file: source.path },
      fix: 'name a .gguf file, or a folder that `weighbridge evaluate` wrote',
    },
  );
}
