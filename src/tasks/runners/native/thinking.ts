import { closingOf, closingOpenedBy } from '../../../core/compare/answers.ts';
import {
  type GenerateAnswer,
  type GenerateRequest,
  isOverflow,
  type LoadedModel,
  type Overflow,
  type Timed,
} from '../../engines/engine.ts';

/** Longest thoughts in tokens, where the task does not say. */
export const THINKING_TOKENS = 2048;

/** With fewer tokens a model may not have come to the end of what opens its thoughts. */
const SHORTEST_PROBE = 16;

interface ThoughtfulAnswer extends GenerateAnswer {
  /** Tokens of the thoughts, which are none of the answer's. */
  readonly thinkingTokens: number;
}

/**
 * What a reasoning model answers after its thoughts, which have a budget of their own: what ends an answer, such as a line break,
 * ends no thought, and a long thought takes nothing from the answer. Thoughts that come to no end leave no answer.
 * @param budget longest thoughts in tokens
 */
export async function generateAfterThoughts(
  model: Pick<LoadedModel, 'generate'>,
  request: GenerateRequest,
  budget: number,
): Promise<ThoughtfulAnswer | Overflow> {
  let closing = closingOpenedBy(request.prompt);
  if (closing === null) {
    const maxTokens = Math.max(request.maxTokens, SHORTEST_PROBE);
    const probe = await model.generate({ ...request, maxTokens });
    if (isOverflow(probe)) return probe;
    closing = closingOf(probe.text);
    if (closing === null) {
      const plain = maxTokens === request.maxTokens ? probe : await model.generate(request);
      return isOverflow(plain) ? plain : { ...plain, thinkingTokens: 0 };
    }
  }
  const thoughts = await model.generate({ ...request, maxTokens: budget, stop: [closing.trimEnd()] });
  if (isOverflow(thoughts)) return thoughts;
  const { promptTokens, outputTokens: thinkingTokens } = thoughts;
  // Of what was asked: behind it stand the model's own thoughts, which no tokenizer need agree on.
  const asked = thoughts.tokenDigest === undefined ? {} : { tokenDigest: thoughts.tokenDigest };
  if (thoughts.finish !== 'stop') return { ...thoughts, text: '', outputTokens: 0, thinkingTokens };
  const answer = await model.generate({ ...request, prompt: `${request.prompt}${thoughts.text}${closing}` });
  if (isOverflow(answer)) return { ...answer, ...asked };
  const { timing: _, ...said } = answer;
  return { ...said, ...asked, ...timeOfBoth(thoughts, answer), promptTokens, thinkingTokens };
}

/** Whoever waits for the answer waits for the thoughts too, whose first token is the first. */
function timeOfBoth({ timing: thoughts }: Timed, { timing: answer }: Timed): Timed {
  if (thoughts === undefined || answer === undefined) return {};
  return { timing: { ...thoughts, seconds: thoughts.seconds + answer.seconds } };
}
