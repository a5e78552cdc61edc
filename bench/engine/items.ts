import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { gunzipSync } from 'node:zlib';
import { mulberry32, shuffled } from '../../src/core/stats/random.ts';
import { random } from '../../test/support/planted.ts';

/** A row as a task of our own reads it: the question with everything before it, and how its choices go on from there. */
export interface Row {
  readonly id: string;
  readonly subject: string;
  readonly prompt: string;
  readonly choices: readonly string[];
  readonly answer: number;
}

export interface Items {
  readonly name: string;
  readonly from: string;
  readonly rows: readonly Row[];
}

const DATASETS = process.env.WEIGHBRIDGE_DATASETS ?? resolve(import.meta.dirname, '../../../shared/datasets');

interface MmluRow {
  readonly subject: string;
  readonly question: string;
  readonly choices: readonly string[];
  readonly answer: number;
}

const LETTERS = ['A', 'B', 'C', 'D'];

const rowsOf = <T>(file: string): readonly T[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Questions in random order, as a design draws them. */
const drawn = <T>(items: readonly T[], seed: number): T[] => shuffled(items, mulberry32(seed));

/**
 * Five-shot MMLU: of as many subjects so many questions, after five solved ones of the subject (its first ones, which are not
 * asked: the development set of all subjects is not at hand). Texts of the same lengths are made where there are no data.
 */
export function mmlu(subjects: number, each: number): Items {
  const file = join(DATASETS, 'mmlu/test_all_57.jsonl.gz');
  const isReal = existsSync(file);
  const all = isReal ? rowsOf<MmluRow>(file) : madeUp();
  const names = [...new Set(all.map(({ subject }) => subject))];
  const chosen = drawn(names, 3).slice(0, subjects);
  const asked = (row: MmluRow) =>
    `${row.question.trim()}\n${row.choices.map((choice, at) => `${LETTERS[at]}. ${choice}`).join('\n')}\nAnswer:`;
  const rows = chosen.flatMap((subject) => {
    const own = all.filter((row) => row.subject === subject);
    const shots = own.slice(0, 5).map((row) => `${asked(row)} ${LETTERS[row.answer]}\n\n`);
    const topic = subject.replaceAll('_', ' ');
    const head = `The following are multiple choice questions (with answers) about ${topic}.\n\n${shots.join('')}`;
    return drawn(own.slice(5), 4)
      .slice(0, each)
      .map((row, at) => ({
        id: `${subject}-${at}`,
        subject,
        prompt: head + asked(row),
        choices: LETTERS,
        answer: row.answer,
      }));
  });
  const from = isReal ? 'questions of MMLU (hendrycks/test)' : 'made-up texts of such lengths: no MMLU here';
  return { name: 'MMLU, five-shot', from, rows: drawn(rows, 5) };
}

export function hellaswag(count: number): Items {
  const file = join(DATASETS, 'hellaswag/hellaswag_val.jsonl.gz');
  if (!existsSync(file)) {
    const rows = madeUp()
      .slice(0, count)
      .map((row, at) => ({ ...row, id: `${at}`, prompt: row.question, choices: row.choices }));
    return { name: 'HellaSwag', from: 'made-up texts of such lengths: no HellaSwag here', rows };
  }
  const all = rowsOf<{ ind: number; ctx: string; label: number; endings: string[] }>(file);
  const rows = drawn(all, 6)
    .slice(0, count)
    .map(({ ind, ctx, label, endings }) => ({
      ...{ id: `${ind}`, subject: '', prompt: ctx, choices: endings, answer: label },
    }));
  return { name: 'HellaSwag', from: 'items of HellaSwag (rowanz/hellaswag)', rows };
}

function madeUp(): readonly MmluRow[] {
  const uniform = random(7);
  const WORDS =
    'the of a in which is not to and by state cell force law right number where most early late'.split(' ');
  const text = (length: number) =>
    Array.from({ length }, () => WORDS[Math.floor(uniform() * WORDS.length)]).join(' ');
  return Array.from({ length: 57 * 40 }, (_, at) => ({
    subject: `subject ${Math.floor(at / 40)}`,
    question: text(50),
    choices: LETTERS.map(() => text(10)),
    answer: Math.floor(uniform() * 4),
  }));
}
