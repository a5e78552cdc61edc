import type { Fields } from '../../datasets/row.ts';
import {
  ANSWER,
  CHOICES,
  isAnswer,
  isListOf,
  isMember,
  isText,
  isTexts,
  isTurns,
  LABEL,
  one,
  oneOf,
  PASSAGE,
  perhaps,
  QUESTION,
  REFERENCE,
  type Shape,
  type Test,
} from './shape.ts';
import {
  byLabel,
  byText,
  conversation,
  endsWithUser,
  handedOn,
  isName,
  LETTERS,
  label,
  lettered,
  MULTIPLE_CHOICE,
  ofChoices,
  openConversation,
  openEnded,
  preferred,
  printed,
  question,
  sayer,
  textsOf,
  transcript,
  written,
} from './suggested-prompts.ts';

/** Before each answer of a transcript. */
const ASSISTANT = '\n\nAssistant:';
const askedIn = (transcript: unknown): string =>
  typeof transcript === 'string' ? transcript.slice(0, Math.max(0, transcript.lastIndexOf(ASSISTANT))) : '';
/** Of a pair both answer the same. */
const isTranscript: Test = (value, row) => askedIn(value) !== '' && askedIn(value) === askedIn(row.chosen);

const isEveryText: Test = (value, row) => Array.isArray(value) && value.every((each) => isText(each, row));

/**
 * Shapes in which evaluation sets come, the first that fits is taken: one row adds a shape. Prompts are those of
 * lm-evaluation-harness where it has the task.
 */
export const SHAPES: readonly Shape[] = [
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
      question: one(
        ['question'],
        isMember(['stem', isText], ['choices', isListOf(isMember(['text', isText], ['label', isText]))]),
      ),
      answer: one(['answerKey', 'answer'], isText),
    },
    task: ({ column: { question: name = '', answer = '' } }) => ({
      options: {
        ...MULTIPLE_CHOICE,
        doc_to_text: label(`{{${name}.stem}}`),
        doc_to_choice: `{{${name}.choices | map(attribute='text') | list}}`,
        doc_to_target: `{{(${name}.choices | map(attribute='label') | list).index(${answer})}}`,
      },
      metric: 'acc',
    }),
  },
  {
    name: 'HellaSwag: a beginning with endings',
    needs: {
      question: one(['ctx', ...QUESTION]),
      choices: one(['endings'], isTexts),
      answer: one(['label', ...ANSWER], isAnswer),
    },
    task: ({ column: { question: name = '', choices = '', answer = '' } }) => ({
      options: {
        ...MULTIPLE_CHOICE,
        doc_to_text: handedOn(name),
        doc_to_choice: choices,
        doc_to_target: handedOn(answer),
      },
      metric: 'acc',
    }),
  },
  {
    name: 'MMLU: a question with a list of choices',
    needs: {
      passage: perhaps(PASSAGE),
      question: one(QUESTION),
      choices: one(CHOICES, isTexts),
      answer: one(ANSWER, isAnswer),
    },
    task: ofChoices,
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
    name: 'BoolQ: a question to answer with yes or no',
    needs: {
      passage: perhaps(PASSAGE),
      question: one(QUESTION),
      answer: one(ANSWER, (value) => typeof value === 'boolean'),
    },
    task: (found) => byText(found, ['no', 'yes'], `{{${found.column.answer} | int}}`),
  },
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
      return written(
        `${printed(passage)}\n\n${label(printed(name))}`,
        `{{${answer}.text${target}}}`,
        texts.flat(),
      );
    },
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
    name: 'IFEval: a prompt with instructions that a program can check',
    needs: {
      question: one(['prompt']),
      instructions: one(['instruction_id_list'], isListOf(isText)),
      kwargs: one(['kwargs'], Array.isArray),
    },
    task: () => ({
      options: {
        type: 'generate',
        doc_to_text: 'prompt',
        doc_to_target:
          "{{ {'prompt': prompt, 'instruction_id_list': instruction_id_list, 'kwargs': kwargs} }}",
        generation_kwargs: { max_gen_toks: 1280, until: [] },
        scorers: [
          'prompt_level_strict_acc',
          'inst_level_strict_acc',
          'prompt_level_loose_acc',
          'inst_level_loose_acc',
        ],
      },
      metric: 'prompt_level_strict_acc',
    }),
  },
  {
    name: 'messages without an answer: a conversation whose last word is the user’s',
    unless: oneOf([...REFERENCE, 'chosen', 'rejected']),
    needs: { turns: one(['messages', 'conversation', 'conversations', 'prompt'], endsWithUser) },
    task: openConversation,
  },
  {
    name: 'messages: a conversation with role and content',
    needs: {
      turns: one(['messages', 'conversation', 'conversations'], isTurns),
    },
    task: (found) => conversation(found),
  },
  {
    name: 'OpenAI evals: messages and what the answer should be',
    needs: {
      turns: one(['input', 'prompt', 'messages'], isTurns),
      reference: one(REFERENCE, (value, row) => isAnswer(value, row) || isTexts(value, row)),
    },
    task: (found) => {
      const { turns = '', reference = '' } = found.column;
      const doc_to_text = transcript(turns, sayer(found.rows, [turns]));
      return written(doc_to_text, handedOn(reference), textsOf(found, 'reference'));
    },
  },
  {
    name: 'ShareGPT: a conversation with from and value',
    needs: {
      turns: one(
        ['conversations', 'conversation', 'messages'],
        isListOf(isMember(['from', isText], ['value', isText])),
      ),
    },
    task: (found) => conversation(found, { role: 'from', text: 'value' }),
  },
  {
    name: 'preference pairs: a prompt, the chosen answer and the rejected one',
    needs: { question: one(QUESTION), chosen: one(['chosen']), rejected: one(['rejected']) },
    task: ({ column: { question: name = '', chosen = '', rejected = '' } }) =>
      preferred(handedOn(name), handedOn(chosen), handedOn(rejected)),
  },
  {
    name: 'preference pairs of conversations',
    needs: {
      prompt: { ...one(['prompt'], isTurns), optional: true },
      chosen: one(['chosen'], isTurns),
      rejected: one(['rejected'], isTurns),
    },
    task: ({ column: { prompt, chosen = '', rejected = '' }, rows }) => {
      const asked = prompt === undefined ? `${chosen}[:-1]` : `(${prompt} + ${chosen}[:-1])`;
      const says = sayer(rows, [chosen, rejected, ...(prompt === undefined ? [] : [prompt])]);
      return preferred(
        transcript(asked, says, printed(`${chosen}[-1].role`)),
        says(`${chosen}[-1]`),
        says(`${rejected}[-1]`),
      );
    },
  },
  {
    name: 'preference pairs of transcripts, as hh-rlhf has them',
    needs: { chosen: one(['chosen'], isTranscript), rejected: one(['rejected'], isTranscript) },
    task: ({ column: { chosen = '', rejected = '' } }) => {
      const mark = JSON.stringify(ASSISTANT);
      const last = (name: string) => `{{${name}.split(${mark})[-1].strip()}}`;
      const asked = `{{${chosen}.split(${mark})[:-1] | join(${mark})}}${ASSISTANT}`;
      return preferred(asked, last(chosen), last(rejected));
    },
  },
  {
    name: 'Alpaca: an instruction, an input and an output',
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
    unless: /correct|right|label|gold|key$|idx|index|letter|solution|choice|option|ending|chosen|rejected/i,
    needs: {
      question: one(QUESTION),
      passage: perhaps(PASSAGE),
      reference: one(
        ['answers', ...REFERENCE],
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
    unless: oneOf([...CHOICES, 'endings', 'chosen', 'rejected', 'answerKey', 'context_options']),
    needs: {
      question: one([...QUESTION, 'instruction', 'ticket', 'context']),
      passage: perhaps(PASSAGE),
      reference: one(REFERENCE, isAnswer),
    },
    task: (found) =>
      written(question(found), handedOn(found.column.reference ?? ''), textsOf(found, 'reference')),
  },
  {
    name: 'a text with one of a few labels',
    needs: {
      question: one(['text', 'sentence', 'input', 'test_case', 'tweet', 'review']),
      label: one(LABEL, isAnswer),
    },
    task: (found) => {
      const labels = [...new Set(textsOf(found, 'label'))].sort();
      const { label: name = '' } = found.column;
      const isNumber = found.rows.some((row) => typeof row[name] === 'number') && isName(name);
      return labels.length > 1 && labels.length <= 20
        ? byLabel(question(found), labels, isNumber ? `{{${name} | string}}` : handedOn(name))
        : written(question(found), handedOn(name), labels);
    },
  },
  {
    name: 'prompts without answers',
    // Whatever sounds as if it said what is right.
    unless:
      /answer|label|target|expected|gold|correct|solution|response|completion|reference|output|choice|option|ending|chosen|rejected|instruction_id|kwargs|ideal|truth|summary|translation|continuation|letter|\b(?:tests?|cop|key|route)\b|test_list|entry_point/i,
    needs: { question: one(['prompt', 'question', 'query', 'instruction', 'input', 'user_input']) },
    task: (found) => openEnded(handedOn(found.column.question ?? '')),
  },
  {
    name: 'text alone',
    unless: oneOf(['label', 'labels', 'sentiment']),
    needs: { text: one(['text', 'content', 'document']) },
    task: ({ column: { text = '' } }) => ({
      options: { type: 'perplexity', doc_to_text: handedOn(text) },
      metric: 'bits_per_byte',
    }),
  },
];
