import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import {
  addNote,
  addRound,
  artifactHistory,
  defaultPlace,
  describePlace,
  HISTORY_ON_BRANCH,
  type HistoryPlace,
  openHistory,
  placeOf,
  pruneRounds,
} from '../app/history.ts';
import { readVerdict, VERDICT_FILE } from '../app/verdict-file.ts';
import { loadConfig } from '../config/load.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { History } from '../core/domain/history.ts';
import { suggestion } from '../core/domain/suggest.ts';
import { plural } from '../report/format.ts';
import { historyRows, renderHistoryPage, roundBlocks, trendBlocks } from '../report/history.ts';
import { blocksToLines } from '../report/terminal.ts';
import { makeDirectory } from '../results/store/disk-faults.ts';
import type { AddCommand, CommandContext } from './command.ts';
import { DEFAULT_CONFIG, type JsonFlag, jsonOption, outOption } from './flags.ts';
import type { Terminal } from './terminal.ts';

interface PlaceFlags {
  readonly config: string;
  readonly file?: string;
  readonly branch?: string;
  readonly artifacts?: string;
  readonly remote: string;
}

const HELP = `
A history is JSON lines, one a round: kept where \`record.history\` of the config says, in --file, on a branch of its own, or as artifacts.

Examples:
  weighbridge history                                    every metric over the rounds, and what is proven to have changed
  weighbridge history --metric facts/acc --csv
  weighbridge history --page history.html                one page, which needs no network
  weighbridge history add --branch weighbridge-history   the verdict in weighbridge-out, pushed to a branch
  weighbridge history --artifacts tickets                what the action's report step keeps as artifacts
  weighbridge note 3f2a9c "the learning rate was a typo"
`;

const NOTE_HELP = `
Example:
  weighbridge note 3f2a9c "the learning rate was a typo"
`;

const placed = (command: Command): Command =>
  command
    .addOption(new Option('-c, --config <file>', 'config whose history it is').default(DEFAULT_CONFIG))
    .addOption(
      new Option('--file <file>', 'the history, wherever it lies').conflicts(['branch', 'artifacts']),
    )
    .addOption(new Option('--branch <name>', `${HISTORY_ON_BRANCH} on this branch, which has nothing else`))
    .addOption(
      new Option(
        '--artifacts <name[@branch]>',
        'what the action keeps under `record.artifact`; default: of the branch that the clone knows as the default',
      ).conflicts('branch'),
    )
    .addOption(new Option('--remote <name>', 'repository of the branch').default('origin'));

export const addHistory: AddCommand = (program, context) => {
  const { terminal } = context;
  const history = placed(
    program
      .command('history')
      .description('the rounds so far: trends, lasting changes, cost, notes')
      .enablePositionalOptions()
      .addHelpText('after', HELP),
  )
    .addOption(new Option('--metric <name>', 'this metric, or those of this task, alone'))
    .addOption(new Option('--csv', 'a line a round and metric, for a spreadsheet').conflicts('json'))
    .addOption(new Option('--page <file>', 'write it as one page, which needs no network'))
    .addOption(jsonOption('the records as JSON'))
    .action(async (flags: PlaceFlags & JsonFlag & { metric?: string; csv?: boolean; page?: string }) => {
      const stored = await readPlace(flags, terminal);
      if (flags.page !== undefined) {
        await makeDirectory(dirname(flags.page));
        await writeFile(flags.page, renderHistoryPage(stored));
        terminal.info(`history: ${flags.page}`);
      }
      terminal.print(printed(stored, flags));
    });
  addAdd(history, context);
  addPrune(history, context);
  addNoteCommand(program, context);
};

function printed(
  history: History,
  { metric, csv = false, json = false }: JsonFlag & { readonly metric?: string; readonly csv?: boolean },
): string {
  if (json) return JSON.stringify({ runs: history.runs, notes: history.notes }, null, 2);
  const rows = historyRows(history, metric);
  if (metric !== undefined && rows.length < 2) throw unknownMetric(history, metric);
  if (csv) return stringify(rows.map((row) => [...row])).trimEnd();
  if (history.runs.length === 0) return 'No round is recorded yet.';
  const trends = trendBlocks(history, metric);
  return blocksToLines([...trends, ...(metric === undefined ? roundBlocks(history) : [])]).join('\n');
}

function unknownMetric(history: History, metric: string): WeighbridgeError {
  const names = new Set(
    historyRows(history)
      .slice(1)
      .map(([, , , , task, name]) => `${task}/${name}`),
  );
  return new WeighbridgeError('usage', `no round has a metric ${JSON.stringify(metric)}`, {
    fix: suggestion(metric, [...names], 'metrics'),
  });
}

function addAdd(parent: Command, { terminal }: CommandContext): void {
  placed(parent.command('add').description('record the verdict of a run directory as the newest round'))
    .addOption(outOption())
    .action(async (flags: PlaceFlags & { readonly out: string }) => {
      const verdict = await readVerdict(join(flags.out, VERDICT_FILE));
      const { place, config } = await placeFrom(flags);
      const { run } = await addRound({ place, verdict, config, seconds: null });
      terminal.info(`recorded ${run} in ${describePlace(place)}`);
    });
}

function addPrune(parent: Command, { terminal }: CommandContext): void {
  placed(parent.command('prune').description('keep the newest rounds alone'))
    .addOption(new Option('--keep <n>', 'how many').argParser(wholeNumber).makeOptionMandatory())
    .action(async (flags: PlaceFlags & { readonly keep: number }) => {
      const { place } = await placeFrom(flags);
      const gone = await pruneRounds(place, flags.keep);
      terminal.info(`removed ${plural(gone, 'round')} from ${describePlace(place)}`);
    });
}

function addNoteCommand(program: Command, { terminal }: CommandContext): void {
  placed(program.command('note').description('a remark to a round of the history'))
    .addHelpText('after', NOTE_HELP)
    .argument('<RUN>', 'as `history` lists it, or its commit; the first characters do')
    .argument('<TEXT>', 'what is to be remembered')
    .action(async (run: string, text: string, flags: PlaceFlags) => {
      const { place } = await placeFrom(flags);
      const note = await addNote(place, run, text);
      terminal.info(`noted on ${note.run} in ${describePlace(place)}`);
    });
}

/** Reads the history that the flags name, and tells of lines that are none of ours. */
async function readPlace(flags: PlaceFlags, terminal: Terminal): Promise<History> {
  const { place } = await placeFrom(flags);
  const { faults, ...history } = await openHistory(place);
  for (const { message, at, fix } of faults) terminal.warn(`${at?.file}:${at?.line}: ${message}; ${fix}`);
  return history;
}

async function placeFrom({
  config: path,
  file,
  branch,
  artifacts,
  remote,
}: PlaceFlags): Promise<{ readonly place: HistoryPlace; readonly config: ResolvedConfig | null }> {
  const isThere = path !== DEFAULT_CONFIG || existsSync(path);
  const config = isThere ? await loadConfig(path, { assumeTasks: true }) : null;
  if (branch !== undefined)
    return { place: { kind: 'branch', at: { clone: '.', remote, branch, file: HISTORY_ON_BRANCH } }, config };
  if (artifacts !== undefined)
    return { place: { kind: 'artifacts', at: await artifactHistory(artifacts) }, config };
  if (file !== undefined) return { place: { kind: 'file', file }, config };
  return { place: (config === null ? null : placeOf(config)) ?? defaultPlace(path), config };
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('write a whole number above 0');
}

export type { PlaceFlags };
/** For commands that read a history and do more. */
export { placed as withPlace, readPlace };
