import { execFileSync } from 'node:child_process';
import { link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlan, writePlan } from '../../src/action/plan-file.ts';
import { listRegularFiles } from '../../src/action/regular-files.ts';

let folder: string;
let root: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-confine-'));
  root = join(folder, 'run');
  await mkdir(join(root, 'baseline/facts'), { recursive: true });
  await writeFile(join(root, 'baseline/facts/run.json'), '{}');
  await writeFile(join(root, 'a.jsonl'), '12345');
});
afterEach(() => rm(folder, { recursive: true }));

const LIMITS = { files: 5, fileBytes: 100, totalBytes: 200, depth: 3 };

describe('what the evaluation left is read as hostile', () => {
  test('plain files are listed, in order', async () => {
    expect(await listRegularFiles(root)).toEqual([
      join(root, 'a.jsonl'),
      join(root, 'baseline/facts/run.json'),
    ]);
  });

  const secret = () => join(folder, 'secret');
  test.each<[string, () => unknown, string]>([
    ['a link to a file', () => symlink('/etc/passwd', join(root, 'x')), 'x is a link or a device'],
    ['a link to a folder', () => symlink('/etc', join(root, 'baseline/x')), 'x is a link or a device'],
    ['a link to nothing', () => symlink('/nowhere', join(root, 'x')), 'x is a link or a device'],
    [
      'a hard link',
      () => writeFile(secret(), 's').then(() => link(secret(), join(root, 'x'))),
      'x is a hard link',
    ],
    [
      'a pipe, which would never end',
      () => execFileSync('mkfifo', [join(root, 'x')]),
      'x is a link or a device',
    ],
    ['a large file', () => writeFile(join(root, 'x'), '1'.repeat(101)), 'x is larger than 100 bytes'],
    [
      'much in all',
      () => Promise.all(['x', 'y', 'z'].map((n) => writeFile(join(root, n), '1'.repeat(70)))),
      'holds more than 200 bytes',
    ],
    [
      'many files',
      () => Promise.all([1, 2, 3, 4].map((n) => writeFile(join(root, `f${n}`), ''))),
      'holds more than 5 files',
    ],
    ['deep folders', () => mkdir(join(root, 'a/b/c/d'), { recursive: true }), 'more than 3 folders deep'],
  ])('%s is refused', async (_, make, message) => {
    await make();
    await expect(listRegularFiles(root, LIMITS)).rejects.toThrow(message);
  });

  test('a root that is itself a link is refused', async () => {
    await symlink(root, join(folder, 'link'));
    await expect(listRegularFiles(join(folder, 'link'))).rejects.toThrow('is not a folder');
  });
});

describe('the plan', () => {
  const plan = {
    version: 1 as const,
    directory: '/w',
    config: { path: 'weighbridge.yml', sha256: 'x' },
    overrides: { candidate: { value: 'a', source: { kind: 'input' as const, name: 'candidate' } } },
    out: '/t/run',
    phase: 'all' as const,
    shard: { index: 1, count: 2 },
    timeoutMinutes: 5,
    envAllow: ['HF_TOKEN'],
    policy: {
      base: { revision: 'abc', config: 'version: 1' },
      waivers: [],
      waiverPermission: 'maintain' as const,
    },
    started: '2026-11-21T00:00:00Z',
  };

  test('comes back as it was written, and only then', async () => {
    const path = join(folder, 'plan.json');
    const digest = await writePlan(path, plan);
    expect(await readPlan(path, digest)).toEqual(plan);
    await expect(writePlan(path, plan)).rejects.toThrow('EEXIST');
    await writeFile(path, JSON.stringify({ ...plan, phase: 'report' }));
    await expect(readPlan(path, digest)).rejects.toThrow('the plan was changed after it was made');
  });
});
