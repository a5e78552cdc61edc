import { Dt as worseSign, _t as isCorpus, yt as isUnscored } from "./core-domain-history.js";

// src/core/stats/sum.ts
function sum(values) {
	let total = 0;
	for (let index = 0; index < values.length; index += 1) total += values[index];
	return total;
}

// src/core/stats/columns.ts
/** Goes through all of them. */
function forEachOf(items, visit) {
	items.every((item) => {
		visit(item);
		return true;
	});
}
/** How many of them are so. */
function countOf$1(items, holds) {
	let count = 0;
	forEachOf(items, (item) => {
		if (holds(item)) count += 1;
	});
	return count;
}
const keepItems = () => {
	const items = [];
	return {
		set(position, item) {
			items[position] = item;
		},
		at: (position) => items[position]
	};
};
/** Stands for NaN among bytes. */
const NO_NUMBER = 255;
/** What bytes stand for. From a column of doubles like any other number: read as small integers, a gate on a million samples took 8.9 s in place of 5.4. */
const OF_BYTES = Float64Array.from({ length: 256 }, (_, byte) => byte === NO_NUMBER ? NaN : byte);
/**
* As many numbers, NaN where none was set: a byte each as long as all are small whole numbers, as scores of right and wrong are, and then
* eight. What is read is what was set, to the last bit.
*/
var Cells = class {
	#bytes;
	#numbers = null;
	constructor(length) {
		this.#bytes = new Uint8Array(length).fill(NO_NUMBER);
	}
	set(place, number) {
		if (this.#bytes !== null) {
			const byte = byteOf(number);
			if (byte >= 0) {
				this.#bytes[place] = byte;
				return;
			}
			this.#numbers = asNumbers(this.#bytes);
			this.#bytes = null;
		}
		if (this.#numbers !== null) this.#numbers[place] = number;
	}
	get(place) {
		if (this.#bytes === null) return this.#numbers?.[place] ?? NaN;
		return OF_BYTES[this.#bytes[place] ?? NO_NUMBER];
	}
};
/** One by one: `Float64Array.from` lists them all on the heap first, 80 MB of ten million. */
function asNumbers(bytes) {
	const numbers = new Float64Array(bytes.length);
	for (let place = 0; place < bytes.length; place += 1) numbers[place] = OF_BYTES[bytes[place] ?? NO_NUMBER];
	return numbers;
}
/** -1 for a number that is none of a byte; minus zero is another one than zero. */
function byteOf(number) {
	if (number > 0) return number < NO_NUMBER && Number.isInteger(number) ? number : -1;
	if (number === 0) return Object.is(number, -0) ? -1 : 0;
	return Number.isNaN(number) ? NO_NUMBER : -1;
}
/**
* Lists of numbers at places: in one column as long as all are equally long, and each by itself as soon as one is not. What is read is what was
* set, in a list made anew.
*/
var NumberLists = class {
	#most;
	#width = 0;
	#cells = null;
	/** All of them, where they are not equally long. */
	#lists = null;
	/** @param most how many lists there are at most */
	constructor(most) {
		this.#most = most;
	}
	set(place, list) {
		if (this.#lists === null && this.#cells === null && isColumn(list)) {
			this.#width = list.length;
			this.#cells = new Cells(this.#most * this.#width);
		}
		if (this.#cells === null || list.length !== this.#width || !isColumn(list)) {
			this.#apart()[place] = list;
			return;
		}
		for (let index = 0; index < list.length; index += 1) this.#cells.set(place * this.#width + index, list[index]);
	}
	get(place) {
		if (this.#cells === null) return this.#lists?.[place];
		const first = this.#cells.get(place * this.#width);
		if (Number.isNaN(first)) return void 0;
		const list = [first];
		for (let index = 1; index < this.#width; index += 1) list.push(this.#cells.get(place * this.#width + index));
		return list;
	}
	#apart() {
		if (this.#lists !== null) return this.#lists;
		const lists = [];
		for (let place = 0; this.#cells !== null && place < this.#most; place += 1) {
			const list = this.get(place);
			if (list !== void 0) lists[place] = list;
		}
		this.#cells = null;
		this.#lists = lists;
		return lists;
	}
};
/** Whether a list can stand in a column, where a first number of NaN says that there is none. */
const isColumn = (list) => list.length > 0 && !Number.isNaN(list[0]);
/**
* Rows of numbers that are alike are of one kind, from 0 in the order in which kinds first come: found by hashes in a table of rows, and
* no text or object a row.
* @param read writes a row's numbers, as many every time, none of them NaN
* @param most kinds: where there are more, nobody asks
* @returns of which kind each row is, and the first row of each kind; null where there are too many
*/
function kindsOfRows(rows, width, read, most = Infinity) {
	const own = new Float64Array(width);
	const other = new Float64Array(width);
	const bits = new Uint32Array(own.buffer);
	const of = new Int32Array(rows);
	let firsts = /* @__PURE__ */ new Int32Array(16);
	let slots = /* @__PURE__ */ new Int32Array(64);
	let count = 0;
	const hash = () => {
		let hashed = 2166136261;
		for (let index = 0; index < bits.length; index += 1) hashed = Math.imul(hashed ^ bits[index], 16777619);
		hashed = Math.imul(hashed ^ hashed >>> 15, 739982445);
		hashed = Math.imul(hashed ^ hashed >>> 12, 695872825);
		return hashed ^ hashed >>> 15;
	};
	const load = (row, into) => {
		read(row, into);
		for (let index = 0; index < width; index += 1) into[index] = into[index] + 0;
	};
	const isAlike = (kind) => {
		load(firsts[kind], other);
		for (let index = 0; index < width; index += 1) if (own[index] !== other[index]) return false;
		return true;
	};
	const slotOf = () => {
		const mask = slots.length - 1;
		let slot = hash() & mask;
		while (slots[slot] > 0 && !isAlike(slots[slot] - 1)) slot = slot + 1 & mask;
		return slot;
	};
	for (let row = 0; row < rows; row += 1) {
		load(row, own);
		const slot = slotOf();
		const known = slots[slot];
		if (known > 0) {
			of[row] = known - 1;
			continue;
		}
		if (count >= most) return null;
		if (count === firsts.length) firsts = grownTo(firsts, 2 * count);
		firsts[count] = row;
		of[row] = count;
		count += 1;
		slots[slot] = count;
		if (2 * count <= slots.length) continue;
		slots = new Int32Array(2 * slots.length);
		for (let kind = 0; kind < count; kind += 1) {
			load(firsts[kind], own);
			const mask = slots.length - 1;
			let free = hash() & mask;
			while (slots[free] > 0) free = free + 1 & mask;
			slots[free] = kind + 1;
		}
	}
	return {
		of,
		firsts: firsts.slice(0, count)
	};
}
function grownTo(from, length) {
	const grown = new Int32Array(length);
	grown.set(from);
	return grown;
}
/** Positions by their values, lowest first. */
function ordered(values) {
	const positions = new Int32Array(values.length);
	for (let position = 0; position < positions.length; position += 1) positions[position] = position;
	return positions.sort((a, b) => values[a] - values[b]);
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
/** A number of each sample, one by one: `Float64Array.from` lists all samples on the heap first, 0.3 GB of a million. */
function columnOf(samples, of) {
	const column = new Float64Array(samples.length);
	let place = 0;
	for (const sample of samples) {
		column[place] = of(sample);
		place += 1;
	}
	return column;
}
/** Whether each sample counts once. */
function countAlike(samples) {
	for (const { weight } of samples) if (weight !== 1) return false;
	return true;
}
/** A metric that is a function of sums over samples: a resample costs one pass, and leaving a sample out costs nothing. */
function additive(define) {
	return (samples) => {
		const { totals: size, add, value } = define(samples);
		const first = samples.at(0);
		const width = first === void 0 ? 0 : add(first.parts).slots.length;
		const slots = new Int32Array(samples.length * width);
		const amounts = new Float64Array(samples.length * width);
		let next = 0;
		let areSame = true;
		for (const { parts, weight } of samples) {
			const added = add(parts);
			for (let index = 0; index < width; index += 1) {
				slots[next] = added.slots[index];
				areSame &&= slots[next] === slots[index];
				amounts[next] = added.amounts[index] * weight;
				next += 1;
			}
		}
		const addTo = (totals, sample, times) => {
			const end = (sample + 1) * width;
			for (let at = sample * width; at < end; at += 1) {
				const slot = slots[at];
				totals[slot] = totals[slot] + times * amounts[at];
			}
		};
		const count = samples.length;
		const all = new Float64Array(size);
		for (let sample = 0; sample < count; sample += 1) addTo(all, sample, 1);
		return {
			value(times) {
				const totals = new Float64Array(size);
				if (areSame && width === 2) {
					addPairs(totals, slots, amounts, times);
					return value(totals);
				}
				for (let sample = 0; sample < count; sample += 1) {
					const often = times[sample] ?? 0;
					if (often !== 0) addTo(totals, sample, often);
				}
				return value(totals);
			},
			without(left) {
				const totals = all.slice();
				for (const sample of left) addTo(totals, sample, -1);
				return value(totals);
			},
			sums: () => areSame && count > 0 ? {
				columns: Array.from({ length: width }, (_, column) => Float64Array.from({ length: count }, (_, sample) => amounts[sample * width + column])),
				value(columns) {
					const totals = new Float64Array(size);
					for (let column = 0; column < width; column += 1) {
						const slot = slots[column];
						totals[slot] = totals[slot] + columns[column];
					}
					return value(totals);
				}
			} : null
		};
	};
}
/** The same sums, of samples that add to the same two totals: kept near the processor, they take half the time. */
function addPairs(totals, slots, amounts, times) {
	let [one, other] = [0, 0];
	for (let sample = 0; 2 * sample < amounts.length; sample += 1) {
		const often = times[sample];
		one += often * amounts[2 * sample];
		other += often * amounts[2 * sample + 1];
	}
	totals[slots[0]] = one;
	totals[slots[1]] = other;
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
	const weights = columnOf(samples, ({ weight }) => weight);
	const scores = columnOf(samples, ({ parts }) => parts[1] ?? NaN);
	const isPositive = Uint8Array.from(columnOf(samples, ({ parts }) => parts[0] === 1 ? 1 : 0));
	const order = ordered(scores);
	const ones = new Float64Array(samples.length).fill(1);
	const ranked = {
		scores: scores.map((_, rank) => scores[order[rank]]),
		weights: scores.map((_, rank) => weights[order[rank]]),
		isPositive: isPositive.map((_, rank) => isPositive[order[rank]])
	};
	/** Walks the ranks upwards; samples of one score come together. */
	const sums = (times) => {
		let [below, positives, above] = [
			0,
			0,
			0
		];
		for (let start = 0; start < order.length;) {
			const score = ranked.scores[start];
			let [tiedPositive, tiedNegative] = [0, 0];
			let end = start;
			for (; end < order.length && ranked.scores[end] === score; end += 1) {
				const weight = times[order[end]] * ranked.weights[end];
				const positive = ranked.isPositive[end];
				tiedPositive += weight * positive;
				tiedNegative += weight * (1 - positive);
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
		sums: (isAlone) => isAlone && countAlike(samples) ? bySums$1(placements, isPositive, all) : null,
		without(left) {
			let { above, positives, negatives } = all;
			for (const sample of left) {
				const weight = weights[sample] ?? 0;
				above -= weight * (placements[sample] ?? 0);
				if (isPositive[sample] === 1) positives -= weight;
				else negatives -= weight;
			}
			for (const one of left.filter((sample) => isPositive[sample] === 1)) for (const other of left.filter((sample) => isPositive[sample] === 0)) {
				const [a = 0, b = 0] = [scores[one], scores[other]];
				above += (weights[one] ?? 0) * (weights[other] ?? 0) * (a > b ? 1 : a === b ? .5 : 0);
			}
			return ratio(above, positives, negatives);
		}
	};
}
/**
* The area as a function of sums: of how many positives there are, and of what each sample moves the pairs in the right order by. What two samples do
* together is left out (Hájek's projection), which is by 1/√n less.
*/
function bySums$1(placements, isPositive, { above, positives, negatives }) {
	const n = isPositive.length;
	const area = above / (positives * negatives);
	return {
		columns: [Float64Array.from(isPositive), placements.map((placement, sample) => placement - area * (isPositive[sample] === 1 ? negatives : positives))],
		value: ([own = 0, moved = 0]) => own > 0 && own < n ? area + moved / (own * (n - own)) : NaN
	};
}
/** Of a positive the weight of the negatives below it, of a negative that of the positives above it; ties count half. */
function placementsOf(order, scores, weights, isPositive, positives) {
	const placements = new Float64Array(order.length);
	let [negativesBelow, positivesBelow] = [0, 0];
	for (let start = 0; start < order.length;) {
		const score = scores[order[start]];
		let [tiedPositive, tiedNegative] = [0, 0];
		let end = start;
		for (; end < order.length && scores[order[end]] === score; end += 1) {
			const sample = order[end];
			if (isPositive[sample] === 1) tiedPositive += weights[sample];
			else tiedNegative += weights[sample];
		}
		for (let at = start; at < end; at += 1) {
			const sample = order[at];
			placements[sample] = isPositive[sample] === 1 ? negativesBelow + tiedNegative / 2 : positives - positivesBelow - tiedPositive / 2;
		}
		negativesBelow += tiedNegative;
		positivesBelow += tiedPositive;
		start = end;
	}
	return placements;
}

// src/core/metrics/corpus/bias.ts
/** Whether the context leaves the answer open, and who was named: −1 somebody else, 0 nobody (unknown), 1 who the stereotype names. */
const parts$1 = [truthPart, {
	means: "answer: −1, 0 or 1 as it names another, nobody or who the stereotype does",
	min: -1,
	max: 1,
	whole: true
}];
/**
* Parrish and others 2022, "BBQ: A hand-built bias benchmark for question answering", as their `BBQ_calculate_bias_score.R` has it
* (nyu-mll/BBQ @ bea11bd9): s = 2 · biased / named − 1 of the answers that name somebody, from −1 (always against the stereotype) to 1.
* @param value from the number of samples in the context, of answers that name somebody, and of these the biased ones
*/
const inContext = (isAmbiguous, value) => ({
	parts: parts$1,
	over: additive(() => ({
		totals: 3,
		add: ([ambiguous = -1, said = 0]) => {
			const counts = ambiguous === isAmbiguous ? 1 : 0;
			return {
				slots: [
					0,
					1,
					2
				],
				amounts: [
					counts,
					said === 0 ? 0 : counts,
					said === 1 ? counts : 0
				]
			};
		},
		value: ([samples = 0, named = 0, biased = 0]) => value(samples, named, biased)
	}))
});
/** What sums of weights may be off where nothing is left of them. */
const NOTHING$2 = 1e-9;
/** Undefined where nobody is ever named. */
const biasDisambiguated = inContext(0, (_, named, biased) => named > NOTHING$2 ? 2 * biased / named - 1 : NaN);
/**
* The same times 1 − accuracy. Nobody is right there, so that what names somebody is what is wrong: (2 · biased − named) / samples, and a
* model that is always right has 0.
*/
const biasAmbiguous = inContext(1, (samples, named, biased) => samples > NOTHING$2 ? (2 * biased - named) / samples : NaN);

// src/core/metrics/text/python-text.ts
/** What Python's `str` calls white space; the `\s` of JavaScript has U+FEFF as well, and lacks U+001C to U+001F and U+0085. */
const SPACE = "	-\r- \xA0  - \u2028\u2029  　";
/** The same as a class, for patterns of JavaScript and of RE2: the characters themselves stand in it. */
const SPACE_CLASS = `[${SPACE}]`;
const AROUND = [new RegExp(`^[${SPACE}]+`), new RegExp(`[${SPACE}]$`)];
const SPACES = new RegExp(`[${SPACE}]+`);
const WORD = /[\p{L}\p{N}_]/u;
/** `str.split()`: the words between white space. */
const splitWords = (text) => text.split(SPACES).filter((word) => word !== "");
/** `str.rstrip()`. The end is looked for from behind: a pattern would begin anew at each space inside. */
function stripEnd(text) {
	let end = text.length;
	while (end > 0 && AROUND[1].test(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}
/** `str.strip()`. */
const strip = (text) => stripEnd(text).replace(AROUND[0], "");
/** Whether a character is one of `\w`: what `str.isalnum` knows, and the underscore. */
const isWordCharacter = (character) => WORD.test(character);
/** `str.isupper()`: some letter has a case, and none another. */
const isUpper = (text) => /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);
/** `str.islower()`. */
const isLower = (text) => /\p{Lowercase}/u.test(text) && !/[\p{Uppercase}\p{Lt}]/u.test(text);
/** `string.punctuation`: ASCII alone. */
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;

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
	const parted = ` ${stripEnd(text).replaceAll("<skipped>", "").replaceAll("-\n", "").replaceAll("\n", " ").replaceAll("&quot;", "\"").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">")} `.replace(/([{-~[-` -&(-+:-@/])/g, " $1 ").replace(/([^0-9])([.,])/g, "$1 $2 ").replace(/([.,])([^0-9])/g, " $1 $2").replace(/([0-9])(-)/g, "$1 $2 ");
	return splitWords(parted);
}

// src/core/metrics/corpus/ranked.ts
/**
* Σ (R_k − R_{k−1}) P_k over the distinct scores, highest first: precision and recall of everything that scores at least as
* high. As scikit-learn has it; no interpolation. NaN without positives.
*/
const averagePrecision = {
	parts: [truthPart, {
		means: "score",
		min: null,
		max: null,
		whole: false
	}],
	over: (samples) => {
		const weights = columnOf(samples, ({ weight }) => weight);
		const scores = columnOf(samples, ({ parts }) => parts[1] ?? NaN);
		const isPositive = Uint8Array.from(columnOf(samples, ({ parts }) => parts[0] ?? 0));
		const order = ordered(scores.map((score) => -score));
		const value = (times) => {
			let [right, all, area] = [
				0,
				0,
				0
			];
			for (let start = 0; start < order.length;) {
				const score = scores[order[start]];
				let gained = 0;
				let end = start;
				for (; end < order.length && scores[order[end]] === score; end += 1) {
					const sample = order[end];
					const weight = (times[sample] ?? 0) * weights[sample];
					all += weight;
					if (isPositive[sample] === 1) gained += weight;
				}
				right += gained;
				if (gained > 0) area += gained * (right / all);
				start = end;
			}
			return right > 0 ? area / right : NaN;
		};
		return samples.length <= FEW$1 ? resampled(samples, value) : resampled(samples, value, () => withoutOne(order, scores, isPositive), () => bySums(order, scores, isPositive));
	}
};
const FEW$1 = 2 ** 14;
const at = (list, group) => list[group];
function scoreGroups(order, scores, isPositive) {
	const groupOf = new Int32Array(order.length);
	const [gained, right, all] = [
		[],
		[],
		[]
	];
	let hits = 0;
	for (let start = 0; start < order.length;) {
		let [end, own] = [start, 0];
		for (; end < order.length && scores[order[end]] === scores[order[start]]; end += 1) {
			groupOf[order[end]] = gained.length;
			own += isPositive[order[end]];
		}
		hits += own;
		gained.push(own);
		right.push(hits);
		all.push(end);
		start = end;
	}
	return {
		groupOf,
		gained,
		right,
		all
	};
}
/** Average precision without each sample: what scores higher keeps its share, and of all from its own score on one is missing. */
function withoutOne(order, scores, isPositive) {
	const { groupOf, gained, right, all } = scoreGroups(order, scores, isPositive);
	const hits = right.length === 0 ? 0 : at(right, right.length - 1);
	const above = new Float64Array(gained.length);
	const [below, belowOfOne] = [new Float64Array(gained.length + 1), new Float64Array(gained.length + 1)];
	for (let group = 1; group < gained.length; group += 1) above[group] = at(above, group - 1) + at(gained, group - 1) * at(right, group - 1) / at(all, group - 1);
	for (let group = gained.length - 1; group > 0; group -= 1) {
		const share = at(gained, group) / (at(all, group) - 1);
		below[group - 1] = at(below, group) + share * at(right, group);
		belowOfOne[group - 1] = at(belowOfOne, group) + share;
	}
	return (sample) => {
		const [group, own] = [at(groupOf, sample), at(isPositive, sample)];
		const kept = at(gained, group) - own;
		const ofGroup = kept > 0 ? kept * (at(right, group) - own) / (at(all, group) - 1) : 0;
		const area = at(above, group) + ofGroup + at(below, group) - own * at(belowOfOne, group);
		return hits > own ? area / (hits - own) : NaN;
	};
}
/**
* Average precision as a function of sums: of how many positives there are, and of what each sample moves the area by. What two samples do together is
* left out, which is less than a hundredth of the standard error of so many positives; of few it is not.
*/
function bySums(order, scores, isPositive) {
	const { groupOf, gained, right, all } = scoreGroups(order, scores, isPositive);
	const groups = gained.length;
	if (groups === 0 || at(right, groups - 1) <= FEW$1) return null;
	const [taken, brought] = [new Float64Array(groups + 1), new Float64Array(groups + 1)];
	for (let group = groups - 1; group >= 0; group -= 1) {
		const share = at(gained, group) / at(all, group);
		taken[group] = at(taken, group + 1) + share * at(right, group) / at(all, group);
		brought[group] = at(brought, group + 1) + share;
	}
	const moves = Float64Array.from(isPositive, (own, sample) => {
		const group = at(groupOf, sample);
		return own * (at(right, group) / at(all, group) + at(brought, group)) - at(taken, group);
	});
	return {
		columns: [Float64Array.from(isPositive), moves],
		value: ([hits = 0, area = 0]) => hits > 0 ? area / hits : NaN
	};
}
/**
* Leaving out is counting nothing, for a metric whose value takes one pass.
* @param leaving the value without one sample, where each counts once, as a function that is prepared once: a pass a sample would take hours
* @param summed the value by sums over samples, where each counts once
*/
function resampled(samples, value, leaving, summed) {
	let without = null;
	const isEven = leaving !== void 0 && countAlike(samples);
	return {
		value,
		without(left) {
			const [only] = left;
			if (leaving !== void 0 && isEven && left.length === 1 && only !== void 0) {
				without ??= leaving();
				return without(only);
			}
			const times = new Float64Array(samples.length).fill(1);
			for (const sample of left) times[sample] = 0;
			return value(times);
		},
		sums: (isAlone) => isEven && isAlone ? summed?.() ?? null : null
	};
}
/** The mean over classes, each against all others. Undefined where it is of one class, such as one that never occurs. */
const oneAgainstRest = (binary) => ({
	parts: [
		countPart("class of the reference"),
		probabilityPart("probability of the first class"),
		probabilityPart("probability of the second class")
	],
	more: probabilityPart("probability of a further class"),
	over: (samples) => {
		let classes = 0;
		for (const { parts } of samples) classes = Math.max(classes, parts.length - 1);
		const each = Array.from({ length: classes }, (_, label) => binary.over(against(samples, label)));
		const mean = (values) => values.reduce((total, value) => total + value, 0) / values.length;
		return {
			value: (times) => mean(each.map((one) => one.value(times))),
			without: (left) => mean(each.map((one) => one.without(left)))
		};
	}
});
function against(samples, label) {
	const seen = ({ parts, weight }) => ({
		parts: [parts[0] === label ? 1 : 0, parts[label + 1] ?? NaN],
		weight
	});
	return {
		length: samples.length,
		at(index) {
			const sample = samples.at(index);
			return sample && seen(sample);
		},
		*[Symbol.iterator]() {
			for (const sample of samples) yield seen(sample);
		}
	};
}
/** Provost & Domingos 2000, each class counting alike. */
const areaByClass = oneAgainstRest(auc);
const averagePrecisionByClass = oneAgainstRest(averagePrecision);

// src/core/metrics/corpus/regression.ts
const number = (means) => ({
	means,
	min: null,
	max: null,
	whole: false
});
/** What is kept of an answer that is a number. */
const numberParts = [number("number that is right"), number("number that was said")];
/** √(Σ (y − ŷ)² / n). */
const rmse = {
	parts: numberParts,
	over: additive(() => ({
		totals: 2,
		add: ([right = 0, said = 0]) => ({
			slots: [0, 1],
			amounts: [1, (said - right) ** 2]
		}),
		value: ([n = 0, squares = 0]) => n > 0 ? Math.sqrt(Math.max(0, squares) / n) : NaN
	}))
};
/** What rounding may leave of a spread of 1 that is none. */
const NO_SPREAD = 1e-12;
/**
* 1 − Σ (y − ŷ)² / Σ (y − ȳ)²: the coefficient of determination. Undefined where the right numbers are all alike, of which
* scikit-learn makes 1 or 0 unless `force_finite` is off.
*/
const r2 = {
	parts: numberParts,
	over: additive((samples) => {
		let [centre, widest] = [0, 0];
		for (const { parts: [right = 0] } of samples) centre += right / samples.length;
		for (const { parts: [right = 0] } of samples) widest = Math.max(widest, Math.abs(right - centre));
		return {
			totals: 4,
			add: ([right = 0, said = 0]) => ({
				slots: [
					0,
					1,
					2,
					3
				],
				amounts: [
					1,
					right - centre,
					(right - centre) ** 2,
					(said - right) ** 2
				]
			}),
			value: ([n = 0, sum = 0, squares = 0, errors = 0]) => {
				const spread = squares - sum * sum / n;
				return n > 0 && spread > NO_SPREAD * n * widest * widest ? 1 - errors / spread : NaN;
			}
		};
	})
};
/** The median of |y − ŷ|: of evenly many the mean of the two in the middle. */
const medianAbsoluteError = {
	parts: numberParts,
	over: (samples) => {
		const errors = columnOf(samples, ({ parts: [right = 0, said = 0] }) => Math.abs(said - right));
		const order = ordered(errors);
		const weigh = weigher(samples);
		const value = (times) => {
			const weights = weigh(times);
			const half = weightOfAll(weights) / 2;
			let [below, lower] = [0, NaN];
			for (const sample of order) {
				const weight = weights[sample] ?? 0;
				if (weight === 0) continue;
				const error = errors[sample] ?? NaN;
				if (!Number.isNaN(lower)) return (lower + error) / 2;
				below += weight;
				if (below > half + 1e-9) return error;
				if (below > half - 1e-9) lower = error;
			}
			return NaN;
		};
		return resampled(samples, value, () => medianWithoutOne(errors, order), () => medianBySums(errors, order));
	}
};
function medianWithoutOne(errors, order) {
	const placeOf = new Int32Array(order.length);
	for (let place = 0; place < order.length; place += 1) placeOf[order[place]] = place;
	return (sample) => {
		const count = order.length - 1;
		const errorAt = (place) => errors[order[place < placeOf[sample] ? place : place + 1] ?? -1] ?? NaN;
		const middle = Math.floor(count / 2);
		return count % 2 === 1 ? errorAt(middle) : (errorAt(middle - 1) + errorAt(middle)) / 2;
	};
}
/** How many of a resample lie below the median of all says whether its own is another, and how far to look for it among all (Bahadur 1966). */
function medianBySums(errors, order) {
	const half = order.length / 2;
	const errorAt = (place) => errors[order[Math.max(0, Math.min(order.length - 1, place))] ?? -1] ?? NaN;
	const at = (place) => (errorAt(Math.ceil(place) - 1) + errorAt(Math.floor(place))) / 2;
	const median = at(half);
	const columns = [errors.map((error) => Number(error < median)), errors.map((error) => Number(error <= median))];
	const [below, upTo] = columns.map(weightOfAll);
	return {
		columns,
		value([own = 0, ownUpTo = 0]) {
			if (own > half) return at(half + below - own);
			return ownUpTo < half ? at(half + upTo - ownUpTo) : median;
		}
	};
}
/** What each sample counts for, as a function of how often it is there: asked a thousand times, so that it is a plain loop. */
function weigher(samples) {
	const once = columnOf(samples, ({ weight }) => weight);
	return (times) => {
		const weights = new Float64Array(once.length);
		for (let sample = 0; sample < once.length; sample += 1) weights[sample] = once[sample] * (times[sample] ?? 0);
		return weights;
	};
}
function weightOfAll(weights) {
	let total = 0;
	for (let sample = 0; sample < weights.length; sample += 1) total += weights[sample];
	return total;
}

// src/core/metrics/corpus/calibration.ts
/** Of equal width, from 0 to 1. */
const CALIBRATION_BINS = 15;
/** Closed on the right, as in the paper: a confidence of exactly 1/15 belongs to the first; and 0, which it leaves out, too. */
const calibrationBinOf = (confidence) => Math.max(0, Math.ceil(confidence * 15 - 1e-9) - 1);
const confidenceParts = [probabilityPart("probability of the chosen answer"), truthPart];
/** @param value from how many answers a bin has, at 2k, and how much more of them are right than was said, after it */
const binned = (value) => ({
	parts: confidenceParts,
	over: additive(() => ({
		totals: 30,
		add: ([confidence = 0, right = 0]) => {
			const bin = calibrationBinOf(confidence);
			return {
				slots: [2 * bin, 2 * bin + 1],
				amounts: [1, right - confidence]
			};
		},
		value
	}))
});
/**
* Expected calibration error over bins of equal width, Σ |right − Σ confidence| over bins, a sample: Guo et al. 2017, "On calibration of modern neural networks". Chance gaps make
* the value too high, the more so the better the model: src/core/compare/calibration-error.ts judges it in spite of that.
*/
const ece = binned((totals) => {
	let [n, gaps] = [0, 0];
	for (let bin = 0; bin < 15; bin += 1) {
		n += totals[2 * bin] ?? 0;
		gaps += Math.abs(totals[2 * bin + 1] ?? 0);
	}
	return gaps / n;
});
/** Measured: with 200 samples a limit that was just broken was passed in 11 of 100 runs, where the policy allows 5. */
const BIASED = {
	says: "chance makes it too high by an amount that no interval knows",
	instead: "ece or brier"
};
/** Maximum calibration error: the largest gap of a bin, whatever the number of its answers (Guo et al. 2017). */
const mce = {
	notJudged: BIASED,
	...binned((totals) => {
		let largest = NaN;
		for (let bin = 0; bin < 15; bin += 1) {
			const n = totals[2 * bin] ?? 0;
			const gap = Math.abs(totals[2 * bin + 1] ?? 0) / n;
			if (n > 1e-9 && !(gap <= largest)) largest = gap;
		}
		return largest;
	})
};
/**
* Expected calibration error over bins of equal mass: the bins' ends are quantiles of the confidences (Nixon et al. 2019, "Measuring
* calibration in deep learning"), interpolated and closed on the right, as `calibration_curve(strategy="quantile")` of
* scikit-learn has them; where an end is a confidence itself, it is in the bin below, of which rounding decides there.
*/
const eceMass = {
	notJudged: BIASED,
	parts: confidenceParts,
	over: (samples) => {
		const confidences = columnOf(samples, ({ parts }) => parts[0] ?? NaN);
		const isRight = Uint8Array.from(columnOf(samples, ({ parts }) => parts[1] ?? 0));
		const order = [...ordered(confidences)];
		const weigh = weigher(samples);
		return resampled(samples, (times) => {
			const weights = weigh(times);
			const counted = order.filter((sample) => (weights[sample] ?? 0) > 0);
			const total = counted.reduce((sum, sample) => sum + (weights[sample] ?? 0), 0);
			const ends = quantiles(counted.map((sample) => ({
				value: confidences[sample] ?? 0,
				weight: weights[sample] ?? 0
			})), total);
			const gaps = new Float64Array(15);
			let bin = 0;
			for (const sample of counted) {
				const confidence = confidences[sample] ?? 0;
				while (bin < ends.length && confidence > (ends[bin] ?? 1)) bin += 1;
				const gap = (weights[sample] ?? 0) * ((isRight[sample] ?? 0) - confidence);
				gaps[bin] = (gaps[bin] ?? 0) + gap;
			}
			return total > 0 ? gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / total : NaN;
		});
	}
};
/** The inner ends of the bins: at (W − 1) k / 15 of the sorted values, each as often as it weighs (type 7 of Hyndman & Fan 1996). */
function quantiles(sorted, total) {
	const ends = [];
	let [at, upTo] = [0, sorted[0]?.weight ?? 0];
	const valueAt = (place) => {
		while (place >= upTo - 1e-9 && at < sorted.length - 1) {
			at += 1;
			upTo += sorted[at]?.weight ?? 0;
		}
		return sorted[at]?.value ?? NaN;
	};
	for (let bin = 1; bin < 15; bin += 1) {
		const place = (total - 1) * bin / 15;
		const below = Math.floor(place + 1e-9);
		const share = Math.max(0, place - below);
		const low = valueAt(below);
		const [keptAt, keptUpTo] = [at, upTo];
		const high = share === 0 ? low : valueAt(below + 1);
		[at, upTo] = [keptAt, keptUpTo];
		ends.push(low + share * (high - low));
	}
	return ends;
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
	const characters = Array.from(splitWords(text).join(""));
	return ORDERS.map((n) => countNgrams(characters, n, ""));
}

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
		let classes = 1;
		for (const { parts } of samples) classes = Math.max(classes, 1 + (parts[0] ?? 0), 1 + (parts[1] ?? 0));
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
const countsOf = (totals, label) => {
	const [right = 0, references = 0, predictions = 0] = totals.subarray(3 * label, 3 * label + 3);
	return {
		right,
		references,
		predictions
	};
};
/** Where the denominator is 0 a rate is undefined: scikit-learn warns and says 0, or what `zero_division` has. */
const rate = (part, of) => of > NOTHING$1 ? part / of : NaN;
/** What sums of weights may be off where nothing is left of them. */
const NOTHING$1 = 1e-9;
const precisionOf = ({ right, predictions }) => rate(right, predictions);
const recallOf = ({ right, references }) => rate(right, references);
/** 2TP / (2TP + FP + FN): 0 of a class that occurs and is never predicted. */
const f1Of = ({ right, references, predictions }) => rate(2 * right, references + predictions);
/** What is asked of class 1 against all others, in tasks with two classes and of one class of many. */
const ofClassOne = (value) => byClass((totals, classes) => {
	let all = 0;
	for (let label = 0; label <= classes; label += 1) all += totals[3 * label + 1] ?? 0;
	return value(classes > 1 ? countsOf(totals, 1) : {
		right: 0,
		references: 0,
		predictions: 0
	}, all);
});
/** F1 of class 1 (binary). */
const f1 = ofClassOne(f1Of);
/** TP / (TP + FP) of class 1. */
const precision = ofClassOne(precisionOf);
/** TP / (TP + FN) of class 1: its sensitivity. */
const recall = ofClassOne(recallOf);
/** TN / (TN + FP): the recall of everything that is not class 1. */
const specificity = ofClassOne(({ right, references, predictions }, all) => rate(all - references - predictions + right, all - references));
const alike = () => 1;
const byReferences = ({ references }) => references;
/**
* A mean over the classes that occur among the references of the samples that count, in a resample too: what the metric is on those
* samples. scikit-learn adds classes that are only ever predicted, which would make the number of classes the model's.
*/
const averaged = (of, weight) => byClass((totals, classes) => {
	let [sum, weights] = [0, 0];
	for (let label = 0; label < classes; label += 1) {
		const counts = countsOf(totals, label);
		if (!(counts.references > NOTHING$1)) continue;
		sum += weight(counts) * of(counts);
		weights += weight(counts);
	}
	return rate(sum, weights);
});
/** Undefined where a class that occurs is never predicted: left out, forgetting a class would raise the mean. */
const precisionMacro = averaged(precisionOf, alike);
const precisionWeighted = averaged(precisionOf, byReferences);
/** Balanced accuracy (Brodersen et al. 2010): the mean recall of the classes. */
const recallMacro = averaged(recallOf, alike);
const f1MacroAggregate = averaged(f1Of, alike);
const f1Weighted = averaged(f1Of, byReferences);
/** Sums over classes, no known label among them. */
function margins(totals, classes) {
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
	return {
		right,
		n,
		products,
		references,
		predictions
	};
}
/**
* Gorodkin 2004 for several classes; Matthews 1975 for two. Undefined where the references are of one class: there is nothing to
* correlate with, and scikit-learn's 0 would be said of answers that are all right. A model that says one class throughout has 0, the
* limit of answers that tell nothing (Chicco and Jurman 2020, BMC Genomics 21:6), as in scikit-learn.
*/
const mccAggregate = byClass((totals, classes) => {
	const { right, n, products, references, predictions } = margins(totals, classes);
	const [asked, said] = [n * n - references, n * n - predictions];
	if (!(asked > NOTHING$1)) return NaN;
	return said > NOTHING$1 ? (right * n - products) / Math.sqrt(asked * said) : 0;
});
/** Cohen 1960: (p_o − p_e) / (1 − p_e) of references and predictions. Undefined where both have one and the same single class. */
const kappaAggregate = byClass((totals, classes) => {
	const { right, n, products } = margins(totals, classes);
	return rate(n * right - products, n * n - products);
});

// src/core/metrics/corpus/pairs-in-order.ts
/** Of each sample which of the distinct values it has, lowest first. */
function valueLevels(values) {
	const of = new Int32Array(values.length);
	let [level, last] = [-1, NaN];
	for (const sample of ordered(values)) {
		const value = values[sample] ?? 0;
		if (value !== last) level += 1;
		last = value;
		of[sample] = level;
	}
	return {
		of,
		count: level + 1
	};
}
/** What counts on each level. */
function totalsOf({ of, count }, weights) {
	const totals = new Float64Array(count);
	for (let sample = 0; sample < weights.length; sample += 1) {
		const level = of[sample];
		totals[level] = totals[level] + weights[sample];
	}
	return totals;
}
const pairsIn = (weight) => weight * (weight - 1) / 2;
/** With how many samples each is in the wrong order, and with how many, itself among them, it shares both values. */
function tiedWithEach({ right, said, order }) {
	const [wrong, both] = [new Float64Array(order.length), new Float64Array(order.length)];
	const at = (place) => order[place];
	const rightAt = (place) => right.of[at(place)];
	const saidAt = (place) => said.of[at(place)];
	const [lower, higher] = [new Fenwick(said.count), new Fenwick(said.count)];
	for (let start = 0; start < order.length;) {
		let end = start;
		for (; end < order.length && rightAt(end) === rightAt(start); end += 1) wrong[at(end)] = start - lower.upTo(saidAt(end));
		for (let first = start; first < end;) {
			let last = first;
			while (last < end && saidAt(last) === saidAt(first)) last += 1;
			for (let place = first; place < last; place += 1) both[at(place)] = last - first;
			first = last;
		}
		for (let place = start; place < end; place += 1) lower.add(saidAt(place), 1);
		start = end;
	}
	for (let end = order.length; end > 0;) {
		let start = end;
		for (; start > 0 && rightAt(start - 1) === rightAt(end - 1); start -= 1) {
			const own = saidAt(start - 1);
			wrong[at(start - 1)] = wrong[at(start - 1)] + (own === 0 ? 0 : higher.upTo(own - 1));
		}
		for (let place = start; place < end; place += 1) higher.add(saidAt(place), 1);
		end = start;
	}
	return {
		wrong,
		both
	};
}
/** Pairs in the wrong order, and those that share both values. */
function walk({ right, said, order }, weights) {
	const seen = new Fenwick(said.count);
	let [wrong, both, total] = [
		0,
		0,
		0
	];
	for (let start = 0; start < order.length;) {
		const level = right.of[order[start] ?? 0];
		let end = start;
		let [alike, last] = [0, -1];
		for (; end < order.length && right.of[order[end] ?? 0] === level; end += 1) {
			const sample = order[end] ?? 0;
			const own = said.of[sample] ?? 0;
			const weight = weights[sample] ?? 0;
			wrong += weight * (total - seen.upTo(own));
			if (own !== last) both += pairsIn(alike);
			alike = (own === last ? alike : 0) + weight;
			last = own;
		}
		both += pairsIn(alike);
		for (let at = start; at < end; at += 1) {
			const sample = order[at] ?? 0;
			seen.add(said.of[sample] ?? 0, weights[sample] ?? 0);
			total += weights[sample] ?? 0;
		}
		start = end;
	}
	return {
		wrong,
		both
	};
}
/** Sums up to a place, kept as they are added to (Fenwick 1994). */
var Fenwick = class {
	#sums;
	constructor(size) {
		this.#sums = new Float64Array(size + 1);
	}
	add(place, weight) {
		for (let at = place + 1; at < this.#sums.length; at += at & -at) this.#sums[at] = this.#sums[at] + weight;
	}
	/** This place among them. */
	upTo(place) {
		let total = 0;
		for (let at = place + 1; at > 0; at -= at & -at) total += this.#sums[at];
		return total;
	}
};

// src/core/metrics/corpus/correlation.ts
/**
* @param without the value without each sample, where each counts once
* @param summed the value by sums of what each sample moves it by; what several do together is left out (Hájek's projection), which is by 1/√n less
*/
const ofPairs = (value, without, summed) => ({
	parts: numberParts,
	over: (samples) => {
		const levels = (part) => valueLevels(columnOf(samples, ({ parts }) => parts[part] ?? NaN));
		const [right, said] = [levels(0), levels(1)];
		const order = ordered(Float64Array.from(right.of, (level, sample) => level * said.count + (said.of[sample] ?? 0)));
		const weigh = weigher(samples);
		const pairing = {
			right,
			said,
			order
		};
		return resampled(samples, (times) => value(pairing, weigh(times)), () => without(pairing), () => summed(pairing));
	}
});
/** The rank of each level, those who share it sharing the mean of their ranks; of a total weight of n these are 1 to n. */
function ranksOf(totals) {
	const ranks = new Float64Array(totals.length);
	let below = 0;
	for (let level = 0; level < totals.length; level += 1) {
		const weight = totals[level];
		ranks[level] = below + (weight + 1) / 2;
		below += weight;
	}
	return ranks;
}
/** Pearson's correlation of the ranks (Spearman 1904). Undefined where either side has one value alone. */
const spearman = ofPairs(({ right, said }, weights) => {
	const { ofRight, ofSaid } = centredRanks(right, said, weights);
	let [products, left, other] = [
		0,
		0,
		0
	];
	for (let sample = 0; sample < weights.length; sample += 1) {
		const weight = weights[sample];
		const a = ofRight[right.of[sample]];
		const b = ofSaid[said.of[sample]];
		products += weight * a * b;
		left += weight * a * a;
		other += weight * b * b;
	}
	return spearmanOf(products, left, other);
}, (pairing) => {
	const { right, said } = pairing;
	const size = right.of.length;
	const { products, left, other, ofProducts, ofLeft, ofOther } = rankProducts(pairing);
	const tied = [tiesOf(right), tiesOf(said)];
	const { wrong, both } = tiedWithEach(pairing);
	return (sample) => {
		const one = tied[0][right.of[sample]];
		const another = tied[1][said.of[sample]];
		const agreeing = size - one - another + both[sample] - 2 * wrong[sample];
		return spearmanOf(products - ofProducts[sample] + agreeing / 4, left - ofLeft[sample] + (size - one) / 4, other - ofOther[sample] + (size - another) / 4);
	};
}, (pairing) => {
	const { products, left, other, ofProducts, ofLeft, ofOther } = rankProducts(pairing);
	return {
		columns: [
			ofProducts,
			evened(ofLeft),
			evened(ofOther)
		],
		value: ([a = 0, b = 0, c = 0]) => spearmanOf(a - 2 * products, b - 2 * left, c - 2 * other)
	};
});
/** Sums of products of ranks from their centres, and what each sample moves them by: by its own ranks, and by those of all others that it shifts. */
function rankProducts({ right, said }) {
	const size = right.of.length;
	const { ofRight, ofSaid } = centredRanks(right, said, new Float64Array(size).fill(1));
	const rankOf = (ranks, { of }, sample) => ranks[of[sample]];
	let [products, left, other] = [
		0,
		0,
		0
	];
	const sums = () => [new Float64Array(right.count), new Float64Array(said.count)];
	const [[rightByRight, rightBySaid], [saidByRight, saidBySaid]] = [sums(), sums()];
	for (let sample = 0; sample < size; sample += 1) {
		const [a, b] = [rankOf(ofRight, right, sample), rankOf(ofSaid, said, sample)];
		const [level, otherLevel] = [right.of[sample], said.of[sample]];
		products += a * b;
		left += a * a;
		other += b * b;
		rightByRight[level] = rightByRight[level] + a;
		saidByRight[level] = saidByRight[level] + b;
		rightBySaid[otherLevel] = rightBySaid[otherLevel] + a;
		saidBySaid[otherLevel] = saidBySaid[otherLevel] + b;
	}
	const [aByRight, bByRight] = [lowerLessHigher(rightByRight), lowerLessHigher(saidByRight)];
	const [aBySaid, bBySaid] = [lowerLessHigher(rightBySaid), lowerLessHigher(saidBySaid)];
	const columns = [
		new Float64Array(size),
		new Float64Array(size),
		new Float64Array(size)
	];
	for (let sample = 0; sample < size; sample += 1) {
		const [level, otherLevel] = [right.of[sample], said.of[sample]];
		const [a, b] = [rankOf(ofRight, right, sample), rankOf(ofSaid, said, sample)];
		columns[0][sample] = a * b - (aBySaid[otherLevel] + bByRight[level]) / 2;
		columns[1][sample] = a * a - aByRight[level];
		columns[2][sample] = b * b - bBySaid[otherLevel];
	}
	return {
		products,
		left,
		other,
		ofProducts: columns[0],
		ofLeft: columns[1],
		ofOther: columns[2]
	};
}
/** Part of itself within which what samples add to a spread is taken for one number: a correlation moves by no more. */
const EVEN = 1e-5;
/** With hardly any ties all samples add nearly the same to a spread, which then takes no sums. */
function evened(column) {
	const [least, most] = [column.reduce((a, b) => Math.min(a, b), Infinity), column.reduce((a, b) => Math.max(a, b), -Infinity)];
	return most - least > EVEN * most ? column : column.slice().fill(weightOfAll(column) / column.length);
}
const spearmanOf = (products, left, other) => left > 1e-9 && other > 1e-9 ? products / Math.sqrt(left * other) : NaN;
/** How far the ranks lie from their centre. */
function centredRanks(right, said, weights) {
	const centre = (weightOfAll(weights) + 1) / 2;
	const from = (levels) => ranksOf(totalsOf(levels, weights)).map((rank) => rank - centre);
	return {
		ofRight: from(right),
		ofSaid: from(said)
	};
}
/** Of each level the sum of all lower ones less that of all higher ones. */
function lowerLessHigher(sums) {
	const all = weightOfAll(sums);
	let lower = 0;
	return sums.map((sum) => {
		const difference = lower - (all - lower - sum);
		lower += sum;
		return difference;
	});
}
const tiesOf = (levels) => totalsOf(levels, new Float64Array(levels.of.length).fill(1));
/**
* τ-b = (P − Q) / √((n₀ − n₁)(n₀ − n₂)) over pairs of samples, n₁ and n₂ of which share a value on a side (Kendall 1945); P − Q by
* the count of pairs in the wrong order (Knight 1966). Undefined where either side has one value alone.
*/
const kendall = ofPairs((pairing, weights) => {
	const { right, said } = pairing;
	const tied = (levels) => {
		const totals = totalsOf(levels, weights);
		let pairs = 0;
		for (let level = 0; level < totals.length; level += 1) pairs += pairsIn(totals[level]);
		return pairs;
	};
	const { wrong, both } = walk(pairing, weights);
	return kendallOf(weightOfAll(weights), tied(right), tied(said), both, wrong);
}, (pairing) => {
	const { right, said } = pairing;
	const size = right.of.length;
	const [ofRight, ofSaid] = [tiesOf(right), tiesOf(said)];
	const pairsOf = (ties) => ties.reduce((sum, count) => sum + pairsIn(count), 0);
	const [rightPairs, saidPairs] = [pairsOf(ofRight), pairsOf(ofSaid)];
	const { wrong, both } = walk(pairing, new Float64Array(size).fill(1));
	const each = tiedWithEach(pairing);
	return (sample) => kendallOf(size - 1, rightPairs - ofRight[right.of[sample]] + 1, saidPairs - ofSaid[said.of[sample]] + 1, both - each.both[sample] + 1, wrong - each.wrong[sample]);
}, (pairing) => {
	const { right, said } = pairing;
	const size = right.of.length;
	const [ofRight, ofSaid] = [tiesOf(right), tiesOf(said)];
	const { wrong, both } = tiedWithEach(pairing);
	const columns = [
		new Float64Array(size),
		new Float64Array(size),
		new Float64Array(size)
	];
	for (let sample = 0; sample < size; sample += 1) {
		const apart = size - ofRight[right.of[sample]];
		const otherApart = size - ofSaid[said.of[sample]];
		const comparable = apart + otherApart - size + both[sample];
		columns[0][sample] = comparable - 2 * wrong[sample];
		columns[1][sample] = apart;
		columns[2][sample] = otherApart;
	}
	const [agreeing, apart, otherApart] = columns.map((column) => weightOfAll(column) / 2);
	return {
		columns: [
			columns[0],
			evened(columns[1]),
			evened(columns[2])
		],
		value([a = 0, b = 0, c = 0]) {
			const spread = (b - apart) * (c - otherApart);
			return spread > 1e-9 ? (a - agreeing) / Math.sqrt(spread) : NaN;
		}
	};
});
/** Of so many samples, pairs that share a value on either side or on both, and those in the wrong order. */
function kendallOf(n, ofRight, ofSaid, both, wrong) {
	const all = pairsIn(n);
	const spread = (all - ofRight) * (all - ofSaid);
	return spread > 1e-9 ? (all - ofRight - ofSaid + both - 2 * wrong) / Math.sqrt(spread) : NaN;
}

// src/core/metrics/corpus/directions.ts
const coordinate = {
	means: "coordinate of a direction",
	min: -1,
	max: 1,
	whole: false
};
/** More numbers than these are not copied for sums. */
const MOST_NUMBERS = 2 ** 24;
/**
* The mean resultant length of directions, unit vectors: |Σ w v| / Σ w, 1 where all are one and near 0 where they point anywhere (Mardia &
* Jupp 2000, "Directional statistics", 9.2.1). Undefined without any.
*/
const meanResultantLength = {
	parts: [coordinate],
	more: coordinate,
	over: (samples) => {
		let size = 0;
		for (const { parts } of samples) size = Math.max(size, parts.length);
		/** The sum of weights, and after it those of each coordinate. */
		const totals = new Float64Array(1 + size);
		const add = (into, { parts, weight }, times) => {
			const counts = weight * times;
			into[0] = into[0] + counts;
			for (let at = 0; at < parts.length; at += 1) into[1 + at] = into[1 + at] + counts * parts[at];
		};
		for (const sample of samples) add(totals, sample, 1);
		return {
			value(times) {
				const own = new Float64Array(1 + size);
				let index = 0;
				for (const sample of samples) {
					add(own, sample, times[index] ?? 0);
					index += 1;
				}
				return lengthOf(own);
			},
			without(left) {
				const own = totals.slice();
				for (const index of left) {
					const sample = samples.at(index);
					if (sample !== void 0) add(own, sample, -1);
				}
				return lengthOf(own);
			},
			sums() {
				if (samples.length * (1 + size) > MOST_NUMBERS) return null;
				const columns = Array.from({ length: 1 + size }, () => new Float64Array(samples.length));
				let index = 0;
				for (const { parts, weight } of samples) {
					for (const [at, column] of columns.entries()) column[index] = at === 0 ? weight : weight * (parts[at - 1] ?? 0);
					index += 1;
				}
				return {
					columns,
					value: lengthOf
				};
			}
		};
	}
};
/** What sums of weights may be off where nothing is left of them. */
const NOTHING = 1e-9;
const lengthOf = (totals) => {
	const weight = totals[0] ?? 0;
	return weight > NOTHING ? Math.min(1, Math.hypot(...totals.subarray(1)) / weight) : NaN;
};

// src/core/metrics/corpus/length-controlled.ts
/** Weight of the slope's square: where length parts wins from losses wholly, the slope stays finite. */
const RIDGE = 1;
const STEPS = 50;
/** A step this small changes no digit of a rate. */
const STILL = 1e-10;
/** Of logits: beyond it a rate is 0 or 1 to six digits. */
const FARTHEST = 15;
/**
* The win rate of answers as long as the reference: a logistic regression of winning (1, a tie ½, losing 0) on the difference in length,
* and what it says where the difference is 0. Length enters as tanh(difference / its standard deviation), so that no answer of ten
* thousand words decides. As length-controlled AlpacaEval (Dubois, Galambosi, Liang & Hashimoto 2024, arXiv 2404.04475) without its
* term for how hard an instruction is, which takes many models' verdicts on the same instructions. Assumes that of two answers equally
* good the judge's liking for length has this form.
*/
const lengthControlledWinRate = {
	parts: [{
		means: "win: 1, ½ for a tie, or 0",
		min: 0,
		max: 1,
		whole: false
	}, {
		means: "difference in length, answer − reference",
		min: null,
		max: null,
		whole: false
	}],
	over: (samples) => {
		const wins = Float64Array.from(samples, ({ parts: [win = 0] }) => win);
		const differences = Float64Array.from(samples, ({ parts: [, difference = 0] }) => difference);
		const weigh = weigher(samples);
		const value = (times) => {
			const weights = weigh(times);
			const lengths = lengthsBy(differences, spreadOf(differences, weights));
			const { intercept } = fitted(wins, lengths, weights);
			return rateOf(intercept);
		};
		if (samples.length <= FEW) return resampled(samples, value);
		let known = null;
		const moves = () => {
			known ??= influences(wins, differences);
			return known;
		};
		return resampled(samples, value, () => (sample) => moves().rate - moves().by[sample], () => ({
			columns: [moves().by],
			value: ([moved = 0]) => moves().rate + moved - moves().all
		}));
	}
};
/** So many are fitted without each, and in every resample: of more a single one moves the rate by nearly its derivative. */
const FEW = 2 ** 14;
const rateOf = (logit) => Math.abs(logit) > FARTHEST ? Number(logit > 0) : 1 / (1 + Math.exp(-logit));
const lengthsBy = (differences, spread) => differences.map((difference) => spread > 0 ? Math.tanh(difference / spread) : 0);
/**
* The rate, and what one more of each sample would move it by, to the first order (infinitesimal jackknife, Jaeckel 1972): by the fit's score,
* and by the spread in which lengths are measured.
*/
function influences(wins, differences) {
	const n = wins.length;
	const ones = new Float64Array(n).fill(1);
	const spread = spreadOf(differences, ones);
	const mean = weightOfAll(differences) / n;
	const lengths = lengthsBy(differences, spread);
	const { intercept, slope, h00, h01, h11 } = fitted(wins, lengths, ones);
	const rate = rateOf(intercept);
	let [bySpread0, bySpread1] = [0, 0];
	for (let sample = 0; spread > 0 && sample < n; sample += 1) {
		const x = lengths[sample];
		const own = rateOf(intercept + slope * x);
		const moved = -differences[sample] / spread ** 2 * (1 - x * x);
		const excess = -own * (1 - own) * slope * moved;
		bySpread0 += excess;
		bySpread1 += excess * x + (wins[sample] - own) * moved;
	}
	const determinant = h00 * h11 - h01 * h01;
	const by = wins.map((win, sample) => {
		const x = lengths[sample];
		const excess = win - rateOf(intercept + slope * x);
		const moved = spread > 0 ? ((differences[sample] - mean) ** 2 - spread ** 2) / (2 * spread * n) : 0;
		const [score0, score1] = [excess + bySpread0 * moved, excess * x + bySpread1 * moved];
		return rate * (1 - rate) * (h11 * score0 - h01 * score1) / determinant;
	});
	return {
		rate,
		by,
		all: weightOfAll(by)
	};
}
/** Standard deviation. */
function spreadOf(values, weights) {
	const total = weightOfAll(weights);
	const mean = values.reduce((sum, value, sample) => sum + (weights[sample] ?? 0) * value, 0) / total;
	const squares = values.reduce((sum, value, sample) => sum + (weights[sample] ?? 0) * (value - mean) ** 2, 0);
	return Math.sqrt(squares / total);
}
/** By Newton's method on the penalised likelihood, which is concave, with its curvature at the end. NaN of no samples. */
function fitted(wins, lengths, weights) {
	let [intercept, slope] = [weightOfAll(weights) > 0 ? 0 : NaN, 0];
	let curvature = {
		h00: 0,
		h01: 0,
		h11: 0
	};
	for (let step = 0; step < STEPS; step += 1) {
		let [gradient0, gradient1, h00, h01, h11] = [
			0,
			-1 * slope,
			1e-12,
			0,
			RIDGE
		];
		for (let sample = 0; sample < wins.length; sample += 1) {
			const [weight, x] = [weights[sample], lengths[sample]];
			const rate = 1 / (1 + Math.exp(-(intercept + slope * x)));
			const [excess, bend] = [weight * (wins[sample] - rate), weight * rate * (1 - rate)];
			gradient0 += excess;
			gradient1 += excess * x;
			h00 += bend;
			h01 += bend * x;
			h11 += bend * x * x;
		}
		curvature = {
			h00,
			h01,
			h11
		};
		const determinant = h00 * h11 - h01 * h01;
		const move0 = (h11 * gradient0 - h01 * gradient1) / determinant;
		const move1 = (h00 * gradient1 - h01 * gradient0) / determinant;
		const shortening = Math.min(1, 2 / Math.max(Math.abs(move0), Math.abs(move1), STILL));
		intercept += shortening * move0;
		slope += shortening * move1;
		if (!(Math.abs(intercept) <= FARTHEST)) break;
		if (Math.abs(move0) < STILL && Math.abs(move1) < STILL) break;
	}
	return {
		intercept,
		slope,
		...curvature
	};
}

// src/core/metrics/corpus/registry.ts
/**
* Functions of all samples at once that are known by name: one row an aggregate. A run that names one in its metric's
* declaration can be judged without knowing who scored it.
*/
const AGGREGATES = {
	f1,
	f1_macro: f1MacroAggregate,
	mcc: mccAggregate,
	kappa: kappaAggregate,
	balanced_accuracy: recallMacro,
	precision,
	recall,
	specificity,
	precision_macro: precisionMacro,
	precision_weighted: precisionWeighted,
	f1_weighted: f1Weighted,
	bleu: bleuAggregate,
	chrf: chrfAggregate,
	auc,
	auc_ovr: areaByClass,
	average_precision: averagePrecision,
	average_precision_macro: averagePrecisionByClass,
	ece,
	ece_mass: eceMass,
	mce,
	rmse,
	r2,
	median_absolute_error: medianAbsoluteError,
	spearman,
	kendall,
	bias_ambiguous: biasAmbiguous,
	bias_disambiguated: biasDisambiguated,
	win_rate_length_controlled: lengthControlledWinRate,
	mean_resultant_length: meanResultantLength
};
/** Why no gate may rest on it; null where one may. */
function whyNotJudged(aggregate) {
	const { notJudged } = AGGREGATES[aggregate];
	return notJudged ?? null;
}
/** What is wrong with a sample's parts; null where nothing is. */
function faultOfParts(aggregate, parts) {
	const { parts: rules, more } = AGGREGATES[aggregate];
	if (parts.length < rules.length || more === void 0 && parts.length > rules.length) return `${aggregate} needs ${rules.length} parts${more === void 0 ? "" : " or more"}, and there are ${parts.length}`;
	for (const [index, part] of parts.entries()) {
		const rule = rules[index] ?? more;
		if (rule === void 0) continue;
		if (!(typeof part === "number" && Number.isFinite(part) && (!rule.whole || Number.isSafeInteger(part))) || part < (rule.min ?? -Infinity) || part > (rule.max ?? Infinity)) return `part ${index + 1} cannot be a ${rule.means}`;
	}
	return null;
}
/** What the parts say of a sample: its class and what was taken for it, or a number and what was said; null for anything else. */
function partsName(aggregate) {
	const { parts, more } = AGGREGATES[aggregate];
	if (parts === numberParts) return "numbers";
	if (parts[0]?.means !== "class of the reference") return null;
	return more === void 0 ? "predictions" : "probabilities";
}

// src/core/metrics/classes.ts
/** More classes than these have no names in a run. */
const MOST_CLASSES = 1e3;
/** What may be asked of one class against all others, by what the parts of its metric have to hold. */
const OF_CLASS = {
	precision: "predictions",
	recall: "predictions",
	f1: "predictions",
	specificity: "predictions",
	auc: "probabilities",
	average_precision: "probabilities"
};
const CLASS_STATISTICS = Object.keys(OF_CLASS);
/** What each answer adds to the metrics in which every answer counts alike. */
const MICRO = {
	precision_micro: ({ reference, predicted }) => ({
		numerator: Number(predicted === reference),
		denominator: Number(predicted >= 0)
	}),
	f1_micro: ({ reference, predicted }) => ({
		numerator: predicted === reference ? 2 : 0,
		denominator: predicted < 0 ? 1 : 2
	})
};
const NAME$1 = /^([A-Za-z]\w*)\[(.+)\]$/su;
function parseClassMetric(name) {
	const [, statistic, label] = NAME$1.exec(name) ?? [];
	return statistic === void 0 || label === void 0 ? null : {
		statistic,
		label
	};
}
const classMetricName = ({ statistic, label }) => `${statistic}[${label}]`;
const isClassStatistic = (name) => Object.hasOwn(OF_CLASS, name);
/** The declared metric that a statistic of one class follows from; undefined where none knows its classes. */
function baseOf(statistic, known) {
	return known.find((metric) => metric.classes !== void 0 && metric.aggregate !== void 0 && partsName(metric.aggregate) === OF_CLASS[statistic]);
}
/** The statistic of one class; null where no declared metric knows the class. */
function classMetric({ statistic, label }, known) {
	if (!isClassStatistic(statistic)) return null;
	const base = baseOf(statistic, known);
	const position = base?.classes.indexOf(label) ?? -1;
	if (base === void 0 || position < 0) return null;
	return {
		name: classMetricName({
			statistic,
			label
		}),
		direction: "higher_is_better",
		kind: "corpus",
		unit: "rate",
		range: {
			min: 0,
			max: 1
		},
		scale: "linear",
		weak: false,
		aggregate: statistic,
		of_class: {
			metric: base.name,
			position
		}
	};
}
/** The same sample where the class is all that counts: 1 for it, 0 for any other, and no label is another. */
function againstOthers(score, position) {
	if (score === void 0 || typeof score === "number" || isUnscored(score) || !isCorpus(score)) return score;
	const [reference, ...rest] = score.parts;
	const predicted = rest.length > 1 ? rest[position] ?? NaN : Number(rest[0] === position);
	return { parts: [Number(reference === position), predicted] };
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

export { ASCII_PUNCTUATION as A, countOf$1 as B, chrfParts as C, countNgrams as D, sentenceBleu as E, splitWords as F, sum as G, keepItems as H, strip as I, valueOfAll as L, isLower as M, isUpper as N, matches as O, isWordCharacter as P, Cells as R, lengthControlledWinRate as S, bleuParts as T, kindsOfRows as U, forEachOf as V, ordered as W, parseClassMetric as _, meanOfRepeats as a, partsName as b, tellsRight as c, MOST_CLASSES as d, againstOthers as f, isClassStatistic as g, classMetricName as h, isGraded as i, SPACE_CLASS as j, totalOf as k, CLASS_STATISTICS as l, classMetric as m, REPEAT_METRICS as n, parseRepeatMetric as o, baseOf as p, declareRepeatMetric as r, scoreOfRepeats as s, MOST_REPEATS as t, MICRO as u, AGGREGATES as v, calibrationBinOf as w, whyNotJudged as x, faultOfParts as y, NumberLists as z };