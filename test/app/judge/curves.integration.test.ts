import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type JudgeOptions, judge } from '../../../src/app/judge.ts';
import { COMMENT_FILE, HTML_FILE, readVerdict, VERDICT_FILE } from '../../../src/app/verdict-file.ts';
import { readConfig } from '../../../src/config/load.ts';
import { renderExplanation } from '../../../src/report/terminal.ts';
import { writeRun } from '../../support/run-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A `trainer_state.json` of three epochs, at whose end the evaluation loss is so far above the training loss. */
function trainerState(gap: number): string {
  const loss = (step: number) => 0.8 + 1.5 * Math.exp(-step / 60);
  const log = Array.from({ length: 30 }, (_, index) => 10 * (index + 1)).flatMap((step) => [
    { epoch: step / 100, grad_norm: 1.1, learning_rate: 2e-4 * (1 - step / 300), loss: loss(step), step },
    ...(step % 50 === 0
      ? [{ epoch: step / 100, eval_loss: loss(step) * (1 + (gap * step) / 300), step }]
      : []),
  ]);
  return JSON.stringify({ global_step: 300, max_steps: 300, log_history: log }, null, 2);
}

const CURVES = (tier: string) =>
  `curves: { files: trainer_state.json, generalization_gap: { tier: ${tier} } }\n`;

const configOf = (curves: string) => `version: 1
candidate: { url: "http://localhost:1/v1", model: tuned }
baseline: { url: "http://localhost:1/v1", model: base }
tasks: { facts: { runner: lm-eval, role: general } }
gates: [{ metric: facts/acc, max_drop: 2pp }]
${curves}`;

async function judged(curves: string, state: string | null, options: Partial<JudgeOptions> = {}) {
  const out = temporaryFolder();
  for (const side of ['baseline', 'candidate'] as const) writeRun(out, side, 2000, (index) => index % 4 > 0);
  writeFileSync(join(out, 'weighbridge.yml'), configOf(curves));
  if (state !== null) writeFileSync(join(out, 'trainer_state.json'), state);
  const loaded = await readConfig(join(out, 'weighbridge.yml'), {});
  const verdict = await judge(loaded, { out, ...options });
  const text = (name: string) => readFileSync(join(out, name), 'utf8');
  return { verdict, out, comment: text(COMMENT_FILE), page: text(HTML_FILE) };
}

const gapOf = ({ verdict }: Awaited<ReturnType<typeof judged>>) =>
  verdict.gates.find(({ id }) => id === 'curves/generalization_gap:ceiling');

describe('training curves in a verdict', () => {
  test('of a candidate that overfitted: a blocking gate fails it, with the number in the first line', async () => {
    const run = await judged(CURVES('blocking'), trainerState(0.5));
    expect(run.verdict).toMatchObject({ verdict: 'regression', blocked: true, exitCode: 1 });
    expect(run.verdict.summary).toMatch(
      /^Regression: curves\/generalization_gap is 4\d\.\d %, above its ceiling of 20%\./,
    );
    expect(run.verdict.policy.limits['curves/generalization_gap:ceiling']).toMatchObject({ value: '20%' });
    expect(run.comment).toContain('Training curves');
    expect(run.page).toMatch(/<polyline points="[\d., ]+"/);
    const gate = gapOf(run);
    if (gate === undefined) throw new Error('no such gate');
    const explained = renderExplanation(run.verdict, gate);
    expect(explained).toContain('The measured value lies beyond the limit.');
    // There are no samples that it would be over.
    expect(explained).not.toMatch(/samples|Counts/);
    // What is written is what the schema takes, and says the same again.
    expect(await readVerdict(join(run.out, VERDICT_FILE))).toEqual(run.verdict);
  });

  test('the same as a remark blocks nothing, and is told', async () => {
    const run = await judged(CURVES('advisory'), trainerState(0.5));
    expect(run.verdict).toMatchObject({ verdict: 'pass', blocked: false, proven: true });
    expect(gapOf(run)).toMatchObject({ verdict: 'regression', tier: 'advisory', blocks: false });
  });

  test('within its limits it passes', async () => {
    const run = await judged(CURVES('blocking'), trainerState(0.05));
    expect([run.verdict.verdict, gapOf(run)?.verdict]).toEqual(['pass', 'pass']);
  });

  test.each<[string, string | null]>([
    ['that is not there', null],
    ['that is torn', trainerState(0.05).slice(0, -30)],
    ['without evaluations', '{"log_history": [{"step": 1, "loss": 2}]}'],
  ])('a file %s is invalid where it would block, and a remark where not', async (_, state) => {
    const blocking = await judged(CURVES('blocking'), state);
    expect(blocking.verdict).toMatchObject({ verdict: 'invalid', blocked: true, exitCode: 3 });
    const advisory = await judged(CURVES('advisory'), state);
    expect([advisory.verdict.verdict, gapOf(advisory)?.verdict]).toEqual(['pass', 'invalid']);
  });

  test('a config without curves says nothing of them', async () => {
    const { verdict, comment } = await judged('', trainerState(0.5));
    expect(verdict).not.toHaveProperty('curves');
    expect(comment).not.toContain('Training curves');
  });
});

describe('the base branch decides', () => {
  const under = (config: string) => ({
    policies: {
      base: { revision: 'f'.repeat(40), config: configOf(config) },
      ...{ waivers: [], today: '2026-11-21', untrusted: null },
    },
  });

  test.each<[string, string, string]>([
    ['that makes the gate advisory', CURVES('advisory'), 'regression'],
    [
      'that raises the limit',
      'curves: { files: trainer_state.json, generalization_gap: { ceiling: 90%, tier: blocking } }\n',
      'regression',
    ],
    [
      'that calls the training loss its evaluation loss',
      'curves: { files: trainer_state.json, columns: { eval_loss: loss }, generalization_gap: { tier: blocking } }\n',
      'regression',
    ],
    ['that names no curves any more', '', 'invalid'],
  ])('a pull request %s is still held to the gate', async (_, head, expected) => {
    const { verdict } = await judged(head, trainerState(0.5), under(CURVES('blocking')));
    expect(verdict).toMatchObject({ verdict: expected, blocked: true });
    expect(verdict.policyOrigin?.state).toBe('changed');
  });

  test('what was loosened is named as such', async () => {
    const { verdict } = await judged(CURVES('advisory'), trainerState(0.05), under(CURVES('blocking')));
    expect(verdict.verdict).toBe('pass');
    expect(verdict.policyOrigin?.changes).toEqual([
      {
        subject: 'curves/generalization_gap: ceiling tier',
        ...{ before: 'blocking', after: 'advisory', effect: 'looser' },
      },
    ]);
  });

  test('a waiver of the base branch lets a gap pass, and not one that nobody knows', async () => {
    const waiver = {
      gate: 'curves/generalization_gap:ceiling',
      by: 'ada',
      reason: 'small set',
      source: 'w.yml:1',
    };
    const waivers = [{ ...waiver, expires: '2026-12-01', refused: null }];
    const policies = { ...under(CURVES('blocking')).policies, waivers };
    const known = await judged(CURVES('blocking'), trainerState(0.5), { policies });
    expect(known.verdict).toMatchObject({ verdict: 'regression', blocked: false, proven: false });
    const unknown = await judged(CURVES('blocking'), null, { policies });
    expect(unknown.verdict).toMatchObject({ verdict: 'invalid', blocked: true });
  });
});
