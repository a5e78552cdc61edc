import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CANDIDATES_FILE, judgeCandidates } from '../../src/app/candidates.ts';
import { renderCandidates } from '../../src/report/candidates.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A table of `n` answers of which the first `fell` are wrong, and of the others all but `wrong`. */
async function table(folder: string, name: string, fell: number, n = 300): Promise<string> {
  const path = join(folder, `${name}.csv`);
  const rows = Array.from({ length: n }, (_, index) => {
    const right = index >= fell && index < n - 60;
    return `facts,q${index},acc,${Number(right)}`;
  });
  await mkdir(folder, { recursive: true });
  await writeFile(path, `task,id,metric,score\n${rows.join('\n')}\n`);
  return path;
}

const gates = (value: string) => ({
  gates: [{ rule: 'max_drop' as const, value, source: { kind: 'flag' as const, name: '--max-drop' } }],
});

async function judged(falls: Readonly<Record<string, number>>, limit = 'facts/acc=2pp', more = {}) {
  const folder = await temporaryFolder();
  const baseline = await table(folder, 'base', 0);
  const names = Object.keys(falls);
  const candidates = await Promise.all(names.map((name) => table(folder, name, falls[name] ?? 0)));
  const out = join(folder, 'out');
  const answer = await judgeCandidates({
    ...{ configPath: null, overrides: gates(limit), out, baseline, candidates, rankBy: null },
    ...more,
  });
  return { answer, out, candidates };
}

describe('several candidates of one baseline', () => {
  test('have a verdict each, and the best that nothing blocks is selected', async () => {
    const { answer, out, candidates } = await judged({ a: 1, b: 40, c: 0 });
    expect(answer.candidates.map(({ verdict, among }) => [verdict, among.verdict])).toEqual([
      ['pass', 'inconclusive'],
      ['regression', 'regression'],
      ['pass', 'pass'],
    ]);
    expect([answer.selected, answer.proven, answer.exitCode, answer.rankedBy]).toEqual([
      candidates[2],
      true,
      0,
      'facts/acc:max_drop',
    ]);
    const own = JSON.parse(await readFile(join(out, '2', 'verdict.json'), 'utf8'));
    expect([own.verdict, own.gates[0].delta.level]).toEqual(['regression', 0.9]);
    expect(JSON.parse(await readFile(join(out, CANDIDATES_FILE), 'utf8'))).toEqual(answer);
  });

  test('are told apart where the folder that all lie in is longer than a terminal', async () => {
    const { answer } = await judged({ a: 1, b: 2 }, 'facts/acc=5pp');
    const lie = (folder: string) => ({
      ...answer,
      candidates: answer.candidates.map((each, index) => ({ ...each, candidate: `${folder}step-${index}` })),
    });
    const deep = renderCandidates(lie(`/runs/${'checkpoints-'.repeat(9)}/`));
    for (const name of ['step-0', 'step-1']) expect(deep).toMatch(new RegExp(`^${name} `, 'm'));
    expect(renderCandidates(lie('/'))).toContain('step-1');
    expect(renderCandidates(lie(''))).toContain('step-1');
  });

  test('have intervals that hold for all of them', async () => {
    const { answer } = await judged({ a: 6, b: 9, c: 0, d: 3 }, 'facts/acc=5pp');
    expect(answer.candidates[0]?.change?.level).toBeCloseTo(1 - (2 * 0.05) / 4, 12);
    const text = renderCandidates(answer);
    expect(text).toContain('Among 4');
    expect(text).toContain('90 % interval for all together');
    expect(text).toMatch(/Selected: .*c\.csv/);
  });

  test('of which the best merges on a lean say so in the first words', async () => {
    const { answer } = await judged({ a: 2, b: 60 });
    expect([answer.selected !== null, answer.proven]).toEqual([true, false]);
    expect(renderCandidates(answer)).toMatch(/Selected, NOT PROVEN: .*a\.csv/);
  });

  test('one that passes by itself alone, and by luck for all that is known, is not selected', async () => {
    // By itself one of 300 is proven to be fewer than 2 % (z = 2.06); among three it would take z = 2.13.
    const falls = { a: 1, b: 20, c: 40 };
    const { answer } = await judged(falls, 'facts/acc=2pp', {
      overrides: {
        ...gates('facts/acc=2pp'),
        on_inconclusive: { value: 'block', source: { kind: 'flag', name: '--on-inconclusive' } },
      },
    });
    expect(answer.candidates[0]).toMatchObject({
      verdict: 'pass',
      among: { verdict: 'inconclusive', blocked: true },
    });
    expect([answer.selected, answer.exitCode]).toEqual([null, 2]);
  });

  test('of which none may merge end with the mildest reason', async () => {
    expect((await judged({ a: 40, b: 50 })).answer.exitCode).toBe(1);
  });

  test('one that cannot be read is invalid, counts, and never is selected', async () => {
    const folder = await temporaryFolder();
    const [baseline, good] = [await table(folder, 'base', 0), await table(folder, 'good', 1)];
    const short = await table(folder, 'short', 0, 150);
    const request = {
      configPath: null,
      overrides: gates('facts/acc=2pp'),
      out: join(folder, 'out'),
      rankBy: null,
    };
    const answer = await judgeCandidates({ ...request, baseline, candidates: [short, good] });
    expect(answer.candidates[0]?.verdict).toBe('invalid');
    expect([answer.selected, answer.exitCode]).toEqual([good, 0]);
    const alone = await judgeCandidates({
      ...request,
      baseline,
      candidates: [short, await table(folder, 'brief', 0, 120)],
    });
    expect([alone.selected, alone.exitCode]).toEqual([null, 3]);
  });

  test.each([
    [['a'], 'one candidate is no choice'],
    [['a', 'a'], '"a" is named twice'],
  ])('%j is refused', async (candidates, message) => {
    const request = { configPath: null, overrides: gates('facts/acc=2pp'), out: 'out', rankBy: null };
    await expect(judgeCandidates({ ...request, baseline: 'b', candidates })).rejects.toThrow(message);
  });

  test('are ranked by the gate that is named, and by no other', async () => {
    await expect(judged({ a: 1, b: 2 }, 'facts/acc=2pp', { rankBy: 'facts/f1' })).rejects.toThrow(
      /no gate on a change is "facts\/f1"/,
    );
    expect((await judged({ a: 1, b: 2 }, 'facts/acc=2pp', { rankBy: 'facts/acc' })).answer.rankedBy).toBe(
      'facts/acc:max_drop',
    );
  });
});
