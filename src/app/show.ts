import { askedOfSide } from '../config/own-prompt.ts';
import { isNative, type ResolvedConfig } from '../config/resolved.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { describeModel } from '../core/domain/model.ts';
import type { GatedSide } from '../core/domain/run.ts';
import { suggestion } from '../core/domain/suggest.ts';
import type { RenderedTask } from '../report/rendered-sample.ts';
import { engineRunner } from '../tasks/runners/registry.ts';
import type { PreparedTask } from '../tasks/runners/runner.ts';
import { chatTemplateOf } from './evaluate/open-model.ts';

interface ShowOptions {
  readonly count: number;
  readonly side: GatedSide;
}

/**
 * Some samples of a task as its model is asked them.
 * @throws WeighbridgeError `usage` for a task that is not there, or that a harness asks; whatever preparing the task finds
 */
export async function showTask(
  config: ResolvedConfig,
  name: string,
  options: ShowOptions,
): Promise<RenderedTask> {
  const { count, side } = options;
  const alias = config.declared.find((task) => task.alias === name)?.task;
  const found = config.tasks.find((each) => each.name === (alias ?? name));
  const task = found === undefined ? undefined : askedOfSide(config, side, found);
  if (task === undefined) {
    throw new WeighbridgeError('usage', `there is no task ${JSON.stringify(name)}`, {
      fix: suggestion(
        name,
        config.tasks.map((each) => each.name),
        'tasks',
      ),
    });
  }
  if (!isNative(task)) {
    throw new WeighbridgeError(
      'usage',
      `${task.name} is asked by ${task.runner}, which makes its own prompts`,
      {
        fix: 'let it write them: `lm_eval --write_out`',
      },
    );
  }
  const runner = engineRunner(task.runner);
  const prepared = await (await runner.load()).prepare(task.name, task.options, config.taskDirectory);
  const model = runner.describe(task.options).usesChatTemplate ? await modelOf(config, side) : null;
  return {
    task: task.name,
    samples: prepared.samples.length,
    shown: spread(prepared, count).map((sample) => ({ id: sample.id, ...prepared.show(sample, model) })),
  };
}

/** The first, the last and those between: neighbours in a file are often alike. */
function spread({ samples }: PreparedTask, count: number) {
  const shown = Math.min(count, samples.length);
  const step = shown < 2 ? 0 : (samples.length - 1) / (shown - 1);
  return Array.from({ length: shown }, (_, index) => samples[Math.round(index * step)]).filter(
    (sample) => sample !== undefined,
  );
}

async function modelOf(config: ResolvedConfig, side: GatedSide) {
  const source = config[side];
  const described =
    source === null || source.kind === 'results' ? null : await chatTemplateOf(config, side, source);
  if (described !== null) return described;
  const what = source === null ? 'is not named' : `is ${describeModel(source)}`;
  throw new WeighbridgeError('usage', `the prompts stand in a chat template, and the ${side} ${what}`, {
    fix: 'name a checkpoint that carries one with --side, or in the config',
  });
}
