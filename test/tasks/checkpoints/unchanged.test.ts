import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchFiles } from '../../../src/tasks/checkpoints/unchanged.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const DAY = new Date('2026-01-01');

test.each<[string, (file: string) => void, boolean]>([
  ['left alone', () => {}, true],
  ['written to', (file) => writeFileSync(file, 'other'), false],
  ['written to at the same length', (file) => writeFileSync(file, 'WEIGHTS'), false],
  [
    'replaced by one of the same length and time',
    (file) => {
      writeFileSync(`${file}.new`, 'WEIGHTS');
      utimesSync(`${file}.new`, DAY, DAY);
      renameSync(`${file}.new`, file);
    },
    false,
  ],
  ['removed', (file) => rmSync(file), false],
])('a file that is %s', async (_, change, isSame) => {
  const folder = temporaryFolder({ 'm.gguf': 'weights', 'other.gguf': 'x' });
  const [file, other] = [join(folder, 'm.gguf'), join(folder, 'other.gguf')];
  utimesSync(file, DAY, DAY);
  const assertUnchanged = await watchFiles([other, file]);
  change(file);
  if (isSame) await assertUnchanged();
  else await expect(assertUnchanged()).rejects.toThrow('changed while it was being evaluated');
});
