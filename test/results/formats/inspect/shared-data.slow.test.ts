import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../support/shared-data.ts';
import { compare, loadPath } from '../load.ts';

/** Expected numbers are those of SOURCES.md beside the files. */
const found = sharedData('inspect');
const DATA = found ?? '';
const ZSTD = join(DATA, 'replay-0.3.208/gsm8k-zstd/2026-11-21T02-24-');
const ODD = 'replay-0.3.208/odd/2026-11-21T02-25-';

describe.skipIf(found === null)('logs of real runs', { timeout: 60_000 }, () => {
  test('gsm8k of two models, zstd', async () => {
    const { comparability, of } = await compare(
      `${ZSTD}31-00-00_gsm8k_YvkUzdyEo0mgZWzpN4tpUD.eval`,
      `${ZSTD}43-00-00_gsm8k_O14HnlsQD446KRSx7QRjLC.eval`,
    );
    expect(comparability).toEqual([]);
    const match = of('gsm8k/match');
    expect(match?.baseline).toMatchObject({ n: 250, value: expect.closeTo(0.252, 9) });
    expect(match?.candidate?.value).toBeCloseTo(0.4, 9);
    expect(match?.delta?.value).toBeCloseTo(0.148, 9);
    const { regressed = NaN, improved = NaN } = match?.flips ?? {};
    expect(improved - regressed).toBe(37);
  });

  test('ARC of two models, of different limits', async () => {
    const { comparability, of } = await compare(
      join(DATA, 'eee/data_arc_qwen.json'),
      join(DATA, 'eee/data_arc_sonnet.json'),
    );
    expect(comparability.map(({ field, severity }) => `${field} ${severity}`)).toContain('limit hard');
    expect(of('inspect_evals/arc_easy/choice')?.flips).toEqual({ regressed: 0, improved: 2 });
  });

  test.each<[string, number, Readonly<Record<string, number>>]>([
    ['inspect_ai-tests/2025-02-11T15-18-04-05-00_popularity_mj7khqpMM4GBCfVQozKgzB.eval', 10, { match: 0.8 }],
    ['inspect_ai-tests/log_streaming.eval', 2, { match: 0.75 }],
    ['inspect_ai-tests/log_formats.eval', 1, { match: 0 }],
    ['inspect_ai-tests/log_formats.json', 1, { match: 0 }],
    ['inspect_ai-tests/log_read_sample.eval', 1, { match: 1 }],
    ['inspect_ai-tests/log_read_sample.json', 1, { match: 1 }],
    ['inspect_ai-tests/mmlu-summary-choices.eval', 1, { choice: 0 }],
    ['inspect_ai-tests/log_message_deduplication.eval', 1, { closeness_log: 0 }],
    ['inspect_ai-tests/mmlu-no-summary-choices.eval', 1, { choice: 0 }],
    ['inspect_ai-tests/2025-05-12T20-28-26-04-00_security-guide.json', 3, { model_graded_fact: 1 }],
    ['eee/data_arc_qwen.json', 3, { choice: 1 / 3 }],
    ['eee/data_arc_sonnet.json', 5, { choice: 1 }],
    ['eee/data_pubmedqa_gpt4o_mini.json', 2, { choice: 1 }],
    [
      `${ODD}07-00-00_gsm8k-rubric_jY7UL2NjkP5huvVvOpf8Xm.eval#higher=quality,safe`,
      20,
      { quality: 0.84, safe: 0.9, match: 0.05 },
    ],
    [`${ODD}09-00-00_gsm8k-errors_1gO3kZfqm5k7vPI6xUEcxB.eval`, 12, { match: 0.4 }],
  ])('%s', async (path, planned, values) => {
    const { runs, faults } = await loadPath(join(DATA, path));
    expect(faults).toEqual([]);
    expect(runs[0]?.record.planned).toBe(planned);
    for (const [metric, value] of Object.entries(values)) {
      const scores = runs[0]?.samples.flatMap(({ scores: own }) =>
        typeof own[metric] === 'number' ? own[metric] : [],
      );
      const mean = (scores ?? []).reduce((a, b) => a + b, 0) / (scores?.length ?? 0);
      expect(mean).toBeCloseTo(value, 9);
    }
  });

  test.each([
    ['eee/data_with_llm_scoring.json', { value: 0.431, n: 1000 }],
    [
      'inspect_ai-tests/2024-08-29T15-11-17+00-00_popularity_5EAmX6wjMFqea6WY7XHzZp.json',
      { value: 0, stderr: null },
    ],
    [`${ODD}12-00-00_gsm8k-nosamples_diIEy9WHpFGw6lYUCYmewT.eval`, { value: 0.2, n: 5 }],
  ])('%s has aggregates only', async (path, aggregate) => {
    const { runs, faults } = await loadPath(join(DATA, path));
    expect(faults).toEqual([]);
    expect(runs[0]?.record.aggregates).toMatchObject([aggregate]);
  });

  test.each([
    [
      'inspect_ai-tests/2025-02-11T15-17-00-05-00_popularity_dPiJifoWeEQBrfWsAopzWr.eval',
      'nothing was scored',
    ],
    ['inspect_ai-tests/2025-05-12T20-28-13-04-00_no-samples.json', 'its status is cancelled'],
    ['inspect_ai-tests/2025-05-12T20-28-13-04-00_popularity.json', 'its status is cancelled'],
    ['eee/data_cvebench_empty_choices.json#higher=check_exploit', '1 sample, and the run evaluated 80'],
    ['eee/data_cyse2_vuln_exploit_challenges.json', '1 sample, and the run evaluated 2340'],
    ['eee/data_intercode_ctf_local_path.json', '1 sample, and the run evaluated 79'],
    [`${ODD}07-00-00_gsm8k-rubric_jY7UL2NjkP5huvVvOpf8Xm.eval`, 'which way quality is better'],
    [`${ODD}10-00-00_gsm8k-failed_p4kqOT0B3rGU6fPm4zQWdM.eval`, 'its status is error'],
    ['replay-0.3.208/gsm8k-zstd', 'of several models lie here'],
  ])('%s is refused', async (path, message) => {
    const { runs, faults } = await loadPath(join(DATA, path));
    expect(runs).toEqual([]);
    expect(faults.join()).toContain(message);
  });
});
