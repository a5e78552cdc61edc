import { appendFileSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Conversion,
  conversionSettings,
  conversionsFolder,
  convertedBefore,
  convertFolder,
  describeConversion,
} from '../../../../src/tasks/engines/llama-cpp/convert.ts';
import { readHfFolder } from '../../../../src/tasks/engines/llama-cpp/hf-folder.ts';
import { safetensors } from '../../../support/safetensors.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { fakeConverter } from './fake-converter.ts';

const { signal } = new AbortController();

const hfFolder = (more: Record<string, string | Uint8Array> = {}): string =>
  temporaryFolder({
    'config.json': '{"model_type":"llama"}',
    'tokenizer.json': '{}',
    'model.safetensors': safetensors('a'),
    ...more,
  });

async function conversionOf(
  path: string,
  behaviour: Parameters<typeof fakeConverter>[0] = {},
  more: Partial<Conversion> = {},
) {
  const folder = await readHfFolder(path, 'model');
  if (folder === null) throw new Error('it is no folder of a model');
  const { converter, calls } = fakeConverter(behaviour);
  const cache = temporaryFolder();
  const environment = {
    PATH: process.env.PATH,
    WEIGHBRIDGE_CACHE: cache,
    HF_TOKEN: 'hf_secret',
    GITHUB_TOKEN: 'ghs_secret',
  };
  const conversion: Conversion = {
    ...{ folder, base: null, converter, convert: 'auto' as const, environment },
    ...more,
  };
  const convert = (timeoutMs?: number) =>
    convertFolder(conversion, {
      ...{ status: () => {}, signal },
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
  const kept = () => readdirSync(conversionsFolder(environment));
  return { conversion, convert, calls, kept, cache };
}

describe('a conversion', () => {
  test('is made once, and is found again', async () => {
    const { conversion, convert, calls, kept } = await conversionOf(hfFolder());
    expect(await convertedBefore(conversion, signal)).toBeNull();
    const path = await convert();
    expect(readFileSync(path, 'latin1')).toMatch(/^GGUF/);
    expect(statSync(path).mode & 0o222).toBe(0);
    expect(await convert()).toBe(path);
    expect(await convertedBefore(conversion, signal)).toBe(path);
    expect(calls()).toHaveLength(1);
    // Nothing of the work is left.
    expect(kept()).toHaveLength(1);
    expect(readdirSync(join(path, '..')).sort()).toEqual(['conversion.json', 'model.gguf']);
  });

  test.each<[string, (path: string) => void]>([
    ['weights', (path) => writeFileSync(join(path, 'model.safetensors'), safetensors('b'))],
    ['config', (path) => writeFileSync(join(path, 'config.json'), '{"model_type":"other"}')],
    ['tokenizer', (path) => writeFileSync(join(path, 'tokenizer.json'), '{ }')],
    ['chat template', (path) => writeFileSync(join(path, 'chat_template.jinja'), '{{ messages }}')],
  ])('is another where the %s are', async (_, change) => {
    const path = hfFolder();
    const { conversion, convert, calls } = await conversionOf(path);
    const first = await convert();
    change(path);
    const folder = await readHfFolder(path, 'model');
    if (folder === null) throw new Error('it is no folder of a model');
    const changed = { ...conversion, folder };
    expect(await convertedBefore(changed, signal)).toBeNull();
    expect(await convertFolder(changed, { status: () => {}, signal })).not.toBe(first);
    expect(calls()).toHaveLength(2);
  });

  test.each<[string, (own: Conversion) => Partial<Conversion>]>([
    ['converter', ({ converter }) => ({ converter: { ...converter, digest: 'f'.repeat(64) } })],
    ['type of the weights', () => ({ convert: 'q8_0' })],
    ['base of an adapter', ({ folder }) => ({ base: folder })],
  ])('is another by another %s', async (_, change) => {
    const { conversion, convert } = await conversionOf(hfFolder());
    await convert();
    const changed = { ...conversion, ...change(conversion) };
    expect(await convertedBefore(changed, signal)).toBeNull();
  });

  test('is made anew where the file that lies there is not the one that was written', async () => {
    const { convert, calls } = await conversionOf(hfFolder());
    const path = await convert();
    await chmod(path, 0o644);
    appendFileSync(path, 'more');
    utimesSync(path, 0, 0);
    await convert();
    expect(readFileSync(path, 'latin1')).not.toContain('more');
    expect(calls()).toHaveLength(2);
  });

  test('is made anew where what was noted of it is torn', async () => {
    const { convert, calls } = await conversionOf(hfFolder());
    const note = join(await convert(), '../conversion.json');
    writeFileSync(note, readFileSync(note, 'utf8').slice(0, 10));
    await convert();
    expect(calls()).toHaveLength(2);
  });

  test('of two at once is one, which nobody replaces while the other has it open', async () => {
    const { convert } = await conversionOf(hfFolder());
    const first = convert();
    const second = convert();
    const one = await Promise.race([first, second]);
    const { ino } = statSync(one);
    expect(await Promise.all([first, second])).toEqual([one, one]);
    expect(statSync(one).ino).toBe(ino);
  });

  test('removes what killed ones left, and nothing else', async () => {
    const { convert, cache, kept } = await conversionOf(hfFolder());
    const left = `${'0'.repeat(32)}.999999999-00000000.partial`;
    for (const name of [left, 'mine']) await mkdir(join(cache, 'converted', name), { recursive: true });
    await writeFile(join(cache, 'converted', left, 'model.gguf'), 'half');
    await convert();
    expect(kept()).not.toContain(left);
    expect(kept()).toContain('mine');
  });
});

describe('the process that converts', () => {
  test('sees no token, and works in a folder of its own without a network', async () => {
    const { convert, calls } = await conversionOf(hfFolder());
    await convert();
    const [call] = calls();
    expect(Object.values(call?.env ?? {}).join(' ')).not.toMatch(/secret/);
    expect(call?.env).toMatchObject({ HF_HUB_OFFLINE: '1', TRANSFORMERS_OFFLINE: '1', HF_HOME: call?.cwd });
    expect(call?.cwd).toMatch(/\.partial\/work$/);
  });

  test.each(['--remote', '-c', "$(touch x)'\n\u001b[31m", 'a b', '{ftype}'])(
    'takes a folder called %j for a folder',
    async (name) => {
      const parent = temporaryFolder({
        [`${name}/config.json`]: '{}',
        [`${name}/model.safetensors`]: safetensors('a'),
      });
      const { convert, calls } = await conversionOf(join(parent, name));
      await convert();
      expect(calls()[0]?.args.at(-1)).toBe(join(parent, name));
      expect(calls()[0]?.script).toBe('convert_hf_to_gguf.py');
    },
  );

  test.each([
    {
      behaviour: { code: 1, prints: 'Traceback\nKeyError: x' },
      says: /ended with 1.*\nTraceback\nKeyError: x/,
    },
    { behaviour: { code: 1, prints: '\u001b[31mred\u001b[0m\u0000' }, says: /:\nred$/ },
    { behaviour: { writesNothing: true }, says: /it wrote no file.*\n\(nothing\)/ },
    {
      behaviour: { code: 1, prints: 'REFUSED: the folder has Python of its own' },
      says: /Python of its own, which is not run/,
    },
    {
      behaviour: { code: 1, prints: 'NotImplementedError: BPE pre-tokenizer was not recognized - update' },
      says: /does not know its tokenizer/,
    },
    {
      behaviour: { code: 1, prints: 'ERROR:hf-to-gguf:Model OddForCausalLM is not supported' },
      says: /does not know its architecture/,
    },
  ])('that fails says why: $says', async ({ behaviour, says }) => {
    const { convert, kept, conversion } = await conversionOf(hfFolder(), behaviour);
    await expect(convert()).rejects.toMatchObject({
      ...{ kind: 'checkpoint', message: expect.stringMatching(says), at: { file: conversion.folder.path } },
      fix: expect.stringMatching(/GGUF|lm-eval/),
    });
    expect(kept()).toEqual([]);
  });

  test('that failed after it wrote a file has made nothing', async () => {
    const { convert, conversion } = await conversionOf(hfFolder(), { code: 1 });
    await expect(convert()).rejects.toThrow(/ended with 1/);
    expect(await convertedBefore(conversion, signal)).toBeNull();
  });

  test('that does not end is ended', async () => {
    const { convert, kept } = await conversionOf(hfFolder(), { hangs: true });
    await expect(convert(300)).rejects.toMatchObject({
      ...{ kind: 'engine', message: expect.stringMatching(/did not finish .* within 0 seconds/) },
    });
    expect(kept()).toEqual([]);
  });

  test('of a folder that changes meanwhile has made nothing', async () => {
    const { convert, kept } = await conversionOf(hfFolder(), { touches: 'tokenizer.json' });
    await expect(convert()).rejects.toThrow(/changed while it was being evaluated/);
    expect(kept()).toEqual([]);
  });

  test('of an adapter whose base changes meanwhile has made nothing', async () => {
    const [adapter, basePath] = [hfFolder(), hfFolder()];
    const base = await readHfFolder(basePath, 'model');
    const { convert, kept } = await conversionOf(
      adapter,
      { touches: join(basePath, 'config.json') },
      { base },
    );
    await expect(convert()).rejects.toThrow(/changed while it was being evaluated/);
    expect(kept()).toEqual([]);
  });
});

test('is kept where a job of a workflow begins with nothing', () => {
  const cache = { WEIGHBRIDGE_CACHE: '/cache', RUNNER_TEMP: '/job' };
  expect(conversionsFolder(cache)).toBe('/cache/converted');
  expect(conversionsFolder({ ...cache, GITHUB_ACTIONS: 'true' })).toBe('/job/weighbridge-converted');
  // What an evaluation is let see of a workflow.
  expect(conversionsFolder({ ...cache, RUNNER_TRACKING_ID: 'x' })).toBe('/job/weighbridge-converted');
});

test('says what is done, by what, and how large it is', async () => {
  const { conversion } = await conversionOf(hfFolder());
  const large = { ...conversion, folder: { ...conversion.folder, bytes: 2_700_000_000, dtype: 'BF16+F32' } };
  expect(describeConversion(large)).toMatch(
    /2,700 MB\) is converted to GGUF, bf16, by fake 1\.0 \(0123456789ab\)$/,
  );
  expect(conversionSettings(large)).toBe('converted to bf16 by fake 1.0 (0123456789ab)');
  expect(conversionSettings({ ...large, convert: 'q8_0' })).toBe(
    'converted to q8_0 by fake 1.0 (0123456789ab)',
  );
});
