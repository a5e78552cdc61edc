import { z } from 'zod';
import { HIGHER } from '../../../core/metrics/traits.ts';
import { defineScorer } from '../scorer.ts';
import { customOptions, readsOption, traitsOf, withinRange } from './options.ts';
import { commandProcess, digestsOfReads, locateCommand } from './process.ts';

const options = z.strictObject({
  ...customOptions,
  ...readsOption,
  command: z
    .array(z.string())
    .min(1)
    .describe(
      'Program and arguments, run without a shell in an empty folder: reads {"id","text","targets"} and writes {"id","score"} or {"id","unscored"}, one JSON object a line. Files of the config file\'s folder are found by their relative path, and are part of the fingerprint. Needs `policy: { allow: [unsafe_code] }`.',
    ),
  version: z
    .string()
    .min(1)
    .describe(
      'Name and version of what scores, such as `comet-2.2.7/wmt22-comet-da`: it enters the fingerprint.',
    ),
  process: z
    .enum(['task', 'batch'])
    .default('task')
    .describe(
      'Start it once a task: it answers each line as it comes and flushes, so that a model is loaded once. Or once a batch: it reads to the end of its input, answers and goes.',
    ),
});

/** What a program of yours makes of each answer. */
export const command = defineScorer({
  name: 'command',
  summary: 'what a program of yours says of the answer',
  facts: {
    definition:
      'the mean of the numbers that the program gives; an answer of which it gives none is unscored',
    reference: 'yours: `version` names it, and its files enter the fingerprint',
    use: 'COMET and other neural metrics, code that needs a container, anything that a library of yours computes (docs/how-to/own-scorers.md)',
  },
  codeVersion: 1,
  options,
  metric: HIGHER,
  traits: traitsOf,
  example: { options: { command: ['node', 'score.js'], version: 'mine-1' }, targets: [] },
  runsCode: () => true,
  checkTargets: (targets, { needs_target: needed }) =>
    needed && targets.length === 0 ? 'command needs a target: set doc_to_target' : null,
  async open(settings, directory) {
    const { command, inputs } = await locateCommand(settings.command, directory);
    const others = await digestsOfReads(settings.reads, directory);
    const program = commandProcess({
      ...{ name: 'command', command, seconds: settings.timeout_seconds },
      keep: settings.process === 'task',
    });
    return {
      inputs: [...inputs, ...others],
      close: program.close,
      async score(answers, signal) {
        const lines = answers.map(({ output, targets }) => ({ text: output, targets }));
        return (await program.ask(lines, signal)).map((said) => withinRange(said, settings));
      },
    };
  },
});
