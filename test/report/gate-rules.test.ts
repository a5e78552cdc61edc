import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraph } from '../../src/report/blocks.ts';
import { buildVerdictFile } from '../../src/report/build.ts';
import { gateSentence, limitPhrase, passingLimit, slack, worstFirst } from '../../src/report/gate-rules.ts';
import { toPlain } from '../../src/report/inline.ts';
import { verdictJson } from '../../src/report/json.ts';
import { blocksToMarkdown, COMMENT_BYTES, renderMarkdown } from '../../src/report/markdown.ts';
import { renderExplanation } from '../../src/report/terminal.ts';
import { turnsOf } from '../../src/report/what-if.ts';
import { CONTEXT, delta, estimate, facts, gate, REGRESSION } from './examples.ts';

const NET = gate({
  id: 'tickets/exact_match:net_gain',
  ...{ task: 'tickets', metric: 'exact_match', rule: 'net_gain', limit: '0pp', margin: 0 },
  delta: delta(0.05, 0.03, 0.07),
  net: {
    ...delta(0.031, 0.008, 0.054),
    method: 'square-and-add',
    losses: [{ task: 'facts', metric: 'acc', weight: 2, delta: -0.0095, unit: 'rate' }],
  },
  test: { method: 'square-and-add', statistic: 2.1, pSafe: 0.018, pWorse: 0.982 },
  verdict: 'pass',
  blocks: false,
});
const comment = (...gates: Parameters<typeof facts>[0][]) =>
  renderMarkdown(buildVerdictFile(facts(gates[0] ?? {})), CONTEXT, COMMENT_BYTES).markdown;

test('where the count on the benchmark decided, an interval that reaches beyond the limit is that of other questions', () => {
  const counted = gate({
    ...{ delta: delta(-0.019, -0.028, -0.013), pairs: 1000 },
    test: { method: 'benchmark', statistic: null, pSafe: null, pWorse: null },
  });
  expect(toPlain(gateSentence(counted))).toBe(
    'facts/acc fell by 1.9 pp on exactly these 1,000 samples (of others like them, 90 % interval −2.8 to −1.3), within the allowed drop of 2pp',
  );
});

describe('a gate on groups', () => {
  const failed = { task: 'facts', metric: 'acc', verdict: 'regression' } as const;
  const two = [
    { group: 'history', value: 0.727, pairs: 150 },
    { group: 'law', value: 0.44, pairs: 150 },
  ];

  test('names those that are too far apart, and says how far', () => {
    const far = gate({ ...failed, rule: 'max_group_gap', limit: '5pp', groups: two });
    expect(toPlain(gateSentence(far))).toBe(
      'the groups history (72.7 %) and law (44.0 %) of facts/acc are 28.7 pp apart, more than the allowed 5pp',
    );
    expect(comment({ gates: [far] })).toContain('| 28.7 pp apart |');
    const held = { ...far, verdict: 'pass', blocks: false } as const;
    expect(toPlain(gateSentence(held))).toBe('no group of facts/acc is further from another than 5pp');
  });

  test('names the one that fell most surely, and counts the others', () => {
    const rule = { ...failed, rule: 'no_regression_by_group', limit: '0pp' } as const;
    const groups = [
      { group: 'law', value: -0.213, pairs: 150 },
      { group: 'art', value: -0.1, pairs: 150 },
    ];
    const fell = gate({ ...rule, groups: groups.slice(0, 1) });
    expect(toPlain(gateSentence(fell))).toBe('law of facts/acc fell by 21.3 pp, proven to be more than 0pp');
    expect(comment({ gates: [fell] })).toContain('| <code>law</code> −21.3 pp |');
    expect(toPlain(gateSentence(gate({ ...rule, groups })))).toMatch(/, and 1 more group fell too$/);
    // As a verdict file of an earlier version has it.
    expect(toPlain(gateSentence(gate(rule)))).toBe(
      'groups of facts/acc are proven to be worse by more than 0pp',
    );
  });
});

test('a drift is told in what it is counted in, and as precisely as its interval', () => {
  const drift = (metric: string, value: number, low: number, high: number) =>
    gate({
      ...{ metric, rule: 'max_drift', limit: '10%rel', unit: 'number', verdict: 'regression' },
      ...{ baseline: estimate(4.617), delta: { ...delta(value, low, high), method: 'drift' } },
    });
  expect(toPlain(gateSentence(drift('length', 8.933, 8.522, 9.344)))).toMatch(
    /^answers drifted in facts\/length by 8\.933 words from 4\.617 \(90 % interval \+8\.522 to \+9\.344\)/,
  );
  const still = drift('vocabulary', 0, 0, 0.000242);
  expect(toPlain(gateSentence(still))).toContain(
    'answers did not drift in facts/vocabulary (90 % interval 0.000000 to +0.000242)',
  );
  expect(comment({ gates: [still] })).toContain('| 0.000000 (0.000000 to +0.000242) |');
});

describe('a gain against losses', () => {
  test('is said in one sentence', () => {
    expect(toPlain(gateSentence(NET))).toMatch(
      /rose by 5\.0 pp, and after the losses that it has to outweigh \+3\.1 pp \(.* \+0\.8 to \+5\.4\) is left, more than the required 0pp/,
    );
    expect(toPlain(gateSentence({ ...NET, verdict: 'inconclusive' }))).toMatch(
      /cannot tell whether the gain/,
    );
  });
  test('stands in the table with both numbers', () => {
    const text = comment({ gates: [NET] });
    expect(text).toContain('+5.0 pp (+3.0 to +7.0); net +3.1 pp (+0.8 to +5.4)');
    expect(text).toContain('net of losses');
  });
  test('is explained with every loss, and drawn by what is left', () => {
    const file = buildVerdictFile(facts({ gates: [NET] }));
    const text = renderExplanation(file, NET);
    expect(text).toContain('change of facts/acc');
    expect(text).toMatch(/gain after losses +\+3\.1 pp/);
    expect(text).toContain('by square-and-add decides');
    expect(text).toContain('All that the data allow lies within the limit.');
    expect(text).toContain('at_least: 0.7pp');
  });
  test('has no count of answers that would turn it', () => {
    expect(turnsOf({ ...NET, flips: { regressed: 1, improved: 9 } }, 0.05)).toEqual([]);
    expect(passingLimit({ ...NET, net: null })).toBeNull();
  });
});

test('a limit since an anchor has a blank before its last words', () => {
  const limit = limitPhrase(gate({ against: 'anchor' }));
  expect(toPlain(limit)).toBe('may drop 2pp since the anchor');
  expect(blocksToMarkdown([paragraph(limit)])).toBe('may drop <code>2pp</code> since the anchor\n');
});

describe('what a reader must see', () => {
  test('a verdict on aggregates alone says so in the table', () => {
    expect(comment({ gates: [gate({ evidence: 'weak' })] })).toContain('PASS ✅ aggregate-only');
  });
  test('a collapse to zero is named above the folded parts, inert and once', () => {
    const warnings = ['Every one of 500 samples scored exactly 0. <b>@all</b>'];
    const text = comment({
      gates: [gate({ warnings }), gate({ id: 'facts/acc:min_gain', rule: 'min_gain', warnings })],
    });
    expect(text.match(/scored exactly 0/g)).toHaveLength(1);
    expect(text.indexOf('scored exactly 0')).toBeLessThan(text.indexOf('<details>'));
    expect(text).not.toContain('<b>');
  });
});

describe('gates are ordered blocking first, worst first', () => {
  test('an example', () => {
    const gates = [
      gate({ task: 'd', tier: 'advisory', verdict: 'invalid' }),
      gate({ task: 'c' }),
      gate({ task: 'b', verdict: 'inconclusive' }),
      gate({ task: 'a2', verdict: 'regression', delta: delta(-0.5, -0.6, -0.4) }),
      gate({ task: 'a1', verdict: 'regression', delta: delta(-0.1, -0.2, -0.05) }),
      gate({ task: 'a3', verdict: 'invalid', delta: null }),
    ];
    expect(worstFirst(gates).map(({ task }) => task)).toEqual(['a3', 'a2', 'a1', 'b', 'c', 'd']);
  });

  test('the order does not depend on the order of the input, nor do the bytes', () => {
    const gates = [
      ...REGRESSION.gates,
      gate({ task: 'twin' }),
      gate({ task: 'twin2' }),
      gate({ task: 'none', delta: null }),
    ];
    const bytes = verdictJson(worstFirst(gates));
    fc.assert(
      fc.property(fc.shuffledSubarray(gates, { minLength: gates.length }), (shuffled) => {
        expect(verdictJson(worstFirst(shuffled))).toBe(bytes);
      }),
    );
  });

  test.each([
    [gate({ delta: delta(-0.02, null, null) }), 0],
    [gate({ delta: delta(0.02, null, null) }), 2],
    [gate({ delta: delta(0.02, null, null), direction: 'lower_is_better' }), 0],
    [gate({ rule: 'min_gain', margin: 0.01, delta: delta(0, null, null) }), -1],
    [gate({ rule: 'ceiling', margin: 0.01, candidate: estimate(0.02) }), -1],
    [gate({ rule: 'floor', margin: 0.9, candidate: estimate(0.85) }), -0.5],
    [gate({ rule: 'floor', margin: 1, candidate: estimate(0.75) }), -0.25],
    [gate({ margin: 0, delta: delta(-0.25, null, null) }), -0.25],
    [gate({ margin: null }), null],
    [gate({ direction: null }), null],
  ])('slack, %#', (judged, expected) => {
    const found = slack(judged);
    if (expected === null || found === null) expect(found).toBe(expected);
    else expect(found).toBeCloseTo(expected, 12);
  });
});
