import { expect, test } from 'vitest';
import { renderPage } from '../../../src/app/page.ts';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { renderExplanation } from '../../../src/report/terminal.ts';
import { facts, gate } from '../examples.ts';

const looks = [
  { samples: 50, pass: 0.1, regression: 0 },
  { samples: 100, pass: 0.55, regression: 0 },
  { samples: 150, pass: 1.02, regression: 0.01 },
];
const of = (progress: typeof looks) => {
  const shown = gate({ sequence: { used: 150, evaluated: 160, planned: 500, progress } });
  return { shown, file: buildVerdictFile({ ...facts(), gates: [shown] }) };
};
const CONTEXT = { artifactUrl: null, runUrl: null, elapsedSeconds: null };

test('how a gate came to be decided is drawn, in a terminal too', () => {
  const { shown, file } = of(looks);
  const text = renderExplanation(file, shown);
  expect(text).toMatch(/How the evidence came in\n +pass {8}▁▅█\n +regression {2}▁▁▁\n/);
  expect(text).toMatch(/ 150 +102 % +1 %/);
  const page = renderPage(file, CONTEXT, null);
  expect(page).toContain('<polyline points="');
  expect(page).toContain('150 samples');
});

test('one look alone is no picture', () => {
  const { shown, file } = of(looks.slice(2));
  expect(renderExplanation(file, shown)).not.toContain('How the evidence came in');
});
