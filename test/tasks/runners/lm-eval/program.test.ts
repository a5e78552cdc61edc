import { describe, expect, test } from 'vitest';
import { findProgram, isAtLeast } from '../../../../src/tasks/runners/lm-eval/program.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { standIn } from './stand-in.ts';

test.each([
  ['0.4.3', '0.4.3', true],
  ['0.4.13', '0.4.3', true],
  ['0.4.9.2', '0.4.9', true],
  ['0.4.9', '0.4.9.2', false],
  ['0.4.12.dev0', '0.4.12', true],
  ['0.4.2', '0.4.3', false],
  ['0.3.0', '0.4.3', false],
  ['1.0', '0.4.3', true],
  ['nightly', '0.4.3', false],
])('%s is at least %s: %s', (version, oldest, expected) => {
  expect(isAtLeast(version, oldest)).toBe(expected);
});

describe('the program', () => {
  test('is the first on the PATH, with its version and tasks', async () => {
    const { folder, environment } = standIn('0.4.9.2');
    expect(await findProgram(environment)).toEqual({
      file: `${folder}/lm_eval`,
      python: `${folder}/python3`,
      version: '0.4.9.2',
      tasks: `${folder}/package/tasks`,
    });
  });

  test('may be named instead, with its whole path', async () => {
    const { folder } = standIn();
    const named = (path: string) => findProgram({ PATH: '', WEIGHBRIDGE_LM_EVAL: path });
    expect(await named(`${folder}/lm_eval`)).toMatchObject({ version: '0.4.13' });
    await expect(named('lm_eval')).rejects.toThrow(/which is no program/);
    await expect(named(`${folder}/package.json`)).rejects.toThrow(/which is no program/);
  });

  test('that is absent says how to install it', async () => {
    await expect(findProgram({ PATH: temporaryFolder() })).rejects.toMatchObject({
      kind: 'engine',
      fix: expect.stringMatching(/uv pip install .*`pip install/),
    });
  });

  test('that is too old is refused', async () => {
    await expect(findProgram(standIn('0.4.2').environment)).rejects.toThrow(
      /is 0.4.2, and 0.4.3 is the oldest/,
    );
  });

  test('in a folder that the PATH names relatively is not taken: that may be the pull request', async () => {
    await expect(findProgram({ PATH: '.:bin' })).rejects.toThrow(/not on the PATH/);
  });
});
