import type { Overflow } from '../engine.ts';
import { encodeText, type Tokenizer } from '../tokens.ts';
import { Decoder } from './generate.ts';
import type { Token } from './library.ts';
import type { Loaded } from './load.ts';
import type { CompleteRequest, Completion } from './protocol.ts';
import type { Sequence } from './sequence.ts';

/** The likeliest reply to a prompt that holds foreign text, free or held to a JSON schema. */
export async function complete(
  sequence: Sequence,
  { tokenizer, vocabulary, grammarOf, info }: Loaded,
  { prompt: parts, maxTokens, schema, labels }: CompleteRequest,
): Promise<Completion | Overflow> {
  const prompt = promptTokens(tokenizer, parts);
  if (prompt.length + 1 > info.contextSize)
    return { overflow: { tokens: prompt.length + 1, context: info.contextSize } };
  const room = Math.min(maxTokens, info.contextSize - prompt.length);
  const decoder = new Decoder(vocabulary);
  const words = labelTokens(tokenizer, labels);
  let shares: readonly number[] | null = null;
  let count = 0;
  const end = (finish: Completion['finish']): Completion => ({
    ...{ text: decoder.finish(), finish, shares },
    ...{ promptTokens: prompt.length, outputTokens: count },
  });
  const take = (token: Token): Completion | null => {
    if (vocabulary.isEogToken(token)) return end('end_of_text');
    decoder.push(token);
    count += 1;
    if (schema !== null && isWhole(decoder.text)) return end('stop');
    return count >= room ? end('length') : null;
  };
  if (schema === null) {
    for await (const { token, logits } of sequence.reply(prompt, [...words.flat()])) {
      if (shares === null && words.some((forms) => forms.includes(token))) shares = sharesOf(words, logits);
      const done = take(token);
      if (done !== null) return done;
    }
  } else {
    for await (const token of sequence.constrainedReply(prompt, await grammarOf(schema))) {
      const done = take(token);
      if (done !== null) return done;
    }
  }
  return end('end_of_text');
}

/**
 * A text is tokenised as one, as its model was trained, unless a foreign part spells a special token: then each part by itself, so
 * that it stays a text.
 */
function promptTokens(tokenizer: Tokenizer, parts: CompleteRequest['prompt']): readonly Token[] {
  const isSpelt = parts.some(
    ({ text, specialTokens }) =>
      !specialTokens && tokenizer.tokenize(text, true).join() !== tokenizer.tokenize(text, false).join(),
  );
  if (!isSpelt) return encodeText(tokenizer, parts.map(({ text }) => text).join(''), true);
  const tokens = parts.flatMap(({ text, specialTokens }) => tokenizer.tokenize(text, specialTokens));
  const { prepended } = tokenizer;
  return prepended === null || tokens[0] === prepended ? tokens : [prepended, ...tokens];
}

/** Of each label the tokens with which it may begin; none that begins two of them. */
function labelTokens(tokenizer: Tokenizer, labels: CompleteRequest['labels']): readonly (readonly Token[])[] {
  const first = labels.map((forms) => [
    ...new Set(forms.flatMap((form) => tokenizer.tokenize(form, false).slice(0, 1))),
  ]);
  return first.map((own, index) =>
    own.filter((token) => first.every((other, at) => at === index || !other.includes(token))),
  );
}

/** Softmax over the labels, each with the sum over its forms. */
function sharesOf(
  words: readonly (readonly Token[])[],
  logits: ReadonlyMap<Token, number>,
): readonly number[] | null {
  const known = words.map((forms) => forms.map((token) => logits.get(token) ?? -Infinity));
  const highest = Math.max(...known.flat());
  const weights = known.map((each) => each.reduce((sum, logit) => sum + Math.exp(logit - highest), 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Number.isFinite(total) && total > 0 ? weights.map((weight) => weight / total) : null;
}

/** Behind the last brace a grammar still allows white space. */
function isWhole(text: string): boolean {
  if (!text.endsWith('}')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
