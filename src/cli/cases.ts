import { type Command, InvalidArgumentError, Option } from 'commander';
import { stringify } from 'yaml';
import { addCases, type NamedChecks } from '../app/cases/case-file.ts';
import { importCases } from '../app/cases/import.ts';
import { type AskedAs, caseOfSample, casesToKeep } from '../app/cases.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { SEVERITIES, type Severity } from '../core/domain/sample.ts';
import { plural } from '../report/format.ts';
import { fenceLine } from '../report/log-fence.ts';
import type { AddCommand, CommandContext } from './command.ts';

const HELP = `
A file of test cases is the dataset of a task of the type cases: docs/how-to/behaviour-suites.md.

Examples:
  weighbridge cases add weighbridge-out tickets/ticket-017 --severity critical
  weighbridge cases keep weighbridge-out --n 100
  weighbridge cases import promptfooconfig.yaml
`;

export const addCasesCommand: AddCommand = (program, context) => {
  const cases = program
    .command('cases')
    .description('test cases from what models answered')
    .addHelpText('after', HELP);
  addAdd(cases, context);
  addKeep(cases, context);
  addImport(cases, context);
};

interface AddFlags {
  readonly to: string;
  readonly name?: string;
  readonly severity?: Severity;
}

function addAdd(parent: Command, { terminal }: CommandContext): void {
  parent
    .command('add')
    .description('make a sample that flipped a test case')
    .argument('<RUN>', 'run directory')
    .argument('<SAMPLE>', 'id of the sample, or task/id')
    .addOption(new Option('--to <file>', 'YAML or JSONL file of cases').default('evals/cases.yml'))
    .addOption(new Option('--name <name>', 'what the case is called; default: task/id'))
    .addOption(new Option('--severity <severity>', 'what failing means').choices(SEVERITIES))
    .action(async (run: string, sample: string, { to, name, severity }: AddFlags) => {
      const { row, from } = await caseOfSample({
        ...{ run, sample },
        ...(name === undefined ? {} : { name }),
        ...(severity === undefined ? {} : { severity }),
      });
      const known = await addCases(to, [row]);
      if (known.length > 0) {
        throw new WeighbridgeError('usage', `${to} has a case ${JSON.stringify(row.name)} already`, {
          fix: 'give this one another name: --name <name>',
        });
      }
      terminal.info(`added ${row.name} to ${to}`);
      for (const line of stringify([row], { blockQuote: 'literal' }).trimEnd().split('\n'))
        terminal.print(fenceLine(line));
      for (const line of taskLines(to, from)) terminal.print(line);
    });
}

interface KeepFlags {
  readonly to: string;
  readonly n: number;
}

function addKeep(parent: Command, { terminal }: CommandContext): void {
  parent
    .command('keep')
    .description('keep prompts that a baseline got right as test cases')
    .argument('<RUN>', "run directory, or the baseline's results")
    .addOption(new Option('--to <file>', 'YAML or JSONL file of cases').default('evals/memory.yml'))
    .addOption(new Option('--n <count>', 'most cases').argParser(count).default(100))
    .action(async (run: string, { to, n }: KeepFlags) => {
      const { rows, from, notes } = await casesToKeep(run, n);
      for (const note of notes) terminal.info(note);
      if (rows.length === 0 || from === null) {
        throw new WeighbridgeError(
          'data',
          'there is no prompt to keep: nothing that the baseline wrote was right',
          {
            at: { file: run },
            fix: 'name a run of a generate task whose primary metric is 0 or 1 for each sample',
          },
        );
      }
      const known = await addCases(to, rows);
      terminal.info(
        `kept ${plural(rows.length - known.length, 'case')} in ${to}, ${known.length} were there already`,
      );
      for (const line of taskLines(to, from)) terminal.print(line);
    });
}

function addImport(parent: Command, { terminal }: CommandContext): void {
  parent
    .command('import')
    .description('test cases from a promptfoo config or an Inspect dataset')
    .argument('<FILE>', 'promptfooconfig.yaml, or rows with input and target')
    .addOption(new Option('--to <file>', 'YAML or JSONL file of cases').default('evals/cases.yml'))
    .action(async (file: string, { to }: { readonly to: string }) => {
      const { rows, checks, notes } = await importCases(file);
      for (const note of notes) terminal.info(note);
      if (rows.length === 0) {
        throw new WeighbridgeError('data', 'none of it became a test case', {
          at: { file },
          fix: 'the lines above say why; write the cases by hand: docs/how-to/behaviour-suites.md',
        });
      }
      const known = await addCases(to, rows);
      terminal.info(
        `${plural(rows.length - known.length, 'case')} in ${to}, ${known.length} were there already; ${plural(notes.length, 'remark')} on what was not converted`,
      );
      for (const line of taskLines(to, null, checks)) terminal.print(line);
    });
}

function count(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('write a whole number of at least 1');
}

/** The task that asks them as they were asked, for whoever has none yet. */
function taskLines(file: string, from: AskedAs | null, checks: NamedChecks = {}): readonly string[] {
  const fingerprint = from?.fingerprint ?? {};
  const name = file
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z]+$/i, '')
    .replaceAll(/[^A-Za-z0-9_-]+/g, '_');
  const isOurs = fingerprint.harness === 'weighbridge native' && typeof fingerprint.generation === 'string';
  const settings: Readonly<Record<string, unknown>> = isOurs
    ? JSON.parse(String(fingerprint.generation))
    : {};
  const { strip_thinking: strips, ...generation } = settings;
  const isChat = from === null || fingerprint.chat_template != null;
  const task = {
    ...{ role: 'behaviour', type: 'cases', dataset: file },
    ...(isChat ? {} : { apply_chat_template: false }),
    ...(isOurs ? { generation_kwargs: generation } : {}),
    ...(strips === true ? { strip_thinking: true } : {}),
    ...(Object.keys(checks).length === 0 ? {} : { checks }),
  };
  const block = { tasks: { [name]: task }, gates: [{ metric: name, max_new_failures: 0 }] };
  const shots =
    fingerprint.few_shot == null
      ? []
      : [
          'They were asked behind solved examples, which a case does not have: see that the baseline still passes.',
        ];
  return ['', 'The task that asks them:', '', stringify(block, { blockQuote: false }).trimEnd(), ...shots];
}
