import { I as plural } from "./core-domain-history.js";
import { r as oneLine } from "./report-escape.js";

// src/report/format.ts
/** Shown where there is no number. */
const NOT_AVAILABLE = "unknown";
/** `4 minutes`, for people. */
function formatDuration(seconds) {
	if (seconds < 90) return plural(Math.round(seconds), "second");
	const minutes = Math.round(seconds / 60);
	if (minutes < 90) return plural(minutes, "minute");
	return `${plural(Math.floor(minutes / 60), "hour")} ${plural(minutes % 60, "minute")}`;
}
const DAY_MS = 864e5;
/** Whole days between two moments; null where either is none. */
function daysBetween(earlier, later) {
	const days = (Date.parse(later ?? "") - Date.parse(earlier)) / DAY_MS;
	return Number.isFinite(days) ? Math.max(0, Math.floor(days)) : null;
}

// src/report/inline.ts
/** Builds a line: the literal parts are trusted, every interpolated string is data. */
function inline(literals, ...values) {
	return literals.flatMap((literal, index) => {
		const value = values[index];
		const data = typeof value === "string" ? [{
			kind: "prose",
			text: value
		}] : value ?? [];
		return literal === "" ? data : [{
			kind: "ours",
			text: literal
		}, ...data];
	});
}
/** Text of this program that is not a literal where it is used. */
const ours = (text) => text === "" ? [] : [{
	kind: "ours",
	text
}];
const strong = (text) => [{
	kind: "strong",
	text
}];
/** A name, path or identifier. */
const code = (text) => [{
	kind: "code",
	text
}];
/** Those that say anything, one after the other. */
function joined(lines, separator = " ") {
	return lines.filter(({ length }) => length > 0).flatMap((line, index) => index === 0 ? line : [...ours(separator), ...line]);
}
/** Without markup, for terminals, logs and the `summary` field; still one line and free of control characters. */
function toPlain(line) {
	return line.map(plainPart).join("");
}
function plainPart(part) {
	if (part.kind === "link") return `${part.text}: ${part.url}`;
	return part.kind === "prose" || part.kind === "code" ? oneLine(part.text) : part.text;
}

export { plainPart as a, NOT_AVAILABLE as c, ours as i, daysBetween as l, inline as n, strong as o, joined as r, toPlain as s, code as t, formatDuration as u };