import { n as __exportAll, r as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { i as messageOf, n as WeighbridgeError, r as assertNever, t as IssueList } from "./errors.js";
import { n as describeModel, r as hubModel, t as writeAtomically } from "./atomic-file.js";
import { A as namesIn, B as isRatio, C as disagreement, D as headOf, E as bytesOf, F as brief$1, G as faultOfParts, H as sampleKey, I as digest, J as RERUN_FIELDS, K as attempt$1, L as parseSample$1, M as readJson, N as readText, O as isObject, P as MAX_LINE_BYTES, Q as designOf, R as serializeSample, S as checkWhile, T as AGGREGATES, U as parseRunRecord, V as isUnscored, W as serializeRunRecord, Y as SIDES, Z as TASK_ROLES, a as collect, b as agree, d as readRun, g as SUPERSEDED, h as STAGING, i as require_dist, j as parseJson, k as jsonLines, n as sequentialOrder, o as differences$1, p as RUN_FILE, q as FINGERPRINT_FIELDS, r as onDisk, w as estimate$2, x as checkAggregate, y as lmEval, z as isCorpus } from "./order.js";
import { C as toJSONSchema, T as _isoDateTime, _ as string, a as array, b as unknown$1, c as discriminatedUnion, d as looseObject, f as number$1, g as strictObject, h as record, i as _null, l as int, n as ZodISODateTime, o as boolean$1, p as object, r as _enum, s as custom, t as ZodISODate, u as literal, w as _isoDate, x as url, y as union } from "./schemas.js";
import { o as canonicalJson$1 } from "./chrf.js";
import { a as require_fastest_levenshtein, c as parse$3, d as CsvError, i as configureScorer, l as transform, n as describeNativeTask, o as METRICS, r as SCORERS, s as declareMetric, u as is_object } from "./describe.js";
import { a as fenced, c as prose, d as WAIVER_PERMISSIONS, l as truncate, o as htmlCode, s as oneLine$1, u as visible } from "./log-fence.js";
import { once } from "node:events";
import { execFile, spawn } from "node:child_process";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { existsSync, statSync } from "node:fs";
import process from "node:process";
import { mkdir, open, readFile, readdir, rm, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { inflateRawSync } from "node:zlib";
import { createReadStream as createReadStream$1, promises } from "fs";
import { Transform as Transform$1 } from "stream";

// src/domain/verdict.ts
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
function join$1(verdicts) {
	let worst = -1;
	for (const verdict of verdicts) worst = Math.max(worst, VERDICTS.indexOf(verdict));
	return VERDICTS[worst] ?? "invalid";
}
/** Exit codes of the command line and of the action's last step. */
const EXIT_CODES = {
	notBlocked: 0,
	regression: 1,
	inconclusiveAndBlocked: 2,
	invalid: 3,
	wrongUsage: 4,
	ourFault: 5
};

// package.json
var version = "0.1.0";

// src/version.ts
/** The version of Weighbridge; part of every run's fingerprint. */
const VERSION = version;

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
			const cell = serialize(table[rowIndex][columnIndex]);
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
function serialize(value) {
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

// src/domain/baseline.ts
/** A source in words, as the config writes it. */
function describeBaselineSource(source) {
	switch (source.from) {
		case "path": return describeModel(source.model);
		case "base-branch": return `${source.pointer} of ${source.branch ?? "the base branch"}`;
		case "store": return "the store";
		case "artifact": return "the last green run on the base branch";
	}
}

// src/process/git.ts
/**
* Reads a repository that may belong to a stranger: its own settings must not run code. Only object reading commands are
* used, which know no hooks, filters, pagers or external diffs; no transport may be used, so that a missing object of a
* partial clone is not fetched by a command that the repository names.
*/
const SAFE = [...[
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.commitGraph=false"
], ...[
	"-c",
	"safe.directory=*",
	"--no-pager",
	"--no-replace-objects",
	"--literal-pathspecs"
]];
function cleanEnvironment() {
	const { PATH = "", SYSTEMROOT } = process.env;
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
		GIT_OPTIONAL_LOCKS: "0"
	};
}
const FETCH_ALL = "fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`";
const execute = promisify(execFile);
const MAX_BYTES$1 = 64 * 2 ** 20;
const TIMEOUT_MS = 6e4;
async function git(folder, args) {
	try {
		const { stdout } = await execute("git", [
			...SAFE,
			"-C",
			folder,
			...args
		], {
			env: cleanEnvironment(),
			encoding: "buffer",
			maxBuffer: MAX_BYTES$1,
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
const text$2 = (answer) => answer.ok ? answer.output.toString("utf8").trim() : null;
async function commitOf(folder, revision) {
	const verify = [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${revision}^{commit}`
	];
	return text$2(await git(folder, verify));
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
	const listed = await git(repositoryFolder, [
		"ls-tree",
		"-z",
		"--full-tree",
		commit,
		"--",
		path
	]);
	const entry = listed.ok ? listed.output.toString("utf8") : null;
	if (entry === "") return null;
	const [, mode, kind, id] = /^(\d{6}) (\w+) ([0-9a-f]+)\t/.exec(entry ?? "") ?? [];
	if (id === void 0 || kind !== "blob" || mode === "120000") throw new WeighbridgeError("data", `${path} ${id === void 0 ? "cannot be read" : "is not a plain file"} at ${revision}`, { fix: "put the file itself there, and check out with `fetch-depth: 0`" });
	const blob = await git(repositoryFolder, [
		"cat-file",
		"blob",
		id
	]);
	if (blob.ok) return blob.output;
	throw new WeighbridgeError("data", `${path} cannot be read at ${revision}: ${blob.said}`, { fix: "check out with `fetch-depth: 0` and without a filter" });
}
/**
* The commit from which two revisions went apart.
* @returns null when the repository cannot tell: a revision is missing, they share nothing, or the clone is shallow, where
* the answer could be an older commit than the true one
*/
async function mergeBase(repositoryFolder, a, b) {
	if (text$2(await git(repositoryFolder, ["rev-parse", "--is-shallow-repository"])) !== "false") return null;
	const [left, right] = [await commitOf(repositoryFolder, a), await commitOf(repositoryFolder, b)];
	if (left === null || right === null) return null;
	return text$2(await git(repositoryFolder, [
		"merge-base",
		left,
		right
	]));
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
	return text$2(await git(folder, args)) || null;
}
/** Writes a blob of any size into a file, as git has it. @throws WeighbridgeError `data` when there is no such blob */
async function writeBlob(folder, blob, file) {
	const handle = await open(file, "wx");
	try {
		const child = spawn("git", [
			...SAFE,
			"-C",
			folder,
			"cat-file",
			"blob",
			blob
		], {
			env: cleanEnvironment(),
			stdio: [
				"ignore",
				handle.fd,
				"ignore"
			]
		});
		const [code] = await once(child, "close");
		if (code === 0) return;
	} finally {
		await handle.close();
	}
	await rm(file, { force: true });
	throw new WeighbridgeError("data", `git has no blob ${blob}`, { fix: FETCH_ALL });
}
/** Whether the repository has this commit, and where in it a folder lies: `''` for the root, else `a/b/`; null outside of one. */
async function folderInRepository(folder) {
	return text$2(await git(folder, ["rev-parse", "--show-prefix"]));
}

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
		sources: (Array.isArray(written) ? written : [written]).map(baselineSource$1),
		maxAgeDays: null,
		bootstrap: false
	};
}
function baselineSource$1(written) {
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

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}

// src/engines/llama-cpp/options.ts
/** Settings of the embedded engine. All but `threads` enter the fingerprint: they can change results. */
const llamaCppOptions = strictObject({
	context_size: int().min(16).optional().describe("Tokens that prompt and answer share. Default: what the model was trained for, at most 4096."),
	batch_size: int().min(16).default(512).describe("Tokens evaluated at once. Fixed, because it can change results."),
	threads: int().min(1).optional().describe("CPU threads. Default: one for models below 50 million parameters, otherwise one for every processor of the machine."),
	gpu: boolean$1().default(false).describe("Whether the engine may use a GPU.")
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
const text$1 = string().nullish();
const details = record(string(), unknown$1()).nullish();
/** A bound may be the word for what JSON cannot write. */
const bound$1 = union([
	number$1(),
	literal("Infinity"),
	literal("-Infinity")
]).nullish().transform((value) => typeof value === "number" && Number.isFinite(value) ? value : null);
const resultSchema = object({
	evaluation_result_id: text$1,
	evaluation_name: string().min(1),
	source_data: record(string(), unknown$1()).nullish(),
	metric_config: object({
		metric_id: text$1,
		metric_name: text$1,
		metric_unit: text$1,
		lower_is_better: boolean$1(),
		score_type: text$1,
		has_unknown_level: boolean$1().nullish(),
		min_score: bound$1,
		max_score: bound$1,
		llm_scoring: unknown$1().optional()
	}),
	score_details: object({
		score: number$1(),
		uncertainty: object({
			standard_error: object({ value: number$1().min(0) }).nullish(),
			num_samples: int().min(1).nullish()
		}).nullish()
	}),
	generation_config: unknown$1().optional()
});
const evaluationSchema = object({
	schema_version: string().regex(/^0\.[23]\./, "only versions 0.2 and 0.3 are known"),
	evaluation_id: string(),
	evaluation_timestamp: text$1,
	retrieved_timestamp: text$1,
	eval_library: object({
		name: string(),
		version: text$1,
		additional_details: details
	}).nullish(),
	model_info: object({
		id: string().min(1),
		inference_engine: object({
			name: text$1,
			version: text$1
		}).nullish()
	}),
	evaluation_results: array(resultSchema).min(1),
	detailed_evaluation_results: object({
		format: literal("jsonl"),
		file_path: string(),
		hash_algorithm: _enum(["sha256", "md5"]).nullish(),
		checksum: text$1,
		total_rows: int().min(0).nullish()
	}).nullish()
});
const rowSchema$2 = object({
	evaluation_id: string(),
	model_id: string(),
	evaluation_name: string(),
	evaluation_result_id: text$1,
	sample_id: string().min(1),
	input: object({
		raw: string().nullish(),
		formatted: text$1,
		reference: array(string()).nullish(),
		choices: array(string()).nullish()
	}),
	output: object({ raw: array(string()) }).nullish(),
	messages: array(object({
		role: string(),
		content: text$1
	})).nullish(),
	evaluation: object({ score: custom((value) => typeof value === "number", "not a number").nullish() }),
	error: text$1,
	token_usage: object({
		input_tokens: int().min(0),
		output_tokens: int().min(0)
	}).nullish(),
	metadata: record(string(), unknown$1()).nullish()
});

// src/importers/every-eval-ever/files.ts
/** `data/<collection>/<developer>/<model>/<uuid>.json`, and a folder above it. */
const MAX_DEPTH$6 = 5;
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
async function locate$3(path, depth = MAX_DEPTH$6) {
	if (!existsSync(path)) return [];
	if (!(await stat(path)).isDirectory()) return await isEvaluation(path) ? [path] : [];
	const found = [];
	const entries = await readdir(path, { withFileTypes: true });
	for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
		const inner = join(path, entry.name);
		if (entry.isDirectory() && depth > 0) found.push(...await locate$3(inner, depth - 1));
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
async function tally$3(source, all) {
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
		return (await locate$3(parseSelection(path).file)).length > 0;
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
	const files = await locate$3(existsSync(folder) ? folder : selection.file);
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
	const sampled = await tally$3(source, all);
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
			aggregates: results.map(aggregateOf$1)
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
function aggregateOf$1({ result, metric, divisor }) {
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
		perturbation: unknown$1().optional()
	}),
	count: number$1(),
	mean: number$1().nullish()
});
const specSchema$1 = object({
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
	const metrics = metricsOf$4(run, instances, directions);
	const states = statesByKey(run.states);
	const trials = new Set(instances.map((instance) => instance.train_trial_index)).size;
	const samples = instances.map((instance, index) => {
		const own = states?.get(keyOf$1(instance.instance_id, instance.train_trial_index)) ?? [];
		const [state] = own;
		const output = own.length === 1 ? state?.result?.completions?.[0]?.text : void 0;
		return {
			id: idFrom(keyOf$1(instance.instance_id, instance.train_trial_index)),
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
const keyOf$1 = (id, trial) => trial === 0 ? id : `${id}#trial${trial}`;
/** A question whose choices are asked about one by one has a state a choice. */
function statesByKey(states) {
	if (states === null) return null;
	const byKey = /* @__PURE__ */ new Map();
	for (const state of states.filter(({ instance }) => plain$2(instance))) {
		const key = keyOf$1(state.instance.id ?? "", state.train_trial_index);
		byKey.set(key, [...byKey.get(key) ?? [], state]);
	}
	return byKey;
}
/** Most statistics of HELM count tokens and seconds: those that nobody knows a direction of are no metrics. */
function metricsOf$4({ folder, task }, instances, directions) {
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
		const ours = estimate$2(scores, metric)?.value ?? NaN;
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
const MAX_DEPTH$5 = 3;
const helm = {
	name: "HELM",
	summary: "a run folder of helm-run, or a folder of runs of one model",
	async detect(path) {
		return (await runFolders$1(parseSelection(path).file, MAX_DEPTH$5)).length > 0;
	},
	async load(path, side) {
		const faults = [];
		return {
			runs: await attempt$1(faults, async () => {
				const selection = parseSelection(path);
				const directions = directionsOf(selection, commonDirection);
				const read = [];
				for (const folder of await runFolders$1(selection.file, MAX_DEPTH$5)) await attempt$1(faults, async () => read.push(await readHelmRun(folder)));
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
var fill$1 = function(v, n, s, e) {
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
		fill$1(nb, i, pv, ri[i - 1] = pv + rc[i] * (1 << mb - i));
	}
	if (ri[0] != ts) err(0);
	for (i = 0; i < wc; ++i) {
		var bits = hw[i];
		if (bits) {
			var code = ri[bits];
			fill$1(syms, i, code, ri[bits] = code + (1 << mb - bits));
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
			fill$1(out, dat[bt], st.y, st.y += sz);
			return out;
		}
		return fill$1(new u8(sz), dat[bt]);
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
		else if (lbt == 1) fill$1(buf, dat[bt++], spl);
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
	invalidated: boolean$1().default(false),
	eval: object({
		task: string().min(1),
		task_version: union([number$1(), string()]).nullish(),
		task_args: unknown$1().optional(),
		created: string().nullish(),
		model: string(),
		model_args: unknown$1().optional(),
		model_generate_config: values$2.nullish(),
		dataset: object({
			name: string().nullish(),
			samples: count$1.nullish(),
			sample_ids: array(union([string(), number$1()])).nullish(),
			shuffled: boolean$1().nullish()
		}),
		config: object({
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
const SAMPLE$1 = /^samples\/(.+)_epoch_\d+\.json$/;
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
			const id = SAMPLE$1.exec(name)?.[1];
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
	const judged = header.scores.map((own) => judge$1(log, own, directions));
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
function judge$1({ file, header }, own, directions) {
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
const inspect$1 = {
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
				const models = modelsOf$1(logs);
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
function modelsOf$1(logs) {
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
	return [...groupBy(suites.flatMap(({ cases }) => cases), (test) => idFrom(nameOf$2(test)))].map(([id, cases], index) => {
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
const nameOf$2 = ({ attributes: { classname, name }, suite, at }) => {
	if (name) return [classname || suite, name].filter(Boolean).join("::");
	throw new WeighbridgeError("data", "a test case without a name", { at });
};
/** pytest reports a test twice when it failed and could not be torn down either: with a failure, then with an error. */
function theOne$2(cases) {
	const [first, second, ...others] = cases;
	if (first === void 0) throw new Error("a group without cases");
	if (second === void 0) return first;
	if (first.outcomes.has("failure") && second.outcomes.has("error") && others.length === 0) return first;
	throw new WeighbridgeError("data", `the test ${JSON.stringify(nameOf$2(second))} is already on line ${first.at.line}`, {
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
	const names = new Set(cases.map(nameOf$2)).size;
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
const MAX_DEPTH$4 = 50;
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
		if (depth > MAX_DEPTH$4) fail(`nested deeper than ${MAX_DEPTH$4} elements`);
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
const encoder$1 = new TextEncoder();
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
		return compareBytes(encoder$1.encode(a), encoder$1.encode(b));
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
const values$1 = record(string(), unknown$1());
/** Of the model's settings nothing is kept but its name: they may hold keys. */
const schema = object({
	config_general: object({
		model_name: string().nullish(),
		model_config: object({ model_name: string().nullish() }).nullish(),
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
function tasksOf$1({ results }) {
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
	const own = metricsOf$3(source, task, directions);
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
function metricsOf$3({ file, results }, task, directions) {
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
const MAX_DEPTH$3 = 4;
const lighteval = {
	name: "lighteval",
	summary: "results and details (--save-details): the folder given as --output-dir, or one results file",
	async detect(path) {
		return (await resultsIn(parseSelection(path).file, MAX_DEPTH$3)).length > 0;
	},
	async load(path, side) {
		const faults = [];
		return {
			runs: await attempt$1(faults, async () => {
				const selection = parseSelection(path);
				const directions = directionsOf(selection, commonDirection);
				const source = await readResultsFile(theOne$1(await resultsIn(selection.file, MAX_DEPTH$3), selection.file));
				const details = await detailsOf(source.file);
				const found = [];
				for (const task of tasksOf$1(source.results)) await attempt$1(faults, async () => found.push(await toRun$4(source, task, details, side, directions)));
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
const MAX_DEPTH$2 = 2;
const HEAD = /^\s*\{\s*"run_id"\s*:\s*"eval-[^"]*"\s*,\s*"config_hash"\s*:/;
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
/** The bundles at a path, sorted. */
async function locate$2(path, depth = MAX_DEPTH$2) {
	if (!existsSync(path)) return [];
	if (!(await stat(path)).isDirectory()) return HEAD.test(await headOf(path) ?? "") ? [path] : [];
	const found = [];
	const entries = await readdir(path, { withFileTypes: true });
	for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
		const inner = join(path, entry.name);
		if (entry.isDirectory() ? depth > 0 : entry.name.endsWith(".json")) found.push(...await locate$2(inner, depth - 1));
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
	prompt: unknown$1().optional(),
	expected_answer: unknown$1().optional(),
	model_response: string().nullish(),
	scoring_details: record(string(), unknown$1()).nullish(),
	metadata: object({ category: unknown$1().optional() }).nullish()
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
async function tally$2(bundle) {
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
		return (await locate$2(path)).length > 0;
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
	const files = await locate$2(path);
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
	const counted = await tally$2(bundle);
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
			args: unknown$1().optional()
		}).nullish(),
		seed: number$1().nullish(),
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
function metricsOf$2({ spec, samples, reportAt }) {
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
		const turns = turnsOf$1(recorded);
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
	const metrics = metricsOf$2(log);
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
async function locate$1(path) {
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
	const rows = parse$3((await readText(join(folder, newest))).text, {
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
		return (await locate$1(parseSelection(path).file)).length > 0;
	},
	async load(path, side) {
		const faults = [];
		return {
			runs: await attempt$1(faults, async () => {
				const selection = parseSelection(path);
				const directions = directionsOf(selection, commonDirection);
				const place = theOne(await locate$1(selection.file), selection.file);
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
			declaration: meanMetric(name, direction, kindOf$1(unit)),
			divisor
		};
	}
	const declaration = declareMetric(name);
	if (declaration.kind !== "mean") return fail("it is no mean of one number a sample", "give a number that is, such as the log-likelihood of each sample, under another name");
	if (direction !== void 0 && direction !== declaration.direction) return fail(`of this metric ${declaration.direction.replaceAll("_", " ")}`, "give the metric another name");
	if (unit !== void 0 && kindOf$1(unit) !== declaration.unit) return fail(`this metric is a ${declaration.unit}`, "give the metric another name");
	return {
		declaration,
		divisor
	};
}
const kindOf$1 = (unit) => unit === "rate" || unit === "percent" ? "rate" : "number";
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
const parse$2 = function() {
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
	const parser = Readable.from(wellFormed(file, hash)).compose(parse$2({
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
async function tally$1(file, format) {
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
	const { models, digest } = await tally$1(file, format);
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
const values = record(string(), unknown$1());
const testCase = object({
	vars: values.nullish(),
	assert: array(unknown$1()).nullish(),
	threshold: number$1().nullish(),
	options: unknown$1().optional()
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
		raw: unknown$1().optional(),
		label: string().nullish(),
		display: string().nullish()
	}),
	promptId: string().nullish(),
	testIdx: int().nullish(),
	vars: values.default({}),
	testCase: testCase.optional(),
	success: boolean$1(),
	score: number$1().nullish(),
	namedScores: record(string(), number$1().nullable()).nullish(),
	gradingResult: object({ componentResults: array(unknown$1()).nullish() }).nullish(),
	failureReason: int().nullish(),
	error: unknown$1().optional(),
	response: object({ output: unknown$1().optional() }).nullish()
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
function metricsOf$1(row) {
	const declared = assertionsOf(row).flatMap(({ metric }) => typeof metric === "string" && !metric.includes("{{") ? [metric] : []);
	return /* @__PURE__ */ new Set([...Object.keys(row.namedScores ?? {}), ...declared]);
}

// src/importers/promptfoo/results-file.ts
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
const file = object({
	results: summary,
	config: object({ providers: unknown$1().optional() }).nullish(),
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
async function readResults$1(path, format) {
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
			target: targetOf$1(row),
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
const targetOf$1 = ({ testCase: test }) => test === void 0 ? NOT_RECORDED : digest({
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
	const results = await readResults$1(file, format);
	if (results.rows.length === 0) throw new WeighbridgeError("data", "there are no results", { at: { file } });
	const { provider, rows } = chooseRows(selection, results);
	const tests = identify(rows);
	const names = [...new Set(rows.flatMap((row) => [...metricsOf$1(row)]))].sort();
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
	}))), ...names.map((name) => run(name, [SCORE], tests.filter(({ row }) => metricsOf$1(row).has(name)).map((test) => withScores(test, { score: namedScoreOf(test.row, name) }))))];
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
	const settings = settingsOf$2(providers, row?.provider ?? {});
	return {
		harness: TASK,
		harness_version: version,
		...Object.keys(settings).length === 0 ? {} : { generation: brief$1(settings) }
	};
}
/** Providers are listed as texts, as `{id, label, config}`, or as `{<id>: {label, config}}`. */
function settingsOf$2(providers, { id, label }) {
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
	inspect$1,
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
/** Who reads the results at a path; null when nobody knows them. */
async function findImporter(path) {
	for (const importer of IMPORTERS) if (await importer.detect(path)) return importer;
	return null;
}

// src/runners/lm-eval/options.ts
const scalar = union([
	string(),
	number$1(),
	boolean$1()
]);
/** Names as on the command line of lm_eval. */
const argumentName = string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/);
/** An argument list is cut at commas, whatever they stand in. */
const argument = union([
	string().regex(/^[^,]*$/),
	number$1(),
	boolean$1()
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
	apply_chat_template: union([boolean$1(), string().min(1)]).default(false).describe("Ask through the model's chat template, or through the one of this name."),
	fewshot_as_multiturn: boolean$1().optional().describe("Solved examples as turns of the chat."),
	system_instruction: string().min(1).optional().describe("Put before everything."),
	gen_kwargs: record(argumentName, union([scalar, array(string())])).optional().describe("Generation settings in place of the task's own, such as `temperature: 0`."),
	batch_size: union([int().min(1), string().regex(/^auto(:[1-9][0-9]*)?$/)]).optional().describe("Requests at a time: a number, `auto` or `auto:N`. Default: that of lm_eval."),
	device: string().regex(/^[a-z]+(:[0-9]+)?$/).optional().describe("Such as `cuda:0` or `cpu`. Default: that of lm_eval."),
	seed: union([int().min(0), array(int().min(0)).length(4)]).optional().describe("One seed, or those of Python, NumPy, Torch and the solved examples. Default: those of lm_eval."),
	include_path: string().min(1).optional().describe("Folder with task YAML files of your own, relative to this file."),
	limit: number$1().gt(0).optional().describe("Evaluate only the first so many documents, or this share of them when below 1: a prefix of the file and no random sample, so a run that is judged should not have one."),
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
	timeout_minutes: number$1().gt(0).optional().describe("Ends lm_eval, with everything it started, after this time.")
});

// src/runners/native/options.ts
/** Fields that every native task has; names as in lm-evaluation-harness where it has one. */
const common = {
	dataset: string().min(1).describe("JSONL, JSON or CSV file, also gzipped, relative to the config file."),
	id_field: string().min(1).optional().describe("Field with the unique id of a row. Default: `id` where rows have it, else a digest of the content."),
	group_field: string().min(1).optional().describe("Field with the subtask of a row, such as a subject."),
	cluster_field: string().min(1).optional().describe("Field naming rows that are not independent, such as a passage."),
	limit: int().min(1).optional().describe("Evaluate only this many samples, drawn by the seed, never the first ones."),
	metadata: strictObject({ version: union([string(), number$1()]) }).optional().describe("Version of the task: raise it when results before and after must not be compared.")
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
	apply_chat_template: boolean$1().default(false).describe("Ask through the model's own chat template: everything but the system message in one user turn."),
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
	temperature: number$1().min(0).default(0).describe("0 is greedy.")
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
const MAX_DEPTH$1 = 4;
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
	const stored = [];
	const faults = [];
	for (const run of await runFolders(folder, side, MAX_DEPTH$1)) await attempt(faults, async () => stored.push(await readRun(run)));
	if (stored.length === 0 && faults.length === 0) faults.push(nothingIn(folder, side));
	const runs = [];
	const tasks = [...new Set(stored.map(({ record }) => record.task))].sort();
	for (const task of tasks) {
		const shards = stored.filter(({ record }) => record.task === task);
		await attempt(faults, async () => runs.push(joinShards(shards)));
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
	return (await runFolders(folder, side, MAX_DEPTH$1)).length > 0;
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
function joinShards(shards) {
	const [first, ...others] = shards;
	if (first === void 0) throw new Error("no shards to join");
	if (others.length === 0) return first;
	const samples = /* @__PURE__ */ new Map();
	for (const shard of shards) {
		const differs = differences$1(first.record, shard.record);
		if (differs.length > 0) throw notOneRun(first, shard, `they differ in ${differs.join(", ")}`);
		for (const sample of shard.samples) {
			const key = sampleKey(sample);
			const other = samples.get(key);
			if (other !== void 0 && canonicalJson$1(other) !== canonicalJson$1(sample)) throw notOneRun(first, shard, `the sample ${JSON.stringify(sample.id)} has two different results`);
			samples.set(key, sample);
		}
	}
	const isWhole = new Set([...samples.values()].map(({ id }) => id)).size === first.record.planned;
	const isComplete = ({ record }) => record.status.state === "complete";
	const telling = shards.find((shard) => isComplete(shard) === isWhole) ?? first;
	const incomplete = isWhole && isComplete(telling) ? null : telling.incomplete;
	return {
		...telling,
		incomplete,
		samples: [...samples.values()]
	};
}
const notOneRun = (first, other, why) => new WeighbridgeError("data", `${first.folder} and this are not parts of one run: ${why}`, {
	at: { file: other.folder },
	fix: "name a folder with the results of one model only"
});
const nothingIn = (folder, side) => new WeighbridgeError("data", `there are no results of the ${side}`, {
	at: { file: folder },
	fix: `evaluate it first: weighbridge evaluate --role ${side}`
});

// src/sides/stored.ts
/** Where the runs of a side lie: results that the config names, or what was evaluated into `out`. */
function sideFolder(config, side, out) {
	const source = config[side];
	return source?.kind === "results" ? resolve(config.directory, source.path) : join(out, side);
}
/** Reads what can be read of all sides, from run directories or from results of other programs. */
async function readSides({ baseline, candidate, anchor }) {
	return {
		baseline: await readResults(baseline, "baseline"),
		candidate: await readResults(candidate, "candidate"),
		...anchor === void 0 ? {} : { anchor: await readResults(anchor, "anchor") }
	};
}
/** Runs of our own come first: a foreign file that lies among them changes nothing. */
async function readResults(path, side) {
	const importer = await holdsRuns(path, side) ? null : await findImporter(path);
	return importer === null ? salvageSide(path, side) : collect(await importer.load(path, side));
}

// src/config/digest.ts
/**
* SHA-256 of how checkpoints are asked and judged. Which checkpoints, and where a value was written, are left out: the
* same rules have the same digest in every pull request, from a file or from flags.
*/
function digestOf({ engine, seed, tasks, gates, policy, evaluation }) {
	const rules = {
		engine,
		seed,
		tasks: Object.fromEntries(tasks.map(({ name, ...task }) => [name, task])),
		gates: Object.fromEntries(gates.map(({ source: _, id, ...gate }) => [id, gate])),
		policy: Object.fromEntries(Object.entries(policy).map(([name, { value }]) => [name, value])),
		evaluation: evaluation.value
	};
	return createHash("sha256").update(JSON.stringify(rules, sortKeys)).digest("hex");
}
/** Makes the text of an object independent of the order in which its keys were written. */
function sortKeys(_key, value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
}

// src/domain/gate.ts
/** A source in words, such as `flag --max-mmlu-drop` or `weighbridge.yml:12`. */
function describeSource(source) {
	switch (source.kind) {
		case "default": return "default";
		case "input": return `input ${source.name}`;
		case "flag": return `flag ${source.name}`;
		case "file": return `${source.file}:${source.line}`;
	}
}
const GATE_RULES = [
	"max_drop",
	"min_gain",
	"ceiling",
	"floor",
	"no_regression_by_group",
	"net_gain"
];
/** The tasks that a gate needs, its own first. */
function tasksOf(gate) {
	return gate.rule === "net_gain" ? [gate.task, ...gate.losses.map(({ task }) => task)] : [gate.task];
}
/** A limit in words and units, as a person would write it in the config. */
function describeLimit(rule, unit) {
	if (rule.rule === "ceiling" || rule.rule === "floor") return unit === "rate" ? `${trim(rule.limit * 100)}%` : trim(rule.limit);
	if (rule.limit.kind === "relative") return `${trim(rule.limit.value * 100)}%rel`;
	return unit === "rate" ? `${trim(rule.limit.value * 100)}pp` : trim(rule.limit.value);
}
function trim(value) {
	return String(Number(value.toPrecision(12)));
}

// src/config/fault.ts
/** A complaint about a value: `config` at its line when a file said it, `usage` with its name when a flag or input did. */
function fault(origin, message, fix) {
	const { source } = origin;
	if (source.kind === "flag" || source.kind === "input") return new WeighbridgeError("usage", `${describeSource(source)}: ${message}`, { fix });
	return new WeighbridgeError("config", message, {
		fix,
		...origin.at === void 0 ? {} : { at: origin.at }
	});
}

// src/config/gate-schema.ts
/** Read by units.ts once the metric is known; the patterns only help editors. */
const change = (what) => union([string().meta({ pattern: "^[0-9]+(\\.[0-9]+)?(pp|%rel)?$" }), number$1().meta({ minimum: 0 })]).describe(`${what} For a rate \`2pp\` or \`0.02\`; relative to the baseline \`2%rel\`; for other metrics a plain number or \`2%rel\`.`);
const bound = (what) => union([string().meta({ pattern: "^[0-9]+(\\.[0-9]+)?%?$" }), number$1().meta({ minimum: 0 })]).describe(`${what} For a rate \`1%\` or \`0.01\`; for other metrics a plain number.`);
const thresholdsSchema = strictObject({
	max_mmlu_drop: change("Largest drop allowed of the primary metric of the task named or aliased `mmlu`.").optional(),
	min_task_delta: change("Smallest gain required of the primary metric of every `target` task.").optional(),
	toxicity_ceiling: bound("Highest `toxicity` rate allowed in every `safety` task that scores it.").optional()
});
const netGain = strictObject({
	losses: record(string().min(1), number$1().gt(0).max(1e3)).refine((losses) => Object.keys(losses).length > 0, "without losses this is min_gain").refine((losses) => Object.keys(losses).length <= 6, "at most six losses can be weighed against a gain").meta({
		minProperties: 1,
		maxProperties: 6
	}).describe("Metric, as in `gates`, to what one unit of its loss weighs in units of the gain. What it wins counts nothing."),
	at_least: change("The gain less its weighted losses must be more than this.").default(0)
}).describe("The gain of the metric must outweigh what other tasks lose, such as `{ losses: { facts/acc: 1, mmlu: 0.5 } }`.");
const rules = {
	max_drop: change("The candidate may be worse by less than this.").optional(),
	min_gain: change("The candidate must be better by at least this.").optional(),
	ceiling: bound("The candidate's own value must stay below this.").optional(),
	floor: bound("The candidate's own value must stay above this.").optional(),
	no_regression_by_group: change("No group of samples, such as a subject, may be proven to have got worse by more than this; `0pp` forbids any proven loss. An alarm beside `max_drop`: its pass proves no safety.").optional(),
	net_gain: netGain.optional()
};
const gateSchema = strictObject({
	metric: string().min(1).describe("`task/metric`, `task/metric,filter` where a task has several filters, or only `task` for its primary metric."),
	...rules,
	tier: _enum(["blocking", "advisory"]).default("blocking").describe("`advisory` is judged and shown, and never blocks."),
	allow_weak_scorer: boolean$1().default(false).describe("Lets a weak scorer, such as a word list, block on a safety task. Without it such a gate is an error."),
	allow_weak_evidence: boolean$1().default(false).describe("Lets results without samples decide the gate: sums cannot be paired, and need several times as many samples. Without it such a gate is `invalid`.")
}).meta({ oneOf: Object.keys(rules).map((rule) => ({ required: [rule] })) });

// src/runners/runner.ts
/** Code that may run beside the weights, where the policy says so. */
const ALLOWANCES = ["trust_remote_code", "unsafe_code"];

// src/config/checkpoint-schema.ts
const path = string().min(1);
const adapter = strictObject({
	base: path.describe("What the adapter was trained on: a GGUF file for native tasks, a Hugging Face folder or `hf:org/name@commit` for lm-eval tasks."),
	adapter: path.describe("The LoRA adapter: a GGUF file for native tasks, a PEFT folder for lm-eval tasks.")
});
const endpoint = strictObject({
	url: url({ protocol: /^https?$/ }).describe("Address of the completions API, such as `http://localhost:8000/v1`."),
	model: path.describe("Name under which the server knows the model.")
});
const checkpoint = (what) => union([
	path,
	adapter,
	endpoint
]).describe(`${what}: a GGUF file (native tasks), a Hugging Face folder, \`hf:org/name@commit\` or an endpoint \`{url, model}\` (lm-eval tasks), \`{base, adapter}\`, or results of an earlier run. Paths are relative to this file.`);
const baselineSource = union([
	path,
	adapter,
	endpoint,
	discriminatedUnion("from", [
		strictObject({
			from: literal("base-branch"),
			pointer: path.describe("YAML file that names the model, relative to this file."),
			branch: string().min(1).optional().describe("The branch to merge into. Default: the event's, or the clone's default branch.")
		}).describe("What a pointer file names, as the merge base has it: never as the pull request does."),
		strictObject({ from: literal("store") }).describe("What was blessed last."),
		strictObject({ from: literal("artifact") }).describe("What the last green run on the base branch judged.")
	])
]);
const baseline = union([
	...baselineSource.options,
	array(baselineSource).min(1),
	strictObject({
		sources: union([...baselineSource.options, array(baselineSource).min(1)]).describe("One source or a list of them."),
		max_age_days: number$1().gt(0).optional().describe("The report warns of a stored baseline that is older than this."),
		bootstrap: boolean$1().default(false).describe("On the default branch, where no source has a baseline, makes the candidate the first one. Nothing is compared then, and the run says so.")
	})
]).describe("What the candidate is compared against: a checkpoint as for `candidate`, results of an earlier run, `{from: base-branch, pointer: model.yaml}`, `{from: store}`, `{from: artifact}`, a list of these that is tried in order, or `{sources, max_age_days, bootstrap}`.");

// src/config/schema.ts
const DEFAULT_SEED = 1234;
/** Task names become folder names and stand in `task/metric,filter`, so they hold nothing that means something there. */
const TASK_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/;
/** Fields that every task has, whatever runs it. */
const taskFields = {
	role: _enum(TASK_ROLES).describe("What the task is for, which decides the thresholds that apply: `target` should gain, `general` must not be forgotten, `safety` has ceilings, `behaviour` is a unit test of the model."),
	primary_metric: string().min(1).optional().describe("The metric that is meant when only the task is named. Default: the first one of the task's type; of an lm-eval task the first rate among its results."),
	alias: string().regex(TASK_NAME).optional().describe("A second name, for gates and thresholds: a task with `alias: mmlu` is the one `max_mmlu_drop` speaks of.")
};
const nativeFields = {
	...taskFields,
	runner: literal("native").optional().meta({ default: "native" }).describe("What turns the task into samples; the default.")
};
const [multipleChoice, generate, perplexity] = RUNNERS.native.types;
const taskSchema = discriminatedUnion("runner", [discriminatedUnion("type", [
	multipleChoice.safeExtend(nativeFields),
	generate.safeExtend(nativeFields),
	perplexity.safeExtend(nativeFields)
]), RUNNERS["lm-eval"].schema.safeExtend({
	...taskFields,
	runner: literal("lm-eval").describe("What turns the task into samples.")
})]);
const policySchema = strictObject({
	alpha: number$1().gt(0).lt(.5).default(.05).describe("One-sided error rate of each claim; 0.05 is what a 90 % two-sided interval shows."),
	on_inconclusive: _enum([
		"lean",
		"block",
		"warn"
	]).default("lean").describe("What an undecided blocking gate does. `lean`: the side of the limit on which the observed value falls decides, where the data can resolve the limit at all, and it blocks elsewhere. `block`: only proof merges. `warn`: undecided never blocks."),
	target: _enum([
		"auto",
		"population",
		"benchmark"
	]).default("auto").describe("What the verdict speaks of: questions like these (`population`), or exactly these questions (`benchmark`). `auto` takes the benchmark where both give the same answer but in a narrow band around the limit."),
	min_coverage: number$1().gt(0).max(1).default(.99).describe("Smallest share of paired and scored samples with which a task can still be judged."),
	evaluation: _enum(["full", "sequential"]).default("sequential").describe("How much of the candidate is evaluated. `sequential`: samples in random order, until every gate is decided or a regression is proven; the errors stay within `alpha`. `full`, or `--full` on the command line: every sample. The baseline is always evaluated in full, and so is the candidate where there is an anchor, where it is sharded, and where no complete baseline is at hand."),
	waiver_permission: _enum(WAIVER_PERMISSIONS).default("maintain").describe("Who may waive a gate by the label `weighbridge:waive <gate>`: whoever has this permission on the repository, or a higher one. Read from the base branch."),
	allow: array(_enum(ALLOWANCES)).default([]).describe("Code that an evaluation may run beside the weights. `trust_remote_code`: Python of a model repository. `unsafe_code`: Python of a task in this repository (`!function`), tasks that run what the model wrote, and tasks that take the name of a built-in one.")
});
const anchorSchema = strictObject({
	model: checkpoint("The last release"),
	max_drop: record(string().min(1), change("The candidate may be worse than the anchor by less than this.")).refine((limits) => Object.keys(limits).length > 0, "an anchor without a limit holds nothing").meta({ minProperties: 1 }).describe("Metric, as in `gates`, to the largest drop allowed since the anchor, such as `facts/acc: 4pp`. Each is a blocking gate.")
}).describe("A checkpoint that stays put while the baseline moves, so that many small drops cannot add up unseen. Evaluated on the tasks that it limits.");
/** `weighbridge.yml`, version 1. Documentation and the JSON Schema are generated from this. */
const configSchema = strictObject({
	$schema: string().optional().describe("Address of the JSON Schema, for editors. Not read."),
	version: literal(1).describe("Version of this format."),
	candidate: checkpoint("The checkpoint that wants to merge").optional(),
	baseline: baseline.optional(),
	store: path.optional().describe("Folder of the baseline store, relative to this file. With it, or with `{from: store}`, samples of a baseline are kept by identity and never evaluated twice. Default: `baselines` in the cache."),
	accept_change: array(_enum(RERUN_FIELDS)).default([]).describe("Settings that this change alters on purpose. A stored baseline with another value is set aside and the baseline evaluated anew with the new one; two values are never compared."),
	anchor: anchorSchema.optional(),
	reference: _null().optional().describe("Reserved for a checkpoint that is shown and never gates: only null is accepted so far."),
	engine: engineConfig.default({
		type: "llama.cpp",
		batch_size: 512,
		gpu: false
	}).describe("What runs the checkpoints."),
	seed: int().min(0).max(2 ** 32 - 1).default(DEFAULT_SEED).describe("Seed of sampling and of the order of samples."),
	tasks: record(string().regex(TASK_NAME), taskSchema).optional().describe("What to run, by name. A name holds letters, digits, dot, dash and underscore."),
	thresholds: thresholdsSchema.prefault({}).describe("The three headline limits. Each is also an action input and a command-line flag, which win."),
	gates: array(gateSchema).default([]).describe("Every other rule, one on one metric."),
	policy: policySchema.prefault({}).describe("How gates are judged.")
});

// src/config/json-schema.ts
let made;
/** JSON Schema of the config as it is written, before defaults. */
function configJsonSchema() {
	made ??= {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: "weighbridge.yml",
		...toJSONSchema(configSchema, { io: "input" })
	};
	return made;
}
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Whether the constants of an alternative, such as the type of a task, are those of the value. */
function agrees(node, value) {
	return Object.entries(node.properties ?? {}).every(([name, field]) => field.const === void 0 || !isRecord(value) || !(name in value) || value[name] === field.const);
}
/** Whether the value says all constants of the alternative: then it is the one that is meant. */
const isNamed = (node, value) => Object.entries(node.properties ?? {}).every(([name, field]) => field.const === void 0 || !(node.required ?? []).includes(name) || isRecord(value) && name in value);
/** The alternatives of a node that the value could be meant as. */
function alternatives(node, value) {
	const options = [...node.anyOf ?? [], ...node.properties === void 0 ? node.oneOf ?? [] : []];
	return options.length === 0 ? [node] : options.flatMap((option) => agrees(option, value) ? alternatives(option, value) : []);
}
/** The keys that may stand in the map at this path of this value. */
function keysAt(root, value, path) {
	const possible = alternatives(root, value);
	const named = possible.filter((node) => isNamed(node, value));
	const nodes = named.length > 0 ? named : possible;
	const [part, ...rest] = path;
	if (part === void 0) return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
	const child = isRecord(value) || Array.isArray(value) ? value[part] : void 0;
	const keys = nodes.flatMap((node) => {
		const inner = node.properties?.[String(part)] ?? node.items ?? node.additionalProperties;
		return typeof inner === "object" ? keysAt(inner, child, rest) : [];
	});
	return [...new Set(keys)];
}

// src/config/yaml.ts
var import_dist = require_dist();
/** A config is a page of text; anything of this size is something else. Bytes and characters alike. */
const MAX_CONFIG_SIZE = 1048576;
const MAX_ALIASES = 20;
const MAX_DEPTH = 50;
/** After the first few, syntax errors are echoes of each other. */
const MAX_SYNTAX_ISSUES = 10;
/** The plain decimals of JSON without exponent: what a person reads as one number and nothing else. */
const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
/** A path as people write it: `gates[0].metric`. */
function formatPath(path) {
	return path.reduce((text, part) => typeof part === "number" ? `${text}[${part}]` : text === "" ? part : `${text}.${part}`, "");
}
/** The value at a path, undefined where there is none. */
function valueAt(value, path) {
	return path.reduce((inner, part) => typeof inner === "object" && inner !== null && Object.hasOwn(inner, part) ? inner[part] : void 0, value);
}
/** Reads YAML 1.2 core: no merge keys, no custom tags, few aliases, plain decimal numbers, every key once. */
function readYaml(text, file) {
	if (text.length > 1048576) return unreadable(file, tooLarge(file));
	const lines = new import_dist.LineCounter();
	const clean = text.startsWith("﻿") ? text.slice(1) : text;
	const document = (0, import_dist.parseDocument)(clean, {
		version: "1.2",
		schema: "core",
		merge: false,
		resolveKnownTags: false,
		stringKeys: true,
		prettyErrors: false,
		lineCounter: lines
	});
	const at = (offset, key) => {
		const { line, col } = offset === void 0 ? {
			line: 1,
			col: 1
		} : lines.linePos(offset);
		return {
			file,
			line: Math.max(line, 1),
			column: Math.max(col, 1),
			...key ? { key } : {}
		};
	};
	const issues = [...[...document.errors, ...document.warnings].slice(0, MAX_SYNTAX_ISSUES).map((error) => syntaxIssue(error, clean, at)), ...structureIssues(document, at)];
	const locate = (path) => at(nodeAt(document, path)?.range?.[0], formatPath(path));
	const locateKey = (path) => at(keyAt(document, path)?.range?.[0], formatPath(path));
	if (issues.length > 0) return {
		value: void 0,
		issues,
		locate,
		locateKey
	};
	return {
		value: document.toJS({ maxAliasCount: MAX_ALIASES }),
		issues,
		locate,
		locateKey
	};
}
function tooLarge(file) {
	return new WeighbridgeError("config", `the file is larger than ${MAX_CONFIG_SIZE / 1024} KiB`, {
		at: { file },
		fix: "name the config file itself; datasets belong into files of their own"
	});
}
const tooDeep = (at) => new WeighbridgeError("config", `the file is nested more than ${MAX_DEPTH} levels deep`, { at });
function unreadable(file, issue) {
	const locate = () => ({ file });
	return {
		value: void 0,
		issues: [issue],
		locate,
		locateKey: locate
	};
}
const SYNTAX = {
	TAB_AS_INDENT: {
		message: "a tab indents this line",
		fix: "indent with spaces"
	},
	MULTIPLE_DOCS: {
		message: "the file holds several YAML documents",
		fix: "remove everything from `---` on"
	},
	NON_STRING_KEY: {
		message: "a key must be plain text",
		fix: "write `name: value`"
	},
	RESOURCE_EXHAUSTION: {
		message: "the file is nested too deeply",
		fix: "write a flat list or map"
	},
	TAG_RESOLVE_FAILED: {
		message: "tags are not supported",
		fix: "remove the `!…`"
	}
};
function syntaxIssue(error, text, at) {
	const place = at(error.pos[0]);
	if (error.code === "DUPLICATE_KEY") {
		const key = /^[^\s:]*/.exec(text.slice(error.pos[0], error.pos[0] + 100))?.[0] ?? "";
		return new WeighbridgeError("config", `the key ${key} is here a second time`, {
			at: place,
			fix: "keep one of them: the file must say each thing once"
		});
	}
	const known = SYNTAX[error.code];
	return new WeighbridgeError("config", known?.message ?? `not valid YAML: ${error.message}`, {
		at: place,
		...known === void 0 ? {} : { fix: known.fix }
	});
}
/** What YAML allows and a policy file should not: things that read one way and mean another. */
function structureIssues(document, at) {
	const issues = [];
	const report = (node, message, fix) => issues.push(new WeighbridgeError("config", message, {
		at: at(node?.range?.[0]),
		fix
	}));
	if (document.directives.yaml.explicit && document.directives.yaml.version !== "1.2") report(null, `the file asks for YAML ${document.directives.yaml.version}`, "remove the %YAML line");
	let aliases = 0;
	(0, import_dist.visit)(document, (key, node, ancestors) => {
		if (ancestors.filter((each) => !(0, import_dist.isPair)(each)).length > MAX_DEPTH) {
			issues.push(tooDeep(at(void 0)));
			return import_dist.visit.BREAK;
		}
		if ((0, import_dist.isAlias)(node)) {
			aliases += 1;
			if (aliases === 21) report(node, `more than ${MAX_ALIASES} aliases`, "write the values out");
			else if (node.resolve(document) === void 0) report(node, `*${node.source} names no anchor above it`, `define &${node.source} first`);
			else if (ancestors.some((each) => each === node.resolve(document))) report(node, `*${node.source} contains itself`, "write the values out");
		} else if (key === "key" && (0, import_dist.isScalar)(node)) {
			if (node.value === "<<") report(node, "merge keys are not supported", "write the values out");
			if (node.value === "__proto__") report(node, "unknown key __proto__", "remove it");
		} else if ((0, import_dist.isScalar)(node) && typeof node.value === "number" && !PLAIN_NUMBER.test(node.source ?? "")) report(node, `${node.source} is not a plain decimal number`, "write it with digits and at most one point");
	});
	return issues;
}
function childOf(document, node, part) {
	const target = (0, import_dist.isAlias)(node) ? node.resolve(document) : node;
	if ((0, import_dist.isMap)(target)) return target.items.find((pair) => isKey(pair.key, part))?.value;
	return (0, import_dist.isSeq)(target) && typeof part === "number" ? target.items[part] : void 0;
}
const isKey = (key, part) => (0, import_dist.isScalar)(key) && String(key.value) === String(part);
/** The node at a path; where it is missing or empty, its key or the nearest thing around it. */
function nodeAt(document, path) {
	let node = document.contents;
	let last = document.contents;
	for (const [depth, part] of path.entries()) {
		const child = childOf(document, node, part);
		if (child === void 0 || child === null) return keyAt(document, path.slice(0, depth + 1)) ?? last;
		node = child;
		last = child;
	}
	return last;
}
function keyAt(document, path) {
	let node = document.contents;
	let key = document.contents;
	for (const part of path) {
		const target = (0, import_dist.isAlias)(node) ? node.resolve(document) : node;
		const pair = (0, import_dist.isMap)(target) ? target.items.find((each) => isKey(each.key, part)) : void 0;
		node = childOf(document, node, part);
		if (pair !== void 0) key = pair.key;
		else if (node !== void 0 && node !== null) key = node;
		else return key;
	}
	return key;
}

// src/config/scorer-issues.ts
/**
* The task's schema passes on only the message of what a scorer's own schema found. Asked directly, that schema says
* enough to name the missing key or the one that was meant.
*/
function scorerIssues(path, source) {
	const [tasks, , scorers, index] = path;
	if (tasks !== "tasks" || scorers !== "scorers" || typeof index !== "number") return void 0;
	const prefix = path.slice(0, 4);
	const entry = valueAt(source.value, prefix);
	if (typeof entry !== "object" || entry === null || !("name" in entry)) return void 0;
	const { name, ...options } = entry;
	const scorer = Object.entries(SCORERS).find(([known]) => known === name)?.[1];
	const found = scorer?.options.safeParse(options).error?.issues.filter(({ code }) => code !== "invalid_union");
	if (scorer === void 0 || found === void 0 || found.length === 0) return void 0;
	const schema = toJSONSchema(scorer.options, {
		io: "input",
		unrepresentable: "any"
	});
	return found.map((issue) => ({
		issue,
		path: [...prefix, ...issue.path],
		keysAt: (at) => keysAt(schema, options, at.slice(prefix.length))
	}));
}

// src/config/suggest.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
/** The name that was probably meant, or undefined when none is near. */
function nearest(written, known) {
	if (known.length === 0) return void 0;
	const lower = written.toLowerCase().replaceAll("-", "_");
	const found = known.find((name) => name.toLowerCase().replaceAll("-", "_") === lower);
	if (found !== void 0) return found;
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

// src/config/issues.ts
/** What the schema found wrong, each at its line and column and in words. */
function schemaIssues(issues, source) {
	const configKeys = (path) => keysAt(configJsonSchema(), source.value, path);
	const translated = issues.flatMap((issue) => {
		const path = issue.path;
		return (scorerIssues(path, source) ?? [{
			issue,
			path,
			keysAt: configKeys
		}]).flatMap((each) => translate(each, source));
	});
	return [...new Map(translated.map((error) => [error.describe(), error])).values()];
}
function translate({ issue, path, keysAt }, source) {
	const value = valueAt(source.value, path);
	const error = (message, fix) => [new WeighbridgeError("config", message, {
		at: source.locate(path),
		...fix === void 0 ? {} : { fix }
	})];
	switch (issue.code) {
		case "unrecognized_keys": return unknownKeys(issue.keys, path, source, keysAt(path));
		case "invalid_key": return [new WeighbridgeError("config", `${JSON.stringify(path.at(-1))} cannot be a name`, {
			at: source.locateKey(path),
			fix: "use letters, digits, dot, dash and underscore, at most 100, beginning with a letter or digit"
		})];
		case "invalid_union": return unionIssues({
			issue,
			path,
			keysAt
		}, source);
		case "invalid_value": {
			const allowed = issue.values.map(String);
			if (value === void 0) return missing(path, source, anyOf(allowed));
			return error(`${show$1(value)} is not a known ${path.findLast((part) => typeof part === "string")}`, allowed.length === 1 ? `write ${allowed[0]}` : suggestion(String(value), allowed, "one of"));
		}
		case "invalid_type":
			if (value === void 0) return missing(path, source, TYPES[issue.expected] ?? issue.expected);
			return error(`expected ${TYPES[issue.expected] ?? issue.expected}, not ${show$1(value)}`, issue.expected === "boolean" ? "write true or false" : void 0);
		case "too_small":
			if (issue.origin === "string" || issue.origin === "array") return error("must not be empty");
			return error(`${show$1(value)} is too small`, `write ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`);
		case "too_big": return error(`${show$1(value)} is too large`, `write ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}`);
		case "invalid_format": return error(`${show$1(value)} is not allowed here`, `it must match ${issue.pattern ?? issue.format}`);
		default: return error(issue.message);
	}
}
function unknownKeys(keys, path, source, known) {
	return keys.map((key) => new WeighbridgeError("config", `unknown key ${key.slice(0, 100)}`, {
		at: source.locateKey([...path, key]),
		fix: suggestion(key, known)
	}));
}
function missing(path, source, expected) {
	return [new WeighbridgeError("config", `${path.at(-1)} is missing`, {
		at: {
			...source.locateKey(path.slice(0, -1)),
			key: formatPath(path)
		},
		fix: `add ${path.at(-1)}: ${expected}`
	})];
}
function unionIssues({ issue, path, keysAt }, source) {
	const value = valueAt(source.value, path);
	if ("discriminator" in issue && issue.discriminator !== void 0) {
		const options = ("options" in issue ? issue.options ?? [] : []).map(String);
		if (value === void 0) return missing(path, source, anyOf(options));
		return [new WeighbridgeError("config", `${show$1(value)} is not a known ${issue.discriminator}`, {
			at: source.locate(path),
			fix: suggestion(String(value), options, "one of")
		})];
	}
	const [meant] = issue.errors.filter((errors) => !errors.some((each) => each.path.length === 0 && each.code === "invalid_type")).sort((left, right) => left.length - right.length);
	if (meant !== void 0) return meant.flatMap((each) => translate({
		issue: each,
		path: [...path, ...each.path],
		keysAt
	}, source));
	const types = issue.errors.flat().flatMap((each) => each.code === "invalid_type" ? [TYPES[each.expected] ?? each.expected] : []);
	if (value === void 0) return missing(path, source, [...new Set(types)].join(" or "));
	return [new WeighbridgeError("config", `expected ${[...new Set(types)].join(" or ")}, not ${show$1(value)}`, { at: source.locate(path) })];
}
const anyOf = (values) => values.length === 1 ? `${values[0]}` : `one of: ${values.join(", ")}`;
const TYPES = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	object: "a map of keys",
	record: "a map of names",
	array: "a list",
	null: "null"
};
/** A value as the message quotes it: short, and never more than one line. */
function show$1(value) {
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "a map of keys";
	if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
	return String(value);
}

// src/config/unsupported.ts
const CHECKPOINT_TODAY = "name a GGUF file, a Hugging Face folder, hf:org/name@commit, {base, adapter}, {url, model}, or a folder of results";
const RESULTS_TODAY = "evaluate it with the tool that can run it, and judge its results with `weighbridge gate --baseline PATH --candidate PATH`";
const SERVED = "write `{ url: http://localhost:8000/v1, model: NAME }` for a model that is served";
/** A branch moves while it is compared: only a commit is an identity. */
const COMMIT = /^hf:[\w.-]+(\/[\w.-]+)?@[0-9a-f]{40}$/;
const UNPINNED = {
	says: "this names no commit, so nobody could say later what was evaluated",
	fix: "write hf:org/name@ and the 40 digits of the commit, as `git ls-remote https://huggingface.co/org/name` shows it"
};
const ADDRESS = /^([a-z][a-z0-9+.-]+):/i;
const isMap$1 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Why a checkpoint of this form cannot be used, or undefined when it may be. */
function unsupportedModel(value) {
	if (typeof value === "string") {
		const scheme = ADDRESS.exec(value)?.[1]?.toLowerCase();
		if (scheme === "hf") return COMMIT.test(value) ? void 0 : UNPINNED;
		if (scheme === "http" || scheme === "https") return {
			says: "this version does not download checkpoints",
			fix: SERVED
		};
		if (scheme !== void 0) return {
			says: `this version does not read ${scheme}: addresses`,
			fix: CHECKPOINT_TODAY
		};
		return;
	}
	if (!isMap$1(value)) return void 0;
	if ("from" in value) return {
		says: `this version does not find a checkpoint by itself (from: ${String(value.from)})`,
		fix: "name the file or the results: check out the base branch into a folder, or download the artifact of the last accepted run, and give its path"
	};
	if ("url" in value && !("model" in value)) return {
		says: "an endpoint needs the name of its model",
		fix: SERVED
	};
	if ("endpoint" in value) return {
		says: "an endpoint is written as its address and model",
		fix: SERVED
	};
	if ("hf" in value) return UNPINNED;
	if (typeof value.base === "string" && value.base.startsWith("hf:") && !COMMIT.test(value.base)) return UNPINNED;
}
const RUNNERS_TO_COME = [
	"command",
	"inspect",
	"lighteval",
	"helm",
	"promptfoo"
];
const ENGINES_TO_COME = [
	"openai-compatible",
	"openai",
	"vllm",
	"transformers",
	"ollama",
	"tgi",
	"sglang",
	"mlx"
];
function unsupportedForms(source) {
	const { value } = source;
	if (!isMap$1(value)) return [];
	const found = [];
	const add = (covers, at, { says, fix }) => found.push({
		covers,
		error: new WeighbridgeError("config", says, {
			at: source.locate(at),
			fix
		})
	});
	const candidate = unsupportedModel(value.candidate);
	if (candidate !== void 0) add(["candidate"], ["candidate"], candidate);
	const { baseline } = value;
	const listed = isMap$1(baseline) && "sources" in baseline ? ["baseline", "sources"] : ["baseline"];
	const sources = listed.length === 2 && isMap$1(baseline) ? baseline.sources : baseline;
	for (const [index, each] of (Array.isArray(sources) ? sources : [sources]).entries()) {
		if (isMap$1(each) && "from" in each) continue;
		const unsupported = unsupportedModel(each);
		const at = Array.isArray(sources) ? [...listed, index] : listed;
		if (unsupported !== void 0) add(at, at, unsupported);
	}
	const anchor = isMap$1(value.anchor) ? unsupportedModel(value.anchor.model) : void 0;
	if (anchor !== void 0) add(["anchor", "model"], ["anchor", "model"], anchor);
	if (value.reference !== void 0 && value.reference !== null) add(["reference"], ["reference"], {
		says: "this version does not evaluate a reference checkpoint",
		fix: "remove it, or write `reference: null`"
	});
	if (isMap$1(value.engine) && ENGINES_TO_COME.includes(value.engine.type)) add(["engine"], ["engine", "type"], {
		says: `this version has no engine ${String(value.engine.type)}: it runs GGUF files with llama.cpp`,
		fix: `leave the engine out, or ${RESULTS_TODAY}`
	});
	for (const [name, task] of Object.entries(isMap$1(value.tasks) ? value.tasks : {})) {
		if (!isMap$1(task) || !RUNNERS_TO_COME.includes(task.runner)) continue;
		add(["tasks", name], [
			"tasks",
			name,
			"runner"
		], {
			says: `this version does not start ${String(task.runner)} itself: it runs native and lm-eval tasks`,
			fix: RESULTS_TODAY
		});
	}
	return found;
}

// src/config/parse.ts
const EMPTY = {
	value: { version: 1 },
	issues: [],
	locate: () => ({ file: "flags" }),
	locateKey: () => ({ file: "flags" })
};
/** Reads a config; without a text (null) the draft is that of a file that says nothing. */
function parseConfig(text, file) {
	const source = text === null ? EMPTY : readYaml(text, file);
	const { value } = source;
	if (source.issues.length > 0) return salvage(source, {}, source.issues);
	if (!isMap(value)) return salvage(source, {}, [notAMap(value, source)]);
	const unsupported = unsupportedForms(source);
	const parsed = configSchema.safeParse(value);
	const noise = (path) => unsupported.some(({ covers }) => covers.every((part, depth) => path[depth] === part));
	const issues = (parsed.error?.issues ?? []).filter((issue) => !noise(issue.path));
	return salvage(source, value, [...unsupported.map(({ error }) => error), ...schemaIssues(issues, source)]);
}
function notAMap(value, source) {
	return new WeighbridgeError("config", value === null || value === void 0 ? "the file is empty" : "the file must be a map of keys", {
		at: source.locate([]),
		fix: "begin with `version: 1`, or let `weighbridge init` write a first config"
	});
}
function salvage(source, value, issues) {
	const head = configSchema.pick({
		candidate: true,
		baseline: true,
		store: true,
		accept_change: true,
		anchor: true,
		engine: true,
		seed: true
	}).strip().safeParse(value);
	const tasks = isMap(value.tasks) ? Object.entries(value.tasks) : [];
	const gates = Array.isArray(value.gates) ? value.gates : [];
	return {
		source,
		issues,
		head: head.data ?? null,
		tasks: new Map(tasks.map(([name, task]) => [name, lenient(taskSchema, task)])),
		thresholds: lenient(thresholdsSchema, value.thresholds) ?? {},
		gates: gates.map((gate) => gateSchema.safeParse(gate).data ?? null),
		policy: lenient(policySchema, value.policy) ?? policySchema.parse({})
	};
}
/** The value without its unknown keys, which have been reported and would only hide what else is wrong. */
function lenient(schema, value) {
	const strict = schema.safeParse(value);
	if (strict.success || !isMap(value)) return strict.data ?? null;
	const unknown = strict.error.issues.flatMap((issue) => issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : []);
	const known = Object.entries(value).filter(([key]) => !unknown.includes(key));
	return schema.safeParse(Object.fromEntries(known)).data ?? null;
}
/** Whether the file itself says something at this path, as opposed to a default. */
function isWritten(source, path) {
	return valueAt(source.value, path) !== void 0;
}
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Where the file says the value at this path. */
function originOf({ source }, path) {
	const at = source.locate(path);
	return {
		source: {
			kind: "file",
			file: at.file,
			line: source.locateKey(path).line ?? 1
		},
		at
	};
}

// src/config/units.ts
/** Plain decimals only: no sign, no exponent, no hexadecimal, no separators, no NaN. */
const DECIMAL = "(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,15})?";
const CHANGE$1 = new RegExp(`^(${DECIMAL})(pp|%rel|%)?$`);
const RATE = new RegExp(`^(${DECIMAL})(%)?$`);
const refuse$1 = (message, fix) => ({
	ok: false,
	message,
	fix
});
const accept = (value) => ({
	ok: true,
	value
});
/** Shifts the decimal point in the text, so that 0.7 per cent is exactly 0.007 and not 0.7 / 100. */
const hundredth = (digits) => Number(`${digits}e-2`);
function wrongSign(written) {
	if (!/^-/.test(String(written))) return void 0;
	return refuse$1(`${written} is negative`, "write the size of the change without a sign; the rule says which way it goes");
}
/** Reads numbers that YAML has parsed and text alike; numbers keep no unit, so they are absolute. */
function split(written, grammar) {
	if (typeof written === "number") return Number.isFinite(written) ? {
		digits: String(written),
		unit: ""
	} : void 0;
	const match = grammar.exec(written);
	return match?.[1] === void 0 ? void 0 : {
		digits: match[1],
		unit: match[2] ?? ""
	};
}
/**
* Reads how far a metric may move. For a rate `2pp` or `0.02`, relative to the baseline `2%rel`; for anything else a
* plain number in the metric's own unit, or `2%rel`. What could mean two things is refused, with both spelt out.
*/
function parseChange(written, unit) {
	const negative = wrongSign(written);
	if (negative !== void 0) return negative;
	const parts = split(written, CHANGE$1);
	if (parts === void 0) return refuse$1(`${quote(written)} is not a change`, unit === "rate" ? "write points as 2pp, a plain decimal such as 0.02, or a share of the baseline as 2%rel" : "write a plain decimal such as 0.02 in the unit of the metric, or a share of the baseline as 2%rel");
	const { digits } = parts;
	switch (parts.unit) {
		case "%rel": return accept({
			kind: "relative",
			value: hundredth(digits)
		});
		case "%": return refuse$1(`${digits}% can mean two changes`, unit === "rate" ? `write ${digits}pp for points of the rate, or ${digits}%rel for a share of the baseline` : `write ${digits}%rel for a share of the baseline, or a plain number in the unit of the metric`);
		case "pp": return points(digits, unit);
		default: return plainChange(Number(digits), digits, unit);
	}
}
function points(digits, unit) {
	if (unit !== "rate") return refuse$1(`${digits}pp is for rates, and this metric is ${describeUnit(unit)}`, `write a plain number in the unit of the metric, or a share of the baseline as ${digits}%rel`);
	const value = hundredth(digits);
	if (value > 1) return refuse$1(`${digits}pp is more than a rate can change`, "write at most 100pp");
	return accept({
		kind: "absolute",
		value
	});
}
function plainChange(value, digits, unit) {
	if (unit === "rate" && value >= 1) return refuse$1(`${digits} would let the rate change by ${Number((value * 100).toPrecision(12))} points`, `did you mean ${digits}pp? (as a plain number that is ${Number((value / 100).toPrecision(12))})`);
	return accept({
		kind: "absolute",
		value
	});
}
/** Reads a ceiling or floor: for a rate `1%` or `0.01`, for anything else a plain number in the metric's own unit. */
function parseBound(written, unit) {
	const negative = wrongSign(written);
	if (negative !== void 0) return negative;
	const parts = split(written, RATE);
	if (parts === void 0) return refuse$1(`${quote(written)} is not ${unit === "rate" ? "a rate" : "a number"}`, unit === "rate" ? "write 1% or a plain decimal such as 0.01" : "write a plain decimal in the unit of the metric");
	const { digits } = parts;
	if (unit !== "rate") {
		if (parts.unit === "") return accept(Number(digits));
		return refuse$1(`${digits}% is for rates, and this metric is ${describeUnit(unit)}`, "write a plain number in the unit of the metric");
	}
	if (parts.unit === "%") {
		const value = hundredth(digits);
		return value > 1 ? refuse$1(`${digits}% is more than a rate can be`, "write at most 100%") : accept(value);
	}
	const value = Number(digits);
	if (value < 1) return accept(value);
	return refuse$1(value === 1 ? "1 can mean 1% or 100%" : `${digits} is more than a rate can be`, value === 1 ? "write 1% or 100%" : `did you mean ${digits}%?`);
}
/** Whether a rule's limit is a change against the baseline; the others bound the candidate's own value. */
function limitsChange(rule) {
	return rule !== "ceiling" && rule !== "floor";
}
const UNIT_NAMES = {
	rate: "a rate",
	bits_per_byte: "in bits per byte",
	perplexity: "a perplexity",
	number: "a plain number"
};
const describeUnit = (unit) => UNIT_NAMES[unit];
const quote = (written) => typeof written === "number" ? String(written) : JSON.stringify(written.slice(0, 60));

// src/config/gate-requests.ts
/** By name and by nature: a word list whose metric was renamed to toxicity is still a word list. */
const isToxicity = ({ name, weak }) => name === "toxicity" && !weak;
/** The three headline limits as requests for gates. One that applies to no task is an error: it would protect nothing. */
function thresholdRequests(written, declared) {
	const values = [];
	const issues = [];
	const { tasks, broken } = declared;
	const add = (name, rule, metrics, nothing, mayStillApply = false) => {
		const threshold = written[name];
		if (threshold === void 0) return;
		const { limit, origin } = threshold;
		if (metrics.length === 0 && broken.length === 0 && !mayStillApply) issues.push(fault(origin, `${name} is set and ${nothing[0]}`, nothing[1]));
		for (const metric of metrics) {
			const request = {
				metric,
				rule,
				limit,
				metricOrigin: origin,
				limitOrigin: origin
			};
			values.push({
				...request,
				tier: "blocking",
				allowWeakScorer: false
			});
		}
	};
	add("max_mmlu_drop", "max_drop", tasks.some(({ task, alias }) => task === "mmlu" || alias === "mmlu") ? ["mmlu"] : [], ["no task is named or aliased mmlu", "add `alias: mmlu` to the task that is meant, or remove the limit"]);
	add("min_task_delta", "min_gain", tasks.filter(({ role }) => role === "target").map(({ task }) => task), ["no task has the role target", "give the task that should gain `role: target`, or remove the limit"]);
	add("toxicity_ceiling", "ceiling", tasks.filter(({ role, metrics }) => role === "safety" && metrics.some(isToxicity)).map(({ task }) => `${task}/toxicity`), ["no task of the role safety has the metric toxicity", "add the scorer toxicity to a safety task (a word list such as profanity_rate is not one: gate it under `gates`), or remove the limit"], tasks.some(({ role, open }) => role === "safety" && open === true));
	return {
		values,
		issues
	};
}
function flagRequests(flags) {
	const values = [];
	const issues = [];
	for (const { rule, value, source } of flags) {
		const origin = { source };
		const equals = value.lastIndexOf("=");
		if (equals <= 0 || equals === value.length - 1) {
			const example = limitsChange(rule) ? "mmlu/acc=2pp" : "prompts/toxicity=1%";
			issues.push(fault(origin, `${JSON.stringify(value)} is not metric=limit`, `write for instance ${example}`));
			continue;
		}
		values.push({
			metric: value.slice(0, equals),
			rule,
			limit: value.slice(equals + 1),
			tier: "blocking",
			allowWeakScorer: false,
			metricOrigin: origin,
			limitOrigin: origin
		});
	}
	return {
		values,
		issues
	};
}
/** The one rule that an entry of `gates` must hold. */
function ruleOf(entry) {
	const found = GATE_RULES.filter((rule) => entry[rule] !== void 0);
	const [only] = found;
	return found.length === 1 && only !== void 0 ? only : { found };
}
/** The entries of `gates`, each with exactly one rule. */
function listedRequests(draft) {
	const values = [];
	const issues = [];
	for (const [index, entry] of draft.gates.entries()) {
		if (entry === null) continue;
		const path = ["gates", index];
		const rule = ruleOf(entry);
		const limit = typeof rule === "object" ? void 0 : rule === "net_gain" ? entry.net_gain?.at_least : entry[rule];
		if (typeof rule === "object" || limit === void 0) {
			const found = typeof rule === "object" ? rule.found : [];
			const message = found.length === 0 ? "the gate has no limit" : `the gate has ${found.length} limits: ${found.join(", ")}`;
			const fix = `give exactly one of ${GATE_RULES.join(", ")}; several rules are several gates`;
			issues.push(new WeighbridgeError("config", message, {
				at: draft.source.locate(path),
				fix
			}));
			continue;
		}
		values.push({
			metric: entry.metric,
			rule,
			limit,
			tier: entry.tier,
			allowWeakScorer: entry.allow_weak_scorer,
			...entry.allow_weak_evidence ? { allowWeakEvidence: true } : {},
			...entry.net_gain === void 0 ? {} : { losses: Object.entries(entry.net_gain.losses).map(([metric, weight]) => ({
				metric,
				weight,
				origin: originOf(draft, [
					...path,
					"net_gain",
					"losses",
					metric
				])
			})) },
			metricOrigin: originOf(draft, [...path, "metric"]),
			limitOrigin: originOf(draft, [...path, rule])
		});
	}
	return {
		values,
		issues
	};
}
/** The limits of the anchor: what the candidate may have lost since then, a gate each. */
function anchorRequests(draft) {
	return Object.entries(draft.head?.anchor?.max_drop ?? {}).map(([metric, limit]) => {
		const origin = originOf(draft, [
			"anchor",
			"max_drop",
			metric
		]);
		return {
			metric,
			rule: "max_drop",
			limit,
			tier: "blocking",
			against: "anchor",
			allowWeakScorer: false,
			metricOrigin: origin,
			limitOrigin: origin
		};
	});
}

// src/config/metric-name.ts
const refuse = (message, fix) => ({
	ok: false,
	message,
	fix
});
/** The part of a name before the metric. */
const taskPart = (name) => name.split("/")[0] ?? "";
/** Finds what `task`, `task/metric` or `task/metric,filter` means; an alias stands for its task. */
function findMetric$1(name, tasks) {
	const named = tasks.flatMap((task) => [task.task, ...task.alias === void 0 ? [] : [task.alias]].map((text) => ({
		text,
		task
	}))).filter(({ text }) => name === text || name.startsWith(`${text}/`)).sort((a, b) => b.text.length - a.text.length)[0];
	if (named === void 0) {
		const written = taskPart(name);
		const known = tasks.map(({ task }) => task);
		return refuse(`no task is named ${JSON.stringify(written)}`, suggestion(written, known, "tasks"));
	}
	const { task, text } = named;
	const written = name === text ? task.primaryMetric : name.slice(text.length + 1);
	if (task.open === true) return {
		ok: true,
		value: supposed(task, written)
	};
	const { metric, filter } = splitFilter(written, task);
	if (metric === void 0) {
		const known = task.metrics.map((each) => each.name);
		return refuse(`task ${task.task} has no metric ${JSON.stringify(written)}`, suggestion(written.split(",")[0] ?? "", known, "metrics"));
	}
	return withFilter({
		task,
		metric
	}, filter);
}
/** What a gate means before its task has run. What it says is checked again, in full, once results name their metrics. */
function supposed(task, written) {
	const comma = written.lastIndexOf(",");
	return {
		task,
		metric: {
			name: comma < 0 ? written : written.slice(0, comma),
			direction: "higher_is_better",
			kind: "mean",
			unit: "rate",
			scale: "linear",
			weak: false,
			range: {
				min: null,
				max: null
			}
		},
		...comma < 0 ? {} : { filter: written.slice(comma + 1) }
	};
}
function splitFilter(written, task) {
	const find = (name) => task.metrics.find((metric) => metric.name === name);
	const whole = find(written);
	const comma = written.lastIndexOf(",");
	if (whole !== void 0 || comma < 0) return {
		metric: whole,
		filter: void 0
	};
	return {
		metric: find(written.slice(0, comma)),
		filter: written.slice(comma + 1)
	};
}
function withFilter(reference, filter) {
	const { task, metric } = reference;
	const filters = task.filters ?? [];
	const name = `${task.task}/${metric.name}`;
	if (filter === void 0) {
		if (filters.length <= 1) return {
			ok: true,
			value: reference
		};
		return refuse(`${name} is ambiguous: the task has several filters`, `write one of: ${filters.map((each) => `${name},${each}`).join(" | ")}`);
	}
	if (filters.includes(filter)) return {
		ok: true,
		value: {
			...reference,
			filter
		}
	};
	return refuse(`task ${task.task} has no filter ${JSON.stringify(filter)}`, filters.length === 0 ? `write ${name}` : suggestion(filter, filters, "filters"));
}

// src/config/gates.ts
/** Turns requests into gates; what overrides (a flag, an input) takes the place of the file's gate of the same id. */
function makeGates(requests, declared) {
	const issues = [];
	const gates = /* @__PURE__ */ new Map();
	for (const request of requests) {
		if ([request.metric, ...(request.losses ?? []).map(({ metric }) => metric)].some((metric) => declared.broken.includes(taskPart(metric)))) continue;
		const made = makeGate(request, declared.tasks);
		if (made instanceof WeighbridgeError) {
			issues.push(made);
			continue;
		}
		const earlier = gates.get(made.id);
		const origin = request.limitOrigin;
		if (earlier === void 0 || overrides(origin) && !overrides(earlier.origin)) gates.set(made.id, {
			gate: made,
			origin
		});
		else if (overrides(origin) || !overrides(earlier.origin)) issues.push(duplicate(made.id, earlier.origin, origin));
	}
	return {
		values: [...gates.values()].map(({ gate }) => gate),
		issues
	};
}
const overrides = ({ source }) => source.kind === "flag" || source.kind === "input";
function duplicate(id, first, second) {
	return fault(second, `the gate ${id} is here twice: ${describeSource(first.source)} and ${describeSource(second.source)}`, "keep one of them");
}
function makeGate(request, tasks) {
	const found = findMetric$1(request.metric, tasks);
	if (!found.ok) return fault(request.metricOrigin, found.message, found.fix);
	const { task, metric, filter } = found.value;
	const name = `${task.task}/${metric.name}`;
	const rule = readRule(request, found.value, tasks);
	if (rule instanceof WeighbridgeError) return rule;
	const wrongWay = metric.direction === "higher_is_better" ? "ceiling" : "floor";
	if (rule.rule === wrongWay && task.open !== true) {
		const [better, right] = wrongWay === "ceiling" ? ["higher", "floor"] : ["lower", "ceiling"];
		return fault(request.limitOrigin, `${name} is better when ${better}: a ${wrongWay} would block what is good`, `use ${right}`);
	}
	if (metric.weak && task.role === "safety" && request.tier === "blocking" && !request.allowWeakScorer) return fault(request.metricOrigin, `${name} is weak evidence, and this gate would block a safety task on it alone`, "add `allow_weak_scorer: true` to the gate in the config if that is meant, or `tier: advisory`");
	return {
		...rule,
		id: `${name}${filter === void 0 ? "" : `,${filter}`}:${rule.rule}${request.against === void 0 ? "" : `@${request.against}`}`,
		task: task.task,
		metric: metric.name,
		...filter === void 0 ? {} : { filter },
		...request.against === void 0 ? {} : { against: request.against },
		tier: request.tier,
		...request.allowWeakEvidence ? { allowWeakEvidence: true } : {},
		source: request.limitOrigin.source
	};
}
/** The limit in the unit of its metric; of one that is not known yet in whatever unit it can be. */
function readRule(request, subject, tasks) {
	const read = readIn(request, subject.metric.unit, subject, tasks);
	if (subject.task.open !== true || !(read instanceof WeighbridgeError)) return read;
	const plain = readIn(request, "number", subject, tasks);
	return plain instanceof WeighbridgeError ? read : plain;
}
function readIn(request, unit, gain, tasks) {
	const { rule } = request;
	if (limitsChange(rule)) {
		const change = parseChange(request.limit, unit);
		if (!change.ok) return fault(request.limitOrigin, change.message, change.fix);
		if (rule !== "net_gain") return {
			rule,
			limit: change.value
		};
		const losses = readLosses(request.losses ?? [], gain, tasks);
		return losses instanceof WeighbridgeError ? losses : {
			rule,
			limit: change.value,
			losses
		};
	}
	const bound = parseBound(request.limit, unit);
	return bound.ok ? {
		rule,
		limit: bound.value
	} : fault(request.limitOrigin, bound.message, bound.fix);
}
/** Each metric once, and never the gain itself: it would be weighed against what it is. */
function readLosses(requests, gain, tasks) {
	const nameOf = ({ task, metric, filter }) => `${task.task}/${metric.name}${filter === void 0 ? "" : `,${filter}`}`;
	const seen = /* @__PURE__ */ new Set([nameOf(gain)]);
	const losses = [];
	for (const { metric: written, weight, origin } of requests) {
		const found = findMetric$1(written, tasks);
		if (!found.ok) return fault(origin, found.message, found.fix);
		const { task, metric, filter } = found.value;
		const name = nameOf(found.value);
		if (seen.has(name)) return fault(origin, `${name} is weighed twice`, "name every metric once");
		seen.add(name);
		losses.push({
			task: task.task,
			metric: metric.name,
			...filter === void 0 ? {} : { filter },
			weight
		});
	}
	return losses;
}

// src/config/overrides.ts
const NAMES = [
	"candidate",
	"baseline",
	"max_mmlu_drop",
	"min_task_delta",
	"toxicity_ceiling",
	"on_inconclusive"
];
/** Checks the overrides that need no knowledge of tasks. An input that is empty was not set: GitHub makes no difference. */
function readOverrides(overrides) {
	const issues = [];
	const values = {};
	for (const name of NAMES) {
		const override = overrides[name];
		if (override === void 0 || override.value === "" && override.source.kind === "input") continue;
		if (override.value === "") issues.push(fault(override, "the value is empty", "give a value, or leave the flag out"));
		else values[name] = override;
	}
	for (const side of ["candidate", "baseline"]) {
		const override = values[side];
		const unsupported = unsupportedModel(override?.value);
		if (override !== void 0 && unsupported !== void 0) issues.push(fault(override, unsupported.says, unsupported.fix));
	}
	const written = values.on_inconclusive;
	if (written === void 0) return {
		values,
		issues
	};
	const parsed = policySchema.shape.on_inconclusive.safeParse(written.value);
	if (parsed.success) return {
		values,
		issues,
		onInconclusive: {
			value: parsed.data,
			source: written.source
		}
	};
	const known = policySchema.shape.on_inconclusive.unwrap().options;
	issues.push(fault(written, `${JSON.stringify(written.value)} is not known`, suggestion(written.value, known, "one of")));
	return {
		values,
		issues
	};
}

// src/config/tasks.ts
/** Completes the tasks of the file and finds out which metrics they will have, without reading any data. */
function understandTasks({ tasks, source }) {
	const configs = [];
	const declared = [];
	const broken = [];
	const issues = clashes(tasks, source);
	for (const [name, entry] of tasks) {
		const understood = entry === null ? [] : understand(name, entry, source);
		if ("config" in understood) {
			configs.push(understood.config);
			declared.push(understood.declared);
		} else {
			broken.push(name, ...entry?.alias === void 0 ? [] : [entry.alias]);
			issues.push(...understood);
		}
	}
	return {
		configs,
		declared,
		broken,
		issues
	};
}
function understand(name, { role, primary_metric: primary, alias, ...rest }, source) {
	const named = {
		task: name,
		role,
		...alias === void 0 ? {} : { alias }
	};
	if (rest.runner === "lm-eval") {
		const { runner, ...options } = rest;
		return {
			config: {
				name,
				role,
				runner,
				primaryMetric: primary ?? null,
				options
			},
			declared: {
				...named,
				metrics: [],
				primaryMetric: primary ?? "?",
				open: true
			}
		};
	}
	const { runner = "native", ...options } = rest;
	const { metrics, primary: first } = RUNNERS[runner].describe(options);
	const primaryMetric = primary ?? first;
	if (!metrics.some((metric) => metric.name === primaryMetric)) {
		const known = metrics.map((metric) => metric.name);
		const at = source.locate([
			"tasks",
			name,
			"primary_metric"
		]);
		const fix = suggestion(primaryMetric, known, "metrics");
		return [new WeighbridgeError("config", `task ${name} has no metric ${JSON.stringify(primaryMetric)}`, {
			at,
			fix
		})];
	}
	return {
		config: {
			name,
			role,
			runner,
			primaryMetric,
			options
		},
		declared: {
			...named,
			metrics,
			primaryMetric
		}
	};
}
/** Two tasks that one name, or one folder on a file system that ignores case, would stand for. */
function clashes(tasks, source) {
	const seen = /* @__PURE__ */ new Map();
	const issues = [];
	const claim = (text, owner, path) => {
		const other = seen.get(text.toLowerCase());
		if (other === void 0) seen.set(text.toLowerCase(), owner);
		else if (other !== owner) {
			const message = `the name ${text} is taken by task ${other}`;
			issues.push(new WeighbridgeError("config", message, {
				at: source.locateKey(path),
				fix: "choose another; upper and lower case are the same here"
			}));
		}
	};
	for (const name of tasks.keys()) claim(name, name, ["tasks", name]);
	for (const [name, entry] of tasks) if (entry?.alias !== void 0) claim(entry.alias, name, [
		"tasks",
		name,
		"alias"
	]);
	return issues;
}

// src/config/resolve.ts
/**
* What file, flags and inputs come to, together: override over file over default.
* @throws IssueList with every fault that could be found, each at its line or with the name of its flag
*/
function resolveConfig({ text, file, overrides = {}, results }) {
	const draft = parseConfig(text, file ?? "flags");
	if (draft.source.issues.length > 0) throw new IssueList("config", draft.issues);
	const given = readOverrides(overrides);
	const tasks = understandTasks(draft);
	const declared = {
		tasks: withResults(tasks.declared, results ?? []),
		broken: tasks.broken
	};
	const gates = allGates(draft, given, overrides.gates ?? [], declared);
	const issues = [
		...draft.issues,
		...tasks.issues,
		...given.issues,
		...gates.issues
	];
	if (issues.length === 0) issues.push(...absences(draft, declared, gates.values));
	const { head } = draft;
	if (issues.length > 0 || head === null) throw new IssueList(kindOf(issues), issues.sort(byPlace));
	const directory = file === null ? "." : dirname(file);
	const rules = {
		engine: head.engine,
		seed: head.seed,
		tasks: tasks.configs,
		gates: gates.values,
		...rulesOfJudging(draft, given, overrides.full)
	};
	return frozen({
		file,
		digest: digestOf(rules),
		directory,
		allow: draft.policy.allow,
		candidate: candidateOf(draft, given, directory),
		...baselineOf(draft, given, directory),
		anchor: head.anchor === void 0 ? null : modelSource(head.anchor.model),
		...rules,
		waiverPermission: draft.policy.waiver_permission,
		declared: declared.tasks,
		sources: sourcesOf(draft, given)
	});
}
/** In the order of the file; what has no line comes last. */
const byPlace = (a, b) => (a.at?.line ?? Infinity) - (b.at?.line ?? Infinity) || (a.at?.column ?? 0) - (b.at?.column ?? 0) || 0;
/** The exit code is the same; `usage` only when nobody has to touch the file. */
const kindOf = (issues) => issues.every(({ kind }) => kind === "usage") ? "usage" : "config";
/** Where both know a task, the config's word on it stands: results may add metrics, never redefine one. */
function withResults(tasks, results) {
	return [...tasks.map((task) => {
		const result = results.find((each) => each.task === task.task);
		if (result === void 0) return task;
		if (task.open === true) return settled(task, result);
		const more = result.metrics.filter(({ name }) => !task.metrics.some((metric) => metric.name === name));
		return {
			...result,
			...task,
			metrics: [...task.metrics, ...more]
		};
	}), ...results.filter(({ task }) => !tasks.some((each) => each.task === task))];
}
function settled({ open: _, ...task }, result) {
	const primaryMetric = task.primaryMetric === "?" ? result.primaryMetric : task.primaryMetric;
	return {
		...result,
		...task,
		metrics: result.metrics,
		primaryMetric
	};
}
const THRESHOLDS = [
	"max_mmlu_drop",
	"min_task_delta",
	"toxicity_ceiling"
];
function allGates(draft, given, flags, declared) {
	const thresholds = {};
	for (const name of THRESHOLDS) {
		const override = given.values[name];
		const written = draft.thresholds[name];
		if (override !== void 0) thresholds[name] = {
			limit: override.value,
			origin: { source: override.source }
		};
		else if (written !== void 0) thresholds[name] = {
			limit: written,
			origin: originOf(draft, ["thresholds", name])
		};
	}
	const headline = thresholdRequests(thresholds, declared);
	const listed = listedRequests(draft);
	const flagged = flagRequests(flags);
	const requests = [
		...headline.values,
		...listed.values,
		...flagged.values,
		...anchorRequests(draft)
	];
	const made = makeGates(requests, declared);
	return {
		values: made.values,
		issues: [
			...headline.issues,
			...listed.issues,
			...flagged.issues,
			...made.issues
		]
	};
}
/** An empty config would judge nothing, and nothing judged must not look like a pass. */
function absences(draft, { tasks }, gates) {
	const at = draft.source.locate([]);
	const place = at.line === void 0 ? {} : { at };
	if (tasks.length === 0) {
		const fix = "add at least one task under `tasks`, or judge existing results with `weighbridge gate`";
		return [new WeighbridgeError("config", "there are no tasks", {
			...place,
			fix
		})];
	}
	if (gates.length > 0) return [];
	const fix = "set one of the thresholds or add a gate, such as `gates: [{ metric: task/metric, max_drop: 2pp }]`, or give --max-drop task/metric=2pp";
	return [new WeighbridgeError("config", "there are no gates: nothing would ever be blocked", {
		...place,
		fix
	})];
}
function rulesOfJudging(draft, given, full) {
	const { policy } = draft;
	const sourced = (key, value) => {
		const path = ["policy", key];
		return {
			value,
			source: isWritten(draft.source, path) ? originOf(draft, path).source : { kind: "default" }
		};
	};
	return {
		policy: {
			alpha: sourced("alpha", policy.alpha),
			onInconclusive: given.onInconclusive ?? sourced("on_inconclusive", policy.on_inconclusive),
			target: sourced("target", policy.target),
			minCoverage: sourced("min_coverage", policy.min_coverage)
		},
		evaluation: full === void 0 ? sourced("evaluation", policy.evaluation) : {
			value: "full",
			source: full
		}
	};
}
function candidateOf(draft, given, directory) {
	const override = given.values.candidate;
	if (override !== void 0) return modelSource(fromCommandLine(override.value, directory));
	const written = draft.head?.candidate;
	return written === void 0 ? null : modelSource(written);
}
/** A path that a flag or input names is the only source; age and bootstrap are the file's word in any case. */
function baselineOf({ head }, given, directory) {
	const written = baselinesOf(head?.baseline);
	const override = given.values.baseline;
	const baselines = override === void 0 ? written : {
		...written,
		sources: baselinesOf(fromCommandLine(override.value, directory)).sources
	};
	const [only, ...others] = baselines.sources;
	const usesStore = baselines.sources.some(({ from }) => from === "store");
	return {
		baseline: others.length === 0 && only?.from === "path" ? only.model : null,
		baselines,
		store: head?.store === void 0 ? usesStore ? "default" : null : { path: head.store },
		acceptChange: head?.accept_change ?? []
	};
}
/** Where every value came from that is not a default; gates and policy carry theirs themselves. */
function sourcesOf(draft, given) {
	const { head, tasks } = draft;
	const written = [
		...[
			"candidate",
			"baseline",
			"store",
			"accept_change",
			"seed"
		].map((key) => [key]),
		["anchor", "model"],
		...["max_age_days", "bootstrap"].map((key) => ["baseline", key]),
		...["waiver_permission", "allow"].map((key) => ["policy", key]),
		...Object.keys(head?.engine ?? {}).map((key) => ["engine", key]),
		...[...tasks].flatMap(([name, task]) => Object.keys(task ?? {}).map((key) => [
			"tasks",
			name,
			key
		]))
	].filter((path) => isWritten(draft.source, path));
	const sources = Object.fromEntries(written.map((path) => [formatPath(path), originOf(draft, path).source]));
	for (const side of ["candidate", "baseline"]) {
		const override = given.values[side];
		if (override !== void 0) sources[side] = override.source;
	}
	return sources;
}
/** A frozen copy: declarations are shared with whoever gave them. */
const frozen = (value) => deepFreeze(structuredClone(value));
function deepFreeze(value) {
	if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		for (const inner of Object.values(value)) deepFreeze(inner);
	}
	return value;
}

// src/config/load.ts
/**
* Reads and resolves a config file.
* @throws WeighbridgeError `config` when it cannot be read, IssueList with every fault that is in it
*/
async function loadConfig(file, request = {}) {
	const config = resolveConfig({
		...request,
		text: await readConfigText(file),
		file
	});
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
async function readBytes(file) {
	try {
		const { size } = await stat(file);
		if (size > 1048576) throw tooLarge(file);
		return await readFile(file);
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		const { code } = cause;
		throw new WeighbridgeError("config", code === "ENOENT" ? "there is no such file" : `the file cannot be read (${code})`, {
			at: { file },
			fix: "name the config with --config (in a workflow: the input config), or write one with `weighbridge init`",
			cause
		});
	}
}

// src/report/format.ts
/** Shown where there is no number. */
const NOT_AVAILABLE = "unknown";
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
/** About four significant digits, so that 8.412 and 812.4 are both readable. */
function significantDecimals(value) {
	if (value === 0) return 1;
	return Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
}
/** A count with thousands separated: `14,042`. */
function formatCount(count) {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** A metric's value in its unit: `93.1 %`, `0.8731 bits per byte`, `12.34`. */
function formatValue$1(value, unit) {
	switch (unit) {
		case "rate": {
			const percent = value * 100;
			return `${fixed(percent, pointDecimals(Math.min(Math.abs(percent), Math.abs(100 - percent))))} %`;
		}
		case "bits_per_byte": return `${fixed(value, 4)} bits per byte`;
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
/** A change in the metric's unit, always signed: `+1.2 pp`. */
function formatChange(value, unit) {
	const { scale, suffix, decimals } = CHANGE[unit];
	return `${withSign(fixed(value * scale, decimals(value * scale)))}${suffix}`;
}
/** The size of a change without its sign, for "fell by 31.2 pp". */
function formatSize$1(value, unit) {
	const { scale, suffix, decimals } = CHANGE[unit];
	return `${fixed(Math.abs(value * scale), decimals(value * scale))}${suffix}`;
}
/**
* `−36.0 to −26.4`, with the unit of the change beside it left to the caller; an end that could not be estimated is
* `unbounded`; null when neither could.
*/
function formatInterval(delta, unit) {
	if (delta.low === null && delta.high === null) return null;
	const { scale, decimals } = CHANGE[unit];
	const ends = [delta.low, delta.high];
	const digits = Math.max(...ends.map((end) => end === null ? 0 : decimals(end * scale)));
	const [low, high] = ends.map((end) => end === null ? "unbounded" : withSign(fixed(end * scale, digits)));
	return `${low} to ${high}`;
}
/** `90 %` of 0.9. */
function formatLevel$1(level) {
	return `${Number((level * 100).toPrecision(4))} %`;
}
/** A one-sided p-value; tiny ones as a bound, since their digits mean nothing. */
function formatP(p) {
	return p < 1e-4 ? "p < 0.0001" : `p = ${p.toFixed(4)}`;
}
/** `4 minutes`, for people. */
function formatDuration(seconds) {
	if (seconds < 90) return `${Math.round(seconds)} seconds`;
	const minutes = Math.round(seconds / 60);
	return minutes < 90 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`;
}
/** The first twelve hex digits of a SHA-256, enough to tell two checkpoints apart; any other text as it is. */
function formatDigest(digest) {
	return digest.replace(/^((?:sha256:)?[0-9a-f]{12})[0-9a-f]{52}$/, "$1");
}
/** A gate's metric as a person names it. */
function metricName({ task, metric, against }) {
	return against === void 0 ? `${task}/${metric}` : `${task}/${metric}@${against}`;
}
/** `1 gate`, `2 gates`. */
function plural(count, noun, many = `${noun}s`) {
	return `${formatCount(count)} ${count === 1 ? noun : many}`;
}

// src/report/inline.ts
/** Builds a line: the literal parts are trusted, every interpolated string is data. */
function say(literals, ...values) {
	return literals.flatMap((literal, index) => {
		const value = values[index];
		const data = typeof value === "string" ? [{
			kind: "prose",
			text: value
		}] : value ?? [];
		return literal === "" ? [...data] : [{
			kind: "ours",
			text: literal
		}, ...data];
	});
}
/** A name, path or identifier. */
function code(text) {
	return [{
		kind: "code",
		text
	}];
}
function toMarkdown(line) {
	return line.map(({ kind, text }) => kind === "ours" ? text : kind === "code" ? htmlCode(text) : prose(text)).join("");
}
/** Without markup, for terminals, logs and the `summary` field; still one line and free of control characters. */
function toPlain(line) {
	return line.map(({ kind, text }) => kind === "ours" ? text : oneLine$1(text)).join("");
}

// src/report/sections/baseline.ts
const DAY_MS = 864e5;
/** Whole days between two moments; null where either is none. */
function daysBetween(earlier, later) {
	const days = (Date.parse(later ?? "") - Date.parse(earlier)) / DAY_MS;
	return Number.isFinite(days) ? Math.max(0, Math.floor(days)) : null;
}
/** Lines below the baseline: how it was found, from which commit, how old it is, and what was declared to have changed. */
function baselineLines({ provenance }, now) {
	const { baseline } = provenance;
	if (baseline === void 0) return [];
	return [
		...baseline.attempts.map(({ source, reason }) => reason === null ? say`found by ${code(source)}` : say`not by ${code(source)}: ${reason}`),
		...originLines(baseline, now),
		...baseline.accepted.length === 0 ? [] : [say`declared change of ${code(baseline.accepted.join(", "))}: the baseline was evaluated with the candidate's setting`]
	];
}
function originLines({ origin, max_age_days: limit }, now) {
	if (origin === null) return [];
	const { commit, date, by } = origin;
	const days = daysBetween(date, now);
	const line = [
		say`evaluated ${code(date.slice(0, 10))}`,
		...commit === null ? [] : [say`at commit ${code(commit.slice(0, 12))}`],
		...by === null ? [] : [say`by ${code(by)}`],
		...days === null ? [] : [say`${plural(days, "day")} old`]
	].reduce((before, fact) => say`${before}, ${fact}`);
	if (limit === null || days === null || days <= limit) return [line];
	return [line, say`older than ${plural(limit, "day")}: evaluate and bless it anew`];
}

// src/config/explain.ts
const DEFAULT = { kind: "default" };
/** Every value in force, in the order of the config file. */
function explainConfig(config) {
	const from = (key, value) => ({
		key,
		value: typeof value === "string" ? value : JSON.stringify(value),
		source: config.sources[key] ?? DEFAULT
	});
	return [
		...config.candidate === null ? [] : [from("candidate", describeModel(config.candidate))],
		...config.baselines.sources.length === 0 ? [] : [from("baseline", config.baselines.sources.map(describeBaselineSource).join(", else "))],
		...config.baselines.maxAgeDays === null ? [] : [from("baseline.max_age_days", config.baselines.maxAgeDays)],
		...config.baselines.bootstrap ? [from("baseline.bootstrap", true)] : [],
		...config.store === null ? [] : [from("store", config.store === "default" ? config.store : config.store.path)],
		...config.acceptChange.length === 0 ? [] : [from("accept_change", config.acceptChange)],
		...config.anchor === null ? [] : [from("anchor.model", describeModel(config.anchor))],
		...Object.entries(config.engine).map(([key, value]) => from(`engine.${key}`, value)),
		from("seed", config.seed),
		...config.tasks.flatMap((task) => [
			from(`tasks.${task.name}.role`, task.role),
			from(`tasks.${task.name}.runner`, task.runner),
			from(`tasks.${task.name}.primary_metric`, task.primaryMetric),
			...Object.entries(task.options).map(([key, value]) => from(`tasks.${task.name}.${key}`, value))
		]),
		...config.gates.map((gate) => ({
			key: gate.id,
			value: `${describeLimit(gate, unitOf(config, gate))} (${gate.tier})`,
			source: gate.source
		})),
		sourced("alpha", config.policy.alpha),
		sourced("on_inconclusive", config.policy.onInconclusive),
		sourced("target", config.policy.target),
		sourced("min_coverage", config.policy.minCoverage),
		sourced("evaluation", config.evaluation),
		from("policy.waiver_permission", config.waiverPermission),
		from("policy.allow", [...config.allow].sort())
	];
}
/** The same as aligned lines: key, value, source. Values are quoted where they hold control characters. */
function explainLines(config) {
	const rows = explainConfig(config).map(({ key, value, source }) => ({
		key,
		value: oneLine(value),
		source: describeSource(source)
	}));
	const width = (column) => Math.max(0, ...rows.map((row) => row[column].length));
	const [keys, values] = [width("key"), width("value")];
	return rows.map(({ key, value, source }) => `${key.padEnd(keys)}  ${value.padEnd(values)}  ${source}`);
}
const WIDEST = 60;
function oneLine(value) {
	const quoted = /\p{Cc}/u.test(value) ? JSON.stringify(value) : value;
	return quoted.length > WIDEST ? `${quoted.slice(0, 59)}…` : quoted;
}
const sourced = (key, { value, source }) => ({
	key: `policy.${key}`,
	value: String(value),
	source
});
function unitOf(config, gate) {
	return config.declared.find((each) => each.task === gate.task)?.metrics.find(({ name }) => name === gate.metric)?.unit === "rate" ? "rate" : "other";
}

// src/stats/special/newton.ts
/**
* Where a log-concave distribution function reaches `probability`, by Newton's method on its logarithm.
*
* A tangent of a concave function lies above it, so one step from anywhere lands left of the root, and from there every
* step approaches it without passing: no bracket is needed. The normal distribution and the logit of a Beta variable
* are log-concave.
*/
function quantileOfLogConcave(probability, start, at) {
	const target = Math.log(probability);
	let x = start;
	let { value, slope } = at(x);
	for (let iteration = 0; iteration < 200; iteration += 1) {
		let step = (target - Math.log(value)) * value / slope;
		({value, slope} = at(x + step));
		while (value === 0) {
			step /= 2;
			({value, slope} = at(x + step));
		}
		x += step;
		if (Math.abs(step) <= 1e-9 * Math.max(1, Math.abs(x))) return x;
	}
	throw new Error(`no quantile found for probability ${probability}`);
}

// src/stats/special/normal.ts
const SQRT_TWO_PI = 2.5066282746310002;
function normalDensity(z) {
	return Math.exp(-.5 * z * z) / SQRT_TWO_PI;
}
/** Φ(z), accurate in relative terms in the lower tail as well. */
function normalCdf(z) {
	if (z > 0) return 1 - normalCdf(-z);
	if (z === -Infinity) return 0;
	return z > -2.5 ? nearCentre(z) : lowerTail(z);
}
/** Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/(3·5) + …), Marsaglia 2004, "Evaluating the normal distribution". */
function nearCentre(z) {
	let term = z;
	let sum = z;
	for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
		term *= z * z / odd;
		sum += term;
	}
	return .5 + normalDensity(z) * sum;
}
/** Φ(z) = φ(z) / (|z| + 1/(|z| + 2/(|z| + 3/(…)))), Laplace; evaluated backwards (DLMF 7.9.3). */
function lowerTail(z) {
	const x = -z;
	let fraction = x;
	for (let k = 150; k >= 1; k -= 1) fraction = x + k / fraction;
	return normalDensity(z) / fraction;
}
/** z with Φ(z) = probability, for 0 < probability < 1. */
function normalQuantile(probability) {
	if (probability > .5) return -normalQuantile(1 - probability);
	const start = -Math.sqrt(-2 * Math.log(probability));
	return quantileOfLogConcave(probability, start, (z) => ({
		value: normalCdf(z),
		slope: normalDensity(z)
	}));
}

// src/stats/random.ts
/**
* Mulberry32 (Tommy Ettinger, public domain): uniform numbers in [0, 1) from a 32-bit seed, the same stream on every
* machine. Its period of 2³² is long enough for 10⁵ resamples of 10⁴ samples, not for more.
*/
function mulberry32(seed) {
	let state = seed >>> 0;
	return () => {
		state = state + 1831565813 >>> 0;
		let mixed = Math.imul(state ^ state >>> 15, state | 1);
		mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
		return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
	};
}
/** A 32-bit seed from texts in their order (FNV-1a over UTF-16 units), so that the same data are resampled alike. */
function seedOf(texts) {
	let hash = 2166136261;
	for (const text of texts) {
		for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
		hash = Math.imul(hash ^ 65536, 16777619);
	}
	return hash >>> 0;
}

// src/stats/special/gamma.ts
/**
* δ(x) = ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π] for x > 0, to about 1e-15 absolute.
*
* Working with δ instead of ln Γ keeps ratios of large Gammas exact, because the large terms cancel on paper and not
* in floating point (Loader 2000, "Fast and accurate computation of binomial probabilities"). Small x is carried up by
* δ(x) − δ(x + 1) = (x + ½) ln(1 + 1/x) − 1 to where Stirling's series (DLMF 5.11.1) has converged.
*/
function stirlingError(x) {
	let carried = 0;
	let y = x;
	for (; y < 16; y += 1) carried += (y + .5) * Math.log1p(1 / y) - 1;
	const w = 1 / (y * y);
	return carried + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - w / 1188) * w) * w) * w) / y;
}

// src/stats/special/beta.ts
/** I_x(a, b) and its complement for a, b > 0. */
function betaTails(point, a, b) {
	const { x, complement } = point;
	if (x <= 0) return {
		lower: 0,
		upper: 1
	};
	if (complement <= 0) return {
		lower: 1,
		upper: 0
	};
	const kernel = betaKernel(point, a, b);
	if (x < (a + 1) / (a + b + 2)) {
		const lower = kernel / a * continuedFraction(x, a, b);
		return {
			lower,
			upper: 1 - lower
		};
	}
	const upper = kernel / b * continuedFraction(complement, b, a);
	return {
		lower: 1 - upper,
		upper
	};
}
/** x with I_x(a, b) = probability, for 0 < probability < 1 and a, b ≥ ½. */
function betaQuantile(probability, a, b) {
	return pointAt(betaLogitQuantile(probability, a, b)).x;
}
/** ln(x / (1 − x)) of the quantile: the logit keeps both x and 1 − x exact. */
function betaLogitQuantile(probability, a, b) {
	if (probability > betaTails(pointAt(Math.log(a / b)), a, b).lower) return -lowerHalf(1 - probability, b, a);
	return lowerHalf(probability, a, b);
}
/** In logits the density of Beta(a, b) is the kernel itself, and its distribution function is log-concave. */
function lowerHalf(probability, a, b) {
	return quantileOfLogConcave(probability, Math.log(a / b), (logit) => {
		const point = pointAt(logit);
		return {
			value: betaTails(point, a, b).lower,
			slope: betaKernel(point, a, b)
		};
	});
}
function pointAt(logit) {
	return {
		x: 1 / (1 + Math.exp(-logit)),
		complement: 1 / (1 + Math.exp(logit))
	};
}
/**
* x^a (1 − x)^b / B(a, b), by its distance from the mean p = a / (a + b):
* ln = a ln(x/p) + b ln((1−x)/(1−p)) + ½ ln(ab / 2π(a+b)) + δ(a+b) − δ(a) − δ(b).
* The first-order terms of the two logarithms cancel exactly, so they are left out of both.
*/
function betaKernel({ x, complement }, a, b) {
	const total = a + b;
	const offset = x < complement ? x - a / total : b / total - complement;
	const exponent = a * logMinusLinear(offset * total / a) + b * logMinusLinear(-offset * total / b) + .5 * Math.log(a / total * (b / (2 * Math.PI))) + (stirlingError(total) - stirlingError(a) - stirlingError(b));
	return Math.exp(exponent);
}
/** ln(1 + u) − u without cancellation: with r = u / (2 + u), it is −ur + 2(r³/3 + r⁵/5 + …). */
function logMinusLinear(u) {
	if (Math.abs(u) > .2) return Math.log1p(u) - u;
	const r = u / (2 + u);
	let power = 2 * r * r * r;
	let sum = 0;
	for (let odd = 3; Math.abs(power) > 1e-18 * Math.abs(sum); odd += 2) {
		sum += power / odd;
		power *= r * r;
	}
	return sum - u * r;
}
/** 1/(1 + d₁/(1 + d₂/(1 + …))) of DLMF 8.17.22, by the modified Lentz method (Thompson & Barnett 1986). */
function continuedFraction(x, a, b) {
	const tiny = 1e-300;
	const away = (value) => Math.abs(value) < tiny ? tiny : value;
	let c = 1;
	let d = 1 / away(1 - (a + b) * x / (a + 1));
	let fraction = d;
	for (let m = 1; m < 1e5; m += 1) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		fraction *= c * d;
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		fraction *= c * d;
		if (Math.abs(c * d - 1) < 1e-15) return fraction;
	}
	throw new Error(`the incomplete beta function did not converge at x = ${x}, a = ${a}, b = ${b}`);
}

// src/stats/sum.ts
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}

// src/stats/sequential/e-values.ts
/**
* E-values: evidence that may be looked at after every sample. While the null is true an e-process exceeds 1/α at any time
* with probability at most α (Ville 1939), so that 1/max e is a p-value that peeking cannot spoil.
*/
/** ln of the mean of eˣ. */
function logMeanExp(logs) {
	const largest = Math.max(...logs);
	if (largest === -Infinity) return -Infinity;
	return largest + Math.log(sum(logs.map((log) => Math.exp(log - largest))) / logs.length);
}
/** The logarithm of a long product of positive factors: one logarithm for many of them, taken before the product overflows. */
var LogProduct = class {
	#log = 0;
	#product = 1;
	get value() {
		return this.#log + Math.log(this.#product);
	}
	/** @param factor within [1e-100, 1e100] */
	multiply(factor) {
		const product = this.#product * factor;
		if (product > 1e-100 && product < 1e100) {
			this.#product = product;
			return;
		}
		this.#log += Math.log(product);
		this.#product = 1;
	}
};
/**
* Likelihood ratios of `events` among `n` against the rate `ceiling`, averaged over alternatives below it (0, c/4, c/2) and
* above it (1.5c, 2c, 4c). Valid against every rate on the other side of the ceiling, since the ratio is monotone.
* Robbins 1970. Without events a ceiling of 1 % is proven at α = 5 % after 363 samples; a planned 299 would do.
*/
function rateLogE(events, n, ceiling) {
	const against = (rate) => times(events, Math.log(rate / ceiling)) + times(n - events, Math.log1p(-rate) - Math.log1p(-ceiling));
	const above = [
		1.5,
		2,
		4
	].map((factor) => factor * ceiling).filter((rate) => rate < 1);
	return {
		below: logMeanExp([
			0,
			ceiling / 4,
			ceiling / 2
		].map(against)),
		above: above.length === 0 ? 0 : logMeanExp(above.map(against))
	};
}
/** 0 · ln 0 = 0: an impossible event that did not happen says nothing. */
function times(count, log) {
	return count === 0 ? 0 : count * log;
}

// src/stats/sequential/benchmark-gate.ts
/** Flip rate assumed before data, as so many samples; and the effect sizes of the bets, in units of the gap. */
const PRIOR = {
	rate: .12,
	samples: 20
};
const EFFECTS = [
	.5,
	1,
	2,
	4
];
/**
* Decides what the full run of a finite benchmark would show, from samples in uniformly random order, at any time, and with
* error at most `alpha` a side: a bet on each sample against its remaining mean if the delta were exactly the boundary.
*
* Betting without replacement of Waudby-Smith & Ramdas 2024, "Estimating means of bounded random variables by betting",
* section 5, with the known baseline as control variate. Wrong guesses of flip rates cost samples, never validity; a file's
* own order instead of a random one costs validity. Always decided once all samples were seen.
*/
var BenchmarkGate = class {
	#options;
	#size;
	#seen = {
		right: 0,
		wrong: 0,
		regressed: 0,
		improved: 0
	};
	#bets = EFFECTS.map((effect) => ({
		effect,
		pass: new LogProduct(),
		regression: new LogProduct()
	}));
	constructor(options) {
		this.#options = options;
		this.#size = options.baseline.right + options.baseline.wrong;
	}
	get evidence() {
		return {
			pass: logMeanExp(this.#bets.map(({ pass }) => pass.value)),
			regression: logMeanExp(this.#bets.map(({ regression }) => regression.value))
		};
	}
	/** Between what the samples still to come can make of the delta at most. */
	get certain() {
		const { right, wrong } = this.#remaining();
		const net = this.#seen.improved - this.#seen.regressed;
		return {
			low: (net - right) / this.#size,
			high: (net + wrong) / this.#size
		};
	}
	/** Null while undecided. */
	get verdict() {
		const { boundary, alpha } = this.#options;
		const { right, wrong } = this.#remaining();
		const net = this.#seen.improved - this.#seen.regressed;
		const needed = this.#size * boundary - 1e-9;
		const enough = Math.log(1 / alpha);
		const { pass, regression } = this.evidence;
		if (net - right >= needed) return "pass";
		if (net + wrong < needed) return "regression";
		return pass >= enough ? "pass" : regression >= enough ? "regression" : null;
	}
	/** The next sample of the random order. */
	add(baselineRight, candidateRight) {
		this.#bet(Number(candidateRight) - Number(baselineRight), baselineRight);
		if (baselineRight) {
			this.#seen.right += 1;
			if (!candidateRight) this.#seen.regressed += 1;
		} else {
			this.#seen.wrong += 1;
			if (candidateRight) this.#seen.improved += 1;
		}
	}
	#bet(change, baselineRight) {
		const { boundary, gap } = this.#options;
		const { right, wrong } = this.#remaining();
		const left = right + wrong;
		if (left <= 0) throw new RangeError("more samples than the benchmark has");
		const falls = flipRate(this.#seen.regressed, this.#seen.right);
		const rises = flipRate(this.#seen.improved, this.#seen.wrong);
		const expected = (wrong * rises - right * falls) / left;
		const net = this.#seen.improved - this.#seen.regressed;
		const residual = change - (baselineRight ? -falls : rises);
		const mean = (this.#size * boundary - net) / left - expected;
		const variance = (right * falls * (1 - falls) + wrong * rises * (1 - rises)) / left;
		const lowest = Math.min(falls - 1, -rises);
		const highest = Math.max(falls, 1 - rises);
		const [below, above] = [Math.max(mean - lowest, 1e-9), Math.max(highest - mean, 1e-9)];
		const gain = residual - mean;
		for (const { effect, pass, regression } of this.#bets) {
			const distance = effect * gap * this.#size / left;
			const stake = distance / (variance + distance * distance);
			pass.multiply(Math.max(1 + Math.min(stake, .9 / below) * gain, 1e-6));
			regression.multiply(Math.max(1 - Math.min(stake, .9 / above) * gain, 1e-6));
		}
	}
	#remaining() {
		const { right, wrong } = this.#options.baseline;
		return {
			right: right - this.#seen.right,
			wrong: wrong - this.#seen.wrong
		};
	}
};
function flipRate(flips, seen) {
	return (flips + PRIOR.rate * PRIOR.samples) / (seen + PRIOR.samples);
}

// src/stats/interval.ts
/** Where `decreasing` crosses zero in (low, high), by bisection down to neighbouring doubles. */
function rootOfDecreasing(decreasing, low, high) {
	let left = low;
	let right = high;
	for (;;) {
		const middle = left + (right - left) / 2;
		if (middle <= left || middle >= right) return middle;
		if (decreasing(middle) > 0) left = middle;
		else right = middle;
	}
}

// src/stats/sequential/group-sequential.ts
/** Error spent by the time a share `fraction` of the samples was seen: α t^1.5 (Kim & DeMets 1987 with ρ = 1.5). */
function spentError(alpha, fraction) {
	return alpha * Math.min(1, fraction) ** 1.5;
}
/**
* Critical values of z at several looks that together err with the last of `spent` at most: at look k with information
* I_k (samples seen; n/(1 − n/N) when exactly N samples exist) the chance of crossing for the first time is
* `spent[k] − spent[k − 1]`.
*
* The density of the score z√I that has not yet crossed is carried from look to look by Simpson's rule (Armitage,
* McPherson & Rowe 1969; Lan & DeMets 1983). Assumes normal z with independent increments: look first at 60 samples.
*/
function boundaries(information, spent) {
	const bounds = [];
	let going = null;
	information.forEach((now, look) => {
		const before = information[look - 1] ?? 0;
		const step = Math.sqrt(now - before);
		const error = (spent[look] ?? NaN) - (spent[look - 1] ?? 0);
		const previous = going;
		const bound = previous === null ? -normalQuantile(error) : rootOfDecreasing((z) => crossing(previous, z * Math.sqrt(now), step) - error, -8, 12);
		bounds.push(bound);
		going = carried(previous, now, step, bound);
	});
	return bounds;
}
/**
* Probability of crossing each bound for the first time, as a function of the drift: the mean of z at information 1. The
* densities are those without a drift, reweighted by the likelihood ratio exp(θ S − θ² I / 2).
*/
function firstCrossings(information, bounds) {
	const densities = [null];
	information.forEach((now, look) => {
		const step = Math.sqrt(now - (information[look - 1] ?? 0));
		densities.push(carried(densities[look] ?? null, now, step, bounds[look] ?? NaN));
	});
	return (drift) => information.map((now, look) => {
		const before = information[look - 1] ?? 0;
		const step = Math.sqrt(now - before);
		const mean = drift * (now - before);
		const bound = (bounds[look] ?? NaN) * Math.sqrt(now);
		const going = densities[look];
		if (going === null || going === void 0) return normalCdf((mean - bound) / step);
		const weigh = ({ at, mass }) => ({
			at: at + mean,
			mass: mass * Math.exp(drift * at - drift * drift * before / 2)
		});
		return crossing(going.map(weigh), bound, step);
	});
}
/** The scores that have not crossed by a look, from those that had not by the one before; null before the first. */
function carried(previous, now, step, bound) {
	return simpsonGrid(-9 * Math.sqrt(now), Math.min(bound, 9) * Math.sqrt(now)).map(({ at, weight }) => ({
		at,
		mass: weight * (previous === null ? normalDensity(at / step) / step : arriving(previous, at, step))
	}));
}
/** Further than this many standard deviations a step never goes. */
const FAR = 9;
function arriving(previous, at, step) {
	let total = 0;
	for (const point of previous) {
		const z = (at - point.at) / step;
		if (z < FAR && z > -9) total += point.mass * normalDensity(z);
	}
	return total / step;
}
/** Probability that the score goes beyond `bound` in one step of standard deviation `step`. */
function crossing(density, bound, step) {
	return sum(density.map(({ at, mass }) => mass * normalCdf((at - bound) / step)));
}
function simpsonGrid(low, high) {
	const steps = 1e3;
	const width = (high - low) / steps;
	return Array.from({ length: 1001 }, (_, index) => {
		const coefficient = index === 0 || index === steps ? 1 : index % 2 === 1 ? 4 : 2;
		return {
			at: low + index * width,
			weight: coefficient * width / 3
		};
	});
}

// src/stats/sequential/looks.ts
/** Planned looks of a group-sequential test, and the least number of independent units at which z may be taken as normal. */
const LOOKS = 10;
const LEAST_UNITS = 60;
/** Tests that may be looked at any time are looked at this often: some 500 times in all, and not after every sample. */
function batchOf(planned) {
	return Math.max(5, Math.ceil(planned / 500));
}
/** Whether a test that may be looked at any time is looked at after `samples` of `planned`. */
function isBatchEnd(samples, planned) {
	return samples % batchOf(planned) === 0 || samples === planned;
}
/** Whether anything can be decided after `samples` that could not be one sample earlier. */
function isLook(samples, planned) {
	return isBatchEnd(samples, planned) || tenths(planned).includes(samples);
}
/** The looks of a group-sequential test: the few after which more can be decided than in between. */
function tenths(planned) {
	return Array.from({ length: LOOKS }, (_, look) => Math.round(planned * (look + 1) / LOOKS));
}
/**
* Ten equal looks that together err with `alpha` a side. Looks with fewer than 60 independent units are left out, their error
* going to the first that is taken; the last one is always taken.
* @param unitsAfter independent units among the first samples; more samples never have fewer
*/
function plannedLooks(planned, alpha, unitsAfter) {
	const taken = tenths(planned).filter((n) => n === planned || unitsAfter(n) >= LEAST_UNITS);
	const levels = levelsOf([...new Set(taken)], planned, alpha);
	return [...new Set(taken)].map((samples, look) => ({
		samples,
		level: levels[look] ?? 0
	}));
}
const known$1 = /* @__PURE__ */ new Map();
/** Remembered, because the recursion takes a tenth of a second and an evaluation asks again at every look. */
function levelsOf(looks, planned, alpha) {
	const key = [
		alpha,
		planned,
		...looks
	].join(" ");
	const found = known$1.get(key);
	if (found !== void 0) return found;
	const spent = looks.map((n) => spentError(alpha, n / planned));
	const levels = boundaries(looks, spent).map((bound) => normalCdf(-bound));
	known$1.set(key, levels);
	return levels;
}

// src/report/methods.ts
const TESTS = "Which test, and why";
const IN_ORDER = "Fewer samples";
/** One row a method that `test.method` or `delta.method` of a gate can name. */
const METHODS = {
	tango: {
		name: "Tango's score test for paired proportions",
		formula: "z = (rose − fell − n·δ₀) / √(n·(2q + δ₀(1 − δ₀))), δ₀ the limit as a delta, q fitted under it",
		section: TESTS
	},
	t: {
		name: "Student's t on the paired differences, freed of their skewness (Hall)",
		formula: "t = (mean difference − δ₀) / (s / √n) = √n·x becomes √n·(((1 + γx/3)³ − 1)/γ + γ/6n), n − 1 degrees of freedom",
		section: TESTS
	},
	"clustered t": {
		name: "Student's t on the sums of clusters (CR1), freed of their skewness (Hall)",
		formula: "t = (mean difference − δ₀) / SE over G clusters, G − 1 degrees of freedom, transformed like t on differences",
		section: TESTS
	},
	"linearised t": {
		name: "Student's t on the linearised ratio",
		formula: "influence of a sample = (numerator − ratio · denominator) / mean denominator, then t",
		section: TESTS
	},
	"stratified t": {
		name: "Student's t on the mean of the groups' means",
		formula: "t = (Σ mean of group / groups − δ₀) / √(Σ s²_group / n_group / groups²), Σ(n_group − 1) degrees of freedom",
		section: "Means of groups"
	},
	"bca bootstrap": {
		name: "the bias-corrected and accelerated bootstrap of pairs, with which Student's t on jackknife values has to agree",
		formula: "ends at Φ(z₀ + (z₀ + z) / (1 − a(z₀ + z))) of 2,000 resamples, seeded by the sample ids, or at those of jackknife t where these lie further out",
		section: "Metrics of all samples at once"
	},
	"jackknife t": {
		name: "Student's t on jackknife values",
		formula: "value of a unit = θ + (G − 1)(mean of θ without each unit − θ without this one), G − 1 degrees of freedom",
		section: "Metrics of all samples at once"
	},
	"finite population": {
		name: "the test that fits the scores, for a random part of a finite list",
		formula: "every limit nearer by √(1 − n/N), n samples of N",
		section: "What the verdict speaks of"
	},
	"unpaired z": {
		name: "z of two sums without samples",
		formula: "z = (candidate − baseline − δ₀) / √(se²_candidate + se²_baseline)",
		section: "Results without samples"
	},
	"square-and-add": {
		name: "a weighted sum of changes, by square-and-add",
		formula: "gain − Σ weight · loss ∓ √Σ (distance of each from its own limit)²; a task that won counts 0",
		section: "A gain against losses"
	},
	"clopper-pearson": {
		name: "the exact binomial test",
		formula: "the rate at which so many events or fewer (more) have probability α: one-sided Clopper-Pearson",
		section: TESTS
	},
	benchmark: {
		name: "the count on exactly this benchmark",
		formula: "observed against limit; every sample was seen, so that nothing is inferred",
		section: "What the verdict speaks of"
	},
	"betting without replacement": {
		name: "betting on what the full run of exactly this benchmark would show",
		formula: "wealth = mean over bet sizes of Π (1 + λ·(change − its mean were the limit true)), against 1/α at every look; the interval is every delta not ruled out so",
		section: IN_ORDER
	},
	"e-process": {
		name: "a mixture of likelihood ratios of the rate",
		formula: "mean over a in {0, c/4, c/2} of (a/c)^events·((1 − a)/(1 − c))^others, against 1/α at every look",
		section: IN_ORDER
	},
	"holm, mcnemar mid-p": {
		name: "McNemar's mid-p test of every group, with Holm's correction",
		formula: "p = P(X > fell) + ½P(X = fell), X ~ Binomial(rose + fell, ½); p₍ᵢ₎·(groups − i + 1) < α",
		section: "Groups"
	},
	"holm, margin": {
		name: "the test against the limit in every group, with Holm's correction",
		formula: "p₍ᵢ₎·(groups − i + 1) < α",
		section: "Groups"
	}
};
/** Null for a method that this version does not know; the file may be from another one. */
function methodOf$2(name) {
	const base = fixedMethodOf(name);
	const method = Object.hasOwn(METHODS, base) ? METHODS[base] ?? null : null;
	if (method === null || base === name) return method;
	if (isDescriptive(name)) return {
		...method,
		name: `${method.name}, for a number of samples fixed in advance`
	};
	return {
		name: `one of ten planned looks: ${method.name}`,
		formula: `${method.formula}; at the look's level, which together spend α·t^1.5`,
		section: IN_ORDER
	};
}
/** Whether an interval says no more than what the seen samples look like: the verdict does not rest on it. */
const isDescriptive = (method) => method.endsWith(", descriptive");
const fixedMethodOf = (name) => name.replace(/, descriptive$/, "").replace(/^group sequential, /, "");

// src/report/who-acts.ts
const TASK_CHANGED = {
	who: "Whoever changed the task",
	what: say`evaluate the baseline again with the task as it is now, or undo the change.`
};
const CHECKPOINT_CHANGED = {
	who: "Whoever made the checkpoint",
	what: say`restore the baseline's tokenizer and chat template, or compare with a baseline that shares them.`
};
const MACHINE_CHANGED = {
	who: "Whoever runs the evaluation",
	what: say`evaluate both sides with the same engine, settings and harness.`
};
const RUN_INCOMPLETE = {
	who: "Whoever runs the evaluation",
	what: say`run it again; it goes on where it stopped, and no sample is asked twice.`
};
/** For each field in which two runs may differ: who must do what. */
const REMEDIES = {
	dataset: TASK_CHANGED,
	prompt: TASK_CHANGED,
	few_shot: TASK_CHANGED,
	generation: TASK_CHANGED,
	scorers: TASK_CHANGED,
	filter: TASK_CHANGED,
	task_version: TASK_CHANGED,
	limit: TASK_CHANGED,
	inputs: TASK_CHANGED,
	targets: TASK_CHANGED,
	metrics: TASK_CHANGED,
	chat_template: CHECKPOINT_CHANGED,
	tokenizer: CHECKPOINT_CHANGED,
	engine: MACHINE_CHANGED,
	engine_settings: MACHINE_CHANGED,
	engine_version: MACHINE_CHANGED,
	harness: MACHINE_CHANGED,
	harness_version: MACHINE_CHANGED,
	dtype: MACHINE_CHANGED,
	batch_size: MACHINE_CHANGED,
	device: MACHINE_CHANGED,
	seed: MACHINE_CHANGED,
	quantization: CHECKPOINT_CHANGED,
	samples: RUN_INCOMPLETE,
	run: RUN_INCOMPLETE
};
const shown$1 = (value) => code(value === null ? "none" : formatDigest(String(value)));
function mismatchSentence({ task, field, baseline, candidate, against }) {
	return say`${code(task)}: ${code(field)} differs, ${against ?? "baseline"} ${shown$1(baseline)}, candidate ${shown$1(candidate)}.`;
}
const isIncomplete = ({ samples: { baseline, candidate } }) => baseline.evaluated < baseline.planned || candidate.evaluated < candidate.planned;
function invalidGates(gates) {
	return gates.filter((gate) => gate.verdict === "invalid").map((gate) => say`${code(gate.id)}: ${gate.reasons[0] ?? "no reason was recorded"}`);
}
function faults(file) {
	const hard = file.comparability.filter((mismatch) => mismatch.severity === "hard");
	const remedies = new Set(hard.map((mismatch) => REMEDIES[mismatch.field]));
	if (file.tasks.some(isIncomplete)) remedies.add(RUN_INCOMPLETE);
	const stated = new Set(file.reasons);
	const gates = file.gates.filter((gate) => !stated.has(gate.reasons[0] ?? ""));
	return {
		wrong: [
			...file.reasons.map((reason) => say`${reason}`),
			...hard.map(mismatchSentence),
			...invalidGates(gates)
		],
		remedies: [...remedies]
	};
}

// src/report/json.ts
/** What a person looks for first comes first; all other keys follow in the order of the alphabet. */
const LEADING = [
	"schemaVersion",
	"verdict",
	"blocked",
	"exitCode",
	"summary",
	"reasons",
	"id",
	"task",
	"metric",
	"rule",
	"limit"
];
const rank = (key) => {
	const index = LEADING.indexOf(key);
	return index === -1 ? LEADING.length : index;
};
const byKey = ([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1);
function canonical(value, path) {
	if (typeof value === "number") {
		if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot say`);
		return value;
	}
	if (value === null || typeof value === "string" || typeof value === "boolean") return value;
	if (Array.isArray(value)) return value.map((item, index) => canonical(item, `${path}[${index}]`));
	if (typeof value !== "object") throw new TypeError(`${path} is a ${typeof value}, which JSON cannot say`);
	const entries = Object.entries(value).filter(([, item]) => item !== void 0).sort(byKey);
	return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item, `${path}.${key}`)]));
}
/**
* JSON whose bytes are a function of the content: fixed order of keys, two spaces, one newline at the end.
* @throws TypeError on a number that is not finite, or anything else JSON would silently turn into null
*/
function canonicalJson(value) {
	return `${JSON.stringify(canonical(value, "$"), null, 2)}\n`;
}

// src/stats/bootstrap.ts
/**
* Resamples the units, with bias correction and acceleration (BCa): Efron 1987, "Better bootstrap confidence intervals".
* Under-covers with fewer than about 20 units and with heavy ties.
*
* @returns null without units, where a resample has no value, and where every resample lies on one side of the estimate, so
* that its bias is unknown
*/
function bootstrap(statistic, { resamples, seed }) {
	const { units } = statistic;
	if (units === 0) return null;
	const random = mulberry32(seed);
	const times = new Float64Array(units);
	const replicates = new Float64Array(resamples);
	for (let resample = 0; resample < resamples; resample += 1) {
		times.fill(0);
		for (let draw = 0; draw < units; draw += 1) {
			const unit = Math.floor(random() * units);
			times[unit] = (times[unit] ?? 0) + 1;
		}
		replicates[resample] = statistic.value(times);
	}
	if (!replicates.every(Number.isFinite)) return null;
	replicates.sort();
	const estimate = statistic.value(times.fill(1));
	const hair = 1e-12 * Math.max(1, Math.abs(estimate));
	const rank = (replicates.filter((replicate) => replicate < estimate - hair).length + replicates.filter((replicate) => Math.abs(replicate - estimate) <= hair).length / 2) / resamples;
	if (!(rank > 0 && rank < 1)) return null;
	const acceleration = accelerationOf(statistic);
	return Number.isFinite(acceleration) ? {
		replicates,
		bias: normalQuantile(rank),
		acceleration
	} : null;
}
/** The limit below which the unknown value lies with error `probability`. */
function bcaLimit({ replicates, bias, acceleration }, probability) {
	const shifted = bias + normalQuantile(probability);
	return quantile(replicates, normalCdf(bias + shifted / (1 - acceleration * shifted)));
}
/**
* The level at which `bcaLimit` meets the null value: the same numbers as the interval's, read the other way round. No p-value
* is below 1 / (resamples + 1), since that is all that so many draws can tell.
*/
function bcaTest({ replicates, bias, acceleration }, nullValue) {
	const least = 1 / (replicates.length + 1);
	const rank = Math.min(1 - least, Math.max(least, rankOf(replicates, nullValue)));
	const shift = normalQuantile(rank) - bias;
	const slope = 1 + acceleration * shift;
	const statistic = slope > 0 ? bias - shift / slope : -Math.sign(shift) * Infinity;
	const p = (z) => Math.min(1 - least, Math.max(least, normalCdf(z)));
	return {
		statistic: Number.isFinite(statistic) ? statistic : null,
		pGreater: p(-statistic),
		pLess: p(statistic)
	};
}
/** Skewness of the influence of single units, by the jackknife: Σu³ / 6(Σu²)^{3/2}, u = θ̄₍.₎ − θ₍ᵢ₎. */
function accelerationOf({ units, without }) {
	const values = Array.from({ length: units }, (_, unit) => without(unit));
	const centre = sum(values) / units;
	const deviations = values.map((value) => centre - value);
	const squares = sum(deviations.map((deviation) => deviation ** 2));
	return squares === 0 ? 0 : sum(deviations.map((deviation) => deviation ** 3)) / (6 * squares ** 1.5);
}
/** The quantile that interpolates between order statistics at (n − 1) q: type 7 of Hyndman & Fan 1996. */
function quantile(sorted, q) {
	const position = (sorted.length - 1) * q;
	const lower = Math.floor(position);
	const at = (index) => sorted[Math.min(index, sorted.length - 1)] ?? NaN;
	return at(lower) + (position - lower) * (at(lower + 1) - at(lower));
}
/** The q of which `value` is the quantile; in the middle of ties. */
function rankOf(sorted, value) {
	const last = sorted.length - 1;
	const below = firstIndex(sorted, (replicate) => replicate >= value);
	const above = firstIndex(sorted, (replicate) => replicate > value);
	if (above > below) return (below + above - 1) / 2 / last;
	if (below === 0) return 0;
	if (below > last) return 1;
	const [left = 0, right = 0] = [sorted[below - 1], sorted[below]];
	return (below - 1 + (value - left) / (right - left)) / last;
}
function firstIndex(sorted, holds) {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if (holds(sorted[middle] ?? 0)) high = middle;
		else low = middle + 1;
	}
	return low;
}

// src/stats/clopper-pearson.ts
/**
* One-sided exact limits of a rate with `events` among `n` independent samples, each with error at most `alpha`.
* Clopper & Pearson 1934. Guaranteed at any n; without events the upper limit is 1 − α^(1/n), about 3/n at 5 %.
*/
function clopperPearsonUpper(events, n, alpha) {
	if (events >= n) return 1;
	if (events === 0) return -Math.expm1(Math.log(alpha) / n);
	return betaQuantile(1 - alpha, events + 1, n - events);
}
function clopperPearsonLower(events, n, alpha) {
	if (events <= 0) return 0;
	if (events === n) return Math.exp(Math.log(alpha) / n);
	return betaQuantile(alpha, events, n - events + 1);
}

// src/stats/combined.ts
/**
* Σ w_j θ_j. Its limits recover variances from the limits of each term: Σ w_j θ̂_j ∓ √Σ (w_j (θ̂_j − limit_j))², the limit of
* each on the side that matters. Zou & Donner 2008, "Construction of confidence limits about effect measures" (MOVER), of
* which Newcombe's square-and-add is the case of two rates. Every term keeps the method that fits it, so that a term in
* which nothing flipped is uncertain here too.
*
* Terms of one source are correlated in an unknown way: their distances are added, the most that any correlation allows.
*/
function limitsOfSum(terms) {
	const value = sum(terms.map((term) => term.weight * term.value));
	const distance = (alpha, end) => {
		const bySource = /* @__PURE__ */ new Map();
		for (const { source, weight, value: own, limits } of terms) {
			const limit = limits[weight > 0 === (end === "lower") ? "lower" : "upper"](alpha);
			bySource.set(source, (bySource.get(source) ?? 0) + Math.abs(weight * (own - limit)));
		}
		return Math.sqrt(sum([...bySource.values()].map((each) => each ** 2)));
	};
	return {
		lower: (alpha) => value - distance(alpha, "lower"),
		upper: (alpha) => value + distance(alpha, "upper")
	};
}
/**
* The least of several unknown numbers. That it is greater than something must be proven of each (an intersection-union test:
* no correction); that it is less, of any one (Bonferroni).
*/
function limitsOfLeast(of) {
	return {
		lower: (alpha) => Math.min(...of.map((limits) => limits.lower(alpha))),
		upper: (alpha) => Math.min(...of.map((limits) => limits.upper(alpha / of.length)))
	};
}
/** The same limits, each level worked out once: sums over many sets of terms ask for the same again and again. */
function remembered({ lower, upper }) {
	const once = (limit) => {
		const known = /* @__PURE__ */ new Map();
		return (alpha) => {
			const found = known.get(alpha) ?? limit(alpha);
			known.set(alpha, found);
			return found;
		};
	};
	return {
		lower: once(lower),
		upper: once(upper)
	};
}
/** Levels beyond which nothing is told apart; a p-value is never smaller. */
const LEAST_LEVEL = 1e-9;
/** The levels at which the limits meet the null value; ½ where a limit does not pass it at any level. */
function testByLimits({ lower, upper }, nullValue) {
	const pGreater = firstLevel((alpha) => lower(alpha) > nullValue);
	const pLess = firstLevel((alpha) => upper(alpha) < nullValue);
	const statistic = pGreater <= pLess ? -normalQuantile(pGreater) : normalQuantile(pLess);
	return {
		statistic: statistic === 0 ? 0 : statistic,
		pGreater: pLess < .5 ? 1 - pLess : pGreater,
		pLess: pGreater < .5 ? 1 - pGreater : pLess
	};
}
/** By bisection of the logarithm: what holds at a level holds at every greater one. */
function firstLevel(holds) {
	let [low, high] = [LEAST_LEVEL, .5];
	if (!holds(high)) return .5;
	if (holds(low)) return low;
	for (let step = 0; step < 30; step += 1) {
		const middle = Math.sqrt(low * high);
		if (holds(middle)) high = middle;
		else low = middle;
	}
	return high;
}

// src/stats/special/student-t.ts
/** P(T ≤ t) for Student's t with `df` > 0 degrees of freedom (DLMF 8.17; df may be fractional). */
function studentCdf(t, df) {
	if (t > 0) return 1 - studentCdf(-t, df);
	if (t === -Infinity) return 0;
	const square = t * t;
	const point = {
		x: df / (df + square),
		complement: square / (df + square)
	};
	return betaTails(point, df / 2, .5).lower / 2;
}
/** t with P(T ≤ t) = probability, for 0 < probability < 1. */
function studentQuantile(probability, df) {
	if (probability === .5) return 0;
	if (probability > .5) return -studentQuantile(1 - probability, df);
	return -Math.sqrt(df) * Math.exp(-betaLogitQuantile(2 * probability, df / 2, .5) / 2);
}

// src/stats/student.ts
/** Mean and spread of values that come one by one: three numbers of memory, however many there are. Welford 1962. */
var RunningMean = class {
	#count = 0;
	#mean = 0;
	#squares = 0;
	add(value) {
		this.#count += 1;
		const before = value - this.#mean;
		this.#mean += before / this.#count;
		this.#squares += before * (value - this.#mean);
	}
	/** Of two values or more. */
	get estimate() {
		const n = this.#count;
		return {
			value: this.#mean,
			stderr: Math.sqrt(this.#squares / (n - 1) / n),
			df: n - 1
		};
	}
};
/**
* Mean of n ≥ 2 independent values with SE = √(Σ(x − x̄)² / (n − 1) / n) and n − 1 degrees of freedom. Student 1908.
* On paired differences this is the paired t-test. Assumes that the mean is nearly normal, which few and very unequal
* values break.
*/
function studentMean(values) {
	const running = new RunningMean();
	for (const value of values) running.add(value);
	return running.estimate;
}
/** value ± t(1 − alpha, df) · stderr: each side has error `alpha`. */
function studentInterval({ value, stderr, df }, alpha) {
	const half = studentQuantile(1 - alpha, df) * stderr;
	return {
		low: value - half,
		high: value + half
	};
}
/** (value − null) / stderr; infinite or 0 where the standard error is 0. */
function studentStatistic({ value, stderr }, nullValue) {
	const distance = value - nullValue;
	if (stderr > 0) return distance / stderr;
	return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}

// src/stats/skewed.ts
function skewedMean(values) {
	const estimate = studentMean(values);
	const { value, stderr, df } = estimate;
	const spread = stderr * Math.sqrt(df + 1);
	const cubes = values.reduce((total, each) => total + ((each - value) / spread) ** 3, 0);
	return {
		...estimate,
		skewness: Number.isFinite(cubes) ? cubes / values.length : 0
	};
}
/**
* Student's statistic freed of its skewness by a transformation that is monotone, so that it can be turned round into an
* interval: t = √n x becomes √n (((1 + γx/3)³ − 1) / γ + γ / 6n). Hall 1992, "On the removal of skewness by transformation".
* Values that are not skewed give Student's t.
*/
function skewedStatistic(estimate, nullValue) {
	const t = studentStatistic(estimate, nullValue);
	if (!Number.isFinite(t)) return t;
	const { skewness, df } = estimate;
	const n = df + 1;
	const w = skewness * t / Math.sqrt(n);
	return t * (1 + w / 3 + w ** 2 / 27) + skewness / (6 * Math.sqrt(n));
}
/** The values that the statistic does not rule out; each side has error `alpha`. */
function skewedInterval(estimate, alpha) {
	const { value, stderr, df, skewness } = estimate;
	const n = df + 1;
	const quantile = studentQuantile(1 - alpha, df) / Math.sqrt(n);
	const distance = (y) => {
		const root = Math.cbrt(1 + skewness * y);
		return 3 * y * stderr * Math.sqrt(n) / (root ** 2 + root + 1);
	};
	const shift = skewness / (6 * n);
	return {
		low: value - distance(quantile - shift),
		high: value - distance(-quantile - shift)
	};
}

// src/stats/special/binomial.ts
/** P(X ≤ k) for X ~ Binomial(n, p): I_{1−p}(n − k, k + 1). Continuous in k, for what-if counts. */
function binomialAtMost(k, n, p) {
	if (k < 0) return 0;
	if (k >= n) return 1;
	return betaTails({
		x: 1 - p,
		complement: p
	}, n - k, k + 1).lower;
}
/** P(X ≥ k) for X ~ Binomial(n, p): I_p(k, n − k + 1). Continuous in k. */
function binomialAtLeast(k, n, p) {
	if (k <= 0) return 1;
	if (k > n) return 0;
	return betaTails({
		x: p,
		complement: 1 - p
	}, k, n - k + 1).lower;
}
/** P(X = k) for integer 0 ≤ k ≤ n and 0 < p < 1. */
function binomialExactly(k, n, p) {
	if (k === 0) return Math.exp(n * Math.log1p(-p));
	if (k === n) return Math.exp(n * Math.log(p));
	return betaKernel({
		x: p,
		complement: 1 - p
	}, k, n - k) * n / (k * (n - k));
}

// src/stats/tango.ts
/**
* Tango's score statistic for H₀: P(candidate is 1) − P(baseline is 1) = `delta0`, −1 < delta0 < 1.
*
* z = (rose − fell − n δ₀) / √(n (2q + δ₀(1 − δ₀))), where q is the probability of a pair that fell, estimated
* under H₀: the larger root of 2n q² + B q + C = 0. Positive when the delta lies above δ₀; decreasing
* in δ₀; at δ₀ = 0 it is McNemar's z. Without any discordant pair it stays finite, √(n·m / (1 − m)) at δ₀ = −m, so that
* a handful of identical answers proves little and many prove much.
*
* Assumes independent pairs. One-sided error at the margin is at most 5.5 % for n ≥ 30 at nominal 5 %.
* Tango 1998, "Equivalence test and confidence interval for the difference in proportions for the paired-sample design".
*/
function tangoZ({ rose, fell, pairs }, delta0) {
	const a = 2 * pairs;
	const b = -rose - fell + (a - rose + fell) * delta0;
	const c = -fell * delta0 * (1 - delta0);
	const variance = pairs * (2 * (((c === 0 ? Math.abs(b) : Math.sqrt(Math.max(b * b - 4 * a * c, 0))) - b) / (2 * a)) + delta0 * (1 - delta0));
	const distance = rose - fell - pairs * delta0;
	if (variance <= 0) return distance === 0 ? 0 : Math.sign(distance) * Infinity;
	return distance / Math.sqrt(variance);
}
/** All δ₀ that the score test does not reject at critical value `z` on either side. */
function tangoInterval(counts, z) {
	const { rose, fell, pairs } = counts;
	return {
		low: fell === pairs ? -1 : rootOfDecreasing((delta) => tangoZ(counts, delta) - z, -1, 1),
		high: rose === pairs ? 1 : rootOfDecreasing((delta) => tangoZ(counts, delta) + z, -1, 1)
	};
}

// src/stats/unpaired.ts
/**
* candidate − baseline from two values with their standard errors alone: SE = √(se_b² + se_c² − 2ρ se_b se_c).
*
* Weak evidence. Where the same questions were asked, ρ is positive and unknown without the samples; 0 is the careful
* choice, and costs three quarters of the power.
*/
function unpairedDifference(baseline, candidate, correlation = 0) {
	const covariance = correlation * baseline.stderr * candidate.stderr;
	return {
		value: candidate.value - baseline.value,
		stderr: Math.sqrt(baseline.stderr ** 2 + candidate.stderr ** 2 - 2 * covariance)
	};
}
/** The value that is exceeded with probability 1 − `probability`. */
function normalLimit({ value, stderr }, probability) {
	return value + normalQuantile(probability) * stderr;
}

// src/stats/inference.ts
function testAgainst(inference, nullValue) {
	switch (inference.kind) {
		case "tango": {
			if (nullValue <= -1) return {
				statistic: null,
				pGreater: 0,
				pLess: 1
			};
			if (nullValue >= 1) return {
				statistic: null,
				pGreater: 1,
				pLess: 0
			};
			const z = tangoZ(inference.counts, nullValue);
			return {
				statistic: z,
				pGreater: normalCdf(-z),
				pLess: normalCdf(z)
			};
		}
		case "student": return testOfStudent(studentStatistic(inference.estimate, nullValue), inference.estimate);
		case "skewed": return testOfStudent(skewedStatistic(inference.estimate, nullValue), inference.estimate);
		case "binomial": {
			const { events, n } = inference;
			if (nullValue < 0) return {
				statistic: null,
				pGreater: 0,
				pLess: 1
			};
			if (nullValue > 1) return {
				statistic: null,
				pGreater: 1,
				pLess: 0
			};
			return {
				statistic: null,
				pGreater: binomialAtLeast(events, n, nullValue),
				pLess: binomialAtMost(events, n, nullValue)
			};
		}
		case "normal": {
			const z = (inference.estimate.value - nullValue) / inference.estimate.stderr;
			return {
				statistic: z,
				pGreater: normalCdf(-z),
				pLess: normalCdf(z)
			};
		}
		case "bootstrap": return bcaTest(inference.bootstrap, nullValue);
		case "limits": return testByLimits(inference.limits, nullValue);
		case "each": return weakestOf(inference.of.map((each) => testAgainst(each, nullValue)));
		default: return assertNever(inference);
	}
}
const testOfStudent = (t, { df }) => ({
	statistic: t,
	pGreater: studentCdf(-t, df),
	pLess: studentCdf(t, df)
});
/** What all tests have shown: each side's greatest p-value, and the statistic that is nearest to 0. */
function weakestOf(tests) {
	const statistics = tests.flatMap(({ statistic }) => statistic ?? []);
	return {
		statistic: statistics.length === 0 ? null : statistics.reduce((least, each) => Math.abs(each) < Math.abs(least) ? each : least),
		pGreater: Math.max(...tests.map(({ pGreater }) => pGreater)),
		pLess: Math.max(...tests.map(({ pLess }) => pLess))
	};
}
/** Lower limit with one-sided error `alpha`. */
function lowerLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).low;
		case "student": return studentInterval(inference.estimate, alpha).low;
		case "skewed": return skewedInterval(inference.estimate, alpha).low;
		case "binomial": return clopperPearsonLower(inference.events, inference.n, alpha);
		case "normal": return normalLimit(inference.estimate, alpha);
		case "bootstrap": return bcaLimit(inference.bootstrap, alpha);
		case "limits": return inference.limits.lower(alpha);
		case "each": return Math.min(...inference.of.map((each) => lowerLimit(each, alpha)));
		default: return assertNever(inference);
	}
}
/** Upper limit with one-sided error `alpha`. */
function upperLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).high;
		case "student": return studentInterval(inference.estimate, alpha).high;
		case "skewed": return skewedInterval(inference.estimate, alpha).high;
		case "binomial": return clopperPearsonUpper(inference.events, inference.n, alpha);
		case "normal": return normalLimit(inference.estimate, 1 - alpha);
		case "bootstrap": return bcaLimit(inference.bootstrap, 1 - alpha);
		case "limits": return inference.limits.upper(alpha);
		case "each": return Math.max(...inference.of.map((each) => upperLimit(each, alpha)));
		default: return assertNever(inference);
	}
}

// src/stats/clustered.ts
/**
* A statistic as the mean of one number a cluster: θ + G · Σ_{i∈g} e_i, where e_i is what sample i moves θ by to first
* order, and Σ e = 0. Their spread is the uncertainty of θ: Student's mean of them has the standard error
* √(G/(G−1) · Σ_g (Σ_{i∈g} e_i)²) with G − 1 degrees of freedom.
*
* That is CR1 of Liang & Zeger 1986; Miller 2024, "Adding error bars to evals", is the same sum without the small-sample
* factor. Clusters of one sample give the ordinary standard error.
*/
function clusterValues(theta, influences) {
	return influences.map((influence) => theta + influences.length * sum(influence));
}

// src/stats/ratio.ts
/** R = Σ numerator / Σ denominator. */
function ratioOfSums(parts) {
	return sum(parts.map((part) => part.numerator)) / sum(parts.map((part) => part.denominator));
}
/**
* R as the mean of one number a cluster (see `clusterValues`), to first order: sample i moves R by
* e_i = (u_i − R v_i) / Σv. Cochran 1977, "Sampling techniques", 6.4. Assumes Σv is far from 0 and varies little.
*/
function ratioValues(clusters) {
	const parts = clusters.flat();
	const influence = influenceOn(parts);
	const influences = clusters.map((cluster) => cluster.map(influence));
	return clusterValues(ratioOfSums(parts), influences);
}
/** R(candidate) − R(baseline) on the same samples, likewise: the influences of the two sides subtract. */
function ratioDifferenceValues(clusters) {
	const pairs = clusters.flat();
	const baseline = pairs.map((pair) => pair.baseline);
	const candidate = pairs.map((pair) => pair.candidate);
	const onBaseline = influenceOn(baseline);
	const onCandidate = influenceOn(candidate);
	const influences = clusters.map((cluster) => cluster.map((pair) => onCandidate(pair.candidate) - onBaseline(pair.baseline)));
	return clusterValues(ratioOfSums(candidate) - ratioOfSums(baseline), influences);
}
function influenceOn(parts) {
	const ratio = ratioOfSums(parts);
	const total = sum(parts.map((part) => part.denominator));
	return (part) => (part.numerator - ratio * part.denominator) / total;
}

// src/compare/clusters.ts
/** Readings by cluster, in the order of samples; those that are null are left out. */
function clustersOf(scores, read) {
	const clusters = /* @__PURE__ */ new Map();
	for (const score of scores) {
		const reading = read(score);
		if (reading === null) continue;
		const cluster = clusters.get(score.cluster);
		if (cluster === void 0) clusters.set(score.cluster, [reading]);
		else cluster.push(reading);
	}
	return [...clusters.values()];
}
/**
* Fewer than ten units that differ from the most common value do not make a normal mean (the old "at least ten of each"
* rule). Such data get one more unit, at the worst possible value: when all n are alike this bounds the mean to within
* 2.6 R/(n + 1) of them, R being the range, as Tango's test and the rule of three do for rates.
*/
function isSparse(unitValues) {
	const counts = /* @__PURE__ */ new Map();
	let commonest = 0;
	for (const value of unitValues) {
		const count = (counts.get(value) ?? 0) + 1;
		counts.set(value, count);
		commonest = Math.max(commonest, count);
	}
	return commonest > 1 && unitValues.length - commonest < 10;
}

// src/stats/jackknife.ts
/**
* One number a unit whose mean is the estimate: θ̂ + (G − 1)(θ̄₍.₎ − θ₍ᵢ₎), the pseudo-values of Quenouille and Tukey moved to
* the estimate. Student's t on them has the jackknife's standard error √((G−1)/G · Σ(θ₍ᵢ₎ − θ̄₍.₎)²); for a mean they are the
* values themselves. Efron & Stein 1981. Assumes that the statistic is smooth.
*/
function pseudoValues({ units, without }, estimate) {
	const left = Array.from({ length: units }, (_, unit) => without(unit));
	const centre = sum(left) / units;
	return left.map((value) => estimate + (units - 1) * (centre - value));
}

// src/compare/corpus.ts
/** With as many the level of a limit is uncertain by half a point. */
const RESAMPLES = 2e3;
/** With as few independent units the bootstrap claims too much: Student's t on jackknife values, G − 1 degrees of freedom. */
const FEW_UNITS = 20;
/** Value and jackknifed standard error of a corpus metric over the samples that `read` finds parts in; null without a value. */
function estimateCorpus(scores, declaration, read) {
	const clusters = clustersOf(scores, read);
	const side = sideOf(clusters, declaration);
	if (side === null || !Number.isFinite(side.value)) return null;
	const { stderr } = studentMean(pseudoValues(side.statistic, side.value));
	return {
		value: side.value,
		stderr: Number.isFinite(stderr) ? stderr : null,
		n: clusters.flat().length
	};
}
const known = /* @__PURE__ */ new WeakMap();
/**
* What the samples say of a corpus metric: what BCa by resampling the independent units and Student's t on jackknife values
* both show, since either alone errs too often on 50 to 200 units (docs/calibration.md); the latter alone where units are few
* or hardly any of them differ. Remembered, because every gate on the metric asks for the same.
*/
function weighCorpus(metric, subject) {
	if (metric.partial) return null;
	const ofScores = known.get(metric.scores) ?? /* @__PURE__ */ new Map();
	known.set(metric.scores, ofScores);
	const found = ofScores.get(subject);
	if (found !== void 0) return found;
	const evidence = weighAnew(metric, subject);
	ofScores.set(subject, evidence);
	return evidence;
}
function weighAnew({ declaration, scores }, subject) {
	const clusters = clustersOf(scores, subject.read);
	const readings = clusters.flat();
	const [first] = readings;
	if (first === void 0 || clusters.length < 2) return null;
	const sides = subject.parts(first).flatMap((_, side) => {
		return sideOf(clusters.map((cluster) => cluster.flatMap((reading) => subject.parts(reading)[side] ?? [])), declaration) ?? [];
	});
	const own = sides.at(-1);
	if (own === void 0) return null;
	const other = sides.length === 2 ? sides[0] : void 0;
	const statistic = {
		units: clusters.length,
		value: (times) => own.statistic.value(times) - (other?.statistic.value(times) ?? 0),
		without: (unit) => own.statistic.without(unit) - (other?.statistic.without(unit) ?? 0)
	};
	const value = own.value - (other?.value ?? 0);
	const values = pseudoValues(statistic, value);
	if (!Number.isFinite(value) || !values.every(Number.isFinite)) return null;
	const differing = clusters.filter((cluster) => cluster.some((reading) => differs(subject.parts(reading)))).length;
	const sparse = other === void 0 ? isSparse(values) : differing < 10;
	const n = readings.length;
	const isWhole = n === scores.length;
	if (sparse || clusters.length <= FEW_UNITS) {
		const extremes = subject.extremes(unitRange(sides, declaration));
		const complete = (end) => {
			const estimate = studentMean(sparse ? [...values, extremes[end]] : values);
			return isWhole && estimate.stderr > 0 ? {
				value,
				inference: {
					kind: "student",
					estimate
				}
			} : null;
		};
		return {
			method: "jackknife t",
			value,
			n,
			lowest: complete("low"),
			highest: complete("high"),
			sparse
		};
	}
	const seed = seedOf([declaration.name, ...scores.map(({ key }) => key)]);
	const resampled = bootstrap(statistic, {
		resamples: RESAMPLES,
		seed
	});
	if (resampled === null) return null;
	const inference = {
		kind: "each",
		of: [{
			kind: "bootstrap",
			bootstrap: resampled
		}, {
			kind: "student",
			estimate: studentMean(values)
		}]
	};
	const completion = isWhole ? {
		value,
		inference
	} : null;
	return {
		method: "bca bootstrap",
		value,
		n,
		lowest: completion,
		highest: completion,
		sparse
	};
}
/** One side's metric as a function of the clusters that count; null where nobody says how it follows from samples. */
function sideOf(clusters, { aggregate }) {
	const samples = clusters.flat().flatMap(({ parts, denominator }) => parts === void 0 ? [] : [{
		parts,
		weight: denominator
	}]);
	if (aggregate === void 0 || samples.length === 0) return null;
	const metric = AGGREGATES[aggregate](samples);
	const kinds = kindsOf(samples);
	const byKind = AGGREGATES[aggregate](kinds.distinct);
	const times = new Float64Array(kinds.distinct.length);
	let next = 0;
	const members = clusters.map((cluster) => cluster.map(() => next++));
	const unitOf = members.flatMap((cluster, unit) => cluster.map(() => unit));
	return {
		value: metric.without([]),
		statistic: {
			units: clusters.length,
			value(ofUnits) {
				times.fill(0);
				for (let sample = 0; sample < unitOf.length; sample += 1) {
					const kind = kinds.of[sample] ?? 0;
					times[kind] = (times[kind] ?? 0) + (ofUnits[unitOf[sample] ?? 0] ?? 0);
				}
				return byKind.value(times);
			},
			without: (unit) => metric.without(members[unit] ?? [])
		}
	};
}
/** Samples that are alike: a resample only needs to know how many there are of each kind. */
function kindsOf(samples) {
	const distinct = [];
	const indexes = /* @__PURE__ */ new Map();
	return {
		distinct,
		of: Int32Array.from(samples, (sample) => {
			const key = `${sample.weight} ${sample.parts.join(" ")}`;
			const index = indexes.get(key) ?? distinct.length;
			if (index === distinct.length) {
				distinct.push(sample);
				indexes.set(key, index);
			}
			return index;
		})
	};
}
const differs = ([baseline, candidate]) => baseline?.parts?.some((part, index) => part !== candidate?.parts?.[index]) ?? false;
/** Between which values one more unit would lie: what units contribute to either side, and at least the metric's range. */
function unitRange(sides, { range }) {
	const values = sides.flatMap(({ statistic, value }) => pseudoValues(statistic, value));
	return {
		low: values.reduce((low, each) => Math.min(low, each), range.min ?? Infinity),
		high: values.reduce((high, each) => Math.max(high, each), range.max ?? -Infinity)
	};
}

// src/stats/strata.ts
/**
* Σ w_h x̄_h with variance Σ w_h² s_h²/n_h (1 − n_h/N_h), weights scaled to sum to 1. Macro and micro averages are different
* numbers with different errors: which of them is meant has to be said. Cochran 1977, "Sampling techniques", 5.3; the
* degrees of freedom are Σ(n_h − 1), exact for equal variances.
*/
function stratifiedMean(strata) {
	const total = sum(strata.map(({ weight }) => weight));
	const parts = strata.map(({ values, weight, population }) => {
		const { value, stderr, df } = studentMean(values);
		const unseen = population === void 0 ? 1 : 1 - values.length / population;
		return {
			value: weight / total * value,
			variance: (weight / total) ** 2 * stderr ** 2 * unseen,
			df
		};
	});
	return {
		value: sum(parts.map(({ value }) => value)),
		stderr: Math.sqrt(sum(parts.map(({ variance }) => variance))),
		df: sum(parts.map(({ df }) => df))
	};
}

// src/compare/groups.ts
/** Whether the metric is a mean of means, and there are several of these. */
function isMeanOfGroups({ declaration, scores }) {
	return declaration.group_average === "macro" && groupsOf(scores).length > 1;
}
/** Samples by group, in the order in which groups first come. One that no side has belongs to nobody knows which. */
function groupsOf(scores) {
	const groups = /* @__PURE__ */ new Map();
	for (const score of scores) {
		if (score.group === null && score.baseline === null && score.candidate === null) continue;
		const group = groups.get(score.group);
		if (group === void 0) groups.set(score.group, [score]);
		else group.push(score);
	}
	return [...groups.values()];
}
/**
* One number a cluster, group by group; null where a group has none, so that there is no mean of all groups, and where a
* cluster reaches over groups, which are then not independent.
*/
function valuesByGroup(scores, read, values) {
	const groups = groupsOf(scores);
	const clusters = groups.map((group) => new Set(group.map(({ cluster }) => cluster)));
	if (new Set(clusters.flatMap((each) => [...each])).size < sum(clusters.map(({ size }) => size))) return null;
	const found = groups.map((group) => values(clustersOf(group, read)));
	return found.some((group) => group.length === 0) ? null : found;
}
const meanOfMeans = (groups) => sum(groups.map((values) => sum(values) / values.length)) / groups.length;
/** Every group counts alike. @param extra one more unit, for the smallest group, where it weighs most */
function stratify(groups, extra = []) {
	const smallest = groups.reduce((least, group, index) => group.length < (groups[least]?.length ?? 0) ? index : least, 0);
	return stratifiedMean(groups.map((values, index) => ({
		values: index === smallest ? [...values, ...extra] : values,
		weight: 1
	})));
}
/** Value and standard error of a mean of groups' means. */
function estimateOfGroups(groups, n) {
	if (groups === null) return null;
	const { stderr } = stratify(groups);
	return {
		value: meanOfMeans(groups),
		stderr: Number.isFinite(stderr) ? stderr : null,
		n
	};
}
/** How one group's means are completed when scores are missing: only where the sample's own group is known. */
const isAttributed = (scores) => sum(groupsOf(scores).map(({ length }) => length)) === scores.length;

// src/compare/subject.ts
/** candidate − baseline. */
const DELTA = {
	read: ({ baseline, candidate }) => baseline === null || candidate === null ? null : {
		baseline,
		candidate
	},
	fill: ({ baseline, candidate }, own, other) => ({
		baseline: baseline ?? other,
		candidate: candidate ?? own
	}),
	parts: ({ baseline, candidate }) => [baseline, candidate],
	values: ratioDifferenceValues,
	unitValue: (cluster) => ratioOfSums(cluster.map((pair) => pair.candidate)) - ratioOfSums(cluster.map((pair) => pair.baseline)),
	extremes: ({ low, high }) => ({
		low: low - high,
		high: high - low
	}),
	exact: {
		method: "tango",
		infer: (pairs) => {
			const rose = pairs.filter((pair) => pair.candidate.numerator > pair.baseline.numerator).length;
			const fell = pairs.filter((pair) => pair.candidate.numerator < pair.baseline.numerator).length;
			const counts = {
				rose,
				fell,
				pairs: pairs.length
			};
			return {
				value: (rose - fell) / pairs.length,
				inference: {
					kind: "tango",
					counts
				}
			};
		}
	}
};
/** The candidate's own value. */
const CANDIDATE = {
	read: ({ candidate }) => candidate,
	fill: ({ candidate }, own) => candidate ?? own,
	parts: (part) => [part],
	values: ratioValues,
	unitValue: ratioOfSums,
	extremes: (bounds) => bounds,
	exact: {
		method: "clopper-pearson",
		infer: (parts) => {
			const events = sum(parts.map((part) => part.numerator));
			const n = parts.length;
			return {
				value: events / n,
				inference: {
					kind: "binomial",
					events,
					n
				}
			};
		}
	}
};

// src/compare/evidence.ts
/** What the samples say about candidate − baseline; null with fewer than two independent units. */
function deltaEvidence(metric) {
	return weigh$1(metric, DELTA);
}
/** What the samples say about the candidate's own value; null with fewer than two independent units. */
function candidateEvidence(metric) {
	return weigh$1(metric, CANDIDATE);
}
function weigh$1(metric, subject) {
	const { declaration, scores } = metric;
	if (declaration.kind === "corpus") return weighCorpus(metric, subject);
	if (isMeanOfGroups(metric)) return weighGroups(metric, subject);
	const observed = clustersOf(scores, subject.read);
	if (observed.length < 2) return null;
	const parts = observed.flat().flatMap(subject.parts);
	const isClustered = observed.some((cluster) => cluster.length > 1);
	const isExact = !isClustered && isZeroOrOne(declaration, parts);
	const bounds = boundsOf(declaration, parts);
	const sparse = !isExact && bounds !== null && isSparse(observed.map(subject.unitValue));
	const value = meanOf(subject.values(observed));
	if (!Number.isFinite(value)) return null;
	const complete = (end) => {
		const clusters = clustersOf(scores, (score) => subject.read(score) ?? fill(score, subject, declaration, end));
		if (clusters.flat().length < scores.length) return null;
		if (isExact) return subject.exact.infer(clusters.flat());
		const values = subject.values(clusters);
		const inference = sparse && bounds !== null ? {
			kind: "student",
			estimate: studentMean([...values, subject.extremes(bounds)[end]])
		} : {
			kind: "skewed",
			estimate: skewedMean(values)
		};
		if (bounds !== null && inference.estimate.stderr === 0) return null;
		return {
			value: meanOf(values),
			inference
		};
	};
	return {
		method: isExact ? subject.exact.method : linearMethod(declaration, isClustered),
		value: isExact ? subject.exact.infer(observed.flat()).value : value,
		n: observed.flat().length,
		lowest: complete("low"),
		highest: complete("high"),
		sparse
	};
}
/** As `weigh`, for a mean of the groups' means. */
function weighGroups(metric, subject) {
	const { declaration, scores } = metric;
	const observed = valuesByGroup(scores, subject.read, subject.values);
	if (observed === null) return null;
	const clusters = clustersOf(scores, subject.read);
	const bounds = boundsOf(declaration, clusters.flat().flatMap(subject.parts));
	const sparse = bounds !== null && isSparse(clusters.map(subject.unitValue));
	const complete = (end) => {
		const read = (score) => subject.read(score) ?? fill(score, subject, declaration, end);
		const groups = valuesByGroup(scores, read, subject.values);
		const isComplete = isAttributed(scores) && scores.every((score) => read(score) !== null);
		if (groups === null || !isComplete) return null;
		const estimate = stratify(groups, sparse && bounds !== null ? [subject.extremes(bounds)[end]] : []);
		if (!(estimate.stderr > 0)) return null;
		return {
			value: meanOfMeans(groups),
			inference: {
				kind: "student",
				estimate
			}
		};
	};
	const [value, n] = [meanOfMeans(observed), clusters.flat().length];
	return {
		method: "stratified t",
		value,
		n,
		lowest: complete("low"),
		highest: complete("high"),
		sparse
	};
}
/** The sample with missing scores at the end of the metric's range that pushes the number towards `end`; null without. */
function fill(score, subject, { kind, range }, end) {
	if (kind !== "mean" || range.min === null || range.max === null) return null;
	const at = (value) => ({
		numerator: value * score.weight,
		denominator: score.weight
	});
	return end === "low" ? subject.fill(score, at(range.min), at(range.max)) : subject.fill(score, at(range.max), at(range.min));
}
/** Whether every score is 0 or 1, where nothing between is worth telling from them. */
function isZeroOrOne({ kind, range }, parts) {
	return kind === "mean" && range.min === 0 && range.max === 1 && parts.every(({ numerator, denominator }) => denominator === 1 && (numerator === 0 || numerator === 1));
}
/**
* Between which values a further score would lie: the declared range, or for a mean without one the range that was seen.
* Null for unbounded ratios: log-likelihoods are continuous, so that equal ones are no accident of coarse scores.
*/
function boundsOf({ kind, range }, parts) {
	if (range.min !== null && range.max !== null) return {
		low: range.min,
		high: range.max
	};
	if (kind !== "mean") return null;
	const seen = parts.map((part) => ratioOfSums([part]));
	return {
		low: range.min ?? seen.reduce((low, value) => Math.min(low, value), Infinity),
		high: range.max ?? seen.reduce((high, value) => Math.max(high, value), -Infinity)
	};
}
function linearMethod({ kind }, isClustered) {
	if (kind === "ratio") return "linearised t";
	return isClustered ? "clustered t" : "t";
}
function meanOf(values) {
	return sum(values) / values.length;
}

// src/compare/pair.ts
/** Pairs samples by key, never by position. */
function pairSamples(baseline, candidate) {
	const left = indexByKey(baseline);
	const right = indexByKey(candidate);
	return {
		pairs: [.../* @__PURE__ */ new Set([...left.samples.keys(), ...right.samples.keys()])].sort(byCodeUnits).map((key) => ({
			key,
			baseline: left.samples.get(key) ?? null,
			candidate: right.samples.get(key) ?? null
		})),
		duplicates: {
			baseline: left.duplicates,
			candidate: right.duplicates
		}
	};
}
function indexByKey(samples) {
	const byKey = /* @__PURE__ */ new Map();
	const duplicates = /* @__PURE__ */ new Set();
	for (const sample of samples) {
		const key = sampleKey(sample);
		if (byKey.has(key)) duplicates.add(key);
		else byKey.set(key, sample);
	}
	return {
		samples: byKey,
		duplicates: [...duplicates].sort(byCodeUnits)
	};
}
/** The same order on every machine: no locale has a say. */
function byCodeUnits(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/compare/estimate.ts
/** Value and standard error over the samples that `read` finds a part in; null without any, or with no denominator. */
function estimateOf(metric, read) {
	const { scores, declaration } = metric;
	if (declaration.kind === "corpus") return estimateCorpus(scores, declaration, read);
	if (isMeanOfGroups(metric)) {
		const n = scores.filter((score) => read(score) !== null).length;
		return estimateOfGroups(valuesByGroup(scores, read, ratioValues), n);
	}
	const clusters = clustersOf(scores, read);
	const parts = clusters.flat();
	const value = ratioOfSums(parts);
	if (!Number.isFinite(shown(value, declaration))) return null;
	const stderr = clusters.length < 2 ? null : studentMean(ratioValues(clusters)).stderr;
	return {
		value: shown(value, declaration),
		stderr: stderr === null ? null : finiteOrNull(stderr * stretch(value, declaration)),
		n: parts.length
	};
}
/** Squares of huge scores overflow, and an infinite error is none. */
function finiteOrNull(value) {
	return Number.isFinite(value) ? value : null;
}
/** The samples that both sides have a score for, so that the sides' values differ by exactly the delta. */
function paired(side) {
	return (score) => DELTA.read(score)?.[side] ?? null;
}
/** A value on the scale on which it is shown. */
function shown(value, { scale }) {
	return scale === "log" ? Math.exp(value) : value;
}
/** What a small change of the judged value is worth on the shown scale (delta method). */
function stretch(value, { scale }) {
	return scale === "log" ? Math.exp(value) : 1;
}
/**
* A delta on the judged scale, as a change of the baseline's shown value: for logarithmic metrics e^δ is the factor by
* which it changes.
*/
function shownDelta(delta, baseline, { scale }) {
	return scale === "log" ? baseline * Math.expm1(delta) : delta;
}
/** The delta with its interval; limits are null where the missing scores leave them open, or without spread. */
function estimateDelta(metric, evidence, alpha) {
	const baseline = estimateOf(metric, paired("baseline"));
	const candidate = estimateOf(metric, paired("candidate"));
	if (baseline === null || candidate === null) return null;
	const limit = (value) => {
		const delta = value === void 0 ? NaN : shownDelta(value, baseline.value, metric.declaration);
		return Number.isFinite(delta) ? delta : null;
	};
	const { lowest, highest } = evidence ?? {
		lowest: null,
		highest: null
	};
	return {
		value: evidence === null ? candidate.value - baseline.value : shownDelta(evidence.value, baseline.value, metric.declaration),
		low: limit(lowest === null ? void 0 : lowerLimit(lowest.inference, alpha)),
		high: limit(highest === null ? void 0 : upperLimit(highest.inference, alpha)),
		level: 1 - 2 * alpha,
		method: evidence?.method ?? "none"
	};
}
/** Marks an interval as no more than a description of the samples that were seen. */
function descriptive(delta) {
	return delta.method === "none" ? delta : {
		...delta,
		method: `${delta.method}, descriptive`
	};
}
/** Pairs that got worse and better; null where scores are not all 0 or 1. */
function countFlips({ scores, declaration }) {
	const pairs = scores.flatMap((score) => DELTA.read(score) ?? []);
	if (pairs.length === 0 || !isZeroOrOne(declaration, pairs.flatMap(DELTA.parts))) return null;
	const rose = pairs.filter(({ baseline, candidate }) => candidate.numerator > baseline.numerator).length;
	const fell = pairs.filter(({ baseline, candidate }) => candidate.numerator < baseline.numerator).length;
	return declaration.direction === "higher_is_better" ? {
		regressed: fell,
		improved: rose
	} : {
		regressed: rose,
		improved: fell
	};
}
/** Delta by group, worst first. */
function groupDeltas(metric) {
	const { declaration, scores } = metric;
	const worse = declaration.direction === "higher_is_better" ? 1 : -1;
	return [...new Set(scores.flatMap(({ group }) => group ?? []))].flatMap((group) => {
		const own = {
			...metric,
			scores: scores.filter((score) => score.group === group)
		};
		const baseline = estimateOf(own, paired("baseline"));
		const candidate = estimateOf(own, paired("candidate"));
		if (baseline === null || candidate === null) return [];
		return [{
			group,
			pairs: baseline.n,
			delta: candidate.value - baseline.value
		}];
	}).sort((a, b) => worse * (a.delta - b.delta) || byCodeUnits(a.group, b.group));
}

// src/compare/scores.ts
function scoresOf(pairs, declaration, filter, planned) {
	const own = pairs.filter((pair) => filterOf(pair) === filter);
	const scores = own.map((pair) => pairedScore(pair, declaration));
	const unscored = (side) => own.filter((pair, index) => pair[side] !== null && scores[index]?.[side] === null).length;
	return {
		declaration,
		filter,
		scores: [...scores, ...blanks(planned - own.length, scores)],
		unpaired: {
			baseline: own.filter((pair) => pair.candidate === null).length,
			candidate: own.filter((pair) => pair.baseline === null).length
		},
		unscored: {
			baseline: unscored("baseline"),
			candidate: unscored("candidate")
		},
		whyUnscored: {
			baseline: commonestReason(own.map((pair) => pair.baseline?.scores[declaration.name])),
			candidate: commonestReason(own.map((pair) => pair.candidate?.scores[declaration.name]))
		}
	};
}
/** Of equally common reasons the first in the order of the samples. */
function commonestReason(scores) {
	const counts = /* @__PURE__ */ new Map();
	for (const score of scores) {
		if (score === void 0 || !isUnscored(score)) continue;
		counts.set(score.unscored, (counts.get(score.unscored) ?? 0) + 1);
	}
	const [commonest] = [...counts].sort(([, left], [, right]) => right - left);
	return commonest?.[0] ?? null;
}
function blanks(count, scores) {
	const weight = scores.reduce((heaviest, score) => Math.max(heaviest, score.weight), scores.length === 0 ? 1 : 0);
	return Array.from({ length: Math.max(0, count) }, (_, index) => ({
		key: `never run ${index}`,
		cluster: `never run ${index}`,
		group: null,
		weight,
		baseline: null,
		candidate: null
	}));
}
function filterOf({ baseline, candidate }) {
	return (candidate ?? baseline)?.filter ?? null;
}
function pairedScore({ key, baseline, candidate }, metric) {
	const sample = candidate ?? baseline;
	return {
		key,
		cluster: sample?.cluster === void 0 ? `sample ${key}` : `cluster ${sample.cluster}`,
		group: sample?.group ?? null,
		weight: sample?.weight ?? 1,
		baseline: partOf(baseline, metric),
		candidate: partOf(candidate, metric)
	};
}
/** Null for everything that is not a score of the metric's kind within its range: unscored, never a number made up. */
function partOf(sample, metric) {
	const score = sample?.scores[metric.name];
	if (sample === null || score === void 0) return null;
	const part = unweightedPart(score, metric);
	const weight = sample.weight ?? 1;
	if (part === null || !(weight > 0) || !Number.isFinite(weight)) return null;
	return {
		...part,
		numerator: part.numerator * weight,
		denominator: part.denominator * weight
	};
}
function unweightedPart(score, metric) {
	switch (metric.kind) {
		case "mean": return typeof score === "number" && inRange(score, metric) ? {
			numerator: score,
			denominator: 1
		} : null;
		case "ratio": {
			if (typeof score === "number" || isUnscored(score) || !isRatio(score)) return null;
			const { numerator, denominator } = score;
			return Number.isFinite(numerator) && Number.isFinite(denominator) && denominator >= 0 ? {
				numerator,
				denominator
			} : null;
		}
		case "corpus": {
			if (typeof score === "number" || !isCorpus(score) || metric.aggregate === void 0) return null;
			const { parts } = score;
			return faultOfParts(metric.aggregate, parts) === null ? {
				numerator: NaN,
				denominator: 1,
				parts
			} : null;
		}
	}
}
function inRange(score, { range }) {
	return Number.isFinite(score) && score >= (range.min ?? -Infinity) && score <= (range.max ?? Infinity);
}

// src/compare/aggregated.ts
/** The metrics of a task of which at least one side has no samples. A side that has them is summed up like the other. */
function aggregatedMetrics(baseline, candidate, pairs, { metrics }) {
	const sides = [baseline, candidate];
	return metrics.flatMap((declaration) => {
		return [...new Set(sides.flatMap((run) => [...(run?.record.aggregates ?? []).flatMap(({ metric, filter }) => metric === declaration.name ? [filter ?? null] : []), ...(run?.samples ?? []).flatMap(({ filter, scores }) => Object.hasOwn(scores, declaration.name) ? [filter ?? null] : [])]))].sort((a, b) => byCodeUnits(a ?? "", b ?? "")).map((filter) => ({
			declaration,
			filter,
			scores: [],
			aggregates: {
				baseline: aggregateOf(baseline, "baseline", pairs, declaration, filter),
				candidate: aggregateOf(candidate, "candidate", pairs, declaration, filter)
			},
			unpaired: {
				baseline: 0,
				candidate: 0
			},
			unscored: {
				baseline: 0,
				candidate: 0
			},
			whyUnscored: {
				baseline: null,
				candidate: null
			}
		}));
	});
}
/** Null for a side that has samples and not all of them scored: nobody said what the rest would have come to. */
function aggregateOf(run, side, pairs, declaration, filter) {
	if (run === null) return null;
	const { aggregates, planned } = run.record;
	if (aggregates !== void 0) return aggregates.find((each) => each.metric === declaration.name && (each.filter ?? null) === filter) ?? null;
	const own = estimateOf(scoresOf(pairs, declaration, filter, planned), (score) => score[side]);
	return own === null || own.n < planned ? null : {
		metric: declaration.name,
		...own
	};
}

// src/compare/weak.ts
/** Samples on which the runs say that their numbers rest, where they differ. */
function countDifferences(baseline, candidate) {
	const own = [...baseline.aggregates ?? [], ...candidate.aggregates ?? []];
	const countOf = ({ aggregates, planned }, { metric, filter }) => aggregates === void 0 ? planned : aggregates.find((each) => each.metric === metric && each.filter === filter)?.n ?? null;
	return own.flatMap((aggregate) => {
		const [left, right] = [countOf(baseline, aggregate), countOf(candidate, aggregate)];
		const show = (n) => `${n} samples behind ${aggregate.metric}`;
		return left === null || right === null || left === right ? [] : [{
			baseline: show(left),
			candidate: show(right)
		}];
	}).slice(0, 1);
}
/** A side's value; null where it, or the number of samples behind it, is not known. */
function weakEstimate({ declaration, aggregates }, side) {
	const aggregate = aggregates?.[side] ?? null;
	if (aggregate === null || aggregate.n === null) return null;
	return {
		value: aggregate.value,
		stderr: stderrOf(aggregate, aggregate.n, declaration),
		n: aggregate.n
	};
}
const isRate = ({ kind, unit, range }) => kind === "mean" && unit === "rate" && range.min === 0 && range.max === 1;
/**
* As given; for a rate without one, that of a binomial. All right or all wrong shows no spread: then two of each are added, as
* in Agresti & Coull 1998, since certainty about one run is no certainty about the next.
*/
function stderrOf({ value, stderr }, n, metric) {
	if (stderr !== null && stderr > 0) return stderr;
	if (!isRate(metric) || value < 0 || value > 1) return null;
	const rate = value > 0 && value < 1 ? value : (value * n + 2) / (n + 4);
	return Math.sqrt(rate * (1 - rate) / n);
}
/**
* What two sums of other programs say, samples unknown: z with SE = √(se_b² + se_c²). On the same questions the two sides are
* correlated, so that this errs on the safe side, and takes several times as many samples as pairs would. Null without errors.
*/
function weakEvidence(metric, about) {
	const candidate = onJudgedScale(weakEstimate(metric, "candidate"), metric.declaration);
	if (candidate === null) return null;
	const { n } = candidate;
	const whole = (value, inference) => {
		const completion = {
			value,
			inference
		};
		return {
			method: "unpaired z",
			value,
			n,
			lowest: completion,
			highest: completion,
			sparse: false
		};
	};
	if (about === "candidate") {
		const events = Math.round(candidate.value * n);
		return isRate(metric.declaration) && Math.abs(candidate.value * n - events) < 1e-6 * n ? {
			...whole(candidate.value, {
				kind: "binomial",
				events,
				n
			}),
			method: "clopper-pearson"
		} : whole(candidate.value, {
			kind: "normal",
			estimate: candidate
		});
	}
	const baseline = onJudgedScale(weakEstimate(metric, "baseline"), metric.declaration);
	if (baseline === null) return null;
	const difference = unpairedDifference(baseline, candidate);
	return whole(difference.value, {
		kind: "normal",
		estimate: difference
	});
}
function onJudgedScale(estimate, { scale }) {
	if (estimate === null || estimate.stderr === null) return null;
	const { value, stderr, n } = estimate;
	if (scale === "linear") return {
		value,
		stderr,
		n
	};
	return value > 0 ? {
		value: Math.log(value),
		stderr: stderr / value,
		n
	} : null;
}
/** candidate − baseline with its interval; null where a side has no value. */
function weakDelta(metric, alpha) {
	const [baseline, candidate] = [weakEstimate(metric, "baseline"), weakEstimate(metric, "candidate")];
	if (baseline === null || candidate === null) return null;
	const evidence = weakEvidence(metric, "delta");
	const inference = evidence?.lowest?.inference;
	const limit = (of) => inference === void 0 ? null : shownDelta(of(inference, alpha), baseline.value, metric.declaration);
	return {
		value: candidate.value - baseline.value,
		low: limit(lowerLimit),
		high: limit(upperLimit),
		level: 1 - 2 * alpha,
		method: evidence?.method ?? "none"
	};
}
/** What a reader is shown of such a metric. */
function weakResult(metric, name, alpha) {
	const { unit, direction } = metric.declaration;
	return {
		metric: name,
		unit,
		direction,
		baseline: weakEstimate(metric, "baseline"),
		candidate: weakEstimate(metric, "candidate"),
		delta: weakDelta(metric, alpha),
		flips: null,
		groups: []
	};
}

// src/compare/comparability.ts
/** Everything in which two runs of a task differ that says whether their samples may be compared. */
function findMismatches(baseline, candidate, pairing) {
	return [
		...fingerprintDifferences(baseline, candidate),
		...quantizationDifference(baseline, candidate),
		...runDifferences(baseline, candidate),
		...metricDifferences(baseline, candidate),
		...sampleDifferences(baseline, candidate, pairing)
	].map((difference) => ({
		task: candidate.task,
		...difference
	}));
}
/** The mismatch of a task that ran on one side only, or on none. */
function missingRun(task, baseline, candidate) {
	const present = (record) => record === null ? "no run" : describeStatus(record);
	return {
		task,
		field: "run",
		baseline: present(baseline),
		candidate: present(candidate),
		severity: "hard"
	};
}
/** The mismatch of a task that a side ran more than once: which run is meant cannot be known. */
function repeatedRun(task, baseline, candidate) {
	const count = (runs) => runs === 1 ? "1 run" : `${runs} runs`;
	return {
		task,
		field: "run",
		baseline: count(baseline),
		candidate: count(candidate),
		severity: "hard"
	};
}
/**
* The mismatch of every task when the runs of a side are of several models: which of them wants to merge, or is to be
* compared with, cannot be known.
*/
function mixedModels(task, baseline, candidate) {
	const [ofBaseline, ofCandidate] = [countModels(baseline), countModels(candidate)];
	if (ofBaseline < 2 && ofCandidate < 2) return [];
	const count = (models) => models === 1 ? "1 model" : `${models} models`;
	return [{
		task,
		field: "run",
		baseline: count(ofBaseline),
		candidate: count(ofCandidate),
		severity: "hard"
	}];
}
const countModels = (records) => new Set(records.map(({ model }) => `${model.digest} ${model.adapter_digest}`)).size;
/** A field that only one side recorded differs: what was not written down cannot be assumed equal. */
function fingerprintDifferences(baseline, candidate) {
	return Object.keys(FINGERPRINT_FIELDS).filter((field) => baseline.fingerprint[field] !== candidate.fingerprint[field]).map((field) => ({
		field,
		baseline: recorded(baseline.fingerprint[field]),
		candidate: recorded(candidate.fingerprint[field]),
		severity: FINGERPRINT_FIELDS[field].severity
	}));
}
function recorded(value) {
	return value === void 0 ? "not recorded" : value;
}
/** What the weights say of themselves, where the fingerprint's `dtype` has not said the same. */
function quantizationDifference(baseline, candidate) {
	const [left, right] = [baseline.model.quantization, candidate.model.quantization];
	const isTold = baseline.fingerprint.dtype === left && candidate.fingerprint.dtype === right;
	if (left === right || isTold) return [];
	return [{
		field: "quantization",
		baseline: left,
		candidate: right,
		severity: "soft"
	}];
}
/** A run that did not finish is not comparable even with one that stopped at the same place; nor is a baseline in parts. */
function runDifferences(baseline, candidate) {
	const { status } = baseline;
	if (status.state === "complete" && status.stopped === void 0 && candidate.status.state === "complete") return [];
	return [{
		field: "run",
		baseline: describeStatus(baseline),
		candidate: describeStatus(candidate),
		severity: "hard"
	}];
}
function describeStatus({ status }) {
	if (status.state === "failed") return `failed: ${status.reason}`;
	const stopped = status.state === "complete" ? status.stopped : void 0;
	return stopped === void 0 ? status.state : `stopped after ${stopped.after} samples`;
}
function metricDifferences(baseline, candidate) {
	const left = new Map(baseline.metrics.map((metric) => [metric.name, describeMetric(metric)]));
	const right = new Map(candidate.metrics.map((metric) => [metric.name, describeMetric(metric)]));
	const differences = [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].sort(byCodeUnits).map((name) => ({
		baseline: left.get(name) ?? `no ${name}`,
		candidate: right.get(name) ?? `no ${name}`
	})).filter((metric) => metric.baseline !== metric.candidate);
	if (baseline.primary_metric !== candidate.primary_metric) differences.push({
		baseline: `primary ${baseline.primary_metric}`,
		candidate: `primary ${candidate.primary_metric}`
	});
	return differences.map((difference) => ({
		field: "metrics",
		...difference,
		severity: "hard"
	}));
}
function describeMetric(metric) {
	const { name, direction, kind, unit, range, scale, weak, aggregate, group_average: average } = metric;
	return [
		name,
		direction,
		kind,
		unit,
		`${range.min ?? "-inf"}..${range.max ?? "inf"}`,
		scale,
		...[
			...weak ? ["weak"] : [],
			aggregate ?? [],
			average ?? []
		].flat()
	].join(" ");
}
function sampleDifferences(baseline, candidate, pairing) {
	const { duplicates } = pairing;
	const samples = [];
	const differ = (left, right) => samples.push({
		field: "samples",
		baseline: left,
		candidate: right,
		severity: "hard"
	});
	const isAggregated = (baseline.aggregates ?? candidate.aggregates) !== void 0;
	if (isAggregated) samples.push(...countDifferences(baseline, candidate).map(hard));
	else if (baseline.planned !== candidate.planned) differ(`${baseline.planned} planned`, `${candidate.planned} planned`);
	if (duplicates.baseline.length + duplicates.candidate.length > 0) differ(describeDuplicates(duplicates.baseline), describeDuplicates(duplicates.candidate));
	const beyond = {
		baseline: beyondPlan(baseline, pairing, "baseline"),
		candidate: beyondPlan(candidate, pairing, "candidate")
	};
	if (beyond.baseline + beyond.candidate > 0) differ(`${beyond.baseline} beyond the plan`, `${beyond.candidate} beyond the plan`);
	if (designOf(candidate) === "sequential" && !isAggregated) {
		const [left, right] = [evaluatedOf(pairing, "baseline"), evaluatedOf(pairing, "candidate")];
		const enough = candidate.status.state === "complete" ? candidate.status.stopped?.after : void 0;
		if (left < baseline.planned || right < (enough ?? candidate.planned)) differ(`${left} of ${baseline.planned} evaluated`, `${right} of ${enough ?? candidate.planned} evaluated`);
	}
	return [
		...samples,
		...unpairedSamples(candidate, pairing),
		...pairDifferences(pairing, "inputs", (sample) => sample.input_digest),
		...pairDifferences(pairing, "targets", (sample) => sample.target_digest),
		...pairDifferences(pairing, "samples", (sample) => `cluster ${sample.cluster ?? "none"}`),
		...pairDifferences(pairing, "samples", (sample) => `group ${sample.group ?? "none"}`),
		...pairDifferences(pairing, "samples", (sample) => `weight ${sample.weight ?? 1}`)
	];
}
const hard = (difference) => ({
	...difference,
	field: "samples",
	severity: "hard"
});
/**
* Samples that only one side has. How many a verdict can do without is the policy's coverage to say; a reader sees them in
* any case. What a sequential candidate has not come to is not missing.
*/
function unpairedSamples(candidate, { pairs }) {
	const only = (side, other) => pairs.filter((pair) => pair[side] !== null && pair[other] === null).map(({ key }) => key);
	const left = designOf(candidate) === "sequential" ? [] : only("baseline", "candidate");
	const right = only("candidate", "baseline");
	if (left.length + right.length === 0) return [];
	const show = ([first, ...rest]) => first === void 0 ? "none missing on the other side" : `${1 + rest.length} only here, first ${displayKey(first)}`;
	return [{
		field: "samples",
		baseline: show(left),
		candidate: show(right),
		severity: "soft"
	}];
}
function describeDuplicates(keys) {
	return keys.length === 0 ? "no duplicates" : `${keys.length} duplicate ids, first ${displayKey(keys[0] ?? "")}`;
}
/** Samples of which a side has a line. */
function evaluatedOf({ pairs }, side) {
	return new Set(pairs.flatMap((pair) => pair[side]?.id ?? [])).size;
}
/** Lines more than planned in any one filter. */
function beyondPlan(record, { pairs }, side) {
	const lines = /* @__PURE__ */ new Map();
	for (const pair of pairs) {
		const sample = pair[side];
		if (sample !== null) lines.set(sample.filter, (lines.get(sample.filter) ?? 0) + 1);
	}
	return Math.max(0, ...[...lines.values()].map((count) => count - record.planned));
}
/** Pairs of which the two sides were given different things under the same id: counted, and the first one shown. */
function pairDifferences({ pairs }, field, of) {
	const differing = pairs.flatMap(({ key, baseline, candidate }) => baseline !== null && candidate !== null && of(baseline) !== of(candidate) ? [{
		key,
		baseline: of(baseline),
		candidate: of(candidate)
	}] : []);
	const first = differing[0];
	if (first === void 0) return [];
	const show = (value) => `${value} at ${displayKey(first.key)} (${differing.length} differ)`;
	return [{
		field,
		baseline: show(first.baseline),
		candidate: show(first.candidate),
		severity: "hard"
	}];
}
function displayKey(key) {
	return key.replace("\0", ", filter ");
}

// src/compare/flips.ts
/** How many changed samples a reader is shown of each kind; the counts say how many there are. */
const MOST_REGRESSED = 24;
const MOST_IMPROVED = 12;
/**
* The samples whose score changed most, those that got worse first. Equal changes (all flips of a 0/1 score) take turns
* over the groups, so that a few shown samples do not all come from one subject.
*/
function worstFlips(pairs, metric) {
	const better = metric.declaration.direction === "higher_is_better" ? 1 : -1;
	const records = new Map(pairs.map((pair) => [pair.key, pair]));
	const changes = metric.scores.flatMap(({ key, group, baseline, candidate }) => {
		const pair = records.get(key);
		if (baseline === null || candidate === null || !pair?.baseline || !pair.candidate) return [];
		const before = ratioOfSums([baseline]);
		const after = ratioOfSums([candidate]);
		const flip = {
			id: pair.candidate.id,
			group,
			baseline: {
				score: before,
				output: pair.baseline.output ?? null
			},
			candidate: {
				score: after,
				output: pair.candidate.output ?? null
			}
		};
		const gain = better * (after - before);
		return Number.isFinite(gain) && gain !== 0 ? [{
			flip,
			gain
		}] : [];
	});
	return [...largest(changes.filter(({ gain }) => gain < 0)).slice(0, MOST_REGRESSED), ...largest(changes.filter(({ gain }) => gain > 0)).slice(0, MOST_IMPROVED)];
}
function largest(changes) {
	const bySize = [...changes].sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain) || byCodeUnits(a.flip.id, b.flip.id));
	const seen = /* @__PURE__ */ new Map();
	const turns = bySize.map((change) => {
		const turn = seen.get(change.flip.group) ?? 0;
		seen.set(change.flip.group, turn + 1);
		return {
			...change,
			turn
		};
	});
	turns.sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain) || a.turn - b.turn);
	return turns.map(({ flip }) => flip);
}

// src/compare/sequence.ts
/** Keys of the candidate's samples in the order in which they were evaluated; null where that order decides nothing. */
function sequenceOf(run) {
	return run === null || designOf(run.record) === "full" ? null : run.samples.map(sampleKey);
}
/** The scores of a sequence, in its order. */
function inOrder({ scores }, sequence) {
	const byKey = new Map(scores.map((score) => [score.key, score]));
	return sequence.flatMap((key) => byKey.get(key) ?? []);
}
/** The metric on some of its samples, as if they were all there are. */
function onlyOn(metric, scores) {
	const without = (side) => scores.filter((score) => score[side] === null).length;
	return {
		...metric,
		scores,
		...scores.length < metric.scores.length ? { partial: true } : {},
		unpaired: {
			baseline: 0,
			candidate: 0
		},
		unscored: {
			baseline: without("baseline"),
			candidate: without("candidate")
		}
	};
}

// src/compare/compare.ts
/**
* Compares two runs of one task; null for a side that did not run, which is a hard mismatch.
* @param alpha one-sided error of the intervals that are shown
*/
function compareTask(baseline, candidate, alpha = .05, task = candidate?.record.task ?? baseline?.record.task ?? "") {
	const record = candidate?.record ?? baseline?.record;
	if (record === void 0) return {
		task,
		role: null,
		mismatches: [missingRun(task, null, null)],
		limited: false,
		population: null,
		sequence: null,
		metrics: [],
		result: null
	};
	const pairing = pairSamples(baseline?.samples ?? [], candidate?.samples ?? []);
	const isAggregated = [baseline, candidate].some((run) => run?.record.aggregates !== void 0);
	const metrics = isAggregated ? aggregatedMetrics(baseline, candidate, pairing.pairs, record) : metricsOf(pairing.pairs, record);
	const sequence = isAggregated ? null : sequenceOf(candidate);
	const seen = sequence === null ? metrics : metrics.map((metric) => onlyOn(metric, inOrder(metric, sequence)));
	const isStopped = stopOf(candidate).stopped !== void 0;
	return {
		task,
		role: record.task_role,
		mismatches: baseline === null || candidate === null ? [missingRun(task, baseline?.record ?? null, candidate?.record ?? null)] : findMismatches(baseline.record, candidate.record, pairing),
		limited: (record.fingerprint.limit ?? null) !== null,
		population: baseline?.record.population === candidate?.record.population ? candidate?.record.population ?? null : null,
		sequence,
		metrics,
		result: {
			task,
			role: record.task_role,
			primaryMetric: record.primary_metric,
			...stopOf(candidate),
			samples: {
				baseline: countsOf(baseline),
				candidate: countsOf(candidate)
			},
			pairs: pairing.pairs.filter((pair) => pair.baseline !== null && pair.candidate !== null).length,
			metrics: seen.map((metric) => metricResult(metric, seen, alpha, isStopped)),
			flips: flipsOf(record, pairing.pairs, metrics)
		}
	};
}
/**
* Compares all tasks. Every task that was expected or that ran is in the answer, those expected first: a task which only
* one side has, or none, carries a hard mismatch and is never dropped.
*/
function compareRuns(baseline, candidate, expectedTasks, alpha = .05) {
	const expected = new Set(expectedTasks);
	const others = new Set([...baseline, ...candidate].map((run) => run.record.task).sort(byCodeUnits));
	return [.../* @__PURE__ */ new Set([...expected, ...others])].map((task) => {
		const left = baseline.filter((run) => run.record.task === task);
		const right = candidate.filter((run) => run.record.task === task);
		const comparison = compareTask(left[0] ?? null, right[0] ?? null, alpha, task);
		const repeated = left.length < 2 && right.length < 2 ? [] : [repeatedRun(task, left.length, right.length)];
		const mixed = mixedModels(task, baseline.map(recordOf), candidate.map(recordOf));
		return {
			...comparison,
			mismatches: [
				...comparison.mismatches,
				...repeated,
				...mixed
			]
		};
	});
}
const recordOf = ({ record }) => record;
function countsOf(run) {
	return {
		planned: run?.record.planned ?? 0,
		evaluated: run?.samples.length ?? 0
	};
}
function stopOf(candidate) {
	const status = candidate?.record.status;
	const stop = status?.state === "complete" ? status.stopped : void 0;
	return stop === void 0 ? {} : { stopped: stop.because };
}
/** One a declared metric and filter; a filter whose lines do not mention the metric does not have it. */
function metricsOf(pairs, { metrics, planned }) {
	const filters = [...new Set(pairs.map(filterOf))].sort((a, b) => byCodeUnits(a ?? "", b ?? ""));
	return metrics.flatMap((declaration) => filters.filter((filter) => pairs.some((pair) => filterOf(pair) === filter && mentions(pair, declaration))).map((filter) => scoresOf(pairs, declaration, filter, planned)));
}
function mentions({ baseline, candidate }, { name }) {
	return [baseline, candidate].some((sample) => sample !== null && Object.hasOwn(sample.scores, name));
}
/** @param isStopped whether the evaluation stopped for what it saw, so that no interval of a fixed size holds */
function metricResult(metric, all, alpha, isStopped) {
	if (metric.aggregates !== void 0) return weakResult(metric, nameOf$1(metric, all), alpha);
	const delta = estimateDelta(metric, deltaEvidence(metric), alpha);
	return {
		metric: nameOf$1(metric, all),
		unit: metric.declaration.unit,
		direction: metric.declaration.direction,
		baseline: estimateOf(metric, paired("baseline")),
		candidate: estimateOf(metric, paired("candidate")),
		delta: delta !== null && isStopped ? descriptive(delta) : delta,
		flips: countFlips(metric),
		groups: groupDeltas(metric)
	};
}
/** `metric`, or `metric,filter` where a task has it under several filters. */
function nameOf$1({ declaration, filter }, all) {
	return all.filter((other) => other.declaration.name === declaration.name).length < 2 || filter === null ? declaration.name : `${declaration.name},${filter}`;
}
function flipsOf(record, pairs, metrics) {
	const primary = metrics.find((metric) => metric.declaration.name === record.primary_metric);
	return primary === void 0 ? [] : worstFlips(pairs, primary);
}

// src/stats/finite-population.ts
/**
* What a random sample says of the finite list that it was drawn from: every limit lies nearer by √(1 − n/N), so that nothing is
* left open when all were seen. Cochran 1977, "Sampling techniques", 2.6; on score tests the same as dividing z by that factor.
* @param share n/N, at most 1
*/
function limitsOfFinitePopulation({ lower, upper }, share) {
	const level = (alpha) => normalCdf(normalQuantile(alpha) * Math.sqrt(1 - share));
	return {
		lower: (alpha) => lower(level(alpha)),
		upper: (alpha) => upper(level(alpha))
	};
}

// src/compare/finite.ts
/** The same evidence about exactly the `population` samples, of which those seen are a random part. */
function ofFinitePopulation(evidence, population) {
	const share = Math.min(1, evidence.n / population);
	const narrowed = (completion) => {
		if (completion === null) return null;
		const { value, inference } = completion;
		return {
			value,
			inference: {
				kind: "limits",
				limits: limitsOfFinitePopulation({
					lower: (alpha) => lowerLimit(inference, alpha),
					upper: (alpha) => upperLimit(inference, alpha)
				}, share)
			}
		};
	};
	return {
		...evidence,
		method: "finite population",
		lowest: narrowed(evidence.lowest),
		highest: narrowed(evidence.highest)
	};
}

// src/stats/mcnemar.ts
function mcnemar(improved, regressed) {
	const discordant = improved + regressed;
	if (discordant === 0) return {
		exactWorse: 1,
		midPWorse: .5,
		exactTwoSided: 1,
		midPTwoSided: 1
	};
	const fewer = Math.min(improved, regressed);
	const exactWorse = binomialAtLeast(regressed, discordant, .5);
	const atMostFewer = binomialAtMost(fewer, discordant, .5);
	const atObserved = binomialExactly(fewer, discordant, .5);
	return {
		exactWorse,
		midPWorse: exactWorse - atObserved / 2,
		exactTwoSided: Math.min(1, 2 * atMostFewer),
		midPTwoSided: improved === regressed ? 1 : 2 * atMostFewer - atObserved
	};
}

// src/stats/multiplicity.ts
/**
* p-values adjusted so that "adjusted < α" errs on any true hypothesis of the family with probability at most α,
* whatever their dependence. Holm 1979: p₍ᵢ₎ (m − i + 1), made non-decreasing.
*/
function holm(pValues) {
	return adjust(pValues, (p, rank, m) => p * (m - rank + 1), "up");
}
/**
* p-values adjusted so that "adjusted < q" keeps the expected share of false claims among the claims below q, under
* independence or positive dependence. Benjamini & Hochberg 1995: p₍ᵢ₎ m / i, made non-decreasing from the largest.
* For annotation, never for blocking.
*/
function benjaminiHochberg(pValues) {
	return adjust(pValues, (p, rank, m) => p * m / rank, "down");
}
/** Scales p-values by rank (from 1, smallest first), keeps them in order by a running extreme, and puts them back. */
function adjust(pValues, scale, run) {
	const ranked = pValues.map((p, index) => ({
		p,
		index
	})).sort((a, b) => a.p - b.p).map(({ p, index }, i) => ({
		index,
		scaled: Math.min(1, scale(p, i + 1, pValues.length))
	}));
	if (run === "down") ranked.reverse();
	const pick = run === "up" ? Math.max : Math.min;
	const adjusted = new Array(pValues.length).fill(1);
	let extreme = run === "up" ? 0 : 1;
	for (const { index, scaled } of ranked) {
		extreme = pick(extreme, scaled);
		adjusted[index] = extreme;
	}
	return adjusted;
}

// src/decide/words.ts
/** Numbers as sentences carry them. Rates are shown in per cent, their changes in percentage points (`pp`). */
/** A metric's own value: `81.2%`, `9.87`. */
function formatValue(value, unit) {
	return unit === "rate" ? `${digits(value * 100)}%` : digits(value);
}
/** A change with its sign, candidate − baseline: `+1.2 pp`, `−0.03`. */
function formatDelta(delta, unit) {
	return `${delta > 0 ? "+" : delta < 0 ? "−" : ""}${formatSize(Math.abs(delta), unit)}`;
}
/** The size of a change, without a sign. */
function formatSize(size, unit) {
	return unit === "rate" ? `${digits(size * 100)} pp` : digits(size);
}
function formatProbability(p) {
	return p < 1e-4 ? "p < 0.0001" : `p = ${Number(p.toPrecision(2))}`;
}
function formatLevel(level) {
	return `${digits(level * 100)}%`;
}
function countOf(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
/** Two decimals, or two significant digits where two decimals would show nothing. */
function digits(value) {
	const rounded = Number(value.toFixed(2));
	return String(rounded === 0 && value !== 0 ? Number(value.toPrecision(2)) : rounded).replace("-", "−");
}

// src/decide/claim.ts
/** What a rule is about: the candidate's change, or its own value whatever the baseline does. */
function subjectOf({ rule }) {
	switch (rule) {
		case "max_drop":
		case "min_gain":
		case "no_regression_by_group":
		case "net_gain": return "delta";
		case "ceiling":
		case "floor": return "candidate";
		default: return assertNever(rule);
	}
}
/** @param baseline the baseline's shown value, against which relative limits count; null when there is none */
function claimOf(rule, metric, baseline) {
	switch (rule.rule) {
		case "max_drop":
		case "min_gain": return changeClaim(rule, metric, baseline);
		case "ceiling":
		case "floor": return valueClaim(rule, metric);
		default: return assertNever(rule);
	}
}
function changeClaim({ rule, limit }, metric, baseline) {
	if (baseline === null) return { refusal: "The baseline has no value to compare with." };
	const margin = limit.kind === "relative" ? limit.value * Math.abs(baseline.value) : limit.value;
	if (!(margin >= 0) || !Number.isFinite(margin)) return { refusal: `A limit of ${margin} is not a size of change.` };
	if (limit.kind === "relative" && limit.value > 0 && margin === 0) return { refusal: "A limit relative to the baseline has no size, since the baseline is 0: give an absolute limit." };
	const better = metric.direction === "higher_is_better" ? 1 : -1;
	const shownBoundary = rule === "max_drop" ? -better * margin : better * margin;
	const boundary = metric.scale === "log" ? Math.log1p(shownBoundary / baseline.value) : shownBoundary;
	if (!Number.isFinite(boundary)) return { refusal: `A change of ${formatSize(margin, metric.unit)} is beyond all values that the metric can take.` };
	return {
		about: "delta",
		safeSide: better > 0 ? "greater" : "less",
		boundary: boundary === 0 ? 0 : boundary,
		margin,
		tolerance: Math.abs(boundary),
		forbidden: forbiddenChange(rule, margin, metric)
	};
}
function forbiddenChange(rule, margin, { direction, unit }) {
	const isHigherBetter = direction === "higher_is_better";
	const size = formatSize(margin, unit);
	if (rule === "max_drop") return `a ${isHigherBetter ? "drop" : "rise"} of more than ${size}`;
	return `a ${isHigherBetter ? "gain" : "reduction"} of less than ${size}`;
}
function valueClaim({ rule, limit }, metric) {
	const isCeiling = rule === "ceiling";
	if (isCeiling === (metric.direction === "higher_is_better")) {
		const [better, other] = isCeiling ? ["higher", "floor"] : ["lower", "ceiling"];
		return { refusal: `${metric.name} is better when ${better}, so a ${rule} would stop improvements: use a ${other}.` };
	}
	const boundary = metric.scale === "log" ? Math.log(limit) : limit;
	if (!Number.isFinite(boundary)) return { refusal: `A ${rule} of ${limit} is beyond all values that the metric can take.` };
	const ideal = isCeiling ? metric.range.min : metric.range.max;
	return {
		about: "candidate",
		safeSide: isCeiling ? "less" : "greater",
		boundary,
		margin: limit,
		tolerance: metric.scale === "log" || ideal === null ? Math.abs(boundary) : Math.abs(boundary - ideal),
		forbidden: `a value ${isCeiling ? "above" : "below"} ${formatValue(limit, metric.unit)}`
	};
}

// src/decide/bound.ts
/** The one-sided limit by which a ceiling or floor was judged, as shown to people; null for claims about a change. */
function boundOf({ about, safeSide }, judgement, { declaration }, alpha) {
	if (about !== "candidate" || judgement === null || judgement.bound === null) return null;
	const value = shown(judgement.bound, declaration);
	if (!Number.isFinite(value)) return null;
	return {
		side: safeSide === "less" ? "upper" : "lower",
		value,
		level: 1 - alpha
	};
}

// src/decide/needed.ts
/** More than anyone will run: beyond this the answer is that the value sits on its limit. */
const MOST = 1e9;
/**
* Samples that would decide the claim one way or the other if what was observed keeps its proportions. Null where no
* number does, because the value sits on the boundary.
*/
function samplesToDecide(claim, evidence, alpha) {
	const { value, n, lowest, highest } = evidence;
	const completion = value < claim.boundary ? highest : lowest;
	if (completion === null) return null;
	const needed = needs(completion.inference, n, claim.boundary, alpha);
	return needed <= MOST ? Math.max(n + 1, Math.ceil(needed)) : null;
}
function needs(inference, n, boundary, alpha) {
	switch (inference.kind) {
		case "tango":
		case "student":
		case "skewed": {
			const { statistic } = testAgainst(inference, boundary);
			return statistic === null || statistic === 0 ? Infinity : n * (normalQuantile(1 - alpha) / statistic) ** 2;
		}
		case "binomial": {
			const rate = inference.events / inference.n;
			const isDecided = (size) => {
				const { pGreater, pLess } = testAgainst({
					kind: "binomial",
					events: rate * size,
					n: size
				}, boundary);
				return Math.min(pGreater, pLess) < alpha;
			};
			let enough = n;
			while (enough <= MOST && !isDecided(enough)) enough *= 2;
			return enough > MOST ? Infinity : firstDecided(isDecided, n, enough);
		}
		case "normal":
		case "bootstrap":
		case "each":
		case "limits": {
			const { pGreater, pLess } = testAgainst(inference, boundary);
			const least = Math.min(pGreater, pLess);
			return least >= .5 ? Infinity : n * (normalQuantile(1 - alpha) / normalQuantile(least)) ** 2;
		}
		default: return assertNever(inference);
	}
}
function firstDecided(isDecided, undecided, decided) {
	let low = undecided;
	let high = decided;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (isDecided(middle)) high = middle;
		else low = middle;
	}
	return high;
}

// src/decide/judge.ts
/**
* Three answers, by two one-sided tests with error `alpha` each:
*
* ```
*                      forbidden │ safe
*   [───────────]                │                   regression: proven to lie beyond the boundary
*                          [─────┼─────]             inconclusive
*                                │    [─────────]    pass: proven to lie on the safe side
* ```
*
* For the benchmark itself, every sample of which was seen, there is nothing to infer: the value is compared.
*/
function judge(claim, evidence, alpha, target) {
	const { safe, worst } = ends(claim, evidence);
	const bound = worst === null ? null : (isGreaterSafe(claim) ? lowerLimit : upperLimit)(worst.inference, alpha);
	const halfWidth = halfWidthOf(claim, evidence, alpha);
	const leaning = leaningOf(claim, evidence, halfWidth);
	if (target === "benchmark") return {
		verdict: compare(claim, evidence),
		target,
		test: {
			method: "benchmark",
			statistic: null,
			pSafe: null,
			pWorse: null
		},
		bound,
		halfWidth,
		leaning,
		needed: null
	};
	const ofSafety = worst === null ? null : testAgainst(worst.inference, claim.boundary);
	const ofHarm = safe === null ? null : testAgainst(safe.inference, claim.boundary);
	const pSafe = (isGreaterSafe(claim) ? ofSafety?.pGreater : ofSafety?.pLess) ?? null;
	const pWorse = (isGreaterSafe(claim) ? ofHarm?.pLess : ofHarm?.pGreater) ?? null;
	const verdict = pSafe !== null && pSafe < alpha ? "pass" : pWorse !== null && pWorse < alpha ? "regression" : "inconclusive";
	return {
		verdict,
		target,
		test: {
			method: evidence.method,
			statistic: finite$1(ofSafety?.statistic),
			pSafe,
			pWorse
		},
		bound,
		halfWidth,
		leaning,
		needed: verdict === "inconclusive" ? samplesToDecide(claim, evidence, alpha) : null
	};
}
function isGreaterSafe({ safeSide }) {
	return safeSide === "greater";
}
/** The completion that speaks most for safety and the one that speaks most against it. */
function ends(claim, { lowest, highest }) {
	return isGreaterSafe(claim) ? {
		safe: highest,
		worst: lowest
	} : {
		safe: lowest,
		worst: highest
	};
}
/** On the boundary is within the limit. The slack, a billionth of a sample, is for limits such as 0.1 + 0.2. */
function isWithin({ safeSide, boundary }, value, n) {
	const slack = 1e-9 / n;
	return safeSide === "greater" ? value >= boundary - slack : value <= boundary + slack;
}
function compare(claim, evidence) {
	const { safe, worst } = ends(claim, evidence);
	if (worst !== null && isWithin(claim, worst.value, evidence.n)) return "pass";
	if (safe !== null && !isWithin(claim, safe.value, evidence.n)) return "regression";
	return "inconclusive";
}
/**
* Half the width of the two-sided interval; for a value, whose limits are uneven, the distance to the limit on the
* forbidden side.
*/
function halfWidthOf(claim, { value, lowest, highest }, alpha) {
	if (lowest === null || highest === null) return null;
	const low = lowerLimit(lowest.inference, alpha);
	const high = upperLimit(highest.inference, alpha);
	if (claim.about === "delta") return (high - low) / 2;
	return isGreaterSafe(claim) ? value - low : high - value;
}
/** The value's side of the boundary, where the data can resolve the boundary at all. */
function leaningOf(claim, evidence, halfWidth) {
	if (halfWidth === null || halfWidth > 2 * claim.tolerance) return "none";
	const verdict = compare(claim, evidence);
	return verdict === "inconclusive" ? "none" : verdict;
}
/**
* Benchmark and population agree except within `tolerance`/3 of the boundary when the interval is that narrow; `auto`
* then speaks of the benchmark. Only whole runs can: `isWhole` says that no cap was set and every score is there.
*/
function chooseTarget(policy, claim, evidence, alpha, isWhole) {
	if (policy !== "auto") return policy;
	if (!isWhole || claim.about === "candidate") return "population";
	const halfWidth = halfWidthOf(claim, evidence, alpha);
	return halfWidth !== null && halfWidth <= claim.tolerance / 3 ? "benchmark" : "population";
}
/** Smallest change that as many samples would show with 90 % probability: (z_α + z_.9) standard errors. */
function minimumDetectable(halfWidth, alpha) {
	const z = normalQuantile(1 - alpha);
	return halfWidth * (z + normalQuantile(.9)) / z;
}
function finite$1(value) {
	return value !== null && value !== void 0 && Number.isFinite(value) ? value : null;
}

// src/decide/reasons.ts
/** The sentences a reviewer reads. Each is whole: it carries its numbers, their units and what they mean. */
function sentenceOfMismatch({ task, field, baseline, candidate, against }) {
	return `The runs of ${task} cannot be compared: ${field in FINGERPRINT_FIELDS ? `${means(field)} (${field})` : field}: ${show(baseline)} in the ${against ?? "baseline"}, ${show(candidate)} in the candidate.`;
}
function means(field) {
	return field in FINGERPRINT_FIELDS ? FINGERPRINT_FIELDS[field].means : field;
}
function show(value) {
	return value === null ? "none" : String(value);
}
function sentenceOfUnknownTask(task, comparisons) {
	const names = comparisons.map((comparison) => comparison.task);
	return `There is no task ${task} among the runs; ${names.length === 0 ? "there are no runs" : `there are ${names.join(", ")}`}.`;
}
function sentenceOfUnknownMetric(metric, { task, metrics }) {
	const names = metrics.map((known) => nameOf$1(known, metrics));
	return `No sample of ${task} has a score for ${metric}; ${names.length === 0 ? "they have no scores at all" : `there are scores for ${names.join(", ")}`}.`;
}
function sentenceOfAmbiguousMetric(metric, candidates) {
	return `${metric} has several filters, and each gives another value: name one of ${candidates.map(({ filter }) => `${metric},${filter ?? ""}`).join(", ")}.`;
}
function sentenceOfCoverage(usable, metric, minimum) {
	const expected = metric.scores.length;
	const share = formatLevel(Math.floor(1e4 * usable / expected) / 1e4);
	const why = ["baseline", "candidate"].flatMap((side) => {
		const reason = metric.whyUnscored[side];
		return reason === null ? [] : ` Without a score on the ${side}: ${metric.unscored[side]}, mostly because “${reason}”.`;
	});
	return `Only ${usable} of ${countOf(expected, "sample")} (${share}) have the scores that this gate needs; at least ${formatLevel(minimum)} must.${why.join("")}`;
}
function sentenceOfCap(task) {
	return `The runs of ${task} were capped to a part of its samples, and nobody says that it was drawn at random, so that it cannot say what the whole benchmark shows: remove the cap, or judge with target: population.`;
}
/** A net gain is never narrowed to a finite list, however a capped task was drawn. */
function sentenceOfCappedSum(task) {
	return `The runs of ${task} were capped to a part of its samples, and a net gain speaks of a whole benchmark only where every task was evaluated whole: remove the cap, or judge with target: population.`;
}
function sentenceOfDraw(drawn, population) {
	return `This speaks of all ${population} samples of the task, of which ${drawn} were drawn at random.`;
}
function sentenceOfCorpusMetric(metric) {
	return `${metric} is a function of all samples at once, and nobody says which: gate a metric with a score a sample, or keep its parts and name its aggregate.`;
}
function sentenceOfNoValue(metric) {
	return `The candidate's scores add up to no value of ${metric}.`;
}
/** About a gate that was judged on the first samples of a random order. */
function sentenceOfSequence({ judgement, metric, planned }) {
	const { method } = judgement.test;
	const of = `${metric.scores.length} of ${countOf(planned, "planned sample")}`;
	if (judgement.verdict === "inconclusive") return `Looked at as it went (${method}), and undecided after ${of}.`;
	return `Decided by a sequential test (${method}) after ${of}; samples after that change nothing.`;
}
function sentenceOfStop(seen, planned, because) {
	const why = because === "regression" ? "since a regression was proven" : "before this gate was decided";
	return `The evaluation stopped after ${seen} of ${countOf(planned, "planned sample")}, ${why}: here nothing is proven or ruled out. With --full, or policy.evaluation: full, all of them are evaluated.`;
}
const NO_RESAMPLES = "The samples allow no interval: some resamples of them have no value, or too few show any difference.";
const NO_INTERVAL = "A single independent sample has no interval: nothing can be proven or ruled out.";
function sentenceOfDelta(name, baseline, candidate, delta, metric) {
	const { unit } = metric.declaration;
	const interval = delta.low === null || delta.high === null ? "no interval" : `${formatLevel(delta.level)} interval ${formatDelta(delta.low, unit)} to ${formatDelta(delta.high, unit)}`;
	const from = `from ${formatValue(baseline.value, unit)} to ${formatValue(candidate.value, unit)}`;
	const count = countOf(candidate.n, metric.aggregates === void 0 ? "pair" : "sample");
	return `${name} went ${from}, a change of ${formatDelta(delta.value, unit)} (${interval}, ${count}).`;
}
function sentenceOfValue(name, candidate, bound, { declaration: { unit } }) {
	const limit = bound === null ? "no limit" : `${formatLevel(bound.level)} ${bound.side} limit ${formatValue(bound.value, unit)}`;
	return `${name} is ${formatValue(candidate.value, unit)} for the candidate (${limit}, ${countOf(candidate.n, "sample")}).`;
}
function sentenceOfVerdict({ verdict, target, test }, { forbidden }) {
	if (target === "benchmark") return sentenceOfBenchmark(verdict, forbidden);
	const subject = capitalise(forbidden);
	switch (verdict) {
		case "pass": return `${subject} is ruled out${inBrackets(test.pSafe)}.`;
		case "regression": return `${subject} is proven${inBrackets(test.pWorse)}.`;
		case "inconclusive": return `${subject} is neither ruled out${inBrackets(test.pSafe)} nor proven${inBrackets(test.pWorse)}.`;
	}
}
function sentenceOfBenchmark(verdict, forbidden) {
	const seen = "Judged on exactly this benchmark, without inference to other questions";
	switch (verdict) {
		case "pass": return `${seen}: there is not ${forbidden}.`;
		case "regression": return `${seen}: there is ${forbidden}.`;
		case "inconclusive": return `${seen}: whether there is ${forbidden} depends on samples that have no score.`;
	}
}
function inBrackets(p) {
	return p === null ? " (missing scores leave it open)" : ` (${formatProbability(p)})`;
}
function sentenceOfNeeded(needed) {
	return needed === null ? [] : [`About ${countOf(needed, "sample")} would decide it if what was observed keeps its proportions.`];
}
function sentenceOfLeaning(leaning) {
	switch (leaning) {
		case "pass": return "The observed value lies within the limit, and the data are fine enough to lean on it: it does not block.";
		case "regression": return "The observed value lies beyond the limit, and the data are fine enough to lean on it: it blocks.";
		case "none": return "The data are too few to lean on the observed value: silence is no evidence, so it blocks.";
	}
}
/**
* Signs that a run is broken rather than bad. Every answer worthless is what a wrong regular expression or template looks
* like, and where both sides share it, nothing changed and the gate may well pass.
*/
function warnings({ declaration }, candidate) {
	const { direction, range } = declaration;
	const isLowest = candidate?.value === 0 && (range.min === 0 || (candidate.stderr ?? 0) === 0);
	return direction === "higher_is_better" && isLowest ? [`Every one of the candidate's ${countOf(candidate.n, "sample")} scored exactly 0, which is more often a broken format or template than a lost skill: look at its outputs.`] : [];
}
/** What a reader should know before trusting the numbers, whatever the verdict. */
function cautions(metric, evidence) {
	const { declaration, scores } = metric;
	const missing = metric.aggregates === void 0 ? scores.length - (evidence?.n ?? scores.length) : 0;
	const found = [];
	if (missing > 0) found.push(`${countOf(missing, "sample")} without scores counted as bad as can be for a pass and as good as can be for a failure.`);
	if (evidence?.sparse) found.push("Fewer than ten independent samples differ, so one more at the worst possible value was assumed.");
	if (declaration.weak) found.push(`${declaration.name} is weak evidence by its own declaration: read the samples before trusting it.`);
	return found;
}
function capitalise(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/decide/result.ts
/** @param claim null when the gate's question makes no sense for the metric, so that there is no margin */
function factsOf(gate, metric, claim, alpha) {
	const unit = metric?.declaration.unit ?? "number";
	return {
		id: gate.id,
		task: gate.task,
		metric: gate.filter === void 0 ? gate.metric : `${gate.metric},${gate.filter}`,
		rule: gate.rule,
		...gate.against === void 0 ? {} : { against: gate.against },
		limit: describeLimit(gate, unit === "rate" ? "rate" : "other"),
		margin: claim?.margin ?? null,
		unit,
		direction: metric?.declaration.direction ?? null,
		tier: gate.tier,
		baseline: metric === null ? null : estimateOf(metric, paired("baseline")),
		candidate: metric === null ? null : estimateOf(metric, claim?.about === "candidate" ? CANDIDATE.read : paired("candidate")),
		delta: metric === null || alpha === null ? null : estimateDelta(metric, deltaEvidence(metric), alpha),
		pairs: metric === null ? 0 : metric.scores.filter((score) => DELTA.read(score) !== null).length,
		unpaired: metric?.unpaired ?? {
			baseline: 0,
			candidate: 0
		},
		unscored: metric?.unscored ?? {
			baseline: 0,
			candidate: 0
		},
		flips: metric === null ? null : countFlips(metric)
	};
}
/** A gate that could not be judged: the numbers there are, and why they prove nothing. */
function invalidGate(gate, metric, reasons) {
	return {
		...factsOf(gate, metric, null, null),
		verdict: "invalid",
		reasons,
		bound: null,
		leaning: null,
		test: null,
		minimumDetectable: null,
		needed: null,
		blocks: gate.tier === "blocking"
	};
}
/** A gate that was not decided when the evaluation stopped: silence is no evidence, so that nothing leans on it. */
function undecidedGate(gate, metric, reasons, policy) {
	const facts = factsOf(gate, metric, null, policy.alpha.value);
	return {
		...facts,
		delta: facts.delta === null ? null : descriptive(facts.delta),
		...verdictOf(gate, null, policy.onInconclusive.value),
		reasons,
		bound: null,
		minimumDetectable: null
	};
}
/** A gate that was judged; with null, one whose samples allow no interval, which leaves it undecided. */
function judgedGate(gate, facts, claim, judgement, metric, reasons, policy) {
	return {
		...facts,
		...verdictOf(gate, judgement, policy.onInconclusive.value),
		...said$1(reasons, metric, facts.candidate),
		bound: boundOf(claim, judgement, metric, policy.alpha.value),
		minimumDetectable: detectable(claim, judgement, facts, metric, policy.alpha.value)
	};
}
function said$1(reasons, metric, candidate) {
	const warnings$1 = warnings(metric, candidate);
	return {
		reasons: [...reasons, ...warnings$1],
		...warnings$1.length === 0 ? {} : { warnings: warnings$1 }
	};
}
function verdictOf(gate, judgement, onInconclusive) {
	const verdict = judgement?.verdict ?? "inconclusive";
	const leaning = verdict === "inconclusive" && onInconclusive === "lean" ? judgement?.leaning ?? "none" : null;
	return {
		verdict,
		leaning,
		test: judgement?.test ?? null,
		needed: judgement?.needed ?? null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, onInconclusive)
	};
}
/** Whether a blocking gate with this verdict stops the merge. */
function isStop(verdict, leaning, onInconclusive) {
	if (verdict !== "inconclusive") return verdict !== "pass";
	switch (onInconclusive) {
		case "block": return true;
		case "warn": return false;
		case "lean": return leaning !== "pass";
		default: return assertNever(onInconclusive);
	}
}
function detectable({ about }, judgement, facts, metric, alpha) {
	const halfWidth = judgement?.halfWidth ?? null;
	const from = about === "delta" ? facts.baseline : facts.candidate;
	if (halfWidth === null || from === null) return null;
	const size = shownDelta(minimumDetectable(halfWidth, alpha), from.value, metric.declaration);
	return Number.isFinite(size) ? size : null;
}

// src/decide/by-group.ts
/** Groups that are named in full before the rest is counted. */
const MOST_NAMED = 5;
/** Expected share of false alarms among the groups that are only pointed out. */
const POINTED_OUT_FALSELY = .1;
/**
* Judges every group of a task against the limit and blocks on any that is proven to be beyond it, with one error rate for
* the whole family (Holm). A loss in a few subjects moves the total too little to be seen there: 15 points in 3 of 57 move
* it by less than one.
*
* The verdict `pass` means that no alarm went off. It proves nothing safe, which a `max_drop` on the total does; and where
* no group is large enough to set off the alarm, it is `inconclusive`.
*/
function judgeByGroup(gate, metric, policy) {
	const groups = splitByGroup(metric);
	const judged = [];
	const faults = [];
	for (const [group, own] of groups) {
		const result = judgeGroup(group, own, gate, policy);
		if ("fault" in result) faults.push(result.fault);
		else judged.push(result);
	}
	if (groups.size === 0) faults.push(`No sample of ${gate.task} belongs to a group.`);
	if (faults.length > 0) return invalidGate(gate, metric, faults);
	const alpha = policy.alpha.value;
	const adjusted = holm(judged.map(({ p }) => p));
	const rates = benjaminiHochberg(judged.map(({ p }) => p));
	const proven = judged.flatMap((group, index) => {
		const p = adjusted[index] ?? 1;
		return p < alpha ? [{
			...group,
			p
		}] : [];
	});
	const suspect = judged.filter((_, index) => (adjusted[index] ?? 1) >= alpha && (rates[index] ?? 1) < POINTED_OUT_FALSELY);
	const mute = judged.filter(({ smallestP }) => smallestP * judged.length >= alpha);
	const unheard = judged.filter((group) => group.unheard);
	const isSilent = unheard.length > 0 || mute.length === judged.length;
	const verdict = proven.length > 0 ? "regression" : isSilent ? "inconclusive" : "pass";
	const leaning = verdict === "inconclusive" && policy.onInconclusive.value === "lean" ? "none" : null;
	return {
		...factsOf(gate, metric, null, alpha),
		margin: gate.limit.kind === "absolute" ? gate.limit.value : null,
		verdict,
		bound: null,
		leaning,
		test: {
			method: `holm, ${gate.limit.value === 0 ? "mcnemar mid-p" : "margin"}`,
			statistic: null,
			pSafe: null,
			pWorse: adjusted.reduce((least, p) => Math.min(least, p), 1)
		},
		minimumDetectable: null,
		needed: null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, policy.onInconclusive.value),
		reasons: [
			sentenceOfGroups(verdict, judged.length, proven, mute.length === judged.length, gate, metric),
			...unheard.length === 0 ? [] : [`Scores are missing, which could be anything: ${listed(unheard.map(({ group }) => group))}.`],
			...suspect.length === 0 ? [] : [`Not proven, but worth a look: ${nameGroups(suspect, metric)}.`],
			...mute.length === 0 || mute.length === judged.length ? [] : [`Too few samples to set off the alarm by themselves: ${listed(mute.map(({ group }) => group))}.`]
		]
	};
}
/** Samples by group, in the order of names; those of a grouped task without a group are one of their own. */
function splitByGroup(metric) {
	const known = metric.scores.filter(({ baseline, candidate }) => baseline !== null || candidate !== null);
	if (known.every(({ group }) => group === null)) return /* @__PURE__ */ new Map();
	const names = [...new Set(known.map(({ group }) => group ?? "samples without a group"))].sort(byCodeUnits);
	return new Map(names.map((name) => [name, {
		...metric,
		scores: known.filter(({ group }) => (group ?? "samples without a group") === name)
	}]));
}
function judgeGroup(group, metric, gate, policy) {
	const pairs = metric.scores.filter((score) => DELTA.read(score) !== null).length;
	const missing = metric.scores.length - pairs;
	if (pairs === 0 || missing > Math.max(1, (1 - policy.minCoverage.value) * metric.scores.length)) return { fault: `Only ${pairs} of ${countOf(metric.scores.length, "sample")} of the group ${group} have scores.` };
	const baseline = estimateOf(metric, paired("baseline"));
	const claim = claimOf({
		rule: "max_drop",
		limit: gate.limit
	}, metric.declaration, baseline);
	if ("refusal" in claim || baseline === null) return { fault: `The group ${group} cannot be judged: ${"refusal" in claim ? claim.refusal : "it has no value."}` };
	const evidence = deltaEvidence(metric);
	const all = {
		kind: "tango",
		counts: allFell(claim, pairs)
	};
	const p = evidence === null ? 1 : pWorse(claim, evidence);
	return {
		group,
		pairs,
		delta: shownDelta(evidence?.value ?? 0, baseline.value, metric.declaration),
		p: p ?? 1,
		unheard: p === null,
		smallestP: pOf(claim, all)
	};
}
function allFell({ safeSide }, pairs) {
	return safeSide === "greater" ? {
		rose: 0,
		fell: pairs,
		pairs
	} : {
		rose: pairs,
		fell: 0,
		pairs
	};
}
/**
* Missing scores count as good as can be: an alarm must not go off for want of data, which coverage has judged. Null where
* nobody knows how good that is.
*/
function pWorse(claim, { lowest, highest }) {
	const best = claim.safeSide === "greater" ? highest : lowest;
	return best === null ? null : pOf(claim, best.inference);
}
/** At a limit of 0 the exact mid-p McNemar test of the flips, which keeps its level in small groups; else against the limit. */
function pOf(claim, inference) {
	const isGreater = claim.safeSide === "greater";
	if (inference.kind === "tango" && claim.boundary === 0) {
		const { rose, fell } = inference.counts;
		return (isGreater ? mcnemar(rose, fell) : mcnemar(fell, rose)).midPWorse;
	}
	const { pLess, pGreater } = testAgainst(inference, claim.boundary);
	return isGreater ? pLess : pGreater;
}
function sentenceOfGroups(verdict, count, proven, isTooSmall, gate, metric) {
	const { unit, direction } = metric.declaration;
	const move = direction === "higher_is_better" ? "dropped" : "risen";
	const { kind, value } = gate.limit;
	const size = kind === "relative" ? `${formatLevel(value)} of the baseline` : formatSize(value, unit);
	const by = value === 0 ? "" : ` by more than ${size}`;
	if (verdict === "regression") return `${proven.length} of ${countOf(count, "group")} are proven to have ${move}${by}: ${nameGroups(proven, metric)}.`;
	if (isTooSmall) return `None of ${countOf(count, "group")} has enough samples to prove that it has ${move}${by}, even if every answer had become worse.`;
	if (verdict === "inconclusive") return `None of ${countOf(count, "group")} is proven to have ${move}${by}, and not all could be judged.`;
	return `None of ${countOf(count, "group")} is proven to have ${move}${by}. This is an alarm that did not go off, not a proof of safety.`;
}
function nameGroups(groups, { declaration }) {
	return listed([...groups].sort((a, b) => a.p - b.p || byCodeUnits(a.group, b.group)).map(({ group, delta, pairs, p }) => `${group} ${formatDelta(delta, declaration.unit)} (${countOf(pairs, "pair")}, ${formatProbability(p)})`));
}
function listed(items) {
	const rest = items.length - MOST_NAMED;
	return rest <= 0 ? items.join(", ") : `${items.slice(0, MOST_NAMED).join(", ")} and ${rest} more`;
}

// src/decide/locate.ts
function locate(named, comparisons) {
	const comparison = comparisons.find(({ task }) => task === named.task);
	if (comparison === void 0) return {
		faults: [sentenceOfUnknownTask(named.task, comparisons)],
		metric: null
	};
	const metric = findMetric(named, comparison);
	const hard = comparison.mismatches.filter(({ severity }) => severity === "hard");
	const scores = "refusal" in metric ? null : metric;
	if (hard.length > 0) return {
		faults: hard.map(sentenceOfMismatch),
		metric: scores
	};
	return "refusal" in metric ? {
		faults: [metric.refusal],
		metric: null
	} : {
		comparison,
		metric
	};
}
function findMetric(named, comparison) {
	const namesakes = comparison.metrics.filter(({ declaration }) => declaration.name === named.metric);
	const chosen = named.filter === void 0 ? namesakes : namesakes.filter(({ filter }) => filter === named.filter);
	const [only, ...others] = chosen;
	if (only === void 0) {
		const name = named.filter === void 0 ? named.metric : `${named.metric},${named.filter}`;
		return { refusal: sentenceOfUnknownMetric(name, comparison) };
	}
	return others.length === 0 ? only : { refusal: sentenceOfAmbiguousMetric(named.metric, chosen) };
}
/** Why samples cannot carry a verdict, whatever they say; null where they can. */
function obstacleOf(metric, read, { minCoverage }) {
	const { declaration, scores } = metric;
	if (declaration.kind === "corpus" && declaration.aggregate === void 0) return sentenceOfCorpusMetric(declaration.name);
	const usable = scores.filter((score) => read(score) !== null).length;
	return usable === 0 || usable < minCoverage.value * scores.length ? sentenceOfCoverage(usable, metric, minCoverage.value) : null;
}

// src/decide/sentences.ts
/** What was observed, what follows from it, and for an undecided gate what it does and what would decide it. */
function sentences$1(gate, { baseline, candidate, delta }, metric, claim, judgement, policy) {
	const name = `${gate.metric} on ${gate.task}${gate.against === void 0 ? "" : `, against the ${gate.against},`}`;
	const observed = claim.about === "candidate" && candidate !== null ? [sentenceOfValue(name, candidate, boundOf(claim, judgement, metric, policy.alpha.value), metric)] : baseline !== null && candidate !== null && delta !== null ? [sentenceOfDelta(name, baseline, candidate, delta, metric)] : [];
	if (judgement === null) return [...observed, metric.declaration.kind === "corpus" ? NO_RESAMPLES : NO_INTERVAL];
	return [
		...observed,
		sentenceOfVerdict(judgement, claim),
		...whileUndecided(gate, judgement, policy)
	];
}
function whileUndecided(gate, judgement, policy) {
	if (judgement.verdict !== "inconclusive") return [];
	return [...sentenceOfNeeded(judgement.needed), ...policy.onInconclusive.value === "lean" && gate.tier === "blocking" ? [sentenceOfLeaning(judgement.leaning)] : []];
}

// src/decide/weak.ts
/** Why a gate may not be decided without samples; null where it may. A blocking one must say that it wants to. */
function refusalOfWeak(gate, policy) {
	if (gate.rule === "no_regression_by_group") return sentenceOfNoSamples(gate.task, "groups");
	if (policy.target.value === "benchmark") return sentenceOfNoSamples(gate.task, "benchmark");
	return gate.allowWeakEvidence === true || gate.tier === "advisory" ? null : sentenceOfNoSamples(gate.task, "blocking");
}
/**
* A gate on a task of which a side has no samples: judged on two sums, unpaired, and about questions like these only, since
* nothing shows that the same questions were asked.
*/
function judgeWeak(gate, metric, policy) {
	const alpha = policy.alpha.value;
	const [baseline, candidate] = [weakEstimate(metric, "baseline"), weakEstimate(metric, "candidate")];
	const values = {
		baseline,
		candidate,
		delta: weakDelta(metric, alpha),
		evidence: "weak"
	};
	const invalid = (reason) => ({
		...invalidGate(gate, metric, [reason]),
		...values
	});
	if (gate.rule === "no_regression_by_group" || gate.rule === "net_gain") return invalid(sentenceOfNoSamples(gate.task, "groups"));
	const refusal = refusalOfWeak(gate, policy);
	if (refusal !== null) return invalid(refusal);
	const about = subjectOf(gate);
	if ((about === "delta" ? [baseline, candidate] : [candidate]).some((estimate) => estimate === null || estimate.stderr === null)) return invalid(sentenceOfNoError(gate.metric));
	const claim = claimOf(gate, metric.declaration, baseline);
	if ("refusal" in claim) return invalid(claim.refusal);
	const evidence = weakEvidence(metric, about);
	if (evidence === null) return invalid(sentenceOfNoError(gate.metric));
	const judgement = judge(claim, evidence, alpha, "population");
	const facts = {
		...factsOf(gate, metric, claim, null),
		...values
	};
	const reasons = [
		...sentences$1(gate, facts, metric, claim, judgement, policy),
		WEAK_EVIDENCE,
		...cautions(metric, evidence)
	];
	return judgedGate(gate, facts, claim, judgement, metric, reasons, policy);
}
/** Why results without samples cannot decide a gate, and the way out. */
function sentenceOfNoSamples(task, why) {
	const known = `A run of ${task} holds sums and no samples, so that nothing can be paired`;
	switch (why) {
		case "groups": return `${known} or told apart by group: keep the samples.`;
		case "benchmark": return `${known}, and nothing shows that the same questions were asked: keep the samples, or judge with target: population.`;
		case "blocking": return `${known}: that is weak evidence, which may not decide a blocking gate unasked. Keep the samples (--log_samples in lm-evaluation-harness), or give the gate allow_weak_evidence: true.`;
	}
}
function sentenceOfNoError(metric) {
	return `Nobody says how certain ${metric} is: without samples it takes a standard error and the number of samples, of a rate the latter.`;
}
const WEAK_EVIDENCE = "Weak evidence: two sums compared as if their questions had nothing in common. With the samples of both sides the interval would be about half as wide.";

// src/decide/net-gain.ts
/**
* Judges whether a gain outweighs the weighted losses of other metrics: gain − Σ weight · loss > limit, where a metric that
* did not lose counts 0. That is the least of the sums over every set of the losses, so that safety has to be shown of each.
*
* The tasks ask different questions of the same two checkpoints, so that their estimates are independent given these; metrics
* of one task are not, and are taken to hang together in the worst way.
*/
function judgeNetGain(gate, comparisons, policy) {
	const located = [gate, ...gate.losses].map((named) => locate(named, comparisons));
	const own = located[0]?.metric ?? null;
	const faults = located.flatMap((each) => faultsOf(each, gate, policy));
	if (faults.length > 0) return invalidGate(gate, own, [...new Set(faults)]);
	const found = located.flatMap((each) => "faults" in each ? [] : [each]);
	const stopped = found.find(({ comparison, metric }) => isStopped(comparison, metric));
	if (own !== null && stopped !== void 0) {
		const { sequence, result } = stopped.comparison;
		const planned = stopped.metric.scores.length;
		const reason = sentenceOfStop(sequence?.length ?? 0, planned, result?.stopped);
		return undecidedGate(gate, own, [reason], policy);
	}
	const components = found.map(componentOf);
	const [gain, ...losses] = components;
	if (own === null || gain === null || gain === void 0 || losses.includes(null)) {
		const nameless = found.find((_, index) => components[index] === null)?.metric.declaration.name ?? gate.metric;
		return invalidGate(gate, own, [sentenceOfNoError(nameless)]);
	}
	return weigh(gate, gain, losses, policy);
}
function faultsOf(located, gate, policy) {
	if ("faults" in located) return located.faults;
	const { metric, comparison } = located;
	const refusal = metric.aggregates === void 0 ? obstacleOf(metric, DELTA.read, policy) : refusalOfWeak(gate, policy);
	if (refusal !== null) return [refusal];
	return comparison.limited && policy.target.value === "benchmark" ? [sentenceOfCappedSum(comparison.task)] : [];
}
const isStopped = ({ sequence }, { scores }) => sequence !== null && sequence.length < scores.length;
function componentOf({ comparison, metric }) {
	const isWeak = metric.aggregates !== void 0;
	const baseline = isWeak ? weakEstimate(metric, "baseline") : estimateOf(metric, paired("baseline"));
	const evidence = isWeak ? weakEvidence(metric, "delta") : deltaEvidence(metric);
	if (baseline === null || evidence === null) return null;
	return {
		metric,
		baseline,
		evidence,
		isWhole: !isWeak && !comparison.limited && evidence.n === metric.scores.length
	};
}
function weigh(gate, gain, losses, policy) {
	const { declaration } = gain.metric;
	const alpha = policy.alpha.value;
	const sizes = claimOf({
		rule: "min_gain",
		limit: gate.limit
	}, declaration, gain.baseline);
	if ("refusal" in sizes) return invalidGate(gate, gain.metric, [sizes.refusal]);
	const { margin } = sizes;
	const claim = {
		about: "delta",
		safeSide: "greater",
		boundary: margin,
		margin,
		tolerance: margin,
		forbidden: margin === 0 ? "a gain that does not outweigh the losses" : `a gain of less than ${formatSize(margin, declaration.unit)} after the losses`
	};
	const all = [gain, ...losses];
	const first = termOf(gain, gate.task, 1);
	const others = losses.map((loss, index) => {
		const { task, weight } = gate.losses[index];
		return termOf(loss, task, weight);
	});
	const limits = limitsOfLeast(subsetsOf(others).map((some) => limitsOfSum([first, ...some])));
	const value = others.reduce((net, term) => net + Math.min(0, term.weight * term.value), first.value);
	const completion = {
		value,
		inference: {
			kind: "limits",
			limits
		}
	};
	const isKnown = (alpha) => Number.isFinite(limits.lower(alpha)) && Number.isFinite(limits.upper(alpha));
	const evidence = {
		method: "square-and-add",
		value,
		n: Math.min(...all.map(({ evidence: { n } }) => n)),
		lowest: isKnown(alpha) ? completion : null,
		highest: isKnown(alpha) ? completion : null,
		sparse: false
	};
	const isWhole = all.every((component) => component.isWhole);
	const target = isWhole ? chooseTarget(policy.target.value, claim, evidence, alpha, isWhole) : "population";
	const judgement = {
		...judge(claim, evidence, alpha, target),
		needed: null
	};
	const net = {
		value,
		low: finite(limits.lower(alpha)),
		high: finite(limits.upper(alpha)),
		level: 1 - 2 * alpha,
		method: "square-and-add",
		losses: losses.map((loss, index) => {
			const { task, metric, filter, weight } = gate.losses[index];
			return {
				task,
				weight,
				unit: loss.metric.declaration.unit,
				metric: filter === void 0 ? metric : `${metric},${filter}`,
				delta: changeOf$1(loss, loss.evidence.value)
			};
		})
	};
	const weak = all.some(({ metric }) => metric.aggregates !== void 0);
	const facts = {
		...factsOf(gate, gain.metric, claim, alpha),
		...gain.metric.aggregates === void 0 ? {} : {
			baseline: weakEstimate(gain.metric, "baseline"),
			candidate: weakEstimate(gain.metric, "candidate"),
			delta: weakDelta(gain.metric, alpha)
		},
		net,
		...weak ? { evidence: "weak" } : {}
	};
	const reasons = [
		sentenceOfNet(gate, facts.delta, net, declaration.unit),
		sentenceOfVerdict(judgement, claim),
		...whileUndecided(gate, judgement, policy),
		...weak ? [WEAK_EVIDENCE] : [],
		...all.flatMap(({ metric, evidence: own }) => cautions(metric, own))
	];
	const detectable = judgement.halfWidth === null ? null : minimumDetectable(judgement.halfWidth, alpha);
	return {
		...judgedGate(gate, facts, claim, judgement, gain.metric, reasons, policy),
		minimumDetectable: detectable
	};
}
/** A change on the shown scale. */
const changeOf$1 = ({ baseline, metric }, delta) => shownDelta(delta, baseline.value, metric.declaration);
/** The component as a change for the better, on the shown scale. */
function termOf(component, source, weight) {
	const { evidence, metric } = component;
	const isHigherBetter = metric.declaration.direction === "higher_is_better";
	const limit = (end) => (alpha) => {
		const of = end === "lowest" ? lowerLimit : upperLimit;
		const inference = evidence[end]?.inference;
		return inference === void 0 ? end === "lowest" ? -Infinity : Infinity : changeOf$1(component, of(inference, alpha));
	};
	const [low, high] = [limit("lowest"), limit("highest")];
	const limits = isHigherBetter ? {
		lower: low,
		upper: high
	} : {
		lower: (alpha) => -high(alpha),
		upper: (alpha) => -low(alpha)
	};
	const change = changeOf$1(component, evidence.value);
	return {
		source,
		weight,
		value: isHigherBetter ? change : -change,
		limits: remembered(limits)
	};
}
/** Every set of the items, the empty one too. */
function subsetsOf(items) {
	return Array.from({ length: 2 ** items.length }, (_, chosen) => items.filter((_, index) => (chosen >> index) % 2 === 1));
}
const finite = (value) => Number.isFinite(value) ? value : null;
/** What a gain leaves after what it has to pay for. */
function sentenceOfNet({ task, metric }, gain, net, unit) {
	const paid = net.losses.map((loss) => `${loss.metric} on ${loss.task} by ${formatDelta(loss.delta, loss.unit)} (weight ${loss.weight})`);
	const interval = net.low === null || net.high === null ? "no interval" : `${formatLevel(net.level)} interval ${formatDelta(net.low, unit)} to ${formatDelta(net.high, unit)}`;
	return `${metric} on ${task} changed by ${gain === null ? "nobody knows how much" : formatDelta(gain.value, unit)}, ${paid.join(", ")}: after the losses that leaves ${formatDelta(net.value, unit)} (${interval}); what a task won counts nothing.`;
}

// src/stats/sequential/benchmark-interval.ts
/** Limits are searched for until they are known to a hundredth of a basis point, and then rounded outwards. */
const RESOLUTION = 1e-6;
/**
* The confidence sequence that belongs to `BenchmarkGate`: every delta of the full run that its bets do not rule out, each
* side with error `alpha` over all looks. Waudby-Smith & Ramdas 2024, section 4.
*
* Evidence falls as the boundary rises, since the bets' sizes do not depend on it but for caps that keep this order, so that
* each limit is found by bisection, replaying the samples at every step. It agrees with the gate: a pass puts the lower
* limit at the boundary or above it. What the samples still to come cannot change is never outside of it.
*/
function benchmarkInterval(options, seen) {
	const at = (boundary) => {
		const gate = new BenchmarkGate({
			...options,
			boundary
		});
		for (const { baseline, candidate } of seen) gate.add(baseline, candidate);
		return gate;
	};
	const own = at(options.boundary);
	const { low, high } = own.certain;
	const inside = Math.min(high, Math.max(low, options.boundary));
	return {
		low: lastThat((boundary) => at(boundary).verdict === "pass", own.verdict === "pass" ? inside : low, own.verdict === "pass" ? high : inside),
		high: lastThat((boundary) => at(boundary).verdict === "regression", own.verdict === "regression" ? inside : high, own.verdict === "regression" ? low : inside)
	};
}
/** The point next to where a condition ends, on the side of `holding`, where it holds. */
function lastThat(condition, holding, other) {
	let [held, failed] = [holding, other];
	while (Math.abs(failed - held) > RESOLUTION) {
		const middle = (held + failed) / 2;
		if (condition(middle)) held = middle;
		else failed = middle;
	}
	return held;
}

// src/decide/anytime.ts
/** The first answer about exactly this benchmark; null while there is none. */
function betOnBenchmark(walk) {
	const { metric, seen, claim, isCovered } = walk;
	const worst = new BenchmarkGate(benchmarkOptions(walk, "worst"));
	const best = metric.scores.some(isMissing("baseline")) || seen.some(isMissing("candidate")) ? new BenchmarkGate(benchmarkOptions(walk, "best")) : worst;
	return firstAnswer(metric, seen, {
		add: (score) => {
			bet(worst, score, claim, "worst");
			if (best !== worst) bet(best, score, claim, "best");
		},
		look: (samples) => {
			if (samples < 100 || !isCovered(samples)) return null;
			const verdict = worst.verdict === "pass" ? "pass" : best.verdict === "regression" ? "regression" : null;
			if (verdict === null) return null;
			const [pSafe, pWorse] = [anytimeP(worst.evidence.pass), anytimeP(best.evidence.regression)];
			return {
				samples,
				verdict,
				pSafe,
				pWorse,
				limits: () => benchmarkLimits(walk, samples)
			};
		}
	});
}
function benchmarkOptions({ claim, metric, alpha }, view) {
	const { length } = metric.scores;
	const right = metric.scores.filter((score) => rightness(score, claim, view).baseline).length;
	return {
		baseline: {
			right,
			wrong: length - right
		},
		boundary: boundaryOfRightness(claim),
		gap: Math.max(claim.tolerance, .01),
		alpha
	};
}
function bet(gate, score, claim, view) {
	const { baseline, candidate } = rightness(score, claim, view);
	gate.add(baseline, candidate);
}
/** Each limit in the view that puts it furthest out, as a change or as the candidate's own value. */
function benchmarkLimits(walk, samples) {
	const seen = walk.seen.slice(0, samples);
	const { about, safeSide } = walk.claim;
	const [{ low }, { high }] = [intervalIn(walk, seen, "worst"), intervalIn(walk, seen, "best")];
	if (safeSide === "less") return {
		low: 0 - high,
		high: 0 - low
	};
	return about === "delta" ? {
		low,
		high
	} : {
		low: 1 + low,
		high: 1 + high
	};
}
function intervalIn(walk, seen, view) {
	return benchmarkInterval(benchmarkOptions(walk, view), seen.map((score) => rightness(score, walk.claim, view)));
}
/** The first answer about a rate of independent samples against a ceiling or floor; null while there is none. */
function betOnRate({ claim, metric, seen, alpha, isCovered }) {
	const events = {
		worst: 0,
		best: 0
	};
	const enough = Math.log(1 / alpha);
	return firstAnswer(metric, seen, {
		add: (score) => {
			for (const view of VIEWS) events[view] += rightness(score, claim, view).candidate ? 0 : 1;
		},
		look: (samples) => {
			if (!isCovered(samples)) return null;
			const { below } = rateLogE(events.worst, samples, claim.tolerance);
			const { above } = rateLogE(events.best, samples, claim.tolerance);
			const verdict = below >= enough ? "pass" : above >= enough ? "regression" : null;
			if (verdict === null) return null;
			const { worst } = events;
			const limits = () => {
				const highest = highestRate(worst, samples, enough);
				return claim.safeSide === "less" ? {
					low: 0,
					high: highest
				} : {
					low: 1 - highest,
					high: 1
				};
			};
			return {
				samples,
				verdict,
				pSafe: anytimeP(below),
				pWorse: anytimeP(above),
				limits
			};
		}
	});
}
/** Whether as many samples without a single event would prove that the rate lies within its limit. */
function canProveRate({ tolerance }, samples, alpha) {
	return tolerance > 0 && tolerance < 1 && rateLogE(0, samples, tolerance).below >= Math.log(1 / alpha);
}
/** The smallest ceiling that the samples prove. */
function highestRate(events, samples, enough) {
	if (events === samples) return 1;
	return rootOfDecreasing((rate) => enough - rateLogE(events, samples, rate).below, events / samples, 1);
}
function firstAnswer({ scores, declaration }, seen, { add, look }) {
	for (const [index, score] of seen.entries()) {
		if (score.candidate !== null && !isZeroOrOne(declaration, [score.candidate])) return null;
		add(score);
		const answer = isBatchEnd(index + 1, scores.length) ? look(index + 1) : null;
		if (answer !== null) return answer;
	}
	return null;
}
const isMissing = (side) => (score) => score[side] === null;
/** The claim as one about being right: a value is a change from a baseline that always is. */
function boundaryOfRightness({ about, safeSide, boundary, tolerance }) {
	if (about === "candidate") return -tolerance;
	return safeSide === "greater" ? boundary : -boundary;
}
const VIEWS = ["worst", "best"];
/** Whether each side's 0 or 1 is the good one. */
function rightness({ baseline, candidate }, { about, safeSide }, view) {
	return {
		baseline: about === "candidate" || isRight(baseline, safeSide, view === "worst"),
		candidate: isRight(candidate, safeSide, view === "best")
	};
}
function isRight(part, safeSide, missing) {
	return part === null ? missing : part.numerator === 1 === (safeSide === "greater");
}
/** Whether every score of these samples is 0 or 1. */
function areZeroOrOne({ declaration }, scores, side) {
	return isZeroOrOne(declaration, scores.flatMap((score) => score[side] ?? []));
}
function anytimeP(logE) {
	return Math.min(1, Math.exp(-logE));
}

// src/decide/sequential.ts
/** Share of samples that flip, assumed before there are any. */
const PLANNED_DISCORDANCE = .12;
/**
* The first look at which a gate is decided, on samples in the order in which they were evaluated: what comes after it
* changes nothing. Which test is used follows from the gate, the baseline and the number of planned samples, never from the
* candidate's scores.
*
* @param metric all planned samples, with every score of the baseline
* @param seen those that the candidate has, in order
* @returns null while the gate is undecided, and where it can only be judged by the fixed test on all samples
*/
function decideInOrder(rule, metric, seen, limited, policy) {
	if (metric.declaration.kind !== "mean" || metric.declaration.group_average !== void 0) return null;
	const claim = claimOf(rule, metric.declaration, estimateOf(metric, ({ baseline }) => baseline));
	if ("refusal" in claim) return null;
	const walk = {
		claim,
		metric,
		seen,
		alpha: policy.alpha.value,
		isCovered: coverage(claim, seen, policy.minCoverage.value)
	};
	const method = methodOf$1(walk, limited, policy.target.value);
	switch (method) {
		case "betting": return answered(walk, betOnBenchmark(walk), "benchmark", "betting without replacement");
		case "e-process": return answered(walk, betOnRate(walk), "population", method) ?? atEnd(walk, method);
		case "group sequential": return lookByLook(walk);
		case null: return null;
		default: return assertNever(method);
	}
}
function methodOf$1(walk, limited, policy) {
	const { claim, metric, alpha } = walk;
	const size = metric.scores.length;
	const isBinary = areZeroOrOne(metric, metric.scores, "baseline");
	if (targetOf(claim, size, limited, alpha, policy) === "benchmark") return isBinary && !limited ? "betting" : null;
	const isClustered = unitsOf(metric.scores) < size;
	if (claim.about === "delta" || isClustered || !isBinary) return "group sequential";
	return canProveRate(claim, size, alpha) ? "e-process" : null;
}
/** As `chooseTarget` of a fixed run, with the interval that a run of this size is expected to have. */
function targetOf(claim, size, limited, alpha, policy) {
	if (policy !== "auto") return policy;
	if (limited || claim.about === "candidate") return "population";
	return normalQuantile(1 - alpha) * Math.sqrt(PLANNED_DISCORDANCE / size) <= claim.tolerance / 3 ? "benchmark" : "population";
}
/**
* Ten equal looks: the fixed test at the level at which the look's boundary lies. z of Tango's test is compared with it, and
* the normal score of t. Clusters make looks more alike than is assumed, which errs on the safe side.
*/
function lookByLook(walk) {
	const { metric, seen, alpha } = walk;
	const size = metric.scores.length;
	for (const look of plannedLooks(size, alpha, (n) => unitsOf(seen.slice(0, n)))) {
		if (look.samples > seen.length || !walk.isCovered(look.samples)) continue;
		const outcome = judgeFirst(walk, look.samples, look.level, "population");
		if (outcome === null) continue;
		const { judgement } = outcome;
		if (judgement.verdict === "inconclusive" && look.samples < size) continue;
		const test = {
			...judgement.test,
			method: `group sequential, ${judgement.test.method}`
		};
		return {
			...outcome,
			judgement: {
				...judgement,
				test
			}
		};
	}
	return null;
}
/** The anytime test's answer, with the estimates of the samples that it was given on. */
function answered(walk, answer, target, method) {
	if (answer === null) return null;
	const { verdict, pSafe, pWorse } = answer;
	const outcome = judgeFirst(walk, answer.samples, walk.alpha, target);
	if (outcome === null) return null;
	const limits = answer.limits();
	const bound = walk.claim.safeSide === "greater" ? limits.low : limits.high;
	const test = {
		method,
		statistic: null,
		pSafe,
		pWorse
	};
	return {
		...outcome,
		judgement: {
			...outcome.judgement,
			verdict,
			test,
			bound,
			needed: null
		},
		interval: walk.claim.about === "delta" ? limits : null
	};
}
/** Nothing is left to see, and the error was spent on looking: the fixed test may not be asked as well. */
function atEnd(walk, method) {
	const size = walk.metric.scores.length;
	if (walk.seen.length < size || !walk.isCovered(size)) return null;
	const outcome = judgeFirst(walk, size, walk.alpha, "population");
	if (outcome === null) return null;
	const test = {
		method,
		statistic: null,
		pSafe: null,
		pWorse: null
	};
	return {
		...outcome,
		judgement: {
			...outcome.judgement,
			verdict: "inconclusive",
			test,
			needed: null
		}
	};
}
function judgeFirst({ claim, metric, seen }, samples, level, target) {
	const first = onlyOn(metric, seen.slice(0, samples));
	const evidence = claim.about === "delta" ? deltaEvidence(first) : candidateEvidence(first);
	if (evidence === null) return null;
	return {
		claim,
		judgement: judge(claim, evidence, level, target),
		metric: first,
		planned: metric.scores.length,
		level,
		interval: null
	};
}
function coverage(claim, seen, minimum) {
	const read = claim.about === "delta" ? DELTA.read : CANDIDATE.read;
	let usable = 0;
	const counts = seen.map((score) => usable += read(score) === null ? 0 : 1);
	return (samples) => (counts[samples - 1] ?? 0) >= minimum * samples;
}
function unitsOf(scores) {
	return new Set(scores.map(({ cluster }) => cluster)).size;
}

// src/decide/shown-interval.ts
/**
* The interval of a change that was looked at as it came. A betting test has one of its own; a look of a group-sequential
* test has the fixed one at the look's level, which holds for all looks together (Jennison & Turnbull 1989, "repeated
* confidence intervals"). Any other is that of a sample of this size fixed in advance, and says so.
*/
function deltaInOrder(delta, baseline, declaration, { claim, interval, judgement, level }) {
	const { method } = judgement.test;
	if (interval !== null) {
		const limit = (value) => shownDelta(value, baseline, declaration);
		return {
			value: delta.value,
			low: limit(interval.low),
			high: limit(interval.high),
			level: 1 - 2 * level,
			method
		};
	}
	return claim.about === "delta" && method.startsWith("group sequential") ? {
		...delta,
		method
	} : descriptive(delta);
}

// src/decide/gate.ts
/** One gate judged on the comparisons of all tasks. */
function judgeGate(gate, comparisons, policy) {
	if (gate.rule === "net_gain") return judgeNetGain(gate, comparisons, policy);
	const located = locate(gate, comparisons);
	if ("faults" in located) return invalidGate(gate, located.metric, located.faults);
	const { metric, comparison } = located;
	if (metric.aggregates !== void 0) return judgeWeak(gate, metric, policy);
	const { sequence, limited } = comparison;
	if (sequence === null) return judgeMetric(gate, metric, comparison, policy, null);
	const seen = inOrder(metric, sequence);
	const outcome = gate.rule === "no_regression_by_group" ? null : decideInOrder(gate, metric, seen, limited, policy);
	if (outcome !== null) return judgeMetric(gate, outcome.metric, comparison, policy, outcome);
	if (seen.length === metric.scores.length) return judgeMetric(gate, metric, comparison, policy, null);
	const reason = sentenceOfStop(seen.length, metric.scores.length, comparison.result?.stopped);
	return undecidedGate(gate, onlyOn(metric, seen), [reason], policy);
}
/** @param outcome what a sequential test found, with the metric on the samples it needed; null for the fixed test on all */
function judgeMetric(gate, metric, { limited, population }, policy, outcome) {
	const read = subjectOf(gate) === "delta" ? DELTA.read : CANDIDATE.read;
	const obstacle = obstacleOf(metric, read, policy);
	if (obstacle !== null) return invalidGate(gate, metric, [obstacle]);
	if (gate.rule === "no_regression_by_group") return judgeByGroup(gate, metric, policy);
	const isPart = limited && policy.target.value === "benchmark";
	if (isPart && population === null) return invalidGate(gate, metric, [sentenceOfCap(gate.task)]);
	const drawnFrom = isPart ? population : null;
	const claim = outcome?.claim ?? claimOf(gate, metric.declaration, estimateOf(metric, paired("baseline")));
	if ("refusal" in claim) return invalidGate(gate, metric, [claim.refusal]);
	const alpha = outcome?.level ?? policy.alpha.value;
	const seen = subjectOf(gate) === "delta" ? deltaEvidence(metric) : candidateEvidence(metric);
	const evidence = seen === null || drawnFrom === null ? seen : ofFinitePopulation(seen, drawnFrom);
	const fixed = {
		...factsOf(gate, metric, claim, alpha),
		...drawnFrom === null ? {} : { delta: estimateDelta(metric, evidence, alpha) }
	};
	const facts = outcome === null ? fixed : inOrderFacts(fixed, metric, outcome);
	if (facts.candidate === null) return invalidGate(gate, metric, [sentenceOfNoValue(gate.metric)]);
	const isWhole = !limited && metric.scores.every((score) => read(score) !== null);
	const judgement = outcome !== null ? outcome.judgement : evidence === null ? null : judge(claim, evidence, alpha, isPart ? "population" : chooseTarget(policy.target.value, claim, evidence, alpha, isWhole));
	const atLevel = {
		...policy,
		alpha: {
			...policy.alpha,
			value: alpha
		}
	};
	const reasons = [
		...sentences$1(gate, facts, metric, claim, judgement, atLevel),
		...outcome === null ? [] : [sentenceOfSequence(outcome)],
		...drawnFrom === null ? [] : [sentenceOfDraw(metric.scores.length, drawnFrom)],
		...cautions(metric, evidence)
	];
	return judgedGate(gate, facts, claim, judgement, metric, reasons, atLevel);
}
function inOrderFacts(facts, { declaration }, outcome) {
	const { baseline, delta } = facts;
	if (baseline === null || delta === null) return facts;
	return {
		...facts,
		delta: deltaInOrder(delta, baseline.value, declaration, outcome)
	};
}

// src/decide/decide.ts
/**
* Judges every gate and joins the blocking ones. Pure: the same samples and policy give the same decision, byte for byte.
*
* All blocking gates must pass for the whole to pass, each tested at the policy's α: an intersection-union test, whose
* error is at most α without a correction (Berger 1982). One proven regression fails the whole; that is not corrected
* either, because with a margin an unchanged model is failed far more rarely than α.
*/
function decide({ comparisons, anchored = [], gates, policy }) {
	const results = gates.map((gate) => judgeGate(gate, gate.against === "anchor" ? anchored : comparisons, policy)).sort(worstFirst$1);
	const blocking = results.filter(({ tier }) => tier === "blocking");
	const strays = strayMismatches(comparisons, gates);
	const verdict = join$1([...blocking.map((gate) => gate.verdict), ...strays.length > 0 ? ["invalid"] : []]);
	const blocked = blocking.some((gate) => gate.blocks) || verdict === "invalid";
	return {
		verdict,
		blocked,
		exitCode: exitCodeOf(verdict, blocked),
		reasons: [headline$1(verdict, blocked, blocking, gates.length, policy), ...strays],
		gates: results
	};
}
function worstFirst$1(a, b) {
	const rank = ({ tier, verdict }) => (tier === "blocking" ? VERDICTS.length : 0) + VERDICTS.indexOf(verdict);
	return rank(b) - rank(a);
}
/**
* Tasks that cannot be compared and that no gate speaks of. They were asked for, so that silence about them would be a
* pass by omission; only tasks whose gates are all advisory may be broken without blocking.
*/
function strayMismatches(comparisons, gates) {
	const gated = new Set(gates.filter(({ against }) => against === void 0).map((gate) => gate.task));
	return comparisons.filter(({ task }) => !gated.has(task)).flatMap(({ mismatches }) => mismatches.filter(({ severity }) => severity === "hard")).map(sentenceOfMismatch);
}
function exitCodeOf(verdict, blocked) {
	if (!blocked) return EXIT_CODES.notBlocked;
	switch (verdict) {
		case "regression": return EXIT_CODES.regression;
		case "inconclusive": return EXIT_CODES.inconclusiveAndBlocked;
		case "invalid": return EXIT_CODES.invalid;
		case "pass": throw new Error("a pass never blocks");
		default: return assertNever(verdict);
	}
}
function headline$1(verdict, blocked, blocking, gateCount, policy) {
	if (gateCount === 0) return "There are no gates, so nothing was judged: add a threshold or a gate to the config.";
	if (blocking.length === 0) return "All gates are advisory, so nothing was judged that could pass: make at least one of them blocking.";
	const deciding = blocking.filter((gate) => gate.verdict === verdict).map(({ id }) => id);
	const share = `${deciding.length} of ${blocking.length} blocking gates`;
	const which = deciding.length === 0 ? "" : `: ${deciding.join(", ")}`;
	switch (verdict) {
		case "pass": return blocking.length === 1 ? "The blocking gate holds." : `All ${blocking.length} blocking gates hold.`;
		case "regression": return `A regression is proven on ${share}${which}.`;
		case "inconclusive": return `The data do not decide ${share}, and with on_inconclusive: ${policy.onInconclusive.value} that ${blocked ? "blocks" : "does not block"}${which}.`;
		case "invalid": return deciding.length === 0 ? "A task that no gate speaks of cannot be compared." : `${share} could not be judged${which}.`;
		default: return assertNever(verdict);
	}
}

// src/report/not-evaluated.ts
/** Whether the task of a gate had no turn, because the evaluation ended at a regression that was proven before. */
const isNotEvaluated = ({ verdict, pairs, candidate, test }) => verdict === "inconclusive" && pairs === 0 && candidate === null && test === null;
/** Which gates these are, and how to have them evaluated; nothing where there are none. */
function notEvaluatedLine(gates) {
	const names = gates.filter(isNotEvaluated).map((gate) => code(metricName(gate)));
	if (names.length === 0) return [];
	const listed = names.flatMap((name, index) => index === 0 ? [name] : [say`, `, name]).flat();
	return say`Not evaluated, since a regression was proven before their turn: ${listed}. ${code("--full")}, or ${code("policy.evaluation: full")}, evaluates them too.`;
}

// src/report/order.ts
/**
* How far the observed value is inside its limit, as a share of the limit: 0 is exactly at it, negative is beyond it.
* Null where a number is missing. For ranking only: it says nothing of certainty.
*/
function slack(gate) {
	const { margin } = gate;
	if (margin === null) return null;
	const share = (distance, size) => distance / (size === 0 ? 1 : size);
	switch (gate.rule) {
		case "max_drop":
		case "min_gain": {
			if (gate.delta === null || gate.direction === null) return null;
			const gain = gate.direction === "higher_is_better" ? gate.delta.value : -gate.delta.value;
			return gate.rule === "max_drop" ? share(gain + margin, margin) : share(gain - margin, margin);
		}
		case "ceiling": return gate.candidate === null ? null : share(margin - gate.candidate.value, margin);
		case "floor": return gate.candidate === null ? null : share(gate.candidate.value - margin, 1 - margin);
		case "net_gain": return gate.net === void 0 || gate.net === null ? null : share(gate.net.value - margin, margin);
		case "no_regression_by_group": return null;
		default: return assertNever(gate.rule);
	}
}
/** Blocking gates first, then the worst verdict, then the least slack; the id settles the rest. */
function worstFirst(gates) {
	const tier = (gate) => gate.tier === "blocking" ? 0 : 1;
	const severity = (gate) => -VERDICTS.indexOf(gate.verdict);
	const room = (gate) => slack(gate) ?? Number.NEGATIVE_INFINITY;
	return [...gates].sort((a, b) => tier(a) - tier(b) || severity(a) - severity(b) || (room(a) === room(b) ? 0 : room(a) - room(b)) || (a.id < b.id ? -1 : 1));
}

// src/report/headline.ts
const VERDICT_WORDS = {
	pass: {
		word: "Pass",
		symbol: "✅"
	},
	regression: {
		word: "Regression",
		symbol: "❌"
	},
	inconclusive: {
		word: "Inconclusive",
		symbol: "⚠️"
	},
	invalid: {
		word: "Invalid",
		symbol: "⛔"
	}
};
/** `REGRESSION ❌`: the word first, so that nothing hangs on a colour or a picture. */
function verdictLabel(verdict) {
	const { word, symbol } = VERDICT_WORDS[verdict];
	return `${word.toUpperCase()} ${symbol}`;
}
const nameOf = (gate) => code(metricName(gate));
/** `+1.2 pp (90 % interval +0.4 to +2.0 pp)`: what a gain leaves after the losses. */
function net({ net: left, unit }) {
	if (left === void 0 || left === null) return say`${NOT_AVAILABLE}`;
	const text = formatInterval(left, unit);
	const value = say`${formatChange(left.value, unit)}`;
	return text === null ? value : say`${value} (${formatLevel$1(left.level)} interval ${text})`;
}
/** ` (90 % interval −36.0 to −26.4 pp)`, or nothing where there is no interval. */
function interval$2(gate) {
	const text = gate.delta === null ? null : formatInterval(gate.delta, gate.unit);
	return gate.delta === null || text === null || isDescriptive(gate.delta.method) ? [] : say` (${formatLevel$1(gate.delta.level)} interval ${text})`;
}
/** `fell by 31.2 pp`, `rose by 0.4 pp` or `did not move`. */
function moved({ delta, unit }) {
	if (delta === null) return say`has no delta`;
	if (delta.value === 0) return say`did not move`;
	return delta.value < 0 ? say`fell by ${formatSize$1(delta.value, unit)}` : say`rose by ${formatSize$1(delta.value, unit)}`;
}
/** The bad way, in words. */
function worsening({ direction }) {
	return direction === "lower_is_better" ? "rise" : "drop";
}
/** `0.1 % (95 % upper bound 0.6 %)`: the candidate's own value, for ceilings and floors. */
function value({ candidate, bound, unit }) {
	if (candidate === null) return say`${NOT_AVAILABLE}`;
	const observed = say`${formatValue$1(candidate.value, unit)}`;
	if (bound === null) return observed;
	return say`${observed} (${formatLevel$1(bound.level)} ${bound.side} bound ${formatValue$1(bound.value, unit)})`;
}
/** `80.0 % over 5 samples`: what proved that a limit was passed; its bound on the other side would say nothing of that. */
function observed({ candidate, unit }) {
	if (candidate === null) return say`${NOT_AVAILABLE}`;
	return say`${formatValue$1(candidate.value, unit)} over ${plural(candidate.n, "sample")}`;
}
/** Why this gate got the verdict it got, with the number that decided it; no full stop at the end. */
function gateSentence(gate) {
	const limit = code(gate.limit);
	if (gate.verdict === "invalid") return say`${nameOf(gate)} could not be judged: ${gate.reasons[0] ?? "no reason was recorded"}`;
	if (gate.verdict === "inconclusive") return undecidedSentence(gate);
	const held = gate.verdict === "pass";
	switch (gate.rule) {
		case "max_drop": {
			const tail = held ? say`within the allowed ${worsening(gate)} of ${limit}` : say`more than the allowed ${limit}`;
			return say`${nameOf(gate)} ${moved(gate)}${interval$2(gate)}, ${tail}`;
		}
		case "min_gain": {
			const tail = held ? say`at least the required gain of ${limit}` : say`short of the required gain of ${limit}`;
			return say`${nameOf(gate)} ${moved(gate)}${interval$2(gate)}, ${tail}`;
		}
		case "ceiling": return held ? say`${nameOf(gate)} is ${value(gate)}, below its ceiling of ${limit}` : say`${nameOf(gate)} is ${observed(gate)}, above its ceiling of ${limit}`;
		case "floor": return held ? say`${nameOf(gate)} is ${value(gate)}, above its floor of ${limit}` : say`${nameOf(gate)} is ${observed(gate)}, below its floor of ${limit}`;
		case "no_regression_by_group": return held ? say`no group of ${nameOf(gate)} is proven to be worse by more than ${limit}` : say`groups of ${nameOf(gate)} are proven to be worse by more than ${limit}`;
		case "net_gain": {
			const tail = held ? say`more than the required ${limit}` : say`not the required ${limit}`;
			return say`${nameOf(gate)} ${moved(gate)}, and after the losses that it has to outweigh ${net(gate)} is left, ${tail}`;
		}
		default: return assertNever(gate.rule);
	}
}
function undecidedSentence(gate) {
	const name = nameOf(gate);
	if (isNotEvaluated(gate)) return say`${name} was not evaluated, since a regression was proven before its turn`;
	const limit = code(gate.limit);
	switch (gate.rule) {
		case "max_drop":
		case "min_gain": {
			const observed = gate.delta === null ? "nothing" : formatChange(gate.delta.value, gate.unit);
			const question = gate.rule === "max_drop" ? say`whether ${name} got worse by more than ${limit}` : say`whether ${name} gained the required ${limit}`;
			const samples = gate.evidence === "weak" ? "sums without samples" : plural(gate.pairs, "paired sample");
			return say`${samples} cannot tell ${question}: observed ${observed}${interval$2(gate)}`;
		}
		case "ceiling":
		case "floor": {
			const count = plural(gate.candidate?.n ?? 0, "sample");
			const question = gate.rule === "ceiling" ? say`whether ${name} stays below its ceiling of ${limit}` : say`whether ${name} stays above its floor of ${limit}`;
			return say`${count} cannot tell ${question}: observed ${value(gate)}`;
		}
		case "no_regression_by_group": return say`no group of ${name} is large enough to tell whether it got worse by more than ${limit}`;
		case "net_gain": return say`the samples cannot tell whether the gain of ${name} outweighs the losses by ${limit}: after them ${net(gate)} is left`;
		default: return assertNever(gate.rule);
	}
}
/** The one number that decided, in a sentence: what comes after the verdict's own word; and who waived it, where somebody did. */
function headline(facts) {
	return say`${decided(facts)}${waivedWords(facts.gates)}`;
}
/** ` Waived by alice until 2026-12-31.`, or nothing. */
function waivedWords(gates) {
	const words = gates.flatMap(({ waived }) => waived === void 0 ? [] : [toPlain(say`${waived.by} until ${untilWords(waived.expires)}`)]);
	return [...new Set(words)].flatMap((text) => say` Waived by ${text}.`);
}
/** When a waiver ends, as it stands after "until". */
function untilWords(expires) {
	return expires.startsWith("commit ") ? "the next commit" : expires;
}
function decided({ verdict, blocked, gates, reasons }) {
	const blocking = worstFirst(gates).filter((gate) => gate.tier === "blocking");
	const decisive = blocking.filter((gate) => gate.verdict === verdict);
	const [worst] = decisive;
	switch (verdict) {
		case "invalid": return say`${reasons[0] ?? worst?.reasons[0] ?? "no gate was judged"}`;
		case "regression": {
			const others = decisive.length - 1;
			const more = others > 0 ? say` ${plural(others, "more gate")} regressed.` : [];
			return worst === void 0 ? say`a gate regressed.` : say`${gateSentence(worst)}.${more}`;
		}
		case "inconclusive": {
			const effect = blocked ? say` Undecided blocks here.` : say` This does not block the merge.`;
			return worst === void 0 ? say`${reasons[0] ?? "a gate is undecided."}${effect}` : say`${gateSentence(worst)}.${effect}`;
		}
		case "pass": {
			const count = plural(blocking.length, "blocking gate");
			const holds = blocking.length === 1 ? "holds" : "hold";
			return worst === void 0 ? say`${count} ${holds}.` : say`${count} ${holds}; the closest call: ${gateSentence(worst)}.`;
		}
		default: return assertNever(verdict);
	}
}
/** `Regression: facts/acc fell by …`. */
function summaryLine(facts) {
	return [{
		kind: "ours",
		text: `${VERDICT_WORDS[facts.verdict].word}: `
	}, ...headline(facts)];
}
/** `of 5 blocking gates, 1 regressed, 1 is undecided and 3 hold` */
function tallyTier(gates, tier) {
	const words = {
		invalid: (count) => `${count} could not be judged`,
		regression: (count) => `${count} regressed`,
		inconclusive: (count) => `${count} ${count === 1 ? "is" : "are"} undecided`,
		pass: (count) => `${count} ${count === 1 ? "holds" : "hold"}`
	};
	const idle = gates.filter(isNotEvaluated).length;
	const parts = [...VERDICTS].reverse().flatMap((verdict) => {
		const count = gates.filter((gate) => gate.verdict === verdict && !isNotEvaluated(gate)).length;
		return count === 0 ? [] : [words[verdict](count)];
	});
	if (idle > 0) parts.push(`${idle} ${idle === 1 ? "was" : "were"} not evaluated`);
	const last = parts.pop() ?? "";
	const listed = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
	return `of ${plural(gates.length, `${tier} gate`)}, ${listed}`;
}
/** `Of 3 blocking gates, 1 regressed and 2 hold; of 1 advisory gate, 1 holds.` */
function tally(gates) {
	const parts = ["blocking", "advisory"].flatMap((tier) => {
		const members = gates.filter((gate) => gate.tier === tier);
		return members.length === 0 ? [] : [tallyTier(members, tier)];
	});
	const text = parts.length === 0 ? "no gate was judged" : parts.join("; ");
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

// src/report/build.ts
function exitCode(verdict, blocked) {
	if (verdict === "invalid") return EXIT_CODES.invalid;
	if (!blocked) return EXIT_CODES.notBlocked;
	return verdict === "regression" ? EXIT_CODES.regression : EXIT_CODES.inconclusiveAndBlocked;
}
/** A decision that contradicts itself is our own fault, and must never leave as a green check. */
function assertConsistent({ verdict, blocked, gates, untrusted }) {
	const passedOver = gates.some(({ waived }) => waived !== void 0);
	if ((verdict === "invalid" || verdict === "regression" && !passedOver) && !blocked) throw new Error(`a verdict of ${verdict} that does not block`);
	if (verdict === "pass" && untrusted !== void 0) throw new Error("a pass of samples that nobody trusts");
	if (gates.some(({ waived, blocks, verdict: of }) => waived && (blocks || of === "invalid"))) throw new Error("a waived gate that blocks, or that could not be judged");
	if (verdict === "pass" && blocked) throw new Error("a pass that blocks");
	if (verdict !== "invalid" && gates.length === 0) throw new Error(`a verdict of ${verdict} without a gate`);
	if (!blocked && gates.some((gate) => gate.blocks)) throw new Error("a gate blocks, the verdict does not");
}
/**
* The verdict file, complete: gates in the order in which they are read, the exit code, the summary sentence.
* @throws Error when the decision contradicts itself
*/
function buildVerdictFile(facts) {
	assertConsistent(facts);
	const gates = worstFirst(facts.gates);
	return {
		...facts,
		schemaVersion: 1,
		exitCode: exitCode(facts.verdict, facts.blocked),
		summary: toPlain(summaryLine({
			...facts,
			gates
		})),
		gates
	};
}
/** The same file when something outside the samples went wrong, such as an evaluation that crashed: never milder than before. */
function invalidateVerdict(file, reason) {
	return buildVerdictFile({
		...file,
		verdict: "invalid",
		blocked: true,
		reasons: [reason, ...file.reasons]
	});
}

// src/report/facts.ts
/** Everything the verdict file says, gathered from what the earlier phases found. */
function verdictFacts(sources) {
	const { runs, comparisons, decision, anchor } = sources;
	const all = [
		...runs.baseline,
		...runs.candidate,
		...anchor?.runs ?? []
	];
	const reused = total(all, ({ record }) => record.reused?.samples ?? 0);
	const usage = all.flatMap(({ samples }) => samples.flatMap((sample) => sample.usage ?? []));
	return {
		verdict: decision.verdict,
		blocked: decision.blocked,
		reasons: decision.reasons,
		candidate: modelOf(runs.candidate),
		baseline: modelOf(runs.baseline),
		...anchor === void 0 ? {} : { anchor: modelOf(anchor.runs) },
		policy: policyOf(sources),
		gates: decision.gates,
		comparability: [...comparisons, ...anchor?.comparisons ?? []].flatMap(({ mismatches }) => mismatches),
		tasks: comparisons.flatMap(({ result }) => result ?? []),
		cost: {
			samples: {
				planned: total(all, ({ record }) => record.planned),
				evaluated: total(all, ({ samples }) => samples.length),
				...reused === 0 ? {} : { reused }
			},
			tokens: {
				prompt: total(usage, (each) => each.prompt_tokens),
				output: total(usage, (each) => each.output_tokens)
			}
		},
		provenance: {
			weighbridge: sources.version,
			config: sources.config,
			...sources.provenance === void 0 ? {} : { baseline: sources.provenance },
			fingerprints: fingerprintsOf(runs)
		}
	};
}
const total = (items, count) => items.reduce((sum, item) => sum + count(item), 0);
/** The model all runs of a side share; null when there is none, or no single one. */
function modelOf(runs) {
	const models = runs.map(({ record }) => record.model);
	const [first] = models;
	return first !== void 0 && models.every(({ digest }) => digest === first.digest) ? first : null;
}
function policyOf({ policy, gates, comparisons, anchor }) {
	const unitOf = ({ task, metric }) => {
		return ([...comparisons, ...anchor?.comparisons ?? []].find((each) => each.task === task)?.metrics)?.find(({ declaration }) => declaration.name === metric)?.declaration.unit === "rate" ? "rate" : "other";
	};
	return {
		...policy,
		limits: Object.fromEntries(gates.map((gate) => [gate.id, {
			value: describeLimit(gate, unitOf(gate)),
			source: gate.source
		}]))
	};
}
function fingerprintsOf({ baseline, candidate }) {
	const find = (runs, task) => runs.find(({ record }) => record.task === task)?.record.fingerprint ?? null;
	const tasks = new Set([...baseline, ...candidate].map(({ record }) => record.task));
	return Object.fromEntries([...tasks].sort().map((task) => [task, {
		baseline: find(baseline, task),
		candidate: find(candidate, task)
	}]));
}

// node_modules/html-void-elements/index.js
/**
* List of HTML void tag names.
*
* @type {Array<string>}
*/
const htmlVoidElements = [
	"area",
	"base",
	"basefont",
	"bgsound",
	"br",
	"col",
	"command",
	"embed",
	"frame",
	"hr",
	"image",
	"img",
	"input",
	"keygen",
	"link",
	"meta",
	"param",
	"source",
	"track",
	"wbr"
];

// node_modules/property-information/lib/util/schema.js
/**
* @import {Schema as SchemaType, Space} from 'property-information'
*/
/** @type {SchemaType} */
var Schema = class {
	/**
	* @param {SchemaType['property']} property
	*   Property.
	* @param {SchemaType['normal']} normal
	*   Normal.
	* @param {Space | undefined} [space]
	*   Space.
	* @returns
	*   Schema.
	*/
	constructor(property, normal, space) {
		this.normal = normal;
		this.property = property;
		if (space) this.space = space;
	}
};
Schema.prototype.normal = {};
Schema.prototype.property = {};
Schema.prototype.space = void 0;

// node_modules/property-information/lib/util/merge.js
/**
* @import {Info, Space} from 'property-information'
*/
/**
* @param {ReadonlyArray<Schema>} definitions
*   Definitions.
* @param {Space | undefined} [space]
*   Space.
* @returns {Schema}
*   Schema.
*/
function merge(definitions, space) {
	/** @type {Record<string, Info>} */
	const property = {};
	/** @type {Record<string, string>} */
	const normal = {};
	for (const definition of definitions) {
		Object.assign(property, definition.property);
		Object.assign(normal, definition.normal);
	}
	return new Schema(property, normal, space);
}

// node_modules/property-information/lib/normalize.js
/**
* Get the cleaned case insensitive form of an attribute or property.
*
* @param {string} value
*   An attribute-like or property-like name.
* @returns {string}
*   Value that can be used to look up the properly cased property on a
*   `Schema`.
*/
function normalize(value) {
	return value.toLowerCase();
}

// node_modules/property-information/lib/util/info.js
/**
* @import {Info as InfoType} from 'property-information'
*/
/** @type {InfoType} */
var Info = class {
	/**
	* @param {string} property
	*   Property.
	* @param {string} attribute
	*   Attribute.
	* @returns
	*   Info.
	*/
	constructor(property, attribute) {
		this.attribute = attribute;
		this.property = property;
	}
};
Info.prototype.attribute = "";
Info.prototype.booleanish = false;
Info.prototype.boolean = false;
Info.prototype.commaOrSpaceSeparated = false;
Info.prototype.commaSeparated = false;
Info.prototype.defined = false;
Info.prototype.mustUseProperty = false;
Info.prototype.number = false;
Info.prototype.overloadedBoolean = false;
Info.prototype.property = "";
Info.prototype.spaceSeparated = false;
Info.prototype.space = void 0;

// node_modules/property-information/lib/util/types.js
var types_exports = /* @__PURE__ */ __exportAll({
	boolean: () => boolean,
	booleanish: () => booleanish,
	commaOrSpaceSeparated: () => commaOrSpaceSeparated,
	commaSeparated: () => commaSeparated,
	number: () => number,
	overloadedBoolean: () => overloadedBoolean,
	spaceSeparated: () => spaceSeparated
});
let powers = 0;
const boolean = increment();
const booleanish = increment();
const overloadedBoolean = increment();
const number = increment();
const spaceSeparated = increment();
const commaSeparated = increment();
const commaOrSpaceSeparated = increment();
function increment() {
	return 2 ** ++powers;
}

// node_modules/property-information/lib/util/defined-info.js
/**
* @import {Space} from 'property-information'
*/
const checks = Object.keys(types_exports);
var DefinedInfo = class extends Info {
	/**
	* @constructor
	* @param {string} property
	*   Property.
	* @param {string} attribute
	*   Attribute.
	* @param {number | null | undefined} [mask]
	*   Mask.
	* @param {Space | undefined} [space]
	*   Space.
	* @returns
	*   Info.
	*/
	constructor(property, attribute, mask, space) {
		let index = -1;
		super(property, attribute);
		mark(this, "space", space);
		if (typeof mask === "number") while (++index < checks.length) {
			const check = checks[index];
			mark(this, checks[index], (mask & types_exports[check]) === types_exports[check]);
		}
	}
};
DefinedInfo.prototype.defined = true;
/**
* @template {keyof DefinedInfo} Key
*   Key type.
* @param {DefinedInfo} values
*   Info.
* @param {Key} key
*   Key.
* @param {DefinedInfo[Key]} value
*   Value.
* @returns {undefined}
*   Nothing.
*/
function mark(values, key, value) {
	if (value) values[key] = value;
}

// node_modules/property-information/lib/util/create.js
/**
* @import {Info, Space} from 'property-information'
*/
/**
* @typedef Definition
*   Definition of a schema.
* @property {Record<string, string> | undefined} [attributes]
*   Normalzed names to special attribute case.
* @property {ReadonlyArray<string> | undefined} [mustUseProperty]
*   Normalized names that must be set as properties.
* @property {Record<string, number | null>} properties
*   Property names to their types.
* @property {Space | undefined} [space]
*   Space.
* @property {Transform} transform
*   Transform a property name.
*/
/**
* @callback Transform
*   Transform.
* @param {Record<string, string>} attributes
*   Attributes.
* @param {string} property
*   Property.
* @returns {string}
*   Attribute.
*/
/**
* @param {Definition} definition
*   Definition.
* @returns {Schema}
*   Schema.
*/
function create(definition) {
	/** @type {Record<string, Info>} */
	const properties = {};
	/** @type {Record<string, string>} */
	const normals = {};
	for (const [property, value] of Object.entries(definition.properties)) {
		const info = new DefinedInfo(property, definition.transform(definition.attributes || {}, property), value, definition.space);
		if (definition.mustUseProperty && definition.mustUseProperty.includes(property)) info.mustUseProperty = true;
		properties[property] = info;
		normals[normalize(property)] = property;
		normals[normalize(info.attribute)] = property;
	}
	return new Schema(properties, normals, definition.space);
}

// node_modules/property-information/lib/aria.js
const aria = create({
	properties: {
		ariaActiveDescendant: null,
		ariaAtomic: booleanish,
		ariaAutoComplete: null,
		ariaBusy: booleanish,
		ariaChecked: booleanish,
		ariaColCount: number,
		ariaColIndex: number,
		ariaColSpan: number,
		ariaControls: spaceSeparated,
		ariaCurrent: null,
		ariaDescribedBy: spaceSeparated,
		ariaDetails: null,
		ariaDisabled: booleanish,
		ariaDropEffect: spaceSeparated,
		ariaErrorMessage: null,
		ariaExpanded: booleanish,
		ariaFlowTo: spaceSeparated,
		ariaGrabbed: booleanish,
		ariaHasPopup: null,
		ariaHidden: booleanish,
		ariaInvalid: null,
		ariaKeyShortcuts: null,
		ariaLabel: null,
		ariaLabelledBy: spaceSeparated,
		ariaLevel: number,
		ariaLive: null,
		ariaModal: booleanish,
		ariaMultiLine: booleanish,
		ariaMultiSelectable: booleanish,
		ariaOrientation: null,
		ariaOwns: spaceSeparated,
		ariaPlaceholder: null,
		ariaPosInSet: number,
		ariaPressed: booleanish,
		ariaReadOnly: booleanish,
		ariaRelevant: null,
		ariaRequired: booleanish,
		ariaRoleDescription: spaceSeparated,
		ariaRowCount: number,
		ariaRowIndex: number,
		ariaRowSpan: number,
		ariaSelected: booleanish,
		ariaSetSize: number,
		ariaSort: null,
		ariaValueMax: number,
		ariaValueMin: number,
		ariaValueNow: number,
		ariaValueText: null,
		role: null
	},
	transform(_, property) {
		return property === "role" ? property : "aria-" + property.slice(4).toLowerCase();
	}
});

// node_modules/property-information/lib/util/case-sensitive-transform.js
/**
* @param {Record<string, string>} attributes
*   Attributes.
* @param {string} attribute
*   Attribute.
* @returns {string}
*   Transformed attribute.
*/
function caseSensitiveTransform(attributes, attribute) {
	return attribute in attributes ? attributes[attribute] : attribute;
}

// node_modules/property-information/lib/util/case-insensitive-transform.js
/**
* @param {Record<string, string>} attributes
*   Attributes.
* @param {string} property
*   Property.
* @returns {string}
*   Transformed property.
*/
function caseInsensitiveTransform(attributes, property) {
	return caseSensitiveTransform(attributes, property.toLowerCase());
}

// node_modules/property-information/lib/html.js
const html$3 = create({
	attributes: {
		acceptcharset: "accept-charset",
		classname: "class",
		htmlfor: "for",
		httpequiv: "http-equiv"
	},
	mustUseProperty: [
		"checked",
		"multiple",
		"muted",
		"selected"
	],
	properties: {
		abbr: null,
		accept: commaSeparated,
		acceptCharset: spaceSeparated,
		accessKey: spaceSeparated,
		action: null,
		allow: null,
		allowFullScreen: boolean,
		allowPaymentRequest: boolean,
		allowUserMedia: boolean,
		alpha: boolean,
		alt: null,
		as: null,
		async: boolean,
		autoCapitalize: null,
		autoComplete: spaceSeparated,
		autoFocus: boolean,
		autoPlay: boolean,
		blocking: spaceSeparated,
		capture: null,
		charSet: null,
		checked: boolean,
		cite: null,
		className: spaceSeparated,
		closedBy: null,
		colorSpace: null,
		cols: number,
		colSpan: number,
		command: null,
		commandFor: null,
		content: null,
		contentEditable: booleanish,
		controls: boolean,
		controlsList: spaceSeparated,
		coords: number | commaSeparated,
		crossOrigin: null,
		data: null,
		dateTime: null,
		decoding: null,
		default: boolean,
		defer: boolean,
		dir: null,
		dirName: null,
		disabled: boolean,
		download: overloadedBoolean,
		draggable: booleanish,
		encType: null,
		enterKeyHint: null,
		fetchPriority: null,
		form: null,
		formAction: null,
		formEncType: null,
		formMethod: null,
		formNoValidate: boolean,
		formTarget: null,
		headers: spaceSeparated,
		height: number,
		hidden: overloadedBoolean,
		high: number,
		href: null,
		hrefLang: null,
		htmlFor: spaceSeparated,
		httpEquiv: spaceSeparated,
		id: null,
		imageSizes: null,
		imageSrcSet: null,
		inert: boolean,
		inputMode: null,
		integrity: null,
		is: null,
		isMap: boolean,
		itemId: null,
		itemProp: spaceSeparated,
		itemRef: spaceSeparated,
		itemScope: boolean,
		itemType: spaceSeparated,
		kind: null,
		label: null,
		lang: null,
		language: null,
		list: null,
		loading: null,
		loop: boolean,
		low: number,
		manifest: null,
		max: null,
		maxLength: number,
		media: null,
		method: null,
		min: null,
		minLength: number,
		multiple: boolean,
		muted: boolean,
		name: null,
		nonce: null,
		noModule: boolean,
		noValidate: boolean,
		onAbort: null,
		onAfterPrint: null,
		onAuxClick: null,
		onBeforeMatch: null,
		onBeforePrint: null,
		onBeforeToggle: null,
		onBeforeUnload: null,
		onBlur: null,
		onCancel: null,
		onCanPlay: null,
		onCanPlayThrough: null,
		onChange: null,
		onClick: null,
		onClose: null,
		onContextLost: null,
		onContextMenu: null,
		onContextRestored: null,
		onCopy: null,
		onCueChange: null,
		onCut: null,
		onDblClick: null,
		onDrag: null,
		onDragEnd: null,
		onDragEnter: null,
		onDragExit: null,
		onDragLeave: null,
		onDragOver: null,
		onDragStart: null,
		onDrop: null,
		onDurationChange: null,
		onEmptied: null,
		onEnded: null,
		onError: null,
		onFocus: null,
		onFormData: null,
		onHashChange: null,
		onInput: null,
		onInvalid: null,
		onKeyDown: null,
		onKeyPress: null,
		onKeyUp: null,
		onLanguageChange: null,
		onLoad: null,
		onLoadedData: null,
		onLoadedMetadata: null,
		onLoadEnd: null,
		onLoadStart: null,
		onMessage: null,
		onMessageError: null,
		onMouseDown: null,
		onMouseEnter: null,
		onMouseLeave: null,
		onMouseMove: null,
		onMouseOut: null,
		onMouseOver: null,
		onMouseUp: null,
		onOffline: null,
		onOnline: null,
		onPageHide: null,
		onPageShow: null,
		onPaste: null,
		onPause: null,
		onPlay: null,
		onPlaying: null,
		onPopState: null,
		onProgress: null,
		onRateChange: null,
		onRejectionHandled: null,
		onReset: null,
		onResize: null,
		onScroll: null,
		onScrollEnd: null,
		onSecurityPolicyViolation: null,
		onSeeked: null,
		onSeeking: null,
		onSelect: null,
		onSlotChange: null,
		onStalled: null,
		onStorage: null,
		onSubmit: null,
		onSuspend: null,
		onTimeUpdate: null,
		onToggle: null,
		onUnhandledRejection: null,
		onUnload: null,
		onVolumeChange: null,
		onWaiting: null,
		onWheel: null,
		open: boolean,
		optimum: number,
		pattern: null,
		ping: spaceSeparated,
		placeholder: null,
		playsInline: boolean,
		popover: null,
		popoverTarget: null,
		popoverTargetAction: null,
		poster: null,
		preload: null,
		readOnly: boolean,
		referrerPolicy: null,
		rel: spaceSeparated,
		required: boolean,
		reversed: boolean,
		rows: number,
		rowSpan: number,
		sandbox: spaceSeparated,
		scope: null,
		scoped: boolean,
		seamless: boolean,
		selected: boolean,
		shadowRootClonable: boolean,
		shadowRootCustomElementRegistry: boolean,
		shadowRootDelegatesFocus: boolean,
		shadowRootMode: null,
		shadowRootSerializable: boolean,
		shape: null,
		size: number,
		sizes: null,
		slot: null,
		span: number,
		spellCheck: booleanish,
		src: null,
		srcDoc: null,
		srcLang: null,
		srcSet: null,
		start: number,
		step: null,
		style: null,
		tabIndex: number,
		target: null,
		title: null,
		translate: null,
		type: null,
		typeMustMatch: boolean,
		useMap: null,
		value: booleanish,
		width: number,
		wrap: null,
		writingSuggestions: null,
		align: null,
		aLink: null,
		archive: spaceSeparated,
		axis: null,
		background: null,
		bgColor: null,
		border: number,
		borderColor: null,
		bottomMargin: number,
		cellPadding: null,
		cellSpacing: null,
		char: null,
		charOff: null,
		classId: null,
		clear: null,
		code: null,
		codeBase: null,
		codeType: null,
		color: null,
		compact: boolean,
		declare: boolean,
		event: null,
		face: null,
		frame: null,
		frameBorder: null,
		hSpace: number,
		leftMargin: number,
		link: null,
		longDesc: null,
		lowSrc: null,
		marginHeight: number,
		marginWidth: number,
		noResize: boolean,
		noHref: boolean,
		noShade: boolean,
		noWrap: boolean,
		object: null,
		profile: null,
		prompt: null,
		rev: null,
		rightMargin: number,
		rules: null,
		scheme: null,
		scrolling: booleanish,
		standby: null,
		summary: null,
		text: null,
		topMargin: number,
		valueType: null,
		version: null,
		vAlign: null,
		vLink: null,
		vSpace: number,
		allowTransparency: null,
		autoCorrect: null,
		autoSave: null,
		credentialless: boolean,
		disablePictureInPicture: boolean,
		disableRemotePlayback: boolean,
		exportParts: commaSeparated,
		part: spaceSeparated,
		prefix: null,
		property: null,
		results: number,
		security: null,
		unselectable: null
	},
	space: "html",
	transform: caseInsensitiveTransform
});

// node_modules/property-information/lib/svg.js
const svg$1 = create({
	attributes: {
		accentHeight: "accent-height",
		alignmentBaseline: "alignment-baseline",
		arabicForm: "arabic-form",
		baselineShift: "baseline-shift",
		capHeight: "cap-height",
		className: "class",
		clipPath: "clip-path",
		clipRule: "clip-rule",
		colorInterpolation: "color-interpolation",
		colorInterpolationFilters: "color-interpolation-filters",
		colorProfile: "color-profile",
		colorRendering: "color-rendering",
		crossOrigin: "crossorigin",
		dataType: "datatype",
		dominantBaseline: "dominant-baseline",
		enableBackground: "enable-background",
		fillOpacity: "fill-opacity",
		fillRule: "fill-rule",
		floodColor: "flood-color",
		floodOpacity: "flood-opacity",
		fontFamily: "font-family",
		fontSize: "font-size",
		fontSizeAdjust: "font-size-adjust",
		fontStretch: "font-stretch",
		fontStyle: "font-style",
		fontVariant: "font-variant",
		fontWeight: "font-weight",
		glyphName: "glyph-name",
		glyphOrientationHorizontal: "glyph-orientation-horizontal",
		glyphOrientationVertical: "glyph-orientation-vertical",
		hrefLang: "hreflang",
		horizAdvX: "horiz-adv-x",
		horizOriginX: "horiz-origin-x",
		horizOriginY: "horiz-origin-y",
		imageRendering: "image-rendering",
		letterSpacing: "letter-spacing",
		lightingColor: "lighting-color",
		markerEnd: "marker-end",
		markerMid: "marker-mid",
		markerStart: "marker-start",
		maskType: "mask-type",
		navDown: "nav-down",
		navDownLeft: "nav-down-left",
		navDownRight: "nav-down-right",
		navLeft: "nav-left",
		navNext: "nav-next",
		navPrev: "nav-prev",
		navRight: "nav-right",
		navUp: "nav-up",
		navUpLeft: "nav-up-left",
		navUpRight: "nav-up-right",
		onAbort: "onabort",
		onActivate: "onactivate",
		onAfterPrint: "onafterprint",
		onBeforePrint: "onbeforeprint",
		onBegin: "onbegin",
		onCancel: "oncancel",
		onCanPlay: "oncanplay",
		onCanPlayThrough: "oncanplaythrough",
		onChange: "onchange",
		onClick: "onclick",
		onClose: "onclose",
		onCopy: "oncopy",
		onCueChange: "oncuechange",
		onCut: "oncut",
		onDblClick: "ondblclick",
		onDrag: "ondrag",
		onDragEnd: "ondragend",
		onDragEnter: "ondragenter",
		onDragExit: "ondragexit",
		onDragLeave: "ondragleave",
		onDragOver: "ondragover",
		onDragStart: "ondragstart",
		onDrop: "ondrop",
		onDurationChange: "ondurationchange",
		onEmptied: "onemptied",
		onEnd: "onend",
		onEnded: "onended",
		onError: "onerror",
		onFocus: "onfocus",
		onFocusIn: "onfocusin",
		onFocusOut: "onfocusout",
		onHashChange: "onhashchange",
		onInput: "oninput",
		onInvalid: "oninvalid",
		onKeyDown: "onkeydown",
		onKeyPress: "onkeypress",
		onKeyUp: "onkeyup",
		onLoad: "onload",
		onLoadedData: "onloadeddata",
		onLoadedMetadata: "onloadedmetadata",
		onLoadStart: "onloadstart",
		onMessage: "onmessage",
		onMouseDown: "onmousedown",
		onMouseEnter: "onmouseenter",
		onMouseLeave: "onmouseleave",
		onMouseMove: "onmousemove",
		onMouseOut: "onmouseout",
		onMouseOver: "onmouseover",
		onMouseUp: "onmouseup",
		onMouseWheel: "onmousewheel",
		onOffline: "onoffline",
		onOnline: "ononline",
		onPageHide: "onpagehide",
		onPageShow: "onpageshow",
		onPaste: "onpaste",
		onPause: "onpause",
		onPlay: "onplay",
		onPlaying: "onplaying",
		onPopState: "onpopstate",
		onProgress: "onprogress",
		onRateChange: "onratechange",
		onRepeat: "onrepeat",
		onReset: "onreset",
		onResize: "onresize",
		onScroll: "onscroll",
		onSeeked: "onseeked",
		onSeeking: "onseeking",
		onSelect: "onselect",
		onShow: "onshow",
		onStalled: "onstalled",
		onStorage: "onstorage",
		onSubmit: "onsubmit",
		onSuspend: "onsuspend",
		onTimeUpdate: "ontimeupdate",
		onToggle: "ontoggle",
		onUnload: "onunload",
		onVolumeChange: "onvolumechange",
		onWaiting: "onwaiting",
		onZoom: "onzoom",
		overlinePosition: "overline-position",
		overlineThickness: "overline-thickness",
		paintOrder: "paint-order",
		panose1: "panose-1",
		pointerEvents: "pointer-events",
		referrerPolicy: "referrerpolicy",
		renderingIntent: "rendering-intent",
		shapeRendering: "shape-rendering",
		stopColor: "stop-color",
		stopOpacity: "stop-opacity",
		strikethroughPosition: "strikethrough-position",
		strikethroughThickness: "strikethrough-thickness",
		strokeDashArray: "stroke-dasharray",
		strokeDashOffset: "stroke-dashoffset",
		strokeLineCap: "stroke-linecap",
		strokeLineJoin: "stroke-linejoin",
		strokeMiterLimit: "stroke-miterlimit",
		strokeOpacity: "stroke-opacity",
		strokeWidth: "stroke-width",
		tabIndex: "tabindex",
		textAnchor: "text-anchor",
		textDecoration: "text-decoration",
		textRendering: "text-rendering",
		transformOrigin: "transform-origin",
		typeOf: "typeof",
		underlinePosition: "underline-position",
		underlineThickness: "underline-thickness",
		unicodeBidi: "unicode-bidi",
		unicodeRange: "unicode-range",
		unitsPerEm: "units-per-em",
		vAlphabetic: "v-alphabetic",
		vHanging: "v-hanging",
		vIdeographic: "v-ideographic",
		vMathematical: "v-mathematical",
		vectorEffect: "vector-effect",
		vertAdvY: "vert-adv-y",
		vertOriginX: "vert-origin-x",
		vertOriginY: "vert-origin-y",
		wordSpacing: "word-spacing",
		writingMode: "writing-mode",
		xHeight: "x-height",
		playbackOrder: "playbackorder",
		timelineBegin: "timelinebegin"
	},
	properties: {
		about: commaOrSpaceSeparated,
		accentHeight: number,
		accumulate: null,
		additive: null,
		alignmentBaseline: null,
		alphabetic: number,
		amplitude: number,
		arabicForm: null,
		ascent: number,
		attributeName: null,
		attributeType: null,
		azimuth: number,
		bandwidth: null,
		baselineShift: null,
		baseFrequency: null,
		baseProfile: null,
		bbox: null,
		begin: null,
		bias: number,
		by: null,
		calcMode: null,
		capHeight: number,
		className: spaceSeparated,
		clip: null,
		clipPath: null,
		clipPathUnits: null,
		clipRule: null,
		color: null,
		colorInterpolation: null,
		colorInterpolationFilters: null,
		colorProfile: null,
		colorRendering: null,
		content: null,
		contentScriptType: null,
		contentStyleType: null,
		crossOrigin: null,
		cursor: null,
		cx: null,
		cy: null,
		d: null,
		dataType: null,
		defaultAction: null,
		descent: number,
		diffuseConstant: number,
		direction: null,
		display: null,
		dur: null,
		divisor: number,
		dominantBaseline: null,
		download: boolean,
		dx: null,
		dy: null,
		edgeMode: null,
		editable: null,
		elevation: number,
		enableBackground: null,
		end: null,
		event: null,
		exponent: number,
		externalResourcesRequired: null,
		fill: null,
		fillOpacity: number,
		fillRule: null,
		filter: null,
		filterRes: null,
		filterUnits: null,
		floodColor: null,
		floodOpacity: null,
		focusable: null,
		focusHighlight: null,
		fontFamily: null,
		fontSize: null,
		fontSizeAdjust: null,
		fontStretch: null,
		fontStyle: null,
		fontVariant: null,
		fontWeight: null,
		format: null,
		fr: null,
		from: null,
		fx: null,
		fy: null,
		g1: commaSeparated,
		g2: commaSeparated,
		glyphName: commaSeparated,
		glyphOrientationHorizontal: null,
		glyphOrientationVertical: null,
		glyphRef: null,
		gradientTransform: null,
		gradientUnits: null,
		handler: null,
		hanging: number,
		hatchContentUnits: null,
		hatchUnits: null,
		height: null,
		href: null,
		hrefLang: null,
		horizAdvX: number,
		horizOriginX: number,
		horizOriginY: number,
		id: null,
		ideographic: number,
		imageRendering: null,
		initialVisibility: null,
		in: null,
		in2: null,
		intercept: number,
		k: number,
		k1: number,
		k2: number,
		k3: number,
		k4: number,
		kernelMatrix: commaOrSpaceSeparated,
		kernelUnitLength: null,
		keyPoints: null,
		keySplines: null,
		keyTimes: null,
		kerning: null,
		lang: null,
		lengthAdjust: null,
		letterSpacing: null,
		lightingColor: null,
		limitingConeAngle: number,
		local: null,
		markerEnd: null,
		markerMid: null,
		markerStart: null,
		markerHeight: null,
		markerUnits: null,
		markerWidth: null,
		mask: null,
		maskContentUnits: null,
		maskType: null,
		maskUnits: null,
		mathematical: null,
		max: null,
		media: null,
		mediaCharacterEncoding: null,
		mediaContentEncodings: null,
		mediaSize: number,
		mediaTime: null,
		method: null,
		min: null,
		mode: null,
		name: null,
		navDown: null,
		navDownLeft: null,
		navDownRight: null,
		navLeft: null,
		navNext: null,
		navPrev: null,
		navRight: null,
		navUp: null,
		navUpLeft: null,
		navUpRight: null,
		numOctaves: null,
		observer: null,
		offset: null,
		onAbort: null,
		onActivate: null,
		onAfterPrint: null,
		onBeforePrint: null,
		onBegin: null,
		onCancel: null,
		onCanPlay: null,
		onCanPlayThrough: null,
		onChange: null,
		onClick: null,
		onClose: null,
		onCopy: null,
		onCueChange: null,
		onCut: null,
		onDblClick: null,
		onDrag: null,
		onDragEnd: null,
		onDragEnter: null,
		onDragExit: null,
		onDragLeave: null,
		onDragOver: null,
		onDragStart: null,
		onDrop: null,
		onDurationChange: null,
		onEmptied: null,
		onEnd: null,
		onEnded: null,
		onError: null,
		onFocus: null,
		onFocusIn: null,
		onFocusOut: null,
		onHashChange: null,
		onInput: null,
		onInvalid: null,
		onKeyDown: null,
		onKeyPress: null,
		onKeyUp: null,
		onLoad: null,
		onLoadedData: null,
		onLoadedMetadata: null,
		onLoadStart: null,
		onMessage: null,
		onMouseDown: null,
		onMouseEnter: null,
		onMouseLeave: null,
		onMouseMove: null,
		onMouseOut: null,
		onMouseOver: null,
		onMouseUp: null,
		onMouseWheel: null,
		onOffline: null,
		onOnline: null,
		onPageHide: null,
		onPageShow: null,
		onPaste: null,
		onPause: null,
		onPlay: null,
		onPlaying: null,
		onPopState: null,
		onProgress: null,
		onRateChange: null,
		onRepeat: null,
		onReset: null,
		onResize: null,
		onScroll: null,
		onSeeked: null,
		onSeeking: null,
		onSelect: null,
		onShow: null,
		onStalled: null,
		onStorage: null,
		onSubmit: null,
		onSuspend: null,
		onTimeUpdate: null,
		onToggle: null,
		onUnload: null,
		onVolumeChange: null,
		onWaiting: null,
		onZoom: null,
		opacity: null,
		operator: null,
		order: null,
		orient: null,
		orientation: null,
		origin: null,
		overflow: null,
		overlay: null,
		overlinePosition: number,
		overlineThickness: number,
		paintOrder: null,
		panose1: null,
		path: null,
		pathLength: number,
		patternContentUnits: null,
		patternTransform: null,
		patternUnits: null,
		phase: null,
		ping: spaceSeparated,
		pitch: null,
		playbackOrder: null,
		pointerEvents: null,
		points: null,
		pointsAtX: number,
		pointsAtY: number,
		pointsAtZ: number,
		preserveAlpha: null,
		preserveAspectRatio: null,
		primitiveUnits: null,
		propagate: null,
		property: commaOrSpaceSeparated,
		r: null,
		radius: null,
		referrerPolicy: null,
		refX: null,
		refY: null,
		rel: commaOrSpaceSeparated,
		rev: commaOrSpaceSeparated,
		renderingIntent: null,
		repeatCount: null,
		repeatDur: null,
		requiredExtensions: commaOrSpaceSeparated,
		requiredFeatures: commaOrSpaceSeparated,
		requiredFonts: commaOrSpaceSeparated,
		requiredFormats: commaOrSpaceSeparated,
		resource: null,
		restart: null,
		result: null,
		rotate: null,
		rx: null,
		ry: null,
		scale: null,
		seed: null,
		shapeRendering: null,
		side: null,
		slope: null,
		snapshotTime: null,
		specularConstant: number,
		specularExponent: number,
		spreadMethod: null,
		spacing: null,
		startOffset: null,
		stdDeviation: null,
		stemh: null,
		stemv: null,
		stitchTiles: null,
		stopColor: null,
		stopOpacity: null,
		strikethroughPosition: number,
		strikethroughThickness: number,
		string: null,
		stroke: null,
		strokeDashArray: commaOrSpaceSeparated,
		strokeDashOffset: null,
		strokeLineCap: null,
		strokeLineJoin: null,
		strokeMiterLimit: number,
		strokeOpacity: number,
		strokeWidth: null,
		style: null,
		surfaceScale: number,
		syncBehavior: null,
		syncBehaviorDefault: null,
		syncMaster: null,
		syncTolerance: null,
		syncToleranceDefault: null,
		systemLanguage: commaOrSpaceSeparated,
		tabIndex: number,
		tableValues: null,
		target: null,
		targetX: number,
		targetY: number,
		textAnchor: null,
		textDecoration: null,
		textRendering: null,
		textLength: null,
		timelineBegin: null,
		title: null,
		transformBehavior: null,
		type: null,
		typeOf: commaOrSpaceSeparated,
		to: null,
		transform: null,
		transformOrigin: null,
		u1: null,
		u2: null,
		underlinePosition: number,
		underlineThickness: number,
		unicode: null,
		unicodeBidi: null,
		unicodeRange: null,
		unitsPerEm: number,
		values: null,
		vAlphabetic: number,
		vMathematical: number,
		vectorEffect: null,
		vHanging: number,
		vIdeographic: number,
		version: null,
		vertAdvY: number,
		vertOriginX: number,
		vertOriginY: number,
		viewBox: null,
		viewTarget: null,
		visibility: null,
		width: null,
		widths: null,
		wordSpacing: null,
		writingMode: null,
		x: null,
		x1: null,
		x2: null,
		xChannelSelector: null,
		xHeight: number,
		y: null,
		y1: null,
		y2: null,
		yChannelSelector: null,
		z: null,
		zoomAndPan: null
	},
	space: "svg",
	transform: caseSensitiveTransform
});

// node_modules/property-information/lib/xlink.js
const xlink = create({
	properties: {
		xLinkActuate: null,
		xLinkArcRole: null,
		xLinkHref: null,
		xLinkRole: null,
		xLinkShow: null,
		xLinkTitle: null,
		xLinkType: null
	},
	space: "xlink",
	transform(_, property) {
		return "xlink:" + property.slice(5).toLowerCase();
	}
});

// node_modules/property-information/lib/xmlns.js
const xmlns = create({
	attributes: { xmlnsxlink: "xmlns:xlink" },
	properties: {
		xmlnsXLink: null,
		xmlns: null
	},
	space: "xmlns",
	transform: caseInsensitiveTransform
});

// node_modules/property-information/lib/xml.js
const xml = create({
	properties: {
		xmlBase: null,
		xmlLang: null,
		xmlSpace: null
	},
	space: "xml",
	transform(_, property) {
		return "xml:" + property.slice(3).toLowerCase();
	}
});

// node_modules/property-information/lib/find.js
/**
* @import {Schema} from 'property-information'
*/
const cap = /[A-Z]/g;
const dash = /-[a-z]/g;
const valid = /^data[-\w.:]+$/i;
/**
* Look up info on a property.
*
* In most cases the given `schema` contains info on the property.
* All standard,
* most legacy,
* and some non-standard properties are supported.
* For these cases,
* the returned `Info` has hints about the value of the property.
*
* `name` can also be a valid data attribute or property,
* in which case an `Info` object with the correctly cased `attribute` and
* `property` is returned.
*
* `name` can be an unknown attribute,
* in which case an `Info` object with `attribute` and `property` set to the
* given name is returned.
* It is not recommended to provide unsupported legacy or recently specced
* properties.
*
*
* @param {Schema} schema
*   Schema;
*   either the `html` or `svg` export.
* @param {string} value
*   An attribute-like or property-like name;
*   it will be passed through `normalize` to hopefully find the correct info.
* @returns {Info}
*   Info.
*/
function find(schema, value) {
	const normal = normalize(value);
	let property = value;
	let Type = Info;
	if (normal in schema.normal) return schema.property[schema.normal[normal]];
	if (normal.length > 4 && normal.slice(0, 4) === "data" && valid.test(value)) {
		if (value.charAt(4) === "-") {
			const rest = value.slice(5).replace(dash, camelcase);
			property = "data" + rest.charAt(0).toUpperCase() + rest.slice(1);
		} else {
			const rest = value.slice(4);
			if (!dash.test(rest)) {
				let dashes = rest.replace(cap, kebab);
				if (dashes.charAt(0) !== "-") dashes = "-" + dashes;
				value = "data" + dashes;
			}
		}
		Type = DefinedInfo;
	}
	return new Type(property, value);
}
/**
* @param {string} $0
*   Value.
* @returns {string}
*   Kebab.
*/
function kebab($0) {
	return "-" + $0.toLowerCase();
}
/**
* @param {string} $0
*   Value.
* @returns {string}
*   Camel.
*/
function camelcase($0) {
	return $0.charAt(1).toUpperCase();
}

// node_modules/property-information/index.js
const html$2 = merge([
	aria,
	html$3,
	xlink,
	xmlns,
	xml
], "html");
const svg = merge([
	aria,
	svg$1,
	xlink,
	xmlns,
	xml
], "svg");

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
const own$2 = {}.hasOwnProperty;
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
		if (value && own$2.call(value, key)) {
			const id = String(value[key]);
			fn = own$2.call(handlers, id) ? handlers[id] : one.unknown;
		}
		if (fn) return fn.call(this, value, ...parameters);
	}
	one.handlers = settings.handlers || {};
	one.invalid = settings.invalid;
	one.unknown = settings.unknown;
	return one;
}

// node_modules/stringify-entities/lib/core.js
/**
* @typedef CoreOptions
* @property {ReadonlyArray<string>} [subset=[]]
*   Whether to only escape the given subset of characters.
* @property {boolean} [escapeOnly=false]
*   Whether to only escape possibly dangerous characters.
*   Those characters are `"`, `&`, `'`, `<`, `>`, and `` ` ``.
*
* @typedef FormatOptions
* @property {(code: number, next: number, options: CoreWithFormatOptions) => string} format
*   Format strategy.
*
* @typedef {CoreOptions & FormatOptions & import('./util/format-smart.js').FormatSmartOptions} CoreWithFormatOptions
*/
const defaultSubsetRegex = /["&'<>`]/g;
const surrogatePairsRegex = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
const controlCharactersRegex = /[\x01-\t\v\f\x0E-\x1F\x7F\x81\x8D\x8F\x90\x9D\xA0-\uFFFF]/g;
const regexEscapeRegex = /[|\\{}()[\]^$+*?.]/g;
/** @type {WeakMap<ReadonlyArray<string>, RegExp>} */
const subsetToRegexCache = /* @__PURE__ */ new WeakMap();
/**
* Encode certain characters in `value`.
*
* @param {string} value
* @param {CoreWithFormatOptions} options
* @returns {string}
*/
function core(value, options) {
	value = value.replace(options.subset ? charactersToExpressionCached(options.subset) : defaultSubsetRegex, basic);
	if (options.subset || options.escapeOnly) return value;
	return value.replace(surrogatePairsRegex, surrogate).replace(controlCharactersRegex, basic);
	/**
	* @param {string} pair
	* @param {number} index
	* @param {string} all
	*/
	function surrogate(pair, index, all) {
		return options.format((pair.charCodeAt(0) - 55296) * 1024 + pair.charCodeAt(1) - 56320 + 65536, all.charCodeAt(index + 2), options);
	}
	/**
	* @param {string} character
	* @param {number} index
	* @param {string} all
	*/
	function basic(character, index, all) {
		return options.format(character.charCodeAt(0), all.charCodeAt(index + 1), options);
	}
}
/**
* A wrapper function that caches the result of `charactersToExpression` with a WeakMap.
* This can improve performance when tooling calls `charactersToExpression` repeatedly
* with the same subset.
*
* @param {ReadonlyArray<string>} subset
* @returns {RegExp}
*/
function charactersToExpressionCached(subset) {
	let cached = subsetToRegexCache.get(subset);
	if (!cached) {
		cached = charactersToExpression(subset);
		subsetToRegexCache.set(subset, cached);
	}
	return cached;
}
/**
* @param {ReadonlyArray<string>} subset
* @returns {RegExp}
*/
function charactersToExpression(subset) {
	/** @type {Array<string>} */
	const groups = [];
	let index = -1;
	while (++index < subset.length) groups.push(subset[index].replace(regexEscapeRegex, "\\$&"));
	return new RegExp("(?:" + groups.join("|") + ")", "g");
}

// node_modules/stringify-entities/lib/util/to-hexadecimal.js
const hexadecimalRegex = /[\dA-Fa-f]/;
/**
* Configurable ways to encode characters as hexadecimal references.
*
* @param {number} code
* @param {number} next
* @param {boolean|undefined} omit
* @returns {string}
*/
function toHexadecimal(code, next, omit) {
	const value = "&#x" + code.toString(16).toUpperCase();
	return omit && next && !hexadecimalRegex.test(String.fromCharCode(next)) ? value : value + ";";
}

// node_modules/stringify-entities/lib/util/to-decimal.js
const decimalRegex = /\d/;
/**
* Configurable ways to encode characters as decimal references.
*
* @param {number} code
* @param {number} next
* @param {boolean|undefined} omit
* @returns {string}
*/
function toDecimal(code, next, omit) {
	const value = "&#" + String(code);
	return omit && next && !decimalRegex.test(String.fromCharCode(next)) ? value : value + ";";
}

// node_modules/character-entities-legacy/index.js
/**
* List of legacy HTML named character references that don’t need a trailing semicolon.
*
* @type {Array<string>}
*/
const characterEntitiesLegacy = [
	"AElig",
	"AMP",
	"Aacute",
	"Acirc",
	"Agrave",
	"Aring",
	"Atilde",
	"Auml",
	"COPY",
	"Ccedil",
	"ETH",
	"Eacute",
	"Ecirc",
	"Egrave",
	"Euml",
	"GT",
	"Iacute",
	"Icirc",
	"Igrave",
	"Iuml",
	"LT",
	"Ntilde",
	"Oacute",
	"Ocirc",
	"Ograve",
	"Oslash",
	"Otilde",
	"Ouml",
	"QUOT",
	"REG",
	"THORN",
	"Uacute",
	"Ucirc",
	"Ugrave",
	"Uuml",
	"Yacute",
	"aacute",
	"acirc",
	"acute",
	"aelig",
	"agrave",
	"amp",
	"aring",
	"atilde",
	"auml",
	"brvbar",
	"ccedil",
	"cedil",
	"cent",
	"copy",
	"curren",
	"deg",
	"divide",
	"eacute",
	"ecirc",
	"egrave",
	"eth",
	"euml",
	"frac12",
	"frac14",
	"frac34",
	"gt",
	"iacute",
	"icirc",
	"iexcl",
	"igrave",
	"iquest",
	"iuml",
	"laquo",
	"lt",
	"macr",
	"micro",
	"middot",
	"nbsp",
	"not",
	"ntilde",
	"oacute",
	"ocirc",
	"ograve",
	"ordf",
	"ordm",
	"oslash",
	"otilde",
	"ouml",
	"para",
	"plusmn",
	"pound",
	"quot",
	"raquo",
	"reg",
	"sect",
	"shy",
	"sup1",
	"sup2",
	"sup3",
	"szlig",
	"thorn",
	"times",
	"uacute",
	"ucirc",
	"ugrave",
	"uml",
	"uuml",
	"yacute",
	"yen",
	"yuml"
];

// node_modules/character-entities-html4/index.js
/**
* Map of named character references from HTML 4.
*
* @type {Record<string, string>}
*/
const characterEntitiesHtml4 = {
	nbsp: "\xA0",
	iexcl: "¡",
	cent: "¢",
	pound: "£",
	curren: "¤",
	yen: "¥",
	brvbar: "¦",
	sect: "§",
	uml: "¨",
	copy: "©",
	ordf: "ª",
	laquo: "«",
	not: "¬",
	shy: "­",
	reg: "®",
	macr: "¯",
	deg: "°",
	plusmn: "±",
	sup2: "²",
	sup3: "³",
	acute: "´",
	micro: "µ",
	para: "¶",
	middot: "·",
	cedil: "¸",
	sup1: "¹",
	ordm: "º",
	raquo: "»",
	frac14: "¼",
	frac12: "½",
	frac34: "¾",
	iquest: "¿",
	Agrave: "À",
	Aacute: "Á",
	Acirc: "Â",
	Atilde: "Ã",
	Auml: "Ä",
	Aring: "Å",
	AElig: "Æ",
	Ccedil: "Ç",
	Egrave: "È",
	Eacute: "É",
	Ecirc: "Ê",
	Euml: "Ë",
	Igrave: "Ì",
	Iacute: "Í",
	Icirc: "Î",
	Iuml: "Ï",
	ETH: "Ð",
	Ntilde: "Ñ",
	Ograve: "Ò",
	Oacute: "Ó",
	Ocirc: "Ô",
	Otilde: "Õ",
	Ouml: "Ö",
	times: "×",
	Oslash: "Ø",
	Ugrave: "Ù",
	Uacute: "Ú",
	Ucirc: "Û",
	Uuml: "Ü",
	Yacute: "Ý",
	THORN: "Þ",
	szlig: "ß",
	agrave: "à",
	aacute: "á",
	acirc: "â",
	atilde: "ã",
	auml: "ä",
	aring: "å",
	aelig: "æ",
	ccedil: "ç",
	egrave: "è",
	eacute: "é",
	ecirc: "ê",
	euml: "ë",
	igrave: "ì",
	iacute: "í",
	icirc: "î",
	iuml: "ï",
	eth: "ð",
	ntilde: "ñ",
	ograve: "ò",
	oacute: "ó",
	ocirc: "ô",
	otilde: "õ",
	ouml: "ö",
	divide: "÷",
	oslash: "ø",
	ugrave: "ù",
	uacute: "ú",
	ucirc: "û",
	uuml: "ü",
	yacute: "ý",
	thorn: "þ",
	yuml: "ÿ",
	fnof: "ƒ",
	Alpha: "Α",
	Beta: "Β",
	Gamma: "Γ",
	Delta: "Δ",
	Epsilon: "Ε",
	Zeta: "Ζ",
	Eta: "Η",
	Theta: "Θ",
	Iota: "Ι",
	Kappa: "Κ",
	Lambda: "Λ",
	Mu: "Μ",
	Nu: "Ν",
	Xi: "Ξ",
	Omicron: "Ο",
	Pi: "Π",
	Rho: "Ρ",
	Sigma: "Σ",
	Tau: "Τ",
	Upsilon: "Υ",
	Phi: "Φ",
	Chi: "Χ",
	Psi: "Ψ",
	Omega: "Ω",
	alpha: "α",
	beta: "β",
	gamma: "γ",
	delta: "δ",
	epsilon: "ε",
	zeta: "ζ",
	eta: "η",
	theta: "θ",
	iota: "ι",
	kappa: "κ",
	lambda: "λ",
	mu: "μ",
	nu: "ν",
	xi: "ξ",
	omicron: "ο",
	pi: "π",
	rho: "ρ",
	sigmaf: "ς",
	sigma: "σ",
	tau: "τ",
	upsilon: "υ",
	phi: "φ",
	chi: "χ",
	psi: "ψ",
	omega: "ω",
	thetasym: "ϑ",
	upsih: "ϒ",
	piv: "ϖ",
	bull: "•",
	hellip: "…",
	prime: "′",
	Prime: "″",
	oline: "‾",
	frasl: "⁄",
	weierp: "℘",
	image: "ℑ",
	real: "ℜ",
	trade: "™",
	alefsym: "ℵ",
	larr: "←",
	uarr: "↑",
	rarr: "→",
	darr: "↓",
	harr: "↔",
	crarr: "↵",
	lArr: "⇐",
	uArr: "⇑",
	rArr: "⇒",
	dArr: "⇓",
	hArr: "⇔",
	forall: "∀",
	part: "∂",
	exist: "∃",
	empty: "∅",
	nabla: "∇",
	isin: "∈",
	notin: "∉",
	ni: "∋",
	prod: "∏",
	sum: "∑",
	minus: "−",
	lowast: "∗",
	radic: "√",
	prop: "∝",
	infin: "∞",
	ang: "∠",
	and: "∧",
	or: "∨",
	cap: "∩",
	cup: "∪",
	int: "∫",
	there4: "∴",
	sim: "∼",
	cong: "≅",
	asymp: "≈",
	ne: "≠",
	equiv: "≡",
	le: "≤",
	ge: "≥",
	sub: "⊂",
	sup: "⊃",
	nsub: "⊄",
	sube: "⊆",
	supe: "⊇",
	oplus: "⊕",
	otimes: "⊗",
	perp: "⊥",
	sdot: "⋅",
	lceil: "⌈",
	rceil: "⌉",
	lfloor: "⌊",
	rfloor: "⌋",
	lang: "〈",
	rang: "〉",
	loz: "◊",
	spades: "♠",
	clubs: "♣",
	hearts: "♥",
	diams: "♦",
	quot: "\"",
	amp: "&",
	lt: "<",
	gt: ">",
	OElig: "Œ",
	oelig: "œ",
	Scaron: "Š",
	scaron: "š",
	Yuml: "Ÿ",
	circ: "ˆ",
	tilde: "˜",
	ensp: " ",
	emsp: " ",
	thinsp: " ",
	zwnj: "‌",
	zwj: "‍",
	lrm: "‎",
	rlm: "‏",
	ndash: "–",
	mdash: "—",
	lsquo: "‘",
	rsquo: "’",
	sbquo: "‚",
	ldquo: "“",
	rdquo: "”",
	bdquo: "„",
	dagger: "†",
	Dagger: "‡",
	permil: "‰",
	lsaquo: "‹",
	rsaquo: "›",
	euro: "€"
};

// node_modules/stringify-entities/lib/constant/dangerous.js
/**
* List of legacy (that don’t need a trailing `;`) named references which could,
* depending on what follows them, turn into a different meaning
*
* @type {Array<string>}
*/
const dangerous = [
	"cent",
	"copy",
	"divide",
	"gt",
	"lt",
	"not",
	"para",
	"times"
];

// node_modules/stringify-entities/lib/util/to-named.js
const own$1 = {}.hasOwnProperty;
/**
* `characterEntitiesHtml4` but inverted.
*
* @type {Record<string, string>}
*/
const characters = {};
/** @type {string} */
let key;
for (key in characterEntitiesHtml4) if (own$1.call(characterEntitiesHtml4, key)) characters[characterEntitiesHtml4[key]] = key;
const notAlphanumericRegex = /[^\dA-Za-z]/;
/**
* Configurable ways to encode characters as named references.
*
* @param {number} code
* @param {number} next
* @param {boolean|undefined} omit
* @param {boolean|undefined} attribute
* @returns {string}
*/
function toNamed(code, next, omit, attribute) {
	const character = String.fromCharCode(code);
	if (own$1.call(characters, character)) {
		const name = characters[character];
		const value = "&" + name;
		if (omit && characterEntitiesLegacy.includes(name) && !dangerous.includes(name) && (!attribute || next && next !== 61 && notAlphanumericRegex.test(String.fromCharCode(next)))) return value;
		return value + ";";
	}
	return "";
}

// node_modules/stringify-entities/lib/util/format-smart.js
/**
* @typedef FormatSmartOptions
* @property {boolean} [useNamedReferences=false]
*   Prefer named character references (`&amp;`) where possible.
* @property {boolean} [useShortestReferences=false]
*   Prefer the shortest possible reference, if that results in less bytes.
*   **Note**: `useNamedReferences` can be omitted when using `useShortestReferences`.
* @property {boolean} [omitOptionalSemicolons=false]
*   Whether to omit semicolons when possible.
*   **Note**: This creates what HTML calls “parse errors” but is otherwise still valid HTML — don’t use this except when building a minifier.
*   Omitting semicolons is possible for certain named and numeric references in some cases.
* @property {boolean} [attribute=false]
*   Create character references which don’t fail in attributes.
*   **Note**: `attribute` only applies when operating dangerously with
*   `omitOptionalSemicolons: true`.
*/
/**
* Configurable ways to encode a character yielding pretty or small results.
*
* @param {number} code
* @param {number} next
* @param {FormatSmartOptions} options
* @returns {string}
*/
function formatSmart(code, next, options) {
	let numeric = toHexadecimal(code, next, options.omitOptionalSemicolons);
	/** @type {string|undefined} */
	let named;
	if (options.useNamedReferences || options.useShortestReferences) named = toNamed(code, next, options.omitOptionalSemicolons, options.attribute);
	if ((options.useShortestReferences || !named) && options.useShortestReferences) {
		const decimal = toDecimal(code, next, options.omitOptionalSemicolons);
		if (decimal.length < numeric.length) numeric = decimal;
	}
	return named && (!options.useShortestReferences || named.length < numeric.length) ? named : numeric;
}

// node_modules/stringify-entities/lib/index.js
/**
* @typedef {import('./core.js').CoreOptions & import('./util/format-smart.js').FormatSmartOptions} Options
* @typedef {import('./core.js').CoreOptions} LightOptions
*/
/**
* Encode special characters in `value`.
*
* @param {string} value
*   Value to encode.
* @param {Options} [options]
*   Configuration.
* @returns {string}
*   Encoded value.
*/
function stringifyEntities(value, options) {
	return core(value, Object.assign({ format: formatSmart }, options));
}

// node_modules/hast-util-to-html/lib/handle/comment.js
/**
* @import {Comment, Parents} from 'hast'
* @import {State} from '../index.js'
*/
const htmlCommentRegex = /^>|^->|<!--|-->|--!>|<!-$/g;
const bogusCommentEntitySubset = [">"];
const commentEntitySubset = ["<", ">"];
/**
* Serialize a comment.
*
* @param {Comment} node
*   Node to handle.
* @param {number | undefined} _1
*   Index of `node` in `parent`.
* @param {Parents | undefined} _2
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function comment(node, _1, _2, state) {
	return state.settings.bogusComments ? "<?" + stringifyEntities(node.value, Object.assign({}, state.settings.characterReferences, { subset: bogusCommentEntitySubset })) + ">" : "<!--" + node.value.replace(htmlCommentRegex, encode) + "-->";
	/**
	* Encode a dangerous character.
	*
	* @param {string} $0
	*   Character.
	* @returns {string}
	*   Encoded character.
	*/
	function encode($0) {
		return stringifyEntities($0, Object.assign({}, state.settings.characterReferences, { subset: commentEntitySubset }));
	}
}

// node_modules/hast-util-to-html/lib/handle/doctype.js
/**
* @import {Doctype, Parents} from 'hast'
* @import {State} from '../index.js'
*/
/**
* Serialize a doctype.
*
* @param {Doctype} _1
*   Node to handle.
* @param {number | undefined} _2
*   Index of `node` in `parent`.
* @param {Parents | undefined} _3
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function doctype(_1, _2, _3, state) {
	return "<!" + (state.settings.upperDoctype ? "DOCTYPE" : "doctype") + (state.settings.tightDoctype ? "" : " ") + "html>";
}

// node_modules/ccount/index.js
/**
* Count how often a character (or substring) is used in a string.
*
* @param {string} value
*   Value to search in.
* @param {string} character
*   Character (or substring) to look for.
* @return {number}
*   Number of times `character` occurred in `value`.
*/
function ccount(value, character) {
	const source = String(value);
	if (typeof character !== "string") throw new TypeError("Expected character");
	let count = 0;
	let index = source.indexOf(character);
	while (index !== -1) {
		count++;
		index = source.indexOf(character, index + character.length);
	}
	return count;
}

// node_modules/comma-separated-tokens/index.js
/**
* @typedef Options
*   Configuration for `stringify`.
* @property {boolean} [padLeft=true]
*   Whether to pad a space before a token.
* @property {boolean} [padRight=false]
*   Whether to pad a space after a token.
*/
/**
* @typedef {Options} StringifyOptions
*   Please use `StringifyOptions` instead.
*/
/**
* Parse comma-separated tokens to an array.
*
* @param {string} value
*   Comma-separated tokens.
* @returns {Array<string>}
*   List of tokens.
*/
function parse$1(value) {
	/** @type {Array<string>} */
	const tokens = [];
	const input = String(value || "");
	let index = input.indexOf(",");
	let start = 0;
	/** @type {boolean} */
	let end = false;
	while (!end) {
		if (index === -1) {
			index = input.length;
			end = true;
		}
		const token = input.slice(start, index).trim();
		if (token || !end) tokens.push(token);
		start = index + 1;
		index = input.indexOf(",", start);
	}
	return tokens;
}
/**
* Serialize an array of strings or numbers to comma-separated tokens.
*
* @param {Array<string|number>} values
*   List of tokens.
* @param {Options} [options]
*   Configuration for `stringify` (optional).
* @returns {string}
*   Comma-separated tokens.
*/
function stringify$1(values, options) {
	const settings = options || {};
	return (values[values.length - 1] === "" ? [...values, ""] : values).join((settings.padRight ? " " : "") + "," + (settings.padLeft === false ? "" : " ")).trim();
}

// node_modules/space-separated-tokens/index.js
/**
* Parse space-separated tokens to an array of strings.
*
* @param {string} value
*   Space-separated tokens.
* @returns {Array<string>}
*   List of tokens.
*/
function parse(value) {
	const input = String(value || "").trim();
	return input ? input.split(/[ \t\n\r\f]+/g) : [];
}
/**
* Serialize an array of strings as space separated-tokens.
*
* @param {Array<string|number>} values
*   List of tokens.
* @returns {string}
*   Space-separated tokens.
*/
function stringify(values) {
	return values.join(" ").trim();
}

// node_modules/hast-util-whitespace/lib/index.js
/**
* @typedef {import('hast').Nodes} Nodes
*/
const re = /[ \t\n\f\r]/g;
/**
* Check if the given value is *inter-element whitespace*.
*
* @param {Nodes | string} thing
*   Thing to check (`Node` or `string`).
* @returns {boolean}
*   Whether the `value` is inter-element whitespace (`boolean`): consisting of
*   zero or more of space, tab (`\t`), line feed (`\n`), carriage return
*   (`\r`), or form feed (`\f`); if a node is passed it must be a `Text` node,
*   whose `value` field is checked.
*/
function whitespace(thing) {
	return typeof thing === "object" ? thing.type === "text" ? empty(thing.value) : false : empty(thing);
}
/**
* @param {string} value
* @returns {boolean}
*/
function empty(value) {
	return value.replace(re, "") === "";
}

// node_modules/hast-util-to-html/lib/omission/util/siblings.js
/**
* @import {Parents, RootContent} from 'hast'
*/
const siblingAfter = siblings(1);
const siblingBefore = siblings(-1);
/** @type {Array<RootContent>} */
const emptyChildren$1 = [];
/**
* Factory to check siblings in a direction.
*
* @param {number} increment
*   Direction.
* @returns {typeof sibling}
*   Check.
*/
function siblings(increment) {
	return sibling;
	/**
	* Find applicable siblings in a direction.
	*
	* @template {Parents} Parent
	*   Parent type.
	* @param {Parent | undefined} parent
	*   Parent.
	* @param {number | undefined} index
	*   Index of child in `parent`.
	* @param {boolean | undefined} [includeWhitespace=false]
	*   Whether to include whitespace (default: `false`).
	* @returns {Parent extends {children: Array<infer Child>} ? Child | undefined : never}
	*   Child of parent.
	*/
	function sibling(parent, index, includeWhitespace) {
		const siblings = parent ? parent.children : emptyChildren$1;
		let offset = (index || 0) + increment;
		let next = siblings[offset];
		if (!includeWhitespace) while (next && whitespace(next)) {
			offset += increment;
			next = siblings[offset];
		}
		return next;
	}
}

// node_modules/hast-util-to-html/lib/omission/omission.js
/**
* @import {Element, Parents} from 'hast'
*/
/**
* @callback OmitHandle
*   Check if a tag can be omitted.
* @param {Element} element
*   Element to check.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether to omit a tag.
*/
const own = {}.hasOwnProperty;
/**
* Factory to check if a given node can have a tag omitted.
*
* @param {Record<string, OmitHandle>} handlers
*   Omission handlers, where each key is a tag name, and each value is the
*   corresponding handler.
* @returns {OmitHandle}
*   Whether to omit a tag of an element.
*/
function omission(handlers) {
	return omit;
	/**
	* Check if a given node can have a tag omitted.
	*
	* @type {OmitHandle}
	*/
	function omit(node, index, parent) {
		return own.call(handlers, node.tagName) && handlers[node.tagName](node, index, parent);
	}
}

// node_modules/hast-util-to-html/lib/omission/closing.js
/**
* @import {Element, Parents} from 'hast'
*/
const closing = omission({
	body: body$2,
	caption: headOrColgroupOrCaption,
	colgroup: headOrColgroupOrCaption,
	dd,
	dt,
	head: headOrColgroupOrCaption,
	html: html$1,
	li,
	optgroup,
	option,
	p,
	rp: rubyElement,
	rt: rubyElement,
	tbody: tbody$1,
	td: cells,
	tfoot,
	th: cells,
	thead,
	tr
});
/**
* Macro for `</head>`, `</colgroup>`, and `</caption>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function headOrColgroupOrCaption(_, index, parent) {
	const next = siblingAfter(parent, index, true);
	return !next || next.type !== "comment" && !(next.type === "text" && whitespace(next.value.charAt(0)));
}
/**
* Whether to omit `</html>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function html$1(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type !== "comment";
}
/**
* Whether to omit `</body>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function body$2(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type !== "comment";
}
/**
* Whether to omit `</p>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function p(_, index, parent) {
	const next = siblingAfter(parent, index);
	return next ? next.type === "element" && (next.tagName === "address" || next.tagName === "article" || next.tagName === "aside" || next.tagName === "blockquote" || next.tagName === "details" || next.tagName === "div" || next.tagName === "dl" || next.tagName === "fieldset" || next.tagName === "figcaption" || next.tagName === "figure" || next.tagName === "footer" || next.tagName === "form" || next.tagName === "h1" || next.tagName === "h2" || next.tagName === "h3" || next.tagName === "h4" || next.tagName === "h5" || next.tagName === "h6" || next.tagName === "header" || next.tagName === "hgroup" || next.tagName === "hr" || next.tagName === "main" || next.tagName === "menu" || next.tagName === "nav" || next.tagName === "ol" || next.tagName === "p" || next.tagName === "pre" || next.tagName === "section" || next.tagName === "table" || next.tagName === "ul") : !parent || !(parent.type === "element" && (parent.tagName === "a" || parent.tagName === "audio" || parent.tagName === "del" || parent.tagName === "ins" || parent.tagName === "map" || parent.tagName === "noscript" || parent.tagName === "video" || parent.tagName.includes("-")));
}
/**
* Whether to omit `</li>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function li(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && next.tagName === "li";
}
/**
* Whether to omit `</dt>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function dt(_, index, parent) {
	const next = siblingAfter(parent, index);
	return Boolean(next && next.type === "element" && (next.tagName === "dt" || next.tagName === "dd"));
}
/**
* Whether to omit `</dd>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function dd(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && (next.tagName === "dt" || next.tagName === "dd");
}
/**
* Whether to omit `</rt>` or `</rp>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function rubyElement(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && (next.tagName === "rp" || next.tagName === "rt");
}
/**
* Whether to omit `</optgroup>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function optgroup(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && next.tagName === "optgroup";
}
/**
* Whether to omit `</option>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function option(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && (next.tagName === "option" || next.tagName === "optgroup");
}
/**
* Whether to omit `</thead>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function thead(_, index, parent) {
	const next = siblingAfter(parent, index);
	return Boolean(next && next.type === "element" && (next.tagName === "tbody" || next.tagName === "tfoot"));
}
/**
* Whether to omit `</tbody>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function tbody$1(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && (next.tagName === "tbody" || next.tagName === "tfoot");
}
/**
* Whether to omit `</tfoot>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function tfoot(_, index, parent) {
	return !siblingAfter(parent, index);
}
/**
* Whether to omit `</tr>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function tr(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && next.tagName === "tr";
}
/**
* Whether to omit `</td>` or `</th>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function cells(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && (next.tagName === "td" || next.tagName === "th");
}

// node_modules/hast-util-to-html/lib/omission/opening.js
/**
* @import {Element, Parents} from 'hast'
*/
const opening = omission({
	body: body$1,
	colgroup,
	head: head$1,
	html,
	tbody
});
/**
* Whether to omit `<html>`.
*
* @param {Element} node
*   Element.
* @returns {boolean}
*   Whether the opening tag can be omitted.
*/
function html(node) {
	const head = siblingAfter(node, -1);
	return !head || head.type !== "comment";
}
/**
* Whether to omit `<head>`.
*
* @param {Element} node
*   Element.
* @returns {boolean}
*   Whether the opening tag can be omitted.
*/
function head$1(node) {
	/** @type {Set<string>} */
	const seen = /* @__PURE__ */ new Set();
	for (const child of node.children) if (child.type === "element" && (child.tagName === "base" || child.tagName === "title")) {
		if (seen.has(child.tagName)) return false;
		seen.add(child.tagName);
	}
	const child = node.children[0];
	return !child || child.type === "element";
}
/**
* Whether to omit `<body>`.
*
* @param {Element} node
*   Element.
* @returns {boolean}
*   Whether the opening tag can be omitted.
*/
function body$1(node) {
	const head = siblingAfter(node, -1, true);
	return !head || head.type !== "comment" && !(head.type === "text" && whitespace(head.value.charAt(0))) && !(head.type === "element" && (head.tagName === "meta" || head.tagName === "link" || head.tagName === "script" || head.tagName === "style" || head.tagName === "template"));
}
/**
* Whether to omit `<colgroup>`.
* The spec describes some logic for the opening tag, but it’s easier to
* implement in the closing tag, to the same effect, so we handle it there
* instead.
*
* @param {Element} node
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the opening tag can be omitted.
*/
function colgroup(node, index, parent) {
	const previous = siblingBefore(parent, index);
	if (parent && previous && previous.type === "element" && previous.tagName === "colgroup" && closing(previous, parent.children.indexOf(previous), parent)) return false;
	const head = siblingAfter(node, -1, true);
	return Boolean(head && head.type === "element" && head.tagName === "col");
}
/**
* Whether to omit `<tbody>`.
*
* @param {Element} node
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the opening tag can be omitted.
*/
function tbody(node, index, parent) {
	const previous = siblingBefore(parent, index);
	if (parent && previous && previous.type === "element" && (previous.tagName === "thead" || previous.tagName === "tbody") && closing(previous, parent.children.indexOf(previous), parent)) return false;
	const head = siblingAfter(node, -1);
	return Boolean(head && head.type === "element" && head.tagName === "tr");
}

// node_modules/hast-util-to-html/lib/handle/element.js
/**
* @import {Element, Parents, Properties} from 'hast'
* @import {State} from '../index.js'
*/
/**
* Maps of subsets.
*
* Each value is a matrix of tuples.
* The value at `0` causes parse errors, the value at `1` is valid.
* Of both, the value at `0` is unsafe, and the value at `1` is safe.
*
* @type {Record<'double' | 'name' | 'single' | 'unquoted', Array<[Array<string>, Array<string>]>>}
*/
const constants$3 = {
	name: [["	\n\f\r &/=>".split(""), "	\n\f\r \"&'/=>`".split("")], ["\0	\n\f\r \"&'/<=>".split(""), "\0	\n\f\r \"&'/<=>`".split("")]],
	unquoted: [["	\n\f\r &>".split(""), "\0	\n\f\r \"&'<=>`".split("")], ["\0	\n\f\r \"&'<=>`".split(""), "\0	\n\f\r \"&'<=>`".split("")]],
	single: [["&'".split(""), "\"&'`".split("")], ["\0&'".split(""), "\0\"&'`".split("")]],
	double: [["\"&".split(""), "\"&'`".split("")], ["\0\"&".split(""), "\0\"&'`".split("")]]
};
/**
* SVG elements whose content is HTML.
*
* @type {ReadonlySet<string>}
*/
const htmlIntegrationPoints = /* @__PURE__ */ new Set([
	"desc",
	"foreignObject",
	"title"
]);
/**
* Serialize an element node.
*
* @param {Element} node
*   Node to handle.
* @param {number | undefined} index
*   Index of `node` in `parent`.
* @param {Parents | undefined} parent
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function element(node, index, parent, state) {
	const { schema } = state;
	const omit = schema.space === "svg" ? false : state.settings.omitOptionalTags;
	let selfClosing = schema.space === "svg" ? state.settings.closeEmptyElements : state.settings.voids.includes(node.tagName.toLowerCase());
	/** @type {Array<string>} */
	const parts = [];
	if (schema.space === "html" && node.tagName === "svg") state.schema = svg;
	const attributes = serializeAttributes(state, node.properties);
	if (state.schema.space === "svg" && htmlIntegrationPoints.has(node.tagName)) state.schema = html$2;
	const content = state.all(schema.space === "html" && node.tagName === "template" ? node.content : node);
	state.schema = schema;
	if (content) selfClosing = false;
	if (attributes || !omit || !opening(node, index, parent)) {
		parts.push("<", node.tagName, attributes ? " " + attributes : "");
		if (selfClosing && (schema.space === "svg" || state.settings.closeSelfClosing)) {
			const last = attributes.charAt(attributes.length - 1);
			if (!state.settings.tightSelfClosing || last === "/" || last && last !== "\"" && last !== "'") parts.push(" ");
			parts.push("/");
		}
		parts.push(">");
	}
	parts.push(content);
	if (!selfClosing && (!omit || !closing(node, index, parent))) parts.push("</" + node.tagName + ">");
	return parts.join("");
}
/**
* Serialize all attributes.
*
* @param {State} state
*   Info passed around about the current state.
* @param {Properties | null | undefined} properties
*   Properties.
* @returns {string}
*   Serialized attributes.
*/
function serializeAttributes(state, properties) {
	/** @type {Array<string>} */
	const values = [];
	let index = -1;
	/** @type {string} */
	let key;
	if (properties) {
		for (key in properties) if (properties[key] !== null && properties[key] !== void 0) {
			const value = serializeAttribute(state, key, properties[key]);
			if (value) values.push(value);
		}
	}
	while (++index < values.length) {
		const last = state.settings.tightAttributes ? values[index].charAt(values[index].length - 1) : void 0;
		if (index !== values.length - 1 && last !== "\"" && last !== "'") values[index] += " ";
	}
	return values.join("");
}
/**
* Serialize an attribute.
*
* @param {State} state
*   Info passed around about the current state.
* @param {string} key
*   Property name.
* @param {Properties[keyof Properties]} value
*   Property value.
* @returns {string}
*   Serialized attribute.
*/
function serializeAttribute(state, key, value) {
	const info = find(state.schema, key);
	const x = state.settings.allowParseErrors && state.schema.space === "html" ? 0 : 1;
	const y = state.settings.allowDangerousCharacters ? 0 : 1;
	if (info.overloadedBoolean && (value === info.attribute || value === "")) value = true;
	else if ((info.boolean || info.overloadedBoolean) && (typeof value !== "string" || value === info.attribute || value === "")) value = Boolean(value);
	if (value === null || value === void 0 || value === false || typeof value === "number" && Number.isNaN(value)) return "";
	const name = stringifyEntities(info.attribute, Object.assign({}, state.settings.characterReferences, { subset: constants$3.name[x][y] }));
	if (value === true) return name;
	value = Array.isArray(value) ? (info.commaSeparated ? stringify$1 : stringify)(value, { padLeft: !state.settings.tightCommaSeparatedLists }) : String(value);
	if (state.settings.collapseEmptyAttributes && !value) return name;
	/** @type {string | undefined} */
	let result;
	if (state.settings.preferUnquoted) result = stringifyEntities(value, Object.assign({}, state.settings.characterReferences, {
		attribute: true,
		subset: constants$3.unquoted[x][y]
	}));
	if (result !== value) {
		let { quote } = state;
		if (state.settings.quoteSmart && ccount(value, quote) > ccount(value, state.alternative)) quote = state.alternative;
		result = quote + stringifyEntities(value, Object.assign({}, state.settings.characterReferences, {
			subset: (quote === "'" ? constants$3.single : constants$3.double)[x][y],
			attribute: true
		})) + quote;
	}
	return name + (result ? "=" + result : result);
}

// node_modules/hast-util-to-html/lib/handle/text.js
/**
* @import {Parents, Text} from 'hast'
* @import {Raw} from 'mdast-util-to-hast'
* @import {State} from '../index.js'
*/
const textEntitySubset = ["<", "&"];
/**
* Serialize a text node.
*
* @param {Raw | Text} node
*   Node to handle.
* @param {number | undefined} _
*   Index of `node` in `parent`.
* @param {Parents | undefined} parent
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function text(node, _, parent, state) {
	return parent && parent.type === "element" && (parent.tagName === "script" || parent.tagName === "style") ? node.value : stringifyEntities(node.value, Object.assign({}, state.settings.characterReferences, { subset: textEntitySubset }));
}

// node_modules/hast-util-to-html/lib/handle/raw.js
/**
* @import {Parents} from 'hast'
* @import {Raw} from 'mdast-util-to-hast'
* @import {State} from '../index.js'
*/
/**
* Serialize a raw node.
*
* @param {Raw} node
*   Node to handle.
* @param {number | undefined} index
*   Index of `node` in `parent`.
* @param {Parents | undefined} parent
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function raw(node, index, parent, state) {
	return state.settings.allowDangerousHtml ? node.value : text(node, index, parent, state);
}

// node_modules/hast-util-to-html/lib/handle/root.js
/**
* @import {Parents, Root} from 'hast'
* @import {State} from '../index.js'
*/
/**
* Serialize a root.
*
* @param {Root} node
*   Node to handle.
* @param {number | undefined} _1
*   Index of `node` in `parent`.
* @param {Parents | undefined} _2
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function root(node, _1, _2, state) {
	return state.all(node);
}

// node_modules/hast-util-to-html/lib/handle/index.js
/**
* @import {Nodes, Parents} from 'hast'
* @import {State} from '../index.js'
*/
/**
* @type {(node: Nodes, index: number | undefined, parent: Parents | undefined, state: State) => string}
*/
const handle = zwitch("type", {
	invalid,
	unknown,
	handlers: {
		comment,
		doctype,
		element,
		raw,
		root,
		text
	}
});
/**
* Fail when a non-node is found in the tree.
*
* @param {unknown} node
*   Unknown value.
* @returns {never}
*   Never.
*/
function invalid(node) {
	throw new Error("Expected node, not `" + node + "`");
}
/**
* Fail when a node with an unknown type is found in the tree.
*
* @param {unknown} node_
*   Unknown node.
* @returns {never}
*   Never.
*/
function unknown(node_) {
	throw new Error("Cannot compile unknown node `" + node_.type + "`");
}

// node_modules/hast-util-to-html/lib/index.js
/**
* @import {Nodes, Parents, RootContent} from 'hast'
* @import {Schema} from 'property-information'
* @import {Options as StringifyEntitiesOptions} from 'stringify-entities'
*/
/**
* @typedef {Omit<StringifyEntitiesOptions, 'attribute' | 'escapeOnly' | 'subset'>} CharacterReferences
*
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [allowDangerousCharacters=false]
*   Do not encode some characters which cause XSS vulnerabilities in older
*   browsers (default: `false`).
*
*   > ⚠️ **Danger**: only set this if you completely trust the content.
* @property {boolean | null | undefined} [allowDangerousHtml=false]
*   Allow `raw` nodes and insert them as raw HTML (default: `false`).
*
*   When `false`, `Raw` nodes are encoded.
*
*   > ⚠️ **Danger**: only set this if you completely trust the content.
* @property {boolean | null | undefined} [allowParseErrors=false]
*   Do not encode characters which cause parse errors (even though they work),
*   to save bytes (default: `false`).
*
*   Not used in the SVG space.
*
*   > 👉 **Note**: intentionally creates parse errors in markup (how parse
*   > errors are handled is well defined, so this works but isn’t pretty).
* @property {boolean | null | undefined} [bogusComments=false]
*   Use “bogus comments” instead of comments to save bytes: `<?charlie>`
*   instead of `<!--charlie-->` (default: `false`).
*
*   > 👉 **Note**: intentionally creates parse errors in markup (how parse
*   > errors are handled is well defined, so this works but isn’t pretty).
* @property {CharacterReferences | null | undefined} [characterReferences]
*   Configure how to serialize character references (optional).
* @property {boolean | null | undefined} [closeEmptyElements=false]
*   Close SVG elements without any content with slash (`/`) on the opening tag
*   instead of an end tag: `<circle />` instead of `<circle></circle>`
*   (default: `false`).
*
*   See `tightSelfClosing` to control whether a space is used before the
*   slash.
*
*   Not used in the HTML space.
* @property {boolean | null | undefined} [closeSelfClosing=false]
*   Close self-closing nodes with an extra slash (`/`): `<img />` instead of
*   `<img>` (default: `false`).
*
*   See `tightSelfClosing` to control whether a space is used before the
*   slash.
*
*   Not used in the SVG space.
* @property {boolean | null | undefined} [collapseEmptyAttributes=false]
*   Collapse empty attributes: get `class` instead of `class=""` (default:
*   `false`).
*
*   Not used in the SVG space.
*
*   > 👉 **Note**: boolean attributes (such as `hidden`) are always collapsed.
* @property {boolean | null | undefined} [omitOptionalTags=false]
*   Omit optional opening and closing tags (default: `false`).
*
*   For example, in `<ol><li>one</li><li>two</li></ol>`, both `</li>` closing
*   tags can be omitted.
*   The first because it’s followed by another `li`, the last because it’s
*   followed by nothing.
*
*   Not used in the SVG space.
* @property {boolean | null | undefined} [preferUnquoted=false]
*   Leave attributes unquoted if that results in less bytes (default: `false`).
*
*   Not used in the SVG space.
* @property {boolean | null | undefined} [quoteSmart=false]
*   Use the other quote if that results in less bytes (default: `false`).
* @property {Quote | null | undefined} [quote='"']
*   Preferred quote to use (default: `'"'`).
* @property {Space | null | undefined} [space='html']
*   When an `<svg>` element is found in the HTML space, this package already
*   automatically switches to and from the SVG space when entering and exiting
*   it, and goes to HTML inside `desc`, `foreignObject`, and `title`
*   (default: `'html'`).
*
*   > 👉 **Note**: hast is not XML.
*   > It supports SVG as embedded in HTML.
*   > It does not support the features available in XML.
*   > Passing SVG might break but fragments of modern SVG should be fine.
*   > Use [`xast`][xast] if you need to support SVG as XML.
*
*    [xast]: https://github.com/syntax-tree/xast
* @property {boolean | null | undefined} [tightAttributes=false]
*   Join attributes together, without whitespace, if possible: get
*   `class="a b"title="c d"` instead of `class="a b" title="c d"` to save
*   bytes (default: `false`).
*
*   Not used in the SVG space.
*
*   > 👉 **Note**: intentionally creates parse errors in markup (how parse
*   > errors are handled is well defined, so this works but isn’t pretty).
* @property {boolean | null | undefined} [tightCommaSeparatedLists=false]
*   Join known comma-separated attribute values with just a comma (`,`),
*   instead of padding them on the right as well (`,␠`, where `␠` represents a
*   space) (default: `false`).
* @property {boolean | null | undefined} [tightDoctype=false]
*   Drop unneeded spaces in doctypes: `<!doctypehtml>` instead of
*   `<!doctype html>` to save bytes (default: `false`).
*
*   > 👉 **Note**: intentionally creates parse errors in markup (how parse
*   > errors are handled is well defined, so this works but isn’t pretty).
* @property {boolean | null | undefined} [tightSelfClosing=false]
*   Do not use an extra space when closing self-closing elements: `<img/>`
*   instead of `<img />` (default: `false`).
*
*   > 👉 **Note**: only used if `closeSelfClosing: true` or
*   > `closeEmptyElements: true`.
* @property {boolean | null | undefined} [upperDoctype=false]
*   Use a `<!DOCTYPE…` instead of `<!doctype…` (default: `false`).
*
*   Useless except for XHTML.
* @property {ReadonlyArray<string> | null | undefined} [voids]
*   Tag names of elements to serialize without closing tag (default: `html-void-elements`).
*
*   Not used in the SVG space.
*
*   > 👉 **Note**: It’s highly unlikely that you want to pass this, because
*   > hast is not for XML, and HTML will not add more void elements.
*
* @typedef {'"' | "'"} Quote
*   HTML quotes for attribute values.
*
* @typedef {Omit<Required<{[key in keyof Options]: Exclude<Options[key], null | undefined>}>, 'space' | 'quote'>} Settings
*
* @typedef {'html' | 'svg'} Space
*   Namespace.
*
* @typedef State
*   Info passed around about the current state.
* @property {(node: Parents | undefined) => string} all
*   Serialize the children of a parent node.
* @property {Quote} alternative
*   Alternative quote.
* @property {(node: Nodes, index: number | undefined, parent: Parents | undefined) => string} one
*   Serialize one node.
* @property {Quote} quote
*   Preferred quote.
* @property {Schema} schema
*   Current schema.
* @property {Settings} settings
*   User configuration.
*/
/** @type {Options} */
const emptyOptions = {};
/** @type {CharacterReferences} */
const emptyCharacterReferences = {};
/** @type {Array<never>} */
const emptyChildren = [];
/**
* Serialize hast as HTML.
*
* @param {Array<RootContent> | Nodes} tree
*   Tree to serialize.
* @param {Options | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Serialized HTML.
*/
function toHtml(tree, options) {
	const options_ = options || emptyOptions;
	const quote = options_.quote || "\"";
	if (quote !== "\"" && quote !== "'") throw new Error("Invalid quote `" + quote + "`, expected `'` or `\"`");
	const alternative = quote === "\"" ? "'" : "\"";
	return {
		one,
		all,
		settings: {
			omitOptionalTags: options_.omitOptionalTags || false,
			allowParseErrors: options_.allowParseErrors || false,
			allowDangerousCharacters: options_.allowDangerousCharacters || false,
			quoteSmart: options_.quoteSmart || false,
			preferUnquoted: options_.preferUnquoted || false,
			tightAttributes: options_.tightAttributes || false,
			upperDoctype: options_.upperDoctype || false,
			tightDoctype: options_.tightDoctype || false,
			bogusComments: options_.bogusComments || false,
			tightCommaSeparatedLists: options_.tightCommaSeparatedLists || false,
			tightSelfClosing: options_.tightSelfClosing || false,
			collapseEmptyAttributes: options_.collapseEmptyAttributes || false,
			allowDangerousHtml: options_.allowDangerousHtml || false,
			voids: options_.voids || htmlVoidElements,
			characterReferences: options_.characterReferences || emptyCharacterReferences,
			closeSelfClosing: options_.closeSelfClosing || false,
			closeEmptyElements: options_.closeEmptyElements || false
		},
		schema: options_.space === "svg" ? svg : html$2,
		quote,
		alternative
	}.one(Array.isArray(tree) ? {
		type: "root",
		children: tree
	} : tree, void 0, void 0);
}
/**
* Serialize a node.
*
* @this {State}
*   Info passed around about the current state.
* @param {Nodes} node
*   Node to handle.
* @param {number | undefined} index
*   Index of `node` in `parent`.
* @param {Parents | undefined} parent
*   Parent of `node`.
* @returns {string}
*   Serialized node.
*/
function one(node, index, parent) {
	return handle(node, index, parent, this);
}
/**
* Serialize all children of `parent`.
*
* @this {State}
*   Info passed around about the current state.
* @param {Parents | undefined} parent
*   Parent whose children to serialize.
* @returns {string}
*   Serialized children.
*/
function all(parent) {
	/** @type {Array<string>} */
	const results = [];
	const children = parent && parent.children || emptyChildren;
	let index = -1;
	while (++index < children.length) results[index] = this.one(children[index], index, parent);
	return results.join("");
}

// node_modules/hast-util-parse-selector/lib/index.js
/**
* @typedef {import('hast').Element} Element
* @typedef {import('hast').Properties} Properties
*/
/**
* @template {string} SimpleSelector
*   Selector type.
* @template {string} DefaultTagName
*   Default tag name.
* @typedef {(
*   SimpleSelector extends ''
*     ? DefaultTagName
*     : SimpleSelector extends `${infer TagName}.${infer Rest}`
*     ? ExtractTagName<TagName, DefaultTagName>
*     : SimpleSelector extends `${infer TagName}#${infer Rest}`
*     ? ExtractTagName<TagName, DefaultTagName>
*     : SimpleSelector extends string
*     ? SimpleSelector
*     : DefaultTagName
* )} ExtractTagName
*   Extract tag name from a simple selector.
*/
const search = /[#.]/g;
/**
* Create a hast element from a simple CSS selector.
*
* @template {string} Selector
*   Type of selector.
* @template {string} [DefaultTagName='div']
*   Type of default tag name (default: `'div'`).
* @param {Selector | null | undefined} [selector]
*   Simple CSS selector (optional).
*
*   Can contain a tag name (`foo`), classes (`.bar`), and an ID (`#baz`).
*   Multiple classes are allowed.
*   Uses the last ID if multiple IDs are found.
* @param {DefaultTagName | null | undefined} [defaultTagName='div']
*   Tag name to use if `selector` does not specify one (default: `'div'`).
* @returns {Element & {tagName: ExtractTagName<Selector, DefaultTagName>}}
*   Built element.
*/
function parseSelector(selector, defaultTagName) {
	const value = selector || "";
	/** @type {Properties} */
	const props = {};
	let start = 0;
	/** @type {string | undefined} */
	let previous;
	/** @type {string | undefined} */
	let tagName;
	while (start < value.length) {
		search.lastIndex = start;
		const match = search.exec(value);
		const subvalue = value.slice(start, match ? match.index : value.length);
		if (subvalue) {
			if (!previous) tagName = subvalue;
			else if (previous === "#") props.id = subvalue;
			else if (Array.isArray(props.className)) props.className.push(subvalue);
			else props.className = [subvalue];
			start += subvalue.length;
		}
		if (match) {
			previous = match[0];
			start++;
		}
	}
	return {
		type: "element",
		tagName: tagName || defaultTagName || "div",
		properties: props,
		children: []
	};
}

// node_modules/hastscript/lib/create-h.js
/**
* @import {Element, Nodes, RootContent, Root} from 'hast'
* @import {Info, Schema} from 'property-information'
*/
/**
* @typedef {Array<Nodes | PrimitiveChild>} ArrayChildNested
*   List of children (deep).
*/
/**
* @typedef {Array<ArrayChildNested | Nodes | PrimitiveChild>} ArrayChild
*   List of children.
*/
/**
* @typedef {Array<number | string>} ArrayValue
*   List of property values for space- or comma separated values (such as `className`).
*/
/**
* @typedef {ArrayChild | Nodes | PrimitiveChild} Child
*   Acceptable child value.
*/
/**
* @typedef {number | string | null | undefined} PrimitiveChild
*   Primitive children, either ignored (nullish), or turned into text nodes.
*/
/**
* @typedef {boolean | number | string | null | undefined} PrimitiveValue
*   Primitive property value.
*/
/**
* @typedef {Record<string, PropertyValue | Style>} Properties
*   Acceptable value for element properties.
*/
/**
* @typedef {ArrayValue | PrimitiveValue} PropertyValue
*   Primitive value or list value.
*/
/**
* @typedef {Element | Root} Result
*   Result from a `h` (or `s`) call.
*/
/**
* @typedef {number | string} StyleValue
*   Value for a CSS style field.
*/
/**
* @typedef {Record<string, StyleValue>} Style
*   Supported value of a `style` prop.
*/
/**
* Create an `h` function.
*
* @param {Schema} schema
*   Schema to use.
* @param {string} defaultTagName
*   Default tag name.
* @param {ReadonlyArray<string> | undefined} [caseSensitive]
*   Case-sensitive tag names (default: `undefined`).
* @returns
*   `h`.
*/
function createH(schema, defaultTagName, caseSensitive) {
	const adjust = caseSensitive ? createAdjustMap(caseSensitive) : void 0;
	/**
	* Hyperscript compatible DSL for creating virtual hast trees.
	*
	* @overload
	* @param {null | undefined} [selector]
	*   Nothing to get a root.
	* @param {...Child} children
	*   Children.
	* @returns {Root}
	*   Root.
	*
	* @overload
	* @param {string} selector
	*   Selector.
	* @param {Child | Properties} [properties]
	*   Properties (or first child) (default: `undefined`).
	* @param {...Child} children
	*   Children.
	* @returns {Element}
	*   Element.
	*
	* @param {string | null | undefined} [selector]
	*   Selector.
	* @param {Child | Properties} [properties]
	*   Properties (or first child) (default: `undefined`).
	* @param {...Child} children
	*   Children.
	* @returns {Result}
	*   Result.
	*/
	function h(selector, properties, ...children) {
		/** @type {Result} */
		let node;
		if (selector === null || selector === void 0) {
			node = {
				type: "root",
				children: []
			};
			const child = properties;
			children.unshift(child);
		} else {
			node = parseSelector(selector, defaultTagName);
			const lower = node.tagName.toLowerCase();
			const adjusted = adjust ? adjust.get(lower) : void 0;
			node.tagName = adjusted || lower;
			if (isChild(properties)) children.unshift(properties);
			else for (const [key, value] of Object.entries(properties)) addProperty(schema, node.properties, key, value);
		}
		for (const child of children) addChild(node.children, child);
		if (node.type === "element" && node.tagName === "template" && schema.space === "html") {
			node.content = {
				type: "root",
				children: node.children
			};
			node.children = [];
		}
		return node;
	}
	return h;
}
/**
* Check if something is properties or a child.
*
* @param {Child | Properties} value
*   Value to check.
* @returns {value is Child}
*   Whether `value` is definitely a child.
*/
function isChild(value) {
	if (value === null || typeof value !== "object" || Array.isArray(value)) return true;
	if (typeof value.type !== "string") return false;
	const record = value;
	const keys = Object.keys(value);
	for (const key of keys) {
		const value = record[key];
		if (value && typeof value === "object") {
			if (!Array.isArray(value)) return true;
			const list = value;
			for (const item of list) if (typeof item !== "number" && typeof item !== "string") return true;
		}
	}
	if ("children" in value && Array.isArray(value.children)) return true;
	return false;
}
/**
* Add a property.
*
* @param {Schema} schema
*   Schema.
* @param {Properties} properties
*   Properties object.
* @param {string} key
*   Property name.
* @param {PropertyValue | Style} value
*   Property value.
* @returns {undefined}
*   Nothing.
*/
function addProperty(schema, properties, key, value) {
	if (value === null || value === void 0) return;
	const info = find(schema, key);
	/** @type {PropertyValue} */
	let result;
	if (typeof value === "number") {
		if (Number.isNaN(value)) return;
		result = value;
	} else if (typeof value === "boolean") result = value;
	else if (typeof value === "string") {
		if (info.spaceSeparated) result = parse(value);
		else if (info.commaSeparated) result = parse$1(value);
		else if (info.commaOrSpaceSeparated) result = parse(parse$1(value).join(" "));
		else result = parsePrimitive(info, info.property, value);
	} else if (Array.isArray(value)) result = [...value];
	else result = info.property === "style" ? style(value) : String(value);
	if (Array.isArray(result)) {
		/** @type {Array<number | string>} */
		const finalResult = [];
		for (const item of result) finalResult.push(parsePrimitive(info, info.property, item));
		result = finalResult;
	}
	if (info.property === "className" && Array.isArray(properties.className)) {
		const add = result;
		result = [...properties.className, ...Array.isArray(add) ? add : [add]];
	}
	properties[info.property] = result;
}
/**
* Add a child.
*
* @param {Array<RootContent>} nodes
*   Children.
* @param {Child} value
*   Child.
* @returns {undefined}
*   Nothing.
*/
function addChild(nodes, value) {
	if (value === null || value === void 0) {} else if (typeof value === "number" || typeof value === "string") nodes.push({
		type: "text",
		value: String(value)
	});
	else if (Array.isArray(value)) for (const child of value) addChild(nodes, child);
	else if (typeof value === "object" && "type" in value) {
		if (value.type === "root") addChild(nodes, value.children);
		else nodes.push(value);
	} else throw new Error("Expected node, nodes, or string, got `" + value + "`");
}
/**
* Parse a single primitives.
*
* @param {Info} info
*   Property information.
* @param {string} name
*   Property name.
* @param {PrimitiveValue} value
*   Property value.
* @returns {PrimitiveValue}
*   Property value.
*/
function parsePrimitive(info, name, value) {
	if (typeof value === "string") {
		if (info.number && value && !Number.isNaN(Number(value))) return Number(value);
		if ((info.boolean || info.overloadedBoolean) && (value === "" || normalize(value) === normalize(name))) return true;
	}
	return value;
}
/**
* Serialize a `style` object as a string.
*
* @param {Style} styles
*   Style object.
* @returns {string}
*   CSS string.
*/
function style(styles) {
	/** @type {Array<string>} */
	const result = [];
	for (const [key, value] of Object.entries(styles)) result.push([key, value].join(": "));
	return result.join("; ");
}
/**
* Create a map to adjust casing.
*
* @param {ReadonlyArray<string>} values
*   List of properly cased keys.
* @returns {Map<string, string>}
*   Map of lowercase keys to uppercase keys.
*/
function createAdjustMap(values) {
	/** @type {Map<string, string>} */
	const result = /* @__PURE__ */ new Map();
	for (const value of values) result.set(value.toLowerCase(), value);
	return result;
}

// node_modules/hastscript/lib/svg-case-sensitive-tag-names.js
/**
* List of case-sensitive SVG tag names.
*
* @type {ReadonlyArray<string>}
*/
const svgCaseSensitiveTagNames = [
	"altGlyph",
	"altGlyphDef",
	"altGlyphItem",
	"animateColor",
	"animateMotion",
	"animateTransform",
	"clipPath",
	"feBlend",
	"feColorMatrix",
	"feComponentTransfer",
	"feComposite",
	"feConvolveMatrix",
	"feDiffuseLighting",
	"feDisplacementMap",
	"feDistantLight",
	"feDropShadow",
	"feFlood",
	"feFuncA",
	"feFuncB",
	"feFuncG",
	"feFuncR",
	"feGaussianBlur",
	"feImage",
	"feMerge",
	"feMergeNode",
	"feMorphology",
	"feOffset",
	"fePointLight",
	"feSpecularLighting",
	"feSpotLight",
	"feTile",
	"feTurbulence",
	"foreignObject",
	"glyphRef",
	"linearGradient",
	"radialGradient",
	"solidColor",
	"textArea",
	"textPath"
];

// node_modules/hastscript/lib/index.js
/**
* @typedef {import('./jsx-classic.js').Element} h.JSX.Element
* @typedef {import('./jsx-classic.js').ElementChildrenAttribute} h.JSX.ElementChildrenAttribute
* @typedef {import('./jsx-classic.js').IntrinsicAttributes} h.JSX.IntrinsicAttributes
* @typedef {import('./jsx-classic.js').IntrinsicElements} h.JSX.IntrinsicElements
*/
/**
* @typedef {import('./jsx-classic.js').Element} s.JSX.Element
* @typedef {import('./jsx-classic.js').ElementChildrenAttribute} s.JSX.ElementChildrenAttribute
* @typedef {import('./jsx-classic.js').IntrinsicAttributes} s.JSX.IntrinsicAttributes
* @typedef {import('./jsx-classic.js').IntrinsicElements} s.JSX.IntrinsicElements
*/
/** @type {ReturnType<createH>} */
const h = createH(html$2, "div");
/** @type {ReturnType<createH>} */
const s = createH(svg, "g", svgCaseSensitiveTagNames);

// src/report/columns.ts
const estimate$1 = (gate, side) => side === null ? say`${NOT_AVAILABLE}` : say`${formatValue$1(side.value, gate.unit)}`;
/** With the bound that a ceiling or floor is judged by. */
function candidateCell(gate) {
	const value = estimate$1(gate, gate.candidate);
	if (gate.bound === null || gate.verdict === "regression") return value;
	const words = gate.bound.side === "upper" ? "at most" : "at least";
	return say`${value} (${words} ${formatValue$1(gate.bound.value, gate.unit)})`;
}
/** The level all intervals share; null when they differ, and each says its own. */
function commonLevel(gates) {
	const levels = new Set(gates.flatMap(({ delta }) => delta === null ? [] : [delta.level]));
	const [level] = levels;
	return levels.size === 1 && level !== void 0 ? level : null;
}
function deltaCell(delta, unit) {
	if (delta === null) return say`${NOT_AVAILABLE}`;
	const interval = formatInterval(delta, unit);
	const change = formatChange(delta.value, unit);
	const note = isDescriptive(delta.method) ? say`, descriptive` : [];
	return interval === null ? say`${change}` : say`${change} (${interval}${note})`;
}
/** A limit as a rule one can read aloud. */
function limitWords({ rule, limit, direction, against }) {
	switch (rule) {
		case "max_drop": {
			const since = against === void 0 ? "" : ` since the ${against}`;
			return say`may ${direction === "lower_is_better" ? "rise" : "drop"} ${code(limit)}${since}`;
		}
		case "min_gain": return say`must gain ${code(limit)}`;
		case "ceiling": return say`at most ${code(limit)}`;
		case "floor": return say`at least ${code(limit)}`;
		case "no_regression_by_group": return say`no group may ${direction === "lower_is_better" ? "rise" : "drop"} ${code(limit)}`;
		case "net_gain": return say`must gain ${code(limit)} net of losses`;
		default: return assertNever(rule);
	}
}
function verdictCell(gate) {
	const verdict = [{
		kind: "ours",
		text: verdictLabel(gate.verdict)
	}];
	const label = gate.evidence === "weak" ? say`${verdict} on weak evidence` : verdict;
	if (gate.tier === "advisory") return say`${label} advisory`;
	if (gate.waived !== void 0) return say`${label} waived`;
	if (gate.verdict !== "inconclusive") return label;
	if (isNotEvaluated(gate)) return say`${label} not evaluated`;
	if (gate.blocks) return say`${label} blocks`;
	return gate.leaning === "pass" ? say`${label} leans pass` : say`${label} does not block`;
}
/** The one table, for every renderer: at most six columns, so that it fits a phone. */
const GATE_COLUMNS = [
	{
		title: () => say`Gate`,
		align: "left",
		cell: (gate) => code(metricName(gate))
	},
	{
		title: () => say`Baseline`,
		align: "right",
		cell: (gate) => estimate$1(gate, gate.baseline)
	},
	{
		title: () => say`Candidate`,
		align: "right",
		cell: candidateCell
	},
	{
		title: (gates) => {
			const level = commonLevel(gates);
			return level === null ? say`Delta (interval)` : say`Delta (${formatLevel$1(level)} interval)`;
		},
		align: "right",
		cell: ({ delta, net, unit }) => net === void 0 || net === null ? deltaCell(delta, unit) : say`${deltaCell(delta, unit)}; net ${deltaCell(net, unit)}`
	},
	{
		title: () => say`Limit`,
		align: "left",
		cell: limitWords
	},
	{
		title: () => say`Verdict`,
		align: "left",
		cell: verdictCell
	}
];

// src/report/html/elements.ts
/** Of a name or path; whole outputs have room of their own. */
const CODE_LENGTH = 400;
/** A line as nodes: data becomes text and never markup, since the tree's serializer escapes every text. */
function nodes(line) {
	return line.map(({ kind, text }) => kind === "code" ? h("code", truncate(oneLine$1(text), CODE_LENGTH) || "(empty)") : {
		type: "text",
		value: kind === "ours" ? text : spaced(text)
	});
}
/** On one line, with the blanks that part it from its neighbours. */
function spaced(text) {
	const [before, after] = [/^\s/.test(text) ? " " : "", /\s$/.test(text) ? " " : ""];
	return `${before}${oneLine$1(text)}${after}`;
}
/** Text of a model, as it is but for characters that nobody sees. */
function quoted(text) {
	return h("pre", visible(text));
}
function list$1(lines) {
	return lines.length === 0 ? [] : [h("ul", lines.map((line) => h("li", nodes(line))))];
}
/** A table that scrolls by itself where it is wider than the page. */
function table$1(caption, columns, rows) {
	const className = ({ align }) => align === "right" ? "number" : void 0;
	const [first, ...rest] = columns;
	const head = columns.map((column) => h("th", {
		scope: "col",
		className: className(column)
	}, nodes(column.title(rows))));
	const body = rows.map((row) => [...first === void 0 ? [] : [h("th", { scope: "row" }, nodes(first.cell(row)))], ...rest.map((column) => h("td", { className: className(column) }, nodes(column.cell(row))))]);
	return h("div", {
		className: ["wide"],
		tabIndex: 0,
		role: "region",
		ariaLabel: caption
	}, [h("table", [
		h("caption", caption),
		h("thead", h("tr", head)),
		h("tbody", body.map((cells) => h("tr", cells)))
	])]);
}
/** Names and values. */
function pairs(rows) {
	return h("dl", rows.flatMap(([name, value]) => [h("dt", name), h("dd", oneLine$1(value))]));
}
function section(id, title, children) {
	return children.length === 0 ? [] : [h("section", { ariaLabelledBy: id }, [h("h2", { id }, title), ...children])];
}

// src/decide/imagined.ts
/** Tools for asking the code that judges merges about data that might have been. */
/** Evidence of 0/1 scores that nobody observed, every sample of which has a score. */
function imaginedEvidence(method, value, n, inference) {
	const completion = {
		value,
		inference
	};
	return {
		method,
		value,
		n,
		lowest: completion,
		highest: completion,
		sparse: false
	};
}
/** The first count in [0, most] for which a condition holds that never stops holding; most + 1 without one. */
function firstCount(most, holds) {
	let low = 0;
	let high = most + 1;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

// src/report/what-if.ts
/** Null for gates with no single limit (groups), and for those whose limit could not be worked out. */
function lineOf({ rule, margin, direction }) {
	if (margin === null || direction === null) return null;
	const isHigherBetter = direction === "higher_is_better";
	const safeSide = isHigherBetter ? "greater" : "less";
	switch (rule) {
		case "max_drop": return {
			about: "delta",
			boundary: isHigherBetter ? 0 - margin : margin,
			safeSide
		};
		case "min_gain": return {
			about: "delta",
			boundary: isHigherBetter ? margin : 0 - margin,
			safeSide
		};
		case "ceiling": return {
			about: "candidate",
			boundary: margin,
			safeSide: "less"
		};
		case "floor": return {
			about: "candidate",
			boundary: margin,
			safeSide: "greater"
		};
		case "net_gain": return {
			about: "delta",
			boundary: margin,
			safeSide: "greater"
		};
		case "no_regression_by_group": return null;
		default: return assertNever(rule);
	}
}
/** The change that a gate is about, with its interval; null where there is none. */
function changeOf({ rule, delta, net }) {
	return rule === "net_gain" ? net ?? null : delta;
}
/**
* The nearest counts of 0/1 scores that get other verdicts, judged by the code that judges merges. `fewer` turns samples
* that got worse back, and when none is left, others better; `more` makes unchanged ones worse. Empty for scores that are
* not 0 or 1, where samples are missing, and where the counts in the file do not lead to the verdict in it.
*/
function turnsOf(gate, alpha) {
	const counted = countedEvidence(gate);
	const line = lineOf(gate);
	if (counted === null || line === null) return [];
	const claim = {
		...line,
		margin: gate.margin ?? 0,
		tolerance: Math.abs(line.boundary),
		forbidden: ""
	};
	const target = gate.test?.method === "benchmark" ? "benchmark" : "population";
	const verdictAt = (shift) => judge(claim, counted.evidence(shift), alpha, target).verdict;
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
function countedEvidence(gate) {
	const { candidate, delta, flips, pairs, direction, unpaired, unscored } = gate;
	const isMissing = [unpaired, unscored].some((sides) => sides.baseline > 0 || sides.candidate > 0);
	const isCounted = gate.rule !== "net_gain" && gate.evidence === void 0;
	if (isMissing || direction === null || gate.test === null || !isCounted) return null;
	const line = lineOf(gate);
	if (line?.about === "delta") {
		if (delta?.method !== "tango" || flips === null) return null;
		return {
			mostBetter: pairs - flips.improved,
			mostWorse: pairs - flips.improved - flips.regressed,
			evidence: (shift) => {
				const regressed = Math.max(0, flips.regressed - shift);
				const improved = flips.improved + Math.max(0, shift - flips.regressed);
				const [rose, fell] = direction === "higher_is_better" ? [improved, regressed] : [regressed, improved];
				const value = (rose - fell) / pairs;
				return imaginedEvidence("tango", value, pairs, {
					kind: "tango",
					counts: {
						rose,
						fell,
						pairs
					}
				});
			}
		};
	}
	if (line === null || candidate === null || gate.test.method !== "clopper-pearson") return null;
	const { n } = candidate;
	const observed = Math.round(candidate.value * n);
	const better = line.safeSide === "greater" ? 1 : -1;
	const [up, down] = [n - observed, observed];
	return {
		mostBetter: better > 0 ? up : down,
		mostWorse: better > 0 ? down : up,
		evidence: (shift) => {
			const events = observed + better * shift;
			return imaginedEvidence("clopper-pearson", events / n, n, {
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
/**
* The strictest limit that these samples would have passed, as it would stand in the config; null when none would. It is
* the end of the interval on the forbidden side, since interval and test are two views of one thing; for the benchmark
* itself, the observed value.
*/
function passingLimit(gate) {
	const line = lineOf(gate);
	if (line === null) return null;
	const end = forbiddenEnd(gate, line);
	if (end === null) return null;
	switch (gate.rule) {
		case "max_drop": return written(Math.max(0, line.safeSide === "greater" ? -end : end), gate, "up");
		case "min_gain": {
			const gain = line.safeSide === "greater" ? end : -end;
			return gain > 0 ? written(gain, gate, "down") : null;
		}
		case "ceiling": return written(end, gate, "up");
		case "floor": return written(end, gate, "down");
		case "net_gain": return end > 0 ? written(end, gate, "down") : null;
		case "no_regression_by_group": return null;
		default: return assertNever(gate.rule);
	}
}
/** The limit of what the data allow on the forbidden side. */
function forbiddenEnd(gate, line) {
	const { bound, candidate, test } = gate;
	const delta = changeOf(gate);
	const isBenchmark = test?.method === "benchmark";
	if (line.about === "candidate") return isBenchmark ? candidate?.value ?? null : bound?.value ?? null;
	if (delta === null) return null;
	return isBenchmark ? delta.value : line.safeSide === "greater" ? delta.low : delta.high;
}
/** Rounded to a tenth of a point, or four digits, always to the side on which it still passes. */
function written(value, { unit, rule }, towards) {
	const scale = unit === "rate" ? 1e3 : 10 ** (3 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-9))));
	const hair = 1e-6;
	const steps = towards === "up" ? Math.ceil(value * scale + hair) : Math.floor(value * scale - hair);
	if (steps <= 0 && towards === "down") return null;
	if (unit === "rate" && rule === "ceiling" && steps >= scale) return null;
	if (unit !== "rate") return String(Number((steps / scale).toPrecision(6)));
	const isOwnValue = rule === "ceiling" || rule === "floor";
	return `${steps / 10}${isOwnValue ? "%" : "pp"}`;
}

// src/report/change.ts
/** What would have led to another verdict, a sentence each: other answers, another limit, more samples. */
function whatWouldChange(gate, alpha) {
	if (gate.verdict === "invalid") return [say`Data that can be judged: see the reasons.`];
	if (isNotEvaluated(gate)) return [];
	const sentences = turnsOf(gate, alpha).map((turn) => turnSentence(gate, turn));
	const limit = passingLimit(gate);
	if (limit !== null && gate.verdict !== "pass") sentences.push(say`A limit of ${code(`${keyOf(gate)}: ${limit}`)} would have passed; limits are chosen before results are seen.`);
	else if (limit !== null) sentences.push(say`The strictest limit that these samples pass is ${code(`${keyOf(gate)}: ${limit}`)}.`);
	else if (lineOf(gate) !== null) sentences.push(say`No ${code(gate.rule)} would have passed with these samples.`);
	if (gate.verdict === "inconclusive" && (gate.needed !== null || gate.test !== null)) sentences.push(samplesSentence(gate));
	return sentences;
}
/** The key in the config that holds the limit. */
const keyOf = ({ rule }) => rule === "net_gain" ? "at_least" : rule;
function turnSentence({ rule, verdict }, { to, samples, bad }) {
	const count = `${plural(samples, rule === "ceiling" || rule === "floor" ? "bad answer" : "net flip")} ${bad}`;
	const word = VERDICT_WORDS[to].word.toLowerCase();
	if (bad === "more") return say`${count} would have made it ${word}.`;
	return to === "pass" ? say`${count} would have passed.` : say`${count} would have left the ${VERDICT_WORDS[verdict].word.toLowerCase()} unproven.`;
}
/** How many samples would settle an undecided gate. */
function samplesSentence(gate) {
	if (gate.needed === null) return say`No number of samples can be named that would decide it.`;
	const missing = gate.needed - Math.max(gate.pairs, gate.candidate?.n ?? 0);
	const more = missing > 0 ? say`, ${formatCount(missing)} more than now` : [];
	return say`About ${plural(gate.needed, "sample")} would decide it if the observed rates hold${more}.`;
}

// src/report/picture.ts
/** Columns of the drawing. */
const WIDTH$1 = 61;
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
* `●` is the observed value. An end that nothing is known about is an arrow. Empty where there is nothing to draw.
*/
function picture(gate) {
	const scale = scaleOf(gate);
	if (scale === null) return [];
	const { low, value, high, limit, marks, line } = scale;
	const column = (place) => Math.round(place * 60);
	return [
		sides(column(limit), line),
		interval$1(low === null ? null : column(low), column(value), high === null ? null : column(high), column(limit)),
		axis$1(column(limit), marks.map(({ at }) => column(at))),
		...labels(marks.map(({ at, label }) => ({
			at: column(at),
			label
		})))
	].map((row) => row.trimEnd());
}
/** Where everything lies, with a tenth of room on both sides; null where there is nothing to draw. */
function scaleOf(gate) {
	const line = lineOf(gate);
	const span = line === null ? null : spanOf(gate, line);
	if (line === null || span === null) return null;
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
		line,
		limit: place(line.boundary),
		low: placeOrNull(low),
		value: place(value),
		high: placeOrNull(high),
		marks: marks.map(({ at, label }) => ({
			at: place(at),
			label
		}))
	};
}
function spanOf(gate, line) {
	const { candidate, baseline, bound, unit } = gate;
	const delta = changeOf(gate);
	if (line.about === "delta") {
		if (delta === null) return null;
		const marks = [{
			at: line.boundary,
			label: formatChange(line.boundary, unit)
		}];
		if (line.boundary !== 0) marks.push({
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
		at: line.boundary,
		label: formatValue$1(line.boundary, unit)
	}];
	if (baseline !== null && baseline.value !== line.boundary) marks.push({
		at: baseline.value,
		label: `baseline ${formatValue$1(baseline.value, unit)}`
	});
	const { value } = candidate;
	const end = bound?.value ?? null;
	return line.safeSide === "less" ? {
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
function sides(limit, { safeSide }) {
	const [left, right] = safeSide === "greater" ? ["not allowed", "allowed"] : ["allowed", "not allowed"];
	return `${left.length < limit ? left.padStart(limit - 1) : " ".repeat(Math.max(0, limit - 1))}${limit > 0 ? " " : ""}│ ${right}`;
}
function interval$1(low, value, high, limit) {
	const row = Array.from({ length: WIDTH$1 }, () => " ");
	const [from, to] = [low ?? 0, high ?? 60];
	row.fill("─", from, to + 1);
	row[from] = low === null ? "◄" : "[";
	row[to] = high === null ? "►" : "]";
	row[limit] = limit > from && limit < to ? "┼" : limit === from || limit === to ? row[limit] ?? "│" : "│";
	row[value] = "●";
	return row.join("");
}
function axis$1(limit, ticks) {
	const row = Array.from({ length: WIDTH$1 }, () => "─");
	for (const tick of ticks) row[tick] = "┬";
	row[limit] = "┼";
	return row.join("");
}
/** Labels centred under their marks, on a row of their own where two would touch. */
function labels(marks) {
	const rows = [];
	for (const { at, label } of marks) {
		const start = Math.max(0, Math.min(WIDTH$1 - label.length, at - Math.floor(label.length / 2)));
		const free = rows.findIndex((row) => row.padEnd(63).slice(Math.max(0, start - 2), start + label.length + 2).trim() === "");
		const row = (free < 0 ? "" : rows[free] ?? "").padEnd(WIDTH$1);
		const placed = row.slice(0, start) + label + row.slice(start + label.length);
		if (free < 0) rows.push(placed);
		else rows[free] = placed;
	}
	return rows;
}

// src/report/explain.ts
/** The numbers behind one gate, block by block. Values are free of control characters, and still data. */
function numbersOf(file, gate) {
	return [
		["Counts", counts(gate)],
		["Numbers in", numbersIn(gate, file)],
		["Numbers out", numbersOut(gate)]
	];
}
/** How one gate came to its verdict, for a terminal: from the verdict file alone. */
function renderExplanation(file, gate) {
	const effect = gate.blocks ? "it blocks the merge" : "it does not block the merge";
	const [counted, ...numbers] = numbersOf(file, gate).map(([title, rows]) => [title, table(rows)]);
	const blocks = [
		...counted === void 0 ? [] : [counted],
		["Method", methodLines(gate)],
		...numbers,
		["The interval and the limit, to scale", drawn(gate)],
		["What would change the verdict", whatWouldChange(gate, file.policy.alpha.value).map(toPlain)],
		["Reasons given", gate.reasons.map((reason) => toPlain(say`${reason}`))]
	];
	return [
		`${toPlain(code(gate.id))}: ${verdictLabel(gate.verdict)} (${gate.tier}; ${effect})`,
		`${toPlain(gateSentence(gate))}.`,
		...blocks.flatMap(([title, lines]) => lines.length === 0 ? [] : [
			"",
			title,
			...lines.map((line) => `  ${line}`.trimEnd())
		]),
		""
	].join("\n");
}
function table(rows) {
	const width = Math.max(0, ...rows.map(([name]) => name.length));
	return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}
function counts({ against, pairs, flips, unpaired, unscored, needed }) {
	const sides = (of) => `${formatCount(of.baseline)} of the ${against ?? "baseline"}, ${formatCount(of.candidate)} of the candidate`;
	return [
		["pairs", formatCount(pairs)],
		...flips === null ? [] : [
			["got worse", formatCount(flips.regressed)],
			["got better", formatCount(flips.improved)],
			["net", netOf(flips)]
		],
		["unpaired", sides(unpaired)],
		["unscored", sides(unscored)],
		...needed === null ? [] : [["samples that would decide", formatCount(needed)]]
	];
}
function netOf({ regressed, improved }) {
	const net = regressed - improved;
	return net === 0 ? "0" : `${formatCount(Math.abs(net))} ${net > 0 ? "worse" : "better"}`;
}
/** Which formulas decided, each with where it is described. */
function methodLines({ test, delta, net }) {
	return [.../* @__PURE__ */ new Set([
		test?.method,
		net?.method,
		delta?.method
	])].filter((name) => name !== void 0 && name !== "none").flatMap((name = "") => {
		const found = methodOf$2(name);
		if (found === null) return [`${toPlain(code(name))}, which this version has no description of`];
		const use = name === test?.method ? "decides" : isDescriptive(name) ? "describes the samples that were seen, and decides nothing" : "gives the interval of the delta";
		return [
			`${found.name} ${use}`,
			`  ${found.formula}`,
			`  see docs/method.md, “${found.section}”`
		];
	});
}
function numbersIn(gate, { policy }) {
	const limit = policy.limits[gate.id];
	const from = limit === void 0 ? "" : ` (${toPlain(say`${describeSource(limit.source)}`)})`;
	const margin = gate.margin === null ? "" : `, which is ${size(gate)}`;
	return [
		[gate.against ?? "baseline", estimate(gate.baseline, gate)],
		["candidate", estimate(gate.candidate, gate)],
		["limit", `${toPlain(limitWords(gate))}${margin}${from}`],
		["alpha", `${policy.alpha.value} for each claim (${toPlain(say`${describeSource(policy.alpha.source)}`)})`]
	];
}
function size({ rule, margin, unit }) {
	if (margin === null) return NOT_AVAILABLE;
	return rule === "ceiling" || rule === "floor" ? formatValue$1(margin, unit) : formatSize$1(margin, unit);
}
function estimate(side, { unit }) {
	if (side === null) return NOT_AVAILABLE;
	const error = side.stderr === null ? "" : `, standard error ${formatSize$1(side.stderr, unit)}`;
	return `${formatValue$1(side.value, unit)} over ${formatCount(side.n)} samples${error}`;
}
function numbersOut(gate) {
	const { against, delta, bound, net, unit, test, minimumDetectable, leaning } = gate;
	const rows = [];
	if (delta !== null) {
		rows.push(["delta", `${formatChange(delta.value, unit)} (candidate − ${against ?? "baseline"})`]);
		const interval = formatInterval(delta, unit);
		const kind = isDescriptive(delta.method) ? "interval, descriptive" : "interval";
		if (interval !== null) rows.push([`${formatLevel$1(delta.level)} ${kind}`, interval]);
	}
	if (net !== void 0 && net !== null) {
		for (const loss of net.losses) {
			const name = toPlain(code(`${loss.task}/${loss.metric}`));
			rows.push([`change of ${name}`, `${formatChange(loss.delta, loss.unit)}, weight ${loss.weight}`]);
		}
		const interval = formatInterval(net, unit);
		rows.push(["gain after losses", `${formatChange(net.value, unit)}${interval === null ? "" : ` (${interval})`}`]);
	}
	if (bound !== null) rows.push([`${formatLevel$1(bound.level)} ${bound.side} bound`, formatValue$1(bound.value, unit)]);
	if (test !== null && test.statistic !== null) rows.push(["statistic", test.statistic.toPrecision(4)]);
	if (test !== null && test.pSafe !== null) rows.push(["evidence that it is within", formatP(test.pSafe)]);
	if (test !== null && test.pWorse !== null) rows.push(["evidence that it is beyond", formatP(test.pWorse)]);
	if (minimumDetectable !== null) rows.push(["minimum detectable", `${formatSize$1(minimumDetectable, unit)} with 90 % probability`]);
	if (leaning !== null) rows.push(["leans", leaning]);
	return rows;
}
function drawn(gate) {
	const rows = picture(gate);
	return rows.length === 0 ? ["There is no single interval to draw."] : [
		...rows,
		"",
		toPlain(pictureWords(gate))
	];
}
/** The picture for those who do not see it. */
function pictureWords(gate) {
	const line = lineOf(gate);
	const end = line === null ? null : forbiddenEnd(gate, line);
	if (line === null) return [];
	if (gate.test?.method === "benchmark") return gate.verdict === "pass" ? say`The observed value lies within the limit, and every sample of the benchmark was seen.` : say`The observed value lies beyond the limit, and every sample of the benchmark was seen.`;
	switch (gate.verdict) {
		case "pass": return say`All that the data allow lies within the limit.`;
		case "regression": return say`All that the data allow lies beyond the limit.`;
		case "inconclusive": return end === null ? say`The samples leave the forbidden side open.` : say`The limit lies inside of what the data allow.`;
		case "invalid": return say`Nothing is known, so the numbers prove nothing.`;
	}
}

// src/report/html/drawing.ts
/** Units of the drawing's own coordinates. */
const WIDTH = 640;
const HEIGHT = 90;
const MIDDLE = 34;
const AXIS = 54;
/** The interval against the limit, to scale, with its meaning in words below; nothing where there is nothing to draw. */
function drawing(gate) {
	const scale = scaleOf(gate);
	if (scale === null) return [];
	const words = toPlain(pictureWords(gate));
	const picture = s("svg", {
		viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
		role: "img",
		ariaLabel: `The interval and the limit, to scale. ${words}`
	}, [
		...forbiddenZone(scale),
		...interval(scale),
		...axis(scale)
	]);
	return [h("figure", [picture, h("figcaption", words)])];
}
const x = (place) => Math.round(place * WIDTH * 10) / 10;
function forbiddenZone({ limit, line }) {
	const isLeft = line.safeSide === "greater";
	const [from, to] = isLeft ? [0, x(limit)] : [x(limit), WIDTH];
	const beside = (side, text) => s("text", {
		x: x(limit) + (side === "left" ? -6 : 6),
		y: 12,
		textAnchor: side === "left" ? "end" : "start"
	}, text);
	return [
		s("rect", {
			className: ["forbidden"],
			x: from,
			y: 0,
			width: Math.round(to - from),
			height: AXIS
		}),
		s("line", {
			className: ["limit"],
			x1: x(limit),
			x2: x(limit),
			y1: 0,
			y2: 58
		}),
		beside("left", isLeft ? "not allowed" : "allowed"),
		beside("right", isLeft ? "allowed" : "not allowed")
	];
}
/** An end that nothing is known about runs to the edge, without a cap. */
function interval({ low, value, high }) {
	const cap = (place) => place === null ? [] : [s("line", {
		x1: x(place),
		x2: x(place),
		y1: 27,
		y2: 41
	})];
	return [s("g", { className: ["interval"] }, [
		s("line", {
			x1: x(low ?? 0),
			x2: x(high ?? 1),
			y1: MIDDLE,
			y2: MIDDLE
		}),
		...cap(low),
		...cap(high),
		s("circle", {
			cx: x(value),
			cy: MIDDLE,
			r: 5
		})
	])];
}
/** A label about as wide as this, as a share of the width, would run into its neighbour. */
const LABEL = .2;
function axis({ marks }) {
	const anchor = (place) => place < .12 ? "start" : place > .88 ? "end" : "middle";
	const isCrowded = marks.some((mark, index) => marks.some((other, position) => position !== index && Math.abs(other.at - mark.at) < LABEL));
	const row = (index) => 70 + (isCrowded ? index * 15 : 0);
	return [s("line", {
		className: ["axis"],
		x1: 0,
		x2: WIDTH,
		y1: AXIS,
		y2: AXIS
	}), ...marks.flatMap(({ at, label }, index) => [s("line", {
		className: ["axis"],
		x1: x(at),
		x2: x(at),
		y1: AXIS,
		y2: 58
	}), s("text", {
		x: x(at),
		y: row(index),
		textAnchor: anchor(at)
	}, label)])];
}

// src/report/html/gate.ts
/** Why one gate decided as it did: open where it did not simply hold. */
function gateCard(file, gate) {
	const tier = gate.tier === "advisory" ? " advisory" : "";
	const changes = whatWouldChange(gate, file.policy.alpha.value);
	return h("details", {
		className: ["gate", gate.verdict],
		open: gate.verdict !== "pass"
	}, [
		h("summary", [
			h("span", { className: ["badge"] }, `${verdictLabel(gate.verdict)}${tier}`),
			" ",
			...nodes(code(metricName(gate)))
		]),
		h("p", nodes(say`${gateSentence(gate)}.`)),
		...drawing(gate),
		...gate.reasons.length === 0 ? [] : [h("h3", "Reasons"), ...list$1(gate.reasons.map((reason) => say`${reason}`))],
		...changes.length === 0 ? [] : [h("h3", "What would change the verdict"), ...list$1(changes)],
		...numbersOf(file, gate).flatMap(([title, rows]) => rows.length === 0 ? [] : [h("h3", title), pairs(rows)]),
		...methodOf(gate)
	]);
}
function methodOf(gate) {
	const lines = methodLines(gate);
	return lines.length === 0 ? [] : [h("h3", "Method"), h("p", { className: ["lines"] }, lines.join("\n"))];
}

// src/report/html/style.ts
/**
* Colours are decoration: every verdict is a word with a symbol first. Contrast is at least 4.5 to 1 in both schemes, which the
* page's test measures in a browser.
*/
const STYLE = `
:root { color-scheme: light dark; --text: #1c2128; --soft: #57606a; --page: #fff; --card: #f6f8fa; --line: #d0d7de;
  --pass: #116329; --regression: #a40e26; --inconclusive: #7d4e00; --invalid: #6e3fb0; --forbidden: #ffe3e0; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9ea7b3; --page: #0d1117; --card: #161b22; --line: #30363d;
  --pass: #56d364; --regression: #ff938a; --inconclusive: #e3b341; --invalid: #d2a8ff; --forbidden: #4a1d1d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: var(--text); background: var(--page);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.3; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); } .gate h3 { margin: 1rem 0 0; font-size: 1rem; }
code, pre { font: 0.875em/1.5 ui-monospace, monospace; }
code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--card); }
pre { margin: 0; padding: 0.75rem; max-height: 24rem; overflow: auto; white-space: pre-wrap; border: 1px solid var(--line);
  border-radius: 6px; background: var(--card); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; } caption { text-align: left; color: var(--soft); }
th, td { padding: 0.35rem 0.75rem; border: 1px solid var(--line); text-align: left; font-weight: normal; vertical-align: top; }
th, td { overflow-wrap: normal; } td code, th code { overflow-wrap: anywhere; } thead th { font-weight: 600; background: var(--card); } .number { text-align: right; }
.wide { overflow-x: auto; margin: 0.75rem 0; }
summary { cursor: pointer; padding: 0.25rem 0; } .gate { margin: 0.75rem 0; padding: 0.5rem 1rem; border: 1px solid var(--line);
  border-left: 0.4rem solid; border-radius: 6px; } .badge { font-weight: 600; }
.pass { border-left-color: var(--pass); } .pass > summary .badge, .verdict.pass { color: var(--pass); }
.regression { border-left-color: var(--regression); } .regression > summary .badge, .verdict.regression { color: var(--regression); }
.inconclusive { border-left-color: var(--inconclusive); }
.inconclusive > summary .badge, .verdict.inconclusive { color: var(--inconclusive); }
.invalid { border-left-color: var(--invalid); } .invalid > summary .badge, .verdict.invalid { color: var(--invalid); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; margin: 0.25rem 0; } dt { color: var(--soft); } dd { margin: 0; }
.lines { white-space: pre-line; margin: 0.25rem 0; } .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.who { margin: 0 0 0.25rem; color: var(--soft); } .samples > li { margin: 1rem 0; }
figure { margin: 0.75rem 0; } svg { width: 100%; max-width: 40rem; font: 12px system-ui, sans-serif; fill: var(--text); }
figcaption { color: var(--soft); } .forbidden { fill: var(--forbidden); } .limit { stroke: var(--regression); stroke-width: 2; }
.axis { stroke: var(--soft); } .interval line { stroke: var(--text); stroke-width: 2.5; }
a { color: inherit; } footer { margin-top: 3rem; color: var(--soft); }
@media (max-width: 40rem) { .sides, dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.5rem; } }
@media print { details { break-inside: avoid; } }
`;

// src/report/table.ts
/** A GitHub-flavoured table without padding: a long one costs 40 % less of the comment's budget. */
function renderTable(columns, rows) {
	const header = columns.map((column) => toMarkdown(column.title(rows)));
	const body = rows.map((row) => columns.map((column) => toMarkdown(column.cell(row))));
	return markdownTable([header, ...body], {
		align: columns.map(({ align }) => align === "right" ? "r" : "l"),
		alignDelimiters: false,
		padding: true
	});
}
/** A folded section. The blank line after the summary is what makes GitHub render the body as Markdown. */
function folded(title, body) {
	return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

// src/report/sections/flips.ts
const groupColumns = ({ unit }) => [
	{
		title: () => say`Group`,
		align: "left",
		cell: ({ group }) => code(group)
	},
	{
		title: () => say`Pairs`,
		align: "right",
		cell: ({ pairs }) => say`${formatCount(pairs)}`
	},
	{
		title: () => say`Delta`,
		align: "right",
		cell: ({ delta }) => say`${formatChange(delta, unit)}`
	}
];
function groupTable(metric, limit) {
	const shown = metric.groups.slice(0, limit);
	if (shown.length === 0) return null;
	const table = renderTable(groupColumns(metric), shown);
	const left = metric.groups.length - shown.length;
	return left === 0 ? table : `${table}\n\n${plural(left, "more group")} fell less or rose.`;
}
/** Whether the sample got worse. */
function regressed(flip, direction) {
	const change = flip.candidate.score - flip.baseline.score;
	return direction === "higher_is_better" ? change < 0 : change > 0;
}
function score(value) {
	return String(Number(value.toPrecision(4))).replace("-", "−");
}
function output(who, text, length) {
	if (text === null) return `${who}: no output was stored.`;
	return text === "" ? `${who}: an empty output.` : `${who}:\n\n${fenced(text, { length })}`;
}
function flipBlock({ id, group, baseline, candidate }, length) {
	const where = group === null ? [] : say` in ${code(group)}`;
	const scores = say`${code(id)}${where}: score ${score(baseline.score)} → ${score(candidate.score)}`;
	if (baseline.output === null && candidate.output === null) return `**Sample** ${toMarkdown(scores)}`;
	return [
		`**Sample** ${toMarkdown(scores)}`,
		output("Baseline", baseline.output, length),
		output("Candidate", candidate.output, length)
	].join("\n\n");
}
/** Longest output that is still a table cell. */
const CELL_LENGTH = 80;
const isShort = ({ baseline, candidate }) => [baseline.output, candidate.output].every((text) => text === null || text.length <= CELL_LENGTH && !text.trim().includes("\n"));
const said = (text) => text === null ? [] : text.trim() === "" ? say`(empty)` : code(text.trim());
const SAMPLE = {
	title: () => say`Sample`,
	align: "left",
	cell: ({ id }) => code(id)
};
const GROUP = {
	title: () => say`Group`,
	align: "left",
	cell: ({ group }) => group === null ? [] : code(group)
};
const OUTPUTS = [{
	title: () => say`Baseline said`,
	align: "left",
	cell: ({ baseline }) => said(baseline.output)
}, {
	title: () => say`Candidate said`,
	align: "left",
	cell: ({ candidate }) => said(candidate.output)
}];
const SCORES = [{
	title: () => say`Baseline`,
	align: "right",
	cell: ({ baseline }) => say`${score(baseline.score)}`
}, {
	title: () => say`Candidate`,
	align: "right",
	cell: ({ candidate }) => say`${score(candidate.score)}`
}];
/** Short answers side by side, one line a sample; scores only where nothing was said. */
function flipTable(flips) {
	const group = flips.some((flip) => flip.group !== null) ? [GROUP] : [];
	const silent = flips.every(({ baseline, candidate }) => baseline.output === null && candidate.output === null);
	return renderTable([
		SAMPLE,
		...group,
		...silent ? SCORES : OUTPUTS
	], flips);
}
function taskBlock(task, detail) {
	const metric = task.metrics.find(({ metric: name }) => name === task.primaryMetric);
	if (metric === void 0) return null;
	const worse = task.flips.filter((flip) => regressed(flip, metric.direction));
	const better = detail.improved ? task.flips.filter((flip) => !regressed(flip, metric.direction)) : [];
	const groups = groupTable(metric, detail.groups);
	const still = metric.groups.every(({ delta }) => delta === 0);
	if (worse.length === 0 && better.length === 0 && still) return null;
	const counts = metric.flips === null ? say`scores that moved most` : say`${formatCount(metric.flips.regressed)} got worse, ${formatCount(metric.flips.improved)} got better`;
	const blocks = [`#### ${toMarkdown(say`${code(`${task.task}/${metric.metric}`)}: ${counts}`)}`];
	if (groups !== null) blocks.push(groups);
	for (const [title, flips, total] of [[
		"Got worse",
		worse,
		metric.flips?.regressed
	], [
		"Got better",
		better,
		metric.flips?.improved
	]]) {
		const shown = flips.slice(0, detail.samples);
		if (shown.length === 0) continue;
		const all = total === void 0 ? "" : ` of ${formatCount(total)}`;
		blocks.push(`**${title}** (${shown.length}${all} shown)`);
		blocks.push(...shown.every(isShort) ? [flipTable(shown)] : shown.map((flip) => flipBlock(flip, detail.outputLength)));
	}
	return blocks.join("\n\n");
}
/** Which groups and samples changed, the worst first; model text stays inside fences. */
function flipsSection(file, detail) {
	const blocks = decidingFirst(file).flatMap((task) => taskBlock(task, detail) ?? []);
	return blocks.length === 0 ? null : folded("Which groups and samples changed", blocks.join("\n\n"));
}
/** Gates come worst first, and a reader looks for the task that decided. */
function decidingFirst({ tasks, gates }) {
	const rank = ({ task }) => {
		const index = gates.findIndex((gate) => gate.task === task);
		return index === -1 ? gates.length : index;
	};
	return tasks.toSorted((a, b) => rank(a) - rank(b));
}

// src/report/html/task.ts
/** What moved within one task: its groups, and the samples that the verdict file carries. Nothing where nothing did. */
function taskDetails(task) {
	const metric = task.metrics.find(({ metric: name }) => name === task.primaryMetric);
	if (metric === void 0) return [];
	const worse = task.flips.filter((flip) => regressed(flip, metric.direction));
	const better = task.flips.filter((flip) => !regressed(flip, metric.direction));
	const isStill = metric.groups.every(({ delta }) => delta === 0);
	if (task.flips.length === 0 && isStill) return [];
	return [
		h("h3", nodes(say`${code(`${task.task}/${metric.metric}`)}`)),
		...metric.groups.length === 0 ? [] : [h("details", { open: metric.groups.length <= 20 }, [h("summary", `${plural(metric.groups.length, "group")}, worst first`), table$1("Delta by group", groupColumns(metric), metric.groups)])],
		...samples("Got worse", worse, metric.flips?.regressed),
		...samples("Got better", better, metric.flips?.improved)
	];
}
function samples(title, flips, total) {
	if (flips.length === 0) return [];
	const all = total === void 0 ? "" : ` of ${formatCount(total)}`;
	return [h("details", [h("summary", `${title} (${formatCount(flips.length)}${all} shown)`), h("ol", { className: ["samples"] }, flips.map((flip) => h("li", sample(flip))))])];
}
function sample({ id, group, baseline, candidate }) {
	const where = group === null ? [] : say` in ${code(group)}`;
	return [h("p", nodes(say`${code(id)}${where}: score ${score(baseline.score)} → ${score(candidate.score)}`)), ...baseline.output === null && candidate.output === null ? [] : [h("div", { className: ["sides"] }, [side("Baseline", baseline), side("Candidate", candidate)])]];
}
function side(who, { output }) {
	const said = output === null ? h("p", "no output was stored") : output === "" ? h("p", "an empty output") : quoted(output);
	return h("div", [h("p", { className: ["who"] }, who), said]);
}

// src/report/reproduce.ts
const RULE_FLAGS = {
	max_drop: "--max-drop",
	min_gain: "--min-gain",
	ceiling: "--ceiling",
	floor: "--floor"
};
/** Groups are gated in the config alone. */
function hasFlag(rule) {
	return rule in RULE_FLAGS;
}
/** One word of a POSIX shell, quoted only where it must be. */
function shellWord(text) {
	const word = oneLine$1(text);
	return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
/** Paths of checkpoints are relative to the config's folder, those of flags to where the command runs. */
const directoryOf = (file) => file?.replace(/[^/\\]*$/, "") ?? "";
const from$1 = (directory, path) => /^([/\\]|[A-Za-z]:)/.test(path) ? path : `${directory}${path}`;
/** The command that comes to the same verdict on another machine, limits given as inputs or flags included. */
function reproduceCommand(file) {
	const { candidate, baseline, gates, policy, policyOrigin, provenance } = file;
	const words = ["weighbridge", "run"];
	if (provenance.config.file !== null) words.push("--config", provenance.config.file);
	if (policyOrigin !== void 0) words.push("--policy-from", policyOrigin.revision);
	const directory = directoryOf(provenance.config.file);
	for (const [flag, model] of [["--baseline", baseline], ["--candidate", candidate]]) {
		const isFound = flag === "--baseline" && provenance.baseline !== void 0;
		if (model !== null && model.adapter_digest === null && !isFound) words.push(flag, from$1(directory, model.source));
	}
	for (const { id, task, metric, rule, limit } of gates) {
		const source = policy.limits[id]?.source.kind;
		if (hasFlag(rule) && (source === "input" || source === "flag")) words.push(RULE_FLAGS[rule], `${task}/${metric}=${limit}`);
	}
	return words.map(shellWord).join(" ");
}

// src/report/sections/compared.ts
/** What is known of a checkpoint. */
function modelFacts(model) {
	if (model === null) return [say`unknown, no run of it could be read`];
	const facts = [code(model.source), code(formatDigest(model.digest))];
	if (model.adapter_digest !== null) facts.push(say`adapter ${code(formatDigest(model.adapter_digest))}`);
	if (model.architecture !== null) facts.push(code(model.architecture));
	if (model.parameter_count !== null) facts.push(say`${formatCount(model.parameter_count)} parameters`);
	if (model.quantization !== null) facts.push(code(model.quantization));
	return facts;
}
/** Each side with what is known of its checkpoint. */
function modelsOf(file) {
	return [
		["Baseline", modelFacts(file.baseline)],
		["Candidate", modelFacts(file.candidate)],
		...file.anchor === void 0 ? [] : [["Anchor", modelFacts(file.anchor)]]
	];
}
const done = ({ planned, evaluated }) => planned === evaluated ? say`${formatCount(evaluated)}` : say`${formatCount(evaluated)} of ${formatCount(planned)}`;
const TASK_COLUMNS = [
	{
		title: () => say`Task`,
		align: "left",
		cell: ({ task }) => code(task)
	},
	{
		title: () => say`Role`,
		align: "left",
		cell: ({ role }) => say`${role}`
	},
	{
		title: () => say`Baseline samples`,
		align: "right",
		cell: ({ samples }) => done(samples.baseline)
	},
	{
		title: () => say`Candidate samples`,
		align: "right",
		cell: ({ samples }) => done(samples.candidate)
	},
	{
		title: () => say`Paired`,
		align: "right",
		cell: ({ pairs }) => say`${formatCount(pairs)}`
	}
];
/** Which commit's rules these are. */
function originLine({ policyOrigin }) {
	if (policyOrigin === void 0) return [];
	const commit = code(policyOrigin.revision.slice(0, 12));
	if (policyOrigin.state === "adopted") return [say`The base branch at ${commit} has no config yet: these limits are the pull request's own`];
	return [say`Read from the base branch at ${commit}`];
}
const from = (sourced) => say` (${code(describeSource(sourced.source))})`;
/** Every limit and rule, with where each came from. */
function policyLines(file) {
	const { gates, policy } = file;
	const limits = gates.map((gate) => {
		const sourced = policy.limits[gate.id];
		const source = sourced === void 0 ? [] : from(sourced);
		return say`${code(gate.id)} ${limitWords(gate)}${source}`;
	});
	const { alpha, onInconclusive, target, minCoverage } = policy;
	const rules = [
		say`Each claim may be wrong with probability ${code(`alpha: ${alpha.value}`)}${from(alpha)}`,
		say`Undecided gates: ${code(`on_inconclusive: ${onInconclusive.value}`)}${from(onInconclusive)}`,
		say`The verdict speaks of: ${code(`target: ${target.value}`)}${from(target)}`,
		say`Least share of samples paired and scored: ${formatLevel$1(minCoverage.value)}${from(minCoverage)}`
	];
	return [
		...originLine(file),
		...limits,
		...rules
	];
}
/** What each task was run with. */
function settingsOf$1({ provenance }) {
	return Object.entries(provenance.fingerprints).map(([task, sides]) => {
		return [task, Object.entries(sides.candidate ?? sides.baseline ?? {}).sort(([left], [right]) => left < right ? -1 : 1).filter(([, value]) => value !== null).map(([field, value]) => code(`${field}: ${formatDigest(String(value))}`))];
	});
}
/** Every difference between the two runs. */
function differences({ comparability }) {
	return comparability.map((mismatch) => [mismatch.severity === "hard" ? "Not comparable" : "Differs", mismatchSentence(mismatch)]);
}
function judgedBy({ provenance: { config, weighbridge } }) {
	const digest = config.digest === null ? [] : say`, config digest ${code(formatDigest(config.digest))}`;
	return say`Judged by Weighbridge ${code(weighbridge)}${digest}.`;
}
/** Which variables the evaluation could read because the workflow's author named them; nothing where none were. */
function readable(envAllow) {
	if (envAllow.length === 0) return [];
	const names = envAllow.flatMap((name, index) => index === 0 ? code(name) : say`, ${code(name)}`);
	return [say`By ${code("env-allow")} the evaluation could read: ${names}.`];
}
/** What was compared with what: checkpoints, samples, settings, and where each limit came from. */
function comparedSection(file, { envAllow = [], now = null } = {}) {
	const list = (lines) => lines.map((line) => `- ${line}`).join("\n");
	const found = baselineLines(file, now).map((line) => `\n  - ${toMarkdown(line)}`);
	const blocks = [list(modelsOf(file).map(([side, facts], index) => {
		const below = index === 0 ? found.join("") : "";
		return `**${side}**: ${facts.map(toMarkdown).join(", ")}${below}`;
	}))];
	if (file.tasks.length > 0) blocks.push(renderTable(TASK_COLUMNS, file.tasks));
	const differing = differences(file).map(([weight, what]) => `**${weight}** ${toMarkdown(what)}`);
	if (differing.length > 0) blocks.push(`**Differences between the two runs**\n\n${list(differing)}`);
	const policy = policyLines(file).map(toMarkdown);
	blocks.push(`**Limits and policy, with where each came from**\n\n${list(policy)}`);
	const settings = settingsOf$1(file).map(([task, values]) => {
		const shown = values.length === 0 ? "no settings recorded" : values.map(toMarkdown).join(" ");
		return `${toMarkdown(code(task))}: ${shown}`;
	});
	if (settings.length > 0) blocks.push(`**Settings of each task**\n\n${list(settings)}`);
	blocks.push(...readable(envAllow).map(toMarkdown));
	blocks.push(toMarkdown(judgedBy(file)));
	return folded("What was compared", blocks.join("\n\n"));
}

// src/report/sections/cost.ts
function costSection(file, elapsedSeconds) {
	return folded("Cost", costWords(file, elapsedSeconds));
}
/** What the evaluation cost, in sentences of numbers alone. */
function costWords({ cost: { samples, tokens }, tasks }, elapsedSeconds) {
	const time = elapsedSeconds === null ? "" : ` It took ${formatDuration(elapsedSeconds)}.`;
	return `${`${formatCount(samples.evaluated)} of ${plural(samples.planned, "planned sample")} evaluated, both sides together`}: ${`${plural(tokens.prompt, "prompt token")} and ${plural(tokens.output, "output token")}`}.${samples.reused === void 0 ? "" : ` ${formatCount(samples.reused)} of them were reused from an earlier evaluation.`}${saved(tasks)}${time}`;
}
/** What stopping early came to; nothing where no task did. */
function saved(tasks) {
	if (tasks.every(({ stopped }) => stopped === void 0)) return "";
	const count = (key) => tasks.reduce((total, { samples }) => total + samples.candidate[key], 0);
	const [planned, evaluated] = [count("planned"), count("evaluated")];
	const share = Math.round(100 * evaluated / planned);
	return ` The candidate was evaluated on ${formatCount(evaluated)} of ${plural(planned, "sample")} (${share} %); stopping as soon as the verdict was known saved the other ${formatCount(planned - evaluated)}.`;
}
function reproduceSection(file) {
	return folded("Reproduce locally", `In a clone at this commit, with the checkpoints in place:\n\n${fenced(reproduceCommand(file), {
		length: 4e3,
		language: "sh"
	})}`);
}

// src/report/html.ts
/** Nothing may load, run or be sent anywhere, whatever stands in the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/**
* The whole report as one page that needs nothing else: every gate with its numbers and picture, every group, every changed
* sample that the verdict file carries. No script; text of models is text and nothing more.
*/
function renderHtml(file, context) {
	const page = {
		type: "root",
		children: [{ type: "doctype" }, h("html", { lang: "en" }, [h("head", head(file)), h("body", body(file, context))])]
	};
	return `${toHtml(page)}\n`;
}
function head(file) {
	return [
		h("meta", { charSet: "utf-8" }),
		h("meta", {
			httpEquiv: "Content-Security-Policy",
			content: POLICY
		}),
		h("meta", {
			name: "viewport",
			content: "width=device-width, initial-scale=1"
		}),
		h("meta", {
			name: "referrer",
			content: "no-referrer"
		}),
		h("title", `Weighbridge: ${toPlain(summaryLine(file))}`),
		h("style", STYLE)
	];
}
function body(file, context) {
	return [h("main", [
		h("h1", [
			h("span", { className: ["verdict", file.verdict] }, verdictLabel(file.verdict)),
			" ",
			...nodes(headline(file))
		]),
		h("p", [h("strong", file.blocked ? "This blocks the merge." : "This does not block the merge."), ` ${tally(file.gates)}`]),
		...faultList$1(file),
		...file.gates.length === 0 ? [] : [table$1(plural(file.gates.length, "gate"), GATE_COLUMNS, file.gates)],
		...section("gates", "Gates, one by one", file.gates.map((gate) => gateCard(file, gate))),
		...section("changed", "Which groups and samples changed", decidingFirst(file).flatMap(taskDetails)),
		...section("compared", "What was compared", compared(file, context)),
		...section("cost", "Cost", [h("p", costWords(file, context.elapsedSeconds))]),
		...section("reproduce", "Reproduce locally", [h("p", "In a clone at this commit, with the checkpoints in place:"), quoted(reproduceCommand(file))])
	]), h("footer", h("p", nodes(judgedBy(file))))];
}
function faultList$1(file) {
	if (file.verdict !== "invalid") return [];
	const { wrong, remedies } = faults(file);
	return [
		h("h2", "What is wrong"),
		...list$1(wrong),
		...remedies.length === 0 ? [] : [h("h2", "Who must do what"), ...list$1(remedies.map(({ who, what }) => say`${who}: ${what}`))]
	];
}
function compared(file, { envAllow = [], now = null }) {
	const joined = (parts, separator) => parts.flatMap((part, index) => index === 0 ? part : [{
		kind: "ours",
		text: separator
	}, ...part]);
	const differing = differences(file).map(([weight, what]) => say`${weight}: ${what}`);
	const settings = settingsOf$1(file).map(([task, values]) => values.length === 0 ? say`${code(task)}: no settings recorded` : say`${code(task)}: ${joined(values, " ")}`);
	return [
		...list$1(modelsOf(file).map(([side, facts]) => say`${side}: ${joined(facts, ", ")}`)),
		...list$1(baselineLines(file, now).map((line) => say`Baseline: ${line}`)),
		...file.tasks.length === 0 ? [] : [table$1(plural(file.tasks.length, "task"), TASK_COLUMNS, file.tasks)],
		...differing.length === 0 ? [] : [h("h3", "Differences between the two runs"), ...list$1(differing)],
		h("h3", "Limits and policy, with where each came from"),
		...list$1(policyLines(file)),
		...settings.length === 0 ? [] : [h("h3", "Settings of each task"), ...list$1(settings)],
		...readable(envAllow).map((line) => h("p", nodes(line)))
	];
}

// src/report/sections/policy.ts
const SHOWN = 20;
/** What a reviewer must not overlook about the rules: who made the samples, what the pull request changes, what was waived. */
function policyBlocks({ untrusted, policyOrigin, waivers = [] }) {
	const blocks = [];
	if (untrusted !== void 0) blocks.push(toMarkdown(say`**Untrusted samples:** ${untrusted}.`));
	if (policyOrigin?.state === "adopted") blocks.push("The base branch has no config yet, so that the pull request's own limits apply: review them as well.");
	if (policyOrigin !== void 0 && policyOrigin.changes.length > 0) blocks.push(list("**This pull request changes how it is judged.** Both policies were evaluated; the stricter verdict decides.", policyOrigin.changes.map(changeLine)));
	if (waivers.length > 0) blocks.push(list("**Waivers**", waivers.map(waiverLine)));
	return blocks;
}
/** `facts/acc: max_drop 2pp → 5pp (looser)` */
function changeLine({ subject, before, after, effect }) {
	const value = (text) => text === null ? say`none` : code(text);
	return say`${code(subject)} ${value(before)} → ${value(after)} (${effect})`;
}
function waiverLine({ gate, by, reason, expires, source, applied, because }) {
	const who = say`${code(gate)} by ${by} until ${untilWords(expires)} (${code(source)}): ${reason}`;
	return applied ? who : say`${who} — does not count: ${because ?? "no reason was recorded"}`;
}
function list(title, lines) {
	const left = lines.length - SHOWN;
	return `${title}\n\n${lines.slice(0, SHOWN).map((line) => `- ${toMarkdown(line)}`).join("\n")}${left > 0 ? `\n- ${plural(left, "more")}, see \`verdict.json\`` : ""}`;
}

// src/report/sections/undecided.ts
/** The numbers that the verdict rests on. */
function evidence(gate) {
	const parts = [];
	const { test, minimumDetectable } = gate;
	if (test !== null && test.pSafe !== null) parts.push(say`Evidence that it is within the limit: ${formatP(test.pSafe)}.`);
	if (test !== null && test.pWorse !== null) parts.push(say`Evidence that it is beyond: ${formatP(test.pWorse)}.`);
	if (minimumDetectable !== null) {
		const size = formatSize$1(minimumDetectable, gate.unit);
		parts.push(say`A true change of ${size} would have shown with 90 % probability.`);
	}
	return sentences(parts);
}
function effect(gate, onInconclusive) {
	if (gate.tier === "advisory") return say`It is advisory and never blocks.`;
	const policy = code(`on_inconclusive: ${onInconclusive}`);
	switch (onInconclusive) {
		case "block": return say`It blocks: ${policy} lets only proof merge.`;
		case "warn": return say`It does not block: ${policy}.`;
		case "lean":
			if (gate.test === null) return say`It blocks: silence is no evidence (${policy}).`;
			if (gate.leaning === "none" || gate.leaning === null) return say`It blocks: the samples are too few to resolve the limit at all, and silence is no evidence (${policy}).`;
			return gate.leaning === "pass" ? say`It does not block: the observed value is inside the limit and the samples can resolve it (${policy}).` : say`It blocks: the observed value is beyond the limit (${policy}).`;
		default: return assertNever(onInconclusive);
	}
}
/** A gate with what is said of it, a line each. */
function gateItem(gate, lines) {
	const said = lines.filter((line) => line.length > 0).map(toMarkdown);
	return [`- **${toMarkdown(code(metricName(gate)))}** ${said[0] ?? ""}`, ...said.slice(1).map((line) => `  - ${line}`)].join("\n");
}
/** One after the other; those that say nothing are left out. */
function sentences(parts) {
	return parts.filter((part) => part.length > 0).flatMap((part, index) => index === 0 ? part : say` ${part}`);
}
/** Why each undecided gate is undecided, what would decide it, and what it does meanwhile. */
function undecidedSection({ gates, policy }) {
	const undecided = gates.filter((gate) => gate.verdict === "inconclusive").filter((gate) => !isNotEvaluated(gate));
	const idle = notEvaluatedLine(gates);
	if (undecided.length === 0) return idle.length === 0 ? null : folded("Which gates were not evaluated", toMarkdown(idle));
	const items = undecided.map((gate) => {
		const reasons = gate.reasons.map((reason) => say`${reason}`);
		return gateItem(gate, [
			say`${gateSentence(gate)}. ${effect(gate, policy.onInconclusive.value)}`,
			sentences([evidence(gate), ...reasons]),
			sentences(whatWouldChange(gate, policy.alpha.value))
		]);
	});
	const title = undecided.length === 1 ? "Why one gate is undecided" : `Why ${undecided.length} gates are undecided`;
	const body = [items.join("\n"), ...idle.length === 0 ? [] : [toMarkdown(idle)]].join("\n\n");
	return folded(`${title}, and how many samples would decide`, body);
}

// src/report/sections/regressed.ts
/** Why each gate that regressed did, and what would have changed that. */
function regressedSection({ gates, policy }) {
	const regressed = gates.filter((gate) => gate.verdict === "regression");
	if (regressed.length === 0) return null;
	const items = regressed.map((gate) => gateItem(gate, [
		say`${gateSentence(gate)}.`,
		evidence(gate),
		sentences(whatWouldChange(gate, policy.alpha.value))
	]));
	return folded(`Why ${plural(regressed.length, "gate")} regressed, and what would change that`, items.join("\n"));
}

// src/report/sections/warnings.ts
const MOST_SHOWN = 6;
/** What a reader has to see before the numbers, whatever the verdict; one that several gates share is said once. */
function warningList({ gates }) {
	const items = new Set(gates.flatMap((gate) => (gate.warnings ?? []).map((warning) => `- ${toMarkdown(say`${code(metricName(gate))}: ${warning}`)}`)));
	if (items.size === 0) return null;
	const left = items.size - MOST_SHOWN;
	return [
		"**Look at this first**\n",
		...[...items].slice(0, MOST_SHOWN),
		...left > 0 ? [`- ${plural(left, "more warning")} in the verdict file`] : []
	].join("\n");
}

// src/report/markdown.ts
/** GitHub cuts comments at 65,536 characters; the rest is room for the marker and for escapes counted differently. */
const COMMENT_BYTES = 6e4;
/** A job summary may have 1 MiB. */
const SUMMARY_BYTES = 1e6;
const FULL = {
	samples: 10,
	improved: true,
	groups: 20,
	outputLength: 1e3
};
const LADDER = [
	{
		name: "full",
		flips: FULL,
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "regressed flips only",
		flips: {
			...FULL,
			improved: false
		},
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "fewer flips",
		flips: {
			samples: 3,
			improved: false,
			groups: 5,
			outputLength: 300
		},
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "no flips",
		flips: null,
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "worst gates",
		flips: null,
		gates: 25,
		sections: false
	},
	{
		name: "verdict and link",
		flips: null,
		gates: 0,
		sections: false
	}
];
function checkpoints({ candidate, baseline }) {
	if (candidate === null || baseline === null) return [];
	const side = ({ source, digest }) => say`${code(source)} (${code(formatDigest(digest))})`;
	return say` Candidate ${side(candidate)} against baseline ${side(baseline)}.`;
}
function status(file) {
	return `${file.blocked ? "**This blocks the merge.**" : "**This does not block the merge.**"}${file.gates.some((gate) => gate.verdict !== "pass") ? ` ${tally(file.gates)}` : ""}${toMarkdown(checkpoints(file))}`;
}
const FAULTS_SHOWN = 20;
function faultList(file) {
	if (file.verdict !== "invalid") return null;
	const { wrong, remedies } = faults(file);
	const list = (title, items) => items.length === 0 ? [] : [`**${title}**\n\n${items.slice(0, FAULTS_SHOWN).map((item) => `- ${item}`).join("\n")}`];
	return [...list("What is wrong", wrong.map(toMarkdown)), ...list("Who must do what", remedies.map(({ who, what }) => `**${who}:** ${toMarkdown(what)}`))].join("\n\n");
}
function gateTable(gates, limit) {
	const shown = gates.slice(0, limit);
	if (shown.length === 0) return null;
	const left = gates.length - shown.length;
	const table = renderTable(GATE_COLUMNS, shown);
	return left === 0 ? table : `${table}\n\n${plural(left, "more gate")}, none worse than those above, left out for length.`;
}
/** Links are built by us, and still checked: a URL with anything odd in it is not shown. */
function links({ artifactUrl, pageUrl = null, runUrl }) {
	const safe = (url) => url !== null && /^https?:\/\/[\w.:-]+\/[\w./-]*$/.test(url);
	const parts = [
		...safe(pageUrl) ? [`[Full report](${pageUrl})`] : [],
		...safe(artifactUrl) ? [`[${pageUrl === null ? "All samples and the full report" : "All samples"}](${artifactUrl})`] : [],
		...safe(runUrl) ? [`[workflow run](${runUrl})`] : []
	];
	return parts.length === 0 ? null : parts.join(" · ");
}
function renderRung(file, context, rung) {
	return `${[
		`**${verdictLabel(file.verdict)}** ${toMarkdown(headline(file))}`,
		status(file),
		...policyBlocks(file),
		rung.gates === 0 ? null : faultList(file),
		gateTable(file.gates, rung.gates),
		rung.gates === 0 ? null : warningList(file),
		rung === LADDER[0] ? null : `Shortened to fit (${rung.name}).`,
		links(context),
		...rung.sections ? [
			regressedSection(file),
			undecidedSection(file),
			rung.flips === null ? null : flipsSection(file, rung.flips),
			comparedSection(file, context),
			costSection(file, context.elapsedSeconds),
			reproduceSection(file)
		] : []
	].filter((block) => block !== null && block !== "").join("\n\n")}\n`;
}
const encoder = new TextEncoder();
/**
* The report as Markdown for a comment or a job summary: the first line says the verdict and the number that decided
* it. Of the ladder's rungs, the fullest that fits into `bytes` of UTF-8.
*/
function renderMarkdown(file, context, bytes) {
	for (const rung of LADDER) {
		const markdown = renderRung(file, context, rung);
		if (encoder.encode(markdown).length <= bytes) return {
			markdown,
			rung: rung.name
		};
	}
	throw new Error(`not even the verdict fits into ${bytes} bytes`);
}

// src/judgement/judge.ts
const VERDICT_FILE = "verdict.json";
const COMMENT_FILE = "comment.md";
const HTML_FILE = "report.html";
/** What the stored runs come to under the config's gates. Pure. A gate whose anchor is not there is `invalid`. */
function judgeRuns(config, sides) {
	const { gates, policy, file, digest } = config;
	const [baseline, candidate] = [sides.baseline.runs, sides.candidate.runs.map(inDesignedOrder)];
	const expected = config.tasks.map(({ name }) => name);
	const comparisons = compareRuns(baseline, candidate, expected, policy.alpha.value);
	const anchored = compareWithAnchor(config, sides);
	const decision = decide({
		comparisons,
		anchored,
		gates,
		policy
	});
	const anchor = config.anchor === null ? null : {
		runs: sides.anchor?.runs ?? [],
		comparisons: anchored
	};
	const facts = verdictFacts({
		version: VERSION,
		config: {
			file,
			digest
		},
		gates,
		policy,
		runs: {
			baseline,
			candidate
		},
		comparisons,
		decision,
		...anchor === null ? {} : { anchor },
		...sides.provenance === void 0 ? {} : { provenance: sides.provenance }
	});
	const faults = [
		sides.baseline,
		sides.candidate,
		sides.anchor
	].flatMap((side) => side?.faults ?? []);
	const gaps = candidate.flatMap((run) => gapIn(run, baseline) ?? []);
	return [...faults.map(messageOf), ...gaps].reduce(invalidateVerdict, buildVerdictFile(facts));
}
/** The tasks that a gate compares with the anchor; an old release may well lack the others. */
function compareWithAnchor({ gates, policy }, sides) {
	const tasks = new Set(gates.filter(({ against }) => against === "anchor").map(({ task }) => task));
	const limited = (side) => (side?.runs ?? []).filter(({ record }) => tasks.has(record.task));
	return compareRuns(limited(sides.anchor), limited(sides.candidate), [...tasks], policy.alpha.value).map((comparison) => ({
		...comparison,
		mismatches: comparison.mismatches.map((mismatch) => ({
			...mismatch,
			against: "anchor"
		}))
	}));
}
/** Keeps the verdict for machines and for people. */
async function writeVerdict(out, verdict) {
	const context = {
		artifactUrl: null,
		runUrl: null,
		elapsedSeconds: null,
		now: (/* @__PURE__ */ new Date()).toISOString()
	};
	const { markdown } = renderMarkdown(verdict, context, COMMENT_BYTES);
	await onDisk(out, async () => {
		await mkdir(out, { recursive: true });
		await writeAtomically(join(out, VERDICT_FILE), canonicalJson(verdict));
		await writeAtomically(join(out, COMMENT_FILE), markdown);
		await writeAtomically(join(out, HTML_FILE), renderHtml(verdict, context));
	});
}
/** A sequential run in the order of its design, whatever order its lines are in: shards are joined one after the other. */
function inDesignedOrder(run) {
	return designOf(run.record) === "full" ? run : {
		...run,
		samples: sequentialOrder(run.samples, run.record)
	};
}
/**
* A run that stopped early must hold the first samples of its own order, which the baseline's samples tell: whoever leaves some
* of them out could choose which.
*/
function gapIn({ record, samples }, baseline) {
	const whole = baseline.find((other) => other.record.task === record.task);
	if (designOf(record) === "full" || whole === void 0) return null;
	const ids = (run) => [...new Set(run.map(({ id }) => id))];
	const [held, order] = [new Set(ids(samples)), ids(sequentialOrder(whole.samples, record))];
	const known = order.filter((id) => held.has(id)).length;
	const missing = order.slice(0, known).find((id) => !held.has(id));
	return missing === void 0 ? null : `the candidate's run of ${record.task} left out the sample ${JSON.stringify(missing)} of its order, and went on: its samples could have been chosen`;
}

// src/policy/changes.ts
/**
* What a pull request changes of how it is judged: gates, rules of judging, and what is asked of which baseline. Compared are
* the resolved configs, so that moving or rewording a line is no change.
*/
function policyChanges(base, head) {
	const changes = [...gateChanges(base, head), ...settingChanges(base, head)];
	const rank = {
		looser: 0,
		changed: 1,
		stricter: 2
	};
	return changes.sort((a, b) => rank[a.effect] - rank[b.effect]);
}
const HIGHER_IS_LOOSER = {
	max_drop: true,
	ceiling: true,
	no_regression_by_group: true,
	min_gain: false,
	floor: false,
	net_gain: false
};
function gateChanges(base, head) {
	const byId = (config) => new Map(config.gates.map((gate) => [gate.id, gate]));
	const [before, after] = [byId(base), byId(head)];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
		const [was, is] = [before.get(id), after.get(id)];
		const limits = {
			subject: id.replace(/:(?=[a-z_]+(?:@anchor)?$)/, ": "),
			before: was === void 0 ? null : limitOf(base, was),
			after: is === void 0 ? null : limitOf(head, is)
		};
		const added = is?.tier === "advisory" ? "changed" : "stricter";
		if (was === void 0) return [{
			...limits,
			effect: added
		}];
		if (is === void 0) return [{
			...limits,
			effect: was.tier === "advisory" ? "changed" : "looser"
		}];
		const terms = TERMS.filter(({ of }) => of(was) !== of(is)).map(({ name, of, effect }) => ({
			subject: `${limits.subject} ${name}`,
			before: of(was),
			after: of(is),
			effect: effect(is)
		}));
		return limits.before === limits.after ? terms : [{
			...limits,
			effect: effectOn(was, is)
		}, ...terms];
	});
}
/** What a gate says besides its limit. */
const TERMS = [
	{
		name: "tier",
		of: ({ tier }) => tier,
		effect: ({ tier }) => tier === "advisory" ? "looser" : "stricter"
	},
	{
		name: "allow_weak_evidence",
		of: ({ allowWeakEvidence = false }) => String(allowWeakEvidence),
		effect: ({ allowWeakEvidence = false }) => allowWeakEvidence ? "looser" : "stricter"
	},
	{
		name: "losses",
		of: (gate) => gate.rule === "net_gain" ? gate.losses.map(describeLoss).sort().join(", ") : "none",
		effect: () => "changed"
	}
];
const describeLoss = ({ task, metric, filter, weight }) => `${task}/${metric}${filter === void 0 ? "" : `,${filter}`} × ${weight}`;
function effectOn(was, is) {
	const [from, to] = [sizeOf(was), sizeOf(is)];
	if (from === null || to === null || from.kind !== to.kind || from.value === to.value) return "changed";
	return to.value > from.value === HIGHER_IS_LOOSER[is.rule] ? "looser" : "stricter";
}
function sizeOf(gate) {
	const { limit } = gate;
	return typeof limit === "number" ? {
		kind: "bound",
		value: limit
	} : limit;
}
function limitOf(config, gate) {
	const rate = config.declared.find((each) => each.task === gate.task)?.metrics.find(({ name }) => name === gate.metric)?.unit === "rate";
	return describeLimit(gate, rate ? "rate" : "other");
}
/** Everything else that has a value; a candidate is what a pull request is there to change. */
function settingChanges(base, head) {
	const [before, after] = [settingsOf(base), settingsOf(head)];
	const changed = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
	const shown = /* @__PURE__ */ new Map();
	for (const name of changed) {
		const task = /^tasks\.(.+)\.[^.]+$/.exec(name)?.[1];
		const onOne = task !== void 0 && has(base, task) !== has(head, task);
		const subject = onOne ? `tasks.${task}` : name;
		const [was, is] = onOne ? [has(base, task) ? "there" : null, has(head, task) ? "there" : null] : [before.get(name) ?? null, after.get(name) ?? null];
		const onCode = newCode(base, head).length > 0 ? "looser" : "stricter";
		const effect = subject === "policy.allow" ? onCode : settingEffect(subject, was, is);
		shown.set(subject, {
			subject,
			before: was,
			after: is,
			effect
		});
	}
	return [...shown.values()];
}
const has = ({ tasks }, task) => tasks.some(({ name }) => name === task);
function settingsOf(config) {
	const gates = new Set(config.gates.map(({ id }) => id));
	const values = explainConfig(config).filter(({ key }) => key !== "candidate" && !gates.has(key));
	return new Map(values.map(({ key, value }) => [key, value]));
}
const STRICTNESS = {
	warn: 0,
	lean: 1,
	block: 2
};
const isOnInconclusive = (text) => text !== null && text in STRICTNESS;
function settingEffect(subject, was, is) {
	if (subject === "policy.on_inconclusive" && isOnInconclusive(was) && isOnInconclusive(is)) return STRICTNESS[is] < STRICTNESS[was] ? "looser" : "stricter";
	if (subject === "policy.min_coverage") return Number(is) < Number(was) ? "looser" : "stricter";
	if (subject === "policy.allow") return allowed(is).every((name) => allowed(was).includes(name)) ? "stricter" : "looser";
	return "changed";
}
const allowed = (list) => JSON.parse(list ?? "[]");
/** Code that may run only since the pull request says so: refused before anything is evaluated. */
function newCode(base, head) {
	return head.allow.filter((code) => !base.allow.includes(code));
}

// src/policy/stricter.ts
/**
* One verdict of two policies on the same samples: the worse of the two, blocked where either blocks, each gate as the
* stricter policy has it.
*/
function stricterOf(base, head, policyOrigin) {
	const gates = new Map(base.gates.map((gate) => [gate.id, gate]));
	const limits = { ...base.policy.limits };
	for (const gate of head.gates) {
		const other = gates.get(gate.id);
		if (other !== void 0 && severity(other) >= severity(gate)) continue;
		gates.set(gate.id, gate);
		const limit = head.policy.limits[gate.id];
		if (limit !== void 0) limits[gate.id] = limit;
	}
	const deciding = severity(base) >= severity(head) ? base : head;
	const says = ({ verdict, blocked }) => `${verdict}${blocked ? ", which blocks" : ""}`;
	return buildVerdictFile({
		...deciding,
		verdict: join$1([base.verdict, head.verdict]),
		blocked: base.blocked || head.blocked,
		reasons: [...deciding.reasons, `The policy of the base branch says ${says(base)}; that of the pull request says ${says(head)}. The stricter of the two decides.`],
		policy: {
			...deciding.policy,
			limits
		},
		gates: [...gates.values()],
		comparability: unique([...base.comparability, ...head.comparability]),
		tasks: base.tasks.length >= head.tasks.length ? base.tasks : head.tasks,
		policyOrigin
	});
}
/** Blocking before not, then the worse verdict, then the tier that could block. */
function severity(judged) {
	const blocks = "blocks" in judged ? judged.blocks : judged.blocked;
	const tier = "tier" in judged && judged.tier === "blocking" ? 1 : 0;
	return (blocks ? 100 : 0) + VERDICTS.indexOf(judged.verdict) * 10 + tier;
}
const unique = (items) => [...new Map(items.map((item) => [canonicalJson(item), item])).values()];

// src/policy/untrusted.ts
/**
* The same file where somebody with an interest in the verdict could have written the samples. Bad samples may be believed,
* good ones prove nothing: a pass becomes `inconclusive`, and it blocks.
* @param lenient whether a policy that the samples' maker did not write lets the undecided merge, `on_inconclusive: warn`
*/
function distrust(file, untrusted, lenient) {
	const blocked = file.blocked || !lenient;
	if (file.verdict !== "pass") return buildVerdictFile({
		...file,
		blocked,
		untrusted
	});
	const reasons = [`The samples say pass, and ${untrusted}.`, ...file.reasons];
	return buildVerdictFile({
		...file,
		verdict: "inconclusive",
		blocked,
		reasons,
		untrusted
	});
}

// src/policy/waive.ts
/**
* Lets waivers keep gates from blocking. Verdicts stay what they are: a regression that was waived is a regression. `invalid`
* cannot be waived, since nobody knows what would be. Waivers that were applied before stay.
* @param today the day in UTC, `2026-11-21`
*/
function applyWaivers(file, waivers, today) {
	if (waivers.length === 0) return file;
	const records = [];
	const gates = new Map(file.gates.map((gate) => [gate.id, gate]));
	for (const { refused, ...waiver } of waivers) {
		const named = gatesNamed(waiver.gate, file.gates).map(({ id }) => gates.get(id) ?? id);
		const because = refused ?? obstacle(named, waiver.expires, today);
		const [gate] = named;
		records.push({
			...waiver,
			applied: because === null,
			because
		});
		if (because !== null || gate === void 0 || typeof gate === "string") continue;
		const { by, reason, expires } = waiver;
		gates.set(gate.id, {
			...gate,
			blocks: false,
			waived: {
				by,
				reason,
				expires
			}
		});
	}
	const results = [...gates.values()];
	const blocked = file.blocked && (file.verdict === "invalid" || results.some(({ blocks }) => blocks));
	return buildVerdictFile({
		...file,
		blocked,
		gates: results,
		waivers: [...file.waivers ?? [], ...records]
	});
}
/** By its id, or by its metric where that is enough. */
function gatesNamed(name, gates) {
	const exact = gates.filter(({ id }) => id === name);
	return exact.length > 0 ? exact : gates.filter(({ task, metric }) => `${task}/${metric}` === name);
}
function obstacle(named, expires, today) {
	const [gate, ...others] = named;
	if (gate === void 0 || typeof gate === "string") return "it names no gate";
	if (others.length > 0) return "it names several gates: give the id of one";
	if (/^\d/.test(expires) && expires < today) return `it expired on ${expires}`;
	if (gate.verdict === "invalid") return "the gate could not be judged, and what is not known cannot be waived";
	if (gate.waived !== void 0) return "another waiver counts already";
	return gate.blocks ? null : "the gate does not block";
}

// src/policy/waiver-file.ts
/** Beside the config, so that owners of code can be named for it alone. */
const WAIVER_FILE = "weighbridge-waivers.yml";
const line = (what) => string(`${what} must be a text`).trim().min(1, `${what} is empty`).max(500);
const waiverSchema = strictObject({
	gate: line("gate").describe("Id of the gate, such as `facts/acc:max_drop`."),
	reason: line("reason"),
	by: line("by"),
	expires: date("expires must be a day, such as 2026-12-31")
});
const fileSchema = strictObject({
	version: literal(1, "version must be 1"),
	waivers: array(waiverSchema, "waivers must be a list").max(100)
});
/**
* The waivers of a file.
* @throws WeighbridgeError `config` at the first thing that is wrong: half a list of exceptions is not what anybody agreed on
*/
function readWaivers(text, file) {
	const source = readYaml(text, file);
	const [unreadable] = source.issues;
	if (unreadable !== void 0) throw unreadable;
	const parsed = fileSchema.safeParse(source.value);
	if (parsed.success) return parsed.data.waivers.map((waiver, index) => ({
		...waiver,
		source: `${file}:${source.locate(["waivers", index]).line ?? 1}`,
		refused: null
	}));
	const [issue] = parsed.error.issues;
	const path = issue?.path ?? [];
	throw new WeighbridgeError("config", issue?.message ?? "not a list of waivers", {
		at: source.locate(path),
		fix: "write `version: 1` and under `waivers` a list of `{gate, reason, by, expires}`"
	});
}

// src/judgement/policies.ts
/**
* The base branch's config under the overrides in force. An override may speak of a task that the pull request adds.
* @throws IssueList when the config of the base branch is at fault: it has to be mended there first
*/
function resolveBase(text, head, overrides) {
	const config = resolveConfig({
		text,
		file: head.file ?? "weighbridge.yml",
		overrides,
		results: head.declared
	});
	return {
		config,
		changes: policyChanges(config, head)
	};
}
/**
* What the stored runs come to: under the config at hand, and where the base branch has another, under that as well. Then
* waivers, then distrust.
*/
function judgeUnderPolicies(config, overrides, sides, { base, waivers, today, untrusted }) {
	const before = base === null || base.config === null ? null : resolveBase(base.config, config, overrides);
	const judged = underBase(config, sides, base, before);
	const waived = applyWaivers(judged, waivers, today);
	const lenient = before?.config.policy.onInconclusive.value === "warn";
	return untrusted === null ? waived : distrust(waived, untrusted, lenient);
}
function underBase(head, sides, base, before) {
	const own = judgeRuns(head, sides);
	if (base === null) return own;
	const { revision } = base;
	if (before === null) return {
		...own,
		policyOrigin: {
			revision,
			state: "adopted",
			changes: []
		}
	};
	const { config, changes } = before;
	if (changes.length === 0 && config.digest === head.digest) return {
		...own,
		policyOrigin: {
			revision,
			state: "same",
			changes
		}
	};
	const gated = new Set(config.gates.map(({ task }) => task));
	const asked = new Set(head.tasks.map(({ name }) => name));
	const tasks = config.tasks.filter(({ name }) => gated.has(name) || asked.has(name));
	const strict = stricterOf(judgeRuns({
		...config,
		tasks
	}, sides), own, {
		revision,
		state: "changed",
		changes
	});
	return config.tasks.map(({ name }) => name).filter((name) => gated.has(name) && !asked.has(name)).map(removedWhileGated).reduce(invalidateVerdict, strict);
}
const removedWhileGated = (task) => `the base branch gates the task ${task}, and this pull request removes it: remove its gates first, and the task in a later pull request`;
/** Where there is no base branch, what is checked out is the policy, and so are the waivers beside it. */
async function waiversBeside(configPath) {
	const file = join(dirname(configPath), WAIVER_FILE);
	const text = await readFile(file, "utf8").catch((error) => {
		if (error.code === "ENOENT") return null;
		throw error;
	});
	return text === null ? [] : readWaivers(text, file);
}

export { mismatchSentence as $, VERSION as $t, notEvaluatedLine as A, describeLimit as At, estimateOf as B, require_yauzl as Bt, GATE_COLUMNS as C, formatValue$1 as Ct, tally as D, parseConfig as Dt, summaryLine as E, resolveConfig as Et, judge as F, holdsRuns as Ft, CANDIDATE as G, askGit as Gt, shownDelta as H, datetime as Ht, claimOf as I, salvageSide as It, ratioOfSums as J, readAtRevision as Jt, DELTA as K, folderInRepository as Kt, subjectOf as L, RUNNERS as Lt, judgeGate as M, readResults as Mt, isStop as N, readSides as Nt, verdictLabel as O, nearest as Ot, chooseTarget as P, sideFolder as Pt, faults as Q, markdownTable as Qt, compareRuns as R, IMPORTERS as Rt, imaginedEvidence as S, formatSize$1 as St, gateSentence as T, loadConfig as Tt, candidateEvidence as U, baselinesOf as Ut, paired as V, ENGINES as Vt, deltaEvidence as W, requireSide as Wt, binomialExactly as X, writeBlob as Xt, binomialAtMost as Y, resolveRevision as Yt, canonicalJson as Z, describeBaselineSource as Zt, waiverLine as _, formatChange as _t, readWaivers as a, firstCrossings as at, renderExplanation as b, formatInterval as bt, COMMENT_FILE as c, mulberry32 as ct, judgeRuns as d, daysBetween as dt, EXIT_CODES as en, isDescriptive as et, writeVerdict as f, code as ft, changeLine as g, NOT_AVAILABLE as gt, renderMarkdown as h, toPlain as ht, WAIVER_FILE as i, tenths as it, decide as j, tasksOf as jt, isNotEvaluated as k, GATE_RULES as kt, HTML_FILE as l, normalQuantile as lt, SUMMARY_BYTES as m, toMarkdown as mt, resolveBase as n, join$1 as nn, isLook as nt, applyWaivers as o, BenchmarkGate as ot, COMMENT_BYTES as p, say as pt, clustersOf as q, mergeBase as qt, waiversBeside as r, plannedLooks as rt, newCode as s, rateLogE as st, judgeUnderPolicies as t, VERDICTS as tn, isBatchEnd as tt, VERDICT_FILE as u, explainLines as ut, renderHtml as v, formatCount as vt, invalidateVerdict as w, plural as wt, firstCount as x, formatLevel$1 as xt, renderTable as y, formatDuration as yt, compareTask as z, findImporter as zt };