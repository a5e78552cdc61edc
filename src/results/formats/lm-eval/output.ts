/**
 * What the model said, for people: the text it wrote as the filter left it, or the choice that it found most likely.
 * Undefined where that cannot be told.
 */
export function outputOf(responses: unknown, asked: unknown): string | undefined {
  const list = Array.isArray(responses) ? responses : [];
  const [first] = list;
  if (typeof first === 'string') return first;
  const likelihoods = list.map((response) => (Array.isArray(response) ? Number(response[0]) : NaN));
  if (likelihoods.length < 2 || likelihoods.some(Number.isNaN)) return undefined;
  const best = likelihoods.indexOf(likelihoods.reduce((a, b) => Math.max(a, b)));
  const choice = member(member(asked, `gen_args_${best}`), 'arg_1');
  return typeof choice === 'string' ? choice.trim() : undefined;
}

function member(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[key] : undefined;
}
