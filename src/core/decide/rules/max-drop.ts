import { worseSign } from '../../domain/metric.ts';
import { allowsAnyDrop, CHANGE, changeHypothesis, worsening } from './change.ts';
import { changeForecast } from './change-forecast.ts';
import type { Rule } from './rule.ts';

/** The candidate may be worse by less than the limit: a non-inferiority margin. */
export const MAX_DROP: Rule<'max_drop'> = {
  ...CHANGE,
  ...{ name: 'max_drop', key: 'max_drop', scope: 'metric', limitSign: 1 },
  description: 'The candidate may be worse by less than this.',
  flag: 'largest drop allowed, such as mmlu/acc=2pp',
  allowsEverything: allowsAnyDrop,
  hypothesis: changeHypothesis(1, (size, sign) => `a ${worsening(sign)} of more than ${size}`),
  forecast: ({ limit }, ahead, policy) => changeForecast(MAX_DROP, limit, ahead, policy),
  limitPhrase: ({ direction, against }) => [
    `may ${worsening(direction === null ? -1 : worseSign({ direction }))}`,
    against === undefined ? '' : ` since the ${against}`,
  ],
  outcomePhrase: (holds, { direction, delta }) => {
    const sign = direction === null ? -1 : worseSign({ direction });
    if (!holds) return ['more than the allowed', ''];
    return delta !== null && sign * delta.value > 0
      ? [`within the allowed ${worsening(sign)} of`, '']
      : [`and a ${worsening(sign)} of more than`, ' is ruled out'];
  },
  questionPhrase: 'got worse by more than',
};
