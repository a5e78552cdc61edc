import type { TaskResult, VerdictFile } from '../../domain/decision.ts';
import { describeSource, type Sourced } from '../../domain/gate.ts';
import type { ModelIdentity } from '../../domain/model.ts';
import { limitWords } from '../columns.ts';
import { formatCount, formatDigest, formatLevel } from '../format.ts';
import { code, type Inline, say, toMarkdown } from '../inline.ts';
import { folded, renderTable } from '../table.ts';
import { mismatchSentence } from '../who-acts.ts';
import { baselineLines } from './baseline.ts';

function modelLine(side: string, model: ModelIdentity | null): string {
  if (model === null) return `- **${side}**: unknown, no run of it could be read`;
  const facts: Inline[] = [code(model.source), code(formatDigest(model.digest))];
  if (model.adapter_digest !== null) facts.push(say`adapter ${code(formatDigest(model.adapter_digest))}`);
  if (model.architecture !== null) facts.push(code(model.architecture));
  if (model.parameter_count !== null) facts.push(say`${formatCount(model.parameter_count)} parameters`);
  if (model.quantization !== null) facts.push(code(model.quantization));
  return `- **${side}**: ${facts.map(toMarkdown).join(', ')}`;
}

const done = ({ planned, evaluated }: TaskResult['samples']['baseline']): Inline =>
  planned === evaluated
    ? say`${formatCount(evaluated)}`
    : say`${formatCount(evaluated)} of ${formatCount(planned)}`;

function taskTable(tasks: readonly TaskResult[]): string {
  return renderTable<TaskResult>(
    [
      { title: () => say`Task`, align: 'left', cell: ({ task }) => code(task) },
      { title: () => say`Role`, align: 'left', cell: ({ role }) => say`${role}` },
      { title: () => say`Baseline samples`, align: 'right', cell: ({ samples }) => done(samples.baseline) },
      { title: () => say`Candidate samples`, align: 'right', cell: ({ samples }) => done(samples.candidate) },
      { title: () => say`Paired`, align: 'right', cell: ({ pairs }) => say`${formatCount(pairs)}` },
    ],
    tasks,
  );
}

const from = (sourced: Sourced<unknown>): Inline => say` (${code(describeSource(sourced.source))})`;

function policyLines({ gates, policy }: VerdictFile): string[] {
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
  return [...limits, ...rules].map((line) => `- ${toMarkdown(line)}`);
}

function settingLines({ provenance }: VerdictFile): string[] {
  return Object.entries(provenance.fingerprints).map(([task, sides]) => {
    // A verdict read from its file has its keys in another order than one that was just made.
    const settings = Object.entries(sides.candidate ?? sides.baseline ?? {})
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .filter(([, value]) => value !== null)
      .map(([field, value]) => toMarkdown(code(`${field}: ${formatDigest(String(value))}`)));
    return `- ${toMarkdown(code(task))}: ${settings.length === 0 ? 'no settings recorded' : settings.join(' ')}`;
  });
}

/** What was compared with what: checkpoints, samples, settings, and where each limit came from. */
export function comparedSection(file: VerdictFile, now: string | null): string {
  const { config, weighbridge } = file.provenance;
  const models = [
    modelLine('Baseline', file.baseline),
    ...baselineLines(file, now),
    modelLine('Candidate', file.candidate),
    ...(file.anchor === undefined ? [] : [modelLine('Anchor', file.anchor)]),
  ];
  const blocks = [models.join('\n')];
  if (file.tasks.length > 0) blocks.push(taskTable(file.tasks));
  if (file.comparability.length > 0) {
    const lines = file.comparability.map((mismatch) => {
      const weight = mismatch.severity === 'hard' ? 'Not comparable' : 'Differs';
      return `- **${weight}** ${toMarkdown(mismatchSentence(mismatch))}`;
    });
    blocks.push(`**Differences between the two runs**\n\n${lines.join('\n')}`);
  }
  blocks.push(`**Limits and policy, with where each came from**\n\n${policyLines(file).join('\n')}`);
  const settings = settingLines(file);
  if (settings.length > 0) blocks.push(`**Settings of each task**\n\n${settings.join('\n')}`);
  const digest = config.digest === null ? [] : say`, config digest ${code(formatDigest(config.digest))}`;
  blocks.push(toMarkdown(say`Judged by Weighbridge ${code(weighbridge)}${digest}.`));
  return folded('What was compared', blocks.join('\n\n'));
}
