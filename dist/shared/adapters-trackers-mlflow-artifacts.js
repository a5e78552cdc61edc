import { Pt as messageOf, d as isArtifactName, jt as WeighbridgeError } from "./core-domain-history.js";
import { f as looseObject, h as object, y as string } from "./npm-zod.js";
import { t as number } from "./npm-zod2.js";
import { basename, dirname, join, posix } from "node:path";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline as pipeline$1 } from "node:stream/promises";

// src/adapters/trackers/mlflow-artifacts.ts
const MOST_FILES = 2e4;
const MOST_DEPTH = 20;
/** A connection that is slower than a megabyte a second is taken for a broken one. */
const LEAST_BYTES_PER_MS = 1024;
const FIRST_MS = 12e4;
/** Where `weighbridge track mlflow --samples` puts the candidate's runs. */
const OUR_RUNS = "candidate";
/** What a run without samples leaves: its numbers. */
const METRICS_FILE = "mlflow-run.json";
const info = object({
	run_id: string(),
	artifact_uri: string(),
	status: string().optional(),
	end_time: number().optional()
});
const runAnswer = object({ run: looseObject({ info: looseObject(info.shape) }) });
const versionAnswer = object({ model_version: object({ last_updated_timestamp: number() }) });
const uriAnswer = object({ artifact_uri: string() });
const modelAnswer = object({ model: object({ info: object({
	artifact_uri: string(),
	last_updated_timestamp_ms: number().optional()
}) }) });
/**
* Looks up what a reference names.
* @throws WeighbridgeError `data` where it is not there, or the server does not hand it out; `platform` for what the server says
*/
async function findArtifacts(server, reference) {
	const { root, stamp, run } = await ownerOf(server, reference);
	const { path } = reference;
	if (path !== "" || run === null) {
		const files = await filesAt(server, posix.join(root, path), reference);
		if (files.length > 0) return {
			files,
			run: null,
			stamp
		};
		throw missing(server, reference);
	}
	const ours = await filesAt(server, posix.join(root, OUR_RUNS), reference);
	return {
		files: ours,
		run: ours.length === 0 ? run : null,
		stamp
	};
}
/** Where the artifacts lie, below the root of those that the server hands out. */
async function ownerOf(server, reference) {
	const { of } = reference;
	if ("run" in of) return runOf(server, of.run, reference);
	if ("model" in of) {
		const { model } = await server.ask("GET", `mlflow/logged-models/${of.model}`, modelAnswer, {});
		const { artifact_uri, last_updated_timestamp_ms: updated = null } = model.info;
		return {
			root: handedOut(artifact_uri, reference),
			stamp: `${artifact_uri} ${updated}`,
			run: null
		};
	}
	const { model_version } = await server.ask("GET", "mlflow/model-versions/get", versionAnswer, of);
	const { artifact_uri } = await server.ask("GET", "mlflow/model-versions/get-download-uri", uriAnswer, of);
	const stamp = `${artifact_uri} ${model_version.last_updated_timestamp}`;
	const [, run, below = ""] = /^runs:\/+([0-9a-f]{32})\/?(.*)$/.exec(artifact_uri) ?? [];
	if (run === void 0) return {
		root: handedOut(artifact_uri, reference),
		stamp,
		run: null
	};
	const { root } = await runOf(server, run, reference);
	return {
		root: posix.join(root, safePath(below, reference)),
		stamp,
		run: null
	};
}
async function runOf(server, id, reference) {
	const { run } = await server.ask("GET", "mlflow/runs/get", runAnswer, { run_id: id });
	const { artifact_uri, status, end_time } = run.info;
	const stamp = status !== void 0 && status !== "RUNNING" && status !== "SCHEDULED" ? `${status} ${end_time}` : null;
	return {
		root: handedOut(artifact_uri, reference),
		stamp,
		run
	};
}
/** @throws WeighbridgeError `data` for artifacts that only a client with the keys of their store can read */
function handedOut(uri, reference) {
	const [, path] = /^mlflow-artifacts:(?:\/\/[^/]*)?\/*(.*)$/.exec(uri) ?? [];
	if (path !== void 0) return safePath(path, reference);
	throw new WeighbridgeError("data", `${reference.written}: the server keeps its artifacts where it does not hand them out`, { fix: "start it as `mlflow server --artifacts-destination …`, or fetch them with `mlflow artifacts download` and name the folder" });
}
function safePath(path, { written }) {
	const parts = path.split("/").filter((part) => part !== "");
	if (parts.every(isArtifactName)) return parts.join("/");
	throw new WeighbridgeError("data", `${written}: the server names ${JSON.stringify(path)}, which is no place of artifacts`, { fix: "look at MLFLOW_TRACKING_URI: no MLflow answers so" });
}
/** The files of a folder, or the file itself; none where there is neither. */
async function filesAt(server, path, reference) {
	const found = [];
	const look = async (remote, local, depth) => {
		for (const entry of await server.listArtifacts(remote)) {
			const name = basename(entry.path);
			if (!isArtifactName(name) || depth > MOST_DEPTH || found.length >= MOST_FILES) throw new WeighbridgeError("data", `${reference.written}: ${remote} is no folder of artifacts that can be fetched`, { fix: `name a folder of at most ${MOST_FILES} files in it` });
			const [below, beside] = [posix.join(local, name), posix.join(remote, name)];
			if (entry.is_dir) await look(beside, below, depth + 1);
			else found.push({
				path: below,
				remote: beside,
				bytes: entry.file_size
			});
		}
	};
	const entry = (await server.listArtifacts(posix.dirname(path))).find((each) => basename(each.path) === posix.basename(path));
	if (entry === void 0) return [];
	if (!entry.is_dir) return [{
		path: "",
		remote: path,
		bytes: entry.file_size
	}];
	await look(path, "", 0);
	return found.sort((a, b) => a.path < b.path ? -1 : 1);
}
const missing = ({ url }, { written }) => new WeighbridgeError("data", `MLflow at ${url} has no artifacts of ${written}`, { fix: "look at the artifacts of the run in MLflow, and name a file or folder among them" });
/**
* Downloads what was found.
* @param place the file, or the folder of the files
* @param makeFolder with those that it needs
* @throws WeighbridgeError `data` for a file of another size than the server lists
*/
async function downloadArtifacts(server, { files, run }, place, makeFolder) {
	await makeFolder(run === null && files[0]?.path === "" ? dirname(place) : place);
	if (run !== null) {
		const text = JSON.stringify({ run });
		await writeFile(join(place, METRICS_FILE), text);
		return [{
			path: METRICS_FILE,
			sha256: createHash("sha256").update(text).digest("hex")
		}];
	}
	const fetched = [];
	for (const { path, remote, bytes } of files) {
		const file = join(place, path);
		await makeFolder(dirname(file));
		fetched.push({
			path,
			sha256: await downloadFile(server, {
				remote,
				bytes
			}, file)
		});
	}
	return fetched;
}
/** @returns its SHA-256 */
async function downloadFile(server, { remote, bytes }, file) {
	const totalMs = FIRST_MS + Math.ceil(bytes / LEAST_BYTES_PER_MS);
	const response = await server.getArtifact(remote, { totalMs });
	const hash = createHash("sha256");
	let length = 0;
	const counted = async function* (body) {
		for await (const chunk of body) {
			length += chunk.byteLength;
			if (length > bytes) return;
			hash.update(chunk);
			yield chunk;
		}
	};
	const body = response.body === null ? Readable.from([]) : Readable.fromWeb(response.body);
	await pipeline$1(body, counted, createWriteStream(file, { flags: "wx" })).catch((cause) => {
		const isOfDisk = cause.path === file;
		const message = `MLflow at ${server.url} broke off ${remote}: ${messageOf(cause)}`;
		throw isOfDisk ? cause : new WeighbridgeError("platform", message, {
			cause,
			fix: "run again"
		});
	});
	if (length === bytes) return hash.digest("hex");
	const message = `MLflow at ${server.url} lists ${bytes} bytes of ${remote}, and sent others`;
	throw new WeighbridgeError("data", message, { fix: "wait until the run that writes it is over, and run again" });
}

export { downloadArtifacts, findArtifacts };