import { describe, expect, test } from 'vitest';
import { applyWaivers } from '../../../src/app/policy/waive.ts';
import type { Waiver } from '../../../src/core/domain/policy.ts';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { CONTEXT, delta, facts, gate, INVALID, PASS } from '../../report/examples.ts';

const worse = gate({ verdict: 'regression', blocks: true, delta: delta(-0.3, -0.36, -0.26) });
const REGRESSED = buildVerdictFile(facts({ verdict: 'regression', blocked: true, gates: [worse] }));
const TODAY = '2026-11-21';

const waiver = (overrides: Partial<Waiver> = {}): Waiver => ({
  ...{ gate: 'facts/acc:max_drop', by: 'alice', reason: 'the set is wrong, see #7', expires: '2026-11-21' },
  ...{ source: 'weighbridge-waivers.yml:3', refused: null },
  ...overrides,
});
const because = (file: ReturnType<typeof applyWaivers>) => file.waivers?.map((each) => each.because);

describe('a waiver', () => {
  test('keeps a regression from blocking, and lets it be a regression', () => {
    const file = applyWaivers(REGRESSED, [waiver()], TODAY);
    expect(file).toMatchObject({ verdict: 'regression', blocked: false, exitCode: 0 });
    expect(file.gates[0]).toMatchObject({ verdict: 'regression', blocks: false, waived: { by: 'alice' } });
    expect(file.waivers).toMatchObject([
      { applied: true, because: null, source: 'weighbridge-waivers.yml:3' },
    ]);
    const { markdown } = renderMarkdown(file, CONTEXT, 60_000);
    expect(markdown.split('\n')[0]).toMatch(/^\*\*REGRESSION ❌\*\* .* Waived by alice until .*2026.*11.*21/);
    expect(markdown).toContain('**This does not block the merge.**');
    expect(markdown).toContain('REGRESSION ❌ waived');
    expect(file.summary).toContain('Waived by alice until 2026-11-21.');
  });

  test.each([
    ['expired', REGRESSED, waiver({ expires: '2026-11-20' }), 'it expired on 2026-11-20'],
    ['for no gate', REGRESSED, waiver({ gate: 'facts/f1:max_drop' }), 'it names no gate'],
    ['refused where it was read', REGRESSED, waiver({ refused: 'nobody set it' }), 'nobody set it'],
    ['for a gate that holds', PASS, waiver(), 'the gate does not block'],
  ])('%s does not count, and is said', (_, file, given, reason) => {
    const judged = applyWaivers(file, [given], TODAY);
    expect(because(judged)).toEqual([reason]);
    expect(judged).toMatchObject({ verdict: file.verdict, blocked: file.blocked, exitCode: file.exitCode });
    const { markdown } = renderMarkdown(judged, CONTEXT, 60_000);
    expect(markdown).toContain('does not count: ');
    expect(markdown.split('\n')[0]).not.toContain('Waived');
  });

  // red-team 1: a waiver for what is invalid
  test('never waives what could not be judged', () => {
    const [broken] = INVALID.gates;
    const file = applyWaivers(INVALID, [waiver({ gate: broken?.id ?? '' })], TODAY);
    expect(because(file)).toEqual(['the gate could not be judged, and what is not known cannot be waived']);
    expect(file).toMatchObject({ verdict: 'invalid', blocked: true, exitCode: 3 });
  });

  test('does not lift what blocks beside its gate', () => {
    const other = gate({ task: 'tickets', verdict: 'regression', blocks: true });
    const two = buildVerdictFile(facts({ verdict: 'regression', blocked: true, gates: [worse, other] }));
    expect(applyWaivers(two, [waiver()], TODAY)).toMatchObject({ blocked: true, exitCode: 1 });
    const undone = { ...REGRESSED, verdict: 'invalid', reasons: ['the evaluation crashed'] } as const;
    expect(applyWaivers(undone, [waiver()], TODAY)).toMatchObject({ verdict: 'invalid', blocked: true });
  });

  test('names a gate by its metric where one gate alone is on it', () => {
    expect(applyWaivers(REGRESSED, [waiver({ gate: 'facts/acc' })], TODAY).blocked).toBe(false);
    const two = buildVerdictFile(
      facts({
        verdict: 'regression',
        blocked: true,
        gates: [worse, gate({ rule: 'floor', verdict: 'pass' })],
      }),
    );
    expect(because(applyWaivers(two, [waiver({ gate: 'facts/acc' })], TODAY))).toEqual([
      'it names several gates: give the id of one',
    ]);
  });

  test('a second one for the same gate is told as such', () => {
    expect(because(applyWaivers(REGRESSED, [waiver(), waiver({ by: 'bob' })], TODAY))).toEqual([
      null,
      'another waiver counts already',
    ]);
  });

  test.each([
    ['2026-11-21', null],
    ['2026-12-01', null],
    ['2026-12-02', 'it expires on 2026-12-02, more than 10 days from now (policy.waiver_max_days)'],
    ['2027-02-19', 'it expires on 2027-02-19, more than 10 days from now (policy.waiver_max_days)'],
    ['commit 1a2b3c', null],
    ['commit 2020-01-01', null],
    ['commit 2099-01-01', null],
  ])('until %s, where ten days are allowed: %j', (expires, reason) => {
    expect(because(applyWaivers(REGRESSED, [waiver({ expires })], TODAY, 10))).toEqual([reason]);
  });

  test('may last ninety days where nobody says how long', () => {
    const until = (expires: string) => because(applyWaivers(REGRESSED, [waiver({ expires })], TODAY));
    expect([until('2027-02-19'), until('2027-02-20')]).toEqual([
      [null],
      [expect.stringContaining('more than 90 days from now')],
    ]);
  });

  test('stands beside those that were applied before, and of none the file is the same', () => {
    const once = applyWaivers(REGRESSED, [waiver({ refused: 'nobody set it' })], TODAY);
    const twice = applyWaivers(once, [waiver()], TODAY);
    expect(because(twice)).toEqual(['nobody set it', null]);
    expect(applyWaivers(REGRESSED, [], TODAY)).toBe(REGRESSED);
  });

  test('of a task does not name the gates of another, or of another metric', () => {
    for (const name of ['facts', 'facts/ac', 'facts/acc:floor', 'acc']) {
      expect(because(applyWaivers(REGRESSED, [waiver({ gate: name })], TODAY))).toEqual(['it names no gate']);
    }
  });

  test('does not turn a file that blocks nothing into one that does', () => {
    const gates = [{ ...worse, tier: 'advisory' as const, blocks: false }];
    const open = buildVerdictFile(facts({ verdict: 'pass', blocked: false, gates }));
    expect(applyWaivers(open, [waiver()], TODAY)).toMatchObject({ blocked: false, exitCode: 0 });
  });

  test('is hostile text', () => {
    const evil = waiver({ by: '@everyone ![x](http://e)', reason: '</code><img src=x>', source: '`' });
    const { markdown } = renderMarkdown(applyWaivers(REGRESSED, [evil], TODAY), CONTEXT, 60_000);
    for (const text of ['@everyone', '![x]', '<img']) expect(markdown).not.toContain(text);
  });
});
