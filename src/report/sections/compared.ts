import type { BaselineProvenance } from '../../core/domain/baseline.ts';
import type { AnswerHealth, TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import { describeSource, type Sourced } from '../../core/domain/gate.ts';
import type { ModelIdentity } from '../../core/domain/model.ts';
import { type Column, list, numberColumn, paragraph, table, textColumn, titled } from '../blocks.ts';
import { daysBetween, formatCount, formatDigest, formatLevel, formatValue, plural } from '../format.ts';
import { limitPhrase } from '../gate-rules.ts';
import { code, type Inline, inline, joined, ours, strong } from '../inline.ts';
import type { Section, SectionOptions } from '../section.ts';
import { mismatchSentence, toldOpenly } from './faults.ts';

/** What was compared with what: checkpoints, samples, settings, and where each limit came from. */
export function comparedSection(file: VerdictFile, { context }: SectionOptions): Section {
  const { envAllow = [], now = null } = context;
  const { baseline, candidate, anchor, tasks, comparability } = file;
  const side = (name: string, model: ModelIdentity | null) =>
    inline`${strong(name)}: ${joined(modelFacts(model), ', ')}`;
  const told = new Set(toldOpenly(file));
  const differences = comparability
    .filter((mismatch) => !told.has(mismatch))
    .map(
      (mismatch) =>
        inline`${strong(mismatch.severity === 'hard' ? 'Not comparable' : 'Differs')} ${mismatchSentence(mismatch)}`,
    );
  const names = joined(envAllow.map(code), ', ');
  const readable = inline`By ${code('env-allow')} the evaluation could read: ${names}.`;
  return {
    title: 'What was compared',
    blocks: [
      ...list([
        { content: side('Baseline', baseline), below: baselineLines(file, now) },
        side('Candidate', candidate),
        ...(anchor === undefined ? [] : [side('Anchor', anchor)]),
      ]),
      ...table(plural(tasks.length, 'task'), COLUMNS, tasks),
      ...titled(
        ours('Rows that ask the same, which count as one cluster'),
        list(tasks.flatMap(askedAgainLines)),
      ),
      ...titled(ours('What the answers look like'), list(answerLines(file))),
      ...titled(ours('Other differences between the two runs'), list(differences)),
      ...titled(ours('How the results were read'), list((file.notes ?? []).map((note) => inline`${note}`))),
      ...titled(ours('Limits and policy, with where each came from'), list(policyLines(file))),
      ...titled(ours('Settings of each task'), list(settingLines(file))),
      ...(envAllow.length === 0 ? [] : [paragraph(readable)]),
      paragraph(judgedBy(file)),
    ],
  };
}

/** What is known of a checkpoint. */
function modelFacts(model: ModelIdentity | null): readonly Inline[] {
  if (model === null) return [inline`unknown, no run of it could be read`];
  const facts: Inline[] = [code(model.source), code(formatDigest(model.digest))];
  if (model.adapter_digest !== null) facts.push(inline`adapter ${code(formatDigest(model.adapter_digest))}`);
  if (model.architecture !== null) facts.push(code(model.architecture));
  if (model.parameter_count !== null) facts.push(inline`${formatCount(model.parameter_count)} parameters`);
  if (model.quantization !== null) facts.push(code(model.quantization));
  return facts;
}

const done = ({ planned, evaluated }: TaskResult['samples']['baseline']): string =>
  planned === evaluated ? formatCount(evaluated) : `${formatCount(evaluated)} of ${formatCount(planned)}`;

const COLUMNS: readonly Column<TaskResult>[] = [
  textColumn('Task', ({ task }) => code(task)),
  textColumn('Role', ({ role }) => role),
  numberColumn('Baseline samples', ({ samples }) => done(samples.baseline)),
  numberColumn('Candidate samples', ({ samples }) => done(samples.candidate)),
  numberColumn('Paired', ({ pairs }) => formatCount(pairs)),
];

function askedAgainLines({ task, askedAgain }: TaskResult): Inline[] {
  if (askedAgain === undefined) return [];
  const { rows, of, first } = askedAgain;
  const named = joined(first.map(code), ' and ');
  return [inline`${code(task)}: ${formatCount(rows)} of ${plural(of, 'row')}, such as ${named}`];
}

/** How many answers of each side say nothing, go in circles or were cut, of the tasks whose answers were written. */
function answerLines({ tasks, provenance }: VerdictFile): readonly Inline[] {
  return tasks.flatMap(({ task, answers }) => {
    if (answers === undefined) return [];
    const sides = inline`${answerWords('the candidate', answers.candidate)}; ${answerWords('the baseline', answers.baseline)}`;
    const thoughts = (answers.candidate?.thinking ?? 0) + (answers.baseline?.thinking ?? 0);
    const fingerprints = provenance.fingerprints[task];
    const { harness = null } = fingerprints?.candidate ?? fingerprints?.baseline ?? {};
    const setting = STRIPS_THOUGHTS.get(String(harness));
    const fix = setting === undefined ? [] : inline`, which ${code(setting)} strips`;
    return [
      inline`${code(task)}: ${sides}${thoughts === 0 ? [] : inline`. The scorer saw the thoughts${fix}`}`,
    ];
  });
}

/** What tells the thoughts of a reasoning model from its answer, by harness. */
const STRIPS_THOUGHTS: ReadonlyMap<string, string> = new Map([
  ['weighbridge native', 'strip_thinking: true'],
  ['lm-evaluation-harness', '--model_args think_end_token=</think>'],
  ['lighteval', '--remove-reasoning-tags --reasoning-tags'],
  ['inspect_ai', '-M reasoning_parser=NAME'],
  ['promptfoo', 'showThinking: false'],
]);

function answerWords(side: string, health: AnswerHealth | null): string {
  if (health === null) return `no answer of ${side} was kept`;
  const { answers, blank, invisible, repeating, truncated, identical, thinking, unclosed } = health;
  const share = (count: number) => formatValue(count / answers, 'rate');
  const kinds: readonly (readonly [count: number, what: string])[] = [
    [blank, 'are empty'],
    [invisible, 'show nothing'],
    [repeating, 'go in circles'],
    [truncated ?? 0, 'were cut at the limit'],
  ];
  const odd = kinds.filter(([count]) => count > 0).map(([count, what]) => `${share(count)} ${what}`);
  const sound =
    truncated === null ? 'none is empty or goes in circles' : 'none is empty, goes in circles or was cut';
  const cut = truncated === null ? ['nobody says which were cut'] : [];
  const facts = [...(odd.length === 0 ? [sound] : odd), ...cut].join(', ');
  const thoughts = `; ${plural(thinking, 'answer')} with thoughts, ${formatCount(unclosed)} of these without an end`;
  return `of ${plural(answers, 'answer')} of ${side} ${facts}, and the commonest is ${share(identical)} of them${thinking === 0 ? '' : thoughts}`;
}

/** Which commit's rules these are. */
function originLine({ policyOrigin }: VerdictFile): Inline[] {
  if (policyOrigin === undefined) return [];
  const left = code(policyOrigin.revision.slice(0, 12));
  const { tip } = policyOrigin;
  const commit =
    tip === undefined
      ? left
      : inline`${left}, where this branch left it, and at its tip ${code(tip.slice(0, 12))}`;
  if (policyOrigin.state === 'adopted') {
    return [inline`The base branch at ${commit} has no config yet: these limits are the pull request's own`];
  }
  return [inline`Read from the base branch at ${commit}`];
}

const sourceOf = (sourced: Sourced<unknown>): Inline => inline` (${code(describeSource(sourced.source))})`;

/** Every limit and rule, with where each came from. */
function policyLines(file: VerdictFile): readonly Inline[] {
  const { gates, policy } = file;
  const limits = gates.map((gate) => {
    const sourced = policy.limits[gate.id];
    const source = sourced === undefined ? [] : sourceOf(sourced);
    return inline`${code(gate.id)} ${limitPhrase(gate)}${source}`;
  });
  const { alpha, onInconclusive, target, minCoverage, identical } = policy;
  const rules = [
    inline`Each test may be wrong with probability ${code(`alpha: ${alpha.value}`)}${sourceOf(alpha)}`,
    inline`Undecided gates: ${code(`on_inconclusive: ${onInconclusive.value}`)}${sourceOf(onInconclusive)}`,
    inline`The verdict speaks of: ${code(`target: ${target.value}`)}${sourceOf(target)}`,
    ...(identical === undefined
      ? []
      : [
          inline`Answers exactly as the baseline's: ${code(`identical: ${identical.value}`)}${sourceOf(identical)}`,
        ]),
    inline`Least share of samples paired and scored: ${formatLevel(minCoverage.value)}${sourceOf(minCoverage)}`,
  ];
  return [...originLine(file), ...limits, ...rules];
}

/** Those that hold many, of which the ones that differ are shown by name. */
const isNamed = (field: string) => field === 'settings' || field === 'other_settings';

/** What each task was run with. */
function settingLines({ provenance }: VerdictFile): readonly Inline[] {
  return Object.entries(provenance.fingerprints).map(([task, sides]) => {
    // A verdict read from its file has its keys in another order than one that was just made.
    const settings = Object.entries(sides.candidate ?? sides.baseline ?? {})
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .filter(([field, value]) => value !== null && !isNamed(field))
      .map(([field, value]) => code(`${field}: ${formatDigest(String(value))}`));
    return inline`${code(task)}: ${settings.length === 0 ? 'no settings recorded' : joined(settings)}`;
  });
}

function judgedBy({ provenance: { config, weighbridge } }: VerdictFile): Inline {
  const digest = config.digest === null ? [] : inline`, config digest ${code(formatDigest(config.digest))}`;
  return inline`Judged by Weighbridge ${code(weighbridge)}${digest}.`;
}

/** Lines below the baseline: how it was found, from which commit, how old it is, and what was declared to have changed. */
function baselineLines({ provenance }: VerdictFile, now: string | null): readonly Inline[] {
  const { baseline } = provenance;
  if (baseline === undefined) return [];
  return [
    ...baseline.attempts.map(({ source, reason }) =>
      reason === null ? inline`found by ${code(source)}` : inline`not by ${code(source)}: ${reason}`,
    ),
    ...originLines(baseline, now),
    ...(baseline.accepted.length === 0
      ? []
      : [
          inline`declared change of ${code(baseline.accepted.join(', '))}: the baseline was evaluated with the candidate's setting`,
        ]),
  ];
}

function originLines({ origin, max_age_days: limit }: BaselineProvenance, now: string | null): Inline[] {
  if (origin === null) return [];
  const { commit, date, by } = origin;
  const days = daysBetween(date, now);
  const facts = [
    inline`evaluated ${code(date.slice(0, 10))}`,
    ...(commit === null ? [] : [inline`at commit ${code(commit.slice(0, 12))}`]),
    ...(by === null ? [] : [inline`by ${code(by)}`]),
    ...(days === null ? [] : [inline`${plural(days, 'day')} old`]),
  ];
  const line = facts.reduce((before, fact) => inline`${before}, ${fact}`);
  if (limit === null || days === null || days <= limit) return [line];
  return [line, inline`older than ${plural(limit, 'day')}: evaluate and bless it anew`];
}
