import type { AnswerHealth, MetricResult, TaskResult, VerdictFile } from '../core/domain/decision.ts';
import type { DriftFeatureName } from '../core/domain/drift.ts';
import { worseSign } from '../core/domain/metric.ts';
import { normalQuantile } from '../core/stats/special/normal.ts';
import { wilsonInterval } from '../core/stats/wilson.ts';
import { driftSentence } from './drift-words.ts';
import { formatChange, formatShare, plural } from './format.ts';
import { code, type Inline, inline, joined, ours } from './inline.ts';
import { isDescriptive } from './methods.ts';

/** What the numbers look like when a known thing has gone wrong. A hypothesis: it decides nothing. */
export interface Diagnosis {
  /** What may have happened. */
  readonly cause: Inline;
  /** What in the results looks like it. */
  readonly evidence: readonly Inline[];
  /** What people usually do about it. */
  readonly remedy: string;
  /** How to find out whether it is so. */
  readonly check: string;
}

interface Pattern extends Pick<Diagnosis, 'remedy' | 'check'> {
  readonly cause: Inline;
  /** No evidence, no diagnosis. */
  readonly look: (seen: Seen) => readonly Inline[];
}

/** What was measured, with which way it is proven to have moved. */
interface Seen {
  readonly file: VerdictFile;
  readonly moves: readonly Move[];
}

interface Move {
  readonly task: TaskResult;
  readonly metric: MetricResult;
  readonly way: 'worse' | 'better';
}

const said = ({ task, metric: { metric, delta, unit } }: Move): Inline =>
  inline`${code(`${task.task}/${metric}`)} ${ours(delta === null ? '' : formatChange(delta.value, unit))}`;

const of = (moves: readonly Move[], way: Move['way'], name: RegExp) =>
  moves.filter((move) => move.way === way && name.test(baseName(move.metric)));

const baseName = ({ metric }: MetricResult): string => metric.split(',')[0] ?? metric;

const RIGHT = /^(acc|acc_norm|exact_match|accuracy|f1\w*|squad_\w+|numeric|pass@\d+)$/;
const CONFIDENCE = /^(nll|brier_score|ece\w*|mce|prob_correct)$/;
const FORM =
  /^(json_valid|yaml_valid|csv_valid|xml_valid|markdown_table|code_block|regex|(prompt|inst)_level_\w+)$/;
const LIKELIHOOD = /^(\w*perplexity|bits_per_byte)$/;
const LENGTH = /^(output_tokens|words|length_\w+)$/;
const TONE = /^(toxicity|profanity_rate|language|judge(\.\w+)?)$/;

/** Points of a rate: by so much no task rises that nobody trained for. */
const UNEXPECTED = 0.05;

/** Shares of a loss: below them a curve has not moved; the gap is the lower of the limits that people use. */
const MOVED_LOSS = 0.01;
const WIDE_GAP = 0.1;

const PATTERNS: readonly Pattern[] = [
  {
    cause: ours('It learned its task and forgot other things.'),
    look: ({ moves }) => {
      const gained = moves.filter(
        ({ task, way, metric }) => task.role === 'target' && way === 'better' && isPrimary(task, metric),
      );
      const lost = moves.filter(
        ({ task, way, metric }) => task.role === 'general' && way === 'worse' && isPrimary(task, metric),
      );
      return gained.length === 0 || lost.length === 0
        ? []
        : [inline`gained: ${named(gained)}`, inline`lost: ${named(lost)}`];
    },
    remedy:
      'fewer steps, a lower learning rate or a smaller adapter rank; general data mixed into the training set',
    check: 'gate an earlier checkpoint of the same run: the loss should be smaller, and grow with the steps',
  },
  {
    cause: ours('It learned its training data by heart: overfitting.'),
    look: ({ file: { curves } }) => {
      const { fell = null, rising = null, gap = null } = curves ?? {};
      if (fell === null || rising === null || gap === null) return [];
      if (fell <= MOVED_LOSS || rising.value <= MOVED_LOSS || gap.value <= WIDE_GAP) return [];
      return [
        ours(`the training loss fell by ${formatShare(fell)}`),
        ours(`the evaluation loss has risen by ${formatShare(rising.value)} from its best`),
        ours(`it is ${formatShare(gap.value)} above the training loss`),
      ];
    },
    remedy:
      'fewer epochs, early stopping on the evaluation loss, more or more varied data, dropout or weight decay',
    check: 'gate the checkpoint with the best evaluation loss beside the last one',
  },
  {
    cause: ours('It is as often right as before, and surer of what is wrong.'),
    look: ({ moves }) => {
      const unsure = of(moves, 'worse', CONFIDENCE);
      const tasks = new Set(of(moves, 'worse', RIGHT).map(({ task }) => task.task));
      const own = unsure.filter(({ task }) => !tasks.has(task.task));
      return own.length === 0 ? [] : [inline`confidence got worse: ${named(own)}`];
    },
    remedy:
      'fewer epochs, label smoothing, or a temperature fitted on held-out data where probabilities are used',
    check: 'look at the reliability diagram of the page: the candidate lies further below the diagonal',
  },
  {
    cause: ours('It no longer keeps to the form that was asked for.'),
    look: ({ moves, file }) => [
      ...sentence('got worse: ', of(moves, 'worse', FORM)),
      ...shares(file, 'go in circles', ({ repeating }) => repeating),
      ...shares(file, 'show nothing', ({ blank, invisible }) => blank + invisible),
      ...drifted(file, 'format', 'repetition'),
    ],
    remedy:
      'examples in the wanted form in the training data, with the end of the answer among the trained tokens',
    check: 'read the worst samples: what is said may be right, in a form that the scorer does not read',
  },
  {
    cause: ours('Its answers are cut off at the limit on their length.'),
    look: ({ file }) => shares(file, 'are cut at the limit', ({ truncated }) => truncated),
    remedy: 'train on the end-of-text token, stop texts in the task, or a higher `max_gen_toks`',
    check: 'raise `max_gen_toks` for one task: where scores come back, it was the limit',
  },
  {
    cause: ours('Its thoughts come to no end.'),
    look: ({ file }) => shares(file, 'have thoughts without an end', ({ unclosed }) => unclosed),
    remedy: 'a greater budget for thoughts (`max_thinking_toks`), or training data whose thoughts end',
    check: 'read one such answer in the samples of the page',
  },
  {
    cause: ours('It was asked in another way than its baseline.'),
    look: ({ file: { comparability, gates } }) => {
      const asked = comparability.filter(({ field }) => ASKED.has(field));
      const undone = gates.some(({ verdict }) => verdict !== 'pass');
      return undone
        ? asked.map(({ task, field }) => inline`${code(task)}: ${ours(field.replaceAll('_', ' '))} differs`)
        : [];
    },
    remedy:
      'the same chat template and settings for both sides; a template that changed on purpose is declared with `accept_change`',
    check: '`weighbridge show TASK` prints what each side is asked',
  },
  {
    cause: ours('What it refuses has changed.'),
    look: ({ moves, file }) => [
      ...sentence(
        '',
        moves.filter(({ metric }) => /refus/i.test(metric.metric)),
      ),
      ...drifted(file, 'refusal'),
    ],
    remedy: 'safe and unsafe prompts in the training data, in the proportion that is wanted',
    check: 'read which prompts changed sides: harmless ones that are refused, or others that are answered',
  },
  {
    cause: ours('Its tone has changed.'),
    look: ({ moves, file }) => [
      ...sentence('got worse: ', of(moves, 'worse', TONE)),
      ...drifted(file, 'language', 'vocabulary', 'meaning', 'judge'),
    ],
    remedy: 'training answers in the tone and language that are wanted; a system message that says them',
    check: 'read the worst samples: whether most answers are a little worse, or a few very much',
  },
  {
    cause: ours('Its answers have another length.'),
    look: ({ moves, file }) => [
      ...sentence(
        '',
        moves.filter(({ metric }) => LENGTH.test(baseName(metric))),
      ),
      ...drifted(file, 'length'),
    ],
    remedy:
      'training answers of the length that is wanted; a judge that likes long answers is no proof that they are better',
    check: 'look at the lengths of answers on the page',
  },
  {
    cause: ours('It may have seen the questions of a task that it was not trained for: contamination.'),
    look: ({ moves }) =>
      sentence(
        'rose, though it is none of the targets: ',
        moves.filter(
          ({ task, metric, way }) =>
            task.role === 'general' &&
            way === 'better' &&
            metric.unit === 'rate' &&
            isPrimary(task, metric) &&
            Math.abs(metric.delta?.value ?? 0) >= UNEXPECTED,
        ),
      ),
    remedy: 'remove the questions from the training files, and train again',
    check: '`weighbridge overlap` looks for the questions of a task in the training files',
  },
  {
    cause: ours('The baseline does as well with a prompt of its own.'),
    look: ({ file: { comparability, tasks }, moves }) =>
      tasks.flatMap((task) => {
        const isPrompted = comparability.some(
          ({ field, severity, task: own }) =>
            field === 'own_prompt' && severity === 'soft' && own === task.task,
        );
        const result = task.metrics.find((metric) => isPrimary(task, metric));
        const hasGained = moves.some(
          (move) => move.task === task && move.metric === result && move.way === 'better',
        );
        if (!isPrompted || task.role !== 'target' || hasGained || result?.delta == null) return [];
        return [
          inline`${code(`${task.task}/${result.metric}`)}: ${ours(formatChange(result.delta.value, result.unit))}, and no gain over it is proven`,
        ];
      }),
    remedy: 'ship the prompt in place of the fine-tune, or train on what the prompt does not reach',
    check: 'ask the candidate with that prompt too: what both give together is what can be shipped',
  },
  {
    cause: ours('It is the same model as its baseline: the adapter may not have been applied.'),
    look: ({ file: { identicalAnswers } }) =>
      identicalAnswers === undefined
        ? []
        : [inline`all of ${ours(plural(identicalAnswers, 'sample'))} are answered exactly alike`],
    remedy: 'merge the adapter into the weights, or name it in the config: `candidate: { base, adapter }`',
    check: 'compare the digests of the weights before and after the merge',
  },
  {
    cause: ours('Its loss and its answers disagree.'),
    look: ({ moves }) => {
      const [better, worse] = [of(moves, 'better', LIKELIHOOD), of(moves, 'worse', RIGHT)];
      return better.length === 0 || worse.length === 0
        ? []
        : [inline`likelihood got better: ${named(better)}`, inline`answers got worse: ${named(worse)}`];
    },
    remedy: 'choose the checkpoint by the metric that matters, and not by the loss',
    check: 'gate the checkpoint with the best task metric beside the one with the best loss',
  },
];

const ASKED: ReadonlySet<string> = new Set([
  'chat_template',
  'tokenizer',
  'prompt',
  'few_shot',
  'generation',
  'settings',
  'inputs',
]);

const isPrimary = ({ primaryMetric }: TaskResult, metric: MetricResult): boolean =>
  baseName(metric) === (primaryMetric.split(',')[0] ?? primaryMetric);

const named = (moves: readonly Move[]): Inline => joined(moves.map(said), ', ');
const sentence = (before: string, moves: readonly Move[]): readonly Inline[] =>
  moves.length === 0 ? [] : [inline`${ours(before)}${named(moves)}`];

/** What of these is proven of answers that are compared whatever they are scored, and large enough to matter. */
const drifted = ({ drift = [] }: VerdictFile, ...names: readonly DriftFeatureName[]): readonly Inline[] =>
  drift.flatMap(({ task, features }) =>
    features.flatMap((feature) =>
      feature.status === 'moved' && names.includes(feature.feature)
        ? [inline`${code(task)}: ${driftSentence(feature)}`]
        : [],
    ),
  );

/** A share of answers that rose by 5 points and more, and is proven to have risen (Newcombe 1998, method 10 of two samples). */
const LEAST_RISE = 0.05;

function shares(
  { tasks }: VerdictFile,
  what: string,
  count: (health: AnswerHealth) => number | null,
): readonly Inline[] {
  return tasks.flatMap(({ task, answers }) => {
    const { baseline, candidate } = answers ?? { baseline: null, candidate: null };
    if (baseline === null || candidate === null) return [];
    const [before, after] = [count(baseline), count(candidate)];
    if (before === null || after === null || baseline.answers === 0 || candidate.answers === 0) return [];
    const [now, then] = [after / candidate.answers, before / baseline.answers];
    const z = normalQuantile(1 - FAMILY_ALPHA / tasks.length);
    const { low } = wilsonInterval(after, candidate.answers, z);
    const { high } = wilsonInterval(before, baseline.answers, z);
    if (now - then < LEAST_RISE || now - then <= Math.hypot(now - low, high - then)) return [];
    const words = `${formatShare(now)} of ${plural(candidate.answers, 'answer')} ${what}, ${before === 0 ? 'none' : formatShare(then)} of the baseline's`;
    return [inline`${code(task)}: ${ours(words)}`];
  });
}

/** One-sided, for all metrics of a verdict together. */
const FAMILY_ALPHA = 0.05;

/** What is proven to have moved, allowing for how many metrics there are (Bonferroni on the interval's ends, taken for normal). */
function movesOf({ tasks }: VerdictFile): readonly Move[] {
  const all = tasks.flatMap((task) => task.metrics.map((metric) => ({ task, metric })));
  const z = normalQuantile(1 - FAMILY_ALPHA / Math.max(1, all.length));
  return all.flatMap(({ task, metric }): Move[] => {
    const { delta, direction } = metric;
    if (delta === null || delta.low === null || delta.high === null || isDescriptive(delta.method)) return [];
    const known = z / normalQuantile((1 + delta.level) / 2);
    const low = delta.value - known * (delta.value - delta.low);
    const high = delta.value + known * (delta.high - delta.value);
    if (low <= 0 && high >= 0) return [];
    return [{ task, metric, way: worseSign({ direction }) * delta.value > 0 ? 'worse' : 'better' }];
  });
}

/** Every known pattern that the results match, in the order in which they are to be looked at. */
export function diagnose(file: VerdictFile): readonly Diagnosis[] {
  const seen = { file, moves: movesOf(file) };
  return PATTERNS.flatMap(({ look, ...pattern }) => {
    const evidence = look(seen);
    return evidence.length === 0 ? [] : [{ ...pattern, evidence }];
  });
}
