import type { ResolvedConfig } from '../../config/resolved.ts';
import { judgeCurves } from '../../core/decide/curves.ts';
import type { CurveFiles } from '../../core/domain/curves.ts';

/** Null where the config names none: gates of a base branch that does are then not known. */
export async function curvesOf({ curves, directory }: ResolvedConfig): Promise<CurveFiles | null> {
  if (curves === null) return null;
  const { readCurves } = await import('../../tasks/curves/read.ts');
  return readCurves(curves.files, directory);
}

/** Why gates on training curves could not be judged as things stand: a cheap look, before an evaluation that is none. */
export async function unknownCurves(config: ResolvedConfig): Promise<readonly string[]> {
  if (config.curves === null) return [];
  const { gates } = judgeCurves(config.curves, await curvesOf(config));
  return [...new Set(gates.flatMap(({ verdict, reasons }) => (verdict === 'invalid' ? reasons : [])))];
}
