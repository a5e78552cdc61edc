import type { Fields } from '../../../datasets/row.ts';
import { isMember, isTurns, makesNoTask, one, QUESTION, type Shape, type Test } from '../shape.ts';
import { handedOn, preferred, printed, sayer, transcript } from '../suggested-prompts.ts';

/** Before each answer of a transcript. */
const ASSISTANT = '\n\nAssistant:';
const askedIn = (transcript: unknown): string =>
  typeof transcript === 'string' ? transcript.slice(0, Math.max(0, transcript.lastIndexOf(ASSISTANT))) : '';
/** Of a pair both answer the same. */
const isTranscript: Test = (value, row) => askedIn(value) !== '' && askedIn(value) === askedIn(row.chosen);

const before = (turns: unknown) => JSON.stringify((turns as readonly unknown[]).slice(0, -1));
/** The rejected answer to what the chosen one answers, with or without the turns before it. */
const isRejected: Test = (value, row) =>
  isTurns(value, row) && isTurns(row.chosen, row) && [before(row.chosen), '[]'].includes(before(value));

const isSaid = isMember(['content', (value) => typeof value === 'string' && value.trim() !== '']);
const isOneTurn: Test = (value, row) => Array.isArray(value) && value.length === 1 && isSaid(value[0], row);

/** Two answers of which one is better. */
export const PREFERENCES: readonly Shape[] = [
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
      rejected: one(['rejected'], isRejected),
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
    name: 'preference pairs of OpenAI: messages, the preferred output and the other',
    needs: {
      input: one(
        ['input'],
        isMember([
          'messages',
          (value, row) =>
            isTurns(value, row) && (value as readonly Fields[]).every((turn) => isSaid(turn, row)),
        ]),
      ),
      chosen: one(['preferred_output'], isOneTurn),
      rejected: one(['non_preferred_output'], isOneTurn),
    },
    task: ({ column: { input = '', chosen = '', rejected = '' } }) => {
      const says = (turn: string) => printed(`${turn}.content`);
      return preferred(transcript(`${input}.messages`, says), says(`${chosen}[0]`), says(`${rejected}[0]`));
    },
  },
  {
    name: 'KTO: answers of which each is liked or not',
    needs: {
      prompt: one(['prompt']),
      completion: one(['completion']),
      label: one(['label'], (value) => typeof value === 'boolean'),
    },
    task: (found) =>
      makesNoTask(
        found,
        'answers that were liked or not are no pairs, and of those that were not nobody says what is right',
        'keep the rows whose label is true, with the columns prompt and completion alone; or make pairs of them: prompt, chosen, rejected',
      ),
  },
];
