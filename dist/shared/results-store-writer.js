import { L as isJobOfWorkflow } from "./adapters-process-kill-with-parent.js";
import { H as SIDES, K as designOf, jt as WeighbridgeError, wt as sampleKey } from "./core-domain-history.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { n as RUN_FILE, o as runFolder, r as SAMPLES_FILE } from "./results-store-layout.js";
import { c as serializeSample, f as serializeRunRecord } from "./results-store-reader.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { B as setAside, H as isLockFile, L as drawnIn, R as inspectRun, V as acquireLock } from "./results-formats-lm-eval-lm-eval.js";
import { t as hashFile } from "./tasks-checkpoints-hash.js";
import { o as checkpointFault } from "./tasks-checkpoints-digest.js";
import { a as listHub, n as gitBlob } from "./adapters-http-hub.js";
import { join, relative, sep } from "node:path";
import { createReadStream } from "node:fs";
import process from "node:process";
import { open, readFile, readdir, rm, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { homedir } from "node:os";

// src/tasks/checkpoints/hub-cache.ts
/** Where the client of Hugging Face keeps what it has of a model. */
function cachedModel(name) {
	const { HF_HUB_CACHE, HF_HOME, XDG_CACHE_HOME } = process.env;
	const home = HF_HOME || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "huggingface");
	return join(HF_HUB_CACHE || join(home, "hub"), `models--${name.replace("/", "--")}`);
}
/** The folder of a model's commit in the cache of the Hugging Face client; it need not be there. */
const cachedSnapshot = ({ name, revision }) => join(cachedModel(name), "snapshots", revision);
/**
* In a job of a workflow, holds the cached files of a model to what the hub says that the commit has: the client loads what lies there,
* whoever put it there, and a machine that stays has seen other jobs. What is not in the cache, the client fetches itself.
* @returns false where the hub must not be asked, so that nothing was held to anything
* @throws WeighbridgeError `checkpoint` for other files than the commit has, `data` where the hub does not say which those are
*/
async function checkCachedModel(model, signal) {
	if (!isJobOfWorkflow(process.env)) return true;
	const written = `hf:${model.name}@${model.revision}`;
	const folder = cachedSnapshot(model);
	const cached = await filesIn(folder);
	const denied = await filesIn(join(cachedModel(model.name), ".no_exist", model.revision));
	if (cached.length + denied.length === 0) return true;
	if (process.env.HF_HUB_OFFLINE === "1") return false;
	const entries = await listHub({
		kind: "models",
		name: model.name,
		commit: model.revision,
		written
	});
	const listed = new Map(entries.map((entry) => [entry.path, entry]));
	const hidden = denied.find((file) => listed.has(file));
	if (hidden !== void 0) throw planted(written, hidden, "is marked as not there, and the commit has it");
	for (const file of cached) {
		const entry = listed.get(file);
		if (entry === void 0) throw planted(written, file, "lies there, and the commit has no such file");
		if (!await isListed(join(folder, file), entry, signal)) throw planted(written, file, "is not the commit’s");
	}
	return true;
}
/** None where there is no such folder; what cannot be looked at is not taken for nothing. */
async function filesIn(folder) {
	return (await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch((cause) => {
		if (cause.code === "ENOENT") return [];
		throw checkpointFault(folder, "cannot be looked at in the cache of this machine", "remove the model from the cache and find out who wrote there; the next run downloads it anew", cause);
	})).filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).map((file) => file.split(sep).join("/"));
}
async function isListed(path, { size, oid, lfs }, signal) {
	const stats = await stat(path).catch(() => null);
	if (stats?.isFile() !== true || stats.size !== size) return false;
	return lfs === void 0 ? gitBlob(await readFile(path)) === oid : await hashFile(path, size, signal) === lfs.oid;
}
const planted = (written, file, what) => checkpointFault(written, `was changed in the cache of this machine: ${JSON.stringify(file)} ${what}`, "remove the model from the cache and find out who wrote there; the next run downloads it anew");

// src/results/store/seal.ts
/** One file as it was left, so that another hand in it is seen. */
var Seal = class Seal {
	#file;
	#content = createHash("sha256");
	#trace = "";
	constructor(file) {
		this.#file = file;
	}
	static async of(file) {
		const seal = new Seal(file);
		await readInto(seal.#content, file);
		await seal.append("");
		return seal;
	}
	/** Notes what its owner has written at its end. */
	async append(bytes) {
		this.#content.update(bytes);
		this.#trace = await traceOf(this.#file);
	}
	async holds({ byContent = false } = {}) {
		const trace = await traceOf(this.#file);
		if (trace === this.#trace && !byContent) return true;
		const content = createHash("sha256");
		await readInto(content, this.#file);
		if (content.digest("hex") !== this.#content.copy().digest("hex")) return false;
		this.#trace = trace;
		return true;
	}
};
/** All runs of a run directory beside one that is being written: none may change, appear or go away meanwhile. */
var SealedRuns = class SealedRuns {
	#out;
	#own;
	#files;
	constructor(out, own, files) {
		this.#out = out;
		this.#own = own;
		this.#files = files;
	}
	static async beside(own, out) {
		const files = /* @__PURE__ */ new Map();
		for (const [file, place] of await filesOfRuns(out, own)) files.set(file, {
			place,
			seal: await Seal.of(file)
		});
		return new SealedRuns(out, own, files);
	}
	/** Runs that are not as they were. */
	async broken(look = {}) {
		const found = await filesOfRuns(this.#out, this.#own);
		const broken = /* @__PURE__ */ new Map();
		for (const [file, place] of found) if (!this.#files.has(file)) broken.set(place.folder, place);
		for (const [file, { place, seal }] of this.#files) if (!found.has(file) || !await seal.holds(look)) broken.set(place.folder, place);
		return [...broken.values()];
	}
};
/** Every file below the sides' folders, as deep as a reader could look, with the run that it belongs to. */
async function filesOfRuns(out, own) {
	const files = /* @__PURE__ */ new Map();
	for (const side of SIDES) {
		const parent = join(out, side);
		for (const entry of await readdir(parent, {
			recursive: true,
			withFileTypes: true
		}).catch(() => [])) {
			const file = join(entry.parentPath, entry.name);
			const folder = join(parent, relative(parent, file).split(sep)[0] ?? "");
			if (!entry.isDirectory() && !isLockFile(entry.name) && !entry.name.endsWith(".tmp") && folder !== own) files.set(file, {
				side,
				folder
			});
		}
	}
	return files;
}
/** What changes with every write, and cannot be set back without the clock of the machine; nothing of a file that is not there. */
async function traceOf(file) {
	const found = await stat(file, { bigint: true }).catch(() => null);
	return found === null ? "" : [
		found.dev,
		found.ino,
		found.mode,
		found.size,
		found.ctimeNs
	].join(":");
}
/** A file that cannot be read is like none that can. */
async function readInto(content, file) {
	try {
		for await (const bytes of createReadStream(file)) content.update(bytes);
	} catch (error) {
		content.update(`unreadable: ${error.code ?? ""}`);
	}
}

// src/results/store/writer.ts
/**
* A killed process loses no sample that was written; a machine that loses its power at most this many, or what was written in
* this time.
*/
const SYNC_SAMPLES = 64;
const SYNC_MS = 1e3;
/**
* Creates `<out>/<side>/<task>`, or goes on with the run that is there if it is the same run. Another run is set aside
* under `<out>/superseded`, and with `fresh` the same run too.
*
* @throws WeighbridgeError `usage` while another process writes this run, `engine` when the disk refuses
*/
async function openRun(out, plan, { fresh = false, meanwhile = null } = {}) {
	const folder = runFolder(out, plan.side, plan.task);
	return onDisk(folder, async () => {
		await makeDirectory(folder);
		const lock = await acquireLock(folder);
		let superseded;
		try {
			const found = await inspectRun(folder, plan);
			if (found.kind === "nothing" || found.kind === "resumable" && !fresh) {
				const resumed = found.kind === "resumable" ? found : null;
				const beside = meanwhile === null ? null : await SealedRuns.beside(folder, out);
				return {
					writer: await RunWriter.open(folder, lock, plan, resumed, {
						out,
						meanwhile,
						beside
					}),
					found: resumed?.stored.samples ?? [],
					superseded: null
				};
			}
			superseded = {
				folder: await setAside(out, plan.side, folder),
				differs: found.kind === "other" ? found.differs : ["request"]
			};
		} catch (error) {
			await lock.release();
			throw error;
		}
		await lock.release(superseded.folder);
		return {
			...await openRun(out, plan, { meanwhile }),
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
	#seal;
	#watch;
	#record;
	#offset;
	/** Where the samples end that were here before this evaluation, or in a store. */
	#earlier;
	/** Samples that the disk may not have yet, and what it had the last time. */
	#unsynced = 0;
	#synced;
	#broken = false;
	constructor(folder, lock, record, [samples, seal], stored, watch) {
		this.folder = folder;
		this.#lock = lock;
		this.#record = record;
		this.#samples = samples;
		this.#seal = seal;
		this.#watch = watch;
		this.#keys = new Set(stored.samples.map(sampleKey));
		this.#offset = stored.wholeBytes;
		this.#earlier = stored.wholeBytes;
		this.#synced = {
			at: performance.now(),
			offset: stored.wholeBytes
		};
	}
	static async open(folder, lock, plan, found, watch) {
		const stored = found?.stored ?? {
			samples: [],
			wholeBytes: 0
		};
		const complete = found?.record.status.state === "complete" && stored.samples.length >= plan.planned;
		const { order_seed: _seed, draw: _draw, ...rest } = plan;
		const record = {
			schema_version: 1,
			...rest,
			...drawnIn(found?.record ?? plan),
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
		const seal = await Seal.of(join(folder, SAMPLES_FILE));
		return new RunWriter(folder, lock, record, [samples, seal], stored, watch);
	}
	/** What the run was designed as when it began. */
	get design() {
		return designOf(this.#record);
	}
	/** What its order was drawn by when it began: going on is no second draw. */
	get drawn() {
		return drawnIn(this.#record);
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
		await this.#store([sample]);
	}
	async #store(samples) {
		const bytes = Buffer.from(samples.map(serializeSample).join(""));
		for (const sample of samples) {
			const key = sampleKey(sample);
			if (this.#keys.has(key)) throw new Error(`the sample ${JSON.stringify(sample.id)} was run twice`);
			this.#keys.add(key);
		}
		await this.#orBroken(async () => {
			await this.#verify();
			await onDisk(this.folder, () => this.#append(bytes));
		});
		this.#unsynced += samples.length;
		const waited = performance.now() - this.#synced.at;
		if (this.#unsynced >= SYNC_SAMPLES || waited >= SYNC_MS) await this.#sync();
	}
	/**
	* Stores samples of an earlier evaluation of the same run, those that are not here yet.
	* @returns how many they were
	*/
	async reuse(samples, origin) {
		const missing = samples.filter((sample) => !this.has(sample));
		if (missing.length === 0) return 0;
		await this.#store(missing);
		await this.#sync();
		this.#earlier = this.#offset;
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
		await this.#sync();
		await this.#verify({ byContent: true });
		if (this.#record.status.state === "complete") await this.#close();
		else await this.#finish({ state: "complete" });
	}
	/** Ends a sequential run before its last sample. */
	async stop(because) {
		await this.#sync();
		await this.#verify({ byContent: true });
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
		await this.#sync();
		await this.#verify({ byContent: true });
		await this.#finish({
			state: "failed",
			reason
		});
	}
	/** Ends the run for a reason that puts in doubt whose answers these are: those of this evaluation are taken back. */
	async retract(reason) {
		await onDisk(this.folder, () => this.#samples.truncate(this.#earlier));
		await this.#finish({
			state: "failed",
			reason
		});
	}
	/** Leaves the run as `running`, to be continued. */
	async interrupt() {
		await this.#sync();
		await this.#verify({ byContent: true });
		await this.#close();
	}
	async #sync() {
		if (this.#unsynced === 0) return;
		await this.#orBroken(() => onDisk(this.folder, async () => {
			try {
				await this.#samples.datasync();
			} catch (error) {
				await this.#samples.truncate(this.#synced.offset);
				throw error;
			}
		}));
		this.#unsynced = 0;
		this.#synced = {
			at: performance.now(),
			offset: this.#offset
		};
	}
	async #orBroken(action) {
		try {
			await action();
		} catch (error) {
			this.#broken = true;
			await this.#close();
			throw error;
		}
	}
	/** All or nothing: what a full disk took of it is given back. */
	async #append(bytes) {
		try {
			await this.#samples.appendFile(bytes);
		} catch (error) {
			await this.#samples.truncate(this.#offset);
			throw error;
		}
		await this.#seal.append(bytes);
		this.#offset += bytes.length;
	}
	/**
	* Other code of the same user can write where we do. What it has touched counts for nothing and is out of the way of
	* later evaluations: this run begins anew, and others are set aside.
	* @throws WeighbridgeError `data` for files that are not as they were left
	*/
	async #verify(look = {}) {
		const { out, meanwhile, beside } = this.#watch;
		await onDisk(this.folder, () => this.#lock.touch());
		const isOwn = await this.#seal.holds(look) && await this.#isRecorded();
		const others = await beside?.broken(look) ?? [];
		if (isOwn && others.length === 0) return;
		const [file = this.folder] = isOwn ? others.map(({ folder }) => folder) : [];
		const cause = meanwhile === null ? "" : `; what ran meanwhile: ${meanwhile}`;
		const message = `files of a run were changed by another hand while ${this.#record.task} was evaluated${cause}`;
		this.#broken = true;
		for (const { side, folder } of others) await setAside(out, side, folder);
		if (!isOwn) await rm(join(this.folder, SAMPLES_FILE), { force: true });
		await this.#finish({
			state: "failed",
			reason: message
		});
		throw new WeighbridgeError("data", message, {
			at: { file },
			fix: "let nothing but the evaluation write into the run directory, and run again: what was touched is evaluated anew"
		});
	}
	async #isRecorded() {
		return await readFile(join(this.folder, RUN_FILE), "utf8").catch(() => null) === serializeRunRecord(this.#record);
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

export { checkCachedModel as i, Seal as n, cachedSnapshot as r, openRun as t };