import type { Fields } from '../../../datasets/row.ts';
import {
  ANSWER,
  CHOICES,
  isAnswer,
  isIndex,
  isListOf,
  isMember,
  isSomeTexts,
  isText,
  isTexts,
  makesNoTask,
  OF_A_QUESTION,
  one,
  oneOf,
  PASSAGE,
  perhaps,
  QUESTION,
  type Shape,
  type Suggestion,
  type Test,
} from '../shape.ts';
import {
  byColumns,
  byText,
  handedOn,
  LETTERS,
  label,
  lettered,
  MULTIPLE_CHOICE,
  ofChoices,
  printed,
  question,
} from '../suggested-prompts.ts';

/** Columns of which each holds one choice: A to D, option_a, choice1, sol1, ans0. */
const CHOICE_COLUMNS = [
  /^([A-J])$/,
  /^op([a-j])$/,
  /^(?:option|choice|opt|answer|ans|sol|ending|alternative)[_ ]?([A-Ja-j0-9])$/i,
];
/** Of which each holds a wrong answer. */
const WRONG_COLUMNS = [/^(?:distractor|incorrect[_ ]answer|wrong[_ ]answer)[_ ]?([0-9])$/i];

const isTextAndLabel = isMember(['text', isText], ['label', isText]);

/** A gap to fill, and no second one. */
const isGapped: Test = (value) => typeof value === 'string' && value.split('_').length === 2;

const choice = (
  doc_to_text: string,
  doc_to_choice: unknown,
  doc_to_target: string,
  more: Readonly<Record<string, unknown>> = {},
): Suggestion => ({
  options: { ...MULTIPLE_CHOICE, doc_to_text, doc_to_choice, doc_to_target, ...more },
  metric: 'acc',
});

/** Choices as a list of text and label, in a template. */
const membersOf = (list: string, name: string) => `${list} | map(attribute='${name}') | list`;
const listed = (asked: string, list: string, answer: string): Suggestion =>
  choice(asked, `{{${membersOf(list, 'text')}}}`, `{{(${membersOf(list, 'label')}).index(${answer})}}`);

const YES_OR_NO = ['no', 'yes'];

/** One of some answers is right. */
export const CHOICE_SHAPES: readonly Shape[] = [
  {
    // Asked with both fillers in view; by likelihood of what follows each, as the harness has it, contexts differ.
    name: 'WinoGrande: a sentence with a gap, and two words for it',
    needs: {
      question: one(['sentence'], isGapped),
      first: one(['option1']),
      second: one(['option2']),
      answer: one(['answer'], isIndex(1, 2)),
    },
    task: ({ column: { question: sentence = '', first = '', second = '', answer = '' } }) =>
      choice(
        `Fill in the blank: ${printed(sentence)}\nA. ${printed(first)}\nB. ${printed(second)}\nAnswer:`,
        ['A', 'B'],
        handedOn(answer),
        { answer_format: 'index_from_1' },
      ),
  },
  {
    name: 'COPA: a premise, and two causes or effects of it',
    needs: {
      premise: one(['premise']),
      first: one(['choice1']),
      second: one(['choice2']),
      question: one(['question'], (value) => value === 'cause' || value === 'effect'),
      answer: one(['label'], isIndex(0, 1)),
    },
    task: ({ column: { premise = '', first = '', second = '', question = '', answer = '' } }) => {
      const goesOn = (name: string) => `{{${name}[0] | lower}}{{${name}[1:]}}`;
      return choice(
        `{{${premise}.rstrip().rstrip(".")}} {{"because" if ${question} == "cause" else "therefore"}}`,
        [goesOn(first), goesOn(second)],
        handedOn(answer),
        { answer_format: 'index' },
      );
    },
  },
  {
    name: 'SWAG: a beginning with columns of endings',
    needs: { question: one(['startphrase']), answer: one(['label'], isIndex(0, 1, 2, 3)) },
    families: [/^ending([0-9])$/],
    task: ({ column: { question = '', answer = '' }, choices, rows }) =>
      rows.every((row) => choices.every((name) => isText(row[name], row)))
        ? choice(printed(question), choices.map(printed), handedOn(answer), { answer_format: 'index' })
        : null,
  },
  {
    name: 'columns of choices',
    needs: { passage: perhaps(PASSAGE), question: one(QUESTION), answer: one(ANSWER, isAnswer) },
    families: CHOICE_COLUMNS,
    unless: oneOf(OF_A_QUESTION),
    // Null where a row lacks a choice: it would be asked with one fewer, or all would.
    task: (found) =>
      found.rows.every((row) => found.choices.every((name) => isAnswer(row[name], row)))
        ? byColumns(found)
        : null,
  },
  {
    name: 'a right answer beside wrong ones',
    needs: {
      passage: perhaps(PASSAGE),
      question: one(QUESTION),
      answer: one(['correct_answer', 'right_answer']),
    },
    families: WRONG_COLUMNS,
    task: (found) => {
      const all = [found.column.answer ?? '', ...found.choices];
      return found.rows.every((row) => all.every((name) => isText(row[name], row)))
        ? byText(found, all.map(handedOn), '0')
        : null;
    },
  },
  {
    name: 'ARC: choices with text and label',
    needs: {
      question: one(QUESTION),
      choices: one(['choices'], isMember(['text', isTexts], ['label', isTexts])),
      answer: one(['answerKey', 'answer'], isAnswer),
    },
    task: (found) => {
      const { choices = '', answer = '' } = found.column;
      return byText(found, `{{${choices}.text}}`, `{{${choices}.label.index(${answer})}}`);
    },
  },
  {
    name: 'ARC as published: a question with stem and choices',
    needs: {
      question: one(['question'], isMember(['stem', isText], ['choices', isListOf(isTextAndLabel)])),
      answer: one(['answerKey', 'answer'], isText),
    },
    task: ({ column: { question: name = '', answer = '' } }) =>
      listed(label(`{{${name}.stem}}`), `${name}.choices`, answer),
  },
  {
    name: 'ARC with a list of choices of text and label',
    needs: {
      question: one(QUESTION),
      choices: one(CHOICES, isListOf(isTextAndLabel)),
      answer: one(['answerKey', 'answer'], isText),
    },
    task: ({ column: { question: name = '', choices = '', answer = '' } }) =>
      listed(label(printed(name)), choices, answer),
  },
  {
    name: 'HellaSwag: a beginning with endings',
    needs: {
      question: one(['ctx', ...QUESTION]),
      choices: one(['endings'], isTexts),
      answer: one(['label', ...ANSWER], isAnswer),
    },
    task: ({ column: { question: name = '', choices = '', answer = '' } }) =>
      choice(handedOn(name), choices, handedOn(answer)),
  },
  {
    name: 'MMLU: a question with a list of choices',
    needs: {
      passage: perhaps(PASSAGE),
      question: one(QUESTION),
      choices: one(CHOICES, isTexts),
      answer: one(ANSWER, isAnswer),
    },
    unless: oneOf(OF_A_QUESTION),
    task: ofChoices,
  },
  {
    name: 'AGIEval: a question with choices, and a list of the one that is right',
    needs: {
      passage: perhaps(PASSAGE),
      question: one(QUESTION),
      choices: one(CHOICES, isTexts),
      answer: one(
        ANSWER,
        (value) => Array.isArray(value) && value.length === 1 && Number.isInteger(value[0]),
      ),
    },
    unless: oneOf(OF_A_QUESTION),
    task: (found) => {
      const { choices = '', answer = '' } = found.column;
      return choice(question(found), handedOn(choices), `{{${answer}[0]}}`, { answer_format: 'index' });
    },
  },
  {
    name: 'MedQA: a question with choices by their letters',
    needs: {
      question: one(QUESTION),
      choices: one(['options', 'choices'], isMember(['A', isAnswer], ['B', isAnswer])),
      answer: one(['answer_idx', ...ANSWER], (value) => LETTERS.includes(String(value))),
    },
    task: (found) => {
      const { choices = '', answer = '' } = found.column;
      const letters = LETTERS.filter((letter) =>
        found.rows.every((row) => Object.hasOwn(row[choices] as Fields, letter)),
      );
      return lettered(
        found,
        letters.map((letter) => `{{${choices}.${letter}}}`),
        answer,
      );
    },
  },
  {
    name: 'TruthfulQA: choices with a label each, 1 for the right one',
    needs: {
      question: one(QUESTION),
      choices: one(
        ['mc1_targets'],
        isMember(['choices', isTexts], ['labels', isListOf((value) => value === 0 || value === 1)]),
      ),
    },
    task: (found) => {
      const { choices = '' } = found.column;
      return byText(found, `{{${choices}.choices}}`, `{{${choices}.labels.index(1)}}`);
    },
  },
  {
    name: 'TruthfulQA: the best answer beside the best wrong one',
    needs: { question: one(QUESTION), right: one(['best_answer']), wrong: one(['best_incorrect_answer']) },
    task: (found) => byText(found, [found.column.right ?? '', found.column.wrong ?? ''].map(handedOn), '0'),
  },
  {
    name: 'TruthfulQA: the best answer beside a list of wrong ones',
    needs: {
      question: one(QUESTION),
      right: one(['best_answer']),
      wrong: one(['incorrect_answers'], isSomeTexts),
    },
    task: (found) => {
      const { right = '', wrong = '' } = found.column;
      return byText(found, `{{[${right}] + ${wrong}}}`, '0');
    },
  },
  {
    name: 'TruthfulQA: answers behind semicolons',
    needs: { question: one(QUESTION), right: one(['best_answer']), wrong: one(['incorrect_answers']) },
    task: (found) =>
      makesNoTask(
        found,
        'a semicolon between answers may as well stand in one of them',
        'take the table that has a column Best Incorrect Answer, of January 2025, or the configuration multiple_choice of truthfulqa/truthful_qa on the Hugging Face hub',
      ),
  },
  {
    name: 'BoolQ: a question to answer with yes or no',
    needs: {
      passage: perhaps(PASSAGE),
      question: one(QUESTION),
      answer: one(ANSWER, (value) => typeof value === 'boolean'),
    },
    unless: oneOf([...OF_A_QUESTION, 'labels?', 'completion', 'response', 'answer', 'output']),
    task: (found) => byText(found, YES_OR_NO, `{{${found.column.answer} | int}}`),
  },
  {
    // Without the mark of SuperGLUE a 1 may as well say that the passage is about the question.
    name: 'BoolQ of SuperGLUE: a question whose label is 1 for yes',
    needs: {
      passage: one(['passage']),
      question: one(['question']),
      mark: one(['idx'], Number.isInteger),
      answer: one(['label'], isIndex(0, 1)),
    },
    unless: oneOf(['answer', 'sentence']),
    task: (found) => {
      const { options, metric } = byText(found, YES_OR_NO, handedOn(found.column.answer ?? ''));
      return { options: { ...options, answer_format: 'index' }, metric };
    },
  },
  {
    name: 'MultiRC: an answer to a question on a paragraph, and whether it is right',
    needs: {
      paragraph: one(['paragraph']),
      question: one(['question']),
      answer: one(['answer']),
      label: one(['label'], isIndex(0, 1)),
    },
    task: ({ column: { paragraph = '', question = '', answer = '', label: right = '' } }) =>
      choice(
        `${printed(paragraph)}\n\n${label(printed(question))} ${printed(answer)}\nIs the answer correct?`,
        YES_OR_NO,
        handedOn(right),
        { answer_format: 'index' },
      ),
  },
  {
    name: 'PubMedQA: abstracts, a question and a decision',
    needs: {
      question: one(['question']),
      context: one(['context'], isMember(['contexts', isSomeTexts])),
      answer: one(['final_decision'], (value) => ['yes', 'no', 'maybe'].includes(String(value))),
    },
    task: ({ column: { question = '', context = '', answer = '' } }) =>
      choice(
        `Abstract: {{${context}.contexts | join("\\n")}}\n${label(printed(question))}`,
        ['yes', 'no', 'maybe'],
        handedOn(answer),
        { answer_format: 'text' },
      ),
  },
];
