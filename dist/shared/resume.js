import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { i as messageOf, n as WeighbridgeError, r as assertNever } from "./errors.js";
import { t as writeAtomically } from "./atomic-file.js";
import { _ as string, a as array, b as unknown, c as discriminatedUnion, f as number$1, g as strictObject, h as record, i as _null, l as int, m as partialRecord, o as boolean, p as object, r as _enum, u as literal, y as union } from "./schemas.js";
import { a as additive, c as shallow, i as bleuParts, n as chrfParts, o as canonicalJson, r as bleu, s as parseJson$2, t as chrf } from "./chrf.js";
import { basename, dirname, join } from "node:path";
import { createReadStream, existsSync } from "node:fs";
import { hostname } from "node:os";
import { mkdir, open, readFile, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { createHash, randomUUID } from "node:crypto";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { setTimeout } from "node:timers/promises";

// src/domain/run.ts
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
	"harness"
];
const DESIGNS = ["full", "sequential"];
const STOP_REASONS = ["decided", "regression"];
/** A record that says nothing is of a run that was evaluated in full, or should have been. */
function designOf({ design }) {
	return design ?? "full";
}

// src/importers/attempt.ts
/** What came of the work, or null after its fault was put with the others. */
async function attempt$1(faults, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		faults.push(error);
		return null;
	}
}

// src/domain/corpus.ts
const count = (means) => ({
	means,
	min: 0,
	max: null,
	whole: true
});
/** A prediction that names no known class is −1: it costs the reference's class, and is no class of its own. */
const CLASSES$1 = [count("class of the reference"), {
	...count("predicted class"),
	min: -1
}];
const ORDERS = [
	1,
	2,
	3,
	4
];
const CHARACTER_ORDERS = [
	1,
	2,
	3,
	4,
	5,
	6
];
const TRUTH = {
	means: "1 where it is so, else 0",
	min: 0,
	max: 1,
	whole: true
};
/**
* Functions of all samples at once that are known by name, with the numbers that each needs of a sample. A run that names
* one in its metric's declaration can be judged without knowing who scored it.
*/
const CORPUS_AGGREGATES = {
	/** F1 of class 1 (binary). */
	f1: CLASSES$1,
	/** Mean of the F1 of every class that occurs among the references. */
	f1_macro: CLASSES$1,
	/** Matthews' correlation of reference and prediction, for any number of classes. */
	mcc: CLASSES$1,
	/** BLEU-4 as sacreBLEU computes it, 0 to 100. */
	bleu: [
		count("tokens of the answer"),
		count("tokens of the nearest reference"),
		...ORDERS.map((n) => count(`matching ${n}-grams`)),
		...ORDERS.map((n) => count(`${n}-grams of the answer`))
	],
	/** chrF2 as sacreBLEU computes it, 0 to 100. */
	chrf: CHARACTER_ORDERS.flatMap((n) => [
		count(`${n}-grams of the answer`),
		count(`${n}-grams of the reference`),
		count(`matching ${n}-grams`)
	]),
	/** Probability that a positive sample has a higher score than a negative one. */
	auc: [TRUTH, {
		means: "score",
		min: null,
		max: null,
		whole: false
	}],
	/** Expected calibration error over 15 bins of equal width. */
	ece: [{
		means: "probability of the chosen answer",
		min: 0,
		max: 1,
		whole: false
	}, TRUTH]
};
/** What is wrong with a sample's parts; null where nothing is. */
function faultOfParts(aggregate, parts) {
	const rules = CORPUS_AGGREGATES[aggregate];
	if (parts.length !== rules.length) return `${aggregate} needs ${rules.length} parts, and there are ${parts.length}`;
	for (const [index, rule] of rules.entries()) {
		const part = parts[index];
		if (!(typeof part === "number" && Number.isFinite(part) && (!rule.whole || Number.isSafeInteger(part))) || part < (rule.min ?? -Infinity) || part > (rule.max ?? Infinity)) return `part ${index + 1} cannot be a ${rule.means}`;
	}
	return null;
}

// src/store/run-record.ts
const text = string().max(4096);
const finite$1 = number$1().nullable();
const RESERVED = [
	"__proto__",
	"constructor",
	"prototype"
];
const aggregates = Object.keys(CORPUS_AGGREGATES);
const metric = strictObject({
	name: string().min(1).max(200).regex(/^\P{Cc}+$/u).refine((name) => !RESERVED.includes(name), "a metric cannot have this name"),
	direction: _enum(["higher_is_better", "lower_is_better"]),
	kind: _enum([
		"mean",
		"ratio",
		"corpus"
	]),
	unit: _enum([
		"rate",
		"bits_per_byte",
		"perplexity",
		"number"
	]),
	range: strictObject({
		min: finite$1,
		max: finite$1
	}),
	scale: _enum(["linear", "log"]),
	weak: boolean(),
	aggregate: _enum(aggregates).exactOptional(),
	group_average: literal("macro").exactOptional()
});
const fingerprintField = _enum(Object.keys(FINGERPRINT_FIELDS));
const aggregate = strictObject({
	metric: text.min(1),
	filter: text.exactOptional(),
	value: number$1(),
	stderr: number$1().min(0).nullable(),
	n: int().min(1).nullable()
});
const stop = strictObject({
	after: int().min(0),
	because: _enum(STOP_REASONS)
});
const reuse = strictObject({
	samples: int().min(1),
	origin: strictObject({
		commit: text.nullable(),
		date: text,
		by: text.nullable()
	})
});
/** `run.json` as hostile data. */
const runRecord = strictObject({
	schema_version: literal(1),
	side: _enum(SIDES),
	task: string().min(1).max(200),
	task_role: _enum(TASK_ROLES),
	metrics: array(metric),
	primary_metric: string(),
	fingerprint: partialRecord(fingerprintField, union([
		text,
		number$1(),
		boolean(),
		_null()
	])),
	model: strictObject({
		source: text,
		digest: text.min(1),
		adapter_digest: text.nullable(),
		architecture: text.nullable(),
		parameter_count: finite$1,
		quantization: text.nullable()
	}),
	seed: number$1(),
	planned: int().min(0),
	population: int().min(1).exactOptional(),
	aggregates: array(aggregate).min(1).exactOptional(),
	design: _enum(DESIGNS).exactOptional(),
	reused: reuse.exactOptional(),
	status: discriminatedUnion("state", [
		strictObject({ state: literal("running") }),
		strictObject({
			state: literal("complete"),
			stopped: stop.exactOptional()
		}),
		strictObject({
			state: literal("failed"),
			reason: string().max(65536)
		})
	]),
	started: text,
	finished: text.nullable()
}).superRefine((record, context) => {
	const names = record.metrics.map(({ name }) => name);
	if (new Set(names).size < names.length) context.addIssue({
		code: "custom",
		path: ["metrics"],
		message: "a metric is declared twice"
	});
	if (record.metrics.some(({ kind, aggregate }) => aggregate !== void 0 && kind !== "corpus")) context.addIssue({
		code: "custom",
		path: ["metrics"],
		message: "only a corpus metric has an aggregate"
	});
	if (record.metrics.some(({ kind, group_average: average }) => average !== void 0 && kind !== "mean")) context.addIssue({
		code: "custom",
		path: ["metrics"],
		message: "only a mean can be averaged over groups"
	});
	if (record.status.state === "complete" && record.status.stopped && record.design !== "sequential") context.addIssue({
		code: "custom",
		path: ["status"],
		message: "only a sequential run can stop early"
	});
	if (record.population !== void 0 && record.population < record.planned) context.addIssue({
		code: "custom",
		path: ["population"],
		message: "fewer than were drawn from it"
	});
	if (record.aggregates !== void 0 && record.planned !== 0) context.addIssue({
		code: "custom",
		path: ["aggregates"],
		message: "only where there are no samples"
	});
	if (record.aggregates?.some(({ metric }) => !names.includes(metric))) context.addIssue({
		code: "custom",
		path: ["aggregates"],
		message: "a metric that is not declared"
	});
	const sums = record.aggregates ?? [];
	if (new Set(sums.map(({ metric, filter }) => `${metric}\u0000${filter ?? ""}`)).size < sums.length) context.addIssue({
		code: "custom",
		path: ["aggregates"],
		message: "a metric is summed up twice"
	});
	if (sums.some(({ metric, value }) => !liesIn(rangeOf(record.metrics, metric), value))) context.addIssue({
		code: "custom",
		path: ["aggregates"],
		message: "outside its metric's range"
	});
	if (sums.length > 0 && record.design === "sequential") context.addIssue({
		code: "custom",
		path: ["aggregates"],
		message: "a sum cannot be looked at early"
	});
	if (names.length === 0 && record.status.state === "failed") return;
	if (!names.includes(record.primary_metric)) context.addIssue({
		code: "custom",
		path: ["primary_metric"],
		message: "not one of the metrics"
	});
});
const rangeOf = (metrics, name) => metrics.find((metric) => metric.name === name)?.range;
const liesIn = (range, value) => value >= (range?.min ?? -Infinity) && value <= (range?.max ?? Infinity);
/** @throws WeighbridgeError `data` naming the file and the key */
function parseRunRecord(source, file) {
	const parsed = runRecord.safeParse(parseJson$2(source, { file }));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new WeighbridgeError("data", issue?.message ?? "not a run record", {
		at: {
			file,
			key: (issue?.path ?? []).join(".")
		},
		cause: parsed.error
	});
}
function serializeRunRecord(record) {
	return `${JSON.stringify(record, null, 2)}\n`;
}

// src/domain/sample.ts
function isUnscored(score) {
	return typeof score === "object" && "unscored" in score;
}
function isRatio(score) {
	return typeof score === "object" && "denominator" in score;
}
function isCorpus$1(score) {
	return typeof score === "object" && "parts" in score;
}
/** The key by which the same sample is found in two runs: ids alone repeat when a task has several filters. */
function sampleKey(sample) {
	return sample.filter === void 0 ? sample.id : `${sample.id}\u0000${sample.filter}`;
}

// src/store/sample-codec.ts
/**
* One line of `samples.jsonl`, newline included. Keys stand in one order, so that equal evaluations give equal bytes.
*/
function serializeSample(sample) {
	const scores = Object.entries(sample.scores).sort(([left], [right]) => left < right ? -1 : 1).map(([metric, score]) => [metric, ordered(score)]);
	const line = {
		id: sample.id,
		index: sample.index,
		filter: sample.filter,
		input_digest: sample.input_digest,
		target_digest: sample.target_digest,
		scores: Object.fromEntries(scores),
		cluster: sample.cluster,
		group: sample.group,
		weight: sample.weight,
		output: sample.output,
		usage: sample.usage && {
			prompt_tokens: sample.usage.prompt_tokens,
			output_tokens: sample.usage.output_tokens
		}
	};
	return `${JSON.stringify(line)}\n`;
}
function ordered(score) {
	if (typeof score === "number") return finite(score);
	if (isUnscored(score)) return { unscored: score.unscored };
	if (isCorpus$1(score)) return { parts: score.parts.map(finite) };
	return {
		numerator: finite(score.numerator),
		denominator: finite(score.denominator)
	};
}
/** JSON.stringify would write NaN as null. */
function finite(value) {
	if (!Number.isFinite(value)) throw new TypeError(`a score of ${value} must be stored as unscored`);
	return value;
}
const KEYS = /* @__PURE__ */ new Set([
	"id",
	"index",
	"filter",
	"input_digest",
	"target_digest",
	"scores",
	"cluster",
	"group",
	"weight",
	"output",
	"usage"
]);
const MAX_NAME_LENGTH = 1024;
/**
* Reads one line as hostile data: every member is checked, nothing unknown is passed on.
*
* Checked by hand and not by a schema because a run may have a million lines.
* @throws WeighbridgeError `data` with file and line
*/
function parseSample(text, metrics, at) {
	const fail = (message, key) => {
		throw new WeighbridgeError("data", message, { at: key === void 0 ? at : {
			...at,
			key
		} });
	};
	const value = parseJson$1(text, fail);
	const members = isObject$2(value) ? value : fail("a sample must be an object");
	for (const key of Object.keys(members)) if (!KEYS.has(key)) fail("this key is not known", key);
	const name = (key) => {
		const member = members[key];
		if (typeof member !== "string" || member === "") return fail("must be a text", key);
		if (member.length > MAX_NAME_LENGTH || /\p{Cc}/u.test(member)) return fail("must be short and without control characters", key);
		return member;
	};
	const optionalName = (key) => key in members ? { [key]: name(key) } : {};
	const count = (holder, key) => {
		const member = holder[key];
		return typeof member === "number" && Number.isSafeInteger(member) && member >= 0 ? member : fail("must be a whole number that is not negative", key);
	};
	const { weight, output, usage } = members;
	if (weight !== void 0 && !(typeof weight === "number" && Number.isFinite(weight) && weight > 0)) fail("must be a positive number", "weight");
	if (output !== void 0 && typeof output !== "string") fail("must be a text", "output");
	return {
		id: name("id"),
		index: count(members, "index"),
		...optionalName("filter"),
		input_digest: name("input_digest"),
		target_digest: name("target_digest"),
		scores: parseScores(members.scores, metrics, fail),
		...optionalName("cluster"),
		...optionalName("group"),
		...weight === void 0 ? {} : { weight },
		...output === void 0 ? {} : { output },
		...usage === void 0 ? {} : { usage: parseUsage(usage) }
	};
	function parseUsage(member) {
		const holder = isObject$2(member) ? member : fail("must be an object", "usage");
		return {
			prompt_tokens: count(holder, "prompt_tokens"),
			output_tokens: count(holder, "output_tokens")
		};
	}
}
function parseJson$1(text, fail) {
	try {
		return JSON.parse(text);
	} catch (error) {
		return fail(`not JSON: ${error.message}`);
	}
}
/** Only metrics that `run.json` declares are taken over, so no key can reach a prototype. */
function parseScores(value, metrics, fail) {
	const members = isObject$2(value) ? value : fail("must be an object", "scores");
	const scores = {};
	for (const [metric, score] of Object.entries(members)) {
		const key = `scores.${metric}`;
		scores[metric] = parseScore(score, metrics.get(metric) ?? fail("run.json does not declare this metric", key), (message) => fail(message, key));
	}
	return scores;
}
function parseScore(value, metric, fail) {
	if (isObject$2(value) && typeof value.unscored === "string" && Object.keys(value).length === 1) return { unscored: value.unscored };
	switch (metric.kind) {
		case "mean": {
			const { min, max } = metric.range;
			if (typeof value !== "number" || !Number.isFinite(value)) return fail("must be a finite number");
			if (value < (min ?? -Infinity) || value > (max ?? Infinity)) return fail("lies outside its range");
			return value;
		}
		case "ratio": {
			const { numerator, denominator } = isObject$2(value) && Object.keys(value).length === 2 ? value : fail("must be a ratio");
			if (typeof numerator !== "number" || !Number.isFinite(numerator)) return fail("has no finite numerator");
			if (typeof denominator !== "number" || !Number.isFinite(denominator) || denominator < 0) return fail("has no finite denominator");
			const score = {
				numerator,
				denominator
			};
			return isRatio(score) ? score : fail("must be a ratio");
		}
		case "corpus": {
			if (metric.aggregate === void 0) return fail("nobody says how this metric follows from its samples");
			const parts = isObject$2(value) && Object.keys(value).length === 1 ? value.parts : null;
			if (!Array.isArray(parts)) return fail("must be parts");
			const fault = faultOfParts(metric.aggregate, parts);
			return fault === null ? { parts } : fail(fault);
		}
	}
}
function isObject$2(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/importers/lm-eval/digest.ts
/** SHA-256 of a value of a results file, whatever the order of its keys. */
function digest(value) {
	return `sha256:${createHash("sha256").update(canonicalJson(comparable(value))).digest("hex")}`;
}
/** A value as a person can compare it, or its digest where it is long. */
function brief(value) {
	const text = canonicalJson(comparable(value));
	return text.length <= 200 ? text : digest(value);
}
/**
* Python functions are dumped as `<function f at 0x7f…>`, with an address that differs from run to run; absent keys and
* null mean the same to the harness.
*/
function comparable(value) {
	if (typeof value === "string") return value.replace(/ at 0x[0-9a-f]+>/g, ">");
	if (typeof value === "number" && !Number.isFinite(value)) return String(value);
	if (Array.isArray(value)) return value.map(comparable);
	if (typeof value !== "object" || value === null) return value ?? null;
	const members = Object.entries(value).filter(([, member]) => member !== null && member !== void 0);
	return Object.fromEntries(members.map(([key, member]) => [key, comparable(member)]));
}

// src/store/lines.ts
/** A line of a sample file holds one answer and its scores; a longer one is no sample. */
const MAX_LINE_BYTES = 67108864;
const CHUNK_BYTES = 262144;
const NEWLINE$1 = 10;
/**
* Lines of a UTF-8 file, read in chunks. `node:readline` is half as fast, decodes bad bytes in silence and knows no
* longest line.
*
* @param chunks the file's bytes, where they are not simply those on disk (a compressed file)
* @throws WeighbridgeError `data` for a line that is too long or not UTF-8
*/
async function* readLines(file, maxBytes = MAX_LINE_BYTES, chunks = chunksOf(file)) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let parts = [];
	let length = 0;
	let number = 1;
	let end = 0;
	const take = (whole) => {
		const [only] = parts;
		const bytes = only !== void 0 && parts.length === 1 ? only : Buffer.concat(parts, length);
		end += length + (whole ? 1 : 0);
		parts = [];
		length = 0;
		const at = {
			file,
			line: number
		};
		number += 1;
		if (!whole) return {
			number: at.line,
			text: bytes.toString("utf8"),
			end,
			whole
		};
		try {
			return {
				number: at.line,
				text: decoder.decode(bytes),
				end,
				whole
			};
		} catch (cause) {
			throw new WeighbridgeError("data", "the line is not UTF-8", {
				at,
				cause
			});
		}
	};
	const add = (bytes) => {
		parts.push(bytes);
		length += bytes.length;
		if (length <= maxBytes) return;
		throw new WeighbridgeError("data", `the line is longer than ${maxBytes} bytes`, { at: {
			file,
			line: number
		} });
	};
	for await (const chunk of chunks) {
		let start = 0;
		for (let newline = chunk.indexOf(NEWLINE$1); newline !== -1; newline = chunk.indexOf(NEWLINE$1, start)) {
			add(chunk.subarray(start, newline));
			yield take(true);
			start = newline + 1;
		}
		if (start < chunk.length) add(Buffer.from(chunk.subarray(start)));
	}
	if (length > 0) yield take(false);
}
/** A file's bytes, each chunk in the same memory: a stream leaves a new piece behind for every one. */
async function* chunksOf(file) {
	const handle = await open(file);
	try {
		const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
		for (;;) {
			const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES);
			if (bytesRead === 0) return;
			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		await handle.close();
	}
}

// node_modules/json5/lib/unicode.js
var require_unicode = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports.Space_Separator = /[\u1680\u2000-\u200A\u202F\u205F\u3000]/;
	module.exports.ID_Start = /[\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\u02C1\u02C6-\u02D1\u02E0-\u02E4\u02EC\u02EE\u0370-\u0374\u0376\u0377\u037A-\u037D\u037F\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03F5\u03F7-\u0481\u048A-\u052F\u0531-\u0556\u0559\u0561-\u0587\u05D0-\u05EA\u05F0-\u05F2\u0620-\u064A\u066E\u066F\u0671-\u06D3\u06D5\u06E5\u06E6\u06EE\u06EF\u06FA-\u06FC\u06FF\u0710\u0712-\u072F\u074D-\u07A5\u07B1\u07CA-\u07EA\u07F4\u07F5\u07FA\u0800-\u0815\u081A\u0824\u0828\u0840-\u0858\u0860-\u086A\u08A0-\u08B4\u08B6-\u08BD\u0904-\u0939\u093D\u0950\u0958-\u0961\u0971-\u0980\u0985-\u098C\u098F\u0990\u0993-\u09A8\u09AA-\u09B0\u09B2\u09B6-\u09B9\u09BD\u09CE\u09DC\u09DD\u09DF-\u09E1\u09F0\u09F1\u09FC\u0A05-\u0A0A\u0A0F\u0A10\u0A13-\u0A28\u0A2A-\u0A30\u0A32\u0A33\u0A35\u0A36\u0A38\u0A39\u0A59-\u0A5C\u0A5E\u0A72-\u0A74\u0A85-\u0A8D\u0A8F-\u0A91\u0A93-\u0AA8\u0AAA-\u0AB0\u0AB2\u0AB3\u0AB5-\u0AB9\u0ABD\u0AD0\u0AE0\u0AE1\u0AF9\u0B05-\u0B0C\u0B0F\u0B10\u0B13-\u0B28\u0B2A-\u0B30\u0B32\u0B33\u0B35-\u0B39\u0B3D\u0B5C\u0B5D\u0B5F-\u0B61\u0B71\u0B83\u0B85-\u0B8A\u0B8E-\u0B90\u0B92-\u0B95\u0B99\u0B9A\u0B9C\u0B9E\u0B9F\u0BA3\u0BA4\u0BA8-\u0BAA\u0BAE-\u0BB9\u0BD0\u0C05-\u0C0C\u0C0E-\u0C10\u0C12-\u0C28\u0C2A-\u0C39\u0C3D\u0C58-\u0C5A\u0C60\u0C61\u0C80\u0C85-\u0C8C\u0C8E-\u0C90\u0C92-\u0CA8\u0CAA-\u0CB3\u0CB5-\u0CB9\u0CBD\u0CDE\u0CE0\u0CE1\u0CF1\u0CF2\u0D05-\u0D0C\u0D0E-\u0D10\u0D12-\u0D3A\u0D3D\u0D4E\u0D54-\u0D56\u0D5F-\u0D61\u0D7A-\u0D7F\u0D85-\u0D96\u0D9A-\u0DB1\u0DB3-\u0DBB\u0DBD\u0DC0-\u0DC6\u0E01-\u0E30\u0E32\u0E33\u0E40-\u0E46\u0E81\u0E82\u0E84\u0E87\u0E88\u0E8A\u0E8D\u0E94-\u0E97\u0E99-\u0E9F\u0EA1-\u0EA3\u0EA5\u0EA7\u0EAA\u0EAB\u0EAD-\u0EB0\u0EB2\u0EB3\u0EBD\u0EC0-\u0EC4\u0EC6\u0EDC-\u0EDF\u0F00\u0F40-\u0F47\u0F49-\u0F6C\u0F88-\u0F8C\u1000-\u102A\u103F\u1050-\u1055\u105A-\u105D\u1061\u1065\u1066\u106E-\u1070\u1075-\u1081\u108E\u10A0-\u10C5\u10C7\u10CD\u10D0-\u10FA\u10FC-\u1248\u124A-\u124D\u1250-\u1256\u1258\u125A-\u125D\u1260-\u1288\u128A-\u128D\u1290-\u12B0\u12B2-\u12B5\u12B8-\u12BE\u12C0\u12C2-\u12C5\u12C8-\u12D6\u12D8-\u1310\u1312-\u1315\u1318-\u135A\u1380-\u138F\u13A0-\u13F5\u13F8-\u13FD\u1401-\u166C\u166F-\u167F\u1681-\u169A\u16A0-\u16EA\u16EE-\u16F8\u1700-\u170C\u170E-\u1711\u1720-\u1731\u1740-\u1751\u1760-\u176C\u176E-\u1770\u1780-\u17B3\u17D7\u17DC\u1820-\u1877\u1880-\u1884\u1887-\u18A8\u18AA\u18B0-\u18F5\u1900-\u191E\u1950-\u196D\u1970-\u1974\u1980-\u19AB\u19B0-\u19C9\u1A00-\u1A16\u1A20-\u1A54\u1AA7\u1B05-\u1B33\u1B45-\u1B4B\u1B83-\u1BA0\u1BAE\u1BAF\u1BBA-\u1BE5\u1C00-\u1C23\u1C4D-\u1C4F\u1C5A-\u1C7D\u1C80-\u1C88\u1CE9-\u1CEC\u1CEE-\u1CF1\u1CF5\u1CF6\u1D00-\u1DBF\u1E00-\u1F15\u1F18-\u1F1D\u1F20-\u1F45\u1F48-\u1F4D\u1F50-\u1F57\u1F59\u1F5B\u1F5D\u1F5F-\u1F7D\u1F80-\u1FB4\u1FB6-\u1FBC\u1FBE\u1FC2-\u1FC4\u1FC6-\u1FCC\u1FD0-\u1FD3\u1FD6-\u1FDB\u1FE0-\u1FEC\u1FF2-\u1FF4\u1FF6-\u1FFC\u2071\u207F\u2090-\u209C\u2102\u2107\u210A-\u2113\u2115\u2119-\u211D\u2124\u2126\u2128\u212A-\u212D\u212F-\u2139\u213C-\u213F\u2145-\u2149\u214E\u2160-\u2188\u2C00-\u2C2E\u2C30-\u2C5E\u2C60-\u2CE4\u2CEB-\u2CEE\u2CF2\u2CF3\u2D00-\u2D25\u2D27\u2D2D\u2D30-\u2D67\u2D6F\u2D80-\u2D96\u2DA0-\u2DA6\u2DA8-\u2DAE\u2DB0-\u2DB6\u2DB8-\u2DBE\u2DC0-\u2DC6\u2DC8-\u2DCE\u2DD0-\u2DD6\u2DD8-\u2DDE\u2E2F\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303C\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312E\u3131-\u318E\u31A0-\u31BA\u31F0-\u31FF\u3400-\u4DB5\u4E00-\u9FEA\uA000-\uA48C\uA4D0-\uA4FD\uA500-\uA60C\uA610-\uA61F\uA62A\uA62B\uA640-\uA66E\uA67F-\uA69D\uA6A0-\uA6EF\uA717-\uA71F\uA722-\uA788\uA78B-\uA7AE\uA7B0-\uA7B7\uA7F7-\uA801\uA803-\uA805\uA807-\uA80A\uA80C-\uA822\uA840-\uA873\uA882-\uA8B3\uA8F2-\uA8F7\uA8FB\uA8FD\uA90A-\uA925\uA930-\uA946\uA960-\uA97C\uA984-\uA9B2\uA9CF\uA9E0-\uA9E4\uA9E6-\uA9EF\uA9FA-\uA9FE\uAA00-\uAA28\uAA40-\uAA42\uAA44-\uAA4B\uAA60-\uAA76\uAA7A\uAA7E-\uAAAF\uAAB1\uAAB5\uAAB6\uAAB9-\uAABD\uAAC0\uAAC2\uAADB-\uAADD\uAAE0-\uAAEA\uAAF2-\uAAF4\uAB01-\uAB06\uAB09-\uAB0E\uAB11-\uAB16\uAB20-\uAB26\uAB28-\uAB2E\uAB30-\uAB5A\uAB5C-\uAB65\uAB70-\uABE2\uAC00-\uD7A3\uD7B0-\uD7C6\uD7CB-\uD7FB\uF900-\uFA6D\uFA70-\uFAD9\uFB00-\uFB06\uFB13-\uFB17\uFB1D\uFB1F-\uFB28\uFB2A-\uFB36\uFB38-\uFB3C\uFB3E\uFB40\uFB41\uFB43\uFB44\uFB46-\uFBB1\uFBD3-\uFD3D\uFD50-\uFD8F\uFD92-\uFDC7\uFDF0-\uFDFB\uFE70-\uFE74\uFE76-\uFEFC\uFF21-\uFF3A\uFF41-\uFF5A\uFF66-\uFFBE\uFFC2-\uFFC7\uFFCA-\uFFCF\uFFD2-\uFFD7\uFFDA-\uFFDC]|\uD800[\uDC00-\uDC0B\uDC0D-\uDC26\uDC28-\uDC3A\uDC3C\uDC3D\uDC3F-\uDC4D\uDC50-\uDC5D\uDC80-\uDCFA\uDD40-\uDD74\uDE80-\uDE9C\uDEA0-\uDED0\uDF00-\uDF1F\uDF2D-\uDF4A\uDF50-\uDF75\uDF80-\uDF9D\uDFA0-\uDFC3\uDFC8-\uDFCF\uDFD1-\uDFD5]|\uD801[\uDC00-\uDC9D\uDCB0-\uDCD3\uDCD8-\uDCFB\uDD00-\uDD27\uDD30-\uDD63\uDE00-\uDF36\uDF40-\uDF55\uDF60-\uDF67]|\uD802[\uDC00-\uDC05\uDC08\uDC0A-\uDC35\uDC37\uDC38\uDC3C\uDC3F-\uDC55\uDC60-\uDC76\uDC80-\uDC9E\uDCE0-\uDCF2\uDCF4\uDCF5\uDD00-\uDD15\uDD20-\uDD39\uDD80-\uDDB7\uDDBE\uDDBF\uDE00\uDE10-\uDE13\uDE15-\uDE17\uDE19-\uDE33\uDE60-\uDE7C\uDE80-\uDE9C\uDEC0-\uDEC7\uDEC9-\uDEE4\uDF00-\uDF35\uDF40-\uDF55\uDF60-\uDF72\uDF80-\uDF91]|\uD803[\uDC00-\uDC48\uDC80-\uDCB2\uDCC0-\uDCF2]|\uD804[\uDC03-\uDC37\uDC83-\uDCAF\uDCD0-\uDCE8\uDD03-\uDD26\uDD50-\uDD72\uDD76\uDD83-\uDDB2\uDDC1-\uDDC4\uDDDA\uDDDC\uDE00-\uDE11\uDE13-\uDE2B\uDE80-\uDE86\uDE88\uDE8A-\uDE8D\uDE8F-\uDE9D\uDE9F-\uDEA8\uDEB0-\uDEDE\uDF05-\uDF0C\uDF0F\uDF10\uDF13-\uDF28\uDF2A-\uDF30\uDF32\uDF33\uDF35-\uDF39\uDF3D\uDF50\uDF5D-\uDF61]|\uD805[\uDC00-\uDC34\uDC47-\uDC4A\uDC80-\uDCAF\uDCC4\uDCC5\uDCC7\uDD80-\uDDAE\uDDD8-\uDDDB\uDE00-\uDE2F\uDE44\uDE80-\uDEAA\uDF00-\uDF19]|\uD806[\uDCA0-\uDCDF\uDCFF\uDE00\uDE0B-\uDE32\uDE3A\uDE50\uDE5C-\uDE83\uDE86-\uDE89\uDEC0-\uDEF8]|\uD807[\uDC00-\uDC08\uDC0A-\uDC2E\uDC40\uDC72-\uDC8F\uDD00-\uDD06\uDD08\uDD09\uDD0B-\uDD30\uDD46]|\uD808[\uDC00-\uDF99]|\uD809[\uDC00-\uDC6E\uDC80-\uDD43]|[\uD80C\uD81C-\uD820\uD840-\uD868\uD86A-\uD86C\uD86F-\uD872\uD874-\uD879][\uDC00-\uDFFF]|\uD80D[\uDC00-\uDC2E]|\uD811[\uDC00-\uDE46]|\uD81A[\uDC00-\uDE38\uDE40-\uDE5E\uDED0-\uDEED\uDF00-\uDF2F\uDF40-\uDF43\uDF63-\uDF77\uDF7D-\uDF8F]|\uD81B[\uDF00-\uDF44\uDF50\uDF93-\uDF9F\uDFE0\uDFE1]|\uD821[\uDC00-\uDFEC]|\uD822[\uDC00-\uDEF2]|\uD82C[\uDC00-\uDD1E\uDD70-\uDEFB]|\uD82F[\uDC00-\uDC6A\uDC70-\uDC7C\uDC80-\uDC88\uDC90-\uDC99]|\uD835[\uDC00-\uDC54\uDC56-\uDC9C\uDC9E\uDC9F\uDCA2\uDCA5\uDCA6\uDCA9-\uDCAC\uDCAE-\uDCB9\uDCBB\uDCBD-\uDCC3\uDCC5-\uDD05\uDD07-\uDD0A\uDD0D-\uDD14\uDD16-\uDD1C\uDD1E-\uDD39\uDD3B-\uDD3E\uDD40-\uDD44\uDD46\uDD4A-\uDD50\uDD52-\uDEA5\uDEA8-\uDEC0\uDEC2-\uDEDA\uDEDC-\uDEFA\uDEFC-\uDF14\uDF16-\uDF34\uDF36-\uDF4E\uDF50-\uDF6E\uDF70-\uDF88\uDF8A-\uDFA8\uDFAA-\uDFC2\uDFC4-\uDFCB]|\uD83A[\uDC00-\uDCC4\uDD00-\uDD43]|\uD83B[\uDE00-\uDE03\uDE05-\uDE1F\uDE21\uDE22\uDE24\uDE27\uDE29-\uDE32\uDE34-\uDE37\uDE39\uDE3B\uDE42\uDE47\uDE49\uDE4B\uDE4D-\uDE4F\uDE51\uDE52\uDE54\uDE57\uDE59\uDE5B\uDE5D\uDE5F\uDE61\uDE62\uDE64\uDE67-\uDE6A\uDE6C-\uDE72\uDE74-\uDE77\uDE79-\uDE7C\uDE7E\uDE80-\uDE89\uDE8B-\uDE9B\uDEA1-\uDEA3\uDEA5-\uDEA9\uDEAB-\uDEBB]|\uD869[\uDC00-\uDED6\uDF00-\uDFFF]|\uD86D[\uDC00-\uDF34\uDF40-\uDFFF]|\uD86E[\uDC00-\uDC1D\uDC20-\uDFFF]|\uD873[\uDC00-\uDEA1\uDEB0-\uDFFF]|\uD87A[\uDC00-\uDFE0]|\uD87E[\uDC00-\uDE1D]/;
	module.exports.ID_Continue = /[\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\u02C1\u02C6-\u02D1\u02E0-\u02E4\u02EC\u02EE\u0300-\u0374\u0376\u0377\u037A-\u037D\u037F\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03F5\u03F7-\u0481\u0483-\u0487\u048A-\u052F\u0531-\u0556\u0559\u0561-\u0587\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u05D0-\u05EA\u05F0-\u05F2\u0610-\u061A\u0620-\u0669\u066E-\u06D3\u06D5-\u06DC\u06DF-\u06E8\u06EA-\u06FC\u06FF\u0710-\u074A\u074D-\u07B1\u07C0-\u07F5\u07FA\u0800-\u082D\u0840-\u085B\u0860-\u086A\u08A0-\u08B4\u08B6-\u08BD\u08D4-\u08E1\u08E3-\u0963\u0966-\u096F\u0971-\u0983\u0985-\u098C\u098F\u0990\u0993-\u09A8\u09AA-\u09B0\u09B2\u09B6-\u09B9\u09BC-\u09C4\u09C7\u09C8\u09CB-\u09CE\u09D7\u09DC\u09DD\u09DF-\u09E3\u09E6-\u09F1\u09FC\u0A01-\u0A03\u0A05-\u0A0A\u0A0F\u0A10\u0A13-\u0A28\u0A2A-\u0A30\u0A32\u0A33\u0A35\u0A36\u0A38\u0A39\u0A3C\u0A3E-\u0A42\u0A47\u0A48\u0A4B-\u0A4D\u0A51\u0A59-\u0A5C\u0A5E\u0A66-\u0A75\u0A81-\u0A83\u0A85-\u0A8D\u0A8F-\u0A91\u0A93-\u0AA8\u0AAA-\u0AB0\u0AB2\u0AB3\u0AB5-\u0AB9\u0ABC-\u0AC5\u0AC7-\u0AC9\u0ACB-\u0ACD\u0AD0\u0AE0-\u0AE3\u0AE6-\u0AEF\u0AF9-\u0AFF\u0B01-\u0B03\u0B05-\u0B0C\u0B0F\u0B10\u0B13-\u0B28\u0B2A-\u0B30\u0B32\u0B33\u0B35-\u0B39\u0B3C-\u0B44\u0B47\u0B48\u0B4B-\u0B4D\u0B56\u0B57\u0B5C\u0B5D\u0B5F-\u0B63\u0B66-\u0B6F\u0B71\u0B82\u0B83\u0B85-\u0B8A\u0B8E-\u0B90\u0B92-\u0B95\u0B99\u0B9A\u0B9C\u0B9E\u0B9F\u0BA3\u0BA4\u0BA8-\u0BAA\u0BAE-\u0BB9\u0BBE-\u0BC2\u0BC6-\u0BC8\u0BCA-\u0BCD\u0BD0\u0BD7\u0BE6-\u0BEF\u0C00-\u0C03\u0C05-\u0C0C\u0C0E-\u0C10\u0C12-\u0C28\u0C2A-\u0C39\u0C3D-\u0C44\u0C46-\u0C48\u0C4A-\u0C4D\u0C55\u0C56\u0C58-\u0C5A\u0C60-\u0C63\u0C66-\u0C6F\u0C80-\u0C83\u0C85-\u0C8C\u0C8E-\u0C90\u0C92-\u0CA8\u0CAA-\u0CB3\u0CB5-\u0CB9\u0CBC-\u0CC4\u0CC6-\u0CC8\u0CCA-\u0CCD\u0CD5\u0CD6\u0CDE\u0CE0-\u0CE3\u0CE6-\u0CEF\u0CF1\u0CF2\u0D00-\u0D03\u0D05-\u0D0C\u0D0E-\u0D10\u0D12-\u0D44\u0D46-\u0D48\u0D4A-\u0D4E\u0D54-\u0D57\u0D5F-\u0D63\u0D66-\u0D6F\u0D7A-\u0D7F\u0D82\u0D83\u0D85-\u0D96\u0D9A-\u0DB1\u0DB3-\u0DBB\u0DBD\u0DC0-\u0DC6\u0DCA\u0DCF-\u0DD4\u0DD6\u0DD8-\u0DDF\u0DE6-\u0DEF\u0DF2\u0DF3\u0E01-\u0E3A\u0E40-\u0E4E\u0E50-\u0E59\u0E81\u0E82\u0E84\u0E87\u0E88\u0E8A\u0E8D\u0E94-\u0E97\u0E99-\u0E9F\u0EA1-\u0EA3\u0EA5\u0EA7\u0EAA\u0EAB\u0EAD-\u0EB9\u0EBB-\u0EBD\u0EC0-\u0EC4\u0EC6\u0EC8-\u0ECD\u0ED0-\u0ED9\u0EDC-\u0EDF\u0F00\u0F18\u0F19\u0F20-\u0F29\u0F35\u0F37\u0F39\u0F3E-\u0F47\u0F49-\u0F6C\u0F71-\u0F84\u0F86-\u0F97\u0F99-\u0FBC\u0FC6\u1000-\u1049\u1050-\u109D\u10A0-\u10C5\u10C7\u10CD\u10D0-\u10FA\u10FC-\u1248\u124A-\u124D\u1250-\u1256\u1258\u125A-\u125D\u1260-\u1288\u128A-\u128D\u1290-\u12B0\u12B2-\u12B5\u12B8-\u12BE\u12C0\u12C2-\u12C5\u12C8-\u12D6\u12D8-\u1310\u1312-\u1315\u1318-\u135A\u135D-\u135F\u1380-\u138F\u13A0-\u13F5\u13F8-\u13FD\u1401-\u166C\u166F-\u167F\u1681-\u169A\u16A0-\u16EA\u16EE-\u16F8\u1700-\u170C\u170E-\u1714\u1720-\u1734\u1740-\u1753\u1760-\u176C\u176E-\u1770\u1772\u1773\u1780-\u17D3\u17D7\u17DC\u17DD\u17E0-\u17E9\u180B-\u180D\u1810-\u1819\u1820-\u1877\u1880-\u18AA\u18B0-\u18F5\u1900-\u191E\u1920-\u192B\u1930-\u193B\u1946-\u196D\u1970-\u1974\u1980-\u19AB\u19B0-\u19C9\u19D0-\u19D9\u1A00-\u1A1B\u1A20-\u1A5E\u1A60-\u1A7C\u1A7F-\u1A89\u1A90-\u1A99\u1AA7\u1AB0-\u1ABD\u1B00-\u1B4B\u1B50-\u1B59\u1B6B-\u1B73\u1B80-\u1BF3\u1C00-\u1C37\u1C40-\u1C49\u1C4D-\u1C7D\u1C80-\u1C88\u1CD0-\u1CD2\u1CD4-\u1CF9\u1D00-\u1DF9\u1DFB-\u1F15\u1F18-\u1F1D\u1F20-\u1F45\u1F48-\u1F4D\u1F50-\u1F57\u1F59\u1F5B\u1F5D\u1F5F-\u1F7D\u1F80-\u1FB4\u1FB6-\u1FBC\u1FBE\u1FC2-\u1FC4\u1FC6-\u1FCC\u1FD0-\u1FD3\u1FD6-\u1FDB\u1FE0-\u1FEC\u1FF2-\u1FF4\u1FF6-\u1FFC\u203F\u2040\u2054\u2071\u207F\u2090-\u209C\u20D0-\u20DC\u20E1\u20E5-\u20F0\u2102\u2107\u210A-\u2113\u2115\u2119-\u211D\u2124\u2126\u2128\u212A-\u212D\u212F-\u2139\u213C-\u213F\u2145-\u2149\u214E\u2160-\u2188\u2C00-\u2C2E\u2C30-\u2C5E\u2C60-\u2CE4\u2CEB-\u2CF3\u2D00-\u2D25\u2D27\u2D2D\u2D30-\u2D67\u2D6F\u2D7F-\u2D96\u2DA0-\u2DA6\u2DA8-\u2DAE\u2DB0-\u2DB6\u2DB8-\u2DBE\u2DC0-\u2DC6\u2DC8-\u2DCE\u2DD0-\u2DD6\u2DD8-\u2DDE\u2DE0-\u2DFF\u2E2F\u3005-\u3007\u3021-\u302F\u3031-\u3035\u3038-\u303C\u3041-\u3096\u3099\u309A\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312E\u3131-\u318E\u31A0-\u31BA\u31F0-\u31FF\u3400-\u4DB5\u4E00-\u9FEA\uA000-\uA48C\uA4D0-\uA4FD\uA500-\uA60C\uA610-\uA62B\uA640-\uA66F\uA674-\uA67D\uA67F-\uA6F1\uA717-\uA71F\uA722-\uA788\uA78B-\uA7AE\uA7B0-\uA7B7\uA7F7-\uA827\uA840-\uA873\uA880-\uA8C5\uA8D0-\uA8D9\uA8E0-\uA8F7\uA8FB\uA8FD\uA900-\uA92D\uA930-\uA953\uA960-\uA97C\uA980-\uA9C0\uA9CF-\uA9D9\uA9E0-\uA9FE\uAA00-\uAA36\uAA40-\uAA4D\uAA50-\uAA59\uAA60-\uAA76\uAA7A-\uAAC2\uAADB-\uAADD\uAAE0-\uAAEF\uAAF2-\uAAF6\uAB01-\uAB06\uAB09-\uAB0E\uAB11-\uAB16\uAB20-\uAB26\uAB28-\uAB2E\uAB30-\uAB5A\uAB5C-\uAB65\uAB70-\uABEA\uABEC\uABED\uABF0-\uABF9\uAC00-\uD7A3\uD7B0-\uD7C6\uD7CB-\uD7FB\uF900-\uFA6D\uFA70-\uFAD9\uFB00-\uFB06\uFB13-\uFB17\uFB1D-\uFB28\uFB2A-\uFB36\uFB38-\uFB3C\uFB3E\uFB40\uFB41\uFB43\uFB44\uFB46-\uFBB1\uFBD3-\uFD3D\uFD50-\uFD8F\uFD92-\uFDC7\uFDF0-\uFDFB\uFE00-\uFE0F\uFE20-\uFE2F\uFE33\uFE34\uFE4D-\uFE4F\uFE70-\uFE74\uFE76-\uFEFC\uFF10-\uFF19\uFF21-\uFF3A\uFF3F\uFF41-\uFF5A\uFF66-\uFFBE\uFFC2-\uFFC7\uFFCA-\uFFCF\uFFD2-\uFFD7\uFFDA-\uFFDC]|\uD800[\uDC00-\uDC0B\uDC0D-\uDC26\uDC28-\uDC3A\uDC3C\uDC3D\uDC3F-\uDC4D\uDC50-\uDC5D\uDC80-\uDCFA\uDD40-\uDD74\uDDFD\uDE80-\uDE9C\uDEA0-\uDED0\uDEE0\uDF00-\uDF1F\uDF2D-\uDF4A\uDF50-\uDF7A\uDF80-\uDF9D\uDFA0-\uDFC3\uDFC8-\uDFCF\uDFD1-\uDFD5]|\uD801[\uDC00-\uDC9D\uDCA0-\uDCA9\uDCB0-\uDCD3\uDCD8-\uDCFB\uDD00-\uDD27\uDD30-\uDD63\uDE00-\uDF36\uDF40-\uDF55\uDF60-\uDF67]|\uD802[\uDC00-\uDC05\uDC08\uDC0A-\uDC35\uDC37\uDC38\uDC3C\uDC3F-\uDC55\uDC60-\uDC76\uDC80-\uDC9E\uDCE0-\uDCF2\uDCF4\uDCF5\uDD00-\uDD15\uDD20-\uDD39\uDD80-\uDDB7\uDDBE\uDDBF\uDE00-\uDE03\uDE05\uDE06\uDE0C-\uDE13\uDE15-\uDE17\uDE19-\uDE33\uDE38-\uDE3A\uDE3F\uDE60-\uDE7C\uDE80-\uDE9C\uDEC0-\uDEC7\uDEC9-\uDEE6\uDF00-\uDF35\uDF40-\uDF55\uDF60-\uDF72\uDF80-\uDF91]|\uD803[\uDC00-\uDC48\uDC80-\uDCB2\uDCC0-\uDCF2]|\uD804[\uDC00-\uDC46\uDC66-\uDC6F\uDC7F-\uDCBA\uDCD0-\uDCE8\uDCF0-\uDCF9\uDD00-\uDD34\uDD36-\uDD3F\uDD50-\uDD73\uDD76\uDD80-\uDDC4\uDDCA-\uDDCC\uDDD0-\uDDDA\uDDDC\uDE00-\uDE11\uDE13-\uDE37\uDE3E\uDE80-\uDE86\uDE88\uDE8A-\uDE8D\uDE8F-\uDE9D\uDE9F-\uDEA8\uDEB0-\uDEEA\uDEF0-\uDEF9\uDF00-\uDF03\uDF05-\uDF0C\uDF0F\uDF10\uDF13-\uDF28\uDF2A-\uDF30\uDF32\uDF33\uDF35-\uDF39\uDF3C-\uDF44\uDF47\uDF48\uDF4B-\uDF4D\uDF50\uDF57\uDF5D-\uDF63\uDF66-\uDF6C\uDF70-\uDF74]|\uD805[\uDC00-\uDC4A\uDC50-\uDC59\uDC80-\uDCC5\uDCC7\uDCD0-\uDCD9\uDD80-\uDDB5\uDDB8-\uDDC0\uDDD8-\uDDDD\uDE00-\uDE40\uDE44\uDE50-\uDE59\uDE80-\uDEB7\uDEC0-\uDEC9\uDF00-\uDF19\uDF1D-\uDF2B\uDF30-\uDF39]|\uD806[\uDCA0-\uDCE9\uDCFF\uDE00-\uDE3E\uDE47\uDE50-\uDE83\uDE86-\uDE99\uDEC0-\uDEF8]|\uD807[\uDC00-\uDC08\uDC0A-\uDC36\uDC38-\uDC40\uDC50-\uDC59\uDC72-\uDC8F\uDC92-\uDCA7\uDCA9-\uDCB6\uDD00-\uDD06\uDD08\uDD09\uDD0B-\uDD36\uDD3A\uDD3C\uDD3D\uDD3F-\uDD47\uDD50-\uDD59]|\uD808[\uDC00-\uDF99]|\uD809[\uDC00-\uDC6E\uDC80-\uDD43]|[\uD80C\uD81C-\uD820\uD840-\uD868\uD86A-\uD86C\uD86F-\uD872\uD874-\uD879][\uDC00-\uDFFF]|\uD80D[\uDC00-\uDC2E]|\uD811[\uDC00-\uDE46]|\uD81A[\uDC00-\uDE38\uDE40-\uDE5E\uDE60-\uDE69\uDED0-\uDEED\uDEF0-\uDEF4\uDF00-\uDF36\uDF40-\uDF43\uDF50-\uDF59\uDF63-\uDF77\uDF7D-\uDF8F]|\uD81B[\uDF00-\uDF44\uDF50-\uDF7E\uDF8F-\uDF9F\uDFE0\uDFE1]|\uD821[\uDC00-\uDFEC]|\uD822[\uDC00-\uDEF2]|\uD82C[\uDC00-\uDD1E\uDD70-\uDEFB]|\uD82F[\uDC00-\uDC6A\uDC70-\uDC7C\uDC80-\uDC88\uDC90-\uDC99\uDC9D\uDC9E]|\uD834[\uDD65-\uDD69\uDD6D-\uDD72\uDD7B-\uDD82\uDD85-\uDD8B\uDDAA-\uDDAD\uDE42-\uDE44]|\uD835[\uDC00-\uDC54\uDC56-\uDC9C\uDC9E\uDC9F\uDCA2\uDCA5\uDCA6\uDCA9-\uDCAC\uDCAE-\uDCB9\uDCBB\uDCBD-\uDCC3\uDCC5-\uDD05\uDD07-\uDD0A\uDD0D-\uDD14\uDD16-\uDD1C\uDD1E-\uDD39\uDD3B-\uDD3E\uDD40-\uDD44\uDD46\uDD4A-\uDD50\uDD52-\uDEA5\uDEA8-\uDEC0\uDEC2-\uDEDA\uDEDC-\uDEFA\uDEFC-\uDF14\uDF16-\uDF34\uDF36-\uDF4E\uDF50-\uDF6E\uDF70-\uDF88\uDF8A-\uDFA8\uDFAA-\uDFC2\uDFC4-\uDFCB\uDFCE-\uDFFF]|\uD836[\uDE00-\uDE36\uDE3B-\uDE6C\uDE75\uDE84\uDE9B-\uDE9F\uDEA1-\uDEAF]|\uD838[\uDC00-\uDC06\uDC08-\uDC18\uDC1B-\uDC21\uDC23\uDC24\uDC26-\uDC2A]|\uD83A[\uDC00-\uDCC4\uDCD0-\uDCD6\uDD00-\uDD4A\uDD50-\uDD59]|\uD83B[\uDE00-\uDE03\uDE05-\uDE1F\uDE21\uDE22\uDE24\uDE27\uDE29-\uDE32\uDE34-\uDE37\uDE39\uDE3B\uDE42\uDE47\uDE49\uDE4B\uDE4D-\uDE4F\uDE51\uDE52\uDE54\uDE57\uDE59\uDE5B\uDE5D\uDE5F\uDE61\uDE62\uDE64\uDE67-\uDE6A\uDE6C-\uDE72\uDE74-\uDE77\uDE79-\uDE7C\uDE7E\uDE80-\uDE89\uDE8B-\uDE9B\uDEA1-\uDEA3\uDEA5-\uDEA9\uDEAB-\uDEBB]|\uD869[\uDC00-\uDED6\uDF00-\uDFFF]|\uD86D[\uDC00-\uDF34\uDF40-\uDFFF]|\uD86E[\uDC00-\uDC1D\uDC20-\uDFFF]|\uD873[\uDC00-\uDEA1\uDEB0-\uDFFF]|\uD87A[\uDC00-\uDFE0]|\uD87E[\uDC00-\uDE1D]|\uDB40[\uDD00-\uDDEF]/;
}));

// node_modules/json5/lib/util.js
var require_util = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const unicode = require_unicode();
	module.exports = {
		isSpaceSeparator(c) {
			return typeof c === "string" && unicode.Space_Separator.test(c);
		},
		isIdStartChar(c) {
			return typeof c === "string" && (c >= "a" && c <= "z" || c >= "A" && c <= "Z" || c === "$" || c === "_" || unicode.ID_Start.test(c));
		},
		isIdContinueChar(c) {
			return typeof c === "string" && (c >= "a" && c <= "z" || c >= "A" && c <= "Z" || c >= "0" && c <= "9" || c === "$" || c === "_" || c === "‌" || c === "‍" || unicode.ID_Continue.test(c));
		},
		isDigit(c) {
			return typeof c === "string" && /[0-9]/.test(c);
		},
		isHexDigit(c) {
			return typeof c === "string" && /[0-9A-Fa-f]/.test(c);
		}
	};
}));

// node_modules/json5/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const util = require_util();
	let source;
	let parseState;
	let stack;
	let pos;
	let line;
	let column;
	let token;
	let key;
	let root;
	module.exports = function parse(text, reviver) {
		source = String(text);
		parseState = "start";
		stack = [];
		pos = 0;
		line = 1;
		column = 0;
		token = void 0;
		key = void 0;
		root = void 0;
		do {
			token = lex();
			parseStates[parseState]();
		} while (token.type !== "eof");
		if (typeof reviver === "function") return internalize({ "": root }, "", reviver);
		return root;
	};
	function internalize(holder, name, reviver) {
		const value = holder[name];
		if (value != null && typeof value === "object") {
			if (Array.isArray(value)) for (let i = 0; i < value.length; i++) {
				const key = String(i);
				const replacement = internalize(value, key, reviver);
				if (replacement === void 0) delete value[key];
				else Object.defineProperty(value, key, {
					value: replacement,
					writable: true,
					enumerable: true,
					configurable: true
				});
			}
			else for (const key in value) {
				const replacement = internalize(value, key, reviver);
				if (replacement === void 0) delete value[key];
				else Object.defineProperty(value, key, {
					value: replacement,
					writable: true,
					enumerable: true,
					configurable: true
				});
			}
		}
		return reviver.call(holder, name, value);
	}
	let lexState;
	let buffer;
	let doubleQuote;
	let sign;
	let c;
	function lex() {
		lexState = "default";
		buffer = "";
		doubleQuote = false;
		sign = 1;
		for (;;) {
			c = peek();
			const token = lexStates[lexState]();
			if (token) return token;
		}
	}
	function peek() {
		if (source[pos]) return String.fromCodePoint(source.codePointAt(pos));
	}
	function read() {
		const c = peek();
		if (c === "\n") {
			line++;
			column = 0;
		} else if (c) column += c.length;
		else column++;
		if (c) pos += c.length;
		return c;
	}
	const lexStates = {
		default() {
			switch (c) {
				case "	":
				case "\v":
				case "\f":
				case " ":
				case "\xA0":
				case "﻿":
				case "\n":
				case "\r":
				case "\u2028":
				case "\u2029":
					read();
					return;
				case "/":
					read();
					lexState = "comment";
					return;
				case void 0:
					read();
					return newToken("eof");
			}
			if (util.isSpaceSeparator(c)) {
				read();
				return;
			}
			return lexStates[parseState]();
		},
		comment() {
			switch (c) {
				case "*":
					read();
					lexState = "multiLineComment";
					return;
				case "/":
					read();
					lexState = "singleLineComment";
					return;
			}
			throw invalidChar(read());
		},
		multiLineComment() {
			switch (c) {
				case "*":
					read();
					lexState = "multiLineCommentAsterisk";
					return;
				case void 0: throw invalidChar(read());
			}
			read();
		},
		multiLineCommentAsterisk() {
			switch (c) {
				case "*":
					read();
					return;
				case "/":
					read();
					lexState = "default";
					return;
				case void 0: throw invalidChar(read());
			}
			read();
			lexState = "multiLineComment";
		},
		singleLineComment() {
			switch (c) {
				case "\n":
				case "\r":
				case "\u2028":
				case "\u2029":
					read();
					lexState = "default";
					return;
				case void 0:
					read();
					return newToken("eof");
			}
			read();
		},
		value() {
			switch (c) {
				case "{":
				case "[": return newToken("punctuator", read());
				case "n":
					read();
					literal("ull");
					return newToken("null", null);
				case "t":
					read();
					literal("rue");
					return newToken("boolean", true);
				case "f":
					read();
					literal("alse");
					return newToken("boolean", false);
				case "-":
				case "+":
					if (read() === "-") sign = -1;
					lexState = "sign";
					return;
				case ".":
					buffer = read();
					lexState = "decimalPointLeading";
					return;
				case "0":
					buffer = read();
					lexState = "zero";
					return;
				case "1":
				case "2":
				case "3":
				case "4":
				case "5":
				case "6":
				case "7":
				case "8":
				case "9":
					buffer = read();
					lexState = "decimalInteger";
					return;
				case "I":
					read();
					literal("nfinity");
					return newToken("numeric", Infinity);
				case "N":
					read();
					literal("aN");
					return newToken("numeric", NaN);
				case "\"":
				case "'":
					doubleQuote = read() === "\"";
					buffer = "";
					lexState = "string";
					return;
			}
			throw invalidChar(read());
		},
		identifierNameStartEscape() {
			if (c !== "u") throw invalidChar(read());
			read();
			const u = unicodeEscape();
			switch (u) {
				case "$":
				case "_": break;
				default: if (!util.isIdStartChar(u)) throw invalidIdentifier();
			}
			buffer += u;
			lexState = "identifierName";
		},
		identifierName() {
			switch (c) {
				case "$":
				case "_":
				case "‌":
				case "‍":
					buffer += read();
					return;
				case "\\":
					read();
					lexState = "identifierNameEscape";
					return;
			}
			if (util.isIdContinueChar(c)) {
				buffer += read();
				return;
			}
			return newToken("identifier", buffer);
		},
		identifierNameEscape() {
			if (c !== "u") throw invalidChar(read());
			read();
			const u = unicodeEscape();
			switch (u) {
				case "$":
				case "_":
				case "‌":
				case "‍": break;
				default: if (!util.isIdContinueChar(u)) throw invalidIdentifier();
			}
			buffer += u;
			lexState = "identifierName";
		},
		sign() {
			switch (c) {
				case ".":
					buffer = read();
					lexState = "decimalPointLeading";
					return;
				case "0":
					buffer = read();
					lexState = "zero";
					return;
				case "1":
				case "2":
				case "3":
				case "4":
				case "5":
				case "6":
				case "7":
				case "8":
				case "9":
					buffer = read();
					lexState = "decimalInteger";
					return;
				case "I":
					read();
					literal("nfinity");
					return newToken("numeric", sign * Infinity);
				case "N":
					read();
					literal("aN");
					return newToken("numeric", NaN);
			}
			throw invalidChar(read());
		},
		zero() {
			switch (c) {
				case ".":
					buffer += read();
					lexState = "decimalPoint";
					return;
				case "e":
				case "E":
					buffer += read();
					lexState = "decimalExponent";
					return;
				case "x":
				case "X":
					buffer += read();
					lexState = "hexadecimal";
					return;
			}
			return newToken("numeric", sign * 0);
		},
		decimalInteger() {
			switch (c) {
				case ".":
					buffer += read();
					lexState = "decimalPoint";
					return;
				case "e":
				case "E":
					buffer += read();
					lexState = "decimalExponent";
					return;
			}
			if (util.isDigit(c)) {
				buffer += read();
				return;
			}
			return newToken("numeric", sign * Number(buffer));
		},
		decimalPointLeading() {
			if (util.isDigit(c)) {
				buffer += read();
				lexState = "decimalFraction";
				return;
			}
			throw invalidChar(read());
		},
		decimalPoint() {
			switch (c) {
				case "e":
				case "E":
					buffer += read();
					lexState = "decimalExponent";
					return;
			}
			if (util.isDigit(c)) {
				buffer += read();
				lexState = "decimalFraction";
				return;
			}
			return newToken("numeric", sign * Number(buffer));
		},
		decimalFraction() {
			switch (c) {
				case "e":
				case "E":
					buffer += read();
					lexState = "decimalExponent";
					return;
			}
			if (util.isDigit(c)) {
				buffer += read();
				return;
			}
			return newToken("numeric", sign * Number(buffer));
		},
		decimalExponent() {
			switch (c) {
				case "+":
				case "-":
					buffer += read();
					lexState = "decimalExponentSign";
					return;
			}
			if (util.isDigit(c)) {
				buffer += read();
				lexState = "decimalExponentInteger";
				return;
			}
			throw invalidChar(read());
		},
		decimalExponentSign() {
			if (util.isDigit(c)) {
				buffer += read();
				lexState = "decimalExponentInteger";
				return;
			}
			throw invalidChar(read());
		},
		decimalExponentInteger() {
			if (util.isDigit(c)) {
				buffer += read();
				return;
			}
			return newToken("numeric", sign * Number(buffer));
		},
		hexadecimal() {
			if (util.isHexDigit(c)) {
				buffer += read();
				lexState = "hexadecimalInteger";
				return;
			}
			throw invalidChar(read());
		},
		hexadecimalInteger() {
			if (util.isHexDigit(c)) {
				buffer += read();
				return;
			}
			return newToken("numeric", sign * Number(buffer));
		},
		string() {
			switch (c) {
				case "\\":
					read();
					buffer += escape();
					return;
				case "\"":
					if (doubleQuote) {
						read();
						return newToken("string", buffer);
					}
					buffer += read();
					return;
				case "'":
					if (!doubleQuote) {
						read();
						return newToken("string", buffer);
					}
					buffer += read();
					return;
				case "\n":
				case "\r": throw invalidChar(read());
				case "\u2028":
				case "\u2029":
					separatorChar(c);
					break;
				case void 0: throw invalidChar(read());
			}
			buffer += read();
		},
		start() {
			switch (c) {
				case "{":
				case "[": return newToken("punctuator", read());
			}
			lexState = "value";
		},
		beforePropertyName() {
			switch (c) {
				case "$":
				case "_":
					buffer = read();
					lexState = "identifierName";
					return;
				case "\\":
					read();
					lexState = "identifierNameStartEscape";
					return;
				case "}": return newToken("punctuator", read());
				case "\"":
				case "'":
					doubleQuote = read() === "\"";
					lexState = "string";
					return;
			}
			if (util.isIdStartChar(c)) {
				buffer += read();
				lexState = "identifierName";
				return;
			}
			throw invalidChar(read());
		},
		afterPropertyName() {
			if (c === ":") return newToken("punctuator", read());
			throw invalidChar(read());
		},
		beforePropertyValue() {
			lexState = "value";
		},
		afterPropertyValue() {
			switch (c) {
				case ",":
				case "}": return newToken("punctuator", read());
			}
			throw invalidChar(read());
		},
		beforeArrayValue() {
			if (c === "]") return newToken("punctuator", read());
			lexState = "value";
		},
		afterArrayValue() {
			switch (c) {
				case ",":
				case "]": return newToken("punctuator", read());
			}
			throw invalidChar(read());
		},
		end() {
			throw invalidChar(read());
		}
	};
	function newToken(type, value) {
		return {
			type,
			value,
			line,
			column
		};
	}
	function literal(s) {
		for (const c of s) {
			if (peek() !== c) throw invalidChar(read());
			read();
		}
	}
	function escape() {
		switch (peek()) {
			case "b":
				read();
				return "\b";
			case "f":
				read();
				return "\f";
			case "n":
				read();
				return "\n";
			case "r":
				read();
				return "\r";
			case "t":
				read();
				return "	";
			case "v":
				read();
				return "\v";
			case "0":
				read();
				if (util.isDigit(peek())) throw invalidChar(read());
				return "\0";
			case "x":
				read();
				return hexEscape();
			case "u":
				read();
				return unicodeEscape();
			case "\n":
			case "\u2028":
			case "\u2029":
				read();
				return "";
			case "\r":
				read();
				if (peek() === "\n") read();
				return "";
			case "1":
			case "2":
			case "3":
			case "4":
			case "5":
			case "6":
			case "7":
			case "8":
			case "9": throw invalidChar(read());
			case void 0: throw invalidChar(read());
		}
		return read();
	}
	function hexEscape() {
		let buffer = "";
		let c = peek();
		if (!util.isHexDigit(c)) throw invalidChar(read());
		buffer += read();
		c = peek();
		if (!util.isHexDigit(c)) throw invalidChar(read());
		buffer += read();
		return String.fromCodePoint(parseInt(buffer, 16));
	}
	function unicodeEscape() {
		let buffer = "";
		let count = 4;
		while (count-- > 0) {
			const c = peek();
			if (!util.isHexDigit(c)) throw invalidChar(read());
			buffer += read();
		}
		return String.fromCodePoint(parseInt(buffer, 16));
	}
	const parseStates = {
		start() {
			if (token.type === "eof") throw invalidEOF();
			push();
		},
		beforePropertyName() {
			switch (token.type) {
				case "identifier":
				case "string":
					key = token.value;
					parseState = "afterPropertyName";
					return;
				case "punctuator":
					pop();
					return;
				case "eof": throw invalidEOF();
			}
		},
		afterPropertyName() {
			if (token.type === "eof") throw invalidEOF();
			parseState = "beforePropertyValue";
		},
		beforePropertyValue() {
			if (token.type === "eof") throw invalidEOF();
			push();
		},
		beforeArrayValue() {
			if (token.type === "eof") throw invalidEOF();
			if (token.type === "punctuator" && token.value === "]") {
				pop();
				return;
			}
			push();
		},
		afterPropertyValue() {
			if (token.type === "eof") throw invalidEOF();
			switch (token.value) {
				case ",":
					parseState = "beforePropertyName";
					return;
				case "}": pop();
			}
		},
		afterArrayValue() {
			if (token.type === "eof") throw invalidEOF();
			switch (token.value) {
				case ",":
					parseState = "beforeArrayValue";
					return;
				case "]": pop();
			}
		},
		end() {}
	};
	function push() {
		let value;
		switch (token.type) {
			case "punctuator":
				switch (token.value) {
					case "{":
						value = {};
						break;
					case "[": value = [];
				}
				break;
			case "null":
			case "boolean":
			case "numeric":
			case "string": value = token.value;
		}
		if (root === void 0) root = value;
		else {
			const parent = stack[stack.length - 1];
			if (Array.isArray(parent)) parent.push(value);
			else Object.defineProperty(parent, key, {
				value,
				writable: true,
				enumerable: true,
				configurable: true
			});
		}
		if (value !== null && typeof value === "object") {
			stack.push(value);
			if (Array.isArray(value)) parseState = "beforeArrayValue";
			else parseState = "beforePropertyName";
		} else {
			const current = stack[stack.length - 1];
			if (current == null) parseState = "end";
			else if (Array.isArray(current)) parseState = "afterArrayValue";
			else parseState = "afterPropertyValue";
		}
	}
	function pop() {
		stack.pop();
		const current = stack[stack.length - 1];
		if (current == null) parseState = "end";
		else if (Array.isArray(current)) parseState = "afterArrayValue";
		else parseState = "afterPropertyValue";
	}
	function invalidChar(c) {
		if (c === void 0) return syntaxError(`JSON5: invalid end of input at ${line}:${column}`);
		return syntaxError(`JSON5: invalid character '${formatChar(c)}' at ${line}:${column}`);
	}
	function invalidEOF() {
		return syntaxError(`JSON5: invalid end of input at ${line}:${column}`);
	}
	function invalidIdentifier() {
		column -= 5;
		return syntaxError(`JSON5: invalid identifier character at ${line}:${column}`);
	}
	function separatorChar(c) {
		console.warn(`JSON5: '${formatChar(c)}' in strings is not valid ECMAScript; consider escaping`);
	}
	function formatChar(c) {
		const replacements = {
			"'": "\\'",
			"\"": "\\\"",
			"\\": "\\\\",
			"\b": "\\b",
			"\f": "\\f",
			"\n": "\\n",
			"\r": "\\r",
			"	": "\\t",
			"\v": "\\v",
			"\0": "\\0",
			"\u2028": "\\u2028",
			"\u2029": "\\u2029"
		};
		if (replacements[c]) return replacements[c];
		if (c < " ") {
			const hexString = c.charCodeAt(0).toString(16);
			return "\\x" + ("00" + hexString).substring(hexString.length);
		}
		return c;
	}
	function syntaxError(message) {
		const err = new SyntaxError(message);
		err.lineNumber = line;
		err.columnNumber = column;
		return err;
	}
}));

// node_modules/json5/lib/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const util = require_util();
	module.exports = function stringify(value, replacer, space) {
		const stack = [];
		let indent = "";
		let propertyList;
		let replacerFunc;
		let gap = "";
		let quote;
		if (replacer != null && typeof replacer === "object" && !Array.isArray(replacer)) {
			space = replacer.space;
			quote = replacer.quote;
			replacer = replacer.replacer;
		}
		if (typeof replacer === "function") replacerFunc = replacer;
		else if (Array.isArray(replacer)) {
			propertyList = [];
			for (const v of replacer) {
				let item;
				if (typeof v === "string") item = v;
				else if (typeof v === "number" || v instanceof String || v instanceof Number) item = String(v);
				if (item !== void 0 && propertyList.indexOf(item) < 0) propertyList.push(item);
			}
		}
		if (space instanceof Number) space = Number(space);
		else if (space instanceof String) space = String(space);
		if (typeof space === "number") {
			if (space > 0) {
				space = Math.min(10, Math.floor(space));
				gap = "          ".substr(0, space);
			}
		} else if (typeof space === "string") gap = space.substr(0, 10);
		return serializeProperty("", { "": value });
		function serializeProperty(key, holder) {
			let value = holder[key];
			if (value != null) {
				if (typeof value.toJSON5 === "function") value = value.toJSON5(key);
				else if (typeof value.toJSON === "function") value = value.toJSON(key);
			}
			if (replacerFunc) value = replacerFunc.call(holder, key, value);
			if (value instanceof Number) value = Number(value);
			else if (value instanceof String) value = String(value);
			else if (value instanceof Boolean) value = value.valueOf();
			switch (value) {
				case null: return "null";
				case true: return "true";
				case false: return "false";
			}
			if (typeof value === "string") return quoteString(value, false);
			if (typeof value === "number") return String(value);
			if (typeof value === "object") return Array.isArray(value) ? serializeArray(value) : serializeObject(value);
		}
		function quoteString(value) {
			const quotes = {
				"'": .1,
				"\"": .2
			};
			const replacements = {
				"'": "\\'",
				"\"": "\\\"",
				"\\": "\\\\",
				"\b": "\\b",
				"\f": "\\f",
				"\n": "\\n",
				"\r": "\\r",
				"	": "\\t",
				"\v": "\\v",
				"\0": "\\0",
				"\u2028": "\\u2028",
				"\u2029": "\\u2029"
			};
			let product = "";
			for (let i = 0; i < value.length; i++) {
				const c = value[i];
				switch (c) {
					case "'":
					case "\"":
						quotes[c]++;
						product += c;
						continue;
					case "\0": if (util.isDigit(value[i + 1])) {
						product += "\\x00";
						continue;
					}
				}
				if (replacements[c]) {
					product += replacements[c];
					continue;
				}
				if (c < " ") {
					let hexString = c.charCodeAt(0).toString(16);
					product += "\\x" + ("00" + hexString).substring(hexString.length);
					continue;
				}
				product += c;
			}
			const quoteChar = quote || Object.keys(quotes).reduce((a, b) => quotes[a] < quotes[b] ? a : b);
			product = product.replace(new RegExp(quoteChar, "g"), replacements[quoteChar]);
			return quoteChar + product + quoteChar;
		}
		function serializeObject(value) {
			if (stack.indexOf(value) >= 0) throw TypeError("Converting circular structure to JSON5");
			stack.push(value);
			let stepback = indent;
			indent = indent + gap;
			let keys = propertyList || Object.keys(value);
			let partial = [];
			for (const key of keys) {
				const propertyString = serializeProperty(key, value);
				if (propertyString !== void 0) {
					let member = serializeKey(key) + ":";
					if (gap !== "") member += " ";
					member += propertyString;
					partial.push(member);
				}
			}
			let final;
			if (partial.length === 0) final = "{}";
			else {
				let properties;
				if (gap === "") {
					properties = partial.join(",");
					final = "{" + properties + "}";
				} else {
					let separator = ",\n" + indent;
					properties = partial.join(separator);
					final = "{\n" + indent + properties + ",\n" + stepback + "}";
				}
			}
			stack.pop();
			indent = stepback;
			return final;
		}
		function serializeKey(key) {
			if (key.length === 0) return quoteString(key, true);
			const firstChar = String.fromCodePoint(key.codePointAt(0));
			if (!util.isIdStartChar(firstChar)) return quoteString(key, true);
			for (let i = firstChar.length; i < key.length; i++) if (!util.isIdContinueChar(String.fromCodePoint(key.codePointAt(i)))) return quoteString(key, true);
			return key;
		}
		function serializeArray(value) {
			if (stack.indexOf(value) >= 0) throw TypeError("Converting circular structure to JSON5");
			stack.push(value);
			let stepback = indent;
			indent = indent + gap;
			let partial = [];
			for (let i = 0; i < value.length; i++) {
				const propertyString = serializeProperty(String(i), value);
				partial.push(propertyString !== void 0 ? propertyString : "null");
			}
			let final;
			if (partial.length === 0) final = "[]";
			else if (gap === "") final = "[" + partial.join(",") + "]";
			else {
				let separator = ",\n" + indent;
				let properties = partial.join(separator);
				final = "[\n" + indent + properties + ",\n" + stepback + "]";
			}
			stack.pop();
			indent = stepback;
			return final;
		}
	};
}));

// node_modules/json5/lib/index.js
var require_lib = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const JSON5 = {
		parse: require_parse(),
		stringify: require_stringify()
	};
	module.exports = JSON5;
}));

// src/importers/lm-eval/python-json.ts
var import_lib = /* @__PURE__ */ __toESM(require_lib(), 1);
/**
* Parses what Python's `json` writes: JSON in which a number may also be `NaN`, `Infinity` or `-Infinity`.
*
* JSON5 knows these tokens and is fifty times slower, so it is asked only where strict JSON fails. It warns on the
* console of raw U+2028 and U+2029, which JSON allows in strings only and the harness writes: they are escaped before.
* @throws WeighbridgeError `data`
*/
function parsePythonJson(text, at) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		const strict = new WeighbridgeError("data", `not JSON: ${cause.message}`, {
			at,
			cause
		});
		if (!/\b(?:NaN|Infinity)\b/.test(text)) throw strict;
		try {
			return import_lib.default.parse(text.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029"));
		} catch {
			throw strict;
		}
	}
}

// src/importers/files.ts
/** Of a file that is held in memory as a whole, after decompression; V8's strings end at 512 MiB. */
const MAX_BYTES$1 = 268435456;
/** Enough for the first line of any format. */
const HEAD_BYTES = 1048576;
const NEWLINE = 10;
/** The start of a file as text, unpacked; null for what is no file or cannot be unpacked. */
async function headOf(file) {
	if (!await isFile(file)) return null;
	const parts = [];
	let length = 0;
	try {
		for await (const chunk of bytesOf(file)) {
			parts.push(chunk);
			length += chunk.length;
			if (length >= HEAD_BYTES) break;
		}
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		if (length === 0) return null;
	}
	return Buffer.concat(parts).subarray(0, HEAD_BYTES).toString("utf8");
}
/** Names in a folder, none where there is no such folder. */
async function namesIn(folder) {
	return readdir(folder).catch((error) => {
		if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
		throw new WeighbridgeError("data", `the folder cannot be read: ${error.message}`, {
			at: { file: folder },
			cause: error
		});
	});
}
async function isFile(path) {
	try {
		return (await stat(path)).isFile();
	} catch {
		return false;
	}
}
/**
* A file's bytes, unpacked where its content is gzip, whatever its name.
* @param hash takes the bytes as they are yielded
* @throws WeighbridgeError `data` when it cannot be unpacked
*/
async function* bytesOf(file, hash) {
	const raw = createReadStream(file, { highWaterMark: HEAD_BYTES });
	const stream = await isGzip(file) ? pipeline(raw, createGunzip({ chunkSize: HEAD_BYTES }), () => {}) : raw;
	try {
		for await (const chunk of stream) {
			hash?.update(chunk);
			yield chunk;
		}
	} catch (cause) {
		if (!cause.code?.startsWith("Z_")) throw cause;
		const message = `cannot be decompressed: ${cause.message}`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			cause
		});
	}
}
async function isGzip(file) {
	const handle = await open(file);
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
		return bytesRead === 2 && buffer[0] === 31 && buffer[1] === 139;
	} finally {
		await handle.close();
	}
}
/** @throws WeighbridgeError `data` when it is too large, or no UTF-8 */
async function readText(file) {
	const parts = [];
	const hash = createHash("sha256");
	let length = 0;
	for await (const chunk of bytesOf(file, hash)) {
		parts.push(chunk);
		length += chunk.length;
		if (length > MAX_BYTES$1) throw new WeighbridgeError("data", `larger than ${MAX_BYTES$1 / 1024 / 1024} MiB of text`, {
			at: { file },
			fix: "write the results as JSONL, which is read line by line, or evaluate fewer tasks a run"
		});
	}
	try {
		return {
			text: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts)),
			digest: hash.digest("hex")
		};
	} catch (cause) {
		throw new WeighbridgeError("data", "not UTF-8", {
			at: { file },
			cause
		});
	}
}
/** @throws WeighbridgeError `data` also for what is no JSON or nested too deep */
async function readJson(file) {
	const { text, digest } = await readText(file);
	return {
		value: parseJson(text, { file }),
		digest
	};
}
/** @throws WeighbridgeError `data` */
function parseJson(text, at) {
	return shallow(parsePythonJson(text, at), at);
}
const isObject$1 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/**
* The objects of a JSONL file, one a line; blank lines are passed over. A last line without an end is taken when it is a
* whole object, which no torn one is.
* @throws WeighbridgeError `data` with file and line
*/
async function* jsonLines(file, options = {}) {
	const ending = { isWhole: true };
	const { first = 1, last = Infinity } = options.range ?? {};
	for await (const { number, text } of readLines(file, MAX_LINE_BYTES, ended(bytesOf(file, options.hash), ending))) {
		if (number > last) return;
		if (number < first || text.trim() === "") continue;
		const at = {
			file,
			line: number
		};
		yield {
			members: parseLine(text, at, ending),
			at
		};
	}
}
function parseLine(text, at, ending) {
	let value;
	try {
		value = parseJson(text, at);
	} catch (error) {
		if (ending.isWhole) throw error;
		throw new WeighbridgeError("data", "the last line is cut off", {
			at,
			fix: "evaluate again: whoever wrote this file was stopped, or it was copied in part",
			cause: error
		});
	}
	if (isObject$1(value)) return value;
	throw new WeighbridgeError("data", "a line must be an object", { at });
}
async function* ended(chunks, ending) {
	for await (const chunk of chunks) {
		if (chunk.length > 0) ending.isWhole = chunk[chunk.length - 1] === NEWLINE;
		yield chunk;
	}
	if (!ending.isWhole) yield Buffer.of(NEWLINE);
}

// src/metrics/corpus/auc.ts
/**
* P(score of a positive > score of a negative) + ½ P(equal): the area under the ROC curve as the Mann-Whitney statistic
* (Hanley & McNeil 1982). NaN without positives or without negatives.
*/
function auc(samples) {
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

// src/metrics/corpus/calibration.ts
/** Of equal width, from 0 to 1. */
const CALIBRATION_BINS = 15;
const calibrationBinOf = (confidence) => Math.min(14, Math.floor(confidence * 15));
/**
* Σ |right − Σ confidence| over bins, a sample: Guo et al. 2017, "On calibration of modern neural networks". Chance gaps make
* the value too high, the more so the better the model: src/compare/calibration-error.ts judges it in spite of that.
*/
const ece = additive(() => ({
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
}));

// src/metrics/corpus/classification.ts
/** Totals of class k: right predictions, references, predictions, at 3k and after. Class −1, no known label, is the last. */
const slot = (classes, label) => 3 * (label < 0 ? classes : label);
/** @param value from totals as above, for so many known classes */
const byClass = (value) => additive((samples) => {
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
});
/** 2TP / (2TP + FP + FN) of a class; 0 where it neither occurs nor is predicted, as in scikit-learn. */
function f1Of(totals, label) {
	const [right = 0, references = 0, predictions = 0] = totals.subarray(3 * label, 3 * label + 3);
	return references + predictions > 0 ? 2 * right / (references + predictions) : 0;
}
const f1 = byClass((totals, classes) => classes > 1 ? f1Of(totals, 1) : 0);
/**
* Over the classes that occur among the references of all samples, so that a resample without a rare class averages over the
* same classes. scikit-learn adds classes that are only ever predicted, which would make the number of classes the model's.
*/
const f1Macro = additive((samples) => {
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
});
/** Gorodkin 2004 for several classes; Matthews 1975 for two. 0 where either side has a single class, as in scikit-learn. */
const mcc = byClass((totals, classes) => {
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

// src/metrics/corpus/registry.ts
/** How each corpus metric follows from its samples' parts: one row an aggregate. */
const AGGREGATES = {
	f1,
	f1_macro: f1Macro,
	mcc,
	bleu,
	chrf,
	auc,
	ece
};

// src/metrics/corpus/weighable.ts
/** The value on all samples. */
function valueOfAll(aggregate, samples) {
	return aggregate(samples).without([]);
}

// src/metrics/estimate.ts
/**
* Value and standard error of a metric over one run's scores, samples taken as independent. Unscored samples take no
* part: count them before trusting the value.
*
* @returns null where nothing was scored, where the ratio has no denominator, or where a `corpus` metric is undefined or
* nobody says how it follows from its samples
* @throws TypeError when a score is not of the metric's kind: the store's reader has refused such a file before
*/
function estimate(scores, metric) {
	switch (metric.kind) {
		case "mean": return estimateMean(numbers(scores, metric.name));
		case "ratio": return onScale(metric.scale, estimateRatio(ratios(scores, metric.name)));
		case "corpus": return metric.aggregate === void 0 ? null : estimateCorpus(corpora(scores, metric.name), metric.aggregate);
		default: return assertNever(metric.kind);
	}
}
function numbers(scores, name) {
	return scored(scores).map((score) => {
		if (typeof score === "number") return score;
		throw new TypeError(`${name} is a mean, but a score of it is not a number`);
	});
}
function ratios(scores, name) {
	return scored(scores).map((score) => {
		if (typeof score !== "number" && isRatio(score)) return score;
		throw new TypeError(`${name} is a ratio, but a score of it is not`);
	});
}
function corpora(scores, name) {
	return scored(scores).map((score) => {
		if (typeof score !== "number" && isCorpus$1(score)) return score;
		throw new TypeError(`${name} is a corpus metric, but a score of it has no parts`);
	});
}
function scored(scores) {
	return scores.filter((score) => !isUnscored(score));
}
/** Without a standard error, which takes resampling. */
function estimateCorpus(scores, aggregate) {
	if (scores.length === 0) return null;
	const value = valueOfAll(AGGREGATES[aggregate], scores.map(({ parts }) => ({
		parts,
		weight: 1
	})));
	return Number.isFinite(value) ? {
		value,
		stderr: null,
		n: scores.length
	} : null;
}
/** x̄ with s/√n, where s has n − 1 in its denominator. */
function estimateMean(values) {
	const n = values.length;
	if (n === 0) return null;
	const mean = sum(values) / n;
	if (n < 2) return {
		value: mean,
		stderr: null,
		n
	};
	const squares = sum(values.map((value) => (value - mean) ** 2));
	return {
		value: mean,
		stderr: Math.sqrt(squares / (n - 1) / n),
		n
	};
}
/**
* R = Σu / Σv with the linearised standard error √(n/(n−1) · Σ(u − R·v)²) / Σv (Cochran, Sampling Techniques, 6.4,
* without the finite-population factor). Assumes enough samples that Σv varies little.
*/
function estimateRatio(values) {
	const n = values.length;
	const denominator = sum(values.map((value) => value.denominator));
	if (n === 0 || !(denominator > 0)) return null;
	const ratio = sum(values.map((value) => value.numerator)) / denominator;
	if (n < 2) return {
		value: ratio,
		stderr: null,
		n
	};
	const squares = sum(values.map((value) => (value.numerator - ratio * value.denominator) ** 2));
	return {
		value: ratio,
		stderr: Math.sqrt(n / (n - 1) * squares) / denominator,
		n
	};
}
/** exp(R) has the standard error exp(R)·SE(R) to first order (delta method). */
function onScale(scale, ratio) {
	switch (scale) {
		case "linear": return ratio;
		case "log": {
			if (ratio === null) return null;
			const value = Math.exp(ratio.value);
			return {
				value,
				stderr: ratio.stderr === null ? null : value * ratio.stderr,
				n: ratio.n
			};
		}
		default: return assertNever(scale);
	}
}
/** Neumaier's compensated sum: a million small terms lose nothing, and the order of samples changes nothing visible. */
function sum(values) {
	let total = 0;
	let compensation = 0;
	for (const value of values) {
		const next = total + value;
		compensation += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
		total = next;
	}
	return total + compensation;
}

// src/importers/aggregate.ts
/** Sums of doubles in another order; an aggregate of another set of samples is far beyond it. */
const TOLERANCE = 1e-9;
/** Whether two numbers are one but for rounding. Never for what is not finite, where any difference is within any tolerance. */
const agree = ({ value, rounding = 0 }, ours) => Number.isFinite(value) && Math.abs(value - ours) <= rounding + TOLERANCE * Math.max(1, Math.abs(value));
function scoresOf({ samples }, { metric, filter }) {
	return samples.flatMap((sample) => sample.filter === filter ? sample.scores[metric] ?? [] : []);
}
/**
* A program's own number must follow from the samples, or they are not the samples of that run. One that is not finite
* must have its reason in them.
* @param at where the number stands
* @throws WeighbridgeError `data` with both numbers
*/
function checkAggregate(run, aggregate, at) {
	checkScores(run, aggregate, scoresOf(run, aggregate), at);
}
/**
* Hands samples on, and checks a program's own numbers when the last has passed.
* @throws WeighbridgeError `data` at the end, as `checkAggregate`
*/
async function* checkWhile(run, aggregates, at) {
	const seen = aggregates.map((aggregate) => ({
		aggregate,
		scores: []
	}));
	for await (const sample of run.samples) {
		for (const { aggregate, scores } of seen) {
			const score = sample.filter === aggregate.filter ? sample.scores[aggregate.metric] : void 0;
			if (score !== void 0) scores.push(score);
		}
		yield sample;
	}
	for (const { aggregate, scores } of seen) checkScores(run, aggregate, scores, at(aggregate));
}
function checkScores({ task, metrics }, aggregate, scores, at) {
	const metric = metrics.find(({ name }) => name === aggregate.metric);
	if (metric === void 0 || metric.kind === "corpus" && metric.aggregate === void 0) return;
	if (!Number.isFinite(aggregate.value) && scores.some(isUnscored)) return;
	const ours = estimate(scores, metric)?.value ?? NaN;
	if (!agree(aggregate, ours)) throw disagreement(task, aggregate, ours, at);
}
const disagreement = (task, { metric, value }, ours, at) => new WeighbridgeError("data", `${task}/${metric} is ${value} in the results file and ${ours} by the samples`, {
	at,
	fix: "keep results and samples of one run together, and change neither"
});

// src/importers/lm-eval/aggregates.ts
/** Where an aggregate stands. */
function aggregateAt(file, task, { metric, filter }) {
	return {
		file,
		key: `results.${task}.${filter === void 0 ? metric : `${metric},${filter}`}`
	};
}
/** Since 0.4 the key of a metric holds a comma; `alias`, `sample_len` and their like do not. Before, every number is one. */
function aggregatesOf(row = {}) {
	const keys = Object.keys(row);
	const named = keys.filter((key) => key.indexOf(",") > 0);
	return named.length > 0 ? named.flatMap((key) => filtered(row, key)) : keys.flatMap((key) => plain(row, key));
}
function filtered(row, key) {
	const [metric, filter] = [key.slice(0, key.indexOf(",")), key.slice(key.indexOf(",") + 1)];
	if (metric.endsWith("_stderr")) return [];
	return [{
		metric,
		filter,
		value: number(row[key]),
		stderr: stderrOf(row[`${metric}_stderr,${filter}`])
	}];
}
const NO_METRICS = /* @__PURE__ */ new Set([
	"sample_len",
	"samples",
	"sample_count"
]);
function plain(row, metric) {
	const value = row[metric];
	if (typeof value !== "number" || metric.endsWith("_stderr") || NO_METRICS.has(metric)) return [];
	return [{
		metric,
		value,
		stderr: stderrOf(row[`${metric}_stderr`])
	}];
}
const number = (value) => typeof value === "number" ? value : NaN;
function stderrOf(value) {
	return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
/** The numbers of a task as they are kept where there are no samples; what is not finite is no evidence. */
function storedAggregates(results, task, leaves) {
	const n = documentsOf(results, task, leaves);
	return aggregatesOf(results.results[task]).filter(({ value }) => Number.isFinite(value)).map((aggregate) => ({
		...aggregate,
		n
	}));
}
/** Forks of 0.3 leave a list of all answers in the row. */
function documentsOf(results, task, leaves) {
	const counts = leaves.map((leaf) => results["n-samples"][leaf]?.effective ?? 0);
	const details = results.results[task]?.details;
	const listed = Array.isArray(details) ? details.length : 0;
	const total = counts.every((count) => count > 0) ? counts.reduce((sum, count) => sum + count, 0) : listed;
	return total > 0 ? total : null;
}

// src/importers/lm-eval/fingerprint.ts
/**
* What must agree for two runs of a task to be comparable. What the hashes of each sample prove (document, prompt with its
* few-shot examples, target) is not repeated here: a task may be rewritten as long as it asks the same.
*/
function fingerprintOf(results, task) {
	const { config, versions } = results;
	const own = results.configs[task] ?? {};
	const { original = 0, effective = 0 } = results["n-samples"][task] ?? {};
	const { doc_to_choice, target_delimiter, output_type } = own;
	const seeds = [
		config.random_seed,
		config.numpy_seed,
		config.torch_seed,
		config.fewshot_seed
	];
	return {
		prompt: digest({
			doc_to_choice,
			target_delimiter,
			output_type,
			system: results.system_instruction_sha
		}),
		few_shot: scalar(results["n-shot"][task] ?? config.num_fewshot),
		chat_template: results.chat_template_sha ?? null,
		generation: brief({
			task: own.generation_kwargs,
			run: config.gen_kwargs || null,
			repeats: own.repeats
		}),
		scorers: brief(own.metric_list),
		filter: brief(own.filter_list),
		task_version: scalar(versions[task]),
		limit: scalar(config.limit) ?? (effective < original ? `${effective} of ${original}` : null),
		engine: scalar(config.model),
		engine_version: results.transformers_version ?? null,
		harness: "lm-evaluation-harness",
		harness_version: results.lm_eval_version ?? results.git_hash ?? null,
		dtype: precisionOf(config),
		batch_size: scalar(config.batch_size),
		device: typeof config.device === "string" ? config.device.replace(/:\d+$/, "") : null,
		seed: seeds.every((seed) => seed === void 0 || seed === null) ? null : seeds.join(", ")
	};
}
/** The fingerprint of tasks taken as one: what they share as it is, and a digest of what they do not. */
function joinFingerprints(fingerprints) {
	const [first = {}, ...others] = Object.values(fingerprints);
	const fields = Object.keys(first);
	return Object.fromEntries(fields.map((field) => {
		const shared = others.every((other) => other[field] === first[field]);
		const each = Object.entries(fingerprints).map(([task, fingerprint]) => [task, fingerprint[field]]);
		return [field, shared ? first[field] : digest(Object.fromEntries(each))];
	}));
}
/**
* The harness does not record which weights it ran, and two checkpoints saved under one name look alike: each results file
* is taken for a model of its own. Nothing of the arguments is shown, since they may hold keys.
*/
function identityOf({ results, digest: file }) {
	const { config, date } = results;
	const name = results.model_name ?? modelName(config.model_args) ?? "a model without a name";
	const count = config.model_num_parameters;
	return {
		source: `${name}, by results of lm-evaluation-harness of ${dateOf(date)} (weights not identified)`,
		digest: digest({
			model: config.model,
			args: config.model_args,
			sha: config.model_sha,
			file
		}),
		adapter_digest: null,
		architecture: null,
		parameter_count: typeof count === "number" && Number.isFinite(count) ? count : null,
		quantization: null
	};
}
/** ISO 8601; the harness writes seconds since 1970. */
function dateOf(seconds) {
	const date = /* @__PURE__ */ new Date((seconds ?? NaN) * 1e3);
	return Number.isNaN(date.getTime()) ? "unknown date" : date.toISOString();
}
/** As the harness names its folders (evaluation_tracker.py). */
const NAMES = [
	"peft",
	"delta",
	"pretrained",
	"model",
	"path",
	"engine"
];
function modelName(args) {
	return NAMES.map((name) => modelArgument(args, name)).find((value) => typeof value === "string") ?? null;
}
/** Arguments with which the same weights are rounded as they are loaded: of Transformers and of vLLM. */
const ROUNDING = /^(load_in_[48]bit|bnb_4bit_\w+|autogptq|gptqmodel|quantization|kv_cache_dtype|(softmax|mixed_precision)_dtype)$/;
const OFF = /^(false|none|null|auto|)$/i;
/** Type of the weights as they were run, and how they were quantised when they were loaded; null where nobody says. */
function precisionOf({ model_dtype, model_args }) {
	const args = argumentsOf(model_args);
	const type = model_dtype ?? args.get("dtype") ?? null;
	const rounding = [...args].filter(([name, value]) => ROUNDING.test(name) && !OFF.test(value)).map(([name, value]) => `${name}=${value.toLowerCase()}`).sort();
	return type === null && rounding.length === 0 ? null : [type ?? "not recorded", ...rounding].join(", ");
}
const modelArgument = (args, name) => argumentsOf(args).get(name) ?? null;
/** Up to 0.4.9 the arguments are one text, `a=b,c=d`. */
function argumentsOf(args) {
	const pairs = typeof args === "string" ? args.split(",").map((part) => {
		const [name = "", ...value] = part.split("=");
		return [name.trim(), value.join("=")];
	}) : Object.entries(args ?? {});
	const isScalar = (value) => [
		"string",
		"boolean",
		"number"
	].includes(typeof value);
	return new Map(pairs.filter(([, value]) => isScalar(value)).map(([name, value]) => [name, `${value}`]));
}
function scalar(value) {
	if (value === void 0 || value === null) return null;
	if (typeof value === "string" || typeof value === "boolean") return value;
	return typeof value === "number" && Number.isFinite(value) ? value : brief(value);
}

// src/importers/lm-eval/groups.ts
/**
* Tasks as a person names them: the leaves of a group such as `mmlu` become one task whose samples carry their leaf as
* `group`. A group without an aggregate of its own, or of leaves with different metrics, is taken apart.
* @throws WeighbridgeError `data` when a group's own number does not follow from its leaves
*/
function joinGroups(source, leaves) {
	const children = source.results.group_subtasks;
	const isChild = new Set(Object.values(children).flat());
	const names = [.../* @__PURE__ */ new Set([...Object.keys(children), ...leaves.keys()])];
	const tasks = /* @__PURE__ */ new Map();
	const reached = /* @__PURE__ */ new Set();
	const visit = (name) => {
		if (reached.has(name)) return;
		reached.add(name);
		const leaf = leaves.get(name);
		const joined = leaf ?? joinGroup(source, name, leaves);
		if (joined === null) for (const child of children[name] ?? []) visit(child);
		else {
			tasks.set(name, joined);
			if (leaf === void 0) for (const member of leafNames(children, name)) reached.add(member);
		}
	};
	for (const root of names.filter((name) => !isChild.has(name))) visit(root);
	for (const leaf of leaves.keys()) visit(leaf);
	return [...tasks.values()];
}
/** Names of the tasks that a group comes down to, sorted. */
function leafNames(children, group) {
	const seen = /* @__PURE__ */ new Set();
	const visit = (name) => {
		if (seen.has(name)) return;
		seen.add(name);
		for (const child of children[name] ?? []) visit(child);
	};
	visit(group);
	return [...seen].filter((name) => (children[name] ?? []).length === 0).sort();
}
function joinGroup(source, group, all) {
	const { results } = source;
	const names = leafNames(results.group_subtasks, group);
	const leaves = names.flatMap((name) => all.get(name) ?? []);
	const aggregates = aggregatesOf(results.results[group] ?? {});
	const [first] = leaves;
	if (first === void 0 || leaves.length < names.length || aggregates.length === 0) return null;
	const kindOf = (leaf) => canonicalJson([leaf.metrics, leaf.aggregates.map(({ metric, filter }) => [metric, filter])]);
	if (leaves.some((leaf) => kindOf(leaf) !== kindOf(first))) return null;
	const means = first.metrics.filter(({ kind }) => kind === "mean").map(({ name }) => name);
	if (aggregates.some(({ metric }) => !means.includes(metric))) return null;
	return {
		task: group,
		metrics: first.metrics.map((metric) => {
			const own = aggregates.filter((aggregate) => aggregate.metric === metric.name);
			return isMeanOfTasks(source, group, leaves, own) ? {
				...metric,
				group_average: "macro"
			} : metric;
		}),
		aggregates,
		fingerprint: joinFingerprints(Object.fromEntries(leaves.map((leaf) => [leaf.task, leaf.fingerprint]))),
		evidence: joinEvidence(source, group, leaves)
	};
}
/** The leaves, where all have samples. */
function sampledLeaves(leaves) {
	const sampled = leaves.flatMap(({ task, aggregates, evidence }) => evidence.kind === "samples" ? [{
		...evidence,
		task,
		aggregates
	}] : []);
	return sampled.length < leaves.length ? null : sampled;
}
function joinEvidence(source, group, leaves) {
	const sampled = sampledLeaves(leaves);
	if (sampled === null) {
		const names = leaves.map(({ task }) => task);
		return {
			kind: "aggregates",
			aggregates: storedAggregates(source.results, group, names)
		};
	}
	return {
		kind: "samples",
		planned: sampled.reduce((total, leaf) => total + leaf.planned, 0),
		async *samples() {
			for (const { task, samples } of sampled) for await (const sample of samples()) yield {
				...sample,
				id: `${task}/${sample.id}`,
				group: task
			};
		}
	};
}
/**
* Which of its two means the harness took for a metric of a group, which the file does not say: over documents
* (`weight_by_size`), or over tasks, each counting alike. Told by the leaves' own values, which their samples must give.
* @throws WeighbridgeError `data` when it is neither
*/
function isMeanOfTasks(source, group, leaves, aggregates) {
	const sampled = sampledLeaves(leaves);
	if (sampled === null) return false;
	const planned = sampled.reduce((total, leaf) => total + leaf.planned, 0);
	const mean = ({ metric, filter }, weight) => {
		const is = (own) => own.metric === metric && own.filter === filter;
		return sampled.reduce((sum, leaf) => sum + weight(leaf) * (leaf.aggregates.find(is)?.value ?? NaN), 0);
	};
	const overDocuments = (aggregate) => mean(aggregate, (leaf) => leaf.planned / planned);
	const overTasks = (aggregate) => mean(aggregate, () => 1 / sampled.length);
	const finite = aggregates.filter(({ value }) => Number.isFinite(value));
	const wrong = finite.find((aggregate) => !agree(aggregate, overDocuments(aggregate)));
	if (wrong === void 0) return false;
	if (finite.every((aggregate) => agree(aggregate, overTasks(aggregate)))) return true;
	throw disagreement(group, wrong, overDocuments(wrong), aggregateAt(source.file, group, wrong));
}

// src/importers/lm-eval/results-file.ts
const MAX_BYTES = 268435456;
const values = record(string(), unknown());
/** Of Python's dumps only what is read here; the rest passes unseen. Numbers may be NaN. */
const schema = object({
	results: record(string(), values),
	config: values.default({}),
	configs: record(string(), values).default({}),
	versions: values.default({}),
	"n-shot": values.default({}),
	"n-samples": record(string(), object({
		original: int().min(0),
		effective: int().min(0)
	})).default({}),
	higher_is_better: record(string(), record(string(), boolean().nullable())).default({}),
	group_subtasks: record(string(), array(string())).default({}),
	git_hash: string().nullish(),
	date: number$1().nullish(),
	lm_eval_version: string().nullish(),
	transformers_version: string().nullish(),
	chat_template_sha: string().nullish(),
	system_instruction_sha: string().nullish(),
	model_name: string().nullish()
});
/**
* Whether a JSON value is the aggregate of one run of the harness. The oldest have nothing but results and versions of the
* same tasks; lighteval has `config_general` for `config`.
*/
function isResults(value) {
	if (!isObject(value) || !isObject(value.results) || !isObject(value.versions)) return false;
	if (isObject(value.config)) return true;
	const tasks = Object.keys(value.results);
	return Object.keys(value).join() === "results,versions" && tasks.length > 0 && tasks.join() === Object.keys(value.versions).join();
}
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Whether a file is one, judged by its content; what is no JSON is none. */
async function isResultsFile(file) {
	if ((await stat(file)).size > MAX_BYTES) return false;
	try {
		return isResults(parsePythonJson(await readFile(file, "utf8"), { file }));
	} catch (error) {
		if (error instanceof WeighbridgeError) return false;
		throw error;
	}
}
/** @throws WeighbridgeError `data` naming the file and the key */
async function readResultsFile(file) {
	const { value, digest } = await readJson(file);
	const parsed = schema.safeParse(value);
	if (parsed.success) return {
		file,
		results: parsed.data,
		digest
	};
	const [issue] = parsed.error.issues;
	throw new WeighbridgeError("data", `not results of lm-evaluation-harness: ${issue?.message ?? ""}`, {
		at: {
			file,
			key: (issue?.path ?? []).join(".")
		},
		cause: parsed.error
	});
}

// src/importers/lm-eval/locate.ts
/** `<output_path>/<model>/results_<timestamp>.json`, and two folders above it. */
const MAX_DEPTH = 3;
const TIMESTAMP = /\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}(?:\.\d+)?/.source;
const RESULTS_TIMESTAMP = new RegExp(`_(${TIMESTAMP})\\.json$`);
const SAMPLES = new RegExp(`^samples_.+_${TIMESTAMP}\\.jsonl?(?:\\.gz)?$`);
async function locate(path) {
	if (!existsSync(path)) return {
		results: [],
		samples: []
	};
	if ((await stat(path)).isDirectory()) return locateIn(path, MAX_DEPTH);
	if (SAMPLES.test(basename(path))) return {
		results: [],
		samples: [path]
	};
	return {
		results: await isResultsFile(path) ? [path] : [],
		samples: []
	};
}
async function locateIn(folder, depth) {
	const results = [];
	const samples = [];
	const entries = await readdir(folder, { withFileTypes: true });
	for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && depth > 0) {
			const inner = await locateIn(path, depth - 1);
			results.push(...inner.results);
			samples.push(...inner.samples);
		} else if (entry.isFile() && SAMPLES.test(entry.name)) samples.push(path);
		else if (entry.isFile() && entry.name.endsWith(".json") && await isResultsFile(path)) results.push(path);
	}
	return {
		results,
		samples
	};
}
/**
* The results file that a path means.
* @throws WeighbridgeError `data` when there are several, since the newest need not be the one that is meant
*/
async function theResultsFile(path) {
	const { results, samples } = await locate(path);
	const [file, ...others] = results;
	if (file === void 0) throw new WeighbridgeError("data", "samples of lm-evaluation-harness without the results file of their run", {
		at: { file: samples[0] ?? path },
		fix: "keep results_<timestamp>.json beside the samples: without it nobody knows how many there should be"
	});
	if (others.length === 0) return file;
	throw new WeighbridgeError("data", `${results.length} runs of lm-evaluation-harness lie here:\n${results.map((each) => `  ${each}`).join("\n")}`, {
		at: { file: path },
		fix: "name one of these files instead of the folder"
	});
}
/** The samples of one task; null when there are none. */
function samplesFile(source, task) {
	const stem = samplesStem(source, task);
	return [
		".jsonl",
		".jsonl.gz",
		".json"
	].map((extension) => stem + extension).find(existsSync) ?? null;
}
const noSamples = (source, task) => new WeighbridgeError("data", `there are no samples of the task ${JSON.stringify(task)}`, {
	at: { file: `${samplesStem(source, task)}.jsonl` },
	fix: "keep all samples files that the run wrote beside its results file"
});
/** Up to 0.4.2 the name has no time but the model's arguments. */
function samplesStem({ file, results }, task) {
	const timestamp = RESULTS_TIMESTAMP.exec(basename(file))?.[1];
	const name = timestamp === void 0 ? `${String(results.config.model_args).replaceAll(/[/=]/g, "__")}_${task}` : `samples_${task}_${timestamp}`;
	return join(dirname(file), name);
}

// src/importers/lm-eval/corpus-metrics.ts
/** [reference, prediction], classes by number. */
const classes = (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger) ? value : null;
/**
* [reference, answer]. Of several references the harness takes as many as the document with the fewest has: one, where a
* line has one.
*/
const texts = (partsOf) => (value) => {
	const [reference, answer] = Array.isArray(value) && value.length === 2 ? value.map(firstOf) : [];
	return typeof reference === "string" && typeof answer === "string" ? partsOf(answer, [reference]) : null;
};
const firstOf = (text) => Array.isArray(text) ? text[0] : text;
const [CLASSES, TEXTS] = ["a pair of classes", "a pair of texts"];
const METRICS = /* @__PURE__ */ new Map([
	["f1", {
		aggregate: "f1",
		range: {
			min: 0,
			max: 1
		},
		aggregations: ["f1"],
		holds: CLASSES,
		parts: classes
	}],
	["mcc", {
		aggregate: "mcc",
		range: {
			min: -1,
			max: 1
		},
		aggregations: ["mcc", "matthews_corrcoef"],
		holds: CLASSES,
		parts: classes
	}],
	["bleu", {
		aggregate: "bleu",
		range: {
			min: 0,
			max: 100
		},
		aggregations: ["bleu"],
		holds: TEXTS,
		parts: texts(bleuParts)
	}],
	["chrf", {
		aggregate: "chrf",
		range: {
			min: 0,
			max: 100
		},
		aggregations: ["chrf"],
		holds: TEXTS,
		parts: texts(chrfParts)
	}]
]);
/** Whether a line shows that the function of all lines is the known one. */
function isToldBy(metric, value) {
	return (!Array.isArray(value) || !Array.isArray(value[0]) || value[0].length === 1) && metric.parts(value) !== null;
}
const corpusMetric = (name) => METRICS.get(name) ?? null;

// src/importers/lm-eval/known-metrics.ts
/** The harness writes [log-likelihood, words or bytes]. */
const perLength = (nats) => (value) => Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "number" ? {
	numerator: -value[0] / nats,
	denominator: value[1]
} : null;
/** As in lm_eval/api/metrics.py: exp(−Σ/n) and exp(−Σ/Σ), where the line itself is better when higher. */
const RATIOS = /* @__PURE__ */ new Map([
	["perplexity", {
		unit: "perplexity",
		scale: "log",
		read: (value) => typeof value === "number" ? {
			numerator: -value,
			denominator: 1
		} : null
	}],
	["ppl", {
		unit: "perplexity",
		scale: "log",
		read: () => null
	}],
	["word_perplexity", {
		unit: "perplexity",
		scale: "log",
		read: perLength(1)
	}],
	["byte_perplexity", {
		unit: "perplexity",
		scale: "log",
		read: perLength(1)
	}],
	["bits_per_byte", {
		unit: "bits_per_byte",
		scale: "linear",
		read: perLength(Math.LN2)
	}]
]);
const ratioMetric = (name) => RATIOS.get(name) ?? null;
const HIGHER = "higher_is_better";
const LOWER = "lower_is_better";
/** For files before 0.4.3, which do not say; as registered in lm_eval/api/metrics.py, and by the tasks of 0.3. */
const DIRECTIONS = [
	[/^acc(_norm|_bytes|_mutual_info)?$/, HIGHER],
	[/^(exact_match|exact_str_match|multiple_choice_grade|f1|em|mcc|mc1|mc2|bleu|chrf)$/, HIGHER],
	[/^((HasAns|NoAns|best)_)?(exact|f1)$/, HIGHER],
	[/^rouge([12]|L|Lsum)$/, HIGHER],
	[/^((word_|byte_)?perplexity|ppl|bits_per_byte|brier_score|ter)$/, LOWER],
	[/^(likelihood_diff(erence)?|pct_stereotype)$/, LOWER]
];
function knownDirection(name) {
	return DIRECTIONS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
/**
* Metrics that lie in [0, 1] whatever the task. Of others the range is not known, and is not guessed from the scores: the
* two sides might guess differently.
*/
const RATES = /^(acc(_norm|_bytes|_mutual_info)?|exact_match|exact_str_match|multiple_choice_grade|mc1|mc2|pct_stereotype|pass@\d+|\w+_acc|prompt_level_\w+_acc)$/;
const isRate = (name) => RATES.test(name);
/** Functions of all lines whatever the task, for where there are no lines to tell. */
const CORPUS = /^(f1|mcc|bleu|chrf|ter)$/;
const isCorpus = (name) => CORPUS.test(name);

// src/importers/lm-eval/metrics.ts
/** Aggregations that are the mean of the lines, perhaps of those that are numbers. */
const MEANS = [
	"mean",
	"nanmean",
	void 0,
	null
];
/**
* What a metric of a task is.
* @param seen what a line says of it, by which a function of all lines is known; left out where there are no lines
* @throws WeighbridgeError `data` when nobody says which way is better, or when the run scored nothing
*/
function declare(source, task, name, ...seen) {
	const at = {
		file: source.file,
		key: `results.${task}.${name}`
	};
	if (name === "bypass") throw new WeighbridgeError("data", "this run scored nothing: it was made with --predict_only", {
		at,
		fix: "evaluate again without --predict_only"
	});
	const listed = listedMetric(source.results, task, name);
	const direction = directionOf(source.results.higher_is_better[task]?.[name] ?? listed.higher_is_better, name);
	if (direction === null) throw new WeighbridgeError("data", `nobody says which way ${task}/${name} is better`, {
		at,
		fix: `add \`higher_is_better\` to ${name} in the task's metric_list, and evaluate again`
	});
	const plain = {
		name,
		direction,
		scale: "linear",
		weak: false
	};
	const unbounded = {
		min: null,
		max: null
	};
	const ratio = ratioMetric(name);
	if (ratio !== null) return {
		...plain,
		kind: "ratio",
		unit: ratio.unit,
		scale: ratio.scale,
		range: unbounded
	};
	const corpus = corpusMetric(name);
	const ownFunction = [
		void 0,
		null,
		...corpus?.aggregations ?? []
	].includes(listed.aggregation);
	if (corpus !== null && ownFunction && seen.some((value) => isToldBy(corpus, value))) {
		const { range, aggregate } = corpus;
		return {
			...plain,
			kind: "corpus",
			unit: "number",
			range,
			aggregate
		};
	}
	if (!MEANS.includes(listed.aggregation) || (seen.length > 0 ? seen.some(hasParts) : isCorpus(name))) return {
		...plain,
		kind: "corpus",
		unit: "number",
		range: unbounded
	};
	return isRate(name) && (seen.length > 0 || !isPercent(source, task, name)) ? {
		...plain,
		kind: "mean",
		unit: "rate",
		range: {
			min: 0,
			max: 1
		}
	} : {
		...plain,
		kind: "mean",
		unit: "number",
		range: unbounded
	};
}
/**
* Some tasks and forks write rates in per cent. A line outside 0 to 1 is refused; without lines a value above 1 tells, and a
* side that it does not tell on declares another metric than the other side.
*/
function isPercent({ results }, task, name) {
	return aggregatesOf(results.results[task]).some(({ metric, value }) => metric === name && value > 1);
}
/** Lists, tuples and texts are made into a number by a function over all lines, which only the task knows. */
const hasParts = (value) => typeof value === "string" || typeof value === "object" && value !== null;
function listedMetric(results, task, name) {
	const list = results.configs[task]?.metric_list;
	return (Array.isArray(list) ? list.find((entry) => entry?.metric === name) : void 0) ?? {};
}
function directionOf(higher, name) {
	if (typeof higher === "boolean") return higher ? "higher_is_better" : "lower_is_better";
	return knownDirection(name);
}
/** Whether lines have scores of a metric; a function of all of them that only the task knows has none. */
const isScored = ({ kind, aggregate }) => kind !== "corpus" || aggregate !== void 0;
/**
* A line's score; what is no finite number is unscored.
* @throws WeighbridgeError `data` for a value that the metric cannot have
*/
function scoreOf(row, metric) {
	const { name, range } = metric;
	const value = row.values.get(name);
	if (value === void 0) return { unscored: "not in the samples file" };
	if (value === null) return { unscored: "null" };
	if (metric.kind === "corpus") {
		const corpus = corpusMetric(name);
		const parts = corpus?.parts(value) ?? null;
		return parts === null ? fail(row, name, `is not ${corpus?.holds ?? "known"}`) : { parts };
	}
	const score = metric.kind === "ratio" ? ratioMetric(name)?.read(value) : numberOf(value);
	if (score === void 0 || score === null) return fail(row, name, "is not what this metric writes");
	if (typeof score !== "number") return [score.numerator, score.denominator].every(Number.isFinite) ? score : { unscored: `${value}` };
	if (!Number.isFinite(score)) return { unscored: String(score) };
	if (score < (range.min ?? -Infinity) || score > (range.max ?? Infinity)) return fail(row, name, `${score} lies outside ${range.min} to ${range.max}`);
	return score;
}
function numberOf(value) {
	if (typeof value === "boolean") return Number(value);
	return typeof value === "number" ? value : null;
}
function fail(row, key, message) {
	throw new WeighbridgeError("data", message, { at: {
		...row.at,
		key
	} });
}

// src/importers/lm-eval/run.ts
/**
* A task as a stored run. Every task is `general`: only a config can say another role.
* @throws WeighbridgeError `data` when no metric of it is a function of single samples
*/
function toRun(source, leaf, side) {
	const { task, metrics, fingerprint, evidence } = leaf;
	const { config, date } = source.results;
	const sampled = evidence.kind === "samples";
	const scored = sampled ? metrics.filter(isScored) : metrics;
	const primary = scored.find(({ unit }) => unit === "rate") ?? scored[0];
	if (primary === void 0) {
		const names = metrics.map(({ name }) => name).join(", ");
		throw new WeighbridgeError("data", `no metric of ${task} is a function of single samples (${names})`, {
			at: {
				file: source.file,
				key: `results.${task}`
			},
			fix: "leave the task out, or give it a metric that is a mean over samples"
		});
	}
	if (!sampled && evidence.aggregates.length === 0) throw new WeighbridgeError("data", `${task} has neither samples nor a number`, {
		at: {
			file: source.file,
			key: `results.${task}`
		},
		fix: "run lm_eval with --log_samples, and keep the samples files beside the results file"
	});
	const record = {
		schema_version: 1,
		side,
		task,
		task_role: "general",
		metrics,
		primary_metric: primary.name,
		fingerprint,
		model: identityOf(source),
		seed: typeof config.random_seed === "number" ? config.random_seed : 0,
		planned: sampled ? evidence.planned : 0,
		...sampled ? {} : { aggregates: evidence.aggregates },
		status: { state: "complete" },
		started: dateOf(date),
		finished: null
	};
	const checked = parseRunRecord(serializeRunRecord(record), source.file);
	return {
		folder: dirname(source.file),
		record: checked,
		incomplete: null,
		samples: sampled ? evidence.samples : none
	};
}
async function* none() {}

// src/importers/lm-eval/output.ts
/**
* What the model said, for people: the text it wrote as the filter left it, or the choice that it found most likely.
* Undefined where that cannot be told.
*/
function outputOf(responses, asked) {
	const list = Array.isArray(responses) ? responses : [];
	const [first] = list;
	if (typeof first === "string") return first;
	const likelihoods = list.map((response) => Array.isArray(response) ? Number(response[0]) : NaN);
	if (likelihoods.length < 2 || likelihoods.some(Number.isNaN)) return void 0;
	const choice = member(member(asked, `gen_args_${likelihoods.indexOf(likelihoods.reduce((a, b) => Math.max(a, b)))}`), "arg_1");
	return typeof choice === "string" ? choice.trim() : void 0;
}
function member(holder, key) {
	return typeof holder === "object" && holder !== null ? holder[key] : void 0;
}

// src/importers/lm-eval/rows.ts
/**
* The lines of a file one after the other.
* @param metrics names of the metrics to keep
* @throws WeighbridgeError `data` with file and line
*/
async function* readRows(file, metrics) {
	for await (const { value, at } of valuesOf(file)) yield parseRow(value, metrics, at);
}
async function* valuesOf(file) {
	const lines = linesOf(file);
	for await (const { number, text, whole } of lines) {
		const at = {
			file,
			line: number
		};
		if (number === 1 && text === "[") return yield* elementsOf(lines, file);
		if (!whole) throw cutOff(at);
		yield {
			value: parsePythonJson(text, at),
			at
		};
	}
}
/** Up to 0.4.2 the file is one array, indented by two, whatever its name says: so elements begin and end a line. */
async function* elementsOf(lines, file) {
	let element = [];
	let at = { file };
	for await (const { number, text, whole } of lines) {
		if (text === "]" && element.length === 0) return;
		if (element.length === 0) at = {
			file,
			line: number
		};
		if (!whole) break;
		element.push(text);
		if (text !== "  }" && text !== "  },") continue;
		yield {
			value: parsePythonJson(element.join("\n").replace(/,$/, ""), at),
			at
		};
		element = [];
	}
	throw cutOff(at);
}
const cutOff = (at) => new WeighbridgeError("data", "the last line is cut off", {
	at,
	fix: "evaluate again: whoever wrote this file was stopped, or it was copied in part"
});
/** @throws WeighbridgeError `data` for what cannot be unpacked */
async function* linesOf(file) {
	if (!file.endsWith(".gz")) return yield* readLines(file);
	try {
		const unpacked = pipeline(createReadStream(file), createGunzip(), () => {});
		return yield* readLines(file, MAX_LINE_BYTES, unpacked);
	} catch (cause) {
		if (!cause.code?.startsWith("Z_")) throw cause;
		const message = `cannot be decompressed: ${cause.message}`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			cause
		});
	}
}
function parseRow(value, metrics, at) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new WeighbridgeError("data", "a sample must be an object", { at });
	const members = value;
	const { doc_id, filter, doc, arguments: asked, target } = members;
	const fail = (key, message) => {
		throw new WeighbridgeError("data", message, { at: {
			...at,
			key
		} });
	};
	/** The file's own hash, or ours of what it hashes (up to 0.4.2, which has none). */
	const hashOr = (key, original) => {
		const hash = members[key];
		if (hash === void 0) return original === void 0 ? fail(key, "is missing") : digest(original);
		return typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash) ? hash : fail(key, "is not a SHA-256");
	};
	return {
		at,
		docId: Number.isSafeInteger(doc_id) && Number(doc_id) >= 0 ? Number(doc_id) : fail("doc_id", "is no index"),
		docDigest: hashOr("doc_hash", doc),
		promptDigest: hashOr("prompt_hash", asked),
		targetDigest: hashOr("target_hash", target),
		filter: filter === void 0 || typeof filter === "string" ? filter ?? null : fail("filter", "is no text"),
		values: new Map(metrics.filter((metric) => Object.hasOwn(members, metric)).map((metric) => [metric, members[metric]])),
		output: outputOf(members.filtered_resps, asked)
	};
}

// src/importers/lm-eval/identity.ts
/** Lines of files up to this size are kept while they are told apart; larger files are read twice instead. */
const MOST_KEPT_BYTES = 33554432;
/** What samples shrink to when packed: prompts of few-shot examples repeat. */
const PACKED = 8;
/**
* Documents are told by their hash, and the equal ones among them by a number. They are numbered in an order of their own,
* since the order of lines means nothing, so that of those no line can be given out before all are known.
* @param filters how many lines a document has
* @param read the lines, from the first one every time
*/
async function* identified(file, filters, read) {
	const single = (await stat(file)).size * (file.endsWith(".gz") ? PACKED : 1) <= MOST_KEPT_BYTES ? null : await singleDocuments(file, filters);
	const kept = /* @__PURE__ */ new Map();
	for await (const row of read()) if (single?.has(shortened(row.docDigest))) yield {
		row,
		id: row.docDigest
	};
	else {
		const key = `${row.docDigest}${row.filter}`;
		if (kept.get(key)?.push(row) === void 0) kept.set(key, [row]);
	}
	for (const rows of kept.values()) yield* numbered(rows);
}
/**
* Documents that have one line a filter. A hash is found without reading all of its line, at its last mention; one that
* is found elsewhere, or not at all, makes documents be kept or be there twice, which is refused.
*/
async function singleDocuments(file, filters) {
	const lines = /* @__PURE__ */ new Map();
	const hash = /"doc_hash":\s*"([0-9a-f]{64})"/y;
	for await (const { text } of linesOf(file)) {
		hash.lastIndex = Math.max(0, text.lastIndexOf("\"doc_hash\""));
		const found = hash.exec(text)?.[1];
		if (found === void 0) continue;
		const document = shortened(found);
		lines.set(document, (lines.get(document) ?? 0) + 1);
	}
	for (const [document, count] of lines) if (count !== filters) lines.delete(document);
	return lines;
}
/** Two hashes with the same first 52 bits are kept as if they were equal documents; that costs memory only. */
const shortened = (hash) => Number.parseInt(hash.slice(0, 13), 16);
function* numbered(rows) {
	const order = ({ promptDigest, targetDigest }) => `${promptDigest} ${targetDigest}`;
	const sorted = rows.length === 1 ? rows : rows.toSorted((a, b) => order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.docId - b.docId);
	for (const [index, row] of sorted.entries()) yield {
		row,
		id: index === 0 ? row.docDigest : `${row.docDigest}#${index + 1}`
	};
}

// src/importers/lm-eval/task.ts
/** Values come late where the first lines have none; beyond these a metric counts as never written. */
const MOST_ROWS_WITHOUT_VALUE = 100;
/**
* Reads what a task is. Its samples are read, and checked against what the harness made of them, when they are asked for.
* @param file its samples; null where the run logged none
* @throws WeighbridgeError `data`
*/
async function readTask(source, task, file) {
	const { results } = source;
	const aggregates = aggregatesOf(results.results[task]);
	const names = [...new Set(aggregates.map(({ metric }) => metric))];
	const filters = [...new Set(aggregates.flatMap(({ filter }) => filter ?? []))];
	checkNames([task, ...filters], source.file);
	const common = {
		task,
		aggregates,
		fingerprint: fingerprintOf(results, task)
	};
	if (file === null) {
		const metrics = names.map((name) => declare(source, task, name));
		return {
			...common,
			metrics,
			evidence: {
				kind: "aggregates",
				aggregates: storedAggregates(results, task, [task])
			}
		};
	}
	const first = await firstValues(file, names);
	const metrics = names.map((name) => declare(source, task, name, first.get(name)));
	const planned = results["n-samples"][task]?.effective ?? await countDocuments$1(file, filters);
	if (planned === 0) throw new WeighbridgeError("data", `${task} has no samples`, { at: { file } });
	const total = {
		task,
		filters,
		planned,
		file,
		resultsFile: source.file
	};
	const read = () => withFilters(readRows(file, names), total);
	const samples = () => checkWhile({
		task,
		metrics,
		samples: toSamples(identified(file, filters.length, read), metrics, aggregates)
	}, aggregates, (aggregate) => aggregateAt(source.file, task, aggregate));
	return {
		...common,
		metrics,
		evidence: {
			kind: "samples",
			planned,
			samples
		}
	};
}
/** Names become part of a path and of reports. @throws WeighbridgeError `data` */
function checkNames(names, file) {
	const bad = names.find((name) => !/^[^\p{Cc}/\\]{1,200}$/u.test(name));
	if (bad === void 0) return;
	throw new WeighbridgeError("data", `${JSON.stringify(bad)} is no name of a task or filter`, { at: { file } });
}
/** What the first line that has a number or a text for a metric writes, by which its kind is known. */
async function firstValues(file, names) {
	const first = /* @__PURE__ */ new Map();
	let rows = 0;
	for await (const { values } of readRows(file, names)) {
		for (const [name, value] of values) if (!first.has(name) && !isNothing(value)) first.set(name, value);
		rows += 1;
		if (first.size === names.length || rows === MOST_ROWS_WITHOUT_VALUE) break;
	}
	return first;
}
const isNothing = (value) => value === null || value === void 0 || Number.isNaN(value);
/** Up to 0.4.2 nobody wrote down how many there should be. */
async function countDocuments$1(file, filters) {
	let rows = 0;
	for await (const _row of readRows(file, [])) rows += 1;
	if (rows % filters.length === 0) return rows / filters.length;
	throw new WeighbridgeError("data", `${rows} samples are no multiple of ${filters.length} filters`, { at: { file } });
}
/**
* Up to 0.4.6 lines do not name their filter, and come filter by filter in the order of the aggregates.
* @throws WeighbridgeError `data`, at the end, unless every filter has a line for every document that the run evaluated
*/
async function* withFilters(rows, total) {
	const { task, filters, planned, file, resultsFile } = total;
	const counts = new Map(filters.map((filter) => [filter, 0]));
	let index = 0;
	for await (const row of rows) {
		const filter = row.filter ?? filters[Math.min(Math.floor(index / planned), filters.length - 1)] ?? "";
		const count = counts.get(filter);
		if (count === void 0) {
			const message = `the results file has no filter ${JSON.stringify(filter)}`;
			throw new WeighbridgeError("data", message, { at: row.at });
		}
		counts.set(filter, count + 1);
		index += 1;
		yield row.filter === null ? {
			...row,
			filter
		} : row;
	}
	const wrong = [...counts].find(([, count]) => count !== planned);
	if (wrong === void 0) return;
	const which = filters.length > 1 ? ` of the filter ${wrong[0]}` : "";
	throw new WeighbridgeError("data", `${task} has ${wrong[1]} samples${which}, and the run evaluated ${planned} documents`, {
		at: { file },
		fix: `keep the whole samples file of the run that wrote ${resultsFile}`
	});
}
async function* toSamples(rows, metrics, aggregates) {
	const scored = metrics.filter(isScored);
	const metricsOf = new Map(aggregates.map(({ filter }) => [filter, scored.filter(({ name }) => aggregates.some((own) => own.filter === filter && own.metric === name))]));
	for await (const { row, id } of rows) {
		const scores = {};
		for (const metric of metricsOf.get(row.filter) ?? []) scores[metric.name] = scoreOf(row, metric);
		yield {
			id,
			index: row.docId,
			filter: row.filter,
			input_digest: row.promptDigest,
			target_digest: row.targetDigest,
			scores,
			...row.output === void 0 ? {} : { output: row.output }
		};
	}
}

// src/importers/lm-eval/importer.ts
const lmEval = {
	name: "lm-evaluation-harness",
	summary: "results and logged samples of 0.3 to 0.4.13: the folder given as --output_path, or one results file",
	async detect(path) {
		const { results, samples } = await locate(path);
		return results.length + samples.length > 0;
	},
	async load(path, side) {
		const faults = [];
		return {
			runs: await attempt$1(faults, async () => loadRun(await readResultsFile(await theResultsFile(path)), side, faults)) ?? [],
			faults
		};
	}
};
async function loadRun(source, side, faults) {
	const files = new Map(leafTasks(source).map((task) => [task, samplesFile(source, task)]));
	const logged = [...files.values()].some((file) => file !== null);
	const leaves = /* @__PURE__ */ new Map();
	for (const [task, file] of files) {
		const leaf = await attempt$1(faults, async () => {
			if (logged && file === null) throw noSamples(source, task);
			return readTask(source, task, file);
		});
		if (leaf !== null) leaves.set(task, leaf);
	}
	const tasks = joinGroups(source, leaves);
	if (tasks.length === 0 && faults.length === 0) throw new WeighbridgeError("data", "no task has a metric", { at: { file: source.file } });
	const runs = [];
	for (const task of tasks) await attempt$1(faults, async () => runs.push(toRun(source, task, side)));
	return runs.sort((a, b) => a.record.task < b.record.task ? -1 : 1);
}
/** Rows of `results` that are not the sum of others. */
function leafTasks({ results }) {
	const { group_subtasks: groups, configs } = results;
	return Object.keys(results.results).filter((task) => {
		if ((groups[task] ?? []).length > 0) return false;
		if (Object.keys(configs).length > 0 && configs[task] === void 0) return false;
		return aggregatesOf(results.results[task]).length > 0;
	});
}

// src/domain/sample-index.ts
/**
* Where the samples of a run stand, by key. A short hash stands for each key, and the sample itself tells whether it is the
* one: that takes a third of a map of texts. Keys whose hashes meet, by chance or by design, are held as they are.
*/
var SampleIndex = class {
	#samples;
	#positions = /* @__PURE__ */ new Map();
	#others = /* @__PURE__ */ new Map();
	constructor(samples) {
		this.#samples = samples;
	}
	find(key) {
		const position = this.#positions.get(shortHash(key));
		const sample = position === void 0 ? void 0 : this.#samples.at(position);
		return sample !== void 0 && sampleKey(sample) === key ? position : this.#others.get(key);
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

// src/store/task-folder.ts
const MAX_FOLDER_BYTES = 200;
/**
* The folder of a task inside its side's folder. One name, one folder: what could leave the folder or mean something to
* a shell is percent-encoded, so that imported names such as `mmlu/anatomy` stay apart.
*
* @throws WeighbridgeError `usage` for names that no folder can have
*/
function taskFolder(name) {
	const fault = faultOf(name);
	if (fault !== null) throw new WeighbridgeError("usage", `a task cannot be called ${JSON.stringify(name)}: ${fault}`, { fix: "use letters, digits, dot, dash and underscore" });
	return encode(name);
}
function faultOf(name) {
	if (name === "") return "the name is empty";
	if (name === "." || name === "..") return "it is a path";
	if (/\p{Cc}/u.test(name)) return "it has control characters";
	if (/\p{Cs}/u.test(name)) return "it is not well-formed Unicode";
	if (encode(name).length > MAX_FOLDER_BYTES) return `it is longer than ${MAX_FOLDER_BYTES} bytes`;
	return null;
}
function encode(name) {
	return encodeURIComponent(name).replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

// src/store/layout.ts
const RUN_FILE = "run.json";
const SAMPLES_FILE = "samples.jsonl";
/** Where runs go that a later evaluation could not continue: nothing is ever deleted. */
const SUPERSEDED = "superseded";
/** Where runs are written that are to appear in one moment, or not at all. */
const STAGING = "staging";
function runFolder(out, side, task) {
	return join(out, side, taskFolder(task));
}

// src/store/reader.ts
const MAX_RUN_FILE_BYTES = 4194304;
/**
* Reads the folder of one task.
*
* @throws WeighbridgeError `data`, with file and line, for anything that is missing, malformed or duplicated
*/
async function readRun(folder, maxLineBytes = MAX_LINE_BYTES) {
	return readRunInto(folder, [], maxLineBytes);
}
/** The same, into what the caller holds samples in. */
async function readRunInto(folder, held, maxLineBytes = MAX_LINE_BYTES) {
	const record = await readRecord(folder);
	const stored = await readSamplesInto(folder, record, held, maxLineBytes);
	return {
		folder,
		record,
		samples: stored.samples,
		incomplete: shortfall(record, stored)
	};
}
async function readRecord(folder) {
	const file = join(folder, RUN_FILE);
	const source = await attempt(file, async () => {
		const { size } = await stat(file);
		if (size > MAX_RUN_FILE_BYTES) throw new WeighbridgeError("data", "too large", { at: { file } });
		return readFile(file, "utf8");
	});
	return parseRunRecord(source, file);
}
function readSamples(folder, record) {
	return readSamplesInto(folder, record, [], MAX_LINE_BYTES);
}
async function readSamplesInto(folder, record, samples, maxLineBytes) {
	const file = join(folder, SAMPLES_FILE);
	const metrics = new Map(record.metrics.map((metric) => [metric.name, metric]));
	const known = new SampleIndex(samples);
	let wholeBytes = 0;
	let torn = false;
	await attempt(file, async () => {
		for await (const line of readLines(file, maxLineBytes)) {
			torn = !line.whole;
			if (torn) break;
			const at = {
				file,
				line: line.number
			};
			const sample = parseSample(line.text, metrics, at);
			const key = sampleKey(sample);
			const first = known.find(key);
			if (first !== void 0) {
				const what = `the sample ${JSON.stringify(sample.id)} is already on line ${first + 1}`;
				throw new WeighbridgeError("data", what, { at });
			}
			known.add(key, samples.length);
			samples.push(sample);
			wholeBytes = line.end;
		}
	});
	return {
		samples,
		wholeBytes,
		torn
	};
}
function shortfall(record, { samples, torn }) {
	const { status, planned } = record;
	const evaluated = countDocuments(samples);
	if (status.state === "failed") return `failed after ${evaluated} of ${planned} samples: ${status.reason}`;
	if (status.state === "running") return `stopped after ${evaluated} of ${planned} samples`;
	if (torn) return "the last line of its samples is torn";
	if (status.stopped !== void 0 && evaluated >= status.stopped.after && evaluated < planned) return null;
	if (evaluated !== planned) return `says complete with ${evaluated} of ${planned} samples`;
	return planned === 0 && record.aggregates === void 0 ? "has no samples" : null;
}
/** Documents behind samples of different keys: one has a line for each filter. */
function countDocuments(samples) {
	let isFiltered = false;
	for (const { filter } of samples) isFiltered ||= filter !== void 0;
	if (!isFiltered) return samples.length;
	const ids = /* @__PURE__ */ new Set();
	for (const { id } of samples) ids.add(id);
	return ids.size;
}
async function attempt(file, read) {
	try {
		return await read();
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		const message = cause.code === "ENOENT" ? "no such file or folder" : `cannot be read: ${messageOf(cause)}`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			cause
		});
	}
}

// src/store/lock.ts
const LOCK_PREFIX = "writer.lock.";
/** A lock from another machine, as in a restored cache, is dead when its owner has not touched it for this long. */
const FOREIGN_STALE_MS = 9e5;
const ATTEMPTS = 4;
const LONGEST_WAIT_MS = 100;
/**
* Takes the one right to write in a folder; rivals that began at one moment draw lots by waiting.
*
* @throws WeighbridgeError `usage` when another living process holds it
*/
async function acquireLock(folder) {
	for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) try {
		return await claim(folder);
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		await setTimeout(Math.random() * LONGEST_WAIT_MS);
	}
	return claim(folder);
}
/**
* Every claimant puts up a file of its own and then looks for others: of two, the later one sees the earlier one, so
* never do both go on (at the very same moment, neither does). What a dead owner left is removed, which cannot hit a
* living one since no two claims share a name.
*/
async function claim(folder) {
	const name = `${LOCK_PREFIX}${randomUUID()}`;
	const file = join(folder, name);
	const self = {
		pid: process.pid,
		host: hostname(),
		born: await birthOf(process.pid)
	};
	try {
		await writeAtomically(file, JSON.stringify(self));
		for (const other of (await readdir(folder)).filter(isLockFile)) if (other !== name) await dislodge(join(folder, other));
	} catch (error) {
		await rm(file, { force: true });
		throw error;
	}
	return {
		async touch() {
			const now = /* @__PURE__ */ new Date();
			try {
				await utimes(file, now, now);
			} catch (error) {
				if (isMissing(error)) throw lockIsGone(file);
				throw error;
			}
		},
		release: (movedTo = folder) => rm(join(movedTo, name), { force: true })
	};
}
/** Whether a file of a run's folder belongs to locks and not to the run. */
function isLockFile(name) {
	return name.startsWith(LOCK_PREFIX) && !name.endsWith(".tmp");
}
/** Removes the claim of a dead owner. */
async function dislodge(file) {
	try {
		const owner = parseOwner(await readFile(file, "utf8"));
		if (await isAlive(owner, file)) throw heldBy(owner, file);
		await rm(file, { force: true });
	} catch (error) {
		if (!isMissing(error)) throw error;
	}
}
/** Of an owner on another machine, or one that cannot be read, only the time of its last touch is known. */
async function isAlive(owner, file) {
	if (owner === null || owner.host !== hostname()) return Date.now() - (await stat(file)).mtimeMs <= FOREIGN_STALE_MS;
	if (!exists(owner.pid)) return false;
	return owner.born === null || owner.born === await birthOf(owner.pid);
}
function parseOwner(text) {
	try {
		const owner = JSON.parse(text);
		return typeof owner === "object" && owner !== null && "pid" in owner && "host" in owner ? owner : null;
	} catch {
		return null;
	}
}
function exists(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
/** Start time of a process in clock ticks since boot: field 22 of proc(5) `stat`, counted after the name in brackets. */
async function birthOf(pid) {
	try {
		const line = await readFile(`/proc/${pid}/stat`, "utf8");
		return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? null;
	} catch (error) {
		if (["ENOENT", "ESRCH"].includes(error.code ?? "")) return null;
		throw error;
	}
}
function heldBy(owner, file) {
	const who = owner === null ? "another process" : `process ${owner.pid} on ${owner.host}`;
	return new WeighbridgeError("usage", `${who} is writing this run`, {
		at: { file },
		fix: "wait for it, choose another output folder, or delete the file if no such process exists"
	});
}
function lockIsGone(file) {
	return new WeighbridgeError("usage", "the lock of this run is gone while it is being written", {
		at: { file },
		fix: "leave the run directory alone while it is being written, and run again"
	});
}
function isMissing(error) {
	return error.code === "ENOENT";
}

// src/store/resume.ts
/** Looks at a folder that a writer has locked: the lock's own files do not count. */
async function inspect(folder, plan) {
	const files = await readdir(folder);
	if (files.every((file) => isLockFile(file) || file.endsWith(".tmp"))) return { kind: "nothing" };
	try {
		const record = await readRecord(folder);
		const differs = differences(record, {
			...plan,
			design: designOf(record)
		});
		if (differs.length > 0) return {
			kind: "other",
			differs
		};
		return {
			kind: "resumable",
			record,
			stored: files.includes("samples.jsonl") ? await readSamples(folder, plan) : {
				samples: [],
				wholeBytes: 0,
				torn: false
			}
		};
	} catch (error) {
		if (error instanceof WeighbridgeError && error.kind === "data") return {
			kind: "other",
			differs: [`unreadable (${messageOf(error)})`]
		};
		throw error;
	}
}
/** Names of what does not agree. Only what can change a sample counts: roles and primary metrics may be renamed. */
function differences(record, plan) {
	const differs = [];
	const compare = (field, left, right) => {
		if (canonicalJson(left ?? null) !== canonicalJson(right ?? null)) differs.push(field);
	};
	compare("side", record.side, plan.side);
	compare("task", record.task, plan.task);
	compare("model", record.model.digest, plan.model.digest);
	compare("adapter", record.model.adapter_digest, plan.model.adapter_digest);
	compare("seed", record.seed, plan.seed);
	compare("planned", record.planned, plan.planned);
	compare("design", designOf(record), designOf(plan));
	compare("metrics", record.metrics, plan.metrics);
	compare("aggregates", record.aggregates, plan.aggregates);
	const fields = /* @__PURE__ */ new Set([...Object.keys(record.fingerprint), ...Object.keys(plan.fingerprint)]);
	for (const field of [...fields].sort()) {
		const key = field;
		compare(`fingerprint.${field}`, record.fingerprint[key], plan.fingerprint[key]);
	}
	return differs;
}
/** Moves a run out of the way, into the first free folder under `superseded`. */
async function setAside(out, side, folder) {
	const parent = join(out, SUPERSEDED, side);
	const name = basename(folder);
	await mkdir(parent, { recursive: true });
	const taken = new Set(await readdir(parent));
	let number = 1;
	while (taken.has(`${name}.${number}`)) number += 1;
	const target = join(parent, `${name}.${number}`);
	await rename(folder, target);
	return target;
}

export { parseJson as A, isRatio as B, AGGREGATES as C, isObject$1 as D, headOf as E, brief as F, faultOfParts as G, sampleKey as H, digest as I, RERUN_FIELDS as J, attempt$1 as K, parseSample as L, readText as M, MAX_LINE_BYTES as N, jsonLines as O, readLines as P, designOf as Q, serializeSample as R, estimate as S, bytesOf as T, parseRunRecord as U, isUnscored as V, serializeRunRecord as W, STOP_REASONS as X, SIDES as Y, TASK_ROLES as Z, lmEval as _, countDocuments as a, checkWhile as b, readRunInto as c, SAMPLES_FILE as d, STAGING as f, SampleIndex as g, taskFolder as h, acquireLock as i, readJson as j, namesIn as k, readSamples as l, runFolder as m, inspect as n, readRecord as o, SUPERSEDED as p, FINGERPRINT_FIELDS as q, setAside as r, readRun as s, differences as t, RUN_FILE as u, agree as v, calibrationBinOf as w, disagreement as x, checkAggregate as y, isCorpus$1 as z };