import type { JudgedAnswer } from './claims.ts';

export const NO_CONTEXTS = 'the row has no contexts to judge by';

/** The contexts, as the judge sees them. */
export const contextBlocks = ({ contexts }: JudgedAnswer) =>
  contexts.map((context, index) => [`context_${index + 1}`, context] as const);
