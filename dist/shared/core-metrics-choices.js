import { n as WeighbridgeError } from "./core-domain-errors.js";

// src/core/domain/sample.ts
/** Stands for the digest of what a program did not keep. A side that kept it is not comparable with one that did not. */
const NOT_RECORDED = "not recorded";
/** SHA-256 of an empty text, which some programs write for what was asked where the question lies in the choices. */
const OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const SAMPLES_INCLUDED = [
	"none",
	"changed",
	"all"
];
/** In UTF-16 units: more than a reader reads, and neither a dataset nor a program can fill the disk. */
const MOST_ASKED = {
	question: 8e3,
	choice: 500,
	choices: 32,
	reference: 2e3
};
/** What is kept of a question; nothing of one that is no text. The end of a long one is what was asked, after its examples. */
function askedOf(question, choices, reference) {
	if (typeof question !== "string" || question === "") return {};
	const most = MOST_ASKED;
	const listed = Array.isArray(choices) ? choices.slice(0, most.choices).map(String) : [];
	const right = (Array.isArray(reference) ? reference : [reference]).filter((each) => each != null).map(String);
	return { asked: {
		question: lastOf(question, most.question),
		...listed.length === 0 ? {} : { choices: listed.map((choice) => firstOf(choice, most.choice)) },
		...right.length === 0 ? {} : { reference: firstOf(right.join(" | "), most.reference) }
	} };
}
/** A sample as it is stored. Which ones change is not known before all are there: but for `none`, every question is kept. */
function storedSample(sample, include = "changed") {
	if (include !== "none") return sample;
	const { asked: _, ...rest } = sample;
	return rest;
}
/** Both cut between characters, never inside a surrogate pair. */
const firstOf = (text, most) => text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
const lastOf = (text, most) => text.length <= most ? text : `…${text.slice(1 - most).replace(/^[\udc00-\udfff]/, "")}`;
/** More choices than these are only counted. */
const MAX_LIKELIHOODS = 256;
/**
* What is kept of choices: log-likelihoods to 1e-5 nats, which is far finer than two machines agree; only the count where
* one is not finite, since JSON has no other numbers.
*/
function keptLikelihoods(likelihoods) {
	const finite = likelihoods.filter((value) => typeof value === "number" && Number.isFinite(value));
	return finite.length === likelihoods.length && finite.length <= 256 ? finite.map((value) => Math.round(value * 1e5) / 1e5 + 0) : likelihoods.length;
}
/** Among how many choices the model had to choose. */
function choiceCount({ choices }) {
	return typeof choices === "object" ? choices.length : choices;
}
function isUnscored(score) {
	return typeof score === "object" && "unscored" in score;
}
function isRatio(score) {
	return typeof score === "object" && "denominator" in score;
}
function isCorpus(score) {
	return typeof score === "object" && "parts" in score;
}
/** What two samples share that ask the same; null where nobody recorded what was asked. */
function questionOf({ question_digest: question, input_digest: input }) {
	const known = question ?? input;
	return known === "not recorded" || known.endsWith(OF_NOTHING) ? null : known;
}
/** The key by which the same sample is found in two runs: ids alone repeat when a task has several filters. */
function sampleKey(sample) {
	return sample.filter === void 0 ? sample.id : `${sample.id}\u0000${sample.filter}`;
}

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
			const matched = counts.slice(0, ORDERS$1.length);
			if (answer === 0 || !matched.some((count) => count > 0)) return 0;
			let smoothing = 1;
			let logs = 0;
			for (const [index, match] of matched.entries()) {
				const total = counts[ORDERS$1.length + index] ?? 0;
				if (total === 0) return 0;
				if (match === 0) smoothing *= 2;
				logs += Math.log(match === 0 ? 1 / (smoothing * total) : match / total);
			}
			return 100 * (answer < reference ? Math.exp(1 - reference / answer) : 1) * Math.exp(logs / ORDERS$1.length);
		}
	}))
};
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
/** A sample's score for a metric, be it stored or one that follows from its answers' scores. */
function scoreIn(sample, { name, of_repeats: of }) {
	if (of === void 0) return Object.hasOwn(sample.scores, name) ? sample.scores[name] : void 0;
	const base = Object.hasOwn(sample.scores, of.metric) ? sample.scores[of.metric] : void 0;
	if (typeof base !== "number") return base;
	const scores = sample.repeats?.scores[of.metric] ?? [base];
	if (scores.length < of.k) {
		const has = scores.length === 1 ? "there is one" : `there are ${scores.length}`;
		return { unscored: `${of.family}${of.k} needs ${of.k} answers to a sample, and ${has}` };
	}
	const between = scores.find((score) => score !== 0 && score !== 1);
	if (between !== void 0) return { unscored: `an answer's score of ${between} is neither right nor wrong` };
	const sameAs = sample.repeats?.same_as ?? (scores.length === 1 ? [0] : null);
	return REPEAT_METRICS[of.family].of({
		right: scores.map((score) => score === 1),
		sameAs
	}, of.k) ?? { unscored: `nobody kept which answers are the same, which ${of.family}${of.k} needs` };
}
/** The one score that stands for several: their mean, alike wherever it is worked out, and of equal ones exactly these. */
function meanOfRepeats(scores) {
	const [first = NaN] = scores;
	return first + sum(scores.map((score) => score - first)) / scores.length;
}

// src/core/domain/canonical-json.ts
/**
* JSON with sorted keys and no white space: equal values give equal bytes, whatever file or order they came in.
*
* @throws TypeError for what JSON cannot hold (undefined, NaN, infinities, functions)
*/
function canonicalJson(value) {
	switch (typeof value) {
		case "string":
		case "boolean": return JSON.stringify(value);
		case "number":
			if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`);
			return JSON.stringify(value);
		case "object":
			if (value === null) return "null";
			if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
			return `{${Object.entries(value).sort(([left], [right]) => left < right ? -1 : 1).map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
		default: throw new TypeError(`a ${typeof value} has no JSON form`);
	}
}

// src/core/metrics/registry.ts
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
const HIGHER = {
	...RATE,
	direction: "higher_is_better"
};
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
const corpus = (range, aggregate) => ({
	direction: aggregate === "ece" ? "lower_is_better" : "higher_is_better",
	kind: "corpus",
	unit: range.min === 0 && range.max === 1 ? "rate" : "number",
	range,
	scale: "linear",
	weak: false,
	aggregate
});
/**
* Metrics that are known by name, in our own tasks and in tables of anybody's scores: one row adds a metric. Names as in
* lm-evaluation-harness where it has one. A scorer whose metric nobody else uses declares it in its own file.
*/
const METRICS = {
	/** 1 where the choice with the greatest log-likelihood is the right one. */
	acc: HIGHER,
	/** As `acc`, after dividing each log-likelihood by the length of the choice in characters. */
	acc_norm: HIGHER,
	/** Of the right choice, by the softmax of all choices' log-likelihoods. */
	prob_correct: HIGHER,
	/** −ln of that. */
	nll: {
		...LOWER,
		unit: "number",
		range: {
			min: 0,
			max: null
		}
	},
	/** Σ (p − 1 for the right choice, p − 0 for others)². */
	brier_score: {
		...LOWER,
		unit: "number",
		range: {
			min: 0,
			max: 2
		}
	},
	exact_match: HIGHER,
	f1_macro: corpus({
		min: 0,
		max: 1
	}, "f1_macro"),
	/** 2TP / (2TP + FP + FN) summed over classes: a ratio of sums. */
	f1_micro: {
		...HIGHER,
		kind: "ratio"
	},
	mcc: corpus({
		min: -1,
		max: 1
	}, "mcc"),
	bleu: corpus({
		min: 0,
		max: 100
	}, "bleu"),
	chrf: corpus({
		min: 0,
		max: 100
	}, "chrf"),
	auc: corpus({
		min: 0,
		max: 1
	}, "auc"),
	ece: corpus({
		min: 0,
		max: 1
	}, "ece"),
	regex: HIGHER,
	json_valid: HIGHER,
	json_equal: HIGHER,
	/** A word list knows neither threats nor hate without slurs: weak. */
	profanity_rate: {
		...LOWER,
		weak: true
	},
	toxicity: LOWER,
	/** −ln p of a document against its bytes; shown as exp of the ratio of the sums. */
	byte_perplexity: PERPLEXITY,
	/** −ln p of a document against its words, which are what white space separates. */
	word_perplexity: PERPLEXITY,
	/** −log₂ p of a document against its bytes. */
	bits_per_byte: {
		...PERPLEXITY,
		unit: "bits_per_byte",
		scale: "linear"
	}
};
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

export { parseJson as A, isUnscored as B, bleuParts as C, valueOfAll as D, truthPart as E, SAMPLES_INCLUDED as F, questionOf as H, askedOf as I, choiceCount as L, shallow as M, MOST_ASKED as N, isObject as O, NOT_RECORDED as P, isCorpus as R, bleuAggregate as S, countPart as T, sampleKey as U, keptLikelihoods as V, storedSample as W, tellsRight as _, declareMetric as a, chrfAggregate as b, isRightOrWrong as c, REPEAT_METRICS as d, declareRepeatMetric as f, scoreIn as g, parseRepeatMetric as h, METRICS as i, refuseRepeatedKeys as j, parseAnswer as k, canonicalJson as l, meanOfRepeats as m, companionScores as n, directionOf as o, isGraded as p, isCompanion as r, isKnownRate as s, companionMetrics as t, MOST_REPEATS as u, sum as v, additive as w, chrfParts as x, worseSign as y, isRatio as z };