import { describe, expect, test } from 'vitest';
import { judgeResults } from '../../../../src/app/judge.ts';
import { faultOf } from '../../../support/fault.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { lines, python, RESULTS, results, row, samplesName, TIME } from './build.ts';

/** Forty documents, all of them right, on both sides the same: whatever does not pass here is held back for what it lacks. */
const DOCUMENTS = 40;
const ROWS = Array.from({ length: DOCUMENTS }, (_, document) => row(document, { acc: 1 }));

const own = (overrides: Readonly<Record<string, unknown>> = {}) =>
  python(
    results({
      results: { facts: { 'acc,none': 1, 'acc_stderr,none': 0 } },
      'n-samples': { facts: { original: DOCUMENTS, effective: DOCUMENTS } },
      ...overrides,
    }),
  );

type Files = Readonly<Record<string, string>>;

const run = (time = TIME, rows: readonly unknown[] = ROWS): Files => ({
  [`models__ckpt/results_${time}.json`]: own(),
  [`models__ckpt/${samplesName('facts', time)}`]: lines(rows),
});

const gate = (baseline: Files, candidate: Files) =>
  judgeResults({
    configPath: null,
    overrides: {
      gates: [{ rule: 'max_drop', value: 'facts/acc=10pp', source: { kind: 'flag', name: '--max-drop' } }],
    },
    out: temporaryFolder(),
    folders: { baseline: temporaryFolder(baseline), candidate: temporaryFolder(candidate) },
  });

test('a whole pair passes', async () => {
  expect((await gate(run(), run())).verdict).toBe('pass');
});

const LATER = '2026-11-22T02-02-49';

describe('never a pass', () => {
  test.each<[string, Files, RegExp]>([
    [
      'two checkpoints saved under one folder name',
      {
        ...run(),
        ...run(
          LATER,
          ROWS.map((each) => ({ ...each, acc: 0 })),
        ),
      },
      /2 results of the task "facts"[\s\S]*name one of these/,
    ],
    [
      'results in one folder with two timestamps',
      { ...run(), ...run(LATER) },
      /2 results[\s\S]*02-02-49\.864881[\s\S]*2026-11-22/,
    ],
    [
      'a samples file cut after 3 rows',
      run(TIME, ROWS.slice(0, 3)),
      /has 3 samples, and the run evaluated 40 documents/,
    ],
    [
      'a samples file cut inside its fourth row',
      { ...run(), [`models__ckpt/${samplesName('facts')}`]: lines(ROWS.slice(0, 4)).slice(0, -30) },
      /:4: the last line is cut off/,
    ],
    [
      'half the documents missing',
      run(TIME, ROWS.slice(DOCUMENTS / 2)),
      /has 20 samples, and the run evaluated 40 documents/,
    ],
  ])('%s', async (_what, broken, message) => {
    const asCandidate = await gate(run(), broken);
    expect(asCandidate).toMatchObject({ verdict: 'invalid', blocked: true });
    expect(asCandidate.reasons.join('\n')).toMatch(message);
    const asBaseline = await gate(broken, run());
    expect(asBaseline.verdict).toBe('invalid');
    expect(asBaseline.reasons.join('\n')).toMatch(message);
    expect((await faultOf(() => gate(broken, broken))).text).toMatch(message);
  });

  test('half the documents missing from all files of one side', async () => {
    const half: Files = {
      [RESULTS]: own({ 'n-samples': { facts: { original: DOCUMENTS, effective: DOCUMENTS / 2 } } }),
      [samplesName('facts')]: lines(ROWS.slice(DOCUMENTS / 2)),
    };
    for (const verdict of [await gate(run(), half), await gate(half, run())]) {
      expect(verdict.verdict).toBe('invalid');
      expect(verdict.comparability).toContainEqual(
        expect.objectContaining({ field: 'samples', severity: 'hard' }),
      );
    }
  });

  const without: Files = { [RESULTS]: own() };
  test.each([
    ['the candidate', run(), without],
    ['the baseline', without, run()],
    ['both', without, without],
  ])('a results file with no samples: %s', async (_side, baseline, candidate) => {
    const verdict = await gate(baseline, candidate);
    expect(verdict).toMatchObject({ verdict: 'invalid', blocked: true });
    expect(JSON.stringify([verdict.reasons, verdict.gates, verdict.comparability])).toMatch(/samples/);
  });

  test('samples that were logged for another task only', async () => {
    const rows = { 'acc,none': 1 };
    const partly: Files = {
      ...run(),
      [`models__ckpt/${RESULTS}`]: own({ results: { facts: rows, lost: rows }, configs: {} }),
    };
    const verdict = await gate(run(), partly);
    expect(verdict.verdict).toBe('invalid');
    expect(verdict.reasons.join('\n')).toContain('there are no samples of the task "lost"');
  });
});
