import { ruleOf } from '../../core/decide/rules/registry.ts';
import type { VerdictFile } from '../../core/domain/decision.ts';
import type { GateRuleName, Source } from '../../core/domain/gate.ts';
import { paragraph, verbatim } from '../blocks.ts';
import { oneLine } from '../escape.ts';
import { code, inline, ours } from '../inline.ts';
import type { Section, SectionOptions } from '../section.ts';

const COMMAND_LENGTH = 4000;

/** What a server keeps need not be in place. */
const MLFLOW = /^(?:runs|models):\//;

/** How to come to the same verdict elsewhere, as one command. */
export function reproduceSection(
  file: VerdictFile,
  { context: { directory = '' } }: Pick<SectionOptions, 'context'>,
): Section {
  const { baseline = '', candidate = '', results } = file.provenance.given ?? {};
  const what = results === undefined ? 'checkpoints' : 'results';
  const isTracked = results === true && [baseline, candidate].every((path) => MLFLOW.test(path));
  const needs = isTracked ? 'the variables of MLflow set' : `the ${what} in place`;
  const clone = inline`a clone at this commit, with ${ours(needs)}:`;
  const isRoot = /^(?:\.\/?)*$/.test(directory);
  const intro = paragraph(isRoot ? inline`In ${clone}` : inline`In ${code(directory)} of ${clone}`);
  return {
    title: 'Reproduce locally',
    blocks: [intro, verbatim(reproduceCommand(file), COMMAND_LENGTH, 'sh')],
  };
}

/** Groups and net gains are gated in the config alone. */
const flagOf = (rule: GateRuleName): string | null =>
  ruleOf({ rule }).flag === null ? null : `--${rule.replaceAll('_', '-')}`;

/** One word of a POSIX shell, quoted only where it must be. */
function shellWord(text: string): string {
  const word = oneLine(text);
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The command that comes to the same verdict on another machine, what inputs or flags said included. */
export function reproduceCommand({ gates, policy, policyOrigin, provenance }: VerdictFile): string {
  const { config, given = {} } = provenance;
  const words = ['weighbridge', given.results === undefined ? 'run' : 'gate'];
  if (config.file !== null) words.push('--config', config.file);
  if (policyOrigin !== undefined) words.push('--policy-from', policyOrigin.tip ?? policyOrigin.revision);
  for (const side of ['baseline', 'candidate'] as const) {
    const path = given[side];
    if (path !== undefined) words.push(`--${side}`, path);
  }
  if (given.folds !== undefined) words.push('--folds', given.folds.file);
  for (const { fold, path } of given.folds?.results ?? []) words.push('--fold', `${fold}=${path}`);
  if (given.full === true) words.push('--full');
  const { value, source: chosen } = policy.onInconclusive;
  if (isGiven(chosen)) words.push('--on-inconclusive', value);
  for (const { id, task, metric, rule, limit, average } of gates) {
    const source = policy.limits[id]?.source;
    const flag = flagOf(rule);
    const named = average?.map((each) => `${each.task}/${each.metric}`).join('+') ?? `${task}/${metric}`;
    if (flag !== null && source !== undefined && isGiven(source)) words.push(flag, `${named}=${limit}`);
  }
  return words.map(shellWord).join(' ');
}

const isGiven = ({ kind }: Source): boolean => kind === 'input' || kind === 'flag';
