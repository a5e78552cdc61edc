import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ModelSource } from '../../../../src/core/domain/model.ts';
import { identifyCheckpoint } from '../../../../src/tasks/runners/lm-eval/identity.ts';
import { safetensors } from '../../../support/safetensors.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const signal = new AbortController().signal;
const ignore = () => undefined;
const digestOf = async (source: ModelSource) => {
  const { digest, adapter_digest } = await identifyCheckpoint(source, 'name', ignore, signal);
  return [digest, adapter_digest];
};

const FILES = { 'config.json': '{}', 'model.safetensors': safetensors('weights'), '.cache/download': 'x' };

test('a folder is its files, wherever it lies', async () => {
  const [first, second] = [temporaryFolder(FILES), temporaryFolder(FILES)];
  const before = await digestOf({ kind: 'folder', path: first });
  expect(await digestOf({ kind: 'folder', path: second })).toEqual(before);
  writeFileSync(join(second, 'config.json'), '{"x":1}');
  expect(await digestOf({ kind: 'folder', path: second })).not.toEqual(before);
});

test('an adapter is both folders', async () => {
  const [base, adapter] = [
    temporaryFolder(FILES),
    join(import.meta.dirname, '../../../../fixtures/checkpoints/hf/adapter-tickets'),
  ];
  const [digest, own] = await digestOf({ kind: 'adapter', base, adapter });
  expect([digest, null]).toEqual(await digestOf({ kind: 'folder', path: base }));
  expect(own).toMatch(/^sha256:/);
});

test('commits and endpoints are what they are called, and an endpoint says that it is no more', async () => {
  const hub = (revision: string): ModelSource => ({ kind: 'hub', name: 'org/name', revision });
  expect(await digestOf(hub('a'))).not.toEqual(await digestOf(hub('b')));
  const endpoint = await identifyCheckpoint(
    { kind: 'endpoint', url: 'http://h', model: 'm' },
    'm at http://h',
    ignore,
    signal,
  );
  expect(endpoint.source).toBe('m at http://h (weights not identified)');
});

test('a folder of pickles is refused unread', async () => {
  const path = temporaryFolder({ ...FILES, 'pytorch_model.bin': Buffer.from([0x80, 4, 0x95, 0]) });
  rmSync(join(path, 'model.safetensors'));
  await expect(digestOf({ kind: 'folder', path })).rejects.toMatchObject({
    kind: 'checkpoint',
    message: expect.stringContaining('pytorch_model.bin'),
  });
});

test('where nobody may ask the hub, what its cache holds is taken and said to be so', async () => {
  const revision = 'c'.repeat(40);
  vi.stubEnv('GITHUB_ACTIONS', 'true');
  vi.stubEnv('HF_HUB_OFFLINE', '1');
  vi.stubEnv('HF_HUB_CACHE', temporaryFolder({ [`models--org--m/snapshots/${revision}/config.json`]: '{}' }));
  const said: string[] = [];
  const hub = { kind: 'hub', name: 'org/m', revision } as const;
  await identifyCheckpoint(hub, 'name', (line) => said.push(line), signal);
  vi.unstubAllEnvs();
  expect(said).toEqual([
    `hf:org/m@${revision} is taken as the cache of this machine has it: HF_HUB_OFFLINE forbids to ask which files the commit has`,
  ]);
});
