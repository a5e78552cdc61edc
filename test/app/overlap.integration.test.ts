import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { evaluateCheckpoints } from '../../src/app/evaluate.ts';
import { exitCodeOfOverlap, findOverlap } from '../../src/app/overlap.ts';
import { HIGHER } from '../../src/core/metrics/traits.ts';
import { renderOverlap } from '../../src/report/overlap.ts';
import { useBigramEngine } from '../support/bigram-engine.ts';
import { plan, sample } from '../support/stored-run.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';
import { loadFrom, logged } from './story.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-overlap-'));
});
afterEach(() => rm(folder, { recursive: true }));

const SAMPLES = 300;
/** The candidate was trained on the first hundred questions, and is right on them alone. */
const TRAINED = 100;
const question = (index: number) =>
  `In the records of the year ${index} who kept the northern gate of the old harbour town by the salt road?`;

interface Project {
  readonly asked?: (index: number) => boolean;
  readonly filters?: readonly string[];
  readonly more?: string;
}

async function project({ asked = () => true, filters = [], more = '' }: Project) {
  const named = filters.length === 0 ? [{}] : filters.map((filter) => ({ filter }));
  const rows = (right: (index: number) => boolean) =>
    Array.from({ length: SAMPLES }, (_, index) =>
      named.map((filter) =>
        JSON.stringify({
          ...{ task: 'gates', id: `q${index}`, metric: 'acc', score: right(index) ? 1 : 0, ...filter },
          ...(asked(index) ? { input: question(index) } : {}),
        }),
      ),
    )
      .flat()
      .join('\n');
  await writeFile(join(folder, 'base.jsonl'), `${rows((index) => index % 5 === 0)}\n`);
  await writeFile(join(folder, 'tuned.jsonl'), `${rows((index) => index < TRAINED || index % 5 === 0)}\n`);
  const metric = ['gates/acc', ...filters.slice(0, 1)].join(',');
  const config = `version: 1\ncandidate: tuned.jsonl\nbaseline: base.jsonl\ngates: [{ metric: "${metric}", min_gain: 5pp }]\n${more}`;
  await writeFile(join(folder, 'weighbridge.yml'), config);
  const turns = (index: number) => ({ messages: [{ role: 'user', content: question(index) }] });
  const lines = Array.from({ length: TRAINED }, (_, index) => JSON.stringify(turns(index)));
  await writeFile(join(folder, 'train.jsonl.gz'), gzipSync(`${lines.join('\n')}\n`));
  return join(folder, 'weighbridge.yml');
}

const log = { info: () => {} };
const look = async (training: string, how: Project = {}) =>
  findOverlap(await project(how), { out: folder, training: [join(folder, training)], log });

describe('a gain by heart', () => {
  test('is none where the questions of the training files are left out', async () => {
    const report = await look('train.jsonl.gz');
    expect(report.tasks[0]?.overlapping.map(({ id }) => id)).toEqual(
      Array.from({ length: TRAINED }, (_, index) => `q${index}`),
    );
    expect(report.tasks[0]?.overlapping[7]).toMatchObject({ line: 8, share: 1 });
    expect(report.whole.verdict).toBe('pass');
    expect(report.clean?.verdict).not.toBe('pass');
    expect(report.clean?.tasks[0]?.pairs).toBe(SAMPLES - TRAINED);
    const text = renderOverlap(report);
    expect(text).toMatch(/gates +300 +100 \(33(\.\d)? %\) +0/);
    expect(text).toMatch(/gates\/acc +46\.7 % \(\+26\.7 pp\) +20\.0 % \(0\.0 pp\)/);
    expect(text).toContain('80 more samples');
  });

  test('is none by any of several filters, each of which has a line of every question', async () => {
    const { clean, tasks } = await look('train.jsonl.gz', { filters: ['strict', 'flexible'] });
    expect(tasks).toMatchObject([{ samples: SAMPLES, unknown: 0 }]);
    expect(tasks[0]?.overlapping).toHaveLength(TRAINED);
    expect(clean?.gates[0]?.pairs).toBe(SAMPLES - TRAINED);
    expect(clean?.gates[0]?.verdict).not.toBe('invalid');
  });

  test('is judged with the training curves that the config names', async () => {
    await writeFile(
      join(folder, 'log.csv'),
      `step,loss,eval_loss\n${[9, 8, 7, 6, 5, 4].map((loss, step) => `${step},${loss},${loss}`).join('\n')}\n`,
    );
    const more = 'curves: { files: log.csv, generalization_gap: { tier: blocking } }\n';
    const { whole } = await look('train.jsonl.gz', { more });
    expect(whole.gates.find(({ task }) => task === 'curves')?.verdict).toBe('pass');
  });

  test('is one where they stand in none', async () => {
    await writeFile(join(folder, 'other.txt'), 'nothing of it\n');
    const { tasks, clean, whole } = await look('other.txt');
    expect(tasks[0]?.overlapping).toEqual([]);
    expect(clean?.verdict).toBe(whole.verdict);
  });

  test('is not known where a question was not kept, or nobody could judge without them', async () => {
    await writeFile(join(folder, 'other.txt'), 'nothing of it\n');
    const { whole, clean } = await look('other.txt', { asked: (index) => index > 0 });
    expect([whole.verdict, clean?.verdict, exitCodeOfOverlap({ clean })]).toEqual(['pass', 'invalid', 3]);
    expect(clean?.reasons[0]).toBe(
      'nobody kept what 1 of the 300 samples of gates asked, so that they may stand in the training files',
    );
    expect(exitCodeOfOverlap({ clean: null })).toBe(3);
  });

  test.each([
    ['a training file that is not there', 'none.jsonl', true, /cannot be read/],
    ['one of another kind', 'train.parquet', true, /of this kind are not read/],
    ['runs without questions', 'train.jsonl.gz', false, /has kept its questions/],
  ])('%s is no clean bill', async (_, file, asked, message) => {
    await expect(look(file, { asked: () => asked })).rejects.toThrow(message);
  });

  test.each([
    ['packed otherwise', 'train.xz', Buffer.from('fd377a585a0000016922de36', 'hex')],
    [
      'of a tokenized data set',
      'train.npy',
      Buffer.from('\u0093NUMPY\u0001\0v\0{}\n\u0001\0\u0002\0', 'latin1'),
    ],
    ['in UTF-16', 'train.txt', Buffer.from(question(1), 'utf16le')],
  ])('a file %s, in which no question is found, is no clean bill', async (_, file, bytes) => {
    await writeFile(join(folder, file), bytes);
    await expect(look(file)).rejects.toThrow('is no text');
  });

  test('an empty training file is none', async () => {
    await writeFile(join(folder, 'empty.jsonl'), '\n');
    await expect(look('empty.jsonl')).rejects.toThrow('the training file is empty');
  });
});

describe('questions behind a template', () => {
  const short = (index: number) => `Who kept gate ${index} of Beigath?`;
  const rows = Array.from({ length: 12 }, (_, index) => ({
    ...{ id: `q${index}`, question: short(index), choices: [' Ada', ' Tor'], answer: 0 },
  }));
  const training = jsonl(
    ...[3, 5, 8].map((index) => ({ messages: [{ role: 'user', content: short(index) }] })),
  );

  async function evaluated(include: string) {
    const place = temporaryFolder({
      'weighbridge.yml': `version: 1
candidate: candidate.gguf
baseline: baseline.gguf
tasks: { gates: { role: target, type: multiple_choice, dataset: rows.jsonl, doc_to_text: "Question: {{question}}\\nAnswer:" } }
gates: [{ metric: gates/acc, max_drop: 50pp, allow_floor: true }]
policy: { evaluation: full }
include_samples: ${include}
`,
      'rows.jsonl': jsonl(...rows),
      'train.jsonl': training,
      'train.csv': `question,answer\n${[3, 5].map((index) => `"${short(index)}",Ada\n`).join('')}"${short(8)}","Ada,\nand Tor"\n`,
    });
    useBigramEngine();
    const options = logged(place);
    await evaluateCheckpoints(await loadFrom(place), options);
    return {
      place,
      options,
      find: async (file = 'train.jsonl') => {
        const { log, out } = options;
        const found = await findOverlap(join(place, 'weighbridge.yml'), {
          ...{ out, log, training: [join(place, file)] },
        });
        return found.tasks.map(({ unknown, overlapping }) => [unknown, overlapping.map(({ id }) => id)]);
      },
    };
  }

  test.each(['changed', 'none'])(
    'are found bare, by the rows of the dataset (include_samples: %s)',
    async (include) => {
      const { find } = await evaluated(include);
      expect(await find()).toEqual([[0, ['q3', 'q5', 'q8']]]);
      expect(await find('train.csv')).toEqual([[0, ['q3', 'q5', 'q8']]]);
    },
  );

  test.each([
    ['another now', 'dataset is another now', jsonl(...rows, { ...rows[0], id: 'more' })],
    ['there no more', 'no such file', null],
  ])('are looked for as they were asked where the dataset is %s', async (_, why, content) => {
    const { place, options, find } = await evaluated('changed');
    const dataset = join(place, 'rows.jsonl');
    await (content === null ? rm(dataset) : writeFile(dataset, content));
    expect(await find()).toEqual([[0, []]]);
    expect(options.lines.at(-1)).toContain(why);
    expect(options.lines.at(-1)).toContain('as they were asked, template and all');
  });
});

test('what people said of a judge counts as in the verdict itself', async () => {
  const scale = { min: 1, max: 5 };
  const grade = (index: number) => 1 + (index % 5);
  const metric = {
    ...HIGHER,
    name: 'judge',
    unit: 'number' as const,
    range: scale,
    judge: { ...scale, of: ['judge'] },
  };
  for (const side of ['baseline', 'candidate'] as const) {
    const at = join(folder, side, 'gates');
    await mkdir(at, { recursive: true });
    const model = { ...plan().model, digest: side };
    const asked = { side, task: 'gates', planned: 200, metrics: [metric], primary_metric: 'judge', model };
    const record = { schema_version: 1, ...plan(asked), status: { state: 'complete' } };
    const times = { started: '2026-01-01T00:00:00Z', finished: '2026-01-01T00:01:00Z' };
    await writeFile(join(at, 'run.json'), JSON.stringify({ ...record, ...times }));
    const samples = Array.from({ length: 200 }, (_, index) =>
      sample(index, {
        scores: { judge: grade(index) },
        output: `${side} ${index}`,
        asked: { question: question(index) },
      }),
    );
    await writeFile(join(at, 'samples.jsonl'), jsonl(...samples));
  }
  const graded = Array.from({ length: 60 }, (_, index) => ({
    ...{ id: `s${index}`, answer: `baseline ${index}`, labels: { good: grade(index) } },
  }));
  await writeFile(join(folder, 'labels.jsonl'), jsonl(...graded));
  await writeFile(join(folder, 'rows.jsonl'), jsonl({ question: 'q' }));
  await writeFile(join(folder, 'train.jsonl'), jsonl({ text: 'something else' }));
  const judge =
    '{ name: judge, url: "http://127.0.0.1:9/v1", model: judge, criteria: [{ name: good, description: Good. }], labels: labels.jsonl }';
  const task = `{ role: general, type: generate, dataset: rows.jsonl, scorers: [${judge}] }`;
  await writeFile(
    join(folder, 'weighbridge.yml'),
    `version: 1\ncandidate: c.gguf\nbaseline: b.gguf\ntasks: { gates: ${task} }\ngates: [{ metric: gates/judge, max_drop: 0.5 }]\n`,
  );
  const { whole, clean } = await findOverlap(join(folder, 'weighbridge.yml'), {
    ...{ out: folder, training: [join(folder, 'train.jsonl')], log },
  });
  for (const verdict of [whole, clean])
    expect(verdict?.gates).toMatchObject([
      { verdict: 'pass', tier: 'blocking', judge: { labels: { baseline: 60 } } },
    ]);
});
