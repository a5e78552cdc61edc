import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { lmEvalTask } from '../../../../src/tasks/runners/lm-eval/options.ts';
import { lmEvalHarness } from '../../../../src/tasks/runners/lm-eval/runner.ts';
import type { Monitor } from '../../../../src/tasks/runners/monitor.ts';
import type { HarnessEvaluation } from '../../../../src/tasks/runners/runner.ts';
import { readSide } from '../../../support/read-side.ts';
import { safetensors } from '../../../support/safetensors.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { type StandIn, standIn } from './stand-in.ts';

type Evaluation = HarnessEvaluation<ReturnType<typeof lmEvalTask.parse>>;

const task = (
  name = 'facts',
  options: Readonly<Record<string, unknown>> = {},
): Evaluation['tasks'][number] => ({
  ...{ name, role: 'general', primaryMetric: null },
  options: lmEvalTask.parse(options),
});

function bench(program: StandIn, checkpoint = 'base') {
  const root = temporaryFolder({
    [`${checkpoint}/config.json`]: '{}',
    [`${checkpoint}/model.safetensors`]: safetensors(checkpoint),
  });
  const said: string[] = [];
  const printed: string[] = [];
  const evaluation = (more: Partial<Evaluation> = {}): Evaluation => ({
    ...{ side: 'baseline', source: { kind: 'folder', path: join(root, checkpoint) }, described: checkpoint },
    ...{ tasks: [task()], out: join(root, 'out'), seed: 1234, directory: root, allow: [] },
    ...{ environment: program.environment, signal: new AbortController().signal, monitor: null },
    ...{
      looks: () => [4, 8],
      baseline: [],
      say: (line) => said.push(line),
      output: (piece) => printed.push(piece),
    },
    ...more,
  });
  const calls = () =>
    existsSync(join(program.folder, 'calls.jsonl'))
      ? readFileSync(join(program.folder, 'calls.jsonl'), 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as { args: string[]; env: string[] })
      : [];
  return { root, out: join(root, 'out'), evaluation, calls, said, printed };
}

describe('a task that is run in full', () => {
  test('is stored under its own name, with the identity of the checkpoint', async () => {
    const { evaluation, out, calls } = bench(standIn());
    const tasks = [task('mine', { task: 'facts' })];
    const outcomes = await lmEvalHarness.evaluate(evaluation({ tasks }));
    expect(outcomes).toMatchObject([
      { task: 'mine', state: 'complete', planned: 8, evaluated: 8, reused: 0 },
    ]);
    const [run] = await readSide(out, 'baseline');
    expect(run).toMatchObject({
      incomplete: null,
      record: { task: 'mine', primary_metric: 'acc', planned: 8, model: { source: 'base' } },
    });
    expect(run?.record.model.digest).toMatch(/^sha256:/);
    expect(calls()[0]?.args).toContain('--log_samples');
  });

  test('is not run again by the same request, and is by any other', async () => {
    const program = standIn();
    const { evaluation, calls, root } = bench(program);
    await lmEvalHarness.evaluate(evaluation());
    const again = await lmEvalHarness.evaluate(evaluation());
    expect(again).toMatchObject([{ state: 'complete', reused: 8, evaluated: 0 }]);
    expect(calls()).toHaveLength(1);

    const other = await lmEvalHarness.evaluate(evaluation({ tasks: [task('facts', { batch_size: 4 })] }));
    expect(other).toMatchObject([{ evaluated: 8, superseded: { differs: ['request'] } }]);
    writeFileSync(join(root, 'base/model.safetensors'), safetensors('trained on'));
    await lmEvalHarness.evaluate(evaluation({ tasks: [task('facts', { batch_size: 4 })] }));
    expect(calls()).toHaveLength(3);
    const outputs = calls().map(({ args }) => args.find((arg) => arg.startsWith('--output_path')));
    expect(new Set(outputs).size).toBe(3);
  });

  test('shares a call with tasks of the same settings only', async () => {
    const { evaluation, calls } = bench(standIn());
    const tasks = [task('a'), task('b'), task('c', { num_fewshot: 5 })];
    const outcomes = await lmEvalHarness.evaluate(evaluation({ tasks }));
    expect(outcomes.map(({ state }) => state)).toEqual(['complete', 'complete', 'complete']);
    const asked = calls().map(({ args }) => args.find((arg) => arg.startsWith('--tasks')));
    expect(asked).toEqual(['--tasks=a,b', '--tasks=c']);
  });

  test('sees of the environment what is listed, and nothing else', async () => {
    const program = standIn();
    const { evaluation, calls } = bench(program);
    const environment = {
      ...program.environment,
      HF_HOME: '/hf',
      GITHUB_TOKEN: 't',
      PYTHONPATH: '/x',
      LD_PRELOAD: '',
    };
    await lmEvalHarness.evaluate(evaluation({ environment }));
    const seen = calls()[0]?.env ?? [];
    expect(seen).toEqual(expect.arrayContaining(['HF_HOME', 'PATH']));
    expect(seen).not.toEqual(expect.arrayContaining(['GITHUB_TOKEN']));
    expect(seen.filter((name) => /TOKEN|PYTHON|LD_/.test(name))).toEqual([]);
  });

  test('passes on what it prints, and keeps progress apart', async () => {
    const program = standIn();
    program.behave({
      prints:
        '::add-mask::e\r\n  0%|  | 0/8 [00:00<?, ?it/s]\rRunning loglikelihood requests:  50%|█ | 4/8 [00:00<00:01, 4.00it/s]\r',
    });
    const { evaluation, printed } = bench(program);
    const progress: unknown[] = [];
    await lmEvalHarness.evaluate(evaluation({ progress: (event) => progress.push(event) }));
    expect(printed).toEqual(['::add-mask::e\n']);
    expect(progress).toMatchObject([{ done: 4, planned: 8, samplesPerSecond: 4, secondsLeft: 1 }]);
  });
});

describe('evidence is the files', () => {
  test.each([
    ['a good end without files', { writesNothing: true }, /ended with 0 and left no results/],
    [
      'a bad end without files',
      { writesNothing: true, code: 1, prints: 'torch.OutOfMemoryError: CUDA out of memory.\n' },
      /ended with 1 .*out of GPU memory[\s\S]*CUDA out of memory/,
    ],
    ['a samples file that ends early', { tearsAt: 3 }, /cannot be used[\s\S]*3 samples/],
    ['a checkpoint that changes meanwhile', { overwrites: true }, /changed while it was being evaluated/],
    ['a part of the documents', { documents: 5 }, /only a part of facts \(5 of 8\)/],
  ])('%s is a failure that the run tells', async (_, behaviour, reason) => {
    const program = standIn();
    program.behave(behaviour);
    const { evaluation, out } = bench(program);
    const [outcome] = await lmEvalHarness.evaluate(evaluation());
    expect(outcome).toMatchObject({ state: 'failed', reason: expect.stringMatching(reason) });
    const [run] = await readSide(out, 'baseline');
    expect(run).toMatchObject({ samples: [], incomplete: expect.stringMatching(reason) });

    program.behave({});
    expect(await lmEvalHarness.evaluate(evaluation())).toMatchObject([{ state: 'complete', evaluated: 8 }]);
  });

  test('a bad end after whole results is a remark', async () => {
    const program = standIn();
    program.behave({ code: 1 });
    const { evaluation, said } = bench(program);
    expect(await lmEvalHarness.evaluate(evaluation())).toMatchObject([{ state: 'complete' }]);
    expect(said.join()).toContain('ended with 1 after');
  });

  test('a primary metric that the results do not have is a failure', async () => {
    const { evaluation } = bench(standIn());
    const tasks = [{ ...task(), primaryMetric: 'acc_nrm' }];
    expect(await lmEvalHarness.evaluate(evaluation({ tasks }))).toMatchObject([
      { state: 'failed', reason: expect.stringMatching(/no metric "acc_nrm"[\s\S]*metrics: acc/) },
    ]);
  });
});

describe('the end of the whole group of processes', () => {
  const isAlive = (pid: number) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  async function pids(folder: string): Promise<number[]> {
    const file = join(folder, 'pids.json');
    while (!existsSync(file)) await delay(20);
    await delay(50);
    return JSON.parse(readFileSync(file, 'utf8')) as number[];
  }
  const allGone = async (all: readonly number[]) => {
    for (let tries = 0; tries < 100 && all.some(isAlive); tries += 1) await delay(20);
    return !all.some(isAlive);
  };

  test('comes with a timeout', async () => {
    const program = standIn();
    program.behave({ hangs: true });
    const { evaluation } = bench(program);
    const running = lmEvalHarness.evaluate(evaluation({ tasks: [task('facts', { timeout_minutes: 0.03 })] }));
    const all = await pids(program.folder);
    expect(await running).toMatchObject([
      { state: 'failed', reason: expect.stringMatching(/longer than 0.03 minutes/) },
    ]);
    expect(await allGone(all)).toBe(true);
  });

  test('comes with an interrupt, which is no failure', async () => {
    const program = standIn();
    program.behave({ hangs: true });
    const { evaluation, out } = bench(program);
    const interrupt = new AbortController();
    const running = lmEvalHarness.evaluate(evaluation({ signal: interrupt.signal }));
    const all = await pids(program.folder);
    interrupt.abort();
    expect(await running).toMatchObject([{ state: 'interrupted', reason: null }]);
    expect(await allGone(all)).toBe(true);
    expect(existsSync(join(out, 'baseline'))).toBe(false);
  });
});

describe('a task that is run in batches', () => {
  /** Ends as soon as it has seen this many samples. */
  const monitor = (enough: number): Monitor => ({
    isLook: () => true,
    earliestStop: () => 1,
    stopReason: (_, samples) => (samples.length >= enough ? 'decided' : null),
  });
  async function both(program: StandIn, enough: number) {
    const { evaluation, out, calls, said } = bench(program, 'worse');
    await lmEvalHarness.evaluate(evaluation());
    const baseline = await readSide(out, 'baseline');
    const candidate = (more: Partial<Evaluation> = {}) =>
      lmEvalHarness.evaluate(evaluation({ side: 'candidate', baseline, monitor: monitor(enough), ...more }));
    const batches = () =>
      calls().flatMap(({ args }) => {
        const file = args.find((arg) => arg.startsWith('--samples='))?.slice('--samples='.length);
        return file === undefined ? [] : [JSON.parse(readFileSync(file, 'utf8')) as Record<string, number[]>];
      });
    return { candidate, batches, out, said };
  }

  test('ends at the look at which the monitor says so, and stays ended', async () => {
    const { candidate, batches, out } = await both(standIn(), 4);
    expect(await candidate()).toMatchObject([
      { state: 'complete', stopped: 'decided', planned: 8, evaluated: 4 },
    ]);
    const [run] = await readSide(out, 'candidate');
    expect(run).toMatchObject({
      incomplete: null,
      record: {
        design: 'sequential',
        planned: 8,
        fingerprint: { limit: null },
        status: { stopped: { after: 4 } },
      },
    });
    const [asked] = batches();
    expect(asked?.facts).toEqual(asked?.facts?.toSorted((a, b) => a - b));
    expect(await candidate()).toMatchObject([{ stopped: 'decided', reused: 4, evaluated: 0 }]);
    expect(batches()).toHaveLength(1);
  });

  test('goes on to the last document when nothing decides, each asked once', async () => {
    const { candidate, batches, out } = await both(standIn(), 99);
    expect(await candidate()).toMatchObject([{ state: 'complete', stopped: null, evaluated: 8 }]);
    expect(
      batches()
        .flatMap(({ facts = [] }) => facts)
        .toSorted(),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const [run] = await readSide(out, 'candidate');
    expect(new Set(run?.samples.map(({ id }) => id)).size).toBe(8);
  });

  const late: Monitor = { isLook: () => true, earliestStop: () => null, stopReason: () => null };

  test('is none where no gate can be decided before the last document: one call, shared', async () => {
    const { evaluation, out, calls, said } = bench(standIn(), 'worse');
    const tasks = [task('a'), task('b')];
    await lmEvalHarness.evaluate(evaluation({ tasks }));
    const baseline = await readSide(out, 'baseline');
    const outcomes = await lmEvalHarness.evaluate(
      evaluation({ tasks, side: 'candidate', baseline, monitor: late }),
    );
    expect(outcomes).toMatchObject([{ evaluated: 8 }, { evaluated: 8 }]);
    const [, { args = [] } = {}, ...more] = calls();
    expect(more).toEqual([]);
    expect(args).toContain('--tasks=a,b');
    expect(args.join()).not.toContain('--samples');
    expect(said.join()).toContain(
      'a: every document is evaluated in one go, since no gate on it is decided before',
    );
  });

  test('and of those that come last, none has a turn once a regression is proven', async () => {
    const { evaluation, out, calls } = bench(standIn(), 'worse');
    const tasks = [task('late'), task('early')];
    await lmEvalHarness.evaluate(evaluation({ tasks }));
    const baseline = await readSide(out, 'baseline');
    let isProven = false;
    const monitor: Monitor = {
      isLook: () => true,
      earliestStop: ({ task: name }) => (name === 'late' ? null : 1),
      stopReason: ({ task: name }, samples) => {
        isProven ||= name === 'early' && samples.length === 4;
        return isProven ? 'regression' : null;
      },
    };
    const candidate = { tasks, side: 'candidate', baseline } as const;
    expect(await lmEvalHarness.evaluate(evaluation({ ...candidate, monitor }))).toMatchObject([
      { task: 'early', evaluated: 4, stopped: 'regression' },
      { task: 'late', planned: 8, evaluated: 0, stopped: 'regression' },
    ]);
    expect(calls()).toHaveLength(2);
    const full = await lmEvalHarness.evaluate(evaluation(candidate));
    expect(full.map(({ state, evaluated, reused }) => [state, evaluated + reused])).toEqual([
      ['complete', 8],
      ['complete', 8],
    ]);
  });

  test('begins with the first look that can decide', async () => {
    const { candidate, batches } = await both(standIn(), 99);
    const looks = () => [2, 4, 8];
    await candidate({ looks, monitor: { ...late, earliestStop: () => 3 } });
    expect(batches().map(({ facts = [] }) => facts.length)).toEqual([4, 4]);
  });

  test('that was stopped goes on to its end where nobody watches', async () => {
    const { candidate, batches } = await both(standIn(), 4);
    await candidate();
    expect(await candidate({ monitor: null })).toMatchObject([{ stopped: null, reused: 4, evaluated: 4 }]);
    expect(batches()).toHaveLength(2);
  });

  test('keeps its first batch when the second fails, and goes on from there', async () => {
    const program = standIn();
    const { candidate, out } = await both(program, 99);
    let isFirst = true;
    const failing: Monitor = {
      isLook: () => true,
      earliestStop: () => 1,
      stopReason: (_, samples) => {
        if (samples.length === 4 && isFirst) {
          isFirst = false;
          program.behave({ writesNothing: true, code: 1 });
        }
        return null;
      },
    };
    expect(await candidate({ monitor: failing })).toMatchObject([{ state: 'failed', evaluated: 4 }]);
    const [run] = await readSide(out, 'candidate');
    expect(run?.incomplete).toMatch(/failed after 4 of 8 samples/);
    program.behave({});
    expect(await candidate()).toMatchObject([{ state: 'complete', reused: 4, evaluated: 4 }]);
  });

  test('of other documents than the baseline had is a failure', async () => {
    const program = standIn();
    const { candidate } = await both(program, 99);
    program.behave({ otherDocuments: true });
    expect(await candidate()).toMatchObject([
      { state: 'failed', reason: expect.stringMatching(/is not that of the baseline/) },
    ]);
  });

  test('is run in full by a version that cannot do it, and says why', async () => {
    const { candidate, batches, said } = await both(standIn('0.4.11'), 4);
    expect(await candidate()).toMatchObject([{ state: 'complete', stopped: null, evaluated: 8 }]);
    expect(batches()).toEqual([]);
    expect(said.join()).toContain('0.4.12 can');
  });
});

describe('what is checked before anything runs', () => {
  test('a name of the harness itself, defined anew', async () => {
    const program = standIn('0.4.13', ['mmlu']);
    const root = temporaryFolder({ 'tasks/a.yaml': 'task: mmlu\n', 'tasks/b.yaml': 'task: mmlu_ours\n' });
    const context = { directory: root, allow: [] };
    const tasks = [task('mmlu_ours', { include_path: 'tasks' })];
    await expect(lmEvalHarness.check(tasks, context, program.environment)).rejects.toThrow(
      /mmlu is the name of a built-in/,
    );
    await lmEvalHarness.check(tasks, { ...context, allow: ['unsafe_code'] }, program.environment);
  });

  // red-team 4: a task that names a folder
  test.each([
    ['evals', {}],
    ['a,evals/t.yaml', {}],
    ['evals/t.yaml,a', {}],
    ['notes.txt', {}],
    ['mine', { task: 'evals' }],
  ])('task %s %j, which lm_eval would take for a path', async (name, options) => {
    const root = temporaryFolder({ 'evals/t.yaml': 'task: t\n', 'notes.txt': 'task: t\n' });
    const context = { directory: root, allow: [] };
    await expect(lmEvalHarness.check([task(name, options)], context, null)).rejects.toThrow(/for the path/);
  });

  test('code of the model repository', async () => {
    const tasks = [task('facts', { model_args: { trust_remote_code: true } })];
    const context = { directory: '.', allow: [] };
    await expect(lmEvalHarness.check(tasks, context, null)).rejects.toThrow(
      /Python code of the model's repository/,
    );
    await lmEvalHarness.check(tasks, { ...context, allow: ['trust_remote_code'] }, null);
  });
});
