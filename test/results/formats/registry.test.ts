import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFormat } from '../../../src/results/formats/registry.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test.each([
  ['a file', 'ARROW1\0\0'],
  ['the first form of Feather', 'FEA1'],
  ['a stream', Buffer.from([0xff, 0xff, 0xff, 0xff, 0x10, 0, 0, 0])],
])('a table of Arrow as %s is told, with the way out', async (_, content) => {
  const folder = temporaryFolder({ 'scores.arrow': content });
  const file = join(folder, 'scores.arrow');
  await expect(findFormat(file)).rejects.toMatchObject({
    kind: 'data',
    at: { file },
    fix: expect.stringContaining('Parquet'),
  });
  // A folder may hold anything besides results.
  expect(await findFormat(folder)).toBeNull();
});
