import type { z } from 'zod';
import { configureScorer, type ScorerEntry } from '../../scorers/registry.ts';

/** What options of a task that is scored say together. */
interface ScoredOptions {
  readonly scorers: readonly ScorerEntry[];
  readonly generation_kwargs: { readonly temperature: number };
  readonly repeats?: number | undefined;
  readonly doc_to_contexts?: string | undefined;
  readonly doc_to_turns?: string | undefined;
  readonly apply_chat_template: boolean;
  readonly num_fewshot: number;
  readonly fewshot_dataset?: string | undefined;
  readonly description: string;
}

/** At temperature 0 all answers are the same. */
export function checkTemperature(
  count: number,
  { temperature }: { readonly temperature: number },
  context: z.core.$RefinementCtx,
): void {
  if (temperature > 0) return;
  const message = `at temperature 0 all ${count} answers are the same: set generation_kwargs.temperature, such as 0.7, or leave repeats out`;
  context.addIssue({ code: 'custom', path: ['repeats'], message });
}

/** What does not go together in a task that is scored. */
export function checkScored(options: ScoredOptions, context: z.core.$RefinementCtx): void {
  checkRepeats(options, context);
  checkContexts(options, context);
  checkTurns(options, context);
  if (options.doc_to_turns === undefined) checkExamples(options, context);
}

export function checkExamples(
  { num_fewshot: count, fewshot_dataset: file }: Pick<ScoredOptions, 'num_fewshot' | 'fewshot_dataset'>,
  context: z.core.$RefinementCtx,
): void {
  if (count === 0 || file !== undefined) return;
  const message = 'needs solved examples: name their file in `fewshot_dataset`';
  context.addIssue({ code: 'custom', path: ['num_fewshot'], message });
}

/** Where answers to one sample cannot differ, or have no mean, several of them say nothing. */
function checkRepeats(
  { repeats: count = 1, generation_kwargs, scorers: entries }: ScoredOptions,
  context: z.core.$RefinementCtx,
): void {
  if (count === 1) return;
  checkTemperature(count, generation_kwargs, context);
  for (const [index, entry] of entries.entries()) {
    const configured = configureScorer(entry);
    const corpus = configured.ok
      ? configured.scorer.metrics.find(({ kind }) => kind === 'corpus')
      : undefined;
    if (corpus === undefined) continue;
    const message = `${corpus.name} is a function of all samples at once, which has no mean over answers: score it in a task without repeats`;
    context.addIssue({ code: 'custom', path: ['scorers', index], message });
  }
}

/** Who judges by contexts needs some. */
function checkContexts(
  { doc_to_contexts: contexts, scorers: entries }: ScoredOptions,
  context: z.core.$RefinementCtx,
): void {
  if (contexts !== undefined) return;
  for (const [index, entry] of entries.entries()) {
    const configured = configureScorer(entry);
    if (!configured.ok || !configured.scorer.needsContexts) continue;
    const message = `${configured.scorer.name} judges by contexts: name their field, as in \`doc_to_contexts: contexts\``;
    context.addIssue({ code: 'custom', path: ['scorers', index], message });
  }
}

/** A conversation is had in the model's own template, once. */
function checkTurns(options: ScoredOptions, context: z.core.$RefinementCtx): void {
  if (options.doc_to_turns === undefined) return;
  const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (!options.apply_chat_template)
    say('apply_chat_template', 'turns are asked in a chat template: set apply_chat_template: true');
  for (const name of ['num_fewshot', 'description', 'repeats'] as const)
    if (![undefined, '', 0, 1].includes(options[name]))
      say(name, `has no place among turns: leave ${name} out`);
}
