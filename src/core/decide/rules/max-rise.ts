import { worseSign } from '../../domain/metric.ts';
import { CHANGE, changeHypothesis } from './change.ts';
import { changeForecast } from './change-forecast.ts';
import { MAX_DROP } from './max-drop.ts';
import type { Rule } from './rule.ts';

/** `max_drop` by the name that it has where more is worse: tokens, seconds, errors. */
export const MAX_RISE: Rule<'max_rise'> = {
  ...CHANGE,
  ...{ name: 'max_rise', key: 'max_rise', scope: 'metric', limitSign: 1 },
  description: 'A metric that is better when lower may rise by less than this.',
  flag: 'largest rise allowed, such as tickets/output_tokens=10%rel',
  misfit: (direction) => (worseSign({ direction }) === 1 ? null : { better: 'higher', use: 'max_drop' }),
  allowsEverything: MAX_DROP.allowsEverything,
  hypothesis(limit, metric, baseline) {
    if (worseSign(metric) === -1) {
      return {
        refusal: `${metric.name} is better when higher, so a max_rise would stop improvements: use a max_drop.`,
      };
    }
    return changeHypothesis(1, (size) => `a rise of more than ${size}`)(limit, metric, baseline);
  },
  forecast: ({ limit }, ahead, policy) => changeForecast(MAX_RISE, limit, ahead, policy),
  limitPhrase: ({ against }) => ['may rise', against === undefined ? '' : ` since the ${against}`],
  outcomePhrase(holds, { delta }) {
    if (!holds) return ['more than the allowed', ''];
    return delta !== null && delta.value > 0
      ? ['within the allowed rise of', '']
      : ['and a rise of more than', ' is ruled out'];
  },
  questionPhrase: 'rose by more than',
};
