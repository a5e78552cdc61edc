import { r as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { A as headlineWords, An as loadEngine, At as proseWords, B as isChoosable, Bn as formatCount, Ct as ours, D as VERDICT_WORDS, Et as toPlain, F as verdictBadge, Ft as formatDigest, G as rests, Gn as formatSize, Gt as inTaskDirectory, H as isNotNeeded, Hn as formatLevel, I as verdictLabel, In as mlflowPlace, It as formatDuration, J as methodOf, K as worstFirst, Kn as formatValue, Kt as isHarness, L as changeOf$1, Ln as requireSide, Lt as metricName, M as labelOf, Mn as describeBaselineSource, Mt as visible, Nn as asFound, Nt as NOT_AVAILABLE, O as gateCounts, Ot as htmlCode, P as untilWords, Pt as daysBetween, R as forbiddenEnd, Rn as median, Rt as resolveConfig, St as joined$3, Tt as strong$1, U as limitPhrase, Un as formatP, V as isMeasured$1, Vn as formatInterval, W as passingLimit, Wn as formatShare, Wt as byHarness, Xt as tooLarge, Yt as MAX_CONFIG_SIZE, bt as code$2, d as engineSettings, f as taskSettings, fn as ruleOf, gn as hypotheticalEstimate, hn as firstCount, in as harnessRunner, j as isSameModel, jn as subtasksOf, jt as truncate, k as headline, kn as asksEndpoints, kt as oneLine, mn as estimateOfFlips, n as resolveBase, nn as RUNNERS, pn as shownHypothesisOf, q as isDescriptive, qn as plural, qt as isNative, wn as testHypothesis, xt as inline, z as gateSentence, zn as formatChange } from "./app-policy.js";
import { a as messageOf, n as WeighbridgeError, r as assertNever, t as IssueList } from "./core-domain-errors.js";
import { i as onDisk, n as makeDirectory, t as diskFault } from "./results-store-disk-faults.js";
import { ct as transform, dt as parquetReadObjects, lt as CsvError, mt as require_saxes, pt as datetime, st as parse$4, ut as is_object } from "./core-compare-answers.js";
import { A as tasksOfGate, Cn as RUN_FILE, D as describeSource, It as normalQuantile, Kt as mayBeName, On as taskFolder, Vt as readRecord, Wt as readSamples, Xt as parseRunRecord, Zt as serializeRunRecord, gn as MAX_LINE_BYTES, hn as repeatsOf$1, k as metricsOfGate, kn as KeyTable, ln as FINGERPRINT_FIELDS, mn as designOf, pn as TASK_ROLES, qt as serializeSample, un as GATED_SIDES, wn as SAMPLES_FILE, xn as textOfLine, yn as rawLineGroups } from "./tasks-runners-order.js";
import { c as isUnscored, f as sampleKey, l as keptLikelihoods, n as NOT_RECORDED, s as isRatio, u as lacks } from "./core-domain-sample.js";
import { S as unknown$1, _ as record, c as custom, d as literal, f as looseObject, h as object, i as _enum, m as number, o as array, s as boolean, u as int, v as strictObject, x as union, y as string } from "./npm-zod.js";
import { t as number$1 } from "./npm-zod2.js";
import { r as parseJson, t as isObject$1 } from "./core-domain-json.js";
import { L as chrfParts, P as partsName, Q as MOST_REPEATS, S as referenceOf, T as MOST_CLASSES, _ as Decompress, c as declareMetric, n as companionMetrics, nt as meanOfRepeats, s as METRICS, st as worseSign, v as writeAtomically, w as MICRO, x as askedOf, z as bleuParts } from "./core-metrics-choices.js";
import { $ as collectInto, A as chooseOne, B as foldersIn, C as errorReason, D as unidentifiedModel, E as numberedId, F as sayDirection, G as utf8Of, H as namesIn, I as groupBy, J as estimate$2, K as agree, L as MAX_FILE_BYTES, M as noDirection, N as parseSelection, O as FOLLOW, P as rootsOf, R as companionFile, S as defineFormat, T as idFrom, U as passingBytesOf, V as headOf, W as readText, X as digest$1, Y as brief$3, Z as inputDigest, _ as readJson, a as withoutNever, b as byTask, c as liesIn, d as jsonLineGroups, f as jsonLines, h as parseLine, i as settingsOf, k as checkChoices, l as meanMetric, m as parseLenientJson, o as commonDirection, p as parseAs, q as disagreement, r as lmEval, rt as readPartiallyInto, s as commonMetric, st as acquireLock, t as openRun, tt as holdsRuns, u as ended, v as readJsonAs, w as firstLine, x as choicesIn, y as UnfinishedRun, z as filesAt } from "./results-store-writer.js";
import { t as canonicalJson } from "./core-domain-canonical-json.js";
import { d as parquetMetadataAsync } from "./npm-hyparquet.js";
import { t as require_dist } from "./npm-yaml.js";
import { r as cacheFolder } from "./adapters-process-package-root.js";
import { n as isMlflow, r as mlflowReference } from "./core-domain-mlflow.js";
import { n as hubModel, r as mapPaths, t as describeModel } from "./core-domain-model.js";
import { c as splitParts, d as hashFile, t as digestCheckpoint } from "./tasks-checkpoints-digest.js";
import { n as loadableBy, t as PYTHON_FILES } from "./adapters-process-program-files.js";
import { once } from "node:events";
import { execFile, spawn } from "node:child_process";
import { basename, dirname, extname, join, posix, relative, resolve, sep } from "node:path";
import { closeSync, createReadStream, existsSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import process$1 from "node:process";
import { Buffer as Buffer$1 } from "node:buffer";
import { copyFile, lstat, open, readFile, readdir, realpath, rename, rm, stat, symlink } from "node:fs/promises";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { inflateRawSync } from "node:zlib";
import { devNull, homedir, tmpdir } from "node:os";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { createReadStream as createReadStream$1, promises } from "fs";
import { Transform } from "stream";
import { pipeline } from "node:stream/promises";

// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize$2(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < mostCellsPerRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					if (size % 2) {
						before = " ".repeat(size / 2 + .5);
						after = " ".repeat(size / 2 - .5);
					} else {
						before = " ".repeat(size / 2);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== mostCellsPerRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize$2(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/results/formats/every-eval-ever/export.ts
const SCHEMA_VERSION = "0.3.0";
const everyEvalEverExporter = {
	summary: "Every Eval Ever 0.3.0: an evaluation a task, with its samples",
	async write(run, folder) {
		const { record, samples } = run;
		const results = resultsOf(run);
		if (results.length === 0) throw new WeighbridgeError("data", `${record.task} has no number to export`, { fix: "evaluate it: not one of its samples has a score" });
		const names = namesOf$1(record);
		const target = join(folder, names.folder);
		return onDisk(target, async () => {
			await makeDirectory(target);
			const aggregate = join(target, `${names.uuid}.json`);
			const rows = `${names.uuid}_samples.jsonl`;
			const written = samples.length === 0 ? null : await writeRows(join(target, rows), rowsOf$1(run, names));
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
function namesOf$1(record) {
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
	return [parts.length === 2 ? part$1(parts[0] ?? "") : "unknown", part$1(basename(source.replaceAll("\\", "/")))];
}
function part$1(text) {
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
	const found = estimate$2(scores, metric);
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
	const { filter, value, stderr, n } = aggregate;
	const id = resultId(task, metric.name, filter);
	const uncertainty = {
		...stderr === null ? {} : { standard_error: {
			value: stderr,
			method: "analytic"
		} },
		...n === null ? {} : { num_samples: n }
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
function* rowsOf$1({ record, samples }, names) {
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
const text$2 = string().nullish();
const details = record(string(), unknown$1()).nullish();
/** A bound may be the word for what JSON cannot write. */
const bound = union([
	number(),
	literal("Infinity"),
	literal("-Infinity")
]).nullish().transform((value) => typeof value === "number" && Number.isFinite(value) ? value : null);
const resultSchema = object({
	evaluation_result_id: text$2,
	evaluation_name: string().min(1),
	source_data: record(string(), unknown$1()).nullish(),
	metric_config: object({
		metric_id: text$2,
		metric_name: text$2,
		metric_unit: text$2,
		lower_is_better: boolean(),
		score_type: text$2,
		has_unknown_level: boolean().nullish(),
		min_score: bound,
		max_score: bound,
		llm_scoring: unknown$1().optional()
	}),
	score_details: object({
		score: number(),
		uncertainty: object({
			standard_error: object({ value: number().min(0) }).nullish(),
			num_samples: int().min(1).nullish()
		}).nullish()
	}),
	generation_config: unknown$1().optional()
});
const evaluationSchema = object({
	schema_version: string().regex(/^0\.[23]\./, "only versions 0.2 and 0.3 are known"),
	evaluation_id: string(),
	evaluation_timestamp: text$2,
	retrieved_timestamp: text$2,
	eval_library: object({
		name: string(),
		version: text$2,
		additional_details: details
	}).nullish(),
	model_info: object({
		id: string().min(1),
		inference_engine: object({
			name: text$2,
			version: text$2
		}).nullish()
	}),
	evaluation_results: array(resultSchema).min(1),
	detailed_evaluation_results: object({
		format: literal("jsonl"),
		file_path: string(),
		hash_algorithm: _enum(["sha256", "md5"]).nullish(),
		checksum: text$2,
		total_rows: int().min(0).nullish()
	}).nullish()
});
const rowSchema$1 = object({
	evaluation_id: string(),
	model_id: string(),
	evaluation_name: string(),
	evaluation_result_id: text$2,
	sample_id: string().min(1),
	input: object({
		raw: string().nullish(),
		formatted: text$2,
		reference: array(string()).nullish(),
		choices: array(string()).nullish()
	}),
	output: object({ raw: array(string()) }).nullish(),
	messages: array(object({
		role: string(),
		content: text$2
	})).nullish(),
	evaluation: object({ score: custom((value) => typeof value === "number", "not a number").nullish() }),
	error: text$2,
	token_usage: object({
		input_tokens: int().min(0),
		output_tokens: int().min(0)
	}).nullish(),
	metadata: record(string(), unknown$1()).nullish()
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
		input_digest: raw && raw !== "not recorded" ? digest$1({
			raw,
			formatted,
			choices
		}) : NOT_RECORDED,
		target_digest: reference && reference.length > 0 ? digest$1(reference) : NOT_RECORDED,
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
async function ownRun(source, record) {
	if (record.status.state !== "complete") throw new WeighbridgeError("data", "an export of a run that is not complete", { at: { file: source.file } });
	const samples = await rowsFile(source);
	return {
		...record,
		file: source.file,
		async *samples() {
			if (samples !== null) yield* samplesOf$7(source, samples);
		}
	};
}
/** Rows of one sample stand together. */
async function* samplesOf$7(source, file) {
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
	const { metric, score = row.evaluation.score, ...fields } = membersOf$2(row.metadata?.[OWN$1], at);
	if (typeof metric !== "string") throw new WeighbridgeError("data", "no metric", { at: {
		...at,
		key: OWN$1
	} });
	return {
		...fields,
		id: row.sample_id,
		scores: Object.fromEntries([[metric, score]]),
		...row.output?.raw[0] === void 0 ? {} : { output: row.output.raw[0] },
		...usageOf(row)
	};
}
function membersOf$2(written, at) {
	const value = typeof written === "string" ? parseLenientJson(written, at) : void 0;
	if (isObject$1(value)) return value;
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
			aggregates: results.map(aggregateOf)
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
		dataset: digest$1(of(({ source_data }) => source_data)),
		generation: generation === null ? null : brief$3(generation),
		scorers: judges === null ? null : digest$1(judges),
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
		perturbation: unknown$1().optional()
	}),
	count: number(),
	mean: number().nullish()
});
const specSchema$1 = looseObject({
	name: string().min(1),
	scenario_spec: unknown$1().optional(),
	adapter_spec: record(string(), unknown$1()),
	metric_specs: unknown$1().optional(),
	data_augmenter_spec: unknown$1().optional()
});
const instanceSchema = object({
	instance_id: string().min(1),
	train_trial_index: int().min(0).default(0),
	perturbation: unknown$1().optional(),
	stats: array(stat$1)
});
const stateSchema = object({ request_states: array(object({
	instance: object({
		id: string().nullish(),
		perturbation: unknown$1().optional(),
		references: unknown$1().optional()
	}),
	train_trial_index: int().min(0).default(0),
	request: record(string(), unknown$1()),
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
const MAX_DEPTH$1 = 3;
/** Folders of runs; what has nothing but its specification never began. */
async function runsUnder(path, roots, depth = MAX_DEPTH$1) {
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
			target_digest: state === void 0 ? NOT_RECORDED : digest$1(state.instance.references),
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
		dataset: digest$1({
			scenario_spec,
			max_eval_instances
		}),
		prompt: digest$1({
			adapter: pick((key) => !NOT_PROMPT.includes(key)),
			augmenter: spec.data_augmenter_spec
		}),
		few_shot: typeof max_train_instances === "number" ? max_train_instances : null,
		generation: brief$3(pick((key) => GENERATION.includes(key))),
		scorers: brief$3(metric_specs),
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

// src/results/formats/inspect/archive.ts
var import_yauzl = require_yauzl();
/** One member holds one sample with all its events; a larger one is no sample but a bomb. */
const MOST_BYTES = MAX_FILE_BYTES;
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

// src/results/formats/inspect/log.ts
const values$2 = record(string(), unknown$1());
const count$1 = int().min(0);
const score$1 = object({
	name: string(),
	scorer: string().nullish(),
	reducer: string().nullish(),
	scored_samples: count$1.nullish(),
	params: unknown$1().optional(),
	metrics: record(string(), object({
		name: string(),
		value: unknown$1().optional(),
		group: string().nullish(),
		params: unknown$1().optional()
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
		task_args: unknown$1().optional(),
		created: string().nullish(),
		model: string(),
		model_args: unknown$1().optional(),
		model_generate_config: values$2.nullish(),
		dataset: object({
			name: string().nullish(),
			samples: count$1.nullish(),
			sample_ids: array(union([string(), number()])).nullish(),
			shuffled: boolean().nullish()
		}),
		config: looseObject({
			limit: unknown$1().optional(),
			epochs: int().min(1).nullish(),
			epochs_reducer: array(string()).nullish(),
			sample_id: unknown$1().optional()
		}),
		packages: record(string(), unknown$1()).default({}),
		scorers: unknown$1().optional()
	}),
	plan: object({
		steps: unknown$1().optional(),
		config: values$2.nullish()
	}).nullish(),
	results: object({
		total_samples: count$1,
		completed_samples: count$1,
		scores: array(score$1).nullish(),
		scorer: object({
			name: string(),
			params: unknown$1().optional()
		}).nullish(),
		metrics: score$1.shape.metrics.nullish()
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
	const { samples, reductions: _reductions, ...rest } = isObject$1(value) ? value : {};
	const list = Array.isArray(samples) ? samples.filter(isObject$1) : [];
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
		digest: digest$1(rest),
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
			digest: digest$1(header),
			count,
			samples: () => membersOf$1(file, [...byId.values()])
		};
	} finally {
		archive.close();
	}
}
async function* membersOf$1(file, groups) {
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
	const value = parseLenientJson(text, {
		file,
		key: name
	});
	if (isObject$1(value)) return value;
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
const WORDS$2 = /* @__PURE__ */ new Map([
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
	const word = WORDS$2.get(value) ?? TRUTHS.get(value.toLowerCase());
	if (word !== void 0) return word;
	return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value.trim()) ? Number(value) : NaN;
}
/** One epoch's value of a score, which is a scorer's, or of one key of what a scorer gives. */
function ownValue(scores, name, scorer) {
	if (!isObject$1(scores)) return void 0;
	const own = scores[scorer] ?? scores[name];
	const value = isObject$1(own) ? own.value : void 0;
	return isObject$1(value) ? value[name] : value;
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
const inspect$2 = defineFormat({
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
		const model = digest$1(logs.map((log) => log.digest).sort());
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
		samples: () => samplesOf$6(log, scores, group, counted)
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
async function* samplesOf$6({ header, samples }, declared, group, counted) {
	const order = new Map((header.eval.dataset.sample_ids ?? []).map((id, index) => [String(id), index]));
	let number = 0;
	for await (const unordered of samples()) {
		const epochs = unordered.toSorted((a, b) => Number(a.epoch ?? 0) - Number(b.epoch ?? 0));
		const [first = {}] = epochs;
		const id = String(first.id);
		const output = outputOf$2(first.output);
		const scored = declared.map((each) => [each, epochScores(epochs, each)]);
		const partial = scored.filter(([{ metric }, values]) => metric.repeated === true && !values.every(Number.isFinite));
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
			target_digest: digest$1(first.target),
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
	const said = Array.isArray(messages) ? messages.filter((each) => isObject$1(each) && each.role === "assistant") : [];
	const { usage, time } = isObject$1(output) && said.length === 1 ? output : {};
	const { input_tokens: read, output_tokens: written } = isObject$1(usage) ? usage : {};
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
	const spoke = messages.findIndex((message) => isObject$1(message) && message.role === "assistant" && (message.source === "generate" || message.model));
	const last = messages.findLastIndex((message) => isObject$1(message) && message.role === "assistant");
	return messages.slice(0, spoke >= 0 ? spoke : last >= 0 ? last : messages.length).filter(isObject$1).map(({ role, content, tool_calls, function: name }) => ({
		role,
		content,
		tool_calls,
		name
	}));
}
const epochScores = (epochs, { own }) => epochs.map((epoch) => epoch.invalidation ? NaN : numberOf$1(ownValue(epoch.scores, own.name, own.scorer ?? own.name)));
/** @param planned epochs that the task has: a mean of fewer is of those that happened to come to a score */
function scoreOf$6(values, epochs, { metric, reduce }, planned) {
	if (metric.repeated !== true) return reduceScores(values, reduce, whyUnscored$1(epochs));
	const scored = values.filter((value) => Number.isFinite(value)).length;
	if (values.length === planned && scored === planned) return meanOfRepeats(values);
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
	const score = isObject$1(scores) ? scores[scorer] ?? scores[name] : void 0;
	if (isObject$1(score) && typeof score.answer === "string") return score.answer.trim();
	return outputOf$2(output)?.trim() ?? null;
}
function whyUnscored$1(epochs) {
	if (epochs.some(({ invalidation }) => invalidation)) return "invalidated";
	const error = epochs.map((epoch) => epoch.error).find(isObject$1);
	return error === void 0 ? "not scored" : `error: ${String(error.message).slice(0, 200)}`;
}
/** The answer's text; a message may consist of parts. */
function outputOf$2(output) {
	const choice = isObject$1(output) && Array.isArray(output.choices) ? output.choices[0] : void 0;
	const content = isObject$1(choice) && isObject$1(choice.message) ? choice.message.content : void 0;
	if (typeof content === "string") return content;
	if (!Array.isArray(content)) return void 0;
	return content.flatMap((part) => isObject$1(part) && typeof part.text === "string" ? part.text : []).join("\n");
}
/** Whether the answer ended because it might be no longer; nothing where the log does not say. */
function truncatedBy(output) {
	const choice = isObject$1(output) && Array.isArray(output.choices) ? output.choices[0] : void 0;
	const reason = isObject$1(choice) ? choice.stop_reason : void 0;
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
	const own = isObject$1(metadata) ? metadata[key] : void 0;
	return own === void 0 ? {} : { group: idFrom(String(own)) };
}
/** Models that a task asks beside its own, such as a grader, without the hosts at which they were asked. */
function rolesOf(roles) {
	if (!isObject$1(roles)) return roles;
	const roleOf = (role) => isObject$1(role) ? {
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
		dataset: digest$1({
			name,
			samples,
			sample_ids,
			shuffled
		}),
		prompt: digest$1({
			steps: plan?.steps,
			args: own.task_args
		}),
		generation: brief$3({
			epochs: isMean && each > 1 ? 1 : epochs,
			epochs_reducer
		}),
		...each > 1 ? { repeats: each } : {},
		scorers: brief$3(own.scorers ?? scores.map((score) => ({
			name: score.name,
			params: score.params
		}))),
		task_version: own.task_version ?? null,
		limit: limit === void 0 && sample_id === void 0 ? null : brief$3(limit ?? sample_id ?? null),
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

// src/results/formats/junit/parse.ts
var import_saxes = require_saxes();
const MAX_DEPTH = 50;
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
	let property = null;
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
		if (depth > MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} elements`);
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
			const found = {
				outcomes: /* @__PURE__ */ new Map(),
				properties: /* @__PURE__ */ new Map()
			};
			current = {
				at: here(),
				attributes,
				suite: suite.attributes.name ?? "",
				...found
			};
			suite.cases.push(current);
		} else if (current !== null && isOutcome(name)) current.outcomes.set(name, attributes.message ?? attributes.type ?? "");
		else if (current !== null && name === "property" && attributes.name !== void 0) {
			property = current.properties.has(attributes.name) ? null : attributes.name;
			if (property !== null) current.properties.set(property, attributes.value ?? "");
		}
	});
	const within = (text) => {
		const before = property === null ? void 0 : current?.properties.get(property);
		if (property !== null && before !== void 0) current?.properties.set(property, before + text);
	};
	parser.on("text", within);
	parser.on("cdata", within);
	parser.on("closetag", ({ name }) => {
		depth -= 1;
		if (name === "property") property = null;
		if (name === "testsuite") open.pop();
		if (name === "testcase") current = null;
	});
	const hash = createHash("sha256");
	const decoder = new TextDecoder();
	for await (const bytes of utf8Of(file, hash, MAX_FILE_BYTES)) parser.write(decoder.decode(bytes, { stream: true }));
	parser.close();
	return {
		suites,
		digest: hash.digest("hex")
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
		report: await parseReport(file)
	}),
	toRuns([{ file, report }]) {
		const samples = samplesOf$5(report);
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
function samplesOf$5({ suites }) {
	for (const suite of suites) checkCounts$1(suite);
	return [...groupBy(suites.flatMap(({ cases }) => cases), (test) => idFrom(nameOf$1(test)))].map(([id, cases], index) => {
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
				target_digest: expected === void 0 ? NOT_RECORDED : digest$1(expected),
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
const nameOf$1 = ({ attributes: { classname, name }, suite, at }) => {
	if (name) return [classname || suite, name].filter(Boolean).join("::");
	throw new WeighbridgeError("data", "a test case without a name", { at });
};
/** pytest reports a test twice when it failed and could not be torn down either: with a failure, then with an error. */
function theOne(cases) {
	const [first, second, ...others] = cases;
	if (first === void 0) throw new Error("a group without cases");
	if (second === void 0) return first;
	if (first.outcomes.has("failure") && second.outcomes.has("error") && others.length === 0) return first;
	throw new WeighbridgeError("data", `the test ${JSON.stringify(nameOf$1(second))} is already on line ${first.at.line}`, {
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
const WORDS$1 = {
	flakyFailure: "passed only when tried again",
	flakyError: "passed only when tried again"
};
const reason$1 = (outcome, message = "") => {
	return [WORDS$1[outcome] ?? outcome, firstLine(message)].filter((part) => part !== "").join(": ");
};
/** @throws WeighbridgeError `data` where the report counts other tests than it holds */
function checkCounts$1({ at, attributes, cases, holdsSuites }) {
	if (holdsSuites) return;
	const names = new Set(cases.map(nameOf$1)).size;
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

// src/results/formats/lighteval/results.ts
const values$1 = record(string(), unknown$1());
const schema = object({
	config_general: looseObject({
		model_name: string().nullish(),
		model_config: looseObject({ model_name: string().nullish() }).nullish(),
		lighteval_sha: unknown$1().optional(),
		max_samples: unknown$1().optional(),
		num_fewshot_seeds: unknown$1().optional(),
		start_time: unknown$1().optional(),
		generation_parameters: unknown$1().optional()
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
		const { num_rows: rows } = await parquetMetadataAsync(await asyncBufferFromFile(file));
		return Number(rows);
	});
}
/** @throws WeighbridgeError `data` for a file that is torn, or packed in a way that is not read */
async function* detailRows(file) {
	const total = await countRows(file);
	for (let start = 0; start < total; start += BATCH) {
		const rows = await reading(file, async () => parquetReadObjects({
			file: await asyncBufferFromFile(file),
			rowStart: start,
			rowEnd: Math.min(total, start + BATCH)
		}));
		for (const row of rows) if (isObject$1(row)) yield row;
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
			aggregates
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
		samples: () => samplesOf$4(rows, metrics)
	};
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
async function* samplesOf$4(file, metrics) {
	const scored = metrics.filter(({ kind }) => kind !== "corpus");
	const seen = /* @__PURE__ */ new Map();
	let index = 0;
	for await (const row of detailRows(file)) {
		const doc = isObject$1(row.doc) ? row.doc : row;
		const asked = doc.query ?? row.full_prompt ?? row.example;
		const question = inputDigest(plain$1([asked ?? null, asked === void 0 ? null : doc.choices]));
		const given = isObject$1(row.model_response) ? row.model_response.input ?? null : null;
		const id = idFrom(String(doc.id ?? doc.instance_id ?? question));
		const times = (seen.get(id) ?? 0) + 1;
		seen.set(id, times);
		const output = outputOf$1(row);
		yield { sample: {
			id: numberedId(id, times),
			index,
			input_digest: given === null ? question : digest$1(plain$1([question, given])),
			target_digest: digest$1(plain$1(doc.gold_index ?? row.gold_index ?? row.gold ?? null)),
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
	const value = isObject$1(scores) ? scores[metric] : void 0;
	if (typeof value === "boolean") return Number(value);
	if (typeof value === "bigint") return Number(value);
	return typeof value === "number" && Number.isFinite(value) ? value : { unscored: `${value ?? "no value"}` };
}
/** Of choices that were asked for by their log-likelihoods; in a task of free answers they are the right ones. */
function answerOf({ model_response: response, predictions }, offered) {
	const likelihoods = isObject$1(response) ? response.logprobs : predictions;
	if (!(Array.isArray(likelihoods) && likelihoods.length === choicesIn(offered)) || likelihoods.some(isText)) return {};
	return {
		choices: keptLikelihoods(likelihoods),
		answer_digest: digest$1(plain$1(likelihoods))
	};
}
const isText = (value) => typeof value === "string";
function outputOf$1({ model_response: response, predictions }) {
	const texts = isObject$1(response) ? response.text_post_processed ?? response.text : predictions;
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
	const hashes = isObject$1(summary) && isObject$1(summary.hashes) ? summary.hashes : {};
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
		dataset: digest$1({
			hf_repo,
			hf_subset,
			hf_revision,
			evaluation_splits,
			of: hashesOf(own, QUESTIONS)
		}),
		prompt: digest$1({
			prompt_function,
			of: hashesOf(own, [...PROMPTS, ...hasDetails ? [] : GIVEN_IDS])
		}),
		few_shot: shots === void 0 ? null : Number(shots),
		generation: brief$3({
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

// node_modules/csv-parse/lib/index.js
var Parser = class extends Transform {
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
const parse$3 = function() {
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

// src/results/formats/split-table.ts
/** A table as pandas writes it with `orient="split"`, and so `mlflow.log_table`: `{"columns": [...], "data": [[...], ...]}`. */
const splitTable = object({
	columns: array(string()).min(1),
	data: array(array(unknown$1()))
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

// src/results/formats/plain/line-shape.ts
/** Kinds of lines that are held at once, such as one a metric. */
const MOST_SHAPES = 16;
/** After so many lines of which none was like another, no more shapes are made. */
const MOST_VAIN = 256;
/** Longer lines are not looked at for what they have in common. */
const LONGEST_LINE = 4096;
/** More digits than these may be an integer that no number holds. */
const LONGEST_SCORE = 24;
const LONGEST_INTEGER = 15;
/** Longer ones are refused, which the parser's reader says. */
const LONGEST_ID = 256;
const [QUOTE, BACKSLASH, COMMA, BRACE, SPACE, TILDE, CARRIAGE_RETURN] = [
	34,
	92,
	44,
	125,
	32,
	126,
	13
];
const [ZERO, NINE] = [48, 57];
const NUMBER$1 = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/**
* What all lines of a kind have in common, byte for byte, around an id and a score. A text without quotes, backslashes and control
* characters can stand for another one in JSON, and a number for a number, without anything else in the line meaning
* something else: so that what the parser made of one such line holds for all, and no other is taken for one.
*/
var LineShape = class {
	row;
	#texts;
	#isIdFirst;
	start = 0;
	end = 0;
	score = NaN;
	constructor(row, texts, isIdFirst) {
		this.row = row;
		this.#texts = texts;
		this.#isIdFirst = isIdFirst;
	}
	/** Whether the line is one of these: then `start`, `end` and `score` are its own. */
	matches(line) {
		const [before, between, after] = this.#texts;
		if (line.length < before.length + between.length + after.length || !hasAt(line, before, 0)) return false;
		const first = this.#isIdFirst ? this.#idAt(line, before.length) : this.#scoreAt(line, before.length);
		if (first === -1 || !hasAt(line, between, first)) return false;
		const second = first + between.length;
		const last = this.#isIdFirst ? this.#scoreAt(line, second) : this.#idAt(line, second);
		return last !== -1 && line.length === last + after.length && hasAt(line, after, last);
	}
	/** @returns where it ends; -1 where it is none that can be taken as it is */
	#idAt(line, start) {
		let end = start;
		for (; end < line.length; end += 1) {
			const byte = line[end];
			if (byte === QUOTE) break;
			if (byte < SPACE || byte > TILDE || byte === BACKSLASH) return -1;
		}
		if (end === start || end - start > LONGEST_ID) return -1;
		this.start = start;
		this.end = end;
		return end;
	}
	#scoreAt(line, start) {
		let end = start;
		for (; end < line.length; end += 1) {
			const byte = line[end];
			if (byte === COMMA || byte === BRACE || byte === SPACE || byte === CARRIAGE_RETURN) break;
		}
		const first = line[start];
		this.score = end === start + 1 && first >= ZERO && first <= NINE ? first - ZERO : numberIn(line, start, end);
		return Number.isNaN(this.score) ? -1 : end;
	}
};
function hasAt(line, text, at) {
	if (at + text.length > line.length) return false;
	for (let index = 0; index < text.length; index += 1) if (line[at + index] !== text[index]) return false;
	return true;
}
/** NaN for anything that JSON or this table's reader would not take for just that number. */
function numberIn(line, start, end) {
	if (end - start > LONGEST_SCORE) return NaN;
	const text = line.toString("latin1", start, end);
	if (text === "true" || text === "false") return Number(text === "true");
	if (!NUMBER$1.test(text) || text.length > LONGEST_INTEGER && /^-?\d+$/.test(text)) return NaN;
	const number = Number(text);
	return Number.isFinite(number) ? number : NaN;
}
/** The shapes of a table's lines, as far as these repeat. */
var LineShapes = class {
	#shapes = [];
	#vain = 0;
	/** What the line says, until the next one is looked at; null for one that has to be parsed. */
	find(line) {
		for (let index = 0; index < this.#shapes.length; index += 1) {
			const shape = this.#shapes[index];
			if (!shape.matches(line)) continue;
			this.#vain = 0;
			return shape;
		}
		return null;
	}
	/** A line that was parsed, and what it came to. */
	learn(text, row) {
		this.#vain += 1;
		if (this.#vain > MOST_VAIN || text.length > LONGEST_LINE || row.filter !== void 0) return;
		const shape = shapeOf(text, row);
		if (shape === null) return;
		this.#shapes.unshift(shape);
		if (this.#shapes.length > MOST_SHAPES) this.#shapes.pop();
	}
};
const ID = /"id"\s*:\s*"([^"\\]*)"/d;
const SCORE$2 = /"score"\s*:\s*(true|false|-?\d[^\s,}]*)/d;
const PROBE = {
	id: "an id that stands for others",
	score: .5
};
/** Null where what the parser makes of the line with another id and another score is not the same with these. */
function shapeOf(text, row) {
	if (/[^\x20-\x7e\r]|\\/.test(text)) return null;
	const [id, score] = [ID, SCORE$2].map((pattern) => pattern.exec(text)?.indices?.[1]);
	if (id === void 0 || score === void 0) return null;
	const isIdFirst = id[0] < score[0];
	const [[start, end], [nextStart, nextEnd]] = isIdFirst ? [id, score] : [score, id];
	const texts = [
		text.slice(0, start),
		text.slice(end, nextStart),
		text.slice(nextEnd)
	];
	const [one, other] = isIdFirst ? [PROBE.id, PROBE.score] : [PROBE.score, PROBE.id];
	try {
		const told = (line) => parseLenientJson(line, row.at);
		const probed = told(`${texts[0]}${one}${texts[1]}${other}${texts[2]}`);
		if (JSON.stringify(probed) !== JSON.stringify({
			...told(text),
			...PROBE
		})) return null;
	} catch {
		return null;
	}
	const [before, between, after] = texts.map((part) => Buffer.from(part, "latin1"));
	return before === void 0 || between === void 0 || after === void 0 ? null : new LineShape(row, [
		before,
		between,
		after
	], isIdFirst);
}

// src/results/formats/plain/row.ts
const REQUIRED_COLUMNS = [
	"task",
	"id",
	"metric",
	"score"
];
/** What is said of a sample. */
const SAMPLE_COLUMNS = [
	"group",
	"cluster",
	"weight",
	"choices",
	"input",
	"prompt",
	"target",
	"output"
];
const OPTIONAL = [
	"filter",
	...SAMPLE_COLUMNS,
	"direction",
	"unit",
	"min",
	"max",
	"model"
];
const KNOWN$1 = [...REQUIRED_COLUMNS, ...OPTIONAL];
/** What a column of one's own may begin with. */
const OWN = "x_";
const DIRECTIONS = /* @__PURE__ */ new Map([
	["higher_is_better", "higher_is_better"],
	["higher", "higher_is_better"],
	["lower_is_better", "lower_is_better"],
	["lower", "lower_is_better"]
]);
const UNITS_BY_NAME = new Map([
	"rate",
	"percent",
	"number"
].map((unit) => [unit, unit]));
/** @throws WeighbridgeError `data` for a column that is not known: a misspelt `weight` would change every number */
function checkColumns(columns, at) {
	const missing = REQUIRED_COLUMNS.find((name) => !columns.includes(name));
	if (missing !== void 0) throw missingColumn(missing, at);
	const unknown = columns.find((name) => !KNOWN$1.includes(name) && !name.startsWith(OWN));
	if (unknown === void 0) return;
	throw new WeighbridgeError("data", `${JSON.stringify(unknown)} is not known`, {
		at,
		fix: `use ${KNOWN$1.join(", ")}; a column of your own begins with ${OWN}`
	});
}
const missingColumn = (name, at) => new WeighbridgeError("data", `${JSON.stringify(name)} is missing`, { at });
/**
* @param members in known columns, of which those that are null or, in CSV, empty are absent; a score is never absent
* @throws WeighbridgeError `data` with file and line
*/
function parsePlainRow(members, at) {
	const required = {
		at,
		task: textIn(members, "task", at),
		id: textIn(members, "id", at),
		metric: textIn(members, "metric", at),
		score: parseScore(members.score, (message) => refuse(at, "score", message))
	};
	return Object.keys(members).length === REQUIRED_COLUMNS.length ? {
		...required,
		sample: NOTHING_MORE
	} : {
		...required,
		...optionalIn(members, at)
	};
}
/** Of a line that says nothing of its sample but a score. */
const NOTHING_MORE = {};
function optionalIn(members, at) {
	const fail = (key, message) => refuse(at, key, message);
	const has = (key) => members[key] !== void 0 && members[key] !== null;
	const text = (key) => textIn(members, key, at);
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
	const bound = (key) => has(key) ? { [key]: parseBound(members[key], (message) => fail(key, message)) } : {};
	const sampleIn = () => ({
		...optional("group"),
		...optional("cluster"),
		...members.output === "" ? { output: "" } : optional("output"),
		...has("weight") ? { weight: parseWeight(members.weight, (message) => fail("weight", message)) } : {},
		...has("choices") ? { choices: parseChoices(members.choices, (message) => fail("choices", message)) } : {},
		...any("input", "input", "prompt"),
		...any("target", "target")
	});
	return {
		...optional("filter"),
		...optional("model"),
		...oneOf("direction", DIRECTIONS),
		...oneOf("unit", UNITS_BY_NAME),
		...bound("min"),
		...bound("max"),
		sample: SAMPLE_COLUMNS.some(has) ? sampleIn() : NOTHING_MORE
	};
}
function refuse(at, key, message) {
	throw new WeighbridgeError("data", message, { at: {
		...at,
		key
	} });
}
function textIn(members, key, at) {
	const value = members[key];
	if (typeof value === "string" && value !== "") return value;
	if (value === void 0) throw missingColumn(key, at);
	return Number.isSafeInteger(value) ? String(value) : refuse(at, key, "must be a text");
}
const NO_SCORE = /^(nan|n\/?a|null|none|[+-]?inf(inity)?|-)?$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** What is no finite number but says so is unscored; anything else is a fault. */
function parseScore(value, fail) {
	if (typeof value === "boolean") return Number(value);
	if (value === null || value === void 0) return { unscored: "no score in the file" };
	if (typeof value === "string" && NO_SCORE.test(value.trim())) return { unscored: value.trim() === "" ? "no score in the file" : value.trim() };
	if (typeof value === "string" && /^(true|false)$/i.test(value)) return Number(value.toLowerCase() === "true");
	const number = numberOf(value) ?? fail(`${brief$2(value)} is no number`);
	return Number.isFinite(number) ? number : { unscored: String(number) };
}
function parseWeight(value, fail) {
	const weight = numberOf(value);
	if (weight !== null && weight > 0 && Number.isFinite(weight)) return weight;
	return fail("must be a positive number");
}
function parseBound(value, fail) {
	const bound = numberOf(value);
	return bound !== null && Number.isFinite(bound) ? bound : fail("must be a number");
}
function parseChoices(value, fail) {
	const count = numberOf(value);
	return count !== null && Number.isSafeInteger(count) && count >= 1 ? count : fail("must be how many choices the question has");
}
function numberOf(value) {
	if (typeof value === "number") return value;
	return typeof value === "string" && NUMBER.test(value.trim()) ? Number(value) : null;
}
const brief$2 = (value) => (JSON.stringify(value) ?? "this").slice(0, 60);

// src/results/formats/plain/table.ts
/** Which of the two a table is, by its first line; null for neither. */
function tableFormOf(head) {
	const columns = splitColumns(head);
	if (columns !== null) return hasRequired(columns) ? "split" : null;
	const first = head.trimStart().split("\n", 1)[0]?.trim() ?? "";
	if (!first.startsWith("{")) {
		const columns = first.split(",").map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
		return hasRequired(columns) ? "csv" : null;
	}
	try {
		const value = JSON.parse(first.replace(/:\s*(NaN|-?Infinity)\b/g, ":null"));
		return isObject$1(value) && REQUIRED_COLUMNS.every((name) => Object.hasOwn(value, name)) ? "jsonl" : null;
	} catch {
		return null;
	}
}
const hasRequired = (columns) => REQUIRED_COLUMNS.every((name) => columns.includes(name));
/**
* The rows in groups, of which each is gone through before the next is asked for.
* @throws WeighbridgeError `data`, while a group is gone through, with file and line
*/
async function* tableRows(file, options = {}) {
	const form = tableFormOf(await headOf(file) ?? "");
	if (form === "csv") return yield* csvRows(file, options);
	if (form === "split") return yield await splitRows(file, options);
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
	if (tableFormOf(await headOf(file) ?? "") !== "jsonl") {
		for await (const rows of tableRows(file, { hash })) for (const row of rows) visitor.row(row);
		return;
	}
	const ending = { isWhole: true };
	const shapes = new LineShapes();
	for await (const lines of rawLineGroups(file, MAX_LINE_BYTES, ended(passingBytesOf(file, hash), ending))) for (const line of lines) {
		const { number, bytes } = line;
		const alike = shapes.find(bytes);
		if (alike !== null) {
			const { row, start, end, score } = alike;
			visitor.again({
				row,
				start,
				end,
				score,
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
/** By chunks, since a promise a row takes longer than to read it. */
async function* csvRows(file, { hash, range = {
	first: 1,
	last: Infinity
} }) {
	const end = { isWhole: true };
	const lengths = /* @__PURE__ */ new Set();
	let names = null;
	let last = null;
	let isOver = false;
	let line = 1;
	function* rowsOf(records) {
		for (const record of records) {
			const at = {
				file,
				line
			};
			line += 1 + linesWithin(record);
			if (record.length === 1 && record[0] === "") continue;
			if (names === null) {
				names = checkHeader(record, file);
				continue;
			}
			if (record.length !== names.length) {
				const message = `not CSV: ${plural(record.length, "field")} in a row, and ${names.length} in the header`;
				throw new WeighbridgeError("data", message, { at });
			}
			if (last !== null) {
				lengths.add(last.length);
				if (last.row.at.line >= range.first) yield last.row;
			}
			isOver = line > range.last + 1;
			if (isOver) return;
			last = {
				row: parsePlainRow(membersOf(names, record), at),
				length: record.at(-1)?.length ?? 0
			};
		}
	}
	function* lastRow() {
		if (last === null) return;
		if (!end.isWhole && !(lengths.size === 1 && lengths.has(last.length))) throw cutRow(last.row.at);
		if (last.row.at.line >= range.first) yield last.row;
	}
	for await (const records of recordsOf(file, wellFormed(file, hash, end))) {
		yield rowsOf(records);
		if (isOver) return;
	}
	yield lastRow();
}
/** The records of each chunk. @throws WeighbridgeError `data` where the parser ends, with the line that it was at */
async function* recordsOf(file, chunks) {
	const parser = parse$3({
		bom: true,
		relax_column_count: true,
		max_record_size: MAX_LINE_BYTES
	});
	const ended = once(parser, "end");
	ended.catch(() => void 0);
	const drained = () => {
		if (parser.errored !== null) throw parser.errored;
		const records = [];
		for (let record = parser.read(); record !== null; record = parser.read()) records.push(record);
		return records;
	};
	try {
		for await (const chunk of chunks) {
			parser.write(chunk);
			yield drained();
		}
		parser.end();
		yield drained();
		await ended;
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
	} finally {
		parser.destroy();
	}
}
function linesWithin(record) {
	let lines = 0;
	for (const field of record) if (field.includes("\n") || field.includes("\r")) lines += field.match(/\r\n|\n|\r/g)?.length ?? 0;
	return lines;
}
/** What is empty is not said, but for a score, which is then none. */
function membersOf(names, record) {
	const members = {};
	names.forEach((name, index) => {
		const value = record[index] ?? "";
		if (value !== "" || name === "score") members[name] = value;
	});
	return members;
}
/** A last field as long as those of all other rows, such as 0 or 1, cannot have lost a part. */
const cutRow = (at) => new WeighbridgeError("data", "the last line has no end, and may be cut off", {
	at,
	fix: "evaluate again, or end the file with a line break if it is whole"
});
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
/** csv-parse replaces bad bytes in silence. */
async function* wellFormed(file, hash, end) {
	for await (const chunk of utf8Of(file, hash)) {
		if (chunk.length > 0) end.isWhole = chunk.at(-1) === 10;
		yield chunk;
	}
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
		aggregates: of.map(({ metric: { name: metric }, value, stderr }) => ({
			metric,
			value,
			stderr,
			n: null
		})),
		fingerprint: {
			harness: "mlflow",
			...datasets.length === 0 ? {} : { dataset: digest$1(datasets) }
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
const OUTPUTS$1 = [
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
		first(OUTPUTS$1)
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
				target_digest: target === null ? NOT_RECORDED : digest$1(row[target]),
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
	config: record(string(), unknown$1()).default({}),
	benchmark: object({
		name: string().min(1),
		samples: int().min(0),
		scores: record(string(), unknown$1()).default({})
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
	prompt: unknown$1().optional(),
	expected_answer: unknown$1().optional(),
	model_response: string().nullish(),
	scoring_details: record(string(), unknown$1()).nullish(),
	metadata: object({ category: unknown$1().optional() }).nullish()
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
				samples: () => samplesOf$3(bundle, counted),
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
		prompt: digest$1({ system_prompt }),
		generation: brief$3({
			temperature,
			max_tokens,
			top_p,
			repeats: answers > 1 ? 1 : repeats
		}),
		...answers > 1 ? { repeats: answers } : {},
		dataset: brief$3({
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
	const { benchmark, n_results } = bundle.content;
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
		const said = answer === null ? null : digest$1(answer.trim());
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
		const own = isObject$1(score) ? score.value : void 0;
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
	let repeats = 0;
	for (const { length } of problems.values()) repeats = Math.max(repeats, length);
	return {
		problems,
		repeats,
		inputs
	};
}
const average = (values) => values.reduce((total, value) => total + value, 0) / values.length;
/** @throws WeighbridgeError `data` for a reward outside of 0 to 1 */
async function* samplesOf$3(bundle, { problems, repeats }) {
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
				target_digest: row.expected_answer === void 0 ? NOT_RECORDED : digest$1(row.expected_answer),
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
	if (isObject$1(judge) && judge.error) return { unscored: reason("judge", judge.error) };
	if (reward === null || reward === void 0) return { unscored: "no reward in the file" };
	return Number.isFinite(reward) ? reward : { unscored: String(reward) };
}
const reason = (what, error) => typeof error === "string" ? `${what}: ${firstLine(error)}` : what;

// src/results/formats/openai-evals/events.ts
/** Of the run's specification (evals/base.py, RunSpec) only what is read here. */
const specSchema = object({
	completion_fns: array(string()).min(1),
	eval_name: string().min(1),
	run_config: object({
		eval_spec: object({
			cls: string().nullish(),
			args: unknown$1().optional()
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
		report = isObject$1(members.final_report) ? members.final_report : {};
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
	const data = isObject$1(event.data) ? event.data : {};
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
			sample.target = digest$1(data.expected);
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
			samples: samplesOf$2(log, metrics),
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
		scorers: brief$3({
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
function samplesOf$2({ samples }, metrics) {
	return [...samples].sort(([a], [b]) => a.length === b.length ? a < b ? -1 : 1 : a.length - b.length).flatMap(([name, recorded]) => {
		const id = idFrom(name);
		const turns = turnsOf$1(recorded);
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
function turnsOf$1({ at, matches, metrics }) {
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
	if (!isObject$1(read.value)) throw new WeighbridgeError("data", "not results of OpenCompass", { at: { file } });
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
		digest: digest$1([read.digest, predictions?.size])
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
		for (const row of isObject$1(value) ? Object.values(value) : []) if (isObject$1(row)) predictions.set(String(predictions.size), row);
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
	const rows = parse$4((await readText(newest)).text, {
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
		const by = digest$1(datasets.map((dataset) => dataset.digest));
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
		metrics: own.map(({ metric }) => percent$1(file, metric, directions)),
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
		const prompt = asked?.origin_prompt ?? detail.prompt ?? (isObject$1(tried) ? tried.origin_prompt : void 0);
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
				target_digest: digest$1(expected),
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
function percent$1(file, metric, directions) {
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
const labelsIn = (tried) => Object.entries(isObject$1(tried) ? tried : {}).flatMap(([label, each]) => isObject$1(each) && typeof each.PPL === "number" ? [label] : []);
/** By number, in a list or as keys; null where they do not say right or wrong of each. */
function verdictsOf(details) {
	const verdicts = (typeof details === "object" && details !== null ? Object.entries(details) : []).flatMap(([id, detail]) => {
		if (!/^\d+$/.test(id) || !isObject$1(detail)) return [];
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
const COLUMNS$4 = {
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
			columnData: Object.entries(COLUMNS$4).map(([name, { type, of }]) => ({
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
const CONFIDENCE$1 = {
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
	ece: CONFIDENCE$1,
	ece_mass: CONFIDENCE$1,
	mce: CONFIDENCE$1,
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
	if (reading === CONFIDENCE$1 && said.score !== null && !(said.score >= 0 && said.score <= 1)) throw new WeighbridgeError("data", `${metric} needs ${reading.score}, and the score is ${said.score}`, {
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
		while (this.#chunks.length <= chunk) this.#chunks.push(new Float64Array(CHUNK).fill(NaN));
		const values = this.#chunks[chunk];
		if (values !== void 0) values[row % CHUNK] = value;
	}
	get(row) {
		return this.#chunks[Math.floor(row / CHUNK)]?.[row % CHUNK] ?? NaN;
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
/** Short lists of numbers by row, one after the other in one column. */
var ListColumn = class {
	#starts = new NumberColumn();
	#lengths = new NumberColumn();
	#values = new NumberColumn();
	#used = 0;
	get isEmpty() {
		return this.#starts.isEmpty;
	}
	set(row, list) {
		this.#starts.set(row, this.#used);
		this.#lengths.set(row, list.length);
		for (const value of list) {
			this.#values.set(this.#used, value);
			this.#used += 1;
		}
	}
	get(row) {
		const start = this.#starts.get(row);
		if (Number.isNaN(start)) return void 0;
		return Array.from({ length: this.#lengths.get(row) }, (_, index) => this.#values.get(start + index));
	}
};
const HASH_BYTES = 32;
const ENDS_IN_HASH = /^(.*?)([0-9a-f]{64})$/s;
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
		const [, beginning, hash] = text.length < 64 ? [] : ENDS_IN_HASH.exec(text) ?? [];
		if (beginning === void 0 || hash === void 0) {
			if (text !== this.#lastOther) this.#lastOther = text;
			this.#others[row] = this.#lastOther;
			return;
		}
		const chunk = Math.floor(row / CHUNK);
		while (this.#chunks.length <= chunk) this.#chunks.push(Buffer.alloc(CHUNK * HASH_BYTES));
		this.#chunks[chunk]?.write(hash, row % CHUNK * HASH_BYTES, "hex");
		this.#beginnings.set(row, beginning);
	}
	get(row) {
		const beginning = this.#beginnings.get(row);
		if (beginning === void 0) return this.#others[row] ?? "";
		const start = row % CHUNK * HASH_BYTES;
		return beginning + (this.#chunks[Math.floor(row / CHUNK)]?.toString("hex", start, start + HASH_BYTES) ?? "");
	}
};

// src/results/store/score-column.ts
/** One metric's scores: numbers and ratios as such, anything else as it is, equal reasons held once. */
var ScoreColumn = class {
	#numbers = new NumberColumn();
	#denominators = new NumberColumn();
	#reasons = new NameColumn();
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
			} else this.#others.set(row, score);
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
		return reason === void 0 ? this.#others.get(row) : { unscored: reason };
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

// src/results/formats/plain/seen-samples.ts
/** What the lines of one metric say, by the position of their sample. */
var ScoreLines = class {
	lines = new CountColumn();
	scores = new ScoreColumn();
};
/** The samples of a task so far: on which line each metric of each stood, and its score. */
var SeenSamples = class {
	/** In the order in which they first came. */
	#keys = new KeyTable();
	#metrics = /* @__PURE__ */ new Map();
	/** Null as long as no line has a filter, so that keys are ids. */
	#ids = null;
	#last = -1;
	/** The first line, where all have said nothing but a score so far. */
	#bare = null;
	#areNames = true;
	/** How many documents. */
	get documents() {
		return this.#ids?.length ?? this.#keys.length;
	}
	/** Whether no line says more than a score. */
	get isBare() {
		return this.#bare !== null;
	}
	/** Whether every id may be one. */
	get areNames() {
		return this.#areNames;
	}
	/** Whether a line is of a sample that others came after. @throws WeighbridgeError `data` for a score that was said before */
	comesBack(row) {
		if (this.#keys.length === 0) this.#bare = row;
		if (row.sample !== NOTHING_MORE || row.filter !== void 0) this.#bare = null;
		if (row.filter !== void 0 && this.#ids === null) {
			this.#ids = new KeyTable();
			for (let position = 0; position < this.#keys.length; position += 1) this.#ids.claim(this.#keys.at(position));
		}
		this.#ids?.claim(row.id);
		this.#areNames &&= mayBeName(row.id);
		const count = this.#keys.length;
		return this.#place(this.#keys.claim(sampleKey(row)), count, row, row.at.line, row.score);
	}
	/** The same of a line that is as one of these was, but for its id and its score. */
	comesBackAs({ row, bytes, start, end, number, score }) {
		if (this.#ids !== null) return this.comesBack(rowLike(row, bytes.toString("latin1", start, end), number, score));
		const count = this.#keys.length;
		return this.#place(this.#keys.claimBytes(bytes, start, end), count, row, number, score);
	}
	/** @param count how many samples there were before the line */
	#place(position, count, { metric, at: { file } }, line, score) {
		let own = this.#metrics.get(metric);
		if (own === void 0) {
			own = new ScoreLines();
			this.#metrics.set(metric, own);
		}
		if (position < count) {
			const first = own.lines.get(position);
			if (first > 0) {
				const [id] = this.#keys.at(position).split("\0", 1);
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
	/** Where lines say nothing but scores. */
	get samples() {
		return {
			keys: this.#keys,
			scores: new Map([...this.#metrics].map(([name, { scores }]) => [name, scores]))
		};
	}
	/** Likewise the lines of each sample, in the order in which samples first came. */
	*rows() {
		const first = this.#bare;
		if (first === null) throw new Error("lines say more than was kept");
		for (let position = 0; position < this.#keys.length; position += 1) {
			const id = this.#keys.at(position);
			const rows = [];
			for (const [metric, { lines, scores }] of this.#metrics) {
				const line = lines.get(position);
				const score = scores.get(position);
				if (score !== void 0) rows.push(rowLike({
					...first,
					metric
				}, id, line, score));
			}
			yield rows.length === 1 ? rows : rows.sort((one, other) => one.at.line - other.at.line);
		}
	}
};
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
			task.scattered ||= seenOf(task).comesBack(row);
			task.inputs &&= row.sample.input !== void 0;
			task.range.last = row.at.line;
			if (isOfColumns(row.metric) && task.targets.size <= 1e3) {
				const label = labelIn(row.sample.target);
				if (label !== null) task.targets.add(label);
			}
			task.metrics.set(row.metric, joined$1(task.metrics.get(row.metric), row));
		},
		again(line) {
			if (like?.row !== line.row) {
				const task = taskOf$1(models, line.row);
				like = {
					row: line.row,
					task,
					own: seenOf(task)
				};
			}
			const { row, task, own } = like;
			if (own.comesBackAs(line)) task.scattered = true;
			task.range.last = line.number;
			const said = task.metrics.get(row.metric);
			if (said === void 0 || line.score > said.largest) task.metrics.set(row.metric, joined$1(said, {
				...row,
				score: line.score
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
const isSaid$1 = (said, { direction, unit, min, max, score }) => (direction === void 0 || direction === said.direction) && (unit === void 0 || unit === said.unit) && (min === void 0 || min === said.min) && (max === void 0 || max === said.max) && (typeof score !== "number" || score <= said.largest);
function joined$1(said, row) {
	if (said !== void 0 && isSaid$1(said, row)) return said;
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
	summary: "JSONL or CSV with task, id, metric and score in each line",
	detect: (head) => tableFormOf(head) !== null,
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
		samples: () => samplesOf$1({
			...source,
			metrics
		}, found),
		...bareOf(found, metrics)
	};
}
/** Of lines that say nothing but scores, each of them one that its metric can have. */
function bareOf({ bare }, metrics) {
	if (bare === null || !bare.areNames) return {};
	const { keys, scores } = bare.samples;
	return [...scores].every(([name, own]) => {
		const metric = metrics.get(name);
		if (metric === void 0 || metric.divisor !== 1 || isOfColumns(name)) return false;
		return own.liesWithin(metric.declaration.range);
	}) ? { bare: {
		keys,
		scores
	} } : {};
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
async function* samplesOf$1(source, { range, scattered, bare }) {
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
			target_digest: target === void 0 ? NOT_RECORDED : digest$1(target),
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
		if (before === void 0 || digest$1(before) === digest$1(now)) continue;
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
const values = record(string(), unknown$1());
const testCase = object({
	vars: values.nullish(),
	assert: array(unknown$1()).nullish(),
	threshold: number().nullish(),
	options: unknown$1().optional()
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
		raw: unknown$1().optional(),
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
	gradingResult: object({ componentResults: array(unknown$1()).nullish() }).nullish(),
	failureReason: int().nullish(),
	error: unknown$1().optional(),
	response: object({
		output: unknown$1().optional(),
		cached: unknown$1().optional()
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
	const own = (gradingResult?.componentResults ?? []).filter(isObject$1).filter(({ assertion }) => isObject$1(assertion) && assertion.metric === name);
	return own.every(({ assertion }) => isObject$1(assertion) && assertion.weight === 0) ? own.map(({ score }) => typeof score === "number" ? score : NaN) : [];
}
function unscoredOr(row, score) {
	const why = whyUnscored(row);
	if (why !== null) return { unscored: why };
	if (score === null || score === void 0) return { unscored: "no such score in the file" };
	return Number.isFinite(score) ? score : { unscored: String(score) };
}
/** Those of `assert-set` included. */
const assertionsOf = ({ testCase: test }) => assertionsIn(test?.assert);
const assertionsIn = (list) => (Array.isArray(list) ? list : []).filter(isObject$1).flatMap((each) => [each, ...assertionsIn(each.assert)]);
/** The named scores that a test has, or should have had: an error leaves none. */
function namedMetricsOf(row) {
	const declared = assertionsOf(row).flatMap(({ metric }) => typeof metric === "string" && !metric.includes("{{") ? [metric] : []);
	return /* @__PURE__ */ new Set([...Object.keys(row.namedScores ?? {}), ...declared]);
}
const promptLabel = ({ prompt }) => idFrom(prompt.label ?? prompt.display ?? (typeof prompt.raw === "string" ? prompt.raw : digest$1(prompt.raw)));
/**
* Tests are told by their variables, and with several prompts by the prompt too. Rows that ask the same and count the same as
* right (`repeat`) are the answers to one test where every test has as many; where not, they are tests of their own. Tests that
* differ in what they assert are numbered; they, the prompts of one test and such rows are a cluster, since they are not
* independent.
*/
function testsOf(rows) {
	const prompts = new Set(rows.map(promptLabel)).size;
	const keyed = rows.map((row, position) => {
		const variables = digest$1(row.testCase?.vars ?? row.vars).slice(7, 23);
		const group = prompts > 1 ? { group: promptLabel(row) } : {};
		const key = prompts > 1 ? `${variables}-${digest$1(group).slice(7, 15)}` : variables;
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
	return Object.hasOwn(row.vars, "_conversation") ? digest$1({
		prompt: row.promptId,
		vars: row.testCase?.vars
	}) : inputDigest(row.prompt.raw);
}
function targetOf({ testCase: test }) {
	if (test === void 0) return NOT_RECORDED;
	const { assert, threshold } = test;
	const options = isObject$1(test.options) ? {
		...test.options,
		repeat: void 0
	} : test.options;
	return digest$1({
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
	results: array(unknown$1()),
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
		providers: unknown$1().optional(),
		env: unknown$1().optional(),
		evaluateOptions: unknown$1().optional()
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
	const whole = isObject$1(value) && Array.isArray(value.results) ? { results: value } : value;
	const { results, config, metadata } = parseAs(wholeFile, whole, "results of promptfoo", { file: path });
	const tests = new Map((results.table?.body ?? []).flatMap(({ test }) => test ? [[digest$1(test.vars ?? {}), test]] : []));
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
	testCase: tests.get(digest$1(row.vars))
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
		const run = (task, metrics, own, scoresOf) => ({
			...known,
			task,
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
		})), ...names.map((name) => run(name, [SCORE], tests.filter((test) => test.rows.some((row) => namedMetricsOf(row).has(name))), (row) => ({ score: namedScoreOf(row, name) })))];
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
	const listed = (Array.isArray(providers) ? providers : []).filter(isObject$1).map((each) => {
		if (typeof each.id === "string") return each;
		const [first] = Object.entries(each);
		return {
			...isObject$1(first?.[1]) ? first[1] : {},
			id: first?.[0]
		};
	});
	const own = listed.find((each) => label ? each.label === label : each.id === id) ?? listed.find((each) => each.id === id);
	return isObject$1(own?.config) ? own.config : {};
}

// src/results/formats/registry.ts
/** One row adds a format. The first that knows a path reads it. */
const RESULT_FORMATS = {
	"lm-eval": lmEval,
	inspect: inspect$2,
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
		const known = [];
		for (const name of (await namesIn(folder)).sort().slice(0, MOST_FILES)) {
			const file = join(folder, name);
			if ((await stat(file).catch(() => null))?.isFile() === true && await formatAt(file) !== null) known.push(file);
		}
		if (known.length > 0) throw ofFiles(folder, known);
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

// src/results/store/output-spill.ts
/** Held in memory before anything goes to the disk: most suites never come to it. */
const BUFFERED_BYTES = 1048576;
/** Before each text: its bytes, as a whole number, negative where they are one a character. */
const HEADER_BYTES = 4;
/** An open file without a name is gone with its last reader, however the process ends. */
const opened = new FinalizationRegistry(closeSync);
/**
* Texts of which hardly any is ever asked for again, such as what a model said: a report shows a few dozen of them. They are
* put one after the other into a temporary file, which nobody else can find.
*/
var OutputSpill = class {
	#file = null;
	#written = 0;
	#buffer = Buffer.alloc(0);
	#filled = 0;
	/**
	* @returns its place, by which it is got back
	* @throws WeighbridgeError `engine` where the disk has no room for temporary files
	*/
	put(text) {
		const encoding = Buffer.byteLength(text) === text.length ? "latin1" : "utf16le";
		const bytes = Buffer.byteLength(text, encoding);
		this.#makeRoom(HEADER_BYTES + bytes);
		const place = this.#written + this.#filled;
		this.#buffer.writeInt32LE(encoding === "latin1" ? -bytes : bytes, this.#filled);
		this.#buffer.write(text, this.#filled + HEADER_BYTES, encoding);
		this.#filled += HEADER_BYTES + bytes;
		return place;
	}
	get(place) {
		const header = this.#read(place, HEADER_BYTES).readInt32LE();
		return this.#read(place + HEADER_BYTES, Math.abs(header)).toString(header < 0 ? "latin1" : "utf16le");
	}
	#makeRoom(bytes) {
		if (this.#filled > 0 && this.#filled + bytes > BUFFERED_BYTES) this.#flush();
		if (this.#filled + bytes <= this.#buffer.length) return;
		const larger = Buffer.alloc(Math.max(this.#filled + bytes, Math.min(2 * this.#buffer.length, BUFFERED_BYTES)));
		this.#buffer.copy(larger, 0, 0, this.#filled);
		this.#buffer = larger;
	}
	#flush() {
		this.#file ??= this.#open();
		const file = this.#file;
		for (let done = 0; done < this.#filled;) done += inTemporary(() => writeSync(file, this.#buffer, done, this.#filled - done, this.#written + done));
		this.#written += this.#filled;
		this.#filled = 0;
	}
	#open() {
		const path = join(tmpdir(), `weighbridge-${process.pid}-${process.hrtime.bigint()}`);
		const file = inTemporary(() => openSync(path, "wx+", 384));
		unlinkSync(path);
		opened.register(this, file);
		return file;
	}
	#read(place, bytes) {
		if (this.#file === null || place >= this.#written) return this.#buffer.subarray(place - this.#written, place - this.#written + bytes);
		const read = Buffer.alloc(bytes);
		for (let done = 0; done < bytes;) {
			const count = readSync(this.#file, read, done, bytes - done, place + done);
			if (count === 0) throw new Error("a temporary file lost what was written to it");
			done += count;
		}
		return read;
	}
};
function inTemporary(action) {
	try {
		return action();
	} catch (cause) {
		const fault = diskFault(cause) ?? messageOf(cause);
		throw new WeighbridgeError("engine", `what the models said cannot be put aside: ${fault}`, {
			at: { file: tmpdir() },
			fix: "make room there, or name another folder for temporary files by TMPDIR",
			cause
		});
	}
}

// src/results/store/sample-table.ts
/**
* Samples in columns: some 200 bytes each, where records take 2,000 and what the model said. What is taken out of it looks its
* members up as they are read; copied by `...` it would be empty.
*/
var SampleTable = class {
	#columns;
	constructor(outputs) {
		this.#columns = new Columns(outputs);
	}
	/** Takes over samples of which nothing else is known, in place of those that are here. */
	adopt({ keys, scores }) {
		if (this.length > 0) throw new Error("a table that has samples already");
		this.#columns = new Columns(this.#columns.outputs, keys, new Map(scores));
		this.#columns.length = keys.length;
	}
	get length() {
		return this.#columns.length;
	}
	get keyTable() {
		return this.#columns.keys;
	}
	numberAt(position, metric) {
		return this.#columns.scores.get(metric)?.numberAt(position) ?? NaN;
	}
	lacks(member) {
		return this.#columns.holding[member]?.every((column) => column.isEmpty) ?? false;
	}
	push(sample) {
		const columns = this.#columns;
		const row = columns.length;
		if (columns.keys.claim(sampleKey(sample)) !== row) throw new Error("a sample that is there already");
		columns.length += 1;
		if (sample.index !== row) columns.indexes.set(row, sample.index);
		if (sample.input_digest !== "not recorded") columns.inputs.set(row, sample.input_digest);
		if (sample.target_digest !== "not recorded") columns.targets.set(row, sample.target_digest);
		for (const [metric, score] of Object.entries(sample.scores)) {
			const column = columns.scores.get(metric) ?? new ScoreColumn();
			columns.scores.set(metric, column);
			column.set(row, score);
		}
		const { filter, question_digest: question, cluster, group, weight, output, usage } = sample;
		const { truncated, choices, answer_digest, token_digest: tokens, asked, timing } = sample;
		if (sample.repeats !== void 0) columns.repeats.set(row, sample.repeats);
		if (sample.case !== void 0) columns.cases.set(row, sample.case);
		if (tokens !== void 0) columns.tokens.set(row, tokens);
		if (filter !== void 0) columns.filters.set(row, filter);
		if (question !== void 0) columns.questions.set(row, question);
		if (cluster !== void 0) columns.clusters.set(row, cluster);
		if (group !== void 0) columns.groups.set(row, group);
		if (weight !== void 0) columns.weights.set(row, weight);
		if (output !== void 0) columns.places.set(row, columns.outputs.put(output));
		if (asked !== void 0) columns.asked.set(row, columns.outputs.put(JSON.stringify(asked)));
		if (truncated !== void 0) columns.truncated.set(row, Number(truncated));
		if (typeof choices === "number") columns.choices.set(row, choices);
		else if (choices !== void 0) columns.likelihoods.set(row, choices);
		if (answer_digest !== void 0) columns.answers.set(row, answer_digest);
		if (usage !== void 0) {
			columns.promptTokens.set(row, usage.prompt_tokens);
			columns.outputTokens.set(row, usage.output_tokens);
			if (usage.thinking_tokens !== void 0) columns.thinkingTokens.set(row, usage.thinking_tokens);
		}
		if (timing !== void 0) {
			columns.seconds.set(row, timing.seconds);
			if (timing.first_token_seconds !== void 0) columns.firstTokens.set(row, timing.first_token_seconds);
			if (timing.answers !== void 0) columns.timedAnswers.set(row, timing.answers);
			columns.machines.set(row, timing.machine);
		}
	}
	at(row) {
		return row < this.length ? new Row(this.#columns, row) : void 0;
	}
	*[Symbol.iterator]() {
		for (let row = 0; row < this.length; row += 1) yield new Row(this.#columns, row);
	}
};
var Columns = class {
	length = 0;
	keys;
	indexes = new NumberColumn();
	filters = new NameColumn();
	inputs = new HashColumn();
	questions = new HashColumn();
	targets = new HashColumn();
	tokens = new HashColumn();
	scores;
	/** Of the few runs that have them. */
	repeats = /* @__PURE__ */ new Map();
	/** Likewise. */
	cases = /* @__PURE__ */ new Map();
	clusters = new NameColumn();
	groups = new NameColumn();
	weights = new NumberColumn();
	/** Where each output lies in the spill. */
	places = new NumberColumn();
	/** Likewise, as JSON. */
	asked = new NumberColumn();
	truncated = new NumberColumn();
	choices = new NumberColumn();
	likelihoods = new ListColumn();
	answers = new HashColumn();
	promptTokens = new NumberColumn();
	outputTokens = new NumberColumn();
	thinkingTokens = new NumberColumn();
	seconds = new NumberColumn();
	firstTokens = new NumberColumn();
	timedAnswers = new NumberColumn();
	machines = new NameColumn();
	outputs;
	/** Where each member is that a sample may be without. */
	holding = {
		filter: [this.filters],
		input_digest: [this.inputs],
		question_digest: [this.questions],
		target_digest: [this.targets],
		token_digest: [this.tokens],
		cluster: [this.clusters],
		group: [this.groups],
		weight: [this.weights],
		output: [this.places],
		choices: [this.choices, this.likelihoods],
		usage: [this.promptTokens],
		timing: [this.seconds]
	};
	constructor(outputs, keys = new KeyTable(), scores = /* @__PURE__ */ new Map()) {
		this.outputs = outputs;
		this.keys = keys;
		this.scores = scores;
	}
};
var Row = class {
	#columns;
	#row;
	#scores;
	constructor(columns, row) {
		this.#columns = columns;
		this.#row = row;
	}
	get id() {
		const key = this.#columns.keys.at(this.#row);
		const filter = this.filter;
		return filter === void 0 ? key : key.slice(0, -filter.length - 1);
	}
	get index() {
		return known$1(this.#columns.indexes.get(this.#row)) ?? this.#row;
	}
	get filter() {
		return this.#columns.filters.get(this.#row);
	}
	get input_digest() {
		return this.#columns.inputs.get(this.#row) || "not recorded";
	}
	get question_digest() {
		return this.#columns.questions.get(this.#row) || void 0;
	}
	get target_digest() {
		return this.#columns.targets.get(this.#row) || "not recorded";
	}
	get token_digest() {
		return this.#columns.tokens.get(this.#row) || void 0;
	}
	/** Asked for several times of a sample that is looked at. */
	get scores() {
		if (this.#scores !== void 0) return this.#scores;
		const scores = {};
		for (const [metric, column] of this.#columns.scores) {
			const score = column.get(this.#row);
			if (score !== void 0) scores[metric] = score;
		}
		this.#scores = scores;
		return scores;
	}
	get repeats() {
		return this.#columns.repeats.get(this.#row);
	}
	get cluster() {
		return this.#columns.clusters.get(this.#row);
	}
	get group() {
		return this.#columns.groups.get(this.#row);
	}
	get weight() {
		return known$1(this.#columns.weights.get(this.#row));
	}
	get output() {
		const place = known$1(this.#columns.places.get(this.#row));
		return place === void 0 ? void 0 : this.#columns.outputs.get(place);
	}
	get truncated() {
		const truncated = known$1(this.#columns.truncated.get(this.#row));
		return truncated === void 0 ? void 0 : truncated === 1;
	}
	get choices() {
		return this.#columns.likelihoods.get(this.#row) ?? known$1(this.#columns.choices.get(this.#row));
	}
	get answer_digest() {
		return this.#columns.answers.get(this.#row) || void 0;
	}
	get case() {
		return this.#columns.cases.get(this.#row);
	}
	get asked() {
		const place = known$1(this.#columns.asked.get(this.#row));
		return place === void 0 ? void 0 : JSON.parse(this.#columns.outputs.get(place));
	}
	get usage() {
		const prompt_tokens = known$1(this.#columns.promptTokens.get(this.#row));
		const output_tokens = known$1(this.#columns.outputTokens.get(this.#row));
		const thinking_tokens = known$1(this.#columns.thinkingTokens.get(this.#row));
		return prompt_tokens === void 0 || output_tokens === void 0 ? void 0 : {
			prompt_tokens,
			output_tokens,
			...thinking_tokens === void 0 ? {} : { thinking_tokens }
		};
	}
	get timing() {
		const seconds = known$1(this.#columns.seconds.get(this.#row));
		const first = known$1(this.#columns.firstTokens.get(this.#row));
		const answers = known$1(this.#columns.timedAnswers.get(this.#row));
		const machine = this.#columns.machines.get(this.#row);
		return seconds === void 0 || machine === void 0 ? void 0 : {
			seconds,
			...first === void 0 ? {} : { first_token_seconds: first },
			...answers === void 0 ? {} : { answers },
			machine
		};
	}
};
const known$1 = (value) => Number.isNaN(value) ? void 0 : value;

// src/app/sides/stored.ts
/** Where the runs of a side lie: results that the config names, or what was evaluated into `out`. */
function sideFolder(config, side, out) {
	const source = config[side];
	return source?.kind === "results" ? resolve(config.directory, source.path) : join(out, side);
}
/** Reads what can be read of all sides, from run directories or from results of other programs. */
async function readSides(folders) {
	const { anchor, reference } = folders;
	const baseline = await readToJudge(folders.baseline, "baseline");
	const candidate = await readToJudge(folders.candidate, "candidate");
	const shared = await sharedResults(folders, {
		baseline,
		candidate
	});
	return inSharedUnits({
		baseline,
		candidate: {
			...candidate,
			faults: [...candidate.faults, ...shared]
		},
		...anchor === void 0 ? {} : { anchor: await readToJudge(anchor, "anchor") },
		...reference === void 0 ? {} : { reference: await readToJudge(reference, "candidate") }
	});
}
/** Where the results lie that are shown beside the candidate's; undefined where the config names none. */
const referenceFolder = ({ reference, directory }) => reference === null ? void 0 : resolve(directory, reference);
/** The sides with each metric in the unit that all of them bear out. */
function inSharedUnits(sides) {
	const { baseline, candidate, anchor, reference } = sides;
	const rates = sharedRates([
		baseline,
		candidate,
		anchor
	].map((side) => side?.runs ?? []));
	const read = (side) => ({
		...side,
		runs: side.runs.map((run) => withRates(run, rates))
	});
	const own = read(candidate);
	return {
		...sides,
		baseline: read(baseline),
		candidate: own,
		...anchor === void 0 ? {} : { anchor: read(anchor) },
		...reference === void 0 ? {} : { reference: besideRates(reference, own.runs) }
	};
}
/** A reference follows the candidate where its own scores bear that out, and has no say in the candidate's unit. */
function besideRates(reference, candidate) {
	const rates = new Set(candidate.flatMap(({ record: { task, metrics } }) => metrics.flatMap(({ name, unit }) => unit === "rate" ? [rateKey(task, name)] : [])));
	const borneOut = new Set([...sharedRates([reference.runs])].filter((key) => rates.has(key)));
	return {
		...reference,
		runs: reference.runs.map((run) => withRates(run, borneOut))
	};
}
/**
* Metrics of which nothing is known but that every side scored every sample 0 or 1: such a mean is a rate, whose limits may be
* in percentage points. One side alone does not tell, since the other's metric would be another one.
*/
function sharedRates(sides) {
	const [counted, binary] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
	for (const { record, samples } of sides.flat()) for (const metric of record.metrics.filter(isUnknownMean)) {
		const key = rateKey(record.task, metric.name);
		counted.set(key, (counted.get(key) ?? 0) + 1);
		if (isBinary(samples, metric.name)) binary.set(key, (binary.get(key) ?? 0) + 1);
	}
	return new Set([...counted].flatMap(([key, count]) => binary.get(key) === count ? [key] : []));
}
const rateKey = (task, metric) => JSON.stringify([task, metric]);
const isUnknownMean = ({ kind, unit, range }) => kind === "mean" && unit === "number" && range.min === null && range.max === null;
function isBinary(samples, metric) {
	let scored = 0;
	for (const { scores } of samples) {
		const score = scores[metric];
		if (typeof score !== "number") continue;
		if (score !== 0 && score !== 1) return false;
		scored += 1;
	}
	return scored > 0;
}
function withRates(run, rates) {
	const { record } = run;
	const metrics = record.metrics.map((metric) => isUnknownMean(metric) && rates.has(rateKey(record.task, metric.name)) ? {
		...metric,
		unit: "rate",
		range: {
			min: 0,
			max: 1
		}
	} : metric);
	return {
		...run,
		record: {
			...record,
			metrics
		}
	};
}
/** Results compared with themselves differ in nothing, whatever they are. */
async function sharedResults(paths, { baseline, candidate }) {
	const isSamePath = await placeOf$1(paths.baseline) === await placeOf$1(paths.candidate);
	const places = await Promise.all(baseline.runs.map(({ folder }) => placeOf$1(folder)));
	for (const { folder } of candidate.runs) {
		const isOwn = existsSync(join(folder, RUN_FILE));
		if (!places.includes(await placeOf$1(folder)) || !(isOwn || isSamePath)) continue;
		return [new WeighbridgeError("data", "the candidate's results are the baseline's own, so that nothing is compared", {
			at: { file: folder },
			fix: "name the results of each side by their own path"
		})];
	}
	return [];
}
/** A path without links; as it is where there is no such file, such as with a selection behind it. */
const placeOf$1 = (path) => realpath(path).catch(() => resolve(path));
/** Every sample as it is, for whoever passes them on. Runs of our own come first: a foreign file that lies among them changes nothing. */
async function readSideResults(path, side) {
	return readInto(path, side, () => []);
}
/** The same in little memory, for whoever goes through the samples a few times and looks at a few of them. */
async function readToJudge(path, side) {
	return readInto(path, side, compactly());
}
/** Runs of our own alone, likewise. */
async function salvageToJudge(path, side) {
	return readPartiallyInto(path, side, compactly());
}
function compactly() {
	const outputs = new OutputSpill();
	return () => new SampleTable(outputs);
}
async function readInto(path, side, hold) {
	const selection = parseSelection(path);
	const [file, roots] = [selection.file, rootsOf(selection)];
	if (await holdsRuns(file, side, roots)) {
		checkChoices(selection, [FOLLOW]);
		return readPartiallyInto(file, side, hold, roots);
	}
	const format = await findFormat(path);
	return format === null ? readPartiallyInto(file, side, hold, roots) : collectInto(await format.load(path, side), hold);
}

// src/app/baselines/manifest.ts
const sha256 = string().regex(/^[0-9a-f]{64}$/);
const text$1 = string().max(4096);
const origin = strictObject({
	commit: text$1.nullable(),
	date: datetime(),
	by: text$1.nullable()
});
/** `entry.json`: which samples an entry has. What they are samples of is its `run.json`. */
const entrySchema = strictObject({
	schema_version: literal(1),
	/** SHA-256 of `samples.jsonl`, and the name of the folder that it is in. */
	samples: sha256,
	count: int().min(1),
	origin
});
/** One blessing: which entries are the baseline from then on. */
const blessingSchema = strictObject({
	schema_version: literal(1),
	/** What the model was called, for people. */
	source: text$1,
	/** Weights, as in `run.json`. */
	digest: text$1.min(1),
	adapter_digest: text$1.nullable(),
	origin,
	tasks: array(strictObject({
		task: string().min(1).max(200),
		task_role: _enum(TASK_ROLES),
		primary_metric: text$1,
		key: sha256,
		/** SHA-256 of the samples that were blessed: an entry may be made again, or made up. Older blessings have none. */
		samples: sha256.optional()
	})).min(1)
});
const parseEntry = (content, file) => parse$1(entrySchema, content, file);
const parseBlessing = (content, file) => parse$1(blessingSchema, content, file);
/** @throws WeighbridgeError `data` naming the file and the key */
function parse$1(schema, content, file) {
	const parsed = schema.safeParse(parseJson(content, { file }));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const key = (issue?.path ?? []).join(".");
	throw new WeighbridgeError("data", issue?.message ?? "not what a store holds", {
		at: key === "" ? { file } : {
			file,
			key
		},
		fix: "put the entry into the store anew: `weighbridge baseline push`",
		cause: parsed.error
	});
}

// src/app/baselines/blessings.ts
/** The files under `blessed/` of a store. */
var Blessings = class {
	#folder;
	constructor(store) {
		this.#folder = join(store, "blessed");
	}
	async list() {
		const names = await readdir(this.#folder).catch((error) => {
			if (error.code === "ENOENT") return [];
			if (error.code !== "ENOTDIR") throw error;
			throw new WeighbridgeError("usage", "the store is a file, and has to be a folder", {
				at: { file: this.#folder },
				fix: "name a folder with --store or `store` of the config"
			});
		});
		const blessings = [];
		const faults = [];
		for (const name of names.filter((each) => each.endsWith(".json")).sort().reverse()) {
			const file = join(this.#folder, name);
			try {
				blessings.push({
					id: name.replace(/\.json$/, ""),
					...parseBlessing(await readFile(file, "utf8"), file)
				});
			} catch (error) {
				if (!(error instanceof WeighbridgeError)) throw error;
				faults.push(messageOf(error));
			}
		}
		return {
			blessings,
			faults
		};
	}
	async add(manifest) {
		const id = `${manifest.origin.date.replace(/[:.]/g, "-")}.${manifest.digest.replace(/^[a-z0-9]+:/, "").slice(0, 12)}`;
		const file = join(this.#folder, `${id}.json`);
		await onDisk(this.#folder, async () => {
			await makeDirectory(this.#folder);
			await writeAtomically(file, `${JSON.stringify(manifest, null, 2)}\n`);
		});
		return {
			id,
			...manifest
		};
	}
	async remove(id) {
		await rm(join(this.#folder, `${id}.json`), { force: true });
	}
};

// src/app/baselines/entries.ts
/**
* SHA-256 of everything that can change a sample: weights, adapter, quantisation, and the whole fingerprint, with the digests
* of dataset, prompts and templates, generation settings, engine and versions. One difference is another entry.
*/
function entryKey({ model, fingerprint, metrics, planned, seed }) {
	const { digest, adapter_digest, quantization } = model;
	const identity = {
		model: {
			digest,
			adapter_digest,
			quantization
		},
		fingerprint,
		metrics,
		planned,
		seed
	};
	return createHash("sha256").update(canonicalJson(identity)).digest("hex");
}
const ENTRY_FILE = "entry.json";
const LOCK_WAIT_MS = 2e4;
/**
* The entries of a store, one folder a key:
*
*     entries/<key>/entry.json                  which samples, from where; written last
*     entries/<key>/run.json                    what they are samples of
*     entries/<key>/<sha256>/samples.jsonl      never changed: other samples have another digest
*/
var Entries = class {
	#folder;
	constructor(store) {
		this.#folder = join(store, "entries");
	}
	folderOf(key) {
		return join(this.#folder, key);
	}
	async keys() {
		return (await readdir(this.#folder).catch(orNothing)).filter((name) => /^[0-9a-f]{64}$/.test(name)).sort();
	}
	/** The samples of exactly this run, whole or in part. Digests are checked on every read. */
	async find(run) {
		return this.read(entryKey(run));
	}
	async read(key) {
		const folder = this.folderOf(key);
		const manifest = await readFile(join(folder, ENTRY_FILE), "utf8").catch(orNothing);
		if (typeof manifest !== "string") return { kind: "missing" };
		try {
			return {
				kind: "found",
				entry: await this.#readEntry(key, parseEntry(manifest, join(folder, ENTRY_FILE)))
			};
		} catch (error) {
			if (error instanceof WeighbridgeError && error.kind === "data") return {
				kind: "damaged",
				reason: messageOf(error)
			};
			throw error;
		}
	}
	/**
	* Keeps the samples of a run, joined with those that are there. Where both have a sample, the older one stays.
	* @throws WeighbridgeError `engine` when the disk refuses, `usage` when another process holds the entry for long
	*/
	async keep(record, samples, origin) {
		const key = entryKey(record);
		const folder = this.folderOf(key);
		if (samples.length === 0) return key;
		return onDisk(folder, async () => {
			await makeDirectory(folder);
			const lock = await patientLock(folder);
			try {
				const before = await this.read(key);
				const earlier = before.kind === "found" ? before.entry : null;
				const known = new Set(earlier?.samples.map(sampleKey));
				const added = samples.filter((sample) => !known.has(sampleKey(sample)));
				if (added.length > 0 || earlier === null) await this.#write(key, record, [...earlier?.samples ?? [], ...added], origin);
			} finally {
				await lock.release();
			}
			return key;
		});
	}
	async remove(key) {
		const folder = this.folderOf(key);
		const lock = await patientLock(folder);
		try {
			await rm(join(folder, ENTRY_FILE), { force: true });
			await rm(folder, {
				recursive: true,
				force: true
			});
		} finally {
			await lock.release();
		}
	}
	async #readEntry(key, manifest) {
		const folder = this.folderOf(key);
		const record = await readRecord(folder);
		const refuse = (what, file) => {
			throw new WeighbridgeError("data", `this entry of the store was changed: ${what}`, {
				at: { file: join(folder, file) },
				fix: "nothing of it is used; it is made again by the next evaluation"
			});
		};
		if (entryKey(record) !== key) refuse("its run is not the one that its name stands for", RUN_FILE);
		const place = join(manifest.samples, SAMPLES_FILE);
		if (await digestOf(join(folder, place)) !== manifest.samples) refuse("its samples have another digest", place);
		const { samples, torn } = await readSamples(join(folder, manifest.samples), record);
		if (torn || samples.length !== manifest.count) refuse("it has another number of samples", place);
		return {
			key,
			record,
			samples,
			digest: manifest.samples,
			origin: manifest.origin
		};
	}
	async #write(key, run, samples, origin) {
		const folder = this.folderOf(key);
		const content = samples.map(serializeSample).join("");
		const digest = createHash("sha256").update(content).digest("hex");
		await makeDirectory(join(folder, digest));
		await writeAtomically(join(folder, digest, SAMPLES_FILE), content);
		const { reused: _reused, ...record } = run;
		await writeAtomically(join(folder, RUN_FILE), serializeRunRecord({
			...record,
			side: "baseline",
			design: "full"
		}));
		const manifest = {
			schema_version: 1,
			samples: digest,
			count: samples.length,
			origin
		};
		await writeAtomically(join(folder, ENTRY_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
		for (const name of await readdir(folder)) if (/^[0-9a-f]{64}$/.test(name) && name !== digest) await rm(join(folder, name), { recursive: true });
	}
};
async function digestOf(file) {
	const hash = createHash("sha256");
	try {
		await pipeline(createReadStream(file, { highWaterMark: 1048576 }), hash);
	} catch (cause) {
		throw new WeighbridgeError("data", `cannot be read: ${messageOf(cause)}`, {
			at: { file },
			cause,
			fix: "let whoever runs Weighbridge read the store, or put the entry there anew"
		});
	}
	return hash.digest("hex");
}
/** An entry is written in moments: another process that writes it is waited for. */
async function patientLock(folder) {
	const deadline = Date.now() + LOCK_WAIT_MS;
	for (;;) try {
		return await acquireLock(folder);
	} catch (error) {
		if (!(error instanceof WeighbridgeError) || Date.now() > deadline) throw error;
		await setTimeout$1(100);
	}
}
function orNothing(error) {
	if (error.code === "ENOENT") return [];
	throw error;
}

// src/app/baselines/store.ts
/** A folder in which baselines are kept by identity: entries of samples, and blessings that say which are in force. */
var BaselineStore = class {
	folder;
	entries;
	#blessings;
	constructor(folder) {
		this.folder = folder;
		this.entries = new Entries(folder);
		this.#blessings = new Blessings(folder);
	}
	find(run) {
		return this.entries.find(run);
	}
	/** Keeps what a run has, also of one that is not finished. Only full designs: of others the order is part of the result. */
	async keep({ record, samples }, origin) {
		return designOf(record) === "full" ? this.entries.keep(record, samples, origin) : null;
	}
	list() {
		return this.#blessings.list();
	}
	/** Copies a blessing of another store, whose entries are here already. */
	addBlessing(manifest) {
		return this.#blessings.add(manifest);
	}
	/**
	* Makes the runs of one model the baseline.
	* @throws WeighbridgeError `data` for runs that are incomplete, sequential, or of several models: they would be in force
	*/
	async bless(runs, origin) {
		const [first] = runs;
		const fault = unblessable(runs);
		if (fault !== null || first === void 0) throw fault;
		const { model } = first.record;
		const tasks = [];
		for (const { record, samples } of runs) {
			const key = await this.entries.keep(record, samples, origin);
			const kept = await this.entries.read(key);
			const { task, task_role, primary_metric } = record;
			if (kept.kind !== "found") throw unfit(`the run of ${task} could not be kept`, "bless it again");
			tasks.push({
				task,
				task_role,
				primary_metric,
				key,
				samples: kept.entry.digest
			});
		}
		const { source, digest, adapter_digest } = model;
		return this.#blessings.add({
			schema_version: 1,
			source,
			digest,
			adapter_digest,
			origin,
			tasks
		});
	}
	/**
	* Writes a blessed baseline as runs of the side `baseline`.
	* @returns the folder of the side
	* @throws WeighbridgeError `data` when an entry is gone or damaged: a baseline in parts is none
	*/
	async checkOut(blessing, out) {
		for (const { key, task, task_role, primary_metric, samples } of blessing.tasks) {
			const found = await this.entries.read(key);
			if (found.kind !== "found") {
				const why = found.kind === "damaged" ? found.reason : "its samples are gone";
				throw unfit(`the blessed baseline has no ${task}: ${why}`, "bless it again: weighbridge baseline bless");
			}
			const { entry } = found;
			const { digest, adapter_digest } = entry.record.model;
			if (!(entry.digest === (samples ?? entry.digest) && digest === blessing.digest && adapter_digest === blessing.adapter_digest)) throw unfit(`the samples of ${task} in the store are not those that were blessed`, "look at who can write into the store; then evaluate the model and bless it again");
			const { schema_version: _version, status: _status, started: _started, finished: _finished, ...record } = entry.record;
			const { writer } = await openRun(out, {
				...record,
				side: "baseline",
				task,
				task_role,
				primary_metric
			});
			await writer.reuse(entry.samples, blessing.origin);
			await writer.complete();
		}
		return join(out, "baseline");
	}
	/** Removes blessings beyond those kept, and then every entry that no blessing names. @returns how many of each */
	async prune({ count, since }) {
		const { blessings } = await this.list();
		const kept = blessings.filter(({ origin }, index) => index < count || since !== null && new Date(origin.date) >= since);
		const named = new Set(kept.flatMap(({ tasks }) => tasks.map(({ key }) => key)));
		const gone = blessings.filter((each) => !kept.includes(each));
		for (const { id } of gone) await this.#blessings.remove(id);
		let entries = 0;
		for (const key of await this.entries.keys()) {
			if (named.has(key)) continue;
			await this.entries.remove(key);
			entries += 1;
		}
		return {
			blessings: gone.length,
			entries
		};
	}
};
/** Why runs cannot become the baseline, and what to do about it; null where they can. */
function unblessable(runs) {
	const [first] = runs;
	if (first === void 0) return unfit("there is no run to bless", "evaluate it first");
	const { model } = first.record;
	for (const { record, incomplete } of runs) {
		const { task, side } = record;
		const again = `weighbridge evaluate --role ${side} --full --out <the run directory>`;
		if (incomplete !== null) return unfit(`the run of ${task} ${incomplete}`, `finish it: \`${again}\``);
		if (designOf(record) !== "full") return unfit(`the run of ${task} was designed to stop early`, `evaluate it to its end: \`${again}\``);
		if (record.model.digest !== model.digest || record.model.adapter_digest !== model.adapter_digest) return unfit("these are runs of several models", "bless the folder of one side of one run directory");
	}
	return null;
}
const unfit = (what, fix) => new WeighbridgeError("data", what, { fix });

// src/adapters/process/git-command.ts
/**
* Reads a repository that may belong to a stranger: its own settings must not run code. Only object reading commands are
* used, which know no hooks, filters, pagers or external diffs; no transport may be used, so that a missing object of a
* partial clone is not fetched by a command that the repository names.
*/
const SAFE = [
	...[
		"-c",
		"core.hooksPath=/dev/null",
		"-c",
		"core.fsmonitor=false",
		"-c",
		"core.commitGraph=false"
	],
	...[
		"-c",
		"safe.directory=*",
		"--no-pager",
		"--literal-pathspecs"
	],
	...[
		"-c",
		"core.useReplaceRefs=false",
		"--no-replace-objects"
	],
	...["-c", "safe.bareRepository=explicit"]
];
function cleanEnvironment() {
	const { PATH = "", SYSTEMROOT } = process$1.env;
	return {
		PATH,
		...SYSTEMROOT === void 0 ? {} : { SYSTEMROOT },
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_ATTR_NOSYSTEM: "1",
		LC_ALL: "C",
		GIT_ALLOW_PROTOCOL: "none",
		GIT_NO_LAZY_FETCH: "1",
		GIT_TERMINAL_PROMPT: "0",
		GIT_GRAFT_FILE: devNull,
		GIT_OPTIONAL_LOCKS: "0"
	};
}
const execute = promisify(execFile);
const MAX_BYTES = 64 * 2 ** 20;
const TIMEOUT_MS = 6e4;
/** What git says of one command, whole. */
async function runGit(folder, args) {
	try {
		const { stdout } = await execute("git", [
			...SAFE,
			"-C",
			folder,
			...args
		], {
			env: cleanEnvironment(),
			encoding: "buffer",
			maxBuffer: MAX_BYTES,
			timeout: TIMEOUT_MS
		});
		return {
			ok: true,
			output: stdout
		};
	} catch (error) {
		const { code, stderr } = error;
		if (typeof code === "number") return {
			ok: false,
			said: stderr?.toString("utf8").trim() ?? ""
		};
		return {
			ok: false,
			said: code === "ENOENT" ? "git is not installed" : "git did not come to an end"
		};
	}
}
const textOfGit = (answer) => answer.ok ? answer.output.toString("utf8").trim() : null;
/** Starts one whose output is more than is held at once. @param stdio of input, output and complaints */
const startGit = (folder, args, stdio, timeout) => spawn("git", [
	...SAFE,
	"-C",
	folder,
	...args
], {
	env: cleanEnvironment(),
	stdio,
	timeout
});

// src/adapters/process/git.ts
const FETCH_ALL = "fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`";
async function commitOf(folder, revision) {
	const verify = [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${revision}^{commit}`
	];
	return textOfGit(await runGit(folder, verify));
}
/**
* The content of a file as a revision has it, byte for byte.
* @param path relative to the repository's root, with slashes
* @returns null when the revision has no such file
* @throws WeighbridgeError `data` when the revision is not there, or what lies at the path is not a plain file
*/
async function readAtRevision(repositoryFolder, revision, path) {
	const commit = await commitOf(repositoryFolder, revision);
	if (commit === null) throw new WeighbridgeError("data", `the repository has no revision ${revision}`, {
		at: { file: repositoryFolder },
		fix: "fetch it first; in a workflow check out with `fetch-depth: 0`"
	});
	const entry = await entryAt(repositoryFolder, commit, path);
	if (entry === null) return null;
	if (entry.isFile) return readObject(repositoryFolder, "blob", entry.id);
	throw new WeighbridgeError("data", `${path} is not a plain file at ${revision}`, { fix: "put the file itself there" });
}
/**
* What a commit has at a path, or null; held against its id from the commit down, since a tree under the name of another could
* lead to an older file.
* @param path relative to the repository's root, with slashes
*/
async function entryAt(folder, commit, path) {
	let entry = {
		mode: TREE_MODE,
		id: treeOf(await readObject(folder, "commit", commit))
	};
	for (const name of posix.normalize(path).split("/")) {
		if (entry.mode !== TREE_MODE) return null;
		const next = entryOf(await readObject(folder, "tree", entry.id), name, entry.id.length / 2);
		if (next === null) return null;
		entry = next;
	}
	return {
		id: entry.id,
		isFile: FILE_MODES.has(entry.mode)
	};
}
const TREE_MODE = "40000";
const FILE_MODES = /* @__PURE__ */ new Set([
	"100644",
	"100755",
	"100664"
]);
/**
* The content of an object, held against its id: git itself trusts what lies under a name.
* @throws WeighbridgeError `data` for one that is not there, or another
*/
async function readObject(folder, type, id) {
	const answer = await runGit(folder, [
		"cat-file",
		type,
		id
	]);
	if (!answer.ok) throw unreadable(folder, `the ${type}`, id, answer.said);
	if (!isObject(answer.output, type, id)) throw damaged(folder, type, id);
	return answer.output;
}
const isObject = (content, type, id) => objectHash(id, type, content.length).update(content).digest("hex") === id;
const unreadable = (folder, what, id, said) => new WeighbridgeError("data", `git cannot read ${what} ${id}: ${said}`, {
	at: { file: folder },
	fix: "check out with `fetch-depth: 0` and without a filter"
});
/** Begun as git begins it, so that the content may come in pieces. */
function objectHash(id, type, bytes) {
	return createHash(id.length === 40 ? "sha1" : "sha256").update(`${type} ${bytes}\0`);
}
const damaged = (folder, type, id) => new WeighbridgeError("data", `this clone is damaged: what it has as the ${type} ${id} is another`, {
	at: { file: folder },
	fix: "remove this clone and check out anew; on a self-hosted runner an earlier job may have changed it"
});
const treeOf = (commit) => /^tree ([0-9a-f]+)\n/.exec(commit.toString("latin1"))?.[1] ?? "";
/** One entry of a tree (gitformat-pack, tree objects): mode, blank, name, NUL and the bytes of its id. */
function entryOf(tree, wanted, idBytes) {
	for (let start = 0; start < tree.length;) {
		const end = tree.indexOf(0, start);
		const [mode = "", ...name] = tree.toString("utf8", start, end).split(" ");
		const next = end + 1 + idBytes;
		if (name.join(" ") === wanted) return {
			mode,
			id: tree.toString("hex", end + 1, next)
		};
		start = next;
	}
	return null;
}
/**
* The commit from which two revisions went apart.
* @returns null when the repository cannot tell: a revision is missing, they share nothing, or the clone is shallow, where
* the answer could be an older commit than the true one
*/
async function mergeBase(repositoryFolder, a, b) {
	if (textOfGit(await runGit(repositoryFolder, ["rev-parse", "--is-shallow-repository"])) !== "false") return null;
	const [left, right] = [await commitOf(repositoryFolder, a), await commitOf(repositoryFolder, b)];
	if (left === null || right === null) return null;
	const base = textOfGit(await runGit(repositoryFolder, [
		"merge-base",
		left,
		right
	]));
	if (base !== null) await verifyCommits(repositoryFolder, [left, right]);
	return base;
}
/** Beyond these, the oldest are believed: of the largest repositories it would take longer than an evaluation. */
const COMMITS_VERIFIED = 2e5;
const VERIFYING_MS = 6e4;
/**
* Holds every commit that these come from against its id: their parents decide what a merge base is.
* @throws WeighbridgeError `data` naming the first that is another
*/
async function verifyCommits(folder, tips) {
	const listed = await runGit(folder, [
		"rev-list",
		`--max-count=${COMMITS_VERIFIED}`,
		...tips
	]);
	if (!listed.ok) throw unreadable(folder, "a commit behind", tips.join(" and "), listed.said);
	await verifyObjects(folder, listed.output.toString("latin1").split("\n").filter(Boolean));
}
/** Holds objects of any type against their ids. @throws WeighbridgeError `data` naming the first that is another, or missing */
async function verifyObjects(folder, ids) {
	const child = startGit(folder, ["cat-file", "--batch"], [
		"pipe",
		"pipe",
		"ignore"
	], VERIFYING_MS);
	const ended = once(child, "close");
	child.stdin?.on("error", () => {});
	child.stdin?.end(ids.map((id) => `${id}\n`).join(""));
	let verified = 0;
	let rest = Buffer.alloc(0);
	for await (const piece of child.stdout) {
		rest = Buffer.concat([rest, piece]);
		for (let line = rest.indexOf("\n"); line >= 0; line = rest.indexOf("\n")) {
			const [id = "", type = "", size = "0"] = rest.toString("latin1", 0, line).split(" ");
			if (type === "missing") throw unreadable(folder, "the object", id, "it is missing");
			const content = rest.subarray(line + 1, line + 1 + Number(size));
			if (rest.length < line + 2 + Number(size)) break;
			if (!isObject(content, type, id)) throw damaged(folder, type, id);
			rest = rest.subarray(line + 2 + Number(size));
			verified += 1;
		}
	}
	await ended;
	if (verified !== ids.length) throw unreadable(folder, "the object", ids[verified] ?? "", "it is missing");
}
/**
* The commit that a name stands for.
* @throws WeighbridgeError `data` when there is none
*/
async function resolveRevision(repositoryFolder, revision) {
	const commit = await commitOf(repositoryFolder, revision);
	if (commit !== null) return commit;
	throw new WeighbridgeError("data", `${JSON.stringify(revision)} is no commit of this clone`, { fix: FETCH_ALL });
}
/** What git answers in one line, or null where it has no answer: outside of a repository, or without the value. */
async function askGit(folder, args) {
	return textOfGit(await runGit(folder, args)) || null;
}
/** Names of the settings in which a clone keeps credentials for whoever can read its files, as actions/checkout leaves them. */
async function storedCredentials(folder) {
	const config = [
		"config",
		"--local",
		"--includes",
		"--name-only",
		"--get-regexp"
	];
	const named = "^(http\\..*extraheader|credential\\..*|core\\.sshcommand)$";
	const found = [await askGit(folder, [...config, named]), await askGit(folder, [
		...config,
		"^remote\\..*url$",
		"://[^/]*:[^/]*@"
	])];
	return [...new Set(found.flatMap((lines) => lines?.split("\n") ?? []))];
}
const EXECUTABLE_MODE = "100755";
const LINK_MODE = "120000";
const SUBMODULE_MODE = "160000";
/**
* Everything in a commit, by its path from the repository's root; the commit and its folders are held against their ids.
* @returns null when the repository does not have the commit
* @throws WeighbridgeError `data` when the clone is damaged
*/
async function treeAtRevision(folder, revision) {
	const commit = await commitOf(folder, revision);
	if (commit === null) return null;
	const listed = await runGit(folder, [
		"ls-tree",
		"-r",
		"-t",
		"-l",
		"-z",
		"--full-tree",
		commit,
		"--"
	]);
	if (!listed.ok) return null;
	const entries = listed.output.toString("utf8").split("\0").filter(Boolean).map((line) => {
		const [, mode = "", type = "", id = "", bytes = "-", path = ""] = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
		return {
			type,
			path,
			entry: {
				mode,
				id,
				bytes: bytes === "-" ? null : Number(bytes)
			}
		};
	});
	const folders = entries.filter(({ type }) => type === "tree");
	await verifyObjects(folder, [treeOf(await readObject(folder, "commit", commit)), ...folders.map(({ entry }) => entry.id)]);
	return new Map(entries.flatMap(({ type, path, entry }) => type === "tree" ? [] : [[path, entry]]));
}
/**
* Writes a blob of any size into a file, unless it is there already.
* @throws WeighbridgeError `data` when there is no such blob, or what lies under its name is another
*/
async function writeBlob(folder, blob, file) {
	if (await holdsBlob(file, blob)) return;
	await rm(file, { force: true });
	const handle = await open(file, "wx");
	try {
		const child = startGit(folder, [
			"cat-file",
			"blob",
			blob
		], [
			"ignore",
			handle.fd,
			"ignore"
		]);
		await once(child, "close");
	} finally {
		await handle.close();
	}
	if (await holdsBlob(file, blob)) return;
	await rm(file, { force: true });
	throw new WeighbridgeError("data", `git has no blob ${blob}, or another under its name`, { fix: FETCH_ALL });
}
/** Whether a file, however large, is a blob of git. */
async function holdsBlob(file, id) {
	const found = await stat(file).catch(() => null);
	if (found === null) return false;
	const hash = objectHash(id, "blob", found.size);
	for await (const piece of createReadStream(file)) hash.update(piece);
	return hash.digest("hex") === id;
}
/**
* Where in its repository a folder lies: `''` for the root, else `a/b/`; null outside of one. The root is where `.git` lies:
* git's own answer follows `core.worktree` and `core.bare` of the repository, which no option overrules.
*/
async function folderInRepository(folder) {
	if (!(await runGit(folder, ["rev-parse", "--git-dir"])).ok) return null;
	const start = await realpath(folder);
	for (let root = start; root !== dirname(root); root = dirname(root)) {
		const candidate = join(root, ".git");
		if (!existsSync(candidate) || !(await runGit(root, [
			"rev-parse",
			"--resolve-git-dir",
			candidate
		])).ok) continue;
		const inside = relative(root, start);
		return inside === "" ? "" : `${inside.split(sep).join("/")}/`;
	}
	return null;
}

// src/config/declared-tasks.ts
/** What results say of their own tasks, so that gates can be checked against them. A run that never came to results says nothing. */
function declaredTasks(runs) {
	const declared = /* @__PURE__ */ new Map();
	for (const { record, samples } of runs) {
		if (record.metrics.length === 0) continue;
		const subtasks = /* @__PURE__ */ new Set([...declared.get(record.task)?.subtasks ?? [], ...subtasksOf({
			record,
			samples
		})]);
		const repeats = Math.max(declared.get(record.task)?.repeats ?? 1, answersOf(record));
		declared.set(record.task, {
			task: record.task,
			role: record.task_role,
			metrics: record.metrics,
			primaryMetric: record.primary_metric,
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
	const { candidate, baseline, baselines, anchor, directory } = config;
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
		anchor: asFound(anchor, directory)
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
			fix: "name the config with --config (in a workflow: the input config), or write one with `weighbridge init`",
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
	for (const fault of fetched.values()) if (fault !== null) throw fault;
	return fetched.size === 0 ? loaded : readConfig(file, overrides);
}
/** Fetches what MLflow keeps of each side. @returns the sides of which it keeps any, each with what went wrong */
async function fetchSides(config, log) {
	const fetched = /* @__PURE__ */ new Map();
	for (const side of GATED_SIDES) try {
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

// src/app/sides/sources.ts
const HARNESSES = Object.entries(RUNNERS).flatMap(([name, { kind }]) => kind === "harness" ? [name] : []);
/**
* Looks at what every side names before the first model is loaded: nobody should wait for the baseline's evaluation to
* learn that the candidate is not there.
* @throws WeighbridgeError `checkpoint` for what is no checkpoint and no results, `config` for a side that is not named
*/
async function requireSources(config, sides) {
	const issues = [];
	for (const side of sides) {
		const issue = await sourceIssue(config, side);
		if (issue !== null) issues.push(issue);
	}
	const [first, ...others] = issues;
	if (first !== void 0) throw others.length === 0 ? first : new IssueList(first.kind, issues);
}
/** Why the side cannot be evaluated, as far as files tell without a model being loaded; null when nothing is known. */
async function sourceIssue(config, side) {
	try {
		await checkSource(config, mapPaths(requireSide(config, side), (path) => resolve(config.directory, path)), side);
		return null;
	} catch (error) {
		if (error instanceof WeighbridgeError) return error;
		throw error;
	}
}
/**
* The same for one source, its paths resolved.
* @throws WeighbridgeError `checkpoint` for what is no checkpoint and no results, `config` for a kind that a task cannot take
*/
async function checkSource(config, source, side) {
	const tasks = tasksOfSide(config, side);
	const asked = tasks.filter(isNative);
	if (asked.length > 0 || source.kind === "results") await inspect$1(source, side, config, asked);
	if (source.kind !== "results") await acceptedByHarness(source, side, tasks.filter(isHarness));
}
/** All tasks; of the anchor only those that a gate compares with it. */
function tasksOfSide({ gates, tasks }, side) {
	if (side !== "anchor") return tasks;
	const anchored = new Set(gates.filter(({ against }) => against === "anchor").flatMap(tasksOfGate));
	return tasks.filter(({ name }) => anchored.has(name));
}
/** @throws WeighbridgeError `config` for a task whose harness does not take this kind of checkpoint, `checkpoint` for pickles */
async function acceptedByHarness(source, side, tasks) {
	for (const { name, runner, options } of tasks) {
		const refusal = (await harnessRunner(runner).load()).refusal(options, source);
		if (refusal === null) continue;
		throw new WeighbridgeError("config", `${side}, task ${name}: ${refusal.says}`, { fix: refusal.fix });
	}
	for (const name of byHarness(tasks).keys()) await (await harnessRunner(name).load()).inspect(source);
}
/**
* @throws WeighbridgeError when the program of a harness is not there, must not run what the tasks would run, or cannot take a
* part of a task
*/
async function requireHarness(config, sides, shard) {
	const tasks = sides.filter((side) => config[side]?.kind !== "results").flatMap((side) => tasksOfSide(config, side));
	for (const [runner, asked] of byHarness([...new Set(tasks)])) {
		if (shard !== null) throw new WeighbridgeError("usage", `the task ${asked[0]?.name} of ${runner} cannot be cut into shards`, { fix: `leave --shard out, or keep ${runner} tasks in a config of their own` });
		await (await harnessRunner(runner).load()).check(asked, inTaskDirectory(config), process$1.env);
	}
}
async function inspect$1(source, side, config, asked) {
	if (source.kind === "results" && await holdsResults(source.path, side)) return;
	if (source.kind === "hub" || source.kind === "endpoint" && !asksEndpoints(config.engine)) {
		const names = asked.map(({ name }) => name).join(", ");
		throw new WeighbridgeError("config", `the ${side} is ${describeModel(source)}, and native tasks (${names}) need a GGUF file`, { fix: `${source.kind === "endpoint" ? "add `engine: { type: openai }`" : "name a GGUF file"}, or give these tasks \`runner: ${HARNESSES.join(" or ")}\`` });
	}
	const engine = await loadEngine(config.engine);
	if (source.kind !== "results") return engine.inspect?.(await forEngine(source), config.engine);
	await engine.inspect?.({
		kind: "file",
		path: source.path
	}, config.engine);
	throw new WeighbridgeError("checkpoint", "this is neither a checkpoint by its name nor results of an earlier run", {
		at: { file: source.path },
		fix: "name a .gguf file, a folder with config.json, or a folder that `weighbridge evaluate` wrote"
	});
}
/**
* What native tasks need made of a side's checkpoint before they can run, a sentence each; none where files can be read as they are.
* @throws WeighbridgeError as `checkSource`
*/
async function preparationsOf(config, source, side) {
	if (source.kind === "results" || !tasksOfSide(config, side).some(isNative)) return [];
	const engine = await loadEngine(config.engine);
	const files = mapPaths(source, (path) => resolve(config.directory, path));
	return await engine.preparations?.(await forEngine(files), config.engine) ?? [];
}
/** A folder in which both forms of a checkpoint lie is evaluated by every runner, each with its own. */
async function forEngine(source) {
	if (source.kind !== "folder") return source;
	const [gguf, ...others] = (await readdir(source.path)).filter((name) => /\.gguf$/i.test(name));
	return gguf === void 0 || others.length > 0 ? source : {
		kind: "file",
		path: join(source.path, gguf)
	};
}
const holdsResults = async (path, side) => await holdsRuns(path, side) || await findFormat(path) !== null;

// src/app/suite/commit-files.ts
const MOST_LINKS = 40;
/**
* Follows a path from the root of the repository through the links of the commit.
* @param scratch a file name that nobody uses
*/
async function follow(files, path, scratch) {
	let waiting = posix.normalize(path);
	for (let links = 0; links < MOST_LINKS; links += 1) {
		const inside = posix.relative(".", waiting);
		if (posix.isAbsolute(waiting) || inside === ".." || inside.startsWith("../")) return {
			kind: "outside",
			at: waiting
		};
		const parts = inside === "" ? [] : inside.split("/");
		const step = parts.map((_, index) => parts.slice(0, index + 1).join("/")).find((each) => files.entries.has(each));
		const entry = step === void 0 ? void 0 : files.entries.get(step);
		if (step === void 0 || entry === void 0) return folderAt(files, inside);
		if (entry.mode === "160000") return {
			kind: "outside",
			at: `${inside} of the submodule ${entry.id}`
		};
		if (entry.mode !== "120000") return step === inside ? {
			kind: "file",
			path: inside,
			entry
		} : { kind: "absent" };
		const target = await linkTarget(files, entry.id, scratch);
		waiting = posix.join(posix.isAbsolute(target) ? target : posix.join(posix.dirname(step), target), inside.slice(step.length));
	}
	return { kind: "absent" };
}
function folderAt({ entries }, path) {
	const prefix = path === "" ? "" : `${path}/`;
	for (const each of entries.keys()) if (each.startsWith(prefix)) return {
		kind: "folder",
		path
	};
	return { kind: "absent" };
}
async function linkTarget(files, id, scratch) {
	await files.write(id, scratch);
	const target = await readFile(scratch, "utf8");
	await rm(scratch);
	return target;
}
/** The paths below a folder of a commit, relative to it. */
function below({ entries }, folder) {
	const prefix = folder === "" ? "" : `${folder}/`;
	return [...entries.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}
/** Larger files are no pointers (git-lfs, spec.md). */
const LFS_POINTER_BYTES = 1024;
/** What a pointer of Git LFS stands for: its `oid` is the SHA-256 of the content. */
function lfsPointer(text) {
	if (!text.startsWith("version https://git-lfs")) return null;
	const oid = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
	const size = /^size (\d+)$/m.exec(text)?.[1];
	return oid === void 0 || size === void 0 ? null : {
		oid,
		bytes: Number(size)
	};
}
/**
* Where the content of a Git LFS object lies: in the clone's own store, or in a file of the working tree that has just that content.
* @param folder in the clone
*/
async function lfsContent(folder, oid, worktree) {
	const git = await askGit(folder, [
		"rev-parse",
		"--path-format=absolute",
		"--git-common-dir"
	]);
	const stored = git === null ? [] : [join(git, "lfs", "objects", oid.slice(0, 2), oid.slice(2, 4), oid)];
	for (const path of [...stored, worktree]) {
		const found = await stat(path).catch(() => null);
		if (found?.isFile() === true && await hashFile(path, found.size) === oid) return path;
	}
	return null;
}

// src/app/baselines/pointer.ts
const digest = string().regex(/^sha256:[0-9a-f]{64}$/).optional();
const path = string().min(1);
/** What a pointer file such as `model.yaml` may say: where the accepted model is, and optionally which one it is. */
const pointerSchema = union([strictObject({
	path,
	digest
}), strictObject({
	repo: string().regex(/^[\w][\w.-]*\/[\w][\w.-]*$/),
	revision: string().regex(/^[0-9a-f]{40}$/, "must be a whole commit: a branch or tag may move"),
	/** A file of the repository, such as one GGUF of several. */
	file: path.optional(),
	digest
})]);
/** @throws WeighbridgeError `data` for anything else */
function parsePointer(text, file) {
	let value;
	try {
		value = (0, import_dist.parse)(text, { maxAliasCount: 10 });
	} catch (cause) {
		throw new WeighbridgeError("data", `not YAML: ${messageOf(cause)}`, {
			at: { file },
			cause,
			fix: "write `path: models/base.gguf`, or `repo: org/name` with `revision:`"
		});
	}
	const parsed = pointerSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new WeighbridgeError("data", "this is not a pointer to a model", {
		at: { file },
		fix: "write `path: models/base.gguf`, or `repo: org/name` with `revision:` and its whole commit; a `digest: sha256:...` may stand beside",
		cause: parsed.error
	});
}

// src/app/baselines/base-branch.ts
/**
* The model that the pointer file of a commit names. Neither the pointer nor the file is ever taken from the working tree
* where git knows it: the change under judgement could have brought its own.
* @throws WeighbridgeError `data` or `checkpoint` saying why there is none
*/
async function modelAt(place) {
	const { directory, pointer, commit } = place;
	const inside = await folderInRepository(directory);
	const file = inside === null ? null : posix.join(inside, pointer.replaceAll("\\", "/"));
	const text = file === null ? null : await readAtRevision(directory, commit, file);
	if (text === null) throw unusable(`${pointer} is not there at ${commit.slice(0, 12)}`, "merge the pointer file into the base branch first, and check out with `fetch-depth: 0`");
	const named = parsePointer(text.toString("utf8"), `${pointer} at ${commit.slice(0, 12)}`);
	const source = "path" in named ? await fileAt(named.path, place) : inHub(named);
	if (named.digest !== void 0) {
		const { identity } = await digestCheckpoint(source);
		if (identity.digest !== named.digest) throw unusable(`it has the digest ${identity.digest}, and the pointer says ${named.digest}`, "fetch the model that the pointer means");
	}
	return {
		source,
		commit
	};
}
async function fileAt(path, place) {
	const { directory, pointer, commit, scratch } = place;
	const folder = dirname(resolve(directory, pointer));
	const label = `${path} at ${commit.slice(0, 12)}`;
	const absolute = resolve(folder, path);
	const inside = await folderInRepository(folder);
	const entry = inside === null ? null : await entryAt(folder, commit, posix.join(inside, path));
	if (entry === null) {
		if (await askGit(folder, [
			"ls-files",
			"--",
			path
		]) !== null) throw unusable(`${path} is not in git at ${commit.slice(0, 12)}, but the change adds it`, "keep the baseline where the change cannot bring its own");
		if (!existsSync(absolute)) throw unusable(`${path} is not there`, "fetch the model in a step before");
		return {
			kind: "file",
			path: absolute
		};
	}
	const { id: blob, isFile } = entry;
	if (!isFile) throw unusable(`${path} is no file in git`, "let the pointer name one file");
	const lfs = await lfsObject(folder, blob, absolute);
	if (lfs !== null) return {
		kind: "file",
		path: lfs,
		label
	};
	await makeDirectory(scratch);
	const file = join(scratch, `${basename(path, extname(path))}-${blob.slice(0, 12)}${extname(path)}`);
	await writeBlob(folder, blob, file);
	return {
		kind: "file",
		path: file,
		label
	};
}
/** Where the content of a Git LFS pointer lies, by its digest; null for a blob that is none. */
async function lfsObject(folder, blob, worktree) {
	if (Number(await askGit(folder, [
		"cat-file",
		"-s",
		blob
	])) > 1024) return null;
	const pointer = lfsPointer((await readObject(folder, "blob", blob)).toString("utf8"));
	if (pointer === null) return null;
	const content = await lfsContent(folder, pointer.oid, worktree);
	if (content !== null) return content;
	throw unusable("the model is in Git LFS and was not fetched for that commit", "fetch it: `git lfs fetch origin <base branch>`");
}
/** A snapshot in the local cache of the Hugging Face client: nothing is downloaded. */
function inHub({ repo, revision, file }) {
	const { HF_HUB_CACHE, HF_HOME } = process.env;
	const hub = HF_HUB_CACHE ?? join(HF_HOME ?? join(homedir(), ".cache", "huggingface"), "hub");
	const snapshot = join(hub, `models--${repo.replace("/", "--")}`, "snapshots", revision);
	const path = file === void 0 ? snapshot : resolve(snapshot, file);
	if (!path.startsWith(snapshot)) throw unusable(`${file} leads out of ${repo}`, "name a file of the repository");
	if (!existsSync(path)) throw unusable(`${repo} at ${revision.slice(0, 12)} is not in the cache of Hugging Face`, `fetch it in a step before: hf download ${repo} --revision ${revision}`);
	return {
		kind: "file",
		path,
		label: `${repo}@${revision.slice(0, 12)}${file === void 0 ? "" : `/${file}`}`
	};
}
const unusable = (what, fix) => new WeighbridgeError("data", what, { fix });

// src/app/baselines/find.ts
/** Whether the config leaves anything to find: a single path is what it is. */
const mustFind = ({ baseline, baselines }) => baseline === null && baselines.sources.length > 0;
/** The store that the config asks for; null for none. */
function storeOf({ store, directory }) {
	if (store === null) return null;
	return new BaselineStore(store === "default" ? defaultStore() : resolve(directory, store.path));
}
const defaultStore = () => join(cacheFolder(process.env), "baselines");
/** Where an evaluation of this moment comes from, as far as git and GitHub tell. */
async function originHere(directory) {
	const { GITHUB_ACTOR } = process.env;
	return {
		commit: await askGit(directory, ["rev-parse", "HEAD"]),
		date: (/* @__PURE__ */ new Date()).toISOString(),
		by: GITHUB_ACTOR ?? await askGit(directory, ["config", "user.name"])
	};
}
/** Tries the sources in the order in which they are written; a source that has nothing is told and passed over. */
async function findBaseline(config, context) {
	const attempts = [];
	const found = [];
	for (const [index, source] of config.baselines.sources.entries()) {
		const name = describeBaselineSource(source);
		try {
			const scratch = join(context.scratch, String(index + 1));
			found.push({
				name,
				...await trySource(source, config, {
					...context,
					scratch
				})
			});
			attempts.push({
				source: name,
				reason: null
			});
		} catch (error) {
			if (!(error instanceof WeighbridgeError)) throw error;
			attempts.push({
				source: name,
				reason: messageOf(error)
			});
			continue;
		}
		if (found.at(-1)?.source.kind !== "results" || config.acceptChange.length === 0) break;
	}
	return {
		found,
		attempts,
		bootstrap: found.length === 0 && config.baselines.bootstrap && (context.onDefaultBranch ?? await isDefaultBranch(config.directory))
	};
}
async function trySource(source, config, { scratch, baseCommit = null, committed = null, artifact = null, log }) {
	const directory = resolve(config.directory);
	switch (source.from) {
		case "path": {
			const named = await fetchSource(source.model, log) ? asFound(source.model, directory) : source.model;
			const model = committed === null ? named : await asCommitted(named, directory, committed);
			await checkSource(config, mapPaths(model, (path) => resolve(directory, path)), "baseline");
			return {
				source: model,
				origin: null
			};
		}
		case "base-branch": {
			const commit = await compareCommit(directory, baseCommit, source.branch);
			const pointed = await modelAt({
				directory,
				pointer: source.pointer,
				commit,
				scratch
			});
			await checkSource(config, pointed.source, "baseline");
			return {
				source: pointed.source,
				origin: null
			};
		}
		case "store": {
			const store = storeOf(config);
			if (store === null) throw new Error("a config that names the store has none");
			const { blessings, faults } = await store.list();
			const [blessing] = blessings;
			if (blessing === void 0) {
				const told = faults.length === 0 ? "" : ` (${faults.join("; ")})`;
				throw new WeighbridgeError("data", `nothing was blessed in ${store.folder}${told}`, { fix: "evaluate the accepted model and bless it: weighbridge baseline bless <run directory>" });
			}
			return {
				source: {
					kind: "results",
					path: await store.checkOut(blessing, scratch),
					label: blessing.source
				},
				origin: blessing.origin
			};
		}
		case "artifact": {
			if (artifact === null) throw new WeighbridgeError("platform", "artifacts can be had in GitHub Actions only", { fix: "name another source beside it for runs on other machines" });
			const { folder, origin } = await artifact(scratch);
			const label = `the checkpoint judged at ${origin.commit?.slice(0, 12)}`;
			await wholeRuns(folder, "baseline");
			return {
				source: {
					kind: "results",
					path: folder,
					label
				},
				origin
			};
		}
	}
}
/** Results are what the base branch has: the change under judgement could have written its own. */
async function asCommitted(model, directory, committed) {
	const places = /* @__PURE__ */ new Map();
	for (const path of pathsIn(model)) {
		const place = await committed(path, model.kind);
		if (place !== null) places.set(path, place);
	}
	if (places.size === 0) return model;
	const found = asFound(mapPaths(model, (path) => places.get(path) ?? path), directory);
	return "path" in found ? {
		...found,
		label: describeModel(model)
	} : found;
}
function pathsIn(model) {
	const paths = [];
	mapPaths(model, (path) => {
		paths.push(path);
		return path;
	});
	return paths;
}
/**
* The runs of a folder, all of which can be a baseline: evaluated in full, to the end.
* @throws WeighbridgeError `data` for anything else
*/
async function wholeRuns(folder, side) {
	const { runs, faults } = await readSideResults(folder, side);
	const [fault] = faults;
	if (fault !== void 0) throw fault;
	for (const { record, incomplete } of runs) {
		const short = incomplete ?? (designOf(record) === "full" ? null : "stopped early by design");
		if (short !== null) throw new WeighbridgeError("data", `its run of ${record.task} ${short}`, {
			at: { file: folder },
			fix: "evaluate the baseline again, whole"
		});
	}
	return runs;
}
/**
* The commit whose pointer counts: the tip of the base branch, since whoever opens a pull request chooses where it left the branch;
* on the default branch itself, the commit before.
*/
async function compareCommit(directory, given, branch) {
	const head = await resolveRevision(directory, "HEAD");
	const base = given ?? branch ?? await defaultBranch(directory);
	if (base === null) throw new WeighbridgeError("data", "this clone does not say which branch is merged into", { fix: "name it: `{ from: base-branch, pointer: model.yaml, branch: origin/main }`" });
	const commit = await mergeBase(directory, base, "HEAD");
	if (commit === null) throw new WeighbridgeError("data", `${base} and HEAD have no common commit in this clone`, { fix: "fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`" });
	return commit === head && await isDefaultBranch(directory) ? resolveRevision(directory, "HEAD~1") : resolveRevision(directory, base);
}
const defaultBranch = (directory) => askGit(directory, [
	"rev-parse",
	"--abbrev-ref",
	"origin/HEAD"
]);
async function isDefaultBranch(directory) {
	const [current, default_] = [await askGit(directory, [
		"rev-parse",
		"--abbrev-ref",
		"HEAD"
	]), await defaultBranch(directory)];
	return current !== null && default_ === `origin/${current}`;
}

// src/app/baselines/choose.ts
/**
* Tries the sources of the baseline.
* @param written the config at hand
* @param taken the same with the base branch's baselines, where those count
* @returns null where the config names the baseline by one path, and nothing is to be taken in its place
*/
async function findBaselines(written, search, taken = written) {
	if (mustFind(taken)) return findBaseline(taken, search);
	const isMoved = taken.baselines !== written.baselines;
	const mayBeCommitted = taken.baseline?.kind === "results" && search.committed != null;
	if (taken.baseline === null || !(mayBeCommitted || isMoved)) return null;
	const found = await findBaseline(taken, search);
	return canonicalJson(found.found[0]?.source ?? null) === canonicalJson(written.baseline) ? null : found;
}
/** Where what is found on this machine is written. */
const foundIn = (out) => ({ scratch: join(out, "found-baseline") });
/** The same choice once it is known what the candidate was asked. */
async function chooseAfter(config, found, out) {
	const { runs } = await readToJudge(sideFolder(config, "candidate", out), "candidate");
	return chooseBaseline(config, found, runs.map(({ record }) => record));
}
/**
* Results whose settings differ from the candidate's in nothing but declared changes are set aside, so that the baseline is
* evaluated again: two settings are never compared.
* @param candidate records of the candidate; where there are none yet, the first found stands
*/
async function chooseBaseline(config, { found, attempts }, candidate) {
	const setAside = /* @__PURE__ */ new Map();
	let chosen = null;
	for (const baseline of found) {
		const changed = await declaredChanges(config, baseline, candidate);
		if (changed === null) {
			chosen = baseline;
			break;
		}
		setAside.set(baseline.name, `set aside for the declared change of ${changed.join(", ")}`);
	}
	const told = attempts.flatMap(({ source, reason }) => {
		const now = reason ?? setAside.get(source) ?? null;
		return now !== null || source === chosen?.name ? [{
			source,
			reason: now
		}] : [];
	});
	return {
		baseline: chosen,
		attempts: told
	};
}
/** The declared settings in which a stored baseline differs, where those are all that differ; else null. */
async function declaredChanges({ acceptChange, directory }, { source }, candidate) {
	if (source.kind !== "results" || acceptChange.length === 0) return null;
	const { runs } = await readToJudge(resolve(directory, source.path), "baseline");
	const accepted = new Set(acceptChange.filter((field) => field !== "tokenizer"));
	const changed = /* @__PURE__ */ new Set();
	for (const { task, fingerprint } of candidate) {
		const other = runs.find(({ record }) => record.task === task)?.record.fingerprint;
		if (other === void 0) continue;
		for (const field of Object.keys(FINGERPRINT_FIELDS)) if (FINGERPRINT_FIELDS[field].severity === "hard" && field !== "tokenizer" && fingerprint[field] !== other[field]) changed.add(field);
	}
	return changed.size > 0 && [...changed].every((field) => accepted.has(field)) ? [...changed] : null;
}
/** The config with the baseline that was found; without one it names none. */
const withBaseline = (config, { baseline }) => ({
	...config,
	baseline: baseline?.source ?? null
});
/** Why there is nothing to compare with, and how to make it: every source with its reason. */
function noBaseline(attempts) {
	const tried = attempts.map(({ source, reason }) => `${source}: ${reason}`).join("; ");
	return new WeighbridgeError("data", `there is no baseline. ${tried}`, { fix: "evaluate the accepted model and keep it: `weighbridge evaluate --role candidate --candidate MODEL --out base`, then `weighbridge baseline bless base`; or name its weights as the last source; or set `bootstrap: true` and run on the default branch" });
}
/** How the baseline was found, for the report; undefined where one path was named and all of it evaluated. */
function provenanceOf({ baseline, baselines, acceptChange }, chosen, runs) {
	const isStored = baseline?.kind === "results";
	const dates = isStored && baselines.maxAgeDays !== null ? runs.map(({ record }) => dated(record)) : [];
	const reused = runs.flatMap(({ record }) => record.reused?.origin ?? []);
	const origin = oldest(reused) ?? chosen?.baseline?.origin ?? oldest(dates);
	if (chosen === null && origin === null && acceptChange.length === 0) return void 0;
	return {
		attempts: chosen?.attempts ?? [],
		origin,
		max_age_days: baselines.maxAgeDays,
		accepted: isStored ? [] : acceptChange.filter((field) => field !== "tokenizer")
	};
}
const dated = ({ finished, started }) => ({
	commit: null,
	date: finished ?? started,
	by: null
});
const oldest = (origins) => origins.reduce((first, each) => first === null || each.date < first.date ? each : first, null);

// src/core/compare/locked-split.ts
/**
* How often a locked split has decided, and what that does to the promise that a regression passes with at most `alpha`. Over several
* rounds the chance of at least one such pass is at most the sum of their alphas, however the rounds depend on each other (Bonferroni),
* and 1 − Π(1 − α) where they do not.
*/
function lockedSplitUse(runs, { task, dataset, alpha }) {
	const decided = runs.filter(({ tasks, gates }) => tasks.some((each) => each.task === task && each.dataset === dataset) && decides(gates, task));
	const alphas = [...decided.map(({ policy }) => policy.alpha), alpha];
	const most = Math.min(1, alphas.reduce((sum, each) => sum + each, 0));
	const independent = 1 - alphas.reduce((product, each) => product * (1 - each), 1);
	return {
		task,
		alpha,
		before: {
			rounds: decided.length,
			most,
			independent
		}
	};
}
/** What the next round would come to, for whoever may still take another split. */
function lockedSplitRemark({ task, alpha, before }) {
	if (before === null || before.rounds === 0) return `${task}: the locked split has decided nothing yet`;
	const { rounds } = before;
	return `${task}: the locked split has decided ${`${rounds} ${rounds === 1 ? "round" : "rounds"}`} already; with the next one, ${promise(alpha, before)}: choose checkpoints on another split`;
}
/** What this round has come to, behind the name of its task. */
function lockedSplitWords({ alpha, before }) {
	if (before === null) return "is a locked split, and how often it decided before is not known: a history is what counts it";
	if (before.rounds === 0) return "is a locked split, and no round on record was decided by it before";
	return `is a locked split, and this is round ${before.rounds + 1} on record that it decides: ${promise(alpha, before)}`;
}
const promise = (alpha, { most, independent }) => `the chance that luck let a regression pass in one of them is at most ${percent(most)} (${percent(independent)} where rounds are independent), not ${percent(alpha)}`;
/** Of rules over several tasks the history does not say which: each that ran counts. */
const SEVERAL = ["average", "net_gain"];
/** Whether any gate on the task had a word in what a round came to. */
const decides = (gates, task) => gates.some((gate) => (gate.task === task || SEVERAL.includes(gate.rule)) && gate.tier === "blocking" && gate.verdict !== "invalid");
const percent = (share) => `${Number((100 * share).toFixed(1))} %`;

// src/report/blocks.ts
const column = (align) => (title, cell) => ({
	title: typeof title === "function" ? title : () => title,
	align,
	cell: (row) => inline`${cell(row)}`
});
/** A cell that is a string is data. */
const textColumn = column("left");
const numberColumn = column("right");
const heading$1 = (content) => ({
	kind: "heading",
	content
});
const paragraph$1 = (content) => ({
	kind: "paragraph",
	content
});
/** @param length code points kept */
const verbatim = (text, length, language = "text") => ({
	kind: "code",
	text: truncate(visible(text), length),
	language
});
/** A bullet for each line that says anything; no block where none does. */
function list$2(items) {
	const told = items.map((item) => "content" in item ? item : {
		content: item,
		below: []
	}).filter(({ content }) => content.length > 0);
	return told.length === 0 ? [] : [{
		kind: "list",
		items: told
	}];
}
/** No block where there are no rows. */
function table(caption, columns, rows) {
	const block = {
		kind: "table",
		caption,
		columns: columns.map(({ title, align }) => ({
			title: titleIn(title(rows)),
			align
		})),
		rows: rows.map((row) => columns.map(({ cell }) => cell(row)))
	};
	return rows.length === 0 ? [] : [block];
}
const titleIn = (title) => typeof title === "string" ? ours(title) : title;
/** @param value data where it is a string */
const field = (name, value) => [ours(name), inline`${value}`];
/** Blocks below a heading; nothing where there are none. */
const titled = (title, blocks) => blocks.length === 0 ? [] : [heading$1(title), ...blocks];

// src/report/sections/faults.ts
const TASK_CHANGED = {
	who: "Whoever changed the task",
	what: inline`evaluate the baseline again with the task as it is now, or undo the change.`
};
const TOKENIZER_CHANGED = {
	who: "Whoever made the checkpoint",
	what: inline`evaluate the baseline again, so that both say which tokens each text became: where these are the same, the tokenizers are. For results that cannot say it, declare ${code$2("accept_change: [tokenizer]")} on the base branch.`
};
const WEIGHTS_CHANGED = {
	who: "Whoever made the checkpoint",
	what: inline`compare with a baseline of the same quantisation, or say that the change is meant.`
};
const TEMPLATE_CHANGED = {
	who: "Whoever made the checkpoint",
	what: inline`restore the baseline's chat template; or, where the new one is meant, declare ${code$2("accept_change: [chat_template]")} and name the baseline's weights, which are then asked with it.`
};
const MACHINE_CHANGED = {
	who: "Whoever runs the evaluation",
	what: inline`evaluate both sides with the same engine, settings and harness.`
};
const OWN_PROMPT = {
	who: "Whoever changes the config",
	what: inline`let ${code$2("baseline.prompt")} of the base branch say how the baseline is asked, and evaluate it so.`
};
const ONE_MACHINE = {
	who: "Whoever runs the evaluation",
	what: inline`evaluate both sides on one machine, the baseline anew: seconds of two are not compared.`
};
const SETTINGS_CHANGED = {
	who: "Whoever runs the evaluation",
	what: inline`evaluate both sides with the same settings of the harness: name on both what one left to its default.`
};
const RUN_INCOMPLETE = {
	who: "Whoever runs the evaluation",
	what: inline`run it again; it goes on where it stopped, and no sample is asked twice.`
};
/** For each field in which two runs may differ: who must do what. */
const REMEDIES = {
	dataset: TASK_CHANGED,
	prompt: TASK_CHANGED,
	own_prompt: OWN_PROMPT,
	few_shot: TASK_CHANGED,
	generation: TASK_CHANGED,
	scorers: TASK_CHANGED,
	filter: TASK_CHANGED,
	task_version: TASK_CHANGED,
	limit: TASK_CHANGED,
	inputs: TASK_CHANGED,
	targets: TASK_CHANGED,
	metrics: TASK_CHANGED,
	chat_template: TEMPLATE_CHANGED,
	tokenizer: TOKENIZER_CHANGED,
	engine: MACHINE_CHANGED,
	engine_settings: MACHINE_CHANGED,
	engine_version: MACHINE_CHANGED,
	harness: MACHINE_CHANGED,
	harness_version: MACHINE_CHANGED,
	settings: SETTINGS_CHANGED,
	other_settings: SETTINGS_CHANGED,
	dtype: MACHINE_CHANGED,
	batch_size: MACHINE_CHANGED,
	device: MACHINE_CHANGED,
	seed: MACHINE_CHANGED,
	repeats: TASK_CHANGED,
	quantization: WEIGHTS_CHANGED,
	machine: ONE_MACHINE,
	samples: RUN_INCOMPLETE,
	run: RUN_INCOMPLETE
};
const shown$1 = (value) => code$2(value === null ? "none" : formatDigest(String(value)));
/** `facts: tokenizer differs, baseline a, candidate b.` */
function mismatchSentence({ task, field, setting, baseline, candidate, severity, against }) {
	const what = setting === void 0 ? code$2(field) : inline`${code$2(setting)} (${field.replace("_", " ")})`;
	if (field === "own_prompt" && severity === "soft") return inline`${code$2(task)}: the baseline is asked with its own prompt, as ${code$2("baseline.prompt")} says.`;
	if (field === "tokenizer" && setting !== void 0 && severity === "soft") return tokensSentence(task, baseline);
	return inline`${code$2(task)}: ${what} differs, ${against ?? "baseline"} ${shown$1(baseline)}, candidate ${shown$1(candidate)}.`;
}
/** The tokens of texts differ, which no score depends on by itself; see `tokenizerDifference`. */
function tokensSentence(task, baseline) {
	const count = /\((\d+ of \d+) differ\)$/.exec(String(baseline))?.[1] ?? "some";
	return inline`${code$2(task)}: the two tokenizers cut ${count} samples into other tokens. Scores compare all the same: log-likelihoods are summed over the same bytes, and answers are compared as texts.`;
}
/** The smaller of two contexts, where a mismatch is of contexts; else null. */
function sharedContext({ field, baseline, candidate }) {
	if (field !== "engine_settings") return null;
	const [left, right] = [baseline, candidate].map((value) => /^context (\d+)\b/.exec(String(value))?.[1]);
	return left === void 0 || right === void 0 || left === right ? null : Math.min(+left, +right);
}
const oneContext = (tokens) => ({
	who: "Whoever changes the config",
	what: inline`set ${code$2(`engine.context_size: ${tokens}`)}: then both sides are evaluated with one context, whatever their files say.`
});
const isIncomplete = ({ samples: { baseline, candidate } }) => baseline.evaluated < baseline.planned || candidate.evaluated < candidate.planned;
function invalidGates(gates) {
	return gates.filter((gate) => gate.verdict === "invalid").map((gate) => inline`${code$2(gate.id)}: ${gate.reasons[0] ?? "no reason was recorded"}`);
}
const SHOWN$1 = 20;
/**
* What is wrong with an invalid comparison and who must do what, most fundamental first. Of another, what could not be
* compared all the same: tasks that no blocking gate speaks of change no verdict, and are never passed over.
*/
function faultsSection(file) {
	const hard = file.comparability.filter((mismatch) => mismatch.severity === "hard");
	if (file.verdict !== "invalid") {
		const told = list$2(hard.map(mismatchSentence).slice(0, SHOWN$1));
		return {
			title: null,
			blocks: titled(ours("Not compared, and no blocking gate speaks of it"), told)
		};
	}
	const remedies = new Set(hard.map((mismatch) => sharedContext(mismatch) ?? REMEDIES[mismatch.field]));
	if (file.tasks.some(isIncomplete)) remedies.add(RUN_INCOMPLETE);
	const stated = new Set(file.reasons);
	const wrong = [
		...file.reasons.map((reason) => inline`${reason}`),
		...hard.map(mismatchSentence),
		...invalidGates(file.gates.filter((gate) => !stated.has(gate.reasons[0] ?? "")))
	];
	const cures = [...remedies].map((remedy) => typeof remedy === "number" ? oneContext(remedy) : remedy).map(({ who, what }) => inline`${strong$1(`${who}:`)} ${what}`);
	return {
		title: null,
		blocks: [...titled(ours("What is wrong"), list$2(wrong.slice(0, SHOWN$1))), ...titled(ours("Who must do what"), list$2(cures))]
	};
}

// src/report/figure-ascii.ts
/** Columns of the drawing. */
const WIDTH = 61;
/**
* The interval against the limit, to scale:
*
* ```
*                    not allowed │ allowed
*            [─────────●─────────┼──]
*   ─────────────────────────────┴──────────────────┬──────────
*                             −2.0 pp              0.0 pp
* ```
*
* `●` is the observed value. An end that nothing is known about is an arrow.
*/
function asciiFigure({ low, value, high, limit, marks, safeSide }) {
	const column = (place) => Math.round(place * 60);
	return [
		sides$1(column(limit), safeSide),
		interval$1(low === null ? null : column(low), column(value), high === null ? null : column(high), column(limit)),
		axis(column(limit), marks.map(({ at }) => column(at))),
		...labels(marks.map(({ at, label }) => ({
			at: column(at),
			label
		})))
	].map((row) => row.trimEnd());
}
function sides$1(limit, safeSide) {
	const [left, right] = safeSide === "greater" ? ["not allowed", "allowed"] : ["allowed", "not allowed"];
	return `${left.length < limit ? left.padStart(limit - 1) : " ".repeat(Math.max(0, limit - 1))}${limit > 0 ? " " : ""}│ ${right}`;
}
function interval$1(low, value, high, limit, width = WIDTH) {
	const row = Array.from({ length: width }, () => " ");
	const [from, to] = [low ?? 0, high ?? width - 1];
	row.fill("─", from, to + 1);
	row[from] = low === null ? "◄" : "[";
	row[to] = high === null ? "►" : "]";
	row[limit] = limit > from && limit < to ? "┼" : limit === from || limit === to ? row[limit] ?? "│" : "│";
	row[value] = "●";
	return row.join("");
}
function axis(limit, ticks) {
	const row = Array.from({ length: WIDTH }, () => "─");
	for (const tick of ticks) row[tick] = "┬";
	row[limit] = "┼";
	return row.join("");
}
/** Labels centred under their marks, on a row of their own where two would touch. */
function labels(marks) {
	const rows = [];
	for (const { at, label } of marks) {
		const start = Math.max(0, Math.min(WIDTH - label.length, at - Math.floor(label.length / 2)));
		const free = rows.findIndex((row) => row.padEnd(63).slice(Math.max(0, start - 2), start + label.length + 2).trim() === "");
		const row = (free < 0 ? "" : rows[free] ?? "").padEnd(WIDTH);
		const placed = row.slice(0, start) + label + row.slice(start + label.length);
		if (free < 0) rows.push(placed);
		else rows[free] = placed;
	}
	return rows;
}
const NAME_WIDTH = 32;
const SMALL = 33;
const STEPS = "▁▂▃▄▅▆▇█";
const stepAt = (value) => STEPS[Math.min(7, Math.floor(value * 8))] ?? "";
/** Values between their least and their greatest. */
function sparkline(values) {
	const [least, most] = [Math.min(...values), Math.max(...values)];
	return values.map((value) => stepAt(most > least ? (value - least) / (most - least) : .5)).join("");
}
/** Rows of intervals, and what rises over time; nothing of charts that their table says as well. */
function asciiChart(chart) {
	switch (chart.kind) {
		case "intervals": {
			const names = chart.rows.map(({ label }) => truncate(label, NAME_WIDTH));
			const width = Math.max(0, ...names.map((name) => Array.from(name).length));
			const [left, right] = chart.ends;
			return [`${" ".repeat(width)}  ${left}${right.padStart(SMALL - left.length)}`, ...chart.rows.map((row, index) => chartRow(row, chart.line, (names[index] ?? "").padEnd(width)))];
		}
		case "lines": {
			const width = Math.max(...chart.series.map(({ name }) => name.length));
			return [...chart.series.map(({ name, values }) => `${name.padEnd(width)}  ${values.map(stepAt).join("")}`), ""];
		}
		case "columns":
		case "square": return [];
	}
}
function chartRow({ low, value, high, end }, line, name) {
	const column = (place) => Math.round(Math.min(1, Math.max(0, place)) * 32);
	const ends = [low, high].map((place) => place === null ? null : column(place));
	return `${name}  ${interval$1(ends[0] ?? null, column(value), ends[1] ?? null, column(line), SMALL)}  ${end}`;
}

// src/report/section.ts
/** An address as it may stand in a report; null for none, and for any other. */
const checkedUrl = (url) => url != null && /^https?:\/\/[\w.:-]+\/[\w./-]*$/.test(url) ? url : null;
const ALL = Number.POSITIVE_INFINITY;
const FULL = {
	gates: ALL,
	samples: 10,
	improved: true,
	groups: 20,
	outputLength: 1e3
};
/** What a comment says where it would be too long; each section names the last rung that it stands on. */
const LADDER = [
	{
		name: "full",
		...FULL
	},
	{
		name: "regressed flips only",
		...FULL,
		improved: false
	},
	{
		name: "fewer flips",
		gates: ALL,
		samples: 3,
		improved: false,
		groups: 5,
		outputLength: 300
	},
	{
		name: "no flips",
		...FULL
	},
	{
		name: "worst gates",
		...FULL,
		gates: 25
	},
	{
		name: "verdict and link",
		...FULL
	}
];
/** Where nothing has to fit. */
const EVERYTHING = {
	...LADDER[0],
	samples: ALL,
	groups: ALL,
	outputLength: ALL
};

// src/report/figure.ts
/** The interval of a gate against its limit; nothing where there is no single interval. */
function figureOf(gate) {
	const hypothesis = shownHypothesisOf(gate);
	const scale = hypothesis === null ? null : scaleOf(gate, hypothesis);
	return hypothesis === null || scale === null ? [] : [{
		kind: "figure",
		scale,
		words: wordsOf(gate, hypothesis)
	}];
}
/** Where everything lies, with a tenth of room on both sides; null where there is nothing to draw. */
function scaleOf(gate, hypothesis) {
	const limit = limitOf(hypothesis);
	const span = spanOf(gate, hypothesis, limit);
	if (span === null) return null;
	const { low, value, high, marks } = span;
	const points = [
		low,
		value,
		high,
		...marks.map(({ at }) => at)
	].flatMap((point) => point ?? []);
	const [least, most] = [Math.min(...points), Math.max(...points)];
	const pad = most > least ? (most - least) * .1 : Math.abs(most) * .1 || 1;
	const place = (point) => (point - (least - pad)) / (most - least + 2 * pad);
	const placeOrNull = (point) => point === null ? null : place(point);
	return {
		safeSide: hypothesis.sign === 1 ? "less" : "greater",
		limit: place(limit),
		low: placeOrNull(low),
		value: place(value),
		high: placeOrNull(high),
		marks: marks.map(({ at, label }) => ({
			at: place(at),
			label
		}))
	};
}
/** The boundary, a degradation, where it lies among the values that are shown. */
const limitOf = ({ sign, boundary }) => boundary === 0 ? 0 : sign * boundary;
function spanOf(gate, { estimand, sign }, limit) {
	const { candidate, baseline, bound, unit } = gate;
	const delta = changeOf$1(gate);
	if (estimand === "delta") {
		if (delta === null) return null;
		const marks = [{
			at: limit,
			label: formatChange(limit, unit)
		}];
		if (limit !== 0) marks.push({
			at: 0,
			label: formatChange(0, unit)
		});
		return {
			low: delta.low,
			value: delta.value,
			high: delta.high,
			marks
		};
	}
	if (candidate === null) return null;
	const marks = [{
		at: limit,
		label: formatValue(limit, unit)
	}];
	if (baseline !== null && baseline.value !== limit) marks.push({
		at: baseline.value,
		label: `baseline ${formatValue(baseline.value, unit)}`
	});
	const { value } = candidate;
	const end = isMeasured$1(gate) ? value : bound?.value ?? null;
	return sign === 1 ? {
		low: value,
		value,
		high: end,
		marks
	} : {
		low: end,
		value,
		high: value,
		marks
	};
}
/** The figure for those who do not see it. */
function wordsOf(gate, hypothesis) {
	if (gate.test?.method === "benchmark") return gate.verdict === "pass" ? inline`The observed value lies within the limit, and every sample of the benchmark was seen.` : inline`The observed value lies beyond the limit, and every sample of the benchmark was seen.`;
	if (isMeasured$1(gate)) return inline`The measured value lies ${gate.verdict === "pass" ? "within" : "beyond"} the limit.`;
	switch (gate.verdict) {
		case "pass": return inline`All that the data allow lies within the limit.`;
		case "regression": return inline`All that the data allow lies beyond the limit.`;
		case "inconclusive": return forbiddenEnd(gate, hypothesis) === null ? inline`The samples leave the forbidden side open.` : inline`The limit lies inside of what the data allow.`;
		case "invalid": return inline`Nothing is known, so the numbers prove nothing.`;
	}
}

// src/report/gap-closed.ts
/**
* The share of the baseline's distance to perfect that the candidate closed: 5 points from 90 % are half of it, and from 50 % a
* tenth. Null where nothing was closed, of what is no rate, of which nobody knows what is perfect, and of a baseline that is.
*/
function gapClosed({ unit, direction, baseline, pairedBaseline, delta }) {
	const from = pairedBaseline ?? baseline;
	if (unit !== "rate" || direction === null || from === null || delta === null) return null;
	const sign = worseSign({ direction });
	const gap = sign === 1 ? from.value : 1 - from.value;
	const closed = -sign * delta.value / gap;
	return gap > 0 && closed > 0 ? closed : null;
}

// src/report/what-if.ts
/**
* The nearest counts of 0/1 scores that get other verdicts, judged by the code that judges merges. `fewer` turns samples
* that got worse back, and when none is left, others better; `more` makes unchanged ones worse. Empty for scores that are
* not 0 or 1, where samples are missing, and where the counts in the file do not lead to the verdict in it.
*/
function turnsOf(gate, alpha) {
	const counted = countedAnswers(gate);
	const shown = shownHypothesisOf(gate);
	if (counted === null || shown === null) return [];
	const hypothesis = {
		...shown,
		margin: gate.margin ?? 0,
		tolerance: Math.abs(shown.boundary),
		forbidden: ""
	};
	const target = gate.test?.method === "benchmark" ? "benchmark" : "population";
	const verdictAt = (shift) => testHypothesis(hypothesis, counted.estimate(shift), alpha, target).verdict;
	if (verdictAt(0) !== gate.verdict) return [];
	const turns = [];
	if (gate.verdict === "pass") {
		const more = firstShift(counted.mostWorse, (shift) => verdictAt(-shift) !== "pass");
		if (more !== null) turns.push({
			to: verdictAt(-more),
			samples: more,
			bad: "more"
		});
	}
	if (gate.verdict === "regression") {
		const fewer = firstShift(counted.mostBetter, (shift) => verdictAt(shift) !== "regression");
		if (fewer !== null && verdictAt(fewer) !== "pass") turns.push({
			to: verdictAt(fewer),
			samples: fewer,
			bad: "fewer"
		});
	}
	if (gate.verdict !== "pass") {
		const fewer = firstShift(counted.mostBetter, (shift) => verdictAt(shift) === "pass");
		if (fewer !== null) turns.push({
			to: "pass",
			samples: fewer,
			bad: "fewer"
		});
	}
	return turns;
}
function countedAnswers(gate) {
	const { candidate, delta, flips, pairs, unpaired, unscored } = gate;
	const isMissing = [unpaired, unscored].some((sides) => sides.baseline > 0 || sides.candidate > 0);
	const isCounted = ruleOf(gate).scope === "metric" && gate.evidence === void 0 && gate.unit === "rate";
	const hypothesis = shownHypothesisOf(gate);
	if (isMissing || hypothesis === null || gate.test === null || !isCounted) return null;
	const { estimand, sign } = hypothesis;
	if (estimand === "delta") {
		if (delta?.method !== "tango" || flips === null) return null;
		return {
			mostBetter: pairs - flips.improved,
			mostWorse: pairs - flips.improved - flips.regressed,
			estimate: (shift) => estimateOfFlips(sign, {
				regressed: Math.max(0, flips.regressed - shift),
				improved: flips.improved + Math.max(0, shift - flips.regressed),
				pairs
			})
		};
	}
	if (candidate === null || gate.test.method !== "clopper-pearson") return null;
	const { n } = candidate;
	const observed = Math.round(candidate.value * n);
	const [bad, good] = sign === 1 ? [observed, n - observed] : [n - observed, observed];
	return {
		mostBetter: bad,
		mostWorse: good,
		estimate: (shift) => {
			const events = observed - sign * shift;
			return hypotheticalEstimate("clopper-pearson", events / n, n, {
				kind: "binomial",
				events,
				n
			});
		}
	};
}
/** Null when no shift up to `most` does. */
function firstShift(most, holds) {
	const first = firstCount(most, holds);
	return first > most ? null : first;
}
/** What would have led to another verdict, a sentence each: other answers, another limit, more samples. */
function whatWouldChange(gate, alpha) {
	if (gate.verdict === "invalid") return [inline`Data that can be judged: see the reasons.`];
	if (isNotNeeded(gate)) return [];
	if (gate.blind !== void 0) return [inline`No number of samples would change that.`];
	const sentences = turnsOf(gate, alpha).map((turn) => turnSentence(gate, turn));
	const limit = passingLimit(gate);
	if (limit !== null && gate.verdict !== "pass") {
		if (isChoosable(gate)) sentences.push(inline`A limit of ${code$2(`${ruleOf(gate).key}: ${limit}`)} would have passed; limits are chosen before results are seen.`);
	} else if (limit !== null) sentences.push(inline`The strictest limit that these samples pass is ${code$2(`${ruleOf(gate).key}: ${limit}`)}.`);
	else if (shownHypothesisOf(gate) !== null) sentences.push(inline`No ${code$2(gate.rule)} would have passed with these samples.`);
	return [...sentences, samplesSentence(gate)].filter(({ length }) => length > 0);
}
function turnSentence({ rule, verdict }, { to, samples, bad }) {
	const answers = ruleOf({ rule }).estimand === "candidate" ? `bad ${samples === 1 ? "answer" : "answers"}` : `${samples === 1 ? "answer" : "answers"} lost on balance`;
	const count = `${formatCount(samples)} ${bad} ${answers}`;
	const word = VERDICT_WORDS[to].word.toLowerCase();
	if (bad === "more") return inline`${count} would have made it ${word}.`;
	return to === "pass" ? inline`${count} would have passed.` : inline`${count} would have left the ${VERDICT_WORDS[verdict].word.toLowerCase()} unproven.`;
}
/** How many samples would settle an undecided gate; nothing for others. */
function samplesSentence(gate) {
	if (gate.verdict !== "inconclusive" || gate.needed === null && gate.test === null) return [];
	if (gate.needed === null) return inline`No number of samples can be named that would decide it.`;
	const missing = gate.needed - Math.max(gate.pairs, gate.candidate?.n ?? 0);
	const more = missing > 0 ? inline`, ${formatCount(missing)} more than now` : [];
	return inline`About ${plural(gate.needed, "sample")} would decide it if the observed rates hold${more}.`;
}

// src/report/sections/gate-reasons.ts
/** Why each gate that regressed did, and what would have changed that. */
function regressedSection({ gates, policy }) {
	const regressed = gates.filter((gate) => gate.verdict === "regression");
	const items = regressed.map((gate) => ({
		content: inline`${gateSentence(gate)}.`,
		below: [decidingNumbers(gate), joined$3(whatWouldChange(gate, policy.alpha.value))].filter(isSaid)
	}));
	return {
		title: `Why ${plural(regressed.length, "gate")} regressed, and what would change that`,
		blocks: list$2(items)
	};
}
/** Why each undecided gate is undecided, what would decide it, and what it does meanwhile. */
function undecidedSection({ gates, policy }, { medium }) {
	const undecided = gates.filter((gate) => gate.verdict === "inconclusive" && !isNotNeeded(gate));
	const items = undecided.map((gate) => {
		const isTested = gate.test !== null && gate.blind === void 0 && ruleOf(gate).scope === "metric";
		const reasons = gate.reasons.slice(isTested ? TOLD_ABOVE : 0).map((reason) => inline`${reason}`);
		const sentence = inline`${gateSentence(gate)}. ${effectOf(gate, policy)}`;
		const below = [joined$3([decidingNumbers(gate), ...reasons]), joined$3(whatWouldChange(gate, policy.alpha.value))];
		return medium === "terminal" ? joined$3([sentence, samplesSentence(gate)]) : {
			content: sentence,
			below: below.filter(isSaid)
		};
	});
	return {
		title: `Why ${undecided.length === 1 ? "one gate is" : `${undecided.length} gates are`} undecided, and how many samples would decide`,
		blocks: list$2(items)
	};
}
/** What was observed, and that it is neither ruled out nor proven. */
const TOLD_ABOVE = 2;
const isSaid = (line) => line.length > 0;
/** What the samples could have shown. The p-values are in `explain`, beside a sentence. */
function decidingNumbers({ minimumDetectable, unit }) {
	return minimumDetectable === null ? [] : inline`A true change of ${formatSize(minimumDetectable, unit)} would have shown with 90 % probability.`;
}
/** What an undecided gate does to the merge, and by which rule. */
function effectOf(gate, { onInconclusive, leanAlpha }) {
	if (gate.tier === "advisory") return inline`It is advisory and never blocks.`;
	const policy = code$2(`on_inconclusive: ${onInconclusive.value}`);
	const level = code$2(`lean_alpha: ${leanAlpha.value}`);
	switch (onInconclusive.value) {
		case "block": return inline`It blocks: ${policy} lets only proof merge.`;
		case "warn": return inline`It does not block: ${policy}.`;
		case "lean":
			if (gate.blind !== void 0) return inline`It blocks: nothing leans on a gate that cannot fail (${policy}).`;
			if (gate.test === null) return inline`It blocks: what is not known is no evidence (${policy}).`;
			if (gate.leaning === "none" || gate.leaning === null) return inline`It blocks: nothing leans on an alarm that could not go off (${policy}).`;
			if (gate.leaning === "regression" && gate.test.pSafe === null && gate.test.pLean === void 0) return inline`It blocks: missing scores leave it open, and nothing leans on what is not there (${policy}).`;
			return gate.leaning === "pass" ? inline`It leans to pass, which is no proof: at most about ${formatLevel(leanAlpha.value)} of candidates exactly at the limit would (${level}).` : inline`It blocks: more than ${formatLevel(leanAlpha.value)} of candidates exactly at the limit would look this good (${level}).`;
		default: return assertNever(onInconclusive.value);
	}
}

// src/report/sections/progress.ts
/** How a sequential evaluation came to its answer: the evidence for both, look by look. */
function progressBlocks({ sequence }) {
	const looks = sequence?.progress ?? [];
	const last = looks.at(-1);
	if (last === void 0 || looks.length < 2) return [];
	const top = Math.max(1.1, ...looks.map(({ pass, regression }) => Math.max(pass, regression)));
	const across = looks.map(({ samples }) => samples / last.samples);
	const drawing = {
		kind: "lines",
		series: ["pass", "regression"].map((name) => ({
			name,
			across,
			values: looks.map((look) => look[name] / top)
		})),
		line: {
			at: 1 / top,
			label: "proven"
		},
		ends: ["0", `${formatCount(last.samples)} samples`]
	};
	const evidence = (of) => (look) => `${Math.round(100 * look[of])} %`;
	const rows = table("Evidence look by look", [
		numberColumn("Samples", ({ samples }) => formatCount(samples)),
		numberColumn("For a pass", evidence("pass")),
		numberColumn("For a regression", evidence("regression"))
	], looks);
	const isEarly = looks.slice(0, -1).some(({ pass, regression }) => Math.max(pass, regression) >= 1);
	const words = ours(`The evidence for each answer while samples came in, as a share of what proves it: the first to reach 100 % decides.${isEarly ? " Nothing is decided from a handful of samples, or while too few of them have scores." : ""}`);
	return rows.map((block) => ({
		kind: "chart",
		chart: drawing,
		words,
		table: block
	}));
}

// src/report/sections/gate-details.ts
/** Every gate with its numbers and figure: open where it did not simply hold. */
function gateDetailsSection(file) {
	return {
		title: "Gates, one by one",
		blocks: file.gates.map((gate) => {
			const { verdict, tier } = gate;
			const label = tier === "advisory" ? ours("advisory") : [];
			return {
				kind: "details",
				verdict,
				isOpen: verdict !== "pass",
				children: gateBlocks(file, gate),
				summary: joined$3([label, code$2(metricName(gate))])
			};
		})
	};
}
/** How one gate came to its verdict: from the verdict file alone. */
function gateBlocks(file, gate) {
	const { alpha } = file.policy;
	const effect = gate.verdict === "inconclusive" ? effectOf(gate, file.policy) : [];
	const figure = figureOf(gate);
	const none = paragraph$1(ours("There is no single interval to draw."));
	const reasons = gate.reasons.map((reason) => inline`${reason}`);
	const fields = (title, rows) => titled(ours(title), rows.length === 0 ? [] : [{
		kind: "fields",
		rows
	}]);
	return [
		paragraph$1(joined$3([inline`${gateSentence(gate)}.`, effect])),
		...titled(ours("The interval and the limit, to scale"), figure.length === 0 ? [none] : figure),
		...titled(ours("How the evidence came in"), progressBlocks(gate)),
		...titled(ours("What would change the verdict"), list$2(whatWouldChange(gate, alpha.value))),
		...titled(ours("Reasons given"), list$2(reasons)),
		...isMeasured$1(gate) ? [] : fields("Counts", counts(gate)),
		...titled(ours("Several answers to each sample"), repeatBlocks(gate)),
		...fields("Numbers in", numbersIn(gate, file)),
		...fields("Numbers out", numbersOut(gate, file)),
		...titled(ours("Method"), methods(gate))
	];
}
function counts(gate) {
	const { against, pairs, effective, flips, unpaired, unscored, needed, sequence } = gate;
	const sides = (of) => inline`${formatCount(of.baseline)} of the ${against ?? "baseline"}, ${formatCount(of.candidate)} of the candidate`;
	const flipped = flips === null ? [] : [
		field("got worse", formatCount(flips.regressed)),
		field("got better", formatCount(flips.improved)),
		field("net", netOf(flips))
	];
	return [
		...known(sequence, ({ used, evaluated, planned }) => [field("samples", inline`${formatCount(used)} decide, of ${formatCount(evaluated)} evaluated and ${formatCount(planned)} planned`)]),
		field("pairs", formatCount(pairs)),
		...known(effective, (size) => [field("effective sample size", formatCount(Math.floor(size)))]),
		...flipped,
		field("unpaired", sides(unpaired)),
		field("unscored", sides(unscored)),
		...needed === null ? [] : [field("samples that would decide", formatCount(needed))]
	];
}
const MOST_FLAKY = 8;
/** How far answers to one and the same sample differ, and where most. */
function repeatBlocks({ repeats, against, unit }) {
	if (repeats === void 0) return [];
	const { answers, noiseShare: share, flaky, worst } = repeats;
	const sides = (of) => inline`${formatCount(of.baseline)} of the ${against ?? "baseline"}, ${formatCount(of.candidate)} of the candidate`;
	const least = Math.min(answers.baseline, answers.candidate) < 2 ? "at least " : "";
	const noise = share === null ? [] : [field("noise share", `${least}${formatLevel(share)} of the variance of the deltas is chance between answers to one sample`)];
	const side = ({ mean, range }) => range === 0 ? formatValue(mean, unit) : `${formatValue(mean, unit)}, they disagree`;
	const columns = [
		textColumn("Flaky sample", ({ id }) => code$2(id)),
		textColumn("Baseline", ({ baseline }) => side(baseline)),
		textColumn("Candidate", ({ candidate }) => side(candidate))
	];
	return [{
		kind: "fields",
		rows: [
			field("answers", sides(answers)),
			...noise,
			field("flaky samples", sides(flaky))
		]
	}, ...table("Flaky samples, those first whose answers differ most", columns, worst.slice(0, MOST_FLAKY))];
}
function netOf({ regressed, improved }) {
	const net = regressed - improved;
	return net === 0 ? "0" : `${formatCount(Math.abs(net))} ${net > 0 ? "worse" : "better"}`;
}
/** Which formulas decided, each with where it is described. */
function methods({ test, delta, net }) {
	const named = [.../* @__PURE__ */ new Set([
		test?.method,
		net?.method,
		delta?.method
	])].filter((name) => name !== void 0 && name !== "none");
	return list$2(named.map((name = "") => {
		const found = methodOf(name);
		if (found === null) return inline`${code$2(name)}, which this version has no description of`;
		const use = name === test?.method ? "decides" : isDescriptive(name) ? "describes the samples that were seen, and decides nothing" : "gives the interval of the delta";
		const section = `see docs/explanation/method.md, “${found.section}”`;
		return {
			content: ours(`${found.name} ${use}`),
			below: [ours(found.formula), ours(section)]
		};
	}));
}
function numbersIn(gate, { policy }) {
	const limit = policy.limits[gate.id];
	const from = limit === void 0 ? [] : inline` (${describeSource(limit.source)})`;
	const margin = gate.margin === null ? [] : inline`, which is ${size(gate)}`;
	const { value, source } = policy.alpha;
	return [
		field(gate.against ?? "baseline", estimate$1(gate.baseline, gate)),
		...known(gate.pairedBaseline, (part) => [field("of it, paired", estimate$1(part, gate))]),
		field("candidate", estimate$1(gate.candidate, gate)),
		field("limit", inline`${limitPhrase(gate)}${margin}${from}`),
		field("alpha", inline`${String(value)} for each test (${describeSource(source)})`)
	];
}
function size({ rule, margin, unit }) {
	if (margin === null) return NOT_AVAILABLE;
	return rule === "ceiling" || rule === "floor" ? formatValue(margin, unit) : formatSize(margin, unit);
}
function estimate$1(side, gate) {
	if (side === null) return NOT_AVAILABLE;
	const { unit } = gate;
	if (isMeasured$1(gate)) return formatValue(side.value, unit);
	const error = side.stderr === null ? "" : `, standard error ${formatSize(side.stderr, unit)}`;
	return `${formatValue(side.value, unit)} over ${formatCount(side.n)} samples${error}`;
}
function numbersOut(gate, { policy }) {
	const { against, average, delta, bound, net, unit, test, minimumDetectable, leaning } = gate;
	return [
		...known(delta, (found) => {
			const { value, level, method } = found;
			const change = inline`${formatChange(value, unit)} (candidate − ${against ?? "baseline"})`;
			const kind = isDescriptive(method) ? "interval, of these samples alone" : "interval";
			const interval = known(formatInterval(found, unit), (text) => [field(`${formatLevel(level)} ${kind}`, text)]);
			return [field("delta", change), ...interval];
		}),
		...known(gapClosed(gate), (share) => [field("gap closed", `${formatShare(share)} of the distance to perfect`)]),
		...(average ?? []).map(({ task, metric, share, delta: own }) => {
			const change = own === null ? NOT_AVAILABLE : formatChange(own, unit);
			return [inline`change of ${code$2(`${task}/${metric}`)}`, inline`${change}, ${formatLevel(share)} of the average`];
		}),
		...known(net, (left) => {
			const interval = formatInterval(left, unit);
			const range = interval === null ? [] : inline` (${interval})`;
			return [...left.losses.map((loss) => {
				const change = formatChange(loss.delta, loss.unit);
				return [inline`change of ${code$2(`${loss.task}/${loss.metric}`)}`, inline`${change}, weight ${String(loss.weight)}`];
			}), field("gain after losses", inline`${formatChange(left.value, unit)}${range}`)];
		}),
		...known(bound, ({ level, side, value }) => [field(`${formatLevel(level)} ${side} confidence limit`, formatValue(value, unit))]),
		...known(test?.statistic, (statistic) => [field("statistic", statistic.toPrecision(4))]),
		...known(test?.level, (level) => [field("level of this look", inline`${formatShare(level)} a test, of ${formatShare(policy.alpha.value)} over all looks`)]),
		...known(test?.pSafe, (p) => [field("evidence that it is within", evidence(p, "good or better"))]),
		...known(test?.pWorse, (p) => [field("evidence that it is beyond", evidence(p, "bad or worse"))]),
		...known(test?.pLean, (p) => [field("evidence by which it leans", evidence(p, "good or better"))]),
		...known(minimumDetectable, (least) => [field("minimum detectable", inline`${formatSize(least, unit)} with 90 % probability`)]),
		...known(leaning, (side) => [field("leans", side)])
	];
}
const evidence = (p, how) => inline`${formatP(p)}: of candidates exactly at the limit up to ${formatShare(p)} would look this ${how}`;
const known = (value, fields) => value === null || value === void 0 ? [] : fields(value);

// src/report/sections/cases.ts
/** Code points that cells have room for, and names that are listed where rows are too many. */
const MOST_SAID$1 = 120;
const MOST_OF_CHECK = 60;
const MOST_NAMED = 50;
/** Every test case that fails now and did not before, by its name, with what was said; and those that come out as chance has it. */
function casesSection({ gates, tasks }, { rung }) {
	return {
		title: null,
		blocks: gates.flatMap((gate) => {
			if (gate.cases === void 0) return [];
			const flips = tasks.find(({ task }) => task === gate.task)?.flips ?? [];
			const failed = gate.cases.failed.map((each) => {
				const flip = flips.find(({ id }) => id === each.id);
				const said = flip && {
					baseline: flip.baseline.output,
					candidate: flip.candidate.output
				};
				return {
					...each,
					said: said ?? null
				};
			});
			const shown = failed.slice(0, rung.samples);
			const left = failed.slice(shown.length);
			const title = inline`${plural(failed.length, "case")} of ${code$2(metricName(gate))} that the baseline passes ${ours(failed.length === 1 ? "fails" : "fail")}`;
			return [...titled(title, [...table("Cases that fail now", COLUMNS$3, shown), ...left.length === 0 ? [] : [paragraph$1(inline`Also: ${namesOf(left)}.`)]]), ...flakyLine(gate)];
		})
	};
}
function flakyLine({ cases, metric, task }) {
	const flaky = cases?.flaky ?? [];
	if (flaky.length === 0) return [];
	const rates = ({ passed: { baseline, candidate } }) => inline`(${formatShare(baseline)} → ${formatShare(candidate)} of answers pass)`;
	const few = flaky.slice(0, 10);
	const rest = flaky.length > few.length ? inline` and ${formatCount(flaky.length - few.length)} more` : [];
	const named = joined$3(few.map((each) => inline`${code$2(each.id)} ${rates(each)}`), ", ");
	return [paragraph$1(inline`${plural(flaky.length, "flaky case")} of ${code$2(`${task}/${metric}`)}, which ${ours(flaky.length === 1 ? "blocks" : "block")} nothing: ${named}${rest}.`)];
}
function namesOf(cases) {
	const named = joined$3(cases.slice(0, MOST_NAMED).map(({ id }) => code$2(id)), ", ");
	const left = cases.length - MOST_NAMED;
	return left > 0 ? inline`${named} and ${formatCount(left)} more` : named;
}
const COLUMNS$3 = [
	textColumn("Case", ({ id, severity }) => severity === "normal" ? code$2(id) : inline`${code$2(id)} (${ours(severity)})`),
	textColumn("Fails", ({ checks }) => joined$3(checks.map((check) => code$2(cut$1(check, MOST_OF_CHECK))), ", ")),
	textColumn("Baseline said", ({ said }) => answer$1(said?.baseline ?? null)),
	textColumn("Candidate said", ({ said }) => answer$1(said?.candidate ?? null))
];
function answer$1(text) {
	if (text === null) return [];
	const line = cut$1(text, MOST_SAID$1);
	return line === "" ? inline`(empty)` : code$2(line);
}
/** @param most code points kept */
function cut$1(text, most) {
	const points = Array.from(text.trim().replace(/\s+/g, " "));
	return points.length <= most ? points.join("") : `${points.slice(0, most - 1).join("")}…`;
}

// src/report/sample-link.ts
const PREFIX = "#sample=";
/** What leads to a sample on the page: safe in an attribute and in Markdown, whatever its names are. */
const sampleAnchor = (task, id) => `${PREFIX}${encoded(task)}/${encoded(id)}`;
/** Encoded whatever else Markdown reads in an address; a lone surrogate, which has no encoding, is none of a real name. */
const encoded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "�")).replace(/[!'()*~_.-]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

// src/report/sections/changed.ts
/** Which groups and samples changed, the worst first; model text stays inside fences. */
function changedSection(file, { rung, medium, context }) {
	const page = medium === "comment" ? checkedUrl(context.pageUrl) : null;
	return {
		title: "Which groups and samples changed",
		blocks: decidingFirst(file).flatMap((task) => {
			return taskBlocks$1(task, file.gates.some(({ cases, task: own }) => cases !== void 0 && own === task.task), rung, page);
		})
	};
}
/** Gates come worst first, and a reader looks for the task that decided. */
function decidingFirst({ tasks, gates }) {
	const rank = ({ task }) => {
		const index = gates.findIndex((gate) => rests(gate, task));
		return index === -1 ? gates.length : index;
	};
	return tasks.toSorted((a, b) => rank(a) - rank(b));
}
function taskBlocks$1({ task, metrics, primaryMetric, flips }, isOfCases, rung, page) {
	const metric = metrics.find(({ metric: name }) => name === primaryMetric);
	if (metric === void 0) return [];
	const worse = isOfCases ? [] : flips.filter((flip) => isWorse(flip, metric));
	const better = rung.improved ? flips.filter((flip) => !isWorse(flip, metric)) : [];
	const linked = page === null ? null : (id) => `${page}${sampleAnchor(task, id)}`;
	const isStill = metric.groups.every(({ delta }) => delta === 0);
	if (worse.length === 0 && better.length === 0 && isStill) return [];
	const counts = metric.flips === null ? inline`scores that moved most` : inline`${formatCount(metric.flips.regressed)} got worse, ${formatCount(metric.flips.improved)} got better`;
	return [
		heading$1(inline`${code$2(`${task}/${metric.metric}`)}: ${counts}`),
		...groupBlocks(metric, rung),
		...flipBlocks("Got worse", worse, metric.flips?.regressed, rung, linked),
		...flipBlocks("Got better", better, metric.flips?.improved, rung, linked)
	];
}
const isWorse = ({ baseline, candidate }, metric) => worseSign(metric) * (candidate.score - baseline.score) > 0;
function groupBlocks({ groups, unit }, rung) {
	const columns = [
		textColumn("Group", ({ group }) => code$2(group)),
		numberColumn("Pairs", ({ pairs }) => formatCount(pairs)),
		numberColumn("Delta", ({ delta }) => formatChange(delta, unit))
	];
	const left = groups.length - rung.groups;
	return [...table(`${plural(groups.length, "group")}, the worst first`, columns, groups.slice(0, rung.groups)), ...left > 0 ? [paragraph$1(ours(`${plural(left, "more group")} fell less or rose.`))] : []];
}
function flipBlocks(title, flips, total, rung, linked) {
	const shown = flips.slice(0, rung.samples);
	if (shown.length === 0) return [];
	const all = total === void 0 ? "" : ` of ${formatCount(total)}`;
	const children = shown.every(isShort) ? flipTable(title, shown, linked) : shown.flatMap((flip) => sampleBlocks(flip, rung.outputLength, linked));
	return [{
		kind: "details",
		summary: inline`${strong$1(title)} (${formatCount(shown.length)}${ours(all)} shown)`,
		verdict: null,
		isOpen: false,
		children
	}];
}
/** Longest output that is still a table cell. */
const CELL_LENGTH = 80;
const isShort = ({ baseline, candidate }) => [baseline.output, candidate.output].every((text) => text === null || text.length <= CELL_LENGTH && !text.trim().includes("\n"));
/** Short answers side by side, one line a sample; scores only where nothing was said. */
function flipTable(title, flips, linked) {
	const isSilent = flips.every(({ baseline, candidate }) => baseline.output === null && candidate.output === null);
	const columns = [
		textColumn("Sample", ({ id }) => nameOf(id, linked)),
		...flips.every(({ group }) => group === null) ? [] : [GROUP],
		...isSilent ? SCORES : OUTPUTS
	];
	return table(title, columns, flips);
}
const nameOf = (id, linked) => linked === null ? code$2(id) : inline`${code$2(id)} ${[{
	kind: "link",
	text: "open",
	url: linked(id)
}]}`;
const GROUP = textColumn("Group", ({ group }) => group === null ? [] : code$2(group));
const OUTPUTS = [textColumn("Baseline said", ({ baseline }) => answer(baseline.output)), textColumn("Candidate said", ({ candidate }) => answer(candidate.output))];
const SCORES = [numberColumn("Baseline", ({ baseline }) => score(baseline.score)), numberColumn("Candidate", ({ candidate }) => score(candidate.score))];
const answer = (text) => text === null ? [] : text.trim() === "" ? inline`(empty)` : code$2(text.trim());
const score = (value) => String(Number(value.toPrecision(4))).replace("-", "−");
function sampleBlocks({ id, group, baseline, candidate }, length, linked) {
	const where = group === null ? [] : inline` in ${code$2(group)}`;
	const scores = inline`score ${score(baseline.score)} → ${score(candidate.score)}`;
	const output = ({ output: text }) => text === null ? paragraph$1(ours("No output was stored.")) : text === "" ? paragraph$1(ours("An empty output.")) : verbatim(text, length);
	const sides = {
		kind: "sides",
		sides: [["Baseline", output(baseline)], ["Candidate", output(candidate)]]
	};
	return [paragraph$1(inline`${strong$1("Sample")} ${nameOf(id, linked)}${where}: ${scores}`), ...baseline.output === null && candidate.output === null ? [] : [sides]];
}

// src/report/sections/classes.ts
/** What became of each class of a classification, the worst first. */
function classesSection({ tasks }, { rung }) {
	return {
		title: "Classes",
		blocks: tasks.flatMap((task) => taskBlocks(task, rung))
	};
}
function taskBlocks({ task, byClass }, rung) {
	if (byClass === void 0) return [];
	const rows = byClass.classes.filter(({ samples, baseline, candidate }) => samples + baseline.predictions + candidate.predictions > 0).toSorted((a, b) => changeOf(a, "f1") - changeOf(b, "f1"));
	const columns = [
		textColumn("Class", (row) => code$2(row.class)),
		numberColumn("Samples", ({ samples }) => formatCount(samples)),
		...[
			"precision",
			"recall",
			"f1"
		].map((rate) => numberColumn(NAMES[rate], (row) => before(row, rate)))
	];
	const left = rows.length - rung.groups;
	return [
		heading$1(inline`${code$2(task)}: ${plural(rows.length, "class", "classes")}`),
		...table("Each class against all others: candidate, and its change", columns, rows.slice(0, rung.groups)),
		...left > 0 ? [paragraph$1(ours(`${plural(left, "more class", "more classes")} fell less or rose.`))] : [],
		...remarks(byClass).map((remark) => paragraph$1(remark))
	];
}
const NAMES = {
	precision: "Precision",
	recall: "Recall",
	f1: "F1"
};
/** Of what has no value on a side nothing moved that could be ranked. */
const changeOf = ({ baseline, candidate }, rate) => (candidate[rate] ?? 0) - (baseline[rate] ?? 0);
function before({ baseline, candidate }, rate) {
	const [from, to] = [baseline[rate], candidate[rate]];
	if (to === null) return from === null ? "undefined" : `undefined (was ${formatValue(from, "rate")})`;
	return from === null ? `${formatValue(to, "rate")} (was undefined)` : `${formatValue(to, "rate")} (${formatChange(to - from, "rate")})`;
}
/** Classes that are missing or new, and answers that are no class. */
function remarks({ classes, unlabelled }) {
	const named = (rows) => joined$3([...rows.slice(0, 10).map((row) => code$2(row.class)), rows.length > 10 ? ours("…") : []], ", ");
	const said = ({ predictions }) => predictions > 0;
	const found = [
		["No sample is of the class", classes.filter(({ samples }) => samples === 0)],
		["The candidate never says what the baseline does:", classes.filter(({ baseline, candidate }) => said(baseline) && !said(candidate))],
		["The candidate says what the baseline never does:", classes.filter(({ baseline, candidate }) => !said(baseline) && said(candidate))]
	];
	const { baseline, candidate } = unlabelled;
	return [...found.flatMap(([words, rows]) => rows.length === 0 ? [] : [inline`${ours(words)} ${named(rows)}.`]), ...baseline + candidate === 0 ? [] : [inline`Answers that name no class: ${formatCount(baseline)} of the baseline, ${formatCount(candidate)} of the candidate.`]];
}

// src/report/sections/compared.ts
/** What was compared with what: checkpoints, samples, settings, and where each limit came from. */
function comparedSection(file, { context }) {
	const { envAllow = [], now = null } = context;
	const { baseline, candidate, anchor, tasks, comparability } = file;
	const side = (name, model) => inline`${strong$1(name)}: ${joined$3(modelFacts(model), ", ")}`;
	const differences = comparability.map((mismatch) => inline`${strong$1(mismatch.severity === "hard" ? "Not comparable" : "Differs")} ${mismatchSentence(mismatch)}`);
	const names = joined$3(envAllow.map(code$2), ", ");
	const readable = inline`By ${code$2("env-allow")} the evaluation could read: ${names}.`;
	return {
		title: "What was compared",
		blocks: [
			...list$2([
				{
					content: side("Baseline", baseline),
					below: baselineLines(file, now)
				},
				side("Candidate", candidate),
				...anchor === void 0 ? [] : [side("Anchor", anchor)]
			]),
			...table(plural(tasks.length, "task"), COLUMNS$2, tasks),
			...titled(ours("Rows that ask the same, which count as one cluster"), list$2(tasks.flatMap(askedAgainLines))),
			...titled(ours("What the answers look like"), list$2(answerLines(file))),
			...titled(ours("Differences between the two runs"), list$2(differences)),
			...titled(ours("How the results were read"), list$2((file.notes ?? []).map((note) => inline`${note}`))),
			...titled(ours("Limits and policy, with where each came from"), list$2(policyLines(file))),
			...titled(ours("Settings of each task"), list$2(settingLines(file))),
			...envAllow.length === 0 ? [] : [paragraph$1(readable)],
			paragraph$1(judgedBy(file))
		]
	};
}
/** What is known of a checkpoint. */
function modelFacts(model) {
	if (model === null) return [inline`unknown, no run of it could be read`];
	const facts = [code$2(model.source), code$2(formatDigest(model.digest))];
	if (model.adapter_digest !== null) facts.push(inline`adapter ${code$2(formatDigest(model.adapter_digest))}`);
	if (model.architecture !== null) facts.push(code$2(model.architecture));
	if (model.parameter_count !== null) facts.push(inline`${formatCount(model.parameter_count)} parameters`);
	if (model.quantization !== null) facts.push(code$2(model.quantization));
	return facts;
}
const done = ({ planned, evaluated }) => planned === evaluated ? formatCount(evaluated) : `${formatCount(evaluated)} of ${formatCount(planned)}`;
const COLUMNS$2 = [
	textColumn("Task", ({ task }) => code$2(task)),
	textColumn("Role", ({ role }) => role),
	numberColumn("Baseline samples", ({ samples }) => done(samples.baseline)),
	numberColumn("Candidate samples", ({ samples }) => done(samples.candidate)),
	numberColumn("Paired", ({ pairs }) => formatCount(pairs))
];
function askedAgainLines({ task, askedAgain }) {
	if (askedAgain === void 0) return [];
	const { rows, of, first } = askedAgain;
	const named = joined$3(first.map(code$2), " and ");
	return [inline`${code$2(task)}: ${formatCount(rows)} of ${plural(of, "row")}, such as ${named}`];
}
/** How many answers of each side say nothing, go in circles or were cut, of the tasks whose answers were written. */
function answerLines({ tasks, provenance }) {
	return tasks.flatMap(({ task, answers }) => {
		if (answers === void 0) return [];
		const sides = inline`${answerWords("the candidate", answers.candidate)}; ${answerWords("the baseline", answers.baseline)}`;
		const thoughts = (answers.candidate?.thinking ?? 0) + (answers.baseline?.thinking ?? 0);
		const fingerprints = provenance.fingerprints[task];
		const { harness = null } = fingerprints?.candidate ?? fingerprints?.baseline ?? {};
		const setting = STRIPS_THOUGHTS.get(String(harness));
		const fix = setting === void 0 ? [] : inline`, which ${code$2(setting)} strips`;
		return [inline`${code$2(task)}: ${sides}${thoughts === 0 ? [] : inline`. The scorer saw the thoughts${fix}`}`];
	});
}
/** What tells the thoughts of a reasoning model from its answer, by harness. */
const STRIPS_THOUGHTS = /* @__PURE__ */ new Map([
	["weighbridge native", "strip_thinking: true"],
	["lm-evaluation-harness", "--model_args think_end_token=</think>"],
	["lighteval", "--remove-reasoning-tags --reasoning-tags"],
	["inspect_ai", "-M reasoning_parser=NAME"],
	["promptfoo", "showThinking: false"]
]);
function answerWords(side, health) {
	if (health === null) return `no answer of ${side} was kept`;
	const { answers, blank, invisible, repeating, truncated, identical, thinking, unclosed } = health;
	const share = (count) => formatValue(count / answers, "rate");
	const cut = truncated === null ? "nobody says which were cut" : `${share(truncated)} cut at the limit`;
	return `of ${plural(answers, "answer")} of ${side} ${share(blank)} are empty, ${share(invisible)} show nothing, ${share(repeating)} go in circles, ${cut}, and the commonest is ${share(identical)} of them${thinking === 0 ? "" : `; ${plural(thinking, "answer")} with thoughts, ${formatCount(unclosed)} of these without an end`}`;
}
/** Which commit's rules these are. */
function originLine({ policyOrigin }) {
	if (policyOrigin === void 0) return [];
	const left = code$2(policyOrigin.revision.slice(0, 12));
	const { tip } = policyOrigin;
	const commit = tip === void 0 ? left : inline`${left}, where this branch left it, and at its tip ${code$2(tip.slice(0, 12))}`;
	if (policyOrigin.state === "adopted") return [inline`The base branch at ${commit} has no config yet: these limits are the pull request's own`];
	return [inline`Read from the base branch at ${commit}`];
}
const sourceOf = (sourced) => inline` (${code$2(describeSource(sourced.source))})`;
/** Every limit and rule, with where each came from. */
function policyLines(file) {
	const { gates, policy } = file;
	const limits = gates.map((gate) => {
		const sourced = policy.limits[gate.id];
		const source = sourced === void 0 ? [] : sourceOf(sourced);
		return inline`${code$2(gate.id)} ${limitPhrase(gate)}${source}`;
	});
	const { alpha, onInconclusive, target, minCoverage, identical } = policy;
	const rules = [
		inline`Each test may be wrong with probability ${code$2(`alpha: ${alpha.value}`)}${sourceOf(alpha)}`,
		inline`Undecided gates: ${code$2(`on_inconclusive: ${onInconclusive.value}`)}${sourceOf(onInconclusive)}`,
		inline`The verdict speaks of: ${code$2(`target: ${target.value}`)}${sourceOf(target)}`,
		...identical === void 0 ? [] : [inline`Answers exactly as the baseline's: ${code$2(`identical: ${identical.value}`)}${sourceOf(identical)}`],
		inline`Least share of samples paired and scored: ${formatLevel(minCoverage.value)}${sourceOf(minCoverage)}`
	];
	return [
		...originLine(file),
		...limits,
		...rules
	];
}
/** Those that hold many, of which the ones that differ are shown by name. */
const isNamed = (field) => field === "settings" || field === "other_settings";
/** What each task was run with. */
function settingLines({ provenance }) {
	return Object.entries(provenance.fingerprints).map(([task, sides]) => {
		const settings = Object.entries(sides.candidate ?? sides.baseline ?? {}).sort(([left], [right]) => left < right ? -1 : 1).filter(([field, value]) => value !== null && !isNamed(field)).map(([field, value]) => code$2(`${field}: ${formatDigest(String(value))}`));
		return inline`${code$2(task)}: ${settings.length === 0 ? "no settings recorded" : joined$3(settings)}`;
	});
}
function judgedBy({ provenance: { config, weighbridge } }) {
	const digest = config.digest === null ? [] : inline`, config digest ${code$2(formatDigest(config.digest))}`;
	return inline`Judged by Weighbridge ${code$2(weighbridge)}${digest}.`;
}
/** Lines below the baseline: how it was found, from which commit, how old it is, and what was declared to have changed. */
function baselineLines({ provenance }, now) {
	const { baseline } = provenance;
	if (baseline === void 0) return [];
	return [
		...baseline.attempts.map(({ source, reason }) => reason === null ? inline`found by ${code$2(source)}` : inline`not by ${code$2(source)}: ${reason}`),
		...originLines(baseline, now),
		...baseline.accepted.length === 0 ? [] : [inline`declared change of ${code$2(baseline.accepted.join(", "))}: the baseline was evaluated with the candidate's setting`]
	];
}
function originLines({ origin, max_age_days: limit }, now) {
	if (origin === null) return [];
	const { commit, date, by } = origin;
	const days = daysBetween(date, now);
	const line = [
		inline`evaluated ${code$2(date.slice(0, 10))}`,
		...commit === null ? [] : [inline`at commit ${code$2(commit.slice(0, 12))}`],
		...by === null ? [] : [inline`by ${code$2(by)}`],
		...days === null ? [] : [inline`${plural(days, "day")} old`]
	].reduce((before, fact) => inline`${before}, ${fact}`);
	if (limit === null || days === null || days <= limit) return [line];
	return [line, inline`older than ${plural(limit, "day")}: evaluate and bless it anew`];
}

// src/report/sections/cost.ts
/** What the evaluation cost, in sentences of numbers, and how fast the sides answered. */
function costSection({ cost: { samples, tokens }, tasks }, { context: { elapsedSeconds, speeds = [] } }) {
	const { planned, evaluated, reused } = samples;
	const sentences = [
		`${formatCount(evaluated)} of ${plural(planned, "planned sample")} evaluated, both sides together: ${plural(tokens.prompt, "prompt token")} and ${plural(tokens.output, "output token")}.`,
		...tokens.thinking === void 0 ? [] : [`Thoughts took another ${plural(tokens.thinking, "token")}.`],
		...reused === void 0 ? [] : [`${formatCount(reused)} of them were reused from an earlier evaluation.`],
		...savedByStopping(tasks),
		...elapsedSeconds === null ? [] : [`It took ${formatDuration(elapsedSeconds)}.`]
	];
	return {
		title: "Cost",
		blocks: [paragraph$1(joined$3(sentences.map(ours))), ...speedBlocks(speeds)]
	};
}
/** What stopping early came to; nothing where no task did. */
function savedByStopping(tasks) {
	if (tasks.every(({ stopped }) => stopped === void 0)) return [];
	const count = (key) => tasks.reduce((total, { samples }) => total + samples.candidate[key], 0);
	const [planned, evaluated] = [count("planned"), count("evaluated")];
	const share = Math.round(100 * evaluated / planned);
	return [`The candidate was evaluated on ${formatCount(evaluated)} of ${plural(planned, "sample")} (${share} %); stopping as soon as the verdict was known saved the other ${formatCount(planned - evaluated)}.`];
}
/** Of each figure both sides, `baseline → candidate`; a column that no task has is left out. */
const FIGURES = [
	["Latency, median", ({ latency }) => seconds(latency.p50)],
	["Latency, p95", ({ latency }) => seconds(latency.p95)],
	["First token, median", ({ firstToken }) => seconds(firstToken)],
	["Tokens a second", ({ tokensPerSecond: rate }) => rate === null ? null : formatValue(rate, "number")],
	["Price of 1,000", ({ cost, currency }) => cost === null ? null : `${formatValue(cost, "number")} ${currency}`]
];
const seconds = (value) => value === null ? null : formatValue(value, "seconds");
function speedBlocks(speeds) {
	const of = (task, side) => speeds.find((speed) => speed.task === task && speed.side === side);
	const rows = [...new Set(speeds.map(({ task }) => task))].map((task) => ({
		task,
		baseline: of(task, "baseline"),
		candidate: of(task, "candidate")
	}));
	const isTold = (figure) => speeds.some((speed) => figure(speed) !== null);
	const columns = FIGURES.filter(([, figure]) => isTold(figure)).map(([title, figure]) => numberColumn(title, ({ baseline, candidate }) => both(baseline, candidate, figure)));
	const machines = [...new Set(speeds.flatMap((speed) => speed.machines))];
	return [...table("Cost and speed", [textColumn("Task", ({ task }) => code$2(task)), ...columns], rows), ...machines.length === 0 ? [] : [paragraph$1(measuredOn(machines))]];
}
/** Figures may hold a currency: data. */
const both = (baseline, candidate, figure) => {
	const [before, after] = [baseline, candidate].map((side) => side === void 0 ? null : figure(side));
	return inline`${before ?? "–"} → ${after ?? "–"}`;
};
/** Two machines are as much of the difference as two models. */
function measuredOn(machines) {
	const [first = "", ...others] = machines;
	const where = others.reduce((text, machine) => inline`${text}, ${code$2(machine)}`, code$2(first));
	const isOne = others.length === 0;
	return inline`Baseline → candidate, measured on ${where}.${ours(isOne ? "" : " Seconds of different machines are not comparable.")}`;
}

// src/report/sections/curves.ts
/** A comment is no place for a log. */
const ROWS_IN_COMMENT = 8;
const shown = (value) => String(Number(value.toPrecision(4)));
/** How the candidate was trained: both losses drawn, and what looks wrong with them. */
const curvesSection = ({ curves }, { medium }) => {
	if (curves === void 0) return {
		title: null,
		blocks: []
	};
	const faults = curves.faults.map((fault) => inline`Not known: ${fault}`);
	const signs = curves.signs.map((sign) => inline`${sign}`);
	return {
		title: "Training curves",
		blocks: [...chartOf$1(curves, medium === "page"), ...list$2([...faults, ...signs])]
	};
};
function chartOf$1(curves, isWhole) {
	const { train, evaluation, axis, rising } = curves;
	const points = [...train, ...evaluation];
	if (points.length < 2) return [];
	const [left, right] = ends(points.map(({ at }) => at));
	const [least, most] = ends(points.map(({ value }) => value));
	const place = (value, [low, high]) => high > low ? (value - low) / (high - low) : .5;
	const series = (name, curve) => ({
		name,
		values: curve.map(({ value }) => place(value, [least, most])),
		across: curve.map(({ at }) => place(at, [left, right]))
	});
	const best = rising?.best.value ?? least;
	const drawing = {
		kind: "lines",
		series: [series("training loss", train), series("evaluation loss", evaluation)],
		line: {
			at: place(best, [least, most]),
			label: rising === null ? "lowest loss" : "best evaluation"
		},
		ends: [`${axis} ${shown(left)}`, `${axis} ${shown(right)}`]
	};
	const number = (value) => value === null ? NOT_AVAILABLE : shown(value);
	const all = rowsOf(curves);
	return table("Losses of the training", [
		numberColumn(axis.charAt(0).toUpperCase() + axis.slice(1), ({ at }) => shown(at)),
		numberColumn("Training loss", (row) => number(row.train)),
		numberColumn("Evaluation loss", (row) => number(row.evaluation))
	], isWhole ? all : few(all)).map((block) => ({
		kind: "chart",
		chart: drawing,
		words: words$1(curves, [least, most]),
		table: block
	}));
}
function words$1({ gap, rising, gated, axis }, [least, most]) {
	return joined$3([
		ours(`Losses of the candidate's training, from ${shown(least)} to ${shown(most)}.`),
		ours(gap === null ? "The generalisation gap is not known." : `At the end the evaluation loss is ${shown(gap.evaluation)}, the training loss ${shown(gap.train)}: a gap of ${formatShare(gap.value)} of the training loss.`),
		ours(rising === null ? "" : `The best evaluation is that of ${axis} ${shown(rising.best.at)}.`),
		ours(gated === null ? "" : `The checkpoint is that of step ${shown(gated)}.`)
	]);
}
const ends = (values) => [Math.min(...values), Math.max(...values)];
/** Both losses by where they stand; an evaluation stands between two entries of the training loss, or beside one. */
function rowsOf({ train, evaluation }) {
	const find = (curve) => new Map(curve.map(({ at, value }) => [at, value]));
	const [own, held] = [find(train), find(evaluation)];
	return [.../* @__PURE__ */ new Set([...own.keys(), ...held.keys()])].sort((a, b) => a - b).map((at) => ({
		at,
		train: own.get(at) ?? null,
		evaluation: held.get(at) ?? null
	}));
}
/** Evaluations tell more than entries of the training: where there are enough, they alone. */
function few(rows) {
	const held = rows.filter(({ evaluation }) => evaluation !== null);
	const from = held.length >= 2 ? held : rows;
	if (from.length <= ROWS_IN_COMMENT) return from;
	return Array.from({ length: ROWS_IN_COMMENT }, (_, index) => from[Math.round(index * (from.length - 1) / 7)]).flatMap((row) => row ?? []);
}

// src/core/stats/wilson.ts
/**
* Score interval of a rate: (p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n). Wilson 1927.
* Its error is close to nominal on average and may exceed it at single rates; ceilings use Clopper-Pearson.
*/
function wilsonInterval(events, n, z) {
	const rate = events / n;
	const shrink = 1 + z * z / n;
	const centre = (rate + z * z / (2 * n)) / shrink;
	const half = z / shrink * Math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
	return {
		low: events === 0 ? 0 : Math.max(0, centre - half),
		high: events === n ? 1 : Math.min(1, centre + half)
	};
}

// src/report/drift-words.ts
/** A part of the baseline's, which may be more than all of it. */
const part = (value) => `${Number((100 * Math.abs(value)).toPrecision(2))} %`;
const signed = (value) => `${value < 0 ? "−" : "+"}${part(value)}`;
const points = (share) => formatChange(share, "rate");
const wordCount = (words) => words < 10 ? words.toFixed(1) : formatCount(Math.round(words));
const brief$1 = (value) => String(Number(value.toPrecision(2)));
const bits = (value) => `${brief$1(value)} bits`;
const share = (value) => formatValue(value, "rate");
const interval = ({ effect: { low, high } }, size) => low === null || high === null ? "" : `, 90 % interval ${size(low)} to ${size(high)}`;
/** `a → b`, where a feature has a number on each side. */
function sides({ baseline, candidate }, value) {
	return baseline === null || candidate === null ? "" : `${value(baseline)} → ${value(candidate)}`;
}
const MOST_SHARES = 2;
const kinds = (what) => ({
	size: share,
	value: share,
	says: ({ effect, shares = [] }) => {
		const named = shares.slice(0, MOST_SHARES).map((each) => inline`${code$2(each.name)} ${ours(`${share(each.baseline)} → ${share(each.candidate)}`)}`);
		return inline`${ours(share(effect.value))} of the answers have another ${ours(what)}: ${joined$3(named, ", ")}`;
	}
});
const changes = (what, value, size) => ({
	size,
	value,
	says: (drift) => ours(`${what} ${sides(drift, value)}, ${size(drift.effect.value)}${interval(drift, size)}`)
});
const WORDINGS = {
	length: {
		name: "Length",
		size: signed,
		value: (words) => `${wordCount(words)} words`,
		says: (drift) => {
			const { value } = drift.effect;
			const way = `${part(value)} ${value < 0 ? "shorter" : "longer"}`;
			const means = sides(drift, wordCount);
			return ours(`answers are ${way}: ${means} words on average${interval(drift, signed)}`);
		}
	},
	refusal: {
		name: "Refusals",
		...changes("refusals", share, points)
	},
	format: {
		name: "Format",
		...kinds("format")
	},
	language: {
		name: "Language",
		...kinds("language")
	},
	repetition: {
		name: "Repetition",
		...changes("repeated runs of words", share, points)
	},
	vocabulary: {
		name: "Vocabulary",
		size: bits,
		value: bits,
		says: ({ effect, words = {
			baseline: [],
			candidate: []
		} }) => {
			const more = words.candidate.length === 0 ? [] : inline`, more of ${named$1(words.candidate)}`;
			const fewer = words.baseline.length === 0 ? [] : inline`, less of ${named$1(words.baseline)}`;
			return inline`other words are used, ${ours(bits(effect.value))} apart beyond chance${more}${fewer}`;
		}
	},
	meaning: {
		name: "Meaning",
		size: brief$1,
		value: brief$1,
		says: ({ effect }) => ours(`the embeddings of the answers moved by ${brief$1(effect.value)} beyond chance`)
	},
	judge: {
		name: "Judge",
		...changes("the judge gives", (value) => formatValue(value, "number"), (value) => formatChange(value, "number"))
	}
};
const named$1 = (words) => joined$3(words.map(code$2), ", ");
/** A feature by its name, of a judge with that of the score. */
function driftName({ feature, metric }) {
	return metric === void 0 ? ours(WORDINGS[feature].name) : inline`${ours(WORDINGS[feature].name)} ${code$2(metric)}`;
}
const driftSentence = (drift) => WORDINGS[drift.feature].says(drift);
/** For a table: what each side has, and the change. */
function driftCells(drift) {
	const { size, value } = WORDINGS[drift.feature];
	const shares = (drift.shares ?? []).slice(0, MOST_SHARES);
	return {
		sides: shares.length > 0 ? shares.map((each) => `${each.name} ${share(each.baseline)} → ${share(each.candidate)}`).join(", ") : sides(drift, value),
		effect: `${size(drift.effect.value)}${interval(drift, size).replace(/^, 90 % interval (.*)$/, " ($1)")}`
	};
}

// src/report/patterns.ts
const said$1 = ({ task, metric: { metric, delta, unit } }) => inline`${code$2(`${task.task}/${metric}`)} ${ours(delta === null ? "" : formatChange(delta.value, unit))}`;
const of = (moves, way, name) => moves.filter((move) => move.way === way && name.test(baseName$1(move.metric)));
const baseName$1 = ({ metric }) => metric.split(",")[0] ?? metric;
const RIGHT = /^(acc|acc_norm|exact_match|accuracy|f1\w*|squad_\w+|numeric|pass@\d+)$/;
const CONFIDENCE = /^(nll|brier_score|ece\w*|mce|prob_correct)$/;
const FORM = /^(json_valid|yaml_valid|csv_valid|xml_valid|markdown_table|code_block|regex|(prompt|inst)_level_\w+)$/;
const LIKELIHOOD = /^(\w*perplexity|bits_per_byte)$/;
const LENGTH = /^(output_tokens|words|length_\w+)$/;
const TONE = /^(toxicity|profanity_rate|language|judge(\.\w+)?)$/;
/** Points of a rate: by so much no task rises that nobody trained for. */
const UNEXPECTED = .05;
/** Shares of a loss: below them a curve has not moved; the gap is the lower of the limits that people use. */
const MOVED_LOSS = .01;
const WIDE_GAP = .1;
const PATTERNS = [
	{
		cause: ours("It learned its task and forgot other things."),
		look: ({ moves }) => {
			const gained = moves.filter(({ task, way, metric }) => task.role === "target" && way === "better" && isPrimary(task, metric));
			const lost = moves.filter(({ task, way, metric }) => task.role === "general" && way === "worse" && isPrimary(task, metric));
			return gained.length === 0 || lost.length === 0 ? [] : [inline`gained: ${named(gained)}`, inline`lost: ${named(lost)}`];
		},
		remedy: "fewer steps, a lower learning rate or a smaller adapter rank; general data mixed into the training set",
		check: "gate an earlier checkpoint of the same run: the loss should be smaller, and grow with the steps"
	},
	{
		cause: ours("It learned its training data by heart: overfitting."),
		look: ({ file: { curves } }) => {
			const { fell = null, rising = null, gap = null } = curves ?? {};
			if (fell === null || rising === null || gap === null) return [];
			if (fell <= MOVED_LOSS || rising.value <= MOVED_LOSS || gap.value <= WIDE_GAP) return [];
			return [
				ours(`the training loss fell by ${formatShare(fell)}`),
				ours(`the evaluation loss has risen by ${formatShare(rising.value)} from its best`),
				ours(`it is ${formatShare(gap.value)} above the training loss`)
			];
		},
		remedy: "fewer epochs, early stopping on the evaluation loss, more or more varied data, dropout or weight decay",
		check: "gate the checkpoint with the best evaluation loss beside the last one"
	},
	{
		cause: ours("It is as often right as before, and surer of what is wrong."),
		look: ({ moves }) => {
			const unsure = of(moves, "worse", CONFIDENCE);
			const tasks = new Set(of(moves, "worse", RIGHT).map(({ task }) => task.task));
			const own = unsure.filter(({ task }) => !tasks.has(task.task));
			return own.length === 0 ? [] : [inline`confidence got worse: ${named(own)}`];
		},
		remedy: "fewer epochs, label smoothing, or a temperature fitted on held-out data where probabilities are used",
		check: "look at the reliability diagram of the page: the candidate lies further below the diagonal"
	},
	{
		cause: ours("It no longer keeps to the form that was asked for."),
		look: ({ moves, file }) => [
			...sentence("got worse: ", of(moves, "worse", FORM)),
			...shares(file, "go in circles", ({ repeating }) => repeating),
			...shares(file, "show nothing", ({ blank, invisible }) => blank + invisible),
			...drifted(file, "format", "repetition")
		],
		remedy: "examples in the wanted form in the training data, with the end of the answer among the trained tokens",
		check: "read the worst samples: what is said may be right, in a form that the scorer does not read"
	},
	{
		cause: ours("Its answers are cut off at the limit on their length."),
		look: ({ file }) => shares(file, "are cut at the limit", ({ truncated }) => truncated),
		remedy: "train on the end-of-text token, stop texts in the task, or a higher `max_gen_toks`",
		check: "raise `max_gen_toks` for one task: where scores come back, it was the limit"
	},
	{
		cause: ours("Its thoughts come to no end."),
		look: ({ file }) => shares(file, "have thoughts without an end", ({ unclosed }) => unclosed),
		remedy: "a greater budget for thoughts (`max_thinking_toks`), or training data whose thoughts end",
		check: "read one such answer in the samples of the page"
	},
	{
		cause: ours("It was asked in another way than its baseline."),
		look: ({ file: { comparability, gates } }) => {
			const asked = comparability.filter(({ field }) => ASKED.has(field));
			return gates.some(({ verdict }) => verdict !== "pass") ? asked.map(({ task, field }) => inline`${code$2(task)}: ${ours(field.replaceAll("_", " "))} differs`) : [];
		},
		remedy: "the same chat template and settings for both sides; a template that changed on purpose is declared with `accept_change`",
		check: "`weighbridge show TASK` prints what each side is asked"
	},
	{
		cause: ours("What it refuses has changed."),
		look: ({ moves, file }) => [...sentence("", moves.filter(({ metric }) => /refus/i.test(metric.metric))), ...drifted(file, "refusal")],
		remedy: "safe and unsafe prompts in the training data, in the proportion that is wanted",
		check: "read which prompts changed sides: harmless ones that are refused, or others that are answered"
	},
	{
		cause: ours("Its tone has changed."),
		look: ({ moves, file }) => [...sentence("got worse: ", of(moves, "worse", TONE)), ...drifted(file, "language", "vocabulary", "meaning", "judge")],
		remedy: "training answers in the tone and language that are wanted; a system message that says them",
		check: "read the worst samples: whether most answers are a little worse, or a few very much"
	},
	{
		cause: ours("Its answers have another length."),
		look: ({ moves, file }) => [...sentence("", moves.filter(({ metric }) => LENGTH.test(baseName$1(metric)))), ...drifted(file, "length")],
		remedy: "training answers of the length that is wanted; a judge that likes long answers is no proof that they are better",
		check: "look at the lengths of answers on the page"
	},
	{
		cause: ours("It may have seen the questions of a task that it was not trained for: contamination."),
		look: ({ moves }) => sentence("rose, though it is none of the targets: ", moves.filter(({ task, metric, way }) => task.role === "general" && way === "better" && metric.unit === "rate" && isPrimary(task, metric) && Math.abs(metric.delta?.value ?? 0) >= UNEXPECTED)),
		remedy: "remove the questions from the training files, and train again",
		check: "`weighbridge overlap` looks for the questions of a task in the training files"
	},
	{
		cause: ours("The baseline does as well with a prompt of its own."),
		look: ({ file: { comparability, tasks }, moves }) => tasks.flatMap((task) => {
			const isPrompted = comparability.some(({ field, severity, task: own }) => field === "own_prompt" && severity === "soft" && own === task.task);
			const result = task.metrics.find((metric) => isPrimary(task, metric));
			const hasGained = moves.some((move) => move.task === task && move.metric === result && move.way === "better");
			if (!isPrompted || task.role !== "target" || hasGained || result?.delta == null) return [];
			return [inline`${code$2(`${task.task}/${result.metric}`)}: ${ours(formatChange(result.delta.value, result.unit))}, and no gain over it is proven`];
		}),
		remedy: "ship the prompt in place of the fine-tune, or train on what the prompt does not reach",
		check: "ask the candidate with that prompt too: what both give together is what can be shipped"
	},
	{
		cause: ours("It is the same model as its baseline: the adapter may not have been applied."),
		look: ({ file: { identicalAnswers } }) => identicalAnswers === void 0 ? [] : [inline`all of ${ours(plural(identicalAnswers, "sample"))} are answered exactly alike`],
		remedy: "merge the adapter into the weights, or name it in the config: `candidate: { base, adapter }`",
		check: "compare the digests of the weights before and after the merge"
	},
	{
		cause: ours("Its loss and its answers disagree."),
		look: ({ moves }) => {
			const [better, worse] = [of(moves, "better", LIKELIHOOD), of(moves, "worse", RIGHT)];
			return better.length === 0 || worse.length === 0 ? [] : [inline`likelihood got better: ${named(better)}`, inline`answers got worse: ${named(worse)}`];
		},
		remedy: "choose the checkpoint by the metric that matters, and not by the loss",
		check: "gate the checkpoint with the best task metric beside the one with the best loss"
	}
];
const ASKED = /* @__PURE__ */ new Set([
	"chat_template",
	"tokenizer",
	"prompt",
	"few_shot",
	"generation",
	"settings",
	"inputs"
]);
const isPrimary = ({ primaryMetric }, metric) => baseName$1(metric) === (primaryMetric.split(",")[0] ?? primaryMetric);
const named = (moves) => joined$3(moves.map(said$1), ", ");
const sentence = (before, moves) => moves.length === 0 ? [] : [inline`${ours(before)}${named(moves)}`];
/** What of these is proven of answers that are compared whatever they are scored, and large enough to matter. */
const drifted = ({ drift = [] }, ...names) => drift.flatMap(({ task, features }) => features.flatMap((feature) => feature.status === "moved" && names.includes(feature.feature) ? [inline`${code$2(task)}: ${driftSentence(feature)}`] : []));
/** A share of answers that rose by 5 points and more, and is proven to have risen (Newcombe 1998, method 10 of two samples). */
const LEAST_RISE = .05;
function shares({ tasks }, what, count) {
	return tasks.flatMap(({ task, answers }) => {
		const { baseline, candidate } = answers ?? {
			baseline: null,
			candidate: null
		};
		if (baseline === null || candidate === null) return [];
		const [before, after] = [count(baseline), count(candidate)];
		if (before === null || after === null || baseline.answers === 0 || candidate.answers === 0) return [];
		const [now, then] = [after / candidate.answers, before / baseline.answers];
		const z = normalQuantile(1 - FAMILY_ALPHA / tasks.length);
		const { low } = wilsonInterval(after, candidate.answers, z);
		const { high } = wilsonInterval(before, baseline.answers, z);
		if (now - then < LEAST_RISE || now - then <= Math.hypot(now - low, high - then)) return [];
		const words = `${formatShare(now)} of ${plural(candidate.answers, "answer")} ${what}, ${formatShare(then)} of the baseline's`;
		return [inline`${code$2(task)}: ${ours(words)}`];
	});
}
/** One-sided, for all metrics of a verdict together. */
const FAMILY_ALPHA = .05;
/** What is proven to have moved, allowing for how many metrics there are (Bonferroni on the interval's ends, taken for normal). */
function movesOf({ tasks }) {
	const all = tasks.flatMap((task) => task.metrics.map((metric) => ({
		task,
		metric
	})));
	const z = normalQuantile(1 - FAMILY_ALPHA / Math.max(1, all.length));
	return all.flatMap(({ task, metric }) => {
		const { delta, direction } = metric;
		if (delta === null || delta.low === null || delta.high === null || isDescriptive(delta.method)) return [];
		const known = z / normalQuantile((1 + delta.level) / 2);
		const low = delta.value - known * (delta.value - delta.low);
		const high = delta.value + known * (delta.high - delta.value);
		if (low <= 0 && high >= 0) return [];
		return [{
			task,
			metric,
			way: worseSign({ direction }) * delta.value > 0 ? "worse" : "better"
		}];
	});
}
/** Every known pattern that the results match, in the order in which they are to be looked at. */
function diagnose(file) {
	const seen = {
		file,
		moves: movesOf(file)
	};
	return PATTERNS.flatMap(({ look, ...pattern }) => {
		const evidence = look(seen);
		return evidence.length === 0 ? [] : [{
			...pattern,
			evidence
		}];
	});
}

// src/report/sections/diagnosis.ts
/** Ours, with what stands between backticks as code. */
const words = (text) => text.split("`").flatMap((part, index) => index % 2 === 1 ? code$2(part) : ours(part));
/** What may be behind the numbers: guesses with their evidence, and how to find out. */
function diagnosisSection(file) {
	const found = diagnose(file);
	const items = found.map(({ cause, evidence, remedy, check }) => ({
		content: cause,
		below: [
			...evidence,
			inline`Usual remedy: ${words(remedy)}.`,
			inline`To find out: ${words(check)}.`
		]
	}));
	const before = paragraph$1(ours("Guesses from patterns in the results; none of them decides anything."));
	return {
		title: "What may be behind it",
		blocks: found.length === 0 ? [] : [before, ...list$2(items)]
	};
}

// src/report/sections/drift.ts
const isMeasured = (feature) => feature.status !== "not measured";
/** How the answers drifted, whatever they are worth: a line where it matters, and on the page all that was looked at, drawn. */
function driftSection({ drift = [] }, { medium }) {
	if (medium === "page") return {
		title: "Response drift",
		blocks: drift.flatMap(pictureOf)
	};
	return {
		title: null,
		blocks: drift.flatMap((task) => lineOf(task, medium === "terminal")).map(paragraph$1)
	};
}
/** In a comment the rest is on the page. */
const MOST_TOLD = 3;
/** @param isWhole whether a task of which nothing is proven has a line too */
function lineOf({ task, unmeasured, features }, isWhole) {
	const of = inline`${strong$1("Response drift")} of ${code$2(task)}`;
	if (unmeasured !== void 0) return [inline`${of}, not measured: ${unmeasured}.`];
	const moved = features.filter(isMeasured).filter(({ status }) => status === "moved");
	const left = features.filter((feature) => !isMeasured(feature));
	const unknown = left.length === 0 ? [] : inline` Not measured: ${joined$3(left.map(driftName), ", ")}.`;
	if (moved.length === 0) return isWhole ? [inline`${of}: none is proven that matters.${unknown}`] : [];
	const told = isWhole ? moved : moved.slice(0, MOST_TOLD);
	const rest = moved.length - told.length;
	const more = rest === 0 ? [] : ours(`; and ${plural(rest, "feature")} more on the page`);
	return [inline`${of} (decides nothing): ${joined$3(told.map(driftSentence), "; ")}${more}.${isWhole ? unknown : []}`];
}
const STATUS = {
	moved: "proven, and it matters",
	slight: "proven, too small to matter",
	none: "not proven"
};
/** Beside a drawing, where a phone has little room. */
const SHORT = {
	moved: "proven",
	slight: "slight",
	none: "not proven"
};
function pictureOf(drift) {
	const { task, planned, answered, unmeasured, features } = drift;
	const title = inline`${code$2(task)}: how answers changed`;
	if (unmeasured !== void 0) return titled(title, [paragraph$1(inline`Not measured: ${unmeasured}.`)]);
	const measured = features.filter(isMeasured);
	const left = features.filter((feature) => !isMeasured(feature));
	const told = measured.filter(({ status }) => status !== "none");
	const size = `Answers of both sides to ${formatCount(answered)} of ${plural(planned, "prompt")}, whatever is right.`;
	const summary = told.length === 0 ? `${size} No change is proven; that is no proof that there is none.` : `${size} It decides nothing.`;
	return titled(title, [
		paragraph$1(ours(summary)),
		...list$2(told.map((each) => inline`${driftSentence(each)} (${ours(STATUS[each.status])})`)),
		...rows(measured).map((block) => ({
			kind: "chart",
			chart: chartOf(measured),
			words: WORDS,
			table: block
		})),
		...list$2(left.map((each) => inline`${driftName(each)}, not measured: ${each.reason}.`))
	]);
}
const WORDS = ours("Each feature on a scale of its own, whose ends are four times what matters, or more; the line is no change, intervals are of 90 %. Filled is proven, allowing for all features, though slight is too small to matter; open may be chance.");
const REACH = 4;
function chartOf(features) {
	const place = (value, { feature, matters }) => {
		const steps = feature === "length" ? Math.log1p(Math.max(-.99, value)) / Math.log1p(matters) : value / matters;
		return .5 + .48 * Math.max(-4, Math.min(REACH, steps)) / REACH;
	};
	return {
		kind: "intervals",
		rows: features.map((drift) => {
			const { value, low, high } = drift.effect;
			return {
				label: toPlain(driftName(drift)),
				low: place(low ?? value, drift),
				value: place(value, drift),
				high: place(high ?? value, drift),
				isFilled: drift.status !== "none",
				end: `${driftCells(drift).effect.replace(/ \(.*$/, "")}, ${SHORT[drift.status]}`
			};
		}),
		line: .5,
		ends: ["less", "more, or further apart"]
	};
}
const rows = (features) => table("Changes of the answers", [
	textColumn("Feature", driftName),
	numberColumn("Prompts", ({ prompts }) => formatCount(prompts)),
	textColumn("Baseline → candidate", (drift) => driftCells(drift).sides),
	numberColumn("Change (90 % interval)", (drift) => driftCells(drift).effect),
	textColumn("Told", ({ status }) => ours(STATUS[status]))
], features);

// src/report/sections/early-sign.ts
/**
* A loss of confidence in the right answers beside an accuracy that has not moved: it shows with several times fewer samples, and
* decides nothing.
*/
function earlySignSection({ gates, tasks }) {
	return {
		title: null,
		blocks: list$2(tasks.flatMap((task) => signOf(task, gates)))
	};
}
function signOf({ task, metrics }, gates) {
	const quiet = gates.find((gate) => gate.task === task && isQuiet(gate));
	const gated = new Set(gates.filter((gate) => gate.task === task).map(({ metric }) => baseName(metric)));
	const [first] = companionMetrics().map(({ name }) => name).flatMap((name) => metrics.filter((each) => baseName(each.metric) === name && !gated.has(name) && isProvenWorse(each)));
	if (quiet === void 0 || first === void 0 || first.delta === null) return [];
	const state = quiet.verdict === "pass" ? "passes" : "is undecided";
	const interval = formatInterval(first.delta, first.unit) ?? "";
	const own = code$2(`${task}/${first.metric}`);
	return [inline`Early sign: ${code$2(metricName(quiet))} ${state}, and confidence in the right answers fell: ${own} ${formatChange(first.delta.value, first.unit)} (${formatLevel(first.delta.level)} interval ${interval}). It decides nothing; gate ${own} if it should.`];
}
/** A gate on the change of accuracy that shows no loss. */
const isQuiet = ({ metric, rule, verdict }) => baseName(metric) === "acc" && rule === "max_drop" && (verdict === "pass" || verdict === "inconclusive");
const baseName = (metric) => metric.split(",")[0] ?? metric;
/** By the interval as it stands; one that only describes the samples of a stopped evaluation proves nothing. */
function isProvenWorse({ delta, direction }) {
	if (delta === null || isDescriptive(delta.method)) return false;
	const { low, high } = delta;
	return worseSign({ direction }) === -1 ? high !== null && high < 0 : low !== null && low > 0;
}

// src/report/sections/fields.ts
const MOST = 15;
/** Metrics that have parts, such as `field_accuracy.total`: which of the parts broke most. */
function fieldsSection({ tasks }) {
	return {
		title: "Fields that broke most",
		blocks: tasks.flatMap(blocksOf)
	};
}
function blocksOf({ task, metrics }) {
	return [...new Set(metrics.map(({ metric }) => metric))].flatMap((base) => {
		const fields = metrics.flatMap((result) => result.metric.startsWith(`${base}.`) ? [{
			name: result.metric.slice(base.length + 1),
			result
		}] : []);
		if (fields.length === 0) return [];
		const worst = fields.sort((a, b) => harmOf(b) - harmOf(a)).slice(0, MOST);
		const left = fields.length - worst.length;
		const more = left === 0 ? [] : ours(`Another ${left} broke less.`);
		return [paragraph$1(joined$3([inline`${code$2(`${task}/${base}`)} by field, worst first.`, more])), ...table("Fields, worst first", [
			textColumn(ours("Field"), ({ name }) => code$2(name)),
			numberColumn(ours("Baseline"), ({ result }) => inline`${shownOf(result, "baseline")}`),
			numberColumn(ours("Candidate"), ({ result }) => inline`${shownOf(result, "candidate")}`),
			numberColumn(ours("Delta"), ({ result: { delta, unit } }) => inline`${delta === null ? NOT_AVAILABLE : formatChange(delta.value, unit)}`)
		], worst)];
	});
}
/** How much worse it became; where nobody knows it stands last. */
const harmOf = ({ result }) => result.delta === null ? Number.NEGATIVE_INFINITY : worseSign(result) * result.delta.value;
function shownOf(result, side) {
	const value = result[side];
	return value === null ? NOT_AVAILABLE : formatValue(value.value, result.unit);
}

// src/report/sections/gate-table.ts
const estimate = (gate, side) => side === null ? NOT_AVAILABLE : formatValue(side.value, gate.unit);
/** With the confidence limit that a ceiling or floor is judged by. */
function candidateCell(gate) {
	const value = estimate(gate, gate.candidate);
	if (gate.bound === null || gate.verdict === "regression") return value;
	const words = gate.bound.side === "upper" ? "at most" : "at least";
	return inline`${value} (${words} ${formatValue(gate.bound.value, gate.unit)})`;
}
/** With the level that all intervals share, where they do. */
function deltaTitle(gates) {
	const levels = new Set(gates.flatMap(({ delta }) => isShown(delta) ? [delta.level] : []));
	const [level] = levels;
	return levels.size === 1 && level !== void 0 ? `Delta (${formatLevel(level)} interval)` : "Delta (interval)";
}
/** Whether the interval holds whenever the evaluation stopped, which one of a size fixed in advance does not. */
const isShown = (delta) => delta !== null && !isDescriptive(delta.method);
function deltaCell(delta, unit) {
	if (delta === null) return inline`${NOT_AVAILABLE}`;
	const interval = isShown(delta) ? formatInterval(delta, unit) : null;
	const change = formatChange(delta.value, unit);
	return interval === null ? inline`${change}` : inline`${change} (${interval})`;
}
/** Where a gain was asked for: what it is of all that was left to gain. */
function gapOf(gate) {
	const share = gate.rule === "min_gain" ? gapClosed(gate) : null;
	return share === null ? [] : inline`; ${formatShare(share)} of the gap`;
}
function verdictCell(gate) {
	const badge = verdictBadge(gate.verdict);
	const label = gate.evidence === "weak" ? inline`${badge} aggregate-only` : badge;
	if (gate.tier === "advisory") return inline`${label} advisory`;
	if (gate.waived !== void 0) return inline`${label} waived`;
	if (gate.verdict !== "inconclusive") return label;
	if (gate.blocks) return inline`${label} blocks`;
	return gate.leaning === "pass" ? inline`${label} leans to pass` : inline`${label} does not block`;
}
/**
* Pairs where the delta is judged, samples where the candidate's own value is, or where there are sums alone; of those evaluated,
* where fewer decided.
*/
function sampleCount(gate) {
	const n = ruleOf(gate).estimand === "candidate" || gate.pairs === 0 ? gate.candidate?.n ?? 0 : gate.pairs;
	const { used = 0, evaluated = 0 } = gate.sequence ?? {};
	return evaluated > used ? `${formatCount(n)} of ${formatCount(evaluated)}` : formatCount(n);
}
/** Few and narrow, so that the table fits a phone. */
const COLUMNS$1 = [
	textColumn("Gate", (gate) => code$2(metricName(gate))),
	numberColumn("n", sampleCount),
	numberColumn("Baseline", (gate) => estimate(gate, gate.baseline)),
	numberColumn("Candidate", candidateCell),
	numberColumn(deltaTitle, ({ delta, net, unit, ...gate }) => net === void 0 || net === null ? inline`${deltaCell(delta, unit)}${gapOf({
		...gate,
		delta,
		unit
	})}` : inline`${deltaCell(delta, unit)}; net ${deltaCell(net, unit)}`),
	textColumn("Limit", limitPhrase),
	textColumn("Verdict", verdictCell)
];
const NOT_NEEDED_SHOWN = 25;
const PARTLY_SEEN = "Baselines are on all of their samples; n decided, and a delta is on these. Intervals hold wherever an evaluation stops.";
/** The one table: every gate that had its turn, the worst first. */
function gateTableSection(file, { rung }) {
	const gates = file.gates.filter((gate) => !isNotNeeded(gate));
	const shown = gates.slice(0, rung.gates);
	const left = gates.length - shown.length;
	const more = `${plural(left, "more gate")}, none worse than those above, left out for length.`;
	return {
		title: null,
		blocks: [
			...table(plural(gates.length, "gate"), COLUMNS$1, shown),
			...left === 0 ? [] : [paragraph$1(ours(more))],
			...shown.some(({ pairedBaseline }) => pairedBaseline !== void 0) ? [paragraph$1(ours(PARTLY_SEEN))] : [],
			...notNeeded(file.gates.filter(isNotNeeded))
		]
	};
}
/** Which gates were left undecided, and how to have them decided. */
function notNeeded(gates) {
	if (gates.length === 0) return [];
	const names = joined$3(gates.slice(0, NOT_NEEDED_SHOWN).map((gate) => code$2(metricName(gate))), ", ");
	const left = gates.length - NOT_NEEDED_SHOWN;
	const more = left > 0 ? inline` and ${formatCount(left)} more` : [];
	return [paragraph$1(inline`${plural(gates.length, "gate")} ${gates.length === 1 ? "was" : "were"} not needed, since a regression was proven before: ${names}${more}. ${code$2("--full")}, or ${code$2("policy.evaluation: full")}, decides them too.`)];
}
const WARNINGS_SHOWN = 6;
/** What a reader has to see before the numbers, whatever the verdict; one that several gates share is said once. */
function warningsSection({ gates }) {
	const warnings = new Map(gates.flatMap((gate) => (gate.warnings ?? []).map((warning) => {
		const line = inline`${code$2(metricName(gate))}: ${warning}`;
		return [JSON.stringify(line), line];
	})));
	const left = warnings.size - WARNINGS_SHOWN;
	const more = left > 0 ? inline`${plural(left, "more warning")} in the verdict file` : [];
	const items = [...[...warnings.values()].slice(0, WARNINGS_SHOWN), more];
	return {
		title: null,
		blocks: titled(ours("Look at this first"), list$2(items))
	};
}

// src/report/sections/locked-splits.ts
/** A line for each split that is kept for the last word and had one. */
function lockedSplitsSection(_file, { context: { lockedSplits = [] } }) {
	return {
		title: null,
		blocks: lockedSplits.map((use) => paragraph$1(inline`${code$2(use.task)} ${ours(`${lockedSplitWords(use)}.`)}`))
	};
}

// src/report/sections/next-step.ts
/** The one thing to do now. */
function nextStepSection(file, { context }) {
	const step = file.blocked ? nextStep(file) : notYet(file, context) ?? nextStep(file);
	return {
		title: null,
		blocks: [paragraph$1(inline`${strong$1("Next:")} ${step}`)]
	};
}
/** Why nobody should merge on a verdict that lets him; null where nothing speaks against it. */
function notYet({ candidate, baseline, identicalAnswers }, { commit = null, ownPolicy = false }) {
	if (commit !== null && commit.newerHead !== null) return inline`wait for the verdict on the newer commit: this one says nothing of it.`;
	if (ownPolicy) return inline`have it judged by the base branch's policy before you merge: it made its own.`;
	return identicalAnswers !== void 0 || isSameModel(candidate, baseline) ? inline`see to it that the candidate is the checkpoint that you mean, with its adapter.` : null;
}
function nextStep({ verdict, blocked, gates, waits }) {
	const decisive = worstFirst(gates).find((gate) => gate.tier === "blocking" && gate.verdict === verdict);
	switch (verdict) {
		case "pass": return inline`merge when the review is done.`;
		case "regression": return blocked ? inline`read what got worse, and train again. Who accepts the loss waives it, or widens the limit on the base branch.` : inline`read why it was waived before you merge.`;
		case "inconclusive": return blocked ? toProve(decisive) : inline`merge if no proof is asked for${decisive === void 0 || decisive.needed === null ? [] : inline`; ${samplesOf(decisive)} would prove it`}.`;
		case "invalid":
			if (waits !== void 0) return inline`evaluate the next round, and judge all of them together.`;
			return inline`mend what is named here, and run it again.`;
		default: return assertNever(verdict);
	}
}
function toProve(gate) {
	if (gate === void 0) return inline`read below why it is undecided.`;
	if (gate.blind !== void 0) return inline`judge ${code$2(gate.task)} by a metric that can show a loss: no number of samples helps.`;
	const limit = inline`choose on the base branch a limit for ${code$2(metricName(gate))} that these can prove, as ${code$2("weighbridge check")} tells`;
	return gate.needed === null ? inline`${limit}.` : inline`evaluate ${samplesOf(gate)}, ${formatCount(Math.max(gate.pairs, gate.candidate?.n ?? 0))} until now; or ${limit}.`;
}
const samplesOf = ({ needed, task }) => inline`about ${plural(needed ?? 0, "sample")} of ${code$2(task)}`;

// src/report/sections/pictures.ts
/** What numbers look like side by side; each picture with its table. A comment has its gates, in characters. */
function picturesSection(file, { samples, medium }) {
	if (medium === "comment") {
		const text = gatesPicture(file.gates.slice(0, MOST_DRAWN)).flatMap((block) => block.kind === "chart" ? asciiChart(block.chart) : []).join("\n");
		const words = paragraph$1(inline`Each gate on a scale of its own: ${code$2("│")} and ${code$2("┼")} are its limit, ${code$2("●")} what was found.`);
		return {
			title: "Gates against their limits",
			blocks: text === "" ? [] : [words, verbatim(text, Number.POSITIVE_INFINITY)]
		};
	}
	return {
		title: "Pictures",
		blocks: [gatesPicture(file.gates), ...(samples?.tasks ?? []).map(taskPictures)].flat()
	};
}
/** Of gates in a comment. */
const MOST_DRAWN = 12;
const chart = (drawing, words, rows) => rows.map((block) => ({
	kind: "chart",
	chart: drawing,
	words,
	table: block
}));
/** Each gate on a scale of its own, with its limit in the middle. */
function gatesPicture(gates) {
	const drawn = gates.flatMap((gate) => {
		const scale = figureOf(gate).flatMap((block) => block.kind === "figure" ? block.scale : [])[0];
		if (scale === void 0) return [];
		const sign = scale.safeSide === "less" ? 1 : -1;
		const ends = [
			scale.low,
			scale.value,
			scale.high
		].flatMap((end) => end === null ? [] : [end - scale.limit]);
		const reach = Math.max(1e-9, ...ends.map(Math.abs));
		const place = (end) => end === null ? null : .5 + sign * .47 * (end - scale.limit) / reach;
		const [low, high] = sign === 1 ? [scale.low, scale.high] : [scale.high, scale.low];
		return [{
			gate,
			low: place(low),
			value: place(scale.value) ?? .5,
			high: place(high)
		}];
	});
	if (drawn.length < 2) return [];
	const rows = drawn.map(({ gate, low, value, high }) => ({
		label: metricName(gate),
		low,
		value,
		high,
		end: verdictLabel(gate.verdict),
		isFilled: gate.verdict === "pass" || gate.verdict === "regression"
	}));
	const words = ours("All gates against their limits, each on a scale of its own: the line is the limit.");
	return titled(ours("Gates against their limits"), chart({
		kind: "intervals",
		rows,
		line: .5,
		ends: ["allowed", "not allowed"]
	}, words, [...table("Gates against their limits", [textColumn("Gate", (gate) => code$2(metricName(gate))), textColumn("What was found", (gate) => gateSentence(gate))], drawn.map(({ gate }) => gate))]));
}
function taskPictures(shown) {
	const { task, metric, pictures } = shown;
	const name = code$2(`${task}/${metric}`);
	return [
		...titled(inline`${name} by group`, groupsPicture(shown)),
		...titled(inline`${name}: how sure, and how often right`, reliabilityPicture(pictures)),
		...titled(inline`${name}: expected and said`, classTables(pictures.classes)),
		...titled(inline`${code$2(task)}: lengths of answers`, lengthsPicture(pictures))
	];
}
const MOST_GROUPS$1 = 60;
function groupsPicture({ unit, pictures: { groups: all } }) {
	if (all.length < 2) return [];
	const groups = all.length <= MOST_GROUPS$1 ? all : [...all.slice(0, MOST_GROUPS$1 / 2), ...all.slice(-30)];
	const ends = groups.flatMap(({ low, high }) => [low, high]);
	const reach = Math.max(1e-9, ...ends.map(Math.abs));
	const place = (value) => .5 + .48 * value / reach;
	const rows = groups.map(({ group, low, delta, high, proven }) => ({
		label: group,
		low: place(low),
		value: place(delta),
		high: place(high),
		isFilled: proven,
		end: `${formatChange(delta, unit)}${proven ? ", proven" : ""}`
	}));
	const proven = groups.filter((each) => each.proven).length;
	const words = inline`${ours(formatCount(proven))} of ${ours(formatCount(groups.length))} groups are proven to have moved (filled), allowing for how many there are; the others (open) may be chance. Intervals are of 90 %, the line is no change.`;
	const drawing = {
		kind: "intervals",
		rows,
		line: .5,
		ends: [formatChange(-reach, unit), formatChange(reach, unit)]
	};
	const columns = [
		textColumn("Group", ({ group }) => code$2(group)),
		numberColumn("Pairs", ({ pairs }) => formatCount(pairs)),
		numberColumn("Delta (90 % interval)", ({ delta, low, high }) => `${formatChange(delta, unit)} (${formatChange(low, unit)} to ${formatChange(high, unit)})`),
		textColumn("Moved", (each) => each.proven ? "proven" : "not proven")
	];
	const left = all.length - groups.length;
	return [...chart(drawing, words, table("Change of each group", columns, groups)), ...left === 0 ? [] : [paragraph$1(ours(`${formatCount(left)} groups between them moved less.`))]];
}
function reliabilityPicture({ reliability }) {
	if (reliability === void 0) return [];
	const sides = ["baseline", "candidate"].map((name) => ({
		name,
		bins: reliability[name]
	}));
	const series = sides.map(({ name, bins }) => ({
		name,
		values: bins.map(({ accuracy }) => accuracy),
		across: bins.map(({ confidence }) => confidence)
	}));
	const rows = sides.flatMap(({ name, bins }) => bins.map((bin) => ({
		name,
		...bin
	})));
	const words = ours("How often an answer was right (upwards), by how sure the model was of it (to the right). Below the diagonal it was too sure.");
	return chart({
		kind: "square",
		series
	}, words, [...table("Confidence and accuracy", [
		textColumn("Side", ({ name }) => ours(name)),
		numberColumn("Confidence", ({ confidence }) => formatValue(confidence, "rate")),
		numberColumn("Right", ({ accuracy }) => formatValue(accuracy, "rate")),
		numberColumn("Answers", ({ count }) => formatCount(count))
	], rows)]);
}
/** A matrix is its own table. */
function classTables(classes) {
	if (classes === void 0) return [];
	const { labels } = classes;
	return ["baseline", "candidate"].flatMap((side) => {
		const rows = labels.map((label, index) => ({
			label,
			counts: classes[side][index] ?? []
		}));
		return table(`What the ${side} said, for each expected answer`, [textColumn("Expected", ({ label }) => code$2(label)), ...[...labels.map(code$2), ours("anything else")].map((label, at) => numberColumn(label, ({ counts }) => formatCount(counts[at] ?? 0)))], rows);
	});
}
function lengthsPicture({ lengths }) {
	if (lengths === void 0) return [];
	const { baseline, candidate } = lengths;
	const used = baseline.map((count, index) => count + (candidate[index] ?? 0));
	const [first, last] = [used.findIndex((count) => count > 0), used.findLastIndex((count) => count > 0)];
	const rows = used.slice(first, last + 1).map((_, offset) => {
		const index = first + offset;
		const most = 2 ** index - 1;
		return {
			label: index === used.length - 1 ? `over ${formatCount(2 ** (index - 1) - 1)}` : `up to ${formatCount(most)}`,
			baseline: baseline[index] ?? 0,
			candidate: candidate[index] ?? 0
		};
	});
	const most = Math.max(1, ...rows.flatMap((row) => [row.baseline, row.candidate]));
	const drawing = {
		kind: "columns",
		labels: rows.map(({ label }) => label),
		series: ["baseline", "candidate"].map((name) => ({
			name,
			values: rows.map((row) => row[name] / most)
		}))
	};
	return chart(drawing, ours("How many answers have up to so many characters."), [...table("Lengths of answers", [
		textColumn("Characters", ({ label }) => ours(label)),
		numberColumn("Baseline", (row) => formatCount(row.baseline)),
		numberColumn("Candidate", (row) => formatCount(row.candidate))
	], rows)]);
}

// src/report/sections/policy.ts
const SHOWN = 20;
/** Of a value, in code points. */
const LONGEST = 120;
/** What a reviewer must not overlook about the rules: who made the samples, what the pull request changes, what was waived. */
function policySection({ untrusted, policyOrigin, waivers = [] }) {
	const blocks = [];
	if (untrusted !== void 0) blocks.push(paragraph$1(inline`${strong$1("Untrusted samples:")} ${untrusted}.`));
	if (policyOrigin?.state === "adopted") blocks.push(paragraph$1(ours("The base branch has no config yet, so that the pull request's own limits apply: review them as well.")));
	const { suite } = policyOrigin ?? {};
	if (suite !== void 0) blocks.push(...suiteBlocks(suite, policyOrigin?.changes ?? []));
	const candidate = policyOrigin?.changes.find(({ subject }) => subject === "candidate");
	if (candidate !== void 0) blocks.push(paragraph$1(inline`This pull request names another candidate: ${movedLine(candidate)}.`));
	const told = /* @__PURE__ */ new Set(["candidate", ...(suite?.changes ?? []).map(({ subject }) => subject)]);
	const changes = firstOf((policyOrigin?.changes ?? []).filter(({ subject }) => !told.has(subject)).map(changeLine));
	if (changes.length > 0) blocks.push(heading$1(ours("This pull request changes how it is judged")), paragraph$1(ours("Both policies were evaluated; the stricter verdict decides.")), ...changes);
	blocks.push(...titled(ours("Waivers"), firstOf(waivers.map(waiverLine))));
	return {
		title: null,
		blocks
	};
}
const SUITE_WORDS = {
	block: "Nothing passes until somebody who may waive gates accepts these changes.",
	base: "The base branch’s files and options were evaluated: a change takes effect when it is merged.",
	warn: "The verdict is that of the changed files: policy.suite_changes of the base branch lets it count."
};
function suiteBlocks({ mode, accepted, changes, digest }, rules) {
	const effects = new Map(rules.map(({ subject, effect }) => [subject, effect]));
	const word = changes.some(({ counts }) => counts) ? ours(SUITE_WORDS[mode]) : [];
	const by = accepted === null ? word : inline`Accepted by ${accepted.by} until ${untilWords(accepted.expires)}: ${accepted.reason}`;
	const waits = mode === "block" && accepted === null && word.length > 0;
	return [
		heading$1(ours("This pull request changes what decides about it")),
		...by.length === 0 ? [] : [paragraph$1(waits ? inline`${by} Waiver: ${code$2(`suite:${digest}`)}` : by)],
		...firstOf(changes.map((change) => suiteLine(change, effects.get(change.subject))))
	];
}
const SUITE_KINDS = {
	changed: "",
	outdated: " (not changed here: the base branch has it otherwise by now)",
	"new task": " (of a new task)",
	pointer: " (takes effect when it is merged)"
};
/** `tasks.facts.dataset facts.jsonl: 0 rows added, 80 removed, 2 changed` */
function suiteLine(change, effect) {
	const { subject, before, after, size, kind, digests } = change;
	const moved = before !== null && before === after ? code$2(truncate(after, LONGEST)) : movedLine(change);
	const told = effect === void 0 || effect === "changed" ? "" : ` (${effect})`;
	const gone = size !== null && digests.after === null ? " (missing)" : "";
	const words = `${sizeWords(size)}${gone}${told}${SUITE_KINDS[kind]}`;
	return inline`${code$2(truncate(subject, LONGEST))} ${moved}${ours(words)}`;
}
function sizeWords(size) {
	if (size === null) return "";
	if (size.unit === "rows") return `: ${plural(size.added, "row")} added, ${size.removed} removed, ${size.changed} changed`;
	const bytes = (count) => count === null ? "none" : plural(count, "byte");
	return `: ${bytes(size.before)} → ${bytes(size.after)}`;
}
/** `facts/acc: max_drop 2pp → 5pp (looser)` */
const changeLine = (change) => inline`${code$2(change.subject)} ${movedLine(change)} (${change.effect})`;
function movedLine({ before, after }) {
	const value = (text) => text === null ? inline`none` : code$2(truncate(text, LONGEST));
	return inline`${value(before)} → ${value(after)}`;
}
function waiverLine({ gate, by, reason, expires, source, applied, because }) {
	const who = inline`${code$2(gate)} by ${by} until ${untilWords(expires)} (${code$2(source)}): ${reason}`;
	return applied ? who : inline`${who} — does not count: ${because ?? "no reason was recorded"}`;
}
function firstOf(lines) {
	const left = lines.length - SHOWN;
	const more = left > 0 ? inline`${plural(left, "more")}, see ${code$2("verdict.json")}` : [];
	return list$2([...lines.slice(0, SHOWN), more]);
}

// src/report/sections/reference.ts
/** Shares of a stronger model that people call nearly as good, and as good for most uses. */
const MARKS = [.9, .8];
/** The candidate beside another model, which decides nothing. */
function referenceSection({ reference }) {
	if (reference === void 0) return {
		title: null,
		blocks: []
	};
	const { model, metrics, unlike } = reference;
	const of = model === null ? inline`a model of which no run could be read` : code$2(model.source);
	return {
		title: "Beside the reference",
		blocks: [
			paragraph$1(inline`${of} is shown to hold the candidate against, and decides nothing.`),
			...table("Beside the reference", [
				textColumn("Metric", ({ task, metric }) => code$2(`${task}/${metric}`)),
				numberColumn("Pairs", ({ pairs }) => formatCount(pairs)),
				numberColumn("Candidate", ({ candidate, unit }) => formatValue(candidate, unit)),
				numberColumn("Reference", ({ value, unit }) => formatValue(value, unit)),
				textColumn("Reached", (row) => ours(reached(row)))
			], metrics),
			...list$2(unlike.map(({ task, reason }) => inline`not beside it: ${task === "" ? "" : code$2(task)} ${reason}`))
		]
	};
}
/** A share of the reference's value means something where more is better and nothing is the least. */
function reached(row) {
	const { candidate, value } = row;
	if (worseSign(row) === 1) return "no share where less is better";
	if (value <= 0 || candidate < 0) return "no share of a value at or below 0";
	const share = candidate / value + 1e-9;
	const mark = MARKS.find((each) => share >= each);
	const words = mark === void 0 ? "below 80 %" : `at least ${Math.round(mark * 100)} %`;
	return `${Math.round(share * 100)} % (${words})`;
}

// src/report/sections/reproduce.ts
const COMMAND_LENGTH = 4e3;
/** How to come to the same verdict elsewhere, as one command. */
function reproduceSection(file) {
	const what = file.provenance.given?.results === void 0 ? "checkpoints" : "results";
	return {
		title: "Reproduce locally",
		blocks: [paragraph$1(ours(`In a clone at this commit, with the ${what} in place:`)), verbatim(reproduceCommand(file), COMMAND_LENGTH, "sh")]
	};
}
/** Groups and net gains are gated in the config alone. */
const flagOf = (rule) => ruleOf({ rule }).flag === null ? null : `--${rule.replaceAll("_", "-")}`;
/** One word of a POSIX shell, quoted only where it must be. */
function shellWord(text) {
	const word = oneLine(text);
	return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
/** The command that comes to the same verdict on another machine, what inputs or flags said included. */
function reproduceCommand({ gates, policy, policyOrigin, provenance }) {
	const { config, given = {} } = provenance;
	const words = ["weighbridge", given.results === void 0 ? "run" : "gate"];
	if (config.file !== null) words.push("--config", config.file);
	if (policyOrigin !== void 0) words.push("--policy-from", policyOrigin.tip ?? policyOrigin.revision);
	for (const side of ["baseline", "candidate"]) {
		const path = given[side];
		if (path !== void 0) words.push(`--${side}`, path);
	}
	if (given.full === true) words.push("--full");
	const { value, source: chosen } = policy.onInconclusive;
	if (isGiven(chosen)) words.push("--on-inconclusive", value);
	for (const { id, task, metric, rule, limit, average } of gates) {
		const source = policy.limits[id]?.source;
		const flag = flagOf(rule);
		const named = average?.map((each) => `${each.task}/${each.metric}`).join("+") ?? `${task}/${metric}`;
		if (flag !== null && source !== void 0 && isGiven(source)) words.push(flag, `${named}=${limit}`);
	}
	return words.map(shellWord).join(" ");
}
const isGiven = ({ kind }) => kind === "input" || kind === "flag";

// src/report/review.ts
/** As many as somebody reads in half an hour. */
const MOST_REVIEWED = 24;
/** Of these the worst, wherever they are; the others are spread over groups. */
const WORST = 8;
/**
* Samples for people to look at: the worst, then by turns one of each group, the worst of it first.
* @param samples the worst first
*/
function samplesToReview(samples) {
	const changed = samples.filter(({ change }) => change !== "same");
	const worst = changed.slice(0, WORST);
	const turns = /* @__PURE__ */ new Map();
	const others = changed.slice(WORST).map((sample, place) => {
		const group = JSON.stringify([sample.task, sample.group]);
		const turn = turns.get(group) ?? 0;
		turns.set(group, turn + 1);
		return {
			sample,
			turn,
			place
		};
	});
	others.sort((a, b) => a.turn - b.turn || a.place - b.place);
	return [...worst, ...others.map(({ sample }) => sample)].slice(0, MOST_REVIEWED);
}

// src/report/sections/samples.ts
/** Every sample that changed, to look things up in; before it those that somebody should look at. */
function samplesSection(_file, { samples }) {
	const title = "Samples, one by one";
	const { omitted, tasks, fault } = samples ?? NOTHING;
	if (fault !== void 0) return {
		title,
		blocks: [paragraph$1(inline`The samples cannot be shown: ${fault}`)]
	};
	if (samples === void 0 || samples.samples.length === 0) return {
		title,
		blocks: []
	};
	const total = (change) => tasks.reduce((sum, { counts }) => sum + counts[change], 0);
	const counts = `${formatCount(total("worse"))} got worse, ${formatCount(total("better"))} got better.`;
	const left = omitted === 0 ? [] : ours(` ${plural(omitted, "sample")} of these had no room here; the worst have.`);
	const picked = samplesToReview(samples.samples);
	const intro = `${plural(picked.length, "sample")} for people to look at, the worst first, then spread over groups:`;
	return {
		title,
		blocks: [
			paragraph$1(inline`${ours(counts)}${left}`),
			...picked.length === 0 ? [] : [paragraph$1(ours(intro))],
			...table("Samples picked for review", COLUMNS, picked),
			{
				kind: "samples",
				words: ours("Browsing the samples needs a browser that runs the script of this page.")
			}
		]
	};
}
const NOTHING = {
	omitted: 0,
	tasks: []
};
/** Of a text in a table. */
const CELL = 120;
const COLUMNS = [
	textColumn("Sample", ({ task, id }) => link$1(id, sampleAnchor(task, id))),
	textColumn("Group", ({ group, task }) => code$2(group ?? task)),
	textColumn("Asked", ({ asked }) => brief(asked?.question ?? "")),
	textColumn("Expected", ({ asked }) => brief(asked?.reference ?? "")),
	textColumn("Baseline said", ({ baseline }) => brief(baseline.output ?? "")),
	textColumn("Candidate said", ({ candidate }) => brief(candidate.output ?? ""))
];
/** The end of a name that begins with its group's. */
const link$1 = (id, url) => [{
	kind: "link",
	text: oneLine(id.slice(id.lastIndexOf("/") + 1)).slice(0, 12) || "sample",
	url
}];
const brief = (text) => {
	const own = text.replace(/^…/, "").trim();
	return own === "" ? [] : code$2(own.length > CELL ? `${own.slice(0, 119)}…` : own);
};

// src/report/sections/verdict.ts
/** The verdict with the one number that decided it, and what it does to the merge. */
function verdictSection(file, { context }) {
	const { commit = null, evaluation = null } = context;
	const { verdict, blocked, gates } = file;
	const effect = strong$1(blocked ? "This blocks the merge." : "This does not block the merge.");
	const counts = gates.every((gate) => gate.verdict === "pass") && gates.length > 0 ? [] : ours(gateCounts(gates));
	return {
		title: null,
		blocks: [{
			kind: "headline",
			verdict,
			words: headlineWords(file),
			content: inline`${titlePrefix(context)}${headline(file)}`
		}, paragraph$1(joined$3([
			effect,
			commitSentence(commit),
			triesSentence(evaluation),
			counts,
			restsOn(file)
		]))]
	};
}
const OWN_POLICY_TITLE = "By its own config: ";
/**
* Before the headline: what was found of a commit must not look like what is known of a later one, nor what it says by itself like
* what a base branch asks of it.
*/
function titlePrefix({ commit = null, ownPolicy = false }) {
	const age = commit === null || commit.newerHead === null ? "" : "Of an older commit: ";
	return ours(`${ownPolicy ? OWN_POLICY_TITLE : ""}${age}`);
}
function triesSentence(evaluation) {
	if (evaluation === null || evaluation.number < 2) return [];
	const { number, tries } = evaluation;
	const promise = number <= tries ? "" : `, and the policy promises its error for ${tries === 1 ? "one" : tries}`;
	return ours(`This is evaluation ${number} of this pull request${promise}.`);
}
/** Nothing where nobody knows. */
function commitSentence(commit) {
	if (commit === null) return [];
	const { sha, newerHead } = commit;
	const short = (of) => code$2(of.slice(0, 7));
	return newerHead === null ? inline`Judged at ${short(sha)}.` : inline`Judged at ${short(sha)}; the head of the pull request is ${short(newerHead)} by now, of which this says nothing.`;
}
/** A verdict on part of the samples could be another on all of them, with the error that was allowed: that is no footnote. */
function restsOn({ tasks, gates }) {
	const decided = gates.filter(({ verdict }) => verdict === "pass" || verdict === "regression");
	const parts = tasks.flatMap(({ task, stopped, samples: { candidate } }) => {
		const { evaluated, planned } = candidate;
		if (!(stopped !== void 0 && evaluated > 0 && evaluated < planned) || !decided.some((gate) => rests(gate, task))) return [];
		return [inline`${formatCount(evaluated)} of ${plural(planned, "sample")} of ${code$2(task)}`];
	});
	if (parts.length === 0) return [];
	return inline`It rests on a part of the samples, drawn in random order until the verdict was known: ${joined$3(parts, ", ")}.`;
}
/** Below the numbers: what they are of. */
function checkpointsSection({ candidate, baseline, comparability }) {
	if (candidate === null || baseline === null) return {
		title: null,
		blocks: []
	};
	const side = ({ source, digest }) => inline`${code$2(source)} (${code$2(formatDigest(digest))})`;
	const line = inline`Candidate ${side(candidate)} against baseline ${side(baseline)}.`;
	const own = comparability.filter(({ field, severity }) => field === "own_prompt" && severity === "soft");
	const tasks = joined$3(own.map(({ task }) => code$2(task)), ", ");
	const asked = inline` The baseline is asked with its own prompt on ${tasks} (${code$2("baseline.prompt")}).`;
	return {
		title: null,
		blocks: [paragraph$1(own.length === 0 ? line : inline`${line}${asked}`)]
	};
}
/** Where the rest is. Links are built by us, and still checked: a URL with anything odd in it is not shown. */
function linksSection(_, { context: { artifactUrl, pageUrl = null, runUrl }, rung: { name } }) {
	const link = (text, url) => checkedUrl(url) !== null ? [{
		kind: "link",
		text,
		url: url ?? ""
	}] : [];
	const samples = pageUrl === null ? "All samples and the full report" : "All samples";
	const links = joined$3([
		link("Full report", pageUrl),
		link(samples, artifactUrl),
		link("workflow run", runUrl)
	], " · ");
	return {
		title: null,
		blocks: [...name === LADDER[0].name ? [] : [paragraph$1(ours(`Shortened to fit (${name}).`))], ...links.length === 0 ? [] : [paragraph$1(links)]]
	};
}

// src/report/sections/worst-groups.ts
const MOST_GROUPS = 3;
/** Code points of an answer that a line has room for. */
const MOST_SAID = 60;
/** Where a regression lies: the groups that fell most, and the first sample that got worse in the first of them. */
function worstGroupsSection({ gates, tasks }) {
	const places = worstFirst(gates).filter(({ verdict, tier, cases }) => verdict === "regression" && tier === "blocking" && cases === void 0).flatMap((gate) => placeOf(gate, tasks) ?? []);
	const place = places.find(({ fallen }) => fallen.length > 0) ?? places[0];
	if (place === void 0) return {
		title: null,
		blocks: []
	};
	return {
		title: null,
		blocks: [groupsLine(place), sampleLine(place)].filter((line) => line.length > 0).map(paragraph$1)
	};
}
function placeOf(gate, tasks) {
	const task = tasks.find((each) => rests(gate, each.task));
	const metric = task?.metrics.find((each) => each.metric === gate.metric);
	if (task === void 0 || metric === void 0) return null;
	const sign = worseSign(metric);
	return {
		task,
		metric,
		fallen: fallenOf(metric.groups.filter(({ delta }) => sign * delta > 0))
	};
}
/** Those that fell most, and one that is proven before any that is not: small groups fall furthest by chance. */
const fallenOf = (groups) => [...groups].sort((a, b) => Number(b.proven === true) - Number(a.proven === true)).slice(0, MOST_GROUPS);
/** What is proven of a group comes first: of many some fall by chance, and no size tells which. */
function groupsLine({ task, fallen, metric: { unit } }) {
	if (fallen.length === 0) return [];
	const named = (groups) => joined$3(groups.map(({ group, delta, pairs }) => inline`${code$2(group)} ${formatChange(delta, unit)} (${formatCount(pairs)} pairs)`), ", ");
	const proven = fallen.filter((group) => group.proven === true);
	const others = fallen.filter((group) => group.proven !== true);
	const of = inline`${strong$1("Worst groups")} of ${code$2(task.task)}`;
	if (proven.length === 0) return inline`${of}, none proven by itself: ${named(others)}.`;
	const more = others.length === 0 ? [] : inline` Not proven by themselves: ${named(others)}.`;
	return inline`${of}: ${named(proven)}.${more}`;
}
/** Samples are kept of the primary metric alone. */
function sampleLine({ task, metric, fallen }) {
	const sign = worseSign(metric);
	const [group] = fallen;
	const flip = metric.metric === task.primaryMetric ? task.flips.find(({ baseline, candidate, group: own }) => sign * (candidate.score - baseline.score) > 0 && (group === void 0 || own === group.group)) : void 0;
	if (flip === void 0) return [];
	const { id, baseline, candidate } = flip;
	const name = inline`Such as ${code$2(id)}`;
	return baseline.output === null && candidate.output === null ? inline`${name}: ${formatValue(baseline.score, metric.unit)} before, ${formatValue(candidate.score, metric.unit)} now.` : inline`${name}: the baseline said ${said(baseline.output)}, the candidate ${said(candidate.output)}.`;
}
function said(output) {
	if (output === null) return inline`nothing that was kept`;
	return output.trim() === "" ? inline`(empty)` : code$2(cut(output));
}
function cut(text) {
	const points = Array.from(text.trim().replace(/\s+/g, " "));
	return points.length <= MOST_SAID ? points.join("") : `${points.slice(0, 59).join("")}…`;
}

// src/report/sections/registry.ts
const EVERYWHERE = [
	"comment",
	"page",
	"terminal"
];
/** The report, in the order in which it is read. */
const SECTIONS = [
	{
		build: verdictSection,
		media: EVERYWHERE,
		until: "verdict and link"
	},
	{
		build: worstGroupsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: casesSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: nextStepSection,
		media: EVERYWHERE,
		until: "verdict and link"
	},
	{
		build: policySection,
		media: EVERYWHERE,
		until: "verdict and link"
	},
	{
		build: lockedSplitsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: faultsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: gateTableSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: checkpointsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: earlySignSection,
		media: EVERYWHERE,
		until: "no flips"
	},
	{
		build: warningsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: driftSection,
		media: EVERYWHERE,
		until: "no flips"
	},
	{
		build: linksSection,
		media: ["comment"],
		until: "verdict and link"
	},
	{
		build: regressedSection,
		media: ["comment"],
		until: "no flips"
	},
	{
		build: undecidedSection,
		media: ["comment", "terminal"],
		until: "no flips"
	},
	{
		build: diagnosisSection,
		media: EVERYWHERE,
		until: "no flips"
	},
	{
		build: gateDetailsSection,
		media: ["page"],
		until: "full"
	},
	{
		build: picturesSection,
		media: ["comment", "page"],
		until: "regressed flips only"
	},
	{
		build: fieldsSection,
		media: EVERYWHERE,
		until: "no flips"
	},
	{
		build: changedSection,
		media: ["comment", "page"],
		until: "fewer flips"
	},
	{
		build: classesSection,
		media: ["comment", "page"],
		until: "no flips"
	},
	{
		build: curvesSection,
		media: EVERYWHERE,
		until: "regressed flips only"
	},
	{
		build: samplesSection,
		media: ["page"],
		until: "full"
	},
	{
		build: referenceSection,
		media: EVERYWHERE,
		until: "no flips"
	},
	{
		build: comparedSection,
		media: ["comment", "page"],
		until: "no flips"
	},
	{
		build: costSection,
		media: ["comment", "page"],
		until: "no flips"
	},
	{
		build: reproduceSection,
		media: ["comment", "page"],
		until: "no flips"
	}
];
const heightOf = (name) => LADDER.findIndex((rung) => rung.name === name);
/** What the report says in a place. */
function sectionsFor(file, options) {
	return SECTIONS.filter(({ media, until }) => media.includes(options.medium) && heightOf(options.rung.name) <= heightOf(until)).map(({ build }) => build(file, options)).filter(({ blocks }) => blocks.length > 0);
}

// node_modules/unist-util-is/lib/index.js
/**
* Generate an assertion from a test.
*
* Useful if you’re going to test many nodes, for example when creating a
* utility where something else passes a compatible test.
*
* The created function is a bit faster because it expects valid input only:
* a `node`, `index`, and `parent`.
*
* @param {Test} test
*   *   when nullish, checks if `node` is a `Node`.
*   *   when `string`, works like passing `(node) => node.type === test`.
*   *   when `function` checks if function passed the node is true.
*   *   when `object`, checks that all keys in test are in node, and that they have (strictly) equal values.
*   *   when `array`, checks if any one of the subtests pass.
* @returns {Check}
*   An assertion.
*/
const convert = (
/**
* @param {Test} [test]
* @returns {Check}
*/
function(test) {
	if (test === null || test === void 0) return ok;
	if (typeof test === "function") return castFactory(test);
	if (typeof test === "object") return Array.isArray(test) ? anyFactory(test) : propertiesFactory(test);
	if (typeof test === "string") return typeFactory(test);
	throw new Error("Expected function, string, or object as test");
});
/**
* @param {Array<Props | TestFunction | string>} tests
* @returns {Check}
*/
function anyFactory(tests) {
	/** @type {Array<Check>} */
	const checks = [];
	let index = -1;
	while (++index < tests.length) checks[index] = convert(tests[index]);
	return castFactory(any);
	/**
	* @this {unknown}
	* @type {TestFunction}
	*/
	function any(...parameters) {
		let index = -1;
		while (++index < checks.length) if (checks[index].apply(this, parameters)) return true;
		return false;
	}
}
/**
* Turn an object into a test for a node with a certain fields.
*
* @param {Props} check
* @returns {Check}
*/
function propertiesFactory(check) {
	const checkAsRecord = check;
	return castFactory(all);
	/**
	* @param {Node} node
	* @returns {boolean}
	*/
	function all(node) {
		const nodeAsRecord = node;
		/** @type {string} */
		let key;
		for (key in check) if (nodeAsRecord[key] !== checkAsRecord[key]) return false;
		return true;
	}
}
/**
* Turn a string into a test for a node with a certain type.
*
* @param {string} check
* @returns {Check}
*/
function typeFactory(check) {
	return castFactory(type);
	/**
	* @param {Node} node
	*/
	function type(node) {
		return node && node.type === check;
	}
}
/**
* Turn a custom test into a test for a node that passes that test.
*
* @param {TestFunction} testFunction
* @returns {Check}
*/
function castFactory(testFunction) {
	return check;
	/**
	* @this {unknown}
	* @type {Check}
	*/
	function check(value, index, parent) {
		return Boolean(looksLikeANode(value) && testFunction.call(this, value, typeof index === "number" ? index : void 0, parent || void 0));
	}
}
function ok() {
	return true;
}
/**
* @param {unknown} value
* @returns {value is Node}
*/
function looksLikeANode(value) {
	return value !== null && typeof value === "object" && "type" in value;
}

// node_modules/mdast-util-phrasing/lib/index.js
/**
* @typedef {import('mdast').Html} Html
* @typedef {import('mdast').PhrasingContent} PhrasingContent
*/
/**
* Check if the given value is *phrasing content*.
*
* > 👉 **Note**: Excludes `html`, which can be both phrasing or flow.
*
* @param node
*   Thing to check, typically `Node`.
* @returns
*   Whether `value` is phrasing content.
*/
const phrasing$2 = convert([
	"break",
	"delete",
	"emphasis",
	"footnote",
	"footnoteReference",
	"image",
	"imageReference",
	"inlineCode",
	"inlineMath",
	"link",
	"linkReference",
	"mdxJsxTextElement",
	"mdxTextExpression",
	"strong",
	"text",
	"textDirective"
]);

// node_modules/zwitch/index.js
/**
* @callback Handler
*   Handle a value, with a certain ID field set to a certain value.
*   The ID field is passed to `zwitch`, and it’s value is this function’s
*   place on the `handlers` record.
* @param {...any} parameters
*   Arbitrary parameters passed to the zwitch.
*   The first will be an object with a certain ID field set to a certain value.
* @returns {any}
*   Anything!
*/
/**
* @callback UnknownHandler
*   Handle values that do have a certain ID field, but it’s set to a value
*   that is not listed in the `handlers` record.
* @param {unknown} value
*   An object with a certain ID field set to an unknown value.
* @param {...any} rest
*   Arbitrary parameters passed to the zwitch.
* @returns {any}
*   Anything!
*/
/**
* @callback InvalidHandler
*   Handle values that do not have a certain ID field.
* @param {unknown} value
*   Any unknown value.
* @param {...any} rest
*   Arbitrary parameters passed to the zwitch.
* @returns {void|null|undefined|never}
*   This should crash or return nothing.
*/
/**
* @template {InvalidHandler} [Invalid=InvalidHandler]
* @template {UnknownHandler} [Unknown=UnknownHandler]
* @template {Record<string, Handler>} [Handlers=Record<string, Handler>]
* @typedef Options
*   Configuration (required).
* @property {Invalid} [invalid]
*   Handler to use for invalid values.
* @property {Unknown} [unknown]
*   Handler to use for unknown values.
* @property {Handlers} [handlers]
*   Handlers to use.
*/
const own$3 = {}.hasOwnProperty;
/**
* Handle values based on a field.
*
* @template {InvalidHandler} [Invalid=InvalidHandler]
* @template {UnknownHandler} [Unknown=UnknownHandler]
* @template {Record<string, Handler>} [Handlers=Record<string, Handler>]
* @param {string} key
*   Field to switch on.
* @param {Options<Invalid, Unknown, Handlers>} [options]
*   Configuration (required).
* @returns {{unknown: Unknown, invalid: Invalid, handlers: Handlers, (...parameters: Parameters<Handlers[keyof Handlers]>): ReturnType<Handlers[keyof Handlers]>, (...parameters: Parameters<Unknown>): ReturnType<Unknown>}}
*/
function zwitch(key, options) {
	const settings = options || {};
	/**
	* Handle one value.
	*
	* Based on the bound `key`, a respective handler will be called.
	* If `value` is not an object, or doesn’t have a `key` property, the special
	* “invalid” handler will be called.
	* If `value` has an unknown `key`, the special “unknown” handler will be
	* called.
	*
	* All arguments, and the context object, are passed through to the handler,
	* and it’s result is returned.
	*
	* @this {unknown}
	*   Any context object.
	* @param {unknown} [value]
	*   Any value.
	* @param {...unknown} parameters
	*   Arbitrary parameters passed to the zwitch.
	* @property {Handler} invalid
	*   Handle for values that do not have a certain ID field.
	* @property {Handler} unknown
	*   Handle values that do have a certain ID field, but it’s set to a value
	*   that is not listed in the `handlers` record.
	* @property {Handlers} handlers
	*   Record of handlers.
	* @returns {unknown}
	*   Anything.
	*/
	function one(value, ...parameters) {
		/** @type {Handler|undefined} */
		let fn = one.invalid;
		const handlers = one.handlers;
		if (value && own$3.call(value, key)) {
			const id = String(value[key]);
			fn = own$3.call(handlers, id) ? handlers[id] : one.unknown;
		}
		if (fn) return fn.call(this, value, ...parameters);
	}
	one.handlers = settings.handlers || {};
	one.invalid = settings.invalid;
	one.unknown = settings.unknown;
	return one;
}

// node_modules/mdast-util-to-markdown/lib/configure.js
/**
* @import {Options, State} from './types.js'
*/
const own$2 = {}.hasOwnProperty;
/**
* Configure a base state w/ an extension.
*
* @param {State} base
*   Base state to configure.
* @param {Options} extension
*   Extension to apply.
* @returns {State}
*   Given `base`.
*/
function configure(base, extension) {
	let index = -1;
	/** @type {keyof Options} */
	let key;
	if (extension.extensions) while (++index < extension.extensions.length) configure(base, extension.extensions[index]);
	for (key in extension) if (own$2.call(extension, key)) switch (key) {
		case "extensions": break;
		/* c8 ignore next 4 */
		case "unsafe":
			list$1(base[key], extension[key]);
			break;
		case "join":
			list$1(base[key], extension[key]);
			break;
		case "handlers":
			map$2(base[key], extension[key]);
			break;
		default: base.options[key] = extension[key];
	}
	return base;
}
/**
* Merge arrays from the extension into the base state.
*
* @template T
*   Kind.
* @param {Array<T>} left
*   List to merge into.
* @param {Array<T> | null | undefined} right
*   List to merge from.
* @returns {undefined}
*   Nothing.
*/
function list$1(left, right) {
	if (right) left.push(...right);
}
/**
* Merge objects from the extension into the base state.
*
* @template T
*   Kind.
* @param {Record<string, T>} left
*   Object to merge into.
* @param {Record<string, T> | null | undefined} right
*   Object to merge from.
* @returns {undefined}
*   Nothing.
*/
function map$2(left, right) {
	if (right) Object.assign(left, right);
}

// node_modules/mdast-util-to-markdown/lib/handle/blockquote.js
/**
* @import {Blockquote, Parents} from 'mdast'
* @import {Info, Map, State} from 'mdast-util-to-markdown'
*/
/**
* Serialize a blockquote node.
*
* @param {Blockquote} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function blockquote(node, _, state, info) {
	const exit = state.enter("blockquote");
	const tracker = state.createTracker(info);
	tracker.move("> ");
	tracker.shift(2);
	const value = state.indentLines(state.containerFlow(node, tracker.current()), map$1);
	exit();
	return value;
}
/**
* Indent lines w/ blockquote markers.
*
* @type {Map}
*/
function map$1(line, _, blank) {
	return ">" + (blank ? "" : " ") + line;
}

// node_modules/mdast-util-to-markdown/lib/util/pattern-in-scope.js
/**
* @import {ConstructName, Unsafe} from 'mdast-util-to-markdown'
*/
/**
* Check if a pattern is in scope based on the current stack of constructs.
*
* @param {Array<ConstructName>} stack
*   Current stack of constructs.
* @param {Unsafe} pattern
*   Pattern to check.
* @returns {boolean}
*   Whether the pattern is in scope.
*/
function patternInScope(stack, pattern) {
	return listInScope(stack, pattern.inConstruct, true) && !listInScope(stack, pattern.notInConstruct, false);
}
/**
* Check if any of the constructs in the list are present in the stack.
*
* @param {Array<ConstructName>} stack
*   Current stack of constructs.
* @param {Unsafe['inConstruct']} list
*   List of constructs to check for in the stack.
* @param {boolean} none
*   Value to return if the list is empty or not provided.
* @returns {boolean}
*   Whether any of the constructs in the list are present in the stack.
*/
function listInScope(stack, list, none) {
	if (typeof list === "string") list = [list];
	if (!list || list.length === 0) return none;
	let index = -1;
	while (++index < list.length) if (stack.includes(list[index])) return true;
	return false;
}

// node_modules/mdast-util-to-markdown/lib/handle/break.js
/**
* @import {Break, Parents} from 'mdast'
* @import {Info, State} from 'mdast-util-to-markdown'
*/
/**
* Serialize a break node.
*
* @param {Break} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function hardBreak(_, _1, state, info) {
	let index = -1;
	while (++index < state.unsafe.length) {
		const pattern = state.unsafe[index];
		if (pattern.character === "\n" && !pattern.before && !pattern.after && patternInScope(state.stack, pattern)) return /[\t ]/.test(info.before) ? "" : " ";
	}
	return "\\\n";
}

// node_modules/longest-streak/index.js
/**
* Get the count of the longest repeating streak of `substring` in `value`.
*
* @param {string} value
*   Content to search in.
* @param {string} substring
*   Substring to look for, typically one character.
* @returns {number}
*   Count of most frequent adjacent `substring`s in `value`.
*/
function longestStreak(value, substring) {
	const source = String(value);
	let index = source.indexOf(substring);
	let expected = index;
	let count = 0;
	let max = 0;
	if (typeof substring !== "string") throw new TypeError("Expected substring");
	while (index !== -1) {
		if (index === expected) {
			if (++count > max) max = count;
		} else count = 1;
		expected = index + substring.length;
		index = source.indexOf(substring, expected);
	}
	return max;
}

// node_modules/mdast-util-to-markdown/lib/util/format-code-as-indented.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Code} from 'mdast'
*/
/**
* Checks if a code block can be formatted as an indented code block.
*
* @param {Code} node
*   Node to check.
* @param {State} state
*   Info passed around.
* @returns {boolean}
*   Whether the code can be formatted as an indented code block.
*/
function formatCodeAsIndented(node, state) {
	return Boolean(state.options.fences === false && node.value && !node.lang && /[^\n\r ]/.test(node.value) && !/^[\t ]*(?:[\n\r]|$)|(?:^|[\n\r])[\t ]*$/.test(node.value));
}

// node_modules/mdast-util-to-markdown/lib/util/check-fence.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred fence option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['fence'], null | undefined>}
*   Preferred fence marker.
*/
function checkFence(state) {
	const marker = state.options.fence || "`";
	if (marker !== "`" && marker !== "~") throw new Error("Cannot serialize code with `" + marker + "` for `options.fence`, expected `` ` `` or `~`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/handle/code.js
/**
* @import {Info, Map, State} from 'mdast-util-to-markdown'
* @import {Code, Parents} from 'mdast'
*/
/**
* Serialize a code node.
*
* @param {Code} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function code$1(node, _, state, info) {
	const marker = checkFence(state);
	const raw = node.value || "";
	if (formatCodeAsIndented(node, state)) {
		const exit = state.enter("codeIndented");
		const value = state.indentLines(raw, map);
		exit();
		return value;
	}
	const tracker = state.createTracker(info);
	const sequence = marker.repeat(Math.max(longestStreak(raw, marker) + 1, 3));
	const exit = state.enter("codeFenced");
	const suffix = marker === "`" ? "GraveAccent" : "Tilde";
	let value = tracker.move(sequence);
	if (node.lang) {
		const subexit = state.enter(`codeFencedLang${suffix}`);
		value += tracker.move(state.safe(node.lang, {
			before: value,
			after: " ",
			encode: ["`"],
			...tracker.current()
		}));
		subexit();
	}
	if (node.lang && node.meta) {
		const subexit = state.enter(`codeFencedMeta${suffix}`);
		value += tracker.move(" ");
		value += tracker.move(state.safe(node.meta, {
			before: value,
			after: "\n",
			encode: ["`"],
			...tracker.current()
		}));
		subexit();
	}
	value += tracker.move("\n");
	if (raw) value += tracker.move(raw + "\n");
	value += tracker.move(sequence);
	exit();
	return value;
}
/**
* Indent lines w/ code indent.
*
* @type {Map}
*/
function map(line, _, blank) {
	return (blank ? "" : "    ") + line;
}

// node_modules/mdast-util-to-markdown/lib/util/check-quote.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred quote option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['quote'], null | undefined>}
*   Preferred quote.
*/
function checkQuote(state) {
	const marker = state.options.quote || "\"";
	if (marker !== "\"" && marker !== "'") throw new Error("Cannot serialize title with `" + marker + "` for `options.quote`, expected `\"`, or `'`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/handle/definition.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Definition, Parents} from 'mdast'
*/
/**
* Serialize a definition node.
*
* @param {Definition} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function definition(node, _, state, info) {
	const quote = checkQuote(state);
	const suffix = quote === "\"" ? "Quote" : "Apostrophe";
	const exit = state.enter("definition");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("[");
	value += tracker.move(state.safe(state.associationId(node), {
		before: value,
		after: "]",
		...tracker.current()
	}));
	value += tracker.move("]: ");
	subexit();
	if (!node.url || /[\0- \u007F]/.test(node.url)) {
		subexit = state.enter("destinationLiteral");
		value += tracker.move("<");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
	} else {
		subexit = state.enter("destinationRaw");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: node.title ? " " : "\n",
			...tracker.current()
		}));
	}
	subexit();
	if (node.title) {
		subexit = state.enter(`title${suffix}`);
		value += tracker.move(" " + quote);
		value += tracker.move(state.safe(node.title, {
			before: value,
			after: quote,
			...tracker.current()
		}));
		value += tracker.move(quote);
		subexit();
	}
	exit();
	return value;
}

// node_modules/mdast-util-to-markdown/lib/util/check-emphasis.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred emphasis option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['emphasis'], null | undefined>}
*   Preferred emphasis marker.
*/
function checkEmphasis(state) {
	const marker = state.options.emphasis || "*";
	if (marker !== "*" && marker !== "_") throw new Error("Cannot serialize emphasis with `" + marker + "` for `options.emphasis`, expected `*`, or `_`");
	return marker;
}

// node_modules/micromark-util-character/index.js
/**
* @import {Code} from 'micromark-util-types'
*/
/**
* Check whether the character code represents an ASCII alpha (`a` through `z`,
* case insensitive).
*
* An **ASCII alpha** is an ASCII upper alpha or ASCII lower alpha.
*
* An **ASCII upper alpha** is a character in the inclusive range U+0041 (`A`)
* to U+005A (`Z`).
*
* An **ASCII lower alpha** is a character in the inclusive range U+0061 (`a`)
* to U+007A (`z`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiAlpha = regexCheck(/[A-Za-z]/);
/**
* Check whether the character code represents an ASCII alphanumeric (`a`
* through `z`, case insensitive, or `0` through `9`).
*
* An **ASCII alphanumeric** is an ASCII digit (see `asciiDigit`) or ASCII alpha
* (see `asciiAlpha`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiAlphanumeric = regexCheck(/[\dA-Za-z]/);
/**
* Check whether the character code represents an ASCII atext.
*
* atext is an ASCII alphanumeric (see `asciiAlphanumeric`), or a character in
* the inclusive ranges U+0023 NUMBER SIGN (`#`) to U+0027 APOSTROPHE (`'`),
* U+002A ASTERISK (`*`), U+002B PLUS SIGN (`+`), U+002D DASH (`-`), U+002F
* SLASH (`/`), U+003D EQUALS TO (`=`), U+003F QUESTION MARK (`?`), U+005E
* CARET (`^`) to U+0060 GRAVE ACCENT (`` ` ``), or U+007B LEFT CURLY BRACE
* (`{`) to U+007E TILDE (`~`).
*
* See:
* **\[RFC5322]**:
* [Internet Message Format](https://tools.ietf.org/html/rfc5322).
* P. Resnick.
* IETF.
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiAtext = regexCheck(/[#-'*+\--9=?A-Z^-~]/);
/**
* Check whether the character code represents an ASCII digit (`0` through `9`).
*
* An **ASCII digit** is a character in the inclusive range U+0030 (`0`) to
* U+0039 (`9`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiDigit = regexCheck(/\d/);
/**
* Check whether the character code represents an ASCII hex digit (`a` through
* `f`, case insensitive, or `0` through `9`).
*
* An **ASCII hex digit** is an ASCII digit (see `asciiDigit`), ASCII upper hex
* digit, or an ASCII lower hex digit.
*
* An **ASCII upper hex digit** is a character in the inclusive range U+0041
* (`A`) to U+0046 (`F`).
*
* An **ASCII lower hex digit** is a character in the inclusive range U+0061
* (`a`) to U+0066 (`f`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiHexDigit = regexCheck(/[\dA-Fa-f]/);
/**
* Check whether the character code represents ASCII punctuation.
*
* An **ASCII punctuation** is a character in the inclusive ranges U+0021
* EXCLAMATION MARK (`!`) to U+002F SLASH (`/`), U+003A COLON (`:`) to U+0040 AT
* SIGN (`@`), U+005B LEFT SQUARE BRACKET (`[`) to U+0060 GRAVE ACCENT
* (`` ` ``), or U+007B LEFT CURLY BRACE (`{`) to U+007E TILDE (`~`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiPunctuation = regexCheck(/[!-/:-@[-`{-~]/);
/**
* Check whether a character code is a markdown line ending (see
* `markdownLineEnding`) or markdown space (see `markdownSpace`).
*
* @param {Code} code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
function markdownLineEndingOrSpace(code) {
	return code !== null && (code < 0 || code === 32);
}
/**
* Check whether the character code represents Unicode punctuation.
*
* A **Unicode punctuation** is a character in the Unicode `Pc` (Punctuation,
* Connector), `Pd` (Punctuation, Dash), `Pe` (Punctuation, Close), `Pf`
* (Punctuation, Final quote), `Pi` (Punctuation, Initial quote), `Po`
* (Punctuation, Other), or `Ps` (Punctuation, Open) categories, or an ASCII
* punctuation (see `asciiPunctuation`).
*
* See:
* **\[UNICODE]**:
* [The Unicode Standard](https://www.unicode.org/versions/).
* Unicode Consortium.
*
* @param code
*   Code.
* @returns
*   Whether it matches.
*/
const unicodePunctuation = regexCheck(/\p{P}|\p{S}/u);
/**
* Check whether the character code represents Unicode whitespace.
*
* Note that this does handle micromark specific markdown whitespace characters.
* See `markdownLineEndingOrSpace` to check that.
*
* A **Unicode whitespace** is a character in the Unicode `Zs` (Separator,
* Space) category, or U+0009 CHARACTER TABULATION (HT), U+000A LINE FEED (LF),
* U+000C (FF), or U+000D CARRIAGE RETURN (CR) (**\[UNICODE]**).
*
* See:
* **\[UNICODE]**:
* [The Unicode Standard](https://www.unicode.org/versions/).
* Unicode Consortium.
*
* @param code
*   Code.
* @returns
*   Whether it matches.
*/
const unicodeWhitespace = regexCheck(/\s/);
/**
* Create a code check from a regex.
*
* @param {RegExp} regex
*   Expression.
* @returns {(code: Code) => boolean}
*   Check.
*/
function regexCheck(regex) {
	return check;
	/**
	* Check whether a code matches the bound regex.
	*
	* @param {Code} code
	*   Character code.
	* @returns {boolean}
	*   Whether the character code matches the bound regex.
	*/
	function check(code) {
		return code !== null && code > -1 && regex.test(String.fromCharCode(code));
	}
}

// node_modules/micromark-util-classify-character/index.js
/**
* @import {Code} from 'micromark-util-types'
*/
/**
* Classify whether a code represents whitespace, punctuation, or something
* else.
*
* Used for attention (emphasis, strong), whose sequences can open or close
* based on the class of surrounding characters.
*
* > 👉 **Note**: eof (`null`) is seen as whitespace.
*
* @param {Code} code
*   Code.
* @returns {typeof constants.characterGroupWhitespace | typeof constants.characterGroupPunctuation | undefined}
*   Group.
*/
function classifyCharacter(code) {
	if (code === null || markdownLineEndingOrSpace(code) || unicodeWhitespace(code)) return 1;
	if (unicodePunctuation(code)) return 2;
}

// node_modules/mdast-util-to-markdown/lib/util/character.js
/**
* Get the first character of a value.
*
* Is aware of astral characters (such as emoji).
*
* @param {string} value
*   Value.
* @returns {string}
*   First character; empty if `value` is empty.
*/
function firstCharacter(value) {
	const code = value.codePointAt(0);
	return code === void 0 ? "" : String.fromCodePoint(code);
}
/**
* Get the last character of a value.
*
* Is aware of astral characters (such as emoji).
*
* @param {string} value
*   Value.
* @returns {string}
*   Last character; empty if `value` is empty.
*/
function lastCharacter(value) {
	const code = value.codePointAt(value.length - 2);
	return code !== void 0 && code > 65535 ? value.slice(-2) : value.slice(-1);
}

// node_modules/mdast-util-to-markdown/lib/util/encode-character-reference.js
/**
* Encode a code point as a character reference.
*
* @param {number} code
*   Code point to encode.
* @returns {string}
*   Encoded character reference.
*/
function encodeCharacterReference(code) {
	return "&#x" + code.toString(16).toUpperCase() + ";";
}

// node_modules/mdast-util-to-markdown/lib/util/encode-info.js
/**
* @import {EncodeSides} from '../types.js'
*/
/**
* Check whether to encode (as a character reference) the characters
* surrounding an attention run.
*
* Which characters are around an attention run influence whether it works or
* not.
*
* See <https://github.com/orgs/syntax-tree/discussions/60> for more info.
* See this markdown in a particular renderer to see what works:
*
* ```markdown
* |                         | A (letter inside) | B (punctuation inside) | C (whitespace inside) | D (nothing inside) |
* | ----------------------- | ----------------- | ---------------------- | --------------------- | ------------------ |
* | 1 (letter outside)      | x*y*z             | x*.*z                  | x* *z                 | x**z               |
* | 2 (punctuation outside) | .*y*.             | .*.*.                  | .* *.                 | .**.               |
* | 3 (whitespace outside)  | x *y* z           | x *.* z                | x * * z               | x ** z             |
* | 4 (nothing outside)     | *x*               | *.*                    | * *                   | **                 |
* ```
*
* @param {number} outside
*   Code point on the outer side of the run.
* @param {number} inside
*   Code point on the inner side of the run.
* @param {string} marker
*   Marker of the run.
*   Underscores are handled more strictly (they form less often) than
*   asterisks.
* @returns {EncodeSides}
*   Whether to encode characters.
*/
function encodeInfo(outside, inside, marker) {
	const outsideKind = classifyCharacter(outside);
	const insideKind = classifyCharacter(inside);
	if (outsideKind === void 0) return insideKind === void 0 ? marker === "_" ? {
		inside: true,
		outside: true
	} : {
		inside: false,
		outside: false
	} : insideKind === 1 ? {
		inside: true,
		outside: true
	} : {
		inside: false,
		outside: true
	};
	if (outsideKind === 1) return insideKind === void 0 ? {
		inside: false,
		outside: false
	} : insideKind === 1 ? {
		inside: true,
		outside: true
	} : {
		inside: false,
		outside: false
	};
	return insideKind === void 0 ? {
		inside: false,
		outside: false
	} : insideKind === 1 ? {
		inside: true,
		outside: false
	} : {
		inside: false,
		outside: false
	};
}

// node_modules/micromark-util-html-tag-name/index.js
/**
* List of lowercase HTML “block” tag names.
*
* The list, when parsing HTML (flow), results in more relaxed rules (condition
* 6).
* Because they are known blocks, the HTML-like syntax doesn’t have to be
* strictly parsed.
* For tag names not in this list, a more strict algorithm (condition 7) is used
* to detect whether the HTML-like syntax is seen as HTML (flow) or not.
*
* This is copied from:
* <https://spec.commonmark.org/0.30/#html-blocks>.
*
* > 👉 **Note**: `search` was added in `CommonMark@0.31`.
*/
const htmlBlockNames = [
	"address",
	"article",
	"aside",
	"base",
	"basefont",
	"blockquote",
	"body",
	"caption",
	"center",
	"col",
	"colgroup",
	"dd",
	"details",
	"dialog",
	"dir",
	"div",
	"dl",
	"dt",
	"fieldset",
	"figcaption",
	"figure",
	"footer",
	"form",
	"frame",
	"frameset",
	"h1",
	"h2",
	"h3",
	"h4",
	"h5",
	"h6",
	"head",
	"header",
	"hr",
	"html",
	"iframe",
	"legend",
	"li",
	"link",
	"main",
	"menu",
	"menuitem",
	"nav",
	"noframes",
	"ol",
	"optgroup",
	"option",
	"p",
	"param",
	"search",
	"section",
	"summary",
	"table",
	"tbody",
	"td",
	"tfoot",
	"th",
	"thead",
	"title",
	"tr",
	"track",
	"ul"
];
/**
* List of lowercase HTML “raw” tag names.
*
* The list, when parsing HTML (flow), results in HTML that can include lines
* without exiting, until a closing tag also in this list is found (condition
* 1).
*
* This module is copied from:
* <https://spec.commonmark.org/0.30/#html-blocks>.
*
* > 👉 **Note**: `textarea` was added in `CommonMark@0.30`.
*/
const htmlRawNames = [
	"pre",
	"script",
	"style",
	"textarea"
];

// node_modules/mdast-util-to-markdown/lib/util/html-kind.js
/**
* @typedef {1 | 2 | 3 | 4 | 5 | 6 | 7} Kind
*   Kind of HTML (flow) element.
*/
/**
* Infer the kind of HTML that `value` is.
*
* This works on valid trees as produced by `micromark`.
* Kinds:
*
* 1. raw
* 2. comment
* 3. instruction
* 4. declaration
* 5. cdata
* 6. block
* 7. other
*
* See: <https://spec.commonmark.org/0.31.2/#html-blocks>.
*
* @param {string} value
*   HTML.
* @returns {Kind | undefined}
*   Kind; `undefined` if unknown.
*/
function htmlKind(value) {
	if (value.charCodeAt(0) !== 60) return;
	const next = value.charCodeAt(1);
	if (next === 33) {
		const code = value.charCodeAt(2);
		if (code === 45) return 2;
		if (code === 91) return 5;
		if (asciiAlpha(code)) return 4;
		return;
	}
	if (next === 63) return 3;
	const closing = next === 47;
	const start = closing ? 2 : 1;
	let end = start;
	let code = value.charCodeAt(end);
	if (!asciiAlpha(code)) return;
	while (code === 45 || asciiAlphanumeric(code)) code = value.charCodeAt(++end);
	const name = value.slice(start, end).toLowerCase();
	if (!closing && code !== 47 && htmlRawNames.includes(name)) return 1;
	return htmlBlockNames.includes(name) ? 6 : 7;
}

// node_modules/mdast-util-to-markdown/lib/util/container-phrasing.js
/**
* @import {Attention, Handle, Info, State, Tracker} from 'mdast-util-to-markdown'
* @import {PhrasingParents} from '../types.js'
*/
/**
* Markers for builtin attention (emphasis, strong) to whether they are stricter:
* whether they cannot open and close inside words.
*
* Builtin runs pair following CommonMark rules for emphasis and strong:
* they are split,
* using one or two markers at a time,
* with the rule of 3.
* Other markers pair like GFM strikethrough:
* whole runs pair with a run of the same size.
*
* @type {Map<string, boolean>}
*/
const builtins = /* @__PURE__ */ new Map([["*", false], ["_", true]]);
/**
* @typedef AttentionResult
*   Attention, of which the sequence is chosen later.
* @property {Array<Item>} children
*   Serialized children.
* @property {Array<string>} sequences
*   Sequences that can be used, in order of preference.
*/
/**
* @typedef Improvement
*   Improvement of attention sequences.
* @property {Map<AttentionResult, string>} chosen
*   Chosen sequences for each attention.
* @property {Array<Token>} tokens
*   Tokens involved in the improvement.
* @property {Mistake | undefined} mistake
*   Mistake that led to this improvement, if any.
*/
/**
* @typedef {AttentionResult | string} Item
*   Serialized phrasing.
*/
/**
* @typedef Mistake
*   Sequence that does not form its attention.
* @property {Array<AttentionResult>} attention
*   Attention to try other sequences for.
* @property {number} index
*   Index of the token.
*/
/**
* @typedef Run
*   Sequences next to each other with the same marker.
* @property {boolean} close
*   Whether it can close.
* @property {number} end
*   Index after the last marker not used (to open).
* @property {Array<Token>} markers
*   Sequence of each marker.
* @property {boolean} open
*   Whether it can open.
* @property {boolean} split
*   Whether it can be split (built-in attention).
* @property {number} start
*   Index of the first marker not used (to close).
* @property {Array<Token>} tokens
*   Sequences.
*/
/**
* @typedef Token
*   Rendered phrasing.
* @property {AttentionResult | undefined} attention
*   Attention, if this is one of its sequences.
* @property {string} value
*   Value.
*/
/**
* Get candidates for a mistake:
* attention to try other sequences for,
* later first.
*
* @param {Array<Token>} tokens
*   Tokens.
* @param {Array<Token>} involved
*   Sequences involved in the mistake.
* @param {Map<Token, Run>} runOf
*   Run of each sequence.
* @returns {Array<AttentionResult>}
*   Candidates.
*/
function candidates(tokens, involved, runOf) {
	/** @type {Set<AttentionResult | undefined>} */
	const related = /* @__PURE__ */ new Set();
	for (const token of tokens) {
		const siblings = runOf.get(token);
		if (siblings && token.attention && involved.some((d) => d.attention === token.attention)) for (const sibling of siblings.tokens) related.add(sibling.attention);
	}
	/** @type {Array<AttentionResult>} */
	const ordered = [];
	for (const token of tokens) if (token.attention && related.delete(token.attention)) ordered.push(token.attention);
	ordered.reverse();
	return ordered;
}
/**
* Check whether sequences form their attention, like `micromark`.
*
* Sequences of `*` and `_` pair like emphasis and strong in CommonMark,
* others like strikethrough in GFM.
*
* @param {Array<Token>} tokens
*   Tokens.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Mistake | undefined}
*   First mistake, if any.
*/
function check(tokens, before, after) {
	/** @type {Array<Run>} */
	const runs = [];
	/** @type {Map<Token, Array<Token>>} */
	const wrong = /* @__PURE__ */ new Map();
	/** @type {Map<Token, Run>} */
	const runOf = /* @__PURE__ */ new Map();
	let index = 0;
	while (index < tokens.length) {
		if (!tokens[index].attention) {
			index++;
			continue;
		}
		const marker = tokens[index].value.charAt(0);
		const strict = builtins.get(marker);
		let end = index + 1;
		while (end < tokens.length && tokens[end].attention && tokens[end].value.charAt(0) === marker) end++;
		const head = index ? tokens[index - 1].value : before;
		const previous = classifyCharacter(head.charCodeAt(head.length - 1));
		const next = classifyCharacter((end < tokens.length ? tokens[end].value : after).charCodeAt(0));
		const open = !next || next === 2 && Boolean(previous);
		const close = !previous || previous === 2 && Boolean(next);
		/** @type {Run} */
		const run = {
			tokens: tokens.slice(index, end),
			markers: [],
			start: 0,
			end: 0,
			open: strict ? open && (Boolean(previous) || !close) : open,
			close: strict ? close && (Boolean(next) || !open) : close,
			split: strict !== void 0
		};
		for (const token of run.tokens) {
			wrong.set(token, [...run.tokens]);
			runOf.set(token, run);
			let size = token.value.length;
			while (size--) run.markers.push(token);
		}
		run.end = run.markers.length;
		runs.push(run);
		index = end;
	}
	pair(runs, wrong);
	index = -1;
	while (++index < tokens.length) {
		const involved = wrong.get(tokens[index]);
		if (involved) return {
			attention: candidates(tokens, involved, runOf),
			index
		};
	}
}
/**
* Serialize the children of a parent that contains phrasing children.
*
* @param {PhrasingParents} parent
*   Parent of phrasing nodes.
* @param {State} state
*   Info passed around about the current state.
* @param {Info} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized result.
*/
function containerPhrasing(parent, state, info) {
	return serialize$1(phrasing$1(parent, state, info), info.before, info.after);
}
/**
* Encode the first or last character of tokens as a character reference,
* if it is text.
*
* @param {Array<Token>} tokens
*   Tokens.
* @param {boolean} start
*   Whether to encode the first or last character.
* @returns {undefined}
*   Nothing.
*/
function encode(tokens, start) {
	const token = tokens[start ? 0 : tokens.length - 1];
	if (!token || token.attention) return;
	const character = start ? firstCharacter(token.value) : lastCharacter(token.value);
	const reference = encodeCharacterReference(character.codePointAt(0));
	if (start) token.value = reference + token.value.slice(character.length);
	else {
		let value = token.value.slice(0, token.value.length - character.length);
		let escapes = 0;
		while (value.charCodeAt(value.length - 1 - escapes) === 92) escapes++;
		if (escapes % 2) value += "\\";
		token.value = value + reference;
	}
}
/**
* Try other sequences for the candidates of a mistake and use the first that
* moves the mistake further.
*
* @param {Array<Item>} items
*   Items.
* @param {Map<AttentionResult, string>} chosen
*   Sequences to use instead of preferred sequences.
* @param {Mistake} mistake
*   Mistake.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Improvement | undefined}
*   Result if better.
*/
function improve(items, chosen, mistake, before, after) {
	for (const attention of mistake.attention) {
		const current = chosen.get(attention) || attention.sequences[0];
		for (const sequence of attention.sequences) {
			if (sequence === current) continue;
			const trial = new Map(chosen);
			trial.set(attention, sequence);
			const tokens = render(items, trial, before, after);
			const next = check(tokens, before, after);
			if (!next || next.index > mistake.index) return {
				chosen: trial,
				mistake: next,
				tokens
			};
		}
	}
}
/**
* Pair runs like `micromark` and mark sequences that do form their attention
* as fine.
*
* Each pair uses markers from the end of an opener and the start of a closer.
* It forms the intended attention if those markers are exactly the whole
* opening and closing sequence of one attention.
* Otherwise attention is mixed up:
* either sequences of different attention pair,
* part of a sequence is used (such as `**` of strong as `*`),
* or several sequences are used together (such as `*` and `*` as `**`).
* Then the sequences involved are recorded with each other.
*
* @param {Array<Run>} runs
*   Runs.
* @param {Map<Token, Array<Token>>} wrong
*   Sequences that are wrong, with the sequences involved.
* @returns {undefined}
*   Nothing, `wrong` is changed.
*/
function pair(runs, wrong) {
	/** @type {Map<string, Array<Run>>} */
	const openersByMarker = /* @__PURE__ */ new Map();
	for (const closer of runs) {
		const marker = closer.tokens[0].value.charAt(0);
		let openers = openersByMarker.get(marker);
		if (!openers) {
			openers = [];
			openersByMarker.set(marker, openers);
		}
		let open = closer.close ? openers.length : 0;
		while (open-- && closer.start < closer.end) {
			const opener = openers[open];
			const openerSize = opener.end - opener.start;
			const closerSize = closer.end - closer.start;
			if (closer.split ? (opener.close || closer.open) && closerSize % 3 && !((openerSize + closerSize) % 3) : openerSize !== opener.markers.length || openerSize !== closerSize) continue;
			const size = closer.split ? openerSize > 1 && closerSize > 1 ? 2 : 1 : closerSize;
			const opening = opener.markers.slice(opener.end - size, opener.end);
			const closing = closer.markers.slice(closer.start, closer.start + size);
			const openToken = opening[0];
			const closeToken = closing[0];
			if (openToken === opening[size - 1] && openToken.value.length === size && closeToken === closing[size - 1] && closeToken.value.length === size && openToken.attention === closeToken.attention) {
				wrong.delete(openToken);
				wrong.delete(closeToken);
			} else {
				const involved = [.../* @__PURE__ */ new Set([...opening, ...closing])];
				for (const token of involved) {
					const list = wrong.get(token);
					if (list) list.push(...involved);
				}
			}
			opener.end -= size;
			closer.start += size;
			if (opener.start === opener.end) openers.splice(open, 1);
			open = openers.length;
		}
		if (closer.open && closer.start < closer.end) openers.push(closer);
	}
}
/**
* Get the sequences that can be used for attention, in order of preference.
*
* @param {string} type
*   Node type.
* @param {Array<string>} markers
*   Markers.
* @param {Array<number>} sizes
*   Sizes.
* @returns {Array<string>}
*   Sequences.
*/
function attentionSequences(type, markers, sizes) {
	if (markers.length === 0) throw new Error("Cannot serialize `" + type + "` as attention without markers, expected one or more markers");
	if (sizes.length === 0) throw new Error("Cannot serialize `" + type + "` as attention without sizes, expected one or more sizes");
	for (const size of sizes) if (!Number.isSafeInteger(size) || size < 1) throw new Error("Cannot serialize `" + type + "` as attention with `" + size + "` as size, expected positive integer");
	/** @type {Array<string>} */
	const sequences = [];
	for (const marker of markers) {
		if (marker.length !== 1) throw new Error("Cannot serialize `" + type + "` as attention with `" + marker + "` as marker, expected a single ascii character");
		if (!asciiPunctuation(marker.charCodeAt(0))) throw new Error("Cannot serialize `" + type + "` as attention with `" + marker + "` as marker, expected ascii punctuation");
		for (const size of sizes) sequences.push(marker.repeat(size));
	}
	return sequences;
}
/**
* Serialize the children of a parent that contains phrasing children,
* keeping attention separate,
* so that its markers can be chosen later.
*
* @param {PhrasingParents} parent
*   Parent of phrasing nodes.
* @param {State} state
*   Info passed around about the current state.
* @param {Info} info
*   Info on where we are in the document we are generating.
* @returns {Array<Item>}
*   Items.
*/
function phrasing$1(parent, state, info) {
	const indexStack = state.indexStack;
	const children = parent.children || [];
	/** @type {Array<Item>} */
	const results = [];
	let index = -1;
	let before = info.before;
	indexStack.push(-1);
	let tracker = state.createTracker(info);
	while (++index < children.length) {
		const child = children[index];
		/** @type {string} */
		let after;
		indexStack[indexStack.length - 1] = index;
		if (index + 1 < children.length) {
			/** @type {Handle} */
			let handle = state.handle.handlers[children[index + 1].type];
			if (handle && handle.peek) handle = handle.peek;
			after = handle ? firstCharacter(handle(children[index + 1], parent, state, {
				before: "",
				after: "",
				...tracker.current()
			})) : "";
		} else after = info.after;
		const previous = results[results.length - 1];
		if (typeof previous === "string" && (before === "\r" || before === "\n") && child.type === "html" && htmlKind(child.value) !== 7) {
			results[results.length - 1] = previous.replace(/(\r?\n|\r)$/, " ");
			before = " ";
			tracker = state.createTracker(info);
			tracker.move(serialize$1(results, info.before, info.after));
		}
		/** @type {(Handle & {attention?: Attention | undefined}) | undefined} */
		const handle = state.handle.handlers[child.type];
		if (handle && handle.attention) {
			const item = attentionItem(child, handle.attention, state, tracker);
			if (!item) continue;
			results.push(item);
			before = lastCharacter(item.sequences[0]);
		} else {
			const value = state.handle(child, parent, state, {
				...tracker.current(),
				after,
				before
			});
			if (!value) continue;
			tracker.move(value);
			results.push(value);
			before = lastCharacter(value);
		}
	}
	indexStack.pop();
	return results;
}
/**
* Serialize a node as attention,
* with its sequence chosen later.
*
* @param {PhrasingParents} node
*   Node.
* @param {Attention} attention
*   Attention of the node.
* @param {State} state
*   Info passed around about the current state.
* @param {Tracker} tracker
*   Tracker.
* @returns {AttentionResult | undefined}
*   Attention or nothing.
*/
function attentionItem(node, attention, state, tracker) {
	const { construct, markers, sizes } = attention(node, state);
	const sequences = attentionSequences(node.type, markers, sizes);
	const sequence = sequences[0];
	const exit = state.enter(construct);
	const inside = state.createTracker(tracker.current());
	inside.move(sequence);
	const children = phrasing$1(node, state, {
		...inside.current(),
		before: sequence,
		after: sequence
	});
	exit();
	if (children.length === 0) return;
	tracker.move(sequence);
	tracker.move(serialize$1(children, sequence, sequence));
	tracker.move(sequence);
	return {
		children,
		sequences
	};
}
/**
* Fix mistakes one at a time.
*
* @param {Array<Item>} items
*   Phrasing items.
* @param {Map<AttentionResult, string>} chosen
*   Sequences to start with.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Array<Token> | undefined}
*   Tokens, if all mistakes could be fixed.
*/
function fix(items, chosen, before, after) {
	let tokens = render(items, chosen, before, after);
	let mistake = check(tokens, before, after);
	while (mistake) {
		const next = improve(items, chosen, mistake, before, after);
		if (!next) return;
		chosen = next.chosen;
		tokens = next.tokens;
		mistake = next.mistake;
	}
	return tokens;
}
/**
* Guess sequences for attention so that few mistakes are left to fix because
* each fix is slow.
*
* Prefers another marker when a sequence would touch one with the same marker
* of a sibling or parent (`**a**` and `*b*` as `**a***b*`).
* Except for an only child with a longer builtin sequence,
* as that forms (`***a***`).
*
* @param {Array<Item>} items
*   Phrasing items.
* @param {Map<AttentionResult, string>} chosen
*   Guesses that are not the preferred sequence.
* @param {string} before
*   Sequence of the parent or characters before.
* @param {string} after
*   Sequence of the parent or characters after.
* @returns {undefined}
*   Nothing.
*/
function guess(items, chosen, before, after) {
	let previous = before;
	let index = -1;
	while (++index < items.length) {
		const item = items[index];
		if (typeof item === "string") {
			previous = "";
			continue;
		}
		const next = index === items.length - 1 ? after : "";
		const sequence = item.sequences.find(function(value) {
			const marker = value.charAt(0);
			return marker !== previous.charAt(0) && marker !== next.charAt(0) || items.length === 1 && builtins.has(marker) && value.length > before.length;
		}) || item.sequences[0];
		if (sequence !== item.sequences[0]) chosen.set(item, sequence);
		guess(item.children, chosen, sequence, sequence);
		previous = sequence;
	}
}
/**
* Render items with sequences;
* encoding characters around attention where needed.
*
* @param {Array<Item>} items
*   Serialized phrasing.
* @param {Map<AttentionResult, string>} chosen
*   Sequences to use instead of preferred sequences.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Array<Token>}
*   Tokens.
*/
function render(items, chosen, before, after) {
	/** @type {Array<Token>} */
	const tokens = [];
	/** @type {string | undefined} */
	let encodeAfter;
	let previous = lastCharacter(before);
	let index = -1;
	while (++index < items.length) {
		const item = items[index];
		if (typeof item === "string") {
			/** @type {Token} */
			const token = {
				value: item,
				attention: void 0
			};
			if (encodeAfter && encodeAfter === firstCharacter(item)) encode([token], true);
			encodeAfter = void 0;
			tokens.push(token);
			if (token.value) previous = lastCharacter(token.value);
			continue;
		}
		const sequence = chosen.get(item) || item.sequences[0];
		const marker = sequence.charAt(0);
		const next = items[index + 1];
		const outsideBefore = previous;
		const outsideAfter = firstCharacter(next === void 0 ? after : typeof next === "string" ? next : chosen.get(next) || next.sequences[0]);
		const inside = render(item.children, chosen, sequence, sequence);
		const head = inside[0].value;
		const open = encodeInfo(outsideBefore.charCodeAt(outsideBefore.length - 1), head.charCodeAt(0), marker);
		if (open.inside) encode(inside, true);
		const tail = lastCharacter(inside[inside.length - 1].value);
		const close = encodeInfo(outsideAfter.charCodeAt(0), tail.charCodeAt(tail.length - 1), marker);
		if (close.inside) encode(inside, false);
		if (open.outside && outsideBefore !== "\n" && outsideBefore !== "\r") encode(tokens, false);
		if (close.outside) encodeAfter = outsideAfter;
		tokens.push({
			value: sequence,
			attention: item
		}, ...inside, {
			value: sequence,
			attention: item
		});
		previous = sequence.charAt(sequence.length - 1);
	}
	return tokens;
}
/**
* Serialize phrasing with attention.
*
* Whether attention forms depends on everything around it.
* This checks that it does and tries other sequences if not.
*
* @param {Array<Item>} items
*   Phrasing items.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {string}
*   Serialized markdown.
*/
function serialize$1(items, before, after) {
	/** @type {Map<AttentionResult, string>} */
	const guessed = /* @__PURE__ */ new Map();
	guess(items, guessed, before, after);
	const tokens = (guessed.size > 0 ? fix(items, guessed, before, after) : void 0) || fix(items, /* @__PURE__ */ new Map(), before, after) || render(items, /* @__PURE__ */ new Map(), before, after);
	let result = "";
	for (const token of tokens) result += token.value;
	return result;
}

// node_modules/mdast-util-to-markdown/lib/handle/emphasis.js
/**
* @import {AttentionInfo, Info, State} from 'mdast-util-to-markdown'
* @import {Emphasis, Parents} from 'mdast'
*/
emphasis.attention = attention$1;
emphasis.peek = peek$1;
/**
* Serialize an emphasis node.
*
* Attention is properly handled by `containerPhrasing`.
*
* @param {Emphasis} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function emphasis(node, _, state, info) {
	const exit = state.enter("phrasing");
	const item = attentionItem(node, attention$1, state, state.createTracker(info));
	const value = item ? serialize$1([item], info.before, info.after) : "";
	exit();
	return value;
}
/**
* Serialize an emphasis node as attention.
*
* @param {Emphasis} _
*   Node to serialize.
* @param {State} state
*   Info passed around.
* @returns {AttentionInfo}
*   Info on how to serialize the node.
*/
function attention$1(_, state) {
	return {
		construct: "emphasis",
		markers: checkEmphasis(state) === "*" ? ["*", "_"] : ["_", "*"],
		sizes: [1]
	};
}
/**
* Peek at this node.
*
* @param {Emphasis} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Start of the serialized markdown.
*/
function peek$1(_, _1, state) {
	return state.options.emphasis || "*";
}

// node_modules/unist-util-visit-parents/lib/color.node.js
/**
* Color a string.
*
* @param {string} d
*   Value.
* @returns {string}
*   Colored value.
*/
function color(d) {
	return "\x1B[33m" + d + "\x1B[39m";
}

// node_modules/unist-util-visit-parents/lib/index.js
/**
* @import {Node as UnistNode, Parent as UnistParent} from 'unist'
*/
/**
* @typedef {Exclude<import('unist-util-is').Test, undefined> | undefined} Test
*   Test from `unist-util-is`.
*
*   Note: we have remove and add `undefined`, because otherwise when generating
*   automatic `.d.ts` files, TS tries to flatten paths from a local perspective,
*   which doesn’t work when publishing on npm.
*/
/**
* @typedef {(
*   Fn extends (value: any) => value is infer Thing
*   ? Thing
*   : Fallback
* )} Predicate
*   Get the value of a type guard `Fn`.
* @template Fn
*   Value; typically function that is a type guard (such as `(x): x is Y`).
* @template Fallback
*   Value to yield if `Fn` is not a type guard.
*/
/**
* @typedef {(
*   Check extends null | undefined // No test.
*   ? Value
*   : Value extends {type: Check} // String (type) test.
*   ? Value
*   : Value extends Check // Partial test.
*   ? Value
*   : Check extends Function // Function test.
*   ? Predicate<Check, Value> extends Value
*     ? Predicate<Check, Value>
*     : never
*   : never // Some other test?
* )} MatchesOne
*   Check whether a node matches a primitive check in the type system.
* @template Value
*   Value; typically unist `Node`.
* @template Check
*   Value; typically `unist-util-is`-compatible test, but not arrays.
*/
/**
* @typedef {(
*   Check extends ReadonlyArray<infer T>
*   ? MatchesOne<Value, T>
*   : Check extends Array<infer T>
*   ? MatchesOne<Value, T>
*   : MatchesOne<Value, Check>
* )} Matches
*   Check whether a node matches a check in the type system.
* @template Value
*   Value; typically unist `Node`.
* @template Check
*   Value; typically `unist-util-is`-compatible test.
*/
/**
* @typedef {0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10} Uint
*   Number; capped reasonably.
*/
/**
* @typedef {I extends 0 ? 1 : I extends 1 ? 2 : I extends 2 ? 3 : I extends 3 ? 4 : I extends 4 ? 5 : I extends 5 ? 6 : I extends 6 ? 7 : I extends 7 ? 8 : I extends 8 ? 9 : 10} Increment
*   Increment a number in the type system.
* @template {Uint} [I=0]
*   Index.
*/
/**
* @typedef {(
*   Node extends UnistParent
*   ? Node extends {children: Array<infer Children>}
*     ? Child extends Children ? Node : never
*     : never
*   : never
* )} InternalParent
*   Collect nodes that can be parents of `Child`.
* @template {UnistNode} Node
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {InternalParent<InclusiveDescendant<Tree>, Child>} Parent
*   Collect nodes in `Tree` that can be parents of `Child`.
* @template {UnistNode} Tree
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {(
*   Depth extends Max
*   ? never
*   :
*     | InternalParent<Node, Child>
*     | InternalAncestor<Node, InternalParent<Node, Child>, Max, Increment<Depth>>
* )} InternalAncestor
*   Collect nodes in `Tree` that can be ancestors of `Child`.
* @template {UnistNode} Node
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
* @template {Uint} [Max=10]
*   Max; searches up to this depth.
* @template {Uint} [Depth=0]
*   Current depth.
*/
/**
* @typedef {InternalAncestor<InclusiveDescendant<Tree>, Child>} Ancestor
*   Collect nodes in `Tree` that can be ancestors of `Child`.
* @template {UnistNode} Tree
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {(
*   Tree extends UnistParent
*     ? Depth extends Max
*       ? Tree
*       : Tree | InclusiveDescendant<Tree['children'][number], Max, Increment<Depth>>
*     : Tree
* )} InclusiveDescendant
*   Collect all (inclusive) descendants of `Tree`.
*
*   > 👉 **Note**: for performance reasons, this seems to be the fastest way to
*   > recurse without actually running into an infinite loop, which the
*   > previous version did.
*   >
*   > Practically, a max of `2` is typically enough assuming a `Root` is
*   > passed, but it doesn’t improve performance.
*   > It gets higher with `List > ListItem > Table > TableRow > TableCell`.
*   > Using up to `10` doesn’t hurt or help either.
* @template {UnistNode} Tree
*   Tree type.
* @template {Uint} [Max=10]
*   Max; searches up to this depth.
* @template {Uint} [Depth=0]
*   Current depth.
*/
/**
* @typedef {'skip' | boolean} Action
*   Union of the action types.
*
* @typedef {number} Index
*   Move to the sibling at `index` next (after node itself is completely
*   traversed).
*
*   Useful if mutating the tree, such as removing the node the visitor is
*   currently on, or any of its previous siblings.
*   Results less than 0 or greater than or equal to `children.length` stop
*   traversing the parent.
*
* @typedef {[(Action | null | undefined | void)?, (Index | null | undefined)?]} ActionTuple
*   List with one or two values, the first an action, the second an index.
*
* @typedef {Action | ActionTuple | Index | null | undefined | void} VisitorResult
*   Any value that can be returned from an enter visitor.
*
*   Like `VisitorResultExit`,
*   but `SKIP` can also be returned,
*   to not walk the children of the node,
*   and `ActionTuple` can be used to combine an action with an index.
*
* @typedef {Index | boolean | null | undefined | void} VisitorResultExit
*   Any value that can be returned from an exit visitor.
*/
/**
* @callback Visitor
*   Handle a node (matching `test`, if given) before its children.
*
*   Changes inside `node` are walked next.
*   Replacing or removing it is easier in `exit`.
*   When replacing or removing it here,
*   return `SKIP` (as otherwise its old children are walked),
*   or `[SKIP, index]` to continue with the node now at `index`.
*   Changing next siblings (in walk order) is fine;
*   changing previous siblings needs a new `Index`.
*   Removing an ancestor or changing its previous siblings is not supported.
* @param {Visited} node
*   Found node.
* @param {Array<VisitedParents>} ancestors
*   Ancestors of `node`.
* @param {number | undefined} index
*   Index of `node` in its parent (the last of `ancestors`),
*   or `undefined` for the tree itself.
* @returns {VisitorResult}
*   What to do next.
*
*   Like `VisitorExit`,
*   but `SKIP` can also be returned,
*   to not walk the children of `node`.
*   Passing a tuple back (`ActionTuple`) only makes sense as `[SKIP, Index]`.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [VisitedParents=UnistParent]
*   Ancestor type.
*/
/**
* @callback VisitorExit
*   Handle a node (matching `test`, if given) after its children.
*
*   Changes inside `node` are not walked,
*   which makes this a good place to change `node` based on its children,
*   or to replace or remove it.
*   When removing `node` or changing previous siblings (in walk order),
*   return a new `Index`.
*   Removing an ancestor or changing its previous siblings is not supported.
* @param {Visited} node
*   Found node.
* @param {Array<VisitedParents>} ancestors
*   Ancestors of `node`.
* @param {number | undefined} index
*   Index of `node` in its parent (the last of `ancestors`),
*   or `undefined` for the tree itself.
* @returns {VisitorResultExit}
*   What to do next.
*
*   `CONTINUE` (`true`, nothing) continues as normal,
*   `EXIT` (`false`) stops traversing,
*   and `Index` continues at that sibling.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [VisitedParents=UnistParent]
*   Ancestor type.
*/
/**
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [VisitedParents=UnistParent]
*   Ancestor type.
* @typedef Visitors
*   Handle nodes when entering and exiting them.
*   The `enter` visitor is optional while `exit` is required.
*
*   Pass an `enter` visitor directly to only handle nodes when entering them.
*
*   `enter` is called before children (if any) are walked and `exit` after that.
*   `exit` is still called when `enter` returns `SKIP`.
*   Both `enter` and `exit` are only called for nodes that match an optional `test`.
* @property {Visitor<Visited, VisitedParents> | null | undefined} [enter]
*   Handle a node before its children (optional).
* @property {VisitorExit<Visited, VisitedParents>} exit
*   Handle a node after its children.
*/
/**
* @typedef {Visitor<Matches<InclusiveDescendant<Tree>, Check>, Ancestor<Tree, Matches<InclusiveDescendant<Tree>, Check>>>} BuildVisitor
*   Build a typed `Visitor` function from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parents`.
* @template {UnistNode} [Tree=UnistNode]
*   Tree type.
* @template {Test} [Check=Test]
*   Test type.
*/
/**
* @typedef {Visitors<Matches<InclusiveDescendant<Tree>, Check>, Ancestor<Tree, Matches<InclusiveDescendant<Tree>, Check>>>} BuildVisitors
*   Build typed `Visitors` from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parents`.
* @template {UnistNode} [Tree=UnistNode]
*   Tree type.
* @template {Test} [Check=Test]
*   Test type.
*/
/** @type {Readonly<ActionTuple>} */
const empty = [];
/**
* Continue traversing as normal.
*/
const CONTINUE = true;
/**
* Stop traversing immediately.
*/
const EXIT = false;
/**
* Do not traverse this node’s children.
* Only works when entering a node.
*/
const SKIP = "skip";
/**
* Visit nodes, with ancestral information.
*
* This algorithm performs *depth-first* *tree traversal* in *preorder*
* (**NLR**) or if `reverse` is given,
* in *reverse preorder* (**NRL**).
* An `exit` visitor is called in *postorder* (**LRN**)
* or if `reverse` is given, in *reverse postorder* (**RLN**).
*
* You can choose which nodes are visited by passing a `test`.
* For complex tests, you should test yourself in a visitor, as it will be
* faster and will have improved type information.
*
* Walking the tree is an intensive task.
* Make use of the return values of the visitor when possible.
* Instead of walking a tree multiple times, walk it once, use `unist-util-is`
* to check if a node matches, and then perform different operations.
*
* You can change the tree.
* Changes inside a node made when entering it are walked,
* changes made when exiting it are not.
* See `Visitor` and `VisitorExit` for more info.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {Check} check
*   `unist-util-is`-compatible test.
* @param {BuildVisitor<Tree, Check>} enter
*   Handle each node when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {Check} check
*   `unist-util-is`-compatible test.
* @param {BuildVisitors<Tree, Check>} visitors
*   Handle each node when exiting it, and optionally when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {BuildVisitor<Tree>} enter
*   Handle each node when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {BuildVisitors<Tree>} visitors
*   Handle each node when exiting it, and optionally when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @param {UnistNode} tree
*   Tree to traverse.
* @param {Visitor | Visitors | Test} testOrEnterOrVisitors
*   `unist-util-is`-compatible test, `enter`, or `visitors`.
* @param {Visitor | Visitors | boolean | null | undefined} [enterOrVisitorsOrReverse]
*   `enter`, `visitors`, or `reverse` after a test.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @template {UnistNode} Tree
*   Node type.
* @template {Test} Check
*   `unist-util-is`-compatible test.
*/
function visitParents(tree, testOrEnterOrVisitors, enterOrVisitorsOrReverse, reverse) {
	if (!tree || typeof tree !== "object") throw new Error("Unexpected value `" + tree + "` for `tree`, expected node");
	let preorder = true;
	/** @type {Test} */
	let check;
	/** @type {Visitors | Visitor} */
	let visitors;
	/** @type {Visitor | null | undefined} */
	let enter;
	/** @type {VisitorExit | null | undefined} */
	let exit;
	if (typeof enterOrVisitorsOrReverse === "function" || enterOrVisitorsOrReverse && typeof enterOrVisitorsOrReverse === "object") {
		check = testOrEnterOrVisitors;
		visitors = enterOrVisitorsOrReverse;
		if (reverse) preorder = false;
	} else {
		visitors = testOrEnterOrVisitors;
		if (enterOrVisitorsOrReverse) preorder = false;
	}
	if (typeof visitors === "function") enter = visitors;
	else if (visitors && typeof visitors === "object") {
		if (visitors.enter === null || visitors.enter === void 0) {} else if (typeof visitors.enter === "function") enter = visitors.enter;
		else throw new Error("Unexpected value `" + visitors.enter + "` for `visitors.enter`, expected optional visitor");
		if (typeof visitors.exit === "function") exit = visitors.exit;
		else throw new Error("Unexpected value `" + visitors.exit + "` for `visitors.exit`, expected visitor (pass a visitor directly if you only want an enter visitor)");
	} else throw new Error("Unexpected value `" + visitors + "` for `enter` or `visitors`, expected visitor or object with visitors");
	const is = convert(check);
	const step = preorder ? 1 : -1;
	factory(tree, void 0, [])();
	/**
	* Create a function to visit a node.
	*
	* @param {UnistNode} node
	*   Node to visit.
	* @param {number | undefined} index
	*   Index of `node` in its parent.
	* @param {Array<UnistParent>} parents
	*   Ancestors of `node`.
	* @returns {() => Readonly<ActionTuple>}
	*   Visit `node`.
	*/
	function factory(node, index, parents) {
		const value = node && typeof node === "object" ? node : {};
		if (typeof value.type === "string") {
			const name = typeof value.tagName === "string" ? value.tagName : typeof value.name === "string" ? value.name : void 0;
			Object.defineProperty(visit, "name", { value: "node (" + color(node.type + (name ? "<" + name + ">" : "")) + ")" });
		}
		return visit;
		function visit() {
			const matches = !check || is(node, index, parents[parents.length - 1] || void 0);
			/** @type {Readonly<ActionTuple>} */
			let result = empty;
			if (enter && matches) {
				result = toResult(enter(node, parents, index));
				if (result[0] === false) return result;
			}
			if ("children" in node && node.children) {
				const nodeAsParent = node;
				if (nodeAsParent.children && result[0] !== "skip") {
					let offset = (preorder ? -1 : nodeAsParent.children.length) + step;
					const grandparents = [...parents, nodeAsParent];
					while (offset > -1 && offset < nodeAsParent.children.length) {
						const child = nodeAsParent.children[offset];
						const subresult = factory(child, offset, grandparents)();
						if (subresult[0] === false) return subresult;
						offset = typeof subresult[1] === "number" ? subresult[1] : offset + step;
					}
				}
			}
			if (exit && matches) {
				const exitResult = toResult(exit(node, parents, index));
				if (exitResult[0] === "skip") throw new Error("Unexpected value `" + exitResult[0] + "` from `exit`, expected `CONTINUE`, `EXIT`, index, or nothing");
				if (exitResult[0] === false || typeof exitResult[1] === "number") return exitResult;
			}
			return result;
		}
	}
}
/**
* Turn a return value into a clean result.
*
* @param {VisitorResult} value
*   Valid return values from visitors.
* @returns {Readonly<ActionTuple>}
*   Clean result.
*/
function toResult(value) {
	if (Array.isArray(value)) return value;
	if (typeof value === "number") return [true, value];
	return value === null || value === void 0 ? empty : [value];
}

// node_modules/unist-util-visit/lib/index.js
/**
* @import {Node as UnistNode, Parent as UnistParent} from 'unist'
* @import {
*   InclusiveDescendant,
*   Matches,
*   Visitors as ParentsVisitors,
*   VisitorResult,
*   VisitorResultExit
* } from 'unist-util-visit-parents'
*/
/**
* @typedef {Exclude<import('unist-util-is').Test, undefined> | undefined} Test
*   Test from `unist-util-is`.
*
*   Note: we have remove and add `undefined`, because otherwise when generating
*   automatic `.d.ts` files, TS tries to flatten paths from a local perspective,
*   which doesn’t work when publishing on npm.
*/
/**
* @typedef {(
*   Node extends UnistParent
*   ? Node extends {children: Array<infer Children>}
*     ? Child extends Children ? Node : never
*     : never
*   : never
* )} InternalParent
*   Collect nodes that can be parents of `Child`.
* @template {UnistNode} Node
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {InternalParent<InclusiveDescendant<Tree>, Child>} Parent
*   Collect nodes in `Tree` that can be parents of `Child`.
* @template {UnistNode} Tree
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @callback Visitor
*   Handle a node (matching `test`, if given) before its children.
*
*   Like `Visitor` in `unist-util-visit-parents`,
*   but with `index` and `parent` instead of `parents`.
* @param {Visited} node
*   Found node.
* @param {Visited extends UnistNode ? number | undefined : never} index
*   Index of `node` in `parent`,
*   or `undefined` for the tree itself.
* @param {Ancestor extends UnistParent ? Ancestor | undefined : never} parent
*   Parent of `node`,
*   or `undefined` for the tree itself.
* @returns {VisitorResult}
*   What to do next.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
*/
/**
* @callback VisitorExit
*   Handle a node (matching `test`, if given) after its children.
*
*   Like `VisitorExit` in `unist-util-visit-parents`,
*   but with `index` and `parent` instead of `parents`.
* @param {Visited} node
*   Found node.
* @param {Visited extends UnistNode ? number | undefined : never} index
*   Index of `node` in `parent`,
*   or `undefined` for the tree itself.
* @param {Ancestor extends UnistParent ? Ancestor | undefined : never} parent
*   Parent of `node`,
*   or `undefined` for the tree itself.
* @returns {VisitorResultExit}
*   What to do next.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
*/
/**
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
* @typedef Visitors
*   Handle nodes when entering and exiting them.
*
*   Like `Visitors` in `unist-util-visit-parents`.
* @property {Visitor<Visited, Ancestor> | null | undefined} [enter]
*   Handle a node before its children (optional).
* @property {VisitorExit<Visited, Ancestor>} exit
*   Handle a node after its children.
*/
/**
* @typedef {Visitor<Visited, Parent<Ancestor, Visited>>} BuildVisitorFromMatch
*   Build a typed `Visitor` function from a node and all possible parents.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} Visited
*   Node type.
* @template {UnistParent} Ancestor
*   Parent type.
*/
/**
* @typedef {(
*   BuildVisitorFromMatch<
*     Matches<Descendant, Check>,
*     Extract<Descendant, UnistParent>
*   >
* )} BuildVisitorFromDescendants
*   Build a typed `Visitor` function from a list of descendants and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} Descendant
*   Node type.
* @template {Test} Check
*   Test type.
*/
/**
* @typedef {(
*   BuildVisitorFromDescendants<
*     InclusiveDescendant<Tree>,
*     Check
*   >
* )} BuildVisitor
*   Build a typed `Visitor` function from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} [Tree=UnistNode]
*   Node type.
* @template {Test} [Check=Test]
*   Test type.
*/
/**
* @typedef {(
*   Visitors<
*     Matches<InclusiveDescendant<Tree>, Check>,
*     Parent<
*       Extract<InclusiveDescendant<Tree>, UnistParent>,
*       Matches<InclusiveDescendant<Tree>, Check>
*     >
*   >
* )} BuildVisitors
*   Build typed `Visitors` from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} [Tree=UnistNode]
*   Node type.
* @template {Test} [Check=Test]
*   Test type.
*/
/**
* Visit nodes.
*
* This algorithm performs *depth-first* *tree traversal* in *preorder*
* (**NLR**) or if `reverse` is given,
* in *reverse preorder* (**NRL**).
* An `exit` visitor is called in *postorder* (**LRN**)
* or if `reverse` is given, in *reverse postorder* (**RLN**).
*
* You can choose which nodes are visited by passing a `test`.
* For complex tests, you should test yourself in a visitor, as it will be
* faster and will have improved type information.
*
* Walking the tree is an intensive task.
* Make use of the return values of the visitor when possible.
* Instead of walking a tree multiple times, walk it once, use `unist-util-is`
* to check if a node matches, and then perform different operations.
*
* You can change the tree.
* Changes inside a node made when entering it are walked,
* changes made when exiting it are not.
* See `Visitor` and `VisitorExit` for more info.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {Check} check
*   `unist-util-is`-compatible test.
* @param {BuildVisitor<Tree, Check> | BuildVisitors<Tree, Check>} visitors
*   Handle each node when entering it,
*   or `{enter, exit}` to also handle it when exiting it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {BuildVisitor<Tree> | BuildVisitors<Tree>} visitors
*   Handle each node when entering it,
*   or `{enter, exit}` to also handle it when exiting it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @param {UnistNode} tree
*   Tree to traverse.
* @param {Visitor | Visitors | Test} testOrEnterOrVisitors
*   `unist-util-is`-compatible test, `enter`, or `visitors`.
* @param {Visitor | Visitors | boolean | null | undefined} [enterOrVisitorsOrReverse]
*   `enter`, `visitors`, or `reverse` after a test.
* @param {boolean | null | undefined} [maybeReverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @template {UnistNode} Tree
*   Node type.
* @template {Test} Check
*   `unist-util-is`-compatible test.
*/
function visit(tree, testOrEnterOrVisitors, enterOrVisitorsOrReverse, maybeReverse) {
	/** @type {Test} */
	let check;
	/** @type {Visitor | Visitors} */
	let visitors;
	/** @type {boolean | null | undefined} */
	let reverse;
	if (typeof enterOrVisitorsOrReverse === "function" || enterOrVisitorsOrReverse && typeof enterOrVisitorsOrReverse === "object") {
		check = testOrEnterOrVisitors;
		visitors = enterOrVisitorsOrReverse;
		reverse = maybeReverse;
	} else {
		visitors = testOrEnterOrVisitors;
		reverse = enterOrVisitorsOrReverse;
	}
	if (typeof visitors === "function") visitParents(tree, check, wrap(visitors), reverse);
	else visitParents(tree, check, wrapVisitors(visitors), reverse);
}
/**
* Turn `visit` visitors into `visitParents` visitors.
*
* @param {Visitors} visitors
*   Visitors for `visit`.
* @returns {ParentsVisitors}
*   Visitors for `visitParents`.
*/
function wrapVisitors(visitors) {
	if (!visitors || typeof visitors !== "object") return visitors;
	return {
		enter: typeof visitors.enter === "function" ? wrap(visitors.enter) : visitors.enter,
		exit: typeof visitors.exit === "function" ? wrap(visitors.exit) : visitors.exit
	};
}
/**
* Turn a `visit` visitor into a `visitParents` one.
*
* @template {VisitorResult} Result
*   Result type.
* @param {(node: UnistNode, index: number | undefined, parent: UnistParent | undefined) => Result} visitor
*   Visitor for `visit`.
* @returns {(node: UnistNode, parents: Array<UnistParent>, index: number | undefined) => Result}
*   Visitor for `visitParents`.
*/
function wrap(visitor) {
	return overload;
	/**
	* Call `visitor` with `index` and `parent` instead of `parents`.
	*
	* @param {UnistNode} node
	*   Visited node.
	* @param {Array<UnistParent>} parents
	*   Ancestors of `node`.
	* @param {number | undefined} index
	*   Index of `node` in its parent.
	* @returns {Result}
	*   What to do next.
	*/
	function overload(node, parents, index) {
		return visitor(node, index, parents[parents.length - 1]);
	}
}

// node_modules/mdast-util-to-string/lib/index.js
/**
* @typedef {import('mdast').Nodes} Nodes
*
* @typedef Options
*   Configuration (optional).
* @property {boolean | null | undefined} [includeImageAlt=true]
*   Whether to use `alt` for `image`s (default: `true`).
* @property {boolean | null | undefined} [includeHtml=true]
*   Whether to use `value` of HTML (default: `true`).
*/
/** @type {Options} */
const emptyOptions = {};
/**
* Get the text content of a node or list of nodes.
*
* Prefers the node’s plain-text fields, otherwise serializes its children,
* and if the given value is an array, serialize the nodes in it.
*
* @param {unknown} [value]
*   Thing to serialize, typically `Node`.
* @param {Options | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Serialized `value`.
*/
function toString(value, options) {
	const settings = options || emptyOptions;
	return one(value, typeof settings.includeImageAlt === "boolean" ? settings.includeImageAlt : true, typeof settings.includeHtml === "boolean" ? settings.includeHtml : true);
}
/**
* One node or several nodes.
*
* @param {unknown} value
*   Thing to serialize.
* @param {boolean} includeImageAlt
*   Include image `alt`s.
* @param {boolean} includeHtml
*   Include HTML.
* @returns {string}
*   Serialized node.
*/
function one(value, includeImageAlt, includeHtml) {
	if (node$1(value)) {
		if ("value" in value) return value.type === "html" && !includeHtml ? "" : value.value;
		if (includeImageAlt && "alt" in value && value.alt) return value.alt;
		if ("children" in value) return all(value.children, includeImageAlt, includeHtml);
	}
	if (Array.isArray(value)) return all(value, includeImageAlt, includeHtml);
	return "";
}
/**
* Serialize a list of nodes.
*
* @param {Array<unknown>} values
*   Thing to serialize.
* @param {boolean} includeImageAlt
*   Include image `alt`s.
* @param {boolean} includeHtml
*   Include HTML.
* @returns {string}
*   Serialized nodes.
*/
function all(values, includeImageAlt, includeHtml) {
	/** @type {Array<string>} */
	const result = [];
	let index = -1;
	while (++index < values.length) result[index] = one(values[index], includeImageAlt, includeHtml);
	return result.join("");
}
/**
* Check if `value` looks like a node.
*
* @param {unknown} value
*   Thing.
* @returns {value is Nodes}
*   Whether `value` is a node.
*/
function node$1(value) {
	return Boolean(value && typeof value === "object");
}

// node_modules/mdast-util-to-markdown/lib/util/format-heading-as-setext.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Heading} from 'mdast'
*/
/**
* Checks if a heading can be formatted as a setext heading.
*
* @param {Heading} node
*   Node to check.
* @param {State} state
*   Info passed around.
* @returns {boolean}
*   Whether the heading can be formatted as a setext heading.
*/
function formatHeadingAsSetext(node, state) {
	let literalWithBreak = false;
	visit(node, function(node) {
		if ("value" in node && /\r?\n|\r/.test(node.value) || node.type === "break") {
			literalWithBreak = true;
			return false;
		}
	});
	return Boolean((!node.depth || node.depth < 3) && toString(node) && (state.options.setext || literalWithBreak));
}

// node_modules/mdast-util-to-markdown/lib/handle/heading.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Heading, Parents} from 'mdast'
*/
/**
* Serialize a heading node.
*
* @param {Heading} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function heading(node, _, state, info) {
	const rank = Math.max(Math.min(6, node.depth || 1), 1);
	const tracker = state.createTracker(info);
	if (formatHeadingAsSetext(node, state)) {
		const exit = state.enter("headingSetext");
		const subexit = state.enter("phrasing");
		const value = state.containerPhrasing(node, {
			...tracker.current(),
			before: "\n",
			after: "\n"
		});
		subexit();
		exit();
		return value + "\n" + (rank === 1 ? "=" : "-").repeat(value.length - (Math.max(value.lastIndexOf("\r"), value.lastIndexOf("\n")) + 1));
	}
	const sequence = "#".repeat(rank);
	const exit = state.enter("headingAtx");
	const subexit = state.enter("phrasing");
	tracker.move(sequence + " ");
	let value = state.containerPhrasing(node, {
		before: "# ",
		after: "\n",
		...tracker.current()
	});
	const head = value.charCodeAt(0);
	if (head === 9 || head === 32) value = encodeCharacterReference(head) + value.slice(1);
	value = value ? sequence + " " + value : sequence;
	if (state.options.closeAtx) value += " " + sequence;
	subexit();
	exit();
	return value;
}

// node_modules/mdast-util-to-markdown/lib/handle/html.js
/**
* @import {Html} from 'mdast'
*/
html$1.peek = htmlPeek;
/**
* Serialize an HTML node.
*
* @param {Html} node
*   Node to serialize.
* @returns {string}
*   Serialized markdown.
*/
function html$1(node) {
	return node.value || "";
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function htmlPeek() {
	return "<";
}

// node_modules/mdast-util-to-markdown/lib/handle/image.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Image, Parents} from 'mdast'
*/
image.peek = imagePeek;
/**
* Serialize an image node.
*
* @param {Image} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function image(node, _, state, info) {
	const quote = checkQuote(state);
	const suffix = quote === "\"" ? "Quote" : "Apostrophe";
	const exit = state.enter("image");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("![");
	value += tracker.move(state.safe(node.alt, {
		before: value,
		after: "]",
		...tracker.current()
	}));
	value += tracker.move("](");
	subexit();
	if (!node.url && node.title || /[\0- \u007F]/.test(node.url)) {
		subexit = state.enter("destinationLiteral");
		value += tracker.move("<");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
	} else {
		subexit = state.enter("destinationRaw");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: node.title ? " " : ")",
			...tracker.current()
		}));
	}
	subexit();
	if (node.title) {
		subexit = state.enter(`title${suffix}`);
		value += tracker.move(" " + quote);
		value += tracker.move(state.safe(node.title, {
			before: value,
			after: quote,
			...tracker.current()
		}));
		value += tracker.move(quote);
		subexit();
	}
	value += tracker.move(")");
	exit();
	return value;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function imagePeek() {
	return "!";
}

// node_modules/mdast-util-to-markdown/lib/handle/image-reference.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {ImageReference, Parents} from 'mdast'
*/
imageReference.peek = imageReferencePeek;
/**
* Serialize an image reference node.
*
* @param {ImageReference} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function imageReference(node, _, state, info) {
	const type = node.referenceType;
	const exit = state.enter("imageReference");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("![");
	const alt = state.safe(node.alt, {
		before: value,
		after: "]",
		...tracker.current()
	});
	value += tracker.move(alt + "][");
	subexit();
	const stack = state.stack;
	state.stack = stack.filter(function(d) {
		return d !== "phrasing";
	});
	subexit = state.enter("reference");
	const reference = state.safe(state.associationId(node), {
		before: value,
		after: "]",
		...tracker.current()
	});
	subexit();
	state.stack = stack;
	exit();
	if (type === "full" || !alt || alt !== reference) value += tracker.move(reference + "]");
	else if (type === "shortcut") value = value.slice(0, -1);
	else value += tracker.move("]");
	return value;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function imageReferencePeek() {
	return "!";
}

// node_modules/mdast-util-to-markdown/lib/handle/inline-code.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {InlineCode, Parents} from 'mdast'
*/
inlineCode.peek = inlineCodePeek;
/**
* Serialize an inline code node.
*
* @param {InlineCode} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Serialized markdown.
*/
function inlineCode(node, _, state) {
	let value = node.value || "";
	let sequence = "`";
	let index = -1;
	while (new RegExp("(^|[^`])" + sequence + "([^`]|$)").test(value)) sequence += "`";
	if (/[^\n\r ]/.test(value) && (/^[\n\r ]/.test(value) && /[\n\r ]$/.test(value) || /^`|`$/.test(value))) value = " " + value + " ";
	while (++index < state.unsafe.length) {
		const pattern = state.unsafe[index];
		const expression = state.compilePattern(pattern);
		if (!pattern.atBreak) continue;
		/** @type {RegExpExecArray | null} */
		let match;
		while (match = expression.exec(value)) {
			let position = match.index;
			if (value.charCodeAt(position) === 10 && value.charCodeAt(position - 1) === 13) position--;
			value = value.slice(0, position) + " " + value.slice(match.index + 1);
		}
	}
	return sequence + value + sequence;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function inlineCodePeek() {
	return "`";
}

// node_modules/mdast-util-to-markdown/lib/util/format-link-as-autolink.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Link} from 'mdast'
*/
/**
* Checks if a link can be formatted as an autolink.
*
* @param {Link} node
*   Node to check.
* @param {State} state
*   Info passed around.
* @returns {boolean}
*   Whether the link can be formatted as an autolink.
*/
function formatLinkAsAutolink(node, state) {
	const raw = toString(node);
	return Boolean(!state.options.resourceLink && node.url && !node.title && node.children && node.children.length === 1 && node.children[0].type === "text" && (raw === node.url || "mailto:" + raw === node.url) && /^[a-z][+\-.a-z]+:/i.test(node.url) && !/[\0- <>\u007F]/.test(node.url));
}

// node_modules/mdast-util-to-markdown/lib/handle/link.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Link, Parents} from 'mdast'
* @import {Exit} from '../types.js'
*/
link.peek = linkPeek;
/**
* Serialize a link node.
*
* @param {Link} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function link(node, _, state, info) {
	const quote = checkQuote(state);
	const suffix = quote === "\"" ? "Quote" : "Apostrophe";
	const tracker = state.createTracker(info);
	if (formatLinkAsAutolink(node, state)) {
		const stack = state.stack;
		state.stack = stack.filter(function(d) {
			return d !== "phrasing";
		});
		const exit = state.enter("autolink");
		let value = tracker.move("<");
		value += tracker.move(state.containerPhrasing(node, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
		exit();
		state.stack = stack;
		return value;
	}
	const exit = state.enter("link");
	let subexit = state.enter("label");
	let value = tracker.move("[");
	const text = state.containerPhrasing(node, {
		before: value,
		after: "](",
		...tracker.current()
	});
	value += tracker.move(text);
	subexit();
	value += tracker.move("](");
	const enclose = /[\0- \u007F]/.test(node.url);
	const last = info.before.charAt(info.before.length - 1);
	let title = node.title || void 0;
	if (!title && !enclose && (last === "\n" || last === "\r")) {
		let index = 0;
		while (index < text.length && text.charCodeAt(index) !== 93) index += text.charCodeAt(index) === 92 ? 2 : 1;
		if (text.charCodeAt(index + 1) === 58) title = "";
	}
	if (!node.url && typeof title === "string" || enclose) {
		subexit = state.enter("destinationLiteral");
		value += tracker.move("<");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
	} else {
		subexit = state.enter("destinationRaw");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: typeof title === "string" ? " " : ")",
			...tracker.current()
		}));
	}
	subexit();
	if (typeof title === "string") {
		subexit = state.enter(`title${suffix}`);
		value += tracker.move(" " + quote);
		value += tracker.move(state.safe(title, {
			before: value,
			after: quote,
			...tracker.current()
		}));
		value += tracker.move(quote);
		subexit();
	}
	value += tracker.move(")");
	exit();
	return value;
}
/**
* Peek at this node.
*
* @param {Link} node
*   Node to peek at.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Start of the serialized markdown.
*/
function linkPeek(node, _, state) {
	return formatLinkAsAutolink(node, state) ? "<" : "[";
}

// node_modules/mdast-util-to-markdown/lib/handle/link-reference.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {LinkReference, Parents} from 'mdast'
*/
linkReference.peek = linkReferencePeek;
/**
* Serialize a link reference node.
*
* @param {LinkReference} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function linkReference(node, _, state, info) {
	const type = node.referenceType;
	const exit = state.enter("linkReference");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("[");
	const text = state.containerPhrasing(node, {
		before: value,
		after: "]",
		...tracker.current()
	});
	value += tracker.move(text + "][");
	subexit();
	const stack = state.stack;
	state.stack = stack.filter(function(d) {
		return d !== "phrasing";
	});
	subexit = state.enter("reference");
	const reference = state.safe(state.associationId(node), {
		before: value,
		after: "]",
		...tracker.current()
	});
	subexit();
	state.stack = stack;
	exit();
	if (type === "full" || !text || text !== reference) value += tracker.move(reference + "]");
	else if (type === "shortcut") value = value.slice(0, -1);
	else value += tracker.move("]");
	return value;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function linkReferencePeek() {
	return "[";
}

// node_modules/mdast-util-to-markdown/lib/util/check-bullet.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred list bullet option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['bullet'], null | undefined>}
*   Preferred list bullet.
*/
function checkBullet(state) {
	const marker = state.options.bullet || "*";
	if (marker !== "*" && marker !== "+" && marker !== "-") throw new Error("Cannot serialize items with `" + marker + "` for `options.bullet`, expected `*`, `+`, or `-`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/util/check-bullet-other.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred alternate list bullet option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['bullet'], null | undefined>}
*   Preferred alternate list bullet.
*/
function checkBulletOther(state) {
	const bullet = checkBullet(state);
	const bulletOther = state.options.bulletOther;
	if (!bulletOther) return bullet === "*" ? "-" : "*";
	if (bulletOther !== "*" && bulletOther !== "+" && bulletOther !== "-") throw new Error("Cannot serialize items with `" + bulletOther + "` for `options.bulletOther`, expected `*`, `+`, or `-`");
	if (bulletOther === bullet) throw new Error("Expected `bullet` (`" + bullet + "`) and `bulletOther` (`" + bulletOther + "`) to be different");
	return bulletOther;
}

// node_modules/mdast-util-to-markdown/lib/util/check-bullet-ordered.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred ordered list bullet option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['bulletOrdered'], null | undefined>}
*   Preferred ordered list bullet.
*/
function checkBulletOrdered(state) {
	const marker = state.options.bulletOrdered || ".";
	if (marker !== "." && marker !== ")") throw new Error("Cannot serialize items with `" + marker + "` for `options.bulletOrdered`, expected `.` or `)`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/util/check-rule.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred rule option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['rule'], null | undefined>}
*   Preferred rule marker.
*/
function checkRule(state) {
	const marker = state.options.rule || "*";
	if (marker !== "*" && marker !== "-" && marker !== "_") throw new Error("Cannot serialize rules with `" + marker + "` for `options.rule`, expected `*`, `-`, or `_`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/handle/list.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {List, Parents} from 'mdast'
*/
/**
* Serialize a list node.
*
* @param {List} node
*   Node to serialize.
* @param {Parents | undefined} parent
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function list(node, parent, state, info) {
	const exit = state.enter("list");
	const bulletCurrent = state.bulletCurrent;
	/** @type {string} */
	let bullet = node.ordered ? checkBulletOrdered(state) : checkBullet(state);
	/** @type {string} */
	const bulletOther = node.ordered ? bullet === "." ? ")" : "." : checkBulletOther(state);
	let useDifferentMarker = parent && state.bulletLastUsed ? bullet === state.bulletLastUsed : false;
	if (!node.ordered) {
		const firstListItem = node.children ? node.children[0] : void 0;
		if ((bullet === "*" || bullet === "-") && firstListItem && (!firstListItem.children || !firstListItem.children[0]) && state.stack[state.stack.length - 1] === "list" && state.stack[state.stack.length - 2] === "listItem" && state.stack[state.stack.length - 3] === "list" && state.stack[state.stack.length - 4] === "listItem" && state.indexStack[state.indexStack.length - 1] === 0 && state.indexStack[state.indexStack.length - 2] === 0 && state.indexStack[state.indexStack.length - 3] === 0) useDifferentMarker = true;
		if (checkRule(state) === bullet && firstListItem) {
			let index = -1;
			while (++index < node.children.length) {
				const item = node.children[index];
				if (item && item.type === "listItem" && item.children && item.children[0] && item.children[0].type === "thematicBreak") {
					useDifferentMarker = true;
					break;
				}
			}
		}
	}
	if (useDifferentMarker) bullet = bulletOther;
	state.bulletCurrent = bullet;
	const value = state.containerFlow(node, info);
	state.bulletLastUsed = bullet;
	state.bulletCurrent = bulletCurrent;
	exit();
	return value;
}

// node_modules/mdast-util-to-markdown/lib/util/check-list-item-indent.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred list item indent option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['listItemIndent'], null | undefined>}
*   Preferred list item indent.
*/
function checkListItemIndent(state) {
	const style = state.options.listItemIndent || "one";
	if (style !== "tab" && style !== "one" && style !== "mixed") throw new Error("Cannot serialize items with `" + style + "` for `options.listItemIndent`, expected `tab`, `one`, or `mixed`");
	return style;
}

// node_modules/mdast-util-to-markdown/lib/handle/list-item.js
/**
* @import {Info, Map, State} from 'mdast-util-to-markdown'
* @import {ListItem, Parents} from 'mdast'
*/
/**
* Serialize a list item node.
*
* @param {ListItem} node
*   Node to serialize.
* @param {Parents | undefined} parent
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function listItem(node, parent, state, info) {
	const listItemIndent = checkListItemIndent(state);
	let bullet = state.bulletCurrent || checkBullet(state);
	if (parent && parent.type === "list" && parent.ordered) bullet = (typeof parent.start === "number" && parent.start > -1 ? parent.start : 1) + (state.options.incrementListMarker === false ? 0 : parent.children.indexOf(node)) + bullet;
	let size = bullet.length + 1;
	if (listItemIndent === "tab" || listItemIndent === "mixed" && (parent && parent.type === "list" && parent.spread || node.spread)) size = Math.ceil(size / 4) * 4;
	const tracker = state.createTracker(info);
	tracker.move(bullet + " ".repeat(size - bullet.length));
	tracker.shift(size);
	const exit = state.enter("listItem");
	const value = state.indentLines(state.containerFlow(node, tracker.current()), map);
	exit();
	return value;
	/**
	* Indent lines of the list item.
	*
	* @type {Map}
	*/
	function map(line, index, blank) {
		if (index) return (blank ? "" : " ".repeat(size)) + line;
		return (blank ? bullet : bullet + " ".repeat(size - bullet.length)) + line;
	}
}

// node_modules/mdast-util-to-markdown/lib/handle/paragraph.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Paragraph, Parents} from 'mdast'
*/
/**
* Serialize a paragraph node.
*
* @param {Paragraph} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function paragraph(node, _, state, info) {
	const exit = state.enter("paragraph");
	const subexit = state.enter("phrasing");
	const value = state.containerPhrasing(node, info);
	subexit();
	exit();
	return value;
}

// node_modules/mdast-util-to-markdown/lib/handle/root.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Parents, Root} from 'mdast'
*/
/**
* Serialize a root node.
*
* @param {Root} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function root(node, _, state, info) {
	if (!node.children.some(function(d) {
		return phrasing$2(d);
	})) return state.containerFlow(node, info);
	const exit = state.enter("phrasing");
	const value = state.containerPhrasing(node, info);
	exit();
	return value;
}

// node_modules/mdast-util-to-markdown/lib/util/check-strong.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred strong option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['strong'], null | undefined>}
*   Preferred strong marker.
*/
function checkStrong(state) {
	const marker = state.options.strong || "*";
	if (marker !== "*" && marker !== "_") throw new Error("Cannot serialize strong with `" + marker + "` for `options.strong`, expected `*`, or `_`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/handle/strong.js
/**
* @import {AttentionInfo, Info, State} from 'mdast-util-to-markdown'
* @import {Parents, Strong} from 'mdast'
*/
strong.attention = attention;
strong.peek = peek;
/**
* Serialize a strong node.
*
* Attention is properly handled by `containerPhrasing`.
*
* @param {Strong} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function strong(node, _, state, info) {
	const exit = state.enter("phrasing");
	const item = attentionItem(node, attention, state, state.createTracker(info));
	const value = item ? serialize$1([item], info.before, info.after) : "";
	exit();
	return value;
}
/**
* Serialize a strong node as attention.
*
* @param {Strong} _
*   Node to serialize.
* @param {State} state
*   Info passed around.
* @returns {AttentionInfo}
*   Info on how to serialize the node.
*/
function attention(_, state) {
	return {
		construct: "strong",
		markers: checkStrong(state) === "*" ? ["*", "_"] : ["_", "*"],
		sizes: [2]
	};
}
/**
* Peek at this node.
*
* @param {Strong} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Start of the serialized markdown.
*/
function peek(_, _1, state) {
	return state.options.strong || "*";
}

// node_modules/mdast-util-to-markdown/lib/handle/text.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Parents, Text} from 'mdast'
*/
/**
* Serialize a text node.
*
* @param {Text} node
*   Node to serialize.
* @param {Parents | undefined} parent
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function text(node, parent, state, info) {
	/* c8 ignore next -- parent always passed */
	const siblings = parent ? parent.children : [];
	const index = state.indexStack[state.indexStack.length - 1];
	return state.safe(node.value, {
		...info,
		afterNode: siblings[index + 1],
		beforeNode: siblings[index - 1]
	});
}

// node_modules/mdast-util-to-markdown/lib/util/check-rule-repetition.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred rule repetition option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['ruleRepetition'], null | undefined>}
*   Preferred rule repetition.
*/
function checkRuleRepetition(state) {
	const repetition = state.options.ruleRepetition || 3;
	if (repetition < 3) throw new Error("Cannot serialize rules with repetition `" + repetition + "` for `options.ruleRepetition`, expected `3` or more");
	return repetition;
}

// node_modules/mdast-util-to-markdown/lib/handle/thematic-break.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Parents, ThematicBreak} from 'mdast'
*/
/**
* Serialize a thematic break node.
*
* @param {ThematicBreak} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Serialized markdown.
*/
function thematicBreak(_, _1, state) {
	const value = (checkRule(state) + (state.options.ruleSpaces ? " " : "")).repeat(checkRuleRepetition(state));
	return state.options.ruleSpaces ? value.slice(0, -1) : value;
}

// node_modules/mdast-util-to-markdown/lib/handle/index.js
/**
* Default (CommonMark) handlers.
*/
const handle = {
	blockquote,
	break: hardBreak,
	code: code$1,
	definition,
	emphasis,
	hardBreak,
	heading,
	html: html$1,
	image,
	imageReference,
	inlineCode,
	link,
	linkReference,
	list,
	listItem,
	paragraph,
	root,
	strong,
	text,
	thematicBreak
};

// node_modules/mdast-util-to-markdown/lib/join.js
/**
* @import {Join} from 'mdast-util-to-markdown'
*/
/** @type {Array<Join>} */
const join$1 = [joinDefaults];
/**
* Default join function.
*
* @type {Join}
*/
function joinDefaults(left, right, parent, state) {
	if (right.type === "code" && formatCodeAsIndented(right, state) && (left.type === "list" || left.type === right.type && formatCodeAsIndented(left, state))) return false;
	if ("spread" in parent && typeof parent.spread === "boolean") {
		if (parent.spread) return 1;
		if (left.type === "html") {
			const kind = htmlKind(left.value);
			if (kind === void 0 || kind === 6 || kind === 7) return 1;
		}
		if (left.type === "blockquote" && right.type === "blockquote") return 1;
		if ((left.type === "definition" || left.type === "paragraph") && right.type === "list" && (right.ordered && typeof right.start === "number" && right.start !== 1 || right.children.length > 0 && right.children[0].children.length === 0)) return 1;
		if (left.type === "paragraph" && right.type === "thematicBreak" && checkRule(state) === "-" && !state.options.ruleSpaces) return 1;
		let tail = left;
		while ((tail.type === "blockquote" || tail.type === "list" || tail.type === "listItem") && tail.children.length > 0) tail = tail.children[tail.children.length - 1];
		if (tail.type !== "definition" && tail.type !== "paragraph") return 0;
		if (right.type === "code" && formatCodeAsIndented(right, state)) return 1;
		if (right.type === "html") {
			const kind = htmlKind(right.value);
			if (kind === void 0 || kind === 7) return 1;
		}
		if ((left.type === "paragraph" || left !== tail) && (right.type === "definition" || right.type === "heading" && formatHeadingAsSetext(right, state) || right.type === "paragraph")) return 1;
		return 0;
	}
}

// node_modules/mdast-util-to-markdown/lib/unsafe.js
/**
* @import {ConstructName, Unsafe} from 'mdast-util-to-markdown'
*/
/**
* List of constructs that occur in phrasing (paragraphs, headings), but cannot
* contain things like attention (emphasis, strong), images, or links.
* So they sort of cancel each other out.
* Note: could use a better name.
*
* @type {Array<ConstructName>}
*/
const fullPhrasingSpans = [
	"autolink",
	"destinationLiteral",
	"destinationRaw",
	"reference",
	"titleQuote",
	"titleApostrophe"
];
/** @type {Array<Unsafe>} */
const unsafe = [
	{
		character: "	",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "	",
		before: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "	",
		inConstruct: ["codeFencedLangGraveAccent", "codeFencedLangTilde"]
	},
	{
		character: "\r",
		inConstruct: [
			"codeFencedLangGraveAccent",
			"codeFencedLangTilde",
			"codeFencedMetaGraveAccent",
			"codeFencedMetaTilde",
			"destinationLiteral",
			"headingAtx"
		]
	},
	{
		character: "\n",
		inConstruct: [
			"codeFencedLangGraveAccent",
			"codeFencedLangTilde",
			"codeFencedMetaGraveAccent",
			"codeFencedMetaTilde",
			"destinationLiteral",
			"headingAtx"
		]
	},
	{
		character: "\r",
		before: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "\r",
		after: "\\r",
		inConstruct: "phrasing"
	},
	{
		character: "\n",
		before: "\\n",
		inConstruct: "phrasing"
	},
	{
		character: "\n",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: " ",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: " ",
		before: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: " ",
		inConstruct: ["codeFencedLangGraveAccent", "codeFencedLangTilde"]
	},
	{
		character: "!",
		after: "\\[",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		character: "\"",
		inConstruct: "titleQuote"
	},
	{
		atBreak: true,
		character: "#"
	},
	{
		character: "#",
		inConstruct: "headingAtx",
		after: "(?:[\r\n]|$)"
	},
	{
		character: "&",
		after: "[#A-Za-z]",
		inConstruct: [
			"codeFencedLangGraveAccent",
			"codeFencedLangTilde",
			"codeFencedMetaGraveAccent",
			"codeFencedMetaTilde",
			"destinationLiteral",
			"destinationRaw",
			"phrasing",
			"titleApostrophe",
			"titleQuote"
		]
	},
	{
		character: "'",
		inConstruct: "titleApostrophe"
	},
	{
		character: "(",
		inConstruct: "destinationRaw"
	},
	{
		before: "\\]",
		character: "(",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		before: "\\d+",
		character: ")"
	},
	{
		character: ")",
		inConstruct: "destinationRaw"
	},
	{
		atBreak: true,
		character: "*",
		after: "(?:[ 	\r\n*])"
	},
	{
		character: "*",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		character: "+",
		after: "(?:[ 	\r\n])"
	},
	{
		atBreak: true,
		character: "-",
		after: "(?:[ 	\r\n-])"
	},
	{
		atBreak: true,
		before: "\\d+",
		character: ".",
		after: "(?:[ 	\r\n]|$)"
	},
	{
		atBreak: true,
		character: "<",
		after: "[!/?A-Za-z]"
	},
	{
		character: "<",
		after: "[!/?A-Za-z]",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		character: "<",
		inConstruct: "destinationLiteral"
	},
	{
		atBreak: true,
		character: "="
	},
	{
		atBreak: true,
		character: ">"
	},
	{
		character: ">",
		inConstruct: "destinationLiteral"
	},
	{
		atBreak: true,
		character: "["
	},
	{
		character: "[",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		character: "[",
		inConstruct: ["label", "reference"]
	},
	{
		character: "\\",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "]",
		inConstruct: ["label", "reference"]
	},
	{
		atBreak: true,
		character: "_"
	},
	{
		character: "_",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		character: "`"
	},
	{
		character: "`",
		inConstruct: ["codeFencedLangGraveAccent", "codeFencedMetaGraveAccent"]
	},
	{
		character: "`",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		character: "~"
	},
	{
		character: "<",
		inConstruct: "autolink"
	},
	{
		character: ">",
		inConstruct: "autolink"
	},
	{
		character: "",
		inConstruct: "autolink"
	}
];
let code = -1;
while (++code < 33) unsafe.push({
	character: String.fromCharCode(code),
	inConstruct: "autolink"
});

// node_modules/character-entities/index.js
/**
* Map of named character references.
*
* @type {Record<string, string>}
*/
const characterEntities = {
	AElig: "Æ",
	AMP: "&",
	Aacute: "Á",
	Abreve: "Ă",
	Acirc: "Â",
	Acy: "А",
	Afr: "𝔄",
	Agrave: "À",
	Alpha: "Α",
	Amacr: "Ā",
	And: "⩓",
	Aogon: "Ą",
	Aopf: "𝔸",
	ApplyFunction: "⁡",
	Aring: "Å",
	Ascr: "𝒜",
	Assign: "≔",
	Atilde: "Ã",
	Auml: "Ä",
	Backslash: "∖",
	Barv: "⫧",
	Barwed: "⌆",
	Bcy: "Б",
	Because: "∵",
	Bernoullis: "ℬ",
	Beta: "Β",
	Bfr: "𝔅",
	Bopf: "𝔹",
	Breve: "˘",
	Bscr: "ℬ",
	Bumpeq: "≎",
	CHcy: "Ч",
	COPY: "©",
	Cacute: "Ć",
	Cap: "⋒",
	CapitalDifferentialD: "ⅅ",
	Cayleys: "ℭ",
	Ccaron: "Č",
	Ccedil: "Ç",
	Ccirc: "Ĉ",
	Cconint: "∰",
	Cdot: "Ċ",
	Cedilla: "¸",
	CenterDot: "·",
	Cfr: "ℭ",
	Chi: "Χ",
	CircleDot: "⊙",
	CircleMinus: "⊖",
	CirclePlus: "⊕",
	CircleTimes: "⊗",
	ClockwiseContourIntegral: "∲",
	CloseCurlyDoubleQuote: "”",
	CloseCurlyQuote: "’",
	Colon: "∷",
	Colone: "⩴",
	Congruent: "≡",
	Conint: "∯",
	ContourIntegral: "∮",
	Copf: "ℂ",
	Coproduct: "∐",
	CounterClockwiseContourIntegral: "∳",
	Cross: "⨯",
	Cscr: "𝒞",
	Cup: "⋓",
	CupCap: "≍",
	DD: "ⅅ",
	DDotrahd: "⤑",
	DJcy: "Ђ",
	DScy: "Ѕ",
	DZcy: "Џ",
	Dagger: "‡",
	Darr: "↡",
	Dashv: "⫤",
	Dcaron: "Ď",
	Dcy: "Д",
	Del: "∇",
	Delta: "Δ",
	Dfr: "𝔇",
	DiacriticalAcute: "´",
	DiacriticalDot: "˙",
	DiacriticalDoubleAcute: "˝",
	DiacriticalGrave: "`",
	DiacriticalTilde: "˜",
	Diamond: "⋄",
	DifferentialD: "ⅆ",
	Dopf: "𝔻",
	Dot: "¨",
	DotDot: "⃜",
	DotEqual: "≐",
	DoubleContourIntegral: "∯",
	DoubleDot: "¨",
	DoubleDownArrow: "⇓",
	DoubleLeftArrow: "⇐",
	DoubleLeftRightArrow: "⇔",
	DoubleLeftTee: "⫤",
	DoubleLongLeftArrow: "⟸",
	DoubleLongLeftRightArrow: "⟺",
	DoubleLongRightArrow: "⟹",
	DoubleRightArrow: "⇒",
	DoubleRightTee: "⊨",
	DoubleUpArrow: "⇑",
	DoubleUpDownArrow: "⇕",
	DoubleVerticalBar: "∥",
	DownArrow: "↓",
	DownArrowBar: "⤓",
	DownArrowUpArrow: "⇵",
	DownBreve: "̑",
	DownLeftRightVector: "⥐",
	DownLeftTeeVector: "⥞",
	DownLeftVector: "↽",
	DownLeftVectorBar: "⥖",
	DownRightTeeVector: "⥟",
	DownRightVector: "⇁",
	DownRightVectorBar: "⥗",
	DownTee: "⊤",
	DownTeeArrow: "↧",
	Downarrow: "⇓",
	Dscr: "𝒟",
	Dstrok: "Đ",
	ENG: "Ŋ",
	ETH: "Ð",
	Eacute: "É",
	Ecaron: "Ě",
	Ecirc: "Ê",
	Ecy: "Э",
	Edot: "Ė",
	Efr: "𝔈",
	Egrave: "È",
	Element: "∈",
	Emacr: "Ē",
	EmptySmallSquare: "◻",
	EmptyVerySmallSquare: "▫",
	Eogon: "Ę",
	Eopf: "𝔼",
	Epsilon: "Ε",
	Equal: "⩵",
	EqualTilde: "≂",
	Equilibrium: "⇌",
	Escr: "ℰ",
	Esim: "⩳",
	Eta: "Η",
	Euml: "Ë",
	Exists: "∃",
	ExponentialE: "ⅇ",
	Fcy: "Ф",
	Ffr: "𝔉",
	FilledSmallSquare: "◼",
	FilledVerySmallSquare: "▪",
	Fopf: "𝔽",
	ForAll: "∀",
	Fouriertrf: "ℱ",
	Fscr: "ℱ",
	GJcy: "Ѓ",
	GT: ">",
	Gamma: "Γ",
	Gammad: "Ϝ",
	Gbreve: "Ğ",
	Gcedil: "Ģ",
	Gcirc: "Ĝ",
	Gcy: "Г",
	Gdot: "Ġ",
	Gfr: "𝔊",
	Gg: "⋙",
	Gopf: "𝔾",
	GreaterEqual: "≥",
	GreaterEqualLess: "⋛",
	GreaterFullEqual: "≧",
	GreaterGreater: "⪢",
	GreaterLess: "≷",
	GreaterSlantEqual: "⩾",
	GreaterTilde: "≳",
	Gscr: "𝒢",
	Gt: "≫",
	HARDcy: "Ъ",
	Hacek: "ˇ",
	Hat: "^",
	Hcirc: "Ĥ",
	Hfr: "ℌ",
	HilbertSpace: "ℋ",
	Hopf: "ℍ",
	HorizontalLine: "─",
	Hscr: "ℋ",
	Hstrok: "Ħ",
	HumpDownHump: "≎",
	HumpEqual: "≏",
	IEcy: "Е",
	IJlig: "Ĳ",
	IOcy: "Ё",
	Iacute: "Í",
	Icirc: "Î",
	Icy: "И",
	Idot: "İ",
	Ifr: "ℑ",
	Igrave: "Ì",
	Im: "ℑ",
	Imacr: "Ī",
	ImaginaryI: "ⅈ",
	Implies: "⇒",
	Int: "∬",
	Integral: "∫",
	Intersection: "⋂",
	InvisibleComma: "⁣",
	InvisibleTimes: "⁢",
	Iogon: "Į",
	Iopf: "𝕀",
	Iota: "Ι",
	Iscr: "ℐ",
	Itilde: "Ĩ",
	Iukcy: "І",
	Iuml: "Ï",
	Jcirc: "Ĵ",
	Jcy: "Й",
	Jfr: "𝔍",
	Jopf: "𝕁",
	Jscr: "𝒥",
	Jsercy: "Ј",
	Jukcy: "Є",
	KHcy: "Х",
	KJcy: "Ќ",
	Kappa: "Κ",
	Kcedil: "Ķ",
	Kcy: "К",
	Kfr: "𝔎",
	Kopf: "𝕂",
	Kscr: "𝒦",
	LJcy: "Љ",
	LT: "<",
	Lacute: "Ĺ",
	Lambda: "Λ",
	Lang: "⟪",
	Laplacetrf: "ℒ",
	Larr: "↞",
	Lcaron: "Ľ",
	Lcedil: "Ļ",
	Lcy: "Л",
	LeftAngleBracket: "⟨",
	LeftArrow: "←",
	LeftArrowBar: "⇤",
	LeftArrowRightArrow: "⇆",
	LeftCeiling: "⌈",
	LeftDoubleBracket: "⟦",
	LeftDownTeeVector: "⥡",
	LeftDownVector: "⇃",
	LeftDownVectorBar: "⥙",
	LeftFloor: "⌊",
	LeftRightArrow: "↔",
	LeftRightVector: "⥎",
	LeftTee: "⊣",
	LeftTeeArrow: "↤",
	LeftTeeVector: "⥚",
	LeftTriangle: "⊲",
	LeftTriangleBar: "⧏",
	LeftTriangleEqual: "⊴",
	LeftUpDownVector: "⥑",
	LeftUpTeeVector: "⥠",
	LeftUpVector: "↿",
	LeftUpVectorBar: "⥘",
	LeftVector: "↼",
	LeftVectorBar: "⥒",
	Leftarrow: "⇐",
	Leftrightarrow: "⇔",
	LessEqualGreater: "⋚",
	LessFullEqual: "≦",
	LessGreater: "≶",
	LessLess: "⪡",
	LessSlantEqual: "⩽",
	LessTilde: "≲",
	Lfr: "𝔏",
	Ll: "⋘",
	Lleftarrow: "⇚",
	Lmidot: "Ŀ",
	LongLeftArrow: "⟵",
	LongLeftRightArrow: "⟷",
	LongRightArrow: "⟶",
	Longleftarrow: "⟸",
	Longleftrightarrow: "⟺",
	Longrightarrow: "⟹",
	Lopf: "𝕃",
	LowerLeftArrow: "↙",
	LowerRightArrow: "↘",
	Lscr: "ℒ",
	Lsh: "↰",
	Lstrok: "Ł",
	Lt: "≪",
	Map: "⤅",
	Mcy: "М",
	MediumSpace: " ",
	Mellintrf: "ℳ",
	Mfr: "𝔐",
	MinusPlus: "∓",
	Mopf: "𝕄",
	Mscr: "ℳ",
	Mu: "Μ",
	NJcy: "Њ",
	Nacute: "Ń",
	Ncaron: "Ň",
	Ncedil: "Ņ",
	Ncy: "Н",
	NegativeMediumSpace: "​",
	NegativeThickSpace: "​",
	NegativeThinSpace: "​",
	NegativeVeryThinSpace: "​",
	NestedGreaterGreater: "≫",
	NestedLessLess: "≪",
	NewLine: "\n",
	Nfr: "𝔑",
	NoBreak: "⁠",
	NonBreakingSpace: "\xA0",
	Nopf: "ℕ",
	Not: "⫬",
	NotCongruent: "≢",
	NotCupCap: "≭",
	NotDoubleVerticalBar: "∦",
	NotElement: "∉",
	NotEqual: "≠",
	NotEqualTilde: "≂̸",
	NotExists: "∄",
	NotGreater: "≯",
	NotGreaterEqual: "≱",
	NotGreaterFullEqual: "≧̸",
	NotGreaterGreater: "≫̸",
	NotGreaterLess: "≹",
	NotGreaterSlantEqual: "⩾̸",
	NotGreaterTilde: "≵",
	NotHumpDownHump: "≎̸",
	NotHumpEqual: "≏̸",
	NotLeftTriangle: "⋪",
	NotLeftTriangleBar: "⧏̸",
	NotLeftTriangleEqual: "⋬",
	NotLess: "≮",
	NotLessEqual: "≰",
	NotLessGreater: "≸",
	NotLessLess: "≪̸",
	NotLessSlantEqual: "⩽̸",
	NotLessTilde: "≴",
	NotNestedGreaterGreater: "⪢̸",
	NotNestedLessLess: "⪡̸",
	NotPrecedes: "⊀",
	NotPrecedesEqual: "⪯̸",
	NotPrecedesSlantEqual: "⋠",
	NotReverseElement: "∌",
	NotRightTriangle: "⋫",
	NotRightTriangleBar: "⧐̸",
	NotRightTriangleEqual: "⋭",
	NotSquareSubset: "⊏̸",
	NotSquareSubsetEqual: "⋢",
	NotSquareSuperset: "⊐̸",
	NotSquareSupersetEqual: "⋣",
	NotSubset: "⊂⃒",
	NotSubsetEqual: "⊈",
	NotSucceeds: "⊁",
	NotSucceedsEqual: "⪰̸",
	NotSucceedsSlantEqual: "⋡",
	NotSucceedsTilde: "≿̸",
	NotSuperset: "⊃⃒",
	NotSupersetEqual: "⊉",
	NotTilde: "≁",
	NotTildeEqual: "≄",
	NotTildeFullEqual: "≇",
	NotTildeTilde: "≉",
	NotVerticalBar: "∤",
	Nscr: "𝒩",
	Ntilde: "Ñ",
	Nu: "Ν",
	OElig: "Œ",
	Oacute: "Ó",
	Ocirc: "Ô",
	Ocy: "О",
	Odblac: "Ő",
	Ofr: "𝔒",
	Ograve: "Ò",
	Omacr: "Ō",
	Omega: "Ω",
	Omicron: "Ο",
	Oopf: "𝕆",
	OpenCurlyDoubleQuote: "“",
	OpenCurlyQuote: "‘",
	Or: "⩔",
	Oscr: "𝒪",
	Oslash: "Ø",
	Otilde: "Õ",
	Otimes: "⨷",
	Ouml: "Ö",
	OverBar: "‾",
	OverBrace: "⏞",
	OverBracket: "⎴",
	OverParenthesis: "⏜",
	PartialD: "∂",
	Pcy: "П",
	Pfr: "𝔓",
	Phi: "Φ",
	Pi: "Π",
	PlusMinus: "±",
	Poincareplane: "ℌ",
	Popf: "ℙ",
	Pr: "⪻",
	Precedes: "≺",
	PrecedesEqual: "⪯",
	PrecedesSlantEqual: "≼",
	PrecedesTilde: "≾",
	Prime: "″",
	Product: "∏",
	Proportion: "∷",
	Proportional: "∝",
	Pscr: "𝒫",
	Psi: "Ψ",
	QUOT: "\"",
	Qfr: "𝔔",
	Qopf: "ℚ",
	Qscr: "𝒬",
	RBarr: "⤐",
	REG: "®",
	Racute: "Ŕ",
	Rang: "⟫",
	Rarr: "↠",
	Rarrtl: "⤖",
	Rcaron: "Ř",
	Rcedil: "Ŗ",
	Rcy: "Р",
	Re: "ℜ",
	ReverseElement: "∋",
	ReverseEquilibrium: "⇋",
	ReverseUpEquilibrium: "⥯",
	Rfr: "ℜ",
	Rho: "Ρ",
	RightAngleBracket: "⟩",
	RightArrow: "→",
	RightArrowBar: "⇥",
	RightArrowLeftArrow: "⇄",
	RightCeiling: "⌉",
	RightDoubleBracket: "⟧",
	RightDownTeeVector: "⥝",
	RightDownVector: "⇂",
	RightDownVectorBar: "⥕",
	RightFloor: "⌋",
	RightTee: "⊢",
	RightTeeArrow: "↦",
	RightTeeVector: "⥛",
	RightTriangle: "⊳",
	RightTriangleBar: "⧐",
	RightTriangleEqual: "⊵",
	RightUpDownVector: "⥏",
	RightUpTeeVector: "⥜",
	RightUpVector: "↾",
	RightUpVectorBar: "⥔",
	RightVector: "⇀",
	RightVectorBar: "⥓",
	Rightarrow: "⇒",
	Ropf: "ℝ",
	RoundImplies: "⥰",
	Rrightarrow: "⇛",
	Rscr: "ℛ",
	Rsh: "↱",
	RuleDelayed: "⧴",
	SHCHcy: "Щ",
	SHcy: "Ш",
	SOFTcy: "Ь",
	Sacute: "Ś",
	Sc: "⪼",
	Scaron: "Š",
	Scedil: "Ş",
	Scirc: "Ŝ",
	Scy: "С",
	Sfr: "𝔖",
	ShortDownArrow: "↓",
	ShortLeftArrow: "←",
	ShortRightArrow: "→",
	ShortUpArrow: "↑",
	Sigma: "Σ",
	SmallCircle: "∘",
	Sopf: "𝕊",
	Sqrt: "√",
	Square: "□",
	SquareIntersection: "⊓",
	SquareSubset: "⊏",
	SquareSubsetEqual: "⊑",
	SquareSuperset: "⊐",
	SquareSupersetEqual: "⊒",
	SquareUnion: "⊔",
	Sscr: "𝒮",
	Star: "⋆",
	Sub: "⋐",
	Subset: "⋐",
	SubsetEqual: "⊆",
	Succeeds: "≻",
	SucceedsEqual: "⪰",
	SucceedsSlantEqual: "≽",
	SucceedsTilde: "≿",
	SuchThat: "∋",
	Sum: "∑",
	Sup: "⋑",
	Superset: "⊃",
	SupersetEqual: "⊇",
	Supset: "⋑",
	THORN: "Þ",
	TRADE: "™",
	TSHcy: "Ћ",
	TScy: "Ц",
	Tab: "	",
	Tau: "Τ",
	Tcaron: "Ť",
	Tcedil: "Ţ",
	Tcy: "Т",
	Tfr: "𝔗",
	Therefore: "∴",
	Theta: "Θ",
	ThickSpace: "  ",
	ThinSpace: " ",
	Tilde: "∼",
	TildeEqual: "≃",
	TildeFullEqual: "≅",
	TildeTilde: "≈",
	Topf: "𝕋",
	TripleDot: "⃛",
	Tscr: "𝒯",
	Tstrok: "Ŧ",
	Uacute: "Ú",
	Uarr: "↟",
	Uarrocir: "⥉",
	Ubrcy: "Ў",
	Ubreve: "Ŭ",
	Ucirc: "Û",
	Ucy: "У",
	Udblac: "Ű",
	Ufr: "𝔘",
	Ugrave: "Ù",
	Umacr: "Ū",
	UnderBar: "_",
	UnderBrace: "⏟",
	UnderBracket: "⎵",
	UnderParenthesis: "⏝",
	Union: "⋃",
	UnionPlus: "⊎",
	Uogon: "Ų",
	Uopf: "𝕌",
	UpArrow: "↑",
	UpArrowBar: "⤒",
	UpArrowDownArrow: "⇅",
	UpDownArrow: "↕",
	UpEquilibrium: "⥮",
	UpTee: "⊥",
	UpTeeArrow: "↥",
	Uparrow: "⇑",
	Updownarrow: "⇕",
	UpperLeftArrow: "↖",
	UpperRightArrow: "↗",
	Upsi: "ϒ",
	Upsilon: "Υ",
	Uring: "Ů",
	Uscr: "𝒰",
	Utilde: "Ũ",
	Uuml: "Ü",
	VDash: "⊫",
	Vbar: "⫫",
	Vcy: "В",
	Vdash: "⊩",
	Vdashl: "⫦",
	Vee: "⋁",
	Verbar: "‖",
	Vert: "‖",
	VerticalBar: "∣",
	VerticalLine: "|",
	VerticalSeparator: "❘",
	VerticalTilde: "≀",
	VeryThinSpace: " ",
	Vfr: "𝔙",
	Vopf: "𝕍",
	Vscr: "𝒱",
	Vvdash: "⊪",
	Wcirc: "Ŵ",
	Wedge: "⋀",
	Wfr: "𝔚",
	Wopf: "𝕎",
	Wscr: "𝒲",
	Xfr: "𝔛",
	Xi: "Ξ",
	Xopf: "𝕏",
	Xscr: "𝒳",
	YAcy: "Я",
	YIcy: "Ї",
	YUcy: "Ю",
	Yacute: "Ý",
	Ycirc: "Ŷ",
	Ycy: "Ы",
	Yfr: "𝔜",
	Yopf: "𝕐",
	Yscr: "𝒴",
	Yuml: "Ÿ",
	ZHcy: "Ж",
	Zacute: "Ź",
	Zcaron: "Ž",
	Zcy: "З",
	Zdot: "Ż",
	ZeroWidthSpace: "​",
	Zeta: "Ζ",
	Zfr: "ℨ",
	Zopf: "ℤ",
	Zscr: "𝒵",
	aacute: "á",
	abreve: "ă",
	ac: "∾",
	acE: "∾̳",
	acd: "∿",
	acirc: "â",
	acute: "´",
	acy: "а",
	aelig: "æ",
	af: "⁡",
	afr: "𝔞",
	agrave: "à",
	alefsym: "ℵ",
	aleph: "ℵ",
	alpha: "α",
	amacr: "ā",
	amalg: "⨿",
	amp: "&",
	and: "∧",
	andand: "⩕",
	andd: "⩜",
	andslope: "⩘",
	andv: "⩚",
	ang: "∠",
	ange: "⦤",
	angle: "∠",
	angmsd: "∡",
	angmsdaa: "⦨",
	angmsdab: "⦩",
	angmsdac: "⦪",
	angmsdad: "⦫",
	angmsdae: "⦬",
	angmsdaf: "⦭",
	angmsdag: "⦮",
	angmsdah: "⦯",
	angrt: "∟",
	angrtvb: "⊾",
	angrtvbd: "⦝",
	angsph: "∢",
	angst: "Å",
	angzarr: "⍼",
	aogon: "ą",
	aopf: "𝕒",
	ap: "≈",
	apE: "⩰",
	apacir: "⩯",
	ape: "≊",
	apid: "≋",
	apos: "'",
	approx: "≈",
	approxeq: "≊",
	aring: "å",
	ascr: "𝒶",
	ast: "*",
	asymp: "≈",
	asympeq: "≍",
	atilde: "ã",
	auml: "ä",
	awconint: "∳",
	awint: "⨑",
	bNot: "⫭",
	backcong: "≌",
	backepsilon: "϶",
	backprime: "‵",
	backsim: "∽",
	backsimeq: "⋍",
	barvee: "⊽",
	barwed: "⌅",
	barwedge: "⌅",
	bbrk: "⎵",
	bbrktbrk: "⎶",
	bcong: "≌",
	bcy: "б",
	bdquo: "„",
	becaus: "∵",
	because: "∵",
	bemptyv: "⦰",
	bepsi: "϶",
	bernou: "ℬ",
	beta: "β",
	beth: "ℶ",
	between: "≬",
	bfr: "𝔟",
	bigcap: "⋂",
	bigcirc: "◯",
	bigcup: "⋃",
	bigodot: "⨀",
	bigoplus: "⨁",
	bigotimes: "⨂",
	bigsqcup: "⨆",
	bigstar: "★",
	bigtriangledown: "▽",
	bigtriangleup: "△",
	biguplus: "⨄",
	bigvee: "⋁",
	bigwedge: "⋀",
	bkarow: "⤍",
	blacklozenge: "⧫",
	blacksquare: "▪",
	blacktriangle: "▴",
	blacktriangledown: "▾",
	blacktriangleleft: "◂",
	blacktriangleright: "▸",
	blank: "␣",
	blk12: "▒",
	blk14: "░",
	blk34: "▓",
	block: "█",
	bne: "=⃥",
	bnequiv: "≡⃥",
	bnot: "⌐",
	bopf: "𝕓",
	bot: "⊥",
	bottom: "⊥",
	bowtie: "⋈",
	boxDL: "╗",
	boxDR: "╔",
	boxDl: "╖",
	boxDr: "╓",
	boxH: "═",
	boxHD: "╦",
	boxHU: "╩",
	boxHd: "╤",
	boxHu: "╧",
	boxUL: "╝",
	boxUR: "╚",
	boxUl: "╜",
	boxUr: "╙",
	boxV: "║",
	boxVH: "╬",
	boxVL: "╣",
	boxVR: "╠",
	boxVh: "╫",
	boxVl: "╢",
	boxVr: "╟",
	boxbox: "⧉",
	boxdL: "╕",
	boxdR: "╒",
	boxdl: "┐",
	boxdr: "┌",
	boxh: "─",
	boxhD: "╥",
	boxhU: "╨",
	boxhd: "┬",
	boxhu: "┴",
	boxminus: "⊟",
	boxplus: "⊞",
	boxtimes: "⊠",
	boxuL: "╛",
	boxuR: "╘",
	boxul: "┘",
	boxur: "└",
	boxv: "│",
	boxvH: "╪",
	boxvL: "╡",
	boxvR: "╞",
	boxvh: "┼",
	boxvl: "┤",
	boxvr: "├",
	bprime: "‵",
	breve: "˘",
	brvbar: "¦",
	bscr: "𝒷",
	bsemi: "⁏",
	bsim: "∽",
	bsime: "⋍",
	bsol: "\\",
	bsolb: "⧅",
	bsolhsub: "⟈",
	bull: "•",
	bullet: "•",
	bump: "≎",
	bumpE: "⪮",
	bumpe: "≏",
	bumpeq: "≏",
	cacute: "ć",
	cap: "∩",
	capand: "⩄",
	capbrcup: "⩉",
	capcap: "⩋",
	capcup: "⩇",
	capdot: "⩀",
	caps: "∩︀",
	caret: "⁁",
	caron: "ˇ",
	ccaps: "⩍",
	ccaron: "č",
	ccedil: "ç",
	ccirc: "ĉ",
	ccups: "⩌",
	ccupssm: "⩐",
	cdot: "ċ",
	cedil: "¸",
	cemptyv: "⦲",
	cent: "¢",
	centerdot: "·",
	cfr: "𝔠",
	chcy: "ч",
	check: "✓",
	checkmark: "✓",
	chi: "χ",
	cir: "○",
	cirE: "⧃",
	circ: "ˆ",
	circeq: "≗",
	circlearrowleft: "↺",
	circlearrowright: "↻",
	circledR: "®",
	circledS: "Ⓢ",
	circledast: "⊛",
	circledcirc: "⊚",
	circleddash: "⊝",
	cire: "≗",
	cirfnint: "⨐",
	cirmid: "⫯",
	cirscir: "⧂",
	clubs: "♣",
	clubsuit: "♣",
	colon: ":",
	colone: "≔",
	coloneq: "≔",
	comma: ",",
	commat: "@",
	comp: "∁",
	compfn: "∘",
	complement: "∁",
	complexes: "ℂ",
	cong: "≅",
	congdot: "⩭",
	conint: "∮",
	copf: "𝕔",
	coprod: "∐",
	copy: "©",
	copysr: "℗",
	crarr: "↵",
	cross: "✗",
	cscr: "𝒸",
	csub: "⫏",
	csube: "⫑",
	csup: "⫐",
	csupe: "⫒",
	ctdot: "⋯",
	cudarrl: "⤸",
	cudarrr: "⤵",
	cuepr: "⋞",
	cuesc: "⋟",
	cularr: "↶",
	cularrp: "⤽",
	cup: "∪",
	cupbrcap: "⩈",
	cupcap: "⩆",
	cupcup: "⩊",
	cupdot: "⊍",
	cupor: "⩅",
	cups: "∪︀",
	curarr: "↷",
	curarrm: "⤼",
	curlyeqprec: "⋞",
	curlyeqsucc: "⋟",
	curlyvee: "⋎",
	curlywedge: "⋏",
	curren: "¤",
	curvearrowleft: "↶",
	curvearrowright: "↷",
	cuvee: "⋎",
	cuwed: "⋏",
	cwconint: "∲",
	cwint: "∱",
	cylcty: "⌭",
	dArr: "⇓",
	dHar: "⥥",
	dagger: "†",
	daleth: "ℸ",
	darr: "↓",
	dash: "‐",
	dashv: "⊣",
	dbkarow: "⤏",
	dblac: "˝",
	dcaron: "ď",
	dcy: "д",
	dd: "ⅆ",
	ddagger: "‡",
	ddarr: "⇊",
	ddotseq: "⩷",
	deg: "°",
	delta: "δ",
	demptyv: "⦱",
	dfisht: "⥿",
	dfr: "𝔡",
	dharl: "⇃",
	dharr: "⇂",
	diam: "⋄",
	diamond: "⋄",
	diamondsuit: "♦",
	diams: "♦",
	die: "¨",
	digamma: "ϝ",
	disin: "⋲",
	div: "÷",
	divide: "÷",
	divideontimes: "⋇",
	divonx: "⋇",
	djcy: "ђ",
	dlcorn: "⌞",
	dlcrop: "⌍",
	dollar: "$",
	dopf: "𝕕",
	dot: "˙",
	doteq: "≐",
	doteqdot: "≑",
	dotminus: "∸",
	dotplus: "∔",
	dotsquare: "⊡",
	doublebarwedge: "⌆",
	downarrow: "↓",
	downdownarrows: "⇊",
	downharpoonleft: "⇃",
	downharpoonright: "⇂",
	drbkarow: "⤐",
	drcorn: "⌟",
	drcrop: "⌌",
	dscr: "𝒹",
	dscy: "ѕ",
	dsol: "⧶",
	dstrok: "đ",
	dtdot: "⋱",
	dtri: "▿",
	dtrif: "▾",
	duarr: "⇵",
	duhar: "⥯",
	dwangle: "⦦",
	dzcy: "џ",
	dzigrarr: "⟿",
	eDDot: "⩷",
	eDot: "≑",
	eacute: "é",
	easter: "⩮",
	ecaron: "ě",
	ecir: "≖",
	ecirc: "ê",
	ecolon: "≕",
	ecy: "э",
	edot: "ė",
	ee: "ⅇ",
	efDot: "≒",
	efr: "𝔢",
	eg: "⪚",
	egrave: "è",
	egs: "⪖",
	egsdot: "⪘",
	el: "⪙",
	elinters: "⏧",
	ell: "ℓ",
	els: "⪕",
	elsdot: "⪗",
	emacr: "ē",
	empty: "∅",
	emptyset: "∅",
	emptyv: "∅",
	emsp13: " ",
	emsp14: " ",
	emsp: " ",
	eng: "ŋ",
	ensp: " ",
	eogon: "ę",
	eopf: "𝕖",
	epar: "⋕",
	eparsl: "⧣",
	eplus: "⩱",
	epsi: "ε",
	epsilon: "ε",
	epsiv: "ϵ",
	eqcirc: "≖",
	eqcolon: "≕",
	eqsim: "≂",
	eqslantgtr: "⪖",
	eqslantless: "⪕",
	equals: "=",
	equest: "≟",
	equiv: "≡",
	equivDD: "⩸",
	eqvparsl: "⧥",
	erDot: "≓",
	erarr: "⥱",
	escr: "ℯ",
	esdot: "≐",
	esim: "≂",
	eta: "η",
	eth: "ð",
	euml: "ë",
	euro: "€",
	excl: "!",
	exist: "∃",
	expectation: "ℰ",
	exponentiale: "ⅇ",
	fallingdotseq: "≒",
	fcy: "ф",
	female: "♀",
	ffilig: "ﬃ",
	fflig: "ﬀ",
	ffllig: "ﬄ",
	ffr: "𝔣",
	filig: "ﬁ",
	fjlig: "fj",
	flat: "♭",
	fllig: "ﬂ",
	fltns: "▱",
	fnof: "ƒ",
	fopf: "𝕗",
	forall: "∀",
	fork: "⋔",
	forkv: "⫙",
	fpartint: "⨍",
	frac12: "½",
	frac13: "⅓",
	frac14: "¼",
	frac15: "⅕",
	frac16: "⅙",
	frac18: "⅛",
	frac23: "⅔",
	frac25: "⅖",
	frac34: "¾",
	frac35: "⅗",
	frac38: "⅜",
	frac45: "⅘",
	frac56: "⅚",
	frac58: "⅝",
	frac78: "⅞",
	frasl: "⁄",
	frown: "⌢",
	fscr: "𝒻",
	gE: "≧",
	gEl: "⪌",
	gacute: "ǵ",
	gamma: "γ",
	gammad: "ϝ",
	gap: "⪆",
	gbreve: "ğ",
	gcirc: "ĝ",
	gcy: "г",
	gdot: "ġ",
	ge: "≥",
	gel: "⋛",
	geq: "≥",
	geqq: "≧",
	geqslant: "⩾",
	ges: "⩾",
	gescc: "⪩",
	gesdot: "⪀",
	gesdoto: "⪂",
	gesdotol: "⪄",
	gesl: "⋛︀",
	gesles: "⪔",
	gfr: "𝔤",
	gg: "≫",
	ggg: "⋙",
	gimel: "ℷ",
	gjcy: "ѓ",
	gl: "≷",
	glE: "⪒",
	gla: "⪥",
	glj: "⪤",
	gnE: "≩",
	gnap: "⪊",
	gnapprox: "⪊",
	gne: "⪈",
	gneq: "⪈",
	gneqq: "≩",
	gnsim: "⋧",
	gopf: "𝕘",
	grave: "`",
	gscr: "ℊ",
	gsim: "≳",
	gsime: "⪎",
	gsiml: "⪐",
	gt: ">",
	gtcc: "⪧",
	gtcir: "⩺",
	gtdot: "⋗",
	gtlPar: "⦕",
	gtquest: "⩼",
	gtrapprox: "⪆",
	gtrarr: "⥸",
	gtrdot: "⋗",
	gtreqless: "⋛",
	gtreqqless: "⪌",
	gtrless: "≷",
	gtrsim: "≳",
	gvertneqq: "≩︀",
	gvnE: "≩︀",
	hArr: "⇔",
	hairsp: " ",
	half: "½",
	hamilt: "ℋ",
	hardcy: "ъ",
	harr: "↔",
	harrcir: "⥈",
	harrw: "↭",
	hbar: "ℏ",
	hcirc: "ĥ",
	hearts: "♥",
	heartsuit: "♥",
	hellip: "…",
	hercon: "⊹",
	hfr: "𝔥",
	hksearow: "⤥",
	hkswarow: "⤦",
	hoarr: "⇿",
	homtht: "∻",
	hookleftarrow: "↩",
	hookrightarrow: "↪",
	hopf: "𝕙",
	horbar: "―",
	hscr: "𝒽",
	hslash: "ℏ",
	hstrok: "ħ",
	hybull: "⁃",
	hyphen: "‐",
	iacute: "í",
	ic: "⁣",
	icirc: "î",
	icy: "и",
	iecy: "е",
	iexcl: "¡",
	iff: "⇔",
	ifr: "𝔦",
	igrave: "ì",
	ii: "ⅈ",
	iiiint: "⨌",
	iiint: "∭",
	iinfin: "⧜",
	iiota: "℩",
	ijlig: "ĳ",
	imacr: "ī",
	image: "ℑ",
	imagline: "ℐ",
	imagpart: "ℑ",
	imath: "ı",
	imof: "⊷",
	imped: "Ƶ",
	in: "∈",
	incare: "℅",
	infin: "∞",
	infintie: "⧝",
	inodot: "ı",
	int: "∫",
	intcal: "⊺",
	integers: "ℤ",
	intercal: "⊺",
	intlarhk: "⨗",
	intprod: "⨼",
	iocy: "ё",
	iogon: "į",
	iopf: "𝕚",
	iota: "ι",
	iprod: "⨼",
	iquest: "¿",
	iscr: "𝒾",
	isin: "∈",
	isinE: "⋹",
	isindot: "⋵",
	isins: "⋴",
	isinsv: "⋳",
	isinv: "∈",
	it: "⁢",
	itilde: "ĩ",
	iukcy: "і",
	iuml: "ï",
	jcirc: "ĵ",
	jcy: "й",
	jfr: "𝔧",
	jmath: "ȷ",
	jopf: "𝕛",
	jscr: "𝒿",
	jsercy: "ј",
	jukcy: "є",
	kappa: "κ",
	kappav: "ϰ",
	kcedil: "ķ",
	kcy: "к",
	kfr: "𝔨",
	kgreen: "ĸ",
	khcy: "х",
	kjcy: "ќ",
	kopf: "𝕜",
	kscr: "𝓀",
	lAarr: "⇚",
	lArr: "⇐",
	lAtail: "⤛",
	lBarr: "⤎",
	lE: "≦",
	lEg: "⪋",
	lHar: "⥢",
	lacute: "ĺ",
	laemptyv: "⦴",
	lagran: "ℒ",
	lambda: "λ",
	lang: "⟨",
	langd: "⦑",
	langle: "⟨",
	lap: "⪅",
	laquo: "«",
	larr: "←",
	larrb: "⇤",
	larrbfs: "⤟",
	larrfs: "⤝",
	larrhk: "↩",
	larrlp: "↫",
	larrpl: "⤹",
	larrsim: "⥳",
	larrtl: "↢",
	lat: "⪫",
	latail: "⤙",
	late: "⪭",
	lates: "⪭︀",
	lbarr: "⤌",
	lbbrk: "❲",
	lbrace: "{",
	lbrack: "[",
	lbrke: "⦋",
	lbrksld: "⦏",
	lbrkslu: "⦍",
	lcaron: "ľ",
	lcedil: "ļ",
	lceil: "⌈",
	lcub: "{",
	lcy: "л",
	ldca: "⤶",
	ldquo: "“",
	ldquor: "„",
	ldrdhar: "⥧",
	ldrushar: "⥋",
	ldsh: "↲",
	le: "≤",
	leftarrow: "←",
	leftarrowtail: "↢",
	leftharpoondown: "↽",
	leftharpoonup: "↼",
	leftleftarrows: "⇇",
	leftrightarrow: "↔",
	leftrightarrows: "⇆",
	leftrightharpoons: "⇋",
	leftrightsquigarrow: "↭",
	leftthreetimes: "⋋",
	leg: "⋚",
	leq: "≤",
	leqq: "≦",
	leqslant: "⩽",
	les: "⩽",
	lescc: "⪨",
	lesdot: "⩿",
	lesdoto: "⪁",
	lesdotor: "⪃",
	lesg: "⋚︀",
	lesges: "⪓",
	lessapprox: "⪅",
	lessdot: "⋖",
	lesseqgtr: "⋚",
	lesseqqgtr: "⪋",
	lessgtr: "≶",
	lesssim: "≲",
	lfisht: "⥼",
	lfloor: "⌊",
	lfr: "𝔩",
	lg: "≶",
	lgE: "⪑",
	lhard: "↽",
	lharu: "↼",
	lharul: "⥪",
	lhblk: "▄",
	ljcy: "љ",
	ll: "≪",
	llarr: "⇇",
	llcorner: "⌞",
	llhard: "⥫",
	lltri: "◺",
	lmidot: "ŀ",
	lmoust: "⎰",
	lmoustache: "⎰",
	lnE: "≨",
	lnap: "⪉",
	lnapprox: "⪉",
	lne: "⪇",
	lneq: "⪇",
	lneqq: "≨",
	lnsim: "⋦",
	loang: "⟬",
	loarr: "⇽",
	lobrk: "⟦",
	longleftarrow: "⟵",
	longleftrightarrow: "⟷",
	longmapsto: "⟼",
	longrightarrow: "⟶",
	looparrowleft: "↫",
	looparrowright: "↬",
	lopar: "⦅",
	lopf: "𝕝",
	loplus: "⨭",
	lotimes: "⨴",
	lowast: "∗",
	lowbar: "_",
	loz: "◊",
	lozenge: "◊",
	lozf: "⧫",
	lpar: "(",
	lparlt: "⦓",
	lrarr: "⇆",
	lrcorner: "⌟",
	lrhar: "⇋",
	lrhard: "⥭",
	lrm: "‎",
	lrtri: "⊿",
	lsaquo: "‹",
	lscr: "𝓁",
	lsh: "↰",
	lsim: "≲",
	lsime: "⪍",
	lsimg: "⪏",
	lsqb: "[",
	lsquo: "‘",
	lsquor: "‚",
	lstrok: "ł",
	lt: "<",
	ltcc: "⪦",
	ltcir: "⩹",
	ltdot: "⋖",
	lthree: "⋋",
	ltimes: "⋉",
	ltlarr: "⥶",
	ltquest: "⩻",
	ltrPar: "⦖",
	ltri: "◃",
	ltrie: "⊴",
	ltrif: "◂",
	lurdshar: "⥊",
	luruhar: "⥦",
	lvertneqq: "≨︀",
	lvnE: "≨︀",
	mDDot: "∺",
	macr: "¯",
	male: "♂",
	malt: "✠",
	maltese: "✠",
	map: "↦",
	mapsto: "↦",
	mapstodown: "↧",
	mapstoleft: "↤",
	mapstoup: "↥",
	marker: "▮",
	mcomma: "⨩",
	mcy: "м",
	mdash: "—",
	measuredangle: "∡",
	mfr: "𝔪",
	mho: "℧",
	micro: "µ",
	mid: "∣",
	midast: "*",
	midcir: "⫰",
	middot: "·",
	minus: "−",
	minusb: "⊟",
	minusd: "∸",
	minusdu: "⨪",
	mlcp: "⫛",
	mldr: "…",
	mnplus: "∓",
	models: "⊧",
	mopf: "𝕞",
	mp: "∓",
	mscr: "𝓂",
	mstpos: "∾",
	mu: "μ",
	multimap: "⊸",
	mumap: "⊸",
	nGg: "⋙̸",
	nGt: "≫⃒",
	nGtv: "≫̸",
	nLeftarrow: "⇍",
	nLeftrightarrow: "⇎",
	nLl: "⋘̸",
	nLt: "≪⃒",
	nLtv: "≪̸",
	nRightarrow: "⇏",
	nVDash: "⊯",
	nVdash: "⊮",
	nabla: "∇",
	nacute: "ń",
	nang: "∠⃒",
	nap: "≉",
	napE: "⩰̸",
	napid: "≋̸",
	napos: "ŉ",
	napprox: "≉",
	natur: "♮",
	natural: "♮",
	naturals: "ℕ",
	nbsp: "\xA0",
	nbump: "≎̸",
	nbumpe: "≏̸",
	ncap: "⩃",
	ncaron: "ň",
	ncedil: "ņ",
	ncong: "≇",
	ncongdot: "⩭̸",
	ncup: "⩂",
	ncy: "н",
	ndash: "–",
	ne: "≠",
	neArr: "⇗",
	nearhk: "⤤",
	nearr: "↗",
	nearrow: "↗",
	nedot: "≐̸",
	nequiv: "≢",
	nesear: "⤨",
	nesim: "≂̸",
	nexist: "∄",
	nexists: "∄",
	nfr: "𝔫",
	ngE: "≧̸",
	nge: "≱",
	ngeq: "≱",
	ngeqq: "≧̸",
	ngeqslant: "⩾̸",
	nges: "⩾̸",
	ngsim: "≵",
	ngt: "≯",
	ngtr: "≯",
	nhArr: "⇎",
	nharr: "↮",
	nhpar: "⫲",
	ni: "∋",
	nis: "⋼",
	nisd: "⋺",
	niv: "∋",
	njcy: "њ",
	nlArr: "⇍",
	nlE: "≦̸",
	nlarr: "↚",
	nldr: "‥",
	nle: "≰",
	nleftarrow: "↚",
	nleftrightarrow: "↮",
	nleq: "≰",
	nleqq: "≦̸",
	nleqslant: "⩽̸",
	nles: "⩽̸",
	nless: "≮",
	nlsim: "≴",
	nlt: "≮",
	nltri: "⋪",
	nltrie: "⋬",
	nmid: "∤",
	nopf: "𝕟",
	not: "¬",
	notin: "∉",
	notinE: "⋹̸",
	notindot: "⋵̸",
	notinva: "∉",
	notinvb: "⋷",
	notinvc: "⋶",
	notni: "∌",
	notniva: "∌",
	notnivb: "⋾",
	notnivc: "⋽",
	npar: "∦",
	nparallel: "∦",
	nparsl: "⫽⃥",
	npart: "∂̸",
	npolint: "⨔",
	npr: "⊀",
	nprcue: "⋠",
	npre: "⪯̸",
	nprec: "⊀",
	npreceq: "⪯̸",
	nrArr: "⇏",
	nrarr: "↛",
	nrarrc: "⤳̸",
	nrarrw: "↝̸",
	nrightarrow: "↛",
	nrtri: "⋫",
	nrtrie: "⋭",
	nsc: "⊁",
	nsccue: "⋡",
	nsce: "⪰̸",
	nscr: "𝓃",
	nshortmid: "∤",
	nshortparallel: "∦",
	nsim: "≁",
	nsime: "≄",
	nsimeq: "≄",
	nsmid: "∤",
	nspar: "∦",
	nsqsube: "⋢",
	nsqsupe: "⋣",
	nsub: "⊄",
	nsubE: "⫅̸",
	nsube: "⊈",
	nsubset: "⊂⃒",
	nsubseteq: "⊈",
	nsubseteqq: "⫅̸",
	nsucc: "⊁",
	nsucceq: "⪰̸",
	nsup: "⊅",
	nsupE: "⫆̸",
	nsupe: "⊉",
	nsupset: "⊃⃒",
	nsupseteq: "⊉",
	nsupseteqq: "⫆̸",
	ntgl: "≹",
	ntilde: "ñ",
	ntlg: "≸",
	ntriangleleft: "⋪",
	ntrianglelefteq: "⋬",
	ntriangleright: "⋫",
	ntrianglerighteq: "⋭",
	nu: "ν",
	num: "#",
	numero: "№",
	numsp: " ",
	nvDash: "⊭",
	nvHarr: "⤄",
	nvap: "≍⃒",
	nvdash: "⊬",
	nvge: "≥⃒",
	nvgt: ">⃒",
	nvinfin: "⧞",
	nvlArr: "⤂",
	nvle: "≤⃒",
	nvlt: "<⃒",
	nvltrie: "⊴⃒",
	nvrArr: "⤃",
	nvrtrie: "⊵⃒",
	nvsim: "∼⃒",
	nwArr: "⇖",
	nwarhk: "⤣",
	nwarr: "↖",
	nwarrow: "↖",
	nwnear: "⤧",
	oS: "Ⓢ",
	oacute: "ó",
	oast: "⊛",
	ocir: "⊚",
	ocirc: "ô",
	ocy: "о",
	odash: "⊝",
	odblac: "ő",
	odiv: "⨸",
	odot: "⊙",
	odsold: "⦼",
	oelig: "œ",
	ofcir: "⦿",
	ofr: "𝔬",
	ogon: "˛",
	ograve: "ò",
	ogt: "⧁",
	ohbar: "⦵",
	ohm: "Ω",
	oint: "∮",
	olarr: "↺",
	olcir: "⦾",
	olcross: "⦻",
	oline: "‾",
	olt: "⧀",
	omacr: "ō",
	omega: "ω",
	omicron: "ο",
	omid: "⦶",
	ominus: "⊖",
	oopf: "𝕠",
	opar: "⦷",
	operp: "⦹",
	oplus: "⊕",
	or: "∨",
	orarr: "↻",
	ord: "⩝",
	order: "ℴ",
	orderof: "ℴ",
	ordf: "ª",
	ordm: "º",
	origof: "⊶",
	oror: "⩖",
	orslope: "⩗",
	orv: "⩛",
	oscr: "ℴ",
	oslash: "ø",
	osol: "⊘",
	otilde: "õ",
	otimes: "⊗",
	otimesas: "⨶",
	ouml: "ö",
	ovbar: "⌽",
	par: "∥",
	para: "¶",
	parallel: "∥",
	parsim: "⫳",
	parsl: "⫽",
	part: "∂",
	pcy: "п",
	percnt: "%",
	period: ".",
	permil: "‰",
	perp: "⊥",
	pertenk: "‱",
	pfr: "𝔭",
	phi: "φ",
	phiv: "ϕ",
	phmmat: "ℳ",
	phone: "☎",
	pi: "π",
	pitchfork: "⋔",
	piv: "ϖ",
	planck: "ℏ",
	planckh: "ℎ",
	plankv: "ℏ",
	plus: "+",
	plusacir: "⨣",
	plusb: "⊞",
	pluscir: "⨢",
	plusdo: "∔",
	plusdu: "⨥",
	pluse: "⩲",
	plusmn: "±",
	plussim: "⨦",
	plustwo: "⨧",
	pm: "±",
	pointint: "⨕",
	popf: "𝕡",
	pound: "£",
	pr: "≺",
	prE: "⪳",
	prap: "⪷",
	prcue: "≼",
	pre: "⪯",
	prec: "≺",
	precapprox: "⪷",
	preccurlyeq: "≼",
	preceq: "⪯",
	precnapprox: "⪹",
	precneqq: "⪵",
	precnsim: "⋨",
	precsim: "≾",
	prime: "′",
	primes: "ℙ",
	prnE: "⪵",
	prnap: "⪹",
	prnsim: "⋨",
	prod: "∏",
	profalar: "⌮",
	profline: "⌒",
	profsurf: "⌓",
	prop: "∝",
	propto: "∝",
	prsim: "≾",
	prurel: "⊰",
	pscr: "𝓅",
	psi: "ψ",
	puncsp: " ",
	qfr: "𝔮",
	qint: "⨌",
	qopf: "𝕢",
	qprime: "⁗",
	qscr: "𝓆",
	quaternions: "ℍ",
	quatint: "⨖",
	quest: "?",
	questeq: "≟",
	quot: "\"",
	rAarr: "⇛",
	rArr: "⇒",
	rAtail: "⤜",
	rBarr: "⤏",
	rHar: "⥤",
	race: "∽̱",
	racute: "ŕ",
	radic: "√",
	raemptyv: "⦳",
	rang: "⟩",
	rangd: "⦒",
	range: "⦥",
	rangle: "⟩",
	raquo: "»",
	rarr: "→",
	rarrap: "⥵",
	rarrb: "⇥",
	rarrbfs: "⤠",
	rarrc: "⤳",
	rarrfs: "⤞",
	rarrhk: "↪",
	rarrlp: "↬",
	rarrpl: "⥅",
	rarrsim: "⥴",
	rarrtl: "↣",
	rarrw: "↝",
	ratail: "⤚",
	ratio: "∶",
	rationals: "ℚ",
	rbarr: "⤍",
	rbbrk: "❳",
	rbrace: "}",
	rbrack: "]",
	rbrke: "⦌",
	rbrksld: "⦎",
	rbrkslu: "⦐",
	rcaron: "ř",
	rcedil: "ŗ",
	rceil: "⌉",
	rcub: "}",
	rcy: "р",
	rdca: "⤷",
	rdldhar: "⥩",
	rdquo: "”",
	rdquor: "”",
	rdsh: "↳",
	real: "ℜ",
	realine: "ℛ",
	realpart: "ℜ",
	reals: "ℝ",
	rect: "▭",
	reg: "®",
	rfisht: "⥽",
	rfloor: "⌋",
	rfr: "𝔯",
	rhard: "⇁",
	rharu: "⇀",
	rharul: "⥬",
	rho: "ρ",
	rhov: "ϱ",
	rightarrow: "→",
	rightarrowtail: "↣",
	rightharpoondown: "⇁",
	rightharpoonup: "⇀",
	rightleftarrows: "⇄",
	rightleftharpoons: "⇌",
	rightrightarrows: "⇉",
	rightsquigarrow: "↝",
	rightthreetimes: "⋌",
	ring: "˚",
	risingdotseq: "≓",
	rlarr: "⇄",
	rlhar: "⇌",
	rlm: "‏",
	rmoust: "⎱",
	rmoustache: "⎱",
	rnmid: "⫮",
	roang: "⟭",
	roarr: "⇾",
	robrk: "⟧",
	ropar: "⦆",
	ropf: "𝕣",
	roplus: "⨮",
	rotimes: "⨵",
	rpar: ")",
	rpargt: "⦔",
	rppolint: "⨒",
	rrarr: "⇉",
	rsaquo: "›",
	rscr: "𝓇",
	rsh: "↱",
	rsqb: "]",
	rsquo: "’",
	rsquor: "’",
	rthree: "⋌",
	rtimes: "⋊",
	rtri: "▹",
	rtrie: "⊵",
	rtrif: "▸",
	rtriltri: "⧎",
	ruluhar: "⥨",
	rx: "℞",
	sacute: "ś",
	sbquo: "‚",
	sc: "≻",
	scE: "⪴",
	scap: "⪸",
	scaron: "š",
	sccue: "≽",
	sce: "⪰",
	scedil: "ş",
	scirc: "ŝ",
	scnE: "⪶",
	scnap: "⪺",
	scnsim: "⋩",
	scpolint: "⨓",
	scsim: "≿",
	scy: "с",
	sdot: "⋅",
	sdotb: "⊡",
	sdote: "⩦",
	seArr: "⇘",
	searhk: "⤥",
	searr: "↘",
	searrow: "↘",
	sect: "§",
	semi: ";",
	seswar: "⤩",
	setminus: "∖",
	setmn: "∖",
	sext: "✶",
	sfr: "𝔰",
	sfrown: "⌢",
	sharp: "♯",
	shchcy: "щ",
	shcy: "ш",
	shortmid: "∣",
	shortparallel: "∥",
	shy: "­",
	sigma: "σ",
	sigmaf: "ς",
	sigmav: "ς",
	sim: "∼",
	simdot: "⩪",
	sime: "≃",
	simeq: "≃",
	simg: "⪞",
	simgE: "⪠",
	siml: "⪝",
	simlE: "⪟",
	simne: "≆",
	simplus: "⨤",
	simrarr: "⥲",
	slarr: "←",
	smallsetminus: "∖",
	smashp: "⨳",
	smeparsl: "⧤",
	smid: "∣",
	smile: "⌣",
	smt: "⪪",
	smte: "⪬",
	smtes: "⪬︀",
	softcy: "ь",
	sol: "/",
	solb: "⧄",
	solbar: "⌿",
	sopf: "𝕤",
	spades: "♠",
	spadesuit: "♠",
	spar: "∥",
	sqcap: "⊓",
	sqcaps: "⊓︀",
	sqcup: "⊔",
	sqcups: "⊔︀",
	sqsub: "⊏",
	sqsube: "⊑",
	sqsubset: "⊏",
	sqsubseteq: "⊑",
	sqsup: "⊐",
	sqsupe: "⊒",
	sqsupset: "⊐",
	sqsupseteq: "⊒",
	squ: "□",
	square: "□",
	squarf: "▪",
	squf: "▪",
	srarr: "→",
	sscr: "𝓈",
	ssetmn: "∖",
	ssmile: "⌣",
	sstarf: "⋆",
	star: "☆",
	starf: "★",
	straightepsilon: "ϵ",
	straightphi: "ϕ",
	strns: "¯",
	sub: "⊂",
	subE: "⫅",
	subdot: "⪽",
	sube: "⊆",
	subedot: "⫃",
	submult: "⫁",
	subnE: "⫋",
	subne: "⊊",
	subplus: "⪿",
	subrarr: "⥹",
	subset: "⊂",
	subseteq: "⊆",
	subseteqq: "⫅",
	subsetneq: "⊊",
	subsetneqq: "⫋",
	subsim: "⫇",
	subsub: "⫕",
	subsup: "⫓",
	succ: "≻",
	succapprox: "⪸",
	succcurlyeq: "≽",
	succeq: "⪰",
	succnapprox: "⪺",
	succneqq: "⪶",
	succnsim: "⋩",
	succsim: "≿",
	sum: "∑",
	sung: "♪",
	sup1: "¹",
	sup2: "²",
	sup3: "³",
	sup: "⊃",
	supE: "⫆",
	supdot: "⪾",
	supdsub: "⫘",
	supe: "⊇",
	supedot: "⫄",
	suphsol: "⟉",
	suphsub: "⫗",
	suplarr: "⥻",
	supmult: "⫂",
	supnE: "⫌",
	supne: "⊋",
	supplus: "⫀",
	supset: "⊃",
	supseteq: "⊇",
	supseteqq: "⫆",
	supsetneq: "⊋",
	supsetneqq: "⫌",
	supsim: "⫈",
	supsub: "⫔",
	supsup: "⫖",
	swArr: "⇙",
	swarhk: "⤦",
	swarr: "↙",
	swarrow: "↙",
	swnwar: "⤪",
	szlig: "ß",
	target: "⌖",
	tau: "τ",
	tbrk: "⎴",
	tcaron: "ť",
	tcedil: "ţ",
	tcy: "т",
	tdot: "⃛",
	telrec: "⌕",
	tfr: "𝔱",
	there4: "∴",
	therefore: "∴",
	theta: "θ",
	thetasym: "ϑ",
	thetav: "ϑ",
	thickapprox: "≈",
	thicksim: "∼",
	thinsp: " ",
	thkap: "≈",
	thksim: "∼",
	thorn: "þ",
	tilde: "˜",
	times: "×",
	timesb: "⊠",
	timesbar: "⨱",
	timesd: "⨰",
	tint: "∭",
	toea: "⤨",
	top: "⊤",
	topbot: "⌶",
	topcir: "⫱",
	topf: "𝕥",
	topfork: "⫚",
	tosa: "⤩",
	tprime: "‴",
	trade: "™",
	triangle: "▵",
	triangledown: "▿",
	triangleleft: "◃",
	trianglelefteq: "⊴",
	triangleq: "≜",
	triangleright: "▹",
	trianglerighteq: "⊵",
	tridot: "◬",
	trie: "≜",
	triminus: "⨺",
	triplus: "⨹",
	trisb: "⧍",
	tritime: "⨻",
	trpezium: "⏢",
	tscr: "𝓉",
	tscy: "ц",
	tshcy: "ћ",
	tstrok: "ŧ",
	twixt: "≬",
	twoheadleftarrow: "↞",
	twoheadrightarrow: "↠",
	uArr: "⇑",
	uHar: "⥣",
	uacute: "ú",
	uarr: "↑",
	ubrcy: "ў",
	ubreve: "ŭ",
	ucirc: "û",
	ucy: "у",
	udarr: "⇅",
	udblac: "ű",
	udhar: "⥮",
	ufisht: "⥾",
	ufr: "𝔲",
	ugrave: "ù",
	uharl: "↿",
	uharr: "↾",
	uhblk: "▀",
	ulcorn: "⌜",
	ulcorner: "⌜",
	ulcrop: "⌏",
	ultri: "◸",
	umacr: "ū",
	uml: "¨",
	uogon: "ų",
	uopf: "𝕦",
	uparrow: "↑",
	updownarrow: "↕",
	upharpoonleft: "↿",
	upharpoonright: "↾",
	uplus: "⊎",
	upsi: "υ",
	upsih: "ϒ",
	upsilon: "υ",
	upuparrows: "⇈",
	urcorn: "⌝",
	urcorner: "⌝",
	urcrop: "⌎",
	uring: "ů",
	urtri: "◹",
	uscr: "𝓊",
	utdot: "⋰",
	utilde: "ũ",
	utri: "▵",
	utrif: "▴",
	uuarr: "⇈",
	uuml: "ü",
	uwangle: "⦧",
	vArr: "⇕",
	vBar: "⫨",
	vBarv: "⫩",
	vDash: "⊨",
	vangrt: "⦜",
	varepsilon: "ϵ",
	varkappa: "ϰ",
	varnothing: "∅",
	varphi: "ϕ",
	varpi: "ϖ",
	varpropto: "∝",
	varr: "↕",
	varrho: "ϱ",
	varsigma: "ς",
	varsubsetneq: "⊊︀",
	varsubsetneqq: "⫋︀",
	varsupsetneq: "⊋︀",
	varsupsetneqq: "⫌︀",
	vartheta: "ϑ",
	vartriangleleft: "⊲",
	vartriangleright: "⊳",
	vcy: "в",
	vdash: "⊢",
	vee: "∨",
	veebar: "⊻",
	veeeq: "≚",
	vellip: "⋮",
	verbar: "|",
	vert: "|",
	vfr: "𝔳",
	vltri: "⊲",
	vnsub: "⊂⃒",
	vnsup: "⊃⃒",
	vopf: "𝕧",
	vprop: "∝",
	vrtri: "⊳",
	vscr: "𝓋",
	vsubnE: "⫋︀",
	vsubne: "⊊︀",
	vsupnE: "⫌︀",
	vsupne: "⊋︀",
	vzigzag: "⦚",
	wcirc: "ŵ",
	wedbar: "⩟",
	wedge: "∧",
	wedgeq: "≙",
	weierp: "℘",
	wfr: "𝔴",
	wopf: "𝕨",
	wp: "℘",
	wr: "≀",
	wreath: "≀",
	wscr: "𝓌",
	xcap: "⋂",
	xcirc: "◯",
	xcup: "⋃",
	xdtri: "▽",
	xfr: "𝔵",
	xhArr: "⟺",
	xharr: "⟷",
	xi: "ξ",
	xlArr: "⟸",
	xlarr: "⟵",
	xmap: "⟼",
	xnis: "⋻",
	xodot: "⨀",
	xopf: "𝕩",
	xoplus: "⨁",
	xotime: "⨂",
	xrArr: "⟹",
	xrarr: "⟶",
	xscr: "𝓍",
	xsqcup: "⨆",
	xuplus: "⨄",
	xutri: "△",
	xvee: "⋁",
	xwedge: "⋀",
	yacute: "ý",
	yacy: "я",
	ycirc: "ŷ",
	ycy: "ы",
	yen: "¥",
	yfr: "𝔶",
	yicy: "ї",
	yopf: "𝕪",
	yscr: "𝓎",
	yucy: "ю",
	yuml: "ÿ",
	zacute: "ź",
	zcaron: "ž",
	zcy: "з",
	zdot: "ż",
	zeetrf: "ℨ",
	zeta: "ζ",
	zfr: "𝔷",
	zhcy: "ж",
	zigrarr: "⇝",
	zopf: "𝕫",
	zscr: "𝓏",
	zwj: "‍",
	zwnj: "‌"
};

// node_modules/decode-named-character-reference/index.js
const own$1 = {}.hasOwnProperty;
/**
* Decode a single character reference (without the `&` or `;`).
* You probably only need this when you’re building parsers yourself that follow
* different rules compared to HTML.
* This is optimized to be tiny in browsers.
*
* @param {string} value
*   `notin` (named), `#123` (deci), `#x123` (hexa).
* @returns {string|false}
*   Decoded reference.
*/
function decodeNamedCharacterReference(value) {
	return own$1.call(characterEntities, value) ? characterEntities[value] : false;
}

// node_modules/micromark-util-decode-numeric-character-reference/index.js
/**
* Turn the number (in string form as either hexa- or plain decimal) coming from
* a numeric character reference into a character.
*
* Sort of like `String.fromCodePoint(Number.parseInt(value, base))`, but makes
* non-characters and control characters safe.
*
* @param {string} value
*   Value to decode.
* @param {number} base
*   Numeric base.
* @returns {string}
*   Character.
*/
function decodeNumericCharacterReference(value, base) {
	const code = Number.parseInt(value, base);
	if (code < 9 || code === 11 || code > 13 && code < 32 || code > 126 && code < 160 || code > 55295 && code < 57344 || code > 64975 && code < 65008 || (code & 65535) === 65535 || (code & 65535) === 65534 || code > 1114111) return "�";
	return String.fromCodePoint(code);
}

// node_modules/micromark-util-decode-string/index.js
const characterEscapeOrReference = /\\([!-/:-@[-`{-~])|&(#(?:\d{1,7}|x[\da-f]{1,6})|[\da-z]{1,31});/gi;
/**
* Decode markdown strings (which occur in places such as fenced code info
* strings, destinations, labels, and titles).
*
* The “string” content type allows character escapes and -references.
* This decodes those.
*
* @param {string} value
*   Value to decode.
* @returns {string}
*   Decoded value.
*/
function decodeString(value) {
	return value.replace(characterEscapeOrReference, decode);
}
/**
* @param {string} $0
*   Match.
* @param {string} $1
*   Character escape.
* @param {string} $2
*   Character reference.
* @returns {string}
*   Decoded value
*/
function decode($0, $1, $2) {
	if ($1) return $1;
	if ($2.charCodeAt(0) === 35) {
		const head = $2.charCodeAt(1);
		const hex = head === 120 || head === 88;
		return decodeNumericCharacterReference($2.slice(hex ? 2 : 1), hex ? 16 : 10);
	}
	return decodeNamedCharacterReference($2) || $0;
}

// node_modules/mdast-util-to-markdown/lib/util/association.js
/**
* @import {AssociationId} from '../types.js'
*/
/**
* Get an identifier from an association to match it to others.
*
* Associations are nodes that match to something else through an ID:
* <https://github.com/syntax-tree/mdast#association>.
*
* The `label` of an association is the string value: character escapes and
* references work, and casing is intact.
* The `identifier` is used to match one association to another:
* controversially, character escapes and references don’t work in this
* matching: `&copy;` does not match `©`, and `\+` does not match `+`.
*
* But casing is ignored (and whitespace) is trimmed and collapsed: ` A\nb`
* matches `a b`.
* So, we do prefer the label when figuring out how we’re going to serialize:
* it has whitespace, casing, and we can ignore most useless character
* escapes and all character references.
*
* @type {AssociationId}
*/
function association(node) {
	if (node.label || !node.identifier) return node.label || "";
	return decodeString(node.identifier);
}

// node_modules/mdast-util-to-markdown/lib/util/compile-pattern.js
/**
* @import {CompilePattern} from '../types.js'
*/
/**
* Compiles a pattern object into a regular expression.
*
* @type {CompilePattern}
*/
function compilePattern(pattern) {
	if (!pattern._compiled) {
		const before = (pattern.atBreak ? "[\\r\\n][\\t ]*" : "") + (pattern.before ? "(?:" + pattern.before + ")" : "");
		pattern._compiled = new RegExp((pattern.beforeNode ? "^" : before ? "(" + before + ")" : "") + (/[$()*+.?[\\\]^{|}]/.test(pattern.character) ? "\\" : "") + pattern.character + (pattern.afterNode ? "$" : pattern.after ? "(?:" + pattern.after + ")" : ""), pattern.unicode ? "gu" : "g");
	}
	return pattern._compiled;
}

// node_modules/mdast-util-to-markdown/lib/util/container-flow.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {FlowChildren, FlowParents, TrackFields} from '../types.js'
*/
/**
* Serialize the children of a parent that contains flow children.
*
* @param {FlowParents} parent
*   Parent of flow nodes.
* @param {State} state
*   Info passed around about the current state.
* @param {TrackFields} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized children, joined by (blank) lines.
*/
function containerFlow(parent, state, info) {
	const indexStack = state.indexStack;
	const children = parent.children || [];
	const tracker = state.createTracker(info);
	/** @type {Array<string>} */
	const results = [];
	let index = -1;
	indexStack.push(-1);
	while (++index < children.length) {
		const child = children[index];
		indexStack[indexStack.length - 1] = index;
		results.push(tracker.move(state.handle(child, parent, state, {
			before: "\n",
			after: "\n",
			...tracker.current()
		})));
		if (child.type !== "list") state.bulletLastUsed = void 0;
		if (index < children.length - 1) results.push(tracker.move(between(child, children[index + 1], parent, state)));
	}
	indexStack.pop();
	return results.join("");
}
/**
* Determine the markdown to insert between two flow nodes.
*
* @param {FlowChildren} left
*   Left flow node.
* @param {FlowChildren} right
*   Right flow node.
* @param {FlowParents} parent
*   Parent of the flow nodes.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Markdown to insert between the two flow nodes.
*/
function between(left, right, parent, state) {
	let index = state.join.length;
	while (index--) {
		const result = state.join[index](left, right, parent, state);
		if (result === true || result === 1) break;
		if (typeof result === "number") return "\n".repeat(1 + result);
		if (result === false) return "\n\n<!---->\n\n";
	}
	return "\n\n";
}

// node_modules/mdast-util-to-markdown/lib/util/indent-lines.js
/**
* @import {IndentLines} from '../types.js'
*/
const eol = /\r?\n|\r/g;
/**
* Indents each line.
*
* @type {IndentLines}
*/
function indentLines(value, map) {
	/** @type {Array<string>} */
	const result = [];
	let start = 0;
	let line = 0;
	/** @type {RegExpExecArray | null} */
	let match;
	while (match = eol.exec(value)) {
		one(value.slice(start, match.index));
		result.push(match[0]);
		start = match.index + match[0].length;
		line++;
	}
	one(value.slice(start));
	return result.join("");
	/**
	* Indents a single line.
	*
	* @param {string} value
	*   Line.
	*/
	function one(value) {
		result.push(map(value, line, !value));
	}
}

// node_modules/mdast-util-to-markdown/lib/util/safe.js
/**
* @import {Nodes} from 'mdast'
* @import {SafeConfig, State, Unsafe} from 'mdast-util-to-markdown'
*/
const own = {}.hasOwnProperty;
/**
* Make a string safe for embedding in markdown constructs.
*
* In markdown, almost all punctuation characters can, in certain cases,
* result in something.
* Whether they do is highly subjective to where they happen and in what
* they happen.
*
* To solve this, `mdast-util-to-markdown` tracks:
*
* * characters before and after something;
* * what “constructs” we are in.
*
* This information is then used by this function to escape or encode
* special characters.
*
* @param {State} state
*   Info passed around about the current state.
* @param {string | null | undefined} input
*   Raw value to make safe.
* @param {SafeConfig} config
*   Configuration.
* @returns {string}
*   Serialized markdown safe for embedding.
*/
function safe(state, input, config) {
	const value = (config.before || "") + (input || "") + (config.after || "");
	/** @type {Array<number>} */
	const positions = [];
	/** @type {Array<string>} */
	const result = [];
	/** @type {Record<number, {before: boolean, after: boolean}>} */
	const infos = {};
	const percentEncode = state.stack.includes("autolink");
	const offset = config.before ? config.before.length : 0;
	const end = value.length - (config.after ? config.after.length : 0);
	let index = -1;
	while (++index < state.unsafe.length) {
		const pattern = state.unsafe[index];
		if (!patternInScope(state.stack, pattern) || !nodeInScope(pattern.beforeNode, config.beforeNode) || !nodeInScope(pattern.afterNode, config.afterNode)) continue;
		const expression = state.compilePattern(pattern);
		const from = pattern.beforeNode ? offset : 0;
		const subject = value.slice(from, pattern.afterNode ? end : void 0);
		/** @type {RegExpExecArray | null} */
		let match;
		while (match = expression.exec(subject)) {
			const before = Boolean(pattern.before || pattern.atBreak);
			const after = Boolean(pattern.after);
			const position = from + match.index + (before ? match[1].length : 0);
			if (own.call(infos, position)) {
				if (infos[position].before && !before) infos[position].before = false;
				if (infos[position].after && !after) infos[position].after = false;
			} else {
				positions.push(position);
				infos[position] = {
					before,
					after
				};
			}
		}
	}
	positions.sort(numerical);
	let start = offset;
	index = -1;
	while (++index < positions.length) {
		const position = positions[index];
		if (position < start || position >= end) continue;
		if (value.charAt(position) === "_" && position > 0 && classifyCharacter(value.charCodeAt(position - 1)) === void 0 && !own.call(infos, position - 1) && !(position - 1 === offset && /[*_]/.test(value.charAt(offset - 1)))) {
			let sequenceEnd = position + 1;
			while (sequenceEnd < end && value.charAt(sequenceEnd) === "_") sequenceEnd++;
			const skip = sequenceEnd - position - 1;
			if (positions[index + skip] === sequenceEnd - 1 && sequenceEnd < value.length && classifyCharacter(value.charCodeAt(sequenceEnd)) === void 0 && !own.call(infos, sequenceEnd) && !(sequenceEnd === end - 1 && /[*_]/.test(value.charAt(end)))) {
				index += skip;
				continue;
			}
		}
		if (position + 1 < end && positions[index + 1] === position + 1 && infos[position].after && !infos[position + 1].before && !infos[position + 1].after || position - 1 >= offset && positions[index - 1] === position - 1 && infos[position].before && !infos[position - 1].before && !infos[position - 1].after) continue;
		if (start !== position) {
			const slice = value.slice(start, position);
			result.push(percentEncode ? slice : escapeBackslashes(slice, "\\"));
		}
		start = position + 1;
		if (percentEncode) result.push("%" + value.charCodeAt(position).toString(16).toUpperCase().padStart(2, "0"));
		else if (/[!-/:-@[-`{-~]/.test(value.charAt(position)) && (!config.encode || !config.encode.includes(value.charAt(position)))) result.push("\\" + value.charAt(position));
		else result.push(encodeCharacterReference(value.charCodeAt(position)));
	}
	const rest = value.slice(start, end);
	result.push(percentEncode ? rest : escapeBackslashes(rest, config.after));
	return result.join("");
}
/**
* Check if a node matches the node types of a pattern.
*
* @param {Array<Nodes['type']> | Nodes['type'] | null | undefined} types
*   Node types.
* @param {Nodes | undefined} node
*   Node.
* @returns {boolean}
*   Whether `node` matches `types`.
*/
function nodeInScope(types, node) {
	if (!types) return true;
	if (!node) return false;
	return typeof types === "string" ? types === node.type : types.includes(node.type);
}
/**
* Compare two numbers.
*
* @param {number} a
*   Number.
* @param {number} b
*   Other number.
* @returns {number}
*   Result.
*/
function numerical(a, b) {
	return a - b;
}
/**
* Escape backslashes in a string, considering characters that follow.
*
* @param {string} value
*   Value.
* @param {string} after
*   Characters that follow the value.
* @returns {string}
*   Escaped string.
*/
function escapeBackslashes(value, after) {
	const expression = /\\(?=[!-/:-@[-`{-~])/g;
	/** @type {Array<number>} */
	const positions = [];
	/** @type {Array<string>} */
	const results = [];
	const whole = value + after;
	let index = -1;
	let start = 0;
	/** @type {RegExpExecArray | null} */
	let match;
	while (match = expression.exec(whole)) positions.push(match.index);
	while (++index < positions.length) {
		if (start !== positions[index]) results.push(value.slice(start, positions[index]));
		results.push("\\");
		start = positions[index];
	}
	results.push(value.slice(start));
	return results.join("");
}

// node_modules/mdast-util-to-markdown/lib/util/track.js
/**
* @import {CreateTracker, TrackCurrent, TrackMove, TrackShift} from '../types.js'
*/
/**
* Track positional info in the output.
*
* @type {CreateTracker}
*/
function track(config) {
	/* c8 ignore next 5 */
	const options = config || {};
	const now = options.now || {};
	let lineShift = options.lineShift || 0;
	let line = now.line || 1;
	let column = now.column || 1;
	return {
		move,
		current,
		shift
	};
	/**
	* Get the current tracked info.
	*
	* @type {TrackCurrent}
	*/
	function current() {
		return {
			now: {
				line,
				column
			},
			lineShift
		};
	}
	/**
	* Define an increased line shift (the typical indent for lines).
	*
	* @type {TrackShift}
	*/
	function shift(value) {
		lineShift += value;
	}
	/**
	* Move past some generated markdown.
	*
	* @type {TrackMove}
	*/
	function move(input) {
		const value = input || "";
		const chunks = value.split(/\r?\n|\r/g);
		const tail = chunks[chunks.length - 1];
		line += chunks.length - 1;
		column = chunks.length === 1 ? column + tail.length : 1 + tail.length + lineShift;
		return value;
	}
}

// node_modules/mdast-util-to-markdown/lib/index.js
/**
* @import {Info, Join, Options, SafeConfig, State} from 'mdast-util-to-markdown'
* @import {Nodes} from 'mdast'
* @import {Enter, FlowParents, PhrasingParents, TrackFields} from './types.js'
*/
/**
* Turn an mdast syntax tree into markdown.
*
* @param {Nodes} tree
*   Tree to serialize.
* @param {Options | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Serialized markdown representing `tree`.
*/
function toMarkdown(tree, options) {
	const settings = options || {};
	/** @type {State} */
	const state = {
		associationId: association,
		bulletCurrent: void 0,
		bulletLastUsed: void 0,
		containerPhrasing: containerPhrasingBound,
		containerFlow: containerFlowBound,
		createTracker: track,
		compilePattern,
		enter,
		handlers: { ...handle },
		handle: void 0,
		indentLines,
		indexStack: [],
		join: [...join$1],
		options: {},
		safe: safeBound,
		stack: [],
		unsafe: [...unsafe]
	};
	configure(state, settings);
	if (state.options.tightDefinitions) state.join.push(joinDefinition);
	state.handle = zwitch("type", {
		invalid,
		unknown,
		handlers: state.handlers
	});
	let result = state.handle(phrasing$2(tree) ? {
		type: "root",
		children: [tree]
	} : tree, void 0, state, {
		before: "\n",
		after: "\n",
		now: {
			line: 1,
			column: 1
		},
		lineShift: 0
	});
	if (result && result.charCodeAt(result.length - 1) !== 10 && result.charCodeAt(result.length - 1) !== 13) result += "\n";
	return result;
	/**
	* Enter a construct.
	*
	* @type {Enter}
	*/
	function enter(name) {
		state.stack.push(name);
		return exit;
		/**
		* Exit a construct.
		*
		* @returns {undefined}
		*   Nothing.
		*/
		function exit() {
			state.stack.pop();
		}
	}
}
/**
* Handle an invalid value that cannot be processed.
*
* @param {unknown} value
*   Value.
* @returns {never}
*   Never.
* @throws {Error}
*   Always.
*/
function invalid(value) {
	throw new Error("Cannot handle value `" + value + "`, expected node");
}
/**
* Handle an unknown node.
*
* @param {unknown} value
*   Value.
* @returns {never}
*   Never.
* @throws {Error}
*   Always.
*/
function unknown(value) {
	throw new Error("Cannot handle unknown node `" + value.type + "`");
}
/**
* Join function for `tightDefinitions` option.
*
* @type {Join}
*/
function joinDefinition(left, right) {
	if (left.type === "definition" && left.type === right.type) return 0;
}
/**
* Serialize the children of a parent that contains phrasing children.
*
* These children will be joined flush together.
*
* @this {State}
*   Info passed around about the current state.
* @param {PhrasingParents} parent
*   Parent of flow nodes.
* @param {Info} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized children, joined together.
*/
function containerPhrasingBound(parent, info) {
	return containerPhrasing(parent, this, info);
}
/**
* Serialize the children of a parent that contains flow children.
*
* These children will typically be joined by blank lines.
* What they are joined by exactly is defined by `Join` functions.
*
* @this {State}
*   Info passed around about the current state.
* @param {FlowParents} parent
*   Parent of flow nodes.
* @param {TrackFields} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized children, joined by (blank) lines.
*/
function containerFlowBound(parent, info) {
	return containerFlow(parent, this, info);
}
/**
* Make a string safe for embedding in markdown constructs.
*
* In markdown, almost all punctuation characters can, in certain cases,
* result in something.
* Whether they do is highly subjective to where they happen and in what
* they happen.
*
* To solve this, `mdast-util-to-markdown` tracks:
*
* * Characters before and after something;
* * What “constructs” we are in.
*
* This information is then used by this function to escape or encode
* special characters.
*
* @this {State}
*   Info passed around about the current state.
* @param {string | null | undefined} value
*   Raw value to make safe.
* @param {SafeConfig} config
*   Configuration.
* @returns {string}
*   Serialized markdown safe for embedding.
*/
function safeBound(value, config) {
	return safe(this, value, config);
}

// src/report/markdown.ts
/** GitHub cuts comments at 65,536 characters; the rest is room for the marker and for escapes counted differently. */
const COMMENT_BYTES = 6e4;
/** A job summary may have 1 MiB. */
const SUMMARY_BYTES = 1e6;
const encoder = new TextEncoder();
/**
* The report as Markdown for a comment or a job summary: the first line says the verdict and the number that decided
* it. Of the ladder's rungs, the fullest that fits into `bytes` of UTF-8.
*/
function renderMarkdown(file, context, bytes) {
	for (const rung of LADDER) {
		const sections = sectionsFor(file, {
			medium: "comment",
			context,
			rung
		});
		if (sections.some(({ blocks }) => verbatimLength(blocks) > bytes)) continue;
		const markdown = serialize(sections.flatMap(folded));
		if (encoder.encode(markdown).length <= bytes) return {
			markdown,
			rung: rung.name
		};
	}
	throw new Error(`not even the verdict fits into ${bytes} bytes`);
}
/** What cannot fit need not be written to be measured: outputs are by far the most of a long report. */
const verbatimLength = (blocks) => blocks.reduce((sum, block) => {
	if (block.kind === "code") return sum + block.text.length;
	if (block.kind === "details") return sum + verbatimLength(block.children);
	if (block.kind === "sides") return sum + verbatimLength(block.sides.map(([, content]) => content));
	return sum;
}, 0);
const blocksToMarkdown = (blocks) => serialize(blocks.flatMap(node));
/** A table without padding: a long one costs 40 % less of the comment's budget. */
const tableHandle = ({ align, children }, _, state, info) => {
	const rows = children.map((row) => row.children.map((cell) => state.containerPhrasing(cell, {
		...info,
		before: "|",
		after: "|"
	})));
	return markdownTable(rows, {
		align: align ?? null,
		alignDelimiters: false
	});
};
const OPTIONS = {
	bullet: "-",
	handlers: { table: tableHandle },
	unsafe: [{ character: "|" }]
};
const serialize = (children) => toMarkdown({
	type: "root",
	children
}, OPTIONS);
/** A section with a title is folded. The blank line after the summary makes GitHub render the body as Markdown. */
function folded({ title, blocks }) {
	const nodes = blocks.flatMap(node);
	return title === null ? nodes : [
		html(`<details><summary>${title}</summary>`),
		...nodes,
		html("</details>")
	];
}
/** The only HTML is our own: elements that carry foreign text in entities, or none. */
const html = (value) => ({
	type: "html",
	value
});
function node(block) {
	switch (block.kind) {
		case "headline": return node(paragraph$1(inline`${strong$1(labelOf(block.words))} ${block.content}`));
		case "heading": return [{
			type: "heading",
			depth: 4,
			children: phrasing(block.content)
		}];
		case "paragraph": return [{
			type: "paragraph",
			children: phrasing(block.content)
		}];
		case "list": return [listNode(block.items)];
		case "fields": return [listNode(block.rows.map(([name, value]) => ({
			content: inline`${name}: ${value}`,
			below: []
		})))];
		case "table": return [tableNode(block)];
		case "code": return [{
			type: "code",
			lang: block.language,
			value: block.text
		}];
		case "sides": return block.sides.flatMap(([title, content]) => [...node(paragraph$1(ours(`${title}:`))), ...node(content)]);
		case "figure": return node(paragraph$1(block.words));
		case "chart": return node(block.table);
		case "samples": return [];
		case "details": return [...node(paragraph$1(block.summary)), ...block.children.flatMap(node)];
	}
}
function listNode(items) {
	return {
		type: "list",
		spread: false,
		children: items.map(({ content, below }) => ({
			type: "listItem",
			spread: false,
			children: [{
				type: "paragraph",
				children: phrasing(content)
			}, ...below.length === 0 ? [] : [listNode(below.map((line) => ({
				content: line,
				below: []
			})))]]
		}))
	};
}
function tableNode({ columns, rows }) {
	const row = (cells) => ({
		type: "tableRow",
		children: cells.map((cell) => ({
			type: "tableCell",
			children: phrasing(cell)
		}))
	});
	return {
		type: "table",
		align: columns.map(({ align }) => align),
		children: [row(columns.map(({ title }) => title)), ...rows.map(row)]
	};
}
/** Data is a plain word or inert code, and never markup. */
function phrasing(line) {
	const nodes = [];
	const text = (value) => {
		const last = nodes.at(-1);
		if (last?.type === "text") last.value += value;
		else nodes.push({
			type: "text",
			value
		});
	};
	for (const part of line) if (part.kind === "strong") nodes.push({
		type: "strong",
		children: [{
			type: "text",
			value: part.text
		}]
	});
	else if (part.kind === "code") nodes.push(html(htmlCode(part.text)));
	else if (part.kind === "link") nodes.push({
		type: "link",
		url: part.url,
		children: [{
			type: "text",
			value: part.text
		}]
	});
	else if (part.kind === "prose") proseWords(part.text).forEach((word, index) => {
		if (index > 0) text(" ");
		if (word.isPlain) text(word.text);
		else nodes.push(html(htmlCode(word.text, word.text.length)));
	});
	else text(part.text);
	return nodes;
}
const FAULT_LENGTH = 4e3;
/** A verdict of `invalid` for an error that kept the samples from being judged. */
function describeFault(message, { commit = null, ownPolicy = false } = {}) {
	const [first = ""] = message.split("\n", 1);
	const line = inline`the samples could not be judged: ${first}`;
	const unknown = ours("Nothing is known about the candidate.");
	const markdown = blocksToMarkdown([
		{
			kind: "headline",
			verdict: "invalid",
			words: VERDICT_WORDS.invalid,
			content: inline`${titlePrefix({
				commit,
				ownPolicy
			})}${line}`
		},
		paragraph$1(joined$3([
			strong$1("This blocks the merge."),
			commitSentence(commit),
			unknown
		])),
		verbatim(message, FAULT_LENGTH)
	]);
	return {
		summary: `Invalid: ${toPlain(line)}`,
		markdown
	};
}

// src/app/suite/suite.ts
/** Longer texts, and those of several lines, are prompts and no paths, and what lies on the hub, or ships with this package, is named by its commit or version: unless the commit has a file of that name. */
const LONGEST_PATH = 4096;
const isNoPath = (text) => text === "" || text.length > LONGEST_PATH || /[\n\0]|^hf:|^weighbridge:/.test(text);
/**
* Everything in a config on which a verdict depends besides weights and policy, by the key that names it. Whatever option names a
* file of the commit counts with its content: an option that comes new needs no word here.
*/
async function suiteParts(side) {
	const { config } = side;
	const parts = /* @__PURE__ */ new Map();
	const take = async (task, key, path, of = {}) => {
		const at = {
			task,
			written: path,
			path: pathInRepository(side, path)
		};
		const subject = task === null ? key : `tasks.${task}.${key}`;
		for (const [each, part] of await partsAt(side, subject, at, of)) parts.set(each, part);
	};
	for (const { subject, path, value } of sourcesOf(config)) if (path === null) parts.set(subject, {
		...NOWHERE,
		task: null,
		written: value
	});
	else await take(null, subject, path, { isFolder: true });
	for (const [task, options] of Object.entries(config.baselines.prompt)) for (const [key, text] of taskSettings({ options })) await take(null, `baseline.prompt.${task}.${key}`, text);
	let before = "";
	for (const [key, text] of engineSettings(config)) {
		await take(null, key, text);
		if (before === "-m" && hasModule(side, text)) await take(null, `${key} beside`, ".", {
			isFolder: true,
			only: PYTHON_FILES
		});
		before = text;
	}
	for (const task of config.tasks) for (const [key, text] of taskSettings(task)) await take(task.name, key, text);
	for (const task of config.tasks.filter(isHarness)) {
		const folder = join(side.root, side.folder);
		for (let known = -1; known < parts.size;) {
			known = parts.size;
			for (const part of parts.values()) if (/\.ya?ml$/i.test(part.path ?? "")) await placeOnDisk(side, part);
			for (const input of await harnessRunner(task.runner).inputs(task.name, task.options, folder)) await take(task.name, input.key, input.path, {
				...input,
				isFolder: true
			});
		}
	}
	return parts;
}
/** Whether the commit has a module of Python, in whatever form, or the package around it. @param dotted `server.main` */
function hasModule(side, dotted) {
	const top = pathInRepository(side, dotted.split(".")[0] ?? "");
	return [...side.files.entries.keys()].some((path) => path === top || path.startsWith(`${top}/`) || path.startsWith(`${top}.`) && PYTHON_FILES.test(path));
}
/** The word `test` of a task is hardly the folder of that name; what is written as a path, and an option of a scorer or a check, is. */
const mayMeanFolder = (task, subject, written) => task === null ? subject.startsWith("engine.serve.reads.") : written.includes("/") || ["scorers", "checks"].some((key) => subject.startsWith(`tasks.${task}.${key}.`));
/** A word of a command, which may be a program in any language where its name does not tell. */
const mayBeProgram = (subject, path) => /\.command\.\d+$/.test(subject) && posix.extname(path) === "";
async function partsAt(side, subject, { task, written, path }, { isFolder = false, only }) {
	const value = {
		...NOWHERE,
		task,
		written
	};
	const found = await follow(side.files, path, join(side.scratch, "link"));
	if (!isFolder && isNoPath(written) && found.kind !== "file") return [[subject, value]];
	switch (found.kind) {
		case "absent": return [[subject, {
			...value,
			path
		}]];
		case "outside": return [[subject, {
			...value,
			outside: found.at
		}]];
		case "file": {
			const { entry } = found;
			const part = [subject, {
				...value,
				path,
				entry
			}];
			const isProgram = entry.mode === "100755" || mayBeProgram(subject, found.path);
			const loadable = isFolder ? null : loadableBy(found.path, isProgram);
			if (loadable === null) return [part];
			const folder = {
				task,
				written: posix.dirname(written),
				path: posix.dirname(found.path)
			};
			return [part, ...(await partsAt(side, `${subject} beside`, folder, {
				isFolder: true,
				only: loadable
			})).filter(([, { path: other }]) => other !== found.path)];
		}
		case "folder": {
			if (!isFolder && !mayMeanFolder(task, subject, written)) return [[subject, value]];
			const names = below(side.files, found.path).filter((name) => only === void 0 || only.test(name));
			const parts = [];
			for (const name of names) {
				const inner = {
					task,
					written: posix.join(written, name),
					path: posix.join(path, name)
				};
				parts.push(...await partsAt(side, `${subject}: ${name}`, inner, { isFolder }));
			}
			return parts;
		}
	}
}
function pathInRepository({ folder, checkout, root }, written) {
	if (!posix.isAbsolute(written)) return posix.normalize(posix.join(folder, written));
	return [checkout, root].map((each) => relative(each, written)).find((each) => !each.startsWith("..")) ?? written;
}
/** What the candidate is compared with; every path that a source names, and in words what names none. */
function sourcesOf({ baselines, anchor, store }) {
	const found = [];
	const add = (subject, path, value) => found.push({
		subject,
		path,
		value
	});
	const model = (subject, source) => {
		for (const [name, path] of pathsOf(source)) add(`${subject}${name}`, path, describeModel(source));
	};
	for (const [index, source] of baselines.sources.entries()) {
		const subject = baselines.sources.length === 1 ? "baseline" : `baseline.${index + 1}`;
		if (source.from === "path") model(subject, source.model);
		else add(subject, null, describeBaselineSource(source));
		if (source.from === "base-branch") add(`${subject}${POINTER}`, source.pointer, source.pointer);
	}
	if (anchor !== null) model("anchor.model", anchor);
	if (store !== null && store !== "default") add("store", store.path, store.path);
	return found;
}
/** Read from the base branch wherever it is used: what a pull request makes of it takes effect when it is merged. */
const POINTER = ".pointer";
function pathsOf(source) {
	switch (source.kind) {
		case "file": return parts(source.path).map((path, index) => [index === 0 ? "" : ` part ${index + 1}`, path]);
		case "folder":
		case "results": return [["", source.path]];
		case "adapter": return [[".base", hubModel(source.base) === null ? source.base : null], [".adapter", source.adapter]];
		case "hub":
		case "endpoint": return [["", null]];
	}
}
/** A path that is no first part is refused where it is loaded. */
function parts(path) {
	try {
		return splitParts(path);
	} catch {
		return [path];
	}
}
const NOWHERE = {
	path: null,
	entry: null,
	outside: null
};
/** @returns the file's path on disk, taken out of the commit where it is not checked out; null where there is none */
async function placeOnDisk(side, { path, entry }) {
	if (path === null) return null;
	const file = join(side.root, path);
	if (side.isCheckedOut || existsSync(file)) return file;
	if (entry === null) return null;
	await makeDirectory(dirname(file));
	await side.files.write(entry.id, file);
	return file;
}
/** Whether the commit has anything at a path. @param path as written in the config */
async function isCommitted(side, path) {
	const { kind } = await follow(side.files, pathInRepository(side, path), join(side.scratch, "link"));
	return kind === "file" || kind === "folder";
}
/**
* Puts a file, or all of a folder, on disk as the commit has it, with what Git LFS keeps of it.
* @param path as written in the config
* @returns where it lies; null where the commit does not have it
* @throws WeighbridgeError `data` for what is in Git LFS and not here
*/
async function takeOut(side, path) {
	const all = [];
	for (const written of parts(path)) {
		const found = await partsAt(side, written, {
			task: null,
			written,
			path: pathInRepository(side, written)
		}, { isFolder: true });
		all.push(...found.map(([, part]) => part).filter(({ entry }) => entry !== null));
	}
	for (const part of all) await putOnDisk(side, part);
	return all.length === 0 ? null : join(side.root, pathInRepository(side, path));
}
/** Puts one file on disk, with its content where Git LFS keeps that. */
async function putOnDisk(side, part) {
	const file = await placeOnDisk(side, part);
	const pointer = file === null ? null : await pointerIn(file);
	if (file === null || part.path === null || pointer === null) return;
	const content = await lfsContent(side.checkout, pointer.oid, join(side.checkout, part.path));
	if (content === null) throw new WeighbridgeError("data", `${part.written} is in Git LFS and was not fetched for that commit`, { fix: "fetch it: `git lfs fetch origin <base branch>`" });
	await copyFile(content, file);
}
/** What a file is the pointer of, where it is one of Git LFS. */
async function pointerIn(file) {
	return (await stat(file)).size > 1024 ? null : lfsPointer(await readFile(file, "utf8"));
}

// src/app/suite/base-suite.ts
/**
* Lays out the files of the tasks as the base branch has them. What is in no commit, and what a new task names, is linked to where
* it is.
* @param base whose root is empty so far
* @throws WeighbridgeError `data` for what Git LFS keeps and is not here
*/
async function layOut(base, head) {
	const has = ({ config }, task) => config.tasks.some(({ name }) => name === task);
	const linked = [];
	for (const part of (await suiteParts(base)).values()) {
		if (part.path === null || !has(head, part.task)) continue;
		if (part.entry !== null) await putOnDisk(base, part);
		else if (!await isCommitted(head, part.written)) linked.push(part.path);
	}
	for (const part of (await suiteParts(head)).values()) if (part.path !== null && part.task !== null && !has(base, part.task)) linked.push(part.path);
	const isThere = (path, look) => look(path).then(...YES_OR_NO);
	for (const path of linked) {
		const [from, to] = [join(head.checkout, path), join(base.root, path)];
		if (await isThere(to, lstat) || !await isThere(from, stat)) continue;
		await makeDirectory(dirname(to));
		await symlink(from, to);
	}
	return join(base.root, base.folder);
}
const YES_OR_NO = [() => true, () => false];
/** The config with the engine and the tasks of the base branch; a gate on what those do not measure cannot steer the evaluation. */
function onBaseSuite(loaded, suite) {
	const base = resolveBase(suite.config, loaded.config, loaded.overrides).config;
	const replaced = (config) => ({
		...config,
		taskDirectory: suite.directory,
		engine: base.engine,
		tasks: config.tasks.map((task) => base.tasks.find(({ name }) => name === task.name) ?? task),
		gates: config.gates.filter((gate) => metricsOfGate(gate).every(({ task, metric }) => {
			const known = base.declared.find((each) => each.task === task);
			return known === void 0 || known.open === true || known.metrics.some(({ name }) => name === metric);
		}))
	});
	return {
		...loaded,
		config: replaced(loaded.config),
		withResults: (config, runs) => replaced(loaded.withResults(config, runs))
	};
}

export { tasksOfSide as $, verbatim as A, sideFolder as At, provenanceOf as B, heading$1 as C, parseEntry as Ct, table as D, readToJudge as Dt, paragraph$1 as E, readSides as Et, chooseAfter as F, require_yauzl as Ft, originHere as G, defaultStore as H, chooseBaseline as I, markdownTable as It, forEngine as J, storeOf as K, findBaselines as L, lockedSplitRemark as M, RESULT_FORMATS as Mt, lockedSplitUse as N, exporterOf as Nt, textColumn as O, referenceFolder as Ot, lockedSplitWords as P, findFormat as Pt, sourceIssue as Q, foundIn as R, mismatchSentence as S, parseBlessing as St, numberColumn as T, readSideResults as Tt, findBaseline as U, withBaseline as V, mustFind as W, requireHarness as X, preparationsOf as Y, requireSources as Z, gateBlocks as _, BaselineStore as _t, placeOnDisk as a, readConfig as at, asciiFigure as b, Entries as bt, takeOut as c, askGit as ct, blocksToMarkdown as d, mergeBase as dt, fetchSides as et, describeFault as f, readAtRevision as ft, OWN_POLICY_TITLE as g, writeBlob as gt, sectionsFor as h, treeAtRevision as ht, isCommitted as i, loadConfig as it, decides as j, EXPORTERS as jt, titled as k, salvageToJudge as kt, COMMENT_BYTES as l, folderInRepository as lt, zwitch as m, storedCredentials as mt, onBaseSuite as n, readConfigAndFetch as nt, pointerIn as o, declaredTasks as ot, renderMarkdown as p, resolveRevision as pt, wholeRuns as q, POINTER as r, resultsAt as rt, suiteParts as s, openResults as st, layOut as t, fetchSource as tt, SUMMARY_BYTES as u, holdsBlob as ut, EVERYTHING as v, unblessable as vt, list$2 as w, inSharedUnits as wt, sparkline as x, entryKey as xt, asciiChart as y, ENTRY_FILE as yt, noBaseline as z };