import type { TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import { describeSource, type Sourced } from '../../core/domain/gate.ts';
import type { ModelIdentity } from '../../core/domain/model.ts';
import { type Column, limitWords } from '../columns.ts';
import { formatCount, formatDigest, formatLevel } from '../format.ts';
import { code, type Inline, say, toMarkdown } from '../inline.ts';
import { folded, renderTable } from '../table.ts';
import { mismatchSentence } from '../who-acts.ts';
import { baselineLines } from './baseline.ts';

/** What is known of a checkpoint. */
function modelFacts(model: ModelIdentity | null): readonly Inline[] {
  if (model === null) return [say`unknown, no run of it could be read`];
  const facts: Inline[] = [code(model.source), code(formatDigest(model.digest))];
  if (model.adapter_digest !== null) facts.push(say`adapter ${code(formatDigest(model.adapter_digest))}`);
  if (model.architecture !== null) facts.push(code(model.architecture));
  if (model.parameter_count !== null) facts.push(say`${formatCount(model.parameter_count)} parameters`);
  if (model.quantization !== null) facts.push(code(model.quantization));
  return facts;
}

/** Each side with what is known of its checkpoint. */
export function modelsOf(file: VerdictFile): readonly (readonly [side: string, facts: readonly Inline[]])[] {
  return [
    ['Baseline', modelFacts(file.baseline)],
    ['Candidate', modelFacts(file.candidate)],
    ...(file.anchor === undefined ? [] : [['Anchor', modelFacts(file.anchor)] as const]),
  ];
}

const done = ({ planned, evaluated }: TaskResult['samples']['baseline']): Inline =>
  planned === evaluated
    ? say`${formatCount(evaluated)}`
    : say`${formatCount(evaluated)} of ${formatCount(planned)}`;

export const TASK_COLUMNS: readonly Column<TaskResult>[] = [
  { title: () => say`Task`, align: 'left', cell: ({ task }) => code(task) },
  { title: () => say`Role`, align: 'left', cell: ({ role }) => say`${role}` },
  { title: () => say`Baseline samples`, align: 'right', cell: ({ samples }) => done(samples.baseline) },
  { title: () => say`Candidate samples`, align: 'right', cell: ({ samples }) => done(samples.candidate) },
  { title: () => say`Paired`, align: 'right', cell: ({ pairs }) => say`${formatCount(pairs)}` },
];

/** Which commit's rules these are. */
function originLine({ policyOrigin }: VerdictFile): Inline[] {
  if (policyOrigin === undefined) return [];
  const commit = code(policyOrigin.revision.slice(0, 12));
  if (policyOrigin.state === 'adopted') {
    return [say`The base branch at ${commit} has no config yet: these limits are the pull request's own`];
  }
  return [say`Read from the base branch at ${commit}`];
}

const from = (sourced: Sourced<unknown>): Inline => say` (${code(describeSource(sourced.source))})`;

/** Every limit and rule, with where each came from. */
export function policyLines(file: VerdictFile): readonly Inline[] {
  const { gates, policy } = file;
  const limits = gates.map((gate) => {
    const sourced = policy.limits[gate.id];
    const source = sourced === undefined ? [] : from(sourced);
    return say`${code(gate.id)} ${limitWords(gate)}${source}`;
  });
  const { alpha, onInconclusive, target, minCoverage } = policy;
  const rules = [
    say`Each claim may be wrong with probability ${code(`alpha: ${alpha.value}`)}${from(alpha)}`,
    say`Undecided gates: ${code(`on_inconclusive: ${onInconclusive.value}`)}${from(onInconclusive)}`,
    say`The verdict speaks of: ${code(`target: ${target.value}`)}${from(target)}`,
    say`Least share of samples paired and scored: ${formatLevel(minCoverage.value)}${from(minCoverage)}`,
  ];
  return [...originLine(file), ...limits, ...rules];
}

/** What each task was run with. */
export function settingsOf({
  provenance,
}: VerdictFile): readonly (readonly [task: string, settings: readonly Inline[]])[] {
  return Object.entries(provenance.fingerprints).map(([task, sides]) => {
    // A verdict read from its file has its keys in another order than one that was just made.
    const settings = Object.entries(sides.candidate ?? sides.baseline ?? {})
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .filter(([, value]) => value !== null)
      .map(([field, value]) => code(`${field}: ${formatDigest(String(value))}`));
    return [task, settings];
  });
}

/** Every difference between the two runs. */
export function settingDifferences({
  comparability,
}: VerdictFile): readonly (readonly [weight: string, what: Inline])[] {
  return comparability.map((mismatch) => [
    mismatch.severity === 'hard' ? 'Not comparable' : 'Differs',
    mismatchSentence(mismatch),
  ]);
}

export function judgedBy({ provenance: { config, weighbridge } }: VerdictFile): Inline {
  const digest = config.digest === null ? [] : say`, config digest ${code(formatDigest(config.digest))}`;
  return say`Judged by Weighbridge ${code(weighbridge)}${digest}.`;
}

/** Which variables the evaluation could read because the workflow's author named them; nothing where none were. */
export function readable(envAllow: readonly string[]): readonly Inline[] {
  if (envAllow.length === 0) return [];
  const names = envAllow.flatMap((name, index) => (index === 0 ? code(name) : say`, ${code(name)}`));
  return [say`By ${code('env-allow')} the evaluation could read: ${names}.`];
}

/** What the section needs beside the verdict. */
export interface CompareContext {
  readonly envAllow?: readonly string[];
  readonly now?: string | null;
}

/** What was compared with what: checkpoints, samples, settings, and where each limit came from. */
export function comparedSection(
  file: VerdictFile,
  { envAllow = [], now = null }: CompareContext = {},
): string {
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
  const found = baselineLines(file, now).map((line) => `\n  - ${toMarkdown(line)}`);
  const models = modelsOf(file).map(([side, facts], index) => {
    const below = index === 0 ? found.join('') : '';
    return `**${side}**: ${facts.map(toMarkdown).join(', ')}${below}`;
  });
  const blocks = [list(models)];
  if (file.tasks.length > 0) blocks.push(renderTable(TASK_COLUMNS, file.tasks));
  const differing = settingDifferences(file).map(([weight, what]) => `**${weight}** ${toMarkdown(what)}`);
  if (differing.length > 0) blocks.push(`**Differences between the two runs**\n\n${list(differing)}`);
  const policy = policyLines(file).map(toMarkdown);
  blocks.push(`**Limits and policy, with where each came from**\n\n${list(policy)}`);
  const settings = settingsOf(file).map(([task, values]) => {
    const shown = values.length === 0 ? 'no settings recorded' : values.map(toMarkdown).join(' ');
    return `${toMarkdown(code(task))}: ${shown}`;
  });
  if (settings.length > 0) blocks.push(`**Settings of each task**\n\n${list(settings)}`);
  blocks.push(...readable(envAllow).map(toMarkdown));
  blocks.push(toMarkdown(judgedBy(file)));
  return folded('What was compared', blocks.join('\n\n'));
}
