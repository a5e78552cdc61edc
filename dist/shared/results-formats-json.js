import { i as __toESM } from "./rolldown-runtime.js";
import { t as require_lib } from "./npm-json5.js";
import { J as isObject, Q as refuseRepeatedKeys, et as survey, jt as WeighbridgeError } from "./core-domain-history.js";
import { r as lineGroups, t as MAX_LINE_BYTES } from "./results-store-lines.js";
import { d as readText, n as bytesOf } from "./results-formats-files.js";

// src/results/formats/json.ts
var import_lib = /* @__PURE__ */ __toESM(require_lib(), 1);
const NEWLINE = 10;
/**
* Parses what Python's `json` writes: JSON in which a number may also be `NaN`, `Infinity` or `-Infinity`.
*
* JSON5 knows these tokens and is fifty times slower, so it is asked only where strict JSON fails. It warns on the
* console of raw U+2028 and U+2029, which JSON allows in strings only and the harness writes: they are escaped before.
* @throws WeighbridgeError `data`
*/
function parsePythonJson(text, at) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		const strict = new WeighbridgeError("data", `not JSON: ${cause.message}`, {
			at,
			cause
		});
		if (!/\b(?:NaN|Infinity)\b/.test(text)) throw strict;
		try {
			JSON.parse(text.replace(OTHER_NUMBERS, (token) => token.startsWith("\"") ? token : "0"));
			return import_lib.default.parse(text.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029"));
		} catch {
			throw strict;
		}
	}
}
/** Texts, in which they are words, and the numbers that JSON does not have. */
const OTHER_NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/g;
const TEXTS_AND_NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;
const INTEGER = /^-?\d+$/;
/** An integer beyond 2^53, such as an id of a database, as a text: as a number two of them would become one. */
function withExactIntegers(text) {
	return text.replace(TEXTS_AND_NUMBERS, (token) => INTEGER.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token);
}
/** @throws WeighbridgeError `data`, also for what is nested too deep or says a key twice */
function parseLenientJson(text, at) {
	const value = parsePythonJson(text, at);
	const { keys, hasHuge } = survey(value, at);
	refuseRepeatedKeys(text, keys, at);
	return hasHuge ? parsePythonJson(withExactIntegers(text), at) : value;
}
/** @throws WeighbridgeError `data` also for what is no JSON or nested too deep */
async function readJson(file) {
	const { text, digest } = await readText(file);
	return {
		value: parseLenientJson(text, { file }),
		digest
	};
}
/**
* A value of which only what a schema names is kept.
* @param what whose it is, as in `not results of HELM`
* @throws WeighbridgeError `data` naming the place and the key
*/
function parseAs(schema, value, what, at) {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const key = [at.key, ...issue?.path ?? []].filter((part) => part !== void 0).join(".");
	const message = `not ${what}: ${issue?.message ?? ""}`;
	throw new WeighbridgeError("data", message, {
		at: {
			...at,
			key
		},
		cause: parsed.error
	});
}
/** @throws WeighbridgeError `data` naming the file and the key */
async function readJsonAs(file, schema, what) {
	const { value, digest } = await readJson(file);
	return {
		value: parseAs(schema, value, what, { file }),
		digest
	};
}
/**
* The objects of a JSONL file, one a line; blank lines are passed over. A last line without an end is taken when it is a
* whole object, which no torn one is.
* @throws WeighbridgeError `data` with file and line
*/
async function* jsonLines(...from) {
	for await (const lines of jsonLineGroups(...from)) yield* lines;
}
/** The same in groups, of which each is gone through before the next is asked for. */
async function* jsonLineGroups(file, options = {}) {
	const { first = 1, last = Infinity } = options.range ?? {};
	const ending = { isWhole: true };
	let isOver = false;
	function* objectsIn(lines) {
		for (const { number, text } of lines) {
			isOver = number > last;
			if (isOver) return;
			if (number < first || text.trim() === "") continue;
			const at = {
				file,
				line: number
			};
			yield {
				members: parseLine(text, at, ending),
				at
			};
		}
	}
	const chunks = ended(bytesOf(file, options.hash), ending);
	for await (const lines of lineGroups(file, MAX_LINE_BYTES, chunks)) {
		yield objectsIn(lines);
		if (isOver) return;
	}
}
function parseLine(text, at, ending) {
	let value;
	try {
		value = parseLenientJson(text, at);
	} catch (error) {
		throw ending.isWhole ? error : cutOff(at, error);
	}
	if (isObject(value)) return value;
	throw new WeighbridgeError("data", "a line must be an object", { at });
}
/** Bytes of which the last line has an end in any case. */
async function* ended(chunks, ending) {
	for await (const chunk of chunks) {
		if (chunk.length > 0) ending.isWhole = chunk[chunk.length - 1] === NEWLINE;
		yield chunk;
	}
	if (!ending.isWhole) yield Buffer.of(NEWLINE);
}
const cutOff = (at, cause) => new WeighbridgeError("data", "the last line is cut off", {
	at,
	fix: "evaluate again: whoever wrote this file was stopped, or it was copied in part",
	cause
});

export { parseAs as a, parsePythonJson as c, jsonLines as i, readJson as l, ended as n, parseLenientJson as o, jsonLineGroups as r, parseLine as s, cutOff as t, readJsonAs as u };