import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { parsePointer } from '../../src/app/baselines/pointer.ts';
import { readWaivers } from '../../src/app/policy/waiver-file.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { Terminal } from '../../src/cli/terminal.ts';
import { configJsonSchema } from '../../src/config/json-schema.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { configureScorer, type ScorerEntry } from '../../src/tasks/scorers/registry.ts';
import { diagnose, parseErrors } from '../support/workflow-lint.ts';

/** What a page tells people to write and to run is what the program takes. */

const ROOT = resolve(import.meta.dirname, '../..');
const markdownIn = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
const PAGES = ['README.md', 'docs/tutorial.md', ...markdownIn('docs/how-to')];
const MENTIONS = [
  ...PAGES,
  ...['CONTRIBUTING.md', 'SECURITY.md', 'examples/README.md', 'docs/README.md', 'docs/glossary.md'],
  ...markdownIn('docs/reference'),
  ...markdownIn('docs/explanation'),
];
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');

interface Block {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

function blocksOf(page: string): readonly Block[] {
  const text = read(page);
  return [...text.matchAll(/^( *)```([\w-]*)\n(.*?)^\1```$/gms)].map(
    ({ index, 1: indent = '', 2: language = '', 3: inner = '' }) => ({
      ...{ page, language, line: text.slice(0, index).split('\n').length },
      text: inner.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

const named = (blocks: readonly Block[]) =>
  blocks.map((block) => [`${block.page}:${block.line}`, block] as const);
const BLOCKS = MENTIONS.flatMap(blocksOf);
const inLanguage = (language: string) => named(BLOCKS.filter((block) => block.language === language));

test('every block says what it is in', () => {
  expect(BLOCKS.length).toBeGreaterThan(40);
  const known = ['yaml', 'sh', 'json', 'jsonl', 'csv', 'sql', 'text', 'js', 'python'];
  const guides = PAGES.flatMap(blocksOf);
  expect(named(guides.filter(({ language }) => !known.includes(language))).map(([at]) => at)).toEqual([]);
});

// A commit that the reader fills in.
const PLACEHOLDER = /@<[^>\n]*>/g;
const FULL_COMMIT = '0000000000000000000000000000000000000000';
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A workflow of what may be a part of one: its steps, or its jobs. */
function wholeWorkflow(value: unknown): string | null {
  const job = (steps: unknown) => ({ 'runs-on': 'ubuntu-24.04', steps });
  const whole = (jobs: unknown) => ({ on: 'pull_request', permissions: {}, jobs });
  if (Array.isArray(value)) return stringify(whole({ job: job(value) }));
  if (!isMap(value)) return null;
  if ('on' in value) return stringify(value);
  return 'jobs' in value ? stringify(whole(value.jobs)) : null;
}

/** What a page leaves out because it is said elsewhere: both checkpoints, and a gate on what it speaks of. */
function wholeConfig(value: Readonly<Record<string, unknown>>): string {
  const { tasks, anchor } = value;
  const anchored = isMap(anchor) && isMap(anchor.max_drop) ? Object.keys(anchor.max_drop) : ['task/acc'];
  const metrics = isMap(tasks) ? Object.keys(tasks) : anchored;
  const isGated = ['gates', 'thresholds'].some((key) => key in value);
  return stringify({
    ...{ version: 1, candidate: 'candidate.gguf', baseline: 'base.gguf' },
    ...(isGated ? {} : { gates: metrics.map((metric) => ({ metric, max_drop: '5%rel' })) }),
    ...value,
  });
}

const CONFIG_KEYS = Object.keys(configJsonSchema().properties ?? {});
const isConfig = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isMap(value) && Object.keys(value).some((key) => CONFIG_KEYS.includes(key));

describe.each(inLanguage('yaml'))('%s', (at, { text }) => {
  const documents = parseAllDocuments(text.replaceAll(PLACEHOLDER, `@${FULL_COMMIT}`));

  test('is YAML', () => {
    expect(documents.flatMap(({ errors }) => errors.map(({ message }) => message))).toEqual([]);
  });

  test('is a config, a workflow, waivers or a pointer, and as such without a fault', async () => {
    for (const value of documents.map((document) => document.toJS() as unknown)) {
      const workflow = wholeWorkflow(value);
      if (workflow !== null) {
        expect(await parseErrors(basename(at), workflow)).toEqual([]);
        expect(await diagnose(basename(at), workflow)).toEqual([]);
        for (const [, uses] of workflow.matchAll(/uses: (\S+)/g)) expect(uses).toMatch(/@[0-9a-f]{40}$/);
      } else if (isMap(value) && 'waivers' in value) {
        expect(readWaivers(stringify(value), at)).not.toEqual([]);
      } else if (isConfig(value)) {
        const config = resolveConfig({ text: wholeConfig(value), file: at, assumeTasks: true });
        expect(config.gates).not.toEqual([]);
      } else {
        expect(parsePointer(stringify(value), at)).toBeDefined();
      }
    }
  });
});

/** Names of tasks whose scorers compare with a target that nothing in the block names. */
function withoutTarget(config: Readonly<Record<string, unknown>>): readonly string[] {
  const tasks = isMap(config.tasks) ? Object.entries(config.tasks) : [];
  return tasks.flatMap(([name, task]) => {
    if (!isMap(task) || !Array.isArray(task.scorers) || 'doc_to_target' in task) return [];
    const entries: readonly ScorerEntry[] = task.scorers;
    const isAsked = entries.some((entry) => {
      const found = configureScorer(entry);
      return 'scorer' in found && found.scorer.checkTargets([])?.includes('set doc_to_target') === true;
    });
    return isAsked ? [name] : [];
  });
}

test('a task whose answers are compared with a target says where it is', () => {
  const scorers = ['exact_match'];
  expect(withoutTarget({ tasks: { a: { scorers }, b: { scorers, doc_to_target: 'x' } } })).toEqual(['a']);
  const found = BLOCKS.filter(({ language }) => language === 'yaml').flatMap(({ page, line, text }) =>
    parseAllDocuments(text).flatMap((document) => {
      const value = document.toJS() as unknown;
      return isMap(value) ? withoutTarget(value).map((name) => `${page}:${line} ${name}`) : [];
    }),
  );
  expect(found).toEqual([]);
});

test.each([...inLanguage('json'), ...inLanguage('jsonl')])('%s is JSON', (_, { language, text }) => {
  for (const line of language === 'json' ? [text] : text.trim().split('\n')) JSON.parse(line);
});

/** Words of a simple command as a shell takes them; what follows it, such as `| head`, is not looked at. */
function wordsOf(line: string): readonly string[] {
  const [, simple = ''] = /^((?:'[^']*'|"[^"]*"|[^'"|&;#>])*)/.exec(line) ?? [];
  return [...simple.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );
}

/** Arguments of each call of the program. */
function callsIn(shell: string): readonly (readonly string[])[] {
  return shell
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => /(?:^|[;&|(]\s*|\s)(?:weighbridge|node \S*dist\/cli\.js)\s+(\S.*)$/.exec(line.trim())?.[1])
    .filter((call) => call !== undefined)
    .map(wordsOf);
}

const silent = { write: () => true, isTTY: false } as unknown as NodeJS.WriteStream;

/** What is wrong with a call, by the definitions of the commands themselves; null where nothing is. */
async function faultOf(words: readonly string[], operandsCount: boolean): Promise<string | null> {
  const terminal = new Terminal(silent, silent);
  let command: Command = await buildProgram({
    terminal,
    signal: new AbortController().signal,
    exit: () => {},
  });
  let rest = [...words];
  for (;;) {
    const next = command.commands.find(
      (each) => each.name() === rest[0] || each.aliases().includes(rest[0] ?? ''),
    );
    if (next === undefined) break;
    command = next;
    rest = rest.slice(1);
  }
  if (command.parent === null) return rest[0]?.startsWith('-') === true ? null : `no command ${rest[0]}`;
  command.configureOutput({ writeErr: () => {} });
  try {
    const { operands, unknown } = command.parseOptions(rest);
    const unhelped = unknown.filter((flag) => flag !== '--help');
    if (unhelped.length > 0) return `${command.name()} does not know ${unhelped.join(' ')}`;
    if (command.commands.length > 0 && operands.length > 0)
      return `${command.name()} has no command ${operands[0]}`;
    const taken = command.registeredArguments;
    const least = taken.filter(({ required }) => required).length;
    const most = taken.some(({ variadic }) => variadic) ? Number.POSITIVE_INFINITY : taken.length;
    const isRight =
      !operandsCount || unknown.length > 0 || (operands.length >= least && operands.length <= most);
    if (!isRight) return `${command.name()} takes ${least} to ${most} arguments, not ${operands.join(' ')}`;
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

test.each([
  [['run', '--fulll'], 'run does not know --fulll'],
  [['rnu'], 'no command rnu'],
  [['evaluate', '--role', 'nobody'], 'nobody'],
  [['baseline', 'blses'], 'baseline has no command blses'],
  [['report'], 'report takes 1 to 1 arguments'],
  [['run', '--candidate'], 'argument missing'],
] as const)('%j would be found', async (words, fault) => {
  expect(await faultOf(words, true)).toContain(fault);
});

const CALLS = BLOCKS.filter(({ language }) => language === 'sh' || language === 'yaml').flatMap((block) =>
  callsIn(block.text).map((words) => [`${block.page}:${block.line}`, words.join(' '), words] as const),
);

test('calls are found', () => {
  expect(CALLS.length).toBeGreaterThan(25);
  expect(callsIn("a && weighbridge gate --max-drop 'f1[x]=5pp' \\\n  --json | head")).toEqual([
    ['gate', '--max-drop', 'f1[x]=5pp', '--json'],
  ]);
});

test.each(CALLS)('%s: weighbridge %s', async (_, __, words) => {
  expect(await faultOf(words, true)).toBeNull();
});

const IN_TEXT = MENTIONS.flatMap((page) =>
  [
    ...read(page)
      .replaceAll(/^( *)```.*?^\1```$/gms, '')
      .matchAll(/`weighbridge ([a-z][^`]*)`/g),
  ].map(([, call = '']) => [page, call] as const),
);

test('what a sentence tells to run exists', async () => {
  expect(IN_TEXT.length).toBeGreaterThan(20);
  const faults = await Promise.all(
    IN_TEXT.map(async ([page, call]) => ({ page, call, fault: await faultOf(wordsOf(call), false) })),
  );
  expect(faults.filter(({ fault }) => fault !== null)).toEqual([]);
});

test('every script of the package and of the repository that a page names exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Record<string, string> };
  const told = MENTIONS.flatMap((page) => [...read(page).matchAll(/npm run ([\w:-]+)/g)]).map(
    ([, name = '']) => name,
  );
  expect(told.filter((name) => !(name in scripts))).toEqual([]);
  const files = MENTIONS.flatMap((page) => [...read(page).matchAll(/npx tsx ([\w./-]+)/g)]).map(
    ([, file = '']) => file,
  );
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

/** Words that only those who wrote the program understand (`CONTRIBUTING.md` asks for the field's). */
const PRIVATE =
  /\b(?:silence|leans none|descriptive|net flips fewer|certif\w+|guesses below)\b|\bp-values?\b/i;

test.each(PAGES)('%s says nothing in private words', (page) => {
  expect(
    read(page)
      .split('\n')
      .filter((line) => PRIVATE.test(line)),
  ).toEqual([]);
});
