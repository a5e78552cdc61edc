import type { VerdictFile } from '../../core/domain/decision.ts';

/** A form in which other programs read a verdict. */
export interface VerdictExport {
  readonly summary: string;
  /** What the file is called. */
  readonly file: string;
  readonly render: (file: VerdictFile) => string;
}
