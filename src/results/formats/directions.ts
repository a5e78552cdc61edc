import type { Direction } from '../../core/domain/metric.ts';
import { checkChoices, type Selection } from './selection.ts';

/** Which way metrics are better, where neither the file nor a table says it: `results#higher=quality,safe&lower=cost`. */
export type Directions = (metric: string) => Direction | null;

const CHOICES = { higher: 'higher_is_better', lower: 'lower_is_better' } as const;

/** @throws WeighbridgeError `usage` for a choice that is neither */
export function directionsOf(selection: Selection, known: Directions): Directions {
  checkChoices(selection, Object.keys(CHOICES));
  const said = new Map<string, Direction>();
  for (const [choice, direction] of Object.entries(CHOICES)) {
    for (const metric of (selection.chosen.get(choice) ?? '').split(',')) said.set(metric, direction);
  }
  return (metric) => said.get(metric) ?? known(metric);
}

/** How to say it. */
export const sayDirection = (path: string, metric: string): string =>
  `write ${path}#higher=${metric} or ${path}#lower=${metric}`;
