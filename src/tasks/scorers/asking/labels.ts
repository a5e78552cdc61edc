import { z } from 'zod';

/** One token of a reply, and how likely it and others were there: the natural logarithm of each. */
export interface Candidates {
  readonly said: string;
  readonly logProbabilities: readonly (readonly [token: string, logProbability: number])[];
}

const entry = z.object({ token: z.string(), logprob: z.number() });
/** As chats have them, and as completions do. */
const ofChat = z.object({ content: z.array(entry.extend({ top_logprobs: z.array(entry) })) });
const ofText = z.object({
  tokens: z.array(z.string()),
  top_logprobs: z.array(z.record(z.string(), z.number()).nullable()),
});

/** The probabilities that a service told; none where it told none. */
export function stepsOf(logprobs: unknown): readonly Candidates[] {
  const chat = ofChat.safeParse(logprobs).data;
  if (chat !== undefined) {
    return chat.content.map(({ token, top_logprobs: top }) => ({
      said: token,
      logProbabilities: top.map((each) => [each.token, each.logprob]),
    }));
  }
  const text = ofText.safeParse(logprobs).data;
  return (text?.tokens ?? []).map((said, index) => ({
    said,
    logProbabilities: Object.entries(text?.top_logprobs[index] ?? {}),
  }));
}

/** No threshold that anybody sets lies below it. */
const NEXT_TO_NOTHING = 0.001;

/**
 * Of each label its probability among them, where the reply first said one. A label of which a service tells nothing is at most as
 * likely as the least likely token that it told: that counts as 0 where it is next to nothing, and else nobody knows.
 */
export function labelShares(
  steps: readonly Candidates[],
  labels: readonly (readonly string[])[],
): readonly number[] | null {
  const labelOf = (token: string): number => {
    const text = token.trim();
    const found = labels.flatMap((forms, index) =>
      text !== '' && forms.some((form) => form.trim().startsWith(text)) ? [index] : [],
    );
    return found.length === 1 ? (found[0] ?? -1) : -1;
  };
  const step = steps.find(({ said }) => labelOf(said) >= 0);
  if (step === undefined || step.logProbabilities.length < 2) return null;
  const told = step.logProbabilities.map(
    ([token, logProbability]) => [labelOf(token), Math.exp(logProbability)] as const,
  );
  const untold = labels.some((_, index) => !told.some(([label]) => label === index));
  if (untold && !(Math.min(...told.map(([, probability]) => probability)) <= NEXT_TO_NOTHING)) return null;
  const weights = labels.map((_, index) =>
    told.reduce((sum, [label, probability]) => sum + (label === index ? probability : 0), 0),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 && Number.isFinite(total) ? weights.map((weight) => weight / total) : null;
}
