import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { markdownTable } from 'markdown-table';
import { openBucket } from '../adapters/http/bucket.ts';
import { type BlessableSide, runsToBless } from '../app/baselines/bless.ts';
import type { Blessing } from '../app/baselines/blessings.ts';
import { defaultStore, originHere, storeOf } from '../app/baselines/find.ts';
import { BaselineStore } from '../app/baselines/store.ts';
import { pull, push } from '../app/baselines/sync.ts';
import { loadConfig } from '../config/load.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { EXIT_CODES } from '../core/domain/verdict.ts';
import { daysBetween, plural } from '../report/format.ts';
import { code, toPlain } from '../report/inline.ts';
import type { AddCommand, CommandContext } from './command.ts';
import { DEFAULT_CONFIG, DEFAULT_OUT, type JsonFlag, jsonOption } from './flags.ts';

interface StoreFlags {
  readonly store?: string;
  readonly config: string;
}

const HELP = `
The store is a folder: --store, else \`store\` of the config, else \`baselines\` in the cache of Weighbridge.

Examples:
  weighbridge baseline bless weighbridge-out --side candidate     the checkpoint that was merged is the baseline now
  weighbridge baseline show
  weighbridge baseline prune --keep 3 --younger-than 90
  weighbridge baseline push s3://bucket/prefix                    see docs/reference/baselines.md
`;

export const addBaseline: AddCommand = (program, context) => {
  const baseline = program
    .command('baseline')
    .description('keep, show and share baselines')
    .addHelpText('after', HELP);
  addBless(baseline, context);
  addShow(baseline, context);
  addList(baseline, context);
  addPrune(baseline, context);
  addSync(baseline, context);
};

function command(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .addOption(new Option('--store <dir>', 'folder of the store'))
    .addOption(new Option('-c, --config <file>', 'config that names the store').default(DEFAULT_CONFIG));
}

async function openStore({ store, config }: StoreFlags): Promise<BaselineStore> {
  if (store !== undefined) return new BaselineStore(resolve(store));
  const configured = existsSync(config) ? storeOf(await loadConfig(config)) : null;
  return configured ?? new BaselineStore(defaultStore());
}

function addBless(parent: Command, { terminal }: CommandContext): void {
  interface Flags extends StoreFlags {
    readonly side?: BlessableSide;
    readonly commit?: string;
    readonly by?: string;
  }
  command(parent, 'bless', 'make the runs of one side the baseline')
    .argument('[PATH]', 'run directory, or results of another program', DEFAULT_OUT)
    .addOption(
      new Option(
        '--side <side>',
        "whose runs; default: the candidate's, and the baseline's where only these are whole",
      ).choices(['baseline', 'candidate']),
    )
    .addOption(new Option('--commit <sha>', 'commit that they belong to; default: the one checked out'))
    .addOption(new Option('--by <name>', 'who vouches for them; default: the user of git or GitHub'))
    .action(async (path: string, flags: Flags) => {
      const { runs, remark } = await runsToBless(path, flags.side);
      if (remark !== null) terminal.warn(remark);
      const here = await originHere(dirname(resolve(flags.config)));
      const origin = { ...here, commit: flags.commit ?? here.commit, by: flags.by ?? here.by };
      const store = await openStore(flags);
      const blessing = await store.bless(runs, origin);
      terminal.info(`blessed ${blessing.id} in ${store.folder}`);
      terminal.print(describe(blessing).join('\n'));
    });
}

function addShow(parent: Command, { terminal }: CommandContext): void {
  command(parent, 'show', 'the baseline in force: digest, commit, date, age')
    .addOption(jsonOption('it as JSON'))
    .action(async (flags: StoreFlags & JsonFlag) => {
      const store = await openStore(flags);
      const { blessings, faults } = await store.list();
      for (const fault of faults) terminal.warn(fault);
      const [blessing] = blessings;
      if (blessing === undefined) {
        throw new WeighbridgeError('data', `nothing was blessed in ${store.folder}`, {
          fix: 'weighbridge baseline bless <run directory>',
        });
      }
      terminal.print(flags.json ? JSON.stringify(blessing, null, 2) : describe(blessing).join('\n'));
    });
}

function addList(parent: Command, { terminal }: CommandContext): void {
  command(parent, 'list', 'everything that was blessed, the newest first')
    .addOption(jsonOption('the list as JSON'))
    .action(async (flags: StoreFlags & JsonFlag) => {
      const store = await openStore(flags);
      const { blessings, faults } = await store.list();
      for (const fault of faults) terminal.warn(fault);
      if (blessings.length === 0 && flags.json !== true) {
        terminal.info(`nothing was blessed in ${store.folder}`);
        return;
      }
      const rows = blessings.map(({ origin, digest, source, tasks }) => [
        ...[
          origin.date.slice(0, 10),
          plain(digest.slice(0, 19)),
          origin.commit?.slice(0, 12) ?? '',
          origin.by ?? '',
        ],
        ...[plain(source), plain(tasks.map(({ task }) => task).join(' '))],
      ]);
      const table = markdownTable([['date', 'digest', 'commit', 'by', 'model', 'tasks'], ...rows]);
      terminal.print(flags.json ? JSON.stringify(blessings, null, 2) : table);
    });
}

function addPrune(parent: Command, { terminal }: CommandContext): void {
  interface Flags extends StoreFlags {
    readonly keep: number;
    readonly youngerThan?: number;
  }
  command(parent, 'prune', 'remove old baselines, and samples that no kept one needs')
    .addOption(new Option('--keep <n>', 'the newest that stay').argParser(wholeNumber).default(5))
    .addOption(new Option('--younger-than <days>', 'stay as well').argParser(wholeNumber))
    .action(async (flags: Flags) => {
      const store = await openStore(flags);
      const { youngerThan } = flags;
      const since = youngerThan === undefined ? null : new Date(Date.now() - youngerThan * 86_400_000);
      const { blessings, entries } = await store.prune({ count: flags.keep, since });
      terminal.info(`removed ${counts(blessings, entries)} from ${store.folder}`);
    });
}

/** `push` and `pull` are each other's mirror. */
function addSync(parent: Command, { terminal, exit }: CommandContext): void {
  for (const [name, description, carry] of [
    ['push', 'copy the store to a bucket', push],
    ['pull', 'copy from a bucket what the store lacks, digests checked', pull],
  ] as const) {
    command(parent, name, description)
      .argument('<ADDRESS>', 's3://bucket/prefix; keys and endpoint from the AWS_ variables')
      .action(async (address: string, flags: StoreFlags) => {
        const store = await openStore(flags);
        const { entries, blessings, refused } = await carry(store, await openBucket(address, process.env));
        for (const reason of refused) terminal.warn(`not carried: ${reason}`);
        terminal.info(`${name}: ${counts(blessings, entries)}`);
        if (refused.length > 0) exit(EXIT_CODES.invalid);
      });
  }
}

const counts = (blessings: number, entries: number): string =>
  `${plural(blessings, 'baseline')} and ${plural(entries, 'entry', 'entries')}`;

function wholeNumber(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('write a whole number');
}

function describe({ source, digest, adapter_digest: adapter, origin, tasks }: Blessing): string[] {
  const days = daysBetween(origin.date, new Date().toISOString());
  return [
    `model   ${plain(source)}`,
    `digest  ${plain(digest)}${adapter === null ? '' : `, adapter ${plain(adapter)}`}`,
    `commit  ${plain(origin.commit ?? 'unknown')}`,
    `date    ${origin.date}${days === null ? '' : ` (${plural(days, 'day')} old)`}`,
    `by      ${plain(origin.by ?? 'unknown')}`,
    `tasks   ${plain(tasks.map(({ task }) => task).join(', '))}`,
  ];
}

/** What a store holds may come from a bucket that others write to. */
const plain = (text: string): string => toPlain(code(text));
