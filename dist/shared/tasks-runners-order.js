import { C as additive, M as canonicalJson, T as truthPart, c as sampleKey, w as countPart, x as bleuAggregate, y as chrfAggregate } from "./core-domain-sample.js";
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
/** Closed on the right, as in the paper: a confidence of exactly 1/15 belongs to the first; and 0, which it leaves out, too. */
const calibrationBinOf = (confidence) => Math.max(0, Math.ceil(confidence * 15 - 1e-9) - 1);
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

// src/core/stats/sequential/flip-rates.ts
/** A prediction is worth as many samples of each stratum. */
const PRIOR_SAMPLES = 20;
/** What strata of a side have in common is worth more: they have to differ before they are told apart. */
const POOLED_SAMPLES = 60;
/** The level of a prediction is worth as many flips: which strata flip more is known better than how many flip at all. */
const PRIOR_FLIPS = 3;
/**
* The flip rate of each stratum, before each sample, as two see it: who trusts the prediction up to its level, and who holds
* all samples of a side for alike until they are seen to differ. Each counts for as much as it has foretold so far (Bayesian
* model averaging), so that a useless prediction is soon worth nothing. Where there is but one stratum a side, both are one.
*/
var FlipRates = class {
	rates;
	#priors;
	/** The side of each stratum, 0 where the baseline is right. */
	#sides;
	#seen;
	#flips;
	#trusting;
	#pooling;
	#isPredicted;
	#total = [totals(), totals()];
	/** ln of how much likelier the trusting view made what was seen. */
	#lead = 0;
	constructor(strata) {
		this.#priors = Float64Array.from(strata, ({ rate }) => rate);
		this.#sides = Uint8Array.from(strata, ({ right }) => right ? 0 : 1);
		this.#seen = new Float64Array(strata.length);
		this.#flips = new Float64Array(strata.length);
		this.#trusting = new Float64Array(strata.length);
		this.#pooling = new Float64Array(strata.length);
		this.rates = Float64Array.from(this.#priors);
		this.#isPredicted = new Set(this.#sides).size < strata.length;
		for (const { size, right, rate } of strata) {
			const total = this.#total[right ? 0 : 1];
			total.size += size;
			total.predicted += size * rate;
		}
		if (this.#isPredicted) this.#update();
	}
	add(stratum, flipped) {
		this.#seen[stratum] = (this.#seen[stratum] ?? 0) + 1;
		if (flipped) this.#flips[stratum] = (this.#flips[stratum] ?? 0) + 1;
		if (!this.#isPredicted) {
			this.rates[stratum] = this.#shrunk(stratum, this.#priors[stratum] ?? 0, PRIOR_SAMPLES);
			return;
		}
		const trusting = this.#trusting[stratum] ?? 0;
		const pooling = this.#pooling[stratum] ?? 0;
		this.#lead += flipped ? Math.log(trusting / pooling) : Math.log((1 - trusting) / (1 - pooling));
		const total = this.#total[this.#sides[stratum] === 0 ? 0 : 1];
		total.seen += 1;
		total.expected += this.#priors[stratum] ?? 0;
		if (flipped) total.flips += 1;
		this.#update();
	}
	#update() {
		const [right, wrong] = this.#total;
		const level = (PRIOR_FLIPS + right.flips + wrong.flips) / (PRIOR_FLIPS + right.expected + wrong.expected);
		const pooled = [pooledRate(right), pooledRate(wrong)];
		const trust = 1 / (1 + Math.exp(-this.#lead));
		for (let h = 0; h < this.rates.length; h += 1) {
			const prior = this.#priors[h] ?? 0;
			const trusting = this.#shrunk(h, Math.min(Math.max(.5, prior), level * prior), PRIOR_SAMPLES);
			const pooling = this.#shrunk(h, pooled[this.#sides[h] ?? 0] ?? 0, POOLED_SAMPLES);
			this.#trusting[h] = trusting;
			this.#pooling[h] = pooling;
			this.rates[h] = trust * trusting + (1 - trust) * pooling;
		}
	}
	#shrunk(h, prior, samples) {
		return ((this.#flips[h] ?? 0) + samples * prior) / ((this.#seen[h] ?? 0) + samples);
	}
};
/** What is known of a side: how many were expected to flip of all and of those seen, and how many did. */
const totals = () => ({
	size: 0,
	predicted: 0,
	seen: 0,
	expected: 0,
	flips: 0
});
/** The rate of a side, as if all its strata were one. */
function pooledRate({ size, predicted, seen, flips }) {
	const prior = size === 0 ? .5 : predicted / size;
	return (flips + PRIOR_SAMPLES * prior) / (seen + PRIOR_SAMPLES);
}

// src/core/stats/sequential/drawing.ts
/** Smallest weight of a draw: what is expected never to flip is looked at all the same. */
const FLOOR = .15;
/** After so many draws weights are set anew, and then whenever as many again were drawn. */
const FIRST_ROUND = 25;
/** The draws after which weights are set anew, where answers come one by one. */
function doublingRounds(size) {
	const rounds = [];
	for (let end = FIRST_ROUND; end < size; end *= 2) rounds.push(end);
	return rounds;
}
/**
* Weighted drawing without replacement: at each step a stratum is drawn by what is left of it times its weight, the standard
* deviation of its flips as far as they are known, and a sample of it uniformly. That is what makes a total of flips known
* soonest (Neyman 1934; Shekhar, Xu, Lipton, Liang & Ramdas 2023, "Risk-limiting financial audits via weighted sampling without
* replacement"). Weights follow from what was drawn before alone.
*/
var Drawing = class {
	#rounds;
	#rates;
	#weights;
	#drawn = 0;
	/** @param rounds after how many draws weights are set anew */
	constructor(strata, rounds) {
		this.#rounds = new Set(rounds);
		this.#rates = new FlipRates(strata);
		this.#weights = this.#weigh();
	}
	/** Of a sample of each stratum in the next draw, up to a common factor; another array after each round. */
	get weights() {
		return this.#weights;
	}
	/** @param flipped null where nobody knows */
	add(stratum, flipped) {
		this.#drawn += 1;
		if (flipped !== null) this.#rates.add(stratum, flipped);
		if (this.#rounds.has(this.#drawn)) this.#weights = this.#weigh();
	}
	#weigh() {
		return this.#rates.rates.map((rate) => Math.max(FLOOR, Math.sqrt(rate * (1 - rate))));
	}
};

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
function sequentialOrder(samples, record) {
	return ordered(samples, saltOf(record));
}
function saltOf({ seed, order_seed, fingerprint, model }) {
	return [
		...order_seed === void 0 ? [seed, fingerprint.dataset ?? null] : [order_seed],
		model.digest,
		model.adapter_digest
	];
}
/**
* The order of a sequential run whose samples are drawn by weight: round by round, since weights follow from what was drawn
* before. In a round each sample that is left waits for a time that is drawn by its weight, and the shortest come first: that
* is drawing one after the other by weight (Efraimidis & Spirakis 2006).
*/
var WeightedOrder = class {
	/** As far as it is known. */
	ids = [];
	#plan;
	#salt;
	#drawing;
	#left;
	/** How many of the drawn samples the weights know. */
	#counted = 0;
	constructor(plan, record) {
		this.#plan = plan;
		this.#salt = saltOf(record);
		this.#drawing = new Drawing(plan.strata, plan.rounds);
		this.#left = new Set(plan.ids);
		this.#draw();
	}
	/** Draws the rounds that follow from the candidate's samples: a round is drawn once all before it were answered. */
	extend(candidate) {
		const flips = this.#plan.flips(candidate);
		while (this.#left.size > 0 && this.ids.slice(this.#counted).every((id) => flips.has(id))) {
			for (const id of this.ids.slice(this.#counted)) this.#drawing.add(this.#plan.stratumOf(id) ?? -1, flips.get(id) ?? null);
			this.#counted = this.ids.length;
			this.#draw();
		}
	}
	#draw() {
		const end = this.#plan.rounds.find((round) => round > this.ids.length) ?? this.#plan.ids.length;
		const { weights } = this.#drawing;
		const salt = [...this.#salt, this.ids.length];
		const next = [...this.#left].map((id) => ({
			id,
			time: waitingTime(salt, id, weights[this.#plan.stratumOf(id) ?? -1] ?? 0)
		})).sort((one, other) => one.time - other.time || (one.id < other.id ? -1 : 1)).slice(0, end - this.ids.length);
		for (const { id } of next) {
			this.ids.push(id);
			this.#left.delete(id);
		}
	}
};
/** Exponential, with the weight as its rate. */
function waitingTime(salt, id, weight) {
	const uniform = (Number.parseInt(digestOf([...salt, id]).slice(0, 13), 16) + .5) / 2 ** 52;
	return -Math.log(uniform) / weight;
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

export { STOP_REASONS as _, sequentialOrder as a, repeatsOf as b, FlipRates as c, calibrationBinOf as d, SampleIndex as f, SIDES as g, FINGERPRINT_FIELDS as h, sampleOrder as i, AGGREGATES as l, DESIGNS as m, checkpointKey as n, Drawing as o, ACCEPTED_CHANGES as p, drawnSeed as r, doublingRounds as s, WeightedOrder as t, faultOfParts as u, TASK_ROLES as v, designOf as y };