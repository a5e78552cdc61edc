import { mulberry32 } from '../../src/core/stats/random.ts';
import { CALIBRATION_MODELS, type CalibrationModel, drawAnswers, trueRise } from './calibration-models.ts';
import { verdictOfScores } from './corpus.ts';
import { ALPHA } from './exact.ts';
import { atMost, type Check, percent, type Section, show } from './section.ts';

const LIMIT = 0.03;
/** Runs of each size. */
const RUNS = new Map([
  [100, 400],
  [200, 400],
  [500, 400],
  [2000, 160],
]);

/** By how much more than the limit the error rises in the last column. */
const BEYOND = 0.08;

/** Errors at the limit, per cent, from 200 samples on and at 100. */
const MOST = 5.5;
const MOST_AT_100 = 6.5;

export const calibrationError: Section = {
  name: 'calibration-error',
  title: 'Calibration error',
  about: `Per cent of simulated runs that are judged wrongly: a candidate the calibration error of which (15 bins) is higher by exactly the
limit of ${percent(LIMIT)} pp, passed and failed, nominal at most 5 each. And what that costs: an unchanged candidate passed, and one that is ${percent(BEYOND)} pp
beyond the limit failed. Ten per cent of the answers are given anew where nothing else is said. The standard error of a rate of 5 % is
1.1 (1.7 at 2,000 samples), and a criterion is held to be met up to two of them above ${MOST} %, ${MOST_AT_100} % at 100.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const rows: string[][] = [];
    for (const model of CALIBRATION_MODELS) {
      if (!(Math.abs(trueRise(model, LIMIT) - LIMIT) < 1e-9)) throw new Error(`${model.title}: another rise`);
      for (const [n, runs] of RUNS) {
        const name = `ece, ${model.title}, n ${n}`;
        if (!name.includes(cell ?? '')) continue;
        progress(name);
        const rates = (rise: number, some: number) => errors(model, rise, n, some);
        const atLimit = rates(LIMIT, runs);
        const error = percent(Math.sqrt((ALPHA * (1 - ALPHA)) / runs));
        const most = (n < 200 ? MOST_AT_100 : MOST) + 2 * error;
        checks.push(
          atMost(`${name}: passed at the limit`, percent(atLimit.pass), most),
          atMost(`${name}: failed at the limit`, percent(atLimit.regression), most),
        );
        const isPossible = Number.isFinite(trueRise(model, LIMIT + BEYOND));
        const beyond = isPossible ? show(percent(rates(LIMIT + BEYOND, runs / 4).regression)) : '';
        rows.push([
          ...[model.title, String(n)],
          ...[atLimit.pass, atLimit.regression, rates(0, runs / 4).pass].map((rate) => show(percent(rate))),
          beyond,
        ]);
      }
    }
    const head = [
      ...['baseline, then candidate', 'samples', 'at the limit: passed', 'failed'],
      ...['unchanged: passed', 'far beyond: failed'],
    ];
    return { tables: rows.length === 0 ? [] : [{ title: 'Errors and power', head, rows }], checks };
  },
};

/** Shares of simulated runs by verdict. */
function errors(model: CalibrationModel, rise: number, n: number, runs: number) {
  const random = mulberry32(n);
  const rates = { pass: 0, regression: 0, inconclusive: 0 };
  for (let run = 0; run < runs; run += 1) {
    const drawn = Array.from({ length: n }, () => drawAnswers(model, rise, random));
    rates[verdictOfScores('ece', drawn, LIMIT)] += 1 / runs;
  }
  return rates;
}
