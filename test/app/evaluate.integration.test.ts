import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { findBaselines, foundIn } from '../../src/app/baselines/choose.ts';
import { originHere, storeOf, wholeRuns } from '../../src/app/baselines/find.ts';
import { evaluateAdapters, evaluateCheckpoints } from '../../src/app/evaluate.ts';
import { judge, judgeResults } from '../../src/app/judge.ts';
import { Handover } from '../../src/tasks/engines/handover.ts';
import { ENGINES } from '../../src/tasks/engines/registry.ts';
import { useBigramEngine } from '../support/bigram-engine.ts';
import { faultOf } from '../support/fault.ts';
import { GitRepository } from '../support/git-repository.ts';
import { loadFrom, logged, projectFolder } from './story.ts';

const samplesOf = (out: string, side: string): number =>
  readFileSync(join(out, side, 'facts', 'samples.jsonl'), 'utf8')
    .trimEnd()
    .split('\n').length;

test('both sides are evaluated, the same command again asks nothing, and the verdict follows', async () => {
  const folder = projectFolder('baseline: baseline.gguf');
  const loaded = await loadFrom(folder);
  const models = useBigramEngine();
  const options = logged(folder);
  await evaluateCheckpoints(loaded, options);
  expect(models).toEqual(['baseline.gguf', 'candidate.gguf']);
  expect([samplesOf(options.out, 'baseline'), samplesOf(options.out, 'candidate')]).toEqual([12, 12]);
  const { verdict, gates } = await judge(loaded, options);
  expect([verdict, gates[0]?.pairs]).toEqual(['pass', 12]);

  const first = readFileSync(join(options.out, 'verdict.json'), 'utf8');
  await evaluateCheckpoints(loaded, options);
  await judge(loaded, options);
  expect(samplesOf(options.out, 'candidate')).toBe(12);
  expect(readFileSync(join(options.out, 'verdict.json'), 'utf8')).toBe(first);
});

/** Every model that was opened: its adapter, and what it was given to leave things in. */
async function openings() {
  const engine = await ENGINES['llama.cpp'].load();
  const open = vi.spyOn(engine, 'open');
  return () =>
    open.mock.calls.map(([source, , { handover }]) => ({
      adapter: source.kind === 'adapter' ? basename(source.adapter) : null,
      handover,
    }));
}

test('what a baseline leaves the candidate may use, and nothing is left afterwards', async () => {
  const folder = projectFolder('baseline: baseline.gguf');
  useBigramEngine();
  const opened = await openings();
  await evaluateCheckpoints(await loadFrom(folder), logged(folder));
  const [baseline, candidate] = opened();
  expect(baseline?.handover).toBeInstanceOf(Handover);
  expect(candidate?.handover).toBe(baseline?.handover);
  const close = vi.fn(async () => {});
  await baseline?.handover?.leave({ close });
  expect(close).toHaveBeenCalledOnce();
});

describe('adapters', () => {
  const adapted = (adapter: string) => `{ base: base.gguf, adapter: ${adapter} }`;
  const withCandidate = async (candidate: string) => {
    const folder = projectFolder('baseline: base.gguf');
    const path = join(folder, 'weighbridge.yml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('candidate.gguf', candidate));
    return folder;
  };

  test('each is evaluated as the candidate, in a folder of its own, on what the one before left', async () => {
    const folder = await withCandidate(adapted('config.gguf'));
    useBigramEngine();
    const opened = await openings();
    const options = logged(folder);
    await evaluateAdapters(await loadFrom(folder), ['a.gguf', 'b.gguf'], options);
    expect(opened().map(({ adapter }) => adapter)).toEqual(['a.gguf', 'b.gguf']);
    expect(['1', '2'].map((name) => samplesOf(join(options.out, name), 'candidate'))).toEqual([12, 12]);
    expect(new Set(opened().map(({ handover }) => handover)).size).toBe(1);
  });

  test('without a base there are none', async () => {
    const folder = await withCandidate('candidate.gguf');
    const models = useBigramEngine();
    const loaded = await loadFrom(folder);
    const fault = await faultOf(() => evaluateAdapters(loaded, ['a.gguf'], logged(folder)));
    expect(fault).toMatchObject({
      kind: 'config',
      text: expect.stringContaining('the candidate is no adapter'),
    });
    expect(models).toEqual([]);
  });
});

test.each<[string, Parameters<typeof logged>[1], readonly string[]]>([
  ['one side alone', { sides: ['candidate'] }, ['candidate.gguf']],
  ['nothing once it was told to stop', { signal: AbortSignal.abort() }, []],
])('%s', async (_, options, models) => {
  const folder = projectFolder('baseline: baseline.gguf');
  const loaded = useBigramEngine();
  await evaluateCheckpoints(await loadFrom(folder), logged(folder, options));
  expect(loaded).toEqual(models);
});

test('a side that is not there is news before any model is loaded', async () => {
  const folder = projectFolder('baseline: results/of/nobody');
  const models = useBigramEngine();
  const fault = await faultOf(async () => evaluateCheckpoints(await loadFrom(folder), logged(folder)));
  expect(fault.text).toContain('neither a checkpoint by its name nor results');
  expect([models, existsSync(join(folder, 'out'))]).toEqual([[], false]);
});

test('results of another task as the baseline are news before the candidate is evaluated', async () => {
  const folder = projectFolder('baseline: others.csv');
  writeFileSync(join(folder, 'others.csv'), 'task,id,metric,score\nothers,a,acc,1\nothers,b,acc,0\n');
  const models = useBigramEngine();
  const fault = await faultOf(async () => evaluateCheckpoints(await loadFrom(folder), logged(folder)));
  expect(fault).toMatchObject({
    kind: 'data',
    text: expect.stringMatching(
      /the baseline is results of others, and a gate is about facts\n.*name a checkpoint/,
    ),
  });
  expect(models).toEqual([]);
});

test('no source of the baseline has one: each is told, and nothing is evaluated', async () => {
  const folder = projectFolder('baseline: [{ from: store }, { from: artifact }]\nstore: kept');
  const models = useBigramEngine();
  const options = logged(folder);
  const fault = await faultOf(async () => evaluateCheckpoints(await loadFrom(folder), options));
  expect(fault).toMatchObject({ kind: 'data', text: expect.stringContaining('there is no baseline') });
  expect(options.lines).toEqual([
    expect.stringContaining('not by the store: nothing was blessed'),
    expect.stringContaining('not by the last green run'),
  ]);
  expect(models).toEqual([]);
});

test('the first baseline: the candidate is kept as such, and is the baseline of the next run', async () => {
  const folder = projectFolder('baseline: { sources: [{ from: store }], bootstrap: true }\nstore: kept');
  const repository = new GitRepository(folder);
  const commit = repository.commit({});
  repository.git('update-ref', 'refs/remotes/origin/main', commit);
  repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  const models = useBigramEngine();
  const options = logged(folder);
  const loaded = await loadFrom(folder);
  await evaluateCheckpoints(loaded, options);
  expect(models).toEqual(['candidate.gguf']);
  expect(options.lines.at(-1)).toMatch(/^bootstrap: blessed .* in .*kept$/);

  const next = { ...logged(folder), out: join(folder, 'next') };
  const baselines = await findBaselines(loaded.config, foundIn(next.out));
  await evaluateCheckpoints(loaded, { ...next, baselines });
  const { verdict, provenance } = await judge(loaded, { ...next, baselines });
  expect(verdict).toBe('pass');
  expect(provenance.baseline?.origin?.commit).toBe(commit);
});

test.each([
  ['a longer one is compared at that of the baseline', 4096, 512, 'pass', 'context 512'],
  ['a shorter one is not, and the report says what to set', 256, 512, 'invalid', 'context 256'],
  ['the same is', 512, 512, 'pass', 'context 512'],
])('a context that the files say: %s', async (_, own, baseline, verdict, settings) => {
  const folder = projectFolder('baseline: baseline.gguf');
  const loaded = await loadFrom(folder);
  useBigramEngine({ 'baseline.gguf': { contextSize: baseline }, 'candidate.gguf': { contextSize: own } });
  const options = logged(folder);
  await evaluateCheckpoints(loaded, options);
  const file = await judge(loaded, options);
  expect(file.verdict).toBe(verdict);
  expect(file.provenance.fingerprints.facts?.candidate?.engine_settings).toBe(settings);
  const comment = readFileSync(join(options.out, 'comment.md'), 'utf8');
  expect(/context&#95;size&#58;&#32;256/.test(comment)).toBe(verdict === 'invalid');
});

test.each([
  ['same tokens', 'same', '', 'pass', []],
  ['other tokens', 'other', '', 'pass', [['tokens', 'soft']]],
  ['tokens that nobody recorded', null, '', 'invalid', [[undefined, 'hard']]],
  ['the same, declared', null, 'accept_change: [tokenizer]', 'pass', [[undefined, 'soft']]],
] as const)('another vocabulary with %s', async (_, tokens, declared, verdict, told) => {
  const folder = projectFolder(`baseline: baseline.gguf\n${declared}`);
  const loaded = await loadFrom(folder);
  const tokensOf = (text: string) => `${tokens === 'other' ? 'x' : ''}${text.length}`;
  useBigramEngine({
    'baseline.gguf': { tokenizer: { name: 'one', tokensOf: (text) => `${text.length}` } },
    'candidate.gguf': tokens === null ? {} : { tokenizer: { name: 'two', tokensOf } },
  });
  const options = logged(folder);
  await evaluateCheckpoints(loaded, options);
  const file = await judge(loaded, options);
  expect(file.verdict).toBe(verdict);
  const found = file.comparability.filter(({ field }) => field === 'tokenizer');
  expect(found.map(({ setting, severity }) => [setting, severity])).toEqual(told);
  const comment = readFileSync(join(options.out, 'comment.md'), 'utf8');
  expect(comment.includes('summed over the same bytes')).toBe(tokens === 'other');
});

test.each<[string, string, readonly string[]]>([
  [
    'declared: the candidate first, then the baseline anew',
    'engine_settings',
    ['candidate.gguf', 'baseline.gguf'],
  ],
  ['not declared: the stored baseline stands', 'dataset', ['candidate.gguf']],
])('settings other than those of the stored baseline, %s', async (_, change, asked) => {
  const folder = projectFolder(
    `baseline: [{ from: store }, baseline.gguf]\nstore: kept\naccept_change: [${change}]`,
  );
  const loaded = await loadFrom(folder);
  const before = useBigramEngine();
  const first = { ...logged(folder), out: join(folder, 'first') };
  await evaluateCheckpoints(loaded, first);
  expect(before).toEqual(['baseline.gguf', 'candidate.gguf']);
  const store = storeOf(loaded.config);
  await store?.bless(await wholeRuns(join(first.out, 'baseline'), 'baseline'), await originHere(folder));

  const other = { contextSize: 2048 };
  const models = useBigramEngine({ 'baseline.gguf': other, 'candidate.gguf': other });
  const opened = await openings();
  await evaluateCheckpoints(loaded, logged(folder));
  expect(models).toEqual(asked);
  // What a candidate leaves computes nothing that it is compared with.
  expect(opened().every(({ handover }) => handover === undefined)).toBe(true);
});

test('shards evaluate in rounds, and whoever judges the first waits where it decides nothing', async () => {
  const folder = projectFolder('baseline: baseline.gguf');
  const file = join(folder, 'weighbridge.yml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('evaluation: full', 'target: population'));
  const loaded = await loadFrom(folder);
  const evaluated = async (round: number) => {
    for (const index of [1, 2]) {
      useBigramEngine();
      const shard = { index, count: 2, round: { index: round, count: 2 } };
      await evaluateCheckpoints(
        loaded,
        logged(folder, { out: join(folder, `parts/${round}-${index}`), shard }),
      );
    }
    const parts = join(folder, 'parts');
    return judgeResults({
      ...{ configPath: file, overrides: {}, out: join(folder, `judged-${round}`) },
      folders: { baseline: parts, candidate: parts },
    });
  };
  expect(await evaluated(1)).toMatchObject({
    ...{ verdict: 'invalid', blocked: true, waits: [{ task: 'facts', evaluated: 6, planned: 12 }] },
    tasks: [{ samples: { baseline: { evaluated: 12 } } }],
  });
  // Where a shard is missing, another round is no remedy.
  renameSync(join(folder, 'parts/1-1'), join(folder, 'elsewhere'));
  const torn = await judgeResults({
    ...{ configPath: file, overrides: {}, out: join(folder, 'judged-torn') },
    folders: { baseline: join(folder, 'parts'), candidate: join(folder, 'parts') },
  });
  expect(torn).toMatchObject({ verdict: 'invalid' });
  expect(torn).not.toHaveProperty('waits');
  renameSync(join(folder, 'elsewhere'), join(folder, 'parts/1-1'));
  const last = await evaluated(2);
  expect(last).toMatchObject({ verdict: 'pass', tasks: [{ pairs: 12 }] });
  expect(last).not.toHaveProperty('waits');
});

test('a candidate that must be evaluated in full has no rounds', async () => {
  const folder = projectFolder('baseline: baseline.gguf');
  const models = useBigramEngine();
  const shard = { index: 1, count: 1, round: { index: 1, count: 2 } };
  const fault = await faultOf(async () =>
    evaluateCheckpoints(await loadFrom(folder), logged(folder, { shard })),
  );
  expect(fault).toMatchObject({ kind: 'usage', text: expect.stringContaining('evaluation: full') });
  expect(models).toEqual([]);
});
