import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { cacheFolder } from '../../src/adapters/process/cache-folder.ts';
import { findEnginePackage } from '../../src/tasks/engines/llama-cpp/engine-package.ts';
import { GitRepository, git } from '../support/git-repository.ts';
import { readSide } from '../support/read-side.ts';
import { checkpoint, hasVerdict, SUITE, temporaryFolder, verdictIn, weighbridge } from './support.ts';

interface Timing {
  readonly evaluations: readonly {
    readonly side: string;
    readonly tasks: readonly { readonly task: string; readonly evaluated: number; readonly reused: number }[];
  }[];
}

/** How many samples each side evaluated and reused, by side. */
function workOf(out: string): Record<string, { evaluated: number; reused: number }> {
  const { evaluations } = JSON.parse(readFileSync(join(out, 'timing.json'), 'utf8')) as Timing;
  return Object.fromEntries(
    evaluations.map(({ side, tasks }) => [
      side,
      {
        evaluated: tasks.reduce((sum, task) => sum + task.evaluated, 0),
        reused: tasks.reduce((sum, task) => sum + task.reused, 0),
      },
    ]),
  );
}

/** A config of two tasks of the suite in a folder of its own, its store beside it. */
function writeConfig(folder: string, changes: Record<string, unknown>): string {
  const suite = parse(readFileSync(SUITE, 'utf8')) as { tasks: Record<string, { dataset: string }> };
  const { facts, prose } = suite.tasks;
  if (facts === undefined || prose === undefined) throw new Error('the suite lost a task');
  const placed = (task: { dataset: string }) => ({ ...task, dataset: join(dirname(SUITE), task.dataset) });
  const config = join(folder, 'weighbridge.yml');
  writeFileSync(
    config,
    stringify({
      version: 1,
      candidate: checkpoint('candidate-good'),
      baseline: [{ from: 'store' }, checkpoint('base')],
      store: 'store',
      tasks: { facts: { ...placed(facts), limit: 120 }, prose: placed(prose) },
      gates: [{ metric: 'facts/acc', max_drop: '15pp' }],
      ...changes,
    }),
  );
  return config;
}

/** What is said before the engine is installed. */
const INSTALLING = 'installing the embedded engine';

/** A cache whose engine says which release it is, and is nothing else. */
function engineThatCannotLoad(cache: string): string {
  const { digest, platform: row } = findEnginePackage();
  const platform = row.id;
  const engine = join(cache, `engine-${digest}-${platform}`);
  const [name] = row.packages;
  const bins = join('node_modules/@node-llama-cpp', name, 'bins', name, '_nlcBuildMetadata.json');
  const real = join(cacheFolder(process.env), `engine-${digest}-${platform}`);
  for (const file of ['installed.json', bins]) cpSync(join(real, file), join(engine, file));
  return cache;
}

describe('a baseline is computed once', () => {
  test('but twice where its noise is measured: what a store remembers shows none', async () => {
    using folder = temporaryFolder();
    const config = writeConfig(folder.path, { baseline: checkpoint('base') });
    const out = join(folder.path, 'noise');
    const { exitCode, stderr } = await weighbridge(['noise', '--config', config, '--out', out]);
    expect(exitCode, stderr).toBe(0);
    for (const run of ['first', 'second']) {
      const { baseline } = workOf(join(out, run));
      expect(baseline).toMatchObject({ reused: 0 });
      expect(baseline?.evaluated).toBeGreaterThan(100);
    }
  });

  test('and reused sample by sample, completed where it is partial, and blessed when it was accepted', async () => {
    using folder = temporaryFolder();
    const config = writeConfig(folder.path, {});
    const run = async (name: string, ...args: string[]) => {
      const out = join(folder.path, name);
      const end = await weighbridge(['run', '--config', config, '--out', out, ...args]);
      return { out, ...end };
    };
    const checked = await weighbridge(['check', '--config', config]);
    expect(checked.stdout, checked.stderr).toContain('2 checkpoints to evaluate');
    const first = await run('first');
    expect(first.exitCode, first.stderr).toBe(0);
    const planned = verdictIn(first.out).cost.samples.planned / 2;
    expect(workOf(first.out)).toMatchObject({
      baseline: { evaluated: planned, reused: 0 },
      candidate: { evaluated: planned, reused: 0 },
    });
    expect(verdictIn(first.out).provenance.baseline?.attempts).toEqual([
      { source: 'the store', reason: expect.stringContaining('nothing was blessed') as string },
      { source: checkpoint('base'), reason: null },
    ]);
    expect(verdictIn(first.out).cost.samples).not.toHaveProperty('reused');

    const second = await run('second');
    expect(second.exitCode, second.stderr).toBe(0);
    expect(workOf(second.out)).toMatchObject({
      baseline: { evaluated: 0, reused: planned },
      candidate: { evaluated: planned, reused: 0 },
    });
    expect(verdictIn(second.out).cost.samples.reused).toBe(planned);
    expect(verdictIn(second.out).gates).toEqual(verdictIn(first.out).gates);

    // Another model at the same place is another baseline, whatever it is called.
    const other = await run('other', '--baseline', checkpoint('candidate-forgetful'));
    expect(workOf(other.out).baseline).toEqual({ evaluated: planned, reused: 0 });

    const bless = ['baseline', 'bless', second.out, '--side', 'candidate', '--config', config];
    const blessed = await weighbridge([...bless, '--commit', 'c0ffee', '--by', 'the release manager']);
    expect(blessed.exitCode, blessed.stderr).toBe(0);
    const shown = await weighbridge(['baseline', 'show', '--config', config]);
    expect(shown.stdout).toContain('c0ffee');
    expect(shown.stdout).toContain('0 days old');
    const listed = await weighbridge(['baseline', 'list', '--config', config]);
    expect(listed.stdout).toContain('the release manager');

    const third = await run('third');
    expect(third.exitCode, third.stderr).toBe(0);
    expect(workOf(third.out)).not.toHaveProperty('baseline');
    const { provenance, baseline, candidate } = verdictIn(third.out);
    expect(provenance.baseline).toMatchObject({
      attempts: [{ source: 'the store', reason: null }],
      origin: { commit: 'c0ffee', by: 'the release manager' },
    });
    expect(baseline?.digest).toBe(candidate?.digest);
    const comment = readFileSync(join(third.out, 'comment.md'), 'utf8');
    expect(comment).toContain('found by <code>the&#32;store</code>');
    expect(comment).toContain('at commit <code>c0ffee</code>');

    const pruned = await weighbridge(['baseline', 'prune', '--keep', '0', '--config', config]);
    expect(pruned.stderr).toContain('removed 1 baseline and 6 entries');
    const empty = await weighbridge(['baseline', 'show', '--config', config]);
    expect(empty.exitCode).toBe(3);
  }, 600_000);

  test('and with every sample in the store, its model is not loaded', async () => {
    using folder = temporaryFolder();
    const config = writeConfig(folder.path, {});
    const evaluate = (out: string, cache = process.env.WEIGHBRIDGE_CACHE) =>
      weighbridge(['evaluate', '--role', 'baseline', '--config', config, '--out', join(folder.path, out)], {
        env: { WEIGHBRIDGE_CACHE: cache },
      });
    expect((await evaluate('first')).exitCode).toBe(0);
    const broken = engineThatCannotLoad(join(folder.path, 'cache'));
    const second = await evaluate('second', broken);
    expect(second.exitCode, second.stderr).toBe(0);
    expect(second.stderr).not.toContain(INSTALLING);
    expect(workOf(join(folder.path, 'second')).baseline).toMatchObject({ evaluated: 0 });
    const [first, again] = await Promise.all(
      ['first', 'second'].map((out) => readSide(join(folder.path, out), 'baseline')),
    );
    expect(again?.map(({ samples }) => samples)).toEqual(first?.map(({ samples }) => samples));
    const plain = (runs: typeof first) =>
      runs?.map(({ record: { fingerprint, model } }) => ({ fingerprint, model }));
    expect(plain(again)).toEqual(plain(first));

    // One sample more than the store has needs the model, and an engine that is what its lock says.
    writeConfig(folder.path, { seed: 7 });
    const other = await evaluate('other', broken);
    expect(other.exitCode, other.stderr).toBe(0);
    expect(other.stderr).toContain(INSTALLING);
  }, 600_000);

  test('an interrupted one is completed, not begun again', async () => {
    using folder = temporaryFolder();
    const config = writeConfig(folder.path, {});
    const evaluate = (out: string, ...more: string[]) =>
      weighbridge([
        'evaluate',
        '--role',
        'baseline',
        '--config',
        config,
        '--out',
        join(folder.path, out),
        ...more,
      ]);
    expect((await evaluate('part', '--shard', '1/3')).exitCode).toBe(0);
    const { exitCode, stderr } = await evaluate('whole');
    expect(exitCode, stderr).toBe(0);
    const [part, whole] = [
      workOf(join(folder.path, 'part')).baseline,
      workOf(join(folder.path, 'whole')).baseline,
    ];
    expect(whole?.reused).toBe(part?.evaluated);
    expect(whole?.evaluated).toBeGreaterThan(whole?.reused ?? 0);
  }, 600_000);
});

describe('no baseline', () => {
  test('is never a pass, and says how to make one', async () => {
    using folder = temporaryFolder();
    const config = writeConfig(folder.path, {
      baseline: [{ from: 'store' }, { from: 'artifact' }, 'nowhere.gguf'],
    });
    const out = join(folder.path, 'out');
    const { exitCode, stderr } = await weighbridge(['run', '--config', config, '--out', out]);
    expect(exitCode, stderr).toBe(3);
    const { verdict, reasons } = verdictIn(out);
    expect(verdict).toBe('invalid');
    for (const says of ['nothing was blessed', 'in GitHub Actions only', 'nowhere.gguf', 'baseline bless']) {
      expect(reasons.join('\n')).toContain(says);
    }
  }, 60_000);
});

describe('the first baseline', () => {
  test('is made on the default branch, compares nothing, and is found by the next run', async () => {
    using folder = temporaryFolder({ 'origin/readme.md': 'x' });
    const [origin, clone] = [join(folder.path, 'origin'), join(folder.path, 'clone')];
    new GitRepository(origin).commit({});
    git(folder.path, 'clone', '-q', origin, clone);
    const config = writeConfig(clone, { baseline: { sources: { from: 'store' }, bootstrap: true } });
    const run = (out: string) => weighbridge(['run', '--config', config, '--out', join(folder.path, out)]);

    const first = await run('first');
    expect(first.exitCode, first.stderr).toBe(0);
    expect(first.stdout).toContain('bootstrap: there was no baseline');
    expect(hasVerdict(join(folder.path, 'first'))).toBe(false);

    const second = await run('second');
    expect(second.exitCode, second.stderr).toBe(0);
    expect(verdictIn(join(folder.path, 'second'))).toMatchObject({
      verdict: 'pass',
      provenance: { baseline: { attempts: [{ source: 'the store', reason: null }] } },
    });
  }, 600_000);

  test('is made nowhere else', async () => {
    using folder = temporaryFolder();
    const config = writeConfig(folder.path, { baseline: { sources: { from: 'store' }, bootstrap: true } });
    const { exitCode } = await weighbridge(['run', '--config', config, '--out', join(folder.path, 'out')]);
    expect(exitCode).toBe(3);
    expect(verdictIn(join(folder.path, 'out')).verdict).toBe('invalid');
  }, 60_000);
});
