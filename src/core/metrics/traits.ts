import type { Direction, MetricDeclaration } from '../domain/metric.ts';
import type { CorpusAggregate } from './corpus/registry.ts';

/** Everything that is declared of a metric but its name. */
export type MetricTraits = Omit<MetricDeclaration, 'name'>;

const RATE = { kind: 'mean', unit: 'rate', range: { min: 0, max: 1 }, scale: 'linear', weak: false } as const;
/** The traits of a share of samples that is better the greater it is, such as of right answers. */
export const HIGHER = { ...RATE, direction: 'higher_is_better' } as const;
/** The traits of a share of samples that is better the smaller it is. */
export const LOWER = { ...RATE, direction: 'lower_is_better' } as const;
export const PERPLEXITY = {
  direction: 'lower_is_better',
  kind: 'ratio',
  unit: 'perplexity',
  range: { min: null, max: null },
  scale: 'log',
  weak: false,
} as const;

export const NO_RANGE_BELOW = { min: 0, max: null } as const;
export const ERROR = { ...LOWER, unit: 'number', range: NO_RANGE_BELOW } as const;

export const FROM_0_TO_1 = { min: 0, max: 1 } as const;

export const corpus = (
  range: MetricDeclaration['range'],
  aggregate: CorpusAggregate,
  direction: Direction = 'higher_is_better',
) =>
  ({
    direction,
    kind: 'corpus',
    unit: range.min === 0 && range.max === 1 ? 'rate' : 'number',
    range,
    scale: 'linear',
    weak: false,
    aggregate,
  }) as const;

/** What a reader of docs/reference/metrics.md asks of a metric beside its unit, direction and range, which its traits say. */
export interface MetricFacts {
  readonly definition: string;
  /** When to use it, and when another. */
  readonly use: string;
  /** Program or paper that it is held to. */
  readonly reference: string;
}

export const row = <Traits extends MetricTraits>(
  traits: Traits,
  definition: string,
  use: string,
  reference: string,
) => ({
  traits,
  facts: { definition, use, reference },
});
