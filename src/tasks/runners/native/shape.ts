import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { TaskRole } from '../../../core/domain/run.ts';
import type { Fields } from '../../datasets/row.ts';

/** What `init` writes of a task: its options without the dataset, and the metric that its gate is on. */
export interface SuggestedTask {
  /** The shape in which the rows were found, for people. */
  readonly shape: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly metric: string;
  /** What its gate limits; a drop where it is absent. */
  readonly rule?: 'max_rise';
  /** What the data are for, where the rows say so. */
  readonly role?: TaskRole;
}

export type Test = (value: unknown, row: Fields) => boolean;

/** Columns of a shape by the part that they have in it: names that they go by, the first that fits, and what they hold. */
export type Needs = Readonly<
  Record<string, { readonly names: readonly string[]; readonly holds: Test; readonly optional?: true }>
>;

/** The columns that were found, by part, and the rows. */
export interface FoundColumns {
  readonly column: Readonly<Record<string, string>>;
  /** Columns that hold a choice each. */
  readonly choices: readonly string[];
  readonly rows: readonly Fields[];
  readonly at: Location;
}

export type Suggestion = Omit<SuggestedTask, 'shape'>;

export interface Shape {
  readonly name: string;
  readonly needs: Needs;
  /** Families of columns of which each holds one choice; two of one family are needed. */
  readonly families?: readonly RegExp[];
  /** Another column by which a row is something else, that is not whole. */
  readonly unless?: RegExp;
  /** Null where the rows are of this shape and no other, and one of them is not whole. */
  readonly task: (found: FoundColumns) => Suggestion | null;
}

/** Of rows that are known, and of which no task can be made. @throws WeighbridgeError `data` */
export function makesNoTask({ at }: FoundColumns, why: string, fix: string): never {
  throw new WeighbridgeError('data', why, { at, fix });
}

export const isText: Test = (value) => typeof value === 'string' && value.trim() !== '';
const isMaybeText: Test = (value) => value === null || typeof value === 'string';
export const isAnswer: Test = (value) => isText(value, {}) || Number.isInteger(value);
export const isIndex =
  (...indexes: readonly number[]): Test =>
  (value) =>
    isAnswer(value, {}) && indexes.includes(Number(value));
export const isTexts: Test = (value) =>
  Array.isArray(value) && value.length > 1 && value.every((each) => isAnswer(each, {}));
export const isMember =
  (...members: readonly [name: string, holds: Test][]): Test =>
  (value, row) =>
    typeof value === 'object' &&
    value !== null &&
    members.every(([name, holds]) => holds((value as Fields)[name], row));
export const isListOf =
  (holds: Test): Test =>
  (value, row) =>
    Array.isArray(value) && value.length > 0 && value.every((each) => holds(each, row));

/** Texts, and at least one. */
export const isSomeTexts = isListOf(isText);

/** Of what is said, as services take it: `[{type: 'text', text: '…'}]`. Pictures and sounds are none. */
const isPart = isMember(['type', (value) => value === 'text'], ['text', isText]);
/** What was said, each under the role of who said it, as a text or in parts. */
export const isTurns = isListOf(
  isMember(['role', isText], ['content', (value, row) => isText(value, row) || isListOf(isPart)(value, row)]),
);

export const QUESTION = [
  'question',
  'query',
  'prompt',
  'problem',
  'goal',
  'stem',
  'question_stem',
  'sentence',
  'premise',
  'input',
  'user_input',
  'ctx',
  'text',
];
export const PASSAGE = ['passage', 'context', 'article', 'story', 'paragraph', 'support'];
export const CHOICES = ['choices', 'options', 'candidates', 'answers'];
export const ANSWER = [
  ...['answer', 'label', 'letter', 'gold', 'target', 'correct', 'correct_answer', 'answer_key', 'answerKey'],
  ...[
    'answer_idx',
    'answer_index',
    'cop',
    'key',
    'solution',
    'correct_option',
    'correct_choice',
    'correct_index',
  ],
  ...['correct_letter', 'correct_label', 'right_answer', 'answer_letter', 'answer_option'],
];
export const REFERENCE = [
  ...['reference', 'answer', 'target', 'output', 'completion', 'response', 'expected', 'ideal', 'summary'],
  ...['expected_output', 'expected_answer', 'ground_truth', 'gold_answer', 'reference_answer'],
  ...['translation', 'continuation', 'route'],
];

/** Of a text, a name or a number. */
export const LABEL = ['label_text', 'label', 'label_gold', 'gold_label', 'class', 'category', 'sentiment'];
/** What stands in the place of a right answer where it is kept back. */
const KEPT_BACK = ['', '-1', '-'];
export const isKeptBack = (value: unknown): boolean =>
  value === null || value === undefined || KEPT_BACK.includes(String(value).trim());
export const isLabel: Test = (value, row) => isAnswer(value, row) && !isKeptBack(value);

/**
 * Parts of a question, whatever shape has them: where one is left over beside what was found, more would be asked. Of names as a
 * regular expression has them.
 */
export const OF_A_QUESTION = [
  ...['premise', 'hypothesis', 'statement', 'sentence', 'sentence\\d', 'question\\d', 'text\\d'],
  ...PASSAGE,
  ...['contexts', 'retrieved_contexts', 'documents?', 'dialogue', 'body', 'table', 'images?', 'audio'],
];
/** What is said of a word or a thing in a text. */
export const OF_A_TEXT = ['aspect', 'target', 'entity', 'span\\d_text', 'word'];
/** What somebody thought of an answer. */
export const RATED = [
  ...['scores?', 'ratings?', 'grade', 'helpfulness', 'correctness', 'is_correct'],
  ...['quality', 'feedback', 'winner'],
];

/** A column that is called so, whatever its case. */
export const oneOf = (names: readonly string[]): RegExp => new RegExp(`^(?:${names.join('|')})$`, 'i');
/** A column that is called otherwise. */
export const noneOf = (names: readonly string[]): RegExp => new RegExp(`^(?!(?:${names.join('|')})$)`, 'i');

export const one = (names: readonly string[], holds: Test = isText) => ({ names, holds });
export const perhaps = (names: readonly string[]) => ({ names, holds: isMaybeText, optional: true as const });
