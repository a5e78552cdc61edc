import { expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import { IssueList } from '../../src/core/domain/errors.ts';

function issuesOf(gate: string, prices = ''): readonly string[] {
  const text = `version: 1
candidate: a.gguf
baseline: b.gguf
tasks:
  t: { role: general, type: generate, dataset: t.jsonl, scorers: [exact_match] }
gates: [${gate}]
${prices}`;
  try {
    resolveConfig({ text, file: 'w.yml' });
    return [];
  } catch (error) {
    if (error instanceof IssueList) return error.issues.map(({ message }) => message);
    throw error;
  }
}

test('a gate on what tokens cost needs prices before anything runs', () => {
  const gate = '{ metric: t/cost, max_rise: 10%rel }';
  expect(issuesOf(gate)).toEqual(['t/cost is what tokens cost, and the config has no prices']);
  expect(issuesOf(gate, "prices: { models: { '*': { input: 1, output: 2 } } }")).toEqual([]);
  expect(issuesOf('{ metric: t/output_tokens, max_rise: 10%rel }')).toEqual([]);
});
