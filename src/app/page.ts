import { gzipSync } from 'node:zlib';
import type { VerdictFile } from '../core/domain/decision.ts';
import type { ShownSamples } from '../core/domain/shown-samples.ts';
import { type PackedSamples, renderHtml } from '../report/html.ts';
import type { ReportContext } from '../report/section.ts';

/** Of a page that opens at once, and that one can send by mail. */
const MOST_PACKED = 4_000_000;

/** The report as one page, with as many of the samples as it has room for, the worst first. */
export function renderPage(
  file: VerdictFile,
  context: ReportContext,
  samples: ShownSamples | null,
  most = MOST_PACKED,
): string {
  return renderHtml(file, context, samples === null ? null : packed(samples, most));
}

/** Compressed, since texts of one suite repeat each other; every browser of the last years unpacks gzip without a library. */
function packed(samples: ShownSamples, most: number): PackedSamples {
  const text = gzipSync(JSON.stringify(samples)).toString('base64');
  if (text.length <= most || samples.samples.length === 0) return { samples, text };
  const fitting = Math.floor((samples.samples.length * most * 0.9) / text.length);
  const kept = samples.samples.slice(0, fitting);
  const lost = samples.samples.slice(fitting).filter(({ change }) => change !== 'same').length;
  return packed({ ...samples, samples: kept, omitted: samples.omitted + lost }, most);
}
