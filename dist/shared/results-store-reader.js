import { B as FINGERPRINT_FIELDS, Et as KeyTable, Ft as withFix, H as SIDES, J as isObject, Pt as messageOf, U as STOP_REASONS, W as TASK_ROLES, X as parseJson, _t as isCorpus, dt as MOST_CHECKS, jt as WeighbridgeError, m as MOST_ASKED, mt as SEVERITIES, q as repeatsOf, vt as isRatio, wt as sampleKey, xt as lacks, yt as isUnscored, z as DESIGNS } from "./core-domain-history.js";
import { n as RUN_FILE, r as SAMPLES_FILE } from "./results-store-layout.js";
import { r as lineGroups, t as MAX_LINE_BYTES } from "./results-store-lines.js";
import { a as meanOfRepeats, t as MOST_REPEATS, y as faultOfParts } from "./core-metrics-repeats.js";
import { a as _null, b as tuple, d as literal, g as partialRecord, i as _enum, l as discriminatedUnion, m as number, o as array, s as boolean, u as int, v as strictObject, x as union, y as string } from "./npm-zod.js";
import { r as declarationSchema } from "./results-store-measured-schema.js";
import { join } from "node:path";
import { readFile, stat } from "node:fs/promises";

// src/results/store/run-record.ts
const text = string().max(4096);
const RESERVED = [
	"__proto__",
	"constructor",
	"prototype"
];
const metric = declarationSchema.safeExtend({ name: string().min(1).max(200).regex(/^\P{Cc}+$/u).refine((name) => !RESERVED.includes(name), "a metric cannot have this name") });
const fingerprintField = _enum(Object.keys(FINGERPRINT_FIELDS));
const aggregate = strictObject({
	metric: text.min(1),
	filter: text.exactOptional(),
	value: number(),
	stderr: number().min(0).nullable(),
	n: int().min(1).nullable(),
	rounded: strictObject({
		n: tuple([int().min(1), int().min(1)]),
		value: number().min(0).max(1)
	}).exactOptional()
});
const fingerprint = partialRecord(fingerprintField, union([
	string().max(65536),
	number(),
	boolean(),
	_null()
]));
const MOST_PARTS = 1e4;
const part = strictObject({
	task: string().min(1).max(200),
	fingerprint,
	aggregates: array(aggregate).min(1).exactOptional()
});
const stop = strictObject({
	after: int().min(0),
	because: _enum(STOP_REASONS)
});
const rate = number().min(1e-6).max(1 - 1e-6);
const weightedDraw = strictObject({
	metric: text.min(1),
	filter: text.exactOptional(),
	rates: array(tuple([rate, rate])).min(1).max(36),
	bins: string().regex(/^[0-9a-z]*$/),
	rounds: array(int().min(1)).max(100)
}).refine(({ bins, rates }) => [...bins].every((bin) => Number.parseInt(bin, 36) < rates.length), {
	path: ["bins"],
	message: "a bin without rates"
}).refine(({ rounds }) => rounds.every((end, index) => end > (rounds[index - 1] ?? 0)), {
	path: ["rounds"],
	message: "each round must end after the one before"
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
	fingerprint,
	model: strictObject({
		source: text,
		digest: text.min(1),
		adapter_digest: text.nullable(),
		architecture: text.nullable(),
		parameter_count: number().nullable(),
		quantization: text.nullable()
	}),
	seed: number(),
	order_seed: int().min(0).exactOptional(),
	draw: weightedDraw.exactOptional(),
	planned: int().min(0),
	population: int().min(1).exactOptional(),
	aggregates: array(aggregate).min(1).exactOptional(),
	parts: array(part).min(1).max(MOST_PARTS).exactOptional(),
	design: _enum(DESIGNS).exactOptional(),
	folds: array(strictObject({
		fold: text,
		source: text,
		digest: text,
		ids: array(text).min(1),
		unchecked: literal(true).exactOptional()
	})).min(2).exactOptional(),
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
	if (record.metrics.some(({ kind, classes }) => classes !== void 0 && kind !== "corpus")) context.addIssue({
		code: "custom",
		path: ["metrics"],
		message: "only a corpus metric has classes"
	});
	if (record.metrics.some(({ kind, group_average: average }) => average !== void 0 && kind !== "mean")) context.addIssue({
		code: "custom",
		path: ["metrics"],
		message: "only a mean can be averaged over groups"
	});
	const { repeats } = record.fingerprint;
	const isCounted = typeof repeats === "number" && Number.isInteger(repeats) && repeats >= 2;
	if (repeats !== void 0 && !(isCounted && repeats <= 1024)) {
		const message = `must be a whole number from 2 to ${MOST_REPEATS}`;
		context.addIssue({
			code: "custom",
			path: ["fingerprint", "repeats"],
			message
		});
	}
	if (record.metrics.some(({ kind, repeated }) => repeated && (kind !== "mean" || !isCounted))) context.addIssue({
		code: "custom",
		path: ["metrics"],
		message: "only a mean of as many answers as the fingerprint has repeats is repeated"
	});
	if (record.status.state === "complete" && record.status.stopped && record.design !== "sequential") context.addIssue({
		code: "custom",
		path: ["status"],
		message: "only a sequential run can stop early"
	});
	if (record.draw !== void 0) {
		const issue = faultOfDraw(record);
		if (issue !== null) context.addIssue({
			code: "custom",
			path: ["draw"],
			message: issue
		});
	}
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
function faultOfDraw({ draw, design, planned, metrics }) {
	if (design !== "sequential") return "only a sequential run is drawn by weight";
	if (draw?.bins.length !== planned) return "not one bin for each planned sample";
	return metrics.some(({ name }) => name === draw.metric) ? null : "a metric that is not declared";
}
const rangeOf = (metrics, name) => metrics.find((metric) => metric.name === name)?.range;
const liesIn = (range, value) => value >= (range?.min ?? -Infinity) && value <= (range?.max ?? Infinity);
/** @throws WeighbridgeError `data` naming the file and the key */
function parseRunRecord(source, file) {
	return checkRunRecord(parseJson(source, { file }), file);
}
/** @throws WeighbridgeError `data` naming the file and the key */
function checkRunRecord(value, file) {
	const parsed = runRecord.safeParse(value);
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

// src/results/store/sample-codec.ts
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
		question_digest: sample.question_digest,
		target_digest: sample.target_digest,
		token_digest: sample.token_digest,
		scores: Object.fromEntries(scores),
		repeats: sample.repeats && orderedRepeats(sample.repeats),
		cluster: sample.cluster,
		group: sample.group,
		weight: sample.weight,
		output: sample.output,
		truncated: sample.truncated,
		choices: sample.choices,
		answer_digest: sample.answer_digest,
		usage: sample.usage && {
			prompt_tokens: sample.usage.prompt_tokens,
			output_tokens: sample.usage.output_tokens,
			thinking_tokens: sample.usage.thinking_tokens
		},
		timing: sample.timing && {
			seconds: sample.timing.seconds,
			first_token_seconds: sample.timing.first_token_seconds,
			answers: sample.timing.answers,
			machine: sample.timing.machine
		},
		case: sample.case && {
			severity: sample.case.severity,
			failed: sample.case.failed
		},
		asked: sample.asked && {
			question: sample.asked.question,
			turns: sample.asked.turns?.map(({ role, text }) => ({
				role,
				text
			})),
			choices: sample.asked.choices,
			reference: sample.asked.reference
		}
	};
	return `${JSON.stringify(line)}\n`;
}
function ordered(score) {
	if (typeof score === "number") return finite(score);
	if (isUnscored(score)) return { unscored: score.unscored };
	if (isCorpus(score)) return { parts: score.parts.map(finite) };
	return {
		numerator: finite(score.numerator),
		denominator: finite(score.denominator)
	};
}
function orderedRepeats({ scores, same_as }) {
	const names = Object.keys(scores).sort();
	return {
		scores: Object.fromEntries(names.map((name) => [name, (scores[name] ?? []).map(finite)])),
		same_as
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
	"question_digest",
	"target_digest",
	"token_digest",
	"scores",
	"repeats",
	"cluster",
	"group",
	"weight",
	"output",
	"truncated",
	"choices",
	"answer_digest",
	"usage",
	"timing",
	"case",
	"asked"
]);
const MAX_NAME_LENGTH = 1024;
/** Whether a text that is not empty may be an id or a digest. */
const mayBeName = (text) => text.length <= MAX_NAME_LENGTH && !/\p{Cc}/u.test(text);
const shapeOf = (record) => ({
	metrics: new Map(record.metrics.map((metric) => [metric.name, metric])),
	repeats: repeatsOf(record)
});
/**
* Reads one line.
* @throws WeighbridgeError `data` with file and line
*/
function parseSample(text, shape, at) {
	return checkSample(parseJson(text, at), shape, at);
}
/**
* Takes a sample as hostile data: every member is checked, nothing unknown is passed on.
*
* Checked by hand and not by a schema because a run may have a million lines.
* @throws WeighbridgeError `data`
*/
function checkSample(value, shape, at) {
	const fail = (message, key) => {
		throw new WeighbridgeError("data", message, { at: key === void 0 ? at : {
			...at,
			key
		} });
	};
	const members = isObject(value) ? value : fail("a sample must be an object");
	for (const key of Object.keys(members)) if (!KEYS.has(key)) fail("this key is not known", key);
	const { weight, output, truncated, usage, timing, case: test, asked } = members;
	if (weight !== void 0 && !(typeof weight === "number" && Number.isFinite(weight) && weight > 0)) fail("must be a positive number", "weight");
	if (output !== void 0 && typeof output !== "string") fail("must be a text", "output");
	if (truncated !== void 0 && typeof truncated !== "boolean") fail("must be true or false", "truncated");
	const choices = members.choices === void 0 ? void 0 : parseChoices(members, fail);
	const scores = parseScores(members.scores, shape.metrics, fail);
	const answers = parseRepeats(members.repeats, scores, shape, fail);
	const sample = {
		id: parseName(members, "id", fail),
		index: parseCount(members, "index", fail),
		input_digest: parseName(members, "input_digest", fail),
		target_digest: parseName(members, "target_digest", fail),
		scores
	};
	if (members.filter !== void 0) sample.filter = parseName(members, "filter", fail);
	if (members.question_digest !== void 0) sample.question_digest = parseName(members, "question_digest", fail);
	if (members.token_digest !== void 0) sample.token_digest = parseName(members, "token_digest", fail);
	if (answers !== null) sample.repeats = answers;
	if (members.cluster !== void 0) sample.cluster = parseName(members, "cluster", fail);
	if (members.group !== void 0) sample.group = parseName(members, "group", fail);
	if (weight !== void 0) sample.weight = weight;
	if (output !== void 0) sample.output = output;
	if (truncated !== void 0) sample.truncated = truncated;
	if (choices !== void 0) sample.choices = choices;
	if (members.answer_digest !== void 0) sample.answer_digest = parseName(members, "answer_digest", fail);
	if (usage !== void 0) sample.usage = parseUsage(usage, fail);
	if (timing !== void 0) sample.timing = parseTiming(timing, fail);
	if (test !== void 0) sample.case = parseCase(test, fail);
	if (asked !== void 0) sample.asked = parseAsked(asked, fail);
	return sample;
}
function parseName(members, key, fail) {
	const member = members[key];
	if (typeof member !== "string" || member === "") return fail("must be a text", key);
	return mayBeName(member) ? member : fail("must be short and without control characters", key);
}
function parseCount(holder, key, fail) {
	const member = holder[key];
	return typeof member === "number" && Number.isSafeInteger(member) && member >= 0 ? member : fail("must be a whole number that is not negative", key);
}
function parseChoices(members, fail) {
	const { choices } = members;
	if (!Array.isArray(choices)) return parseCount(members, "choices", fail) || fail("must be at least 1", "choices");
	if (!(choices.length >= 1 && choices.length <= 256)) return fail(`must be of 1 to ${256} choices`, "choices");
	return choices.every((each) => typeof each === "number" && Number.isFinite(each)) ? choices : fail("must be finite log-likelihoods", "choices");
}
function parseCase(member, fail) {
	const { severity, failed, ...others } = isObject(member) ? member : fail("must be an object", "case");
	const isKnown = SEVERITIES.includes(severity) && Object.keys(others).length === 0;
	const isList = Array.isArray(failed) && failed.length <= MOST_CHECKS.count && failed.every((name) => typeof name === "string" && name.length <= MOST_CHECKS.name);
	if (!isKnown || !isList) fail("must be a severity with the names of failed checks", "case");
	return {
		severity,
		failed
	};
}
function parseAsked(member, fail) {
	const { question, turns, choices, reference, ...others } = isObject(member) ? member : fail("must be an object", "asked");
	const isText = (value, most) => typeof value === "string" && value.length <= most;
	const isList = choices === void 0 || Array.isArray(choices) && choices.length <= MOST_ASKED.choices && choices.every((choice) => isText(choice, MOST_ASKED.choice));
	const isTurn = ({ role, text, ...more }) => isText(role, MOST_ASKED.role) && isText(text, MOST_ASKED.turn) && Object.keys(more).length === 0;
	const areTurns = turns === void 0 || Array.isArray(turns) && turns.length <= MOST_ASKED.turns && turns.every((turn) => isObject(turn) && isTurn(turn));
	if (!(Object.keys(others).length === 0 && isList && areTurns && isText(question, MOST_ASKED.question)) || !(reference === void 0 || isText(reference, MOST_ASKED.reference))) fail("must be a question, with or without choices and a reference, as short texts", "asked");
	return {
		question,
		...turns === void 0 ? {} : { turns },
		...choices === void 0 ? {} : { choices },
		...reference === void 0 ? {} : { reference }
	};
}
function parseUsage(member, fail) {
	const holder = isObject(member) ? member : fail("must be an object", "usage");
	return {
		prompt_tokens: parseCount(holder, "prompt_tokens", fail),
		output_tokens: parseCount(holder, "output_tokens", fail),
		...holder.thinking_tokens === void 0 ? {} : { thinking_tokens: parseCount(holder, "thinking_tokens", fail) }
	};
}
function parseTiming(member, fail) {
	const { seconds, first_token_seconds: first, answers, machine, ...others } = isObject(member) ? member : fail("must be an object", "timing");
	const isTime = (value) => typeof value === "number" && Number.isFinite(value) && value >= 0;
	const isNamed = typeof machine === "string" && mayBeName(machine);
	const isCounted = answers === void 0 || typeof answers === "number" && Number.isSafeInteger(answers) && answers > 1;
	if (!isTime(seconds) || !(first === void 0 || isTime(first) && first <= seconds)) return fail("must be seconds, those to the first token no more than all", "timing");
	if (!isNamed || !isCounted || Object.keys(others).length > 0) return fail("must be seconds with the name of a machine", "timing");
	return {
		seconds,
		...first === void 0 ? {} : { first_token_seconds: first },
		...answers === void 0 ? {} : { answers },
		machine
	};
}
/** Only metrics that `run.json` declares are taken over, so no key can reach a prototype. */
function parseScores(value, metrics, fail) {
	const members = isObject(value) ? value : fail("must be an object", "scores");
	const scores = {};
	for (const [metric, score] of Object.entries(members)) {
		const key = `scores.${metric}`;
		scores[metric] = parseScore(score, metrics.get(metric) ?? fail("run.json does not declare this metric", key), (message) => fail(message, key));
	}
	return scores;
}
/**
* The scores of all planned answers of every metric that is their mean: fewer, or others than their mean says, are not those
* that were asked for.
*/
function parseRepeats(value, scores, { metrics, repeats: planned }, fail) {
	const isMean = (name) => metrics.get(name)?.repeated === true && typeof scores[name] === "number";
	if (value === void 0) {
		if (Object.keys(scores).some(isMean)) fail(`the scores of its ${planned} answers are missing`, "repeats");
		return null;
	}
	const wanted = Object.entries(scores).flatMap(([name, score]) => {
		const declaration = metrics.get(name);
		return declaration?.repeated === true && typeof score === "number" ? [{
			declaration,
			score
		}] : [];
	});
	const members = isObject(value) ? value : fail("must be an object", "repeats");
	const unknown = Object.keys(members).find((key) => key !== "scores" && key !== "same_as");
	if (unknown !== void 0) fail("this key is not known", `repeats.${unknown}`);
	const lists = isObject(members.scores) ? members.scores : fail("must be an object", "repeats.scores");
	const other = Object.keys(lists).find((metric) => !wanted.some(({ declaration }) => declaration.name === metric));
	if (other !== void 0) fail("is no score that is the mean of several", `repeats.scores.${other}`);
	const own = wanted.map(({ declaration, score }) => {
		const { name: metric } = declaration;
		const key = `repeats.scores.${metric}`;
		const list = Object.hasOwn(lists, metric) ? lists[metric] : void 0;
		if (!Array.isArray(list) || list.length !== planned) return fail(`must have the scores of all ${planned} answers`, key);
		const each = list.map((one) => {
			if (typeof one !== "number") return fail("must be finite numbers", key);
			return parseScore(one, declaration, (message) => fail(message, key));
		});
		return meanOfRepeats(each) === score ? [metric, each] : fail("does not come to the score", key);
	});
	const { same_as: same } = members;
	if (same === void 0) return { scores: Object.fromEntries(own) };
	const isFirst = (first, position) => typeof first === "number" && Number.isSafeInteger(first) && first >= 0 && first <= position;
	if (!Array.isArray(same) || same.length !== planned || !same.every(isFirst)) return fail(`must name the first answer like it for each of ${planned}`, "repeats.same_as");
	if (same.some((first) => same[first] !== first)) fail("names an answer that is not the first like it", "repeats.same_as");
	return {
		scores: Object.fromEntries(own),
		same_as: same
	};
}
function parseScore(value, metric, fail) {
	if (isObject(value) && typeof value.unscored === "string" && Object.keys(value).length === 1) return { unscored: value.unscored };
	switch (metric.kind) {
		case "mean": {
			const { min, max } = metric.range;
			if (typeof value !== "number" || !Number.isFinite(value)) return fail("must be a finite number");
			if (value < (min ?? -Infinity) || value > (max ?? Infinity)) return fail(`is ${value}, outside of ${min ?? "-∞"} to ${max ?? "∞"}, where ${metric.name} is`);
			return value;
		}
		case "ratio": {
			const { numerator, denominator } = isObject(value) && Object.keys(value).length === 2 ? value : fail("must be a ratio");
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
			const parts = isObject(value) && Object.keys(value).length === 1 ? value.parts : null;
			if (!Array.isArray(parts)) return fail("must be parts");
			const fault = faultOfParts(metric.aggregate, parts);
			return fault === null ? { parts } : fail(fault);
		}
	}
}

// src/results/store/reader.ts
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
	return attempt(file, async () => parseRunRecord(source, file));
}
function readSamples(folder, record) {
	return readSamplesInto(folder, record, [], MAX_LINE_BYTES);
}
async function readSamplesInto(folder, record, samples, maxLineBytes) {
	const file = join(folder, SAMPLES_FILE);
	const shape = shapeOf(record);
	const known = samples.keyTable ?? new KeyTable();
	let wholeBytes = 0;
	let torn = false;
	await attempt(file, async () => {
		for await (const lines of lineGroups(file, maxLineBytes)) for (const line of lines) {
			torn = !line.whole;
			if (torn) return;
			const at = {
				file,
				line: line.number
			};
			const sample = parseSample(line.text, shape, at);
			const first = known.claim(sampleKey(sample));
			if (first < samples.length) {
				const what = `the sample ${JSON.stringify(sample.id)} is already on line ${first + 1}`;
				throw new WeighbridgeError("data", what, { at });
			}
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
	if (lacks(samples, "filter")) return samples.length;
	let isFiltered = false;
	for (const { filter } of samples) isFiltered ||= filter !== void 0;
	if (!isFiltered) return samples.length;
	const ids = /* @__PURE__ */ new Set();
	for (const { id } of samples) ids.add(id);
	return ids.size;
}
/** What a run directory needs that is not as we wrote it. */
const DAMAGED = "evaluate again, or copy the run directory again: it is not as it was written";
async function attempt(file, read) {
	try {
		return await read();
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw withFix(cause, DAMAGED);
		const message = cause.code === "ENOENT" ? "no such file or folder" : `cannot be read: ${messageOf(cause)}`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			cause,
			fix: DAMAGED
		});
	}
}

export { readSamples as a, serializeSample as c, parseRunRecord as d, serializeRunRecord as f, readRunInto as i, shapeOf as l, readRecord as n, checkSample as o, readRun as r, mayBeName as s, countDocuments as t, checkRunRecord as u };