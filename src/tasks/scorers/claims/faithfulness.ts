import { HIGHER } from '../../../core/metrics/traits.ts';
import { countedShare, defineClaims } from './claims.ts';
import { contextBlocks, NO_CONTEXTS } from './contexts.ts';

/** Claim by claim, whether the contexts bear out what the answer says. */
export const faithfulness = defineClaims({
  name: 'faithfulness',
  summary: 'a judge finds the claims of the answer borne out by the contexts of its row, claim by claim',
  facts: {
    definition:
      'claims that follow from the contexts / claims of the answer; an answer without any, and a row without contexts, is unscored. `faithfulness.strict` is the share of answers of which all follow',
    reference:
      'as `Faithfulness` of RAGAS (Es and others 2024, arXiv 2309.15217), own wording; there a reply that cannot be read is asked for again, here it is unscored, and a claim that is there twice counts once. What it is worth is its agreement with people (docs/how-to/judge.md)',
    use: 'retrieval-augmented tasks, beside `answer_relevance`: what says little is faithful easily',
  },
  metric: HIGHER,
  part: 'claim',
  parts:
    'Take the answer apart into its claims of fact: one short sentence each, which can be understood without the others, with names in place of "it" and "they". Leave out questions, courtesies and what only says that something is not known. Add nothing, and judge nothing.',
  counts: 'it follows from the contexts alone, and 0 where they deny it or do not say it',
  beside: contextBlocks,
  refuse: ({ contexts }) => (contexts.length === 0 ? NO_CONTEXTS : null),
  value: countedShare,
  label: 'faithful',
  needsContexts: true,
  shown: {
    question: 'How tall is the tower of Alden?',
    output: 'The tower of Alden is 40 metres tall. It was built by Romans.',
    targets: [],
    contexts: ['The tower of Alden, built in 1912, is 40 metres tall.'],
    parts: ['The tower of Alden is 40 metres tall.', 'The tower of Alden was built by Romans.'],
  },
});
