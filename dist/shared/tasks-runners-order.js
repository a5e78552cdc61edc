import { S as truthPart, b as additive, g as chrfAggregate, k as canonicalJson, o as sampleKey, v as bleuAggregate, x as countPart } from "./core-domain-sample.js";
import { createHash } from "node:crypto";

// src/core/domain/run.ts
const SIDES = [
	"baseline",
	"candidate",
	"reference",
	"anchor"
];
const TASK_ROLES = [
	"target",
	"general",
	"safety",
	"behaviour"
];
/**
* What must agree for two runs of a task to be comparable, and how bad a difference is: `hard` makes the comparison
* `invalid`, `soft` is a warning. One row a field; `run.json` holds the values, the report prints every mismatch.
*/
const FINGERPRINT_FIELDS = {
	dataset: {
		severity: "hard",
		means: "digest of the dataset rows"
	},
	prompt: {
		severity: "hard",
		means: "digest of the prompt templates"
	},
	few_shot: {
		severity: "hard",
		means: "digest of the few-shot examples"
	},
	chat_template: {
		severity: "hard",
		means: "digest of the chat template in force, null when none"
	},
	generation: {
		severity: "hard",
		means: "generation settings"
	},
	scorers: {
		severity: "hard",
		means: "scorers with versions and options"
	},
	filter: {
		severity: "hard",
		means: "filters applied to outputs"
	},
	task_version: {
		severity: "hard",
		means: "version of the task definition"
	},
	limit: {
		severity: "hard",
		means: "cap on the number of samples"
	},
	tokenizer: {
		severity: "hard",
		means: "digest of the vocabulary and merges"
	},
	engine: {
		severity: "hard",
		means: "engine that ran the model"
	},
	engine_settings: {
		severity: "hard",
		means: "context size, batch size and cache type of the engine"
	},
	harness: {
		severity: "hard",
		means: "runner that asked the questions"
	},
	settings: {
		severity: "hard",
		means: "settings of the harness that change what is asked or answered, as JSON"
	},
	other_settings: {
		severity: "soft",
		means: "settings of the harness that may, as JSON"
	},
	harness_version: {
		severity: "soft",
		means: "version of the runner"
	},
	engine_version: {
		severity: "soft",
		means: "version of the engine"
	},
	dtype: {
		severity: "soft",
		means: "weight type or quantisation"
	},
	batch_size: {
		severity: "soft",
		means: "samples of one forward pass, where the harness chooses it"
	},
	device: {
		severity: "soft",
		means: "kind of processor or accelerator"
	},
	seed: {
		severity: "soft",
		means: "seed of sampling and of the order of samples"
	},
	repeats: {
		severity: "soft",
		means: "answers to each sample, where there are several"
	}
};
/** Settings that a baseline can be evaluated again with: those that do not lie in its weights. */
const RERUN_FIELDS = [
	"dataset",
	"prompt",
	"few_shot",
	"chat_template",
	"generation",
	"scorers",
	"filter",
	"task_version",
	"limit",
	"engine",
	"engine_settings",
	"harness",
	"settings"
];
/** What a change may alter on purpose: settings to evaluate the baseline again with, and the tokenizer, which is in its files. */
const ACCEPTED_CHANGES = [...RERUN_FIELDS, "tokenizer"];
const DESIGNS = ["full", "sequential"];
const STOP_REASONS = ["decided", "regression"];
/** A record that says nothing is of a run that was evaluated in full, or should have been. */
function designOf({ design }) {
	return design ?? "full";
}
/** How many answers each sample has that is scored. */
function repeatsOf({ fingerprint: { repeats } }) {
	return typeof repeats === "number" ? repeats : 1;
}

// src/core/domain/sample-index.ts
/**
* Where the samples of a run stand, by their key or whatever else tells them apart. A short hash stands for each key, and the
* sample itself tells whether it is the one: that takes a third of a map of texts. Keys whose hashes meet, by chance or by design, are held as they are.
*/
var SampleIndex = class {
	#samples;
	#keyOf;
	#positions = /* @__PURE__ */ new Map();
	#others = /* @__PURE__ */ new Map();
	constructor(samples, keyOf = sampleKey) {
		this.#samples = samples;
		this.#keyOf = keyOf;
	}
	find(key) {
		const position = this.#positions.get(shortHash(key));
		const sample = position === void 0 ? void 0 : this.#samples.at(position);
		return sample !== void 0 && this.#keyOf(sample) === key ? position : this.#others.get(key);
	}
	/** @param key one that is not found yet */
	add(key, position) {
		const hash = shortHash(key);
		if (this.#positions.has(hash)) this.#others.set(key, position);
		else this.#positions.set(hash, position);
	}
};
/** FNV-1a over UTF-16 code units: 32 bits, which every engine holds without an object. */
function shortHash(key) {
	let hash = 2166136261;
	for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 16777619);
	return hash;
}

// src/core/metrics/corpus/auc.ts
/**
* P(score of a positive > score of a negative) + ½ P(equal): the area under the ROC curve as the Mann-Whitney statistic
* (Hanley & McNeil 1982). NaN without positives or without negatives.
*/
const auc = {
	parts: [truthPart, {
		means: "score",
		min: null,
		max: null,
		whole: false
	}],
	over: areaUnderCurve
};
function areaUnderCurve(samples) {
	const weights = Float64Array.from(samples, ({ weight }) => weight);
	const scores = Float64Array.from(samples, ({ parts }) => parts[1] ?? NaN);
	const isPositive = samples.map(({ parts }) => parts[0] === 1);
	const order = samples.map((_, index) => index).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
	const ones = new Float64Array(samples.length).fill(1);
	/** Walks the ranks upwards; samples of one score come together. */
	const sums = (times) => {
		let [below, positives, above] = [
			0,
			0,
			0
		];
		for (let start = 0; start < order.length;) {
			const score = scores[order[start] ?? 0];
			let [tiedPositive, tiedNegative] = [0, 0];
			let end = start;
			for (; end < order.length && scores[order[end] ?? 0] === score; end += 1) {
				const sample = order[end] ?? 0;
				const weight = (times[sample] ?? 0) * (weights[sample] ?? 0);
				if (isPositive[sample]) tiedPositive += weight;
				else tiedNegative += weight;
			}
			above += tiedPositive * (below + tiedNegative / 2);
			below += tiedNegative;
			positives += tiedPositive;
			start = end;
		}
		return {
			above,
			positives,
			negatives: below
		};
	};
	const ratio = (above, positives, negatives) => positives > 0 && negatives > 0 ? above / (positives * negatives) : NaN;
	const all = sums(ones);
	const placements = placementsOf(order, scores, weights, isPositive, all.positives);
	return {
		value(times) {
			const { above, positives, negatives } = sums(times);
			return ratio(above, positives, negatives);
		},
		without(left) {
			let { above, positives, negatives } = all;
			for (const sample of left) {
				const weight = weights[sample] ?? 0;
				above -= weight * (placements[sample] ?? 0);
				if (isPositive[sample]) positives -= weight;
				else negatives -= weight;
			}
			for (const one of left.filter((sample) => isPositive[sample])) for (const other of left.filter((sample) => !isPositive[sample])) {
				const [a = 0, b = 0] = [scores[one], scores[other]];
				above += (weights[one] ?? 0) * (weights[other] ?? 0) * (a > b ? 1 : a === b ? .5 : 0);
			}
			return ratio(above, positives, negatives);
		}
	};
}
/** Of a positive the weight of the negatives below it, of a negative that of the positives above it; ties count half. */
function placementsOf(order, scores, weights, isPositive, positives) {
	const placements = new Float64Array(order.length);
	let [negativesBelow, positivesBelow] = [0, 0];
	for (let start = 0; start < order.length;) {
		const score = scores[order[start] ?? 0];
		const tied = [];
		for (let at = start; at < order.length && scores[order[at] ?? 0] === score; at += 1) tied.push(order[at] ?? 0);
		const weigh = (positive) => tied.reduce((total, sample) => total + (isPositive[sample] === positive ? weights[sample] ?? 0 : 0), 0);
		const [tiedPositive, tiedNegative] = [weigh(true), weigh(false)];
		for (const sample of tied) placements[sample] = isPositive[sample] ? negativesBelow + tiedNegative / 2 : positives - positivesBelow - tiedPositive / 2;
		negativesBelow += tiedNegative;
		positivesBelow += tiedPositive;
		start += tied.length;
	}
	return placements;
}

// src/core/metrics/corpus/calibration.ts
/** Of equal width, from 0 to 1. */
const CALIBRATION_BINS = 15;
const calibrationBinOf = (confidence) => Math.min(14, Math.floor(confidence * 15));
/**
* Expected calibration error over bins of equal width, Σ |right − Σ confidence| over bins, a sample: Guo et al. 2017, "On calibration of modern neural networks". Chance gaps make
* the value too high, the more so the better the model: src/core/compare/calibration-error.ts judges it in spite of that.
*/
const ece = {
	parts: [{
		means: "probability of the chosen answer",
		min: 0,
		max: 1,
		whole: false
	}, truthPart],
	over: additive(() => ({
		totals: 30,
		add: ([confidence = 0, right = 0]) => {
			const bin = calibrationBinOf(confidence);
			return {
				slots: [2 * bin, 2 * bin + 1],
				amounts: [1, right - confidence]
			};
		},
		value: (totals) => {
			let [n, gaps] = [0, 0];
			for (let bin = 0; bin < 15; bin += 1) {
				n += totals[2 * bin] ?? 0;
				gaps += Math.abs(totals[2 * bin + 1] ?? 0);
			}
			return gaps / n;
		}
	}))
};

// src/core/metrics/corpus/classification.ts
/** A prediction that names no known class is −1: it costs the reference's class, and is no class of its own. */
const parts = [countPart("class of the reference"), {
	...countPart("predicted class"),
	min: -1
}];
/** Totals of class k: right predictions, references, predictions, at 3k and after. Class −1, no known label, is the last. */
const slot = (classes, label) => 3 * (label < 0 ? classes : label);
/** @param value from totals as above, for so many known classes */
const byClass = (value) => ({
	parts,
	over: additive((samples) => {
		const classes = 1 + samples.reduce((most, parts) => Math.max(most, parts[0] ?? 0, parts[1] ?? 0), 0);
		return {
			totals: 3 * (classes + 1),
			add: ([reference = -1, predicted = -1]) => ({
				slots: [
					slot(classes, reference),
					slot(classes, reference) + 1,
					slot(classes, predicted) + 2
				],
				amounts: [
					reference === predicted ? 1 : 0,
					1,
					1
				]
			}),
			value: (totals) => value(totals, classes)
		};
	})
});
/** 2TP / (2TP + FP + FN) of a class; 0 where it neither occurs nor is predicted, as in scikit-learn. */
function f1Of(totals, label) {
	const [right = 0, references = 0, predictions = 0] = totals.subarray(3 * label, 3 * label + 3);
	return references + predictions > 0 ? 2 * right / (references + predictions) : 0;
}
/** F1 of class 1 (binary). */
const f1 = byClass((totals, classes) => classes > 1 ? f1Of(totals, 1) : 0);
/**
* Over the classes that occur among the references of all samples, so that a resample without a rare class averages over the
* same classes. scikit-learn adds classes that are only ever predicted, which would make the number of classes the model's.
*/
const f1MacroAggregate = {
	parts,
	over: additive((samples) => {
		const classes = [...new Set(samples.map(([reference = 0]) => reference))].sort((a, b) => a - b);
		const indexOf = new Map(classes.map((label, index) => [label, index]));
		return {
			totals: 3 * (classes.length + 1),
			add: ([reference = -1, predicted = -1]) => {
				const own = 3 * (indexOf.get(reference) ?? classes.length);
				const other = 3 * (indexOf.get(predicted) ?? classes.length);
				return {
					slots: [
						own,
						own + 1,
						other + 2
					],
					amounts: [
						reference === predicted ? 1 : 0,
						1,
						1
					]
				};
			},
			value: (totals) => classes.reduce((total, _, index) => total + f1Of(totals, index), 0) / classes.length
		};
	})
};
/** Gorodkin 2004 for several classes; Matthews 1975 for two. 0 where either side has a single class, as in scikit-learn. */
const mccAggregate = byClass((totals, classes) => {
	let [right, n, products, references, predictions] = [
		0,
		0,
		0,
		0,
		0
	];
	for (let label = 0; label <= classes; label += 1) {
		const [hits = 0, actual = 0, predicted = 0] = totals.subarray(3 * label, 3 * label + 3);
		right += hits;
		n += actual;
		products += actual * predicted;
		references += actual * actual;
		predictions += predicted * predicted;
	}
	const spread = (n * n - predictions) * (n * n - references);
	return spread > 0 ? (right * n - products) / Math.sqrt(spread) : 0;
});

// src/core/metrics/corpus/registry.ts
/**
* Functions of all samples at once that are known by name: one row an aggregate. A run that names one in its metric's
* declaration can be judged without knowing who scored it.
*/
const AGGREGATES = {
	f1,
	f1_macro: f1MacroAggregate,
	mcc: mccAggregate,
	bleu: bleuAggregate,
	chrf: chrfAggregate,
	auc,
	ece
};
/** What is wrong with a sample's parts; null where nothing is. */
function faultOfParts(aggregate, parts) {
	const rules = AGGREGATES[aggregate].parts;
	if (parts.length !== rules.length) return `${aggregate} needs ${rules.length} parts, and there are ${parts.length}`;
	for (const [index, rule] of rules.entries()) {
		const part = parts[index];
		if (!(typeof part === "number" && Number.isFinite(part) && (!rule.whole || Number.isSafeInteger(part))) || part < (rule.min ?? -Infinity) || part > (rule.max ?? Infinity)) return `part ${index + 1} cannot be a ${rule.means}`;
	}
	return null;
}

// src/tasks/runners/order.ts
/**
* A permutation of samples that depends on the seed, the dataset and the ids, and on nothing else: baseline and candidate
* see the same order, whatever order the file has, and the first k samples of it are a random sample of k.
*/
function sampleOrder(samples, seed, datasetDigest) {
	return ordered(samples, [seed, datasetDigest]);
}
/** Stands for a checkpoint in a draw. */
const checkpointKey = ({ digest, adapter_digest }) => digestOf([digest, adapter_digest]).slice(0, 16);
const drawnSeed = (draw, model) => draw.earlier[checkpointKey(model)] ?? draw.fresh;
/**
* The order of a sequential run, another one for every model: where evaluation may stop early, no candidate can be trained on
* the samples that come first. The same model always gets the same order, so that asking again is no second draw. Where the
* order's seed was drawn, the dataset has no part in it: a row more, and the others would be drawn anew.
*/
function sequentialOrder(samples, { seed, order_seed, fingerprint, model }) {
	return ordered(samples, [
		...order_seed === void 0 ? [seed, fingerprint.dataset ?? null] : [order_seed],
		model.digest,
		model.adapter_digest
	]);
}
function ordered(samples, salt) {
	return samples.map((sample) => ({
		sample,
		key: digestOf([...salt, sample.id])
	})).sort((left, right) => left.key < right.key ? -1 : 1).map(({ sample }) => sample);
}
function digestOf(value) {
	return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

export { AGGREGATES as a, SampleIndex as c, FINGERPRINT_FIELDS as d, SIDES as f, repeatsOf as g, designOf as h, sequentialOrder as i, ACCEPTED_CHANGES as l, TASK_ROLES as m, drawnSeed as n, faultOfParts as o, STOP_REASONS as p, sampleOrder as r, calibrationBinOf as s, checkpointKey as t, DESIGNS as u };