import { i as __toESM, n as __exportAll, t as __commonJSMin } from "./rolldown-runtime.js";
import { i as messageOf, n as WeighbridgeError, r as assertNever, t as IssueList } from "./errors.js";
import { c as cacheFolder, l as describeModel, s as writeAtomically, t as digestCheckpoint, u as mapPaths } from "./digest.js";
import { S as _isoDateTime, _ as union, a as boolean, c as literal, d as object, f as partialRecord, h as string, i as array, m as strictObject, n as _enum, o as discriminatedUnion, p as record, r as _null, s as int, t as ZodISODateTime, u as number, v as unknown } from "./schemas.js";
import { t as childEnvironment } from "./environment.js";
import { n as plainText } from "./tail.js";
import { a as ENGINES, c as describeLimit, d as FINGERPRINT_FIELDS, f as SIDES, g as require_dist, h as designOf, i as RUNNERS, l as describeSource, m as TASK_ROLES, o as requireSide, p as STOP_REASONS, t as loadConfig, u as DESIGNS } from "./load.js";
import { o as canonicalJson$1 } from "./describe.js";
import { i as prose, n as htmlCode, r as oneLine, t as fenced } from "./escape.js";
import { t as EngineDied } from "./engine.js";
import { once } from "node:events";
import { execFile, spawn } from "node:child_process";
import { basename, dirname, extname, join, resolve } from "node:path";
import { createReadStream, existsSync, statSync } from "node:fs";
import { mkdir, open, readFile, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { cpus, homedir, hostname, platform } from "node:os";
import { createHash, randomUUID } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { setTimeout } from "node:timers/promises";
import { pipeline as pipeline$1 } from "node:stream";
import { createGunzip } from "node:zlib";

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

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}

// src/process/git.ts
const execute = promisify(execFile);
/** Far above any file that is read whole. */
const MOST_BYTES = 67108864;
/** What may stand for a commit: nothing that git could take for an option or a path. */
const REVISION = /^[A-Za-z0-9_][\w./~^@{}-]*$/;
const FETCH_ALL = "fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`";
/**
* The bytes of a file as a commit has them, whatever the working tree holds. No filter and no hook runs.
* @param folder any folder of the repository; `path` is relative to it
* @throws WeighbridgeError `data` when commit or file are not there
*/
async function readAtRevision(folder, revision, path) {
	return git(folder, [
		"cat-file",
		"blob",
		`${checked(revision)}:./${path}`
	], `${path} at ${revision} cannot be read`, { fix: `check that the file exists there; ${FETCH_ALL}` });
}
/**
* The commit at which two lines of history parted.
* @throws WeighbridgeError `data` when it is not in the clone, as in one of a single commit
*/
async function mergeBase(folder, left, right) {
	const revisions = [checked(left), checked(right)];
	return line(await git(folder, ["merge-base", ...revisions], `${left} and ${right} have no common commit here`, { fix: FETCH_ALL }));
}
/** The commit that a name stands for. @throws WeighbridgeError `data` */
async function resolveRevision(folder, revision) {
	const args = [
		"rev-parse",
		"--verify",
		"--quiet",
		`${checked(revision)}^{commit}`
	];
	return line(await git(folder, args, `${revision} is no commit of this clone`, { fix: FETCH_ALL }));
}
/** Writes a blob of any size into a file, as git has it. @throws WeighbridgeError `data` when there is no such blob */
async function writeBlob(folder, blob, file) {
	const handle = await open(file, "wx");
	try {
		const child = spawn("git", [
			"cat-file",
			"blob",
			checked(blob)
		], {
			cwd: folder,
			env: environment(),
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
/** What git answers in one line, or null where it has no answer: outside of a repository, or without the value. */
async function askGit(folder, args) {
	try {
		return line(await git(folder, args, "git does not know")) || null;
	} catch (error) {
		if (error instanceof WeighbridgeError) return null;
		throw error;
	}
}
const line = (bytes) => bytes.toString("utf8").trim();
function checked(revision) {
	if (REVISION.test(revision)) return revision;
	throw new WeighbridgeError("data", `${JSON.stringify(revision)} is not the name of a commit`);
}
const environment = () => ({
	...childEnvironment(process.env, ["base"]),
	GIT_TERMINAL_PROMPT: "0",
	LC_ALL: "C"
});
async function git(folder, args, failure, detail = {}) {
	try {
		const { stdout } = await execute("git", [...args], {
			cwd: folder,
			env: environment(),
			encoding: "buffer",
			maxBuffer: MOST_BYTES
		});
		return stdout;
	} catch (cause) {
		const { stderr } = cause;
		const said = plainText(stderr?.toString("utf8") ?? messageOf(cause)).trim();
		throw new WeighbridgeError("data", `${failure}${said === "" ? "" : `: ${said}`}`, {
			...detail,
			cause
		});
	}
}

// src/baselines/pointer.ts
var import_dist = require_dist();
const digest$1 = string().regex(/^sha256:[0-9a-f]{64}$/).optional();
const path = string().min(1);
/** What a pointer file such as `model.yaml` may say: where the accepted model is, and optionally which one it is. */
const pointerSchema = union([strictObject({
	path,
	digest: digest$1
}), strictObject({
	repo: string().regex(/^[\w][\w.-]*\/[\w][\w.-]*$/),
	revision: string().regex(/^[0-9a-f]{40}$/, "must be a whole commit: a branch or tag may move"),
	/** A file of the repository, such as one GGUF of several. */
	file: path.optional(),
	digest: digest$1
})]);
/** @throws WeighbridgeError `data` for anything else */
function parsePointer(text, file) {
	let value;
	try {
		value = (0, import_dist.parse)(text, { maxAliasCount: 10 });
	} catch (cause) {
		throw new WeighbridgeError("data", `not YAML: ${messageOf(cause)}`, {
			at: { file },
			cause
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

// src/baselines/base-branch.ts
/**
* The model that the pointer file of a commit names. Neither the pointer nor the file is ever taken from the working tree
* where git knows it: the change under judgement could have brought its own.
* @throws WeighbridgeError `data` or `checkpoint` saying why there is none
*/
async function modelAt(place) {
	const { directory, pointer, commit } = place;
	const text = await readAtRevision(directory, commit, pointer);
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
	const blob = await askGit(folder, [
		"rev-parse",
		"--verify",
		"--quiet",
		`${commit}:./${path}`
	]);
	if (blob === null) {
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
	if (await askGit(folder, [
		"cat-file",
		"-t",
		blob
	]) !== "blob") throw unusable(`${path} is no file in git`, "let the pointer name one file");
	const lfs = await lfsObject(folder, blob, absolute);
	if (lfs !== null) return {
		kind: "file",
		path: lfs,
		label
	};
	await mkdir(scratch, { recursive: true });
	const file = join(scratch, `${basename(path, extname(path))}-${blob.slice(0, 12)}${extname(path)}`);
	if (!existsSync(file)) await writeBlob(folder, blob, file);
	return {
		kind: "file",
		path: file,
		label
	};
}
/** Larger ones are no pointers (git-lfs, spec.md). */
const LFS_POINTER_BYTES = 1024;
/** Where the content of a Git LFS pointer lies, by its digest; null for a blob that is none. */
async function lfsObject(folder, blob, worktree) {
	if (Number(await askGit(folder, [
		"cat-file",
		"-s",
		blob
	])) > LFS_POINTER_BYTES) return null;
	const text = await askGit(folder, [
		"cat-file",
		"blob",
		blob
	]);
	if (!text?.startsWith("version https://git-lfs")) return null;
	const oid = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
	const git = await askGit(folder, [
		"rev-parse",
		"--path-format=absolute",
		"--git-common-dir"
	]);
	if (oid !== void 0 && git !== null) {
		const stored = join(git, "lfs", "objects", oid.slice(0, 2), oid.slice(2, 4), oid);
		for (const path of [stored, worktree]) {
			if (!existsSync(path)) continue;
			const { identity } = await digestCheckpoint({
				kind: "file",
				path
			});
			if (identity.digest === `sha256:${oid}`) return path;
		}
	}
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

// src/domain/sample.ts
function isUnscored(score) {
	return typeof score === "object" && "unscored" in score;
}
function isRatio(score) {
	return typeof score === "object" && "denominator" in score;
}
/** The key by which the same sample is found in two runs: ids alone repeat when a task has several filters. */
function sampleKey(sample) {
	return sample.filter === void 0 ? sample.id : `${sample.id}\u0000${sample.filter}`;
}

// src/store/disk-faults.ts
const DISK_FAULTS = {
	ENOSPC: "no space is left on the disk",
	EDQUOT: "the disk quota is used up",
	EROFS: "the disk is read-only",
	EACCES: "writing is not permitted",
	EIO: "the disk failed",
	EEXIST: "a file stands where a folder must be",
	ENOTDIR: "a file stands where a folder must be"
};
/**
* Names what the machine has to say in one clear error; anything else passes through.
*
* @throws WeighbridgeError `engine`
*/
async function onDisk(folder, action) {
	try {
		return await action();
	} catch (cause) {
		const fault = DISK_FAULTS[cause.code ?? ""];
		if (fault === void 0) throw cause;
		throw new WeighbridgeError("engine", `${fault}; stored samples are kept`, {
			at: { file: folder },
			fix: "Make room there, or choose another output folder, and run again: it goes on where it stopped.",
			cause
		});
	}
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
	if (fault !== null) throw new WeighbridgeError("usage", `a task cannot be called ${JSON.stringify(name)}: ${fault}`, { fix: "Use letters, digits, dot, dash and underscore." });
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
function runFolder(out, side, task) {
	return join(out, side, taskFolder(task));
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
		fix: "Wait for it, choose another output folder, or delete the file if no such process exists."
	});
}
function lockIsGone(file) {
	return new WeighbridgeError("usage", "the lock of this run is gone while it is being written", {
		at: { file },
		fix: "Leave the run directory alone while it is being written, and run again."
	});
}
function isMissing(error) {
	return error.code === "ENOENT";
}

// src/store/lines.ts
/** A line of a sample file holds one answer and its scores; a longer one is no sample. */
const MAX_LINE_BYTES = 67108864;
const CHUNK_BYTES = 1048576;
const NEWLINE = 10;
/**
* Lines of a UTF-8 file, read in chunks. `node:readline` is half as fast, decodes bad bytes in silence and knows no
* longest line.
*
* @param chunks the file's bytes, where they are not simply those on disk (a compressed file)
* @throws WeighbridgeError `data` for a line that is too long or not UTF-8
*/
async function* readLines(file, maxBytes = MAX_LINE_BYTES, chunks = createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let parts = [];
	let length = 0;
	let number = 1;
	let end = 0;
	const take = (whole) => {
		const bytes = Buffer.concat(parts, length);
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
			text: "",
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
		for (let newline = chunk.indexOf(NEWLINE); newline !== -1; newline = chunk.indexOf(NEWLINE, start)) {
			add(chunk.subarray(start, newline));
			yield take(true);
			start = newline + 1;
		}
		if (start < chunk.length) add(chunk.subarray(start));
	}
	if (length > 0) yield take(false);
}

// src/store/run-record.ts
const text$1 = string().max(4096);
const finite$2 = number().nullable();
const RESERVED = [
	"__proto__",
	"constructor",
	"prototype"
];
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
		min: finite$2,
		max: finite$2
	}),
	scale: _enum(["linear", "log"]),
	weak: boolean()
});
const fingerprintField = _enum(Object.keys(FINGERPRINT_FIELDS));
const stop = strictObject({
	after: int().min(0),
	because: _enum(STOP_REASONS)
});
const reuse = strictObject({
	samples: int().min(1),
	origin: strictObject({
		commit: text$1.nullable(),
		date: text$1,
		by: text$1.nullable()
	})
});
/** `run.json` as hostile data. */
const runRecord = strictObject({
	schema_version: literal(1),
	side: _enum(SIDES),
	task: string().min(1).max(200),
	task_role: _enum(TASK_ROLES),
	metrics: array(metric).min(1),
	primary_metric: string(),
	fingerprint: partialRecord(fingerprintField, union([
		text$1,
		number(),
		boolean(),
		_null()
	])),
	model: strictObject({
		source: text$1,
		digest: text$1.min(1),
		adapter_digest: text$1.nullable(),
		architecture: text$1.nullable(),
		parameter_count: finite$2,
		quantization: text$1.nullable()
	}),
	seed: number(),
	planned: int().min(0),
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
	started: text$1,
	finished: text$1.nullable()
}).superRefine((record, context) => {
	const names = record.metrics.map(({ name }) => name);
	if (new Set(names).size < names.length) context.addIssue({
		code: "custom",
		path: ["metrics"],
		message: "a metric is declared twice"
	});
	if (record.status.state === "complete" && record.status.stopped && record.design !== "sequential") context.addIssue({
		code: "custom",
		path: ["status"],
		message: "only a sequential run can stop early"
	});
	if (!names.includes(record.primary_metric)) context.addIssue({
		code: "custom",
		path: ["primary_metric"],
		message: "not one of the metrics"
	});
});
/** @throws WeighbridgeError `data` naming the file and the key */
function parseRunRecord(source, file) {
	let value;
	try {
		value = JSON.parse(source);
	} catch (cause) {
		throw new WeighbridgeError("data", `not JSON: ${cause.message}`, {
			at: { file },
			cause
		});
	}
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

// src/store/sample-codec.ts
/**
* One line of `samples.jsonl`, newline included. Keys stand in one order, so that equal evaluations give equal bytes.
*/
function serializeSample(sample) {
	const scores = Object.entries(sample.scores).sort(([left], [right]) => left < right ? -1 : 1).map(([metric, score]) => [metric, ordered$1(score)]);
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
function ordered$1(score) {
	if (typeof score === "number") return finite$1(score);
	if (isUnscored(score)) return { unscored: score.unscored };
	return {
		numerator: finite$1(score.numerator),
		denominator: finite$1(score.denominator)
	};
}
/** JSON.stringify would write NaN as null. */
function finite$1(value) {
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
	const value = parseJson(text, fail);
	const members = isObject(value) ? value : fail("a sample must be an object");
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
		const holder = isObject(member) ? member : fail("must be an object", "usage");
		return {
			prompt_tokens: count(holder, "prompt_tokens"),
			output_tokens: count(holder, "output_tokens")
		};
	}
}
function parseJson(text, fail) {
	try {
		return JSON.parse(text);
	} catch (error) {
		return fail(`not JSON: ${error.message}`);
	}
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
function parseScore(value, metric, fail) {
	if (isObject(value) && typeof value.unscored === "string" && Object.keys(value).length === 1) return { unscored: value.unscored };
	switch (metric.kind) {
		case "mean": {
			const { min, max } = metric.range;
			if (typeof value !== "number" || !Number.isFinite(value)) return fail("must be a finite number");
			if (value < (min ?? -Infinity) || value > (max ?? Infinity)) return fail("lies outside its range");
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
		case "corpus": return fail("a corpus metric has no score a sample");
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/store/reader.ts
const MAX_RUN_FILE_BYTES = 4194304;
/**
* Reads the folder of one task.
*
* @throws WeighbridgeError `data`, with file and line, for anything that is missing, malformed or duplicated
*/
async function readRun(folder, maxLineBytes = MAX_LINE_BYTES) {
	const record = await readRecord(folder);
	const stored = await readSamples(folder, record, maxLineBytes);
	return {
		folder,
		record,
		samples: stored.samples,
		incomplete: shortfall(record, stored)
	};
}
async function readRecord(folder) {
	const file = join(folder, RUN_FILE);
	const source = await attempt$2(file, async () => {
		const { size } = await stat(file);
		if (size > MAX_RUN_FILE_BYTES) throw new WeighbridgeError("data", "too large", { at: { file } });
		return readFile(file, "utf8");
	});
	return parseRunRecord(source, file);
}
async function readSamples(folder, record, maxLineBytes = MAX_LINE_BYTES) {
	const file = join(folder, SAMPLES_FILE);
	const metrics = new Map(record.metrics.map((metric) => [metric.name, metric]));
	const samples = [];
	const lines = /* @__PURE__ */ new Map();
	let wholeBytes = 0;
	let torn = false;
	await attempt$2(file, async () => {
		for await (const line of readLines(file, maxLineBytes)) {
			torn = !line.whole;
			if (torn) break;
			const at = {
				file,
				line: line.number
			};
			const sample = parseSample(line.text, metrics, at);
			const first = lines.get(sampleKey(sample));
			if (first !== void 0) {
				const what = `the sample ${JSON.stringify(sample.id)} is already on line ${first}`;
				throw new WeighbridgeError("data", what, { at });
			}
			lines.set(sampleKey(sample), line.number);
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
	const evaluated = new Set(samples.map(({ id }) => id)).size;
	if (status.state === "failed") return `failed after ${evaluated} of ${planned} samples: ${status.reason}`;
	if (status.state === "running") return `stopped after ${evaluated} of ${planned} samples`;
	if (torn) return "the last line of its samples is torn";
	if (status.stopped !== void 0 && evaluated >= status.stopped.after && evaluated < planned) return null;
	if (evaluated !== planned) return `says complete with ${evaluated} of ${planned} samples`;
	return planned === 0 ? "has no samples" : null;
}
async function attempt$2(file, read) {
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

// src/store/resume.ts
/** Looks at a folder that a writer has locked: the lock's own files do not count. */
async function inspect$2(folder, plan) {
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
		if (canonicalJson$1(left ?? null) !== canonicalJson$1(right ?? null)) differs.push(field);
	};
	compare("side", record.side, plan.side);
	compare("task", record.task, plan.task);
	compare("model", record.model.digest, plan.model.digest);
	compare("adapter", record.model.adapter_digest, plan.model.adapter_digest);
	compare("seed", record.seed, plan.seed);
	compare("planned", record.planned, plan.planned);
	compare("design", designOf(record), designOf(plan));
	compare("metrics", record.metrics, plan.metrics);
	const fields = /* @__PURE__ */ new Set([...Object.keys(record.fingerprint), ...Object.keys(plan.fingerprint)]);
	for (const field of [...fields].sort()) {
		const key = field;
		compare(`fingerprint.${field}`, record.fingerprint[key], plan.fingerprint[key]);
	}
	return differs;
}
/** Moves a run out of the way, into the first free folder under `superseded`. */
async function setAside(out, side, task, folder) {
	const parent = join(out, SUPERSEDED, side);
	await mkdir(parent, { recursive: true });
	const taken = new Set(await readdir(parent));
	let number = 1;
	while (taken.has(`${taskFolder(task)}.${number}`)) number += 1;
	const target = join(parent, `${taskFolder(task)}.${number}`);
	await rename(folder, target);
	return target;
}

// src/store/writer.ts
/** A crash costs at most this many samples, or what was finished in this time. */
const BATCH_SAMPLES = 64;
const BATCH_MS = 1e3;
/**
* Creates `<out>/<side>/<task>`, or goes on with the run that is there if it is the same run. Another run is set aside
* under `<out>/superseded`.
*
* @throws WeighbridgeError `usage` while another process writes this run, `engine` when the disk refuses
*/
async function openRun(out, plan) {
	const folder = runFolder(out, plan.side, plan.task);
	return onDisk(folder, async () => {
		await mkdir(folder, { recursive: true });
		const lock = await acquireLock(folder);
		let superseded;
		try {
			const found = await inspect$2(folder, plan);
			if (found.kind !== "other") {
				const resumed = found.kind === "resumable" ? found : null;
				return {
					writer: await RunWriter.open(folder, lock, plan, resumed),
					found: resumed?.stored.samples ?? [],
					superseded: null
				};
			}
			superseded = {
				folder: await setAside(out, plan.side, plan.task, folder),
				differs: found.differs
			};
		} catch (error) {
			await lock.release();
			throw error;
		}
		await lock.release(superseded.folder);
		return {
			...await openRun(out, plan),
			superseded
		};
	});
}
/** Appends samples to one run. One call at a time. */
var RunWriter = class RunWriter {
	folder;
	/** Keys of the samples that are stored or about to be. */
	#keys;
	#lock;
	#samples;
	#record;
	#offset;
	#batch = [];
	#flushed = performance.now();
	#broken = false;
	constructor(folder, lock, record, samples, stored) {
		this.folder = folder;
		this.#lock = lock;
		this.#record = record;
		this.#samples = samples;
		this.#keys = new Set(stored.samples.map(sampleKey));
		this.#offset = stored.wholeBytes;
	}
	static async open(folder, lock, plan, found) {
		const stored = found?.stored ?? {
			samples: [],
			wholeBytes: 0
		};
		const complete = found?.record.status.state === "complete" && stored.samples.length >= plan.planned;
		const record = {
			schema_version: 1,
			...plan,
			design: designOf(found?.record ?? plan),
			...found?.record.reused === void 0 ? {} : { reused: found.record.reused },
			status: complete ? { state: "complete" } : { state: "running" },
			started: found?.record.started ?? (/* @__PURE__ */ new Date()).toISOString(),
			finished: complete ? found?.record.finished ?? null : null
		};
		await writeAtomically(join(folder, RUN_FILE), serializeRunRecord(record));
		const samples = await open(join(folder, SAMPLES_FILE), found === null ? "w" : "a");
		try {
			await samples.truncate(stored.wholeBytes);
			await samples.sync();
		} catch (error) {
			await samples.close();
			throw error;
		}
		return new RunWriter(folder, lock, record, samples, stored);
	}
	/** What the run was designed as when it began. */
	get design() {
		return designOf(this.#record);
	}
	/** Whether a sample needs no running, because it is here. */
	has(sample) {
		return this.#keys.has(sampleKey(sample));
	}
	/** Whether the disk refused: nothing more can be stored, and the writer is closed. */
	get broken() {
		return this.#broken;
	}
	/** @throws WeighbridgeError `engine` when the disk refuses; what was stored before stays */
	async write(sample) {
		const key = sampleKey(sample);
		if (this.#keys.has(key)) throw new Error(`the sample ${JSON.stringify(sample.id)} was run twice`);
		this.#batch.push(serializeSample(sample));
		this.#keys.add(key);
		const waited = performance.now() - this.#flushed;
		if (this.#batch.length >= BATCH_SAMPLES || waited >= BATCH_MS) await this.#flush();
	}
	/**
	* Stores samples of an earlier evaluation of the same run, those that are not here yet.
	* @returns how many they were
	*/
	async reuse(samples, origin) {
		const missing = samples.filter((sample) => !this.has(sample));
		if (missing.length === 0) return 0;
		for (const sample of missing) await this.write(sample);
		await this.#flush();
		const reused = {
			samples: (this.#record.reused?.samples ?? 0) + missing.length,
			origin
		};
		this.#record = {
			...this.#record,
			reused
		};
		await onDisk(this.folder, () => writeAtomically(join(this.folder, RUN_FILE), serializeRunRecord(this.#record)));
		return missing.length;
	}
	/** Ends the run: every planned sample is here. */
	async complete() {
		await this.#flush();
		if (this.#record.status.state === "complete") await this.#close();
		else await this.#finish({ state: "complete" });
	}
	/** Ends a sequential run before its last sample. */
	async stop(because) {
		await this.#flush();
		await this.#finish({
			state: "complete",
			stopped: {
				after: this.#keys.size,
				because
			}
		});
	}
	/** Ends the run for a reason; it can be continued. */
	async fail(reason) {
		await this.#flush();
		await this.#finish({
			state: "failed",
			reason
		});
	}
	/** Leaves the run as `running`, to be continued. */
	async interrupt() {
		await this.#flush();
		await this.#close();
	}
	async #flush() {
		if (this.#batch.length === 0) return;
		const bytes = Buffer.from(this.#batch.join(""));
		this.#batch = [];
		try {
			await onDisk(this.folder, () => this.#append(bytes));
		} catch (error) {
			this.#broken = true;
			await this.#close();
			throw error;
		}
		this.#offset += bytes.length;
		this.#flushed = performance.now();
	}
	/** All or nothing: what a full disk took of a batch is given back. */
	async #append(bytes) {
		await this.#lock.touch();
		try {
			await this.#samples.appendFile(bytes);
			await this.#samples.datasync();
		} catch (error) {
			await this.#samples.truncate(this.#offset);
			throw error;
		}
	}
	async #finish(status) {
		this.#record = {
			...this.#record,
			status,
			finished: (/* @__PURE__ */ new Date()).toISOString()
		};
		try {
			await onDisk(this.folder, () => writeAtomically(join(this.folder, RUN_FILE), serializeRunRecord(this.#record)));
		} finally {
			await this.#close();
		}
	}
	async #close() {
		await this.#samples.close();
		await this.#lock.release();
	}
};

// src/baselines/manifest.ts
const sha256 = string().regex(/^[0-9a-f]{64}$/);
const text = string().max(4096);
const origin = strictObject({
	commit: text.nullable(),
	date: datetime(),
	by: text.nullable()
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
	source: text,
	/** Weights, as in `run.json`. */
	digest: text.min(1),
	adapter_digest: text.nullable(),
	origin,
	tasks: array(strictObject({
		task: string().min(1).max(200),
		task_role: _enum(TASK_ROLES),
		primary_metric: text,
		key: sha256
	})).min(1)
});
const parseEntry = (content, file) => parse(entrySchema, content, file);
const parseBlessing = (content, file) => parse(blessingSchema, content, file);
/** @throws WeighbridgeError `data` naming the file and the key */
function parse(schema, content, file) {
	let value;
	try {
		value = JSON.parse(content);
	} catch (cause) {
		throw new WeighbridgeError("data", `not JSON: ${messageOf(cause)}`, {
			at: { file },
			cause
		});
	}
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const key = (issue?.path ?? []).join(".");
	throw new WeighbridgeError("data", issue?.message ?? "not what a store holds", {
		at: key === "" ? { file } : {
			file,
			key
		},
		cause: parsed.error
	});
}

// src/baselines/blessings.ts
/** The files under `blessed/` of a store. */
var Blessings = class {
	#folder;
	constructor(store) {
		this.#folder = join(store, "blessed");
	}
	async list() {
		const names = await readdir(this.#folder).catch((error) => {
			if (error.code === "ENOENT") return [];
			throw error;
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
			await mkdir(this.#folder, { recursive: true });
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

// src/baselines/key.ts
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
	return createHash("sha256").update(canonicalJson$1(identity)).digest("hex");
}

// src/baselines/entries.ts
const ENTRY_FILE = "entry.json";
const PATIENCE_MS = 2e4;
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
			await mkdir(folder, { recursive: true });
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
		if (await digestOf$1(join(folder, place)) !== manifest.samples) refuse("its samples have another digest", place);
		const { samples, torn } = await readSamples(join(folder, manifest.samples), record);
		if (torn || samples.length !== manifest.count) refuse("it has another number of samples", place);
		return {
			key,
			record,
			samples,
			origin: manifest.origin
		};
	}
	async #write(key, run, samples, origin) {
		const folder = this.folderOf(key);
		const content = samples.map(serializeSample).join("");
		const digest = createHash("sha256").update(content).digest("hex");
		await mkdir(join(folder, digest), { recursive: true });
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
async function digestOf$1(file) {
	const hash = createHash("sha256");
	try {
		await pipeline(createReadStream(file, { highWaterMark: 1048576 }), hash);
	} catch (cause) {
		throw new WeighbridgeError("data", `cannot be read: ${messageOf(cause)}`, {
			at: { file },
			cause
		});
	}
	return hash.digest("hex");
}
/** An entry is written in moments: another process that writes it is waited for. */
async function patientLock(folder) {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) try {
		return await acquireLock(folder);
	} catch (error) {
		if (!(error instanceof WeighbridgeError) || Date.now() > deadline) throw error;
		await setTimeout(100);
	}
}
function orNothing(error) {
	if (error.code === "ENOENT") return [];
	throw error;
}

// src/baselines/store.ts
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
	/**
	* Makes the runs of one model the baseline.
	* @throws WeighbridgeError `data` for runs that are incomplete, sequential, or of several models: they would be in force
	*/
	async bless(runs, origin) {
		const [first] = runs;
		if (first === void 0) throw unfit("there is no run to bless", "evaluate it first");
		const { model } = first.record;
		for (const { record, incomplete } of runs) {
			const { task } = record;
			if (incomplete !== null) throw unfit(`the run of ${task} ${incomplete}`, "evaluate it to its end first");
			if (designOf(record) !== "full") throw unfit(`the run of ${task} was designed to stop early`, "evaluate it with --full, then bless it");
			if (record.model.digest !== model.digest || record.model.adapter_digest !== model.adapter_digest) throw unfit("these are runs of several models", "bless the folder of one side of one run directory");
		}
		const tasks = [];
		for (const { record, samples } of runs) {
			const key = await this.entries.keep(record, samples, origin);
			tasks.push({
				task: record.task,
				task_role: record.task_role,
				primary_metric: record.primary_metric,
				key
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
		for (const { key, task, task_role, primary_metric } of blessing.tasks) {
			const found = await this.entries.read(key);
			if (found.kind !== "found") {
				const why = found.kind === "damaged" ? found.reason : "its samples are gone";
				throw unfit(`the blessed baseline has no ${task}: ${why}`, "bless it again: weighbridge baseline bless");
			}
			const { entry } = found;
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
const unfit = (what, fix) => new WeighbridgeError("data", what, { fix });

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
function describeMetric({ name, direction, kind, unit, range, scale, weak }) {
	return [
		name,
		direction,
		kind,
		unit,
		`${range.min ?? "-inf"}..${range.max ?? "inf"}`,
		scale,
		...weak ? ["weak"] : []
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
	if (baseline.planned !== candidate.planned) differ(`${baseline.planned} planned`, `${candidate.planned} planned`);
	if (duplicates.baseline.length + duplicates.candidate.length > 0) differ(describeDuplicates(duplicates.baseline), describeDuplicates(duplicates.candidate));
	const beyond = {
		baseline: beyondPlan(baseline, pairing, "baseline"),
		candidate: beyondPlan(candidate, pairing, "candidate")
	};
	if (beyond.baseline + beyond.candidate > 0) differ(`${beyond.baseline} beyond the plan`, `${beyond.candidate} beyond the plan`);
	if (designOf(candidate) === "sequential") {
		const [left, right] = [evaluatedOf$1(pairing, "baseline"), evaluatedOf$1(pairing, "candidate")];
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
function evaluatedOf$1({ pairs }, side) {
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

// src/stats/sum.ts
function sum$1(values) {
	return values.reduce((total, value) => total + value, 0);
}

// src/stats/student.ts
/**
* Mean of n ≥ 2 independent values with SE = √(Σ(x − x̄)² / (n − 1) / n) and n − 1 degrees of freedom. Student 1908.
* On paired differences this is the paired t-test. Assumes that the mean is nearly normal, which few and very unequal
* values break.
*/
function studentMean(values) {
	const n = values.length;
	const mean = sum$1(values) / n;
	const squares = sum$1(values.map((value) => (value - mean) ** 2));
	return {
		value: mean,
		stderr: Math.sqrt(squares / (n - 1) / n),
		df: n - 1
	};
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
		case "student": {
			const t = studentStatistic(inference.estimate, nullValue);
			const { df } = inference.estimate;
			return {
				statistic: t,
				pGreater: studentCdf(-t, df),
				pLess: studentCdf(t, df)
			};
		}
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
		default: return assertNever(inference);
	}
}
/** Lower limit with one-sided error `alpha`. */
function lowerLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).low;
		case "student": return studentInterval(inference.estimate, alpha).low;
		case "binomial": return clopperPearsonLower(inference.events, inference.n, alpha);
		default: return assertNever(inference);
	}
}
/** Upper limit with one-sided error `alpha`. */
function upperLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).high;
		case "student": return studentInterval(inference.estimate, alpha).high;
		case "binomial": return clopperPearsonUpper(inference.events, inference.n, alpha);
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
	return influences.map((influence) => theta + influences.length * sum$1(influence));
}

// src/stats/ratio.ts
/** R = Σ numerator / Σ denominator. */
function ratioOfSums(parts) {
	return sum$1(parts.map((part) => part.numerator)) / sum$1(parts.map((part) => part.denominator));
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
	const total = sum$1(parts.map((part) => part.denominator));
	return (part) => (part.numerator - ratio * part.denominator) / total;
}

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
			const events = sum$1(parts.map((part) => part.numerator));
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
	return weigh(metric, DELTA);
}
/** What the samples say about the candidate's own value; null with fewer than two independent units. */
function candidateEvidence(metric) {
	return weigh(metric, CANDIDATE);
}
function weigh(metric, subject) {
	const { declaration, scores } = metric;
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
		const extra = sparse && bounds !== null ? [subject.extremes(bounds)[end]] : [];
		const estimate = studentMean([...values, ...extra]);
		if (bounds !== null && estimate.stderr === 0) return null;
		return {
			value: meanOf(values),
			inference: {
				kind: "student",
				estimate
			}
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
function linearMethod({ kind }, isClustered) {
	if (kind === "ratio") return "linearised t";
	return isClustered ? "clustered t" : "t";
}
function meanOf(values) {
	return sum$1(values) / values.length;
}

// src/compare/estimate.ts
/** Value and standard error over the samples that `read` finds a part in; null without any, or with no denominator. */
function estimateOf({ scores, declaration }, read) {
	const clusters = clustersOf(scores, read);
	const parts = clusters.flat();
	const value = ratioOfSums(parts);
	if (!Number.isFinite(shown$1(value, declaration))) return null;
	const stderr = clusters.length < 2 ? null : studentMean(ratioValues(clusters)).stderr;
	return {
		value: shown$1(value, declaration),
		stderr: stderr === null ? null : stderr * stretch(value, declaration),
		n: parts.length
	};
}
/** The samples that both sides have a score for, so that the sides' values differ by exactly the delta. */
function paired(side) {
	return (score) => DELTA.read(score)?.[side] ?? null;
}
/** A value on the scale on which it is shown. */
function shown$1(value, { scale }) {
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

// src/compare/scores.ts
function scoresOf$1(pairs, declaration, filter, planned) {
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
		baseline: partOf$1(baseline, metric),
		candidate: partOf$1(candidate, metric)
	};
}
/** Null for everything that is not a score of the metric's kind within its range: unscored, never a number made up. */
function partOf$1(sample, metric) {
	const score = sample?.scores[metric.name];
	if (sample === null || score === void 0) return null;
	const part = unweightedPart(score, metric);
	const weight = sample.weight ?? 1;
	if (part === null || !(weight > 0) || !Number.isFinite(weight)) return null;
	return {
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
		case "corpus": return null;
	}
}
function inRange(score, { range }) {
	return Number.isFinite(score) && score >= (range.min ?? -Infinity) && score <= (range.max ?? Infinity);
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
		sequence: null,
		metrics: [],
		result: null
	};
	const pairing = pairSamples(baseline?.samples ?? [], candidate?.samples ?? []);
	const metrics = metricsOf(pairing.pairs, record);
	const sequence = sequenceOf(candidate);
	const seen = sequence === null ? metrics : metrics.map((metric) => onlyOn(metric, inOrder(metric, sequence)));
	return {
		task,
		role: record.task_role,
		mismatches: baseline === null || candidate === null ? [missingRun(task, baseline?.record ?? null, candidate?.record ?? null)] : findMismatches(baseline.record, candidate.record, pairing),
		limited: (record.fingerprint.limit ?? null) !== null,
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
			metrics: seen.map((metric) => metricResult(metric, seen, alpha)),
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
	return metrics.flatMap((declaration) => filters.filter((filter) => pairs.some((pair) => filterOf(pair) === filter && mentions(pair, declaration))).map((filter) => scoresOf$1(pairs, declaration, filter, planned)));
}
function mentions({ baseline, candidate }, { name }) {
	return [baseline, candidate].some((sample) => sample !== null && Object.hasOwn(sample.scores, name));
}
function metricResult(metric, all, alpha) {
	return {
		metric: nameOf$1(metric, all),
		unit: metric.declaration.unit,
		direction: metric.declaration.direction,
		baseline: estimateOf(metric, paired("baseline")),
		candidate: estimateOf(metric, paired("candidate")),
		delta: estimateDelta(metric, deltaEvidence(metric), alpha),
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

// src/decide/bound.ts
/** The one-sided limit by which a ceiling or floor was judged, as shown to people; null for claims about a change. */
function boundOf({ about, safeSide }, judgement, { declaration }, alpha) {
	if (about !== "candidate" || judgement === null || judgement.bound === null) return null;
	const value = shown$1(judgement.bound, declaration);
	if (!Number.isFinite(value)) return null;
	return {
		side: safeSide === "less" ? "upper" : "lower",
		value,
		level: 1 - alpha
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
function formatValue$1(value, unit) {
	return unit === "rate" ? `${digits(value * 100)}%` : digits(value);
}
/** A change with its sign, candidate − baseline: `+1.2 pp`, `−0.03`. */
function formatDelta(delta, unit) {
	return `${delta > 0 ? "+" : delta < 0 ? "−" : ""}${formatSize$1(Math.abs(delta), unit)}`;
}
/** The size of a change, without a sign. */
function formatSize$1(size, unit) {
	return unit === "rate" ? `${digits(size * 100)} pp` : digits(size);
}
function formatProbability(p) {
	return p < 1e-4 ? "p < 0.0001" : `p = ${Number(p.toPrecision(2))}`;
}
function formatLevel$1(level) {
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
		case "no_regression_by_group": return "delta";
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
	if (!Number.isFinite(boundary)) return { refusal: `A change of ${formatSize$1(margin, metric.unit)} is beyond all values that the metric can take.` };
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
	const size = formatSize$1(margin, unit);
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
		forbidden: `a value ${isCeiling ? "above" : "below"} ${formatValue$1(limit, metric.unit)}`
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
		case "student": {
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
function judge$2(claim, evidence, alpha, target) {
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
			statistic: finite(ofSafety?.statistic),
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
function finite(value) {
	return value !== null && value !== void 0 && Number.isFinite(value) ? value : null;
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
	return {
		...factsOf(gate, metric, null, policy.alpha.value),
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
		reasons,
		bound: boundOf(claim, judgement, metric, policy.alpha.value),
		minimumDetectable: detectable(claim, judgement, facts, metric, policy.alpha.value)
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
	const verdict = proven.length > 0 ? "regression" : mute.length === judged.length ? "inconclusive" : "pass";
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
			sentenceOfGroups(verdict, judged.length, proven, gate, metric),
			...suspect.length === 0 ? [] : [`Not proven, but worth a look: ${nameGroups(suspect, metric)}.`],
			...mute.length === 0 || verdict === "inconclusive" ? [] : [`Too few samples to set off the alarm by themselves: ${listed(mute.map(({ group }) => group))}.`]
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
	return {
		group,
		pairs,
		delta: shownDelta(evidence?.value ?? 0, baseline.value, metric.declaration),
		p: evidence === null ? 1 : pWorse(claim, evidence),
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
/** Missing scores count as good as can be: an alarm must not go off for want of data, which coverage has judged. */
function pWorse(claim, { lowest, highest }) {
	const best = claim.safeSide === "greater" ? highest : lowest;
	return best === null ? 1 : pOf(claim, best.inference);
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
function sentenceOfGroups(verdict, count, proven, gate, metric) {
	const { unit, direction } = metric.declaration;
	const move = direction === "higher_is_better" ? "dropped" : "risen";
	const { kind, value } = gate.limit;
	const size = kind === "relative" ? `${formatLevel$1(value)} of the baseline` : formatSize$1(value, unit);
	const by = value === 0 ? "" : ` by more than ${size}`;
	if (verdict === "regression") return `${proven.length} of ${countOf(count, "group")} are proven to have ${move}${by}: ${nameGroups(proven, metric)}.`;
	if (verdict === "inconclusive") return `None of ${countOf(count, "group")} has enough samples to prove that it has ${move}${by}, even if every answer had become worse.`;
	return `None of ${countOf(count, "group")} is proven to have ${move}${by}. This is an alarm that did not go off, not a proof of safety.`;
}
function nameGroups(groups, { declaration }) {
	return listed([...groups].sort((a, b) => a.p - b.p || byCodeUnits(a.group, b.group)).map(({ group, delta, pairs, p }) => `${group} ${formatDelta(delta, declaration.unit)} (${countOf(pairs, "pair")}, ${formatProbability(p)})`));
}
function listed(items) {
	const rest = items.length - MOST_NAMED;
	return rest <= 0 ? items.join(", ") : `${items.slice(0, MOST_NAMED).join(", ")} and ${rest} more`;
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
	const share = formatLevel$1(Math.floor(1e4 * usable / expected) / 1e4);
	const why = ["baseline", "candidate"].flatMap((side) => {
		const reason = metric.whyUnscored[side];
		return reason === null ? [] : ` Without a score on the ${side}: ${metric.unscored[side]}, mostly because “${reason}”.`;
	});
	return `Only ${usable} of ${countOf(expected, "sample")} (${share}) have the scores that this gate needs; at least ${formatLevel$1(minimum)} must.${why.join("")}`;
}
function sentenceOfCap(task) {
	return `The runs of ${task} were capped to a part of its samples, which cannot say what the whole benchmark shows: remove the cap, or judge with target: population.`;
}
function sentenceOfCorpusMetric(metric) {
	return `${metric} is a function of all samples at once and has no score a sample to pair: gate a metric that has.`;
}
function sentenceOfNoValue(metric) {
	return `The candidate's scores add up to no value of ${metric}.`;
}
/** About a gate that was judged on the first samples of a random order. */
function sentenceOfSequence({ judgement, metric, planned }) {
	const { method } = judgement.test;
	const of = `${metric.scores.length} of ${countOf(planned, "planned sample")}`;
	if (judgement.verdict === "inconclusive") return `Looked at as it went (${method}), and undecided after ${of}.`;
	return `Decided by a sequential test (${method}) after ${of}; samples after that change nothing.${judgement.target === "benchmark" ? " The interval is that of a sample of this size fixed in advance." : ""}`;
}
function sentenceOfStop(seen, planned) {
	return `The evaluation stopped after ${seen} of ${countOf(planned, "planned sample")}, before this gate was decided: nothing is proven or ruled out. Evaluate again to go on.`;
}
const NO_INTERVAL = "A single independent sample has no interval: nothing can be proven or ruled out.";
function sentenceOfDelta(name, baseline, candidate, delta, metric) {
	const { unit } = metric.declaration;
	const interval = delta.low === null || delta.high === null ? "no interval" : `${formatLevel$1(delta.level)} interval ${formatDelta(delta.low, unit)} to ${formatDelta(delta.high, unit)}`;
	return `${name} went ${`from ${formatValue$1(baseline.value, unit)} to ${formatValue$1(candidate.value, unit)}`}, a change of ${formatDelta(delta.value, unit)} (${interval}, ${countOf(candidate.n, "pair")}).`;
}
function sentenceOfValue(name, candidate, bound, { declaration: { unit } }) {
	const limit = bound === null ? "no limit" : `${formatLevel$1(bound.level)} ${bound.side} limit ${formatValue$1(bound.value, unit)}`;
	return `${name} is ${formatValue$1(candidate.value, unit)} for the candidate (${limit}, ${countOf(candidate.n, "sample")}).`;
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
/** What a reader should know before trusting the numbers, whatever the verdict. */
function cautions(metric, evidence, candidate) {
	const { declaration, scores } = metric;
	const missing = scores.length - (evidence?.n ?? scores.length);
	const found = [];
	if (missing > 0) found.push(`${countOf(missing, "sample")} without scores counted as bad as can be for a pass and as good as can be for a failure.`);
	if (evidence?.sparse) found.push("Fewer than ten independent samples differ, so one more at the worst possible value was assumed.");
	if (declaration.direction === "higher_is_better" && candidate !== null && candidate.value === 0 && candidate.stderr === 0) found.push(`Every one of the candidate's ${countOf(candidate.n, "sample")} scored exactly 0, which is more often a broken format or template than a lost skill: look at its outputs.`);
	if (declaration.weak) found.push(`${declaration.name} is weak evidence by its own declaration: read the samples before trusting it.`);
	return found;
}
function capitalise(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
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
	return largest + Math.log(sum$1(logs.map((log) => Math.exp(log - largest))) / logs.length);
}
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
	#pass = EFFECTS.map(() => 0);
	#regression = EFFECTS.map(() => 0);
	constructor(options) {
		this.#options = options;
		this.#size = options.baseline.right + options.baseline.wrong;
	}
	get evidence() {
		return {
			pass: logMeanExp(this.#pass),
			regression: logMeanExp(this.#regression)
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
		EFFECTS.forEach((effect, index) => {
			const distance = effect * gap * this.#size / left;
			const stake = distance / (variance + distance ** 2);
			const win = (limit, gain) => Math.log(Math.max(1 + Math.min(stake, .9 / Math.max(limit, 1e-9)) * gain, 1e-6));
			this.#pass[index] = (this.#pass[index] ?? 0) + win(mean - lowest, residual - mean);
			this.#regression[index] = (this.#regression[index] ?? 0) + win(highest - mean, mean - residual);
		});
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
		const previous = going;
		const bound = previous === null ? -normalQuantile(error) : rootOfDecreasing((z) => crossing(previous, z * Math.sqrt(now), step) - error, -8, 12);
		bounds.push(bound);
		going = simpsonGrid(-9 * Math.sqrt(now), Math.min(bound, 9) * Math.sqrt(now)).map(({ at, weight }) => ({
			at,
			mass: weight * (previous === null ? normalDensity(at / step) / step : sum$1(previous.map((point) => point.mass * normalDensity((at - point.at) / step) / step)))
		}));
	});
	return bounds;
}
/** Probability that the score goes beyond `bound` in one step of standard deviation `step`. */
function crossing(density, bound, step) {
	return sum$1(density.map(({ at, mass }) => mass * normalCdf((at - bound) / step)));
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

// src/decide/looks.ts
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
const known = /* @__PURE__ */ new Map();
/** Remembered, because the recursion takes a tenth of a second and an evaluation asks again at every look. */
function levelsOf(looks, planned, alpha) {
	const key = [
		alpha,
		planned,
		...looks
	].join(" ");
	const found = known.get(key);
	if (found !== void 0) return found;
	const spent = looks.map((n) => spentError(alpha, n / planned));
	const levels = boundaries(looks, spent).map((bound) => normalCdf(-bound));
	known.set(key, levels);
	return levels;
}

// src/decide/anytime.ts
/** Bets before this are of little use, and a verdict from a handful of samples convinces nobody. */
const FIRST_BET = 100;
/** The first answer about exactly this benchmark; null while there is none. */
function betOnBenchmark({ claim, metric, seen, alpha, isCovered }) {
	const against = (view) => {
		const right = metric.scores.filter((score) => rightness(score, claim, view).baseline).length;
		return new BenchmarkGate({
			baseline: {
				right,
				wrong: metric.scores.length - right
			},
			boundary: boundaryOfRightness(claim),
			gap: Math.max(claim.tolerance, .01),
			alpha
		});
	};
	const gates = {
		worst: against("worst"),
		best: against("best")
	};
	return firstAnswer(metric, seen, (score, samples) => {
		for (const view of VIEWS) {
			const { baseline, candidate } = rightness(score, claim, view);
			gates[view].add(baseline, candidate);
		}
		if (samples < FIRST_BET || !isCovered(samples)) return null;
		const verdict = gates.worst.verdict === "pass" ? "pass" : gates.best.verdict === "regression" ? "regression" : null;
		if (verdict === null) return null;
		const [pSafe, pWorse] = [anytimeP(gates.worst.evidence.pass), anytimeP(gates.best.evidence.regression)];
		return {
			samples,
			verdict,
			pSafe,
			pWorse,
			bound: null
		};
	});
}
/** The first answer about a rate of independent samples against a ceiling or floor; null while there is none. */
function betOnRate({ claim, metric, seen, alpha, isCovered }) {
	const events = {
		worst: 0,
		best: 0
	};
	const enough = Math.log(1 / alpha);
	return firstAnswer(metric, seen, (score, samples) => {
		for (const view of VIEWS) events[view] += rightness(score, claim, view).candidate ? 0 : 1;
		if (!isCovered(samples)) return null;
		const { below } = rateLogE(events.worst, samples, claim.tolerance);
		const { above } = rateLogE(events.best, samples, claim.tolerance);
		const verdict = below >= enough ? "pass" : above >= enough ? "regression" : null;
		if (verdict === null) return null;
		const highest = highestRate(events.worst, samples, enough);
		return {
			samples,
			verdict,
			pSafe: anytimeP(below),
			pWorse: anytimeP(above),
			bound: claim.safeSide === "less" ? highest : 1 - highest
		};
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
function firstAnswer(metric, seen, look) {
	for (const [index, score] of seen.entries()) {
		if (!areZeroOrOne(metric, [score], "candidate")) return null;
		const answer = look(score, index + 1);
		if (answer !== null && isBatchEnd(index + 1, metric.scores.length)) return answer;
	}
	return null;
}
/** The claim as one about being right: a value is a change from a baseline that always is. */
function boundaryOfRightness({ about, safeSide, boundary, tolerance }) {
	if (about === "candidate") return -tolerance;
	return safeSide === "greater" ? boundary : -boundary;
}
const VIEWS = ["worst", "best"];
/** Whether each side's 0 or 1 is the good one. */
function rightness({ baseline, candidate }, { about, safeSide }, view) {
	const isRight = (part, missing) => part === null ? missing : part.numerator === 1 === (safeSide === "greater");
	return {
		baseline: about === "candidate" || isRight(baseline, view === "worst"),
		candidate: isRight(candidate, view === "best")
	};
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
	if (metric.declaration.kind !== "mean") return null;
	const claim = claimOf(rule, metric.declaration, estimateOf(metric, ({ baseline }) => baseline));
	if ("refusal" in claim) return null;
	const walk = {
		claim,
		metric,
		seen,
		alpha: policy.alpha.value,
		isCovered: coverage(claim, seen, policy.minCoverage.value)
	};
	const method = methodOf(walk, limited, policy.target.value);
	switch (method) {
		case "betting": return answered(walk, betOnBenchmark(walk), "benchmark", "betting without replacement");
		case "e-process": return answered(walk, betOnRate(walk), "population", method) ?? atEnd(walk, method);
		case "group sequential": return lookByLook(walk);
		case null: return null;
		default: return assertNever(method);
	}
}
function methodOf(walk, limited, policy) {
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
	const { verdict, pSafe, pWorse, bound } = answer;
	const outcome = judgeFirst(walk, answer.samples, walk.alpha, target);
	if (outcome === null) return null;
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
		}
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
		judgement: judge$2(claim, evidence, level, target),
		metric: first,
		planned: metric.scores.length,
		level
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

// src/decide/gate.ts
/** One gate judged on the comparisons of all tasks. */
function judgeGate(gate, comparisons, policy) {
	const comparison = comparisons.find(({ task }) => task === gate.task);
	if (comparison === void 0) return invalidGate(gate, null, [sentenceOfUnknownTask(gate.task, comparisons)]);
	const metric = findMetric(gate, comparison);
	const hard = comparison.mismatches.filter(({ severity }) => severity === "hard");
	const scores = "refusal" in metric ? null : metric;
	if (hard.length > 0) return invalidGate(gate, scores, hard.map(sentenceOfMismatch));
	if ("refusal" in metric) return invalidGate(gate, null, [metric.refusal]);
	const { sequence, limited } = comparison;
	if (sequence === null) return judgeMetric(gate, metric, limited, policy, null);
	const seen = inOrder(metric, sequence);
	const outcome = gate.rule === "no_regression_by_group" ? null : decideInOrder(gate, metric, seen, limited, policy);
	if (outcome !== null) return judgeMetric(gate, outcome.metric, limited, policy, outcome);
	if (seen.length === metric.scores.length) return judgeMetric(gate, metric, limited, policy, null);
	const reason = sentenceOfStop(seen.length, metric.scores.length);
	return undecidedGate(gate, onlyOn(metric, seen), [reason], policy);
}
function findMetric(gate, comparison) {
	const named = comparison.metrics.filter(({ declaration }) => declaration.name === gate.metric);
	const chosen = gate.filter === void 0 ? named : named.filter(({ filter }) => filter === gate.filter);
	const [only, ...others] = chosen;
	if (only === void 0) {
		const name = gate.filter === void 0 ? gate.metric : `${gate.metric},${gate.filter}`;
		return { refusal: sentenceOfUnknownMetric(name, comparison) };
	}
	return others.length === 0 ? only : { refusal: sentenceOfAmbiguousMetric(gate.metric, chosen) };
}
/** @param outcome what a sequential test found, with the metric on the samples it needed; null for the fixed test on all */
function judgeMetric(gate, metric, limited, policy, outcome) {
	if (metric.declaration.kind === "corpus") return invalidGate(gate, metric, [sentenceOfCorpusMetric(gate.metric)]);
	const read = subjectOf(gate) === "delta" ? DELTA.read : CANDIDATE.read;
	const usable = metric.scores.filter((score) => read(score) !== null).length;
	const minimum = policy.minCoverage.value;
	if (usable === 0 || usable < minimum * metric.scores.length) return invalidGate(gate, metric, [sentenceOfCoverage(usable, metric, minimum)]);
	if (gate.rule === "no_regression_by_group") return judgeByGroup(gate, metric, policy);
	if (limited && policy.target.value === "benchmark") return invalidGate(gate, metric, [sentenceOfCap(gate.task)]);
	const claim = outcome?.claim ?? claimOf(gate, metric.declaration, estimateOf(metric, paired("baseline")));
	if ("refusal" in claim) return invalidGate(gate, metric, [claim.refusal]);
	const alpha = outcome?.level ?? policy.alpha.value;
	const facts = factsOf(gate, metric, claim, alpha);
	if (facts.candidate === null) return invalidGate(gate, metric, [sentenceOfNoValue(gate.metric)]);
	const evidence = subjectOf(gate) === "delta" ? deltaEvidence(metric) : candidateEvidence(metric);
	const isWhole = !limited && usable === metric.scores.length;
	const judgement = outcome !== null ? outcome.judgement : evidence === null ? null : judge$2(claim, evidence, alpha, chooseTarget(policy.target.value, claim, evidence, alpha, isWhole));
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
		...cautions(metric, evidence, facts.candidate)
	];
	return judgedGate(gate, facts, claim, judgement, metric, reasons, atLevel);
}
function sentences$1(gate, { baseline, candidate, delta }, metric, claim, judgement, policy) {
	const name = `${gate.metric} on ${gate.task}${gate.against === void 0 ? "" : `, against the ${gate.against},`}`;
	const observed = claim.about === "candidate" && candidate !== null ? [sentenceOfValue(name, candidate, boundOf(claim, judgement, metric, policy.alpha.value), metric)] : baseline !== null && candidate !== null && delta !== null ? [sentenceOfDelta(name, baseline, candidate, delta, metric)] : [];
	if (judgement === null) return [...observed, NO_INTERVAL];
	const undecided = judgement.verdict !== "inconclusive" ? [] : [...sentenceOfNeeded(judgement.needed), ...policy.onInconclusive.value === "lean" && gate.tier === "blocking" ? [sentenceOfLeaning(judgement.leaning)] : []];
	return [
		...observed,
		sentenceOfVerdict(judgement, claim),
		...undecided
	];
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

// src/metrics/estimate.ts
/**
* Value and standard error of a metric over one run's scores, samples taken as independent. Unscored samples take no
* part: count them before trusting the value.
*
* @returns null where nothing was scored, where the ratio has no denominator, or where the metric is a `corpus` metric,
* which is no function of scores one a sample
* @throws TypeError when a score is not of the metric's kind: the store's reader has refused such a file before
*/
function estimate$1(scores, metric) {
	switch (metric.kind) {
		case "mean": return estimateMean(numbers(scores, metric.name));
		case "ratio": return onScale(metric.scale, estimateRatio(ratios(scores, metric.name)));
		case "corpus": return null;
		default: return assertNever(metric.kind);
	}
}
function numbers(scores, name) {
	return scored(scores).map((score) => {
		if (typeof score === "number") return score;
		throw new TypeError(`${name} is a mean, but a score of it is a ratio`);
	});
}
function ratios(scores, name) {
	return scored(scores).map((score) => {
		if (typeof score !== "number" && isRatio(score)) return score;
		throw new TypeError(`${name} is a ratio, but a score of it is a number`);
	});
}
function scored(scores) {
	return scores.filter((score) => !isUnscored(score));
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

// src/importers/lm-eval/aggregate.ts
/** Sums of doubles in another order; an aggregate of another set of samples is far beyond it. */
const TOLERANCE = 1e-9;
/** Never for what is not finite, where any difference is within any tolerance. */
const agree = (own, ours) => Number.isFinite(own) && Math.abs(own - ours) <= TOLERANCE * Math.max(1, Math.abs(own));
function scoresOf({ samples }, { metric, filter }) {
	return samples.flatMap((sample) => sample.filter === filter ? sample.scores[metric] ?? [] : []);
}
/**
* The harness's own number must follow from the samples, or they are not the samples of that run. One that is not finite
* must have its reason in them.
* @throws WeighbridgeError `data` with both numbers
*/
function checkAggregate(run, aggregate, file) {
	const metric = run.metrics.find(({ name }) => name === aggregate.metric);
	if (metric === void 0 || metric.kind === "corpus") return;
	const scores = scoresOf(run, aggregate);
	if (!Number.isFinite(aggregate.value) && scores.some(isUnscored)) return;
	const ours = estimate$1(scores, metric)?.value ?? NaN;
	if (agree(aggregate.value, ours)) return;
	throw disagreement(run.task, aggregate, ours, file);
}
const disagreement = (task, { metric, filter, value }, ours, file) => new WeighbridgeError("data", `${task}/${metric} is ${value} in the results file and ${ours} by the samples`, {
	at: {
		file,
		key: `results.${task}.${metric},${filter}`
	},
	fix: "keep results and samples of one run together, and change neither"
});

// src/importers/lm-eval/digest.ts
/** SHA-256 of a value of a results file, whatever the order of its keys. */
function digest(value) {
	return `sha256:${createHash("sha256").update(canonicalJson$1(comparable(value))).digest("hex")}`;
}
/** A value as a person can compare it, or its digest where it is long. */
function brief(value) {
	const text = canonicalJson$1(comparable(value));
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
		few_shot: scalar(results["n-shot"][task]),
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
		dtype: scalar(config.model_dtype ?? modelArgument(config.model_args, "dtype")),
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
/** Up to 0.4.9 the arguments are one text, `a=b,c=d`. */
function modelArgument(args, name) {
	const written = typeof args === "string" ? args.split(",").find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) : args?.[name];
	return typeof written === "string" ? written : null;
}
function scalar(value) {
	if (value === void 0 || value === null) return null;
	if (typeof value === "string" || typeof value === "boolean") return value;
	return typeof value === "number" && Number.isFinite(value) ? value : brief(value);
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

// src/importers/lm-eval/results-file.ts
const MAX_BYTES = 268435456;
const values = record(string(), unknown());
/** Of Python's dumps only what is read here; the rest passes unseen. Numbers may be NaN. */
const schema = object({
	results: record(string(), values),
	config: values,
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
	date: number().nullish(),
	lm_eval_version: string().nullish(),
	transformers_version: string().nullish(),
	chat_template_sha: string().nullish(),
	system_instruction_sha: string().nullish(),
	model_name: string().nullish()
});
/** Whether a JSON value is the aggregate of one run of the harness, of 0.3 or later; lighteval has no `config`. */
function isResults(value) {
	if (typeof value !== "object" || value === null) return false;
	return [
		"results",
		"versions",
		"config"
	].every((key) => key in value && typeof value[key] === "object");
}
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
	const bytes = await readFile(file);
	const value = parsePythonJson(bytes.toString("utf8"), { file });
	if (isResults(value) && !("configs" in value)) throw new WeighbridgeError("data", "results of lm-evaluation-harness 0.3 hold no samples", {
		at: { file },
		fix: "run 0.4 with --log_samples: without samples nothing can be paired"
	});
	const parsed = schema.safeParse(value);
	if (parsed.success) return {
		file,
		results: parsed.data,
		digest: createHash("sha256").update(bytes).digest("hex")
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
/** Metric keys hold a comma; `alias`, `sample_len` and their like do not. Standard errors are computed anew from samples. */
function aggregatesOf(row) {
	return Object.entries(row ?? {}).flatMap(([key, value]) => {
		const comma = key.indexOf(",");
		const metric = key.slice(0, Math.max(comma, 0));
		if (metric === "" || metric.endsWith("_stderr")) return [];
		return [{
			metric,
			filter: key.slice(comma + 1),
			value: typeof value === "number" ? value : NaN
		}];
	});
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
	const kindOf = (leaf) => canonicalJson$1([leaf.metrics, leaf.aggregates.map(({ metric, filter }) => [metric, filter])]);
	if (leaves.some((leaf) => kindOf(leaf) !== kindOf(first))) return null;
	const means = first.metrics.filter(({ kind }) => kind === "mean").map(({ name }) => name);
	if (aggregates.some(({ metric }) => !means.includes(metric))) return null;
	const planned = leaves.reduce((total, leaf) => total + leaf.planned, 0);
	const weigh = weightOf(source, group, leaves, aggregates, planned);
	return {
		task: group,
		metrics: first.metrics,
		aggregates,
		fingerprint: joinFingerprints(Object.fromEntries(leaves.map((leaf) => [leaf.task, leaf.fingerprint]))),
		planned,
		samples: leaves.flatMap((leaf) => leaf.samples.map((sample) => member$1(sample, leaf, weigh(leaf))))
	};
}
/** Two leaves may hold the same document, so the leaf is part of the id. */
function member$1(sample, { task }, weight) {
	return {
		...sample,
		id: `${task}/${sample.id}`,
		group: task,
		...weight === null ? {} : { weight }
	};
}
/**
* Which of its two means the harness took for a group, which the file does not say: over documents (`weight_by_size`), or
* over tasks, where each document of a task of n among k tasks with N documents weighs N/(k·n).
*/
function weightOf(source, group, leaves, aggregates, planned) {
	const mean = (of, { metric, filter, value }) => {
		const declaration = {
			name: metric,
			kind: "mean",
			scale: "linear"
		};
		const scores = of.flatMap((leaf) => scoresOf(leaf, {
			metric,
			filter,
			value
		}));
		return estimate$1(scores, declaration)?.value ?? NaN;
	};
	const overTasks = (aggregate) => leaves.reduce((total, leaf) => total + mean([leaf], aggregate), 0) / leaves.length;
	const finite = aggregates.filter(({ value }) => Number.isFinite(value));
	const wrong = finite.find((aggregate) => !agree(aggregate.value, mean(leaves, aggregate)));
	if (wrong === void 0) return () => null;
	if (finite.every((aggregate) => agree(aggregate.value, overTasks(aggregate)))) return (leaf) => planned / (leaves.length * leaf.planned);
	throw disagreement(group, wrong, mean(leaves, wrong), source.file);
}

// src/importers/lm-eval/locate.ts
/** `<output_path>/<model>/results_<timestamp>.json`, and two folders above it. */
const MAX_DEPTH$1 = 3;
const TIMESTAMP = /\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}(?:\.\d+)?/.source;
const RESULTS_TIMESTAMP = new RegExp(`_(${TIMESTAMP})\\.json$`);
const SAMPLES = new RegExp(`^samples_.+_${TIMESTAMP}\\.jsonl?(?:\\.gz)?$`);
async function locate(path) {
	if (!existsSync(path)) return {
		results: [],
		samples: []
	};
	if ((await stat(path)).isDirectory()) return locateIn(path, MAX_DEPTH$1);
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
/**
* The samples of one task.
* @throws WeighbridgeError `data` when there are none
*/
function samplesFile({ file, results }, task) {
	const folder = dirname(file);
	const timestamp = RESULTS_TIMESTAMP.exec(basename(file))?.[1];
	const stem = timestamp === void 0 ? `${String(results.config.model_args).replaceAll(/[/=]/g, "__")}_${task}` : `samples_${task}_${timestamp}`;
	const found = [
		".jsonl",
		".jsonl.gz",
		".json"
	].map((extension) => join(folder, `${stem}${extension}`)).find(existsSync);
	if (found !== void 0) return found;
	throw new WeighbridgeError("data", `there are no samples of the task ${JSON.stringify(task)}`, {
		at: { file: join(folder, `${stem}.jsonl`) },
		fix: "run lm_eval with --log_samples, and keep the samples files beside the results file"
	});
}

// src/importers/lm-eval/run.ts
/**
* A task as a stored run. Every task is `general`: only a config can say another role.
* @throws WeighbridgeError `data` when no metric of it is a function of single samples
*/
function toRun(source, leaf, side) {
	const { task, metrics, fingerprint, planned, samples } = leaf;
	const { config, date } = source.results;
	const scored = metrics.filter(({ kind }) => kind !== "corpus");
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
		planned,
		status: { state: "complete" },
		started: dateOf(date),
		finished: null
	};
	const checked = parseRunRecord(serializeRunRecord(record), source.file);
	return {
		folder: dirname(source.file),
		record: checked,
		samples,
		incomplete: null
	};
}

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
/** For files before 0.4.3, which do not say; as registered in lm_eval/api/metrics.py. */
const DIRECTIONS = [
	[/^acc(_norm|_bytes|_mutual_info)?$/, HIGHER],
	[/^(exact_match|f1|mcc|bleu|chrf)$/, HIGHER],
	[/^((word_|byte_)?perplexity|bits_per_byte|brier_score|ter)$/, "lower_is_better"]
];
function knownDirection(name) {
	return DIRECTIONS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
/**
* Metrics that lie in [0, 1] whatever the task. Of others the range is not known, and is not guessed from the scores: the
* two sides might guess differently.
*/
const RATES = /^(acc(_norm|_bytes|_mutual_info)?|exact_match|pass@\d+|\w+_acc|prompt_level_\w+_acc)$/;
const isRate = (name) => RATES.test(name);

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
* @throws WeighbridgeError `data` when nobody says which way is better, or when the run scored nothing
*/
function declare(source, task, name, rows) {
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
	if (!MEANS.includes(listed.aggregation) || rows.some((row) => hasParts(row.values.get(name)))) return {
		...plain,
		kind: "corpus",
		unit: "number",
		range: unbounded
	};
	return isRate(name) ? {
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
/**
* A line's score; what is no finite number is unscored.
* @throws WeighbridgeError `data` for a value that the metric cannot have
*/
function scoreOf(row, metric) {
	const { name, range } = metric;
	const value = row.values.get(name);
	if (value === void 0) return { unscored: "not in the samples file" };
	if (value === null) return { unscored: "null" };
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
* @param metrics names of the metrics to keep
* @throws WeighbridgeError `data` with file and line
*/
async function readRows(file, metrics) {
	const rows = [];
	for await (const { value, at } of valuesOf(file)) rows.push(parseRow(value, metrics, at));
	return rows;
}
async function* valuesOf(file) {
	for await (const { number, text, whole } of linesOf(file)) {
		const at = {
			file,
			line: number
		};
		if (number === 1 && text.trim() === "[") {
			yield* elementsOf(file);
			return;
		}
		if (!whole) throw new WeighbridgeError("data", "the last line is cut off", {
			at,
			fix: "evaluate again: whoever wrote this file was stopped, or it was copied in part"
		});
		yield {
			value: parsePythonJson(text, at),
			at
		};
	}
}
/** Up to 0.4.2 the file is one indented array, whatever its name says. */
async function* elementsOf(file) {
	const array = parsePythonJson(await readFile(file, "utf8"), { file });
	if (!Array.isArray(array)) throw new WeighbridgeError("data", "not an array of samples", { at: { file } });
	for (const [index, value] of array.entries()) yield {
		value,
		at: {
			file,
			key: String(index)
		}
	};
}
async function* linesOf(file) {
	if (!file.endsWith(".gz")) return yield* readLines(file);
	try {
		const unpacked = pipeline$1(createReadStream(file), createGunzip(), () => {});
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

// src/importers/lm-eval/task.ts
/**
* Reads a task's samples and checks them against what the harness made of them.
* @throws WeighbridgeError `data`
*/
async function readTask(source, task) {
	const aggregates = aggregatesOf(source.results.results[task]);
	const names = [...new Set(aggregates.map(({ metric }) => metric))];
	const filters = [...new Set(aggregates.map(({ filter }) => filter))];
	checkNames([task, ...filters], source.file);
	const file = samplesFile(source, task);
	const rows = withFilters(await readRows(file, names), filters, file);
	const metrics = names.map((name) => declare(source, task, name, rows));
	const planned = countDocuments(source, task, rows, filters, file);
	const samples = identified(rows).map(({ row, id }) => {
		const own = aggregates.filter(({ filter }) => filter === row.filter).map(({ metric }) => metric);
		const scored = metrics.filter(({ name, kind }) => kind !== "corpus" && own.includes(name));
		return {
			id,
			index: row.docId,
			filter: row.filter,
			input_digest: row.promptDigest,
			target_digest: row.targetDigest,
			scores: Object.fromEntries(scored.map((metric) => [metric.name, scoreOf(row, metric)])),
			...row.output === void 0 ? {} : { output: row.output }
		};
	});
	const leaf = {
		task,
		metrics,
		aggregates,
		fingerprint: fingerprintOf(source.results, task),
		planned,
		samples
	};
	for (const aggregate of aggregates) checkAggregate(leaf, aggregate, source.file);
	return leaf;
}
/** Names become part of a path and of reports. @throws WeighbridgeError `data` */
function checkNames(names, file) {
	const bad = names.find((name) => !/^[^\p{Cc}/\\]{1,200}$/u.test(name));
	if (bad === void 0) return;
	throw new WeighbridgeError("data", `${JSON.stringify(bad)} is no name of a task or filter`, { at: { file } });
}
/** Up to 0.4.6 lines do not name their filter, and come filter by filter in the order of the aggregates. */
function withFilters(rows, filters, file) {
	const block = rows.length / filters.length;
	return rows.map((row, index) => {
		const filter = row.filter ?? (Number.isInteger(block) ? filters[Math.floor(index / block)] : void 0);
		if (filter !== void 0 && filters.includes(filter)) return {
			...row,
			filter
		};
		const message = row.filter === null ? `${rows.length} samples are no multiple of ${filters.length} filters` : `the results file has no filter ${JSON.stringify(row.filter)}`;
		throw new WeighbridgeError("data", message, { at: row.filter === null ? { file } : row.at });
	});
}
/** @throws WeighbridgeError `data` unless every filter has a line for every document that the results file counts */
function countDocuments({ results, file: resultsFile }, task, rows, filters, file) {
	const counts = filters.map((filter) => rows.filter((row) => row.filter === filter).length);
	const expected = results["n-samples"][task]?.effective ?? Math.max(0, ...counts);
	if (expected === 0) throw new WeighbridgeError("data", `${task} has no samples`, { at: { file } });
	const wrong = counts.findIndex((count) => count !== expected);
	if (wrong === -1) return expected;
	const which = filters.length > 1 ? ` of the filter ${filters[wrong]}` : "";
	throw new WeighbridgeError("data", `${task} has ${counts[wrong]} samples${which}, and the run evaluated ${expected} documents`, {
		at: { file },
		fix: `keep the whole samples file of the run that wrote ${resultsFile}`
	});
}
/**
* Documents are told by their hash, and the equal ones among them by their number. They are numbered in an order of
* their own, since the order of lines means nothing.
*/
function identified(rows) {
	const seen = /* @__PURE__ */ new Map();
	const order = (row) => `${row.promptDigest} ${row.targetDigest}`;
	return rows.toSorted((a, b) => order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.docId - b.docId).map((row) => {
		const key = `${row.filter}\u0000${row.docDigest}`;
		const occurrence = (seen.get(key) ?? 0) + 1;
		seen.set(key, occurrence);
		return {
			row,
			id: occurrence === 1 ? row.docDigest : `${row.docDigest}#${occurrence}`
		};
	});
}

// src/importers/lm-eval/importer.ts
const lmEval = {
	name: "lm-evaluation-harness",
	summary: "results and logged samples of 0.4.0 to 0.4.13: the folder given as --output_path, or one results file",
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
	const leaves = /* @__PURE__ */ new Map();
	for (const task of leafTasks(source)) {
		const leaf = await attempt$1(faults, () => readTask(source, task));
		if (leaf !== null) leaves.set(task, leaf);
	}
	const tasks = joinGroups(source, leaves);
	if (tasks.length === 0 && faults.length === 0) throw new WeighbridgeError("data", "no task has a metric", { at: { file: source.file } });
	const runs = [];
	for (const task of tasks) await attempt$1(faults, async () => runs.push(toRun(source, task, side)));
	return runs.sort((a, b) => a.record.task < b.record.task ? -1 : 1);
}
async function attempt$1(faults, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		faults.push(error);
		return null;
	}
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

// src/importers/registry.ts
/** One row adds a format. The first that knows a path reads it. */
const IMPORTERS = [lmEval];
/** Who reads the results at a path; null when nobody knows them. */
async function findImporter(path) {
	for (const importer of IMPORTERS) if (await importer.detect(path)) return importer;
	return null;
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
function formatValue(value, unit) {
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
function formatSize(value, unit) {
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
function formatLevel(level) {
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
	return line.map(({ kind, text }) => kind === "ours" ? text : oneLine(text)).join("");
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
/** ` (90 % interval −36.0 to −26.4 pp)`, or nothing where there is no interval. */
function interval(gate) {
	const text = gate.delta === null ? null : formatInterval(gate.delta, gate.unit);
	return gate.delta === null || text === null ? [] : say` (${formatLevel(gate.delta.level)} interval ${text})`;
}
/** `fell by 31.2 pp`, `rose by 0.4 pp` or `did not move`. */
function moved({ delta, unit }) {
	if (delta === null) return say`has no delta`;
	if (delta.value === 0) return say`did not move`;
	return delta.value < 0 ? say`fell by ${formatSize(delta.value, unit)}` : say`rose by ${formatSize(delta.value, unit)}`;
}
/** The bad way, in words. */
function worsening({ direction }) {
	return direction === "lower_is_better" ? "rise" : "drop";
}
/** `0.1 % (95 % upper bound 0.6 %)`: the candidate's own value, for ceilings and floors. */
function value({ candidate, bound, unit }) {
	if (candidate === null) return say`${NOT_AVAILABLE}`;
	const observed = say`${formatValue(candidate.value, unit)}`;
	if (bound === null) return observed;
	return say`${observed} (${formatLevel(bound.level)} ${bound.side} bound ${formatValue(bound.value, unit)})`;
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
			return say`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
		}
		case "min_gain": {
			const tail = held ? say`at least the required gain of ${limit}` : say`short of the required gain of ${limit}`;
			return say`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
		}
		case "ceiling": return held ? say`${nameOf(gate)} is ${value(gate)}, below its ceiling of ${limit}` : say`${nameOf(gate)} is ${value(gate)}, above its ceiling of ${limit}`;
		case "floor": return held ? say`${nameOf(gate)} is ${value(gate)}, above its floor of ${limit}` : say`${nameOf(gate)} is ${value(gate)}, below its floor of ${limit}`;
		case "no_regression_by_group": return held ? say`no group of ${nameOf(gate)} is proven to be worse by more than ${limit}` : say`groups of ${nameOf(gate)} are proven to be worse by more than ${limit}`;
		default: return assertNever(gate.rule);
	}
}
function undecidedSentence(gate) {
	const name = nameOf(gate);
	const limit = code(gate.limit);
	switch (gate.rule) {
		case "max_drop":
		case "min_gain": {
			const observed = gate.delta === null ? "nothing" : formatChange(gate.delta.value, gate.unit);
			const question = gate.rule === "max_drop" ? say`whether ${name} got worse by more than ${limit}` : say`whether ${name} gained the required ${limit}`;
			return say`${plural(gate.pairs, "paired sample")} cannot tell ${question}: observed ${observed}${interval(gate)}`;
		}
		case "ceiling":
		case "floor": {
			const count = plural(gate.candidate?.n ?? 0, "sample");
			const question = gate.rule === "ceiling" ? say`whether ${name} stays below its ceiling of ${limit}` : say`whether ${name} stays above its floor of ${limit}`;
			return say`${count} cannot tell ${question}: observed ${value(gate)}`;
		}
		case "no_regression_by_group": return say`no group of ${name} is large enough to tell whether it got worse by more than ${limit}`;
		default: return assertNever(gate.rule);
	}
}
/** The one number that decided, in a sentence: what comes after the verdict's own word. */
function headline({ verdict, blocked, gates, reasons }) {
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
			return worst === void 0 ? say`a gate is undecided.${effect}` : say`${gateSentence(worst)}.${effect}`;
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
	const parts = [...VERDICTS].reverse().flatMap((verdict) => {
		const count = gates.filter((gate) => gate.verdict === verdict).length;
		return count === 0 ? [] : [words[verdict](count)];
	});
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
	if (verdict === "regression") return EXIT_CODES.regression;
	return blocked ? EXIT_CODES.inconclusiveAndBlocked : EXIT_CODES.notBlocked;
}
/** A decision that contradicts itself is our own fault, and must never leave as a green check. */
function assertConsistent({ verdict, blocked, gates }) {
	if ((verdict === "regression" || verdict === "invalid") && !blocked) throw new Error(`a verdict of ${verdict} that does not block`);
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

// src/report/columns.ts
const estimate = (gate, side) => side === null ? say`${NOT_AVAILABLE}` : say`${formatValue(side.value, gate.unit)}`;
/** With the bound that a ceiling or floor is judged by. */
function candidateCell(gate) {
	const value = estimate(gate, gate.candidate);
	if (gate.bound === null) return value;
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
	return interval === null ? say`${change}` : say`${change} (${interval})`;
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
		default: return assertNever(rule);
	}
}
function verdictCell(gate) {
	const label = [{
		kind: "ours",
		text: verdictLabel(gate.verdict)
	}];
	if (gate.tier === "advisory") return say`${label} advisory`;
	if (gate.verdict !== "inconclusive") return label;
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
		cell: (gate) => estimate(gate, gate.baseline)
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
		cell: (gate) => deltaCell(gate.delta, gate.unit)
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
const shown = (value) => code(value === null ? "none" : formatDigest(String(value)));
function mismatchSentence({ task, field, baseline, candidate, against }) {
	return say`${code(task)}: ${code(field)} differs, ${against ?? "baseline"} ${shown(baseline)}, candidate ${shown(candidate)}.`;
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
	].map((line) => `  - ${toMarkdown(line)}`);
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
	return [line, say`**older than ${plural(limit, "day")}**: evaluate and bless it anew`];
}

// src/report/sections/compared.ts
function modelLine(side, model) {
	if (model === null) return `- **${side}**: unknown, no run of it could be read`;
	const facts = [code(model.source), code(formatDigest(model.digest))];
	if (model.adapter_digest !== null) facts.push(say`adapter ${code(formatDigest(model.adapter_digest))}`);
	if (model.architecture !== null) facts.push(code(model.architecture));
	if (model.parameter_count !== null) facts.push(say`${formatCount(model.parameter_count)} parameters`);
	if (model.quantization !== null) facts.push(code(model.quantization));
	return `- **${side}**: ${facts.map(toMarkdown).join(", ")}`;
}
const done = ({ planned, evaluated }) => planned === evaluated ? say`${formatCount(evaluated)}` : say`${formatCount(evaluated)} of ${formatCount(planned)}`;
function taskTable(tasks) {
	return renderTable([
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
	], tasks);
}
const from$1 = (sourced) => say` (${code(describeSource(sourced.source))})`;
function policyLines({ gates, policy }) {
	const limits = gates.map((gate) => {
		const sourced = policy.limits[gate.id];
		const source = sourced === void 0 ? [] : from$1(sourced);
		return say`${code(gate.id)} ${limitWords(gate)}${source}`;
	});
	const { alpha, onInconclusive, target, minCoverage } = policy;
	const rules = [
		say`Each claim may be wrong with probability ${code(`alpha: ${alpha.value}`)}${from$1(alpha)}`,
		say`Undecided gates: ${code(`on_inconclusive: ${onInconclusive.value}`)}${from$1(onInconclusive)}`,
		say`The verdict speaks of: ${code(`target: ${target.value}`)}${from$1(target)}`,
		say`Least share of samples paired and scored: ${formatLevel(minCoverage.value)}${from$1(minCoverage)}`
	];
	return [...limits, ...rules].map((line) => `- ${toMarkdown(line)}`);
}
function settingLines({ provenance }) {
	return Object.entries(provenance.fingerprints).map(([task, sides]) => {
		const settings = Object.entries(sides.candidate ?? sides.baseline ?? {}).sort(([left], [right]) => left < right ? -1 : 1).filter(([, value]) => value !== null).map(([field, value]) => toMarkdown(code(`${field}: ${formatDigest(String(value))}`)));
		return `- ${toMarkdown(code(task))}: ${settings.length === 0 ? "no settings recorded" : settings.join(" ")}`;
	});
}
/** What was compared with what: checkpoints, samples, settings, and where each limit came from. */
function comparedSection(file, now) {
	const { config, weighbridge } = file.provenance;
	const blocks = [[
		modelLine("Baseline", file.baseline),
		...baselineLines(file, now),
		modelLine("Candidate", file.candidate),
		...file.anchor === void 0 ? [] : [modelLine("Anchor", file.anchor)]
	].join("\n")];
	if (file.tasks.length > 0) blocks.push(taskTable(file.tasks));
	if (file.comparability.length > 0) {
		const lines = file.comparability.map((mismatch) => {
			return `- **${mismatch.severity === "hard" ? "Not comparable" : "Differs"}** ${toMarkdown(mismatchSentence(mismatch))}`;
		});
		blocks.push(`**Differences between the two runs**\n\n${lines.join("\n")}`);
	}
	blocks.push(`**Limits and policy, with where each came from**\n\n${policyLines(file).join("\n")}`);
	const settings = settingLines(file);
	if (settings.length > 0) blocks.push(`**Settings of each task**\n\n${settings.join("\n")}`);
	const digest = config.digest === null ? [] : say`, config digest ${code(formatDigest(config.digest))}`;
	blocks.push(toMarkdown(say`Judged by Weighbridge ${code(weighbridge)}${digest}.`));
	return folded("What was compared", blocks.join("\n\n"));
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
	const word = oneLine(text);
	return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
/** Paths of checkpoints are relative to the config's folder, those of flags to where the command runs. */
const directoryOf = (file) => file?.replace(/[^/\\]*$/, "") ?? "";
const from = (directory, path) => /^([/\\]|[A-Za-z]:)/.test(path) ? path : `${directory}${path}`;
/** The command that comes to the same verdict on another machine, limits given as inputs or flags included. */
function reproduceCommand({ candidate, baseline, gates, policy, provenance }) {
	const words = ["weighbridge", "run"];
	if (provenance.config.file !== null) words.push("--config", provenance.config.file);
	const directory = directoryOf(provenance.config.file);
	for (const [flag, model] of [["--baseline", baseline], ["--candidate", candidate]]) {
		const isFound = flag === "--baseline" && provenance.baseline !== void 0;
		if (model !== null && model.adapter_digest === null && !isFound) words.push(flag, from(directory, model.source));
	}
	for (const { id, task, metric, rule, limit } of gates) {
		const source = policy.limits[id]?.source.kind;
		if (hasFlag(rule) && (source === "input" || source === "flag")) words.push(RULE_FLAGS[rule], `${task}/${metric}=${limit}`);
	}
	return words.map(shellWord).join(" ");
}

// src/report/sections/cost.ts
function costSection({ cost: { samples, tokens }, tasks }, elapsedSeconds) {
	const time = elapsedSeconds === null ? "" : ` It took ${formatDuration(elapsedSeconds)}.`;
	const asked = `${formatCount(samples.evaluated)} of ${plural(samples.planned, "planned sample")} evaluated, both sides together`;
	const used = `${plural(tokens.prompt, "prompt token")} and ${plural(tokens.output, "output token")}`;
	const reused = samples.reused === void 0 ? "" : ` ${formatCount(samples.reused)} of them were reused from an earlier evaluation.`;
	return folded("Cost", `${asked}: ${used}.${reused}${saved(tasks)}${time}`);
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

// src/report/sections/flips.ts
function groupTable(metric, limit) {
	const shown = metric.groups.slice(0, limit);
	if (shown.length === 0) return null;
	const table = renderTable([
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
			cell: ({ delta }) => say`${formatChange(delta, metric.unit)}`
		}
	], shown);
	const left = metric.groups.length - shown.length;
	return left === 0 ? table : `${table}\n\n${plural(left, "more group")} fell less or rose.`;
}
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
function flipsSection({ tasks, gates }, detail) {
	const rank = ({ task }) => {
		const index = gates.findIndex((gate) => gate.task === task);
		return index === -1 ? gates.length : index;
	};
	const blocks = [...tasks].sort((a, b) => rank(a) - rank(b)).flatMap((task) => taskBlock(task, detail) ?? []);
	return blocks.length === 0 ? null : folded("Which groups and samples changed", blocks.join("\n\n"));
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
		case "no_regression_by_group": return null;
		default: return assertNever(rule);
	}
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
	const verdictAt = (shift) => judge$2(claim, counted.evidence(shift), alpha, target).verdict;
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
	if ([unpaired, unscored].some((sides) => sides.baseline > 0 || sides.candidate > 0) || direction === null || gate.test === null) return null;
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
		case "no_regression_by_group": return null;
		default: return assertNever(gate.rule);
	}
}
/** The limit of what the data allow on the forbidden side. */
function forbiddenEnd({ delta, bound, candidate, test }, line) {
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
	if (unit !== "rate") return String(Number((steps / scale).toPrecision(6)));
	const isOwnValue = rule === "ceiling" || rule === "floor";
	return `${steps / 10}${isOwnValue ? "%" : "pp"}`;
}

// src/report/change.ts
/** What would have led to another verdict, a sentence each: other answers, another limit, more samples. */
function whatWouldChange(gate, alpha) {
	if (gate.verdict === "invalid") return [say`Data that can be judged: see the reasons.`];
	const sentences = turnsOf(gate, alpha).map((turn) => turnSentence(gate, turn));
	const limit = passingLimit(gate);
	if (limit !== null && gate.verdict !== "pass") sentences.push(say`A limit of ${code(`${gate.rule}: ${limit}`)} would have passed; limits are chosen before results are seen.`);
	else if (limit !== null) sentences.push(say`The strictest limit that these samples pass is ${code(`${gate.rule}: ${limit}`)}.`);
	else if (lineOf(gate) !== null) sentences.push(say`No ${code(gate.rule)} would have passed with these samples.`);
	if (gate.verdict === "inconclusive") sentences.push(samplesSentence(gate));
	return sentences;
}
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
	const undecided = gates.filter((gate) => gate.verdict === "inconclusive");
	if (undecided.length === 0) return null;
	const items = undecided.map((gate) => {
		const reasons = gate.reasons.map((reason) => say`${reason}`);
		return gateItem(gate, [
			say`${gateSentence(gate)}. ${effect(gate, policy.onInconclusive.value)}`,
			sentences([evidence(gate), ...reasons]),
			sentences(whatWouldChange(gate, policy.alpha.value))
		]);
	});
	const title = undecided.length === 1 ? "Why one gate is undecided" : `Why ${undecided.length} gates are undecided`;
	return folded(`${title}, and how many samples would decide`, items.join("\n"));
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
function links({ artifactUrl, runUrl }) {
	const safe = (url) => url !== null && /^https?:\/\/[\w.:-]+\/[\w./-]*$/.test(url);
	const parts = [...safe(artifactUrl) ? [`[All samples and the full report](${artifactUrl})`] : [], ...safe(runUrl) ? [`[workflow run](${runUrl})`] : []];
	return parts.length === 0 ? null : parts.join(" · ");
}
function renderRung(file, context, rung) {
	return `${[
		`**${verdictLabel(file.verdict)}** ${toMarkdown(headline(file))}`,
		status(file),
		rung.gates === 0 ? null : faultList(file),
		gateTable(file.gates, rung.gates),
		rung === LADDER[0] ? null : `Shortened to fit (${rung.name}).`,
		links(context),
		...rung.sections ? [
			regressedSection(file),
			undecidedSection(file),
			rung.flips === null ? null : flipsSection(file, rung.flips),
			comparedSection(file, context.now ?? null),
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

// src/decide/stopping.ts
/**
* Why the evaluation of a task may end, judged on a comparison as if it had: a blocking regression makes everything else
* idle, and otherwise every gate on the task, advisory ones too, has to be decided. Null to go on; a task without gates
* was asked for to be seen, and goes on.
*/
function stopReason(comparison, gates, policy) {
	const results = resultsOf(comparison, gates, policy);
	if (results.some(({ verdict, tier }) => verdict === "regression" && tier === "blocking")) return "regression";
	return results.length > 0 && !results.some(isOpen) ? "decided" : null;
}
function resultsOf(comparison, gates, policy) {
	return gates.filter(({ task }) => task === comparison.task).map((gate) => judgeGate(gate, [comparison], policy));
}
function isOpen({ verdict }) {
	return verdict === "inconclusive" || verdict === "invalid";
}

// src/runners/order.ts
/**
* A permutation of samples that depends on the seed, the dataset and the ids, and on nothing else: baseline and candidate
* see the same order, whatever order the file has, and the first k samples of it are a random sample of k.
*/
function sampleOrder(samples, seed, datasetDigest) {
	return ordered(samples, [seed, datasetDigest]);
}
/**
* The order of a sequential run, another one for every model: where evaluation may stop early, no candidate can be trained on
* the samples that come first. The same model always gets the same order, so that asking again is no second draw.
*/
function sequentialOrder(samples, { seed, fingerprint, model }) {
	return ordered(samples, [
		seed,
		fingerprint.dataset ?? null,
		model.digest,
		model.adapter_digest
	]);
}
function ordered(samples, salt) {
	return samples.map((sample) => ({
		sample,
		key: digestOf([...salt, sample.id])
	})).sort((left, right) => left.key < right.key ? -1 : 1).map(({ sample }) => sample);
}
function digestOf(value) {
	return createHash("sha256").update(canonicalJson$1(value)).digest("hex");
}

// src/stopping.ts
/**
* Ends the candidate's tasks as soon as the verdict on them is known, by the judgement that `judge` makes of what is stored.
* @returns the monitor, or why there can be none
*/
function stopWhenDecided({ tasks, gates, policy }, baseline) {
	const runs = new Map(baseline.runs.map((run) => [run.record.task, run]));
	const partial = tasks.find(({ name }) => runs.get(name)?.incomplete !== null);
	if (partial !== void 0) return { obstacle: `the baseline has no complete run of ${partial.name} here` };
	let isProven = false;
	return {
		isLook,
		stopReason(plan, samples) {
			if (isProven) return "regression";
			const record = {
				...plan,
				schema_version: 1,
				status: {
					state: "complete",
					stopped: {
						after: samples.length,
						because: "decided"
					}
				},
				started: "",
				finished: null
			};
			const comparison = compareTask(runs.get(plan.task) ?? null, {
				record,
				samples
			}, policy.alpha.value);
			const reason = stopReason(comparison, gates, policy);
			isProven = reason === "regression";
			return reason;
		}
	};
}
/** A sequential run in the order of its design, whatever order its lines are in: shards are joined one after the other. */
function inDesignedOrder(run) {
	return designOf(run.record) === "full" ? run : {
		...run,
		samples: sequentialOrder(run.samples, run.record)
	};
}

// src/store/results.ts
/** Shards of several machines lie at most this deep: `<download>/<shard>/<side>/<task>`. */
const MAX_DEPTH = 4;
/** Folders that never hold runs of the side that is looked for, whatever was named. */
const NEVER = /* @__PURE__ */ new Set([...SIDES, SUPERSEDED]);
/**
* Reads every run that can be read, so that one broken task does not hide what the others say. Runs of one task (shards)
* are joined into one.
* @param folder a run directory (its folder for `side` is taken), the folder of one side or of one task, or a folder with
* several of these
*/
async function salvageSide(folder, side) {
	const stored = [];
	const faults = [];
	for (const run of await runFolders(folder, side, MAX_DEPTH)) await attempt(faults, async () => stored.push(await readRun(run)));
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
function joinShards(shards) {
	const [first, ...others] = shards;
	if (first === void 0) throw new Error("no shards to join");
	if (others.length === 0) return first;
	const samples = /* @__PURE__ */ new Map();
	for (const shard of shards) {
		const differs = differences(first.record, shard.record);
		if (differs.length > 0) throw notOneRun(first, shard, `they differ in ${differs.join(", ")}`);
		for (const sample of shard.samples) {
			const key = sampleKey(sample);
			const other = samples.get(key);
			if (other !== void 0 && canonicalJson$1(other) !== canonicalJson$1(sample)) throw notOneRun(first, shard, `the sample ${JSON.stringify(sample.id)} has two different results`);
			samples.set(key, sample);
		}
	}
	return {
		...shards.find(({ record }) => record.status.state !== "complete") ?? first,
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

// src/judge.ts
const VERDICT_FILE = "verdict.json";
const COMMENT_FILE = "comment.md";
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
	return importer === null ? salvageSide(path, side) : importer.load(path, side);
}
/** What the stored runs come to under the config's gates. Pure. A gate whose anchor is not there is `invalid`. */
function judgeRuns(config, sides, provenance) {
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
		...provenance === void 0 ? {} : { provenance }
	});
	return [
		sides.baseline,
		sides.candidate,
		sides.anchor
	].flatMap((side) => side?.faults ?? []).map(messageOf).reduce(invalidateVerdict, buildVerdictFile(facts));
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
	const { markdown } = renderMarkdown(verdict, {
		artifactUrl: null,
		runUrl: null,
		elapsedSeconds: null,
		now: (/* @__PURE__ */ new Date()).toISOString()
	}, COMMENT_BYTES);
	await onDisk(out, async () => {
		await mkdir(out, { recursive: true });
		await writeAtomically(join(out, VERDICT_FILE), canonicalJson(verdict));
		await writeAtomically(join(out, COMMENT_FILE), markdown);
	});
}

// src/sources.ts
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
* @throws WeighbridgeError `checkpoint` for what is no checkpoint and no results
*/
async function checkSource({ engine }, source, side) {
	await inspect$1(source, side, await ENGINES[engine.type].load());
}
async function inspect$1(source, side, engine) {
	if (source.kind !== "results") return engine.inspect?.(source);
	if (await holdsRuns(source.path, side) || await findImporter(source.path) !== null) return;
	await engine.inspect?.({
		kind: "file",
		path: source.path
	});
	throw new WeighbridgeError("checkpoint", "this is neither a checkpoint by its name nor results of an earlier run", {
		at: { file: source.path },
		fix: "name a .gguf file, or a folder that `weighbridge evaluate` wrote"
	});
}

// src/baseline.ts
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
async function findBaseline(config, surroundings) {
	const attempts = [];
	const found = [];
	for (const [index, source] of config.baselines.sources.entries()) {
		const name = describeBaselineSource(source);
		try {
			const scratch = join(surroundings.scratch, String(index + 1));
			found.push({
				name,
				...await trySource(source, config, {
					...surroundings,
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
		bootstrap: found.length === 0 && config.baselines.bootstrap && (surroundings.onDefaultBranch ?? await isDefaultBranch(config.directory))
	};
}
async function trySource(source, config, { scratch, baseCommit = null, artifact = null }) {
	const directory = resolve(config.directory);
	switch (source.from) {
		case "path":
			await checkSource(config, mapPaths(source.model, (path) => resolve(directory, path)), "baseline");
			return {
				source: source.model,
				origin: null
			};
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
			await requireWhole(folder);
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
/** Results that cannot be a baseline are no answer, and the next source is tried. */
async function requireWhole(folder) {
	const { runs, faults } = await readResults(folder, "baseline");
	const [fault] = faults;
	if (fault !== void 0) throw fault;
	for (const { record, incomplete } of runs) {
		const short = incomplete ?? (designOf(record) === "full" ? null : "stopped early by design");
		if (short !== null) throw new WeighbridgeError("data", `its run of ${record.task} ${short}`, { at: { file: folder } });
	}
}
/** The commit whose pointer counts: where the branch left its base; on the default branch itself, the commit before. */
async function compareCommit(directory, given, branch) {
	const head = await resolveRevision(directory, "HEAD");
	const base = given ?? branch ?? await defaultBranch(directory);
	if (base === null) throw new WeighbridgeError("data", "this clone does not say which branch is merged into", { fix: "name it: `{ from: base-branch, pointer: model.yaml, branch: origin/main }`" });
	const commit = await mergeBase(directory, base, "HEAD");
	return commit === head && await isDefaultBranch(directory) ? resolveRevision(directory, "HEAD~1") : commit;
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

// src/chosen-baseline.ts
/**
* Results whose settings differ from the candidate's in nothing but declared changes are set aside, so that the baseline is
* evaluated anew: two settings are never compared.
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
	const { runs } = await readResults(resolve(directory, source.path), "baseline");
	const accepted = new Set(acceptChange);
	const changed = /* @__PURE__ */ new Set();
	for (const { task, fingerprint } of candidate) {
		const other = runs.find(({ record }) => record.task === task)?.record.fingerprint;
		if (other === void 0) continue;
		for (const field of Object.keys(FINGERPRINT_FIELDS)) if (FINGERPRINT_FIELDS[field].severity === "hard" && fingerprint[field] !== other[field]) changed.add(field);
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
		accepted: isStored ? [] : acceptChange
	};
}
const dated = ({ finished, started }) => ({
	commit: null,
	date: finished ?? started,
	by: null
});
const oldest = (origins) => origins.reduce((first, each) => first === null || each.date < first.date ? each : first, null);

// src/plan/cost.ts
/** English text in the vocabularies of current models; other languages and code need more tokens. */
const BYTES_PER_TOKEN = 4;
/** Text compresses to about a third. */
const GZIP_FACTOR = 3;
/**
* @param counts samples that the dataset has, and how many of them will be asked
* @param datasetBytes size of the task's dataset file on disk
*/
function taskCost({ name, options }, counts, datasetBytes) {
	const bytes = (counts.samples === 0 ? 0 : counts.evaluated / counts.samples) * (/\.gz$/i.test(options.dataset) ? datasetBytes * GZIP_FACTOR : datasetBytes);
	const examples = options.type === "perplexity" ? 1 : 1 + options.num_fewshot;
	return {
		task: name,
		samples: counts.evaluated,
		promptTokens: Math.ceil(bytes / BYTES_PER_TOKEN * examples),
		outputTokens: options.type === "generate" ? counts.evaluated * options.generation_kwargs.max_gen_toks : 0
	};
}
/**
* @param checkpoints those that are evaluated on all tasks
* @param more tasks of a checkpoint that is evaluated on these alone
*/
function totalCost(tasks, checkpoints, more = []) {
	const sum = (key) => [...Array.from({ length: checkpoints }, () => tasks).flat(), ...more].reduce((total, task) => total + task[key], 0);
	return {
		tasks,
		checkpoints: checkpoints + (more.length > 0 ? 1 : 0),
		total: {
			samples: sum("samples"),
			promptTokens: sum("promptTokens"),
			outputTokens: sum("outputTokens")
		}
	};
}

// src/stats/power.ts
/** z(1 − alpha) + z(power): 2.93 at α = 5 % and 90 %. */
function reach({ alpha, power }) {
	return normalQuantile(1 - alpha) + normalQuantile(power);
}
/**
* Pairs of 0/1 scores needed to prove that the drop is below `margin`:
* (z_α + z_β)² (disc − δ²) / (margin + δ)², with δ the true delta (0 for an unchanged model) and disc the share of pairs
* that flip. Normal approximation.
*/
function pairsNeeded(margin, discordance, errors, trueDelta = 0) {
	return reach(errors) ** 2 * (discordance - trueDelta ** 2) / (margin + trueDelta) ** 2;
}
/**
* Smallest drop that `pairs` show with probability `power`: (z_α + z_β) √(disc / n). The smallest margin which a benchmark
* of that size can certify is the same number.
*/
function smallestDetectableDrop(pairs, discordance, errors) {
	return smallestDetectable(Math.sqrt(discordance / pairs), errors);
}
/** The same for any estimate with a known standard error. */
function smallestDetectable(stderr, errors) {
	return reach(errors) * stderr;
}

// src/plan/feasibility.ts
/**
* Share of samples that a fine-tune answers otherwise than its parent (right to wrong or wrong to right), assumed before
* anything has run. 10 to 15 % is usual for a model of accuracy .65; see docs/method.md.
*/
const ASSUMED_DISCORDANCE = .12;
/** Probability with which an unchanged model should be certified. */
const POWER = .9;
/** What the number of samples means for one gate; pure. */
function feasibilityOf(gate, metric, size, policy) {
	const samples = size.evaluated;
	const judgement = judge$1(gate, metric, size, policy);
	return {
		gate: gate.id,
		samples,
		...judgement,
		says: sentence(gate, metric, samples, judgement, policy)
	};
}
function judge$1(gate, metric, size, policy) {
	if (size.evaluated === 0) return {
		outcome: "hopeless",
		certifiable: null,
		needed: null
	};
	if (metric.unit !== "rate" || metric.kind !== "mean") return {
		outcome: "unknown",
		certifiable: null,
		needed: null
	};
	switch (gate.rule) {
		case "max_drop": return judgeDrop(gate.limit.value, size, policy);
		case "min_gain": return judgeGain(gate.limit.value, size, policy);
		case "ceiling": return judgeBound(gate.limit, size.evaluated, policy);
		case "floor": return judgeBound(1 - gate.limit, size.evaluated, policy);
		case "no_regression_by_group": return {
			outcome: "unknown",
			certifiable: null,
			needed: null
		};
	}
}
/** At α = .05 and 90 % these are 2.93·√(d/n) and 8.56·d/m²; an unchanged model, so no true difference. */
function certification(margin, samples, alpha) {
	const errors = {
		alpha,
		power: POWER
	};
	return {
		certifiable: smallestDetectableDrop(samples, ASSUMED_DISCORDANCE, errors),
		needed: margin > 0 ? Math.ceil(pairsNeeded(margin, ASSUMED_DISCORDANCE, errors)) : null
	};
}
function judgeDrop(margin, size, policy) {
	const samples = size.evaluated;
	const alpha = policy.alpha.value;
	const figures = certification(margin, samples, alpha);
	if (judgesBenchmark(margin, size, policy) || margin >= figures.certifiable) return {
		outcome: "certifies",
		...figures
	};
	const z2 = normalQuantile(alpha) ** 2;
	return {
		outcome: blocksAt(z2 / (samples + z2), margin, policy) ? "hopeless" : "undecided",
		...figures
	};
}
/** Never hopeless: a gain may be as large as it likes. Certified means that a gain of twice the limit is proven. */
function judgeGain(limit, size, policy) {
	const figures = certification(limit, size.evaluated, policy.alpha.value);
	return {
		outcome: judgesBenchmark(limit, size, policy) || limit >= figures.certifiable ? "certifies" : "undecided",
		...figures
	};
}
/** Zero events among n prove a rate below 1 − α^(1/n) (Clopper-Pearson), so a ceiling c needs n ≥ ln α / ln(1 − c). */
function judgeBound(limit, samples, policy) {
	const alpha = policy.alpha.value;
	const certifiable = 1 - alpha ** (1 / samples);
	const figures = {
		certifiable,
		needed: limit <= 0 ? null : limit >= 1 ? 1 : Math.ceil(Math.log(alpha) / Math.log1p(-limit))
	};
	if (policy.target.value === "benchmark" || certifiable <= limit) return {
		outcome: "certifies",
		...figures
	};
	return {
		outcome: blocksAt(certifiable, limit, policy) ? "hopeless" : "undecided",
		...figures
	};
}
/** Whether the best that the data can show, this far from the observed value, still ends in a block. */
function blocksAt(best, limit, policy) {
	switch (policy.onInconclusive.value) {
		case "lean": return best > 2 * limit;
		case "block": return best >= limit;
		case "warn": return false;
	}
}
/** Whether the verdict speaks of exactly these samples, where nothing stays undecided: method.md, step C. */
function judgesBenchmark(margin, { evaluated, isWhole }, policy) {
	switch (policy.target.value) {
		case "benchmark": return true;
		case "population": return false;
		case "auto": {
			const halfWidth = normalQuantile(1 - policy.alpha.value) * Math.sqrt(ASSUMED_DISCORDANCE / evaluated);
			return isWhole && halfWidth <= margin / 3;
		}
	}
}
function sentence(gate, metric, samples, judgement, policy) {
	const limit = describeLimit(gate, metric.unit === "rate" ? "rate" : "other");
	const bound = gate.rule === "ceiling" || gate.rule === "floor";
	const { outcome, certifiable, needed } = judgement;
	if (samples === 0) return `${gate.id}: the task has no samples`;
	const share = certifiable === null ? "" : (100 * certifiable).toPrecision(2);
	const smallest = bound ? `${samples} samples without one failure show a rate below ${share}%` : `${samples} samples certify ${share}pp`;
	const need = needed === null ? "no number of samples proves it" : `${limit} needs ${needed} samples`;
	switch (outcome) {
		case "unknown": return `${gate.id}: what ${samples} samples can show about ${limit} is known only after a run`;
		case "certifies": return `${gate.id}: ${samples} samples are enough for ${limit}`;
		case "undecided": return `${gate.id}: ${smallest}, ${need}; until then many results are inconclusive, which ${EFFECT[policy.onInconclusive.value]}`;
		case "hopeless": return `${gate.id}: ${smallest}, ${need}; even a candidate without any fault would be blocked`;
	}
}
const EFFECT = {
	lean: "leans on the observed value",
	block: "blocks",
	warn: "only warns"
};
/** The gate as an error of whoever wrote it, when a blocking gate could only ever block. */
function hopelessGate(gate, feasibility) {
	if (feasibility.outcome !== "hopeless" || gate.tier === "advisory") return void 0;
	const { source } = gate;
	return new WeighbridgeError("config", feasibility.says, {
		...source.kind === "file" ? { at: {
			file: source.file,
			line: source.line
		} } : {},
		fix: "use a larger dataset, raise the limit, or make the gate advisory"
	});
}

// src/plan/plan.ts
const prepareByRunner = async (task, directory) => {
	return (await RUNNERS[task.runner].load()).prepare(task.name, task.options, directory);
};
/**
* Prepares every task and checks every gate against the size of its dataset.
* @throws IssueList with every dataset that cannot be used, or every gate that could only ever block
*/
async function makePlan(config, prepare = prepareByRunner) {
	const tasks = await prepareAll(config, prepare);
	const feasibility = checkGates(config, tasks);
	const costs = await Promise.all(tasks.map((task) => costOf(task, config.directory)));
	const sides = [config.candidate, config.baseline].filter((side) => side !== null && side.kind !== "results");
	const anchored = config.anchor === null || config.anchor.kind === "results" ? [] : costs.filter(({ task }) => config.gates.some((gate) => gate.task === task && gate.against === "anchor"));
	return {
		config,
		tasks,
		feasibility,
		warnings: feasibility.filter(({ outcome }) => outcome === "undecided" || outcome === "hopeless").map(({ says }) => says),
		cost: totalCost(costs, sides.length, anchored)
	};
}
/** What an evaluation says of gates that its datasets are too small for; null when there are none. `check` tells each in full. */
function sizeWarning({ feasibility, warnings }) {
	if (warnings.length === 0) return null;
	return `${warnings.length} of ${feasibility.length} ${feasibility.length === 1 ? "gate" : "gates"} may end undecided with datasets of this size; \`weighbridge check\` says how many samples would do`;
}
async function prepareAll(config, prepare) {
	const tasks = [];
	const issues = [];
	for (const task of config.tasks) try {
		tasks.push({
			config: task,
			prepared: await prepare(task, config.directory)
		});
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		issues.push(...error instanceof IssueList ? error.issues : [error]);
	}
	const [first] = issues;
	if (first !== void 0) throw new IssueList(first.kind, issues);
	return tasks;
}
function checkGates(config, tasks) {
	const checked = config.gates.flatMap((gate) => {
		const prepared = tasks.find((task) => task.config.name === gate.task)?.prepared;
		if (prepared === void 0) return [];
		const metric = prepared.metrics.find(({ name }) => name === gate.metric);
		if (metric === void 0) throw new Error(`${gate.task} was described with ${gate.metric} and prepared without`);
		const size = {
			evaluated: evaluatedOf(prepared),
			isWhole: prepared.limit === null
		};
		return [{
			gate,
			feasibility: feasibilityOf(gate, metric, size, config.policy)
		}];
	});
	const issues = checked.flatMap(({ gate, feasibility }) => hopelessGate(gate, feasibility) ?? []);
	if (issues.length > 0) throw new IssueList("config", issues);
	return checked.map(({ feasibility }) => feasibility);
}
async function costOf({ config, prepared }, directory) {
	const { size } = await stat(resolve(directory, config.options.dataset));
	return taskCost(config, {
		samples: prepared.samples.length,
		evaluated: evaluatedOf(prepared)
	}, size);
}
/** Samples that will be asked: all, or as many as the task's limit leaves. */
function evaluatedOf({ samples, limit }) {
	return Math.min(samples.length, limit ?? samples.length);
}

// src/recall.ts
/** Answers from the store what one side was asked before. A damaged entry is told, and as good as none. */
function recallFrom(store, side, log) {
	return async (run) => {
		const found = await store.find(run);
		switch (found.kind) {
			case "missing": return null;
			case "damaged":
				log.warn(`${side}/${run.task}: the store has it damaged, and it is evaluated again: ${found.reason}`);
				return null;
			case "found":
				log.info(`${side}/${run.task}: ${found.entry.samples.length} of ${run.planned} samples are in the store`);
				return found.entry;
		}
	};
}
/** Puts what was evaluated into the store; a store that cannot be written costs the next run time, not this one its verdict. */
async function keepRuns(store, config, side, out, log) {
	const origin = await originHere(config.directory);
	const { runs } = await readResults(sideFolder(config, side, out), side);
	for (const run of runs) try {
		await store.keep(run, run.record.reused?.origin ?? origin);
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		log.warn(`${side}/${run.record.task} was not kept in the store: ${messageOf(error)}`);
	}
}

// src/runners/model-holder.ts
/** One side's model, loaded once, and again after its engine died. */
var ModelHolder = class ModelHolder {
	/** What was loaded first: identity and fingerprint hold for every later load. */
	described;
	#open;
	#model;
	constructor(open, model) {
		this.#open = open;
		this.#model = model;
		this.described = model;
	}
	static async load(open) {
		return new ModelHolder(open, await open());
	}
	/** @throws WeighbridgeError `checkpoint` when the file changed since it was first loaded */
	async model() {
		if (this.#model !== null) return this.#model;
		const model = await this.#open();
		this.#model = model;
		if (model.identity.digest === this.described.identity.digest) return model;
		throw new WeighbridgeError("checkpoint", "the checkpoint changed while it was being evaluated", { fix: "Evaluate a file that nothing writes to." });
	}
	/** Lets go of the model; the next request loads it again. */
	async close() {
		const model = this.#model;
		this.#model = null;
		try {
			await model?.close();
		} catch (error) {
			if (!(error instanceof EngineDied)) throw error;
		}
	}
};

// src/runners/monitor.ts
/** Watches one task: asks the monitor at every look, until it answers. */
var Watch = class {
	#monitor;
	#run;
	#samples;
	#stop = new AbortController();
	#reason;
	/** @param found samples of an earlier evaluation, which may be enough */
	constructor(monitor, run, found) {
		this.#monitor = monitor;
		this.#run = run;
		this.#samples = [...found];
		this.#reason = null;
		this.#ask();
	}
	/** Null while the evaluation goes on. */
	get reason() {
		return this.#reason;
	}
	/** Aborted as soon as there is a reason. */
	get signal() {
		return this.#stop.signal;
	}
	/** One more sample is stored. */
	saw(sample) {
		this.#samples.push(sample);
		const isLook = this.#monitor.isLook(this.#samples.length, this.#run.planned);
		if (this.#reason === null && isLook) this.#ask();
	}
	#ask() {
		this.#reason = this.#monitor.stopReason(this.#run, this.#samples);
		if (this.#reason !== null) this.#stop.abort();
	}
};

// src/runners/progress.ts
/** Measures the rate of one task from when it is created. */
function progressMeter(task, planned, reused, now = () => performance.now()) {
	const started = now();
	return (evaluated) => {
		const seconds = (now() - started) / 1e3;
		const rate = evaluated > 0 && seconds > 0 ? evaluated / seconds : null;
		const done = reused + evaluated;
		return {
			task,
			done,
			planned,
			samplesPerSecond: rate,
			secondsLeft: rate === null ? null : (planned - done) / rate
		};
	};
}

// src/runners/evaluate.ts
/**
* Evaluates all tasks of one side. A task that fails leaves its samples and its reason, and the next one goes on; after a
* death of the engine, with a new engine.
*
* @throws WeighbridgeError for a model that cannot be loaded, or a run directory that cannot be written
*/
async function evaluateSide(evaluation) {
	const holder = await ModelHolder.load(() => evaluation.open(evaluation.signal));
	try {
		const outcomes = [];
		for (const task of evaluation.tasks) outcomes.push(await evaluateTask(evaluation, task, holder));
		return outcomes;
	} finally {
		await holder.close();
	}
}
async function evaluateTask(evaluation, { config: task, prepared: content }, holder) {
	const { seed, side, out, monitor = null } = evaluation;
	const order = sampleOrder(content.samples, seed, content.datasetDigest);
	const planned = content.limit === null ? order : order.slice(0, content.limit);
	const run = {
		side,
		task: task.name,
		task_role: task.role,
		metrics: content.metrics,
		primary_metric: task.primaryMetric,
		fingerprint: {
			...content.fingerprint(holder.described),
			seed
		},
		model: holder.described.identity,
		seed,
		planned: planned.length,
		design: monitor === null ? "full" : "sequential"
	};
	const { writer, found, superseded } = await openRun(out, run);
	const isSequential = writer.design === "sequential";
	const mine = partOf(isSequential ? sequentialOrder(planned, run) : planned, evaluation.shard ?? null);
	await recallSamples(evaluation, run, mine, writer);
	const pending = mine.filter((sample) => !writer.has(sample));
	const reused = mine.length - pending.length;
	const watch = isSequential && monitor !== null ? new Watch(monitor, run, found) : null;
	const ending = await runPending(evaluation, content, holder, writer, pending, progressMeter(task.name, mine.length, reused), watch);
	return {
		task: task.name,
		planned: planned.length,
		reused,
		superseded,
		...ending
	};
}
/** Takes over what a store has of this part, so that only the rest is asked. */
async function recallSamples({ recall }, run, mine, writer) {
	if (recall === void 0 || writer.design !== "full" || mine.every((sample) => writer.has(sample))) return;
	const recalled = await recall(run);
	if (recalled === null) return;
	const ids = new Set(mine.map(({ id }) => id));
	await writer.reuse(recalled.samples.filter(({ id }) => ids.has(id)), recalled.origin);
}
/** Every `count`-th sample of the order, so that all parts take about as long. */
function partOf(planned, shard) {
	return shard === null ? planned : planned.filter((_, position) => position % shard.count === shard.index - 1);
}
async function runPending({ seed, signal: interrupt, progress }, content, holder, writer, pending, meter, watch) {
	const signal = watch === null ? interrupt : AbortSignal.any([interrupt, watch.signal]);
	let evaluated = 0;
	const write = async (sample) => {
		await writer.write(sample);
		evaluated += 1;
		watch?.saw(sample);
		progress?.(meter(evaluated));
	};
	try {
		if (pending.length > 0 && !signal.aborted) await content.run({
			pending,
			model: await holder.model(),
			seed,
			write,
			signal
		});
	} catch (error) {
		if (writer.broken) throw error;
		if (error instanceof EngineDied) await holder.close();
		if (!signal.aborted) {
			const reason = messageOf(error);
			await writer.fail(reason);
			return {
				state: "failed",
				reason,
				evaluated,
				stopped: null
			};
		}
	}
	const stopped = watch?.reason ?? null;
	if (evaluated === pending.length) {
		await writer.complete();
		return {
			state: "complete",
			reason: null,
			evaluated,
			stopped: null
		};
	}
	if (stopped !== null) {
		await writer.stop(stopped);
		return {
			state: "complete",
			reason: null,
			evaluated,
			stopped
		};
	}
	if (interrupt.aborted) {
		await writer.interrupt();
		return {
			state: "interrupted",
			reason: null,
			evaluated,
			stopped
		};
	}
	const reason = `the runner left out ${pending.length - evaluated} samples`;
	await writer.fail(reason);
	return {
		state: "failed",
		reason,
		evaluated,
		stopped
	};
}

// src/store/timing.ts
/**
* Adds to `timing.json`, where everything lives that varies from run to run, so that `verdict.json` does not. It is for
* people: a file that cannot be read is begun anew.
*/
async function recordTiming(out, timing) {
	const file = join(out, "timing.json");
	const evaluations = [...await earlier(file), timing];
	const host = {
		platform: platform(),
		node: process.version,
		processors: cpus().length
	};
	await onDisk(out, () => writeAtomically(file, `${JSON.stringify({
		host,
		evaluations
	}, null, 2)}\n`));
}
async function earlier(file) {
	try {
		const { evaluations } = JSON.parse(await readFile(file, "utf8"));
		return Array.isArray(evaluations) ? evaluations : [];
	} catch {
		return [];
	}
}

// src/evaluate.ts
const STOPPED = {
	decided: "stopped early, every gate on it is decided",
	regression: "stopped, since a regression is proven"
};
/** Evaluates the model of one side on all its tasks, or says that the config names results instead. */
async function evaluateModel({ config, tasks }, side, evaluation) {
	const { log, out, signal, shard = null } = evaluation;
	const source = requireSide(config, side);
	if (source.kind === "results") {
		log.info(`${side}: results of an earlier run, ${source.path}`);
		return;
	}
	const started = /* @__PURE__ */ new Date();
	const template = side === "baseline" ? await candidateTemplate(config, tasks, evaluation) : void 0;
	const store = side === "candidate" ? null : storeOf(config);
	const outcomes = await evaluateSide({
		side,
		tasks: tasksOf(config, tasks, side),
		out,
		seed: config.seed,
		shard,
		signal,
		monitor: await monitorOf(config, side, evaluation),
		...store === null ? {} : { recall: recallFrom(store, side, log) },
		open: (aborted) => openModel(config, source, log, aborted, template),
		progress: (progress) => log.progress?.({
			...progress,
			side
		})
	});
	for (const outcome of outcomes) {
		const { task, state, reason, stopped, superseded } = outcome;
		evaluation.taskEnded?.(outcome);
		if (superseded !== null) log.info(`${side}/${task}: an earlier run differed and was set aside`);
		if (stopped !== null) log.info(`${side}/${task}: ${STOPPED[stopped]}`);
		if (state === "failed") log.warn(`${side}/${task} failed: ${reason}`);
	}
	if (store !== null) await keepRuns(store, config, side, out, log);
	const seconds = (Date.now() - started.getTime()) / 1e3;
	await recordTiming(out, {
		side,
		started: started.toISOString(),
		seconds,
		tasks: outcomes
	});
}
async function openModel({ engine: settings, directory }, source, log, aborted, template) {
	const engine = await ENGINES[settings.type].load();
	const events = { status: (line) => log.info(line) };
	const files = mapPaths(source, (path) => resolve(directory, path));
	const model = await engine.open(files, settings, events, aborted);
	const identity = {
		...model.identity,
		source: describeModel(source)
	};
	return {
		...model,
		identity,
		...template === void 0 ? {} : { chatTemplate: template }
	};
}
/**
* The candidate's chat template where its change is declared: the baseline is asked with it as well. Undefined where the
* baseline keeps its own.
*/
async function candidateTemplate(config, tasks, { log, signal }) {
	const applies = tasks.some(({ config: { options } }) => options.type !== "perplexity" && options.apply_chat_template);
	const { candidate } = config;
	if (!config.acceptChange.includes("chat_template") || !applies || candidate === null) return void 0;
	if (candidate.kind === "results") return void 0;
	const model = await openModel(config, candidate, log, signal);
	await model.close();
	log.info("baseline: asked with the candidate's chat template, a declared change");
	return model.chatTemplate;
}
/** All tasks; of the anchor only those that a gate compares with it. */
function tasksOf({ gates }, tasks, side) {
	if (side !== "anchor") return tasks;
	const anchored = new Set(gates.filter(({ against }) => against === "anchor").map(({ task }) => task));
	return tasks.filter(({ config }) => anchored.has(config.name));
}
/** What ends the candidate's evaluation early; null when every sample is to be evaluated, or has to be. */
async function monitorOf(config, side, { log, out, shard = null }) {
	if (config.evaluation.value === "full" || side !== "candidate") return null;
	const monitor = await monitorFor(config, out, shard);
	if (!("obstacle" in monitor)) return monitor;
	log.info(`${side}: every sample is evaluated, since ${monitor.obstacle}`);
	return null;
}
async function monitorFor(config, out, shard) {
	if (shard !== null) return { obstacle: "a shard sees only its own part" };
	if (config.anchor !== null) return { obstacle: "the anchor is compared with all of them" };
	return stopWhenDecided(config, await readResults(sideFolder(config, "baseline", out), "baseline"));
}

// src/main.ts
var main_exports = /* @__PURE__ */ __exportAll({
	evaluatePlan: () => evaluatePlan,
	findBaselines: () => findBaselines,
	judge: () => judge
});
/**
* config → plan → evaluate: the only phase that runs a model. Goes on where an earlier evaluation stopped.
* @throws WeighbridgeError before any model is loaded when config or data are at fault, or when a model cannot be loaded
*/
async function evaluatePlan(options) {
	const { log, out, signal } = options;
	const written = await loadConfig(options.configPath, { overrides: options.overrides });
	const sides = options.sides ?? gatedSides(written);
	const plan = await makePlan(written);
	const warning = sizeWarning(plan);
	if (warning !== null) log.warn(warning);
	const found = sides.includes("baseline") ? await baselinesOf(written, options) : null;
	for (const { source, reason } of found?.attempts ?? []) log.info(reason === null ? `baseline: found by ${source}` : `baseline: not by ${source}: ${reason}`);
	if (found?.bootstrap) return bootstrap(plan, options);
	if (found !== null && found.found.length === 0) throw noBaseline(found.attempts);
	const first = found === null ? null : await chooseBaseline(written, found, []);
	const config = first === null ? written : withBaseline(written, first);
	await requireSources(config, sides);
	await onDisk(out, () => mkdir(out, { recursive: true }));
	const evaluate = async (by, side) => {
		if (!signal.aborted) await evaluateModel({
			...plan,
			config: by
		}, side, options);
	};
	const mayTurn = found !== null && config.acceptChange.length > 0 && config.baseline?.kind === "results";
	if (mayTurn && sides.includes("candidate")) await evaluate(config, "candidate");
	const chosen = found !== null && mayTurn ? await chooseAfter(config, found, out) : first;
	if (chosen !== null && chosen.baseline === null) throw noBaseline(chosen.attempts);
	const settled = chosen === null ? config : withBaseline(config, chosen);
	for (const side of sides) if (!(mayTurn && side === "candidate")) await evaluate(settled, side);
}
/**
* Tries the sources of the baseline, for those who need the answer before and after an evaluation.
* @returns null where the config names the baseline by one path
*/
async function findBaselines(options) {
	return baselinesOf(await loadConfig(options.configPath, { overrides: options.overrides }), options);
}
/** Tries the sources of the config, unless there is nothing to find or somebody has. */
async function baselinesOf(config, { baselines = null, out }) {
	if (baselines !== null || !mustFind(config)) return baselines;
	return findBaseline(config, { scratch: join(out, "found-baseline") });
}
async function chooseAfter(config, found, out) {
	const { runs } = await readResults(sideFolder(config, "candidate", out), "candidate");
	return chooseBaseline(config, found, runs.map(({ record }) => record));
}
/** The first baseline: the candidate is evaluated in full and kept, and nothing is compared. */
async function bootstrap(plan, options) {
	const { log, out, signal } = options;
	const evaluation = {
		value: "full",
		source: plan.config.evaluation.source
	};
	const config = {
		...plan.config,
		evaluation
	};
	await requireSources(config, ["candidate"]);
	await onDisk(out, () => mkdir(out, { recursive: true }));
	await evaluateModel({
		...plan,
		config
	}, "candidate", options);
	const store = storeOf(config);
	if (signal.aborted || store === null) return;
	const { runs, faults } = await readResults(sideFolder(config, "candidate", out), "candidate");
	const [fault] = faults;
	if (fault !== void 0) throw fault;
	const { id } = await store.bless(runs, await originHere(config.directory));
	log.info(`bootstrap: blessed ${id} in ${store.folder}`);
}
/** compare → decide → report: a function of what is stored and of the config. Writes `verdict.json` and `comment.md`. */
async function judge(options) {
	const { out, failure = null, baselines = null } = options;
	const written = await loadConfig(options.configPath, { overrides: options.overrides });
	const chosen = baselines === null ? null : await chooseAfter(written, baselines, out);
	const config = chosen === null ? written : withBaseline(written, chosen);
	const runs = await readSides({
		baseline: sideFolder(config, "baseline", out),
		candidate: sideFolder(config, "candidate", out),
		anchor: config.anchor === null ? void 0 : sideFolder(config, "anchor", out)
	});
	const judged = judgeRuns(config, runs, provenanceOf(config, chosen, runs.baseline.runs));
	const reasons = [failure, (chosen === null ? mustFind(written) : chosen.baseline === null) ? messageOf(noBaseline(chosen?.attempts ?? [])) : null];
	const verdict = [...new Set(reasons)].reduce((file, reason) => reason === null ? file : invalidateVerdict(file, reason), judged);
	await writeVerdict(out, verdict);
	return { verdict };
}
function gatedSides({ anchor }) {
	return anchor === null ? ["baseline", "candidate"] : [
		"baseline",
		"candidate",
		"anchor"
	];
}

export { formatValue as $, imaginedEvidence as A, tally as B, COMMENT_BYTES as C, openRun as Ct, forbiddenEnd as D, VERDICTS as Dt, whatWouldChange as E, EXIT_CODES as Et, limitWords as F, toPlain as G, code as H, canonicalJson as I, formatCount as J, NOT_AVAILABLE as K, invalidateVerdict as L, faults as M, mismatchSentence as N, lineOf as O, GATE_COLUMNS as P, formatSize as Q, gateSentence as R, salvageSide as S, BaselineStore as St, renderMarkdown as T, VERSION as Tt, say as U, verdictLabel as V, toMarkdown as W, formatLevel as X, formatInterval as Y, formatP as Z, judgeRuns as _, DELTA as _t, makePlan as a, chooseTarget as at, sideFolder as b, binomialExactly as bt, smallestDetectableDrop as c, subjectOf as ct, findBaseline as d, paired as dt, IMPORTERS as et, mustFind as f, shownDelta as ft, VERDICT_FILE as g, CANDIDATE as gt, sourceIssue as h, deltaEvidence as ht, main_exports as i, isStop as it, daysBetween as j, firstCount as k, noBaseline as l, compareRuns as lt, storeOf as m, clustersOf as mt, findBaselines as n, decide as nt, ASSUMED_DISCORDANCE as o, judge$2 as ot, originHere as p, candidateEvidence as pt, formatChange as q, judge as r, judgeGate as rt, smallestDetectable as s, claimOf as st, evaluatePlan as t, findImporter as tt, defaultStore as u, estimateOf as ut, readResults as v, ratioOfSums as vt, SUMMARY_BYTES as w, markdownTable as wt, writeVerdict as x, describeBaselineSource as xt, readSides as y, binomialAtMost as yt, summaryLine as z };