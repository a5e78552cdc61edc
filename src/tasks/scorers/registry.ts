import { suggestion } from '../../core/domain/suggest.ts';
import { classification, f1Macro, f1Micro, mcc } from './classification.ts';
import { exactMatch } from './exact-match.ts';
import { jsonEqual, jsonValid } from './json.ts';
import { bleu, chrf } from './overlap.ts';
import { profanityRate } from './profanity-rate.ts';
import { ranking } from './ranking.ts';
import { regex } from './regex.ts';
import { regression } from './regression.ts';
import type { Configuration, Scorer } from './scorer.ts';
import { statedConfidence } from './stated-confidence.ts';
import { toxicity } from './toxicity/toxicity.ts';

const ROWS: readonly Scorer[] = [
  exactMatch,
  regex,
  jsonValid,
  jsonEqual,
  classification,
  f1Macro,
  f1Micro,
  mcc,
  regression,
  statedConfidence,
  ranking,
  bleu,
  chrf,
  profanityRate,
  toxicity,
];

/** What turns an answer into scores, by name: one row adds a scorer. */
export const SCORERS: ReadonlyMap<string, Scorer> = new Map(ROWS.map((scorer) => [scorer.name, scorer]));

/** An entry of `scorers:`: a name, or a name with options. */
export type ScorerEntry = string | { readonly name: string };

/** The scorer an entry means, with its options checked; issues carry the path inside the entry. */
export function configureScorer(entry: ScorerEntry): Configuration {
  const { name, ...options } = typeof entry === 'string' ? { name: entry } : entry;
  const scorer = SCORERS.get(name);
  if (scorer !== undefined) return scorer.configure(options);
  const message = `there is no scorer ${JSON.stringify(name)}: ${suggestion(name, [...SCORERS.keys()], 'one of')}`;
  return { ok: false, issues: [{ path: typeof entry === 'string' ? [] : ['name'], message }] };
}
