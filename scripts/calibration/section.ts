/** One part of the calibration: what it measures, and what it found. */
export interface Section {
  readonly name: string;
  readonly title: string;
  /** What the tables show and how the figures came about, in Markdown. */
  readonly about: string;
  readonly run: (settings: Settings) => Report;
}

export interface Settings {
  /** Sequences of samples in random order that a simulated cell rests on. */
  readonly sequences: number;
  /** Text that a cell's name has to contain. */
  readonly cell: string | null;
  readonly progress: (cell: string) => void;
}

export interface Report {
  readonly tables: readonly Table[];
  readonly checks: readonly Check[];
}

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A figure that has to be what it should be; all in per cent. */
export interface Check {
  readonly cell: string;
  readonly value: number;
  /** `most`: a criterion. `near`: what an independent program found, within a tolerance. */
  readonly bound:
    | { readonly kind: 'most'; readonly value: number }
    | { readonly kind: 'near'; readonly value: number; readonly tolerance: number };
}

export const atMost = (cell: string, value: number, most: number): Check => ({
  ...{ cell, value },
  bound: { kind: 'most', value: most },
});

export const near = (cell: string, value: number, expected: number, tolerance: number): Check => ({
  ...{ cell, value },
  bound: { kind: 'near', value: expected, tolerance },
});

export function holds({ value, bound }: Check): boolean {
  return bound.kind === 'most' ? value <= bound.value : Math.abs(value - bound.value) <= bound.tolerance;
}

/** Drops of the simulated models, of 1. */
export const DROPS = [0, 0.01, 0.02, 0.03, 0.05] as const;
export const DROPS_HEAD = DROPS.map((drop) => (drop === 0 ? 'unchanged' : `−${100 * drop} pp`));

export const percent = (share: number): number => 100 * share;

/** Whole per cent from 10 on, where a tenth would be false precision, and never a 0 or 100 that is not one. */
export function show(value: number): string {
  if (value > 99.5 && value < 99.95) return value.toFixed(1);
  if (value >= 99.95 || value >= 9.95) return value.toFixed(0);
  return value < 0.05 ? '0' : value.toFixed(1);
}

export const nameOfCell = (n: number, margin: number, discordance: number): string =>
  `n ${n}, margin ${percent(margin)} pp, discordance ${percent(discordance)} %`;
