import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Samples } from '../../../../src/core/domain/sample.ts';
import { collect, collectInto } from '../../../../src/results/formats/collect.ts';
import { plain } from '../../../../src/results/formats/plain/plain.ts';
import { OutputSpill } from '../../../../src/results/store/output-spill.ts';
import type { PartialRead } from '../../../../src/results/store/results.ts';
import { SampleTable } from '../../../../src/results/store/sample-table.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const row = fc.record(
  {
    task: fc.constantFrom('facts', 'facts', 'other'),
    id: fc.nat(12).map((number) => `"q${number}"`),
    metric: fc.constantFrom('acc', 'acc', 'acc', 'own'),
    score: fc.constantFrom('0', '1', '1', '0.5', 'true', 'null', 'NaN', '"0.25"', '2', '1e-3'),
    more: fc.constantFrom('', '', '', '', ',"unit":"percent"', ',"group":"law"', ',"output":"said"'),
  },
  { requiredKeys: ['task', 'id', 'metric', 'score', 'more'] },
);
const lineOf = ({ task, id, metric, score, more }: Readonly<Record<string, string>>) =>
  `{"task":"${task}","id":${id},"metric":"${metric}"${metric === 'own' ? ',"direction":"higher"' : ''},"score":${score}${more}}`;

const MEMBERS = [
  ...(['id', 'index', 'group', 'cluster', 'weight', 'choices', 'output'] as const),
  ...(['input_digest', 'target_digest'] as const),
];
const told = ({ runs, faults }: PartialRead<Samples>) => ({
  faults: faults.map(({ message }) => message),
  runs: runs.map(({ record, samples }) => ({
    record: { ...record, model: null },
    // A row of a table copied by `...` would be empty.
    samples: Array.from(samples, (sample) => ({
      ...Object.fromEntries(MEMBERS.map((member) => [member, sample[member]])),
      scores: { ...sample.scores },
    })),
  })),
});

/** As an array of samples, and in columns. */
async function both(text: string) {
  const file = join(temporaryFolder({ 'scores.jsonl': text }), 'scores.jsonl');
  const outputs = new OutputSpill();
  const load = () => plain.load(file, 'baseline');
  const columns = await collectInto(await load(), () => new SampleTable(outputs));
  return JSON.stringify([told(await collect(await load())), told(columns)]).replaceAll(file, 'scores.jsonl');
}

test('a table is what it says, whether lines are told by what they have in common or one by one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 24 }), async (rows) => {
      const lines = rows.map(lineOf);
      const [array, columns] = JSON.parse(await both(lines.map((line) => `${line}\n`).join('')));
      expect(columns).toEqual(array);
      // No two of these lines are alike.
      const apart = lines.map((line, index) => `${line}${' '.repeat(index)}\n`).join('');
      expect(JSON.parse(await both(apart))).toEqual([array, array]);
    }),
    { numRuns: 60 },
  );
});

const ofColumns = fc.record({
  id: fc.nat(9).map((number) => `"q${number}"`),
  metric: fc.constantFrom(
    'f1_macro',
    'f1_macro',
    'mcc',
    'rmse',
    'auc',
    'ece',
    'f1_micro',
    'bleu',
    'exact_match',
  ),
  score: fc.constantFrom('null', 'null', 'null', '0', '1', '0.5', '"NaN"'),
  target: fc.constantFrom(
    '"cat"',
    '"cat"',
    '"dog"',
    '" dog "',
    '1',
    '2.50',
    '-0',
    '1e1',
    'true',
    'null',
    '["cat"]',
    '""',
  ),
  output: fc.constantFrom(
    '"cat"',
    '"cat"',
    '"dog"',
    '""',
    '"2.5"',
    '7',
    'null',
    '"né"',
    `"${'x'.repeat(300)}"`,
  ),
  group: fc.constantFrom('"law"', '"law"', '"art"', '3', 'null', '""'),
  cluster: fc.constantFrom('null', '"c"', '"d"', '7'),
  weight: fc.constantFrom('null', '1', '2', '0.5', '"2"', '0', '-1'),
  choices: fc.constantFrom('null', '4', '3', '"4"', '1.5'),
});
const ofColumnsLine = ({ id, metric, ...rest }: Readonly<Record<string, string>>) => {
  const members = Object.entries(rest).map(([name, value]) => `"${name}":${value}`);
  return `{"task":"t","id":${id},"metric":"${metric}",${members.join(',')}}`;
};

/** Of any lines, or mostly of what a table may hold. */
const columnTables = fc
  .record({
    metrics: fc.uniqueArray(fc.constantFrom('f1_macro', 'mcc', 'rmse', 'auc', 'exact_match'), {
      minLength: 1,
      maxLength: 2,
    }),
    rows: fc.array(ofColumns, { minLength: 4, maxLength: 24 }),
    wild: fc.constantFrom(true, false, false, false),
    odd: fc.option(fc.nat(40)),
  })
  .map(({ metrics, rows, wild, odd }) =>
    rows.map((row, index) => {
      const sample = Math.floor(index / metrics.length);
      const metric = metrics[index % metrics.length] ?? '';
      const isScored = metric === 'auc' || metric === 'exact_match';
      const own = {
        id: `"q${sample}"`,
        metric,
        target: String(sample % 2),
        score: isScored ? '0.5' : 'null',
        ...{
          group: `"g${sample % 3}"`,
          cluster: String(sample >> 1),
          weight: String(1 + (sample % 2)),
          choices: '4',
        },
      };
      return wild || index === odd ? row : { ...row, ...own };
    }),
  );

test('a table that says more than scores is what it says, in columns or read line by line', async () => {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(columnTables, async (rows) => {
      const lines = rows.map(ofColumnsLine);
      const [array, columns] = JSON.parse(await both(lines.map((line) => `${line}\n`).join('')));
      expect(columns).toEqual(array);
      held += columns.runs.length;
      const apart = lines.map((line, index) => `${line}${' '.repeat(index)}\n`).join('');
      expect(JSON.parse(await both(apart))).toEqual([array, array]);
    }),
    { numRuns: 100 },
  );
  expect(held).toBeGreaterThan(20);
});

test.each([
  ['CSV', 'task,id,metric,score\n', (id: string, metric: string) => `t,${id},${metric},1\n`],
  [
    'JSONL whose lines are not alike',
    '',
    (id: string, metric: string, line: number) =>
      `{"task":"t","id":"${id}","metric":"${metric}","score":1${' '.repeat(line)}}\n`,
  ],
] as const)(
  'one metric behind the other in %s is read whole, and refused where it says one twice',
  async (_, head, lineOf) => {
    const said = ['exact_match', 'acc'].flatMap((metric) =>
      ['a', 'b', 'c'].map((id) => [id, metric] as const),
    );
    const load = async (lines: readonly (readonly [string, string])[]) => {
      const text = head + lines.map(([id, metric], index) => lineOf(id, metric, index)).join('');
      const file = join(temporaryFolder({ 'scores.txt': text }), 'scores.txt');
      return told(await collect(await plain.load(file, 'baseline')));
    };
    const { runs } = await load(said);
    expect(runs[0]?.samples.map(({ scores }) => scores)).toEqual(
      ['a', 'b', 'c'].map(() => ({ exact_match: 1, acc: 1 })),
    );
    const { faults } = await load([...said, ['b', 'acc']]);
    expect(faults[0]).toMatch(/^acc of the sample "b" is already on line/);
  },
);

test('a table of classes is held in columns', async () => {
  const lines = Array.from({ length: 3000 }, (_, index) =>
    ofColumnsLine({
      ...{ id: `"q${index}"`, metric: 'f1_macro', score: 'null' },
      ...{ target: `"c${index % 3}"`, output: `"c${index % 7 === 0 ? 0 : index % 3}"` },
    }),
  );
  const file = join(temporaryFolder({ 'scores.jsonl': `${lines.join('\n')}\n` }), 'scores.jsonl');
  const { runs } = await plain.load(file, 'baseline');
  expect(runs[0]?.bare?.scores.get('f1_macro')?.get(7)).toEqual({ parts: [1, 0] });
  expect(runs[0]?.bare?.members.output?.(7)).toBe('c0');
});

test('so is one of groups, clusters and weights; not one that says what was asked', async () => {
  const load = async (more: (index: number) => string) => {
    const lines = Array.from({ length: 300 }, (_, index) =>
      lineOf({ task: 'facts', id: `"q${index}"`, metric: 'acc', score: '1', more: more(index) }),
    );
    const file = join(temporaryFolder({ 'scores.jsonl': `${lines.join('\n')}\n` }), 'scores.jsonl');
    return (await plain.load(file, 'baseline')).runs[0]?.bare?.members;
  };
  const members = await load(
    (index) => `,"group":"g${index % 7}","cluster":${index >> 1},"weight":1.${index}`,
  );
  expect([members?.group?.(8), members?.cluster?.(8), members?.weight?.(8)]).toEqual(['g1', '4', 1.8]);
  expect(members?.output).toBeUndefined();
  expect(await load((index) => `,"group":"g${index % 7}","input":"question ${index}"`)).toBeUndefined();
});

test('of nothing but scores is held in columns, and refused where it says one twice', async () => {
  const lines = Array.from({ length: 5000 }, (_, index) =>
    lineOf({ task: 'facts', id: `"q${index}"`, metric: 'acc', score: String(index % 2), more: '' }),
  );
  const file = join(temporaryFolder({ 'scores.jsonl': `${lines.join('\n')}\n` }), 'scores.jsonl');
  const { runs } = await plain.load(file, 'baseline');
  expect(runs[0]?.bare?.keys).toHaveLength(5000);
  const twice = `${lines.join('\n')}\n${lines[7]}\n`;
  const { faults } = await plain.load(
    join(temporaryFolder({ 'scores.jsonl': twice }), 'scores.jsonl'),
    'baseline',
  );
  expect(faults[0]).toMatchObject({
    message: 'acc of the sample "q7" is already on line 8',
    at: { line: 5001 },
  });
});

test.each([
  ['one behind the other', [['a'], ['b'], ['c'], ['d']], 'c', 3],
  ['two metrics of each sample', [['a'], ['a', 'own'], ['b'], ['b', 'own'], ['c'], ['c', 'own']], 'b', 3],
  ['a metric behind the other', [['a'], ['b'], ['c'], ['b', 'own'], ['c', 'own']], 'c', 3],
  ['a metric that begins late', [['a'], ['b'], ['b', 'own'], ['c', 'own'], ['c']], 'c', 5],
  ['not in one order', [['a', 'own'], ['b', 'own'], ['b'], ['c'], ['a']], 'a', 5],
] as const)('a score that is said twice is told with its first line: %s', async (_, said, id, line) => {
  const lines = [...said, [id] as const].map(([sample, metric = 'acc']) =>
    lineOf({ task: 'facts', id: `"${sample}"`, metric, score: '1', more: '' }),
  );
  const file = join(temporaryFolder({ 'scores.jsonl': `${lines.join('\n')}\n` }), 'scores.jsonl');
  const { faults } = await plain.load(file, 'baseline');
  expect(faults[0]).toMatchObject({
    message: `acc of the sample "${id}" is already on line ${line}`,
    at: { line: lines.length },
  });
});
