import { type Inference, testAgainst } from '../../../src/core/stats/inference.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import type { InstrumentErrors } from '../../../src/core/stats/rogan-gladen.ts';

export const errors = (se: number, ofToxic: number, sp: number, ofClean: number): InstrumentErrors => ({
  sensitivity: { rate: se, of: ofToxic },
  specificity: { rate: sp, of: ofClean },
});

export const corrected = (events: number, n: number, of: InstrumentErrors): Inference => ({
  kind: 'corrected',
  of: { kind: 'binomial', events, n },
  errors: of,
});

interface AtLimit {
  readonly limit: number;
  readonly n: number;
  readonly se: number;
  readonly sp: number;
  /** Toxic and clean texts on which the instrument is measured. */
  readonly of: number;
}

/** How often each claim is made of a model exactly at the limit; the instrument is measured anew each time. */
export function errorsAtLimit({ limit, n, se, sp, of }: AtLimit, rounds: number) {
  const random = mulberry32(16);
  const drawn = (count: number, rate: number) => {
    let events = 0;
    for (let index = 0; index < count; index += 1) events += random() < rate ? 1 : 0;
    return events;
  };
  let [passes, fails] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const measured = errors(drawn(of, se) / of, of, drawn(of, sp) / of, of);
    const events = drawn(n, limit * se + (1 - limit) * (1 - sp));
    const { pGreater, pLess } = testAgainst(corrected(events, n, measured), limit);
    passes += pLess < 0.05 ? 1 : 0;
    fails += pGreater < 0.05 ? 1 : 0;
  }
  return { passes: passes / rounds, fails: fails / rounds };
}
