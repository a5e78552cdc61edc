import { stripVTControlCharacters } from "node:util";

// src/adapters/process/tail.ts
/** Keeps the end of a stream of output, at most `limit` bytes of it. */
var Tail = class {
	#limit;
	#chunks = [];
	#length = 0;
	#dropped = false;
	constructor(limit) {
		this.#limit = limit;
	}
	push(chunk) {
		this.#chunks.push(chunk);
		this.#length += chunk.length;
		if (this.#length > this.#limit * 2) this.#compact();
	}
	/** The kept output as plain text: a cut is marked, colours and other control characters are gone. */
	text() {
		this.#compact();
		const text = plainText(Buffer.concat(this.#chunks).toString("utf8"));
		return this.#dropped ? `… ${text.replace(/^\uFFFD+/, "")}` : text;
	}
	#compact() {
		if (this.#length <= this.#limit) return;
		const kept = Buffer.concat(this.#chunks).subarray(-this.#limit);
		this.#chunks = [kept];
		this.#length = kept.length;
		this.#dropped = true;
	}
};
/** What a program printed is shown to people in terminals and logs: it must not steer them. */
function plainText(text) {
	return stripVTControlCharacters(text).replace(/[^\P{Cc}\n\t]/gu, "");
}

export { plainText as n, Tail as t };