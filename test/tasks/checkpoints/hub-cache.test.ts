import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { checkCachedModel } from '../../../src/tasks/checkpoints/hub-cache.ts';
import { faultOf } from '../../support/fault.ts';
import { HUB_COMMIT, hubServer } from '../../support/hub-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const MODEL = { name: 'org/m', revision: HUB_COMMIT };
const FILES = {
  'config.json': Buffer.from('{}'),
  'tokenizer.json': Buffer.from('{"added_tokens":[]}'),
  'chat_template.jinja': Buffer.from('{{ messages }}'),
  'weights/model.safetensors': Buffer.from('weights'),
};

/** The cache as the client leaves it: links to blobs. The template was never asked for. */
function fillCache(): (file: string) => string {
  const repository = join(temporaryFolder(), 'models--org--m');
  const at = (file: string) => join(repository, file);
  for (const [index, [file, bytes]] of Object.entries(FILES).entries()) {
    if (file === 'chat_template.jinja') continue;
    const link = at(`snapshots/${HUB_COMMIT}/${file}`);
    for (const folder of [dirname(link), at('blobs')]) mkdirSync(folder, { recursive: true });
    writeFileSync(at(`blobs/${index}`), bytes);
    symlinkSync(at(`blobs/${index}`), link);
  }
  vi.stubEnv('HF_HUB_CACHE', dirname(repository));
  return at;
}

beforeEach(() => {
  vi.stubEnv('GITHUB_ACTIONS', 'true');
  vi.stubEnv('HF_HUB_OFFLINE', '');
  vi.stubEnv('HF_TOKEN', '');
  return () => vi.unstubAllEnvs();
});

describe('a model in the cache of a machine that stays', () => {
  test('is used where every file is the commit’s', async () => {
    fillCache();
    const asked = await hubServer('models/org/m', FILES);
    expect(await checkCachedModel(MODEL)).toBe(true);
    expect(asked).toHaveLength(2);
  });

  const snapshot = `snapshots/${HUB_COMMIT}`;
  test.each<[string, string, string | null, string]>([
    [
      'other weights of the same size',
      `${snapshot}/weights/model.safetensors`,
      'planted',
      'is not the commit’s',
    ],
    ['another small file of the same size', `${snapshot}/config.json`, '[]', 'is not the commit’s'],
    ['a file that was cut', `${snapshot}/tokenizer.json`, '{', 'is not the commit’s'],
    ['a link that leads nowhere', 'blobs/0', null, 'is not the commit’s'],
    ['a file more', `${snapshot}/generation_config.json`, '{}', 'the commit has no such file'],
    [
      'a file that is remembered not to be there',
      `.no_exist/${HUB_COMMIT}/chat_template.jinja`,
      '',
      'is marked as not there',
    ],
  ])('is refused for %s', async (_, file, content, says) => {
    const at = fillCache();
    await hubServer('models/org/m', FILES);
    if (content === null) rmSync(at(file));
    else {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), content);
    }
    const fault = await faultOf(() => checkCachedModel(MODEL));
    expect(fault.kind).toBe('checkpoint');
    expect(fault.text).toContain(says);
  });

  test('is not taken for none where it cannot be looked at', async () => {
    const at = fillCache();
    await hubServer('models/org/m', FILES);
    rmSync(at(snapshot), { recursive: true });
    writeFileSync(at(snapshot), 'no folder');
    expect((await faultOf(() => checkCachedModel(MODEL))).text).toContain('cannot be looked at');
  });

  test('is not believed where the hub does not answer', async () => {
    fillCache();
    await hubServer('models/org/m', FILES, { status: 404 });
    expect((await faultOf(() => checkCachedModel(MODEL))).text).toContain('no such model or commit');
  });

  test('is held to nothing where the hub must not be asked, which its caller is told', async () => {
    fillCache();
    vi.stubEnv('HF_HUB_OFFLINE', '1');
    expect(await checkCachedModel(MODEL)).toBe(false);
  });
});

test('what is not in the cache, or on a machine of one’s own, asks nobody', async () => {
  vi.stubEnv('HF_HUB_CACHE', temporaryFolder());
  const asked = await hubServer('models/org/m', FILES);
  expect(await checkCachedModel(MODEL)).toBe(true);
  fillCache();
  vi.stubEnv('GITHUB_ACTIONS', '');
  vi.stubEnv('RUNNER_TRACKING_ID', undefined);
  expect(await checkCachedModel(MODEL)).toBe(true);
  expect(asked).toEqual([]);
});
