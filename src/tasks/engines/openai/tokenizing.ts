import type { Dialect, TokenId, TokenizedText } from './dialect.ts';

/** @param add whether the server adds what it puts before every text */
export type Split = (text: string, special: boolean, add?: boolean) => Promise<TokenizedText>;

const MOST_KEPT = 1000;

/** Texts come back: the context of a question with each of its choices, the examples of all questions. */
export function tokenizing(split: Split): Pick<Dialect, 'tokenize'> {
  const known = new Map<string, Promise<TokenizedText>>();
  return {
    tokenize(text, special) {
      const key = `${special ? 1 : 0}${text}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      if (known.size >= MOST_KEPT) known.clear();
      const fresh = split(text, special);
      known.set(key, fresh);
      fresh.catch(() => known.delete(key));
      return fresh;
    },
  };
}

/**
 * What the server puts before every text, by how the tokens of one differ with and without it.
 * @param names texts of the special tokens that may stand before a text without context, in the order of preference
 */
export async function specialTokens(
  split: Split,
  names: readonly string[],
): Promise<{ readonly prepended: TokenId | null; readonly prefix: TokenId | null }> {
  const [plain, whole] = await Promise.all([split('a', true), split('a', true, true)]);
  const [first] = whole.ids;
  const isAdded = first !== undefined && whole.ids.slice(1).join() === plain.ids.join();
  const prepended = isAdded ? first : null;
  for (const name of names) {
    if (prepended !== null) break;
    const { ids } = name === '' ? { ids: [] } : await split(name, true);
    const [only] = ids;
    if (only !== undefined && ids.length === 1) return { prepended, prefix: only };
  }
  return { prepended, prefix: prepended };
}
