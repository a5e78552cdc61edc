import { A as treeAtRevision, C as folderInRepository, D as readObject, E as readAtRevision, T as mergeBase, j as writeBlob, v as FILE_MODES, w as holdsBlob, x as askGit } from "./adapters-process-kill-with-parent.js";
import { Pt as messageOf, jt as WeighbridgeError, y as canonicalJson } from "./core-domain-history.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { a as WAIVER_FILE, f as taskSettings, n as resolveBase, o as readWaivers, r as tipOf, u as newCode } from "./app-policy.js";
import { a as placeOnDisk, c as takeOut, i as isCommitted, o as pointerIn, r as POINTER, s as suiteParts, t as layOut } from "./app-suite-base-suite.js";
import { t as hashFile } from "./tasks-checkpoints-hash.js";
import { t as datasetDigest } from "./tasks-datasets-digest.js";
import { basename, dirname, join, posix, resolve } from "node:path";
import { Buffer } from "node:buffer";
import { realpath, stat, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { devNull } from "node:os";

// src/adapters/github/contents.ts
/** What is said of a commit never changes, and a token has so many calls an hour: each is asked for once. */
const answers = /* @__PURE__ */ new WeakMap();
function once(client, question, ask) {
	const known = answers.get(client) ?? /* @__PURE__ */ new Map();
	answers.set(client, known);
	const answer = known.get(question) ?? ask();
	known.set(question, answer);
	answer.catch(() => known.delete(question));
	return answer;
}
const apart = (base, head) => `${base}...${head}`;
/** What somebody has asked of GitHub by another way: that these commits left one line at `at`. */
function knowMergeBase(client, { base, at, heads }) {
	for (const head of heads) once(client, apart(base, head), async () => at);
}
/**
* The commit from which two commits went apart, which may lie in a fork.
* @throws what GitHub answered
*/
function remoteMergeBase({ client, repository }, base, head) {
	const basehead = apart(base, head);
	return once(client, basehead, async () => {
		const { data } = await client.rest.repos.compareCommitsWithBasehead({
			owner: repository.owner,
			repo: repository.name,
			basehead,
			per_page: 100
		});
		const { commits, total_commits: total, merge_base_commit: at } = data;
		const others = commits.length === total && commits.every(({ parents }) => parents.length === 1) ? commits.map(({ sha }) => sha).filter((sha) => sha !== head) : [];
		knowMergeBase(client, {
			base,
			at: at.sha,
			heads: others
		});
		return at.sha;
	});
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
/** @param id of a commit or a folder */
const listing = ({ client, repository }, id, recursive) => once(client, `${id} ${recursive}`, async () => {
	const place = {
		owner: repository.owner,
		repo: repository.name,
		tree_sha: id
	};
	const { data } = await client.rest.git.getTree({
		...place,
		...recursive ? { recursive: "true" } : {}
	});
	const entries = data.tree.map(({ path, mode, sha, size = null }) => [path, {
		mode,
		id: sha,
		bytes: size
	}]);
	return {
		entries: new Map(entries),
		truncated: data.truncated
	};
});
const FOLDER_MODE = "040000";
/**
* What a commit has at a path, links not followed.
* @returns null when the commit has nothing there
* @throws what GitHub answered, also when the commit itself is not there: its absence must not look like that of the file
*/
async function remoteEntry(remote, commit, path) {
	const whole = await listing(remote, commit, true);
	if (!whole.truncated) return whole.entries.get(path) ?? null;
	let entry = {
		mode: FOLDER_MODE,
		id: commit,
		bytes: null
	};
	for (const name of path.split("/")) {
		if (entry.mode !== FOLDER_MODE) return null;
		const folder = await listing(remote, entry.id, false);
		const next = folder.entries.get(name);
		if (next === void 0 && folder.truncated) throw tooMany(commit);
		if (next === void 0) return null;
		entry = next;
	}
	return entry;
}
const tooMany = (commit) => /* @__PURE__ */ new Error(`${commit} has more files than GitHub lists`);
/**
* Everything in a commit but folders, by its path from the repository's root.
* @throws what GitHub answered, and Error where it does not list all
*/
async function remoteTree(remote, commit) {
	const { entries, truncated } = await listing(remote, commit, true);
	if (truncated) throw tooMany(commit);
	return new Map([...entries].filter(([, { mode }]) => mode !== FOLDER_MODE));
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

// src/app/policy/base-policy.ts
/**
* What the base branch says: for a pull request the config at the merge base and at the tip, and the waivers of the tip; for a
* merge group all of it at the commit that it is built on. A clone is asked first, and GitHub where it is too shallow to know.
* @throws WeighbridgeError `platform` when neither can tell: then nothing says what the limits are; `usage` where the config is
* in no part of the repository that has a base branch; `config` when the waivers of the base branch are at fault
*/
async function readBasePolicy({ name, baseSha, headSha }, place) {
	await refuseSubmodule(place);
	const revision = name === "merge_group" ? baseSha : await forkPoint(place, baseSha, headSha);
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
/** What the base branch says at its two commits, resolved; null where it has no config there. */
function resolveBases(base, head, overrides) {
	const resolved = ({ config }) => config === null ? null : resolveBase(config, head, overrides).config;
	return {
		fork: resolved(base),
		tip: resolved(tipOf(base))
	};
}
/**
* Nothing runs by the word of the change that brings it.
* @throws WeighbridgeError `config` where `head` lets code run that the base branch does not
*/
function refuseNewCode(base, head, overrides) {
	const { fork, tip } = resolveBases(base, head, overrides);
	const known = tip ?? fork;
	const codes = known === null ? [] : newCode(known, head);
	if (codes.length === 0) return;
	throw new WeighbridgeError("config", `this pull request lets code run that the base branch does not: policy.allow adds ${codes.join(", ")}`, { fix: "merge that change on its own first, so that somebody reviews it before it runs" });
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
	const bytes = (checkout === null || inside === null ? void 0 : await localFile(checkout, revision, full)) ?? await ask(place, (remote) => remoteFile(remote, checkout, revision, full));
	if (bytes === null || bytes === "absent") return null;
	return decode(bytes, full);
}
/**
* A file as a commit has it, by GitHub's word. Its content is often here, since a change leaves most files as they are.
* @returns null when the commit has no such file
* @throws what GitHub answered, and Error for what is no plain file
*/
async function remoteFile(remote, checkout, commit, path) {
	const entry = await remoteEntry(remote, commit, path);
	if (entry === null) return null;
	if (!FILE_MODES.has(entry.mode)) throw new Error(`${path} is not a plain file at ${commit}`);
	return (checkout === null ? null : await readObject(checkout, "blob", entry.id).catch(() => null)) ?? remoteBlob(remote, entry.id);
}
/**
* What a commit holds: a clone is asked first, and GitHub where it is too shallow to know.
* @param here as the clone calls the commit, where that is another name
* @throws WeighbridgeError `platform` when neither can tell
*/
async function commitFiles(place, commit, here = commit) {
	const { checkout } = place;
	const fromGitHub = async (id, file) => writeFile(file, await ask(place, (remote) => remoteBlob(remote, id)), { flag: "wx" });
	const entries = (checkout === null ? null : await treeAtRevision(checkout, here)) ?? await ask(place, (remote) => remoteTree(remote, commit));
	if (checkout === null) return {
		entries,
		write: fromGitHub
	};
	return {
		entries,
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
	const { isDataset, readRows } = await import("./tasks-datasets-load-on-need.js");
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

// src/app/suite/review-suite.ts
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
	const isOldBaseline = taken(/^baseline\b(?!\.prompt\.)/);
	const tip = text === null ? config : resolveBase(text, config, overrides).config;
	const suite = text !== null && taken(/^(tasks|engine)\./) ? {
		config: text,
		directory: await layOut(await sideAt(context, revision, join(scratch, "base"), tip), await headSide(context, join(scratch, "head")))
	} : null;
	const old = {
		baseline: tip.baseline,
		baselines: {
			...tip.baselines,
			prompt: config.baselines.prompt
		}
	};
	return {
		config: isOldBaseline ? {
			...config,
			...old
		} : config,
		committed: async (path, kind) => kind === "results" || isOldBaseline ? asOnBase(context, join(scratch, "baseline"), path) : null,
		suite
	};
}
/**
* Where committed results lie as the tip of the base branch has them; null where no commit has them.
* @throws WeighbridgeError `data` for those that the pull request brings
*/
async function asOnBase(context, scratch, path) {
	const { config, policy } = context;
	if (policy.base === null) return null;
	const { revision, config: adopted } = tipOf(policy.base);
	const found = await takeOut(await sideAt(context, revision, join(scratch, "tip"), config), path);
	if (found !== null || adopted === null) return found;
	const head = await sideAt(context, context.head, join(scratch, "head"), config, "HEAD");
	if (!await isCommitted(head, path)) return null;
	throw new WeighbridgeError("data", `${path} is not on the base branch, and this pull request brings it`, { fix: "merge the results of the accepted model first: those of a pull request are not believed" });
}
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
	if (context.source.checkout === null) return sideAt(context, context.head, scratch, context.config);
	await makeDirectory(scratch);
	const files = await commitFiles(context.source, context.head, "HEAD");
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

export { readBasePolicy as a, resolveBases as c, forkPoint as i, branchTip as l, baseInPlace as n, refuseNewCode as o, reviewSuite as r, remoteFile as s, asOnBase as t, knowMergeBase as u };