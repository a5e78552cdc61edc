import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AnswerLog } from '../../../src/results/store/answer-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const forged = `${JSON.stringify({ id: 'b', answers: ['forged'] })}\n`;

async function opened(keeps: readonly string[] = []) {
  const folder = temporaryFolder();
  const earlier = await AnswerLog.open(folder, () => true);
  for (const id of keeps) await earlier.keep(id, [id]);
  await earlier.close();
  return { file: join(folder, 'answers.jsonl'), log: await AnswerLog.open(folder, () => true), folder };
}

test('what was kept is there again', async () => {
  const { log, file, folder } = await opened(['a']);
  expect([...log.kept]).toEqual([['a', ['a']]]);
  await log.keep('b', ['b']);
  await log.close();
  expect([...(await AnswerLog.open(folder, () => true)).kept.keys()]).toEqual(['a', 'b']);
  const before = readFileSync(file, 'utf8');
  await (await AnswerLog.open(folder, () => true)).close();
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test.each<[string, readonly string[], boolean, (file: string) => void]>([
  ['adds while answers are kept', ['a'], true, (file) => appendFileSync(file, forged)],
  ['adds where none is kept', ['a'], false, (file) => appendFileSync(file, forged)],
  ['replaces where none is kept', ['a'], false, (file) => writeFileSync(file, forged)],
  ['makes where there was nothing', [], false, (file) => writeFileSync(file, forged)],
])('what another hand %s is gone afterwards', async (_, keeps, keepsMore, touch) => {
  const { log, file } = await opened(keeps);
  if (keepsMore) await log.keep('c', ['c']);
  touch(file);
  await log.close();
  expect(existsSync(file)).toBe(false);
});
