import { r as oneLine } from "./report-escape.js";

// src/core/domain/verdict.ts
/**
* The four verdicts, mildest first.
*
* ```
* pass  <  inconclusive  <  regression  <  invalid
* ```
*
* `invalid` is worst because nothing at all is known: the data were missing, unreadable or not comparable.
*/
const VERDICTS = [
	"pass",
	"inconclusive",
	"regression",
	"invalid"
];
/**
* The worst of several verdicts. Commutative, associative and idempotent.
*
* Nothing judged is nothing known, so `join([])` is `invalid`: an empty set must never become a green check.
*/
function join(verdicts) {
	let worst = -1;
	for (const verdict of verdicts) worst = Math.max(worst, VERDICTS.indexOf(verdict));
	return VERDICTS[worst] ?? "invalid";
}
/** Whether a merge rests on proof: `pass` is the only verdict that is one. */
const isProven = (verdict) => verdict === "pass";
/** Exit codes of the command line and of the action's last step. */
const EXIT_CODES = {
	notBlocked: 0,
	regression: 1,
	inconclusiveAndBlocked: 2,
	invalid: 3,
	wrongUsage: 4,
	ourFault: 5
};
/** The one place where a verdict becomes an exit code. What is invalid blocks, whatever was said of it. */
function verdictExitCode(verdict, blocked) {
	if (verdict === "invalid") return EXIT_CODES.invalid;
	if (!blocked) return EXIT_CODES.notBlocked;
	return verdict === "regression" ? EXIT_CODES.regression : EXIT_CODES.inconclusiveAndBlocked;
}

// src/report/format.ts
/** Shown where there is no number. */
const NOT_AVAILABLE = "unknown";
/** `4 minutes`, for people. */
function formatDuration(seconds) {
	if (seconds < 90) return `${Math.round(seconds)} seconds`;
	const minutes = Math.round(seconds / 60);
	return minutes < 90 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`;
}
/** The first twelve hex digits of a SHA-256, enough to tell two checkpoints apart; any other text as it is. */
function formatDigest(digest) {
	return digest.replace(/^((?:sha256:)?[0-9a-f]{12})[0-9a-f]{52}$/, "$1");
}
/** A gate's metric as a person names it. */
function metricName({ task, metric, against }) {
	return against === void 0 ? `${task}/${metric}` : `${task}/${metric}@${against}`;
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

export { verdictExitCode as _, plainPart as a, NOT_AVAILABLE as c, formatDuration as d, metricName as f, join as g, isProven as h, ours as i, daysBetween as l, VERDICTS as m, inline as n, strong as o, EXIT_CODES as p, joined as r, toPlain as s, code as t, formatDigest as u };