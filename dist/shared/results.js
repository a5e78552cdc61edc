import { r as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { i as messageOf, n as WeighbridgeError, r as assertNever } from "./errors.js";
import { r as hubModel } from "./atomic-file.js";
import { A as parseJson, D as isObject, E as headOf, F as brief$1, H as sampleKey, I as digest, K as attempt$1, L as parseSample$1, M as readText, N as MAX_LINE_BYTES, O as jsonLines, R as serializeSample, S as estimate, T as bytesOf, U as parseRunRecord, W as serializeRunRecord, Y as SIDES, _ as lmEval, a as countDocuments, b as checkWhile, c as readRunInto, f as STAGING, g as SampleIndex, j as readJson, k as namesIn, p as SUPERSEDED, t as differences, u as RUN_FILE, v as agree, x as disagreement, y as checkAggregate } from "./resume.js";
import { _ as string, a as array, b as unknown, c as discriminatedUnion, d as looseObject, f as number, g as strictObject, h as record, l as int, o as boolean, p as object, r as _enum, s as custom, u as literal, y as union } from "./schemas.js";
import { c as parse$1, d as CsvError, i as configureScorer, l as transform, n as describeNativeTask, o as METRICS, s as declareMetric, u as is_object } from "./describe.js";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { existsSync, statSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { inflateRawSync } from "node:zlib";
import { createReadStream as createReadStream$1, promises } from "fs";
import { Transform as Transform$1 } from "stream";

// src/config/models.ts
/** Names that only weights have. Which of them can be run is the engine's to say, with a reason for each. */
const WEIGHTS = /\.(gguf|safetensors|bin|pt|pth|ckpt|pkl|pickle|onnx|ggml|mlx|tflite|keras|h5)$/i;
/**
* What a checkpoint of the config means: a file of weights by its name, `hf:…` one of a hub, `{base, adapter}` an adapter,
* `{url, model}` an endpoint, any other path results.
*/
function modelSource(written) {
	if (typeof written === "object") return "url" in written ? {
		kind: "endpoint",
		...written
	} : {
		kind: "adapter",
		...written
	};
	const hub = hubModel(written);
	if (hub !== null) return hub;
	return WEIGHTS.test(written) ? {
		kind: "file",
		path: written
	} : {
		kind: "results",
		path: written
	};
}
/** Results lie in folders as checkpoints do; which of them a folder is, only its files tell. */
function asFound(source, directory) {
	if (source?.kind !== "results") return source;
	const folder = resolve(directory, source.path);
	return existsSync(join(folder, "config.json")) ? {
		kind: "folder",
		path: source.path
	} : source;
}
/** What `baseline` means, whichever of its forms it is written in. */
function baselinesOf(written) {
	if (written === void 0) return {
		sources: [],
		maxAgeDays: null,
		bootstrap: false
	};
	if (typeof written === "object" && "sources" in written) {
		const { sources, max_age_days: maxAgeDays = null, bootstrap } = written;
		return {
			...baselinesOf(sources),
			maxAgeDays,
			bootstrap
		};
	}
	return {
		sources: (Array.isArray(written) ? written : [written]).map(baselineSource),
		maxAgeDays: null,
		bootstrap: false
	};
}
function baselineSource(written) {
	if (typeof written === "string" || "base" in written || "url" in written) return {
		from: "path",
		model: modelSource(written)
	};
	switch (written.from) {
		case "base-branch": return {
			from: "base-branch",
			pointer: written.pointer,
			branch: written.branch ?? null
		};
		case "store":
		case "artifact": return { from: written.from };
		default: return assertNever(written);
	}
}
/** A path given by flag or input is relative to where the command runs; in the config paths are relative to its folder. */
function fromCommandLine(path, directory) {
	return /^([/\\]|[A-Za-z]:|hf:)/.test(path) ? path : relative(directory, path);
}
/**
* The checkpoint or results of one side.
* @throws WeighbridgeError `config` when neither the config nor a flag names it
*/
function requireSide(config, side) {
	const source = config[side];
	if (source !== null) return source;
	throw new WeighbridgeError("config", `no ${side} is named`, {
		...config.file === null ? {} : { at: { file: config.file } },
		fix: side === "anchor" ? "add `anchor: { model: path/to/release.gguf, max_drop: { task/metric: 4pp } }` to the config" : `add \`${side}: path/to/${side}.gguf\` to the config, or give --${side} (in a workflow: the input ${side})`
	});
}

// src/engines/llama-cpp/options.ts
/** Settings of the embedded engine. All but `threads` enter the fingerprint: they can change results. */
const llamaCppOptions = strictObject({
	context_size: int().min(16).optional().describe("Tokens that prompt and answer share. Default: what the model was trained for, at most 4096."),
	batch_size: int().min(16).default(512).describe("Tokens evaluated at once. Fixed, because it can change results."),
	threads: int().min(1).optional().describe("CPU threads. Default: one for models below 50 million parameters, otherwise one for every processor of the machine."),
	gpu: boolean().default(false).describe("Whether the engine may use a GPU.")
});

// src/engines/registry.ts
/** Where completions and log-likelihoods come from: one row adds an engine. */
const ENGINES = { "llama.cpp": {
	summary: "embedded llama.cpp for GGUF files and their LoRA adapters; no Python, no server",
	options: llamaCppOptions,
	load: async () => (await import("./engine2.js")).llamaCpp
} };
/** The `engine:` section of the config. */
const engineConfig = discriminatedUnion("type", [llamaCppOptions.extend({ type: literal("llama.cpp") })]);

// src/importers/foreign-run.ts
/** Stands for the digest of what a program did not keep. A side that kept it is not comparable with one that did not. */
const NOT_RECORDED = "not recorded";
/**
* A task of a complete run. Every task is `general`: only a config can say another role. What another program wrote is held
* to the same bounds as our own files.
* @throws WeighbridgeError `data` for a task or metric that no run can have
*/
function foreignRun(file, described, samples) {
	const { primary_metric, seed = 0, started = "unknown date", aggregates, ...rest } = described;
	const record = {
		schema_version: 1,
		...rest,
		...aggregates === void 0 ? {} : { aggregates },
		task_role: "general",
		primary_metric: primary_metric ?? rest.metrics[0]?.name ?? "",
		seed,
		status: { state: "complete" },
		started,
		finished: null
	};
	if (/\p{Cc}/u.test(record.task)) {
		const message = `${JSON.stringify(record.task)} is no name of a task`;
		throw new WeighbridgeError("data", message, { at: { file } });
	}
	const checked = parseRunRecord(serializeRunRecord(record), file);
	const metrics = new Map(checked.metrics.map((metric) => [metric.name, metric]));
	return {
		folder: dirname(file),
		record: checked,
		incomplete: null,
		async *samples() {
			for await (const { sample, at } of samples()) yield parseSample$1(serializeSample(sample), metrics, at);
		}
	};
}
/** A mean of one number a sample; of what is no rate the range is not known. */
const meanMetric = (name, direction, unit) => ({
	name,
	direction,
	kind: "mean",
	unit,
	range: unit === "rate" ? {
		min: 0,
		max: 1
	} : {
		min: null,
		max: null
	},
	scale: "linear",
	weak: false
});
/**
* A program that does not record which weights it ran: what it wrote stands for a model of its own, so that two files are
* two models and two copies of one file are one.
*/
const unidentifiedModel = (source, by) => ({
	source: `${source} (weights not identified)`,
	digest: digest(by),
	adapter_digest: null,
	architecture: null,
	parameter_count: null,
	quantization: null
});
/** A text as an id of a sample: as it is, or its digest where it is too long for one or holds what no id may. */
const idFrom = (text) => text !== "" && text.length <= 200 && !/\p{Cc}|\p{Cs}/u.test(text) ? text : digest(text);

// src/importers/group-by.ts
/** Map.groupBy, which Node 20 lacks. */
function groupBy(values, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [value]);
		else group.push(value);
	}
	return groups;
}

// src/importers/selection.ts
/** A file whose own name holds `#` comes first. Values may be percent-encoded. */
function parseSelection(path) {
	const whole = {
		file: path,
		chosen: /* @__PURE__ */ new Map()
	};
	if (existsSync(path)) return whole;
	for (let mark = path.indexOf("#"); mark !== -1; mark = path.indexOf("#", mark + 1)) {
		const file = path.slice(0, mark);
		if (existsSync(file)) return {
			file,
			chosen: new Map(path.slice(mark + 1).split("&").map(choice))
		};
	}
	return whole;
}
function choice(text) {
	const equals = text.indexOf("=");
	const value = text.slice(equals + 1);
	return equals === -1 ? [text, ""] : [text.slice(0, equals), decoded(value)];
}
function decoded(value) {
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}
/** @throws WeighbridgeError `usage` for a choice that the format does not have */
function checkChoices({ file, chosen }, known) {
	const unknown = [...chosen.keys()].find((key) => !known.includes(key));
	if (unknown === void 0) return;
	throw new WeighbridgeError("usage", `nothing can be chosen by ${JSON.stringify(unknown)} here`, {
		at: { file },
		fix: known.length === 0 ? "name the file alone" : `write one of: ${known.map((key) => `${file}#${key}=NAME`).join(", ")}`
	});
}
/**
* The one of several that is meant.
* @throws WeighbridgeError `usage` listing how each of them is named, when none is chosen or there is no such one
*/
function chooseOne(selection, key, names) {
	const { file, chosen } = selection;
	const [only, ...others] = names;
	const wanted = chosen.get(key);
	if (wanted === void 0 && only !== void 0 && others.length === 0) return only;
	if (wanted !== void 0 && names.includes(wanted)) return wanted;
	const message = wanted === void 0 ? `there are results of ${names.length} ${key}s here` : `there is no ${key} ${JSON.stringify(wanted)} here`;
	const paths = names.map((name) => `  ${file}#${key}=${name.replace(/[%&#]/g, encodeURIComponent)}`);
	throw new WeighbridgeError("usage", message, {
		at: { file },
		fix: `name one of them:\n${paths.join("\n")}`
	});
}

// src/importers/every-eval-ever/schema.ts
/** Versions 0.2 and 0.3, of which only what is read here; names as in the published schemas. */
const text = string().nullish();
const details = record(string(), unknown()).nullish();
/** A bound may be the word for what JSON cannot write. */
const bound = union([
	number(),
	literal("Infinity"),
	literal("-Infinity")
]).nullish().transform((value) => typeof value === "number" && Number.isFinite(value) ? value : null);
const resultSchema = object({
	evaluation_result_id: text,
	evaluation_name: string().min(1),
	source_data: record(string(), unknown()).nullish(),
	metric_config: object({
		metric_id: text,
		metric_name: text,
		metric_unit: text,
		lower_is_better: boolean(),
		score_type: text,
		has_unknown_level: boolean().nullish(),
		min_score: bound,
		max_score: bound,
		llm_scoring: unknown().optional()
	}),
	score_details: object({
		score: number(),
		uncertainty: object({
			standard_error: object({ value: number().min(0) }).nullish(),
			num_samples: int().min(1).nullish()
		}).nullish()
	}),
	generation_config: unknown().optional()
});
const evaluationSchema = object({
	schema_version: string().regex(/^0\.[23]\./, "only versions 0.2 and 0.3 are known"),
	evaluation_id: string(),
	evaluation_timestamp: text,
	retrieved_timestamp: text,
	eval_library: object({
		name: string(),
		version: text,
		additional_details: details
	}).nullish(),
	model_info: object({
		id: string().min(1),
		inference_engine: object({
			name: text,
			version: text
		}).nullish()
	}),
	evaluation_results: array(resultSchema).min(1),
	detailed_evaluation_results: object({
		format: literal("jsonl"),
		file_path: string(),
		hash_algorithm: _enum(["sha256", "md5"]).nullish(),
		checksum: text,
		total_rows: int().min(0).nullish()
	}).nullish()
});
const rowSchema$2 = object({
	evaluation_id: string(),
	model_id: string(),
	evaluation_name: string(),
	evaluation_result_id: text,
	sample_id: string().min(1),
	input: object({
		raw: string().nullish(),
		formatted: text,
		reference: array(string()).nullish(),
		choices: array(string()).nullish()
	}),
	output: object({ raw: array(string()) }).nullish(),
	messages: array(object({
		role: string(),
		content: text
	})).nullish(),
	evaluation: object({ score: custom((value) => typeof value === "number", "not a number").nullish() }),
	error: text,
	token_usage: object({
		input_tokens: int().min(0),
		output_tokens: int().min(0)
	}).nullish(),
	metadata: record(string(), unknown()).nullish()
});

// src/importers/every-eval-ever/files.ts
/** `data/<collection>/<developer>/<model>/<uuid>.json`, and a folder above it. */
const MAX_DEPTH$5 = 5;
const KEYS = [
	"\"schema_version\"",
	"\"evaluation_id\"",
	"\"model_info\"",
	"\"evaluation_results\""
];
async function isEvaluation(file) {
	const head = await headOf(file) ?? "";
	return /^\s*\{\s*"/.test(head) && KEYS.every((key) => head.includes(key));
}
/** The aggregate files at a path, sorted. */
async function locate$2(path, depth = MAX_DEPTH$5) {
	if (!existsSync(path)) return [];
	if (!(await stat(path)).isDirectory()) return await isEvaluation(path) ? [path] : [];
	const found = [];
	const entries = await readdir(path, { withFileTypes: true });
	for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
		const inner = join(path, entry.name);
		if (entry.isDirectory() && depth > 0) found.push(...await locate$2(inner, depth - 1));
		else if (entry.isFile() && entry.name.endsWith(".json") && await isEvaluation(inner)) found.push(inner);
	}
	return found;
}
/** @throws WeighbridgeError `data` naming the file and the key */
async function readEvaluation(file) {
	const { value, digest } = await readJson(file);
	const parsed = evaluationSchema.safeParse(value);
	if (parsed.success) return {
		file,
		evaluation: parsed.data,
		digest
	};
	const [issue] = parsed.error.issues;
	throw new WeighbridgeError("data", `not an evaluation of Every Eval Ever: ${issue?.message ?? ""}`, {
		at: {
			file,
			key: (issue?.path ?? []).join(".")
		},
		cause: parsed.error
	});
}
/**
* The samples beside an aggregate file; null where it names none. Of the path in the file only the name is taken: it is
* rooted in a repository that need not be here, and might lead anywhere.
* @throws WeighbridgeError `data` when they are named and not there
*/
function samplesFile({ file, evaluation }) {
	const named = evaluation.detailed_evaluation_results;
	if (!named) return null;
	const samples = join(dirname(file), basename(named.file_path));
	if (existsSync(samples)) return samples;
	throw new WeighbridgeError("data", "the samples of this evaluation are not beside it", {
		at: {
			file,
			key: "detailed_evaluation_results.file_path"
		},
		fix: `put ${basename(samples)} into ${dirname(file)}`
	});
}
/**
* Every row; that all of them are there, and unchanged, is known at the end.
* @throws WeighbridgeError `data` with file and line
*/
async function* readRows$3({ evaluation, file: aggregate }, file) {
	const { checksum, hash_algorithm, total_rows } = evaluation.detailed_evaluation_results ?? {};
	const hash = createHash(hash_algorithm ?? "sha256");
	let rows = 0;
	for await (const { members, at } of jsonLines(file, { hash })) {
		const parsed = rowSchema$2.safeParse(members);
		if (!parsed.success) {
			const [issue] = parsed.error.issues;
			const message = `not a sample of Every Eval Ever: ${issue?.message ?? ""}`;
			throw new WeighbridgeError("data", message, { at: {
				...at,
				key: (issue?.path ?? []).join(".")
			} });
		}
		const { evaluation_id, model_id } = parsed.data;
		if (evaluation_id !== evaluation.evaluation_id || model_id !== evaluation.model_info.id) {
			const message = `a sample of the evaluation ${evaluation_id} of ${model_id}, which is not that of ${aggregate}`;
			throw new WeighbridgeError("data", message, { at });
		}
		rows += 1;
		yield {
			row: parsed.data,
			at
		};
	}
	const fix = "keep the whole file of samples as it was written";
	if (typeof total_rows === "number" && total_rows !== rows) throw new WeighbridgeError("data", `${rows} samples of ${total_rows}`, {
		at: { file },
		fix
	});
	if (checksum && checksum.toLowerCase() !== hash.digest("hex")) throw new WeighbridgeError("data", `not the file whose checksum ${aggregate} has`, {
		at: { file },
		fix
	});
}

// src/importers/every-eval-ever/metrics.ts
/** @throws WeighbridgeError `data` for two results of one name, or a score outside of its own bounds */
function measuredOf({ evaluation, file }) {
	const seen = /* @__PURE__ */ new Set();
	return evaluation.evaluation_results.map((result, index) => {
		const at = {
			file,
			key: `evaluation_results.${index}`
		};
		const measured = measure(result);
		const { task, metric, divisor } = measured;
		const name = `${task}/${metric.name}`;
		if (seen.has(name)) throw new WeighbridgeError("data", `two results are called ${name}`, { at });
		seen.add(name);
		const score = result.score_details.score / divisor;
		const { min, max } = metric.range;
		if (score >= (min ?? -Infinity) && score <= (max ?? Infinity)) return measured;
		throw new WeighbridgeError("data", `${name} is ${result.score_details.score}, outside of its bounds`, {
			at,
			fix: "say in metric_config on which scale it is: metric_unit, min_score and max_score"
		});
	});
}
function measure(result) {
	const { metric_id, metric_name, metric_unit, lower_is_better, score_type, min_score, max_score } = result.metric_config;
	const unit = metric_unit?.toLowerCase() ?? "";
	const isPercent = unit === "percent" || unit === "percentage" || unit === "%";
	const isRate = isPercent || unit === "proportion" || score_type === "binary" || min_score === 0 && max_score === 1;
	return {
		result,
		task: result.evaluation_name,
		metric: {
			name: metric_id || metric_name || "score",
			direction: lower_is_better ? "lower_is_better" : "higher_is_better",
			kind: "mean",
			unit: isRate ? "rate" : "number",
			range: isRate ? {
				min: 0,
				max: 1
			} : {
				min: min_score ?? null,
				max: max_score ?? null
			},
			scale: "linear",
			weak: false
		},
		divisor: isPercent ? 100 : 1
	};
}

// src/importers/every-eval-ever/own.ts
/** Under this name an export of our own keeps what the format has no place for, as JSON. */
const OWN$1 = "weighbridge";
/** The run of which an evaluation is an export; null for the evaluations of others. */
function ownRecord({ evaluation, file }) {
	const written = evaluation.eval_library?.additional_details?.[OWN$1];
	return typeof written === "string" ? parseRunRecord(written, file) : null;
}
/**
* A run as it was exported.
* @throws WeighbridgeError `data`
*/
function ownRun(source, record, side) {
	if (record.status.state !== "complete") throw new WeighbridgeError("data", "an export of a run that is not complete", { at: { file: source.file } });
	const samples = samplesFile(source);
	const run = foreignRun(source.file, {
		...record,
		side
	}, async function* () {
		if (samples !== null) yield* samplesOf$7(source, samples);
	});
	const { status, finished, task_role } = record;
	const whole = {
		...run.record,
		status,
		finished,
		task_role
	};
	return {
		...run,
		record: record.design === void 0 ? whole : {
			...whole,
			design: record.design
		}
	};
}
/** Rows of one sample stand together. */
async function* samplesOf$7(source, file) {
	let current = null;
	for await (const { row, at } of readRows$3(source, file)) {
		const sample = toSample$2(row, at);
		if (current !== null && sampleKey(current.sample) === sampleKey(sample)) {
			current = {
				at: current.at,
				sample: merged(current.sample, sample)
			};
			continue;
		}
		if (current !== null) yield current;
		current = {
			sample,
			at
		};
	}
	if (current !== null) yield current;
}
const merged = (first, second) => ({
	...second,
	scores: {
		...first.scores,
		...second.scores
	}
});
/** Its members are checked as those of our own samples are, where they are yielded. */
function toSample$2(row, at) {
	const { metric, score = row.evaluation.score, ...fields } = membersOf$1(row.metadata?.[OWN$1], at);
	if (typeof metric !== "string") throw new WeighbridgeError("data", "no metric", { at: {
		...at,
		key: OWN$1
	} });
	return {
		...fields,
		id: row.sample_id,
		scores: Object.fromEntries([[metric, score]]),
		...row.output?.raw[0] === void 0 ? {} : { output: row.output.raw[0] },
		...row.token_usage ? { usage: {
			prompt_tokens: row.token_usage.input_tokens,
			output_tokens: row.token_usage.output_tokens
		} } : {}
	};
}
function membersOf$1(written, at) {
	const value = typeof written === "string" ? parseJson(written, at) : void 0;
	if (isObject(value)) return value;
	throw new WeighbridgeError("data", "a row of an export of Weighbridge without its own part", { at });
}

// src/importers/every-eval-ever/tally.ts
/** Why a row says nothing of the model; null where it has a score. */
function whyUnscored$2({ error, evaluation: { score } }, { result }) {
	if (error) return `error: ${error.split("\n", 1)[0]?.slice(0, 200)}`;
	if (score === null || score === void 0) return "no score in the file";
	if (!Number.isFinite(score)) return String(score);
	return result.metric_config.has_unknown_level && score === -1 ? "unknown level" : null;
}
/** To which result each row belongs: by its id, or by its name where only one result has that. */
function joinerOf(all) {
	const unique = (names) => new Map(all.flatMap((each, index) => {
		const name = names[index];
		return name && names.indexOf(name) === names.lastIndexOf(name) ? [[name, each]] : [];
	}));
	const byId = unique(all.map(({ result }) => result.evaluation_result_id));
	const byName = unique(all.map(({ result }) => result.evaluation_name));
	return ({ evaluation_result_id: id, evaluation_name: name }) => (id ? byId.get(id) : byName.get(name)) ?? null;
}
/**
* Which results have samples, all of which are there and add up to the result.
* @throws WeighbridgeError `data`
*/
async function tally$2(source, all) {
	const file = samplesFile(source);
	if (file === null) return [];
	const counts = /* @__PURE__ */ new Map();
	const join = joinerOf(all);
	for await (const { row } of readRows$3(source, file)) {
		const measured = join(row);
		if (measured === null) continue;
		const counted = counts.get(measured) ?? {
			rows: 0,
			scored: 0,
			sum: 0,
			sumOfAll: 0
		};
		counts.set(measured, counted);
		counted.rows += 1;
		const score = Number.isFinite(row.evaluation.score) ? Number(row.evaluation.score) : 0;
		counted.sumOfAll += score;
		if (whyUnscored$2(row, measured) !== null) continue;
		counted.scored += 1;
		counted.sum += score;
	}
	return [...counts].map(([measured, counted]) => checked(measured, counted, source));
}
function checked(measured, counted, { file }) {
	const { result, task, metric } = measured;
	const { score, uncertainty } = result.score_details;
	const at = {
		file,
		key: `evaluation_results (${task}/${metric.name})`
	};
	const expected = uncertainty?.num_samples ?? counted.rows;
	if (expected > counted.rows) throw new WeighbridgeError("data", `${task}/${metric.name} has ${counted.rows} samples of ${expected}`, { at });
	const means = [counted.sum / counted.scored, counted.sumOfAll / counted.rows];
	const divisor = (measured.divisor === 100 ? [100, 1] : [1]).find((scale) => means.some((mean) => Math.abs(mean * measured.divisor / scale - score) <= roundingOf(score)));
	if (divisor !== void 0 || counted.scored === 0) return {
		measured,
		divisor: divisor ?? 1,
		rows: counted.rows
	};
	throw new WeighbridgeError("data", `${task}/${metric.name} is ${score} in the evaluation and ${means[0]} by the samples`, {
		at,
		fix: "keep evaluation and samples of one run together, and change neither"
	});
}
/** Half a unit of the last decimal that was written, at most of the second: collectors round. */
function roundingOf(score) {
	const decimals = /\.(\d+)$/.exec(String(score))?.[1]?.length ?? 0;
	return .5 * 10 ** -Math.max(decimals, 2) + 1e-9 * Math.max(1, Math.abs(score));
}

// src/importers/every-eval-ever/samples.ts
/**
* The samples of one task. Rows of a sample's other metrics may stand anywhere, so that with several metrics they are
* gathered; with one they pass through.
*/
async function* samplesOf$6(source, all, sampled) {
	const file = samplesFile(source);
	if (file === null) return;
	const join = joinerOf(all);
	const own = new Map(sampled.map((each) => [each.measured, each]));
	const gathered = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Map();
	let index = 0;
	for await (const { row, at } of readRows$3(source, file)) {
		const measured = join(row);
		const found = measured === null ? void 0 : own.get(measured);
		if (found === void 0) continue;
		const { metric } = found.measured;
		const key = JSON.stringify([metric.name, row.sample_id]);
		const occurrence = (seen.get(key) ?? 0) + 1;
		seen.set(key, occurrence);
		const sample = toSample$1(row, occurrence, { [metric.name]: scoreOf$8(row, found, at) }, index);
		const placed = {
			sample,
			at
		};
		if (sampled.length === 1) {
			index += 1;
			yield placed;
			continue;
		}
		const other = gathered.get(sample.id);
		if (other === void 0) index += 1;
		gathered.set(sample.id, other === void 0 ? placed : joined$2(other, placed));
	}
	yield* gathered.values();
}
function scoreOf$8(row, { measured, divisor }, at) {
	const why = whyUnscored$2(row, measured);
	if (why !== null) return { unscored: why };
	const { name, range } = measured.metric;
	const score = (row.evaluation.score ?? NaN) / divisor;
	if (score >= (range.min ?? -Infinity) && score <= (range.max ?? Infinity)) return score;
	throw new WeighbridgeError("data", `${name} is ${row.evaluation.score}, outside of its bounds`, { at });
}
/** A sample that has several rows of one metric was answered several times: not independent. */
function toSample$1(row, occurrence, scores, index) {
	const { raw, formatted, choices, reference } = row.input;
	const said = row.output?.raw[0] ?? row.messages?.findLast(({ role }) => role === "assistant")?.content;
	const id = idFrom(row.sample_id);
	return {
		id: occurrence === 1 ? id : `${id}#${occurrence}`,
		index,
		input_digest: raw ? digest({
			raw,
			formatted,
			choices
		}) : NOT_RECORDED,
		target_digest: reference && reference.length > 0 ? digest(reference) : NOT_RECORDED,
		scores,
		cluster: id,
		...typeof said === "string" ? { output: said } : {},
		...row.token_usage ? { usage: {
			prompt_tokens: row.token_usage.input_tokens,
			output_tokens: row.token_usage.output_tokens
		} } : {}
	};
}
/** @throws WeighbridgeError `data` where two rows of a sample do not ask the same */
function joined$2(first, second) {
	const [a, b] = [first.sample, second.sample];
	if (a.input_digest !== b.input_digest || a.target_digest !== b.target_digest) {
		const message = `the sample ${JSON.stringify(b.id)} asks something else in another row`;
		throw new WeighbridgeError("data", message, { at: second.at });
	}
	return {
		at: first.at,
		sample: {
			...b,
			...a,
			scores: {
				...a.scores,
				...b.scores
			}
		}
	};
}

// src/importers/every-eval-ever/importer.ts
const everyEvalEver = {
	name: "Every Eval Ever",
	summary: "evaluations of schema 0.2 and 0.3 with or without samples: a .json, or a folder of them of one model",
	async detect(path) {
		return (await locate$2(parseSelection(path).file)).length > 0;
	},
	async load(path, side) {
		const faults = [];
		return {
			runs: await attempt$1(faults, () => loadAll$1(parseSelection(path), side, faults)) ?? [],
			faults
		};
	}
};
async function loadAll$1(selection, side, faults) {
	checkChoices(selection, ["model"]);
	const folder = join(selection.file, side);
	const files = await locate$2(existsSync(folder) ? folder : selection.file);
	const sources = [];
	for (const file of files) {
		const source = await attempt$1(faults, () => readEvaluation(file));
		if (source !== null) sources.push(source);
	}
	if (sources.length === 0) return [];
	const byModel = groupBy(sources, ({ evaluation }) => evaluation.model_info.id);
	const model = chooseOne(selection, "model", [...byModel.keys()].sort());
	const chosen = byModel.get(model) ?? [];
	const identity = unidentifiedModel(`${model}, by Every Eval Ever`, {
		model,
		files: chosen.map((source) => source.digest).sort()
	});
	const runs = [];
	for (const source of chosen) await attempt$1(faults, async () => runs.push(...await runsOf(source, side, identity)));
	checkOnce$2(runs, selection.file);
	return runs.sort((a, b) => a.record.task < b.record.task ? -1 : 1);
}
/** @throws WeighbridgeError `data` for a task that was evaluated twice: which one is meant cannot be known */
function checkOnce$2(runs, file) {
	for (const [task, all] of groupBy(runs, ({ record }) => record.task)) {
		if (all.length === 1) continue;
		throw new WeighbridgeError("data", `${all.length} evaluations of ${JSON.stringify(task)} lie here`, {
			at: { file },
			fix: "name the file of one of them, or a folder with one evaluation a task"
		});
	}
}
async function runsOf(source, side, model) {
	const own = ownRecord(source);
	if (own !== null) return [ownRun(source, own, side)];
	const all = measuredOf(source);
	const sampled = await tally$2(source, all);
	return [...groupBy(all, ({ task }) => task)].map(([task, results]) => {
		const withSamples = sampled.filter(({ measured }) => results.includes(measured));
		const common = {
			side,
			task,
			model,
			...fingerprinted(source, results),
			...startOf(source)
		};
		return withSamples.length > 0 ? sampledRun(source, all, withSamples, common) : foreignRun(source.file, {
			...common,
			metrics: results.map(({ metric }) => metric),
			planned: 0,
			aggregates: results.map(aggregateOf)
		}, async function* () {});
	});
}
/** Of metrics without samples nothing is known but a number, which has no place beside samples: they are left out. */
function sampledRun(source, all, sampled, common) {
	const described = {
		...common,
		metrics: sampled.map(({ measured }) => measured.metric),
		planned: Math.max(...sampled.map(({ rows }) => rows))
	};
	return foreignRun(source.file, described, () => samplesOf$6(source, all, sampled));
}
function aggregateOf({ result, metric, divisor }) {
	const { score, uncertainty } = result.score_details;
	const stderr = uncertainty?.standard_error?.value;
	return {
		metric: metric.name,
		value: score / divisor,
		stderr: stderr === void 0 ? null : stderr / divisor,
		n: uncertainty?.num_samples ?? null
	};
}
function fingerprinted({ evaluation }, results) {
	const { eval_library: library, model_info } = evaluation;
	const of = (pick) => {
		const values = results.map(({ result }) => pick(result)).filter((value) => value !== void 0 && value !== null);
		return values.length === 0 ? null : values;
	};
	const generation = of(({ generation_config }) => generation_config);
	const judges = of(({ metric_config }) => metric_config.llm_scoring);
	return { fingerprint: {
		dataset: digest(of(({ source_data }) => source_data)),
		generation: generation === null ? null : brief$1(generation),
		scorers: judges === null ? null : digest(judges),
		engine: model_info.inference_engine?.name ?? null,
		engine_version: model_info.inference_engine?.version ?? null,
		harness: library?.name ?? null,
		harness_version: library?.version ?? null
	} };
}
/** Seconds since 1970, as a text. */
function startOf({ evaluation }) {
	const written = evaluation.evaluation_timestamp ?? evaluation.retrieved_timestamp;
	const date = /* @__PURE__ */ new Date(Number(written ?? NaN) * 1e3);
	if (!Number.isNaN(date.getTime())) return { started: date.toISOString() };
	return written ? { started: written } : {};
}

// src/importers/directions.ts
const CHOICES = {
	higher: "higher_is_better",
	lower: "lower_is_better"
};
/** @throws WeighbridgeError `usage` for a choice that is neither */
function directionsOf(selection, known) {
	checkChoices(selection, Object.keys(CHOICES));
	const said = /* @__PURE__ */ new Map();
	for (const [choice, direction] of Object.entries(CHOICES)) for (const metric of (selection.chosen.get(choice) ?? "").split(",")) said.set(metric, direction);
	return (metric) => said.get(metric) ?? known(metric);
}
/** How to say it. */
const sayDirection = (path, metric) => `write ${path}#higher=${metric} or ${path}#lower=${metric}`;

// src/importers/own-metrics.ts
const RATES = /^((quasi_)?(prefix_)?exact_match(@\d+)?|exact_set_match|math_equiv(_chain_of_thought)?|accuracy|acc(_norm)?|em|extractive_match|pass@\d+(:\d+_samples)?|ifeval_strict_accuracy|(prompt|inst)_level_\w+_acc|toxic_frac)$/;
const HIGHER = /^(f1(_score|_set_match)?|iou_set_match|rouge(_?[12l]|_?lsum)?|bleu(_?[14])?|score|mcc|multi_f1_numeric|bertscore|chain_of_thought_correctness|pass)$/i;
const LOWER = /^(toxic_frac|expected_max_toxicity|max_toxicity_probability|(word_|byte_)?perplexity|bits_per_byte)$/;
/** Which way metrics of HELM, lighteval and OpenCompass are better, of whose files most do not say. */
const commonDirection = (metric) => {
	if (LOWER.test(metric)) return "lower_is_better";
	return RATES.test(metric) || HIGHER.test(metric) ? "higher_is_better" : null;
};
/** The mean of one number a sample; null where nobody says which way it is better. */
function commonMetric(name, directions) {
	const direction = directions(name);
	return direction === null ? null : meanMetric(name, direction, RATES.test(name) ? "rate" : "number");
}

// src/importers/helm/read.ts
const stat$1 = object({
	name: object({
		name: string(),
		split: string().nullish(),
		sub_split: string().nullish(),
		perturbation: unknown().optional()
	}),
	count: number(),
	mean: number().nullish()
});
const specSchema$1 = object({
	name: string().min(1),
	scenario_spec: unknown().optional(),
	adapter_spec: record(string(), unknown()),
	metric_specs: unknown().optional(),
	data_augmenter_spec: unknown().optional()
});
const instanceSchema = object({
	instance_id: string().min(1),
	train_trial_index: int().min(0).default(0),
	perturbation: unknown().optional(),
	stats: array(stat$1)
});
const stateSchema = object({ request_states: array(object({
	instance: object({
		id: string().nullish(),
		perturbation: unknown().optional(),
		references: unknown().optional()
	}),
	train_trial_index: int().min(0).default(0),
	request: record(string(), unknown()),
	result: object({ completions: array(object({ text: string().nullish() })).nullish() }).nullish()
})) });
/** @throws WeighbridgeError `data` for a file that is missing or not what HELM writes */
async function readHelmRun(folder) {
	const spec = await read(folder, "run_spec.json", specSchema$1);
	const stats = await read(folder, "stats.json", array(stat$1));
	const instances = await read(folder, "per_instance_stats.json", array(instanceSchema));
	const states = existsSync(join(folder, "scenario_state.json")) ? await read(folder, "scenario_state.json", stateSchema) : null;
	const digests = [
		spec,
		stats,
		instances,
		states
	].map((file) => file?.digest);
	return {
		folder,
		spec: spec.value,
		stats: stats.value,
		instances: instances.value,
		model: String(spec.value.adapter_spec.model ?? "a model without a name"),
		task: taskOf$1(spec.value.name),
		states: states?.value.request_states ?? null,
		digest: digests.join()
	};
}
/** `mmlu:subject=anatomy,model=openai_gpt2`. */
function taskOf$1(name) {
	const colon = name.indexOf(":");
	if (colon === -1) return name;
	const own = name.slice(colon + 1).split(",").filter((part) => !/^model(_deployment)?=/.test(part));
	return own.length === 0 ? name.slice(0, colon) : `${name.slice(0, colon)}:${own.join(",")}`;
}
async function read(folder, name, schema) {
	const file = join(folder, name);
	if (!existsSync(file)) throw new WeighbridgeError("data", "no such file: the run did not finish, or was copied in part", {
		at: { file },
		fix: "run helm-run again"
	});
	const { value, digest } = await readJson(file);
	const parsed = schema.safeParse(value);
	if (parsed.success) return {
		value: parsed.data,
		digest
	};
	const [issue] = parsed.error.issues;
	throw new WeighbridgeError("data", `not a file of HELM: ${issue?.message ?? ""}`, {
		at: {
			file,
			key: (issue?.path ?? []).join(".")
		},
		cause: parsed.error
	});
}

// src/importers/helm/run.ts
/** Instances as they were: perturbed ones answer another question, and HELM sums them up apart. */
const plain$2 = ({ perturbation }) => !perturbation;
/**
* @param model stands for all runs of one model
* @throws WeighbridgeError `data` also for a metric that does not follow from the instances
*/
function toRun$6(run, side, model, directions) {
	const { folder, spec, task } = run;
	const file = join(folder, "per_instance_stats.json");
	const instances = run.instances.filter(plain$2);
	const metrics = metricsOf$3(run, instances, directions);
	const states = statesByKey(run.states);
	const trials = new Set(instances.map((instance) => instance.train_trial_index)).size;
	const samples = instances.map((instance, index) => {
		const own = states?.get(keyOf(instance.instance_id, instance.train_trial_index)) ?? [];
		const [state] = own;
		const output = own.length === 1 ? state?.result?.completions?.[0]?.text : void 0;
		return {
			id: idFrom(keyOf(instance.instance_id, instance.train_trial_index)),
			index,
			input_digest: own.length === 0 ? NOT_RECORDED : digest(own.map(({ request }) => request.prompt)),
			target_digest: state === void 0 ? NOT_RECORDED : digest(state.instance.references),
			scores: Object.fromEntries(metrics.map(({ name }) => [name, scoreOf$7(instance, name)])),
			...trials > 1 ? { cluster: instance.instance_id } : {},
			...output === void 0 || output === null ? {} : { output }
		};
	});
	checkCount$1(run, samples.length, trials, file);
	for (const metric of metrics) checkMetric(run, instances, metric, file);
	return foreignRun(file, {
		side,
		task,
		metrics,
		planned: samples.length,
		fingerprint: fingerprintOf$5(spec),
		model: unidentifiedModel(`${run.model}, by runs of HELM`, model)
	}, async function* () {
		for (const sample of samples) yield {
			sample,
			at: {
				file,
				key: sample.id
			}
		};
	});
}
const keyOf = (id, trial) => trial === 0 ? id : `${id}#trial${trial}`;
/** A question whose choices are asked about one by one has a state a choice. */
function statesByKey(states) {
	if (states === null) return null;
	const byKey = /* @__PURE__ */ new Map();
	for (const state of states.filter(({ instance }) => plain$2(instance))) {
		const key = keyOf(state.instance.id ?? "", state.train_trial_index);
		byKey.set(key, [...byKey.get(key) ?? [], state]);
	}
	return byKey;
}
/** Most statistics of HELM count tokens and seconds: those that nobody knows a direction of are no metrics. */
function metricsOf$3({ folder, task }, instances, directions) {
	const names = new Set(instances.flatMap(({ stats }) => stats.map(({ name }) => name.name)));
	const metrics = [...names].sort().flatMap((name) => commonMetric(name, directions) ?? []);
	const exact = metrics.findIndex(({ name }) => name === "exact_match");
	if (exact > 0) metrics.unshift(...metrics.splice(exact, 1));
	if (metrics.length > 0) return metrics;
	throw new WeighbridgeError("data", `no metric of ${task} that is known (${[...names].join(", ")})`, {
		at: { file: join(folder, "per_instance_stats.json") },
		fix: sayDirection(folder, "NAME")
	});
}
function scoreOf$7({ stats }, metric) {
	const own = stats.find(({ name }) => name.name === metric && !name.perturbation);
	if (own?.mean === void 0 || own.mean === null || own.count === 0) return { unscored: "no such statistic: HELM leaves out what is not a number" };
	return Number.isFinite(own.mean) ? own.mean : { unscored: String(own.mean) };
}
/** @throws WeighbridgeError `data` unless there are as many instances as HELM counts */
function checkCount$1({ stats }, lines, trials, file) {
	const counts = stats.filter(({ name }) => name.name === "num_instances" && plain$2(name) && !name.sub_split);
	const expected = counts.reduce((sum, { mean }) => sum + (mean ?? 0), 0) * trials;
	if (counts.length === 0 || expected === lines) return;
	throw new WeighbridgeError("data", `${lines} instances, and the run evaluated ${expected}`, {
		at: { file },
		fix: "keep the whole run folder"
	});
}
/** HELM sums up each split by itself. */
function checkMetric({ stats, task }, instances, metric, file) {
	for (const { name, mean } of stats) {
		if (name.name !== metric.name || !plain$2(name) || name.sub_split || typeof mean !== "number") continue;
		const scores = instances.filter(({ stats: each }) => each.some((other) => other.name.name === metric.name && other.name.split === name.split)).map((instance) => scoreOf$7(instance, metric.name));
		const aggregate = {
			metric: metric.name,
			value: mean
		};
		const ours = estimate(scores, metric)?.value ?? NaN;
		if (agree(aggregate, ours)) continue;
		throw disagreement(task, aggregate, ours, {
			file,
			key: `${metric.name} of ${name.split}`
		});
	}
}
const GENERATION = [
	"temperature",
	"max_tokens",
	"stop_sequences",
	"num_outputs",
	"random",
	"num_trials"
];
const NOT_PROMPT = [
	...GENERATION,
	"model",
	"model_deployment",
	"max_train_instances",
	"max_eval_instances"
];
function fingerprintOf$5({ scenario_spec, adapter_spec, metric_specs, ...spec }) {
	const pick = (wanted) => Object.fromEntries(Object.entries(adapter_spec).filter(([key]) => wanted(key)));
	const { max_train_instances, max_eval_instances, model_deployment } = adapter_spec;
	return {
		dataset: digest({
			scenario_spec,
			max_eval_instances
		}),
		prompt: digest({
			adapter: pick((key) => !NOT_PROMPT.includes(key)),
			augmenter: spec.data_augmenter_spec
		}),
		few_shot: typeof max_train_instances === "number" ? max_train_instances : null,
		generation: brief$1(pick((key) => GENERATION.includes(key))),
		scorers: brief$1(metric_specs),
		engine: typeof model_deployment === "string" ? model_deployment.split("/")[0] ?? null : null,
		harness: "helm"
	};
}

// src/importers/helm/importer.ts
/** `benchmark_output/runs/<suite>/<run>`. */
const MAX_DEPTH$4 = 3;
const helm = {
	name: "HELM",
	summary: "a run folder of helm-run, or a folder of runs of one model",
	async detect(path) {
		return (await runFolders$1(parseSelection(path).file, MAX_DEPTH$4)).length > 0;
	},
	async load(path, side) {
		const faults = [];
		return {
			runs: await attempt$1(faults, async () => {
				const selection = parseSelection(path);
				const directions = directionsOf(selection, commonDirection);
				const read = [];
				for (const folder of await runFolders$1(selection.file, MAX_DEPTH$4)) await attempt$1(faults, async () => read.push(await readHelmRun(folder)));
				checkOneModel(read, selection.file);
				const model = read.map(({ digest }) => digest).sort().join();
				const found = [];
				for (const run of read) await attempt$1(faults, async () => found.push(toRun$6(run, side, model, directions)));
				return found.sort((a, b) => a.record.task < b.record.task ? -1 : 1);
			}) ?? [],
			faults
		};
	}
};
/** @throws WeighbridgeError `data` for runs of several models, as a suite has them, or of one scenario twice */
function checkOneModel(runs, file) {
	const several = (of) => new Set(runs.map(of)).size;
	if (several(({ model }) => model) <= 1 && several(({ task }) => task) === runs.length) return;
	const list = runs.map(({ folder, model }) => `  ${folder} (${model})`).join("\n");
	throw new WeighbridgeError("data", `runs of several models, or of one scenario, lie here:\n${list}`, {
		at: { file },
		fix: "name one run folder, or a folder with the runs of one model"
	});
}
const FILES = [
	"run_spec.json",
	"stats.json",
	"per_instance_stats.json"
];
/** What lacks one of these never finished. */
async function runFolders$1(path, depth) {
	if (!(await stat(path).catch(() => null))?.isDirectory()) return [];
	if (existsSync(join(path, "run_spec.json"))) return FILES.slice(1).some((file) => existsSync(join(path, file))) ? [path] : [];
	if (depth === 0) return [];
	const entries = await readdir(path, { withFileTypes: true });
	const inner = [];
	for (const { name } of entries.filter((entry) => entry.isDirectory()).sort((a, b) => a.name < b.name ? -1 : 1)) inner.push(...await runFolders$1(join(path, name), depth - 1));
	return inner;
}

// node_modules/fzstd/esm/index.mjs
var ab = ArrayBuffer;
var u8 = Uint8Array;
var u16 = Uint16Array;
var i16 = Int16Array;
var i32 = Int32Array;
var slc = function(v, s, e) {
	if (u8.prototype.slice) return u8.prototype.slice.call(v, s, e);
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	var n = new u8(e - s);
	n.set(v.subarray(s, e));
	return n;
};
var fill = function(v, n, s, e) {
	if (u8.prototype.fill) return u8.prototype.fill.call(v, n, s, e);
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	for (; s < e; ++s) v[s] = n;
	return v;
};
var cpw = function(v, t, s, e) {
	if (u8.prototype.copyWithin) return u8.prototype.copyWithin.call(v, t, s, e);
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	while (s < e) v[t++] = v[s++];
};
var ec = [
	"invalid zstd data",
	"window size too large (>2046MB)",
	"invalid block type",
	"FSE accuracy too high",
	"match distance too far back",
	"unexpected EOF"
];
var err = function(ind, msg, nt) {
	var e = new Error(msg || ec[ind]);
	e.code = ind;
	if (Error.captureStackTrace) Error.captureStackTrace(e, err);
	if (!nt) throw e;
	return e;
};
var rb = function(d, b, n) {
	var i = 0, o = 0;
	for (; i < n; ++i) o |= d[b++] << (i << 3);
	return o;
};
var b4 = function(d, b) {
	return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var rzfh = function(dat, w) {
	var n3 = dat[0] | dat[1] << 8 | dat[2] << 16;
	if (n3 == 3126568 && dat[3] == 253) {
		var flg = dat[4];
		var ss = flg >> 5 & 1, cc = flg >> 2 & 1, df = flg & 3, fcf = flg >> 6;
		if (flg & 8) err(0);
		var bt = 6 - ss;
		var db = df == 3 ? 4 : df;
		var di = rb(dat, bt, db);
		bt += db;
		var fsb = fcf ? 1 << fcf : ss;
		var fss = rb(dat, bt, fsb) + (fcf == 1 && 256);
		var ws = fss;
		if (!ss) {
			var wb = 1 << 10 + (dat[5] >> 3);
			ws = wb + (wb >> 3) * (dat[5] & 7);
		}
		if (ws > 2145386496) err(1);
		var buf = new u8((w == 1 ? fss || ws : w ? 0 : ws) + 12);
		buf[0] = 1, buf[4] = 4, buf[8] = 8;
		return {
			b: bt + fsb,
			y: 0,
			l: 0,
			d: di,
			w: w && w != 1 ? w : buf.subarray(12),
			e: ws,
			o: new i32(buf.buffer, 0, 3),
			u: fss,
			c: cc,
			m: Math.min(131072, ws)
		};
	} else if ((n3 >> 4 | dat[3] << 20) == 25481893) return b4(dat, 4) + 8;
	err(0);
};
var msb = function(val) {
	var bits = 0;
	for (; 1 << bits <= val; ++bits);
	return bits - 1;
};
var rfse = function(dat, bt, mal) {
	var tpos = (bt << 3) + 4;
	var al = (dat[bt] & 15) + 5;
	if (al > mal) err(3);
	var sz = 1 << al;
	var probs = sz, sym = -1, re = -1, i = -1, ht = sz;
	var buf = new ab(512 + (sz << 2));
	var freq = new i16(buf, 0, 256);
	var dstate = new u16(buf, 0, 256);
	var nstate = new u16(buf, 512, sz);
	var bb1 = 512 + (sz << 1);
	var syms = new u8(buf, bb1, sz);
	var nbits = new u8(buf, bb1 + sz);
	while (sym < 255 && probs > 0) {
		var bits = msb(probs + 1);
		var cbt = tpos >> 3;
		var msk = (1 << bits + 1) - 1;
		var val = (dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (tpos & 7) & msk;
		var msk1fb = (1 << bits) - 1;
		var msv = msk - probs - 1;
		var sval = val & msk1fb;
		if (sval < msv) tpos += bits, val = sval;
		else {
			tpos += bits + 1;
			if (val > msk1fb) val -= msv;
		}
		freq[++sym] = --val;
		if (val == -1) {
			probs += val;
			syms[--ht] = sym;
		} else probs -= val;
		if (!val) do {
			var rbt = tpos >> 3;
			re = (dat[rbt] | dat[rbt + 1] << 8) >> (tpos & 7) & 3;
			tpos += 2;
			sym += re;
		} while (re == 3);
	}
	if (sym > 255 || probs) err(0);
	var sympos = 0;
	var sstep = (sz >> 1) + (sz >> 3) + 3;
	var smask = sz - 1;
	for (var s = 0; s <= sym; ++s) {
		var sf = freq[s];
		if (sf < 1) {
			dstate[s] = -sf;
			continue;
		}
		for (i = 0; i < sf; ++i) {
			syms[sympos] = s;
			do
				sympos = sympos + sstep & smask;
			while (sympos >= ht);
		}
	}
	if (sympos) err(0);
	for (i = 0; i < sz; ++i) {
		var ns = dstate[syms[i]]++;
		var nb = nbits[i] = al - msb(ns);
		nstate[i] = (ns << nb) - sz;
	}
	return [tpos + 7 >> 3, {
		b: al,
		s: syms,
		n: nbits,
		t: nstate
	}];
};
var rhu = function(dat, bt) {
	var i = 0, wc = -1;
	var buf = new u8(292), hb = dat[bt];
	var hw = buf.subarray(0, 256);
	var rc = buf.subarray(256, 268);
	var ri = new u16(buf.buffer, 268);
	if (hb < 128) {
		var _a = rfse(dat, bt + 1, 6), ebt = _a[0], fdt = _a[1];
		bt += hb;
		var epos = ebt << 3;
		var lb = dat[bt];
		if (!lb) err(0);
		var st1 = 0, st2 = 0, btr1 = fdt.b, btr2 = btr1;
		var fpos = (++bt << 3) - 8 + msb(lb);
		for (;;) {
			fpos -= btr1;
			if (fpos < epos) break;
			var cbt = fpos >> 3;
			st1 += (dat[cbt] | dat[cbt + 1] << 8) >> (fpos & 7) & (1 << btr1) - 1;
			hw[++wc] = fdt.s[st1];
			fpos -= btr2;
			if (fpos < epos) break;
			cbt = fpos >> 3;
			st2 += (dat[cbt] | dat[cbt + 1] << 8) >> (fpos & 7) & (1 << btr2) - 1;
			hw[++wc] = fdt.s[st2];
			btr1 = fdt.n[st1];
			st1 = fdt.t[st1];
			btr2 = fdt.n[st2];
			st2 = fdt.t[st2];
		}
		if (++wc > 255) err(0);
	} else {
		wc = hb - 127;
		for (; i < wc; i += 2) {
			var byte = dat[++bt];
			hw[i] = byte >> 4;
			hw[i + 1] = byte & 15;
		}
		++bt;
	}
	var wes = 0;
	for (i = 0; i < wc; ++i) {
		var wt = hw[i];
		if (wt > 11) err(0);
		wes += wt && 1 << wt - 1;
	}
	var mb = msb(wes) + 1;
	var ts = 1 << mb;
	var rem = ts - wes;
	if (rem & rem - 1) err(0);
	hw[wc++] = msb(rem) + 1;
	for (i = 0; i < wc; ++i) {
		var wt = hw[i];
		++rc[hw[i] = wt && mb + 1 - wt];
	}
	var hbuf = new u8(ts << 1);
	var syms = hbuf.subarray(0, ts), nb = hbuf.subarray(ts);
	ri[mb] = 0;
	for (i = mb; i > 0; --i) {
		var pv = ri[i];
		fill(nb, i, pv, ri[i - 1] = pv + rc[i] * (1 << mb - i));
	}
	if (ri[0] != ts) err(0);
	for (i = 0; i < wc; ++i) {
		var bits = hw[i];
		if (bits) {
			var code = ri[bits];
			fill(syms, i, code, ri[bits] = code + (1 << mb - bits));
		}
	}
	return [bt, {
		n: nb,
		b: mb,
		s: syms
	}];
};
var dllt = (/*#__PURE__*/ rfse(/*#__PURE__*/ new u8([
	81,
	16,
	99,
	140,
	49,
	198,
	24,
	99,
	12,
	33,
	196,
	24,
	99,
	102,
	102,
	134,
	70,
	146,
	4
]), 0, 6))[1];
var dmlt = (/*#__PURE__*/ rfse(/*#__PURE__*/ new u8([
	33,
	20,
	196,
	24,
	99,
	140,
	33,
	132,
	16,
	66,
	8,
	33,
	132,
	16,
	66,
	8,
	33,
	68,
	68,
	68,
	68,
	68,
	68,
	68,
	68,
	36,
	9
]), 0, 6))[1];
var doct = (/*#__PURE__ */ rfse(/*#__PURE__*/ new u8([
	32,
	132,
	16,
	66,
	102,
	70,
	68,
	68,
	68,
	68,
	36,
	73,
	2
]), 0, 5))[1];
var b2bl = function(b, s) {
	var len = b.length, bl = new i32(len);
	for (var i = 0; i < len; ++i) {
		bl[i] = s;
		s += 1 << b[i];
	}
	return bl;
};
var llb = /*#__PURE__ */ new u8((/*#__PURE__ */ new i32([
	0,
	0,
	0,
	0,
	16843009,
	50528770,
	134678020,
	202050057,
	269422093
])).buffer, 0, 36);
var llbl = /*#__PURE__ */ b2bl(llb, 0);
var mlb = /*#__PURE__ */ new u8((/*#__PURE__ */ new i32([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	16843009,
	50528770,
	117769220,
	185207048,
	252579084,
	16
])).buffer, 0, 53);
var mlbl = /*#__PURE__ */ b2bl(mlb, 3);
var dhu = function(dat, out, hu) {
	var len = dat.length, ss = out.length, lb = dat[len - 1], msk = (1 << hu.b) - 1, eb = -hu.b;
	if (!lb) err(0);
	var st = 0, btr = hu.b, pos = (len << 3) - 8 + msb(lb) - btr, i = -1;
	for (; pos > eb && i < ss;) {
		var cbt = pos >> 3;
		var val = (dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (pos & 7);
		st = (st << btr | val) & msk;
		out[++i] = hu.s[st];
		pos -= btr = hu.n[st];
	}
	if (pos != eb || i + 1 != ss) err(0);
};
var dhu4 = function(dat, out, hu) {
	var bt = 6;
	var sz1 = out.length + 3 >> 2, sz2 = sz1 << 1, sz3 = sz1 + sz2;
	dhu(dat.subarray(bt, bt += dat[0] | dat[1] << 8), out.subarray(0, sz1), hu);
	dhu(dat.subarray(bt, bt += dat[2] | dat[3] << 8), out.subarray(sz1, sz2), hu);
	dhu(dat.subarray(bt, bt += dat[4] | dat[5] << 8), out.subarray(sz2, sz3), hu);
	dhu(dat.subarray(bt), out.subarray(sz3), hu);
};
var rzb = function(dat, st, out) {
	var _a;
	var bt = st.b;
	var b0 = dat[bt], btype = b0 >> 1 & 3;
	st.l = b0 & 1;
	var sz = b0 >> 3 | dat[bt + 1] << 5 | dat[bt + 2] << 13;
	var ebt = (bt += 3) + sz;
	if (btype == 1) {
		if (bt >= dat.length) return;
		st.b = bt + 1;
		if (out) {
			fill(out, dat[bt], st.y, st.y += sz);
			return out;
		}
		return fill(new u8(sz), dat[bt]);
	}
	if (ebt > dat.length) return;
	if (btype == 0) {
		st.b = ebt;
		if (out) {
			out.set(dat.subarray(bt, ebt), st.y);
			st.y += sz;
			return out;
		}
		return slc(dat, bt, ebt);
	}
	if (btype == 2) {
		var b3 = dat[bt], lbt = b3 & 3, sf = b3 >> 2 & 3;
		var lss = b3 >> 4, lcs = 0, s4 = 0;
		if (lbt < 2) {
			if (sf & 1) lss |= dat[++bt] << 4 | (sf & 2 && dat[++bt] << 12);
			else lss = b3 >> 3;
		} else {
			s4 = sf;
			if (sf < 2) lss |= (dat[++bt] & 63) << 4, lcs = dat[bt] >> 6 | dat[++bt] << 2;
			else if (sf == 2) lss |= dat[++bt] << 4 | (dat[++bt] & 3) << 12, lcs = dat[bt] >> 2 | dat[++bt] << 6;
			else lss |= dat[++bt] << 4 | (dat[++bt] & 63) << 12, lcs = dat[bt] >> 6 | dat[++bt] << 2 | dat[++bt] << 10;
		}
		++bt;
		var buf = out ? out.subarray(st.y, st.y + st.m) : new u8(st.m);
		var spl = buf.length - lss;
		if (lbt == 0) buf.set(dat.subarray(bt, bt += lss), spl);
		else if (lbt == 1) fill(buf, dat[bt++], spl);
		else {
			var hu = st.h;
			if (lbt == 2) {
				var hud = rhu(dat, bt);
				lcs += bt - (bt = hud[0]);
				st.h = hu = hud[1];
			} else if (!hu) err(0);
			(s4 ? dhu4 : dhu)(dat.subarray(bt, bt += lcs), buf.subarray(spl), hu);
		}
		var ns = dat[bt++];
		if (ns) {
			if (ns == 255) ns = (dat[bt++] | dat[bt++] << 8) + 32512;
			else if (ns > 127) ns = ns - 128 << 8 | dat[bt++];
			var scm = dat[bt++];
			if (scm & 3) err(0);
			var dts = [
				dmlt,
				doct,
				dllt
			];
			for (var i = 2; i > -1; --i) {
				var md = scm >> (i << 1) + 2 & 3;
				if (md == 1) {
					var rbuf = new u8([
						0,
						0,
						dat[bt++]
					]);
					dts[i] = {
						s: rbuf.subarray(2, 3),
						n: rbuf.subarray(0, 1),
						t: new u16(rbuf.buffer, 0, 1),
						b: 0
					};
				} else if (md == 2) _a = rfse(dat, bt, 9 - (i & 1)), bt = _a[0], dts[i] = _a[1];
				else if (md == 3) {
					if (!st.t) err(0);
					dts[i] = st.t[i];
				}
			}
			var _b = st.t = dts, mlt = _b[0], oct = _b[1], llt = _b[2];
			var lb = dat[ebt - 1];
			if (!lb) err(0);
			var spos = (ebt << 3) - 8 + msb(lb) - llt.b, cbt = spos >> 3, oubt = 0;
			var lst = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << llt.b) - 1;
			cbt = (spos -= oct.b) >> 3;
			var ost = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << oct.b) - 1;
			cbt = (spos -= mlt.b) >> 3;
			var mst = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << mlt.b) - 1;
			for (++ns; --ns;) {
				var llc = llt.s[lst];
				var lbtr = llt.n[lst];
				var mlc = mlt.s[mst];
				var mbtr = mlt.n[mst];
				var ofc = oct.s[ost];
				var obtr = oct.n[ost];
				cbt = (spos -= ofc) >> 3;
				var ofp = 1 << ofc;
				var off = ofp + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16 | dat[cbt + 3] << 24) >>> (spos & 7) & ofp - 1);
				cbt = (spos -= mlb[mlc]) >> 3;
				var ml = mlbl[mlc] + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (spos & 7) & (1 << mlb[mlc]) - 1);
				cbt = (spos -= llb[llc]) >> 3;
				var ll = llbl[llc] + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (spos & 7) & (1 << llb[llc]) - 1);
				cbt = (spos -= lbtr) >> 3;
				lst = llt.t[lst] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << lbtr) - 1);
				cbt = (spos -= mbtr) >> 3;
				mst = mlt.t[mst] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << mbtr) - 1);
				cbt = (spos -= obtr) >> 3;
				ost = oct.t[ost] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << obtr) - 1);
				if (off > 3) {
					st.o[2] = st.o[1];
					st.o[1] = st.o[0];
					st.o[0] = off -= 3;
				} else {
					var idx = off - (ll != 0);
					if (idx) {
						off = idx == 3 ? st.o[0] - 1 : st.o[idx];
						if (idx > 1) st.o[2] = st.o[1];
						st.o[1] = st.o[0];
						st.o[0] = off;
					} else off = st.o[0];
				}
				for (var i = 0; i < ll; ++i) buf[oubt + i] = buf[spl + i];
				oubt += ll, spl += ll;
				var stin = oubt - off;
				if (stin < 0) {
					var len = -stin;
					var bs = st.e + stin;
					if (len > ml) len = ml;
					for (var i = 0; i < len; ++i) buf[oubt + i] = st.w[bs + i];
					oubt += len, ml -= len, stin = 0;
				}
				for (var i = 0; i < ml; ++i) buf[oubt + i] = buf[stin + i];
				oubt += ml;
			}
			if (oubt != spl) while (spl < buf.length) buf[oubt++] = buf[spl++];
			else oubt = buf.length;
			if (out) st.y += oubt;
			else buf = slc(buf, 0, oubt);
		} else if (out) {
			st.y += lss;
			if (spl) for (var i = 0; i < lss; ++i) buf[i] = buf[spl + i];
		} else if (spl) buf = slc(buf, spl);
		st.b = ebt;
		return buf;
	}
	err(2);
};
var cct = function(bufs, ol) {
	if (bufs.length == 1) return bufs[0];
	var buf = new u8(ol);
	for (var i = 0, b = 0; i < bufs.length; ++i) {
		var chk = bufs[i];
		buf.set(chk, b);
		b += chk.length;
	}
	return buf;
};
/**
* Decompressor for Zstandard streamed data
*/
var Decompress = /* @__PURE__ */ function() {
	/**
	* Creates a Zstandard decompressor
	* @param ondata The handler for stream data
	*/
	function Decompress(ondata) {
		this.ondata = ondata;
		this.c = [];
		this.l = 0;
		this.z = 0;
	}
	/**
	* Pushes data to be decompressed
	* @param chunk The chunk of data to push
	* @param final Whether or not this is the last chunk in the stream
	*/
	Decompress.prototype.push = function(chunk, final) {
		if (typeof this.s == "number") {
			var sub = Math.min(chunk.length, this.s);
			chunk = chunk.subarray(sub);
			this.s -= sub;
		}
		var ncs = chunk.length + this.l;
		if (!this.s) {
			if (final) {
				if (!ncs) {
					this.ondata(new u8(0), true);
					return;
				}
				if (ncs < 5) err(5);
			} else if (ncs < 18) {
				this.c.push(chunk);
				this.l = ncs;
				return;
			}
			if (this.l) {
				this.c.push(chunk);
				chunk = cct(this.c, ncs);
				this.c = [];
				this.l = 0;
			}
			if (typeof (this.s = rzfh(chunk)) == "number") return this.push(chunk, final);
		}
		if (typeof this.s != "number") {
			if (ncs < (this.z || 3)) {
				if (final) err(5);
				this.c.push(chunk);
				this.l = ncs;
				return;
			}
			if (this.l) {
				this.c.push(chunk);
				chunk = cct(this.c, ncs);
				this.c = [];
				this.l = 0;
			}
			if (!this.z && ncs < (this.z = chunk[this.s.b] & 2 ? 4 : 3 + (chunk[this.s.b] >> 3 | chunk[this.s.b + 1] << 5 | chunk[this.s.b + 2] << 13))) {
				if (final) err(5);
				this.c.push(chunk);
				this.l = ncs;
				return;
			} else this.z = 0;
			for (;;) {
				var blk = rzb(chunk, this.s);
				if (!blk) {
					if (final) err(5);
					var adc = chunk.subarray(this.s.b);
					this.s.b = 0;
					this.c.push(adc), this.l += adc.length;
					return;
				} else {
					this.ondata(blk, false);
					cpw(this.s.w, 0, blk.length);
					this.s.w.set(blk, this.s.w.length - blk.length);
				}
				if (this.s.l) {
					var rest = chunk.subarray(this.s.b);
					this.s = this.s.c * 4;
					this.push(rest, final);
					return;
				}
			}
		} else if (final) err(5);
	};
	return Decompress;
}();

// node_modules/pend/index.js
var require_pend = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Pend;
	function Pend() {
		this.pending = 0;
		this.max = Infinity;
		this.listeners = [];
		this.waiting = [];
		this.error = null;
	}
	Pend.prototype.go = function(fn) {
		if (this.pending < this.max) pendGo(this, fn);
		else this.waiting.push(fn);
	};
	Pend.prototype.wait = function(cb) {
		if (this.pending === 0) cb(this.error);
		else this.listeners.push(cb);
	};
	Pend.prototype.hold = function() {
		return pendHold(this);
	};
	function pendHold(self) {
		self.pending += 1;
		var called = false;
		return onCb;
		function onCb(err) {
			if (called) throw new Error("callback called twice");
			called = true;
			self.error = self.error || err;
			self.pending -= 1;
			if (self.waiting.length > 0 && self.pending < self.max) pendGo(self, self.waiting.shift());
			else if (self.pending === 0) {
				var listeners = self.listeners;
				self.listeners = [];
				listeners.forEach(cbListener);
			}
		}
		function cbListener(listener) {
			listener(self.error);
		}
	}
	function pendGo(self, fn) {
		fn(pendHold(self));
	}
}));

// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var util = __require("util");
	var stream = __require("stream");
	var Readable = stream.Readable;
	var PassThrough = stream.PassThrough;
	var Pend = require_pend();
	var EventEmitter = __require("events").EventEmitter;
	exports.BufferSlicer = BufferSlicer;
	exports.FdSlicer = FdSlicer;
	util.inherits(FdSlicer, EventEmitter);
	function FdSlicer(fd) {
		EventEmitter.call(this);
		this.fd = fd;
		this.pend = new Pend();
		this.pend.max = 1;
		this.refCount = 0;
	}
	FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		var self = this;
		self.pend.go(function(cb) {
			fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
				cb();
				callback(err, bytesRead, buffer);
			});
		});
	};
	FdSlicer.prototype.createReadStream = function(options) {
		return new ReadStream(this, options);
	};
	FdSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	FdSlicer.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount < 0) throw new Error("invalid unref");
		if (self.refCount > 0) return;
		fs.close(self.fd, onCloseDone);
		function onCloseDone(err) {
			if (err) self.emit("error", err);
			else self.emit("close");
		}
	};
	util.inherits(ReadStream, Readable);
	function ReadStream(context, options) {
		options = options || {};
		Readable.call(this, options);
		this.context = context;
		this.context.ref();
		this.start = options.start || 0;
		this.endOffset = options.end;
		this.pos = this.start;
	}
	ReadStream.prototype._read = function(n) {
		var self = this;
		var toRead = Math.min(self._readableState.highWaterMark, n);
		if (self.endOffset != null) toRead = Math.min(toRead, self.endOffset - self.pos);
		if (toRead <= 0) {
			self.push(null);
			this._cleanup();
			return;
		}
		self.context.pend.go(function(cb) {
			var buffer = Buffer.allocUnsafe(toRead);
			fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
				if (err) self.destroy(err);
				else if (bytesRead === 0) {
					self.push(null);
					self._cleanup();
				} else {
					self.pos += bytesRead;
					self.push(buffer.slice(0, bytesRead));
				}
				cb();
			});
		});
	};
	ReadStream.prototype._destroy = function(err, cb) {
		this._cleanup();
		cb(err);
	};
	ReadStream.prototype._cleanup = function() {
		if (this.context != null) {
			this.context.unref();
			this.context = null;
		}
	};
	util.inherits(BufferSlicer, EventEmitter);
	function BufferSlicer(buffer) {
		EventEmitter.call(this);
		this.refCount = 0;
		this.buffer = buffer;
	}
	BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
		if (position < 0) throw new RangeError("position is negative: " + position);
		if (offset + length > buffer.length) length = buffer.length - offset;
		if (position + length > this.buffer.length) length = this.buffer.length - position;
		if (length <= 0) {
			setImmediate(function() {
				callback(null, 0);
			});
			return;
		}
		this.buffer.copy(buffer, offset, position, position + length);
		setImmediate(function() {
			callback(null, length);
		});
	};
	BufferSlicer.prototype.createReadStream = function(options) {
		options = options || {};
		var readStream = new PassThrough(options);
		readStream.start = options.start || 0;
		readStream.endOffset = options.end;
		readStream.pos = readStream.endOffset || this.buffer.length;
		var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
		var maxChunkSize = 65536;
		var offset = 0;
		while (true) {
			var nextOffset = offset + maxChunkSize;
			if (nextOffset >= entireSlice.length) {
				if (offset < entireSlice.length) readStream.write(entireSlice.slice(offset, entireSlice.length));
				break;
			}
			readStream.write(entireSlice.slice(offset, nextOffset));
			offset = nextOffset;
		}
		readStream.end();
		return readStream;
	};
	BufferSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	BufferSlicer.prototype.unref = function() {
		this.refCount -= 1;
		if (this.refCount < 0) throw new Error("invalid unref");
	};
}));

// node_modules/yauzl/crc32.js
var require_crc32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const CRC_TABLE = new Int32Array([
		0,
		1996959894,
		3993919788,
		2567524794,
		124634137,
		1886057615,
		3915621685,
		2657392035,
		249268274,
		2044508324,
		3772115230,
		2547177864,
		162941995,
		2125561021,
		3887607047,
		2428444049,
		498536548,
		1789927666,
		4089016648,
		2227061214,
		450548861,
		1843258603,
		4107580753,
		2211677639,
		325883990,
		1684777152,
		4251122042,
		2321926636,
		335633487,
		1661365465,
		4195302755,
		2366115317,
		997073096,
		1281953886,
		3579855332,
		2724688242,
		1006888145,
		1258607687,
		3524101629,
		2768942443,
		901097722,
		1119000684,
		3686517206,
		2898065728,
		853044451,
		1172266101,
		3705015759,
		2882616665,
		651767980,
		1373503546,
		3369554304,
		3218104598,
		565507253,
		1454621731,
		3485111705,
		3099436303,
		671266974,
		1594198024,
		3322730930,
		2970347812,
		795835527,
		1483230225,
		3244367275,
		3060149565,
		1994146192,
		31158534,
		2563907772,
		4023717930,
		1907459465,
		112637215,
		2680153253,
		3904427059,
		2013776290,
		251722036,
		2517215374,
		3775830040,
		2137656763,
		141376813,
		2439277719,
		3865271297,
		1802195444,
		476864866,
		2238001368,
		4066508878,
		1812370925,
		453092731,
		2181625025,
		4111451223,
		1706088902,
		314042704,
		2344532202,
		4240017532,
		1658658271,
		366619977,
		2362670323,
		4224994405,
		1303535960,
		984961486,
		2747007092,
		3569037538,
		1256170817,
		1037604311,
		2765210733,
		3554079995,
		1131014506,
		879679996,
		2909243462,
		3663771856,
		1141124467,
		855842277,
		2852801631,
		3708648649,
		1342533948,
		654459306,
		3188396048,
		3373015174,
		1466479909,
		544179635,
		3110523913,
		3462522015,
		1591671054,
		702138776,
		2966460450,
		3352799412,
		1504918807,
		783551873,
		3082640443,
		3233442989,
		3988292384,
		2596254646,
		62317068,
		1957810842,
		3939845945,
		2647816111,
		81470997,
		1943803523,
		3814918930,
		2489596804,
		225274430,
		2053790376,
		3826175755,
		2466906013,
		167816743,
		2097651377,
		4027552580,
		2265490386,
		503444072,
		1762050814,
		4150417245,
		2154129355,
		426522225,
		1852507879,
		4275313526,
		2312317920,
		282753626,
		1742555852,
		4189708143,
		2394877945,
		397917763,
		1622183637,
		3604390888,
		2714866558,
		953729732,
		1340076626,
		3518719985,
		2797360999,
		1068828381,
		1219638859,
		3624741850,
		2936675148,
		906185462,
		1090812512,
		3747672003,
		2825379669,
		829329135,
		1181335161,
		3412177804,
		3160834842,
		628085408,
		1382605366,
		3423369109,
		3138078467,
		570562233,
		1426400815,
		3317316542,
		2998733608,
		733239954,
		1555261956,
		3268935591,
		3050360625,
		752459403,
		1541320221,
		2607071920,
		3965973030,
		1969922972,
		40735498,
		2617837225,
		3943577151,
		1913087877,
		83908371,
		2512341634,
		3803740692,
		2075208622,
		213261112,
		2463272603,
		3855990285,
		2094854071,
		198958881,
		2262029012,
		4057260610,
		1759359992,
		534414190,
		2176718541,
		4139329115,
		1873836001,
		414664567,
		2282248934,
		4279200368,
		1711684554,
		285281116,
		2405801727,
		4167216745,
		1634467795,
		376229701,
		2685067896,
		3608007406,
		1308918612,
		956543938,
		2808555105,
		3495958263,
		1231636301,
		1047427035,
		2932959818,
		3654703836,
		1088359270,
		936918e3,
		2847714899,
		3736837829,
		1202900863,
		817233897,
		3183342108,
		3401237130,
		1404277552,
		615818150,
		3134207493,
		3453421203,
		1423857449,
		601450431,
		3009837614,
		3294710456,
		1567103746,
		711928724,
		3020668471,
		3272380065,
		1510334235,
		755167117
	]);
	function crc32(buf) {
		let crc = -1;
		for (let x of buf) crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
		return (crc ^ -1) >>> 0;
	}
	module.exports = crc32;
}));

// node_modules/yauzl/index.js
var require_yauzl = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var zlib = __require("zlib");
	var fd_slicer = require_fd_slicer();
	var util = __require("util");
	var EventEmitter = __require("events").EventEmitter;
	var Transform = __require("stream").Transform;
	var PassThrough = __require("stream").PassThrough;
	var Writable = __require("stream").Writable;
	const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
	exports.openPromise = openPromise;
	function openPromise(path, options) {
		return new Promise((resolve, reject) => {
			open(path, {
				...options,
				lazyEntries: true
			}, function(err, zipfile) {
				if (err) return reject(err);
				resolve(zipfile);
			});
		});
	}
	function open(path, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		fs.open(path, "r", function(err, fd) {
			if (err) return callback(err);
			fromFd(fd, options, function(err, zipfile) {
				if (err) fs.close(fd, defaultCallback);
				callback(err, zipfile);
			});
		});
	}
	function fromFd(fd, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = false;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		fs.fstat(fd, function(err, stats) {
			if (err) return callback(err);
			fromRandomAccessReader(new fd_slicer.FdSlicer(fd), stats.size, options, callback);
		});
	}
	function fromRandomAccessReader(reader, totalSize, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		var decodeStrings = !!options.decodeStrings;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
		if (totalSize > Number.MAX_SAFE_INTEGER) throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
		reader.ref();
		var eocdrWithoutCommentSize = 22;
		var zip64EocdlSize = 20;
		var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + 65535, totalSize);
		var buffer = newBuffer(bufferSize);
		readAndAssertNoEof(reader, buffer, 0, bufferSize, totalSize - buffer.length, function(err) {
			if (err) return callback(err);
			for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
				if (buffer.readUInt32LE(i) !== 101010256) continue;
				var eocdrBuffer = buffer.subarray(i);
				var diskNumber = eocdrBuffer.readUInt16LE(4);
				var entryCount = eocdrBuffer.readUInt16LE(10);
				var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
				var commentLength = eocdrBuffer.readUInt16LE(20);
				var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
				if (commentLength !== expectedCommentLength) return callback(/* @__PURE__ */ new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
				var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
				if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
					var zip64EocdrOffset = readUInt64LE(buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize), 8);
					var zip64EocdrBuffer = newBuffer(56);
					return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
						if (err) return callback(err);
						if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) return callback(/* @__PURE__ */ new Error("invalid zip64 end of central directory record signature"));
						diskNumber = zip64EocdrBuffer.readUInt32LE(16);
						if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
						entryCount = readUInt64LE(zip64EocdrBuffer, 32);
						centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
						return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
					});
				}
				if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
				return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
			}
			callback(/* @__PURE__ */ new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
		});
	}
	util.inherits(ZipFile, EventEmitter);
	function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
		var self = this;
		EventEmitter.call(self);
		self.reader = reader;
		self.reader.on("error", function(err) {
			emitError(self, err);
		});
		self.reader.once("close", function() {
			self.emit("close");
		});
		self.readEntryCursor = centralDirectoryOffset;
		self.fileSize = fileSize;
		self.entryCount = entryCount;
		self.comment = comment;
		self.entriesRead = 0;
		self.autoClose = !!autoClose;
		self.lazyEntries = !!lazyEntries;
		self.decodeStrings = !!decodeStrings;
		self.validateEntrySizes = !!validateEntrySizes;
		self.strictFileNames = !!strictFileNames;
		self.isOpen = true;
		self.emittedError = false;
		self.hasEachEntryBeenCalled = false;
		if (!self.lazyEntries) self._readEntry();
	}
	ZipFile.prototype.close = function() {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.reader.unref();
	};
	function emitErrorAndAutoClose(self, err) {
		if (self.autoClose) self.close();
		emitError(self, err);
	}
	function emitError(self, err) {
		if (self.emittedError) return;
		self.emittedError = true;
		self.emit("error", err);
	}
	ZipFile.prototype.readEntry = function() {
		if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
		this._readEntry();
	};
	ZipFile.prototype._readEntry = function() {
		var self = this;
		if (self.entryCount === self.entriesRead) {
			setImmediate(function() {
				if (self.autoClose) self.close();
				if (self.emittedError) return;
				self.emit("end");
			});
			return;
		}
		if (self.emittedError) return;
		var buffer = newBuffer(46);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
			if (err) return emitErrorAndAutoClose(self, err);
			if (self.emittedError) return;
			var entry = new Entry();
			var signature = buffer.readUInt32LE(0);
			if (signature !== 33639248) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
			entry.versionMadeBy = buffer.readUInt16LE(4);
			entry.versionNeededToExtract = buffer.readUInt16LE(6);
			entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
			entry.compressionMethod = buffer.readUInt16LE(10);
			entry.lastModFileTime = buffer.readUInt16LE(12);
			entry.lastModFileDate = buffer.readUInt16LE(14);
			entry.crc32 = buffer.readUInt32LE(16);
			entry.compressedSize = buffer.readUInt32LE(20);
			entry.uncompressedSize = buffer.readUInt32LE(24);
			entry.fileNameLength = buffer.readUInt16LE(28);
			entry.extraFieldLength = buffer.readUInt16LE(30);
			entry.fileCommentLength = buffer.readUInt16LE(32);
			entry.internalFileAttributes = buffer.readUInt16LE(36);
			entry.externalFileAttributes = buffer.readUInt32LE(38);
			entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
			if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("strong encryption is not supported"));
			self.readEntryCursor += 46;
			buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
			readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
				if (err) return emitErrorAndAutoClose(self, err);
				if (self.emittedError) return;
				entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
				var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
				entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
				entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
				try {
					entry.extraFields = parseExtraFields(entry.extraFieldRaw);
				} catch (err) {
					return emitErrorAndAutoClose(self, err);
				}
				if (self.decodeStrings) {
					var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
					entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
					entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
					var errorMessage = validateFileName(entry.fileName);
					if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
				} else {
					entry.fileComment = entry.fileCommentRaw;
					entry.fileName = entry.fileNameRaw;
				}
				entry.comment = entry.fileComment;
				self.readEntryCursor += buffer.length;
				self.entriesRead += 1;
				for (var i = 0; i < entry.extraFields.length; i++) {
					var extraField = entry.extraFields[i];
					if (extraField.id !== 1) continue;
					var zip64EiefBuffer = extraField.data;
					var index = 0;
					if (entry.uncompressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include uncompressed size"));
						entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.compressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include compressed size"));
						entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.relativeOffsetOfLocalHeader === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include relative header offset"));
						entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					break;
				}
				if (self.validateEntrySizes && entry.compressionMethod === 0) {
					var expectedCompressedSize = entry.uncompressedSize;
					if (entry.isEncrypted()) expectedCompressedSize += 12;
					if (entry.compressedSize !== expectedCompressedSize) {
						var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
						return emitErrorAndAutoClose(self, new Error(msg));
					}
				}
				self.emit("entry", entry);
				if (!self.lazyEntries) self._readEntry();
			});
		});
	};
	ZipFile.prototype.eachEntry = function() {
		const self = this;
		if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
		if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
		self.hasEachEntryBeenCalled = true;
		let pendingResolveReject = null;
		self.on("entry", onEntry);
		self.on("end", onEnd);
		self.on("error", onError);
		function cleanup() {
			self.removeListener("entry", onEntry);
			self.removeListener("end", onEnd);
			self.removeListener("error", onError);
			if (self.autoClose) self.close();
		}
		function onEntry(entry) {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			resolve({ value: entry });
		}
		function onEnd() {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			resolve({ done: true });
		}
		function onError(err) {
			let { reject } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			reject(err);
		}
		return {
			[Symbol.asyncIterator]() {
				return this;
			},
			next() {
				const promise = new Promise((resolve, reject) => {
					if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
					pendingResolveReject = {
						resolve,
						reject
					};
				});
				self.readEntry();
				return promise;
			},
			return(value) {
				cleanup();
				return Promise.resolve({
					done: true,
					value
				});
			},
			throw(value) {
				cleanup();
				return Promise.reject(value);
			}
		};
	};
	ZipFile.prototype.openReadStream = function(entry, options, callback) {
		var self = this;
		var relativeStart = 0;
		var relativeEnd = entry.compressedSize;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		else {
			if (options.decodeFileData === false) {
				if (options.decrypt != null) throw new Error("cannot use options.decrypt when options.decodeFileData === false");
				if (options.decompress != null) throw new Error("cannot use options.decompress when options.decodeFileData === false");
			} else {
				if (options.decrypt != null) {
					if (!entry.isEncrypted()) throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
					if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
					if (entry.isCompressed()) {
						if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
					}
				}
				if (options.decompress != null) {
					if (!entry.isCompressed()) throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
					if (!(options.decompress === false || options.decompress === true)) throw new Error("invalid options.decompress value: " + options.decompress);
					decompress = options.decompress;
				}
			}
			if (options.start != null) {
				relativeStart = options.start;
				if (relativeStart < 0) throw new Error("options.start < 0");
				if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
			}
			if (options.end != null) {
				relativeEnd = options.end;
				if (relativeEnd < 0) throw new Error("options.end < 0");
				if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
				if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
			}
		}
		var rawMode = options.decodeFileData === false || (entry.compressionMethod === 0 || entry.compressionMethod === 8 && options.decompress === false) && (!entry.isEncrypted() || options.decrypt === false);
		if (options.start != null || options.end != null) {
			if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
		}
		if (!self.isOpen) return callback(/* @__PURE__ */ new Error("closed"));
		if (entry.isEncrypted() && !rawMode) {
			if (options.decrypt !== false) return callback(/* @__PURE__ */ new Error("entry is encrypted, and options.decodeFileData !== false"));
		}
		var decompress;
		if (rawMode) decompress = false;
		else if (entry.compressionMethod === 8) decompress = options.decodeFileData !== true;
		else return callback(/* @__PURE__ */ new Error("unsupported compression method: " + entry.compressionMethod));
		self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
			if (err) return callback(err);
			self.openReadStreamLowLevel(localFileHeader.fileDataStart, entry.compressedSize, relativeStart, relativeEnd, decompress, entry.uncompressedSize, callback);
		});
	};
	ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
		var self = this;
		fileDataStart + compressedSize;
		var readStream = self.reader.createReadStream({
			start: fileDataStart + relativeStart,
			end: fileDataStart + relativeEnd
		});
		var endpointStream = readStream;
		if (decompress) {
			var destroyed = false;
			var inflateFilter = zlib.createInflateRaw();
			readStream.on("error", function(err) {
				setImmediate(function() {
					if (!destroyed) inflateFilter.emit("error", err);
				});
			});
			readStream.pipe(inflateFilter);
			if (self.validateEntrySizes) {
				endpointStream = new AssertByteCountStream(uncompressedSize);
				inflateFilter.on("error", function(err) {
					setImmediate(function() {
						if (!destroyed) endpointStream.emit("error", err);
					});
				});
				inflateFilter.pipe(endpointStream);
			} else endpointStream = inflateFilter;
			installDestroyFn(endpointStream, function() {
				destroyed = true;
				if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
				readStream.unpipe(inflateFilter);
				readStream.destroy();
			});
		}
		callback(null, endpointStream);
	};
	ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
		var self = this;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		self.reader.ref();
		var buffer = newBuffer(30);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
			try {
				if (err) return callback(err);
				var signature = buffer.readUInt32LE(0);
				if (signature !== 67324752) return callback(/* @__PURE__ */ new Error("invalid local file header signature: 0x" + signature.toString(16)));
				var fileNameLength = buffer.readUInt16LE(26);
				var extraFieldLength = buffer.readUInt16LE(28);
				var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
				if (fileDataStart + entry.compressedSize > self.fileSize) return callback(/* @__PURE__ */ new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
				if (options.minimal) return callback(null, { fileDataStart });
				var localFileHeader = new LocalFileHeader();
				localFileHeader.fileDataStart = fileDataStart;
				localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
				localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
				localFileHeader.compressionMethod = buffer.readUInt16LE(8);
				localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
				localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
				localFileHeader.crc32 = buffer.readUInt32LE(14);
				localFileHeader.compressedSize = buffer.readUInt32LE(18);
				localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
				localFileHeader.fileNameLength = fileNameLength;
				localFileHeader.extraFieldLength = extraFieldLength;
				buffer = newBuffer(fileNameLength + extraFieldLength);
				self.reader.ref();
				readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
					try {
						if (err) return callback(err);
						localFileHeader.fileName = buffer.subarray(0, fileNameLength);
						localFileHeader.extraField = buffer.subarray(fileNameLength);
						return callback(null, localFileHeader);
					} finally {
						self.reader.unref();
					}
				});
			} finally {
				self.reader.unref();
			}
		});
	};
	ZipFile.prototype.openReadStreamPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.openReadStream(entry, options, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
		return new Promise((resolve, reject) => {
			this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
				if (err) return reject(err);
				resolve(localFileHeader);
			});
		});
	};
	function Entry() {}
	Entry.prototype.getLastModDate = function(options) {
		if (options == null) options = {};
		if (!options.forceDosFormat) for (var i = 0; i < this.extraFields.length; i++) {
			var extraField = this.extraFields[i];
			if (extraField.id === 21589) {
				var data = extraField.data;
				if (data.length < 5) continue;
				if (!(data[0] & 1)) continue;
				var posixTimestamp = data.readInt32LE(1);
				return /* @__PURE__ */ new Date(posixTimestamp * 1e3);
			} else if (extraField.id === 10) {
				var data = extraField.data;
				if (data.length !== 32) continue;
				if (data.readUInt16LE(4) !== 1) continue;
				if (data.readUInt16LE(6) !== 24) continue;
				var millisecondsSince1970 = (data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12)) / 1e4 - 0xa9730b66800;
				return new Date(millisecondsSince1970);
			}
		}
		return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
	};
	Entry.prototype.canDecodeFileData = function() {
		return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
	};
	Entry.prototype.isEncrypted = function() {
		return (this.generalPurposeBitFlag & 1) !== 0;
	};
	Entry.prototype.isCompressed = function() {
		return this.compressionMethod === 8;
	};
	function LocalFileHeader() {}
	function dosDateTimeToDate(date, time, timezone) {
		var day = date & 31;
		var month = (date >> 5 & 15) - 1;
		var year = (date >> 9 & 127) + 1980;
		var millisecond = 0;
		var second = (time & 31) * 2;
		var minute = time >> 5 & 63;
		var hour = time >> 11 & 31;
		if (timezone == null || timezone === "local") return new Date(year, month, day, hour, minute, second, millisecond);
		else if (timezone === "UTC") return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
		else throw new Error("unrecognized options.timezone: " + options.timezone);
	}
	function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
		var fileName = null;
		for (var i = 0; i < extraFields.length; i++) {
			var extraField = extraFields[i];
			if (extraField.id === 28789) {
				if (extraField.data.length < 6) continue;
				if (extraField.data.readUInt8(0) !== 1) continue;
				var oldNameCrc32 = extraField.data.readUInt32LE(1);
				if (crc32(fileNameBuffer) !== oldNameCrc32) continue;
				fileName = decodeBuffer(extraField.data.subarray(5), true);
				break;
			}
		}
		if (fileName == null) fileName = decodeBuffer(fileNameBuffer, (generalPurposeBitFlag & 2048) !== 0);
		if (!strictFileNames) fileName = fileName.replace(/\\/g, "/");
		return fileName;
	}
	function validateFileName(fileName) {
		if (fileName.indexOf("\\") !== -1) return "invalid characters in fileName: " + fileName;
		if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) return "absolute path: " + fileName;
		if (fileName.split("/").indexOf("..") !== -1) return "invalid relative path: " + fileName;
		return null;
	}
	function parseExtraFields(extraFieldBuffer) {
		var extraFields = [];
		var i = 0;
		while (i < extraFieldBuffer.length - 3) {
			var headerId = extraFieldBuffer.readUInt16LE(i + 0);
			var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
			var dataStart = i + 4;
			var dataEnd = dataStart + dataSize;
			if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
			var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
			extraFields.push({
				id: headerId,
				data: dataBuffer
			});
			i = dataEnd;
		}
		return extraFields;
	}
	function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
		if (length === 0) return setImmediate(function() {
			callback(null, newBuffer(0));
		});
		reader.read(buffer, offset, length, position, function(err, bytesRead) {
			if (err) return callback(err);
			if (bytesRead < length) return callback(/* @__PURE__ */ new Error("unexpected EOF"));
			callback();
		});
	}
	util.inherits(AssertByteCountStream, Transform);
	function AssertByteCountStream(byteCount) {
		Transform.call(this);
		this.actualByteCount = 0;
		this.expectedByteCount = byteCount;
	}
	AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
		this.actualByteCount += chunk.length;
		if (this.actualByteCount > this.expectedByteCount) {
			var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb(null, chunk);
	};
	AssertByteCountStream.prototype._flush = function(cb) {
		if (this.actualByteCount < this.expectedByteCount) {
			var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb();
	};
	util.inherits(RandomAccessReader, EventEmitter);
	function RandomAccessReader() {
		EventEmitter.call(this);
		this.refCount = 0;
	}
	RandomAccessReader.prototype.ref = function() {
		this.refCount += 1;
	};
	RandomAccessReader.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount > 0) return;
		if (self.refCount < 0) throw new Error("invalid unref");
		self.close(onCloseDone);
		function onCloseDone(err) {
			if (err) return self.emit("error", err);
			self.emit("close");
		}
	};
	RandomAccessReader.prototype.createReadStream = function(options) {
		if (options == null) options = {};
		var start = options.start;
		var end = options.end;
		if (start === end) {
			var emptyStream = new PassThrough();
			setImmediate(function() {
				emptyStream.end();
			});
			return emptyStream;
		}
		var stream = this._readStreamForRange(start, end);
		var destroyed = false;
		var refUnrefFilter = new RefUnrefFilter(this);
		stream.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) refUnrefFilter.emit("error", err);
			});
		});
		installDestroyFn(refUnrefFilter, function() {
			stream.unpipe(refUnrefFilter);
			refUnrefFilter.unref();
			stream.destroy();
		});
		var byteCounter = new AssertByteCountStream(end - start);
		refUnrefFilter.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) byteCounter.emit("error", err);
			});
		});
		installDestroyFn(byteCounter, function() {
			destroyed = true;
			refUnrefFilter.unpipe(byteCounter);
			refUnrefFilter.destroy();
		});
		return stream.pipe(refUnrefFilter).pipe(byteCounter);
	};
	RandomAccessReader.prototype._readStreamForRange = function(start, end) {
		throw new Error("not implemented");
	};
	RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
		var readStream = this.createReadStream({
			start: position,
			end: position + length
		});
		var writeStream = new Writable();
		var written = 0;
		writeStream._write = function(chunk, encoding, cb) {
			chunk.copy(buffer, offset + written, 0, chunk.length);
			written += chunk.length;
			cb();
		};
		writeStream.on("finish", callback);
		readStream.on("error", function(error) {
			callback(error);
		});
		readStream.pipe(writeStream);
	};
	RandomAccessReader.prototype.close = function(callback) {
		setImmediate(callback);
	};
	util.inherits(RefUnrefFilter, PassThrough);
	function RefUnrefFilter(context) {
		PassThrough.call(this);
		this.context = context;
		this.context.ref();
		this.unreffedYet = false;
	}
	RefUnrefFilter.prototype._flush = function(cb) {
		this.unref();
		cb();
	};
	RefUnrefFilter.prototype.unref = function(cb) {
		if (this.unreffedYet) return;
		this.unreffedYet = true;
		this.context.unref();
	};
	var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xA0";
	function decodeBuffer(buffer, isUtf8) {
		if (isUtf8) return buffer.toString("utf8");
		else {
			var result = "";
			for (var i = 0; i < buffer.length; i++) result += cp437[buffer[i]];
			return result;
		}
	}
	function readUInt64LE(buffer, offset) {
		var lower32 = buffer.readUInt32LE(offset);
		return buffer.readUInt32LE(offset + 4) * 4294967296 + lower32;
	}
	var newBuffer;
	if (typeof Buffer.allocUnsafe === "function") newBuffer = function(len) {
		return Buffer.allocUnsafe(len);
	};
	else newBuffer = function(len) {
		return new Buffer(len);
	};
	function installDestroyFn(stream, fn) {
		if (typeof stream.destroy === "function") stream._destroy = function(err, cb) {
			fn();
			if (cb != null) cb(err);
		};
		else stream.destroy = fn;
	}
	function defaultCallback(err) {
		if (err) throw err;
	}
}));

// src/importers/inspect/archive.ts
var import_yauzl = require_yauzl();
/** One member holds one sample with all its events; a larger one is no sample but a bomb. */
const MOST_BYTES = 268435456;
const MOST_ENTRIES = 2e6;
const STORED = 0;
const DEFLATE = 8;
/** What Inspect writes since 0.3.206; zlib of Node 20 does not know it. */
const ZSTD = 93;
/** Members of a ZIP archive by name; of two with one name the later counts. Nothing of it is ever written to a disk. */
var Archive = class Archive {
	file;
	#zip;
	#entries;
	constructor(file, zip, entries) {
		this.file = file;
		this.#zip = zip;
		this.#entries = entries;
	}
	/** @throws WeighbridgeError `data` for what is no whole archive */
	static async open(file) {
		return guarded(file, async () => {
			const zip = await (0, import_yauzl.openPromise)(file, { autoClose: false });
			try {
				if (zip.entryCount > MOST_ENTRIES) throw new Error(`${zip.entryCount} members`);
				const entries = /* @__PURE__ */ new Map();
				for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
				return new Archive(file, zip, entries);
			} catch (error) {
				zip.close();
				throw error;
			}
		});
	}
	get names() {
		return this.#entries.keys();
	}
	has(name) {
		return this.#entries.has(name);
	}
	/** @throws WeighbridgeError `data` for a member that is not there, cannot be unpacked, or is too large */
	async text(name) {
		const entry = this.#entries.get(name);
		if (entry === void 0) throw new WeighbridgeError("data", `the archive has no ${name}`, { at: { file: this.file } });
		return guarded(`${this.file}: ${name}`, async () => {
			if (Math.max(entry.uncompressedSize, entry.compressedSize) > MOST_BYTES) throw new Error(`larger than ${MOST_BYTES / 1024 / 1024} MiB`);
			const parts = [];
			const stream = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false });
			for await (const part of stream) parts.push(part);
			const bytes = unpack(Buffer.concat(parts), entry);
			if (bytes.length !== entry.uncompressedSize) throw new Error("not of the size that the archive says");
			return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		});
	}
	close() {
		this.#zip.close();
	}
};
function unpack(bytes, { compressionMethod, uncompressedSize }) {
	switch (compressionMethod) {
		case STORED: return bytes;
		case DEFLATE: return inflateRawSync(bytes, { maxOutputLength: Math.max(1, uncompressedSize) });
		case ZSTD: return inflateZstd(bytes, uncompressedSize);
		default: throw new Error(`compressed by method ${compressionMethod}, which is not known`);
	}
}
/** By its stream, since the other function of the library fails on several frames, which large members have. */
function inflateZstd(bytes, size) {
	const parts = [];
	let length = 0;
	new Decompress((part) => {
		length += part.length;
		if (length > size) throw new Error("larger than the archive says");
		parts.push(part);
	}).push(bytes, true);
	return Buffer.concat(parts, length);
}
async function guarded(what, work) {
	try {
		return await work();
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		throw new WeighbridgeError("data", `cannot be unpacked: ${messageOf(cause)}`, {
			at: { file: what },
			fix: "evaluate again, or copy the log again: it is torn or not what it should be",
			cause
		});
	}
}

// src/importers/inspect/header.ts
const values$2 = record(string(), unknown());
const count$1 = int().min(0);
const score = object({
	name: string(),
	scorer: string().nullish(),
	reducer: string().nullish(),
	scored_samples: count$1.nullish(),
	params: unknown().optional(),
	metrics: record(string(), object({
		name: string(),
		value: unknown().optional(),
		group: string().nullish()
	}))
});
/** Of an Inspect log, without its samples, only what is read here. Numbers may be NaN. */
const schema$1 = object({
	status: _enum([
		"started",
		"success",
		"cancelled",
		"error"
	]),
	invalidated: boolean().default(false),
	eval: object({
		task: string().min(1),
		task_version: union([number(), string()]).nullish(),
		task_args: unknown().optional(),
		created: string().nullish(),
		model: string(),
		model_args: unknown().optional(),
		model_generate_config: values$2.nullish(),
		dataset: object({
			name: string().nullish(),
			samples: count$1.nullish(),
			sample_ids: array(union([string(), number()])).nullish(),
			shuffled: boolean().nullish()
		}),
		config: object({
			limit: unknown().optional(),
			epochs: int().min(1).nullish(),
			epochs_reducer: array(string()).nullish(),
			sample_id: unknown().optional()
		}),
		packages: record(string(), unknown()).default({}),
		scorers: unknown().optional()
	}),
	plan: object({
		steps: unknown().optional(),
		config: values$2.nullish()
	}).nullish(),
	results: object({
		total_samples: count$1,
		completed_samples: count$1,
		scores: array(score).nullish(),
		scorer: object({
			name: string(),
			params: unknown().optional()
		}).nullish(),
		metrics: score.shape.metrics.nullish()
	}).nullish(),
	error: object({ message: string() }).nullish()
});
/** @throws WeighbridgeError `data` for what is no log, or of a run that did not go to its end */
function parseHeader(value, file) {
	const parsed = schema$1.safeParse(value);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw new WeighbridgeError("data", `not a log of Inspect: ${issue?.message ?? ""}`, {
			at: {
				file,
				key: (issue?.path ?? []).join(".")
			},
			cause: parsed.error
		});
	}
	const { results, ...log } = parsed.data;
	const fail = (message, fix) => {
		throw new WeighbridgeError("data", message, {
			at: { file },
			fix
		});
	};
	const again = "finish it (`inspect eval-retry`), or evaluate again";
	if (log.status !== "success" || !results) {
		const why = log.error ? `: ${log.error.message.slice(0, 200)}` : "";
		return fail(`the run did not finish, its status is ${log.status}${why}`, again);
	}
	if (log.invalidated) return fail("the log was marked as invalid", "evaluate again");
	const { scores, scorer, metrics, total_samples: total, completed_samples: completed } = results;
	const single = scorer && metrics ? [{
		name: scorer.name,
		params: scorer.params,
		metrics
	}] : [];
	const own = scores ?? single;
	if (own.length === 0) return fail("nothing was scored", "score the log: `inspect score`");
	return {
		...log,
		total,
		completed,
		epochs: log.eval.config.epochs ?? 1,
		scores: own
	};
}

// src/importers/inspect/log.ts
const MAGIC = "PK";
/** A log begins so in both forms; whole ones are too large to be parsed for this. */
const JSON_LOG = /^\s*\{\s*(?:"version"\s*:\s*\d+\s*,\s*)?"status"\s*:\s*"(?:started|success|cancelled|error)"\s*,\s*"eval"\s*:\s*\{/;
/** The first member that Inspect writes into an archive; its name stands after 30 bytes, even where the end is lost. */
const FIRST_MEMBER = "_journal/start.json";
async function isLog(file) {
	const head = await headOf(file);
	if (head === null) return false;
	return head.startsWith(MAGIC) ? head.slice(0, 200).includes(FIRST_MEMBER) : JSON_LOG.test(head);
}
/** @throws WeighbridgeError `data` for a log that cannot be read, or of a run that did not finish */
async function readLog(file) {
	return (await headOf(file))?.startsWith(MAGIC) ? readArchive(file) : readJsonLog(file);
}
async function readJsonLog(file) {
	const { value } = await readJson(file);
	const { samples, reductions: _reductions, ...rest } = isObject(value) ? value : {};
	const list = Array.isArray(samples) ? samples.filter(isObject) : [];
	const byId = /* @__PURE__ */ new Map();
	for (const sample of list) byId.set(String(sample.id), [...byId.get(String(sample.id)) ?? [], sample]);
	return {
		file,
		header: parseHeader(rest, file),
		digest: digest(rest),
		count: list.length,
		async *samples() {
			yield* byId.values();
		}
	};
}
const HEADER = "header.json";
const SAMPLE = /^samples\/(.+)_epoch_\d+\.json$/;
/** A large sample in chunks (log/_recorders/chunked/format.py), which is not read. */
const CHUNKED = /^samples\/.+_epoch_\d+\/sample\.json$/;
async function readArchive(file) {
	const archive = await Archive.open(file);
	try {
		if (!archive.has(HEADER)) throw new WeighbridgeError("data", "the run was stopped, or is still going", {
			at: { file },
			fix: "finish it (`inspect eval-retry`), or evaluate again"
		});
		const header = parseJson(await archive.text(HEADER), {
			file,
			key: HEADER
		});
		const byId = /* @__PURE__ */ new Map();
		let count = 0;
		for (const name of archive.names) {
			if (CHUNKED.test(name)) throw new WeighbridgeError("data", `the sample ${name} is stored in chunks`, {
				at: { file },
				fix: "write the log again with one member a sample: `inspect log convert --to eval`"
			});
			const id = SAMPLE.exec(name)?.[1];
			if (id === void 0) continue;
			byId.set(id, [...byId.get(id) ?? [], name]);
			count += 1;
		}
		return {
			file,
			header: parseHeader(header, file),
			digest: digest(header),
			count,
			samples: () => membersOf(file, [...byId.values()])
		};
	} finally {
		archive.close();
	}
}
async function* membersOf(file, groups) {
	const archive = await Archive.open(file);
	try {
		for (const names of groups) {
			const epochs = [];
			for (const name of names) epochs.push(parseSample(await archive.text(name), file, name));
			yield epochs;
		}
	} finally {
		archive.close();
	}
}
function parseSample(text, file, name) {
	const value = parseJson(text, {
		file,
		key: name
	});
	if (isObject(value)) return value;
	throw new WeighbridgeError("data", "a sample must be an object", { at: {
		file,
		key: name
	} });
}

// src/importers/inspect/scores.ts
/** What letters and words of a score count as (value_to_float of inspect_ai/scorer/_metric.py). */
const WORDS$1 = /* @__PURE__ */ new Map([
	["C", 1],
	["P", .5],
	["I", 0],
	["N", 0]
]);
const TRUTHS = /* @__PURE__ */ new Map([
	["yes", 1],
	["true", 1],
	["no", 0],
	["false", 0]
]);
/** The number that a value counts as; NaN is Inspect's sign of no score. What Inspect itself takes for 0 with a warning is none. */
function numberOf$1(value) {
	if (typeof value === "number") return value;
	if (typeof value === "boolean") return Number(value);
	if (typeof value !== "string") return NaN;
	const word = WORDS$1.get(value) ?? TRUTHS.get(value.toLowerCase());
	if (word !== void 0) return word;
	return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value.trim()) ? Number(value) : NaN;
}
/** One epoch's value of a score, which is a scorer's, or of one key of what a scorer gives. */
function ownValue(scores, name, scorer) {
	if (!isObject(scores)) return void 0;
	const own = scores[scorer] ?? scores[name];
	const value = isObject(own) ? own.value : void 0;
	return isObject(value) ? value[name] : value;
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sorted = (values) => values.toSorted((a, b) => a - b);
const PLAIN = {
	mean,
	median: (values) => {
		const middle = (values.length - 1) / 2;
		const inOrder = sorted(values);
		return mean([inOrder[Math.floor(middle)] ?? NaN, inOrder[Math.ceil(middle)] ?? NaN]);
	},
	/** Of equally common ones the first. */
	mode: (values) => {
		const count = (value) => values.filter((other) => other === value).length;
		return values.reduce((best, value) => count(value) > count(best) ? value : best);
	},
	max: (values) => Math.max(...values)
};
/** Binomial coefficient. */
const choose = (n, k) => k > n ? 0 : Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
const correct = (values) => values.filter((value) => value >= 1).length;
/** Those with a number of epochs (inspect_ai/scorer/_reducer): at least k right, one of k drawn right, all of k drawn right. */
const COUNTED = [
	[/^at_least_(\d+)$/, (values, k) => Number(correct(values) >= k)],
	[/^pass_at_(\d+)$/, (values, k) => values.length < k ? NaN : 1 - choose(values.length - correct(values), k) / choose(values.length, k)],
	[/^pass_k_(\d+)$/, (values, k) => values.length < k ? NaN : choose(correct(values), k) / choose(values.length, k)]
];
/** How the epochs of a sample become one number; null for a reducer that is not known. */
function reducerOf(name) {
	if (Object.hasOwn(PLAIN, name)) return PLAIN[name] ?? null;
	for (const [pattern, reduce] of COUNTED) {
		const k = Number(pattern.exec(name)?.[1]);
		if (k > 0) return (values) => reduce(values, k);
	}
	return null;
}
/** Epochs without a score take no part; a sample without any has none. */
function reduceScores(values, reduce, why) {
	const scored = values.filter((value) => !Number.isNaN(value));
	const value = scored.length === 0 ? NaN : reduce(scored);
	return Number.isFinite(value) ? value : { unscored: why };
}

// src/importers/inspect/run.ts
/** Metrics of Inspect that are the mean over samples. */
const MEANS = ["accuracy", "mean"];
/**
* A log as a run. Epochs of a sample become one score, as its reducer says.
* @param model stands for all logs of one model
* @throws WeighbridgeError `data`
*/
function toRun$5(log, side, model, directions) {
	const { file, header } = log;
	const judged = header.scores.map((own) => judge(log, own, directions));
	const metrics = judged.map(({ metric }) => metric);
	const planned = header.total / header.epochs;
	const described = {
		side,
		task: header.eval.task,
		metrics,
		fingerprint: fingerprintOf$4(header),
		model: unidentifiedModel(`${header.eval.model}, by logs of Inspect`, model),
		...typeof header.eval.created === "string" ? { started: header.eval.created } : {}
	};
	if (log.count === 0) return foreignRun(file, {
		...described,
		planned: 0,
		aggregates: judged.map((each) => aggregate(each, header))
	}, none$2);
	if (log.count !== header.total) throw new WeighbridgeError("data", `${log.count} samples, and the run evaluated ${header.total}`, {
		at: { file },
		fix: "keep the whole log"
	});
	const checked = () => checkWhile({
		task: header.eval.task,
		metrics,
		samples: samplesOf$5(log, judged)
	}, judged.map(({ metric, value }) => ({
		metric: metric.name,
		value
	})), ({ metric }) => ({
		file,
		key: `results.scores.${metric}`
	}));
	return foreignRun(file, {
		...described,
		planned
	}, async function* () {
		for await (const sample of checked()) yield {
			sample,
			at: {
				file,
				key: sample.id
			}
		};
	});
}
async function* none$2() {}
function judge({ file, header }, own, directions) {
	const at = {
		file,
		key: `results.scores.${own.name}`
	};
	const reducer = own.reducer ?? header.eval.config.epochs_reducer?.[0] ?? "mean";
	const several = header.scores.filter(({ name }) => name === own.name).length > 1;
	const scorers = header.scores.filter((other) => other.name === own.name && other.reducer === own.reducer);
	const base = scorers.length > 1 ? `${own.scorer}.${own.name}` : own.name;
	const name = several && scorers.length === 1 ? `${base}_${reducer}` : base;
	const mean = MEANS.map((each) => own.metrics[each]).find((each) => each !== void 0 && !each.group);
	if (mean === void 0) throw new WeighbridgeError("data", `${name} is no mean over samples`, {
		at,
		fix: "add the metric accuracy() or mean() to the scorer, and score the log again"
	});
	const reduce = reducerOf(reducer);
	if (reduce === null) throw new WeighbridgeError("data", `epochs of ${name} are reduced by ${reducer}, which is not known`, { at });
	const direction = own.metrics.accuracy === void 0 ? directions(name) : "higher_is_better";
	if (direction === null) throw new WeighbridgeError("data", `nobody says which way ${name} is better`, {
		at,
		fix: sayDirection(file, name)
	});
	const stderr = own.metrics.stderr?.value;
	return {
		own,
		metric: meanMetric(name, direction, own.metrics.accuracy === void 0 ? "number" : "rate"),
		reduce,
		value: typeof mean.value === "number" ? mean.value : NaN,
		stderr: typeof stderr === "number" && Number.isFinite(stderr) ? stderr : null
	};
}
/** Of fewer than two samples Inspect writes a standard error of 0. */
function aggregate({ own, metric, value, stderr }, { completed, epochs }) {
	const n = own.scored_samples ?? completed / epochs;
	return {
		metric: metric.name,
		value,
		stderr: n < 2 ? null : stderr,
		n: n || null
	};
}
async function* samplesOf$5({ header, samples }, judged) {
	const order = new Map((header.eval.dataset.sample_ids ?? []).map((id, index) => [String(id), index]));
	let number = 0;
	for await (const epochs of samples()) {
		const [first = {}] = epochs;
		const id = String(first.id);
		const output = outputOf$1(first.output);
		yield {
			id: idFrom(id),
			index: order.get(id) ?? number,
			input_digest: digest([first.input, first.choices]),
			target_digest: digest(first.target),
			scores: Object.fromEntries(judged.map((each) => [each.metric.name, scoreOf$6(epochs, each)])),
			...output === void 0 ? {} : { output }
		};
		number += 1;
	}
}
function scoreOf$6(epochs, { own, reduce }) {
	const values = epochs.map((epoch) => epoch.invalidation ? NaN : numberOf$1(ownValue(epoch.scores, own.name, own.scorer ?? own.name)));
	return reduceScores(values, reduce, whyUnscored$1(epochs));
}
function whyUnscored$1(epochs) {
	if (epochs.some(({ invalidation }) => invalidation)) return "invalidated";
	const error = epochs.map((epoch) => epoch.error).find(isObject);
	return error === void 0 ? "not scored" : `error: ${String(error.message).slice(0, 200)}`;
}
/** The answer's text; a message may consist of parts. */
function outputOf$1(output) {
	const choice = isObject(output) && Array.isArray(output.choices) ? output.choices[0] : void 0;
	const content = isObject(choice) && isObject(choice.message) ? choice.message.content : void 0;
	if (typeof content === "string") return content;
	if (!Array.isArray(content)) return void 0;
	return content.flatMap((part) => isObject(part) && typeof part.text === "string" ? part.text : []).join("\n");
}
/** Settings of the connection, which change no answer. */
const NO_SETTINGS = [
	"max_connections",
	"max_retries",
	"timeout",
	"attempt_timeout",
	"cache",
	"batch"
];
function fingerprintOf$4({ eval: own, plan, scores }) {
	const settings = {
		...own.model_generate_config,
		...plan?.config
	};
	const generation = Object.fromEntries(Object.entries(settings).filter(([key]) => !NO_SETTINGS.includes(key)));
	const { name, samples, sample_ids, shuffled } = own.dataset;
	const { limit, sample_id, epochs, epochs_reducer } = own.config;
	return {
		dataset: digest({
			name,
			samples,
			sample_ids,
			shuffled
		}),
		prompt: digest({
			steps: plan?.steps,
			args: own.task_args
		}),
		generation: brief$1({
			...generation,
			epochs,
			epochs_reducer
		}),
		scorers: brief$1(own.scorers ?? scores.map((score) => ({
			name: score.name,
			params: score.params
		}))),
		task_version: own.task_version ?? null,
		limit: limit === void 0 && sample_id === void 0 ? null : brief$1(limit ?? sample_id ?? null),
		engine: own.model.includes("/") ? own.model.split("/")[0] ?? null : null,
		harness: "inspect_ai",
		harness_version: String(own.packages.inspect_ai ?? "unknown"),
		seed: typeof generation.seed === "number" ? generation.seed : null
	};
}

// src/importers/inspect/importer.ts
const inspect = {
	name: "Inspect",
	summary: "a log, .eval or .json, or a folder of logs of one model",
	async detect(path) {
		return (await logsIn(parseSelection(path).file)).length > 0;
	},
	async load(path, side) {
		const faults = [];
		return {
			runs: await attempt$1(faults, async () => {
				const selection = parseSelection(path);
				const directions = directionsOf(selection, knownDirection);
				const logs = [];
				for (const file of await logsIn(selection.file)) await attempt$1(faults, async () => logs.push(await readLog(file)));
				const models = modelsOf(logs);
				const found = [];
				for (const log of logs) await attempt$1(faults, async () => {
					checkOnce$1(log, logs);
					found.push(toRun$5(log, side, models.get(log.header.eval.model) ?? log.digest, directions));
				});
				return found.sort((a, b) => a.record.task < b.record.task ? -1 : 1);
			}) ?? [],
			faults
		};
	}
};
/** Scorers of Inspect itself; which way others are better only their authors know. */
const knownDirection = (metric) => /^(match|includes|pattern|answer|choice|exact|f1|math|perplexity_choice|model_graded_(qa|fact))$/.test(metric) ? "higher_is_better" : null;
/** One model's logs of a folder stand for one model; the logs do not say which weights it had. */
function modelsOf(logs) {
	const names = new Set(logs.map(({ header }) => header.eval.model));
	return new Map([...names].map((name) => {
		const own = logs.filter(({ header }) => header.eval.model === name).map((log) => log.digest);
		return [name, digest(own.sort())];
	}));
}
/** @throws WeighbridgeError `data` for a task that two logs have, since the newer need not be the one that is meant */
function checkOnce$1(log, logs) {
	const { task } = log.header.eval;
	const same = logs.filter(({ header }) => header.eval.task === task);
	if (same.length === 1) return;
	throw new WeighbridgeError("data", `${same.length} logs of the task ${JSON.stringify(task)} lie here:\n${same.map(({ file }) => `  ${file}`).join("\n")}`, {
		at: { file: log.file },
		fix: "name one of these files instead of the folder"
	});
}
async function logsIn(path) {
	const found = await stat(path).catch(() => null);
	if (found === null) return [];
	const files = found.isDirectory() ? await filesIn(path) : [path];
	const logs = [];
	for (const file of files) if (await isLog(file)) logs.push(file);
	return logs;
}
async function filesIn(folder) {
	return (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile() && /\.(eval|json)$/.test(entry.name)).map(({ name }) => join(folder, name)).sort();
}

// src/importers/junit/cases.ts
/**
* Every test once, in the order of the report.
* @throws WeighbridgeError `data` for tests that cannot be told apart, or whose number is not that which the report counts
*/
function samplesOf$4({ suites }) {
	for (const suite of suites) checkCounts$1(suite);
	return [...groupBy(suites.flatMap(({ cases }) => cases), (test) => idFrom(nameOf(test)))].map(([id, cases], index) => {
		const test = theOne$2(cases);
		const group = idFrom(test.attributes.classname || test.suite);
		return {
			sample: {
				id,
				index,
				input_digest: NOT_RECORDED,
				target_digest: NOT_RECORDED,
				scores: { pass: scoreOf$5(test) },
				group
			},
			at: test.at
		};
	});
}
const nameOf = ({ attributes: { classname, name }, suite, at }) => {
	if (name) return [classname || suite, name].filter(Boolean).join("::");
	throw new WeighbridgeError("data", "a test case without a name", { at });
};
/** pytest reports a test twice when it failed and could not be torn down either: with a failure, then with an error. */
function theOne$2(cases) {
	const [first, second, ...others] = cases;
	if (first === void 0) throw new Error("a group without cases");
	if (second === void 0) return first;
	if (first.outcomes.has("failure") && second.outcomes.has("error") && others.length === 0) return first;
	throw new WeighbridgeError("data", `the test ${JSON.stringify(nameOf(second))} is already on line ${first.at.line}`, {
		at: second.at,
		fix: "give every test a name of its own; in pytest: pytest.param(…, id=…)"
	});
}
/** A test that says of itself how it ended, in words of Google Test and of others: any other word is no pass. */
const PASSED = /^(run|completed|pass(ed)?|ok|success(ful)?)$/i;
/** What a test did not do is never a pass; what broke says nothing of the model. */
function scoreOf$5({ outcomes, attributes: { status, result } }) {
	if (outcomes.has("failure")) return 0;
	for (const [outcome, message] of outcomes) return { unscored: reason$1(outcome, message) };
	const said = [status, result].flatMap((word) => word && !PASSED.test(word) ? [word] : []);
	if (said.some((word) => /^fail/i.test(word))) return 0;
	return said[0] === void 0 ? 1 : { unscored: said[0].slice(0, 200) };
}
const WORDS = {
	flakyFailure: "passed only when tried again",
	flakyError: "passed only when tried again"
};
const reason$1 = (outcome, message = "") => {
	const [line = ""] = message.split("\n", 1);
	return [WORDS[outcome] ?? outcome, line.slice(0, 200)].filter((part) => part !== "").join(": ");
};
/** @throws WeighbridgeError `data` where the report counts other tests than it holds */
function checkCounts$1({ at, attributes, cases, holdsSuites }) {
	if (holdsSuites) return;
	const names = new Set(cases.map(nameOf)).size;
	const failed = cases.filter(({ outcomes }) => outcomes.has("failure")).length;
	const differ = (key, counted, found) => {
		throw new WeighbridgeError("data", `the suite counts ${counted} ${key} and holds ${found}`, {
			at: {
				...at,
				key
			},
			fix: "keep the whole report as it was written"
		});
	};
	const tests = count(attributes.tests);
	if (tests !== null && tests !== names && tests !== cases.length) differ("tests", tests, names);
	const failures = count(attributes.failures);
	if (failures !== null && failures > failed) differ("failures", failures, failed);
}
const count = (text) => text !== void 0 && /^\d+$/.test(text) ? Number(text) : null;

// node_modules/xmlchars/xml/1.0/ed5.js
var require_ed5 = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Character classes and associated utilities for the 5th edition of XML 1.0.
	*
	* @author Louis-Dominique Dubeau
	* @license MIT
	* @copyright Louis-Dominique Dubeau
	*/
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CHAR = "	\n\r -퟿-�𐀀-􏿿";
	exports.S = " 	\r\n";
	exports.NAME_START_CHAR = ":A-Z_a-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-῿‌‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�𐀀-󯿿";
	exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9·̀-ͯ‿-⁀";
	exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
	exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
	exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
	exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
	exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
	exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
	var TAB = 9;
	var NL = 10;
	var CR = 13;
	var SPACE = 32;
	/** All characters in the ``S`` production. */
	exports.S_LIST = [
		SPACE,
		NL,
		CR,
		TAB
	];
	/**
	* Determines whether a codepoint matches the ``CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``CHAR``.
	*/
	function isChar(c) {
		return c >= SPACE && c <= 55295 || c === NL || c === CR || c === TAB || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
	}
	exports.isChar = isChar;
	/**
	* Determines whether a codepoint matches the ``S`` (space) production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``S``.
	*/
	function isS(c) {
		return c === SPACE || c === NL || c === CR || c === TAB;
	}
	exports.isS = isS;
	/**
	* Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
	*/
	function isNameStartChar(c) {
		return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
	}
	exports.isNameStartChar = isNameStartChar;
	/**
	* Determines whether a codepoint matches the ``NAME_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_CHAR``.
	*/
	function isNameChar(c) {
		return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
	}
	exports.isNameChar = isNameChar;
}));

// node_modules/xmlchars/xml/1.1/ed2.js
var require_ed2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Character classes and associated utilities for the 2nd edition of XML 1.1.
	*
	* @author Louis-Dominique Dubeau
	* @license MIT
	* @copyright Louis-Dominique Dubeau
	*/
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CHAR = "-퟿-�𐀀-􏿿";
	exports.RESTRICTED_CHAR = "-\b\v\f---";
	exports.S = " 	\r\n";
	exports.NAME_START_CHAR = ":A-Z_a-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-῿‌‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�𐀀-󯿿";
	exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9·̀-ͯ‿-⁀";
	exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
	exports.RESTRICTED_CHAR_RE = new RegExp("^[" + exports.RESTRICTED_CHAR + "]$", "u");
	exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
	exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
	exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
	exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
	exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
	var TAB = 9;
	var NL = 10;
	var CR = 13;
	var SPACE = 32;
	/** All characters in the ``S`` production. */
	exports.S_LIST = [
		SPACE,
		NL,
		CR,
		TAB
	];
	/**
	* Determines whether a codepoint matches the ``CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``CHAR``.
	*/
	function isChar(c) {
		return c >= 1 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
	}
	exports.isChar = isChar;
	/**
	* Determines whether a codepoint matches the ``RESTRICTED_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``RESTRICTED_CHAR``.
	*/
	function isRestrictedChar(c) {
		return c >= 1 && c <= 8 || c === 11 || c === 12 || c >= 14 && c <= 31 || c >= 127 && c <= 132 || c >= 134 && c <= 159;
	}
	exports.isRestrictedChar = isRestrictedChar;
	/**
	* Determines whether a codepoint matches the ``CHAR`` production and does not
	* match the ``RESTRICTED_CHAR`` production. ``isCharAndNotRestricted(x)`` is
	* equivalent to ``isChar(x) && !isRestrictedChar(x)``. This function is faster
	* than running the two-call equivalent.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``CHAR`` and does not match
	* ``RESTRICTED_CHAR``.
	*/
	function isCharAndNotRestricted(c) {
		return c === 9 || c === 10 || c === 13 || c > 31 && c < 127 || c === 133 || c > 159 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
	}
	exports.isCharAndNotRestricted = isCharAndNotRestricted;
	/**
	* Determines whether a codepoint matches the ``S`` (space) production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``S``.
	*/
	function isS(c) {
		return c === SPACE || c === NL || c === CR || c === TAB;
	}
	exports.isS = isS;
	/**
	* Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
	*/
	function isNameStartChar(c) {
		return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
	}
	exports.isNameStartChar = isNameStartChar;
	/**
	* Determines whether a codepoint matches the ``NAME_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_CHAR``.
	*/
	function isNameChar(c) {
		return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
	}
	exports.isNameChar = isNameChar;
}));

// node_modules/xmlchars/xmlns/1.0/ed3.js
var require_ed3 = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Character class utilities for XML NS 1.0 edition 3.
	*
	* @author Louis-Dominique Dubeau
	* @license MIT
	* @copyright Louis-Dominique Dubeau
	*/
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NC_NAME_START_CHAR = "A-Z_a-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-῿‌-‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�𐀀-󯿿";
	exports.NC_NAME_CHAR = "-" + exports.NC_NAME_START_CHAR + ".0-9·̀-ͯ‿-⁀";
	exports.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "]$", "u");
	exports.NC_NAME_CHAR_RE = new RegExp("^[" + exports.NC_NAME_CHAR + "]$", "u");
	exports.NC_NAME_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "][" + exports.NC_NAME_CHAR + "]*$", "u");
	/**
	* Determines whether a codepoint matches [[NC_NAME_START_CHAR]].
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches.
	*/
	function isNCNameStartChar(c) {
		return c >= 65 && c <= 90 || c === 95 || c >= 97 && c <= 122 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8204 && c <= 8205 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
	}
	exports.isNCNameStartChar = isNCNameStartChar;
	/**
	* Determines whether a codepoint matches [[NC_NAME_CHAR]].
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches.
	*/
	function isNCNameChar(c) {
		return isNCNameStartChar(c) || c === 45 || c === 46 || c >= 48 && c <= 57 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
	}
	exports.isNCNameChar = isNCNameChar;
}));

// node_modules/saxes/saxes.js
var require_saxes = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.SaxesParser = exports.EVENTS = void 0;
	const ed5 = require_ed5();
	const ed2 = require_ed2();
	const NSed3 = require_ed3();
	var isS = ed5.isS;
	var isChar10 = ed5.isChar;
	var isNameStartChar = ed5.isNameStartChar;
	var isNameChar = ed5.isNameChar;
	var S_LIST = ed5.S_LIST;
	var NAME_RE = ed5.NAME_RE;
	var isChar11 = ed2.isChar;
	var isNCNameStartChar = NSed3.isNCNameStartChar;
	var isNCNameChar = NSed3.isNCNameChar;
	var NC_NAME_RE = NSed3.NC_NAME_RE;
	const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
	const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
	const rootNS = {
		__proto__: null,
		xml: XML_NAMESPACE,
		xmlns: XMLNS_NAMESPACE
	};
	const XML_ENTITIES = {
		__proto__: null,
		amp: "&",
		gt: ">",
		lt: "<",
		quot: "\"",
		apos: "'"
	};
	const EOC = -1;
	const NL_LIKE = -2;
	const S_BEGIN = 0;
	const S_BEGIN_WHITESPACE = 1;
	const S_DOCTYPE = 2;
	const S_DOCTYPE_QUOTE = 3;
	const S_DTD = 4;
	const S_DTD_QUOTED = 5;
	const S_DTD_OPEN_WAKA = 6;
	const S_DTD_OPEN_WAKA_BANG = 7;
	const S_DTD_COMMENT = 8;
	const S_DTD_COMMENT_ENDING = 9;
	const S_DTD_COMMENT_ENDED = 10;
	const S_DTD_PI = 11;
	const S_DTD_PI_ENDING = 12;
	const S_TEXT = 13;
	const S_ENTITY = 14;
	const S_OPEN_WAKA = 15;
	const S_OPEN_WAKA_BANG = 16;
	const S_COMMENT = 17;
	const S_COMMENT_ENDING = 18;
	const S_COMMENT_ENDED = 19;
	const S_CDATA = 20;
	const S_CDATA_ENDING = 21;
	const S_CDATA_ENDING_2 = 22;
	const S_PI_FIRST_CHAR = 23;
	const S_PI_REST = 24;
	const S_PI_BODY = 25;
	const S_PI_ENDING = 26;
	const S_XML_DECL_NAME_START = 27;
	const S_XML_DECL_NAME = 28;
	const S_XML_DECL_EQ = 29;
	const S_XML_DECL_VALUE_START = 30;
	const S_XML_DECL_VALUE = 31;
	const S_XML_DECL_SEPARATOR = 32;
	const S_XML_DECL_ENDING = 33;
	const S_OPEN_TAG = 34;
	const S_OPEN_TAG_SLASH = 35;
	const S_ATTRIB = 36;
	const S_ATTRIB_NAME = 37;
	const S_ATTRIB_NAME_SAW_WHITE = 38;
	const S_ATTRIB_VALUE = 39;
	const S_ATTRIB_VALUE_QUOTED = 40;
	const S_ATTRIB_VALUE_CLOSED = 41;
	const S_ATTRIB_VALUE_UNQUOTED = 42;
	const S_CLOSE_TAG = 43;
	const S_CLOSE_TAG_SAW_WHITE = 44;
	const TAB = 9;
	const NL = 10;
	const CR = 13;
	const SPACE = 32;
	const BANG = 33;
	const DQUOTE = 34;
	const AMP = 38;
	const SQUOTE = 39;
	const MINUS = 45;
	const FORWARD_SLASH = 47;
	const SEMICOLON = 59;
	const LESS = 60;
	const EQUAL = 61;
	const GREATER = 62;
	const QUESTION = 63;
	const OPEN_BRACKET = 91;
	const CLOSE_BRACKET = 93;
	const NEL = 133;
	const LS = 8232;
	const isQuote = (c) => c === DQUOTE || c === SQUOTE;
	const QUOTES = [DQUOTE, SQUOTE];
	const DOCTYPE_TERMINATOR = [
		...QUOTES,
		OPEN_BRACKET,
		GREATER
	];
	const DTD_TERMINATOR = [
		...QUOTES,
		LESS,
		CLOSE_BRACKET
	];
	const XML_DECL_NAME_TERMINATOR = [
		EQUAL,
		QUESTION,
		...S_LIST
	];
	const ATTRIB_VALUE_UNQUOTED_TERMINATOR = [
		...S_LIST,
		GREATER,
		AMP,
		LESS
	];
	function nsPairCheck(parser, prefix, uri) {
		switch (prefix) {
			case "xml":
				if (uri !== XML_NAMESPACE) parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
				break;
			case "xmlns": if (uri !== XMLNS_NAMESPACE) parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
		}
		switch (uri) {
			case XMLNS_NAMESPACE:
				parser.fail(prefix === "" ? `the default namespace may not be set to ${uri}.` : `may not assign a prefix (even "xmlns") to the URI \
${XMLNS_NAMESPACE}.`);
				break;
			case XML_NAMESPACE: switch (prefix) {
				case "xml": break;
				case "":
					parser.fail(`the default namespace may not be set to ${uri}.`);
					break;
				default: parser.fail("may not assign the xml namespace to another prefix.");
			}
		}
	}
	function nsMappingCheck(parser, mapping) {
		for (const local of Object.keys(mapping)) nsPairCheck(parser, local, mapping[local]);
	}
	const isNCName = (name) => NC_NAME_RE.test(name);
	const isName = (name) => NAME_RE.test(name);
	const FORBIDDEN_START = 0;
	const FORBIDDEN_BRACKET = 1;
	const FORBIDDEN_BRACKET_BRACKET = 2;
	/**
	* The list of supported events.
	*/
	exports.EVENTS = [
		"xmldecl",
		"text",
		"processinginstruction",
		"doctype",
		"comment",
		"opentagstart",
		"attribute",
		"opentag",
		"closetag",
		"cdata",
		"error",
		"end",
		"ready"
	];
	const EVENT_NAME_TO_HANDLER_NAME = {
		xmldecl: "xmldeclHandler",
		text: "textHandler",
		processinginstruction: "piHandler",
		doctype: "doctypeHandler",
		comment: "commentHandler",
		opentagstart: "openTagStartHandler",
		attribute: "attributeHandler",
		opentag: "openTagHandler",
		closetag: "closeTagHandler",
		cdata: "cdataHandler",
		error: "errorHandler",
		end: "endHandler",
		ready: "readyHandler"
	};
	var SaxesParser = class {
		/**
		* @param opt The parser options.
		*/
		constructor(opt) {
			this.opt = opt !== null && opt !== void 0 ? opt : {};
			this.fragmentOpt = !!this.opt.fragment;
			const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
			this.trackPosition = this.opt.position !== false;
			this.fileName = this.opt.fileName;
			if (xmlnsOpt) {
				this.nameStartCheck = isNCNameStartChar;
				this.nameCheck = isNCNameChar;
				this.isName = isNCName;
				this.processAttribs = this.processAttribsNS;
				this.pushAttrib = this.pushAttribNS;
				this.ns = Object.assign({ __proto__: null }, rootNS);
				const additional = this.opt.additionalNamespaces;
				if (additional != null) {
					nsMappingCheck(this, additional);
					Object.assign(this.ns, additional);
				}
			} else {
				this.nameStartCheck = isNameStartChar;
				this.nameCheck = isNameChar;
				this.isName = isName;
				this.processAttribs = this.processAttribsPlain;
				this.pushAttrib = this.pushAttribPlain;
			}
			this.stateTable = [
				this.sBegin,
				this.sBeginWhitespace,
				this.sDoctype,
				this.sDoctypeQuote,
				this.sDTD,
				this.sDTDQuoted,
				this.sDTDOpenWaka,
				this.sDTDOpenWakaBang,
				this.sDTDComment,
				this.sDTDCommentEnding,
				this.sDTDCommentEnded,
				this.sDTDPI,
				this.sDTDPIEnding,
				this.sText,
				this.sEntity,
				this.sOpenWaka,
				this.sOpenWakaBang,
				this.sComment,
				this.sCommentEnding,
				this.sCommentEnded,
				this.sCData,
				this.sCDataEnding,
				this.sCDataEnding2,
				this.sPIFirstChar,
				this.sPIRest,
				this.sPIBody,
				this.sPIEnding,
				this.sXMLDeclNameStart,
				this.sXMLDeclName,
				this.sXMLDeclEq,
				this.sXMLDeclValueStart,
				this.sXMLDeclValue,
				this.sXMLDeclSeparator,
				this.sXMLDeclEnding,
				this.sOpenTag,
				this.sOpenTagSlash,
				this.sAttrib,
				this.sAttribName,
				this.sAttribNameSawWhite,
				this.sAttribValue,
				this.sAttribValueQuoted,
				this.sAttribValueClosed,
				this.sAttribValueUnquoted,
				this.sCloseTag,
				this.sCloseTagSawWhite
			];
			this._init();
		}
		/**
		* Indicates whether or not the parser is closed. If ``true``, wait for
		* the ``ready`` event to write again.
		*/
		get closed() {
			return this._closed;
		}
		_init() {
			var _a;
			this.openWakaBang = "";
			this.text = "";
			this.name = "";
			this.piTarget = "";
			this.entity = "";
			this.q = null;
			this.tags = [];
			this.tag = null;
			this.topNS = null;
			this.chunk = "";
			this.chunkPosition = 0;
			this.i = 0;
			this.prevI = 0;
			this.carriedFromPrevious = void 0;
			this.forbiddenState = FORBIDDEN_START;
			this.attribList = [];
			const { fragmentOpt } = this;
			this.state = fragmentOpt ? S_TEXT : S_BEGIN;
			this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot = this.sawRoot = fragmentOpt;
			this.xmlDeclPossible = !fragmentOpt;
			this.xmlDeclExpects = ["version"];
			this.entityReturnState = void 0;
			let { defaultXMLVersion } = this.opt;
			if (defaultXMLVersion === void 0) {
				if (this.opt.forceXMLVersion === true) throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
				defaultXMLVersion = "1.0";
			}
			this.setXMLVersion(defaultXMLVersion);
			this.positionAtNewLine = 0;
			this.doctype = false;
			this._closed = false;
			this.xmlDecl = {
				version: void 0,
				encoding: void 0,
				standalone: void 0
			};
			this.line = 1;
			this.column = 0;
			this.ENTITIES = Object.create(XML_ENTITIES);
			(_a = this.readyHandler) === null || _a === void 0 || _a.call(this);
		}
		/**
		* The stream position the parser is currently looking at. This field is
		* zero-based.
		*
		* This field is not based on counting Unicode characters but is to be
		* interpreted as a plain index into a JavaScript string.
		*/
		get position() {
			return this.chunkPosition + this.i;
		}
		/**
		* The column number of the next character to be read by the parser.  *
		* This field is zero-based. (The first column in a line is 0.)
		*
		* This field reports the index at which the next character would be in the
		* line if the line were represented as a JavaScript string.  Note that this
		* *can* be different to a count based on the number of *Unicode characters*
		* due to how JavaScript handles astral plane characters.
		*
		* See [[column]] for a number that corresponds to a count of Unicode
		* characters.
		*/
		get columnIndex() {
			return this.position - this.positionAtNewLine;
		}
		/**
		* Set an event listener on an event. The parser supports one handler per
		* event type. If you try to set an event handler over an existing handler,
		* the old handler is silently overwritten.
		*
		* @param name The event to listen to.
		*
		* @param handler The handler to set.
		*/
		on(name, handler) {
			this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
		}
		/**
		* Unset an event handler.
		*
		* @parma name The event to stop listening to.
		*/
		off(name) {
			this[EVENT_NAME_TO_HANDLER_NAME[name]] = void 0;
		}
		/**
		* Make an error object. The error object will have a message that contains
		* the ``fileName`` option passed at the creation of the parser. If position
		* tracking was turned on, it will also have line and column number
		* information.
		*
		* @param message The message describing the error to report.
		*
		* @returns An error object with a properly formatted message.
		*/
		makeError(message) {
			var _a;
			let msg = (_a = this.fileName) !== null && _a !== void 0 ? _a : "";
			if (this.trackPosition) {
				if (msg.length > 0) msg += ":";
				msg += `${this.line}:${this.column}`;
			}
			if (msg.length > 0) msg += ": ";
			return new Error(msg + message);
		}
		/**
		* Report a parsing error. This method is made public so that client code may
		* check for issues that are outside the scope of this project and can report
		* errors.
		*
		* @param message The error to report.
		*
		* @returns this
		*/
		fail(message) {
			const err = this.makeError(message);
			const handler = this.errorHandler;
			if (handler === void 0) throw err;
			else handler(err);
			return this;
		}
		/**
		* Write a XML data to the parser.
		*
		* @param chunk The XML data to write.
		*
		* @returns this
		*/
		write(chunk) {
			if (this.closed) return this.fail("cannot write after close; assign an onready handler.");
			let end = false;
			if (chunk === null) {
				end = true;
				chunk = "";
			} else if (typeof chunk === "object") chunk = chunk.toString();
			if (this.carriedFromPrevious !== void 0) {
				chunk = `${this.carriedFromPrevious}${chunk}`;
				this.carriedFromPrevious = void 0;
			}
			let limit = chunk.length;
			const lastCode = chunk.charCodeAt(limit - 1);
			if (!end && (lastCode === CR || lastCode >= 55296 && lastCode <= 56319)) {
				this.carriedFromPrevious = chunk[limit - 1];
				limit--;
				chunk = chunk.slice(0, limit);
			}
			const { stateTable } = this;
			this.chunk = chunk;
			this.i = 0;
			while (this.i < limit) stateTable[this.state].call(this);
			this.chunkPosition += limit;
			return end ? this.end() : this;
		}
		/**
		* Close the current stream. Perform final well-formedness checks and reset
		* the parser tstate.
		*
		* @returns this
		*/
		close() {
			return this.write(null);
		}
		/**
		* Get a single code point out of the current chunk. This updates the current
		* position if we do position tracking.
		*
		* This is the algorithm to use for XML 1.0.
		*
		* @returns The character read.
		*/
		getCode10() {
			const { chunk, i } = this;
			this.prevI = i;
			this.i = i + 1;
			if (i >= chunk.length) return EOC;
			const code = chunk.charCodeAt(i);
			this.column++;
			if (code < 55296) {
				if (code >= SPACE || code === TAB) return code;
				switch (code) {
					case NL:
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL;
					case CR:
						if (chunk.charCodeAt(i + 1) === NL) this.i = i + 2;
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL_LIKE;
					default:
						this.fail("disallowed character.");
						return code;
				}
			}
			if (code > 56319) {
				if (!(code >= 57344 && code <= 65533)) this.fail("disallowed character.");
				return code;
			}
			const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
			this.i = i + 2;
			if (final > 1114111) this.fail("disallowed character.");
			return final;
		}
		/**
		* Get a single code point out of the current chunk. This updates the current
		* position if we do position tracking.
		*
		* This is the algorithm to use for XML 1.1.
		*
		* @returns {number} The character read.
		*/
		getCode11() {
			const { chunk, i } = this;
			this.prevI = i;
			this.i = i + 1;
			if (i >= chunk.length) return EOC;
			const code = chunk.charCodeAt(i);
			this.column++;
			if (code < 55296) {
				if (code > 31 && code < 127 || code > 159 && code !== LS || code === TAB) return code;
				switch (code) {
					case NL:
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL;
					case CR: {
						const next = chunk.charCodeAt(i + 1);
						if (next === NL || next === NEL) this.i = i + 2;
					}
					case NEL:
					case LS:
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL_LIKE;
					default:
						this.fail("disallowed character.");
						return code;
				}
			}
			if (code > 56319) {
				if (!(code >= 57344 && code <= 65533)) this.fail("disallowed character.");
				return code;
			}
			const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
			this.i = i + 2;
			if (final > 1114111) this.fail("disallowed character.");
			return final;
		}
		/**
		* Like ``getCode`` but with the return value normalized so that ``NL`` is
		* returned for ``NL_LIKE``.
		*/
		getCodeNorm() {
			const c = this.getCode();
			return c === NL_LIKE ? NL : c;
		}
		unget() {
			this.i = this.prevI;
			this.column--;
		}
		/**
		* Capture characters into a buffer until encountering one of a set of
		* characters.
		*
		* @param chars An array of codepoints. Encountering a character in the array
		* ends the capture. (``chars`` may safely contain ``NL``.)
		*
		* @return The character code that made the capture end, or ``EOC`` if we hit
		* the end of the chunk. The return value cannot be NL_LIKE: NL is returned
		* instead.
		*/
		captureTo(chars) {
			let { i: start } = this;
			const { chunk } = this;
			while (true) {
				const c = this.getCode();
				const isNLLike = c === NL_LIKE;
				const final = isNLLike ? NL : c;
				if (final === EOC || chars.includes(final)) {
					this.text += chunk.slice(start, this.prevI);
					return final;
				}
				if (isNLLike) {
					this.text += `${chunk.slice(start, this.prevI)}\n`;
					start = this.i;
				}
			}
		}
		/**
		* Capture characters into a buffer until encountering a character.
		*
		* @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
		* CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
		*
		* @return ``true`` if we ran into the character. Otherwise, we ran into the
		* end of the current chunk.
		*/
		captureToChar(char) {
			let { i: start } = this;
			const { chunk } = this;
			while (true) {
				let c = this.getCode();
				switch (c) {
					case NL_LIKE:
						this.text += `${chunk.slice(start, this.prevI)}\n`;
						start = this.i;
						c = NL;
						break;
					case EOC:
						this.text += chunk.slice(start);
						return false;
				}
				if (c === char) {
					this.text += chunk.slice(start, this.prevI);
					return true;
				}
			}
		}
		/**
		* Capture characters that satisfy ``isNameChar`` into the ``name`` field of
		* this parser.
		*
		* @return The character code that made the test fail, or ``EOC`` if we hit
		* the end of the chunk. The return value cannot be NL_LIKE: NL is returned
		* instead.
		*/
		captureNameChars() {
			const { chunk, i: start } = this;
			while (true) {
				const c = this.getCode();
				if (c === EOC) {
					this.name += chunk.slice(start);
					return EOC;
				}
				if (!isNameChar(c)) {
					this.name += chunk.slice(start, this.prevI);
					return c === NL_LIKE ? NL : c;
				}
			}
		}
		/**
		* Skip white spaces.
		*
		* @return The character that ended the skip, or ``EOC`` if we hit
		* the end of the chunk. The return value cannot be NL_LIKE: NL is returned
		* instead.
		*/
		skipSpaces() {
			while (true) {
				const c = this.getCodeNorm();
				if (c === EOC || !isS(c)) return c;
			}
		}
		setXMLVersion(version) {
			this.currentXMLVersion = version;
			if (version === "1.0") {
				this.isChar = isChar10;
				this.getCode = this.getCode10;
			} else {
				this.isChar = isChar11;
				this.getCode = this.getCode11;
			}
		}
		sBegin() {
			if (this.chunk.charCodeAt(0) === 65279) {
				this.i++;
				this.column++;
			}
			this.state = S_BEGIN_WHITESPACE;
		}
		sBeginWhitespace() {
			const iBefore = this.i;
			const c = this.skipSpaces();
			if (this.prevI !== iBefore) this.xmlDeclPossible = false;
			switch (c) {
				case LESS:
					this.state = S_OPEN_WAKA;
					if (this.text.length !== 0) throw new Error("no-empty text at start");
					break;
				case EOC: break;
				default:
					this.unget();
					this.state = S_TEXT;
					this.xmlDeclPossible = false;
			}
		}
		sDoctype() {
			var _a;
			const c = this.captureTo(DOCTYPE_TERMINATOR);
			switch (c) {
				case GREATER:
					(_a = this.doctypeHandler) === null || _a === void 0 || _a.call(this, this.text);
					this.text = "";
					this.state = S_TEXT;
					this.doctype = true;
					break;
				case EOC: break;
				default:
					this.text += String.fromCodePoint(c);
					if (c === OPEN_BRACKET) this.state = S_DTD;
					else if (isQuote(c)) {
						this.state = S_DOCTYPE_QUOTE;
						this.q = c;
					}
			}
		}
		sDoctypeQuote() {
			const q = this.q;
			if (this.captureToChar(q)) {
				this.text += String.fromCodePoint(q);
				this.q = null;
				this.state = S_DOCTYPE;
			}
		}
		sDTD() {
			const c = this.captureTo(DTD_TERMINATOR);
			if (c === EOC) return;
			this.text += String.fromCodePoint(c);
			if (c === CLOSE_BRACKET) this.state = S_DOCTYPE;
			else if (c === LESS) this.state = S_DTD_OPEN_WAKA;
			else if (isQuote(c)) {
				this.state = S_DTD_QUOTED;
				this.q = c;
			}
		}
		sDTDQuoted() {
			const q = this.q;
			if (this.captureToChar(q)) {
				this.text += String.fromCodePoint(q);
				this.state = S_DTD;
				this.q = null;
			}
		}
		sDTDOpenWaka() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			switch (c) {
				case BANG:
					this.state = S_DTD_OPEN_WAKA_BANG;
					this.openWakaBang = "";
					break;
				case QUESTION:
					this.state = S_DTD_PI;
					break;
				default: this.state = S_DTD;
			}
		}
		sDTDOpenWakaBang() {
			const char = String.fromCodePoint(this.getCodeNorm());
			const owb = this.openWakaBang += char;
			this.text += char;
			if (owb !== "-") {
				this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
				this.openWakaBang = "";
			}
		}
		sDTDComment() {
			if (this.captureToChar(MINUS)) {
				this.text += "-";
				this.state = S_DTD_COMMENT_ENDING;
			}
		}
		sDTDCommentEnding() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
		}
		sDTDCommentEnded() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			if (c === GREATER) this.state = S_DTD;
			else {
				this.fail("malformed comment.");
				this.state = S_DTD_COMMENT;
			}
		}
		sDTDPI() {
			if (this.captureToChar(QUESTION)) {
				this.text += "?";
				this.state = S_DTD_PI_ENDING;
			}
		}
		sDTDPIEnding() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			if (c === GREATER) this.state = S_DTD;
		}
		sText() {
			if (this.tags.length !== 0) this.handleTextInRoot();
			else this.handleTextOutsideRoot();
		}
		sEntity() {
			let { i: start } = this;
			const { chunk } = this;
			loop: while (true) switch (this.getCode()) {
				case NL_LIKE:
					this.entity += `${chunk.slice(start, this.prevI)}\n`;
					start = this.i;
					break;
				case SEMICOLON: {
					const { entityReturnState } = this;
					const entity = this.entity + chunk.slice(start, this.prevI);
					this.state = entityReturnState;
					let parsed;
					if (entity === "") {
						this.fail("empty entity name.");
						parsed = "&;";
					} else {
						parsed = this.parseEntity(entity);
						this.entity = "";
					}
					if (entityReturnState !== S_TEXT || this.textHandler !== void 0) this.text += parsed;
					break loop;
				}
				case EOC:
					this.entity += chunk.slice(start);
					break loop;
			}
		}
		sOpenWaka() {
			const c = this.getCode();
			if (isNameStartChar(c)) {
				this.state = S_OPEN_TAG;
				this.unget();
				this.xmlDeclPossible = false;
			} else switch (c) {
				case FORWARD_SLASH:
					this.state = S_CLOSE_TAG;
					this.xmlDeclPossible = false;
					break;
				case BANG:
					this.state = S_OPEN_WAKA_BANG;
					this.openWakaBang = "";
					this.xmlDeclPossible = false;
					break;
				case QUESTION:
					this.state = S_PI_FIRST_CHAR;
					break;
				default:
					this.fail("disallowed character in tag name");
					this.state = S_TEXT;
					this.xmlDeclPossible = false;
			}
		}
		sOpenWakaBang() {
			this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
			switch (this.openWakaBang) {
				case "[CDATA[":
					if (!this.sawRoot && !this.reportedTextBeforeRoot) {
						this.fail("text data outside of root node.");
						this.reportedTextBeforeRoot = true;
					}
					if (this.closedRoot && !this.reportedTextAfterRoot) {
						this.fail("text data outside of root node.");
						this.reportedTextAfterRoot = true;
					}
					this.state = S_CDATA;
					this.openWakaBang = "";
					break;
				case "--":
					this.state = S_COMMENT;
					this.openWakaBang = "";
					break;
				case "DOCTYPE":
					this.state = S_DOCTYPE;
					if (this.doctype || this.sawRoot) this.fail("inappropriately located doctype declaration.");
					this.openWakaBang = "";
					break;
				default: if (this.openWakaBang.length >= 7) this.fail("incorrect syntax.");
			}
		}
		sComment() {
			if (this.captureToChar(MINUS)) this.state = S_COMMENT_ENDING;
		}
		sCommentEnding() {
			var _a;
			const c = this.getCodeNorm();
			if (c === MINUS) {
				this.state = S_COMMENT_ENDED;
				(_a = this.commentHandler) === null || _a === void 0 || _a.call(this, this.text);
				this.text = "";
			} else {
				this.text += `-${String.fromCodePoint(c)}`;
				this.state = S_COMMENT;
			}
		}
		sCommentEnded() {
			const c = this.getCodeNorm();
			if (c !== GREATER) {
				this.fail("malformed comment.");
				this.text += `--${String.fromCodePoint(c)}`;
				this.state = S_COMMENT;
			} else this.state = S_TEXT;
		}
		sCData() {
			if (this.captureToChar(CLOSE_BRACKET)) this.state = S_CDATA_ENDING;
		}
		sCDataEnding() {
			const c = this.getCodeNorm();
			if (c === CLOSE_BRACKET) this.state = S_CDATA_ENDING_2;
			else {
				this.text += `]${String.fromCodePoint(c)}`;
				this.state = S_CDATA;
			}
		}
		sCDataEnding2() {
			var _a;
			const c = this.getCodeNorm();
			switch (c) {
				case GREATER:
					(_a = this.cdataHandler) === null || _a === void 0 || _a.call(this, this.text);
					this.text = "";
					this.state = S_TEXT;
					break;
				case CLOSE_BRACKET:
					this.text += "]";
					break;
				default:
					this.text += `]]${String.fromCodePoint(c)}`;
					this.state = S_CDATA;
			}
		}
		sPIFirstChar() {
			const c = this.getCodeNorm();
			if (this.nameStartCheck(c)) {
				this.piTarget += String.fromCodePoint(c);
				this.state = S_PI_REST;
			} else if (c === QUESTION || isS(c)) {
				this.fail("processing instruction without a target.");
				this.state = c === QUESTION ? S_PI_ENDING : S_PI_BODY;
			} else {
				this.fail("disallowed character in processing instruction name.");
				this.piTarget += String.fromCodePoint(c);
				this.state = S_PI_REST;
			}
		}
		sPIRest() {
			const { chunk, i: start } = this;
			while (true) {
				const c = this.getCodeNorm();
				if (c === EOC) {
					this.piTarget += chunk.slice(start);
					return;
				}
				if (!this.nameCheck(c)) {
					this.piTarget += chunk.slice(start, this.prevI);
					const isQuestion = c === QUESTION;
					if (isQuestion || isS(c)) {
						if (this.piTarget === "xml") {
							if (!this.xmlDeclPossible) this.fail("an XML declaration must be at the start of the document.");
							this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
						} else this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
					} else {
						this.fail("disallowed character in processing instruction name.");
						this.piTarget += String.fromCodePoint(c);
					}
					break;
				}
			}
		}
		sPIBody() {
			if (this.text.length === 0) {
				const c = this.getCodeNorm();
				if (c === QUESTION) this.state = S_PI_ENDING;
				else if (!isS(c)) this.text = String.fromCodePoint(c);
			} else if (this.captureToChar(QUESTION)) this.state = S_PI_ENDING;
		}
		sPIEnding() {
			var _a;
			const c = this.getCodeNorm();
			if (c === GREATER) {
				const { piTarget } = this;
				if (piTarget.toLowerCase() === "xml") this.fail("the XML declaration must appear at the start of the document.");
				(_a = this.piHandler) === null || _a === void 0 || _a.call(this, {
					target: piTarget,
					body: this.text
				});
				this.piTarget = this.text = "";
				this.state = S_TEXT;
			} else if (c === QUESTION) this.text += "?";
			else {
				this.text += `?${String.fromCodePoint(c)}`;
				this.state = S_PI_BODY;
			}
			this.xmlDeclPossible = false;
		}
		sXMLDeclNameStart() {
			const c = this.skipSpaces();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				return;
			}
			if (c !== EOC) {
				this.state = S_XML_DECL_NAME;
				this.name = String.fromCodePoint(c);
			}
		}
		sXMLDeclName() {
			const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.name += this.text;
				this.text = "";
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (!(isS(c) || c === EQUAL)) return;
			this.name += this.text;
			this.text = "";
			if (!this.xmlDeclExpects.includes(this.name)) switch (this.name.length) {
				case 0:
					this.fail("did not expect any more name/value pairs.");
					break;
				case 1:
					this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
					break;
				default: this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
			}
			this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
		}
		sXMLDeclEq() {
			const c = this.getCodeNorm();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (isS(c)) return;
			if (c !== EQUAL) this.fail("value required.");
			this.state = S_XML_DECL_VALUE_START;
		}
		sXMLDeclValueStart() {
			const c = this.getCodeNorm();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (isS(c)) return;
			if (!isQuote(c)) {
				this.fail("value must be quoted.");
				this.q = SPACE;
			} else this.q = c;
			this.state = S_XML_DECL_VALUE;
		}
		sXMLDeclValue() {
			const c = this.captureTo([this.q, QUESTION]);
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.text = "";
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (c === EOC) return;
			const value = this.text;
			this.text = "";
			switch (this.name) {
				case "version": {
					this.xmlDeclExpects = ["encoding", "standalone"];
					const version = value;
					this.xmlDecl.version = version;
					if (!/^1\.[0-9]+$/.test(version)) this.fail("version number must match /^1\\.[0-9]+$/.");
					else if (!this.opt.forceXMLVersion) this.setXMLVersion(version);
					break;
				}
				case "encoding":
					if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) this.fail("encoding value must match /^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
					this.xmlDeclExpects = ["standalone"];
					this.xmlDecl.encoding = value;
					break;
				case "standalone":
					if (value !== "yes" && value !== "no") this.fail("standalone value must match \"yes\" or \"no\".");
					this.xmlDeclExpects = [];
					this.xmlDecl.standalone = value;
			}
			this.name = "";
			this.state = S_XML_DECL_SEPARATOR;
		}
		sXMLDeclSeparator() {
			const c = this.getCodeNorm();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				return;
			}
			if (!isS(c)) {
				this.fail("whitespace required.");
				this.unget();
			}
			this.state = S_XML_DECL_NAME_START;
		}
		sXMLDeclEnding() {
			var _a;
			if (this.getCodeNorm() === GREATER) {
				if (this.piTarget !== "xml") this.fail("processing instructions are not allowed before root.");
				else if (this.name !== "version" && this.xmlDeclExpects.includes("version")) this.fail("XML declaration must contain a version.");
				(_a = this.xmldeclHandler) === null || _a === void 0 || _a.call(this, this.xmlDecl);
				this.name = "";
				this.piTarget = this.text = "";
				this.state = S_TEXT;
			} else this.fail("The character ? is disallowed anywhere in XML declarations.");
			this.xmlDeclPossible = false;
		}
		sOpenTag() {
			var _a;
			const c = this.captureNameChars();
			if (c === EOC) return;
			const tag = this.tag = {
				name: this.name,
				attributes: Object.create(null)
			};
			this.name = "";
			if (this.xmlnsOpt) this.topNS = tag.ns = Object.create(null);
			(_a = this.openTagStartHandler) === null || _a === void 0 || _a.call(this, tag);
			this.sawRoot = true;
			if (!this.fragmentOpt && this.closedRoot) this.fail("documents may contain only one root.");
			switch (c) {
				case GREATER:
					this.openTag();
					break;
				case FORWARD_SLASH:
					this.state = S_OPEN_TAG_SLASH;
					break;
				default:
					if (!isS(c)) this.fail("disallowed character in tag name.");
					this.state = S_ATTRIB;
			}
		}
		sOpenTagSlash() {
			if (this.getCode() === GREATER) this.openSelfClosingTag();
			else {
				this.fail("forward-slash in opening tag not followed by >.");
				this.state = S_ATTRIB;
			}
		}
		sAttrib() {
			const c = this.skipSpaces();
			if (c === EOC) return;
			if (isNameStartChar(c)) {
				this.unget();
				this.state = S_ATTRIB_NAME;
			} else if (c === GREATER) this.openTag();
			else if (c === FORWARD_SLASH) this.state = S_OPEN_TAG_SLASH;
			else this.fail("disallowed character in attribute name.");
		}
		sAttribName() {
			const c = this.captureNameChars();
			if (c === EQUAL) this.state = S_ATTRIB_VALUE;
			else if (isS(c)) this.state = S_ATTRIB_NAME_SAW_WHITE;
			else if (c === GREATER) {
				this.fail("attribute without value.");
				this.pushAttrib(this.name, this.name);
				this.name = this.text = "";
				this.openTag();
			} else if (c !== EOC) this.fail("disallowed character in attribute name.");
		}
		sAttribNameSawWhite() {
			const c = this.skipSpaces();
			switch (c) {
				case EOC: return;
				case EQUAL:
					this.state = S_ATTRIB_VALUE;
					break;
				default:
					this.fail("attribute without value.");
					this.text = "";
					this.name = "";
					if (c === GREATER) this.openTag();
					else if (isNameStartChar(c)) {
						this.unget();
						this.state = S_ATTRIB_NAME;
					} else {
						this.fail("disallowed character in attribute name.");
						this.state = S_ATTRIB;
					}
			}
		}
		sAttribValue() {
			const c = this.getCodeNorm();
			if (isQuote(c)) {
				this.q = c;
				this.state = S_ATTRIB_VALUE_QUOTED;
			} else if (!isS(c)) {
				this.fail("unquoted attribute value.");
				this.state = S_ATTRIB_VALUE_UNQUOTED;
				this.unget();
			}
		}
		sAttribValueQuoted() {
			const { q, chunk } = this;
			let { i: start } = this;
			while (true) switch (this.getCode()) {
				case q:
					this.pushAttrib(this.name, this.text + chunk.slice(start, this.prevI));
					this.name = this.text = "";
					this.q = null;
					this.state = S_ATTRIB_VALUE_CLOSED;
					return;
				case AMP:
					this.text += chunk.slice(start, this.prevI);
					this.state = S_ENTITY;
					this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
					return;
				case NL:
				case NL_LIKE:
				case TAB:
					this.text += `${chunk.slice(start, this.prevI)} `;
					start = this.i;
					break;
				case LESS:
					this.text += chunk.slice(start, this.prevI);
					this.fail("disallowed character.");
					return;
				case EOC:
					this.text += chunk.slice(start);
					return;
			}
		}
		sAttribValueClosed() {
			const c = this.getCodeNorm();
			if (isS(c)) this.state = S_ATTRIB;
			else if (c === GREATER) this.openTag();
			else if (c === FORWARD_SLASH) this.state = S_OPEN_TAG_SLASH;
			else if (isNameStartChar(c)) {
				this.fail("no whitespace between attributes.");
				this.unget();
				this.state = S_ATTRIB_NAME;
			} else this.fail("disallowed character in attribute name.");
		}
		sAttribValueUnquoted() {
			const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
			switch (c) {
				case AMP:
					this.state = S_ENTITY;
					this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
					break;
				case LESS:
					this.fail("disallowed character.");
					break;
				case EOC: break;
				default:
					if (this.text.includes("]]>")) this.fail("the string \"]]>\" is disallowed in char data.");
					this.pushAttrib(this.name, this.text);
					this.name = this.text = "";
					if (c === GREATER) this.openTag();
					else this.state = S_ATTRIB;
			}
		}
		sCloseTag() {
			const c = this.captureNameChars();
			if (c === GREATER) this.closeTag();
			else if (isS(c)) this.state = S_CLOSE_TAG_SAW_WHITE;
			else if (c !== EOC) this.fail("disallowed character in closing tag.");
		}
		sCloseTagSawWhite() {
			switch (this.skipSpaces()) {
				case GREATER:
					this.closeTag();
					break;
				case EOC: break;
				default: this.fail("disallowed character in closing tag.");
			}
		}
		handleTextInRoot() {
			let { i: start, forbiddenState } = this;
			const { chunk, textHandler: handler } = this;
			scanLoop: while (true) switch (this.getCode()) {
				case LESS:
					this.state = S_OPEN_WAKA;
					if (handler !== void 0) {
						const { text } = this;
						const slice = chunk.slice(start, this.prevI);
						if (text.length !== 0) {
							handler(text + slice);
							this.text = "";
						} else if (slice.length !== 0) handler(slice);
					}
					forbiddenState = FORBIDDEN_START;
					break scanLoop;
				case AMP:
					this.state = S_ENTITY;
					this.entityReturnState = S_TEXT;
					if (handler !== void 0) this.text += chunk.slice(start, this.prevI);
					forbiddenState = FORBIDDEN_START;
					break scanLoop;
				case CLOSE_BRACKET:
					switch (forbiddenState) {
						case FORBIDDEN_START:
							forbiddenState = FORBIDDEN_BRACKET;
							break;
						case FORBIDDEN_BRACKET:
							forbiddenState = FORBIDDEN_BRACKET_BRACKET;
							break;
						case FORBIDDEN_BRACKET_BRACKET: break;
						default: throw new Error("impossible state");
					}
					break;
				case GREATER:
					if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) this.fail("the string \"]]>\" is disallowed in char data.");
					forbiddenState = FORBIDDEN_START;
					break;
				case NL_LIKE:
					if (handler !== void 0) this.text += `${chunk.slice(start, this.prevI)}\n`;
					start = this.i;
					forbiddenState = FORBIDDEN_START;
					break;
				case EOC:
					if (handler !== void 0) this.text += chunk.slice(start);
					break scanLoop;
				default: forbiddenState = FORBIDDEN_START;
			}
			this.forbiddenState = forbiddenState;
		}
		handleTextOutsideRoot() {
			let { i: start } = this;
			const { chunk, textHandler: handler } = this;
			let nonSpace = false;
			outRootLoop: while (true) {
				const code = this.getCode();
				switch (code) {
					case LESS:
						this.state = S_OPEN_WAKA;
						if (handler !== void 0) {
							const { text } = this;
							const slice = chunk.slice(start, this.prevI);
							if (text.length !== 0) {
								handler(text + slice);
								this.text = "";
							} else if (slice.length !== 0) handler(slice);
						}
						break outRootLoop;
					case AMP:
						this.state = S_ENTITY;
						this.entityReturnState = S_TEXT;
						if (handler !== void 0) this.text += chunk.slice(start, this.prevI);
						nonSpace = true;
						break outRootLoop;
					case NL_LIKE:
						if (handler !== void 0) this.text += `${chunk.slice(start, this.prevI)}\n`;
						start = this.i;
						break;
					case EOC:
						if (handler !== void 0) this.text += chunk.slice(start);
						break outRootLoop;
					default: if (!isS(code)) nonSpace = true;
				}
			}
			if (!nonSpace) return;
			if (!this.sawRoot && !this.reportedTextBeforeRoot) {
				this.fail("text data outside of root node.");
				this.reportedTextBeforeRoot = true;
			}
			if (this.closedRoot && !this.reportedTextAfterRoot) {
				this.fail("text data outside of root node.");
				this.reportedTextAfterRoot = true;
			}
		}
		pushAttribNS(name, value) {
			var _a;
			const { prefix, local } = this.qname(name);
			const attr = {
				name,
				prefix,
				local,
				value
			};
			this.attribList.push(attr);
			(_a = this.attributeHandler) === null || _a === void 0 || _a.call(this, attr);
			if (prefix === "xmlns") {
				const trimmed = value.trim();
				if (this.currentXMLVersion === "1.0" && trimmed === "") this.fail("invalid attempt to undefine prefix in XML 1.0");
				this.topNS[local] = trimmed;
				nsPairCheck(this, local, trimmed);
			} else if (name === "xmlns") {
				const trimmed = value.trim();
				this.topNS[""] = trimmed;
				nsPairCheck(this, "", trimmed);
			}
		}
		pushAttribPlain(name, value) {
			var _a;
			const attr = {
				name,
				value
			};
			this.attribList.push(attr);
			(_a = this.attributeHandler) === null || _a === void 0 || _a.call(this, attr);
		}
		/**
		* End parsing. This performs final well-formedness checks and resets the
		* parser to a clean state.
		*
		* @returns this
		*/
		end() {
			var _a, _b;
			if (!this.sawRoot) this.fail("document must contain a root element.");
			const { tags } = this;
			while (tags.length > 0) {
				const tag = tags.pop();
				this.fail(`unclosed tag: ${tag.name}`);
			}
			if (this.state !== S_BEGIN && this.state !== S_TEXT) this.fail("unexpected end.");
			const { text } = this;
			if (text.length !== 0) {
				(_a = this.textHandler) === null || _a === void 0 || _a.call(this, text);
				this.text = "";
			}
			this._closed = true;
			(_b = this.endHandler) === null || _b === void 0 || _b.call(this);
			this._init();
			return this;
		}
		/**
		* Resolve a namespace prefix.
		*
		* @param prefix The prefix to resolve.
		*
		* @returns The namespace URI or ``undefined`` if the prefix is not defined.
		*/
		resolve(prefix) {
			var _a, _b;
			let uri = this.topNS[prefix];
			if (uri !== void 0) return uri;
			const { tags } = this;
			for (let index = tags.length - 1; index >= 0; index--) {
				uri = tags[index].ns[prefix];
				if (uri !== void 0) return uri;
			}
			uri = this.ns[prefix];
			if (uri !== void 0) return uri;
			return (_b = (_a = this.opt).resolvePrefix) === null || _b === void 0 ? void 0 : _b.call(_a, prefix);
		}
		/**
		* Parse a qname into its prefix and local name parts.
		*
		* @param name The name to parse
		*
		* @returns
		*/
		qname(name) {
			const colon = name.indexOf(":");
			if (colon === -1) return {
				prefix: "",
				local: name
			};
			const local = name.slice(colon + 1);
			const prefix = name.slice(0, colon);
			if (prefix === "" || local === "" || local.includes(":")) this.fail(`malformed name: ${name}.`);
			return {
				prefix,
				local
			};
		}
		processAttribsNS() {
			var _a;
			const { attribList } = this;
			const tag = this.tag;
			{
				const { prefix, local } = this.qname(tag.name);
				tag.prefix = prefix;
				tag.local = local;
				const uri = tag.uri = (_a = this.resolve(prefix)) !== null && _a !== void 0 ? _a : "";
				if (prefix !== "") {
					if (prefix === "xmlns") this.fail("tags may not have \"xmlns\" as prefix.");
					if (uri === "") {
						this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
						tag.uri = prefix;
					}
				}
			}
			if (attribList.length === 0) return;
			const { attributes } = tag;
			const seen = /* @__PURE__ */ new Set();
			for (const attr of attribList) {
				const { name, prefix, local } = attr;
				let uri;
				let eqname;
				if (prefix === "") {
					uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
					eqname = name;
				} else {
					uri = this.resolve(prefix);
					if (uri === void 0) {
						this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
						uri = prefix;
					}
					eqname = `{${uri}}${local}`;
				}
				if (seen.has(eqname)) this.fail(`duplicate attribute: ${eqname}.`);
				seen.add(eqname);
				attr.uri = uri;
				attributes[name] = attr;
			}
			this.attribList = [];
		}
		processAttribsPlain() {
			const { attribList } = this;
			const attributes = this.tag.attributes;
			for (const { name, value } of attribList) {
				if (attributes[name] !== void 0) this.fail(`duplicate attribute: ${name}.`);
				attributes[name] = value;
			}
			this.attribList = [];
		}
		/**
		* Handle a complete open tag. This parser code calls this once it has seen
		* the whole tag. This method checks for well-formeness and then emits
		* ``onopentag``.
		*/
		openTag() {
			var _a;
			this.processAttribs();
			const { tags } = this;
			const tag = this.tag;
			tag.isSelfClosing = false;
			(_a = this.openTagHandler) === null || _a === void 0 || _a.call(this, tag);
			tags.push(tag);
			this.state = S_TEXT;
			this.name = "";
		}
		/**
		* Handle a complete self-closing tag. This parser code calls this once it has
		* seen the whole tag. This method checks for well-formeness and then emits
		* ``onopentag`` and ``onclosetag``.
		*/
		openSelfClosingTag() {
			var _a, _b, _c;
			this.processAttribs();
			const { tags } = this;
			const tag = this.tag;
			tag.isSelfClosing = true;
			(_a = this.openTagHandler) === null || _a === void 0 || _a.call(this, tag);
			(_b = this.closeTagHandler) === null || _b === void 0 || _b.call(this, tag);
			if ((this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null) === null) this.closedRoot = true;
			this.state = S_TEXT;
			this.name = "";
		}
		/**
		* Handle a complete close tag. This parser code calls this once it has seen
		* the whole tag. This method checks for well-formeness and then emits
		* ``onclosetag``.
		*/
		closeTag() {
			const { tags, name } = this;
			this.state = S_TEXT;
			this.name = "";
			if (name === "") {
				this.fail("weird empty close tag.");
				this.text += "</>";
				return;
			}
			const handler = this.closeTagHandler;
			let l = tags.length;
			while (l-- > 0) {
				const tag = this.tag = tags.pop();
				this.topNS = tag.ns;
				handler === null || handler === void 0 || handler(tag);
				if (tag.name === name) break;
				this.fail("unexpected close tag.");
			}
			if (l === 0) this.closedRoot = true;
			else if (l < 0) {
				this.fail(`unmatched closing tag: ${name}.`);
				this.text += `</${name}>`;
			}
		}
		/**
		* Resolves an entity. Makes any necessary well-formedness checks.
		*
		* @param entity The entity to resolve.
		*
		* @returns The parsed entity.
		*/
		parseEntity(entity) {
			if (entity[0] !== "#") {
				const defined = this.ENTITIES[entity];
				if (defined !== void 0) return defined;
				this.fail(this.isName(entity) ? "undefined entity." : "disallowed character in entity name.");
				return `&${entity};`;
			}
			let num = NaN;
			if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) num = parseInt(entity.slice(2), 16);
			else if (/^#[0-9]+$/.test(entity)) num = parseInt(entity.slice(1), 10);
			if (!this.isChar(num)) {
				this.fail("malformed character entity.");
				return `&${entity};`;
			}
			return String.fromCodePoint(num);
		}
	};
	exports.SaxesParser = SaxesParser;
}));

// src/importers/junit/parse.ts
var import_saxes = require_saxes();
const MAX_DEPTH$3 = 50;
const MAX_BYTES = 268435456;
const OUTCOMES = [
	"failure",
	"error",
	"skipped",
	"flakyFailure",
	"flakyError"
];
const isOutcome = (name) => OUTCOMES.includes(name);
/**
* Reads a report as it comes, element by element. Nothing is expanded: a file with a document type is refused, and an
* entity that XML does not define is a fault.
* @throws WeighbridgeError `data` with file and line for what is no well-formed report
*/
async function parseReport(file) {
	const parser = new import_saxes.SaxesParser({
		xmlns: false,
		position: true
	});
	const suites = [];
	const open = [];
	let depth = 0;
	let current = null;
	const here = () => ({
		file,
		line: parser.line
	});
	const fail = (message) => {
		throw new WeighbridgeError("data", message, { at: here() });
	};
	parser.on("error", (error) => fail(`not XML: ${error.message.replace(/^\S*\d+:\d+: /, "")}`));
	parser.on("doctype", () => fail("a document type is not allowed"));
	parser.on("opentag", ({ name, attributes }) => {
		depth += 1;
		if (depth > MAX_DEPTH$3) fail(`nested deeper than ${MAX_DEPTH$3} elements`);
		if (depth === 1 && name !== "testsuites" && name !== "testsuite") fail(`not a JUnit report but <${name}>`);
		const suite = open.at(-1);
		if (name === "testsuite") {
			if (suite !== void 0) suite.holdsSuites = true;
			const opened = {
				at: here(),
				attributes,
				cases: [],
				holdsSuites: false
			};
			suites.push(opened);
			open.push(opened);
		} else if (name === "testcase") {
			if (suite === void 0) return fail("a test case outside a suite");
			current = {
				at: here(),
				attributes,
				suite: suite.attributes.name ?? "",
				outcomes: /* @__PURE__ */ new Map()
			};
			suite.cases.push(current);
		} else if (current !== null && isOutcome(name)) current.outcomes.set(name, attributes.message ?? attributes.type ?? "");
	});
	parser.on("closetag", ({ name }) => {
		depth -= 1;
		if (name === "testsuite") open.pop();
		if (name === "testcase") current = null;
	});
	const hash = createHash("sha256");
	for await (const text of textOf$1(file, hash)) parser.write(text);
	parser.close();
	return {
		suites,
		digest: hash.digest("hex")
	};
}
async function* textOf$1(file, hash) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let length = 0;
	try {
		for await (const chunk of bytesOf(file, hash)) {
			length += chunk.length;
			if (length > MAX_BYTES) throw new WeighbridgeError("data", "larger than 256 MiB", { at: { file } });
			yield decoder.decode(chunk, { stream: true });
		}
		yield decoder.decode();
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		throw new WeighbridgeError("data", "not UTF-8", {
			at: { file },
			cause
		});
	}
}

// src/importers/junit/importer.ts
const TASK$1 = "junit";
const ROOT = /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>|\s)*<testsuites?[\s/>]/;
const junit = {
	name: "JUnit",
	summary: "a report in XML, as pytest --junit-xml and most test runners write it",
	async detect(path) {
		return ROOT.test(await headOf(path) ?? "");
	},
	async load(path, side) {
		const faults = [];
		const run = await attempt$1(faults, () => loadReport(path, side));
		return {
			runs: run === null ? [] : [run],
			faults
		};
	}
};
async function loadReport(file, side) {
	const report = await parseReport(file);
	const samples = samplesOf$4(report);
	if (samples.length === 0) throw new WeighbridgeError("data", "there are no test cases", { at: { file } });
	const started = report.suites[0]?.attributes.timestamp;
	const described = {
		side,
		task: TASK$1,
		metrics: [meanMetric("pass", "higher_is_better", "rate")],
		fingerprint: { harness: TASK$1 },
		model: unidentifiedModel(`${basename(file)}, inputs not recorded`, { file: report.digest }),
		planned: samples.length,
		...started === void 0 ? {} : { started }
	};
	return foreignRun(file, described, async function* () {
		yield* samples;
	});
}

// node_modules/hyparquet/src/constants.js
/** @type {import('../src/types.d.ts').ParquetType[]} */
const ParquetTypes = [
	"BOOLEAN",
	"INT32",
	"INT64",
	"INT96",
	"FLOAT",
	"DOUBLE",
	"BYTE_ARRAY",
	"FIXED_LEN_BYTE_ARRAY"
];
/** @type {import('../src/types.d.ts').Encoding[]} */
const Encodings = [
	"PLAIN",
	"GROUP_VAR_INT",
	"PLAIN_DICTIONARY",
	"RLE",
	"BIT_PACKED",
	"DELTA_BINARY_PACKED",
	"DELTA_LENGTH_BYTE_ARRAY",
	"DELTA_BYTE_ARRAY",
	"RLE_DICTIONARY",
	"BYTE_STREAM_SPLIT"
];
/** @type {import('../src/types.d.ts').FieldRepetitionType[]} */
const FieldRepetitionTypes = [
	"REQUIRED",
	"OPTIONAL",
	"REPEATED"
];
/** @type {import('../src/types.d.ts').ConvertedType[]} */
const ConvertedTypes = [
	"UTF8",
	"MAP",
	"MAP_KEY_VALUE",
	"LIST",
	"ENUM",
	"DECIMAL",
	"DATE",
	"TIME_MILLIS",
	"TIME_MICROS",
	"TIMESTAMP_MILLIS",
	"TIMESTAMP_MICROS",
	"UINT_8",
	"UINT_16",
	"UINT_32",
	"UINT_64",
	"INT_8",
	"INT_16",
	"INT_32",
	"INT_64",
	"JSON",
	"BSON",
	"INTERVAL"
];
/** @type {import('../src/types.d.ts').CompressionCodec[]} */
const CompressionCodecs = [
	"UNCOMPRESSED",
	"SNAPPY",
	"GZIP",
	"LZO",
	"BROTLI",
	"LZ4",
	"ZSTD",
	"LZ4_RAW"
];
/** @type {import('../src/types.d.ts').PageType[]} */
const PageTypes = [
	"DATA_PAGE",
	"INDEX_PAGE",
	"DICTIONARY_PAGE",
	"DATA_PAGE_V2"
];
/** @type {import('../src/types.d.ts').BoundaryOrder[]} */
const BoundaryOrders = [
	"UNORDERED",
	"ASCENDING",
	"DESCENDING"
];
/** @type {import('../src/types.d.ts').EdgeInterpolationAlgorithm[]} */
const EdgeInterpolationAlgorithms = [
	"SPHERICAL",
	"VINCENTY",
	"THOMAS",
	"ANDOYER",
	"KARNEY"
];

// node_modules/hyparquet/src/wkb.js
/**
* WKB (Well-Known Binary) decoder for geometry objects.
*
* @param {DataReader} reader
* @returns {Geometry} geometry object
*/
function wkbToGeojson(reader) {
	const flags = getFlags(reader);
	if (flags.type === 1) return {
		type: "Point",
		coordinates: readPosition(reader, flags)
	};
	else if (flags.type === 2) return {
		type: "LineString",
		coordinates: readLine(reader, flags)
	};
	else if (flags.type === 3) return {
		type: "Polygon",
		coordinates: readPolygon(reader, flags)
	};
	else if (flags.type === 4) {
		const points = [];
		for (let i = 0; i < flags.count; i++) points.push(readPosition(reader, getFlags(reader)));
		return {
			type: "MultiPoint",
			coordinates: points
		};
	} else if (flags.type === 5) {
		const lines = [];
		for (let i = 0; i < flags.count; i++) lines.push(readLine(reader, getFlags(reader)));
		return {
			type: "MultiLineString",
			coordinates: lines
		};
	} else if (flags.type === 6) {
		const polygons = [];
		for (let i = 0; i < flags.count; i++) polygons.push(readPolygon(reader, getFlags(reader)));
		return {
			type: "MultiPolygon",
			coordinates: polygons
		};
	} else if (flags.type === 7) {
		const geometries = [];
		for (let i = 0; i < flags.count; i++) geometries.push(wkbToGeojson(reader));
		return {
			type: "GeometryCollection",
			geometries
		};
	} else throw new Error(`Unsupported geometry type: ${flags.type}`);
}
/**
* Extract ISO WKB flags and base geometry type.
*
* @param {DataReader} reader
* @returns {WkbFlags}
*/
function getFlags(reader) {
	const { view } = reader;
	const littleEndian = view.getUint8(reader.offset++) === 1;
	const rawType = view.getUint32(reader.offset, littleEndian);
	reader.offset += 4;
	const type = rawType % 1e3;
	const flags = Math.floor(rawType / 1e3);
	let count = 0;
	if (type > 1 && type <= 7) {
		count = view.getUint32(reader.offset, littleEndian);
		reader.offset += 4;
	}
	let dim = 2;
	if (flags) dim++;
	if (flags === 3) dim++;
	return {
		littleEndian,
		type,
		dim,
		count
	};
}
/**
* @param {DataReader} reader
* @param {WkbFlags} flags
* @returns {number[]}
*/
function readPosition(reader, flags) {
	const points = [];
	for (let i = 0; i < flags.dim; i++) {
		const coord = reader.view.getFloat64(reader.offset, flags.littleEndian);
		reader.offset += 8;
		points.push(coord);
	}
	return points;
}
/**
* @param {DataReader} reader
* @param {WkbFlags} flags
* @returns {number[][]}
*/
function readLine(reader, flags) {
	const points = [];
	for (let i = 0; i < flags.count; i++) points.push(readPosition(reader, flags));
	return points;
}
/**
* @param {DataReader} reader
* @param {WkbFlags} flags
* @returns {number[][][]}
*/
function readPolygon(reader, flags) {
	const { view } = reader;
	const rings = [];
	for (let r = 0; r < flags.count; r++) {
		const count = view.getUint32(reader.offset, flags.littleEndian);
		reader.offset += 4;
		rings.push(readLine(reader, {
			...flags,
			count
		}));
	}
	return rings;
}
/**
* @typedef {object} WkbFlags
* @property {boolean} littleEndian
* @property {number} type
* @property {number} dim
* @property {number} count
*/
/**
* @import {DataReader, Geometry} from '../src/types.js'
*/

// node_modules/hyparquet/src/convert.js
/**
* @import {ColumnDecoder, DecodedArray, Encoding, ParquetParsers} from '../src/types.js'
*/
const decoder$2 = new TextDecoder();
/**
* Default type parsers when no custom ones are given
* @type ParquetParsers
*/
const DEFAULT_PARSERS = {
	timestampFromMilliseconds(millis) {
		return new Date(Number(millis));
	},
	timestampFromMicroseconds(micros) {
		return new Date(Number(micros / 1000n));
	},
	timestampFromNanoseconds(nanos) {
		return new Date(Number(nanos / 1000000n));
	},
	dateFromDays(days) {
		return /* @__PURE__ */ new Date(days * 864e5);
	},
	stringFromBytes(bytes) {
		return bytes && decoder$2.decode(bytes);
	},
	jsonFromBytes(bytes) {
		return bytes && JSON.parse(decoder$2.decode(bytes));
	},
	geometryFromBytes(bytes) {
		return bytes && wkbToGeojson({
			view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
			offset: 0
		});
	},
	geographyFromBytes(bytes) {
		return bytes && wkbToGeojson({
			view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
			offset: 0
		});
	},
	uuidFromBytes(bytes) {
		if (!bytes) return void 0;
		const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
		return hex.slice(0, 8) + "-" + hex.slice(8, 12) + "-" + hex.slice(12, 16) + "-" + hex.slice(16, 20) + "-" + hex.slice(20, 32);
	}
};
/**
* Convert known types from primitive to rich, and dereference dictionary.
*
* @param {DecodedArray} data series of primitive types
* @param {DecodedArray | undefined} dictionary
* @param {Encoding} encoding
* @param {ColumnDecoder} columnDecoder
* @returns {DecodedArray} series of rich types
*/
function convertWithDictionary(data, dictionary, encoding, columnDecoder) {
	if (dictionary && encoding.endsWith("_DICTIONARY")) {
		let output = data;
		if (data instanceof Uint8Array && !(dictionary instanceof Uint8Array)) output = new dictionary.constructor(data.length);
		for (let i = 0; i < data.length; i++) output[i] = dictionary[data[i]];
		return output;
	} else return convert(data, columnDecoder);
}
/**
* Convert known types from primitive to rich.
*
* @param {DecodedArray} data series of primitive types
* @param {ColumnDecoder} columnDecoder
* @returns {DecodedArray} series of rich types
*/
function convert(data, columnDecoder) {
	const { element, parsers, utf8 = true, schemaPath } = columnDecoder;
	const { type, converted_type: ctype, logical_type: ltype } = element;
	const nullable = element.repetition_type !== "REQUIRED";
	if (schemaPath?.some((s) => s.element.logical_type?.type === "VARIANT") && type === "BYTE_ARRAY" && ctype !== "UTF8" && ltype?.type !== "STRING") return data;
	if (ctype === "DECIMAL") {
		const factor = 10 ** -(element.scale || 0);
		const arr = new Array(data.length);
		for (let i = 0; i < arr.length; i++) if (data[i] instanceof Uint8Array) arr[i] = parseDecimal(data[i]) * factor;
		else arr[i] = Number(data[i]) * factor;
		return arr;
	}
	if (!ctype && type === "INT96") return Array.from(data).map((v) => parsers.timestampFromNanoseconds(parseInt96Nanos(v)));
	if (ctype === "DATE") return Array.from(data).map((v) => parsers.dateFromDays(v));
	if (ctype === "TIMESTAMP_MILLIS") return Array.from(data).map((v) => parsers.timestampFromMilliseconds(v));
	if (ctype === "TIMESTAMP_MICROS") return Array.from(data).map((v) => parsers.timestampFromMicroseconds(v));
	if (ctype === "JSON") return data.map((v) => parsers.jsonFromBytes(v));
	if (ctype === "BSON") throw new Error("parquet bson not supported");
	if (ctype === "INTERVAL") throw new Error("parquet interval not supported");
	if (ltype?.type === "GEOMETRY") return data.map((v) => parsers.geometryFromBytes(v));
	if (ltype?.type === "GEOGRAPHY") return data.map((v) => parsers.geographyFromBytes(v));
	if (ltype?.type === "UUID") return data.map((v) => parsers.uuidFromBytes(v));
	if (ctype === "UTF8" || ltype?.type === "STRING" || utf8 && type === "BYTE_ARRAY") return data.map((v) => parsers.stringFromBytes(v));
	if (ctype === "UINT_64" || ltype?.type === "INTEGER" && ltype.bitWidth === 64 && !ltype.isSigned) {
		if (data instanceof BigInt64Array) return new BigUint64Array(data.buffer, data.byteOffset, data.length);
		const arr = nullable ? new Array(data.length) : new BigUint64Array(data.length);
		for (let i = 0; i < arr.length; i++) arr[i] = data[i];
		return arr;
	}
	if (ctype === "UINT_32" || ltype?.type === "INTEGER" && ltype.bitWidth === 32 && !ltype.isSigned) {
		if (data instanceof Int32Array) return new Uint32Array(data.buffer, data.byteOffset, data.length);
		const arr = nullable ? new Array(data.length) : new Uint32Array(data.length);
		for (let i = 0; i < arr.length; i++) arr[i] = data[i] < 0 ? 4294967296 + data[i] : data[i];
		return arr;
	}
	if (ltype?.type === "FLOAT16") return Array.from(data).map(parseFloat16);
	if (ltype?.type === "TIMESTAMP") {
		const { unit } = ltype;
		/** @type {ParquetParsers[keyof ParquetParsers]} */
		let parser = parsers.timestampFromMilliseconds;
		if (unit === "MICROS") parser = parsers.timestampFromMicroseconds;
		if (unit === "NANOS") parser = parsers.timestampFromNanoseconds;
		const arr = new Array(data.length);
		for (let i = 0; i < arr.length; i++) arr[i] = parser(data[i]);
		return arr;
	}
	return data;
}
/**
* @param {Uint8Array} bytes
* @returns {number}
*/
function parseDecimal(bytes) {
	if (!bytes.length) return 0;
	let value = 0n;
	for (const byte of bytes) value = value * 256n + BigInt(byte);
	const bits = bytes.length * 8;
	if (value >= 2n ** BigInt(bits - 1)) value -= 2n ** BigInt(bits);
	return Number(value);
}
/**
* Converts INT96 date format (hi 32bit days, lo 64bit nanos) to nanos since epoch
* @param {bigint} value
* @returns {bigint}
*/
function parseInt96Nanos(value) {
	const days = (value >> 64n) - 2440588n;
	const nano = value & 18446744073709551615n;
	return days * 86400000000000n + nano;
}
/**
* @param {Uint8Array | undefined} bytes
* @returns {number | undefined}
*/
function parseFloat16(bytes) {
	if (!bytes) return void 0;
	const int16 = bytes[1] << 8 | bytes[0];
	const sign = int16 >> 15 ? -1 : 1;
	const exp = int16 >> 10 & 31;
	const frac = int16 & 1023;
	if (exp === 0) return sign * 2 ** -14 * (frac / 1024);
	if (exp === 31) return frac ? NaN : sign * Infinity;
	return sign * 2 ** (exp - 15) * (1 + frac / 1024);
}

// node_modules/hyparquet/src/schema.js
/**
* Build a tree from the schema elements.
*
* @param {SchemaElement[]} schema
* @param {number} rootIndex index of the root element
* @param {string[]} path path to the element
* @returns {SchemaTree} tree of schema elements
*/
function schemaTree(schema, rootIndex, path) {
	const element = schema[rootIndex];
	const children = [];
	let count = 1;
	if (element.num_children) while (children.length < element.num_children) {
		const childElement = schema[rootIndex + count];
		const child = schemaTree(schema, rootIndex + count, [...path, childElement.name]);
		count += child.count;
		children.push(child);
	}
	return {
		count,
		element,
		children,
		path
	};
}
/**
* Get schema elements from the root to the given element name.
*
* @param {SchemaElement[]} schema
* @param {string[]} name path to the element
* @returns {SchemaTree[]} list of schema elements
*/
function getSchemaPath(schema, name) {
	return getTreePath(schemaTree(schema, 0, []), name);
}
/**
* Get schema tree nodes from the root of a prebuilt tree to the given element name.
*
* @param {SchemaTree} tree root of the schema tree
* @param {string[]} name path to the element
* @returns {SchemaTree[]} list of schema elements
*/
function getTreePath(tree, name) {
	const path = [tree];
	for (const part of name) {
		const child = tree.children.find((child) => child.element.name === part);
		if (!child) throw new Error(`parquet schema element not found: ${name}`);
		path.push(child);
		tree = child;
	}
	return path;
}
/**
* Get all physical (leaf) column names.
*
* @param {SchemaTree} schemaTree
* @returns {string[]} list of physical column names
*/
function getPhysicalColumns(schemaTree) {
	/** @type {string[]} */
	const columns = [];
	/** @param {SchemaTree} node */
	function traverse(node) {
		if (node.children.length) for (const child of node.children) traverse(child);
		else columns.push(node.path.join("."));
	}
	traverse(schemaTree);
	return columns;
}
/**
* Get the max repetition level for a given schema path.
*
* @param {SchemaTree[]} schemaPath
* @returns {number} max repetition level
*/
function getMaxRepetitionLevel(schemaPath) {
	let maxLevel = 0;
	for (const { element } of schemaPath) if (element.repetition_type === "REPEATED") maxLevel++;
	return maxLevel;
}
/**
* Get the max definition level for a given schema path.
*
* @param {SchemaTree[]} schemaPath
* @returns {number} max definition level
*/
function getMaxDefinitionLevel(schemaPath) {
	let maxLevel = 0;
	for (const { element } of schemaPath.slice(1)) if (element.repetition_type !== "REQUIRED") maxLevel++;
	return maxLevel;
}
/**
* Check if a column is list-like.
*
* @param {SchemaTree} schema
* @returns {boolean} true if list-like
*/
function isListLike(schema) {
	if (!schema) return false;
	if (schema.element.converted_type !== "LIST") return false;
	if (schema.children.length > 1) return false;
	const firstChild = schema.children[0];
	if (firstChild.children.length > 1) return false;
	if (firstChild.element.repetition_type !== "REPEATED") return false;
	return true;
}
/**
* Check if a column is map-like.
*
* @param {SchemaTree} schema
* @returns {boolean} true if map-like
*/
function isMapLike(schema) {
	if (!schema) return false;
	if (schema.element.converted_type !== "MAP") return false;
	if (schema.children.length > 1) return false;
	const firstChild = schema.children[0];
	if (firstChild.children.length !== 2) return false;
	if (firstChild.element.repetition_type !== "REPEATED") return false;
	if (firstChild.children.find((child) => child.element.name === "key")?.element.repetition_type === "REPEATED") return false;
	if (firstChild.children.find((child) => child.element.name === "value")?.element.repetition_type === "REPEATED") return false;
	return true;
}
/**
* Returns true if a column is non-nested.
*
* @param {SchemaTree[]} schemaPath
* @returns {boolean}
*/
function isFlatColumn(schemaPath) {
	if (schemaPath.length !== 2) return false;
	const [, column] = schemaPath;
	if (column.element.repetition_type === "REPEATED") return false;
	if (column.children.length) return false;
	return true;
}
/**
* @import {SchemaElement, SchemaTree} from '../src/types.js'
*/

// node_modules/hyparquet/src/thrift.js
/**
* @import {DataReader, ThriftObject, ThriftType} from '../src/types.js'
*/
const STOP = 0;
const TRUE = 1;
const FALSE = 2;
const BYTE = 3;
const I16 = 4;
const I32 = 5;
const I64 = 6;
const DOUBLE = 7;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;
/**
* Parse TCompactProtocol
*
* @param {DataReader} reader
* @returns {{ [key: `field_${number}`]: any }}
*/
function deserializeTCompactProtocol(reader) {
	/** @type {ThriftObject} */
	const value = {};
	let fid = 0;
	while (true) {
		if (reader.offset >= reader.view.byteLength) throw new Error("thrift struct ended without STOP");
		const byte = reader.view.getUint8(reader.offset++);
		const type = byte & 15;
		if (type === STOP) break;
		const delta = byte >> 4;
		fid = delta ? fid + delta : readZigZag(reader);
		value[`field_${fid}`] = readElement(reader, type);
	}
	return value;
}
/**
* Read a single element based on its type
*
* @param {DataReader} reader
* @param {number} type
* @returns {ThriftType}
*/
function readElement(reader, type) {
	switch (type) {
		case TRUE: return true;
		case FALSE: return false;
		case BYTE: return reader.view.getInt8(reader.offset++);
		case I16:
		case I32: return readZigZag(reader);
		case I64: return readZigZagBigInt(reader);
		case DOUBLE: {
			const value = reader.view.getFloat64(reader.offset, true);
			reader.offset += 8;
			return value;
		}
		case BINARY: {
			const stringLength = readVarInt(reader);
			if (reader.offset + stringLength > reader.view.byteLength) throw new Error(`thrift binary length ${stringLength} exceeds remaining ${reader.view.byteLength - reader.offset} bytes`);
			const strBytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, stringLength);
			reader.offset += stringLength;
			return strBytes;
		}
		case LIST: {
			const byte = reader.view.getUint8(reader.offset++);
			const elemType = byte & 15;
			let listSize = byte >> 4;
			if (listSize === 15) listSize = readVarInt(reader);
			const boolType = elemType === TRUE || elemType === FALSE;
			const values = new Array(listSize);
			for (let i = 0; i < listSize; i++) values[i] = boolType ? readElement(reader, BYTE) === 1 : readElement(reader, elemType);
			return values;
		}
		case STRUCT: return deserializeTCompactProtocol(reader);
		default: throw new Error(`thrift unhandled type: ${type}`);
	}
}
/**
* Read varint aka Unsigned LEB128.
*
* @param {DataReader} reader
* @returns {number}
*/
function readVarInt(reader) {
	let result = 0;
	let shift = 0;
	while (true) {
		const byte = reader.view.getUint8(reader.offset++);
		result |= (byte & 127) << shift;
		if (!(byte & 128)) return result;
		shift += 7;
	}
}
/**
* Read a varint as a bigint.
*
* @param {DataReader} reader
* @returns {bigint}
*/
function readVarBigInt(reader) {
	let result = 0n;
	let shift = 0n;
	while (true) {
		const byte = reader.view.getUint8(reader.offset++);
		result |= BigInt(byte & 127) << shift;
		if (!(byte & 128)) return result;
		shift += 7n;
	}
}
/**
* Read a zigzag number.
* Zigzag folds positive and negative numbers into the positive number space.
*
* @param {DataReader} reader
* @returns {number}
*/
function readZigZag(reader) {
	const zigzag = readVarInt(reader);
	return zigzag >>> 1 ^ -(zigzag & 1);
}
/**
* Read a zigzag bigint.
*
* @param {DataReader} reader
* @returns {bigint}
*/
function readZigZagBigInt(reader) {
	const zigzag = readVarBigInt(reader);
	return zigzag >> 1n ^ -(zigzag & 1n);
}

// node_modules/hyparquet/src/geoparquet.js
/**
* @param {SchemaElement[]} schema
* @param {KeyValue[] | undefined} key_value_metadata
* @returns {void}
*/
function markGeoColumns(schema, key_value_metadata) {
	/** @type {Map<string, LogicalType>} */
	const columns = /* @__PURE__ */ new Map();
	const geo = key_value_metadata?.find(({ key }) => key === "geo")?.value;
	const decodedColumns = (geo && JSON.parse(geo)?.columns) ?? {};
	for (const [name, column] of Object.entries(decodedColumns)) {
		if (column.encoding !== "WKB") continue;
		const type = column.edges === "spherical" ? "GEOGRAPHY" : "GEOMETRY";
		const id = column.crs?.id ?? column.crs?.ids?.[0];
		const crs = id ? `${id.authority}:${id.code.toString()}` : void 0;
		columns.set(name, {
			type,
			crs
		});
	}
	for (let i = 1; i < schema.length; i++) {
		const { logical_type, name, num_children, type } = schema[i];
		if (num_children) {
			i += num_children;
			continue;
		}
		if (type === "BYTE_ARRAY" && !logical_type) schema[i].logical_type = columns.get(name);
	}
}
/**
* @import {KeyValue, LogicalType, SchemaElement} from '../src/types.js'
*/

// node_modules/hyparquet/src/metadata.js
/**
* @import {AsyncBuffer, FileMetaData, KeyValue, LogicalType, MetadataOptions, MinMaxType, ParquetParsers, SchemaElement, SchemaTree, Statistics, TimeUnit} from '../src/types.js'
*/
const defaultInitialFetchSize = 1 << 19;
const decoder$1 = new TextDecoder();
function decode(value) {
	return value && decoder$1.decode(value);
}
/**
* Read parquet metadata from an async buffer.
*
* An AsyncBuffer is like an ArrayBuffer, but the slices are loaded
* asynchronously, possibly over the network.
*
* You must provide the byteLength of the buffer, typically from a HEAD request.
*
* In theory, you could use suffix-range requests to fetch the end of the file,
* and save a round trip. But in practice, this doesn't work because chrome
* deems suffix-range requests as a not-safe-listed header, and will require
* a pre-flight. So the byteLength is required.
*
* To make this efficient, we initially request the last 512kb of the file,
* which is likely to contain the metadata. If the metadata length exceeds the
* initial fetch, 512kb, we request the rest of the metadata from the AsyncBuffer.
*
* This ensures that we either make one 512kb initial request for the metadata,
* or a second request for up to the metadata size.
*
* @param {AsyncBuffer} asyncBuffer parquet file contents
* @param {MetadataOptions & { initialFetchSize?: number }} options initial fetch size in bytes (default 512kb)
* @returns {Promise<FileMetaData>} parquet metadata object
*/
async function parquetMetadataAsync(asyncBuffer, { parsers, initialFetchSize = defaultInitialFetchSize, geoparquet = true } = {}) {
	if (!asyncBuffer || !(asyncBuffer.byteLength >= 0)) throw new Error("parquet expected AsyncBuffer");
	const footerOffset = Math.max(0, asyncBuffer.byteLength - initialFetchSize);
	const footerBuffer = await asyncBuffer.slice(footerOffset, asyncBuffer.byteLength);
	const footerView = new DataView(footerBuffer);
	if (footerView.getUint32(footerBuffer.byteLength - 4, true) !== 827474256) throw new Error("parquet file invalid (footer != PAR1)");
	const metadataLength = footerView.getUint32(footerBuffer.byteLength - 8, true);
	if (metadataLength > asyncBuffer.byteLength - 8) throw new Error(`parquet metadata length ${metadataLength} exceeds available buffer ${asyncBuffer.byteLength - 8}`);
	if (metadataLength + 8 > initialFetchSize) {
		const metadataOffset = asyncBuffer.byteLength - metadataLength - 8;
		const metadataBuffer = await asyncBuffer.slice(metadataOffset, footerOffset);
		const combinedBuffer = new ArrayBuffer(metadataLength + 8);
		const combinedView = new Uint8Array(combinedBuffer);
		combinedView.set(new Uint8Array(metadataBuffer));
		combinedView.set(new Uint8Array(footerBuffer), footerOffset - metadataOffset);
		return parquetMetadata(combinedBuffer, {
			parsers,
			geoparquet
		});
	} else return parquetMetadata(footerBuffer, {
		parsers,
		geoparquet
	});
}
/**
* Read parquet metadata from a buffer synchronously.
*
* @param {ArrayBuffer | Uint8Array} arrayBuffer parquet file footer
* @param {MetadataOptions} options metadata parsing options
* @returns {FileMetaData} parquet metadata object
*/
function parquetMetadata(arrayBuffer, { parsers, geoparquet = true } = {}) {
	let view;
	if (arrayBuffer instanceof ArrayBuffer) view = new DataView(arrayBuffer);
	else if (arrayBuffer instanceof Uint8Array) view = new DataView(arrayBuffer.buffer, arrayBuffer.byteOffset, arrayBuffer.byteLength);
	else throw new Error("parquet expected ArrayBuffer or Uint8Array");
	const allParsers = {
		...DEFAULT_PARSERS,
		...parsers
	};
	if (view.byteLength < 8) throw new Error("parquet file is too short");
	if (view.getUint32(view.byteLength - 4, true) !== 827474256) throw new Error("parquet file invalid (footer != PAR1)");
	const metadataLengthOffset = view.byteLength - 8;
	const metadataLength = view.getUint32(metadataLengthOffset, true);
	if (metadataLength > view.byteLength - 8) throw new Error(`parquet metadata length ${metadataLength} exceeds available buffer ${view.byteLength - 8}`);
	const metadataOffset = metadataLengthOffset - metadataLength;
	const metadata = deserializeTCompactProtocol({
		view,
		offset: metadataOffset
	});
	const version = metadata.field_1;
	/** @type {SchemaElement[]} */
	const schema = metadata.field_2.map((field) => ({
		type: ParquetTypes[field.field_1],
		type_length: field.field_2,
		repetition_type: FieldRepetitionTypes[field.field_3],
		name: decode(field.field_4),
		num_children: field.field_5,
		converted_type: ConvertedTypes[field.field_6],
		scale: field.field_7,
		precision: field.field_8,
		field_id: field.field_9,
		logical_type: logicalType(field.field_10)
	}));
	const columnSchema = schema.filter((e) => e.type);
	const num_rows = metadata.field_3;
	const row_groups = metadata.field_4.map((rowGroup) => ({
		columns: rowGroup.field_1.map((column, columnIndex) => ({
			file_path: decode(column.field_1),
			file_offset: column.field_2,
			meta_data: column.field_3 && {
				type: ParquetTypes[column.field_3.field_1],
				encodings: column.field_3.field_2?.map((e) => Encodings[e]),
				path_in_schema: column.field_3.field_3.map(decode),
				codec: CompressionCodecs[column.field_3.field_4],
				num_values: column.field_3.field_5,
				total_uncompressed_size: column.field_3.field_6,
				total_compressed_size: column.field_3.field_7,
				key_value_metadata: column.field_3.field_8?.map((kv) => ({
					key: decode(kv.field_1),
					value: decode(kv.field_2)
				})),
				data_page_offset: column.field_3.field_9,
				index_page_offset: column.field_3.field_10,
				dictionary_page_offset: column.field_3.field_11,
				statistics: convertStats(column.field_3.field_12, columnSchema[columnIndex], allParsers),
				encoding_stats: column.field_3.field_13?.map((encodingStat) => ({
					page_type: PageTypes[encodingStat.field_1],
					encoding: Encodings[encodingStat.field_2],
					count: encodingStat.field_3
				})),
				bloom_filter_offset: column.field_3.field_14,
				bloom_filter_length: column.field_3.field_15,
				size_statistics: column.field_3.field_16 && {
					unencoded_byte_array_data_bytes: column.field_3.field_16.field_1,
					repetition_level_histogram: column.field_3.field_16.field_2,
					definition_level_histogram: column.field_3.field_16.field_3
				},
				geospatial_statistics: column.field_3.field_17 && {
					bbox: column.field_3.field_17.field_1 && {
						xmin: column.field_3.field_17.field_1.field_1,
						xmax: column.field_3.field_17.field_1.field_2,
						ymin: column.field_3.field_17.field_1.field_3,
						ymax: column.field_3.field_17.field_1.field_4,
						zmin: column.field_3.field_17.field_1.field_5,
						zmax: column.field_3.field_17.field_1.field_6,
						mmin: column.field_3.field_17.field_1.field_7,
						mmax: column.field_3.field_17.field_1.field_8
					},
					geospatial_types: column.field_3.field_17.field_2
				}
			},
			offset_index_offset: column.field_4,
			offset_index_length: column.field_5,
			column_index_offset: column.field_6,
			column_index_length: column.field_7,
			crypto_metadata: column.field_8,
			encrypted_column_metadata: column.field_9
		})),
		total_byte_size: rowGroup.field_2,
		num_rows: rowGroup.field_3,
		sorting_columns: rowGroup.field_4?.map((sortingColumn) => ({
			column_idx: sortingColumn.field_1,
			descending: sortingColumn.field_2,
			nulls_first: sortingColumn.field_3
		})),
		file_offset: rowGroup.field_5,
		total_compressed_size: rowGroup.field_6,
		ordinal: rowGroup.field_7
	}));
	/** @type {KeyValue[] | undefined} */
	const key_value_metadata = metadata.field_5?.map((kv) => ({
		key: decode(kv.field_1),
		value: decode(kv.field_2)
	}));
	const created_by = decode(metadata.field_6);
	if (geoparquet) markGeoColumns(schema, key_value_metadata);
	return {
		version,
		schema,
		num_rows,
		row_groups,
		key_value_metadata,
		created_by,
		metadata_length: metadataLength
	};
}
/**
* Return a tree of schema elements from parquet metadata.
*
* @param {{schema: SchemaElement[]}} metadata parquet metadata object
* @returns {SchemaTree} tree of schema elements
*/
function parquetSchema({ schema }) {
	return getSchemaPath(schema, [])[0];
}
/**
* @param {any} logicalType
* @returns {LogicalType | undefined}
*/
function logicalType(logicalType) {
	if (logicalType?.field_1) return { type: "STRING" };
	if (logicalType?.field_2) return { type: "MAP" };
	if (logicalType?.field_3) return { type: "LIST" };
	if (logicalType?.field_4) return { type: "ENUM" };
	if (logicalType?.field_5) return {
		type: "DECIMAL",
		scale: logicalType.field_5.field_1,
		precision: logicalType.field_5.field_2
	};
	if (logicalType?.field_6) return { type: "DATE" };
	if (logicalType?.field_7) return {
		type: "TIME",
		isAdjustedToUTC: logicalType.field_7.field_1,
		unit: timeUnit(logicalType.field_7.field_2)
	};
	if (logicalType?.field_8) return {
		type: "TIMESTAMP",
		isAdjustedToUTC: logicalType.field_8.field_1,
		unit: timeUnit(logicalType.field_8.field_2)
	};
	if (logicalType?.field_10) return {
		type: "INTEGER",
		bitWidth: logicalType.field_10.field_1,
		isSigned: logicalType.field_10.field_2
	};
	if (logicalType?.field_11) return { type: "NULL" };
	if (logicalType?.field_12) return { type: "JSON" };
	if (logicalType?.field_13) return { type: "BSON" };
	if (logicalType?.field_14) return { type: "UUID" };
	if (logicalType?.field_15) return { type: "FLOAT16" };
	if (logicalType?.field_16) return {
		type: "VARIANT",
		specification_version: logicalType.field_16.field_1
	};
	if (logicalType?.field_17) return {
		type: "GEOMETRY",
		crs: decode(logicalType.field_17.field_1)
	};
	if (logicalType?.field_18) return {
		type: "GEOGRAPHY",
		crs: decode(logicalType.field_18.field_1),
		algorithm: EdgeInterpolationAlgorithms[logicalType.field_18.field_2]
	};
	return logicalType;
}
/**
* @param {any} unit
* @returns {TimeUnit}
*/
function timeUnit(unit) {
	if (unit.field_1) return "MILLIS";
	if (unit.field_2) return "MICROS";
	if (unit.field_3) return "NANOS";
	throw new Error("parquet time unit required");
}
/**
* Convert column statistics based on column type.
*
* @param {any} stats
* @param {SchemaElement} schema
* @param {ParquetParsers} parsers
* @returns {Statistics}
*/
function convertStats(stats, schema, parsers) {
	return stats && {
		max: convertMetadata(stats.field_1, schema, parsers),
		min: convertMetadata(stats.field_2, schema, parsers),
		null_count: stats.field_3,
		distinct_count: stats.field_4,
		max_value: convertMetadata(stats.field_5, schema, parsers),
		min_value: convertMetadata(stats.field_6, schema, parsers),
		is_max_value_exact: stats.field_7,
		is_min_value_exact: stats.field_8
	};
}
/**
* @param {Uint8Array | undefined} value
* @param {SchemaElement} schema
* @param {ParquetParsers} parsers
* @returns {MinMaxType | undefined}
*/
function convertMetadata(value, schema, parsers) {
	const { type, converted_type, logical_type } = schema;
	if (value === void 0) return value;
	if (type === "BOOLEAN") return value[0] === 1;
	if (type === "BYTE_ARRAY") return parsers.stringFromBytes(value);
	const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
	if (type === "FLOAT" && view.byteLength === 4) return view.getFloat32(0, true);
	if (type === "DOUBLE" && view.byteLength === 8) return view.getFloat64(0, true);
	if (type === "INT32" && converted_type === "DECIMAL" && view.byteLength === 4) return view.getInt32(0, true) * 10 ** -(schema.scale || 0);
	if (type === "INT64" && converted_type === "DECIMAL" && view.byteLength === 8) return Number(view.getBigInt64(0, true)) * 10 ** -(schema.scale || 0);
	if (type === "INT32" && converted_type === "DATE") return parsers.dateFromDays(view.getInt32(0, true));
	if (type === "INT64" && converted_type === "TIMESTAMP_MILLIS") return parsers.timestampFromMilliseconds(view.getBigInt64(0, true));
	if (type === "INT64" && converted_type === "TIMESTAMP_MICROS") return parsers.timestampFromMicroseconds(view.getBigInt64(0, true));
	if (type === "INT64" && logical_type?.type === "TIMESTAMP" && logical_type?.unit === "NANOS") return parsers.timestampFromNanoseconds(view.getBigInt64(0, true));
	if (type === "INT64" && logical_type?.type === "TIMESTAMP" && logical_type?.unit === "MICROS") return parsers.timestampFromMicroseconds(view.getBigInt64(0, true));
	if (type === "INT64" && logical_type?.type === "TIMESTAMP") return parsers.timestampFromMilliseconds(view.getBigInt64(0, true));
	const unsigned = converted_type?.startsWith("UINT_") || logical_type?.type === "INTEGER" && !logical_type.isSigned;
	if (type === "INT32" && unsigned && view.byteLength === 4) return view.getUint32(0, true);
	if (type === "INT64" && unsigned && view.byteLength === 8) return view.getBigUint64(0, true);
	if (type === "INT32" && view.byteLength === 4) return view.getInt32(0, true);
	if (type === "INT64" && view.byteLength === 8) return view.getBigInt64(0, true);
	if (converted_type === "DECIMAL") return parseDecimal(value) * 10 ** -(schema.scale || 0);
	if (logical_type?.type === "FLOAT16") return parseFloat16(value);
	if (logical_type?.type === "UUID") return parsers.uuidFromBytes(value);
	if (type === "FIXED_LEN_BYTE_ARRAY") return value;
	return value;
}

// node_modules/hyparquet/src/indexes.js
/**
* @import {ColumnIndex, DataReader, OffsetIndex, PageLocation, ParquetParsers, SchemaElement} from '../src/types.js'
*/
/**
* @param {DataReader} reader
* @param {SchemaElement} schema
* @param {Partial<ParquetParsers> | undefined} parsers
* @returns {ColumnIndex}
*/
function readColumnIndex(reader, schema, parsers = void 0) {
	const allParsers = {
		...DEFAULT_PARSERS,
		...parsers
	};
	const thrift = deserializeTCompactProtocol(reader);
	return {
		null_pages: thrift.field_1,
		min_values: thrift.field_2.map((m) => convertMetadata(m, schema, allParsers)),
		max_values: thrift.field_3.map((m) => convertMetadata(m, schema, allParsers)),
		boundary_order: BoundaryOrders[thrift.field_4],
		null_counts: thrift.field_5,
		repetition_level_histograms: thrift.field_6,
		definition_level_histograms: thrift.field_7
	};
}
/**
* @param {DataReader} reader
* @returns {OffsetIndex}
*/
function readOffsetIndex(reader) {
	const thrift = deserializeTCompactProtocol(reader);
	return {
		page_locations: thrift.field_1.map((loc) => ({
			offset: loc.field_1,
			compressed_page_size: loc.field_2,
			first_row_index: loc.field_3
		})),
		unencoded_byte_array_data_bytes: thrift.field_2
	};
}

// node_modules/hyparquet/src/xxhash.js
const MASK = 18446744073709551615n;
const PRIME1 = 11400714785074694791n;
const PRIME2 = 14029467366897019727n;
const PRIME3 = 1609587929392839161n;
const PRIME4 = 9650029242287828579n;
const PRIME5 = 2870177450012600261n;
/**
* @param {bigint} x
* @param {bigint} r rotation amount in bits (1..63)
* @returns {bigint}
*/
function rotl64(x, r) {
	return (x << r | x >> 64n - r) & MASK;
}
/**
* @param {bigint} acc
* @param {bigint} val
* @returns {bigint}
*/
function round(acc, val) {
	acc = acc + val * PRIME2 & MASK;
	acc = rotl64(acc, 31n);
	return acc * PRIME1 & MASK;
}
/**
* @param {bigint} acc
* @param {bigint} val
* @returns {bigint}
*/
function mergeRound(acc, val) {
	acc ^= round(0n, val);
	return acc * PRIME1 + PRIME4 & MASK;
}
/**
* Compute the 64-bit xxHash of a byte buffer.
*
* @param {Uint8Array} input
* @param {bigint} [seed]
* @returns {bigint} 64-bit hash
*/
function xxhash64(input, seed = 0n) {
	const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
	const len = input.byteLength;
	let offset = 0;
	let h64;
	if (len >= 32) {
		let v1 = seed + PRIME1 + PRIME2 & MASK;
		let v2 = seed + PRIME2 & MASK;
		let v3 = seed;
		let v4 = seed - PRIME1 & MASK;
		while (offset + 32 <= len) {
			v1 = round(v1, view.getBigUint64(offset, true));
			offset += 8;
			v2 = round(v2, view.getBigUint64(offset, true));
			offset += 8;
			v3 = round(v3, view.getBigUint64(offset, true));
			offset += 8;
			v4 = round(v4, view.getBigUint64(offset, true));
			offset += 8;
		}
		h64 = rotl64(v1, 1n) + rotl64(v2, 7n) + rotl64(v3, 12n) + rotl64(v4, 18n) & MASK;
		h64 = mergeRound(h64, v1);
		h64 = mergeRound(h64, v2);
		h64 = mergeRound(h64, v3);
		h64 = mergeRound(h64, v4);
	} else h64 = seed + PRIME5 & MASK;
	h64 = h64 + BigInt(len) & MASK;
	while (offset + 8 <= len) {
		h64 ^= round(0n, view.getBigUint64(offset, true));
		h64 = rotl64(h64, 27n) * PRIME1 + PRIME4 & MASK;
		offset += 8;
	}
	if (offset + 4 <= len) {
		h64 ^= BigInt(view.getUint32(offset, true)) * PRIME1 & MASK;
		h64 = rotl64(h64, 23n) * PRIME2 + PRIME3 & MASK;
		offset += 4;
	}
	while (offset < len) {
		h64 ^= BigInt(view.getUint8(offset)) * PRIME5 & MASK;
		h64 = rotl64(h64, 11n) * PRIME1 & MASK;
		offset += 1;
	}
	h64 ^= h64 >> 33n;
	h64 = h64 * PRIME2 & MASK;
	h64 ^= h64 >> 29n;
	h64 = h64 * PRIME3 & MASK;
	h64 ^= h64 >> 32n;
	return h64;
}

// node_modules/hyparquet/src/bloom.js
/**
* @import {BloomFilter, DataReader, ParquetQueryFilter, SchemaElement} from '../src/types.js'
*/
const textEncoder = new TextEncoder();
const SALT = new Uint32Array([
	1203114875,
	1150766481,
	2284105051,
	2729912477,
	1884591559,
	770785867,
	2667333959,
	1550580529
]);
/**
* Map the high 32 bits of a hash to a block index in [0, numBlocks).
*
* @param {bigint} hash
* @param {number} numBlocks
* @returns {number}
*/
function blockIndex(hash, numBlocks) {
	return Number((hash >> 32n) * BigInt(numBlocks) >> 32n);
}
/**
* Per-block mask: 8 uint32 words, each with a single bit set at position `(low32 * SALT[i]) >> 27`.
*
* @param {bigint} hash
* @returns {Uint32Array}
*/
function blockMask(hash) {
	const m = /* @__PURE__ */ new Uint32Array(8);
	const low = Number(hash & 4294967295n) | 0;
	for (let i = 0; i < 8; i++) m[i] = 1 << (Math.imul(low, SALT[i]) >>> 27);
	return m;
}
/**
* Test whether a hash might be present in a Split Block Bloom Filter.
* False positives are possible; false negatives are not.
*
* @param {Uint32Array} blocks bloom filter words (8 * numBlocks long)
* @param {bigint} hash 64-bit xxhash of the parquet-plain-encoded value
* @returns {boolean}
*/
function sbbfContains(blocks, hash) {
	const offset = blockIndex(hash, blocks.length >> 3) << 3;
	const m = blockMask(hash);
	for (let i = 0; i < 8; i++) if ((blocks[offset + i] & m[i]) === 0) return false;
	return true;
}
/**
* Parse a Split Block Bloom Filter from a reader positioned at the BloomFilterHeader.
* Returns undefined when the header advertises an unsupported algorithm, hash, or
* compression — callers should treat that as "cannot use this bloom filter."
*
* @param {DataReader} reader
* @returns {BloomFilter | undefined}
*/
function readBloomFilter(reader) {
	const header = deserializeTCompactProtocol(reader);
	const numBytes = header.field_1;
	if (typeof numBytes !== "number" || numBytes <= 0 || numBytes % 32 !== 0) return void 0;
	if (!header.field_2?.field_1) return void 0;
	if (!header.field_3?.field_1) return void 0;
	if (!header.field_4?.field_1) return void 0;
	const { view, offset } = reader;
	if (offset + numBytes > view.byteLength) throw new Error(`parquet bloom filter truncated: need ${numBytes} bytes, have ${view.byteLength - offset}`);
	const blocks = new Uint32Array(numBytes >> 2);
	for (let i = 0; i < blocks.length; i++) blocks[i] = view.getUint32(offset + i * 4, true);
	reader.offset = offset + numBytes;
	return {
		numBytes,
		blocks
	};
}
/**
* Hash a JS filter value as its parquet PLAIN-encoded bytes, suitable for a
* bloom filter lookup. Returns undefined when the column's parser is lossy or
* ambiguous (DATE, TIMESTAMP_*, DECIMAL, JSON, BSON, INT96, FLOAT16, UUID,
* GEOMETRY, GEOGRAPHY, INTERVAL) or when the JS value type doesn't match the
* column. Callers must treat undefined as "bloom filter cannot help."
*
* @param {any} value
* @param {SchemaElement} element
* @returns {bigint | undefined}
*/
function hashParquetValue(value, element) {
	if (value === null || value === void 0) return void 0;
	const { type, converted_type, logical_type } = element;
	if (type === "BOOLEAN") {
		if (typeof value !== "boolean") return void 0;
		return xxhash64(new Uint8Array([value ? 1 : 0]));
	}
	if (type === "FLOAT") {
		if (typeof value !== "number") return void 0;
		const buf = /* @__PURE__ */ new ArrayBuffer(4);
		new DataView(buf).setFloat32(0, value, true);
		return xxhash64(new Uint8Array(buf));
	}
	if (type === "DOUBLE") {
		if (typeof value !== "number") return void 0;
		const buf = /* @__PURE__ */ new ArrayBuffer(8);
		new DataView(buf).setFloat64(0, value, true);
		return xxhash64(new Uint8Array(buf));
	}
	if (type === "INT32") {
		if (converted_type === "DATE" || converted_type === "DECIMAL" || converted_type === "TIME_MILLIS") return void 0;
		if (logical_type?.type === "DATE" || logical_type?.type === "TIME" || logical_type?.type === "DECIMAL") return void 0;
		if (typeof value !== "number" || !Number.isInteger(value)) return void 0;
		const buf = /* @__PURE__ */ new ArrayBuffer(4);
		new DataView(buf).setInt32(0, value | 0, true);
		return xxhash64(new Uint8Array(buf));
	}
	if (type === "INT64") {
		if (converted_type === "TIMESTAMP_MILLIS" || converted_type === "TIMESTAMP_MICROS") return void 0;
		if (converted_type === "TIME_MICROS" || converted_type === "DECIMAL") return void 0;
		if (logical_type?.type === "TIMESTAMP" || logical_type?.type === "TIME" || logical_type?.type === "DECIMAL") return void 0;
		let bigValue;
		if (typeof value === "bigint") bigValue = value;
		else if (typeof value === "number" && Number.isSafeInteger(value)) bigValue = BigInt(value);
		else return void 0;
		const buf = /* @__PURE__ */ new ArrayBuffer(8);
		new DataView(buf).setBigUint64(0, BigInt.asUintN(64, bigValue), true);
		return xxhash64(new Uint8Array(buf));
	}
	if (type === "BYTE_ARRAY") {
		if (converted_type === "JSON" || converted_type === "BSON" || converted_type === "DECIMAL") return void 0;
		if (logical_type?.type === "JSON" || logical_type?.type === "BSON" || logical_type?.type === "VARIANT") return void 0;
		if (logical_type?.type === "GEOMETRY" || logical_type?.type === "GEOGRAPHY") return void 0;
		if (typeof value === "string") return xxhash64(textEncoder.encode(value));
		if (value instanceof Uint8Array) return xxhash64(value);
		return;
	}
	if (type === "FIXED_LEN_BYTE_ARRAY") {
		if (converted_type === "DECIMAL" || converted_type === "INTERVAL") return void 0;
		if (logical_type?.type === "DECIMAL" || logical_type?.type === "UUID" || logical_type?.type === "FLOAT16") return void 0;
		if (logical_type?.type === "GEOMETRY" || logical_type?.type === "GEOGRAPHY") return void 0;
		if (value instanceof Uint8Array) return xxhash64(value);
		return;
	}
}
/**
* Top-level column names that appear in $eq or $in predicates within a filter.
* These are the only columns where a bloom filter can prove a value's absence
* and let us skip a row group; any other operator can't be helped by a bloom.
*
* @param {ParquetQueryFilter | undefined} filter
* @returns {Set<string>}
*/
function bloomEligibleColumns(filter) {
	/** @type {Set<string>} */
	const out = /* @__PURE__ */ new Set();
	walkBloomEligible(filter, out);
	return out;
}
/**
* @param {ParquetQueryFilter | undefined} filter
* @param {Set<string>} out
*/
function walkBloomEligible(filter, out) {
	if (!filter) return;
	if ("$and" in filter && Array.isArray(filter.$and)) {
		for (const sub of filter.$and) walkBloomEligible(sub, out);
		return;
	}
	if ("$or" in filter && Array.isArray(filter.$or)) {
		for (const sub of filter.$or) walkBloomEligible(sub, out);
		return;
	}
	if ("$nor" in filter) return;
	for (const [field, condition] of Object.entries(filter)) {
		if (field.startsWith("$")) continue;
		if (typeof condition === "object" && condition !== null && !Array.isArray(condition)) {
			if ("$eq" in condition || "$in" in condition) out.add(field);
		} else out.add(field);
	}
}

// node_modules/hyparquet/src/utils.js
/**
* Concatenate two arrays fast.
*
* @param {any[]} aaa
* @param {DecodedArray} bbb
*/
function concat(aaa, bbb) {
	const chunk = 1e4;
	for (let i = 0; i < bbb.length; i += chunk) aaa.push(...bbb.slice(i, i + chunk));
}
/**
* Deep equality.
*
* @param {any} a
* @param {any} b
* @param {boolean} [strict]
* @returns {boolean}
*/
function equals(a, b, strict = true) {
	if (strict ? a === b : a == b) return true;
	if (!a || !b || typeof a !== "object" || typeof b !== "object") return false;
	if (a instanceof Uint8Array && b instanceof Uint8Array) {
		if (a.length !== b.length) return false;
		for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
		return true;
	}
	if (a instanceof Date || b instanceof Date) return a instanceof Date && b instanceof Date && a.getTime() === b.getTime();
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return false;
		for (let i = 0; i < a.length; i++) if (!equals(a[i], b[i], strict)) return false;
		return true;
	}
	const aKeys = Object.keys(a);
	if (aKeys.length !== Object.keys(b).length) return false;
	for (const k of aKeys) if (!equals(a[k], b[k], strict)) return false;
	return true;
}
/**
* Flatten a list of lists into a single list.
*
* @param {DecodedArray[]} [chunks]
* @returns {DecodedArray}
*/
function flatten(chunks) {
	if (!chunks) return [];
	if (chunks.length === 1) return chunks[0];
	/** @type {any[]} */
	const output = [];
	for (const chunk of chunks) concat(output, chunk);
	return output;
}

// node_modules/hyparquet/src/filter.js
/**
* @import {BloomFilter, ColumnPageStats, PageRanges, ParquetQueryFilter, RowGroup, SchemaElement} from '../src/types.js'
*/
const encoder = new TextEncoder();
/**
* Returns the physical leaf paths referenced by a filter.
*
* @param {ParquetQueryFilter} [filter]
* @returns {string[]}
*/
function pathsNeededForFilter(filter) {
	if (!filter) return [];
	/** @type {string[]} */
	const paths = [];
	if ("$and" in filter && Array.isArray(filter.$and)) paths.push(...filter.$and.flatMap(pathsNeededForFilter));
	else if ("$or" in filter && Array.isArray(filter.$or)) paths.push(...filter.$or.flatMap(pathsNeededForFilter));
	else if ("$nor" in filter && Array.isArray(filter.$nor)) paths.push(...filter.$nor.flatMap(pathsNeededForFilter));
	else paths.push(...Object.keys(filter));
	return [...new Set(paths)];
}
/**
* Returns an array of top-level column names needed to evaluate the filter.
*
* @param {ParquetQueryFilter} [filter]
* @returns {string[]}
*/
function columnsNeededForFilter(filter) {
	return [...new Set(pathsNeededForFilter(filter).map((path) => path.split(".")[0]))];
}
/**
* Match a record against a query filter
*
* @param {Record<string, any>} record
* @param {ParquetQueryFilter} filter
* @param {boolean} [strict]
* @returns {boolean}
*/
function matchFilter(record, filter, strict = true) {
	if ("$and" in filter && Array.isArray(filter.$and)) return filter.$and.every((subQuery) => matchFilter(record, subQuery, strict));
	if ("$or" in filter && Array.isArray(filter.$or)) return filter.$or.some((subQuery) => matchFilter(record, subQuery, strict));
	if ("$nor" in filter && Array.isArray(filter.$nor)) return !filter.$nor.some((subQuery) => matchFilter(record, subQuery, strict));
	return Object.entries(filter).every(([field, condition]) => {
		const value = resolve$1(record, field);
		if (typeof condition !== "object" || condition === null || Array.isArray(condition)) return equals(value, condition, strict);
		return Object.entries(condition || {}).every(([operator, target]) => {
			if (operator === "$gt") return value !== null && value !== void 0 && value > target;
			if (operator === "$gte") return value !== null && value !== void 0 && value >= target;
			if (operator === "$lt") return value !== null && value !== void 0 && value < target;
			if (operator === "$lte") return value !== null && value !== void 0 && value <= target;
			if (operator === "$eq") return equals(value, target, strict);
			if (operator === "$ne") return !equals(value, target, strict);
			if (operator === "$in") return Array.isArray(target) && matchesIn(value, target, strict);
			if (operator === "$nin") return Array.isArray(target) && !matchesIn(value, target, strict);
			if (operator === "$not") return !matchFilter({ value }, { value: target }, strict);
			return true;
		});
	});
}
/**
* Match a value or one of its immediate array elements against a list.
*
* @param {any} value
* @param {any[]} targets
* @param {boolean} strict
* @returns {boolean}
*/
function matchesIn(value, targets, strict) {
	return targets.some((target) => equals(value, target, strict) || Array.isArray(value) && value.some((element) => equals(element, target, strict)));
}
/**
* Check if a row group can be skipped based on filter and column statistics,
* optionally consulting per-column bloom filters for equality predicates that
* statistics can't decide.
*
* @param {object} options
* @param {RowGroup} options.rowGroup
* @param {string[]} options.physicalColumns
* @param {ParquetQueryFilter | undefined} options.filter
* @param {boolean} [options.strict]
* @param {Record<string, BloomFilter>} [options.bloomFilters] keyed by filter path
* @param {Record<string, SchemaElement>} [options.schemaElements] keyed by physical leaf path
* @returns {boolean} true if the row group can be skipped
*/
function canSkipRowGroup({ rowGroup, physicalColumns, filter, strict = true, bloomFilters, schemaElements }) {
	if (!filter) return false;
	if ("$and" in filter && Array.isArray(filter.$and)) return filter.$and.some((subFilter) => canSkipRowGroup({
		rowGroup,
		physicalColumns,
		filter: subFilter,
		strict,
		bloomFilters,
		schemaElements
	}));
	if ("$or" in filter && Array.isArray(filter.$or)) return filter.$or.every((subFilter) => canSkipRowGroup({
		rowGroup,
		physicalColumns,
		filter: subFilter,
		strict,
		bloomFilters,
		schemaElements
	}));
	if ("$nor" in filter && Array.isArray(filter.$nor)) return false;
	for (const [field, condition] of Object.entries(filter)) {
		const columnIndex = physicalColumns.indexOf(field);
		if (columnIndex === -1) continue;
		const { min, max, min_value, max_value, null_count: nullCount } = rowGroup.columns[columnIndex].meta_data?.statistics || {};
		const minVal = min_value !== void 0 ? min_value : min;
		const maxVal = max_value !== void 0 ? max_value : max;
		const haveStats = minVal !== void 0 && maxVal !== void 0;
		const bloom = bloomFilters?.[field];
		const element = schemaElements?.[field];
		const matchingNulls = matchFilter({ value: null }, { value: condition }, strict) && (nullCount === void 0 || nullCount > 0);
		if (haveStats && !matchingNulls && canSkipStats(condition, minVal, maxVal, strict, element)) return true;
		for (const [operator, target] of Object.entries(condition || {})) if (bloom && element) {
			if (operator === "$eq") {
				const hash = hashParquetValue(target, element);
				if (hash !== void 0 && !sbbfContains(bloom.blocks, hash)) return true;
			}
			if (operator === "$in" && Array.isArray(target) && target.length > 0) {
				let allAbsent = true;
				for (const v of target) {
					const h = hashParquetValue(v, element);
					if (h === void 0 || sbbfContains(bloom.blocks, h)) {
						allAbsent = false;
						break;
					}
				}
				if (allAbsent) return true;
			}
		}
	}
	return false;
}
/**
* Check if a page value range [minVal, maxVal] provably contains no value
* matching the operator conditions.
*
* @param {any} condition operator object like { $gt: 5 }
* @param {any} minVal lower bound (may be truncated, still a valid bound)
* @param {any} maxVal upper bound (may be truncated, still a valid bound)
* @param {boolean} strict
* @param {SchemaElement} [element] physical schema element for the bounds
* @returns {boolean} true if no value in the range can match
*/
function canSkipStats(condition, minVal, maxVal, strict, element) {
	if (minVal === void 0 || maxVal === void 0) return false;
	const mayContainNaN = element?.type === "FLOAT" || element?.type === "DOUBLE" || element?.logical_type?.type === "FLOAT16";
	for (const [operator, target] of Object.entries(condition || {})) {
		const minComparison = compareParquetValues(minVal, target, strict, element);
		const maxComparison = compareParquetValues(maxVal, target, strict, element);
		const relationalBoundsAreSafe = !(minVal instanceof Uint8Array || maxVal instanceof Uint8Array) && (element?.type !== "BYTE_ARRAY" || typeof target === "string" && [...target].every((character) => character.charCodeAt(0) <= 127));
		if (operator === "$gt" && relationalBoundsAreSafe && maxComparison !== void 0 && maxComparison <= 0) return true;
		if (operator === "$gte" && relationalBoundsAreSafe && maxComparison !== void 0 && maxComparison < 0) return true;
		if (operator === "$lt" && relationalBoundsAreSafe && minComparison !== void 0 && minComparison >= 0) return true;
		if (operator === "$lte" && relationalBoundsAreSafe && minComparison !== void 0 && minComparison > 0) return true;
		if (operator === "$eq") {
			const targetMinComparison = compareParquetValues(target, minVal, strict, element);
			const targetMaxComparison = compareParquetValues(target, maxVal, strict, element);
			if (targetMinComparison !== void 0 && targetMinComparison < 0 || targetMaxComparison !== void 0 && targetMaxComparison > 0) return true;
		}
		if (operator === "$ne" && !mayContainNaN && equals(minVal, maxVal, strict) && equals(minVal, target, strict)) return true;
		if (operator === "$in" && Array.isArray(target) && target.every((value) => {
			const valueMinComparison = compareParquetValues(value, minVal, strict, element);
			const valueMaxComparison = compareParquetValues(value, maxVal, strict, element);
			return valueMinComparison !== void 0 && valueMinComparison < 0 || valueMaxComparison !== void 0 && valueMaxComparison > 0;
		})) return true;
		if (operator === "$nin" && !mayContainNaN && Array.isArray(target) && equals(minVal, maxVal, strict) && target.some((value) => equals(minVal, value, strict))) return true;
	}
	return false;
}
/**
* Compare values using Parquet's unsigned lexicographic ordering for binary
* values. Returns undefined when values do not have a safely comparable order.
*
* @param {any} a
* @param {any} b
* @param {boolean} strict
* @param {SchemaElement} [element]
* @returns {-1 | 0 | 1 | undefined}
*/
function compareParquetValues(a, b, strict, element) {
	if (element?.type === "BYTE_ARRAY") {
		if (typeof a !== "string" || typeof b !== "string") return void 0;
		return compareBytes(encoder.encode(a), encoder.encode(b));
	}
	if (a instanceof Uint8Array || b instanceof Uint8Array) {
		if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) return void 0;
		return compareBytes(a, b);
	}
	if (a < b) return -1;
	if (a > b) return 1;
	if (equals(a, b, strict)) return 0;
}
/**
* @param {Uint8Array} a
* @param {Uint8Array} b
* @returns {-1 | 0 | 1}
*/
function compareBytes(a, b) {
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		if (a[i] < b[i]) return -1;
		if (a[i] > b[i]) return 1;
	}
	if (a.length < b.length) return -1;
	if (a.length > b.length) return 1;
	return 0;
}
/**
* Check whether the filter condition accepts a null value.
*
* @param {any} condition
* @param {boolean} strict
* @returns {boolean}
*/
function matchesNull(condition, strict) {
	return matchFilter({ value: null }, { value: condition }, strict);
}
/**
* Compute candidate row ranges within a row group that could match the filter,
* based on per-page column index statistics.
*
* Returns sorted disjoint [start, end) row ranges relative to the group.
* An empty array means the filter provably matches no rows in the group.
* Returns undefined when the page statistics give no pruning information
* (the caller must read the whole selection).
*
* @param {ParquetQueryFilter | undefined} filter
* @param {Record<string, ColumnPageStats>} columnPages keyed by physical leaf path
* @param {number} groupRows number of rows in the row group
* @param {boolean} [strict]
* @returns {PageRanges | undefined}
*/
function filterPageRanges(filter, columnPages, groupRows, strict = true) {
	if (!filter) return void 0;
	if ("$and" in filter && Array.isArray(filter.$and)) {
		/** @type {PageRanges | undefined} */
		let ranges;
		for (const subFilter of filter.$and) ranges = intersectRanges(ranges, filterPageRanges(subFilter, columnPages, groupRows, strict));
		return ranges;
	}
	if ("$or" in filter && Array.isArray(filter.$or)) {
		/** @type {PageRanges} */
		let ranges = [];
		for (const subFilter of filter.$or) {
			const subRanges = filterPageRanges(subFilter, columnPages, groupRows, strict);
			if (!subRanges) return void 0;
			ranges = unionRanges(ranges, subRanges);
		}
		return ranges;
	}
	if ("$nor" in filter && Array.isArray(filter.$nor)) return;
	/** @type {PageRanges | undefined} */
	let result;
	for (const [field, condition] of Object.entries(filter)) {
		const pages = columnPages[field];
		if (!pages) continue;
		const nullCanMatch = matchesNull(condition, strict);
		/** @type {PageRanges} */
		const keep = [];
		for (let i = 0; i < pages.pageStarts.length; i++) {
			const start = pages.pageStarts[i];
			const end = i + 1 < pages.pageStarts.length ? pages.pageStarts[i + 1] : groupRows;
			const nullCount = pages.nullCounts?.[i];
			const matchingNulls = nullCanMatch && (nullCount === void 0 || nullCount > 0);
			if (!(!pages.nullPages[i] && !matchingNulls && canSkipStats(condition, pages.minValues[i], pages.maxValues[i], strict, pages.element))) {
				const last = keep[keep.length - 1];
				if (last && last[1] === start) last[1] = end;
				else keep.push([start, end]);
			}
		}
		result = intersectRanges(result, keep);
	}
	return result;
}
/**
* Intersect two sets of sorted disjoint ranges. Undefined means "everything".
*
* @param {PageRanges | undefined} a
* @param {PageRanges | undefined} b
* @returns {PageRanges | undefined}
*/
function intersectRanges(a, b) {
	if (!a) return b;
	if (!b) return a;
	/** @type {PageRanges} */
	const out = [];
	let i = 0;
	let j = 0;
	while (i < a.length && j < b.length) {
		const start = Math.max(a[i][0], b[j][0]);
		const end = Math.min(a[i][1], b[j][1]);
		if (start < end) out.push([start, end]);
		if (a[i][1] < b[j][1]) i++;
		else j++;
	}
	return out;
}
/**
* Union two sets of sorted disjoint ranges.
*
* @param {PageRanges} a
* @param {PageRanges} b
* @returns {PageRanges}
*/
function unionRanges(a, b) {
	/** @type {PageRanges} */
	const out = [];
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		const next = j >= b.length || i < a.length && a[i][0] <= b[j][0] ? a[i++] : b[j++];
		const last = out[out.length - 1];
		if (last && next[0] <= last[1]) last[1] = Math.max(last[1], next[1]);
		else out.push([next[0], next[1]]);
	}
	return out;
}
/**
* Resolve a dot-notation path to a value in a nested object.
*
* @param {Record<string, any>} record
* @param {string} path
* @returns {any}
*/
function resolve$1(record, path) {
	let value = record;
	for (const part of path.split(".")) value = value?.[part];
	return value;
}

// node_modules/hyparquet/src/plan.js
/**
* @import {AsyncBuffer, BloomFilter, ByteRange, ChunkPlan, ColumnPageStats, FileMetaData, GroupPlan, PageLocation, PageRanges, ParquetParsers, ParquetQueryFilter, ParquetReadOptions, QueryPlan, RowGroup, SchemaElement, SchemaTree} from '../src/types.js'
*/
const runLimit = 1 << 21;
const columnGapLimit = 8192;
/**
* Plan which byte ranges to read to satisfy a read request.
* Metadata must be non-null.
*
* @param {ParquetReadOptions & { bloomFiltersByGroup?: Record<string, BloomFilter>[], schemaElements?: Record<string, SchemaElement>, pageRangesByGroup?: (PageRanges | undefined)[], pageLocationsByGroup?: Record<string, PageLocation[]>[] }} options
* @returns {QueryPlan}
*/
function parquetPlan(options) {
	const { metadata, rowStart = 0, columns, useOffsetIndex = false } = options;
	if (!metadata) throw new Error("parquetPlan requires metadata");
	/** @type {GroupPlan[]} */
	const groups = [];
	/** @type {ByteRange[]} */
	const fetches = [];
	/** @type {ByteRange[]} */
	const indexes = [];
	const scanPlan = parquetPlanGroups(options);
	for (const group of scanPlan.groups) {
		const groupPlan = parquetPlanGroup({
			...group,
			columns,
			useOffsetIndex
		});
		groups.push(...groupPlan.groups);
		fetches.push(...groupPlan.fetches);
		indexes.push(...groupPlan.indexes);
	}
	fetches.push(...indexes);
	return {
		metadata,
		rowStart,
		rowEnd: scanPlan.rowEnd,
		columns,
		fetches,
		groups
	};
}
/**
* Select physical row-group ranges without planning column reads.
*
* @param {ParquetReadOptions & { bloomFiltersByGroup?: Record<string, BloomFilter>[], schemaElements?: Record<string, SchemaElement>, pageRangesByGroup?: (PageRanges | undefined)[], pageLocationsByGroup?: Record<string, PageLocation[]>[] }} options
* @returns {{groups: {rowGroup: RowGroup, groupIndex: number, groupStart: number, groupRows: number, ranges: PageRanges, pageRanges?: PageRanges, pageLocations?: Record<string, PageLocation[]>}[], rowEnd: number}}
*/
function parquetPlanGroups({ metadata, rowStart = 0, rowEnd = Infinity, columns, filter, filterStrict = true, bloomFiltersByGroup, schemaElements, pageRangesByGroup, pageLocationsByGroup }) {
	if (!metadata) throw new Error("parquetPlan requires metadata");
	const schemaTree = parquetSchema(metadata);
	const physicalColumns = getPhysicalColumns(schemaTree);
	const elementsByPath = filter ? {
		...physicalSchemaElements(schemaTree),
		...schemaElements
	} : schemaElements;
	const groups = [];
	let groupStart = 0;
	for (let groupIndex = 0; groupIndex < metadata.row_groups.length; groupIndex++) {
		const rowGroup = metadata.row_groups[groupIndex];
		const groupRows = Number(rowGroup.num_rows);
		const groupEnd = groupStart + groupRows;
		if (groupRows > 0 && groupEnd > rowStart && groupStart < rowEnd && !canSkipRowGroup({
			rowGroup,
			physicalColumns,
			filter,
			strict: filterStrict,
			bloomFilters: bloomFiltersByGroup?.[groupIndex],
			schemaElements: elementsByPath
		})) {
			const selectStart = Math.max(rowStart - groupStart, 0);
			const selectEnd = Math.min(rowEnd - groupStart, groupRows);
			const pageRanges = pageRangesByGroup?.[groupIndex];
			const pageLocations = pageLocationsByGroup?.[groupIndex];
			/** @type {PageRanges} */
			let ranges = pageRanges ? pageRanges.map(([start, end]) => {
				return [Math.max(start, selectStart), Math.min(end, selectEnd)];
			}).filter(([start, end]) => start < end) : [[selectStart, selectEnd]];
			if (ranges.length > 1) ranges = rowGroup.columns.every((chunk) => {
				const columnName = chunk.meta_data?.path_in_schema[0];
				const columnPath = chunk.meta_data?.path_in_schema.join(".");
				if (columns && columnName && !columns.includes(columnName)) return true;
				return !!(chunk.offset_index_offset && chunk.offset_index_length) || !!(columnPath && pageLocations?.[columnPath]);
			}) ? coalesceOverlappingPageRanges(ranges, rowGroup, columns, pageLocations) : [[ranges[0][0], ranges[ranges.length - 1][1]]];
			if (ranges.length) groups.push({
				rowGroup,
				groupIndex,
				groupStart,
				groupRows,
				ranges,
				pageRanges,
				pageLocations
			});
		}
		groupStart = groupEnd;
	}
	return {
		groups,
		rowEnd: isFinite(rowEnd) ? rowEnd : groupStart
	};
}
/**
* Build byte plans for retained ranges in one row group.
*
* @param {object} options
* @param {RowGroup} options.rowGroup
* @param {number} options.groupStart
* @param {number} options.groupRows
* @param {PageRanges} options.ranges
* @param {string[]} [options.columns]
* @param {boolean} [options.useOffsetIndex]
* @param {PageRanges} [options.pageRanges]
* @param {Record<string, PageLocation[]>} [options.pageLocations]
* @returns {{groups: GroupPlan[], fetches: ByteRange[], indexes: ByteRange[]}}
*/
function parquetPlanGroup({ rowGroup, groupStart, groupRows, ranges, columns, useOffsetIndex = false, pageRanges, pageLocations }) {
	/** @type {ChunkPlan[]} */
	const chunks = [];
	/** @type {ByteRange[]} */
	const fetches = [];
	/** @type {ByteRange[]} */
	const indexes = [];
	const narrowed = ranges.length > 1 || ranges[0][0] > 0 || ranges[0][1] < groupRows;
	for (const chunk of rowGroup.columns) {
		const meta = chunk.meta_data;
		if (chunk.file_path) throw new Error("parquet file_path not supported");
		if (!meta) throw new Error("parquet column metadata is undefined");
		if (columns && !columns.includes(meta.path_in_schema[0])) continue;
		const columnOffset = meta.dictionary_page_offset || meta.data_page_offset;
		const startByte = Number(columnOffset);
		const endByte = Number(columnOffset + meta.total_compressed_size);
		const chunkPageLocations = pageLocations?.[meta.path_in_schema.join(".")];
		if (chunkPageLocations && narrowed) chunks.push({
			columnMetadata: meta,
			pageLocations: chunkPageLocations,
			range: {
				startByte,
				endByte
			}
		});
		else if ((useOffsetIndex || pageRanges) && chunk.offset_index_offset && chunk.offset_index_length && narrowed) {
			const startByte = Number(chunk.offset_index_offset);
			chunks.push({
				columnMetadata: meta,
				offsetIndex: {
					startByte,
					endByte: startByte + chunk.offset_index_length
				},
				range: {
					startByte: Number(columnOffset),
					endByte
				}
			});
		} else chunks.push({
			columnMetadata: meta,
			range: {
				startByte,
				endByte
			}
		});
	}
	/** @type {ByteRange[]} */
	const columnRanges = [];
	/** @type {ByteRange | undefined} */
	let run;
	for (const chunk of chunks) {
		if ("pageLocations" in chunk) continue;
		if ("offsetIndex" in chunk) indexes.push(chunk.offsetIndex);
		else if (columns) columnRanges.push(chunk.range);
		else if (run && chunk.range.endByte - run.startByte <= runLimit) run.endByte = chunk.range.endByte;
		else {
			if (run) fetches.push(run);
			run = { ...chunk.range };
		}
	}
	if (run) fetches.push(run);
	fetches.push(...coalesceByteRanges(columnRanges, columnGapLimit, runLimit));
	return {
		groups: ranges.map(([selectStart, selectEnd]) => ({
			chunks,
			rowGroup,
			groupStart,
			groupRows,
			selectStart,
			selectEnd
		})),
		fetches,
		indexes
	};
}
/**
* Merge candidate ranges when any selected column would read an overlapping
* data page for both ranges. Unknown page layouts are merged conservatively.
*
* @param {PageRanges} ranges
* @param {RowGroup} rowGroup
* @param {string[] | undefined} columns
* @param {Record<string, PageLocation[]> | undefined} pageLocations
* @returns {PageRanges}
*/
function coalesceOverlappingPageRanges(ranges, rowGroup, columns, pageLocations) {
	const selectedPageLayouts = rowGroup.columns.filter((chunk) => !columns || columns.includes(chunk.meta_data?.path_in_schema[0] || "")).map((chunk) => pageLocations?.[chunk.meta_data?.path_in_schema.join(".") || ""]);
	/** @type {PageRanges} */
	const merged = [];
	for (const range of ranges) {
		const last = merged[merged.length - 1];
		const overlapsPage = last && selectedPageLayouts.some((pages) => {
			if (!pages) return true;
			const lastPages = pagesForRange(last, pages, Number(rowGroup.num_rows));
			const rangePages = pagesForRange(range, pages, Number(rowGroup.num_rows));
			return lastPages[0] <= rangePages[1] && rangePages[0] <= lastPages[1];
		});
		if (last && overlapsPage) last[1] = range[1];
		else merged.push([...range]);
	}
	return merged;
}
/**
* Return the inclusive indexes of the first and last pages overlapping a row
* range. Offset indexes cover every row, so a valid range always finds a page.
*
* @param {[number, number]} range
* @param {PageLocation[]} pages
* @param {number} groupRows
* @returns {[number, number]}
*/
function pagesForRange([rangeStart, rangeEnd], pages, groupRows) {
	let first = Infinity;
	let last = -Infinity;
	for (let i = 0; i < pages.length; i++) {
		const pageStart = Number(pages[i].first_row_index);
		if ((i + 1 < pages.length ? Number(pages[i + 1].first_row_index) : groupRows) > rangeStart && pageStart < rangeEnd) {
			first = Math.min(first, i);
			last = i;
		}
	}
	return [first, last];
}
/**
* Fetch bloom filters for $eq / $in columns of row groups not already provably
* skippable by statistics alone. Returns an array indexed by row-group ordinal;
* each entry maps top-level column name → BloomFilter for any chunk whose
* bloom filter we were able to parse. Adds one round-trip when at least one
* bloom filter is fetched; otherwise returns synchronously.
*
* @param {object} options
* @param {AsyncBuffer} options.file
* @param {FileMetaData} options.metadata
* @param {ParquetQueryFilter} options.filter
* @param {boolean} [options.filterStrict]
* @returns {Promise<Record<string, BloomFilter>[]>}
*/
async function prefetchBloomFilters({ file, metadata, filter, filterStrict = true }) {
	const result = metadata.row_groups.map(() => ({}));
	const eligibleCols = bloomEligibleColumns(filter);
	if (eligibleCols.size === 0) return result;
	const physicalColumns = getPhysicalColumns(parquetSchema(metadata));
	/** @type {Promise<void>[]} */
	const tasks = [];
	metadata.row_groups.forEach((rowGroup, rgIdx) => {
		if (canSkipRowGroup({
			rowGroup,
			physicalColumns,
			filter,
			strict: filterStrict
		})) return;
		for (const colName of eligibleCols) {
			const columnIdx = physicalColumns.indexOf(colName);
			if (columnIdx === -1) continue;
			const meta = rowGroup.columns[columnIdx]?.meta_data;
			if (!meta?.bloom_filter_offset || !meta.bloom_filter_length) continue;
			const start = Number(meta.bloom_filter_offset);
			const end = start + meta.bloom_filter_length;
			tasks.push((async () => {
				const buffer = await file.slice(start, end);
				const bloom = readBloomFilter({
					view: new DataView(buffer),
					offset: 0
				});
				if (bloom) result[rgIdx][colName] = bloom;
			})());
		}
	});
	if (tasks.length) await Promise.all(tasks);
	return result;
}
/**
* Fetch page indexes (column index + offset index) for filter columns of row
* groups that survive row-group-level pruning, and compute candidate row
* ranges per group from the per-page min/max statistics.
*
* Returns pageRangesByGroup indexed by row-group ordinal: sorted disjoint
* [start, end) row ranges (relative to the group) that could match the filter.
* An empty array means the group provably contains no matching rows; undefined
* means no page-level information was available for that group.
* Also returns pageLocationsByGroup, mapping row-group ordinals and physical
* leaf paths to page locations, so the read path can reuse the parsed offset
* indexes without refetching them.
*
* @param {object} options
* @param {AsyncBuffer} options.file
* @param {FileMetaData} options.metadata
* @param {ParquetQueryFilter} [options.filter]
* @param {boolean} [options.filterStrict]
* @param {number} [options.rowStart]
* @param {number} [options.rowEnd]
* @param {string[]} [options.columns]
* @param {Record<string, BloomFilter>[]} [options.bloomFiltersByGroup]
* @param {Record<string, SchemaElement>} [options.schemaElements]
* @param {Partial<ParquetParsers>} [options.parsers]
* @returns {Promise<{pageRangesByGroup: (PageRanges | undefined)[], pageLocationsByGroup: Record<string, PageLocation[]>[]}>}
*/
async function prefetchPageIndexes({ file, metadata, filter, filterStrict = true, rowStart = 0, rowEnd = Infinity, columns, bloomFiltersByGroup, schemaElements, parsers }) {
	/** @type {(PageRanges | undefined)[]} */
	const pageRangesByGroup = metadata.row_groups.map(() => void 0);
	const pageLocationsByGroup = metadata.row_groups.map(() => ({}));
	if (filter && "$nor" in filter && Array.isArray(filter.$nor)) return {
		pageRangesByGroup,
		pageLocationsByGroup
	};
	const filterColumns = pathsNeededForFilter(filter);
	if (!filterColumns.length) return {
		pageRangesByGroup,
		pageLocationsByGroup
	};
	const schemaTree = parquetSchema(metadata);
	const physicalColumns = getPhysicalColumns(schemaTree);
	const elementsByPath = {
		...physicalSchemaElements(schemaTree),
		...schemaElements
	};
	/** @type {ByteRange[]} */
	const indexRanges = [];
	/** @type {((file: AsyncBuffer) => Promise<void>)[]} */
	const indexTasks = [];
	/** @type {{rgIdx: number, groupRows: number, columnPages: Record<string, ColumnPageStats>}[]} */
	const candidateGroups = [];
	let groupStart = 0;
	metadata.row_groups.forEach((rowGroup, rgIdx) => {
		const groupRows = Number(rowGroup.num_rows);
		const groupEnd = groupStart + groupRows;
		const overlaps = groupRows > 0 && groupEnd > rowStart && groupStart < rowEnd;
		groupStart = groupEnd;
		if (!overlaps) return;
		if (canSkipRowGroup({
			rowGroup,
			physicalColumns,
			filter,
			strict: filterStrict,
			bloomFilters: bloomFiltersByGroup?.[rgIdx],
			schemaElements: elementsByPath
		})) return;
		/** @type {Record<string, ColumnPageStats>} */
		const columnPages = {};
		let columnTaskCount = 0;
		const scheduledOffsetPaths = /* @__PURE__ */ new Set();
		let hasFilterIndex = false;
		for (const columnName of filterColumns) {
			const columnIdx = physicalColumns.indexOf(columnName);
			if (columnIdx === -1) continue;
			const chunk = rowGroup.columns[columnIdx];
			if (!chunk?.meta_data) continue;
			if (!chunk.column_index_offset || !chunk.column_index_length) continue;
			if (!chunk.offset_index_offset || !chunk.offset_index_length) continue;
			const element = elementsByPath[columnName];
			if (!element) continue;
			hasFilterIndex = true;
			scheduledOffsetPaths.add(columnName);
			const columnIndexStart = Number(chunk.column_index_offset);
			const offsetIndexStart = Number(chunk.offset_index_offset);
			const columnIndexEnd = columnIndexStart + chunk.column_index_length;
			const offsetIndexEnd = offsetIndexStart + chunk.offset_index_length;
			indexRanges.push({
				startByte: columnIndexStart,
				endByte: columnIndexEnd
			}, {
				startByte: offsetIndexStart,
				endByte: offsetIndexEnd
			});
			columnTaskCount++;
			indexTasks.push(async (prefetchedFile) => {
				const [columnIndexBuffer, offsetIndexBuffer] = await Promise.all([prefetchedFile.slice(columnIndexStart, columnIndexEnd), prefetchedFile.slice(offsetIndexStart, offsetIndexEnd)]);
				const columnIndex = readColumnIndex({
					view: new DataView(columnIndexBuffer),
					offset: 0
				}, element, parsers);
				const offsetIndex = readOffsetIndex({
					view: new DataView(offsetIndexBuffer),
					offset: 0
				});
				pageLocationsByGroup[rgIdx][columnName] = offsetIndex.page_locations;
				columnPages[columnName] = {
					minValues: columnIndex.min_values,
					maxValues: columnIndex.max_values,
					nullPages: columnIndex.null_pages,
					nullCounts: columnIndex.null_counts,
					pageStarts: offsetIndex.page_locations.map((page) => Number(page.first_row_index)),
					element
				};
			});
		}
		if (hasFilterIndex) for (const chunk of rowGroup.columns) {
			const meta = chunk.meta_data;
			if (!meta) continue;
			const columnName = meta.path_in_schema[0];
			const columnPath = meta.path_in_schema.join(".");
			if (columns && !columns.includes(columnName)) continue;
			if (scheduledOffsetPaths.has(columnPath)) continue;
			if (!chunk.offset_index_offset || !chunk.offset_index_length) continue;
			scheduledOffsetPaths.add(columnPath);
			const offsetIndexStart = Number(chunk.offset_index_offset);
			const offsetIndexEnd = offsetIndexStart + chunk.offset_index_length;
			indexRanges.push({
				startByte: offsetIndexStart,
				endByte: offsetIndexEnd
			});
			columnTaskCount++;
			indexTasks.push(async (prefetchedFile) => {
				const offsetIndexBuffer = await prefetchedFile.slice(offsetIndexStart, offsetIndexEnd);
				const offsetIndex = readOffsetIndex({
					view: new DataView(offsetIndexBuffer),
					offset: 0
				});
				pageLocationsByGroup[rgIdx][columnPath] = offsetIndex.page_locations;
			});
		}
		if (columnTaskCount) candidateGroups.push({
			rgIdx,
			groupRows,
			columnPages
		});
	});
	if (indexTasks.length) {
		const prefetchedFile = prefetchAsyncBuffer(file, { fetches: coalesceByteRanges(indexRanges) });
		await Promise.all(indexTasks.map((task) => task(prefetchedFile)));
		for (const { rgIdx, groupRows, columnPages } of candidateGroups) pageRangesByGroup[rgIdx] = filterPageRanges(filter, columnPages, groupRows, filterStrict);
	}
	return {
		pageRangesByGroup,
		pageLocationsByGroup
	};
}
/**
* Merge overlapping or touching byte ranges. By default no bytes are added;
* pass maxGap to also merge ranges separated by up to maxGap unrequested bytes,
* as long as the merged range stays within maxSize.
*
* @param {ByteRange[]} ranges
* @param {number} [maxGap]
* @param {number} [maxSize]
* @returns {ByteRange[]}
*/
function coalesceByteRanges(ranges, maxGap = 0, maxSize = Infinity) {
	const sorted = ranges.map((range) => ({ ...range })).sort((a, b) => a.startByte - b.startByte || a.endByte - b.endByte);
	/** @type {ByteRange[]} */
	const merged = [];
	for (const range of sorted) {
		const last = merged[merged.length - 1];
		if (last && range.startByte <= last.endByte + maxGap && Math.max(last.endByte, range.endByte) - last.startByte <= maxSize) last.endByte = Math.max(last.endByte, range.endByte);
		else merged.push(range);
	}
	return merged;
}
/**
* Build a lookup from physical paths to leaf schema elements.
*
* @param {SchemaTree} schemaTree
* @returns {Record<string, SchemaElement>}
*/
function physicalSchemaElements(schemaTree) {
	/** @type {Record<string, SchemaElement>} */
	const elements = {};
	/** @param {SchemaTree} node */
	function traverse(node) {
		if (node.children.length) for (const child of node.children) traverse(child);
		else elements[node.path.join(".")] = node.element;
	}
	traverse(schemaTree);
	return elements;
}
/**
* Prefetch byte ranges from an AsyncBuffer.
*
* @param {AsyncBuffer} file
* @param {{fetches: ByteRange[]}} options
* @returns {AsyncBuffer}
*/
function prefetchAsyncBuffer(file, { fetches }) {
	const promises = fetches.map(({ startByte, endByte }) => file.slice(startByte, endByte));
	return {
		byteLength: file.byteLength,
		slice(start, end = file.byteLength) {
			const index = fetches.findIndex(({ startByte, endByte }) => startByte <= start && end <= endByte);
			if (index < 0) return file.slice(start, end);
			if (fetches[index].startByte !== start || fetches[index].endByte !== end) {
				const startOffset = start - fetches[index].startByte;
				const endOffset = end - fetches[index].startByte;
				if (promises[index] instanceof Promise) return promises[index].then((buffer) => buffer.slice(startOffset, endOffset));
				else return promises[index].slice(startOffset, endOffset);
			} else return promises[index];
		}
	};
}

// node_modules/hyparquet/src/variant.js
/**
* @import {DataReader, ParquetParsers, VariantMetadata} from '../src/types.js'
*/
const decoder = new TextDecoder();
/** @type {WeakMap<object, Map<string, VariantMetadata>>} */
const metadataCache = /* @__PURE__ */ new WeakMap();
/**
* Recursively decode variant structs into native values.
*
* @param {any} value
* @param {ParquetParsers} [parsers]
* @returns {any}
*/
function decodeVariantColumn(value, parsers = DEFAULT_PARSERS) {
	if (Array.isArray(value)) return value.map((entry) => decodeVariantColumn(entry, parsers));
	if (typeof value !== "object") return value;
	if ("metadata" in value) {
		const metadata = parseVariantMetadata(value.metadata);
		const shreddedFields = value.typed_value && decodeTypedValue(value.typed_value, metadata, parsers);
		const binaryValue = value.value && readVariant(makeReader(value.value), metadata, parsers);
		if (shreddedFields && binaryValue) return {
			...binaryValue,
			...shreddedFields
		};
		return shreddedFields ?? binaryValue;
	}
	return value;
}
/**
* Decode a shredded variant typed_value field.
*
* @param {any} typedValue
* @param {VariantMetadata} metadata
* @param {ParquetParsers} parsers
* @returns {any}
*/
function decodeTypedValue(typedValue, metadata, parsers) {
	if (typedValue instanceof Date) return typedValue;
	if (typedValue && typeof typedValue === "object" && !Array.isArray(typedValue) && !(typedValue instanceof Uint8Array)) {
		if ("typed_value" in typedValue && typedValue.typed_value !== null && typedValue.typed_value !== void 0) return decodeTypedValue(typedValue.typed_value, metadata, parsers);
		if ("value" in typedValue && typedValue.value instanceof Uint8Array) return readVariant(makeReader(typedValue.value), metadata, parsers);
		if ("typed_value" in typedValue || "value" in typedValue) return null;
		/** @type {Record<string, any>} */
		const result = {};
		for (const [key, field] of Object.entries(typedValue)) {
			if (!metadata.dictionary.includes(key)) continue;
			result[key] = decodeTypedValue(field, metadata, parsers);
		}
		return result;
	}
	if (typedValue instanceof Uint8Array) return readVariant(makeReader(typedValue), metadata, parsers);
	if (Array.isArray(typedValue)) return typedValue.map((element) => decodeTypedValue(element, metadata, parsers));
	return typedValue;
}
/**
* @param {Uint8Array} bytes
* @returns {DataReader}
*/
function makeReader(bytes) {
	return {
		view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
		offset: 0
	};
}
/**
* Parse and cache variant metadata dictionary.
*
* @param {Uint8Array} bytes
* @returns {VariantMetadata}
*/
function parseVariantMetadata(bytes) {
	let bufferCache = metadataCache.get(bytes.buffer);
	if (!bufferCache) {
		bufferCache = /* @__PURE__ */ new Map();
		metadataCache.set(bytes.buffer, bufferCache);
	}
	const key = `${bytes.byteOffset}:${bytes.byteLength}`;
	const cached = bufferCache.get(key);
	if (cached) return cached;
	const reader = makeReader(bytes);
	const header = reader.view.getUint8(reader.offset++);
	const version = header & 15;
	if (version !== 1) throw new Error(`parquet unsupported variant metadata version: ${version}`);
	const sorted = (header >> 4 & 1) === 1;
	const offsetSize = (header >> 6 & 3) + 1;
	const dictionarySize = readUnsigned(reader, offsetSize);
	const offsets = new Array(dictionarySize + 1);
	for (let i = 0; i < offsets.length; i++) offsets[i] = readUnsigned(reader, offsetSize);
	const base = reader.offset;
	const dictionary = new Array(dictionarySize);
	for (let i = 0; i < dictionarySize; i++) {
		const start = offsets[i];
		const end = offsets[i + 1];
		const strBytes = new Uint8Array(bytes.buffer, bytes.byteOffset + base + start, end - start);
		dictionary[i] = decoder.decode(strBytes);
	}
	const metadata = {
		dictionary,
		sorted
	};
	bufferCache.set(key, metadata);
	return metadata;
}
/**
* @param {DataReader} reader
* @param {number} byteWidth
* @returns {number}
*/
function readUnsigned(reader, byteWidth) {
	let value = 0;
	for (let i = 0; i < byteWidth; i++) value |= reader.view.getUint8(reader.offset + i) << i * 8;
	reader.offset += byteWidth;
	return value;
}
/**
* @param {DataReader} reader
* @param {VariantMetadata} metadata
* @param {ParquetParsers} parsers
* @returns {any}
*/
function readVariant(reader, metadata, parsers) {
	const typeByte = reader.view.getUint8(reader.offset++);
	const basicType = typeByte & 3;
	const header = typeByte >> 2;
	if (basicType === 0) return readVariantPrimitive(reader, header, parsers);
	if (basicType === 2) return readVariantObject(reader, header, metadata, parsers);
	if (basicType === 3) return readVariantArray(reader, header, metadata, parsers);
	const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, header);
	reader.offset += header;
	return decoder.decode(bytes);
}
/**
* @param {DataReader} reader
* @param {number} typeId
* @param {ParquetParsers} parsers
* @returns {any}
*/
function readVariantPrimitive(reader, typeId, parsers) {
	switch (typeId) {
		case 0: return null;
		case 1: return true;
		case 2: return false;
		case 3: {
			const value = reader.view.getInt8(reader.offset);
			reader.offset += 1;
			return value;
		}
		case 4: {
			const value = reader.view.getInt16(reader.offset, true);
			reader.offset += 2;
			return value;
		}
		case 5: {
			const value = reader.view.getInt32(reader.offset, true);
			reader.offset += 4;
			return value;
		}
		case 6: {
			const value = reader.view.getBigInt64(reader.offset, true);
			reader.offset += 8;
			return value;
		}
		case 7: {
			const value = reader.view.getFloat64(reader.offset, true);
			reader.offset += 8;
			return value;
		}
		case 8: return readVariantDecimal(reader, 4);
		case 9: return readVariantDecimal(reader, 8);
		case 10: return readVariantDecimal(reader, 16);
		case 11: {
			const value = reader.view.getInt32(reader.offset, true);
			reader.offset += 4;
			return parsers.dateFromDays(value);
		}
		case 12:
		case 13: {
			const value = reader.view.getBigInt64(reader.offset, true);
			reader.offset += 8;
			return parsers.timestampFromMicroseconds(value);
		}
		case 14: {
			const value = reader.view.getFloat32(reader.offset, true);
			reader.offset += 4;
			return value;
		}
		case 15: return readVariantBinary(reader);
		case 16: {
			const bytes = readVariantBinary(reader);
			return decoder.decode(bytes);
		}
		case 17: {
			const value = reader.view.getBigInt64(reader.offset, true);
			reader.offset += 8;
			return value;
		}
		case 18:
		case 19: {
			const value = reader.view.getBigInt64(reader.offset, true);
			reader.offset += 8;
			return parsers.timestampFromNanoseconds(value);
		}
		case 20: {
			const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, 16);
			reader.offset += 16;
			const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
			return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
		}
		default: throw new Error(`parquet unsupported variant primitive type: ${typeId}`);
	}
}
/**
* @param {DataReader} reader
* @param {number} header
* @param {VariantMetadata} metadata
* @param {ParquetParsers} parsers
* @returns {Record<string, any>}
*/
function readVariantObject(reader, header, metadata, parsers) {
	const offsetWidth = (header & 3) + 1;
	const idWidth = (header >> 2 & 3) + 1;
	const numElements = header >> 4 & 1 ? readUnsigned(reader, 4) : reader.view.getUint8(reader.offset++);
	/** @type {number[]} */
	const fieldIds = new Array(numElements);
	for (let i = 0; i < numElements; i++) fieldIds[i] = readUnsigned(reader, idWidth);
	const offsets = new Array(numElements + 1);
	for (let i = 0; i < offsets.length; i++) offsets[i] = readUnsigned(reader, offsetWidth);
	/** @type {Record<string, any>} */
	const out = {};
	for (let i = 0; i < numElements; i++) {
		const key = metadata.dictionary[fieldIds[i]];
		out[key] = readVariant({
			view: reader.view,
			offset: reader.offset + offsets[i]
		}, metadata, parsers);
	}
	reader.offset += offsets[offsets.length - 1];
	return out;
}
/**
* @param {DataReader} reader
* @param {number} header
* @param {VariantMetadata} metadata
* @param {ParquetParsers} parsers
* @returns {any[]}
*/
function readVariantArray(reader, header, metadata, parsers) {
	const fieldOffsetSize = header & 3;
	const isLarge = header >> 2 & 1;
	const offsetWidth = fieldOffsetSize + 1;
	const numElements = readUnsigned(reader, isLarge ? 4 : 1);
	const offsets = new Array(numElements + 1);
	for (let i = 0; i < offsets.length; i++) offsets[i] = readUnsigned(reader, offsetWidth);
	const valuesStart = reader.offset;
	const result = new Array(numElements);
	for (let i = 0; i < numElements; i++) {
		const valueReader = {
			view: reader.view,
			offset: valuesStart + offsets[i]
		};
		result[i] = readVariant(valueReader, metadata, parsers);
	}
	reader.offset = valuesStart + offsets[offsets.length - 1];
	return result;
}
/**
* @param {DataReader} reader
* @param {number} width
* @returns {number}
*/
function readVariantDecimal(reader, width) {
	const scale = reader.view.getUint8(reader.offset);
	reader.offset += 1;
	let unscaled;
	if (width === 4) {
		unscaled = BigInt(reader.view.getInt32(reader.offset, true));
		reader.offset += 4;
	} else if (width === 8) {
		unscaled = reader.view.getBigInt64(reader.offset, true);
		reader.offset += 8;
	} else {
		const low = reader.view.getBigUint64(reader.offset, true);
		unscaled = reader.view.getBigInt64(reader.offset + 8, true) << 64n | low;
		reader.offset += 16;
	}
	return Number(unscaled) * 10 ** -scale;
}
/**
* @param {DataReader} reader
* @returns {Uint8Array}
*/
function readVariantBinary(reader) {
	const length = reader.view.getUint32(reader.offset, true);
	reader.offset += 4;
	const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, length);
	reader.offset += length;
	return bytes;
}

// node_modules/hyparquet/src/assemble.js
/**
* Reconstructs a complex nested structure from flat arrays of values and
* definition and repetition levels, according to Dremel encoding.
*
* @param {any[]} output
* @param {number[] | undefined} definitionLevels
* @param {number[]} repetitionLevels
* @param {DecodedArray} values
* @param {SchemaTree[]} schemaPath
* @returns {DecodedArray}
*/
function assembleLists(output, definitionLevels, repetitionLevels, values, schemaPath) {
	const maxDefinitionLevel = getMaxDefinitionLevel(schemaPath);
	if (!definitionLevels?.length && !repetitionLevels.length) {
		if (!maxDefinitionLevel || !values.length) return values;
		definitionLevels = new Array(values.length).fill(maxDefinitionLevel);
	}
	const n = definitionLevels?.length || repetitionLevels.length;
	const repetitionPath = schemaPath.map(({ element }) => element.repetition_type);
	let valueIndex = 0;
	const containerStack = [output];
	let currentContainer = output;
	let currentDepth = 0;
	let currentDefLevel = 0;
	let currentRepLevel = 0;
	if (repetitionLevels[0]) while (currentDepth < repetitionPath.length - 2 && currentRepLevel < repetitionLevels[0]) {
		currentDepth++;
		if (repetitionPath[currentDepth] !== "REQUIRED") {
			currentContainer = currentContainer.at(-1);
			containerStack.push(currentContainer);
			currentDefLevel++;
		}
		if (repetitionPath[currentDepth] === "REPEATED") currentRepLevel++;
	}
	for (let i = 0; i < n; i++) {
		const def = definitionLevels?.length ? definitionLevels[i] : maxDefinitionLevel;
		const rep = repetitionLevels[i];
		while (currentDepth && (rep < currentRepLevel || repetitionPath[currentDepth] !== "REPEATED")) {
			if (repetitionPath[currentDepth] !== "REQUIRED") {
				containerStack.pop();
				currentDefLevel--;
			}
			if (repetitionPath[currentDepth] === "REPEATED") currentRepLevel--;
			currentDepth--;
		}
		currentContainer = containerStack.at(-1);
		while ((currentDepth < repetitionPath.length - 2 || repetitionPath[currentDepth + 1] === "REPEATED") && (currentDefLevel < def || repetitionPath[currentDepth + 1] === "REQUIRED")) {
			currentDepth++;
			if (repetitionPath[currentDepth] !== "REQUIRED") {
				/** @type {any[]} */
				const newList = [];
				currentContainer.push(newList);
				currentContainer = newList;
				containerStack.push(newList);
				currentDefLevel++;
			}
			if (repetitionPath[currentDepth] === "REPEATED") currentRepLevel++;
		}
		if (def === maxDefinitionLevel) currentContainer.push(values[valueIndex++]);
		else if (currentDepth === repetitionPath.length - 2) currentContainer.push(null);
		else currentContainer.push([]);
	}
	if (!output.length) for (let i = 0; i < maxDefinitionLevel; i++) {
		/** @type {any[]} */
		const newList = [];
		currentContainer.push(newList);
		currentContainer = newList;
	}
	return output;
}
/**
* Assemble a nested structure from subcolumn data.
*
* @param {Map<string, DecodedArray>} subcolumnData
* @param {SchemaTree} schema top-level schema element
* @param {ParquetParsers} parsers
* @param {number} [depth] depth of nested structure
*/
function assembleNested(subcolumnData, schema, parsers, depth = 0) {
	const path = schema.path.join(".");
	const optional = schema.element.repetition_type === "OPTIONAL";
	const nextDepth = optional ? depth + 1 : depth;
	if (isListLike(schema)) {
		let sublist = schema.children[0];
		let subDepth = nextDepth;
		if (sublist.children.length === 1) {
			sublist = sublist.children[0];
			subDepth++;
		}
		assembleNested(subcolumnData, sublist, parsers, subDepth);
		const subcolumn = sublist.path.join(".");
		const values = subcolumnData.get(subcolumn);
		if (!values) throw new Error("parquet list column missing values");
		if (optional) flattenAtDepth(values, depth);
		subcolumnData.set(path, values);
		subcolumnData.delete(subcolumn);
		return;
	}
	if (isMapLike(schema)) {
		const mapName = schema.children[0].element.name;
		assembleNested(subcolumnData, schema.children[0].children[0], parsers, nextDepth + 1);
		assembleNested(subcolumnData, schema.children[0].children[1], parsers, nextDepth + 1);
		const keys = subcolumnData.get(`${path}.${mapName}.key`);
		const values = subcolumnData.get(`${path}.${mapName}.value`);
		if (!keys) throw new Error("parquet map column missing keys");
		if (!values) throw new Error("parquet map column missing values");
		if (keys.length !== values.length) throw new Error("parquet map column key/value length mismatch");
		const out = assembleMaps(keys, values, nextDepth);
		if (optional) flattenAtDepth(out, depth);
		subcolumnData.delete(`${path}.${mapName}.key`);
		subcolumnData.delete(`${path}.${mapName}.value`);
		subcolumnData.set(path, out);
		return;
	}
	if (schema.children.length) {
		const invertDepth = schema.element.repetition_type === "REQUIRED" ? depth : depth + 1;
		/** @type {Record<string, any>} */
		const struct = {};
		for (const child of schema.children) {
			assembleNested(subcolumnData, child, parsers, invertDepth);
			const childData = subcolumnData.get(child.path.join("."));
			if (!childData) throw new Error("parquet struct missing child data");
			struct[child.element.name] = childData;
		}
		for (const child of schema.children) subcolumnData.delete(child.path.join("."));
		let inverted = invertStruct(struct, invertDepth);
		if (schema.element.logical_type?.type === "VARIANT") inverted = decodeVariantColumn(inverted, parsers);
		if (optional) flattenAtDepth(inverted, depth);
		subcolumnData.set(path, inverted);
	}
}
/**
* @import {DecodedArray, ParquetParsers, SchemaTree} from '../src/types.js'
* @param {DecodedArray} arr
* @param {number} depth
*/
function flattenAtDepth(arr, depth) {
	for (let i = 0; i < arr.length; i++) if (depth) flattenAtDepth(arr[i], depth - 1);
	else arr[i] = arr[i][0];
}
/**
* @param {DecodedArray} keys
* @param {DecodedArray} values
* @param {number} depth
* @returns {any[]}
*/
function assembleMaps(keys, values, depth) {
	const out = [];
	for (let i = 0; i < keys.length; i++) if (depth) out.push(assembleMaps(keys[i], values[i], depth - 1));
	else if (keys[i]) {
		/** @type {Record<string, any>} */
		const obj = {};
		for (let j = 0; j < keys[i].length; j++) {
			const value = values[i][j];
			obj[keys[i][j]] = value === void 0 ? null : value;
		}
		out.push(obj);
	} else out.push(void 0);
	return out;
}
/**
* Invert a struct-like object by depth.
*
* @param {Record<string, any[]>} struct
* @param {number} depth
* @returns {any[]}
*/
function invertStruct(struct, depth) {
	const keys = Object.keys(struct);
	const length = struct[keys[0]]?.length;
	const out = [];
	for (let i = 0; i < length; i++) {
		/** @type {Record<string, any>} */
		const obj = {};
		for (const key of keys) {
			if (struct[key].length !== length) throw new Error("parquet struct parsing error");
			obj[key] = struct[key][i];
		}
		if (depth) out.push(invertStruct(obj, depth - 1));
		else out.push(obj);
	}
	return out;
}

// node_modules/hyparquet/src/delta.js
/**
* @import {DataReader} from '../src/types.js'
*/
/**
* @param {DataReader} reader
* @param {number} count number of values to read
* @param {Int32Array | BigInt64Array} output
*/
function deltaBinaryUnpack(reader, count, output) {
	if (output instanceof Int32Array) {
		deltaBinaryUnpackInt32(reader, count, output);
		return;
	}
	const blockSize = readVarInt(reader);
	const miniblockPerBlock = readVarInt(reader);
	readVarInt(reader);
	let value = readZigZagBigInt(reader);
	let outputIndex = 0;
	output[outputIndex++] = value;
	const valuesPerMiniblock = blockSize / miniblockPerBlock;
	while (outputIndex < count) {
		const minDelta = readZigZagBigInt(reader);
		const bitWidths = new Uint8Array(miniblockPerBlock);
		for (let i = 0; i < miniblockPerBlock; i++) bitWidths[i] = reader.view.getUint8(reader.offset++);
		for (let i = 0; i < miniblockPerBlock && outputIndex < count; i++) {
			const bitWidth = bitWidths[i];
			if (bitWidth) {
				let bitpackPos = 0;
				let miniblockCount = valuesPerMiniblock;
				const mask = (1n << BigInt(bitWidth)) - 1n;
				while (miniblockCount && outputIndex < count) {
					let bits = BigInt(reader.view.getUint32(reader.offset, true) >>> bitpackPos) & mask;
					bitpackPos += bitWidth;
					while (bitpackPos >= 32) {
						bitpackPos -= 32;
						reader.offset += 4;
						if (bitpackPos) bits |= BigInt(reader.view.getUint32(reader.offset, true)) << BigInt(bitWidth - bitpackPos) & mask;
					}
					const delta = minDelta + bits;
					value += delta;
					output[outputIndex++] = value;
					miniblockCount--;
				}
				if (miniblockCount) reader.offset += Math.ceil((miniblockCount * bitWidth + bitpackPos) / 8);
			} else for (let j = 0; j < valuesPerMiniblock && outputIndex < count; j++) {
				value += minDelta;
				output[outputIndex++] = value;
			}
		}
	}
}
/**
* Decode INT32 without BigInt arithmetic in the per-value loop.
*
* @param {DataReader} reader
* @param {number} count
* @param {Int32Array} output
*/
function deltaBinaryUnpackInt32(reader, count, output) {
	const blockSize = readVarInt(reader);
	const miniblockPerBlock = readVarInt(reader);
	readVarInt(reader);
	let value = readZigZag(reader);
	let outputIndex = 0;
	output[outputIndex++] = value;
	const valuesPerMiniblock = blockSize / miniblockPerBlock;
	const { view } = reader;
	while (outputIndex < count) {
		const minDelta = readZigZagInt33(reader);
		const bitWidthsOffset = reader.offset;
		let offset = bitWidthsOffset + miniblockPerBlock;
		for (let i = 0; i < miniblockPerBlock && outputIndex < count; i++) {
			const bitWidth = view.getUint8(bitWidthsOffset + i);
			const end = offset + valuesPerMiniblock * bitWidth / 8;
			let bitOffset = 0;
			for (let j = 0; j < valuesPerMiniblock && outputIndex < count; j++) {
				let residual = 0;
				let bitsRead = 0;
				while (bitsRead < bitWidth) {
					const bitsToRead = Math.min(8 - bitOffset, bitWidth - bitsRead);
					if (bitsRead < 32) residual |= (view.getUint8(offset) >>> bitOffset & (1 << bitsToRead) - 1) << bitsRead;
					bitsRead += bitsToRead;
					bitOffset += bitsToRead;
					if (bitOffset === 8) {
						bitOffset = 0;
						offset++;
					}
				}
				value = value + minDelta + residual | 0;
				output[outputIndex++] = value;
			}
			offset = end;
		}
		reader.offset = offset;
	}
}
/**
* Read a zigzag varint modulo 2^32. INT32 deltas can need 33 bits, which
* readZigZag truncates, but only the low 32 bits of the decoded value matter.
* readVarInt keeps the low 32 zigzag bits of a 5-byte varint; bit 32 is bit 4
* of the fifth byte. Reusing readVarInt keeps the caller's hot loop fast.
*
* @param {DataReader} reader
* @returns {number}
*/
function readZigZagInt33(reader) {
	const start = reader.offset;
	const low = readVarInt(reader);
	const high = reader.offset - start === 5 ? reader.view.getUint8(start + 4) >>> 4 & 1 : 0;
	return (low >>> 1 | high << 31) ^ -(low & 1);
}
/**
* @param {DataReader} reader
* @param {number} count
* @param {Uint8Array[]} output
*/
function deltaLengthByteArray(reader, count, output) {
	const lengths = new Int32Array(count);
	deltaBinaryUnpack(reader, count, lengths);
	for (let i = 0; i < count; i++) {
		output[i] = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, lengths[i]);
		reader.offset += lengths[i];
	}
}
/**
* @param {DataReader} reader
* @param {number} count
* @param {Uint8Array[]} output
*/
function deltaByteArray(reader, count, output) {
	const prefixData = new Int32Array(count);
	deltaBinaryUnpack(reader, count, prefixData);
	const suffixData = new Int32Array(count);
	deltaBinaryUnpack(reader, count, suffixData);
	for (let i = 0; i < count; i++) {
		const suffix = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, suffixData[i]);
		if (prefixData[i]) {
			output[i] = new Uint8Array(prefixData[i] + suffixData[i]);
			output[i].set(output[i - 1].subarray(0, prefixData[i]));
			output[i].set(suffix, prefixData[i]);
		} else output[i] = suffix;
		reader.offset += suffixData[i];
	}
}

// node_modules/hyparquet/src/encoding.js
/**
* @import {DataReader, DecodedArray, ParquetType} from '../src/types.js'
*/
/**
* Read values from a run-length encoded/bit-packed hybrid encoding.
*
* If length is zero, then read int32 length at the start.
*
* @param {DataReader} reader
* @param {number} width - bitwidth
* @param {DecodedArray} output
* @param {number} [length] - length of the encoded data
*/
function readRleBitPackedHybrid(reader, width, output, length) {
	if (length === void 0) {
		length = reader.view.getUint32(reader.offset, true);
		reader.offset += 4;
	}
	const startOffset = reader.offset;
	let seen = 0;
	while (seen < output.length) {
		const header = readVarInt(reader);
		if (header & 1) seen = readBitPacked(reader, header, width, output, seen);
		else {
			const count = header >>> 1;
			readRle(reader, count, width, output, seen);
			seen += count;
		}
	}
	reader.offset = startOffset + length;
}
/**
* Run-length encoding: read value with bitWidth and repeat it count times.
*
* @param {DataReader} reader
* @param {number} count
* @param {number} bitWidth
* @param {DecodedArray} output
* @param {number} seen
*/
function readRle(reader, count, bitWidth, output, seen) {
	const width = bitWidth + 7 >> 3;
	let value = 0;
	for (let i = 0; i < width; i++) value |= reader.view.getUint8(reader.offset++) << (i << 3);
	for (let i = 0; i < count; i++) output[seen + i] = value;
}
/**
* Read a bit-packed run of the rle/bitpack hybrid.
* Supports width > 8 (crossing bytes).
*
* @param {DataReader} reader
* @param {number} header - bit-pack header
* @param {number} bitWidth
* @param {DecodedArray} output
* @param {number} seen
* @returns {number} total output values so far
*/
function readBitPacked(reader, header, bitWidth, output, seen) {
	let count = header >> 1 << 3;
	const mask = (1 << bitWidth) - 1;
	let data = 0;
	if (reader.offset < reader.view.byteLength) data = reader.view.getUint8(reader.offset++);
	else if (mask) throw new Error(`parquet bitpack offset ${reader.offset} out of range`);
	let left = 8;
	let right = 0;
	while (count) if (right > 8) {
		right -= 8;
		left -= 8;
		data >>>= 8;
	} else if (left - right < bitWidth) {
		data |= reader.view.getUint8(reader.offset) << left;
		reader.offset++;
		left += 8;
	} else {
		if (seen < output.length) output[seen++] = data >> right & mask;
		count--;
		right += bitWidth;
	}
	return seen;
}
/**
* @param {DataReader} reader
* @param {number} count
* @param {ParquetType} type
* @param {number | undefined} typeLength
* @returns {DecodedArray}
*/
function byteStreamSplit(reader, count, type, typeLength) {
	const width = byteWidth(type, typeLength);
	const bytes = new Uint8Array(count * width);
	for (let b = 0; b < width; b++) for (let i = 0; i < count; i++) bytes[i * width + b] = reader.view.getUint8(reader.offset++);
	if (type === "FLOAT") return new Float32Array(bytes.buffer);
	else if (type === "DOUBLE") return new Float64Array(bytes.buffer);
	else if (type === "INT32") return new Int32Array(bytes.buffer);
	else if (type === "INT64") return new BigInt64Array(bytes.buffer);
	else if (type === "FIXED_LEN_BYTE_ARRAY") {
		const split = new Array(count);
		for (let i = 0; i < count; i++) split[i] = bytes.subarray(i * width, (i + 1) * width);
		return split;
	}
	throw new Error(`parquet byte_stream_split unsupported type: ${type}`);
}
/**
* @param {ParquetType} type
* @param {number | undefined} typeLength
* @returns {number}
*/
function byteWidth(type, typeLength) {
	switch (type) {
		case "INT32":
		case "FLOAT": return 4;
		case "INT64":
		case "DOUBLE": return 8;
		case "FIXED_LEN_BYTE_ARRAY":
			if (!typeLength) throw new Error("parquet byteWidth missing type_length");
			return typeLength;
		default: throw new Error(`parquet unsupported type: ${type}`);
	}
}

// node_modules/hyparquet/src/plain.js
/**
* Read `count` values of the given type from the reader.view.
*
* @param {DataReader} reader - buffer to read data from
* @param {ParquetType} type - parquet type of the data
* @param {number} count - number of values to read
* @param {number | undefined} fixedLength - length of each fixed length byte array
* @returns {DecodedArray} array of values
*/
function readPlain(reader, type, count, fixedLength) {
	if (count === 0) return [];
	if (type === "BOOLEAN") return readPlainBoolean(reader, count);
	else if (type === "INT32") return readPlainInt32(reader, count);
	else if (type === "INT64") return readPlainInt64(reader, count);
	else if (type === "INT96") return readPlainInt96(reader, count);
	else if (type === "FLOAT") return readPlainFloat(reader, count);
	else if (type === "DOUBLE") return readPlainDouble(reader, count);
	else if (type === "BYTE_ARRAY") return readPlainByteArray(reader, count);
	else if (type === "FIXED_LEN_BYTE_ARRAY") {
		if (!fixedLength) throw new Error("parquet missing fixed length");
		return readPlainByteArrayFixed(reader, count, fixedLength);
	} else throw new Error(`parquet unhandled type: ${type}`);
}
/**
* Read `count` boolean values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {boolean[]}
*/
function readPlainBoolean(reader, count) {
	const values = new Array(count);
	for (let i = 0; i < count; i++) {
		const byteOffset = reader.offset + (i / 8 | 0);
		const bitOffset = i % 8;
		const byte = reader.view.getUint8(byteOffset);
		values[i] = (byte & 1 << bitOffset) !== 0;
	}
	reader.offset += Math.ceil(count / 8);
	return values;
}
/**
* Read `count` int32 values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {Int32Array}
*/
function readPlainInt32(reader, count) {
	const values = (reader.view.byteOffset + reader.offset) % 4 ? new Int32Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 4)) : new Int32Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count);
	reader.offset += count * 4;
	return values;
}
/**
* Read `count` int64 values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {BigInt64Array}
*/
function readPlainInt64(reader, count) {
	const values = (reader.view.byteOffset + reader.offset) % 8 ? new BigInt64Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 8)) : new BigInt64Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count);
	reader.offset += count * 8;
	return values;
}
/**
* Read `count` int96 values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {bigint[]}
*/
function readPlainInt96(reader, count) {
	const values = new Array(count);
	for (let i = 0; i < count; i++) {
		const low = reader.view.getBigInt64(reader.offset + i * 12, true);
		const high = reader.view.getInt32(reader.offset + i * 12 + 8, true);
		values[i] = BigInt(high) << 64n | low;
	}
	reader.offset += count * 12;
	return values;
}
/**
* Read `count` float values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {Float32Array}
*/
function readPlainFloat(reader, count) {
	const values = (reader.view.byteOffset + reader.offset) % 4 ? new Float32Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 4)) : new Float32Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count);
	reader.offset += count * 4;
	return values;
}
/**
* Read `count` double values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {Float64Array}
*/
function readPlainDouble(reader, count) {
	const values = (reader.view.byteOffset + reader.offset) % 8 ? new Float64Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 8)) : new Float64Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count);
	reader.offset += count * 8;
	return values;
}
/**
* Read `count` byte array values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {Uint8Array[]}
*/
function readPlainByteArray(reader, count) {
	const values = new Array(count);
	for (let i = 0; i < count; i++) {
		const length = reader.view.getUint32(reader.offset, true);
		reader.offset += 4;
		values[i] = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, length);
		reader.offset += length;
	}
	return values;
}
/**
* Read a fixed length byte array.
*
* @param {DataReader} reader
* @param {number} count
* @param {number} fixedLength
* @returns {Uint8Array[]}
*/
function readPlainByteArrayFixed(reader, count, fixedLength) {
	const values = new Array(count);
	for (let i = 0; i < count; i++) {
		values[i] = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, fixedLength);
		reader.offset += fixedLength;
	}
	return values;
}
/**
* Create a new buffer with the offset and size.
*
* @import {DataReader, DecodedArray, ParquetType} from '../src/types.js'
* @param {ArrayBufferLike} buffer
* @param {number} offset
* @param {number} size
* @returns {ArrayBuffer}
*/
function align(buffer, offset, size) {
	const aligned = new ArrayBuffer(size);
	new Uint8Array(aligned).set(new Uint8Array(buffer, offset, size));
	return aligned;
}

// node_modules/hyparquet/src/snappy.js
/**
* The MIT License (MIT)
* Copyright (c) 2016 Zhipeng Jia
* https://github.com/zhipeng-jia/snappyjs
*/
const WORD_MASK = [
	0,
	255,
	65535,
	16777215,
	4294967295
];
/**
* Copy bytes from one array to another
*
* @param {Uint8Array} fromArray source array
* @param {number} fromPos source position
* @param {Uint8Array} toArray destination array
* @param {number} toPos destination position
* @param {number} length number of bytes to copy
*/
function copyBytes(fromArray, fromPos, toArray, toPos, length) {
	for (let i = 0; i < length; i++) toArray[toPos + i] = fromArray[fromPos + i];
}
/**
* Decompress snappy data.
* Accepts an output buffer to avoid allocating a new buffer for each call.
*
* @param {Uint8Array} input compressed data
* @param {Uint8Array} output output buffer
*/
function snappyUncompress(input, output) {
	const inputLength = input.byteLength;
	const outputLength = output.byteLength;
	let pos = 0;
	let outPos = 0;
	while (pos < inputLength) {
		const c = input[pos];
		pos++;
		if (c < 128) break;
	}
	if (outputLength && pos >= inputLength) throw new Error("invalid snappy length header");
	while (pos < inputLength) {
		const c = input[pos];
		let len = 0;
		pos++;
		if (pos >= inputLength) throw new Error("missing eof marker");
		if ((c & 3) === 0) {
			let len = (c >>> 2) + 1;
			if (len > 60) {
				if (pos + 3 >= inputLength) throw new Error("snappy error literal pos + 3 >= inputLength");
				const lengthSize = len - 60;
				len = input[pos] + (input[pos + 1] << 8) + (input[pos + 2] << 16) + (input[pos + 3] << 24);
				len = (len & WORD_MASK[lengthSize]) + 1;
				pos += lengthSize;
			}
			if (pos + len > inputLength) throw new Error("snappy error literal exceeds input length");
			copyBytes(input, pos, output, outPos, len);
			pos += len;
			outPos += len;
		} else {
			let offset = 0;
			switch (c & 3) {
				case 1:
					len = (c >>> 2 & 7) + 4;
					offset = input[pos] + (c >>> 5 << 8);
					pos++;
					break;
				case 2:
					if (inputLength <= pos + 1) throw new Error("snappy error end of input");
					len = (c >>> 2) + 1;
					offset = input[pos] + (input[pos + 1] << 8);
					pos += 2;
					break;
				case 3:
					if (inputLength <= pos + 3) throw new Error("snappy error end of input");
					len = (c >>> 2) + 1;
					offset = input[pos] + (input[pos + 1] << 8) + (input[pos + 2] << 16) + (input[pos + 3] << 24);
					pos += 4;
			}
			if (offset === 0 || isNaN(offset)) throw new Error(`invalid offset ${offset} pos ${pos} inputLength ${inputLength}`);
			if (offset > outPos) throw new Error("cannot copy from before start of buffer");
			copyBytes(output, outPos - offset, output, outPos, len);
			outPos += len;
		}
	}
	if (outPos !== outputLength) throw new Error("premature end of input");
}

// node_modules/hyparquet/src/datapage.js
/**
* @import {ColumnDecoder, CompressionCodec, Compressors, DataPage, DataPageHeader, DataPageHeaderV2, DataReader, DecodedArray, PageHeader, SchemaTree} from '../src/types.js'
*/
/**
* Read a data page from uncompressed reader.
*
* @param {Uint8Array} bytes raw page data (should already be decompressed)
* @param {DataPageHeader} daph data page header
* @param {ColumnDecoder} columnDecoder
* @returns {DataPage} definition levels, repetition levels, and array of values
*/
function readDataPage(bytes, daph, { type, element, schemaPath }) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const reader = {
		view,
		offset: 0
	};
	/** @type {DecodedArray} */
	let dataPage;
	const repetitionLevels = readRepetitionLevels(reader, daph, schemaPath);
	const { definitionLevels, numNulls } = readDefinitionLevels(reader, daph, schemaPath);
	const nValues = daph.num_values - numNulls;
	if (daph.encoding === "PLAIN") dataPage = readPlain(reader, type, nValues, element.type_length);
	else if (daph.encoding === "PLAIN_DICTIONARY" || daph.encoding === "RLE_DICTIONARY" || daph.encoding === "RLE") {
		const bitWidth = type === "BOOLEAN" ? 1 : view.getUint8(reader.offset++);
		if (bitWidth) {
			dataPage = new Array(nValues);
			if (type === "BOOLEAN") {
				readRleBitPackedHybrid(reader, bitWidth, dataPage);
				dataPage = dataPage.map((x) => !!x);
			} else readRleBitPackedHybrid(reader, bitWidth, dataPage, view.byteLength - reader.offset);
		} else dataPage = new Uint8Array(nValues);
	} else if (daph.encoding === "BYTE_STREAM_SPLIT") dataPage = byteStreamSplit(reader, nValues, type, element.type_length);
	else if (daph.encoding === "DELTA_BINARY_PACKED") {
		dataPage = type === "INT32" ? new Int32Array(nValues) : new BigInt64Array(nValues);
		deltaBinaryUnpack(reader, nValues, dataPage);
	} else if (daph.encoding === "DELTA_LENGTH_BYTE_ARRAY") {
		dataPage = new Array(nValues);
		deltaLengthByteArray(reader, nValues, dataPage);
	} else if (daph.encoding === "DELTA_BYTE_ARRAY") {
		dataPage = new Array(nValues);
		deltaByteArray(reader, nValues, dataPage);
	} else throw new Error(`parquet unsupported encoding: ${daph.encoding}`);
	return {
		definitionLevels,
		repetitionLevels,
		dataPage
	};
}
/**
* @param {DataReader} reader data view for the page
* @param {DataPageHeader} daph data page header
* @param {SchemaTree[]} schemaPath
* @returns {any[]} repetition levels and number of bytes read
*/
function readRepetitionLevels(reader, daph, schemaPath) {
	if (schemaPath.length > 1) {
		const maxRepetitionLevel = getMaxRepetitionLevel(schemaPath);
		if (maxRepetitionLevel) {
			const values = new Array(daph.num_values);
			readRleBitPackedHybrid(reader, bitWidth(maxRepetitionLevel), values);
			return values;
		}
	}
	return [];
}
/**
* @param {DataReader} reader data view for the page
* @param {DataPageHeader} daph data page header
* @param {SchemaTree[]} schemaPath
* @returns {{ definitionLevels: number[], numNulls: number }} definition levels
*/
function readDefinitionLevels(reader, daph, schemaPath) {
	const maxDefinitionLevel = getMaxDefinitionLevel(schemaPath);
	if (!maxDefinitionLevel) return {
		definitionLevels: [],
		numNulls: 0
	};
	const definitionLevels = new Array(daph.num_values);
	readRleBitPackedHybrid(reader, bitWidth(maxDefinitionLevel), definitionLevels);
	let numNulls = daph.num_values;
	for (const def of definitionLevels) if (def === maxDefinitionLevel) numNulls--;
	if (numNulls === 0) definitionLevels.length = 0;
	return {
		definitionLevels,
		numNulls
	};
}
/**
* @param {Uint8Array} compressedBytes
* @param {number} uncompressed_page_size
* @param {CompressionCodec} codec
* @param {Compressors | undefined} compressors
* @returns {Uint8Array}
*/
function decompressPage(compressedBytes, uncompressed_page_size, codec, compressors) {
	/** @type {Uint8Array} */
	let page;
	const customDecompressor = compressors?.[codec];
	if (codec === "UNCOMPRESSED") page = compressedBytes;
	else if (customDecompressor) page = customDecompressor(compressedBytes, uncompressed_page_size);
	else if (codec === "SNAPPY") {
		page = new Uint8Array(uncompressed_page_size);
		snappyUncompress(compressedBytes, page);
	} else throw new Error(`parquet unsupported compression codec: ${codec}`);
	if (page?.length !== uncompressed_page_size) throw new Error(`parquet decompressed page length ${page?.length} does not match header ${uncompressed_page_size}`);
	return page;
}
/**
* Read a data page from the given Uint8Array.
*
* @param {Uint8Array} compressedBytes raw page data
* @param {PageHeader} ph page header
* @param {ColumnDecoder} columnDecoder
* @returns {DataPage} definition levels, repetition levels, and array of values
*/
function readDataPageV2(compressedBytes, ph, columnDecoder) {
	const reader = {
		view: new DataView(compressedBytes.buffer, compressedBytes.byteOffset, compressedBytes.byteLength),
		offset: 0
	};
	const { type, element, schemaPath, codec, compressors } = columnDecoder;
	const daph2 = ph.data_page_header_v2;
	if (!daph2) throw new Error("parquet data page header v2 is undefined");
	const repetitionLevels = readRepetitionLevelsV2(reader, daph2, schemaPath);
	reader.offset = daph2.repetition_levels_byte_length;
	const definitionLevels = readDefinitionLevelsV2(reader, daph2, schemaPath);
	const uncompressedPageSize = ph.uncompressed_page_size - daph2.definition_levels_byte_length - daph2.repetition_levels_byte_length;
	let page = compressedBytes.subarray(reader.offset);
	if (daph2.is_compressed !== false) page = decompressPage(page, uncompressedPageSize, codec, compressors);
	const pageView = new DataView(page.buffer, page.byteOffset, page.byteLength);
	const pageReader = {
		view: pageView,
		offset: 0
	};
	/** @type {DecodedArray} */
	let dataPage;
	const nValues = daph2.num_values - daph2.num_nulls;
	if (daph2.encoding === "PLAIN") dataPage = readPlain(pageReader, type, nValues, element.type_length);
	else if (daph2.encoding === "RLE") {
		dataPage = new Array(nValues);
		readRleBitPackedHybrid(pageReader, 1, dataPage);
		dataPage = dataPage.map((x) => !!x);
	} else if (daph2.encoding === "PLAIN_DICTIONARY" || daph2.encoding === "RLE_DICTIONARY") {
		const bitWidth = pageView.getUint8(pageReader.offset++);
		dataPage = new Array(nValues);
		readRleBitPackedHybrid(pageReader, bitWidth, dataPage, uncompressedPageSize - 1);
	} else if (daph2.encoding === "DELTA_BINARY_PACKED") {
		dataPage = type === "INT32" ? new Int32Array(nValues) : new BigInt64Array(nValues);
		deltaBinaryUnpack(pageReader, nValues, dataPage);
	} else if (daph2.encoding === "DELTA_LENGTH_BYTE_ARRAY") {
		dataPage = new Array(nValues);
		deltaLengthByteArray(pageReader, nValues, dataPage);
	} else if (daph2.encoding === "DELTA_BYTE_ARRAY") {
		dataPage = new Array(nValues);
		deltaByteArray(pageReader, nValues, dataPage);
	} else if (daph2.encoding === "BYTE_STREAM_SPLIT") dataPage = byteStreamSplit(pageReader, nValues, type, element.type_length);
	else throw new Error(`parquet unsupported encoding: ${daph2.encoding}`);
	return {
		definitionLevels,
		repetitionLevels,
		dataPage
	};
}
/**
* @param {DataReader} reader
* @param {DataPageHeaderV2} daph2 data page header v2
* @param {SchemaTree[]} schemaPath
* @returns {any[]} repetition levels
*/
function readRepetitionLevelsV2(reader, daph2, schemaPath) {
	const maxRepetitionLevel = getMaxRepetitionLevel(schemaPath);
	if (!maxRepetitionLevel) return [];
	const values = new Array(daph2.num_values);
	readRleBitPackedHybrid(reader, bitWidth(maxRepetitionLevel), values, daph2.repetition_levels_byte_length);
	return values;
}
/**
* @param {DataReader} reader
* @param {DataPageHeaderV2} daph2 data page header v2
* @param {SchemaTree[]} schemaPath
* @returns {number[] | undefined} definition levels
*/
function readDefinitionLevelsV2(reader, daph2, schemaPath) {
	const maxDefinitionLevel = getMaxDefinitionLevel(schemaPath);
	if (maxDefinitionLevel) {
		const values = new Array(daph2.num_values);
		readRleBitPackedHybrid(reader, bitWidth(maxDefinitionLevel), values, daph2.definition_levels_byte_length);
		return values;
	}
}
/**
* Minimum bits needed to store value.
*
* @param {number} value
* @returns {number}
*/
function bitWidth(value) {
	return 32 - Math.clz32(value);
}

// node_modules/hyparquet/src/column.js
/**
* @import {ColumnDecoder, DataReader, DecodedArray, PageHeader, PageResult, RowGroupSelect, Statistics, SubColumnData} from '../src/types.js'
*/
/**
* Parse column data from a buffer.
*
* @param {DataReader} reader
* @param {RowGroupSelect} rowGroupSelect row group selection
* @param {ColumnDecoder} columnDecoder column decoder params
* @param {(chunk: SubColumnData) => void} [onPage] callback for each page
* @returns {{ data: DecodedArray[], skipped: number }}
*/
function readColumn(reader, { groupStart, selectStart, selectEnd }, columnDecoder, onPage) {
	const { pathInSchema, schemaPath } = columnDecoder;
	const isFlat = isFlatColumn(schemaPath);
	/** @type {DecodedArray[]} */
	const chunks = [];
	/** @type {DecodedArray | undefined} */
	let dictionary = void 0;
	/** @type {DecodedArray | undefined} */
	let lastChunk = void 0;
	let rowCount = 0;
	let skipped = 0;
	const emitLastChunk = onPage && (() => {
		lastChunk && onPage({
			pathInSchema,
			columnData: lastChunk,
			rowStart: groupStart + rowCount - lastChunk.length,
			rowEnd: groupStart + rowCount
		});
	});
	while (isFlat ? rowCount < selectEnd : reader.offset < reader.view.byteLength - 1) {
		if (reader.offset >= reader.view.byteLength - 1) break;
		const header = parquetHeader(reader);
		if (header.type === "DICTIONARY_PAGE") {
			const { data } = readPage(reader, header, columnDecoder, dictionary, void 0, 0);
			if (data) dictionary = convert(data, columnDecoder);
		} else {
			const lastChunkLength = lastChunk?.length || 0;
			const result = readPage(reader, header, columnDecoder, dictionary, lastChunk, selectStart - rowCount);
			if (result.skipped) {
				if (!chunks.length) skipped += result.skipped;
				rowCount += result.skipped;
			} else if (result.data && lastChunk === result.data) rowCount += result.data.length - lastChunkLength;
			else if (result.data && result.data.length) {
				emitLastChunk?.();
				chunks.push(result.data);
				rowCount += result.data.length;
				lastChunk = result.data;
			}
		}
	}
	emitLastChunk?.();
	return {
		data: chunks,
		skipped
	};
}
/**
* Read a page (data or dictionary) from a buffer.
*
* @param {DataReader} reader
* @param {PageHeader} header
* @param {ColumnDecoder} columnDecoder
* @param {DecodedArray | undefined} dictionary
* @param {DecodedArray | undefined} previousChunk
* @param {number} pageStart skip this many rows in the page
* @returns {PageResult}
*/
function readPage(reader, header, columnDecoder, dictionary, previousChunk, pageStart) {
	const { type, element, schemaPath, codec, compressors } = columnDecoder;
	const compressedBytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, header.compressed_page_size);
	reader.offset += header.compressed_page_size;
	if (header.type === "DATA_PAGE") {
		const daph = header.data_page_header;
		if (!daph) throw new Error("parquet data page header is undefined");
		if (pageStart > daph.num_values && isFlatColumn(schemaPath)) return { skipped: daph.num_values };
		const page = decompressPage(compressedBytes, Number(header.uncompressed_page_size), codec, compressors);
		const { definitionLevels, repetitionLevels, dataPage } = readDataPage(page, daph, columnDecoder);
		const values = convertWithDictionary(dataPage, dictionary, daph.encoding, columnDecoder);
		return {
			skipped: 0,
			data: assembleLists(Array.isArray(previousChunk) ? previousChunk : [], definitionLevels, repetitionLevels, values, schemaPath)
		};
	} else if (header.type === "DATA_PAGE_V2") {
		const daph2 = header.data_page_header_v2;
		if (!daph2) throw new Error("parquet data page header v2 is undefined");
		if (pageStart > daph2.num_rows) return { skipped: daph2.num_rows };
		const { definitionLevels, repetitionLevels, dataPage } = readDataPageV2(compressedBytes, header, columnDecoder);
		const values = convertWithDictionary(dataPage, dictionary, daph2.encoding, columnDecoder);
		return {
			skipped: 0,
			data: assembleLists(Array.isArray(previousChunk) ? previousChunk : [], definitionLevels, repetitionLevels, values, schemaPath)
		};
	} else if (header.type === "DICTIONARY_PAGE") {
		const diph = header.dictionary_page_header;
		if (!diph) throw new Error("parquet dictionary page header is undefined");
		const page = decompressPage(compressedBytes, Number(header.uncompressed_page_size), codec, compressors);
		const reader = {
			view: new DataView(page.buffer, page.byteOffset, page.byteLength),
			offset: 0
		};
		return {
			skipped: 0,
			data: readPlain(reader, type, diph.num_values, element.type_length)
		};
	} else throw new Error(`parquet unsupported page type: ${header.type}`);
}
/**
* Read a page header from a buffer, leaving the reader at the start of the page data.
*
* @param {DataReader} reader
* @returns {PageHeader}
*/
function parquetHeader(reader) {
	const header = deserializeTCompactProtocol(reader);
	return {
		type: PageTypes[header.field_1],
		uncompressed_page_size: header.field_2,
		compressed_page_size: header.field_3,
		crc: header.field_4,
		data_page_header: header.field_5 && {
			num_values: header.field_5.field_1,
			encoding: Encodings[header.field_5.field_2],
			definition_level_encoding: Encodings[header.field_5.field_3],
			repetition_level_encoding: Encodings[header.field_5.field_4],
			statistics: pageStatistics(header.field_5.field_5)
		},
		index_page_header: header.field_6,
		dictionary_page_header: header.field_7 && {
			num_values: header.field_7.field_1,
			encoding: Encodings[header.field_7.field_2],
			is_sorted: header.field_7.field_3
		},
		data_page_header_v2: header.field_8 && {
			num_values: header.field_8.field_1,
			num_nulls: header.field_8.field_2,
			num_rows: header.field_8.field_3,
			encoding: Encodings[header.field_8.field_4],
			definition_levels_byte_length: header.field_8.field_5,
			repetition_levels_byte_length: header.field_8.field_6,
			is_compressed: header.field_8.field_7 === void 0 ? true : header.field_8.field_7,
			statistics: pageStatistics(header.field_8.field_8)
		}
	};
}
/**
* @param {any} stats thrift Statistics struct
* @returns {Statistics | undefined}
*/
function pageStatistics(stats) {
	return stats && {
		max: stats.field_1,
		min: stats.field_2,
		null_count: stats.field_3,
		distinct_count: stats.field_4,
		max_value: stats.field_5,
		min_value: stats.field_6,
		is_max_value_exact: stats.field_7,
		is_min_value_exact: stats.field_8
	};
}

// node_modules/hyparquet/src/rowgroup.js
/**
* @import {AsyncColumn, AsyncRowGroup, ChunkPlan, ColumnDecoder, DecodedArray, GroupPlan, PageLocation, ParquetParsers, ParquetReadOptions, QueryPlan, SchemaTree} from '../src/types.js'
*/
/**
* Read a row group from a file-like object.
*
* @param {ParquetReadOptions} options
* @param {QueryPlan} plan
* @param {GroupPlan} groupPlan
* @returns {AsyncRowGroup} resolves to column data
*/
function readRowGroup(options, { metadata }, groupPlan) {
	/** @type {AsyncColumn[]} */
	const asyncColumns = [];
	const schemaTree = parquetSchema(metadata);
	for (const chunk of groupPlan.chunks) {
		const { path_in_schema: pathInSchema } = chunk.columnMetadata;
		const schemaPath = getTreePath(schemaTree, pathInSchema);
		const columnDecoder = {
			pathInSchema,
			element: schemaPath[schemaPath.length - 1].element,
			schemaPath,
			...options,
			...chunk.columnMetadata,
			parsers: {
				...DEFAULT_PARSERS,
				...options.parsers
			}
		};
		const { startByte, endByte } = chunk.range;
		if ("pageLocations" in chunk) asyncColumns.push({
			pathInSchema,
			data: readSelectedPages(options, groupPlan, chunk, chunk.pageLocations, columnDecoder)
		});
		else if ("offsetIndex" in chunk) asyncColumns.push({
			pathInSchema,
			data: Promise.resolve(options.file.slice(chunk.offsetIndex.startByte, chunk.offsetIndex.endByte)).then((arrayBuffer) => {
				const pages = readOffsetIndex({
					view: new DataView(arrayBuffer),
					offset: 0
				}).page_locations;
				return readSelectedPages(options, groupPlan, chunk, pages, columnDecoder);
			})
		});
		else asyncColumns.push({
			pathInSchema,
			data: Promise.resolve(options.file.slice(startByte, endByte)).then((buffer) => {
				const reader = {
					view: new DataView(buffer),
					offset: 0
				};
				return readColumn(reader, groupPlan, columnDecoder, options.onPage);
			})
		});
	}
	return {
		groupStart: groupPlan.groupStart,
		groupRows: groupPlan.groupRows,
		selectStart: groupPlan.selectStart,
		selectEnd: groupPlan.selectEnd,
		asyncColumns
	};
}
/**
* Read only the pages of a column chunk that overlap the group plan's select
* range [selectStart, selectEnd), using page locations from the offset index.
*
* @param {ParquetReadOptions} options
* @param {GroupPlan} groupPlan
* @param {ChunkPlan} chunk
* @param {PageLocation[]} pages
* @param {ColumnDecoder} columnDecoder
* @returns {Promise<{data: DecodedArray[], skipped: number}>}
*/
async function readSelectedPages(options, groupPlan, chunk, pages, columnDecoder) {
	const { data_page_offset, dictionary_page_offset } = chunk.columnMetadata;
	const { selectStart, selectEnd } = groupPlan;
	let { startByte, endByte } = chunk.range;
	let skipped = -1;
	const hasDict = dictionary_page_offset || data_page_offset < pages[0].offset;
	for (let i = 0; i < pages.length; i++) {
		const page = pages[i];
		const pageStart = Number(page.first_row_index);
		const pageEnd = i + 1 < pages.length ? Number(pages[i + 1].first_row_index) : groupPlan.groupRows;
		if (skipped < 0 && pageEnd > selectStart) {
			startByte = Number(page.offset);
			skipped = pageStart;
		}
		if (pageStart < selectEnd) endByte = Number(page.offset) + page.compressed_page_size;
	}
	if (skipped < 0) skipped = 0;
	/** @type {DataView} */
	let view;
	if (hasDict && skipped) {
		const dictLength = Number(pages[0].offset) - chunk.range.startByte;
		const [dictBuffer, dataBuffer] = await Promise.all([options.file.slice(chunk.range.startByte, Number(pages[0].offset)), options.file.slice(startByte, endByte)]);
		const combined = new Uint8Array(dictLength + dataBuffer.byteLength);
		combined.set(new Uint8Array(dictBuffer, 0, dictLength));
		combined.set(new Uint8Array(dataBuffer), dictLength);
		view = new DataView(combined.buffer);
	} else if (hasDict) view = new DataView(await options.file.slice(chunk.range.startByte, endByte));
	else view = new DataView(await options.file.slice(startByte, endByte));
	const reader = {
		view,
		offset: 0
	};
	const adjustedGroupPlan = skipped ? {
		...groupPlan,
		groupStart: groupPlan.groupStart + skipped,
		selectStart: groupPlan.selectStart - skipped,
		selectEnd: groupPlan.selectEnd - skipped
	} : groupPlan;
	const { data, skipped: columnSkipped } = readColumn(reader, adjustedGroupPlan, columnDecoder, options.onPage);
	return {
		data,
		skipped: skipped + columnSkipped
	};
}
/**
* @overload
* @param {AsyncRowGroup} asyncGroup
* @param {number} selectStart
* @param {number} selectEnd
* @param {string[] | undefined} columns
* @param {'object'} rowFormat
* @returns {Promise<Record<string, any>[]>} resolves to row data
*/
/**
* @overload
* @param {AsyncRowGroup} asyncGroup
* @param {number} selectStart
* @param {number} selectEnd
* @param {string[] | undefined} columns
* @param {'array'} [rowFormat]
* @returns {Promise<any[][]>} resolves to row data
*/
/**
* @param {AsyncRowGroup} asyncGroup
* @param {number} selectStart
* @param {number} selectEnd
* @param {string[] | undefined} columns
* @param {'object' | 'array'} [rowFormat]
* @returns {Promise<Record<string, any>[] | any[][]>} resolves to row data
*/
async function asyncGroupToRows({ asyncColumns }, selectStart, selectEnd, columns, rowFormat) {
	const asyncPages = await Promise.all(asyncColumns.map((column) => column.data.then(({ skipped, data }) => ({
		skipped,
		data: flatten(data)
	}))));
	const selectCount = selectEnd - selectStart;
	if (rowFormat === "object") {
		/** @type {Record<string, any>[]} */
		const groupData = Array(selectCount);
		for (let selectRow = 0; selectRow < selectCount; selectRow++) {
			/** @type {Record<string, any>} */
			const rowData = {};
			for (let i = 0; i < asyncColumns.length; i++) {
				const { data, skipped } = asyncPages[i];
				rowData[asyncColumns[i].pathInSchema[0]] = data[selectStart + selectRow - skipped];
			}
			groupData[selectRow] = rowData;
		}
		return groupData;
	}
	const includedColumnNames = asyncColumns.map((child) => child.pathInSchema[0]).filter((name) => !columns || columns.includes(name));
	const columnOrder = columns ?? includedColumnNames;
	const columnIndexes = columnOrder.map((name) => asyncColumns.findIndex((column) => column.pathInSchema[0] === name));
	/** @type {any[][]} */
	const groupData = Array(selectCount);
	for (let selectRow = 0; selectRow < selectCount; selectRow++) {
		const rowData = Array(asyncColumns.length);
		for (let i = 0; i < columnOrder.length; i++) {
			const colIdx = columnIndexes[i];
			if (colIdx < 0) throw new Error(`parquet column not found: ${columnOrder[i]}`);
			const { data, skipped } = asyncPages[colIdx];
			rowData[i] = data[selectStart + selectRow - skipped];
		}
		groupData[selectRow] = rowData;
	}
	return groupData;
}
/**
* Assemble physical columns into top-level columns asynchronously.
*
* @param {AsyncRowGroup} asyncRowGroup
* @param {SchemaTree} schemaTree
* @param {Partial<ParquetParsers>} [parsers]
* @returns {AsyncRowGroup}
*/
function assembleAsync(asyncRowGroup, schemaTree, parsers) {
	const { asyncColumns } = asyncRowGroup;
	const allParsers = {
		...DEFAULT_PARSERS,
		...parsers
	};
	/** @type {AsyncColumn[]} */
	const assembled = [];
	for (const child of schemaTree.children) if (child.children.length) {
		const childColumns = asyncColumns.filter((column) => column.pathInSchema[0] === child.element.name);
		if (!childColumns.length) continue;
		assembled.push({
			pathInSchema: child.path,
			data: (async () => {
				const resolved = await Promise.all(childColumns.map((c) => c.data));
				/** @type {Map<string, DecodedArray>} */
				const subcolumnData = /* @__PURE__ */ new Map();
				const flattened = resolved.map(({ data }) => flatten(data));
				const skipped = Math.max(asyncRowGroup.selectStart ?? 0, ...resolved.map((result) => result.skipped));
				const end = Math.min(asyncRowGroup.selectEnd ?? Infinity, ...resolved.map((result, i) => result.skipped + flattened[i].length));
				for (let i = 0; i < childColumns.length; i++) {
					const start = skipped - resolved[i].skipped;
					const length = Math.max(0, end - skipped);
					subcolumnData.set(childColumns[i].pathInSchema.join("."), flattened[i].slice(start, start + length));
				}
				assembleNested(subcolumnData, child, allParsers);
				const assembled = subcolumnData.get(child.element.name);
				if (!assembled) throw new Error("parquet column data not assembled");
				return {
					data: [assembled],
					skipped
				};
			})()
		});
	} else {
		const asyncColumn = asyncColumns.find((column) => column.pathInSchema[0] === child.element.name);
		if (asyncColumn) assembled.push(asyncColumn);
	}
	return {
		...asyncRowGroup,
		asyncColumns: assembled
	};
}

// node_modules/hyparquet/src/scan.js
/**
* @import {AsyncRowGroup, BaseParquetReadOptions, BloomFilter, DecodedArray, PageLocation, PageRanges, ParquetScan, ParquetScanOptions, QueryPlan, SchemaElement} from '../src/types.js'
*/
/**
* @typedef {BaseParquetReadOptions & {
*   bloomFiltersByGroup?: Record<string, BloomFilter>[],
*   schemaElements?: Record<string, SchemaElement>,
*   pageRangesByGroup?: (PageRanges | undefined)[],
*   pageLocationsByGroup?: Record<string, PageLocation[]>[],
* }} PreparedParquetReadOptions
*/
/**
* Load optional indexes and build the canonical physical read plan.
* Shared by row-oriented reads and lazy scans so pruning behavior cannot
* diverge between APIs.
*
* @param {BaseParquetReadOptions} options
* @returns {Promise<{options: PreparedParquetReadOptions, plan: QueryPlan}>}
*/
async function prepareParquetRead(options) {
	const prepared = await prepareParquetOptions(options);
	return {
		options: prepared,
		plan: parquetPlan(prepared)
	};
}
/**
* Load optional indexes and validate read options without planning data reads.
*
* @param {BaseParquetReadOptions} options
* @returns {Promise<PreparedParquetReadOptions>}
*/
async function prepareParquetOptions(options) {
	const metadata = options.metadata ?? await parquetMetadataAsync(options.file, options);
	const schemaColumns = parquetSchema(metadata).children.map((child) => child.element.name);
	const missingFilterColumns = columnsNeededForFilter(options.filter).filter((column) => !schemaColumns.includes(column));
	if (missingFilterColumns.length) throw new Error(`parquet filter columns not found: ${missingFilterColumns.join(", ")}`);
	if (options.columns) {
		const missingColumns = options.columns.filter((column) => !schemaColumns.includes(column));
		if (missingColumns.length) throw new Error(`parquet column not found: ${missingColumns[0]}`);
	}
	/** @type {PreparedParquetReadOptions} */
	let prepared = {
		...options,
		metadata
	};
	prepared = await withBloomFilters(prepared);
	prepared = await withPageIndexes(prepared);
	return prepared;
}
/**
* Read all planned row groups, prefetching their coalesced byte ranges.
*
* @param {BaseParquetReadOptions} options
* @param {QueryPlan} plan
* @returns {AsyncRowGroup[]}
*/
function readParquetPlan(options, plan) {
	const readOptions = {
		...options,
		file: prefetchAsyncBuffer(options.file, plan)
	};
	return plan.groups.map((group) => readRowGroup(readOptions, plan, group));
}
/**
* Conditionally fetch bloom filters and attach them to planner options.
*
* @param {PreparedParquetReadOptions} options
* @returns {Promise<PreparedParquetReadOptions>}
*/
async function withBloomFilters(options) {
	if (!options.useBloomFilters || !options.filter || !options.metadata) return options;
	const schemaTree = parquetSchema(options.metadata);
	/** @type {Record<string, SchemaElement>} */
	const schemaElements = {};
	for (const child of schemaTree.children) schemaElements[child.element.name] = child.element;
	const bloomFiltersByGroup = await prefetchBloomFilters({
		file: options.file,
		metadata: options.metadata,
		filter: options.filter,
		filterStrict: options.filterStrict
	});
	return {
		...options,
		bloomFiltersByGroup,
		schemaElements
	};
}
/**
* Conditionally fetch page indexes and attach candidate ranges and layouts.
*
* @param {PreparedParquetReadOptions} options
* @returns {Promise<PreparedParquetReadOptions>}
*/
async function withPageIndexes(options) {
	if (!options.usePageIndex || !options.filter || !options.metadata) return options;
	const { pageRangesByGroup, pageLocationsByGroup } = await prefetchPageIndexes({
		file: options.file,
		metadata: options.metadata,
		filter: options.filter,
		filterStrict: options.filterStrict,
		rowStart: options.rowStart,
		rowEnd: options.rowEnd,
		columns: options.columns,
		bloomFiltersByGroup: options.bloomFiltersByGroup,
		schemaElements: options.schemaElements,
		parsers: options.parsers
	});
	return {
		...options,
		pageRangesByGroup,
		pageLocationsByGroup
	};
}

// node_modules/hyparquet/src/read.js
/**
* @import {AsyncRowGroup, BaseParquetReadOptions, DecodedArray, ParquetReadOptions, ParquetRow} from '../src/types.js'
*/
/**
* Symbol for the absolute, zero-based physical position of an object row.
* @type {typeof import('../src/types.js').rowIndex}
*/
const rowIndex = Symbol("rowIndex");
/**
* Read parquet data rows from a file-like object.
* Reads the minimal number of row groups and columns to satisfy the request.
*
* Returns a void promise when complete.
* Errors are thrown on the returned promise.
* Data is returned in callbacks onComplete, onChunk, onPage, NOT the return promise.
* See parquetReadObjects for a more convenient API.
*
* @param {ParquetReadOptions} options read options
* @returns {Promise<void>} resolves when all requested rows and columns are parsed, all errors are thrown here
*/
async function parquetRead(options) {
	options.metadata ??= await parquetMetadataAsync(options.file, options);
	const { rowStart = 0, rowEnd, columns, onChunk, onComplete, rowFormat, filter, filterStrict = true } = options;
	if (filter && rowFormat !== "object") throw new Error("parquet filter requires rowFormat: \"object\"");
	if (options.includeRowIndex && rowFormat !== "object") throw new Error("parquet includeRowIndex requires rowFormat: \"object\"");
	const filterColumns = columnsNeededForFilter(filter);
	let readColumns = columns;
	if (columns && filterColumns.length) {
		const selectedColumns = new Set(columns);
		const extraColumns = filterColumns.filter((column) => !selectedColumns.has(column));
		if (extraColumns.length) readColumns = [...columns, ...extraColumns];
	}
	const readOptions = readColumns === columns ? options : {
		...options,
		columns: readColumns
	};
	const prepared = await prepareParquetRead(readOptions);
	const preparedOptions = prepared.options;
	const requiresProjection = readColumns !== columns;
	const asyncGroups = readParquetPlan(preparedOptions, prepared.plan);
	if (!onComplete && !onChunk) {
		await awaitAllColumns(asyncGroups);
		return;
	}
	if (!preparedOptions.metadata) throw new Error("parquet requires metadata");
	const schemaTree = parquetSchema(preparedOptions.metadata);
	const assembled = asyncGroups.map((arg) => assembleAsync(arg, schemaTree, options.parsers));
	if (onChunk) for (const asyncGroup of assembled) for (const asyncColumn of asyncGroup.asyncColumns) asyncColumn.data.then(({ data, skipped }) => {
		let rowStart = asyncGroup.groupStart + skipped;
		for (const columnData of data) {
			onChunk({
				columnName: asyncColumn.pathInSchema[0],
				columnData,
				rowStart,
				rowEnd: rowStart + columnData.length
			});
			rowStart += columnData.length;
		}
	}, () => {});
	if (onComplete) {
		await awaitAllColumns(assembled);
		/** @type {any[]} */
		const rows = [];
		for (const asyncGroup of assembled) {
			const selectStart = asyncGroup.selectStart ?? Math.max(rowStart - asyncGroup.groupStart, 0);
			const selectEnd = asyncGroup.selectEnd ?? Math.min((rowEnd ?? Infinity) - asyncGroup.groupStart, asyncGroup.groupRows);
			const groupData = rowFormat === "object" ? await asyncGroupToRows(asyncGroup, selectStart, selectEnd, readColumns, "object") : await asyncGroupToRows(asyncGroup, selectStart, selectEnd, columns, "array");
			if (options.includeRowIndex) for (let i = 0; i < groupData.length; i++) Object.defineProperty(groupData[i], rowIndex, { value: asyncGroup.groupStart + selectStart + i });
			if (filter) {
				for (const row of groupData) if (matchFilter(row, filter, filterStrict)) {
					if (requiresProjection && columns) {
						for (const col of filterColumns) if (!columns.includes(col)) delete row[col];
					}
					rows.push(row);
				}
			} else concat(rows, groupData);
		}
		onComplete(rows);
	} else await awaitAllColumns(assembled);
}
/**
* Await every column promise across the given row groups via Promise.allSettled
* so no rejection escapes as an unhandledRejection. Throws the first rejection.
*
* @param {AsyncRowGroup[]} asyncGroups
* @returns {Promise<void>}
*/
async function awaitAllColumns(asyncGroups) {
	const all = asyncGroups.flatMap((g) => g.asyncColumns.map((c) => c.data));
	const failed = (await Promise.allSettled(all)).find((r) => r.status === "rejected");
	if (failed) throw failed.reason;
}
/**
* This is a helper function to read parquet row data as a promise.
* It is a wrapper around the more configurable parquetRead function.
*
* @param {Omit<ParquetReadOptions, 'onComplete'>} options
* @returns {Promise<ParquetRow[]>} resolves when all requested rows and columns are parsed
*/
function parquetReadObjects(options) {
	return new Promise((onComplete, reject) => {
		parquetRead({
			...options,
			rowFormat: "object",
			onComplete
		}).catch(reject);
	});
}

// node_modules/hyparquet/src/node.js
/**
* @import {AsyncBuffer} from '../src/types.js'
*/
/**
* Construct an AsyncBuffer for a local file using node fs package.
*
* @param {string} filename
* @returns {Promise<AsyncBuffer>}
*/
async function asyncBufferFromFile(filename) {
	const { size } = await promises.stat(filename);
	return {
		byteLength: size,
		slice(start, end) {
			if (start === end) return Promise.resolve(/* @__PURE__ */ new ArrayBuffer(0));
			const reader = createReadStream$1(filename, {
				start,
				end: end === void 0 ? void 0 : end - 1
			});
			return new Promise((resolve, reject) => {
				/** @type {any[]} */
				const chunks = [];
				reader.on("data", (chunk) => chunks.push(chunk));
				reader.on("error", reject);
				reader.on("end", () => {
					const buffer = Buffer.concat(chunks);
					if (buffer.byteOffset === 0 && buffer.byteLength === buffer.buffer.byteLength) resolve(buffer.buffer);
					else resolve(buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength));
				});
			});
		}
	};
}

// src/importers/lighteval/results-file.ts
const values$1 = record(string(), unknown());
/** Of the model's settings nothing is kept but its name: they may hold keys. */
const schema = object({
	config_general: object({
		model_name: string().nullish(),
		model_config: object({ model_name: string().nullish() }).nullish(),
		lighteval_sha: unknown().optional(),
		max_samples: unknown().optional(),
		num_fewshot_seeds: unknown().optional(),
		start_time: unknown().optional(),
		generation_parameters: unknown().optional()
	}),
	results: record(string(), values$1),
	versions: values$1.default({}),
	config_tasks: record(string(), values$1).default({}),
	summary_tasks: record(string(), values$1).default({})
});
/** The settings stand first, so that large files need not be read for this. */
async function isResultsFile(file) {
	return /^\s*\{\s*"config_general"\s*:\s*\{/.test(await headOf(file) ?? "");
}
/** @throws WeighbridgeError `data` */
async function readResultsFile(file) {
	const { value, digest } = await readJson(file);
	const parsed = schema.safeParse(value);
	if (parsed.success) return {
		file,
		results: parsed.data,
		digest
	};
	const [issue] = parsed.error.issues;
	throw new WeighbridgeError("data", `not results of lighteval: ${issue?.message ?? ""}`, {
		at: {
			file,
			key: (issue?.path ?? []).join(".")
		},
		cause: parsed.error
	});
}
/** `all` and the averages are means over tasks, of their standard errors too: no numbers of a task. */
function tasksOf({ results }) {
	return Object.keys(results).filter((task) => task !== "all" && !/[:|]_average([:|]\d+)?$/.test(task));
}
/** Names are written with `|` or with `:`, by place and version. */
const sameName = (name) => name.replaceAll("|", ":");
const modelName = ({ config_general: { model_name, model_config } }) => model_name ?? model_config?.model_name ?? "a model without a name";
/** The settings of a task, whose name there may lack suite or few-shot count. */
function taskConfig({ config_tasks }, task) {
	const wanted = sameName(task);
	const without = wanted.replace(/:\d+$/, "");
	return Object.entries(config_tasks).find(([name]) => [wanted, without].includes(sameName(name)))?.[1] ?? {};
}
/** Whether higher is better, as the task's settings say it: for a metric, or for one of several that it gives. */
function higherIsBetter(config, metric) {
	const listed = Array.isArray(config.metrics) ? config.metrics : config.metric ?? [];
	for (const each of Array.isArray(listed) ? listed : [listed]) {
		const { metric_name: names, higher_is_better: higher } = each ?? {};
		if (![names].flat().includes(metric)) continue;
		const own = typeof higher === "object" ? higher?.[metric] : higher;
		if (typeof own === "boolean") return own;
	}
	return null;
}
/** Whether a metric is the mean of its samples; where nothing is said, the numbers must show it. */
function isMean(config, metric) {
	const own = (Array.isArray(config.metrics) ? config.metrics : []).find((each) => [each?.metric_name].flat().includes(metric))?.corpus_level_fn;
	const how = typeof own === "object" && own !== null ? own[metric] : own;
	return typeof how !== "string" || /mean/.test(how);
}

// src/importers/lighteval/details.ts
/** Rows that are in memory at a time; a prompt may be long. */
const BATCH = 500;
const RESULTS = /^results_(.+)\.json$/;
/** Details lie in `details/…/<time>` where the results lie in `results/…`, or beside them. */
async function detailsOf(resultsFile) {
	const time = RESULTS.exec(basename(resultsFile))?.[1] ?? "";
	const folder = dirname(resultsFile);
	const parts = folder.split(sep);
	const root = parts.lastIndexOf("results");
	const apart = root === -1 ? [] : [join([...parts.with(root, "details"), time].join(sep))];
	const details = /* @__PURE__ */ new Map();
	for (const place of [...apart, folder]) for (const file of await namesIn(place)) {
		const [start, end] = ["details_", `_${time}.parquet`];
		if (time === "" || !file.startsWith(start) || !file.endsWith(end)) continue;
		details.set(sameName(file.slice(start.length, -end.length)), join(place, file));
	}
	return details;
}
async function countRows(file) {
	return reading(file, async () => {
		const { num_rows: rows } = await parquetMetadataAsync(await asyncBufferFromFile(file));
		return Number(rows);
	});
}
/** @throws WeighbridgeError `data` for a file that is torn, or packed in a way that is not read */
async function* readRows$2(file) {
	const total = await countRows(file);
	for (let start = 0; start < total; start += BATCH) {
		const rows = await reading(file, async () => parquetReadObjects({
			file: await asyncBufferFromFile(file),
			rowStart: start,
			rowEnd: Math.min(total, start + BATCH)
		}));
		for (const row of rows) if (isObject(row)) yield row;
	}
}
async function reading(file, read) {
	try {
		return await read();
	} catch (cause) {
		throw new WeighbridgeError("data", `cannot be read as Parquet: ${messageOf(cause)}`, {
			at: { file },
			fix: "evaluate again, or copy the file again; Snappy and no compression are read",
			cause
		});
	}
}

// src/importers/lighteval/run.ts
/**
* A task as a run: with samples where its details were saved.
* @throws WeighbridgeError `data`
*/
async function toRun$4(source, task, details, side, directions) {
	const { file, results } = source;
	const own = metricsOf$2(source, task, directions);
	const metrics = own.map(({ metric }) => metric);
	const described = {
		side,
		task: sameName(task),
		metrics,
		fingerprint: fingerprintOf$3(source, task),
		model: unidentifiedModel(`${modelName(results)}, by results of lighteval`, source.digest)
	};
	const rows = details.get(sameName(task));
	if (rows === void 0) {
		if (details.size > 0) throw new WeighbridgeError("data", `there are no details of the task ${JSON.stringify(task)}`, {
			at: { file },
			fix: "keep all details that the run wrote"
		});
		const aggregates = own.filter(({ value }) => Number.isFinite(value)).map(({ metric, value, stderr }) => ({
			metric: metric.name,
			value,
			stderr,
			n: null
		}));
		return foreignRun(file, {
			...described,
			planned: 0,
			aggregates
		}, none$1);
	}
	const planned = await countRows(rows);
	checkCount(source, task, planned, rows);
	const checked = () => checkWhile({
		task,
		metrics,
		samples: samplesOf$3(rows, metrics)
	}, own.map(({ metric, value }) => ({
		metric: metric.name,
		value
	})), ({ metric }) => ({
		file,
		key: `results.${task}.${metric}`
	}));
	return foreignRun(rows, {
		...described,
		planned
	}, async function* () {
		for await (const sample of checked()) yield {
			sample,
			at: {
				file: rows,
				key: sample.id
			}
		};
	});
}
async function* none$1() {}
function metricsOf$2({ file, results }, task, directions) {
	const row = results.results[task] ?? {};
	const config = taskConfig(results, task);
	const said = (name) => {
		const higher = higherIsBetter(config, name);
		if (higher === null) return directions(name);
		return higher ? "higher_is_better" : "lower_is_better";
	};
	return Object.entries(row).flatMap(([name, value]) => {
		if (name.endsWith("_stderr") || typeof value !== "number") return [];
		const metric = commonMetric(name, said);
		if (metric === null) throw new WeighbridgeError("data", `nobody says which way ${task}/${name} is better`, {
			at: {
				file,
				key: `results.${task}.${name}`
			},
			fix: sayDirection(file, name)
		});
		const stderr = row[`${name}_stderr`];
		return [{
			metric: !isMean(config, name) ? {
				...metric,
				kind: "corpus",
				unit: "number",
				range: {
					min: null,
					max: null
				}
			} : metric,
			value,
			stderr: typeof stderr === "number" && Number.isFinite(stderr) ? stderr : null
		}];
	});
}
/** Few-shot counts of -1 are what some versions write where they counted nothing. */
function checkCount({ file, results }, task, rows, details) {
	const { effective_num_docs: effective } = taskConfig(results, task);
	if (typeof effective !== "number" || effective < 0 || effective === rows) return;
	throw new WeighbridgeError("data", `${task} has ${rows} details, and the run evaluated ${effective}`, {
		at: { file: details },
		fix: `keep the whole details of the run that wrote ${file}`
	});
}
async function* samplesOf$3(file, metrics) {
	const scored = metrics.filter(({ kind }) => kind !== "corpus");
	const seen = /* @__PURE__ */ new Map();
	let index = 0;
	for await (const row of readRows$2(file)) {
		const doc = isObject(row.doc) ? row.doc : row;
		const asked = doc.query ?? row.full_prompt ?? row.example;
		const input = asked === void 0 ? NOT_RECORDED : digest(plain$1([asked, doc.choices]));
		const id = idFrom(String(doc.id ?? doc.instance_id ?? input));
		const times = (seen.get(id) ?? 0) + 1;
		seen.set(id, times);
		const output = outputOf(row);
		yield {
			id: times === 1 ? id : `${id}#${times}`,
			index,
			input_digest: input,
			target_digest: digest(plain$1(doc.gold_index ?? row.gold_index ?? row.gold ?? null)),
			scores: Object.fromEntries(scored.map(({ name }) => [name, scoreOf$4(row.metric ?? row.metrics, name)])),
			...output === void 0 ? {} : { output }
		};
		index += 1;
	}
}
function scoreOf$4(scores, metric) {
	const value = isObject(scores) ? scores[metric] : void 0;
	if (typeof value === "boolean") return Number(value);
	if (typeof value === "bigint") return Number(value);
	return typeof value === "number" && Number.isFinite(value) ? value : { unscored: `${value ?? "no value"}` };
}
function outputOf({ model_response: response, predictions }) {
	const texts = isObject(response) ? response.text_post_processed ?? response.text : predictions;
	const first = Array.isArray(texts) ? texts[0] : texts;
	return typeof first === "string" ? first : void 0;
}
/** Parquet has integers that JSON does not. */
function plain$1(value) {
	return JSON.parse(JSON.stringify(value, (_key, each) => typeof each === "bigint" ? Number(each) : each));
}
function fingerprintOf$3({ results }, task) {
	const config = taskConfig(results, task);
	const { config_general: general, versions, summary_tasks: summaries } = results;
	const shots = /[:|](\d+)$/.exec(task)?.[1];
	const max = general.max_samples ?? null;
	const own = Object.entries(summaries).find(([name]) => sameName(name) === sameName(task))?.[1];
	const { hf_repo, hf_subset, hf_revision, evaluation_splits, prompt_function, stop_sequence } = config;
	const version = versions[task] ?? config.version;
	return {
		dataset: digest({
			hf_repo,
			hf_subset,
			hf_revision,
			evaluation_splits,
			hashes: own?.hashes
		}),
		prompt: digest({ prompt_function }),
		few_shot: shots === void 0 ? null : Number(shots),
		generation: brief$1({
			stop_sequence,
			size: config.generation_size,
			run: general.generation_parameters,
			samples: config.num_samples
		}),
		task_version: typeof version === "number" || typeof version === "string" ? version : null,
		limit: typeof max === "number" ? max : null,
		harness: "lighteval",
		harness_version: typeof general.lighteval_sha === "string" ? general.lighteval_sha : null
	};
}

// src/importers/lighteval/importer.ts
/** `<output_dir>/results/<organisation>/<model>/results_<time>.json`. */
const MAX_DEPTH$2 = 4;
const lighteval = {
	name: "lighteval",
	summary: "results and details (--save-details): the folder given as --output-dir, or one results file",
	async detect(path) {
		return (await resultsIn(parseSelection(path).file, MAX_DEPTH$2)).length > 0;
	},
	async load(path, side) {
		const faults = [];
		return {
			runs: await attempt$1(faults, async () => {
				const selection = parseSelection(path);
				const directions = directionsOf(selection, commonDirection);
				const source = await readResultsFile(theOne$1(await resultsIn(selection.file, MAX_DEPTH$2), selection.file));
				const details = await detailsOf(source.file);
				const found = [];
				for (const task of tasksOf(source.results)) await attempt$1(faults, async () => found.push(await toRun$4(source, task, details, side, directions)));
				if (found.length === 0 && faults.length === 0) throw new WeighbridgeError("data", "no task has a metric", { at: { file: source.file } });
				return found.sort((a, b) => a.record.task < b.record.task ? -1 : 1);
			}) ?? [],
			faults
		};
	}
};
/** @throws WeighbridgeError `data` when there are several, since the newest need not be the one that is meant */
function theOne$1(files, path) {
	const [file] = files;
	if (file !== void 0 && files.length === 1) return file;
	const list = files.map((each) => `  ${each}`).join("\n");
	throw new WeighbridgeError("data", `${files.length} runs of lighteval lie here:\n${list}`, {
		at: { file: path },
		fix: "name one of these files instead of the folder"
	});
}
async function resultsIn(path, depth) {
	const found = await stat(path).catch(() => null);
	if (found === null) return [];
	if (!found.isDirectory()) return await isResultsFile(path) ? [path] : [];
	const files = [];
	for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => a.name < b.name ? -1 : 1)) {
		const inner = join(path, entry.name);
		if (entry.isDirectory() && depth > 0) files.push(...await resultsIn(inner, depth - 1));
		else if (entry.isFile() && entry.name.endsWith(".json") && await isResultsFile(inner)) files.push(inner);
	}
	return files;
}

// src/importers/nemo/bundle.ts
/** A folder of benchmarks, each in a folder of its own. */
const MAX_DEPTH$1 = 2;
const HEAD = /^\s*\{\s*"run_id"\s*:\s*"eval-[^"]*"\s*,\s*"config_hash"\s*:/;
/** Of `eval-<time>-<benchmark>.json` only what is read here (nemo_evaluator/engine/artifacts.py). */
const bundleSchema = object({
	sdk_version: string().nullish(),
	timestamp: string().nullish(),
	config: record(string(), unknown()).default({}),
	benchmark: object({
		name: string().min(1),
		samples: int().min(0),
		scores: record(string(), unknown()).default({})
	}),
	n_results: int().min(0)
});
/** The bundles at a path, sorted. */
async function locate$1(path, depth = MAX_DEPTH$1) {
	if (!existsSync(path)) return [];
	if (!(await stat(path)).isDirectory()) return HEAD.test(await headOf(path) ?? "") ? [path] : [];
	const found = [];
	const entries = await readdir(path, { withFileTypes: true });
	for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
		const inner = join(path, entry.name);
		if (entry.isDirectory() ? depth > 0 : entry.name.endsWith(".json")) found.push(...await locate$1(inner, depth - 1));
	}
	return found;
}
/** @throws WeighbridgeError `data` naming the file and the key */
async function readBundle(file) {
	const { value, digest } = await readJson(file);
	const parsed = bundleSchema.safeParse(value);
	if (parsed.success) return {
		file,
		content: parsed.data,
		digest
	};
	const [issue] = parsed.error.issues;
	throw new WeighbridgeError("data", `not a bundle of NeMo Evaluator: ${issue?.message ?? ""}`, {
		at: {
			file,
			key: (issue?.path ?? []).join(".")
		},
		cause: parsed.error
	});
}
const rowSchema$1 = object({
	problem_idx: int().min(0),
	repeat: int().min(0).default(0),
	reward: custom((value) => typeof value === "number", "not a number").nullish(),
	prompt: unknown().optional(),
	expected_answer: unknown().optional(),
	model_response: string().nullish(),
	scoring_details: record(string(), unknown()).nullish(),
	metadata: object({ category: unknown().optional() }).nullish()
});
/** @throws WeighbridgeError `data` with file and line */
async function* readRows$1({ file }) {
	const results = join(dirname(file), "results.jsonl");
	if (!existsSync(results)) throw new WeighbridgeError("data", "there is no results.jsonl beside this bundle", {
		at: { file },
		fix: "keep results.jsonl beside it: without samples nothing can be paired"
	});
	for await (const { members, at } of jsonLines(results)) {
		const parsed = rowSchema$1.safeParse(members);
		if (parsed.success) {
			yield {
				row: parsed.data,
				at
			};
			continue;
		}
		const [issue] = parsed.error.issues;
		const message = `not a result of NeMo Evaluator: ${issue?.message ?? ""}`;
		throw new WeighbridgeError("data", message, { at: {
			...at,
			key: (issue?.path ?? []).join(".")
		} });
	}
}

// src/importers/nemo/samples.ts
const METRIC = "reward";
/** The program writes a reward of 0 for these, though nobody judged an answer (nemo_evaluator/engine/eval_loop.py). */
const NOT_JUDGED = [
	"solve_failed",
	"infra_error",
	"graceful_error",
	"system_error"
];
/** Four decimals are kept. */
const ROUNDING$1 = 5e-5 + 1e-9;
/**
* @throws WeighbridgeError `data` where results are missing, there twice, or do not come to the bundle's own number
*/
async function tally$1(bundle) {
	const { benchmark, n_results } = bundle.content;
	const rewards = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	let inputs = true;
	for await (const { row, at } of readRows$1(bundle)) {
		const id = idOf(row);
		if (seen.has(id)) throw new WeighbridgeError("data", `problem ${row.problem_idx} has two results of repeat ${row.repeat}`, { at });
		seen.add(id);
		inputs &&= row.prompt !== void 0 && row.prompt !== null;
		rewards.set(row.problem_idx, [...rewards.get(row.problem_idx) ?? [], row.reward ?? NaN]);
	}
	const at = { file: bundle.file };
	if (seen.size !== n_results || rewards.size !== benchmark.samples || seen.size === 0) {
		const message = `${`${seen.size} results of ${rewards.size} problems`} are here, and the bundle counts ${n_results} of ${benchmark.samples}`;
		throw new WeighbridgeError("data", message, {
			at,
			fix: "keep the whole results.jsonl of the run"
		});
	}
	const mean = average([...rewards.values()].map(average));
	for (const name of ["pass@1", "mean_reward"]) {
		const score = Object.hasOwn(benchmark.scores, name) ? benchmark.scores[name] : void 0;
		const own = isObject(score) ? score.value : void 0;
		if (typeof own !== "number" || Math.abs(own - mean) <= ROUNDING$1) continue;
		const message = `${name} is ${own} in the bundle and ${mean} by the results`;
		throw new WeighbridgeError("data", message, {
			at: {
				...at,
				key: `benchmark.scores.${name}`
			},
			fix: "keep bundle and results of one run together, and change neither"
		});
	}
	return {
		rows: seen.size,
		problems: rewards.size,
		inputs
	};
}
const average = (values) => values.reduce((total, value) => total + value, 0) / values.length;
const idOf = ({ problem_idx, repeat }) => repeat === 0 ? `${problem_idx}` : `${problem_idx}#${repeat + 1}`;
/** @throws WeighbridgeError `data` for a reward outside of 0 to 1 */
async function* samplesOf$2(bundle, { rows, problems }) {
	let index = 0;
	for await (const { row, at } of readRows$1(bundle)) {
		const category = row.metadata?.category;
		const sample = {
			id: idOf(row),
			index,
			input_digest: row.prompt === void 0 || row.prompt === null ? NOT_RECORDED : digest(row.prompt),
			target_digest: row.expected_answer === void 0 ? NOT_RECORDED : digest(row.expected_answer),
			scores: { [METRIC]: scoreOf$3(row) },
			...rows > problems ? { cluster: `${row.problem_idx}` } : {},
			...typeof category === "string" && category !== "" ? { group: idFrom(category) } : {},
			...typeof row.model_response === "string" ? { output: row.model_response } : {}
		};
		index += 1;
		yield {
			sample,
			at
		};
	}
}
function scoreOf$3({ reward, scoring_details }) {
	const { method, error, judge } = scoring_details ?? {};
	if (NOT_JUDGED.includes(method)) return { unscored: reason(String(method), error) };
	if (isObject(judge) && judge.error) return { unscored: reason("judge", judge.error) };
	if (reward === null || reward === void 0) return { unscored: "no reward in the file" };
	return Number.isFinite(reward) ? reward : { unscored: String(reward) };
}
const reason = (what, error) => typeof error === "string" ? `${what}: ${error.split("\n", 1)[0]?.slice(0, 200)}` : what;

// src/importers/nemo/importer.ts
const nemo = {
	name: "NeMo Evaluator",
	summary: "bundles of `nel`, each with its results.jsonl: one eval-….json, or a folder of benchmarks",
	async detect(path) {
		return (await locate$1(path)).length > 0;
	},
	async load(path, side) {
		const faults = [];
		return {
			runs: await attempt$1(faults, () => loadAll(path, side, faults)) ?? [],
			faults
		};
	}
};
async function loadAll(path, side, faults) {
	const files = await locate$1(path);
	checkOnce(path, "runs in one folder", groupBy(files, dirname));
	const bundles = [];
	for (const file of files) {
		const bundle = await attempt$1(faults, () => readBundle(file));
		if (bundle !== null) bundles.push(bundle);
	}
	const byName = groupBy(bundles, ({ content }) => content.benchmark.name);
	checkOnce(path, "runs of one benchmark", new Map([...byName].map(([name, all]) => [name, all.map(({ file }) => file)])));
	const names = new Set(bundles.map(({ content }) => String(content.config.model ?? "a model without a name")));
	if (names.size > 1) throw new WeighbridgeError("data", `runs of ${[...names].sort().join(", ")} lie here`, {
		at: { file: path },
		fix: "name the folder of one model"
	});
	const [name = ""] = names;
	const runs = [];
	for (const bundle of bundles) {
		const by = {
			model: name,
			files: bundles.map((each) => each.digest).sort()
		};
		const model = unidentifiedModel(`${name}, by NeMo Evaluator`, by);
		await attempt$1(faults, async () => runs.push(await toRun$3(bundle, side, model)));
	}
	return runs;
}
/** @throws WeighbridgeError `data` where several lie where one should */
function checkOnce(file, what, groups) {
	for (const files of groups.values()) {
		if (files.length === 1) continue;
		const list = files.map((each) => `  ${each}`).join("\n");
		throw new WeighbridgeError("data", `${files.length} ${what} of NeMo Evaluator lie here:\n${list}`, {
			at: { file },
			fix: "keep every run in a folder of its own: the later one has replaced results.jsonl"
		});
	}
}
async function toRun$3(bundle, side, model) {
	const counted = await tally$1(bundle);
	const { benchmark, config, timestamp } = bundle.content;
	const described = {
		side,
		task: benchmark.name,
		model,
		planned: counted.rows,
		metrics: [meanMetric(METRIC, "higher_is_better", "rate")],
		fingerprint: fingerprintOf$2(bundle),
		...typeof config.seed === "number" ? { seed: config.seed } : {},
		...timestamp ? { started: timestamp } : {}
	};
	return foreignRun(bundle.file, described, () => samplesOf$2(bundle, counted));
}
function fingerprintOf$2({ content: { config, sdk_version } }) {
	const { temperature, max_tokens, top_p, repeats, system_prompt, shuffle_seed, problem_range } = config;
	const known = (value) => typeof value === "number" || typeof value === "string" ? value : null;
	return {
		prompt: digest({ system_prompt }),
		generation: brief$1({
			temperature,
			max_tokens,
			top_p,
			repeats
		}),
		dataset: brief$1({
			shuffle_seed,
			problem_range
		}),
		limit: known(config.max_problems),
		harness: "nemo-evaluator",
		harness_version: sdk_version ?? null,
		seed: known(config.seed)
	};
}

// src/importers/openai-evals/record.ts
/** Of the run's specification (evals/base.py, RunSpec) only what is read here. */
const specSchema = object({
	completion_fns: array(string()).min(1),
	eval_name: string().min(1),
	run_config: object({
		eval_spec: object({
			cls: string().nullish(),
			args: unknown().optional()
		}).nullish(),
		seed: number().nullish(),
		max_samples: int().nullish()
	}).nullish(),
	run_id: string(),
	created_at: string().nullish()
});
const SPEC_KEYS = [
	"\"spec\"",
	"\"completion_fns\"",
	"\"eval_name\"",
	"\"run_id\""
];
async function isRunLog(file) {
	const [first = ""] = (await headOf(file) ?? "").split("\n", 1);
	return /^\s*\{\s*"spec"/.test(first) && SPEC_KEYS.every((key) => first.includes(key));
}
/** @throws WeighbridgeError `data` with file and line, also for a run that did not reach its end */
async function readRunLog(file) {
	const hash = createHash("sha256");
	const samples = /* @__PURE__ */ new Map();
	let spec = null;
	let report = null;
	let reportAt = { file };
	for await (const { members, at } of jsonLines(file, { hash })) if (Object.hasOwn(members, "spec")) {
		if (spec !== null) throw manyRuns(at);
		spec = parseSpec(members.spec, at);
	} else if (Object.hasOwn(members, "final_report")) {
		if (report !== null) throw manyRuns(at);
		report = isObject(members.final_report) ? members.final_report : {};
		reportAt = at;
	} else addEvent(samples, members, at, spec);
	if (spec === null) throw new WeighbridgeError("data", "the specification of the run is missing", { at: { file } });
	if (report === null) throw new WeighbridgeError("data", "the run has no final report: it did not reach its end", {
		at: { file },
		fix: "run oaieval again, and keep the whole file that it records"
	});
	return {
		spec,
		samples,
		report,
		reportAt,
		digest: hash.digest("hex")
	};
}
const manyRuns = (at) => new WeighbridgeError("data", "events of two runs stand in this file", {
	at,
	fix: "record every run in a file of its own"
});
function parseSpec(value, at) {
	const parsed = specSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new WeighbridgeError("data", `not a run of OpenAI evals: ${issue?.message ?? ""}`, {
		at: {
			...at,
			key: ["spec", ...issue?.path ?? []].join(".")
		},
		cause: parsed.error
	});
}
function addEvent(samples, event, at, spec) {
	const { sample_id: id, type, run_id: run } = event;
	const data = isObject(event.data) ? event.data : {};
	if (typeof id !== "string" || typeof type !== "string") throw new WeighbridgeError("data", "an event needs a sample_id and a type", { at });
	if (spec !== null && run !== spec.run_id) throw manyRuns(at);
	const sample = samples.get(id) ?? {
		at,
		input: "not recorded",
		target: "not recorded",
		output: void 0,
		error: void 0,
		matches: [],
		metrics: []
	};
	samples.set(id, sample);
	if (type === "sampling" && sample.input === "not recorded") {
		sample.input = digest(data.prompt);
		sample.output ??= textOf(data.sampled);
	} else if (type === "match") {
		if (sample.target === "not recorded" && data.expected !== void 0) sample.target = digest(data.expected);
		sample.output ??= textOf(data.sampled);
		sample.matches.push(data.correct);
	} else if (type === "metrics") sample.metrics.push(data);
	else if (type === "error") sample.error ??= textOf(data.message) ?? "no message";
}
function textOf(value) {
	const text = Array.isArray(value) ? value[0] : value;
	return typeof text === "string" ? text : void 0;
}

// src/importers/openai-evals/samples.ts
/**
* Metrics whose direction the program's documentation tells; a file does not. The score of model-graded evals is what the
* grader's specification gives for a choice, more for a better one (evals/docs/eval-templates.md).
*/
const KNOWN$1 = [
	meanMetric("accuracy", "higher_is_better", "rate"),
	meanMetric("f1_score", "higher_is_better", "rate"),
	meanMetric("metascore", "higher_is_better", "rate"),
	meanMetric("score", "higher_is_better", "number"),
	meanMetric("sacrebleu_sentence_score", "higher_is_better", "number")
];
/** @throws WeighbridgeError `data` when no metric of the run is known */
function metricsOf$1({ spec, samples, reportAt }) {
	const recorded = [...samples.values()];
	const names = new Set(recorded.flatMap(({ metrics }) => metrics.flatMap((each) => Object.keys(each))));
	if (recorded.some(({ matches }) => matches.length > 0)) names.add("accuracy");
	const known = KNOWN$1.filter(({ name }) => names.has(name));
	if (known.length > 0) return known;
	const written = names.size === 0 ? "it scored nothing" : `it has ${[...names].sort().join(", ")}`;
	throw new WeighbridgeError("data", `${spec.eval_name}: nobody says which way its metrics are better (${written})`, {
		at: reportAt,
		fix: `known are ${KNOWN$1.map(({ name }) => name).join(", ")}; write others as a plain table`
	});
}
/**
* Samples in the order of their ids; one that was scored several times gives as many, which are a cluster.
* @throws WeighbridgeError `data` for a value that the metric cannot have
*/
function samplesOf$1({ samples }, metrics) {
	return [...samples].sort(([a], [b]) => a.length === b.length ? a < b ? -1 : 1 : a.length - b.length).flatMap(([name, recorded]) => {
		const id = idFrom(name);
		const turns = turnsOf(recorded);
		return turns.map((turn, index) => ({
			recorded,
			turn,
			id: index === 0 ? id : `${id}#${index + 1}`,
			cluster: turns.length > 1 ? { cluster: id } : {}
		}));
	}).map(({ recorded, turn, id, cluster }, index) => {
		const { at, input, target, output } = recorded;
		const scores = metrics.map((metric) => [metric.name, scoreOf$2(metric, turn, recorded)]);
		return {
			sample: {
				id,
				index,
				input_digest: input,
				target_digest: target,
				scores: Object.fromEntries(scores),
				...cluster,
				...output === void 0 ? {} : { output }
			},
			at
		};
	});
}
function turnsOf({ at, matches, metrics }) {
	const count = Math.max(matches.length, metrics.length, 1);
	if (matches.length > 0 && metrics.length > 0 && matches.length !== metrics.length) {
		const message = `a sample has ${matches.length} matches and ${metrics.length} sets of metrics`;
		throw new WeighbridgeError("data", `${message}: which belong together is not known`, { at });
	}
	return Array.from({ length: count }, (_, index) => ({
		match: matches[index],
		metrics: metrics[index] ?? {}
	}));
}
function scoreOf$2({ name, range }, turn, { error, at }) {
	const written = Object.hasOwn(turn.metrics, name) ? turn.metrics[name] : name === "accuracy" ? turn.match : void 0;
	if (written === void 0 || written === null) return { unscored: error === void 0 ? "no score was recorded" : `error: ${error.split("\n", 1)[0]?.slice(0, 200)}` };
	const value = typeof written === "boolean" ? Number(written) : written;
	if (typeof value !== "number") throw new WeighbridgeError("data", `${name} is no number`, { at });
	if (!Number.isFinite(value)) return { unscored: String(value) };
	if (value >= (range.min ?? -Infinity) && value <= (range.max ?? Infinity)) return value;
	throw new WeighbridgeError("data", `${name} is ${value}, which lies outside ${range.min} to ${range.max}`, { at });
}

// src/importers/openai-evals/importer.ts
const openaiEvals = {
	name: "OpenAI evals",
	summary: "the .jsonl that `oaieval --record_path` writes",
	detect: isRunLog,
	async load(path, side) {
		const faults = [];
		const run = await attempt$1(faults, async () => toRun$2(path, await readRunLog(path), side));
		return {
			runs: run === null ? [] : [run],
			faults
		};
	}
};
function toRun$2(file, log, side) {
	const { spec, report, reportAt } = log;
	const task = spec.eval_name;
	const metrics = metricsOf$1(log);
	const placed = samplesOf$1(log, metrics);
	const samples = placed.map(({ sample }) => sample);
	for (const { name: metric } of metrics) {
		const value = Object.hasOwn(report, metric) ? report[metric] : void 0;
		const own = {
			metric,
			value: value === null ? NaN : value
		};
		if (typeof own.value !== "number") continue;
		checkAggregate({
			task,
			metrics,
			samples
		}, {
			metric,
			value: own.value
		}, {
			...reportAt,
			key: metric
		});
	}
	const [model = ""] = spec.completion_fns;
	const described = {
		side,
		task,
		metrics,
		planned: samples.length,
		fingerprint: fingerprintOf$1(spec),
		model: unidentifiedModel(`${model}, by OpenAI evals`, {
			model,
			file: log.digest
		}),
		seed: spec.run_config?.seed ?? 0,
		...spec.created_at ? { started: spec.created_at } : {}
	};
	return foreignRun(file, described, async function* () {
		yield* placed;
	});
}
/** The second completion function of a model-graded eval is its grader. */
function fingerprintOf$1({ eval_name, completion_fns, run_config }) {
	const { cls, args } = run_config?.eval_spec ?? {};
	return {
		harness: "openai-evals",
		task_version: eval_name,
		scorers: brief$1({
			cls,
			args,
			graders: completion_fns.slice(1)
		}),
		limit: run_config?.max_samples ?? null,
		seed: run_config?.seed ?? null
	};
}

// src/importers/opencompass/read.ts
/** A work directory of the program has these, whatever their names inside. */
const BESIDE = [
	"configs",
	"predictions",
	"summary",
	"logs"
];
/** Finds models in `<work>`, in a folder of work directories, or the one that is named by `<work>/results/<model>`. */
async function locate(path) {
	const work = dirname(dirname(path));
	if (basename(dirname(path)) === "results" && await isWork(work)) return placesOf(work, basename(path));
	if (await isWork(path)) return placesOf(path, null);
	const places = [];
	for (const name of await foldersIn(path)) if (await isWork(join(path, name))) places.push(...await placesOf(join(path, name), null));
	return places;
}
async function isWork(path) {
	const folders = await foldersIn(path);
	return folders.includes("results") && BESIDE.some((name) => folders.includes(name));
}
async function placesOf(work, only) {
	const places = [];
	for (const model of await foldersIn(join(work, "results"))) {
		if (only !== null && model !== only) continue;
		const folder = join(work, "results", model);
		const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
		if (files.length === 0) continue;
		places.push({
			folder,
			work,
			model,
			datasets: files.map((file) => file.slice(0, -5))
		});
	}
	return places;
}
async function foldersIn(path) {
	if (!(await stat(path).catch(() => null))?.isDirectory()) return [];
	return (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}
/** @throws WeighbridgeError `data` for a dataset that failed */
async function readDataset({ folder, work, model }, name) {
	const file = join(folder, `${name}.json`);
	const read = await readJson(file);
	if (!isObject(read.value)) throw new WeighbridgeError("data", "not results of OpenCompass", { at: { file } });
	if (read.value.error !== void 0) throw new WeighbridgeError("data", `the evaluation failed: ${String(read.value.error).slice(0, 200)}`, {
		at: { file },
		fix: "evaluate again"
	});
	const predictions = await predictionsOf(join(work, "predictions", model), name);
	return {
		name,
		file,
		results: read.value,
		predictions,
		digest: digest([read.digest, predictions?.size])
	};
}
/** `<dataset>.json`, or `<dataset>_0.json`, `<dataset>_1.json` and so on, whose questions are counted on. */
async function predictionsOf(folder, name) {
	const files = await namesIn(folder);
	const parts = files.includes(`${name}.json`) ? [`${name}.json`] : Array.from({ length: files.length }, (_, part) => `${name}_${part}.json`).filter((file) => files.includes(file));
	if (parts.length === 0) return null;
	const predictions = /* @__PURE__ */ new Map();
	for (const part of parts) {
		const { value } = await readJson(join(folder, part));
		for (const row of isObject(value) ? Object.values(value) : []) if (isObject(row)) predictions.set(String(predictions.size), row);
	}
	return predictions;
}
/** A dataset's version, which is the beginning of a hash of its prompt, from the summary. */
async function versionsOf({ work }) {
	const folder = join(work, "summary");
	const newest = (await namesIn(folder)).filter((file) => /^summary_.+\.csv$/.test(file)).sort().at(-1);
	const versions = /* @__PURE__ */ new Map();
	if (newest === void 0) return versions;
	const rows = parse$1((await readText(join(folder, newest))).text, {
		columns: true,
		relax_column_count: true,
		skip_empty_lines: true
	});
	for (const { dataset, version } of rows) if (dataset !== void 0 && version !== void 0 && version !== "-") versions.set(dataset, version);
	return versions;
}

// src/importers/opencompass/run.ts
/** The one metric that details say of a question: right or wrong. */
const ACCURACY = "accuracy";
/** Values are per cent, some of them rounded to two decimals. */
const ROUNDING = 5e-5;
/**
* A dataset as a run: with samples where the program kept what it found of each question, which it does for accuracy.
* @throws WeighbridgeError `data`
*/
function toRun$1(place, { name, file, results, predictions }, version, { side, model, directions }) {
	const own = Object.entries(results).flatMap(([metric, value]) => typeof value === "number" && Number.isFinite(value) ? [{
		metric,
		value
	}] : []);
	if (own.length === 0) throw new WeighbridgeError("data", `${name} has no number`, {
		at: { file },
		fix: "evaluate again"
	});
	const described = {
		side,
		task: name,
		fingerprint: {
			task_version: version,
			harness: "opencompass"
		},
		model: unidentifiedModel(`${place.model}, by results of OpenCompass`, model)
	};
	const accuracy = own.find(({ metric }) => metric === ACCURACY);
	const verdicts = accuracy === void 0 ? null : verdictsOf(results.details);
	if (accuracy === void 0 || verdicts === null) {
		const metrics = own.map(({ metric }) => percent(file, metric, directions));
		const aggregates = own.map((each) => ({
			...each,
			stderr: null,
			n: predictions?.size || null
		}));
		return foreignRun(file, {
			...described,
			metrics,
			planned: 0,
			aggregates
		}, none);
	}
	const metrics = [meanMetric(ACCURACY, "higher_is_better", "rate")];
	const samples = verdicts.map(({ id, right, detail }, index) => {
		const asked = predictions?.get(id);
		const prompt = asked?.origin_prompt ?? detail.prompt;
		const output = [
			detail.pred,
			detail.predictions,
			asked?.prediction
		].find((each) => typeof each === "string");
		return {
			id,
			index,
			input_digest: prompt === void 0 ? NOT_RECORDED : digest(prompt),
			target_digest: digest(asked?.gold ?? detail.references ?? detail.answer ?? null),
			scores: { [ACCURACY]: right === null ? { unscored: "neither right nor wrong" } : Number(right) },
			...typeof output === "string" ? { output } : {}
		};
	});
	if (predictions !== null && predictions.size !== samples.length) {
		const message = `${name} has ${samples.length} details, and ${predictions.size} predictions`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			fix: "keep the whole work directory"
		});
	}
	const aggregate = {
		metric: ACCURACY,
		value: accuracy.value / 100,
		rounding: ROUNDING
	};
	checkAggregate({
		task: name,
		metrics,
		samples
	}, aggregate, {
		file,
		key: ACCURACY
	});
	return foreignRun(file, {
		...described,
		metrics,
		planned: samples.length
	}, async function* () {
		for (const sample of samples) yield {
			sample,
			at: {
				file,
				key: `details.${sample.id}`
			}
		};
	});
}
async function* none() {}
function percent(file, metric, directions) {
	const declared = commonMetric(metric, directions);
	if (declared !== null) return {
		...declared,
		unit: "number",
		range: {
			min: null,
			max: null
		}
	};
	throw new WeighbridgeError("data", `nobody says which way ${metric} is better`, {
		at: {
			file,
			key: metric
		},
		fix: sayDirection(file, metric)
	});
}
/** By number, in a list or as keys; null where they do not say right or wrong of each. */
function verdictsOf(details) {
	const verdicts = (typeof details === "object" && details !== null ? Object.entries(details) : []).flatMap(([id, detail]) => {
		if (!/^\d+$/.test(id) || !isObject(detail)) return [];
		const right = [detail.correct, detail.is_correct].flat()[0];
		return [{
			id,
			right: typeof right === "boolean" ? right : null,
			detail
		}];
	});
	return verdicts.some(({ right }) => right !== null) ? verdicts : null;
}

// src/importers/opencompass/importer.ts
const opencompass = {
	name: "OpenCompass",
	summary: "a work directory (outputs/default/<time>) of one model, or the folder of a model in its results",
	async detect(path) {
		return (await locate(parseSelection(path).file)).length > 0;
	},
	async load(path, side) {
		const faults = [];
		return {
			runs: await attempt$1(faults, async () => {
				const selection = parseSelection(path);
				const directions = directionsOf(selection, commonDirection);
				const place = theOne(await locate(selection.file), selection.file);
				const versions = await versionsOf(place);
				const datasets = [];
				for (const name of place.datasets) await attempt$1(faults, async () => datasets.push(await readDataset(place, name)));
				const model = digest(datasets.map((dataset) => dataset.digest));
				const found = [];
				for (const dataset of datasets) await attempt$1(faults, async () => found.push(toRun$1(place, dataset, versions.get(dataset.name) ?? null, {
					side,
					model,
					directions
				})));
				return found;
			}) ?? [],
			faults
		};
	}
};
/** @throws WeighbridgeError `data` when there are several models or runs */
function theOne(places, path) {
	const [place] = places;
	if (place !== void 0 && places.length === 1) return place;
	const list = places.map(({ folder }) => `  ${folder}`).join("\n");
	throw new WeighbridgeError("data", `results of OpenCompass of several models lie here:\n${list}`, {
		at: { file: path },
		fix: "name the folder of one model"
	});
}

// src/importers/plain/metrics.ts
const isKnown = (name) => Object.hasOwn(METRICS, name);
/**
* What a metric is: as this project knows it, or as the file says.
* @throws WeighbridgeError `data` when nobody says which way is better, or the file contradicts what is known
*/
function declare(task, name, claims) {
	const { direction, unit, at } = claims;
	const divisor = unit === "percent" ? 100 : 1;
	const fail = (message, fix) => {
		throw new WeighbridgeError("data", `${task}/${name}: ${message}`, {
			at,
			fix
		});
	};
	if (!isKnown(name)) {
		if (direction === void 0) return fail("nobody says which way is better", "add a column \"direction\" with \"higher\" or \"lower\"");
		return {
			declaration: meanMetric(name, direction, kindOf(unit)),
			divisor
		};
	}
	const declaration = declareMetric(name);
	if (declaration.kind !== "mean") return fail("it is no mean of one number a sample", "give a number that is, such as the log-likelihood of each sample, under another name");
	if (direction !== void 0 && direction !== declaration.direction) return fail(`of this metric ${declaration.direction.replaceAll("_", " ")}`, "give the metric another name");
	if (unit !== void 0 && kindOf(unit) !== declaration.unit) return fail(`this metric is a ${declaration.unit}`, "give the metric another name");
	return {
		declaration,
		divisor
	};
}
const kindOf = (unit) => unit === "rate" || unit === "percent" ? "rate" : "number";
/** @throws WeighbridgeError `data` for a rate that is none, as one in per cent is not */
function scoreOf$1(row, { declaration, divisor }) {
	if (typeof row.score !== "number") return row.score;
	const score = row.score / divisor;
	const { min, max } = declaration.range;
	if (score >= (min ?? -Infinity) && score <= (max ?? Infinity)) return score;
	throw new WeighbridgeError("data", `${row.score} lies outside 0 to ${divisor}, where ${row.task}/${row.metric} is`, {
		at: {
			...row.at,
			key: "score"
		},
		...divisor === 1 && score <= 100 && score > 1 ? { fix: "if scores are in per cent, say so: add a column \"unit\" with \"percent\"" } : {}
	});
}

// node_modules/csv-parse/lib/index.js
var Parser = class extends Transform$1 {
	constructor(opts = {}) {
		super({
			readableObjectMode: true,
			...opts,
			encoding: null
		});
		this.api = transform({
			on_skip: (err, chunk) => {
				this.emit("skip", err, chunk);
			},
			...opts
		});
		this.state = this.api.state;
		this.options = this.api.options;
		this.info = this.api.info;
	}
	_transform(buf, _, callback) {
		if (this.state.stop === true) return;
		const err = this.api.parse(buf, false, (record) => {
			this.push(record);
		}, () => {
			this.push(null);
			this.end();
			this.on("end", this.destroy);
		});
		if (err !== void 0) this.state.stop = true;
		callback(err);
	}
	_flush(callback) {
		if (this.state.stop === true) return;
		callback(this.api.parse(void 0, true, (record) => {
			this.push(record);
		}, () => {
			this.push(null);
			this.on("end", this.destroy);
		}));
	}
};
const parse = function() {
	let data, options, callback;
	for (const i in arguments) {
		const argument = arguments[i];
		const type = typeof argument;
		if (data === void 0 && (typeof argument === "string" || Buffer.isBuffer(argument))) data = argument;
		else if (options === void 0 && is_object(argument)) options = argument;
		else if (callback === void 0 && type === "function") callback = argument;
		else throw new CsvError("CSV_INVALID_ARGUMENT", ["Invalid argument:", `got ${JSON.stringify(argument)} at index ${i}`], options || {});
	}
	const parser = new Parser(options);
	if (callback) {
		const records = options === void 0 || options.objname === void 0 ? [] : Object.create(null);
		parser.on("readable", function() {
			let record;
			while ((record = this.read()) !== null) if (options === void 0 || options.objname === void 0) records.push(record);
			else Object.assign(records, { [record[0]]: record[1] });
		});
		parser.on("error", function(err) {
			callback(err, void 0, parser.api.__infoDataSet());
		});
		parser.on("end", function() {
			callback(void 0, records, parser.api.__infoDataSet());
		});
	}
	if (data !== void 0) {
		const writer = function() {
			parser.write(data);
			parser.end();
		};
		if (typeof setImmediate === "function") setImmediate(writer);
		else setTimeout(writer, 0);
	}
	return parser;
};

// src/importers/plain/row.ts
const REQUIRED = [
	"task",
	"id",
	"metric",
	"score"
];
const OPTIONAL = [
	"filter",
	"group",
	"cluster",
	"weight",
	"input",
	"prompt",
	"target",
	"output",
	"direction",
	"unit",
	"model"
];
const KNOWN = [...REQUIRED, ...OPTIONAL];
/** What a column of one's own may begin with. */
const OWN = "x_";
const DIRECTIONS = /* @__PURE__ */ new Map([
	["higher_is_better", "higher_is_better"],
	["higher", "higher_is_better"],
	["lower_is_better", "lower_is_better"],
	["lower", "lower_is_better"]
]);
const UNITS = [
	"rate",
	"percent",
	"number"
];
/** @throws WeighbridgeError `data` for a column that is not known: a misspelt `weight` would change every number */
function checkColumns(columns, at) {
	const missing = REQUIRED.find((name) => !columns.includes(name));
	if (missing !== void 0) throw new WeighbridgeError("data", `${JSON.stringify(missing)} is missing`, { at });
	const unknown = columns.find((name) => !KNOWN.includes(name) && !name.startsWith(OWN));
	if (unknown === void 0) return;
	throw new WeighbridgeError("data", `${JSON.stringify(unknown)} is not known`, {
		at,
		fix: `use ${KNOWN.join(", ")}; a column of your own begins with ${OWN}`
	});
}
/**
* @param members of which those that are null or, in CSV, empty are absent; a score is never absent
* @throws WeighbridgeError `data` with file and line
*/
function parseRow$1(members, at) {
	checkColumns(Object.keys(members), at);
	const fail = (key, message, fix) => {
		throw new WeighbridgeError("data", message, {
			at: {
				...at,
				key
			},
			...fix === void 0 ? {} : { fix }
		});
	};
	const has = (key) => members[key] !== void 0 && members[key] !== null;
	const text = (key) => {
		const value = members[key];
		if (typeof value === "string" && value !== "") return value;
		return Number.isSafeInteger(value) ? String(value) : fail(key, "must be a text");
	};
	const optional = (key) => has(key) ? { [key]: text(key) } : {};
	const any = (name, ...keys) => {
		const found = keys.filter(has);
		if (found.length > 1) return fail(found[1] ?? name, `says the same as ${found[0]}: give one of them`);
		return found[0] === void 0 ? {} : { [name]: members[found[0]] };
	};
	const oneOf = (key, values) => {
		if (!has(key)) return {};
		const value = values.get(text(key));
		if (value === void 0) return fail(key, `must be one of ${[...values.keys()].join(", ")}`);
		return { [key]: value };
	};
	return {
		at,
		task: text("task"),
		id: text("id"),
		metric: text("metric"),
		score: parseScore(members.score, (message) => fail("score", message)),
		...optional("filter"),
		...optional("model"),
		...oneOf("direction", DIRECTIONS),
		...oneOf("unit", new Map(UNITS.map((unit) => [unit, unit]))),
		sample: {
			...optional("group"),
			...optional("cluster"),
			...optional("output"),
			...has("weight") ? { weight: parseWeight(members.weight, (message) => fail("weight", message)) } : {},
			...any("input", "input", "prompt"),
			...any("target", "target")
		}
	};
}
const NO_SCORE = /^(nan|n\/?a|null|none|[+-]?inf(inity)?|-)?$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** What is no finite number but says so is unscored; anything else is a fault. */
function parseScore(value, fail) {
	if (typeof value === "boolean") return Number(value);
	if (value === null || value === void 0) return { unscored: "no score in the file" };
	if (typeof value === "string" && NO_SCORE.test(value.trim())) return { unscored: value.trim() === "" ? "no score in the file" : value.trim() };
	if (typeof value === "string" && /^(true|false)$/i.test(value)) return Number(value.toLowerCase() === "true");
	const number = numberOf(value) ?? fail(`${brief(value)} is no number`);
	return Number.isFinite(number) ? number : { unscored: String(number) };
}
function parseWeight(value, fail) {
	const weight = numberOf(value);
	if (weight !== null && weight > 0 && Number.isFinite(weight)) return weight;
	return fail("must be a positive number");
}
function numberOf(value) {
	if (typeof value === "number") return value;
	return typeof value === "string" && NUMBER.test(value.trim()) ? Number(value) : null;
}
const brief = (value) => (JSON.stringify(value) ?? "this").slice(0, 60);

// src/importers/plain/read.ts
/** Which of the two a file is, by its first line; null for neither. */
async function formatOf$1(file) {
	const first = (await headOf(file))?.trimStart().split("\n", 1)[0]?.trim() ?? "";
	if (!first.startsWith("{")) {
		const columns = first.split(",").map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
		return REQUIRED.every((name) => columns.includes(name)) ? "csv" : null;
	}
	try {
		const value = JSON.parse(first.replace(/:\s*(NaN|-?Infinity)\b/g, ":null"));
		return isObject(value) && REQUIRED.every((name) => Object.hasOwn(value, name)) ? "jsonl" : null;
	} catch {
		return null;
	}
}
/** @throws WeighbridgeError `data` with file and line */
async function* readRows(file, format, options = {}) {
	if (format === "csv") return yield* csvRows(file, options);
	for await (const { members, at } of jsonLines(file, options)) yield parseRow$1(members, at);
}
async function* csvRows(file, { hash, range = {
	first: 1,
	last: Infinity
} }) {
	const parser = Readable.from(wellFormed(file, hash)).compose(parse({
		bom: true,
		columns: (header) => checkHeader(header, file),
		info: true,
		max_record_size: MAX_LINE_BYTES,
		skip_empty_lines: true
	}));
	let line = 2;
	try {
		for await (const { record, info } of parser) {
			const at = {
				file,
				line: Math.min(line, info.lines)
			};
			line = info.lines + 1;
			if (at.line < range.first) continue;
			if (at.line > range.last) return;
			const filled = Object.entries(record).filter(([key, value]) => value !== "" || key === "score");
			yield parseRow$1(Object.fromEntries(filled), at);
		}
	} catch (cause) {
		if (!(cause instanceof CsvError)) throw cause;
		const at = typeof cause.lines === "number" ? {
			file,
			line: cause.lines
		} : { file };
		throw new WeighbridgeError("data", `not CSV: ${cause.message}`, {
			at,
			cause
		});
	}
}
function checkHeader(header, file) {
	const names = header.map((name) => name.trim());
	const at = {
		file,
		line: 1
	};
	checkColumns(names, at);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice === void 0) return names;
	throw new WeighbridgeError("data", `two columns are called ${JSON.stringify(twice)}`, { at });
}
/** csv-parse replaces bad bytes in silence, and takes a number that was cut in two for the number. */
async function* wellFormed(file, hash) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let last;
	try {
		for await (const chunk of bytesOf(file, hash)) {
			decoder.decode(chunk, { stream: true });
			last = chunk;
			yield chunk;
		}
		decoder.decode();
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		throw new WeighbridgeError("data", "not UTF-8", {
			at: { file },
			cause
		});
	}
	if (last?.at(-1) === 10) return;
	throw new WeighbridgeError("data", "the last line has no end, and may be cut off", {
		at: { file },
		fix: "evaluate again, or end the file with a line break if it is whole"
	});
}

// src/importers/plain/samples.ts
/**
* The samples of one task, each from its lines. Where these stand together nothing but the sample at hand is held.
* @throws WeighbridgeError `data` with file and line
*/
async function* samplesOf(source, { range, scattered }) {
	const open = /* @__PURE__ */ new Map();
	let index = 0;
	for await (const row of readRows(source.file, source.format, { range })) {
		if (row.task !== source.task || (row.model ?? null) !== source.model) continue;
		const key = sampleKey(row);
		const rows = open.get(key);
		if (rows !== void 0) {
			rows.push(row);
			continue;
		}
		if (!scattered) {
			for (const done of open.values()) yield toSample(done, index++, source);
			open.clear();
		}
		open.set(key, [row]);
	}
	for (const done of open.values()) yield toSample(done, index++, source);
}
function toSample(rows, index, { metrics }) {
	const [first] = rows;
	if (first === void 0) throw new Error("a sample without lines");
	const { input, target, ...rest } = rows.slice(1).reduce(joined$1, first).sample;
	const scores = rows.flatMap((row) => {
		const metric = metrics.get(row.metric);
		return metric === void 0 ? [] : [[row.metric, scoreOf$1(row, metric)]];
	});
	return {
		at: first.at,
		sample: {
			id: first.id,
			index,
			...first.filter === void 0 ? {} : { filter: first.filter },
			input_digest: input === void 0 ? NOT_RECORDED : digest(input),
			target_digest: target === void 0 ? NOT_RECORDED : digest(target),
			scores: Object.fromEntries(scores),
			...rest
		}
	};
}
/** @throws WeighbridgeError `data` where two lines of a sample do not say the same of it */
function joined$1(row, other) {
	for (const key of Object.keys(other.sample)) {
		const [before, now] = [row.sample[key], other.sample[key]];
		if (before === void 0 || digest(before) === digest(now)) continue;
		const message = `the sample ${JSON.stringify(other.id)} has another ${key} on line ${row.at.line}`;
		throw new WeighbridgeError("data", message, { at: {
			...other.at,
			key
		} });
	}
	return {
		...row,
		sample: {
			...row.sample,
			...other.sample
		}
	};
}

// src/importers/plain/tally.ts
/** @throws WeighbridgeError `data`, with the line, for what is malformed, said twice or contradicted */
async function tally(file, format) {
	const hash = createHash("sha256");
	const models = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Map();
	let last = "";
	for await (const row of readRows(file, format, { hash })) {
		const task = taskOf(models, row);
		const key = JSON.stringify([
			row.model ?? null,
			row.task,
			sampleKey(row)
		]);
		const metrics = seen.get(key) ?? /* @__PURE__ */ new Map();
		const first = metrics.get(row.metric);
		if (first !== void 0) {
			const message = `${row.metric} of the sample ${JSON.stringify(row.id)} is already on line ${first}`;
			throw new WeighbridgeError("data", message, { at: row.at });
		}
		if (metrics.size > 0 && key !== last) task.scattered = true;
		seen.set(key, metrics.set(row.metric, row.at.line));
		last = key;
		task.ids.add(row.id);
		task.inputs &&= row.sample.input !== void 0;
		task.range = {
			first: task.range.first,
			last: row.at.line
		};
		task.metrics.set(row.metric, joined(task.metrics.get(row.metric), row));
	}
	return {
		models,
		digest: hash.digest("hex")
	};
}
function taskOf(models, row) {
	const model = row.model ?? null;
	const tasks = models.get(model) ?? /* @__PURE__ */ new Map();
	models.set(model, tasks);
	const known = tasks.get(row.task);
	if (known !== void 0) return known;
	const range = {
		first: row.at.line,
		last: row.at.line
	};
	const task = {
		metrics: /* @__PURE__ */ new Map(),
		ids: /* @__PURE__ */ new Set(),
		inputs: true,
		scattered: false,
		range
	};
	tasks.set(row.task, task);
	return task;
}
function joined(claims, row) {
	const one = (key) => {
		const [earlier, now] = [claims?.[key], row[key]];
		if (earlier !== void 0 && now !== void 0 && earlier !== now) {
			const message = `${row.task}/${row.metric} is ${now} here and ${earlier} before`;
			throw new WeighbridgeError("data", message, { at: {
				...row.at,
				key
			} });
		}
		const value = now ?? earlier;
		return value === void 0 ? {} : { [key]: value };
	};
	return {
		at: claims?.at ?? row.at,
		...one("direction"),
		...one("unit")
	};
}

// src/importers/plain/importer.ts
const plain = {
	name: "a plain table",
	summary: "JSONL or CSV with task, id, metric and score in each line",
	async detect(path) {
		return await formatOf$1(parseSelection(path).file) !== null;
	},
	async load(path, side) {
		const faults = [];
		const selection = parseSelection(path);
		const format = await formatOf$1(selection.file);
		return {
			runs: await attempt$1(faults, () => loadFile$1(selection, format ?? "jsonl", side, faults)) ?? [],
			faults
		};
	}
};
async function loadFile$1(selection, format, side, faults) {
	const { file } = selection;
	checkChoices(selection, ["model"]);
	const { models, digest } = await tally(file, format);
	const model = models.has(null) ? null : chooseOne(selection, "model", [...models.keys()].flatMap((name) => name ?? []));
	if (model === null && models.size > 1) throw new WeighbridgeError("data", "some lines name a model, and some do not", { at: { file } });
	const tasks = [...models.get(model) ?? []].sort(([left], [right]) => left < right ? -1 : 1);
	const prompts = tasks.every(([, { inputs }]) => inputs) ? "" : ", inputs not recorded";
	const identity = unidentifiedModel(`${model ?? basename(file)}${prompts}`, {
		file: digest,
		model
	});
	const runs = [];
	for (const [task, found] of tasks) await attempt$1(faults, async () => runs.push(toRun({
		file,
		format,
		model,
		task
	}, found, {
		side,
		model: identity
	})));
	return runs;
}
function toRun(source, found, known) {
	const { task, file } = source;
	const metrics = new Map([...found.metrics].map(([name, claims]) => [name, declare(task, name, claims)]));
	const described = {
		...known,
		task,
		metrics: [...metrics.values()].map(({ declaration }) => declaration).sort((a, b) => Number(b.unit === "rate") - Number(a.unit === "rate") || (a.name < b.name ? -1 : 1)),
		fingerprint: { harness: "plain table" },
		planned: found.ids.size
	};
	return foreignRun(file, described, () => samplesOf({
		...source,
		metrics
	}, found));
}

// src/importers/promptfoo/row.ts
const values = record(string(), unknown());
const testCase = object({
	vars: values.nullish(),
	assert: array(unknown()).nullish(),
	threshold: number().nullish(),
	options: unknown().optional()
});
/** One test of one provider with one prompt. */
const rowSchema = object({
	provider: union([object({
		id: string().nullish(),
		label: string().nullish()
	}), string().transform((id) => ({
		id,
		label: void 0
	}))]),
	prompt: object({
		raw: unknown().optional(),
		label: string().nullish(),
		display: string().nullish()
	}),
	promptId: string().nullish(),
	testIdx: int().nullish(),
	vars: values.default({}),
	testCase: testCase.optional(),
	success: boolean(),
	score: number().nullish(),
	namedScores: record(string(), number().nullable()).nullish(),
	gradingResult: object({ componentResults: array(unknown()).nullish() }).nullish(),
	failureReason: int().nullish(),
	error: unknown().optional(),
	response: object({ output: unknown().optional() }).nullish()
});
/** `ResultFailureReason.ERROR` (promptfoo src/types/index.ts). */
const FAILED_BY_ERROR = 2;
/** Why the test says nothing of the model; null where it was judged. */
function whyUnscored(row) {
	const { failureReason, error, success, gradingResult } = row;
	if (failureReason === FAILED_BY_ERROR || !success && failureReason !== 1 && !gradingResult) return `error: ${shortened(error)}`;
	return (gradingResult?.componentResults ?? []).length + assertionsOf(row).length === 0 ? "no assertions" : null;
}
const shortened = (error) => (typeof error === "string" ? error.split("\n", 1)[0] : void 0)?.slice(0, 200) ?? "no reason given";
const passOf = (row) => unscoredOr(row, Number(row.success));
const scoreOf = (row) => unscoredOr(row, row.score);
const namedScoreOf = (row, name) => {
	const named = row.namedScores ?? {};
	return unscoredOr(row, Object.hasOwn(named, name) ? named[name] : null);
};
function unscoredOr(row, score) {
	const why = whyUnscored(row);
	if (why !== null) return { unscored: why };
	if (score === null || score === void 0) return { unscored: "no such score in the file" };
	return Number.isFinite(score) ? score : { unscored: String(score) };
}
/** Those of `assert-set` included. */
function assertionsOf({ testCase: test }) {
	const flat = (list) => (Array.isArray(list) ? list : []).filter(isObject).flatMap((each) => [each, ...flat(each.assert)]);
	return flat(test?.assert);
}
/** The named scores that a test has, or should have had: an error leaves none. */
function metricsOf(row) {
	const declared = assertionsOf(row).flatMap(({ metric }) => typeof metric === "string" && !metric.includes("{{") ? [metric] : []);
	return /* @__PURE__ */ new Set([...Object.keys(row.namedScores ?? {}), ...declared]);
}

// src/importers/promptfoo/results-file.ts
/** Of what promptfoo 0.2x to 0.123 writes only what is read here. Version 2 keeps a table of the tests beside the rows. */
const summary = object({
	version: union([literal(2), literal(3)]),
	timestamp: string().nullish(),
	results: array(unknown()),
	stats: object({
		successes: int(),
		failures: int(),
		errors: int().default(0)
	}),
	table: object({ body: array(object({ test: testCase.nullish() })) }).nullish()
});
const file = object({
	results: summary,
	config: object({ providers: unknown().optional() }).nullish(),
	metadata: object({ promptfooVersion: string().nullish() }).nullish()
});
const SUMMARY = /^\s*\{\s*(?:"evalId"\s*:\s*(?:"[^"]*"|null)\s*,\s*)?(?:"results"\s*:\s*\{\s*)?"version"\s*:\s*[23]\s*,\s*"(?:timestamp|results)"/;
const ROW_KEYS = [
	"\"success\"",
	"\"provider\"",
	"\"prompt\"",
	"\"vars\"",
	"\"gradingResult\"",
	"\"latencyMs\""
];
/** Which of its outputs a file is, by its content; null for none. */
async function formatOf(path) {
	const head = await headOf(path) ?? "";
	if (SUMMARY.test(head)) return "json";
	if (/^\s*(?:<\?xml[^>]*>\s*)?<promptfoo>/.test(head)) return "xml";
	const [first = ""] = head.split("\n", 1);
	return first.startsWith("{") && ROW_KEYS.every((key) => first.includes(key)) ? "jsonl" : null;
}
/** @throws WeighbridgeError `data` naming the file and the key */
async function readResults(path, format) {
	switch (format) {
		case "json": return readSummary(path);
		case "jsonl": return readLines(path);
		case "xml": throw new WeighbridgeError("data", "in the XML of promptfoo a list cannot be told from a single value", {
			at: { file: path },
			fix: "write JSON: promptfoo eval -o results.json"
		});
	}
}
async function readSummary(path) {
	const { value, digest: ofFile } = await readJson(path);
	const whole = isObject(value) && Array.isArray(value.results) ? { results: value } : value;
	const parsed = file.safeParse(whole);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw new WeighbridgeError("data", `not results of promptfoo: ${issue?.message ?? ""}`, {
			at: {
				file: path,
				key: (issue?.path ?? []).join(".")
			},
			cause: parsed.error
		});
	}
	const { results, config, metadata } = parsed.data;
	const tests = new Map((results.table?.body ?? []).flatMap(({ test }) => test ? [[digest(test.vars ?? {}), test]] : []));
	const rows = results.results.map((row, index) => withTest(parseRow(row, path, `results.results.${index}`), tests));
	checkCounts(rows, results.stats, path);
	return {
		rows,
		timestamp: results.timestamp ?? null,
		version: metadata?.promptfooVersion ?? null,
		providers: config?.providers,
		digest: ofFile
	};
}
/** Rows alone: nothing tells whether there were more of them, or how the providers were set up. */
async function readLines(path) {
	const hash = createHash("sha256");
	const rows = [];
	for await (const { members, at } of jsonLines(path, { hash })) rows.push(parseRow(members, path, `line ${at.line}`));
	return {
		rows,
		timestamp: null,
		version: null,
		providers: void 0,
		digest: hash.digest("hex")
	};
}
function parseRow(value, path, key) {
	const parsed = rowSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new WeighbridgeError("data", `not a result of promptfoo: ${issue?.message ?? ""}`, {
		at: {
			file: path,
			key: [key, ...issue?.path ?? []].join(".")
		},
		cause: parsed.error
	});
}
const withTest = (row, tests) => row.testCase === void 0 ? {
	...row,
	testCase: tests.get(digest(row.vars))
} : row;
/** @throws WeighbridgeError `data` where rows are missing, or were changed */
function checkCounts(rows, { successes, failures, errors }, path) {
	const passed = rows.filter(({ success }) => success).length;
	const total = successes + failures + errors;
	if (passed === successes && rows.length === total) return;
	throw new WeighbridgeError("data", `${passed} of ${rows.length} results passed, and the file counts ${successes} of ${total}`, {
		at: {
			file: path,
			key: "results.stats"
		},
		fix: "keep the whole file as promptfoo wrote it"
	});
}

// src/importers/promptfoo/tests.ts
const withScores = ({ sample }, scores) => ({
	...sample,
	scores
});
const promptLabel = ({ prompt }) => idFrom(prompt.label ?? prompt.display ?? (typeof prompt.raw === "string" ? prompt.raw : digest(prompt.raw)));
/**
* Tests are told by their variables, and with several prompts by the prompt too. Equal ones (`repeat`, or tests that differ
* in what they assert) are numbered; they and the prompts of one test are a cluster, since they are not independent.
*/
function identify(rows) {
	const prompts = new Set(rows.map(promptLabel)).size;
	const keyed = rows.map((row, position) => {
		const variables = digest(row.testCase?.vars ?? row.vars).slice(7, 23);
		const group = prompts > 1 ? { group: promptLabel(row) } : {};
		return {
			row,
			variables,
			key: prompts > 1 ? `${variables}-${digest(group).slice(7, 15)}` : variables,
			group,
			target: targetOf(row),
			index: row.testIdx ?? position
		};
	});
	const sizes = groupBy(keyed, ({ variables }) => variables);
	const seen = /* @__PURE__ */ new Map();
	return keyed.sort((a, b) => a.target < b.target ? -1 : a.target > b.target ? 1 : a.index - b.index).map(({ row, variables, key, group, target, index }) => {
		const occurrence = (seen.get(key) ?? 0) + 1;
		seen.set(key, occurrence);
		const output = row.response?.output;
		return {
			row,
			sample: {
				id: occurrence === 1 ? key : `${key}#${occurrence}`,
				index,
				input_digest: inputOf(row),
				target_digest: target,
				...group,
				...(sizes.get(variables) ?? []).length > 1 ? { cluster: variables } : {},
				...typeof output === "string" ? { output } : {}
			}
		};
	}).sort((a, b) => a.sample.index - b.sample.index);
}
/** A conversation holds what the model said before, which differs from model to model by nature. */
function inputOf(row) {
	return Object.hasOwn(row.vars, "_conversation") ? digest({
		prompt: row.promptId,
		vars: row.testCase?.vars
	}) : digest(row.prompt.raw);
}
const targetOf = ({ testCase: test }) => test === void 0 ? NOT_RECORDED : digest({
	assert: test.assert,
	threshold: test.threshold,
	options: test.options
});

// src/importers/promptfoo/importer.ts
/** The task of all tests; each named score is a task of its own, since not every test has it. */
const TASK = "promptfoo";
const PASS = meanMetric("pass", "higher_is_better", "rate");
/** Between 0 and 1 by custom, which a script may break. */
const SCORE = meanMetric("score", "higher_is_better", "number");
const promptfoo = {
	name: "promptfoo",
	summary: "the .json or .jsonl that `promptfoo eval -o` writes, of one provider: results.json#provider=NAME",
	async detect(path) {
		return await formatOf(parseSelection(path).file) !== null;
	},
	async load(path, side) {
		const faults = [];
		const selection = parseSelection(path);
		const format = await formatOf(selection.file) ?? "json";
		return {
			runs: await attempt$1(faults, () => loadFile(selection, format, side)) ?? [],
			faults
		};
	}
};
async function loadFile(selection, format, side) {
	const { file } = selection;
	checkChoices(selection, ["provider", "prompt"]);
	const results = await readResults(file, format);
	if (results.rows.length === 0) throw new WeighbridgeError("data", "there are no results", { at: { file } });
	const { provider, rows } = chooseRows(selection, results);
	const tests = identify(rows);
	const names = [...new Set(rows.flatMap((row) => [...metricsOf(row)]))].sort();
	if (names.includes(TASK)) throw new WeighbridgeError("data", `a named score is called ${TASK}, as the task of all tests is`, {
		at: { file },
		fix: "give the metric of the assertion another name"
	});
	const known = {
		side,
		fingerprint: fingerprintOf(results, rows),
		model: unidentifiedModel(provider, {
			file: results.digest,
			provider
		}),
		...results.timestamp === null ? {} : { started: results.timestamp }
	};
	const run = (task, metrics, samples) => foreignRun(file, {
		...known,
		task,
		metrics,
		planned: samples.length
	}, async function* () {
		for (const sample of samples) yield {
			sample,
			at: {
				file,
				key: `test ${sample.index}`
			}
		};
	});
	return [run(TASK, [PASS, SCORE], tests.map((test) => withScores(test, {
		pass: passOf(test.row),
		score: scoreOf(test.row)
	}))), ...names.map((name) => run(name, [SCORE], tests.filter(({ row }) => metricsOf(row).has(name)).map((test) => withScores(test, { score: namedScoreOf(test.row, name) }))))];
}
/** The rows of one provider and, where one is chosen, one prompt. */
function chooseRows(selection, { rows }) {
	const byName = groupBy(rows, nameOf);
	const provider = chooseOne(selection, "provider", [...byName.keys()]);
	const own = byName.get(provider) ?? [];
	if (!selection.chosen.has("prompt")) return {
		provider,
		rows: own
	};
	const byPrompt = groupBy(own, promptLabel);
	return {
		provider,
		rows: byPrompt.get(chooseOne(selection, "prompt", [...byPrompt.keys()])) ?? []
	};
	function nameOf({ provider: { id, label } }) {
		if (!label) return id ?? "a provider without a name";
		return rows.some((row) => row.provider.label === label && row.provider.id !== id) && id ? id : label;
	}
}
/** What changes answers and is no part of the model; other settings may be the model's name, or a key. */
const SETTINGS = [...[
	"temperature",
	"top_p",
	"top_k",
	"min_p",
	"max_tokens",
	"max_completion_tokens",
	"max_output_tokens"
], ...[
	"stop",
	"frequency_penalty",
	"presence_penalty",
	"reasoning_effort",
	"reasoning",
	"response_format"
]];
function fingerprintOf({ version, providers }, [row]) {
	const settings = settingsOf(providers, row?.provider ?? {});
	return {
		harness: TASK,
		harness_version: version,
		...Object.keys(settings).length === 0 ? {} : { generation: brief$1(settings) }
	};
}
/** Providers are listed as texts, as `{id, label, config}`, or as `{<id>: {label, config}}`. */
function settingsOf(providers, { id, label }) {
	const listed = (Array.isArray(providers) ? providers : []).filter(isObject).map((each) => {
		if (typeof each.id === "string") return each;
		const [first] = Object.entries(each);
		return {
			...isObject(first?.[1]) ? first[1] : {},
			id: first?.[0]
		};
	});
	const own = listed.find((each) => label ? each.label === label : each.id === id) ?? listed.find((each) => each.id === id);
	const config = isObject(own?.config) ? own.config : {};
	return Object.fromEntries(SETTINGS.filter((key) => Object.hasOwn(config, key)).map((key) => [key, config[key]]));
}

// src/importers/registry.ts
/** One row adds a format. The first that knows a path reads it. */
const IMPORTERS = [
	lmEval,
	inspect,
	lighteval,
	helm,
	opencompass,
	everyEvalEver,
	nemo,
	promptfoo,
	openaiEvals,
	junit,
	plain
];
/**
* Who reads the results at a path; null when nobody knows them.
* @throws WeighbridgeError `data` for a path that may not be read
*/
async function findImporter(path) {
	try {
		for (const importer of IMPORTERS) if (await importer.detect(path)) return importer;
		return null;
	} catch (cause) {
		const { code } = cause;
		if (code !== "EACCES" && code !== "EPERM") throw cause;
		throw new WeighbridgeError("data", "reading is not permitted", {
			at: { file: path },
			fix: "let whoever runs Weighbridge read it",
			cause
		});
	}
}

// src/runners/lm-eval/options.ts
const scalar = union([
	string(),
	number(),
	boolean()
]);
/** Names as on the command line of lm_eval. */
const argumentName = string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/);
/** An argument list is cut at commas, whatever they stand in. */
const argument = union([
	string().regex(/^[^,]*$/),
	number(),
	boolean()
]).describe("A value without a comma: lm_eval would cut it there.");
const MODEL_TYPES = [
	"hf",
	"vllm",
	"local-completions",
	"local-chat-completions"
];
/** Arguments with which something else would be evaluated than what the report names. */
const IDENTITY = [
	"pretrained",
	"revision",
	"subfolder",
	"gguf_file",
	"peft",
	"delta",
	"enable_lora",
	"lora_local_path",
	"model",
	"base_url"
];
/** Flags that the runner sets itself, or that would make the files prove something else. */
const RESERVED = [
	...[
		"model",
		"model_args",
		"tasks",
		"num_fewshot",
		"batch_size",
		"device",
		"gen_kwargs",
		"limit",
		"samples",
		"seed"
	],
	...[
		"output_path",
		"log_samples",
		"include_path",
		"apply_chat_template",
		"fewshot_as_multiturn",
		"system_instruction"
	],
	...[
		"use_cache",
		"cache_requests",
		"predict_only",
		"config",
		"trust_remote_code",
		"confirm_run_unsafe_code",
		"help"
	]
];
const ELSEWHERE = {
	use_cache: "answers of one model must never reach another",
	predict_only: "nothing would be scored",
	trust_remote_code: "write `policy: { allow: [trust_remote_code] }`",
	confirm_run_unsafe_code: "write `policy: { allow: [unsafe_code] }`"
};
/** The reserved flag that argparse would take this one for: every beginning of a flag stands for it. */
function reservedFlag(name) {
	return RESERVED.find((flag) => flag.startsWith(name)) ?? null;
}
/** What a task of the lm-eval runner may say. */
const lmEvalTask = strictObject({
	task: string().min(1).regex(/^[^,\s-][^,\n]*$/).optional().describe("Task or group as lm_eval names it, or the path of a YAML file relative to this file. Default: the name of this task."),
	model: _enum(MODEL_TYPES).optional().describe("What of lm_eval loads the model: `hf` (default) or `vllm` for weights, `local-completions` (default) or `local-chat-completions` for endpoints."),
	model_args: record(argumentName, argument).superRefine((args, context) => {
		for (const name of Object.keys(args).filter((each) => IDENTITY.includes(each))) {
			const message = `${name} says which model it is: name that as candidate and baseline`;
			context.addIssue({
				code: "custom",
				path: [name],
				message
			});
		}
	}).default({}).describe("More arguments of the model, such as `dtype: bfloat16`. Which model it is comes from candidate and baseline."),
	num_fewshot: int().min(0).optional().describe("Solved examples before the question. Default: the task's own."),
	apply_chat_template: union([boolean(), string().min(1)]).default(false).describe("Ask through the model's chat template, or through the one of this name."),
	fewshot_as_multiturn: boolean().optional().describe("Solved examples as turns of the chat."),
	system_instruction: string().min(1).optional().describe("Put before everything."),
	gen_kwargs: record(argumentName, union([scalar, array(string())])).optional().describe("Generation settings in place of the task's own, such as `temperature: 0`."),
	batch_size: union([int().min(1), string().regex(/^auto(:[1-9][0-9]*)?$/)]).optional().describe("Requests at a time: a number, `auto` or `auto:N`. Default: that of lm_eval."),
	device: string().regex(/^[a-z]+(:[0-9]+)?$/).optional().describe("Such as `cuda:0` or `cpu`. Default: that of lm_eval."),
	seed: union([int().min(0), array(int().min(0)).length(4)]).optional().describe("One seed, or those of Python, NumPy, Torch and the solved examples. Default: those of lm_eval."),
	include_path: string().min(1).optional().describe("Folder with task YAML files of your own, relative to this file."),
	limit: number().gt(0).optional().describe("Evaluate only the first so many documents, or this share of them when below 1: a prefix of the file and no random sample, so a run that is judged should not have one."),
	extra_args: record(argumentName, scalar).superRefine((flags, context) => {
		for (const name of Object.keys(flags)) {
			const flag = reservedFlag(name);
			if (flag === null) continue;
			const message = `--${name} would be read as --${flag}, which the runner decides: ${ELSEWHERE[flag] ?? `use the option ${flag} where there is one`}`;
			context.addIssue({
				code: "custom",
				path: [name],
				message
			});
		}
	}).default({}).describe("Further flags of lm_eval by name, such as `max_batch_size: 64`; `true` for a flag without a value."),
	timeout_minutes: number().gt(0).optional().describe("Ends lm_eval, with everything it started, after this time.")
});

// src/runners/native/options.ts
/** Fields that every native task has; names as in lm-evaluation-harness where it has one. */
const common = {
	dataset: string().min(1).describe("JSONL, JSON or CSV file, also gzipped, relative to the config file."),
	id_field: string().min(1).optional().describe("Field with the unique id of a row. Default: `id` where rows have it, else a digest of the content."),
	group_field: string().min(1).optional().describe("Field with the subtask of a row, such as a subject."),
	cluster_field: string().min(1).optional().describe("Field naming rows that are not independent, such as a passage."),
	limit: int().min(1).optional().describe("Evaluate only this many samples, drawn by the seed, never the first ones."),
	metadata: strictObject({ version: union([string(), number()]) }).optional().describe("Version of the task: raise it when results before and after must not be compared.")
};
const truncation = _enum(["refuse", "left"]).default("refuse").describe("What to do with a prompt longer than the context: leave the sample unscored, or cut the prompt on the left.");
const prompt = {
	doc_to_text: string().describe("Field name or Jinja template of the prompt."),
	doc_to_target: string().describe("Field name or Jinja template of the right answer (for choices: its index or its text)."),
	description: string().default("").describe("Field name or Jinja template put before everything, as it is: end it with the line breaks it needs."),
	target_delimiter: string().default(" ").describe("Between prompt and answer."),
	num_fewshot: int().min(0).default(0).describe("Solved examples before the question."),
	fewshot_dataset: string().min(1).optional().describe("File the solved examples come from: its first rows, without the one that is asked."),
	fewshot_delimiter: string().default("\n\n").describe("Between solved examples."),
	apply_chat_template: boolean().default(false).describe("Ask through the model's own chat template: everything but the system message in one user turn."),
	system_instruction: string().optional().describe("Put before the description; the system message where there is a chat template.")
};
const multipleChoiceTask = strictObject({
	type: literal("multiple_choice"),
	...common,
	...prompt,
	doc_to_text: prompt.doc_to_text.default("{{question}}"),
	doc_to_choice: union([string(), array(string()).min(2)]).default("choices").describe("The choices: a field name, a Jinja template giving a list, or a list of Jinja templates."),
	doc_to_target: prompt.doc_to_target.default("{{answer}}"),
	corpus_metrics: array(_enum(["ece", "auc"])).refine((names) => new Set(names).size === names.length, "a metric is here twice").default([]).describe("More metrics, from the probabilities of the choices: `ece`, the calibration error of the chosen one, and for two choices `auc`, how well the second one is told from the first."),
	truncation
});
const generationOptions = strictObject({
	max_gen_toks: int().min(1).default(256).describe("Longest answer in tokens."),
	until: array(string().min(1)).default(["\n"]).describe("The answer ends before the first of these."),
	temperature: number().min(0).default(0).describe("0 is greedy.")
});
const scorers = array(union([string(), looseObject({ name: string() })])).min(1).superRefine((entries, context) => {
	const metrics = /* @__PURE__ */ new Set();
	for (const [index, entry] of entries.entries()) {
		const configured = configureScorer(entry);
		if (!configured.ok) {
			for (const { path, message } of configured.issues) context.addIssue({
				code: "custom",
				path: [index, ...path],
				message
			});
			continue;
		}
		for (const { name } of configured.scorer.metrics) {
			if (metrics.has(name)) {
				const message = `two scorers give the metric ${name}: rename one with the option metric`;
				context.addIssue({
					code: "custom",
					path: [index],
					message
				});
			}
			metrics.add(name);
		}
	}
}).describe("What judges the answers: names of scorers, or objects with a name and options.");
const generateTask = strictObject({
	type: literal("generate"),
	...common,
	...prompt,
	doc_to_text: prompt.doc_to_text.default("{{question}}"),
	doc_to_target: prompt.doc_to_target.default("").describe("Field name or Jinja template of the right answer; one that gives a list means any of its members."),
	generation_kwargs: generationOptions.prefault({}),
	scorers
});
const perplexityTask = strictObject({
	type: literal("perplexity"),
	...common,
	doc_to_text: string().default("{{text}}").describe("Field name or Jinja template of the text to predict.")
});
/** What a task of the native runner may say. */
const nativeTask = discriminatedUnion("type", [
	multipleChoiceTask,
	generateTask,
	perplexityTask
]);

// src/runners/registry.ts
/** How a task becomes samples: one row adds a runner. */
const RUNNERS = {
	native: {
		summary: "asks the engine itself: multiple choice, generation, perplexity",
		/** One strict schema a task type. */
		types: nativeTask.options,
		describe: describeNativeTask,
		load: async () => (await import("./runner2.js")).nativeRunner
	},
	"lm-eval": {
		summary: "starts the lm_eval of the environment: any task of lm-evaluation-harness",
		schema: lmEvalTask,
		load: async () => (await import("./runner.js")).lmEvalHarness
	}
};

// src/store/results.ts
/** Shards of several machines lie at most this deep: `<download>/<shard>/<side>/<task>`. */
const MAX_DEPTH = 4;
/** Folders that never hold runs of the side that is looked for, whatever was named. */
const NEVER = /* @__PURE__ */ new Set([
	...SIDES,
	STAGING,
	SUPERSEDED
]);
/**
* Reads every run that can be read, so that one broken task does not hide what the others say. Runs of one task (shards)
* are joined into one.
* @param folder a run directory (its folder for `side` is taken), the folder of one side or of one task, or a folder with
* several of these
*/
async function salvageSide(folder, side) {
	return salvageInto(folder, side, () => []);
}
/** The same, into what the caller holds the samples of a run in. */
async function salvageInto(folder, side, hold) {
	const stored = [];
	const faults = [];
	for (const run of await runFolders(folder, side, MAX_DEPTH)) await attempt(faults, async () => stored.push(await readRunInto(run, hold())));
	if (stored.length === 0 && faults.length === 0) faults.push(nothingIn(folder, side));
	const runs = [];
	const tasks = [...new Set(stored.map(({ record }) => record.task))].sort();
	for (const task of tasks) {
		const shards = stored.filter(({ record }) => record.task === task);
		await attempt(faults, async () => runs.push(joinShards(shards, hold)));
	}
	return {
		runs,
		faults
	};
}
async function attempt(faults, work) {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		faults.push(error);
	}
}
/** Whether a folder has anything that could be a run of a side, readable or not. */
async function holdsRuns(folder, side) {
	return (await runFolders(folder, side, MAX_DEPTH)).length > 0;
}
async function runFolders(folder, side, depth) {
	if (existsSync(join(folder, "run.json"))) return [folder];
	if (depth === 0 || !isFolder(folder)) return [];
	const ofSide = join(folder, side);
	if (existsSync(ofSide)) return runFolders(ofSide, side, depth - 1);
	const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory() && !NEVER.has(entry.name)).map(({ name }) => name);
	return (await Promise.all(names.sort().map((name) => runFolders(join(folder, name), side, depth - 1)))).flat();
}
const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
/**
* One run of several that evaluated parts of the same task with the same model. A sample that two of them have must be the
* same in both.
* @throws WeighbridgeError `data` when they are not parts of one run
*/
function joinShards(shards, hold) {
	const [first, ...others] = shards;
	if (first === void 0) throw new Error("no shards to join");
	if (others.length === 0) return first;
	const samples = hold();
	const known = new SampleIndex(samples);
	for (const shard of shards) {
		const differs = differences(first.record, shard.record);
		if (differs.length > 0) throw notOneRun(first, shard, `they differ in ${differs.join(", ")}`);
		for (const sample of shard.samples) {
			const key = sampleKey(sample);
			const position = known.find(key);
			const other = position === void 0 ? void 0 : samples.at(position);
			if (other === void 0) {
				known.add(key, samples.length);
				samples.push(sample);
			} else if (serializeSample(other) !== serializeSample(sample)) throw notOneRun(first, shard, `the sample ${JSON.stringify(sample.id)} has two different results`);
		}
	}
	const isWhole = countDocuments(samples) === first.record.planned;
	const isComplete = ({ record }) => record.status.state === "complete";
	const telling = shards.find((shard) => isComplete(shard) === isWhole) ?? first;
	const incomplete = isWhole && isComplete(telling) ? null : telling.incomplete;
	return {
		...telling,
		incomplete,
		samples
	};
}
const notOneRun = (first, other, why) => new WeighbridgeError("data", `${first.folder} and this are not parts of one run: ${why}`, {
	at: { file: other.folder },
	fix: "name a folder with the results of one model only"
});
function nothingIn(path, side) {
	const at = { file: path };
	const message = `there are no results of the ${side}`;
	if (existsSync(path) && !isFolder(path)) return new WeighbridgeError("data", `${message}: the file has no form that is known`, {
		at,
		fix: "name a run directory, or results that `weighbridge import --help` lists"
	});
	const problem = existsSync(path) ? message : `${message}: no such file or folder`;
	return new WeighbridgeError("data", problem, {
		at,
		fix: `evaluate it first: weighbridge evaluate --role ${side}`
	});
}

export { IMPORTERS as a, ENGINES as c, baselinesOf as d, fromCommandLine as f, RUNNERS as i, engineConfig as l, requireSide as m, salvageInto as n, findImporter as o, modelSource as p, salvageSide as r, require_yauzl as s, holdsRuns as t, asFound as u };