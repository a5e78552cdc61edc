import { normalCdf } from '../special/normal.ts';
import { boundaries, spentError } from './group-sequential.ts';

/** Planned looks of a group-sequential test, and the least number of independent units at which z may be taken as normal. */
const LOOKS = 10;
const LEAST_UNITS = 60;

/** Bets before this are of little use, and a verdict from a handful of samples convinces nobody. */
export const FIRST_BET = 100;

/**
 * Tests that may be looked at any time are looked at whenever a hundredth or less of what was seen came on top: what comes after the
 * sample that decides is evaluated for nothing, so that the early looks are the ones to have many of.
 */
function batchAfter(samples: number): number {
  return 5 * 2 ** Math.max(0, Math.floor(Math.log2(samples / 500)));
}

/** Whether a test that may be looked at any time is looked at after `samples` of `planned`. */
export function isBatchEnd(samples: number, planned: number): boolean {
  return samples % batchAfter(samples) === 0 || samples === planned;
}

/** Whether anything can be decided after `samples` that could not be one sample earlier. */
export function isLook(samples: number, planned: number): boolean {
  return isBatchEnd(samples, planned) || tenths(planned).includes(samples);
}

/** The looks of a group-sequential test: the few after which more can be decided than in between. */
export function tenths(planned: number): number[] {
  return Array.from({ length: LOOKS }, (_, look) => Math.round((planned * (look + 1)) / LOOKS));
}

/** A look at the first `samples`, with the one-sided p-value that decides there. */
export interface PlannedLook {
  readonly samples: number;
  readonly level: number;
}

/**
 * Ten equal looks that together err with `alpha` a side. Looks with fewer than 60 independent units are left out, their error
 * going to the first that is taken; the last one is always taken.
 * @param unitsAfter independent units among the first samples; more samples never have fewer
 */
export function plannedLooks(
  planned: number,
  alpha: number,
  unitsAfter: (samples: number) => number,
): PlannedLook[] {
  const taken = tenths(planned).filter((n) => n === planned || unitsAfter(n) >= LEAST_UNITS);
  const levels = levelsOf([...new Set(taken)], planned, alpha);
  return [...new Set(taken)].map((samples, look) => ({ samples, level: levels[look] ?? 0 }));
}

const known = new Map<string, readonly number[]>();

/** Remembered, because the recursion takes a tenth of a second and an evaluation asks again at every look. */
function levelsOf(looks: readonly number[], planned: number, alpha: number): readonly number[] {
  const key = [alpha, planned, ...looks].join(' ');
  const found = known.get(key);
  if (found !== undefined) return found;
  const spent = looks.map((n) => spentError(alpha, n / planned));
  const levels = boundaries(looks, spent).map((bound) => normalCdf(-bound));
  known.set(key, levels);
  return levels;
}
