import { $ as valuesOfEstimand, At as limitsOfMost, B as endsAround, Bt as normalQuantile, C as estimateOf, D as imputeMeasured, E as shownDelta, F as isMeanOfGroups, Gt as binomialAtMost, H as isZeroOrOne, I as meanOfMeans, J as CANDIDATE, K as once, Kt as binomialExactly, L as stratify, Mt as remembered, N as estimateOfStrata, Nt as testByLimits, O as byCodeUnits, P as isAttributed, Pt as clopperPearsonLower, Q as scoredParts, R as valuesByGroup, Rt as normalCdf, S as estimateDelta, St as rootOfDecreasing, T as shown, U as movedTo, Ut as shuffled, V as endsOf, Vt as mulberry32, W as imputeCorpus, Wt as binomialAtLeast, X as partsOf, Y as DELTA, Z as relativeDelta, _t as testAgainst, at as ratioOfSums, b as descriptive, c as imputeAggregates, dt as correctedRates, et as inferMean, gt as scaled, ht as middleOf, i as aggregateResult, it as mapped, jt as limitsOfSum, k as displayKey, kt as limitsOfLeast, mt as lowerLimit, n as aggregateDelta, nt as unitsOf, ot as effectiveSize, pt as grown, q as onceFor, qt as quantileOfLogConcave, r as aggregateEstimate, rt as sumClusters, st as measuredBy, t as FlipRates, tt as sizedUnits, u as onlyOn, ut as correctedEstimate, v as alone, vt as threeOf, w as paired, wt as sizedMean, x as effectiveOf, y as countFlips, yt as upperLimit, z as ScoreTable, zt as normalDensity } from "./core-stats-sequential-flip-rates.js";
import { A as formatMargin, B as FINGERPRINT_FIELDS, D as formatInterval, Dt as worseSign, E as formatDigest, I as plural, Mt as assertNever, O as formatLevel, P as formatValue, T as formatCount, at as lossesOf, ft as NOT_RECORDED, gt as idOf, k as formatLimit, lt as DRIFT_LIMITS, mt as SEVERITIES, rt as describeLimit, w as formatChange, yt as isUnscored } from "./core-domain-history.js";
import { B as countOf, G as sum, H as keepItems, V as forEachOf, W as ordered, _ as parseClassMetric, x as whyNotJudged } from "./core-metrics-repeats.js";
import { o as silentOf } from "./core-compare-answers.js";
import { a as isRightOrWrong } from "./core-metrics-registry.js";

// src/core/compare/shared.ts
/**
* How the estimated changes for the worse of several metrics hang together because they rest on the same samples: the correlation
* of each two, by position. Samples are the same that ask the same or, where nobody recorded that of one of them, have the same id,
* whichever filter read them; clusters that have the same name. What shares nothing is independent given the two checkpoints.
*
* r = Σ e_jg e_kg / √(Σ e_jg² · Σ e_kg²) over joint clusters g, e being influences: what the cluster-robust error of the sum
* takes account of (Liang & Zeger 1986). A negative one is not credited. Where samples are shared and nothing can be estimated, it
* is 1, the most that there can be.
*/
function correlationsOf(metrics) {
	const joint = new Joint();
	const unrecorded = new Set(metrics.flatMap((metric) => Array.from(metric.scores).flatMap(({ key }) => askedOf(metric, key) === null ? [idOf(key)] : [])));
	for (const [index, metric] of metrics.entries()) for (const score of metric.scores) {
		if (DELTA.read(score) === null) continue;
		const unit = joint.unitOf(ownUnit(index, score));
		for (const name of sharedNames(metric, score, unrecorded)) joint.join(unit, name);
	}
	const influences = metrics.map((metric, index) => influencesOf(metric, index, joint));
	return (left, right) => correlation(influences[left], influences[right]);
}
const ownUnit = (metric, { cluster, key }) => cluster === null ? `${metric} sample ${key}` : `${metric} cluster ${cluster}`;
const askedOf = ({ questionOf }, key) => questionOf?.(key) ?? null;
/** @param unrecorded ids of which some metric does not know what was asked: there they are all there is to go by */
function sharedNames(metric, { key, cluster }, unrecorded) {
	const [question, id] = [askedOf(metric, key), idOf(key)];
	return [
		...question === null ? [] : [`question ${question}`],
		...unrecorded.has(id) ? [`id ${id}`] : [],
		...cluster === null || cluster.startsWith("") ? [] : [`cluster ${cluster}`]
	];
}
/** Units that are joined as far as they share a name. */
var Joint = class {
	#units = /* @__PURE__ */ new Map();
	#owners = /* @__PURE__ */ new Map();
	#parents = [];
	unitOf(name) {
		const known = this.#units.get(name);
		if (known !== void 0) return known;
		const unit = this.#parents.push(this.#parents.length) - 1;
		this.#units.set(name, unit);
		return unit;
	}
	join(unit, name) {
		const owner = this.#owners.get(name);
		if (owner === void 0) this.#owners.set(name, unit);
		else this.#parents[this.rootOf(unit)] = this.rootOf(owner);
	}
	rootOf(unit) {
		let root = unit;
		while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
		for (let at = unit; at !== root;) {
			const next = this.#parents[at] ?? root;
			this.#parents[at] = root;
			at = next;
		}
		return root;
	}
};
function influencesOf(metric, index, joint) {
	const { scores, declaration } = metric;
	const isLinear = declaration.kind !== "corpus" && !isMeanOfGroups(metric);
	const samples = sumClusters(scores, DELTA.read, () => null, DELTA.add, DELTA.keep);
	const values = isLinear ? [...DELTA.values(samples)] : [];
	const mean = values.reduce((total, value) => total + value, 0) / values.length;
	const sign = worseSign(declaration);
	const byUnit = /* @__PURE__ */ new Map();
	let position = 0;
	for (const score of scores) {
		if (DELTA.read(score) === null) continue;
		const root = joint.rootOf(joint.unitOf(ownUnit(index, score)));
		const influence = isLinear ? sign * ((values[position] ?? mean) - mean) : 0;
		byUnit.set(root, (byUnit.get(root) ?? 0) + influence);
		position += 1;
	}
	let spread = 0;
	for (const influence of byUnit.values()) spread += influence ** 2;
	return {
		byUnit,
		spread: isLinear ? spread : null
	};
}
function correlation(left, right) {
	if (left === void 0 || right === void 0) return 0;
	let [shared, products] = [0, 0];
	for (const [unit, influence] of left.byUnit) {
		const other = right.byUnit.get(unit);
		if (other === void 0) continue;
		shared += 1;
		products += influence * other;
	}
	if (shared === 0) return 0;
	const size = Math.sqrt((left.spread ?? 0) * (right.spread ?? 0));
	return size > 0 ? Math.min(1, Math.max(0, products / size)) : 1;
}

// src/core/stats/sparse.ts
const ENOUGH_FAR = 26;
/** Share of a range beyond which a value lies far from the middle; and within which two values are one. */
const FAR$1 = 1 / 4;
const TIE = 1e-9;
/** Without a range one more unit lies so many times as far out as any that was seen: once was too hopeful (docs/explanation/calibration.md). */
const AS_FAR_AGAIN = 2;
/**
* How much one more unit weighs, as a share of the heaviest, that is counted because too few lie far from the middle for the mean to be
* normal: all of it where no more than ten lie further than a quarter of the score's range R from the median, nothing where 26 do. A mean
* of scores that move a little says nothing of the few that collapse, since none of these need have been drawn. At the worst possible value
* that unit bounds a mean of n that are all alike to within 2.6 R/(n + 1) of them, as Tango's test and the rule of three do for rates.
* Units of unequal size are counted by their share of the effective number, so that ten feathers beside a stone are few.
*
* It fades in steps of 1/16, since a loss of R/4 adds R²/16 to the squares: one more loss takes away no more of the unit than it brings
* itself, so that losing more never lets a merge pass that losing less blocked.
*/
function extraWeight(units, range) {
	const all = columnsOf(units);
	const middle = medianOf(all);
	return weightOf(all, (value) => Math.abs(value - middle) > .250000001 * range);
}
/**
* The same of scores without a range: the unit that moves the mean furthest from its median gives the range, of which it is the half.
* @returns the weight of the one more unit, and its own value at either end
*/
function tailOf(units) {
	const all = columnsOf(units);
	const middle = medianOf(all);
	let [reach, largest] = [0, 0];
	for (const [index, value] of all.values.entries()) {
		const size = all.sizes[index] ?? 0;
		reach = Math.max(reach, size * Math.abs(value - middle));
		largest = Math.max(largest, size);
	}
	return {
		weight: weightOf(all, (value, size) => size * Math.abs(value - middle) > 2 * FAR$1 * reach),
		low: middle - AS_FAR_AGAIN * reach / largest,
		high: middle + AS_FAR_AGAIN * reach / largest
	};
}
/** Without those that count for nothing, such as an empty document, which have no value. */
function columnsOf(units) {
	if (units.values instanceof Float64Array && units.sizes instanceof Float64Array) {
		const { values, sizes } = units;
		if (sizes.length === values.length && sizes.every((size) => size > 0)) return {
			values,
			sizes
		};
	}
	const [values, sizes] = [new Float64Array(units.values.length), new Float64Array(units.values.length)];
	let count = 0;
	for (let index = 0; index < values.length; index += 1) {
		const size = units.sizes[index] ?? 0;
		if (!(size > 0)) continue;
		values[count] = units.values[index];
		sizes[count] = size;
		count += 1;
	}
	return {
		values: values.subarray(0, count),
		sizes: sizes.subarray(0, count)
	};
}
function weightOf({ values, sizes }, isFar) {
	let [far, total] = [0, 0];
	for (let index = 0; index < values.length; index += 1) {
		const [value, size] = [values[index] ?? 0, sizes[index] ?? 0];
		total += size;
		if (isFar(value, size)) far += size;
	}
	const count = total === 0 ? 0 : effectiveSize(sizes) * far / total;
	return Math.min(1, Math.max(0, (ENOUGH_FAR - count) / 16));
}
/** Half of all weight lies on either side; the middle of two values that both are such. */
function medianOf({ values, sizes }) {
	if (sizes.every((size) => size === sizes[0])) {
		const sorted = values.slice().sort();
		const last = sorted.length - 1;
		return ((sorted[last >> 1] ?? 0) + (sorted[last + 1 >> 1] ?? 0)) / 2;
	}
	const order = ordered(values);
	const half = sum(sizes) / 2;
	let below = 0;
	for (const [rank, index] of order.entries()) {
		const value = values[index] ?? 0;
		below += sizes[index] ?? 0;
		if (Math.abs(below - half) <= TIE * half) return (value + (values[order[rank + 1] ?? index] ?? value)) / 2;
		if (below > half) return value;
	}
	return NaN;
}

// src/core/compare/moves.ts
/** @param groups each counting alike @param width of the range of scores */
function movedBy(groups, width) {
	const sides = {
		rose: {
			sum: 0,
			squares: 0
		},
		fell: {
			sum: 0,
			squares: 0
		}
	};
	let heaviest = 0;
	for (const { values, sizes } of groups) {
		let total = 0;
		for (const size of sizes) total += size;
		for (const [index, size] of sizes.entries()) {
			const share = size / total / groups.length;
			const by = share * (values[index] ?? 0);
			const side = by > 0 ? sides.rose : sides.fell;
			side.sum += Math.abs(by);
			side.squares += by ** 2;
			heaviest = Math.max(heaviest, share);
		}
	}
	return {
		...sides,
		most: heaviest * width
	};
}

// src/core/compare/impute.ts
/**
* What the samples say about candidate − baseline; null with less than two independent units of one weight.
* @param relative the limit that it is tested against, where that is a share of the baseline
*/
const imputeDelta = (metric, relative) => relative === void 0 ? onceFor(metric, imputeDelta, () => deltaOf$1(metric)) : deltaOf$1(metric, relative);
function deltaOf$1(metric, relative) {
	if (measuredBy(metric.declaration) !== null) return imputeMeasured(metric, true, relative);
	return impute(metric, relative !== void 0 && metric.declaration.kind !== "corpus" ? relativeDelta(relative) : DELTA);
}
/** What the samples say about the candidate's own value, corrected for the measured errors of who scored it; null likewise. */
const imputeCandidate = (metric) => onceFor(metric, imputeCandidate, () => candidateOf$1(metric));
function candidateOf$1(metric) {
	if (measuredBy(metric.declaration) !== null) return imputeMeasured(metric, false);
	return correctedEstimate(impute(metric, CANDIDATE), metric.declaration);
}
/**
* Effective units from which a mean is judged although nobody says between which values its scores lie, and a ratio none of whose units
* differs from the others.
*/
const ENOUGH_WITHOUT_RANGE = 200;
/** The same of a ratio that has none by nature, such as a perplexity: below, it is judged and labelled. */
const ENOUGH_UNBOUNDED = 100;
/** Share of all scores' width within which values of other sums are one. */
const HAIR = 1e-9;
function impute(metric, estimand) {
	const { declaration, scores } = metric;
	if (declaration.kind === "corpus") return imputeCorpus(metric, estimand);
	if (isMeanOfGroups(metric)) return imputeGroups(metric, estimand);
	const observed = unitsOf(scores, estimand.read, estimand);
	const sizes = mapped(observed, estimand.size);
	const effective = effectiveSize(sizes);
	if (!(effective >= 2)) return null;
	const isClustered = observed.count < observed.samples;
	const ends = endsOf(metric, partsOf(observed, estimand));
	const values = once(() => estimand.values(observed));
	const value = ends === null ? meanOf(values(), observed.count) : estimand.exact.infer(observed, ends).value;
	if (!Number.isFinite(value)) return null;
	const tail = once(() => extraOf(metric, estimand, {
		values: mapped(observed, estimand.unitValue),
		sizes
	}, effective));
	const sparse = ends === null && tail().extra !== null;
	const isUneven = isClustered || effective < observed.count * (1 - 1e-9);
	const isWhole = observed.samples === scores.length;
	const sized = () => ({
		values: values(),
		sizes
	});
	const complete = (end) => {
		const units = isWhole ? observed : unitsOf(scores, (score) => estimand.read(score) ?? fill(score, estimand, declaration, end), estimand);
		if (units.samples < scores.length) return null;
		if (ends !== null && endsOf(metric, partsOf(units, estimand)) !== null) return estimand.exact.infer(units, ends);
		const own = units === observed ? sized() : sizedUnits(units, estimand);
		const inference = tail().rangeless ? { kind: "unknown" } : inferMean(own, {
			extra: extraAt(tail(), end),
			seconded: isUneven && effective < 20
		});
		return {
			value: meanOf(own.values, units.count),
			inference: betweenEnds(inference, units)
		};
	};
	/** As if units that lie between the ends lay at one of them: better scores must not be judged worse for that they are no longer counted. */
	const betweenEnds = (of, units) => {
		const ends = endsAround(metric, units, estimand);
		if (ends === null) return of;
		const at = (end) => estimand.exact.infer(movedTo(end, units, ends, estimand), ends).inference;
		return {
			kind: "between",
			of,
			low: at("low"),
			high: at("high")
		};
	};
	const lowest = complete("low");
	return {
		method: ends === null ? linearMethod(declaration, isClustered) : estimand.exact.method,
		value,
		n: observed.samples,
		lowest,
		highest: isWhole && !sparse ? lowest : complete("high"),
		sparse,
		stderr: sizedMean(sized()).stderr,
		...ends === null && endsAround(metric, observed, estimand) === null ? movedIn(metric, estimand, [{
			values: mapped(observed, estimand.unitValue),
			sizes
		}]) : {},
		...ends === null && tail().approximate ? { approximate: true } : {},
		...ends === null && tail().rangeless ? { rangeless: true } : {}
	};
}
/** Of a change alone: of a value the verdict never speaks of the benchmark by itself. */
function movedIn({ declaration: { kind, range } }, { exact }, groups) {
	const { min, max } = range;
	if (exact.method !== "tango" || kind !== "mean" || min === null || max === null) return {};
	return { moved: movedBy(groups, max - min) };
}
const extraAt = ({ extra }, end) => extra === null ? null : {
	value: extra[end],
	weight: extra.weight
};
/** What is assumed of units that were not drawn: by the declared range, else by what was seen. */
function extraOf({ declaration, scores }, estimand, units, effective) {
	const { range, kind } = declaration;
	const isKnown = range.min !== null && range.max !== null;
	const bounds = boundsOf(declaration, scoredParts(scores, estimand));
	const width = bounds.high - bounds.low;
	if (!isKnown && kind !== "mean") {
		const { weight, low, high } = tailOf(units);
		const sparse = weight > 0;
		const isStill = high - low <= HAIR * width;
		return {
			extra: sparse ? {
				low,
				high,
				weight
			} : null,
			approximate: effective < ENOUGH_UNBOUNDED,
			rangeless: isStill && effective < ENOUGH_WITHOUT_RANGE || sparse && !Number.isFinite(high - low)
		};
	}
	const weight = extraWeight(units, width);
	return {
		extra: weight > 0 ? {
			...estimand.extremes(bounds),
			weight
		} : null,
		approximate: !isKnown,
		rangeless: !isKnown && (effective < ENOUGH_WITHOUT_RANGE || width === 0)
	};
}
/** As `impute`, for a mean of the groups' means. */
function imputeGroups(metric, estimand) {
	const { declaration, scores } = metric;
	const observed = valuesByGroup(scores, estimand.read, estimand);
	if (observed === null) return null;
	const units = unitsOf(scores, estimand.read, estimand);
	const tails = observed.map(({ own, effective }) => extraOf(metric, estimand, own, effective));
	const rangeless = tails.some((tail) => tail.rangeless);
	const complete = (end) => {
		const read = (score) => estimand.read(score) ?? fill(score, estimand, declaration, end);
		const groups = valuesByGroup(scores, read, estimand);
		const isComplete = isAttributed(scores) && scores.every((score) => read(score) !== null);
		if (groups === null || !isComplete) return null;
		const at = (times) => stratify(groups, tails.map((tail) => extraAt(tail, end)), times);
		const estimate = at(1);
		if (!(estimate.stderr > 0) || !(estimate.df > 0)) return null;
		const inference = rangeless ? { kind: "unknown" } : {
			kind: "student",
			estimate,
			at
		};
		return {
			value: meanOfMeans(groups),
			inference
		};
	};
	const { stderr } = estimateOfStrata(observed);
	return {
		method: "stratified t",
		value: meanOfMeans(observed),
		n: units.samples,
		lowest: complete("low"),
		highest: complete("high"),
		sparse: tails.some(({ extra }) => extra !== null),
		...Number.isFinite(stderr) ? { stderr } : {},
		...movedIn(metric, estimand, observed.map(({ own }) => own)),
		...tails.some(({ approximate }) => approximate) ? { approximate: true } : {},
		...rangeless ? { rangeless } : {}
	};
}
/** The sample with missing scores at the end of the metric's range that pushes the number towards `end`; null without. */
function fill(score, estimand, { kind, range }, end) {
	if (kind !== "mean" || range.min === null || range.max === null) return null;
	const at = (value) => ({
		numerator: value * score.weight,
		denominator: score.weight
	});
	return end === "low" ? estimand.fill(score, at(range.min), at(range.max)) : estimand.fill(score, at(range.max), at(range.min));
}
/** Between which values a score lies: the declared range, else the one that was seen, with 0. */
function boundsOf({ range }, parts) {
	if (range.min !== null && range.max !== null) return {
		low: range.min,
		high: range.max
	};
	const seen = {
		low: 0,
		high: 0
	};
	forEachOf(parts, (part) => {
		const value = ratioOfSums([part]);
		if (!Number.isFinite(value)) return;
		seen.low = Math.min(seen.low, value);
		seen.high = Math.max(seen.high, value);
	});
	return {
		low: range.min ?? seen.low,
		high: range.max ?? seen.high
	};
}
function linearMethod({ kind }, isClustered) {
	if (kind === "ratio") return "linearised t";
	return isClustered ? "clustered t" : "t";
}
function meanOf(values, count) {
	return sum(values) / count;
}

// src/core/compare/kept-estimate.ts
/** What a record keeps of an estimate to test other limits at other levels; null where it takes samples, or is not a number. */
function keptEstimate(estimate) {
	if (estimate === null) return null;
	const { lowest, highest, moved } = estimate;
	const [low, high] = [keptEnd(lowest), lowest === highest ? null : keptEnd(highest)];
	if (low === null || high === null && lowest !== highest) return null;
	const kept = {
		lowest: low,
		...high === null ? {} : { highest: high },
		...moved && { moved }
	};
	return areFinite(kept) ? kept : null;
}
function keptEnd(imputation) {
	if (imputation === null) return null;
	const { value, inference } = imputation;
	if (inference.kind !== "between") {
		const of = keptOf(inference);
		return of === null ? null : {
			value,
			of
		};
	}
	const [of, low, high] = [
		keptOf(inference.of),
		plain(inference.low),
		plain(inference.high)
	];
	return of === null || low === null || high === null ? null : {
		value,
		of,
		between: {
			low,
			high
		}
	};
}
function keptOf(inference) {
	const all = (inference.kind === "each" ? inference.of : [inference]).map(plain);
	const kept = all.filter((each) => each !== null);
	return kept.length === all.length ? kept : null;
}
function plain(inference) {
	switch (inference.kind) {
		case "tango": {
			const { rose, fell, pairs } = inference.counts;
			return {
				kind: "tango",
				numbers: [
					rose,
					fell,
					pairs
				]
			};
		}
		case "binomial": return {
			kind: "binomial",
			numbers: [inference.events, inference.n]
		};
		case "student": {
			const { value, stderr, df } = inference.estimate;
			return {
				kind: "student",
				numbers: [
					value,
					stderr,
					df
				]
			};
		}
		case "skewed": {
			const { value, stderr, df, skewness } = inference.estimate;
			return {
				kind: "skewed",
				numbers: [
					value,
					stderr,
					df,
					skewness
				]
			};
		}
		case "normal": return {
			kind: "normal",
			numbers: [inference.estimate.value, inference.estimate.stderr]
		};
		case "unknown": return {
			kind: "unknown",
			numbers: []
		};
		case "scaled": {
			const of = plain(inference.of);
			const { factor, moved } = inference;
			return of === null || of.scaled !== void 0 ? null : {
				...of,
				scaled: {
					factor,
					moved
				}
			};
		}
		default: return null;
	}
}
function inferenceOf({ kind, numbers, scaled: by }) {
	const [a = NaN, b = NaN, c = NaN, d = NaN] = numbers;
	const of = (() => {
		switch (kind) {
			case "tango": return {
				kind,
				counts: {
					rose: a,
					fell: b,
					pairs: c
				}
			};
			case "binomial": return {
				kind,
				events: a,
				n: b
			};
			case "student": return {
				kind,
				estimate: {
					value: a,
					stderr: b,
					df: c
				}
			};
			case "skewed": return {
				kind,
				estimate: {
					value: a,
					stderr: b,
					df: c,
					skewness: d
				}
			};
			case "normal": return {
				kind,
				estimate: {
					value: a,
					stderr: b
				}
			};
			case "unknown": return { kind };
			default: return assertNever(kind);
		}
	})();
	return by === void 0 ? of : {
		kind: "scaled",
		of,
		...by
	};
}
/** What is no number in JSON would be read as nothing. */
const areFinite = (kept) => typeof kept === "number" ? Number.isFinite(kept) : typeof kept !== "object" || kept === null || Object.values(kept).every(areFinite);
/** The estimate that was kept, as it was but for what is shown of it. */
function estimateOfKept({ lowest, highest = lowest, moved }, { value, method, n }) {
	return {
		method,
		value,
		n,
		sparse: false,
		lowest: imputationOf(lowest),
		highest: imputationOf(highest),
		...moved === void 0 ? {} : { moved }
	};
}
function imputationOf({ value, of: kept, between }) {
	const all = kept.map(inferenceOf);
	const [only] = all;
	const of = all.length === 1 && only !== void 0 ? only : {
		kind: "each",
		of: all
	};
	if (between === void 0) return {
		value,
		inference: of
	};
	return {
		value,
		inference: {
			kind: "between",
			of,
			low: inferenceOf(between.low),
			high: inferenceOf(between.high)
		}
	};
}

// src/core/compare/basis.ts
/**
* What is kept of a metric so that another limit can be held to it when its samples are gone.
* @param metric all samples that were planned
* @param delta what they say of the change
* @param isStopped whether the evaluation stopped for what it saw, so that no interval of a fixed size holds
*/
function basisOf(metric, delta, isStopped, alpha) {
	const { filter, scores, aggregates } = metric;
	const { of_class: _, of_usage: __, of_repeats: ___, price: ____, ...declaration } = metric.declaration;
	const [planned, scored] = aggregates === void 0 ? [scores.length, countScored(metric)] : [aggregates.candidate?.n ?? 0, {
		pairs: 0,
		candidate: aggregates.candidate?.n ?? 0
	}];
	const value = isStopped ? null : candidateOf(metric);
	return {
		declaration,
		filter,
		planned,
		scored,
		baseline: aggregates === void 0 ? estimateOf(metric, alone("baseline")) : aggregateEstimate(metric, "baseline"),
		value: value === null ? null : intervalOf(value, metric, alpha),
		counts: {
			delta: isStopped ? null : countsOf$1(delta, movesOf),
			value: countsOf$1(value, eventsOf)
		},
		...isStopped ? {} : estimatesOf(metric, delta, value),
		repeated: metric.varies === true
	};
}
/** Of what a clock measured nothing: to be judged it takes the machines, too. */
function estimatesOf({ machines }, delta, value) {
	if (machines !== void 0) return {};
	const kept = {
		delta: countsOf$1(delta, movesOf) === null ? keptEstimate(delta) : null,
		value: countsOf$1(value, eventsOf) === null ? keptEstimate(value) : null
	};
	return kept.delta === null && kept.value === null ? {} : { estimates: kept };
}
function countScored({ scores }) {
	let [pairs, candidate] = [0, 0];
	for (const score of scores) {
		if (DELTA.read(score) !== null) pairs += 1;
		if (CANDIDATE.read(score) !== null) candidate += 1;
	}
	return {
		pairs,
		candidate
	};
}
/** Of a statistic of all samples nothing: it is resampled, which is too dear for what no gate of the round has asked. */
function candidateOf(metric) {
	if (metric.aggregates !== void 0) return imputeAggregates(metric, "candidate");
	return metric.declaration.kind === "corpus" ? null : imputeCandidate(metric);
}
/** What an estimate says at one level, on the shown scale. */
function intervalOf({ method, value, lowest, highest }, { declaration }, alpha) {
	const limit = (at) => {
		const end = at === null ? NaN : shown(at, declaration);
		return Number.isFinite(end) ? end : null;
	};
	return {
		value: shown(value, declaration),
		low: limit(lowest === null ? null : lowerLimit(lowest.inference, alpha)),
		high: limit(highest === null ? null : upperLimit(highest.inference, alpha)),
		level: 1 - 2 * alpha,
		method
	};
}
function countsOf$1(estimate, of) {
	if (estimate === null || estimate.lowest === null || estimate.highest === null) return null;
	const [lowest, highest] = [of(estimate.lowest.inference), of(estimate.highest.inference)];
	return lowest === null || highest === null ? null : {
		lowest,
		highest
	};
}
const movesOf = (inference) => inference.kind === "tango" ? inference.counts : null;
const eventsOf = (inference) => inference.kind === "binomial" ? {
	events: inference.events,
	n: inference.n
} : null;

// src/core/stats/mcnemar.ts
function mcnemar(improved, regressed) {
	const discordant = improved + regressed;
	if (discordant === 0) return {
		exactWorse: 1,
		midPWorse: .5,
		exactTwoSided: 1,
		midPTwoSided: 1
	};
	const fewer = Math.min(improved, regressed);
	const exactWorse = binomialAtLeast(regressed, discordant, .5);
	const atMostFewer = binomialAtMost(fewer, discordant, .5);
	const atObserved = binomialExactly(fewer, discordant, .5);
	return {
		exactWorse,
		midPWorse: exactWorse - atObserved / 2,
		exactTwoSided: Math.min(1, 2 * atMostFewer),
		midPTwoSided: improved === regressed ? 1 : 2 * atMostFewer - atObserved
	};
}

// src/core/stats/multiplicity.ts
/**
* p-values adjusted so that "adjusted < α" errs on any true hypothesis of the family with probability at most α,
* whatever their dependence. Holm 1979: p₍ᵢ₎ (m − i + 1), made non-decreasing.
*/
function holm(pValues) {
	return adjust(pValues, (p, rank, m) => p * (m - rank + 1), "up");
}
/**
* p-values adjusted so that "adjusted < q" keeps the expected share of false claims among the claims below q, under
* independence or positive dependence. Benjamini & Hochberg 1995: p₍ᵢ₎ m / i, made non-decreasing from the largest.
* For annotation, never for blocking.
*/
function benjaminiHochberg(pValues) {
	return adjust(pValues, (p, rank, m) => p * m / rank, "down");
}
/** Scales p-values by rank (from 1, smallest first), keeps them in order by a running extreme, and puts them back. */
function adjust(pValues, scale, run) {
	const ranked = pValues.map((p, index) => ({
		p,
		index
	})).sort((a, b) => a.p - b.p).map(({ p, index }, i) => ({
		index,
		scaled: Math.min(1, scale(p, i + 1, pValues.length))
	}));
	if (run === "down") ranked.reverse();
	const pick = run === "up" ? Math.max : Math.min;
	const adjusted = new Array(pValues.length).fill(1);
	let extreme = run === "up" ? 0 : 1;
	for (const { index, scaled } of ranked) {
		extreme = pick(extreme, scaled);
		adjusted[index] = extreme;
	}
	return adjusted;
}

// src/core/compare/group-deltas.ts
/**
* Delta by group, worst first, with those that are proven to have got worse: of many groups some fall by chance (Holm 1979, two-sided as the
* picture of all groups is, so that both say the same).
* @param alpha null where nothing can be proven, since the evaluation stopped for what it saw
*/
function groupDeltas(metric, alpha) {
	const sign = worseSign(metric.declaration);
	const found = [...ScoreTable.from(metric.scores).split(({ group }) => group ?? void 0)].flatMap(([group, scores]) => {
		const own = {
			...metric,
			scores
		};
		const baseline = estimateOf(own, paired("baseline"));
		const candidate = estimateOf(own, paired("candidate"));
		if (baseline === null || candidate === null) return [];
		const delta = candidate.value - baseline.value;
		const p = alpha === null || sign * delta <= 0 ? 1 : pWorse$1(own, sign);
		return [{
			group,
			pairs: baseline.n,
			delta,
			p
		}];
	});
	const adjusted = holm(found.map(({ p }) => p));
	return found.map(({ p: _, ...each }, index) => alpha !== null && (adjusted[index] ?? 1) < alpha ? {
		...each,
		proven: true
	} : each).sort((a, b) => sign * (b.delta - a.delta) || byCodeUnits(a.group, b.group));
}
/** Missing scores count as good as can be; where answers are right or wrong it is the exact test of those that changed. */
function pWorse$1(metric, sign) {
	const estimate = metric.declaration.kind === "corpus" ? null : imputeDelta(metric);
	const best = sign === 1 ? estimate?.lowest : estimate?.highest;
	if (best === null || best === void 0) return 1;
	const { inference } = best;
	if (inference.kind === "tango") {
		const { rose, fell } = inference.counts;
		return mcnemar(rose, fell).exactTwoSided;
	}
	const { pLess, pGreater } = testAgainst(inference, 0);
	return Math.min(1, 2 * (sign === 1 ? pGreater : pLess));
}

// src/core/compare/metric-result.ts
/**
* What a reader is shown of each metric.
* @param metrics all samples that were planned
* @param seen of the same metrics, those that were evaluated
*/
function metricResults(metrics, seen, { alpha, isStopped, draw }) {
	return seen.map((metric, index) => {
		const all = metrics[index] ?? metric;
		const name = nameOf$1(metric, seen);
		if (draw !== null && isStopped) return {
			...weightedResult(all, metric, name, draw),
			basis: basisOf(all, null, isStopped, alpha)
		};
		const estimate = metric.aggregates === void 0 ? imputeDelta(metric) : imputeAggregates(metric, "delta");
		const delta = metric.aggregates === void 0 ? estimateDelta(metric, estimate, alpha) : null;
		return {
			...metric.aggregates === void 0 ? {
				...plainResult(metric, name),
				delta: delta !== null && isStopped ? descriptive(delta) : delta,
				groups: groupDeltas(metric, isStopped ? null : alpha)
			} : aggregateResult(metric, name, alpha),
			basis: basisOf(all, estimate, isStopped, alpha)
		};
	});
}
function plainResult(metric, name) {
	const { unit, direction } = metric.declaration;
	return {
		metric: name,
		unit,
		direction,
		baseline: estimateOf(metric, paired("baseline")),
		candidate: estimateOf(metric, paired("candidate")),
		flips: countFlips(metric)
	};
}
/**
* What samples that were drawn by weight say of all of them: the baseline's full value, and the change within each stratum, in
* which each sample was as likely as any other (post-stratification; Cochran 1977). Their plain means say nothing.
*/
function weightedResult(all, seen, name, draw) {
	const baseline = estimateOf(all, alone("baseline"));
	const change = draw === "lost" || all.declaration.kind !== "mean" ? null : changeByStrata(all, seen, draw);
	const isKnown = baseline !== null && change !== null;
	return {
		metric: name,
		unit: all.declaration.unit,
		direction: all.declaration.direction,
		baseline,
		candidate: isKnown ? {
			value: baseline.value + change,
			stderr: null,
			n: seen.scores.length
		} : null,
		delta: isKnown ? {
			value: change,
			low: null,
			high: null,
			level: .9,
			method: "post-stratified, descriptive"
		} : null,
		flips: countFlips(seen),
		groups: []
	};
}
/** Null where a stratum has no pair yet, or samples weigh differently. */
function changeByStrata({ scores }, seen, draw) {
	if (scores.some(({ weight }) => weight !== 1)) return null;
	const sizes = /* @__PURE__ */ new Map();
	for (const { key } of scores) sizes.set(draw.stratumOf(key), (sizes.get(draw.stratumOf(key)) ?? 0) + 1);
	const changes = /* @__PURE__ */ new Map();
	for (const { key, baseline, candidate } of seen.scores) {
		if (baseline === null || candidate === null) continue;
		const own = changes.get(draw.stratumOf(key)) ?? {
			sum: 0,
			pairs: 0
		};
		own.sum += candidate.numerator - baseline.numerator;
		own.pairs += 1;
		changes.set(draw.stratumOf(key), own);
	}
	let total = 0;
	for (const [stratum, size] of sizes) {
		const own = changes.get(stratum);
		if (own === void 0) return null;
		total += size * own.sum / own.pairs;
	}
	return total / scores.length;
}
/** `metric`, or `metric,filter` where a task has it under several filters. */
function nameOf$1({ declaration, filter }, all) {
	return all.filter((other) => other.declaration.name === declaration.name).length < 2 || filter === null ? declaration.name : `${declaration.name},${filter}`;
}

// src/core/decide/hypothesis.ts
/** The same question, of samples over which the baseline has another value. */
function onSamplesOf(hypothesis, baseline) {
	const { relative, boundary } = hypothesis;
	if (relative === void 0) return hypothesis;
	const own = boundary * baseline / relative.baseline;
	return {
		...hypothesis,
		boundary: own,
		tolerance: Math.abs(own),
		relative: {
			...relative,
			baseline
		}
	};
}
/** How near counts as on the boundary, for limits such as 0.1 + 0.2: a billionth of a sample. */
const slackOf = (n) => 1e-9 / n;
/** The one door through which estimates come to be judged. */
function degradationOf({ lowest, highest, ...facts }, sign) {
	if (sign === 1) return {
		...facts,
		best: lowest,
		worst: highest
	};
	return {
		...facts,
		value: -facts.value,
		best: negated(highest),
		worst: negated(lowest)
	};
}
function negated(imputation) {
	if (imputation === null) return null;
	return {
		value: -imputation.value,
		inference: turned(imputation.inference)
	};
}
function turned(inference) {
	if (inference.kind !== "between") return {
		kind: "negated",
		of: inference
	};
	const { of, low, high } = inference;
	return {
		kind: "between",
		of: turned(of),
		low: turned(high),
		high: turned(low)
	};
}
/** Pairs of 0/1 scores that a degradation counts; null where it is about something else. */
function flipsOf(inference) {
	if (inference.kind === "tango") {
		const { rose, fell, pairs } = inference.counts;
		return {
			regressed: rose,
			improved: fell,
			pairs
		};
	}
	if (inference.kind === "scaled") return flipsOf(inference.of);
	const turned = inference.kind === "negated" ? flipsOf(inference.of) : null;
	return turned === null ? null : {
		...turned,
		regressed: turned.improved,
		improved: turned.regressed
	};
}

// src/core/decide/needed.ts
/** More than anyone will run: beyond this the answer is that the value sits on its limit. */
const MOST = 1e9;
/** Share of runs of the answered size that are to be decided. */
const POWER = .9;
/**
* Samples that would show in nine of ten runs on which side of the boundary a degradation lies, if what was observed is so: the smallest
* number at which the test, which is asked again with as many, would decide even if the value came out 1.28 of its standard errors worse
* than observed. What is assumed once, such as one more unit of sparse data, is assumed once among them too. Null where no number does,
* because the value sits on the boundary.
*/
function samplesToDecide(boundary, { value, n, best, worst, stderr }, alpha) {
	if (Math.abs(value - boundary) <= slackOf(n)) return null;
	const isWorse = value > boundary;
	const imputation = isWorse ? best : worst;
	if (imputation === null) return null;
	const { inference } = imputation;
	const pOf = (of, against) => {
		const { pGreater, pLess } = testAgainst(of, against);
		return isWorse ? pGreater : pLess;
	};
	if (grown(inference, 1) === null || stderr === void 0) return samplesByRoot(n, pOf(inference, boundary), alpha);
	const isDecided = (size) => {
		const more = grown(inference, size / n);
		const unlucky = normalQuantile(POWER) * stderr * Math.sqrt(n / size) * (isWorse ? 1 : -1);
		return more !== null && pOf(more, boundary + unlucky) < alpha;
	};
	let enough = n;
	while (enough <= MOST && !isDecided(enough)) enough *= 2;
	return enough > MOST ? null : answer(n, firstDecided(isDecided, n, enough));
}
/** The same where no more is known than the p-value of the side that was observed: the error is taken to fall with the square root. */
function samplesByRoot(n, p, alpha) {
	if (p >= .5) return null;
	const reach = normalQuantile(1 - alpha) + normalQuantile(POWER);
	return answer(n, n * (reach / -normalQuantile(p)) ** 2);
}
const answer = (n, needed) => needed <= MOST ? Math.max(n + 1, Math.ceil(needed)) : null;
function firstDecided(isDecided, undecided, decided) {
	let low = undecided;
	let high = decided;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (isDecided(middle)) high = middle;
		else low = middle;
	}
	return high;
}

// src/core/decide/test-hypothesis.ts
/**
* Three answers, by two one-sided tests of the degradation with error `alpha` each:
*
* ```
*                          safe │ forbidden
*                               │    [─────────]    regression: proven to lie beyond the boundary
*                         [─────┼─────]             inconclusive
*   [───────────]               │                   pass: proven to lie on the safe side
* ```
*
* For the benchmark itself, every sample of which was seen, there is nothing to infer: the value is compared.
*/
function testHypothesis(hypothesis, estimate, alpha, target) {
	const { sign, boundary } = hypothesis;
	const degradation = degradationOf(estimate, sign);
	const { best, worst } = degradation;
	const answer = {
		target,
		confidenceLimit: worst === null ? null : upperLimit(worst.inference, alpha),
		halfWidth: halfWidthOf(hypothesis, degradation, alpha)
	};
	if (target === "benchmark") {
		const test = {
			method: "benchmark",
			statistic: null,
			pSafe: null,
			pWorse: null
		};
		return {
			...answer,
			verdict: compare(hypothesis, degradation),
			test,
			pLean: null,
			needed: null
		};
	}
	const ofSafety = worst === null ? null : testAgainst(worst.inference, boundary);
	const pSafe = ofSafety?.pLess ?? null;
	const pWorse = best === null ? null : testAgainst(best.inference, boundary).pGreater;
	const pLean = worst === null || pSafe === null ? null : leanP(worst.inference, boundary, pSafe);
	const verdict = pSafe !== null && pSafe < alpha ? "pass" : pWorse !== null && pWorse < alpha ? "regression" : "inconclusive";
	const statistic = ofSafety === null || ofSafety.statistic === null ? null : sign * ofSafety.statistic;
	return {
		...answer,
		verdict,
		test: {
			method: estimate.method,
			statistic: finite$2(statistic),
			pSafe,
			pWorse,
			...verdict !== "inconclusive" || pLean === null || pLean === pSafe ? {} : { pLean }
		},
		pLean,
		needed: verdict === "inconclusive" ? samplesToDecide(boundary, degradation, alpha) : null
	};
}
/**
* Tango's normal score is too sure where hardly any answer flips: of 50 pairs, none of which flipped, it says p = 0.16 to a limit
* of 2 points, and a candidate that loses exactly these and wins nothing shows that in 36 % of runs. At alpha that is no matter
* (its error is below 5.5 %), at `lean_alpha` it is. So a lean also takes the exact probability in that extreme case, where every
* flip goes one way: with more flips both ways Tango's p is the greater one, and the only one that counts.
*/
function leanP(inference, boundary, pSafe) {
	if (inference.kind === "between") return middleOf(threeOf(inference).map((each) => leanP(each, boundary, testAgainst(each, boundary).pLess)));
	if (inference.kind === "scaled") return leanP(inference.of, (boundary - inference.moved) / inference.factor, pSafe);
	if (inference.kind === "negated" && inference.of.kind === "scaled") {
		const { of, factor, moved } = inference.of;
		return leanP({
			kind: "negated",
			of
		}, (boundary + moved) / factor, pSafe);
	}
	const flips = flipsOf(inference);
	if (flips === null || boundary === 0 || Math.abs(boundary) >= 1) return pSafe;
	const lost = flips.regressed - flips.improved;
	const oneWay = boundary > 0 ? binomialAtMost(lost, flips.pairs, boundary) : binomialAtLeast(-lost, flips.pairs, -boundary);
	return Math.max(pSafe, oneWay);
}
/** On the boundary is within the limit. */
function isWithin({ boundary }, value, n) {
	return value <= boundary + slackOf(n);
}
function compare(hypothesis, { best, worst, n }) {
	if (worst !== null && isWithin(hypothesis, worst.value, n)) return "pass";
	if (best !== null && !isWithin(hypothesis, best.value, n)) return "regression";
	return "inconclusive";
}
/**
* Half the width of the two-sided interval; for a value, whose limits are uneven, the distance to the limit on the
* forbidden side.
*/
function halfWidthOf({ estimand }, { value, best, worst }, alpha) {
	if (best === null || worst === null) return null;
	const high = upperLimit(worst.inference, alpha);
	return estimand === "delta" ? (high - lowerLimit(best.inference, alpha)) / 2 : high - value;
}
/**
* Benchmark and population agree except within `tolerance`/3 of the boundary when the interval is that narrow; `auto`
* then speaks of the benchmark. Only whole runs can: `isWhole` says that no cap was set and every score is there.
*/
function chooseTarget(policy, hypothesis, estimate, alpha, isWhole) {
	if (policy !== "auto") return policy;
	if (!isWhole || hypothesis.estimand === "candidate" || hypothesis.tolerance === 0) return "population";
	const halfWidth = halfWidthAtLimit(hypothesis, estimate, alpha);
	return halfWidth !== null && halfWidth <= hypothesis.tolerance / 3 ? "benchmark" : "population";
}
/**
* What the interval would be for a candidate exactly on the boundary that lost as much as this one, or, where this one lies beyond, won
* as much. That of what was seen grows with everything that is won besides, so that a better candidate could turn a pass of the benchmark
* into an undecided gate of the population.
*/
function halfWidthAtLimit(hypothesis, estimate, alpha) {
	const { sign, boundary } = hypothesis;
	const { moved } = estimate;
	const degradation = degradationOf(estimate, sign);
	const isBeyond = degradation.value > boundary;
	if (moved === void 0) {
		const on = (imputation) => imputation === null ? null : {
			...imputation,
			inference: withoutExcess(imputation.inference, boundary, isBeyond)
		};
		const { best, worst } = degradation;
		return halfWidthOf(hypothesis, {
			...degradation,
			best: on(best),
			worst: on(worst)
		}, alpha);
	}
	const { sum, squares } = isBeyond === (sign === -1) ? moved.rose : moved.fell;
	const others = Math.max(0, isBeyond ? sum + boundary : sum - boundary);
	const variance = Math.max(squares + others * moved.most, Math.abs(boundary) * moved.most);
	return normalQuantile(1 - alpha) * Math.sqrt(variance);
}
/**
* Without the flips that put the number above the value, or below it. Of scores of which only some are counted by their ends those that
* are not are taken for what is nearer to the value. Anything but 0/1 scores as it is.
*/
function withoutExcess(inference, value, isAbove) {
	switch (inference.kind) {
		case "tango": {
			const { rose, fell, pairs } = inference.counts;
			const net = value * pairs;
			return {
				kind: "tango",
				counts: isAbove ? {
					rose: Math.max(0, fell + net),
					fell,
					pairs
				} : {
					rose,
					fell: Math.max(0, rose - net),
					pairs
				}
			};
		}
		case "scaled": {
			const { of, factor, moved } = inference;
			return {
				...inference,
				of: withoutExcess(of, (value - moved) / factor, isAbove)
			};
		}
		case "negated": return {
			...inference,
			of: withoutExcess(inference.of, -value, !isAbove)
		};
		case "between": return withoutExcess(isAbove ? inference.low : inference.high, value, isAbove);
		default: return inference;
	}
}
/** Smallest change that as many samples would show with 90 % probability: (z_α + z_.9) standard errors. */
function minimumDetectable(halfWidth, alpha) {
	const z = normalQuantile(1 - alpha);
	return halfWidth * (z + normalQuantile(.9)) / z;
}
/** The one-sided limit by which a ceiling or floor was judged, as shown to people; null for hypotheses about a change. */
function confidenceLimitOf({ estimand, sign }, tested, { declaration }, alpha) {
	const limit = tested?.confidenceLimit ?? null;
	const value = estimand !== "candidate" || limit === null ? null : finite$2(shown(sign * limit, declaration));
	return value === null ? null : {
		side: sign === 1 ? "upper" : "lower",
		value,
		level: 1 - alpha
	};
}
const finite$2 = (value) => value !== null && Number.isFinite(value) ? value : null;

// src/core/decide/messages.ts
/** The messages that a reviewer reads. Each is a whole sentence: it carries its numbers, their units and what they mean. */
/** @param samples all that both sides have */
function identicalMessage(samples) {
	return `The candidate answers exactly as its baseline on all ${plural(samples, "sample")}: was the adapter applied? Its weights are other ones, so that a model was asked that is not the one meant (policy.identical: warn lets it pass).`;
}
function unknownTaskMessage(task, comparisons) {
	const names = comparisons.map((comparison) => comparison.task);
	return `There is no task ${task} among the runs; ${names.length === 0 ? "there are no runs" : `there are ${names.join(", ")}`}.`;
}
function unknownMetricMessage(metric, { task, metrics }) {
	const names = metrics.map((known) => nameOf$1(known, metrics));
	return `No sample of ${task} has a score for ${metric}; ${names.length === 0 ? "they have no scores at all" : `there are scores for ${names.join(", ")}`}.`;
}
/** Of a class nothing follows from a sum over all of them. */
const classOfSumsMessage = ({ statistic, label }, task) => `${statistic} of the class ${JSON.stringify(label)} is counted from samples, and a run of ${task} holds sums alone: judge results that keep their samples, or gate a metric of all classes. To judge these again changes nothing.`;
function ambiguousMetricMessage(metric, candidates) {
	return `${metric} has several filters, and each gives another value: name one of ${candidates.map(({ filter }) => `${metric},${filter ?? ""}`).join(", ")}.`;
}
function coverageMessage(usable, metric, minimum) {
	const expected = metric.scores.length;
	const share = formatLevel(Math.floor(1e4 * usable / expected) / 1e4);
	const why = ["baseline", "candidate"].flatMap((side) => {
		const reason = metric.whyUnscored[side];
		return reason === null ? [] : ` Without a score on the ${side}: ${formatCount(metric.unscored[side])}, mostly because “${reason}”.`;
	});
	return `Only ${formatCount(usable)} of ${plural(expected, "sample")} (${share}) have the scores that this gate needs; at least ${formatLevel(minimum)} must.${why.join("")}${aloneMessage(metric)}`;
}
/** With what cannot be seen, by which alone two ids may differ. */
const quotedId = (id) => JSON.stringify(id.slice(0, 60)).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (unseen) => `\\u${unseen.charCodeAt(0).toString(16).padStart(4, "0")}`);
/** Where each side has samples that the other lacks, these are more often named otherwise than others. */
function aloneMessage({ scores, unpaired, pairOf }) {
	const [before, after] = [unpaired.baseline, unpaired.candidate];
	if (before === 0 || after === 0) return "";
	const first = {};
	for (const { key } of scores) {
		const pair = pairOf?.(key) ?? null;
		if (pair !== null && pair.candidate === null) first.baseline ??= key;
		if (pair !== null && pair.baseline === null) first.candidate ??= key;
		if (first.baseline !== void 0 && first.candidate !== void 0) break;
	}
	const such = (key = "") => quotedId(displayKey(key));
	return ` ${formatCount(before)} are in the baseline alone (such as ${such(first.baseline)}) and ${formatCount(after)} in the candidate alone (such as ${such(first.candidate)}): ids have to be written alike.`;
}
function capMessage(task) {
	return `The runs of ${task} were capped to a part of its samples, and nobody says that it was drawn at random, so that it cannot say what the whole benchmark shows: remove the cap, or judge with target: population.`;
}
/** A sum over tasks is never narrowed to a finite list, however a capped task was drawn. */
function cappedSumMessage(task) {
	return `The runs of ${task} were capped to a part of its samples, and a sum over several tasks speaks of a whole benchmark only where every task was evaluated whole: remove the cap, or judge with target: population.`;
}
function drawMessage(drawn, population) {
	return `This speaks of all ${formatCount(population)} samples of the task, of which ${formatCount(drawn)} were drawn at random.`;
}
function corpusMetricMessage(metric) {
	return `${metric} is a function of all samples at once, and nobody says which: gate a metric with a score a sample, or keep its parts and name its aggregate.`;
}
function notJudgedMessage(metric, { says, instead }) {
	return `${metric} is shown and never judged: ${says}: gate ${instead}.`;
}
function noValueMessage(metric) {
	return `The candidate's scores add up to no value of ${metric}.`;
}
/** About a gate that was judged on the first samples of a random order. */
function sequentialMessage({ tested, metric, planned }) {
	const { method } = tested.test;
	const seen = metric.scores.length;
	const of = `${formatCount(seen)} of ${plural(planned, "planned sample")}`;
	if (tested.verdict === "inconclusive") return `Looked at as it went (${method}), and undecided after ${of}.`;
	return `Decided by a sequential test (${method}) after ${of}; samples after that change nothing.`;
}
function stopMessage(seen, planned, because) {
	const why = because === "regression" ? "since a regression was proven" : "before this gate was decided";
	return `The evaluation stopped after ${formatCount(seen)} of ${plural(planned, "planned sample")}, ${why}: here nothing is proven or ruled out. With --full, or policy.evaluation: full, all of them are evaluated.`;
}
const NO_RESAMPLES = "The samples allow no interval: some resamples of them have no value, or too few show any difference.";
const NO_INTERVAL = "Less than two independent samples of one weight have no interval: nothing can be proven or ruled out.";
function deltaMessage(name, baseline, candidate, delta, metric) {
	const { unit } = metric.declaration;
	const interval = delta.low === null || delta.high === null ? "no interval" : `${formatLevel(delta.level)} interval ${formatChange(delta.low, unit)} to ${formatChange(delta.high, unit)}`;
	const from = `from ${formatValue(baseline.value, unit)} to ${formatValue(candidate.value, unit)}`;
	const count = plural(candidate.n, metric.aggregates === void 0 ? "pair" : "sample");
	return `${name} went ${from}, a change of ${formatChange(delta.value, unit)} (${interval}, ${count}).`;
}
/** Rounded down: what is certain is less than that of one sample more. */
function effectiveMessage(effective, samples) {
	return `Clusters, weights or lengths leave ${plural(samples, "sample")} as much to say as ${formatCount(Math.floor(effective))} independent ones of one weight (effective sample size).`;
}
function valueMessage(name, candidate, confidenceLimit, { declaration: { unit } }) {
	const limit = confidenceLimit === null ? "no limit" : `${formatLevel(confidenceLimit.level)} ${confidenceLimit.side} limit ${formatValue(confidenceLimit.value, unit)}`;
	return `${name} is ${formatValue(candidate.value, unit)} for the candidate (${limit}, ${plural(candidate.n, "sample")}).`;
}
/** What an observed rate and the limit beside it have to do with each other. */
function correctedMessage(observed, errors) {
	const share = (rate) => formatValue(rate, "rate");
	const from = (low, high) => low === high ? share(low) : `${share(low)} to ${share(high)}`;
	const { sensitivity, specificity } = errors;
	const { low, high } = correctedRates(observed, errors);
	const behind = Number.isNaN(low + high) ? "nobody knows how many" : from(low, high);
	return `That is what the scorer calls so. It finds ${from(sensitivity.least.rate, sensitivity.most.rate)} of what is there, and is wrong about ${from(1 - specificity.most.rate, 1 - specificity.least.rate)} of the rest, so that ${behind} are behind it: the limit, and the verdict, are about those.`;
}
/** Without p-values, which mean nothing to most who read a comment: `explain` has them, beside a sentence. */
function verdictMessage({ verdict, target, test }, { forbidden }) {
	if (target === "benchmark") return benchmarkMessage(verdict, forbidden);
	const stated = capitalise(forbidden);
	switch (verdict) {
		case "pass": return `${stated} is ruled out.`;
		case "regression": return `${stated} is proven.`;
		case "inconclusive": return `${stated} is neither ruled out${openBy(test.pSafe)} nor proven${openBy(test.pWorse)}.`;
	}
}
const openBy = (p) => p === null ? " (missing scores leave it open)" : "";
function benchmarkMessage(verdict, forbidden) {
	const seen = "Judged on exactly this benchmark, without inference to other questions";
	switch (verdict) {
		case "pass": return `${seen}: there is not ${forbidden}.`;
		case "regression": return `${seen}: there is ${forbidden}.`;
		case "inconclusive": return `${seen}: whether there is ${forbidden} depends on samples that have no score.`;
	}
}
/**
* Signs that a run is broken rather than bad. Every answer worthless is what a wrong regular expression or template looks
* like, and where both sides share it, nothing changed and the gate may well pass.
*/
function warnings({ declaration }, candidate) {
	const { range, kind, name } = declaration;
	const isLowest = candidate?.value === 0 && (range.min === 0 || (candidate.stderr ?? 0) === 0);
	if (worseSign(declaration) !== -1 || !isLowest) return [];
	const samples = plural(candidate.n, "sample");
	return kind === "corpus" ? [`${name} of the candidate's ${samples} is exactly 0, which is more often a broken format or template than a lost skill: look at its outputs.`] : [`Every one of the candidate's ${samples} scored exactly 0, which is more often a broken format or template than a lost skill: look at its outputs.`];
}
/** A ceiling at the limit would pass in 10 to 17 % of runs where 5 % is promised (docs/explanation/method.md, latency and cost). */
const timeValueMessage = (metric) => `${metric} is measured by a clock, and its own value has tails on which this would be proven too often: limit its change, or set a ceiling to a time that most answers keep (_p95, _p50).`;
const machineUnknownMessage = (metric) => `Nobody recorded on which machine ${metric} was measured, so that two of them cannot be ruled out: let Weighbridge ask both models.`;
/** Seconds of two machines say as much of the machines as of the models. */
const machinesMessage = (metric, machines) => `${metric} was measured on different machines, which are not compared: ${machines.slice(0, 3).join(" | ")}. Evaluate both sides on one.`;
/** Each is 0 or 1: of shares there can be fewer behind the same error, which is what is judged by. */
function roundedMessage(side, [fewest, most]) {
	return `How many samples the ${side} rests on is not said. By its value and standard error, which were rounded, ${fewest === most ? `n is ${formatCount(fewest)}` : `n lies between ${formatCount(fewest)} and ${formatCount(most)}, and is taken as ${formatCount(fewest)}`} where each is right or wrong; the error is taken as large as it can have been.`;
}
/** What a reader should know before trusting the numbers, whatever the verdict. */
function cautions(metric, estimate) {
	const { declaration, scores } = metric;
	const missing = metric.aggregates === void 0 ? scores.length - (estimate?.n ?? scores.length) : 0;
	const found = [];
	if (missing > 0) found.push(`${plural(missing, "sample")} without scores counted as bad as can be for a pass and as good as can be for a failure.`);
	for (const side of ["baseline", "candidate"]) {
		const rounded = metric.aggregates?.[side]?.rounded;
		if (rounded !== void 0) found.push(roundedMessage(side, rounded.n));
	}
	if (metric.askedAgain !== void 0) found.push(askedAgainMessage(metric.askedAgain));
	if (metric.repeats !== void 0) found.push(...noiseMessage(metric.repeats));
	if (estimate?.sparse) found.push(declaration.kind === "corpus" ? "Fewer than ten independent samples differ, so one more at the worst possible value was assumed." : "Few independent samples moved far, so one more at the worst possible value was assumed, or from ten on a part of one.");
	if (metric.machines !== void 0) found.push(...measuredMessages(metric.machines, estimate));
	else if (estimate?.rangeless) found.push(`Nobody says between which values ${declaration.name} lies, and what these few samples say of it depends on that: declare its range, or evaluate at least 200 independent samples.`);
	else if (estimate?.approximate) found.push(declaration.kind === "mean" ? `Nobody says between which values ${declaration.name} lies, so the range that was seen was taken for it: the error is approximate.` : `Fewer than 100 independent samples of scores without a range: the error is approximate.`);
	if (declaration.weak) found.push(`${declaration.name} is weak evidence by its own declaration: read the samples before trusting it.`);
	return found;
}
function measuredMessages(machines, estimate) {
	return [`Measured on ${machines.join(" | ")}, each side at its own time: what the machine did otherwise then is in the change.`, ...estimate?.rangeless ? [`So few answers say nothing of a time, whose tails are long: measure at least ${100}.`] : []];
}
/** Share of the variance from which on more answers help more than anything that is left. */
const MOSTLY_NOISE = .5;
/** Without any chance between answers the variance would be 1 − share of what it is; an estimate of all is one of nearly all. */
function noiseMessage({ noiseShare: share, answers }) {
	if (share === null || share <= MOSTLY_NOISE) return [];
	const { baseline, candidate } = answers;
	const each = baseline === candidate ? `${baseline}` : `${baseline} and ${candidate}`;
	return [capitalise(`${Math.min(baseline, candidate) < 2 ? "At least " : ""}${formatLevel(share)} of the variance of the deltas is chance between answers to one question, of which there are ${each}: raise repeats, which could narrow the interval to ${Math.sqrt(Math.max(.01, 1 - share)).toFixed(2)} of its width.`)];
}
function askedAgainMessage({ rows, of, first }) {
	const named = formatDigest(first.map(displayKey).join(" and "));
	return `${formatCount(rows)} of ${plural(of, "row")} ask the same as another, such as ${named}: the rows of one question are one cluster.`;
}
function capitalise(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
/** What was observed, and what follows from it. */
function gateMessages(gate, { baseline, candidate, delta, effective }, metric, hypothesis, tested, policy) {
	const name = `${gate.metric} on ${gate.task}${gate.against === void 0 ? "" : `, against the ${gate.against},`}`;
	const observed = hypothesis.estimand === "candidate" && candidate !== null ? [valueMessage(name, candidate, confidenceLimitOf(hypothesis, tested, metric, policy.alpha.value), metric)] : baseline !== null && candidate !== null && delta !== null ? [deltaMessage(name, baseline, candidate, delta, metric)] : [];
	const { errors } = metric.declaration;
	if (errors !== void 0 && hypothesis.estimand === "candidate" && candidate !== null) observed.push(correctedMessage(candidate.value, errors));
	if (effective !== void 0) observed.push(effectiveMessage(effective, candidate?.n ?? 0));
	if (tested === null) return [...observed, metric.declaration.kind === "corpus" ? NO_RESAMPLES : NO_INTERVAL];
	return [...observed, verdictMessage(tested, hypothesis)];
}

// src/core/decide/result.ts
/** @param hypothesis null when the gate's question makes no sense for the metric, so that there is no margin */
function factsOf(gate, metric, hypothesis, alpha) {
	const unit = metric?.declaration.unit ?? "number";
	const isValue = hypothesis?.estimand === "candidate";
	return {
		id: gate.id,
		task: gate.task,
		metric: gate.filter === void 0 ? gate.metric : `${gate.metric},${gate.filter}`,
		rule: gate.rule,
		...gate.against === void 0 ? {} : { against: gate.against },
		limit: describeLimit(gate, unit === "rate" ? "rate" : "other"),
		margin: hypothesis?.margin ?? null,
		unit,
		direction: metric?.declaration.direction ?? null,
		tier: gate.tier,
		baseline: metric === null ? null : estimateOf(metric, paired("baseline")),
		candidate: metric === null ? null : estimateOf(metric, isValue ? CANDIDATE.read : paired("candidate")),
		delta: metric === null || alpha === null ? null : estimateDelta(metric, imputeDelta(metric), alpha),
		pairs: metric === null ? 0 : countOf(metric.scores, (score) => DELTA.read(score) !== null),
		...metric === null ? {} : isValue ? uneven(metric, CANDIDATE) : uneven(metric, DELTA),
		...metric?.repeats === void 0 ? {} : { repeats: metric.repeats },
		unpaired: metric?.unpaired ?? {
			baseline: 0,
			candidate: 0
		},
		unscored: metric?.unscored ?? {
			baseline: 0,
			candidate: 0
		},
		flips: metric === null ? null : countFlips(metric)
	};
}
/** Below this share of the samples a reader is told what they count for. */
const NEARLY_ALL = .9;
function uneven(metric, estimand) {
	const samples = countOf(metric.scores, (score) => estimand.read(score) !== null);
	const effective = effectiveOf(metric, estimand);
	return effective < NEARLY_ALL * samples * (1 - 1e-9) ? { effective } : {};
}
/** A gate that could not be judged: the numbers there are, and why they prove nothing. */
function invalidGate(gate, metric, reasons) {
	return {
		...factsOf(gate, metric, null, null),
		verdict: "invalid",
		reasons,
		bound: null,
		leaning: null,
		test: null,
		minimumDetectable: null,
		needed: null,
		blocks: gate.tier === "blocking"
	};
}
/** A gate that was not decided when the evaluation stopped: silence is no evidence, so that nothing leans on it. */
function undecidedGate(gate, metric, reasons, policy, draw = null) {
	const facts = factsOf(gate, metric, null, policy.alpha.value);
	const isDrawn = draw !== null;
	return {
		...facts,
		candidate: isDrawn ? null : facts.candidate,
		delta: isDrawn || facts.delta === null ? null : descriptive(facts.delta),
		...verdictOf(gate, null, policy),
		reasons,
		bound: null,
		minimumDetectable: null
	};
}
/**
* A gate that was judged; with null, one whose samples allow no interval, which leaves it undecided.
* @param level one-sided, of the test that was made: lower than `alpha` at one of several looks
*/
function judgedGate(gate, facts, hypothesis, tested, metric, reasons, policy, level = policy.alpha.value) {
	return {
		...facts,
		...verdictOf(gate, tested, policy),
		...said(reasons, metric, facts.candidate),
		bound: confidenceLimitOf(hypothesis, tested, metric, policy.alpha.value),
		minimumDetectable: detectable(hypothesis, tested, facts, metric, level)
	};
}
function said(reasons, metric, candidate) {
	const warnings$1 = warnings(metric, candidate);
	return {
		reasons: [...reasons, ...warnings$1],
		...warnings$1.length === 0 ? {} : { warnings: warnings$1 }
	};
}
/** What follows for a gate from its test; of none at all, that it is undecided. */
function verdictOf(gate, tested, policy) {
	const verdict = tested?.verdict ?? "inconclusive";
	const leaning = leaningOf(tested, policy);
	return {
		verdict,
		leaning,
		test: tested?.test ?? null,
		needed: tested?.needed ?? null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, policy.onInconclusive.value)
	};
}
/**
* Undecided, a gate leans to pass where the test that would prove safety rejects harm at `lean_alpha`. Whatever the number of
* samples, a candidate exactly at its limit then merges unproven with that probability at most, and losing less never blocks.
* @param tested null where nothing could be tested: silence is no evidence, so that nothing leans on it
*/
function leaningOf(tested, { onInconclusive, leanAlpha }) {
	if (onInconclusive.value !== "lean" || tested !== null && tested.verdict !== "inconclusive") return null;
	if (tested === null) return "none";
	return tested.pLean !== null && tested.pLean < leanAlpha.value * (1 - 1e-9) ? "pass" : "regression";
}
/** What is known of a size by its limits alone, held against the largest allowed. */
function decideByLimits({ lower, upper }, limit, { alpha, leanAlpha, onInconclusive }) {
	if (upper(alpha.value) < limit) return {
		verdict: "pass",
		leaning: null
	};
	if (lower(alpha.value) > limit) return {
		verdict: "regression",
		leaning: null
	};
	if (onInconclusive.value !== "lean") return {
		verdict: "inconclusive",
		leaning: null
	};
	return {
		verdict: "inconclusive",
		leaning: upper(leanAlpha.value * (1 - 1e-9)) < limit ? "pass" : "regression"
	};
}
/** The same, of what a gate was found to be. */
function isStop(verdict, leaning, onInconclusive) {
	if (verdict !== "inconclusive") return verdict !== "pass";
	switch (onInconclusive) {
		case "block": return true;
		case "warn": return false;
		case "lean": return leaning !== "pass";
		default: return assertNever(onInconclusive);
	}
}
function detectable({ estimand }, tested, facts, metric, alpha) {
	const halfWidth = tested?.halfWidth ?? null;
	const from = estimand === "delta" ? facts.baseline : facts.candidate;
	if (halfWidth === null || from === null) return null;
	const size = shownDelta(minimumDetectable(halfWidth, alpha), from.value, metric.declaration);
	return Number.isFinite(size) ? size : null;
}

// src/core/decide/aggregate-only.ts
/** Why a gate may not be decided where this task has no samples; null where it may. A blocking one must say that it wants to. */
function refusalOfAggregates(gate, task, policy) {
	if (policy.target.value === "benchmark") return noSamplesMessage(task, "benchmark");
	return gate.allowWeakEvidence === true || gate.tier === "advisory" ? null : noSamplesMessage(task, "blocking");
}
/**
* A gate on a task of which a side has no samples: judged on two aggregates, unpaired, and about questions like these only, since
* nothing shows that the same questions were asked.
*/
function judgeAggregates(gate, { estimand, scope, hypothesis: ask }, metric, policy) {
	const alpha = policy.alpha.value;
	const [baseline, candidate] = [aggregateEstimate(metric, "baseline"), aggregateEstimate(metric, "candidate")];
	const values = {
		baseline,
		candidate,
		delta: aggregateDelta(metric, alpha),
		evidence: "weak"
	};
	const invalid = (reason) => ({
		...invalidGate(gate, metric, [reason]),
		...values
	});
	if (scope !== "metric") return invalid(noSamplesMessage(gate.task, "groups"));
	const refusal = refusalOfAggregates(gate, gate.task, policy);
	if (refusal !== null) return invalid(refusal);
	if ((estimand === "delta" ? [baseline, candidate] : [candidate]).some((side) => side === null || side.stderr === null)) return invalid(unknownErrorMessage(gate.metric, metric));
	const hypothesis = ask(gate.limit, metric.declaration, baseline);
	if ("refusal" in hypothesis) return invalid(hypothesis.refusal);
	const estimate = imputeAggregates(metric, estimand);
	if (estimate === null) return invalid(unknownErrorMessage(gate.metric, metric));
	const tested = testHypothesis(hypothesis, estimate, alpha, "population");
	const facts = {
		...factsOf(gate, metric, hypothesis, null),
		...values
	};
	const reasons = [
		...gateMessages(gate, facts, metric, hypothesis, tested, policy),
		AGGREGATE_ONLY_MESSAGE,
		...cautions(metric, estimate)
	];
	return judgedGate(gate, facts, hypothesis, tested, metric, reasons, policy);
}
/** Why results without samples cannot decide a gate, and the way out. */
function noSamplesMessage(task, why) {
	const known = `A run of ${task} holds sums and no samples, so that nothing can be paired`;
	switch (why) {
		case "groups": return `${known} or told apart by group: keep the samples.`;
		case "benchmark": return `${known}, and nothing shows that the same questions were asked: keep the samples, or judge with target: population.`;
		case "blocking": return `${known}: that is weak evidence, which may not decide a blocking gate unasked. Keep the samples (--log_samples in lm-evaluation-harness), or give the gate allow_weak_evidence: true.`;
	}
}
/** Why nothing follows from the sums of a metric, and what to do. */
function unknownErrorMessage(metric, { aggregates }) {
	for (const side of ["baseline", "candidate"]) {
		const { n = null, rounded } = aggregates?.[side] ?? {};
		if (n === null && rounded !== void 0) {
			const [fewest, most] = rounded.n;
			return `How many samples ${metric} of the ${side} rests on is not said, and its standard error was rounded so far that they may be ${formatCount(fewest)} or ${formatCount(most)}: keep the samples, the numbers as they were before they were rounded, or the number of samples (n-samples in lm-evaluation-harness).`;
		}
	}
	return `How certain ${metric} is was not recorded: keep the samples, or its standard error and their number (of a rate the number alone will do).`;
}
const AGGREGATE_ONLY_MESSAGE = "Weak evidence: two sums compared as if their questions had nothing in common. With the samples of both sides the interval would be about half as wide.";

// src/core/decide/mismatch-message.ts
/** Why two runs cannot be compared, in a whole sentence. */
function mismatchMessage(mismatch) {
	const { task, field, setting, baseline, candidate, against } = mismatch;
	const given = givenOtherwise(mismatch);
	if (given !== null) return `The runs of ${task} cannot be compared: ${given.words}, the first of them ${given.first}.`;
	const meant = setting ?? (field in FINGERPRINT_FIELDS ? means(field) : null);
	return `The runs of ${task} cannot be compared: ${meant === null ? field : `${meant} (${field})`}: ${show(baseline)} in the ${against ?? "baseline"}, ${show(candidate)} in the candidate.`;
}
function means(field) {
	return field in FINGERPRINT_FIELDS ? FINGERPRINT_FIELDS[field].means : field;
}
const show = (value) => value === null ? "none" : formatDigest(String(value));
const GIVEN = {
	inputs: "what was asked",
	targets: "what counts as right"
};
/** Of questions and right answers, whose digests say nothing to anybody: on how many samples they differ, and the first; else null. */
function givenOtherwise({ field, baseline, against }) {
	const what = GIVEN[field];
	const [, first, count] = / at (.+) \((\d+) differ\)$/s.exec(String(baseline)) ?? [];
	if (what === void 0 || first === void 0) return null;
	return {
		words: `${what} differs from the ${against ?? "baseline"}'s on ${plural(Number(count), "sample")}`,
		first
	};
}

// src/core/decide/locate.ts
function locateMetric(named, comparisons) {
	const comparison = comparisons.find(({ task }) => task === named.task);
	if (comparison === void 0) return {
		faults: [unknownTaskMessage(named.task, comparisons)],
		metric: null
	};
	const metric = findMetric(named, comparison);
	const hard = comparison.mismatches.filter(({ severity }) => severity === "hard");
	const scores = "refusal" in metric ? null : metric;
	if (hard.length > 0) return {
		faults: hard.map(mismatchMessage),
		metric: scores
	};
	return "refusal" in metric ? {
		faults: [metric.refusal],
		metric: null
	} : {
		comparison,
		metric
	};
}
function findMetric(named, comparison) {
	const namesakes = comparison.metrics.filter(({ declaration }) => declaration.name === named.metric);
	const chosen = named.filter === void 0 ? namesakes : namesakes.filter(({ filter }) => filter === named.filter);
	const [only, ...others] = chosen;
	if (only === void 0) {
		const ofClass = parseClassMetric(named.metric);
		if (ofClass !== null && comparison.metrics.some(({ aggregates }) => aggregates !== void 0)) return { refusal: classOfSumsMessage(ofClass, comparison.task) };
		const name = named.filter === void 0 ? named.metric : `${named.metric},${named.filter}`;
		return { refusal: unknownMetricMessage(name, comparison) };
	}
	return others.length === 0 ? only : { refusal: ambiguousMetricMessage(named.metric, chosen) };
}
/** Why samples cannot carry a verdict, whatever they say; null where they can. */
function obstacleOf(metric, read, { minCoverage }) {
	const { declaration, scores, machines = [] } = metric;
	const isMeasured = measuredBy(declaration) !== null;
	if (machines.includes("not recorded")) return machineUnknownMessage(declaration.name);
	if (machines.length > 1) return machinesMessage(declaration.name, machines);
	if (declaration.kind === "corpus" && declaration.aggregate === void 0 && !isMeasured) return corpusMetricMessage(declaration.name);
	const why = declaration.aggregate === void 0 ? null : whyNotJudged(declaration.aggregate);
	if (why !== null) return notJudgedMessage(declaration.name, why);
	const usable = countOf(scores, (score) => read(score) !== null);
	return usable === 0 || usable < minCoverage.value * scores.length ? coverageMessage(usable, metric, minCoverage.value) : null;
}

// src/core/decide/components.ts
function findComponents(gate, named, comparisons, policy) {
	const located = named.map((each) => locateMetric(each, comparisons));
	const [first] = located;
	const own = first?.metric ?? null;
	const draw = first === void 0 || "faults" in first ? null : first.comparison.draw;
	const faults = located.flatMap((each) => faultsOf(each, gate, policy));
	if (faults.length > 0) return {
		reasons: [...new Set(faults)],
		isStopped: false,
		own,
		draw
	};
	const found = located.flatMap((each) => "faults" in each ? [] : [each]);
	const stopped = found.find(({ comparison, metric }) => isStopped(comparison, metric));
	if (stopped !== void 0) {
		const { sequence, result } = stopped.comparison;
		const planned = stopped.metric.scores.length;
		return {
			reasons: [stopMessage(sequence?.length ?? 0, planned, result?.stopped)],
			isStopped: true,
			own,
			draw
		};
	}
	const components = [];
	for (const [index, { comparison, metric }] of found.entries()) {
		const component = componentOf(comparison, metric, named[index]);
		if (component === null) return {
			reasons: [unknownErrorMessage(metric.declaration.name, metric)],
			isStopped: false,
			own,
			draw
		};
		components.push(component);
	}
	return { components };
}
function faultsOf(located, gate, policy) {
	if ("faults" in located) return located.faults;
	const { metric, comparison } = located;
	const refusal = metric.aggregates === void 0 ? obstacleOf(metric, DELTA.read, policy) : refusalOfAggregates(gate, comparison.task, policy);
	if (refusal !== null) return [refusal];
	return comparison.limited && policy.target.value === "benchmark" ? [cappedSumMessage(comparison.task)] : [];
}
const isStopped = ({ sequence }, { scores }) => sequence !== null && sequence.length < scores.length;
function componentOf(comparison, metric, named) {
	const isAggregateOnly = metric.aggregates !== void 0;
	const baseline = isAggregateOnly ? aggregateEstimate(metric, "baseline") : estimateOf(metric, paired("baseline"));
	const estimate = isAggregateOnly ? imputeAggregates(metric, "delta") : imputeDelta(metric);
	if (named === void 0 || baseline === null || estimate === null) return null;
	const isWhole = !isAggregateOnly && !comparison.limited && estimate.n === metric.scores.length;
	return {
		named,
		weight: named.weight,
		metric,
		baseline,
		estimate,
		isWhole
	};
}
/** What a sum over all of them speaks of. What a missing score could have been is in its limits, and not in its value. */
function targetOfSum(components, hypothesis, estimate, { target, alpha }) {
	if (!components.every(({ isWhole, metric }) => isWhole && metric.machines === void 0)) return "population";
	const isFinal = components.every(({ metric }) => metric.varies === void 0);
	return chooseTarget(target.value, hypothesis, estimate, alpha.value, isFinal);
}

// src/core/decide/hypothetical.ts
/** Tools for asking the code that judges merges about data that might have been. */
/**
* Share of samples that a fine-tune answers otherwise than its parent (right to wrong or wrong to right), assumed before
* anything has run. 10 to 15 % is usual for a model of accuracy .65; see docs/explanation/method.md.
*/
const ASSUMED_DISCORDANCE = .12;
/** The estimate of 0/1 scores that nobody observed, every sample of which has a score. */
function hypotheticalEstimate(method, value, n, inference) {
	const imputation = {
		value,
		inference
	};
	return {
		method,
		value,
		n,
		lowest: imputation,
		highest: imputation,
		sparse: false
	};
}
/**
* The same for pairs of which so many got worse and better.
* @param width how far apart the two scores lie, in the unit of the hypothesis
*/
function estimateOfFlips(sign, { regressed, improved, pairs }, width = 1) {
	const [rose, fell] = sign === 1 ? [regressed, improved] : [improved, regressed];
	const inference = scaled({
		kind: "tango",
		counts: {
			rose,
			fell,
			pairs
		}
	}, width, 0);
	return hypotheticalEstimate("tango", width * (rose - fell) / pairs, pairs, inference);
}
/** The same for a rate of so many events. */
const estimateOfEvents = (events, n) => hypotheticalEstimate("clopper-pearson", events / n, n, {
	kind: "binomial",
	events,
	n
});
/** The first count in [0, most] for which a condition holds that never stops holding; most + 1 without one. */
function firstCount(most, holds) {
	let low = 0;
	let high = most + 1;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

// src/core/decide/forecast.ts
const UNCHANGED = "unchanged candidates";
/** Of a candidate that flips so many answers, and changes nothing on balance. */
const balanced = (discordance) => ({
	worse: discordance / 2,
	better: discordance / 2
});
/** Of one that gains so much on balance. */
const gaining = (gain, discordance) => gain > discordance ? {
	worse: 0,
	better: Math.min(1, gain)
} : {
	worse: (discordance - gain) / 2,
	better: (discordance + gain) / 2
};
/** What a verdict does to the merge. */
function outcomeUnder({ verdict, leaning }, onInconclusive) {
	if (verdict === "pass") return "proven";
	return isStop(verdict, leaning, onInconclusive) ? "blocked" : "unproven";
}
/** What a test does to the merge; null where none could be made. */
const outcomeOfTested = (tested, policy) => outcomeUnder({
	verdict: tested?.verdict ?? "inconclusive",
	leaning: leaningOf(tested, policy)
}, policy.onInconclusive.value);
/** What the fixed test of an estimate does to the merge. */
function outcomeOfEstimate(hypothesis, estimate, policy, isWhole) {
	const alpha = policy.alpha.value;
	const target = chooseTarget(policy.target.value, hypothesis, estimate, alpha, isWhole);
	return outcomeOfTested(testHypothesis(hypothesis, estimate, alpha, target), policy);
}
/** The same of a number of which limits are known: where they meet its boundary is worked out for nobody. */
function outcomeOfLimits(hypothesis, estimate, policy, isWhole) {
	const { alpha, leanAlpha, onInconclusive, target } = policy;
	const { sign, boundary } = hypothesis;
	if (chooseTarget(target.value, hypothesis, estimate, alpha.value, isWhole) === "benchmark") return outcomeOfEstimate(hypothesis, estimate, policy, isWhole);
	const { worst, best } = degradationOf(estimate, sign);
	if (worst === null || best === null) return outcomeOfTested(null, policy);
	const isSafe = (level) => upperLimit(worst.inference, level) < boundary;
	if (isSafe(alpha.value)) return "proven";
	if (lowerLimit(best.inference, alpha.value) > boundary) return "blocked";
	return outcomeUnder({
		verdict: "inconclusive",
		leaning: isSafe(leanAlpha.value) ? "pass" : "regression"
	}, onInconclusive.value);
}
/**
* How likely it is that something holds of pairs each of which gets worse or better with these probabilities, which more gains never
* undo. Exact: every number of losses is weighed with its probability, and for each the first gains at which it holds are found by
* bisection. Losses further than nine standard deviations out are left away.
*/
function chanceOfPairs(pairs, { worse: loses, better: gains }, holds) {
	const spread = 9 * Math.sqrt(pairs * loses * (1 - loses)) + 9;
	const from = Math.max(0, Math.floor(pairs * loses - spread));
	const to = Math.min(pairs, Math.ceil(pairs * loses + spread));
	let chance = 0;
	for (let worse = from; worse <= to; worse += 1) {
		const left = pairs - worse;
		const enough = firstCount(left, (better) => holds(better, worse));
		chance += binomialOf(worse, pairs, loses) * (1 - binomialAtMost(enough - 1, left, gains / (1 - loses)));
	}
	return Math.min(1, chance);
}
/** P(X = k), at rates of 0 and 1 too. */
function binomialOf(k, n, rate) {
	if (rate <= 0) return Number(k === 0);
	return rate >= 1 ? Number(k === n) : binomialExactly(k, n, rate);
}
/** What becomes of candidates of which each of `pairs` samples gets worse or better with these probabilities. */
function fateOfPairs(hypothesis, pairs, rates, policy, isWhole) {
	const outcomes = /* @__PURE__ */ new Map();
	const outcomeAt = (improved, regressed) => {
		const key = `${improved} ${regressed}`;
		const estimate = estimateOfFlips(hypothesis.sign, {
			regressed,
			improved,
			pairs
		});
		const found = outcomes.get(key) ?? outcomeOfEstimate(hypothesis, estimate, policy, isWhole);
		outcomes.set(key, found);
		return found;
	};
	const chance = (holds) => chanceOfPairs(pairs, rates, (improved, regressed) => holds(outcomeAt(improved, regressed)));
	return fateFrom({
		proven: chance((outcome) => outcome === "proven"),
		blocked: 1 - chance((outcome) => outcome !== "blocked")
	});
}
/** The same for a ceiling or floor on 0/1 scores, of candidates whose true rate is `rate`; `estimateAt` is that of so many events. */
function fateOfRate(hypothesis, n, rate, policy, isWhole, estimateAt = (events) => estimateOfEvents(events, n)) {
	const outcomeAt = (events) => outcomeOfEstimate(hypothesis, estimateAt(events), policy, isWhole);
	const isCeiling = hypothesis.sign === 1;
	const first = (outcome) => firstCount(n, (events) => outcomeAt(events) === outcome === (outcome === "blocked" === isCeiling));
	const below = (count) => binomialAtMost(count - 1, n, rate);
	const [proven, blocked] = [below(first("proven")), below(first("blocked"))];
	return fateFrom(isCeiling ? {
		proven,
		blocked: 1 - blocked
	} : {
		proven: 1 - proven,
		blocked
	});
}
/** What is neither is let through unproven; sums of many small shares may be out by a rounding. */
function fateFrom({ proven, blocked }) {
	const own = {
		proven: Math.min(1, Math.max(0, proven)),
		blocked: Math.min(1, Math.max(0, blocked))
	};
	return {
		...own,
		unproven: Math.max(0, 1 - own.proven - own.blocked)
	};
}
/** Samples that all rounds may draw together, and how many rounds there are: with 100 the standard error of a share is at most 5 points. */
const MOST_DRAWS = 2e5;
const LEAST_ROUNDS = 100;
const MOST_ROUNDS = 1e3;
/** How often a gate can be judged on so many samples while somebody waits. */
const roundsFor = (samples) => Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.floor(MOST_DRAWS / Math.max(1, samples))));
/** The shares among candidates that are drawn at random, by the outcome of each. */
function simulatedFate(rounds, outcome) {
	const counts = {
		proven: 0,
		unproven: 0,
		blocked: 0
	};
	for (let round = 0; round < rounds; round += 1) counts[outcome()] += 1;
	return fateFrom({
		proven: counts.proven / rounds,
		blocked: counts.blocked / rounds
	});
}

// src/core/decide/rules/limits.ts
/** Plain decimals only: no sign, no exponent, no hexadecimal, no separators, no NaN. */
const DECIMAL = "(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,15})?";
const CHANGE$1 = new RegExp(`^(${DECIMAL})(pp|%rel|%)?$`);
const RATE = new RegExp(`^(${DECIMAL})(%)?$`);
const refuse = (message, fix) => ({
	ok: false,
	message,
	fix
});
const accept = (value) => ({
	ok: true,
	value
});
/** Shifts the decimal point in the text, so that 0.7 per cent is exactly 0.007 and not 0.7 / 100. */
const hundredth = (digits) => Number(`${digits}e-2`);
function wrongSign(written) {
	if (!/^-/.test(String(written))) return void 0;
	return refuse(`${written} is negative`, "write the size of the change without a sign; the rule says which way it goes");
}
/** Reads numbers that YAML has parsed and text alike; numbers keep no unit, so they are absolute. */
function split(written, grammar) {
	if (typeof written === "number") return Number.isFinite(written) ? {
		digits: String(written),
		unit: ""
	} : void 0;
	const match = grammar.exec(written);
	return match?.[1] === void 0 ? void 0 : {
		digits: match[1],
		unit: match[2] ?? ""
	};
}
/**
* Reads how far a metric may move. For a rate `2pp` or `0.02`, relative to the baseline `2%rel`; for anything else a
* plain number in the metric's own unit, or `2%rel`. What could mean two things is refused, with both spelt out.
*/
function parseChange(written, unit) {
	const negative = wrongSign(written);
	if (negative !== void 0) return negative;
	const parts = split(written, CHANGE$1);
	if (parts === void 0) return refuse(`${quote(written)} is not a change`, unit === "rate" ? "write points as 2pp, a plain decimal such as 0.02, or a share of the baseline as 2%rel" : "write a plain decimal such as 0.02 in the unit of the metric, or a share of the baseline as 2%rel");
	const { digits } = parts;
	switch (parts.unit) {
		case "%rel": return accept({
			kind: "relative",
			value: hundredth(digits)
		});
		case "%": return refuse(`${digits}% can mean two changes`, unit === "rate" ? `write ${digits}pp for points of the rate, or ${digits}%rel for a share of the baseline` : `write ${digits}%rel for a share of the baseline, or a plain number in the unit of the metric`);
		case "pp": return points(digits, unit);
		default: return plainChange(Number(digits), digits, unit);
	}
}
function points(digits, unit) {
	if (unit !== "rate") return refuse(`${digits}pp is for rates, and this metric is ${describeUnit(unit)}`, `write a plain number in the unit of the metric, or a share of the baseline as ${digits}%rel`);
	const value = hundredth(digits);
	if (value > 1) return refuse(`${digits}pp is more than a rate can change`, "write at most 100pp");
	return accept({
		kind: "absolute",
		value
	});
}
function plainChange(value, digits, unit) {
	if (unit === "rate" && value >= 1) return refuse(`${digits} would let the rate change by ${Number((value * 100).toPrecision(12))} points`, `did you mean ${digits}pp? (as a plain number that is ${Number((value / 100).toPrecision(12))})`);
	return accept({
		kind: "absolute",
		value
	});
}
/** Reads a ceiling or floor: for a rate `1%` or `0.01`, for anything else a plain number in the metric's own unit. */
function parseValue(written, unit) {
	const negative = wrongSign(written);
	if (negative !== void 0) return negative;
	const parts = split(written, RATE);
	if (parts === void 0) return refuse(`${quote(written)} is not ${unit === "rate" ? "a rate" : "a number"}`, unit === "rate" ? "write 1% or a plain decimal such as 0.01" : "write a plain decimal in the unit of the metric");
	const { digits } = parts;
	if (unit !== "rate") {
		if (parts.unit === "") return accept(Number(digits));
		return refuse(`${digits}% is for rates, and this metric is ${describeUnit(unit)}`, "write a plain number in the unit of the metric");
	}
	if (parts.unit === "%") {
		const value = hundredth(digits);
		return value > 1 ? refuse(`${digits}% is more than a rate can be`, "write at most 100%") : accept(value);
	}
	const value = Number(digits);
	if (value < 1) return accept(value);
	return refuse(value === 1 ? "1 can mean 1% or 100%" : `${digits} is more than a rate can be`, value === 1 ? "write 1% or 100%" : `did you mean ${digits}%?`);
}
const UNIT_NAMES = {
	rate: "a rate",
	bits_per_byte: "in bits per byte",
	perplexity: "a perplexity",
	seconds: "a time in seconds",
	number: "a plain number"
};
const describeUnit = (unit) => UNIT_NAMES[unit];
const quote = (written) => typeof written === "number" ? String(written) : JSON.stringify(written.slice(0, 60));

// src/core/decide/rules/change.ts
/** What all rules share whose limit is a change against the baseline. */
const CHANGE = {
	estimand: "delta",
	signFor: (direction) => worseSign({ direction }),
	written: "change",
	parse: parseChange,
	misfit: () => null
};
/** A rate can lose no more than all of it. */
function allowsAnyDrop({ kind, value }, unit, direction) {
	if (unit !== "rate" || direction === null || value < 1) return false;
	return kind === "absolute" || worseSign({ direction }) === -1;
}
/** The bad way of a metric. */
const worsening = (sign) => sign === 1 ? "rise" : "drop";
/** The hypothesis of a limit on a change. @param forbidden what is ruled out by a pass */
function changeHypothesis(limitSign, forbidden) {
	return (limit, metric, baseline) => {
		if (baseline === null) return { refusal: "The baseline has no value to compare with." };
		const margin = limit.kind === "relative" ? limit.value * Math.abs(baseline.value) : limit.value;
		if (!(margin >= 0) || !Number.isFinite(margin)) return { refusal: `A limit of ${margin} is not a size of change.` };
		if (limit.kind === "relative" && limit.value > 0 && margin === 0) return { refusal: "A limit relative to the baseline has no size, since the baseline is 0: give an absolute limit." };
		const sign = worseSign(metric);
		const shown = sign * limitSign * margin;
		const boundary = sign * (metric.scale === "log" ? Math.log1p(shown / baseline.value) : shown);
		const size = formatMargin(margin, metric.unit);
		const isShare = limit.kind === "relative" && metric.scale !== "log" && margin > 0;
		if (!Number.isFinite(boundary)) return { refusal: `A change of ${size} is beyond all values that the metric can take.` };
		return {
			estimand: "delta",
			sign,
			margin,
			forbidden: forbidden(size, sign),
			boundary: boundary === 0 ? 0 : boundary,
			...isShare ? { relative: {
				factor: 1 + shown / baseline.value,
				baseline: baseline.value
			} } : {},
			tolerance: Math.abs(boundary)
		};
	};
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
/**
* Tests that may be looked at any time are looked at whenever a hundredth or less of what was seen came on top: what comes after the
* sample that decides is evaluated for nothing, so that the early looks are the ones to have many of.
*/
function batchAfter(samples) {
	return 5 * 2 ** Math.max(0, Math.floor(Math.log2(samples / 500)));
}
/** Whether a test that may be looked at any time is looked at after `samples` of `planned`. */
function isBatchEnd(samples, planned) {
	return samples % batchAfter(samples) === 0 || samples === planned;
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
/** Failures at the limit among all samples from which on a rate is looked at, and not bet on. */
const MANY_FAILURES = 50;
/**
* Whether a ceiling or floor is decided by looks, each with the exact binomial test: bets on few rates prove what fails hardly ever soonest,
* and of what fails often little that looks do not (docs/explanation/method.md).
* @param limit as a rate of failures
*/
const isLookedAt = (limit, samples) => limit * samples >= MANY_FAILURES;
function methodOf(ordered, limited, policy) {
	const { hypothesis, metric, alpha } = ordered;
	const size = metric.scores.length;
	const isBinary = areZeroOrOne(metric, metric.scores, "baseline");
	const isPart = limited || metric.varies === true;
	if (plannedTarget(hypothesis, countEffective(metric.scores), isPart, alpha, policy) === "benchmark") return isBinary && !limited ? "betting" : null;
	const isClustered = countUnits(metric.scores) < size;
	if (hypothesis.estimand === "delta" || isClustered || !isBinary) return "group sequential";
	if (isLookedAt(hypothesis.tolerance, size)) return "group sequential";
	return canProveRate(hypothesis, size, alpha) ? "e-process" : null;
}
/** As `chooseTarget` of a fixed run, with the interval that a run of this size is expected to have. */
function plannedTarget(hypothesis, size, limited, alpha, policy) {
	if (policy !== "auto") return policy;
	if (limited || hypothesis.estimand === "candidate") return "population";
	return normalQuantile(1 - alpha) * Math.sqrt(.12 / size) <= hypothesis.tolerance / 3 ? "benchmark" : "population";
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

// src/core/decide/forecast-in-order.ts
/** What becomes of candidates that are judged as their samples come. */
/** Of looks, which take microseconds: the standard error of a share is at most 0.8 points. */
const ROUNDS = 4e3;
/**
* Of pairs that are looked at, each of which gets worse or better with these probabilities: simulated, since what a look finds hangs
* together with what the ones before it found.
*/
function fateOfLooks(hypothesis, pairs, { worse: loses, better: gains }, policy) {
	const random = mulberry32(pairs);
	const losses = binomialDraws(loses);
	const wins = binomialDraws(gains / (1 - loses));
	const looks = plannedLooks(pairs, policy.alpha.value, (n) => n);
	const undecided = /* @__PURE__ */ new Map();
	const atEnd = (regressed, improved) => {
		const key = `${regressed} ${improved}`;
		const estimate = estimateOfFlips(hypothesis.sign, {
			regressed,
			improved,
			pairs
		});
		const last = looks.at(-1)?.level ?? 0;
		const found = undecided.get(key) ?? outcomeOfTested(testHypothesis(hypothesis, estimate, last, "population"), policy);
		undecided.set(key, found);
		return found;
	};
	return simulatedFate(ROUNDS, () => {
		let [regressed, improved, seen] = [
			0,
			0,
			0
		];
		for (const { samples, level } of looks) {
			const more = losses(samples - seen, random());
			improved += wins(samples - seen - more, random());
			regressed += more;
			seen = samples;
			const estimate = estimateOfFlips(hypothesis.sign, {
				regressed,
				improved,
				pairs: samples
			});
			const { worst } = degradationOf(estimate, hypothesis.sign);
			if (worst === null) throw new Error("an estimate without an inference");
			const { pLess, pGreater } = testAgainst(worst.inference, hypothesis.boundary);
			if (pLess < level) return "proven";
			if (pGreater < level) return "blocked";
		}
		return atEnd(regressed, improved);
	});
}
/** Numbers of events among n by a uniform number; the cumulated probabilities of an n are worked out once. */
function binomialDraws(rate) {
	const tables = /* @__PURE__ */ new Map();
	const tableOf = (n) => {
		let total = 0;
		return Float64Array.from({ length: n + 1 }, (_, k) => {
			total += binomialOf(k, n, rate);
			return total;
		});
	};
	return (n, uniform) => {
		const table = tables.get(n) ?? tableOf(n);
		tables.set(n, table);
		return Math.min(n, firstCount(n, (k) => (table[k] ?? 1) > uniform));
	};
}
/** A state that hardly any candidate reaches. */
const NEGLIGIBLE = 1e-12;
/**
* Of samples each of which fails with this probability, under a ceiling or floor that is judged as they come: exact, by how likely every
* number of failures is while nothing is decided.
* @param estimateAt the estimate of so many failures among all samples
*/
function fateOfFailures(hypothesis, n, failureRate, policy, estimateAt) {
	const alpha = policy.alpha.value;
	const lookAt = isLookedAt(hypothesis.tolerance, n) ? plannedLook(hypothesis, n, alpha) : betAfter(hypothesis, n, alpha);
	const fate = {
		proven: 0,
		unproven: 0,
		blocked: 0
	};
	let open = /* @__PURE__ */ new Map([[0, 1]]);
	let seen = 0;
	for (let samples = 1; samples <= n; samples += 1) {
		const look = lookAt(samples);
		if (look === null) continue;
		open = afterMore(open, samples - seen, failureRate);
		seen = samples;
		for (const [failures, chance] of open) {
			const outcome = look(failures);
			if (outcome !== null) fate[outcome] += chance;
			else if (chance > NEGLIGIBLE) continue;
			open.delete(failures);
		}
	}
	for (const [failures, chance] of open) {
		const tested = testHypothesis(hypothesis, estimateAt(failures), alpha, "population");
		fate[outcomeOfTested({
			...tested,
			verdict: "inconclusive"
		}, policy)] += chance;
	}
	return fateFrom(fate);
}
function betAfter({ tolerance }, n, alpha) {
	const enough = Math.log(1 / alpha);
	return (samples) => {
		if (!isBatchEnd(samples, n)) return null;
		return (failures) => {
			const { below, above } = rateLogE(failures, samples, tolerance);
			return below >= enough ? "proven" : above >= enough ? "blocked" : null;
		};
	};
}
function plannedLook({ tolerance }, n, alpha) {
	const levels = new Map(plannedLooks(n, alpha, (samples) => samples).map((look) => [look.samples, look.level]));
	return (samples) => {
		const level = levels.get(samples);
		if (level === void 0) return null;
		return (failures) => {
			if (binomialAtMost(failures, samples, tolerance) < level) return "proven";
			return binomialAtLeast(failures, samples, tolerance) < level ? "blocked" : null;
		};
	};
}
function afterMore(open, more, rate) {
	const chances = Array.from({ length: more + 1 }, (_, k) => binomialOf(k, more, rate));
	const next = /* @__PURE__ */ new Map();
	for (const [failures, chance] of open) chances.forEach((own, k) => {
		next.set(failures + k, (next.get(failures + k) ?? 0) + chance * own);
	});
	return next;
}

// src/core/decide/rules/change-forecast.ts
/** Scores that flip between 0 and 1, of which a share can be assumed to; nobody knows how far others move. */
function isFlipped({ declaration, isRepeated, stored }) {
	const { unit, kind, group_average: average } = declaration;
	if (unit !== "rate" || kind !== "mean" || average !== void 0 || isRepeated) return false;
	return stored === null || isZeroOrOne(stored, stored.scores.flatMap(({ baseline }) => baseline ?? []));
}
const MOVES_UNKNOWN = { missing: "two runs that show how far its scores move by themselves: `weighbridge noise`" };
const PART_OF_BENCHMARK = { missing: "results, which say of how long a list its samples are a part" };
/** The baseline's value; a limit that is a share of it is widest where all is right. */
function baselineAhead({ stored }) {
	return stored === null ? {
		value: 1,
		stderr: null,
		n: 0
	} : estimateOf(stored, alone("baseline"));
}
/** What becomes of candidates whose answers flip, under a limit on the change; of a gain also of those that gain twice as much. */
function changeForecast({ limitSign, hypothesis }, limit, { metrics: [own], evaluation }, policy) {
	if (!isFlipped(own)) return MOVES_UNKNOWN;
	if (policy.target.value === "benchmark" && !own.isWhole) return PART_OF_BENCHMARK;
	const asked = hypothesis(limit, own.declaration, baselineAhead(own));
	if ("refusal" in asked) return [];
	const fate = (rates) => evaluation === "full" ? fateOfPairs(asked, own.rows.length, rates, policy, own.isWhole) : fateInOrder(asked, own, rates, policy);
	const unchanged = {
		of: UNCHANGED,
		fate: fate(balanced(own.discordance))
	};
	if (limitSign === 1 || asked.margin === 0) return [unchanged];
	return [unchanged, {
		of: "candidates that gain twice as much",
		fate: fate(gaining(2 * asked.margin, own.discordance))
	}];
}
/** Bets on a benchmark end as all of it would, but for their error. */
function fateInOrder(asked, own, rates, policy) {
	const { length } = own.rows;
	const { alpha, target } = policy;
	const planned = plannedTarget(asked, length, !own.isWhole, alpha.value, target.value);
	if (planned === "population") return fateOfLooks(asked, length, rates, policy);
	const ofBenchmark = {
		...policy,
		target: {
			...target,
			value: planned
		}
	};
	return fateOfPairs(asked, length, rates, ofBenchmark, own.isWhole);
}

// src/core/decide/rules/max-drop.ts
/** The candidate may be worse by less than the limit: a non-inferiority margin. */
const MAX_DROP = {
	...CHANGE,
	name: "max_drop",
	key: "max_drop",
	scope: "metric",
	limitSign: 1,
	description: "The candidate may be worse by less than this.",
	flag: "largest drop allowed, such as mmlu/acc=2pp",
	allowsEverything: allowsAnyDrop,
	hypothesis: changeHypothesis(1, (size, sign) => `a ${worsening(sign)} of more than ${size}`),
	forecast: ({ limit }, ahead, policy) => changeForecast(MAX_DROP, limit, ahead, policy),
	limitPhrase: ({ direction, against }) => [`may ${worsening(direction === null ? -1 : worseSign({ direction }))}`, against === void 0 ? "" : ` since the ${against}`],
	outcomePhrase: (holds, { direction, delta }) => {
		const sign = direction === null ? -1 : worseSign({ direction });
		if (!holds) return ["more than the allowed", ""];
		return delta !== null && sign * delta.value > 0 ? [`within the allowed ${worsening(sign)} of`, ""] : [`and a ${worsening(sign)} of more than`, " is ruled out"];
	},
	questionPhrase: "got worse by more than"
};

// src/core/decide/rules/sum-forecast.ts
/** Of sums, whose limits take a millisecond: the standard error of a share is at most 1.6 points. */
const SUM_ROUNDS = 1e3;
/** The metrics of a rule about several, drawn by how their answers flip: each independent of the others, as different tasks are. */
function componentsAhead(metrics, weights, policy) {
	if (!metrics.every(isFlipped)) return MOVES_UNKNOWN;
	if (policy.target.value === "benchmark" && !metrics.every(({ isWhole }) => isWhole)) return PART_OF_BENCHMARK;
	const drawing = (rates) => {
		const random = mulberry32(metrics.length);
		const draws = rates.map(({ worse, better }) => ({
			losses: binomialDraws(worse),
			wins: binomialDraws(better / (1 - worse))
		}));
		return () => metrics.flatMap((own, index) => {
			const { named, declaration, rows } = own;
			const draw = draws[index];
			const baseline = baselineAhead(own);
			if (draw === void 0 || baseline === null) return [];
			const pairs = rows.length;
			const regressed = draw.losses(pairs, random());
			const improved = draw.wins(pairs - regressed, random());
			const estimate = estimateOfFlips(worseSign(declaration), {
				regressed,
				improved,
				pairs
			});
			return {
				named,
				weight: weights[index] ?? 1,
				baseline,
				estimate,
				metric: { declaration }
			};
		});
	};
	return { drawing };
}

// src/core/decide/rules/average.ts
/**
* Judges the mean of several tasks' changes, Σ share · change. Every task keeps the test that fits it; their limits come
* together by square-and-add. Tasks without a sample in common are independent given the two checkpoints; those with some hang
* together as far as these samples moved alike.
*/
function judgeAverage(gate, comparisons, policy) {
	const found = findComponents(gate, gate.of, comparisons, policy);
	if ("reasons" in found) {
		const { own, isStopped, reasons } = found;
		return {
			...isStopped ? undecidedGate(gate, null, reasons, policy) : invalidGate(gate, null, reasons),
			...labelsOf(gate, own?.declaration ?? null)
		};
	}
	const total = sum(found.components.map(({ weight }) => weight));
	const components = found.components.map((each) => ({
		...each,
		share: each.weight / total
	}));
	const [first] = components;
	if (first === void 0) throw new Error("an average of nothing");
	const { declaration } = first.metric;
	const invalid = (reason) => ({
		...invalidGate(gate, null, [reason]),
		...labelsOf(gate, declaration)
	});
	const misfit = misfitOf(components, declaration);
	if (misfit !== null) return invalid(misfit);
	const alpha = policy.alpha.value;
	const correlation = correlationOf$1(components);
	const sides = {
		baseline: sideOf(components, "baseline", correlation),
		candidate: sideOf(components, "candidate", correlation)
	};
	const hypothesis = MAX_DROP.hypothesis(gate.limit, declaration, sides.baseline);
	if ("refusal" in hypothesis) return invalid(hypothesis.refusal);
	const estimate = estimateOfAverage(components, correlation, alpha);
	const target = targetOfSum(components, hypothesis, estimate, policy);
	const tested = testHypothesis(hypothesis, estimate, alpha, target);
	const isAggregateOnly = components.some(({ metric }) => metric.aggregates !== void 0);
	const facts = {
		...factsOf(gate, null, hypothesis, null),
		...labelsOf(gate, declaration),
		...sides,
		...countsOf(components),
		delta: deltaOf(estimate, alpha),
		average: components.map(partOf),
		...isAggregateOnly ? { evidence: "weak" } : {}
	};
	const reasons = [
		averageMessage(gate, facts, components),
		verdictMessage(tested, hypothesis),
		...isAggregateOnly ? [AGGREGATE_ONLY_MESSAGE] : [],
		...components.flatMap(({ metric, estimate: own, named }) => cautions(metric, own).map((caution) => `${named.task}: ${caution}`))
	];
	const judged = judgedGate(gate, facts, hypothesis, tested, first.metric, reasons, policy);
	const collapsed = components.flatMap(({ metric, named }) => warnings(metric, sideValue(metric, "candidate")).map((warning) => `${named.task}/${named.metric}: ${warning}`));
	if (collapsed.length === 0) return judged;
	return {
		...judged,
		reasons: [...reasons, ...collapsed],
		warnings: collapsed
	};
}
/** Of candidates whose answers flip, in every task by itself: none is taken to share samples with another. */
function forecastAverage(gate, { metrics }, policy) {
	const total = sum(gate.of.map(({ weight }) => weight));
	const shares = gate.of.map(({ weight }) => weight / total);
	const parts = componentsAhead(metrics, shares, policy);
	if ("missing" in parts) return parts;
	const values = metrics.map((own) => baselineAhead(own)?.value ?? NaN);
	const value = sum(values.map((own, index) => own * (shares[index] ?? 0)));
	const [{ declaration }] = metrics;
	const hypothesis = MAX_DROP.hypothesis(gate.limit, declaration, {
		value,
		stderr: null,
		n: 0
	});
	if ("refusal" in hypothesis) return [];
	const isWhole = metrics.every((own) => own.isWhole);
	const draw = parts.drawing(metrics.map(({ discordance }) => balanced(discordance)));
	const fate = simulatedFate(SUM_ROUNDS, () => {
		const estimate = estimateOfAverage(draw().map((each) => ({
			...each,
			share: each.weight
		})), () => 0, policy.alpha.value);
		return outcomeOfLimits(hypothesis, estimate, policy, isWhole);
	});
	return [{
		of: UNCHANGED,
		fate
	}];
}
/** What the gate is about, also where its numbers are not known. */
function labelsOf(gate, declaration) {
	const total = sum(gate.of.map(({ weight }) => weight));
	const average = gate.of.map((named) => ({
		task: named.task,
		metric: nameOf(named),
		share: named.weight / total,
		delta: null
	}));
	if (declaration === null) return { average };
	const { unit, direction } = declaration;
	return {
		average,
		unit,
		direction,
		limit: describeLimit(gate, unit === "rate" ? "rate" : "other")
	};
}
const nameOf = ({ metric, filter }) => filter === void 0 ? metric : `${metric},${filter}`;
/** Why the metrics have no mean; null where they have one. Before its task has run nobody knows the unit of a metric. */
function misfitOf(components, { unit, direction }) {
	for (const { metric, named } of components) {
		const own = metric.declaration;
		const name = `${named.task}/${named.metric}`;
		if (own.scale === "log") return `${name} is judged on a logarithmic scale, which has no average: leave it out.`;
		if (own.unit !== unit || own.direction !== direction) return `${name} is of another unit or direction than the first metric of the average: name metrics of one kind.`;
	}
	return null;
}
function sideValue(metric, side) {
	return metric.aggregates === void 0 ? estimateOf(metric, paired(side)) : aggregateEstimate(metric, side);
}
/** Of sums without samples nobody can tell how those of one task hang together. */
function correlationOf$1(components) {
	const estimated = correlationsOf(components.map(({ metric }) => metric));
	return (left, right) => {
		const [one, other] = [components[left], components[right]];
		return [one, other].some((each) => each?.metric.aggregates !== void 0) && one?.named.task === other?.named.task ? 1 : estimated(left, right);
	};
}
function sideOf(components, side, correlation) {
	const values = components.map(({ metric, share }) => ({
		own: sideValue(metric, side),
		share
	}));
	if (values.some(({ own }) => own === null)) return null;
	const errors = values.map(({ own, share }) => (own?.stderr ?? NaN) * share);
	const variance = sum(errors.map((left, row) => sum(errors.map((right, column) => left * right * togetherness(row, column, correlation)))));
	return {
		value: sum(values.map(({ own, share }) => (own?.value ?? NaN) * share)),
		stderr: finite$1(Math.sqrt(variance)),
		n: sum(values.map(({ own }) => own?.n ?? 0))
	};
}
const togetherness = (row, column, correlation) => row === column || correlation(row, column) > 0 ? 1 : 0;
function estimateOfAverage(components, correlation, alpha) {
	const terms = components.map(termOf$1);
	const limits = remembered(limitsOfSum(terms, (left, right) => correlation(Number(left.source), Number(right.source))));
	const value = sum(terms.map((term) => term.weight * term.value));
	const known = (end) => Number.isFinite(limits[end](alpha)) ? {
		value,
		inference: {
			kind: "limits",
			limits
		}
	} : null;
	return {
		method: "average",
		value,
		n: sum(components.map(({ estimate }) => estimate.n)),
		lowest: known("lower"),
		highest: known("upper"),
		sparse: false
	};
}
/** The task's change; open on a side that its missing scores leave open. */
function termOf$1({ share, estimate: { value, lowest, highest } }, index) {
	const limits = remembered({
		lower: (alpha) => lowest === null ? -Infinity : lowerLimit(lowest.inference, alpha),
		upper: (alpha) => highest === null ? Infinity : upperLimit(highest.inference, alpha)
	});
	return {
		source: String(index),
		weight: share,
		value,
		limits
	};
}
function deltaOf({ value, lowest, highest, method }, alpha) {
	return {
		value,
		low: lowest === null ? null : finite$1(lowerLimit(lowest.inference, alpha)),
		high: highest === null ? null : finite$1(upperLimit(highest.inference, alpha)),
		level: 1 - 2 * alpha,
		method
	};
}
const finite$1 = (value) => Number.isFinite(value) ? value : null;
function countsOf(components) {
	const flips = components.map(({ metric }) => countFlips(metric));
	const bySide = (of) => ({
		baseline: sum(components.map(({ metric }) => of(metric).baseline)),
		candidate: sum(components.map(({ metric }) => of(metric).candidate))
	});
	return {
		pairs: sum(components.map(({ metric }) => countOf(metric.scores, (score) => DELTA.read(score) !== null))),
		unpaired: bySide(({ unpaired }) => unpaired),
		unscored: bySide(({ unscored }) => unscored),
		flips: flips.includes(null) ? null : {
			regressed: sum(flips.map((each) => each?.regressed ?? 0)),
			improved: sum(flips.map((each) => each?.improved ?? 0))
		}
	};
}
function partOf({ named, share, estimate }) {
	return {
		task: named.task,
		metric: nameOf(named),
		share,
		delta: estimate.value
	};
}
function averageMessage(gate, { baseline, candidate, delta, unit, pairs }, components) {
	const isEven = new Set(components.map(({ share }) => share)).size === 1;
	const what = `The ${isEven ? "" : "weighted "}average of ${plural(components.length, "task")} (${gate.task})`;
	const parts = components.map(({ named, share, estimate }) => {
		const weight = isEven ? "" : ` (weight ${formatLevel(share)})`;
		return `${nameOf(named)} on ${named.task} by ${formatChange(estimate.value, unit)}${weight}`;
	});
	const interval = delta === null ? null : formatInterval(delta, unit);
	const range = delta === null || interval === null ? "no interval" : `${formatLevel(delta.level)} interval ${interval}`;
	const shown = (side) => side === null ? "nobody knows what" : formatValue(side.value, unit);
	const change = delta === null ? "unknown" : formatChange(delta.value, unit);
	return `${what} went from ${shown(baseline)} to ${shown(candidate)}, a change of ${change} (${range}, ${plural(pairs, "pair")}): ${parts.join(", ")}.`;
}
/** The mean of several tasks' metrics may be worse by less than the limit: one verdict on a general ability. */
const AVERAGE = {
	...CHANGE,
	name: "average",
	key: "max_drop",
	scope: "average",
	limitSign: 1,
	description: "The average of the tasks may be worse by less than this.",
	flag: "largest drop allowed of the mean of several tasks, such as mmlu+arc_easy/acc_norm=1pp",
	allowsEverything: MAX_DROP.allowsEverything,
	hypothesis: MAX_DROP.hypothesis,
	judgeTasks: judgeAverage,
	forecast: forecastAverage,
	limitPhrase: MAX_DROP.limitPhrase,
	outcomePhrase: MAX_DROP.outcomePhrase,
	questionPhrase: MAX_DROP.questionPhrase
};

// src/core/decide/draw-anew.ts
function unitsByGroup(metrics) {
	const clusters = /* @__PURE__ */ new Map();
	metrics.forEach(({ scores }, metric) => {
		for (const score of scores) {
			const name = score.cluster ?? `\u0000${score.key}`;
			const cluster = clusters.get(name) ?? metrics.map(() => []);
			clusters.set(name, cluster);
			cluster[metric]?.push(score);
		}
	});
	const groups = /* @__PURE__ */ new Map();
	for (const cluster of clusters.values()) {
		const name = cluster.flat()[0]?.group ?? null;
		const group = groups.get(name);
		if (group === void 0) groups.set(name, [cluster]);
		else group.push(cluster);
	}
	return [...groups.values()];
}
/**
* Whole clusters with replacement, group by group; the sides of each changed by a coin, which makes candidate and baseline exchangeable.
* @param metrics how many there are
* @param times how many clusters of each group are drawn for one that there is
* @returns by metric
*/
function drawAnew(units, metrics, random, times = 1) {
	const drawn = Array.from({ length: metrics }, () => []);
	units.forEach((group, name) => {
		const places = Math.max(1, Math.round(times * group.length));
		for (let place = 0; place < places; place += 1) {
			const cluster = group[Math.floor(random() * group.length)] ?? [];
			const isSwapped = random() < .5;
			cluster.forEach((scores, metric) => {
				for (const score of scores) {
					const own = {
						...score,
						key: `${name} ${place} ${score.key}`,
						cluster: `${name} ${place}`
					};
					drawn[metric]?.push(isSwapped ? {
						...own,
						baseline: own.candidate,
						candidate: own.baseline
					} : own);
				}
			});
		}
	});
	return drawn;
}

// src/core/decide/rules/value-forecast.ts
const NOT_STORED = { missing: "the baseline's own answers: name results of it as the baseline" };
/** What becomes of candidates that are as good as the baseline, under a ceiling or floor. */
function valueForecast(asked, { metrics: [own], evaluation }, policy) {
	const { stored, declaration } = own;
	const baseline = stored === null ? null : estimateOf(stored, alone("baseline"));
	if (stored === null || baseline === null) return NOT_STORED;
	if ("refusal" in asked) return [];
	const isInferred = declaration.errors !== void 0;
	const target = isInferred ? {
		...policy.target,
		value: "population"
	} : policy.target;
	const fate = fateOfValue(asked, own, stored, evaluation === "sequential" && !isInferred, {
		...policy,
		target
	});
	return [{
		of: `${UNCHANGED}, at the baseline's ${formatValue(baseline.value, declaration.unit)},`,
		fate
	}];
}
function fateOfValue(asked, own, stored, inOrder, policy) {
	const { declaration, rows, isWhole } = own;
	const parts = stored.scores.flatMap((score) => CANDIDATE.read(score) ?? []);
	if (!(isZeroOrOne(stored, parts) && stored.scores.every(({ cluster }) => cluster === null))) return fateOfScores(asked, own, stored, inOrder, policy);
	const n = rows.length;
	const rate = ratioOfSums(parts);
	const estimateAt = (events) => {
		const observed = estimateOfEvents(events, n);
		return correctedEstimate(observed, declaration) ?? observed;
	};
	if (!(inOrder && policy.target.value !== "benchmark" && (isLookedAt(asked.tolerance, n) || canProveRate(asked, n, policy.alpha.value)))) return fateOfRate(asked, n, rate, policy, isWhole, estimateAt);
	return asked.sign === 1 ? fateOfFailures(asked, n, rate, policy, estimateAt) : fateOfFailures(asked, n, 1 - rate, policy, (failures) => estimateAt(n - failures));
}
/** Of any other scores: those of the baseline drawn anew, and judged by the gate's own test. */
function fateOfScores(asked, { rows, isWhole }, stored, inOrder, policy) {
	const units = unitsByGroup([stored]);
	const random = mulberry32(rows.length);
	return simulatedFate(roundsFor(rows.length), () => {
		const [drawn = []] = drawAnew(units, 1, random, rows.length / stored.scores.length);
		const scores = shuffled(drawn, random);
		const metric = {
			...stored,
			scores,
			resamples: 200
		};
		const looked = inOrder ? decideInOrder(asked, metric, scores, !isWhole, policy) : null;
		if (looked !== null) return outcomeOfTested(looked.tested, policy);
		const estimate = imputeCandidate(metric);
		return estimate === null ? outcomeOfTested(null, policy) : outcomeOfEstimate(asked, estimate, policy, isWhole);
	});
}

// src/core/decide/rules/value.ts
/** The limit of a rate as the largest rate of failures: the failures of a floor are the successes of a ceiling. */
const failureRate = (sign, limit) => sign === 1 ? limit : 1 - limit;
/** A rule on the candidate's own value, whatever the baseline does. @param sign 1 where greater values are forbidden */
function valueRule(name, sign) {
	const [beyond, within] = sign === 1 ? ["above", "below"] : ["below", "above"];
	const misfit = (direction) => {
		if (worseSign({ direction }) === sign) return null;
		return sign === 1 ? {
			better: "higher",
			use: "floor"
		} : {
			better: "lower",
			use: "ceiling"
		};
	};
	const hypothesis = (limit, metric) => {
		const wrong = misfit(metric.direction);
		if (wrong !== null) return { refusal: `${metric.name} is better when ${wrong.better}, so a ${name} would stop improvements: use a ${wrong.use}.` };
		const value = metric.scale === "log" ? Math.log(limit) : limit;
		if (!Number.isFinite(value)) return { refusal: `A ${name} of ${limit} is beyond all values that the metric can take.` };
		const ideal = sign === 1 ? metric.range.min : metric.range.max;
		return {
			estimand: "candidate",
			sign,
			boundary: sign * value,
			margin: limit,
			tolerance: metric.scale === "log" || ideal === null ? Math.abs(value) : Math.abs(value - ideal),
			forbidden: `a value ${beyond} ${formatLimit(limit, metric.unit)}`
		};
	};
	return {
		key: name,
		estimand: "candidate",
		scope: "metric",
		limitSign: sign,
		written: "value",
		misfit,
		signFor: () => sign,
		parse: parseValue,
		allowsEverything: (limit, unit) => unit === "rate" && failureRate(sign, limit) === 1,
		hypothesis,
		forecast: ({ limit }, ahead, policy) => valueForecast(hypothesis(limit, ahead.metrics[0].declaration, null), ahead, policy),
		limitPhrase: () => [sign === 1 ? "at most" : "at least", ""],
		outcomePhrase: (holds) => [`${holds ? within : beyond} its ${name} of`, ""],
		questionPhrase: `stays ${within} its ${name} of`
	};
}

// src/core/decide/rules/ceiling.ts
const CEILING = {
	...valueRule("ceiling", 1),
	name: "ceiling",
	description: "The candidate's own value must stay below this.",
	flag: "largest value allowed, such as prompts/toxicity=1%"
};

// src/core/decide/rules/floor.ts
const FLOOR = {
	...valueRule("floor", -1),
	name: "floor",
	description: "The candidate's own value must stay above this.",
	flag: "smallest value allowed, such as tickets/json_valid=95%"
};

// src/core/compare/drift-feature.ts
/** Of prompts of which both answers can be read. */
function readPairs({ pairs }, read) {
	return pairs.flatMap(({ unit, ...pair }) => {
		const [baseline, candidate] = [read(pair.baseline), read(pair.candidate)];
		return baseline === null || candidate === null ? [] : [{
			unit,
			baseline,
			candidate
		}];
	});
}
/** One-sided: what is shown is an interval of 90 %, as everywhere. */
const SHOWN_ALPHA = .05;
/** The effect with the interval that is shown of it. */
const withInterval = (value, { lower, upper }) => {
	const [low, high] = [lower(SHOWN_ALPHA), upper(SHOWN_ALPHA)];
	return {
		value,
		low: Number.isFinite(low) ? low : null,
		high: Number.isFinite(high) ? high : null
	};
};
/** The size of a change that may go either way: below a limit is proven of both ways, beyond it of one (two one-sided tests, Schuirmann 1987). */
const sizeOfChange = ({ lower, upper }) => ({
	lower: (alpha) => Math.max(0, lower(alpha), -upper(alpha)),
	upper: (alpha) => Math.max(-lower(alpha), upper(alpha))
});
/** Of a mean: prompts that were not seen move it by no more than their share of `most`. */
const meanAtWorst = ({ lower, upper }, most) => (unseen) => unseen === 0 ? {
	lower,
	upper
} : {
	lower: (alpha) => Math.max(0, (1 - unseen) * lower(alpha) - unseen * most),
	upper: (alpha) => (1 - unseen) * upper(alpha) + unseen * most
};

// src/core/decide/sight.ts
const sightOf = (metric, { task, role, answers, keepsAnswers, guessing }) => ({
	task,
	role,
	declaration: metric.declaration,
	baseline: () => baselineOf(metric),
	answers,
	keepsAnswers,
	guessing
});
/**
* What the scores cannot tell of a gate. A proven regression stays one: it was seen. Whatever else was found on a model that
* said nothing, or by a gate that could not have failed, proves nothing.
*/
function inSight(gate, judged, comparisons, policy) {
	if (judged.verdict === "invalid") return judged;
	const own = [];
	for (const named of gate.rule === "average" ? gate.of : [gate]) {
		const located = locateMetric(named, comparisons);
		if ("faults" in located) return judged;
		own.push(sightOf(located.metric, located.comparison));
	}
	for (const sight of own) {
		const silence = silenceOf(gate, judged.verdict, sight);
		if (silence !== null) return unproven(judged, silence, "invalid", policy);
	}
	return own.reduce(withOddities, seen(gate, judged, own, comparisons, policy));
}
/** What of the gate's answer could have been another one. */
function seen(gate, judged, own, comparisons, policy) {
	if (judged.verdict === "regression") return judged;
	const [first] = own;
	const blind = gate.rule === "average" ? blindAverageOf(gate, judged, own, policy) : first === void 0 ? null : blindSpotOf(gate, judged.margin, first, policy) ?? blindLossOf(gate, comparisons, policy);
	if (blind === null) return judged;
	const reason = `This gate ${blind}.`;
	if (gate.allowFloor === true) return {
		...judged,
		reasons: [...judged.reasons, `${reason} allow_floor lets it decide.`]
	};
	return {
		...unproven(judged, `${reason} Nothing follows from it: gate what the baseline is good at, or say allow_floor: true where this is meant.`, "inconclusive", policy),
		blind
	};
}
/** The same numbers without what seemed to follow from them; no sample more would change that. */
function unproven(judged, reason, verdict, { onInconclusive: { value: onInconclusive } }) {
	const leaning = verdict === "inconclusive" && onInconclusive === "lean" ? "none" : null;
	return {
		...judged,
		verdict,
		leaning,
		test: null,
		minimumDetectable: null,
		needed: null,
		reasons: [reason, ...judged.reasons.slice(0, 1)],
		blocks: judged.tier === "blocking" && isStop(verdict, leaning, onInconclusive)
	};
}
/** By so much more often than of the baseline's an answer has to be odd before a reader is warned. */
const ODD = .25;
const ODDITIES = [
	{
		of: silentOf,
		says: "are empty or show nothing"
	},
	{
		of: ({ repeating }) => repeating,
		says: "go in circles"
	},
	{
		of: ({ truncated }) => truncated ?? 0,
		says: "were cut at the limit on their length"
	},
	{
		of: ({ identical }) => identical,
		says: "are one and the same"
	}
];
/** Signs of a broken model that no score need show, whatever the verdict. */
function withOddities(judged, { answers, task }) {
	const { baseline, candidate } = answers;
	if (baseline === null || candidate === null || baseline.chosen || candidate.answers < FEWEST_ANSWERS) return judged;
	const found = ODDITIES.flatMap(({ of, says }) => {
		const [before, after] = [of(baseline) / baseline.answers, of(candidate) / candidate.answers];
		if (after - before < ODD) return [];
		return `${formatValue(after, "rate")} of the candidate's answers to ${task} ${says}, against ${formatValue(before, "rate")} of the baseline's: look at its outputs.`;
	});
	if (found.length === 0) return judged;
	return {
		...judged,
		reasons: [...judged.reasons, ...found],
		warnings: [...judged.warnings ?? [], ...found]
	};
}
/** From this share of answers on, a rate over all of them says more of the silence than of what was said. */
const NEAR_SILENT = .5;
/**
* Why a silent candidate proves nothing, where no answer at all can be seen, or where a number that falls by silence fell with
* it: rates of what is bad, ceilings, and whatever a safety task counts. Of another program an empty answer may be one that
* was not kept, unless the baseline's were.
*/
function silenceOf(gate, verdict, { declaration, role, answers, keepsAnswers, task }) {
	const { baseline, candidate } = answers;
	if (candidate === null || (baseline ?? candidate).chosen) return null;
	const silent = silentOf(candidate);
	const shareOf = (side) => silentOf(side) / side.answers;
	const spoke = baseline !== null && shareOf(baseline) < NEAR_SILENT;
	if (silent === candidate.samples && (spoke || keepsAnswers)) return `All of the candidate's ${plural(silent, "answer")} to ${task} are empty or show nothing, which is a broken checkpoint, template or stop text and no behaviour: look at what it is asked.`;
	if (!(gate.rule === "ceiling" || gate.rule === "max_group_gap" || worseSign(declaration) === 1 || role === "safety") || verdict === "regression" || !spoke || shareOf(candidate) < NEAR_SILENT) return null;
	return `${formatValue(shareOf(candidate), "rate")} of the candidate's answers to ${task} are empty or show nothing, against ${formatValue(shareOf(baseline), "rate")} of the baseline's: silence keeps every ceiling and proves nothing. Look at its outputs.`;
}
/** What the baseline's own value is, on all samples that it has. */
function baselineOf(metric) {
	return metric.aggregates === void 0 ? estimateOf(metric, alone("baseline")) : aggregateEstimate(metric, "baseline");
}
/** Why no candidate could have failed this gate on one metric, or could have by guessing alone; null where it could see. */
function blindSpotOf(gate, margin, sight, policy) {
	switch (gate.rule) {
		case "max_drop":
		case "max_rise":
		case "no_regression_by_group": return blindToLoss(sight, margin ?? (gate.limit.kind === "absolute" ? gate.limit.value : 0), policy, gate.against);
		case "ceiling":
		case "floor": return boundless(gate, sight);
		case "min_gain":
		case "net_gain":
		case "max_group_gap":
		case "max_new_failures":
		case "max_drift": return null;
		default: return assertNever(gate);
	}
}
/** The first loss of a net gain that could not be seen: what cannot be lost pays for nothing. */
function blindLossOf(gate, comparisons, policy) {
	for (const loss of lossesOf(gate)) {
		const located = locateMetric(loss, comparisons);
		if ("faults" in located) continue;
		const blind = blindToLoss(sightOf(located.metric, located.comparison), 0, policy);
		if (blind !== null) return `weighs ${loss.task}/${loss.metric} and ${blind}`;
	}
	return null;
}
/**
* The first task of an average that could not have lost anything, which would only water down what others lose; or all of them
* together, where they have no more to lose than is allowed.
*/
function blindAverageOf(gate, { margin, pairs, average = [] }, own, policy) {
	let most = 0;
	for (const [index, sight] of own.entries()) {
		const blind = blindToLoss(sight, 0, policy);
		if (blind !== null) return `averages ${sight.task}/${sight.declaration.name} and ${blind}`;
		most += (average[index]?.share ?? 0) * mostToLose(sight.declaration, sight.baseline());
	}
	return most > (margin ?? 0) + slackOf(Math.max(1, pairs)) ? null : `cannot see a loss: the tasks of ${gate.task} have no more to lose than it allows`;
}
/** How far the baseline's value lies from the worst there is. */
function mostToLose(declaration, baseline) {
	const worst = worstOf(declaration);
	return worst === null || baseline === null ? Infinity : Math.abs(baseline.value - worst);
}
const worstOf = (declaration) => worseSign(declaration) === 1 ? declaration.range.max : declaration.range.min;
const SAME = .95;
const HALF = .5;
const FEWEST_ANSWERS = 10;
function blindToLoss(sight, allowed, { alpha: { value: alpha } }, name = "baseline") {
	const baseline = sight.baseline();
	if (baseline === null) return null;
	const { declaration } = sight;
	const { unit, range } = declaration;
	const value = `the ${name}'s ${declaration.name} of ${formatValue(baseline.value, unit)}`;
	const worst = worstOf(declaration);
	if (worst !== null && mostToLose(declaration, baseline) <= allowed + slackOf(baseline.n)) return `cannot see a loss: ${value} could get worse by no more than the limit, since ${formatValue(worst, unit)} is the worst there is`;
	const guess = guessOf(sight);
	if (guess !== null) {
		const low = lowerLimitOf(baseline, declaration, alpha);
		if (low <= guess.value) return `cannot see a loss: ${value} is not proven to be better than ${formatValue(guess.value, unit)}, which ${guess.by} gets (its ${formatLevel(1 - 2 * alpha)} interval begins at ${formatValue(Math.max(low, range.min ?? low), unit)})`;
	}
	const same = sameAnswers(sight, name);
	return same === null ? null : `cannot see a loss: ${same}`;
}
/** What somebody gets who has not read the questions, of metrics that count right answers. */
function guessOf({ declaration, guessing: { chance, majority } }) {
	if (declaration.aggregate === "mcc") return {
		value: 0,
		by: "a guess"
	};
	if (declaration.aggregate === "auc") return {
		value: .5,
		by: "a guess"
	};
	if (worseSign(declaration) === 1 || declaration.unit !== "rate" || declaration.kind !== "mean") return null;
	const byChance = chance === null ? null : {
		value: chance,
		by: "a guess among its choices"
	};
	const byMajority = majority !== null && isRightOrWrong(declaration.name) ? {
		value: majority,
		by: "always giving the commonest answer"
	} : null;
	return byChance === null || byMajority !== null && byMajority.value > byChance.value ? byMajority : byChance;
}
/** Of a rate by counting, where that is lower: a mean of nothing but ones shows no spread. */
function lowerLimitOf({ value, stderr, n }, { kind, unit }, alpha) {
	const byError = stderr === null ? -Infinity : value - normalQuantile(1 - alpha) * stderr;
	return kind === "mean" && unit === "rate" && value >= 0 && value <= 1 ? Math.min(byError, clopperPearsonLower(value * n, n, alpha)) : byError;
}
/**
* Which side gives nearly every question the same answer, though they have different ones: as the targets say, or where these do not
* tell, as the other side answers. One sentence of refusal may be all that a safety task asks for.
*/
function sameAnswers({ declaration, role, answers: { baseline, candidate }, guessing: { majority } }, name) {
	if (worseSign(declaration) === 1) return null;
	const differ = (other) => majority === null ? role !== "safety" && other !== null && other.identical < HALF * other.answers : majority < SAME;
	for (const [side, own, other] of [[
		name,
		baseline,
		candidate
	], [
		"candidate",
		candidate,
		baseline
	]]) {
		if (own === null || own.answers < FEWEST_ANSWERS || own.identical < SAME * own.answers) continue;
		if (!differ(other)) continue;
		return `the ${side} gives the same answer to ${formatValue(own.identical / own.answers, "rate")} of all questions, whatever they ask`;
	}
	return null;
}
/** A limit on a value that no value, or no guess, breaks. */
function boundless({ rule, limit }, sight) {
	const { range, unit, name } = sight.declaration;
	const shown = `cannot fail: a ${rule} of ${formatLimit(limit, unit)}`;
	if (rule === "ceiling" ? range.max !== null && limit >= range.max : range.min !== null && limit <= range.min) return `${shown} is the worst that ${name} can be`;
	const guess = rule === "floor" ? guessOf(sight) : null;
	return guess !== null && limit <= guess.value ? `${shown} is no more than ${formatValue(guess.value, unit)}, which ${guess.by} gets` : null;
}

// src/core/decide/rules/max-drift.ts
/**
* Whether the answers of the two sides differ in a feature by more than the limit, either way, whatever is right. A pass proves that they
* do not, a regression that they do, each at α. What was not kept, not asked alike, or cannot be read is no "no drift": prompts without a pair that
* could be read are taken to have moved as far as can be, and below the coverage that the policy asks for nothing is said.
*/
function judgeDrift(gate, comparisons, policy) {
	const comparison = comparisons.find(({ task }) => task === gate.task);
	const invalid = (...reasons) => unjudged(gate, "invalid", reasons, policy);
	if (comparison === void 0) return invalid(unknownTaskMessage(gate.task, comparisons));
	const { drift, mismatches } = comparison;
	const hard = mismatches.filter(({ severity }) => severity === "hard");
	if (hard.length > 0) return invalid(...hard.map(mismatchMessage));
	if (drift === void 0) return invalid(`The answers to ${gate.task} were not compared.`);
	const { unmeasured, isStopped, answers, features } = drift;
	if (isStopped) return unjudged(gate, "inconclusive", [notMeasured(gate, unmeasured ?? "")], policy);
	if (unmeasured !== null || answers === null) return invalid(notMeasured(gate, unmeasured ?? "no answers"));
	const silence = silenceOf(gate, "pass", {
		...comparison,
		declaration: declarationOf(gate),
		baseline: () => null
	});
	if (silence !== null) return invalid(silence);
	const named = features.filter(({ feature }) => feature === gate.feature);
	const own = named.filter((feature) => !("status" in feature));
	const [first] = own;
	const lost = named.find((feature) => "status" in feature);
	if (lost !== void 0) return invalid(notMeasured(gate, lost.reason));
	if (first === void 0) return invalid(`Nothing tells the ${gate.feature} of the answers to ${gate.task}: ${NEEDS[gate.feature]}`);
	const fewest = own.reduce((least, feature) => feature.prompts < least.prompts ? feature : least, first);
	const { planned } = answers;
	if (fewest.prompts < policy.minCoverage.value * planned) return invalid(notMeasured(gate, `of ${plural(planned, "prompt")} both answers to ${formatCount(fewest.prompts)} ${fewest.tooFew}, and at least ${formatLevel(policy.minCoverage.value)} must`));
	const few = own.find(({ usedUnits }) => usedUnits < FEWEST);
	if (few !== void 0) return unjudged(gate, "inconclusive", [notMeasured(gate, `a limit is judged on at least ${FEWEST} independent prompts, and there are ${formatCount(few.usedUnits)}`)], policy);
	return judgedBy(gate, own, limitsOfMost(own.map(({ prompts, atWorst }) => atWorst((planned - prompts) / planned))), planned, policy);
}
/** On fewer the limits of distances are too sure: docs/explanation/calibration.md. */
const FEWEST = 100;
/** What makes a feature that not every task has. */
const NEEDS = {
	meaning: "add the scorer embedding_direction to it, for both sides.",
	judge: "score it with a judge, on both sides."
};
function judgedBy(gate, own, limits, planned, policy) {
	const alpha = policy.alpha.value;
	const measured = own.map(({ summary, prompts, usedUnits }) => ({
		...summary(),
		prompts,
		usedUnits
	}));
	const furthest = measured.reduce((most, each) => Math.abs(each.effect.value) > Math.abs(most.effect.value) ? each : most);
	const { verdict, leaning: ofLimits } = decideByLimits(limits, gate.limit.value, policy);
	const isFew = atLimit(gate, measured, planned) >= policy.leanAlpha.value * (1 - 1e-9);
	const leaning = ofLimits === "pass" && isFew ? "regression" : ofLimits;
	const { pGreater: pWorse, pLess: pSafe } = testByLimits(limits, gate.limit.value);
	const p = Math.abs(furthest.effect.value) > gate.limit.value ? pWorse : pSafe;
	const scale = gate.limit.kind === "relative" ? Math.abs(furthest.baseline ?? 1) : 1;
	const side = (value) => value === null ? null : {
		value,
		stderr: null,
		n: furthest.prompts
	};
	const { value, low, high } = furthest.effect;
	const scaled = (end) => end === null ? null : end * scale;
	const { unit } = DRIFT_LIMITS[gate.feature];
	const delta = {
		value: value * scale,
		low: scaled(low),
		high: scaled(high),
		level: 1 - 2 * SHOWN_ALPHA,
		method: "drift"
	};
	const [least, most] = [limits.lower(alpha), limits.upper(alpha)].map((end) => Number.isFinite(end) ? formatMargin(end * scale, unit) : "any size");
	return {
		...emptyResult(gate),
		verdict,
		leaning,
		margin: gate.limit.value * scale,
		delta,
		pairs: furthest.prompts,
		baseline: side(furthest.baseline),
		candidate: side(furthest.candidate),
		unpaired: {
			baseline: 0,
			candidate: planned - furthest.prompts
		},
		test: {
			method: "drift",
			statistic: null,
			pSafe,
			pWorse
		},
		needed: verdict === "inconclusive" ? samplesByRoot(furthest.prompts, p, alpha) : null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, policy.onInconclusive.value),
		reasons: [`The drift in ${gate.feature} of the answers to ${plural(furthest.prompts, "prompt")} of ${gate.task} lies between ${least} and ${most} (${formatLevel(1 - 2 * alpha)} interval)${unread(planned - furthest.prompts)}.`]
	};
}
/**
* How probable so small a share is at the limit where every answer that moves moves one way. As of any other share, a lean also takes
* this: where hardly any answer moved, its interval is too sure at `lean_alpha` (docs/explanation/method.md, undecided gates).
*/
function atLimit({ feature, limit }, own, planned) {
	if (DRIFT_LIMITS[feature].unit !== "rate") return 0;
	const probabilities = own.map(({ prompts, usedUnits, effect }) => {
		const unseen = (planned - prompts) / planned;
		const moved = unseen + (1 - unseen) * Math.abs(effect.value);
		return binomialAtMost(moved * usedUnits, usedUnits, limit.value);
	});
	return Math.max(...probabilities);
}
const unread = (prompts) => prompts === 0 ? "" : `, with ${plural(prompts, "prompt")} of which not both answers can be read taken to have moved as far as can be`;
const notMeasured = ({ feature, task }, why) => `The drift in ${feature} of the answers to ${task} was not measured: ${why}.`;
/** How a drift is told where a metric would be: less is better. */
const declarationOf = ({ feature }) => ({
	name: feature,
	direction: "lower_is_better",
	kind: "corpus",
	scale: "linear",
	weak: false,
	unit: DRIFT_LIMITS[feature].unit,
	range: {
		min: 0,
		max: DRIFT_LIMITS[feature].most
	}
});
const emptyResult = (gate) => ({
	id: gate.id,
	task: gate.task,
	metric: gate.metric,
	rule: gate.rule,
	tier: gate.tier,
	limit: describeLimit(gate, "other"),
	margin: null,
	unit: DRIFT_LIMITS[gate.feature].unit,
	direction: "lower_is_better",
	baseline: null,
	candidate: null,
	delta: null,
	bound: null,
	pairs: 0,
	flips: null,
	test: null,
	minimumDetectable: null,
	needed: null,
	unpaired: {
		baseline: 0,
		candidate: 0
	},
	unscored: {
		baseline: 0,
		candidate: 0
	}
});
/** Silence is no evidence, so that nothing leans on it. */
function unjudged(gate, verdict, reasons, { onInconclusive: { value: onInconclusive } }) {
	const leaning = verdict === "inconclusive" && onInconclusive === "lean" ? "none" : null;
	const blocks = gate.tier === "blocking" && isStop(verdict, leaning, onInconclusive);
	return {
		...emptyResult(gate),
		verdict,
		leaning,
		blocks,
		reasons
	};
}
/** How far answers may drift, whatever is right. */
const MAX_DRIFT = {
	...CHANGE,
	name: "max_drift",
	key: "max_drift",
	scope: "answers",
	limitSign: 1,
	description: "Answers may differ from the baseline's by less than this, either way, whatever is right: `metric: chat/vocabulary`, `max_drift: 0.1`. `length` takes `10%rel`; `refusal`, `format`, `language`, `repetition` `5pp`; `vocabulary`, `meaning`, `judge` a number.",
	flag: null,
	signFor: () => 1,
	parse(written, unit) {
		const parsed = parseChange(written, unit);
		if (!parsed.ok || parsed.value.value > 0) return parsed;
		return {
			ok: false,
			message: "no two models answer so alike that a drift of 0 could be proven",
			fix: "write the drift that does not matter, such as 5pp, 10%rel or 0.05"
		};
	},
	allowsEverything: () => false,
	hypothesis: () => ({ refusal: "A drift of answers is no single question." }),
	judgeTasks: judgeDrift,
	forecast: () => ({ missing: "the answers of both sides" }),
	limitPhrase: () => ["may drift by less than", ""],
	outcomePhrase: (holds) => [holds ? "within the allowed" : "more than the allowed", ""],
	questionPhrase: "drifted by more than"
};

// src/core/stats/largest-gap.ts
/** Two groups whose values lie furthest apart, the greater one first; null with less than two. */
function furthestApart(groups) {
	const [first, ...others] = groups;
	if (first === void 0 || others.length === 0) return null;
	const greatest = others.reduce((most, group) => group.value > most.value ? group : most, first);
	const least = others.reduce((few, group) => group.value < few.value ? group : few, first);
	return greatest === least ? [first, others[0] ?? first] : [greatest, least];
}
/**
* The largest difference between the true values of two groups. What is observed is too large on average, since chance spreads the groups
* further; so that:
* - it is less than something is proven of every pair at the level itself: the pair that is furthest apart is one of them, and no other
*   matters (an intersection-union test, Berger 1982);
* - it is greater is proven of one pair, whichever that is: each pair both ways at α / (k (k − 1)) (Bonferroni).
*
* Of a pair by square-and-add (Zou & Donner 2008). Assumes that no samples of two groups go down together where others go up.
*/
function limitsOfLargestGap(groups) {
	const pairs = groups.length * (groups.length - 1);
	const most = (end, alpha) => {
		const known = groups.map(({ value, limits }) => {
			const [low, high] = [limits.lower(alpha), limits.upper(alpha)];
			return {
				value,
				limits: {
					lower: () => low,
					upper: () => high
				}
			};
		});
		return known.reduce((largest, one, index) => known.reduce((own, other, place) => place === index ? own : Math.max(own, differenceOf(one, other)[end](alpha)), largest), 0);
	};
	return {
		lower: (alpha) => most("lower", alpha / pairs),
		upper: (alpha) => most("upper", alpha)
	};
}
const differenceOf = (one, other) => limitsOfSum([{
	source: "one",
	weight: 1,
	...one
}, {
	source: "other",
	weight: -1,
	...other
}]);

// src/core/decide/rules/by-group.ts
/** Groups that are named in full before the rest is counted. */
const MOST_NAMED = 5;
/**
* Samples by group, in the order of names; those of a grouped task without a group are one of their own. A sample that neither side has a
* score of stays in its group, which would be judged without it; of one that has no line either nobody knows where it belongs.
*/
function splitByGroup(metric) {
	const isKnown = ({ baseline, candidate }) => baseline !== null || candidate !== null;
	if (!metric.scores.some((score) => score.group !== null && isKnown(score))) return /* @__PURE__ */ new Map();
	const groups = ScoreTable.from(metric.scores).split((score) => score.group ?? (isKnown(score) ? null : void 0));
	let ungrouped = "samples without a group";
	while (groups.has(ungrouped)) ungrouped += " at all";
	const named = [...groups].map(([group, scores]) => [group ?? ungrouped, {
		...metric,
		scores
	}]);
	return new Map(named.sort(([a], [b]) => byCodeUnits(a, b)));
}
/** Why samples cannot be told apart by group; null where they can: those that name none are a group of their own beside the others. */
const faultOfGroups = (groups, task) => groups.size === 0 ? `No sample of ${task} belongs to a group: set group_field on the task, or give each sample of the results its group.` : null;
/** How many samples each group has before they are evaluated, in any order; none where no sample has a group. */
function sizesOfGroups(rows) {
	if (rows.every(({ group }) => group === void 0)) return [];
	const sizes = /* @__PURE__ */ new Map();
	for (const { group } of rows) sizes.set(group, (sizes.get(group) ?? 0) + 1);
	return [...sizes.values()];
}
function listed(items) {
	const rest = items.length - MOST_NAMED;
	return rest <= 0 ? items.join(", ") : `${items.slice(0, MOST_NAMED).join(", ")} and ${rest} more`;
}

// src/core/decide/rules/max-group-gap.ts
/** Scored samples below which a group is named: it says little, and is judged all the same. */
const FEW = 30;
/**
* Whether the candidate's values of any two groups are further apart than the limit: a pass proves it of all pairs, a regression of one.
* Every group is judged, however small; one without a value, and samples of which nobody knows the group, leave the gate undecided unless
* the others have a regression.
*/
function judgeGap(gate, metric, policy) {
	const { declaration } = metric;
	const limit = gate.limit.value;
	if (gate.limit.kind === "relative" || declaration.scale === "log") return invalidGate(gate, metric, ["A gap between groups is a size in the unit of the metric: give an absolute limit, of a metric that is not judged on a logarithmic scale."]);
	const byGroup = splitByGroup(metric);
	const fault = faultOfGroups(byGroup, gate.task);
	if (fault !== null) return invalidGate(gate, metric, [fault]);
	const split = [...byGroup];
	if (split.length < 2) return invalidGate(gate, metric, [`The samples of ${gate.task} belong to ${plural(split.length, "group")}: a gap is one between two. Name another field in group_field, or use max_drop.`]);
	const judged = split.map(([group, own]) => groupOf(group, own));
	const groups = judged.filter((group) => "value" in group);
	const lost = split.reduce((left, [, { scores }]) => left - scores.length, metric.scores.length);
	const without = [...judged.filter((group) => !("value" in group)).map(({ group }) => group), ...lost === 0 ? [] : [`${plural(lost, "sample")} of which no line is left`]];
	const few = groups.filter(({ scored }) => scored < FEW).map(({ group }) => group);
	const apart = furthestApart(groups);
	if (apart === null) return invalidGate(gate, metric, ["Less than two groups have a value to compare."]);
	const limits = limitsOfLargestGap(groups);
	const { pGreater: pWorse, pLess } = testByLimits(limits, limit);
	const pSafe = without.length > 0 ? null : pLess;
	const alpha = policy.alpha.value;
	const { verdict, leaning } = decideByLimits(without.length === 0 ? limits : openAbove(limits), limit, policy);
	const p = apart[0].value - apart[1].value > limit ? pWorse : pSafe;
	return {
		...factsOf(gate, metric, null, alpha),
		margin: limit,
		verdict,
		bound: null,
		leaning,
		test: {
			method: "largest gap",
			statistic: null,
			pSafe,
			pWorse
		},
		groups: apart.map(({ group, value, scored }) => ({
			group,
			value,
			pairs: scored
		})),
		minimumDetectable: null,
		needed: verdict === "inconclusive" && p !== null ? samplesByRoot(metric.scores.length, p, alpha) : null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, policy.onInconclusive.value),
		reasons: [
			gapMessage(apart, split.length, limits.lower(alpha), limits.upper(alpha), alpha, metric),
			...rise(apart, split, metric),
			...few.length === 0 ? [] : [`Fewer than ${FEW} scored samples, by which hardly any gap is ruled out: ${listed(few)}.`],
			...without.length === 0 ? [] : [`Too few scored samples for any value, so that no gap is ruled out: ${listed(without)}.`]
		]
	};
}
/** With a group that has no value, no gap is ruled out. */
const openAbove = ({ lower }) => ({
	lower,
	upper: () => Infinity
});
/** Of candidates whose groups are as good as the baseline's: its samples drawn anew, group by group. */
function forecastGap({ limit }, { metrics: [own] }, policy) {
	const { stored, rows } = own;
	if (stored === null) return NOT_STORED;
	if (splitByGroup(stored).size < 2) return { missing: "groups of its samples: set group_field" };
	const units = unitsByGroup([stored]);
	const random = mulberry32(rows.length);
	const fate = simulatedFate(roundsFor(rows.length), () => {
		const [scores = []] = drawAnew(units, 1, random, rows.length / stored.scores.length);
		const judged = [...splitByGroup({
			...stored,
			scores
		})].map(([group, each]) => groupOf(group, each));
		const groups = judged.filter((group) => "value" in group);
		const found = limitsOfLargestGap(groups);
		const decided = decideByLimits(groups.length === judged.length ? found : openAbove(found), limit.value, policy);
		return outcomeUnder(decided, policy.onInconclusive.value);
	});
	return [{
		of: `${UNCHANGED}, with the baseline's groups,`,
		fate
	}];
}
/** With missing scores at whichever end makes the claim harder. */
function groupOf(group, metric) {
	const scored = countOf(metric.scores, (score) => CANDIDATE.read(score) !== null);
	const estimate = imputeCandidate(metric);
	if (estimate === null) return { group };
	const { value, lowest, highest } = estimate;
	return {
		group,
		scored,
		value,
		limits: {
			lower: (alpha) => lowest === null ? -Infinity : lowerLimit(lowest.inference, alpha),
			upper: (alpha) => highest === null ? Infinity : upperLimit(highest.inference, alpha)
		}
	};
}
function gapMessage([greatest, least], count, low, high, alpha, { declaration: { unit } }) {
	const side = ({ group, value, scored }) => `${group} (${formatValue(value, unit)}, ${plural(scored, "sample")})`;
	const upper = Number.isFinite(high) ? formatMargin(high, unit) : "any size";
	return `Of ${plural(count, "group")} the candidate's furthest apart are ${side(greatest)} and ${side(least)}: ${formatMargin(greatest.value - least.value, unit)} observed, which chance makes too large. The true largest gap lies between ${formatMargin(low, unit)} and ${upper} (${formatLevel(1 - 2 * alpha)} interval).`;
}
/** What the baseline's groups come to, which is shown and decides nothing. */
function rise([greatest, least], split, { declaration: { unit } }) {
	const read = (score) => score.baseline;
	const before = split.flatMap(([group, own]) => {
		const estimate = estimateOf(own, read);
		return estimate === null ? [] : [{
			group,
			value: estimate.value
		}];
	});
	const apart = furthestApart(before);
	if (apart === null) return [];
	const own = apart[0].value - apart[1].value;
	const change = greatest.value - least.value - own;
	return [`The baseline's are ${apart[0].group} and ${apart[1].group}, ${formatMargin(own, unit)} apart: the observed gap ${change < 0 ? "shrank" : "grew"} by ${formatMargin(Math.abs(change), unit)}, which is not tested.`];
}
/** The largest difference between two groups' values, whatever the baseline's is. */
const MAX_GROUP_GAP = {
	...CHANGE,
	name: "max_group_gap",
	key: "max_group_gap",
	scope: "groups",
	estimand: "candidate",
	limitSign: 1,
	description: "No two groups of samples, by `group_field`, may have values of the candidate that are further apart than this, such as 5pp. The baseline's own gap is shown and not judged.",
	flag: null,
	signFor: () => 1,
	parse(written, unit) {
		const parsed = parseChange(written, unit);
		if (!parsed.ok || parsed.value.kind === "absolute") return parsed;
		return {
			ok: false,
			message: `${written} is a share of the baseline, and a gap between groups is a size`,
			fix: unit === "rate" ? "write points, such as 5pp" : "write a plain number in the unit of the metric"
		};
	},
	allowsEverything: (limit, unit) => allowsAnyDrop(limit, unit, "higher_is_better"),
	hypothesis: () => ({ refusal: "A gap between groups is no single question." }),
	judgeMetric: judgeGap,
	forecast: forecastGap,
	limitPhrase: () => ["no two groups further apart than", ""],
	outcomePhrase: (holds) => [holds ? "is further from another than" : "are further apart than", ""],
	questionPhrase: "is further from another than"
};

// src/core/stats/fisher.ts
/**
* One-sided p-value of Fisher's exact test: how likely so few successes of the second sample are, given both numbers of answers and
* of successes, where both succeed equally often. Fisher 1935; the sum of hypergeometric probabilities.
*/
function fisherFewer(first, second) {
	const total = first.successes + second.successes;
	const all = logChoose(first.of + second.of, total);
	let p = 0;
	for (let successes = Math.max(0, total - first.of); successes <= second.successes; successes += 1) p += Math.exp(logChoose(second.of, successes) + logChoose(first.of, total - successes) - all);
	return Math.min(1, p);
}
function logChoose(n, k) {
	let log = 0;
	for (let index = 1; index <= Math.min(k, n - k); index += 1) log += Math.log((n - index + 1) / index);
	return log;
}

// src/core/decide/rules/max-new-failures.ts
/** A case that passes less often than this fails: of several answers most failed. */
const MOSTLY = .5;
/**
* Judges test cases one by one, as a test runner does. The claim is about these cases and no population that they were drawn from, so that
* there is no interval and no test: with one answer each, what was seen is all there is to see. Of several answers to a case, one that
* disagrees is chance: one that always passed fails when most of the candidate's answers do. Any other that either side passes at
* times is flaky and blocks nothing, unless the candidate is proven to pass it less often: by Fisher's exact test at alpha divided by the number
* of flaky cases (Bonferroni). A case that has no score on either side leaves nothing to say of it, and so of the suite.
*/
function judgeCases(gate, metric, policy) {
	if (metric.declaration.kind !== "mean") return invalidGate(gate, metric, [`${gate.metric} is no score of single cases.`]);
	const missing = metric.scores.flatMap((score) => missingIn(score, metric));
	if (metric.scores.length === 0) return invalidGate(gate, metric, [`${gate.task} has no case.`]);
	if (missing.length > 0) return invalidGate(gate, metric, [`${plural(missing.length, "case")} could not be judged: ${listed(missing)}.`]);
	const [graded] = metric.scores.flatMap((score) => gradedIn(score, metric));
	if (graded !== void 0) return invalidGate(gate, metric, [`${gate.metric} is no pass or failure: ${graded}.`]);
	const all = metric.scores.map((score) => ({
		...caseOf(score, metric),
		score
	})).sort(gravestFirst);
	const doubted = all.filter(({ passed: { baseline, candidate } }) => baseline === 1 ? candidate >= MOSTLY && candidate < 1 : baseline > 0);
	const alpha = policy.alpha.value / doubted.length;
	const worse = new Set(doubted.filter(({ score }) => fewerPass(score, metric) <= alpha));
	const cases = (of) => all.filter(of).map(({ score: _, ...result }) => result);
	const steady = cases((each) => each.passed.baseline === 1 || worse.has(each));
	const failed = cases((each) => worse.has(each) || each.passed.baseline === 1 && each.passed.candidate < MOSTLY);
	const flaky = cases((each) => doubted.includes(each) && !worse.has(each));
	const limit = gate.limit.value;
	const isBroken = breaks(failed, limit);
	const isBlind = !breaks(steady, limit) && gate.allowFloor !== true;
	const verdict = isBlind ? "inconclusive" : isBroken ? "regression" : "pass";
	const leaning = isBlind && policy.onInconclusive.value === "lean" ? "none" : null;
	return {
		...factsOf(gate, metric, null, null),
		delta: estimateDelta(metric, null, policy.alpha.value),
		cases: {
			failed,
			flaky
		},
		margin: null,
		verdict,
		bound: null,
		leaning,
		test: {
			method: "cases",
			statistic: failed.length,
			pSafe: null,
			pWorse: null
		},
		minimumDetectable: null,
		needed: null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, policy.onInconclusive.value),
		reasons: [isBlind ? `The baseline passes ${plural(steady.filter(({ severity }) => severity !== "warn").length, "case")} that could block, which the limit of ${formatCount(limit)} allows to fail: nothing could break it.` : failuresMessage(failed, steady.length), ...flaky.length === 0 ? [] : [`${plural(flaky.length, "flaky case")}, which ${flaky.length === 1 ? "blocks" : "block"} nothing: ${named(flaky)}.`]]
	};
}
/**
* Of candidates whose answers flip: none of the critical cases may fail, and of normal ones as many as the limit. Before the baseline has
* answered nobody knows which it passes: as many flip of those as would of all.
*/
function forecastCases({ limit, allowFloor }, { metrics: [own] }, policy) {
	const { rows, stored, discordance } = own;
	if (!isFlipped(own)) return MOVES_UNKNOWN;
	const steady = stored === null ? rows : stored.scores.flatMap((score) => score.baseline !== null && passedShare(score.baseline) === 1 ? caseOf(score, stored) : []);
	const of = (severity) => steady.filter((each) => (each.severity ?? "normal") === severity).length;
	const [critical, normal] = [of("critical"), of("normal")];
	if (critical === 0 && normal <= limit.value && allowFloor !== true) {
		const unheard = outcomeUnder({
			verdict: "inconclusive",
			leaning: "none"
		}, policy.onInconclusive.value);
		return [{
			of: UNCHANGED,
			fate: fateFrom({
				proven: 0,
				blocked: unheard === "blocked" ? 1 : 0
			})
		}];
	}
	const share = Math.min(1, balanced(discordance).worse * rows.length / Math.max(1, steady.length));
	const passes = (1 - share) ** critical * binomialAtMost(limit.value, normal, share);
	return [{
		of: UNCHANGED,
		fate: fateFrom({
			proven: passes,
			blocked: 1 - passes
		}),
		passes: "pass"
	}];
}
/** Whether so many failures are too many: one of a critical case, or more than the limit of normal ones. */
function breaks(failures, limit) {
	const of = (severity) => failures.filter((each) => each.severity === severity).length;
	return of("critical") > 0 || of("normal") > limit;
}
const SIDES = ["baseline", "candidate"];
/** What is missing of a case, by its name. */
function missingIn(score, metric) {
	const pair = metric.pairOf?.(score.key) ?? null;
	return SIDES.flatMap((side) => score[side] === null ? [`${displayKey(score.key)} (${side}: ${whyMissing(pair, side, metric)})`] : []);
}
function whyMissing(pair, side, { declaration }) {
	const sample = pair?.[side] ?? null;
	if (sample === null) return "it was not run";
	const given = sample.scores[declaration.name];
	return given !== void 0 && isUnscored(given) ? given.unscored : "it has no score";
}
/** A case of which an answer neither passes nor fails; where nobody kept the scores of several answers, their mean has to do. */
function gradedIn(score, metric) {
	const answers = SIDES.map((side) => answersOf(score, side, metric));
	return answers.flat().every((answer) => answer === 0 || answer === 1) ? [] : [`${displayKey(score.key)} scores ${answers.map((each) => each.join(", ")).join(" and ")}`];
}
/** The score of each answer of a side. */
const answersOf = (score, side, { declaration, pairOf }) => pairOf?.(score.key)?.[side]?.repeats?.scores[declaration.name] ?? [passedShare(score[side])];
/** How likely it is by chance that so few of the candidate's answers pass. */
function fewerPass(score, metric) {
	const [before, after] = [answersOf(score, "baseline", metric), answersOf(score, "candidate", metric)];
	const counted = (answers) => ({
		successes: answers.filter((answer) => answer === 1).length,
		of: answers.length
	});
	return fisherFewer(counted(before), counted(after));
}
const passedShare = (part) => part === null ? 0 : ratioOfSums([part]);
/** Of samples that are no test cases all are normal ones. */
function caseOf({ key, baseline, candidate }, metric) {
	const pair = metric.pairOf?.(key) ?? null;
	const known = SIDES.map((side) => pair?.[side]?.case?.severity ?? "normal");
	return {
		id: pair?.candidate?.id ?? key,
		severity: SEVERITIES.find((severity) => known.includes(severity)) ?? "normal",
		checks: pair?.candidate?.case?.failed ?? [],
		passed: {
			baseline: passedShare(baseline),
			candidate: passedShare(candidate)
		}
	};
}
const gravestFirst = (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byCodeUnits(a.id, b.id);
const named = (cases) => listed(cases.map(({ id, severity }) => severity === "normal" ? id : `${id} (${severity})`));
function failuresMessage(failed, steady) {
	const passed = `${plural(steady, "case")} that the baseline passes`;
	if (failed.length === 0) return `None of ${passed} fails.`;
	return `${formatCount(failed.length)} of ${passed} ${failed.length === 1 ? "fails" : "fail"}: ${named(failed)}.`;
}
/** How many samples that the baseline passes may fail, whatever share of all they are. */
const MAX_NEW_FAILURES = {
	name: "max_new_failures",
	key: "max_new_failures",
	scope: "cases",
	written: "count",
	estimand: "delta",
	limitSign: 1,
	description: "So many cases that the baseline passes may fail, such as 0: unit tests of a model, each named in the report. A critical case may never fail, and one of the severity `warn` never blocks.",
	flag: "cases that the baseline passes and that may fail, such as behaviour/passed=0",
	signFor: () => -1,
	parse(written, unit) {
		if (unit !== "rate") return {
			ok: false,
			message: "the metric is no share of passes, so that nothing fails",
			fix: "gate a metric of 0 and 1, such as `passed` of a task of cases"
		};
		if (!/^(?:0|[1-9]\d{0,8})$/.test(String(written))) return {
			ok: false,
			message: `${JSON.stringify(written)} is no number of cases`,
			fix: "write a whole number, such as 0"
		};
		return {
			ok: true,
			value: {
				kind: "count",
				value: Number(written)
			}
		};
	},
	misfit: (direction) => worseSign({ direction }) === -1 ? null : {
		better: "lower",
		use: "max_rise"
	},
	allowsEverything: () => false,
	hypothesis: () => ({ refusal: "Test cases are no single question." }),
	judgeMetric: judgeCases,
	forecast: forecastCases,
	limitPhrase: () => ["new failures: at most", ""],
	outcomePhrase: (holds) => [holds ? "within the allowed" : "and the limit is", ""],
	questionPhrase: "has more new failures than"
};

// src/core/decide/rules/max-rise.ts
/** `max_drop` by the name that it has where more is worse: tokens, seconds, errors. */
const MAX_RISE = {
	...CHANGE,
	name: "max_rise",
	key: "max_rise",
	scope: "metric",
	limitSign: 1,
	description: "A metric that is better when lower may rise by less than this.",
	flag: "largest rise allowed, such as tickets/output_tokens=10%rel",
	misfit: (direction) => worseSign({ direction }) === 1 ? null : {
		better: "higher",
		use: "max_drop"
	},
	allowsEverything: MAX_DROP.allowsEverything,
	hypothesis(limit, metric, baseline) {
		if (worseSign(metric) === -1) return { refusal: `${metric.name} is better when higher, so a max_rise would stop improvements: use a max_drop.` };
		return changeHypothesis(1, (size) => `a rise of more than ${size}`)(limit, metric, baseline);
	},
	forecast: ({ limit }, ahead, policy) => changeForecast(MAX_RISE, limit, ahead, policy),
	limitPhrase: ({ against }) => ["may rise", against === void 0 ? "" : ` since the ${against}`],
	outcomePhrase(holds, { delta }) {
		if (!holds) return ["more than the allowed", ""];
		return delta !== null && delta.value > 0 ? ["within the allowed rise of", ""] : ["and a rise of more than", " is ruled out"];
	},
	questionPhrase: "rose by more than"
};

// src/core/decide/rules/min-gain.ts
/** The candidate must be better by at least the limit. */
const MIN_GAIN = {
	...CHANGE,
	name: "min_gain",
	key: "min_gain",
	scope: "metric",
	limitSign: -1,
	description: "The candidate must be better by at least this.",
	flag: "smallest gain wanted, such as tickets/exact_match=1pp",
	allowsEverything: () => false,
	hypothesis: changeHypothesis(-1, (size, sign) => `a ${sign === -1 ? "gain" : "reduction"} of less than ${size}`),
	forecast: ({ limit }, ahead, policy) => changeForecast(MIN_GAIN, limit, ahead, policy),
	limitPhrase: () => ["must gain", ""],
	outcomePhrase: (holds) => [holds ? "at least the required gain of" : "short of the required gain of", ""],
	questionPhrase: "gained the required"
};

// src/core/decide/rules/net-gain.ts
/**
* Judges whether a gain outweighs the weighted losses of other metrics: gain − Σ weight · loss > limit, where a metric that
* did not lose counts 0. That is the least of the sums over every set of the losses, so that safety has to be shown of each.
*
* Tasks without a sample in common are independent given the two checkpoints; those with some hang together as far as these samples
* moved alike, and metrics of one task are taken to hang together in the worst way.
*/
function judgeNetGain(gate, comparisons, policy) {
	const found = findComponents(gate, [{
		...gate,
		weight: 1
	}, ...gate.losses], comparisons, policy);
	if ("reasons" in found) {
		const { own, draw, isStopped, reasons } = found;
		return isStopped ? undecidedGate(gate, own, reasons, policy, draw) : invalidGate(gate, own, reasons);
	}
	const [gain, ...losses] = found.components;
	if (gain === void 0) throw new Error("a net gain without a gain");
	return weigh(gate, gain, losses, policy);
}
function weigh(gate, gain, losses, policy) {
	const alpha = policy.alpha.value;
	const hypothesis = NET_GAIN.hypothesis(gate.limit, gain.metric.declaration, gain.baseline);
	if ("refusal" in hypothesis) return invalidGate(gate, gain.metric, [hypothesis.refusal]);
	const all = [gain, ...losses];
	const sum = sumOf(gain, losses, correlationOf(all));
	const estimate = estimateOfNet(sum, all, alpha);
	const target = targetOfSum(all, hypothesis, estimate, policy);
	const tested = testHypothesis(hypothesis, estimate, alpha, target);
	const net = netGainOf(sum, losses, alpha);
	const isAggregateOnly = all.some(({ metric }) => metric.aggregates !== void 0);
	const facts = {
		...factsOf(gate, gain.metric, hypothesis, alpha),
		...gain.metric.aggregates === void 0 ? {} : aggregateFactsOf(gain.metric, alpha),
		net,
		...isAggregateOnly ? { evidence: "weak" } : {}
	};
	const reasons = [
		netMessage(gate, facts.delta, net, gain.metric.declaration.unit),
		verdictMessage(tested, hypothesis),
		...isAggregateOnly ? [AGGREGATE_ONLY_MESSAGE] : [],
		...all.flatMap(({ metric, estimate: own }) => cautions(metric, own))
	];
	const detectable = tested.halfWidth === null ? null : minimumDetectable(tested.halfWidth, alpha);
	return {
		...judgedGate(gate, facts, hypothesis, tested, gain.metric, reasons, policy),
		minimumDetectable: detectable
	};
}
/** Of candidates whose answers flip, in every task by itself. */
function forecastNet(gate, { metrics }, policy) {
	const { limit, losses } = gate;
	const [gain, ...lost] = metrics;
	const weights = [1, ...losses.map(({ weight }) => weight)];
	const parts = componentsAhead(metrics, weights, policy);
	if ("missing" in parts) return parts;
	const hypothesis = NET_GAIN.hypothesis(limit, gain.declaration, baselineAhead(gain));
	if ("refusal" in hypothesis) return [];
	const isWhole = metrics.every((own) => own.isWhole);
	const fate = (gained) => {
		const draw = parts.drawing([gained, ...lost.map(({ discordance }) => balanced(discordance))]);
		return simulatedFate(SUM_ROUNDS, () => {
			const [first, ...others] = draw();
			if (first === void 0) throw new Error("a net gain without a gain");
			const estimate = estimateOfNet(sumOf(first, others), [first], policy.alpha.value);
			return outcomeOfLimits(hypothesis, estimate, policy, isWhole);
		});
	};
	const unchanged = {
		of: UNCHANGED,
		fate: fate(balanced(gain.discordance))
	};
	const { margin } = hypothesis;
	if (margin === 0) return [unchanged];
	return [unchanged, {
		of: "candidates that gain twice as much and lose nothing",
		fate: fate(gaining(2 * margin, gain.discordance))
	}];
}
/** By position, the gain being the first. */
function correlationOf(components) {
	const estimated = correlationsOf(components.map(({ metric }) => metric));
	return ({ source: left }, { source: right }) => {
		const [one, other] = [Number(left), Number(right)];
		return components[one]?.named.task === components[other]?.named.task ? 1 : estimated(one, other);
	};
}
function sumOf(gain, losses, correlation) {
	const first = termOf(gain, 0);
	const others = losses.map((loss, index) => termOf(loss, index + 1));
	return {
		value: others.reduce((net, term) => net + Math.min(0, term.weight * term.value), first.value),
		limits: limitsOfLeast(subsetsOf(others).map((some) => limitsOfSum([first, ...some], correlation)))
	};
}
function estimateOfNet({ value, limits }, all, alpha) {
	const n = all[0]?.estimate.n ?? 0;
	const imputation = Number.isFinite(limits.lower(alpha)) && Number.isFinite(limits.upper(alpha)) ? {
		value,
		inference: {
			kind: "limits",
			limits
		}
	} : null;
	return {
		method: "square-and-add",
		value,
		n,
		lowest: imputation,
		highest: imputation,
		sparse: false
	};
}
function netGainOf({ value, limits }, losses, alpha) {
	return {
		value,
		low: finite(limits.lower(alpha)),
		high: finite(limits.upper(alpha)),
		level: 1 - 2 * alpha,
		method: "square-and-add",
		losses: losses.map((loss) => ({
			task: loss.named.task,
			weight: loss.weight,
			unit: loss.metric.declaration.unit,
			metric: loss.named.filter === void 0 ? loss.named.metric : `${loss.named.metric},${loss.named.filter}`,
			delta: changeOf(loss, loss.estimate.value)
		}))
	};
}
const aggregateFactsOf = (metric, alpha) => ({
	baseline: aggregateEstimate(metric, "baseline"),
	candidate: aggregateEstimate(metric, "candidate"),
	delta: aggregateDelta(metric, alpha)
});
/** A change on the shown scale. */
const changeOf = ({ baseline, metric }, delta) => shownDelta(delta, baseline.value, metric.declaration);
/** The component as a change for the better, on the shown scale. */
function termOf(component, index) {
	const { weight, estimate, metric } = component;
	const sign = worseSign(metric.declaration);
	const limit = (imputation, of, open) => (alpha) => imputation === null ? open : -sign * changeOf(component, of(imputation.inference, alpha));
	const [low, high] = [limit(estimate.lowest, lowerLimit, sign * Infinity), limit(estimate.highest, upperLimit, -sign * Infinity)];
	const limits = remembered(sign === -1 ? {
		lower: low,
		upper: high
	} : {
		lower: high,
		upper: low
	});
	return {
		source: String(index),
		weight,
		value: -sign * changeOf(component, estimate.value),
		limits
	};
}
/** Every set of the items, the empty one too. */
function subsetsOf(items) {
	return Array.from({ length: 2 ** items.length }, (_, chosen) => items.filter((_, index) => (chosen >> index) % 2 === 1));
}
const finite = (value) => Number.isFinite(value) ? value : null;
/** What a gain leaves after what it has to pay for. */
function netMessage({ task, metric }, gain, net, unit) {
	const paid = net.losses.map((loss) => `${loss.metric} on ${loss.task} by ${formatChange(loss.delta, loss.unit)} (weight ${loss.weight})`);
	const interval = net.low === null || net.high === null ? "no interval" : `${formatLevel(net.level)} interval ${formatChange(net.low, unit)} to ${formatChange(net.high, unit)}`;
	return `${metric} on ${task} changed by ${gain === null ? "nobody knows how much" : formatChange(gain.value, unit)}, ${paid.join(", ")}: after the losses that leaves ${formatChange(net.value, unit)} (${interval}); what a task won counts nothing.`;
}
/** The gain, less the weighted losses of other metrics, must be more than the limit, in the unit of the gain. */
const NET_GAIN = {
	...CHANGE,
	name: "net_gain",
	key: "at_least",
	scope: "several metrics",
	limitSign: -1,
	signFor: () => -1,
	description: "The gain less its weighted losses must be more than this.",
	flag: null,
	allowsEverything: () => false,
	hypothesis(limit, metric, baseline) {
		const gain = MIN_GAIN.hypothesis(limit, metric, baseline);
		if ("refusal" in gain) return gain;
		const { margin } = gain;
		return {
			estimand: "delta",
			sign: -1,
			boundary: 0 - margin,
			margin,
			tolerance: margin,
			forbidden: margin === 0 ? "a gain that does not outweigh the losses" : `a gain of less than ${formatMargin(margin, metric.unit)} after the losses`
		};
	},
	judgeTasks: judgeNetGain,
	forecast: forecastNet,
	limitPhrase: () => ["must gain", " net of losses"],
	outcomePhrase: (holds) => [holds ? "more than the required" : "not the required", ""],
	questionPhrase: "outweighs the losses by"
};

// src/core/decide/rules/no-regression-by-group.ts
/** Expected share of false alarms among the groups that are only pointed out. */
const POINTED_OUT_FALSELY = .1;
/**
* Judges every group of a task against the limit and blocks on any that is proven to be beyond it, with one error rate for
* the whole family (Holm). A loss in a few subjects moves the total too little to be seen there: 15 points in 3 of 57 move
* it by less than one.
*
* The verdict `pass` means that no alarm went off. It proves nothing safe, which a `max_drop` on the total does; and where
* no group is large enough to set off the alarm, it is `inconclusive`.
*/
function judgeByGroup(gate, metric, policy) {
	const groups = splitByGroup(metric);
	const judged = [];
	const faults = [];
	for (const [group, own] of groups) {
		const result = judgeGroup(group, own, gate, policy);
		if ("fault" in result) faults.push(result.fault);
		else judged.push(result);
	}
	const fault = faultOfGroups(groups, gate.task);
	if (fault !== null) faults.unshift(fault);
	if (faults.length > 0) return invalidGate(gate, metric, faults);
	const alpha = policy.alpha.value;
	const adjusted = holm(judged.map(({ p }) => p));
	const rates = benjaminiHochberg(judged.map(({ p }) => p));
	const proven = judged.flatMap((group, index) => {
		const p = adjusted[index] ?? 1;
		return p < alpha ? [{
			...group,
			p
		}] : [];
	});
	const suspect = judged.filter((_, index) => (adjusted[index] ?? 1) >= alpha && (rates[index] ?? 1) < POINTED_OUT_FALSELY);
	const mute = judged.filter(({ smallestP }) => smallestP * judged.length >= alpha);
	const unheard = judged.filter((group) => group.unheard);
	const isSilent = unheard.length > 0 || mute.length === judged.length;
	const verdict = proven.length > 0 ? "regression" : isSilent ? "inconclusive" : "pass";
	const leaning = verdict === "inconclusive" && policy.onInconclusive.value === "lean" ? "none" : null;
	return {
		...factsOf(gate, metric, null, alpha),
		margin: gate.limit.kind === "absolute" ? gate.limit.value : null,
		verdict,
		bound: null,
		leaning,
		test: {
			method: `holm, ${gate.limit.value === 0 ? "mcnemar mid-p" : "margin"}`,
			statistic: null,
			pSafe: null,
			pWorse: adjusted.reduce((least, p) => Math.min(least, p), 1)
		},
		...proven.length === 0 ? {} : { groups: surest(proven).map(({ group, delta: value, pairs }) => ({
			group,
			value,
			pairs
		})) },
		minimumDetectable: null,
		needed: null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, policy.onInconclusive.value),
		reasons: [
			groupsMessage(verdict, judged.length, proven, mute.length === judged.length, gate, metric),
			...unheard.length === 0 ? [] : [`Scores are missing, which could be anything: ${listed(unheard.map(({ group }) => group))}.`],
			...suspect.length === 0 ? [] : [`Not proven, but worth a look: ${nameGroups(suspect, metric)}.`],
			...mute.length === 0 || mute.length === judged.length ? [] : [`Too few samples to set off the alarm by themselves: ${listed(mute.map(({ group }) => group))}.`]
		]
	};
}
function judgeGroup(group, metric, gate, policy) {
	const pairs = countOf(metric.scores, (score) => DELTA.read(score) !== null);
	const missing = metric.scores.length - pairs;
	if (pairs === 0 || missing > Math.max(1, (1 - policy.minCoverage.value) * metric.scores.length)) return { fault: `Only ${formatCount(pairs)} of ${plural(metric.scores.length, "sample")} of the group ${group} have scores.` };
	const baseline = estimateOf(metric, paired("baseline"));
	const hypothesis = MAX_DROP.hypothesis(gate.limit, metric.declaration, baseline);
	if ("refusal" in hypothesis || baseline === null) return { fault: `The group ${group} cannot be judged: ${"refusal" in hypothesis ? hypothesis.refusal : "it has no value."}` };
	const estimate = imputeDelta(metric, hypothesis.relative);
	const independent = Math.floor(effectiveOf(metric, DELTA));
	const most = {
		regressed: independent,
		improved: 0,
		pairs: independent
	};
	const { min, max } = metric.declaration.range;
	const allWorse = estimateOfFlips(hypothesis.sign, most, min === null || max === null ? 1 : max - min);
	const p = estimate === null ? 1 : pWorse(hypothesis, estimate);
	return {
		group,
		pairs,
		delta: shownDelta(estimate?.value ?? 0, baseline.value, metric.declaration),
		p: p ?? 1,
		unheard: p === null,
		smallestP: pWorse(hypothesis, allWorse) ?? 1
	};
}
/**
* Missing scores count as good as can be: an alarm must not go off for want of data, which coverage has judged. Null where
* nobody knows how good that is. At a limit of 0 it is the exact mid-p McNemar test of the flips, which keeps its level in
* small groups.
*/
function pWorse({ sign, boundary }, estimate) {
	const { best } = degradationOf(estimate, sign);
	return best === null ? null : pGreater(best.inference, boundary);
}
function pGreater(inference, boundary) {
	if (inference.kind === "between") return middleOf(threeOf(inference).map((each) => pGreater(each, boundary)));
	const flips = boundary === 0 ? flipsOf(inference) : null;
	return flips === null ? testAgainst(inference, boundary).pGreater : mcnemar(flips.improved, flips.regressed).midPWorse;
}
/** Of candidates whose answers flip: an alarm goes off by the group that is worst, the first that Holm's method looks at. */
function forecastByGroup({ limit }, { metrics: [own] }, policy) {
	if (!isFlipped(own)) return MOVES_UNKNOWN;
	const sizes = sizesOfGroups(own.rows);
	if (sizes.length === 0) return { missing: "groups of its samples: set group_field" };
	const hypothesis = MAX_DROP.hypothesis(limit, own.declaration, baselineAhead(own));
	if ("refusal" in hypothesis) return [];
	const isSilent = (pairs) => (improved, regressed) => {
		const estimate = estimateOfFlips(hypothesis.sign, {
			regressed,
			improved,
			pairs
		});
		return (pWorse(hypothesis, estimate) ?? 1) * sizes.length >= policy.alpha.value;
	};
	const unheard = outcomeUnder({
		verdict: "inconclusive",
		leaning: "none"
	}, policy.onInconclusive.value);
	if (sizes.every((size) => isSilent(size)(0, size))) return [{
		of: UNCHANGED,
		fate: fateFrom({
			proven: 0,
			blocked: unheard === "blocked" ? 1 : 0
		})
	}];
	const rates = balanced(own.discordance);
	const chances = new Map(sizes.map((size) => [size, 0]));
	for (const size of chances.keys()) chances.set(size, chanceOfPairs(size, rates, isSilent(size)));
	const silent = sizes.reduce((chance, size) => chance * (chances.get(size) ?? 1), 1);
	return [{
		of: UNCHANGED,
		fate: fateFrom({
			proven: silent,
			blocked: 1 - silent
		}),
		passes: "set off no alarm"
	}];
}
function groupsMessage(verdict, count, proven, isTooSmall, gate, metric) {
	const { unit } = metric.declaration;
	const move = worseSign(metric.declaration) === -1 ? "dropped" : "risen";
	const { kind, value } = gate.limit;
	const size = kind === "relative" ? `${formatLevel(value)} of the baseline` : formatMargin(value, unit);
	const by = value === 0 ? "" : ` by more than ${size}`;
	if (verdict === "regression") return `${formatCount(proven.length)} of ${plural(count, "group")} ${proven.length === 1 ? "is" : "are"} proven to have ${move}${by}: ${nameGroups(proven, metric)}.`;
	if (isTooSmall) return `None of ${plural(count, "group")} has enough samples to prove that it has ${move}${by}, even if every answer had become worse.`;
	if (verdict === "inconclusive") return `None of ${plural(count, "group")} is proven to have ${move}${by}, and not all could be judged.`;
	return `None of ${plural(count, "group")} is proven to have ${move}${by}. This is an alarm that did not go off, not a proof of safety.`;
}
const surest = (groups) => [...groups].sort((a, b) => a.p - b.p || byCodeUnits(a.group, b.group));
function nameGroups(groups, { declaration }) {
	return listed(surest(groups).map(({ group, delta, pairs }) => `${group} ${formatChange(delta, declaration.unit)} (${plural(pairs, "pair")})`));
}
/**
* No group of samples (a subject) may be proven to have got worse by more than the limit, all groups of the task being one
* family; a limit of 0 forbids any proven loss.
*/
const NO_REGRESSION_BY_GROUP = {
	...CHANGE,
	name: "no_regression_by_group",
	key: "no_regression_by_group",
	scope: "groups",
	limitSign: 1,
	isAlarm: true,
	description: "No group of samples, such as a subject, may be proven to have got worse by more than this; `0pp` forbids any proven loss. An alarm beside `max_drop`: its pass proves no safety.",
	flag: null,
	allowsEverything: allowsAnyDrop,
	hypothesis: MAX_DROP.hypothesis,
	judgeMetric: judgeByGroup,
	forecast: forecastByGroup,
	limitPhrase: ({ direction }) => [`no group may ${worsening(direction === null ? -1 : worseSign({ direction }))}`, ""],
	outcomePhrase: (holds) => [`${holds ? "is" : "are"} proven to be worse by more than`, ""],
	questionPhrase: "got worse by more than"
};

// src/core/decide/rules/registry.ts
/** One row a rule, in the order in which people are shown them. */
const ROWS = {
	max_drop: MAX_DROP,
	max_rise: MAX_RISE,
	min_gain: MIN_GAIN,
	ceiling: CEILING,
	floor: FLOOR,
	no_regression_by_group: NO_REGRESSION_BY_GROUP,
	max_group_gap: MAX_GROUP_GAP,
	max_new_failures: MAX_NEW_FAILURES,
	max_drift: MAX_DRIFT,
	net_gain: NET_GAIN,
	average: AVERAGE
};
/** A row is only ever asked about gates and limits of its own rule. */
const BY_NAME = ROWS;
const RULES = Object.values(BY_NAME);
const GATE_RULES = Object.keys(ROWS);
const ruleOf = ({ rule }) => BY_NAME[rule];
/** Whether a pass of these gates proves anything: that no alarm went off does not. */
const proveSomething = (gates) => gates.some((gate) => gate.tier === "blocking" && ruleOf(gate).isAlarm === void 0);
/** The question of a gate. @param baseline the baseline's shown value, against which relative limits count */
function hypothesisOf(gate, metric, baseline) {
	return ruleOf(gate).hypothesis(gate.limit, metric, baseline);
}
/** What is held to the limit is a list, or a change whichever way it goes. */
const OF_MANY = /* @__PURE__ */ new Set([
	"groups",
	"cases",
	"answers"
]);
/** Whether the gate asks one number how far it moved, and no list of groups or cases. */
const asksOneChange = ({ estimand, scope }) => estimand === "delta" && !OF_MANY.has(scope);
/** Read from the result alone; null where there was no single question, or a limit that could not be worked out. */
function shownHypothesisOf({ rule, margin, direction }) {
	const { estimand, scope, signFor, limitSign } = ruleOf({ rule });
	if (margin === null || direction === null || OF_MANY.has(scope)) return null;
	return {
		estimand,
		sign: signFor(direction),
		boundary: margin === 0 ? 0 : limitSign * margin
	};
}

export { capMessage as $, firstCrossings as A, hypotheticalEstimate as B, methodInOrder as C, isLook as D, isBatchEnd as E, fateOfPairs as F, judgeAggregates as G, obstacleOf as H, fateOfRate as I, invalidGate as J, refusalOfAggregates as K, ASSUMED_DISCORDANCE as L, parseValue as M, UNCHANGED as N, plannedLooks as O, balanced as P, verdictOf as Q, estimateOfFlips as R, isLookedAt as S, plainStrata as T, givenOtherwise as U, locateMetric as V, mismatchMessage as W, judgedGate as X, isStop as Y, undecidedGate as Z, failureRate as _, tailOf as _t, proveSomething as a, sequentialMessage as at, decideInOrder as b, fisherFewer as c, chooseTarget as ct, inSight as d, holm as dt, cautions as et, silenceOf as f, mcnemar as ft, withInterval as g, extraWeight as gt, sizeOfChange as h, imputeDelta as ht, hypothesisOf as i, noValueMessage as it, rateLogE as j, tenths as k, sizesOfGroups as l, testHypothesis as lt, readPairs as m, imputeCandidate as mt, RULES as n, gateMessages as nt, ruleOf as o, stopMessage as ot, meanAtWorst as p, estimateOfKept as pt, factsOf as q, asksOneChange as r, identicalMessage as rt, shownHypothesisOf as s, timeValueMessage as st, GATE_RULES as t, drawMessage as tt, blindSpotOf as u, metricResults as ut, drawAnew as v, BenchmarkGate as w, earliestAnswer as x, unitsByGroup as y, firstCount as z };