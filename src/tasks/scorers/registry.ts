import { nearest, suggestion } from '../../core/domain/suggest.ts';
import { nameHere } from '../../core/metrics/synonyms.ts';
import { bbq } from './bbq.ts';
import { answerRelevance } from './claims/answer-relevance.ts';
import { contextPrecision } from './claims/context-precision.ts';
import { faithfulness } from './claims/faithfulness.ts';
import { toxicOpinions } from './claims/toxic-opinions.ts';
import { classification, f1Macro, f1Micro, mcc } from './classification.ts';
import { javascriptTests, pythonTests } from './code/code.ts';
import { command } from './command/command.ts';
import { metricModule } from './command/module.ts';
import { contains, containsAll, containsAny, endsWith, startsWith } from './contains.ts';
import { editSimilarity } from './edit-similarity.ts';
import { embeddingDirection } from './embedding-direction.ts';
import { embeddingSimilarity } from './embedding-similarity.ts';
import { endpoint } from './endpoint/endpoint.ts';
import { characterErrorRate, translationErrorRate, wordErrorRate } from './error-rates.ts';
import { exactMatch } from './exact-match.ts';
import { fieldAccuracy } from './field-accuracy.ts';
import { codeBlock, csvValid, markdownTable, xmlValid, yamlValid } from './formats.ts';
import { instructionLoose, instructionStrict, promptLoose, promptStrict } from './ifeval/ifeval.ts';
import { jsonEqual, jsonValid } from './json.ts';
import { rubricJudge } from './judge/judge.ts';
import { pairwiseJudge } from './judge/pairwise.ts';
import { language } from './language.ts';
import { layout } from './layout.ts';
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
import { toolCall } from './tool-call.ts';
import { toxicity } from './toxicity/toxicity.ts';
import { words } from './words.ts';

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
  toolCall,
  lengthWithin,
  words,
  layout,
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
  endpoint,
  embeddingSimilarity,
  embeddingDirection,
  rubricJudge,
  pairwiseJudge,
  faithfulness,
  answerRelevance,
  contextPrecision,
  toxicOpinions,
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
  const message = `there is no scorer ${JSON.stringify(name)}: ${adviceOn(name)}`;
  return { ok: false, issues: [{ path: typeof entry === 'string' ? [] : ['name'], message }] };
}

/** What people ask for that another part of a task gives, or that nothing here computes. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [
    /^(pass|maj)[@^]/i,
    'score the answers with python_tests or exact_match, give the task `repeats`, and gate it',
  ],
  [/^(token_|word_|byte_)?(perplexity|ppl)$|^bits_per_byte$/i, 'a task of `type: perplexity` has it'],
  [/^acc(_norm)?$/i, 'a task of `type: multiple_choice` has it'],
  [/^mc[12]$/i, 'the tasks truthfulqa_mc1 and truthfulqa_mc2 of `runner: lm-eval` have it, as acc'],
  [
    /^(bert[-_]?score|comet|bleurt|moverscore)/i,
    'ask its program with `command`, as docs/how-to/own-scorers.md does, or gate embedding_similarity',
  ],
];

function adviceOn(written: string): string {
  const elsewhere = ELSEWHERE.find(([name]) => name.test(written));
  if (elsewhere !== undefined) return elsewhere[1];
  const meant = nameHere(written);
  const scorers = [...SCORERS.values()];
  const metric = nearest(
    meant,
    scorers.flatMap(({ gives }) => gives),
  );
  const giver = scorers.find(({ gives }) => metric !== undefined && gives.includes(metric));
  if (metric === undefined || giver === undefined || SCORERS.has(metric))
    return suggestion(meant, [...SCORERS.keys()], 'one of');
  return `${metric} is a metric of the scorer ${giver.name}`;
}
