import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Option } from 'commander';
import { folderInRepository } from '../adapters/process/git.ts';
import { type TaskOfData, taskOfData } from '../app/inspect-data.ts';
import {
  FEWEST_THAT_BLOCK,
  STARTER_DEFAULTS,
  type StarterOptions,
  type StarterTask,
  starterFiles,
  suiteTasks,
  taskOfOwnData,
  withTask,
} from '../config/starter.ts';
import { messageOf, WeighbridgeError } from '../core/domain/errors.ts';
import { TASK_ROLES } from '../core/domain/run.ts';
import { plural } from '../report/format.ts';
import { fenceLine } from '../report/log-fence.ts';
import { shownLines } from '../report/rendered-sample.ts';
import { makeDirectory } from '../results/store/disk-faults.ts';
import { ANSWER_FORMATS, type AnswerFormat } from '../tasks/runners/native/answers.ts';
import type { AddCommand } from './command.ts';

interface InitFlags {
  readonly candidate: string;
  readonly baseline: string;
  readonly directory: string;
  readonly data?: readonly string[];
  readonly answerFormat?: AnswerFormat;
  readonly role?: string;
  readonly starter?: boolean;
  readonly force?: boolean;
}

const HELP = `
With --data, the columns say what the task is; known are MMLU, ARC, HellaSwag, BoolQ, SQuAD, GSM8K, Alpaca, ShareGPT and messages,
preference pairs, columns A to D, a prompt with a reference, prompts alone (whose answers are compared), and text. A config that is there gets the task added.
With --starter, the tasks are the suites that ship with Weighbridge (docs/reference/starter-suites.md).

Examples:
  weighbridge init
  weighbridge init --data evals/own.csv --baseline models/base.gguf --candidate out/step-2000.gguf
  weighbridge init --starter
  weighbridge init --data hf:cais/mmlu@c30699e8356da336a370243923dbaf21066bb9fe#all/test
`;

const CONFIG = 'weighbridge.yml';

export const addInit: AddCommand = (program, { terminal }) => {
  program
    .command('init')
    .description('write a starter config, a workflow, and the task of a dataset')
    .addOption(
      new Option('--candidate <path>', 'checkpoint that pull requests change').default(
        STARTER_DEFAULTS.candidate,
      ),
    )
    .addOption(
      new Option('--baseline <path>', 'checkpoint to compare with').default(STARTER_DEFAULTS.baseline),
    )
    .addOption(
      new Option(
        '--data <file>',
        'dataset of own questions, or a split of the hub, as <file> or <name>=<file>; repeatable',
      ).argParser((value: string, earlier: readonly string[] = []) => [...earlier, value]),
    )
    .addOption(
      new Option('--answer-format <format>', 'what a right answer is, where the file does not tell').choices(
        ANSWER_FORMATS,
      ),
    )
    .addOption(
      new Option(
        '--role <role>',
        'what the data is for (default: general, of prompts alone behaviour)',
      ).choices(TASK_ROLES),
    )
    .addOption(new Option('--starter', 'with the suites that ship: a first gate without data of your own'))
    .addOption(new Option('--directory <dir>', 'where to write').default('.'))
    .addHelpText('after', HELP)
    .addOption(new Option('--force', 'overwrite files that are there'))
    .action(async ({ data = [], starter = false, force = false, ...flags }: InitFlags) => {
      const { candidate, baseline, directory, answerFormat, role } = flags;
      const tasks: TaskOfData[] = [];
      for (const file of data) tasks.push(await taskOfData(file, resolve(directory), answerFormat));
      const starters = [
        ...tasks.map((task) => taskOfOwnData({ ...task, role: role ?? task.role ?? 'general' })),
        ...(starter ? suiteTasks() : []),
      ];
      refuseTwice(starters.map(({ name }) => name));
      const config = join(directory, CONFIG);
      const isAdded = starters.length > 0 && existsSync(config) && !force;
      const files = isAdded
        ? [{ path: config, text: await extended(config, starters), fromRoot: false }]
        : await newFiles({ candidate, baseline, tasks: starters }, directory, force);
      const workflow = files.find(({ fromRoot }) => fromRoot)?.path;
      for (const { path, text } of files) {
        await writeStarter(path, text);
        terminal.info(`wrote ${path}`);
      }
      for (const { shown, shape, samples, repeated } of tasks) {
        terminal.print(
          `\n${[`${plural(samples, 'row')}, in the shape of ${shape}:`, ...shownLines(shown), ...repeated.map(fenceLine)].join('\n')}`,
        );
      }
      for (const { name } of starters.filter(({ gates }) => gates.some(isAdvisory))) {
        terminal.print(
          `\n${name} has too few rows for a limit that could block: its gate advises. From ${FEWEST_THAT_BLOCK} rows on, take \`tier: advisory\` out.`,
        );
      }
      terminal.print(
        isAdded
          ? '\nNext: `weighbridge check` says what it comes to.'
          : `\nNext: ${provide([candidate, baseline], directory)}put the action's commit into ${workflow}, then
\`weighbridge check\` says what is still missing.`,
      );
    });
};

const isAdvisory = ({ tier }: Readonly<Record<string, unknown>>): boolean => tier === 'advisory';

/** Paths of checkpoints that lead nowhere yet; what is no path, such as `hf:org/name`, `check` looks for. */
function provide(checkpoints: readonly string[], directory: string): string {
  const missing = checkpoints.filter(
    (path) => !/^[a-z]{2,}:/.test(path) && !existsSync(resolve(directory, path)),
  );
  return missing.length === 0
    ? ''
    : `provide ${missing.join(' and ')} (or name your own in weighbridge.yml), `;
}

function refuseTwice(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new WeighbridgeError('usage', `there would be two tasks ${twice}`, {
    fix: 'give a file of your own another name: --data <name>=<file>',
  });
}

async function extended(config: string, tasks: readonly StarterTask[]): Promise<string> {
  let text = await readFile(config, 'utf8');
  for (const task of tasks) text = withTask(text, config, task);
  return text;
}

async function newFiles(options: Partial<StarterOptions>, directory: string, force: boolean) {
  const folder = await folderOf(resolve(directory));
  const root = join(directory, ...folder.split('/').map((name) => (name === '' ? '.' : '..')));
  const files = starterFiles({ ...options, folder }).map((file) => ({
    ...file,
    path: join(file.fromRoot ? root : directory, file.path),
  }));
  const present = files.filter(({ path }) => existsSync(path)).map(({ path }) => path);
  if (present.length === 0 || force) return files;
  throw new WeighbridgeError('usage', `already there: ${present.join(', ')}`, {
    fix: 'give --force to overwrite, or --directory for another place',
  });
}

/** Where a folder, which need not be there yet, lies in its repository; the root where there is none. */
async function folderOf(directory: string): Promise<string> {
  let nearest = directory;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  const inside = await folderInRepository(nearest);
  if (inside === null) return '';
  return [inside, ...relative(nearest, directory).split(sep)]
    .join('/')
    .replaceAll(/\/+/g, '/')
    .replaceAll(/^\/|\/$/g, '');
}

async function writeStarter(path: string, text: string): Promise<void> {
  try {
    await makeDirectory(dirname(path));
    await writeFile(path, text);
  } catch (cause) {
    throw new WeighbridgeError('usage', `cannot be written: ${messageOf(cause)}`, {
      at: { file: path },
      fix: 'name another place with --directory',
      cause,
    });
  }
}
