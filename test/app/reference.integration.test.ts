import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { judgeResults } from '../../src/app/judge.ts';
import { renderTerminal } from '../../src/report/terminal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-reference-'));
});
afterEach(() => rm(folder, { recursive: true }));

const table = (task: string, right: number, input = 'q', metric: object = { metric: 'acc' }) =>
  Array.from({ length: 200 }, (_, index) =>
    JSON.stringify({
      ...{ task, id: `q${index}`, ...metric, score: index < right * 200 ? 1 : 0 },
      input: `${input} ${index}`,
    }),
  ).join('\n');

async function judged(reference: string, config = 'reference: reference.jsonl', metric = { metric: 'acc' }) {
  const side = (right: number) => table('facts', right, 'q', metric);
  const files = { baseline: side(0.6), candidate: side(0.72), reference };
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, `${name}.jsonl`), `${content}\n`);
  const text = `version: 1\n${config}\ngates: [{ metric: facts/${metric.metric}, max_drop: 5pp }]\n`;
  await writeFile(join(folder, 'weighbridge.yml'), text);
  return judgeResults({
    ...{ configPath: join(folder, 'weighbridge.yml'), overrides: {}, out: join(folder, 'out') },
    folders: { baseline: join(folder, 'baseline.jsonl'), candidate: join(folder, 'candidate.jsonl') },
  });
}

test('another model is shown with what share of it is reached, and decides nothing', async () => {
  const alone = await judged(table('facts', 0.9), '');
  const beside = await judged(table('facts', 0.9));
  expect(beside.reference?.metrics).toMatchObject([
    { task: 'facts', metric: 'acc', value: 0.9, candidate: 0.72, pairs: 200 },
  ]);
  const { reference: _, provenance: __, ...rest } = beside;
  const { provenance: ___, ...same } = alone;
  expect(rest).toEqual(same);
  expect(renderTerminal(beside, { color: false })).toMatch(
    /facts\/acc +200 +72\.0 % +90\.0 % +80 % \(at least 80 %\)/,
  );
});

test('a metric that only its scores show to be a rate is one of the reference too, where they do', async () => {
  const own = { metric: 'helpful', direction: 'higher' };
  const beside = await judged(table('facts', 0.9, 'q', own), 'reference: reference.jsonl', own);
  expect(beside.reference?.metrics).toMatchObject([{ metric: 'helpful', unit: 'rate', value: 0.9 }]);
  const graded = table('facts', 0.9, 'q', own).replaceAll('"score":1', '"score":0.7');
  const { reference, verdict } = await judged(graded, 'reference: reference.jsonl', own);
  expect([verdict, reference?.metrics]).toEqual(['pass', []]);
  expect(reference?.unlike[0]?.reason).toMatch(/differs/);
});

test.each([
  ['that was asked otherwise', table('facts', 0.9, 'another'), /differs/],
  ['that has another task', table('other', 0.9), /differs/],
  ['that cannot be read', '{"task": 1}', /./],
])('one %s is no number, and no fault of the verdict', async (_, reference, reason) => {
  const { reference: shown, verdict } = await judged(reference);
  expect(verdict).toBe('pass');
  expect(shown?.metrics).toEqual([]);
  expect(shown?.unlike[0]?.reason).toMatch(reason);
});
