import { HIGHER } from '../../../core/metrics/traits.ts';
import { countedShare, defineClaims } from './claims.ts';

/** Statement by statement, whether the answer is about what was asked. */
export const answerRelevance = defineClaims({
  name: 'answer_relevance',
  summary: 'a judge finds the statements of the answer to be about its question, statement by statement',
  facts: {
    definition:
      'statements that help to answer the question / statements of the answer; an answer without any is unscored. `answer_relevance.strict` is the share of answers of which all help. Whether they are true does not count',
    reference:
      'as `AnswerRelevancyMetric` of DeepEval, own wording. `ResponseRelevancy` of RAGAS is another figure: the similarity in an embedding of the question to questions that a model makes of the answer. What it is worth is its agreement with people (docs/how-to/judge.md)',
    use: 'retrieval-augmented tasks, beside `faithfulness`: what recites its contexts is faithful and no answer',
  },
  metric: HIGHER,
  part: 'statement',
  parts:
    'Take the answer apart into its statements: one short sentence each, which can be understood without the others, with names in place of "it" and "they". Leave nothing out, add nothing, and judge nothing.',
  counts: 'it answers the question or helps to understand the answer to it, whether it is true or not',
  beside: () => [],
  refuse: ({ question }) =>
    question.trim() === '' ? 'nothing was asked that an answer could be about' : null,
  value: countedShare,
  label: 'relevant',
  shown: {
    question: 'How long does an egg take to boil?',
    output: 'An egg takes about eight minutes to boil. The Rhine flows into the North Sea.',
    targets: [],
    contexts: [],
    parts: ['An egg takes about eight minutes to boil.', 'The Rhine flows into the North Sea.'],
  },
});
