import { describe, expect, test } from 'vitest';
import { newCode, policyChanges } from '../../../src/app/policy/changes.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { toPlain } from '../../../src/report/inline.ts';
import { changeLine } from '../../../src/report/sections/policy.ts';

const TASKS = `tasks:
  facts: { role: general, type: multiple_choice, dataset: facts.jsonl }
  logs: { role: general, type: perplexity, dataset: logs.jsonl }
`;
const GATES = `gates:
  - { metric: facts/acc, max_drop: 2pp }
  - { metric: logs/bits_per_byte, ceiling: 1.5, tier: advisory }
`;
const config = (rest: string, tasks = TASKS) =>
  resolveConfig({ text: `version: 1\ncandidate: c.gguf\nbaseline: b.gguf\n${tasks}${rest}`, file: 'w.yml' });
const lines = (head: ReturnType<typeof config>, base = config(GATES)) =>
  policyChanges(base, head).map((change) => toPlain(changeLine(change)));

describe('what a pull request changes of the rules', () => {
  test.each([
    ['max_drop: 2pp', 'max_drop: 5pp', ['facts/acc: max_drop 2pp → 5pp (looser)']],
    ['max_drop: 2pp', 'max_drop: 1pp', ['facts/acc: max_drop 2pp → 1pp (stricter)']],
    ['max_drop: 2pp', 'max_drop: 2%rel', ['facts/acc: max_drop 2pp → 2%rel (changed)']],
    ['max_drop: 2pp', 'max_drop: 0.02', []],
    ['ceiling: 1.5', 'ceiling: 2', ['logs/bits_per_byte: ceiling 1.5 → 2 (looser)']],
    [', tier: advisory', '', ['logs/bits_per_byte: ceiling tier advisory → blocking (stricter)']],
    [
      'max_drop: 2pp',
      'max_drop: 2pp, tier: advisory',
      ['facts/acc: max_drop tier blocking → advisory (looser)'],
    ],
    [
      'max_drop: 2pp',
      'min_gain: 2pp',
      ['facts/acc: max_drop 2pp → none (looser)', 'facts/acc: min_gain none → 2pp (stricter)'],
    ],
    ['gates:', 'policy: { on_inconclusive: warn }\ngates:', ['policy.on_inconclusive lean → warn (looser)']],
    [
      'gates:',
      'policy: { on_inconclusive: block }\ngates:',
      ['policy.on_inconclusive lean → block (stricter)'],
    ],
    ['gates:', 'policy: { lean_alpha: 0.5 }\ngates:', ['policy.lean_alpha 0.25 → 0.5 (looser)']],
    ['gates:', 'policy: { lean_alpha: 0.1 }\ngates:', ['policy.lean_alpha 0.25 → 0.1 (stricter)']],
    ['gates:', 'policy: { min_coverage: 0.5 }\ngates:', ['policy.min_coverage 0.99 → 0.5 (looser)']],
    ['gates:', 'policy: { min_coverage: 1 }\ngates:', ['policy.min_coverage 0.99 → 1 (stricter)']],
    ['gates:', 'policy: { waiver_max_days: 91 }\ngates:', ['policy.waiver_max_days 90 → 91 (looser)']],
    ['gates:', 'policy: { waiver_max_days: 1 }\ngates:', ['policy.waiver_max_days 90 → 1 (stricter)']],
    ['ceiling: 1.5', 'ceiling: 1', ['logs/bits_per_byte: ceiling 1.5 → 1 (stricter)']],
    [
      '  - { metric: logs/bits_per_byte, ceiling: 1.5, tier: advisory }\n',
      '',
      ['logs/bits_per_byte: ceiling 1.5 → none (changed)'],
    ],
    [
      'ceiling: 1.5, tier: advisory }',
      'ceiling: 1.5, tier: advisory }\n  - { metric: logs/bits_per_byte, max_drop: 1, tier: advisory }',
      ['logs/bits_per_byte: max_drop none → 1 (changed)'],
    ],
    [
      'max_drop: 2pp }',
      'max_drop: 2pp }\n  - { metric: facts/acc, floor: 0.5 }',
      ['facts/acc: floor none → 50% (stricter)'],
    ],
    [
      'max_drop: 2pp',
      'max_drop: 1pp, allow_weak_evidence: true, tier: advisory',
      [
        'facts/acc: max_drop tier blocking → advisory (looser)',
        'facts/acc: max_drop allow_weak_evidence false → true (looser)',
        'facts/acc: max_drop 2pp → 1pp (stricter)',
      ],
    ],
    ['gates:', 'policy: { alpha: 0.2 }\ngates:', ['policy.alpha 0.05 → 0.2 (changed)']],
    [
      'gates:',
      'policy: { waiver_permission: write }\ngates:',
      ['policy.waiver_permission maintain → write (looser)'],
    ],
    ['gates:', 'policy: { allow: [unsafe_code] }\ngates:', ['policy.allow [] → ["unsafe_code"] (looser)']],
    ['gates:', 'seed: 7\ngates:', ['seed 1234 → 7 (changed)']],
    [
      'max_drop: 2pp',
      'max_drop: 2pp, allow_weak_evidence: true',
      ['facts/acc: max_drop allow_weak_evidence false → true (looser)'],
    ],
    [
      'max_drop: 2pp',
      'max_drop: 2pp, allow_floor: true',
      ['facts/acc: max_drop allow_floor false → true (looser)'],
    ],
    ['gates:', 'policy: { identical: warn }\ngates:', ['policy.identical none → warn (looser)']],
    ['gates:', 'policy: { identical: block }\ngates:', ['policy.identical none → block (stricter)']],
    ['gates:', 'policy: { evaluation: full }\ngates:', ['policy.evaluation sequential → full (changed)']],
    [
      'gates:',
      'accept_change: [chat_template]\ngates:',
      ['accept_change none → ["chat_template"] (changed)'],
    ],
    ['gates:', 'policy: { allow: [] }\ngates:', []],
    ['gates:', 'store: ./mine\ngates:', ['store none → ./mine (changed)']],
  ])('%s to %s', (from, to, expected) => {
    expect(lines(config(GATES.replace(from, to)))).toEqual(expected);
  });

  test.each([
    [[], ['unsafe_code'], 'looser'],
    [['unsafe_code'], ['trust_remote_code'], 'looser'],
    [['unsafe_code'], ['trust_remote_code', 'unsafe_code'], 'looser'],
    [['unsafe_code', 'trust_remote_code'], ['unsafe_code'], 'stricter'],
    [['unsafe_code'], [], 'stricter'],
    [['unsafe_code', 'trust_remote_code'], ['trust_remote_code', 'unsafe_code'], null],
  ])('code that may run: from %j to %j is %s', (was, is, effect) => {
    const allowing = (names: readonly string[]) =>
      config(GATES.replace('gates:', `policy: { allow: [${names.join(', ')}] }\ngates:`));
    const changes = policyChanges(allowing(was), allowing(is));
    expect(changes.map((change) => change.effect)).toEqual(effect === null ? [] : [effect]);
  });

  test('what is asked, and of which baseline', () => {
    const head = config(
      GATES,
      TASKS.replace(
        'dataset: facts.jsonl',
        'dataset: easy.jsonl, num_fewshot: 2, fewshot_dataset: dev.jsonl',
      ),
    );
    expect(lines(head)).toEqual([
      'tasks.facts.dataset facts.jsonl → easy.jsonl (changed)',
      'tasks.facts.num_fewshot 0 → 2 (changed)',
      'tasks.facts.fewshot_dataset none → dev.jsonl (changed)',
    ]);
    const swapped = resolveConfig({
      text: `version: 1\ncandidate: other.gguf\nbaseline: c.gguf\n${TASKS}${GATES}`,
      file: 'w.yml',
    });
    expect(lines(swapped)).toEqual([
      'candidate c.gguf → other.gguf (changed)',
      'baseline b.gguf → c.gguf (changed)',
    ]);
  });

  test.each([
    ['threshold: 0.5', 'threshold: 1000', ['tasks.rude.scorers.toxicity.threshold 0.5 → 1000 (looser)']],
    ['threshold: 0.5', 'threshold: 0.1', ['tasks.rude.scorers.toxicity.threshold 0.5 → 0.1 (stricter)']],
    ['version: v1', 'version: v2', ['tasks.rude.scorers.toxicity.version v1 → v2 (changed)']],
    ['role: safety', 'role: general', ['tasks.rude.role safety → general (changed)']],
    ['role: safety', 'role: safety, alias: polite', ['tasks.rude.alias none → polite (changed)']],
    ['limit: 9', 'limit: 8', ['tasks.rude.limit 9 → 8 (changed)']],
  ])('a task: from %s to %s', (from, to, expected) => {
    const scorer = '{ name: toxicity, backend: command, command: [x], version: v1, threshold: 0.5 }';
    const rude = `${TASKS}  rude: { role: safety, limit: 9, type: generate, dataset: r.jsonl, scorers: [${scorer}] }\n`;
    const rest = `policy: { allow: [unsafe_code] }\n${GATES}`;
    expect(lines(config(rest, rude.replace(from, to)), config(rest, rude))).toEqual(expected);
  });

  test.each([
    ['at_least: 0.5', 'at_least: 0.1', 'at_least 0.5 → 0.1 (looser)'],
    ['at_least: 0.5', 'at_least: 0.9', 'at_least 0.5 → 0.9 (stricter)'],
    ['at_most: 3', 'at_most: 4', 'at_most 3 → 4 (looser)'],
    ['tolerance: 1', 'tolerance: 2', 'tolerance 1 → 2 (looser)'],
    ['at_least: 0.7', 'at_least: 0.1', 'at_least 0.7 → 0.1 (changed)'],
  ])('a check of test cases: from %s to %s', (from, to, expected) => {
    const task = `${TASKS}  cases:
    role: behaviour
    type: cases
    dataset: cases.yml
    checks:
      near: { name: edit_similarity, at_least: 0.5 }
      short: { name: repetition_rate, at_most: 3 }
      sum: { name: numeric, tolerance: 1 }
      far: { name: edit_similarity, at_least: 0.7, not: true }
`;
    const [change] = lines(config(GATES, task.replace(from, to)), config(GATES, task));
    expect(change).toMatch(
      new RegExp(`^tasks\\.cases\\.checks\\.(near|short|sum|far)\\.${expected.replace(/[().]/g, '\\$&')}$`),
    );
  });

  test('how old a baseline may be, and whether one has to be there', () => {
    const head = resolveConfig({
      text: `version: 1\ncandidate: c.gguf\nbaseline: { sources: b.gguf, max_age_days: 9, bootstrap: true }\n${TASKS}${GATES}`,
      file: 'w.yml',
    });
    expect(lines(head)).toEqual([
      'baseline.max_age_days none → 9 (changed)',
      'baseline.bootstrap none → true (changed)',
    ]);
  });

  test('what a loss weighs', () => {
    const net = (weight: number) =>
      config(`gates: [{ metric: facts/acc, net_gain: { losses: { logs/bits_per_byte: ${weight} } } }]\n`);
    expect(lines(net(0.1), net(2))).toEqual([
      'facts/acc: net_gain losses logs/bits_per_byte × 2 → logs/bits_per_byte × 0.1 (changed)',
    ]);
  });

  test('what is averaged, over what, and that nothing is any more', () => {
    const average = (tasks: string, limit = '1pp') =>
      config(`gates: [{ average: { tasks: ${tasks}, max_drop: ${limit} } }]\n`);
    const both = '[facts/acc, facts/acc_norm]';
    expect(lines(average(both, '2pp'), average(both))).toEqual([
      'average/several metrics: average 1pp → 2pp (looser)',
    ]);
    expect(lines(average('{ facts/acc: 2, facts/acc_norm: 1 }'), average(both))).toEqual([
      'average/several metrics: average tasks facts/acc × 1, facts/acc_norm × 1 → facts/acc × 2, facts/acc_norm × 1 (changed)',
    ]);
    expect(lines(config('gates: [{ metric: facts/acc, max_drop: 2pp }]\n'), average(both))).toContain(
      'average/several metrics: average 1pp → none (looser)',
    );
  });

  test.each([
    ['floor: 0.5', 'floor: 0.4', 'looser'],
    ['floor: 0.5', 'floor: 0.6', 'stricter'],
    ['min_gain: 5pp', 'min_gain: 1pp', 'looser'],
    ['min_gain: 5pp', 'min_gain: 9pp', 'stricter'],
    ['max_drop: 5pp, allow_weak_evidence: true', 'max_drop: 5pp', 'stricter'],
    ['max_drop: 5pp, tier: advisory', 'max_drop: 5pp', 'stricter'],
  ])('%s to %s is %s', (was, is, effect) => {
    const of = (gate: string) => config(`gates: [{ metric: facts/acc, ${gate} }]\n`);
    expect(policyChanges(of(was), of(is)).map((change) => change.effect)).toEqual([effect]);
    expect(policyChanges(of(was), of(was))).toEqual([]);
  });

  test.each([
    ['warn', 'lean', 'stricter'],
    ['warn', 'block', 'stricter'],
    ['block', 'lean', 'looser'],
    ['block', 'warn', 'looser'],
  ])('undecided gates: from %s to %s is %s', (was, is, effect) => {
    const of = (what: string) => config(`policy: { on_inconclusive: ${what} }\n${GATES}`);
    expect(policyChanges(of(was), of(is)).map((change) => change.effect)).toEqual([effect]);
  });

  test('code that is already allowed, or no longer, is no new code', () => {
    const allowing = (codes: string) => config(`policy: { allow: [${codes}] }\n${GATES}`);
    const added = (from: string, to: string) => newCode(allowing(from), allowing(to));
    expect(added('', 'unsafe_code')).toEqual(['unsafe_code']);
    expect(added('unsafe_code', 'trust_remote_code')).toEqual(['trust_remote_code']);
    expect(added('unsafe_code', '')).toEqual([]);
    expect(added('unsafe_code, trust_remote_code', 'trust_remote_code')).toEqual([]);
  });

  test('a task that goes is one change, beside that of its gate', () => {
    const [, logs = ''] = TASKS.split(/(?= {2}logs)/);
    expect(
      lines(
        config(
          GATES.split('\n').toSpliced(1, 1).join('\n').replace(', tier: advisory', ''),
          `tasks:\n${logs}`,
        ),
      ),
    ).toEqual([
      'facts/acc: max_drop 2pp → none (looser)',
      'tasks.facts there → none (changed)',
      'logs/bits_per_byte: ceiling tier advisory → blocking (stricter)',
    ]);
  });

  test('moved lines and comments are no change, another candidate is one', () => {
    const head = resolveConfig({
      text: `# new\nversion: 1\n${GATES}candidate: new.gguf\nbaseline: b.gguf\n${TASKS}`,
      file: 'elsewhere.yml',
    });
    expect(lines(head)).toEqual(['candidate c.gguf → new.gguf (changed)']);
  });
});

test('prices go by names: a candidate under a cheaper one is told as looser', () => {
  const prices =
    'prices: { models: { c.gguf: { input: 1, output: 2 }, d.gguf: { input: 1, output: 1 }, "*": { input: 3, output: 3 } } }';
  const gate = 'gates: [{ metric: facts/cost, max_rise: 10%rel }]';
  const named = (name: string, rest: string) =>
    resolveConfig({
      text: `version: 1\ncandidate: ${name}\nbaseline: b.gguf\n${TASKS}${prices}\n${rest}`,
      file: 'w.yml',
    });
  const told = (name: string, rest = gate) =>
    lines(named(name, rest), named('c.gguf', rest)).filter((line) => !line.startsWith('candidate '));
  expect(told('d.gguf')).toEqual(['prices of the candidate 1 read, 2 written → 1 read, 1 written (looser)']);
  expect(told('e.gguf')).toEqual([
    'prices of the candidate 1 read, 2 written → 3 read, 3 written (stricter)',
  ]);
  expect(told('c.gguf')).toEqual([]);
  expect(told('d.gguf', GATES)).toEqual([]);
});
