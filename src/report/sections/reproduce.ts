import { ruleOf } from '../../core/decide/rules/registry.ts';
import type { VerdictFile } from '../../core/domain/decision.ts';
import type { GateRuleName } from '../../core/domain/gate.ts';
import { paragraph, verbatim } from '../blocks.ts';
import { oneLine } from '../escape.ts';
import { ours } from '../inline.ts';
import type { Section } from '../section.ts';

const COMMAND_LENGTH = 4000;

/** How to come to the same verdict elsewhere, as one command. */
export function reproduceSection(file: VerdictFile): Section {
  const intro = paragraph(ours('In a clone at this commit, with the checkpoints in place:'));
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

/** Paths of checkpoints are relative to the config's folder, those of flags to where the command runs. */
const directoryOf = (file: string | null): string => file?.replace(/[^/\\]*$/, '') ?? '';
const from = (directory: string, path: string): string =>
  /^([/\\]|[A-Za-z]:)/.test(path) ? path : `${directory}${path}`;

/** The command that comes to the same verdict on another machine, limits given as inputs or flags included. */
export function reproduceCommand(file: VerdictFile): string {
  const { candidate, baseline, gates, policy, policyOrigin, provenance } = file;
  const words = ['weighbridge', 'run'];
  if (provenance.config.file !== null) words.push('--config', provenance.config.file);
  if (policyOrigin !== undefined) words.push('--policy-from', policyOrigin.tip ?? policyOrigin.revision);
  const directory = directoryOf(provenance.config.file);
  for (const [flag, model] of [
    ['--baseline', baseline],
    ['--candidate', candidate],
  ] as const) {
    // An adapter on its base is no single path, and a baseline that was found has none: only the config can name them.
    const isFound = flag === '--baseline' && provenance.baseline !== undefined;
    if (model !== null && model.adapter_digest === null && !isFound)
      words.push(flag, from(directory, model.source));
  }
  for (const { id, task, metric, rule, limit, average } of gates) {
    const source = policy.limits[id]?.source.kind;
    const flag = flagOf(rule);
    const named = average?.map((each) => `${each.task}/${each.metric}`).join('+') ?? `${task}/${metric}`;
    if (flag !== null && (source === 'input' || source === 'flag')) words.push(flag, `${named}=${limit}`);
  }
  return words.map(shellWord).join(' ');
}
