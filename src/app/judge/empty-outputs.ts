import { plural } from '../../core/domain/format.ts';
import { type Gate, tasksOfGate } from '../../core/domain/gate.ts';
import type { TaskRun } from '../../core/domain/run.ts';

function isEmpty({ samples }: TaskRun): boolean {
  for (const { output } of samples) if (output?.trim() !== '') return false;
  return samples.length > 0;
}

/** Whether outputs are known to have been kept: of another program an empty one may be one that was not. */
const keepsOutputs = ({ record }: TaskRun, baseline: TaskRun | undefined): boolean =>
  record.fingerprint.harness === 'weighbridge native' ||
  (baseline !== undefined && baseline.samples.length > 0 && !isEmpty(baseline));

/**
 * Why a candidate that said nothing at all proves nothing: it is never rude, and is never wrong in a way that a ceiling sees.
 * One sentence for each such task on which a gate could block.
 */
export function emptyOutputs(
  candidate: readonly TaskRun[],
  baseline: readonly TaskRun[],
  gates: readonly Gate[],
): string[] {
  const gated = new Set(gates.filter(({ tier }) => tier === 'blocking').flatMap(tasksOfGate));
  return candidate
    .filter((run) => gated.has(run.record.task) && isEmpty(run))
    .filter((run) =>
      keepsOutputs(
        run,
        baseline.find(({ record }) => record.task === run.record.task),
      ),
    )
    .map(
      ({ record, samples }) =>
        `all of the candidate's ${plural(samples.length, 'answer')} to ${record.task} are empty, which is a broken checkpoint, template or stop text and no behaviour: look at what it is asked`,
    );
}
