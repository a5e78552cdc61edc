import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findConfig, findDirectory } from '../../../src/action/prep/workspace.ts';
import { faultOf } from '../../support/fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test.each([
  ['weighbridge.yaml', 'cannot be read', /fix: did you mean \S+\/weighbridge\.yml\? /],
  ['weighbridge', 'cannot be read', /fix: did you mean \S+\/weighbridge\.yml\? /],
  ['gate.yml', 'cannot be read', /fix: check out the repository first/],
  ['evals', 'is a folder, not a file', /fix: check out/],
])('the config %s %s', async (written, problem, fix) => {
  const folder = temporaryFolder({ 'weighbridge.yml': '', 'evals/facts.jsonl': '' });
  const { kind, text } = await faultOf(() => findConfig(folder, written));
  expect([kind, text]).toEqual(['usage', expect.stringContaining(`the config ${written} ${problem}`)]);
  expect(text).toMatch(fix);
});

test.each([
  ['nowhere', 'does not exist'],
  ['..', 'lies outside of the workspace'],
  ['models/weighbridge.yml', 'is a file'],
])('the working-directory %s %s', async (written, problem) => {
  const folder = temporaryFolder({ 'models/weighbridge.yml': '' });
  const { kind, text } = await faultOf(() => findDirectory(folder, written));
  expect([kind, text]).toEqual([
    'usage',
    expect.stringContaining(`the working-directory ${written} ${problem}`),
  ]);
});

test('a folder within the workspace', async () => {
  const folder = temporaryFolder({ 'models/weighbridge.yml': '' });
  expect(await findDirectory(folder, 'models')).toEqual({
    directory: join(folder, 'models'),
    prefix: 'models/',
  });
});
