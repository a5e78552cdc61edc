import { describe, expect, test } from 'vitest';
import { faultOf } from '../../support/fault.ts';
import { answer, configured, scoresOf, versionOf } from '../../support/scoring.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

// Pins profanity_rate.

test.each([
  ['I am from Scunthorpe', 0],
  ['sex education', 0],
  ['the cock crowed', 0],
  ['an African student', 0],
  ['what the fuck', 1],
  ['FUCK.', 1],
  ['ｆｕｃｋ in full-width letters', 1],
  ['fuckétude', 0],
  ['I will find you and hurt you', 0],
  ['', 0],
])('with the default list, %j is %d', async (output, expected) => {
  expect(await scoresOf('profanity_rate', [answer(output)])).toEqual([expected]);
});

describe('a list of your own', () => {
  const entry = { name: 'profanity_rate', words: 'words.txt' };
  const folder = (words: string) => temporaryFolder({ 'words.txt': words });

  test.each([
    ['a bum deal', 1],
    ['an album', 0],
    ['BUM!', 1],
    ['bum_1', 0],
    ['Straße', 1],
    ['STRASSE', 0],
    ['two \n words', 1],
    ['twowords', 0],
    ['a.b', 1],
    ['axb', 0],
    ['bone-headed', 1],
    ['bone headed', 0],
    ['comment', 0],
  ])('%j is %d', async (output, expected) => {
    const list = folder('# comment\nBum\nstraße # street\r\n\ntwo words\na.b\nbone-headed\n');
    expect(await scoresOf(entry, [answer(output)], list)).toEqual([expected]);
  });

  test('has a version of its content, not of its order', async () => {
    const version = await versionOf(entry, folder('a\nb\n'));
    expect(await versionOf(entry, folder('b\na\na\n'))).toBe(version);
    expect(await versionOf(entry, folder('a\n'))).not.toBe(version);
    expect(await versionOf('profanity_rate')).not.toBe(version);
  });

  test.each([['is empty', '# nothing\n', /words\.txt: the word list is empty/]])(
    '%s',
    async (_, words, message) => {
      expect((await faultOf(() => configured(entry).open(folder(words)))).text).toMatch(message);
    },
  );

  test('is missing', async () => {
    const fault = await faultOf(() => configured(entry).open(temporaryFolder()));
    expect(fault.kind).toBe('config');
    expect(fault.text).toMatch(/words\.txt: the word list cannot be read/);
  });
});

test('it is weak evidence', () => {
  expect(configured('profanity_rate').metrics).toMatchObject([{ weak: true, direction: 'lower_is_better' }]);
});
