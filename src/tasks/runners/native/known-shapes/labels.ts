import {
  isLabel,
  isText,
  LABEL,
  makesNoTask,
  OF_A_QUESTION,
  OF_A_TEXT,
  one,
  oneOf,
  type Shape,
} from '../shape.ts';
import { byLabel, handedOn, isName, question, textsOf, written } from '../suggested-prompts.ts';

const FIRST = ['premise', 'sentence1', 'question1', 'text1', 'question'];
const SECOND = ['hypothesis', 'sentence2', 'question2', 'text2', 'sentence'];

/** `Sentence 1: {{sentence1}}` */
const titled = (name: string) =>
  `${name.charAt(0).toUpperCase()}${name.slice(1).replace(/(\d)$/, ' $1')}: {{${name}}}`;

/** With more no label can be listed for each row. */
const MOST_LABELS = 20;

/** Texts to be told apart. */
export const LABELS: readonly Shape[] = [
  {
    name: 'a pair of texts with one of a few labels',
    needs: { first: one(FIRST), second: one(SECOND), label: one(LABEL, isLabel) },
    unless: oneOf([...OF_A_TEXT, 'answer', 'passage', 'context', 'choices', 'options']),
    task: (found) => {
      const { first = '', second = '', label = '' } = found.column;
      const labels = [...new Set(textsOf(found, 'label'))].sort();
      if (labels.every((each) => /^-?\d+$/.test(each))) {
        makesNoTask(
          found,
          `the labels of these pairs are numbers, and nothing says what ${labels.slice(0, 3).join(', ')} mean`,
          `write names in their place, such as entailment, or the task yourself (docs/reference/datasets.md), with \`doc_to_choice: [entailment, neutral]\` in the order of the numbers and \`answer_format: index\``,
        );
      }
      return labels.length > 1 && labels.length <= MOST_LABELS
        ? byLabel(`${titled(first)}\n${titled(second)}`, labels, handedOn(label))
        : null;
    },
  },
  {
    name: 'a text with one of a few labels',
    unless: oneOf([...OF_A_QUESTION, ...OF_A_TEXT, 'question', 'answer']),
    needs: {
      question: one(['text', 'sentence', 'input', 'test_case', 'tweet', 'review'], isText),
      label: one(LABEL, isLabel),
    },
    task: (found) => {
      const labels = [...new Set(textsOf(found, 'label'))].sort();
      const { label: name = '' } = found.column;
      const isNumber = found.rows.some((row) => typeof row[name] === 'number') && isName(name);
      return labels.length > 1 && labels.length <= MOST_LABELS
        ? byLabel(question(found), labels, isNumber ? `{{${name} | string}}` : handedOn(name))
        : written(question(found), handedOn(name), labels);
    },
  },
];
