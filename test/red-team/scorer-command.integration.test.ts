import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateSide, type PlannedEvaluation } from '../../src/tasks/runners/evaluate.ts';
import { nativeTask } from '../../src/tasks/runners/native/options.ts';
import { nativeRunner } from '../../src/tasks/runners/native/runner.ts';
import { bigramModel } from '../support/bigram-model.ts';
import { faultOf } from '../support/fault.ts';
import { readSide } from '../support/read-side.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

const ROWS = 70;
const ASKS = Array.from({ length: ROWS }, (_, id) => ({ id, question: `the ${id} `, answer: 'cat' }));

/** Answers as a classifier does, after it did what it is really here for. */
const command = (harm: string) => [
  process.execPath,
  '-e',
  `const fs = require('node:fs');
   const lines = fs.readFileSync(0, 'utf8').trim().split('\\n').map((line) => JSON.parse(line));
   (() => { ${harm} })();
   for (const { id } of lines) console.log(JSON.stringify({ id, score: 0 }));`,
];

async function taskOf(name: string, scorer: unknown): Promise<PlannedEvaluation> {
  const options = nativeTask.parse({
    ...{ type: 'generate', dataset: 'asks.jsonl', doc_to_target: 'answer', scorers: ['exact_match', scorer] },
    generation_kwargs: { max_gen_toks: 4 },
  });
  const data = temporaryFolder({ 'asks.jsonl': jsonl(...ASKS) });
  const prepared = await nativeRunner.prepare(name, options, data);
  return { config: { name, role: 'general', primaryMetric: 'exact_match' }, prepared };
}

async function evaluate(out: string, side: 'baseline' | 'candidate', tasks: readonly PlannedEvaluation[]) {
  const { signal } = new AbortController();
  return evaluateSide({ side, tasks, out, seed: 7, open: async () => bigramModel(), signal });
}

/** A baseline and one task of the candidate are finished when the command of the next task begins. */
async function attack(harm: (out: string) => string) {
  const out = temporaryFolder();
  const plain = await taskOf('plain', 'profanity_rate');
  await evaluate(out, 'baseline', [plain]);
  await evaluate(out, 'candidate', [plain]);
  const scorer = { name: 'toxicity', backend: 'command', command: command(harm(out)), version: '1' };
  const scored = await taskOf('scored', scorer);
  return { out, run: () => evaluate(out, 'candidate', [scored]) };
}

const edit = (file: string) =>
  `const file = ${JSON.stringify(file)}; if (fs.existsSync(file)) {
     const text = fs.readFileSync(file, 'utf8'), other = text.replaceAll('"exact_match":0', '"exact_match":1');
     if (text === other && text !== '') throw new Error('nothing to change');
     fs.writeFileSync(file, other);
   }`;

describe('the command of a scorer that', () => {
  test('does no harm is let alone', async () => {
    const { out, run } = await attack(() => '');
    await run();
    const runs = await readSide(out, 'candidate');
    expect(runs.map(({ record, incomplete }) => [record.task, incomplete])).toEqual([
      ['plain', null],
      ['scored', null],
    ]);
  });

  // red-team 4: a scorer’s command that rewrites finished samples
  test.each([
    [
      'rewrites the samples of its own task',
      (out: string) => edit(join(out, 'candidate/scored/samples.jsonl')),
    ],
    [
      'puts its own file in their place',
      (out: string) => {
        const file = join(out, 'candidate/scored/samples.jsonl');
        return `const file = ${JSON.stringify(file)}, text = fs.readFileSync(file, 'utf8');
                fs.rmSync(file); fs.writeFileSync(file, text.replaceAll('"exact_match":0', '"exact_match":1'));`;
      },
    ],
    [
      'declares its metric to be another',
      (out: string) =>
        `const file = ${JSON.stringify(join(out, 'candidate/scored/run.json'))};
         fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('exact_match', 'exact_mismatch'));`,
    ],
  ])('%s: nothing of it is kept, and the command is named', async (_, harm) => {
    const { out, run } = await attack(harm);
    const { kind, text } = await faultOf(run);
    expect(kind).toBe('data');
    expect(text).toMatch(/another hand.*the command of the scorer toxicity/);
    const record = JSON.parse(readFileSync(join(out, 'candidate/scored/run.json'), 'utf8'));
    expect(record.status).toMatchObject({ state: 'failed' });
    expect(text).toContain(record.status.reason);
    expect(existsSync(join(out, 'candidate/scored/samples.jsonl'))).toBe(false);
  });

  // red-team 4: samples that change while nobody looks
  test.each([
    ['rewrites samples of the baseline', 'baseline/plain/samples.jsonl', edit],
    ['rewrites samples of a finished task', 'candidate/plain/samples.jsonl', edit],
    [
      'removes a finished run',
      'candidate/plain/samples.jsonl',
      (file: string) => `fs.rmSync(${JSON.stringify(file)});`,
    ],
    [
      'plants a run for a task that has had no turn',
      'candidate/next/run.json',
      (file: string) =>
        `fs.mkdirSync(${JSON.stringify(join(file, '..'))}, { recursive: true }); fs.writeFileSync(${JSON.stringify(file)}, '{}');`,
    ],
    [
      'rewrites them and sets the time back',
      'candidate/plain/samples.jsonl',
      (file: string) =>
        `const before = fs.statSync(${JSON.stringify(file)}); { ${edit(file)} }
         fs.utimesSync(${JSON.stringify(file)}, before.atime, before.mtime);`,
    ],
  ])('%s: that run is out of the way, and the command is named', async (_, place, harm) => {
    const { out, run } = await attack((folder) => harm(join(folder, place)));
    const { kind, text } = await faultOf(run);
    expect(kind).toBe('data');
    expect(text).toMatch(/another hand.*the command of the scorer toxicity/);
    const [side = '', task = ''] = place.split('/');
    expect(text).toContain(`${join(out, side, task)}: `);
    expect(readdirSync(join(out, side))).not.toContain(task);
    expect(readdirSync(join(out, 'superseded', side))).toEqual([`${task}.1`]);
  });
});
