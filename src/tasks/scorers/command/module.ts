import process from 'node:process';
import { z } from 'zod';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { HIGHER } from '../../../core/metrics/traits.ts';
import { defineScorer, type Scorer } from '../scorer.ts';
import { customOptions, readsOption, traitsOf, withinRange } from './options.ts';
import { commandProcess, digestsOfReads, locateCommand } from './process.ts';

/**
 * Asks the module of each line. It runs in a process of its own, like any command: without the variables of ours, and ended when it takes
 * too long.
 */
const RUNNER = `
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
const { default: score } = await import(pathToFileURL(process.argv[1]).href);
if (typeof score !== 'function') throw new Error('the module has no default export that is a function');
const reasonOf = (error) => {
  try {
    return String(error?.message ?? error);
  } catch {
    return 'it threw what cannot be read';
  }
};
for await (const line of createInterface({ input: process.stdin })) {
  const { id, text, targets } = JSON.parse(line);
  let answer;
  try {
    const given = await score(text, targets);
    answer = typeof given === 'boolean' ? { id, score: Number(given) } : typeof given === 'number' && Number.isFinite(given)
      ? { id, score: given } : { id, unscored: typeof given?.unscored === 'string' && given.unscored !== '' ? given.unscored : 'the module gave no number' };
  } catch (error) {
    answer = { id, unscored: 'the module failed: ' + reasonOf(error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\\n');
}`;

/** What a function of yours makes of each answer. */
export const metricModule: Scorer = defineScorer({
  name: 'module',
  summary: 'what a JavaScript function of yours says of the answer',
  facts: {
    definition:
      'the mean of the numbers that the default export of the file gives for (text, targets); truths count as 1 and 0',
    reference: 'yours: the file enters the fingerprint, and what it imports where `reads` names it',
    use: 'a metric of a few lines; `command` for other languages (docs/how-to/own-scorers.md)',
  },
  codeVersion: 1,
  options: z.strictObject({
    ...customOptions,
    ...readsOption,
    file: z
      .string()
      .regex(/\.[cm]?js$/, 'a JavaScript module ends in .js, .mjs or .cjs')
      .describe('JavaScript module, relative to the config file. Needs `policy: { allow: [unsafe_code] }`.'),
    version: z
      .string()
      .min(1)
      .default('1')
      .describe('Raise it when what it imports from elsewhere has changed.'),
  }),
  metric: HIGHER,
  traits: traitsOf,
  example: { options: { file: 'metric.mjs' }, targets: [] },
  runsCode: () => true,
  checkTargets: (targets, { needs_target: needed }) =>
    needed && targets.length === 0 ? 'module needs a target: set doc_to_target' : null,
  async open(settings, directory) {
    const {
      command: [file = settings.file],
      inputs,
    } = await locateCommand([settings.file], directory);
    if (inputs.length === 0) {
      throw new WeighbridgeError('config', 'the module of a scorer is not there', {
        at: { file },
        fix: 'check the path; it is relative to the config',
      });
    }
    const program = commandProcess({
      ...{ name: 'module', seconds: settings.timeout_seconds, keep: true },
      command: [process.execPath, '--input-type=module', '-e', RUNNER, file],
    });
    return {
      inputs: [...inputs, ...(await digestsOfReads(settings.reads, directory))],
      close: program.close,
      async score(answers, signal) {
        const lines = answers.map(({ output, targets }) => ({ text: output, targets }));
        return (await program.ask(lines, signal)).map((said) => withinRange(said, settings));
      },
    };
  },
});
