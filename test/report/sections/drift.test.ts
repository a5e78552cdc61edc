import { describe, expect, test } from 'vitest';
import { renderPage } from '../../../src/app/page.ts';
import type { MeasuredDrift, TaskDrift, UnmeasuredDrift } from '../../../src/core/domain/drift.ts';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { CONTEXT, facts } from '../examples.ts';

const length: MeasuredDrift = {
  ...{ feature: 'length', status: 'moved', prompts: 120, matters: 0.1, p: 0.004 },
  ...{ baseline: 54.2, candidate: 74.6, effect: { value: 0.38, low: 0.31, high: 0.44 } },
};
const format: MeasuredDrift = {
  ...{ feature: 'format', status: 'moved', prompts: 120, matters: 0.1, p: 0.004 },
  ...{ baseline: null, candidate: null, effect: { value: 0.18, low: null, high: null } },
  shares: [
    { name: 'list', baseline: 0.12, candidate: 0.3 },
    { name: 'plain', baseline: 0.88, candidate: 0.7 },
  ],
};
const refusal: MeasuredDrift = {
  ...{ feature: 'refusal', status: 'moved', prompts: 120, matters: 0.05, p: 0.01 },
  ...{ baseline: 0.02, candidate: 0.09, effect: { value: 0.07, low: 0.03, high: 0.11 } },
};
const language: UnmeasuredDrift = {
  ...{ feature: 'language', status: 'not measured', reason: 'of 120 prompts both answers to 9 are long' },
};

const PLAIN = { ...CONTEXT, color: false };

const fileOf = (features: TaskDrift['features'], more: Partial<TaskDrift> = {}) =>
  buildVerdictFile({ ...facts(), drift: [{ task: 'chat', planned: 120, answered: 120, features, ...more }] });
const commentOf = (file: ReturnType<typeof fileOf>) => renderMarkdown(file, CONTEXT, 60_000).markdown;
const linesOf = (text: string) => text.split('\n').filter((line) => line.includes('Response drift'));

describe('drift in a report', () => {
  test('a comment has one line, in the units of the features', () => {
    expect(linesOf(commentOf(fileOf([length, refusal, format, language])))).toEqual([
      '**Response drift** of <code>chat</code> (decides nothing): answers are 38 % longer: 54 → 75 words on average, 90 % interval +31 % to +44 %; ' +
        'refusals 2.0 % → 9.0 %, +7.0 pp, 90 % interval +3.0 pp to +11.0 pp; ' +
        '18.0 % of the answers have another format: <code>list</code> 12.0 % → 30.0 %, <code>plain</code> 88.0 % → 70.0 %.',
    ]);
  });

  test('what is certain and too small, or not proven, is left to the page', () => {
    const features = [
      { ...length, status: 'slight' },
      { ...refusal, status: 'none' },
    ] as const;
    expect(linesOf(commentOf(fileOf(features)))).toEqual([]);
    const page = renderPage(fileOf(features), CONTEXT, null);
    expect(page).toContain('proven, too small to matter');
    expect(page).toContain('not proven');
  });

  test('a terminal says that nothing is proven, and what was not measured', () => {
    const text = renderTerminal(fileOf([{ ...length, status: 'none' }, language]), PLAIN);
    expect(linesOf(text)).toEqual([
      'Response drift of chat: none is proven that matters. Not measured: Language.',
    ]);
    expect(renderPage(fileOf([length, language]), CONTEXT, null)).toContain(
      'Language, not measured: of 120 prompts both answers to 9 are long.',
    );
  });

  test('a task that could not be looked at says why, everywhere', () => {
    const file = fileOf([], { unmeasured: 'the candidate has no run of it' });
    for (const text of [commentOf(file), renderTerminal(file, PLAIN), renderPage(file, CONTEXT, null)])
      expect(text.toLowerCase()).toContain('not measured: the candidate has no run of it.');
  });
});
