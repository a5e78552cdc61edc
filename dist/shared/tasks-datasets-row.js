import { jt as WeighbridgeError } from "./core-domain-history.js";

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

export { rowFrom as t };