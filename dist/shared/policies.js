import { n as __exportAll } from "./rolldown-runtime.js";
import { A as plural, C as formatChange, D as formatP, E as formatLevel, M as EXIT_CODES, N as VERDICTS, O as formatSize, P as join$1, S as metricName, T as formatInterval, _ as toMarkdown, a as summaryLine, b as formatDigest, c as verdictLabel, d as isNotEvaluated, f as notEvaluatedLine, g as say, h as code, i as headline$1, k as formatValue, l as worstFirst$1, m as methodOf$2, n as renderTable, o as tally, p as isDescriptive, r as VERDICT_WORDS, s as untilWords, t as folded, u as gateSentence, v as toPlain, w as formatCount, x as formatDuration, y as NOT_AVAILABLE } from "./table.js";
import { i as messageOf, n as WeighbridgeError, r as assertNever, t as IssueList } from "./errors.js";
import { n as describeModel, t as writeAtomically } from "./atomic-file.js";
import { B as isRatio, C as AGGREGATES, G as faultOfParts, H as sampleKey, J as RERUN_FIELDS, Q as designOf, V as isUnscored, Z as TASK_ROLES, g as SampleIndex, q as FINGERPRINT_FIELDS, u as RUN_FILE, w as calibrationBinOf, z as isCorpus } from "./resume.js";
import { d as baselinesOf, f as fromCommandLine, i as RUNNERS, l as engineConfig, n as salvageInto, o as findImporter, p as modelSource, t as holdsRuns, u as asFound } from "./results.js";
import { C as toJSONSchema, T as _isoDateTime, _ as string, a as array, c as discriminatedUnion, f as number$1, g as strictObject, h as record, i as _null, l as int, n as ZodISODateTime, o as boolean$1, r as _enum, t as ZodISODate, u as literal, w as _isoDate, x as url, y as union } from "./schemas.js";
import { a as require_fastest_levenshtein, r as SCORERS } from "./describe.js";
import { a as onDisk, i as diskFault, n as sequentialOrder, r as require_dist, s as collectInto } from "./order.js";
import { i as WAIVER_PERMISSIONS } from "./log-fence.js";
import { i as oneLine$1, n as fenced, o as truncate, s as visible } from "./escape.js";
import { once } from "node:events";
import { execFile, spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { closeSync, existsSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import process$1 from "node:process";
import { tmpdir } from "node:os";
import { mkdir, open, readFile, realpath, rm, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { createHash } from "node:crypto";

// package.json
var version = "0.1.0";

// src/version.ts
/** The version of Weighbridge; part of every run's fingerprint. */
const VERSION = version;

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
		"--no-replace-objects",
		"--literal-pathspecs"
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
		GIT_OPTIONAL_LOCKS: "0"
	};
}
const FETCH_ALL = "fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`";
const execute = promisify(execFile);
const MAX_BYTES = 64 * 2 ** 20;
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
const text$1 = (answer) => answer.ok ? answer.output.toString("utf8").trim() : null;
async function commitOf(folder, revision) {
	const verify = [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${revision}^{commit}`
	];
	return text$1(await git(folder, verify));
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
	if (text$1(await git(repositoryFolder, ["rev-parse", "--is-shallow-repository"])) !== "false") return null;
	const [left, right] = [await commitOf(repositoryFolder, a), await commitOf(repositoryFolder, b)];
	if (left === null || right === null) return null;
	return text$1(await git(repositoryFolder, [
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
	return text$1(await git(folder, args)) || null;
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
	return text$1(await git(folder, ["rev-parse", "--show-prefix"]));
}

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}

// src/store/output-spool.ts
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
var OutputSpool = class {
	#file = null;
	#written = 0;
	#buffer = Buffer.alloc(0);
	#filled = 0;
	/**
	* @returns its place, by which it is recalled
	* @throws WeighbridgeError `engine` where the disk has no room for temporary files
	*/
	keep(text) {
		const encoding = Buffer.byteLength(text) === text.length ? "latin1" : "utf16le";
		const bytes = Buffer.byteLength(text, encoding);
		this.#makeRoom(HEADER_BYTES + bytes);
		const place = this.#written + this.#filled;
		this.#buffer.writeInt32LE(encoding === "latin1" ? -bytes : bytes, this.#filled);
		this.#buffer.write(text, this.#filled + HEADER_BYTES, encoding);
		this.#filled += HEADER_BYTES + bytes;
		return place;
	}
	recall(place) {
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

// src/store/columns.ts
/** Rows that are allocated at once: a task of a few samples takes little, and a column that grows is never copied. */
const CHUNK = 512;
/** Numbers by row, NaN where none was set. */
var NumberColumn = class {
	#chunks = [];
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
/** Texts by row of which many are the same, each held once. */
var NameColumn = class {
	#chunks = [];
	#names = [void 0];
	#known = /* @__PURE__ */ new Map();
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
const HASH_BYTES = 32;
const ENDS_IN_HASH = /^(.*?)([0-9a-f]{64})$/s;
/** Texts by row that mostly end in a SHA-256 and begin like others: these take 36 bytes, and no place on the heap. */
var HashColumn = class {
	#chunks = [];
	#beginnings = new NameColumn();
	#others = [];
	#lastOther = "";
	set(row, text) {
		const [, beginning, hash] = ENDS_IN_HASH.exec(text) ?? [];
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

// src/store/sample-table.ts
/**
* Samples in columns: some 200 bytes each, where records take 2,000 and what the model said. What is taken out of it looks its
* members up as they are read; copied by `...` it would be empty.
*/
var SampleTable = class {
	#columns;
	constructor(outputs) {
		this.#columns = new Columns(outputs);
	}
	get length() {
		return this.#columns.length;
	}
	push(sample) {
		const columns = this.#columns;
		const row = columns.length;
		columns.length += 1;
		columns.ids.set(row, sample.id);
		columns.indexes.set(row, sample.index);
		columns.inputs.set(row, sample.input_digest);
		columns.targets.set(row, sample.target_digest);
		for (const [metric, score] of Object.entries(sample.scores)) {
			const column = columns.scores.get(metric) ?? new ScoreColumn();
			columns.scores.set(metric, column);
			column.set(row, score);
		}
		const { filter, cluster, group, weight, output, usage } = sample;
		if (filter !== void 0) columns.filters.set(row, filter);
		if (cluster !== void 0) columns.clusters.set(row, cluster);
		if (group !== void 0) columns.groups.set(row, group);
		if (weight !== void 0) columns.weights.set(row, weight);
		if (output !== void 0) columns.places.set(row, columns.outputs.keep(output));
		if (usage !== void 0) {
			columns.promptTokens.set(row, usage.prompt_tokens);
			columns.outputTokens.set(row, usage.output_tokens);
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
	ids = new HashColumn();
	indexes = new NumberColumn();
	filters = new NameColumn();
	inputs = new HashColumn();
	targets = new HashColumn();
	scores = /* @__PURE__ */ new Map();
	clusters = new NameColumn();
	groups = new NameColumn();
	weights = new NumberColumn();
	/** Where each output lies in the spool. */
	places = new NumberColumn();
	promptTokens = new NumberColumn();
	outputTokens = new NumberColumn();
	outputs;
	constructor(outputs) {
		this.outputs = outputs;
	}
};
var Row = class {
	#columns;
	#row;
	constructor(columns, row) {
		this.#columns = columns;
		this.#row = row;
	}
	get id() {
		return this.#columns.ids.get(this.#row);
	}
	get index() {
		return this.#columns.indexes.get(this.#row);
	}
	get filter() {
		return this.#columns.filters.get(this.#row);
	}
	get input_digest() {
		return this.#columns.inputs.get(this.#row);
	}
	get target_digest() {
		return this.#columns.targets.get(this.#row);
	}
	get scores() {
		const scores = {};
		for (const [metric, column] of this.#columns.scores) {
			const score = column.get(this.#row);
			if (score !== void 0) scores[metric] = score;
		}
		return scores;
	}
	get cluster() {
		return this.#columns.clusters.get(this.#row);
	}
	get group() {
		return this.#columns.groups.get(this.#row);
	}
	get weight() {
		return known$2(this.#columns.weights.get(this.#row));
	}
	get output() {
		const place = known$2(this.#columns.places.get(this.#row));
		return place === void 0 ? void 0 : this.#columns.outputs.recall(place);
	}
	get usage() {
		const prompt_tokens = known$2(this.#columns.promptTokens.get(this.#row));
		const output_tokens = known$2(this.#columns.outputTokens.get(this.#row));
		return prompt_tokens === void 0 || output_tokens === void 0 ? void 0 : {
			prompt_tokens,
			output_tokens
		};
	}
};
const known$2 = (value) => Number.isNaN(value) ? void 0 : value;
/** One metric's scores: numbers and ratios as such, anything else as it is, equal reasons held once. */
var ScoreColumn = class {
	#numbers = new NumberColumn();
	#denominators = new NumberColumn();
	#reasons = new NameColumn();
	#others = /* @__PURE__ */ new Map();
	set(row, score) {
		if (isUnscored(score)) this.#reasons.set(row, score.unscored);
		else if (typeof score === "number" && !Number.isNaN(score)) this.#numbers.set(row, score);
		else if (isRatio(score) && !Number.isNaN(score.denominator)) {
			this.#numbers.set(row, score.numerator);
			this.#denominators.set(row, score.denominator);
		} else this.#others.set(row, score);
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
};

// src/sides/stored.ts
/** Where the runs of a side lie: results that the config names, or what was evaluated into `out`. */
function sideFolder(config, side, out) {
	const source = config[side];
	return source?.kind === "results" ? resolve(config.directory, source.path) : join(out, side);
}
/** Reads what can be read of all sides, from run directories or from results of other programs. */
async function readSides(folders) {
	const { anchor } = folders;
	const baseline = await readToJudge(folders.baseline, "baseline");
	const candidate = await readToJudge(folders.candidate, "candidate");
	const shared = await sharedResults(folders, {
		baseline,
		candidate
	});
	return {
		baseline,
		candidate: {
			...candidate,
			faults: [...candidate.faults, ...shared]
		},
		...anchor === void 0 ? {} : { anchor: await readToJudge(anchor, "anchor") }
	};
}
/** Results compared with themselves differ in nothing, whatever they are. */
async function sharedResults(paths, { baseline, candidate }) {
	const isSamePath = await placeOf(paths.baseline) === await placeOf(paths.candidate);
	const places = await Promise.all(baseline.runs.map(({ folder }) => placeOf(folder)));
	for (const { folder } of candidate.runs) {
		const isOwn = existsSync(join(folder, RUN_FILE));
		if (!places.includes(await placeOf(folder)) || !(isOwn || isSamePath)) continue;
		return [new WeighbridgeError("data", "the candidate's results are the baseline's own, so that nothing is compared", {
			at: { file: folder },
			fix: "name the results of each side by their own path"
		})];
	}
	return [];
}
/** A path without links; as it is where there is no such file, such as with a selection behind it. */
const placeOf = (path) => realpath(path).catch(() => resolve(path));
/** Every sample as it is, for whoever passes them on. Runs of our own come first: a foreign file that lies among them changes nothing. */
async function readResults(path, side) {
	return readInto(path, side, () => []);
}
/** The same in little memory, for whoever goes through the samples a few times and looks at a few of them. */
async function readToJudge(path, side) {
	return readInto(path, side, compactly());
}
/** Runs of our own alone, likewise. */
async function salvageToJudge(path, side) {
	return salvageInto(path, side, compactly());
}
function compactly() {
	const outputs = new OutputSpool();
	return () => new SampleTable(outputs);
}
async function readInto(path, side, hold) {
	const importer = await holdsRuns(path, side) ? null : await findImporter(path);
	return importer === null ? salvageInto(path, side, hold) : collectInto(await importer.load(path, side), hold);
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
const CHANGE = new RegExp(`^(${DECIMAL})(pp|%rel|%)?$`);
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
	const parts = split(written, CHANGE);
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
		if (allowsEverything(rule, change.value, gain)) return pointless(request);
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
	if (!bound.ok) return fault(request.limitOrigin, bound.message, bound.fix);
	return unit === "rate" && bound.value === (rule === "ceiling" ? 1 : 0) ? pointless(request) : {
		rule,
		limit: bound.value
	};
}
/** A rate can lose no more than all of it. */
function allowsEverything(rule, { kind, value }, { metric: { unit, direction }, task }) {
	if (rule !== "max_drop" && rule !== "no_regression_by_group") return false;
	if (unit !== "rate" || task.open === true || value < 1) return false;
	return kind === "absolute" || direction === "higher_is_better";
}
const pointless = ({ metric, rule, limit, limitOrigin }) => fault(limitOrigin, `${rule} ${limit} of ${metric} allows everything: the gate could never block`, "write a limit that can be passed, or remove the gate");
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
/**
* Φ(z) = φ(z) / (|z| + 1/(|z| + 2/(|z| + 3/(…)))), Laplace; evaluated backwards (DLMF 7.9.3). The relative error after many
* terms n is of the order exp(−2 |z| √(2n)); ten more serve where few would do. Measured: below 3e-16 for all z ≤ −2.5.
*/
function lowerTail(z) {
	const x = -z;
	let fraction = x;
	for (let k = 10 + Math.ceil(400 / (x * x)); k >= 1; k -= 1) fraction = x + k / fraction;
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
	let total = 0;
	for (const value of values) total += value;
	return total;
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
		const bound = going === null ? -normalQuantile(error) : boundOf$1(error, going, now, step);
		bounds.push(bound);
		going = carried(going, now, step, bound);
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
/**
* The bound of z that is crossed for the first time with probability `error`. Log-concave in −z: the normal density is, and
* so are what is left of a log-concave density below a bound, and its sum with a normal step (Prékopa 1973).
*/
function boundOf$1(error, going, now, step) {
	const scale = Math.sqrt(now);
	return -quantileOfLogConcave(error, normalQuantile(error), (lowered) => ({
		value: crossing(going, -lowered * scale, step),
		slope: arriving(going, -lowered * scale, step) * scale
	}));
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
	let total = 0;
	for (const point of density) {
		const z = (point.at - bound) / step;
		if (z > -9) total += point.mass * normalCdf(z);
	}
	return total;
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

// src/report/who-acts.ts
const TASK_CHANGED = {
	who: "Whoever changed the task",
	what: say`evaluate the baseline again with the task as it is now, or undo the change.`
};
const CHECKPOINT_CHANGED = {
	who: "Whoever made the checkpoint",
	what: say`restore the baseline's tokenizer, or compare with a baseline that shares it.`
};
const TEMPLATE_CHANGED = {
	who: "Whoever made the checkpoint",
	what: say`restore the baseline's chat template; or, where the new one is meant, declare ${code("accept_change: [chat_template]")} and name the baseline's weights, which are then asked with it.`
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
	chat_template: TEMPLATE_CHANGED,
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
/** @param values gone through twice: cubes are taken about the mean */
function skewedMean(values) {
	const estimate = studentMean(values);
	const { value, stderr, df } = estimate;
	const spread = stderr * Math.sqrt(df + 1);
	let cubes = 0;
	for (const each of values) cubes += ((each - value) / spread) ** 3;
	return {
		...estimate,
		skewness: Number.isFinite(cubes) ? cubes / (df + 1) : 0
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

// src/stats/ratio.ts
const addParts = (left, right) => ({
	numerator: left.numerator + right.numerator,
	denominator: left.denominator + right.denominator
});
const addPairs = (left, right) => ({
	baseline: addParts(left.baseline, right.baseline),
	candidate: addParts(left.candidate, right.candidate)
});
/** R = Σ numerator / Σ denominator. */
function ratioOfSums(parts) {
	const { numerator, denominator } = totalOf(parts);
	return numerator / denominator;
}
/**
* R as the mean of one number a unit, θ + G · e_g with Σ e = 0: to first order unit g moves R by e_g = (u_g − R v_g) / Σv.
* Student's mean of them has the standard error of R. Cochran 1977, "Sampling techniques", 6.4. Assumes Σv is far from 0 and
* varies little.
*/
function ratioValues(units) {
	const total = totalOf(units);
	const theta = total.numerator / total.denominator;
	return mapped(units, (part) => theta + units.count * influence(part, total));
}
/** R(candidate) − R(baseline) on the same samples, likewise: the influences of the two sides subtract. */
function ratioDifferenceValues(units) {
	const nothing = {
		numerator: 0,
		denominator: 0
	};
	let total = {
		baseline: nothing,
		candidate: nothing
	};
	for (const pair of units) total = addPairs(total, pair);
	const { baseline, candidate } = total;
	const theta = candidate.numerator / candidate.denominator - baseline.numerator / baseline.denominator;
	return mapped(units, (pair) => theta + units.count * (influence(pair.candidate, candidate) - influence(pair.baseline, baseline)));
}
const influence = ({ numerator, denominator }, total) => (numerator - total.numerator / total.denominator * denominator) / total.denominator;
function totalOf(parts) {
	let [numerator, denominator] = [0, 0];
	for (const part of parts) {
		numerator += part.numerator;
		denominator += part.denominator;
	}
	return {
		numerator,
		denominator
	};
}
const mapped = (items, map) => ({ *[Symbol.iterator]() {
	for (const item of items) yield map(item);
} });

// src/stats/clustered.ts
/**
* Sums the samples of every cluster, each in the place of its first sample.
*
* A ratio of sums over samples is one over units, and so is its influence: a cluster's Σ e_i is the e of its sums. That gives
* CR1 of Liang & Zeger 1986, √(G/(G−1) · Σ_g (Σ_{i∈g} e_i)²) with G − 1 degrees of freedom; Miller 2024, "Adding error bars to
* evals", is the same without the small-sample factor. Clusters of one sample give the ordinary standard error.
*
* @param read null for a sample that does not count
* @param clusterOf null for a sample that is a unit of its own
*/
function sumClusters(samples, read, clusterOf, add) {
	const sums = /* @__PURE__ */ new Map();
	let alone = 0;
	let counted = 0;
	for (const sample of samples) {
		const reading = read(sample);
		if (reading === null) continue;
		counted += 1;
		const cluster = clusterOf(sample);
		if (cluster === null) {
			alone += 1;
			continue;
		}
		const earlier = sums.get(cluster);
		sums.set(cluster, earlier === void 0 ? reading : add(earlier, reading));
	}
	return {
		count: alone + sums.size,
		samples: counted,
		*[Symbol.iterator]() {
			if (alone === 0) {
				yield* sums.values();
				return;
			}
			const clusters = sums.entries();
			let next = clusters.next();
			for (const sample of samples) {
				const reading = read(sample);
				if (reading === null) continue;
				const cluster = clusterOf(sample);
				if (cluster === null) yield reading;
				else if (!next.done && next.value[0] === cluster) {
					yield next.value[1];
					next = clusters.next();
				}
			}
		}
	};
}

// src/compare/clusters.ts
/** Readings summed by cluster; those that are null are left out. */
function unitsOf(scores, read, add) {
	return sumClusters(scores, read, ({ cluster }) => cluster, add);
}
/** Readings by cluster, in the order of samples, for what no sum can stand for; those that are null are left out. */
function clustersOf(scores, read) {
	const clusters = [];
	const named = /* @__PURE__ */ new Map();
	for (const score of scores) {
		const reading = read(score);
		if (reading === null) continue;
		const cluster = score.cluster === null ? void 0 : named.get(score.cluster);
		if (cluster !== void 0) {
			cluster.push(reading);
			continue;
		}
		const first = [reading];
		clusters.push(first);
		if (score.cluster !== null) named.set(score.cluster, first);
	}
	return clusters;
}
/** Units that differ from the most common value, below which they are too few. */
const FEWEST_DIFFERING = 10;
/**
* Fewer than ten units that differ from the most common value do not make a normal mean (the old "at least ten of each"
* rule). Such data get one more unit, at the worst possible value: when all n are alike this bounds the mean to within
* 2.6 R/(n + 1) of them, R being the range, as Tango's test and the rule of three do for rates.
*/
function isSparse(unitValues) {
	const counts = /* @__PURE__ */ new Map();
	let units = 0;
	for (const value of unitValues) {
		units += 1;
		counts.set(value, (counts.get(value) ?? 0) + 1);
		if (counts.size > FEWEST_DIFFERING) return false;
	}
	const commonest = Math.max(0, ...counts.values());
	return commonest > 1 && units - commonest < FEWEST_DIFFERING;
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

// src/stats/low-absolute.ts
/**
* An estimate of |μ| that on average is too low, whatever μ is, from one x that is normal about μ with a known standard
* error; |x| itself is too high. Is x split into x + σZ and x − σZ (two halves of the samples, independent of each other), the
* sign of the one times the other has the mean μ · E sign ≤ |μ|; this is its mean over all splits, x(2Φ(x/σ) − 1) − 2σφ(x/σ).
* Rasines & Young 2023, "Splitting strategies for post-selection inference".
*/
function lowAbsolute(x, stderr) {
	if (stderr === 0) return Math.abs(x);
	const z = x / stderr;
	return x * (2 * normalCdf(z) - 1) - 2 * stderr * normalDensity(z);
}

// src/compare/calibration-error.ts
/** Standard errors from 0 at which the sign of a gap is taken as known. */
const CLEAR = 1.5;
/**
* Limits of a calibration error, or of its change, that hold in spite of its bias. Chance gaps raise every |gap|, most in the
* better calibrated side, so that a rise looks smaller than it is, and resampling raises them once more. So each limit
* starts from an estimate that errs, on average, on its own side only. Of a rise, upwards:
*
* - by the change: with one sign s a bin for both sides, |c| − |b| ≤ s(c − b) if s is the sign of c, and ≤ |c − b| always. s
*   is the sign of c where that is clear, else that of the change. Sharp where little changed.
* - by the sides: |c| as it is, which is too high, less an estimate of |b| that is too low. Sharp where much changed.
*
* Downwards the sides swap places. The better of the two counts, each at half the level (Bonferroni). Signs once chosen make
* the number a ratio of sums, of which this is Student's t. Assumes that a bin's gap is nearly normal.
*
* @param units samples by cluster, each with the sides in question: the baseline's first, the candidate's last
* @param extremes one more unit of the worst value at either end, where hardly any differ
*/
function limitsOfCalibrationError(units, extremes) {
	const own = gapsOf(units.map((unit) => unit.flatMap((sides) => sides.at(-1) ?? [])));
	const other = units.some((unit) => unit.some((sides) => sides.length === 2)) ? gapsOf(units.map((unit) => unit.flatMap((sides) => sides[0] ?? []))) : null;
	const estimate = (end, ownSigns, otherSigns = ownSigns) => {
		const values = valuesOf(units, ownSigns, otherSigns);
		return studentMean(extremes === null ? values : [...values, extremes[end]]);
	};
	const plain = (end, shift) => {
		const { value, ...rest } = estimate(end, own.gap.map(signOf), other?.gap.map(signOf));
		return {
			...rest,
			value: value + shift
		};
	};
	if (other === null) {
		const [low, high] = [plain("low", -excessOf(own)), plain("high", 0)];
		return remembered({
			lower: (alpha) => studentInterval(low, alpha).low,
			upper: (alpha) => studentInterval(high, alpha).high
		});
	}
	const lows = [estimate("low", signsOf(other, own)), plain("low", -excessOf(own))];
	const highs = [estimate("high", signsOf(own, other)), plain("high", excessOf(other))];
	return remembered({
		lower: (alpha) => Math.max(...lows.map((low) => studentInterval(low, alpha / 2).low)),
		upper: (alpha) => Math.min(...highs.map((high) => studentInterval(high, alpha / 2).high))
	});
}
const signOf = (gap) => gap >= 0 ? 1 : -1;
/** With which Σ s(gap of one − gap of another) is at least Σ |gap of one| − |gap of another|, on average. */
const signsOf = ({ gap, stderr }, other) => gap.map((each, bin) => {
	const isClear = Math.abs(each) > CLEAR * (stderr[bin] ?? Infinity);
	return signOf(isClear ? each : each - (other.gap[bin] ?? 0));
});
/** By how much the plain sum of absolute gaps is above one that is too low on average. */
const excessOf = ({ gap, stderr }) => sum(gap.map((each, bin) => Math.abs(each) - lowAbsolute(each, stderr[bin] ?? 0)));
function gapsOf(units) {
	const gap = new Array(15).fill(0);
	const seen = [...gap];
	const expected = [...gap];
	for (const unit of units) {
		const inUnit = /* @__PURE__ */ new Map();
		for (const part of unit) {
			const [confidence = NaN] = part.parts ?? [];
			const bin = calibrationBinOf(confidence);
			inUnit.set(bin, (inUnit.get(bin) ?? 0) + gapOf(part));
			expected[bin] = (expected[bin] ?? 0) + part.denominator ** 2 * confidence * (1 - confidence);
		}
		for (const [bin, own] of inUnit) {
			gap[bin] = (gap[bin] ?? 0) + own;
			seen[bin] = (seen[bin] ?? 0) + own ** 2;
		}
	}
	const total = sum(units.flat().map(({ denominator }) => denominator));
	return {
		gap: gap.map((each) => each / total),
		stderr: seen.map((each, bin) => Math.sqrt(Math.max(each, expected[bin] ?? 0)) / total)
	};
}
/** One number a unit, the mean of which is Σ sign · gap of the own side, less that of the other side if there is one. */
function valuesOf(units, own, other) {
	const signed = (part, signs) => {
		if (part === void 0) throw new Error("a sample without a side");
		return {
			numerator: (signs[calibrationBinOf(part.parts?.[0] ?? NaN)] ?? NaN) * gapOf(part),
			denominator: part.denominator
		};
	};
	return [...units.some((unit) => unit.some((sides) => sides.length === 1)) ? ratioValues(summed(units, ([part]) => signed(part, own), addParts)) : ratioDifferenceValues(summed(units, ([baseline, candidate]) => ({
		baseline: signed(baseline, other),
		candidate: signed(candidate, own)
	}), addPairs))];
}
function summed(units, read, add) {
	const sums = units.map((unit) => unit.map(read).reduce(add));
	return sumClusters(sums, (each) => each, () => null, add);
}
/** right − confidence, weighted. */
const gapOf = ({ parts: [confidence = NaN, right = NaN] = [], denominator }) => denominator * (right - confidence);

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
	add: addPairs,
	values: ratioDifferenceValues,
	unitValue: ({ baseline, candidate }) => ratioOfSums([candidate]) - ratioOfSums([baseline]),
	extremes: ({ low, high }) => ({
		low: low - high,
		high: high - low
	}),
	exact: {
		method: "tango",
		infer: (readings) => {
			const counts = countMoves(readings);
			const { rose, fell, pairs } = counts;
			return {
				value: (rose - fell) / pairs,
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
	add: addParts,
	values: ratioValues,
	unitValue: (unit) => ratioOfSums([unit]),
	extremes: (bounds) => bounds,
	exact: {
		method: "clopper-pearson",
		infer: (readings) => {
			let [events, n] = [0, 0];
			for (const { numerator } of readings) {
				events += numerator;
				n += 1;
			}
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
/** What the number is read from; gone through as often as is asked. */
function readingsOf(scores, { read }) {
	return { *[Symbol.iterator]() {
		for (const score of scores) {
			const reading = read(score);
			if (reading !== null) yield reading;
		}
	} };
}
/** Every score that it is read from. */
function partsOf(scores, subject) {
	return { *[Symbol.iterator]() {
		for (const reading of readingsOf(scores, subject)) yield* subject.parts(reading);
	} };
}
/** Pairs of 0/1 scores by how they changed. */
function countMoves(readings) {
	const counts = {
		rose: 0,
		fell: 0,
		pairs: 0
	};
	for (const { baseline, candidate } of readings) {
		if (candidate.numerator > baseline.numerator) counts.rose += 1;
		if (candidate.numerator < baseline.numerator) counts.fell += 1;
		counts.pairs += 1;
	}
	return counts;
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
* or hardly any of them differ; limits of its own for the calibration error. Remembered, because every gate on the metric
* asks for the same.
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
/** The jackknife's standard error of a corpus metric's change; null without a value. */
function stderrOfCorpusChange({ declaration, scores }) {
	return influences(scores, declaration, DELTA)?.estimate.stderr ?? null;
}
/** A corpus metric, or its change, as a function of the units, and what each of them moves it by; null without a value. */
function influences(scores, declaration, subject) {
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
	const estimate = studentMean(values);
	return {
		clusters,
		readings,
		sides,
		isChange: other !== void 0,
		statistic,
		value,
		values,
		estimate
	};
}
function weighAnew({ declaration, scores, resamples = RESAMPLES }, subject) {
	const found = influences(scores, declaration, subject);
	if (found === null) return null;
	const { clusters, readings, sides, isChange, statistic, value, values, estimate } = found;
	const differing = clusters.filter((cluster) => cluster.some((reading) => differs(subject.parts(reading)))).length;
	const sparse = isChange ? differing < 10 : isSparse(values);
	const n = readings.length;
	const isWhole = n === scores.length;
	if (declaration.aggregate === "ece") {
		const extremes = sparse ? subject.extremes(unitRange(sides, declaration)) : null;
		const limits = limitsOfCalibrationError(clusters.map((cluster) => cluster.map(subject.parts)), extremes);
		const completion = isWhole ? {
			value,
			inference: {
				kind: "limits",
				limits
			}
		} : null;
		return {
			method: "calibration limits",
			value,
			n,
			lowest: completion,
			highest: completion,
			sparse
		};
	}
	if (sparse || clusters.length <= FEW_UNITS) {
		const extremes = subject.extremes(unitRange(sides, declaration));
		const complete = (end) => {
			const own = sparse ? studentMean([...values, extremes[end]]) : estimate;
			return isWhole && own.stderr > 0 ? {
				value,
				inference: {
					kind: "student",
					estimate: own
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
		resamples,
		seed
	});
	if (resampled === null) return null;
	const completion = isWhole ? {
		value,
		inference: {
			kind: "each",
			of: [{
				kind: "bootstrap",
				bootstrap: resampled
			}, {
				kind: "student",
				estimate
			}]
		}
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
	let next = 0;
	const members = clusters.map((cluster) => cluster.map(() => next++));
	const unitOf = members.flatMap((cluster, unit) => cluster.map(() => unit));
	let resampled = null;
	return {
		value: metric.without([]),
		statistic: {
			units: clusters.length,
			value(ofUnits) {
				resampled ??= resampling(samples, AGGREGATES[aggregate], unitOf);
				return resampled(ofUnits);
			},
			without: (unit) => metric.without(members[unit] ?? [])
		}
	};
}
/** The metric on resampled units, of which sample i belongs to `unitOf[i]`. */
function resampling(samples, aggregate, unitOf) {
	const kinds = kindsOf(samples);
	const byKind = aggregate(kinds.distinct);
	const times = new Float64Array(kinds.distinct.length);
	return (ofUnits) => {
		times.fill(0);
		for (let sample = 0; sample < unitOf.length; sample += 1) {
			const kind = kinds.of[sample] ?? 0;
			times[kind] = (times[kind] ?? 0) + (ofUnits[unitOf[sample] ?? 0] ?? 0);
		}
		return byKind.value(times);
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
		const unseen = population === void 0 ? 1 : 1 - (df + 1) / population;
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

// src/compare/score-table.ts
/**
* Paired scores in columns: some 60 bytes each, where objects take 200. What is taken out of it is an object of its own, made
* anew every time; a selection shares the columns.
*/
var ScoreTable = class ScoreTable {
	length;
	#columns;
	/** Null for all rows. */
	#rows;
	constructor(columns, rows, length) {
		this.#columns = columns;
		this.#rows = rows;
		this.length = length;
	}
	static from(scores) {
		return scores instanceof ScoreTable ? scores : ScoreTable.of(scores, scores.length);
	}
	/** @param most how many there are at most */
	static of(scores, most) {
		const columns = {
			keys: [],
			weights: new Float64Array(most),
			groups: new Names(most),
			clusters: new Names(most),
			baseline: partsFor(most),
			candidate: partsFor(most)
		};
		let row = 0;
		for (const score of scores) {
			columns.keys.push(score.key);
			columns.weights[row] = score.weight;
			columns.groups.set(row, score.group);
			columns.clusters.set(row, score.cluster);
			setPart(columns.baseline, row, score.baseline);
			setPart(columns.candidate, row, score.candidate);
			row += 1;
		}
		return new ScoreTable(columns, null, row);
	}
	*[Symbol.iterator]() {
		for (let position = 0; position < this.length; position += 1) yield this.#at(position);
	}
	filter(holds) {
		return this.split((score) => holds(score) ? true : void 0).get(true) ?? this.slice(0, 0);
	}
	/** Selections by what is said of each score, in the order in which that is first said; undefined leaves a score out. */
	split(of) {
		const positions = /* @__PURE__ */ new Map();
		for (let position = 0; position < this.length; position += 1) {
			const key = of(this.#at(position));
			if (key !== void 0 && positions.get(key)?.push(position) === void 0) positions.set(key, [position]);
		}
		return new Map([...positions].map(([key, own]) => [key, this.pick(own)]));
	}
	slice(start, end) {
		const from = Math.min(start, this.length);
		const count = Math.max(0, Math.min(end, this.length) - from);
		return this.pick(Array.from({ length: count }, (_, position) => from + position));
	}
	/** The scores at these positions, in this order. */
	pick(positions) {
		const rows = Int32Array.from(positions, (position) => this.#rowAt(position));
		return new ScoreTable(this.#columns, rows, rows.length);
	}
	some(holds) {
		for (let position = 0; position < this.length; position += 1) if (holds(this.#at(position))) return true;
		return false;
	}
	every(holds) {
		return !this.some((score) => !holds(score));
	}
	map(of) {
		return Array.from({ length: this.length }, (_, position) => of(this.#at(position), position));
	}
	flatMap(of) {
		const found = [];
		for (const score of this) {
			const own = of(score);
			if (Array.isArray(own)) found.push(...own);
			else found.push(own);
		}
		return found;
	}
	#rowAt(position) {
		return this.#rows === null ? position : this.#rows[position] ?? 0;
	}
	#at(position) {
		const row = this.#rowAt(position);
		const { keys, weights, groups, clusters, baseline, candidate } = this.#columns;
		return {
			key: keys[row] ?? "",
			cluster: clusters.get(row),
			group: groups.get(row),
			weight: weights[row] ?? 1,
			baseline: partAt(baseline, row),
			candidate: partAt(candidate, row)
		};
	}
};
function partsFor(most) {
	return {
		numerators: new Float64Array(most),
		denominators: new Float64Array(most),
		corpus: []
	};
}
function setPart({ numerators, denominators, corpus }, row, part) {
	numerators[row] = part?.numerator ?? NaN;
	denominators[row] = part?.denominator ?? NaN;
	if (part?.parts !== void 0) corpus[row] = part.parts;
}
function partAt({ numerators, denominators, corpus }, row) {
	const [numerator = NaN, denominator = NaN] = [numerators[row], denominators[row]];
	if (Number.isNaN(denominator)) return null;
	const parts = corpus[row];
	return parts === void 0 ? {
		numerator,
		denominator
	} : {
		numerator,
		denominator,
		parts
	};
}
/** Names of which many are the same, or null. */
var Names = class {
	#codes;
	#names = [null];
	#known = /* @__PURE__ */ new Map();
	constructor(most) {
		this.#codes = new Int32Array(most);
	}
	set(row, name) {
		if (name === null) return;
		const code = this.#known.get(name) ?? this.#names.push(name) - 1;
		this.#known.set(name, code);
		this.#codes[row] = code;
	}
	get(row) {
		return this.#names[this.#codes[row] ?? 0] ?? null;
	}
};

// src/compare/groups.ts
/** Whether the metric is a mean of means, and there are several of these. */
function isMeanOfGroups({ declaration, scores }) {
	return declaration.group_average === "macro" && groupsOf(scores).length > 1;
}
/** Samples by group, in the order in which groups first come. One that no side has belongs to nobody knows which. */
function groupsOf(scores) {
	return [...ScoreTable.from(scores).split(({ group, baseline, candidate }) => group === null && baseline === null && candidate === null ? void 0 : group).values()];
}
/**
* One number a unit, group by group; null where a group has none, so that there is no mean of all groups, and where a
* cluster reaches over groups, which are then not independent.
*/
function valuesByGroup(scores, read, { values, add }) {
	const groups = groupsOf(scores);
	const owners = /* @__PURE__ */ new Map();
	for (const [index, group] of groups.entries()) for (const { cluster } of group) {
		if (cluster === null) continue;
		if ((owners.get(cluster) ?? index) !== index) return null;
		owners.set(cluster, index);
	}
	const found = groups.map((group) => {
		const units = unitsOf(group, read, add);
		return {
			values: values(units),
			count: units.count
		};
	});
	return found.some(({ count }) => count === 0) ? null : found;
}
const meanOfMeans = (groups) => sum(groups.map(({ values, count }) => sum(values) / count)) / groups.length;
/** Every group counts alike. @param extra one more unit, for the smallest group, where it weighs most */
function stratify(groups, extra = []) {
	const smallest = groups.reduce((least, { count }, index) => count < (groups[least]?.count ?? 0) ? index : least, 0);
	return stratifiedMean(groups.map(({ values }, index) => ({
		values: index === smallest ? withExtra(values, extra) : values,
		weight: 1
	})));
}
/** Values with some more after them. */
const withExtra = (values, extra) => ({ *[Symbol.iterator]() {
	yield* values;
	yield* extra;
} });
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
	const observed = unitsOf(scores, subject.read, subject.add);
	if (observed.count < 2) return null;
	const parts = partsOf(scores, subject);
	const isClustered = observed.count < observed.samples;
	const isExact = !isClustered && isZeroOrOne(declaration, parts);
	const bounds = boundsOf(declaration, parts);
	const sparse = !isExact && bounds !== null && isSparse(unitValuesOf(observed, subject));
	const value = meanOf$1(subject.values(observed), observed.count);
	if (!Number.isFinite(value)) return null;
	const isWhole = observed.samples === scores.length;
	const complete = (end) => {
		const units = isWhole ? observed : unitsOf(scores, (score) => subject.read(score) ?? fill(score, subject, declaration, end), subject.add);
		if (units.samples < scores.length) return null;
		if (isExact) return subject.exact.infer(units);
		const values = subject.values(units);
		const inference = sparse && bounds !== null ? {
			kind: "student",
			estimate: studentMean(withExtra(values, [subject.extremes(bounds)[end]]))
		} : {
			kind: "skewed",
			estimate: skewedMean(values)
		};
		if (bounds !== null && inference.estimate.stderr === 0) return null;
		return {
			value: meanOf$1(values, units.count),
			inference
		};
	};
	const lowest = complete("low");
	return {
		method: isExact ? subject.exact.method : linearMethod(declaration, isClustered),
		value: isExact ? subject.exact.infer(observed).value : value,
		n: observed.samples,
		lowest,
		highest: isWhole && !sparse ? lowest : complete("high"),
		sparse
	};
}
/** As `weigh`, for a mean of the groups' means. */
function weighGroups(metric, subject) {
	const { declaration, scores } = metric;
	const observed = valuesByGroup(scores, subject.read, subject);
	if (observed === null) return null;
	const units = unitsOf(scores, subject.read, subject.add);
	const bounds = boundsOf(declaration, partsOf(scores, subject));
	const sparse = bounds !== null && isSparse(unitValuesOf(units, subject));
	const complete = (end) => {
		const read = (score) => subject.read(score) ?? fill(score, subject, declaration, end);
		const groups = valuesByGroup(scores, read, subject);
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
	return {
		method: "stratified t",
		value: meanOfMeans(observed),
		n: units.samples,
		lowest: complete("low"),
		highest: complete("high"),
		sparse
	};
}
function* unitValuesOf(units, { unitValue }) {
	for (const unit of units) yield unitValue(unit);
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
	if (kind !== "mean" || range.min !== 0 || range.max !== 1) return false;
	for (const { numerator, denominator } of parts) if (denominator !== 1 || numerator !== 0 && numerator !== 1) return false;
	return true;
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
	const seen = {
		low: Infinity,
		high: -Infinity
	};
	for (const part of parts) {
		const value = ratioOfSums([part]);
		seen.low = Math.min(seen.low, value);
		seen.high = Math.max(seen.high, value);
	}
	return {
		low: range.min ?? seen.low,
		high: range.max ?? seen.high
	};
}
function linearMethod({ kind }, isClustered) {
	if (kind === "ratio") return "linearised t";
	return isClustered ? "clustered t" : "t";
}
function meanOf$1(values, count) {
	return sum(values) / count;
}

// src/compare/pair.ts
const NONE = -1;
/** Every key of either side once, in the order of keys, so that the order of lines in a file changes nothing. */
var Pairs = class {
	#keys;
	#sides;
	constructor(sortedKeys, sides) {
		this.#keys = sortedKeys;
		this.#sides = sides;
	}
	get length() {
		return this.#keys.length;
	}
	*[Symbol.iterator]() {
		for (const [index, key] of this.#keys.entries()) yield this.#pairOf(key, index);
	}
	/** Of those, how many both sides have. */
	get complete() {
		const { baseline, candidate } = this.#sides;
		return baseline.positions.filter((position, index) => position !== NONE && candidate.positions[index] !== NONE).length;
	}
	/** Null for a key of neither side. */
	find(key) {
		let [low, high] = [0, this.#keys.length];
		while (low < high) {
			const middle = low + high >>> 1;
			if ((this.#keys[middle] ?? "") < key) low = middle + 1;
			else high = middle;
		}
		return this.#keys[low] === key ? this.#pairOf(key, low) : null;
	}
	#pairOf(key, index) {
		const { baseline, candidate } = this.#sides;
		return {
			key,
			baseline: sampleOf(baseline, index),
			candidate: sampleOf(candidate, index)
		};
	}
};
function sampleOf({ samples, positions }, index) {
	const position = positions[index] ?? NONE;
	return position === NONE ? null : samples.at(position) ?? null;
}
/** Pairs samples by key, never by position. */
function pairSamples(baseline, candidate) {
	const keys = [];
	const duplicates = {
		baseline: /* @__PURE__ */ new Set(),
		candidate: /* @__PURE__ */ new Set()
	};
	const index = new SampleIndex(baseline);
	for (const [position, key] of keysOf(baseline)) if (index.find(key) !== void 0) duplicates.baseline.add(key);
	else {
		index.add(key, position);
		keys.push(key);
	}
	const partners = new Int32Array(baseline.length).fill(NONE);
	const extra = /* @__PURE__ */ new Map();
	for (const [position, key] of keysOf(candidate)) {
		const own = index.find(key);
		if (own === void 0 ? extra.has(key) : partners[own] !== NONE) duplicates.candidate.add(key);
		else if (own !== void 0) partners[own] = position;
		else {
			extra.set(key, position);
			keys.push(key);
		}
	}
	keys.sort(byCodeUnits);
	const onBaseline = Int32Array.from(keys, (key) => index.find(key) ?? NONE);
	const onCandidate = Int32Array.from(keys, (key, place) => {
		const own = onBaseline[place] ?? NONE;
		return (own === NONE ? extra.get(key) : partners[own]) ?? NONE;
	});
	return {
		pairs: new Pairs(keys, {
			baseline: {
				samples: baseline,
				positions: onBaseline
			},
			candidate: {
				samples: candidate,
				positions: onCandidate
			}
		}),
		duplicates: {
			baseline: [...duplicates.baseline].sort(byCodeUnits),
			candidate: [...duplicates.candidate].sort(byCodeUnits)
		}
	};
}
function* keysOf(samples) {
	let position = 0;
	for (const sample of samples) {
		yield [position, sampleKey(sample)];
		position += 1;
	}
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
		return estimateOfGroups(valuesByGroup(scores, read, {
			values: ratioValues,
			add: addParts
		}), n);
	}
	const units = unitsOf(scores, read, addParts);
	const value = ratioOfSums(units);
	if (!Number.isFinite(shown(value, declaration))) return null;
	const stderr = units.count < 2 ? null : studentMean(ratioValues(units)).stderr;
	return {
		value: shown(value, declaration),
		stderr: stderr === null ? null : finiteOrNull(stderr * stretch(value, declaration)),
		n: units.samples
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
	if (!isZeroOrOne(declaration, partsOf(scores, DELTA))) return null;
	const { rose, fell, pairs } = countMoves(readingsOf(scores, DELTA));
	if (pairs === 0) return null;
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
	return [...ScoreTable.from(scores).split(({ group }) => group ?? void 0)].flatMap(([group, ofGroup]) => {
		const own = {
			...metric,
			scores: ofGroup
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
	const unpaired = {
		baseline: 0,
		candidate: 0
	};
	const unscored = {
		baseline: 0,
		candidate: 0
	};
	const reasons = {
		baseline: /* @__PURE__ */ new Map(),
		candidate: /* @__PURE__ */ new Map()
	};
	function* own() {
		let count = 0;
		let heaviest = 0;
		for (const pair of pairs) {
			if (filterOf(pair) !== filter) continue;
			const score = pairedScore(pair, declaration);
			for (const side of SIDES) {
				if (pair[side] === null) unpaired[side === "baseline" ? "candidate" : "baseline"] += 1;
				else if (score[side] === null) unscored[side] += 1;
				const given = pair[side]?.scores[declaration.name];
				if (given !== void 0 && isUnscored(given)) reasons[side].set(given.unscored, (reasons[side].get(given.unscored) ?? 0) + 1);
			}
			count += 1;
			heaviest = Math.max(heaviest, score.weight);
			yield score;
		}
		yield* blanks(planned - count, count === 0 ? 1 : heaviest);
	}
	return {
		declaration,
		filter,
		scores: ScoreTable.of(own(), Math.max(pairs.length, planned)),
		unpaired,
		unscored,
		whyUnscored: {
			baseline: commonest(reasons.baseline),
			candidate: commonest(reasons.candidate)
		}
	};
}
const SIDES = ["baseline", "candidate"];
/** Of equally common reasons the first in the order of the samples. */
function commonest(counts) {
	const [first] = [...counts].sort(([, left], [, right]) => right - left);
	return first?.[0] ?? null;
}
function* blanks(count, weight) {
	const nothing = {
		cluster: null,
		group: null,
		weight,
		baseline: null,
		candidate: null
	};
	for (let index = 0; index < count; index += 1) yield {
		key: `never run ${index}`,
		...nothing
	};
}
function filterOf({ baseline, candidate }) {
	return (candidate ?? baseline)?.filter ?? null;
}
function pairedScore({ key, baseline, candidate }, metric) {
	const sample = candidate ?? baseline;
	return {
		key,
		cluster: sample?.cluster ?? null,
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
		return [...new Set(sides.flatMap((run) => [...(run?.record.aggregates ?? []).flatMap(({ metric, filter }) => metric === declaration.name ? [filter ?? null] : []), ...Array.from(run?.samples ?? []).flatMap(({ filter, scores }) => Object.hasOwn(scores, declaration.name) ? [filter ?? null] : [])]))].sort((a, b) => byCodeUnits(a ?? "", b ?? "")).map((filter) => ({
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

// src/compare/averages.ts
/** Two sums of the same doubles in another order. */
const TOLERANCE = 2e-9;
/**
* Results of a harness do not say which mean the number of a group is, and where both come to the same, such as 0 everywhere,
* it is taken for that over samples. Beside a run whose number is the mean over groups, it is that mean as well.
*/
function alignAverages(run, other) {
	const ofGroups = new Set(other.record.metrics.flatMap(({ name, group_average: average }) => average === void 0 ? [] : name));
	const metrics = run.record.metrics.map((metric) => ofGroups.has(metric.name) && metric.group_average === void 0 && isEitherMean(run.samples, metric) ? {
		...metric,
		group_average: "macro"
	} : metric);
	return {
		...run,
		record: {
			...run.record,
			metrics
		}
	};
}
function isEitherMean(samples, { name }) {
	const filters = /* @__PURE__ */ new Set();
	for (const { filter } of samples) filters.add(filter);
	return [...filters].every((filter) => {
		const groups = /* @__PURE__ */ new Map();
		for (const sample of samples) {
			if (sample.filter !== filter) continue;
			const score = sample.scores[name];
			if (typeof score !== "number" || sample.weight !== void 0) return false;
			const group = groups.get(sample.group);
			if (group === void 0) groups.set(sample.group, [score]);
			else group.push(score);
		}
		const overSamples = meanOf([...groups.values()].flat());
		const overGroups = meanOf([...groups.values()].map(meanOf));
		return Math.abs(overSamples - overGroups) <= TOLERANCE * Math.max(1, Math.abs(overSamples));
	});
}
const meanOf = (values) => sum(values) / values.length;

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
		...pairDifferences(pairing)
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
	const only = {
		baseline: {
			count: 0,
			first: ""
		},
		candidate: {
			count: 0,
			first: ""
		}
	};
	for (const pair of pairs) {
		if (pair.baseline !== null && pair.candidate !== null) continue;
		const own = only[pair.baseline === null ? "candidate" : "baseline"];
		if (own.count === 0) own.first = pair.key;
		own.count += 1;
	}
	if (designOf(candidate) === "sequential") only.baseline.count = 0;
	if (only.baseline.count + only.candidate.count === 0) return [];
	const show = ({ count, first }) => count === 0 ? "none missing on the other side" : `${count} only here, first ${displayKey(first)}`;
	return [{
		field: "samples",
		baseline: show(only.baseline),
		candidate: show(only.candidate),
		severity: "soft"
	}];
}
function describeDuplicates(keys) {
	return keys.length === 0 ? "no duplicates" : `${keys.length} duplicate ids, first ${displayKey(keys[0] ?? "")}`;
}
/** Samples of which a side has a line. */
function evaluatedOf({ pairs }, side) {
	const ids = /* @__PURE__ */ new Set();
	for (const { [side]: sample } of pairs) if (sample !== null) ids.add(sample.id);
	return ids.size;
}
/** Lines more than planned in any one filter. */
function beyondPlan(record, { pairs }, side) {
	const lines = /* @__PURE__ */ new Map();
	for (const { [side]: sample } of pairs) if (sample !== null) lines.set(sample.filter, (lines.get(sample.filter) ?? 0) + 1);
	return Math.max(0, ...[...lines.values()].map((count) => count - record.planned));
}
/** What the two sides of a pair must have been given alike. */
const GIVEN_ALIKE = [
	{
		field: "inputs",
		of: (sample) => sample.input_digest
	},
	{
		field: "targets",
		of: (sample) => sample.target_digest
	},
	{
		field: "samples",
		of: (sample) => sample.cluster ?? "none",
		shown: "cluster "
	},
	{
		field: "samples",
		of: (sample) => sample.group ?? "none",
		shown: "group "
	},
	{
		field: "samples",
		of: (sample) => sample.weight ?? 1,
		shown: "weight "
	}
];
/** Pairs of which the two sides were given different things under the same id: counted, and the first one shown. */
function pairDifferences({ pairs }) {
	const counted = GIVEN_ALIKE.map((given) => ({
		given,
		count: 0,
		first: null
	}));
	for (const pair of pairs) {
		const { baseline, candidate } = pair;
		if (baseline === null || candidate === null) continue;
		for (const each of counted) {
			if (each.given.of(baseline) === each.given.of(candidate)) continue;
			each.first ??= pair;
			each.count += 1;
		}
	}
	return counted.flatMap(({ given: { field, of, shown = "" }, count, first }) => {
		if (first === null) return [];
		const show = (sample) => `${shown}${sample === null ? "none" : of(sample)} at ${displayKey(first.key)} (${count} differ)`;
		return [{
			field,
			baseline: show(first.baseline),
			candidate: show(first.candidate),
			severity: "hard"
		}];
	});
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
	const [regressed, improved] = [new Largest(MOST_REGRESSED), new Largest(MOST_IMPROVED)];
	for (const { key, group, baseline, candidate } of metric.scores) {
		if (baseline === null || candidate === null) continue;
		const before = ratioOfSums([baseline]);
		const after = ratioOfSums([candidate]);
		const gain = better * (after - before);
		if (!Number.isFinite(gain) || gain === 0) continue;
		(gain < 0 ? regressed : improved).add({
			key,
			group,
			before,
			after,
			size: Math.abs(gain)
		});
	}
	return [...regressed.changes(), ...improved.changes()].flatMap(({ key, group, before, after }) => {
		const pair = pairs.find(key);
		if (!pair?.baseline || !pair.candidate) return [];
		return [{
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
		}];
	});
}
const bySize = (a, b) => b.size - a.size || byCodeUnits(a.key, b.key);
/** The largest changes so far: of every group as many as are shown in all, since no more of one can be. */
var Largest = class {
	#most;
	#byGroup = /* @__PURE__ */ new Map();
	constructor(most) {
		this.#most = most;
	}
	add(change) {
		const own = this.#byGroup.get(change.group) ?? [];
		this.#byGroup.set(change.group, own);
		const last = own.at(-1);
		if (own.length === this.#most && last !== void 0 && bySize(last, change) < 0) return;
		const place = own.findIndex((other) => bySize(change, other) < 0);
		own.splice(place === -1 ? own.length : place, 0, change);
		if (own.length > this.#most) own.pop();
	}
	changes() {
		const turns = [...this.#byGroup.values()].flatMap((own) => own.map((change, turn) => ({
			change,
			turn
		})));
		turns.sort((a, b) => b.change.size - a.change.size || a.turn - b.turn || bySize(a.change, b.change));
		return turns.slice(0, this.#most).map(({ change }) => change);
	}
};

// src/compare/sequence.ts
/** Keys of the candidate's samples in the order in which they were evaluated; null where that order decides nothing. */
function sequenceOf(run) {
	return run === null || designOf(run.record) === "full" ? null : Array.from(run.samples, sampleKey);
}
/** The scores of a sequence, in its order. */
function inOrder({ scores }, sequence) {
	const positions = new Map(scores.map(({ key }, position) => [key, position]));
	return ScoreTable.from(scores).pick(sequence.flatMap((key) => positions.get(key) ?? []));
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
function compareTask(ofBaseline, ofCandidate, alpha = .05, task = ofCandidate?.record.task ?? ofBaseline?.record.task ?? "") {
	const [baseline, candidate] = ofBaseline === null || ofCandidate === null ? [ofBaseline, ofCandidate] : [alignAverages(ofBaseline, ofCandidate), alignAverages(ofCandidate, ofBaseline)];
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
	const metrics = isAggregated ? aggregatedMetrics(baseline, candidate, pairing.pairs, record) : metricsOf$1(pairing.pairs, record);
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
			pairs: pairing.pairs.complete,
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
function metricsOf$1(pairs, { metrics, planned }) {
	const mentioned = /* @__PURE__ */ new Map();
	for (const pair of pairs) {
		const names = mentioned.get(filterOf(pair)) ?? /* @__PURE__ */ new Set();
		mentioned.set(filterOf(pair), names);
		for (const sample of [pair.baseline, pair.candidate]) for (const name of Object.keys(sample?.scores ?? {})) names.add(name);
	}
	const filters = [...mentioned].sort(([a], [b]) => byCodeUnits(a ?? "", b ?? ""));
	return metrics.flatMap((declaration) => filters.filter(([, names]) => names.has(declaration.name)).map(([filter]) => scoresOf(pairs, declaration, filter, planned)));
}
/** @param isStopped whether the evaluation stopped for what it saw, so that no interval of a fixed size holds */
function metricResult(metric, all, alpha, isStopped) {
	if (metric.aggregates !== void 0) return weakResult(metric, nameOf(metric, all), alpha);
	const delta = estimateDelta(metric, deltaEvidence(metric), alpha);
	return {
		metric: nameOf(metric, all),
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
function nameOf({ declaration, filter }, all) {
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
/** Limits as they were set, where a measured value is rounded to what it is worth. */
/** The size of a change that is allowed: `2 pp`, `0.25 pp`, `0.03`. */
function formatMargin(size, unit) {
	return unit === "rate" ? `${digits(size * 100)} pp` : digits(size);
}
/** A ceiling or floor: `1 %`, `9.5`. */
function formatLimit(value, unit) {
	return unit === "rate" ? `${digits(value * 100)} %` : digits(value);
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
	if (!Number.isFinite(boundary)) return { refusal: `A change of ${formatMargin(margin, metric.unit)} is beyond all values that the metric can take.` };
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
	const size = formatMargin(margin, unit);
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
		forbidden: `a value ${isCeiling ? "above" : "below"} ${formatLimit(limit, metric.unit)}`
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
	const names = metrics.map((known) => nameOf(known, metrics));
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
		return reason === null ? [] : ` Without a score on the ${side}: ${formatCount(metric.unscored[side])}, mostly because “${reason}”.`;
	});
	return `Only ${formatCount(usable)} of ${plural(expected, "sample")} (${share}) have the scores that this gate needs; at least ${formatLevel(minimum)} must.${why.join("")}`;
}
function sentenceOfCap(task) {
	return `The runs of ${task} were capped to a part of its samples, and nobody says that it was drawn at random, so that it cannot say what the whole benchmark shows: remove the cap, or judge with target: population.`;
}
/** A net gain is never narrowed to a finite list, however a capped task was drawn. */
function sentenceOfCappedSum(task) {
	return `The runs of ${task} were capped to a part of its samples, and a net gain speaks of a whole benchmark only where every task was evaluated whole: remove the cap, or judge with target: population.`;
}
function sentenceOfDraw(drawn, population) {
	return `This speaks of all ${formatCount(population)} samples of the task, of which ${formatCount(drawn)} were drawn at random.`;
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
	const seen = metric.scores.length;
	const of = `${formatCount(seen)} of ${plural(planned, "planned sample")}`;
	if (judgement.verdict === "inconclusive") return `Looked at as it went (${method}), and undecided after ${of}.`;
	return `Decided by a sequential test (${method}) after ${of}; samples after that change nothing.`;
}
function sentenceOfStop(seen, planned, because) {
	const why = because === "regression" ? "since a regression was proven" : "before this gate was decided";
	return `The evaluation stopped after ${formatCount(seen)} of ${plural(planned, "planned sample")}, ${why}: here nothing is proven or ruled out. With --full, or policy.evaluation: full, all of them are evaluated.`;
}
const NO_RESAMPLES = "The samples allow no interval: some resamples of them have no value, or too few show any difference.";
const NO_INTERVAL = "A single independent sample has no interval: nothing can be proven or ruled out.";
function sentenceOfDelta(name, baseline, candidate, delta, metric) {
	const { unit } = metric.declaration;
	const interval = delta.low === null || delta.high === null ? "no interval" : `${formatLevel(delta.level)} interval ${formatChange(delta.low, unit)} to ${formatChange(delta.high, unit)}`;
	const from = `from ${formatValue(baseline.value, unit)} to ${formatValue(candidate.value, unit)}`;
	const count = plural(candidate.n, metric.aggregates === void 0 ? "pair" : "sample");
	return `${name} went ${from}, a change of ${formatChange(delta.value, unit)} (${interval}, ${count}).`;
}
function sentenceOfValue(name, candidate, bound, { declaration: { unit } }) {
	const limit = bound === null ? "no limit" : `${formatLevel(bound.level)} ${bound.side} limit ${formatValue(bound.value, unit)}`;
	return `${name} is ${formatValue(candidate.value, unit)} for the candidate (${limit}, ${plural(candidate.n, "sample")}).`;
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
	return p === null ? " (missing scores leave it open)" : ` (${formatP(p)})`;
}
function sentenceOfNeeded(needed) {
	return needed === null ? [] : [`About ${plural(needed, "sample")} would decide it if what was observed keeps its proportions.`];
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
	return direction === "higher_is_better" && isLowest ? [`Every one of the candidate's ${plural(candidate.n, "sample")} scored exactly 0, which is more often a broken format or template than a lost skill: look at its outputs.`] : [];
}
/** What a reader should know before trusting the numbers, whatever the verdict. */
function cautions(metric, evidence) {
	const { declaration, scores } = metric;
	const missing = metric.aggregates === void 0 ? scores.length - (evidence?.n ?? scores.length) : 0;
	const found = [];
	if (missing > 0) found.push(`${plural(missing, "sample")} without scores counted as bad as can be for a pass and as good as can be for a failure.`);
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
	const isKnown = ({ baseline, candidate }) => baseline !== null || candidate !== null;
	if (!metric.scores.some((score) => score.group !== null && isKnown(score))) return /* @__PURE__ */ new Map();
	const named = [...ScoreTable.from(metric.scores).split((score) => isKnown(score) ? score.group ?? "samples without a group" : void 0)].map(([group, scores]) => [group, {
		...metric,
		scores
	}]);
	return new Map(named.sort(([a], [b]) => byCodeUnits(a, b)));
}
function judgeGroup(group, metric, gate, policy) {
	const pairs = metric.scores.filter((score) => DELTA.read(score) !== null).length;
	const missing = metric.scores.length - pairs;
	if (pairs === 0 || missing > Math.max(1, (1 - policy.minCoverage.value) * metric.scores.length)) return { fault: `Only ${formatCount(pairs)} of ${plural(metric.scores.length, "sample")} of the group ${group} have scores.` };
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
	const size = kind === "relative" ? `${formatLevel(value)} of the baseline` : formatMargin(value, unit);
	const by = value === 0 ? "" : ` by more than ${size}`;
	if (verdict === "regression") return `${formatCount(proven.length)} of ${plural(count, "group")} are proven to have ${move}${by}: ${nameGroups(proven, metric)}.`;
	if (isTooSmall) return `None of ${plural(count, "group")} has enough samples to prove that it has ${move}${by}, even if every answer had become worse.`;
	if (verdict === "inconclusive") return `None of ${plural(count, "group")} is proven to have ${move}${by}, and not all could be judged.`;
	return `None of ${plural(count, "group")} is proven to have ${move}${by}. This is an alarm that did not go off, not a proof of safety.`;
}
function nameGroups(groups, { declaration }) {
	return listed([...groups].sort((a, b) => a.p - b.p || byCodeUnits(a.group, b.group)).map(({ group, delta, pairs, p }) => `${group} ${formatChange(delta, declaration.unit)} (${plural(pairs, "pair")}, ${formatP(p)})`));
}
function listed(items) {
	const rest = items.length - MOST_NAMED;
	return rest <= 0 ? items.join(", ") : `${items.slice(0, MOST_NAMED).join(", ")} and ${rest} more`;
}

// src/decide/locate.ts
/** The metrics that a gate needs, its own first. */
function metricsOf(gate) {
	return gate.rule === "net_gain" ? [gate, ...gate.losses] : [gate];
}
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
	const located = metricsOf(gate).map((named) => locate(named, comparisons));
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
	const components = found.map((each, index) => componentOf(each, gate, gate.losses[index - 1] ?? null));
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
/** @param loss null for the gain itself */
function componentOf({ comparison, metric }, gate, loss) {
	const isWeak = metric.aggregates !== void 0;
	const baseline = isWeak ? weakEstimate(metric, "baseline") : estimateOf(metric, paired("baseline"));
	const evidence = isWeak ? weakEvidence(metric, "delta") : deltaEvidence(metric);
	if (baseline === null || evidence === null) return null;
	const isWhole = !isWeak && !comparison.limited && evidence.n === metric.scores.length;
	return {
		named: loss ?? gate,
		weight: loss?.weight ?? 1,
		metric,
		baseline,
		evidence,
		isWhole
	};
}
function weigh(gate, gain, losses, policy) {
	const alpha = policy.alpha.value;
	const claim = claimOfNet(gate, gain);
	if ("refusal" in claim) return invalidGate(gate, gain.metric, [claim.refusal]);
	const all = [gain, ...losses];
	const sum = sumOf(gain, losses);
	const evidence = evidenceOf(sum, all, alpha);
	const isWhole = all.every((component) => component.isWhole);
	const target = isWhole ? chooseTarget(policy.target.value, claim, evidence, alpha, isWhole) : "population";
	const judgement = {
		...judge(claim, evidence, alpha, target),
		needed: null
	};
	const net = netGainOf(sum, losses, alpha);
	const isWeak = all.some(({ metric }) => metric.aggregates !== void 0);
	const facts = {
		...factsOf(gate, gain.metric, claim, alpha),
		...gain.metric.aggregates === void 0 ? {} : weakFactsOf(gain.metric, alpha),
		net,
		...isWeak ? { evidence: "weak" } : {}
	};
	const reasons = [
		sentenceOfNet(gate, facts.delta, net, gain.metric.declaration.unit),
		sentenceOfVerdict(judgement, claim),
		...whileUndecided(gate, judgement, policy),
		...isWeak ? [WEAK_EVIDENCE] : [],
		...all.flatMap(({ metric, evidence: own }) => cautions(metric, own))
	];
	const detectable = judgement.halfWidth === null ? null : minimumDetectable(judgement.halfWidth, alpha);
	return {
		...judgedGate(gate, facts, claim, judgement, gain.metric, reasons, policy),
		minimumDetectable: detectable
	};
}
function claimOfNet({ limit }, { metric: { declaration }, baseline }) {
	const sizes = claimOf({
		rule: "min_gain",
		limit
	}, declaration, baseline);
	if ("refusal" in sizes) return sizes;
	const { margin } = sizes;
	return {
		about: "delta",
		safeSide: "greater",
		boundary: margin,
		margin,
		tolerance: margin,
		forbidden: margin === 0 ? "a gain that does not outweigh the losses" : `a gain of less than ${formatMargin(margin, declaration.unit)} after the losses`
	};
}
function sumOf(gain, losses) {
	const [first, others] = [termOf(gain), losses.map(termOf)];
	return {
		value: others.reduce((net, term) => net + Math.min(0, term.weight * term.value), first.value),
		limits: limitsOfLeast(subsetsOf(others).map((some) => limitsOfSum([first, ...some])))
	};
}
function evidenceOf({ value, limits }, all, alpha) {
	const completion = Number.isFinite(limits.lower(alpha)) && Number.isFinite(limits.upper(alpha)) ? {
		value,
		inference: {
			kind: "limits",
			limits
		}
	} : null;
	return {
		method: "square-and-add",
		value,
		n: Math.min(...all.map(({ evidence }) => evidence.n)),
		lowest: completion,
		highest: completion,
		sparse: false
	};
}
function netGainOf({ value, limits }, losses, alpha) {
	return {
		value,
		low: finite(limits.lower(alpha)),
		high: finite(limits.upper(alpha)),
		level: 1 - 2 * alpha,
		method: "square-and-add",
		losses: losses.map((loss) => ({
			task: loss.named.task,
			weight: loss.weight,
			unit: loss.metric.declaration.unit,
			metric: loss.named.filter === void 0 ? loss.named.metric : `${loss.named.metric},${loss.named.filter}`,
			delta: changeOf$1(loss, loss.evidence.value)
		}))
	};
}
const weakFactsOf = (metric, alpha) => ({
	baseline: weakEstimate(metric, "baseline"),
	candidate: weakEstimate(metric, "candidate"),
	delta: weakDelta(metric, alpha)
});
/** A change on the shown scale. */
const changeOf$1 = ({ baseline, metric }, delta) => shownDelta(delta, baseline.value, metric.declaration);
/** The component as a change for the better, on the shown scale. */
function termOf(component) {
	const { named, weight, evidence, metric } = component;
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
		source: named.task,
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
	const paid = net.losses.map((loss) => `${loss.metric} on ${loss.task} by ${formatChange(loss.delta, loss.unit)} (weight ${loss.weight})`);
	const interval = net.low === null || net.high === null ? "no interval" : `${formatLevel(net.level)} interval ${formatChange(net.low, unit)} to ${formatChange(net.high, unit)}`;
	return `${metric} on ${task} changed by ${gain === null ? "nobody knows how much" : formatChange(gain.value, unit)}, ${paid.join(", ")}: after the losses that leaves ${formatChange(net.value, unit)} (${interval}); what a task won counts nothing.`;
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
	let samples = 0;
	for (const score of seen) {
		if (score.candidate !== null && !isZeroOrOne(declaration, [score.candidate])) return null;
		add(score);
		samples += 1;
		const answer = isBatchEnd(samples, scores.length) ? look(samples) : null;
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
	return isZeroOrOne(declaration, readingsOf(scores, { read: (score) => score[side] }));
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
	const test = testOf(rule, metric, seen, limited, policy);
	if (test === null) return null;
	const { walk, method } = test;
	switch (method) {
		case "betting": return answered(walk, betOnBenchmark(walk), "benchmark", "betting without replacement");
		case "e-process": return answered(walk, betOnRate(walk), "population", method) ?? atEnd(walk, method);
		case "group sequential": return lookByLook(walk);
		default: return assertNever(method);
	}
}
/**
* After how many samples a gate could be decided at the earliest, whatever the candidate answers; null where not before the
* last. Takes what `decideInOrder` takes.
*/
function earliestAnswer(rule, metric, limited, policy) {
	const test = testOf(rule, metric, [], limited, policy);
	if (test === null) return null;
	const size = metric.scores.length;
	const earliest = {
		betting: 100,
		"e-process": 1,
		"group sequential": plannedLooks(size, policy.alpha.value, (n) => Math.min(n, countUnits(metric.scores)))[0]?.samples
	}[test.method];
	return earliest !== void 0 && earliest < size ? earliest : null;
}
/** The test in the order of evaluation; null where there is none, and all samples are judged at once. */
function testOf(rule, metric, seen, limited, policy) {
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
	return method === null ? null : {
		walk,
		method
	};
}
function methodOf$1(walk, limited, policy) {
	const { claim, metric, alpha } = walk;
	const size = metric.scores.length;
	const isBinary = areZeroOrOne(metric, metric.scores, "baseline");
	if (targetOf(claim, size, limited, alpha, policy) === "benchmark") return isBinary && !limited ? "betting" : null;
	const isClustered = countUnits(metric.scores) < size;
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
	for (const look of plannedLooks(size, alpha, (n) => countUnits(seen.slice(0, n)))) {
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
function countUnits(scores) {
	return unitsOf(scores, (score) => score, (score) => score).count;
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
	const results = gates.map((gate) => judgeGate(gate, gate.against === "anchor" ? anchored : comparisons, policy)).sort(worstFirst);
	const blocking = results.filter(({ tier }) => tier === "blocking");
	const strays = strayMismatches(comparisons, gates);
	const verdict = join$1([...blocking.map((gate) => gate.verdict), ...strays.length > 0 ? ["invalid"] : []]);
	const blocked = blocking.some((gate) => gate.blocks) || verdict === "invalid";
	return {
		verdict,
		blocked,
		exitCode: exitCodeOf(verdict, blocked),
		reasons: [headline(verdict, blocked, blocking, gates.length, policy), ...strays],
		gates: results
	};
}
function worstFirst(a, b) {
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
function headline(verdict, blocked, blocking, gateCount, policy) {
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
	const gates = worstFirst$1(facts.gates);
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
	const reasons = [onOneLine(reason), ...file.reasons];
	return buildVerdictFile({
		...file,
		verdict: "invalid",
		blocked: true,
		reasons
	});
}
/** A described error has its fix on a line of its own; a reason is one line. */
const onOneLine = (reason) => reason.replaceAll(/\n {2}fix: (.*)/g, " (fix: $1)").replaceAll("\n", "; ");

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
			tokens: tokensOf(all)
		},
		provenance: {
			weighbridge: sources.version,
			config: sources.config,
			...sources.provenance === void 0 ? {} : { baseline: sources.provenance },
			fingerprints: fingerprintsOf(runs)
		}
	};
}
function tokensOf(runs) {
	const tokens = {
		prompt: 0,
		output: 0
	};
	for (const { samples } of runs) for (const { usage } of samples) {
		tokens.prompt += usage?.prompt_tokens ?? 0;
		tokens.output += usage?.output_tokens ?? 0;
	}
	return tokens;
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
const constants$2 = {
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
	const name = stringifyEntities(info.attribute, Object.assign({}, state.settings.characterReferences, { subset: constants$2.name[x][y] }));
	if (value === true) return name;
	value = Array.isArray(value) ? (info.commaSeparated ? stringify$1 : stringify)(value, { padLeft: !state.settings.tightCommaSeparatedLists }) : String(value);
	if (state.settings.collapseEmptyAttributes && !value) return name;
	/** @type {string | undefined} */
	let result;
	if (state.settings.preferUnquoted) result = stringifyEntities(value, Object.assign({}, state.settings.characterReferences, {
		attribute: true,
		subset: constants$2.unquoted[x][y]
	}));
	if (result !== value) {
		let { quote } = state;
		if (state.settings.quoteSmart && ccount(value, quote) > ccount(value, state.alternative)) quote = state.alternative;
		result = quote + stringifyEntities(value, Object.assign({}, state.settings.characterReferences, {
			subset: (quote === "'" ? constants$2.single : constants$2.double)[x][y],
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
const estimate$1 = (gate, side) => side === null ? say`${NOT_AVAILABLE}` : say`${formatValue(side.value, gate.unit)}`;
/** With the bound that a ceiling or floor is judged by. */
function candidateCell(gate) {
	const value = estimate$1(gate, gate.candidate);
	if (gate.bound === null || gate.verdict === "regression") return value;
	const words = gate.bound.side === "upper" ? "at most" : "at least";
	return say`${value} (${words} ${formatValue(gate.bound.value, gate.unit)})`;
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
			return level === null ? say`Delta (interval)` : say`Delta (${formatLevel(level)} interval)`;
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
		label: formatValue(line.boundary, unit)
	}];
	if (baseline !== null && baseline.value !== line.boundary) marks.push({
		at: baseline.value,
		label: `baseline ${formatValue(baseline.value, unit)}`
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
	return rule === "ceiling" || rule === "floor" ? formatValue(margin, unit) : formatSize(margin, unit);
}
function estimate(side, { unit }) {
	if (side === null) return NOT_AVAILABLE;
	const error = side.stderr === null ? "" : `, standard error ${formatSize(side.stderr, unit)}`;
	return `${formatValue(side.value, unit)} over ${formatCount(side.n)} samples${error}`;
}
function numbersOut(gate) {
	const { against, delta, bound, net, unit, test, minimumDetectable, leaning } = gate;
	const rows = [];
	if (delta !== null) {
		rows.push(["delta", `${formatChange(delta.value, unit)} (candidate − ${against ?? "baseline"})`]);
		const interval = formatInterval(delta, unit);
		const kind = isDescriptive(delta.method) ? "interval, descriptive" : "interval";
		if (interval !== null) rows.push([`${formatLevel(delta.level)} ${kind}`, interval]);
	}
	if (net !== void 0 && net !== null) {
		for (const loss of net.losses) {
			const name = toPlain(code(`${loss.task}/${loss.metric}`));
			rows.push([`change of ${name}`, `${formatChange(loss.delta, loss.unit)}, weight ${loss.weight}`]);
		}
		const interval = formatInterval(net, unit);
		rows.push(["gain after losses", `${formatChange(net.value, unit)}${interval === null ? "" : ` (${interval})`}`]);
	}
	if (bound !== null) rows.push([`${formatLevel(bound.level)} ${bound.side} bound`, formatValue(bound.value, unit)]);
	if (test !== null && test.statistic !== null) rows.push(["statistic", test.statistic.toPrecision(4)]);
	if (test !== null && test.pSafe !== null) rows.push(["evidence that it is within", formatP(test.pSafe)]);
	if (test !== null && test.pWorse !== null) rows.push(["evidence that it is beyond", formatP(test.pWorse)]);
	if (minimumDetectable !== null) rows.push(["minimum detectable", `${formatSize(minimumDetectable, unit)} with 90 % probability`]);
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
		say`Least share of samples paired and scored: ${formatLevel(minCoverage.value)}${from(minCoverage)}`
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
			...nodes(headline$1(file))
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

// src/report/commit.ts
const short = (sha) => code(sha.slice(0, 7));
/** Before the headline: what was found of a commit must not look like what is known of a later one. */
const agePrefix = (commit) => commit === null || commit.newerHead === null ? "" : "Of an older commit: ";
/** One sentence with a blank before it; empty where nobody knows. */
function commitWords(commit) {
	if (commit === null) return "";
	const { sha, newerHead } = commit;
	const words = newerHead === null ? say` Judged at ${short(sha)}.` : say` Judged at ${short(sha)}; the head of the pull request is ${short(newerHead)} by now, of which this says nothing.`;
	return toMarkdown(words);
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
		const size = formatSize(minimumDetectable, gate.unit);
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
function status(file, { commit = null }) {
	const effect = file.blocked ? "**This blocks the merge.**" : "**This does not block the merge.**";
	const counts = file.gates.some((gate) => gate.verdict !== "pass") ? ` ${tally(file.gates)}` : "";
	return `${effect}${commitWords(commit)}${counts}${toMarkdown(checkpoints(file))}`;
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
		`**${verdictLabel(file.verdict)}** ${agePrefix(context.commit ?? null)}${toMarkdown(headline$1(file))}`,
		status(file, context),
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

// src/judgement/silence.ts
function isSilent({ samples }) {
	for (const { output } of samples) if (output?.trim() !== "") return false;
	return samples.length > 0;
}
/** Whether somebody is known to have listened: of another program an empty output may be one that was not kept. */
const wasHeard = ({ record }, baseline) => record.fingerprint.harness === "weighbridge native" || baseline !== void 0 && baseline.samples.length > 0 && !isSilent(baseline);
/**
* Why a candidate that said nothing at all proves nothing: it is never rude, and is never wrong in a way that a ceiling sees.
* One sentence for each such task on which a gate could block.
*/
function silences(candidate, baseline, gates) {
	const gated = new Set(gates.filter(({ tier }) => tier === "blocking").flatMap(tasksOf));
	return candidate.filter((run) => gated.has(run.record.task) && isSilent(run)).filter((run) => wasHeard(run, baseline.find(({ record }) => record.task === run.record.task))).map(({ record, samples }) => `all of the candidate's ${plural(samples.length, "answer")} to ${record.task} are empty, which is a broken checkpoint, template or stop text and no behaviour: look at what it is asked`);
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
	const silent = silences(candidate, baseline, gates);
	const strays = straysIn(config, sides);
	return [
		...faults.map(messageOf),
		...gaps,
		...silent,
		...strays
	].reduce(invalidateVerdict, buildVerdictFile(facts));
}
/**
* Runs that one side alone has of tasks which the config does not name: left by an earlier config, more often than not. A
* config without tasks judges whatever there is.
*/
function straysIn({ tasks, file }, { baseline, candidate }) {
	if (tasks.length === 0) return [];
	const known = new Set(tasks.map(({ name }) => name));
	const strays = (side, own, other) => own.runs.filter(({ record: { task } }) => !known.has(task)).filter(({ record: { task } }) => other.runs.every(({ record }) => record.task !== task)).map(({ record: { task }, folder }) => `the ${side} alone has a run of ${task}, in ${folder}, and ${file ?? "the config"} names no such task: it may be left from an earlier config. Evaluate the ${side} again, which sets it aside, take the folder away, or add the task`);
	return [...strays("baseline", baseline, candidate), ...strays("candidate", candidate, baseline)];
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
/**
* Takes back the verdict of an earlier run: whoever is about to judge, or to change what was judged, may not come to an end.
* @throws WeighbridgeError `engine` when the disk refuses
*/
async function withdrawVerdict(out) {
	await onDisk(out, async () => {
		for (const name of [
			VERDICT_FILE,
			COMMENT_FILE,
			HTML_FILE
		]) await rm(join(out, name), { force: true });
	});
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
	const { record, samples } = run;
	if (designOf(record) === "full") return run;
	const placed = Array.from(samples, ({ id }, position) => ({
		id,
		position
	}));
	const positions = Int32Array.from(sequentialOrder(placed, record), ({ position }) => position);
	return {
		record,
		samples: {
			length: positions.length,
			at: (index) => samples.at(positions[index] ?? positions.length),
			*[Symbol.iterator]() {
				for (const position of positions) {
					const sample = samples.at(position);
					if (sample !== void 0) yield sample;
				}
			}
		}
	};
}
/**
* A run that stopped early must hold the first samples of its own order, which the baseline's samples tell: whoever leaves some
* of them out could choose which.
*/
function gapIn({ record, samples }, baseline) {
	const whole = baseline.find((other) => other.record.task === record.task);
	if (designOf(record) === "full" || whole === void 0) return null;
	const idsOf = (of) => [...new Set(Array.from(of, ({ id }) => id))];
	const held = new Set(idsOf(samples));
	const order = sequentialOrder(idsOf(whole.samples).map((id) => ({ id })), record).map(({ id }) => id);
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

export { mismatchSentence as $, earliestAnswer as A, describeBaselineSource as At, estimateOf as B, firstCount as C, datetime as Ct, invalidateVerdict as D, readAtRevision as Dt, buildVerdictFile as E, mergeBase as Et, judge as F, stderrOfCorpusChange as G, shownDelta as H, claimOf as I, ratioOfSums as J, CANDIDATE as K, subjectOf as L, metricsOf as M, isStop as N, decide as O, resolveRevision as Ot, chooseTarget as P, faults as Q, compareRuns as R, renderExplanation as S, sideFolder as St, GATE_COLUMNS as T, folderInRepository as Tt, candidateEvidence as U, paired as V, deltaEvidence as W, binomialExactly as X, binomialAtMost as Y, canonicalJson as Z, changeLine as _, tasksOf as _t, readWaivers as a, BenchmarkGate as at, commitWords as b, readToJudge as bt, COMMENT_FILE as c, normalQuantile as ct, judgeRuns as d, loadConfig as dt, isBatchEnd as et, withdrawVerdict as f, resolveConfig as ft, renderMarkdown as g, describeLimit as gt, SUMMARY_BYTES as h, GATE_RULES as ht, WAIVER_FILE as i, firstCrossings as it, locate as j, VERSION as jt, judgeGate as k, writeBlob as kt, HTML_FILE as l, explainLines as lt, COMMENT_BYTES as m, nearest as mt, resolveBase as n, plannedLooks as nt, applyWaivers as o, rateLogE as ot, writeVerdict as p, parseConfig as pt, DELTA as q, waiversBeside as r, tenths as rt, newCode as s, mulberry32 as st, judgeUnderPolicies as t, isLook as tt, VERDICT_FILE as u, daysBetween as ut, waiverLine as v, readResults as vt, imaginedEvidence as w, askGit as wt, renderHtml as x, salvageToJudge as xt, agePrefix as y, readSides as yt, compareTask as z };