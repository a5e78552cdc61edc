import { resolve } from 'node:path';
import type { EvaluationPlan } from '../../config/plan/plan.ts';
import { isHarness, isNative, type ResolvedConfig, type TaskConfig } from '../../config/resolved.ts';
import { metricsOfGate } from '../../core/domain/gate.ts';
import { describeModel, type ModelSource, mapPaths } from '../../core/domain/model.ts';
import type { RunRecord, Side } from '../../core/domain/run.ts';
import { timesFirstToken } from '../../core/metrics/usage.ts';
import { digestCheckpoint } from '../../tasks/checkpoints/digest.ts';
import type { DescribedModel, EngineEvents, LoadedModel } from '../../tasks/engines/engine.ts';
import type { Handover } from '../../tasks/engines/handover.ts';
import { loadEngine } from '../../tasks/engines/registry.ts';
import { engineRunner } from '../../tasks/runners/registry.ts';
import type { Log } from '../log.ts';
import { forEngine } from '../sides/sources.ts';

/**
 * Loads a checkpoint into the config's engine.
 * @param template asked through in place of the model's own
 */
async function openModel(
  config: ResolvedConfig,
  source: ModelSource,
  log: Log,
  aborted: AbortSignal,
  template?: LoadedModel['chatTemplate'],
  handover?: Handover,
): Promise<LoadedModel> {
  const { settings, engine, files } = await engineFor(config, source);
  const events: EngineEvents = {
    ...{ status: (line) => log.info(line), directory: resolve(config.taskDirectory) },
    ...(handover === undefined ? {} : { handover }),
    firstTokens: config.gates.flatMap(metricsOfGate).some(({ metric }) => timesFirstToken(metric)),
  };
  const model = await engine.open(files, settings, events, aborted);
  if (model.withoutLikelihoods !== undefined && config.tasks.some(asksLikelihoods)) {
    await model.close();
    throw model.withoutLikelihoods;
  }
  return { ...model, ...(await asEvaluated(config, source, model, aborted, template)) };
}

export const asksLikelihoods = (task: TaskConfig): boolean =>
  isNative(task) && engineRunner(task.runner).describe(task.options).asksLikelihoods;

/** What `openModel` would say of the checkpoint, without loading it; null where only loading tells. */
async function describeCheckpoint(
  config: ResolvedConfig,
  source: ModelSource,
  aborted: AbortSignal,
  template?: LoadedModel['chatTemplate'],
): Promise<DescribedModel | null> {
  const { settings, engine, files } = await engineFor(config, source);
  const described = (await engine.describe?.(files, settings, aborted)) ?? null;
  return described === null ? null : asEvaluated(config, source, described, aborted, template);
}

async function engineFor({ engine: settings, directory }: ResolvedConfig, source: ModelSource) {
  const engine = await loadEngine(settings);
  return { settings, engine, files: await forEngine(mapPaths(source, (path) => resolve(directory, path))) };
}

async function asEvaluated(
  { directory, tasks }: ResolvedConfig,
  source: ModelSource,
  { identity, fingerprint, contextSize, chatTemplate }: DescribedModel,
  aborted: AbortSignal,
  template: LoadedModel['chatTemplate'] = chatTemplate,
): Promise<DescribedModel> {
  const files = mapPaths(source, (path) => resolve(directory, path));
  // What a harness evaluates of the same folder is the same checkpoint.
  const isShared = files.kind === 'folder' && tasks.some(isHarness);
  const { digest } = isShared ? (await digestCheckpoint(files, { signal: aborted })).identity : identity;
  // A verdict must not depend on where the checkout lies.
  return {
    identity: { ...identity, digest, source: describeModel(source) },
    fingerprint,
    contextSize,
    chatTemplate: template,
  };
}

/**
 * The two above for a side that is compared with a baseline: where the config leaves the context to the model, one that was
 * made for more is given what the baseline had.
 * @param limit tokens of the baseline's context; null where nobody knows
 */
export function comparableModel(
  config: ResolvedConfig,
  source: ModelSource,
  log: Log,
  limit: number | null,
  template?: LoadedModel['chatTemplate'],
  handover?: Handover,
) {
  const isLonger = ({ contextSize }: DescribedModel) => limit !== null && contextSize > limit;
  const limited = {
    ...config,
    engine: { ...config.engine, context_size: limit ?? undefined },
  } as ResolvedConfig;
  return {
    async describe(aborted: AbortSignal): Promise<DescribedModel | null> {
      const own = await describeCheckpoint(config, source, aborted, template);
      return own === null || !isLonger(own) ? own : describeCheckpoint(limited, source, aborted, template);
    },
    async open(aborted: AbortSignal): Promise<LoadedModel> {
      const own = await openModel(config, source, log, aborted, template, handover);
      if (!isLonger(own)) return own;
      await own.close();
      log.info(
        `evaluated with the baseline's context of ${limit} tokens; its own would be ${own.contextSize}`,
      );
      return openModel(limited, source, log, aborted, template, handover);
    },
  };
}

/** The context that the runs of a baseline had; null where none says so, or the config says it. */
export function contextOf(config: ResolvedConfig, records: readonly RunRecord[]): number | null {
  const { engine, acceptChange } = config;
  if (engine.context_size !== undefined || acceptChange.includes('engine_settings')) return null;
  const sizes = records.flatMap(({ fingerprint: { engine_settings: settings } }) =>
    typeof settings === 'string' ? (/^context (\d+)\b/.exec(settings)?.[1] ?? []) : [],
  );
  return sizes.length === 0 ? null : Math.min(...sizes.map(Number));
}

/** The checkpoint through whose chat template a side is asked, where that is a declared change; null where through its own. */
export function templateSource(
  { acceptChange, candidate }: ResolvedConfig,
  side: Side,
): Exclude<ModelSource, { kind: 'results' }> | null {
  if (side === 'candidate' || !acceptChange.includes('chat_template')) return null;
  return candidate === null || candidate.kind === 'results' ? null : candidate;
}

/**
 * The chat template of a side's checkpoint, as its files tell, before any engine is there; null where they do not.
 * @throws WeighbridgeError `checkpoint` for what the engine does not read
 */
export async function chatTemplateOf(
  config: ResolvedConfig,
  side: Side,
  source: ModelSource,
): Promise<Pick<DescribedModel, 'chatTemplate'> | null> {
  const { engine, files } = await engineFor(config, templateSource(config, side) ?? source);
  const chatTemplate = (await engine.chatTemplate?.(files)) ?? null;
  return chatTemplate === null ? null : { chatTemplate };
}

/** The chat template with which a side is asked in place of its own; undefined where it keeps that. */
export async function declaredTemplate(
  config: ResolvedConfig,
  side: Side,
  tasks: EvaluationPlan['tasks'],
  log: Log,
  signal: AbortSignal,
): Promise<LoadedModel['chatTemplate'] | undefined> {
  const source = templateSource(config, side);
  const applies = tasks.some(
    ({ config: { runner, options } }) => engineRunner(runner).describe(options).usesChatTemplate,
  );
  if (source === null || !applies) return undefined;
  log.info(`${side}: asked with the candidate's chat template, a declared change`);
  const described = await describeCheckpoint(config, source, signal);
  if (described !== null) return described.chatTemplate;
  const model = await openModel(config, source, log, signal);
  await model.close();
  return model.chatTemplate;
}
