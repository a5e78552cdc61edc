import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { GateResult, VerdictFile } from '../../core/domain/decision.ts';
import { truncate } from '../../report/escape.ts';
import { gateSentence } from '../../report/gate-rules.ts';
import { toPlain } from '../../report/inline.ts';
import { ANNOTATION_LENGTH, type AnnotationProperties, type StepRuntime } from '../runtime.ts';

/** GitHub shows ten errors of a use of the action; the step enforce says the verdict as the last. */
const MOST_ANNOTATIONS = 9;

/**
 * Shows each gate that blocks at the line of the config that set its limit, worst first. A limit that was set elsewhere
 * has no line to show it at, and the verdict's own error names the worst.
 * @param directory absolute, what paths in the config are relative to
 */
export function annotateGates({ core, env }: StepRuntime, file: VerdictFile, directory: string): void {
  // The directory is a real path, and the workspace may be reached through a link.
  const workspace = realpathSync(env.GITHUB_WORKSPACE ?? directory);
  const placed = file.gates
    .filter(({ blocks }) => blocks)
    .flatMap((gate) => {
      const place = placeOf(gate, file, directory, workspace);
      return place === null ? [] : [{ gate, place }];
    });
  for (const { gate, place } of placed.slice(0, MOST_ANNOTATIONS)) {
    core.error(truncate(`${toPlain(gateSentence(gate))}.`, ANNOTATION_LENGTH), {
      title: `Weighbridge: ${gate.verdict}`,
      ...place,
    });
  }
}

function placeOf(
  { id }: GateResult,
  { policy }: VerdictFile,
  directory: string,
  workspace: string,
): AnnotationProperties | null {
  const source = policy.limits[id]?.source;
  if (source?.kind !== 'file') return null;
  const file = relative(workspace, resolve(directory, source.file));
  if (file === '..' || file.startsWith(`..${sep}`)) return null;
  return {
    file: file.split(sep).join('/'),
    ...(source.line === undefined ? {} : { startLine: source.line }),
  };
}
