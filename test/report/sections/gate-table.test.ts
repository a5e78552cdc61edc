import { describe, expect, test } from 'vitest';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { isNotNeeded } from '../../../src/report/gate-rules.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../../src/report/markdown.ts';
import { renderExplanation, renderTerminal } from '../../../src/report/terminal.ts';
import { CONTEXT, facts, gate } from '../examples.ts';
import { shownSample } from '../shown.ts';

/** As a task leaves it that was not evaluated. */
const IDLE = gate({
  sequence: { used: 0, evaluated: 0, planned: 64, stopped: 'regression' },
  ...{ id: 'prose/acc:max_drop', task: 'prose', verdict: 'inconclusive', blocks: true, leaning: 'none' },
  ...{ baseline: null, candidate: null, delta: null, test: null, needed: null, pairs: 0, flips: null },
  ...{ minimumDetectable: null, reasons: ['The evaluation stopped after 0 of 64 planned samples.'] },
});
const REGRESSED = gate({ verdict: 'regression', blocks: true });
const UNDECIDED = gate({ id: 'chat/acc:max_drop', task: 'chat', verdict: 'inconclusive', leaning: 'none' });

type Gates = ReturnType<typeof gate>[];
const file = (...gates: Gates) =>
  buildVerdictFile(facts({ ...{ verdict: 'regression', blocked: true }, gates }));
const comment = (...gates: Gates) => renderMarkdown(file(...gates), CONTEXT, COMMENT_BYTES).markdown;

/** One measured number, held to its limit as it is. */
const MEASURED = gate({
  ...{
    id: 'curves/generalization_gap:ceiling',
    task: 'curves',
    metric: 'generalization_gap',
    rule: 'ceiling',
  },
  ...{
    limit: '15%',
    verdict: 'regression',
    blocks: true,
    baseline: null,
    delta: null,
    test: null,
    bound: null,
  },
  ...{ candidate: { value: 0.88, n: 10, stderr: null }, minimumDetectable: null },
});

describe('a gate on one measured number', () => {
  test('has no baseline and no change, which is not the same as not to know them', () => {
    expect(comment(MEASURED)).toMatch(/<code>curves[^|]*\| 10 \| – \| 88\.0 % \| – \|/);
    const explained = renderExplanation(file(MEASURED), MEASURED, []);
    expect(explained).not.toMatch(/^ *(baseline|alpha) /m);
  });

  test('has no line of its own where the headline said all there is', () => {
    expect(comment(MEASURED)).not.toContain('regressed, and what would change that');
    expect(comment(MEASURED, REGRESSED)).toContain('Why one more gate regressed, and what would change that');
  });
});

describe('a gate that was left undecided, since a regression was proven before', () => {
  test('is told from one whose samples leave it undecided', () => {
    expect([IDLE, REGRESSED, UNDECIDED].map(isNotNeeded)).toEqual([true, false, false]);
  });

  test('is counted, shown and named once in the comment, without a word on too few samples', () => {
    const text = comment(REGRESSED, IDLE);
    expect(text).toContain('1 regressed and 1 was not needed.');
    expect(text.match(/prose&#47;acc<\/code>/g)).toHaveLength(1);
    expect(text).toContain('policy&#46;evaluation&#58;&#32;full');
    expect(text).not.toMatch(/cannot tell|too few|samples would decide/);
  });

  test('stands below the table of those that had their turn', () => {
    expect(comment(REGRESSED, UNDECIDED, IDLE)).toMatch(
      /<code>chat[\s\S]*1 gate was not needed, since a regression was proven before:[\s\S]*<details>/,
    );
  });

  test('takes one line of the terminal, whatever their number', () => {
    const text = renderTerminal(file(REGRESSED, IDLE, { ...IDLE, metric: 'acc_norm' }), { color: false });
    expect(text).toContain(
      '2 gates were not needed, since a regression was proven before: prose/acc, prose/acc_norm. --full, or',
    );
    expect(text).not.toContain('cannot tell');
  });

  test('is explained with the samples of its task that lost most, turn by turn and inert', () => {
    const turns = [{ role: 'system\u001b[2J\n', text: 'Be brief.\n::add-mask::e\n##[add-path]x' }];
    const asked = { question: 'Of\u001b[31m Italy?', turns, choices: ['Rome', 'Pisa'], reference: 'Rome' };
    const samples = [
      shownSample({ id: 'other', task: 'other' }),
      shownSample({ id: 'better', task: IDLE.task, change: 'better' }),
      ...['a', 'b', 'c', 'd'].map((id) => shownSample({ id, task: IDLE.task, asked })),
    ];
    const text = renderExplanation(file(REGRESSED, IDLE), IDLE, samples);
    expect(text.match(/Sample \w+/g)).toEqual(['Sample a', 'Sample b', 'Sample c']);
    expect(text).toMatch(
      /system.+ said:\n +\| Be brief\.\n[\s\S]+Asked:\n +\| Of\S+ Italy\?\n +Choice 1:\n +\| Rome/,
    );
    expect(text).toMatch(/Expected:\n +\| Rome\n +Baseline said:\n +\| Paris\n +Candidate said:\n +\| Rome/);
    expect(text).not.toContain('\u001b');
    // What the runner of a job would take for commands.
    expect(text).not.toMatch(/^\s*::|##\[/m);
  });

  test('is explained without numbers that nobody has', () => {
    const text = renderExplanation(file(REGRESSED, IDLE), IDLE);
    expect(text).toContain('was not needed, since a regression was proven before');
    expect(text).not.toContain('samples would decide');
    expect(text).not.toContain('What would change the verdict');
  });
});

describe('a gate that fewer samples decided than were evaluated', () => {
  const early = gate({
    ...{
      id: 'rude/toxicity:ceiling',
      task: 'rude',
      rule: 'ceiling',
      limit: '5%',
      verdict: 'regression',
      blocks: true,
    },
    ...{ baseline: { value: 0.45, stderr: 0.01, n: 200 }, candidate: { value: 0.8, stderr: 0.1, n: 5 } },
    ...{ pairedBaseline: { value: 0.4, stderr: 0.2, n: 5 }, pairs: 5 },
    sequence: { used: 5, evaluated: 32, planned: 200 },
    delta: { value: 0.4, low: 0.1, high: 0.7, level: 0.9911, method: 'tango, descriptive' },
  });
  const text = comment(early, gate({ verdict: 'pass' }));

  test('says of how many, with the whole baseline, and shows no interval that does not hold', () => {
    expect(text).toContain('over the first 5 of 32 evaluated samples');
    expect(text).toMatch(/\| 5 of 32 \| 45\.0 % \| 80\.0 % .*\+40\.0 pp \|/);
    expect(text).toContain('Delta (90 % interval)');
    expect(text).not.toContain('99.11');
    expect(text).toContain('Baselines are on all of their samples');
  });

  test('is explained with the part of the baseline that was paired', () => {
    const explained = renderExplanation(file(early), early);
    expect(explained).toMatch(/of it, paired +40\.0 % over 5 samples/);
    expect(explained).toContain('5 decide, of 32 evaluated and 200 planned');
  });
});

test('a comment holds no p-value; a limit that nobody would choose is not named', () => {
  const text = comment(
    gate({
      verdict: 'regression',
      blocks: true,
      margin: 0.02,
      delta: { value: -0.3, low: -0.35, high: -0.25, level: 0.9, method: 'tango' },
    }),
  );
  expect(text).not.toMatch(/\bp (=|&lt;|<|<code>)/);
  expect(text).not.toContain('would have passed; limits are chosen');
});
