import { join } from 'node:path';
import type { SampleRecord } from '../../src/core/domain/sample.ts';
import { exporterOf } from '../../src/results/formats/registry.ts';
import { readRun } from '../../src/results/store/reader.ts';
import { openRun } from '../../src/results/store/writer.ts';
import { plan, sample } from './stored-run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SIDES = ['baseline', 'candidate'] as const;
type Side = (typeof SIDES)[number];

export const SAMPLES = 200;

/** A sample that the candidate more often gets wrong; the eighth has no score. */
export const scoredSample = (side: Side, index: number): SampleRecord =>
  sample(index, {
    input_digest: `sha256:${String(index).padStart(64, '0')}`,
    output: `${side} ${index}`,
    scores: {
      acc: index === 7 ? { unscored: 'error: refused' } : Number(index % (side === 'baseline' ? 7 : 2) > 0),
      bits_per_byte: { numerator: index + (side === 'baseline' ? 1 : 2), denominator: 3 },
    },
  });

/** Both sides as runs of our own, and as exported from there. */
export async function exportedRuns(
  format: string,
  of = scoredSample,
): Promise<{ runs: string; out: string }> {
  const folder = temporaryFolder();
  const [runs, out] = [join(folder, 'runs'), join(folder, 'out')];
  for (const side of SIDES) {
    const model = { ...plan().model, digest: side };
    const { writer } = await openRun(runs, plan({ side, planned: SAMPLES, model }));
    for (let index = 0; index < SAMPLES; index++) await writer.write(of(side, index));
    await writer.complete();
    await exporterOf(format).write(await readRun(join(runs, side, 'facts')), join(out, side));
  }
  return { runs, out };
}
