import { distance } from 'fastest-levenshtein';
import { f1Macro, f1Micro, mcc } from './classification.ts';
import { exactMatch } from './exact-match.ts';
import { jsonEqual, jsonValid } from './json.ts';
import { bleu, chrf } from './overlap.ts';
import { profanityRate } from './profanity-rate.ts';
import { regex } from './regex.ts';
import type { Configuration, Scorer } from './scorer.ts';
import { toxicity } from './toxicity/toxicity.ts';

/** What turns an answer into scores: one row adds a scorer. */
export const SCORERS = {
  exact_match: exactMatch,
  regex,
  json_valid: jsonValid,
  json_equal: jsonEqual,
  f1_macro: f1Macro,
  f1_micro: f1Micro,
  mcc,
  bleu,
  chrf,
  profanity_rate: profanityRate,
  toxicity,
} as const satisfies Readonly<Record<string, Scorer>>;

export type ScorerName = keyof typeof SCORERS;

/** An entry of `scorers:`: a name, or a name with options. */
export type ScorerEntry = string | { readonly name: string };

/** The scorer an entry means, with its options checked; issues carry the path inside the entry. */
export function configureScorer(entry: ScorerEntry): Configuration {
  const { name, ...options } = typeof entry === 'string' ? { name: entry } : entry;
  if (isScorerName(name)) return SCORERS[name].configure(options);
  const path = typeof entry === 'string' ? [] : ['name'];
  return { ok: false, issues: [{ path, message: unknownScorer(name) }] };
}

function isScorerName(name: string): name is ScorerName {
  return Object.hasOwn(SCORERS, name);
}

function unknownScorer(name: string): string {
  const names = Object.keys(SCORERS);
  const nearest = names.reduce((best, known) =>
    distance(name, known) < distance(name, best) ? known : best,
  );
  const hint =
    distance(name, nearest) <= Math.max(2, name.length / 3)
      ? `did you mean ${nearest}?`
      : `use one of ${names.join(', ')}`;
  return `there is no scorer ${JSON.stringify(name)}: ${hint}`;
}
