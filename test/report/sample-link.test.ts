import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedSamples, sampleAnchor } from '../../src/report/sample-link.ts';
import { shownSample } from './shown.ts';

test('an anchor leads back to its sample, and is inert wherever it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (task, id) => {
      const anchor = sampleAnchor(task, id);
      expect(anchor).toMatch(/^#sample=[A-Za-z0-9%]*\/[A-Za-z0-9%]*$/);
      const own = shownSample({ task, id });
      expect(linkedSamples([own, shownSample({ task, id: `${id}x` })], anchor)).toEqual([own]);
    }),
  );
});

test.each([
  ['its group as a task', sampleAnchor('law', 'q1'), ['none', 'strict']],
  ['another task', sampleAnchor('other', 'q1'), []],
  ['no anchor', '', []],
  ['another anchor', '#section-1', []],
  ['broken', '#sample=%E0%A4%A/q1', []],
  ['too many parts', '#sample=facts/q1/q1', []],
])('%s', (_, anchor, filters) => {
  const samples = ['none', 'strict'].map((filter) => shownSample({ filter }));
  expect(linkedSamples(samples, anchor).map(({ filter }) => filter)).toEqual(filters);
});

test('half a character is no reason to fail', () => {
  expect(sampleAnchor('\ud800', 'q')).toBe('#sample=%EF%BF%BD/q');
});
