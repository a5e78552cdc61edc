import { expect, test } from 'vitest';
import { renderPage } from '../../../src/app/page.ts';
import type { CurvesResult } from '../../../src/core/domain/curves.ts';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { CONTEXT, facts } from '../examples.ts';

const points = (count: number, every: number, value: (at: number) => number) =>
  Array.from({ length: count }, (_, index) => every * (index + 1)).map((at) => ({ at, value: value(at) }));

const CURVES: CurvesResult = {
  files: [{ file: 'trainer_state.json', digest: 'd'.repeat(64) }],
  ...{ faults: [], axis: 'step', fell: 0.5, gated: 300, signs: ['The training loss has a spike.'] },
  train: points(30, 10, (at) => 2 - at / 300),
  evaluation: points(15, 20, (at) => 2.1 - at / 600),
  gap: { value: 0.6, train: 1, evaluation: 1.6 },
  rising: { value: 0, best: { at: 300, value: 1.6 }, last: 1.6, since: 0 },
};

const fileOf = (more: Partial<CurvesResult> = {}) =>
  buildVerdictFile({ ...facts(), curves: { ...CURVES, ...more } });
const commentOf = (more: Partial<CurvesResult> = {}) =>
  renderMarkdown(fileOf(more), CONTEXT, 60_000).markdown;

test('both losses are drawn on the page, with all of them in a table', () => {
  const page = renderPage(fileOf(), CONTEXT, null);
  expect(page.match(/<polyline points="/g)).toHaveLength(2);
  expect(page).toContain('best evaluation');
  expect(page).toContain('a gap of 60');
  const table = /Losses of the training[\s\S]*?<\/table>/.exec(page)?.[0] ?? '';
  expect(table.match(/<tr[ >]/g)).toHaveLength(31);
});

test('a comment has a few evaluations, first and last among them, and what looks wrong', () => {
  const comment = commentOf();
  const [, section = ''] = comment.split('Training curves');
  expect(section.match(/^\| +\d+ \|/gm)).toHaveLength(8);
  expect(section).toMatch(/\| +20 \| +1\.933 \| +2\.067 \|/);
  expect(section).toMatch(/\| +300 \| +1 \| +1\.6 \|/);
  expect(section).toContain('The training loss has a spike.');
  expect(renderTerminal(fileOf(), { color: false })).toMatch(/training loss +[▁▂▃▄▅▆▇█]+/);
});

test('beside an evaluation stands the training loss until then, whatever entries of it were kept', () => {
  const comment = commentOf({ train: points(10, 33, (at) => 2 - at / 300) });
  expect(comment).toMatch(/\| +20 \| +– \| +2\.067 \|/);
  expect(comment).toMatch(/\| +300 \| +1\.01 \| +1\.6 \|/);
});

test('what is not known is said to be so, and not drawn', () => {
  const unknown = { train: [], evaluation: [], gap: null, rising: null, fell: null, gated: null, signs: [] };
  const comment = commentOf({ ...unknown, faults: ['log.csv: it is torn'] });
  expect(comment).toMatch(/Not known: .*it is torn/);
  expect(commentOf({ evaluation: [], gap: null, rising: null })).toMatch(/\| +10 \| 1\.967 \| – \|/);
});

test('a curve that does not move is drawn in the middle', () => {
  const flat = { train: points(5, 10, () => 1), evaluation: [], gap: null, rising: null };
  expect(renderPage(fileOf(flat), CONTEXT, null)).not.toContain('NaN');
});
