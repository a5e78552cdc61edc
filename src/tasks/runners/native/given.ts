import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { type GenerateAnswer, isOverflow, type Overflow } from '../../engines/engine.ts';
import type { RunContext } from '../runner.ts';
import type { AnsweredTask } from './options.ts';
import { commonBeginning } from './prompt.ts';
import type { Question } from './question.ts';
import { generateAfterThoughts, THINKING_TOKENS } from './thinking.ts';

/** What an engine answered, as it is kept. */
const givenAnswer = z.union([
  z.strictObject({
    overflow: z.strictObject({ tokens: z.number(), context: z.number() }),
    tokenDigest: z.string().exactOptional(),
  }),
  z.strictObject({
    text: z.string(),
    promptTokens: z.number(),
    outputTokens: z.number(),
    finish: z.enum(['stop', 'end_of_text', 'length']),
    tokenDigest: z.string().exactOptional(),
    timing: z
      .strictObject({ seconds: z.number().min(0), firstTokenSeconds: z.number().min(0).exactOptional() })
      .exactOptional(),
    machine: z.string().exactOptional(),
    thinkingTokens: z.number().exactOptional(),
    said: z.array(z.string()).exactOptional(),
  }),
]);

/** With the machine that answered, since who goes on with a run may be another, and what was said in the turns before. */
export type Given =
  | (GenerateAnswer & {
      readonly thinkingTokens?: number;
      readonly machine?: string;
      readonly said?: readonly string[];
    })
  | Overflow;

/** All answers to a sample that an earlier evaluation kept; null where they are not whole, and it is asked again. */
function readKept(kept: unknown, repeats: number): readonly Given[] | null {
  const { data } = z.array(givenAnswer).safeParse(kept);
  const last = data?.at(-1);
  const isWhole = last !== undefined && (data?.length === repeats || isOverflow(last));
  return isWhole && data !== undefined ? data : null;
}

interface Answers {
  /** Null where the run ended before. */
  readonly given: readonly Given[] | null;
  /** Whether no earlier evaluation kept them. */
  readonly isNew: boolean;
}

/**
 * Answers to a sample by its id. The turns of a conversation are asked once: what a later one rests on is what was scored of an earlier
 * one, whichever of them comes first.
 */
export function askingOnce(
  options: AnsweredTask,
  questions: ReadonlyMap<string, Question>,
  context: RunContext,
): (id: string) => Promise<Answers> {
  const ofTurns = new Map<string, Promise<Answers>>();
  const answer = async (id: string, question: Question): Promise<Answers> => {
    const kept = readKept(context.answers?.kept.get(id), options.repeats ?? 1);
    if (kept !== null) return { given: kept, isNew: false };
    const said: string[] = [];
    for (const before of question.conversation?.after ?? []) {
      const [first] = (await answersTo(before)).given ?? [];
      if (first === undefined || isOverflow(first))
        return { given: first === undefined ? null : [first], isNew: true };
      said.push(first.text);
    }
    const alike = questions.get(context.alike?.(id) ?? '');
    return { given: await askRepeatedly(id, question, said, alike, options, context), isNew: true };
  };
  const answersTo = (id: string): Promise<Answers> => {
    const question = questions.get(id);
    if (question === undefined) throw new Error(`${id} is not a sample of this task`);
    const known = ofTurns.get(id);
    if (known !== undefined) return known;
    const answers = answer(id, question);
    if (question.conversation !== undefined) ofTurns.set(id, answers);
    return answers;
  };
  return answersTo;
}

/** All answers to a sample, or none: one of which only some are there is asked again. */
async function askRepeatedly(
  id: string,
  { render }: Question,
  said: readonly string[],
  alike: Question | undefined,
  options: AnsweredTask,
  { model, seed, signal }: RunContext,
): Promise<readonly Given[] | null> {
  const { max_gen_toks, until, temperature, max_thinking_toks = THINKING_TOKENS } = options.generation_kwargs;
  const answers: Given[] = [];
  for (let repeat = 0; repeat < (options.repeats ?? 1); repeat += 1) {
    if (signal.aborted) return null;
    const prompt = render(model, said);
    const request = {
      prompt,
      beginning: commonBeginning(prompt, alike?.render(model)),
      specialTokens: options.apply_chat_template,
      maxTokens: max_gen_toks,
      stop: until,
      temperature,
      seed: answerSeed(seed, id, repeat),
    };
    const answer =
      options.strip_thinking === true
        ? await generateAfterThoughts(model, request, max_thinking_toks)
        : await model.generate(request);
    const { machine } = model;
    const given = said.length === 0 ? answer : afterTurns(answer, said);
    answers.push(isOverflow(given) || machine === undefined ? given : { ...given, machine });
    // Where one answer has no score, neither has the sample.
    if (isOverflow(answer)) break;
  }
  return answers;
}

/** Tokens in which the model's own answers stand prove nothing of how it was asked. */
function afterTurns(
  { tokenDigest: _, ...answer }: GenerateAnswer | Overflow,
  said: readonly string[],
): Given {
  return isOverflow(answer) ? answer : { ...answer, said };
}

/**
 * Each answer has a seed of its own, so that it does not depend on which went before it. The first has what it has alone: more
 * repeats are more of the same.
 */
function answerSeed(seed: number, id: string, repeat: number): number {
  return createHash('sha256')
    .update(canonicalJson(repeat === 0 ? [seed, id] : [seed, id, repeat]))
    .digest()
    .readUInt32BE(0);
}
