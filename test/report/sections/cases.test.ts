import { expect, test } from 'vitest';
import type { CaseResult, GateResult, VerdictFile } from '../../../src/core/domain/decision.ts';
import { gateSentence } from '../../../src/report/gate-rules.ts';
import { toPlain } from '../../../src/report/inline.ts';
import { EVERYTHING } from '../../../src/report/section.ts';
import { casesSection } from '../../../src/report/sections/cases.ts';

const result = (id: string, severity: CaseResult['severity'] = 'normal'): CaseResult => ({
  ...{ id, severity, checks: [`contains target: "${'x'.repeat(80)}"`] },
  passed: { baseline: 1, candidate: 0 },
});

const gateOf = (failed: readonly CaseResult[], flaky: readonly CaseResult[] = []) =>
  ({
    ...{ task: 'unit', metric: 'passed', rule: 'max_new_failures', limit: '0' },
    ...{ verdict: 'regression', direction: 'higher_is_better', cases: { failed, flaky } },
  }) as unknown as GateResult;

function told(gate: GateResult, samples = Number.POSITIVE_INFINITY): readonly string[] {
  const flips = [
    {
      id: 'greets',
      group: null,
      baseline: { score: 1, output: 'Hello\n you' },
      candidate: { score: 0, output: ' ' },
    },
  ];
  const file = { gates: [gate], tasks: [{ task: 'unit', flips }] } as unknown as VerdictFile;
  const { blocks } = casesSection(file, {
    medium: 'comment',
    context: {} as never,
    rung: { ...EVERYTHING, samples },
  });
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((cells) => cells.map(toPlain).join(' | '))
      : 'content' in block
        ? [toPlain(block.content)]
        : [],
  );
}

test('names every case that fails now, with its checks and what was said', () => {
  const lines = told(gateOf([result('greets', 'critical'), result('thanks')]));
  expect(lines).toEqual([
    '2 cases of unit/passed that the baseline passes fail',
    `greets (critical) | contains target: "${'x'.repeat(41)}… | Hello you | (empty)`,
    `thanks | contains target: "${'x'.repeat(41)}… |  | `,
  ]);
});

test('names those for which there is no room, and those that come out as chance has it', () => {
  const flaky = { ...result('dice', 'warn'), passed: { baseline: 0.6, candidate: 0.4 } };
  const lines = told(gateOf([result('a'), result('b'), result('c')], [flaky]), 1);
  expect(lines.slice(2)).toEqual([
    'Also: b, c.',
    '1 flaky case of unit/passed, which blocks nothing: dice (60 % → 40 % of answers pass).',
  ]);
});

test.each([
  [[result('a')], '1 case of unit/passed that the baseline passes fails, and the limit is 0'],
  [
    [result('a', 'critical'), result('b')],
    '1 critical case of unit/passed that the baseline passes fails, of which none may',
  ],
  [
    [result('a', 'warn'), result('b'), result('c')],
    '2 cases of unit/passed that the baseline passes fail, and the limit is 0',
  ],
] as const)('is told in one sentence: %#', (failed, sentence) => {
  expect(toPlain(gateSentence(gateOf(failed)))).toBe(sentence);
});
