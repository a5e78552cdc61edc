import { $ as shallow, It as shortLine, Pt as messageOf, Q as refuseRepeatedKeys, X as parseJson, et as survey, jt as WeighbridgeError, kt as suggestion } from "./core-domain-history.js";
import { n as digestOfRows, t as datasetDigest } from "./tasks-datasets-digest.js";
import { a as listHub, i as hubFileList, n as gitBlob, o as unfetched, r as hubEndpoint, t as askHub } from "./adapters-http-hub.js";
import { S as unknown, f as looseObject, o as array, s as boolean, u as int, x as union, y as string } from "./npm-zod.js";
import { F as believedFolder, I as cacheFolder, L as isJobOfWorkflow, P as packageRoot } from "./adapters-process-kill-with-parent.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { a as pathMeant, n as makeDirectory } from "./results-store-disk-faults.js";
import { t as rowFrom } from "./tasks-datasets-row.js";
import { n as TooLarge, r as packingOf } from "./tasks-datasets-unpack.js";
import { t as require_dist } from "./npm-yaml.js";
import { dirname, extname, join, resolve } from "node:path";
import { existsSync, statSync } from "node:fs";
import process from "node:process";
import { readFile, readdir, stat } from "node:fs/promises";
import { createHash } from "node:crypto";

// src/tasks/datasets/hub.ts
const FORM = "write hf:org/name@<full commit>#split, such as hf:cais/mmlu@c30699e8356da336a370243923dbaf21066bb9fe#all/test";
const isHubDataset = (written) => /^hf:/.test(written);
/** @throws WeighbridgeError `config` for what names no fixed content */
function parseHubDataset(written) {
	const [, name, commit, split] = /^hf:([\w.-]+\/[\w.-]+)@([^#]+)#(.+)$/.exec(written) ?? [];
	if (name === void 0 || commit === void 0 || split === void 0) throw new WeighbridgeError("config", `${JSON.stringify(written)} names no split of a dataset`, { fix: FORM });
	if (!/^[0-9a-f]{40}$/.test(commit)) throw new WeighbridgeError("config", `${written}: ${commit} may be another dataset tomorrow`, { fix: `name the full commit, 40 hexadecimal digits, from the history of ${hubEndpoint()}/datasets/${name}` });
	return {
		kind: "datasets",
		written,
		name,
		commit,
		split
	};
}
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
		const known = text === null ? null : hubFileList.safeParse(parseJson(text, { file: kept }));
		if (known?.success === true) return known.data;
	}
	requireNetwork(dataset);
	const parquet = (await listHub(dataset)).filter(({ type, path }) => type === "file" && /\.parquet$/i.test(path));
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
	requireNetwork(dataset);
	const response = await askHub(dataset, `/datasets/${dataset.name}/resolve/${dataset.commit}/${path}`, entry.size + 1);
	const bytes = Buffer.from(await response.arrayBuffer());
	if (!isWhole(bytes, entry)) throw unfetched(dataset, `${entry.path} has another digest than the hub lists`);
	await makeDirectory(dirname(file));
	await writeAtomically(file, bytes);
	return file;
}
function isWhole(bytes, { size, oid, lfs }) {
	if (bytes.length !== size) return false;
	return lfs === void 0 ? gitBlob(bytes) === oid : createHash("sha256").update(bytes).digest("hex") === lfs.oid;
}
function requireNetwork(dataset) {
	if (process.env.HF_HUB_OFFLINE !== "1") return;
	if (isJobOfWorkflow(process.env)) throw new WeighbridgeError("data", `${dataset.written} cannot be checked: HF_HUB_OFFLINE forbids to ask which files the commit has, and what an earlier job left in the cache may be others`, { fix: "let this step ask the hub, or commit the data and name the file" });
	throw unfetched(dataset, "it is not in the cache, and HF_HUB_OFFLINE forbids to fetch it");
}

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

// src/tasks/datasets/articles.ts
const questionOf = looseObject({
	id: union([string(), int()]).optional(),
	question: string(),
	answers: array(looseObject({
		text: string(),
		answer_start: int().optional()
	})).optional(),
	is_impossible: boolean().optional()
});
const article = looseObject({
	title: string().optional(),
	paragraphs: array(looseObject({
		context: string(),
		qas: array(questionOf)
	}))
});
/** Other sets have paragraphs too, of which nothing is asked by itself. */
const isArticle = (value) => looseObject({ paragraphs: array(looseObject({ qas: array(unknown()) })) }).safeParse(value).success;
const isOfArticles = (list) => list.length > 0 && list.every(isArticle);
/**
* The questions of an article of SQuAD, versions 1.1 and 2.0, each as a row of the columns that the set has on the Hugging Face hub.
* @throws WeighbridgeError `data`
*/
function questionsOfArticle(value, at) {
	const parsed = article.safeParse(value);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw new WeighbridgeError("data", `an article is not one of SQuAD: ${issue?.message}`, {
			at: {
				...at,
				key: issue?.path.join(".") ?? ""
			},
			fix: "write it as {\"title\", \"paragraphs\": [{\"context\", \"qas\": [{\"id\", \"question\", \"answers\": [{\"text\"}]}]}]}"
		});
	}
	const { title, paragraphs } = parsed.data;
	return paragraphs.flatMap(({ context, qas }) => qas.map(({ id, question, answers, is_impossible: isImpossible }) => {
		if (answers?.length === 0 && isImpossible !== true) throw new WeighbridgeError("data", `the question ${JSON.stringify(id ?? question)} has no answer`, {
			at,
			fix: "give it one, or say \"is_impossible\": true where the passage has none"
		});
		return {
			...id === void 0 ? {} : { id },
			...title === void 0 ? {} : { title },
			context,
			question,
			...answers === void 0 ? {} : { answers: {
				text: answers.map(({ text }) => text),
				answer_start: answers.map((each) => each.answer_start ?? -1)
			} }
		};
	}));
}

// src/tasks/datasets/json.ts
/** A list of objects, or an object of which exactly one member is a list: `{"version": 1, "examples": [...]}`. Articles of SQuAD become their questions. */
function rowsOfJson(text, file) {
	if (text.trim() === "") return [];
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
	refuseRepeatedKeys(text, survey(value, { file }).keys, { file });
	const lines = elements(text).map((element) => element.line);
	const list = listIn(value, file);
	const rowsAt = isOfArticles(list) ? questionsOfArticle : (row) => [row];
	return list.flatMap((each, index) => {
		const at = {
			file,
			line: lines[index] ?? 1
		};
		return rowsAt(each, at).map((row) => rowFrom(row, at));
	});
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
		fix: "make the file a list of objects (of pandas: orient=\"records\"), or an object with a single list; for one object a line use .jsonl"
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
		rows.push(rowFrom(parseJson(source, at, "write one JSON object a line; a file that is one list is called .json"), at));
	}
	return rows;
}

// src/tasks/datasets/read.ts
/** Largest dataset, after decompression: rows are held in memory, and V8 strings end at 512 MiB. */
const MAX_DATASET_BYTES = 268435456;
const LFS_POINTER = "version https://git-lfs";
/**
* The content of a file, unpacked if it is gzip or Zstandard (whatever its name).
*
* @throws WeighbridgeError `data` when it is missing, too large or damaged
*/
async function readDatasetBytes(file, maxBytes = MAX_DATASET_BYTES) {
	const bytes = await readBytes(file, maxBytes);
	if (bytes.subarray(0, 23).toString("latin1") === LFS_POINTER) throw new WeighbridgeError("data", "this is a Git LFS pointer, which stands for the file", {
		at: { file },
		fix: "fetch the file: `git lfs pull`, or `lfs: true` of actions/checkout"
	});
	return unpack(bytes, file, maxBytes);
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
		const fix = `${code === "EISDIR" ? await filesIn(file) : pathMeant(file, "hf:org/name@<full commit>#split")}name a file that can be read; paths are relative to the config`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			cause,
			fix
		});
	}
}
async function filesIn(folder) {
	const names = (await readdir(folder)).filter((name) => !name.startsWith(".")).sort();
	return names.length === 0 ? "" : `it holds ${names.slice(0, 5).join(", ")}: `;
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
	".csv": text(async (...given) => (await import("./tasks-datasets-csv-on-need.js")).parseCsv(...given)),
	".tsv": text(async (...given) => (await import("./tasks-datasets-csv-on-need.js")).parseTsv(...given)),
	".parquet": async (...given) => (await import("./tasks-datasets-parquet.js")).parseParquet(...given),
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
	if (isHubDataset(written)) return written;
	const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(written) ?? [];
	if (scheme === void 0) return resolve(directory, written);
	const [, name] = /^https:\/\/huggingface\.co\/datasets\/([\w.-]+\/[\w.-]+)/.exec(written) ?? [];
	throw new WeighbridgeError("config", `dataset ${written}: this version does not read ${scheme}: addresses`, { fix: name === void 0 ? "download it, and name the file" : `write hf:${name}@<full commit>#split` });
}
/** @throws WeighbridgeError `data`, naming file and line */
async function readRows(file, maxBytes = MAX_DATASET_BYTES) {
	if (isHubDataset(file)) return readHubRows(file, maxBytes);
	const ending = endingOf(file);
	const parse = Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : void 0;
	if (parse === void 0) {
		if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) await readDatasetBytes(file, maxBytes);
		throw new WeighbridgeError("data", `${ending === "" ? "a dataset without an ending" : `a dataset in the format ${JSON.stringify(ending)}`} is not known`, {
			at: { file },
			fix: `use one of ${Object.keys(FORMATS).join(", ")}, also with .gz or .zst`
		});
	}
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
/** Of a dataset, which has some. @throws WeighbridgeError `data`, naming file and line */
async function readSomeRows(file, maxBytes) {
	const rows = await readRows(file, maxBytes);
	if (rows.length > 0) return rows;
	throw new WeighbridgeError("data", "the dataset has no rows", {
		at: { file },
		fix: "check the step that writes it: a task without samples can never be judged"
	});
}
/** @throws WeighbridgeError `data`, naming file and line */
async function loadDataset(file, options = {}) {
	const read = await readSomeRows(file, options.maxBytes);
	const { idField, jsonFields = [] } = options;
	const rows = jsonFields.length === 0 ? read : (await import("./tasks-datasets-json-cells-on-need.js")).withJsonCells(read, jsonFields, file);
	return {
		file,
		digest: digestOfRows(rows.map((row) => row.fields)),
		rows: identifyRows(rows, {
			name: idField ?? "id",
			required: idField !== void 0
		}, file)
	};
}

export { readSomeRows as a, readDatasetBytes as c, readRows as i, isHubDataset as l, loadDataset as n, MAX_DATASET_BYTES as o, placeOfDataset as r, decodeText as s, isDataset as t };