import { Cn as require_yauzl, Mn as folderInRepository, Nn as mergeBase, Pn as readAtRevision, a as WAIVER_FILE, at as dashed, ct as THRESHOLD_NAMES, it as OVERRIDE_NAMES, jn as askGit, o as readWaivers } from "./app-policy.js";
import { i as messageOf, n as WeighbridgeError, t as IssueList } from "./core-domain-errors.js";
import { O as NEVER, _ as strictObject, g as record, i as _enum, v as string } from "./adapters-process-environment.js";
import { C as isCommentKey, b as COMMENT_MODES } from "./action-github-access.js";
import { basename, dirname, join, posix } from "node:path";
import { createWriteStream } from "node:fs";
import { Buffer } from "node:buffer";
import { mkdir } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

// src/adapters/github/contents.ts
/**
* The commit from which two commits went apart, which may lie in a fork.
* @throws what GitHub answered
*/
async function remoteMergeBase({ client, repository }, base, head) {
	const { data } = await client.rest.repos.compareCommitsWithBasehead({
		owner: repository.owner,
		repo: repository.name,
		basehead: `${base}...${head}`,
		per_page: 1
	});
	return data.merge_base_commit.sha;
}
/**
* @returns null when the commit has no such file
* @throws what GitHub answered, also when the commit itself is not there: its absence must not look like that of the file
*/
async function remoteFile({ client, repository }, commit, path) {
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	await client.rest.git.getCommit({
		...place,
		commit_sha: commit
	});
	try {
		const { data } = await client.rest.repos.getContent({
			...place,
			path,
			ref: commit
		});
		if (!Array.isArray(data) && data.type === "file" && "content" in data && data.encoding === "base64") return Buffer.from(data.content, "base64");
		throw new Error(`${path} is not a plain file at ${commit}, or too large`);
	} catch (error) {
		if (error instanceof Error && "status" in error && error.status === 404) return null;
		throw error;
	}
}

// src/action/base-policy.ts
/**
* What the base branch says: for a pull request the config at the merge base and at the tip, and the waivers of the tip; for a
* merge group all of it at the commit that it is built on. A clone is asked first, and GitHub where it is too shallow to know.
* @returns null where the event has no base
* @throws WeighbridgeError `platform` when neither can tell: then nothing says what the limits are; `usage` where the config is
* in no part of the repository that has a base branch; `config` when the waivers of the base branch are at fault
*/
async function readBasePolicy(event, place) {
	const { baseSha, headSha } = event;
	if (baseSha === null || headSha === null) return null;
	await refuseSubmodule(place);
	const revision = event.name === "merge_group" ? baseSha : await forkPoint(place, baseSha, headSha);
	const configAt = (commit) => textAt(place, commit, place.configPath);
	const config = await configAt(revision);
	const tip = revision === baseSha ? {} : { tip: {
		revision: baseSha,
		config: await configAt(baseSha)
	} };
	const waivers = await textAt(place, baseSha, posix.join(posix.dirname(place.configPath.replaceAll("\\", "/")), WAIVER_FILE));
	return {
		revision,
		config,
		...tip,
		waivers: waivers === null ? [] : readWaivers(waivers, WAIVER_FILE)
	};
}
/** A pull request could turn the config's folder into a submodule, whose history the base branch is no part of. */
async function refuseSubmodule({ checkout, configPath }) {
	if (checkout === null) return;
	const folder = join(checkout, dirname(configPath));
	if (await askGit(folder, ["rev-parse", "--show-superproject-working-tree"]) === null) return;
	throw new WeighbridgeError("usage", `the config ${configPath} lies in a submodule`, { fix: "put it into the repository itself: its limits are read from the base branch" });
}
async function forkPoint(place, base, head) {
	const local = place.checkout === null ? null : await mergeBase(place.checkout, base, head);
	if (local !== null) return local;
	return ask(place, (remote) => remoteMergeBase(remote, base, head));
}
async function textAt(place, revision, path) {
	const { checkout } = place;
	const inside = checkout === null ? null : await folderInRepository(checkout);
	const full = posix.normalize(posix.join(inside ?? place.prefix, path.replaceAll("\\", "/")));
	if (full.startsWith("..") || posix.isAbsolute(full)) throw new WeighbridgeError("usage", `the config ${path} lies outside of the repository`, { fix: "name a file of the repository: its limits are read from the base branch" });
	const bytes = (checkout === null || inside === null ? void 0 : await localFile(checkout, revision, full)) ?? await ask(place, (remote) => remoteFile(remote, revision, full));
	if (bytes === null || bytes === "absent") return null;
	return decode(bytes, full);
}
/** Undefined where the clone does not have the commit. */
async function localFile(checkout, revision, path) {
	try {
		return await readAtRevision(checkout, revision, path) ?? "absent";
	} catch (error) {
		if (error instanceof WeighbridgeError) return void 0;
		throw error;
	}
}
async function ask({ remote }, question) {
	const refuse = (why, cause) => new WeighbridgeError("platform", `the policy of the base branch cannot be read: ${why}`, {
		cause,
		fix: "check out with `fetch-depth: 0`, or give the job `contents: read` and the input github-token"
	});
	if (remote === null) throw refuse("the checkout does not have the commit, and there is no token to ask GitHub");
	try {
		return await question(remote);
	} catch (error) {
		throw refuse(`the checkout does not have the commit, and GitHub says: ${messageOf(error)}`, error);
	}
}
function decode(bytes, path) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw new WeighbridgeError("config", `${basename(path)} of the base branch is not UTF-8 text`, { cause });
	}
}

// src/action/inputs.ts
const onOff = _enum(["on", "off"]).transform((value) => value === "on");
const shard = string().transform((text, context) => {
	const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
	const part = {
		index: Number(index),
		count: Number(count)
	};
	if (part.index <= part.count) return part;
	context.addIssue({
		code: "custom",
		message: "write it as i/n with 1 ≤ i ≤ n, such as 2/4"
	});
	return NEVER;
});
/** Names that carry a token of GitHub or steer the runner: never handed to the evaluation. */
const NEVER_ALLOWED = /^(?:GITHUB_|ACTIONS_|INPUT_|RUNNER_|WEIGHBRIDGE_)/i;
const variableNames = string().transform((text, context) => {
	const names = text.split(/[\s,]+/).filter((name) => name !== "");
	for (const name of names) if (!/^[A-Za-z_]\w*$/.test(name)) context.addIssue({
		code: "custom",
		message: `${JSON.stringify(name)} is not the name of a variable`
	});
	else if (NEVER_ALLOWED.test(name)) context.addIssue({
		code: "custom",
		message: `${name} belongs to the runner and is not handed on`
	});
	return names;
});
const thresholds = Object.fromEntries(THRESHOLD_NAMES.map((name) => [dashed(name), string().optional()]));
/** Every input of `action.yml` with its default, strict: this table is the only place that knows either. */
const INPUTS = strictObject({
	config: string().default("weighbridge.yml"),
	candidate: string().optional(),
	baseline: string().optional(),
	...thresholds,
	"on-inconclusive": _enum([
		"lean",
		"block",
		"warn"
	]).optional(),
	phase: _enum([
		"all",
		"evaluate",
		"report"
	]).default("all"),
	shard: shard.optional(),
	comment: _enum(COMMENT_MODES).default("always"),
	"comment-key": string().refine(isCommentKey, "use up to 64 letters, digits, dots, dashes or underscores").optional(),
	check: onOff.default(false),
	artifact: onOff.default(true),
	/** Below the six hours after which GitHub ends a job without a word. */
	"timeout-minutes": string().regex(/^[1-9]\d{0,3}$/, "use a whole number of minutes").transform(Number).default(330),
	"env-allow": variableNames.default([]),
	"working-directory": string().default("."),
	"github-token": string().optional()
});
/** Every input of `report/action.yml`, strict: those that it shares with the action mean the same. */
const REPORT_INPUTS = strictObject({
	workflow: string().optional(),
	config: INPUTS.shape.config,
	"working-directory": INPUTS.shape["working-directory"],
	baseline: INPUTS.shape.baseline,
	"baseline-artifact": string().optional(),
	comment: INPUTS.shape.comment,
	"comment-key": INPUTS.shape["comment-key"],
	check: INPUTS.shape.check,
	"github-token": INPUTS.shape["github-token"]
});
/**
* Reads `toJSON(inputs)`. An empty string was not set: GitHub makes no difference.
* @throws IssueList `usage` with every input that is wrong, and what it may be
*/
function readInputs(json) {
	const given = JSON.parse(json);
	return parseInputs(INPUTS, record(string(), string()).parse(given));
}
/**
* Reads the inputs of a JavaScript action, which the runner hands over in variables.
* @throws IssueList `usage` with every input that is wrong, and what it may be
*/
function readReportInputs(env) {
	const names = Object.keys(REPORT_INPUTS.shape);
	return parseInputs(REPORT_INPUTS, Object.fromEntries(names.map((name) => [name, env[`INPUT_${name.toUpperCase()}`] ?? ""])));
}
function parseInputs(schema, given) {
	const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
	const parsed = schema.safeParse(set);
	if (parsed.success) return parsed.data;
	const issues = parsed.error.issues.map((issue) => {
		const name = String(issue.path[0] ?? "");
		switch (issue.code) {
			case "invalid_value": return inputError(name, `is ${JSON.stringify(set[name])}`, `use one of ${issue.values.join(", ")}`);
			case "unrecognized_keys": return inputError(issue.keys.join(", "), "is not an input", `use ${Object.keys(schema.shape).join(", ")}`);
			default: return inputError(name, `is ${JSON.stringify(set[name])}`, issue.message);
		}
	});
	throw new IssueList("usage", issues);
}
function inputError(name, problem, fix) {
	return new WeighbridgeError("usage", `the input ${name} ${problem}`, { fix });
}
/** The inputs that win over the config file, under the names they have there. */
function overridesFromInputs(inputs) {
	const entries = OVERRIDE_NAMES.flatMap((key) => {
		const name = dashed(key);
		const value = inputs[name];
		return value === void 0 ? [] : [[key, {
			value,
			source: {
				kind: "input",
				name
			}
		}]];
	});
	return Object.fromEntries(entries);
}

// src/action/unpack.ts
var import_yauzl = require_yauzl();
/** Of what a stranger may have packed; far above any real run. */
const UNPACK_LIMITS = {
	files: 5e3,
	fileBytes: 2 ** 28,
	totalBytes: 2 ** 30,
	depth: 8
};
const FILE_TYPE = 61440;
const REGULAR = 32768;
/** The official client uploads no such name; on Windows some lead elsewhere. */
const FORBIDDEN = /[":<>|*?\p{Cc}]/u;
/**
* Unpacks files of a zip into a fresh folder. One hostile entry condemns the whole, wanted or not.
* @param place where in the folder a file of this name goes, with slashes; null for what is not even to be written
* @returns how many files were written
* @throws WeighbridgeError `data` for a path that leads out, a link, a name that is there twice, or more than the limits allow:
* what an entry says of its size is checked against what comes out of it
*/
async function unpack(zip, folder, place, limits = UNPACK_LIMITS) {
	try {
		const archive = await (0, import_yauzl.openPromise)(zip, {
			lazyEntries: true,
			strictFileNames: true
		});
		let [files, written, total] = [
			0,
			0,
			0
		];
		for await (const entry of archive.eachEntry()) {
			const { fileName: name, uncompressedSize: size } = entry;
			const mode = entry.externalFileAttributes >>> 16 & FILE_TYPE;
			if (name.endsWith("/")) continue;
			if (mode !== 0 && mode !== REGULAR) throw hostile(name, "is a link or a device");
			if (FORBIDDEN.test(name)) throw hostile(name, "has a name that no artifact can have");
			if (name.split("/").length > limits.depth) throw hostile(name, `lies more than ${limits.depth} folders deep`);
			if (++files > limits.files) throw hostile("it", `holds more than ${limits.files} files`);
			if (size > limits.fileBytes) throw hostile(name, `unpacks to more than ${limits.fileBytes} bytes`);
			total += size;
			if (total > limits.totalBytes) throw hostile("it", `unpacks to more than ${limits.totalBytes} bytes`);
			const wanted = place(name);
			if (wanted === null) continue;
			const target = join(folder, ...wanted.split("/"));
			await mkdir(dirname(target), { recursive: true });
			await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { flags: "wx" }));
			written += 1;
		}
		return written;
	} catch (error) {
		if (error instanceof WeighbridgeError) throw error;
		throw hostile("it", `cannot be unpacked: ${messageOf(error)}`);
	}
}
const hostile = (what, problem) => new WeighbridgeError("data", `the artifact is refused: ${what} ${problem}`, { fix: "let the evaluating job upload it with `phase: evaluate`, and nothing else" });

export { readBasePolicy as a, readReportInputs as i, overridesFromInputs as n, remoteFile as o, readInputs as r, unpack as t };