import type { DeclaredPrompt } from '../core/compare/own-prompt.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { Side } from '../core/domain/run.ts';
import { suggestion } from '../core/domain/suggest.ts';
import { datasetDigest } from '../tasks/datasets/digest.ts';
import { engineRunner } from '../tasks/runners/registry.ts';
import type { Draft } from './parse.ts';
import { isNative, type NativeTaskConfig, type ResolvedConfig, type TaskConfig } from './resolved.ts';

type Prompts = Pick<ResolvedConfig, 'baselines'>;

/** What `baseline.prompt` says of a task, as a run of the baseline records it; null where it is asked as the candidate is. */
export function ownPromptOf({ baselines: { prompt } }: Prompts, task: string): DeclaredPrompt | null {
  const own = Object.hasOwn(prompt, task) ? prompt[task] : undefined;
  if (own === undefined) return null;
  const decides = Object.keys(own).flatMap((key) => DECIDES[key] ?? (['prompt'] as const));
  return { digest: datasetDigest(own), decides };
}

/** What of a fingerprint a prompt setting decides, where that is not the prompt alone. */
const DECIDES: Readonly<Record<string, DeclaredPrompt['decides']>> = {
  num_fewshot: ['few_shot'],
  fewshot_dataset: ['few_shot'],
  apply_chat_template: ['prompt', 'chat_template'],
};

/** The task as the side is asked it. */
export function askedOfSide<Task extends TaskConfig>(
  { baselines: { prompt } }: Prompts,
  side: Side,
  task: Task,
): Task {
  const own = side === 'baseline' && Object.hasOwn(prompt, task.name) ? prompt[task.name] : undefined;
  return own === undefined ? task : { ...task, options: { ...task.options, ...own } };
}

/** Those that the baseline is asked otherwise. */
export const askedOtherwise = (config: ResolvedConfig): readonly NativeTaskConfig[] =>
  config.tasks
    .filter(isNative)
    .filter(({ name }) => ownPromptOf(config, name) !== null)
    .map((task) => askedOfSide(config, 'baseline', task));

/** Prompts of tasks that have none, and of baselines whose answers are those to another prompt. */
export function ownPromptIssues(
  { source }: Draft,
  tasks: readonly TaskConfig[],
  { prompt, sources, bootstrap }: ResolvedConfig['baselines'],
): WeighbridgeError[] {
  const names = Object.keys(prompt);
  const issues = names.flatMap((name) => {
    const at = source.locateKey(['baseline', 'prompt', name]);
    const task = tasks.find((each) => each.name === name);
    if (task === undefined) {
      const fix = suggestion(
        name,
        tasks.map((each) => each.name),
        'tasks',
      );
      return [
        new WeighbridgeError('config', `baseline.prompt: there is no task ${JSON.stringify(name)}`, {
          at,
          fix,
        }),
      ];
    }
    if (isNative(task) && engineRunner(task.runner).asksQuestions(task.options)) return [];
    const message = `baseline.prompt: task ${name} asks no question that this program makes`;
    return [new WeighbridgeError('config', message, { at, fix: 'leave it out' })];
  });
  const kept = sources.find(({ from }) => from === 'store' || from === 'artifact');
  if (names.length === 0 || (kept === undefined && !bootstrap)) return issues;
  const message =
    'baseline.prompt needs a baseline that can be asked: kept answers are those to the tasks’ own prompts';
  const fix = 'name weights, an endpoint or a pointer in `baseline.sources`, without `bootstrap`';
  return [
    ...issues,
    new WeighbridgeError('config', message, { at: source.locate(['baseline', 'prompt']), fix }),
  ];
}
