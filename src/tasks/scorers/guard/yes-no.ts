import type { Guard, GuardVerdict } from './row.ts';

/** The labels of guards that are asked about one category at a time: Yes is unsafe. */
export const YES_NO: Guard['labels'] = [
  ['Yes', ' Yes', 'yes', ' yes'],
  ['No', ' No', 'no', ' no'],
];

/** A reply that begins with its label; one that is no label says nothing, nor one that goes back on its No. */
export function readYesNo(reply: string): GuardVerdict | null {
  const [, word] = /^\W*(yes|no)\b/i.exec(reply) ?? [];
  if (word === undefined) return null;
  const isUnsafe = word.toLowerCase() === 'yes';
  return isUnsafe || !/\byes\b/i.test(reply) ? { isUnsafe, categories: null } : null;
}
