import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAtomically } from '../../../src/results/store/atomic-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a file that is written twice at once is whole, and nothing else is left', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'reply.json');
  const contents = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(1000 + index));
  await Promise.all(contents.map((content) => writeAtomically(file, content)));
  expect(readdirSync(folder)).toEqual(['reply.json']);
  expect(contents).toContain(readFileSync(file, 'utf8'));
});
