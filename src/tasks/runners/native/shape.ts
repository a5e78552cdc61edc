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
  readonly rows: readonly Fields[];
}

export interface Shape {
  readonly name: string;
  readonly needs: Needs;
  /** A column by which a row is something else, that is not whole. */
  readonly unless?: RegExp;
  readonly task: (found: FoundColumns) => Omit<SuggestedTask, 'shape'>;
}

export const isText: Test = (value) => typeof value === 'string' && value.trim() !== '';
const isMaybeText: Test = (value) => value === null || typeof value === 'string';
export const isAnswer: Test = (value) => isText(value, {}) || Number.isInteger(value);
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
export const PASSAGE = ['passage', 'context', 'article', 'story', 'paragraph'];
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
export const LABEL = ['label', 'label_gold', 'class', 'category', 'sentiment'];

/** A column that is called so. */
export const oneOf = (names: readonly string[]): RegExp => new RegExp(`^(?:${names.join('|')})$`);

export const one = (names: readonly string[], holds: Test = isText) => ({ names, holds });
export const perhaps = (names: readonly string[]) => ({ names, holds: isMaybeText, optional: true as const });
