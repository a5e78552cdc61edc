import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VerdictFile } from '../../src/core/domain/decision.ts';
import { buildVerdictFile } from '../../src/report/build.ts';
import { verdictJson } from '../../src/report/json.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../src/report/markdown.ts';
import { LADDER } from '../../src/report/section.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import * as examples from './examples.ts';

const { CONTEXT, facts, gate, metricResult, task } = examples;
const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

describe('golden reports, to be read as a reviewer of a pull request would', () => {
  test.each([
    ['pass', examples.PASS],
    ['regression', examples.REGRESSION],
    ['inconclusive', examples.INCONCLUSIVE],
    ['invalid', examples.INVALID],
  ])('%s', async (name, file) => {
    const { markdown, rung } = renderMarkdown(file, CONTEXT, COMMENT_BYTES);
    expect(rung).toBe('full');
    await expect(markdown).toMatchFileSnapshot(`golden/${name}.md`);
    await expect(renderTerminal(file, { color: false })).toMatchFileSnapshot(`golden/${name}.txt`);
    await expect(verdictJson(file)).toMatchFileSnapshot(`golden/${name}.json`);
  });
});

/** A verdict file whose parts can be made as large as a rung of the ladder needs. */
function large(size: { gates: number; flips: number; improved?: number; settings?: number }): VerdictFile {
  const flip = (index: number, score: number) => ({
    id: `sample-${index}`,
    group: null,
    baseline: { score: 1 - score, output: 'x'.repeat(1000) },
    candidate: { score, output: 'y'.repeat(1000) },
  });
  const names = Array.from({ length: size.gates }, (_, index) => `task-${index}`);
  return buildVerdictFile(
    facts({
      verdict: 'regression',
      blocked: true,
      gates: names.map((name) => gate({ task: name, verdict: 'regression', blocks: true })),
      tasks: names.map((name) =>
        task({
          task: name,
          metrics: [metricResult()],
          flips: [
            ...Array.from({ length: size.flips }, (_, index) => flip(index, 0)),
            ...Array.from({ length: size.improved ?? 0 }, (_, index) => flip(index, 1)),
          ],
        }),
      ),
    }),
  );
}

describe('the ladder keeps a comment under its budget', () => {
  test.each([
    ['full', large({ gates: 2, flips: 5 })],
    ['regressed flips only', large({ gates: 2, flips: 10, improved: 10 }), 48_000],
    ['fewer flips', large({ gates: 4, flips: 10 })],
    ['no flips', large({ gates: 40, flips: 10 })],
    ['worst gates', large({ gates: 300, flips: 1 })],
    ['verdict and link', large({ gates: 300, flips: 1 }), 3000],
  ])('%s', (rung, file, budget = COMMENT_BYTES) => {
    const rendered = renderMarkdown(file, CONTEXT, budget);
    expect(rendered.rung).toBe(rung);
    expect(bytes(rendered.markdown)).toBeLessThanOrEqual(budget);
    expect(rendered.markdown).toMatch(/^\*\*REGRESSION ❌\*\* /);
    expect(rendered.markdown).toContain('(https://github.com/o/r/actions/runs/42/artifacts/7)');
    expect(rendered.markdown.includes('Shortened to fit')).toBe(rung !== 'full');
  });

  test('of any size, a comment has at most 60,000 bytes and says its verdict first', () => {
    const size = fc.record({
      ...{ gates: fc.integer({ min: 1, max: 150 }), flips: fc.nat(12), improved: fc.nat(12) },
    });
    fc.assert(
      fc.property(size, (size) => {
        const { markdown } = renderMarkdown(large(size), CONTEXT, COMMENT_BYTES);
        expect(bytes(markdown)).toBeLessThanOrEqual(60_000);
        expect(markdown).toMatch(/^\*\*REGRESSION ❌\*\* /);
      }),
      { numRuns: 5 },
    );
  });

  test('each rung is told less than the one before', () => {
    const file = large({ gates: 6, flips: 4, improved: 4 });
    const sizes = LADDER.map(({ name }) => {
      let budget = 10_000_000;
      for (;;) {
        const { markdown, rung } = renderMarkdown(file, CONTEXT, budget);
        if (rung === name) return bytes(markdown);
        budget = bytes(markdown) - 1;
      }
    });
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(new Set(sizes).size).toBe(LADDER.length);
  });

  test('the worst gates are the ones that stay', () => {
    const gates = Array.from({ length: 300 }, (_, index) =>
      gate({ task: `calm-${index}`, reasons: ['x'.repeat(300)] }),
    );
    const worst = gate({ task: 'fallen', verdict: 'regression', blocks: true });
    const file = buildVerdictFile(
      facts({ verdict: 'regression', blocked: true, gates: [...gates, worst], tasks: [] }),
    );
    const { markdown, rung } = renderMarkdown(file, CONTEXT, 20_000);
    expect(rung).toBe('worst gates');
    expect(markdown.split('\n').find((line) => line.startsWith('| <code>'))).toContain('fallen');
    expect(markdown).toContain('276 more gates, none worse than those above');
  });

  test('a budget nothing fits into is our own fault, not an empty comment', () => {
    expect(() => renderMarkdown(examples.PASS, CONTEXT, 10)).toThrow('not even the verdict fits');
  });
});

describe('what a reader needs', () => {
  test('the table has at most seven columns', () => {
    const { markdown } = renderMarkdown(examples.REGRESSION, CONTEXT, COMMENT_BYTES);
    const header = markdown.split('\n').find((line) => line.startsWith('| Gate')) ?? '';
    expect(
      header
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ).toEqual(['Gate', 'n', 'Baseline', 'Candidate', 'Delta (90 % interval)', 'Limit', 'Verdict']);
  });

  test.each([
    ['lean', 'none', true, 'nothing leans on an alarm'],
    [
      'lean',
      'regression',
      true,
      'It blocks: more than 25 % of candidates exactly at the limit would look this good',
    ],
    [
      'lean',
      'pass',
      false,
      'It leans to pass, which is no proof: at most about 25 % of candidates exactly at the limit would',
    ],
    ['block', 'pass', true, 'lets only proof merge'],
    ['warn', 'regression', false, 'It does not block'],
  ] as const)(
    'an undecided gate under %s leaning %s says what it does',
    (onInconclusive, leaning, blocks, words) => {
      const { policy } = facts();
      const file = buildVerdictFile(
        facts({
          verdict: 'inconclusive',
          blocked: blocks,
          gates: [gate({ verdict: 'inconclusive', leaning, blocks, needed: 900 })],
          policy: { ...policy, onInconclusive: { value: onInconclusive, source: { kind: 'default' } } },
        }),
      );
      const { markdown } = renderMarkdown(file, CONTEXT, COMMENT_BYTES);
      expect(markdown).toContain(words);
      expect(markdown.match(/about 900 samples/gi)).toHaveLength(1);
    },
  );

  test('an undecided gate that missing scores leave open does not speak of candidates at the limit', () => {
    const open = { method: 'tango', statistic: null, pSafe: null, pWorse: 0.6 };
    const undecided = { verdict: 'inconclusive', leaning: 'regression', blocks: true } as const;
    const gates = [gate({ ...undecided, test: open })];
    const file = buildVerdictFile(facts({ verdict: 'inconclusive', blocked: true, gates }));
    const { markdown } = renderMarkdown(file, CONTEXT, COMMENT_BYTES);
    expect(markdown).toContain('It blocks: missing scores leave it open');
    expect(markdown).not.toContain('would look this good');
  });

  test('a URL with anything odd in it is not shown as a link', () => {
    const context = { ...CONTEXT, artifactUrl: 'https://x.example/)<b>', runUrl: 'javascript:alert(1)' };
    const { markdown } = renderMarkdown(examples.PASS, context, COMMENT_BYTES);
    expect(markdown).not.toContain('](');
  });
});
