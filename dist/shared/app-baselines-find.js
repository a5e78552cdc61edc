import { C as folderInRepository, D as readObject, E as readAtRevision, I as cacheFolder, O as resolveRevision, S as entryAt, T as mergeBase, b as SUBMODULE_MODE, j as writeBlob, x as askGit, y as LINK_MODE } from "./adapters-process-kill-with-parent.js";
import { _ as asFound } from "./config-resolve.js";
import { C as mapPaths, K as designOf, Pt as messageOf, W as TASK_ROLES, X as parseJson, jt as WeighbridgeError, r as describeBaselineSource, wt as sampleKey, x as describeModel, y as canonicalJson } from "./core-domain-history.js";
import { n as fetchSource } from "./app-sides-mlflow.js";
import { d as literal, i as _enum, o as array, u as int, v as strictObject, x as union, y as string } from "./npm-zod.js";
import { R as datetime } from "./tasks-runners-native-describe.js";
import { t as checkSource } from "./app-sides-sources.js";
import { r as readSideResults } from "./app-sides-stored.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { t as digestCheckpoint } from "./tasks-checkpoints-digest.js";
import { i as checkCachedModel, r as cachedSnapshot, t as openRun } from "./results-store-writer.js";
import { t as hashFile } from "./tasks-checkpoints-hash.js";
import { t as require_dist } from "./npm-yaml.js";
import { a as readSamples, c as serializeSample, f as serializeRunRecord, n as readRecord, t as countDocuments } from "./results-store-reader.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { n as RUN_FILE, r as SAMPLES_FILE } from "./results-store-layout.js";
import { V as acquireLock } from "./results-formats-lm-eval-lm-eval.js";
import { basename, dirname, extname, join, posix, resolve, sep } from "node:path";
import { createReadStream, existsSync } from "node:fs";
import { readFile, readdir, rm, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { pipeline } from "node:stream/promises";

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
var import_dist = require_dist();
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
	const source = "path" in named ? await fileAt(named.path, place) : await inHub(named);
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
async function inHub({ repo, revision, file, digest }) {
	const model = {
		name: repo,
		revision
	};
	const snapshot = cachedSnapshot(model);
	const path = file === void 0 ? snapshot : resolve(snapshot, file);
	if (path !== snapshot && !path.startsWith(`${snapshot}${sep}`)) throw unusable(`${file} leads out of ${repo}`, "name a file of the repository");
	if (!existsSync(path)) throw unusable(`${repo} at ${revision.slice(0, 12)} is not in the cache of Hugging Face`, `fetch it in a step before: hf download ${repo} --revision ${revision}`);
	if (digest === void 0 && !await checkCachedModel(model)) throw unusable(`${repo} lies in the cache of this machine, and HF_HUB_OFFLINE forbids to ask which files its commit has`, "write `digest: sha256:…` beside its revision, or let this step ask the hub");
	return {
		kind: "file",
		path,
		label: `${repo}@${revision.slice(0, 12)}${file === void 0 ? "" : `/${file}`}`
	};
}
const unusable = (what, fix) => new WeighbridgeError("data", what, { fix });

// src/app/baselines/manifest.ts
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
		key: sha256,
		/** SHA-256 of the samples that were blessed: an entry may be made again, or made up. Older blessings have none. */
		samples: sha256.optional()
	})).min(1)
});
const parseEntry = (content, file) => parse(entrySchema, content, file);
const parseBlessing = (content, file) => parse(blessingSchema, content, file);
/** @throws WeighbridgeError `data` naming the file and the key */
function parse(schema, content, file) {
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
		await setTimeout(100);
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
	* @throws WeighbridgeError `data` for runs that are incomplete, stopped early, or of several models: they would be in force
	*/
	async bless(runs, origin) {
		const [first] = runs;
		const fault = unblessable(runs);
		if (fault !== null || first === void 0) throw fault;
		const { model } = first.record;
		const tasks = [];
		for (const { record, samples } of runs) {
			const key = await this.entries.keep(inFull(record), samples, origin);
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
	for (const { record, samples, incomplete } of runs) {
		const { task, side } = record;
		const again = `weighbridge evaluate --role ${side} --full --out <the run directory>`;
		if (incomplete !== null) return unfit(`the run of ${task} ${incomplete}`, `finish it: \`${again}\``);
		if (countDocuments(samples) < record.planned) return unfit(`the run of ${task} was designed to stop early`, `evaluate it to its end: \`${again}\``);
		if (record.model.digest !== model.digest || record.model.adapter_digest !== model.adapter_digest) return unfit("these are runs of several models", "bless the folder of one side of one run directory");
	}
	return null;
}
/** Of a run that has every sample nothing hangs on the order in which they came: what is compared with it is paired by id. */
const inFull = ({ design: _, order_seed: __, draw: ___, ...record }) => record;
const unfit = (what, fix) => new WeighbridgeError("data", what, { fix });

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

export { lfsContent as _, storeOf as a, unblessable as c, entryKey as d, parseBlessing as f, follow as g, below as h, originHere as i, ENTRY_FILE as l, LFS_POINTER_BYTES as m, findBaseline as n, wholeRuns as o, parseEntry as p, mustFind as r, BaselineStore as s, defaultStore as t, Entries as u, lfsPointer as v };