import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importResults } from '../../../src/app/import.ts';
import { judgeResults } from '../../../src/app/judge.ts';
import { jsonl, temporaryFolder } from '../../support/temporary-folder.ts';
import { json } from './fixture.ts';
import { header, sample, score } from './inspect/build.ts';
import { parquet } from './lighteval/build.ts';
import { lines, python, RESULTS, results, row, samplesName } from './lm-eval/build.ts';
import type { Files } from './load.ts';

/** The same samples in every layout come to the same verdict with the same numbers, whatever order they lie in. */

type Scores = Readonly<Record<'facts' | 'law', readonly number[]>>;
const TASKS = ['facts', 'law'] as const;
type Task = (typeof TASKS)[number];

const SIDES = {
  baseline: {
    facts: Array.from({ length: 120 }, (_, index) => Number(index % 5 > 0)),
    law: Array.from({ length: 60 }, (_, index) => Number(index % 3 > 0)),
  },
  candidate: {
    facts: Array.from({ length: 120 }, (_, index) => Number(index % 5 > 2)),
    law: Array.from({ length: 60 }, (_, index) => Number(index % 3 > 0 || index < 3)),
  },
} satisfies Record<string, Scores>;
type Side = keyof typeof SIDES;

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

/** Results and samples files of lm_eval of these tasks, in this folder. */
function lmEvalFiles(side: Side, tasks: readonly Task[], folder = '', time?: string): Files {
  const own = SIDES[side];
  const of = (record: (task: Task) => unknown) =>
    Object.fromEntries(tasks.map((task) => [task, record(task)]));
  const name = time === undefined ? RESULTS : `results_${time}.json`;
  return {
    [join(folder, name)]: python(
      results({
        results: of((task) => ({ alias: task, 'acc,none': mean(own[task]) })),
        configs: of((task) => ({ task, metric_list: [{ metric: 'acc', aggregation: 'mean' }] })),
        ...{ versions: of(() => 1), 'n-shot': of(() => 0), higher_is_better: of(() => ({ acc: true })) },
        'n-samples': of((task) => ({ original: own[task].length, effective: own[task].length })),
        model_name: `models/${side}`,
      }),
    ),
    ...Object.fromEntries(
      tasks.map((task) => [
        join(folder, samplesName(task, time)),
        lines(
          own[task].map((acc, document) =>
            row(document, { arguments: { gen_args_0: { arg_0: `${task} ${document}` } }, acc }),
          ),
        ),
      ]),
    ),
  };
}

const tableRows = (side: Side, tasks: readonly Task[]) =>
  tasks.flatMap((task) =>
    SIDES[side][task].map((each, number) => ({ task, id: `q${number}`, metric: 'acc', score: each })),
  );

const csv = (rows: readonly object[]) =>
  `${Object.keys(rows[0] ?? {}).join()}\n${rows.map((each) => `${Object.values(each).join()}\n`).join('')}`;

const inspectLog = (side: Side, task: Task) => {
  const scores = SIDES[side][task];
  const counts = { total_samples: scores.length, completed_samples: scores.length };
  return json({
    ...header(
      { results: { ...counts, scores: [score({ accuracy: mean(scores) })] } },
      { task, model: side, dataset: { name: task, samples: scores.length, shuffled: false } },
    ),
    samples: scores.map((each, number) => sample(number + 1, each === 1 ? 'C' : 'I')),
  });
};

const TIME = '2025-11-21T02-02-49.864881';
const lightevalFiles = (side: Side): Files => {
  const own = SIDES[side];
  const of = (record: (task: Task) => unknown) =>
    Object.fromEntries(TASKS.map((task) => [`${task}:0`, record(task)]));
  const general = { lighteval_sha: 'abc', model_config: { model_name: `org/${side}` } };
  const metrics = [{ metric_name: 'extractive_match', higher_is_better: true }];
  return {
    [`results/org/m/results_${TIME}.json`]: python({
      config_general: general,
      results: of((task) => ({ extractive_match: mean(own[task]) })),
      versions: of(() => 0),
      config_tasks: Object.fromEntries(TASKS.map((task) => [task, { metrics }])),
      summary_tasks: {},
    }),
    ...Object.fromEntries(
      TASKS.map((task) => [`details/org/m/${TIME}/details_${task}|0_${TIME}.parquet`, parquet(own[task])]),
    ),
  };
};

const promptfoo = (side: Side) => {
  const rows = SIDES[side].facts;
  return json({
    evalId: side,
    results: {
      ...{ version: 3, timestamp: '2026-11-21T02:16:37.700Z' },
      results: rows.map((each, testIdx) => ({
        ...{ provider: { id: `openai:${side}` }, prompt: { raw: `q${testIdx}` }, testIdx },
        ...{ vars: { question: `q${testIdx}` }, success: each === 1, failureReason: 1 - each, score: each },
        testCase: { vars: { question: `q${testIdx}` }, assert: [{ type: 'equals' }] },
      })),
      stats: {
        successes: rows.filter((each) => each === 1).length,
        failures: rows.filter((each) => each === 0).length,
        errors: 0,
      },
    },
  });
};

/** Files of a side, and how the tasks are called there. */
type Layout = readonly [files: (side: Side) => Files, named?: (task: Task) => string | null];

const REFERENCE: Layout = [(side) => lmEvalFiles(side, TASKS)];

const LAYOUTS: Readonly<Record<string, Layout>> = {
  'lm_eval, all tasks in one results file': REFERENCE,
  'lm_eval, a results file a task': [
    (side) => ({
      ...lmEvalFiles(side, ['facts'], 'm', '2026-11-21T02-02-49.864881'),
      ...lmEvalFiles(side, ['law'], 'm', '2026-11-21T03-02-49.864881'),
    }),
  ],
  'lm_eval, a folder a task': [
    (side) => ({ ...lmEvalFiles(side, ['law'], 'law/m'), ...lmEvalFiles(side, ['facts'], 'facts/m') }),
  ],
  'a table of lines': [(side) => ({ 'scores.jsonl': jsonl(...tableRows(side, TASKS)) })],
  'a table whose lines lie the other way round': [
    (side) => ({ 'scores.jsonl': jsonl(...tableRows(side, TASKS).reverse()) }),
  ],
  'a table of CSV': [(side) => ({ 'scores.csv': csv(tableRows(side, TASKS)) })],
  'Inspect, a log a task': [
    (side) => ({ 'a.json': inspectLog(side, 'facts'), 'b.json': inspectLog(side, 'law') }),
  ],
  'lighteval with details': [lightevalFiles, (task) => `${task}:0`],
  promptfoo: [
    (side) => ({ 'results.json': promptfoo(side) }),
    (task) => (task === 'facts' ? 'promptfoo/pass' : null),
  ],
};

async function judged([files, named = (task) => task]: Layout, imported: boolean) {
  const place = async (side: Side) => {
    const folder = temporaryFolder(files(side));
    const names = Object.keys(files(side));
    const path = names.length === 1 ? join(folder, names[0] ?? '') : folder;
    if (!imported) return path;
    const out = join(temporaryFolder(), 'out');
    await importResults(path, side, out);
    return out;
  };
  const gates = TASKS.flatMap((task) => {
    const name = named(task);
    const source = { kind: 'flag', name: '--max-drop' } as const;
    return name === null ? [] : { rule: 'max_drop' as const, value: `${name}=10pp`, source };
  });
  const verdict = await judgeResults({
    ...{ configPath: null, overrides: { gates }, out: temporaryFolder() },
    folders: { baseline: await place('baseline'), candidate: await place('candidate') },
  });
  return {
    verdict: verdict.verdict,
    gates: verdict.gates.map(({ verdict: own, pairs, flips, unscored, delta, baseline, candidate }) => ({
      ...{ verdict: own, pairs, flips, unscored },
      baseline: [baseline?.value, baseline?.n],
      candidate: [candidate?.value, candidate?.n],
      delta: [delta?.value, delta?.low, delta?.high].map((each) => each?.toFixed(10)),
    })),
  };
}

/** Judged once, by the first test that needs it. */
let reference: ReturnType<typeof judged> | undefined;

test.each(
  Object.entries(LAYOUTS).flatMap(([name, layout]) => [
    { name, layout, imported: false },
    { name: `${name}, imported to a run directory`, layout, imported: true },
  ]),
)('$name', async ({ layout, imported }) => {
  reference ??= judged(REFERENCE, false);
  const same = await reference;
  expect([same.verdict, same.gates.map(({ verdict }) => verdict)]).toEqual([
    'regression',
    ['regression', 'pass'],
  ]);
  const found = await judged(layout, imported);
  expect(found.verdict).toBe('regression');
  expect(found.gates).toEqual(same.gates.slice(0, found.gates.length));
});
