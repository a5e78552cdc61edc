import { o as parseLenientJson } from "./results-formats-json.js";
import { t as HELD } from "./results-formats-plain-row.js";

// src/results/formats/plain/line-shape.ts
/** Kinds of lines that are held at once, such as one a metric. */
const MOST_SHAPES = 16;
/** After so many lines of which none was like another, no more shapes are made, nor looked for. */
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
const [ZERO, NINE, MINUS, POINT] = [
	48,
	57,
	45,
	46
];
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/**
* What all lines of a kind have in common, byte for byte, around what differs. A text without quotes, backslashes and control
* characters can stand for another one in JSON, and a number for a number, without anything else in the line meaning
* something else: so that what the parser made of one such line holds for all, and no other is taken for one.
*/
var LineShape = class {
	row;
	#texts;
	#holes;
	#least;
	id;
	held;
	score;
	/** @param texts before each hole, and behind the last one */
	constructor(row, texts, holes) {
		this.row = row;
		this.score = row.score;
		this.#texts = texts;
		this.#holes = holes;
		this.#least = texts.reduce((length, text) => length + text.length, 0);
		const spanOf = (of) => holes.find((hole) => hole.of === of) ?? null;
		this.id = spanOf("id") ?? {
			start: 0,
			end: 0
		};
		this.held = HELD.map(spanOf);
	}
	/** Whether the line is one of these: then its score, and where all else stands, are its own. */
	matches(line) {
		if (line.length < this.#least) return false;
		const [texts, holes] = [this.#texts, this.#holes];
		let at = 0;
		for (let index = 0; index < holes.length; index += 1) {
			const text = texts[index];
			if (!hasAt(line, text, at)) return false;
			const hole = holes[index];
			const start = at + text.length;
			at = hole.filling === "score" ? this.#scoreAt(line, start) : endOf(hole.filling, line, start);
			if (at === -1) return false;
			hole.start = hole.isQuoted ? start - 1 : start;
			hole.end = at;
		}
		const last = texts[holes.length];
		return line.length === at + last.length && hasAt(line, last, at);
	}
	#scoreAt(line, start) {
		const end = valueEnd(line, start);
		const first = line[start];
		const score = end === start + 1 && first >= ZERO && first <= NINE ? first - ZERO : numberIn(line, start, end);
		this.score = score;
		return Number.isNaN(score) ? -1 : end;
	}
};
/** -1 where it is none of these. */
function endOf(filling, line, start) {
	if (filling === "text" || filling === "name") return textEnd(line, start, filling === "name");
	const end = numberEnd(line, start, filling === "text number");
	return filling !== "positive" || end !== -1 && numberIn(line, start, end) > 0 ? end : -1;
}
/** Where a text ends; -1 where it is none that can be taken as it is. */
function textEnd(line, start, isName) {
	let end = start;
	for (; end < line.length; end += 1) {
		const byte = line[end];
		if (byte === QUOTE) break;
		if (byte < SPACE || byte > TILDE || byte === BACKSLASH) return -1;
	}
	return isName && end === start || end - start > 256 ? -1 : end;
}
/** Where what is no text ends. */
function valueEnd(line, start) {
	let end = start;
	for (; end < line.length; end += 1) {
		const byte = line[end];
		if (byte === COMMA || byte === BRACE || byte === SPACE || byte === CARRIAGE_RETURN) break;
	}
	return end;
}
/** Where a number ends; -1 where it is none, or has to be a text, which is what a whole number is as it is written. */
function numberEnd(line, start, isText) {
	const end = valueEnd(line, start);
	const first = line[start] === MINUS ? start + 1 : start;
	let [points, others] = [0, first === end ? 1 : 0];
	for (let at = first; at < end; at += 1) {
		const byte = line[at];
		if (byte === POINT && at > first && at < end - 1) points += 1;
		else if (byte < ZERO || byte > NINE) others += 1;
	}
	const isPlain = others === 0 && (line[first] !== ZERO || end === first + 1 || line[first + 1] === POINT);
	if (isText) return isPlain && points === 0 && end - first <= LONGEST_INTEGER && (first === start || line[first] !== ZERO) ? end : -1;
	if (isPlain && points <= 1 && end - first <= (points === 0 ? LONGEST_INTEGER : LONGEST_SCORE)) return end;
	return line[first] >= ZERO && line[first] <= NINE && !Number.isNaN(numberIn(line, start, end)) ? end : -1;
}
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
		if (this.#vain > MOST_VAIN) this.#shapes.length = 0;
		if (this.#vain > MOST_VAIN || text.length > LONGEST_LINE || row.filter !== void 0) return;
		const shape = shapeOf(text, row);
		if (shape === null) return;
		this.#shapes.unshift(shape);
		if (this.#shapes.length > MOST_SHAPES) this.#shapes.pop();
	}
};
/** What may stand for another one in a line, and how: as a text, and as a number. */
const FILLINGS = {
	id: ["name", null],
	score: [null, "score"],
	group: ["name", "text number"],
	cluster: ["name", "text number"],
	weight: [null, "positive"],
	target: ["text", "number"],
	output: ["text", "text number"]
};
const PROBES = ["a text that stands for others", 5];
/** Null where what the parser makes of the line with another id, another score and so on is not the same with these. */
function shapeOf(text, row) {
	if (/[^\x20-\x7e\r]|\\/.test(text)) return null;
	const holes = Object.keys(FILLINGS).flatMap((of) => {
		const [, ofText, ofNumber] = new RegExp(`"${of}"\\s*:\\s*(?:"([^"]*)"|(${of === "score" ? "true|false|" : ""}-?\\d[^\\s,}]*))`, "d").exec(text)?.indices ?? [];
		const [start, end] = ofText ?? ofNumber ?? [-1, -1];
		const filling = FILLINGS[of]?.[ofText === void 0 ? 1 : 0] ?? null;
		if (start === -1 || filling === null) return [];
		return [{
			of,
			filling,
			isQuoted: ofText !== void 0 && of !== "id",
			start,
			end
		}];
	});
	if (holes[0]?.of !== "id") return null;
	holes.sort((one, other) => one.start - other.start);
	const texts = [...holes, null].map((hole, index) => text.slice(holes[index - 1]?.end ?? 0, hole?.start));
	const probeOf = ({ filling }) => PROBES[filling === "name" || filling === "text" ? 0 : 1];
	const probes = Object.fromEntries(holes.map((hole) => [hole.of, probeOf(hole)]));
	try {
		const told = (line) => parseLenientJson(line, row.at);
		const probed = told(texts.map((each, index) => `${each}${index < holes.length ? probeOf(holes[index]) : ""}`).join(""));
		if (JSON.stringify(probed) !== JSON.stringify({
			...told(text),
			...probes
		})) return null;
	} catch {
		return null;
	}
	return new LineShape(row, texts.map((each) => Buffer.from(each, "latin1")), holes);
}

export { LineShapes as t };