import { suggestion } from '../../core/domain/suggest.ts';
import { bbq } from './bbq.ts';
import { classification, f1Macro, f1Micro, mcc } from './classification.ts';
import { javascriptTests, pythonTests } from './code/code.ts';
import { command } from './command/command.ts';
import { metricModule } from './command/module.ts';
import { contains, containsAll, containsAny, endsWith, startsWith } from './contains.ts';
import { editSimilarity } from './edit-similarity.ts';
import { embeddingSimilarity } from './embedding-similarity.ts';
import { characterErrorRate, translationErrorRate, wordErrorRate } from './error-rates.ts';
import { exactMatch } from './exact-match.ts';
import { fieldAccuracy } from './field-accuracy.ts';
import { codeBlock, csvValid, markdownTable, xmlValid, yamlValid } from './formats.ts';
import { instructionLoose, instructionStrict, promptLoose, promptStrict } from './ifeval/ifeval.ts';
import { jsonEqual, jsonValid } from './json.ts';
import { rubricJudge } from './judge/judge.ts';
import { pairwiseJudge } from './judge/pairwise.ts';
import { language } from './language.ts';
import { lengthWithin } from './length-within.ts';
import { meteor, meteorExactStem } from './meteor/meteor.ts';
import { numeric } from './numeric.ts';
import { bleu, chrf } from './overlap.ts';
import { profanityRate } from './profanity-rate.ts';
import { ranking } from './ranking.ts';
import { overRefusal, underRefusal } from './refusal.ts';
import { regex } from './regex.ts';
import { regression } from './regression.ts';
import { distinctN, repetitionRate, selfBleu } from './repetition.ts';
import { rouge1, rouge2, rougeL, rougeLsum } from './rouge.ts';
import type { Configuration, Scorer } from './scorer.ts';
import { squadExactMatch, squadF1 } from './squad.ts';
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
  overRefusal,
  underRefusal,
  bbq,
  squadExactMatch,
  squadF1,
  contains,
  containsAny,
  containsAll,
  startsWith,
  endsWith,
  numeric,
  editSimilarity,
  fieldAccuracy,
  yamlValid,
  csvValid,
  markdownTable,
  xmlValid,
  codeBlock,
  lengthWithin,
  language,
  promptStrict,
  promptLoose,
  instructionStrict,
  instructionLoose,
  rouge1,
  rouge2,
  rougeL,
  rougeLsum,
  meteor,
  meteorExactStem,
  wordErrorRate,
  characterErrorRate,
  translationErrorRate,
  distinctN,
  repetitionRate,
  selfBleu,
  pythonTests,
  javascriptTests,
  command,
  metricModule,
  embeddingSimilarity,
  rubricJudge,
  pairwiseJudge,
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
