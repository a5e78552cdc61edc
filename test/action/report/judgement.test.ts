import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlanFile } from '../../../src/action/plan-file.ts';
import { type JudgementOptions, judgeRun, withoutSecrets } from '../../../src/action/report/judgement.ts';
import type { VerdictFile } from '../../../src/core/domain/decision.ts';
import type { Waiver } from '../../../src/core/domain/policy.ts';
import { INVALID, PASS, REGRESSION } from '../../report/examples.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { planFile } from '../plan.ts';

const CONFIG = 'version: 1\n';
const WELL = { evaluation: 'success', ending: 'finished' } as const;

/** The step `report` with a verdict in place of what the samples come to. */
function judged(
  verdict: VerdictFile,
  options: Partial<JudgementOptions> = WELL,
  plan: Partial<Omit<PlanFile, 'inputs'>> & { readonly inputs?: Partial<PlanFile['inputs']> } = {},
) {
  const out = temporaryFolder({ 'weighbridge.yml': CONFIG, 'candidate/facts/run.json': '{}' });
  const path = join(out, 'weighbridge.yml');
  const sha256 = createHash('sha256').update(CONFIG).digest('hex');
  const asked: Parameters<JudgementOptions['decide']>[0][] = [];
  const judgement = judgeRun({
    plan: planFile({ out, config: { path, sha256 }, ...plan }),
    evaluation: 'success',
    decide: async (given) => {
      asked.push(given);
      return { verdict, samples: () => null, speeds: () => [] };
    },
    ...options,
  });
  return { judgement, asked, path };
}

describe('an evaluation', () => {
  test.each<[string, string, string | null, string | null]>([
    ['all', 'success', 'finished', null],
    ['all', 'success', null, 'its outcome is success, see the log'],
    ['all', 'failure', 'finished', 'its outcome is failure, see the log'],
    ['all', 'skipped', null, 'its outcome is skipped, see the log'],
    ['all', '', null, 'nothing is known of it, see the log'],
    ['all', 'failure', 'timed-out', 'it was stopped after 30 minutes'],
    ['all', 'failure', 'interrupted', 'it was told to stop'],
    ['all', 'failure', 'tampered', 'something of it wrote to files'],
    // What other jobs have evaluated is downloaded, and this one has no step of its own for it.
    ['report', 'skipped', null, null],
    ['report', 'success', 'finished', 'its outcome is success'],
  ])('in the phase %s that is %j and ends as %j: %s', async (phase, evaluation, ending, because) => {
    const inputs = { phase: phase as 'all', 'timeout-minutes': 30 };
    const { verdict, blocked, exitCode, file } = await judged(PASS, { evaluation, ending }, { inputs })
      .judgement;
    if (because === null) {
      expect([verdict, blocked, exitCode]).toEqual(['pass', false, 0]);
      return;
    }
    expect([verdict, blocked, exitCode]).toEqual(['invalid', true, 3]);
    expect(file?.reasons.join('\n')).toContain(`the evaluation did not come to its end: ${because}`);
  });

  test('in an order that was not drawn is judged by nobody', async () => {
    const ordered = (orderSeed: number) => ({
      ...PASS,
      tasks: PASS.tasks.map((task, index) => (index === 0 ? { ...task, orderSeed } : task)),
    });
    const draw = { ...planFile().draw, order: { fresh: 7, earlier: { key: 8 } } };
    for (const seed of [7, 8])
      expect((await judged(ordered(seed), WELL, { draw }).judgement).verdict).toBe('pass');
    const { verdict, file } = await judged(ordered(9), WELL, { draw }).judgement;
    expect(verdict).toBe('invalid');
    expect(file?.summary).toContain('in an order that this run did not draw (order_seed 9)');
  });

  test('that wrote to the config is not judged at all', async () => {
    const { judgement, path, asked } = judged(PASS, {
      ...WELL,
      clean: async (files) => {
        writeFileSync(path, 'version: 1\n# looser\n');
        return files;
      },
    });
    expect(await judgement).toMatchObject({
      verdict: 'invalid',
      blocked: true,
      exitCode: 3,
      file: null,
      speeds: [],
    });
    expect((await judgement).summary).toContain('was changed while the evaluation ran');
    expect(asked).toEqual([]);
  });
});

describe('labels', () => {
  const waiver: Waiver = {
    ...{ gate: 'facts/acc', by: 'lead', reason: 'known', expires: '2999-01-01' },
    ...{ source: 'label', refused: null },
  };
  test.each<[string, VerdictFile, number]>([
    ['a pass', PASS, 0],
    ['what is not known', INVALID, 0],
    ['a regression', REGRESSION, 1],
  ])('are looked at where they could count: %s', async (_, verdict, times) => {
    let looks = 0;
    const labels = async () => {
      looks += 1;
      return [];
    };
    await judged(verdict, { ...WELL, labels }).judgement;
    expect(looks).toBe(times);
  });

  test('of the suite say nothing of gates', async () => {
    const labels = async () => [{ ...waiver, gate: 'suite' }];
    expect((await judged(REGRESSION, { ...WELL, labels }).judgement).file?.waivers ?? []).toEqual([]);
  });

  test('are asked for once, before it is judged, where a change of the suite waits for them', async () => {
    const suite = {
      ...{ mode: 'block' as const, digest: 'd' },
      changes: [
        {
          ...{
            subject: 'tasks.facts.dataset',
            before: 'a',
            after: 'b',
            kind: 'changed' as const,
            counts: true,
          },
          ...{ digests: { before: null, after: null }, size: null },
        },
      ],
    };
    let looks = 0;
    const labels = async () => {
      looks += 1;
      return [waiver];
    };
    const planned = { ...waiver, source: 'waivers.yml:3' };
    const policy = { base: null, waivers: [planned], waiverPermission: 'maintain' as const, suite };
    const { judgement, asked } = judged(REGRESSION, { ...WELL, labels }, { policy });
    await judgement;
    expect(looks).toBe(1);
    expect(asked[0]?.policies).toMatchObject({
      base: null,
      suite,
      waivers: [planned, waiver],
      untrusted: null,
    });
    expect(asked[0]?.policies?.today).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

test('a secret changes what is written, and not what was decided', async () => {
  const told = await judged({ ...REGRESSION, reasons: ['the key is hunter2-hunter2'] }).judgement;
  const clean = withoutSecrets(told, ['hunter2-hunter2', 'regression']);
  expect(JSON.stringify(clean.file?.reasons)).not.toContain('hunter2');
  expect(clean).toMatchObject({ verdict: 'regression', blocked: true, exitCode: 1 });
});
