import { HIGHER } from '../../../core/metrics/traits.ts';
import { defineClaims } from './claims.ts';
import { NO_CONTEXTS } from './contexts.ts';

/** Mean of the precision at each rank that holds a useful context; 0 where none is. */
function averagePrecision(useful: readonly number[]): number {
  let [found, sum] = [0, 0];
  for (const [rank, isUseful] of useful.entries()) {
    found += isUseful;
    sum += isUseful * (found / (rank + 1));
  }
  return found === 0 ? 0 : sum / found;
}

/** Context by context, whether it served the answer, the first ones most. */
export const contextPrecision = defineClaims({
  name: 'context_precision',
  summary: 'a judge finds the contexts of the row useful for the answer, those that come first most of all',
  facts: {
    definition:
      'average precision of the ranked contexts: the mean, over the useful ones, of the share of useful ones up to there; 0 where none is, and a row without contexts is unscored. Useful for the reference where the row has one, and then of both sides the same; else for the answer. `context_precision.strict` is the share of rows of which all are useful',
    reference:
      'as `LLMContextPrecisionWithReference` and `LLMContextPrecisionWithoutReference` of RAGAS, own wording, with all contexts in one request. What it is worth is its agreement with people (docs/how-to/judge.md)',
    use: 'whether a model uses what it is given, without a reference; with one, whether a retriever finds it, with `floor`',
  },
  metric: HIGHER,
  part: 'context',
  parts: ({ contexts }) => contexts,
  counts: 'what it says is needed for this answer to this question',
  beside: ({ targets: [reference], output }) => [
    reference === undefined ? (['answer', output] as const) : (['answer', reference] as const),
  ],
  refuse: ({ contexts }) => (contexts.length === 0 ? NO_CONTEXTS : null),
  value: averagePrecision,
  label: 'useful',
  needsContexts: true,
  shown: {
    question: 'How tall is the tower of Alden?',
    output: 'The tower of Alden is 40 metres tall.',
    targets: [],
    contexts: [],
    parts: [
      'The tower of Alden, built in 1912, is 40 metres tall.',
      'Sourdough needs flour, water and a warm kitchen.',
    ],
  },
});
