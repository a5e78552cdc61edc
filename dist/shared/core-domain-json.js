import { n as WeighbridgeError } from "./core-domain-errors.js";

// src/core/domain/json.ts
/** Nothing that is written for us nests this deep, and what goes over it recursively must not run out of stack. */
const MAX_JSON_DEPTH = 100;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/**
* Parses JSON that somebody else wrote. JSON.parse itself takes any depth, and makes of `__proto__` a key like any other.
* @throws WeighbridgeError `data` for what is no JSON, says a key twice or is nested too deep
*/
function parseJson(text, at, fix) {
	const value = parseAnswer(text, at, fix);
	refuseRepeatedKeys(text, value, at);
	return value;
}
/** As `parseJson`, for what a model said: that it says a key twice is nobody's attempt to be read in two ways. */
function parseAnswer(text, at, fix) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		const detail = fix === void 0 ? {
			at,
			cause
		} : {
			at,
			cause,
			fix
		};
		throw new WeighbridgeError("data", `not JSON: ${cause.message}`, detail);
	}
	return shallow(value, at);
}
/** The value itself. @throws WeighbridgeError `data` where it is nested too deep */
function shallow(value, at) {
	if (!isDeeper(value, 100)) return value;
	throw new WeighbridgeError("data", `nested deeper than ${100} levels`, {
		at,
		fix: "write it flatter: no result or dataset needs so many levels"
	});
}
function isDeeper(value, levels) {
	if (typeof value !== "object" || value === null) return false;
	return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
/**
* Of a key that an object says twice JSON.parse takes the last, other programs the first: what the one shows a reviewer is
* not what the other judges.
* @param text JSON, in which numbers may also be Python's `NaN` and `Infinity`
* @param value what was parsed of it
* @throws WeighbridgeError `data` naming the key
*/
function refuseRepeatedKeys(text, value, at) {
	if (colonsAfterQuotes(text) === keysIn(value)) return;
	const open = [];
	for (let index = 0; index < text.length; index += 1) switch (text.charAt(index)) {
		case "{":
			open.push(/* @__PURE__ */ new Set());
			break;
		case "[":
			open.push(null);
			break;
		case "}":
		case "]":
			open.pop();
			break;
		case "\"": {
			const end = endOfText(text, index);
			const keys = open.at(-1) ?? null;
			if (keys !== null && isFollowedByColon(text, end)) {
				const raw = text.slice(index, end + 1);
				const key = raw.includes("\\") ? String(JSON.parse(raw)) : raw.slice(1, -1);
				if (keys.has(key)) throw new WeighbridgeError("data", `the key ${JSON.stringify(key)} is there twice`, {
					at,
					fix: "have the program that wrote it say the key once: readers differ in which value they take"
				});
				keys.add(key);
			}
			index = end;
		}
	}
}
function colonsAfterQuotes(text) {
	let count = 0;
	for (let colon = text.indexOf(":"); colon !== -1; colon = text.indexOf(":", colon + 1)) {
		let before = colon - 1;
		while (before >= 0 && isBlank(text.charCodeAt(before))) before -= 1;
		if (text.charCodeAt(before) === QUOTE) count += 1;
	}
	return count;
}
const QUOTE = 34;
/** What JSON allows between a key and its colon. */
const isBlank = (unit) => unit === 32 || unit === 9 || unit === 10 || unit === 13;
/** Keys of a value and of all within it. */
function keysIn(value) {
	if (typeof value !== "object" || value === null) return 0;
	const members = Array.isArray(value) ? value : Object.values(value);
	let count = Array.isArray(value) ? 0 : members.length;
	for (const member of members) if (typeof member === "object") count += keysIn(member);
	return count;
}
/** Where the text that begins at a quote ends. */
function endOfText(text, start) {
	for (let end = text.indexOf("\"", start + 1); end !== -1; end = text.indexOf("\"", end + 1)) {
		let escapes = 0;
		while (text.charAt(end - 1 - escapes) === "\\") escapes += 1;
		if (escapes % 2 === 0) return end;
	}
	return text.length;
}
function isFollowedByColon(text, end) {
	let next = end + 1;
	while (" 	\r\n".includes(text.charAt(next)) && next < text.length) next += 1;
	return text.charAt(next) === ":";
}

export { shallow as a, refuseRepeatedKeys as i, parseAnswer as n, parseJson as r, isObject as t };