import { n as WeighbridgeError } from "./core-domain-errors.js";
import { i as CsvError, t as parse } from "./npm-csv-parse.js";
import { A as refuseRepeatedKeys, M as canonicalJson, j as shallow, k as parseJson } from "./core-domain-sample.js";
import { extname } from "node:path";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { readFile, stat } from "node:fs/promises";

// src/tasks/datasets/digest.ts
/** SHA-256 of a value's canonical JSON, in hex. */
function datasetDigest(value) {
	return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
/**
* SHA-256 over the rows in order, in hex. It speaks of the rows, not of the file: the same rows as JSONL, JSON or CSV,
* compressed or not, have one digest.
*/
function digestOfRows(rows) {
	const hash = createHash("sha256");
	for (const row of rows) hash.update(canonicalJson(row)).update("\n");
	return hash.digest("hex");
}

// src/tasks/datasets/csv.ts
/** Comma-separated values with a header row. Every value is a string: nothing is guessed to be a number. */
function parseCsv(text, file) {
	try {
		const records = parse(text, {
			columns: (header) => checkHeader(header, file),
			info: true,
			skip_empty_lines: true,
			relax_column_count: false
		});
		let line = 2;
		return records.map(({ record, info }) => {
			const row = {
				line: Math.min(line, info.lines),
				fields: record
			};
			line = info.lines + 1;
			return row;
		});
	} catch (cause) {
		if (!(cause instanceof CsvError)) throw cause;
		const at = typeof cause.lines === "number" ? {
			file,
			line: cause.lines
		} : { file };
		throw new WeighbridgeError("data", `not CSV: ${cause.message}`, {
			at,
			cause,
			fix: "write fields with commas, quotes or line breaks in double quotes"
		});
	}
}
const NAMES = "give every column a name of its own in the first line";
function checkHeader(header, file) {
	const seen = /* @__PURE__ */ new Set();
	for (const [index, name] of header.entries()) {
		const at = {
			file,
			line: 1,
			column: index + 1
		};
		if (name.trim() === "") throw new WeighbridgeError("data", `column ${index + 1} has no name`, {
			at,
			fix: NAMES
		});
		if (name === "__proto__" || seen.has(name)) throw new WeighbridgeError("data", `the column name ${JSON.stringify(name)} is taken`, {
			at,
			fix: NAMES
		});
		seen.add(name);
	}
	return [...header];
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
	refuseRepeatedKeys(text, { file });
	const lines = elements(text).map((element) => element.line);
	return listIn(shallow(value, { file }), file).map((row, index) => rowFrom(row, {
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

// src/tasks/datasets/read-text.ts
/** Largest dataset, after decompression: rows are held in memory, and V8 strings end at 512 MiB. */
const MAX_DATASET_BYTES = 268435456;
const inflate = promisify(gunzip);
/**
* A text file, unpacked if its content is gzip (whatever its name), without a byte order mark.
*
* @throws WeighbridgeError `data` when it is missing, too large, damaged or not UTF-8
*/
async function readDatasetText(file, maxBytes = MAX_DATASET_BYTES) {
	const bytes = await unpack(await readBytes(file, maxBytes), file, maxBytes);
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
	if (bytes[0] !== 31 || bytes[1] !== 139) return bytes;
	try {
		return await inflate(bytes, { maxOutputLength: maxBytes });
	} catch (cause) {
		if (cause.code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(file, maxBytes);
		throw new WeighbridgeError("data", `damaged gzip data (${cause.message})`, {
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

// src/tasks/datasets/load.ts
/** How a file becomes rows, by the ending of its name (before `.gz`): one row adds a format. */
const FORMATS = {
	".jsonl": parseJsonl,
	".ndjson": parseJsonl,
	".json": rowsOfJson,
	".csv": parseCsv
};
const endingOf = (file) => extname(file.replace(/\.gz$/i, "")).toLowerCase();
/** Whether a file is one of rows by its name. */
const isDataset = (file) => Object.hasOwn(FORMATS, endingOf(file));
/** @throws WeighbridgeError `data`, naming file and line */
async function readRows(file, maxBytes = MAX_DATASET_BYTES) {
	const ending = endingOf(file);
	const parse = isDataset(file) ? FORMATS[ending] : void 0;
	if (parse === void 0) throw new WeighbridgeError("data", `${ending === "" ? "a dataset without an ending" : `a dataset in the format ${JSON.stringify(ending)}`} is not known`, {
		at: { file },
		fix: `use one of ${Object.keys(FORMATS).join(", ")}, also with .gz`
	});
	return parse(await readDatasetText(file, maxBytes), file);
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

export { datasetDigest as i, loadDataset as n, readRows as r, isDataset as t };