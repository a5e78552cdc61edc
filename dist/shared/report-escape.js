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
const PLAIN_WORD = /^["'“(]*[A-Za-z]+(?:['-][A-Za-z]+)*[)"'”,.;:!?]*$/;
const PLAIN_NUMBER = /^\(?[+−-]?\d[\d,]*(?:\.\d+)?%?\)?[,.;:]*$/;
const PLAIN_SIGN = /^[%=→–—…⏎][)"']*[,.;:]*$/;
/** A first word that would start a list where the text starts a line. */
const LIST_MARKER = /^\d+[.)]$/;
const PROSE_LENGTH = 400;
/** What stands around a word that is no plain one, as around one that is: the full stop belongs to the sentence. */
const MARKED_WORD = /^(["'“(]*)(.+?)([)"'”,.;:!?]*)$/s;
/**
* The words of a hostile sentence: plain ones and numbers are safe as they are, everything else (paths, identifiers, anything
* with markup in it) must become inline code.
*/
function proseWords(text) {
	const isPlain = (word, index) => PLAIN_WORD.test(word) || PLAIN_SIGN.test(word) || PLAIN_NUMBER.test(word) && !(index === 0 && LIST_MARKER.test(word));
	return truncate(oneLine(text), PROSE_LENGTH).split(" ").map((word, index) => {
		if (isPlain(word, index)) return {
			before: word,
			code: null,
			after: ""
		};
		const [, before = "", code = word, after = ""] = MARKED_WORD.exec(word) ?? [];
		return {
			before,
			code,
			after
		};
	});
}

export { truncate as a, proseWords as i, htmlCode as n, visible as o, oneLine as r, entities as t };