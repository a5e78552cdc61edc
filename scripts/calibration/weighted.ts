import { mulberry32 } from '../../src/core/stats/random.ts';
import { BenchmarkGate, plainStrata } from '../../src/core/stats/sequential/benchmark-gate.ts';
import { Drawing, doublingRounds } from '../../src/core/stats/sequential/drawing.ts';
import type { FlipStratum } from '../../src/core/stats/sequential/flip-rates.ts';
import { FIRST_BET, isBatchEnd } from '../../src/core/stats/sequential/looks.ts';
import { normalCdf, normalQuantile } from '../../src/core/stats/special/normal.ts';
import { ALPHA, BASELINE_RIGHT } from './exact.ts';
import { atMost, type Check, DROPS, DROPS_HEAD, percent, type Section, show } from './section.ts';

const MARGIN = 0.02;
const DISCORDANCE = 0.1;
/** Bins of the predicted flip rate by the share of samples below, and what a useless prediction says of them. */
const EDGES = [0.3, 0.5, 0.7, 0.82, 0.92];
const USELESS = [0.01, 0.03, 0.06, 0.12, 0.2, 0.35];
const MODES = ['uniform', 'weighted', 'useless', 'inverted'] as const;
type Mode = (typeof MODES)[number];

/** Mean shares, in per cent, that an independent program needs with right predictions; null where none was measured. */
const EXPECTED: readonly { readonly n: number; readonly shares: readonly (number | null)[] }[] = [
  { n: 500, shares: [54.3, null, null, null, 42.4] },
  { n: 2000, shares: [26.3, 51.1, null, 48.3, 15.8] },
  { n: 14042, shares: [5.8, 18.3, null, 19.7, 2.6] },
];
/** What is promised of 14,042 samples without and with a drop of five points, in per cent. */
const PROMISED = new Map([
  [0, 6],
  [0.05, 3],
]);

interface World {
  readonly strata: readonly FlipStratum[];
  readonly flips: readonly number[];
}

/** Flip rates of a baseline whose margins are normal when a normal step of this size, and a fall, is added to them. */
function flipsOf(margins: readonly number[], step: number, fall: number) {
  const each = margins.map((margin) => normalCdf((margin > 0 ? fall - margin : margin - fall) / step));
  const mean = (right: boolean) =>
    each.reduce((sum, rate, at) => sum + ((margins[at] ?? 0) > 0 === right ? rate : 0), 0) / margins.length;
  return { each, fell: mean(true), rose: mean(false) };
}

function root(of: (x: number) => number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 50; step += 1) {
    const middle = (below + above) / 2;
    if (of(middle) < 0) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** A benchmark of which the whole run has exactly this drop, flips being likelier the closer the baseline's call was. */
function worldOf(n: number, drop: number, mode: Mode, random: () => number): World {
  const centre = normalQuantile(BASELINE_RIGHT);
  const margins = Array.from({ length: n }, (_, at) => centre + normalQuantile((at + 0.5) / n));
  const total = (step: number, fall: number) => flipsOf(margins, step, fall);
  const step = root((x) => total(x, 0).fell + total(x, 0).rose - DISCORDANCE, 1e-3, 5);
  const fall = root((x) => total(step, x).fell - total(step, x).rose - drop, -2, 4);
  const { each } = total(step, fall);
  const predicted = total(step, 0).each.map((rate) =>
    mode === 'useless' ? random() : mode === 'inverted' ? -rate : rate,
  );
  const sorted = Float64Array.from(predicted).sort();
  const edges = EDGES.map((share) => sorted[Math.floor(share * n)] ?? 1);
  const bins = predicted.map((rate) => edges.filter((edge) => edge <= rate).length);
  const strataOf = margins.map((margin, at) => (margin > 0 ? 0 : 6) + (bins[at] ?? 0));
  const flips = new Array<number>(12).fill(0);
  const sizes = new Array<number>(12).fill(0);
  const rates = new Array<number>(12).fill(0);
  strataOf.forEach((stratum, at) => {
    sizes[stratum] = (sizes[stratum] ?? 0) + 1;
    rates[stratum] = (rates[stratum] ?? 0) + (predicted[at] ?? 0);
    if (random() < (each[at] ?? 0)) flips[stratum] = (flips[stratum] ?? 0) + 1;
  });
  settle(flips, sizes, Math.round(n * drop));
  const strata = sizes.map((size, stratum) => ({
    size,
    right: stratum < 6,
    rate:
      mode === 'weighted'
        ? Math.max(0.01, (rates[stratum] ?? 0) / Math.max(1, size))
        : (USELESS[stratum % 6] ?? 0),
  }));
  if (mode !== 'uniform') return { strata, flips };
  const sum = (of: readonly number[], from: number) =>
    of.slice(from, from + 6).reduce((all, one) => all + one, 0);
  return { strata: plainStrata(sum(sizes, 0), sum(sizes, 6)), flips: [sum(flips, 0), sum(flips, 6)] };
}

/** Moves single flips of the side that falls until the whole run's drop is what it should be. */
function settle(flips: number[], sizes: readonly number[], wanted: number): void {
  const net = () => flips.reduce((sum, count, stratum) => sum + (stratum < 6 ? count : -count), 0);
  for (let at = 0; net() !== wanted; at += 1) {
    const stratum = at % 6;
    const change = Math.sign(wanted - net());
    const count = (flips[stratum] ?? 0) + change;
    if (count >= 0 && count <= (sizes[stratum] ?? 0)) flips[stratum] = count;
  }
}

function draw({ strata, flips }: World, isWeighted: boolean, random: () => number) {
  const n = strata.reduce((sum, { size }) => sum + size, 0);
  const gate = new BenchmarkGate({ strata, boundary: -MARGIN, gap: MARGIN, alpha: ALPHA });
  const drawing = isWeighted ? new Drawing(strata, doublingRounds(n)) : null;
  const left = strata.map(({ size }) => size);
  const flipsLeft = [...flips];
  for (let seen = 1; ; seen += 1) {
    const weights = drawing?.weights ?? null;
    const stratum = pick(left, weights, random);
    const flipped = random() * (left[stratum] ?? 0) < (flipsLeft[stratum] ?? 0);
    gate.add(stratum, flipped, weights);
    drawing?.add(stratum, flipped);
    left[stratum] = (left[stratum] ?? 0) - 1;
    if (flipped) flipsLeft[stratum] = (flipsLeft[stratum] ?? 0) - 1;
    const isLook = seen === n || (seen >= FIRST_BET && isBatchEnd(seen, n));
    if (isLook && gate.verdict !== null) return { verdict: gate.verdict, share: seen / n };
  }
}

function pick(left: readonly number[], weights: Float64Array | null, random: () => number): number {
  const massOf = (h: number) => (left[h] ?? 0) * (weights?.[h] ?? 1);
  let total = 0;
  for (let h = 0; h < left.length; h += 1) total += massOf(h);
  let ticket = random() * total;
  let last = -1;
  for (let h = 0; h < left.length; h += 1) {
    if (massOf(h) <= 0) continue;
    last = h;
    ticket -= massOf(h);
    if (ticket < 0) return h;
  }
  return last;
}

function measure(n: number, drop: number, mode: Mode, sequences: number) {
  const random = mulberry32(n + Math.round(1000 * drop));
  const counts = { pass: 0, regression: 0 };
  const shares: number[] = [];
  let world = worldOf(n, drop, mode, random);
  for (let sequence = 0; sequence < sequences; sequence += 1) {
    // A prediction may be useless in many ways, and one benchmark has but one.
    if (sequence % 50 === 49) world = worldOf(n, drop, mode, random);
    const { verdict, share } = draw(world, mode !== 'uniform', random);
    counts[verdict] += 1 / sequences;
    shares.push(share);
  }
  const share = shares.reduce((sum, each) => sum + each, 0) / sequences;
  const spread = shares.reduce((sum, each) => sum + (each - share) ** 2, 0) / sequences;
  return { ...counts, share, shareError: Math.sqrt(spread / sequences) };
}

export const weighted: Section = {
  name: 'weighted',
  title: 'Sequential, drawn by weight',
  about: `Per cent passed / failed (part of the samples that was needed), limit 2 pp, 10 % flips, target \`benchmark\`, when samples are drawn by
their predicted flip rate: six bins of what the baseline's margin foretells. \`useless\`: bins at random; \`inverted\`: the other way
round. \`uniform\`: drawn without a prediction.`,
  run: ({ cell, sequences, progress }) => {
    const checks: Check[] = [];
    const rows: string[][] = [];
    for (const { n, shares } of EXPECTED) {
      const name = `n ${n}`;
      if (!name.includes(cell ?? '')) continue;
      const own = n > 2000 ? Math.min(sequences, 400) : Math.min(sequences, 1000);
      const found = MODES.map((mode) => {
        progress(`weighted, ${name}, ${mode}`);
        return { mode, rates: DROPS.map((drop) => measure(n, drop, mode, own)) };
      });
      const uniform = found[0]?.rates ?? [];
      for (const { mode, rates } of found) {
        rows.push([
          String(n),
          mode,
          ...rates.map(
            ({ pass, regression, share }) =>
              `${show(percent(pass))} / ${show(percent(regression))} (${show(percent(share))} %)`,
          ),
        ]);
        rates.forEach(({ pass, regression, share, shareError }, at) => {
          const drop = DROPS[at] ?? 0;
          const what = `weighted, ${name}, ${mode}, drop ${percent(drop)}`;
          const isWithin = Math.round(n * drop) <= n * MARGIN + 1e-9;
          const wrong = percent(isWithin ? regression : pass);
          checks.push(atMost(`${what}: wrong`, wrong, 5 + 300 * Math.sqrt((0.05 * 0.95) / own)));
          const theirs = shares[at] ?? null;
          const room = 300 * shareError;
          if (mode === 'weighted' && theirs !== null)
            checks.push(atMost(`${what}: samples needed`, percent(share), 1.05 * theirs + room));
          const promised = n === 14042 && mode === 'weighted' ? PROMISED.get(drop) : undefined;
          if (promised !== undefined) checks.push(atMost(`${what}: promised`, percent(share), promised));
          const other = uniform[at];
          if (mode !== 'useless' || other === undefined || drop === MARGIN) return;
          const both = 300 * Math.hypot(shareError, 1.1 * other.shareError);
          checks.push(atMost(`${what}: samples needed`, percent(share), 110 * other.share + both));
        });
      }
    }
    return {
      tables: [
        { title: 'Passed / failed (samples needed)', head: ['samples', 'prediction', ...DROPS_HEAD], rows },
      ],
      checks,
    };
  },
};
