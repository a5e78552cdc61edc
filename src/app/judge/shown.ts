import type { ResolvedConfig } from '../../config/resolved.ts';
import { shownSamples } from '../../core/compare/shown-samples.ts';
import { speedsOf } from '../../core/compare/speeds.ts';
import type { VerdictFile } from '../../core/domain/decision.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { metricsOfGate } from '../../core/domain/gate.ts';
import type { ShownSamples } from '../../core/domain/shown-samples.ts';
import type { AnswerSpeed } from '../../core/domain/speed.ts';
import type { StoredSides } from '../sides/stored.ts';

/** A verdict, with the samples that a report shows behind it. */
export interface Judged {
  readonly verdict: VerdictFile;
  /** Null where the config wants none shown. They are read again for it, which only whoever writes a report should pay for. */
  readonly samples: () => ShownSamples | null;
  /** How fast both sides answered: beside the verdict, which is no function of it. */
  readonly speeds: () => readonly AnswerSpeed[];
}

export function withShown(verdict: VerdictFile, config: ResolvedConfig, sides: StoredSides): Judged {
  const { includeSamples: include, gates } = config;
  const runs = { baseline: sides.baseline.runs, candidate: sides.candidate.runs };
  const speeds = () => speedsOf(runs, config.prices);
  if (include === 'none') return { verdict: withoutOutputs(verdict), samples: () => null, speeds };
  const gated = new Map<string, string[]>();
  for (const { task, metric } of gates.flatMap(metricsOfGate)) {
    gated.set(task, [...(gated.get(task) ?? []), metric]);
  }
  return { verdict, speeds, samples: () => orFault(() => shownSamples(runs, { include, gated })) };
}

/** What is only shown must not keep a verdict from being said. */
function orFault(gather: () => ShownSamples): ShownSamples {
  try {
    return gather();
  } catch (error) {
    return { schemaVersion: 1, tasks: [], samples: [], omitted: 0, fault: messageOf(error) };
  }
}

const withoutOutputs = (verdict: VerdictFile): VerdictFile => ({
  ...verdict,
  tasks: verdict.tasks.map((task) => ({
    ...task,
    flips: task.flips.map(({ baseline, candidate, question: _, ...flip }) => ({
      ...flip,
      baseline: { ...baseline, output: null },
      candidate: { ...candidate, output: null },
    })),
  })),
});
