import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { addCheck } from '../../src/cli/check.ts';
import { addGate } from '../../src/cli/gate.ts';
import { addImport } from '../../src/cli/import.ts';
import { starterFiles } from '../../src/config/starter.ts';
import { WeighbridgeError } from '../../src/core/domain/errors.ts';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import { unpack } from '../../src/results/unpack.ts';
import { forbiddenCode, withIncludes } from '../../src/tasks/runners/lm-eval/task-files.ts';
import { attempt, command, HALF, writeTampered } from '../../test/red-team/attempt.ts';
import { zip } from '../../test/support/zip.ts';
import type { Files } from './mutations.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Which answers are right. */
export type Right = (index: number) => boolean;

/** Something that reads what strangers write. */
export interface Surface {
  /** How many of a hundred cases are its own. */
  readonly share: number;
  /** What is whole before it is changed: a proven regression, unless the candidate has other answers right. */
  readonly seeds: (candidate?: Right) => readonly Files[];
  /**
   * Reads the files that lie in a folder.
   * @throws what a case must not do: a fault of ours, or a pass. Whatever is refused in words is well.
   */
  readonly read: (folder: string, files: Files) => Promise<void>;
}

/** A fault that the fuzzer looks for. */
class Finding extends Error {
  override readonly name = 'Finding';
}

const text = (content: string) => Buffer.from(content);
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');
const read = (file: string) => readFileSync(join(ROOT, file));
const filesIn = (folder: string): Files =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );

function notOurFault({ exitCode, text }: { readonly exitCode: number; readonly text: string }): void {
  if (exitCode === EXIT_CODES.ourFault) throw new Finding(`our own fault: ${text}`);
}

/** Judges two sides of which the candidate is a proven regression by limits that a good one of as few samples is proven within, whatever else was done to them. */
async function neverPasses(folder: string, limit: string, baseline = 'b', candidate = 'c'): Promise<void> {
  const sides = ['--baseline', join(folder, baseline), '--candidate', join(folder, candidate)];
  const ended = await attempt(addGate, ['gate', ...sides, '--max-drop', limit], join(folder, 'out'));
  notOurFault(ended);
  if (ended.exitCode === EXIT_CODES.notBlocked || ended.verdict?.blocked === false)
    throw new Finding(`a regression is not blocked: ${ended.text}`);
}

const SAMPLES = 40;
const ALL: Right = () => true;

/** Run directories of both sides. */
function runs(candidate: Right): Files {
  const folder = mkdtempSync('/tmp/weighbridge-seed-');
  try {
    writeTampered(join(folder, 'b'), 'baseline', { planned: SAMPLES, isRight: ALL });
    writeTampered(join(folder, 'c'), 'candidate', { planned: SAMPLES, isRight: candidate });
    return filesIn(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Results of other programs, a file for each side. */
const results = (name: string, candidate: Right, write: (isRight: Right) => string): Files => ({
  [`b/${name}`]: text(write(ALL)),
  [`c/${name}`]: text(write(candidate)),
});
const indices = Array.from({ length: SAMPLES }, (_, index) => index);
const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const formats = (candidate: Right): readonly Files[] => [
  results('scores.jsonl', candidate, (right) =>
    lines(
      indices.map((id) => ({
        task: 'facts',
        id: `q${id}`,
        metric: 'acc',
        score: Number(right(id)),
        input: `q${id}`,
      })),
    ),
  ),
  results('scores.csv', candidate, (right) =>
    [
      'task,id,metric,score,input',
      ...indices.map((id) => `facts,q${id},acc,${Number(right(id))},"q ${id}"`),
      '',
    ].join('\n'),
  ),
  results('report.xml', candidate, (right) => {
    const cases = indices.map((id) =>
      right(id)
        ? `<testcase classname="facts" name="q${id}"/>`
        : `<testcase classname="facts" name="q${id}"><failure message="x">y &lt; z</failure></testcase>`,
    );
    return `<?xml version="1.0"?>\n<testsuites><testsuite name="a" tests="${SAMPLES}">\n${cases.join('\n')}\n</testsuite></testsuites>\n`;
  }),
  results('events.jsonl', candidate, (right) => {
    const event = (id: number, type: string, data: unknown) => ({
      ...{
        run_id: 'r1',
        event_id: id,
        sample_id: `facts.dev.${id}`,
        type,
        data,
        created_by: '',
        created_at: 'x',
      },
    });
    const spec = {
      ...{ completion_fns: ['x'], eval_name: 'facts.dev.match-v1', base_eval: 'facts', split: 'dev' },
      run_config: {
        eval_spec: { cls: 'evals:Match', registry_path: '/x', args: {} },
        seed: 1,
        max_samples: null,
      },
      ...{ created_by: '', run_id: 'r1', created_at: 'x' },
    };
    const mean = indices.filter(right).length / SAMPLES;
    return lines([
      { spec },
      ...indices.map((id) => event(id, 'sampling', { prompt: `q${id}`, sampled: ['a'] })),
      ...indices.map((id) =>
        event(id, 'match', { correct: right(id), expected: 'a', picked: null, sampled: 'a' }),
      ),
      { final_report: { accuracy: mean }, run_id: 'r1' },
    ]);
  }),
  ((): Files => {
    const time = '2026-11-21T02-02-49.864881';
    const side = (right: Right) => {
      const mean = indices.filter(right).length / SAMPLES;
      return {
        [`results_${time}.json`]: JSON.stringify({
          results: { facts: { alias: 'facts', sample_len: SAMPLES, 'acc,none': mean } },
          configs: { facts: { task: 'facts', metric_list: [{ metric: 'acc', higher_is_better: true }] } },
          ...{ versions: { facts: 1 }, 'n-shot': { facts: 0 }, higher_is_better: { facts: { acc: true } } },
          'n-samples': { facts: { original: SAMPLES, effective: SAMPLES } },
          config: { model: 'hf', model_args: 'pretrained=x', limit: null },
          ...{ lm_eval_version: '0.4.13', model_name: 'x' },
        }),
        [`samples_facts_${time}.jsonl`]: lines(
          indices.map((id) => ({
            ...{ doc_id: id, doc: { question: `q${id}` }, target: '0', filter: 'none', metrics: ['acc'] },
            arguments: { gen_args_0: { arg_0: `q${id}`, arg_1: ' A' } },
            ...{ resps: [[['-2.5', 'False']]], filtered_resps: [['-2.5', 'False']] },
            ...{ doc_hash: sha256(`d${id}`), prompt_hash: sha256(`p${id}`), target_hash: sha256('t') },
            acc: Number(right(id)),
          })),
        ),
      };
    };
    const placed = (folder: string, files: Readonly<Record<string, string>>) =>
      Object.entries(files).map(([name, content]) => [`${folder}/${name}`, text(content)]);
    return Object.fromEntries([...placed('b', side(ALL)), ...placed('c', side(candidate))]);
  })(),
];

/** How a side of these files is named: a file where it is one, else the folder. */
function named(files: Files, side: 'b' | 'c'): string {
  const [first = side, ...others] = Object.keys(files).filter((name) => name.startsWith(`${side}/`));
  return others.length === 0 ? first : side;
}

/** The gate of a file's format. */
const limitOf = (files: Files): string => {
  const names = Object.keys(files).join();
  if (names.includes('.xml')) return 'junit/pass=20pp';
  return names.includes('events') ? 'facts.dev.match-v1/accuracy=20pp' : 'facts/acc=20pp';
};

const configs = (): readonly Files[] => {
  const data = Object.fromEntries(
    [
      'facts.jsonl',
      'tickets.jsonl',
      'register.jsonl',
      'prose.jsonl',
      'tickets.schema.json',
      'rude-words.txt',
    ].map((name) => {
      const whole = read(`fixtures/suite/${name}`).toString('utf8');
      return [name, text(name.endsWith('.jsonl') ? `${whole.split('\n').slice(0, 12).join('\n')}\n` : whole)];
    }),
  );
  const suite = read('fixtures/suite/weighbridge.yml').toString('utf8');
  const starter = Object.fromEntries(starterFiles({}).map((file) => [file.path, text(file.text)]));
  return [
    // A dozen rows prove little: limits that are wide enough for them.
    { 'weighbridge.yml': text(suite.replace('2pp', '50pp').replace('ceiling: 5%', 'ceiling: 60%')), ...data },
    starter,
    ...['self-hosted-lm-eval', 'nightly-baseline', 'dispatch'].map((name) => {
      const files = Object.entries(filesIn(join(ROOT, 'examples', name)));
      return Object.fromEntries(files.filter(([path]) => !path.startsWith('.github')));
    }),
  ];
};

export const SURFACES: Readonly<Record<string, Surface>> = {
  /** A config with its datasets: what it comes to. */
  config: {
    share: 35,
    seeds: configs,
    read: async (folder) =>
      notOurFault(await command(addCheck, ['check', '--config', join(folder, 'weighbridge.yml')])),
  },
  /** Run directories, samples among them. */
  runs: {
    share: 30,
    seeds: (candidate = HALF) => [runs(candidate)],
    read: (folder) => neverPasses(folder, 'facts/acc=20pp'),
  },
  /** Results of other programs: judged, and turned into a run directory. */
  results: {
    share: 5,
    seeds: (candidate = HALF) => formats(candidate),
    read: async (folder, files) => {
      await neverPasses(folder, limitOf(files), named(files, 'b'), named(files, 'c'));
      const out = ['--out', join(folder, 'imported'), '--role', 'candidate'];
      notOurFault(await command(addImport, ['import', join(folder, named(files, 'c')), ...out]));
    },
  },
  /** The zip that a fork's job has left, beside our own baseline. */
  artifacts: {
    share: 15,
    seeds: (candidate = HALF) => {
      const all = Object.entries(runs(candidate));
      const of = (side: string) => all.filter(([name]) => name.startsWith(`${side}/`));
      const entries = of('c').map(([name, content]) => ({ name: name.replace('c/', 'run/'), content }));
      return (['stored', 'deflate'] as const).map((method) => ({
        'c.zip': zip(entries.map((entry) => ({ ...entry, method }))),
      }));
    },
    read: async (folder) => {
      writeAll(folder, BASELINE);
      const [zipped, target] = [join(folder, 'c.zip'), join(folder, 'outer', 'c')];
      mkdirSync(target, { recursive: true });
      try {
        await unpack(zipped, target, (name) => (name.startsWith('run/candidate/') ? name : null));
      } catch (error) {
        if (!(error instanceof WeighbridgeError)) throw error;
      }
      const escaped = readdirSync(join(folder, 'outer')).filter((name) => name !== 'c');
      if (escaped.length > 0) throw new Finding(`unpacked outside of its folder: ${escaped}`);
      await neverPasses(folder, 'facts/acc=20pp', 'b', 'outer/c/run');
    },
  },
  /** Task files of lm-evaluation-harness: what they would run, before anything does. */
  tasks: {
    share: 15,
    seeds: () => {
      const folder = 'fixtures/lm-eval/tasks';
      const own = readdirSync(join(ROOT, folder)).map((name) => [name, read(`${folder}/${name}`)] as const);
      const code =
        'include: facts.yaml\ntask: t\ndoc_to_text: !function utils.text\ntrust_remote_code: true\n';
      return [Object.fromEntries(own), { 'a.yaml': text(code), 'facts.yaml': read(`${folder}/facts.yaml`) }];
    },
    read: async (folder, files) => {
      try {
        const paths = Object.keys(files).map((name) => join(folder, name));
        for (const error of forbiddenCode(await withIncludes(paths), [], null)) error.describe();
      } catch (error) {
        if (!(error instanceof WeighbridgeError)) throw error;
      }
    },
  },
};

const BASELINE: Files = Object.fromEntries(
  Object.entries(runs(HALF)).filter(([name]) => name.startsWith('b/')),
);

export function writeAll(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
