import { a as messageOf, n as WeighbridgeError, s as shortLine } from "./core-domain-errors.js";
import { n as parseCsv, r as parseTsv } from "./tasks-datasets-csv.js";
import { h as object, m as number, o as array, y as string } from "./npm-zod.js";
import { n as digestOfRows, t as datasetDigest } from "./tasks-datasets-digest.js";
import { i as request } from "./adapters-http-client.js";
import { i as isJobOfWorkflow, n as believedFolder, r as cacheFolder, t as packageRoot } from "./adapters-process-package-root.js";
import { a as shallow, i as refuseRepeatedKeys, r as parseJson } from "./core-domain-json.js";
import { A as suggestion } from "./tasks-runners-native-check.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { u as parquetMetadata } from "./npm-hyparquet.js";
import { n as snappyUncompress, t as parquetReadObjects } from "./npm-hyparquet2.js";
import { t as Decompress } from "./core-domain-asked.js";
import { t as require_dist } from "./npm-yaml.js";
import { dirname, extname, join, resolve } from "node:path";
import { existsSync } from "node:fs";
import process from "node:process";
import { readFile, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzip, gunzipSync } from "node:zlib";
import { promisify } from "node:util";

// src/tasks/datasets/hub.ts
/** A file of a repository of datasets, as the hub lists it. Its own words: nothing of it is believed but what a digest proves. */
const treeEntry = object({
	type: string(),
	path: string().max(1e3),
	size: number().int().min(0),
	oid: string().regex(/^[0-9a-f]{40}$/),
	lfs: object({ oid: string().regex(/^[0-9a-f]{64}$/) }).optional()
});
const tree = array(treeEntry).max(2e4);
const FORM = "write hf:org/name@<full commit>#split, such as hf:cais/mmlu@c30699e8356da336a370243923dbaf21066bb9fe#all/test";
const MOST_LISTING_BYTES = 33554432;
const MOST_PAGES = 50;
const isHubDataset = (written) => /^hf:/.test(written);
/** @throws WeighbridgeError `config` for what names no fixed content */
function parseHubDataset(written) {
	const [, name, commit, split] = /^hf:([\w.-]+\/[\w.-]+)@([^#]+)#(.+)$/.exec(written) ?? [];
	if (name === void 0 || commit === void 0 || split === void 0) throw new WeighbridgeError("config", `${JSON.stringify(written)} names no split of a dataset`, { fix: FORM });
	if (!/^[0-9a-f]{40}$/.test(commit)) throw new WeighbridgeError("config", `${written}: ${commit} may be another dataset tomorrow`, { fix: `name the full commit, 40 hexadecimal digits, from the history of ${endpoint()}/datasets/${name}` });
	return {
		written,
		name,
		commit,
		split
	};
}
const endpoint = () => (process.env.HF_ENDPOINT || "https://huggingface.co").replace(/\/+$/, "");
/**
* The Parquet files of a split, downloaded once and kept in the cache; what is kept is used when its digest is the hub's.
* @throws WeighbridgeError `config` for a split that is not there, `data` for what cannot be fetched or is too large
*/
async function hubFiles(written, maxBytes) {
	const dataset = parseHubDataset(written);
	const folder = join(cacheFolder(process.env), "datasets", dataset.name.replace("/", "--"), dataset.commit);
	const files = filesOfSplit(await listing(dataset), dataset);
	if (files.reduce((total, file) => total + file.size, 0) > maxBytes) throw new WeighbridgeError("data", `${written} is larger than ${Math.round(maxBytes / 1024 ** 2)} MiB`, { fix: "download it and evaluate a part of it: a file in the repository" });
	const paths = [];
	for (const file of files) paths.push(await fetched(dataset, file, folder));
	return paths;
}
async function listing(dataset) {
	const kept = join(believedFolder(process.env, "dataset-lists"), `${dataset.name.replace("/", "--")}@${dataset.commit}.json`);
	const isOurs = !isJobOfWorkflow(process.env) || Boolean(process.env.RUNNER_TEMP);
	if (process.env.HF_HUB_OFFLINE === "1" && isOurs) {
		const text = await readFile(kept, "utf8").catch(() => null);
		const known = text === null ? null : tree.safeParse(parseJson(text, { file: kept }));
		if (known?.success === true) return known.data;
	}
	const entries = [];
	let next = `/api/datasets/${dataset.name}/tree/${dataset.commit}?recursive=true`;
	for (let page = 0; next !== null; page += 1) {
		if (page >= MOST_PAGES) throw unfetched(dataset, "it has too many files");
		const response = await ask(dataset, next, MOST_LISTING_BYTES);
		const parsed = tree.safeParse(parseJson(await response.text(), { file: dataset.written }));
		if (!parsed.success) throw unfetched(dataset, "the list of its files is not one");
		entries.push(...parsed.data);
		const link = /<([^>]+)>\s*;\s*rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
		next = link === void 0 ? null : `${new URL(link, endpoint()).pathname}${new URL(link, endpoint()).search}`;
	}
	const parquet = entries.filter(({ type, path }) => type === "file" && /\.parquet$/i.test(path));
	await makeDirectory(dirname(kept));
	await writeAtomically(kept, JSON.stringify(parquet));
	return parquet;
}
/** Where the hub puts a split: `all/test-00000-of-00001.parquet`, `data/test.parquet`, or converted, `all/test/0000.parquet`. */
function placeOf(path) {
	const folders = path.split("/");
	const name = folders.pop() ?? "";
	if (/^\d{4,5}\.parquet$/i.test(name)) return {
		split: folders.pop() ?? "",
		config: folders.join("/"),
		parts: null
	};
	const [, split = "", parts] = /^(.+?)(?:-\d{5}-of-(\d{5})(?:-[0-9a-f]+)?)?\.parquet$/i.exec(name) ?? [];
	return {
		split,
		config: folders.join("/"),
		parts: parts === void 0 ? null : Number(parts)
	};
}
function filesOfSplit(entries, { written, split: asked }) {
	const placed = entries.filter(({ path }) => !path.split("/").includes("..")).map((entry) => ({
		entry,
		...placeOf(entry.path)
	}));
	const name = ({ config, split }) => config === "" || config === "data" ? split : `${config}/${split}`;
	const found = placed.filter((each) => name(each) === asked || each.split === asked);
	const exact = found.filter((each) => name(each) === asked);
	const chosen = exact.length > 0 ? exact : found;
	const names = [...new Set(placed.map(name))].sort();
	const config = new Set(chosen.map(name));
	if (config.size === 0) throw new WeighbridgeError("config", `${written}: there are no Parquet files of ${JSON.stringify(asked)}`, { fix: names.length > 0 ? suggestion(asked, names, "splits") : "take a commit of its branch refs/convert/parquet, or download the dataset and name a file" });
	if (config.size > 1) throw new WeighbridgeError("config", `${written}: ${config.size} configurations have this split`, { fix: `name one: ${[...config].slice(0, 12).join(", ")}` });
	const missing = chosen.find(({ parts }) => parts !== null && parts !== chosen.length);
	if (missing !== void 0) throw new WeighbridgeError("data", `${written}: ${chosen.length} of ${missing.parts} files are there`, { fix: "take a commit that has all of them" });
	return chosen.map(({ entry }) => entry).sort((a, b) => a.path < b.path ? -1 : 1);
}
async function fetched(dataset, entry, folder) {
	const file = join(folder, entry.path);
	const kept = await readFile(file).catch(() => null);
	if (kept !== null && isWhole(kept, entry)) return file;
	const path = entry.path.split("/").map(encodeURIComponent).join("/");
	const response = await ask(dataset, `/datasets/${dataset.name}/resolve/${dataset.commit}/${path}`, entry.size + 1);
	const bytes = Buffer.from(await response.arrayBuffer());
	if (!isWhole(bytes, entry)) throw unfetched(dataset, `${entry.path} has another digest than the hub lists`);
	await makeDirectory(dirname(file));
	await writeAtomically(file, bytes);
	return file;
}
/** Large files are known by SHA-256, small ones by git's name of the content. */
function isWhole(bytes, { size, oid, lfs }) {
	if (bytes.length !== size) return false;
	const sha256 = () => createHash("sha256").update(bytes).digest("hex");
	const blob = () => createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
	return lfs === void 0 ? blob() === oid : sha256() === lfs.oid;
}
async function ask(dataset, path, bytes) {
	const { HF_TOKEN: token, HF_HUB_OFFLINE: offline } = process.env;
	if (offline === "1" && isJobOfWorkflow(process.env)) throw new WeighbridgeError("data", `${dataset.written} cannot be checked: HF_HUB_OFFLINE forbids to ask which files the commit has, and what an earlier job left in the cache may be others`, { fix: "let this step ask the hub, or commit the data and name the file" });
	if (offline === "1") throw unfetched(dataset, "it is not in the cache, and HF_HUB_OFFLINE forbids to fetch it");
	const headers = token ? { authorization: `Bearer ${token}` } : {};
	const response = await request(`${endpoint()}${path}`, { headers }, { bytes }).catch((error) => {
		throw unfetched(dataset, messageOf(error), error);
	});
	if (response.ok) return response;
	throw unfetched(dataset, {
		401: "it is gated or private: HF_TOKEN has to name an account that may read it",
		403: "it is gated or private: HF_TOKEN has to name an account that may read it",
		404: "there is no such dataset or commit"
	}[response.status] ?? `the hub answered ${response.status}`);
}
const unfetched = ({ written, name }, why, cause) => new WeighbridgeError("data", `${written} cannot be fetched: ${why}`, {
	fix: `correct it, or download it where there is network (hf download ${name} --repo-type dataset) and name the file`,
	cause
});

// src/tasks/datasets/identify.ts
const MAX_ID_LENGTH = 512;
const CONTROL = /\p{Cc}/u;
/**
* Gives every row its id: the field named, or, when no row has that field and it was not asked for, a digest of the
* row's content with the number of its occurrence, as lm-evaluation-harness does with `doc_hash`.
*
* @throws WeighbridgeError `data` when ids repeat, are missing from some rows, or are neither texts nor whole numbers
*/
function identifyRows(rows, field, file) {
	if (rows.filter((row) => Object.hasOwn(row.fields, field.name)).length === 0 && !field.required) return byContent(rows);
	return byField(rows, field.name, file);
}
function byContent(rows) {
	const occurrences = /* @__PURE__ */ new Map();
	return rows.map((row, index) => {
		const digest = datasetDigest(row.fields).slice(0, 16);
		const occurrence = (occurrences.get(digest) ?? 0) + 1;
		occurrences.set(digest, occurrence);
		return {
			...row,
			index,
			id: occurrence === 1 ? digest : `${digest}-${occurrence}`
		};
	});
}
function byField(rows, name, file) {
	const lines = /* @__PURE__ */ new Map();
	return rows.map((row, index) => {
		const at = {
			file,
			line: row.line,
			key: name
		};
		const value = Object.hasOwn(row.fields, name) ? row.fields[name] : void 0;
		const id = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
		if (typeof id !== "string" || id === "") throw new WeighbridgeError("data", `the row has no usable id: ${JSON.stringify(value) ?? "missing"}`, {
			at,
			fix: `give every row a text or a whole number in ${JSON.stringify(name)}, or give it to none`
		});
		if (id.length > MAX_ID_LENGTH || CONTROL.test(id)) throw new WeighbridgeError("data", `an id must be at most ${MAX_ID_LENGTH} characters, without control characters`, {
			at,
			fix: "give the row a shorter id"
		});
		const first = lines.get(id);
		if (first !== void 0) {
			const fault = `the id ${JSON.stringify(id)} was already used on line ${first}`;
			throw new WeighbridgeError("data", fault, {
				at,
				fix: "give every row an id of its own"
			});
		}
		lines.set(id, row.line);
		return {
			...row,
			id,
			index
		};
	});
}

// src/tasks/datasets/row.ts
/** A parsed value that must be an object, of numbers that JSON can hold; anything else is an error at its line. */
function rowFrom(value, at) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new WeighbridgeError("data", `a row must be an object, this one is ${value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`}`, {
		at,
		fix: "write each row as an object of its fields: {\"question\": …, \"answer\": …}"
	});
	if (!isAllFinite(value)) throw new WeighbridgeError("data", "a row has a number that is too large", {
		at,
		fix: "write it smaller, or as a text"
	});
	return {
		line: at.line,
		fields: value
	};
}
function isAllFinite(value) {
	if (typeof value === "number") return Number.isFinite(value);
	return typeof value !== "object" || value === null || Object.values(value).every(isAllFinite);
}

// src/tasks/datasets/json.ts
/** A list of objects, or an object of which exactly one member is a list: `{"version": 1, "examples": [...]}`. */
function rowsOfJson(text, file) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		const at = {
			file,
			line: lineOfFault(text)
		};
		throw new WeighbridgeError("data", `not JSON: ${cause.message}`, {
			at,
			cause,
			fix: "correct the line; a file of one object a line is called .jsonl"
		});
	}
	refuseRepeatedKeys(text, shallow(value, { file }), { file });
	const lines = elements(text).map((element) => element.line);
	return listIn(value, file).map((row, index) => rowFrom(row, {
		file,
		line: lines[index] ?? 1
	}));
}
function listIn(value, file) {
	if (Array.isArray(value)) return value;
	const lists = typeof value === "object" && value !== null ? Object.values(value).filter(Array.isArray) : [];
	const [list] = lists;
	if (list !== void 0 && lists.length === 1) return list;
	throw new WeighbridgeError("data", `expected a list of rows, found ${lists.length} lists`, {
		at: {
			file,
			line: 1
		},
		fix: "make the file a list of objects, or an object with a single list; for one object a line use .jsonl"
	});
}
/**
* Texts and lines of the elements of the outermost list, which JSON.parse does not tell. The list is the root or a
* member of the root.
*/
function elements(text) {
	const found = [];
	let line = 1;
	let depth = 0;
	let listDepth = -1;
	let inString = false;
	let start = null;
	for (let offset = 0; offset < text.length; offset += 1) {
		const character = text[offset];
		if (character === "\n") line += 1;
		if (inString) {
			if (character === "\\") offset += 1;
			else if (character === "\"") inString = false;
			continue;
		}
		const closes = character === "]" || character === "}";
		if (start !== null && depth === listDepth && (character === "," || closes)) {
			found.push({
				text: text.slice(start.offset, offset),
				line: start.line
			});
			start = null;
		}
		if (depth === listDepth && start === null && !/[\s,\]]/.test(character ?? "")) start = {
			offset,
			line
		};
		if (character === "\"") inString = true;
		else if (character === "[" || character === "{") {
			depth += 1;
			if (character === "[" && listDepth === -1 && depth <= 2) listDepth = depth;
		} else if (closes) {
			if (depth === listDepth) break;
			depth -= 1;
		}
	}
	if (start !== null) found.push({
		text: text.slice(start.offset),
		line: start.line
	});
	return found;
}
/** Line of the first row that is not JSON; the last line when the fault lies outside the rows, as in a cut-off file. */
function lineOfFault(text) {
	for (const element of elements(text)) try {
		JSON.parse(element.text);
	} catch {
		return element.line;
	}
	return text.trimEnd().split("\n").length;
}

// src/tasks/datasets/jsonl.ts
/** One JSON object a line; blank lines are passed over. */
function parseJsonl(text, file) {
	const rows = [];
	let line = 0;
	for (const source of text.split("\n")) {
		line += 1;
		if (source.trim() === "") continue;
		const at = {
			file,
			line
		};
		rows.push(rowFrom(parseJson(source, at, "Write one JSON object a line."), at));
	}
	return rows;
}

// src/tasks/datasets/unpack.ts
/** A limit that everything taken so far counts against. */
var MostBytes = class {
	#most;
	#taken = 0;
	constructor(most) {
		this.#most = most;
	}
	/** @throws TooLarge */
	take(bytes) {
		this.#taken += bytes;
		if (!(this.#taken <= this.#most)) throw new TooLarge(`larger than ${this.#most} bytes`);
	}
};
var TooLarge = class extends Error {
	name = "TooLarge";
};
const inflateGzip = promisify(gunzip);
/** How a file is packed, by its first bytes whatever its name: one row adds a packing. */
const PACKINGS = [{
	name: "gzip",
	magic: [31, 139],
	async inflate(bytes, maxBytes) {
		try {
			return await inflateGzip(bytes, { maxOutputLength: maxBytes });
		} catch (error) {
			if (error.code !== "ERR_BUFFER_TOO_LARGE") throw error;
			throw new TooLarge(`larger than ${maxBytes} bytes`, { cause: error });
		}
	}
}, {
	name: "Zstandard",
	magic: [
		40,
		181,
		47,
		253
	],
	inflate: async (bytes, maxBytes) => inflateZstd(bytes, new MostBytes(maxBytes))
}];
/** The packing of bytes; null for plain ones. */
const packingOf = (bytes) => PACKINGS.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte)) ?? null;
/** By its stream, as zlib of Node 20 knows no Zstandard and the other function of the library fails on several frames. */
function inflateZstd(bytes, most) {
	const parts = [];
	new Decompress((part) => {
		most.take(part.length);
		parts.push(part);
	}).push(bytes, true);
	return Buffer.concat(parts);
}

// src/tasks/datasets/parquet.ts
/** Rows of one file; more are a claim of its header, not data. */
const MOST_ROWS = 5e6;
/**
* Rows of an Apache Parquet file, as Hugging Face keeps datasets. Sizes that the file claims are believed only up to the limit:
* a page of a few bytes may say that it unpacks to gigabytes, and a dictionary repeats one long text in every row.
*/
async function parseParquet(bytes, file, maxBytes) {
	const pages = new MostBytes(maxBytes);
	const texts = new MostBytes(maxBytes);
	try {
		const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
		const metadata = parquetMetadata(buffer);
		if (metadata.num_rows > MOST_ROWS) throw new Error(`it says that it has ${metadata.num_rows} rows`);
		const rows = await parquetReadObjects({
			file: buffer,
			metadata,
			compressors: compressors(pages),
			utf8: false,
			geoparquet: false
		});
		if (BigInt(rows.length) !== metadata.num_rows) throw new Error(`it has ${rows.length} rows and says ${metadata.num_rows}`);
		return rows.map((row, index) => rowFrom(jsonOf(row, texts), {
			file,
			line: index + 1
		}));
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		throw new WeighbridgeError("data", `cannot be read as Parquet: ${messageOf(cause)}`, {
			at: { file },
			fix: "copy the file again; Snappy, Gzip, Zstandard, Brotli and no compression are read",
			cause
		});
	}
}
function compressors(most) {
	const checked = (inflate) => (bytes, size) => {
		most.take(size);
		return inflate(bytes, size);
	};
	return {
		SNAPPY: checked((bytes, size) => {
			const output = new Uint8Array(size);
			snappyUncompress(bytes, output);
			return output;
		}),
		GZIP: checked((bytes, size) => gunzipSync(bytes, { maxOutputLength: Math.max(1, size) })),
		BROTLI: checked((bytes, size) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, size) })),
		ZSTD: checked((bytes, size) => inflateZstd(bytes, new MostBytes(size)))
	};
}
/** A value as JSON holds it. Pandas writes a missing number as NaN. */
function jsonOf(value, most) {
	most.take(typeof value === "string" ? value.length : 1);
	if (typeof value === "bigint") return wholeNumber(value);
	if (value instanceof Date) return value.toISOString();
	if (value instanceof Uint8Array) return textOf(value, most);
	if (ArrayBuffer.isView(value)) return Array.from(value, (each) => jsonOf(each, most));
	if (Array.isArray(value)) return value.map((each) => jsonOf(each, most));
	if (typeof value === "object" && value !== null) {
		const entries = Object.entries(value).map(([name, member]) => [name, jsonOf(member, most)]);
		if (entries.some(([name]) => name === "__proto__")) throw new Error("a column has the name __proto__");
		return Object.fromEntries(entries);
	}
	return value === void 0 || Number.isNaN(value) ? null : value;
}
function wholeNumber(value) {
	const number = Number(value);
	if (Number.isSafeInteger(number)) return number;
	throw new Error(`the whole number ${value} is larger than JSON holds exactly: write it as a text`);
}
/** Columns that do not say that they are text: text all the same where it is UTF-8, else Base64, as of pictures. */
function textOf(bytes, most) {
	most.take(bytes.length);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return Buffer.from(bytes).toString("base64");
	}
}

// src/tasks/datasets/read.ts
/** Largest dataset, after decompression: rows are held in memory, and V8 strings end at 512 MiB. */
const MAX_DATASET_BYTES = 268435456;
/**
* The content of a file, unpacked if it is gzip or Zstandard (whatever its name).
*
* @throws WeighbridgeError `data` when it is missing, too large or damaged
*/
async function readDatasetBytes(file, maxBytes = MAX_DATASET_BYTES) {
	return unpack(await readBytes(file, maxBytes), file, maxBytes);
}
/**
* UTF-8 text without a byte order mark.
*
* @throws WeighbridgeError `data`
*/
function decodeText(bytes, file) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (cause) {
		throw new WeighbridgeError("data", "the file is not UTF-8 text", {
			at: {
				file,
				line: lineOfBadByte(bytes)
			},
			fix: "save it as UTF-8",
			cause
		});
	}
}
const UNREADABLE = {
	ENOENT: "no such file",
	EISDIR: "this is a folder, not a file",
	EACCES: "reading is not permitted"
};
async function readBytes(file, maxBytes) {
	try {
		const { size } = await stat(file);
		if (size > maxBytes) throw tooLarge(file, maxBytes);
		return await readFile(file);
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		const code = cause.code;
		const message = UNREADABLE[code ?? ""] ?? `cannot be read (${code})`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			cause,
			fix: "name a file that can be read; paths are relative to the config"
		});
	}
}
async function unpack(bytes, file, maxBytes) {
	const packing = packingOf(bytes);
	if (packing === null) return bytes;
	try {
		return await packing.inflate(bytes, maxBytes);
	} catch (cause) {
		if (cause instanceof TooLarge) throw tooLarge(file, maxBytes);
		throw new WeighbridgeError("data", `damaged ${packing.name} data (${messageOf(cause)})`, {
			fix: "copy the file again, or pack it again",
			at: { file },
			cause
		});
	}
}
function tooLarge(file, maxBytes) {
	const mebibytes = Math.round(maxBytes / 1024 / 1024);
	return new WeighbridgeError("data", `larger than ${mebibytes} MiB of text`, {
		at: { file },
		fix: "split the dataset into several tasks"
	});
}
/** Lines are cut at bytes 0x0a, which never occur inside a UTF-8 sequence, so each line can be judged alone. */
function lineOfBadByte(bytes) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let line = 1;
	for (let start = 0; start < bytes.length; line += 1) {
		const newline = bytes.indexOf(10, start);
		const end = newline === -1 ? bytes.length : newline;
		try {
			decoder.decode(bytes.subarray(start, end));
		} catch {
			return line;
		}
		start = end + 1;
	}
	return line;
}

// src/tasks/datasets/shipped.ts
/** `weighbridge:general@1`: rows that ship with this package, of a version that never changes. */
const SHIPPED = /^weighbridge:([a-z-]+)@(\d{1,4})$/;
const isShippedDataset = (written) => written.startsWith("weighbridge:");
/**
* Where the rows of a shipped dataset lie.
* @throws WeighbridgeError `config` for what does not ship with this version
*/
function shippedFile(written) {
	const [, name, version] = SHIPPED.exec(written) ?? [];
	const file = join(packageRoot(), "suites", `${name}-${version}.jsonl`);
	if (name !== void 0 && existsSync(file)) return file;
	throw new WeighbridgeError("config", `${JSON.stringify(written)} does not ship with this version`, { fix: "name a suite in place of a dataset, such as `suite: weighbridge:general` (docs/reference/starter-suites.md)" });
}

// src/tasks/datasets/text.ts
/** A prompt a line; empty lines part them. */
const rowsOfText = (text) => text.split(/\r\n|\n|\r/).flatMap((line, index) => line.trim() === "" ? [] : [{
	line: index + 1,
	fields: { prompt: line.trim() }
}]);

// src/tasks/datasets/yaml.ts
var import_dist = require_dist();
/** Texts of a dataset are written out: aliases that multiply could make a page as large as a library. */
const MAX_ALIASES = 100;
/** YAML 1.2 core, a list of maps. Nothing stands beside the rows: what would be passed over here could be a setting to another program. */
function rowsOfYaml(text, file) {
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		version: "1.2",
		schema: "core",
		merge: false,
		resolveKnownTags: false,
		stringKeys: true,
		prettyErrors: false,
		lineCounter: lines
	});
	const lineOf = (offset) => Math.max(1, lines.linePos(offset ?? 0).line);
	const [fault] = [...document.errors, ...document.warnings];
	if (fault !== void 0) throw new WeighbridgeError("data", `not YAML: ${shortLine(fault.message, 200)}`, {
		at: {
			file,
			line: lineOf(fault.pos[0])
		},
		fix: "correct the line: a file of rows is a list of maps, `- name: …`",
		cause: fault
	});
	const list = document.contents;
	if (!(0, import_dist.isSeq)(list)) throw new WeighbridgeError("data", "expected a list of rows", {
		at: {
			file,
			line: 1
		},
		fix: "make the file a list of maps, each beginning with `- `"
	});
	return list.items.map((item) => {
		const at = {
			file,
			line: lineOf(item?.range?.[0])
		};
		return rowFrom(shallow(rowAt(item, document, at), at), at);
	});
}
function rowAt(node, document, at) {
	try {
		return node.toJS(document, { maxAliasCount: MAX_ALIASES });
	} catch (cause) {
		throw new WeighbridgeError("data", "the row has too many aliases", {
			at,
			cause,
			fix: "write the values out"
		});
	}
}

// src/tasks/datasets/load.ts
const text = (parse) => (bytes, file) => parse(decodeText(bytes, file), file);
/** How a file becomes rows, by the ending of its name (before `.gz` or `.zst`): one row adds a format. */
const FORMATS = {
	".jsonl": text(parseJsonl),
	".ndjson": text(parseJsonl),
	".json": text(rowsOfJson),
	".yml": text(rowsOfYaml),
	".yaml": text(rowsOfYaml),
	".csv": text(parseCsv),
	".tsv": text(parseTsv),
	".parquet": parseParquet,
	".txt": text(rowsOfText)
};
const endingOf = (file) => extname(file.replace(/\.(?:gz|zst)$/i, "")).toLowerCase();
/** Whether a file is one of rows by its name; a text may be one, and is as often a list of words. */
const isDataset = (file) => endingOf(file) !== ".txt" && Object.hasOwn(FORMATS, endingOf(file));
/**
* What a dataset of a config is called here: a path from the root, or a split of the hub.
* @throws WeighbridgeError `config` for one that would ship with this package, and does not
*/
function placeOfDataset(directory, written) {
	if (isShippedDataset(written)) return shippedFile(written);
	return isHubDataset(written) ? written : resolve(directory, written);
}
/** @throws WeighbridgeError `data`, naming file and line */
async function readRows(file, maxBytes = MAX_DATASET_BYTES) {
	if (isHubDataset(file)) return readHubRows(file, maxBytes);
	const ending = endingOf(file);
	const parse = Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : void 0;
	if (parse === void 0) throw new WeighbridgeError("data", `${ending === "" ? "a dataset without an ending" : `a dataset in the format ${JSON.stringify(ending)}`} is not known`, {
		at: { file },
		fix: `use one of ${Object.keys(FORMATS).join(", ")}, also with .gz or .zst`
	});
	return parse(await readDatasetBytes(file, maxBytes), file, maxBytes);
}
/** Lines count on from file to file. */
async function readHubRows(dataset, maxBytes) {
	const rows = [];
	for (const file of await hubFiles(dataset, maxBytes)) {
		const before = rows.length;
		for (const { line, fields } of await readRows(file, maxBytes)) rows.push({
			line: before + line,
			fields
		});
	}
	return rows;
}
/** @throws WeighbridgeError `data`, naming file and line */
async function loadDataset(file, options = {}) {
	const rows = await readRows(file, options.maxBytes);
	if (rows.length === 0) throw new WeighbridgeError("data", "the dataset has no rows", {
		at: { file },
		fix: "check the step that writes it: a task without samples can never be judged"
	});
	const { idField } = options;
	return {
		file,
		digest: digestOfRows(rows.map((row) => row.fields)),
		rows: identifyRows(rows, {
			name: idField ?? "id",
			required: idField !== void 0
		}, file)
	};
}

export { MAX_DATASET_BYTES as a, isHubDataset as c, readRows as i, loadDataset as n, decodeText as o, placeOfDataset as r, readDatasetBytes as s, isDataset as t };