import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DrawPlan } from '../../../src/core/compare/draw.ts';
import { canonicalJson } from '../../../src/core/domain/canonical-json.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import type { RunPlan } from '../../../src/results/store/resume.ts';
import { watchFiles } from '../../../src/tasks/checkpoints/unchanged.ts';
import { type LoadedModel, Unconfirmed } from '../../../src/tasks/engines/engine.ts';
import {
  evaluateSide as evaluatePrepared,
  type SideEvaluation,
} from '../../../src/tasks/runners/evaluate.ts';
import type { Monitor, Weighing } from '../../../src/tasks/runners/monitor.ts';
import { nativeMetrics } from '../../../src/tasks/runners/native/describe.ts';
import { type NativeTask, nativeTask } from '../../../src/tasks/runners/native/options.ts';
import { nativeRunner } from '../../../src/tasks/runners/native/runner.ts';
import {
  checkpointKey,
  sampleOrder,
  sequentialOrder,
  WeightedOrder,
} from '../../../src/tasks/runners/order.ts';
import type { Progress } from '../../../src/tasks/runners/progress.ts';
import { bigramModel } from '../../support/bigram-model.ts';
import { faultOf } from '../../support/fault.ts';
import { readSide } from '../../support/read-side.ts';
import { jsonl, temporaryFolder } from '../../support/temporary-folder.ts';

const COUNT = 100;
const DATA = {
  'facts.jsonl': jsonl(
    ...Array.from({ length: COUNT }, (_, id) => ({
      id,
      question: `the ${id}`,
      choices: ['cat', 'hat'],
      answer: id % 2,
    })),
  ),
  'texts.jsonl': jsonl(...Array.from({ length: 5 }, (_, id) => ({ id, text: `the cat ${id}` }))),
  'asks.jsonl': jsonl(...Array.from({ length: 5 }, (_, id) => ({ id, question: 'the ', answer: 'cat' }))),
};

type Task = {
  name: string;
  role: 'general';
  primaryMetric: string;
  options: NativeTask;
  tokensEach?: number;
};
/** With tasks as a config has them. */
type Evaluation = Omit<SideEvaluation, 'tasks'> & { tasks: readonly Task[]; directory: string };

async function evaluateSide({ tasks, directory, ...side }: Evaluation) {
  const planned = tasks.map(async (config) => ({
    config,
    prepared: await nativeRunner.prepare(config.name, config.options, directory),
    ...(config.tokensEach === undefined ? {} : { tokensEach: config.tokensEach }),
  }));
  return evaluatePrepared({ ...side, tasks: await Promise.all(planned) });
}

function task(name: string, options: Record<string, unknown>): Task {
  const parsed = nativeTask.parse(options);
  const { primary } = nativeMetrics(parsed);
  return { name, role: 'general', primaryMetric: primary, options: parsed };
}
const FACTS = task('facts', { type: 'multiple_choice', dataset: 'facts.jsonl' });
const TEXTS = task('texts', { type: 'perplexity', dataset: 'texts.jsonl' });
const ASKS = task('asks', {
  type: 'generate',
  dataset: 'asks.jsonl',
  doc_to_target: 'answer',
  generation_kwargs: { max_gen_toks: 8 },
  scorers: ['exact_match', 'profanity_rate'],
});

function evaluation(overrides: Partial<Evaluation> = {}): Evaluation {
  return {
    side: 'candidate',
    tasks: [FACTS, TEXTS, ASKS],
    directory: temporaryFolder(DATA),
    out: temporaryFolder(),
    seed: 7,
    open: async () => bigramModel(),
    signal: new AbortController().signal,
    ...overrides,
  };
}
const bytesOf = (out: string, name = 'facts') =>
  readFileSync(join(out, 'candidate', name, 'samples.jsonl'), 'utf8');

describe('evaluateSide', () => {
  test('runs every task to a complete run that reads back', async () => {
    const side = evaluation();
    const outcomes = await evaluateSide(side);
    expect(outcomes).toEqual(
      [
        ['facts', COUNT],
        ['texts', 5],
        ['asks', 5],
      ].map(([name, planned]) => ({
        task: name,
        state: 'complete',
        reason: null,
        planned,
        reused: 0,
        evaluated: planned,
        stopped: null,
        superseded: null,
      })),
    );
    const runs = await readSide(side.out, 'candidate');
    expect(runs.map((run) => [run.record.task, run.incomplete, run.samples.length])).toEqual([
      ['asks', null, 5],
      ['facts', null, COUNT],
      ['texts', null, 5],
    ]);
    expect(runs[1]?.record.fingerprint).toMatchObject({
      engine: 'bigram',
      seed: 7,
      harness: 'weighbridge native',
    });
    expect(runs[1]?.record.primary_metric).toBe('acc');
  });

  test('gives the same bytes twice, and no other model the same scores', async () => {
    const [first, second, other] = [
      evaluation(),
      evaluation(),
      evaluation({ open: async () => bigramModel({ corpus: 'hhat' }) }),
    ];
    for (const side of [first, second, other]) await evaluateSide(side);
    for (const name of ['facts', 'texts', 'asks'])
      expect(bytesOf(first.out, name)).toBe(bytesOf(second.out, name));
    expect(bytesOf(other.out, 'texts')).not.toBe(bytesOf(first.out, 'texts'));
  });

  test('asks no sample twice', async () => {
    const side = evaluation();
    await evaluateSide(side);
    let requests = 0;
    const open = async () => bigramModel({ onRequest: () => (requests += 1) });
    const again = await evaluateSide({ ...side, open });
    expect(requests).toBe(0);
    expect(again.map(({ state, reused, evaluated }) => [state, reused, evaluated])).toEqual([
      ['complete', COUNT, 0],
      ['complete', 5, 0],
      ['complete', 5, 0],
    ]);
  });

  test('a limit takes the first of the seeded order, which is not that of the file', async () => {
    const limited = task('facts', { type: 'multiple_choice', dataset: 'facts.jsonl', limit: 10 });
    const side = evaluation({ tasks: [limited] });
    await evaluateSide(side);
    const [run] = await readSide(side.out, 'candidate');
    const file = Array.from({ length: COUNT }, (_, id) => ({ id: `${id}` }));
    const order = sampleOrder(file, 7, String(run?.record.fingerprint.dataset)).map(({ id }) => id);
    expect(run?.record.planned).toBe(10);
    expect(run?.incomplete).toBeNull();
    expect(run?.samples.map(({ id }) => id).sort()).toEqual(order.slice(0, 10).sort());
    expect(order.slice(0, 10)).not.toEqual(file.slice(0, 10).map(({ id }) => id));
  });

  test('another model sets the run aside and says so', async () => {
    const side = evaluation({ tasks: [TEXTS] });
    await evaluateSide(side);
    const open = async () => bigramModel({ digest: 'sha256:other' });
    const [outcome] = await evaluateSide({ ...side, open });
    expect(outcome).toMatchObject({ state: 'complete', reused: 0, superseded: { differs: ['model'] } });
    expect(existsSync(join(outcome?.superseded?.folder ?? '', 'samples.jsonl'))).toBe(true);
  });

  test('tells how far it is', async () => {
    const seen: Progress[] = [];
    await evaluateSide(evaluation({ tasks: [TEXTS], progress: (progress) => seen.push(progress) }));
    expect(seen.map(({ task: name, done, planned }) => [name, done, planned])).toEqual(
      [1, 2, 3, 4, 5].map((done) => ['texts', done, 5]),
    );
    expect(seen.at(-1)?.secondsLeft).toBe(0);
  });
});

describe('an engine that dies', () => {
  /** Loads models that die at the request given, one after the other. */
  const dying = (...deaths: number[]) => {
    const models = deaths.map((diesAt) => bigramModel(diesAt > 0 ? { diesAt } : {}));
    return async (): Promise<LoadedModel> => {
      const model = models.shift();
      if (model === undefined) throw new Error('no engine is left');
      return model;
    };
  };

  test('fails its task, keeps its samples, and the next task has a new engine', async () => {
    const side = evaluation({ open: dying(71, 0) });
    const outcomes = await evaluateSide(side);
    expect(
      outcomes.map(({ task: name, state, reason, evaluated }) => [name, state, reason, evaluated]),
    ).toEqual([
      ['facts', 'failed', 'the engine was killed', 70],
      ['texts', 'complete', null, 5],
      ['asks', 'complete', null, 5],
    ]);
    const [, facts] = await readSide(side.out, 'candidate');
    expect(facts?.incomplete).toBe('failed after 70 of 100 samples: the engine was killed');

    const [resumed] = await evaluateSide({ ...side, tasks: [FACTS], open: dying(0) });
    expect(resumed).toMatchObject({ state: 'complete', reused: 70, evaluated: 30 });
    const whole = evaluation({ tasks: [FACTS] });
    await evaluateSide(whole);
    expect(bytesOf(side.out)).toBe(bytesOf(whole.out));
  });

  test('twice fails both tasks', async () => {
    const outcomes = await evaluateSide(evaluation({ open: dying(1, 1, 0) }));
    expect(outcomes.map(({ state }) => state)).toEqual(['failed', 'failed', 'complete']);
  });

  test('and cannot be started again fails every task that is left', async () => {
    const outcomes = await evaluateSide(evaluation({ open: dying(1) }));
    expect(outcomes.map(({ state, reason }) => [state, reason])).toEqual([
      ['failed', 'the engine was killed'],
      ['failed', 'no engine is left'],
      ['failed', 'no engine is left'],
    ]);
  });

  test('and finds another file when it is started again', async () => {
    const models = [bigramModel({ diesAt: 1 }), bigramModel({ digest: 'sha256:new' })];
    const other = bigramModel({ digest: 'sha256:new' });
    const outcomes = await evaluateSide(evaluation({ open: async () => models.shift() ?? other }));
    // The task in which it died, and none after it is answered by another model.
    expect(outcomes.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed']);
    for (const { reason } of outcomes.slice(1)) expect(reason).toMatch(/the checkpoint changed while it was/);
  });

  test('at its very start stops the side', async () => {
    await expect(evaluateSide(evaluation({ open: dying() }))).rejects.toThrow('no engine is left');
  });
});

describe('an abort', () => {
  test('keeps what is there as running, and a second evaluation gives the bytes of one', async () => {
    const abort = new AbortController();
    const side = evaluation({
      progress: ({ task: name, done }) => {
        if (name === 'facts' && done === 30) abort.abort();
      },
      signal: abort.signal,
    });
    const outcomes = await evaluateSide(side);
    expect(outcomes.map(({ state, evaluated }) => [state, evaluated])).toEqual([
      ['interrupted', 30],
      ['interrupted', 0],
      ['interrupted', 0],
    ]);
    const runs = await readSide(side.out, 'candidate');
    expect(runs.map(({ incomplete }) => incomplete)).toEqual([
      'stopped after 0 of 5 samples',
      'stopped after 30 of 100 samples',
      'stopped after 0 of 5 samples',
    ]);
    const signal = new AbortController().signal;
    const again = await evaluateSide({ ...side, signal });
    expect(again.map(({ state, reused }) => [state, reused])).toEqual([
      ['complete', 30],
      ['complete', 0],
      ['complete', 0],
    ]);
    const whole = evaluation();
    await evaluateSide(whole);
    for (const name of ['facts', 'texts', 'asks'])
      expect(bytesOf(side.out, name)).toBe(bytesOf(whole.out, name));
  });
});

test('NaN from the engine is stored as unscored, and the run is complete', async () => {
  const open = async () => bigramModel({ notANumberFor: 'hat' });
  const side = evaluation({ tasks: [FACTS], open });
  await evaluateSide(side);
  const [run] = await readSide(side.out, 'candidate');
  expect(run?.incomplete).toBeNull();
  expect(new Set(run?.samples.map(({ scores }) => JSON.stringify(scores.acc)))).toEqual(
    new Set(['{"unscored":"the log-likelihood of choice 1 is not a number"}']),
  );
});

test.each<[string, Monitor | null]>([
  ['in full', null],
  [
    'until it is decided',
    {
      isLook: () => true,
      earliestStop: () => 1,
      stopReason: (_, seen) => (seen.length < 9 ? null : 'decided'),
    },
  ],
])('a checkpoint that changed while it was evaluated %s fails the task', async (_, monitor) => {
  const out = temporaryFolder();
  const path = join(temporaryFolder({ 'm.gguf': 'before' }), 'm.gguf');
  const assertUnchanged = await watchFiles([path]);
  const open = async () => {
    writeFileSync(path, 'after it was opened');
    return { ...bigramModel(), assertUnchanged };
  };
  const [outcome] = await evaluateSide(evaluation({ out, tasks: [FACTS], open, monitor }));
  expect(outcome).toMatchObject({ state: 'failed', evaluated: 0 });
  expect(outcome?.reason).toContain('changed while it was being evaluated');
  const [run] = await readSide(out, 'candidate');
  // Whose answers they are is not known: with the old file back in its place they would be taken for its own.
  expect(run).toMatchObject({ record: { status: { state: 'failed' } }, samples: [] });
});

test('and so it does where it was interrupted, but for what was there before', async () => {
  const out = temporaryFolder();
  const interruptAt = async (count: number, more: Partial<Evaluation>) => {
    const abort = new AbortController();
    const progress = ({ done }: { readonly done: number }) => done === count && abort.abort();
    return evaluateSide(evaluation({ out, tasks: [FACTS], progress, signal: abort.signal, ...more }));
  };
  await interruptAt(10, {});
  const open = async () => ({
    ...bigramModel(),
    assertUnchanged: () => Promise.reject(new Error('the checkpoint changed')),
  });
  expect(await interruptAt(20, { open })).toMatchObject([
    { state: 'failed', reason: 'the checkpoint changed' },
  ]);
  expect((await readSide(out, 'candidate'))[0]?.samples).toHaveLength(10);
});

test('a server that cannot be asked whether it is the same fails the task, and what it answered is kept', async () => {
  const out = temporaryFolder();
  const doubtful = async () => ({
    ...bigramModel(),
    assertUnchanged: () => Promise.reject(new Unconfirmed('nobody knows')),
  });
  const [failed] = await evaluateSide(evaluation({ out, tasks: [FACTS], open: doubtful }));
  expect(failed).toMatchObject({ state: 'failed', reason: 'nobody knows', evaluated: COUNT });
  const [kept] = await readSide(out, 'candidate');
  expect(kept).toMatchObject({ record: { status: { state: 'failed' } } });
  expect(kept?.incomplete).not.toBeNull();
  expect(kept?.samples).toHaveLength(COUNT);
  let asked = 0;
  const open = async () => {
    const model = bigramModel();
    return {
      ...model,
      scoreChoices: (request: Parameters<LoadedModel['scoreChoices']>[0]) => {
        asked += 1;
        return model.scoreChoices(request);
      },
    };
  };
  expect(await evaluateSide(evaluation({ out, tasks: [FACTS], open }))).toMatchObject([
    { state: 'complete', reused: COUNT },
  ]);
  expect(asked).toBe(0);
});

test('a run directory that cannot be written stops the side', async () => {
  const side = evaluation();
  writeFileSync(join(side.out, 'candidate'), 'a file where a folder must be');
  expect(await faultOf(() => evaluateSide(side))).toMatchObject({
    kind: 'engine',
    text: expect.stringContaining('a file stands where a folder must be'),
  });
});

describe('a sequential evaluation', () => {
  /** Stops every task after as many samples; remembers what it was shown. */
  function stopAfter(limit: number): Monitor & { readonly asked: number[] } {
    const asked: number[] = [];
    return {
      asked,
      earliestStop: () => 1,
      isLook: (samples) => samples % 10 === 0,
      stopReason: (_, samples) => {
        asked.push(samples.length);
        return samples.length >= limit ? 'decided' : null;
      },
    };
  }
  const facts = async (out: string) => (await readSide(out, 'candidate'))[0];

  test('in rounds each shard has its part of the first of one order, and of any other run all in the first', async () => {
    const part = async (index: number, round: number, side: Partial<Evaluation> = {}) => {
      const own = evaluation({
        ...{ tasks: [FACTS], design: 'sequential' },
        shard: { index, count: 3, round: { index: round, count: 2 } },
        ...side,
      });
      await evaluateSide(own);
      return (await readSide(own.out, own.side))[0];
    };
    const parts = await Promise.all([1, 2].flatMap((round) => [1, 2, 3].map((index) => part(index, round))));
    const whole = parts.flatMap((run) => run?.samples ?? []);
    const record = parts[0]?.record;
    if (record === undefined) throw new Error('nothing was evaluated');
    const order = sequentialOrder(whole, record).map(({ id }) => id);
    expect(new Set(order).size).toBe(COUNT);
    const idsOf = (round: number) =>
      parts.slice(3 * round, 3 * round + 3).flatMap((run) => run?.samples.map(({ id }) => id) ?? []);
    expect(idsOf(0).sort()).toEqual(order.slice(0, COUNT / 2).sort());
    expect(idsOf(1).sort()).toEqual(order.slice(COUNT / 2).sort());
    for (const run of parts) expect(run?.record).toMatchObject({ design: 'sequential', planned: COUNT });
    const full = { design: 'full', side: 'baseline' } as const;
    expect((await part(1, 1, full))?.samples).toHaveLength(34);
    expect((await part(1, 2, full))?.samples).toHaveLength(0);
  });

  test('stops at the look that says so, and says so', async () => {
    const monitor = stopAfter(25);
    const side = evaluation({ tasks: [FACTS], monitor });
    const [outcome] = await evaluateSide(side);
    expect(outcome).toMatchObject({ state: 'complete', planned: COUNT, evaluated: 30, stopped: 'decided' });
    expect(monitor.asked).toEqual([0, 10, 20, 30]);
    const run = await facts(side.out);
    expect(run?.record).toMatchObject({
      design: 'sequential',
      status: { state: 'complete', stopped: { after: 30, because: 'decided' } },
    });
    expect(run?.incomplete).toBeNull();
  });

  test('is drawn by weight, round by round, and goes on so where it was stopped', async () => {
    const known = evaluation({ tasks: [FACTS], side: 'baseline' });
    await evaluateSide(known);
    const before = (await readSide(known.out, 'baseline'))[0]?.samples ?? [];
    const bins = Array.from({ length: COUNT }, (_, at) => at % 2).join('');
    const weighing: Weighing = {
      draw: (_, rounds) => ({
        ...{ metric: 'acc', bins, rounds },
        rates: [
          [0.01, 0.01],
          [0.5, 0.5],
        ],
      }),
      order: (run) => {
        const plan = run.draw === undefined ? null : DrawPlan.of(run.draw, before);
        return plan === null ? null : new WeightedOrder(plan, run);
      },
    };
    const side = evaluation({ tasks: [FACTS], monitor: { ...stopAfter(30), weighing } });
    expect(await evaluateSide(side)).toMatchObject([{ evaluated: 30, stopped: 'decided' }]);
    await evaluateSide({ ...side, monitor: { ...stopAfter(60), weighing } });
    const run = await facts(side.out);
    expect(run?.record.draw).toMatchObject({ metric: 'acc', bins, rounds: [25, 50] });
    expect(run?.samples).toHaveLength(60);
    const order = weighing.order(run?.record ?? ({} as RunPlan));
    order?.extend(run?.samples ?? []);
    expect(new Set(run?.samples.map(({ id }) => id))).toEqual(new Set(order?.ids.slice(0, 60)));
    const ids = [...new Set(before.map(({ id }) => id))].sort();
    const likely = run?.samples.slice(0, 25).filter(({ id }) => ids.indexOf(id) % 2 === 1) ?? [];
    expect(likely.length).toBeGreaterThan(13);
    // Where nobody knows the baseline any more, all that is left is evaluated.
    await evaluateSide({ ...side, monitor: stopAfter(70) });
    expect((await facts(side.out))?.samples).toHaveLength(COUNT);
  });

  test('asked again needs no sample, and with more to decide goes on in the same order', async () => {
    const side = evaluation({ tasks: [FACTS], monitor: stopAfter(30) });
    await evaluateSide(side);
    const first = bytesOf(side.out);
    expect(await evaluateSide(side)).toMatchObject([{ reused: 30, evaluated: 0, stopped: 'decided' }]);
    expect(bytesOf(side.out)).toBe(first);
    await evaluateSide({ ...side, monitor: stopAfter(60) });
    expect(bytesOf(side.out).startsWith(first)).toBe(true);
    const atOnce = evaluation({ tasks: [FACTS], monitor: stopAfter(60) });
    await evaluateSide(atOnce);
    expect(bytesOf(side.out)).toBe(bytesOf(atOnce.out));
  });

  test('works on what begins alike one after the other, and has at each look the samples of its design', async () => {
    // Questions of five subjects, each after examples of its own.
    const rows = Array.from({ length: COUNT }, (_, id) => ({
      ...{ id, question: `${'abcde'[id % 5]} examples. the ${id}`, choices: ['cat', 'hat'], answer: id % 2 },
    }));
    const directory = temporaryFolder({ 'facts.jsonl': jsonl(...rows) });
    const shown: string[][] = [];
    const watching: Monitor = {
      ...stopAfter(60),
      stopReason(_, samples) {
        shown.push(samples.map(({ id }) => id));
        return samples.length >= 60 ? 'decided' : null;
      },
    };
    const contexts: string[] = [];
    const open = async () =>
      bigramModel({ onRequest: (request) => contexts.push(String(Object(request).context)) });
    const side = evaluation({ tasks: [FACTS], directory, monitor: watching, open });
    expect(await evaluateSide(side)).toMatchObject([{ evaluated: 60, stopped: 'decided' }]);
    const run = await facts(side.out);
    const order = sequentialOrder(
      rows.map(({ id }) => ({ id: `${id}` })),
      run?.record ?? ({} as RunPlan),
    ).map(({ id }) => id);
    expect(shown).toEqual([0, 10, 20, 30, 40, 50, 60].map((count) => order.slice(0, count)));
    for (let start = 0; start < 60; start += 10) {
      const block = contexts.slice(start, start + 10);
      expect(block).toEqual([...block].sort());
    }

    // Killed inside a block, and gone on with by a monitor that could decide at once: the block is finished first.
    const abort = new AbortController();
    const killed = evaluation({ tasks: [FACTS], directory, monitor: stopAfter(60), signal: abort.signal });
    await evaluateSide({ ...killed, progress: ({ done }) => done === 33 && abort.abort() });
    expect((await facts(killed.out))?.samples).toHaveLength(33);
    const { signal } = new AbortController();
    expect(await evaluateSide({ ...killed, signal, monitor: stopAfter(1) })).toMatchObject([
      { reused: 33, evaluated: 7, stopped: 'decided' },
    ]);
    await evaluateSide({ ...killed, signal });
    expect(bytesOf(killed.out)).toBe(bytesOf(side.out));
  });

  test('whose order was drawn is in that order, whatever seed and dataset are, and goes on in it', async () => {
    const drawn = (fresh: number, more: Partial<Evaluation> = {}) =>
      evaluation({ tasks: [FACTS], monitor: stopAfter(30), order: { fresh, earlier: {} }, ...more });
    const [side, otherSeed, otherDraw] = [drawn(1), drawn(1, { seed: 8 }), drawn(2)];
    for (const each of [side, otherSeed, otherDraw]) await evaluateSide(each);
    const ids = async ({ out }: Evaluation) => (await facts(out))?.samples.map(({ id }) => id);
    expect((await facts(side.out))?.record).toMatchObject({ seed: 7, order_seed: 1 });
    expect(await ids(otherSeed)).toEqual(await ids(side));
    expect(await ids(otherDraw)).not.toEqual(await ids(side));
    const first = bytesOf(side.out);
    await evaluateSide({ ...side, order: { fresh: 3, earlier: {} }, monitor: stopAfter(60) });
    expect((await facts(side.out))?.record).toMatchObject({ order_seed: 1 });
    expect(bytesOf(side.out).startsWith(first)).toBe(true);
    const { digest, adapter_digest } = bigramModel().identity;
    const again = drawn(9, {
      order: { fresh: 9, earlier: { [checkpointKey({ digest, adapter_digest })]: 1 } },
    });
    await evaluateSide(again);
    expect(bytesOf(again.out)).toBe(first);
  });

  test('stays one when the rest is evaluated in full: what was looked at was looked at', async () => {
    const side = evaluation({ tasks: [FACTS], monitor: stopAfter(30) });
    await evaluateSide(side);
    await evaluateSide({ ...side, monitor: null });
    const run = await facts(side.out);
    expect(run?.record).toMatchObject({ design: 'sequential', status: { state: 'complete' } });
    expect(run?.record.status).not.toHaveProperty('stopped');
    expect(run?.samples).toHaveLength(COUNT);
  });

  test('does not end a run that was begun in full', async () => {
    const abort = new AbortController();
    const side = evaluation({
      tasks: [FACTS],
      signal: abort.signal,
      progress: ({ done }) => done === 10 && abort.abort(),
    });
    await evaluateSide(side);
    const signal = new AbortController().signal;
    const [outcome] = await evaluateSide({ ...side, signal, monitor: stopAfter(30) });
    expect(outcome).toMatchObject({ state: 'complete', reused: 10, evaluated: COUNT - 10, stopped: null });
    expect((await facts(side.out))?.record.design).toBe('full');
  });

  test.each<[string, Partial<Record<string, number>>, Partial<Record<string, number>>, string[]]>([
    ['as they stand where all cost the same', {}, {}, ['facts', 'texts']],
    ['the one that can be decided after fewer samples', { facts: 20 }, {}, ['texts', 'facts']],
    ['the one whose samples are short', {}, { facts: 300 }, ['texts', 'facts']],
    ['by both', { texts: 20 }, { facts: 300 }, ['texts', 'facts']],
  ])('asks tasks in the order of what a decision costs: %s', async (_, earliest, tokens, order) => {
    const outcomes = await evaluateSide(
      evaluation({
        tasks: [FACTS, TEXTS].map((task) => ({ ...task, tokensEach: tokens[task.name] ?? 10 })),
        monitor: { ...stopAfter(30), earliestStop: ({ task }) => earliest[task] ?? 10 },
      }),
    );
    expect(outcomes.map(({ task }) => task)).toEqual(order);
  });

  test('records a task that had no turn', async () => {
    const side = evaluation({
      tasks: [TEXTS],
      monitor: { isLook: () => true, earliestStop: () => 1, stopReason: () => 'regression' },
    });
    await evaluateSide(side);
    const run = await facts(side.out);
    expect(run?.record.status).toEqual({ state: 'complete', stopped: { after: 0, because: 'regression' } });
    expect(run?.samples).toEqual([]);
    expect(run?.incomplete).toBeNull();
  });
});

describe('a store', () => {
  const ORIGIN = { commit: null, date: '2026-11-01T10:00:00.000Z', by: null };

  /** A side whose store answers by the run's fingerprint and model, as the real one does. */
  async function stored(described: LoadedModel | null, more: Partial<Evaluation> = {}) {
    const before = evaluation({ side: 'baseline' });
    await evaluateSide(before);
    const runs = await readSide(before.out, 'baseline');
    const keyOf = ({ task, fingerprint, model: { digest } }: RunPlan) =>
      canonicalJson([task, fingerprint, digest]);
    const entries = new Map(runs.map(({ record, samples }) => [keyOf(record), samples]));
    let opened = 0;
    const side = evaluation({
      ...{ side: 'baseline', directory: before.directory, describe: async () => described },
      open: async () => {
        opened += 1;
        return bigramModel();
      },
      lookUp: async (run) => {
        const samples = entries.get(keyOf(run));
        return samples === undefined ? null : { samples, origin: ORIGIN };
      },
      ...more,
    });
    const outcomes = await evaluateSide(side);
    const again = await readSide(side.out, 'baseline');
    expect(again.map(({ samples }) => samples)).toEqual(runs.map(({ samples }) => samples));
    expect(again.map(({ record }) => record.fingerprint)).toEqual(
      runs.map(({ record }) => record.fingerprint),
    );
    const evaluated = outcomes.map((outcome) => outcome.evaluated);
    return { opened, evaluated, entries };
  }

  test('that has every sample leaves the model unloaded', async () => {
    expect(await stored(bigramModel())).toMatchObject({ opened: 0, evaluated: [0, 0, 0] });
  });

  test.each([
    ['says nothing', null],
    ['says something else, of which the store has nothing', bigramModel({ digest: 'sha256:other' })],
  ])('is asked by the loaded model where its description %s', async (_, described) => {
    expect(await stored(described)).toMatchObject({ opened: 1, evaluated: [0, 0, 0] });
  });

  test('that lacks one task, or a part of one, is completed by the model', async () => {
    const { entries } = await stored(bigramModel());
    const facts = [...entries.values()].find((samples) => samples.length === COUNT) ?? [];
    const lookUp = async ({ task }: RunPlan) =>
      task === 'facts' ? { samples: facts.slice(0, 40), origin: ORIGIN } : null;
    expect(await stored(bigramModel(), { lookUp })).toMatchObject({
      opened: 1,
      evaluated: [COUNT - 40, 5, 5],
    });
  });
});

describe('answers that are scored together', () => {
  const CLASSIFIER = `
    const lines = require('node:fs').readFileSync(0, 'utf8').trim().split('\\n').map((line) => JSON.parse(line));
    for (const { id, text } of lines) console.log(JSON.stringify({ id, score: text.length / 20 }));
  `;
  const judged = (more: object = {}) =>
    task('asks', {
      ...{ type: 'generate', dataset: 'many.jsonl', doc_to_target: 'answer', ...more },
      generation_kwargs: { max_gen_toks: 8, temperature: 0.5 },
      scorers: [
        { name: 'toxicity', backend: 'command', command: [process.execPath, '-e', CLASSIFIER], version: '1' },
      ],
    });
  const MANY = {
    'many.jsonl': jsonl(
      ...Array.from({ length: 40 }, (_, id) => ({ id, question: `the ${id} `, answer: 'cat' })),
    ),
  };
  const generated = (more: Partial<Evaluation>) =>
    evaluation({ tasks: [judged()], directory: temporaryFolder(MANY), ...more });
  const answersOf = (out: string) => join(out, 'candidate', 'asks', 'answers.jsonl');

  test('are stored as they are given: an engine that dies costs the one at hand', async () => {
    const whole = generated({});
    await evaluateSide(whole);
    const done: number[] = [];
    const side = generated({
      open: async () => bigramModel({ diesAt: 21 }),
      progress: (progress) => done.push(progress.done),
    });
    expect(await evaluateSide(side)).toMatchObject([{ state: 'failed', evaluated: 0 }]);
    expect(done).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    let requests = 0;
    const open = async () => bigramModel({ onRequest: () => (requests += 1) });
    expect(await evaluateSide({ ...side, open })).toMatchObject([{ state: 'complete', evaluated: 40 }]);
    expect(requests).toBe(20);
    expect(bytesOf(side.out, 'asks')).toBe(bytesOf(whole.out, 'asks'));
    expect(existsSync(answersOf(side.out))).toBe(false);
  });

  test.each<[string, (line: string) => string, number]>([
    ['torn', (text) => text.slice(0, -4), 21],
    ['no JSON', (text) => `${text}{"id": "1", "answers": [\n`, 40],
    ['of another shape', (text) => text.replaceAll('"text"', '"words"'), 40],
    ['said twice in a line', (text) => text.replaceAll('"finish":', '"finish":"stop","finish":'), 40],
  ])('are asked again where the file is %s', async (_, spoil, asked) => {
    const whole = generated({});
    await evaluateSide(whole);
    const side = generated({ open: async () => bigramModel({ diesAt: 21 }) });
    await evaluateSide(side);
    writeFileSync(answersOf(side.out), spoil(readFileSync(answersOf(side.out), 'utf8')));
    let requests = 0;
    const open = async () => bigramModel({ onRequest: () => (requests += 1) });
    await evaluateSide({ ...side, open });
    expect(requests).toBe(asked);
    expect(bytesOf(side.out, 'asks')).toBe(bytesOf(whole.out, 'asks'));
  });

  test('keep the time and the machine that they were answered in and on', async () => {
    let seconds = 0;
    const on = (machine: string, diesAt?: number) => async () => {
      const model = bigramModel(diesAt === undefined ? {} : { diesAt });
      const generate: LoadedModel['generate'] = async (request) => {
        const answer = await model.generate(request);
        seconds += 1;
        return { ...answer, timing: { seconds, firstTokenSeconds: 0.5 } };
      };
      return { ...model, machine, generate };
    };
    const side = generated({ open: on('here', 21) });
    await evaluateSide(side);
    await evaluateSide({ ...side, open: on('there') });
    const lines = bytesOf(side.out, 'asks').trim().split('\n');
    const timings = lines.map((line) => (JSON.parse(line) as SampleRecord).timing);
    expect(timings.map((timing) => timing?.seconds)).toEqual(lines.map((__, index) => index + 1));
    expect(timings.filter((timing) => timing?.machine === 'here')).toHaveLength(20);
    expect(timings.filter((timing) => timing?.machine === 'there')).toHaveLength(lines.length - 20);
    expect(timings[0]).toEqual({ seconds: 1, first_token_seconds: 0.5, machine: 'here' });
  });

  test('are no answers of a checkpoint that changed', async () => {
    const open = async () => ({
      ...bigramModel({ diesAt: 21 }),
      assertUnchanged: () => Promise.reject(new Error('the checkpoint changed')),
    });
    const side = generated({ open });
    expect(await evaluateSide(side)).toMatchObject([{ state: 'failed', reason: 'the checkpoint changed' }]);
    expect(existsSync(answersOf(side.out))).toBe(false);
  });

  test('of which some are missing are asked again, all of the sample', async () => {
    const repeated = [judged({ repeats: 4 })];
    const whole = generated({ tasks: repeated });
    await evaluateSide(whole);
    const side = generated({ tasks: repeated, open: async () => bigramModel({ diesAt: 11 }) });
    await evaluateSide(side);
    expect(readFileSync(answersOf(side.out), 'utf8').trim().split('\n')).toHaveLength(2);
    let requests = 0;
    const open = async () => bigramModel({ onRequest: () => (requests += 1) });
    await evaluateSide({ ...side, open });
    expect(requests).toBe(4 * 38);
    expect(bytesOf(side.out, 'asks')).toBe(bytesOf(whole.out, 'asks'));
  });
});
