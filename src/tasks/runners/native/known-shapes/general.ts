import {
  CHOICES,
  isAnswer,
  isListOf,
  noneOf,
  OF_A_QUESTION,
  one,
  oneOf,
  PASSAGE,
  perhaps,
  QUESTION,
  RATED,
  REFERENCE,
  type Shape,
} from '../shape.ts';
import { handedOn, openEnded, printed, question, textsOf, written } from '../suggested-prompts.ts';

/** What is told of a text, and is no part of what a model would be asked. */
const ABOUT_A_TEXT = [
  ...[
    'id',
    'idx',
    'index',
    'uid',
    'uuid',
    '\\w+_id',
    'hash',
    'md5',
    'sha\\d*',
    'row',
    'split',
    'domain',
    'subset',
  ],
  ...[
    'title',
    'url',
    'link',
    'source',
    'timestamp',
    'date',
    'created\\w*',
    'added',
    'updated\\w*',
    'version',
    'license',
  ],
  ...[
    'meta',
    'metadata',
    'attributes',
    'lang\\w*',
    'author',
    'path',
    'file\\w*',
    'repo\\w*',
    'size',
    'length',
  ],
  ...['num_\\w+', 'n_\\w+', 'token\\w*', 'subject', 'topic', 'group', 'section', 'type', 'dump'],
];
const TEXT = ['text', 'content', 'document'];

/** What a prompt without an instruction is called. `goal` is one of PIQA, or of an attack. */
const ASKED = QUESTION.filter((name) => name !== 'goal');

/** Whatever is called as most people call it: the last to be tried. */
export const GENERAL: readonly Shape[] = [
  {
    name: 'Alpaca: an instruction, an input and an output',
    unless: oneOf(RATED),
    needs: {
      instruction: one(['instruction']),
      input: perhaps(['input', 'context']),
      output: one(['output', 'response']),
    },
    task: (found) => {
      const { instruction = '', input, output = '' } = found.column;
      const more = input === undefined ? '' : `{% if ${input} %}\n\n### Input:\n{{${input}}}{% endif %}`;
      const doc_to_text = `### Instruction:\n${printed(instruction)}${more}\n\n### Response:`;
      return written(doc_to_text, handedOn(output), textsOf(found, 'output'));
    },
  },
  {
    name: 'a question with a list of right answers',
    // A list beside what says which of it is right is one of choices.
    unless:
      /correct|right|label|gold|key$|idx|index|letter|solution|choice|option|ending|chosen|rejected|entities/i,
    needs: {
      question: one(QUESTION),
      passage: perhaps(PASSAGE),
      reference: one(
        ['answers', 'possible_answers', ...REFERENCE],
        (value, row) => isListOf(isAnswer)(value, row) && !('answer' in row && 'answers' in row),
      ),
    },
    task: (found) => {
      const { reference = '' } = found.column;
      const texts = found.rows.flatMap((row) => (row[reference] as readonly unknown[]).map(String));
      return written(question(found), handedOn(reference), texts);
    },
  },
  {
    name: 'a prompt with a reference answer',
    unless: oneOf([
      ...[...CHOICES, 'endings', 'chosen', 'rejected', 'answerKey', 'context_options'],
      ...[...OF_A_QUESTION, ...RATED, 'labels?', 'target_scores', 'definition', 'test_list', 'entry_point'],
      ...['messages', 'turns', 'tools', 'incorrect\\w*', 'distractor\\w*'],
    ]),
    needs: {
      question: one([...ASKED, 'instruction', 'ticket', 'context']),
      passage: perhaps(PASSAGE),
      reference: one(REFERENCE, isAnswer),
    },
    task: (found) =>
      written(question(found), handedOn(found.column.reference ?? ''), textsOf(found, 'reference')),
  },
  {
    name: 'prompts without answers',
    // Whatever sounds as if it said what is right.
    unless:
      /answer|label|target|expected|gold|correct|solution|response|completion|reference|output|choice|option|ending|chosen|rejected|instruction_id|kwargs|ideal|truth|summary|translation|continuation|letter|\b(?:tests?|cop|key|route|code)\b|test_list|entry_point|rating|score/i,
    needs: { question: one(['prompt', 'question', 'query', 'instruction', 'input', 'user_input']) },
    task: (found) => openEnded(handedOn(found.column.question ?? '')),
  },
  {
    name: 'text alone',
    unless: noneOf([...TEXT, ...ABOUT_A_TEXT]),
    needs: { text: one(TEXT) },
    task: ({ column: { text = '' } }) => ({
      options: { type: 'perplexity', doc_to_text: handedOn(text) },
      metric: 'bits_per_byte',
    }),
  },
];
