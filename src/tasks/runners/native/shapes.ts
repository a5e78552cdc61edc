import type { Fields } from '../../datasets/row.ts';

/** What `init` writes of a task: its options without the dataset, and the metric that its gate is on. */
export interface SuggestedTask {
  /** The shape in which the rows were found, for people. */
  readonly shape: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly metric: string;
}

type Test = (value: unknown, row: Fields) => boolean;

/** Columns of a shape by the part that they have in it: names that they go by, the first that fits, and what they hold. */
type Needs = Readonly<
  Record<string, { readonly names: readonly string[]; readonly holds: Test; readonly optional?: true }>
>;

/** The columns that were found, by part, and the rows. */
interface Found {
  readonly column: Readonly<Record<string, string>>;
  readonly rows: readonly Fields[];
}

interface Shape {
  readonly name: string;
  readonly needs: Needs;
  /** With one of these columns a row is something else, that is not whole. */
  readonly unless?: readonly string[];
  readonly task: (found: Found) => Omit<SuggestedTask, 'shape'>;
}

const isText: Test = (value) => typeof value === 'string' && value.trim() !== '';
const isMaybeText: Test = (value) => value === null || typeof value === 'string';
const isAnswer: Test = (value) => isText(value, {}) || Number.isInteger(value);
const isTexts: Test = (value) =>
  Array.isArray(value) && value.length > 1 && value.every((each) => isAnswer(each, {}));
const isMember =
  (...members: readonly [name: string, holds: Test][]): Test =>
  (value, row) =>
    typeof value === 'object' &&
    value !== null &&
    members.every(([name, holds]) => holds((value as Fields)[name], row));
const isListOf =
  (holds: Test): Test =>
  (value, row) =>
    Array.isArray(value) && value.length > 0 && value.every((each) => holds(each, row));

const QUESTION = [
  'question',
  'query',
  'prompt',
  'problem',
  'goal',
  'stem',
  'sentence',
  'premise',
  'input',
  'ctx',
  'text',
];
const PASSAGE = ['passage', 'context', 'article', 'story', 'paragraph'];
const CHOICES = ['choices', 'options', 'candidates', 'answers'];
const ANSWER = [
  ...['answer', 'label', 'letter', 'gold', 'target', 'correct', 'correct_answer', 'answer_key', 'answerKey'],
  ...['answer_idx', 'answer_index', 'cop', 'key', 'solution'],
];
const REFERENCE = [
  ...['reference', 'answer', 'target', 'output', 'completion', 'response', 'expected', 'ideal', 'summary'],
  ...['translation', 'continuation', 'route'],
];

const one = (names: readonly string[], holds: Test = isText) => ({ names, holds });
const perhaps = (names: readonly string[]) => ({ names, holds: isMaybeText, optional: true as const });

const LETTERS = [...'ABCDEFGHIJ'];
const MULTIPLE_CHOICE = { type: 'multiple_choice' } as const;
const label = (text: string): string => `Question: ${text}\nAnswer:`;

/** As in a template: a name with blanks can only stand alone, as lm-evaluation-harness reads a bare field name. */
const isName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name);
const printed = (name: string): string => `{{${name}}}`;
const handedOn = (name: string): string => (isName(name) ? printed(name) : name);

function question({ column: { passage, question: name = '' } }: Found): string {
  if (!isName(name)) return name;
  return passage === undefined || !isName(passage)
    ? printed(name)
    : `${printed(passage)}\n\n${printed(name)}`;
}

/** A question with its choices as MMLU has it: listed under letters, and a letter is the answer. */
function lettered(found: Found, choices: readonly string[], target: string): Omit<SuggestedTask, 'shape'> {
  const letters = LETTERS.slice(0, choices.length);
  const list = letters.map((letter, index) => `${letter}. ${choices[index]}`).join('\n');
  return {
    options: {
      ...MULTIPLE_CHOICE,
      doc_to_text: `${question(found)}\n${list}\nAnswer:`,
      // A text that is the name of a column would mean what the column holds.
      doc_to_choice: letters.map((letter) =>
        found.rows.some((row) => Object.hasOwn(row, letter)) ? `{{"${letter}"}}` : letter,
      ),
      doc_to_target: handedOn(target),
    },
    metric: 'acc',
  };
}

function ofChoices(found: Found): Omit<SuggestedTask, 'shape'> {
  const { column, rows } = found;
  const { choices = '', answer = '' } = column;
  const counts = new Set(rows.map((row) => (row[choices] as readonly unknown[]).length));
  const [count = 0] = counts;
  const isByText = rows.every((row) => (row[choices] as readonly unknown[]).includes(row[answer]));
  if (
    counts.size === 1 &&
    count <= LETTERS.length &&
    !isByText &&
    [choices, column.question ?? ''].every(isName)
  ) {
    return lettered(
      found,
      LETTERS.slice(0, count).map((_, index) => `{{${choices}[${index}]}}`),
      answer,
    );
  }
  return byText(found, handedOn(choices), handedOn(answer));
}

/** Each choice is scored as it follows the question. */
const byText = (found: Found, choices: unknown, target: string): Omit<SuggestedTask, 'shape'> => ({
  options: {
    ...MULTIPLE_CHOICE,
    doc_to_text: isName(found.column.question ?? '') ? label(question(found)) : question(found),
    doc_to_choice: choices,
    doc_to_target: target,
  },
  metric: 'acc',
});

/** What is written freely is compared by characters; a word or a number has to be the one. */
function written(
  doc_to_text: string,
  doc_to_target: string,
  references: readonly string[],
): Omit<SuggestedTask, 'shape'> {
  const longest = references.reduce((most, text) => Math.max(most, text.length), 0);
  const isLong = longest > 120 || references.some((text) => text.trim().includes('\n'));
  const tokens = Math.min(1024, Math.max(32, 2 ** Math.ceil(Math.log2(longest / 2 + 1))));
  return {
    options: {
      type: 'generate',
      doc_to_text,
      doc_to_target,
      generation_kwargs: { max_gen_toks: tokens, ...(isLong ? { until: ['\n\n\n'] } : {}) },
      scorers: [isLong ? 'chrf' : 'exact_match'],
    },
    metric: isLong ? 'chrf' : 'exact_match',
  };
}

const byLabel = (text: string, labels: readonly string[], target: string): Omit<SuggestedTask, 'shape'> => ({
  options: {
    ...MULTIPLE_CHOICE,
    doc_to_text: `${text}\nLabel:`,
    doc_to_choice: labels,
    doc_to_target: target,
    answer_format: 'text',
  },
  metric: 'acc',
});

const textsOf = ({ rows, column }: Found, part: string): readonly string[] =>
  rows.map((row) => String(row[column[part] ?? '']));

/** A conversation up to its last turn, which is the answer. */
const conversation = (found: Found, names: { readonly role: string; readonly text: string }) => {
  const list = found.column.turns ?? '';
  const last = found.rows.map((row) => (row[list] as readonly Fields[]).at(-1)?.[names.text]);
  const turns = found.rows.map((row) => (row[list] as readonly Fields[]).length);
  const doc_to_text = turns.every((count) => count === 2)
    ? `{{${list}[0].${names.text}}}`
    : `{% for turn in ${list}[:-1] %}{{turn.${names.role}}}: {{turn.${names.text}}}\n{% endfor %}{{${list}[-1].${names.role}}}:`;
  return written(doc_to_text, `{{${list}[-1].${names.text}}}`, last.map(String));
};

/** Columns of which each holds one choice: A to D, option_a, choice1, sol1, ans0. */
const COLUMN_FAMILIES = [
  /^([A-J])$/,
  /^op([a-j])$/,
  /^(?:option|choice|opt|answer|ans|sol|ending|alternative)[_ ]?([A-Ja-j0-9])$/i,
];

/** Columns of one family, in order, where every row has them; fewer than two are none. */
function choiceColumns(rows: readonly Fields[]): readonly string[] {
  const names = Object.keys(rows[0] ?? {});
  const families = COLUMN_FAMILIES.map((pattern) =>
    names
      .filter((name) => pattern.test(name) && rows.every((row) => isAnswer(row[name], row)))
      .sort((a, b) => (a < b ? -1 : 1)),
  );
  return families.find(({ length }) => length > 1) ?? [];
}

/**
 * Shapes in which evaluation sets come, the first that fits is taken: one row adds a shape. Prompts are those of
 * lm-evaluation-harness where it has the task.
 */
const SHAPES: readonly Shape[] = [
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
      answer: one(['answers'], isMember(['text', isListOf(isText)])),
    },
    task: ({ column: { passage = '', question: name = '', answer = '' }, rows }) => {
      const references = rows.flatMap((row) => (row[answer] as { readonly text: readonly string[] }).text);
      return written(`${printed(passage)}\n\n${label(printed(name))}`, `{{${answer}.text}}`, references);
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
    name: 'messages: a conversation with role and content',
    needs: {
      turns: one(
        ['messages', 'conversation', 'conversations'],
        isListOf(isMember(['role', isText], ['content', isText])),
      ),
    },
    task: (found) => conversation(found, { role: 'role', text: 'content' }),
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
    task: ({ column: { question: name = '', chosen = '', rejected = '' } }) => ({
      options: {
        ...MULTIPLE_CHOICE,
        doc_to_text: handedOn(name),
        doc_to_choice: [handedOn(chosen), handedOn(rejected)],
        doc_to_target: '0',
      },
      metric: 'acc',
    }),
  },
  {
    name: 'preference pairs of conversations',
    needs: {
      chosen: one(['chosen'], isListOf(isMember(['role', isText], ['content', isText]))),
      rejected: one(['rejected'], isListOf(isMember(['role', isText], ['content', isText]))),
    },
    task: ({ column: { chosen = '', rejected = '' } }) => ({
      options: {
        ...MULTIPLE_CHOICE,
        doc_to_text: `{% for turn in ${chosen}[:-1] %}{{turn.role}}: {{turn.content}}\n{% endfor %}{{${chosen}[-1].role}}:`,
        doc_to_choice: [`{{${chosen}[-1].content}}`, `{{${rejected}[-1].content}}`],
        doc_to_target: '0',
      },
      metric: 'acc',
    }),
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
    name: 'a prompt with a reference answer',
    unless: [...CHOICES, 'endings', 'chosen', 'rejected', 'answerKey', 'context_options'],
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
      label: one(['label', 'label_gold', 'class', 'category', 'sentiment']),
    },
    task: (found) => {
      const labels = [...new Set(textsOf(found, 'label'))].sort();
      const { label: name = '' } = found.column;
      return labels.length > 1 && labels.length <= 20
        ? byLabel(question(found), labels, handedOn(name))
        : written(question(found), handedOn(name), labels);
    },
  },
  {
    name: 'text alone',
    needs: { text: one(['text', 'content', 'document']) },
    task: ({ column: { text = '' } }) => ({
      options: { type: 'perplexity', doc_to_text: handedOn(text) },
      metric: 'bits_per_byte',
    }),
  },
];

/** Columns that say of which part of a benchmark a row is. */
const GROUPS = ['subject', 'category', 'subtask', 'group', 'topic', 'domain', 'functionality'];

/** The task of rows of a shape that is known; null for others. */
export function suggestTask(rows: readonly Fields[]): SuggestedTask | null {
  const suggested = byColumns(rows) ?? first(SHAPES, (shape) => byShape(shape, rows));
  if (suggested === null) return null;
  const group = GROUPS.find((name) => isGrouping(rows, name));
  return group === undefined
    ? suggested
    : { ...suggested, options: { ...suggested.options, group_field: group } };
}

function byShape({ name, needs, unless = [], task }: Shape, rows: readonly Fields[]): SuggestedTask | null {
  if (unless.some((other) => rows.some((row) => Object.hasOwn(row, other)))) return null;
  const column = columnsOf(needs, rows);
  return column === null ? null : { shape: name, ...task({ column, rows }) };
}

function columnsOf(needs: Needs, rows: readonly Fields[]): Readonly<Record<string, string>> | null {
  const present = Object.keys(rows[0] ?? {});
  const column: Record<string, string> = {};
  for (const [part, { names, holds, optional }] of Object.entries(needs)) {
    const named = names.flatMap((name) =>
      present.filter((each) => each.toLowerCase() === name.toLowerCase()),
    );
    const fitting = named.find(
      (name) => !Object.values(column).includes(name) && rows.every((row) => holds(row[name], row)),
    );
    if (fitting !== undefined) column[part] = fitting;
    else if (optional !== true) return null;
  }
  return column;
}

/** A to D columns, whose names are a family and no list of a table. */
function byColumns(rows: readonly Fields[]): SuggestedTask | null {
  const choices = choiceColumns(rows);
  if (choices.length < 2 || choices.length > LETTERS.length) return null;
  const others = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !choices.includes(name))),
  );
  const needs = { passage: perhaps(PASSAGE), question: one(QUESTION), answer: one(ANSWER, isAnswer) };
  const column = columnsOf(needs, others);
  if (column === null) return null;
  const { answer = '', question: name = '' } = column;
  const isByText = rows.every((row) => choices.some((choice) => row[choice] === row[answer]));
  const task =
    !isByText && [...choices, name].every(isName)
      ? lettered({ column, rows }, choices.map(printed), answer)
      : byText({ column, rows }, choices.map(handedOn), handedOn(answer));
  return { shape: `columns of choices: ${choices.join(', ')}`, ...task };
}

function isGrouping(rows: readonly Fields[], name: string): boolean {
  const values = new Set(rows.map((row) => row[name]));
  const isLabel = [...values].every((value) => isAnswer(value, {}) && String(value).length <= 200);
  return isLabel && values.size > 1 && values.size * 2 <= rows.length;
}

function first<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
