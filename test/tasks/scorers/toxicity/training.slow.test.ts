import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { missingFrom, readSources, SOURCES } from '../../../../scripts/toxicity/sources.ts';
import { trained } from '../../../../scripts/toxicity.ts';
import { sharedDataset } from '../../../support/shared-data.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const shared = sharedDataset('hatecheck');
const folders = [
  ...(shared === null ? [] : [dirname(shared)]),
  ...(process.env.WEIGHBRIDGE_TOXICITY_DATA?.split(':') ?? []),
];
const missing = missingFrom(folders);
if (missing.length > 0)
  console.warn(
    `skipped: without ${missing.length} of the texts, such as ${missing[0]?.file}, nothing is learnt again; WEIGHBRIDGE_TOXICITY_DATA names folders`,
  );

test.skipIf(missing.length > 0)(
  'learning again gives the same files, and the same figures',
  async () => {
    for (const { path, text } of await trained(ROOT, folders))
      expect(text === readFileSync(join(ROOT, path), 'utf8'), path).toBe(true);
  },
  300_000,
);

test('a source that is another file than was measured is refused', async () => {
  const asked: string[] = [];
  const get = async (address: string) => {
    asked.push(address);
    return Buffer.from('another file');
  };
  await expect(readSources([], get)).rejects.toThrow(
    `${SOURCES.tweets.name} is another file than was measured: sha256 `,
  );
  expect(asked).toEqual([
    'https://raw.githubusercontent.com/t-davidson/hate-speech-and-offensive-language/cb50f7e9eb855a99abc51423bf40df0e26d6fe30/data/labeled_data.csv',
  ]);
});
