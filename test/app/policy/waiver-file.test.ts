import { describe, expect, test } from 'vitest';
import { readWaivers } from '../../../src/app/policy/waiver-file.ts';

const ENTRY = '{ gate: "facts/acc:max_drop", reason: known, by: alice, expires: 2026-12-31 }';
const file = (entry: string) => `version: 1\nwaivers:\n  - ${entry}\n`;

describe('the file of waivers', () => {
  test('says gate, reason, person and last day', () => {
    expect(readWaivers(file(ENTRY), 'w.yml')).toEqual([
      {
        ...{ gate: 'facts/acc:max_drop', reason: 'known', by: 'alice', expires: '2026-12-31' },
        ...{ source: 'w.yml:3', refused: null },
      },
    ]);
    expect(readWaivers('version: 1\nwaivers: []\n', 'w.yml')).toEqual([]);
  });

  test.each([
    [file(ENTRY.replace(', by: alice', '')), 'by must be a text'],
    [file(ENTRY.replace('reason: known', 'reason: " "')), 'reason is empty'],
    [file(ENTRY.replace('2026-12-31', '2026-02-30')), 'expires must be a day'],
    [file(ENTRY.replace('2026-12-31', 'never')), 'expires must be a day'],
    [file(ENTRY.replace('by:', 'buy: x, by:')), 'nrecognized key'],
    ['version: 2\nwaivers: []\n', 'version must be 1'],
    ['waivers: nobody\nversion: 1\n', 'waivers must be a list'],
    ['- x', 'expected object'],
    ['version: [', 'not valid YAML'],
  ])('%j is refused as a whole, at its line', (text, message) => {
    expect(() => readWaivers(text, 'w.yml')).toThrow(message);
    expect(() => readWaivers(text, 'w.yml')).toThrow(
      expect.objectContaining({ at: expect.objectContaining({ file: 'w.yml' }) }),
    );
  });
});
