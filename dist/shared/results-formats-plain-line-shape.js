import { o as parseLenientJson } from "./results-formats-json.js";

// src/results/formats/plain/line-shape.ts
/** Kinds of lines that are held at once, such as one a metric. */
const MOST_SHAPES = 16;
/** After so many lines of which none was like another, no more shapes are made. */
const MOST_VAIN = 256;
/** Longer lines are not looked at for what they have in common. */
const LONGEST_LINE = 4096;
/** More digits than these may be an integer that no number holds. */
const LONGEST_SCORE = 24;
const LONGEST_INTEGER = 15;
/** Longer ones are refused, which the parser's reader says. */
const LONGEST_ID = 256;
const [QUOTE, BACKSLASH, COMMA, BRACE, SPACE, TILDE, CARRIAGE_RETURN] = [
	34,
	92,
	44,
	125,
	32,
	126,
	13
];
const [ZERO, NINE] = [48, 57];
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/**
* What all lines of a kind have in common, byte for byte, around an id and a score. A text without quotes, backslashes and control
* characters can stand for another one in JSON, and a number for a number, without anything else in the line meaning
* something else: so that what the parser made of one such line holds for all, and no other is taken for one.
*/
var LineShape = class {
	row;
	#texts;
	#isIdFirst;
	start = 0;
	end = 0;
	score = NaN;
	constructor(row, texts, isIdFirst) {
		this.row = row;
		this.#texts = texts;
		this.#isIdFirst = isIdFirst;
	}
	/** Whether the line is one of these: then `start`, `end` and `score` are its own. */
	matches(line) {
		const [before, between, after] = this.#texts;
		if (line.length < before.length + between.length + after.length || !hasAt(line, before, 0)) return false;
		const first = this.#isIdFirst ? this.#idAt(line, before.length) : this.#scoreAt(line, before.length);
		if (first === -1 || !hasAt(line, between, first)) return false;
		const second = first + between.length;
		const last = this.#isIdFirst ? this.#scoreAt(line, second) : this.#idAt(line, second);
		return last !== -1 && line.length === last + after.length && hasAt(line, after, last);
	}
	/** @returns where it ends; -1 where it is none that can be taken as it is */
	#idAt(line, start) {
		let end = start;
		for (; end < line.length; end += 1) {
			const byte = line[end];
			if (byte === QUOTE) break;
			if (byte < SPACE || byte > TILDE || byte === BACKSLASH) return -1;
		}
		if (end === start || end - start > 256) return -1;
		this.start = start;
		this.end = end;
		return end;
	}
	#scoreAt(line, start) {
		let end = start;
		for (; end < line.length; end += 1) {
			const byte = line[end];
			if (byte === COMMA || byte === BRACE || byte === SPACE || byte === CARRIAGE_RETURN) break;
		}
		const first = line[start];
		this.score = end === start + 1 && first >= ZERO && first <= NINE ? first - ZERO : numberIn(line, start, end);
		return Number.isNaN(this.score) ? -1 : end;
	}
};
function hasAt(line, text, at) {
	if (at + text.length > line.length) return false;
	for (let index = 0; index < text.length; index += 1) if (line[at + index] !== text[index]) return false;
	return true;
}
/** NaN for anything that JSON or this table's reader would not take for just that number. */
function numberIn(line, start, end) {
	if (end - start > LONGEST_SCORE) return NaN;
	const text = line.toString("latin1", start, end);
	if (text === "true" || text === "false") return Number(text === "true");
	if (!NUMBER.test(text) || text.length > LONGEST_INTEGER && /^-?\d+$/.test(text)) return NaN;
	const number = Number(text);
	return Number.isFinite(number) ? number : NaN;
}
/** The shapes of a table's lines, as far as these repeat. */
var LineShapes = class {
	#shapes = [];
	#vain = 0;
	/** What the line says, until the next one is looked at; null for one that has to be parsed. */
	find(line) {
		for (let index = 0; index < this.#shapes.length; index += 1) {
			const shape = this.#shapes[index];
			if (!shape.matches(line)) continue;
			this.#vain = 0;
			return shape;
		}
		return null;
	}
	/** A line that was parsed, and what it came to. */
	learn(text, row) {
		this.#vain += 1;
		if (this.#vain > MOST_VAIN || text.length > LONGEST_LINE || row.filter !== void 0) return;
		const shape = shapeOf(text, row);
		if (shape === null) return;
		this.#shapes.unshift(shape);
		if (this.#shapes.length > MOST_SHAPES) this.#shapes.pop();
	}
};
const ID = /"id"\s*:\s*"([^"\\]*)"/d;
const SCORE = /"score"\s*:\s*(true|false|-?\d[^\s,}]*)/d;
const PROBE = {
	id: "an id that stands for others",
	score: .5
};
/** Null where what the parser makes of the line with another id and another score is not the same with these. */
function shapeOf(text, row) {
	if (/[^\x20-\x7e\r]|\\/.test(text)) return null;
	const [id, score] = [ID, SCORE].map((pattern) => pattern.exec(text)?.indices?.[1]);
	if (id === void 0 || score === void 0) return null;
	const isIdFirst = id[0] < score[0];
	const [[start, end], [nextStart, nextEnd]] = isIdFirst ? [id, score] : [score, id];
	const texts = [
		text.slice(0, start),
		text.slice(end, nextStart),
		text.slice(nextEnd)
	];
	const [one, other] = isIdFirst ? [PROBE.id, PROBE.score] : [PROBE.score, PROBE.id];
	try {
		const told = (line) => parseLenientJson(line, row.at);
		const probed = told(`${texts[0]}${one}${texts[1]}${other}${texts[2]}`);
		if (JSON.stringify(probed) !== JSON.stringify({
			...told(text),
			...PROBE
		})) return null;
	} catch {
		return null;
	}
	const [before, between, after] = texts.map((part) => Buffer.from(part, "latin1"));
	return before === void 0 || between === void 0 || after === void 0 ? null : new LineShape(row, [
		before,
		between,
		after
	], isIdFirst);
}

export { LineShapes as t };