import { expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import { IssueList } from '../../src/core/domain/errors.ts';

const resolved = (gate: string, scorer = 'metrics: [accuracy, f1_macro]') =>
  resolveConfig({
    text: `version: 1
candidate: a.gguf
baseline: b.gguf
tasks:
  intents:
    role: target
    type: generate
    dataset: t.jsonl
    scorers: [{ name: classification, labels: [refund, "a, b", order/new], ${scorer} }]
gates: [${gate}]
`,
    file: 'w.yml',
  });

function faultOf(...written: Parameters<typeof resolved>): string {
  try {
    resolved(...written);
  } catch (error) {
    if (error instanceof IssueList)
      return error.issues.map(({ message, fix }) => `${message}; ${fix}`).join('\n');
    throw error;
  }
  throw new Error('nothing is wrong');
}

test.each([
  ['{ metric: intents/f1, class: refund, max_drop: 5pp }', 'intents/f1[refund]:max_drop'],
  ['{ metric: intents/recall, class: "a, b", floor: 80% }', 'intents/recall[a, b]:floor'],
  ['{ metric: intents/precision, class: order/new, max_drop: 5pp }', 'intents/precision[order/new]:max_drop'],
  ['{ metric: "intents/specificity[refund]", max_drop: 5pp }', 'intents/specificity[refund]:max_drop'],
])('%s', (gate, id) => {
  expect(resolved(gate).gates.map((each) => each.id)).toEqual([id]);
});

test.each([
  ['{ metric: intents/f1, class: refnd, max_drop: 5pp }', /has no class "refnd"; did you mean refund\?/],
  [
    '{ metric: intents/mcc, class: refund, max_drop: 5pp }',
    /mcc is no metric of one class; of one class there are: /,
  ],
  [
    '{ metric: intents/auc, class: refund, max_drop: 5pp }',
    /no metric that knows the classes which auc of "refund" needs/,
  ],
  ['{ metric: intents, class: refund, max_drop: 5pp }', /a class needs a metric that is asked of it/],
  ['{ class: refund, average: { tasks: [intents, intents/mcc], max_drop: 1pp } }', /a class needs a metric/],
])('%s is refused', (gate, message) => {
  expect(faultOf(gate)).toMatch(message);
});

test('a task that keeps no classes is told how it would', () => {
  const gate = '{ metric: intents/f1, class: refund, max_drop: 5pp }';
  expect(faultOf(gate, 'metrics: [accuracy]')).toMatch(/f1_macro among its metrics/);
});
