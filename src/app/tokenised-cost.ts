import { resolve } from 'node:path';
import { type CostEstimate, costOf, someRendered } from '../config/plan/cost.ts';
import { costOfPlan, type EvaluationPlan, evaluatedOf, type PlannedTask } from '../config/plan/plan.ts';
import { type ModelSource, mapPaths } from '../core/domain/model.ts';
import type { CountedText } from '../tasks/engines/engine.ts';
import { loadEngine } from '../tasks/engines/registry.ts';
import { engineRunner } from '../tasks/runners/registry.ts';
import { chatTemplateOf } from './evaluate/open-model.ts';
import { forEngine } from './sides/sources.ts';

/** Samples of a task that are cut into tokens: their mean is known to a few per cent. */
const COUNTED = 200;

/**
 * What an evaluation costs in tokens of its own model: prompts as they are asked, chat template and examples included, cut by the
 * checkpoint's vocabulary. Null where that is not to be had without loading anything: then the plan's own estimate is all there is.
 */
export async function tokenisedCost(plan: EvaluationPlan, signal: AbortSignal): Promise<CostEstimate | null> {
  const { config, tasks, ofBaseline } = plan;
  const [side, source] = (['candidate', 'baseline'] as const)
    .map((each) => [each, config[each]] as const)
    .find(([, model]) => model !== null && model.kind !== 'results') ?? ['candidate', null];
  const all = [...tasks, ...ofBaseline];
  if (source === null || all.length === 0) return null;
  const usesTemplate = all.some(
    ({ config: { runner, options } }) => engineRunner(runner).describe(options).usesChatTemplate,
  );
  const model = usesTemplate ? await chatTemplateOf(config, side, source) : null;
  if (usesTemplate && model === null) return null;
  const rendered = all.map((task) => textsOf(task, model));
  const counts = await countTexts(plan, source, rendered.flat(2), signal);
  if (counts === null) return null;
  let at = 0;
  const means = new Map(
    rendered.map((samples, index) => {
      let tokens = 0;
      for (const texts of samples) for (const _ of texts) tokens += counts[at++] ?? 0;
      return [all[index], samples.length === 0 ? 0 : tokens / samples.length];
    }),
  );
  return costOfPlan(plan, (task) => {
    const { runner, options, name } = task.config;
    const description = engineRunner(runner).describe(options);
    return costOf(name, description, evaluatedOf(task.prepared), means.get(task) ?? 0);
  });
}

function textsOf(
  { config, prepared }: PlannedTask,
  model: Parameters<typeof someRendered>[2],
): CountedText[][] {
  const specialTokens = engineRunner(config.runner).describe(config.options).usesChatTemplate;
  return someRendered(prepared, COUNTED, model ?? null).map(({ prompt, continuations }) =>
    [prompt, ...continuations].map((text) => ({ text, specialTokens })),
  );
}

async function countTexts(
  { config }: EvaluationPlan,
  source: ModelSource,
  texts: readonly CountedText[],
  signal: AbortSignal,
): Promise<readonly number[] | null> {
  const engine = await loadEngine(config.engine);
  if (engine.countTokens === undefined) return null;
  const files = await forEngine(mapPaths(source, (path) => resolve(config.directory, path)));
  // A checkpoint that cannot be read is told where it stands; an estimate is no place for it.
  return engine.countTokens(files, config.engine, texts, signal).catch(() => null);
}
