import { isLookedAt } from '../../core/decide/sequential.ts';
import { mulberry32 } from '../../core/stats/random.ts';
import { BenchmarkGate, plainStrata } from '../../core/stats/sequential/benchmark-gate.ts';
import { rateLogE } from '../../core/stats/sequential/e-values.ts';
import { firstCrossings } from '../../core/stats/sequential/group-sequential.ts';
import { FIRST_BET, isBatchEnd, plannedLooks } from '../../core/stats/sequential/looks.ts';
import { normalQuantile } from '../../core/stats/special/normal.ts';

/** What a sequential evaluation of so many samples does on average for a model that did not change. */

/** A plan of looks at a change: what the fixed test's z(α) and z(α) + z(power) become. */
export interface LookPlan {
  /** Critical value of the last look. */
  readonly last: number;
  /** Standard errors of the whole run that the margin has to be for an unchanged model to pass with the power asked for. */
  readonly reach: number;
  /** Expected share of the samples, at a margin of so many standard errors of the whole run. */
  readonly share: (distance: number) => number;
}

const known = new Map<string, LookPlan>();

/** From here on no look is left out, so that all plans are the same but for rounding. */
const TEN_LOOKS_FROM = 600;

/** Remembered, since each takes half a second. */
export function lookPlan(samples: number, alpha: number, power: number): LookPlan {
  const size = Math.min(samples, TEN_LOOKS_FROM);
  const key = `${size} ${alpha} ${power}`;
  const plan = known.get(key) ?? makeLookPlan(size, alpha, power);
  known.set(key, plan);
  return plan;
}

function makeLookPlan(samples: number, alpha: number, power: number): LookPlan {
  const looks = plannedLooks(samples, alpha, (n) => n);
  const times = looks.map((look) => look.samples / samples);
  const bounds = looks.map(({ level }) => -normalQuantile(level));
  const crossings = firstCrossings(times, bounds);
  const total = (distance: number) => crossings(distance).reduce((sum, each) => sum + each, 0);
  let [low, high] = [0, 20];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (total(middle) < power) low = middle;
    else high = middle;
  }
  return {
    last: bounds.at(-1) ?? Number.POSITIVE_INFINITY,
    reach: high,
    share: (distance) => {
      const each = crossings(distance);
      const stopped = each.reduce((sum, chance) => sum + chance, 0);
      return each.reduce((sum, chance, look) => sum + chance * (times[look] ?? 1), 1 - stopped);
    },
  };
}

/** Simulated orders and the accuracy that is assumed in them; the share hardly depends on the latter. */
const ORDERS = 40;
const ASSUMED_ACCURACY = 0.65;

/** Expected share of a benchmark that bets on a change need, simulated with a fixed seed. */
export function betShare(samples: number, margin: number, discordance: number, alpha: number): number {
  const random = mulberry32(samples);
  const right = Math.round(samples * ASSUMED_ACCURACY);
  const flips = Math.min(Math.round((samples * discordance) / 2), right, samples - right);
  let used = 0;
  for (let order = 0; order < ORDERS; order += 1) {
    const gate = new BenchmarkGate({
      ...{ strata: plainStrata(right, samples - right), boundary: -margin },
      ...{ gap: Math.max(margin, 0.01), alpha },
    });
    // Kinds of samples that are left: each is drawn as often as it is there.
    const left = [flips, right - flips, flips, samples - right - flips];
    let seen = 0;
    while (seen < samples) {
      const kind = drawKind(left, random() * (samples - seen));
      left[kind] = (left[kind] ?? 0) - 1;
      gate.add(kind < 2 ? 0 : 1, kind === 0 || kind === 2);
      seen += 1;
      if (seen >= FIRST_BET && isBatchEnd(seen, samples) && gate.verdict !== null) break;
    }
    used += seen / samples / ORDERS;
  }
  return used;
}

/** The kind of which the ticket, one of all samples that are left, is a sample. */
function drawKind(left: readonly number[], ticket: number): number {
  let before = 0;
  return left.findIndex((count) => {
    before += count;
    return ticket < before;
  });
}

/** Samples without one event after which a rate is proven to lie below a ceiling as they come; null where so many are not enough. */
export function cleanSamples(samples: number, ceiling: number, alpha: number): number | null {
  if (!(ceiling > 0 && ceiling < 1)) return null;
  if (isLookedAt(ceiling, samples)) {
    const looks = plannedLooks(samples, alpha, (n) => n);
    return looks.find((look) => (1 - ceiling) ** look.samples < look.level)?.samples ?? null;
  }
  for (let seen = 1; seen <= samples; seen += 1) {
    if (isBatchEnd(seen, samples) && rateLogE(0, seen, ceiling).below >= Math.log(1 / alpha)) return seen;
  }
  return null;
}
