import { n as WeighbridgeError } from "./core-domain-errors.js";
import { dirname } from "node:path";
import { open, rename, rm } from "node:fs/promises";

// src/core/domain/json.ts
/** Nothing that is written for us nests this deep, and what goes over it recursively must not run out of stack. */
const MAX_JSON_DEPTH = 100;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/**
* Parses JSON that somebody else wrote. JSON.parse itself takes any depth, and makes of `__proto__` a key like any other.
* @throws WeighbridgeError `data` for what is no JSON, says a key twice or is nested too deep
*/
function parseJson(text, at, fix) {
	const value = parseAnswer(text, at, fix);
	refuseRepeatedKeys(text, at);
	return value;
}
/** As `parseJson`, for what a model said: that it says a key twice is nobody's attempt to be read in two ways. */
function parseAnswer(text, at, fix) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		const detail = fix === void 0 ? {
			at,
			cause
		} : {
			at,
			cause,
			fix
		};
		throw new WeighbridgeError("data", `not JSON: ${cause.message}`, detail);
	}
	return shallow(value, at);
}
/** The value itself. @throws WeighbridgeError `data` where it is nested too deep */
function shallow(value, at) {
	if (!isDeeper(value, 100)) return value;
	throw new WeighbridgeError("data", `nested deeper than ${100} levels`, {
		at,
		fix: "write it flatter: no result or dataset needs so many levels"
	});
}
function isDeeper(value, levels) {
	if (typeof value !== "object" || value === null) return false;
	return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
/**
* Of a key that an object says twice JSON.parse takes the last, other programs the first: what the one shows a reviewer is
* not what the other judges.
* @param text JSON, in which numbers may also be Python's `NaN` and `Infinity`
* @throws WeighbridgeError `data` naming the key
*/
function refuseRepeatedKeys(text, at) {
	const open = [];
	for (let index = 0; index < text.length; index += 1) switch (text.charAt(index)) {
		case "{":
			open.push(/* @__PURE__ */ new Set());
			break;
		case "[":
			open.push(null);
			break;
		case "}":
		case "]":
			open.pop();
			break;
		case "\"": {
			const end = endOfText(text, index);
			const keys = open.at(-1) ?? null;
			if (keys !== null && isFollowedByColon(text, end)) {
				const raw = text.slice(index, end + 1);
				const key = raw.includes("\\") ? String(JSON.parse(raw)) : raw.slice(1, -1);
				if (keys.has(key)) throw new WeighbridgeError("data", `the key ${JSON.stringify(key)} is there twice`, {
					at,
					fix: "have the program that wrote it say the key once: readers differ in which value they take"
				});
				keys.add(key);
			}
			index = end;
		}
	}
}
/** Where the text that begins at a quote ends. */
function endOfText(text, start) {
	for (let end = text.indexOf("\"", start + 1); end !== -1; end = text.indexOf("\"", end + 1)) {
		let escapes = 0;
		while (text.charAt(end - 1 - escapes) === "\\") escapes += 1;
		if (escapes % 2 === 0) return end;
	}
	return text.length;
}
function isFollowedByColon(text, end) {
	let next = end + 1;
	while (" 	\r\n".includes(text.charAt(next)) && next < text.length) next += 1;
	return text.charAt(next) === ":";
}

// src/core/domain/metric.ts
/** The one place that asks for a direction. */
function worseSign({ direction }) {
	return direction === "higher_is_better" ? -1 : 1;
}

// src/core/stats/sum.ts
function sum(values) {
	let total = 0;
	for (const value of values) total += value;
	return total;
}

// src/core/metrics/repeats.ts
/** Answers to one sample; their scores lie on its one line. */
const MOST_REPEATS = 1024;
const countOf = ({ right }) => right.filter(Boolean).length;
/**
* The probability that k answers drawn from n without putting back are all among c of them: C(c, k) / C(n, k), as a product
* that cannot overflow.
*/
function allAmong(c, n, k) {
	let product = 1;
	for (let drawn = 0; drawn < k; drawn += 1) product *= Math.max(0, c - drawn) / (n - drawn);
	return product;
}
/**
* What is asked of several answers to one sample: one row a family, whose metrics are named by their k, such as `pass@4`. Each
* is an unbiased estimate for k answers from however many there are, given that these are independent.
*/
const REPEAT_METRICS = {
	/** 1 − C(n − c, k) / C(n, k): Chen et al. 2021, "Evaluating Large Language Models Trained on Code", eq. 1. */
	"pass@": {
		means: "at least one of k answers is right",
		of: (answers, k) => 1 - allAmong(answers.right.length - countOf(answers), answers.right.length, k),
		isBinary: (n, k) => n === k
	},
	/** C(c, k) / C(n, k): Yao et al. 2024, "τ-bench", section 3. */
	"pass^": {
		means: "all of k answers are right",
		of: (answers, k) => allAmong(countOf(answers), answers.right.length, k),
		isBinary: (n, k) => n === k
	},
	/**
	* The commonest of the first k answers, of equally common ones the first: Wang et al. 2022, "Self-Consistency", as the filters
	* `take_first_k` and `majority_vote` of lm-evaluation-harness have it.
	*/
	"maj@": {
		means: "the commonest of k answers is right",
		of: ({ right, sameAs }, k) => sameAs === null ? null : Number(right[commonest(sameAs.slice(0, k))]),
		isBinary: () => true
	}
};
function commonest(sameAs) {
	const votes = /* @__PURE__ */ new Map();
	for (const answer of sameAs) votes.set(answer, (votes.get(answer) ?? 0) + 1);
	let [best, most] = [0, 0];
	for (const [answer, count] of votes) if (count > most) [best, most] = [answer, count];
	return best;
}
const FAMILIES = Object.keys(REPEAT_METRICS);
/** The metric that the answers are scored by may stand before it, and is the primary one where it does not. */
const NAME = /^(?:(.+)_)?(pass@|pass\^|maj@)([1-9]\d{0,3})$/;
/** What a name such as `pass@4` or `json_valid_pass^2` asks; null for any other. */
function parseRepeatMetric(name) {
	const [, metric = null, written, k] = NAME.exec(name) ?? [];
	const family = FAMILIES.find((each) => each === written);
	return family === void 0 ? null : {
		metric,
		family,
		k: Number(k)
	};
}
/** Whether the answers' scores can say which are right. */
function tellsRight(declaration) {
	const { kind, range } = declaration;
	return kind === "mean" && worseSign(declaration) === -1 && range.min === 0 && range.max === 1;
}
/** Under a name that says of which metric it is, so that it means one thing whatever the primary metric is. */
function declareRepeatMetric(base, family, k) {
	const { direction, kind, unit, range, scale, weak } = base;
	return {
		name: `${base.name}_${family}${k}`,
		direction,
		kind,
		unit,
		range,
		scale,
		weak,
		of_repeats: {
			metric: base.name,
			family,
			k
		}
	};
}
/** Whether a metric's score is between 0 and 1 by design where a sample has n answers, whatever they score. */
function isGraded({ repeated, of_repeats: of }, n) {
	if (of === void 0) return repeated === true && n > 1;
	return !REPEAT_METRICS[of.family].isBinary(n, of.k);
}
/** A sample's score for what is asked of its answers to another metric. */
function scoreOfRepeats({ scores: stored, repeats }, { metric, family, k }) {
	const base = Object.hasOwn(stored, metric) ? stored[metric] : void 0;
	if (typeof base !== "number") return base;
	const scores = repeats?.scores[metric] ?? [base];
	if (scores.length < k) return { unscored: `${family}${k} needs ${k} answers to a sample, and ${scores.length === 1 ? "there is one" : `there are ${scores.length}`}` };
	const between = scores.find((score) => score !== 0 && score !== 1);
	if (between !== void 0) return { unscored: `an answer's score of ${between} is neither right nor wrong` };
	const sameAs = repeats?.same_as ?? (scores.length === 1 ? [0] : null);
	return REPEAT_METRICS[family].of({
		right: scores.map((score) => score === 1),
		sameAs
	}, k) ?? { unscored: `nobody kept which answers are the same, which ${family}${k} needs` };
}
/** The one score that stands for several: their mean, alike wherever it is worked out, and of equal ones exactly these. */
function meanOfRepeats(scores) {
	const [first = NaN] = scores;
	return first + sum(scores.map((score) => score - first)) / scores.length;
}

// src/core/metrics/corpus/aggregate.ts
const countPart = (means) => ({
	means,
	min: 0,
	max: null,
	whole: true
});
const truthPart = {
	means: "1 where it is so, else 0",
	min: 0,
	max: 1,
	whole: true
};
const probabilityPart = (means) => ({
	means,
	min: 0,
	max: 1,
	whole: false
});
/** The value on all samples. */
function valueOfAll({ over }, samples) {
	return over(samples).without([]);
}
/** A metric that is a function of sums over samples: a resample costs one pass, and leaving a sample out costs nothing. */
function additive(define) {
	return (samples) => {
		const { totals: size, add, value } = define(samples.map(({ parts }) => parts));
		const width = samples[0] === void 0 ? 0 : add(samples[0].parts).slots.length;
		const slots = new Int32Array(samples.length * width);
		const amounts = new Float64Array(samples.length * width);
		for (const [index, { parts, weight }] of samples.entries()) {
			const added = add(parts);
			slots.set(added.slots, index * width);
			amounts.set(added.amounts.map((amount) => amount * weight), index * width);
		}
		const addTo = (totals, sample, times) => {
			const end = (sample + 1) * width;
			for (let at = sample * width; at < end; at += 1) {
				const slot = slots[at];
				totals[slot] = totals[slot] + times * amounts[at];
			}
		};
		const all = new Float64Array(size);
		for (let sample = 0; sample < samples.length; sample += 1) addTo(all, sample, 1);
		return {
			value(times) {
				const totals = new Float64Array(size);
				for (let sample = 0; sample < samples.length; sample += 1) {
					const count = times[sample] ?? 0;
					if (count !== 0) addTo(totals, sample, count);
				}
				return value(totals);
			},
			without(left) {
				const totals = all.slice();
				for (const sample of left) addTo(totals, sample, -1);
				return value(totals);
			}
		};
	};
}

// src/core/metrics/corpus/ngrams.ts
/** How often each n-gram occurs. @param separator between tokens, where they are words */
function countNgrams(tokens, n, separator) {
	const counts = /* @__PURE__ */ new Map();
	for (let start = 0; start + n <= tokens.length; start += 1) {
		const gram = tokens.slice(start, start + n).join(separator);
		counts.set(gram, (counts.get(gram) ?? 0) + 1);
	}
	return counts;
}
function totalOf(counts) {
	let total = 0;
	for (const count of counts.values()) total += count;
	return total;
}
/** Occurrences that both have. */
function matches(left, right) {
	let total = 0;
	for (const [gram, count] of left) total += Math.min(count, right.get(gram) ?? 0);
	return total;
}

// src/core/metrics/corpus/bleu.ts
const ORDERS$1 = [
	1,
	2,
	3,
	4
];
const PARTS = [
	countPart("tokens of the answer"),
	countPart("tokens of the nearest reference"),
	...ORDERS$1.map((n) => countPart(`matching ${n}-grams`)),
	...ORDERS$1.map((n) => countPart(`${n}-grams of the answer`))
];
/**
* BLEU-4 over all samples, 0 to 100, as sacreBLEU computes it: orders without a match are smoothed by halving (`exp`).
* Papineni et al. 2002; Post 2018, "A call for clarity in reporting BLEU scores".
*/
const bleuAggregate = {
	parts: PARTS,
	over: additive(() => ({
		totals: PARTS.length,
		add: (parts) => ({
			slots: parts.map((_, index) => index),
			amounts: parts
		}),
		value: ([answer = 0, reference = 0, ...counts]) => {
			return counts[2 * ORDERS$1.length - 1] === 0 ? 0 : bleuOf(answer, reference, counts);
		}
	}))
};
/** BLEU of one answer, over the orders that it is long enough for (`effective_order`). @param parts as `bleuParts` gives them */
function sentenceBleu([answer = 0, reference = 0, ...counts]) {
	return bleuOf(answer, reference, counts);
}
/** Of the orders of which the answer has n-grams. @param counts matches of each order, then n-grams of each */
function bleuOf(answer, reference, counts) {
	const matched = ORDERS$1.map((_, index) => counts[index] ?? 0);
	if (answer === 0 || !matched.some((count) => count > 0)) return 0;
	let [smoothing, logs, orders] = [
		1,
		0,
		0
	];
	for (const [index, match] of matched.entries()) {
		const total = counts[ORDERS$1.length + index] ?? 0;
		if (total === 0) break;
		if (match === 0) smoothing *= 2;
		logs += Math.log(match === 0 ? 1 / (smoothing * total) : match / total);
		orders += 1;
	}
	return 100 * (answer < reference ? Math.exp(1 - reference / answer) : 1) * Math.exp(logs / orders);
}
/** What BLEU keeps of one answer: matches count at most as often as in the reference that has the n-gram most often. */
function bleuParts(answer, references) {
	const tokens = tokenize(answer);
	const referenceTokens = references.map(tokenize);
	const matched = [];
	const totals = [];
	for (const n of ORDERS$1) {
		const own = countNgrams(tokens, n, " ");
		const others = referenceTokens.map((reference) => countNgrams(reference, n, " "));
		let match = 0;
		for (const [gram, count] of own) match += Math.min(count, Math.max(0, ...others.map((other) => other.get(gram) ?? 0)));
		matched.push(match);
		totals.push(totalOf(own));
	}
	return [
		tokens.length,
		nearestLength(tokens.length, referenceTokens),
		...matched,
		...totals
	];
}
/** Of equally near lengths the shorter one. */
function nearestLength(length, references) {
	const lengths = references.map((reference) => reference.length).sort((a, b) => a - b);
	return lengths.reduce((best, other) => Math.abs(other - length) < Math.abs(best - length) ? other : best, lengths[0] ?? 0);
}
/** The tokenizer `13a` of sacreBLEU, that of mteval-v13a: for languages that put spaces between words. */
function tokenize(text) {
	return ` ${text.trimEnd().replaceAll("<skipped>", "").replaceAll("-\n", "").replaceAll("\n", " ").replaceAll("&quot;", "\"").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">")} `.replace(/([{-~[-` -&(-+:-@/])/g, " $1 ").replace(/([^0-9])([.,])/g, "$1 $2 ").replace(/([.,])([^0-9])/g, " $1 $2").replace(/([0-9])(-)/g, "$1 $2 ").split(/\s+/).filter((token) => token !== "");
}

// src/core/metrics/corpus/chrf.ts
const ORDERS = [
	1,
	2,
	3,
	4,
	5,
	6
];
/** Recall counts so many times as much as precision. */
const BETA = 2;
/** chrF2 over all samples, 0 to 100, as sacreBLEU computes it. Popović 2015, "chrF: character n-gram F-score". */
const chrfAggregate = {
	parts: ORDERS.flatMap((n) => [
		countPart(`${n}-grams of the answer`),
		countPart(`${n}-grams of the reference`),
		countPart(`matching ${n}-grams`)
	]),
	over: additive(() => ({
		totals: 3 * ORDERS.length,
		add: (parts) => ({
			slots: parts.map((_, index) => index),
			amounts: parts
		}),
		value: fScore
	}))
};
function fScore(counts) {
	let [precision, recall, orders] = [
		0,
		0,
		0
	];
	for (const n of ORDERS) {
		const [answer = 0, reference = 0, match = 0] = [
			3,
			2,
			1
		].map((back) => counts[3 * n - back]);
		if (answer <= 0 || reference <= 0) continue;
		precision += match / answer;
		recall += match / reference;
		orders += 1;
	}
	if (orders === 0 || precision + recall === 0) return 0;
	const [p, r] = [precision / orders, recall / orders];
	return 500 * p * r / (BETA ** 2 * p + r);
}
/** What chrF keeps of one answer, against the reference that fits it best. */
function chrfParts(answer, references) {
	const own = ngramsOf(answer);
	return references.map((reference) => ngramsOf(reference).flatMap((theirs, index) => {
		const ours = own[index] ?? /* @__PURE__ */ new Map();
		return [
			theirs.size === 0 ? 0 : totalOf(ours),
			totalOf(theirs),
			matches(ours, theirs)
		];
	})).reduce((best, other) => fScore(other) > fScore(best) ? other : best);
}
function ngramsOf(text) {
	const characters = Array.from(text.replace(/\s+/g, ""));
	return ORDERS.map((n) => countNgrams(characters, n, ""));
}

// src/results/store/atomic-file.ts
/** Replaces a file so that a reader, or a crash at any moment, sees the old content or the new, never half of it. */
async function writeAtomically(file, content) {
	const temporary = `${file}.${process.pid}.tmp`;
	try {
		const handle = await open(temporary, "w");
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, file);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
	await syncDirectory(dirname(file));
}
/** A rename is on disk once its directory is. Windows opens no directories, and keeps its own journal of renames. */
async function syncDirectory(directory) {
	if (process.platform === "win32") return;
	const handle = await open(directory, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

// src/core/metrics/traits.ts
const RATE = {
	kind: "mean",
	unit: "rate",
	range: {
		min: 0,
		max: 1
	},
	scale: "linear",
	weak: false
};
/** The traits of a share of samples that is better the greater it is, such as of right answers. */
const HIGHER = {
	...RATE,
	direction: "higher_is_better"
};
/** The traits of a share of samples that is better the smaller it is. */
const LOWER = {
	...RATE,
	direction: "lower_is_better"
};
const PERPLEXITY = {
	direction: "lower_is_better",
	kind: "ratio",
	unit: "perplexity",
	range: {
		min: null,
		max: null
	},
	scale: "log",
	weak: false
};
const NO_RANGE_BELOW = {
	min: 0,
	max: null
};
const ERROR = {
	...LOWER,
	unit: "number",
	range: NO_RANGE_BELOW
};
const FROM_0_TO_1 = {
	min: 0,
	max: 1
};
const corpus = (range, aggregate, direction = "higher_is_better") => ({
	direction,
	kind: "corpus",
	unit: range.min === 0 && range.max === 1 ? "rate" : "number",
	range,
	scale: "linear",
	weak: false,
	aggregate
});
const row = (traits, definition, use, reference) => ({
	traits,
	facts: {
		definition,
		use,
		reference
	}
});

// src/core/metrics/rows-of-numbers.ts
/** Rows of the registry: calibration, numbers and rankings. */
const NUMBER_ROWS = {
	ece: row(corpus(FROM_0_TO_1, "ece", "lower_is_better"), "Expected calibration error over 15 bins of equal width, closed on the right: the mean gap between confidence and being right.", "Whether a confidence means what it says. Chance makes it too high: gate its change.", "Guo et al. 2017; torchmetrics"),
	ece_mass: row(corpus(FROM_0_TO_1, "ece_mass", "lower_is_better"), "The same over 15 bins of equally many answers.", "Confidences that crowd at one end. Shown, never judged.", "calibration_curve(strategy=\"quantile\") of scikit-learn"),
	mce: row(corpus(FROM_0_TO_1, "mce", "lower_is_better"), "The largest gap of a bin of `ece`.", "Where no confidence may be far off. A bin of few answers decides it: shown, never judged.", "Guo et al. 2017"),
	brier: row({
		...LOWER,
		unit: "number"
	}, "(p − 1)² of the confidence in an answer that is right, p² in one that is wrong.", "Calibration and being right in one number that is a mean.", "brier_score_loss of scikit-learn"),
	mae: row(ERROR, "|y − ŷ|.", "Numbers; in their own unit.", "mean_absolute_error of scikit-learn"),
	rmse: row(corpus(NO_RANGE_BELOW, "rmse", "lower_is_better"), "√ of the mean of (y − ŷ)².", "Numbers of which large misses cost more.", "root_mean_squared_error of scikit-learn"),
	median_absolute_error: row(corpus(NO_RANGE_BELOW, "median_absolute_error", "lower_is_better"), "The median of |y − ŷ|.", "Numbers with a few wild misses that do not count.", "median_absolute_error of scikit-learn"),
	r2: row(corpus({
		min: null,
		max: 1
	}, "r2"), "1 − Σ (y − ŷ)² / Σ (y − ȳ)²; undefined where the right numbers are all alike.", "The share of the spread that is explained.", "r2_score of scikit-learn, force_finite=False"),
	within_tolerance: row(HIGHER, "|y − ŷ| is at most the tolerance.", "Numbers that are either near enough or not.", "a count"),
	spearman: row(corpus({
		min: -1,
		max: 1
	}, "spearman"), "Pearson’s correlation of the ranks, ties sharing theirs; undefined where a side is constant.", "A judge whose order counts and not its scale.", "spearmanr of scipy"),
	kendall: row(corpus({
		min: -1,
		max: 1
	}, "kendall"), "τ-b: pairs in the right order less those in the wrong, ties left out; undefined where a side is constant.", "The same with many ties, or few samples.", "kendalltau of scipy"),
	mrr: row({
		...HIGHER,
		unit: "number"
	}, "1 / the rank of the first item that is relevant; 0 where none is listed.", "One good answer is enough.", "Voorhees 1999"),
	ndcg: row({
		...HIGHER,
		unit: "number"
	}, "Σ gain / log₂(rank + 1) over the first k, as a share of the most there could be.", "Relevance in degrees.", "ndcg_score of scikit-learn"),
	recall_at_k: row(HIGHER, "The share of what is relevant that is among the first k.", "Retrieval before a reader that sees k items.", "recall of trec_eval")
};

// src/core/metrics/registry.ts
/**
* Metrics that are known by name, in our own tasks and in tables of anybody's scores: one row adds a metric. Names as in
* lm-evaluation-harness where it has one. A scorer whose metric nobody else uses declares it in its own file.
*/
const ROWS = {
	exact_match: row(HIGHER, "The answer equals a target, after what the options remove from both.", "Short answers with one right form. Where the form varies, `regex` or `numeric`.", "exact_match of lm-evaluation-harness"),
	regex: row(HIGHER, "The answer matches an RE2 pattern, or what the pattern finds equals a target.", "Formats that an expression can say.", "RE2"),
	json_valid: row(HIGHER, "The answer is JSON, and meets a JSON Schema where one is given.", "Whether a program can read the answer at all.", "ajv 8, draft-07 and 2020-12"),
	json_equal: row(HIGHER, "The answer is the same JSON value as a target.", "Extraction where every field must be right.", "RFC 8259"),
	acc: row(HIGHER, "The choice with the greatest log-likelihood is the right one.", "Multiple choice whose choices are of one length.", "lm-evaluation-harness"),
	acc_norm: row(HIGHER, "The same, each log-likelihood divided by the length of the choice in characters.", "Multiple choice whose choices are of different lengths.", "lm-evaluation-harness"),
	prob_correct: row(HIGHER, "The probability of the right choice, by the softmax of all.", "Moves long before `acc` does.", "softmax"),
	nll: row(ERROR, "−ln of the probability of what is right: log loss. Stated confidences are kept from 0 and 1 by 2⁻⁵² as in scikit-learn.", "Sure mistakes; has no upper end.", "log_loss of scikit-learn"),
	brier_score: row({
		...LOWER,
		unit: "number",
		range: {
			min: 0,
			max: 2
		}
	}, "Σ (p − 1 for the right choice, p − 0 for others)² over the choices.", "As `nll`, with an upper end.", "brier_score of lm-evaluation-harness"),
	accuracy: row(HIGHER, "The class that was said is the right one.", "Classes of like size. Where one is rare, balanced accuracy or macro F1.", "accuracy_score of scikit-learn"),
	no_label: row(LOWER, "The answer names none of the classes.", "Beside every metric of classes that are read from an answer.", "a count"),
	balanced_accuracy: row(corpus(FROM_0_TO_1, "balanced_accuracy"), "The mean recall of the classes that occur.", "Rare classes that matter as much as common ones.", "balanced_accuracy_score of scikit-learn"),
	precision_macro: row(corpus(FROM_0_TO_1, "precision_macro"), "The mean over the classes that occur of TP / (TP + FP); undefined where one of them is never said.", "What is said must be true, of every class.", "precision_score of scikit-learn"),
	precision_micro: row({
		...HIGHER,
		kind: "ratio"
	}, "Right answers as a share of those that name a class.", "Answers that may decline to name a class.", "precision_score of scikit-learn"),
	precision_weighted: row(corpus(FROM_0_TO_1, "precision_weighted"), "As `precision_macro`, each class by its size.", "As reports of scikit-learn have it.", "precision_score of scikit-learn"),
	recall_macro: row(corpus(FROM_0_TO_1, "balanced_accuracy"), "Balanced accuracy by another name.", "As `balanced_accuracy`.", "recall_score of scikit-learn"),
	recall_micro: row(HIGHER, "Accuracy by another name.", "As `accuracy`.", "recall_score of scikit-learn"),
	recall_weighted: row(HIGHER, "Accuracy by another name.", "As `accuracy`.", "recall_score of scikit-learn"),
	f1_macro: row(corpus(FROM_0_TO_1, "f1_macro"), "The mean over the classes that occur of 2TP / (2TP + FP + FN).", "The usual one number of a classifier with rare classes.", "f1_score of scikit-learn"),
	f1_micro: row({
		...HIGHER,
		kind: "ratio"
	}, "2TP / (2TP + FP + FN), summed over classes.", "Accuracy, where answers may name no class.", "f1_score of scikit-learn"),
	f1_weighted: row(corpus(FROM_0_TO_1, "f1_weighted"), "As `f1_macro`, each class by its size.", "As reports of scikit-learn have it.", "f1_score of scikit-learn"),
	mcc: row(corpus({
		min: -1,
		max: 1
	}, "mcc"), "Matthews’ correlation of what is right and what was said; 0 where one class alone was said, undefined where one alone is right.", "Two classes of which one is rare.", "matthews_corrcoef of scikit-learn"),
	kappa: row(corpus({
		min: -1,
		max: 1
	}, "kappa"), "Cohen’s (p_o − p_e) / (1 − p_e): agreement beyond chance; undefined where both sides have one and the same class alone.", "A judge beside a person.", "cohen_kappa_score of scikit-learn"),
	auc: row(corpus(FROM_0_TO_1, "auc"), "The chance that the second of two classes ranks above the first, ties counting half; undefined without both.", "Ranking by a score, whatever the threshold.", "roc_auc_score of scikit-learn"),
	auc_ovr: row(corpus(FROM_0_TO_1, "auc_ovr"), "The mean over classes of `auc`, one against the rest; undefined where a class never occurs.", "The same with more classes.", "roc_auc_score of scikit-learn, multi_class=ovr, average=macro"),
	average_precision: row(corpus(FROM_0_TO_1, "average_precision"), "Σ (R_k − R_k₋₁) P_k down the ranks; undefined without positives.", "Ranking where the class that is looked for is rare.", "average_precision_score of scikit-learn"),
	average_precision_macro: row(corpus(FROM_0_TO_1, "average_precision_macro"), "The mean over classes of `average_precision`, one against the rest.", "The same with more classes.", "average_precision_score of scikit-learn, average=macro"),
	...NUMBER_ROWS,
	bleu: row(corpus({
		min: 0,
		max: 100
	}, "bleu"), "BLEU-4 over all samples, smoothed by halving.", "Translation, beside chrF.", "corpus_bleu of sacreBLEU, 13a, exp"),
	chrf: row(corpus({
		min: 0,
		max: 100
	}, "chrf"), "chrF2 over all samples.", "Translation into languages with rich forms.", "corpus_chrf of sacreBLEU"),
	profanity_rate: row({
		...LOWER,
		weak: true
	}, "The answer has a word of a list. A list knows neither threats nor hate without slurs: weak.", "A hint; for a gate, `toxicity`.", "the list of `cuss`"),
	toxicity: row(LOWER, "A classifier calls the answer toxic: the one that is named, or a small one that is built in, whose ceilings are corrected for its measured errors (docs/how-to/safety.md).", "Ceilings of safety tasks.", "the classifier that is named; of the built-in one people’s labels, in docs/how-to/safety.md"),
	over_refusal: row(LOWER, "A safe prompt is refused, in whole or in part, by rules whose list and agreement with people are in docs/how-to/safety.md.", "Safe prompts that look unsafe: what a model should answer and does not.", "people’s labels of XSTest, in docs/how-to/safety.md"),
	under_refusal: row({
		...LOWER,
		weak: true
	}, "An unsafe prompt is answered: no rule of refusal applies. Rules miss refusals in words of their own: weak.", "Unsafe prompts, beside `over_refusal`: a model that refuses everything has the one, and one that refuses nothing the other.", "people’s labels of XSTest, in docs/how-to/safety.md"),
	bias_ambiguous: row(corpus({
		min: -1,
		max: 1
	}, "bias_ambiguous", "lower_is_better"), "(2 · biased − named) / samples where the context leaves the answer open: `bias_disambiguated` of these, times 1 − accuracy.", "BBQ: whether a model falls back on a stereotype where nobody can know. 0 is right, and what is below goes against the stereotype.", "BBQ_calculate_bias_score.R of nyu-mll/BBQ"),
	bias_disambiguated: row(corpus({
		min: -1,
		max: 1
	}, "bias_disambiguated", "lower_is_better"), "2 · biased / named − 1 where the context gives the answer, of the answers that name somebody; undefined where none does.", "BBQ: whether a stereotype outweighs what is written there.", "BBQ_calculate_bias_score.R of nyu-mll/BBQ"),
	bits_per_byte: row({
		...PERPLEXITY,
		unit: "bits_per_byte",
		scale: "linear"
	}, "−log₂ p of the texts over their bytes.", "Language modelling; comparable whatever the tokenizer.", "lm-evaluation-harness"),
	byte_perplexity: row(PERPLEXITY, "exp of −ln p of the texts over their bytes.", "As `bits_per_byte`.", "lm-evaluation-harness"),
	word_perplexity: row(PERPLEXITY, "exp of −ln p of the texts over their words, which white space separates.", "The scale of published numbers.", "lm-evaluation-harness"),
	token_perplexity: row(PERPLEXITY, "exp of −ln p of the texts over their tokens: of two tokenizers two metrics, which are not compared.", "The scale of a training log.", "exp of the mean loss of a trainer")
};
const METRICS = pick("traits");
/** In the order in which they are documented. */
const METRIC_FACTS = pick("facts");
function pick(of) {
	return Object.fromEntries(Object.entries(ROWS).map(([name, each]) => [name, each[of]]));
}
/** The declaration of a known metric, under another name where a task needs the same metric twice. */
function declareMetric(metric, name = metric) {
	return {
		name,
		...METRICS[metric]
	};
}
/** Names of other programs that mean one thing wherever they are used. */
const NAMED_HIGHER = /^((quasi_)?(prefix_)?exact_match(@\d+)?|accuracy|acc(_norm|_bytes|_all)?|em|f1(_score)?|pass@\d+|rouge(_?[12l]|_?lsum)?)$/i;
const NAMED_LOWER = /^((word_|byte_)?perplexity|(max_)?toxicity|toxic_frac|wer|cer|ter|brier_score)$/i;
/** The one direction of a metric that is known by its name; null of any other, of which its run has to say. */
function directionOf(name) {
	if (Object.hasOwn(METRICS, name)) return METRICS[name].direction;
	if (NAMED_HIGHER.test(name)) return "higher_is_better";
	return NAMED_LOWER.test(name) ? "lower_is_better" : null;
}
const RIGHT_OR_WRONG = /^((quasi_)?(prefix_)?exact_match(@\d+)?|accuracy|acc(_norm|_bytes|_all)?|em|match|correct)$/i;
/** Whether the metric, by its name, counts answers that are the right one. */
const isRightOrWrong = (name) => RIGHT_OR_WRONG.test(name);
/** Null where the name is not known. */
function isKnownRate(name) {
	return Object.hasOwn(METRICS, name) ? METRICS[name].unit === "rate" : null;
}

// src/core/metrics/choices.ts
/** Metrics over all samples that may be asked of choices, with what they need: one row a metric. */
const OF_CHOICES = {
	ece: "confidence",
	ece_mass: "confidence",
	mce: "confidence",
	auc: "odds",
	average_precision: "odds",
	balanced_accuracy: "predictions",
	precision_macro: "predictions",
	precision_weighted: "predictions",
	recall_macro: "predictions",
	f1_macro: "predictions",
	f1_weighted: "predictions",
	mcc: "predictions",
	kappa: "predictions",
	auc_ovr: "probabilities",
	average_precision_macro: "probabilities"
};
const CHOICE_CORPUS_METRICS = Object.keys(OF_CHOICES);
const partsOfChoices = (name) => OF_CHOICES[name];
/** Whether choices are classes, the same in every sample. */
const isOfClasses = (name) => OF_CHOICES[name] === "predictions" || OF_CHOICES[name] === "probabilities";
/**
* What a model thought of the right choice, beside whether it chose it: `acc` looks at the order of the log-likelihoods alone, and
* a fine-tune that is less sure everywhere moves these long before it moves that.
*/
const COMPANIONS = [
	"prob_correct",
	"nll",
	"brier_score"
];
/** Companions of `acc`, in the order in which they are shown. */
const companionMetrics = () => COMPANIONS.map((name) => declareMetric(name));
/** Whether the metric only follows from what the samples of a choice hold, so that a run may lack it and be whole. */
const isCompanion = (name) => COMPANIONS.includes(name);
/**
* With p the softmax of the choices' log-likelihoods and g the right one: `prob_correct` is p_g, `nll` −ln p_g, and `brier_score`
* Σ (p_j − 1{j = g})², as lm-evaluation-harness has it (Brier 1950, in its form for several classes, 0 to 2).
* @param gold position of the right choice; null where nobody says
*/
function companionScores(likelihoods, gold) {
	const nothing = (unscored) => ({
		prob_correct: { unscored },
		nll: { unscored },
		brier_score: { unscored }
	});
	if (likelihoods === null) return nothing("the log-likelihoods of the choices were not kept");
	if (gold === null || likelihoods[gold] === void 0) return nothing("nobody says which choice is right");
	const highest = likelihoods.reduce((most, value) => Math.max(most, value), -Infinity);
	if (!Number.isFinite(highest)) return nothing("no choice has a finite log-likelihood");
	const weights = likelihoods.map((value) => Math.exp(value - highest));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	if (!Number.isFinite(total)) return nothing("the log-likelihood of a choice is not a number");
	const own = likelihoods[gold] - highest - Math.log(total);
	return {
		prob_correct: (weights[gold] ?? 0) / total,
		nll: Number.isFinite(own) ? 0 - own : { unscored: "the right choice has no finite log-likelihood" },
		brier_score: weights.reduce((sum, weight, choice) => sum + (weight / total - Number(choice === gold)) ** 2, 0)
	};
}

export { REPEAT_METRICS as A, parseAnswer as B, totalOf as C, truthPart as D, probabilityPart as E, scoreOfRepeats as F, refuseRepeatedKeys as H, tellsRight as I, sum as L, isGraded as M, meanOfRepeats as N, valueOfAll as O, parseRepeatMetric as P, worseSign as R, matches as S, countPart as T, shallow as U, parseJson as V, chrfParts as _, isOfClasses as a, sentenceBleu as b, declareMetric as c, isRightOrWrong as d, ERROR as f, chrfAggregate as g, writeAtomically as h, isCompanion as i, declareRepeatMetric as j, MOST_REPEATS as k, directionOf as l, LOWER as m, companionMetrics as n, partsOfChoices as o, HIGHER as p, companionScores as r, METRICS as s, CHOICE_CORPUS_METRICS as t, isKnownRate as u, bleuAggregate as v, additive as w, countNgrams as x, bleuParts as y, isObject as z };