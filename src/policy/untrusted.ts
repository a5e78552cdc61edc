import type { VerdictFile } from '../domain/decision.ts';
import { buildVerdictFile } from '../report/build.ts';

/**
 * The same file where somebody with an interest in the verdict could have written the samples. Bad samples may be believed,
 * good ones prove nothing: a pass becomes `inconclusive`, and only `on_inconclusive: warn` lets that through.
 */
export function distrust(file: VerdictFile, untrusted: string): VerdictFile {
  if (file.verdict !== 'pass') {
    const blocked = file.blocked || file.policy.onInconclusive.value !== 'warn';
    return buildVerdictFile({ ...file, blocked, untrusted });
  }
  return buildVerdictFile({
    ...file,
    verdict: 'inconclusive',
    blocked: file.policy.onInconclusive.value !== 'warn',
    reasons: [`The samples say pass, and ${untrusted}.`, ...file.reasons],
    untrusted,
  });
}
