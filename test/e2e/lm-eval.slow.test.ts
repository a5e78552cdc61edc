import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import type { StoredRun } from '../../src/results/store/reader.ts';
import { readSide } from '../support/read-side.ts';
import { calls, configure, FACTS, LARGE, likelihoods, project, run, SETTINGS } from './lm-eval-project.ts';
import { verdictIn } from './support.ts';

/** Nats between the two likeliest choices, below which float16 weights in two programs may disagree. */
const NEAR_TIE = 0.02;
/** Of the log-likelihood of a whole text. */
const RELATIVE = 2e-3;

const PARTS = `parts: { ${SETTINGS}, task: weighbridge_parts, role: general }`;
const BOTH_ENGINES = `candidate: candidate-forgetful
baseline: base
engine: { type: llama.cpp, threads: 1 }
tasks:
  ${FACTS}
  ${PARTS}
  tickets: { ${SETTINGS}, task: weighbridge_tickets, role: target }
  prose: { ${SETTINGS}, task: weighbridge_prose, role: general }
  facts-native: { role: general, type: multiple_choice, dataset: suite/facts.jsonl, doc_to_text: "Question: {{question}}\\nAnswer:" }
  prose-native: { role: general, type: perplexity, dataset: suite/prose.jsonl }
  tickets-native:
    { role: target, type: generate, dataset: suite/tickets.jsonl, doc_to_text: "Ticket: {{ticket}}\\nRoute:", doc_to_target: "{{reference}}", generation_kwargs: { max_gen_toks: 48 }, scorers: [exact_match] }
thresholds: { max_mmlu_drop: 2pp, min_task_delta: 1pp }
gates:
  - { metric: facts-native, max_drop: 2pp }
  - { metric: parts/acc, max_drop: 2pp }
  - { metric: prose/bits_per_byte, max_drop: 5%rel }
  - { metric: prose-native, max_drop: 5%rel }
policy: { evaluation: full }
`;

/** A group of documents, which may stop early, and one of tasks that count alike, which may not: asked together it would be neither. */
const SEQUENTIAL = `candidate: candidate-good
baseline: base
tasks:
  sized: { ${SETTINGS}, task: weighbridge_sized, role: general, alias: mmlu }
  ${PARTS}
thresholds: { max_mmlu_drop: 8pp }
gates:
  - { metric: parts/acc, max_drop: 8pp }
policy: { evaluation: sequential }
`;

const byIndex = (stored: StoredRun | undefined) =>
  (stored?.samples ?? []).toSorted((a, b) => a.index - b.index);

const bitsOf = (scores: StoredRun['samples'][number]['scores'] | undefined): number => {
  const score = scores?.bits_per_byte;
  return typeof score === 'object' && 'numerator' in score ? score.numerator : NaN;
};

/** How far the likeliest choice is ahead. */
const marginOf = (choices: readonly number[] = []): number => {
  const [best = NaN, next = NaN] = choices.toSorted((a, b) => b - a);
  return best - next;
};

describe('the fixture checkpoints', () => {
  test('are judged by lm_eval and by the embedded engine alike, then one in parts', async () => {
    using folder = project(['base', 'candidate-forgetful', 'candidate-good'], BOTH_ENGINES);
    const { path } = folder;
    const first = await run(path);
    expect(first.exitCode, first.stderr).toBe(EXIT_CODES.regression);
    const verdict = verdictIn(join(path, 'out'));
    expect(Object.fromEntries(verdict.gates.map((gate) => [gate.id, gate.verdict]))).toEqual({
      'facts/acc:max_drop': 'regression',
      'parts/acc:max_drop': 'regression',
      'facts-native/acc:max_drop': 'regression',
      'prose/bits_per_byte:max_drop': 'regression',
      'prose-native/bits_per_byte:max_drop': 'regression',
      'tickets/exact_match:min_gain': 'pass',
      'tickets-native/exact_match:min_gain': 'pass',
    });
    // One call a side for four tasks, since their settings are equal.
    expect([calls(path, 'baseline').length, calls(path, 'candidate').length]).toEqual([1, 1]);

    for (const side of ['baseline', 'candidate'] as const) {
      const runs = await readSide(join(path, 'out'), side);
      const of = (task: string) => byIndex(runs.find(({ record }) => record.task === task));
      const choices = likelihoods(path, side, 'weighbridge_facts');
      const flipped = of('facts').flatMap(({ scores, index }, position) =>
        scores.acc === of('facts-native')[position]?.scores.acc ? [] : [index],
      );
      const gaps = flipped.map((index) => marginOf(choices.get(index)));
      console.log(`${side}: ${flipped.length} answers differ, by at most ${Math.max(0, ...gaps)} nats`);
      expect(Math.max(0, ...gaps), `${side}: flips beyond near-ties`).toBeLessThan(NEAR_TIE);
      expect([of('facts').length, of('parts').length]).toEqual([500, 500]);

      const worst = of('prose').map(({ scores }, position) => {
        const [harness, engine] = [scores, of('prose-native')[position]?.scores].map(bitsOf);
        return Math.abs((harness ?? NaN) - (engine ?? NaN)) / (engine ?? NaN);
      });
      console.log(`${side}: log-likelihoods of texts differ by at most ${Math.max(...worst)} of themselves`);
      expect(Math.max(...worst), `${side}: relative difference of log-likelihoods`).toBeLessThan(RELATIVE);
      const answered = (task: string) => of(task).filter(({ scores }) => scores.exact_match === 1).length;
      expect(Math.abs(answered('tickets') - answered('tickets-native'))).toBeLessThanOrEqual(2);

      // Each leaf counts alike, however many documents it has, which the harness's own number was checked by.
      const parts = runs.find(({ record }) => record.task === 'parts');
      expect(parts?.record.metrics).toContainEqual(
        expect.objectContaining({ name: 'acc', group_average: 'macro' }),
      );
      const large = of('parts').filter(({ group }) => group === 'weighbridge_large');
      expect(large).toHaveLength(LARGE);
    }

    // Another candidate, with the baseline that is there: sequentially, then in full, and nothing twice.
    configure(path, SEQUENTIAL);
    rmSync(join(path, 'out/candidate'), { recursive: true });
    rmSync(join(path, 'out/lm-eval/candidate'), { recursive: true });
    const evaluated = () =>
      Object.fromEntries(
        verdictIn(join(path, 'out')).tasks.map(({ task, samples }) => [task, samples.candidate.evaluated]),
      );
    const early = await run(path);
    expect(early.exitCode, early.stderr).toBe(EXIT_CODES.notBlocked);
    expect(early.stderr).toMatch(/candidate\/sized: stopped after \d+ of 500/);
    expect(early.stderr).toContain('out/baseline/facts: this config has no such task');
    expect(early.stderr).toContain('candidate/parts: every document is evaluated in one go');
    expect(evaluated().sized).toBeLessThan(500);
    expect(evaluated().parts).toBe(500);
    expect(calls(path, 'baseline')).toHaveLength(2);
    const sized = async () =>
      (await readSide(join(path, 'out'), 'candidate')).find(({ record }) => record.task === 'sized');
    const before = await sized();
    expect(new Set(before?.record.metrics.map(({ group_average: average }) => average))).toEqual(
      new Set([undefined]),
    );
    expect(new Set(before?.samples.map(({ group }) => group)).size).toBe(2);
    // One call is that of the other group, and each of the rest went from look to look.
    const callsBefore = calls(path, 'candidate').length;
    expect(callsBefore).toBeLessThan(6);

    const again = await run(path);
    expect(again.exitCode, again.stderr).toBe(EXIT_CODES.notBlocked);
    expect(calls(path, 'candidate')).toHaveLength(callsBefore);

    const full = await run(path, ['run', '--full']);
    expect(full.exitCode, full.stderr).toBe(EXIT_CODES.notBlocked);
    expect(evaluated()).toEqual({ sized: 500, parts: 500 });
    expect(calls(path, 'candidate')).toHaveLength(callsBefore + 1);
    const whole = await sized();
    expect(before?.samples.length).toBeGreaterThan(0);
    expect(whole?.samples.slice(0, before?.samples.length)).toEqual(before?.samples);
    expect(verdictIn(join(path, 'out')).comparability).toEqual([]);
  });
});
