import { Pt as messageOf, jt as WeighbridgeError, x as describeModel } from "./core-domain-history.js";
import { a as pathMeant } from "./results-store-disk-faults.js";
import { S as unknown, _ as record, b as tuple, h as object, m as number, o as array, u as int, v as strictObject, y as string } from "./npm-zod.js";
import { t as hashFile } from "./tasks-checkpoints-hash.js";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { lstat, open, readFile, readdir, realpath, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";

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
const notOpened = (path, cause) => checkpointFault(path, "cannot be opened", `${pathMeant(path, "hf:org/name@<full commit>")}check the path and the step that makes it`, cause);
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
		throw notOpened(path, cause);
	}
}
async function partFiles(path) {
	return Promise.all(splitParts(path).map(async (part) => {
		const real = await realpath(part).catch((cause) => {
			throw notOpened(part, cause);
		});
		if (!(await stat(real)).isFile()) throw checkpointFault(part, "is neither a file nor a folder", "name the file or folder of a model");
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
const SHOWN$1 = 5;
function pickleFault(path, pickles) {
	const shown = pickles.slice(0, SHOWN$1).map((name) => JSON.stringify(name));
	const more = pickles.length > SHOWN$1 ? ` and ${pickles.length - SHOWN$1} more` : "";
	return checkpointFault(path, `has pickles, and loading one runs whatever code it contains: ${shown.join(", ")}${more}. Refused before anything is loaded`, "save the weights as safetensors (`save_pretrained` does) and leave optimizer states and training arguments out of the folder");
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
		return Object.entries(parsed).map(([name, { dtype, shape, data_offsets: [from, to] }]) => ({
			name,
			dtype,
			start: LENGTH_BYTES + bytes + from,
			end: LENGTH_BYTES + bytes + to,
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
	const { model_type: architecture, quantization_config: quantized } = config === void 0 ? {} : await readConfig(path, config, hfConfig);
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
/** The part of PEFT's `adapter_config.json` that says how much an adapter adds. */
const peftConfig = object({ lora_alpha: number().nullish() });
/** What PEFT was told of an adapter; nothing where the folder does not say. */
async function readPeftSettings(folder, files) {
	const config = files.find(({ name }) => name === "adapter_config.json");
	return config === void 0 ? {} : readConfig(folder, config, peftConfig);
}
async function readConfig(folder, { name, path }, schema) {
	try {
		if ((await stat(path)).size > LARGEST_CONFIG) throw new Error("too large");
		return schema.parse(JSON.parse(await readFile(path, "utf8")));
	} catch (cause) {
		throw checkpointFault(folder, `has a ${name} that is none (${messageOf(cause)})`, "save it again", cause);
	}
}
async function describeGguf(files) {
	const { gguf, GGMLFileQuantizationType, GGMLQuantizationType } = await import("./npm-huggingface-gguf-index.js");
	const types = /* @__PURE__ */ new Map();
	let architecture = null;
	let quantization = null;
	for (const { path } of files) {
		const { metadata, tensorInfos } = await gguf(path, { allowLocalFile: true }).catch((cause) => {
			throw checkpointFault(path, `has no readable GGUF header (${messageOf(cause)})`, "convert the checkpoint to GGUF again", cause);
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

// src/tasks/checkpoints/adapter.ts
/** PEFT, with and without the name of the adapter; embeddings; and what MLX and the trainers of diffusion models write. */
const FACTOR = /^(?:base_model\.model\.)?(.+)\.lora_(?:embedding_)?(a|b|down|up)(?:\.(?:default|[^.]+\.weight|weight|default\.weight))?$/i;
const MADE_BY = "check the step that made the adapter, and that it was trained on this base";
/**
* Whether an adapter changes its base at all, from its files alone: every loader that was tried passes over what it does not
* know, and the base answers in the adapter's name.
* @param base files of the weights; null where they are not here
* @throws WeighbridgeError `checkpoint` for one that holds nothing, half of whose pairs is missing, whose tensors have no
*   counterpart in the base, or that adds nothing but zeros
*/
async function checkAdapter(path, adapter, base) {
	const fault = (what, fix = MADE_BY) => checkpointFault(path, `is an adapter that ${what}`, fix);
	const isGguf = adapter.some(({ name }) => name.endsWith(".gguf"));
	const tensors = await tensorsOf(adapter);
	if (tensors.length === 0) throw fault("holds no tensors, so that it would change nothing");
	const { factors, others } = factorsOf(tensors);
	if (factors.size === 0) {
		if (isGguf) throw fault("holds none of the tensors of a LoRA");
		return;
	}
	const half = [...factors].filter(([, { a, b }]) => a === void 0 || b === void 0);
	if (half.length > 0) throw fault(`has only one of the two factors of ${shown(half.map(([name]) => name), factors.size)}`);
	const unknown = await missingIn((base ?? []).filter(({ name }) => name.endsWith(".gguf") === isGguf), [...factors.keys()], isGguf);
	if (unknown.length > 0) throw fault(`changes weights that its base does not have: ${shown(unknown, factors.size)}`);
	const { lora_alpha: alpha } = await readPeftSettings(path, adapter);
	if (alpha === 0) throw fault("has no effect: its lora_alpha is 0");
	if (others > 0) return;
	for (const { a, b } of factors.values()) {
		if (a === void 0 || b === void 0) continue;
		if (!await isZero(a) && !await isZero(b)) return;
	}
	throw fault(`has no effect: of each of its ${factors.size} pairs of factors one is all zeros, as before the first step of training`);
}
const SHOWN = 3;
function shown(names, all) {
	const more = names.length > SHOWN ? ", …" : "";
	return `${names.length} of ${all} weights, ${names.slice(0, SHOWN).map((name) => JSON.stringify(name)).join(", ")}${more}`;
}
function factorsOf(tensors) {
	const factors = /* @__PURE__ */ new Map();
	let others = 0;
	for (const tensor of tensors) {
		const [, weight, which = ""] = FACTOR.exec(tensor.name) ?? [];
		if (weight === void 0) {
			others += 1;
			continue;
		}
		const own = factors.get(weight) ?? {};
		factors.set(weight, own);
		own[/^(a|down)$/i.test(which) ? "a" : "b"] = tensor;
	}
	return {
		factors,
		others
	};
}
/**
* Weights that the base has under no name. Loaders put parts in front (`model.`, `model.language_model.`), quantised weights
* end otherwise (`qweight`) and experts lie apart, so that a module counts from its layer on, with anything in it; the head of
* a model may be its embedding.
*/
async function missingIn(base, weights, isGguf) {
	const names = (await tensorsOf(base)).map(({ name }) => name);
	if (names.length === 0) return [];
	if (isGguf) {
		const known = new Set(names);
		return weights.filter((name) => !known.has(name) && !(name === "output.weight" && known.has("token_embd.weight")));
	}
	const modules = new Set(names.flatMap(modulesOf));
	return weights.filter((name) => !modules.has(moduleOf(name)) && !/(^|\.)lm_head$/.test(name));
}
/** A module from the number of its layer on; where there is none, its own name. */
const moduleOf = (name) => inLayer(name) ?? name.replace(/^.*\./, "");
/** All that a weight of the base can be a part of. */
function modulesOf(name) {
	const layered = inLayer(name);
	const parts = (layered ?? name).split(".");
	return layered === null ? parts : parts.map((_, last) => parts.slice(0, last + 1).join("."));
}
const inLayer = (name) => /(?:^|\.)([^.]+\.\d+\..+)$/.exec(name.replaceAll(".base_layer", ""))?.[1] ?? null;
async function tensorsOf(files) {
	const found = [];
	for (const { name, path } of files) if (name.endsWith(".safetensors")) for (const tensor of await readSafetensors(path)) found.push({
		...tensor,
		file: path,
		width: WIDTHS[tensor.dtype] ?? 1
	});
	else if (name.endsWith(".gguf")) found.push(...await tensorsOfGguf(path));
	return found;
}
/** Bytes of the numbers that have a sign in their last byte, by their names in safetensors and GGUF. */
const WIDTHS = {
	F64: 8,
	F32: 4,
	F16: 2,
	BF16: 2
};
async function tensorsOfGguf(path) {
	const { gguf, GGMLQuantizationType } = await import("./npm-huggingface-gguf-index.js");
	const { size } = await stat(path);
	const { tensorInfos, tensorDataOffset } = await gguf(path, { allowLocalFile: true }).catch((cause) => {
		throw checkpointFault(path, `has no readable GGUF header (${messageOf(cause)})`, "convert the checkpoint to GGUF again", cause);
	});
	const starts = tensorInfos.map(({ offset }) => Number(tensorDataOffset + offset)).sort((a, b) => a - b);
	return tensorInfos.map(({ name, dtype, offset }) => {
		const start = Number(tensorDataOffset + offset);
		return {
			name,
			file: path,
			start,
			end: starts.find((other) => other > start) ?? size,
			width: WIDTHS[GGMLQuantizationType[dtype] ?? ""] ?? 1
		};
	});
}
const BLOCK = 1048576;
/** Read until the first number that is another, which of an adapter that was trained is the first one. */
async function isZero({ file, start, end, width }) {
	const handle = await open(file);
	try {
		for (let at = start; at < end; at += BLOCK) {
			const bytes = await readBlock(handle, at, Math.min(BLOCK, end - at));
			const isNumber = (byte, index) => byte !== 0 && !(width > 1 && byte === 128 && index % width === width - 1);
			if (bytes.some(isNumber)) return false;
		}
		return true;
	} finally {
		await handle.close();
	}
}
async function readBlock(handle, position, length) {
	const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, position);
	return buffer.subarray(0, bytesRead);
}

// src/tasks/checkpoints/digest-cache.ts
/** Times have a grain: a file that was touched just now may be touched again without its times moving. */
const SETTLED_NS = 2000000000n;
const stateOf = ({ size, mtimeNs, ctimeNs, ino, dev }) => [
	size,
	mtimeNs,
	ctimeNs,
	ino,
	dev
].join(" ");
/** Whether two looks at a file saw the same content: the time of change (ctime) cannot be set back by whoever writes it. */
const isUnchanged = (before, after) => stateOf(before) === stateOf(after);
/**
* Digests of files that this process has read. They are kept nowhere else: whoever could write them down for a later run could
* give a changed checkpoint the digest of another, and reading a gigabyte takes about a second.
*/
const digests = /* @__PURE__ */ new Map();
const keyOf = (file, stats) => `${file}\n${stateOf(stats)}`;
const knownDigest = (file, stats) => digests.get(keyOf(file, stats)) ?? null;
function rememberDigest(file, stats, digest) {
	const touched = stats.mtimeNs > stats.ctimeNs ? stats.mtimeNs : stats.ctimeNs;
	if (BigInt(Date.now()) * 1000000n - touched >= SETTLED_NS) digests.set(keyOf(file, stats), digest);
}

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
	if (adapter !== null && adapterFiles !== null) await checkAdapter(adapter, adapterFiles, files);
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
async function digestFiles(files, { signal = new AbortController().signal } = {}) {
	const digests = await inParallel(files, (file) => digestFile(file.path, signal));
	const [only] = digests;
	if (only !== void 0 && digests.length === 1) return `sha256:${only}`;
	const lines = files.map(({ name }, index) => `${digests[index]}  ${JSON.stringify(name)}\n`).sort();
	return `sha256:${createHash("sha256").update(lines.join("")).digest("hex")}`;
}
async function digestFile(path, signal) {
	const file = await realpath(path);
	const before = await stat(file, { bigint: true });
	const known = knownDigest(file, before);
	if (known !== null) return known;
	const digest = await hashFile(file, Number(before.size), signal);
	const after = await stat(file, { bigint: true });
	if (!isUnchanged(before, after)) throw checkpointFault(path, "changed while it was read", "evaluate a file that nothing writes to");
	rememberDigest(file, after, digest);
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

export { describeWeights as a, notOpened as c, isZip as d, checkAdapter as i, splitParts as l, digestFiles as n, checkpointFault as o, isUnchanged as r, checkpointFiles as s, digestCheckpoint as t, isBarePickle as u };