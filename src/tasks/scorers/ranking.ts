import { z } from 'zod';
import { parseAnswer } from '../../core/domain/json.ts';
import { ndcgAt, type Relevance, recallAt, reciprocalRank } from '../../core/metrics/ranking.ts';
import { METRICS } from '../../core/metrics/registry.ts';
import { defineSeveral, prefixOption } from './several.ts';

/** What is asked of a ranked list; `recall_at_k` and `ndcg` look at its first k. */
const ASKED = {
  mrr: (found: Relevance) => reciprocalRank(found),
  ndcg: ndcgAt,
  recall_at_k: recallAt,
} as const;

const options = z.strictObject({
  ...prefixOption,
  format: z
    .enum(['lines', 'json'])
    .default('lines')
    .describe(
      'How an answer lists items, best first: one a line, numbers and bullets before them removed, or as a JSON array of texts.',
    ),
  k: z
    .int()
    .min(1)
    .max(10_000)
    .default(10)
    .describe('How many of the first items `ndcg` and `recall_at_k` look at.'),
  ignore_case: z.boolean().default(false).describe('Compare in lower case.'),
});

/** Relevant items with their gains: a target each, or one target that is a JSON object of gains. Null where it is none. */
function relevantOf(
  targets: readonly string[],
  normalise: (text: string) => string,
): Map<string, number> | null {
  const [only = ''] = targets;
  if (targets.length !== 1 || !only.trimStart().startsWith('{')) {
    return new Map(targets.map((target) => [normalise(target), 1]));
  }
  const gains = parsed(only);
  if (typeof gains !== 'object' || gains === null) return null;
  const entries = Object.entries(gains);
  if (!entries.every(([, gain]) => typeof gain === 'number' && gain >= 0)) return null;
  return new Map(
    entries.filter(([, gain]) => gain > 0).map(([item, gain]) => [normalise(item), Number(gain)]),
  );
}

function parsed(text: string): unknown {
  try {
    return parseAnswer(text, { file: 'answer' });
  } catch {
    return undefined;
  }
}

const MARKER = /^\s*(?:[-*•]|\d{1,4}[.):])\s+/;

/** Null where the answer is no list. */
function itemsOf(answer: string, format: 'lines' | 'json'): string[] | null {
  if (format === 'lines') {
    return answer
      .split('\n')
      .map((line) => line.replace(MARKER, '').trim())
      .filter((line) => line !== '');
  }
  const list = parsed(answer.trim());
  if (!Array.isArray(list)) return null;
  return list.every((item) => ['string', 'number'].includes(typeof item)) ? list.map(String) : null;
}

const normaliser = (ignoreCase: boolean) => (text: string) =>
  ignoreCase ? text.trim().toLowerCase() : text.trim();

/** An item that is listed again counts where it came first. */
function relevanceOf(items: readonly string[], relevant: ReadonlyMap<string, number>): Relevance {
  const ranked = [...new Set(items)].map((item) => relevant.get(item) ?? 0);
  return { ranked, relevant: [...relevant.values()] };
}

export const ranking = defineSeveral({
  name: 'ranking',
  summary: 'how far up a ranked answer lists what is relevant: MRR, nDCG and recall of its first items',
  codeVersion: 1,
  options,
  example: { options: { k: 5 }, targets: ['doc 7', 'doc 2'] },
  metrics: () =>
    Object.fromEntries(Object.keys(ASKED).map((name) => [name, METRICS[name as keyof typeof ASKED]])),
  checkTargets(targets, { ignore_case }) {
    const relevant = relevantOf(targets, normaliser(ignore_case));
    if (relevant === null)
      return 'the target is neither a list of relevant items nor a JSON object of their gains';
    if (relevant.has('')) return 'a target of ranking is empty: no list has an item without a name';
    return relevant.size === 0
      ? 'ranking needs a target that lists what is relevant: set doc_to_target'
      : null;
  },
  scoring({ format, k, ignore_case }) {
    const normalise = normaliser(ignore_case);
    return ({ output, targets }) => {
      const items = itemsOf(output, format)?.map(normalise);
      const relevant = relevantOf(targets, normalise) ?? new Map();
      const unscored = { unscored: 'the answer is no JSON array of texts' };
      const found = items === undefined ? null : relevanceOf(items, relevant);
      return Object.fromEntries(
        Object.entries(ASKED).map(([name, of]) => [name, found === null ? unscored : of(found, k)] as const),
      );
    };
  },
});
