import { CHANGE, changeHypothesis } from './change.ts';
import { changeForecast } from './change-forecast.ts';
import type { Rule } from './rule.ts';

/** The candidate must be better by at least the limit. */
export const MIN_GAIN: Rule<'min_gain'> = {
  ...CHANGE,
  ...{ name: 'min_gain', key: 'min_gain', scope: 'metric', limitSign: -1 },
  description: 'The candidate must be better by at least this.',
  flag: 'smallest gain wanted, such as tickets/exact_match=1pp',
  allowsEverything: () => false,
  hypothesis: changeHypothesis(
    -1,
    (size, sign) => `a ${sign === -1 ? 'gain' : 'reduction'} of less than ${size}`,
  ),
  forecast: ({ limit }, ahead, policy) => changeForecast(MIN_GAIN, limit, ahead, policy),
  limitPhrase: () => ['must gain', ''],
  outcomePhrase: (holds) => [holds ? 'at least the required gain of' : 'short of the required gain of', ''],
  questionPhrase: 'gained the required',
};
