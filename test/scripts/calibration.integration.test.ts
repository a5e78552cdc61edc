import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ceilings } from '../../scripts/calibration/ceilings.ts';
import { KNOWN_MISSES } from '../../scripts/calibration/known.ts';
import { renderSection, sectionIn, updateDocument } from '../../scripts/calibration/render.ts';
import { holds } from '../../scripts/calibration/section.ts';
import { several } from '../../scripts/calibration/several.ts';

const document = readFileSync(resolve(import.meta.dirname, '../../docs/explanation/calibration.md'), 'utf8');
const whole = { sequences: 2000, cell: null, progress: () => undefined };

test.each([several, ceilings])('calibration.md says of $name what the code does', (section) => {
  expect(sectionIn(document, section.name)).toBe(renderSection(section, section.run(whole)));
});

test('no criterion is missed but those that are known, with their reasons', () => {
  const missed = several.run(whole).checks.filter((check) => !holds(check));
  expect(missed.map(({ cell }) => cell)).toEqual([
    'ten unchanged of n 500, margin 2 pp, discordance 10 %: failed',
  ]);
  for (const { cell } of missed) expect(KNOWN_MISSES[cell]).toMatch(/\w+ /);
});

test('one section is written without touching the others', () => {
  const report = { tables: [{ title: 'T', head: ['a'], rows: [['1']] }], checks: [] };
  const [left, right] = ['left', 'right'].map((name) => ({ ...several, name, about: name }));
  if (left === undefined || right === undefined) throw new Error('no sections');
  const first = updateDocument('', [left, right], new Map([['left', report]]));
  const both = updateDocument(first, [left, right], new Map([['right', report]]));
  expect(sectionIn(both, 'left')).toBe(sectionIn(first, 'left'));
  expect(both.startsWith(first.trimEnd())).toBe(true);
  expect(updateDocument(both, [left, right], new Map([['left', report]]))).toBe(both);
});
