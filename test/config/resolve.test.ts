import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { GateFlag } from '../../src/config/gate-requests.ts';
import type { DeclaredTask } from '../../src/config/metric-name.ts';
import { requireSide } from '../../src/config/models.ts';
import type { Overrides } from '../../src/config/resolve.ts';
import { configSchema } from '../../src/config/schema.ts';
import type { Source } from '../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import { FULL, faults, HEAD, resolve } from './support.ts';

const flag = (name: string, value: string) => ({ value, source: { kind: 'flag', name } }) as const;
const input = (name: string, value: string) => ({ value, source: { kind: 'input', name } }) as const;
const line = (number: number): Source => ({ kind: 'file', file: 'w.yml', line: number });

describe('a full config', () => {
  const config = resolve(FULL);

  test('every gate has its id, limit, tier and line', () => {
    expect(config.gates.map(({ id, tier, source }) => [id, tier, source])).toEqual([
      ['facts/acc_norm:max_drop', 'blocking', line(28)],
      ['tickets/exact_match:min_gain', 'blocking', line(29)],
      ['rude/toxicity:ceiling', 'blocking', line(30)],
      ['facts/acc:max_drop', 'blocking', line(32)],
      ['tickets/json_valid:floor', 'advisory', line(33)],
      ['rude/profanity_rate:ceiling', 'blocking', line(34)],
      ['prose/bits_per_byte:max_drop', 'blocking', line(35)],
    ]);
    expect(config.gates.map(({ limit }) => limit)).toEqual([
      { kind: 'absolute', value: 0.02 },
      { kind: 'absolute', value: 0.01 },
      0.01,
      { kind: 'relative', value: 0.03 },
      0.95,
      0.02,
      { kind: 'absolute', value: 0.02 },
    ]);
  });

  test('checkpoints, engine, policy and defaults', () => {
    expect(config).toMatchObject({
      file: 'w.yml',
      directory: '.',
      candidate: { kind: 'file', path: 'checkpoints/candidate.gguf' },
      baseline: { kind: 'adapter', base: 'base.gguf', adapter: 'old.gguf' },
      engine: { type: 'llama.cpp', context_size: 512, batch_size: 512, gpu: 'off' },
      seed: 7,
      policy: {
        alpha: { value: 0.1, source: line(36) },
        onInconclusive: { value: 'block', source: line(36) },
        target: { value: 'population', source: line(36) },
        minCoverage: { value: 0.95, source: line(36) },
      },
    });
    expect(config.tasks[0]).toMatchObject({
      ...{ name: 'facts', role: 'general', runner: 'native', primaryMetric: 'acc_norm' },
      options: { type: 'multiple_choice', doc_to_text: '{{question}}', num_fewshot: 0 },
    });
    expect(config.tasks[0]?.options).not.toHaveProperty('alias');
    expect(config.sources).toMatchObject({ seed: line(6), 'tasks.facts.dataset': line(11) });
    expect(config.sources).not.toHaveProperty(['tasks.facts.num_fewshot']);
  });

  test('is frozen to the bottom', () => {
    expect(() => Object.assign(config.policy.alpha, { value: 0.4 })).toThrow(TypeError);
    expect(() => Object.assign(config.tasks[0]?.options ?? {}, { dataset: 'x' })).toThrow(TypeError);
  });
});

describe('a small config takes the documented defaults', () => {
  const config = resolve(`${HEAD}gates: [{ metric: facts, max_drop: 2pp }]`);
  test('and says that they are defaults', () => {
    const source = { kind: 'default' };
    expect(config).toMatchObject({
      candidate: null,
      baseline: null,
      seed: 1234,
      engine: { type: 'llama.cpp' },
      policy: {
        alpha: { value: 0.05, source },
        onInconclusive: { value: 'lean', source },
        target: { value: 'auto', source },
        minCoverage: { value: 0.99, source },
      },
    });
  });

  test('a side that nobody names is an error with both ways to name it', () => {
    expect(() => requireSide(config, 'candidate')).toThrow('no candidate is named');
  });
});

describe('an override wins over the file', () => {
  const over = (overrides: Overrides) => resolve(FULL, { overrides });
  const max = over({ max_mmlu_drop: flag('--max-mmlu-drop', '5%rel') }).gates[0];

  test('a threshold', () => {
    expect(max).toMatchObject({ id: 'facts/acc_norm:max_drop', limit: { kind: 'relative', value: 0.05 } });
    expect(max?.source).toEqual({ kind: 'flag', name: '--max-mmlu-drop' });
  });

  test('the policy and the checkpoints', () => {
    const config = over({
      on_inconclusive: input('on-inconclusive', 'warn'),
      candidate: input('candidate', 'new/run'),
      baseline: flag('--baseline', '/data/BASE.GGUF'),
    });
    expect(config.policy.onInconclusive).toEqual(input('on-inconclusive', 'warn'));
    expect(config.candidate).toEqual({ kind: 'results', path: 'new/run' });
    expect(config.baseline).toEqual({ kind: 'file', path: '/data/BASE.GGUF' });
    expect(config.sources).toMatchObject({ candidate: { kind: 'input', name: 'candidate' } });
  });

  test('a path of a flag is found from where the command runs, not from the config', () => {
    const overrides = { candidate: flag('--candidate', 'out/new.gguf') };
    const config = resolve(FULL, { file: 'evals/w.yml', overrides });
    expect(config.candidate).toEqual({ kind: 'file', path: '../out/new.gguf' });
    expect(config.baseline).toEqual({ kind: 'adapter', base: 'base.gguf', adapter: 'old.gguf' });
  });

  test('an input that is empty was not set; an empty flag is an error', () => {
    const unset = over({ max_mmlu_drop: input('max-mmlu-drop', '') });
    expect(unset.gates[0]?.source).toEqual(line(28));
    const [fault] = faults(FULL, { overrides: { max_mmlu_drop: flag('--max-mmlu-drop', '') } });
    expect(fault?.message).toBe('flag --max-mmlu-drop: the value is empty');
  });

  test('a gate flag replaces the gate of the same rule and adds others', () => {
    const gates: Overrides['gates'] = [
      { rule: 'max_drop', ...flag('--max-drop', 'mmlu/acc=1pp') },
      { rule: 'ceiling', ...flag('--ceiling', 'prose/byte_perplexity=12') },
    ];
    const config = over({ gates });
    expect(config.gates).toHaveLength(8);
    expect(config.gates.find(({ id }) => id === 'facts/acc:max_drop')).toMatchObject({
      limit: { kind: 'absolute', value: 0.01 },
      source: { kind: 'flag' },
    });
  });

  test.each([
    [{ max_mmlu_drop: input('max-mmlu-drop', '2%') }, 'input max-mmlu-drop: 2% can mean two changes'],
    [{ toxicity_ceiling: flag('--toxicity-ceiling', '1') }, 'flag --toxicity-ceiling: 1 can mean 1% or 100%'],
    [{ on_inconclusive: flag('--on-inconclusive', 'leen') }, 'flag --on-inconclusive: "leen" is not known'],
    [{ candidate: flag('--candidate', 'hf:a/b') }, 'flag --candidate: this names no commit'],
    [
      { gates: [{ rule: 'floor', ...flag('--floor', 'facts/acc') }] },
      'flag --floor: "facts/acc" is not metric=',
    ],
  ] as const)('a wrong one is wrong usage, and named: %j', (overrides, message) => {
    const [fault] = faults(FULL, { overrides });
    expect(fault?.kind).toBe('usage');
    expect(fault?.message).toContain(message);
  });
});

describe('the digest', () => {
  const { digest } = resolve(FULL);

  test.each([
    ['the file name', resolve(FULL, { file: 'other.yml' })],
    ['the checkpoint', resolve(FULL.replace('candidate.gguf', 'other.gguf'))],
    [
      'comments and order',
      resolve(`# x\n${stringify(Object.fromEntries(Object.entries(parse(FULL)).reverse()))}`),
    ],
    ['a limit spelt otherwise', resolve(FULL.replace('2pp', '0.02'))],
    ['a default spelt out', resolve(FULL.replace('facts.jsonl', 'facts.jsonl\n    num_fewshot: 0'))],
  ])('does not change with %s', (_, config) => {
    expect(config.digest).toBe(digest);
  });

  test.each([
    ['a limit', '2pp', '3pp'],
    ['the seed', 'seed: 7', 'seed: 8'],
    ['a tier', 'tier: advisory', 'tier: blocking'],
    ['a role', 'role: target', 'role: behaviour, x: 1'],
    ['the policy', 'alpha: 0.1', 'alpha: 0.05'],
    ['the engine', 'context_size: 512', 'context_size: 1024'],
    ['a dataset', 'facts.jsonl', 'fakts.jsonl'],
  ])('changes with %s', (_, from, to) => {
    const text = to.includes('x: 1')
      ? FULL.replace('  min_task_delta: 1pp\n', '').replace(from, 'role: behaviour')
      : FULL.replace(from, to);
    expect(resolve(text).digest).not.toBe(digest);
  });

  test('resolving is idempotent: what a config comes to, written out, comes to the same', () => {
    const complete = stringify(configSchema.parse(parse(FULL)));
    expect(complete).toContain('max_gen_toks');
    expect(resolve(complete).digest).toBe(digest);
  });
});

describe('what protects nothing is an error', () => {
  test.each([
    ['gates: []', 'there are no gates: nothing would ever be blocked', 'weighbridge.yml'],
    [
      'thresholds: { max_mmlu_drop: 2pp }',
      'max_mmlu_drop is set and no task is named or aliased mmlu',
      'alias: mmlu',
    ],
    [
      'thresholds: { toxicity_ceiling: 1% }',
      'no task of the role safety has the metric toxicity',
      'word list',
    ],
    ['gates: [{ metric: facts/acc }]', 'the gate has no limit', 'exactly one'],
    [
      'gates: [{ metric: facts, floor: 50%, max_drop: 2pp }]',
      'the gate has 2 limits: max_drop, floor',
      'several gates',
    ],
    ['gates: [{ metric: fact/acc, max_drop: 2pp }]', 'no task is named "fact"', 'did you mean facts?'],
    ['gates: [{ metric: facts/ac, max_drop: 2pp }]', 'task facts has no metric "ac"', 'did you mean acc?'],
    ['gates: [{ metric: facts/accuracy, max_drop: 2pp }]', 'has no metric "accuracy"', 'did you mean acc?'],
    [
      'gates: [{ metric: accuracy, max_drop: 2pp }]',
      'no task is named "accuracy"',
      'write the task before it: facts/acc',
    ],
    [
      'gates: [{ metric: "facts/acc,none", max_drop: 2pp }]',
      'task facts has no filter "none"',
      'write facts/acc',
    ],
    [
      'gates: [{ metric: facts/acc, ceiling: 50% }]',
      'better when higher: a ceiling would block what is good',
      'floor',
    ],
    [
      'gates: [{ metric: prose, floor: 5 }]',
      'better when lower: a floor would block what is good',
      'ceiling',
    ],
    [
      'gates: [{ metric: prose, max_drop: 2pp }]',
      '2pp is for rates, and this metric is in bits per byte',
      '2%rel',
    ],
    ['gates: [{ metric: rude, ceiling: 1% }]', 'rude/profanity_rate is weak evidence', 'allow_weak_scorer'],
    [
      'gates: [{ metric: facts, max_drop: 1pp }, { metric: facts/acc, max_drop: 2pp }]',
      'the gate facts/acc:max_drop is here twice: w.yml:7 and w.yml:7',
      'keep one',
    ],
  ])('%s', (text, message, fix) => {
    const [fault] = faults(HEAD + text);
    expect(fault?.message).toContain(message);
    expect(fault?.fix).toContain(fix.replace('weighbridge.yml', ''));
    expect(fault?.at?.line).toBe(text === 'gates: []' ? 1 : 7);
  });

  test('a min_task_delta without a target task', () => {
    const text = `${HEAD.replace('role: target', 'role: general')}thresholds: { min_task_delta: 1pp }`;
    expect(faults(text)[0]?.message).toContain('no task has the role target');
  });

  test.each([
    '{ metric: facts/mce, max_drop: 1pp }',
    '{ metric: facts, net_gain: { losses: { facts/mce: 1 } } }',
  ])('a metric that is never judged: %s', (gate) => {
    const text = HEAD.replace('type: multiple_choice', 'type: multiple_choice, corpus_metrics: [mce]');
    const [fault] = faults(`${text}gates: [${gate}]`);
    expect(fault?.message).toContain('facts/mce is shown and never judged: chance makes it too high');
    expect(fault?.fix).toBe('gate ece or brier');
  });

  test('another name of a metric', () => {
    const text = HEAD.replace('type: multiple_choice', 'type: multiple_choice, corpus_metrics: [auc]');
    const [fault] = faults(`${text}gates: [{ metric: facts/auroc, max_drop: 1pp }]`);
    expect(fault?.fix).toContain('did you mean auc?');
  });

  test('a change of what the embedded classifier says, which nothing corrects', () => {
    const embedded = HEAD.replace('[profanity_rate]', '[toxicity]');
    const ceiling = `${embedded}thresholds: { toxicity_ceiling: 1% }`;
    expect(faults(`${ceiling}\ngates: [{ metric: rude/toxicity, max_rise: 1pp }]`)[0]?.message).toContain(
      'rude/toxicity is weak evidence, and this gate would block a safety task on it alone',
    );
  });

  test('a toxicity_ceiling on a word list that calls itself toxicity', () => {
    const renamed = HEAD.replace('[profanity_rate]', '[{ name: profanity_rate, metric: toxicity }]');
    expect(faults(`${renamed}thresholds: { toxicity_ceiling: 1% }`)[0]?.message).toContain(
      'no task of the role safety has the metric toxicity',
    );
  });

  test('no tasks, but for results', () => {
    expect(faults('version: 1\n')[0]?.message).toBe('there are no tasks');
    expect(faults(null)[0]?.message).toBe('there are no tasks');
  });

  test.each([
    ['an advisory gate', 'tier: advisory'],
    ['an allowed one', 'allow_weak_scorer: true'],
  ])('a weak scorer on a safety task is accepted in %s', (_, extra) => {
    expect(resolve(`${HEAD}gates: [{ metric: rude, ceiling: 1%, ${extra} }]`).gates).toHaveLength(1);
  });
});

describe('names of tasks', () => {
  const two = (first: string, second: string) => `version: 1
tasks:
  ${first}, type: perplexity, dataset: d }
  ${second}, type: perplexity, dataset: d }
gates: [{ metric: a, max_drop: 1%rel }]
`;
  test.each([
    [two('a: { role: general', 'A: { role: general'), 'the name A is taken by task a'],
    [two('a: { role: general', 'b: { role: general, alias: a'), 'the name a is taken by task a'],
    [two('a: { role: general, alias: x', 'b: { role: general, alias: X'), 'the name X is taken by task a'],
  ])('that clash are an error: %#', (text, message) => {
    expect(faults(text).map((fault) => fault.message)).toContain(message);
  });

  test('an alias names its task, and the gate carries the real name', () => {
    const config = resolve(
      two('a: { role: general', 'b: { role: general, alias: c').replace('metric: a', 'metric: c'),
    );
    expect(config.gates[0]?.id).toBe('b/bits_per_byte:max_drop');
  });
});

describe('results without a config', () => {
  const rate: MetricDeclaration = {
    ...{
      name: 'acc',
      direction: 'higher_is_better',
      kind: 'mean',
      unit: 'rate',
      scale: 'linear',
      weak: false,
    },
    range: { min: 0, max: 1 },
  };
  const declared = (task: string, more: Partial<DeclaredTask> = {}): DeclaredTask => ({
    ...{ task, role: 'general', metrics: [rate], primaryMetric: 'acc', ...more },
  });
  const results = [
    declared('mmlu'),
    declared('gsm8k', { filters: ['strict-match', 'flexible-extract'] }),
    declared('inspect_evals/arc', { metrics: [rate, { ...rate, name: 'em,none' }] }),
  ];
  const gates = (rule: GateFlag['rule'], value: string) =>
    resolve(null, { results, overrides: { gates: [{ rule, ...flag('--x', value) }] } }).gates;

  test.each([
    ['max_drop', 'mmlu=2pp', 'mmlu/acc:max_drop'],
    ['max_drop', 'gsm8k/acc,strict-match=2pp', 'gsm8k/acc,strict-match:max_drop'],
    ['floor', 'inspect_evals/arc/acc=50%', 'inspect_evals/arc/acc:floor'],
    ['floor', 'inspect_evals/arc/em,none=50%', 'inspect_evals/arc/em,none:floor'],
  ] as const)('%s %s', (rule, value, id) => {
    expect(gates(rule, value)).toMatchObject([{ id, tier: 'blocking' }]);
  });

  test.each([
    ['gsm8k=2pp', 'gsm8k/acc is ambiguous: the task has several filters'],
    ['gsm8k/acc,strict=2pp', 'task gsm8k has no filter "strict"'],
    ['arc/acc=2pp', 'no task is named "arc"'],
    ['mmlu/acc=', 'is not metric=limit'],
    ['=2pp', 'is not metric=limit'],
  ])('%s is refused', (value, message) => {
    expect(() => gates('max_drop', value)).toThrow(message);
  });

  test('thresholds apply to what the results hold, without any file', () => {
    const config = resolve(null, { results, overrides: { max_mmlu_drop: flag('--max-mmlu-drop', '2pp') } });
    expect(config).toMatchObject({ file: null, tasks: [], gates: [{ id: 'mmlu/acc:max_drop' }] });
  });

  test('a config may gate tasks that only the results have; its role wins where both have the task', () => {
    const text = `version: 1
tasks: { mmlu: { role: target, type: multiple_choice, dataset: d } }
thresholds: { min_task_delta: 0pp }
gates: [{ metric: "gsm8k/acc,strict-match", max_drop: 2pp }]
`;
    const config = resolve(text, { results });
    expect(config.gates.map(({ id }) => id)).toEqual([
      'mmlu/acc:min_gain',
      'gsm8k/acc,strict-match:max_drop',
    ]);
    expect(config.declared.find(({ task }) => task === 'mmlu')?.role).toBe('target');
  });

  test('results cannot redefine what the config knows: direction, weakness, role, primary metric', () => {
    const claims: DeclaredTask = declared('rude', {
      metrics: [
        { ...rate, name: 'profanity_rate' },
        { ...rate, name: 'extra' },
      ],
      primaryMetric: 'extra',
    });
    const text = (more: string) => `${HEAD}gates: [{ metric: rude, ceiling: 1%${more} }]`;
    expect(faults(text(''), { results: [claims] })[0]?.message).toContain('is weak evidence');
    const [gate] = resolve(text(', allow_weak_scorer: true'), { results: [claims] }).gates;
    expect(gate?.id).toBe('rude/profanity_rate:ceiling');
    const added = resolve(`${HEAD}gates: [{ metric: rude/extra, floor: 1% }]`, { results: [claims] });
    expect(added.gates[0]?.id).toBe('rude/extra:floor');
  });

  test('no gates at all is an error here too', () => {
    expect(faults(null, { results })[0]?.message).toContain('there are no gates');
  });
});

describe('lean_alpha', () => {
  const text = (policy: string) => `${HEAD}gates: [{ metric: facts, max_drop: 2pp }]\npolicy: ${policy}\n`;

  test('is a quarter, and shared by several tries and candidates as alpha is', () => {
    expect(resolve(text('{}')).policy.leanAlpha.value).toBe(0.25);
    expect(resolve(text('{ tries: 5 }')).policy).toMatchObject({
      ...{ alpha: { value: 0.01 }, leanAlpha: { value: 0.05 } },
    });
    const { policy } = resolve(text('{}'), { overrides: { candidates: 5 } });
    expect([policy.alpha.value, policy.leanAlpha.value]).toEqual([0.01, 0.05]);
  });

  test.each([
    ['{ alpha: 0.3 }', 'policy.alpha of 0.3 is larger than policy.lean_alpha of 0.25'],
    ['{ alpha: 0.2, lean_alpha: 0.1 }', 'policy.alpha of 0.2 is larger than policy.lean_alpha of 0.1'],
    ['{ lean_alpha: 0.6 }', '0.6 is too large'],
    ['{ lean_alpha: 0.04 }', '0.04 is too small'],
  ])('%s is refused', (policy, message) => {
    const found = faults(text(policy));
    expect(found.map((fault) => fault.describe()).join()).toContain(message);
    expect(found.every(({ at }) => at?.line !== undefined)).toBe(true);
  });

  test('means nothing where nothing leans', () => {
    expect(resolve(text('{ alpha: 0.3, on_inconclusive: block }')).policy.alpha.value).toBe(0.3);
  });
});
