// src/core/domain/short-line.ts
/** Controls, and characters that change how text reads without being seen (Unicode: Cc, Cf, Zl, Zp, surrogates). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu;
/**
* What another program, a server or a model said, for a message of ours: on one line, without what cannot be seen, of at most `most`
* characters and an ellipsis where more was said.
*/
function shortLine(text, most) {
	const line = text.slice(0, 20 * most).replace(UNSEEN, " ").trim();
	const shown = [...line].slice(0, most).join("");
	return shown.length < line.length || text.length > 20 * most ? `${shown}…` : line;
}

// src/core/domain/errors.ts
var WeighbridgeError = class extends Error {
	name = "WeighbridgeError";
	kind;
	fix;
	at;
	constructor(kind, message, detail = {}) {
		super(message, { cause: detail.cause });
		this.kind = kind;
		this.fix = detail.fix;
		this.at = detail.at;
	}
	/** The error as a person reads it: where, what, and what to do. */
	describe() {
		const place = this.at === void 0 ? "" : `${formatLocation(this.at)}: `;
		const fix = this.fix === void 0 ? "" : `\n  fix: ${this.fix}`;
		return `${place}${this.message}${fix}`;
	}
};
/** The same error with what to do about it, where it does not say that itself. */
function withFix(error, fix) {
	if (error.fix !== void 0 || error instanceof IssueList) return error;
	const at = error.at === void 0 ? {} : { at: error.at };
	return new WeighbridgeError(error.kind, error.message, {
		...at,
		fix,
		cause: error
	});
}
/** Several faults of one file, reported at once so that nobody fixes them one run at a time. */
var IssueList = class extends WeighbridgeError {
	issues;
	constructor(kind, issues) {
		super(kind, issues.map((issue) => issue.describe()).join("\n"));
		this.issues = issues;
	}
	describe() {
		return this.message;
	}
};
function formatLocation({ file, line, column, key }) {
	const place = [
		file,
		line,
		column
	].filter((part) => part !== void 0).join(":");
	return key === void 0 ? place : `${place} (${shortLine(key, 200)})`;
}
/** The text of anything that was thrown. */
function messageOf(error) {
	if (error instanceof WeighbridgeError) return error.describe();
	return error instanceof Error ? error.message : String(error);
}
/** Closes a union: a new member that is not handled fails to compile. */
function assertNever(value) {
	throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}

export { messageOf as a, formatLocation as i, WeighbridgeError as n, withFix as o, assertNever as r, shortLine as s, IssueList as t };