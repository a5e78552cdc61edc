import { mulberry32, shuffled } from '../../src/core/stats/random.ts';
import { BUCKETS, featuresOf, windowsOf } from '../../src/tasks/scorers/toxicity/embedded/features.ts';
import type { LinearModel } from '../../src/tasks/scorers/toxicity/embedded/model.ts';
import type { Example } from './examples.ts';

const EPOCHS = 6;
const RATE = 0.3;
const BIAS_RATE = 0.03;
const PENALTY = 2e-6;
const SEED = 1;
/** Words of a toxic text that are learnt from: nobody says in which of its windows the toxic ones stand. */
const FIRST_WORDS = 60;
const LARGEST = 127;

interface Point {
  readonly features: Uint32Array;
  readonly label: 0 | 1;
}

/**
 * Logistic regression by AdaGrad (Duchi, Hazan & Singer 2011), one example at a time in an order that the seed shuffles, with an L2
 * penalty on the weights that an example touches. Plain double arithmetic in a fixed order: the same weights again.
 */
export function train(examples: readonly Example[]): LinearModel {
  let points = examples.filter(({ part }) => part === 'train').flatMap(pointsOf);
  const weights = new Float64Array(BUCKETS);
  const squares = new Float64Array(BUCKETS).fill(1e-8);
  let [bias, biasSquares] = [0, 1e-8];
  const random = mulberry32(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    points = shuffled(points, random);
    for (const { features, label } of points) {
      const scale = 1 / Math.sqrt(Math.max(1, features.length));
      let logit = bias;
      for (const feature of features) logit += at(weights, feature) * scale;
      const error = 1 / (1 + Math.exp(-logit)) - label;
      for (const feature of features) {
        const slope = error * scale + PENALTY * at(weights, feature);
        squares[feature] = at(squares, feature) + slope * slope;
        weights[feature] = at(weights, feature) - (RATE * slope) / Math.sqrt(at(squares, feature));
      }
      biasSquares += error * error;
      bias -= (BIAS_RATE * error) / Math.sqrt(biasSquares);
    }
  }
  const most = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0);
  const step = Number((most / LARGEST).toPrecision(6));
  return {
    weights: Int8Array.from(weights, (weight) =>
      Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / step))),
    ),
    step,
    bias: Number(bias.toPrecision(6)),
  };
}

function pointsOf({ words, toxic }: Example): readonly Point[] {
  const pieces = toxic ? [words.slice(0, FIRST_WORDS)] : windowsOf(words);
  return pieces.map((piece) => ({ features: featuresOf(piece), label: toxic ? 1 : 0 }));
}

const at = (values: Float64Array, index: number): number => values[index] ?? 0;
