import { csvExport } from './csv.ts';
import { evalResultsExport } from './eval-results.ts';
import { junitExport } from './junit.ts';
import { markdownExport } from './markdown.ts';
import { modelCardExport } from './model-card.ts';
import { modelIndexExport } from './model-index.ts';
import { sarifExport } from './sarif.ts';
import type { VerdictExport } from './verdict-export.ts';

/** In the order in which they are listed: one file and one row add another. */
export const VERDICT_EXPORTS: Readonly<Record<string, VerdictExport>> = {
  junit: junitExport,
  sarif: sarifExport,
  markdown: markdownExport,
  csv: csvExport,
  'model-index': modelIndexExport,
  'eval-results': evalResultsExport,
  'model-card': modelCardExport,
};
