import type { TokenPrice } from './metric.ts';

/** What tokens cost, by model. */
export interface Prices {
  /** For people: `USD`. */
  readonly currency: string;
  /** By the name of a model as a run records it, of an endpoint its model alone; `*` is any other. */
  readonly models: Readonly<Record<string, TokenPrice>>;
}

/** @param source as in `run.json`. Null where nobody says what it costs. */
export function priceOf({ models }: Prices, source: string): TokenPrice | null {
  const [served = source] = source.split(' at ');
  const name = [source, served, '*'].find((each) => Object.hasOwn(models, each));
  return name === undefined ? null : (models[name] ?? null);
}
