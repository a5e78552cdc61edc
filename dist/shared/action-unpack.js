import { a as WAIVER_FILE, d as taskSettings, ft as OVERRIDE_NAMES, n as resolveBase, o as readWaivers, pt as dashed, r as tipOf, vt as THRESHOLD_NAMES } from "./app-policy.js";
import { $ as require_yauzl, at as resolveRevision, ct as writeBlob, et as askGit, it as readAtRevision, nt as holdsBlob, rt as mergeBase, st as treeAtRevision, tt as folderInRepository } from "./report-markdown.js";
import { i as messageOf, n as WeighbridgeError, t as IssueList } from "./core-domain-errors.js";
import { A as NEVER, b as string, o as _enum, v as record, y as strictObject } from "./adapters-process-run.js";
import { k as canonicalJson } from "./core-domain-sample.js";
import { f as makeDirectory, r as hashFile } from "./tasks-checkpoints-digest.js";
import { a as placeOnDisk, c as takeOut, i as isCommitted, o as pointerIn, r as POINTER, s as suiteParts, t as layOut } from "./app-suite-base-suite.js";
import { i as datasetDigest, r as readRows, t as isDataset } from "./tasks-datasets-load.js";
import { _ as isCommentKey, b as RetryBudget, f as COMMENT_MODES, w as readEventBase } from "./report-jobs.js";
import { basename, dirname, join, posix, resolve } from "node:path";
import { createWriteStream } from "node:fs";
import { createHash } from "node:crypto";
import { Buffer } from "node:buffer";
import { devNull } from "node:os";
import { realpath, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

// src/app/suite/compare.ts
/**
* How what the head is judged on differs from what the tip of the base branch has. The tip decides, since whoever opens a pull
* request chooses where it left the branch; that other commit only tells whose change it is.
* @returns null where nothing differs
*/
async function compareSuites({ base, fork, head, mode }) {
	const [before, after] = [await suiteParts(base), await suiteParts(head)];
	const changes = [];
	for (const subject of /* @__PURE__ */ new Set([...before.keys(), ...after.keys()])) {
		const [was, is] = [before.get(subject), after.get(subject)];
		const task = (was ?? is)?.task ?? null;
		if (!hasTask(head, task)) continue;
		const isNew = !hasTask(base, task);
		if (isNew && is?.entry == null) continue;
		const change = await changeOf(subject, [base, was], [head, is]);
		if (change === null) continue;
		const kind = subject.endsWith(".pointer") ? "pointer" : isNew ? "new task" : "changed";
		changes.push({
			...change,
			kind,
			counts: kind === "changed"
		});
	}
	if (changes.length === 0) return null;
	const told = fork === null ? changes : await withOutdated(changes, fork, head);
	const counting = told.filter(({ counts }) => counts);
	return {
		mode,
		digest: createHash("sha256").update(canonicalJson(counting.map(identityOf).sort())).digest("hex"),
		changes: [...counting, ...told.filter(({ counts }) => !counts)]
	};
}
const identityOf = ({ subject, before, after, digests }) => canonicalJson([
	subject,
	digests.before ?? before,
	digests.after ?? after
]);
const hasTask = ({ config }, task) => task === null || config.tasks.some(({ name }) => name === task);
/** Tells what the branch only has not taken over yet. */
async function withOutdated(changes, fork, head) {
	const [left, after] = [await suiteParts(fork), await suiteParts(head)];
	const told = [];
	for (const change of changes) {
		const { subject, kind } = change;
		const isAsLeft = kind === "changed" && await changeOf(subject, [fork, left.get(subject)], [head, after.get(subject)]) === null;
		told.push(isAsLeft ? {
			...change,
			kind: "outdated"
		} : change);
	}
	return told;
}
async function changeOf(subject, [base, was], [head, is]) {
	if (was === void 0 && is === void 0) return null;
	const written = {
		subject,
		before: toldOf(was),
		after: toldOf(is)
	};
	if (was?.outside != null || is?.outside != null || was?.entry == null && is?.entry == null) return was?.written === is?.written && was?.outside === is?.outside ? null : {
		...written,
		digests: {
			before: null,
			after: null
		},
		size: null
	};
	if (!head.isCheckedOut && was?.entry?.id === is?.entry?.id) return null;
	if (await isCheckedOutAs(was, head, is)) return null;
	const [from, to] = [await contentOf(base, was), await contentOf(head, is)];
	if (from?.digest !== void 0 && from.digest === to?.digest) return null;
	const size = await sizeOf(from, to, idField(head, is ?? was));
	if (size === "same rows") return null;
	return {
		...written,
		digests: {
			before: from?.digest ?? null,
			after: to?.digest ?? null
		},
		size
	};
}
/** As written, and where that leads should it lead out of the repository. */
const toldOf = (part) => part === void 0 || part.outside === null || part.outside === part.written ? part?.written ?? null : `${part.written} (leads to ${part.outside})`;
/** The usual case, for which nothing is taken out of git: the file of the checkout is the blob of the commit. */
async function isCheckedOutAs(was, head, is) {
	if (!head.isCheckedOut || was?.entry == null || is?.path == null) return false;
	const file = join(head.root, is.path);
	const found = await stat(file).catch(() => null);
	if (found?.isFile() !== true || found.size !== was.entry.bytes) return false;
	if (!await holdsBlob(file, was.entry.id)) return false;
	return await pointerIn(file) === null;
}
/** What a commit has, or what lies in a checkout: there a pointer of Git LFS is a file like any other, as it is for who reads it. */
async function contentOf(side, part) {
	const file = part === void 0 ? null : await placeOnDisk(side, part);
	if (file === null || !await isFile(file)) return null;
	const pointer = side.isCheckedOut ? null : await pointerIn(file);
	if (pointer !== null) return {
		digest: pointer.oid,
		bytes: pointer.bytes,
		file: null
	};
	const { size } = await stat(file);
	return {
		digest: await hashFile(file, size),
		bytes: size,
		file
	};
}
const isFile = async (file) => (await stat(file).catch(() => null))?.isFile() === true;
/** The field by which rows of a task are told apart. */
function idField({ config }, part) {
	const task = config.tasks.find(({ name }) => name === part?.task);
	return (task === void 0 ? void 0 : taskSettings(task).get("id_field")) ?? "id";
}
async function sizeOf(from, to, idField) {
	const rows = [from, to].map((content) => rowsIn(content, idField));
	const [before, after] = await Promise.all(rows);
	if (before == null || after == null || from === null && to === null) return {
		unit: "bytes",
		before: from?.bytes ?? null,
		after: to?.bytes ?? null
	};
	if (from !== null && to !== null && canonicalJson(before) === canonicalJson(after)) return "same rows";
	const gone = without(before, after);
	const come = without(after, before);
	const ids = new Set(come.flatMap(({ id }) => id ?? []));
	const changed = gone.filter(({ id }) => id !== null && ids.has(id)).length;
	return {
		unit: "rows",
		added: come.length - changed,
		removed: gone.length - changed,
		changed
	};
}
/** Null for what holds no rows; no rows for what is not there. */
async function rowsIn(content, idField) {
	if (content === null) return [];
	const { file } = content;
	if (file === null || !isDataset(file)) return null;
	try {
		return (await readRows(file)).map(({ fields }) => ({
			digest: datasetDigest(fields),
			id: Object.hasOwn(fields, idField) ? JSON.stringify(fields[idField]) : null
		}));
	} catch {
		return null;
	}
}
/** The rows of the first that the second lacks, each as often as it lacks it. */
function without(rows, others) {
	const left = /* @__PURE__ */ new Map();
	for (const { digest } of others) left.set(digest, (left.get(digest) ?? 0) + 1);
	return rows.filter(({ digest }) => {
		const count = left.get(digest) ?? 0;
		left.set(digest, count - 1);
		return count <= 0;
	});
}

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
/** The commit that a branch of the repository is at now. @throws what GitHub answered */
async function branchTip({ client, repository }, branch) {
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const { data } = await client.rest.git.getRef({
		...place,
		ref: `heads/${branch}`
	});
	return data.object.sha;
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
/**
* Everything in a commit, by its path from the repository's root: mode and id as git has them.
* @throws what GitHub answered, and Error where it does not list all
*/
async function remoteTree({ client, repository }, commit) {
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const { data } = await client.rest.git.getTree({
		...place,
		tree_sha: commit,
		recursive: "true"
	});
	if (data.truncated) throw new Error(`${commit} has more files than GitHub lists`);
	return new Map(data.tree.flatMap(({ path, mode, type, sha, size = null }) => type === "tree" ? [] : [[path, {
		mode,
		id: sha,
		bytes: size
	}]]));
}
/** @throws what GitHub answered */
async function remoteBlob({ client, repository }, id) {
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const { data } = await client.rest.git.getBlob({
		...place,
		file_sha: id
	});
	return Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
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
/** The commit at which `head` left the base branch. @throws WeighbridgeError `platform` */
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
/**
* What a commit holds: a clone is asked first, and GitHub where it is too shallow to know.
* @param here as the clone calls the commit, where that is another name
* @throws WeighbridgeError `platform` when neither can tell
*/
async function commitFiles(place, commit, here = commit) {
	const { checkout } = place;
	const fromGitHub = async (id, file) => writeFile(file, await ask(place, (remote) => remoteBlob(remote, id)), { flag: "wx" });
	const local = checkout === null ? null : await treeAtRevision(checkout, here);
	if (checkout === null || local === null) return {
		entries: await ask(place, (remote) => remoteTree(remote, commit)),
		write: fromGitHub
	};
	return {
		entries: local,
		write: (id, file) => writeBlob(checkout, id, file).catch((error) => {
			if (error instanceof WeighbridgeError && place.remote !== null) return fromGitHub(id, file);
			throw error;
		})
	};
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
		throw new WeighbridgeError("config", `${basename(path)} of the base branch is not UTF-8 text`, {
			cause,
			fix: "save it as UTF-8 there"
		});
	}
}

// src/action/review-suite.ts
/**
* How what will be asked differs from what the base branch has, before anything foreign runs.
* @returns null where nothing differs, or there is no base branch with a config
* @throws WeighbridgeError `platform` when nobody can tell what the base branch has
*/
async function reviewSuite(context, scratch) {
	const { config, overrides, policy } = context;
	const { base } = policy;
	if (base === null) return null;
	const sideOf = async (at, name) => at.config === null ? null : sideAt(context, at.revision, join(scratch, name), resolveBase(at.config, config, overrides).config);
	const tip = await sideOf(tipOf(base), "tip");
	if (tip === null) return null;
	const fork = base.tip === void 0 ? null : await sideOf(base, "fork");
	const head = await headSide(context, join(scratch, "head"));
	return compareSuites({
		base: tip,
		fork,
		head,
		mode: tip.config.suiteChanges
	});
}
/**
* Committed results are the base branch's in any case; with `suite_changes: base` so are changed baselines and tasks.
* @throws WeighbridgeError `data` for what Git LFS keeps of the base branch and is not here
*/
async function baseInPlace(context, review, scratch) {
	const { config, overrides, policy } = context;
	const { base } = policy;
	if (base === null) return {
		config,
		committed: null,
		suite: null
	};
	const { revision, config: text } = tipOf(base);
	const taken = (subject) => review?.mode === "base" && review.changes.some((each) => each.counts && subject.test(each.subject));
	const isOldBaseline = taken(/^baseline\b/);
	const tip = text === null ? config : resolveBase(text, config, overrides).config;
	const suite = text !== null && taken(/^(tasks|engine)\./) ? {
		config: text,
		directory: await layOut(await sideAt(context, revision, join(scratch, "base"), tip), await headSide(context, join(scratch, "head")))
	} : null;
	const { baseline, baselines } = isOldBaseline ? tip : config;
	return {
		config: {
			...config,
			baseline,
			baselines
		},
		committed: async (path, kind) => kind === "results" || isOldBaseline ? asOnBase(context, join(scratch, "baseline"), path) : null,
		suite
	};
}
/** Where a path lies as the tip of the base branch has it. */
async function asOnBase(context, scratch, path) {
	const { config, policy } = context;
	if (policy.base === null) return null;
	const { revision, config: adopted } = tipOf(policy.base);
	const found = await takeOut(await sideAt(context, revision, join(scratch, "tip"), config), path);
	if (found !== null || adopted === null) return found;
	const head = await sideAt(context, headOf(context), join(scratch, "head"), config, "HEAD");
	if (!await isCommitted(head, path)) return null;
	throw new WeighbridgeError("data", `${path} is not on the base branch, and this pull request brings it`, { fix: "merge the results of the accepted model first: those of a pull request are not believed" });
}
const headOf = ({ run }) => run.event.headSha ?? "HEAD";
async function sideAt(context, revision, scratch, config, here = revision) {
	const root = join(scratch, "files");
	await makeDirectory(root);
	return {
		config,
		files: await commitFiles(context.source, revision, here),
		root,
		isCheckedOut: false,
		scratch,
		...await placeOf(context)
	};
}
/** What is checked out is what is evaluated; where nothing is, the commit has to do. */
async function headSide(context, scratch) {
	if (context.source.checkout === null) return sideAt(context, headOf(context), scratch, context.config);
	await makeDirectory(scratch);
	const files = await commitFiles(context.source, headOf(context), "HEAD");
	const place = await placeOf(context);
	return {
		config: context.config,
		files,
		root: place.checkout,
		isCheckedOut: true,
		scratch,
		...place
	};
}
async function placeOf({ source }) {
	const { checkout, prefix, configPath } = source;
	const folder = (inside) => posix.join(inside, dirname(configPath));
	if (checkout === null) return {
		folder: folder(prefix),
		checkout: devNull
	};
	const inside = await folderInRepository(checkout) ?? prefix;
	const root = resolve(await realpath(checkout), inside.replace(/[^/]+/g, ".."));
	return {
		folder: folder(inside),
		checkout: root
	};
}

// src/action/event-base.ts
/** Little: the evaluation waits for it. */
const LIMITS = {
	totalMs: 15e3,
	requestMs: 7e3,
	waitMs: 500,
	settleMs: 0,
	uploadMs: 0
};
const TITLE = { title: "Weighbridge" };
/**
* The event with the commit whose policy counts: the tip, as it is now, of the branch that a pull request goes to; off the default
* branch, and without a pull request, that of the default branch. Only what is on the default branch itself is its own policy.
* @throws WeighbridgeError `platform` where nobody can say what the policy is
*/
async function withBase(event, place) {
	const named = event.requestedPull === void 0 ? null : await requestedPull(event, place);
	if (named !== null) return named;
	const { branch, onDefaultBranch } = readEventBase(place.payload, place.ref);
	if (event.name === "merge_group") return event;
	if (event.baseSha !== null) return {
		...event,
		baseSha: await tipOfNow(branch, event.baseSha, place)
	};
	if (onDefaultBranch || event.name === "schedule") return event;
	return {
		...event,
		baseSha: await tipOfDefaultBranch(branch, place)
	};
}
/** The event of a pull request whose number somebody has given, where its head is the commit that is evaluated; else null. */
async function requestedPull({ requestedPull: number = 0, ...event }, { remote, core }) {
	const refuse = (why, cause) => new WeighbridgeError("platform", `the policy of #${number} cannot be looked up: ${why}`, {
		cause,
		fix: "give the job `pull-requests: read` and the input github-token, or leave pr-number out"
	});
	if (remote === null) throw refuse("there is no token");
	const { client, repository } = remote;
	const place = {
		owner: repository.owner,
		repo: repository.name,
		pull_number: number
	};
	const { head, base } = (await new RetryBudget(LIMITS).retry(() => client.rest.pulls.get(place)).catch((error) => {
		throw refuse(messageOf(error), error);
	})).data;
	if (head.sha !== event.headSha) {
		core.notice(`Nothing is written on #${number}: its head is not the commit that is evaluated.`, TITLE);
		return null;
	}
	const baseSha = await tipOfNow(base.ref, base.sha, {
		remote,
		core
	});
	return {
		...event,
		baseSha,
		pullRequest: {
			number,
			headSha: head.sha,
			baseSha,
			fork: false
		}
	};
}
/** What a run that is started again was told of the branch may be days old; and so may be what GitHub says of a pull request. */
async function tipOfNow(branch, told, { remote, core }) {
	try {
		if (remote === null) throw new Error("there is no token");
		if (branch === null) throw new Error("the event names no branch");
		return await new RetryBudget(LIMITS).retry(() => branchTip(remote, branch));
	} catch (error) {
		const what = `The policy is that of the base branch at ${told.slice(0, 12)}, as the event has it`;
		core.notice(`${what}: what it is now could not be asked (${messageOf(error)}).`, TITLE);
		return told;
	}
}
async function tipOfDefaultBranch(branch, { remote, checkout }) {
	const refuse = (why, cause) => new WeighbridgeError("platform", `this commit is not on the default branch, whose policy cannot be read: ${why}`, {
		cause,
		fix: "give the job `contents: read` and the input github-token, or check out with `fetch-depth: 0`"
	});
	if (branch === null) throw refuse("the event does not name that branch");
	try {
		if (remote === null) throw new Error("there is no token");
		return await new RetryBudget(LIMITS).retry(() => branchTip(remote, branch));
	} catch (error) {
		return await resolveRevision(checkout, `refs/remotes/origin/${branch}`).catch(() => {
			throw refuse(messageOf(error), error);
		});
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
			await makeDirectory(dirname(target));
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

export { tipOfNow as a, reviewSuite as c, remoteFile as d, readReportInputs as i, forkPoint as l, overridesFromInputs as n, withBase as o, readInputs as r, baseInPlace as s, unpack as t, readBasePolicy as u };