import { formatLimit } from '../../domain/format.ts';
import { type WorseSign, worseSign } from '../../domain/metric.ts';
import { parseValue } from './limits.ts';
import type { Rule } from './rule.ts';
import { valueForecast } from './value-forecast.ts';

type ValueRuleName = 'ceiling' | 'floor';

/** The limit of a rate as the largest rate of failures: the failures of a floor are the successes of a ceiling. */
export const failureRate = (sign: WorseSign, limit: number): number => (sign === 1 ? limit : 1 - limit);

/** A rule on the candidate's own value, whatever the baseline does. @param sign 1 where greater values are forbidden */
export function valueRule(name: ValueRuleName, sign: WorseSign) {
  const [beyond, within] = sign === 1 ? ['above', 'below'] : ['below', 'above'];
  const misfit: Rule<ValueRuleName>['misfit'] = (direction) => {
    if (worseSign({ direction }) === sign) return null;
    return sign === 1 ? { better: 'higher', use: 'floor' } : { better: 'lower', use: 'ceiling' };
  };
  const hypothesis: Rule<ValueRuleName>['hypothesis'] = (limit, metric) => {
    const wrong = misfit(metric.direction);
    if (wrong !== null) {
      return {
        refusal: `${metric.name} is better when ${wrong.better}, so a ${name} would stop improvements: use a ${wrong.use}.`,
      };
    }
    const value = metric.scale === 'log' ? Math.log(limit) : limit;
    if (!Number.isFinite(value))
      return { refusal: `A ${name} of ${limit} is beyond all values that the metric can take.` };
    const ideal = sign === 1 ? metric.range.min : metric.range.max;
    return {
      ...{ estimand: 'candidate', sign, boundary: sign * value, margin: limit },
      tolerance: metric.scale === 'log' || ideal === null ? Math.abs(value) : Math.abs(value - ideal),
      forbidden: `a value ${beyond} ${formatLimit(limit, metric.unit)}`,
    };
  };
  return {
    ...{ key: name, estimand: 'candidate', scope: 'metric', limitSign: sign, written: 'value', misfit },
    signFor: () => sign,
    parse: parseValue,
    allowsEverything: (limit, unit) => unit === 'rate' && failureRate(sign, limit) === 1,
    hypothesis,
    forecast: ({ limit }, ahead, policy) =>
      valueForecast(hypothesis(limit, ahead.metrics[0].declaration, null), ahead, policy),
    limitPhrase: () => [sign === 1 ? 'at most' : 'at least', ''],
    outcomePhrase: (holds) => [`${holds ? within : beyond} its ${name} of`, ''],
    questionPhrase: `stays ${within} its ${name} of`,
  } as const satisfies Omit<Rule<ValueRuleName>, 'name' | 'description' | 'flag'>;
}
