import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { TemplateInput } from './template.ts';

/** A right answer as the dataset has it. */
export interface StatedAnswer {
  readonly target: unknown;
  readonly choices: readonly string[];
  readonly row: TemplateInput;
}

const wholeNumber = (target: unknown): number => {
  const number = typeof target === 'string' && /^\d{1,9}$/.test(target) ? Number(target) : target;
  return typeof number === 'number' && Number.isInteger(number) ? number : -1;
};

const within = (index: number, { choices }: StatedAnswer): number => (index < choices.length ? index : -1);

/** `B`, as lists write it too: `(B)`, `B)`, `B.`. */
const LETTER = /^(?:\((?=.\)))?([A-Z])[.)]?$/i;

/** What an answer may be: each gives the index of the right choice, or a negative number for what is no such answer. */
const READINGS = {
  index: (answer: StatedAnswer) => within(wholeNumber(answer.target), answer),
  index_from_1: (answer: StatedAnswer) => within(wholeNumber(answer.target) - 1, answer),
  letter: (answer: StatedAnswer) => {
    const [, letter] = (typeof answer.target === 'string' && LETTER.exec(answer.target)) || [];
    return letter === undefined ? -1 : within(letter.toUpperCase().charCodeAt(0) - 65, answer);
  },
  text: ({ target, choices }: StatedAnswer) => (typeof target === 'string' ? choices.indexOf(target) : -1),
} as const;

export type AnswerFormat = keyof typeof READINGS;
export const ANSWER_FORMATS = Object.keys(READINGS) as [AnswerFormat, ...AnswerFormat[]];

/** Told apart by what a file holds; an index from 1 looks like one from 0 until the last choice is right, so it has to be declared. */
const TOLD_APART = ['index', 'letter', 'text'] as const satisfies readonly AnswerFormat[];

/**
 * Which choice is right in each row. Without a declaration the rows have to agree on one meaning: where a file can be read in two
 * ways that differ, or as counting from 1, it is refused.
 * @param field that holds the answers; null where an expression made them, which then is what says how they are meant
 * @throws WeighbridgeError `data` naming the row
 */
export function goldIndexes(
  stated: readonly StatedAnswer[],
  declared: AnswerFormat | undefined,
  field: string | null,
): readonly number[] {
  const isComputed = field === null;
  const answers = stated.map((answer) => ({
    ...answer,
    row: { ...answer.row, at: isComputed ? answer.row.at : { ...answer.row.at, key: field } },
  }));
  if (declared !== undefined) return answers.map((answer) => readAs(declared, answer));
  const formats = new Map<string, AnswerFormat>();
  for (const type of new Set(answers.map(({ target }) => typeof target))) {
    const same = answers.filter(({ target }) => typeof target === type);
    formats.set(type, formatOf(same, isComputed));
  }
  return answers.map((answer) => readAs(formats.get(typeof answer.target) ?? 'text', answer));
}

function formatOf(answers: readonly StatedAnswer[], isComputed: boolean): AnswerFormat {
  const explains = (format: AnswerFormat) => answers.filter((answer) => READINGS[format](answer) >= 0).length;
  const whole = TOLD_APART.filter((format) => explains(format) === answers.length);
  const [format, ...others] = whole;
  if (format === undefined) {
    if (explains('index_from_1') === answers.length) {
      const beyond = answers.find((answer) => READINGS.index(answer) < 0);
      throw new CountedFromOne(beyond ?? answers[0], 'so they count from 1', true);
    }
    // The row that is wrong is one that most others are not like.
    const likeliest = TOLD_APART.toSorted((a, b) => explains(b) - explains(a))[0] ?? 'text';
    throw noAnswer(answers.find((answer) => READINGS[likeliest](answer) < 0));
  }
  for (const answer of answers) {
    const other = others.find((each) => READINGS[each](answer) !== READINGS[format](answer));
    if (other !== undefined) throw twoMeanings(answer, format, other);
  }
  if (format === 'index' && others.length === 0 && !isComputed) refuseHiddenBase(answers);
  return format;
}

/** Answers 1 to 3 of four choices, and never a 0: a file that is read one off scores another choice in every row. */
function refuseHiddenBase(answers: readonly StatedAnswer[]): void {
  // One row alone judges nothing, and says as little.
  if (answers.length < 2 || answers.some((answer) => READINGS.index(answer) === 0)) return;
  throw new CountedFromOne(answers[0], `none of ${answers.length} is 0, so they seem to count from 1`, false);
}

function readAs(format: AnswerFormat, answer: StatedAnswer): number {
  const index = READINGS[format](answer);
  if (index >= 0) return index;
  throw new WeighbridgeError(
    'data',
    `the answer ${shown(answer.target)} is no ${NAMES[format]} of one of ${answer.choices.length} choices`,
    { at: answer.row.at, fix: 'correct the row, or say what answers are with answer_format' },
  );
}

const NAMES: Readonly<Record<AnswerFormat, string>> = {
  index: 'index',
  index_from_1: 'index from 1',
  letter: 'letter',
  text: 'text',
};

const shown = (target: unknown): string => JSON.stringify(target) ?? 'missing';

function noAnswer(answer: StatedAnswer | undefined): WeighbridgeError {
  const { target, choices = [] } = answer ?? {};
  return new WeighbridgeError(
    'data',
    `the answer ${shown(target)} is neither the text nor the letter nor the index of one of ${choices.length} choices`,
    {
      ...(answer === undefined ? {} : { at: answer.row.at }),
      fix: `give the index of the right choice, from 0 to ${choices.length - 1}, its letter or its text`,
    },
  );
}

/** Whole numbers that count from 1, for certain or as it seems, without a declaration. */
export class CountedFromOne extends WeighbridgeError {
  readonly isCertain: boolean;

  constructor(answer: StatedAnswer | undefined, why: string, isCertain: boolean) {
    super(
      'data',
      `the answers are whole numbers, ${why}: ${shown(answer?.target)} of ${answer?.choices.length} choices`,
      {
        ...(answer === undefined ? {} : { at: answer.row.at }),
        fix: 'say which it is: `answer_format: index_from_1`, or `answer_format: index` where the first choice is 0',
      },
    );
    this.isCertain = isCertain;
  }
}

function twoMeanings(answer: StatedAnswer, one: AnswerFormat, other: AnswerFormat): WeighbridgeError {
  const says = (format: AnswerFormat) => `choice ${READINGS[format](answer)} by its ${NAMES[format]}`;
  return new WeighbridgeError(
    'data',
    `the answer ${shown(answer.target)} is ${says(other)} and ${says(one)}`,
    {
      at: answer.row.at,
      fix: `say which is meant: \`answer_format: ${one}\` or \`answer_format: ${other}\``,
    },
  );
}
