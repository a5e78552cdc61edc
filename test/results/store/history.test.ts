import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordOf } from '../../../src/app/history/record.ts';
import {
  appendHistory,
  historyLine,
  parseHistory,
  pruneHistory,
  readHistory,
} from '../../../src/results/store/history.ts';
import { INCONCLUSIVE, INVALID, PASS, REGRESSION } from '../../report/examples.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-history-'));
  file = join(folder, 'deep', 'history.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const round = (day: number, verdict = PASS) =>
  recordOf(verdict, {
    date: new Date(Date.UTC(2026, 0, day)).toISOString(),
    ...{ commit: 'a'.repeat(40), branch: 'main', pullRequest: 7, seconds: 12.5 },
    training: { 'dataset.version': 'v7', 'trainer.epoch': 3 },
  });
const note = (run: string) =>
  ({
    kind: 'note',
    schemaVersion: 1,
    run,
    date: '2026-02-01T00:00:00.000Z',
    by: 'mona',
    text: 'a typo',
  }) as const;

describe('a history', () => {
  test.each([
    ['pass', PASS],
    ['regression', REGRESSION],
    ['inconclusive', INCONCLUSIVE],
    ['invalid', INVALID],
  ] as const)('keeps a round that ended %s, and reads it back', async (_, verdict) => {
    await appendHistory(file, round(1, verdict));
    const { runs, faults } = await readHistory(file);
    expect(faults).toEqual([]);
    expect(runs).toEqual([round(1, verdict)]);
  });

  test('is in the order of time, and what merged branches have twice counts once', () => {
    const lines = [round(3), round(1), round(3), round(2)].map(historyLine).join('');
    expect(parseHistory(lines, 'h').runs.map(({ date }) => date.slice(8, 10))).toEqual(['01', '02', '03']);
  });

  test('a line that is none of ours is told with its place, and the others count', async () => {
    await appendHistory(file, round(1));
    await writeFile(file, `${await readFile(file, 'utf8')}{"kind":"run"}\nno json\n{"torn`);
    await appendHistory(file, round(2));
    const { runs, faults } = await readHistory(file);
    expect(runs).toHaveLength(2);
    expect(faults.map(({ at }) => at?.line)).toEqual([2, 3, 4]);
    const [unfinished, other] = faults.map(({ message }) => message);
    expect(unfinished).toMatch(/^this line is no record of a run: [a-z_A-Z]+: /);
    expect(other).toBe('this line is no record of a run: it is no JSON');
  });

  test('keeps the newest rounds with their notes', async () => {
    for (const day of [1, 2, 3]) await appendHistory(file, round(day));
    for (const day of [1, 3]) await appendHistory(file, note(round(day).run));
    expect(await pruneHistory(file, 2)).toBe(1);
    const { runs, notes } = await readHistory(file);
    expect(runs.map(({ date }) => date.slice(8, 10))).toEqual(['02', '03']);
    expect(notes).toEqual([note(round(3).run)]);
  });

  test('loses nothing that it cannot read, nor a note on a round that it cannot read', async () => {
    for (const day of [1, 2]) await appendHistory(file, round(day));
    const newer = `${JSON.stringify({ ...round(3), schemaVersion: 4, run: 'f'.repeat(12) })}\n`;
    await writeFile(file, `{"torn\n${await readFile(file, 'utf8')}${newer}`);
    await appendHistory(file, note('f'.repeat(12)));
    expect(await pruneHistory(file, 1)).toBe(1);
    const kept = [round(2), note('f'.repeat(12))].map(historyLine).join('');
    expect(await readFile(file, 'utf8')).toBe(`{"torn\n${newer}${kept}`);
  });

  test('a line of a later version is called what it is', () => {
    const { faults } = parseHistory(JSON.stringify({ ...round(1), schemaVersion: 4 }), 'h.jsonl');
    expect(faults.map((fault) => fault.describe())).toEqual([
      'h.jsonl:1: this line is of version 4, and this program reads 1, 2, 3\n  fix: use a newer version of it',
    ]);
  });

  test('a folder is no history', async () => {
    await expect(readHistory(folder)).rejects.toMatchObject({
      message: 'a folder stands where a file must be',
    });
  });

  test('without a file says how to begin one', async () => {
    await expect(readHistory(file)).rejects.toMatchObject({ message: 'there is no history' });
  });

  test('twenty writers at once tear nothing', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, day) => appendHistory(file, round(day + 1))));
    const { runs, faults } = await readHistory(file);
    expect([runs.length, faults]).toEqual([20, []]);
  });
});
