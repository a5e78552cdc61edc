import { describe, expect, test } from 'vitest';
import { buildVerdictFile } from '../../src/report/build.ts';
import { renderExplanation } from '../../src/report/explain.ts';
import { gateSentence } from '../../src/report/gate-sentence.ts';
import { toPlain } from '../../src/report/inline.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../src/report/markdown.ts';
import { passingLimit, turnsOf } from '../../src/report/what-if.ts';
import { CONTEXT, delta, facts, gate } from './examples.ts';

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

describe('what a reader must see', () => {
  test('a verdict on weak evidence says so in the table', () => {
    expect(comment({ gates: [gate({ evidence: 'weak' })] })).toContain('PASS ✅ on weak evidence');
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
