import { WeighbridgeError } from '../domain/errors.ts';
import type { SampleRecord } from '../domain/sample.ts';
import type { Salvaged } from '../store/results.ts';
import type { ForeignResults } from './importer.ts';

/** Reads all samples into memory, as judging needs them. A run whose samples are at fault becomes a fault. */
export async function collect({ runs, faults }: ForeignResults): Promise<Salvaged> {
  const salvaged = { runs: [] as Salvaged['runs'][number][], faults: [...faults] };
  for (const run of runs) {
    const { folder, record, incomplete } = run;
    try {
      const collected: SampleRecord[] = [];
      for await (const sample of run.samples()) collected.push(sample);
      salvaged.runs.push({ folder, record, incomplete, samples: collected });
    } catch (error) {
      if (!(error instanceof WeighbridgeError)) throw error;
      salvaged.faults.push(error);
    }
  }
  return salvaged;
}
