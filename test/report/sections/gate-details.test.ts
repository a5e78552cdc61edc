import { describe, expect, test } from 'vitest';
import type { GateResult, VerdictFile } from '../../../src/core/domain/decision.ts';
import { renderExplanation } from '../../../src/report/terminal.ts';
import { INCONCLUSIVE, INVALID, PASS, REGRESSION } from '../examples.ts';

const gateOf = (file: VerdictFile, id: string): GateResult => {
  const found = file.gates.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no gate ${id}`);
  return found;
};

describe('golden explanations', () => {
  test.each([
    ['pass', PASS, 'facts/acc:max_drop'],
    ['regression', REGRESSION, 'facts/acc:max_drop'],
    ['inconclusive', INCONCLUSIVE, 'rude/toxicity:ceiling'],
    ['invalid', INVALID, 'facts/acc:max_drop'],
  ] as const)('%s', async (name, file, id) => {
    await expect(renderExplanation(file, gateOf(file, id))).toMatchFileSnapshot(
      `../golden/explain-${name}.txt`,
    );
  });
});

test('what samples count for stands with their number, rounded down, where it is told', () => {
  const gate = gateOf(PASS, 'facts/acc:max_drop');
  expect(renderExplanation(PASS, { ...gate, effective: 101.9 })).toMatch(/effective sample size\s+101\n/);
  expect(renderExplanation(PASS, gate)).not.toContain('effective');
});
