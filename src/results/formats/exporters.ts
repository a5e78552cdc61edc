import { everyEvalEver } from './every-eval-ever/export.ts';
import type { Exporter } from './exporter.ts';

/** One row adds a format. */
export const EXPORTERS = {
  'every-eval-ever': everyEvalEver,
} as const satisfies Readonly<Record<string, Exporter>>;

export type ExportFormat = keyof typeof EXPORTERS;
export const EXPORT_FORMATS = Object.keys(EXPORTERS) as ExportFormat[];
