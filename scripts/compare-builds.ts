/**
 * `npm run compare-builds -- <before-root> <after-root>`: whether two builds behave alike, byte for byte, around a change
 * that is to change nothing. Every case runs with the `dist/` of both, one after the other at the same path. Exit codes,
 * written files, what `--json` prints and the interface must be equal; other wording is reported, and may differ.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { parse } from 'yaml';
import { reportJob } from '../test/simulator/report-action.ts';
import { simulate } from '../test/simulator/simulate.ts';
import { GitRepository } from '../test/support/git-repository.ts';
import { sharedData } from '../test/support/shared-data.ts';
import * as cases from './compare-builds-cases.ts';

const HELP = `npm run compare-builds -- <before-root> <after-root> [options]
  --only PART     only this part; may be given several times: imports, demo, pairs, tables,
                  examples, interface, action
  --record DIR    keep in this folder what both builds wrote, with the digest of every file`;

/**
 * The clock of every command stands still, so that nothing need be replaced in any file a command writes: verdicts, samples,
 * times and the names that a store makes of them are compared as they are.
 */
const CLOCK = `data:text/javascript,${encodeURIComponent(`
  const now = Date.UTC(2030, 0, 1);
  globalThis.Date = class extends Date {
    constructor(...given) { super(...(given.length === 0 ? [now] : given)); }
    static now() { return now; }
  };`)}`;

/** What differs from one job of the action to the next, whose processes see the real clock and folders of chance. */
const VARIES_IN_JOBS: readonly RegExp[] = [
  // A verdict that samples are missing names the folder, escaped where it is shown to people.
  /(?<=simulation (<code>&#35;|#))\w{6}/g,
  /(?<=temp(&#47;|\/)weighbridge(&#45;|-))\w{6}/g,
  /(?<=http:\/\/127\.0\.0\.1:)\d+/g,
  // When a task was evaluated, and how long that took: in run.json, timing.json, and what is said of the cost.
  /(?<="(started|finished|seconds)": )("\d{4}-|\d).*/g,
  /(?<= It took ).*?(?=\.)/g,
  // The same in the marker of the comment, decoded: seconds follow the verdict and whether it blocks.
  /(?<="legs":\[\[.*?,(true|false),)\d+(\.\d+)?/g,
  // The log of the artifact client: answers with their dates, archives with the times of their files.
  /^(::debug::|Uploaded bytes|SHA256 digest of).*\n/gm,
];
/** What differs in what is said to people: progress shows as often as there is time for it. */
const VARIES_IN_WORDS: readonly RegExp[] = [
  /^( *\| )?(baseline|candidate|anchor) +\S+ +\d+\/\d+ .*\n/gm,
  /^.*install(ing|ed) the embedded engine.*\n/gm,
];

/** Files for people: what they say is words, and no program reads them. */
const TOLD = new Set(['comment.md', 'report.html']);

/** What must be equal, by name: files, the exit code, the interface. Bytes are read as Latin-1, so that none is lost. */
interface Outcome {
  readonly exact: ReadonlyMap<string, string>;
  words: string;
}
interface Found {
  readonly name: string;
  readonly outcomes: readonly [Outcome, Outcome];
}
interface Build {
  readonly root: string;
  /** Holds a folder a part, while that part runs the other build; and the cache. */
  readonly work: string;
}
type Builds = readonly [Build, Build];

/** Every part by name; the longest first, since two are under way at a time. */
const PARTS: Readonly<Record<string, (builds: Builds) => AsyncGenerator<Found>>> = {
  imports: (builds) => collected('imports', builds, importsOf),
  demo: (builds) =>
    commands('demo', builds, cases.DEMO, (folder) => {
      copyFixtures(builds[0].root, folder);
      for (const [name, config] of Object.entries(cases.CONFIGS)) writeFileSync(join(folder, name), config);
    }),
  pairs: (builds) => collected('pairs', builds, pairsOf),
  tables: (builds) =>
    commands('tables', builds, cases.JUDGED, (folder) => {
      const repository = new GitRepository(folder);
      repository.commit({ ...cases.TABLES, ...cases.policy('5pp') });
      repository.git('checkout', '--quiet', '-b', 'feature');
      repository.commit(cases.policy('20pp'));
    }),
  examples: (builds) =>
    commands('examples', builds, cases.EXAMPLES, (folder) => {
      cpSync(join(builds[0].root, 'examples'), join(folder, 'examples'), { recursive: true });
      mkdirSync(join(folder, 'empty'));
    }),
  interface: surface,
  action,
};

/** Collected results of real runs, which lie outside of the repository. Without them there is nothing to run, which is said. */
async function* collected(
  part: string,
  builds: Builds,
  linesOf: (data: string) => readonly string[],
): AsyncGenerator<Found> {
  const data = sharedData('');
  if (data === null) return;
  const list = cases.casesOf(linesOf(data).join('\n'));
  yield* commands(part, builds, list, (folder) => symlinkSync(data, join(folder, 'data')));
}

function importsOf(data: string): string[] {
  const paths = readdirSync(data, { recursive: true, encoding: 'utf8' }).sort();
  // Named by itself, every file of samples of a run is refused by the same check, so one of a folder will do.
  const kindOf = (path = '') => (basename(path).startsWith('samples_') ? dirname(path) : path);
  const one = paths.filter((path, index) => kindOf(path) !== kindOf(paths[index - 1]));
  return [...one, ...cases.FRAGMENTS].map((path, index) => `import data/${path} --out imported/${index}`);
}

const pairsOf = () =>
  cases.PAIRS.trim()
    .split('\n')
    .flatMap((line, index) => {
      const [, baseline, candidate, limits] = /^(\S+) (\S+) (.*)$/.exec(line) ?? [];
      const gate = `gate --baseline data/${baseline} --candidate data/${candidate} ${limits}`;
      return [
        ...['', ' --json'].map((json) => `compare data/${baseline} data/${candidate}${json}`),
        ...['', ' --on-inconclusive block --json'].map((more, at) => `${gate} --out ${index}-${at}${more}`),
      ];
    });

/** Options, commands, inputs and schemas, apart from how they are described; and wrong usage. */
async function* surface(builds: Builds): AsyncGenerator<Found> {
  const [before = new Map(), after = new Map()] = builds.map(({ root }) => new Map(helpOf(root)));
  for (const name of new Set<string>([...before.keys(), ...after.keys()])) {
    yield {
      name,
      outcomes: [before, after].map((helps) => described(helps.get(name) ?? '', termsOf)) as Pair,
    };
  }
  const schemas = readdirSync(join(builds[0].root, 'schema')).map((name) => join('schema', name));
  for (const name of ['action.yml', 'report/action.yml', ...schemas]) {
    yield { name, outcomes: builds.map(({ root }) => described(read(join(root, name)), bare)) as Pair };
  }
  yield* commands('interface', builds, cases.WRONG, () => {});
}

type Pair = [Outcome, Outcome];
const described = (words: string, interfaceOf: (words: string) => string): Outcome => ({
  exact: new Map([['(interface)', interfaceOf(words)]]),
  words,
});
const bare = (yaml: string): string =>
  JSON.stringify(
    parse(yaml),
    (key, value) => (key === 'description' && typeof value === 'string' ? '' : value),
    2,
  );

/** The help of a command and of all below it, by command. */
function helpOf(root: string, command: readonly string[] = []): [string, string][] {
  const args = [join(root, 'dist/cli.js'), ...command, '--help'];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const section = /^Commands:\n((?: .*\n)+)/m.exec(stdout)?.[1] ?? '';
  const names = [...section.matchAll(/^ {2}([a-z-]+)/gm)].map((match) => match[1] ?? '');
  const below = names.filter((name) => name !== 'help').flatMap((name) => helpOf(root, [...command, name]));
  return [[['weighbridge', ...command, '--help'].join(' '), stdout], ...below];
}

function termsOf(help: string): string {
  const terms =
    help.match(/^Usage: .*|^ {2}(-|[a-z]+ [[<])\S*(, --\S+)?( \S*[\]>])*|^ {2}\S+(?= {2})/gm) ?? [];
  const values = help.replace(/\s+/g, ' ').match(/(choices|default): [^)]*|Exit codes: .*?fault/g) ?? [];
  return [...terms, ...values].join('\n');
}

/** The whole action in a job against a GitHub on the loopback, with the engine; and the other one, which finds no samples. */
async function* action(builds: Builds): AsyncGenerator<Found> {
  const event = (file: string) => ({
    name: file.replace(/_fork$/, ''),
    payload: JSON.parse(readFileSync(join(builds[0].root, 'test/events', `${file}.json`), 'utf8')) as unknown,
  });
  for (const [file, inputs] of cases.JOBS) {
    const name = `${file} ${JSON.stringify(inputs)}`;
    yield { name, outcomes: await both(builds, (build) => job(build, event(file), inputs)) };
  }
  const report = async ({ root }: Build): Promise<Outcome> => {
    const { github, ...result } = await reportJob({ action: root, event: event('workflow_run_fork') });
    const { exitCode, outputs, summary } = result;
    return jobOutcome([], { exitCode, outputs, summary, written: github.writes() }, result.log);
  };
  yield { name: 'report on workflow_run_fork', outcomes: await both(builds, report) };
}

async function job(
  { root, work }: Build,
  event: { name: string; payload: unknown },
  inputs: Readonly<Record<string, string>> | null,
): Promise<Outcome> {
  const files: [string, string][] = [];
  const { outcome, outputs, steps, github } = await simulate({
    ...{ action: root, event, inputs: inputs ?? {}, jobEnv: { WEIGHBRIDGE_CACHE: join(work, 'cache') } },
    files: { 'weighbridge.yml': inputs === null ? 'version: 1\ngaits: []\n' : cases.SMALL },
    fill: async (workspace) => copyFixtures(root, workspace),
    inspect: ({ temp }) => {
      for (const name of filesUnder(temp)) {
        const own = /^weighbridge-\w+\/((report|run)\/.*)/.exec(name)?.[1];
        if (own !== undefined) files.push([own, read(join(temp, name))]);
      }
    },
  });
  const ends = Object.entries(steps).map(
    ([id, step]) => `${id}: ${step.outcome}, exit code ${step.exitCode}`,
  );
  const { comments, checks } = github;
  const artifacts = github.artifacts.map(({ name, mimeType }) => `${name}, ${mimeType}`);
  const seen = { outcome, outputs, ends, comments, checks, artifacts, summary: steps.report?.summary };
  return jobOutcome(
    files,
    seen,
    Object.values(steps).reduce((logs, { log }) => logs + log, ''),
  );
}

const MARKER = /(?<=<!-- weighbridge:v1:\w+ )\S+(?= -->)/g;
const decoded = (base64: string) => Buffer.from(base64, 'base64').toString('latin1');

function jobOutcome(files: readonly (readonly [string, string])[], seen: object, log: string): Outcome {
  const all = [
    ...files,
    ['(job)', JSON.stringify(seen, null, 2).replaceAll('\\n', '\n').replace(MARKER, decoded)] as const,
  ];
  const exact = all.map(([name, content]) => [name, without(VARIES_IN_JOBS, content)] as const);
  return { exact: new Map(exact), words: without([...VARIES_IN_JOBS, ...VARIES_IN_WORDS], log) };
}

const copyFixtures = (root: string, folder: string) =>
  cpSync(join(root, 'fixtures'), join(folder, 'fixtures'), {
    recursive: true,
    filter: (path) => !/fixtures\/(checkpoints\/hf|lm-eval|training)$/.test(path),
  });

async function both(builds: Builds, one: (build: Build) => Promise<Outcome>): Promise<Pair> {
  return [await one(builds[0]), await one(builds[1])];
}

/** Commands one after the other, since they build on what is there, in a folder that is filled once and copied. */
async function* commands(
  part: string,
  builds: Builds,
  list: readonly cases.Case[],
  fill: (folder: string) => void,
): AsyncGenerator<Found> {
  const stage = join(builds[0].work, '..', part);
  mkdirSync(stage);
  fill(stage);
  cpSync(stage, join(builds[1].work, part), { recursive: true, verbatimSymlinks: true });
  renameSync(stage, join(builds[0].work, part));
  const stamps = new Map(builds.map(({ work }) => [work, stampsOf(join(work, part))]));
  for (const each of list) {
    const outcomes = await both(builds, async (build) => {
      renameSync(join(build.work, part), stage);
      const outcome = await command(build, stage, each);
      const [earlier = new Map(), now] = [stamps.get(build.work), stampsOf(stage)];
      for (const name of new Set([...earlier.keys(), ...now.keys()])) {
        if (!now.has(name)) outcome.exact.set(name, '(removed)');
        else if (earlier.get(name) === now.get(name)) continue;
        else if (TOLD.has(basename(name))) outcome.words += `${name}\n${read(join(stage, name))}`;
        else outcome.exact.set(name, read(join(stage, name)));
      }
      stamps.set(build.work, now);
      renameSync(stage, join(build.work, part));
      return outcome;
    });
    yield { name: `${each.folder === '.' ? '' : `in ${each.folder}: `}${each.args.join(' ')}`, outcomes };
  }
}

async function command(
  { root, work }: Build,
  stage: string,
  { args, folder, exits }: cases.Case,
): Promise<Outcome & { readonly exact: Map<string, string> }> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    cwd: join(stage, folder),
    env: { ...{ PATH, HOME, NODE_OPTIONS: `--import=${CLOCK}` }, WEIGHBRIDGE_CACHE: join(work, 'cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('latin1').on('data', (piece: string) => {
      said[stream] += piece;
    });
  }
  const code = await new Promise((settle, reject) => child.on('error', reject).on('close', settle));
  const exact = new Map([['(exit code)', String(code)]]);
  // Under a name of its own, so that it counts as a difference although both builds have it.
  if (exits !== null && code !== exits)
    exact.set(`(broken ${basename(work)})`, `exit code ${code}, and ${exits} is right\n${said.stderr}`);
  const json = args.includes('--json');
  if (json) exact.set('(stdout)', said.stdout);
  const words = (json ? said.stderr : said.stdout + said.stderr)
    .replaceAll(work, '<work>')
    .replaceAll(root, '<root>');
  return { exact, words: without(VARIES_IN_WORDS, words) };
}

const read = (path: string) => readFileSync(path, 'latin1');
const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
/** By which a file that was written again is known. */
const stampsOf = (folder: string) =>
  new Map(
    filesUnder(folder).map((name) => {
      const { mtimeMs, size, ino } = lstatSync(join(folder, name));
      return [name, `${mtimeMs} ${size} ${ino}`];
    }),
  );

const without = (patterns: readonly RegExp[], content: string) =>
  patterns.reduce((current, pattern) => current.replace(pattern, ''), content);
/** The first lines of a unified diff. Long lines are taken apart, so that what differs is among what is shown. */
function shortDiff(folder: string, ...sides: readonly [string, string]): string {
  const files = sides.map((content, index) => {
    const file = join(folder, `side-${index}`);
    writeFileSync(file, content.replaceAll(/(?<=,|>|\. )(?="|<|[A-Z])/g, '\n'), 'latin1');
    return file;
  });
  const { stdout } = spawnSync('diff', ['-a', '-U1', ...files], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const lines = stdout.trimEnd().split('\n').slice(2, 14);
  return lines.map((line) => `      ${line.slice(0, 200)}\n`).join('');
}

/** What of a case differs, by name. */
const differing = ({ outcomes: [left, right] }: Found) =>
  [...new Set([...left.exact.keys(), ...right.exact.keys()])].filter(
    (name) => left.exact.get(name) !== right.exact.get(name),
  );

interface Count {
  cases: number;
  identical: number;
  words: number;
  differ: number;
}

/** Goes through a part. @returns how many cases ended how, and what differed */
async function runPart(
  part: string,
  builds: Builds,
  record: boolean,
): Promise<{ count: Count; told: string[] }> {
  const folder = join(builds[0].work, '..');
  const count: Count = { cases: 0, identical: 0, words: 0, differ: 0 };
  const told: string[] = [];
  const started = performance.now();
  for await (const found of PARTS[part]?.(builds) ?? []) {
    const [left, right] = found.outcomes;
    const names = differing(found);
    const [first] = names;
    const kind = first !== undefined ? 'differ' : left.words === right.words ? 'identical' : 'words';
    const title = `${part}: ${found.name}`;
    count.cases += 1;
    count[kind] += 1;
    if (first !== undefined) {
      const diff = shortDiff(folder, left.exact.get(first) ?? '', right.exact.get(first) ?? '');
      told.push(`DIFFERS  ${title}: ${names.join(', ')}\n${diff}`);
    } else if (kind === 'words')
      told.push(`WORDS    ${title}\n${shortDiff(folder, left.words, right.words)}`);
    const seconds = (performance.now() - started) / 1000;
    console.error(`${seconds.toFixed(0).padStart(5)} s  ${kind.padEnd(10)}${title}`);
    if (record)
      for (const [index, { work }] of builds.entries()) addDigests(work, title, found.outcomes[index]);
  }
  return { count, told };
}

function addDigests(work: string, title: string, outcome: Outcome | undefined): void {
  for (const [name, content] of outcome?.exact ?? []) {
    const digest = createHash('sha256').update(content, 'latin1').digest('hex');
    appendFileSync(`${work}.sha256`, `${digest}  ${title}  ${name}\n`);
  }
}

async function main(
  roots: readonly string[],
  chosen: readonly string[],
  record: string | undefined,
): Promise<void> {
  const started = performance.now();
  const folder = record === undefined ? mkdtempSync(join(tmpdir(), 'weighbridge-builds-')) : resolve(record);
  const builds = ['before', 'after'].map((side, index) => {
    mkdirSync(join(folder, side), { recursive: true });
    return { root: resolve(roots[index] ?? ''), work: join(folder, side) };
  }) as [Build, Build];
  const waiting = [...chosen];
  const results = new Map<string, Awaited<ReturnType<typeof runPart>>>();
  const worker = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      results.set(part, await runPart(part, builds, record !== undefined));
    }
  };
  try {
    await Promise.all([worker(), worker()]);
  } finally {
    if (record === undefined) rmSync(folder, { recursive: true });
  }
  const inOrder = chosen.map((part) => ({ part, ...results.get(part) }));
  for (const { told = [] } of inOrder) for (const text of told) console.log(text);
  const head = ['part', 'cases', 'identical', 'words differ', 'differ'];
  const table = inOrder.map(({ part, count }) => [part, ...Object.values(count ?? {}).map(String)]);
  console.log(markdownTable([head, ...table], { align: ['l', 'r', 'r', 'r', 'r'] }));
  console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (inOrder.some(({ count }) => count?.differ !== 0)) process.exitCode = 1;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true },
    record: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const chosen = values.only ?? Object.keys(PARTS);
const wrong = [
  ...chosen.filter((name) => !Object.hasOwn(PARTS, name)).map((name) => `no part ${name}`),
  ...positionals
    .filter((root) => !existsSync(join(root, 'dist/cli.js')))
    .map((root) => `${root} has no dist/cli.js`),
  ...(positionals.length === 2 ? [] : ['two roots are needed']),
  ...(values.record !== undefined && existsSync(values.record) ? [`${values.record} is there already`] : []),
];
if (values.help) console.log(HELP);
else if (wrong.length > 0) {
  console.error(`${wrong.join('\n')}\n${HELP}`);
  process.exitCode = 4;
} else await main(positionals, chosen, values.record);
