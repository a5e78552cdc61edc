import { H as sampleKey, Q as designOf, R as serializeSample, W as serializeRunRecord, d as SAMPLES_FILE, i as acquireLock, m as runFolder, n as inspect, r as setAside, u as RUN_FILE } from "./resume.js";
import { t as writeAtomically } from "./atomic-file.js";
import { a as onDisk } from "./order.js";
import { join } from "node:path";
import { mkdir, open } from "node:fs/promises";

// src/store/writer.ts
/** A crash costs at most this many samples, or what was finished in this time. */
const BATCH_SAMPLES = 64;
const BATCH_MS = 1e3;
/**
* Creates `<out>/<side>/<task>`, or goes on with the run that is there if it is the same run. Another run is set aside
* under `<out>/superseded`, and with `fresh` the same run too.
*
* @throws WeighbridgeError `usage` while another process writes this run, `engine` when the disk refuses
*/
async function openRun(out, plan, { fresh = false } = {}) {
	const folder = runFolder(out, plan.side, plan.task);
	return onDisk(folder, async () => {
		await mkdir(folder, { recursive: true });
		const lock = await acquireLock(folder);
		let superseded;
		try {
			const found = await inspect(folder, plan);
			if (found.kind === "nothing" || found.kind === "resumable" && !fresh) {
				const resumed = found.kind === "resumable" ? found : null;
				return {
					writer: await RunWriter.open(folder, lock, plan, resumed),
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
	/** Where the samples end that were here before this evaluation, or in a store. */
	#earlier;
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
		this.#earlier = stored.wholeBytes;
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
	/** Ends the run for a reason that puts in doubt whose answers these are: those of this evaluation are taken back. */
	async retract(reason) {
		this.#batch = [];
		await onDisk(this.folder, () => this.#samples.truncate(this.#earlier));
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

export { openRun as t };