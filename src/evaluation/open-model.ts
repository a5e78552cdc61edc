import { resolve } from 'node:path';
import { digestCheckpoint } from '../checkpoints/digest.ts';
import { isHarness, type ResolvedConfig } from '../config/resolved.ts';
import { describeModel, type ModelSource, mapPaths } from '../domain/model.ts';
import type { LoadedModel } from '../engines/engine.ts';
import { ENGINES } from '../engines/registry.ts';
import type { Plan } from '../plan/plan.ts';
import { forEngine } from '../sides/sources.ts';
import type { Log } from './evaluate.ts';

/**
 * Loads a checkpoint into the config's engine.
 * @param template asked through in place of the model's own
 */
export async function openModel(
  { engine: settings, directory, tasks }: ResolvedConfig,
  source: ModelSource,
  log: Log,
  aborted: AbortSignal,
  template?: LoadedModel['chatTemplate'],
): Promise<LoadedModel> {
  const engine = await ENGINES[settings.type].load();
  const events = { status: (line: string) => log.info(line) };
  const files = mapPaths(source, (path) => resolve(directory, path));
  const model = await engine.open(await forEngine(files), settings, events, aborted);
  // What a harness evaluates of the same folder is the same checkpoint.
  const isShared = files.kind === 'folder' && tasks.some(isHarness);
  const { digest } = isShared
    ? (await digestCheckpoint(files, { signal: aborted })).identity
    : model.identity;
  // A verdict must not depend on where the checkout lies.
  const identity = { ...model.identity, digest, source: describeModel(source) };
  return { ...model, identity, ...(template === undefined ? {} : { chatTemplate: template }) };
}

/**
 * The candidate's chat template where its change is declared: the baseline is asked with it as well. Undefined where the
 * baseline keeps its own.
 */
export async function candidateTemplate(
  config: ResolvedConfig,
  tasks: Plan['tasks'],
  log: Log,
  signal: AbortSignal,
): Promise<LoadedModel['chatTemplate'] | undefined> {
  const applies = tasks.some(
    ({ config: { options } }) => options.type !== 'perplexity' && options.apply_chat_template,
  );
  const { candidate } = config;
  if (!config.acceptChange.includes('chat_template') || !applies || candidate === null) return undefined;
  if (candidate.kind === 'results') return undefined;
  const model = await openModel(config, candidate, log, signal);
  await model.close();
  log.info("baseline: asked with the candidate's chat template, a declared change");
  return model.chatTemplate;
}
