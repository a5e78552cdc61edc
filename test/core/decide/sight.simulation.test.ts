import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { blindSpotOf, type Sight } from '../../../src/core/decide/sight.ts';
import type { Answers, Estimate, Guessing } from '../../../src/core/domain/decision.ts';
import type { GateRule } from '../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import type { Verdict } from '../../../src/core/domain/verdict.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { ACC, run, TOXICITY } from '../compare/build.ts';
import { ceiling, decideOne, floor, gate, maxDrop, minGain } from './build.ts';

const N = 500;
type Each = (index: number) => Partial<SampleRecord>;

interface Sides {
  readonly baseline: number;
  readonly candidate?: number;
  readonly metric?: MetricDeclaration;
  readonly each?: Each;
  readonly eachOfCandidate?: Each;
  readonly record?: Partial<RunRecord>;
}

/** A share of ones on each side, the same samples first. */
function compared({ baseline, candidate = baseline, metric = ACC, each, eachOfCandidate, record }: Sides) {
  const ones = (share: number) => Array.from({ length: N }, (_, index) => (index < share * N ? 1 : 0));
  return compareTask(
    run(ones(baseline), metric, record, each),
    run(ones(candidate), metric, record, eachOfCandidate ?? each),
  );
}

const judged = (sides: Sides, rule: GateRule, more: Parameters<typeof gate>[1] = {}) =>
  decideOne(compared(sides), gate(rule, { task: 'facts', metric: sides.metric?.name ?? 'acc', ...more }));

const four: Each = () => ({ choices: 4 });
/** Two classes, 70 to 30, of which the right answer is the first for the first samples. */
const classes: Each = (index) => ({ target_digest: index % 10 < 7 ? 'a' : 'b' });

describe('a gate that cannot fail', () => {
  const regex = declareMetric('regex');
  const json = declareMetric('json_valid');
  const various: Each = (index) => ({ output: `{"a": ${index}}` });
  test.each<[string, Sides, GateRule, RegExp]>([
    [
      '0 % at 2pp',
      { baseline: 0 },
      maxDrop(0.02),
      /cannot see a loss: the baseline's acc of 0\.0 % could get worse by/,
    ],
    ['1 % at 2pp', { baseline: 0.01 }, maxDrop(0.02), /the limit, since 0\.0 % is the worst/],
    ['0.1 + 0.2, which is not 0.3', { baseline: 0.3 }, maxDrop(0.1 + 0.2), /no more than the limit/],
    ['all toxic', { baseline: 1, metric: TOXICITY }, maxDrop(0.02), /the limit, since 100\.0 % is the worst/],
    [
      'one in four of four choices',
      { baseline: 0.25, each: four },
      maxDrop(0.02),
      /25\.0 %, which a guess among its choices gets/,
    ],
    [
      'hardly more than a guess',
      { baseline: 0.28, each: four },
      maxDrop(0.02),
      /90 % interval begins at 24\.7 %/,
    ],
    ['worse than a guess', { baseline: 0.1, each: four }, maxDrop(0.02), /a guess/],
    [
      'the majority class',
      { baseline: 0.7, each: classes },
      maxDrop(0.05),
      /70\.0 %, which always giving the commonest answer gets/,
    ],
    [
      'one answer to everything',
      { baseline: 0.9, metric: regex, each: (index) => ({ ...classes(index), output: 'yes' }) },
      maxDrop(0.05),
      /the baseline gives the same answer to 100\.0 % of all questions/,
    ],
    [
      'one answer of the candidate',
      {
        baseline: 0.9,
        metric: regex,
        each: classes,
        eachOfCandidate: (index) => ({ ...classes(index), output: 'yes' }),
      },
      maxDrop(0.05),
      /the candidate gives the same answer/,
    ],
    [
      'one answer of the candidate, where no target tells that there are others',
      { baseline: 0.9, metric: json, each: various, eachOfCandidate: () => ({ output: '{"a": 1}' }) },
      maxDrop(0.05),
      /the candidate gives the same answer to 100\.0 % of all questions/,
    ],
    [
      'a ceiling of 100 %',
      { baseline: 0.1, metric: TOXICITY },
      ceiling(1),
      /a ceiling of 100 % is the worst/,
    ],
    ['a floor of 0 %', { baseline: 0.9 }, floor(0), /a floor of 0 % is the worst/],
    ['a floor that a guess keeps', { baseline: 0.9, each: four }, floor(0.25), /no more than 25\.0 %/],
  ])('%s', (_, sides, rule, reason) => {
    const { result, decision } = judged(sides, rule);
    expect(result).toMatchObject({ verdict: 'inconclusive', leaning: 'none', blocks: true });
    expect(result.blind).toMatch(reason);
    expect(result.reasons[0]).toContain('allow_floor: true');
    expect(decision).toMatchObject({ verdict: 'inconclusive', blocked: true });
    const allowed = judged(sides, rule, { allowFloor: true }).result;
    expect([allowed.verdict, allowed.blocks, allowed.blind]).toEqual(['pass', false, undefined]);
    expect(allowed.reasons.join(' ')).toMatch(reason);
  });

  test.each<[string, Sides, GateRule]>([
    ['well above a guess', { baseline: 0.6, each: four }, maxDrop(0.02)],
    ['well above the majority class', { baseline: 0.9, each: classes }, maxDrop(0.05)],
    ['a metric that asks for no class', { baseline: 0.7, metric: regex, each: classes }, maxDrop(0.05)],
    ['a drop of which the baseline has enough', { baseline: 0.1 }, maxDrop(0.02)],
    [
      'one answer where one is right',
      { baseline: 0.9, each: () => ({ target_digest: 'a', output: 'yes' }) },
      maxDrop(0.05),
    ],
    [
      'one answer of both sides, where no target tells',
      { baseline: 0.9, metric: json, each: () => ({ output: '{"a": 1}' }) },
      maxDrop(0.05),
    ],
    [
      'a refusal in the same words that is counted as good',
      {
        ...{
          baseline: 0.9,
          metric: regex,
          each: various,
          eachOfCandidate: () => ({ output: 'I cannot help.' }),
        },
        record: { task_role: 'safety' },
      },
      maxDrop(0.05),
    ],
    [
      'a refusal in the same words',
      { baseline: 0.01, metric: TOXICITY, each: (index) => ({ ...classes(index), output: 'No.' }) },
      maxDrop(0.05),
    ],
    [
      'a ceiling that could break',
      { baseline: 0, metric: TOXICITY, each: () => ({ output: 'No.' }) },
      ceiling(0.02),
    ],
  ])('%s can', (_, sides, rule) => {
    const { result } = judged(sides, rule);
    expect(result).not.toHaveProperty('blind');
    expect(result.verdict).toBe('pass');
  });

  test('a proven regression stays one', () => {
    expect(judged({ baseline: 0.7, candidate: 0.3, each: classes }, maxDrop(0.05)).result.verdict).toBe(
      'regression',
    );
  });

  test('a gain that is asked for is not about a loss', () => {
    expect(judged({ baseline: 0, candidate: 0.5 }, minGain(0.1)).result.verdict).toBe('pass');
  });

  test('by group', () => {
    const each: Each = (index) => ({ choices: 4, group: index % 2 === 0 ? 'even' : 'odd' });
    const rule: GateRule = { rule: 'no_regression_by_group', limit: { kind: 'absolute', value: 0 } };
    expect(judged({ baseline: 0.25, each }, rule).result).toMatchObject({
      ...{ verdict: 'inconclusive', leaning: 'none' },
      blind: expect.stringContaining('a guess'),
    });
  });

  test('a loss that pays for nothing', () => {
    const rule: GateRule = {
      ...{ rule: 'net_gain', limit: { kind: 'absolute', value: 0 } },
      losses: [{ task: 'facts', metric: 'other', weight: 1 }],
    };
    const both = compared({ baseline: 0.5, candidate: 0.9 });
    const other = compared({ baseline: 0, metric: { ...ACC, name: 'other' } });
    const [metric] = other.metrics;
    if (metric === undefined) throw new Error('no metric');
    const { result } = decideOne({ ...both, metrics: [...both.metrics, metric] }, gate(rule));
    expect(result).toMatchObject({
      verdict: 'inconclusive',
      blind: expect.stringContaining('weighs facts/other and cannot see a loss'),
    });
  });

  test('a rise where there is none', () => {
    const sides = { baseline: 1, metric: TOXICITY };
    const rule: GateRule = { rule: 'max_rise', limit: { kind: 'absolute', value: 0.02 } };
    expect(judged(sides, rule).result.blind).toMatch(/the worst there is/);
  });

  test('is invalid all the same where it is that', () => {
    const comparison = compareTask(run([0, 0, 'down', 'down']), run([0, 0, 'down', 'down']));
    expect(decideOne(comparison, maxDrop(0.02)).result.verdict).toBe('invalid');
  });

  test('an advisory gate says so, and blocks nothing', () => {
    const { result } = judged({ baseline: 0 }, maxDrop(0.02), { tier: 'advisory' });
    expect(result).toMatchObject({ verdict: 'inconclusive', blocks: false });
  });

  test('warn lets it merge undecided, and never passes', () => {
    const { decision, result } = decideOne(compared({ baseline: 0 }), maxDrop(0.02), {
      onInconclusive: 'warn',
    });
    expect(decision).toMatchObject({ verdict: 'inconclusive', blocked: false });
    expect(result.leaning).toBe(null);
  });
});

describe('what a baseline has to be better than', () => {
  const NONE: Answers = {
    ...{ samples: 0, answers: 0, chosen: false, blank: 0, invisible: 0, repeating: 0, identical: 0 },
    ...{ truncated: null, thinking: 0, unclosed: 0 },
  };
  const sight = (
    { value, stderr, n }: Estimate,
    guessing: Partial<Guessing>,
    declaration: MetricDeclaration = ACC,
    more: Partial<Sight> = {},
  ): Sight => ({
    ...{ task: 'facts', role: 'general', declaration, keepsAnswers: false },
    baseline: () => ({ value, stderr, n }),
    answers: { baseline: null, candidate: null },
    guessing: { chance: null, majority: null, ...guessing },
    ...more,
  });
  const blind = (of: Sight, rule: GateRule = maxDrop(0.001)) => {
    const own = gate(rule);
    if (own.rule === 'average') throw new Error('an average has several');
    return blindSpotOf(own, 0.001, of, { alpha: { value: 0.05, source: { kind: 'default' } } });
  };
  const at = (value: number, stderr: number | null, n = 1000): Estimate => ({ value, stderr, n });
  const summed = (aggregate: 'mcc' | 'auc'): MetricDeclaration => ({
    ...ACC,
    name: aggregate,
    kind: 'corpus',
    aggregate,
  });
  const points: MetricDeclaration = { ...ACC, unit: 'number' };
  const ratio: MetricDeclaration = { ...ACC, kind: 'ratio' };

  test.each<[string, Estimate, Partial<Guessing>, MetricDeclaration, string | null]>([
    ['mcc within its error of nothing', at(0.05, 0.04), {}, summed('mcc'), 'better than 0.0 %'],
    ['mcc above it', at(0.2, 0.04), {}, summed('mcc'), null],
    ['auc within its error of a coin', at(0.52, 0.02), {}, summed('auc'), 'better than 50.0 %'],
    ['auc above it', at(0.6, 0.02), {}, summed('auc'), null],
    [
      'the higher of two guesses',
      at(0.5, 0.015),
      { chance: 0.25, majority: 0.6 },
      ACC,
      'always giving the commonest answer',
    ],
    ['the other one', at(0.3, 0.015), { chance: 0.5, majority: 0.4 }, ACC, 'a guess among its choices'],
    ['above either', at(0.7, 0.015), { chance: 0.5, majority: 0.6 }, ACC, null],
    ['all right, of too few to say', at(1, 0, 3), { chance: 0.5 }, ACC, 'a guess among its choices'],
    ['all right of some', at(1, 0, 10), { chance: 0.5 }, ACC, null],
    ['an error beyond that of counting', at(0.3, 0.2), { chance: 0.25 }, ACC, 'a guess among its choices'],
    ['no error at all', at(0.9, null), { chance: 0.25 }, ACC, 'a guess among its choices'],
    ['points, which no guess is known of', at(0.2, 0.01), { chance: 0.25 }, points, null],
    ['a ratio of sums', at(0.2, 0.01), { chance: 0.25 }, ratio, null],
    ['what should be low', at(0.2, 0.01), { chance: 0.25 }, TOXICITY, null],
  ])('%s', (_, value, guessing, declaration, says) => {
    const found = blind(sight(value, guessing, declaration));
    if (says === null) expect(found).toBe(null);
    else expect(found).toContain(says);
  });

  test('a floor above a guess can fail, and so can one where there is no lowest value', () => {
    const well = at(0.9, 0.01);
    expect(blind(sight(well, { chance: 0.25 }), floor(0.5))).toBe(null);
    expect(blind(sight(well, { chance: 0.25 }), floor(0.2))).toContain('a guess among its choices');
    const boundless = { ...points, range: { min: null, max: null } };
    expect(blind(sight(well, {}, boundless), floor(-1))).toBe(null);
  });

  const said = (identical: number, answers: number): Answers => ({
    ...NONE,
    identical,
    answers,
    samples: answers,
  });
  test.each<[string, Answers, Answers | null, Partial<Guessing>, Sight['role'], boolean]>([
    ['ten answers of ten', said(10, 10), said(1, 10), {}, 'general', true],
    ['nine of nine, which are too few', said(9, 9), said(1, 9), {}, 'general', false],
    ['19 of 20', said(19, 20), said(1, 20), {}, 'general', true],
    ['18 of 20', said(18, 20), said(1, 20), {}, 'general', false],
    ['where half of the others are alike too', said(20, 20), said(10, 20), {}, 'general', false],
    ['where nobody else answered', said(20, 20), null, {}, 'general', false],
    ['of refusals', said(20, 20), said(1, 20), {}, 'safety', false],
    ['where targets differ', said(20, 20), null, { majority: 0.9 }, 'safety', true],
    ['where they hardly do', said(20, 20), said(1, 20), { majority: 0.95 }, 'general', false],
  ])('one answer to everything: %s', (_, candidate, baseline, guessing, role, isBlind) => {
    const of = sight(at(0.99, 0.001), guessing, ACC, { role, answers: { baseline, candidate } });
    expect(blind(of)?.includes('the candidate gives the same answer') ?? false).toBe(isBlind);
  });
});

describe('a candidate that says nothing', () => {
  const spoken =
    (silent: number, output = ''): Each =>
    (index) => ({ output: index < silent ? output : `word ${index}` });
  const SAFE = { baseline: 0, metric: TOXICITY, each: spoken(0) };
  const quality = { ...ACC, name: 'harmless' };

  test.each(['', '\u200b', '\u0000', '\ufffd', '.', '<|endoftext|>'])(
    '%j in 499 of 500 answers keeps no ceiling',
    (output) => {
      const { result, decision } = judged({ ...SAFE, eachOfCandidate: spoken(499, output) }, ceiling(0.02));
      expect(result).toMatchObject({ verdict: 'invalid', blocks: true });
      expect(result.reasons[0]).toContain(
        "99.8 % of the candidate's answers to facts are empty or show nothing, against 0.0 %",
      );
      expect(decision.verdict).toBe('invalid');
    },
  );

  test('nor a limit on a rise, a reduction that is asked for, or what a safety task counts', () => {
    const silent = { ...SAFE, eachOfCandidate: spoken(300) };
    expect(judged(silent, maxDrop(0.02)).result.verdict).toBe('invalid');
    expect(judged({ ...silent, baseline: 0.5, candidate: 0 }, minGain(0.1)).result.verdict).toBe('invalid');
    const safety = { ...silent, baseline: 1, metric: quality, record: { task_role: 'safety' } } as const;
    expect(judged(safety, floor(0.9)).result.verdict).toBe('invalid');
  });

  test('nor a gap between groups, which closes where nothing is said', () => {
    const each =
      (silent: number): Each =>
      (index) => ({
        ...spoken(silent)(index),
        group: index % 2 === 0 ? 'even' : 'odd',
      });
    const rule: GateRule = { rule: 'max_group_gap', limit: { kind: 'absolute', value: 0.2 } };
    const half = (eachOfCandidate: Each) =>
      judged({ baseline: 0.9, each: each(0), eachOfCandidate }, rule).result;
    expect(half(each(0)).verdict).toBe('pass');
    expect(half(each(250))).toMatchObject({ verdict: 'invalid', leaning: null, blocks: true });
  });

  test('what shows in the number itself needs no such rule', () => {
    const wrong = judged(
      { baseline: 0.9, candidate: 0.1, each: spoken(0), eachOfCandidate: spoken(450) },
      maxDrop(0.02),
    );
    expect(wrong.result.verdict).toBe('regression');
    const toxic = judged({ ...SAFE, candidate: 0.4, eachOfCandidate: spoken(300) }, ceiling(0.02));
    expect(toxic.result.verdict).toBe('regression');
  });

  test('a few empty answers, or as many on both sides, are behaviour', () => {
    expect(judged({ ...SAFE, eachOfCandidate: spoken(100) }, ceiling(0.02)).result.verdict).toBe('pass');
    expect(judged({ ...SAFE, each: spoken(400) }, ceiling(0.02)).result.verdict).toBe('pass');
    expect(judged({ ...SAFE, each: spoken(250) }, ceiling(0.02)).result.verdict).toBe('pass');
    const alike = { ...SAFE, each: spoken(100), eachOfCandidate: spoken(100) };
    expect(judged(alike, ceiling(0.02)).result).not.toHaveProperty('warnings');
  });

  test.each<[string, Each, RegExp]>([
    [
      'silent',
      spoken(200),
      /40\.0 % of the candidate's answers to facts are empty or show nothing, against 0\.0 %/,
    ],
    [
      'going in circles',
      (index) => ({ output: `${index}${' so it is'.repeat(20)}` }),
      /100\.0 % .* go in circles/,
    ],
    ['cut', (index) => ({ output: `word ${index}`, truncated: true }), /100\.0 % .* were cut at the limit/],
    ['the same', () => ({ output: 'I cannot say.' }), /100\.0 % .* are one and the same, against 0\.2 %/],
  ])('more often %s than the baseline is a warning', (_, eachOfCandidate, says) => {
    const { result } = judged({ ...SAFE, eachOfCandidate }, ceiling(0.02));
    expect(result.verdict).toBe('pass');
    expect(result.warnings?.[0]).toMatch(says);
    expect(result.reasons).toContain(result.warnings?.[0]);
  });

  test('a side that says it chose does not hide that the other one wrote', () => {
    const each: Each = () => ({ output: '', choices: 2, answer_digest: 'x' });
    expect(judged({ ...SAFE, eachOfCandidate: each }, ceiling(0.02)).result.verdict).toBe('invalid');
  });

  const NATIVE = { fingerprint: { harness: 'weighbridge native' } };
  const OTHER = { fingerprint: { harness: 'another' } };
  test.each<[string, Each, Each, Partial<RunRecord>, Verdict]>([
    ['all answers empty', spoken(100), spoken(N), NATIVE, 'invalid'],
    ['all answers a full stop', spoken(100), spoken(N, '.'), NATIVE, 'invalid'],
    ['and those of the baseline', spoken(N), spoken(N), NATIVE, 'invalid'],
    ['one answer is not', spoken(0), spoken(N - 1), NATIVE, 'inconclusive'],
    ['of a task that nobody asks for them', () => ({}), () => ({}), NATIVE, 'pass'],
    ['of another program that kept those of the baseline', spoken(1), spoken(N), OTHER, 'invalid'],
    ['of another program that kept none', spoken(N), spoken(N), OTHER, 'pass'],
    [
      'choices of punctuation',
      () => ({ output: '.', choices: 2, answer_digest: 'x' }),
      () => ({ output: '.', choices: 2, answer_digest: 'x' }),
      NATIVE,
      'pass',
    ],
  ])('whatever is gated: %s', (_, each, eachOfCandidate, record, verdict) => {
    const { result } = judged({ baseline: 0.8, each, eachOfCandidate, record }, maxDrop(0.1));
    expect(result.verdict).toBe(verdict);
    if (verdict === 'invalid')
      expect(result.reasons[0]).toContain('500 answers to facts are empty or show nothing');
  });
});

describe('other weights that answer exactly alike', () => {
  const model = (digest: string): Partial<RunRecord> => ({
    model: { ...run([]).record.model, digest },
  });
  const scores = Array.from({ length: N }, (_, index) => (index % 10 > 0 ? 1 : 0));
  const said: Each = (index) => ({ output: `word ${index}` });
  const pair = (eachOfCandidate: Each = said, digest = 'b') =>
    compareTask(run(scores, ACC, model('a'), said), run(scores, ACC, model(digest), eachOfCandidate));

  test('are told, and pass where nothing had to be gained', () => {
    const { decision } = decideOne(pair(), maxDrop(0.05));
    expect(decision).toMatchObject({ verdict: 'pass', identicalAnswers: N });
  });

  test('are invalid where something had to be', () => {
    const { decision } = decideOne(pair(), minGain(0.01));
    expect(decision).toMatchObject({ verdict: 'invalid', blocked: true });
    expect(decision.reasons[0]).toContain(
      'answers exactly as its baseline on all 500 samples: was the adapter applied?',
    );
  });

  test.each([
    ['block', maxDrop(0.05), 'invalid'],
    ['warn', minGain(0.01), 'regression'],
  ] as const)('%s, as the policy says', (identical, rule, verdict) => {
    const { decision } = decideOne(pair(), rule, { identical });
    expect(decision).toMatchObject({ verdict, identicalAnswers: N });
  });

  test.each<[string, Each, string]>([
    ['one answer differs', (index) => ({ output: index === 7 ? 'x' : `word ${index}` }), 'b'],
    ['the weights are the same', said, 'a'],
    ['no answers were kept', () => ({ output: undefined }), 'b'],
  ])('not where %s', (_, eachOfCandidate, digest) => {
    expect(decideOne(pair(eachOfCandidate, digest), maxDrop(0.05)).decision).not.toHaveProperty(
      'identicalAnswers',
    );
  });
});
