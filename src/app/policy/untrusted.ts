import type { VerdictFile } from '../../core/domain/decision.ts';
import { buildVerdictFile } from '../../report/build.ts';

/**
 * The same file where somebody with an interest in the verdict could have written the samples. Bad samples may be believed,
 * good ones prove nothing: a pass becomes `inconclusive`, and it blocks.
 * @param lenient whether a policy that the samples' maker did not write lets the undecided merge, `on_inconclusive: warn`
 */
export function distrust(file: VerdictFile, untrusted: string, lenient: boolean): VerdictFile {
  const blocked = file.blocked || !lenient;
  if (file.verdict !== 'pass') return buildVerdictFile({ ...file, blocked, untrusted });
  const reasons = [`The samples say pass, and ${untrusted}.`, ...file.reasons];
  return buildVerdictFile({ ...file, verdict: 'inconclusive', blocked, reasons, untrusted });
}
