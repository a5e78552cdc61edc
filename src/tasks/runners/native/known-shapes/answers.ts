import type { Fields } from '../../../datasets/row.ts';
import {
  isAnswer,
  isListOf,
  isMember,
  isSomeTexts,
  isText,
  makesNoTask,
  one,
  oneOf,
  PASSAGE,
  QUESTION,
  RATED,
  type Shape,
  type Test,
} from '../shape.ts';
import {
  fewWords,
  handedOn,
  label,
  printed,
  reckoned,
  summary,
  textsOf,
  written,
} from '../suggested-prompts.ts';

const isEveryText: Test = (value, row) => Array.isArray(value) && value.every((each) => isText(each, row));
const isNumber: Test = (value) =>
  typeof value === 'number' || (typeof value === 'string' && /^\s*-?\$?\d[\d,]*(?:\.\d+)?\s*$/.test(value));
/** Or two, where the first is cut off by a dash. */
const isWord: Test = (value, row) =>
  isText(value, row) && String(value).length <= 40 && String(value).trim().split(/\s+/).length <= 2;
const isWords: Test = (value, row) => isText(value, row) && !isNumber(value, row);

const asNumber = (name: string) => `{{${name} | string}}`;

/** TriviaQA in small letters, as on the hub, and in great ones, as published. */
const triviaQa = (value: string, aliases: string): Shape => ({
  name: `TriviaQA: a question, its answer and other words for it, in ${value}`,
  needs: {
    question: one(['question']),
    answer: one(['answer'], isMember([value, isAnswer], [aliases, isEveryText])),
  },
  task: ({ column: { question = '', answer = '' }, rows }) =>
    fewWords(
      label(printed(question)),
      `{{[${answer}.${value}] + ${answer}.${aliases}}}`,
      rows.map((row) => {
        const { [value]: right, [aliases]: others } = row[answer] as Fields;
        return [String(right), ...(others as readonly string[])];
      }),
    ),
});

/** Answers that are written, in the shapes of well-known sets. */
export const ANSWERS: readonly Shape[] = [
  {
    name: 'SQuAD: a passage, a question and its answers',
    needs: {
      passage: one(PASSAGE),
      question: one(QUESTION),
      answer: one(['answers'], isMember(['text', isEveryText])),
    },
    task: ({ column: { passage = '', question: name = '', answer = '' }, rows }) => {
      const texts = rows.map((row) => (row[answer] as { readonly text: readonly string[] }).text);
      // Version 2 asks what the passage does not say: then nothing is right.
      const target = texts.every(({ length }) => length > 0) ? '' : " or ['']";
      return fewWords(`${printed(passage)}\n\n${label(printed(name))}`, `{{${answer}.text${target}}}`, texts);
    },
  },
  {
    name: 'DROP: a passage, a question and the spans of its answer',
    needs: {
      passage: one(PASSAGE),
      question: one(QUESTION),
      answer: one(['answers_spans'], isMember(['spans', isSomeTexts])),
    },
    task: (found) => {
      const { passage = '', question = '', answer = '' } = found.column;
      const spans = found.rows.map((row) => (row[answer] as { readonly spans: readonly string[] }).spans);
      if (spans.some(({ length }) => length > 1)) {
        makesNoTask(
          found,
          'an answer of DROP may be several spans, which are right only together',
          'run the task of lm_eval, `{ runner: lm-eval, task: drop }` (docs/how-to/lm-eval-tasks.md), or leave out the rows with several spans',
        );
      }
      return fewWords(`${printed(passage)}\n\n${label(printed(question))}`, `{{${answer}.spans}}`, spans);
    },
  },
  triviaQa('value', 'aliases'),
  triviaQa('Value', 'Aliases'),
  {
    name: 'a question, its answer and other words for it',
    needs: {
      question: one([...QUESTION, 'context']),
      answer: one(['answer', 'reference'], isText),
      aliases: one(['aliases', 'answer_aliases'], isEveryText),
    },
    task: ({ column: { question: name = '', answer = '', aliases = '' }, rows }) => {
      const texts = rows.map((row) => String(row[name]));
      // Who wrote `Answer:` behind each question has asked already.
      const isAsked = texts.every((text) => /:\s*$/.test(text));
      return fewWords(
        isAsked ? printed(name) : label(printed(name)),
        `{{[${answer}] + ${aliases}}}`,
        rows.map((row) => [String(row[answer]), ...(row[aliases] as readonly string[])]),
      );
    },
  },
  {
    name: 'HotpotQA: paragraphs, a question and its answer',
    needs: {
      question: one(['question']),
      context: one(['context'], isMember(['title', isSomeTexts], ['sentences', isListOf(isListOf(isText))])),
      answer: one(['answer']),
    },
    task: ({ column: { question = '', context = '', answer = '' }, rows }) => {
      const paragraph = `{{${context}.title[loop.index0]}}: {{sentences | join("")}}`;
      return fewWords(
        `{% for sentences in ${context}.sentences %}${paragraph}\n{% endfor %}\n${label(printed(question))}`,
        handedOn(answer),
        rows.map((row) => [String(row[answer])]),
      );
    },
  },
  {
    name: 'RAGAS: contexts, a question and what is true',
    needs: {
      question: one(['question', 'user_input', 'query']),
      contexts: one(['contexts', 'retrieved_contexts', 'reference_contexts'], isSomeTexts),
      reference: one(['ground_truth', 'reference', 'expected_output']),
    },
    task: (found) => {
      const { question = '', contexts = '', reference = '' } = found.column;
      return written(
        `{{${contexts} | join("\\n\\n")}}\n\n${label(printed(question))}`,
        handedOn(reference),
        textsOf(found, 'reference'),
      );
    },
  },
  {
    name: 'LAMBADA: a context and the word that goes on',
    needs: { context: one(['context']), word: one(['continuation'], isWord) },
    task: ({ column: { context = '', word = '' } }) => ({
      options: {
        type: 'generate',
        doc_to_text: printed(context),
        doc_to_target: printed(word),
        // The answer goes on behind the word that is asked for.
        generation_kwargs: { max_gen_toks: 16, until: [] },
        scorers: ['starts_with'],
      },
      metric: 'starts_with',
    }),
  },
  {
    name: 'GSM8K: a worked answer that ends in #### and a number',
    needs: {
      question: one(QUESTION),
      answer: one(['answer'], (value) => typeof value === 'string' && /####\s*-?[\d.,]+\s*$/.test(value)),
    },
    task: ({ column: { question: name = '', answer = '' } }) => ({
      options: {
        type: 'generate',
        doc_to_text: label(printed(name)),
        doc_to_target: `{{${answer}.split("####")[-1].strip() | replace(",", "")}}`,
        generation_kwargs: { max_gen_toks: 320, until: ['Question:'] },
        scorers: [{ name: 'exact_match', regexes_to_ignore: [',', '\\$', '(?s).*#### ', '\\.$'] }],
      },
      metric: 'exact_match',
    }),
  },
  {
    name: 'MGSM: a question and the number that answers it',
    needs: { question: one(['question']), answer: one(['answer_number'], isNumber) },
    task: ({ column: { question = '', answer = '' } }) =>
      reckoned(label(printed(question)), asNumber(answer), 320),
  },
  {
    name: 'SVAMP: a story, a question and a number',
    needs: { body: one(['body']), question: one(['question']), answer: one(['answer'], isNumber) },
    task: ({ column: { body = '', question = '', answer = '' } }) =>
      reckoned(label(`${printed(body)} ${printed(question)}`), asNumber(answer), 320),
  },
  {
    name: 'a problem, its worked solution and a number',
    needs: { question: one(['problem']), solution: one(['solution']), answer: one(['answer'], isNumber) },
    task: ({ column: { question = '', answer = '' } }) =>
      reckoned(`Problem: ${printed(question)}\nSolution:`, asNumber(answer), 1024),
  },
  {
    name: 'MATH: a problem and its worked solution',
    needs: { question: one(['problem']), solution: one(['solution']) },
    task: (found) =>
      makesNoTask(
        found,
        'a formula at the end of a worked solution can be written in many ways, which only a program for formulas can compare',
        'run a task of lm_eval, such as `{ runner: lm-eval, task: minerva_math }` (docs/how-to/lm-eval-tasks.md), or write a column answer with numbers alone',
      ),
  },
  {
    name: 'a document with its summary',
    unless: oneOf(['question', 'query', 'instruction', 'prompt', 'labels?', ...RATED]),
    needs: {
      document: one(['document', 'article', 'dialogue', 'documents', 'text', 'source']),
      summary: one(['summary', 'highlights', 'abstract', 'tldr'], isWords),
    },
    task: (found) =>
      summary(
        `Summarize the text below.\n\n${printed(found.column.document ?? '')}\n\nSummary:`,
        handedOn(found.column.summary ?? ''),
        textsOf(found, 'summary'),
      ),
  },
  {
    name: 'translations by language',
    needs: { translation: one(['translation'], (value) => typeof value === 'object' && value !== null) },
    task: (found) => {
      const { translation = '' } = found.column;
      const [from = 'de', to = 'en'] = Object.keys((found.rows[0]?.[translation] ?? {}) as Fields);
      return makesNoTask(
        found,
        `nothing says into which of its languages to translate: ${[from, to].join(' or ')}`,
        `write the task yourself (docs/reference/datasets.md): type generate, \`doc_to_text: "${from}: {{${translation}.${from}}} ${to}:"\`, \`doc_to_target: "{{${translation}.${to}}}"\`, \`scorers: [chrf]\``,
      );
    },
  },
];
