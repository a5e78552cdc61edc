import { J as isObject, jt as WeighbridgeError } from "./core-domain-history.js";
import { o as parseLenientJson } from "./results-formats-json.js";

// src/tasks/curves/entry.ts
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const NAMED_NUMBERS = /* @__PURE__ */ new Map([
	["nan", NaN],
	["inf", Number.POSITIVE_INFINITY],
	["infinity", Number.POSITIVE_INFINITY]
]);
/** A number as programs write one in a text; null for anything else. */
function numberOf(text) {
	const trimmed = text.trim();
	if (NUMBER.test(trimmed)) return Number(trimmed);
	const size = NAMED_NUMBERS.get(trimmed.replace(/^[+-]/, "").toLowerCase());
	return size === void 0 ? null : trimmed.startsWith("-") ? -size : size;
}
/**
* The numbers of one object of a log. An empty text and Python's None are nothing that was logged; null may be.
* @throws WeighbridgeError `data` where it is no object
*/
function entryOf(value, file, line) {
	if (!isObject(value)) throw new WeighbridgeError("data", "an entry of the training log is not an object of names and numbers", {
		at: line === null ? { file } : {
			file,
			line
		},
		fix: "give one object an entry, such as {\"step\": 10, \"loss\": 1.2}"
	});
	const values = Object.entries(value).flatMap(([name, each]) => {
		if (each === null || each === "" || each === "None") return [];
		if (typeof each === "number") return [[name, each]];
		return [[name, typeof each === "string" ? numberOf(each) : null]];
	});
	const nulls = Object.keys(value).filter((name) => value[name] === null);
	return {
		file,
		line,
		values: new Map(values),
		...nulls.length === 0 ? {} : { nulls }
	};
}

// src/tasks/curves/trainer-state.ts
/**
* Null of another JSON value. The form is that of `TrainerState` in transformers: an object with a list `log_history` of flat objects.
*/
function trainerStateOf(value, file) {
	if (!isObject(value) || !Array.isArray(value.log_history)) return null;
	const { log_history: log, ...state } = value;
	return {
		state,
		entries: log.map((entry) => entryOf(entry, file, null))
	};
}
/** The same of a file that is one by its name, also before its first entry. @throws WeighbridgeError `data` for what is no JSON */
function parseTrainerState(text, file) {
	const value = parseLenientJson(text, { file });
	return trainerStateOf(value, file) ?? (isObject(value) ? {
		state: value,
		entries: []
	} : null);
}

export { trainerStateOf as n, entryOf as r, parseTrainerState as t };