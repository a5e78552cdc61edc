import { B as unitsOf, C as paired, Ct as normalDensity, D as imputeDelta, E as imputeCandidate, H as mapped, L as CANDIDATE, O as isZeroOrOne, R as DELTA, S as estimateOf, St as normalCdf, T as shownDelta, Tt as quantileOfLogConcave, W as effectiveSize, Z as lowerLimit, _ as alone, c as inOrder, et as upperLimit, ft as countOf, l as onlyOn, mt as limitsOfFinitePopulation, pt as keepItems, rt as rootOfDecreasing, wt as normalQuantile, x as estimateDelta, y as descriptive, z as valuesOfEstimand } from "./core-compare-aggregate-only.js";
import { A as noValueMessage, C as undecidedGate, D as drawMessage, E as cautions, F as testHypothesis, I as onSamplesOf, M as stopMessage, N as timeValueMessage, O as gateMessages, P as chooseTarget, T as capMessage, a as ruleOf, f as locateMetric, g as judgeAggregates, i as hypothesisOf, j as sequentialMessage, p as obstacleOf, v as factsOf, x as judgedGate, y as invalidGate } from "./core-decide-rules-registry.js";
import { a as restsOnTails } from "./config-resolve.js";
import { wt as assertNever } from "./core-domain-drift.js";
import { K as sum } from "./core-metrics-repeats.js";
import { t as FlipRates } from "./core-stats-sequential-flip-rates.js";
import { n as inSight } from "./core-decide-sight.js";

// src/core/compare/imputed-estimate.ts
/** The same estimate about exactly the `population` samples, of which those seen are a random part. */
function ofFinitePopulation(estimate, population) {
	const share = Math.min(1, estimate.n / population);
	const narrowed = (imputation) => {
		if (imputation === null) return null;
		const { value, inference } = imputation;
		return {
			value,
			inference: {
				kind: "limits",
				limits: limitsOfFinitePopulation({
					lower: (alpha) => lowerLimit(inference, alpha),
					upper: (alpha) => upperLimit(inference, alpha)
				}, share)
			}
		};
	};
	return {
		...estimate,
		method: "finite population",
		lowest: narrowed(estimate.lowest),
		highest: narrowed(estimate.highest)
	};
}

// src/core/stats/sequential/group-sequential.ts
/** Error spent by the time a share `fraction` of the samples was seen: α t^1.5 (Kim & DeMets 1987 with ρ = 1.5). */
function spentError(alpha, fraction) {
	return alpha * Math.min(1, fraction) ** 1.5;
}
/**
* Critical values of z at several looks that together err with the last of `spent` at most: at look k with information
* I_k (samples seen; n/(1 − n/N) when exactly N samples exist) the chance of crossing for the first time is
* `spent[k] − spent[k − 1]`.
*
* The density of the score z√I that has not yet crossed is carried from look to look by Simpson's rule (Armitage,
* McPherson & Rowe 1969; Lan & DeMets 1983). Assumes normal z with independent increments: look first at 60 samples.
*/
function boundaries(information, spent) {
	const bounds = [];
	let going = null;
	information.forEach((now, look) => {
		const before = information[look - 1] ?? 0;
		const step = Math.sqrt(now - before);
		const error = (spent[look] ?? NaN) - (spent[look - 1] ?? 0);
		const bound = going === null ? -normalQuantile(error) : boundOf(error, going, now, step);
		bounds.push(bound);
		going = carried(going, now, step, bound);
	});
	return bounds;
}
/**
* Probability of crossing each bound for the first time, as a function of the drift: the mean of z at information 1. The
* densities are those without a drift, reweighted by the likelihood ratio exp(θ S − θ² I / 2).
*/
function firstCrossings(information, bounds) {
	const densities = [null];
	information.forEach((now, look) => {
		const step = Math.sqrt(now - (information[look - 1] ?? 0));
		densities.push(carried(densities[look] ?? null, now, step, bounds[look] ?? NaN));
	});
	return (drift) => information.map((now, look) => {
		const before = information[look - 1] ?? 0;
		const step = Math.sqrt(now - before);
		const mean = drift * (now - before);
		const bound = (bounds[look] ?? NaN) * Math.sqrt(now);
		const going = densities[look];
		if (going === null || going === void 0) return normalCdf((mean - bound) / step);
		const weigh = ({ at, mass }) => ({
			at: at + mean,
			mass: mass * Math.exp(drift * at - drift * drift * before / 2)
		});
		return crossing(going.map(weigh), bound, step);
	});
}
/**
* The bound of z that is crossed for the first time with probability `error`. Log-concave in −z: the normal density is, and
* so are what is left of a log-concave density below a bound, and its sum with a normal step (Prékopa 1973).
*/
function boundOf(error, going, now, step) {
	const scale = Math.sqrt(now);
	return -quantileOfLogConcave(error, normalQuantile(error), (lowered) => ({
		value: crossing(going, -lowered * scale, step),
		slope: arriving(going, -lowered * scale, step) * scale
	}));
}
/** The scores that have not crossed by a look, from those that had not by the one before; null before the first. */
function carried(previous, now, step, bound) {
	return simpsonGrid(-9 * Math.sqrt(now), Math.min(bound, 9) * Math.sqrt(now)).map(({ at, weight }) => ({
		at,
		mass: weight * (previous === null ? normalDensity(at / step) / step : arriving(previous, at, step))
	}));
}
/** Further than this many standard deviations a step never goes. */
const FAR = 9;
function arriving(previous, at, step) {
	let total = 0;
	for (const point of previous) {
		const z = (at - point.at) / step;
		if (z < FAR && z > -9) total += point.mass * normalDensity(z);
	}
	return total / step;
}
/** Probability that the score goes beyond `bound` in one step of standard deviation `step`. */
function crossing(density, bound, step) {
	let total = 0;
	for (const point of density) {
		const z = (point.at - bound) / step;
		if (z > -9) total += point.mass * normalCdf(z);
	}
	return total;
}
function simpsonGrid(low, high) {
	const steps = 1e3;
	const width = (high - low) / steps;
	return Array.from({ length: 1001 }, (_, index) => {
		const coefficient = index === 0 || index === steps ? 1 : index % 2 === 1 ? 4 : 2;
		return {
			at: low + index * width,
			weight: coefficient * width / 3
		};
	});
}

// src/core/stats/sequential/looks.ts
/** Planned looks of a group-sequential test, and the least number of independent units at which z may be taken as normal. */
const LOOKS = 10;
const LEAST_UNITS = 60;
/** Tests that may be looked at any time are looked at this often: some 500 times in all, and not after every sample. */
function batchOf(planned) {
	return Math.max(5, Math.ceil(planned / 500));
}
/** Whether a test that may be looked at any time is looked at after `samples` of `planned`. */
function isBatchEnd(samples, planned) {
	return samples % batchOf(planned) === 0 || samples === planned;
}
/** Whether anything can be decided after `samples` that could not be one sample earlier. */
function isLook(samples, planned) {
	return isBatchEnd(samples, planned) || tenths(planned).includes(samples);
}
/** The looks of a group-sequential test: the few after which more can be decided than in between. */
function tenths(planned) {
	return Array.from({ length: LOOKS }, (_, look) => Math.round(planned * (look + 1) / LOOKS));
}
/**
* Ten equal looks that together err with `alpha` a side. Looks with fewer than 60 independent units are left out, their error
* going to the first that is taken; the last one is always taken.
* @param unitsAfter independent units among the first samples; more samples never have fewer
*/
function plannedLooks(planned, alpha, unitsAfter) {
	const taken = tenths(planned).filter((n) => n === planned || unitsAfter(n) >= LEAST_UNITS);
	const levels = levelsOf([...new Set(taken)], planned, alpha);
	return [...new Set(taken)].map((samples, look) => ({
		samples,
		level: levels[look] ?? 0
	}));
}
const known = /* @__PURE__ */ new Map();
/** Remembered, because the recursion takes a tenth of a second and an evaluation asks again at every look. */
function levelsOf(looks, planned, alpha) {
	const key = [
		alpha,
		planned,
		...looks
	].join(" ");
	const found = known.get(key);
	if (found !== void 0) return found;
	const spent = looks.map((n) => spentError(alpha, n / planned));
	const levels = boundaries(looks, spent).map((bound) => normalCdf(-bound));
	known.set(key, levels);
	return levels;
}

// src/core/stats/sequential/e-values.ts
/**
* E-values: evidence that may be looked at after every sample. While the null is true an e-process exceeds 1/α at any time
* with probability at most α (Ville 1939), so that 1/max e is a p-value that peeking cannot spoil.
*/
/** ln of the mean of eˣ. */
function logMeanExp(logs) {
	const largest = Math.max(...logs);
	if (largest === -Infinity) return -Infinity;
	return largest + Math.log(sum(logs.map((log) => Math.exp(log - largest))) / logs.length);
}
/** The logarithm of a long product of positive factors: one logarithm for many of them, taken before the product overflows. */
var LogProduct = class {
	#log = 0;
	#product = 1;
	get value() {
		return this.#log + Math.log(this.#product);
	}
	/** @param factor within [1e-100, 1e100] */
	multiply(factor) {
		const product = this.#product * factor;
		if (product > 1e-100 && product < 1e100) {
			this.#product = product;
			return;
		}
		this.#log += Math.log(product);
		this.#product = 1;
	}
};
/**
* Likelihood ratios of `events` among `n` against the rate `ceiling`, averaged over alternatives below it (0, c/4, c/2) and
* above it (1.5c, 2c, 4c). Valid against every rate on the other side of the ceiling, since the ratio is monotone.
* Robbins 1970. Without events a ceiling of 1 % is proven at α = 5 % after 363 samples; a planned 299 would do.
*/
function rateLogE(events, n, ceiling) {
	const against = (rate) => times(events, Math.log(rate / ceiling)) + times(n - events, Math.log1p(-rate) - Math.log1p(-ceiling));
	const above = [
		1.5,
		2,
		4
	].map((factor) => factor * ceiling).filter((rate) => rate < 1);
	return {
		below: logMeanExp([
			0,
			ceiling / 4,
			ceiling / 2
		].map(against)),
		above: above.length === 0 ? 0 : logMeanExp(above.map(against))
	};
}
/** 0 · ln 0 = 0: an impossible event that did not happen says nothing. */
function times(count, log) {
	return count === 0 ? 0 : count * log;
}

// src/core/stats/sequential/benchmark-gate.ts
/** Flip rate assumed where nothing is known. */
const USUAL_RATE = .12;
/** The effect sizes of the bets, in units of the gap. */
const EFFECTS = [
	.5,
	1,
	2,
	4
];
/** Of samples of which nothing is known but whether the baseline had them right. */
const plainStrata = (right, wrong) => [{
	size: right,
	right: true,
	rate: USUAL_RATE
}, {
	size: wrong,
	right: false,
	rate: USUAL_RATE
}];
/**
* Decides what the full run of a finite benchmark would show, from samples that were drawn at random, at any time, and with
* error at most `alpha` a side: a bet on each sample against its remaining mean if the delta were exactly the boundary.
*
* Betting without replacement of Waudby-Smith & Ramdas 2024, "Estimating means of bounded random variables by betting",
* section 5, with the known baseline and the predicted flips as control variate, and importance weights where samples were not
* drawn uniformly (Shekhar, Xu, Lipton, Liang & Ramdas 2023). Wrong guesses of flip rates cost samples, never validity; another
* order than the drawn one costs validity. Always decided once all samples were seen.
*/
var BenchmarkGate = class {
	#options;
	#size;
	#signs;
	#left;
	#rates;
	#remaining = {
		all: 0,
		right: 0,
		wrong: 0
	};
	#net = 0;
	#estimate = {
		weight: 0,
		total: 0
	};
	#bets = EFFECTS.map((effect) => ({
		effect,
		pass: new LogProduct(),
		regression: new LogProduct()
	}));
	constructor(options) {
		const { strata } = options;
		this.#options = options;
		this.#signs = Float64Array.from(strata, ({ right }) => right ? -1 : 1);
		this.#left = Float64Array.from(strata, ({ size }) => size);
		this.#rates = new FlipRates(strata);
		for (const { size, right } of strata) this.#remaining[right ? "right" : "wrong"] += size;
		this.#size = this.#remaining.right + this.#remaining.wrong;
		this.#remaining.all = this.#size;
	}
	get evidence() {
		return {
			pass: logMeanExp(this.#bets.map(({ pass }) => pass.value)),
			regression: logMeanExp(this.#bets.map(({ regression }) => regression.value))
		};
	}
	/** Between what the samples still to come can make of the delta at most. */
	get certain() {
		const { right, wrong } = this.#remaining;
		return {
			low: (this.#net - right) / this.#size,
			high: (this.#net + wrong) / this.#size
		};
	}
	/**
	* The delta of the full run by design: each draw foretells it without bias from what was known before (Des Raj 1956), and
	* counts by how well it should. Null before the first.
	*/
	get estimate() {
		const { all } = this.#remaining;
		if (all === this.#size) return null;
		return all === 0 ? this.#net / this.#size : this.#estimate.total / this.#estimate.weight / this.#size;
	}
	/** Null while undecided. */
	get verdict() {
		const { boundary, alpha } = this.#options;
		const { right, wrong } = this.#remaining;
		const needed = this.#size * boundary - 1e-9;
		const enough = Math.log(1 / alpha);
		const { pass, regression } = this.evidence;
		if (this.#net - right >= needed) return "pass";
		if (this.#net + wrong < needed) return "regression";
		return pass >= enough ? "pass" : regression >= enough ? "regression" : null;
	}
	/**
	* The next sample in the order of draws.
	* @param weights of a sample of each stratum in this draw, up to a common factor; null where all were alike
	*/
	add(stratum, flipped, weights = null) {
		const sign = this.#signs[stratum] ?? 0;
		this.#bet(stratum, flipped ? sign : 0, weights);
		this.#left[stratum] = (this.#left[stratum] ?? 0) - 1;
		this.#remaining.all -= 1;
		this.#remaining[sign < 0 ? "right" : "wrong"] -= 1;
		if (flipped) this.#net += sign;
		this.#rates.add(stratum, flipped);
	}
	#bet(stratum, change, weights) {
		const { boundary, gap } = this.#options;
		const { rates } = this.#rates;
		const left = this.#remaining.all;
		if (left <= 0 || (this.#left[stratum] ?? 0) <= 0) throw new RangeError("more samples than the benchmark has");
		let total = left;
		if (weights !== null) {
			total = 0;
			for (let h = 0; h < rates.length; h += 1) total += (this.#left[h] ?? 0) * (weights[h] ?? 0);
		}
		let expected = 0;
		let variance = 0;
		let lowest = Infinity;
		let highest = -Infinity;
		for (let h = 0; h < rates.length; h += 1) {
			const rest = this.#left[h] ?? 0;
			const rate = rates[h] ?? 0;
			const importance = weights === null ? 1 : total / (left * (weights[h] ?? 0));
			const isRight = (this.#signs[h] ?? 0) < 0;
			const guess = isRight ? -rate : rate;
			expected += rest * guess;
			variance += rest * importance * rate * (1 - rate);
			const least = importance * (isRight ? -1 - guess : -guess);
			const most = importance * (isRight ? -guess : 1 - guess);
			if (least < lowest) lowest = least;
			if (most > highest) highest = most;
		}
		expected /= left;
		variance /= left;
		const importance = weights === null ? 1 : total / (left * (weights[stratum] ?? 0));
		const residual = (change - (this.#signs[stratum] ?? 0) * (rates[stratum] ?? 0)) * importance;
		const mean = (this.#size * boundary - this.#net) / left - expected;
		const below = Math.max(mean - lowest, 1e-9);
		const above = Math.max(highest - mean, 1e-9);
		const gain = residual - mean;
		for (const { effect, pass, regression } of this.#bets) {
			const distance = effect * gap * this.#size / left;
			const stake = distance / (variance + distance * distance);
			pass.multiply(Math.max(1 + Math.min(stake, .9 / below) * gain, 1e-6));
			regression.multiply(Math.max(1 - Math.min(stake, .9 / above) * gain, 1e-6));
		}
		const precision = 1 / (left * left * variance);
		this.#estimate.weight += precision;
		this.#estimate.total += precision * (this.#net + left * (residual + expected));
	}
};

// src/core/stats/sequential/benchmark-interval.ts
/** Limits are searched for until they are known to a hundredth of a basis point, and then rounded outwards. */
const RESOLUTION = 1e-6;
/**
* The confidence sequence that belongs to `BenchmarkGate`: every delta of the full run that its bets do not rule out, each
* side with error `alpha` over all looks. Waudby-Smith & Ramdas 2024, section 4.
*
* Evidence falls as the boundary rises, since the bets' sizes do not depend on it but for caps that keep this order, so that
* each limit is found by bisection, replaying the samples at every step. It agrees with the gate: a pass puts the lower
* limit at the boundary or above it. What the samples still to come cannot change is never outside of it.
*/
function benchmarkInterval(options, seen) {
	const at = (boundary) => {
		const gate = new BenchmarkGate({
			...options,
			boundary
		});
		for (const { stratum, flipped, weights } of seen) gate.add(stratum, flipped, weights);
		return gate;
	};
	const own = at(options.boundary);
	const { low, high } = own.certain;
	const inside = Math.min(high, Math.max(low, options.boundary));
	return {
		low: lastThat((boundary) => at(boundary).verdict === "pass", own.verdict === "pass" ? inside : low, own.verdict === "pass" ? high : inside),
		high: lastThat((boundary) => at(boundary).verdict === "regression", own.verdict === "regression" ? inside : high, own.verdict === "regression" ? low : inside)
	};
}
/** The point next to where a condition ends, on the side of `holding`, where it holds. */
function lastThat(condition, holding, other) {
	let [held, failed] = [holding, other];
	while (Math.abs(failed - held) > RESOLUTION) {
		const middle = (held + failed) / 2;
		if (condition(middle)) held = middle;
		else failed = middle;
	}
	return held;
}

// src/core/decide/anytime.ts
/** The first answer about exactly this benchmark; null while there is none. */
function betOnBenchmark(ordered) {
	const { metric, seen, isCovered } = ordered;
	const { worst: ofWorst, best: ofBest } = {
		worst: viewOf(ordered, "worst"),
		best: viewOf(ordered, "best")
	};
	if (ofWorst === null || ofBest === null) return null;
	const worst = new BenchmarkGate(ofWorst.options);
	const best = metric.scores.some(isMissing("baseline")) || seen.some(isMissing("candidate")) ? new BenchmarkGate(ofBest.options) : worst;
	const bet = (gate, { stratum, flipped, weights }) => gate.add(stratum, flipped, weights);
	return firstAnswer(ordered, {
		add: (score) => {
			bet(worst, ofWorst.drawn(score));
			if (best !== worst) bet(best, ofBest.drawn(score));
		},
		evidence: () => ({
			pass: worst.evidence.pass,
			regression: best.evidence.regression
		}),
		look: (samples) => {
			if (samples < 100 || !isCovered(samples)) return null;
			const verdict = worst.verdict === "pass" ? "pass" : best.verdict === "regression" ? "regression" : null;
			if (verdict === null) return null;
			const [pSafe, pWorse] = [anytimeP(worst.evidence.pass), anytimeP(best.evidence.regression)];
			const limits = () => benchmarkLimits(ordered, samples, ofWorst, ofBest);
			const middle = ((worst.estimate ?? NaN) + (best.estimate ?? NaN)) / 2;
			return {
				samples,
				verdict,
				pSafe,
				pWorse,
				limits,
				...ordered.draw === null ? {} : { estimate: idealOf(ordered.hypothesis) - middle }
			};
		}
	});
}
/** Null where the draw is of other samples. */
function viewOf(ordered, view) {
	const { hypothesis, metric, alpha, draw } = ordered;
	const sides = (score) => rightness(score, hypothesis, view);
	const common = {
		boundary: boundaryOfRightness(hypothesis),
		gap: Math.max(hypothesis.tolerance, .01),
		alpha
	};
	if (draw === null) {
		const { length } = metric.scores;
		const right = countOf(metric.scores, (score) => sides(score).baseline);
		return {
			options: {
				...common,
				strata: plainStrata(right, length - right)
			},
			drawn: (score) => {
				const { baseline, candidate } = sides(score);
				return {
					stratum: baseline ? 0 : 1,
					flipped: baseline !== candidate,
					weights: null
				};
			}
		};
	}
	const placed = weightedStrata(ordered, draw, (score) => sides(score).baseline);
	if (placed === null) return null;
	const { strata, stratumOf, weightsOf } = placed;
	return {
		options: {
			...common,
			strata
		},
		drawn: (score) => {
			const { baseline, candidate } = sides(score);
			return {
				stratum: stratumOf(score),
				flipped: baseline !== candidate,
				weights: weightsOf(score)
			};
		}
	};
}
/**
* The draw's strata, each halved by whether the baseline has this very metric right: within one, all samples were drawn with
* the same weight, whatever metric the draw was about.
*/
function weightedStrata({ hypothesis, metric, seen }, draw, isRightBefore) {
	const places = /* @__PURE__ */ new Map();
	const strata = [];
	const cells = [];
	const placeOf = (score) => `${draw.stratumOf(score.key)} ${isRightBefore(score)}`;
	for (const score of metric.scores) {
		const cell = draw.stratumOf(score.key);
		const stratum = cell === void 0 ? void 0 : draw.strata[cell];
		if (cell === void 0 || stratum === void 0) return null;
		const place = placeOf(score);
		let index = places.get(place);
		if (index === void 0) {
			index = strata.length;
			places.set(place, index);
			cells.push(cell);
			const isOver = hypothesis.estimand === "candidate" && !stratum.right;
			strata.push({
				size: 0,
				right: isRightBefore(score),
				rate: isOver ? 1 - stratum.rate : stratum.rate
			});
		}
		const own = strata[index];
		if (own !== void 0) own.size += 1;
	}
	if (seen.some((score) => draw.weightsOf(score.key) === void 0) || seen.length !== draw.drawn) return null;
	const spread = /* @__PURE__ */ new Map();
	return {
		strata,
		stratumOf: (score) => places.get(placeOf(score)) ?? -1,
		weightsOf: (score) => {
			const weights = draw.weightsOf(score.key) ?? /* @__PURE__ */ new Float64Array();
			const known = spread.get(weights);
			if (known !== void 0) return known;
			const own = Float64Array.from(cells, (cell) => weights[cell] ?? NaN);
			spread.set(weights, own);
			return own;
		}
	};
}
/** Each limit in the view that puts it furthest out. */
function benchmarkLimits({ seen, hypothesis }, samples, worst, best) {
	const first = seen.slice(0, samples);
	const ideal = idealOf(hypothesis);
	const { low } = benchmarkInterval(worst.options, first.map(worst.drawn));
	const { high } = benchmarkInterval(best.options, first.map(best.drawn));
	return {
		low: ideal - high,
		high: ideal - low
	};
}
/** The first answer about a rate of independent samples against a ceiling or floor; null while there is none. */
function betOnRate(ordered) {
	const { hypothesis, alpha, isCovered } = ordered;
	const events = {
		worst: 0,
		best: 0
	};
	const enough = Math.log(1 / alpha);
	const evidence = (samples) => ({
		pass: rateLogE(events.worst, samples, hypothesis.tolerance).below,
		regression: rateLogE(events.best, samples, hypothesis.tolerance).above
	});
	return firstAnswer(ordered, {
		add: (score) => {
			for (const view of VIEWS) events[view] += rightness(score, hypothesis, view).candidate ? 0 : 1;
		},
		evidence,
		look: (samples) => {
			if (!isCovered(samples)) return null;
			const { pass: below, regression: above } = evidence(samples);
			const verdict = below >= enough ? "pass" : above >= enough ? "regression" : null;
			if (verdict === null) return null;
			const { worst } = events;
			const ideal = idealOf(hypothesis);
			const limits = () => ({
				low: ideal,
				high: ideal + highestRate(worst, samples, enough)
			});
			return {
				samples,
				verdict,
				pSafe: anytimeP(below),
				pWorse: anytimeP(above),
				limits
			};
		}
	});
}
/** Whether as many samples without a single event would prove that the rate lies within its limit. */
function canProveRate({ tolerance }, samples, alpha) {
	return tolerance > 0 && tolerance < 1 && rateLogE(0, samples, tolerance).below >= Math.log(1 / alpha);
}
/** The smallest ceiling that the samples prove. */
function highestRate(events, samples, enough) {
	if (events === samples) return 1;
	return rootOfDecreasing((rate) => enough - rateLogE(events, samples, rate).below, events / samples, 1);
}
function firstAnswer({ metric, seen, alpha }, { add, evidence, look }) {
	const enough = Math.log(1 / alpha);
	const progress = [];
	let samples = 0;
	for (const score of seen) {
		if (score.candidate !== null && !isZeroOrOne(metric, [score.candidate])) return null;
		add(score);
		samples += 1;
		if (!isBatchEnd(samples, metric.scores.length)) continue;
		const { pass, regression } = evidence(samples);
		progress.push({
			samples,
			pass: pass / enough,
			regression: regression / enough
		});
		const answer = look(samples);
		if (answer !== null) return {
			...answer,
			progress
		};
	}
	return null;
}
const isMissing = (side) => (score) => score[side] === null;
/** The boundary as a change of being right: a value is a change from a baseline that always is. */
function boundaryOfRightness({ estimand, boundary, tolerance }) {
	return estimand === "candidate" ? -tolerance : 0 - boundary;
}
/** The degradation of a candidate that is always right: of a change 0, of a rate what a perfect one has. */
const idealOf = ({ estimand, sign }) => estimand === "candidate" && sign === -1 ? -1 : 0;
const VIEWS = ["worst", "best"];
/** Whether each side's 0 or 1 is the good one. */
function rightness({ baseline, candidate }, { estimand, sign }, view) {
	return {
		baseline: estimand === "candidate" || isRight(baseline, sign, view === "worst"),
		candidate: isRight(candidate, sign, view === "best")
	};
}
function isRight(part, sign, missing) {
	return part === null ? missing : part.numerator === 1 === (sign === -1);
}
/** Whether every score of these samples is 0 or 1. */
function areZeroOrOne(metric, scores, side) {
	return isZeroOrOne(metric, valuesOfEstimand(scores, { read: (score) => score[side] }));
}
function anytimeP(logE) {
	return Math.min(1, Math.exp(-logE));
}

// src/core/decide/sequential.ts
/** Share of samples that flip, assumed before there are any. */
const PLANNED_DISCORDANCE = .12;
/**
* The first look at which a gate is decided, on samples in the order in which they were evaluated: what comes after it
* changes nothing. Which test is used follows from the gate, the baseline and the number of planned samples, never from the
* candidate's scores.
*
* @param hypothesis null where there is no single one
* @param metric all planned samples, with every score of the baseline
* @param seen those that the candidate has, in order
* @returns null while the gate is undecided, and where it can only be judged by the fixed test on all samples
*/
function decideInOrder(hypothesis, metric, seen, limited, policy, draw = null) {
	const test = testOf(hypothesis, metric, seen, limited, policy, draw === "lost" ? null : draw);
	if (test === null || draw === "lost" || draw !== null && test.method !== "betting") return null;
	const { ordered, method } = test;
	switch (method) {
		case "betting": return answered(ordered, betOnBenchmark(ordered), "benchmark", "betting without replacement");
		case "e-process": return answered(ordered, betOnRate(ordered), "population", method) ?? atEnd(ordered, method);
		case "group sequential": return lookByLook(ordered);
		default: return assertNever(method);
	}
}
/**
* After how many samples a gate could be decided at the earliest, whatever the candidate answers; null where not before the
* last. Takes what `decideInOrder` takes.
*/
function earliestAnswer(hypothesis, metric, limited, policy) {
	const test = testOf(hypothesis, metric, [], limited, policy);
	if (test === null) return null;
	const size = metric.scores.length;
	const earliest = {
		betting: 100,
		"e-process": 1,
		"group sequential": plannedLooks(size, policy.alpha.value, (n) => Math.min(n, countUnits(metric.scores)))[0]?.samples
	}[test.method];
	return earliest !== void 0 && earliest < size ? earliest : null;
}
/** Which test of a gate is made in the order of evaluation; null where it is judged on all samples alone. */
function methodInOrder(hypothesis, metric, limited, policy) {
	return testOf(hypothesis, metric, [], limited, policy)?.method ?? null;
}
/** The test in the order of evaluation; null where there is none, and all samples are judged at once. */
function testOf(hypothesis, metric, seen, limited, policy, draw = null) {
	const { kind, group_average: average, errors } = metric.declaration;
	if (hypothesis === null || kind !== "mean" || average !== void 0) return null;
	if (hypothesis.estimand === "candidate" && errors !== void 0) return null;
	const ordered = {
		hypothesis,
		metric,
		seen,
		draw,
		alpha: policy.alpha.value,
		isCovered: coverage(hypothesis, seen, policy.minCoverage.value)
	};
	const method = methodOf(ordered, limited, policy.target.value);
	return method === null ? null : {
		ordered,
		method
	};
}
function methodOf(ordered, limited, policy) {
	const { hypothesis, metric, alpha } = ordered;
	const size = metric.scores.length;
	const isBinary = areZeroOrOne(metric, metric.scores, "baseline");
	const isPart = limited || metric.repeats !== void 0;
	if (targetOf(hypothesis, countEffective(metric.scores), isPart, alpha, policy) === "benchmark") return isBinary && !limited ? "betting" : null;
	const isClustered = countUnits(metric.scores) < size;
	if (hypothesis.estimand === "delta" || isClustered || !isBinary) return "group sequential";
	return canProveRate(hypothesis, size, alpha) ? "e-process" : null;
}
/** As `chooseTarget` of a fixed run, with the interval that a run of this size is expected to have. */
function targetOf(hypothesis, size, limited, alpha, policy) {
	if (policy !== "auto") return policy;
	if (limited || hypothesis.estimand === "candidate") return "population";
	return normalQuantile(1 - alpha) * Math.sqrt(PLANNED_DISCORDANCE / size) <= hypothesis.tolerance / 3 ? "benchmark" : "population";
}
/**
* Ten equal looks: the fixed test at the level at which the look's boundary lies. z of Tango's test is compared with it, and
* the normal score of t. Clusters make looks more alike than is assumed, which errs on the safe side.
*/
function lookByLook(ordered) {
	const { metric, seen, alpha } = ordered;
	const size = metric.scores.length;
	const progress = [];
	for (const look of plannedLooks(size, alpha, (n) => countEffective(seen.slice(0, n)))) {
		if (look.samples > seen.length || !ordered.isCovered(look.samples)) continue;
		const outcome = judgeFirst(ordered, look.samples, look.level, "population");
		if (outcome === null) continue;
		const { tested } = outcome;
		const share = (p) => p === null ? 0 : Math.log(p) / Math.log(look.level);
		const { pSafe, pWorse } = tested.test;
		progress.push({
			samples: look.samples,
			pass: share(pSafe),
			regression: share(pWorse)
		});
		if (tested.verdict === "inconclusive" && look.samples < size) continue;
		const test = {
			...tested.test,
			method: `group sequential, ${tested.test.method}`,
			level: look.level
		};
		return {
			...outcome,
			tested: {
				...tested,
				test
			},
			progress
		};
	}
	return null;
}
/** The anytime test's answer, with the estimates of the samples that it was given on. */
function answered(ordered, answer, target, method) {
	if (answer === null) return null;
	const { verdict, pSafe, pWorse } = answer;
	const outcome = judgeFirst(ordered, answer.samples, ordered.alpha, target);
	if (outcome === null) return null;
	const { low, high } = answer.limits();
	const width = answer.estimate === void 0 ? {} : { halfWidth: (high - low) / 2 };
	const { estimand, sign } = ordered.hypothesis;
	const test = {
		method,
		statistic: null,
		pSafe,
		pWorse
	};
	return {
		...outcome,
		tested: {
			...outcome.tested,
			verdict,
			test,
			confidenceLimit: high,
			needed: null,
			...width
		},
		progress: answer.progress,
		interval: estimand !== "delta" ? null : sign === 1 ? {
			low,
			high
		} : {
			low: -high,
			high: -low
		},
		designed: answer.estimate === void 0 ? null : {
			baseline: estimateOf(ordered.metric, alone("baseline")),
			value: sign * Math.min(high, Math.max(low, answer.estimate))
		}
	};
}
/** Nothing is left to see, and the error was spent on looking: the fixed test may not decide as well. It can be leant on. */
function atEnd(ordered, method) {
	const size = ordered.metric.scores.length;
	if (ordered.seen.length < size || !ordered.isCovered(size)) return null;
	const outcome = judgeFirst(ordered, size, ordered.alpha, "population");
	if (outcome === null) return null;
	const { pLean } = outcome.tested;
	const test = {
		method,
		statistic: null,
		pSafe: null,
		pWorse: null,
		...pLean === null ? {} : { pLean }
	};
	return {
		...outcome,
		tested: {
			...outcome.tested,
			verdict: "inconclusive",
			test,
			needed: null
		}
	};
}
function judgeFirst({ hypothesis, metric, seen }, samples, level, target) {
	const first = onlyOn(metric, seen.slice(0, samples));
	const own = onSamplesOf(hypothesis, estimateOf(first, paired("baseline"))?.value ?? NaN);
	const estimate = own.estimand === "delta" ? imputeDelta(first, own.relative) : imputeCandidate(first);
	if (estimate === null) return null;
	return {
		hypothesis,
		tested: testHypothesis(own, estimate, level, target),
		metric: first,
		planned: metric.scores.length,
		level,
		interval: null,
		designed: null,
		progress: []
	};
}
function coverage(hypothesis, seen, minimum) {
	const read = hypothesis.estimand === "delta" ? DELTA.read : CANDIDATE.read;
	let usable = 0;
	const counts = seen.map((score) => usable += read(score) === null ? 0 : 1);
	return (samples) => (counts[samples - 1] ?? 0) >= minimum * samples;
}
/** Of what is known of the samples beforehand, scores or none. */
function countEffective(scores) {
	const units = unitsOf(scores, ({ weight }) => weight, {
		add: (left, right) => left + right,
		keep: keepItems
	});
	return effectiveSize(mapped(units, (weight) => weight));
}
function countUnits(scores) {
	return unitsOf(scores, (score) => score, {
		add: (score) => score,
		keep: keepItems
	}).count;
}

// src/core/decide/gate.ts
/** One gate judged on the comparisons of all tasks. */
function judgeGate(gate, comparisons, policy) {
	const judged = judgeScores(gate, comparisons, policy);
	return {
		...judged,
		result: inSight(gate, judged.result, comparisons, policy)
	};
}
/** By what the scores say, whatever they are worth. */
function judgeScores(gate, comparisons, policy) {
	const rule = ruleOf(gate);
	const alone = (result) => ({
		result,
		hypothesis: null
	});
	if (rule.judgeTasks !== void 0) return alone(rule.judgeTasks(gate, comparisons, policy));
	const located = locateMetric(gate, comparisons);
	if ("faults" in located) return alone(invalidGate(gate, located.metric, located.faults));
	const { metric, comparison } = located;
	if (metric.aggregates !== void 0) return alone(judgeAggregates(gate, rule, metric, policy));
	const { sequence, draw, limited, result } = comparison;
	const seen = sequence === null ? null : inOrder(metric, sequence);
	const outcome = seen === null ? null : decideInOrder(hypothesisInOrder(gate, metric), metric, seen, limited, policy, draw);
	if (outcome === null && seen !== null && seen.length < metric.scores.length) {
		const reason = stopMessage(seen.length, metric.scores.length, result?.stopped);
		return alone(onPart(undecidedGate(gate, onlyOn(metric, seen), [reason], policy, draw), metric, {
			used: seen.length,
			evaluated: seen.length
		}, result?.stopped === void 0 ? {} : { stopped: result.stopped }));
	}
	const judged = judgeMetric(gate, outcome?.metric ?? metric, comparison, policy, outcome);
	if (outcome === null || seen === null) return judged;
	const part = {
		used: outcome.metric.scores.length,
		evaluated: seen.length
	};
	return {
		...judged,
		result: onPart(judged.result, metric, part, { progress: fewOf(outcome.progress) })
	};
}
const MOST_LOOKS = 24;
/** Spread evenly, and the last: shares to three digits, of which more than all and less than none say nothing. */
function fewOf(looks) {
	const share = (value) => Math.round(Math.min(9.999, Math.max(0, value) || 0) * 1e3) / 1e3;
	const few = Math.min(looks.length, MOST_LOOKS);
	return Array.from({ length: few }, (_, index) => looks[Math.ceil((index + 1) * looks.length / few) - 1]).filter((look) => look !== void 0).map(({ samples, pass, regression }) => ({
		samples,
		pass: share(pass),
		regression: share(regression)
	}));
}
/**
* What was found on the first samples: how many they are, and the baseline's own value on all of them, which is known and the
* same wherever the candidate stopped.
*/
function onPart(found, whole, { used, evaluated }, how) {
	const planned = whole.scores.length;
	if (used === planned) return found;
	const baseline = estimateOf(whole, alone("baseline"));
	const isPaired = found.baseline !== null && found.baseline.n !== baseline?.n;
	return {
		...found,
		baseline,
		...isPaired ? { pairedBaseline: found.baseline } : {},
		sequence: {
			used,
			evaluated,
			planned,
			...how
		}
	};
}
/** The question as it stands before the candidate has answered; null where it makes no sense, or there is no single one. */
function hypothesisInOrder(gate, metric) {
	if (ruleOf(gate).scope !== "metric") return null;
	const baseline = estimateOf(metric, alone("baseline"));
	const hypothesis = hypothesisOf(gate, metric.declaration, baseline);
	return "refusal" in hypothesis ? null : hypothesis;
}
/** @param outcome what a sequential test found, with the metric on the samples it needed; null for the fixed test on all */
function judgeMetric(gate, metric, { limited, population }, policy, outcome) {
	const rule = ruleOf(gate);
	const isChange = rule.estimand === "delta";
	const read = isChange ? DELTA.read : CANDIDATE.read;
	const asked = outcome?.hypothesis ?? hypothesisOf(gate, metric.declaration, estimateOf(metric, paired("baseline")));
	const invalid = (reason) => ({
		result: invalidGate(gate, metric, [reason]),
		hypothesis: "refusal" in asked || rule.scope !== "metric" ? null : asked
	});
	const obstacle = rule.scope === "cases" ? null : obstacleOf(metric, read, policy);
	if (obstacle !== null) return invalid(obstacle);
	if (restsOnTails(rule, metric.declaration)) return invalid(timeValueMessage(gate.metric));
	const isInferred = !isChange && metric.declaration.errors !== void 0 || metric.machines !== void 0;
	const isPart = !isInferred && limited && policy.target.value === "benchmark";
	if (isPart && population === null) return invalid(capMessage(gate.task));
	if (rule.judgeMetric !== void 0) return {
		result: rule.judgeMetric(gate, metric, policy),
		hypothesis: null
	};
	const drawnFrom = isPart ? population : null;
	if ("refusal" in asked) return invalid(asked.refusal);
	const alpha = policy.alpha.value;
	const level = outcome?.level ?? alpha;
	const seen = isChange ? imputeDelta(metric, asked.relative) : imputeCandidate(metric);
	const estimate = seen === null || drawnFrom === null ? seen : ofFinitePopulation(seen, drawnFrom);
	const fixed = {
		...factsOf(gate, metric, asked, isChange ? level : alpha),
		...drawnFrom === null ? {} : { delta: estimateDelta(metric, estimate, level) }
	};
	const { baseline, delta } = fixed;
	const facts = outcome === null || baseline === null || delta === null ? fixed : inOrderOf(fixed, delta, baseline.value, metric.declaration, outcome, alpha);
	if (facts.candidate === null) return invalid(noValueMessage(gate.metric));
	const isWhole = !limited && metric.repeats === void 0 && metric.scores.every((score) => read(score) !== null);
	const target = (of) => isPart || isInferred ? "population" : chooseTarget(policy.target.value, asked, of, alpha, isWhole);
	const fixedTest = (of) => testHypothesis(asked, of, alpha, target(of));
	const tested = outcome?.tested ?? (estimate === null ? null : fixedTest(estimate));
	const reasons = [
		...gateMessages(gate, facts, metric, asked, tested, policy),
		...outcome === null ? [] : [sequentialMessage(outcome)],
		...drawnFrom === null ? [] : [drawMessage(metric.scores.length, drawnFrom)],
		...cautions(metric, estimate)
	];
	return {
		result: judgedGate(gate, facts, asked, tested, metric, reasons, policy, level),
		hypothesis: asked
	};
}
/** The values that belong to what a sequential test found. */
function inOrderOf(facts, delta, baseline, declaration, outcome, alpha) {
	const { designed, hypothesis } = outcome;
	const full = designed?.baseline ?? null;
	if (designed === null || full === null) return {
		...facts,
		delta: deltaInOrder(delta, baseline, declaration, outcome, alpha)
	};
	const isChange = hypothesis.estimand === "delta";
	const value = isChange ? designed.value : designed.value - full.value;
	const own = {
		...delta,
		value,
		low: null,
		high: null,
		method: outcome.tested.test.method
	};
	return {
		...facts,
		baseline: full,
		candidate: {
			value: full.value + value,
			stderr: null,
			n: facts.candidate?.n ?? 0
		},
		delta: isChange ? deltaInOrder(own, full.value, declaration, outcome, alpha) : own
	};
}
/**
* The interval of a change that was looked at as it came, at 1 − 2α whenever it stopped. A betting test has one of its own; a
* look of a group-sequential test has the fixed one at the look's level, which holds for all looks together at that of α
* (Jennison & Turnbull 1989, "repeated confidence intervals"). Any other is that of a sample of this size fixed in advance, and
* says so.
*/
function deltaInOrder(delta, baseline, declaration, { hypothesis, interval, tested }, alpha) {
	const { method } = tested.test;
	const level = 1 - 2 * alpha;
	if (interval !== null) {
		const limit = (value) => shownDelta(value, baseline, declaration);
		return {
			value: delta.value,
			low: limit(interval.low),
			high: limit(interval.high),
			level,
			method
		};
	}
	return hypothesis.estimand === "delta" && method.startsWith("group sequential") ? {
		...delta,
		level,
		method
	} : descriptive(delta);
}

export { BenchmarkGate as a, isBatchEnd as c, tenths as d, firstCrossings as f, methodInOrder as i, isLook as l, judgeGate as n, plainStrata as o, earliestAnswer as r, rateLogE as s, hypothesisInOrder as t, plannedLooks as u };