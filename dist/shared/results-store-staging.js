import { jt as WeighbridgeError } from "./core-domain-history.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { i as STAGING, n as RUN_FILE, o as runFolder, r as SAMPLES_FILE } from "./results-store-layout.js";
import { B as setAside, V as acquireLock, z as runDifferences } from "./results-formats-lm-eval-lm-eval.js";
import { c as serializeSample, f as serializeRunRecord, n as readRecord } from "./results-store-reader.js";
import { join } from "node:path";
import { createReadStream, existsSync } from "node:fs";
import { mkdtemp, open, rename, rm, rmdir, stat } from "node:fs/promises";
import { createHash } from "node:crypto";

// src/results/store/staging.ts
const BATCH_CHARACTERS = 262144;
/**
* Writes whole runs beside a run directory, and puts them in it together: it has all of them or none. What is there
* meanwhile is found by no reader.
*/
var Staging = class Staging {
	#out;
	#folder;
	#runs = [];
	constructor(out, folder) {
		this.#out = out;
		this.#folder = folder;
	}
	/** @throws WeighbridgeError `engine` when the disk refuses */
	static async open(out) {
		return onDisk(out, async () => {
			await makeDirectory(join(out, STAGING));
			return new Staging(out, await mkdtemp(join(out, STAGING, "run-")));
		});
	}
	/**
	* @returns the number of lines
	* @throws WeighbridgeError `data` for samples that are not those of the record, `engine` when the disk refuses
	*/
	async add(record, samples) {
		const folder = runFolder(this.#folder, record.side, record.task);
		return onDisk(this.#out, async () => {
			await makeDirectory(folder);
			const lines = await writeFile$1(join(folder, SAMPLES_FILE), (file) => writeSamples(file, record, samples));
			await writeFile$1(join(folder, RUN_FILE), (file) => file.writeFile(serializeRunRecord(record)));
			this.#runs.push({
				record,
				folder
			});
			return lines;
		});
	}
	/**
	* Puts every run in its place. The same run stays where it is; another that lies there is set aside.
	* @throws WeighbridgeError `usage` while another process writes one of them: then none was moved
	*/
	async publish() {
		return onDisk(this.#out, async () => {
			const targets = [];
			try {
				for (const staged of this.#runs) {
					const target = runFolder(this.#out, staged.record.side, staged.record.task);
					targets.push({
						...staged,
						target,
						lock: existsSync(target) ? await acquireLock(target) : null
					});
				}
			} catch (error) {
				for (const { lock } of targets) await lock?.release();
				throw error;
			}
			for (const { record, folder, target, lock } of targets) {
				if (lock === null) await makeDirectory(join(this.#out, record.side));
				else if (await isThere(target, {
					record,
					folder
				})) {
					await lock.release();
					continue;
				} else await lock.release(await setAside(this.#out, record.side, target));
				await rename(folder, target);
			}
			return targets.map(({ record, target }) => ({
				record,
				folder: target
			}));
		});
	}
	/** Removes what was not published. */
	async close() {
		await rm(this.#folder, {
			recursive: true,
			force: true
		});
		try {
			await rmdir(join(this.#out, STAGING));
		} catch (error) {
			if (error.code !== "ENOTEMPTY") throw error;
		}
	}
};
/** Equal samples are equal bytes; a program that names its model and no weights gives other samples the same record. */
async function isThere(target, { record, folder }) {
	try {
		const there = await readRecord(target);
		if (there.status.state !== "complete" || runDifferences(there, record).length > 0) return false;
		const [old, staged] = [join(target, SAMPLES_FILE), join(folder, SAMPLES_FILE)];
		return (await stat(old)).size === (await stat(staged)).size && await hashOf(old) === await hashOf(staged);
	} catch (error) {
		if (error instanceof WeighbridgeError && error.kind === "data") return false;
		if (error.code === "ENOENT") return false;
		throw error;
	}
}
async function hashOf(file) {
	const hash = createHash("sha256");
	for await (const chunk of createReadStream(file)) hash.update(chunk);
	return hash.digest("hex");
}
async function writeFile$1(path, write) {
	const file = await open(path, "w");
	try {
		const result = await write(file);
		await file.sync();
		return result;
	} finally {
		await file.close();
	}
}
async function writeSamples(file, { task, planned }, samples) {
	const seen = /* @__PURE__ */ new Map();
	let batch = "";
	for await (const group of samples) for (const sample of group) {
		const ids = seen.get(sample.filter) ?? /* @__PURE__ */ new Set();
		if (ids.has(sample.id)) throw unfit(task, `two results of the sample ${JSON.stringify(sample.id)}`);
		seen.set(sample.filter, ids.add(sample.id));
		batch += serializeSample(sample);
		if (batch.length < BATCH_CHARACTERS) continue;
		await file.writeFile(batch);
		batch = "";
	}
	await file.writeFile(batch);
	const counts = [...seen.values()].map(({ size }) => size);
	const most = Math.max(0, ...counts);
	if (most !== planned) throw unfit(task, `${most} of ${planned} samples`);
	return counts.reduce((sum, count) => sum + count, 0);
}
const unfit = (task, what) => new WeighbridgeError("data", `the results of ${task} have ${what}`, { fix: "name the whole results of one run" });

export { Staging as t };