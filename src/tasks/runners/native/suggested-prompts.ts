import type { Fields } from '../../datasets/row.ts';
import { type FoundColumns, isText, isTurns, type Suggestion, type Test } from './shape.ts';

export const LETTERS = [...'ABCDEFGHIJ'];
export const MULTIPLE_CHOICE = { type: 'multiple_choice' } as const;
export const label = (text: string): string => `Question: ${text}\nAnswer:`;

/** As in a template: a name with blanks can only stand alone, as lm-evaluation-harness reads a bare field name. */
export const isName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name);
export const printed = (name: string): string => `{{${name}}}`;
export const handedOn = (name: string): string => (isName(name) ? printed(name) : name);

/** What stands before a question, which a row may be without. */
function passageOf({ column: { passage }, rows }: FoundColumns): string {
  if (passage === undefined || !isName(passage)) return '';
  const text = `${printed(passage)}\n\n`;
  return rows.every((row) => isText(row[passage], row)) ? text : `{% if ${passage} %}${text}{% endif %}`;
}

/** A question after its passage. */
export function question(found: FoundColumns, asked = (text: string) => text): string {
  const { question: name = '' } = found.column;
  return isName(name) ? `${passageOf(found)}${asked(printed(name))}` : name;
}

/** A question with its choices as MMLU has it: listed under letters, and a letter is the answer. */
export function lettered(found: FoundColumns, choices: readonly string[], target: string): Suggestion {
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

export function ofChoices(found: FoundColumns): Suggestion {
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

/** As MMLU where a letter, or the position of a choice, is the answer; else by the texts. */
export function byColumns(found: FoundColumns): Suggestion {
  const { column, choices, rows } = found;
  const { answer = '', question: name = '' } = column;
  const isByText = rows.every((row) => choices.some((choice) => row[choice] === row[answer]));
  return !isByText && [...choices, name].every(isName)
    ? lettered(found, choices.map(printed), answer)
    : byText(found, choices.map(handedOn), handedOn(answer));
}

/** Each choice is scored as it follows the question. */
export const byText = (found: FoundColumns, choices: unknown, target: string): Suggestion => ({
  options: {
    ...MULTIPLE_CHOICE,
    doc_to_text: question(found, label),
    doc_to_choice: choices,
    doc_to_target: target,
  },
  metric: 'acc',
});

/** Room for the longest of such answers. */
const tokensFor = (references: readonly string[]): number => {
  const longest = references.reduce((most, text) => Math.max(most, text.length), 0);
  return Math.min(1024, Math.max(32, 2 ** Math.ceil(Math.log2(longest / 2 + 1))));
};

/** What is written freely is compared by characters; a word or a number has to be the one. */
export function written(
  doc_to_text: string,
  doc_to_target: string,
  references: readonly string[],
): Suggestion {
  const isLong = references.some((text) => text.length > 120 || text.trim().includes('\n'));
  return {
    options: {
      type: 'generate',
      doc_to_text,
      doc_to_target,
      generation_kwargs: { max_gen_toks: tokensFor(references), ...(isLong ? { until: ['\n\n\n'] } : {}) },
      scorers: [isLong ? 'chrf' : 'exact_match'],
    },
    metric: isLong ? 'chrf' : 'exact_match',
  };
}

/** Whether nothing is left of a text where SQuAD compares it. */
const isOfArticles = (text: string): boolean => /^(?:\b(?:a|an|the)\b|[\s!-/:-@[-`{-~])*$/i.test(text);

/**
 * A name, a date or a few words, compared as SQuAD and TriviaQA compare them: without case, articles and punctuation; where that
 * leaves nothing of the right answers to a question, as they stand.
 * @param references the right answers of each row
 */
export function fewWords(
  doc_to_text: string,
  doc_to_target: string,
  references: readonly (readonly string[])[],
): Suggestion {
  const isNothingLeft = references.some((all) => all.length > 0 && all.every(isOfArticles));
  const scorers = isNothingLeft ? ['exact_match'] : ['squad_em', 'squad_f1'];
  return {
    options: {
      type: 'generate',
      doc_to_text,
      doc_to_target,
      generation_kwargs: { max_gen_toks: tokensFor(references.flat()) },
      scorers,
    },
    metric: scorers[0] ?? '',
  };
}

/** A number that is reached step by step: the last one of the answer counts. */
export const reckoned = (doc_to_text: string, doc_to_target: string, steps: number): Suggestion => ({
  options: {
    type: 'generate',
    doc_to_text,
    doc_to_target,
    generation_kwargs: { max_gen_toks: steps, until: ['Question:', 'Problem:'] },
    scorers: ['numeric'],
  },
  metric: 'numeric',
});

/** A summary: overlap in words, or where these are of another script than ROUGE knows, in characters. */
export function summary(
  doc_to_text: string,
  doc_to_target: string,
  references: readonly string[],
): Suggestion {
  const isKnown = references.every((text) => /[a-z0-9]/i.test(text));
  const scorers = isKnown ? ['rougeL', 'rouge1', 'rouge2'] : ['chrf'];
  const isLong = references.some((text) => text.trim().includes('\n'));
  return {
    options: {
      type: 'generate',
      doc_to_text,
      doc_to_target,
      generation_kwargs: { max_gen_toks: tokensFor(references), ...(isLong ? { until: ['\n\n'] } : {}) },
      scorers,
    },
    metric: scorers[0] ?? '',
  };
}

export const byLabel = (text: string, labels: readonly string[], target: string): Suggestion => ({
  options: {
    ...MULTIPLE_CHOICE,
    doc_to_text: `${text}\nLabel:`,
    doc_to_choice: labels,
    doc_to_target: target,
    answer_format: 'text',
  },
  metric: 'acc',
});

export const textsOf = ({ rows, column }: FoundColumns, part: string): readonly string[] =>
  rows.map((row) => String(row[column[part] ?? '']));

/** Names of the members of a turn. */
interface TurnNames {
  readonly role: string;
  readonly text: string;
}
const ROLE_AND_CONTENT: TurnNames = { role: 'role', text: 'content' };

/** What a turn of these columns says, in a template: its text, or where any turn has parts, the texts of these. */
export function sayer(
  rows: readonly Fields[],
  lists: readonly string[],
  { text }: TurnNames = ROLE_AND_CONTENT,
) {
  const hasParts = rows.some((row) =>
    lists.some((list) => (row[list] as readonly Fields[]).some((turn) => Array.isArray(turn[text]))),
  );
  const joined = (said: string) =>
    `${said} if ${said} is string else ${said} | map(attribute='text') | join('')`;
  return (turn: string) => printed(hasParts ? joined(`${turn}.${text}`) : `${turn}.${text}`);
}

/** All turns, each under its role, up to where the next one begins to speak. */
export const transcript = (
  turns: string,
  says: (turn: string) => string,
  next = 'assistant',
  { role }: TurnNames = ROLE_AND_CONTENT,
): string => `{% for turn in ${turns} %}{{turn.${role}}}: ${says('turn')}\n{% endfor %}${next}:`;

const textOf = (said: unknown): string =>
  Array.isArray(said) ? said.map(({ text }: Fields) => String(text)).join('') : String(said);

/** A conversation up to its last turn, which is the answer. */
export function conversation({ column: { turns: list = '' }, rows }: FoundColumns, names = ROLE_AND_CONTENT) {
  const says = sayer(rows, [list], names);
  const turns = rows.map((row) => row[list] as readonly Fields[]);
  const doc_to_text = turns.every(({ length }) => length === 2)
    ? says(`${list}[0]`)
    : transcript(`${list}[:-1]`, says, printed(`${list}[-1].${names.role}`), names);
  return written(
    doc_to_text,
    says(`${list}[-1]`),
    turns.map((each) => textOf(each.at(-1)?.[names.text])),
  );
}

/** The chosen answer and the rejected one, each scored as it follows what was asked. */
export const preferred = (doc_to_text: string, chosen: string, rejected: string): Suggestion => ({
  options: {
    ...MULTIPLE_CHOICE,
    doc_to_text,
    doc_to_choice: [chosen, rejected],
    doc_to_target: '0',
  },
  metric: 'acc',
});

/** A prompt to which no answer is right: what is compared is how both sides answer. */
export const openEnded = (doc_to_text: string, more: Readonly<Record<string, unknown>> = {}): Suggestion => ({
  options: { type: 'drift', doc_to_text, ...more },
  ...{ metric: 'over_refusal', rule: 'max_rise', role: 'behaviour' },
});

const turnsIn = (value: unknown) => value as readonly { readonly role: string }[];

export const endsWithUser: Test = (value, row) =>
  isTurns(value, row) && turnsIn(value).at(-1)?.role === 'user';

/** One question, with its system message if every conversation has one; else the turns as they were said. */
export function openConversation({ column: { turns: list = '' }, rows }: FoundColumns) {
  const roles = new Set(
    rows.map((row) =>
      turnsIn(row[list])
        .map(({ role }) => role)
        .join(' '),
    ),
  );
  const says = sayer(rows, [list]);
  const last = says(`${list}[-1]`);
  const [only] = roles.size === 1 ? roles : [];
  if (only === 'user') return openEnded(last);
  if (only === 'system user') return openEnded(last, { description: says(`${list}[0]`) });
  return openEnded(transcript(list, says));
}
