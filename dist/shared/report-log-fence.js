// src/report/escape.ts
/**
* The one module for hostile text: model output, sample ids, group names, paths, error messages of other programs.
*
* Measured on GitHub-flavoured Markdown: a backslash does not stop a mention, `&#64;` is decoded before the mention
* filter runs, and a backtick span in a table cell ends at `\|`. What holds is `<code>` with numeric entities, which
* the mention, issue and emoji filters skip, and a fence longer than any run of backticks in its content.
*/
/** Controls, bidirectional overrides, zero-width and other characters that change how text reads without being seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Text without unseen characters; line breaks become `\n`, tabs stay. */
function visible(text) {
	return text.replace(LINE_BREAK, "\n").replace(UNSEEN, (character) => character === "\n" || character === "	" ? character : "").replace(LONE_SURROGATE, "�");
}
/** Visible text on one line; a line break is shown as ⏎. */
function oneLine(text) {
	return visible(text).replace(/\s*\n\s*/g, " ⏎ ").replace(/\s+/g, " ").trim();
}
/** At most `length` code points, the last of them an ellipsis where something was cut. */
function truncate(text, length) {
	if (text.length <= length) return text;
	const points = Array.from(text);
	return points.length <= length ? text : `${points.slice(0, Math.max(0, length - 1)).join("")}…`;
}
const INLINE_LENGTH = 200;
/** Hostile text as inert inline code, safe in a paragraph, a table cell, a heading and a `<summary>`. */
function htmlCode(text, length = INLINE_LENGTH) {
	const shown = truncate(oneLine(text), length) || "(empty)";
	return `<code>${entities(shown)}</code>`;
}
/** Every ASCII character that could be markup, as a numeric entity. */
const entities = (text) => text.replace(/[^A-Za-z0-9\u0080-\u{10ffff}]/gu, (c) => `&#${c.codePointAt(0)};`);
const PLAIN_WORD = /^["'(]*[A-Za-z]+(?:['-][A-Za-z]+)*[)"',.;:!?]*$/;
const PLAIN_NUMBER = /^\(?[+−-]?\d[\d,]*(?:\.\d+)?%?\)?[,.;:]*$/;
const PLAIN_SIGN = /^[%=→–—…⏎][)"']*[,.;:]*$/;
/** A first word that would start a list where the text starts a line. */
const LIST_MARKER = /^\d+[.)]$/;
const PROSE_LENGTH = 400;
/**
* The words of a hostile sentence: plain ones and numbers are safe as they are, everything else (paths, identifiers, anything
* with markup in it) must become inline code.
*/
function proseWords(text) {
	const isPlain = (word, index) => PLAIN_WORD.test(word) || PLAIN_SIGN.test(word) || PLAIN_NUMBER.test(word) && !(index === 0 && LIST_MARKER.test(word));
	return truncate(oneLine(text), PROSE_LENGTH).split(" ").map((word, index) => ({
		text: word,
		isPlain: isPlain(word, index)
	}));
}

// src/report/log-fence.ts
/**
* What a child process or a model said, made safe for the log of a GitHub job.
*
* The runner reads commands from every line of a step's output: `::name::` after leading blanks, `##[name]` anywhere
* in a line (actions/runner, `ActionCommand.cs`). A model that prints `##[add-path]x` would fail the step, and
* `::add-mask::e` would blot out every "e". The runner also splits at a lone `\r`. So each line gets a visible prefix,
* loses its `##[` and whatever cannot be seen, and is cut where it is too long.
*/
const PREFIX = "  | ";
const LINE_LENGTH = 2e3;
const TOTAL_LENGTH = 5e6;
/** One line of foreign text, without its line break. */
function fenceLine(line) {
	const shown = visible(line).replace(/[\n\t]/g, " ").replaceAll("##[", "##\\[");
	const cut = shown.length > LINE_LENGTH ? `${shown.slice(0, LINE_LENGTH)}… (${shown.length} characters)` : shown;
	return `${PREFIX}${cut}`;
}
/** A fence for one stream. Beyond `totalLength` characters it says so once and passes nothing more. */
function createLogFence(totalLength = TOTAL_LENGTH) {
	let rest = "";
	let passed = 0;
	let closed = false;
	const pass = (lines) => lines.flatMap((line) => {
		if (closed) return [];
		passed += line.length + 1;
		if (passed <= totalLength) return [fenceLine(line)];
		closed = true;
		return [`${PREFIX}(output beyond ${totalLength} characters is not shown)`];
	});
	return {
		push(piece) {
			const lines = (rest + piece).split(/\r\n|\r(?!$)|\n/);
			rest = lines.pop() ?? "";
			if (rest.length > LINE_LENGTH * 2) {
				lines.push(rest);
				rest = "";
			}
			return pass(lines);
		},
		end() {
			const lines = rest === "" ? [] : [rest.replace(/\r$/, "")];
			rest = "";
			return pass(lines);
		}
	};
}
/** Text as the data of a workflow command, `::error::<data>`: one line, and no command of its own. */
function commandData(text) {
	return oneLine(text).replaceAll("##[", "##\\[").replaceAll("%", "%25");
}

export { htmlCode as a, truncate as c, entities as i, visible as l, createLogFence as n, oneLine as o, fenceLine as r, proseWords as s, commandData as t };