export type { Log } from '../app/evaluate/evaluate.ts';

/** The phases as the steps call them; a parameter, so that the steps can be tested where no model can run. */
export type Pipeline = Pick<typeof import('../app/main.ts'), 'evaluatePlan' | 'judge'>;

/** One of `count` parts of the evaluation, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}
