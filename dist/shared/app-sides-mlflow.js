import { Dt as worseSign, Et as KeyTable, H as SIDES, I as plural, J as isObject, Pt as messageOf, X as parseJson, _ as referenceOf, _t as isCorpus, bt as keptLikelihoods, f as isMlflow, ft as NOT_RECORDED, g as askedOf, jt as WeighbridgeError, p as mlflowReference, q as repeatsOf$1, vt as isRatio, wt as sampleKey, xt as lacks, y as canonicalJson, yt as isUnscored } from "./core-domain-history.js";
import { a as pathMeant, i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { C as chrfParts, R as Cells, T as bleuParts, a as meanOfRepeats, b as partsName, d as MOST_CLASSES, t as MOST_REPEATS, u as MICRO, y as faultOfParts } from "./core-metrics-repeats.js";
import { n as declareMetric, t as METRICS } from "./core-metrics-registry.js";
import { s as taskFolder } from "./results-store-layout.js";
import { i as rawLineGroups, o as textOfLine, t as MAX_LINE_BYTES } from "./results-store-lines.js";
import { S as unknown, _ as record, c as custom, d as literal, f as looseObject, h as object, i as _enum, m as number, o as array, s as boolean, u as int, x as union, y as string } from "./npm-zod.js";
import { t as number$1 } from "./npm-zod2.js";
import { d as parseRunRecord, s as mayBeName } from "./results-store-reader.js";
import { a as foldersIn, c as magicOf, d as readText, i as filesAt, l as namesIn, m as utf8Of, o as headOf, r as companionFile, t as MAX_FILE_BYTES, u as passingBytesOf } from "./results-formats-files.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { A as digest, D as disagreement, E as agree, M as withCounts, O as estimate, S as parseSelection, T as groupBy, a as commonMetric, c as UnfinishedRun, d as defineFormat, f as errorReason, g as unidentifiedModel, h as numberedId, i as commonDirection, j as inputDigest, k as brief, l as byTask, m as idFrom, n as settingsOf, o as liesIn, p as firstLine, r as withoutNever, s as meanMetric, t as lmEval, u as choicesIn, w as sayDirection, x as noDirection, y as chooseOne } from "./results-formats-lm-eval-lm-eval.js";
import { a as parseAs, i as jsonLines, l as readJson, n as ended, o as parseLenientJson, r as jsonLineGroups, s as parseLine, u as readJsonAs } from "./results-formats-json.js";
import { E as median, _ as asFound, b as mlflowPlace, d as MAX_CONFIG_SIZE, p as tooLarge, t as resolveConfig, w as subtasksOf } from "./config-resolve.js";
import { a as parsePlainRow, c as almostPlain, l as columnMeant, n as NOTHING_MORE, o as saysLittle, r as checkColumns, s as REQUIRED_COLUMNS, t as HELD } from "./results-formats-plain-row.js";
import { t as LineShapes } from "./results-formats-plain-line-shape.js";
import { t as require_dist } from "./npm-yaml.js";
import { t as hashFile } from "./tasks-checkpoints-hash.js";
import { basename, dirname, join, sep } from "node:path";
import { existsSync } from "node:fs";
import process$1 from "node:process";
import { Buffer as Buffer$1 } from "node:buffer";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { createHash } from "node:crypto";

// src/results/formats/every-eval-ever/export.ts
const SCHEMA_VERSION = "0.3.0";
const everyEvalEverExporter = {
	summary: "Every Eval Ever 0.3.0: an evaluation a task, with its samples",
	async write(run, folder) {
		const { record, samples } = run;
		const results = resultsOf(run);
		if (results.length === 0) throw new WeighbridgeError("data", `${record.task} has no number to export`, { fix: "evaluate it: not one of its samples has a score" });
		const names = namesOf(record);
		const target = join(folder, names.folder);
		return onDisk(target, async () => {
			await makeDirectory(target);
			const aggregate = join(target, `${names.uuid}.json`);
			const rows = `${names.uuid}_samples.jsonl`;
			const written = samples.length === 0 ? null : await writeRows(join(target, rows), rowsOf(run, names));
			const evaluation = {
				...evaluationOf(record, names),
				evaluation_results: results,
				...written === null ? {} : { detailed_evaluation_results: {
					format: "jsonl",
					file_path: `${names.folder}/${rows}`,
					hash_algorithm: "sha256",
					...written
				} }
			};
			await writeAtomically(aggregate, `${JSON.stringify(evaluation, null, 2)}\n`);
			return written === null ? [aggregate] : [aggregate, join(target, rows)];
		});
	}
};
function evaluationOf(record, names) {
	const { fingerprint, model } = record;
	const engine = {
		...typeof fingerprint.engine === "string" ? { name: fingerprint.engine } : {},
		...typeof fingerprint.engine_version === "string" ? { version: fingerprint.engine_version } : {}
	};
	return {
		schema_version: SCHEMA_VERSION,
		evaluation_id: names.evaluation,
		evaluation_timestamp: names.timestamp,
		retrieved_timestamp: names.timestamp,
		source_metadata: {
			source_name: "Weighbridge",
			source_type: "evaluation_run",
			source_organization_name: "unknown",
			evaluator_relationship: "first_party"
		},
		eval_library: {
			name: String(fingerprint.harness ?? "weighbridge"),
			version: String(fingerprint.harness_version ?? "unknown"),
			additional_details: { weighbridge: JSON.stringify(record) }
		},
		model_info: {
			name: names.model,
			id: names.model,
			...Object.keys(engine).length === 0 ? {} : { inference_engine: engine },
			additional_details: {
				deployment_type: "unknown",
				model_availability: "unknown",
				weights_digest: model.digest,
				...model.adapter_digest === null ? {} : { adapter_digest: model.adapter_digest },
				...model.quantization === null ? {} : { quantization: model.quantization }
			}
		}
	};
}
/** Whole, or not at all. */
async function writeRows(file, rows) {
	const temporary = `${file}.${process.pid}.tmp`;
	const hash = createHash("sha256");
	let total_rows = 0;
	const handle = await open(temporary, "w");
	try {
		for (const row of rows) {
			hash.update(row);
			total_rows += 1;
			await handle.write(row);
		}
		await handle.sync();
		await handle.close();
		await rename(temporary, file);
	} catch (error) {
		await handle.close();
		await rm(temporary, { force: true });
		throw error;
	}
	return {
		checksum: hash.digest("hex"),
		total_rows
	};
}
const COLLECTION = "weighbridge";
function namesOf(record) {
	const { model, task, started, finished } = record;
	const [developer, name] = modelName(model.source);
	const seconds = Math.floor(new Date(finished ?? started).getTime() / 1e3);
	const timestamp = String(Number.isFinite(seconds) ? seconds : 0);
	return {
		model: `${developer}/${name}`,
		evaluation: `${task}/${developer}_${name}/${timestamp}`,
		folder: [
			"data",
			COLLECTION,
			developer,
			name
		].join("/"),
		uuid: uuidOf(canonicalJson([
			record.side,
			task,
			model.digest,
			model.adapter_digest
		])),
		timestamp
	};
}
/** The last two parts of what names the model, without a remark in brackets, as names of folders. */
function modelName(written) {
	const source = written.replace(/ \([^()]*\)$/, "");
	const parts = source.split(/[/\\]/);
	return [parts.length === 2 ? part(parts[0] ?? "") : "unknown", part(basename(source.replaceAll("\\", "/")))];
}
function part(text) {
	const plain = text.replace(/[^A-Za-z0-9._-]+/g, "_").slice(0, 100);
	return /[A-Za-z0-9]/.test(plain) ? plain : "unknown";
}
/** A digest in the form of a UUID of version 4, which the format demands. */
function uuidOf(text) {
	const hex = createHash("sha256").update(text).digest("hex");
	return [...[
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`
	], hex.slice(20, 32)].join("-");
}
/** `task/metric`, or `task/metric,filter`: what a row of a sample points to. */
const resultId = (task, metric, filter) => `${task}/${metric}${filter === void 0 ? "" : `,${filter}`}`;
/** One result a metric and filter; none for a metric that no sample has a score of, of which there is no number. */
function resultsOf(run) {
	const { record } = run;
	const filters = new Set(run.samples.map(({ filter }) => filter));
	return record.metrics.flatMap((metric) => {
		return (record.aggregates?.filter((aggregate) => aggregate.metric === metric.name) ?? [...filters].flatMap((filter) => summed(run, metric, filter))).map((aggregate) => result(run, metric, aggregate));
	});
}
function summed({ samples }, metric, filter) {
	const scores = samples.flatMap((sample) => sample.filter === filter ? sample.scores[metric.name] ?? [] : []);
	const found = estimate(scores, metric);
	if (found === null || !Number.isFinite(found.value)) return [];
	const { value, stderr, n } = found;
	return [{
		metric: metric.name,
		value,
		stderr,
		n,
		...filter === void 0 ? {} : { filter }
	}];
}
const UNITS = {
	rate: "proportion",
	bits_per_byte: "bits_per_byte",
	perplexity: "perplexity",
	seconds: "seconds",
	number: "points"
};
function result({ record, samples }, metric, aggregate) {
	const { task } = record;
	const { filter, value, stderr, n, rounded } = aggregate;
	const id = resultId(task, metric.name, filter);
	const uncertainty = {
		...stderr === null ? {} : { standard_error: {
			value: stderr,
			method: "analytic"
		} },
		...n === null || rounded !== void 0 ? {} : { num_samples: n }
	};
	const unscored = samples.filter((sample) => sample.filter === filter).length - (n ?? 0);
	return {
		evaluation_result_id: id,
		evaluation_name: filter === void 0 ? task : `${task}/${filter}`,
		source_data: {
			dataset_name: task,
			source_type: "other"
		},
		metric_config: {
			metric_id: metric.name,
			metric_name: metric.name,
			metric_unit: UNITS[metric.unit],
			lower_is_better: metric.direction === "lower_is_better",
			score_type: "continuous",
			min_score: metric.range.min ?? "-Infinity",
			max_score: metric.range.max ?? "Infinity"
		},
		score_details: {
			score: value,
			...unscored > 0 && record.aggregates === void 0 ? { details: { unscored: String(unscored) } } : {},
			...Object.keys(uncertainty).length === 0 ? {} : { uncertainty }
		}
	};
}
/** One line a sample and metric. What was asked is known by its digest only, and the digest stands in its place. */
function* rowsOf({ record, samples }, names) {
	for (const sample of samples) for (const metric of record.metrics) {
		const score = Object.hasOwn(sample.scores, metric.name) ? sample.scores[metric.name] : void 0;
		if (score !== void 0) yield `${JSON.stringify(row(record.task, sample, metric, score, names))}\n`;
	}
}
function row(task, sample, metric, score, names) {
	const { id, filter, scores: _all, output, usage, ...kept } = sample;
	const { input_digest, target_digest } = sample;
	const plain = typeof score === "number";
	const value = plain ? score : substitute(score);
	return {
		schema_version: SCHEMA_VERSION,
		evaluation_id: names.evaluation,
		model_id: names.model,
		evaluation_name: filter === void 0 ? task : `${task}/${filter}`,
		evaluation_result_id: resultId(task, metric.name, filter),
		sample_id: id,
		sample_hash: createHash("sha256").update(`${input_digest}${target_digest}`).digest("hex"),
		interaction_type: "single_turn",
		input: {
			raw: input_digest,
			reference: [target_digest]
		},
		output: { raw: output === void 0 ? [] : [output] },
		answer_attribution: [],
		evaluation: {
			score: value,
			is_correct: isRight(value, plain, metric)
		},
		...usage === void 0 ? {} : { token_usage: {
			input_tokens: usage.prompt_tokens,
			output_tokens: usage.output_tokens,
			total_tokens: usage.prompt_tokens + usage.output_tokens
		} },
		...!plain && isUnscored(score) ? { error: score.unscored } : {},
		metadata: { weighbridge: canonicalJson({
			...kept,
			metric: metric.name,
			...filter === void 0 ? {} : { filter },
			...plain ? {} : { score }
		}) }
	};
}
/** The format demands a number: of a ratio its value; of what has none 0, beside the error or the parts that say so. */
function substitute(score) {
	if (isUnscored(score) || !isRatio(score)) return 0;
	const value = score.numerator / score.denominator;
	return Number.isFinite(value) ? value : 0;
}
function isRight(score, plain, metric) {
	return plain && score === (worseSign(metric) === 1 ? metric.range.min : metric.range.max);
}

// src/results/formats/every-eval-ever/files.ts
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
const rowSchema$1 = object({
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
/** @throws WeighbridgeError `data` naming the file and the key */
async function readEvaluation(file, roots) {
	const read = await readJsonAs(file, evaluationSchema, "an evaluation of Every Eval Ever");
	return {
		file,
		roots,
		evaluation: read.value,
		digest: read.digest
	};
}
/**
* The samples beside an aggregate file; null where it names none. Of the path in the file only the name is taken: it is
* rooted in a repository that need not be here, and might lead anywhere.
* @throws WeighbridgeError `data` when they are named and not there
*/
async function rowsFile({ file, roots, evaluation }) {
	const named = evaluation.detailed_evaluation_results;
	if (!named) return null;
	const samples = join(dirname(file), basename(named.file_path));
	if (await companionFile(dirname(file), samples, {
		beside: file,
		roots
	}) !== null) return samples;
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
async function* evaluationRows({ evaluation, file: aggregate }, file) {
	const { checksum, hash_algorithm, total_rows } = evaluation.detailed_evaluation_results ?? {};
	const hash = createHash(hash_algorithm ?? "sha256");
	let rows = 0;
	for await (const { members, at } of jsonLines(file, { hash })) {
		const row = parseAs(rowSchema$1, members, "a sample of Every Eval Ever", at);
		const { evaluation_id, model_id } = row;
		if (evaluation_id !== evaluation.evaluation_id || model_id !== evaluation.model_info.id) {
			const message = `a sample of the evaluation ${evaluation_id} of ${model_id}, which is not that of ${aggregate}`;
			throw new WeighbridgeError("data", message, { at });
		}
		rows += 1;
		yield {
			row,
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

// src/results/formats/every-eval-ever/samples.ts
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
		if (liesIn(metric.range, score)) return measured;
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
	const metric = meanMetric(metric_id || metric_name || "score", lower_is_better ? "lower_is_better" : "higher_is_better", isRate ? "rate" : "number");
	return {
		result,
		task: result.evaluation_name,
		metric: isRate ? metric : {
			...metric,
			range: {
				min: min_score ?? null,
				max: max_score ?? null
			}
		},
		divisor: isPercent ? 100 : 1
	};
}
/** Why a row says nothing of the model; null where it has a score. */
function whyUnscored$2({ error, evaluation: { score } }, { result }) {
	if (error) return errorReason(error);
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
async function tallyRows(source, all) {
	const file = await rowsFile(source);
	if (file === null) return [];
	const counts = /* @__PURE__ */ new Map();
	const join = joinerOf(all);
	for await (const { row } of evaluationRows(source, file)) {
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
/**
* The samples of one task. Rows of a sample's other metrics may stand anywhere, so that with several metrics they are
* gathered; with one they pass through.
*/
async function* sampledRows(source, all, sampled) {
	const file = await rowsFile(source);
	if (file === null) return;
	const join = joinerOf(all);
	const own = new Map(sampled.map((each) => [each.measured, each]));
	const gathered = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Map();
	let index = 0;
	for await (const { row, at } of evaluationRows(source, file)) {
		const measured = join(row);
		const found = measured === null ? void 0 : own.get(measured);
		if (found === void 0) continue;
		const { metric } = found.measured;
		const key = JSON.stringify([metric.name, row.sample_id]);
		const occurrence = (seen.get(key) ?? 0) + 1;
		seen.set(key, occurrence);
		const sample = toSample$2(row, occurrence, { [metric.name]: scoreOf$8(row, found, at) }, index);
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
	if (liesIn(range, score)) return score;
	throw new WeighbridgeError("data", `${name} is ${row.evaluation.score}, outside of its bounds`, { at });
}
/** A sample that has several rows of one metric was answered several times: not independent. */
function toSample$2(row, occurrence, scores, index) {
	const { raw, formatted, choices, reference } = row.input;
	const said = row.output?.raw[0] ?? row.messages?.findLast(({ role }) => role === "assistant")?.content;
	const id = idFrom(row.sample_id);
	return {
		id: numberedId(id, occurrence),
		index,
		input_digest: raw && raw !== "not recorded" ? digest({
			raw,
			formatted,
			choices
		}) : NOT_RECORDED,
		target_digest: reference && reference.length > 0 ? digest(reference) : NOT_RECORDED,
		scores,
		cluster: id,
		...typeof said === "string" ? { output: said } : {},
		...usageOf(row),
		...raw === "not recorded" ? {} : askedOf(raw, choices, reference)
	};
}
function usageOf({ token_usage: used }) {
	return used ? { usage: {
		prompt_tokens: used.input_tokens,
		output_tokens: used.output_tokens
	} } : {};
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

// src/results/formats/every-eval-ever/own.ts
/** Under this name an export of our own keeps what the format has no place for, as JSON. */
const OWN = "weighbridge";
/** The run of which an evaluation is an export; null for the evaluations of others. */
function ownRecord({ evaluation, file }) {
	const written = evaluation.eval_library?.additional_details?.[OWN];
	return typeof written === "string" ? parseRunRecord(written, file) : null;
}
/**
* A run as it was exported.
* @throws WeighbridgeError `data`
*/
async function ownRun(source, record) {
	if (record.status.state !== "complete") throw new WeighbridgeError("data", "an export of a run that is not complete", { at: { file: source.file } });
	const samples = await rowsFile(source);
	return {
		...record,
		file: source.file,
		async *samples() {
			if (samples !== null) yield* samplesOf$6(source, samples);
		}
	};
}
/** Rows of one sample stand together. */
async function* samplesOf$6(source, file) {
	let current = null;
	for await (const { row, at } of evaluationRows(source, file)) {
		const sample = toSample$1(row, at);
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
function toSample$1(row, at) {
	const { metric, score = row.evaluation.score, ...fields } = membersOf$1(row.metadata?.[OWN], at);
	if (typeof metric !== "string") throw new WeighbridgeError("data", "no metric", { at: {
		...at,
		key: OWN
	} });
	return {
		...fields,
		id: row.sample_id,
		scores: Object.fromEntries([[metric, score]]),
		...row.output?.raw[0] === void 0 ? {} : { output: row.output.raw[0] },
		...usageOf(row)
	};
}
function membersOf$1(written, at) {
	const value = typeof written === "string" ? parseLenientJson(written, at) : void 0;
	if (isObject(value)) return value;
	throw new WeighbridgeError("data", "a row of an export of Weighbridge without its own part", { at });
}

// src/results/formats/every-eval-ever/every-eval-ever.ts
const KEYS = [
	"\"evaluation_id\"",
	"\"model_info\"",
	"\"evaluation_results\""
];
/** The format's own JSON Schema, which people keep beside evaluations, has a description there. */
const VERSION = /"schema_version"\s*:\s*"/;
const everyEvalEver = defineFormat({
	name: "Every Eval Ever",
	summary: "evaluations of schema 0.2 and 0.3 with or without samples: a .json, or a folder of them of one model",
	detect: (head) => /^\s*\{\s*"/.test(head) && VERSION.test(head) && KEYS.every((key) => head.includes(key)),
	locate: {
		depth: 5,
		names: /\.json$/
	},
	readsAll: true,
	modelOf: ({ evaluation }) => evaluation.model_info.id,
	choices: ["model"],
	read: readEvaluation,
	async toRuns(sources, { each }) {
		const { id: name } = sources[0].evaluation.model_info;
		const by = {
			model: name,
			files: sources.map((source) => source.digest).sort()
		};
		const model = unidentifiedModel(`${name}, by Every Eval Ever`, by);
		return (await each(sources, (source) => tasksOf(source, model))).flat().sort(byTask);
	},
	exporter: everyEvalEverExporter
});
/** Of metrics without samples nothing is known but a number, which has no place beside samples: they are left out. */
async function tasksOf(source, model) {
	const own = ownRecord(source);
	if (own !== null) return [await ownRun(source, own)];
	const all = measuredOf(source);
	const sampled = await tallyRows(source, all);
	return [...groupBy(all, ({ task }) => task)].map(([task, results]) => {
		const withSamples = sampled.filter(({ measured }) => results.includes(measured));
		const common = {
			file: source.file,
			task,
			model,
			...fingerprinted(source, results),
			...startOf(source)
		};
		if (withSamples.length === 0) return {
			...common,
			metrics: results.map(({ metric }) => metric),
			aggregates: withCounts(task, results.map(aggregateOf), results.map(({ metric }) => metric), all.map(aggregateOf))
		};
		return {
			...common,
			metrics: withSamples.map(({ measured }) => measured.metric),
			planned: Math.max(...withSamples.map(({ rows }) => rows)),
			samples: () => sampledRows(source, all, withSamples)
		};
	});
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
		generation: generation === null ? null : brief(generation),
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

// src/results/formats/helm/files.ts
const [SPEC, STATS, INSTANCES] = [
	"run_spec.json",
	"stats.json",
	"per_instance_stats.json"
];
const STATES = "scenario_state.json";
const FILES = [
	SPEC,
	STATS,
	INSTANCES,
	STATES,
	"scenario.json"
];
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
const specSchema$1 = looseObject({
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
async function readHelmRun(folder, roots) {
	const spec = required(await read(folder, SPEC, specSchema$1, roots), SPEC, folder);
	const stats = required(await read(folder, STATS, array(stat$1), roots), STATS, folder);
	const instances = required(await read(folder, INSTANCES, array(instanceSchema), roots), INSTANCES, folder);
	const states = await read(folder, STATES, stateSchema, roots);
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
		task: taskOf$6(spec.value.name),
		states: states?.value.request_states ?? null,
		digest: digests.join()
	};
}
/** `mmlu:subject=anatomy,model=openai_gpt2`. */
function taskOf$6(name) {
	const colon = name.indexOf(":");
	if (colon === -1) return name;
	const own = name.slice(colon + 1).split(",").filter((part) => !/^model(_deployment)?=/.test(part));
	return own.length === 0 ? name.slice(0, colon) : `${name.slice(0, colon)}:${own.join(",")}`;
}
async function read(folder, name, schema, roots) {
	const file = await companionFile(folder, join(folder, name), { roots });
	return file === null ? null : readJsonAs(file, schema, "a file of HELM");
}
function required(read, name, folder) {
	if (read !== null) return read;
	throw new WeighbridgeError("data", "no such file: the run did not finish, or was copied in part", {
		at: { file: join(folder, name) },
		fix: "run helm-run again"
	});
}
/** `benchmark_output/runs/<suite>/<run>`. */
const MAX_DEPTH = 3;
/** Folders of runs; what has nothing but its specification never began. */
async function runsUnder(path, roots, depth = MAX_DEPTH) {
	if (FILES.includes(basename(path)) && existsSync(join(dirname(path), SPEC))) return runsUnder(dirname(path), roots, 0);
	if (existsSync(join(path, SPEC))) return [STATS, INSTANCES].some((file) => existsSync(join(path, file))) ? [path] : [];
	const found = [];
	for (const name of depth === 0 ? [] : await foldersIn(path, roots)) found.push(...await runsUnder(join(path, name), roots, depth - 1));
	return found;
}

// src/results/formats/helm/helm.ts
const helm = defineFormat({
	name: "HELM",
	summary: "a run folder of helm-run, or a folder of runs of one model",
	locate: (path, roots) => runsUnder(path, roots),
	readsAll: true,
	modelOf: ({ model }) => model,
	directions: commonDirection,
	read: readHelmRun,
	async toRuns(runs, { directions, each }) {
		const digests = runs.map(({ digest: own }) => own).sort();
		const model = unidentifiedModel(`${runs[0].model}, by runs of HELM`, digests.join());
		return (await each(runs, (run) => taskOf$5(run, model, directions))).sort(byTask);
	}
});
/** Instances as they were: perturbed ones answer another question, and HELM sums them up apart. */
const plain$2 = ({ perturbation }) => !perturbation;
/**
* @param model stands for all runs of one model
* @throws WeighbridgeError `data` also for a metric that nobody knows
*/
function taskOf$5(run, model, directions) {
	const { folder, spec, task } = run;
	const file = join(folder, "per_instance_stats.json");
	const instances = run.instances.filter(plain$2);
	const metrics = metricsOf$2(run, instances, directions);
	const states = statesByKey(run.states);
	const trials = new Set(instances.map((instance) => instance.train_trial_index)).size;
	const samples = instances.map((instance, index) => {
		const own = states.get(keyOf(instance.instance_id, instance.train_trial_index)) ?? [];
		const [state] = own;
		const output = own.length === 1 ? state?.result?.completions?.[0]?.text : void 0;
		return { sample: {
			id: idOf(instance),
			index,
			input_digest: inputDigest(own.map(({ request }) => promptOf(request))),
			target_digest: state === void 0 ? NOT_RECORDED : digest(state.instance.references),
			scores: Object.fromEntries(metrics.map(({ name }) => [name, scoreOf$7(instance, name)])),
			...trials > 1 ? { cluster: instance.instance_id } : {},
			...output === void 0 || output === null ? {} : { output },
			...askedIn$3(state)
		} };
	});
	checkCount$1(run, samples.length, trials, file);
	return {
		file,
		task,
		metrics,
		model,
		samples,
		expected: metrics.flatMap(({ name }) => sumsOf(run, instances, name, file)),
		fingerprint: fingerprintOf$5(spec)
	};
}
/** Of a request with messages HELM sends these, and no prompt. */
const promptOf = ({ messages, prompt }) => messages ?? prompt;
const referenceSchema = object({
	output: object({ text: string() }),
	tags: array(string()).default([])
});
/** References are the choices, the right ones with a tag; in a task of free answers all of them are right. */
function askedIn$3(state) {
	const references = array(referenceSchema).safeParse(state?.instance.references).data ?? [];
	const texts = references.map(({ output }) => output.text);
	const right = references.filter(({ tags }) => tags.includes("correct")).map(({ output }) => output.text);
	const isChoice = right.length > 0 && right.length < texts.length;
	return askedOf(promptOf(state?.request ?? {}), isChoice ? texts : void 0, right.length > 0 ? right : void 0);
}
const keyOf = (id, trial) => trial === 0 ? id : `${id}#trial${trial}`;
const idOf = ({ instance_id, train_trial_index }) => idFrom(keyOf(instance_id, train_trial_index));
/** A question whose choices are asked about one by one has a state a choice. */
const statesByKey = (states) => groupBy((states ?? []).filter(({ instance }) => plain$2(instance)), (state) => keyOf(state.instance.id ?? "", state.train_trial_index));
/** Most statistics of HELM count tokens and seconds: those that nobody knows a direction of are no metrics. */
function metricsOf$2({ folder, task }, instances, directions) {
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
function sumsOf({ stats }, instances, metric, file) {
	return stats.flatMap(({ name, mean }) => {
		if (name.name !== metric || !plain$2(name) || name.sub_split || typeof mean !== "number") return [];
		const own = instances.filter(({ stats: each }) => each.some((other) => other.name.name === metric && other.name.split === name.split));
		const ids = new Set(own.map(idOf));
		return [{
			metric,
			value: mean,
			at: {
				file,
				key: `${metric} of ${name.split}`
			},
			of: ({ id }) => ids.has(id)
		}];
	});
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
		generation: brief(pick((key) => GENERATION.includes(key))),
		scorers: brief(metric_specs),
		engine: typeof model_deployment === "string" ? model_deployment.split("/")[0] ?? null : null,
		harness: "helm",
		...settingsOf("helm", {
			adapter: adapter_spec,
			run: spec
		})
	};
}

// src/results/formats/answers.ts
/** Of several answers all, where all are known: a sum of some is of those that happened to be told. */
function fetchedFields(answers) {
	const sum = (key) => {
		const known = answers.flatMap(({ [key]: value }) => value !== null && value >= 0 ? [value] : []);
		return known.length === 0 || known.length < answers.length ? null : known.reduce((total, value) => total + value, 0);
	};
	const [prompt, output, seconds] = [
		sum("promptTokens"),
		sum("outputTokens"),
		sum("seconds")
	];
	return {
		...Number.isSafeInteger(prompt) && Number.isSafeInteger(output) ? { usage: {
			prompt_tokens: prompt ?? 0,
			output_tokens: output ?? 0
		} } : {},
		...seconds !== null && Number.isFinite(seconds) && seconds > 0 ? { timing: {
			seconds,
			...answers.length > 1 ? { answers: answers.length } : {},
			machine: NOT_RECORDED
		} } : {}
	};
}

// src/results/formats/inspect/log.ts
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
		group: string().nullish(),
		params: unknown().optional()
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
	eval: looseObject({
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
		config: looseObject({
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
/** What is written before the first sample. */
const startSchema = object({ eval: schema$1.shape.eval.pick({
	task: true,
	model: true,
	created: true
}) });
/** @throws WeighbridgeError `data` for what is no log, or of a run that did not go to its end */
function parseHeader(value, file) {
	const { results, ...log } = parseAs(schema$1, value, "a log of Inspect", { file });
	const fail = (message, fix) => {
		throw new WeighbridgeError("data", message, {
			at: { file },
			fix
		});
	};
	if (log.status !== "success" || !results) {
		const why = log.error ? `: ${log.error.message.slice(0, 200)}` : "";
		throw unfinished(log.eval, file, `the run did not finish, its status is ${log.status}${why}`);
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
function unfinished(of, file, message) {
	const detail = {
		at: { file },
		fix: "finish it (`inspect eval-retry`), or evaluate again"
	};
	if (of === null) return new WeighbridgeError("data", message, detail);
	const { task, model, created = null } = of;
	return new UnfinishedRun({
		task,
		model,
		started: created
	}, message, detail);
}
const MAGIC = "PK";
/** A log begins so in both forms; whole ones are too large to be parsed for this. */
const JSON_LOG = /^\s*\{\s*(?:"version"\s*:\s*\d+\s*,\s*)?"status"\s*:\s*"(?:started|success|cancelled|error)"\s*,\s*"eval"\s*:\s*\{/;
/** The first member that Inspect writes into an archive; its name stands after 30 bytes, even where the end is lost. */
const FIRST_MEMBER = "_journal/start.json";
const isInspectLog = (head) => head.startsWith(MAGIC) ? head.slice(0, 200).includes(FIRST_MEMBER) : JSON_LOG.test(head);
/** @throws WeighbridgeError `data` for a log that cannot be read, or of a run that did not finish */
async function readInspectLog(file) {
	return (await headOf(file))?.startsWith(MAGIC) ? readArchive(file) : readJsonLog(file);
}
async function readJsonLog(file) {
	const { value } = await readJson(file);
	const { samples, reductions: _reductions, ...rest } = isObject(value) ? value : {};
	const list = Array.isArray(samples) ? samples.filter(isObject) : [];
	const byId = groupBy(list, ({ id }) => String(id));
	for (const [id, own] of byId) {
		if (new Set(own.map(({ epoch }) => epoch)).size === own.length) continue;
		throw new WeighbridgeError("data", `an epoch of the sample ${JSON.stringify(id)} is there twice`, { at: {
			file,
			key: id
		} });
	}
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
const openArchive = async (file) => (await import("./results-formats-inspect-archive.js")).Archive.open(file);
async function readArchive(file) {
	const archive = await openArchive(file);
	try {
		if (!archive.has(HEADER)) {
			const start = parseLenientJson(await archive.text(FIRST_MEMBER), {
				file,
				key: FIRST_MEMBER
			});
			throw unfinished(startSchema.safeParse(start).data?.eval ?? null, file, "the run was stopped, or is still going");
		}
		const header = parseLenientJson(await archive.text(HEADER), {
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
	const archive = await openArchive(file);
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
	const value = parseLenientJson(text, {
		file,
		key: name
	});
	if (isObject(value)) return value;
	throw new WeighbridgeError("data", "a sample must be an object", { at: {
		file,
		key: name
	} });
}

// src/results/formats/inspect/scores.ts
/** Metrics of Inspect that are the mean over samples. */
const means = _enum(["accuracy", "mean"]);
/** Arguments of `grouped` (inspect_ai/scorer/_metrics/grouped.py), which a log has where they were given. */
const groupedParams = object({
	metric: object({ name: string().transform((name) => name.replace(/^inspect_ai\//, "")).pipe(means) }),
	group_key: string(),
	all: union([
		literal("samples"),
		literal("groups"),
		literal(false)
	]).default("samples"),
	all_label: string().default("all"),
	name_template: string().default("{group_name}")
});
/** Null where a score has no mean over samples. */
function statedMean({ metrics }) {
	for (const by of means.options) {
		const own = metrics[by];
		if (own !== void 0 && !own.group) return {
			by,
			value: stated(own.value),
			groups: null
		};
	}
	const grouped = Object.values(metrics).flatMap(({ name, value, params }) => {
		const known = groupedParams.safeParse(params).data;
		return known === void 0 ? [] : [{
			name,
			value: stated(value),
			params: known
		}];
	});
	const [first] = grouped;
	if (first === void 0) return null;
	const { metric, group_key: key, all, all_label: label, name_template: template } = first.params;
	const own = grouped.filter(({ params }) => params.group_key === key && params.metric.name === metric.name);
	const values = new Map(own.map(({ name, value }) => [name, value]));
	const value = all === false ? null : values.get(label) ?? NaN;
	if (all !== false) values.delete(label);
	const nameOf = (group) => template.replaceAll("{group_name}", group);
	return {
		by: metric.name,
		value,
		groups: {
			key,
			countAlike: all === "groups",
			values,
			nameOf
		}
	};
}
const stated = (value) => typeof value === "number" ? value : NaN;
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
function numberOf(value) {
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
const PLAIN = {
	mean,
	median,
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

// src/results/formats/inspect/inspect.ts
const inspect = defineFormat({
	name: "Inspect",
	summary: "a log, .eval or .json, or a folder of logs of one model",
	detect: isInspectLog,
	locate: {
		depth: 4,
		names: /\.(eval|json)$/
	},
	readsAll: true,
	modelOf: ({ header }) => header.eval.model,
	directions: (metric) => /^(match|includes|pattern|answer|choice|exact|f1|math|perplexity_choice|model_graded_(qa|fact))$/.test(metric) ? "higher_is_better" : null,
	read: readInspectLog,
	async toRuns(logs, { directions, each }) {
		const model = digest(logs.map((log) => log.digest).sort());
		return (await each(logs, (log) => taskOf$4(log, model, directions))).sort(byTask);
	}
});
/**
* A log as a task. Epochs of a sample become one score, as its reducer says.
* @param model stands for all logs of one model
* @throws WeighbridgeError `data`
*/
function taskOf$4(log, model, directions) {
	const { file, header } = log;
	const scores = header.scores.map((own) => declare$1(log, own, directions));
	const metrics = scores.map(({ metric }) => metric);
	const common = {
		file,
		task: header.eval.task,
		metrics,
		fingerprint: fingerprintOf$4(header, scores),
		model: unidentifiedModel(`${header.eval.model}, by logs of Inspect`, model),
		...typeof header.eval.created === "string" ? { started: header.eval.created } : {}
	};
	if (log.count === 0) return {
		...common,
		aggregates: scores.map((each) => aggregate(each, header))
	};
	if (log.count !== header.total) throw new WeighbridgeError("data", `${plural(log.count, "sample")}, and the run evaluated ${header.total}`, {
		at: { file },
		fix: "keep the whole log"
	});
	const group = groupedBy(scores);
	const other = scores.find(({ mean: { groups } }) => groups?.countAlike === true && groups.key !== group);
	if (other !== void 0) throw new WeighbridgeError("data", `${other.metric.name} is a mean over groups other than by ${group}`, {
		at: { file },
		fix: "group all scores of a task by the same metadata, or evaluate them as tasks of their own"
	});
	const planned = header.total / header.epochs;
	const counted = /* @__PURE__ */ new Map();
	const expected = scores.flatMap((score) => expectedOf(score, file, group).map((each) => ({
		...each,
		counted: ({ id }) => counted.get(id)?.[each.metric]
	})));
	return {
		...common,
		planned,
		expected,
		samples: () => samplesOf$5(log, scores, group, counted)
	};
}
/** By which of their metadata samples are told apart; null where no score says one. */
const groupedBy = (scores) => scores.flatMap(({ mean }) => mean.groups?.key ?? [])[0] ?? null;
/** What Inspect says of all samples, and of each group of them. */
function expectedOf({ metric: { name: metric }, mean: { value, groups } }, file, group) {
	const at = {
		file,
		key: `results.scores.${metric}`
	};
	if (groups === null || groups.key !== group) return value === null ? [] : [{
		metric,
		value,
		at
	}];
	const ofGroups = [...groups.values].map(([name, own]) => ({
		metric,
		value: own,
		at: {
			file,
			key: `${at.key}.metrics.${name}`
		},
		of: (sample) => sample.group !== void 0 && groups.nameOf(sample.group) === name
	}));
	return value === null || groups.countAlike ? ofGroups : [{
		metric,
		value,
		at
	}, ...ofGroups];
}
function declare$1({ file, header, count }, own, directions) {
	const at = {
		file,
		key: `results.scores.${own.name}`
	};
	const reducer = own.reducer ?? header.eval.config.epochs_reducer?.[0] ?? "mean";
	const several = header.scores.filter(({ name }) => name === own.name).length > 1;
	const scorers = header.scores.filter((other) => other.name === own.name && other.reducer === own.reducer);
	const base = scorers.length > 1 ? `${own.scorer}.${own.name}` : own.name;
	const name = several && scorers.length === 1 ? `${base}_${reducer}` : base;
	const mean = statedMean(own);
	if (mean === null || mean.value === null && count === 0) throw new WeighbridgeError("data", `${name} is no mean over samples`, {
		at,
		fix: "add the metric accuracy() or mean() to the scorer, and score the log again"
	});
	const reduce = reducerOf(reducer);
	if (reduce === null) throw new WeighbridgeError("data", `epochs of ${name} are reduced by ${reducer}, which is not known`, { at });
	const isMean = reducer === "mean";
	const isRate = mean.by === "accuracy";
	const direction = isRate ? "higher_is_better" : directions(name);
	if (direction === null) throw noDirection(at, name);
	const stderr = own.metrics.stderr?.value;
	const plain = meanMetric(name, direction, isRate ? "rate" : "number");
	const metric = isMean && header.epochs > 1 && count > 0 ? {
		...plain,
		repeated: true
	} : plain;
	const { countAlike = false, values } = mean.groups ?? {};
	if (countAlike && values !== void 0) {
		const ofGroups = [...values.values()].reduce((sum, value) => sum + value, 0) / values.size;
		const said = {
			metric: name,
			value: mean.value ?? NaN
		};
		if (!agree(said, ofGroups)) throw disagreement(header.eval.task, said, ofGroups, at);
	}
	return {
		own,
		metric: countAlike ? {
			...metric,
			group_average: "macro"
		} : metric,
		reduce,
		isMean,
		mean,
		stderr: typeof stderr === "number" && Number.isFinite(stderr) ? stderr : null
	};
}
/** Of fewer than two samples Inspect writes a standard error of 0. */
function aggregate({ own, metric, mean, stderr }, { completed, epochs }) {
	const n = own.scored_samples ?? completed / epochs;
	return {
		metric: metric.name,
		value: mean.value ?? NaN,
		stderr: n < 2 ? null : stderr,
		n: n || null
	};
}
async function* samplesOf$5({ header, samples }, declared, group, counted) {
	const order = new Map((header.eval.dataset.sample_ids ?? []).map((id, index) => [String(id), index]));
	let number = 0;
	for await (const unordered of samples()) {
		const epochs = unordered.toSorted((a, b) => Number(a.epoch ?? 0) - Number(b.epoch ?? 0));
		const [first = {}] = epochs;
		const id = String(first.id);
		const output = outputOf$2(first.output);
		const scored = declared.map((each) => [each, epochScores(epochs, each)]);
		const partial = scored.filter(([, values]) => header.epochs > 1 && !values.every(Number.isFinite));
		if (partial.length > 0) {
			const own = partial.map(([each, values]) => [each.metric.name, reduceScores(values, each.reduce, whyUnscored$1(epochs))]);
			counted.set(idFrom(id), Object.fromEntries(own));
		}
		yield { sample: {
			id: idFrom(id),
			index: order.get(id) ?? number,
			input_digest: inputDigest([
				first.input,
				first.choices,
				...givenMessages(first.messages)
			]),
			target_digest: digest(first.target),
			scores: Object.fromEntries(scored.map(([each, values]) => [each.metric.name, scoreOf$6(values, epochs, each, header.epochs)])),
			...repeatsOf(scored, epochs, header.epochs),
			...output === void 0 ? {} : {
				output,
				...truncatedBy(first.output)
			},
			...fetchedFields(epochs.map(fetchedIn)),
			...choicesOf$1(first),
			...askedIn$2(first),
			...group === null ? {} : groupOf(first, group)
		} };
		number += 1;
	}
}
/** What the one call took that gave the answer (`ModelOutput`); of a conversation of several nothing is known of its parts. */
function fetchedIn({ messages, output }) {
	const said = Array.isArray(messages) ? messages.filter((each) => isObject(each) && each.role === "assistant") : [];
	const { usage, time } = isObject(output) && said.length === 1 ? output : {};
	const { input_tokens: read, output_tokens: written } = isObject(usage) ? usage : {};
	const numeric = (value) => typeof value === "number" ? value : null;
	return {
		promptTokens: numeric(read),
		outputTokens: numeric(written),
		seconds: numeric(time)
	};
}
/** What stood in the conversation before the model first spoke: solvers add system messages and templates to the input. */
function givenMessages(messages) {
	if (!Array.isArray(messages)) return [];
	const spoke = messages.findIndex((message) => isObject(message) && message.role === "assistant" && (message.source === "generate" || message.model));
	const last = messages.findLastIndex((message) => isObject(message) && message.role === "assistant");
	return messages.slice(0, spoke >= 0 ? spoke : last >= 0 ? last : messages.length).filter(isObject).map(({ role, content, tool_calls, function: name }) => ({
		role,
		content,
		tool_calls,
		name
	}));
}
const epochScores = (epochs, { own }) => epochs.map((epoch) => epoch.invalidation ? NaN : numberOf(ownValue(epoch.scores, own.name, own.scorer ?? own.name)));
/** @param planned epochs that the task has: a mean, or the best, of fewer is of those that happened to come to a score */
function scoreOf$6(values, epochs, { metric, reduce }, planned) {
	const scored = values.filter((value) => Number.isFinite(value)).length;
	if (planned === 1 || values.length === planned && scored === planned) return metric.repeated === true ? meanOfRepeats(values) : reduceScores(values, reduce, whyUnscored$1(epochs));
	return { unscored: `${scored} of ${planned} epochs have a score: ${scored < values.length ? whyUnscored$1(epochs) : "the others are not in the log"}` };
}
/** What each epoch scored, and which gave the same answer, as their scorer or else the model has it. */
function repeatsOf(scored, epochs, planned) {
	const whole = scored.filter(([{ metric }, values]) => metric.repeated === true && values.length === planned && values.every(Number.isFinite));
	const [first] = whole;
	if (first === void 0) return {};
	const [{ own }] = first;
	const answers = epochs.map((epoch) => answerText(epoch, own.name, own.scorer ?? own.name));
	const isKnown = answers.every((answer) => answer !== null);
	return { repeats: {
		scores: Object.fromEntries(whole.map(([{ metric }, values]) => [metric.name, values])),
		...isKnown ? { same_as: answers.map((answer) => answers.indexOf(answer)) } : {}
	} };
}
function answerText({ scores, output }, name, scorer) {
	const score = isObject(scores) ? scores[scorer] ?? scores[name] : void 0;
	if (isObject(score) && typeof score.answer === "string") return score.answer.trim();
	return outputOf$2(output)?.trim() ?? null;
}
function whyUnscored$1(epochs) {
	if (epochs.some(({ invalidation }) => invalidation)) return "invalidated";
	const error = epochs.map((epoch) => epoch.error).find(isObject);
	return error === void 0 ? "not scored" : `error: ${String(error.message).slice(0, 200)}`;
}
/** The answer's text; a message may consist of parts. */
function outputOf$2(output) {
	const choice = isObject(output) && Array.isArray(output.choices) ? output.choices[0] : void 0;
	const content = isObject(choice) && isObject(choice.message) ? choice.message.content : void 0;
	if (typeof content === "string") return content;
	if (!Array.isArray(content)) return void 0;
	return content.flatMap((part) => isObject(part) && typeof part.text === "string" ? part.text : []).join("\n");
}
/** Whether the answer ended because it might be no longer; nothing where the log does not say. */
function truncatedBy(output) {
	const choice = isObject(output) && Array.isArray(output.choices) ? output.choices[0] : void 0;
	const reason = isObject(choice) ? choice.stop_reason : void 0;
	if (typeof reason !== "string" || reason === "unknown") return {};
	return { truncated: reason === "max_tokens" || reason === "model_length" };
}
/** A target may be the letter of a choice. */
function askedIn$2({ input, choices, target }) {
	const list = Array.isArray(choices) ? choices : void 0;
	const letter = typeof target === "string" && /^[A-Z]$/.test(target) ? target.charCodeAt(0) - 65 : -1;
	return askedOf(input, list, list?.[letter] ?? target);
}
function choicesOf$1({ choices }) {
	const count = choicesIn(choices);
	return count === null ? {} : { choices: count };
}
function groupOf({ metadata }, key) {
	const own = isObject(metadata) ? metadata[key] : void 0;
	return own === void 0 ? {} : { group: idFrom(String(own)) };
}
/** Models that a task asks beside its own, such as a grader, without the hosts at which they were asked. */
function rolesOf(roles) {
	if (!isObject(roles)) return roles;
	const roleOf = (role) => isObject(role) ? {
		model: role.model,
		config: withoutNever("inspect_ai", "generation", role.config),
		args: withoutNever("inspect_ai", "model_args", role.args)
	} : role;
	return Object.fromEntries(Object.entries(roles).map(([name, role]) => [name, roleOf(role)]));
}
function fingerprintOf$4({ eval: own, plan, scores, epochs: each }, declared) {
	const generation = {
		...own.model_generate_config,
		...plan?.config
	};
	const { name, samples, sample_ids, shuffled } = own.dataset;
	const { limit, sample_id, epochs, epochs_reducer } = own.config;
	const isMean = declared.every((score) => score.isMean);
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
		generation: brief({
			epochs: isMean && each > 1 ? 1 : epochs,
			epochs_reducer
		}),
		...each > 1 ? { repeats: each } : {},
		scorers: brief(own.scorers ?? scores.map((score) => ({
			name: score.name,
			params: score.params
		}))),
		task_version: own.task_version ?? null,
		limit: limit === void 0 && sample_id === void 0 ? null : brief(limit ?? sample_id ?? null),
		engine: own.model.includes("/") ? own.model.split("/")[0] ?? null : null,
		harness: "inspect_ai",
		...settingsOf("inspect_ai", {
			generation,
			config: own.config,
			model_args: own.model_args,
			eval: {
				...own,
				model_roles: rolesOf(own.model_roles)
			}
		}),
		harness_version: String(own.packages.inspect_ai ?? "unknown"),
		seed: typeof generation.seed === "number" ? generation.seed : null
	};
}

// src/results/formats/junit/junit.ts
const TASK$1 = "junit";
const ROOT = /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>|\s)*<testsuites?[\s/>]/;
const junit = defineFormat({
	name: "JUnit",
	summary: "a report in XML, as pytest --junit-xml and most test runners write it",
	detect: (head) => ROOT.test(head),
	read: async (file) => ({
		file,
		report: await (await import("./results-formats-junit-parse.js")).parseReport(file)
	}),
	toRuns([{ file, report }]) {
		const samples = samplesOf$4(report);
		if (samples.length === 0) throw new WeighbridgeError("data", "there are no test cases", { at: { file } });
		const started = report.suites[0]?.attributes.timestamp;
		return [{
			file,
			task: TASK$1,
			samples,
			fingerprint: { harness: TASK$1 },
			metrics: [meanMetric("pass", "higher_is_better", "rate")],
			model: unidentifiedModel(`${basename(file)}, inputs not recorded`, { file: report.digest }),
			...started === void 0 ? {} : { started }
		}];
	}
});
/**
* Every test once, in the order of the report.
* @throws WeighbridgeError `data` for tests that cannot be told apart, or whose number is not that which the report counts
*/
function samplesOf$4({ suites }) {
	for (const suite of suites) checkCounts$1(suite);
	return [...groupBy(suites.flatMap(({ cases }) => cases), (test) => idFrom(nameOf(test)))].map(([id, cases], index) => {
		const test = theOne(cases);
		const group = idFrom(test.attributes.classname || test.suite);
		const recorded = (part) => RECORDED[part].map((name) => test.properties.get(name)).find((value) => value !== void 0);
		const [prompt, expected, output] = [
			recorded("prompt"),
			recorded("expected"),
			recorded("output")
		];
		return {
			sample: {
				id,
				index,
				input_digest: inputDigest(prompt),
				target_digest: expected === void 0 ? NOT_RECORDED : digest(expected),
				scores: { pass: scoreOf$5(test) },
				group,
				...output === void 0 ? {} : { output },
				...askedOf(prompt, void 0, expected)
			},
			at: test.at
		};
	});
}
/** Names of the properties by which a test says what it asked, as with pytest's `record_property("prompt", …)`. */
const RECORDED = {
	prompt: [
		"prompt",
		"question",
		"input"
	],
	expected: [
		"expected",
		"reference",
		"target"
	],
	output: [
		"output",
		"response",
		"answer"
	]
};
const nameOf = ({ attributes: { classname, name }, suite, at }) => {
	if (name) return [classname || suite, name].filter(Boolean).join("::");
	throw new WeighbridgeError("data", "a test case without a name", { at });
};
/** pytest reports a test twice when it failed and could not be torn down either: with a failure, then with an error. */
function theOne(cases) {
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
	return [WORDS[outcome] ?? outcome, firstLine(message)].filter((part) => part !== "").join(": ");
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

// src/results/formats/lighteval/results.ts
const values$1 = record(string(), unknown());
const schema = object({
	config_general: looseObject({
		model_name: string().nullish(),
		model_config: looseObject({ model_name: string().nullish() }).nullish(),
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
/** @throws WeighbridgeError `data` */
async function readLighteval(file, roots) {
	const { value: results, digest } = await readJsonAs(file, schema, "results of lighteval");
	return {
		file,
		roots,
		results,
		digest
	};
}
/** `all` and the averages are means over tasks, of their standard errors too: no numbers of a task. */
function taskNames({ results: { results } }) {
	return Object.keys(results).filter((task) => task !== "all" && !/[:|]_average([:|]\d+)?$/.test(task));
}
/** Names are written with `|` or with `:`, by place and version. */
const sameName = (name) => name.replaceAll("|", ":");
const lightevalModel = ({ results }) => {
	const { model_name, model_config } = results.config_general;
	return model_name ?? model_config?.model_name ?? "a model without a name";
};
/** The settings of a task, whose name there may lack suite or few-shot count. */
function taskConfig({ results: { config_tasks } }, task) {
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

// src/results/formats/lighteval/details.ts
/** Rows that are in memory at a time; a prompt may be long. */
const BATCH = 500;
const RESULTS = /^results_(.+)\.json$/;
/** When a run began, by the name of its results: ISO 8601, but for the colons that no file of Windows may have. */
function timeOf(resultsFile) {
	return (RESULTS.exec(basename(resultsFile))?.[1] ?? "").replace(/T(\d\d)-(\d\d)-/, "T$1:$2:");
}
/**
* `results/<model>/results_<time>.json` and `details/<model>/<time>/details_<task>_<time>.parquet`, where a model that was
* named by a path has as many folders as that.
*/
const DEPTH = 16;
/**
* Details have the time of their results in their names. They lie in `details/…/<time>` where the results lie in
* `results/…`, or beside them, or elsewhere below what was named: `results_path_template` and people move folders.
* @throws WeighbridgeError `data` where two files say that they are the details of one task
*/
async function detailsOf(resultsFile, roots) {
	const time = RESULTS.exec(basename(resultsFile))?.[1] ?? "";
	if (time === "") return /* @__PURE__ */ new Map();
	const folder = dirname(resultsFile);
	const parts = folder.split(sep);
	const apart = parts.flatMap((part, at) => part === "results" ? join([...parts.with(at, "details"), time].join(sep)) : []);
	const escaped = time.replaceAll(/[.+]/g, "\\$&");
	const names = new RegExp(`^details_(.+)_${escaped}\\.parquet$`);
	for (const place of [
		...apart,
		folder,
		...roots
	]) {
		const depth = roots.includes(place) ? 16 : 0;
		const files = await filesAt(place, {
			depth,
			names
		}, async () => true, [
			place,
			dirname(await realpath(resultsFile)),
			...roots
		]);
		const byTask = groupBy(files, (file) => sameName(names.exec(basename(file))?.[1] ?? ""));
		for (const [task, [file = "", other]] of byTask) {
			if (other === void 0) continue;
			throw new WeighbridgeError("data", `details of ${task} lie here twice:\n  ${file}\n  ${other}`, {
				at: { file: resultsFile },
				fix: "keep one of them"
			});
		}
		if (byTask.size > 0) return new Map([...byTask].map(([task, [file = ""]]) => [task, file]));
	}
	return /* @__PURE__ */ new Map();
}
async function countRows(file) {
	return reading(file, async () => {
		const { asyncBufferFromFile, parquetMetadataAsync } = await import("./..-node_modules-hyparquet-src-node.js-on-need.js");
		const { num_rows: rows } = await parquetMetadataAsync(await asyncBufferFromFile(file));
		return Number(rows);
	});
}
/** @throws WeighbridgeError `data` for a file that is torn, or packed in a way that is not read */
async function* detailRows(file) {
	const total = await countRows(file);
	await reading(file, async () => {
		const { asyncBufferFromFile, parquetMetadataAsync } = await import("./..-node_modules-hyparquet-src-node.js-on-need.js");
		const { checkRuns } = await import("./results-formats-parquet-runs-on-need.js");
		const bytes = await asyncBufferFromFile(file);
		await checkRuns(bytes, await parquetMetadataAsync(bytes), null, Infinity);
	});
	for (let start = 0; start < total; start += BATCH) {
		const rows = await reading(file, async () => {
			const { asyncBufferFromFile, parquetReadObjects } = await import("./..-node_modules-hyparquet-src-node.js-on-need.js");
			return parquetReadObjects({
				file: await asyncBufferFromFile(file),
				rowStart: start,
				rowEnd: Math.min(total, start + BATCH)
			});
		});
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

// src/results/formats/lighteval/lighteval.ts
const lighteval = defineFormat({
	name: "lighteval",
	summary: "results and details (--save-details): the folder given as --output-dir, or one results file",
	detect: (head) => /^\s*\{\s*"config_general"\s*:\s*\{/.test(head),
	locate: {
		depth: 16,
		names: /\.json$/
	},
	directions: commonDirection,
	readsAll: true,
	modelOf: lightevalModel,
	read: readLighteval,
	async toRuns(sources, { directions, each }) {
		const by = sources.map((source) => source.digest).sort();
		const name = `${lightevalModel(sources[0])}, by results of lighteval`;
		const model = unidentifiedModel(name, by.length === 1 ? by[0] : by);
		return (await each(sources, async (source) => {
			const details = await detailsOf(source.file, source.roots);
			return each(taskNames(source), async (task) => ({
				...await taskOf$3(source, task, details, directions),
				model,
				started: timeOf(source.file)
			}));
		})).flat().sort(byTask);
	}
});
/**
* A task: with samples where its details were saved.
* @throws WeighbridgeError `data`
*/
async function taskOf$3(source, task, details, directions) {
	const { file } = source;
	const own = metricsOf$1(source, task, directions);
	const metrics = own.map(({ metric }) => metric);
	const rows = details.get(sameName(task));
	const fingerprint = fingerprintOf$3(source, task, rows !== void 0);
	const common = {
		task: sameName(task),
		metrics,
		fingerprint
	};
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
		return {
			...common,
			file,
			aggregates: withCounts(task, aggregates, metrics, allSums(source))
		};
	}
	const planned = await countRows(rows);
	checkCount(source, task, planned, rows);
	const expected = own.map(({ metric: { name: metric }, value }) => ({
		metric,
		value,
		at: {
			file,
			key: `results.${task}.${metric}`
		}
	}));
	return {
		...common,
		file: rows,
		planned,
		expected,
		samples: () => samplesOf$3(rows, metrics)
	};
}
/** Every number of the file, by which it is told how far all were rounded. */
function allSums({ results }) {
	return Object.values(results.results).flatMap((row) => Object.entries(row).flatMap(([name, value]) => {
		const stderr = row[`${name}_stderr`];
		return typeof value !== "number" || name.endsWith("_stderr") ? [] : [{
			value,
			stderr: typeof stderr === "number" ? stderr : null
		}];
	}));
}
function metricsOf$1(source, task, directions) {
	const { file, results } = source;
	const row = results.results[task] ?? {};
	const config = taskConfig(source, task);
	const said = (name) => {
		const higher = higherIsBetter(config, name);
		if (higher === null) return directions(name);
		return higher ? "higher_is_better" : "lower_is_better";
	};
	return Object.entries(row).flatMap(([name, value]) => {
		if (name.endsWith("_stderr") || typeof value !== "number") return [];
		const metric = commonMetric(name, said);
		if (metric === null) throw noDirection({
			file,
			key: `results.${task}.${name}`
		}, name);
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
function checkCount(source, task, rows, details) {
	const { effective_num_docs: effective } = taskConfig(source, task);
	if (typeof effective !== "number" || effective < 0 || effective === rows) return;
	throw new WeighbridgeError("data", `${task} has ${rows} details, and the run evaluated ${effective}`, {
		at: { file: details },
		fix: `keep the whole details of the run that wrote ${source.file}`
	});
}
async function* samplesOf$3(file, metrics) {
	const scored = metrics.filter(({ kind }) => kind !== "corpus");
	const seen = /* @__PURE__ */ new Map();
	let index = 0;
	for await (const row of detailRows(file)) {
		const doc = isObject(row.doc) ? row.doc : row;
		const asked = doc.query ?? row.full_prompt ?? row.example;
		const question = inputDigest(plain$1([asked ?? null, asked === void 0 ? null : doc.choices]));
		const given = isObject(row.model_response) ? row.model_response.input ?? null : null;
		const id = idFrom(String(doc.id ?? doc.instance_id ?? question));
		const times = (seen.get(id) ?? 0) + 1;
		seen.set(id, times);
		const output = outputOf$1(row);
		yield { sample: {
			id: numberedId(id, times),
			index,
			input_digest: given === null ? question : digest(plain$1([question, given])),
			target_digest: digest(plain$1(doc.gold_index ?? row.gold_index ?? row.gold ?? null)),
			scores: Object.fromEntries(scored.map(({ name }) => [name, scoreOf$4(row.metric ?? row.metrics, name)])),
			...output === void 0 ? {} : { output },
			...answerOf(row, doc.choices),
			...askedIn$1(asked, doc, row)
		} };
		index += 1;
	}
}
/** Golds are positions among the choices; of a free answer the choices are the right ones. */
function askedIn$1(question, doc, row) {
	const list = Array.isArray(doc.choices) ? doc.choices : [];
	const right = [doc.gold_index ?? row.gold_index ?? []].flat().map((gold) => list[Number(gold)] ?? gold);
	return askedOf(plain$1(question ?? null), list.length >= 2 ? list : void 0, right.length > 0 ? right : row.gold);
}
function scoreOf$4(scores, metric) {
	const value = isObject(scores) ? scores[metric] : void 0;
	if (typeof value === "boolean") return Number(value);
	if (typeof value === "bigint") return Number(value);
	return typeof value === "number" && Number.isFinite(value) ? value : { unscored: `${value ?? "no value"}` };
}
/** Of choices that were asked for by their log-likelihoods; in a task of free answers they are the right ones. */
function answerOf({ model_response: response, predictions }, offered) {
	const likelihoods = isObject(response) ? response.logprobs : predictions;
	if (!(Array.isArray(likelihoods) && likelihoods.length === choicesIn(offered)) || likelihoods.some(isText)) return {};
	return {
		choices: keptLikelihoods(likelihoods),
		answer_digest: digest(plain$1(likelihoods))
	};
}
const isText = (value) => typeof value === "string";
function outputOf$1({ model_response: response, predictions }) {
	const texts = isObject(response) ? response.text_post_processed ?? response.text : predictions;
	const first = Array.isArray(texts) ? texts[0] : texts;
	return typeof first === "string" ? first : void 0;
}
/** Parquet has integers that JSON does not. */
function plain$1(value) {
	return JSON.parse(JSON.stringify(value, (_key, each) => typeof each === "bigint" ? Number(each) : each));
}
/**
* What a task's hashes are of (`info_loggers.py`): its questions, the prompts (of 0.13 nothing), the ids of what the model was
* given, and the ids of what it answered, which differ wherever two models do. Ids depend on the tokenizer too, and count
* only where no detail shows the text.
*/
const QUESTIONS = ["hash_examples"];
const PROMPTS = ["hash_full_prompts"];
const GIVEN_IDS = ["hash_input_tokens"];
const hashesOf = (summary, names) => {
	const hashes = isObject(summary) && isObject(summary.hashes) ? summary.hashes : {};
	return names.map((name) => hashes[name]);
};
function fingerprintOf$3(source, task, hasDetails) {
	const { results } = source;
	const config = taskConfig(source, task);
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
			of: hashesOf(own, QUESTIONS)
		}),
		prompt: digest({
			prompt_function,
			of: hashesOf(own, [...PROMPTS, ...hasDetails ? [] : GIVEN_IDS])
		}),
		few_shot: shots === void 0 ? null : Number(shots),
		generation: brief({
			stop_sequence,
			size: config.generation_size,
			samples: config.num_samples
		}),
		task_version: typeof version === "number" || typeof version === "string" ? version : null,
		limit: typeof max === "number" ? max : null,
		harness: "lighteval",
		harness_version: typeof general.lighteval_sha === "string" ? general.lighteval_sha : null,
		...settingsOf("lighteval", {
			model: general.model_config,
			generation: general.model_config?.generation_parameters ?? general.generation_parameters,
			general,
			task: config
		})
	};
}

// src/results/formats/split-table.ts
/** A table as pandas writes it with `orient="split"`, and so `mlflow.log_table`: `{"columns": [...], "data": [[...], ...]}`. */
const splitTable = object({
	columns: array(string()).min(1),
	data: array(array(unknown()))
});
const HEAD$1 = /^\s*\{\s*"columns"\s*:\s*(\[[^\]]*\])\s*,\s*"(?:data|index)"\s*:/;
/** The columns of such a table, by how it begins; null for what is none. */
function splitColumns(head) {
	const [, written] = HEAD$1.exec(head) ?? [];
	if (written === void 0) return null;
	try {
		const columns = array(string()).safeParse(JSON.parse(written));
		return columns.success ? columns.data : null;
	} catch {
		return null;
	}
}
/**
* The rows of such a table, each as what its columns hold.
* @throws WeighbridgeError `data` for what is no such table, two columns of one name, and a row with more or fewer values
*/
async function readSplitTable(file, hash) {
	const parts = [];
	for await (const chunk of utf8Of(file, hash, MAX_FILE_BYTES)) parts.push(chunk);
	const text = new TextDecoder().decode(Buffer.concat(parts));
	const { columns, data } = parseAs(splitTable, parseLenientJson(text, { file }), "a table of pandas", { file });
	const twice = columns.find((name, index) => columns.indexOf(name) !== index);
	if (twice !== void 0) throw new WeighbridgeError("data", `two columns are called ${JSON.stringify(twice)}`, { at: { file } });
	return {
		columns,
		rows: data.map((row, index) => {
			if (row.length !== columns.length) {
				const message = `${row.length} values in a row, and ${columns.length} columns`;
				throw new WeighbridgeError("data", message, { at: {
					file,
					key: `data.${index}`
				} });
			}
			return Object.fromEntries(columns.map((name, at) => [name, row[at]]));
		})
	};
}

// src/results/formats/plain/table.ts
/** How a file begins that is one of Apache Parquet. */
const PARQUET = "PAR1";
/** Whether a file is a plain table, by how it begins. */
async function isTable(head, file) {
	const form = tableFormOf(head);
	return form === "parquet" ? hasRequired(await columnsIn(file)) : form !== null;
}
/** Which of these a table is, by its first line; null for none. Of Parquet the columns are told at the end of the file. */
function tableFormOf(head) {
	if (head.startsWith(PARQUET)) return "parquet";
	const { form, columns } = firstRow(head);
	return hasRequired(columns) ? form : null;
}
/** The columns of any table, by how the file begins; none of what is no table. */
async function columnsIn(file) {
	const head = await headOf(file) ?? "";
	if (!head.startsWith(PARQUET)) return firstRow(head).columns;
	const { parquetColumns } = await import("./results-formats-plain-parquet-table.js");
	return await parquetColumns(file) ?? [];
}
function firstRow(head) {
	const split = splitColumns(head);
	if (split !== null) return {
		form: "split",
		columns: split
	};
	const first = head.trimStart().split("\n", 1)[0]?.trim() ?? "";
	if (!first.startsWith("{")) return {
		form: "csv",
		columns: first.split(",").map((name) => name.trim().replace(/^"(.*)"$/, "$1"))
	};
	try {
		const value = JSON.parse(first.replace(/:\s*(NaN|-?Infinity)\b/g, ":null"));
		return {
			form: "jsonl",
			columns: isObject(value) ? Object.keys(value) : []
		};
	} catch {
		return {
			form: "jsonl",
			columns: []
		};
	}
}
const hasRequired = (columns) => REQUIRED_COLUMNS.every((name) => columns.includes(name));
/**
* The rows in groups, of which each is gone through before the next is asked for.
* @throws WeighbridgeError `data`, while a group is gone through, with file and line
*/
async function* tableRows(file, options = {}) {
	const form = tableFormOf(await headOf(file) ?? "");
	if (form === "csv") return yield* (await import("./results-formats-plain-csv-table.js")).csvRows(file, options);
	if (form === "split") return yield await splitRows(file, options);
	if (form === "parquet") return yield* (await import("./results-formats-plain-parquet-table.js")).rowsOfParquet(file, options);
	for await (const lines of jsonLineGroups(file, options)) yield rowsIn(lines);
}
function* rowsIn(lines) {
	for (const line of lines) yield rowOf(line);
}
function rowOf({ members, at }) {
	checkColumns(Object.keys(members), at);
	return parsePlainRow(members, at);
}
/**
* The rows one after the other. Of lines that are alike only what differs is read.
* @throws WeighbridgeError `data` with file and line
*/
async function visitRows(file, hash, visitor) {
	const form = tableFormOf(await headOf(file) ?? "");
	if (form === "parquet") return (await import("./results-formats-plain-parquet-table.js")).visitParquet(file, hash, visitor);
	if (form !== "jsonl") {
		for await (const rows of tableRows(file, { hash })) for (const row of rows) visitor.row(row);
		return;
	}
	const ending = { isWhole: true };
	const shapes = new LineShapes();
	for await (const lines of rawLineGroups(file, MAX_LINE_BYTES, ended(passingBytesOf(file, hash), ending))) for (const line of lines) {
		const { number, bytes } = line;
		const alike = shapes.find(bytes);
		if (alike !== null) {
			visitor.again({
				like: alike,
				bytes,
				number
			});
			continue;
		}
		const text = textOfLine(line, file);
		if (text.trim() === "") continue;
		const at = {
			file,
			line: number
		};
		const row = rowOf({
			members: parseLine(text, at, ending),
			at
		});
		visitor.row(row);
		shapes.learn(text, row);
	}
}
/** Rows in place of lines: all of it may stand on one. */
async function splitRows(file, { hash, range = {
	first: 1,
	last: Infinity
} }) {
	const { columns, rows } = await readSplitTable(file, hash);
	checkColumns(columns, { file });
	return rows.map((row, index) => ({
		row,
		at: {
			file,
			line: index + 1
		}
	})).filter(({ at: { line } }) => line >= range.first && line <= range.last).map(({ row, at }) => parsePlainRow(row, at));
}

// src/results/formats/mlflow/run.ts
/** Numbers that are not finite are texts in the JSON of protocol buffers. Any other text is none: of an empty one JavaScript would make 0. */
const NOT_FINITE = _enum([
	"NaN",
	"Infinity",
	"-Infinity"
]);
/** Of the answer to `runs/get` only what is read here. */
const runSchema = object({ run: object({
	info: object({
		run_id: string().min(1),
		run_name: string().nullish(),
		status: string().nullish(),
		start_time: number$1().nullish()
	}),
	data: object({
		metrics: array(object({
			key: string(),
			value: union([number(), NOT_FINITE])
		})).default([]),
		tags: array(object({
			key: string(),
			value: string()
		})).default([])
	}).default({
		metrics: [],
		tags: []
	}),
	inputs: object({ dataset_inputs: array(object({ dataset: object({
		name: string(),
		digest: string()
	}) })).default([]) }).nullish()
}) });
/** Null for what is no answer about a run. */
async function readLoggedRun(file) {
	if (!/^\s*\{\s*"run"/.test(await headOf(file) ?? "")) return null;
	return (await readJsonAs(file, runSchema, "a run of MLflow")).value.run;
}
/** Of metrics without a task in their name. */
const NO_TASK = "mlflow";
/** What `weighbridge track` says beside each value. */
const BESIDE$1 = /\/(baseline|delta|delta_low|delta_high)$/;
const STDERR = "/stderr";
/**
* Every metric whose direction is known, by `task/metric`; what training logs besides, such as a learning rate, is left out.
* @throws WeighbridgeError `data` for a run that goes on or failed, and where no metric is known
*/
function tasksOfRun(run, file, directions) {
	const { info, data, inputs } = run;
	checkEnded(run, file);
	const written = new Map(data.metrics.map(({ key, value }) => [key, Number(value)]));
	const isOurs = data.tags.some(({ key }) => key === "weighbridge.verdict");
	const keys = [...written.keys()].filter((key) => !(isOurs && BESIDE$1.test(key)) && !(key.endsWith(STDERR) && written.has(key.slice(0, -7))));
	const measured = keys.flatMap((key) => {
		const { task, name } = partsOf(key);
		const metric = declared(name, directions);
		return metric === null ? [] : [{
			task,
			metric,
			...measuredValue(written, key, metric, {
				file,
				key
			})
		}];
	});
	if (measured.length === 0 && keys[0] !== void 0) throw noDirection({
		file,
		key: keys[0]
	}, partsOf(keys[0]).name);
	const datasets = inputs?.dataset_inputs.map(({ dataset }) => [dataset.name, dataset.digest]).sort() ?? [];
	const started = new Date(info.start_time ?? NaN);
	return [...groupBy(measured, ({ task }) => task)].map(([task, of]) => ({
		file,
		task,
		metrics: of.map(({ metric }) => metric),
		aggregates: withCounts(task, of.map(({ metric: { name: metric }, value, stderr }) => ({
			metric,
			value,
			stderr,
			n: null
		})), of.map(({ metric }) => metric), measured),
		fingerprint: {
			harness: "mlflow",
			...datasets.length === 0 ? {} : { dataset: digest(datasets) }
		},
		...Number.isNaN(started.getTime()) ? {} : { started: started.toISOString() }
	})).sort((a, b) => a.task < b.task ? -1 : 1);
}
/** A run that `weighbridge track` wrote of a blocked checkpoint has failed, and is whole. */
function checkEnded({ info, data }, file) {
	const { status, run_name, run_id, start_time } = info;
	const isOurs = data.tags.some(({ key }) => key === "weighbridge.verdict");
	if (status === "FINISHED" || isOurs && status === "FAILED") return;
	const of = {
		task: NO_TASK,
		model: run_name || run_id,
		started: start_time ? new Date(start_time).toISOString() : null
	};
	throw new UnfinishedRun(of, `the run is ${status ?? "of unknown state"}, not FINISHED`, {
		at: {
			file,
			key: "run.info.status"
		},
		fix: "name a run that ended well"
	});
}
function partsOf(key) {
	const slash = key.lastIndexOf("/");
	return slash <= 0 ? {
		task: NO_TASK,
		name: key
	} : {
		task: key.slice(0, slash),
		name: key.slice(slash + 1)
	};
}
const declared = (name, directions) => Object.hasOwn(METRICS, name) ? declareMetric(name) : commonMetric(name, directions);
/** @throws WeighbridgeError `data` for what is no number of this metric */
function measuredValue(written, key, { range }, at) {
	const value = written.get(key) ?? NaN;
	const stderr = written.get(`${key}${STDERR}`);
	if (!Number.isFinite(value) || !liesIn(range, value)) throw new WeighbridgeError("data", `${key} is ${value}, which is no value of this metric`, {
		at,
		fix: "log a rate as 0 to 1, and only what could be measured"
	});
	return {
		value,
		stderr: stderr === void 0 || !(stderr >= 0 && Number.isFinite(stderr)) ? null : stderr
	};
}

// src/results/formats/mlflow/table.ts
async function readLoggedTable(file) {
	const hash = createHash("sha256");
	return {
		...await readSplitTable(file, hash),
		digest: hash.digest("hex")
	};
}
/** Columns by what they are called: the first of each that is there (mlflow/models/evaluation, and its documentation). */
const IDS = [
	"id",
	"sample_id",
	"doc_id",
	"example_id"
];
const INPUTS = [
	"inputs",
	"input",
	"prompt",
	"question",
	"messages",
	"request"
];
const TARGETS = [
	"targets",
	"target",
	"ground_truth",
	"expected_response",
	"label"
];
const OUTPUTS = [
	"outputs",
	"output",
	"predictions",
	"prediction",
	"response"
];
/** `toxicity/v1/score` is a score of toxicity, and so is `toxicity`; what else is beside it, such as a justification, is none. */
const SCORE$1 = /^(.+?)(?:\/v\d+)?(?:\/score)?$/;
/**
* One task, called as the file; one metric a column whose direction is known.
* @throws WeighbridgeError `data` where nothing tells samples or metrics
*/
function taskOfTable({ columns, rows }, file, directions) {
	const first = (names) => names.find((name) => columns.includes(name)) ?? null;
	const [id, input, target, output] = [
		first(IDS),
		first(INPUTS),
		first(TARGETS),
		first(OUTPUTS)
	];
	const metrics = columns.flatMap((column) => {
		if ([
			id,
			input,
			target,
			output
		].includes(column)) return [];
		const name = SCORE$1.exec(column)?.[1] ?? column;
		const metric = commonMetric(name, directions);
		return metric === null ? [] : [{
			column,
			metric
		}];
	});
	const scored = columns.find((column) => column.endsWith("/score")) ?? columns.at(-1) ?? "";
	if (metrics.length === 0) throw noDirection({ file }, SCORE$1.exec(scored)?.[1] ?? scored);
	if (id === null && input === null) throw new WeighbridgeError("data", "no column tells one sample from another", {
		at: { file },
		fix: `log a column ${IDS[0]}, or what was asked as ${INPUTS[0]}`
	});
	const seen = /* @__PURE__ */ new Map();
	const samples = rows.map((row, index) => {
		const at = {
			file,
			key: `data.${index}`
		};
		const own = idFrom(id === null ? inputDigest(row[input ?? ""]) : idText(row[id], at));
		const number = (seen.get(own) ?? 0) + 1;
		seen.set(own, number);
		if (number > 1 && id !== null) throw new WeighbridgeError("data", `two rows have the ${id} ${JSON.stringify(own)}`, { at });
		const answer = output === null ? void 0 : row[output];
		return {
			at,
			sample: {
				id: numberedId(own, number),
				index,
				input_digest: input === null ? NOT_RECORDED : inputDigest(row[input]),
				target_digest: target === null ? NOT_RECORDED : digest(row[target]),
				scores: Object.fromEntries(metrics.map(({ column, metric }) => [metric.name, scoreOf$3(row[column], metric, {
					...at,
					key: `${at.key}.${column}`
				})])),
				...number > 1 ? { cluster: own } : {},
				...typeof answer === "string" ? { output: answer } : {},
				...input === null ? {} : askedOf(row[input], void 0, target === null ? void 0 : row[target])
			}
		};
	});
	return {
		file,
		task: basename(file).replace(/\.json(\.(gz|zst))?$/, ""),
		samples,
		metrics: metrics.map(({ metric }) => metric),
		fingerprint: { harness: "mlflow" }
	};
}
function idText(value, at) {
	if (typeof value === "string" && value !== "") return value;
	if (Number.isSafeInteger(value)) return String(value);
	throw new WeighbridgeError("data", "an id must be a text or an integer", { at });
}
function scoreOf$3(written, { range, name }, at) {
	if (written === null || written === void 0) return { unscored: "no score in the table" };
	const value = typeof written === "boolean" ? Number(written) : written;
	if (typeof value !== "number") throw new WeighbridgeError("data", `${name} is no number`, { at });
	if (!Number.isFinite(value)) return { unscored: String(value) };
	if (liesIn(range, value)) return value;
	throw new WeighbridgeError("data", `${name} is ${value}, which lies outside ${range.min} to ${range.max}`, { at });
}

// src/results/formats/mlflow/mlflow.ts
const RUN = /^\s*\{\s*"run"\s*:\s*\{\s*"info"\s*:/;
/** What a run of MLflow keeps: a table with a line a sample, or numbers alone. */
const mlflowResults = defineFormat({
	name: "MLflow",
	summary: "a table of a run, as `mlflow.log_table` and `mlflow.evaluate` write it, or the numbers of a run alone",
	detect: (head) => RUN.test(head) || splitColumns(head) !== null && tableFormOf(head) === null,
	locate: {
		depth: 2,
		names: /\.json$/
	},
	directions: commonDirection,
	async read(file) {
		const run = await readLoggedRun(file);
		return run === null ? {
			file,
			table: await readLoggedTable(file)
		} : {
			file,
			run
		};
	},
	toRuns([logged], { directions }) {
		if ("run" in logged) {
			const { run } = logged;
			const { run_id: id, run_name: name } = run.info;
			const model = unidentifiedModel(`${name || id}, by MLflow`, { run: id });
			return tasksOfRun(run, logged.file, directions).map((task) => ({
				...task,
				model
			}));
		}
		const { table, file } = logged;
		return [{
			...taskOfTable(table, file, directions),
			model: unidentifiedModel("a table of MLflow", table.digest)
		}];
	}
});

// src/results/formats/repeats.ts
/**
* The scores of a sample by all answers to it. A metric of which one answer has no score, or that was never given, is unscored:
* the mean of the others would be of answers that happened to come to a score.
* @param answers in the order in which they were given
* @param planned answers to each sample of the task
*/
function scoresOfAnswers(answers, planned) {
	const [first] = answers;
	if (planned === 1 && first !== void 0) return { scores: first.scores };
	const all = Object.keys(first?.scores ?? {}).map((metric) => {
		const own = answers.map(({ scores }) => scores[metric]);
		const values = own.filter((score) => typeof score === "number");
		if (values.length === planned) return {
			metric,
			score: meanOfRepeats(values),
			values
		};
		const why = own.find((score) => score !== void 0 && typeof score !== "number" && isUnscored(score));
		const reason = typeof why === "object" && isUnscored(why) ? why.unscored : "the others are not there";
		return {
			metric,
			score: { unscored: `${values.length} of ${planned} repeats have a score: ${reason}` },
			values: null
		};
	});
	const scores = Object.fromEntries(all.map(({ metric, score }) => [metric, score]));
	const whole = all.flatMap(({ metric, values }) => values === null ? [] : [[metric, values]]);
	if (whole.length === 0) return { scores };
	const said = answers.map((answer) => answer.said);
	return {
		scores,
		repeats: {
			scores: Object.fromEntries(whole),
			...said.includes(null) ? {} : { same_as: said.map((answer) => said.indexOf(answer)) }
		}
	};
}

// src/results/formats/nemo/files.ts
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
/** @throws WeighbridgeError `data` naming the file and the key */
async function readBundle(file, roots) {
	const { value: content, digest } = await readJsonAs(file, bundleSchema, "a bundle of NeMo Evaluator");
	return {
		file,
		roots,
		content,
		digest
	};
}
const rowSchema = object({
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
async function* bundleRows({ file, roots }) {
	const folder = dirname(file);
	const results = await companionFile(folder, join(folder, "results.jsonl"), {
		beside: file,
		roots
	});
	if (results === null) throw new WeighbridgeError("data", "there is no results.jsonl beside this bundle", {
		at: { file },
		fix: "keep results.jsonl beside it: without samples nothing can be paired"
	});
	for await (const { members, at } of jsonLines(results)) yield {
		row: parseAs(rowSchema, members, "a result of NeMo Evaluator", at),
		at
	};
}

// src/results/formats/nemo/nemo.ts
const HEAD = /^\s*\{\s*"run_id"\s*:\s*"eval-[^"]*"\s*,\s*"config_hash"\s*:/;
const nemo = defineFormat({
	name: "NeMo Evaluator",
	summary: "bundles of `nel`, each with its results.jsonl: one eval-….json, or a folder of benchmarks",
	detect: (head) => HEAD.test(head),
	locate: {
		depth: 2,
		names: /\.json$/
	},
	readsAll: true,
	modelOf: ({ content }) => String(content.config.model ?? "a model without a name"),
	read: readBundle,
	async toRuns(bundles, { each }) {
		checkFolders(bundles);
		const name = String(bundles[0].content.config.model ?? "a model without a name");
		const by = {
			model: name,
			files: bundles.map((bundle) => bundle.digest).sort()
		};
		const model = unidentifiedModel(`${name}, by NeMo Evaluator`, by);
		return each(bundles, async (bundle) => {
			const counted = await tally(bundle);
			const { benchmark, config, timestamp } = bundle.content;
			return {
				file: bundle.file,
				task: benchmark.name,
				model,
				planned: counted.problems.size,
				metrics: [counted.repeats > 1 ? {
					...REWARD,
					repeated: true
				} : REWARD],
				fingerprint: fingerprintOf$2(bundle, counted.repeats),
				samples: () => samplesOf$2(bundle, counted),
				...typeof config.seed === "number" ? { seed: config.seed } : {},
				...timestamp ? { started: timestamp } : {}
			};
		});
	}
});
/** @throws WeighbridgeError `data` where the results of one bundle were replaced by those of a later one */
function checkFolders(bundles) {
	for (const [folder, own] of groupBy(bundles, ({ file }) => dirname(file))) {
		if (own.length === 1) continue;
		const list = own.map(({ file }) => `\n  ${file}`).join("");
		const message = `${own.length} runs in one folder share one results.jsonl:${list}`;
		throw new WeighbridgeError("data", message, {
			at: { file: folder },
			fix: "keep every run in a folder of its own: the later one has replaced results.jsonl"
		});
	}
}
function fingerprintOf$2({ content: { config, sdk_version } }, answers) {
	const { temperature, max_tokens, top_p, repeats, system_prompt, shuffle_seed, problem_range } = config;
	const known = (value) => typeof value === "number" || typeof value === "string" ? value : null;
	return {
		prompt: digest({ system_prompt }),
		generation: brief({
			temperature,
			max_tokens,
			top_p,
			repeats: answers > 1 ? 1 : repeats
		}),
		...answers > 1 ? { repeats: answers } : {},
		dataset: brief({
			shuffle_seed,
			problem_range
		}),
		limit: known(config.max_problems),
		harness: "nemo-evaluator",
		harness_version: sdk_version ?? null,
		seed: known(config.seed)
	};
}
const METRIC = "reward";
const REWARD = meanMetric(METRIC, "higher_is_better", "rate");
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
async function tally(bundle) {
	const { benchmark, config, n_results } = bundle.content;
	const problems = /* @__PURE__ */ new Map();
	let rows = 0;
	let inputs = true;
	for await (const { row, at } of bundleRows(bundle)) {
		const { problem_idx: problem, repeat, reward } = row;
		const own = problems.get(problem) ?? [];
		if (own.some((other) => other.repeat === repeat)) throw new WeighbridgeError("data", `problem ${problem} has two results of repeat ${repeat}`, { at });
		rows += 1;
		inputs &&= row.prompt !== void 0 && row.prompt !== null;
		const answer = row.model_response ?? null;
		const said = answer === null ? null : digest(answer.trim());
		own.push({
			repeat,
			reward: reward ?? NaN,
			score: scoreOf$2(row),
			said
		});
		problems.set(problem, own);
	}
	const at = { file: bundle.file };
	if (rows !== n_results || problems.size !== benchmark.samples || rows === 0) {
		const message = `${`${rows} results of ${problems.size} problems`} are here, and the bundle counts ${n_results} of ${benchmark.samples}`;
		throw new WeighbridgeError("data", message, {
			at,
			fix: "keep the whole results.jsonl of the run"
		});
	}
	const mean = average([...problems.values()].map((own) => average(own.map(({ reward }) => reward))));
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
	let repeats = typeof config.repeats === "number" ? config.repeats : 0;
	for (const { length } of problems.values()) repeats = Math.max(repeats, length);
	return {
		problems,
		repeats,
		inputs
	};
}
const average = (values) => values.reduce((total, value) => total + value, 0) / values.length;
/** @throws WeighbridgeError `data` for a reward outside of 0 to 1 */
async function* samplesOf$2(bundle, { problems, repeats }) {
	const seen = /* @__PURE__ */ new Set();
	for await (const { row, at } of bundleRows(bundle)) {
		if (seen.has(row.problem_idx)) continue;
		const index = seen.size;
		seen.add(row.problem_idx);
		const answers = (problems.get(row.problem_idx) ?? []).toSorted((a, b) => a.repeat - b.repeat);
		const category = row.metadata?.category;
		yield {
			sample: {
				id: `${row.problem_idx}`,
				index,
				input_digest: inputDigest(row.prompt),
				target_digest: row.expected_answer === void 0 ? NOT_RECORDED : digest(row.expected_answer),
				...scoresOfAnswers(answers.map(({ score, said }) => ({
					scores: { [METRIC]: score },
					said
				})), repeats),
				...typeof category === "string" && category !== "" ? { group: idFrom(category) } : {},
				...typeof row.model_response === "string" ? { output: row.model_response } : {},
				...askedOf(row.prompt, void 0, row.expected_answer)
			},
			at
		};
	}
}
function scoreOf$2({ reward, scoring_details }) {
	const { method, error, judge } = scoring_details ?? {};
	if (NOT_JUDGED.includes(method)) return { unscored: reason(String(method), error) };
	if (isObject(judge) && judge.error) return { unscored: reason("judge", judge.error) };
	if (reward === null || reward === void 0) return { unscored: "no reward in the file" };
	return Number.isFinite(reward) ? reward : { unscored: String(reward) };
}
const reason = (what, error) => typeof error === "string" ? `${what}: ${firstLine(error)}` : what;

// src/results/formats/not-read.ts
/** Files that are no results of any form, by their first bytes. */
const BINARY = [
	{
		begins: [
			"ARRO",
			"FEA1",
			"ÿÿÿÿ"
		],
		message: "a table of Apache Arrow, which this version does not read",
		fix: "write it as Parquet: pandas has `read_feather` and `to_parquet`, and a Dataset has `to_parquet` too"
	},
	{
		begins: ["PK"],
		message: "a ZIP file, as Excel writes them, which this version does not read",
		fix: "save the sheet as CSV, or unpack it, and name what is in it"
	},
	{
		begins: [
			"",
			"",
			"",
			""
		],
		message: "a pickle of Python, which may run code and is never read",
		fix: "write it as Parquet or JSONL: pandas has `read_pickle`, `to_parquet` and `to_json(orient=\"records\", lines=True)`"
	},
	{
		begins: ["SQLi"],
		message: "a database of SQLite, which this version does not read",
		fix: "export the table: sqlite3 -header -csv FILE \"select …\" > results.csv"
	}
];
const LFS_POINTER = {
	begins: ["version https://git-lfs"],
	message: "a pointer of Git LFS, in place of the file",
	fix: "run `git lfs pull`, or give actions/checkout `lfs: true`"
};
const EMPTY = {
	message: "the file is empty",
	fix: "make it again, and see whether what writes it failed"
};
const LINES = "write each object on a line of its own: jq -c \".[]\" FILE > results.jsonl, or pandas’ `to_json(orient=\"records\", lines=True)`";
const SEPARATORS = /* @__PURE__ */ new Map([[";", "semicolons"], ["	", "tabs"]]);
/** What a file is that no format knows, where that can be told, with what to do about it. Null for any other, and a folder. */
async function notRead(file) {
	const head = await headOf(file);
	if (head === null) return null;
	const magic = magicOf(file).toString("latin1");
	const start = head.trimStart();
	const isOne = (text, { begins }) => begins.some((each) => text.startsWith(each));
	const found = BINARY.find((row) => isOne(magic, row)) ?? (isOne(start, LFS_POINTER) ? LFS_POINTER : start === "" ? EMPTY : listOfRows(start) ?? separated(start));
	return found && new WeighbridgeError("data", found.message, {
		at: { file },
		fix: found.fix
	});
}
/** Two columns of results make a table one of results. */
const isOfResults = (columns) => REQUIRED_COLUMNS.filter((name) => columns.some((column) => column === name || columnMeant(column) === name)).length >= 2;
function listOfRows(start) {
	const [, first] = /^\[\s*\{([^{}]*)\}/.exec(start) ?? [];
	if (first === void 0) return null;
	const keys = [...first.matchAll(/"([^"\\]*)"\s*:/g)].map((match) => match[1] ?? "");
	return isOfResults(keys) ? {
		message: "the rows of results stand in one JSON list",
		fix: LINES
	} : null;
}
function separated(start) {
	const header = start.split(/\r?\n/, 1)[0] ?? "";
	for (const [separator, name] of SEPARATORS) {
		const columns = header.split(separator).map((column) => column.trim().replace(/^"(.*)"$/, "$1"));
		if (!isOfResults(columns)) continue;
		return {
			message: `its columns are separated by ${name}`,
			fix: "write it with commas, and numbers with a decimal point: pandas has `to_csv(FILE, index=False)`"
		};
	}
	return null;
}

// src/results/formats/openai-evals/events.ts
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
/** @throws WeighbridgeError `data` with file and line, also for a run that did not reach its end */
async function readRunLog(file) {
	const hash = createHash("sha256");
	const samples = /* @__PURE__ */ new Map();
	let spec = null;
	let report = null;
	let reportAt = { file };
	for await (const { members, at } of jsonLines(file, { hash })) if (Object.hasOwn(members, "spec")) {
		if (spec !== null) throw manyRuns(at);
		spec = parseAs(specSchema, members.spec, "a run of OpenAI evals", {
			...at,
			key: "spec"
		});
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
		asked: void 0,
		reference: {},
		matches: [],
		metrics: []
	};
	samples.set(id, sample);
	if (type === "sampling" && sample.input === "not recorded") {
		sample.input = inputDigest(data.prompt);
		sample.asked = askedOf(data.prompt).asked;
		sample.output ??= textOf(data.sampled);
	} else if (type === "match") {
		if (sample.target === "not recorded" && data.expected !== void 0) {
			sample.target = digest(data.expected);
			sample.reference = referenceOf(data.expected);
		}
		sample.output ??= textOf(data.sampled);
		sample.matches.push(data.correct);
	} else if (type === "metrics") sample.metrics.push(data);
	else if (type === "error") sample.error ??= textOf(data.message) ?? "no message";
}
function textOf(value) {
	const text = Array.isArray(value) ? value[0] : value;
	return typeof text === "string" ? text : void 0;
}

// src/results/formats/openai-evals/openai-evals.ts
const SPEC_KEYS = [
	"\"spec\"",
	"\"completion_fns\"",
	"\"eval_name\"",
	"\"run_id\""
];
const openaiEvals = defineFormat({
	name: "OpenAI evals",
	summary: "the .jsonl that `oaieval --record_path` writes",
	detect(head) {
		const [first = ""] = head.split("\n", 1);
		return /^\s*\{\s*"spec"/.test(first) && SPEC_KEYS.every((key) => first.includes(key));
	},
	read: async (file) => ({
		file,
		...await readRunLog(file)
	}),
	toRuns([log]) {
		const { file, spec, report, reportAt } = log;
		const metrics = metricsOf(log);
		const [model = ""] = spec.completion_fns;
		const expected = metrics.flatMap(({ name: metric }) => {
			const own = Object.hasOwn(report, metric) ? report[metric] : void 0;
			const value = own === null ? NaN : own;
			return typeof value === "number" ? [{
				metric,
				value,
				at: {
					...reportAt,
					key: metric
				}
			}] : [];
		});
		return [{
			file,
			task: spec.eval_name,
			metrics,
			samples: samplesOf$1(log, metrics),
			expected,
			fingerprint: fingerprintOf$1(spec),
			model: unidentifiedModel(`${model}, by OpenAI evals`, {
				model,
				file: log.digest
			}),
			seed: spec.run_config?.seed ?? 0,
			...spec.created_at ? { started: spec.created_at } : {}
		}];
	}
});
/** The second completion function of a model-graded eval is its grader. */
function fingerprintOf$1({ eval_name, completion_fns, run_config }) {
	const { cls, args } = run_config?.eval_spec ?? {};
	return {
		harness: "openai-evals",
		task_version: eval_name,
		scorers: brief({
			cls,
			args,
			graders: completion_fns.slice(1)
		}),
		limit: run_config?.max_samples ?? null,
		seed: run_config?.seed ?? null
	};
}
/**
* Metrics whose direction the program's documentation tells; a file does not. The score of model-graded evals is what the
* grader's specification gives for a choice, more for a better one (evals/docs/eval-templates.md).
*/
const KNOWN = [
	meanMetric("accuracy", "higher_is_better", "rate"),
	meanMetric("f1_score", "higher_is_better", "rate"),
	meanMetric("metascore", "higher_is_better", "rate"),
	meanMetric("score", "higher_is_better", "number"),
	meanMetric("sacrebleu_sentence_score", "higher_is_better", "number")
];
/** @throws WeighbridgeError `data` when no metric of the run is known */
function metricsOf({ spec, samples, reportAt }) {
	const recorded = [...samples.values()];
	const names = new Set(recorded.flatMap(({ metrics }) => metrics.flatMap((each) => Object.keys(each))));
	if (recorded.some(({ matches }) => matches.length > 0)) names.add("accuracy");
	const known = KNOWN.filter(({ name }) => names.has(name));
	if (known.length > 0) return known;
	const written = names.size === 0 ? "it scored nothing" : `it has ${[...names].sort().join(", ")}`;
	throw new WeighbridgeError("data", `${spec.eval_name}: nobody says which way its metrics are better (${written})`, {
		at: reportAt,
		fix: `known are ${KNOWN.map(({ name }) => name).join(", ")}; write others as a plain table`
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
			id: numberedId(id, index + 1),
			cluster: turns.length > 1 ? { cluster: id } : {}
		}));
	}).map(({ recorded, turn, id, cluster }, index) => {
		const { at, input, target, output, asked, reference } = recorded;
		const scores = metrics.map((metric) => [metric.name, scoreOf$1(metric, turn, recorded)]);
		return {
			sample: {
				id,
				index,
				input_digest: input,
				target_digest: target,
				scores: Object.fromEntries(scores),
				...cluster,
				...output === void 0 ? {} : { output },
				...asked === void 0 ? {} : { asked: {
					...asked,
					...reference
				} }
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
function scoreOf$1({ name, range }, turn, { error, at }) {
	const written = Object.hasOwn(turn.metrics, name) ? turn.metrics[name] : name === "accuracy" ? turn.match : void 0;
	if (written === void 0 || written === null) return { unscored: error === void 0 ? "no score was recorded" : errorReason(error) };
	const value = typeof written === "boolean" ? Number(written) : written;
	if (typeof value !== "number") throw new WeighbridgeError("data", `${name} is no number`, { at });
	if (!Number.isFinite(value)) return { unscored: String(value) };
	if (liesIn(range, value)) return value;
	throw new WeighbridgeError("data", `${name} is ${value}, which lies outside ${range.min} to ${range.max}`, { at });
}

// src/results/formats/opencompass/files.ts
/** A work directory of the program has these, whatever their names inside. */
const BESIDE = [
	"configs",
	"predictions",
	"summary",
	"logs"
];
/** Folders of models in `<work>`, in a folder of work directories, or the one that is named as `<work>/results/<model>`. */
async function modelsUnder(path, roots) {
	if (basename(dirname(path)) === "results" && await isWork(dirname(dirname(path)), roots)) return (await datasetsIn(path)).length > 0 ? [path] : [];
	const works = await isWork(path, roots) ? [path] : (await foldersIn(path, roots)).map((name) => join(path, name));
	const found = [];
	for (const work of works) {
		if (!await isWork(work, roots)) continue;
		for (const model of await foldersIn(join(work, "results"), roots)) {
			const folder = join(work, "results", model);
			if ((await datasetsIn(folder)).length > 0) found.push(folder);
		}
	}
	return found;
}
async function isWork(path, roots) {
	const folders = await foldersIn(path, roots);
	return folders.includes("results") && BESIDE.some((name) => folders.includes(name));
}
async function datasetsIn(folder) {
	return (await namesIn(folder)).filter((file) => file.endsWith(".json")).sort().map((file) => file.slice(0, -5));
}
async function readModel(folder, roots) {
	const [datasets, versions] = [await datasetsIn(folder), await versionsOf(workOf(folder), roots)];
	return {
		folder,
		roots,
		model: basename(folder),
		datasets,
		versions
	};
}
const workOf = (folder) => dirname(dirname(folder));
/** @throws WeighbridgeError `data` for a dataset that failed */
async function readDataset({ folder, roots, model }, name) {
	const file = join(folder, `${name}.json`);
	const read = await readOwn(folder, file, roots);
	if (!isObject(read.value)) throw new WeighbridgeError("data", "not results of OpenCompass", { at: { file } });
	if (read.value.error !== void 0) throw new WeighbridgeError("data", `the evaluation failed: ${String(read.value.error).slice(0, 200)}`, {
		at: { file },
		fix: "evaluate again"
	});
	const predictions = await predictionsOf(join(workOf(folder), "predictions", model), name, roots);
	return {
		name,
		file,
		results: read.value,
		predictions,
		digest: digest([read.digest, predictions?.size])
	};
}
/** What a listed file holds. @throws WeighbridgeError `data` also for a link that leads out of its folder */
async function readOwn(folder, file, roots) {
	if (await companionFile(folder, file, { roots }) !== null) return readJson(file);
	throw new WeighbridgeError("data", "no such file", { at: { file } });
}
/** `<dataset>.json`, or `<dataset>_0.json`, `<dataset>_1.json` and so on, whose questions are counted on. */
async function predictionsOf(folder, name, roots) {
	const files = await namesIn(folder);
	const parts = files.includes(`${name}.json`) ? [`${name}.json`] : Array.from({ length: files.length }, (_, part) => `${name}_${part}.json`).filter((file) => files.includes(file));
	if (parts.length === 0) return null;
	const predictions = /* @__PURE__ */ new Map();
	for (const part of parts) {
		const { value } = await readOwn(folder, join(folder, part), roots);
		for (const row of isObject(value) ? Object.values(value) : []) if (isObject(row)) predictions.set(String(predictions.size), row);
	}
	return predictions;
}
/** A dataset's version, which is the beginning of a hash of its prompt, from the summary. */
async function versionsOf(work, roots) {
	const folder = join(work, "summary");
	const files = (await namesIn(folder)).filter((file) => /^summary_.+\.csv$/.test(file)).sort();
	const versions = /* @__PURE__ */ new Map();
	const newest = await companionFile(folder, join(folder, files.at(-1) ?? ""), { roots });
	if (newest === null) return versions;
	const { parse } = await import("./..-node_modules-csv-parse-lib-sync.js-on-need.js");
	const rows = parse((await readText(newest)).text, {
		columns: true,
		relax_column_count: true,
		skip_empty_lines: true
	});
	for (const { dataset, version } of rows) if (dataset !== void 0 && version !== void 0 && version !== "-") versions.set(dataset, version);
	return versions;
}

// src/results/formats/opencompass/opencompass.ts
const opencompass = defineFormat({
	name: "OpenCompass",
	summary: "a work directory (outputs/default/<time>) of one model, or the folder of a model in its results",
	locate: modelsUnder,
	directions: commonDirection,
	read: readModel,
	async toRuns([results], { directions, each }) {
		const datasets = await each(results.datasets, (name) => readDataset(results, name));
		const by = digest(datasets.map((dataset) => dataset.digest));
		const model = unidentifiedModel(`${results.model}, by results of OpenCompass`, by);
		return each(datasets, (dataset) => ({
			...taskOf$2(dataset, directions),
			model,
			fingerprint: {
				task_version: results.versions.get(dataset.name) ?? null,
				harness: "opencompass"
			}
		}));
	}
});
/** The one metric that details say of a question: right or wrong. */
const ACCURACY = "accuracy";
/** Values are per cent, some of them rounded to two decimals. */
const ROUNDING = 5e-5;
/**
* A dataset as a run: with samples where the program kept what it found of each question, which it does for accuracy.
* @throws WeighbridgeError `data`
*/
function taskOf$2({ name, file, results, predictions }, directions) {
	const own = Object.entries(results).flatMap(([metric, value]) => typeof value === "number" && Number.isFinite(value) ? [{
		metric,
		value
	}] : []);
	if (own.length === 0) throw new WeighbridgeError("data", `${name} has no number`, {
		at: { file },
		fix: "evaluate again"
	});
	const accuracy = own.find(({ metric }) => metric === ACCURACY);
	const verdicts = accuracy === void 0 ? null : verdictsOf(results.details);
	if (accuracy === void 0 || verdicts === null) return {
		file,
		task: name,
		metrics: own.map(({ metric }) => percent(file, metric, directions)),
		aggregates: own.map((each) => ({
			...each,
			stderr: null,
			n: predictions?.size || null
		}))
	};
	const metrics = [meanMetric(ACCURACY, "higher_is_better", "rate")];
	const samples = verdicts.map(({ id, right, detail }, index) => {
		const asked = predictions?.get(id);
		const { origin_prediction: tried } = detail;
		const prompt = asked?.origin_prompt ?? detail.prompt ?? (isObject(tried) ? tried.origin_prompt : void 0);
		const expected = asked?.gold ?? detail.references ?? detail.answer ?? null;
		const choices = labelsIn(tried);
		const output = [
			detail.pred,
			detail.predictions,
			asked?.prediction
		].find((each) => typeof each === "string");
		return {
			sample: {
				id,
				index,
				input_digest: inputDigest(prompt),
				target_digest: digest(expected),
				scores: { [ACCURACY]: right === null ? { unscored: "neither right nor wrong" } : Number(right) },
				...typeof output === "string" ? { output } : {},
				...choices.length < 2 ? {} : { choices: choices.length },
				...askedOf(prompt, choices, expected)
			},
			at: {
				file,
				key: `details.${id}`
			}
		};
	});
	if (predictions !== null && predictions.size !== samples.length) {
		const message = `${name} has ${samples.length} details, and ${predictions.size} predictions`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			fix: "keep the whole work directory"
		});
	}
	const at = {
		file,
		key: ACCURACY
	};
	return {
		file,
		task: name,
		metrics,
		samples,
		expected: [{
			metric: ACCURACY,
			value: accuracy.value / 100,
			rounding: ROUNDING,
			at
		}]
	};
}
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
	throw noDirection({
		file,
		key: metric
	}, metric);
}
/** Of choices that were told by their perplexities the labels: each has the text that was weighed. */
const labelsIn = (tried) => Object.entries(isObject(tried) ? tried : {}).flatMap(([label, each]) => isObject(each) && typeof each.PPL === "number" ? [label] : []);
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

// src/results/formats/parquet.ts
const isOfParts = (score) => typeof score === "object" && "parts" in score;
/** Columns as a plain table has them, and what such a table has no place for. */
const COLUMNS = {
	task: {
		type: "STRING",
		of: (_row, task) => task
	},
	id: {
		type: "STRING",
		of: ({ sample }) => sample.id
	},
	index: {
		type: "INT32",
		of: ({ sample }) => sample.index
	},
	filter: {
		type: "STRING",
		of: ({ sample }) => sample.filter
	},
	group: {
		type: "STRING",
		of: ({ sample }) => sample.group
	},
	cluster: {
		type: "STRING",
		of: ({ sample }) => sample.cluster
	},
	weight: {
		type: "DOUBLE",
		of: ({ sample }) => sample.weight
	},
	metric: {
		type: "STRING",
		of: ({ metric }) => metric.name
	},
	direction: {
		type: "STRING",
		of: ({ metric }) => metric.direction
	},
	unit: {
		type: "STRING",
		of: ({ metric }) => metric.unit
	},
	score: {
		type: "DOUBLE",
		of: ({ score }) => typeof score === "number" ? score : null
	},
	numerator: {
		type: "DOUBLE",
		of: ({ score }) => isRatio(score) ? score.numerator : null
	},
	denominator: {
		type: "DOUBLE",
		of: ({ score }) => isRatio(score) ? score.denominator : null
	},
	parts: {
		type: "STRING",
		of: ({ score }) => isOfParts(score) ? JSON.stringify(score.parts) : null
	},
	unscored: {
		type: "STRING",
		of: ({ score }) => isUnscored(score) ? score.unscored : null
	},
	input_digest: {
		type: "STRING",
		of: ({ sample }) => sample.input_digest
	},
	target_digest: {
		type: "STRING",
		of: ({ sample }) => sample.target_digest
	},
	question: {
		type: "STRING",
		of: ({ sample }) => sample.asked?.question
	},
	reference: {
		type: "STRING",
		of: ({ sample }) => sample.asked?.reference
	},
	output: {
		type: "STRING",
		of: ({ sample }) => sample.output
	}
};
/** For databases: a row a sample and metric, and the run's record in the metadata of the file. */
const parquetExporter = {
	summary: "Parquet: a table a task, a row a sample and metric, for DuckDB, pandas and their like",
	async write({ record, samples }, folder) {
		const { task, metrics } = record;
		const rows = samples.flatMap((sample) => metrics.flatMap((metric) => {
			const score = sample.scores[metric.name];
			return score === void 0 ? [] : [{
				sample,
				metric,
				score
			}];
		}));
		if (rows.length === 0) throw new WeighbridgeError("data", `${task} has no samples to export`, { fix: "evaluate it with its samples: of sums alone there is no table" });
		const { parquetWriteBuffer } = await import("./npm-hyparquet-writer-node.js");
		const file = join(folder, `${taskFolder(task)}.parquet`);
		const content = parquetWriteBuffer({
			columnData: Object.entries(COLUMNS).map(([name, { type, of }]) => ({
				name,
				type,
				nullable: true,
				data: rows.map((row) => of(row, task) ?? null)
			})),
			kvMetadata: [{
				key: "weighbridge",
				value: JSON.stringify(record)
			}]
		});
		await onDisk(folder, async () => {
			await makeDirectory(folder);
			await writeAtomically(file, Buffer$1.from(content));
		});
		return [file];
	}
};

// src/results/store/columns.ts
/** Rows that are allocated at once: a task of a few samples takes little, and a column that grows is never copied. */
const CHUNK = 512;
/** Numbers by row, NaN where none was set. */
var NumberColumn = class {
	#chunks = [];
	get isEmpty() {
		return this.#chunks.length === 0;
	}
	set(row, value) {
		const chunk = Math.floor(row / CHUNK);
		while (this.#chunks.length <= chunk) this.#chunks.push(new Cells(CHUNK));
		this.#chunks[chunk]?.set(row % CHUNK, value);
	}
	get(row) {
		return this.#chunks[Math.floor(row / CHUNK)]?.get(row % CHUNK) ?? NaN;
	}
};
/** Counts from 1 by row, 0 where none was set. */
var CountColumn = class {
	#chunks = [];
	set(row, value) {
		const chunk = Math.floor(row / CHUNK);
		while (this.#chunks.length <= chunk) this.#chunks.push(new Uint32Array(CHUNK));
		const values = this.#chunks[chunk];
		if (values !== void 0) values[row % CHUNK] = value;
	}
	get(row) {
		return this.#chunks[Math.floor(row / CHUNK)]?.[row % CHUNK] ?? 0;
	}
};
/** Texts by row of which many are the same, each held once. */
var NameColumn = class {
	#chunks = [];
	#names = [void 0];
	#known = /* @__PURE__ */ new Map();
	get isEmpty() {
		return this.#chunks.length === 0;
	}
	set(row, name) {
		const code = this.#known.get(name) ?? this.#names.push(name) - 1;
		this.#known.set(name, code);
		const chunk = Math.floor(row / CHUNK);
		while (this.#chunks.length <= chunk) this.#chunks.push(new Int32Array(CHUNK));
		const codes = this.#chunks[chunk];
		if (codes !== void 0) codes[row % CHUNK] = code;
	}
	get(row) {
		return this.#names[this.#chunks[Math.floor(row / CHUNK)]?.[row % CHUNK] ?? 0];
	}
};
/** Short texts by row of which many are the same: each is held once as bytes, and a number from 1 stands for it; 0 where none was set. */
var CodedColumn = class {
	#codes = new CountColumn();
	#texts = new KeyTable();
	/** Of all texts, each counted once. */
	bytes = 0;
	/** How many different texts there are. */
	get distinct() {
		return this.#texts.length;
	}
	get isEmpty() {
		return this.#texts.length === 0;
	}
	/** The number that stands for a text. */
	claim(text) {
		const before = this.#texts.length;
		const code = this.#texts.claim(text) + 1;
		if (code > before) this.bytes += text.length;
		return code;
	}
	/** The same of bytes, each of which must be ASCII. */
	claimBytes(bytes, start, end) {
		const before = this.#texts.length;
		const code = this.#texts.claimBytes(bytes, start, end) + 1;
		if (code > before) this.bytes += end - start;
		return code;
	}
	set(row, code) {
		if (code > 0) this.#codes.set(row, code);
	}
	codeAt(row) {
		return this.#codes.get(row);
	}
	/** @param code not 0 */
	textOf(code) {
		return this.#texts.at(code - 1);
	}
	/** Forgets how texts are found, once all are there. */
	release() {
		this.#texts.release();
	}
};
/** Short lists of numbers by row: in one column as long as they are of one length, and others one after the other in another. */
var ListColumn = class {
	/** Of the first list. */
	#length = 0;
	#alike = new NumberColumn();
	#starts = new NumberColumn();
	#lengths = new NumberColumn();
	#values = new NumberColumn();
	#used = 0;
	get isEmpty() {
		return this.#alike.isEmpty && this.#starts.isEmpty;
	}
	set(row, list) {
		if (this.isEmpty) this.#length = list.length;
		if (list.length === this.#length && list.length > 0 && !Number.isNaN(list[0])) {
			for (let index = 0; index < list.length; index += 1) this.#alike.set(row * this.#length + index, list[index]);
			return;
		}
		this.#starts.set(row, this.#used);
		this.#lengths.set(row, list.length);
		for (const value of list) {
			this.#values.set(this.#used, value);
			this.#used += 1;
		}
	}
	get(row) {
		const first = this.#alike.get(row * this.#length);
		if (!Number.isNaN(first) && this.#length > 0) {
			const list = [first];
			for (let index = 1; index < this.#length; index += 1) list.push(this.#alike.get(row * this.#length + index));
			return list;
		}
		const start = this.#starts.get(row);
		if (Number.isNaN(start)) return void 0;
		const list = [];
		const end = start + this.#lengths.get(row);
		for (let place = start; place < end; place += 1) list.push(this.#values.get(place));
		return list;
	}
};
const HASH_BYTES = 32;
/** Whether a text is of the digits of hashes from there on. */
function isHex(text, start) {
	for (let index = start; index < text.length; index += 1) {
		const unit = text.charCodeAt(index);
		if (!(unit >= 48 && unit <= 57 || unit >= 97 && unit <= 102)) return false;
	}
	return true;
}
/** Texts by row that mostly end in a SHA-256 and begin like others: these take 36 bytes, and no place on the heap. */
var HashColumn = class {
	#chunks = [];
	#beginnings = new NameColumn();
	#others = [];
	#lastOther = "";
	get isEmpty() {
		return this.#beginnings.isEmpty && this.#others.length === 0;
	}
	set(row, text) {
		const start = text.length - 64;
		if (start < 0 || !isHex(text, start)) {
			if (text !== this.#lastOther) this.#lastOther = text;
			this.#others[row] = this.#lastOther;
			return;
		}
		const chunk = Math.floor(row / CHUNK);
		while (this.#chunks.length <= chunk) this.#chunks.push(Buffer.alloc(CHUNK * HASH_BYTES));
		this.#chunks[chunk]?.write(text.slice(start), row % CHUNK * HASH_BYTES, "hex");
		this.#beginnings.set(row, text.slice(0, start));
	}
	get(row) {
		const beginning = this.#beginnings.get(row);
		if (beginning === void 0) return this.#others[row] ?? "";
		const start = row % CHUNK * HASH_BYTES;
		return beginning + (this.#chunks[Math.floor(row / CHUNK)]?.toString("hex", start, start + HASH_BYTES) ?? "");
	}
};

// src/results/store/score-column.ts
/** One metric's scores: numbers, ratios and parts in columns, anything else as it is, equal reasons held once. */
var ScoreColumn = class {
	#numbers = new NumberColumn();
	#denominators = new NumberColumn();
	#reasons = new NameColumn();
	#parts = new ListColumn();
	#others = /* @__PURE__ */ new Map();
	#areNumbers = true;
	#least = Infinity;
	#largest = -Infinity;
	set(row, score) {
		if (typeof score === "number" && !Number.isNaN(score)) {
			this.#numbers.set(row, score);
			if (score < this.#least) this.#least = score;
			if (score > this.#largest) this.#largest = score;
		} else if (typeof score !== "number" && isUnscored(score)) this.#reasons.set(row, score.unscored);
		else {
			this.#areNumbers = false;
			if (typeof score !== "number" && isRatio(score) && !Number.isNaN(score.denominator)) {
				this.#numbers.set(row, score.numerator);
				this.#denominators.set(row, score.denominator);
			} else if (typeof score !== "number" && isCorpus(score)) this.#parts.set(row, score.parts);
			else this.#others.set(row, score);
		}
	}
	get(row) {
		const [number, denominator] = [this.#numbers.get(row), this.#denominators.get(row)];
		if (!Number.isNaN(denominator)) return {
			numerator: number,
			denominator
		};
		if (!Number.isNaN(number)) return number;
		const reason = this.#reasons.get(row);
		if (reason !== void 0) return { unscored: reason };
		const parts = this.#parts.get(row);
		return parts === void 0 ? this.#others.get(row) : { parts };
	}
	/** NaN where the score is no number by itself, or there is none. */
	numberAt(row) {
		return Number.isNaN(this.#denominators.get(row)) ? this.#numbers.get(row) : NaN;
	}
	/** Whether every score is a number between these, or none with its reason. */
	liesWithin({ min, max }) {
		return this.#areNumbers && !(this.#least < (min ?? -Infinity)) && !(this.#largest > (max ?? Infinity));
	}
};

// src/results/formats/plain/columns.ts
const rightClass = ({ classes, targets }) => classes.indexOf(targets[0] ?? "");
const CLASSES = {
	target: "class",
	score: null,
	of: (said) => ({ parts: [rightClass(said), said.classes.indexOf(said.output)] })
};
const NUMBERS = {
	target: "number",
	score: null,
	of: ({ targets: [target], output }) => {
		const number = output === "" ? NaN : Number(output);
		return Number.isFinite(number) ? { parts: [Number(target), number] } : { unscored: "the output is no number" };
	}
};
const textsBy = (partsOf) => ({
	target: "text",
	score: null,
	of: ({ targets, output }) => ({ parts: partsOf(output, targets) })
});
const RANKED = {
	target: "class",
	score: "how sure the model was of the second of two classes",
	of: (said) => ({ parts: [rightClass(said), said.score ?? NaN] })
};
const CONFIDENCE = {
	target: "text",
	score: "how sure the model was of its answer, from 0 to 1",
	of: ({ targets, output, score }) => ({ parts: [score ?? NaN, Number(targets.includes(output))] })
};
const microBy = (scoreOf) => ({
	target: "class",
	score: null,
	of: (said) => scoreOf({
		reference: rightClass(said),
		predicted: said.classes.indexOf(said.output)
	})
});
const BY_NAME = {
	bleu: textsBy(bleuParts),
	chrf: textsBy(chrfParts),
	auc: RANKED,
	average_precision: RANKED,
	ece: CONFIDENCE,
	ece_mass: CONFIDENCE,
	mce: CONFIDENCE,
	precision_micro: microBy(MICRO.precision_micro),
	f1_micro: microBy(MICRO.f1_micro)
};
function readingOf(name) {
	if (!Object.hasOwn(METRICS, name)) return null;
	const own = BY_NAME[name];
	if (own !== void 0) return own;
	const { aggregate } = METRICS[name];
	const parts = aggregate === void 0 ? null : partsName(aggregate);
	return parts === "predictions" ? CLASSES : parts === "numbers" ? NUMBERS : null;
}
/** Whether lines that say the same of what is right and of what was said have one score. */
const isOfColumnsAlone = (name) => readingOf(name)?.score === null;
const isOfColumns = (name) => readingOf(name) !== null;
/** The text of a label; null where the line has none. */
function labelIn(value) {
	const text = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
	return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
}
/** Of texts there may be several right ones. */
function targetsIn(value, { target }) {
	const labels = (target === "text" && Array.isArray(value) ? value : [value]).map(labelIn);
	return labels.every((label) => label !== null) ? labels : [];
}
/** Those that are right for any sample, in the order of their names: what else is said is none of them. */
const classesOf = (targets) => [...targets].sort();
/**
* Of classes with their names.
* @throws WeighbridgeError `data` where there are none to tell apart, or too many to be classes
*/
function declareOfColumns(name, targets, at) {
	const declaration = declareMetric(name);
	const reading = readingOf(name);
	if (reading?.target !== "class") return declaration;
	const most = reading.score === null ? MOST_CLASSES : 2;
	if (targets.size < 2 || targets.size > most) throw new WeighbridgeError("data", `${name} needs classes, and the column target has ${targets.size}`, {
		at,
		fix: most === 2 ? "write the right one of two classes of each line into target, and how sure the model was of the second into score" : `write the right class of each line into target and the predicted one into output: 2 to ${MOST_CLASSES} classes`
	});
	return declaration.kind === "corpus" ? {
		...declaration,
		classes: classesOf(targets)
	} : declaration;
}
/** @throws WeighbridgeError `data` for a score that such a metric has not got, and for a line without a target */
function scoreOfColumns({ at, metric, score, sample }, classes) {
	const reading = readingOf(metric);
	if (reading === null) throw new TypeError(`${metric} is not of columns`);
	if (typeof score === "number" && reading.score === null) throw new WeighbridgeError("data", `${metric} is a function of all samples, and none has a score`, {
		at: {
			...at,
			key: "score"
		},
		fix: "leave score empty: it is read from the columns target and output"
	});
	const targets = targetsIn(sample.target, reading);
	const isNumber = reading.target === "number";
	if (targets.length === 0 || isNumber && !Number.isFinite(Number(targets[0]))) throw new WeighbridgeError("data", `${metric} needs what is right`, {
		at: {
			...at,
			key: "target"
		},
		fix: `write the right ${reading.target} into target`
	});
	if (reading.score !== null && typeof score !== "number") return score;
	if (sample.output === void 0 && reading !== RANKED) return { unscored: "the file has no output" };
	const said = {
		targets,
		output: (sample.output ?? "").trim(),
		score: typeof score === "number" ? score : null
	};
	if (reading === CONFIDENCE && said.score !== null && !(said.score >= 0 && said.score <= 1)) throw new WeighbridgeError("data", `${metric} needs ${reading.score}, and the score is ${said.score}`, {
		at: {
			...at,
			key: "score"
		},
		fix: "write a number from 0 to 1, or leave score empty"
	});
	return reading.of({
		...said,
		classes
	});
}

// src/results/formats/plain/bare.ts
/** Scores that are held at once for lines that say the same; of numbers hardly two do. */
const MOST_KNOWN = 2 ** 16;
/** The scores of a metric that is told by columns; null where one is none, which whoever reads the lines again tells. */
function scoresFrom(seen, name, { declaration: { aggregate }, classes }) {
	const scores = new ScoreColumn();
	const known = /* @__PURE__ */ new Map();
	const { target, output } = seen.held;
	const outputs = output.distinct;
	const isKnown = isOfColumnsAlone(name);
	try {
		for (let position = 0; position < seen.keys.length; position += 1) {
			if (!seen.hasLine(name, position)) continue;
			const key = target.codeAt(position) * (outputs + 1) + output.codeAt(position);
			let score = isKnown ? known.get(key) : void 0;
			if (score === void 0) {
				score = scoreOfColumns(seen.valueAt(name, position), classes);
				if (typeof score !== "number" && isCorpus(score) && aggregate !== void 0) {
					if (faultOfParts(aggregate, score.parts) !== null) return null;
				}
				if (isKnown && known.size < MOST_KNOWN) known.set(key, score);
			}
			scores.set(position, score);
		}
	} catch (error) {
		if (error instanceof WeighbridgeError) return null;
		throw error;
	}
	return scores;
}
/** What samples have besides their scores. */
function membersFrom({ held }) {
	const { group, cluster, weight, choices, target, output } = held;
	const digests = new HashColumn();
	const digestOf = (code) => {
		const known = digests.get(code);
		if (known !== "") return known;
		const made = digest(target.valueBehind(code));
		digests.set(code, made);
		return made;
	};
	for (const column of Object.values(held)) column.release();
	const members = (column, of) => column.isEmpty ? void 0 : (row) => {
		const code = column.codeAt(row);
		return code === 0 ? void 0 : of(code);
	};
	const texts = (column) => members(column, (code) => String(column.valueBehind(code)));
	const numbers = (column) => members(column, (code) => Number(column.valueBehind(code)));
	return {
		group: texts(group),
		cluster: texts(cluster),
		output: texts(output),
		weight: numbers(weight),
		choices: numbers(choices),
		target_digest: members(target, digestOf)
	};
}

// src/results/formats/plain/seen-samples.ts
/** More bytes of different texts than these are read again in place of held. */
const MOST_TEXTS = 2 ** 27;
/**
* The line of each sample, by its position, 0 where it has none. In most tables samples follow one another at one distance: then three
* numbers say all of them.
*/
var Lines = class {
	#first = 0;
	#line = 0;
	#length = 0;
	#distance = 0;
	#column = null;
	set(position, line) {
		if (this.#length === 0) [this.#first, this.#line] = [position, line];
		if (this.#length === 1) this.#distance = line - this.#line;
		const isNext = position === this.#first + this.#length && line === this.#line + this.#length * this.#distance;
		if (this.#column === null && isNext) {
			this.#length += 1;
			return;
		}
		this.#column ??= this.#asColumn();
		this.#column.set(position, line);
	}
	get(position) {
		if (this.#column !== null) return this.#column.get(position);
		const place = position - this.#first;
		return place >= 0 && place < this.#length ? this.#line + place * this.#distance : 0;
	}
	#asColumn() {
		const column = new CountColumn();
		for (let position = this.#first; position < this.#first + this.#length; position += 1) column.set(position, this.get(position));
		return column;
	}
};
/** What the lines of one metric say, by the position of their sample. */
var ScoreLines = class {
	lines = new Lines();
	scores = new ScoreColumn();
	/** Whether its lines say more of their samples than a score. */
	saysMore;
	constructor(saysMore) {
		this.saysMore = saysMore;
	}
};
/** More values than these are made anew every time. */
const FEW_VALUES = 2 ** 16;
/** What lines say of a sample, by its position: a text with a quote before it, or a number as it is written. */
var ValueColumn = class extends CodedColumn {
	#known = [];
	/** @returns 0 of what is not said; -1 of what is not held here */
	claimValue(value) {
		if (value === void 0) return 0;
		if (typeof value === "number") return this.claim(String(value));
		return typeof value === "string" && value.length <= 256 ? this.claim(`"${value}`) : -1;
	}
	valueBehind(code) {
		if (code === 0) return void 0;
		const known = this.#known[code];
		if (known !== void 0) return known;
		const text = this.textOf(code);
		const value = text.startsWith("\"") ? text.slice(1) : Number(text);
		if (code < FEW_VALUES) this.#known[code] = value;
		return value;
	}
};
/** The samples of a task so far: on which line each metric of each stood, and its score. */
var SeenSamples = class {
	/** In the order in which they first came. */
	keys = new KeyTable();
	/** What samples have besides scores, as long as it is held here. */
	held = heldColumns();
	#columns = HELD.map((field) => this.held[field]);
	/** What the line at hand says, one number a column. */
	#codes = new Int32Array(HELD.length);
	/** The numbers of what `targetOf` has told. */
	#told = /* @__PURE__ */ new Set();
	#metrics = /* @__PURE__ */ new Map();
	/** Null as long as no line has a filter, so that keys are ids. */
	#ids = null;
	#last = -1;
	/** The first line, where all say nothing so far but a score and what can be held, alike of each sample. */
	#bare = null;
	#areNames = true;
	/** How many documents. */
	get documents() {
		return this.#ids?.length ?? this.keys.length;
	}
	/** Whether all that lines say is held here. */
	get isBare() {
		return this.#bare !== null;
	}
	/** Whether every id may be one. */
	get areNames() {
		return this.#areNames;
	}
	/** By metric. */
	get scores() {
		return new Map([...this.#metrics].map(([name, { scores }]) => [name, scores]));
	}
	/** Whether a line is of a sample that others came after. @throws WeighbridgeError `data` for a score that was said before */
	comesBack(row) {
		if (this.keys.length === 0) this.#bare = row;
		if (row.filter !== void 0 || !saysLittle(row.sample)) this.#forget();
		if (row.filter !== void 0 && this.#ids === null) {
			this.#ids = new KeyTable();
			for (let position = 0; position < this.keys.length; position += 1) this.#ids.claim(this.keys.at(position));
		}
		this.#ids?.claim(row.id);
		this.#areNames &&= mayBeName(row.id);
		const count = this.keys.length;
		const position = this.keys.claim(sampleKey(row));
		const isBack = this.#place(position, count, row, row.at.line, row.score);
		if (this.#bare !== null) {
			for (const [at, field] of HELD.entries()) this.#codes[at] = this.held[field].claimValue(row.sample[field]);
			this.#tell(row.metric, position, count);
		}
		return isBack;
	}
	/** The same of a line that is as one of these was, but for its own parts. */
	comesBackAs(line) {
		const { like, bytes, number } = line;
		const { row, id, score } = like;
		if (this.#ids !== null) return this.comesBack(rowLike(row, bytes.toString("latin1", id.start, id.end), number, score));
		const count = this.keys.length;
		const position = this.keys.claimBytes(bytes, id.start, id.end);
		const isBack = this.#place(position, count, row, number, score);
		if (this.#bare !== null) {
			if (row.sample === NOTHING_MORE) this.#codes.fill(0);
			else this.#readCodes(line);
			this.#tell(row.metric, position, count);
		}
		return isBack;
	}
	#readCodes({ like: { row, held }, bytes }) {
		for (let at = 0; at < HELD.length; at += 1) {
			const [column, span] = [this.#columns[at], held[at]];
			this.#codes[at] = span === null ? column.claimValue(row.sample[HELD[at]]) : column.claimBytes(bytes, span.start, span.end);
		}
	}
	/** What is right by the line that was seen last; undefined where this has told so before. */
	targetOf({ like: { held }, bytes }) {
		const span = held[TARGET] ?? null;
		if (span === null) return void 0;
		if (this.#bare === null) return valueIn(bytes, span);
		const code = this.#codes[TARGET];
		if (this.#told.has(code)) return void 0;
		this.#told.add(code);
		return this.held.target.valueBehind(code);
	}
	/** From now on lines are read again in place of held. */
	#forget() {
		if (this.#bare === null) return;
		this.#bare = null;
		this.held = heldColumns();
		this.#columns = [];
	}
	/** @param count how many samples there were before the line */
	#place(position, count, { metric, sample, at: { file } }, line, score) {
		let own = this.#metrics.get(metric);
		if (own === void 0) {
			own = new ScoreLines(sample !== NOTHING_MORE);
			this.#metrics.set(metric, own);
		}
		if (position < count) {
			const first = own.lines.get(position);
			if (first > 0) {
				const [id] = this.keys.at(position).split("\0", 1);
				const message = `${metric} of the sample ${JSON.stringify(id)} is already on line ${first}`;
				throw new WeighbridgeError("data", message, { at: {
					file,
					line
				} });
			}
		}
		own.lines.set(position, line);
		own.scores.set(position, score);
		const isBack = position < count && position !== this.#last;
		this.#last = position;
		return isBack;
	}
	/**
	* What a line says besides its score. Lines of which some say more of a sample, or something else, are read again in place of held.
	*/
	#tell(metric, position, count) {
		const saysMore = this.#metrics.get(metric)?.saysMore === true;
		const isTold = saysMore && position < count && this.#isTold(metric, position);
		let [isHeld, isOther, bytes] = [
			true,
			false,
			0
		];
		for (let at = 0; at < HELD.length; at += 1) {
			const [column, code] = [this.#columns[at], this.#codes[at]];
			isHeld &&= code !== -1;
			bytes += column.bytes;
			if (saysMore && !isTold) column.set(position, code);
			else isOther ||= code !== (isTold ? column.codeAt(position) : 0);
		}
		if (!isHeld || isOther || bytes > MOST_TEXTS) this.#forget();
	}
	/** Whether a line of another metric said more of the sample. */
	#isTold(metric, position) {
		for (const [name, { saysMore, lines }] of this.#metrics) if (name !== metric && saysMore && lines.get(position) > 0) return true;
		return false;
	}
	/** Likewise the lines of each sample, in the order in which samples first came. */
	*rows() {
		for (let position = 0; position < this.keys.length; position += 1) {
			const rows = [];
			for (const metric of this.#metrics.keys()) if (this.hasLine(metric, position)) rows.push(this.rowAt(metric, position));
			yield rows.length === 1 ? rows : rows.sort((one, other) => one.at.line - other.at.line);
		}
	}
	/** Whether the sample at a position has a line of the metric. */
	hasLine(metric, position) {
		return (this.#metrics.get(metric)?.lines.get(position) ?? 0) > 0;
	}
	/** What that line says, where all that lines say is held here. */
	rowAt(metric, position) {
		if (this.#bare === null) throw new Error("lines say more than was kept");
		return {
			...this.#bare,
			...this.valueAt(metric, position),
			id: this.keys.at(position)
		};
	}
	/** The same without whose line it is. */
	valueAt(metric, position) {
		const [first, own] = [this.#bare, this.#metrics.get(metric)];
		const score = own?.scores.get(position);
		if (first === null || own === void 0 || score === void 0) throw new Error("lines say more than was kept");
		const sample = own.saysMore ? this.#sampleAt(position) : NOTHING_MORE;
		return {
			at: {
				file: first.at.file,
				line: own.lines.get(position)
			},
			metric,
			score,
			sample
		};
	}
	#sampleAt(position) {
		const sample = {};
		for (const field of HELD) {
			const value = this.held[field].valueBehind(this.held[field].codeAt(position));
			if (value !== void 0) sample[field] = IS_TEXT.has(field) ? String(value) : value;
		}
		return sample;
	}
};
const TARGET = HELD.indexOf("target");
/** Where a number is as good as a text. */
const IS_TEXT = /* @__PURE__ */ new Set([
	"group",
	"cluster",
	"output"
]);
const heldColumns = () => Object.fromEntries(HELD.map((field) => [field, new ValueColumn()]));
const QUOTE = 34;
const valueIn = (bytes, { start, end }) => bytes[start] === QUOTE ? bytes.toString("latin1", start + 1, end) : Number(bytes.toString("latin1", start, end));
const rowLike = (row, id, line, score) => ({
	...row,
	id,
	score,
	at: {
		file: row.at.file,
		line
	}
});

// src/results/formats/plain/tally.ts
/** @throws WeighbridgeError `data`, with the line, for what is malformed, said twice or contradicted */
async function tallyTable(file) {
	const hash = createHash("sha256");
	const models = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Map();
	const seenOf = (task) => {
		const own = seen.get(task) ?? new SeenSamples();
		seen.set(task, own);
		return own;
	};
	let like = null;
	await visitRows(file, hash, {
		row(row) {
			const task = taskOf$1(models, row);
			if (seenOf(task).comesBack(row)) task.scattered = true;
			task.inputs &&= row.sample.input !== void 0;
			task.range.last = row.at.line;
			if (isOfColumns(row.metric)) addLabel(task, row.sample.target);
			task.metrics.set(row.metric, joined$1(task.metrics.get(row.metric), row));
		},
		again(line) {
			const { row, score } = line.like;
			if (like?.row !== row) {
				const task = taskOf$1(models, row);
				like = {
					row,
					task,
					own: seenOf(task),
					isOfColumns: isOfColumns(row.metric)
				};
			}
			const { task, own } = like;
			if (own.comesBackAs(line)) task.scattered = true;
			if (like.isOfColumns && task.targets.size <= 1e3) addLabel(task, own.targetOf(line));
			task.range.last = line.number;
			const said = task.metrics.get(row.metric);
			if (said === void 0 || typeof score === "number" && score > said.largest) task.metrics.set(row.metric, joined$1(said, {
				...row,
				score
			}));
		}
	});
	for (const [task, samples] of seen) {
		task.planned = samples.documents;
		task.bare = samples.isBare ? samples : null;
	}
	return {
		models,
		digest: hash.digest("hex")
	};
}
function addLabel({ targets }, target) {
	const label = targets.size <= 1e3 ? labelIn(target) : null;
	if (label !== null) targets.add(label);
}
function taskOf$1(models, row) {
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
		planned: 0,
		targets: /* @__PURE__ */ new Set(),
		bare: null,
		inputs: true,
		scattered: false,
		range
	};
	tasks.set(row.task, task);
	return task;
}
const isSaid = (said, { direction, unit, min, max, score }) => (direction === void 0 || direction === said.direction) && (unit === void 0 || unit === said.unit) && (min === void 0 || min === said.min) && (max === void 0 || max === said.max) && (typeof score !== "number" || score <= said.largest);
function joined$1(said, row) {
	if (said !== void 0 && isSaid(said, row)) return said;
	const one = (key) => {
		const [earlier, now] = [said?.[key], row[key]];
		if (earlier !== void 0 && now !== void 0 && earlier !== now) {
			const message = `${key === "min" || key === "max" ? `${key} of ${row.task}/${row.metric}` : `${row.task}/${row.metric}`} is ${now} here and ${earlier} before`;
			throw new WeighbridgeError("data", message, { at: {
				...row.at,
				key
			} });
		}
		const value = now ?? earlier;
		return value === void 0 ? {} : { [key]: value };
	};
	const score = typeof row.score === "number" ? row.score : -Infinity;
	const largest = Math.max(said?.largest ?? -Infinity, score);
	return {
		at: said?.at ?? row.at,
		...one("direction"),
		...one("unit"),
		...one("min"),
		...one("max"),
		largest
	};
}

// src/results/formats/plain/plain.ts
/** Names the metrics whose scores are per cent, though none of them exceeds 1. */
const PERCENT = "percent";
const plain = defineFormat({
	name: "a plain table",
	summary: "JSONL, CSV or Parquet with task, id, metric and score in each line",
	detect: isTable,
	fix: "correct the line, or write the table again",
	choices: ["model", PERCENT],
	read: async (file) => ({
		file,
		...await tallyTable(file)
	}),
	toRuns([{ file, models, digest: by }], { selection, each }) {
		const named = [...models.keys()].flatMap((name) => name ?? []);
		const model = models.has(null) ? null : chooseOne(selection, "model", named);
		if (model === null && models.size > 1) throw new WeighbridgeError("data", "some lines name a model, and some do not", { at: { file } });
		const tasks = [...models.get(model) ?? []].sort(([left], [right]) => left < right ? -1 : 1);
		const prompts = tasks.every(([, { inputs }]) => inputs) ? "" : ", inputs not recorded";
		const identity = unidentifiedModel(`${model ?? basename(file)}${prompts}`, {
			file: by,
			model
		});
		const sure = (selection.chosen.get(PERCENT) ?? "").split(",");
		return each(tasks, ([task, found]) => {
			for (const [metric, said] of found.metrics) if (!sure.includes(metric)) checkPercent(file, metric, said);
			return {
				...taskOf({
					file,
					model,
					task
				}, found),
				model: identity
			};
		});
	}
});
function taskOf(source, found) {
	const { task, file } = source;
	const metrics = new Map([...found.metrics].map(([name, said]) => [name, declare(task, name, said, found.targets)]));
	return {
		file,
		task,
		planned: found.planned,
		fingerprint: { harness: "plain table" },
		metrics: [...metrics.values()].map(({ declaration }) => declaration).sort((a, b) => Number(b.unit === "rate") - Number(a.unit === "rate") || (a.name < b.name ? -1 : 1)),
		samples: () => samplesOf({
			...source,
			metrics
		}, found),
		...bareOf(found, metrics)
	};
}
/** Of lines that say little but scores, each of them one that its metric can have. */
function bareOf({ bare }, metrics) {
	if (bare === null || !bare.areNames) return {};
	const { keys } = bare;
	const scores = /* @__PURE__ */ new Map();
	for (const [name, given] of bare.scores) {
		const metric = metrics.get(name);
		if (metric === void 0 || metric.divisor !== 1) return {};
		const own = isOfColumns(name) ? scoresFrom(bare, name, metric) : given;
		if (own === null || own === given && !given.liesWithin(metric.declaration.range)) return {};
		scores.set(name, own);
	}
	return { bare: {
		keys,
		scores,
		members: membersFrom(bare)
	} };
}
const isKnown = (name) => Object.hasOwn(METRICS, name);
/**
* What a metric is: as this project knows it, or as the file says.
* @throws WeighbridgeError `data` when nobody says which way is better, or the file contradicts what is known
*/
function declare(task, name, said, targets) {
	const { direction, unit, min, max, at } = said;
	const divisor = unit === "percent" ? 100 : 1;
	const fail = (message, fix) => {
		throw new WeighbridgeError("data", `${task}/${name}: ${message}`, {
			at,
			fix
		});
	};
	if (!isKnown(name)) {
		if (direction === void 0) return fail("nobody says which way is better", "add a column \"direction\" with \"higher\" or \"lower\"");
		const metric = meanMetric(name, direction, kindOf(unit));
		if (min === void 0 && max === void 0) return {
			declaration: metric,
			divisor,
			classes: []
		};
		if (metric.unit === "rate") return fail("a rate lies between 0 and 1", "leave out min and max, or the unit");
		if (min === void 0 || max === void 0 || !(min < max)) return fail("a range has two ends", "give both min and max, the former less than the latter");
		return {
			declaration: {
				...metric,
				range: {
					min,
					max
				}
			},
			divisor,
			classes: []
		};
	}
	const declaration = isOfColumns(name) ? declareOfColumns(name, targets, at) : declareMetric(name);
	if (min !== void 0 || max !== void 0) return fail("the range of this metric is known", "leave out min and max, or give the metric another name");
	if (declaration.kind !== "mean" && !isOfColumns(name)) return fail("it is no mean of one number a sample", "give a number that is, such as the log-likelihood of each sample, under another name");
	if (direction !== void 0 && direction !== declaration.direction) return fail(`of this metric ${declaration.direction.replaceAll("_", " ")}`, "give the metric another name");
	if (unit !== void 0 && kindOf(unit) !== declaration.unit) return fail(`this metric is a ${declaration.unit}`, "give the metric another name");
	return {
		declaration,
		divisor,
		classes: isOfColumns(name) ? classesOf(targets) : []
	};
}
/**
* Scores of 0 to 1 that are called per cent are a hundredth of what they look like, and so is every drop among them.
* @throws WeighbridgeError `data` asking which it is
*/
function checkPercent(file, metric, { unit, largest, at }) {
	if (unit !== "percent" || largest <= 0 || largest > 1) return;
	throw new WeighbridgeError("data", `${metric} is per cent by its unit, and none of its scores exceeds 1`, {
		at: {
			...at,
			key: "unit"
		},
		fix: `if they are 0 to 1, write the unit "rate"; if they are per cent, say so: ${file}#${PERCENT}=${metric}`
	});
}
const kindOf = (unit) => unit === "rate" || unit === "percent" ? "rate" : "number";
/** @throws WeighbridgeError `data` for a rate that is none, as one in per cent is not */
function scoreOf(row, { declaration, divisor, classes }) {
	if (isOfColumns(row.metric)) return scoreOfColumns(row, classes);
	if (typeof row.score !== "number") return row.score;
	const score = row.score / divisor;
	if (liesIn(declaration.range, score)) return score;
	throw new WeighbridgeError("data", `${row.score} lies outside ${(declaration.range.min ?? -Infinity) * divisor} to ${(declaration.range.max ?? Infinity) * divisor}, where ${row.task}/${row.metric} is`, {
		at: {
			...row.at,
			key: "score"
		},
		...declaration.unit === "rate" && divisor === 1 && score <= 100 && score > 1 ? { fix: "if scores are in per cent, say so: add a column \"unit\" with \"percent\"" } : {}
	});
}
/**
* The samples of one task, each from its lines. Where these stand together nothing but the sample at hand is held.
* @throws WeighbridgeError `data` with file and line
*/
async function* samplesOf(source, { range, scattered, bare }) {
	const open = /* @__PURE__ */ new Map();
	let index = 0;
	if (bare !== null) return yield samplesFrom(bare.rows(), source);
	function* closed() {
		for (const rows of open.values()) yield toSample(rows, index++, source);
		open.clear();
	}
	function* samplesIn(rows) {
		for (const row of rows) {
			if (row.task !== source.task || (row.model ?? null) !== source.model) continue;
			const key = sampleKey(row);
			const own = open.get(key);
			if (own !== void 0) {
				own.push(row);
				continue;
			}
			if (!scattered) yield* closed();
			open.set(key, [row]);
		}
	}
	for await (const rows of tableRows(source.file, { range })) yield samplesIn(rows);
	yield closed();
}
function* samplesFrom(samples, source) {
	let index = 0;
	for (const rows of samples) yield toSample(rows, index++, source);
}
function toSample(rows, index, { metrics }) {
	const [first] = rows;
	if (first === void 0) throw new Error("a sample without lines");
	const { input, target, ...rest } = rows.reduce(joined).sample;
	const scores = {};
	for (const row of rows) {
		const metric = metrics.get(row.metric);
		if (metric !== void 0) scores[row.metric] = scoreOf(row, metric);
	}
	return {
		at: first.at,
		sample: {
			id: first.id,
			index,
			...first.filter === void 0 ? {} : { filter: first.filter },
			input_digest: inputDigest(input),
			target_digest: target === void 0 ? NOT_RECORDED : digest(target),
			scores,
			...rest,
			...askedOf(input, void 0, target)
		}
	};
}
/** @throws WeighbridgeError `data` where two lines of a sample do not say the same of it */
function joined(row, other) {
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

// src/results/formats/promptfoo/tests.ts
var import_dist = require_dist();
const values = record(string(), unknown());
const testCase = object({
	vars: values.nullish(),
	assert: array(unknown()).nullish(),
	threshold: number().nullish(),
	options: unknown().optional()
});
/** One test of one provider with one prompt. */
const promptfooRow = object({
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
	gradingResult: object({
		componentResults: array(unknown()).nullish(),
		namedScoreWeights: values.nullish()
	}).nullish(),
	failureReason: int().nullish(),
	error: unknown().optional(),
	response: object({
		output: unknown().optional(),
		cached: unknown().optional()
	}).nullish(),
	latencyMs: number().nullish().catch(null),
	tokenUsage: object({
		prompt: number().nullish(),
		completion: number().nullish(),
		cached: number().nullish()
	}).nullish().catch(null)
});
/** What it took; nothing of one out of a cache, or that a provider did not count, of which it writes 0. */
function fetchedOf({ latencyMs, tokenUsage, response }) {
	const { prompt = null, completion = null, cached } = tokenUsage ?? {};
	const isCached = response?.cached === true || (cached ?? 0) > 0;
	const isCounted = !isCached && prompt !== null && prompt > 0;
	return {
		promptTokens: isCounted ? prompt : null,
		outputTokens: isCounted ? completion : null,
		seconds: isCached || latencyMs == null ? null : latencyMs / 1e3
	};
}
/** `ResultFailureReason.ERROR` (promptfoo src/types/index.ts). */
const FAILED_BY_ERROR = 2;
/** Why the test says nothing of the model; null where it was judged. */
function whyUnscored(row) {
	const { failureReason, error, success, gradingResult } = row;
	if (failureReason === FAILED_BY_ERROR || !success && failureReason !== 1 && !gradingResult) return errorReason(typeof error === "string" ? error : "no reason given");
	return (gradingResult?.componentResults ?? []).length + assertionsOf(row).length === 0 ? "no assertions" : null;
}
const passOf = (row) => unscoredOr(row, Number(row.success));
const testScoreOf = (row) => unscoredOr(row, row.score);
const namedScoreOf = (row, name) => {
	const named = row.namedScores ?? {};
	const measured = weightlessScores(row, name);
	if (measured.length > 0) return unscoredOr(row, measured.reduce((sum, each) => sum + each, 0) / measured.length);
	return unscoredOr(row, Object.hasOwn(named, name) ? named[name] : null);
};
/** What only measures has `weight: 0`, and promptfoo makes its named score the product of both: 0, whatever was measured. */
function weightlessScores({ gradingResult }, name) {
	const own = (gradingResult?.componentResults ?? []).filter(isObject).filter(({ assertion }) => isObject(assertion) && assertion.metric === name);
	return own.every(({ assertion }) => isObject(assertion) && assertion.weight === 0) ? own.map(({ score }) => typeof score === "number" ? score : NaN) : [];
}
function unscoredOr(row, score) {
	const why = whyUnscored(row);
	if (why !== null) return { unscored: why };
	if (score === null || score === void 0) return { unscored: "no such score in the file" };
	return Number.isFinite(score) ? score : { unscored: String(score) };
}
/** Those of `assert-set` included. */
const assertionsOf = ({ testCase: test }) => assertionsIn(test?.assert);
const assertionsIn = (list) => (Array.isArray(list) ? list : []).filter(isObject).flatMap((each) => [each, ...assertionsIn(each.assert)]);
/** The named scores that a test has, or should have had: an error leaves none. */
function namedMetricsOf(row) {
	const declared = assertionsOf(row).flatMap(({ metric }) => typeof metric === "string" && !metric.includes("{{") ? [metric] : []);
	return /* @__PURE__ */ new Set([...Object.keys(row.namedScores ?? {}), ...declared]);
}
/**
* How promptfoo made one named score of several assertions: since the spring of 2026 it is their weighted mean, before it was their sum
* (promptfoo#8206). Null where no test has several, so that both are the same.
*/
function namedScoreRule(rows, name) {
	if (!rows.some((row) => {
		const asserted = assertionsOf(row);
		const own = asserted.filter(({ metric }) => metric === name);
		return own.length > 1 || own.length === 0 && asserted.length > 1;
	})) return null;
	return `named score: ${rows.some(({ gradingResult }) => Object.hasOwn(gradingResult?.namedScoreWeights ?? {}, name)) ? "weighted mean" : "sum"}`;
}
const promptLabel = ({ prompt }) => idFrom(prompt.label ?? prompt.display ?? (typeof prompt.raw === "string" ? prompt.raw : digest(prompt.raw)));
/**
* Tests are told by their variables, and with several prompts by the prompt too. Rows that ask the same and count the same as
* right (`repeat`) are the answers to one test where every test has as many; where not, they are tests of their own. Tests that
* differ in what they assert are numbered; they, the prompts of one test and such rows are a cluster, since they are not
* independent.
*/
function testsOf(rows) {
	const prompts = new Set(rows.map(promptLabel)).size;
	const keyed = rows.map((row, position) => {
		const variables = digest(row.testCase?.vars ?? row.vars).slice(7, 23);
		const group = prompts > 1 ? { group: promptLabel(row) } : {};
		const key = prompts > 1 ? `${variables}-${digest(group).slice(7, 15)}` : variables;
		const [input, target] = [inputOf(row), targetOf(row)];
		return {
			row,
			variables,
			key,
			group,
			input,
			target,
			index: row.testIdx ?? position
		};
	}).sort((a, b) => a.target < b.target ? -1 : a.target > b.target ? 1 : a.index - b.index);
	const alike = [...groupBy(keyed, ({ key, input, target }) => [
		key,
		input,
		target
	].join()).values()];
	const [{ length: repeats = 1 } = {}] = alike;
	const isEven = repeats <= 1024 && alike.every(({ length }) => length === repeats);
	const asked = isEven ? alike : keyed.map((each) => [each]);
	const sizes = groupBy(asked, ([first]) => first?.variables);
	const seen = /* @__PURE__ */ new Map();
	return {
		tests: asked.flatMap(([first, ...others]) => {
			if (first === void 0) return [];
			const { row, variables, key, group, input, target, index } = first;
			const occurrence = (seen.get(key) ?? 0) + 1;
			seen.set(key, occurrence);
			const output = outputOf(row);
			const sample = {
				id: numberedId(key, occurrence),
				index,
				input_digest: input,
				target_digest: target,
				...group,
				...(sizes.get(variables) ?? []).length > 1 ? { cluster: variables } : {},
				...output === null ? {} : { output },
				...choicesOf(row),
				...askedIn(row)
			};
			return [{
				rows: [row, ...others.map((other) => other.row)],
				sample
			}];
		}).sort((a, b) => a.sample.index - b.sample.index),
		repeats: isEven ? repeats : 1
	};
}
/** What the model answered with; null for what is no text. */
function outputOf({ response }) {
	return typeof response?.output === "string" ? response.output : null;
}
/** A chat may be written as YAML, which promptfoo reads where a prompt begins so; null for anything else. */
function messagesIn(raw) {
	if (typeof raw !== "string" || !raw.startsWith("- role:")) return null;
	try {
		return (0, import_dist.parse)(raw);
	} catch {
		return null;
	}
}
/** What is right is what was asserted. */
function askedIn({ prompt: { raw }, testCase, vars }) {
	const asserted = assertionsIn(testCase?.assert).flatMap(({ type, value }) => typeof value === "string" ? `${String(type)}: ${value}` : []);
	const { choices, options } = {
		...testCase?.vars,
		...vars
	};
	return askedOf(messagesIn(raw) ?? raw, choices ?? options, asserted.length > 0 ? asserted : void 0);
}
function choicesOf({ testCase, vars }) {
	const { choices, options } = {
		...testCase?.vars,
		...vars
	};
	const count = choicesIn(choices) ?? choicesIn(options);
	return count === null ? {} : { choices: count };
}
/** A conversation holds what the model said before, which differs from model to model by nature. */
function inputOf(row) {
	return Object.hasOwn(row.vars, "_conversation") ? digest({
		prompt: row.promptId,
		vars: row.testCase?.vars
	}) : inputDigest(row.prompt.raw);
}
function targetOf({ testCase: test }) {
	if (test === void 0) return NOT_RECORDED;
	const { assert, threshold } = test;
	const options = isObject(test.options) ? {
		...test.options,
		repeat: void 0
	} : test.options;
	return digest({
		assert,
		threshold,
		options
	});
}

// src/results/formats/promptfoo/files.ts
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
const wholeFile = object({
	results: summary,
	config: object({
		providers: unknown().optional(),
		env: unknown().optional(),
		evaluateOptions: unknown().optional()
	}).nullish(),
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
function outputFormOf(head) {
	if (SUMMARY.test(head)) return "json";
	if (/^\s*(?:<\?xml[^>]*>\s*)?<promptfoo>/.test(head)) return "xml";
	const [first = ""] = head.split("\n", 1);
	return first.startsWith("{") && ROW_KEYS.every((key) => first.includes(key)) ? "jsonl" : null;
}
/** @throws WeighbridgeError `data` naming the file and the key */
async function readResults(file) {
	const form = outputFormOf(await headOf(file) ?? "");
	if (form !== "xml") return form === "jsonl" ? readRows(file) : readSummary(file);
	throw new WeighbridgeError("data", "in the XML of promptfoo a list cannot be told from a single value", {
		at: { file },
		fix: "write JSON: promptfoo eval -o results.json"
	});
}
async function readSummary(path) {
	const { value, digest: ofFile } = await readJson(path);
	const whole = isObject(value) && Array.isArray(value.results) ? { results: value } : value;
	const { results, config, metadata } = parseAs(wholeFile, whole, "results of promptfoo", { file: path });
	const tests = new Map((results.table?.body ?? []).flatMap(({ test }) => test ? [[digest(test.vars ?? {}), test]] : []));
	const rows = results.results.map((row, index) => withTest(parseAs(promptfooRow, row, ROW, {
		file: path,
		key: `results.results.${index}`
	}), tests));
	checkCounts(rows, results.stats, path);
	return {
		file: path,
		rows,
		timestamp: results.timestamp ?? null,
		version: metadata?.promptfooVersion ?? null,
		providers: config?.providers,
		evaluation: config?.evaluateOptions,
		env: config?.env,
		digest: ofFile
	};
}
/** Rows alone: nothing tells whether there were more of them, or how the providers were set up. */
async function readRows(path) {
	const hash = createHash("sha256");
	const rows = [];
	for await (const { members, at } of jsonLines(path, { hash })) rows.push(parseAs(promptfooRow, members, ROW, at));
	return {
		file: path,
		rows,
		timestamp: null,
		version: null,
		providers: void 0,
		evaluation: void 0,
		env: void 0,
		digest: hash.digest("hex")
	};
}
const ROW = "a result of promptfoo";
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

// src/results/formats/promptfoo/promptfoo.ts
/** The task of all tests; each named score is a task of its own, since not every test has it. */
const TASK = "promptfoo";
const PASS = meanMetric("pass", "higher_is_better", "rate");
/** Between 0 and 1 by custom, which a script may break. */
const SCORE = meanMetric("score", "higher_is_better", "number");
const promptfoo = defineFormat({
	name: "promptfoo",
	summary: "the .json or .jsonl that `promptfoo eval -o` writes, of one provider: results.json#provider=NAME",
	detect: (head) => outputFormOf(head) !== null,
	choices: ["provider", "prompt"],
	read: readResults,
	toRuns([results], { selection }) {
		const { file, digest: by, timestamp } = results;
		if (results.rows.length === 0) throw new WeighbridgeError("data", "there are no results", { at: { file } });
		const { provider, rows } = chooseRows(selection, results);
		const { tests, repeats } = testsOf(rows);
		const names = [...new Set(rows.flatMap((row) => [...namedMetricsOf(row)]))].sort();
		if (names.includes(TASK)) throw new WeighbridgeError("data", `a named score is called ${TASK}, as the task of all tests is`, {
			at: { file },
			fix: "give the metric of the assertion another name"
		});
		const known = {
			file,
			fingerprint: {
				...fingerprintOf(results, rows),
				...repeats > 1 ? { repeats } : {}
			},
			model: unidentifiedModel(provider, {
				file: by,
				provider
			}),
			...timestamp === null ? {} : { started: timestamp }
		};
		const run = (task, metrics, own, scoresOf, scorers = null) => ({
			...known,
			task,
			...scorers === null ? {} : { fingerprint: {
				...known.fingerprint,
				scorers
			} },
			metrics: repeats > 1 ? metrics.map((metric) => ({
				...metric,
				repeated: true
			})) : metrics,
			samples: own.map((test) => {
				const answers = test.rows.map((row) => ({
					scores: scoresOf(row),
					said: outputOf(row)?.trim() ?? null
				}));
				return {
					sample: {
						...test.sample,
						...scoresOfAnswers(answers, repeats),
						...fetchedFields(test.rows.map(fetchedOf))
					},
					at: {
						file,
						key: `test ${test.sample.index}`
					}
				};
			})
		});
		return [run(TASK, [PASS, SCORE], tests, (row) => ({
			pass: passOf(row),
			score: testScoreOf(row)
		})), ...names.map((name) => run(name, [SCORE], tests.filter((test) => test.rows.some((row) => namedMetricsOf(row).has(name))), (row) => ({ score: namedScoreOf(row, name) }), namedScoreRule(rows, name)))];
	}
});
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
function fingerprintOf({ version, providers, evaluation, env }, [row]) {
	return {
		harness: TASK,
		harness_version: version,
		...settingsOf("promptfoo", {
			provider: configOf(providers, row?.provider ?? {}),
			evaluation,
			env
		})
	};
}
/** Providers are listed as texts, as `{id, label, config}`, or as `{<id>: {label, config}}`. */
function configOf(providers, { id, label }) {
	const listed = (Array.isArray(providers) ? providers : []).filter(isObject).map((each) => {
		if (typeof each.id === "string") return each;
		const [first] = Object.entries(each);
		return {
			...isObject(first?.[1]) ? first[1] : {},
			id: first?.[0]
		};
	});
	const own = listed.find((each) => label ? each.label === label : each.id === id) ?? listed.find((each) => each.id === id);
	return isObject(own?.config) ? own.config : {};
}

// src/results/formats/registry.ts
/** One row adds a format. The first that knows a path reads it. */
const RESULT_FORMATS = {
	"lm-eval": lmEval,
	inspect,
	lighteval,
	helm,
	opencompass,
	"every-eval-ever": everyEvalEver,
	nemo,
	promptfoo,
	"openai-evals": openaiEvals,
	junit,
	mlflow: mlflowResults,
	plain
};
/** The formats that runs can be written in, by name. */
const EXPORTERS = new Map([...Object.entries(RESULT_FORMATS).flatMap(([name, { exporter }]) => exporter === void 0 ? [] : [[name, exporter]]), ["parquet", parquetExporter]]);
/** @throws WeighbridgeError `usage` for a form that nothing is written in */
function exporterOf(name) {
	const exporter = EXPORTERS.get(name);
	if (exporter !== void 0) return exporter;
	const fix = `choose one of ${[...EXPORTERS.keys()].join(", ")}`;
	throw new WeighbridgeError("usage", `runs cannot be written as ${JSON.stringify(name)}`, { fix });
}
/** Of the files in a folder, those that are looked at: more are no folder of a few reports. */
const MOST_FILES = 50;
/**
* Who reads the results at a path; null when nobody knows them.
* @throws WeighbridgeError `data` for a path that may not be read, and for a folder of files that are results by themselves
*/
async function findFormat(path) {
	try {
		const format = await formatAt(path);
		if (format !== null) return format;
		const folder = parseSelection(path).file;
		const other = await notRead(folder);
		if (other !== null) throw other;
		const known = [];
		for (const name of (await namesIn(folder)).sort().slice(0, MOST_FILES)) {
			const file = join(folder, name);
			if ((await stat(file).catch(() => null))?.isFile() === true && await formatAt(file) !== null) known.push(file);
		}
		if (known.length > 0) throw ofFiles(folder, known);
		const almost = almostPlain(await columnsIn(folder), folder);
		if (almost !== null) throw almost;
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
async function formatAt(path) {
	for (const format of Object.values(RESULT_FORMATS)) if (await format.detect(path)) return format;
	return null;
}
/** Reports, tables and their like are named by their file: which of several is meant nobody knows. */
function ofFiles(folder, files) {
	const message = `this is a folder, in which are results that are named by their file:${files.map((file) => `\n  ${file}`).join("")}`;
	return new WeighbridgeError("data", message, {
		at: { file: folder },
		fix: "name the file instead of the folder"
	});
}

// src/config/declared-tasks.ts
/** What results say of their own tasks, so that gates can be checked against them. A run that never came to results says nothing. */
function declaredTasks(runs) {
	const declared = /* @__PURE__ */ new Map();
	for (const { record, samples } of runs) {
		if (record.metrics.length === 0) continue;
		const known = declared.get(record.task);
		const subtasks = /* @__PURE__ */ new Set([...known?.subtasks ?? [], ...subtasksOf({
			record,
			samples
		})]);
		const repeats = Math.max(known?.repeats ?? 1, answersOf(record));
		declared.set(record.task, {
			task: record.task,
			role: known === void 0 || known.role === "general" ? record.task_role : known.role,
			metrics: record.metrics,
			primaryMetric: known?.primaryMetric ?? record.primary_metric,
			filters: filtersOf(lacks(samples, "filter") ? [] : samples, record.aggregates ?? []),
			...repeats < 2 ? {} : { repeats },
			...subtasks.size === 0 ? {} : { subtasks: [...subtasks] }
		});
	}
	return [...declared.values()];
}
/** Of harnesses that keep one score of several answers there is one. */
const answersOf = (record) => record.metrics.some(({ repeated }) => repeated === true) ? repeatsOf$1(record) : 1;
function filtersOf(...named) {
	const filters = /* @__PURE__ */ new Set();
	for (const items of named) for (const { filter } of items) if (filter !== void 0) filters.add(filter);
	return [...filters];
}
/** What results say of the tasks of which nothing could be known before. */
function openResults({ declared }, runs) {
	const open = new Set(declared.filter((task) => task.open === true).map(({ task }) => task));
	return declaredTasks(runs).filter(({ task }) => open.has(task));
}

// src/config/load.ts
/** @throws WeighbridgeError `config` when it cannot be read, IssueList with every fault that is in it */
async function readConfig(file, overrides) {
	const text = await readConfigText(file);
	const resolve = (results = []) => withFolders(resolveConfig({
		text,
		file,
		overrides,
		results
	}));
	return {
		config: resolve(),
		overrides,
		withResults: (config, runs) => {
			const results = openResults(config, runs);
			return results.length === 0 ? config : {
				...resolve(results),
				baseline: config.baseline
			};
		}
	};
}
/**
* Reads and resolves a config file.
* @throws WeighbridgeError `config` when it cannot be read, IssueList with every fault that is in it
*/
async function loadConfig(file, request = {}) {
	return withFolders(resolveConfig({
		...request,
		text: await readConfigText(file),
		file
	}));
}
/** What only files tell: which paths are folders of a checkpoint. */
function withFolders(config) {
	const { candidate, baseline, baselines, anchor, reference, directory } = config;
	return {
		...config,
		candidate: asFound(candidate, directory),
		baseline: asFound(baseline, directory),
		baselines: {
			...baselines,
			sources: baselines.sources.map((source) => source.from === "path" ? {
				...source,
				model: asFound(source.model, directory)
			} : source)
		},
		anchor: asFound(anchor, directory),
		reference: asFound(reference, directory)
	};
}
/** @throws WeighbridgeError `config` when the file is absent, too large, or not UTF-8 */
async function readConfigText(file) {
	const bytes = await readBytes(file);
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw new WeighbridgeError("config", "the file is not UTF-8 text", {
			at: { file },
			fix: "save it as UTF-8",
			cause
		});
	}
}
const UNREADABLE = {
	ENOENT: "there is no such file",
	EISDIR: "this is a folder, not a file",
	EACCES: "reading is not permitted"
};
async function readBytes(file) {
	try {
		const { size } = await stat(file);
		if (size > 1048576) throw tooLarge(file);
		return await readFile(file);
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		const { code } = cause;
		throw new WeighbridgeError("config", UNREADABLE[code ?? ""] ?? `the file cannot be read (${code})`, {
			at: { file },
			fix: `${pathMeant(file)}name the config with --config (in a workflow: the input config), or write one with \`weighbridge init\``,
			cause
		});
	}
}

// src/app/sides/mlflow.ts
/** What lies beside fetched artifacts: where they are from, and what they were. */
const manifestSchema = object({
	server: string(),
	stamp: string().nullable(),
	listed: string(),
	files: array(object({
		path: string(),
		sha256: string()
	}))
});
const MANIFEST = "manifest.json";
/** Reads a config, and fetches what MLflow keeps of its sides: what a folder is, only its files tell. */
async function readConfigAndFetch(file, overrides, log) {
	const loaded = await readConfig(file, overrides);
	const fetched = await fetchSides(loaded.config, log);
	for (const [side, fault] of fetched) {
		if (fault === null) continue;
		if (side !== "reference") throw fault;
		log.info(`the reference is not shown beside the candidate: ${fault.describe()}`);
	}
	return fetched.size === 0 ? loaded : readConfig(file, overrides);
}
/** Fetches what MLflow keeps of each side. @returns the sides of which it keeps any, each with what went wrong */
async function fetchSides(config, log) {
	const fetched = /* @__PURE__ */ new Map();
	for (const side of SIDES) try {
		if (await fetchSource(config[side], log)) fetched.set(side, null);
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		fetched.set(side, error);
	}
	return fetched;
}
/** Fetches what a source names of MLflow to where its paths point. @returns whether it names any */
async function fetchSource(source, log) {
	const references = source !== null && "mlflow" in source && source.mlflow || [];
	for (const reference of references) await fetchReference(reference, log);
	return references.length > 0;
}
/**
* The path of results that a command names, fetched where it is one of MLflow.
* @throws WeighbridgeError `usage` for what MLflow may name otherwise tomorrow
*/
async function resultsAt(path, log) {
	if (!isMlflow(path)) return path;
	const reference = mlflowReference(path);
	if (reference === null) throw new WeighbridgeError("usage", `${path} names no fixed artifacts of MLflow`, { fix: "write runs:/<run id>/<path>, models:/<name>/<version> or models:/<model id>" });
	await fetchReference(reference, log);
	return `${mlflowPlace(reference)}${reference.choices}`;
}
/** Only once, of what does not change any more: a version, or a run that is over. */
async function fetchReference(reference, log) {
	const { MLFLOW_TRACKING_URI: to } = process$1.env;
	if (!to) throw new WeighbridgeError("usage", `${reference.written}: nobody says where MLflow answers`, { fix: "set MLFLOW_TRACKING_URI, and MLFLOW_TRACKING_TOKEN where it asks for one" });
	const [{ mlflowServer }, { downloadArtifacts, findArtifacts }] = await Promise.all([import("./adapters-trackers-mlflow-server-on-need.js"), import("./adapters-trackers-mlflow-artifacts.js")]);
	const server = mlflowServer(to, process$1.env);
	const content = await findArtifacts(server, reference);
	const place = mlflowPlace(reference);
	const folder = dirname(place);
	const now = {
		server: server.url,
		stamp: content.stamp,
		listed: canonicalJson(content.files)
	};
	if (await isKept(place, now)) return;
	const bytes = content.files.reduce((total, file) => total + file.bytes, 0);
	const what = content.run === null ? plural(content.files.length, "file") : "its numbers";
	log?.info(`${reference.written}: fetching ${what}, ${megabytes(bytes)}, from MLflow at ${server.url}`);
	const fresh = `${folder}.${process$1.pid}.tmp`;
	await onDisk(folder, async () => {
		await rm(fresh, {
			recursive: true,
			force: true
		});
		try {
			await makeDirectory(fresh);
			const files = await downloadArtifacts(server, content, join(fresh, basename(place)), makeDirectory);
			const manifest = {
				...now,
				files: [...files]
			};
			await writeAtomically(join(fresh, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
			await rm(folder, {
				recursive: true,
				force: true
			});
			await rename(fresh, folder);
		} finally {
			await rm(fresh, {
				recursive: true,
				force: true
			});
		}
	});
}
/** Whether what was fetched earlier is what the server has now, and all of it is still there. */
async function isKept(place, now) {
	if (now.stamp === null) return false;
	const text = await readFile(join(dirname(place), MANIFEST), "utf8").catch(() => null);
	const kept = text === null ? null : manifestSchema.safeParse(parseJson(text, { file: place }));
	if (kept?.success !== true) return false;
	const { files, ...then } = kept.data;
	if (canonicalJson(then) !== canonicalJson(now)) return false;
	for (const { path, sha256 } of files) {
		const file = join(place, path);
		const size = (await stat(file).catch(() => null))?.size ?? null;
		if (size === null || await hashFile(file, size) !== sha256) return false;
	}
	return true;
}
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

export { NumberColumn as _, loadConfig as a, openResults as c, exporterOf as d, findFormat as f, NameColumn as g, ListColumn as h, resultsAt as i, EXPORTERS as l, HashColumn as m, fetchSource as n, readConfig as o, ScoreColumn as p, readConfigAndFetch as r, declaredTasks as s, fetchSides as t, RESULT_FORMATS as u };