import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { readSideResults } from '../sides/stored.ts';
import { type BlessableRun, unblessable } from './store.ts';

export type BlessableSide = 'baseline' | 'candidate';

/**
 * The runs of a side. Without a side the candidate is meant, which was merged; a candidate that stopped once its gates were decided
 * cannot be compared with, so the baseline of the same run is taken where that is whole, and it is said.
 * @throws WeighbridgeError for runs that cannot be blessed
 */
export async function runsToBless(
  path: string,
  side: BlessableSide | undefined,
): Promise<{ readonly runs: readonly BlessableRun[]; readonly remark: string | null }> {
  const candidate = await read(path, side ?? 'candidate');
  if (side !== undefined || candidate.fault === null) return sound(candidate, null);
  const baseline = await read(path, 'baseline');
  if (baseline.fault !== null) return sound(candidate, null);
  return sound(
    baseline,
    `the baseline of this run is blessed again, since its candidate cannot be: ${messageOf(candidate.fault)}`,
  );
}

type Side = Awaited<ReturnType<typeof read>>;

function sound({ runs, fault }: Side, remark: string | null) {
  if (fault !== null) throw fault;
  return { runs, remark };
}

async function read(path: string, side: BlessableSide) {
  try {
    const { runs, faults } = await readSideResults(path, side);
    return { runs, fault: faults[0] ?? unblessable(runs) };
  } catch (error) {
    if (error instanceof WeighbridgeError) return { runs: [], fault: error };
    throw error;
  }
}
