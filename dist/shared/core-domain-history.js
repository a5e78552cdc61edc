import { t as require_fastest_levenshtein } from "./npm-fastest-levenshtein.js";

// src/core/domain/verdict.ts
/**
* The four verdicts, mildest first.
*
* ```
* pass  <  inconclusive  <  regression  <  invalid
* ```
*
* `invalid` is worst because nothing at all is known: the data were missing, unreadable or not comparable.
*/
const VERDICTS = [
	"pass",
	"inconclusive",
	"regression",
	"invalid"
];
/**
* The worst of several verdicts. Commutative, associative and idempotent.
*
* Nothing judged is nothing known, so `join([])` is `invalid`: an empty set must never become a green check.
*/
function join(verdicts) {
	let worst = -1;
	for (const verdict of verdicts) worst = Math.max(worst, VERDICTS.indexOf(verdict));
	return VERDICTS[worst] ?? "invalid";
}
/** Whether a merge rests on proof: `pass` is the only verdict that is one. */
const isProven = (verdict) => verdict === "pass";
/** Exit codes of the command line and of the action's last step. */
const EXIT_CODES = {
	notBlocked: 0,
	regression: 1,
	inconclusiveAndBlocked: 2,
	invalid: 3,
	wrongUsage: 4,
	ourFault: 5
};
/** The one place where a verdict becomes an exit code. What is invalid blocks, whatever was said of it. */
function verdictExitCode(verdict, blocked) {
	if (verdict === "invalid") return EXIT_CODES.invalid;
	if (!blocked) return EXIT_CODES.notBlocked;
	return verdict === "regression" ? EXIT_CODES.regression : EXIT_CODES.inconclusiveAndBlocked;
}

// src/core/domain/short-line.ts
/** Controls, and characters that change how text reads without being seen (Unicode: Cc, Cf, Zl, Zp, surrogates). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu;
/**
* What another program, a server or a model said, for a message of ours: on one line, without what cannot be seen, of at most `most`
* characters and an ellipsis where more was said.
*/
function shortLine(text, most) {
	const line = text.slice(0, 20 * most).replace(UNSEEN, " ").trim();
	const shown = [...line].slice(0, most).join("");
	return shown.length < line.length || text.length > 20 * most ? `${shown}…` : line;
}

// src/core/domain/errors.ts
var WeighbridgeError = class extends Error {
	name = "WeighbridgeError";
	kind;
	fix;
	at;
	constructor(kind, message, detail = {}) {
		super(message, { cause: detail.cause });
		this.kind = kind;
		this.fix = detail.fix;
		this.at = detail.at;
	}
	/** The error as a person reads it: where, what, and what to do. */
	describe() {
		const place = this.at === void 0 ? "" : `${formatLocation(this.at)}: `;
		const fix = this.fix === void 0 ? "" : `\n  fix: ${this.fix}`;
		return `${place}${this.message}${fix}`;
	}
};
/** The same error with what to do about it, where it does not say that itself. */
function withFix(error, fix) {
	if (error.fix !== void 0 || error instanceof IssueList) return error;
	const at = error.at === void 0 ? {} : { at: error.at };
	return new WeighbridgeError(error.kind, error.message, {
		...at,
		fix,
		cause: error
	});
}
/** Several faults of one file, reported at once so that nobody fixes them one run at a time. */
var IssueList = class extends WeighbridgeError {
	issues;
	constructor(kind, issues) {
		super(kind, issues.map((issue) => issue.describe()).join("\n"));
		this.issues = issues;
	}
	describe() {
		return this.message;
	}
};
/** Of Linux. */
const LONGEST_PATH = 4096;
function formatLocation({ file, line, column, key }) {
	const place = [
		shortLine(file, LONGEST_PATH),
		line,
		column
	].filter((part) => part !== void 0).join(":");
	return key === void 0 ? place : `${place} (${shortLine(key, 200)})`;
}
/** The text of anything that was thrown. */
function messageOf(error) {
	if (error instanceof WeighbridgeError) return error.describe();
	return error instanceof Error ? error.message : String(error);
}
/** Closes a union: a new member that is not handled fails to compile. */
function assertNever(value) {
	throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}

// src/core/domain/suggest.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
/** Ways to write one name: `ROUGE-L` and `rougeL`, `macro-f1` and `f1_macro`. */
const FORMS = [(name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""), (name) => name.toLowerCase().split(/[^a-z0-9]+/).sort().join(" ")];
/** The name that was probably meant, or undefined when none is near. */
function nearest(written, known) {
	if (known.length === 0 || !/[a-z0-9]/i.test(written)) return void 0;
	for (const form of FORMS) {
		const found = known.find((name) => form(name) === form(written));
		if (found !== void 0) return found;
	}
	const candidate = (0, import_fastest_levenshtein.closest)(written, [...known]);
	const typos = Math.ceil(Math.max(written.length, candidate.length) / 3);
	return (0, import_fastest_levenshtein.distance)(written, candidate) <= typos ? candidate : void 0;
}
/** What to do about an unknown name: the one that was probably meant, and all there are when they are few. */
function suggestion(written, known, what = "known") {
	const near = nearest(written, known);
	const all = known.length === 0 ? `there are none` : `${what}: ${known.join(", ")}`;
	if (near === void 0) return all;
	return known.length > 12 ? `did you mean ${near}?` : `did you mean ${near}? (${all})`;
}

// src/core/domain/metric.ts
/** The one place that asks for a direction. */
function worseSign({ direction }) {
	return direction === "higher_is_better" ? -1 : 1;
}

// src/core/domain/key-table.ts
/** More places looked at for one key would mean that keys were made to meet: such are held in a map. */
const MOST_PROBES = 256;
/** Longer keys are held as texts. */
const MOST_BYTES = 4096;
const FEWEST_SLOTS = 16;
/** So much of the slots is used at most: two probes a key on average. */
const FULLEST = 2 / 3;
/** What is not used of more is given back. */
const SLACK = .9;
/** A place in the bytes is held in 32 bits. */
const MOST_IN_ALL = 2 ** 32 - 1;
const DEL = 127;
/**
* Keys in the order in which they first came, each once, and where each stands. Those of ASCII are bytes one after the other, found by their
* hash in a table of positions: some 20 bytes a key beside its own, and no object on the heap. Any other key is held as the text that it is.
*/
var KeyTable = class {
	#length = 0;
	#bytes = /* @__PURE__ */ new Uint8Array(64);
	/** Where each key begins, and behind them where the last one ends; texts have no bytes. */
	#starts = new Uint32Array(FEWEST_SLOTS);
	/** Positions from 1, by hash; 0 where there is none. */
	#slots = new Int32Array(FEWEST_SLOTS);
	/** Whether another table holds the same bytes, so that they are copied before anything is added. */
	#isShared = false;
	#texts = /* @__PURE__ */ new Map();
	#textAt = /* @__PURE__ */ new Map();
	get length() {
		return this.#length;
	}
	/** Where the key stands: at what was the table's length, for one that is new. */
	claim(key) {
		const bytes = asciiOf(key);
		if (bytes !== null) return this.claimBytes(bytes, 0, bytes.length);
		return this.#texts.get(key) ?? this.#addText(key);
	}
	/** The same of bytes, each of which must be ASCII. */
	claimBytes(bytes, start, end) {
		const slot = this.#slotOf(bytes, start, end);
		const known = slot === -1 ? 0 : this.#slots[slot];
		if (known > 0) return known - 1;
		const text = this.#texts.size === 0 ? void 0 : this.#texts.get(asciiText(bytes, start, end));
		if (text !== void 0) return text;
		const used = this.#starts[this.#length];
		if (slot === -1 || end - start > MOST_BYTES || used + end - start > MOST_IN_ALL) return this.#addText(asciiText(bytes, start, end));
		this.#ownBytes();
		this.#slots[slot] = this.#length + 1;
		if (used + end - start > this.#bytes.length) this.#bytes = grown(this.#bytes, new Uint8Array(Math.min(2 * this.#bytes.length + MOST_BYTES, MOST_IN_ALL)));
		for (let index = start; index < end; index += 1) this.#bytes[used + index - start] = bytes[index];
		return this.#add(used + end - start);
	}
	/** Forgets how keys are found, which takes as much as short keys do; it is worked out anew where one is looked for again. */
	release() {
		this.#slots = /* @__PURE__ */ new Int32Array(0);
		const used = this.#starts[this.#length];
		if (used < SLACK * this.#bytes.length) this.#bytes = this.#bytes.slice(0, used);
		if (this.#length + 1 < SLACK * this.#starts.length) this.#starts = this.#starts.slice(0, this.#length + 1);
	}
	/**
	* Where two tables have the same keys in the same order, as two runs of one suite mostly do, they hold them once from now on, and forget how they
	* are found.
	* @returns whether it is so; false too where keys are held as texts
	*/
	shareWith(other) {
		if (this.#textAt.size + other.#textAt.size > 0 || this.#length !== other.#length) return false;
		const used = this.#starts[this.#length];
		for (let position = 0; position <= this.#length; position += 1) if (this.#starts[position] !== other.#starts[position]) return false;
		for (let at = 0; at < used; at += 1) if (this.#bytes[at] !== other.#bytes[at]) return false;
		this.release();
		other.#slots = /* @__PURE__ */ new Int32Array(0);
		other.#bytes = this.#bytes;
		other.#starts = this.#starts;
		this.#isShared = true;
		other.#isShared = true;
		return true;
	}
	#ownBytes() {
		if (!this.#isShared) return;
		this.#bytes = this.#bytes.slice();
		this.#starts = this.#starts.slice();
		this.#isShared = false;
	}
	/** -1 for a key that is not there. */
	find(key) {
		const bytes = asciiOf(key);
		return bytes === null ? this.#texts.get(key) ?? -1 : this.#findBytes(bytes, 0, bytes.length);
	}
	/** Where the key at a position of another table stands in this one; -1 where it does not. */
	findOf(other, position) {
		const text = other.#textAt.get(position);
		if (text !== void 0) return this.find(text);
		return this.#findBytes(other.#bytes, other.#starts[position], other.#starts[position + 1]);
	}
	at(position) {
		return (this.#textAt.size === 0 ? void 0 : this.#textAt.get(position)) ?? asciiText(this.#bytes, this.#starts[position], this.#starts[position + 1]);
	}
	/** By code units, as `<` compares texts: the same order on every machine. */
	compare(position, other, otherPosition) {
		if (this.#textAt.size + other.#textAt.size > 0) {
			const [one, another] = [this.at(position), other.at(otherPosition)];
			return one < another ? -1 : one > another ? 1 : 0;
		}
		const [left, right] = [this.#bytes, other.#bytes];
		let at = this.#starts[position];
		let otherAt = other.#starts[otherPosition];
		const length = this.#starts[position + 1] - at;
		const otherLength = other.#starts[otherPosition + 1] - otherAt;
		for (let rest = Math.min(length, otherLength); rest > 0; rest -= 1) {
			const difference = left[at] - right[otherAt];
			if (difference !== 0) return difference;
			at += 1;
			otherAt += 1;
		}
		return length - otherLength;
	}
	/** The positions in the order of their keys. */
	order() {
		let positions = new Int32Array(this.#length);
		for (let position = 0; position < positions.length; position += 1) positions[position] = position;
		let merged = new Int32Array(this.#length);
		for (let width = 1; width < positions.length; width *= 2) {
			for (let start = 0; start < positions.length; start += 2 * width) this.#merge(positions, start, start + width, Math.min(start + 2 * width, positions.length), merged);
			[positions, merged] = [merged, positions];
		}
		return positions;
	}
	/** Two runs that follow each other, into one at the same place. */
	#merge(from, start, middle, end, into) {
		let [left, right] = [start, middle];
		if (middle >= end || this.compare(from[middle - 1], this, from[middle]) <= 0) {
			into.set(from.subarray(start, end), start);
			return;
		}
		for (let place = start; place < end; place += 1) {
			const isLeft = left < middle && (right >= end || this.compare(from[left], this, from[right]) <= 0);
			into[place] = isLeft ? from[left] : from[right];
			if (isLeft) left += 1;
			else right += 1;
		}
	}
	#findBytes(bytes, start, end) {
		const slot = this.#slotOf(bytes, start, end);
		const known = slot === -1 ? 0 : this.#slots[slot];
		if (known > 0) return known - 1;
		return this.#texts.size === 0 ? -1 : this.#texts.get(asciiText(bytes, start, end)) ?? -1;
	}
	#add(end) {
		this.#ownBytes();
		const position = this.#length;
		this.#length += 1;
		if (this.#length === this.#starts.length) this.#starts = grown(this.#starts, new Uint32Array(2 * this.#starts.length));
		this.#starts[this.#length] = end;
		const slots = this.#slots.length;
		if (slots > 0 && this.#length > FULLEST * slots) this.#spread(2 * slots);
		return position;
	}
	#addText(key) {
		this.#texts.set(key, this.#length);
		this.#textAt.set(this.#length, key);
		return this.#add(this.#starts[this.#length]);
	}
	/** The slot of the key, or the free one that it would have; -1 where none is near. */
	#slotOf(bytes, start, end) {
		if (this.#slots.length === 0) this.#spread(slotsFor(this.#length));
		const [slots, own, starts] = [
			this.#slots,
			this.#bytes,
			this.#starts
		];
		const mask = slots.length - 1;
		let slot = hashOf(bytes, start, end) & mask;
		for (let probe = 0; probe < MOST_PROBES; probe += 1) {
			const position = slots[slot] - 1;
			if (position === -1) return slot;
			let at = starts[position];
			if (starts[position + 1] - at === end - start) {
				let index = start;
				while (index < end && own[at] === bytes[index]) {
					at += 1;
					index += 1;
				}
				if (index === end) return slot;
			}
			slot = slot + 1 & mask;
		}
		return -1;
	}
	#spread(slots) {
		this.#slots = new Int32Array(slots);
		for (let position = 0; position < this.#length; position += 1) {
			if (this.#textAt.size > 0 && this.#textAt.has(position)) continue;
			const [start, end] = [this.#starts[position], this.#starts[position + 1]];
			const slot = this.#slotOf(this.#bytes, start, end);
			if (slot === -1) {
				const text = asciiText(this.#bytes, start, end);
				this.#texts.set(text, position);
				this.#textAt.set(position, text);
			} else this.#slots[slot] = position + 1;
		}
	}
};
/** As many as a table has that has grown to so many keys. */
const slotsFor = (keys) => Math.max(FEWEST_SLOTS, 2 ** Math.ceil(Math.log2((keys + 1) / FULLEST)));
/** FNV-1a with a last step that lets all bits reach the lowest ones. */
function hashOf(bytes, start, end) {
	let hash = 2166136261;
	for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ bytes[index], 16777619);
	hash = Math.imul(hash ^ hash >>> 15, 739982445);
	return hash ^ hash >>> 13;
}
const scratch = new Uint8Array(MOST_BYTES);
/** The bytes of a text of ASCII, until the next call; null for any other, and for a long one. */
function asciiOf(text) {
	if (text.length > MOST_BYTES) return null;
	for (let index = 0; index < text.length; index += 1) {
		const unit = text.charCodeAt(index);
		if (unit > DEL) return null;
		scratch[index] = unit;
	}
	return scratch.subarray(0, text.length);
}
const asciiText = (bytes, start, end) => String.fromCharCode.apply(null, bytes.subarray(start, end));
function grown(from, into) {
	into.set(from);
	return into;
}

// src/core/domain/sample.ts
/** Stands for the digest of what a program did not keep. A side that kept it is not comparable with one that did not. */
const NOT_RECORDED = "not recorded";
/** SHA-256 of an empty text, which some programs write for what was asked where the question lies in the choices. */
const OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
/** What failing means: one failure of a `critical` case is one too many, a `normal` one counts towards a limit, a `warn` is told. */
const SEVERITIES = [
	"critical",
	"normal",
	"warn"
];
/** More names of checks than these, or longer ones, are cut off where they are made. */
const MOST_CHECKS = {
	count: 32,
	name: 200
};
const SAMPLES_INCLUDED = [
	"none",
	"changed",
	"all"
];
/** A sample as it is stored. Which ones change is not known before all are there: but for `none`, every question is kept. */
function storedSample(sample, include = "changed") {
	if (include !== "none") return sample;
	const { asked: _, ...rest } = sample;
	return rest;
}
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
/** A sample by other names, which stays held as it is: its members may be read where they are asked for. */
const renamed = (sample, names) => new Proxy(sample, { get: (own, member) => Reflect.get(Object.hasOwn(names, member) ? names : own, member) });
/** Whether nobody needs to look at any of the samples for this member. */
const lacks = (samples, member) => samples.lacks?.(member) === true;
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
/** The id in such a key. */
const idOf = (key) => key.split("\0", 1)[0] ?? key;

// src/core/domain/drift.ts
/** What is looked at of two answers to one prompt, whatever is right. */
const DRIFT_FEATURES = [
	"length",
	"refusal",
	"format",
	"language",
	"repetition",
	"vocabulary",
	"meaning",
	"judge"
];
/** The unit of a limit on it, where that is no part of the baseline's, and what no drift can exceed. */
const DRIFT_LIMITS = {
	length: {
		unit: "number",
		most: null
	},
	refusal: {
		unit: "rate",
		most: 1
	},
	format: {
		unit: "rate",
		most: 1
	},
	language: {
		unit: "rate",
		most: 1
	},
	repetition: {
		unit: "rate",
		most: 1
	},
	vocabulary: {
		unit: "number",
		most: 1
	},
	meaning: {
		unit: "number",
		most: 2
	},
	judge: {
		unit: "number",
		most: null
	}
};
const isDriftFeature = (name) => Object.hasOwn(DRIFT_LIMITS, name);

// src/core/domain/gate.ts
/** A source in words, such as `flag --max-mmlu-drop` or `weighbridge.yml:12`. */
function describeSource(source) {
	switch (source.kind) {
		case "default": return "default";
		case "input": return `input ${source.name}`;
		case "flag": return `flag ${source.name}`;
		case "file": return `${source.file}:${source.line}`;
	}
}
/** The metrics that a gain has to outweigh; none of a rule that is about one metric. */
function lossesOf(rule) {
	return "losses" in rule ? rule.losses : [];
}
/** The metrics that a gate needs, its own first; none of one on the answers themselves. */
function metricsOfGate(gate) {
	if (gate.rule === "max_drift") return [];
	return gate.rule === "average" ? gate.of : [gate, ...lossesOf(gate)];
}
/** The tasks that it needs. */
function tasksOfGate(gate) {
	return gate.rule === "max_drift" ? [gate.task] : metricsOfGate(gate).map(({ task }) => task);
}
/** A limit in words and units, as a person would write it in the config. */
function describeLimit(rule, ofMetric) {
	const { limit } = rule;
	const unit = rule.rule === "max_drift" ? DRIFT_LIMITS[rule.feature].unit : ofMetric;
	if (typeof limit === "number") return unit === "rate" ? `${trim(limit * 100)}%` : trim(limit);
	if (limit.kind === "count") return trim(limit.value);
	if (limit.kind === "relative") return `${trim(limit.value * 100)}%rel`;
	return unit === "rate" ? `${trim(limit.value * 100)}pp` : trim(limit.value);
}
function trim(value) {
	return String(Number(value.toPrecision(12)));
}

// src/core/domain/prices.ts
/** @param source as in `run.json`. Null where nobody says what it costs. */
function priceOf({ models }, source) {
	const [served = source] = source.split(" at ");
	const name = [
		source,
		served,
		"*"
	].find((each) => Object.hasOwn(models, each));
	return name === void 0 ? null : models[name] ?? null;
}

// src/core/domain/sample-index.ts
/**
* Where the samples of a run stand, by their key or whatever else tells them apart. A short hash stands for each key, and the
* sample itself tells whether it is the one: that takes a third of a map of texts. Keys whose hashes meet, by chance or by
* design, are held as they are.
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
		return this.#find(key, this.#positions.get(shortHash(key)));
	}
	/** Where the key stands already; undefined for one that is new, and stands at `position` from now on. */
	claim(key, position) {
		const hash = shortHash(key);
		const first = this.#positions.get(hash);
		const known = this.#find(key, first);
		if (known !== void 0) return known;
		if (first === void 0) this.#positions.set(hash, position);
		else this.#others.set(key, position);
	}
	/** @param first where a key of the same hash stands */
	#find(key, first) {
		if (first === void 0) return void 0;
		const sample = this.#samples.at(first);
		return sample !== void 0 && this.#keyOf(sample) === key ? first : this.#others.get(key);
	}
};
/** FNV-1a over UTF-16 code units: 32 bits, which every engine holds without an object. */
function shortHash(key) {
	let hash = 2166136261;
	for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 16777619);
	return hash;
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
	const value = parsedText(text, at, fix);
	refuseRepeatedKeys(text, survey(value, at).keys, at);
	return value;
}
/** As `parseJson`, for what a model said: that it says a key twice is nobody's attempt to be read in two ways. */
const parseAnswer = (text, at, fix) => shallow(parsedText(text, at, fix), at);
function parsedText(text, at, fix) {
	try {
		return JSON.parse(text);
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
}
/** Text in which Python's `NaN` and `Infinity`, which are no JSON, are texts: what they stand for is no number, and what is beside them is one. */
const quoteNoNumbers = (text) => text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) => token.startsWith("\"") ? token : `"${token}"`);
/** The value itself. @throws WeighbridgeError `data` where it is nested too deep */
function shallow(value, at) {
	survey(value, at);
	return value;
}
/** Goes through a value once, however much is asked of it. @throws WeighbridgeError `data` where it is nested too deep */
function survey(value, at) {
	const found = {
		keys: 0,
		hasHuge: false
	};
	if (!isWithin(value, 100, found)) throw new WeighbridgeError("data", `nested deeper than ${100} levels`, {
		at,
		fix: "write it flatter: no result or dataset needs so many levels"
	});
	return found;
}
function isWithin(value, levels, found) {
	if (typeof value === "number") {
		if (Math.abs(value) > Number.MAX_SAFE_INTEGER) found.hasHuge = true;
		return true;
	}
	if (typeof value !== "object" || value === null) return true;
	if (levels === 0) return false;
	const members = Array.isArray(value) ? value : Object.values(value);
	if (!Array.isArray(value)) found.keys += members.length;
	for (const member of members) if (typeof member !== "string" && !isWithin(member, levels - 1, found)) return false;
	return true;
}
/**
* Of a key that an object says twice JSON.parse takes the last, other programs the first: what the one shows a reviewer is
* not what the other judges.
* @param text JSON, in which numbers may also be Python's `NaN` and `Infinity`
* @param keys how many the value has that was parsed of it, with all within it
* @throws WeighbridgeError `data` naming the key
*/
function refuseRepeatedKeys(text, keys, at) {
	if (colonsAfterQuotes(text) === keys) return;
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
function colonsAfterQuotes(text) {
	let count = 0;
	for (let colon = text.indexOf(":"); colon !== -1; colon = text.indexOf(":", colon + 1)) {
		let before = colon - 1;
		while (before >= 0 && isBlank(text.charCodeAt(before))) before -= 1;
		if (text.charCodeAt(before) === QUOTE) count += 1;
	}
	return count;
}
const QUOTE = 34;
/** What JSON allows between a key and its colon. */
const isBlank = (unit) => unit === 32 || unit === 9 || unit === 10 || unit === 13;
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

// src/core/domain/run.ts
const SIDES = [
	"baseline",
	"candidate",
	"reference",
	"anchor"
];
const GATED_SIDES = [
	"baseline",
	"candidate",
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
	own_prompt: {
		severity: "hard",
		means: "prompt settings of the baseline alone, null where it has none"
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
/**
* Whether asking again would come to other answers: they were drawn at a temperature, or several times each. What the settings do not tell,
* such as a digest of many, is taken for what it mostly is.
*/
function answersVary({ fingerprint }) {
	const { generation, settings } = fingerprint;
	return repeatsOf({ fingerprint }) > 1 || [generation, settings].some(drawsAnswers);
}
function drawsAnswers(text) {
	const all = typeof text === "string" && text.startsWith("{") ? membersOf(text) : {};
	const own = isObject(all.task) ? all.task : all;
	const given = (setting) => Object.entries(own).find(([name]) => name === setting || name.endsWith(`.${setting}`))?.[1];
	const [temperature, draws] = [given("temperature"), String(given("do_sample")).toLowerCase()];
	if (draws === "false") return false;
	return temperature === void 0 ? draws === "true" : Number(temperature) > 0;
}
function membersOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return {};
	}
}

// src/core/domain/format.ts
/** Numbers as every sentence and table writes them. */
const MINUS = "−";
/** A number with a fixed number of decimals, a true minus sign, and never `−0.0`. */
function fixed(value, decimals) {
	const text = Math.abs(value).toFixed(decimals);
	return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
}
function withSign(text) {
	return text.startsWith(MINUS) || /^0(\.0*)?$/.test(text) ? text : `+${text}`;
}
/** One decimal for points, more where the first would round a real change away: −0.04 pp is not 0. */
function pointDecimals(points) {
	const size = Math.abs(points);
	if (size === 0 || size >= .095) return 1;
	return size >= .0095 ? 2 : 3;
}
/** About four significant digits, so that 8.412 and 812.4 are both readable; three of what is tiny, such as the price of an answer. */
function significantDecimals(value) {
	if (value === 0) return 1;
	const magnitude = Math.floor(Math.log10(Math.abs(value)));
	return magnitude < -3 ? Math.min(9, 2 - magnitude) : Math.max(0, 3 - magnitude);
}
/** A count with thousands separated: `14,042`. */
function formatCount(count) {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** `4,300 samples`, to stand after `about`: a size that is worked out from what was observed is known to no more than two digits. */
function roundedSamples(count) {
	const scale = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
	return plural(Math.ceil(count / scale) * scale, "sample");
}
/** A metric's value in its unit: `93.1 %`, `0.8731 bits per byte`, `12.34`. */
function formatValue(value, unit) {
	switch (unit) {
		case "rate": {
			const percent = value * 100;
			return `${fixed(percent, pointDecimals(Math.min(Math.abs(percent), Math.abs(100 - percent))))} %`;
		}
		case "bits_per_byte": return `${fixed(value, 4)} bits per byte`;
		case "seconds": return `${fixed(value, significantDecimals(value))} s`;
		case "perplexity":
		case "number": return fixed(value, significantDecimals(value));
		default: return assertNever(unit);
	}
}
const CHANGE = {
	rate: {
		scale: 100,
		suffix: " pp",
		decimals: pointDecimals
	},
	bits_per_byte: {
		scale: 1,
		suffix: " bits per byte",
		decimals: () => 4
	},
	seconds: {
		scale: 1,
		suffix: " s",
		decimals: significantDecimals
	},
	perplexity: {
		scale: 1,
		suffix: "",
		decimals: (value) => Math.min(3, significantDecimals(value))
	},
	number: {
		scale: 1,
		suffix: "",
		decimals: significantDecimals
	}
};
/** As many decimals as the ends of an interval need, one of which may be tiny. */
const decimalsOf = ({ low, high }, { scale, decimals }) => Math.max(...[low, high].map((end) => end === null ? 0 : decimals(end * scale)));
/** Beside its interval a change is as precise as that. */
const changeDecimals = (value, step, beside) => Math.max(step.decimals(value * step.scale), beside === null ? 0 : decimalsOf(beside, step));
/** A change in the metric's unit, always signed: `+1.2 pp`. */
function formatChange(value, unit, beside = null) {
	const step = CHANGE[unit];
	return `${withSign(fixed(value * step.scale, changeDecimals(value, step, beside)))}${step.suffix}`;
}
/** The size of a change without its sign, for "fell by 31.2 pp". */
function formatSize(value, unit, beside = null) {
	const step = CHANGE[unit];
	return `${fixed(Math.abs(value * step.scale), changeDecimals(value, step, beside))}${step.suffix}`;
}
/**
* `−36.0 to −26.4`, with the unit of the change beside it left to the caller; an end that could not be estimated is
* `unbounded`; null when neither could.
*/
function formatInterval(delta, unit) {
	if (delta.low === null && delta.high === null) return null;
	const step = CHANGE[unit];
	const digits = decimalsOf(delta, step);
	const [low, high] = [delta.low, delta.high].map((end) => end === null ? "unbounded" : withSign(fixed(end * step.scale, digits)));
	return `${low} to ${high}`;
}
/** `90 %` of 0.9. */
function formatLevel(level) {
	return `${Number((level * 100).toPrecision(4))} %`;
}
/** A one-sided p-value; tiny ones as a bound, since their digits mean nothing. */
function formatP(p) {
	return p < 1e-4 ? "p < 0.0001" : `p = ${p.toFixed(4)}`;
}
/** A share of runs: `18 %`, `0.45 %`; never less than a hundredth of a per cent. */
function formatShare(share) {
	if (share < 1e-4) return "0.01 %";
	if (share > .999) return "100 %";
	return `${Number((100 * share).toPrecision(2))} %`;
}
/** `1 gate`, `2 gates`. */
function plural(count, noun, many = `${noun}s`) {
	return `${formatCount(count)} ${count === 1 ? noun : many}`;
}
/** Limits as they were set, where a measured value is rounded to what it is worth. */
/** The size of a change that is allowed: `2 pp`, `0.25 pp`, `0.03`. */
function formatMargin(size, unit) {
	return unit === "rate" ? `${digits(size * 100)} pp` : `${digits(size)}${unit === "seconds" ? " s" : ""}`;
}
/** A ceiling or floor: `1 %`, `9.5`. */
function formatLimit(value, unit) {
	return unit === "rate" ? `${digits(value * 100)} %` : `${digits(value)}${unit === "seconds" ? " s" : ""}`;
}
/** Two decimals, or two significant digits where two decimals would show nothing. */
function digits(value) {
	const rounded = Number(value.toFixed(2));
	return String(rounded === 0 && value !== 0 ? Number(value.toPrecision(2)) : rounded).replace("-", "−");
}
/** Each SHA-256 in a text by its first twelve hex digits, enough to tell two checkpoints apart. */
function formatDigest(text) {
	return text.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, "$1");
}
/** A gate's metric as a person names it. */
function metricName({ task, metric, against }) {
	return against === void 0 ? `${task}/${metric}` : `${task}/${metric}@${against}`;
}

// src/core/domain/model.ts
/** At the end of the source of what nobody knows the weights of. */
const NOT_IDENTIFIED = "(weights not identified)";
const HUB = /^hf:([^@]+)@(.+)$/;
/** What `hf:org/name@revision` names; null for a path. */
function hubModel(written) {
	const [, name, revision] = HUB.exec(written) ?? [];
	return name === void 0 || revision === void 0 ? null : {
		kind: "hub",
		name,
		revision
	};
}
/** A checkpoint in words, as the config writes it. */
function describeModel(source) {
	switch (source.kind) {
		case "file":
		case "folder": return source.label ?? source.path;
		case "hub": return `hf:${source.name}@${source.revision}`;
		case "endpoint": return `${source.model} at ${source.url}`;
		case "adapter": return source.label ?? `${source.adapter} on ${source.base}`;
		case "results": return source.label ?? `results in ${source.path}`;
	}
}
/** The same source with every path run through `resolve`; paths of a config are relative to its folder. */
function mapPaths(source, resolve) {
	switch (source.kind) {
		case "file":
		case "folder":
		case "results": return {
			...source,
			path: resolve(source.path)
		};
		case "adapter": {
			const base = hubModel(source.base) === null ? resolve(source.base) : source.base;
			return {
				...source,
				base,
				adapter: resolve(source.adapter)
			};
		}
		case "hub":
		case "endpoint": return source;
	}
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
		case "object": {
			if (value === null) return "null";
			let text = "";
			if (Array.isArray(value)) {
				for (const item of value) text += `${text === "" ? "" : ","}${canonicalJson(item)}`;
				return `[${text}]`;
			}
			for (const key of Object.keys(value).sort()) {
				const member = canonicalJson(value[key]);
				text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${member}`;
			}
			return `{${text}}`;
		}
		default: throw new TypeError(`a ${typeof value} has no JSON form`);
	}
}

// src/core/domain/kept-estimate.ts
/** An inference that follows from a few numbers, by how many. */
const KEPT_KINDS = {
	tango: 3,
	binomial: 2,
	student: 3,
	skewed: 4,
	normal: 2,
	unknown: 0
};

// src/core/domain/asked.ts
/** Texts in UTF-16 units: more than a reader reads, and neither a dataset nor a program can fill the disk. */
const MOST_ASKED = {
	question: 8e3,
	turns: 16,
	turn: 2e3,
	role: 40,
	choice: 500,
	choices: 32,
	reference: 2e3
};
/**
* What is kept of a question; nothing where there is none. The end of a long one is what was asked, after its examples.
* @param asked a text, or the messages of a conversation, also as the JSON that programs write of them; anything else is
*   shown as JSON
*/
function askedOf(asked, choices, reference) {
	const most = MOST_ASKED;
	const { question, turns } = conversationIn(asked) ?? {
		question: textOf(asked),
		turns: []
	};
	if (question === "") return {};
	const listed = Array.isArray(choices) ? choices.slice(0, most.choices).map(String) : [];
	return { asked: {
		question: lastOf(question, most.question),
		...turns.length === 0 ? {} : { turns: lastTurns(turns) },
		...listed.length === 0 ? {} : { choices: listed.map((choice) => firstOf(choice, most.choice)) },
		...referenceOf(reference)
	} };
}
/** What counts as right; of several texts each of them does. */
function referenceOf(reference) {
	const right = [reference].flat().filter((each) => each != null);
	return right.length === 0 ? {} : { reference: firstOf(right.map(String).join(" | "), MOST_ASKED.reference) };
}
/** All that was said, for those who look for it elsewhere. */
const allSaid = ({ turns = [], question }) => [...turns.map(({ text }) => text), question].join("\n");
/** Null for what is no conversation. What follows the user's last words, such as the beginning of an answer, stands with them. */
function conversationIn(asked) {
	const messages = typeof asked === "string" ? listIn(asked) : asked;
	if (!Array.isArray(messages) || messages.length === 0) return null;
	const turns = messages.flatMap((message) => turnOf(message) ?? []);
	if (turns.length < messages.length) return null;
	const asking = turns.findLastIndex(({ role }) => /^(user|human)$/i.test(role));
	const [question, ...after] = turns.splice(asking === -1 ? turns.length - 1 : asking);
	const rest = after.map(({ role, text }) => `\n\n${role}: ${text}`).join("");
	return {
		question: `${question?.text ?? ""}${rest}`,
		turns
	};
}
/** Of what holds nothing, nothing. */
function textOf(asked) {
	if (typeof asked === "string") return asked;
	return typeof asked === "object" && asked !== null && Object.keys(asked).length > 0 ? JSON.stringify(asked) : "";
}
function listIn(text) {
	if (!/^\s*\[\s*\{/.test(text)) return null;
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
/** A message as chat services take it, as ShareGPT has it, or as OpenCompass writes it. */
function turnOf(message) {
	if (!isObject(message)) return null;
	const { role = message.from, content = message.value ?? message.prompt } = message;
	if (typeof role !== "string") return null;
	const called = Array.isArray(message.tool_calls) ? message.tool_calls.map((call) => JSON.stringify(call)) : [];
	return {
		role,
		text: [...[content].flat().flatMap((part) => partText(part)), ...called].join("\n")
	};
}
/** Of a part that is no text, such as an image, what it is. */
function partText(part) {
	if (typeof part === "string") return [part];
	if (!isObject(part)) return [];
	return [typeof part.text === "string" ? part.text : `[${typeof part.type === "string" ? part.type : "no text"}]`];
}
function lastTurns(turns) {
	const most = MOST_ASKED;
	const kept = turns.length <= most.turns ? turns : turns.slice(1 - most.turns);
	const left = turns.length - kept.length;
	return [...left === 0 ? [] : [{
		role: "…",
		text: `${left} earlier turns`
	}], ...kept.map(({ role, text }) => ({
		role: firstOf(role, most.role),
		text: firstOf(text, most.turn)
	}))];
}
/** Both cut between characters, never inside a surrogate pair. */
const firstOf = (text, most) => text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
const lastOf = (text, most) => text.length <= most ? text : `…${text.slice(1 - most).replace(/^[\udc00-\udfff]/, "")}`;

// src/core/domain/mlflow.ts
const FORM = /^(runs|models):\/+([^#]+)(#.*)?$/;
const RUN = /^[0-9a-f]{32}$/;
const MODEL = /^m-[0-9a-f]{32}$/;
const VERSION = /^[1-9]\d{0,9}$/;
/** Whether a text is one of MLflow's addresses, fixed or not. */
const isMlflow = (written) => /^(runs|models):/.test(written);
/**
* `runs:/<run id>/<path>`, `models:/<name>/<version>/<path>` or `models:/<model id>/<path>`; null for what may be something else
* tomorrow, such as an alias, and for paths that lead out.
*/
function mlflowReference(address) {
	const [, scheme, place = "", choices = ""] = FORM.exec(address) ?? [];
	const [id = "", ...rest] = place.replace(/\/+$/, "").split("/");
	const [version = "", ...below] = rest;
	const written = address.slice(0, address.length - choices.length);
	if (scheme === "runs" && RUN.test(id)) return named({ run: id }, rest);
	if (scheme === "models" && MODEL.test(id)) return named({ model: id }, rest);
	if (scheme === "models" && isArtifactName(id) && VERSION.test(version)) return named({
		name: id,
		version
	}, below);
	return null;
	function named(of, parts) {
		return parts.every(isArtifactName) ? {
			written,
			of,
			path: parts.join("/"),
			choices
		} : null;
	}
}
/** A name of a file or folder that stays where it is put. */
const isArtifactName = (name) => name !== "" && name !== "." && name !== ".." && name.length <= 200 && !/[/\\:]|\p{Cc}|\p{Cs}/u.test(name);

// src/core/domain/curves.ts
/** What a training log tells, by the names that Hugging Face's trainer gives it. */
const CURVE_NAMES = [
	"loss",
	"eval_loss",
	"grad_norm",
	"learning_rate"
];

// src/core/domain/policy.ts
/** Who may set a label that waives a gate, weakest first; GitHub's own names. */
const WAIVER_PERMISSIONS = [
	"write",
	"maintain",
	"admin"
];
/** What a waiver names for a change of the suite: in the file with its digest, `suite:<sha256>`; in a label alone. */
const SUITE_WAIVER = "suite";
const DEFAULT_WAIVER_PERMISSION = "maintain";
/** What a change of the suite needs: a person's word, the base branch's files, or a mention. */
const SUITE_MODES = [
	"block",
	"base",
	"warn"
];

// src/core/domain/scorer-version.ts
/**
* A scorer's version as a fingerprint has it, `judge@1#<16 hex digits>`, and behind it who was asked, where another model was: `:<name>` each.
*/
/** Who was asked, as a version shows it: a name or a digest, of which some differ in what is left out. */
const shownIdentity = (text) => text.replace(/[^\w.+-]+/g, "_").slice(0, 60);
/** The first that each of these versions says was asked. */
const askedIn = (versions) => [...versions.matchAll(/@\d+#[0-9a-f]{16}:([\w.+-]+)/g)].map(([, name = ""]) => name);

// src/core/domain/baseline.ts
/** A source in words, as the config writes it. */
function describeBaselineSource(source) {
	switch (source.from) {
		case "path": return describeModel(source.model);
		case "base-branch": return `${source.pointer} of ${source.branch ?? "the base branch"}`;
		case "store": return "the store";
		case "artifact": return "the last green run on the base branch";
	}
}

// src/core/domain/shown-samples.ts
const SAMPLE_CHANGES = [
	"worse",
	"better",
	"same"
];

// src/core/domain/history.ts
/**
* A history is JSON lines, one a run or a note, that are added to and never changed. From version 2 on a run keeps the basis of its
* metrics, without which nothing can be said of how another policy would have judged it; from version 3 on also what graded scores come to at
* other levels, and the rest of its policy.
*/
const HISTORY_VERSION = 3;
const READABLE_HISTORIES = [
	1,
	2,
	3
];

export { shallow as $, formatMargin as A, IssueList as At, FINGERPRINT_FIELDS as B, join as Bt, mapPaths as C, renamed as Ct, formatInterval as D, worseSign as Dt, formatDigest as E, KeyTable as Et, metricName as F, withFix as Ft, answersVary as G, SIDES as H, plural as I, shortLine as It, isObject as J, designOf as K, roundedSamples as L, EXIT_CODES as Lt, formatShare as M, assertNever as Mt, formatSize as N, formatLocation as Nt, formatLevel as O, nearest as Ot, formatValue as P, messageOf as Pt, refuseRepeatedKeys as Q, ACCEPTED_CHANGES as R, VERDICTS as Rt, hubModel as S, questionOf as St, formatCount as T, storedSample as Tt, STOP_REASONS as U, GATED_SIDES as V, verdictExitCode as Vt, TASK_ROLES as W, parseJson as X, parseAnswer as Y, quoteNoNumbers as Z, referenceOf as _, isCorpus as _t, shownIdentity as a, lossesOf as at, NOT_IDENTIFIED as b, keptLikelihoods as bt, SUITE_WAIVER as c, DRIFT_FEATURES as ct, isArtifactName as d, MOST_CHECKS as dt, survey as et, isMlflow as f, NOT_RECORDED as ft, askedOf as g, idOf as gt, allSaid as h, choiceCount as ht, askedIn as i, describeSource as it, formatP as j, WeighbridgeError as jt, formatLimit as k, suggestion as kt, WAIVER_PERMISSIONS as l, DRIFT_LIMITS as lt, MOST_ASKED as m, SEVERITIES as mt, SAMPLE_CHANGES as n, priceOf as nt, DEFAULT_WAIVER_PERMISSION as o, metricsOfGate as ot, mlflowReference as p, SAMPLES_INCLUDED as pt, repeatsOf as q, describeBaselineSource as r, describeLimit as rt, SUITE_MODES as s, tasksOfGate as st, READABLE_HISTORIES as t, SampleIndex as tt, CURVE_NAMES as u, isDriftFeature as ut, KEPT_KINDS as v, isRatio as vt, formatChange as w, sampleKey as wt, describeModel as x, lacks as xt, canonicalJson as y, isUnscored as yt, DESIGNS as z, isProven as zt };