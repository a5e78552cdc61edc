import {
  type AnswerTiming,
  isCorpus,
  isUnscored,
  MOST_CHECKS,
  type Repeats,
  type SampleRecord,
  type Score,
  type TokenUsage,
} from '../../../core/domain/sample.ts';
import { meanOfRepeats } from '../../../core/metrics/repeats.ts';
import { datasetDigest } from '../../datasets/digest.ts';

/** One answer to a sample with its scores, and the whole of what it says. */
export interface OneAnswer {
  readonly record: SampleRecord;
  readonly text: string;
}

/**
 * A sample of all its answers: each score is the mean over them, and where one of them has none neither has the sample, since
 * the mean of the others is of answers that somebody chose.
 */
export function joinAnswers(answers: readonly [OneAnswer, ...OneAnswer[]]): SampleRecord {
  const [{ record: first }] = answers;
  if (answers.length === 1) return first;
  const each = answers.map(({ record }) => record);
  const names = Object.keys(first.scores);
  const scores = Object.fromEntries(
    names.map((name) => [name, joinScores(each.map((one) => one.scores[name] ?? { unscored: 'no score' }))]),
  );
  const lists = names.flatMap((name): [string, readonly number[]][] => {
    const own = each.map((one) => one.scores[name]).filter((score) => typeof score === 'number');
    return own.length === each.length ? [[name, own]] : [];
  });
  const texts = answers.map(({ text }) => text);
  const same = texts.map((text) => text.trim());
  const repeats: Repeats = {
    scores: Object.fromEntries(lists),
    same_as: same.map((text) => same.indexOf(text)),
  };
  const usage = usageOfAll(each.map((one) => one.usage));
  const { usage: _, timing: __, ...shared } = first;
  const failed = [...new Set(each.flatMap((one) => one.case?.failed ?? []))].slice(0, MOST_CHECKS.count);
  const timings = each.flatMap(({ timing }) => timing ?? []);
  return {
    ...shared,
    ...(shared.case === undefined ? {} : { case: { ...shared.case, failed } }),
    scores,
    ...(lists.length === 0 ? {} : { repeats }),
    answer_digest: datasetDigest({ answers: texts }),
    ...(usage === undefined ? {} : { usage }),
    ...joinTimings(timings, each.length),
  };
}

function joinScores(scores: readonly Score[]): Score {
  const missing = scores.filter(isUnscored);
  const [why] = missing;
  if (why !== undefined) {
    return { unscored: `${missing.length} of ${scores.length} answers have no score: ${why.unscored}` };
  }
  const numbers = scores.filter((score) => typeof score === 'number');
  if (numbers.length === scores.length) return meanOfRepeats(numbers);
  const ratios = scores.flatMap((score) =>
    typeof score === 'number' || isUnscored(score) || isCorpus(score) ? [] : [score],
  );
  if (ratios.length !== scores.length) throw new TypeError('scores of a corpus metric have no mean');
  return {
    numerator: meanOfRepeats(ratios.map(({ numerator }) => numerator)),
    denominator: meanOfRepeats(ratios.map(({ denominator }) => denominator)),
  };
}

/** What all answers took; undefined where of one it is not known, or whether its thoughts are among its tokens: the others are no total. */
function usageOfAll(usages: readonly (TokenUsage | undefined)[]): TokenUsage | undefined {
  const known = usages.filter((usage) => usage !== undefined);
  const thoughts = known.flatMap(({ thinking_tokens: tokens }) => tokens ?? []);
  if (known.length < usages.length || (thoughts.length > 0 && thoughts.length < known.length))
    return undefined;
  const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
  return {
    prompt_tokens: total(known.map(({ prompt_tokens }) => prompt_tokens)),
    output_tokens: total(known.map(({ output_tokens }) => output_tokens)),
    ...(thoughts.length === 0 ? {} : { thinking_tokens: total(thoughts) }),
  };
}

/** Nothing where an answer was not timed, or on another machine than the others: a mean of some is of those that somebody chose. */
function joinTimings(timings: readonly AnswerTiming[], answers: number): Pick<SampleRecord, 'timing'> {
  const [first] = timings;
  const isOne = first !== undefined && timings.every(({ machine }) => machine === first.machine);
  if (!isOne || timings.length < answers) return {};
  const total = (of: (timing: AnswerTiming) => number) =>
    Math.round(timings.reduce((sum, timing) => sum + of(timing), 0) * 1e6) / 1e6;
  const firstTokens = timings.flatMap(({ first_token_seconds: seconds }) => seconds ?? []);
  return {
    timing: {
      seconds: total(({ seconds }) => seconds),
      ...(firstTokens.length < answers
        ? {}
        : { first_token_seconds: total(({ first_token_seconds: seconds = 0 }) => seconds) }),
      answers,
      machine: first.machine,
    },
  };
}
