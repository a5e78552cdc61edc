import { describe, expect, test } from 'vitest';
import type { DeclaredTask } from '../../src/config/metric-name.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import { faults, resolve } from './support.ts';

const head = (more: string, task = '') => `version: 1
tasks:
  mmlu: { runner: lm-eval, role: general${task} }
${more}`;

const acc: MetricDeclaration = {
  ...{ name: 'acc', direction: 'higher_is_better', kind: 'mean', unit: 'rate', scale: 'linear', weak: false },
  range: { min: 0, max: 1 },
};
const bits: MetricDeclaration = {
  ...acc,
  name: 'bits_per_byte',
  direction: 'lower_is_better',
  unit: 'bits_per_byte',
};
const results = (more: Partial<DeclaredTask> = {}): { results: DeclaredTask[] } => ({
  results: [{ task: 'mmlu', role: 'general', metrics: [acc, bits], primaryMetric: 'acc', ...more }],
});
const ids = (text: string, more = {}) => resolve(text, more).gates.map(({ id }) => id);

describe('a gate on a task that has not run', () => {
  test('may name any metric, in any unit', () => {
    const gates = `gates:
  - { metric: mmlu/acc, max_drop: 2pp }
  - { metric: mmlu/bits_per_byte, max_drop: 3 }
  - { metric: "mmlu/exact_match,strict-match", floor: 50% }
`;
    expect(ids(head(gates))).toEqual([
      'mmlu/acc:max_drop',
      'mmlu/bits_per_byte:max_drop',
      'mmlu/exact_match,strict-match:floor',
    ]);
  });

  test('cannot name another task, or a limit that is none', () => {
    const wrong = (gate: string) => faults(head(`gates: [${gate}]\n`))[0]?.message;
    expect(wrong('{ metric: mmul/acc, max_drop: 2pp }')).toMatch(/no task is named "mmul"/);
    expect(wrong('{ metric: mmlu/acc, max_drop: 2% }')).toMatch(/can mean two changes/);
  });

  test('takes the thresholds: the task named mmlu, and a safety task that may yet score toxicity', () => {
    expect(ids(head('thresholds: { max_mmlu_drop: 2pp }\n'))).toEqual(['mmlu/?:max_drop']);
    const text = `version: 1
tasks:
  chats: { runner: lm-eval, role: safety }
  facts: { runner: lm-eval, role: general, alias: mmlu }
thresholds: { toxicity_ceiling: 1%, max_mmlu_drop: 1pp }
`;
    expect(ids(text)).toEqual(['facts/?:max_drop']);
    const known = { ...results(), results: [{ ...results().results[0], task: 'chats', role: 'safety' }] };
    expect(faults(text, known as never)[0]?.message).toMatch(
      /no task of the role safety has the metric toxicity/,
    );
  });
});

describe('once there are results', () => {
  test('the primary metric is theirs, or that of the config', () => {
    const text = 'thresholds: { max_mmlu_drop: 2pp }\n';
    expect(ids(head(text), results())).toEqual(['mmlu/acc:max_drop']);
    expect(faults(head(text, ', primary_metric: bits'), results())[0]?.message).toMatch(/no metric "bits"/);
  });

  test.each([
    ['a metric that is not there', '{ metric: mmlu/ac, max_drop: 2pp }', /has no metric "ac"/],
    ['a unit that is wrong', '{ metric: mmlu/bits_per_byte, max_drop: 2pp }', /2pp is for rates/],
    ['a direction that is wrong', '{ metric: mmlu/acc, ceiling: 50% }', /better when higher/],
    ['a filter that is not there', '{ metric: "mmlu/acc,strict", max_drop: 2pp }', /no filter "strict"/],
  ])('%s is an error', (_, gate, message) => {
    const text = head(`gates: [${gate}]\n`);
    expect(resolve(text).gates).toHaveLength(1);
    expect(faults(text, results())[0]?.message).toMatch(message);
  });

  test('several filters make a name ambiguous', () => {
    const text = head('gates: [{ metric: mmlu/acc, max_drop: 2pp }]\n');
    expect(faults(text, results({ filters: ['a', 'b'] }))[0]?.message).toMatch(/ambiguous/);
  });

  test('the role is that of the config', () => {
    const config = resolve(
      head('gates: [{ metric: mmlu/acc, max_drop: 2pp }]\n'),
      results({ role: 'target' }),
    );
    expect(config.declared[0]).toMatchObject({ role: 'general', primaryMetric: 'acc' });
  });
});

describe('what an lm-eval task may say', () => {
  const GATE = 'gates: [{ metric: mmlu/acc, max_drop: 2pp }]\n';
  test.each([
    [', extra_args: { use_cache: x }', /--use_cache .* answers of one model/],
    [', extra_args: { use_c: x }', /read as --use_cache/],
    [', extra_args: { output_path: x }', /output_path/],
    [', extra_args: { predict_only: true }', /nothing would be scored/],
    [', model_args: { pretrained: other }', /pretrained says which model it is/],
    [', model_args: { revision: main }', /revision says which model it is/],
    [', model_args: { dtype: "float16,peft=other" }', /not allowed here|comma/],
    [', task: "a,b"', /not allowed here/],
    [', task: "--limit=1"', /not allowed here/],
    [', device: "cpu --limit 1"', /not allowed here/],
    [', batch_size: many', /not allowed here|expected/],
    [', num_fewshots: 5', /unknown key num_fewshots/],
    [', model: gguf', /not a known model/],
  ])('refused: %s', (task, message) => {
    expect(
      faults(head(GATE, task))
        .map((each) => each.describe())
        .join('\n'),
    ).toMatch(message);
  });

  test('policy.allow names what may run', () => {
    expect(resolve(head(GATE)).allow).toEqual([]);
    expect(resolve(head(`${GATE}policy: { allow: [unsafe_code] }\n`)).allow).toEqual(['unsafe_code']);
    expect(faults(head(`${GATE}policy: { allow: [everything] }\n`))[0]?.message).toMatch(/not a known/);
  });
});
