import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import type { Fingerprint } from '../../../core/domain/run.ts';
import { datasetDigest } from '../../datasets/digest.ts';
import type { PreparedTask } from '../runner.ts';
import { isAnswered, limitOf, type NativeTask } from './options.ts';
import { THINKING_TOKENS } from './thinking.ts';

/**
 * Raised whenever this runner could ask, count or record differently than before. 2: samples say which tokens they were
 * asked in. Not raised by a metric more, which the run declares: a baseline from before is compared by those that it has.
 */
const HARNESS_VERSION = 2;

/** What a task found out about itself while it was prepared. */
export interface TaskFacts {
  readonly datasetDigest: string;
  readonly fewShot: string | null;
  readonly scorers: readonly string[];
}

type DescribedModel = Parameters<PreparedTask['fingerprint']>[0];

export function nativeFingerprint(options: NativeTask, facts: TaskFacts, model: DescribedModel): Fingerprint {
  return {
    dataset: facts.datasetDigest,
    prompt: datasetDigest(promptSettings(options)),
    few_shot: facts.fewShot,
    chat_template: chatTemplateDigest(options, model),
    generation: generationSettings(options),
    scorers: facts.scorers.length === 0 ? null : facts.scorers.join(' '),
    filter: null,
    task_version: options.metadata?.version ?? null,
    limit: limitOf(options) ?? null,
    ...repeatsField(options),
    harness: 'weighbridge native',
    harness_version: HARNESS_VERSION,
    ...model.fingerprint,
  };
}

/** One answer says nothing of repeats, so that runs from before there were any are the same. */
function repeatsField(options: NativeTask): Pick<Fingerprint, 'repeats'> {
  const repeats = isAnswered(options) ? (options.repeats ?? 1) : 1;
  return repeats === 1 ? {} : { repeats };
}

const PROMPT_OPTIONS = [
  'type',
  'doc_to_text',
  'doc_to_choice',
  'doc_to_target',
  'description',
  'target_delimiter',
  'fewshot_delimiter',
  'apply_chat_template',
  'system_instruction',
] as const;

function promptSettings(options: NativeTask): Readonly<Record<string, unknown>> {
  const all: Readonly<Record<string, unknown>> = options;
  const declared = all.answer_format === undefined ? {} : { answer_format: all.answer_format };
  // Newer than the others: a task without them is asked as it was.
  const newer = ['doc_to_contexts', 'doc_to_turns'].filter((name) => all[name] !== undefined);
  const tags = options.type === 'cases' ? { tags: options.tags ?? null } : {};
  return {
    ...Object.fromEntries(PROMPT_OPTIONS.map((name) => [name, all[name] ?? null])),
    ...declared,
    ...Object.fromEntries(newer.map((name) => [name, all[name]])),
    ...tags,
  };
}

function chatTemplateDigest(options: NativeTask, model: DescribedModel): string | null {
  if (options.type === 'perplexity' || !options.apply_chat_template) return null;
  return model.chatTemplate === null ? null : datasetDigest(model.chatTemplate);
}

function generationSettings(options: NativeTask): string | null {
  switch (options.type) {
    case 'generate':
    case 'drift':
    case 'cases':
      return canonicalJson(
        options.strip_thinking === true
          ? { strip_thinking: true, max_thinking_toks: THINKING_TOKENS, ...options.generation_kwargs }
          : options.generation_kwargs,
      );
    case 'multiple_choice':
      return canonicalJson({ truncation: options.truncation });
    case 'perplexity':
      return null;
  }
}
