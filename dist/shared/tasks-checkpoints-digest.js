import { i as messageOf, n as WeighbridgeError } from "./core-domain-errors.js";
import { _ as strictObject, g as record, m as object, o as array, p as number, u as int, v as string, x as unknown, y as tuple } from "./adapters-process-environment.js";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { createReadStream } from "node:fs";
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { availableParallelism, homedir } from "node:os";
import { lstat, mkdir, open, readFile, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

// src/adapters/process/cache-folder.ts
/** Where everything is kept that can be made again: the engine, digests of checkpoints, stored baselines. */
function cacheFolder(environment) {
	const { WEIGHBRIDGE_CACHE: own, XDG_CACHE_HOME: xdg } = environment;
	if (own !== void 0 && own !== "") return resolve(own);
	if (xdg !== void 0 && xdg !== "") return resolve(xdg, "weighbridge");
	const home = homedir();
	if (isAbsolute(home)) return join(home, ".cache", "weighbridge");
	throw new WeighbridgeError("usage", `HOME is ${JSON.stringify(home)}, so there is no place for the cache`, { fix: "set WEIGHBRIDGE_CACHE, XDG_CACHE_HOME or HOME to an absolute path outside of the checkout" });
}

// src/core/domain/model.ts
const HUB = /^hf:([^@]+)@(.+)$/;
/** What `hf:org/name@revision` names; null for a path. */
function hubModel(written) {
	const [, name, revision] = HUB.exec(written) ?? [];
	return name === void 0 || revision === void 0 ? null : {
		kind: "hub",
		name,
		revision
	};
}
/** A checkpoint in words, as the config writes it. */
function describeModel(source) {
	switch (source.kind) {
		case "file":
		case "folder": return source.label ?? source.path;
		case "hub": return `hf:${source.name}@${source.revision}`;
		case "endpoint": return `${source.model} at ${source.url}`;
		case "adapter": return `${source.adapter} on ${source.base}`;
		case "results": return source.label ?? `results in ${source.path}`;
	}
}
/** The same source with every path run through `resolve`; paths of a config are relative to its folder. */
function mapPaths(source, resolve) {
	switch (source.kind) {
		case "file":
		case "folder":
		case "results": return {
			...source,
			path: resolve(source.path)
		};
		case "adapter": return {
			kind: "adapter",
			base: hubModel(source.base) === null ? resolve(source.base) : source.base,
			adapter: resolve(source.adapter)
		};
		case "hub":
		case "endpoint": return source;
	}
}

// src/results/store/atomic-file.ts
/** Replaces a file so that a reader, or a crash at any moment, sees the old content or the new, never half of it. */
async function writeAtomically(file, content) {
	const temporary = `${file}.${process.pid}.tmp`;
	try {
		const handle = await open(temporary, "w");
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, file);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
	await syncDirectory(dirname(file));
}
/** A rename is on disk once its directory is. */
async function syncDirectory(directory) {
	const handle = await open(directory, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

// src/tasks/checkpoints/digest-cache.ts
/**
* Digests of files that have not changed since they were hashed. A file counts as the same while path, size, both times and
* inode are: the time of change (ctime) is the system's and cannot be set back by whoever writes the file.
*/
const cached = strictObject({
	file: string(),
	state: string(),
	digest: string().regex(/^[0-9a-f]{64}$/)
});
/** Times have a grain: a file that was touched just now may be touched again without its times moving. */
const SETTLED_NS = 2000000000n;
const stateOf = ({ size, mtimeNs, ctimeNs, ino, dev }) => [
	size,
	mtimeNs,
	ctimeNs,
	ino,
	dev
].join(" ");
/** Whether two looks at a file saw the same content. */
const isUnchanged = (before, after) => stateOf(before) === stateOf(after);
const entryOf = (folder, file) => join(folder, `${createHash("sha256").update(file).digest("hex").slice(0, 32)}.json`);
/** Null for a file that was never hashed, or changed since; an entry that cannot be read is as good as none. */
async function cachedDigest(folder, file, stats) {
	const text = await readFile(entryOf(folder, file), "utf8").catch(() => null);
	const entry = cached.safeParse(text === null ? null : parse(text)).data;
	return entry?.file === file && entry.state === stateOf(stats) ? entry.digest : null;
}
const CANNOT_KEEP = /* @__PURE__ */ new Set([
	"EACCES",
	"EPERM",
	"EROFS",
	"ENOSPC",
	"EDQUOT",
	"ENOTDIR",
	"EEXIST"
]);
/** Keeps a digest for the next time. A cache that cannot be written costs time and nothing else. */
async function cacheDigest(folder, file, stats, digest) {
	const touched = stats.mtimeNs > stats.ctimeNs ? stats.mtimeNs : stats.ctimeNs;
	if (BigInt(Date.now()) * 1000000n - touched < SETTLED_NS) return;
	try {
		await mkdir(folder, { recursive: true });
		await writeAtomically(entryOf(folder, file), JSON.stringify({
			file,
			state: stateOf(stats),
			digest
		}));
	} catch (error) {
		if (!CANNOT_KEEP.has(error.code ?? "")) throw error;
	}
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

// src/tasks/checkpoints/pickle.ts
/** Extensions that only pickles have, and names that loaders hand to `torch.load` whatever is in them. */
const EXTENSIONS = /* @__PURE__ */ new Set([
	".pt",
	".pth",
	".ckpt",
	".pkl",
	".pickle"
]);
const NAMES = /(?:^|\/)(?:pytorch_model|adapter_model)[^/]*\.bin$/;
/** The names of a ZIP stand in its local headers and again in the directory at its end (APPNOTE 4.3). */
const ZIP_EDGE_BYTES = 262144;
const ZIP = Buffer.from("PK", "latin1");
const PICKLE_ENTRY = /\.(?:pkl|pickle)(?![A-Za-z0-9])/;
/** Protocol 2 and later begin with the opcode PROTO and its number. */
function isBarePickle(head) {
	const [opcode, protocol = 0] = head;
	return opcode === 128 && protocol >= 2 && protocol <= 5;
}
const isZip = (head) => head.subarray(0, 4).equals(ZIP);
/**
* Whether loading a file could run code that is in it. Judged by content, so that a new name hides nothing; where a
* loader would unpickle by the name alone, by the name too. Nothing of it is loaded.
* @param name of the file in its folder
*/
async function isPickle(path, name) {
	if (EXTENSIONS.has(extname(name).toLowerCase()) || NAMES.test(name)) return true;
	const file = await open(path);
	try {
		const head = await readAt(0, 4);
		if (isBarePickle(head)) return true;
		if (!isZip(head)) return false;
		const { size } = await file.stat();
		return [await readAt(0, ZIP_EDGE_BYTES), await readAt(Math.max(0, size - ZIP_EDGE_BYTES), ZIP_EDGE_BYTES)].some((bytes) => PICKLE_ENTRY.test(bytes.toString("latin1")));
	} finally {
		await file.close();
	}
	async function readAt(position, length) {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
		return buffer.subarray(0, bytesRead);
	}
}

// src/tasks/checkpoints/files.ts
/** An error of whoever made the checkpoint. */
function checkpointFault(path, what, fix, cause) {
	return new WeighbridgeError("checkpoint", `the checkpoint ${what}`, {
		fix,
		cause,
		at: { file: path }
	});
}
const MOST_FILES = 1e4;
const DEEPEST = 8;
/** Bookkeeping of git and of the Hugging Face client: loaded by nobody, different in every clone. */
const IGNORED = /* @__PURE__ */ new Set([".git", ".cache"]);
/**
* Every file of a checkpoint, sorted by name: one file, the parts of a split GGUF, or all of a folder. Nothing is loaded.
* @throws WeighbridgeError `checkpoint` for what is not there, a link that leads out of the folder, and any pickle
*/
async function checkpointFiles(path) {
	const files = await isFolder(path) ? await filesBelow(path) : await partFiles(path);
	const pickles = [];
	for (const file of files) if (await isPickle(file.path, file.name)) pickles.push(file.name);
	if (pickles.length > 0) throw pickleFault(path, pickles);
	return files;
}
/**
* All parts of a split GGUF model, in order; llama.cpp names them `name-00001-of-00003.gguf` and loads them by the first.
* Any other path is its own only part.
* @throws WeighbridgeError `checkpoint` for a part that is not the first
*/
function splitParts(path) {
	const match = /^(.*)-(\d{5})-of-(\d{5})\.gguf$/.exec(basename(path));
	if (match === null) return [path];
	const [, name = "", number = "", count = ""] = match;
	if (Number(number) !== 1) throw checkpointFault(path, `is part ${Number(number)} of a split model`, `name its first part, ${name}-00001-of-${count}.gguf`);
	return [path, ...Array.from({ length: Math.max(0, Number(count) - 1) }, (_, i) => join(dirname(path), `${name}-${String(i + 2).padStart(5, "0")}-of-${count}.gguf`))];
}
async function isFolder(path) {
	try {
		return (await stat(path)).isDirectory();
	} catch (cause) {
		throw checkpointFault(path, "cannot be opened", "check the path and the step that makes it", cause);
	}
}
async function partFiles(path) {
	return Promise.all(splitParts(path).map(async (part) => {
		const real = await realpath(part).catch((cause) => {
			throw checkpointFault(part, "cannot be opened", "check the path and the step that makes it", cause);
		});
		if (!(await stat(real)).isFile()) throw checkpointFault(part, "is neither a file nor a folder", "name one");
		return {
			name: basename(part),
			path: real
		};
	}));
}
async function filesBelow(folder) {
	const root = await realpath(folder);
	const files = [];
	const visit = async (current, depth) => {
		if (depth > DEEPEST) throw checkpointFault(folder, `is more than ${DEEPEST} folders deep`, "name the model’s own folder");
		for (const entry of (await readdir(current)).sort()) {
			if (IGNORED.has(entry)) continue;
			const path = join(current, entry);
			const name = relative(root, path).split(sep).join("/");
			const stats = await lstat(path);
			if (stats.isDirectory()) await visit(path, depth + 1);
			else if (stats.isFile()) files.push({
				name,
				path
			});
			else if (stats.isSymbolicLink()) files.push({
				name,
				path: await followLink(path, name, root)
			});
			else throw checkpointFault(path, "is neither a file nor a folder", "remove it from the checkpoint");
			if (files.length > MOST_FILES) throw checkpointFault(folder, `holds more than ${MOST_FILES} files`, "name the model’s own folder");
		}
	};
	await visit(root, 1);
	if (files.length === 0) throw checkpointFault(folder, "is an empty folder", "check the step that makes it");
	return files.sort((left, right) => left.name < right.name ? -1 : 1);
}
/** A link may stay in the folder, or lead to the blobs of the Hugging Face cache that the folder is a snapshot of. */
async function followLink(path, name, root) {
	const target = await realpath(path).catch((cause) => {
		throw checkpointFault(path, "is a link that leads nowhere", "fetch the file that it names", cause);
	});
	if (!(basename(dirname(root)) === "snapshots" && /^(?:models|datasets)--/.test(basename(dirname(dirname(root)))) ? [root, join(dirname(dirname(root)), "blobs")] : [root]).some((place) => target.startsWith(`${place}${sep}`))) throw checkpointFault(path, `has a link that leads out of its folder (${name})`, "put the file itself there");
	if (!(await stat(target)).isFile()) throw checkpointFault(path, `has a link to something that is no file (${name})`, "put the file itself there");
	return target;
}
const SHOWN = 5;
function pickleFault(path, pickles) {
	const shown = pickles.slice(0, SHOWN).map((name) => JSON.stringify(name));
	const more = pickles.length > SHOWN ? ` and ${pickles.length - SHOWN} more` : "";
	return checkpointFault(path, `has pickles, and loading one runs whatever code it contains: ${shown.join(", ")}${more}. Refused before anything is loaded`, "save the weights as safetensors (`save_pretrained` does) and leave optimizer states and training arguments out of the folder");
}

// src/tasks/checkpoints/hash.ts
/** Below this a thread costs more to start than it saves. */
const WORTH_A_THREAD = 33554432;
/**
* The thread's program. A text, because a worker needs a file of its own otherwise, and that file would have another name
* in `src/` than in the bundle. It reads synchronously: a thread that only hashes has nothing else to do.
*/
const PROGRAM = `
const { createHash } = require('node:crypto');
const { openSync, readSync, closeSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const hash = createHash('sha256');
const file = openSync(workerData);
const chunk = Buffer.allocUnsafe(4 * 1024 * 1024);
for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) hash.update(chunk.subarray(0, length));
closeSync(file);
parentPort.postMessage(hash.digest('hex'));
`;
/** SHA-256 of a file as hex, never more than a chunk of it in memory; large files in a thread of their own. */
function hashFile(path, bytes, signal = new AbortController().signal) {
	signal.throwIfAborted();
	return bytes < WORTH_A_THREAD ? hashHere(path, signal) : hashInThread(path, signal);
}
async function hashHere(path, signal) {
	const hash = createHash("sha256");
	await pipeline(createReadStream(path, { highWaterMark: 1048576 }), hash, { signal });
	return hash.digest("hex");
}
async function hashInThread(path, signal) {
	const worker = new Worker(PROGRAM, {
		eval: true,
		workerData: path
	});
	const stop = () => void worker.terminate();
	signal.addEventListener("abort", stop);
	try {
		return await new Promise((resolve, reject) => {
			worker.once("message", resolve);
			worker.once("error", reject);
			worker.once("exit", () => reject(signal.reason ?? /* @__PURE__ */ new Error(`the thread that hashed ${path} ended`)));
		});
	} finally {
		signal.removeEventListener("abort", stop);
	}
}

// src/tasks/checkpoints/safetensors.ts
/** The reference reader refuses a longer one (safetensors, `MAX_HEADER_SIZE`). */
const LONGEST_HEADER = 1e8;
const LENGTH_BYTES = 8;
const tensor = strictObject({
	dtype: string().max(20),
	shape: array(int().min(0)),
	data_offsets: tuple([int().min(0), int().min(0)])
});
const header = record(string(), unknown());
/**
* Type and size of every tensor of a safetensors file, from its header: eight bytes of length, then so much JSON.
* `@huggingface/hub` reads headers too, but only of repositories on a hub.
* @throws WeighbridgeError `checkpoint` when the header is none, or the file ends before its last tensor
*/
async function readSafetensors(path) {
	const file = await open(path);
	try {
		const { size } = await file.stat();
		const length = await file.read(Buffer.alloc(LENGTH_BYTES), 0, LENGTH_BYTES, 0);
		if (length.bytesRead < LENGTH_BYTES) throw new Error("the file is too short");
		const bytes = Number(length.buffer.readBigUInt64LE());
		if (bytes > Math.min(LONGEST_HEADER, size - LENGTH_BYTES)) throw new Error("its length is not possible");
		const text = await file.read(Buffer.alloc(bytes), 0, bytes, LENGTH_BYTES);
		const { __metadata__: _, ...tensors } = header.parse(JSON.parse(text.buffer.toString("utf8")));
		const parsed = record(string(), tensor).parse(tensors);
		const end = Math.max(0, ...Object.values(parsed).map(({ data_offsets }) => data_offsets[1]));
		if (LENGTH_BYTES + bytes + end > size) throw new Error("the file ends before its last tensor");
		return Object.values(parsed).map(({ dtype, shape }) => ({
			dtype,
			parameters: shape.reduce((product, dimension) => product * dimension, 1)
		}));
	} catch (cause) {
		throw checkpointFault(path, `has no readable safetensors header (${messageOf(cause)})`, "check the step that wrote or downloaded it; a Git LFS pointer needs `git lfs pull`", cause);
	} finally {
		await file.close();
	}
}

// src/tasks/checkpoints/metadata.ts
const LARGEST_CONFIG = 16777216;
/** The parts of a Hugging Face `config.json` that say what the weights are. */
const hfConfig = object({
	model_type: string().optional(),
	quantization_config: object({
		quant_method: string().optional(),
		bits: number().optional()
	}).nullish()
});
/**
* Reads the headers of all weights among the files.
* @throws WeighbridgeError `checkpoint` for a header that is torn or no header at all
*/
async function describeWeights(path, files) {
	const gguf = files.filter(({ name }) => name.endsWith(".gguf"));
	if (gguf.length > 0) return describeGguf(gguf);
	const safetensors = files.filter(({ name }) => name.endsWith(".safetensors"));
	const config = files.find(({ name }) => name === "config.json");
	const { model_type: architecture, quantization_config: quantized } = config === void 0 ? {} : await readConfig(path, config);
	const types = /* @__PURE__ */ new Map();
	for (const file of safetensors) for (const { dtype, parameters } of await readSafetensors(file.path)) count(types, dtype, parameters);
	const bits = quantized?.bits === void 0 ? "" : ` ${quantized.bits} bit`;
	return {
		architecture: architecture ?? null,
		parameterCount: types.size === 0 ? null : total(types),
		quantization: quantized?.quant_method === void 0 ? null : `${quantized.quant_method}${bits}`,
		dtype: commonestFirst(types)
	};
}
async function readConfig(folder, { path }) {
	try {
		if ((await stat(path)).size > LARGEST_CONFIG) throw new Error("too large");
		return hfConfig.parse(JSON.parse(await readFile(path, "utf8")));
	} catch (cause) {
		throw checkpointFault(folder, `has a config.json that is none (${messageOf(cause)})`, "save it again", cause);
	}
}
async function describeGguf(files) {
	const { gguf, GGMLFileQuantizationType, GGMLQuantizationType } = await import("./npm-huggingface-gguf-index.js");
	const types = /* @__PURE__ */ new Map();
	let architecture = null;
	let quantization = null;
	for (const { path } of files) {
		const { metadata, tensorInfos } = await gguf(path, { allowLocalFile: true }).catch((cause) => {
			throw checkpointFault(path, `has no readable GGUF header (${messageOf(cause)})`, "make it again", cause);
		});
		for (const { dtype, shape } of tensorInfos) {
			const parameters = Number(shape.reduce((size, dimension) => size * dimension, 1n));
			count(types, GGMLQuantizationType[dtype] ?? `type ${dtype}`, parameters);
		}
		const { "general.architecture": name, "general.file_type": fileType } = { ...metadata };
		architecture ??= typeof name === "string" ? name : null;
		quantization ??= typeof fileType === "number" ? GGMLFileQuantizationType[fileType] ?? null : null;
	}
	return {
		architecture,
		parameterCount: total(types),
		quantization,
		dtype: commonestFirst(types)
	};
}
const count = (types, type, parameters) => types.set(type, (types.get(type) ?? 0) + parameters);
const total = (types) => [...types.values()].reduce((sum, parameters) => sum + parameters, 0);
const commonestFirst = (types) => [...types].sort(([left, fewer], [right, more]) => more - fewer || (left < right ? -1 : 1)).map(([type]) => type).join("+") || null;

// src/tasks/checkpoints/digest.ts
/**
* Which checkpoint a source is, from its files alone: nothing is loaded, and a pickle is refused. Two folders of one name
* with different weights have different digests; one checkpoint has one digest under every name.
* @throws WeighbridgeError `checkpoint` for what is missing, changing, linked from outside or a pickle; `usage` for results
*/
async function digestCheckpoint(source, options = {}) {
	const { base, adapter } = pathsOf(source);
	const files = await checkpointFiles(base);
	const adapterFiles = adapter === null ? null : await checkpointFiles(adapter);
	const [digest, adapterDigest, weights] = await Promise.all([
		digestFiles(files, options),
		adapterFiles === null ? null : digestFiles(adapterFiles, options),
		describeWeights(base, files)
	]);
	const { architecture, parameterCount, quantization, dtype } = weights;
	return {
		identity: {
			source: describeModel(source),
			digest,
			adapter_digest: adapterDigest,
			architecture,
			parameter_count: parameterCount,
			quantization
		},
		dtype
	};
}
function pathsOf(source) {
	switch (source.kind) {
		case "file":
		case "folder": return {
			base: source.path,
			adapter: null
		};
		case "adapter": return {
			base: source.base,
			adapter: source.adapter
		};
		case "hub":
		case "endpoint": throw new WeighbridgeError("usage", `${describeModel(source)} has no files here`, { fix: "name weights on this machine" });
		case "results": throw new WeighbridgeError("usage", `${source.path} names results of an evaluation, not a checkpoint`, { fix: "name the weights" });
	}
}
/**
* `sha256:<hex>` of one file, as `sha256sum` prints it; of several, of a sorted manifest with a line for each: its hex, two
* blanks, its name as a JSON string.
*/
async function digestFiles(files, { signal = new AbortController().signal, cache = defaultCache() } = {}) {
	const digests = await inParallel(files, (file) => digestFile(file.path, cache, signal));
	const [only] = digests;
	if (only !== void 0 && digests.length === 1) return `sha256:${only}`;
	const lines = files.map(({ name }, index) => `${digests[index]}  ${JSON.stringify(name)}\n`).sort();
	return `sha256:${createHash("sha256").update(lines.join("")).digest("hex")}`;
}
const defaultCache = () => join(cacheFolder(process.env), "digests");
async function digestFile(path, cache, signal) {
	const file = await realpath(path);
	const before = await stat(file, { bigint: true });
	const known = cache === null ? null : await cachedDigest(cache, file, before);
	if (known !== null) return known;
	const digest = await hashFile(file, Number(before.size), signal);
	const after = await stat(file, { bigint: true });
	if (!isUnchanged(before, after)) throw checkpointFault(path, "changed while it was read", "evaluate a file that nothing writes to");
	if (cache !== null) await cacheDigest(cache, file, after, digest);
	return digest;
}
/** As many at a time as there are processors; disks gain nothing from more. */
async function inParallel(items, work) {
	const results = [];
	let next = 0;
	const worker = async () => {
		for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]);
	};
	await Promise.all(Array.from({ length: Math.min(availableParallelism(), items.length) }, worker));
	return results;
}

export { checkpointFiles as a, isZip as c, describeModel as d, hubModel as f, checkpointFault as i, isUnchanged as l, cacheFolder as m, digestFiles as n, splitParts as o, mapPaths as p, hashFile as r, isBarePickle as s, digestCheckpoint as t, writeAtomically as u };