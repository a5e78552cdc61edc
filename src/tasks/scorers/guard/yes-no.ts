import type { Guard, GuardVerdict } from './row.ts';

/** The labels of guards that are asked about one category at a time: Yes is unsafe. */
export const YES_NO: Guard['labels'] = [
  ['Yes', ' Yes', 'yes', ' yes'],
  ['No', ' No', 'no', ' no'],
];

/** A reply that begins with its label; one that is no label says nothing. */
export function readYesNo(reply: string): GuardVerdict | null {
  const [, word] = /^\W*(yes|no)\b/i.exec(reply) ?? [];
  return word === undefined ? null : { isUnsafe: word.toLowerCase() === 'yes', categories: null };
}
