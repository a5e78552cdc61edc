import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readRun } from '../../../src/results/store/reader.ts';
import type { RunPlan } from '../../../src/results/store/resume.ts';
import { openRun } from '../../../src/results/store/writer.ts';
import { faultOf } from '../../support/fault.ts';
import { plan, sample } from '../../support/stored-run.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folderOf = (out: string) => join(out, 'candidate', 'facts');
const locksOf = (out: string) => readdirSync(folderOf(out)).filter((file) => file.startsWith('writer.lock'));
const samplesOf = (out: string) => join(folderOf(out), 'samples.jsonl');

/** Writes what is missing of the plan, as evaluate does, and returns how many samples that were. */
async function evaluate(out: string, planned: RunPlan = plan()): Promise<number> {
  const { writer } = await openRun(out, planned);
  let written = 0;
  for (let index = 0; index < planned.planned; index += 1) {
    if (writer.has({ id: `s${index}` })) continue;
    await writer.write(sample(index));
    written += 1;
  }
  await writer.complete();
  return written;
}

describe('a whole run', () => {
  test('is read back as it was written, and leaves no lock', async () => {
    const out = temporaryFolder();
    await evaluate(out);
    const run = await readRun(folderOf(out));
    expect(run.incomplete).toBeNull();
    expect(run.samples).toEqual(Array.from({ length: 20 }, (_, index) => sample(index)));
    expect(run.record).toMatchObject({ ...plan(), schema_version: 1, status: { state: 'complete' } });
    expect(readdirSync(folderOf(out)).sort()).toEqual(['run.json', 'samples.jsonl']);
  });

  test('has the same bytes whatever the order of keys', async () => {
    const out = temporaryFolder();
    const { writer } = await openRun(out, plan());
    const { scores, id, ...rest } = sample(1);
    await writer.write({ ...rest, scores: Object.fromEntries(Object.entries(scores).reverse()), id });
    await writer.interrupt();
    expect(readFileSync(samplesOf(out), 'utf8')).toBe(
      '{"id":"s1","index":1,"input_digest":"i1","target_digest":"t1",' +
        '"scores":{"acc":1,"bits_per_byte":{"numerator":1,"denominator":3}},"output":"ö 1"}\n',
    );
  });

  test('is not touched when it is opened again', async () => {
    const out = temporaryFolder();
    await evaluate(out);
    const before = readFileSync(join(folderOf(out), 'run.json'), 'utf8');
    expect(await evaluate(out)).toBe(0);
    expect(readFileSync(join(folderOf(out), 'run.json'), 'utf8')).toBe(before);
  });

  test('refuses NaN, and a sample twice', async () => {
    const { writer } = await openRun(temporaryFolder(), plan());
    await expect(writer.write(sample(0, { scores: { acc: Number.NaN } }))).rejects.toThrow(TypeError);
    await writer.write(sample(0));
    await expect(writer.write(sample(0))).rejects.toThrow(/run twice/);
    await writer.write(sample(0, { filter: 'strict' }));
    await writer.interrupt();
  });
});

describe('going on', () => {
  test('after a kill at any byte gives the bytes of an uninterrupted run', async () => {
    const reference = temporaryFolder();
    await evaluate(reference, plan({ planned: 3 }));
    const whole = readFileSync(samplesOf(reference));
    const runJson = JSON.stringify({
      ...JSON.parse(readFileSync(join(folderOf(reference), 'run.json'), 'utf8')),
      status: { state: 'running' },
      finished: null,
    });
    const out = temporaryFolder();
    mkdirSync(folderOf(out), { recursive: true });
    const isNearEnd = (cut: number) => [...whole.subarray(Math.max(cut - 2, 0), cut + 2)].includes(0x0a);
    for (let cut = 0; cut <= whole.length; cut += 1) {
      // Every byte about the end of a line, and one of eleven within.
      if (cut % 11 !== 0 && !isNearEnd(cut)) continue;
      writeFileSync(join(folderOf(out), 'run.json'), runJson);
      writeFileSync(samplesOf(out), whole.subarray(0, cut));
      const kept = whole.subarray(0, cut).filter((byte) => byte === 0x0a).length;
      expect(await evaluate(out, plan({ planned: 3 })), `cut at byte ${cut}`).toBe(3 - kept);
      expect(readFileSync(samplesOf(out)).equals(whole), `cut at byte ${cut}`).toBe(true);
    }
  });

  test('after a real process was killed with SIGKILL', async () => {
    const out = temporaryFolder();
    const script = resolve(import.meta.dirname, '../../support/endless-writer.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, out], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      if (told.includes('\n640\n')) child.kill('SIGKILL');
    });
    await once(child, 'close');

    expect(locksOf(out)).toHaveLength(1);
    const killed = await readRun(folderOf(out));
    // Whatever it said to be written is there: none waits for the next batch.
    const said = told.slice(0, told.lastIndexOf('\n')).split('\n').length;
    expect(said).toBeGreaterThanOrEqual(640);
    expect(killed.samples.length).toBeGreaterThanOrEqual(said);
    expect(killed.incomplete).toMatch(/^stopped after \d+ of 1000000 samples$/);

    const { writer, superseded } = await openRun(out, plan({ planned: 1_000_000 }));
    expect(superseded).toBeNull();
    expect(killed.samples.every((stored) => writer.has(stored))).toBe(true);
    await writer.write(sample(999_999));
    await writer.interrupt();
    expect((await readRun(folderOf(out))).samples.length).toBe(killed.samples.length + 1);
  });

  test('after a failure keeps samples and start, and ends complete', async () => {
    const out = temporaryFolder();
    const { writer } = await openRun(out, plan());
    await writer.write(sample(0));
    await writer.fail('the engine died');
    const failed = await readRun(folderOf(out));
    expect(failed.incomplete).toBe('failed after 1 of 20 samples: the engine died');
    expect(await evaluate(out)).toBe(19);
    const record = (await readRun(folderOf(out))).record;
    expect(record.status).toEqual({ state: 'complete' });
    expect(record.started).toBe(failed.record.started);
  });

  test('a role may change', async () => {
    const out = temporaryFolder();
    await evaluate(out);
    expect(await evaluate(out, plan({ task_role: 'target' }))).toBe(0);
    expect((await readRun(folderOf(out))).record.task_role).toBe('target');
  });
});

describe('a run that is another run is set aside, and nothing is lost', () => {
  const { model } = plan();
  test.each<[string, Partial<RunPlan>]>([
    ['model', { model: { ...model, digest: 'sha256:bb' } }],
    ['adapter', { model: { ...model, adapter_digest: 'sha256:cc' } }],
    ['seed', { seed: 2 }],
    ['planned', { planned: 21 }],
    ['metrics', { metrics: plan().metrics.slice(0, 1) }],
    ['fingerprint.dataset', { fingerprint: { dataset: 'd2', seed: 1, limit: null } }],
    ['fingerprint.prompt', { fingerprint: { dataset: 'd1', seed: 1, limit: null, prompt: 'p' } }],
  ])('%s differs', async (field, overrides) => {
    const out = temporaryFolder();
    await evaluate(out);
    const before = readFileSync(samplesOf(out));
    const { writer, superseded } = await openRun(out, plan(overrides));
    expect(superseded?.differs).toEqual([field]);
    expect(writer.has(sample(0))).toBe(false);
    await writer.interrupt();
    expect(superseded?.folder).toBe(join(out, 'superseded', 'candidate', 'facts.1'));
    expect(readFileSync(join(superseded?.folder ?? '', 'samples.jsonl')).equals(before)).toBe(true);
    expect(readdirSync(superseded?.folder ?? '').sort()).toEqual(['run.json', 'samples.jsonl']);
  });

  test.each<[string, (folder: string) => void, RegExp]>([
    [
      'a damaged line',
      (folder) => writeFileSync(join(folder, 'samples.jsonl'), 'garbage\n'),
      /samples\.jsonl:1: not JSON/,
    ],
    ['a damaged record', (folder) => writeFileSync(join(folder, 'run.json'), '{'), /run\.json: not JSON/],
    [
      'samples without a record',
      (folder) => execFileSync('rm', [join(folder, 'run.json')]),
      /run\.json: no such file/,
    ],
  ])('%s', async (_, damage, reason) => {
    const out = temporaryFolder();
    await evaluate(out);
    damage(folderOf(out));
    const { writer, superseded } = await openRun(out, plan());
    await writer.interrupt();
    expect(superseded?.differs.join()).toMatch(reason);
  });

  test('twice gives two folders', async () => {
    const out = temporaryFolder();
    for (const seed of [1, 2, 3]) await (await openRun(out, plan({ seed }))).writer.interrupt();
    expect(readdirSync(join(out, 'superseded', 'candidate')).sort()).toEqual(['facts.1', 'facts.2']);
  });
});

describe('the lock', () => {
  const hold = (out: string, owner: object) => {
    mkdirSync(folderOf(out), { recursive: true });
    const file = join(folderOf(out), 'writer.lock.other');
    writeFileSync(file, JSON.stringify(owner));
    return file;
  };

  test('is held by a living writer', async () => {
    const out = temporaryFolder();
    const { writer } = await openRun(out, plan());
    const fault = await faultOf(() => openRun(out, plan()));
    expect(fault.kind).toBe('usage');
    expect(fault.text).toContain(`process ${process.pid} on`);
    await writer.interrupt();
    await (await openRun(out, plan())).writer.interrupt();
    expect(readdirSync(folderOf(out)).sort()).toEqual(['run.json', 'samples.jsonl']);
  });

  test('that vanishes stops the writer, which touches nothing any more', async () => {
    const out = temporaryFolder();
    const { writer } = await openRun(out, plan());
    for (const lock of locksOf(out)) rmSync(join(folderOf(out), lock));
    const fault = await faultOf(() => writer.write(sample(0)));
    expect(fault).toMatchObject({
      kind: 'usage',
      text: expect.stringContaining('the lock of this run is gone'),
    });
    expect(writer.broken).toBe(true);
    expect(readFileSync(samplesOf(out), 'utf8')).toBe('');
  });

  test('goes to at most one of several rivals, over a dead owner too', async () => {
    const out = temporaryFolder();
    hold(out, { pid: 2 ** 22 + 1, host: (await import('node:os')).hostname(), born: '1' });
    const rivals = await Promise.allSettled(Array.from({ length: 8 }, () => openRun(out, plan())));
    const winners = rivals.flatMap((rival) => (rival.status === 'fulfilled' ? [rival.value] : []));
    expect(winners.length).toBeLessThanOrEqual(1);
    for (const rival of rivals) {
      if (rival.status === 'rejected') expect(rival.reason).toMatchObject({ kind: 'usage' });
    }
    await winners[0]?.writer.interrupt();
    await (await openRun(out, plan())).writer.interrupt();
    expect(locksOf(out)).toEqual([]);
  });

  test('of a later process with the same number is dead', async () => {
    const out = temporaryFolder();
    hold(out, { pid: process.pid, host: (await import('node:os')).hostname(), born: 'long ago' });
    await (await openRun(out, plan())).writer.interrupt();
  });

  test('of another machine lives while it is touched, and is dead a quarter of an hour later', async () => {
    const out = temporaryFolder();
    const file = hold(out, { pid: 1, host: 'elsewhere', born: null });
    expect((await faultOf(() => openRun(out, plan()))).text).toContain('process 1 on elsewhere');
    const past = new Date(Date.now() - 16 * 60 * 1000);
    utimesSync(file, past, past);
    await (await openRun(out, plan())).writer.interrupt();
  });
});

const mountable = (() => {
  const folder = temporaryMount('64k');
  if (folder === null) return false;
  execFileSync('umount', [folder]);
  return true;
})();

function temporaryMount(size: string): string | null {
  const folder = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return null;
  }
}

describe.skipIf(!mountable)('a full disk (skipped where a tmpfs cannot be mounted)', () => {
  test('is one clear error, and every stored sample stays', async () => {
    const out = temporaryMount('256k') ?? '';
    onTestFinished(() => void execFileSync('umount', [out]));
    const long = { output: 'x'.repeat(1000) };
    const { writer } = await openRun(out, plan({ planned: 1000 }));
    const fault = await faultOf(async () => {
      for (let index = 0; index < 1000; index += 1) await writer.write(sample(index, long));
    });
    expect(fault.kind).toBe('engine');
    expect(fault.text).toMatch(
      /no space is left on the disk; stored samples are kept[\s\S]*fix: make room there/,
    );
    expect(writer.broken).toBe(true);

    const stored = await readRun(folderOf(out));
    const kept = stored.samples.length;
    expect(kept).toBeGreaterThan(192);
    expect(stored.incomplete).toBe(`stopped after ${kept} of 1000 samples`);
    // With room again, it goes on where it stopped.
    execFileSync('mount', ['-o', 'remount,size=4m', out]);
    const again = await openRun(out, plan({ planned: 1000 }));
    expect(again.superseded).toBeNull();
    for (let index = kept; index < 1000; index += 1) await again.writer.write(sample(index, long));
    await again.writer.complete();
    expect((await readRun(folderOf(out))).incomplete).toBeNull();
  });
});

test('a torn line is dropped and its sample run again', async () => {
  const out = temporaryFolder();
  await evaluate(out);
  copyFileSync(samplesOf(out), join(out, 'whole'));
  truncateSync(samplesOf(out), readFileSync(samplesOf(out)).length - 5);
  expect((await readRun(folderOf(out))).incomplete).toBe('the last line of its samples is torn');
  expect(await evaluate(out)).toBe(1);
  expect(readFileSync(samplesOf(out)).equals(readFileSync(join(out, 'whole')))).toBe(true);
});
