import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answer, configured, issuesOf, scoresOf, versionOf } from '../../../support/scoring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { writeWordNet } from '../../../support/wordnet.ts';

const meteor = (wordnet: string) => ({ name: 'meteor', wordnet });

test('meteor knows synonyms, and without them is another number by another name', async () => {
  const wordnet = writeWordNet(temporaryFolder());
  const rows = [answer('the cars ran speedily', 'x', 'the automobiles run quickly')];
  // NLTK 3.10.4: it looks for synonyms of stems, so that `speedily` finds none.
  expect(await scoresOf(meteor(wordnet), rows)).toEqual([0.25]);
  expect(await scoresOf('meteor_exact_stem', rows)).toEqual([0.125]);
});

test('meteor reads sentence by sentence, so that a point inside is a word of its own', async () => {
  const inside = [answer('It works. Well done.', 'works it done well')];
  const [both] = await scoresOf('meteor_exact_stem', inside);
  const [one] = await scoresOf('meteor_exact_stem', [answer('It works . Well done .', 'works it done well')]);
  expect(both).toBe(one);
});

test('an answer that shares nothing is 0, an equal one nearly 1', async () => {
  const scores = await scoresOf('meteor_exact_stem', [
    answer('', 'a b'),
    answer('x', 'a'),
    answer('a b c d', 'a b c d'),
  ]);
  expect(scores).toEqual([0, 0, 1 - 0.5 / 4 ** 3]);
});

test('meteor asks for WordNet, and its digest is part of the fingerprint', async () => {
  const folder = temporaryFolder();
  const wordnet = writeWordNet(join(folder, 'wordnet'));
  expect(issuesOf('meteor')).toMatch(/wordnet/);
  expect(configured(meteor(wordnet)).checkTargets([])).toMatch(/needs a target/);
  const before = await versionOf(meteor('wordnet'), folder);
  writeFileSync(join(wordnet, 'adv.exc'), 'best well\n');
  expect(await versionOf(meteor('wordnet'), folder)).not.toBe(before);
});

test.each<[string, (folder: string) => void, RegExp]>([
  ['that is not there', () => {}, /WordNet cannot be read: ENOENT.*(?:index\.|data\.|\.exc)/],
  [
    'whose files do not belong together',
    (folder) => {
      writeWordNet(folder);
      writeFileSync(join(folder, 'data.noun'), 'another\n');
    },
    /the files are not those of one WordNet: data\.noun has no synset at 0000/,
  ],
  [
    'whose index is torn',
    (folder) => {
      writeWordNet(folder);
      writeFileSync(join(folder, 'index.noun'), 'car n 2 0 2 0 00000');
    },
    /index\.noun has no synsets of "car"/,
  ],
])('a WordNet %s stops the task', async (_, write, says) => {
  const folder = temporaryFolder();
  write(folder);
  await expect(scoresOf(meteor(folder), [answer('car', 'auto')])).rejects.toThrow(says);
});
