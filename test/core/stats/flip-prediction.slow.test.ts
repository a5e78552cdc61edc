import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DrawPlan } from '../../../src/core/compare/draw.ts';
import { planDraw } from '../../../src/core/compare/plan-draw.ts';
import type { Samples } from '../../../src/core/domain/sample.ts';
import { binsOf, type FlipSigns, predictFlips } from '../../../src/core/stats/flip-prediction.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { BenchmarkGate, plainStrata } from '../../../src/core/stats/sequential/benchmark-gate.ts';
import { Drawing, doublingRounds } from '../../../src/core/stats/sequential/drawing.ts';
import type { FlipStratum } from '../../../src/core/stats/sequential/flip-rates.ts';
import { FIRST_BET, isBatchEnd } from '../../../src/core/stats/sequential/looks.ts';
import { loadPath } from '../../results/formats/load.ts';
import { sharedData } from '../../support/shared-data.ts';

const found = sharedData('lm_eval');
const MARGINS = join(found ?? '', '../../oracles/stats/margins_hellaswag_acc_q4.json');

/** Mean share of the benchmark that bets need, over random draws by weight or uniformly, and how often they pass. */
function drawn(
  strata: readonly FlipStratum[],
  flips: readonly number[],
  isWeighted: boolean,
  limit: number,
  orders = 60,
) {
  const size = strata.reduce((sum, each) => sum + each.size, 0);
  let [used, passed] = [0, 0];
  for (let order = 0; order < orders; order += 1) {
    const random = mulberry32(order);
    const gate = new BenchmarkGate({ strata, boundary: -limit, gap: limit, alpha: 0.05 });
    const drawing = isWeighted ? new Drawing(strata, doublingRounds(size)) : null;
    const left = strata.map((each) => each.size);
    const flipsLeft = [...flips];
    for (let seen = 1; seen <= size; seen += 1) {
      const weights = drawing?.weights ?? null;
      const masses = left.map((count, h) => count * (weights?.[h] ?? 1));
      let ticket = random() * masses.reduce((sum, mass) => sum + mass, 0);
      const drawnOne = masses.findIndex((mass) => {
        ticket -= mass;
        return ticket < 0;
      });
      const stratum = drawnOne >= 0 ? drawnOne : masses.findLastIndex((mass) => mass > 0);
      const flipped = random() * (left[stratum] ?? 0) < (flipsLeft[stratum] ?? 0);
      gate.add(stratum, flipped, weights);
      drawing?.add(stratum, flipped);
      left[stratum] = (left[stratum] ?? 0) - 1;
      if (flipped) flipsLeft[stratum] = (flipsLeft[stratum] ?? 0) - 1;
      if (seen === size || (seen >= FIRST_BET && isBatchEnd(seen, size) && gate.verdict !== null)) {
        used += seen / size / orders;
        break;
      }
    }
    if (gate.verdict === 'pass') passed += 1 / orders;
  }
  return { share: used, passed };
}

function counted<Key>(
  keys: readonly Key[],
  strata: readonly Key[],
  holds: (position: number) => boolean,
): number[] {
  const counts = new Map<Key, number>();
  keys.forEach((key, position) => {
    if (holds(position)) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return strata.map((key) => counts.get(key) ?? 0);
}

describe.skipIf(found === null)('MMLU of Llama-2-7B, checkpoint 0 to 200', { timeout: 300_000 }, () => {
  test('takes at most 14 per cent of the samples where checkpoint 50 was asked before', async () => {
    const folder = join(found ?? '', 'replay-mmlu-llama2-7b-alpaca-lora-0.4.13');
    const samplesOf = async (name: string): Promise<Samples> =>
      (await loadPath(join(folder, name))).runs.find(({ record }) => record.task === 'mmlu')?.samples ?? [];
    const [before, earlier, after] = await Promise.all(['ckpt-0', 'ckpt-50', 'ckpt-200'].map(samplesOf));
    if (before === undefined || earlier === undefined || after === undefined) throw new Error('no samples');
    const [first] = before;
    const metric = { metric: 'acc', ...(first?.filter === undefined ? {} : { filter: first.filter }) };
    const draw = planDraw(metric, before, [earlier], []);
    const plan = draw === null ? null : DrawPlan.of(draw, before);
    if (plan === null) throw new Error('drawn uniformly');
    const flips = plan.flips(after);
    const strata = plan.ids.map((id) => plan.stratumOf(id) ?? -1);
    const all = plan.strata.map((_, h) => h);
    const own = counted(strata, all, (at) => flips.get(plan.ids[at] ?? '') === true);
    const weighted = drawn(plan.strata, own, true, 0.02);
    const sides = plan.strata.map(({ right }) => right);
    const sizeOf = (side: boolean) =>
      plan.strata.reduce((sum, { size, right }) => sum + (right === side ? size : 0), 0);
    const flipsOf = (side: boolean) =>
      own.reduce((sum, count, h) => sum + (sides[h] === side ? count : 0), 0);
    const today = drawn(
      plainStrata(sizeOf(true), sizeOf(false)),
      [flipsOf(true), flipsOf(false)],
      false,
      0.02,
    );
    console.info(
      `MMLU 0 to 200: ${(100 * today.share).toFixed(1)} % uniformly, ${(100 * weighted.share).toFixed(1)} % by weight`,
    );
    expect(weighted.passed).toBeGreaterThan(0.95);
    expect(weighted.share).toBeLessThanOrEqual(0.14);
  });
});

describe.skipIf(!existsSync(MARGINS))('HellaSwag of SmolLM2-135M, Q8_0 to Q4_0', { timeout: 300_000 }, () => {
  test.each([0, 1])(
    'takes at most 0.55 of the samples, learnt from the flips of other questions (half %i)',
    (fold) => {
      const { rows } = JSON.parse(readFileSync(MARGINS, 'utf8')) as {
        rows: readonly (readonly [margin: number, before: number, after: number])[];
      };
      const [learnt, others] = [0, 1].map((part) => rows.filter((_, at) => (at + fold) % 2 === part));
      const known = (learnt ?? []).map(
        ([margin, before, after]): FlipSigns => ({
          right: before === 1,
          margin: Math.abs(margin),
          earlier: [before !== after],
        }),
      );
      const random = mulberry32(3);
      const resampled = Array.from(
        { length: 10_042 },
        () => others?.[Math.floor(random() * others.length)] ?? [0, 0, 0],
      );
      const asked = resampled.map(
        ([margin, before]): FlipSigns => ({
          right: before === 1,
          margin: Math.abs(margin),
          earlier: [null],
        }),
      );
      const rates = predictFlips([...known, ...asked]).slice(known.length);
      const bins = binsOf(rates);
      const names = resampled.map(([, before], at) => `${bins[at]} ${before}`);
      const all = [...new Set(names)].sort();
      const sizes = counted(names, all, () => true);
      const sums = all.map((name) =>
        rates.reduce((sum, rate, at) => sum + (names[at] === name ? rate : 0), 0),
      );
      const strata = all.map((name, h) => ({
        size: sizes[h] ?? 0,
        right: name.endsWith(' 1'),
        rate: (sums[h] ?? 0) / (sizes[h] ?? 1),
      }));
      const isFlip = (at: number) => resampled[at]?.[1] !== resampled[at]?.[2];
      const weighted = drawn(strata, counted(names, all, isFlip), true, 0.02);
      const sides = resampled.map(([, before]) => before);
      const [right = 0, wrong = 0] = counted(sides, [1, 0], () => true);
      const today = drawn(plainStrata(right, wrong), counted(sides, [1, 0], isFlip), false, 0.02);
      console.info(
        `HellaSwag: ${(100 * today.share).toFixed(1)} % uniformly, ${(100 * weighted.share).toFixed(1)} % by weight`,
      );
      expect(weighted.share).toBeLessThanOrEqual(0.55 * today.share);
    },
  );
});
