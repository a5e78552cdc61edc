import { B as FINGERPRINT_FIELDS, Ct as renamed, Dt as worseSign, G as answersVary, J as isObject, K as designOf, T as formatCount, gt as idOf, wt as sampleKey, y as canonicalJson } from "./core-domain-history.js";
import { A as filterOf, O as byCodeUnits, Y as DELTA, a as aggregatedMetrics, at as ratioOfSums, d as scoresOf, f as answersEach, h as followsFrom, j as pairSamples, k as displayKey, l as inOrder, m as dependenceOf, o as countDifferences, s as errorOfAggregate, st as measuredBy, u as onlyOn } from "./core-stats-sequential-flip-rates.js";
import { a as guessingOf, n as areSameAnswers, t as answersOf } from "./core-compare-answers.js";
import { G as sum, b as partsName } from "./core-metrics-repeats.js";
import { i as isCompanion } from "./core-metrics-choices.js";
import { i as isKnownRate, r as directionOf } from "./core-metrics-registry.js";
import { t as Drawing } from "./core-stats-sequential-drawing.js";
import { C as subtaskRun } from "./config-resolve.js";
import { t as isOwnJudge } from "./core-compare-judge-likes.js";
import { ut as metricResults } from "./core-decide-rules-registry.js";

// src/core/compare/sample-differences.ts
/** In what the samples differ that two runs have: how many there are of what was planned, and what each side was given. */
function sampleDifferences(baseline, candidate, pairing) {
	const { duplicates } = pairing;
	const samples = [];
	const differ = (left, right) => samples.push({
		field: "samples",
		baseline: left,
		candidate: right,
		severity: "hard"
	});
	const isAggregated = (baseline.aggregates ?? candidate.aggregates) !== void 0;
	if (isAggregated) samples.push(...countDifferences(baseline, candidate).map(hard));
	else if (baseline.planned !== candidate.planned) differ(`${formatCount(baseline.planned)} planned`, `${formatCount(candidate.planned)} planned`);
	if (duplicates.baseline.length + duplicates.candidate.length > 0) differ(describeDuplicates(duplicates.baseline), describeDuplicates(duplicates.candidate));
	const beyond = {
		baseline: beyondPlan(baseline, pairing, "baseline"),
		candidate: beyondPlan(candidate, pairing, "candidate")
	};
	if (beyond.baseline + beyond.candidate > 0) differ(`${formatCount(beyond.baseline)} beyond the plan`, `${formatCount(beyond.candidate)} beyond the plan`);
	if (designOf(candidate) === "sequential" && !isAggregated) {
		const [left, right] = [evaluatedOf(pairing, "baseline"), evaluatedOf(pairing, "candidate")];
		const enough = candidate.status.state === "complete" ? candidate.status.stopped?.after : void 0;
		if (left < baseline.planned || right < (enough ?? candidate.planned)) differ(`${formatCount(left)} of ${formatCount(baseline.planned)} evaluated`, `${formatCount(right)} of ${formatCount(enough ?? candidate.planned)} evaluated`);
	}
	return [
		...samples,
		...unpairedSamples(candidate, pairing),
		...pairDifferences(pairing)
	];
}
const hard = (difference) => ({
	...difference,
	field: "samples",
	severity: "hard"
});
/**
* Samples that only one side has. How many a verdict can do without is the policy's coverage to say; a reader sees them in
* any case. What a sequential candidate has not come to is not missing.
*/
function unpairedSamples(candidate, { pairs }) {
	if (pairs.complete === pairs.length) return [];
	const only = {
		baseline: {
			count: 0,
			first: ""
		},
		candidate: {
			count: 0,
			first: ""
		}
	};
	for (const pair of pairs) {
		if (pair.baseline !== null && pair.candidate !== null) continue;
		const own = only[pair.baseline === null ? "candidate" : "baseline"];
		if (own.count === 0) own.first = pair.key;
		own.count += 1;
	}
	if (designOf(candidate) === "sequential") only.baseline.count = 0;
	if (only.baseline.count + only.candidate.count === 0) return [];
	const show = ({ count, first }) => count === 0 ? "none missing on the other side" : `${count} only here, first ${displayKey(first)}`;
	return [{
		field: "samples",
		baseline: show(only.baseline),
		candidate: show(only.candidate),
		severity: "soft"
	}];
}
function describeDuplicates(keys) {
	return keys.length === 0 ? "no duplicates" : `${keys.length} duplicate ids, first ${displayKey(keys[0] ?? "")}`;
}
/** Samples of which a side has a line. */
function evaluatedOf({ pairs }, side) {
	const ids = /* @__PURE__ */ new Set();
	for (const { [side]: sample } of pairs) if (sample !== null) ids.add(sample.id);
	return ids.size;
}
/** Lines more than planned in any one filter. */
function beyondPlan(record, { pairs }, side) {
	if (pairs.lacks("filter")) return Math.max(0, pairs.count(side) - record.planned);
	const lines = /* @__PURE__ */ new Map();
	for (const { [side]: sample } of pairs) if (sample !== null) lines.set(sample.filter, (lines.get(sample.filter) ?? 0) + 1);
	return Math.max(0, ...[...lines.values()].map((count) => count - record.planned));
}
/** What the two sides of a pair must have been given alike. */
const GIVEN_ALIKE = [
	{
		field: "inputs",
		member: "input_digest"
	},
	{
		field: "targets",
		member: "target_digest"
	},
	{
		field: "samples",
		member: "cluster",
		shown: "cluster "
	},
	{
		field: "samples",
		member: "group",
		shown: "group "
	}
];
const givenTo = (sample, { member }) => sample[member] ?? "none";
/** Pairs of which the two sides were given different things under the same id: counted, and the first one shown. */
function pairDifferences({ pairs }) {
	const counted = GIVEN_ALIKE.filter(({ member }) => !pairs.lacks(member)).map((given) => ({
		given,
		count: 0,
		first: null
	}));
	if (counted.length === 0) return [];
	for (const pair of pairs) {
		const { baseline, candidate } = pair;
		if (baseline === null || candidate === null) continue;
		for (const each of counted) {
			if (givenTo(baseline, each.given) === givenTo(candidate, each.given)) continue;
			each.first ??= pair;
			each.count += 1;
		}
	}
	return counted.flatMap(({ given, count, first }) => {
		if (first === null) return [];
		const { field, shown = "" } = given;
		const show = (sample) => `${shown}${sample === null ? "none" : givenTo(sample, given)} at ${displayKey(first.key)} (${count} differ)`;
		return [{
			field,
			baseline: show(first.baseline),
			candidate: show(first.candidate),
			severity: "hard"
		}];
	});
}

// src/core/compare/sizes.ts
const WEIGHT = {
	of: ({ weight }) => weight ?? 1,
	isScored: (weight) => weight > 0 && Number.isFinite(weight),
	shown: "weight",
	field: "samples"
};
/**
* The denominator of a metric where it lies in the sample (bytes, words) and not in the answer: that of a rate counts what was
* predicted, such as for micro-F1. What is known not to be a rate is none, whatever it is declared as.
*/
function denominatorOf({ name, kind, unit }) {
	if (kind !== "ratio" || unit === "rate" && isKnownRate(name) !== false) return [];
	const read = ({ scores }) => {
		const score = Object.hasOwn(scores, name) ? scores[name] : void 0;
		return typeof score === "object" && "denominator" in score ? score : null;
	};
	return [{
		of: (sample) => read(sample)?.denominator ?? null,
		isScored: (size, sample) => size !== 0 || read(sample)?.numerator !== 0,
		shown: `denominator of ${name}`,
		field: "metrics"
	}];
}
/** Further from the median, a sample decides alone or not at all. */
const FURTHEST = 1e6;
/** Beyond it products of sizes and scores lose their digits, or overflow. */
const [LEAST, MOST] = [1e-100, 1e100];
/**
* Samples whose sizes are not what the arithmetic rests on: those that the two sides count differently, and those far from
* the median, one of which could decide alone. Of each size, how many there are and the first one.
*/
function sizeDifferences(pairs, metrics) {
	return [...pairs.lacks("weight") ? [] : [WEIGHT], ...metrics.flatMap(denominatorOf)].flatMap((size) => [...disagreement(pairs, size), ...extremes(pairs, size)]);
}
function disagreement(pairs, { of, shown, field }) {
	let count = 0;
	let first = null;
	for (const pair of pairs) {
		if (pair.baseline === null || pair.candidate === null) continue;
		const [baseline, candidate] = [of(pair.baseline), of(pair.candidate)];
		if (baseline === null || candidate === null || baseline === candidate) continue;
		first ??= {
			key: pair.key,
			baseline,
			candidate
		};
		count += 1;
	}
	if (first === null) return [];
	const { key, ...sides } = first;
	const show = (value) => `${shown} ${value} at ${displayKey(key)} (${count} differ)`;
	return [{
		field,
		baseline: show(sides.baseline),
		candidate: show(sides.candidate),
		severity: "hard"
	}];
}
function extremes(pairs, size) {
	const { shown, field } = size;
	if (areAlike(pairs, size)) return [];
	const found = [];
	for (const [, each] of sizesOf(pairs, size)) found.push(each);
	const sizes = Float64Array.from(found).sort();
	const median = sizes[sizes.length >> 1] ?? 1;
	const [least, most] = [Math.max(LEAST, median / FURTHEST), Math.min(MOST, median * FURTHEST)];
	let count = 0;
	let first = "";
	for (const [pair, each] of sizesOf(pairs, size)) {
		if (each >= least && each <= most) continue;
		if (count === 0) first = `${each} at ${displayKey(pair.key)}`;
		count += 1;
	}
	const told = `${shown} ${first} (${count} beyond a millionth to a million times the median of ${median})`;
	return count === 0 ? [] : [{
		field,
		baseline: told,
		candidate: told,
		severity: "hard"
	}];
}
/** Whether all are one size that the arithmetic bears, as where nobody weighs samples: then none is far from the others. */
function areAlike(pairs, size) {
	let common = null;
	for (const [, each] of sizesOf(pairs, size)) {
		common ??= each;
		if (each !== common || each < LEAST || each > MOST) return false;
	}
	return true;
}
function* sizesOf(pairs, { of, isScored }) {
	for (const pair of pairs) for (const sample of [pair.baseline, pair.candidate]) {
		if (sample === null) continue;
		const size = of(sample);
		if (size !== null && isScored(size, sample)) yield [pair, size];
	}
}

// src/core/compare/comparability.ts
/** Everything in which two runs of a task differ that says whether their samples may be compared. */
function findMismatches(baseline, candidate, pairing) {
	return [
		...fingerprintDifferences(baseline, candidate),
		...tokenizerDifference(baseline, candidate, pairing),
		...quantizationDifference(baseline, candidate),
		...runDifferences(baseline, candidate),
		...metricDifferences(baseline, candidate),
		...turnedMetrics(baseline, candidate),
		...machineDifference(candidate, pairing),
		...sampleDifferences(baseline, candidate, pairing),
		...sizeDifferences(pairing.pairs, candidate.metrics)
	].map((difference) => ({
		task: candidate.task,
		...difference
	}));
}
const NO_RUN = "no run";
/** The mismatch of a task that ran on one side only, or on none. */
function missingRun(task, baseline, candidate) {
	const present = (record) => record === null ? NO_RUN : describeStatus(record);
	return {
		task,
		field: "run",
		baseline: present(baseline),
		candidate: present(candidate),
		severity: "hard"
	};
}
/** The mismatch of a task that a side ran more than once: which run is meant cannot be known. */
function repeatedRun(task, baseline, candidate) {
	const count = (runs) => runs === 1 ? "1 run" : `${runs} runs`;
	return {
		task,
		field: "run",
		baseline: count(baseline),
		candidate: count(candidate),
		severity: "hard"
	};
}
/**
* The mismatch of every task when the runs of a side are of several models: which of them wants to merge, or is to be
* compared with, cannot be known.
*/
function mixedModels(task, baseline, candidate) {
	const [ofBaseline, ofCandidate] = [countModels(baseline), countModels(candidate)];
	if (ofBaseline < 2 && ofCandidate < 2) return [];
	const count = (models) => models === 1 ? "1 model" : `${models} models`;
	return [{
		task,
		field: "run",
		baseline: count(ofBaseline),
		candidate: count(ofCandidate),
		severity: "hard"
	}];
}
const countModels = (records) => new Set(records.map(({ model }) => `${model.digest} ${model.adapter_digest}`)).size;
/** A field that only one side recorded differs: what was not written down cannot be assumed equal. */
function fingerprintDifferences(baseline, candidate) {
	return Object.keys(FINGERPRINT_FIELDS).filter((field) => field !== "tokenizer").filter((field) => baseline.fingerprint[field] !== candidate.fingerprint[field]).flatMap((field) => {
		const { severity } = FINGERPRINT_FIELDS[field];
		const [left, right] = [baseline.fingerprint[field], candidate.fingerprint[field]];
		const named = field === "settings" || field === "other_settings" ? byName(left, right) : null;
		const show = (value) => recorded(field === "repeats" ? value ?? 1 : value);
		return (named ?? [{
			baseline: show(left),
			candidate: show(right)
		}]).map((difference) => ({
			field,
			...difference,
			severity
		}));
	});
}
/** Settings one by one, so that a person sees which; null for what is no record of them. */
function byName(left, right) {
	const [ours, theirs] = [namedValues(left), namedValues(right)];
	if (ours === null || theirs === null) return null;
	const differing = [.../* @__PURE__ */ new Set([...ours.keys(), ...theirs.keys()])].sort(byCodeUnits).filter((name) => ours.get(name) !== theirs.get(name));
	const shown = (side, name) => side.get(name) ?? "not set";
	return differing.length === 0 ? null : differing.map((setting) => ({
		setting,
		baseline: shown(ours, setting),
		candidate: shown(theirs, setting)
	}));
}
function namedValues(value) {
	if (value === void 0 || value === null) return /* @__PURE__ */ new Map();
	try {
		const parsed = JSON.parse(String(value));
		if (!isObject(parsed)) return null;
		return new Map(Object.entries(parsed).map(([name, each]) => [name, typeof each === "string" ? each : canonicalJson(each)]));
	} catch {
		return null;
	}
}
function recorded(value) {
	return value === void 0 ? "not recorded" : value;
}
/**
* Tokenizers differ in much that no answer depends on: tokens that a fine-tune adds, padding, which token ends a turn. What
* counts is whether they cut this task's own texts into the same tokens. Where they do not, scores still compare, since
* log-likelihoods are summed over the same bytes and answers compared as texts; a metric per token does not. Where nobody
* recorded the tokens, vocabularies have to be the same.
*/
function tokenizerDifference({ fingerprint: ours, metrics }, { fingerprint: theirs }, { pairs }) {
	const { complete } = pairs;
	let [recordedPairs, differing] = [0, 0];
	let first = null;
	for (const pair of pairs.lacks("token_digest") ? [] : pairs) {
		const [left, right] = [pair.baseline, pair.candidate];
		if (left === null || right === null) continue;
		if (left.token_digest === void 0 || right.token_digest === void 0) continue;
		recordedPairs += 1;
		if (left.token_digest === right.token_digest) continue;
		first ??= pair;
		differing += 1;
	}
	const isSame = ours.tokenizer === theirs.tokenizer;
	if (first !== null && (isSame || recordedPairs === complete)) {
		const perToken = metrics.filter(({ name }) => PER_TOKEN.test(name)).map(({ name }) => name);
		const show = (sample) => `${sample?.token_digest} at ${displayKey(first.key)} (${differing} of ${complete} differ)${perToken.length === 0 ? "" : `, and ${perToken.join(", ")} counts tokens`}`;
		const severity = perToken.length === 0 ? "soft" : "hard";
		const [left, right] = [show(first.baseline), show(first.candidate)];
		return [{
			field: "tokenizer",
			setting: "tokens",
			baseline: left,
			candidate: right,
			severity
		}];
	}
	if (complete > 0 && recordedPairs === complete || isSame) return [];
	const { severity } = FINGERPRINT_FIELDS.tokenizer;
	const [left, right] = [recorded(ours.tokenizer), recorded(theirs.tokenizer)];
	return [{
		field: "tokenizer",
		baseline: left,
		candidate: right,
		severity
	}];
}
/** Metrics whose denominator is a number of tokens: of two tokenizers they are two metrics. */
const PER_TOKEN = /(?:^|_)tokens?(?:_|$)/i;
/** What the weights say of themselves, where the fingerprint's `dtype` has not said the same. */
function quantizationDifference(baseline, candidate) {
	const [left, right] = [baseline.model.quantization, candidate.model.quantization];
	const isTold = baseline.fingerprint.dtype === left && candidate.fingerprint.dtype === right;
	if (left === right || isTold) return [];
	return [{
		field: "quantization",
		baseline: left,
		candidate: right,
		severity: "soft"
	}];
}
/** A run that did not finish is not comparable even with one that stopped at the same place; nor is a baseline in parts. */
function runDifferences(baseline, candidate) {
	const { status } = baseline;
	if (status.state === "complete" && status.stopped === void 0 && candidate.status.state === "complete") return [];
	return [{
		field: "run",
		baseline: describeStatus(baseline),
		candidate: describeStatus(candidate),
		severity: "hard"
	}];
}
function describeStatus({ status }) {
	if (status.state === "failed") return `failed: ${status.reason}`;
	const stopped = status.state === "complete" ? status.stopped : void 0;
	return stopped === void 0 ? status.state : `stopped after ${stopped.after} samples`;
}
function metricDifferences(baseline, candidate) {
	const left = new Map(baseline.metrics.map((metric) => [metric.name, describeMetric(metric)]));
	const right = new Map(candidate.metrics.map((metric) => [metric.name, describeMetric(metric)]));
	const differences = [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].sort(byCodeUnits).map((name) => ({
		field: "metrics",
		baseline: left.get(name) ?? `no ${name}`,
		candidate: right.get(name) ?? `no ${name}`,
		severity: isCompanion(name) && !(left.has(name) && right.has(name)) ? "soft" : "hard"
	})).filter((metric) => metric.baseline !== metric.candidate);
	if (baseline.primary_metric !== candidate.primary_metric) differences.push({
		field: "metrics",
		severity: "hard",
		baseline: `primary ${baseline.primary_metric}`,
		candidate: `primary ${candidate.primary_metric}`
	});
	return differences;
}
/** A known metric that both runs declare to be better the other way: then every loss would be a gain. */
function turnedMetrics(baseline, candidate) {
	const isTurned = ({ name, direction }) => (directionOf(name) ?? direction) !== direction;
	const turned = candidate.metrics.find(isTurned) ?? baseline.metrics.find(isTurned);
	if (turned === void 0) return [];
	const { name } = turned;
	const show = ({ metrics }) => `${name} ${metrics.find((metric) => metric.name === name)?.direction ?? "not declared"}, which is ${directionOf(name)}`;
	return [{
		field: "metrics",
		baseline: show(baseline),
		candidate: show(candidate),
		severity: "hard"
	}];
}
/**
* On which machines answers were timed, where a gate asks for that: of a run on two of them, or of two runs. It concerns these metrics
* alone, whose gates are invalid by it (core/decide/locate.ts).
*/
function machineDifference({ metrics }, { pairs }) {
	if (metrics.every((metric) => measuredBy(metric) === null)) return [];
	const machines = {
		baseline: /* @__PURE__ */ new Set(),
		candidate: /* @__PURE__ */ new Set()
	};
	for (const { baseline, candidate } of pairs) {
		if (baseline?.timing !== void 0) machines.baseline.add(baseline.timing.machine);
		if (candidate?.timing !== void 0) machines.candidate.add(candidate.timing.machine);
	}
	if ((/* @__PURE__ */ new Set([...machines.baseline, ...machines.candidate])).size < 2) return [];
	const show = (side) => [...side].sort(byCodeUnits).join(" | ") || "not measured";
	const [left, right] = [show(machines.baseline), show(machines.candidate)];
	return [{
		field: "machine",
		baseline: left,
		candidate: right,
		severity: "soft"
	}];
}
function describeMetric(metric) {
	const { name, direction, kind, unit, range, scale, weak, aggregate, classes, errors, judge } = metric;
	const { group_average: average } = metric;
	const of = classes === void 0 ? [] : `of ${classes.map((label) => JSON.stringify(label)).join(", ")}`;
	const bounds = `${range.min ?? "-inf"}..${range.max ?? "inf"}`;
	const measured = errors === void 0 ? [] : `with errors ${canonicalJson(errors)}`;
	const graded = judge === void 0 ? [] : [`judged ${canonicalJson(judge)}`];
	return [
		name,
		direction,
		kind,
		unit,
		bounds,
		scale,
		...[
			...weak ? ["weak"] : [],
			aggregate ?? [],
			average ?? [],
			of,
			measured,
			graded
		].flat()
	].join(" ");
}

// src/core/compare/averages.ts
/** Two sums of the same doubles in another order. */
const TOLERANCE = 2e-9;
/**
* Results of a harness do not say which mean the number of a group is, and where both come to the same, such as 0 everywhere,
* it is taken for that over samples. Beside a run whose number is the mean over groups, it is that mean as well.
*/
function alignAverages(run, other) {
	const ofGroups = new Set(other.record.metrics.flatMap(({ name, group_average: average }) => average === void 0 ? [] : name));
	const metrics = run.record.metrics.map((metric) => ofGroups.has(metric.name) && metric.group_average === void 0 && isEitherMean(run.samples, metric) ? {
		...metric,
		group_average: "macro"
	} : metric);
	return {
		...run,
		record: {
			...run.record,
			metrics
		}
	};
}
function isEitherMean(samples, { name }) {
	const filters = /* @__PURE__ */ new Set();
	for (const { filter } of samples) filters.add(filter);
	return [...filters].every((filter) => {
		const groups = /* @__PURE__ */ new Map();
		for (const sample of samples) {
			if (sample.filter !== filter) continue;
			const score = sample.scores[name];
			if (typeof score !== "number" || sample.weight !== void 0) return false;
			const group = groups.get(sample.group);
			if (group === void 0) groups.set(sample.group, [score]);
			else group.push(score);
		}
		const overSamples = meanOf([...groups.values()].flat());
		const overGroups = meanOf([...groups.values()].map(meanOf));
		return Math.abs(overSamples - overGroups) <= TOLERANCE * Math.max(1, Math.abs(overSamples));
	});
}
const meanOf = (values) => sum(values) / values.length;

// src/core/compare/class-results.ts
const SIDES$1 = ["baseline", "candidate"];
/**
* Precision, recall and F1 of each class over the samples that both sides have a score for; nothing where no metric of the task
* names its classes. Shown and never judged: gates on a class have a metric of their own.
*/
function classResultsOf(metrics) {
	const found = metrics.find(({ declaration: { classes, aggregate, of_class: ofClass } }) => classes !== void 0 && ofClass === void 0 && aggregate !== void 0 && partsName(aggregate) === "predictions");
	const labels = found?.declaration.classes;
	if (found === void 0 || labels === void 0) return {};
	const references = new Float64Array(labels.length);
	const counts = labels.map(() => bySide(() => ({
		right: 0,
		predictions: 0
	})));
	const unlabelled = {
		baseline: 0,
		candidate: 0
	};
	for (const score of found.scores) {
		const pair = DELTA.read(score);
		if (pair === null) continue;
		const [reference = 0] = pair.candidate.parts ?? [];
		references[reference] = (references[reference] ?? 0) + pair.candidate.denominator;
		for (const side of SIDES$1) {
			const { parts: [expected, said = -1] = [], denominator } = pair[side];
			const own = counts[said]?.[side];
			if (own === void 0) unlabelled[side] += denominator;
			else own.predictions += denominator;
			if (own !== void 0 && said === expected) own.right += denominator;
		}
	}
	const classes = labels.map((label, position) => {
		const samples = references[position] ?? 0;
		return {
			class: label,
			samples,
			...bySide((side) => rates(counts[position]?.[side], samples))
		};
	});
	return { byClass: {
		metric: found.declaration.name,
		unlabelled,
		classes
	} };
}
function rates({ right, predictions } = {
	right: 0,
	predictions: 0
}, references) {
	const share = (part, of) => of > 0 ? part / of : null;
	return {
		predictions,
		precision: share(right, predictions),
		recall: share(right, references),
		f1: share(2 * right, references + predictions)
	};
}
function bySide(of) {
	return {
		baseline: of("baseline"),
		candidate: of("candidate")
	};
}

// src/core/compare/draw.ts
const SIDES = [
	"right",
	"wrong",
	"unknown"
];
/** What the plan of a weighted draw and the baseline's samples say of every sample, before the candidate is asked. */
var DrawPlan = class DrawPlan {
	/** By bin, and by what the baseline has of the metric that the draw is about. */
	strata;
	/** Ids in the order in which the plan's bins are written. */
	ids;
	rounds;
	#metric;
	#stratumOf;
	#before;
	constructor(draw, ids, before) {
		this.ids = ids;
		this.rounds = draw.rounds;
		this.#metric = draw;
		this.#before = before;
		const sizes = new Array(draw.rates.length * SIDES.length).fill(0);
		this.#stratumOf = new Map(ids.map((id, position) => {
			const score = before.get(id);
			const side = score === void 0 ? 2 : score === 1 ? 0 : 1;
			const stratum = Number.parseInt(draw.bins[position] ?? "", 36) * SIDES.length + side;
			sizes[stratum] = (sizes[stratum] ?? 0) + 1;
			return [id, stratum];
		}));
		this.strata = draw.rates.flatMap((rates, bin) => SIDES.map((_, side) => ({
			size: sizes[bin * SIDES.length + side] ?? 0,
			right: side !== 1,
			rate: rates[side === 1 ? 1 : 0]
		})));
	}
	/** Null where the plan is of other samples than the baseline has. Remembered, since a run is looked at hundreds of times. */
	static of(draw, baseline) {
		const known = KNOWN.get(draw);
		if (known?.baseline === baseline) return known.plan;
		const plan = DrawPlan.#make(draw, baseline);
		KNOWN.set(draw, {
			baseline,
			plan
		});
		return plan;
	}
	static #make(draw, baseline) {
		const ids = idsOf(baseline);
		if (draw.bins.length !== ids.length) return null;
		const before = /* @__PURE__ */ new Map();
		for (const sample of baseline) {
			const score = rightOf(sample, draw);
			if (score !== null) before.set(sample.id, score);
		}
		return new DrawPlan(draw, ids, before);
	}
	/** Undefined for a sample that the baseline does not have. */
	stratumOf(id) {
		return this.#stratumOf.get(id);
	}
	/** Whether the candidate's sample flipped, by id; null where a side has no score of 0 or 1. */
	flips(candidate) {
		const flips = /* @__PURE__ */ new Map();
		for (const sample of candidate) {
			const [before, after] = [this.#before.get(sample.id), rightOf(sample, this.#metric)];
			const flip = before === void 0 || after === null ? null : before !== after;
			if (flip !== null || !flips.has(sample.id)) flips.set(sample.id, flip);
		}
		return flips;
	}
};
const KNOWN = /* @__PURE__ */ new WeakMap();
/**
* The weights of each draw, computed again from what was drawn before it.
* @param candidate in the order of the draws
* @returns null where the candidate has samples that the plan does not
*/
function replayDraw(plan, candidate) {
	const drawing = new Drawing(plan.strata, plan.rounds);
	const weights = /* @__PURE__ */ new Map();
	for (const [id, flip] of plan.flips(candidate)) {
		const stratum = plan.stratumOf(id);
		if (stratum === void 0) return null;
		weights.set(id, drawing.weights);
		drawing.add(stratum, flip);
	}
	return {
		strata: plan.strata,
		drawn: weights.size,
		stratumOf: (key) => plan.stratumOf(idOf(key)),
		weightsOf: (key) => weights.get(idOf(key))
	};
}
/** Every id once, in the order of code units. */
const idsOf = (samples) => [...new Set(Array.from(samples, ({ id }) => id))].sort(byCodeUnits);
/** 1 or 0; null for anything else, and for lines of another filter. */
function rightOf(sample, { metric, filter }) {
	const score = sample.filter === filter ? sample.scores[metric] : void 0;
	return score === 0 || score === 1 ? score : null;
}

// src/core/compare/flips.ts
/** How many changed samples a reader is shown of each kind; the counts say how many there are. */
const MOST_REGRESSED = 24;
const MOST_IMPROVED = 12;
/** UTF-16 units of a question: a line has room for as many. */
const MOST_ASKED = 120;
/**
* The samples whose score changed most, those that got worse first. Equal changes (all flips of a 0/1 score) take turns
* over the groups, those that moved most first, so that a few shown samples do not all come from one subject.
*/
function worstFlips(pairs, metric) {
	const worse = worseSign(metric.declaration);
	const [regressed, improved] = [new Largest(MOST_REGRESSED), new Largest(MOST_IMPROVED)];
	const means = /* @__PURE__ */ new Map();
	for (const { key, group, baseline, candidate } of metric.scores) {
		if (baseline === null || candidate === null) continue;
		const before = ratioOfSums([baseline]);
		const after = ratioOfSums([candidate]);
		const degradation = worse * (after - before);
		if (!Number.isFinite(degradation)) continue;
		const own = means.get(group) ?? {
			sum: 0,
			count: 0
		};
		means.set(group, {
			sum: own.sum + degradation,
			count: own.count + 1
		});
		if (degradation === 0) continue;
		const size = Math.abs(degradation);
		(degradation > 0 ? regressed : improved).add({
			key,
			group,
			before,
			after,
			size
		});
	}
	const ranked = [...means].sort(([left, a], [right, b]) => b.sum / b.count - a.sum / a.count || byCodeUnits(left ?? "", right ?? "")).map(([group]) => group);
	return [...regressed.changes(ranked), ...improved.changes(ranked.toReversed())].flatMap(({ key, group, before, after }) => {
		const pair = pairs.find(key);
		if (!pair?.baseline || !pair.candidate) return [];
		const asked = pair.baseline.asked ?? pair.candidate.asked;
		return [{
			id: pair.candidate.id,
			group,
			...asked === void 0 ? {} : { question: lastParagraph(asked.question) },
			baseline: {
				score: before,
				output: pair.baseline.output ?? null
			},
			candidate: {
				score: after,
				output: pair.candidate.output ?? null
			}
		}];
	});
}
/** Behind examples and passages stands what was asked. */
function lastParagraph(question) {
	const all = question.trim();
	const last = all.slice(all.lastIndexOf("\n\n") + 1).trim().replace(/\s+/g, " ");
	return last.length <= MOST_ASKED ? last : `${last.slice(0, 119).replace(/[\ud800-\udbff]$/, "")}…`;
}
const bySize = (a, b) => b.size - a.size || byCodeUnits(a.key, b.key);
/** The largest changes so far: of every group as many as are shown in all, since no more of one can be. */
var Largest = class {
	#most;
	#byGroup = /* @__PURE__ */ new Map();
	constructor(most) {
		this.#most = most;
	}
	add(change) {
		const own = this.#byGroup.get(change.group) ?? [];
		this.#byGroup.set(change.group, own);
		const last = own.at(-1);
		if (own.length === this.#most && last !== void 0 && bySize(last, change) < 0) return;
		const place = own.findIndex((other) => bySize(change, other) < 0);
		own.splice(place === -1 ? own.length : place, 0, change);
		if (own.length > this.#most) own.pop();
	}
	/** @param groups whose turn is first */
	changes(groups) {
		const turns = groups.flatMap((group) => (this.#byGroup.get(group) ?? []).map((change, turn) => ({
			change,
			turn
		})));
		turns.sort((a, b) => b.change.size - a.change.size || a.turn - b.turn);
		return turns.slice(0, this.#most).map(({ change }) => change);
	}
};

// src/core/compare/group-parts.ts
/**
* One side evaluated a group such as MMLU as one task, and the other its subjects one by one, or groups of them: the same group is put
* together of these, by the parts and the kind of mean of the side that has it.
*/
/**
* The runs of a side with each group that only the other side has and of which this one has every part. Parts that stand for nothing
* else are taken out.
* @param kept tasks that are compared by their own names
*/
function withGroups(runs, other, kept) {
	const names = namesOf(runs);
	const missing = other.filter(({ record }) => record.parts !== void 0 && !names.has(record.task));
	if (missing.length === 0) return runs;
	const pieces = piecesOf(runs);
	const groups = missing.flatMap((group) => groupRun(group, pieces) ?? []);
	const within = missing.filter(({ record }) => groups.some((group) => group.record.task === record.task) || record.parts?.some(({ task }) => !pieces.has(task))).filter(({ record }) => !isPartlySums(groups.find((group) => group.record.task === record.task))).map(({ record }) => new Set(record.parts?.map(({ task }) => task)));
	const named = /* @__PURE__ */ new Set([...kept, ...namesOf(other)]);
	const isUsed = ({ record: { task, parts } }) => {
		const own = parts?.map((part) => part.task) ?? [task];
		return !named.has(task) && within.some((group) => own.every((name) => group.has(name)));
	};
	return [...runs.filter((run) => !isUsed(run)), ...groups];
}
/** Whether a group of sums has parts that have samples. */
const isPartlySums = (group) => group?.record.aggregates !== void 0 && group.record.parts?.some(({ aggregates }) => aggregates === void 0) === true;
/** The runs with the parts of each group that the other side has as sums of which some have samples: those that it has one by one. */
function withPartsOf(runs, other) {
	const [own, theirs] = [namesOf(runs), namesOf(other)];
	const parts = other.filter(isPartlySums).flatMap(({ record }) => {
		const group = runs.find((run) => run.record.task === record.task);
		const wanted = record.parts?.filter(({ task }) => theirs.has(task) && !own.has(task)) ?? [];
		return group?.record.parts === void 0 ? [] : wanted.map(({ task }) => subtaskRun(group, task));
	});
	return parts.length === 0 ? runs : [...runs, ...parts];
}
/** What keeps a side from having a group of which it has some parts, as a mismatch with the side that has it. */
function lackingParts(task, baseline, candidate) {
	const has = (runs) => runs.find(({ record }) => record.task === task);
	const [left, right] = [has(baseline), has(candidate)];
	const group = left ?? right;
	if (group === void 0 || left !== void 0 && right !== void 0) return [];
	const runs = left === void 0 ? baseline : candidate;
	const told = (whole, lacking) => {
		const [of, without] = left === void 0 ? [lacking, whole] : [whole, lacking];
		return [{
			task,
			field: "run",
			setting: "tasks of the group",
			baseline: of,
			candidate: without,
			severity: "hard"
		}];
	};
	const { parts } = group.record;
	if (parts === void 0) {
		const parted = [...namesOf(runs)].filter((name) => name.startsWith(`${task}_`));
		return parted.length < 2 ? [] : told("its value alone (keep the rows of its tasks beside it)", `${parted.length} tasks`);
	}
	const pieces = piecesOf(runs);
	const lacking = parts.filter((part) => !pieces.has(part.task)).map((part) => part.task);
	if (lacking.length === 0 || lacking.length === parts.length) return [];
	return told(`${parts.length} tasks`, `all but ${lacking.join(", ")}`);
}
const namesOf = (runs) => new Set(runs.map(({ record }) => record.task));
/** Every task of a side that is no group, by its name. */
function piecesOf(runs) {
	const pieces = /* @__PURE__ */ new Map();
	for (const run of runs) {
		const { task, parts } = run.record;
		if (parts === void 0) pieces.set(task, run);
		else for (const part of parts) if (!pieces.has(part.task)) pieces.set(part.task, subtaskRun(run, part.task));
	}
	return pieces;
}
/** The group of these pieces; null where one is missing, or where no metric is in all. Where some are sums it is a sum. */
function groupRun({ record: group }, pieces) {
	const parts = group.parts ?? [];
	const own = parts.flatMap(({ task }) => pieces.get(task) ?? []);
	const [first] = own;
	if (first === void 0 || own.length < parts.length) return null;
	const isSum = own.some(({ record }) => record.aggregates !== void 0);
	const metrics = group.metrics.filter((metric) => own.every((piece) => declares(piece, metric)));
	const primary = metrics.find(({ name }) => name === group.primary_metric) ?? metrics[0];
	if (primary === void 0) return null;
	const { aggregates: _, ...common } = first.record;
	const record = {
		...common,
		task: group.task,
		metrics,
		primary_metric: primary.name,
		fingerprint: fingerprintOf(group.fingerprint, parts, own),
		parts: own.map(({ record: { task, fingerprint, aggregates } }) => ({
			task,
			fingerprint,
			...aggregates === void 0 ? {} : { aggregates }
		}))
	};
	if (isSum) {
		const aggregates = metrics.flatMap((metric) => averages(metric, own.map(summedUp)));
		return aggregates.length === 0 ? null : {
			record: {
				...record,
				planned: 0,
				aggregates
			},
			samples: []
		};
	}
	const samples = own.flatMap(({ record: { task }, samples: of }) => Array.from(of, (sample) => renamed(sample, {
		id: `${task}/${sample.id}`,
		group: task
	})));
	const planned = own.reduce((total, { record: each }) => total + each.planned, 0);
	return {
		record: {
			...record,
			planned
		},
		samples
	};
}
/** A run by its sums, whether it has samples or not. */
function summedUp(run) {
	const { record, samples } = run;
	if (record.aggregates !== void 0) return run;
	const { pairs } = pairSamples(samples, []);
	const aggregates = aggregatedMetrics(run, null, pairs, record).flatMap(({ aggregates: sums }) => sums?.baseline ?? []);
	return { record: {
		...record,
		aggregates
	} };
}
/** Whether a task has a metric of a group, which says how its tasks are averaged besides. */
function declares({ record }, { group_average: _, ...metric }) {
	return record.metrics.some(({ group_average: __, ...own }) => canonicalJson(own) === canonicalJson(metric));
}
/** The mean over documents, or over tasks, of tasks that are sums: independent, so that its error is √Σ w²·se². */
function averages(metric, pieces) {
	return (pieces[0]?.record.aggregates ?? []).flatMap(({ metric: name, filter }) => {
		if (name !== metric.name) return [];
		const own = pieces.flatMap(({ record }) => record.aggregates?.find((each) => each.metric === name && each.filter === filter) ?? []);
		const counts = own.map(({ n, rounded }) => rounded === void 0 ? n ?? NaN : NaN);
		const n = counts.reduce((total, each) => total + each, 0);
		const weights = counts.map((each) => metric.group_average === "macro" ? 1 / pieces.length : each / n);
		const total = (of) => own.reduce((sum, aggregate, index) => sum + of(aggregate, weights[index] ?? NaN), 0);
		const value = total((aggregate, weight) => weight * aggregate.value);
		const stderr = Math.sqrt(total((aggregate, weight) => (weight * (errorOfAggregate(aggregate, metric) ?? NaN)) ** 2));
		if (own.length < pieces.length || !Number.isFinite(value)) return [];
		return [{
			metric: name,
			value,
			...filter === void 0 ? {} : { filter },
			stderr: Number.isFinite(stderr) ? stderr : null,
			n: Number.isFinite(n) ? n : null
		}];
	});
}
/** What the group says wherever all its parts agree with the pieces; otherwise the first of these that differs. */
function fingerprintOf(group, parts, pieces) {
	const all = [group, ...pieces.map(({ record }) => record.fingerprint)];
	const fields = [...new Set(all.flatMap((each) => Object.keys(each)))];
	return Object.fromEntries(fields.flatMap((field) => {
		const different = pieces.find(({ record }, index) => (record.fingerprint[field] ?? null) !== (parts[index]?.fingerprint[field] ?? null));
		if (different !== void 0) return [[field, different.record.fingerprint[field] ?? null]];
		return group[field] === void 0 ? [] : [[field, group[field]]];
	}));
}

// src/core/compare/compare.ts
/**
* Compares two runs of one task; null for a side that did not run, which is a hard mismatch.
* @param alpha one-sided error of the intervals that are shown
*/
function compareTask(ofBaseline, ofCandidate, alpha = .05, task = ofCandidate?.record.task ?? ofBaseline?.record.task ?? "") {
	const [baseline, candidate] = ofBaseline === null || ofCandidate === null ? [ofBaseline, ofCandidate] : [alignAverages(ofBaseline, ofCandidate), alignAverages(ofCandidate, ofBaseline)];
	const record = candidate?.record ?? baseline?.record;
	if (record === void 0) return {
		task,
		role: null,
		mismatches: [missingRun(task, null, null)],
		limited: false,
		population: null,
		sequence: null,
		draw: null,
		metrics: [],
		result: null,
		answers: {
			baseline: null,
			candidate: null
		},
		keepsAnswers: false,
		guessing: {
			chance: null,
			majority: null
		},
		ownJudge: {
			baseline: false,
			candidate: false
		},
		isSame: null
	};
	const pairing = pairSamples(baseline?.samples ?? [], candidate?.samples ?? []);
	const isAggregated = [baseline, candidate].some((run) => run?.record.aggregates !== void 0);
	const metrics = isAggregated ? aggregatedMetrics(baseline, candidate, pairing.pairs, record) : metricsOf(pairing.pairs, record, {
		baseline: baseline?.record,
		candidate: candidate?.record
	});
	const sequence = isAggregated ? null : sequenceOf(candidate);
	const seen = sequence === null ? metrics : metrics.map((metric) => onlyOn(metric, inOrder(metric, sequence)));
	const draw = drawOfRuns(baseline, candidate);
	const isStopped = stopOf(candidate).stopped !== void 0;
	const answers = {
		baseline: answersOf(baseline?.samples ?? []),
		candidate: answersOf(candidate?.samples ?? [])
	};
	const limited = (record.fingerprint.limit ?? null) !== null;
	const keepsAnswers = record.fingerprint.harness === "weighbridge native";
	const guessing = guessingOf(baseline?.samples ?? []);
	return {
		task,
		role: record.task_role,
		mismatches: baseline === null || candidate === null ? [missingRun(task, baseline?.record ?? null, candidate?.record ?? null)] : findMismatches(baseline.record, candidate.record, pairing),
		limited,
		population: baseline?.record.population === candidate?.record.population ? candidate?.record.population ?? null : null,
		sequence,
		draw,
		metrics,
		result: {
			task,
			role: record.task_role,
			primaryMetric: record.primary_metric,
			...stopOf(candidate),
			...drawOf(candidate),
			samples: {
				baseline: countsOf(baseline),
				candidate: countsOf(candidate)
			},
			pairs: pairing.pairs.complete,
			...askedAgainOf(metrics),
			...writtenAnswers(answers),
			metrics: metricResults(metrics, seen, {
				alpha,
				isStopped,
				draw
			}),
			...classResultsOf(seen),
			basis: {
				design: designOf(record),
				limited,
				answers,
				keepsAnswers,
				guessing
			},
			flips: flipsOf(record, pairing.pairs, metrics)
		},
		answers,
		keepsAnswers,
		guessing,
		ownJudge: {
			baseline: isOwnJudge(baseline?.record),
			candidate: isOwnJudge(candidate?.record)
		},
		isSame: isSameThroughout(pairing.pairs, baseline?.record, candidate?.record)
	};
}
/**
* Compares all tasks. Every task that was expected or that ran is in the answer, those expected first: a task which only
* one side has, or none, carries a hard mismatch and is never dropped.
*/
function compareRuns(baseline, candidate, expectedTasks, alpha = .05) {
	const expected = new Set(expectedTasks);
	const groupedCandidate = withGroups(candidate, baseline, expectedTasks);
	const groupedBaseline = withGroups(baseline, groupedCandidate, expectedTasks);
	const ofCandidate = withPartsOf(groupedCandidate, groupedBaseline);
	const ofBaseline = withPartsOf(groupedBaseline, groupedCandidate);
	const others = new Set([...ofBaseline, ...ofCandidate].map((run) => run.record.task).sort(byCodeUnits));
	return [.../* @__PURE__ */ new Set([...expected, ...others])].map((task) => {
		const left = ofBaseline.filter((run) => run.record.task === task);
		const right = ofCandidate.filter((run) => run.record.task === task);
		const comparison = compareTask(left[0] ?? null, right[0] ?? null, alpha, task);
		const repeated = left.length < 2 && right.length < 2 ? [] : [repeatedRun(task, left.length, right.length)];
		const mixed = mixedModels(task, baseline.map(recordOf), candidate.map(recordOf));
		const lacking = lackingParts(task, baseline, candidate);
		return {
			...comparison,
			mismatches: [
				...comparison.mismatches,
				...repeated,
				...mixed,
				...lacking
			]
		};
	});
}
const recordOf = ({ record }) => record;
/** What a reader is shown of answers that were written; of those that were chosen there is nothing to show. */
function writtenAnswers({ baseline, candidate }) {
	return [baseline, candidate].some((side) => side !== null && !side.chosen) ? { answers: {
		baseline: healthOf(baseline),
		candidate: healthOf(candidate)
	} } : {};
}
function healthOf(of) {
	if (of === null) return null;
	const { samples: _, chosen: __, ...health } = of;
	return health;
}
function isSameThroughout(pairs, baseline, candidate) {
	const weightsOf = (record) => record === void 0 ? null : `${record.model.digest} ${record.model.adapter_digest}`;
	if (weightsOf(baseline) === weightsOf(candidate)) return null;
	return areSameAnswers(completePairs(pairs));
}
function* completePairs(pairs) {
	for (const { baseline, candidate } of pairs) if (baseline !== null && candidate !== null) yield [baseline, candidate];
}
function countsOf(run) {
	return {
		planned: run?.record.planned ?? 0,
		evaluated: run?.samples.length ?? 0
	};
}
/** Of the filter in which most do. */
function askedAgainOf(metrics) {
	const [most] = metrics.flatMap(({ askedAgain }) => askedAgain ?? []).sort((a, b) => b.rows - a.rows);
	if (most === void 0) return {};
	const [one, other] = most.first;
	return { askedAgain: {
		...most,
		first: [displayKey(one), displayKey(other)]
	} };
}
function stopOf(candidate) {
	const status = candidate?.record.status;
	const stop = status?.state === "complete" ? status.stopped : void 0;
	return stop === void 0 ? {} : { stopped: stop.because };
}
function drawOf(candidate) {
	const seed = candidate?.record.order_seed;
	return seed === void 0 ? {} : { orderSeed: seed };
}
/** Replayed from what is stored; `lost` where that does not fit. */
function drawOfRuns(baseline, candidate) {
	const draw = candidate?.record.draw;
	if (draw === void 0 || candidate === null || baseline === null) return null;
	const plan = DrawPlan.of(draw, baseline.samples);
	return (plan === null ? null : replayDraw(plan, candidate.samples)) ?? "lost";
}
/** One a declared metric and filter; a filter whose lines do not mention the metric does not have it. */
function metricsOf(pairs, { metrics, planned }, records) {
	const mentioned = /* @__PURE__ */ new Map();
	const isOneFilter = pairs.lacks("filter");
	for (const pair of pairs) {
		const names = mentioned.get(filterOf(pair)) ?? /* @__PURE__ */ new Set();
		mentioned.set(filterOf(pair), names);
		for (const sample of [pair.baseline, pair.candidate]) for (const name of Object.keys(sample?.scores ?? {})) names.add(name);
		if (isOneFilter && metrics.every((declaration) => followsFrom(declaration, names))) break;
	}
	const filters = [...mentioned].sort(([a], [b]) => byCodeUnits(a ?? "", b ?? ""));
	const varies = Object.values(records).some((record) => record !== void 0 && answersVary(record));
	const ofFilters = filters.map(([filter, names]) => ({
		filter,
		names,
		among: dependenceOf(pairs, filter)
	}));
	return metrics.flatMap((declaration) => ofFilters.filter(({ names }) => followsFrom(declaration, names)).map(({ filter, among }) => {
		const answers = {
			baseline: answersEach(records.baseline, declaration),
			candidate: answersEach(records.candidate, declaration)
		};
		const declared = (side) => records[side]?.metrics.find(({ name }) => name === declaration.name) ?? declaration;
		const own = {
			baseline: declared("baseline"),
			candidate: declared("candidate")
		};
		const scores = scoresOf(pairs, declaration, filter, planned, answers, among, own);
		return varies ? {
			...scores,
			varies
		} : scores;
	}));
}
function flipsOf(record, pairs, metrics) {
	const primary = metrics.find((metric) => metric.declaration.name === record.primary_metric);
	return primary === void 0 ? [] : worstFlips(pairs, primary);
}
/** Keys of the candidate's samples in the order in which they were evaluated; null where that order decides nothing. */
function sequenceOf(run) {
	return run === null || designOf(run.record) === "full" ? null : Array.from(run.samples, sampleKey);
}

export { NO_RUN as a, idsOf as i, compareTask as n, DrawPlan as r, compareRuns as t };