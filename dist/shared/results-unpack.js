import { i as __toESM } from "./rolldown-runtime.js";
import { Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { t as exportProxies } from "./adapters-http-client.js";
import { dirname, join, relative, sep } from "node:path";
import { createWriteStream } from "node:fs";
import { lstat, realpath } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { pipeline } from "node:stream/promises";

// src/adapters/github/artifact.ts
const BYTES_PER_MS = 1024 ** 2 / 1e3;
/** A name the service and every file system take. */
function artifactName(...parts) {
	return `weighbridge-${parts.join("-").replace(/[^A-Za-z0-9._]+/g, "-")}`.slice(0, 100);
}
/** What to do where GitHub's artifacts failed. */
const TRY_AGAIN = "run the job again; where it fails again, look at https://www.githubstatus.com";
/** What is wrong with a download whose digest is not the one that GitHub says. */
const differs = (name, digest) => typeof digest === "string" ? `the artifact ${name} arrived with another digest than GitHub says` : `the artifact ${name} has no digest to check it by`;
const SAMPLES = /^weighbridge-(.+)-(run|run-\d+-of-\d+(?:-round-\d+-of-\d+)?|report)-(\d+)$/;
/** Null for an artifact that holds no samples of ours. */
function readSamplesName(name) {
	const [, key, label, attempt] = SAMPLES.exec(name) ?? [];
	return key === void 0 || label === void 0 ? null : {
		key,
		label,
		attempt: Number(attempt)
	};
}
/**
* Of each evaluating job, or shard, the samples of its newest attempt: jobs that failed are run again alone.
* @param key of the gate; with none given, all that is there must be of one
* @throws WeighbridgeError `usage` when there are samples of several gates
*/
function newestSamples(artifacts, key) {
	const newest = /* @__PURE__ */ new Map();
	for (const artifact of artifacts) {
		const of = readSamplesName(artifact.name);
		if (of === null || key !== void 0 && of.key !== key) continue;
		const job = `${of.key} ${of.label}`;
		if ((newest.get(job)?.of.attempt ?? 0) < of.attempt) newest.set(job, {
			artifact,
			of
		});
	}
	const found = [...newest.values()];
	if (new Set(found.map(({ of }) => of.key)).size > 1) throw new WeighbridgeError("usage", "several gates of this run have uploaded samples", { fix: "give the jobs of each gate a comment-key of their own, and the job that reports that of its gate" });
	return found.map(({ artifact }) => artifact);
}
/**
* Uploads files as one zipped artifact, or one file as it is.
* @returns the artifact's address
* @throws WeighbridgeError `data` for a file that is a link or lies outside: the client follows links, and an artifact
* may be public; whatever the service answers
*/
async function uploadArtifact(request) {
	const { name, files, root, runUrl, timeoutMs, unzipped = false } = request;
	const realRoot = await realpath(root);
	let bytes = 0;
	for (const file of files) bytes += await sizeOfRegular(file, realRoot);
	const upload = (await artifactClient()).uploadArtifact(name, [...files], root, { skipArchive: unzipped });
	const { id } = await within(timeoutMs + bytes / BYTES_PER_MS, upload);
	if (id === void 0) throw new WeighbridgeError("platform", "the artifact service gave the upload no id", { fix: TRY_AGAIN });
	return `${runUrl}/artifacts/${id}`;
}
/** GitHub's own client, which reads proxies from the environment. Half of the bundle's weight, so it is loaded late. */
async function artifactClient() {
	exportProxies(process.env);
	const { DefaultArtifactClient } = await import("./npm-actions-artifact-artifact.js");
	return new DefaultArtifactClient();
}
/** Whether the official client would talk to this GitHub, as it decides itself: not to GitHub Enterprise Server. */
function takesArtifacts(serverUrl) {
	const { hostname } = new URL(serverUrl || "https://github.com");
	return /^(github\.com|.+\.ghe\.com|.+\.localhost)$/i.test(hostname);
}
async function within(ms, work) {
	const stop = new AbortController();
	const timeout = setTimeout(ms, void 0, { signal: stop.signal }).then(() => {
		throw new WeighbridgeError("platform", `the artifact service took longer than ${Math.ceil(ms / 1e3)} s`, { fix: TRY_AGAIN });
	});
	try {
		return await Promise.race([work, timeout]);
	} finally {
		stop.abort();
		timeout.catch(() => {});
	}
}
/** @returns its size in bytes */
async function sizeOfRegular(file, root) {
	const stats = await lstat(file);
	const inside = relative(root, await realpath(file));
	if (!stats.isFile() || stats.nlink > 1 || inside.startsWith(`..${sep}`) || inside === "..") throw new WeighbridgeError("data", `${file} is not a plain file inside ${root}, so it is not uploaded`, { fix: "let the evaluation leave plain files in its run directory, no links" });
	return stats.size;
}

// src/results/unpack.ts
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
		const { openPromise } = await import("./..-node_modules-yauzl-index.js-on-need.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		const archive = await openPromise(zip, {
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

export { differs as a, takesArtifacts as c, artifactName as i, uploadArtifact as l, TRY_AGAIN as n, newestSamples as o, artifactClient as r, readSamplesName as s, unpack as t };