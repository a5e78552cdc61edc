import { n as readConfig } from "./config-load.js";
import { b as mlflowPlace } from "./config-resolve.js";
import { h as object, o as array, y as string } from "./npm-zod.js";
import { At as WeighbridgeError, F as plural, V as SIDES, Y as parseJson, f as isMlflow, p as mlflowReference, v as canonicalJson } from "./core-domain-history.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { t as hashFile } from "./tasks-checkpoints-hash.js";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { readFile, rename, rm, stat } from "node:fs/promises";

// src/app/sides/mlflow.ts
/** What lies beside fetched artifacts: where they are from, and what they were. */
const manifestSchema = object({
	server: string(),
	stamp: string().nullable(),
	listed: string(),
	files: array(object({
		path: string(),
		sha256: string()
	}))
});
const MANIFEST = "manifest.json";
/** Reads a config, and fetches what MLflow keeps of its sides: what a folder is, only its files tell. */
async function readConfigAndFetch(file, overrides, log) {
	const loaded = await readConfig(file, overrides);
	const fetched = await fetchSides(loaded.config, log);
	for (const [side, fault] of fetched) {
		if (fault === null) continue;
		if (side !== "reference") throw fault;
		log.info(`the reference is not shown beside the candidate: ${fault.describe()}`);
	}
	return fetched.size === 0 ? loaded : readConfig(file, overrides);
}
/** Fetches what MLflow keeps of each side. @returns the sides of which it keeps any, each with what went wrong */
async function fetchSides(config, log) {
	const fetched = /* @__PURE__ */ new Map();
	for (const side of SIDES) try {
		if (await fetchSource(config[side], log)) fetched.set(side, null);
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		fetched.set(side, error);
	}
	return fetched;
}
/** Fetches what a source names of MLflow to where its paths point. @returns whether it names any */
async function fetchSource(source, log) {
	const references = source !== null && "mlflow" in source && source.mlflow || [];
	for (const reference of references) await fetchReference(reference, log);
	return references.length > 0;
}
/**
* The path of results that a command names, fetched where it is one of MLflow.
* @throws WeighbridgeError `usage` for what MLflow may name otherwise tomorrow
*/
async function resultsAt(path, log) {
	if (!isMlflow(path)) return path;
	const reference = mlflowReference(path);
	if (reference === null) throw new WeighbridgeError("usage", `${path} names no fixed artifacts of MLflow`, { fix: "write runs:/<run id>/<path>, models:/<name>/<version> or models:/<model id>" });
	await fetchReference(reference, log);
	return `${mlflowPlace(reference)}${reference.choices}`;
}
/** Only once, of what does not change any more: a version, or a run that is over. */
async function fetchReference(reference, log) {
	const { MLFLOW_TRACKING_URI: to } = process.env;
	if (!to) throw new WeighbridgeError("usage", `${reference.written}: nobody says where MLflow answers`, { fix: "set MLFLOW_TRACKING_URI, and MLFLOW_TRACKING_TOKEN where it asks for one" });
	const [{ mlflowServer }, { downloadArtifacts, findArtifacts }] = await Promise.all([import("./adapters-trackers-mlflow-server-on-need.js"), import("./adapters-trackers-mlflow-artifacts.js")]);
	const server = mlflowServer(to, process.env);
	const content = await findArtifacts(server, reference);
	const place = mlflowPlace(reference);
	const folder = dirname(place);
	const now = {
		server: server.url,
		stamp: content.stamp,
		listed: canonicalJson(content.files)
	};
	if (await isKept(place, now)) return;
	const bytes = content.files.reduce((total, file) => total + file.bytes, 0);
	const what = content.run === null ? plural(content.files.length, "file") : "its numbers";
	log?.info(`${reference.written}: fetching ${what}, ${megabytes(bytes)}, from MLflow at ${server.url}`);
	const fresh = `${folder}.${process.pid}.tmp`;
	await onDisk(folder, async () => {
		await rm(fresh, {
			recursive: true,
			force: true
		});
		try {
			await makeDirectory(fresh);
			const files = await downloadArtifacts(server, content, join(fresh, basename(place)), makeDirectory);
			const manifest = {
				...now,
				files: [...files]
			};
			await writeAtomically(join(fresh, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
			await rm(folder, {
				recursive: true,
				force: true
			});
			await rename(fresh, folder);
		} finally {
			await rm(fresh, {
				recursive: true,
				force: true
			});
		}
	});
}
/** Whether what was fetched earlier is what the server has now, and all of it is still there. */
async function isKept(place, now) {
	if (now.stamp === null) return false;
	const text = await readFile(join(dirname(place), MANIFEST), "utf8").catch(() => null);
	const kept = text === null ? null : manifestSchema.safeParse(parseJson(text, { file: place }));
	if (kept?.success !== true) return false;
	const { files, ...then } = kept.data;
	if (canonicalJson(then) !== canonicalJson(now)) return false;
	for (const { path, sha256 } of files) {
		const file = join(place, path);
		const size = (await stat(file).catch(() => null))?.size ?? null;
		if (size === null || await hashFile(file, size) !== sha256) return false;
	}
	return true;
}
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

export { resultsAt as i, fetchSource as n, readConfigAndFetch as r, fetchSides as t };