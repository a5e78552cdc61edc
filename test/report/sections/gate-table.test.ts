import { describe, expect, test } from 'vitest';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { isNotNeeded } from '../../../src/report/gate-rules.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../../src/report/markdown.ts';
import { renderExplanation, renderTerminal } from '../../../src/report/terminal.ts';
import { CONTEXT, facts, gate } from '../examples.ts';

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

  test('is explained without numbers that nobody has', () => {
    const text = renderExplanation(file(REGRESSED, IDLE), IDLE);
    expect(text).toContain('was not needed, since a regression was proven before');
    expect(text).not.toContain('samples would decide');
    expect(text).not.toContain('What would change the verdict');
  });
});
