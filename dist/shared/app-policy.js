import { r as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { i as messageOf, n as WeighbridgeError, r as assertNever, t as IssueList } from "./core-domain-errors.js";
import { a as codeOf, c as SCORERS, d as suggestion, f as METRICS, h as isKnownRate, i as CsvError, l as configureScorer, m as directionOf, n as transform, p as declareMetric, r as is_object, s as nativeMetrics, t as parse$3 } from "./tasks-runners-native-describe.js";
import { d as describeModel, f as hubModel, m as cacheFolder, p as mapPaths, t as digestCheckpoint, u as writeAtomically } from "./tasks-checkpoints-digest.js";
import { $ as faultOfParts, A as groupBy, B as holdsRuns, C as firstLine, D as chooseOne, E as unidentifiedModel, F as namesIn, G as acquireLock, H as readPartiallyInto, I as readText, J as readSamples, K as readRecord, L as utf8Of, M as companionFile, N as foldersIn, O as noDirection, P as headOf, Q as AGGREGATES, R as estimate$2, S as errorReason, T as numberedId, X as parseRunRecord, Y as serializeSample, Z as serializeRunRecord, _ as diskFault, b as byTask, c as commonDirection, ct as SampleIndex, d as meanMetric, dt as isUnscored, et as calibrationBinOf, f as jsonLines, ft as sampleKey, g as readJsonAs, gt as RERUN_FIELDS, h as readJson, ht as FINGERPRINT_FIELDS, i as require_dist, it as SAMPLES_FILE, j as MAX_FILE_BYTES, k as sayDirection, l as commonMetric, lt as isCorpus, m as parseLenientJson, mt as digest$1, n as sequentialOrder, o as collectInto, p as parseAs, pt as brief$1, r as openRun, rt as RUN_FILE, s as lmEval, tt as MAX_LINE_BYTES, u as liesIn, ut as isRatio, v as onDisk, vt as TASK_ROLES, w as idFrom, x as defineFormat, y as NOT_RECORDED, yt as designOf } from "./tasks-runners-order.js";
import { E as _isoDateTime, S as url, T as _isoDate, _ as strictObject, a as _null, b as union, c as custom, d as literal, f as looseObject, g as record, i as _enum, l as discriminatedUnion, m as object, n as ZodISODate, o as array, p as number, r as ZodISODateTime, s as boolean, u as int, v as string, w as toJSONSchema, x as unknown$1 } from "./adapters-process-environment.js";
import { d as parseJson, l as isObject, m as canonicalJson } from "./core-metrics-corpus-chrf.js";
import { a as htmlCode, c as truncate, l as visible, o as oneLine$1, s as proseWords } from "./report-log-fence.js";
import { once } from "node:events";
import { execFile, spawn } from "node:child_process";
import { basename, dirname, extname, join, posix, relative, resolve, sep } from "node:path";
import { closeSync, createReadStream, existsSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import process$1 from "node:process";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { inflateRawSync } from "node:zlib";
import { devNull, homedir, tmpdir } from "node:os";
import { mkdir, open, readFile, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { createReadStream as createReadStream$1, promises } from "fs";
import { Transform as Transform$1 } from "stream";
import { pipeline as pipeline$1 } from "node:stream/promises";

// package.json
var version = "0.1.0";

// src/app/version.ts
/** The version of Weighbridge; part of every run's fingerprint. */
const VERSION = version;

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
function join$2(verdicts) {
	let worst = -1;
	for (const verdict of verdicts) worst = Math.max(worst, VERDICTS.indexOf(verdict));
	return VERDICTS[worst] ?? "invalid";
}
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

// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize$2(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < mostCellsPerRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					if (size % 2) {
						before = " ".repeat(size / 2 + .5);
						after = " ".repeat(size / 2 - .5);
					} else {
						before = " ".repeat(size / 2);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== mostCellsPerRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize$2(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// node_modules/xmlchars/xml/1.0/ed5.js
var require_ed5 = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Character classes and associated utilities for the 5th edition of XML 1.0.
	*
	* @author Louis-Dominique Dubeau
	* @license MIT
	* @copyright Louis-Dominique Dubeau
	*/
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CHAR = "	\n\r -퟿-�𐀀-􏿿";
	exports.S = " 	\r\n";
	exports.NAME_START_CHAR = ":A-Z_a-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-῿‌‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�𐀀-󯿿";
	exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9·̀-ͯ‿-⁀";
	exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
	exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
	exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
	exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
	exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
	exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
	var TAB = 9;
	var NL = 10;
	var CR = 13;
	var SPACE = 32;
	/** All characters in the ``S`` production. */
	exports.S_LIST = [
		SPACE,
		NL,
		CR,
		TAB
	];
	/**
	* Determines whether a codepoint matches the ``CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``CHAR``.
	*/
	function isChar(c) {
		return c >= SPACE && c <= 55295 || c === NL || c === CR || c === TAB || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
	}
	exports.isChar = isChar;
	/**
	* Determines whether a codepoint matches the ``S`` (space) production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``S``.
	*/
	function isS(c) {
		return c === SPACE || c === NL || c === CR || c === TAB;
	}
	exports.isS = isS;
	/**
	* Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
	*/
	function isNameStartChar(c) {
		return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
	}
	exports.isNameStartChar = isNameStartChar;
	/**
	* Determines whether a codepoint matches the ``NAME_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_CHAR``.
	*/
	function isNameChar(c) {
		return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
	}
	exports.isNameChar = isNameChar;
}));

// node_modules/xmlchars/xml/1.1/ed2.js
var require_ed2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Character classes and associated utilities for the 2nd edition of XML 1.1.
	*
	* @author Louis-Dominique Dubeau
	* @license MIT
	* @copyright Louis-Dominique Dubeau
	*/
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CHAR = "-퟿-�𐀀-􏿿";
	exports.RESTRICTED_CHAR = "-\b\v\f---";
	exports.S = " 	\r\n";
	exports.NAME_START_CHAR = ":A-Z_a-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-῿‌‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�𐀀-󯿿";
	exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9·̀-ͯ‿-⁀";
	exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
	exports.RESTRICTED_CHAR_RE = new RegExp("^[" + exports.RESTRICTED_CHAR + "]$", "u");
	exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
	exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
	exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
	exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
	exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
	var TAB = 9;
	var NL = 10;
	var CR = 13;
	var SPACE = 32;
	/** All characters in the ``S`` production. */
	exports.S_LIST = [
		SPACE,
		NL,
		CR,
		TAB
	];
	/**
	* Determines whether a codepoint matches the ``CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``CHAR``.
	*/
	function isChar(c) {
		return c >= 1 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
	}
	exports.isChar = isChar;
	/**
	* Determines whether a codepoint matches the ``RESTRICTED_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``RESTRICTED_CHAR``.
	*/
	function isRestrictedChar(c) {
		return c >= 1 && c <= 8 || c === 11 || c === 12 || c >= 14 && c <= 31 || c >= 127 && c <= 132 || c >= 134 && c <= 159;
	}
	exports.isRestrictedChar = isRestrictedChar;
	/**
	* Determines whether a codepoint matches the ``CHAR`` production and does not
	* match the ``RESTRICTED_CHAR`` production. ``isCharAndNotRestricted(x)`` is
	* equivalent to ``isChar(x) && !isRestrictedChar(x)``. This function is faster
	* than running the two-call equivalent.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``CHAR`` and does not match
	* ``RESTRICTED_CHAR``.
	*/
	function isCharAndNotRestricted(c) {
		return c === 9 || c === 10 || c === 13 || c > 31 && c < 127 || c === 133 || c > 159 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
	}
	exports.isCharAndNotRestricted = isCharAndNotRestricted;
	/**
	* Determines whether a codepoint matches the ``S`` (space) production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``S``.
	*/
	function isS(c) {
		return c === SPACE || c === NL || c === CR || c === TAB;
	}
	exports.isS = isS;
	/**
	* Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
	*/
	function isNameStartChar(c) {
		return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
	}
	exports.isNameStartChar = isNameStartChar;
	/**
	* Determines whether a codepoint matches the ``NAME_CHAR`` production.
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches ``NAME_CHAR``.
	*/
	function isNameChar(c) {
		return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
	}
	exports.isNameChar = isNameChar;
}));

// node_modules/xmlchars/xmlns/1.0/ed3.js
var require_ed3 = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Character class utilities for XML NS 1.0 edition 3.
	*
	* @author Louis-Dominique Dubeau
	* @license MIT
	* @copyright Louis-Dominique Dubeau
	*/
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NC_NAME_START_CHAR = "A-Z_a-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-῿‌-‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�𐀀-󯿿";
	exports.NC_NAME_CHAR = "-" + exports.NC_NAME_START_CHAR + ".0-9·̀-ͯ‿-⁀";
	exports.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "]$", "u");
	exports.NC_NAME_CHAR_RE = new RegExp("^[" + exports.NC_NAME_CHAR + "]$", "u");
	exports.NC_NAME_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "][" + exports.NC_NAME_CHAR + "]*$", "u");
	/**
	* Determines whether a codepoint matches [[NC_NAME_START_CHAR]].
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches.
	*/
	function isNCNameStartChar(c) {
		return c >= 65 && c <= 90 || c === 95 || c >= 97 && c <= 122 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8204 && c <= 8205 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
	}
	exports.isNCNameStartChar = isNCNameStartChar;
	/**
	* Determines whether a codepoint matches [[NC_NAME_CHAR]].
	*
	* @param c The code point.
	*
	* @returns ``true`` if the codepoint matches.
	*/
	function isNCNameChar(c) {
		return isNCNameStartChar(c) || c === 45 || c === 46 || c >= 48 && c <= 57 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
	}
	exports.isNCNameChar = isNCNameChar;
}));

// node_modules/saxes/saxes.js
var require_saxes = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.SaxesParser = exports.EVENTS = void 0;
	const ed5 = require_ed5();
	const ed2 = require_ed2();
	const NSed3 = require_ed3();
	var isS = ed5.isS;
	var isChar10 = ed5.isChar;
	var isNameStartChar = ed5.isNameStartChar;
	var isNameChar = ed5.isNameChar;
	var S_LIST = ed5.S_LIST;
	var NAME_RE = ed5.NAME_RE;
	var isChar11 = ed2.isChar;
	var isNCNameStartChar = NSed3.isNCNameStartChar;
	var isNCNameChar = NSed3.isNCNameChar;
	var NC_NAME_RE = NSed3.NC_NAME_RE;
	const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
	const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
	const rootNS = {
		__proto__: null,
		xml: XML_NAMESPACE,
		xmlns: XMLNS_NAMESPACE
	};
	const XML_ENTITIES = {
		__proto__: null,
		amp: "&",
		gt: ">",
		lt: "<",
		quot: "\"",
		apos: "'"
	};
	const EOC = -1;
	const NL_LIKE = -2;
	const S_BEGIN = 0;
	const S_BEGIN_WHITESPACE = 1;
	const S_DOCTYPE = 2;
	const S_DOCTYPE_QUOTE = 3;
	const S_DTD = 4;
	const S_DTD_QUOTED = 5;
	const S_DTD_OPEN_WAKA = 6;
	const S_DTD_OPEN_WAKA_BANG = 7;
	const S_DTD_COMMENT = 8;
	const S_DTD_COMMENT_ENDING = 9;
	const S_DTD_COMMENT_ENDED = 10;
	const S_DTD_PI = 11;
	const S_DTD_PI_ENDING = 12;
	const S_TEXT = 13;
	const S_ENTITY = 14;
	const S_OPEN_WAKA = 15;
	const S_OPEN_WAKA_BANG = 16;
	const S_COMMENT = 17;
	const S_COMMENT_ENDING = 18;
	const S_COMMENT_ENDED = 19;
	const S_CDATA = 20;
	const S_CDATA_ENDING = 21;
	const S_CDATA_ENDING_2 = 22;
	const S_PI_FIRST_CHAR = 23;
	const S_PI_REST = 24;
	const S_PI_BODY = 25;
	const S_PI_ENDING = 26;
	const S_XML_DECL_NAME_START = 27;
	const S_XML_DECL_NAME = 28;
	const S_XML_DECL_EQ = 29;
	const S_XML_DECL_VALUE_START = 30;
	const S_XML_DECL_VALUE = 31;
	const S_XML_DECL_SEPARATOR = 32;
	const S_XML_DECL_ENDING = 33;
	const S_OPEN_TAG = 34;
	const S_OPEN_TAG_SLASH = 35;
	const S_ATTRIB = 36;
	const S_ATTRIB_NAME = 37;
	const S_ATTRIB_NAME_SAW_WHITE = 38;
	const S_ATTRIB_VALUE = 39;
	const S_ATTRIB_VALUE_QUOTED = 40;
	const S_ATTRIB_VALUE_CLOSED = 41;
	const S_ATTRIB_VALUE_UNQUOTED = 42;
	const S_CLOSE_TAG = 43;
	const S_CLOSE_TAG_SAW_WHITE = 44;
	const TAB = 9;
	const NL = 10;
	const CR = 13;
	const SPACE = 32;
	const BANG = 33;
	const DQUOTE = 34;
	const AMP = 38;
	const SQUOTE = 39;
	const MINUS = 45;
	const FORWARD_SLASH = 47;
	const SEMICOLON = 59;
	const LESS = 60;
	const EQUAL = 61;
	const GREATER = 62;
	const QUESTION = 63;
	const OPEN_BRACKET = 91;
	const CLOSE_BRACKET = 93;
	const NEL = 133;
	const LS = 8232;
	const isQuote = (c) => c === DQUOTE || c === SQUOTE;
	const QUOTES = [DQUOTE, SQUOTE];
	const DOCTYPE_TERMINATOR = [
		...QUOTES,
		OPEN_BRACKET,
		GREATER
	];
	const DTD_TERMINATOR = [
		...QUOTES,
		LESS,
		CLOSE_BRACKET
	];
	const XML_DECL_NAME_TERMINATOR = [
		EQUAL,
		QUESTION,
		...S_LIST
	];
	const ATTRIB_VALUE_UNQUOTED_TERMINATOR = [
		...S_LIST,
		GREATER,
		AMP,
		LESS
	];
	function nsPairCheck(parser, prefix, uri) {
		switch (prefix) {
			case "xml":
				if (uri !== XML_NAMESPACE) parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
				break;
			case "xmlns": if (uri !== XMLNS_NAMESPACE) parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
		}
		switch (uri) {
			case XMLNS_NAMESPACE:
				parser.fail(prefix === "" ? `the default namespace may not be set to ${uri}.` : `may not assign a prefix (even "xmlns") to the URI \
${XMLNS_NAMESPACE}.`);
				break;
			case XML_NAMESPACE: switch (prefix) {
				case "xml": break;
				case "":
					parser.fail(`the default namespace may not be set to ${uri}.`);
					break;
				default: parser.fail("may not assign the xml namespace to another prefix.");
			}
		}
	}
	function nsMappingCheck(parser, mapping) {
		for (const local of Object.keys(mapping)) nsPairCheck(parser, local, mapping[local]);
	}
	const isNCName = (name) => NC_NAME_RE.test(name);
	const isName = (name) => NAME_RE.test(name);
	const FORBIDDEN_START = 0;
	const FORBIDDEN_BRACKET = 1;
	const FORBIDDEN_BRACKET_BRACKET = 2;
	/**
	* The list of supported events.
	*/
	exports.EVENTS = [
		"xmldecl",
		"text",
		"processinginstruction",
		"doctype",
		"comment",
		"opentagstart",
		"attribute",
		"opentag",
		"closetag",
		"cdata",
		"error",
		"end",
		"ready"
	];
	const EVENT_NAME_TO_HANDLER_NAME = {
		xmldecl: "xmldeclHandler",
		text: "textHandler",
		processinginstruction: "piHandler",
		doctype: "doctypeHandler",
		comment: "commentHandler",
		opentagstart: "openTagStartHandler",
		attribute: "attributeHandler",
		opentag: "openTagHandler",
		closetag: "closeTagHandler",
		cdata: "cdataHandler",
		error: "errorHandler",
		end: "endHandler",
		ready: "readyHandler"
	};
	var SaxesParser = class {
		/**
		* @param opt The parser options.
		*/
		constructor(opt) {
			this.opt = opt !== null && opt !== void 0 ? opt : {};
			this.fragmentOpt = !!this.opt.fragment;
			const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
			this.trackPosition = this.opt.position !== false;
			this.fileName = this.opt.fileName;
			if (xmlnsOpt) {
				this.nameStartCheck = isNCNameStartChar;
				this.nameCheck = isNCNameChar;
				this.isName = isNCName;
				this.processAttribs = this.processAttribsNS;
				this.pushAttrib = this.pushAttribNS;
				this.ns = Object.assign({ __proto__: null }, rootNS);
				const additional = this.opt.additionalNamespaces;
				if (additional != null) {
					nsMappingCheck(this, additional);
					Object.assign(this.ns, additional);
				}
			} else {
				this.nameStartCheck = isNameStartChar;
				this.nameCheck = isNameChar;
				this.isName = isName;
				this.processAttribs = this.processAttribsPlain;
				this.pushAttrib = this.pushAttribPlain;
			}
			this.stateTable = [
				this.sBegin,
				this.sBeginWhitespace,
				this.sDoctype,
				this.sDoctypeQuote,
				this.sDTD,
				this.sDTDQuoted,
				this.sDTDOpenWaka,
				this.sDTDOpenWakaBang,
				this.sDTDComment,
				this.sDTDCommentEnding,
				this.sDTDCommentEnded,
				this.sDTDPI,
				this.sDTDPIEnding,
				this.sText,
				this.sEntity,
				this.sOpenWaka,
				this.sOpenWakaBang,
				this.sComment,
				this.sCommentEnding,
				this.sCommentEnded,
				this.sCData,
				this.sCDataEnding,
				this.sCDataEnding2,
				this.sPIFirstChar,
				this.sPIRest,
				this.sPIBody,
				this.sPIEnding,
				this.sXMLDeclNameStart,
				this.sXMLDeclName,
				this.sXMLDeclEq,
				this.sXMLDeclValueStart,
				this.sXMLDeclValue,
				this.sXMLDeclSeparator,
				this.sXMLDeclEnding,
				this.sOpenTag,
				this.sOpenTagSlash,
				this.sAttrib,
				this.sAttribName,
				this.sAttribNameSawWhite,
				this.sAttribValue,
				this.sAttribValueQuoted,
				this.sAttribValueClosed,
				this.sAttribValueUnquoted,
				this.sCloseTag,
				this.sCloseTagSawWhite
			];
			this._init();
		}
		/**
		* Indicates whether or not the parser is closed. If ``true``, wait for
		* the ``ready`` event to write again.
		*/
		get closed() {
			return this._closed;
		}
		_init() {
			var _a;
			this.openWakaBang = "";
			this.text = "";
			this.name = "";
			this.piTarget = "";
			this.entity = "";
			this.q = null;
			this.tags = [];
			this.tag = null;
			this.topNS = null;
			this.chunk = "";
			this.chunkPosition = 0;
			this.i = 0;
			this.prevI = 0;
			this.carriedFromPrevious = void 0;
			this.forbiddenState = FORBIDDEN_START;
			this.attribList = [];
			const { fragmentOpt } = this;
			this.state = fragmentOpt ? S_TEXT : S_BEGIN;
			this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot = this.sawRoot = fragmentOpt;
			this.xmlDeclPossible = !fragmentOpt;
			this.xmlDeclExpects = ["version"];
			this.entityReturnState = void 0;
			let { defaultXMLVersion } = this.opt;
			if (defaultXMLVersion === void 0) {
				if (this.opt.forceXMLVersion === true) throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
				defaultXMLVersion = "1.0";
			}
			this.setXMLVersion(defaultXMLVersion);
			this.positionAtNewLine = 0;
			this.doctype = false;
			this._closed = false;
			this.xmlDecl = {
				version: void 0,
				encoding: void 0,
				standalone: void 0
			};
			this.line = 1;
			this.column = 0;
			this.ENTITIES = Object.create(XML_ENTITIES);
			(_a = this.readyHandler) === null || _a === void 0 || _a.call(this);
		}
		/**
		* The stream position the parser is currently looking at. This field is
		* zero-based.
		*
		* This field is not based on counting Unicode characters but is to be
		* interpreted as a plain index into a JavaScript string.
		*/
		get position() {
			return this.chunkPosition + this.i;
		}
		/**
		* The column number of the next character to be read by the parser.  *
		* This field is zero-based. (The first column in a line is 0.)
		*
		* This field reports the index at which the next character would be in the
		* line if the line were represented as a JavaScript string.  Note that this
		* *can* be different to a count based on the number of *Unicode characters*
		* due to how JavaScript handles astral plane characters.
		*
		* See [[column]] for a number that corresponds to a count of Unicode
		* characters.
		*/
		get columnIndex() {
			return this.position - this.positionAtNewLine;
		}
		/**
		* Set an event listener on an event. The parser supports one handler per
		* event type. If you try to set an event handler over an existing handler,
		* the old handler is silently overwritten.
		*
		* @param name The event to listen to.
		*
		* @param handler The handler to set.
		*/
		on(name, handler) {
			this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
		}
		/**
		* Unset an event handler.
		*
		* @parma name The event to stop listening to.
		*/
		off(name) {
			this[EVENT_NAME_TO_HANDLER_NAME[name]] = void 0;
		}
		/**
		* Make an error object. The error object will have a message that contains
		* the ``fileName`` option passed at the creation of the parser. If position
		* tracking was turned on, it will also have line and column number
		* information.
		*
		* @param message The message describing the error to report.
		*
		* @returns An error object with a properly formatted message.
		*/
		makeError(message) {
			var _a;
			let msg = (_a = this.fileName) !== null && _a !== void 0 ? _a : "";
			if (this.trackPosition) {
				if (msg.length > 0) msg += ":";
				msg += `${this.line}:${this.column}`;
			}
			if (msg.length > 0) msg += ": ";
			return new Error(msg + message);
		}
		/**
		* Report a parsing error. This method is made public so that client code may
		* check for issues that are outside the scope of this project and can report
		* errors.
		*
		* @param message The error to report.
		*
		* @returns this
		*/
		fail(message) {
			const err = this.makeError(message);
			const handler = this.errorHandler;
			if (handler === void 0) throw err;
			else handler(err);
			return this;
		}
		/**
		* Write a XML data to the parser.
		*
		* @param chunk The XML data to write.
		*
		* @returns this
		*/
		write(chunk) {
			if (this.closed) return this.fail("cannot write after close; assign an onready handler.");
			let end = false;
			if (chunk === null) {
				end = true;
				chunk = "";
			} else if (typeof chunk === "object") chunk = chunk.toString();
			if (this.carriedFromPrevious !== void 0) {
				chunk = `${this.carriedFromPrevious}${chunk}`;
				this.carriedFromPrevious = void 0;
			}
			let limit = chunk.length;
			const lastCode = chunk.charCodeAt(limit - 1);
			if (!end && (lastCode === CR || lastCode >= 55296 && lastCode <= 56319)) {
				this.carriedFromPrevious = chunk[limit - 1];
				limit--;
				chunk = chunk.slice(0, limit);
			}
			const { stateTable } = this;
			this.chunk = chunk;
			this.i = 0;
			while (this.i < limit) stateTable[this.state].call(this);
			this.chunkPosition += limit;
			return end ? this.end() : this;
		}
		/**
		* Close the current stream. Perform final well-formedness checks and reset
		* the parser tstate.
		*
		* @returns this
		*/
		close() {
			return this.write(null);
		}
		/**
		* Get a single code point out of the current chunk. This updates the current
		* position if we do position tracking.
		*
		* This is the algorithm to use for XML 1.0.
		*
		* @returns The character read.
		*/
		getCode10() {
			const { chunk, i } = this;
			this.prevI = i;
			this.i = i + 1;
			if (i >= chunk.length) return EOC;
			const code = chunk.charCodeAt(i);
			this.column++;
			if (code < 55296) {
				if (code >= SPACE || code === TAB) return code;
				switch (code) {
					case NL:
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL;
					case CR:
						if (chunk.charCodeAt(i + 1) === NL) this.i = i + 2;
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL_LIKE;
					default:
						this.fail("disallowed character.");
						return code;
				}
			}
			if (code > 56319) {
				if (!(code >= 57344 && code <= 65533)) this.fail("disallowed character.");
				return code;
			}
			const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
			this.i = i + 2;
			if (final > 1114111) this.fail("disallowed character.");
			return final;
		}
		/**
		* Get a single code point out of the current chunk. This updates the current
		* position if we do position tracking.
		*
		* This is the algorithm to use for XML 1.1.
		*
		* @returns {number} The character read.
		*/
		getCode11() {
			const { chunk, i } = this;
			this.prevI = i;
			this.i = i + 1;
			if (i >= chunk.length) return EOC;
			const code = chunk.charCodeAt(i);
			this.column++;
			if (code < 55296) {
				if (code > 31 && code < 127 || code > 159 && code !== LS || code === TAB) return code;
				switch (code) {
					case NL:
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL;
					case CR: {
						const next = chunk.charCodeAt(i + 1);
						if (next === NL || next === NEL) this.i = i + 2;
					}
					case NEL:
					case LS:
						this.line++;
						this.column = 0;
						this.positionAtNewLine = this.position;
						return NL_LIKE;
					default:
						this.fail("disallowed character.");
						return code;
				}
			}
			if (code > 56319) {
				if (!(code >= 57344 && code <= 65533)) this.fail("disallowed character.");
				return code;
			}
			const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
			this.i = i + 2;
			if (final > 1114111) this.fail("disallowed character.");
			return final;
		}
		/**
		* Like ``getCode`` but with the return value normalized so that ``NL`` is
		* returned for ``NL_LIKE``.
		*/
		getCodeNorm() {
			const c = this.getCode();
			return c === NL_LIKE ? NL : c;
		}
		unget() {
			this.i = this.prevI;
			this.column--;
		}
		/**
		* Capture characters into a buffer until encountering one of a set of
		* characters.
		*
		* @param chars An array of codepoints. Encountering a character in the array
		* ends the capture. (``chars`` may safely contain ``NL``.)
		*
		* @return The character code that made the capture end, or ``EOC`` if we hit
		* the end of the chunk. The return value cannot be NL_LIKE: NL is returned
		* instead.
		*/
		captureTo(chars) {
			let { i: start } = this;
			const { chunk } = this;
			while (true) {
				const c = this.getCode();
				const isNLLike = c === NL_LIKE;
				const final = isNLLike ? NL : c;
				if (final === EOC || chars.includes(final)) {
					this.text += chunk.slice(start, this.prevI);
					return final;
				}
				if (isNLLike) {
					this.text += `${chunk.slice(start, this.prevI)}\n`;
					start = this.i;
				}
			}
		}
		/**
		* Capture characters into a buffer until encountering a character.
		*
		* @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
		* CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
		*
		* @return ``true`` if we ran into the character. Otherwise, we ran into the
		* end of the current chunk.
		*/
		captureToChar(char) {
			let { i: start } = this;
			const { chunk } = this;
			while (true) {
				let c = this.getCode();
				switch (c) {
					case NL_LIKE:
						this.text += `${chunk.slice(start, this.prevI)}\n`;
						start = this.i;
						c = NL;
						break;
					case EOC:
						this.text += chunk.slice(start);
						return false;
				}
				if (c === char) {
					this.text += chunk.slice(start, this.prevI);
					return true;
				}
			}
		}
		/**
		* Capture characters that satisfy ``isNameChar`` into the ``name`` field of
		* this parser.
		*
		* @return The character code that made the test fail, or ``EOC`` if we hit
		* the end of the chunk. The return value cannot be NL_LIKE: NL is returned
		* instead.
		*/
		captureNameChars() {
			const { chunk, i: start } = this;
			while (true) {
				const c = this.getCode();
				if (c === EOC) {
					this.name += chunk.slice(start);
					return EOC;
				}
				if (!isNameChar(c)) {
					this.name += chunk.slice(start, this.prevI);
					return c === NL_LIKE ? NL : c;
				}
			}
		}
		/**
		* Skip white spaces.
		*
		* @return The character that ended the skip, or ``EOC`` if we hit
		* the end of the chunk. The return value cannot be NL_LIKE: NL is returned
		* instead.
		*/
		skipSpaces() {
			while (true) {
				const c = this.getCodeNorm();
				if (c === EOC || !isS(c)) return c;
			}
		}
		setXMLVersion(version) {
			this.currentXMLVersion = version;
			if (version === "1.0") {
				this.isChar = isChar10;
				this.getCode = this.getCode10;
			} else {
				this.isChar = isChar11;
				this.getCode = this.getCode11;
			}
		}
		sBegin() {
			if (this.chunk.charCodeAt(0) === 65279) {
				this.i++;
				this.column++;
			}
			this.state = S_BEGIN_WHITESPACE;
		}
		sBeginWhitespace() {
			const iBefore = this.i;
			const c = this.skipSpaces();
			if (this.prevI !== iBefore) this.xmlDeclPossible = false;
			switch (c) {
				case LESS:
					this.state = S_OPEN_WAKA;
					if (this.text.length !== 0) throw new Error("no-empty text at start");
					break;
				case EOC: break;
				default:
					this.unget();
					this.state = S_TEXT;
					this.xmlDeclPossible = false;
			}
		}
		sDoctype() {
			var _a;
			const c = this.captureTo(DOCTYPE_TERMINATOR);
			switch (c) {
				case GREATER:
					(_a = this.doctypeHandler) === null || _a === void 0 || _a.call(this, this.text);
					this.text = "";
					this.state = S_TEXT;
					this.doctype = true;
					break;
				case EOC: break;
				default:
					this.text += String.fromCodePoint(c);
					if (c === OPEN_BRACKET) this.state = S_DTD;
					else if (isQuote(c)) {
						this.state = S_DOCTYPE_QUOTE;
						this.q = c;
					}
			}
		}
		sDoctypeQuote() {
			const q = this.q;
			if (this.captureToChar(q)) {
				this.text += String.fromCodePoint(q);
				this.q = null;
				this.state = S_DOCTYPE;
			}
		}
		sDTD() {
			const c = this.captureTo(DTD_TERMINATOR);
			if (c === EOC) return;
			this.text += String.fromCodePoint(c);
			if (c === CLOSE_BRACKET) this.state = S_DOCTYPE;
			else if (c === LESS) this.state = S_DTD_OPEN_WAKA;
			else if (isQuote(c)) {
				this.state = S_DTD_QUOTED;
				this.q = c;
			}
		}
		sDTDQuoted() {
			const q = this.q;
			if (this.captureToChar(q)) {
				this.text += String.fromCodePoint(q);
				this.state = S_DTD;
				this.q = null;
			}
		}
		sDTDOpenWaka() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			switch (c) {
				case BANG:
					this.state = S_DTD_OPEN_WAKA_BANG;
					this.openWakaBang = "";
					break;
				case QUESTION:
					this.state = S_DTD_PI;
					break;
				default: this.state = S_DTD;
			}
		}
		sDTDOpenWakaBang() {
			const char = String.fromCodePoint(this.getCodeNorm());
			const owb = this.openWakaBang += char;
			this.text += char;
			if (owb !== "-") {
				this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
				this.openWakaBang = "";
			}
		}
		sDTDComment() {
			if (this.captureToChar(MINUS)) {
				this.text += "-";
				this.state = S_DTD_COMMENT_ENDING;
			}
		}
		sDTDCommentEnding() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
		}
		sDTDCommentEnded() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			if (c === GREATER) this.state = S_DTD;
			else {
				this.fail("malformed comment.");
				this.state = S_DTD_COMMENT;
			}
		}
		sDTDPI() {
			if (this.captureToChar(QUESTION)) {
				this.text += "?";
				this.state = S_DTD_PI_ENDING;
			}
		}
		sDTDPIEnding() {
			const c = this.getCodeNorm();
			this.text += String.fromCodePoint(c);
			if (c === GREATER) this.state = S_DTD;
		}
		sText() {
			if (this.tags.length !== 0) this.handleTextInRoot();
			else this.handleTextOutsideRoot();
		}
		sEntity() {
			let { i: start } = this;
			const { chunk } = this;
			loop: while (true) switch (this.getCode()) {
				case NL_LIKE:
					this.entity += `${chunk.slice(start, this.prevI)}\n`;
					start = this.i;
					break;
				case SEMICOLON: {
					const { entityReturnState } = this;
					const entity = this.entity + chunk.slice(start, this.prevI);
					this.state = entityReturnState;
					let parsed;
					if (entity === "") {
						this.fail("empty entity name.");
						parsed = "&;";
					} else {
						parsed = this.parseEntity(entity);
						this.entity = "";
					}
					if (entityReturnState !== S_TEXT || this.textHandler !== void 0) this.text += parsed;
					break loop;
				}
				case EOC:
					this.entity += chunk.slice(start);
					break loop;
			}
		}
		sOpenWaka() {
			const c = this.getCode();
			if (isNameStartChar(c)) {
				this.state = S_OPEN_TAG;
				this.unget();
				this.xmlDeclPossible = false;
			} else switch (c) {
				case FORWARD_SLASH:
					this.state = S_CLOSE_TAG;
					this.xmlDeclPossible = false;
					break;
				case BANG:
					this.state = S_OPEN_WAKA_BANG;
					this.openWakaBang = "";
					this.xmlDeclPossible = false;
					break;
				case QUESTION:
					this.state = S_PI_FIRST_CHAR;
					break;
				default:
					this.fail("disallowed character in tag name");
					this.state = S_TEXT;
					this.xmlDeclPossible = false;
			}
		}
		sOpenWakaBang() {
			this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
			switch (this.openWakaBang) {
				case "[CDATA[":
					if (!this.sawRoot && !this.reportedTextBeforeRoot) {
						this.fail("text data outside of root node.");
						this.reportedTextBeforeRoot = true;
					}
					if (this.closedRoot && !this.reportedTextAfterRoot) {
						this.fail("text data outside of root node.");
						this.reportedTextAfterRoot = true;
					}
					this.state = S_CDATA;
					this.openWakaBang = "";
					break;
				case "--":
					this.state = S_COMMENT;
					this.openWakaBang = "";
					break;
				case "DOCTYPE":
					this.state = S_DOCTYPE;
					if (this.doctype || this.sawRoot) this.fail("inappropriately located doctype declaration.");
					this.openWakaBang = "";
					break;
				default: if (this.openWakaBang.length >= 7) this.fail("incorrect syntax.");
			}
		}
		sComment() {
			if (this.captureToChar(MINUS)) this.state = S_COMMENT_ENDING;
		}
		sCommentEnding() {
			var _a;
			const c = this.getCodeNorm();
			if (c === MINUS) {
				this.state = S_COMMENT_ENDED;
				(_a = this.commentHandler) === null || _a === void 0 || _a.call(this, this.text);
				this.text = "";
			} else {
				this.text += `-${String.fromCodePoint(c)}`;
				this.state = S_COMMENT;
			}
		}
		sCommentEnded() {
			const c = this.getCodeNorm();
			if (c !== GREATER) {
				this.fail("malformed comment.");
				this.text += `--${String.fromCodePoint(c)}`;
				this.state = S_COMMENT;
			} else this.state = S_TEXT;
		}
		sCData() {
			if (this.captureToChar(CLOSE_BRACKET)) this.state = S_CDATA_ENDING;
		}
		sCDataEnding() {
			const c = this.getCodeNorm();
			if (c === CLOSE_BRACKET) this.state = S_CDATA_ENDING_2;
			else {
				this.text += `]${String.fromCodePoint(c)}`;
				this.state = S_CDATA;
			}
		}
		sCDataEnding2() {
			var _a;
			const c = this.getCodeNorm();
			switch (c) {
				case GREATER:
					(_a = this.cdataHandler) === null || _a === void 0 || _a.call(this, this.text);
					this.text = "";
					this.state = S_TEXT;
					break;
				case CLOSE_BRACKET:
					this.text += "]";
					break;
				default:
					this.text += `]]${String.fromCodePoint(c)}`;
					this.state = S_CDATA;
			}
		}
		sPIFirstChar() {
			const c = this.getCodeNorm();
			if (this.nameStartCheck(c)) {
				this.piTarget += String.fromCodePoint(c);
				this.state = S_PI_REST;
			} else if (c === QUESTION || isS(c)) {
				this.fail("processing instruction without a target.");
				this.state = c === QUESTION ? S_PI_ENDING : S_PI_BODY;
			} else {
				this.fail("disallowed character in processing instruction name.");
				this.piTarget += String.fromCodePoint(c);
				this.state = S_PI_REST;
			}
		}
		sPIRest() {
			const { chunk, i: start } = this;
			while (true) {
				const c = this.getCodeNorm();
				if (c === EOC) {
					this.piTarget += chunk.slice(start);
					return;
				}
				if (!this.nameCheck(c)) {
					this.piTarget += chunk.slice(start, this.prevI);
					const isQuestion = c === QUESTION;
					if (isQuestion || isS(c)) {
						if (this.piTarget === "xml") {
							if (!this.xmlDeclPossible) this.fail("an XML declaration must be at the start of the document.");
							this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
						} else this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
					} else {
						this.fail("disallowed character in processing instruction name.");
						this.piTarget += String.fromCodePoint(c);
					}
					break;
				}
			}
		}
		sPIBody() {
			if (this.text.length === 0) {
				const c = this.getCodeNorm();
				if (c === QUESTION) this.state = S_PI_ENDING;
				else if (!isS(c)) this.text = String.fromCodePoint(c);
			} else if (this.captureToChar(QUESTION)) this.state = S_PI_ENDING;
		}
		sPIEnding() {
			var _a;
			const c = this.getCodeNorm();
			if (c === GREATER) {
				const { piTarget } = this;
				if (piTarget.toLowerCase() === "xml") this.fail("the XML declaration must appear at the start of the document.");
				(_a = this.piHandler) === null || _a === void 0 || _a.call(this, {
					target: piTarget,
					body: this.text
				});
				this.piTarget = this.text = "";
				this.state = S_TEXT;
			} else if (c === QUESTION) this.text += "?";
			else {
				this.text += `?${String.fromCodePoint(c)}`;
				this.state = S_PI_BODY;
			}
			this.xmlDeclPossible = false;
		}
		sXMLDeclNameStart() {
			const c = this.skipSpaces();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				return;
			}
			if (c !== EOC) {
				this.state = S_XML_DECL_NAME;
				this.name = String.fromCodePoint(c);
			}
		}
		sXMLDeclName() {
			const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.name += this.text;
				this.text = "";
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (!(isS(c) || c === EQUAL)) return;
			this.name += this.text;
			this.text = "";
			if (!this.xmlDeclExpects.includes(this.name)) switch (this.name.length) {
				case 0:
					this.fail("did not expect any more name/value pairs.");
					break;
				case 1:
					this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
					break;
				default: this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
			}
			this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
		}
		sXMLDeclEq() {
			const c = this.getCodeNorm();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (isS(c)) return;
			if (c !== EQUAL) this.fail("value required.");
			this.state = S_XML_DECL_VALUE_START;
		}
		sXMLDeclValueStart() {
			const c = this.getCodeNorm();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (isS(c)) return;
			if (!isQuote(c)) {
				this.fail("value must be quoted.");
				this.q = SPACE;
			} else this.q = c;
			this.state = S_XML_DECL_VALUE;
		}
		sXMLDeclValue() {
			const c = this.captureTo([this.q, QUESTION]);
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				this.text = "";
				this.fail("XML declaration is incomplete.");
				return;
			}
			if (c === EOC) return;
			const value = this.text;
			this.text = "";
			switch (this.name) {
				case "version": {
					this.xmlDeclExpects = ["encoding", "standalone"];
					const version = value;
					this.xmlDecl.version = version;
					if (!/^1\.[0-9]+$/.test(version)) this.fail("version number must match /^1\\.[0-9]+$/.");
					else if (!this.opt.forceXMLVersion) this.setXMLVersion(version);
					break;
				}
				case "encoding":
					if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) this.fail("encoding value must match /^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
					this.xmlDeclExpects = ["standalone"];
					this.xmlDecl.encoding = value;
					break;
				case "standalone":
					if (value !== "yes" && value !== "no") this.fail("standalone value must match \"yes\" or \"no\".");
					this.xmlDeclExpects = [];
					this.xmlDecl.standalone = value;
			}
			this.name = "";
			this.state = S_XML_DECL_SEPARATOR;
		}
		sXMLDeclSeparator() {
			const c = this.getCodeNorm();
			if (c === QUESTION) {
				this.state = S_XML_DECL_ENDING;
				return;
			}
			if (!isS(c)) {
				this.fail("whitespace required.");
				this.unget();
			}
			this.state = S_XML_DECL_NAME_START;
		}
		sXMLDeclEnding() {
			var _a;
			if (this.getCodeNorm() === GREATER) {
				if (this.piTarget !== "xml") this.fail("processing instructions are not allowed before root.");
				else if (this.name !== "version" && this.xmlDeclExpects.includes("version")) this.fail("XML declaration must contain a version.");
				(_a = this.xmldeclHandler) === null || _a === void 0 || _a.call(this, this.xmlDecl);
				this.name = "";
				this.piTarget = this.text = "";
				this.state = S_TEXT;
			} else this.fail("The character ? is disallowed anywhere in XML declarations.");
			this.xmlDeclPossible = false;
		}
		sOpenTag() {
			var _a;
			const c = this.captureNameChars();
			if (c === EOC) return;
			const tag = this.tag = {
				name: this.name,
				attributes: Object.create(null)
			};
			this.name = "";
			if (this.xmlnsOpt) this.topNS = tag.ns = Object.create(null);
			(_a = this.openTagStartHandler) === null || _a === void 0 || _a.call(this, tag);
			this.sawRoot = true;
			if (!this.fragmentOpt && this.closedRoot) this.fail("documents may contain only one root.");
			switch (c) {
				case GREATER:
					this.openTag();
					break;
				case FORWARD_SLASH:
					this.state = S_OPEN_TAG_SLASH;
					break;
				default:
					if (!isS(c)) this.fail("disallowed character in tag name.");
					this.state = S_ATTRIB;
			}
		}
		sOpenTagSlash() {
			if (this.getCode() === GREATER) this.openSelfClosingTag();
			else {
				this.fail("forward-slash in opening tag not followed by >.");
				this.state = S_ATTRIB;
			}
		}
		sAttrib() {
			const c = this.skipSpaces();
			if (c === EOC) return;
			if (isNameStartChar(c)) {
				this.unget();
				this.state = S_ATTRIB_NAME;
			} else if (c === GREATER) this.openTag();
			else if (c === FORWARD_SLASH) this.state = S_OPEN_TAG_SLASH;
			else this.fail("disallowed character in attribute name.");
		}
		sAttribName() {
			const c = this.captureNameChars();
			if (c === EQUAL) this.state = S_ATTRIB_VALUE;
			else if (isS(c)) this.state = S_ATTRIB_NAME_SAW_WHITE;
			else if (c === GREATER) {
				this.fail("attribute without value.");
				this.pushAttrib(this.name, this.name);
				this.name = this.text = "";
				this.openTag();
			} else if (c !== EOC) this.fail("disallowed character in attribute name.");
		}
		sAttribNameSawWhite() {
			const c = this.skipSpaces();
			switch (c) {
				case EOC: return;
				case EQUAL:
					this.state = S_ATTRIB_VALUE;
					break;
				default:
					this.fail("attribute without value.");
					this.text = "";
					this.name = "";
					if (c === GREATER) this.openTag();
					else if (isNameStartChar(c)) {
						this.unget();
						this.state = S_ATTRIB_NAME;
					} else {
						this.fail("disallowed character in attribute name.");
						this.state = S_ATTRIB;
					}
			}
		}
		sAttribValue() {
			const c = this.getCodeNorm();
			if (isQuote(c)) {
				this.q = c;
				this.state = S_ATTRIB_VALUE_QUOTED;
			} else if (!isS(c)) {
				this.fail("unquoted attribute value.");
				this.state = S_ATTRIB_VALUE_UNQUOTED;
				this.unget();
			}
		}
		sAttribValueQuoted() {
			const { q, chunk } = this;
			let { i: start } = this;
			while (true) switch (this.getCode()) {
				case q:
					this.pushAttrib(this.name, this.text + chunk.slice(start, this.prevI));
					this.name = this.text = "";
					this.q = null;
					this.state = S_ATTRIB_VALUE_CLOSED;
					return;
				case AMP:
					this.text += chunk.slice(start, this.prevI);
					this.state = S_ENTITY;
					this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
					return;
				case NL:
				case NL_LIKE:
				case TAB:
					this.text += `${chunk.slice(start, this.prevI)} `;
					start = this.i;
					break;
				case LESS:
					this.text += chunk.slice(start, this.prevI);
					this.fail("disallowed character.");
					return;
				case EOC:
					this.text += chunk.slice(start);
					return;
			}
		}
		sAttribValueClosed() {
			const c = this.getCodeNorm();
			if (isS(c)) this.state = S_ATTRIB;
			else if (c === GREATER) this.openTag();
			else if (c === FORWARD_SLASH) this.state = S_OPEN_TAG_SLASH;
			else if (isNameStartChar(c)) {
				this.fail("no whitespace between attributes.");
				this.unget();
				this.state = S_ATTRIB_NAME;
			} else this.fail("disallowed character in attribute name.");
		}
		sAttribValueUnquoted() {
			const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
			switch (c) {
				case AMP:
					this.state = S_ENTITY;
					this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
					break;
				case LESS:
					this.fail("disallowed character.");
					break;
				case EOC: break;
				default:
					if (this.text.includes("]]>")) this.fail("the string \"]]>\" is disallowed in char data.");
					this.pushAttrib(this.name, this.text);
					this.name = this.text = "";
					if (c === GREATER) this.openTag();
					else this.state = S_ATTRIB;
			}
		}
		sCloseTag() {
			const c = this.captureNameChars();
			if (c === GREATER) this.closeTag();
			else if (isS(c)) this.state = S_CLOSE_TAG_SAW_WHITE;
			else if (c !== EOC) this.fail("disallowed character in closing tag.");
		}
		sCloseTagSawWhite() {
			switch (this.skipSpaces()) {
				case GREATER:
					this.closeTag();
					break;
				case EOC: break;
				default: this.fail("disallowed character in closing tag.");
			}
		}
		handleTextInRoot() {
			let { i: start, forbiddenState } = this;
			const { chunk, textHandler: handler } = this;
			scanLoop: while (true) switch (this.getCode()) {
				case LESS:
					this.state = S_OPEN_WAKA;
					if (handler !== void 0) {
						const { text } = this;
						const slice = chunk.slice(start, this.prevI);
						if (text.length !== 0) {
							handler(text + slice);
							this.text = "";
						} else if (slice.length !== 0) handler(slice);
					}
					forbiddenState = FORBIDDEN_START;
					break scanLoop;
				case AMP:
					this.state = S_ENTITY;
					this.entityReturnState = S_TEXT;
					if (handler !== void 0) this.text += chunk.slice(start, this.prevI);
					forbiddenState = FORBIDDEN_START;
					break scanLoop;
				case CLOSE_BRACKET:
					switch (forbiddenState) {
						case FORBIDDEN_START:
							forbiddenState = FORBIDDEN_BRACKET;
							break;
						case FORBIDDEN_BRACKET:
							forbiddenState = FORBIDDEN_BRACKET_BRACKET;
							break;
						case FORBIDDEN_BRACKET_BRACKET: break;
						default: throw new Error("impossible state");
					}
					break;
				case GREATER:
					if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) this.fail("the string \"]]>\" is disallowed in char data.");
					forbiddenState = FORBIDDEN_START;
					break;
				case NL_LIKE:
					if (handler !== void 0) this.text += `${chunk.slice(start, this.prevI)}\n`;
					start = this.i;
					forbiddenState = FORBIDDEN_START;
					break;
				case EOC:
					if (handler !== void 0) this.text += chunk.slice(start);
					break scanLoop;
				default: forbiddenState = FORBIDDEN_START;
			}
			this.forbiddenState = forbiddenState;
		}
		handleTextOutsideRoot() {
			let { i: start } = this;
			const { chunk, textHandler: handler } = this;
			let nonSpace = false;
			outRootLoop: while (true) {
				const code = this.getCode();
				switch (code) {
					case LESS:
						this.state = S_OPEN_WAKA;
						if (handler !== void 0) {
							const { text } = this;
							const slice = chunk.slice(start, this.prevI);
							if (text.length !== 0) {
								handler(text + slice);
								this.text = "";
							} else if (slice.length !== 0) handler(slice);
						}
						break outRootLoop;
					case AMP:
						this.state = S_ENTITY;
						this.entityReturnState = S_TEXT;
						if (handler !== void 0) this.text += chunk.slice(start, this.prevI);
						nonSpace = true;
						break outRootLoop;
					case NL_LIKE:
						if (handler !== void 0) this.text += `${chunk.slice(start, this.prevI)}\n`;
						start = this.i;
						break;
					case EOC:
						if (handler !== void 0) this.text += chunk.slice(start);
						break outRootLoop;
					default: if (!isS(code)) nonSpace = true;
				}
			}
			if (!nonSpace) return;
			if (!this.sawRoot && !this.reportedTextBeforeRoot) {
				this.fail("text data outside of root node.");
				this.reportedTextBeforeRoot = true;
			}
			if (this.closedRoot && !this.reportedTextAfterRoot) {
				this.fail("text data outside of root node.");
				this.reportedTextAfterRoot = true;
			}
		}
		pushAttribNS(name, value) {
			var _a;
			const { prefix, local } = this.qname(name);
			const attr = {
				name,
				prefix,
				local,
				value
			};
			this.attribList.push(attr);
			(_a = this.attributeHandler) === null || _a === void 0 || _a.call(this, attr);
			if (prefix === "xmlns") {
				const trimmed = value.trim();
				if (this.currentXMLVersion === "1.0" && trimmed === "") this.fail("invalid attempt to undefine prefix in XML 1.0");
				this.topNS[local] = trimmed;
				nsPairCheck(this, local, trimmed);
			} else if (name === "xmlns") {
				const trimmed = value.trim();
				this.topNS[""] = trimmed;
				nsPairCheck(this, "", trimmed);
			}
		}
		pushAttribPlain(name, value) {
			var _a;
			const attr = {
				name,
				value
			};
			this.attribList.push(attr);
			(_a = this.attributeHandler) === null || _a === void 0 || _a.call(this, attr);
		}
		/**
		* End parsing. This performs final well-formedness checks and resets the
		* parser to a clean state.
		*
		* @returns this
		*/
		end() {
			var _a, _b;
			if (!this.sawRoot) this.fail("document must contain a root element.");
			const { tags } = this;
			while (tags.length > 0) {
				const tag = tags.pop();
				this.fail(`unclosed tag: ${tag.name}`);
			}
			if (this.state !== S_BEGIN && this.state !== S_TEXT) this.fail("unexpected end.");
			const { text } = this;
			if (text.length !== 0) {
				(_a = this.textHandler) === null || _a === void 0 || _a.call(this, text);
				this.text = "";
			}
			this._closed = true;
			(_b = this.endHandler) === null || _b === void 0 || _b.call(this);
			this._init();
			return this;
		}
		/**
		* Resolve a namespace prefix.
		*
		* @param prefix The prefix to resolve.
		*
		* @returns The namespace URI or ``undefined`` if the prefix is not defined.
		*/
		resolve(prefix) {
			var _a, _b;
			let uri = this.topNS[prefix];
			if (uri !== void 0) return uri;
			const { tags } = this;
			for (let index = tags.length - 1; index >= 0; index--) {
				uri = tags[index].ns[prefix];
				if (uri !== void 0) return uri;
			}
			uri = this.ns[prefix];
			if (uri !== void 0) return uri;
			return (_b = (_a = this.opt).resolvePrefix) === null || _b === void 0 ? void 0 : _b.call(_a, prefix);
		}
		/**
		* Parse a qname into its prefix and local name parts.
		*
		* @param name The name to parse
		*
		* @returns
		*/
		qname(name) {
			const colon = name.indexOf(":");
			if (colon === -1) return {
				prefix: "",
				local: name
			};
			const local = name.slice(colon + 1);
			const prefix = name.slice(0, colon);
			if (prefix === "" || local === "" || local.includes(":")) this.fail(`malformed name: ${name}.`);
			return {
				prefix,
				local
			};
		}
		processAttribsNS() {
			var _a;
			const { attribList } = this;
			const tag = this.tag;
			{
				const { prefix, local } = this.qname(tag.name);
				tag.prefix = prefix;
				tag.local = local;
				const uri = tag.uri = (_a = this.resolve(prefix)) !== null && _a !== void 0 ? _a : "";
				if (prefix !== "") {
					if (prefix === "xmlns") this.fail("tags may not have \"xmlns\" as prefix.");
					if (uri === "") {
						this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
						tag.uri = prefix;
					}
				}
			}
			if (attribList.length === 0) return;
			const { attributes } = tag;
			const seen = /* @__PURE__ */ new Set();
			for (const attr of attribList) {
				const { name, prefix, local } = attr;
				let uri;
				let eqname;
				if (prefix === "") {
					uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
					eqname = name;
				} else {
					uri = this.resolve(prefix);
					if (uri === void 0) {
						this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
						uri = prefix;
					}
					eqname = `{${uri}}${local}`;
				}
				if (seen.has(eqname)) this.fail(`duplicate attribute: ${eqname}.`);
				seen.add(eqname);
				attr.uri = uri;
				attributes[name] = attr;
			}
			this.attribList = [];
		}
		processAttribsPlain() {
			const { attribList } = this;
			const attributes = this.tag.attributes;
			for (const { name, value } of attribList) {
				if (attributes[name] !== void 0) this.fail(`duplicate attribute: ${name}.`);
				attributes[name] = value;
			}
			this.attribList = [];
		}
		/**
		* Handle a complete open tag. This parser code calls this once it has seen
		* the whole tag. This method checks for well-formeness and then emits
		* ``onopentag``.
		*/
		openTag() {
			var _a;
			this.processAttribs();
			const { tags } = this;
			const tag = this.tag;
			tag.isSelfClosing = false;
			(_a = this.openTagHandler) === null || _a === void 0 || _a.call(this, tag);
			tags.push(tag);
			this.state = S_TEXT;
			this.name = "";
		}
		/**
		* Handle a complete self-closing tag. This parser code calls this once it has
		* seen the whole tag. This method checks for well-formeness and then emits
		* ``onopentag`` and ``onclosetag``.
		*/
		openSelfClosingTag() {
			var _a, _b, _c;
			this.processAttribs();
			const { tags } = this;
			const tag = this.tag;
			tag.isSelfClosing = true;
			(_a = this.openTagHandler) === null || _a === void 0 || _a.call(this, tag);
			(_b = this.closeTagHandler) === null || _b === void 0 || _b.call(this, tag);
			if ((this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null) === null) this.closedRoot = true;
			this.state = S_TEXT;
			this.name = "";
		}
		/**
		* Handle a complete close tag. This parser code calls this once it has seen
		* the whole tag. This method checks for well-formeness and then emits
		* ``onclosetag``.
		*/
		closeTag() {
			const { tags, name } = this;
			this.state = S_TEXT;
			this.name = "";
			if (name === "") {
				this.fail("weird empty close tag.");
				this.text += "</>";
				return;
			}
			const handler = this.closeTagHandler;
			let l = tags.length;
			while (l-- > 0) {
				const tag = this.tag = tags.pop();
				this.topNS = tag.ns;
				handler === null || handler === void 0 || handler(tag);
				if (tag.name === name) break;
				this.fail("unexpected close tag.");
			}
			if (l === 0) this.closedRoot = true;
			else if (l < 0) {
				this.fail(`unmatched closing tag: ${name}.`);
				this.text += `</${name}>`;
			}
		}
		/**
		* Resolves an entity. Makes any necessary well-formedness checks.
		*
		* @param entity The entity to resolve.
		*
		* @returns The parsed entity.
		*/
		parseEntity(entity) {
			if (entity[0] !== "#") {
				const defined = this.ENTITIES[entity];
				if (defined !== void 0) return defined;
				this.fail(this.isName(entity) ? "undefined entity." : "disallowed character in entity name.");
				return `&${entity};`;
			}
			let num = NaN;
			if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) num = parseInt(entity.slice(2), 16);
			else if (/^#[0-9]+$/.test(entity)) num = parseInt(entity.slice(1), 10);
			if (!this.isChar(num)) {
				this.fail("malformed character entity.");
				return `&${entity};`;
			}
			return String.fromCodePoint(num);
		}
	};
	exports.SaxesParser = SaxesParser;
}));

// src/adapters/process/git.ts
/**
* Reads a repository that may belong to a stranger: its own settings must not run code. Only object reading commands are
* used, which know no hooks, filters, pagers or external diffs; no transport may be used, so that a missing object of a
* partial clone is not fetched by a command that the repository names.
*/
const SAFE = [
	...[
		"-c",
		"core.hooksPath=/dev/null",
		"-c",
		"core.fsmonitor=false",
		"-c",
		"core.commitGraph=false"
	],
	...[
		"-c",
		"safe.directory=*",
		"--no-pager",
		"--literal-pathspecs"
	],
	...[
		"-c",
		"core.useReplaceRefs=false",
		"--no-replace-objects"
	],
	...["-c", "safe.bareRepository=explicit"]
];
function cleanEnvironment() {
	const { PATH = "", SYSTEMROOT } = process$1.env;
	return {
		PATH,
		...SYSTEMROOT === void 0 ? {} : { SYSTEMROOT },
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_ATTR_NOSYSTEM: "1",
		LC_ALL: "C",
		GIT_ALLOW_PROTOCOL: "none",
		GIT_NO_LAZY_FETCH: "1",
		GIT_TERMINAL_PROMPT: "0",
		GIT_GRAFT_FILE: devNull,
		GIT_OPTIONAL_LOCKS: "0"
	};
}
const FETCH_ALL = "fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`";
const execute = promisify(execFile);
const MAX_BYTES = 64 * 2 ** 20;
const TIMEOUT_MS = 6e4;
async function git(folder, args) {
	try {
		const { stdout } = await execute("git", [
			...SAFE,
			"-C",
			folder,
			...args
		], {
			env: cleanEnvironment(),
			encoding: "buffer",
			maxBuffer: MAX_BYTES,
			timeout: TIMEOUT_MS
		});
		return {
			ok: true,
			output: stdout
		};
	} catch (error) {
		const { code, stderr } = error;
		if (typeof code === "number") return {
			ok: false,
			said: stderr?.toString("utf8").trim() ?? ""
		};
		return {
			ok: false,
			said: code === "ENOENT" ? "git is not installed" : "git did not come to an end"
		};
	}
}
const text$3 = (answer) => answer.ok ? answer.output.toString("utf8").trim() : null;
async function commitOf(folder, revision) {
	const verify = [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${revision}^{commit}`
	];
	return text$3(await git(folder, verify));
}
/**
* The content of a file as a revision has it, byte for byte.
* @param path relative to the repository's root, with slashes
* @returns null when the revision has no such file
* @throws WeighbridgeError `data` when the revision is not there, or what lies at the path is not a plain file
*/
async function readAtRevision(repositoryFolder, revision, path) {
	const commit = await commitOf(repositoryFolder, revision);
	if (commit === null) throw new WeighbridgeError("data", `the repository has no revision ${revision}`, {
		at: { file: repositoryFolder },
		fix: "fetch it first; in a workflow check out with `fetch-depth: 0`"
	});
	const listed = await git(repositoryFolder, [
		"ls-tree",
		"-z",
		"--full-tree",
		commit,
		"--",
		path
	]);
	const entry = listed.ok ? listed.output.toString("utf8") : null;
	if (entry === "") return null;
	const [, mode, kind, id] = /^(\d{6}) (\w+) ([0-9a-f]+)\t/.exec(entry ?? "") ?? [];
	if (id === void 0 || kind !== "blob" || mode === "120000") throw new WeighbridgeError("data", `${path} ${id === void 0 ? "cannot be read" : "is not a plain file"} at ${revision}`, { fix: "put the file itself there, and check out with `fetch-depth: 0`" });
	const blob = await git(repositoryFolder, [
		"cat-file",
		"blob",
		id
	]);
	if (blob.ok && isBlob(blob.output, id)) return blob.output;
	if (blob.ok) throw new WeighbridgeError("data", `${path} is damaged at ${revision}: its content is not that of ${id}`, {
		at: { file: repositoryFolder },
		fix: "remove this clone and check out anew; on a self-hosted runner an earlier job may have changed it"
	});
	throw new WeighbridgeError("data", `${path} cannot be read at ${revision}: ${blob.said}`, { fix: "check out with `fetch-depth: 0` and without a filter" });
}
/** Git itself trusts what lies under the name of an object. */
function isBlob(content, id) {
	const algorithm = id.length === 40 ? "sha1" : "sha256";
	return createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest("hex") === id;
}
/**
* The commit from which two revisions went apart.
* @returns null when the repository cannot tell: a revision is missing, they share nothing, or the clone is shallow, where
* the answer could be an older commit than the true one
*/
async function mergeBase(repositoryFolder, a, b) {
	if (text$3(await git(repositoryFolder, ["rev-parse", "--is-shallow-repository"])) !== "false") return null;
	const [left, right] = [await commitOf(repositoryFolder, a), await commitOf(repositoryFolder, b)];
	if (left === null || right === null) return null;
	return text$3(await git(repositoryFolder, [
		"merge-base",
		left,
		right
	]));
}
/**
* The commit that a name stands for.
* @throws WeighbridgeError `data` when there is none
*/
async function resolveRevision(repositoryFolder, revision) {
	const commit = await commitOf(repositoryFolder, revision);
	if (commit !== null) return commit;
	throw new WeighbridgeError("data", `${JSON.stringify(revision)} is no commit of this clone`, { fix: FETCH_ALL });
}
/** What git answers in one line, or null where it has no answer: outside of a repository, or without the value. */
async function askGit(folder, args) {
	return text$3(await git(folder, args)) || null;
}
/** Names of the settings in which a clone keeps credentials for whoever can read its files, as actions/checkout leaves them. */
async function storedCredentials(folder) {
	const config = [
		"config",
		"--local",
		"--includes",
		"--name-only",
		"--get-regexp"
	];
	const named = "^(http\\..*extraheader|credential\\..*|core\\.sshcommand)$";
	const found = [await askGit(folder, [...config, named]), await askGit(folder, [
		...config,
		"^remote\\..*url$",
		"://[^/]*:[^/]*@"
	])];
	return [...new Set(found.flatMap((lines) => lines?.split("\n") ?? []))];
}
/** Writes a blob of any size into a file, as git has it. @throws WeighbridgeError `data` when there is no such blob */
async function writeBlob(folder, blob, file) {
	const handle = await open(file, "wx");
	try {
		const child = spawn("git", [
			...SAFE,
			"-C",
			folder,
			"cat-file",
			"blob",
			blob
		], {
			env: cleanEnvironment(),
			stdio: [
				"ignore",
				handle.fd,
				"ignore"
			]
		});
		const [code] = await once(child, "close");
		if (code === 0) return;
	} finally {
		await handle.close();
	}
	await rm(file, { force: true });
	throw new WeighbridgeError("data", `git has no blob ${blob}`, { fix: FETCH_ALL });
}
/**
* Where in its repository a folder lies: `''` for the root, else `a/b/`; null outside of one. The root is where `.git` lies:
* git's own answer follows `core.worktree` and `core.bare` of the repository, which no option overrules.
*/
async function folderInRepository(folder) {
	if (!(await git(folder, ["rev-parse", "--git-dir"])).ok) return null;
	const start = await realpath(folder);
	for (let root = start; root !== dirname(root); root = dirname(root)) {
		const candidate = join(root, ".git");
		if (!existsSync(candidate) || !(await git(root, [
			"rev-parse",
			"--resolve-git-dir",
			candidate
		])).ok) continue;
		const inside = relative(root, start);
		return inside === "" ? "" : `${inside.split(sep).join("/")}/`;
	}
	return null;
}

// src/core/domain/baseline.ts
/** A source in words, as the config writes it. */
function describeBaselineSource(source) {
	switch (source.from) {
		case "path": return describeModel(source.model);
		case "base-branch": return `${source.pointer} of ${source.branch ?? "the base branch"}`;
		case "store": return "the store";
		case "artifact": return "the last green run on the base branch";
	}
}

// src/config/models.ts
/** Names that only weights have. Which of them can be run is the engine's to say, with a reason for each. */
const WEIGHTS = /\.(gguf|safetensors|bin|pt|pth|ckpt|pkl|pickle|onnx|ggml|mlx|tflite|keras|h5)$/i;
/**
* What a checkpoint of the config means: a file of weights by its name, `hf:…` one of a hub, `{base, adapter}` an adapter,
* `{url, model}` an endpoint, any other path results.
*/
function modelSource(written) {
	if (typeof written === "object") return "url" in written ? {
		kind: "endpoint",
		...written
	} : {
		kind: "adapter",
		...written
	};
	const hub = hubModel(written);
	if (hub !== null) return hub;
	return WEIGHTS.test(written) ? {
		kind: "file",
		path: written
	} : {
		kind: "results",
		path: written
	};
}
/** Results lie in folders as checkpoints do; which of them a folder is, only its files tell. */
function asFound(source, directory) {
	if (source?.kind !== "results") return source;
	const folder = resolve(directory, source.path);
	return existsSync(join(folder, "config.json")) ? {
		kind: "folder",
		path: source.path
	} : source;
}
/** What `baseline` means, whichever of its forms it is written in. */
function baselineSources(written) {
	if (written === void 0) return {
		sources: [],
		maxAgeDays: null,
		bootstrap: false
	};
	if (typeof written === "object" && "sources" in written) {
		const { sources, max_age_days: maxAgeDays = null, bootstrap } = written;
		return {
			...baselineSources(sources),
			maxAgeDays,
			bootstrap
		};
	}
	return {
		sources: (Array.isArray(written) ? written : [written]).map(baselineSource$1),
		maxAgeDays: null,
		bootstrap: false
	};
}
function baselineSource$1(written) {
	if (typeof written === "string" || "base" in written || "url" in written) return {
		from: "path",
		model: modelSource(written)
	};
	switch (written.from) {
		case "base-branch": return {
			from: "base-branch",
			pointer: written.pointer,
			branch: written.branch ?? null
		};
		case "store":
		case "artifact": return { from: written.from };
		default: return assertNever(written);
	}
}
/** A path given by flag or input is relative to where the command runs; in the config paths are relative to its folder. */
function fromCommandLine(path, directory) {
	return /^([/\\]|[A-Za-z]:|hf:)/.test(path) ? path : relative(directory, path);
}
/**
* The checkpoint or results of one side.
* @throws WeighbridgeError `config` when neither the config nor a flag names it
*/
function requireSide(config, side) {
	const source = config[side];
	if (source !== null) return source;
	throw new WeighbridgeError("config", `no ${side} is named`, {
		...config.file === null ? {} : { at: { file: config.file } },
		fix: side === "anchor" ? "add `anchor: { model: path/to/release.gguf, max_drop: { task/metric: 4pp } }` to the config" : `add \`${side}: path/to/${side}.gguf\` to the config, or give --${side} (in a workflow: the input ${side})`
	});
}

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}

// src/tasks/runners/lm-eval/options.ts
const scalar = union([
	string(),
	number(),
	boolean()
]);
/** Names as on the command line of lm_eval. */
const argumentName = string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/);
/** An argument list is cut at commas, whatever they stand in. */
const argument = union([
	string().regex(/^[^,]*$/),
	number(),
	boolean()
]).describe("A value without a comma: lm_eval would cut it there.");
const MODEL_TYPES = [
	"hf",
	"vllm",
	"local-completions",
	"local-chat-completions"
];
/** Arguments with which something else would be evaluated than what the report names. */
const IDENTITY = [
	"pretrained",
	"revision",
	"subfolder",
	"gguf_file",
	"peft",
	"delta",
	"enable_lora",
	"lora_local_path",
	"model",
	"base_url"
];
/** Flags that the runner sets itself, or that would make the files prove something else. */
const RESERVED = [
	...[
		"model",
		"model_args",
		"tasks",
		"num_fewshot",
		"batch_size",
		"device",
		"gen_kwargs",
		"limit",
		"samples",
		"seed"
	],
	...[
		"output_path",
		"log_samples",
		"include_path",
		"apply_chat_template",
		"fewshot_as_multiturn",
		"system_instruction"
	],
	...[
		"use_cache",
		"cache_requests",
		"predict_only",
		"config",
		"trust_remote_code",
		"confirm_run_unsafe_code",
		"help"
	]
];
const ELSEWHERE = {
	use_cache: "answers of one model must never reach another",
	predict_only: "nothing would be scored",
	trust_remote_code: "write `policy: { allow: [trust_remote_code] }`",
	confirm_run_unsafe_code: "write `policy: { allow: [unsafe_code] }`"
};
/** The reserved flag that argparse would take this one for: every beginning of a flag stands for it. */
function reservedFlag(name) {
	return RESERVED.find((flag) => flag.startsWith(name)) ?? null;
}
/** What a task of the lm-eval runner may say. */
const lmEvalTask = strictObject({
	task: string().min(1).regex(/^[^,\s-][^,\n]*$/).optional().describe("Task or group as lm_eval names it, or the path of a YAML file relative to this file. Default: the name of this task."),
	model: _enum(MODEL_TYPES).optional().describe("What of lm_eval loads the model: `hf` (default) or `vllm` for weights, `local-completions` (default) or `local-chat-completions` for endpoints."),
	model_args: record(argumentName, argument).superRefine((args, context) => {
		for (const name of Object.keys(args).filter((each) => IDENTITY.includes(each))) {
			const message = `${name} says which model it is: name that as candidate and baseline`;
			context.addIssue({
				code: "custom",
				path: [name],
				message
			});
		}
	}).default({}).describe("More arguments of the model, such as `dtype: bfloat16`. Which model it is comes from candidate and baseline."),
	num_fewshot: int().min(0).optional().describe("Solved examples before the question. Default: the task's own."),
	apply_chat_template: union([boolean(), string().min(1)]).default(false).describe("Ask through the model's chat template, or through the one of this name."),
	fewshot_as_multiturn: boolean().optional().describe("Solved examples as turns of the chat."),
	system_instruction: string().min(1).optional().describe("Put before everything."),
	gen_kwargs: record(argumentName, union([scalar, array(string())])).optional().describe("Generation settings in place of the task's own, such as `temperature: 0`."),
	batch_size: union([int().min(1), string().regex(/^auto(:[1-9][0-9]*)?$/)]).optional().describe("Requests at a time: a number, `auto` or `auto:N`. Default: that of lm_eval."),
	device: string().regex(/^[a-z]+(:[0-9]+)?$/).optional().describe("Such as `cuda:0` or `cpu`. Default: that of lm_eval."),
	seed: union([int().min(0), array(int().min(0)).length(4)]).optional().describe("One seed, or those of Python, NumPy, Torch and the solved examples. Default: those of lm_eval."),
	include_path: string().min(1).optional().describe("Folder with task YAML files of your own, relative to this file."),
	limit: number().gt(0).optional().describe("Evaluate only the first so many documents, or this share of them when below 1: a prefix of the file and no random sample, so a run that is judged should not have one."),
	extra_args: record(argumentName, scalar).superRefine((flags, context) => {
		for (const name of Object.keys(flags)) {
			const flag = reservedFlag(name);
			if (flag === null) continue;
			const message = `--${name} would be read as --${flag}, which the runner decides: ${ELSEWHERE[flag] ?? `use the option ${flag} where there is one`}`;
			context.addIssue({
				code: "custom",
				path: [name],
				message
			});
		}
	}).default({}).describe("Further flags of lm_eval by name, such as `max_batch_size: 64`; `true` for a flag without a value."),
	timeout_minutes: number().gt(0).optional().describe("Ends lm_eval, with everything it started, after this time.")
});

// src/tasks/runners/lm-eval/row.ts
const lmEvalRow = {
	kind: "harness",
	summary: "Starts the lm_eval of the environment: any task of lm-evaluation-harness.",
	tasks: [lmEvalTask],
	takes: {
		checkpoint: "a Hugging Face folder, `hf:org/name@commit` or an endpoint `{url, model}`",
		base: "a Hugging Face folder or `hf:org/name@commit`",
		adapter: "a PEFT folder"
	},
	load: async () => (await import("./tasks-runners-lm-eval-runner.js")).lmEvalHarness
};

// src/tasks/runners/native/options.ts
/** Fields that every native task has; names as in lm-evaluation-harness where it has one. */
const common = {
	dataset: string().min(1).describe("JSONL, JSON or CSV file, also gzipped, relative to the config file."),
	id_field: string().min(1).optional().describe("Field with the unique id of a row. Default: `id` where rows have it, else a digest of the content."),
	group_field: string().min(1).optional().describe("Field with the subtask of a row, such as a subject."),
	cluster_field: string().min(1).optional().describe("Field naming rows that are not independent, such as a passage."),
	limit: int().min(1).optional().describe("Evaluate only this many samples, drawn by the seed, never the first ones."),
	metadata: strictObject({ version: union([string(), number()]) }).optional().describe("Version of the task: raise it when results before and after must not be compared.")
};
const truncation = _enum(["refuse", "left"]).default("refuse").describe("What to do with a prompt longer than the context: leave the sample unscored, or cut the prompt on the left.");
const prompt = {
	doc_to_text: string().describe("Field name or Jinja template of the prompt."),
	doc_to_target: string().describe("Field name or Jinja template of the right answer (for choices: its index or its text)."),
	description: string().default("").describe("Field name or Jinja template put before everything, as it is: end it with the line breaks it needs."),
	target_delimiter: string().default(" ").describe("Between prompt and answer."),
	num_fewshot: int().min(0).default(0).describe("Solved examples before the question."),
	fewshot_dataset: string().min(1).optional().describe("File the solved examples come from: its first rows, without the one that is asked."),
	fewshot_delimiter: string().default("\n\n").describe("Between solved examples."),
	apply_chat_template: boolean().default(false).describe("Ask through the model's own chat template: everything but the system message in one user turn."),
	system_instruction: string().optional().describe("Put before the description; the system message where there is a chat template.")
};
const multipleChoiceTask = strictObject({
	type: literal("multiple_choice"),
	...common,
	...prompt,
	doc_to_text: prompt.doc_to_text.default("{{question}}"),
	doc_to_choice: union([string(), array(string()).min(2)]).default("choices").describe("The choices: a field name, a Jinja template giving a list, or a list of Jinja templates."),
	doc_to_target: prompt.doc_to_target.default("{{answer}}"),
	corpus_metrics: array(_enum(["ece", "auc"])).refine((names) => new Set(names).size === names.length, "a metric is here twice").default([]).describe("More metrics, from the probabilities of the choices: `ece`, the calibration error of the chosen one, and for two choices `auc`, how well the second one is told from the first."),
	truncation
});
const generationOptions = strictObject({
	max_gen_toks: int().min(1).default(256).describe("Longest answer in tokens."),
	until: array(string().min(1)).default(["\n"]).describe("The answer ends before the first of these."),
	temperature: number().min(0).default(0).describe("0 is greedy.")
});
const scorers = array(union([string(), looseObject({ name: string() })])).min(1).superRefine((entries, context) => {
	const metrics = /* @__PURE__ */ new Set();
	for (const [index, entry] of entries.entries()) {
		const configured = configureScorer(entry);
		if (!configured.ok) {
			for (const { path, message } of configured.issues) context.addIssue({
				code: "custom",
				path: [index, ...path],
				message
			});
			continue;
		}
		for (const { name } of configured.scorer.metrics) {
			if (metrics.has(name)) {
				const message = `two scorers give the metric ${name}: rename one with the option metric`;
				context.addIssue({
					code: "custom",
					path: [index],
					message
				});
			}
			metrics.add(name);
		}
	}
}).describe("What judges the answers: names of scorers, or objects with a name and options.");
const generateTask = strictObject({
	type: literal("generate"),
	...common,
	...prompt,
	doc_to_text: prompt.doc_to_text.default("{{question}}"),
	doc_to_target: prompt.doc_to_target.default("").describe("Field name or Jinja template of the right answer; one that gives a list means any of its members."),
	generation_kwargs: generationOptions.prefault({}).describe("How the answer is generated."),
	scorers
});
const perplexityTask = strictObject({
	type: literal("perplexity"),
	...common,
	doc_to_text: string().default("{{text}}").describe("Field name or Jinja template of the text to predict.")
});
/** What a task of the native runner may say. */
const nativeTask = discriminatedUnion("type", [
	multipleChoiceTask,
	generateTask,
	perplexityTask
]);

// src/tasks/runners/native/row.ts
/** Asks the engine itself, with the conventions of lm-evaluation-harness. */
const nativeRow = {
	kind: "engine",
	summary: "Asks the engine itself: multiple choice, generation, perplexity.",
	tasks: nativeTask.options,
	takes: {
		checkpoint: "a GGUF file",
		base: "a GGUF file",
		adapter: "a GGUF file"
	},
	describe: (options) => ({
		...nativeMetrics(options),
		dataset: options.dataset,
		samplesPerPrompt: options.type === "perplexity" ? 1 : 1 + options.num_fewshot,
		maxOutputTokens: options.type === "generate" ? options.generation_kwargs.max_gen_toks : 0,
		...codeOf(options),
		usesChatTemplate: options.type !== "perplexity" && options.apply_chat_template
	}),
	load: async () => (await import("./tasks-runners-native-runner.js")).nativeRunner
};

// src/tasks/runners/registry.ts
/** How a task becomes samples: one row adds a runner. */
const RUNNERS = {
	native: nativeRow,
	"lm-eval": lmEvalRow
};
/** Runs the tasks that name none. */
const DEFAULT_RUNNER = "native";
/** The row of a task's runner, which takes its options. */
const engineRunner = (name) => RUNNERS[name];
const harnessRunner = (name) => RUNNERS[name];

// src/config/resolved.ts
const isNative = (task) => RUNNERS[task.runner].kind === "engine";
const isHarness = (task) => RUNNERS[task.runner].kind === "harness";
/** The tasks of external harnesses, each harness with its own: one harness is started for all of them. */
function byHarness(tasks) {
	const found = /* @__PURE__ */ new Map();
	for (const task of tasks.filter(isHarness)) found.set(task.runner, [...found.get(task.runner) ?? [], task]);
	return found;
}

// src/core/domain/metric.ts
/** The one place that asks for a direction. */
function worseSign({ direction }) {
	return direction === "higher_is_better" ? -1 : 1;
}

// src/results/formats/every-eval-ever/export.ts
const SCHEMA_VERSION = "0.3.0";
const everyEvalEverExporter = {
	summary: "Every Eval Ever 0.3.0: an evaluation a task, with its samples",
	async write(run, folder) {
		const { record, samples } = run;
		const results = resultsOf(run);
		if (results.length === 0) throw new WeighbridgeError("data", `${record.task} has no number to export`, { fix: "evaluate it: not one of its samples has a score" });
		const names = namesOf(record);
		const target = join(folder, names.folder);
		return onDisk(target, async () => {
			await mkdir(target, { recursive: true });
			const aggregate = join(target, `${names.uuid}.json`);
			const rows = `${names.uuid}_samples.jsonl`;
			const written = samples.length === 0 ? null : await writeRows(join(target, rows), rowsOf(run, names));
			const evaluation = {
				...evaluationOf(record, names),
				evaluation_results: results,
				...written === null ? {} : { detailed_evaluation_results: {
					format: "jsonl",
					file_path: `${names.folder}/${rows}`,
					hash_algorithm: "sha256",
					...written
				} }
			};
			await writeAtomically(aggregate, `${JSON.stringify(evaluation, null, 2)}\n`);
			return written === null ? [aggregate] : [aggregate, join(target, rows)];
		});
	}
};
function evaluationOf(record, names) {
	const { fingerprint, model } = record;
	const engine = {
		...typeof fingerprint.engine === "string" ? { name: fingerprint.engine } : {},
		...typeof fingerprint.engine_version === "string" ? { version: fingerprint.engine_version } : {}
	};
	return {
		schema_version: SCHEMA_VERSION,
		evaluation_id: names.evaluation,
		evaluation_timestamp: names.timestamp,
		retrieved_timestamp: names.timestamp,
		source_metadata: {
			source_name: "Weighbridge",
			source_type: "evaluation_run",
			source_organization_name: "unknown",
			evaluator_relationship: "first_party"
		},
		eval_library: {
			name: String(fingerprint.harness ?? "weighbridge"),
			version: String(fingerprint.harness_version ?? "unknown"),
			additional_details: { weighbridge: JSON.stringify(record) }
		},
		model_info: {
			name: names.model,
			id: names.model,
			...Object.keys(engine).length === 0 ? {} : { inference_engine: engine },
			additional_details: {
				deployment_type: "unknown",
				model_availability: "unknown",
				weights_digest: model.digest,
				...model.adapter_digest === null ? {} : { adapter_digest: model.adapter_digest },
				...model.quantization === null ? {} : { quantization: model.quantization }
			}
		}
	};
}
/** Whole, or not at all. */
async function writeRows(file, rows) {
	const temporary = `${file}.${process.pid}.tmp`;
	const hash = createHash("sha256");
	let total_rows = 0;
	const handle = await open(temporary, "w");
	try {
		for (const row of rows) {
			hash.update(row);
			total_rows += 1;
			await handle.write(row);
		}
		await handle.sync();
		await handle.close();
		await rename(temporary, file);
	} catch (error) {
		await handle.close();
		await rm(temporary, { force: true });
		throw error;
	}
	return {
		checksum: hash.digest("hex"),
		total_rows
	};
}
const COLLECTION = "weighbridge";
function namesOf(record) {
	const { model, task, started, finished } = record;
	const [developer, name] = modelName(model.source);
	const seconds = Math.floor(new Date(finished ?? started).getTime() / 1e3);
	const timestamp = String(Number.isFinite(seconds) ? seconds : 0);
	return {
		model: `${developer}/${name}`,
		evaluation: `${task}/${developer}_${name}/${timestamp}`,
		folder: [
			"data",
			COLLECTION,
			developer,
			name
		].join("/"),
		uuid: uuidOf(canonicalJson([
			record.side,
			task,
			model.digest,
			model.adapter_digest
		])),
		timestamp
	};
}
/** The last two parts of what names the model, without a remark in brackets, as names of folders. */
function modelName(written) {
	const source = written.replace(/ \([^()]*\)$/, "");
	const parts = source.split(/[/\\]/);
	return [parts.length === 2 ? part(parts[0] ?? "") : "unknown", part(basename(source.replaceAll("\\", "/")))];
}
function part(text) {
	const plain = text.replace(/[^A-Za-z0-9._-]+/g, "_").slice(0, 100);
	return /[A-Za-z0-9]/.test(plain) ? plain : "unknown";
}
/** A digest in the form of a UUID of version 4, which the format demands. */
function uuidOf(text) {
	const hex = createHash("sha256").update(text).digest("hex");
	return [...[
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`
	], hex.slice(20, 32)].join("-");
}
/** `task/metric`, or `task/metric,filter`: what a row of a sample points to. */
const resultId = (task, metric, filter) => `${task}/${metric}${filter === void 0 ? "" : `,${filter}`}`;
/** One result a metric and filter; none for a metric that no sample has a score of, of which there is no number. */
function resultsOf(run) {
	const { record } = run;
	const filters = new Set(run.samples.map(({ filter }) => filter));
	return record.metrics.flatMap((metric) => {
		return (record.aggregates?.filter((aggregate) => aggregate.metric === metric.name) ?? [...filters].flatMap((filter) => summed$1(run, metric, filter))).map((aggregate) => result(run, metric, aggregate));
	});
}
function summed$1({ samples }, metric, filter) {
	const scores = samples.flatMap((sample) => sample.filter === filter ? sample.scores[metric.name] ?? [] : []);
	const found = estimate$2(scores, metric);
	if (found === null || !Number.isFinite(found.value)) return [];
	const { value, stderr, n } = found;
	return [{
		metric: metric.name,
		value,
		stderr,
		n,
		...filter === void 0 ? {} : { filter }
	}];
}
const UNITS$1 = {
	rate: "proportion",
	bits_per_byte: "bits_per_byte",
	perplexity: "perplexity",
	number: "points"
};
function result({ record, samples }, metric, aggregate) {
	const { task } = record;
	const { filter, value, stderr, n } = aggregate;
	const id = resultId(task, metric.name, filter);
	const uncertainty = {
		...stderr === null ? {} : { standard_error: {
			value: stderr,
			method: "analytic"
		} },
		...n === null ? {} : { num_samples: n }
	};
	const unscored = samples.filter((sample) => sample.filter === filter).length - (n ?? 0);
	return {
		evaluation_result_id: id,
		evaluation_name: filter === void 0 ? task : `${task}/${filter}`,
		source_data: {
			dataset_name: task,
			source_type: "other"
		},
		metric_config: {
			metric_id: metric.name,
			metric_name: metric.name,
			metric_unit: UNITS$1[metric.unit],
			lower_is_better: metric.direction === "lower_is_better",
			score_type: "continuous",
			min_score: metric.range.min ?? "-Infinity",
			max_score: metric.range.max ?? "Infinity"
		},
		score_details: {
			score: value,
			...unscored > 0 && record.aggregates === void 0 ? { details: { unscored: String(unscored) } } : {},
			...Object.keys(uncertainty).length === 0 ? {} : { uncertainty }
		}
	};
}
/** One line a sample and metric. What was asked is known by its digest only, and the digest stands in its place. */
function* rowsOf({ record, samples }, names) {
	for (const sample of samples) for (const metric of record.metrics) {
		const score = Object.hasOwn(sample.scores, metric.name) ? sample.scores[metric.name] : void 0;
		if (score !== void 0) yield `${JSON.stringify(row(record.task, sample, metric, score, names))}\n`;
	}
}
function row(task, sample, metric, score, names) {
	const { id, filter, scores: _all, output, usage, ...kept } = sample;
	const { input_digest, target_digest } = sample;
	const plain = typeof score === "number";
	const value = plain ? score : substitute(score);
	return {
		schema_version: SCHEMA_VERSION,
		evaluation_id: names.evaluation,
		model_id: names.model,
		evaluation_name: filter === void 0 ? task : `${task}/${filter}`,
		evaluation_result_id: resultId(task, metric.name, filter),
		sample_id: id,
		sample_hash: createHash("sha256").update(`${input_digest}${target_digest}`).digest("hex"),
		interaction_type: "single_turn",
		input: {
			raw: input_digest,
			reference: [target_digest]
		},
		output: { raw: output === void 0 ? [] : [output] },
		answer_attribution: [],
		evaluation: {
			score: value,
			is_correct: isRight$1(value, plain, metric)
		},
		...usage === void 0 ? {} : { token_usage: {
			input_tokens: usage.prompt_tokens,
			output_tokens: usage.output_tokens,
			total_tokens: usage.prompt_tokens + usage.output_tokens
		} },
		...!plain && isUnscored(score) ? { error: score.unscored } : {},
		metadata: { weighbridge: canonicalJson({
			...kept,
			metric: metric.name,
			...filter === void 0 ? {} : { filter },
			...plain ? {} : { score }
		}) }
	};
}
/** The format demands a number: of a ratio its value; of what has none 0, beside the error or the parts that say so. */
function substitute(score) {
	if (isUnscored(score) || !isRatio(score)) return 0;
	const value = score.numerator / score.denominator;
	return Number.isFinite(value) ? value : 0;
}
function isRight$1(score, plain, metric) {
	return plain && score === (worseSign(metric) === 1 ? metric.range.min : metric.range.max);
}

// src/results/formats/every-eval-ever/files.ts
/** Versions 0.2 and 0.3, of which only what is read here; names as in the published schemas. */
const text$2 = string().nullish();
const details = record(string(), unknown$1()).nullish();
/** A bound may be the word for what JSON cannot write. */
const bound = union([
	number(),
	literal("Infinity"),
	literal("-Infinity")
]).nullish().transform((value) => typeof value === "number" && Number.isFinite(value) ? value : null);
const resultSchema = object({
	evaluation_result_id: text$2,
	evaluation_name: string().min(1),
	source_data: record(string(), unknown$1()).nullish(),
	metric_config: object({
		metric_id: text$2,
		metric_name: text$2,
		metric_unit: text$2,
		lower_is_better: boolean(),
		score_type: text$2,
		has_unknown_level: boolean().nullish(),
		min_score: bound,
		max_score: bound,
		llm_scoring: unknown$1().optional()
	}),
	score_details: object({
		score: number(),
		uncertainty: object({
			standard_error: object({ value: number().min(0) }).nullish(),
			num_samples: int().min(1).nullish()
		}).nullish()
	}),
	generation_config: unknown$1().optional()
});
const evaluationSchema = object({
	schema_version: string().regex(/^0\.[23]\./, "only versions 0.2 and 0.3 are known"),
	evaluation_id: string(),
	evaluation_timestamp: text$2,
	retrieved_timestamp: text$2,
	eval_library: object({
		name: string(),
		version: text$2,
		additional_details: details
	}).nullish(),
	model_info: object({
		id: string().min(1),
		inference_engine: object({
			name: text$2,
			version: text$2
		}).nullish()
	}),
	evaluation_results: array(resultSchema).min(1),
	detailed_evaluation_results: object({
		format: literal("jsonl"),
		file_path: string(),
		hash_algorithm: _enum(["sha256", "md5"]).nullish(),
		checksum: text$2,
		total_rows: int().min(0).nullish()
	}).nullish()
});
const rowSchema$1 = object({
	evaluation_id: string(),
	model_id: string(),
	evaluation_name: string(),
	evaluation_result_id: text$2,
	sample_id: string().min(1),
	input: object({
		raw: string().nullish(),
		formatted: text$2,
		reference: array(string()).nullish(),
		choices: array(string()).nullish()
	}),
	output: object({ raw: array(string()) }).nullish(),
	messages: array(object({
		role: string(),
		content: text$2
	})).nullish(),
	evaluation: object({ score: custom((value) => typeof value === "number", "not a number").nullish() }),
	error: text$2,
	token_usage: object({
		input_tokens: int().min(0),
		output_tokens: int().min(0)
	}).nullish(),
	metadata: record(string(), unknown$1()).nullish()
});
/** @throws WeighbridgeError `data` naming the file and the key */
async function readEvaluation(file) {
	const read = await readJsonAs(file, evaluationSchema, "an evaluation of Every Eval Ever");
	return {
		file,
		evaluation: read.value,
		digest: read.digest
	};
}
/**
* The samples beside an aggregate file; null where it names none. Of the path in the file only the name is taken: it is
* rooted in a repository that need not be here, and might lead anywhere.
* @throws WeighbridgeError `data` when they are named and not there
*/
async function rowsFile({ file, evaluation }) {
	const named = evaluation.detailed_evaluation_results;
	if (!named) return null;
	const samples = join(dirname(file), basename(named.file_path));
	if (await companionFile(dirname(file), samples, file) !== null) return samples;
	throw new WeighbridgeError("data", "the samples of this evaluation are not beside it", {
		at: {
			file,
			key: "detailed_evaluation_results.file_path"
		},
		fix: `put ${basename(samples)} into ${dirname(file)}`
	});
}
/**
* Every row; that all of them are there, and unchanged, is known at the end.
* @throws WeighbridgeError `data` with file and line
*/
async function* evaluationRows({ evaluation, file: aggregate }, file) {
	const { checksum, hash_algorithm, total_rows } = evaluation.detailed_evaluation_results ?? {};
	const hash = createHash(hash_algorithm ?? "sha256");
	let rows = 0;
	for await (const { members, at } of jsonLines(file, { hash })) {
		const row = parseAs(rowSchema$1, members, "a sample of Every Eval Ever", at);
		const { evaluation_id, model_id } = row;
		if (evaluation_id !== evaluation.evaluation_id || model_id !== evaluation.model_info.id) {
			const message = `a sample of the evaluation ${evaluation_id} of ${model_id}, which is not that of ${aggregate}`;
			throw new WeighbridgeError("data", message, { at });
		}
		rows += 1;
		yield {
			row,
			at
		};
	}
	const fix = "keep the whole file of samples as it was written";
	if (typeof total_rows === "number" && total_rows !== rows) throw new WeighbridgeError("data", `${rows} samples of ${total_rows}`, {
		at: { file },
		fix
	});
	if (checksum && checksum.toLowerCase() !== hash.digest("hex")) throw new WeighbridgeError("data", `not the file whose checksum ${aggregate} has`, {
		at: { file },
		fix
	});
}

// src/results/formats/every-eval-ever/samples.ts
/** @throws WeighbridgeError `data` for two results of one name, or a score outside of its own bounds */
function measuredOf({ evaluation, file }) {
	const seen = /* @__PURE__ */ new Set();
	return evaluation.evaluation_results.map((result, index) => {
		const at = {
			file,
			key: `evaluation_results.${index}`
		};
		const measured = measure(result);
		const { task, metric, divisor } = measured;
		const name = `${task}/${metric.name}`;
		if (seen.has(name)) throw new WeighbridgeError("data", `two results are called ${name}`, { at });
		seen.add(name);
		const score = result.score_details.score / divisor;
		if (liesIn(metric.range, score)) return measured;
		throw new WeighbridgeError("data", `${name} is ${result.score_details.score}, outside of its bounds`, {
			at,
			fix: "say in metric_config on which scale it is: metric_unit, min_score and max_score"
		});
	});
}
function measure(result) {
	const { metric_id, metric_name, metric_unit, lower_is_better, score_type, min_score, max_score } = result.metric_config;
	const unit = metric_unit?.toLowerCase() ?? "";
	const isPercent = unit === "percent" || unit === "percentage" || unit === "%";
	const isRate = isPercent || unit === "proportion" || score_type === "binary" || min_score === 0 && max_score === 1;
	const metric = meanMetric(metric_id || metric_name || "score", lower_is_better ? "lower_is_better" : "higher_is_better", isRate ? "rate" : "number");
	return {
		result,
		task: result.evaluation_name,
		metric: isRate ? metric : {
			...metric,
			range: {
				min: min_score ?? null,
				max: max_score ?? null
			}
		},
		divisor: isPercent ? 100 : 1
	};
}
/** Why a row says nothing of the model; null where it has a score. */
function whyUnscored$2({ error, evaluation: { score } }, { result }) {
	if (error) return errorReason(error);
	if (score === null || score === void 0) return "no score in the file";
	if (!Number.isFinite(score)) return String(score);
	return result.metric_config.has_unknown_level && score === -1 ? "unknown level" : null;
}
/** To which result each row belongs: by its id, or by its name where only one result has that. */
function joinerOf(all) {
	const unique = (names) => new Map(all.flatMap((each, index) => {
		const name = names[index];
		return name && names.indexOf(name) === names.lastIndexOf(name) ? [[name, each]] : [];
	}));
	const byId = unique(all.map(({ result }) => result.evaluation_result_id));
	const byName = unique(all.map(({ result }) => result.evaluation_name));
	return ({ evaluation_result_id: id, evaluation_name: name }) => (id ? byId.get(id) : byName.get(name)) ?? null;
}
/**
* Which results have samples, all of which are there and add up to the result.
* @throws WeighbridgeError `data`
*/
async function tallyRows(source, all) {
	const file = await rowsFile(source);
	if (file === null) return [];
	const counts = /* @__PURE__ */ new Map();
	const join = joinerOf(all);
	for await (const { row } of evaluationRows(source, file)) {
		const measured = join(row);
		if (measured === null) continue;
		const counted = counts.get(measured) ?? {
			rows: 0,
			scored: 0,
			sum: 0,
			sumOfAll: 0
		};
		counts.set(measured, counted);
		counted.rows += 1;
		const score = Number.isFinite(row.evaluation.score) ? Number(row.evaluation.score) : 0;
		counted.sumOfAll += score;
		if (whyUnscored$2(row, measured) !== null) continue;
		counted.scored += 1;
		counted.sum += score;
	}
	return [...counts].map(([measured, counted]) => checked(measured, counted, source));
}
function checked(measured, counted, { file }) {
	const { result, task, metric } = measured;
	const { score, uncertainty } = result.score_details;
	const at = {
		file,
		key: `evaluation_results (${task}/${metric.name})`
	};
	const expected = uncertainty?.num_samples ?? counted.rows;
	if (expected > counted.rows) throw new WeighbridgeError("data", `${task}/${metric.name} has ${counted.rows} samples of ${expected}`, { at });
	const means = [counted.sum / counted.scored, counted.sumOfAll / counted.rows];
	const divisor = (measured.divisor === 100 ? [100, 1] : [1]).find((scale) => means.some((mean) => Math.abs(mean * measured.divisor / scale - score) <= roundingOf(score)));
	if (divisor !== void 0 || counted.scored === 0) return {
		measured,
		divisor: divisor ?? 1,
		rows: counted.rows
	};
	throw new WeighbridgeError("data", `${task}/${metric.name} is ${score} in the evaluation and ${means[0]} by the samples`, {
		at,
		fix: "keep evaluation and samples of one run together, and change neither"
	});
}
/** Half a unit of the last decimal that was written, at most of the second: collectors round. */
function roundingOf(score) {
	const decimals = /\.(\d+)$/.exec(String(score))?.[1]?.length ?? 0;
	return .5 * 10 ** -Math.max(decimals, 2) + 1e-9 * Math.max(1, Math.abs(score));
}
/**
* The samples of one task. Rows of a sample's other metrics may stand anywhere, so that with several metrics they are
* gathered; with one they pass through.
*/
async function* sampledRows(source, all, sampled) {
	const file = await rowsFile(source);
	if (file === null) return;
	const join = joinerOf(all);
	const own = new Map(sampled.map((each) => [each.measured, each]));
	const gathered = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Map();
	let index = 0;
	for await (const { row, at } of evaluationRows(source, file)) {
		const measured = join(row);
		const found = measured === null ? void 0 : own.get(measured);
		if (found === void 0) continue;
		const { metric } = found.measured;
		const key = JSON.stringify([metric.name, row.sample_id]);
		const occurrence = (seen.get(key) ?? 0) + 1;
		seen.set(key, occurrence);
		const sample = toSample$2(row, occurrence, { [metric.name]: scoreOf$7(row, found, at) }, index);
		const placed = {
			sample,
			at
		};
		if (sampled.length === 1) {
			index += 1;
			yield placed;
			continue;
		}
		const other = gathered.get(sample.id);
		if (other === void 0) index += 1;
		gathered.set(sample.id, other === void 0 ? placed : joined$3(other, placed));
	}
	yield* gathered.values();
}
function scoreOf$7(row, { measured, divisor }, at) {
	const why = whyUnscored$2(row, measured);
	if (why !== null) return { unscored: why };
	const { name, range } = measured.metric;
	const score = (row.evaluation.score ?? NaN) / divisor;
	if (liesIn(range, score)) return score;
	throw new WeighbridgeError("data", `${name} is ${row.evaluation.score}, outside of its bounds`, { at });
}
/** A sample that has several rows of one metric was answered several times: not independent. */
function toSample$2(row, occurrence, scores, index) {
	const { raw, formatted, choices, reference } = row.input;
	const said = row.output?.raw[0] ?? row.messages?.findLast(({ role }) => role === "assistant")?.content;
	const id = idFrom(row.sample_id);
	return {
		id: numberedId(id, occurrence),
		index,
		input_digest: raw ? digest$1({
			raw,
			formatted,
			choices
		}) : NOT_RECORDED,
		target_digest: reference && reference.length > 0 ? digest$1(reference) : NOT_RECORDED,
		scores,
		cluster: id,
		...typeof said === "string" ? { output: said } : {},
		...usageOf(row)
	};
}
function usageOf({ token_usage: used }) {
	return used ? { usage: {
		prompt_tokens: used.input_tokens,
		output_tokens: used.output_tokens
	} } : {};
}
/** @throws WeighbridgeError `data` where two rows of a sample do not ask the same */
function joined$3(first, second) {
	const [a, b] = [first.sample, second.sample];
	if (a.input_digest !== b.input_digest || a.target_digest !== b.target_digest) {
		const message = `the sample ${JSON.stringify(b.id)} asks something else in another row`;
		throw new WeighbridgeError("data", message, { at: second.at });
	}
	return {
		at: first.at,
		sample: {
			...b,
			...a,
			scores: {
				...a.scores,
				...b.scores
			}
		}
	};
}

// src/results/formats/every-eval-ever/own.ts
/** Under this name an export of our own keeps what the format has no place for, as JSON. */
const OWN$1 = "weighbridge";
/** The run of which an evaluation is an export; null for the evaluations of others. */
function ownRecord({ evaluation, file }) {
	const written = evaluation.eval_library?.additional_details?.[OWN$1];
	return typeof written === "string" ? parseRunRecord(written, file) : null;
}
/**
* A run as it was exported.
* @throws WeighbridgeError `data`
*/
async function ownRun(source, record) {
	if (record.status.state !== "complete") throw new WeighbridgeError("data", "an export of a run that is not complete", { at: { file: source.file } });
	const samples = await rowsFile(source);
	return {
		...record,
		file: source.file,
		async *samples() {
			if (samples !== null) yield* samplesOf$6(source, samples);
		}
	};
}
/** Rows of one sample stand together. */
async function* samplesOf$6(source, file) {
	let current = null;
	for await (const { row, at } of evaluationRows(source, file)) {
		const sample = toSample$1(row, at);
		if (current !== null && sampleKey(current.sample) === sampleKey(sample)) {
			current = {
				at: current.at,
				sample: merged(current.sample, sample)
			};
			continue;
		}
		if (current !== null) yield current;
		current = {
			sample,
			at
		};
	}
	if (current !== null) yield current;
}
const merged = (first, second) => ({
	...second,
	scores: {
		...first.scores,
		...second.scores
	}
});
/** Its members are checked as those of our own samples are, where they are yielded. */
function toSample$1(row, at) {
	const { metric, score = row.evaluation.score, ...fields } = membersOf$1(row.metadata?.[OWN$1], at);
	if (typeof metric !== "string") throw new WeighbridgeError("data", "no metric", { at: {
		...at,
		key: OWN$1
	} });
	return {
		...fields,
		id: row.sample_id,
		scores: Object.fromEntries([[metric, score]]),
		...row.output?.raw[0] === void 0 ? {} : { output: row.output.raw[0] },
		...usageOf(row)
	};
}
function membersOf$1(written, at) {
	const value = typeof written === "string" ? parseLenientJson(written, at) : void 0;
	if (isObject(value)) return value;
	throw new WeighbridgeError("data", "a row of an export of Weighbridge without its own part", { at });
}

// src/results/formats/every-eval-ever/every-eval-ever.ts
const KEYS = [
	"\"schema_version\"",
	"\"evaluation_id\"",
	"\"model_info\"",
	"\"evaluation_results\""
];
const everyEvalEver = defineFormat({
	name: "Every Eval Ever",
	summary: "evaluations of schema 0.2 and 0.3 with or without samples: a .json, or a folder of them of one model",
	detect: (head) => /^\s*\{\s*"/.test(head) && KEYS.every((key) => head.includes(key)),
	locate: {
		depth: 5,
		names: /\.json$/
	},
	readsAll: true,
	modelOf: ({ evaluation }) => evaluation.model_info.id,
	choices: ["model"],
	read: readEvaluation,
	async toRuns(sources, { each }) {
		const { id: name } = sources[0].evaluation.model_info;
		const by = {
			model: name,
			files: sources.map((source) => source.digest).sort()
		};
		const model = unidentifiedModel(`${name}, by Every Eval Ever`, by);
		return (await each(sources, (source) => tasksOf(source, model))).flat().sort(byTask);
	},
	exporter: everyEvalEverExporter
});
/** Of metrics without samples nothing is known but a number, which has no place beside samples: they are left out. */
async function tasksOf(source, model) {
	const own = ownRecord(source);
	if (own !== null) return [await ownRun(source, own)];
	const all = measuredOf(source);
	const sampled = await tallyRows(source, all);
	return [...groupBy(all, ({ task }) => task)].map(([task, results]) => {
		const withSamples = sampled.filter(({ measured }) => results.includes(measured));
		const common = {
			file: source.file,
			task,
			model,
			...fingerprinted(source, results),
			...startOf(source)
		};
		if (withSamples.length === 0) return {
			...common,
			metrics: results.map(({ metric }) => metric),
			aggregates: results.map(aggregateOf$1)
		};
		return {
			...common,
			metrics: withSamples.map(({ measured }) => measured.metric),
			planned: Math.max(...withSamples.map(({ rows }) => rows)),
			samples: () => sampledRows(source, all, withSamples)
		};
	});
}
function aggregateOf$1({ result, metric, divisor }) {
	const { score, uncertainty } = result.score_details;
	const stderr = uncertainty?.standard_error?.value;
	return {
		metric: metric.name,
		value: score / divisor,
		stderr: stderr === void 0 ? null : stderr / divisor,
		n: uncertainty?.num_samples ?? null
	};
}
function fingerprinted({ evaluation }, results) {
	const { eval_library: library, model_info } = evaluation;
	const of = (pick) => {
		const values = results.map(({ result }) => pick(result)).filter((value) => value !== void 0 && value !== null);
		return values.length === 0 ? null : values;
	};
	const generation = of(({ generation_config }) => generation_config);
	const judges = of(({ metric_config }) => metric_config.llm_scoring);
	return { fingerprint: {
		dataset: digest$1(of(({ source_data }) => source_data)),
		generation: generation === null ? null : brief$1(generation),
		scorers: judges === null ? null : digest$1(judges),
		engine: model_info.inference_engine?.name ?? null,
		engine_version: model_info.inference_engine?.version ?? null,
		harness: library?.name ?? null,
		harness_version: library?.version ?? null
	} };
}
/** Seconds since 1970, as a text. */
function startOf({ evaluation }) {
	const written = evaluation.evaluation_timestamp ?? evaluation.retrieved_timestamp;
	const date = /* @__PURE__ */ new Date(Number(written ?? NaN) * 1e3);
	if (!Number.isNaN(date.getTime())) return { started: date.toISOString() };
	return written ? { started: written } : {};
}

// src/results/formats/helm/files.ts
const [SPEC, STATS, INSTANCES] = [
	"run_spec.json",
	"stats.json",
	"per_instance_stats.json"
];
const stat$1 = object({
	name: object({
		name: string(),
		split: string().nullish(),
		sub_split: string().nullish(),
		perturbation: unknown$1().optional()
	}),
	count: number(),
	mean: number().nullish()
});
const specSchema$1 = object({
	name: string().min(1),
	scenario_spec: unknown$1().optional(),
	adapter_spec: record(string(), unknown$1()),
	metric_specs: unknown$1().optional(),
	data_augmenter_spec: unknown$1().optional()
});
const instanceSchema = object({
	instance_id: string().min(1),
	train_trial_index: int().min(0).default(0),
	perturbation: unknown$1().optional(),
	stats: array(stat$1)
});
const stateSchema = object({ request_states: array(object({
	instance: object({
		id: string().nullish(),
		perturbation: unknown$1().optional(),
		references: unknown$1().optional()
	}),
	train_trial_index: int().min(0).default(0),
	request: record(string(), unknown$1()),
	result: object({ completions: array(object({ text: string().nullish() })).nullish() }).nullish()
})) });
/** @throws WeighbridgeError `data` for a file that is missing or not what HELM writes */
async function readHelmRun(folder) {
	const spec = required(await read(folder, SPEC, specSchema$1), SPEC, folder);
	const stats = required(await read(folder, STATS, array(stat$1)), STATS, folder);
	const instances = required(await read(folder, INSTANCES, array(instanceSchema)), INSTANCES, folder);
	const states = await read(folder, "scenario_state.json", stateSchema);
	const digests = [
		spec,
		stats,
		instances,
		states
	].map((file) => file?.digest);
	return {
		folder,
		spec: spec.value,
		stats: stats.value,
		instances: instances.value,
		model: String(spec.value.adapter_spec.model ?? "a model without a name"),
		task: taskOf$6(spec.value.name),
		states: states?.value.request_states ?? null,
		digest: digests.join()
	};
}
/** `mmlu:subject=anatomy,model=openai_gpt2`. */
function taskOf$6(name) {
	const colon = name.indexOf(":");
	if (colon === -1) return name;
	const own = name.slice(colon + 1).split(",").filter((part) => !/^model(_deployment)?=/.test(part));
	return own.length === 0 ? name.slice(0, colon) : `${name.slice(0, colon)}:${own.join(",")}`;
}
async function read(folder, name, schema) {
	const file = await companionFile(folder, join(folder, name));
	return file === null ? null : readJsonAs(file, schema, "a file of HELM");
}
function required(read, name, folder) {
	if (read !== null) return read;
	throw new WeighbridgeError("data", "no such file: the run did not finish, or was copied in part", {
		at: { file: join(folder, name) },
		fix: "run helm-run again"
	});
}
/** `benchmark_output/runs/<suite>/<run>`. */
const MAX_DEPTH$2 = 3;
/** Folders of runs; what has nothing but its specification never began. */
async function runsUnder(path, depth = MAX_DEPTH$2) {
	if (existsSync(join(path, SPEC))) return [STATS, INSTANCES].some((file) => existsSync(join(path, file))) ? [path] : [];
	const found = [];
	for (const name of depth === 0 ? [] : await foldersIn(path)) found.push(...await runsUnder(join(path, name), depth - 1));
	return found;
}

// src/results/formats/helm/helm.ts
const helm = defineFormat({
	name: "HELM",
	summary: "a run folder of helm-run, or a folder of runs of one model",
	locate: (path) => runsUnder(path),
	readsAll: true,
	modelOf: ({ model }) => model,
	directions: commonDirection,
	read: readHelmRun,
	async toRuns(runs, { directions, each }) {
		const digests = runs.map(({ digest: own }) => own).sort();
		const model = unidentifiedModel(`${runs[0].model}, by runs of HELM`, digests.join());
		return (await each(runs, (run) => taskOf$5(run, model, directions))).sort(byTask);
	}
});
/** Instances as they were: perturbed ones answer another question, and HELM sums them up apart. */
const plain$2 = ({ perturbation }) => !perturbation;
/**
* @param model stands for all runs of one model
* @throws WeighbridgeError `data` also for a metric that nobody knows
*/
function taskOf$5(run, model, directions) {
	const { folder, spec, task } = run;
	const file = join(folder, "per_instance_stats.json");
	const instances = run.instances.filter(plain$2);
	const metrics = metricsOf$3(run, instances, directions);
	const states = statesByKey(run.states);
	const trials = new Set(instances.map((instance) => instance.train_trial_index)).size;
	const samples = instances.map((instance, index) => {
		const own = states.get(keyOf(instance.instance_id, instance.train_trial_index)) ?? [];
		const [state] = own;
		const output = own.length === 1 ? state?.result?.completions?.[0]?.text : void 0;
		return { sample: {
			id: idOf$1(instance),
			index,
			input_digest: own.length === 0 ? NOT_RECORDED : digest$1(own.map(({ request }) => request.prompt)),
			target_digest: state === void 0 ? NOT_RECORDED : digest$1(state.instance.references),
			scores: Object.fromEntries(metrics.map(({ name }) => [name, scoreOf$6(instance, name)])),
			...trials > 1 ? { cluster: instance.instance_id } : {},
			...output === void 0 || output === null ? {} : { output }
		} };
	});
	checkCount$1(run, samples.length, trials, file);
	return {
		file,
		task,
		metrics,
		model,
		samples,
		expected: metrics.flatMap(({ name }) => sumsOf(run, instances, name, file)),
		fingerprint: fingerprintOf$5(spec)
	};
}
const keyOf = (id, trial) => trial === 0 ? id : `${id}#trial${trial}`;
const idOf$1 = ({ instance_id, train_trial_index }) => idFrom(keyOf(instance_id, train_trial_index));
/** A question whose choices are asked about one by one has a state a choice. */
const statesByKey = (states) => groupBy((states ?? []).filter(({ instance }) => plain$2(instance)), (state) => keyOf(state.instance.id ?? "", state.train_trial_index));
/** Most statistics of HELM count tokens and seconds: those that nobody knows a direction of are no metrics. */
function metricsOf$3({ folder, task }, instances, directions) {
	const names = new Set(instances.flatMap(({ stats }) => stats.map(({ name }) => name.name)));
	const metrics = [...names].sort().flatMap((name) => commonMetric(name, directions) ?? []);
	const exact = metrics.findIndex(({ name }) => name === "exact_match");
	if (exact > 0) metrics.unshift(...metrics.splice(exact, 1));
	if (metrics.length > 0) return metrics;
	throw new WeighbridgeError("data", `no metric of ${task} that is known (${[...names].join(", ")})`, {
		at: { file: join(folder, "per_instance_stats.json") },
		fix: sayDirection(folder, "NAME")
	});
}
function scoreOf$6({ stats }, metric) {
	const own = stats.find(({ name }) => name.name === metric && !name.perturbation);
	if (own?.mean === void 0 || own.mean === null || own.count === 0) return { unscored: "no such statistic: HELM leaves out what is not a number" };
	return Number.isFinite(own.mean) ? own.mean : { unscored: String(own.mean) };
}
/** @throws WeighbridgeError `data` unless there are as many instances as HELM counts */
function checkCount$1({ stats }, lines, trials, file) {
	const counts = stats.filter(({ name }) => name.name === "num_instances" && plain$2(name) && !name.sub_split);
	const expected = counts.reduce((sum, { mean }) => sum + (mean ?? 0), 0) * trials;
	if (counts.length === 0 || expected === lines) return;
	throw new WeighbridgeError("data", `${lines} instances, and the run evaluated ${expected}`, {
		at: { file },
		fix: "keep the whole run folder"
	});
}
/** HELM sums up each split by itself. */
function sumsOf({ stats }, instances, metric, file) {
	return stats.flatMap(({ name, mean }) => {
		if (name.name !== metric || !plain$2(name) || name.sub_split || typeof mean !== "number") return [];
		const own = instances.filter(({ stats: each }) => each.some((other) => other.name.name === metric && other.name.split === name.split));
		const ids = new Set(own.map(idOf$1));
		return [{
			metric,
			value: mean,
			at: {
				file,
				key: `${metric} of ${name.split}`
			},
			of: ({ id }) => ids.has(id)
		}];
	});
}
const GENERATION = [
	"temperature",
	"max_tokens",
	"stop_sequences",
	"num_outputs",
	"random",
	"num_trials"
];
const NOT_PROMPT = [
	...GENERATION,
	"model",
	"model_deployment",
	"max_train_instances",
	"max_eval_instances"
];
function fingerprintOf$5({ scenario_spec, adapter_spec, metric_specs, ...spec }) {
	const pick = (wanted) => Object.fromEntries(Object.entries(adapter_spec).filter(([key]) => wanted(key)));
	const { max_train_instances, max_eval_instances, model_deployment } = adapter_spec;
	return {
		dataset: digest$1({
			scenario_spec,
			max_eval_instances
		}),
		prompt: digest$1({
			adapter: pick((key) => !NOT_PROMPT.includes(key)),
			augmenter: spec.data_augmenter_spec
		}),
		few_shot: typeof max_train_instances === "number" ? max_train_instances : null,
		generation: brief$1(pick((key) => GENERATION.includes(key))),
		scorers: brief$1(metric_specs),
		engine: typeof model_deployment === "string" ? model_deployment.split("/")[0] ?? null : null,
		harness: "helm"
	};
}

// node_modules/fzstd/esm/index.mjs
var ab = ArrayBuffer;
var u8 = Uint8Array;
var u16 = Uint16Array;
var i16 = Int16Array;
var i32 = Int32Array;
var slc = function(v, s, e) {
	if (u8.prototype.slice) return u8.prototype.slice.call(v, s, e);
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	var n = new u8(e - s);
	n.set(v.subarray(s, e));
	return n;
};
var fill$1 = function(v, n, s, e) {
	if (u8.prototype.fill) return u8.prototype.fill.call(v, n, s, e);
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	for (; s < e; ++s) v[s] = n;
	return v;
};
var cpw = function(v, t, s, e) {
	if (u8.prototype.copyWithin) return u8.prototype.copyWithin.call(v, t, s, e);
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	while (s < e) v[t++] = v[s++];
};
var ec = [
	"invalid zstd data",
	"window size too large (>2046MB)",
	"invalid block type",
	"FSE accuracy too high",
	"match distance too far back",
	"unexpected EOF"
];
var err = function(ind, msg, nt) {
	var e = new Error(msg || ec[ind]);
	e.code = ind;
	if (Error.captureStackTrace) Error.captureStackTrace(e, err);
	if (!nt) throw e;
	return e;
};
var rb = function(d, b, n) {
	var i = 0, o = 0;
	for (; i < n; ++i) o |= d[b++] << (i << 3);
	return o;
};
var b4 = function(d, b) {
	return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var rzfh = function(dat, w) {
	var n3 = dat[0] | dat[1] << 8 | dat[2] << 16;
	if (n3 == 3126568 && dat[3] == 253) {
		var flg = dat[4];
		var ss = flg >> 5 & 1, cc = flg >> 2 & 1, df = flg & 3, fcf = flg >> 6;
		if (flg & 8) err(0);
		var bt = 6 - ss;
		var db = df == 3 ? 4 : df;
		var di = rb(dat, bt, db);
		bt += db;
		var fsb = fcf ? 1 << fcf : ss;
		var fss = rb(dat, bt, fsb) + (fcf == 1 && 256);
		var ws = fss;
		if (!ss) {
			var wb = 1 << 10 + (dat[5] >> 3);
			ws = wb + (wb >> 3) * (dat[5] & 7);
		}
		if (ws > 2145386496) err(1);
		var buf = new u8((w == 1 ? fss || ws : w ? 0 : ws) + 12);
		buf[0] = 1, buf[4] = 4, buf[8] = 8;
		return {
			b: bt + fsb,
			y: 0,
			l: 0,
			d: di,
			w: w && w != 1 ? w : buf.subarray(12),
			e: ws,
			o: new i32(buf.buffer, 0, 3),
			u: fss,
			c: cc,
			m: Math.min(131072, ws)
		};
	} else if ((n3 >> 4 | dat[3] << 20) == 25481893) return b4(dat, 4) + 8;
	err(0);
};
var msb = function(val) {
	var bits = 0;
	for (; 1 << bits <= val; ++bits);
	return bits - 1;
};
var rfse = function(dat, bt, mal) {
	var tpos = (bt << 3) + 4;
	var al = (dat[bt] & 15) + 5;
	if (al > mal) err(3);
	var sz = 1 << al;
	var probs = sz, sym = -1, re = -1, i = -1, ht = sz;
	var buf = new ab(512 + (sz << 2));
	var freq = new i16(buf, 0, 256);
	var dstate = new u16(buf, 0, 256);
	var nstate = new u16(buf, 512, sz);
	var bb1 = 512 + (sz << 1);
	var syms = new u8(buf, bb1, sz);
	var nbits = new u8(buf, bb1 + sz);
	while (sym < 255 && probs > 0) {
		var bits = msb(probs + 1);
		var cbt = tpos >> 3;
		var msk = (1 << bits + 1) - 1;
		var val = (dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (tpos & 7) & msk;
		var msk1fb = (1 << bits) - 1;
		var msv = msk - probs - 1;
		var sval = val & msk1fb;
		if (sval < msv) tpos += bits, val = sval;
		else {
			tpos += bits + 1;
			if (val > msk1fb) val -= msv;
		}
		freq[++sym] = --val;
		if (val == -1) {
			probs += val;
			syms[--ht] = sym;
		} else probs -= val;
		if (!val) do {
			var rbt = tpos >> 3;
			re = (dat[rbt] | dat[rbt + 1] << 8) >> (tpos & 7) & 3;
			tpos += 2;
			sym += re;
		} while (re == 3);
	}
	if (sym > 255 || probs) err(0);
	var sympos = 0;
	var sstep = (sz >> 1) + (sz >> 3) + 3;
	var smask = sz - 1;
	for (var s = 0; s <= sym; ++s) {
		var sf = freq[s];
		if (sf < 1) {
			dstate[s] = -sf;
			continue;
		}
		for (i = 0; i < sf; ++i) {
			syms[sympos] = s;
			do
				sympos = sympos + sstep & smask;
			while (sympos >= ht);
		}
	}
	if (sympos) err(0);
	for (i = 0; i < sz; ++i) {
		var ns = dstate[syms[i]]++;
		var nb = nbits[i] = al - msb(ns);
		nstate[i] = (ns << nb) - sz;
	}
	return [tpos + 7 >> 3, {
		b: al,
		s: syms,
		n: nbits,
		t: nstate
	}];
};
var rhu = function(dat, bt) {
	var i = 0, wc = -1;
	var buf = new u8(292), hb = dat[bt];
	var hw = buf.subarray(0, 256);
	var rc = buf.subarray(256, 268);
	var ri = new u16(buf.buffer, 268);
	if (hb < 128) {
		var _a = rfse(dat, bt + 1, 6), ebt = _a[0], fdt = _a[1];
		bt += hb;
		var epos = ebt << 3;
		var lb = dat[bt];
		if (!lb) err(0);
		var st1 = 0, st2 = 0, btr1 = fdt.b, btr2 = btr1;
		var fpos = (++bt << 3) - 8 + msb(lb);
		for (;;) {
			fpos -= btr1;
			if (fpos < epos) break;
			var cbt = fpos >> 3;
			st1 += (dat[cbt] | dat[cbt + 1] << 8) >> (fpos & 7) & (1 << btr1) - 1;
			hw[++wc] = fdt.s[st1];
			fpos -= btr2;
			if (fpos < epos) break;
			cbt = fpos >> 3;
			st2 += (dat[cbt] | dat[cbt + 1] << 8) >> (fpos & 7) & (1 << btr2) - 1;
			hw[++wc] = fdt.s[st2];
			btr1 = fdt.n[st1];
			st1 = fdt.t[st1];
			btr2 = fdt.n[st2];
			st2 = fdt.t[st2];
		}
		if (++wc > 255) err(0);
	} else {
		wc = hb - 127;
		for (; i < wc; i += 2) {
			var byte = dat[++bt];
			hw[i] = byte >> 4;
			hw[i + 1] = byte & 15;
		}
		++bt;
	}
	var wes = 0;
	for (i = 0; i < wc; ++i) {
		var wt = hw[i];
		if (wt > 11) err(0);
		wes += wt && 1 << wt - 1;
	}
	var mb = msb(wes) + 1;
	var ts = 1 << mb;
	var rem = ts - wes;
	if (rem & rem - 1) err(0);
	hw[wc++] = msb(rem) + 1;
	for (i = 0; i < wc; ++i) {
		var wt = hw[i];
		++rc[hw[i] = wt && mb + 1 - wt];
	}
	var hbuf = new u8(ts << 1);
	var syms = hbuf.subarray(0, ts), nb = hbuf.subarray(ts);
	ri[mb] = 0;
	for (i = mb; i > 0; --i) {
		var pv = ri[i];
		fill$1(nb, i, pv, ri[i - 1] = pv + rc[i] * (1 << mb - i));
	}
	if (ri[0] != ts) err(0);
	for (i = 0; i < wc; ++i) {
		var bits = hw[i];
		if (bits) {
			var code = ri[bits];
			fill$1(syms, i, code, ri[bits] = code + (1 << mb - bits));
		}
	}
	return [bt, {
		n: nb,
		b: mb,
		s: syms
	}];
};
var dllt = (/*#__PURE__*/ rfse(/*#__PURE__*/ new u8([
	81,
	16,
	99,
	140,
	49,
	198,
	24,
	99,
	12,
	33,
	196,
	24,
	99,
	102,
	102,
	134,
	70,
	146,
	4
]), 0, 6))[1];
var dmlt = (/*#__PURE__*/ rfse(/*#__PURE__*/ new u8([
	33,
	20,
	196,
	24,
	99,
	140,
	33,
	132,
	16,
	66,
	8,
	33,
	132,
	16,
	66,
	8,
	33,
	68,
	68,
	68,
	68,
	68,
	68,
	68,
	68,
	36,
	9
]), 0, 6))[1];
var doct = (/*#__PURE__ */ rfse(/*#__PURE__*/ new u8([
	32,
	132,
	16,
	66,
	102,
	70,
	68,
	68,
	68,
	68,
	36,
	73,
	2
]), 0, 5))[1];
var b2bl = function(b, s) {
	var len = b.length, bl = new i32(len);
	for (var i = 0; i < len; ++i) {
		bl[i] = s;
		s += 1 << b[i];
	}
	return bl;
};
var llb = /*#__PURE__ */ new u8((/*#__PURE__ */ new i32([
	0,
	0,
	0,
	0,
	16843009,
	50528770,
	134678020,
	202050057,
	269422093
])).buffer, 0, 36);
var llbl = /*#__PURE__ */ b2bl(llb, 0);
var mlb = /*#__PURE__ */ new u8((/*#__PURE__ */ new i32([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	16843009,
	50528770,
	117769220,
	185207048,
	252579084,
	16
])).buffer, 0, 53);
var mlbl = /*#__PURE__ */ b2bl(mlb, 3);
var dhu = function(dat, out, hu) {
	var len = dat.length, ss = out.length, lb = dat[len - 1], msk = (1 << hu.b) - 1, eb = -hu.b;
	if (!lb) err(0);
	var st = 0, btr = hu.b, pos = (len << 3) - 8 + msb(lb) - btr, i = -1;
	for (; pos > eb && i < ss;) {
		var cbt = pos >> 3;
		var val = (dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (pos & 7);
		st = (st << btr | val) & msk;
		out[++i] = hu.s[st];
		pos -= btr = hu.n[st];
	}
	if (pos != eb || i + 1 != ss) err(0);
};
var dhu4 = function(dat, out, hu) {
	var bt = 6;
	var sz1 = out.length + 3 >> 2, sz2 = sz1 << 1, sz3 = sz1 + sz2;
	dhu(dat.subarray(bt, bt += dat[0] | dat[1] << 8), out.subarray(0, sz1), hu);
	dhu(dat.subarray(bt, bt += dat[2] | dat[3] << 8), out.subarray(sz1, sz2), hu);
	dhu(dat.subarray(bt, bt += dat[4] | dat[5] << 8), out.subarray(sz2, sz3), hu);
	dhu(dat.subarray(bt), out.subarray(sz3), hu);
};
var rzb = function(dat, st, out) {
	var _a;
	var bt = st.b;
	var b0 = dat[bt], btype = b0 >> 1 & 3;
	st.l = b0 & 1;
	var sz = b0 >> 3 | dat[bt + 1] << 5 | dat[bt + 2] << 13;
	var ebt = (bt += 3) + sz;
	if (btype == 1) {
		if (bt >= dat.length) return;
		st.b = bt + 1;
		if (out) {
			fill$1(out, dat[bt], st.y, st.y += sz);
			return out;
		}
		return fill$1(new u8(sz), dat[bt]);
	}
	if (ebt > dat.length) return;
	if (btype == 0) {
		st.b = ebt;
		if (out) {
			out.set(dat.subarray(bt, ebt), st.y);
			st.y += sz;
			return out;
		}
		return slc(dat, bt, ebt);
	}
	if (btype == 2) {
		var b3 = dat[bt], lbt = b3 & 3, sf = b3 >> 2 & 3;
		var lss = b3 >> 4, lcs = 0, s4 = 0;
		if (lbt < 2) {
			if (sf & 1) lss |= dat[++bt] << 4 | (sf & 2 && dat[++bt] << 12);
			else lss = b3 >> 3;
		} else {
			s4 = sf;
			if (sf < 2) lss |= (dat[++bt] & 63) << 4, lcs = dat[bt] >> 6 | dat[++bt] << 2;
			else if (sf == 2) lss |= dat[++bt] << 4 | (dat[++bt] & 3) << 12, lcs = dat[bt] >> 2 | dat[++bt] << 6;
			else lss |= dat[++bt] << 4 | (dat[++bt] & 63) << 12, lcs = dat[bt] >> 6 | dat[++bt] << 2 | dat[++bt] << 10;
		}
		++bt;
		var buf = out ? out.subarray(st.y, st.y + st.m) : new u8(st.m);
		var spl = buf.length - lss;
		if (lbt == 0) buf.set(dat.subarray(bt, bt += lss), spl);
		else if (lbt == 1) fill$1(buf, dat[bt++], spl);
		else {
			var hu = st.h;
			if (lbt == 2) {
				var hud = rhu(dat, bt);
				lcs += bt - (bt = hud[0]);
				st.h = hu = hud[1];
			} else if (!hu) err(0);
			(s4 ? dhu4 : dhu)(dat.subarray(bt, bt += lcs), buf.subarray(spl), hu);
		}
		var ns = dat[bt++];
		if (ns) {
			if (ns == 255) ns = (dat[bt++] | dat[bt++] << 8) + 32512;
			else if (ns > 127) ns = ns - 128 << 8 | dat[bt++];
			var scm = dat[bt++];
			if (scm & 3) err(0);
			var dts = [
				dmlt,
				doct,
				dllt
			];
			for (var i = 2; i > -1; --i) {
				var md = scm >> (i << 1) + 2 & 3;
				if (md == 1) {
					var rbuf = new u8([
						0,
						0,
						dat[bt++]
					]);
					dts[i] = {
						s: rbuf.subarray(2, 3),
						n: rbuf.subarray(0, 1),
						t: new u16(rbuf.buffer, 0, 1),
						b: 0
					};
				} else if (md == 2) _a = rfse(dat, bt, 9 - (i & 1)), bt = _a[0], dts[i] = _a[1];
				else if (md == 3) {
					if (!st.t) err(0);
					dts[i] = st.t[i];
				}
			}
			var _b = st.t = dts, mlt = _b[0], oct = _b[1], llt = _b[2];
			var lb = dat[ebt - 1];
			if (!lb) err(0);
			var spos = (ebt << 3) - 8 + msb(lb) - llt.b, cbt = spos >> 3, oubt = 0;
			var lst = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << llt.b) - 1;
			cbt = (spos -= oct.b) >> 3;
			var ost = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << oct.b) - 1;
			cbt = (spos -= mlt.b) >> 3;
			var mst = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << mlt.b) - 1;
			for (++ns; --ns;) {
				var llc = llt.s[lst];
				var lbtr = llt.n[lst];
				var mlc = mlt.s[mst];
				var mbtr = mlt.n[mst];
				var ofc = oct.s[ost];
				var obtr = oct.n[ost];
				cbt = (spos -= ofc) >> 3;
				var ofp = 1 << ofc;
				var off = ofp + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16 | dat[cbt + 3] << 24) >>> (spos & 7) & ofp - 1);
				cbt = (spos -= mlb[mlc]) >> 3;
				var ml = mlbl[mlc] + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (spos & 7) & (1 << mlb[mlc]) - 1);
				cbt = (spos -= llb[llc]) >> 3;
				var ll = llbl[llc] + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (spos & 7) & (1 << llb[llc]) - 1);
				cbt = (spos -= lbtr) >> 3;
				lst = llt.t[lst] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << lbtr) - 1);
				cbt = (spos -= mbtr) >> 3;
				mst = mlt.t[mst] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << mbtr) - 1);
				cbt = (spos -= obtr) >> 3;
				ost = oct.t[ost] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << obtr) - 1);
				if (off > 3) {
					st.o[2] = st.o[1];
					st.o[1] = st.o[0];
					st.o[0] = off -= 3;
				} else {
					var idx = off - (ll != 0);
					if (idx) {
						off = idx == 3 ? st.o[0] - 1 : st.o[idx];
						if (idx > 1) st.o[2] = st.o[1];
						st.o[1] = st.o[0];
						st.o[0] = off;
					} else off = st.o[0];
				}
				for (var i = 0; i < ll; ++i) buf[oubt + i] = buf[spl + i];
				oubt += ll, spl += ll;
				var stin = oubt - off;
				if (stin < 0) {
					var len = -stin;
					var bs = st.e + stin;
					if (len > ml) len = ml;
					for (var i = 0; i < len; ++i) buf[oubt + i] = st.w[bs + i];
					oubt += len, ml -= len, stin = 0;
				}
				for (var i = 0; i < ml; ++i) buf[oubt + i] = buf[stin + i];
				oubt += ml;
			}
			if (oubt != spl) while (spl < buf.length) buf[oubt++] = buf[spl++];
			else oubt = buf.length;
			if (out) st.y += oubt;
			else buf = slc(buf, 0, oubt);
		} else if (out) {
			st.y += lss;
			if (spl) for (var i = 0; i < lss; ++i) buf[i] = buf[spl + i];
		} else if (spl) buf = slc(buf, spl);
		st.b = ebt;
		return buf;
	}
	err(2);
};
var cct = function(bufs, ol) {
	if (bufs.length == 1) return bufs[0];
	var buf = new u8(ol);
	for (var i = 0, b = 0; i < bufs.length; ++i) {
		var chk = bufs[i];
		buf.set(chk, b);
		b += chk.length;
	}
	return buf;
};
/**
* Decompressor for Zstandard streamed data
*/
var Decompress = /* @__PURE__ */ function() {
	/**
	* Creates a Zstandard decompressor
	* @param ondata The handler for stream data
	*/
	function Decompress(ondata) {
		this.ondata = ondata;
		this.c = [];
		this.l = 0;
		this.z = 0;
	}
	/**
	* Pushes data to be decompressed
	* @param chunk The chunk of data to push
	* @param final Whether or not this is the last chunk in the stream
	*/
	Decompress.prototype.push = function(chunk, final) {
		if (typeof this.s == "number") {
			var sub = Math.min(chunk.length, this.s);
			chunk = chunk.subarray(sub);
			this.s -= sub;
		}
		var ncs = chunk.length + this.l;
		if (!this.s) {
			if (final) {
				if (!ncs) {
					this.ondata(new u8(0), true);
					return;
				}
				if (ncs < 5) err(5);
			} else if (ncs < 18) {
				this.c.push(chunk);
				this.l = ncs;
				return;
			}
			if (this.l) {
				this.c.push(chunk);
				chunk = cct(this.c, ncs);
				this.c = [];
				this.l = 0;
			}
			if (typeof (this.s = rzfh(chunk)) == "number") return this.push(chunk, final);
		}
		if (typeof this.s != "number") {
			if (ncs < (this.z || 3)) {
				if (final) err(5);
				this.c.push(chunk);
				this.l = ncs;
				return;
			}
			if (this.l) {
				this.c.push(chunk);
				chunk = cct(this.c, ncs);
				this.c = [];
				this.l = 0;
			}
			if (!this.z && ncs < (this.z = chunk[this.s.b] & 2 ? 4 : 3 + (chunk[this.s.b] >> 3 | chunk[this.s.b + 1] << 5 | chunk[this.s.b + 2] << 13))) {
				if (final) err(5);
				this.c.push(chunk);
				this.l = ncs;
				return;
			} else this.z = 0;
			for (;;) {
				var blk = rzb(chunk, this.s);
				if (!blk) {
					if (final) err(5);
					var adc = chunk.subarray(this.s.b);
					this.s.b = 0;
					this.c.push(adc), this.l += adc.length;
					return;
				} else {
					this.ondata(blk, false);
					cpw(this.s.w, 0, blk.length);
					this.s.w.set(blk, this.s.w.length - blk.length);
				}
				if (this.s.l) {
					var rest = chunk.subarray(this.s.b);
					this.s = this.s.c * 4;
					this.push(rest, final);
					return;
				}
			}
		} else if (final) err(5);
	};
	return Decompress;
}();

// node_modules/pend/index.js
var require_pend = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Pend;
	function Pend() {
		this.pending = 0;
		this.max = Infinity;
		this.listeners = [];
		this.waiting = [];
		this.error = null;
	}
	Pend.prototype.go = function(fn) {
		if (this.pending < this.max) pendGo(this, fn);
		else this.waiting.push(fn);
	};
	Pend.prototype.wait = function(cb) {
		if (this.pending === 0) cb(this.error);
		else this.listeners.push(cb);
	};
	Pend.prototype.hold = function() {
		return pendHold(this);
	};
	function pendHold(self) {
		self.pending += 1;
		var called = false;
		return onCb;
		function onCb(err) {
			if (called) throw new Error("callback called twice");
			called = true;
			self.error = self.error || err;
			self.pending -= 1;
			if (self.waiting.length > 0 && self.pending < self.max) pendGo(self, self.waiting.shift());
			else if (self.pending === 0) {
				var listeners = self.listeners;
				self.listeners = [];
				listeners.forEach(cbListener);
			}
		}
		function cbListener(listener) {
			listener(self.error);
		}
	}
	function pendGo(self, fn) {
		fn(pendHold(self));
	}
}));

// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var util = __require("util");
	var stream = __require("stream");
	var Readable = stream.Readable;
	var PassThrough = stream.PassThrough;
	var Pend = require_pend();
	var EventEmitter = __require("events").EventEmitter;
	exports.BufferSlicer = BufferSlicer;
	exports.FdSlicer = FdSlicer;
	util.inherits(FdSlicer, EventEmitter);
	function FdSlicer(fd) {
		EventEmitter.call(this);
		this.fd = fd;
		this.pend = new Pend();
		this.pend.max = 1;
		this.refCount = 0;
	}
	FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		var self = this;
		self.pend.go(function(cb) {
			fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
				cb();
				callback(err, bytesRead, buffer);
			});
		});
	};
	FdSlicer.prototype.createReadStream = function(options) {
		return new ReadStream(this, options);
	};
	FdSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	FdSlicer.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount < 0) throw new Error("invalid unref");
		if (self.refCount > 0) return;
		fs.close(self.fd, onCloseDone);
		function onCloseDone(err) {
			if (err) self.emit("error", err);
			else self.emit("close");
		}
	};
	util.inherits(ReadStream, Readable);
	function ReadStream(context, options) {
		options = options || {};
		Readable.call(this, options);
		this.context = context;
		this.context.ref();
		this.start = options.start || 0;
		this.endOffset = options.end;
		this.pos = this.start;
	}
	ReadStream.prototype._read = function(n) {
		var self = this;
		var toRead = Math.min(self._readableState.highWaterMark, n);
		if (self.endOffset != null) toRead = Math.min(toRead, self.endOffset - self.pos);
		if (toRead <= 0) {
			self.push(null);
			this._cleanup();
			return;
		}
		self.context.pend.go(function(cb) {
			var buffer = Buffer.allocUnsafe(toRead);
			fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
				if (err) self.destroy(err);
				else if (bytesRead === 0) {
					self.push(null);
					self._cleanup();
				} else {
					self.pos += bytesRead;
					self.push(buffer.slice(0, bytesRead));
				}
				cb();
			});
		});
	};
	ReadStream.prototype._destroy = function(err, cb) {
		this._cleanup();
		cb(err);
	};
	ReadStream.prototype._cleanup = function() {
		if (this.context != null) {
			this.context.unref();
			this.context = null;
		}
	};
	util.inherits(BufferSlicer, EventEmitter);
	function BufferSlicer(buffer) {
		EventEmitter.call(this);
		this.refCount = 0;
		this.buffer = buffer;
	}
	BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
		if (position < 0) throw new RangeError("position is negative: " + position);
		if (offset + length > buffer.length) length = buffer.length - offset;
		if (position + length > this.buffer.length) length = this.buffer.length - position;
		if (length <= 0) {
			setImmediate(function() {
				callback(null, 0);
			});
			return;
		}
		this.buffer.copy(buffer, offset, position, position + length);
		setImmediate(function() {
			callback(null, length);
		});
	};
	BufferSlicer.prototype.createReadStream = function(options) {
		options = options || {};
		var readStream = new PassThrough(options);
		readStream.start = options.start || 0;
		readStream.endOffset = options.end;
		readStream.pos = readStream.endOffset || this.buffer.length;
		var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
		var maxChunkSize = 65536;
		var offset = 0;
		while (true) {
			var nextOffset = offset + maxChunkSize;
			if (nextOffset >= entireSlice.length) {
				if (offset < entireSlice.length) readStream.write(entireSlice.slice(offset, entireSlice.length));
				break;
			}
			readStream.write(entireSlice.slice(offset, nextOffset));
			offset = nextOffset;
		}
		readStream.end();
		return readStream;
	};
	BufferSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	BufferSlicer.prototype.unref = function() {
		this.refCount -= 1;
		if (this.refCount < 0) throw new Error("invalid unref");
	};
}));

// node_modules/yauzl/crc32.js
var require_crc32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const CRC_TABLE = new Int32Array([
		0,
		1996959894,
		3993919788,
		2567524794,
		124634137,
		1886057615,
		3915621685,
		2657392035,
		249268274,
		2044508324,
		3772115230,
		2547177864,
		162941995,
		2125561021,
		3887607047,
		2428444049,
		498536548,
		1789927666,
		4089016648,
		2227061214,
		450548861,
		1843258603,
		4107580753,
		2211677639,
		325883990,
		1684777152,
		4251122042,
		2321926636,
		335633487,
		1661365465,
		4195302755,
		2366115317,
		997073096,
		1281953886,
		3579855332,
		2724688242,
		1006888145,
		1258607687,
		3524101629,
		2768942443,
		901097722,
		1119000684,
		3686517206,
		2898065728,
		853044451,
		1172266101,
		3705015759,
		2882616665,
		651767980,
		1373503546,
		3369554304,
		3218104598,
		565507253,
		1454621731,
		3485111705,
		3099436303,
		671266974,
		1594198024,
		3322730930,
		2970347812,
		795835527,
		1483230225,
		3244367275,
		3060149565,
		1994146192,
		31158534,
		2563907772,
		4023717930,
		1907459465,
		112637215,
		2680153253,
		3904427059,
		2013776290,
		251722036,
		2517215374,
		3775830040,
		2137656763,
		141376813,
		2439277719,
		3865271297,
		1802195444,
		476864866,
		2238001368,
		4066508878,
		1812370925,
		453092731,
		2181625025,
		4111451223,
		1706088902,
		314042704,
		2344532202,
		4240017532,
		1658658271,
		366619977,
		2362670323,
		4224994405,
		1303535960,
		984961486,
		2747007092,
		3569037538,
		1256170817,
		1037604311,
		2765210733,
		3554079995,
		1131014506,
		879679996,
		2909243462,
		3663771856,
		1141124467,
		855842277,
		2852801631,
		3708648649,
		1342533948,
		654459306,
		3188396048,
		3373015174,
		1466479909,
		544179635,
		3110523913,
		3462522015,
		1591671054,
		702138776,
		2966460450,
		3352799412,
		1504918807,
		783551873,
		3082640443,
		3233442989,
		3988292384,
		2596254646,
		62317068,
		1957810842,
		3939845945,
		2647816111,
		81470997,
		1943803523,
		3814918930,
		2489596804,
		225274430,
		2053790376,
		3826175755,
		2466906013,
		167816743,
		2097651377,
		4027552580,
		2265490386,
		503444072,
		1762050814,
		4150417245,
		2154129355,
		426522225,
		1852507879,
		4275313526,
		2312317920,
		282753626,
		1742555852,
		4189708143,
		2394877945,
		397917763,
		1622183637,
		3604390888,
		2714866558,
		953729732,
		1340076626,
		3518719985,
		2797360999,
		1068828381,
		1219638859,
		3624741850,
		2936675148,
		906185462,
		1090812512,
		3747672003,
		2825379669,
		829329135,
		1181335161,
		3412177804,
		3160834842,
		628085408,
		1382605366,
		3423369109,
		3138078467,
		570562233,
		1426400815,
		3317316542,
		2998733608,
		733239954,
		1555261956,
		3268935591,
		3050360625,
		752459403,
		1541320221,
		2607071920,
		3965973030,
		1969922972,
		40735498,
		2617837225,
		3943577151,
		1913087877,
		83908371,
		2512341634,
		3803740692,
		2075208622,
		213261112,
		2463272603,
		3855990285,
		2094854071,
		198958881,
		2262029012,
		4057260610,
		1759359992,
		534414190,
		2176718541,
		4139329115,
		1873836001,
		414664567,
		2282248934,
		4279200368,
		1711684554,
		285281116,
		2405801727,
		4167216745,
		1634467795,
		376229701,
		2685067896,
		3608007406,
		1308918612,
		956543938,
		2808555105,
		3495958263,
		1231636301,
		1047427035,
		2932959818,
		3654703836,
		1088359270,
		936918e3,
		2847714899,
		3736837829,
		1202900863,
		817233897,
		3183342108,
		3401237130,
		1404277552,
		615818150,
		3134207493,
		3453421203,
		1423857449,
		601450431,
		3009837614,
		3294710456,
		1567103746,
		711928724,
		3020668471,
		3272380065,
		1510334235,
		755167117
	]);
	function crc32(buf) {
		let crc = -1;
		for (let x of buf) crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
		return (crc ^ -1) >>> 0;
	}
	module.exports = crc32;
}));

// node_modules/yauzl/index.js
var require_yauzl = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var zlib = __require("zlib");
	var fd_slicer = require_fd_slicer();
	var util = __require("util");
	var EventEmitter = __require("events").EventEmitter;
	var Transform = __require("stream").Transform;
	var PassThrough = __require("stream").PassThrough;
	var Writable = __require("stream").Writable;
	const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
	exports.openPromise = openPromise;
	function openPromise(path, options) {
		return new Promise((resolve, reject) => {
			open(path, {
				...options,
				lazyEntries: true
			}, function(err, zipfile) {
				if (err) return reject(err);
				resolve(zipfile);
			});
		});
	}
	function open(path, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		fs.open(path, "r", function(err, fd) {
			if (err) return callback(err);
			fromFd(fd, options, function(err, zipfile) {
				if (err) fs.close(fd, defaultCallback);
				callback(err, zipfile);
			});
		});
	}
	function fromFd(fd, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = false;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		fs.fstat(fd, function(err, stats) {
			if (err) return callback(err);
			fromRandomAccessReader(new fd_slicer.FdSlicer(fd), stats.size, options, callback);
		});
	}
	function fromRandomAccessReader(reader, totalSize, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		var decodeStrings = !!options.decodeStrings;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
		if (totalSize > Number.MAX_SAFE_INTEGER) throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
		reader.ref();
		var eocdrWithoutCommentSize = 22;
		var zip64EocdlSize = 20;
		var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + 65535, totalSize);
		var buffer = newBuffer(bufferSize);
		readAndAssertNoEof(reader, buffer, 0, bufferSize, totalSize - buffer.length, function(err) {
			if (err) return callback(err);
			for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
				if (buffer.readUInt32LE(i) !== 101010256) continue;
				var eocdrBuffer = buffer.subarray(i);
				var diskNumber = eocdrBuffer.readUInt16LE(4);
				var entryCount = eocdrBuffer.readUInt16LE(10);
				var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
				var commentLength = eocdrBuffer.readUInt16LE(20);
				var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
				if (commentLength !== expectedCommentLength) return callback(/* @__PURE__ */ new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
				var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
				if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
					var zip64EocdrOffset = readUInt64LE(buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize), 8);
					var zip64EocdrBuffer = newBuffer(56);
					return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
						if (err) return callback(err);
						if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) return callback(/* @__PURE__ */ new Error("invalid zip64 end of central directory record signature"));
						diskNumber = zip64EocdrBuffer.readUInt32LE(16);
						if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
						entryCount = readUInt64LE(zip64EocdrBuffer, 32);
						centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
						return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
					});
				}
				if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
				return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
			}
			callback(/* @__PURE__ */ new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
		});
	}
	util.inherits(ZipFile, EventEmitter);
	function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
		var self = this;
		EventEmitter.call(self);
		self.reader = reader;
		self.reader.on("error", function(err) {
			emitError(self, err);
		});
		self.reader.once("close", function() {
			self.emit("close");
		});
		self.readEntryCursor = centralDirectoryOffset;
		self.fileSize = fileSize;
		self.entryCount = entryCount;
		self.comment = comment;
		self.entriesRead = 0;
		self.autoClose = !!autoClose;
		self.lazyEntries = !!lazyEntries;
		self.decodeStrings = !!decodeStrings;
		self.validateEntrySizes = !!validateEntrySizes;
		self.strictFileNames = !!strictFileNames;
		self.isOpen = true;
		self.emittedError = false;
		self.hasEachEntryBeenCalled = false;
		if (!self.lazyEntries) self._readEntry();
	}
	ZipFile.prototype.close = function() {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.reader.unref();
	};
	function emitErrorAndAutoClose(self, err) {
		if (self.autoClose) self.close();
		emitError(self, err);
	}
	function emitError(self, err) {
		if (self.emittedError) return;
		self.emittedError = true;
		self.emit("error", err);
	}
	ZipFile.prototype.readEntry = function() {
		if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
		this._readEntry();
	};
	ZipFile.prototype._readEntry = function() {
		var self = this;
		if (self.entryCount === self.entriesRead) {
			setImmediate(function() {
				if (self.autoClose) self.close();
				if (self.emittedError) return;
				self.emit("end");
			});
			return;
		}
		if (self.emittedError) return;
		var buffer = newBuffer(46);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
			if (err) return emitErrorAndAutoClose(self, err);
			if (self.emittedError) return;
			var entry = new Entry();
			var signature = buffer.readUInt32LE(0);
			if (signature !== 33639248) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
			entry.versionMadeBy = buffer.readUInt16LE(4);
			entry.versionNeededToExtract = buffer.readUInt16LE(6);
			entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
			entry.compressionMethod = buffer.readUInt16LE(10);
			entry.lastModFileTime = buffer.readUInt16LE(12);
			entry.lastModFileDate = buffer.readUInt16LE(14);
			entry.crc32 = buffer.readUInt32LE(16);
			entry.compressedSize = buffer.readUInt32LE(20);
			entry.uncompressedSize = buffer.readUInt32LE(24);
			entry.fileNameLength = buffer.readUInt16LE(28);
			entry.extraFieldLength = buffer.readUInt16LE(30);
			entry.fileCommentLength = buffer.readUInt16LE(32);
			entry.internalFileAttributes = buffer.readUInt16LE(36);
			entry.externalFileAttributes = buffer.readUInt32LE(38);
			entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
			if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("strong encryption is not supported"));
			self.readEntryCursor += 46;
			buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
			readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
				if (err) return emitErrorAndAutoClose(self, err);
				if (self.emittedError) return;
				entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
				var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
				entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
				entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
				try {
					entry.extraFields = parseExtraFields(entry.extraFieldRaw);
				} catch (err) {
					return emitErrorAndAutoClose(self, err);
				}
				if (self.decodeStrings) {
					var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
					entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
					entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
					var errorMessage = validateFileName(entry.fileName);
					if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
				} else {
					entry.fileComment = entry.fileCommentRaw;
					entry.fileName = entry.fileNameRaw;
				}
				entry.comment = entry.fileComment;
				self.readEntryCursor += buffer.length;
				self.entriesRead += 1;
				for (var i = 0; i < entry.extraFields.length; i++) {
					var extraField = entry.extraFields[i];
					if (extraField.id !== 1) continue;
					var zip64EiefBuffer = extraField.data;
					var index = 0;
					if (entry.uncompressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include uncompressed size"));
						entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.compressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include compressed size"));
						entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.relativeOffsetOfLocalHeader === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include relative header offset"));
						entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					break;
				}
				if (self.validateEntrySizes && entry.compressionMethod === 0) {
					var expectedCompressedSize = entry.uncompressedSize;
					if (entry.isEncrypted()) expectedCompressedSize += 12;
					if (entry.compressedSize !== expectedCompressedSize) {
						var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
						return emitErrorAndAutoClose(self, new Error(msg));
					}
				}
				self.emit("entry", entry);
				if (!self.lazyEntries) self._readEntry();
			});
		});
	};
	ZipFile.prototype.eachEntry = function() {
		const self = this;
		if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
		if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
		self.hasEachEntryBeenCalled = true;
		let pendingResolveReject = null;
		self.on("entry", onEntry);
		self.on("end", onEnd);
		self.on("error", onError);
		function cleanup() {
			self.removeListener("entry", onEntry);
			self.removeListener("end", onEnd);
			self.removeListener("error", onError);
			if (self.autoClose) self.close();
		}
		function onEntry(entry) {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			resolve({ value: entry });
		}
		function onEnd() {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			resolve({ done: true });
		}
		function onError(err) {
			let { reject } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			reject(err);
		}
		return {
			[Symbol.asyncIterator]() {
				return this;
			},
			next() {
				const promise = new Promise((resolve, reject) => {
					if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
					pendingResolveReject = {
						resolve,
						reject
					};
				});
				self.readEntry();
				return promise;
			},
			return(value) {
				cleanup();
				return Promise.resolve({
					done: true,
					value
				});
			},
			throw(value) {
				cleanup();
				return Promise.reject(value);
			}
		};
	};
	ZipFile.prototype.openReadStream = function(entry, options, callback) {
		var self = this;
		var relativeStart = 0;
		var relativeEnd = entry.compressedSize;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		else {
			if (options.decodeFileData === false) {
				if (options.decrypt != null) throw new Error("cannot use options.decrypt when options.decodeFileData === false");
				if (options.decompress != null) throw new Error("cannot use options.decompress when options.decodeFileData === false");
			} else {
				if (options.decrypt != null) {
					if (!entry.isEncrypted()) throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
					if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
					if (entry.isCompressed()) {
						if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
					}
				}
				if (options.decompress != null) {
					if (!entry.isCompressed()) throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
					if (!(options.decompress === false || options.decompress === true)) throw new Error("invalid options.decompress value: " + options.decompress);
					decompress = options.decompress;
				}
			}
			if (options.start != null) {
				relativeStart = options.start;
				if (relativeStart < 0) throw new Error("options.start < 0");
				if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
			}
			if (options.end != null) {
				relativeEnd = options.end;
				if (relativeEnd < 0) throw new Error("options.end < 0");
				if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
				if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
			}
		}
		var rawMode = options.decodeFileData === false || (entry.compressionMethod === 0 || entry.compressionMethod === 8 && options.decompress === false) && (!entry.isEncrypted() || options.decrypt === false);
		if (options.start != null || options.end != null) {
			if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
		}
		if (!self.isOpen) return callback(/* @__PURE__ */ new Error("closed"));
		if (entry.isEncrypted() && !rawMode) {
			if (options.decrypt !== false) return callback(/* @__PURE__ */ new Error("entry is encrypted, and options.decodeFileData !== false"));
		}
		var decompress;
		if (rawMode) decompress = false;
		else if (entry.compressionMethod === 8) decompress = options.decodeFileData !== true;
		else return callback(/* @__PURE__ */ new Error("unsupported compression method: " + entry.compressionMethod));
		self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
			if (err) return callback(err);
			self.openReadStreamLowLevel(localFileHeader.fileDataStart, entry.compressedSize, relativeStart, relativeEnd, decompress, entry.uncompressedSize, callback);
		});
	};
	ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
		var self = this;
		fileDataStart + compressedSize;
		var readStream = self.reader.createReadStream({
			start: fileDataStart + relativeStart,
			end: fileDataStart + relativeEnd
		});
		var endpointStream = readStream;
		if (decompress) {
			var destroyed = false;
			var inflateFilter = zlib.createInflateRaw();
			readStream.on("error", function(err) {
				setImmediate(function() {
					if (!destroyed) inflateFilter.emit("error", err);
				});
			});
			readStream.pipe(inflateFilter);
			if (self.validateEntrySizes) {
				endpointStream = new AssertByteCountStream(uncompressedSize);
				inflateFilter.on("error", function(err) {
					setImmediate(function() {
						if (!destroyed) endpointStream.emit("error", err);
					});
				});
				inflateFilter.pipe(endpointStream);
			} else endpointStream = inflateFilter;
			installDestroyFn(endpointStream, function() {
				destroyed = true;
				if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
				readStream.unpipe(inflateFilter);
				readStream.destroy();
			});
		}
		callback(null, endpointStream);
	};
	ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
		var self = this;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		self.reader.ref();
		var buffer = newBuffer(30);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
			try {
				if (err) return callback(err);
				var signature = buffer.readUInt32LE(0);
				if (signature !== 67324752) return callback(/* @__PURE__ */ new Error("invalid local file header signature: 0x" + signature.toString(16)));
				var fileNameLength = buffer.readUInt16LE(26);
				var extraFieldLength = buffer.readUInt16LE(28);
				var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
				if (fileDataStart + entry.compressedSize > self.fileSize) return callback(/* @__PURE__ */ new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
				if (options.minimal) return callback(null, { fileDataStart });
				var localFileHeader = new LocalFileHeader();
				localFileHeader.fileDataStart = fileDataStart;
				localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
				localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
				localFileHeader.compressionMethod = buffer.readUInt16LE(8);
				localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
				localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
				localFileHeader.crc32 = buffer.readUInt32LE(14);
				localFileHeader.compressedSize = buffer.readUInt32LE(18);
				localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
				localFileHeader.fileNameLength = fileNameLength;
				localFileHeader.extraFieldLength = extraFieldLength;
				buffer = newBuffer(fileNameLength + extraFieldLength);
				self.reader.ref();
				readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
					try {
						if (err) return callback(err);
						localFileHeader.fileName = buffer.subarray(0, fileNameLength);
						localFileHeader.extraField = buffer.subarray(fileNameLength);
						return callback(null, localFileHeader);
					} finally {
						self.reader.unref();
					}
				});
			} finally {
				self.reader.unref();
			}
		});
	};
	ZipFile.prototype.openReadStreamPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.openReadStream(entry, options, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
		return new Promise((resolve, reject) => {
			this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
				if (err) return reject(err);
				resolve(localFileHeader);
			});
		});
	};
	function Entry() {}
	Entry.prototype.getLastModDate = function(options) {
		if (options == null) options = {};
		if (!options.forceDosFormat) for (var i = 0; i < this.extraFields.length; i++) {
			var extraField = this.extraFields[i];
			if (extraField.id === 21589) {
				var data = extraField.data;
				if (data.length < 5) continue;
				if (!(data[0] & 1)) continue;
				var posixTimestamp = data.readInt32LE(1);
				return /* @__PURE__ */ new Date(posixTimestamp * 1e3);
			} else if (extraField.id === 10) {
				var data = extraField.data;
				if (data.length !== 32) continue;
				if (data.readUInt16LE(4) !== 1) continue;
				if (data.readUInt16LE(6) !== 24) continue;
				var millisecondsSince1970 = (data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12)) / 1e4 - 0xa9730b66800;
				return new Date(millisecondsSince1970);
			}
		}
		return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
	};
	Entry.prototype.canDecodeFileData = function() {
		return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
	};
	Entry.prototype.isEncrypted = function() {
		return (this.generalPurposeBitFlag & 1) !== 0;
	};
	Entry.prototype.isCompressed = function() {
		return this.compressionMethod === 8;
	};
	function LocalFileHeader() {}
	function dosDateTimeToDate(date, time, timezone) {
		var day = date & 31;
		var month = (date >> 5 & 15) - 1;
		var year = (date >> 9 & 127) + 1980;
		var millisecond = 0;
		var second = (time & 31) * 2;
		var minute = time >> 5 & 63;
		var hour = time >> 11 & 31;
		if (timezone == null || timezone === "local") return new Date(year, month, day, hour, minute, second, millisecond);
		else if (timezone === "UTC") return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
		else throw new Error("unrecognized options.timezone: " + options.timezone);
	}
	function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
		var fileName = null;
		for (var i = 0; i < extraFields.length; i++) {
			var extraField = extraFields[i];
			if (extraField.id === 28789) {
				if (extraField.data.length < 6) continue;
				if (extraField.data.readUInt8(0) !== 1) continue;
				var oldNameCrc32 = extraField.data.readUInt32LE(1);
				if (crc32(fileNameBuffer) !== oldNameCrc32) continue;
				fileName = decodeBuffer(extraField.data.subarray(5), true);
				break;
			}
		}
		if (fileName == null) fileName = decodeBuffer(fileNameBuffer, (generalPurposeBitFlag & 2048) !== 0);
		if (!strictFileNames) fileName = fileName.replace(/\\/g, "/");
		return fileName;
	}
	function validateFileName(fileName) {
		if (fileName.indexOf("\\") !== -1) return "invalid characters in fileName: " + fileName;
		if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) return "absolute path: " + fileName;
		if (fileName.split("/").indexOf("..") !== -1) return "invalid relative path: " + fileName;
		return null;
	}
	function parseExtraFields(extraFieldBuffer) {
		var extraFields = [];
		var i = 0;
		while (i < extraFieldBuffer.length - 3) {
			var headerId = extraFieldBuffer.readUInt16LE(i + 0);
			var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
			var dataStart = i + 4;
			var dataEnd = dataStart + dataSize;
			if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
			var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
			extraFields.push({
				id: headerId,
				data: dataBuffer
			});
			i = dataEnd;
		}
		return extraFields;
	}
	function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
		if (length === 0) return setImmediate(function() {
			callback(null, newBuffer(0));
		});
		reader.read(buffer, offset, length, position, function(err, bytesRead) {
			if (err) return callback(err);
			if (bytesRead < length) return callback(/* @__PURE__ */ new Error("unexpected EOF"));
			callback();
		});
	}
	util.inherits(AssertByteCountStream, Transform);
	function AssertByteCountStream(byteCount) {
		Transform.call(this);
		this.actualByteCount = 0;
		this.expectedByteCount = byteCount;
	}
	AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
		this.actualByteCount += chunk.length;
		if (this.actualByteCount > this.expectedByteCount) {
			var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb(null, chunk);
	};
	AssertByteCountStream.prototype._flush = function(cb) {
		if (this.actualByteCount < this.expectedByteCount) {
			var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb();
	};
	util.inherits(RandomAccessReader, EventEmitter);
	function RandomAccessReader() {
		EventEmitter.call(this);
		this.refCount = 0;
	}
	RandomAccessReader.prototype.ref = function() {
		this.refCount += 1;
	};
	RandomAccessReader.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount > 0) return;
		if (self.refCount < 0) throw new Error("invalid unref");
		self.close(onCloseDone);
		function onCloseDone(err) {
			if (err) return self.emit("error", err);
			self.emit("close");
		}
	};
	RandomAccessReader.prototype.createReadStream = function(options) {
		if (options == null) options = {};
		var start = options.start;
		var end = options.end;
		if (start === end) {
			var emptyStream = new PassThrough();
			setImmediate(function() {
				emptyStream.end();
			});
			return emptyStream;
		}
		var stream = this._readStreamForRange(start, end);
		var destroyed = false;
		var refUnrefFilter = new RefUnrefFilter(this);
		stream.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) refUnrefFilter.emit("error", err);
			});
		});
		installDestroyFn(refUnrefFilter, function() {
			stream.unpipe(refUnrefFilter);
			refUnrefFilter.unref();
			stream.destroy();
		});
		var byteCounter = new AssertByteCountStream(end - start);
		refUnrefFilter.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) byteCounter.emit("error", err);
			});
		});
		installDestroyFn(byteCounter, function() {
			destroyed = true;
			refUnrefFilter.unpipe(byteCounter);
			refUnrefFilter.destroy();
		});
		return stream.pipe(refUnrefFilter).pipe(byteCounter);
	};
	RandomAccessReader.prototype._readStreamForRange = function(start, end) {
		throw new Error("not implemented");
	};
	RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
		var readStream = this.createReadStream({
			start: position,
			end: position + length
		});
		var writeStream = new Writable();
		var written = 0;
		writeStream._write = function(chunk, encoding, cb) {
			chunk.copy(buffer, offset + written, 0, chunk.length);
			written += chunk.length;
			cb();
		};
		writeStream.on("finish", callback);
		readStream.on("error", function(error) {
			callback(error);
		});
		readStream.pipe(writeStream);
	};
	RandomAccessReader.prototype.close = function(callback) {
		setImmediate(callback);
	};
	util.inherits(RefUnrefFilter, PassThrough);
	function RefUnrefFilter(context) {
		PassThrough.call(this);
		this.context = context;
		this.context.ref();
		this.unreffedYet = false;
	}
	RefUnrefFilter.prototype._flush = function(cb) {
		this.unref();
		cb();
	};
	RefUnrefFilter.prototype.unref = function(cb) {
		if (this.unreffedYet) return;
		this.unreffedYet = true;
		this.context.unref();
	};
	var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xA0";
	function decodeBuffer(buffer, isUtf8) {
		if (isUtf8) return buffer.toString("utf8");
		else {
			var result = "";
			for (var i = 0; i < buffer.length; i++) result += cp437[buffer[i]];
			return result;
		}
	}
	function readUInt64LE(buffer, offset) {
		var lower32 = buffer.readUInt32LE(offset);
		return buffer.readUInt32LE(offset + 4) * 4294967296 + lower32;
	}
	var newBuffer;
	if (typeof Buffer.allocUnsafe === "function") newBuffer = function(len) {
		return Buffer.allocUnsafe(len);
	};
	else newBuffer = function(len) {
		return new Buffer(len);
	};
	function installDestroyFn(stream, fn) {
		if (typeof stream.destroy === "function") stream._destroy = function(err, cb) {
			fn();
			if (cb != null) cb(err);
		};
		else stream.destroy = fn;
	}
	function defaultCallback(err) {
		if (err) throw err;
	}
}));

// src/results/formats/inspect/archive.ts
var import_yauzl = require_yauzl();
/** One member holds one sample with all its events; a larger one is no sample but a bomb. */
const MOST_BYTES = MAX_FILE_BYTES;
const MOST_ENTRIES = 2e6;
const STORED = 0;
const DEFLATE = 8;
/** What Inspect writes since 0.3.206; zlib of Node 20 does not know it. */
const ZSTD = 93;
/** Members of a ZIP archive by name; of two with one name the later counts. Nothing of it is ever written to a disk. */
var Archive = class Archive {
	file;
	#zip;
	#entries;
	constructor(file, zip, entries) {
		this.file = file;
		this.#zip = zip;
		this.#entries = entries;
	}
	/** @throws WeighbridgeError `data` for what is no whole archive */
	static async open(file) {
		return guarded(file, async () => {
			const zip = await (0, import_yauzl.openPromise)(file, { autoClose: false });
			try {
				if (zip.entryCount > MOST_ENTRIES) throw new Error(`${zip.entryCount} members`);
				const entries = /* @__PURE__ */ new Map();
				for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
				return new Archive(file, zip, entries);
			} catch (error) {
				zip.close();
				throw error;
			}
		});
	}
	get names() {
		return this.#entries.keys();
	}
	has(name) {
		return this.#entries.has(name);
	}
	/** @throws WeighbridgeError `data` for a member that is not there, cannot be unpacked, or is too large */
	async text(name) {
		const entry = this.#entries.get(name);
		if (entry === void 0) throw new WeighbridgeError("data", `the archive has no ${name}`, { at: { file: this.file } });
		return guarded(`${this.file}: ${name}`, async () => {
			if (Math.max(entry.uncompressedSize, entry.compressedSize) > MOST_BYTES) throw new Error(`larger than ${MOST_BYTES / 1024 / 1024} MiB`);
			const parts = [];
			const stream = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false });
			for await (const part of stream) parts.push(part);
			const bytes = unpack(Buffer.concat(parts), entry);
			if (bytes.length !== entry.uncompressedSize) throw new Error("not of the size that the archive says");
			return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		});
	}
	close() {
		this.#zip.close();
	}
};
function unpack(bytes, { compressionMethod, uncompressedSize }) {
	switch (compressionMethod) {
		case STORED: return bytes;
		case DEFLATE: return inflateRawSync(bytes, { maxOutputLength: Math.max(1, uncompressedSize) });
		case ZSTD: return inflateZstd(bytes, uncompressedSize);
		default: throw new Error(`compressed by method ${compressionMethod}, which is not known`);
	}
}
/** By its stream, since the other function of the library fails on several frames, which large members have. */
function inflateZstd(bytes, size) {
	const parts = [];
	let length = 0;
	new Decompress((part) => {
		length += part.length;
		if (length > size) throw new Error("larger than the archive says");
		parts.push(part);
	}).push(bytes, true);
	return Buffer.concat(parts, length);
}
async function guarded(what, work) {
	try {
		return await work();
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		throw new WeighbridgeError("data", `cannot be unpacked: ${messageOf(cause)}`, {
			at: { file: what },
			fix: "evaluate again, or copy the log again: it is torn or not what it should be",
			cause
		});
	}
}

// src/results/formats/inspect/log.ts
const values$2 = record(string(), unknown$1());
const count$1 = int().min(0);
const score$1 = object({
	name: string(),
	scorer: string().nullish(),
	reducer: string().nullish(),
	scored_samples: count$1.nullish(),
	params: unknown$1().optional(),
	metrics: record(string(), object({
		name: string(),
		value: unknown$1().optional(),
		group: string().nullish()
	}))
});
/** Of an Inspect log, without its samples, only what is read here. Numbers may be NaN. */
const schema$1 = object({
	status: _enum([
		"started",
		"success",
		"cancelled",
		"error"
	]),
	invalidated: boolean().default(false),
	eval: object({
		task: string().min(1),
		task_version: union([number(), string()]).nullish(),
		task_args: unknown$1().optional(),
		created: string().nullish(),
		model: string(),
		model_args: unknown$1().optional(),
		model_generate_config: values$2.nullish(),
		dataset: object({
			name: string().nullish(),
			samples: count$1.nullish(),
			sample_ids: array(union([string(), number()])).nullish(),
			shuffled: boolean().nullish()
		}),
		config: object({
			limit: unknown$1().optional(),
			epochs: int().min(1).nullish(),
			epochs_reducer: array(string()).nullish(),
			sample_id: unknown$1().optional()
		}),
		packages: record(string(), unknown$1()).default({}),
		scorers: unknown$1().optional()
	}),
	plan: object({
		steps: unknown$1().optional(),
		config: values$2.nullish()
	}).nullish(),
	results: object({
		total_samples: count$1,
		completed_samples: count$1,
		scores: array(score$1).nullish(),
		scorer: object({
			name: string(),
			params: unknown$1().optional()
		}).nullish(),
		metrics: score$1.shape.metrics.nullish()
	}).nullish(),
	error: object({ message: string() }).nullish()
});
/** @throws WeighbridgeError `data` for what is no log, or of a run that did not go to its end */
function parseHeader(value, file) {
	const { results, ...log } = parseAs(schema$1, value, "a log of Inspect", { file });
	const fail = (message, fix) => {
		throw new WeighbridgeError("data", message, {
			at: { file },
			fix
		});
	};
	const again = "finish it (`inspect eval-retry`), or evaluate again";
	if (log.status !== "success" || !results) {
		const why = log.error ? `: ${log.error.message.slice(0, 200)}` : "";
		return fail(`the run did not finish, its status is ${log.status}${why}`, again);
	}
	if (log.invalidated) return fail("the log was marked as invalid", "evaluate again");
	const { scores, scorer, metrics, total_samples: total, completed_samples: completed } = results;
	const single = scorer && metrics ? [{
		name: scorer.name,
		params: scorer.params,
		metrics
	}] : [];
	const own = scores ?? single;
	if (own.length === 0) return fail("nothing was scored", "score the log: `inspect score`");
	return {
		...log,
		total,
		completed,
		epochs: log.eval.config.epochs ?? 1,
		scores: own
	};
}
const MAGIC = "PK";
/** A log begins so in both forms; whole ones are too large to be parsed for this. */
const JSON_LOG = /^\s*\{\s*(?:"version"\s*:\s*\d+\s*,\s*)?"status"\s*:\s*"(?:started|success|cancelled|error)"\s*,\s*"eval"\s*:\s*\{/;
/** The first member that Inspect writes into an archive; its name stands after 30 bytes, even where the end is lost. */
const FIRST_MEMBER = "_journal/start.json";
const isInspectLog = (head) => head.startsWith(MAGIC) ? head.slice(0, 200).includes(FIRST_MEMBER) : JSON_LOG.test(head);
/** @throws WeighbridgeError `data` for a log that cannot be read, or of a run that did not finish */
async function readInspectLog(file) {
	return (await headOf(file))?.startsWith(MAGIC) ? readArchive(file) : readJsonLog(file);
}
async function readJsonLog(file) {
	const { value } = await readJson(file);
	const { samples, reductions: _reductions, ...rest } = isObject(value) ? value : {};
	const list = Array.isArray(samples) ? samples.filter(isObject) : [];
	const byId = groupBy(list, ({ id }) => String(id));
	for (const [id, own] of byId) {
		if (new Set(own.map(({ epoch }) => epoch)).size === own.length) continue;
		throw new WeighbridgeError("data", `an epoch of the sample ${JSON.stringify(id)} is there twice`, { at: {
			file,
			key: id
		} });
	}
	return {
		file,
		header: parseHeader(rest, file),
		digest: digest$1(rest),
		count: list.length,
		async *samples() {
			yield* byId.values();
		}
	};
}
const HEADER = "header.json";
const SAMPLE = /^samples\/(.+)_epoch_\d+\.json$/;
/** A large sample in chunks (log/_recorders/chunked/format.py), which is not read. */
const CHUNKED = /^samples\/.+_epoch_\d+\/sample\.json$/;
async function readArchive(file) {
	const archive = await Archive.open(file);
	try {
		if (!archive.has(HEADER)) throw new WeighbridgeError("data", "the run was stopped, or is still going", {
			at: { file },
			fix: "finish it (`inspect eval-retry`), or evaluate again"
		});
		const header = parseLenientJson(await archive.text(HEADER), {
			file,
			key: HEADER
		});
		const byId = /* @__PURE__ */ new Map();
		let count = 0;
		for (const name of archive.names) {
			if (CHUNKED.test(name)) throw new WeighbridgeError("data", `the sample ${name} is stored in chunks`, {
				at: { file },
				fix: "write the log again with one member a sample: `inspect log convert --to eval`"
			});
			const id = SAMPLE.exec(name)?.[1];
			if (id === void 0) continue;
			byId.set(id, [...byId.get(id) ?? [], name]);
			count += 1;
		}
		return {
			file,
			header: parseHeader(header, file),
			digest: digest$1(header),
			count,
			samples: () => membersOf(file, [...byId.values()])
		};
	} finally {
		archive.close();
	}
}
async function* membersOf(file, groups) {
	const archive = await Archive.open(file);
	try {
		for (const names of groups) {
			const epochs = [];
			for (const name of names) epochs.push(parseSample(await archive.text(name), file, name));
			yield epochs;
		}
	} finally {
		archive.close();
	}
}
function parseSample(text, file, name) {
	const value = parseLenientJson(text, {
		file,
		key: name
	});
	if (isObject(value)) return value;
	throw new WeighbridgeError("data", "a sample must be an object", { at: {
		file,
		key: name
	} });
}

// src/results/formats/inspect/scores.ts
/** What letters and words of a score count as (value_to_float of inspect_ai/scorer/_metric.py). */
const WORDS$1 = /* @__PURE__ */ new Map([
	["C", 1],
	["P", .5],
	["I", 0],
	["N", 0]
]);
const TRUTHS = /* @__PURE__ */ new Map([
	["yes", 1],
	["true", 1],
	["no", 0],
	["false", 0]
]);
/** The number that a value counts as; NaN is Inspect's sign of no score. What Inspect itself takes for 0 with a warning is none. */
function numberOf$1(value) {
	if (typeof value === "number") return value;
	if (typeof value === "boolean") return Number(value);
	if (typeof value !== "string") return NaN;
	const word = WORDS$1.get(value) ?? TRUTHS.get(value.toLowerCase());
	if (word !== void 0) return word;
	return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value.trim()) ? Number(value) : NaN;
}
/** One epoch's value of a score, which is a scorer's, or of one key of what a scorer gives. */
function ownValue(scores, name, scorer) {
	if (!isObject(scores)) return void 0;
	const own = scores[scorer] ?? scores[name];
	const value = isObject(own) ? own.value : void 0;
	return isObject(value) ? value[name] : value;
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sorted = (values) => values.toSorted((a, b) => a - b);
const PLAIN = {
	mean,
	median: (values) => {
		const middle = (values.length - 1) / 2;
		const inOrder = sorted(values);
		return mean([inOrder[Math.floor(middle)] ?? NaN, inOrder[Math.ceil(middle)] ?? NaN]);
	},
	/** Of equally common ones the first. */
	mode: (values) => {
		const count = (value) => values.filter((other) => other === value).length;
		return values.reduce((best, value) => count(value) > count(best) ? value : best);
	},
	max: (values) => Math.max(...values)
};
/** Binomial coefficient. */
const choose = (n, k) => k > n ? 0 : Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
const correct = (values) => values.filter((value) => value >= 1).length;
/** Those with a number of epochs (inspect_ai/scorer/_reducer): at least k right, one of k drawn right, all of k drawn right. */
const COUNTED = [
	[/^at_least_(\d+)$/, (values, k) => Number(correct(values) >= k)],
	[/^pass_at_(\d+)$/, (values, k) => values.length < k ? NaN : 1 - choose(values.length - correct(values), k) / choose(values.length, k)],
	[/^pass_k_(\d+)$/, (values, k) => values.length < k ? NaN : choose(correct(values), k) / choose(values.length, k)]
];
/** How the epochs of a sample become one number; null for a reducer that is not known. */
function reducerOf(name) {
	if (Object.hasOwn(PLAIN, name)) return PLAIN[name] ?? null;
	for (const [pattern, reduce] of COUNTED) {
		const k = Number(pattern.exec(name)?.[1]);
		if (k > 0) return (values) => reduce(values, k);
	}
	return null;
}
/** Epochs without a score take no part; a sample without any has none. */
function reduceScores(values, reduce, why) {
	const scored = values.filter((value) => !Number.isNaN(value));
	const value = scored.length === 0 ? NaN : reduce(scored);
	return Number.isFinite(value) ? value : { unscored: why };
}

// src/results/formats/inspect/inspect.ts
const inspect$2 = defineFormat({
	name: "Inspect",
	summary: "a log, .eval or .json, or a folder of logs of one model",
	detect: isInspectLog,
	locate: {
		depth: 0,
		names: /\.(eval|json)$/
	},
	readsAll: true,
	directions: (metric) => /^(match|includes|pattern|answer|choice|exact|f1|math|perplexity_choice|model_graded_(qa|fact))$/.test(metric) ? "higher_is_better" : null,
	read: readInspectLog,
	async toRuns(logs, { directions, each }) {
		const models = groupBy(logs, modelOf$1);
		const digestOf = (log) => digest$1(models.get(modelOf$1(log))?.map((own) => own.digest).sort());
		return (await each(logs, (log) => taskOf$4(log, digestOf(log), directions))).sort(byTask);
	}
});
const modelOf$1 = ({ header }) => header.eval.model;
/** Metrics of Inspect that are the mean over samples. */
const MEANS = ["accuracy", "mean"];
/**
* A log as a task. Epochs of a sample become one score, as its reducer says.
* @param model stands for all logs of one model
* @throws WeighbridgeError `data`
*/
function taskOf$4(log, model, directions) {
	const { file, header } = log;
	const scores = header.scores.map((own) => declare$1(log, own, directions));
	const metrics = scores.map(({ metric }) => metric);
	const common = {
		file,
		task: header.eval.task,
		metrics,
		fingerprint: fingerprintOf$4(header),
		model: unidentifiedModel(`${header.eval.model}, by logs of Inspect`, model),
		...typeof header.eval.created === "string" ? { started: header.eval.created } : {}
	};
	if (log.count === 0) return {
		...common,
		aggregates: scores.map((each) => aggregate(each, header))
	};
	if (log.count !== header.total) throw new WeighbridgeError("data", `${log.count} samples, and the run evaluated ${header.total}`, {
		at: { file },
		fix: "keep the whole log"
	});
	const expected = scores.map(({ metric: { name: metric }, value }) => ({
		metric,
		value,
		at: {
			file,
			key: `results.scores.${metric}`
		}
	}));
	const planned = header.total / header.epochs;
	return {
		...common,
		planned,
		expected,
		samples: () => samplesOf$5(log, scores)
	};
}
function declare$1({ file, header }, own, directions) {
	const at = {
		file,
		key: `results.scores.${own.name}`
	};
	const reducer = own.reducer ?? header.eval.config.epochs_reducer?.[0] ?? "mean";
	const several = header.scores.filter(({ name }) => name === own.name).length > 1;
	const scorers = header.scores.filter((other) => other.name === own.name && other.reducer === own.reducer);
	const base = scorers.length > 1 ? `${own.scorer}.${own.name}` : own.name;
	const name = several && scorers.length === 1 ? `${base}_${reducer}` : base;
	const mean = MEANS.map((each) => own.metrics[each]).find((each) => each !== void 0 && !each.group);
	if (mean === void 0) throw new WeighbridgeError("data", `${name} is no mean over samples`, {
		at,
		fix: "add the metric accuracy() or mean() to the scorer, and score the log again"
	});
	const reduce = reducerOf(reducer);
	if (reduce === null) throw new WeighbridgeError("data", `epochs of ${name} are reduced by ${reducer}, which is not known`, { at });
	const direction = own.metrics.accuracy === void 0 ? directions(name) : "higher_is_better";
	if (direction === null) throw noDirection(at, name);
	const stderr = own.metrics.stderr?.value;
	return {
		own,
		metric: meanMetric(name, direction, own.metrics.accuracy === void 0 ? "number" : "rate"),
		reduce,
		value: typeof mean.value === "number" ? mean.value : NaN,
		stderr: typeof stderr === "number" && Number.isFinite(stderr) ? stderr : null
	};
}
/** Of fewer than two samples Inspect writes a standard error of 0. */
function aggregate({ own, metric, value, stderr }, { completed, epochs }) {
	const n = own.scored_samples ?? completed / epochs;
	return {
		metric: metric.name,
		value,
		stderr: n < 2 ? null : stderr,
		n: n || null
	};
}
async function* samplesOf$5({ header, samples }, declared) {
	const order = new Map((header.eval.dataset.sample_ids ?? []).map((id, index) => [String(id), index]));
	let number = 0;
	for await (const epochs of samples()) {
		const [first = {}] = epochs;
		const id = String(first.id);
		const output = outputOf$1(first.output);
		yield { sample: {
			id: idFrom(id),
			index: order.get(id) ?? number,
			input_digest: digest$1([first.input, first.choices]),
			target_digest: digest$1(first.target),
			scores: Object.fromEntries(declared.map((each) => [each.metric.name, scoreOf$5(epochs, each)])),
			...output === void 0 ? {} : { output }
		} };
		number += 1;
	}
}
function scoreOf$5(epochs, { own, reduce }) {
	const values = epochs.map((epoch) => epoch.invalidation ? NaN : numberOf$1(ownValue(epoch.scores, own.name, own.scorer ?? own.name)));
	return reduceScores(values, reduce, whyUnscored$1(epochs));
}
function whyUnscored$1(epochs) {
	if (epochs.some(({ invalidation }) => invalidation)) return "invalidated";
	const error = epochs.map((epoch) => epoch.error).find(isObject);
	return error === void 0 ? "not scored" : `error: ${String(error.message).slice(0, 200)}`;
}
/** The answer's text; a message may consist of parts. */
function outputOf$1(output) {
	const choice = isObject(output) && Array.isArray(output.choices) ? output.choices[0] : void 0;
	const content = isObject(choice) && isObject(choice.message) ? choice.message.content : void 0;
	if (typeof content === "string") return content;
	if (!Array.isArray(content)) return void 0;
	return content.flatMap((part) => isObject(part) && typeof part.text === "string" ? part.text : []).join("\n");
}
/** Settings of the connection, which change no answer. */
const NO_SETTINGS = [
	"max_connections",
	"max_retries",
	"timeout",
	"attempt_timeout",
	"cache",
	"batch"
];
function fingerprintOf$4({ eval: own, plan, scores }) {
	const settings = {
		...own.model_generate_config,
		...plan?.config
	};
	const generation = Object.fromEntries(Object.entries(settings).filter(([key]) => !NO_SETTINGS.includes(key)));
	const { name, samples, sample_ids, shuffled } = own.dataset;
	const { limit, sample_id, epochs, epochs_reducer } = own.config;
	return {
		dataset: digest$1({
			name,
			samples,
			sample_ids,
			shuffled
		}),
		prompt: digest$1({
			steps: plan?.steps,
			args: own.task_args
		}),
		generation: brief$1({
			...generation,
			epochs,
			epochs_reducer
		}),
		scorers: brief$1(own.scorers ?? scores.map((score) => ({
			name: score.name,
			params: score.params
		}))),
		task_version: own.task_version ?? null,
		limit: limit === void 0 && sample_id === void 0 ? null : brief$1(limit ?? sample_id ?? null),
		engine: own.model.includes("/") ? own.model.split("/")[0] ?? null : null,
		harness: "inspect_ai",
		harness_version: String(own.packages.inspect_ai ?? "unknown"),
		seed: typeof generation.seed === "number" ? generation.seed : null
	};
}

// src/results/formats/junit/parse.ts
var import_saxes = require_saxes();
const MAX_DEPTH$1 = 50;
const OUTCOMES = [
	"failure",
	"error",
	"skipped",
	"flakyFailure",
	"flakyError"
];
const isOutcome = (name) => OUTCOMES.includes(name);
/**
* Reads a report as it comes, element by element. Nothing is expanded: a file with a document type is refused, and an
* entity that XML does not define is a fault.
* @throws WeighbridgeError `data` with file and line for what is no well-formed report
*/
async function parseReport(file) {
	const parser = new import_saxes.SaxesParser({
		xmlns: false,
		position: true
	});
	const suites = [];
	const open = [];
	let depth = 0;
	let current = null;
	const here = () => ({
		file,
		line: parser.line
	});
	const fail = (message) => {
		throw new WeighbridgeError("data", message, { at: here() });
	};
	parser.on("error", (error) => fail(`not XML: ${error.message.replace(/^\S*\d+:\d+: /, "")}`));
	parser.on("doctype", () => fail("a document type is not allowed"));
	parser.on("opentag", ({ name, attributes }) => {
		depth += 1;
		if (depth > MAX_DEPTH$1) fail(`nested deeper than ${MAX_DEPTH$1} elements`);
		if (depth === 1 && name !== "testsuites" && name !== "testsuite") fail(`not a JUnit report but <${name}>`);
		const suite = open.at(-1);
		if (name === "testsuite") {
			if (suite !== void 0) suite.holdsSuites = true;
			const opened = {
				at: here(),
				attributes,
				cases: [],
				holdsSuites: false
			};
			suites.push(opened);
			open.push(opened);
		} else if (name === "testcase") {
			if (suite === void 0) return fail("a test case outside a suite");
			current = {
				at: here(),
				attributes,
				suite: suite.attributes.name ?? "",
				outcomes: /* @__PURE__ */ new Map()
			};
			suite.cases.push(current);
		} else if (current !== null && isOutcome(name)) current.outcomes.set(name, attributes.message ?? attributes.type ?? "");
	});
	parser.on("closetag", ({ name }) => {
		depth -= 1;
		if (name === "testsuite") open.pop();
		if (name === "testcase") current = null;
	});
	const hash = createHash("sha256");
	const decoder = new TextDecoder();
	for await (const bytes of utf8Of(file, hash, MAX_FILE_BYTES)) parser.write(decoder.decode(bytes, { stream: true }));
	parser.close();
	return {
		suites,
		digest: hash.digest("hex")
	};
}

// src/results/formats/junit/junit.ts
const TASK$1 = "junit";
const ROOT = /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>|\s)*<testsuites?[\s/>]/;
const junit = defineFormat({
	name: "JUnit",
	summary: "a report in XML, as pytest --junit-xml and most test runners write it",
	detect: (head) => ROOT.test(head),
	read: async (file) => ({
		file,
		report: await parseReport(file)
	}),
	toRuns([{ file, report }]) {
		const samples = samplesOf$4(report);
		if (samples.length === 0) throw new WeighbridgeError("data", "there are no test cases", { at: { file } });
		const started = report.suites[0]?.attributes.timestamp;
		return [{
			file,
			task: TASK$1,
			samples,
			fingerprint: { harness: TASK$1 },
			metrics: [meanMetric("pass", "higher_is_better", "rate")],
			model: unidentifiedModel(`${basename(file)}, inputs not recorded`, { file: report.digest }),
			...started === void 0 ? {} : { started }
		}];
	}
});
/**
* Every test once, in the order of the report.
* @throws WeighbridgeError `data` for tests that cannot be told apart, or whose number is not that which the report counts
*/
function samplesOf$4({ suites }) {
	for (const suite of suites) checkCounts$1(suite);
	return [...groupBy(suites.flatMap(({ cases }) => cases), (test) => idFrom(nameOf$2(test)))].map(([id, cases], index) => {
		const test = theOne(cases);
		const group = idFrom(test.attributes.classname || test.suite);
		return {
			sample: {
				id,
				index,
				input_digest: NOT_RECORDED,
				target_digest: NOT_RECORDED,
				scores: { pass: scoreOf$4(test) },
				group
			},
			at: test.at
		};
	});
}
const nameOf$2 = ({ attributes: { classname, name }, suite, at }) => {
	if (name) return [classname || suite, name].filter(Boolean).join("::");
	throw new WeighbridgeError("data", "a test case without a name", { at });
};
/** pytest reports a test twice when it failed and could not be torn down either: with a failure, then with an error. */
function theOne(cases) {
	const [first, second, ...others] = cases;
	if (first === void 0) throw new Error("a group without cases");
	if (second === void 0) return first;
	if (first.outcomes.has("failure") && second.outcomes.has("error") && others.length === 0) return first;
	throw new WeighbridgeError("data", `the test ${JSON.stringify(nameOf$2(second))} is already on line ${first.at.line}`, {
		at: second.at,
		fix: "give every test a name of its own; in pytest: pytest.param(…, id=…)"
	});
}
/** A test that says of itself how it ended, in words of Google Test and of others: any other word is no pass. */
const PASSED = /^(run|completed|pass(ed)?|ok|success(ful)?)$/i;
/** What a test did not do is never a pass; what broke says nothing of the model. */
function scoreOf$4({ outcomes, attributes: { status, result } }) {
	if (outcomes.has("failure")) return 0;
	for (const [outcome, message] of outcomes) return { unscored: reason$1(outcome, message) };
	const said = [status, result].flatMap((word) => word && !PASSED.test(word) ? [word] : []);
	if (said.some((word) => /^fail/i.test(word))) return 0;
	return said[0] === void 0 ? 1 : { unscored: said[0].slice(0, 200) };
}
const WORDS = {
	flakyFailure: "passed only when tried again",
	flakyError: "passed only when tried again"
};
const reason$1 = (outcome, message = "") => {
	return [WORDS[outcome] ?? outcome, firstLine(message)].filter((part) => part !== "").join(": ");
};
/** @throws WeighbridgeError `data` where the report counts other tests than it holds */
function checkCounts$1({ at, attributes, cases, holdsSuites }) {
	if (holdsSuites) return;
	const names = new Set(cases.map(nameOf$2)).size;
	const failed = cases.filter(({ outcomes }) => outcomes.has("failure")).length;
	const differ = (key, counted, found) => {
		throw new WeighbridgeError("data", `the suite counts ${counted} ${key} and holds ${found}`, {
			at: {
				...at,
				key
			},
			fix: "keep the whole report as it was written"
		});
	};
	const tests = count(attributes.tests);
	if (tests !== null && tests !== names && tests !== cases.length) differ("tests", tests, names);
	const failures = count(attributes.failures);
	if (failures !== null && failures > failed) differ("failures", failures, failed);
}
const count = (text) => text !== void 0 && /^\d+$/.test(text) ? Number(text) : null;

// node_modules/hyparquet/src/constants.js
/** @type {import('../src/types.d.ts').ParquetType[]} */
const ParquetTypes = [
	"BOOLEAN",
	"INT32",
	"INT64",
	"INT96",
	"FLOAT",
	"DOUBLE",
	"BYTE_ARRAY",
	"FIXED_LEN_BYTE_ARRAY"
];
/** @type {import('../src/types.d.ts').Encoding[]} */
const Encodings = [
	"PLAIN",
	"GROUP_VAR_INT",
	"PLAIN_DICTIONARY",
	"RLE",
	"BIT_PACKED",
	"DELTA_BINARY_PACKED",
	"DELTA_LENGTH_BYTE_ARRAY",
	"DELTA_BYTE_ARRAY",
	"RLE_DICTIONARY",
	"BYTE_STREAM_SPLIT"
];
/** @type {import('../src/types.d.ts').FieldRepetitionType[]} */
const FieldRepetitionTypes = [
	"REQUIRED",
	"OPTIONAL",
	"REPEATED"
];
/** @type {import('../src/types.d.ts').ConvertedType[]} */
const ConvertedTypes = [
	"UTF8",
	"MAP",
	"MAP_KEY_VALUE",
	"LIST",
	"ENUM",
	"DECIMAL",
	"DATE",
	"TIME_MILLIS",
	"TIME_MICROS",
	"TIMESTAMP_MILLIS",
	"TIMESTAMP_MICROS",
	"UINT_8",
	"UINT_16",
	"UINT_32",
	"UINT_64",
	"INT_8",
	"INT_16",
	"INT_32",
	"INT_64",
	"JSON",
	"BSON",
	"INTERVAL"
];
/** @type {import('../src/types.d.ts').CompressionCodec[]} */
const CompressionCodecs = [
	"UNCOMPRESSED",
	"SNAPPY",
	"GZIP",
	"LZO",
	"BROTLI",
	"LZ4",
	"ZSTD",
	"LZ4_RAW"
];
/** @type {import('../src/types.d.ts').PageType[]} */
const PageTypes = [
	"DATA_PAGE",
	"INDEX_PAGE",
	"DICTIONARY_PAGE",
	"DATA_PAGE_V2"
];
/** @type {import('../src/types.d.ts').BoundaryOrder[]} */
const BoundaryOrders = [
	"UNORDERED",
	"ASCENDING",
	"DESCENDING"
];
/** @type {import('../src/types.d.ts').EdgeInterpolationAlgorithm[]} */
const EdgeInterpolationAlgorithms = [
	"SPHERICAL",
	"VINCENTY",
	"THOMAS",
	"ANDOYER",
	"KARNEY"
];

// node_modules/hyparquet/src/wkb.js
/**
* WKB (Well-Known Binary) decoder for geometry objects.
*
* @param {DataReader} reader
* @returns {Geometry} geometry object
*/
function wkbToGeojson(reader) {
	const flags = getFlags(reader);
	if (flags.type === 1) return {
		type: "Point",
		coordinates: readPosition(reader, flags)
	};
	else if (flags.type === 2) return {
		type: "LineString",
		coordinates: readLine(reader, flags)
	};
	else if (flags.type === 3) return {
		type: "Polygon",
		coordinates: readPolygon(reader, flags)
	};
	else if (flags.type === 4) {
		const points = [];
		for (let i = 0; i < flags.count; i++) points.push(readPosition(reader, getFlags(reader)));
		return {
			type: "MultiPoint",
			coordinates: points
		};
	} else if (flags.type === 5) {
		const lines = [];
		for (let i = 0; i < flags.count; i++) lines.push(readLine(reader, getFlags(reader)));
		return {
			type: "MultiLineString",
			coordinates: lines
		};
	} else if (flags.type === 6) {
		const polygons = [];
		for (let i = 0; i < flags.count; i++) polygons.push(readPolygon(reader, getFlags(reader)));
		return {
			type: "MultiPolygon",
			coordinates: polygons
		};
	} else if (flags.type === 7) {
		const geometries = [];
		for (let i = 0; i < flags.count; i++) geometries.push(wkbToGeojson(reader));
		return {
			type: "GeometryCollection",
			geometries
		};
	} else throw new Error(`Unsupported geometry type: ${flags.type}`);
}
/**
* Extract ISO WKB flags and base geometry type.
*
* @param {DataReader} reader
* @returns {WkbFlags}
*/
function getFlags(reader) {
	const { view } = reader;
	const littleEndian = view.getUint8(reader.offset++) === 1;
	const rawType = view.getUint32(reader.offset, littleEndian);
	reader.offset += 4;
	const type = rawType % 1e3;
	const flags = Math.floor(rawType / 1e3);
	let count = 0;
	if (type > 1 && type <= 7) {
		count = view.getUint32(reader.offset, littleEndian);
		reader.offset += 4;
	}
	let dim = 2;
	if (flags) dim++;
	if (flags === 3) dim++;
	return {
		littleEndian,
		type,
		dim,
		count
	};
}
/**
* @param {DataReader} reader
* @param {WkbFlags} flags
* @returns {number[]}
*/
function readPosition(reader, flags) {
	const points = [];
	for (let i = 0; i < flags.dim; i++) {
		const coord = reader.view.getFloat64(reader.offset, flags.littleEndian);
		reader.offset += 8;
		points.push(coord);
	}
	return points;
}
/**
* @param {DataReader} reader
* @param {WkbFlags} flags
* @returns {number[][]}
*/
function readLine(reader, flags) {
	const points = [];
	for (let i = 0; i < flags.count; i++) points.push(readPosition(reader, flags));
	return points;
}
/**
* @param {DataReader} reader
* @param {WkbFlags} flags
* @returns {number[][][]}
*/
function readPolygon(reader, flags) {
	const { view } = reader;
	const rings = [];
	for (let r = 0; r < flags.count; r++) {
		const count = view.getUint32(reader.offset, flags.littleEndian);
		reader.offset += 4;
		rings.push(readLine(reader, {
			...flags,
			count
		}));
	}
	return rings;
}
/**
* @typedef {object} WkbFlags
* @property {boolean} littleEndian
* @property {number} type
* @property {number} dim
* @property {number} count
*/
/**
* @import {DataReader, Geometry} from '../src/types.js'
*/

// node_modules/hyparquet/src/convert.js
/**
* @import {ColumnDecoder, DecodedArray, Encoding, ParquetParsers} from '../src/types.js'
*/
const decoder$2 = new TextDecoder();
/**
* Default type parsers when no custom ones are given
* @type ParquetParsers
*/
const DEFAULT_PARSERS = {
	timestampFromMilliseconds(millis) {
		return new Date(Number(millis));
	},
	timestampFromMicroseconds(micros) {
		return new Date(Number(micros / 1000n));
	},
	timestampFromNanoseconds(nanos) {
		return new Date(Number(nanos / 1000000n));
	},
	dateFromDays(days) {
		return /* @__PURE__ */ new Date(days * 864e5);
	},
	stringFromBytes(bytes) {
		return bytes && decoder$2.decode(bytes);
	},
	jsonFromBytes(bytes) {
		return bytes && JSON.parse(decoder$2.decode(bytes));
	},
	geometryFromBytes(bytes) {
		return bytes && wkbToGeojson({
			view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
			offset: 0
		});
	},
	geographyFromBytes(bytes) {
		return bytes && wkbToGeojson({
			view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
			offset: 0
		});
	},
	uuidFromBytes(bytes) {
		if (!bytes) return void 0;
		const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
		return hex.slice(0, 8) + "-" + hex.slice(8, 12) + "-" + hex.slice(12, 16) + "-" + hex.slice(16, 20) + "-" + hex.slice(20, 32);
	}
};
/**
* Convert known types from primitive to rich, and dereference dictionary.
*
* @param {DecodedArray} data series of primitive types
* @param {DecodedArray | undefined} dictionary
* @param {Encoding} encoding
* @param {ColumnDecoder} columnDecoder
* @returns {DecodedArray} series of rich types
*/
function convertWithDictionary(data, dictionary, encoding, columnDecoder) {
	if (dictionary && encoding.endsWith("_DICTIONARY")) {
		let output = data;
		if (data instanceof Uint8Array && !(dictionary instanceof Uint8Array)) output = new dictionary.constructor(data.length);
		for (let i = 0; i < data.length; i++) output[i] = dictionary[data[i]];
		return output;
	} else return convert$1(data, columnDecoder);
}
/**
* Convert known types from primitive to rich.
*
* @param {DecodedArray} data series of primitive types
* @param {ColumnDecoder} columnDecoder
* @returns {DecodedArray} series of rich types
*/
function convert$1(data, columnDecoder) {
	const { element, parsers, utf8 = true, schemaPath } = columnDecoder;
	const { type, converted_type: ctype, logical_type: ltype } = element;
	const nullable = element.repetition_type !== "REQUIRED";
	if (schemaPath?.some((s) => s.element.logical_type?.type === "VARIANT") && type === "BYTE_ARRAY" && ctype !== "UTF8" && ltype?.type !== "STRING") return data;
	if (ctype === "DECIMAL") {
		const factor = 10 ** -(element.scale || 0);
		const arr = new Array(data.length);
		for (let i = 0; i < arr.length; i++) if (data[i] instanceof Uint8Array) arr[i] = parseDecimal(data[i]) * factor;
		else arr[i] = Number(data[i]) * factor;
		return arr;
	}
	if (!ctype && type === "INT96") return Array.from(data).map((v) => parsers.timestampFromNanoseconds(parseInt96Nanos(v)));
	if (ctype === "DATE") return Array.from(data).map((v) => parsers.dateFromDays(v));
	if (ctype === "TIMESTAMP_MILLIS") return Array.from(data).map((v) => parsers.timestampFromMilliseconds(v));
	if (ctype === "TIMESTAMP_MICROS") return Array.from(data).map((v) => parsers.timestampFromMicroseconds(v));
	if (ctype === "JSON") return data.map((v) => parsers.jsonFromBytes(v));
	if (ctype === "BSON") throw new Error("parquet bson not supported");
	if (ctype === "INTERVAL") throw new Error("parquet interval not supported");
	if (ltype?.type === "GEOMETRY") return data.map((v) => parsers.geometryFromBytes(v));
	if (ltype?.type === "GEOGRAPHY") return data.map((v) => parsers.geographyFromBytes(v));
	if (ltype?.type === "UUID") return data.map((v) => parsers.uuidFromBytes(v));
	if (ctype === "UTF8" || ltype?.type === "STRING" || utf8 && type === "BYTE_ARRAY") return data.map((v) => parsers.stringFromBytes(v));
	if (ctype === "UINT_64" || ltype?.type === "INTEGER" && ltype.bitWidth === 64 && !ltype.isSigned) {
		if (data instanceof BigInt64Array) return new BigUint64Array(data.buffer, data.byteOffset, data.length);
		const arr = nullable ? new Array(data.length) : new BigUint64Array(data.length);
		for (let i = 0; i < arr.length; i++) arr[i] = data[i];
		return arr;
	}
	if (ctype === "UINT_32" || ltype?.type === "INTEGER" && ltype.bitWidth === 32 && !ltype.isSigned) {
		if (data instanceof Int32Array) return new Uint32Array(data.buffer, data.byteOffset, data.length);
		const arr = nullable ? new Array(data.length) : new Uint32Array(data.length);
		for (let i = 0; i < arr.length; i++) arr[i] = data[i] < 0 ? 4294967296 + data[i] : data[i];
		return arr;
	}
	if (ltype?.type === "FLOAT16") return Array.from(data).map(parseFloat16);
	if (ltype?.type === "TIMESTAMP") {
		const { unit } = ltype;
		/** @type {ParquetParsers[keyof ParquetParsers]} */
		let parser = parsers.timestampFromMilliseconds;
		if (unit === "MICROS") parser = parsers.timestampFromMicroseconds;
		if (unit === "NANOS") parser = parsers.timestampFromNanoseconds;
		const arr = new Array(data.length);
		for (let i = 0; i < arr.length; i++) arr[i] = parser(data[i]);
		return arr;
	}
	return data;
}
/**
* @param {Uint8Array} bytes
* @returns {number}
*/
function parseDecimal(bytes) {
	if (!bytes.length) return 0;
	let value = 0n;
	for (const byte of bytes) value = value * 256n + BigInt(byte);
	const bits = bytes.length * 8;
	if (value >= 2n ** BigInt(bits - 1)) value -= 2n ** BigInt(bits);
	return Number(value);
}
/**
* Converts INT96 date format (hi 32bit days, lo 64bit nanos) to nanos since epoch
* @param {bigint} value
* @returns {bigint}
*/
function parseInt96Nanos(value) {
	const days = (value >> 64n) - 2440588n;
	const nano = value & 18446744073709551615n;
	return days * 86400000000000n + nano;
}
/**
* @param {Uint8Array | undefined} bytes
* @returns {number | undefined}
*/
function parseFloat16(bytes) {
	if (!bytes) return void 0;
	const int16 = bytes[1] << 8 | bytes[0];
	const sign = int16 >> 15 ? -1 : 1;
	const exp = int16 >> 10 & 31;
	const frac = int16 & 1023;
	if (exp === 0) return sign * 2 ** -14 * (frac / 1024);
	if (exp === 31) return frac ? NaN : sign * Infinity;
	return sign * 2 ** (exp - 15) * (1 + frac / 1024);
}

// node_modules/hyparquet/src/schema.js
/**
* Build a tree from the schema elements.
*
* @param {SchemaElement[]} schema
* @param {number} rootIndex index of the root element
* @param {string[]} path path to the element
* @returns {SchemaTree} tree of schema elements
*/
function schemaTree(schema, rootIndex, path) {
	const element = schema[rootIndex];
	const children = [];
	let count = 1;
	if (element.num_children) while (children.length < element.num_children) {
		const childElement = schema[rootIndex + count];
		const child = schemaTree(schema, rootIndex + count, [...path, childElement.name]);
		count += child.count;
		children.push(child);
	}
	return {
		count,
		element,
		children,
		path
	};
}
/**
* Get schema elements from the root to the given element name.
*
* @param {SchemaElement[]} schema
* @param {string[]} name path to the element
* @returns {SchemaTree[]} list of schema elements
*/
function getSchemaPath(schema, name) {
	return getTreePath(schemaTree(schema, 0, []), name);
}
/**
* Get schema tree nodes from the root of a prebuilt tree to the given element name.
*
* @param {SchemaTree} tree root of the schema tree
* @param {string[]} name path to the element
* @returns {SchemaTree[]} list of schema elements
*/
function getTreePath(tree, name) {
	const path = [tree];
	for (const part of name) {
		const child = tree.children.find((child) => child.element.name === part);
		if (!child) throw new Error(`parquet schema element not found: ${name}`);
		path.push(child);
		tree = child;
	}
	return path;
}
/**
* Get all physical (leaf) column names.
*
* @param {SchemaTree} schemaTree
* @returns {string[]} list of physical column names
*/
function getPhysicalColumns(schemaTree) {
	/** @type {string[]} */
	const columns = [];
	/** @param {SchemaTree} node */
	function traverse(node) {
		if (node.children.length) for (const child of node.children) traverse(child);
		else columns.push(node.path.join("."));
	}
	traverse(schemaTree);
	return columns;
}
/**
* Get the max repetition level for a given schema path.
*
* @param {SchemaTree[]} schemaPath
* @returns {number} max repetition level
*/
function getMaxRepetitionLevel(schemaPath) {
	let maxLevel = 0;
	for (const { element } of schemaPath) if (element.repetition_type === "REPEATED") maxLevel++;
	return maxLevel;
}
/**
* Get the max definition level for a given schema path.
*
* @param {SchemaTree[]} schemaPath
* @returns {number} max definition level
*/
function getMaxDefinitionLevel(schemaPath) {
	let maxLevel = 0;
	for (const { element } of schemaPath.slice(1)) if (element.repetition_type !== "REQUIRED") maxLevel++;
	return maxLevel;
}
/**
* Check if a column is list-like.
*
* @param {SchemaTree} schema
* @returns {boolean} true if list-like
*/
function isListLike(schema) {
	if (!schema) return false;
	if (schema.element.converted_type !== "LIST") return false;
	if (schema.children.length > 1) return false;
	const firstChild = schema.children[0];
	if (firstChild.children.length > 1) return false;
	if (firstChild.element.repetition_type !== "REPEATED") return false;
	return true;
}
/**
* Check if a column is map-like.
*
* @param {SchemaTree} schema
* @returns {boolean} true if map-like
*/
function isMapLike(schema) {
	if (!schema) return false;
	if (schema.element.converted_type !== "MAP") return false;
	if (schema.children.length > 1) return false;
	const firstChild = schema.children[0];
	if (firstChild.children.length !== 2) return false;
	if (firstChild.element.repetition_type !== "REPEATED") return false;
	if (firstChild.children.find((child) => child.element.name === "key")?.element.repetition_type === "REPEATED") return false;
	if (firstChild.children.find((child) => child.element.name === "value")?.element.repetition_type === "REPEATED") return false;
	return true;
}
/**
* Returns true if a column is non-nested.
*
* @param {SchemaTree[]} schemaPath
* @returns {boolean}
*/
function isFlatColumn(schemaPath) {
	if (schemaPath.length !== 2) return false;
	const [, column] = schemaPath;
	if (column.element.repetition_type === "REPEATED") return false;
	if (column.children.length) return false;
	return true;
}
/**
* @import {SchemaElement, SchemaTree} from '../src/types.js'
*/

// node_modules/hyparquet/src/thrift.js
/**
* @import {DataReader, ThriftObject, ThriftType} from '../src/types.js'
*/
const STOP = 0;
const TRUE = 1;
const FALSE = 2;
const BYTE = 3;
const I16 = 4;
const I32 = 5;
const I64 = 6;
const DOUBLE = 7;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;
/**
* Parse TCompactProtocol
*
* @param {DataReader} reader
* @returns {{ [key: `field_${number}`]: any }}
*/
function deserializeTCompactProtocol(reader) {
	/** @type {ThriftObject} */
	const value = {};
	let fid = 0;
	while (true) {
		if (reader.offset >= reader.view.byteLength) throw new Error("thrift struct ended without STOP");
		const byte = reader.view.getUint8(reader.offset++);
		const type = byte & 15;
		if (type === STOP) break;
		const delta = byte >> 4;
		fid = delta ? fid + delta : readZigZag(reader);
		value[`field_${fid}`] = readElement(reader, type);
	}
	return value;
}
/**
* Read a single element based on its type
*
* @param {DataReader} reader
* @param {number} type
* @returns {ThriftType}
*/
function readElement(reader, type) {
	switch (type) {
		case TRUE: return true;
		case FALSE: return false;
		case BYTE: return reader.view.getInt8(reader.offset++);
		case I16:
		case I32: return readZigZag(reader);
		case I64: return readZigZagBigInt(reader);
		case DOUBLE: {
			const value = reader.view.getFloat64(reader.offset, true);
			reader.offset += 8;
			return value;
		}
		case BINARY: {
			const stringLength = readVarInt(reader);
			if (reader.offset + stringLength > reader.view.byteLength) throw new Error(`thrift binary length ${stringLength} exceeds remaining ${reader.view.byteLength - reader.offset} bytes`);
			const strBytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, stringLength);
			reader.offset += stringLength;
			return strBytes;
		}
		case LIST: {
			const byte = reader.view.getUint8(reader.offset++);
			const elemType = byte & 15;
			let listSize = byte >> 4;
			if (listSize === 15) listSize = readVarInt(reader);
			const boolType = elemType === TRUE || elemType === FALSE;
			const values = new Array(listSize);
			for (let i = 0; i < listSize; i++) values[i] = boolType ? readElement(reader, BYTE) === 1 : readElement(reader, elemType);
			return values;
		}
		case STRUCT: return deserializeTCompactProtocol(reader);
		default: throw new Error(`thrift unhandled type: ${type}`);
	}
}
/**
* Read varint aka Unsigned LEB128.
*
* @param {DataReader} reader
* @returns {number}
*/
function readVarInt(reader) {
	let result = 0;
	let shift = 0;
	while (true) {
		const byte = reader.view.getUint8(reader.offset++);
		result |= (byte & 127) << shift;
		if (!(byte & 128)) return result;
		shift += 7;
	}
}
/**
* Read a varint as a bigint.
*
* @param {DataReader} reader
* @returns {bigint}
*/
function readVarBigInt(reader) {
	let result = 0n;
	let shift = 0n;
	while (true) {
		const byte = reader.view.getUint8(reader.offset++);
		result |= BigInt(byte & 127) << shift;
		if (!(byte & 128)) return result;
		shift += 7n;
	}
}
/**
* Read a zigzag number.
* Zigzag folds positive and negative numbers into the positive number space.
*
* @param {DataReader} reader
* @returns {number}
*/
function readZigZag(reader) {
	const zigzag = readVarInt(reader);
	return zigzag >>> 1 ^ -(zigzag & 1);
}
/**
* Read a zigzag bigint.
*
* @param {DataReader} reader
* @returns {bigint}
*/
function readZigZagBigInt(reader) {
	const zigzag = readVarBigInt(reader);
	return zigzag >> 1n ^ -(zigzag & 1n);
}

// node_modules/hyparquet/src/geoparquet.js
/**
* @param {SchemaElement[]} schema
* @param {KeyValue[] | undefined} key_value_metadata
* @returns {void}
*/
function markGeoColumns(schema, key_value_metadata) {
	/** @type {Map<string, LogicalType>} */
	const columns = /* @__PURE__ */ new Map();
	const geo = key_value_metadata?.find(({ key }) => key === "geo")?.value;
	const decodedColumns = (geo && JSON.parse(geo)?.columns) ?? {};
	for (const [name, column] of Object.entries(decodedColumns)) {
		if (column.encoding !== "WKB") continue;
		const type = column.edges === "spherical" ? "GEOGRAPHY" : "GEOMETRY";
		const id = column.crs?.id ?? column.crs?.ids?.[0];
		const crs = id ? `${id.authority}:${id.code.toString()}` : void 0;
		columns.set(name, {
			type,
			crs
		});
	}
	for (let i = 1; i < schema.length; i++) {
		const { logical_type, name, num_children, type } = schema[i];
		if (num_children) {
			i += num_children;
			continue;
		}
		if (type === "BYTE_ARRAY" && !logical_type) schema[i].logical_type = columns.get(name);
	}
}
/**
* @import {KeyValue, LogicalType, SchemaElement} from '../src/types.js'
*/

// node_modules/hyparquet/src/metadata.js
/**
* @import {AsyncBuffer, FileMetaData, KeyValue, LogicalType, MetadataOptions, MinMaxType, ParquetParsers, SchemaElement, SchemaTree, Statistics, TimeUnit} from '../src/types.js'
*/
const defaultInitialFetchSize = 1 << 19;
const decoder$1 = new TextDecoder();
function decode$1(value) {
	return value && decoder$1.decode(value);
}
/**
* Read parquet metadata from an async buffer.
*
* An AsyncBuffer is like an ArrayBuffer, but the slices are loaded
* asynchronously, possibly over the network.
*
* You must provide the byteLength of the buffer, typically from a HEAD request.
*
* In theory, you could use suffix-range requests to fetch the end of the file,
* and save a round trip. But in practice, this doesn't work because chrome
* deems suffix-range requests as a not-safe-listed header, and will require
* a pre-flight. So the byteLength is required.
*
* To make this efficient, we initially request the last 512kb of the file,
* which is likely to contain the metadata. If the metadata length exceeds the
* initial fetch, 512kb, we request the rest of the metadata from the AsyncBuffer.
*
* This ensures that we either make one 512kb initial request for the metadata,
* or a second request for up to the metadata size.
*
* @param {AsyncBuffer} asyncBuffer parquet file contents
* @param {MetadataOptions & { initialFetchSize?: number }} options initial fetch size in bytes (default 512kb)
* @returns {Promise<FileMetaData>} parquet metadata object
*/
async function parquetMetadataAsync(asyncBuffer, { parsers, initialFetchSize = defaultInitialFetchSize, geoparquet = true } = {}) {
	if (!asyncBuffer || !(asyncBuffer.byteLength >= 0)) throw new Error("parquet expected AsyncBuffer");
	const footerOffset = Math.max(0, asyncBuffer.byteLength - initialFetchSize);
	const footerBuffer = await asyncBuffer.slice(footerOffset, asyncBuffer.byteLength);
	const footerView = new DataView(footerBuffer);
	if (footerView.getUint32(footerBuffer.byteLength - 4, true) !== 827474256) throw new Error("parquet file invalid (footer != PAR1)");
	const metadataLength = footerView.getUint32(footerBuffer.byteLength - 8, true);
	if (metadataLength > asyncBuffer.byteLength - 8) throw new Error(`parquet metadata length ${metadataLength} exceeds available buffer ${asyncBuffer.byteLength - 8}`);
	if (metadataLength + 8 > initialFetchSize) {
		const metadataOffset = asyncBuffer.byteLength - metadataLength - 8;
		const metadataBuffer = await asyncBuffer.slice(metadataOffset, footerOffset);
		const combinedBuffer = new ArrayBuffer(metadataLength + 8);
		const combinedView = new Uint8Array(combinedBuffer);
		combinedView.set(new Uint8Array(metadataBuffer));
		combinedView.set(new Uint8Array(footerBuffer), footerOffset - metadataOffset);
		return parquetMetadata(combinedBuffer, {
			parsers,
			geoparquet
		});
	} else return parquetMetadata(footerBuffer, {
		parsers,
		geoparquet
	});
}
/**
* Read parquet metadata from a buffer synchronously.
*
* @param {ArrayBuffer | Uint8Array} arrayBuffer parquet file footer
* @param {MetadataOptions} options metadata parsing options
* @returns {FileMetaData} parquet metadata object
*/
function parquetMetadata(arrayBuffer, { parsers, geoparquet = true } = {}) {
	let view;
	if (arrayBuffer instanceof ArrayBuffer) view = new DataView(arrayBuffer);
	else if (arrayBuffer instanceof Uint8Array) view = new DataView(arrayBuffer.buffer, arrayBuffer.byteOffset, arrayBuffer.byteLength);
	else throw new Error("parquet expected ArrayBuffer or Uint8Array");
	const allParsers = {
		...DEFAULT_PARSERS,
		...parsers
	};
	if (view.byteLength < 8) throw new Error("parquet file is too short");
	if (view.getUint32(view.byteLength - 4, true) !== 827474256) throw new Error("parquet file invalid (footer != PAR1)");
	const metadataLengthOffset = view.byteLength - 8;
	const metadataLength = view.getUint32(metadataLengthOffset, true);
	if (metadataLength > view.byteLength - 8) throw new Error(`parquet metadata length ${metadataLength} exceeds available buffer ${view.byteLength - 8}`);
	const metadataOffset = metadataLengthOffset - metadataLength;
	const metadata = deserializeTCompactProtocol({
		view,
		offset: metadataOffset
	});
	const version = metadata.field_1;
	/** @type {SchemaElement[]} */
	const schema = metadata.field_2.map((field) => ({
		type: ParquetTypes[field.field_1],
		type_length: field.field_2,
		repetition_type: FieldRepetitionTypes[field.field_3],
		name: decode$1(field.field_4),
		num_children: field.field_5,
		converted_type: ConvertedTypes[field.field_6],
		scale: field.field_7,
		precision: field.field_8,
		field_id: field.field_9,
		logical_type: logicalType(field.field_10)
	}));
	const columnSchema = schema.filter((e) => e.type);
	const num_rows = metadata.field_3;
	const row_groups = metadata.field_4.map((rowGroup) => ({
		columns: rowGroup.field_1.map((column, columnIndex) => ({
			file_path: decode$1(column.field_1),
			file_offset: column.field_2,
			meta_data: column.field_3 && {
				type: ParquetTypes[column.field_3.field_1],
				encodings: column.field_3.field_2?.map((e) => Encodings[e]),
				path_in_schema: column.field_3.field_3.map(decode$1),
				codec: CompressionCodecs[column.field_3.field_4],
				num_values: column.field_3.field_5,
				total_uncompressed_size: column.field_3.field_6,
				total_compressed_size: column.field_3.field_7,
				key_value_metadata: column.field_3.field_8?.map((kv) => ({
					key: decode$1(kv.field_1),
					value: decode$1(kv.field_2)
				})),
				data_page_offset: column.field_3.field_9,
				index_page_offset: column.field_3.field_10,
				dictionary_page_offset: column.field_3.field_11,
				statistics: convertStats(column.field_3.field_12, columnSchema[columnIndex], allParsers),
				encoding_stats: column.field_3.field_13?.map((encodingStat) => ({
					page_type: PageTypes[encodingStat.field_1],
					encoding: Encodings[encodingStat.field_2],
					count: encodingStat.field_3
				})),
				bloom_filter_offset: column.field_3.field_14,
				bloom_filter_length: column.field_3.field_15,
				size_statistics: column.field_3.field_16 && {
					unencoded_byte_array_data_bytes: column.field_3.field_16.field_1,
					repetition_level_histogram: column.field_3.field_16.field_2,
					definition_level_histogram: column.field_3.field_16.field_3
				},
				geospatial_statistics: column.field_3.field_17 && {
					bbox: column.field_3.field_17.field_1 && {
						xmin: column.field_3.field_17.field_1.field_1,
						xmax: column.field_3.field_17.field_1.field_2,
						ymin: column.field_3.field_17.field_1.field_3,
						ymax: column.field_3.field_17.field_1.field_4,
						zmin: column.field_3.field_17.field_1.field_5,
						zmax: column.field_3.field_17.field_1.field_6,
						mmin: column.field_3.field_17.field_1.field_7,
						mmax: column.field_3.field_17.field_1.field_8
					},
					geospatial_types: column.field_3.field_17.field_2
				}
			},
			offset_index_offset: column.field_4,
			offset_index_length: column.field_5,
			column_index_offset: column.field_6,
			column_index_length: column.field_7,
			crypto_metadata: column.field_8,
			encrypted_column_metadata: column.field_9
		})),
		total_byte_size: rowGroup.field_2,
		num_rows: rowGroup.field_3,
		sorting_columns: rowGroup.field_4?.map((sortingColumn) => ({
			column_idx: sortingColumn.field_1,
			descending: sortingColumn.field_2,
			nulls_first: sortingColumn.field_3
		})),
		file_offset: rowGroup.field_5,
		total_compressed_size: rowGroup.field_6,
		ordinal: rowGroup.field_7
	}));
	/** @type {KeyValue[] | undefined} */
	const key_value_metadata = metadata.field_5?.map((kv) => ({
		key: decode$1(kv.field_1),
		value: decode$1(kv.field_2)
	}));
	const created_by = decode$1(metadata.field_6);
	if (geoparquet) markGeoColumns(schema, key_value_metadata);
	return {
		version,
		schema,
		num_rows,
		row_groups,
		key_value_metadata,
		created_by,
		metadata_length: metadataLength
	};
}
/**
* Return a tree of schema elements from parquet metadata.
*
* @param {{schema: SchemaElement[]}} metadata parquet metadata object
* @returns {SchemaTree} tree of schema elements
*/
function parquetSchema({ schema }) {
	return getSchemaPath(schema, [])[0];
}
/**
* @param {any} logicalType
* @returns {LogicalType | undefined}
*/
function logicalType(logicalType) {
	if (logicalType?.field_1) return { type: "STRING" };
	if (logicalType?.field_2) return { type: "MAP" };
	if (logicalType?.field_3) return { type: "LIST" };
	if (logicalType?.field_4) return { type: "ENUM" };
	if (logicalType?.field_5) return {
		type: "DECIMAL",
		scale: logicalType.field_5.field_1,
		precision: logicalType.field_5.field_2
	};
	if (logicalType?.field_6) return { type: "DATE" };
	if (logicalType?.field_7) return {
		type: "TIME",
		isAdjustedToUTC: logicalType.field_7.field_1,
		unit: timeUnit(logicalType.field_7.field_2)
	};
	if (logicalType?.field_8) return {
		type: "TIMESTAMP",
		isAdjustedToUTC: logicalType.field_8.field_1,
		unit: timeUnit(logicalType.field_8.field_2)
	};
	if (logicalType?.field_10) return {
		type: "INTEGER",
		bitWidth: logicalType.field_10.field_1,
		isSigned: logicalType.field_10.field_2
	};
	if (logicalType?.field_11) return { type: "NULL" };
	if (logicalType?.field_12) return { type: "JSON" };
	if (logicalType?.field_13) return { type: "BSON" };
	if (logicalType?.field_14) return { type: "UUID" };
	if (logicalType?.field_15) return { type: "FLOAT16" };
	if (logicalType?.field_16) return {
		type: "VARIANT",
		specification_version: logicalType.field_16.field_1
	};
	if (logicalType?.field_17) return {
		type: "GEOMETRY",
		crs: decode$1(logicalType.field_17.field_1)
	};
	if (logicalType?.field_18) return {
		type: "GEOGRAPHY",
		crs: decode$1(logicalType.field_18.field_1),
		algorithm: EdgeInterpolationAlgorithms[logicalType.field_18.field_2]
	};
	return logicalType;
}
/**
* @param {any} unit
* @returns {TimeUnit}
*/
function timeUnit(unit) {
	if (unit.field_1) return "MILLIS";
	if (unit.field_2) return "MICROS";
	if (unit.field_3) return "NANOS";
	throw new Error("parquet time unit required");
}
/**
* Convert column statistics based on column type.
*
* @param {any} stats
* @param {SchemaElement} schema
* @param {ParquetParsers} parsers
* @returns {Statistics}
*/
function convertStats(stats, schema, parsers) {
	return stats && {
		max: convertMetadata(stats.field_1, schema, parsers),
		min: convertMetadata(stats.field_2, schema, parsers),
		null_count: stats.field_3,
		distinct_count: stats.field_4,
		max_value: convertMetadata(stats.field_5, schema, parsers),
		min_value: convertMetadata(stats.field_6, schema, parsers),
		is_max_value_exact: stats.field_7,
		is_min_value_exact: stats.field_8
	};
}
/**
* @param {Uint8Array | undefined} value
* @param {SchemaElement} schema
* @param {ParquetParsers} parsers
* @returns {MinMaxType | undefined}
*/
function convertMetadata(value, schema, parsers) {
	const { type, converted_type, logical_type } = schema;
	if (value === void 0) return value;
	if (type === "BOOLEAN") return value[0] === 1;
	if (type === "BYTE_ARRAY") return parsers.stringFromBytes(value);
	const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
	if (type === "FLOAT" && view.byteLength === 4) return view.getFloat32(0, true);
	if (type === "DOUBLE" && view.byteLength === 8) return view.getFloat64(0, true);
	if (type === "INT32" && converted_type === "DECIMAL" && view.byteLength === 4) return view.getInt32(0, true) * 10 ** -(schema.scale || 0);
	if (type === "INT64" && converted_type === "DECIMAL" && view.byteLength === 8) return Number(view.getBigInt64(0, true)) * 10 ** -(schema.scale || 0);
	if (type === "INT32" && converted_type === "DATE") return parsers.dateFromDays(view.getInt32(0, true));
	if (type === "INT64" && converted_type === "TIMESTAMP_MILLIS") return parsers.timestampFromMilliseconds(view.getBigInt64(0, true));
	if (type === "INT64" && converted_type === "TIMESTAMP_MICROS") return parsers.timestampFromMicroseconds(view.getBigInt64(0, true));
	if (type === "INT64" && logical_type?.type === "TIMESTAMP" && logical_type?.unit === "NANOS") return parsers.timestampFromNanoseconds(view.getBigInt64(0, true));
	if (type === "INT64" && logical_type?.type === "TIMESTAMP" && logical_type?.unit === "MICROS") return parsers.timestampFromMicroseconds(view.getBigInt64(0, true));
	if (type === "INT64" && logical_type?.type === "TIMESTAMP") return parsers.timestampFromMilliseconds(view.getBigInt64(0, true));
	const unsigned = converted_type?.startsWith("UINT_") || logical_type?.type === "INTEGER" && !logical_type.isSigned;
	if (type === "INT32" && unsigned && view.byteLength === 4) return view.getUint32(0, true);
	if (type === "INT64" && unsigned && view.byteLength === 8) return view.getBigUint64(0, true);
	if (type === "INT32" && view.byteLength === 4) return view.getInt32(0, true);
	if (type === "INT64" && view.byteLength === 8) return view.getBigInt64(0, true);
	if (converted_type === "DECIMAL") return parseDecimal(value) * 10 ** -(schema.scale || 0);
	if (logical_type?.type === "FLOAT16") return parseFloat16(value);
	if (logical_type?.type === "UUID") return parsers.uuidFromBytes(value);
	if (type === "FIXED_LEN_BYTE_ARRAY") return value;
	return value;
}

// node_modules/hyparquet/src/indexes.js
/**
* @import {ColumnIndex, DataReader, OffsetIndex, PageLocation, ParquetParsers, SchemaElement} from '../src/types.js'
*/
/**
* @param {DataReader} reader
* @param {SchemaElement} schema
* @param {Partial<ParquetParsers> | undefined} parsers
* @returns {ColumnIndex}
*/
function readColumnIndex(reader, schema, parsers = void 0) {
	const allParsers = {
		...DEFAULT_PARSERS,
		...parsers
	};
	const thrift = deserializeTCompactProtocol(reader);
	return {
		null_pages: thrift.field_1,
		min_values: thrift.field_2.map((m) => convertMetadata(m, schema, allParsers)),
		max_values: thrift.field_3.map((m) => convertMetadata(m, schema, allParsers)),
		boundary_order: BoundaryOrders[thrift.field_4],
		null_counts: thrift.field_5,
		repetition_level_histograms: thrift.field_6,
		definition_level_histograms: thrift.field_7
	};
}
/**
* @param {DataReader} reader
* @returns {OffsetIndex}
*/
function readOffsetIndex(reader) {
	const thrift = deserializeTCompactProtocol(reader);
	return {
		page_locations: thrift.field_1.map((loc) => ({
			offset: loc.field_1,
			compressed_page_size: loc.field_2,
			first_row_index: loc.field_3
		})),
		unencoded_byte_array_data_bytes: thrift.field_2
	};
}

// node_modules/hyparquet/src/xxhash.js
const MASK = 18446744073709551615n;
const PRIME1 = 11400714785074694791n;
const PRIME2 = 14029467366897019727n;
const PRIME3 = 1609587929392839161n;
const PRIME4 = 9650029242287828579n;
const PRIME5 = 2870177450012600261n;
/**
* @param {bigint} x
* @param {bigint} r rotation amount in bits (1..63)
* @returns {bigint}
*/
function rotl64(x, r) {
	return (x << r | x >> 64n - r) & MASK;
}
/**
* @param {bigint} acc
* @param {bigint} val
* @returns {bigint}
*/
function round(acc, val) {
	acc = acc + val * PRIME2 & MASK;
	acc = rotl64(acc, 31n);
	return acc * PRIME1 & MASK;
}
/**
* @param {bigint} acc
* @param {bigint} val
* @returns {bigint}
*/
function mergeRound(acc, val) {
	acc ^= round(0n, val);
	return acc * PRIME1 + PRIME4 & MASK;
}
/**
* Compute the 64-bit xxHash of a byte buffer.
*
* @param {Uint8Array} input
* @param {bigint} [seed]
* @returns {bigint} 64-bit hash
*/
function xxhash64(input, seed = 0n) {
	const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
	const len = input.byteLength;
	let offset = 0;
	let h64;
	if (len >= 32) {
		let v1 = seed + PRIME1 + PRIME2 & MASK;
		let v2 = seed + PRIME2 & MASK;
		let v3 = seed;
		let v4 = seed - PRIME1 & MASK;
		while (offset + 32 <= len) {
			v1 = round(v1, view.getBigUint64(offset, true));
			offset += 8;
			v2 = round(v2, view.getBigUint64(offset, true));
			offset += 8;
			v3 = round(v3, view.getBigUint64(offset, true));
			offset += 8;
			v4 = round(v4, view.getBigUint64(offset, true));
			offset += 8;
		}
		h64 = rotl64(v1, 1n) + rotl64(v2, 7n) + rotl64(v3, 12n) + rotl64(v4, 18n) & MASK;
		h64 = mergeRound(h64, v1);
		h64 = mergeRound(h64, v2);
		h64 = mergeRound(h64, v3);
		h64 = mergeRound(h64, v4);
	} else h64 = seed + PRIME5 & MASK;
	h64 = h64 + BigInt(len) & MASK;
	while (offset + 8 <= len) {
		h64 ^= round(0n, view.getBigUint64(offset, true));
		h64 = rotl64(h64, 27n) * PRIME1 + PRIME4 & MASK;
		offset += 8;
	}
	if (offset + 4 <= len) {
		h64 ^= BigInt(view.getUint32(offset, true)) * PRIME1 & MASK;
		h64 = rotl64(h64, 23n) * PRIME2 + PRIME3 & MASK;
		offset += 4;
	}
	while (offset < len) {
		h64 ^= BigInt(view.getUint8(offset)) * PRIME5 & MASK;
		h64 = rotl64(h64, 11n) * PRIME1 & MASK;
		offset += 1;
	}
	h64 ^= h64 >> 33n;
	h64 = h64 * PRIME2 & MASK;
	h64 ^= h64 >> 29n;
	h64 = h64 * PRIME3 & MASK;
	h64 ^= h64 >> 32n;
	return h64;
}

// node_modules/hyparquet/src/bloom.js
/**
* @import {BloomFilter, DataReader, ParquetQueryFilter, SchemaElement} from '../src/types.js'
*/
const textEncoder = new TextEncoder();
const SALT = new Uint32Array([
	1203114875,
	1150766481,
	2284105051,
	2729912477,
	1884591559,
	770785867,
	2667333959,
	1550580529
]);
/**
* Map the high 32 bits of a hash to a block index in [0, numBlocks).
*
* @param {bigint} hash
* @param {number} numBlocks
* @returns {number}
*/
function blockIndex(hash, numBlocks) {
	return Number((hash >> 32n) * BigInt(numBlocks) >> 32n);
}
/**
* Per-block mask: 8 uint32 words, each with a single bit set at position `(low32 * SALT[i]) >> 27`.
*
* @param {bigint} hash
* @returns {Uint32Array}
*/
function blockMask(hash) {
	const m = /* @__PURE__ */ new Uint32Array(8);
	const low = Number(hash & 4294967295n) | 0;
	for (let i = 0; i < 8; i++) m[i] = 1 << (Math.imul(low, SALT[i]) >>> 27);
	return m;
}
/**
* Test whether a hash might be present in a Split Block Bloom Filter.
* False positives are possible; false negatives are not.
*
* @param {Uint32Array} blocks bloom filter words (8 * numBlocks long)
* @param {bigint} hash 64-bit xxhash of the parquet-plain-encoded value
* @returns {boolean}
*/
function sbbfContains(blocks, hash) {
	const offset = blockIndex(hash, blocks.length >> 3) << 3;
	const m = blockMask(hash);
	for (let i = 0; i < 8; i++) if ((blocks[offset + i] & m[i]) === 0) return false;
	return true;
}
/**
* Parse a Split Block Bloom Filter from a reader positioned at the BloomFilterHeader.
* Returns undefined when the header advertises an unsupported algorithm, hash, or
* compression — callers should treat that as "cannot use this bloom filter."
*
* @param {DataReader} reader
* @returns {BloomFilter | undefined}
*/
function readBloomFilter(reader) {
	const header = deserializeTCompactProtocol(reader);
	const numBytes = header.field_1;
	if (typeof numBytes !== "number" || numBytes <= 0 || numBytes % 32 !== 0) return void 0;
	if (!header.field_2?.field_1) return void 0;
	if (!header.field_3?.field_1) return void 0;
	if (!header.field_4?.field_1) return void 0;
	const { view, offset } = reader;
	if (offset + numBytes > view.byteLength) throw new Error(`parquet bloom filter truncated: need ${numBytes} bytes, have ${view.byteLength - offset}`);
	const blocks = new Uint32Array(numBytes >> 2);
	for (let i = 0; i < blocks.length; i++) blocks[i] = view.getUint32(offset + i * 4, true);
	reader.offset = offset + numBytes;
	return {
		numBytes,
		blocks
	};
}
/**
* Hash a JS filter value as its parquet PLAIN-encoded bytes, suitable for a
* bloom filter lookup. Returns undefined when the column's parser is lossy or
* ambiguous (DATE, TIMESTAMP_*, DECIMAL, JSON, BSON, INT96, FLOAT16, UUID,
* GEOMETRY, GEOGRAPHY, INTERVAL) or when the JS value type doesn't match the
* column. Callers must treat undefined as "bloom filter cannot help."
*
* @param {any} value
* @param {SchemaElement} element
* @returns {bigint | undefined}
*/
function hashParquetValue(value, element) {
	if (value === null || value === void 0) return void 0;
	const { type, converted_type, logical_type } = element;
	if (type === "BOOLEAN") {
		if (typeof value !== "boolean") return void 0;
		return xxhash64(new Uint8Array([value ? 1 : 0]));
	}
	if (type === "FLOAT") {
		if (typeof value !== "number") return void 0;
		const buf = /* @__PURE__ */ new ArrayBuffer(4);
		new DataView(buf).setFloat32(0, value, true);
		return xxhash64(new Uint8Array(buf));
	}
	if (type === "DOUBLE") {
		if (typeof value !== "number") return void 0;
		const buf = /* @__PURE__ */ new ArrayBuffer(8);
		new DataView(buf).setFloat64(0, value, true);
		return xxhash64(new Uint8Array(buf));
	}
	if (type === "INT32") {
		if (converted_type === "DATE" || converted_type === "DECIMAL" || converted_type === "TIME_MILLIS") return void 0;
		if (logical_type?.type === "DATE" || logical_type?.type === "TIME" || logical_type?.type === "DECIMAL") return void 0;
		if (typeof value !== "number" || !Number.isInteger(value)) return void 0;
		const buf = /* @__PURE__ */ new ArrayBuffer(4);
		new DataView(buf).setInt32(0, value | 0, true);
		return xxhash64(new Uint8Array(buf));
	}
	if (type === "INT64") {
		if (converted_type === "TIMESTAMP_MILLIS" || converted_type === "TIMESTAMP_MICROS") return void 0;
		if (converted_type === "TIME_MICROS" || converted_type === "DECIMAL") return void 0;
		if (logical_type?.type === "TIMESTAMP" || logical_type?.type === "TIME" || logical_type?.type === "DECIMAL") return void 0;
		let bigValue;
		if (typeof value === "bigint") bigValue = value;
		else if (typeof value === "number" && Number.isSafeInteger(value)) bigValue = BigInt(value);
		else return void 0;
		const buf = /* @__PURE__ */ new ArrayBuffer(8);
		new DataView(buf).setBigUint64(0, BigInt.asUintN(64, bigValue), true);
		return xxhash64(new Uint8Array(buf));
	}
	if (type === "BYTE_ARRAY") {
		if (converted_type === "JSON" || converted_type === "BSON" || converted_type === "DECIMAL") return void 0;
		if (logical_type?.type === "JSON" || logical_type?.type === "BSON" || logical_type?.type === "VARIANT") return void 0;
		if (logical_type?.type === "GEOMETRY" || logical_type?.type === "GEOGRAPHY") return void 0;
		if (typeof value === "string") return xxhash64(textEncoder.encode(value));
		if (value instanceof Uint8Array) return xxhash64(value);
		return;
	}
	if (type === "FIXED_LEN_BYTE_ARRAY") {
		if (converted_type === "DECIMAL" || converted_type === "INTERVAL") return void 0;
		if (logical_type?.type === "DECIMAL" || logical_type?.type === "UUID" || logical_type?.type === "FLOAT16") return void 0;
		if (logical_type?.type === "GEOMETRY" || logical_type?.type === "GEOGRAPHY") return void 0;
		if (value instanceof Uint8Array) return xxhash64(value);
		return;
	}
}
/**
* Top-level column names that appear in $eq or $in predicates within a filter.
* These are the only columns where a bloom filter can prove a value's absence
* and let us skip a row group; any other operator can't be helped by a bloom.
*
* @param {ParquetQueryFilter | undefined} filter
* @returns {Set<string>}
*/
function bloomEligibleColumns(filter) {
	/** @type {Set<string>} */
	const out = /* @__PURE__ */ new Set();
	walkBloomEligible(filter, out);
	return out;
}
/**
* @param {ParquetQueryFilter | undefined} filter
* @param {Set<string>} out
*/
function walkBloomEligible(filter, out) {
	if (!filter) return;
	if ("$and" in filter && Array.isArray(filter.$and)) {
		for (const sub of filter.$and) walkBloomEligible(sub, out);
		return;
	}
	if ("$or" in filter && Array.isArray(filter.$or)) {
		for (const sub of filter.$or) walkBloomEligible(sub, out);
		return;
	}
	if ("$nor" in filter) return;
	for (const [field, condition] of Object.entries(filter)) {
		if (field.startsWith("$")) continue;
		if (typeof condition === "object" && condition !== null && !Array.isArray(condition)) {
			if ("$eq" in condition || "$in" in condition) out.add(field);
		} else out.add(field);
	}
}

// node_modules/hyparquet/src/utils.js
/**
* Concatenate two arrays fast.
*
* @param {any[]} aaa
* @param {DecodedArray} bbb
*/
function concat(aaa, bbb) {
	const chunk = 1e4;
	for (let i = 0; i < bbb.length; i += chunk) aaa.push(...bbb.slice(i, i + chunk));
}
/**
* Deep equality.
*
* @param {any} a
* @param {any} b
* @param {boolean} [strict]
* @returns {boolean}
*/
function equals(a, b, strict = true) {
	if (strict ? a === b : a == b) return true;
	if (!a || !b || typeof a !== "object" || typeof b !== "object") return false;
	if (a instanceof Uint8Array && b instanceof Uint8Array) {
		if (a.length !== b.length) return false;
		for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
		return true;
	}
	if (a instanceof Date || b instanceof Date) return a instanceof Date && b instanceof Date && a.getTime() === b.getTime();
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return false;
		for (let i = 0; i < a.length; i++) if (!equals(a[i], b[i], strict)) return false;
		return true;
	}
	const aKeys = Object.keys(a);
	if (aKeys.length !== Object.keys(b).length) return false;
	for (const k of aKeys) if (!equals(a[k], b[k], strict)) return false;
	return true;
}
/**
* Flatten a list of lists into a single list.
*
* @param {DecodedArray[]} [chunks]
* @returns {DecodedArray}
*/
function flatten(chunks) {
	if (!chunks) return [];
	if (chunks.length === 1) return chunks[0];
	/** @type {any[]} */
	const output = [];
	for (const chunk of chunks) concat(output, chunk);
	return output;
}

// node_modules/hyparquet/src/filter.js
/**
* @import {BloomFilter, ColumnPageStats, PageRanges, ParquetQueryFilter, RowGroup, SchemaElement} from '../src/types.js'
*/
const encoder$1 = new TextEncoder();
/**
* Returns the physical leaf paths referenced by a filter.
*
* @param {ParquetQueryFilter} [filter]
* @returns {string[]}
*/
function pathsNeededForFilter(filter) {
	if (!filter) return [];
	/** @type {string[]} */
	const paths = [];
	if ("$and" in filter && Array.isArray(filter.$and)) paths.push(...filter.$and.flatMap(pathsNeededForFilter));
	else if ("$or" in filter && Array.isArray(filter.$or)) paths.push(...filter.$or.flatMap(pathsNeededForFilter));
	else if ("$nor" in filter && Array.isArray(filter.$nor)) paths.push(...filter.$nor.flatMap(pathsNeededForFilter));
	else paths.push(...Object.keys(filter));
	return [...new Set(paths)];
}
/**
* Returns an array of top-level column names needed to evaluate the filter.
*
* @param {ParquetQueryFilter} [filter]
* @returns {string[]}
*/
function columnsNeededForFilter(filter) {
	return [...new Set(pathsNeededForFilter(filter).map((path) => path.split(".")[0]))];
}
/**
* Match a record against a query filter
*
* @param {Record<string, any>} record
* @param {ParquetQueryFilter} filter
* @param {boolean} [strict]
* @returns {boolean}
*/
function matchFilter(record, filter, strict = true) {
	if ("$and" in filter && Array.isArray(filter.$and)) return filter.$and.every((subQuery) => matchFilter(record, subQuery, strict));
	if ("$or" in filter && Array.isArray(filter.$or)) return filter.$or.some((subQuery) => matchFilter(record, subQuery, strict));
	if ("$nor" in filter && Array.isArray(filter.$nor)) return !filter.$nor.some((subQuery) => matchFilter(record, subQuery, strict));
	return Object.entries(filter).every(([field, condition]) => {
		const value = resolve$1(record, field);
		if (typeof condition !== "object" || condition === null || Array.isArray(condition)) return equals(value, condition, strict);
		return Object.entries(condition || {}).every(([operator, target]) => {
			if (operator === "$gt") return value !== null && value !== void 0 && value > target;
			if (operator === "$gte") return value !== null && value !== void 0 && value >= target;
			if (operator === "$lt") return value !== null && value !== void 0 && value < target;
			if (operator === "$lte") return value !== null && value !== void 0 && value <= target;
			if (operator === "$eq") return equals(value, target, strict);
			if (operator === "$ne") return !equals(value, target, strict);
			if (operator === "$in") return Array.isArray(target) && matchesIn(value, target, strict);
			if (operator === "$nin") return Array.isArray(target) && !matchesIn(value, target, strict);
			if (operator === "$not") return !matchFilter({ value }, { value: target }, strict);
			return true;
		});
	});
}
/**
* Match a value or one of its immediate array elements against a list.
*
* @param {any} value
* @param {any[]} targets
* @param {boolean} strict
* @returns {boolean}
*/
function matchesIn(value, targets, strict) {
	return targets.some((target) => equals(value, target, strict) || Array.isArray(value) && value.some((element) => equals(element, target, strict)));
}
/**
* Check if a row group can be skipped based on filter and column statistics,
* optionally consulting per-column bloom filters for equality predicates that
* statistics can't decide.
*
* @param {object} options
* @param {RowGroup} options.rowGroup
* @param {string[]} options.physicalColumns
* @param {ParquetQueryFilter | undefined} options.filter
* @param {boolean} [options.strict]
* @param {Record<string, BloomFilter>} [options.bloomFilters] keyed by filter path
* @param {Record<string, SchemaElement>} [options.schemaElements] keyed by physical leaf path
* @returns {boolean} true if the row group can be skipped
*/
function canSkipRowGroup({ rowGroup, physicalColumns, filter, strict = true, bloomFilters, schemaElements }) {
	if (!filter) return false;
	if ("$and" in filter && Array.isArray(filter.$and)) return filter.$and.some((subFilter) => canSkipRowGroup({
		rowGroup,
		physicalColumns,
		filter: subFilter,
		strict,
		bloomFilters,
		schemaElements
	}));
	if ("$or" in filter && Array.isArray(filter.$or)) return filter.$or.every((subFilter) => canSkipRowGroup({
		rowGroup,
		physicalColumns,
		filter: subFilter,
		strict,
		bloomFilters,
		schemaElements
	}));
	if ("$nor" in filter && Array.isArray(filter.$nor)) return false;
	for (const [field, condition] of Object.entries(filter)) {
		const columnIndex = physicalColumns.indexOf(field);
		if (columnIndex === -1) continue;
		const { min, max, min_value, max_value, null_count: nullCount } = rowGroup.columns[columnIndex].meta_data?.statistics || {};
		const minVal = min_value !== void 0 ? min_value : min;
		const maxVal = max_value !== void 0 ? max_value : max;
		const haveStats = minVal !== void 0 && maxVal !== void 0;
		const bloom = bloomFilters?.[field];
		const element = schemaElements?.[field];
		const matchingNulls = matchFilter({ value: null }, { value: condition }, strict) && (nullCount === void 0 || nullCount > 0);
		if (haveStats && !matchingNulls && canSkipStats(condition, minVal, maxVal, strict, element)) return true;
		for (const [operator, target] of Object.entries(condition || {})) if (bloom && element) {
			if (operator === "$eq") {
				const hash = hashParquetValue(target, element);
				if (hash !== void 0 && !sbbfContains(bloom.blocks, hash)) return true;
			}
			if (operator === "$in" && Array.isArray(target) && target.length > 0) {
				let allAbsent = true;
				for (const v of target) {
					const h = hashParquetValue(v, element);
					if (h === void 0 || sbbfContains(bloom.blocks, h)) {
						allAbsent = false;
						break;
					}
				}
				if (allAbsent) return true;
			}
		}
	}
	return false;
}
/**
* Check if a page value range [minVal, maxVal] provably contains no value
* matching the operator conditions.
*
* @param {any} condition operator object like { $gt: 5 }
* @param {any} minVal lower bound (may be truncated, still a valid bound)
* @param {any} maxVal upper bound (may be truncated, still a valid bound)
* @param {boolean} strict
* @param {SchemaElement} [element] physical schema element for the bounds
* @returns {boolean} true if no value in the range can match
*/
function canSkipStats(condition, minVal, maxVal, strict, element) {
	if (minVal === void 0 || maxVal === void 0) return false;
	const mayContainNaN = element?.type === "FLOAT" || element?.type === "DOUBLE" || element?.logical_type?.type === "FLOAT16";
	for (const [operator, target] of Object.entries(condition || {})) {
		const minComparison = compareParquetValues(minVal, target, strict, element);
		const maxComparison = compareParquetValues(maxVal, target, strict, element);
		const relationalBoundsAreSafe = !(minVal instanceof Uint8Array || maxVal instanceof Uint8Array) && (element?.type !== "BYTE_ARRAY" || typeof target === "string" && [...target].every((character) => character.charCodeAt(0) <= 127));
		if (operator === "$gt" && relationalBoundsAreSafe && maxComparison !== void 0 && maxComparison <= 0) return true;
		if (operator === "$gte" && relationalBoundsAreSafe && maxComparison !== void 0 && maxComparison < 0) return true;
		if (operator === "$lt" && relationalBoundsAreSafe && minComparison !== void 0 && minComparison >= 0) return true;
		if (operator === "$lte" && relationalBoundsAreSafe && minComparison !== void 0 && minComparison > 0) return true;
		if (operator === "$eq") {
			const targetMinComparison = compareParquetValues(target, minVal, strict, element);
			const targetMaxComparison = compareParquetValues(target, maxVal, strict, element);
			if (targetMinComparison !== void 0 && targetMinComparison < 0 || targetMaxComparison !== void 0 && targetMaxComparison > 0) return true;
		}
		if (operator === "$ne" && !mayContainNaN && equals(minVal, maxVal, strict) && equals(minVal, target, strict)) return true;
		if (operator === "$in" && Array.isArray(target) && target.every((value) => {
			const valueMinComparison = compareParquetValues(value, minVal, strict, element);
			const valueMaxComparison = compareParquetValues(value, maxVal, strict, element);
			return valueMinComparison !== void 0 && valueMinComparison < 0 || valueMaxComparison !== void 0 && valueMaxComparison > 0;
		})) return true;
		if (operator === "$nin" && !mayContainNaN && Array.isArray(target) && equals(minVal, maxVal, strict) && target.some((value) => equals(minVal, value, strict))) return true;
	}
	return false;
}
/**
* Compare values using Parquet's unsigned lexicographic ordering for binary
* values. Returns undefined when values do not have a safely comparable order.
*
* @param {any} a
* @param {any} b
* @param {boolean} strict
* @param {SchemaElement} [element]
* @returns {-1 | 0 | 1 | undefined}
*/
function compareParquetValues(a, b, strict, element) {
	if (element?.type === "BYTE_ARRAY") {
		if (typeof a !== "string" || typeof b !== "string") return void 0;
		return compareBytes(encoder$1.encode(a), encoder$1.encode(b));
	}
	if (a instanceof Uint8Array || b instanceof Uint8Array) {
		if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) return void 0;
		return compareBytes(a, b);
	}
	if (a < b) return -1;
	if (a > b) return 1;
	if (equals(a, b, strict)) return 0;
}
/**
* @param {Uint8Array} a
* @param {Uint8Array} b
* @returns {-1 | 0 | 1}
*/
function compareBytes(a, b) {
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		if (a[i] < b[i]) return -1;
		if (a[i] > b[i]) return 1;
	}
	if (a.length < b.length) return -1;
	if (a.length > b.length) return 1;
	return 0;
}
/**
* Check whether the filter condition accepts a null value.
*
* @param {any} condition
* @param {boolean} strict
* @returns {boolean}
*/
function matchesNull(condition, strict) {
	return matchFilter({ value: null }, { value: condition }, strict);
}
/**
* Compute candidate row ranges within a row group that could match the filter,
* based on per-page column index statistics.
*
* Returns sorted disjoint [start, end) row ranges relative to the group.
* An empty array means the filter provably matches no rows in the group.
* Returns undefined when the page statistics give no pruning information
* (the caller must read the whole selection).
*
* @param {ParquetQueryFilter | undefined} filter
* @param {Record<string, ColumnPageStats>} columnPages keyed by physical leaf path
* @param {number} groupRows number of rows in the row group
* @param {boolean} [strict]
* @returns {PageRanges | undefined}
*/
function filterPageRanges(filter, columnPages, groupRows, strict = true) {
	if (!filter) return void 0;
	if ("$and" in filter && Array.isArray(filter.$and)) {
		/** @type {PageRanges | undefined} */
		let ranges;
		for (const subFilter of filter.$and) ranges = intersectRanges(ranges, filterPageRanges(subFilter, columnPages, groupRows, strict));
		return ranges;
	}
	if ("$or" in filter && Array.isArray(filter.$or)) {
		/** @type {PageRanges} */
		let ranges = [];
		for (const subFilter of filter.$or) {
			const subRanges = filterPageRanges(subFilter, columnPages, groupRows, strict);
			if (!subRanges) return void 0;
			ranges = unionRanges(ranges, subRanges);
		}
		return ranges;
	}
	if ("$nor" in filter && Array.isArray(filter.$nor)) return;
	/** @type {PageRanges | undefined} */
	let result;
	for (const [field, condition] of Object.entries(filter)) {
		const pages = columnPages[field];
		if (!pages) continue;
		const nullCanMatch = matchesNull(condition, strict);
		/** @type {PageRanges} */
		const keep = [];
		for (let i = 0; i < pages.pageStarts.length; i++) {
			const start = pages.pageStarts[i];
			const end = i + 1 < pages.pageStarts.length ? pages.pageStarts[i + 1] : groupRows;
			const nullCount = pages.nullCounts?.[i];
			const matchingNulls = nullCanMatch && (nullCount === void 0 || nullCount > 0);
			if (!(!pages.nullPages[i] && !matchingNulls && canSkipStats(condition, pages.minValues[i], pages.maxValues[i], strict, pages.element))) {
				const last = keep[keep.length - 1];
				if (last && last[1] === start) last[1] = end;
				else keep.push([start, end]);
			}
		}
		result = intersectRanges(result, keep);
	}
	return result;
}
/**
* Intersect two sets of sorted disjoint ranges. Undefined means "everything".
*
* @param {PageRanges | undefined} a
* @param {PageRanges | undefined} b
* @returns {PageRanges | undefined}
*/
function intersectRanges(a, b) {
	if (!a) return b;
	if (!b) return a;
	/** @type {PageRanges} */
	const out = [];
	let i = 0;
	let j = 0;
	while (i < a.length && j < b.length) {
		const start = Math.max(a[i][0], b[j][0]);
		const end = Math.min(a[i][1], b[j][1]);
		if (start < end) out.push([start, end]);
		if (a[i][1] < b[j][1]) i++;
		else j++;
	}
	return out;
}
/**
* Union two sets of sorted disjoint ranges.
*
* @param {PageRanges} a
* @param {PageRanges} b
* @returns {PageRanges}
*/
function unionRanges(a, b) {
	/** @type {PageRanges} */
	const out = [];
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		const next = j >= b.length || i < a.length && a[i][0] <= b[j][0] ? a[i++] : b[j++];
		const last = out[out.length - 1];
		if (last && next[0] <= last[1]) last[1] = Math.max(last[1], next[1]);
		else out.push([next[0], next[1]]);
	}
	return out;
}
/**
* Resolve a dot-notation path to a value in a nested object.
*
* @param {Record<string, any>} record
* @param {string} path
* @returns {any}
*/
function resolve$1(record, path) {
	let value = record;
	for (const part of path.split(".")) value = value?.[part];
	return value;
}

// node_modules/hyparquet/src/plan.js
/**
* @import {AsyncBuffer, BloomFilter, ByteRange, ChunkPlan, ColumnPageStats, FileMetaData, GroupPlan, PageLocation, PageRanges, ParquetParsers, ParquetQueryFilter, ParquetReadOptions, QueryPlan, RowGroup, SchemaElement, SchemaTree} from '../src/types.js'
*/
const runLimit = 1 << 21;
const columnGapLimit = 8192;
/**
* Plan which byte ranges to read to satisfy a read request.
* Metadata must be non-null.
*
* @param {ParquetReadOptions & { bloomFiltersByGroup?: Record<string, BloomFilter>[], schemaElements?: Record<string, SchemaElement>, pageRangesByGroup?: (PageRanges | undefined)[], pageLocationsByGroup?: Record<string, PageLocation[]>[] }} options
* @returns {QueryPlan}
*/
function parquetPlan(options) {
	const { metadata, rowStart = 0, columns, useOffsetIndex = false } = options;
	if (!metadata) throw new Error("parquetPlan requires metadata");
	/** @type {GroupPlan[]} */
	const groups = [];
	/** @type {ByteRange[]} */
	const fetches = [];
	/** @type {ByteRange[]} */
	const indexes = [];
	const scanPlan = parquetPlanGroups(options);
	for (const group of scanPlan.groups) {
		const groupPlan = parquetPlanGroup({
			...group,
			columns,
			useOffsetIndex
		});
		groups.push(...groupPlan.groups);
		fetches.push(...groupPlan.fetches);
		indexes.push(...groupPlan.indexes);
	}
	fetches.push(...indexes);
	return {
		metadata,
		rowStart,
		rowEnd: scanPlan.rowEnd,
		columns,
		fetches,
		groups
	};
}
/**
* Select physical row-group ranges without planning column reads.
*
* @param {ParquetReadOptions & { bloomFiltersByGroup?: Record<string, BloomFilter>[], schemaElements?: Record<string, SchemaElement>, pageRangesByGroup?: (PageRanges | undefined)[], pageLocationsByGroup?: Record<string, PageLocation[]>[] }} options
* @returns {{groups: {rowGroup: RowGroup, groupIndex: number, groupStart: number, groupRows: number, ranges: PageRanges, pageRanges?: PageRanges, pageLocations?: Record<string, PageLocation[]>}[], rowEnd: number}}
*/
function parquetPlanGroups({ metadata, rowStart = 0, rowEnd = Infinity, columns, filter, filterStrict = true, bloomFiltersByGroup, schemaElements, pageRangesByGroup, pageLocationsByGroup }) {
	if (!metadata) throw new Error("parquetPlan requires metadata");
	const schemaTree = parquetSchema(metadata);
	const physicalColumns = getPhysicalColumns(schemaTree);
	const elementsByPath = filter ? {
		...physicalSchemaElements(schemaTree),
		...schemaElements
	} : schemaElements;
	const groups = [];
	let groupStart = 0;
	for (let groupIndex = 0; groupIndex < metadata.row_groups.length; groupIndex++) {
		const rowGroup = metadata.row_groups[groupIndex];
		const groupRows = Number(rowGroup.num_rows);
		const groupEnd = groupStart + groupRows;
		if (groupRows > 0 && groupEnd > rowStart && groupStart < rowEnd && !canSkipRowGroup({
			rowGroup,
			physicalColumns,
			filter,
			strict: filterStrict,
			bloomFilters: bloomFiltersByGroup?.[groupIndex],
			schemaElements: elementsByPath
		})) {
			const selectStart = Math.max(rowStart - groupStart, 0);
			const selectEnd = Math.min(rowEnd - groupStart, groupRows);
			const pageRanges = pageRangesByGroup?.[groupIndex];
			const pageLocations = pageLocationsByGroup?.[groupIndex];
			/** @type {PageRanges} */
			let ranges = pageRanges ? pageRanges.map(([start, end]) => {
				return [Math.max(start, selectStart), Math.min(end, selectEnd)];
			}).filter(([start, end]) => start < end) : [[selectStart, selectEnd]];
			if (ranges.length > 1) ranges = rowGroup.columns.every((chunk) => {
				const columnName = chunk.meta_data?.path_in_schema[0];
				const columnPath = chunk.meta_data?.path_in_schema.join(".");
				if (columns && columnName && !columns.includes(columnName)) return true;
				return !!(chunk.offset_index_offset && chunk.offset_index_length) || !!(columnPath && pageLocations?.[columnPath]);
			}) ? coalesceOverlappingPageRanges(ranges, rowGroup, columns, pageLocations) : [[ranges[0][0], ranges[ranges.length - 1][1]]];
			if (ranges.length) groups.push({
				rowGroup,
				groupIndex,
				groupStart,
				groupRows,
				ranges,
				pageRanges,
				pageLocations
			});
		}
		groupStart = groupEnd;
	}
	return {
		groups,
		rowEnd: isFinite(rowEnd) ? rowEnd : groupStart
	};
}
/**
* Build byte plans for retained ranges in one row group.
*
* @param {object} options
* @param {RowGroup} options.rowGroup
* @param {number} options.groupStart
* @param {number} options.groupRows
* @param {PageRanges} options.ranges
* @param {string[]} [options.columns]
* @param {boolean} [options.useOffsetIndex]
* @param {PageRanges} [options.pageRanges]
* @param {Record<string, PageLocation[]>} [options.pageLocations]
* @returns {{groups: GroupPlan[], fetches: ByteRange[], indexes: ByteRange[]}}
*/
function parquetPlanGroup({ rowGroup, groupStart, groupRows, ranges, columns, useOffsetIndex = false, pageRanges, pageLocations }) {
	/** @type {ChunkPlan[]} */
	const chunks = [];
	/** @type {ByteRange[]} */
	const fetches = [];
	/** @type {ByteRange[]} */
	const indexes = [];
	const narrowed = ranges.length > 1 || ranges[0][0] > 0 || ranges[0][1] < groupRows;
	for (const chunk of rowGroup.columns) {
		const meta = chunk.meta_data;
		if (chunk.file_path) throw new Error("parquet file_path not supported");
		if (!meta) throw new Error("parquet column metadata is undefined");
		if (columns && !columns.includes(meta.path_in_schema[0])) continue;
		const columnOffset = meta.dictionary_page_offset || meta.data_page_offset;
		const startByte = Number(columnOffset);
		const endByte = Number(columnOffset + meta.total_compressed_size);
		const chunkPageLocations = pageLocations?.[meta.path_in_schema.join(".")];
		if (chunkPageLocations && narrowed) chunks.push({
			columnMetadata: meta,
			pageLocations: chunkPageLocations,
			range: {
				startByte,
				endByte
			}
		});
		else if ((useOffsetIndex || pageRanges) && chunk.offset_index_offset && chunk.offset_index_length && narrowed) {
			const startByte = Number(chunk.offset_index_offset);
			chunks.push({
				columnMetadata: meta,
				offsetIndex: {
					startByte,
					endByte: startByte + chunk.offset_index_length
				},
				range: {
					startByte: Number(columnOffset),
					endByte
				}
			});
		} else chunks.push({
			columnMetadata: meta,
			range: {
				startByte,
				endByte
			}
		});
	}
	/** @type {ByteRange[]} */
	const columnRanges = [];
	/** @type {ByteRange | undefined} */
	let run;
	for (const chunk of chunks) {
		if ("pageLocations" in chunk) continue;
		if ("offsetIndex" in chunk) indexes.push(chunk.offsetIndex);
		else if (columns) columnRanges.push(chunk.range);
		else if (run && chunk.range.endByte - run.startByte <= runLimit) run.endByte = chunk.range.endByte;
		else {
			if (run) fetches.push(run);
			run = { ...chunk.range };
		}
	}
	if (run) fetches.push(run);
	fetches.push(...coalesceByteRanges(columnRanges, columnGapLimit, runLimit));
	return {
		groups: ranges.map(([selectStart, selectEnd]) => ({
			chunks,
			rowGroup,
			groupStart,
			groupRows,
			selectStart,
			selectEnd
		})),
		fetches,
		indexes
	};
}
/**
* Merge candidate ranges when any selected column would read an overlapping
* data page for both ranges. Unknown page layouts are merged conservatively.
*
* @param {PageRanges} ranges
* @param {RowGroup} rowGroup
* @param {string[] | undefined} columns
* @param {Record<string, PageLocation[]> | undefined} pageLocations
* @returns {PageRanges}
*/
function coalesceOverlappingPageRanges(ranges, rowGroup, columns, pageLocations) {
	const selectedPageLayouts = rowGroup.columns.filter((chunk) => !columns || columns.includes(chunk.meta_data?.path_in_schema[0] || "")).map((chunk) => pageLocations?.[chunk.meta_data?.path_in_schema.join(".") || ""]);
	/** @type {PageRanges} */
	const merged = [];
	for (const range of ranges) {
		const last = merged[merged.length - 1];
		const overlapsPage = last && selectedPageLayouts.some((pages) => {
			if (!pages) return true;
			const lastPages = pagesForRange(last, pages, Number(rowGroup.num_rows));
			const rangePages = pagesForRange(range, pages, Number(rowGroup.num_rows));
			return lastPages[0] <= rangePages[1] && rangePages[0] <= lastPages[1];
		});
		if (last && overlapsPage) last[1] = range[1];
		else merged.push([...range]);
	}
	return merged;
}
/**
* Return the inclusive indexes of the first and last pages overlapping a row
* range. Offset indexes cover every row, so a valid range always finds a page.
*
* @param {[number, number]} range
* @param {PageLocation[]} pages
* @param {number} groupRows
* @returns {[number, number]}
*/
function pagesForRange([rangeStart, rangeEnd], pages, groupRows) {
	let first = Infinity;
	let last = -Infinity;
	for (let i = 0; i < pages.length; i++) {
		const pageStart = Number(pages[i].first_row_index);
		if ((i + 1 < pages.length ? Number(pages[i + 1].first_row_index) : groupRows) > rangeStart && pageStart < rangeEnd) {
			first = Math.min(first, i);
			last = i;
		}
	}
	return [first, last];
}
/**
* Fetch bloom filters for $eq / $in columns of row groups not already provably
* skippable by statistics alone. Returns an array indexed by row-group ordinal;
* each entry maps top-level column name → BloomFilter for any chunk whose
* bloom filter we were able to parse. Adds one round-trip when at least one
* bloom filter is fetched; otherwise returns synchronously.
*
* @param {object} options
* @param {AsyncBuffer} options.file
* @param {FileMetaData} options.metadata
* @param {ParquetQueryFilter} options.filter
* @param {boolean} [options.filterStrict]
* @returns {Promise<Record<string, BloomFilter>[]>}
*/
async function prefetchBloomFilters({ file, metadata, filter, filterStrict = true }) {
	const result = metadata.row_groups.map(() => ({}));
	const eligibleCols = bloomEligibleColumns(filter);
	if (eligibleCols.size === 0) return result;
	const physicalColumns = getPhysicalColumns(parquetSchema(metadata));
	/** @type {Promise<void>[]} */
	const tasks = [];
	metadata.row_groups.forEach((rowGroup, rgIdx) => {
		if (canSkipRowGroup({
			rowGroup,
			physicalColumns,
			filter,
			strict: filterStrict
		})) return;
		for (const colName of eligibleCols) {
			const columnIdx = physicalColumns.indexOf(colName);
			if (columnIdx === -1) continue;
			const meta = rowGroup.columns[columnIdx]?.meta_data;
			if (!meta?.bloom_filter_offset || !meta.bloom_filter_length) continue;
			const start = Number(meta.bloom_filter_offset);
			const end = start + meta.bloom_filter_length;
			tasks.push((async () => {
				const buffer = await file.slice(start, end);
				const bloom = readBloomFilter({
					view: new DataView(buffer),
					offset: 0
				});
				if (bloom) result[rgIdx][colName] = bloom;
			})());
		}
	});
	if (tasks.length) await Promise.all(tasks);
	return result;
}
/**
* Fetch page indexes (column index + offset index) for filter columns of row
* groups that survive row-group-level pruning, and compute candidate row
* ranges per group from the per-page min/max statistics.
*
* Returns pageRangesByGroup indexed by row-group ordinal: sorted disjoint
* [start, end) row ranges (relative to the group) that could match the filter.
* An empty array means the group provably contains no matching rows; undefined
* means no page-level information was available for that group.
* Also returns pageLocationsByGroup, mapping row-group ordinals and physical
* leaf paths to page locations, so the read path can reuse the parsed offset
* indexes without refetching them.
*
* @param {object} options
* @param {AsyncBuffer} options.file
* @param {FileMetaData} options.metadata
* @param {ParquetQueryFilter} [options.filter]
* @param {boolean} [options.filterStrict]
* @param {number} [options.rowStart]
* @param {number} [options.rowEnd]
* @param {string[]} [options.columns]
* @param {Record<string, BloomFilter>[]} [options.bloomFiltersByGroup]
* @param {Record<string, SchemaElement>} [options.schemaElements]
* @param {Partial<ParquetParsers>} [options.parsers]
* @returns {Promise<{pageRangesByGroup: (PageRanges | undefined)[], pageLocationsByGroup: Record<string, PageLocation[]>[]}>}
*/
async function prefetchPageIndexes({ file, metadata, filter, filterStrict = true, rowStart = 0, rowEnd = Infinity, columns, bloomFiltersByGroup, schemaElements, parsers }) {
	/** @type {(PageRanges | undefined)[]} */
	const pageRangesByGroup = metadata.row_groups.map(() => void 0);
	const pageLocationsByGroup = metadata.row_groups.map(() => ({}));
	if (filter && "$nor" in filter && Array.isArray(filter.$nor)) return {
		pageRangesByGroup,
		pageLocationsByGroup
	};
	const filterColumns = pathsNeededForFilter(filter);
	if (!filterColumns.length) return {
		pageRangesByGroup,
		pageLocationsByGroup
	};
	const schemaTree = parquetSchema(metadata);
	const physicalColumns = getPhysicalColumns(schemaTree);
	const elementsByPath = {
		...physicalSchemaElements(schemaTree),
		...schemaElements
	};
	/** @type {ByteRange[]} */
	const indexRanges = [];
	/** @type {((file: AsyncBuffer) => Promise<void>)[]} */
	const indexTasks = [];
	/** @type {{rgIdx: number, groupRows: number, columnPages: Record<string, ColumnPageStats>}[]} */
	const candidateGroups = [];
	let groupStart = 0;
	metadata.row_groups.forEach((rowGroup, rgIdx) => {
		const groupRows = Number(rowGroup.num_rows);
		const groupEnd = groupStart + groupRows;
		const overlaps = groupRows > 0 && groupEnd > rowStart && groupStart < rowEnd;
		groupStart = groupEnd;
		if (!overlaps) return;
		if (canSkipRowGroup({
			rowGroup,
			physicalColumns,
			filter,
			strict: filterStrict,
			bloomFilters: bloomFiltersByGroup?.[rgIdx],
			schemaElements: elementsByPath
		})) return;
		/** @type {Record<string, ColumnPageStats>} */
		const columnPages = {};
		let columnTaskCount = 0;
		const scheduledOffsetPaths = /* @__PURE__ */ new Set();
		let hasFilterIndex = false;
		for (const columnName of filterColumns) {
			const columnIdx = physicalColumns.indexOf(columnName);
			if (columnIdx === -1) continue;
			const chunk = rowGroup.columns[columnIdx];
			if (!chunk?.meta_data) continue;
			if (!chunk.column_index_offset || !chunk.column_index_length) continue;
			if (!chunk.offset_index_offset || !chunk.offset_index_length) continue;
			const element = elementsByPath[columnName];
			if (!element) continue;
			hasFilterIndex = true;
			scheduledOffsetPaths.add(columnName);
			const columnIndexStart = Number(chunk.column_index_offset);
			const offsetIndexStart = Number(chunk.offset_index_offset);
			const columnIndexEnd = columnIndexStart + chunk.column_index_length;
			const offsetIndexEnd = offsetIndexStart + chunk.offset_index_length;
			indexRanges.push({
				startByte: columnIndexStart,
				endByte: columnIndexEnd
			}, {
				startByte: offsetIndexStart,
				endByte: offsetIndexEnd
			});
			columnTaskCount++;
			indexTasks.push(async (prefetchedFile) => {
				const [columnIndexBuffer, offsetIndexBuffer] = await Promise.all([prefetchedFile.slice(columnIndexStart, columnIndexEnd), prefetchedFile.slice(offsetIndexStart, offsetIndexEnd)]);
				const columnIndex = readColumnIndex({
					view: new DataView(columnIndexBuffer),
					offset: 0
				}, element, parsers);
				const offsetIndex = readOffsetIndex({
					view: new DataView(offsetIndexBuffer),
					offset: 0
				});
				pageLocationsByGroup[rgIdx][columnName] = offsetIndex.page_locations;
				columnPages[columnName] = {
					minValues: columnIndex.min_values,
					maxValues: columnIndex.max_values,
					nullPages: columnIndex.null_pages,
					nullCounts: columnIndex.null_counts,
					pageStarts: offsetIndex.page_locations.map((page) => Number(page.first_row_index)),
					element
				};
			});
		}
		if (hasFilterIndex) for (const chunk of rowGroup.columns) {
			const meta = chunk.meta_data;
			if (!meta) continue;
			const columnName = meta.path_in_schema[0];
			const columnPath = meta.path_in_schema.join(".");
			if (columns && !columns.includes(columnName)) continue;
			if (scheduledOffsetPaths.has(columnPath)) continue;
			if (!chunk.offset_index_offset || !chunk.offset_index_length) continue;
			scheduledOffsetPaths.add(columnPath);
			const offsetIndexStart = Number(chunk.offset_index_offset);
			const offsetIndexEnd = offsetIndexStart + chunk.offset_index_length;
			indexRanges.push({
				startByte: offsetIndexStart,
				endByte: offsetIndexEnd
			});
			columnTaskCount++;
			indexTasks.push(async (prefetchedFile) => {
				const offsetIndexBuffer = await prefetchedFile.slice(offsetIndexStart, offsetIndexEnd);
				const offsetIndex = readOffsetIndex({
					view: new DataView(offsetIndexBuffer),
					offset: 0
				});
				pageLocationsByGroup[rgIdx][columnPath] = offsetIndex.page_locations;
			});
		}
		if (columnTaskCount) candidateGroups.push({
			rgIdx,
			groupRows,
			columnPages
		});
	});
	if (indexTasks.length) {
		const prefetchedFile = prefetchAsyncBuffer(file, { fetches: coalesceByteRanges(indexRanges) });
		await Promise.all(indexTasks.map((task) => task(prefetchedFile)));
		for (const { rgIdx, groupRows, columnPages } of candidateGroups) pageRangesByGroup[rgIdx] = filterPageRanges(filter, columnPages, groupRows, filterStrict);
	}
	return {
		pageRangesByGroup,
		pageLocationsByGroup
	};
}
/**
* Merge overlapping or touching byte ranges. By default no bytes are added;
* pass maxGap to also merge ranges separated by up to maxGap unrequested bytes,
* as long as the merged range stays within maxSize.
*
* @param {ByteRange[]} ranges
* @param {number} [maxGap]
* @param {number} [maxSize]
* @returns {ByteRange[]}
*/
function coalesceByteRanges(ranges, maxGap = 0, maxSize = Infinity) {
	const sorted = ranges.map((range) => ({ ...range })).sort((a, b) => a.startByte - b.startByte || a.endByte - b.endByte);
	/** @type {ByteRange[]} */
	const merged = [];
	for (const range of sorted) {
		const last = merged[merged.length - 1];
		if (last && range.startByte <= last.endByte + maxGap && Math.max(last.endByte, range.endByte) - last.startByte <= maxSize) last.endByte = Math.max(last.endByte, range.endByte);
		else merged.push(range);
	}
	return merged;
}
/**
* Build a lookup from physical paths to leaf schema elements.
*
* @param {SchemaTree} schemaTree
* @returns {Record<string, SchemaElement>}
*/
function physicalSchemaElements(schemaTree) {
	/** @type {Record<string, SchemaElement>} */
	const elements = {};
	/** @param {SchemaTree} node */
	function traverse(node) {
		if (node.children.length) for (const child of node.children) traverse(child);
		else elements[node.path.join(".")] = node.element;
	}
	traverse(schemaTree);
	return elements;
}
/**
* Prefetch byte ranges from an AsyncBuffer.
*
* @param {AsyncBuffer} file
* @param {{fetches: ByteRange[]}} options
* @returns {AsyncBuffer}
*/
function prefetchAsyncBuffer(file, { fetches }) {
	const promises = fetches.map(({ startByte, endByte }) => file.slice(startByte, endByte));
	return {
		byteLength: file.byteLength,
		slice(start, end = file.byteLength) {
			const index = fetches.findIndex(({ startByte, endByte }) => startByte <= start && end <= endByte);
			if (index < 0) return file.slice(start, end);
			if (fetches[index].startByte !== start || fetches[index].endByte !== end) {
				const startOffset = start - fetches[index].startByte;
				const endOffset = end - fetches[index].startByte;
				if (promises[index] instanceof Promise) return promises[index].then((buffer) => buffer.slice(startOffset, endOffset));
				else return promises[index].slice(startOffset, endOffset);
			} else return promises[index];
		}
	};
}

// node_modules/hyparquet/src/variant.js
/**
* @import {DataReader, ParquetParsers, VariantMetadata} from '../src/types.js'
*/
const decoder = new TextDecoder();
/** @type {WeakMap<object, Map<string, VariantMetadata>>} */
const metadataCache = /* @__PURE__ */ new WeakMap();
/**
* Recursively decode variant structs into native values.
*
* @param {any} value
* @param {ParquetParsers} [parsers]
* @returns {any}
*/
function decodeVariantColumn(value, parsers = DEFAULT_PARSERS) {
	if (Array.isArray(value)) return value.map((entry) => decodeVariantColumn(entry, parsers));
	if (typeof value !== "object") return value;
	if ("metadata" in value) {
		const metadata = parseVariantMetadata(value.metadata);
		const shreddedFields = value.typed_value && decodeTypedValue(value.typed_value, metadata, parsers);
		const binaryValue = value.value && readVariant(makeReader(value.value), metadata, parsers);
		if (shreddedFields && binaryValue) return {
			...binaryValue,
			...shreddedFields
		};
		return shreddedFields ?? binaryValue;
	}
	return value;
}
/**
* Decode a shredded variant typed_value field.
*
* @param {any} typedValue
* @param {VariantMetadata} metadata
* @param {ParquetParsers} parsers
* @returns {any}
*/
function decodeTypedValue(typedValue, metadata, parsers) {
	if (typedValue instanceof Date) return typedValue;
	if (typedValue && typeof typedValue === "object" && !Array.isArray(typedValue) && !(typedValue instanceof Uint8Array)) {
		if ("typed_value" in typedValue && typedValue.typed_value !== null && typedValue.typed_value !== void 0) return decodeTypedValue(typedValue.typed_value, metadata, parsers);
		if ("value" in typedValue && typedValue.value instanceof Uint8Array) return readVariant(makeReader(typedValue.value), metadata, parsers);
		if ("typed_value" in typedValue || "value" in typedValue) return null;
		/** @type {Record<string, any>} */
		const result = {};
		for (const [key, field] of Object.entries(typedValue)) {
			if (!metadata.dictionary.includes(key)) continue;
			result[key] = decodeTypedValue(field, metadata, parsers);
		}
		return result;
	}
	if (typedValue instanceof Uint8Array) return readVariant(makeReader(typedValue), metadata, parsers);
	if (Array.isArray(typedValue)) return typedValue.map((element) => decodeTypedValue(element, metadata, parsers));
	return typedValue;
}
/**
* @param {Uint8Array} bytes
* @returns {DataReader}
*/
function makeReader(bytes) {
	return {
		view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
		offset: 0
	};
}
/**
* Parse and cache variant metadata dictionary.
*
* @param {Uint8Array} bytes
* @returns {VariantMetadata}
*/
function parseVariantMetadata(bytes) {
	let bufferCache = metadataCache.get(bytes.buffer);
	if (!bufferCache) {
		bufferCache = /* @__PURE__ */ new Map();
		metadataCache.set(bytes.buffer, bufferCache);
	}
	const key = `${bytes.byteOffset}:${bytes.byteLength}`;
	const cached = bufferCache.get(key);
	if (cached) return cached;
	const reader = makeReader(bytes);
	const header = reader.view.getUint8(reader.offset++);
	const version = header & 15;
	if (version !== 1) throw new Error(`parquet unsupported variant metadata version: ${version}`);
	const sorted = (header >> 4 & 1) === 1;
	const offsetSize = (header >> 6 & 3) + 1;
	const dictionarySize = readUnsigned(reader, offsetSize);
	const offsets = new Array(dictionarySize + 1);
	for (let i = 0; i < offsets.length; i++) offsets[i] = readUnsigned(reader, offsetSize);
	const base = reader.offset;
	const dictionary = new Array(dictionarySize);
	for (let i = 0; i < dictionarySize; i++) {
		const start = offsets[i];
		const end = offsets[i + 1];
		const strBytes = new Uint8Array(bytes.buffer, bytes.byteOffset + base + start, end - start);
		dictionary[i] = decoder.decode(strBytes);
	}
	const metadata = {
		dictionary,
		sorted
	};
	bufferCache.set(key, metadata);
	return metadata;
}
/**
* @param {DataReader} reader
* @param {number} byteWidth
* @returns {number}
*/
function readUnsigned(reader, byteWidth) {
	let value = 0;
	for (let i = 0; i < byteWidth; i++) value |= reader.view.getUint8(reader.offset + i) << i * 8;
	reader.offset += byteWidth;
	return value;
}
/**
* @param {DataReader} reader
* @param {VariantMetadata} metadata
* @param {ParquetParsers} parsers
* @returns {any}
*/
function readVariant(reader, metadata, parsers) {
	const typeByte = reader.view.getUint8(reader.offset++);
	const basicType = typeByte & 3;
	const header = typeByte >> 2;
	if (basicType === 0) return readVariantPrimitive(reader, header, parsers);
	if (basicType === 2) return readVariantObject(reader, header, metadata, parsers);
	if (basicType === 3) return readVariantArray(reader, header, metadata, parsers);
	const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, header);
	reader.offset += header;
	return decoder.decode(bytes);
}
/**
* @param {DataReader} reader
* @param {number} typeId
* @param {ParquetParsers} parsers
* @returns {any}
*/
function readVariantPrimitive(reader, typeId, parsers) {
	switch (typeId) {
		case 0: return null;
		case 1: return true;
		case 2: return false;
		case 3: {
			const value = reader.view.getInt8(reader.offset);
			reader.offset += 1;
			return value;
		}
		case 4: {
			const value = reader.view.getInt16(reader.offset, true);
			reader.offset += 2;
			return value;
		}
		case 5: {
			const value = reader.view.getInt32(reader.offset, true);
			reader.offset += 4;
			return value;
		}
		case 6: {
			const value = reader.view.getBigInt64(reader.offset, true);
			reader.offset += 8;
			return value;
		}
		case 7: {
			const value = reader.view.getFloat64(reader.offset, true);
			reader.offset += 8;
			return value;
		}
		case 8: return readVariantDecimal(reader, 4);
		case 9: return readVariantDecimal(reader, 8);
		case 10: return readVariantDecimal(reader, 16);
		case 11: {
			const value = reader.view.getInt32(reader.offset, true);
			reader.offset += 4;
			return parsers.dateFromDays(value);
		}
		case 12:
		case 13: {
			const value = reader.view.getBigInt64(reader.offset, true);
			reader.offset += 8;
			return parsers.timestampFromMicroseconds(value);
		}
		case 14: {
			const value = reader.view.getFloat32(reader.offset, true);
			reader.offset += 4;
			return value;
		}
		case 15: return readVariantBinary(reader);
		case 16: {
			const bytes = readVariantBinary(reader);
			return decoder.decode(bytes);
		}
		case 17: {
			const value = reader.view.getBigInt64(reader.offset, true);
			reader.offset += 8;
			return value;
		}
		case 18:
		case 19: {
			const value = reader.view.getBigInt64(reader.offset, true);
			reader.offset += 8;
			return parsers.timestampFromNanoseconds(value);
		}
		case 20: {
			const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, 16);
			reader.offset += 16;
			const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
			return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
		}
		default: throw new Error(`parquet unsupported variant primitive type: ${typeId}`);
	}
}
/**
* @param {DataReader} reader
* @param {number} header
* @param {VariantMetadata} metadata
* @param {ParquetParsers} parsers
* @returns {Record<string, any>}
*/
function readVariantObject(reader, header, metadata, parsers) {
	const offsetWidth = (header & 3) + 1;
	const idWidth = (header >> 2 & 3) + 1;
	const numElements = header >> 4 & 1 ? readUnsigned(reader, 4) : reader.view.getUint8(reader.offset++);
	/** @type {number[]} */
	const fieldIds = new Array(numElements);
	for (let i = 0; i < numElements; i++) fieldIds[i] = readUnsigned(reader, idWidth);
	const offsets = new Array(numElements + 1);
	for (let i = 0; i < offsets.length; i++) offsets[i] = readUnsigned(reader, offsetWidth);
	/** @type {Record<string, any>} */
	const out = {};
	for (let i = 0; i < numElements; i++) {
		const key = metadata.dictionary[fieldIds[i]];
		out[key] = readVariant({
			view: reader.view,
			offset: reader.offset + offsets[i]
		}, metadata, parsers);
	}
	reader.offset += offsets[offsets.length - 1];
	return out;
}
/**
* @param {DataReader} reader
* @param {number} header
* @param {VariantMetadata} metadata
* @param {ParquetParsers} parsers
* @returns {any[]}
*/
function readVariantArray(reader, header, metadata, parsers) {
	const fieldOffsetSize = header & 3;
	const isLarge = header >> 2 & 1;
	const offsetWidth = fieldOffsetSize + 1;
	const numElements = readUnsigned(reader, isLarge ? 4 : 1);
	const offsets = new Array(numElements + 1);
	for (let i = 0; i < offsets.length; i++) offsets[i] = readUnsigned(reader, offsetWidth);
	const valuesStart = reader.offset;
	const result = new Array(numElements);
	for (let i = 0; i < numElements; i++) {
		const valueReader = {
			view: reader.view,
			offset: valuesStart + offsets[i]
		};
		result[i] = readVariant(valueReader, metadata, parsers);
	}
	reader.offset = valuesStart + offsets[offsets.length - 1];
	return result;
}
/**
* @param {DataReader} reader
* @param {number} width
* @returns {number}
*/
function readVariantDecimal(reader, width) {
	const scale = reader.view.getUint8(reader.offset);
	reader.offset += 1;
	let unscaled;
	if (width === 4) {
		unscaled = BigInt(reader.view.getInt32(reader.offset, true));
		reader.offset += 4;
	} else if (width === 8) {
		unscaled = reader.view.getBigInt64(reader.offset, true);
		reader.offset += 8;
	} else {
		const low = reader.view.getBigUint64(reader.offset, true);
		unscaled = reader.view.getBigInt64(reader.offset + 8, true) << 64n | low;
		reader.offset += 16;
	}
	return Number(unscaled) * 10 ** -scale;
}
/**
* @param {DataReader} reader
* @returns {Uint8Array}
*/
function readVariantBinary(reader) {
	const length = reader.view.getUint32(reader.offset, true);
	reader.offset += 4;
	const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, length);
	reader.offset += length;
	return bytes;
}

// node_modules/hyparquet/src/assemble.js
/**
* Reconstructs a complex nested structure from flat arrays of values and
* definition and repetition levels, according to Dremel encoding.
*
* @param {any[]} output
* @param {number[] | undefined} definitionLevels
* @param {number[]} repetitionLevels
* @param {DecodedArray} values
* @param {SchemaTree[]} schemaPath
* @returns {DecodedArray}
*/
function assembleLists(output, definitionLevels, repetitionLevels, values, schemaPath) {
	const maxDefinitionLevel = getMaxDefinitionLevel(schemaPath);
	if (!definitionLevels?.length && !repetitionLevels.length) {
		if (!maxDefinitionLevel || !values.length) return values;
		definitionLevels = new Array(values.length).fill(maxDefinitionLevel);
	}
	const n = definitionLevels?.length || repetitionLevels.length;
	const repetitionPath = schemaPath.map(({ element }) => element.repetition_type);
	let valueIndex = 0;
	const containerStack = [output];
	let currentContainer = output;
	let currentDepth = 0;
	let currentDefLevel = 0;
	let currentRepLevel = 0;
	if (repetitionLevels[0]) while (currentDepth < repetitionPath.length - 2 && currentRepLevel < repetitionLevels[0]) {
		currentDepth++;
		if (repetitionPath[currentDepth] !== "REQUIRED") {
			currentContainer = currentContainer.at(-1);
			containerStack.push(currentContainer);
			currentDefLevel++;
		}
		if (repetitionPath[currentDepth] === "REPEATED") currentRepLevel++;
	}
	for (let i = 0; i < n; i++) {
		const def = definitionLevels?.length ? definitionLevels[i] : maxDefinitionLevel;
		const rep = repetitionLevels[i];
		while (currentDepth && (rep < currentRepLevel || repetitionPath[currentDepth] !== "REPEATED")) {
			if (repetitionPath[currentDepth] !== "REQUIRED") {
				containerStack.pop();
				currentDefLevel--;
			}
			if (repetitionPath[currentDepth] === "REPEATED") currentRepLevel--;
			currentDepth--;
		}
		currentContainer = containerStack.at(-1);
		while ((currentDepth < repetitionPath.length - 2 || repetitionPath[currentDepth + 1] === "REPEATED") && (currentDefLevel < def || repetitionPath[currentDepth + 1] === "REQUIRED")) {
			currentDepth++;
			if (repetitionPath[currentDepth] !== "REQUIRED") {
				/** @type {any[]} */
				const newList = [];
				currentContainer.push(newList);
				currentContainer = newList;
				containerStack.push(newList);
				currentDefLevel++;
			}
			if (repetitionPath[currentDepth] === "REPEATED") currentRepLevel++;
		}
		if (def === maxDefinitionLevel) currentContainer.push(values[valueIndex++]);
		else if (currentDepth === repetitionPath.length - 2) currentContainer.push(null);
		else currentContainer.push([]);
	}
	if (!output.length) for (let i = 0; i < maxDefinitionLevel; i++) {
		/** @type {any[]} */
		const newList = [];
		currentContainer.push(newList);
		currentContainer = newList;
	}
	return output;
}
/**
* Assemble a nested structure from subcolumn data.
*
* @param {Map<string, DecodedArray>} subcolumnData
* @param {SchemaTree} schema top-level schema element
* @param {ParquetParsers} parsers
* @param {number} [depth] depth of nested structure
*/
function assembleNested(subcolumnData, schema, parsers, depth = 0) {
	const path = schema.path.join(".");
	const optional = schema.element.repetition_type === "OPTIONAL";
	const nextDepth = optional ? depth + 1 : depth;
	if (isListLike(schema)) {
		let sublist = schema.children[0];
		let subDepth = nextDepth;
		if (sublist.children.length === 1) {
			sublist = sublist.children[0];
			subDepth++;
		}
		assembleNested(subcolumnData, sublist, parsers, subDepth);
		const subcolumn = sublist.path.join(".");
		const values = subcolumnData.get(subcolumn);
		if (!values) throw new Error("parquet list column missing values");
		if (optional) flattenAtDepth(values, depth);
		subcolumnData.set(path, values);
		subcolumnData.delete(subcolumn);
		return;
	}
	if (isMapLike(schema)) {
		const mapName = schema.children[0].element.name;
		assembleNested(subcolumnData, schema.children[0].children[0], parsers, nextDepth + 1);
		assembleNested(subcolumnData, schema.children[0].children[1], parsers, nextDepth + 1);
		const keys = subcolumnData.get(`${path}.${mapName}.key`);
		const values = subcolumnData.get(`${path}.${mapName}.value`);
		if (!keys) throw new Error("parquet map column missing keys");
		if (!values) throw new Error("parquet map column missing values");
		if (keys.length !== values.length) throw new Error("parquet map column key/value length mismatch");
		const out = assembleMaps(keys, values, nextDepth);
		if (optional) flattenAtDepth(out, depth);
		subcolumnData.delete(`${path}.${mapName}.key`);
		subcolumnData.delete(`${path}.${mapName}.value`);
		subcolumnData.set(path, out);
		return;
	}
	if (schema.children.length) {
		const invertDepth = schema.element.repetition_type === "REQUIRED" ? depth : depth + 1;
		/** @type {Record<string, any>} */
		const struct = {};
		for (const child of schema.children) {
			assembleNested(subcolumnData, child, parsers, invertDepth);
			const childData = subcolumnData.get(child.path.join("."));
			if (!childData) throw new Error("parquet struct missing child data");
			struct[child.element.name] = childData;
		}
		for (const child of schema.children) subcolumnData.delete(child.path.join("."));
		let inverted = invertStruct(struct, invertDepth);
		if (schema.element.logical_type?.type === "VARIANT") inverted = decodeVariantColumn(inverted, parsers);
		if (optional) flattenAtDepth(inverted, depth);
		subcolumnData.set(path, inverted);
	}
}
/**
* @import {DecodedArray, ParquetParsers, SchemaTree} from '../src/types.js'
* @param {DecodedArray} arr
* @param {number} depth
*/
function flattenAtDepth(arr, depth) {
	for (let i = 0; i < arr.length; i++) if (depth) flattenAtDepth(arr[i], depth - 1);
	else arr[i] = arr[i][0];
}
/**
* @param {DecodedArray} keys
* @param {DecodedArray} values
* @param {number} depth
* @returns {any[]}
*/
function assembleMaps(keys, values, depth) {
	const out = [];
	for (let i = 0; i < keys.length; i++) if (depth) out.push(assembleMaps(keys[i], values[i], depth - 1));
	else if (keys[i]) {
		/** @type {Record<string, any>} */
		const obj = {};
		for (let j = 0; j < keys[i].length; j++) {
			const value = values[i][j];
			obj[keys[i][j]] = value === void 0 ? null : value;
		}
		out.push(obj);
	} else out.push(void 0);
	return out;
}
/**
* Invert a struct-like object by depth.
*
* @param {Record<string, any[]>} struct
* @param {number} depth
* @returns {any[]}
*/
function invertStruct(struct, depth) {
	const keys = Object.keys(struct);
	const length = struct[keys[0]]?.length;
	const out = [];
	for (let i = 0; i < length; i++) {
		/** @type {Record<string, any>} */
		const obj = {};
		for (const key of keys) {
			if (struct[key].length !== length) throw new Error("parquet struct parsing error");
			obj[key] = struct[key][i];
		}
		if (depth) out.push(invertStruct(obj, depth - 1));
		else out.push(obj);
	}
	return out;
}

// node_modules/hyparquet/src/delta.js
/**
* @import {DataReader} from '../src/types.js'
*/
/**
* @param {DataReader} reader
* @param {number} count number of values to read
* @param {Int32Array | BigInt64Array} output
*/
function deltaBinaryUnpack(reader, count, output) {
	if (output instanceof Int32Array) {
		deltaBinaryUnpackInt32(reader, count, output);
		return;
	}
	const blockSize = readVarInt(reader);
	const miniblockPerBlock = readVarInt(reader);
	readVarInt(reader);
	let value = readZigZagBigInt(reader);
	let outputIndex = 0;
	output[outputIndex++] = value;
	const valuesPerMiniblock = blockSize / miniblockPerBlock;
	while (outputIndex < count) {
		const minDelta = readZigZagBigInt(reader);
		const bitWidths = new Uint8Array(miniblockPerBlock);
		for (let i = 0; i < miniblockPerBlock; i++) bitWidths[i] = reader.view.getUint8(reader.offset++);
		for (let i = 0; i < miniblockPerBlock && outputIndex < count; i++) {
			const bitWidth = bitWidths[i];
			if (bitWidth) {
				let bitpackPos = 0;
				let miniblockCount = valuesPerMiniblock;
				const mask = (1n << BigInt(bitWidth)) - 1n;
				while (miniblockCount && outputIndex < count) {
					let bits = BigInt(reader.view.getUint32(reader.offset, true) >>> bitpackPos) & mask;
					bitpackPos += bitWidth;
					while (bitpackPos >= 32) {
						bitpackPos -= 32;
						reader.offset += 4;
						if (bitpackPos) bits |= BigInt(reader.view.getUint32(reader.offset, true)) << BigInt(bitWidth - bitpackPos) & mask;
					}
					const delta = minDelta + bits;
					value += delta;
					output[outputIndex++] = value;
					miniblockCount--;
				}
				if (miniblockCount) reader.offset += Math.ceil((miniblockCount * bitWidth + bitpackPos) / 8);
			} else for (let j = 0; j < valuesPerMiniblock && outputIndex < count; j++) {
				value += minDelta;
				output[outputIndex++] = value;
			}
		}
	}
}
/**
* Decode INT32 without BigInt arithmetic in the per-value loop.
*
* @param {DataReader} reader
* @param {number} count
* @param {Int32Array} output
*/
function deltaBinaryUnpackInt32(reader, count, output) {
	const blockSize = readVarInt(reader);
	const miniblockPerBlock = readVarInt(reader);
	readVarInt(reader);
	let value = readZigZag(reader);
	let outputIndex = 0;
	output[outputIndex++] = value;
	const valuesPerMiniblock = blockSize / miniblockPerBlock;
	const { view } = reader;
	while (outputIndex < count) {
		const minDelta = readZigZagInt33(reader);
		const bitWidthsOffset = reader.offset;
		let offset = bitWidthsOffset + miniblockPerBlock;
		for (let i = 0; i < miniblockPerBlock && outputIndex < count; i++) {
			const bitWidth = view.getUint8(bitWidthsOffset + i);
			const end = offset + valuesPerMiniblock * bitWidth / 8;
			let bitOffset = 0;
			for (let j = 0; j < valuesPerMiniblock && outputIndex < count; j++) {
				let residual = 0;
				let bitsRead = 0;
				while (bitsRead < bitWidth) {
					const bitsToRead = Math.min(8 - bitOffset, bitWidth - bitsRead);
					if (bitsRead < 32) residual |= (view.getUint8(offset) >>> bitOffset & (1 << bitsToRead) - 1) << bitsRead;
					bitsRead += bitsToRead;
					bitOffset += bitsToRead;
					if (bitOffset === 8) {
						bitOffset = 0;
						offset++;
					}
				}
				value = value + minDelta + residual | 0;
				output[outputIndex++] = value;
			}
			offset = end;
		}
		reader.offset = offset;
	}
}
/**
* Read a zigzag varint modulo 2^32. INT32 deltas can need 33 bits, which
* readZigZag truncates, but only the low 32 bits of the decoded value matter.
* readVarInt keeps the low 32 zigzag bits of a 5-byte varint; bit 32 is bit 4
* of the fifth byte. Reusing readVarInt keeps the caller's hot loop fast.
*
* @param {DataReader} reader
* @returns {number}
*/
function readZigZagInt33(reader) {
	const start = reader.offset;
	const low = readVarInt(reader);
	const high = reader.offset - start === 5 ? reader.view.getUint8(start + 4) >>> 4 & 1 : 0;
	return (low >>> 1 | high << 31) ^ -(low & 1);
}
/**
* @param {DataReader} reader
* @param {number} count
* @param {Uint8Array[]} output
*/
function deltaLengthByteArray(reader, count, output) {
	const lengths = new Int32Array(count);
	deltaBinaryUnpack(reader, count, lengths);
	for (let i = 0; i < count; i++) {
		output[i] = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, lengths[i]);
		reader.offset += lengths[i];
	}
}
/**
* @param {DataReader} reader
* @param {number} count
* @param {Uint8Array[]} output
*/
function deltaByteArray(reader, count, output) {
	const prefixData = new Int32Array(count);
	deltaBinaryUnpack(reader, count, prefixData);
	const suffixData = new Int32Array(count);
	deltaBinaryUnpack(reader, count, suffixData);
	for (let i = 0; i < count; i++) {
		const suffix = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, suffixData[i]);
		if (prefixData[i]) {
			output[i] = new Uint8Array(prefixData[i] + suffixData[i]);
			output[i].set(output[i - 1].subarray(0, prefixData[i]));
			output[i].set(suffix, prefixData[i]);
		} else output[i] = suffix;
		reader.offset += suffixData[i];
	}
}

// node_modules/hyparquet/src/encoding.js
/**
* @import {DataReader, DecodedArray, ParquetType} from '../src/types.js'
*/
/**
* Read values from a run-length encoded/bit-packed hybrid encoding.
*
* If length is zero, then read int32 length at the start.
*
* @param {DataReader} reader
* @param {number} width - bitwidth
* @param {DecodedArray} output
* @param {number} [length] - length of the encoded data
*/
function readRleBitPackedHybrid(reader, width, output, length) {
	if (length === void 0) {
		length = reader.view.getUint32(reader.offset, true);
		reader.offset += 4;
	}
	const startOffset = reader.offset;
	let seen = 0;
	while (seen < output.length) {
		const header = readVarInt(reader);
		if (header & 1) seen = readBitPacked(reader, header, width, output, seen);
		else {
			const count = header >>> 1;
			readRle(reader, count, width, output, seen);
			seen += count;
		}
	}
	reader.offset = startOffset + length;
}
/**
* Run-length encoding: read value with bitWidth and repeat it count times.
*
* @param {DataReader} reader
* @param {number} count
* @param {number} bitWidth
* @param {DecodedArray} output
* @param {number} seen
*/
function readRle(reader, count, bitWidth, output, seen) {
	const width = bitWidth + 7 >> 3;
	let value = 0;
	for (let i = 0; i < width; i++) value |= reader.view.getUint8(reader.offset++) << (i << 3);
	for (let i = 0; i < count; i++) output[seen + i] = value;
}
/**
* Read a bit-packed run of the rle/bitpack hybrid.
* Supports width > 8 (crossing bytes).
*
* @param {DataReader} reader
* @param {number} header - bit-pack header
* @param {number} bitWidth
* @param {DecodedArray} output
* @param {number} seen
* @returns {number} total output values so far
*/
function readBitPacked(reader, header, bitWidth, output, seen) {
	let count = header >> 1 << 3;
	const mask = (1 << bitWidth) - 1;
	let data = 0;
	if (reader.offset < reader.view.byteLength) data = reader.view.getUint8(reader.offset++);
	else if (mask) throw new Error(`parquet bitpack offset ${reader.offset} out of range`);
	let left = 8;
	let right = 0;
	while (count) if (right > 8) {
		right -= 8;
		left -= 8;
		data >>>= 8;
	} else if (left - right < bitWidth) {
		data |= reader.view.getUint8(reader.offset) << left;
		reader.offset++;
		left += 8;
	} else {
		if (seen < output.length) output[seen++] = data >> right & mask;
		count--;
		right += bitWidth;
	}
	return seen;
}
/**
* @param {DataReader} reader
* @param {number} count
* @param {ParquetType} type
* @param {number | undefined} typeLength
* @returns {DecodedArray}
*/
function byteStreamSplit(reader, count, type, typeLength) {
	const width = byteWidth(type, typeLength);
	const bytes = new Uint8Array(count * width);
	for (let b = 0; b < width; b++) for (let i = 0; i < count; i++) bytes[i * width + b] = reader.view.getUint8(reader.offset++);
	if (type === "FLOAT") return new Float32Array(bytes.buffer);
	else if (type === "DOUBLE") return new Float64Array(bytes.buffer);
	else if (type === "INT32") return new Int32Array(bytes.buffer);
	else if (type === "INT64") return new BigInt64Array(bytes.buffer);
	else if (type === "FIXED_LEN_BYTE_ARRAY") {
		const split = new Array(count);
		for (let i = 0; i < count; i++) split[i] = bytes.subarray(i * width, (i + 1) * width);
		return split;
	}
	throw new Error(`parquet byte_stream_split unsupported type: ${type}`);
}
/**
* @param {ParquetType} type
* @param {number | undefined} typeLength
* @returns {number}
*/
function byteWidth(type, typeLength) {
	switch (type) {
		case "INT32":
		case "FLOAT": return 4;
		case "INT64":
		case "DOUBLE": return 8;
		case "FIXED_LEN_BYTE_ARRAY":
			if (!typeLength) throw new Error("parquet byteWidth missing type_length");
			return typeLength;
		default: throw new Error(`parquet unsupported type: ${type}`);
	}
}

// node_modules/hyparquet/src/plain.js
/**
* Read `count` values of the given type from the reader.view.
*
* @param {DataReader} reader - buffer to read data from
* @param {ParquetType} type - parquet type of the data
* @param {number} count - number of values to read
* @param {number | undefined} fixedLength - length of each fixed length byte array
* @returns {DecodedArray} array of values
*/
function readPlain(reader, type, count, fixedLength) {
	if (count === 0) return [];
	if (type === "BOOLEAN") return readPlainBoolean(reader, count);
	else if (type === "INT32") return readPlainInt32(reader, count);
	else if (type === "INT64") return readPlainInt64(reader, count);
	else if (type === "INT96") return readPlainInt96(reader, count);
	else if (type === "FLOAT") return readPlainFloat(reader, count);
	else if (type === "DOUBLE") return readPlainDouble(reader, count);
	else if (type === "BYTE_ARRAY") return readPlainByteArray(reader, count);
	else if (type === "FIXED_LEN_BYTE_ARRAY") {
		if (!fixedLength) throw new Error("parquet missing fixed length");
		return readPlainByteArrayFixed(reader, count, fixedLength);
	} else throw new Error(`parquet unhandled type: ${type}`);
}
/**
* Read `count` boolean values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {boolean[]}
*/
function readPlainBoolean(reader, count) {
	const values = new Array(count);
	for (let i = 0; i < count; i++) {
		const byteOffset = reader.offset + (i / 8 | 0);
		const bitOffset = i % 8;
		const byte = reader.view.getUint8(byteOffset);
		values[i] = (byte & 1 << bitOffset) !== 0;
	}
	reader.offset += Math.ceil(count / 8);
	return values;
}
/**
* Read `count` int32 values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {Int32Array}
*/
function readPlainInt32(reader, count) {
	const values = (reader.view.byteOffset + reader.offset) % 4 ? new Int32Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 4)) : new Int32Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count);
	reader.offset += count * 4;
	return values;
}
/**
* Read `count` int64 values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {BigInt64Array}
*/
function readPlainInt64(reader, count) {
	const values = (reader.view.byteOffset + reader.offset) % 8 ? new BigInt64Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 8)) : new BigInt64Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count);
	reader.offset += count * 8;
	return values;
}
/**
* Read `count` int96 values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {bigint[]}
*/
function readPlainInt96(reader, count) {
	const values = new Array(count);
	for (let i = 0; i < count; i++) {
		const low = reader.view.getBigInt64(reader.offset + i * 12, true);
		const high = reader.view.getInt32(reader.offset + i * 12 + 8, true);
		values[i] = BigInt(high) << 64n | low;
	}
	reader.offset += count * 12;
	return values;
}
/**
* Read `count` float values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {Float32Array}
*/
function readPlainFloat(reader, count) {
	const values = (reader.view.byteOffset + reader.offset) % 4 ? new Float32Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 4)) : new Float32Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count);
	reader.offset += count * 4;
	return values;
}
/**
* Read `count` double values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {Float64Array}
*/
function readPlainDouble(reader, count) {
	const values = (reader.view.byteOffset + reader.offset) % 8 ? new Float64Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 8)) : new Float64Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count);
	reader.offset += count * 8;
	return values;
}
/**
* Read `count` byte array values.
*
* @param {DataReader} reader
* @param {number} count
* @returns {Uint8Array[]}
*/
function readPlainByteArray(reader, count) {
	const values = new Array(count);
	for (let i = 0; i < count; i++) {
		const length = reader.view.getUint32(reader.offset, true);
		reader.offset += 4;
		values[i] = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, length);
		reader.offset += length;
	}
	return values;
}
/**
* Read a fixed length byte array.
*
* @param {DataReader} reader
* @param {number} count
* @param {number} fixedLength
* @returns {Uint8Array[]}
*/
function readPlainByteArrayFixed(reader, count, fixedLength) {
	const values = new Array(count);
	for (let i = 0; i < count; i++) {
		values[i] = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, fixedLength);
		reader.offset += fixedLength;
	}
	return values;
}
/**
* Create a new buffer with the offset and size.
*
* @import {DataReader, DecodedArray, ParquetType} from '../src/types.js'
* @param {ArrayBufferLike} buffer
* @param {number} offset
* @param {number} size
* @returns {ArrayBuffer}
*/
function align(buffer, offset, size) {
	const aligned = new ArrayBuffer(size);
	new Uint8Array(aligned).set(new Uint8Array(buffer, offset, size));
	return aligned;
}

// node_modules/hyparquet/src/snappy.js
/**
* The MIT License (MIT)
* Copyright (c) 2016 Zhipeng Jia
* https://github.com/zhipeng-jia/snappyjs
*/
const WORD_MASK = [
	0,
	255,
	65535,
	16777215,
	4294967295
];
/**
* Copy bytes from one array to another
*
* @param {Uint8Array} fromArray source array
* @param {number} fromPos source position
* @param {Uint8Array} toArray destination array
* @param {number} toPos destination position
* @param {number} length number of bytes to copy
*/
function copyBytes(fromArray, fromPos, toArray, toPos, length) {
	for (let i = 0; i < length; i++) toArray[toPos + i] = fromArray[fromPos + i];
}
/**
* Decompress snappy data.
* Accepts an output buffer to avoid allocating a new buffer for each call.
*
* @param {Uint8Array} input compressed data
* @param {Uint8Array} output output buffer
*/
function snappyUncompress(input, output) {
	const inputLength = input.byteLength;
	const outputLength = output.byteLength;
	let pos = 0;
	let outPos = 0;
	while (pos < inputLength) {
		const c = input[pos];
		pos++;
		if (c < 128) break;
	}
	if (outputLength && pos >= inputLength) throw new Error("invalid snappy length header");
	while (pos < inputLength) {
		const c = input[pos];
		let len = 0;
		pos++;
		if (pos >= inputLength) throw new Error("missing eof marker");
		if ((c & 3) === 0) {
			let len = (c >>> 2) + 1;
			if (len > 60) {
				if (pos + 3 >= inputLength) throw new Error("snappy error literal pos + 3 >= inputLength");
				const lengthSize = len - 60;
				len = input[pos] + (input[pos + 1] << 8) + (input[pos + 2] << 16) + (input[pos + 3] << 24);
				len = (len & WORD_MASK[lengthSize]) + 1;
				pos += lengthSize;
			}
			if (pos + len > inputLength) throw new Error("snappy error literal exceeds input length");
			copyBytes(input, pos, output, outPos, len);
			pos += len;
			outPos += len;
		} else {
			let offset = 0;
			switch (c & 3) {
				case 1:
					len = (c >>> 2 & 7) + 4;
					offset = input[pos] + (c >>> 5 << 8);
					pos++;
					break;
				case 2:
					if (inputLength <= pos + 1) throw new Error("snappy error end of input");
					len = (c >>> 2) + 1;
					offset = input[pos] + (input[pos + 1] << 8);
					pos += 2;
					break;
				case 3:
					if (inputLength <= pos + 3) throw new Error("snappy error end of input");
					len = (c >>> 2) + 1;
					offset = input[pos] + (input[pos + 1] << 8) + (input[pos + 2] << 16) + (input[pos + 3] << 24);
					pos += 4;
			}
			if (offset === 0 || isNaN(offset)) throw new Error(`invalid offset ${offset} pos ${pos} inputLength ${inputLength}`);
			if (offset > outPos) throw new Error("cannot copy from before start of buffer");
			copyBytes(output, outPos - offset, output, outPos, len);
			outPos += len;
		}
	}
	if (outPos !== outputLength) throw new Error("premature end of input");
}

// node_modules/hyparquet/src/datapage.js
/**
* @import {ColumnDecoder, CompressionCodec, Compressors, DataPage, DataPageHeader, DataPageHeaderV2, DataReader, DecodedArray, PageHeader, SchemaTree} from '../src/types.js'
*/
/**
* Read a data page from uncompressed reader.
*
* @param {Uint8Array} bytes raw page data (should already be decompressed)
* @param {DataPageHeader} daph data page header
* @param {ColumnDecoder} columnDecoder
* @returns {DataPage} definition levels, repetition levels, and array of values
*/
function readDataPage(bytes, daph, { type, element, schemaPath }) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const reader = {
		view,
		offset: 0
	};
	/** @type {DecodedArray} */
	let dataPage;
	const repetitionLevels = readRepetitionLevels(reader, daph, schemaPath);
	const { definitionLevels, numNulls } = readDefinitionLevels(reader, daph, schemaPath);
	const nValues = daph.num_values - numNulls;
	if (daph.encoding === "PLAIN") dataPage = readPlain(reader, type, nValues, element.type_length);
	else if (daph.encoding === "PLAIN_DICTIONARY" || daph.encoding === "RLE_DICTIONARY" || daph.encoding === "RLE") {
		const bitWidth = type === "BOOLEAN" ? 1 : view.getUint8(reader.offset++);
		if (bitWidth) {
			dataPage = new Array(nValues);
			if (type === "BOOLEAN") {
				readRleBitPackedHybrid(reader, bitWidth, dataPage);
				dataPage = dataPage.map((x) => !!x);
			} else readRleBitPackedHybrid(reader, bitWidth, dataPage, view.byteLength - reader.offset);
		} else dataPage = new Uint8Array(nValues);
	} else if (daph.encoding === "BYTE_STREAM_SPLIT") dataPage = byteStreamSplit(reader, nValues, type, element.type_length);
	else if (daph.encoding === "DELTA_BINARY_PACKED") {
		dataPage = type === "INT32" ? new Int32Array(nValues) : new BigInt64Array(nValues);
		deltaBinaryUnpack(reader, nValues, dataPage);
	} else if (daph.encoding === "DELTA_LENGTH_BYTE_ARRAY") {
		dataPage = new Array(nValues);
		deltaLengthByteArray(reader, nValues, dataPage);
	} else if (daph.encoding === "DELTA_BYTE_ARRAY") {
		dataPage = new Array(nValues);
		deltaByteArray(reader, nValues, dataPage);
	} else throw new Error(`parquet unsupported encoding: ${daph.encoding}`);
	return {
		definitionLevels,
		repetitionLevels,
		dataPage
	};
}
/**
* @param {DataReader} reader data view for the page
* @param {DataPageHeader} daph data page header
* @param {SchemaTree[]} schemaPath
* @returns {any[]} repetition levels and number of bytes read
*/
function readRepetitionLevels(reader, daph, schemaPath) {
	if (schemaPath.length > 1) {
		const maxRepetitionLevel = getMaxRepetitionLevel(schemaPath);
		if (maxRepetitionLevel) {
			const values = new Array(daph.num_values);
			readRleBitPackedHybrid(reader, bitWidth(maxRepetitionLevel), values);
			return values;
		}
	}
	return [];
}
/**
* @param {DataReader} reader data view for the page
* @param {DataPageHeader} daph data page header
* @param {SchemaTree[]} schemaPath
* @returns {{ definitionLevels: number[], numNulls: number }} definition levels
*/
function readDefinitionLevels(reader, daph, schemaPath) {
	const maxDefinitionLevel = getMaxDefinitionLevel(schemaPath);
	if (!maxDefinitionLevel) return {
		definitionLevels: [],
		numNulls: 0
	};
	const definitionLevels = new Array(daph.num_values);
	readRleBitPackedHybrid(reader, bitWidth(maxDefinitionLevel), definitionLevels);
	let numNulls = daph.num_values;
	for (const def of definitionLevels) if (def === maxDefinitionLevel) numNulls--;
	if (numNulls === 0) definitionLevels.length = 0;
	return {
		definitionLevels,
		numNulls
	};
}
/**
* @param {Uint8Array} compressedBytes
* @param {number} uncompressed_page_size
* @param {CompressionCodec} codec
* @param {Compressors | undefined} compressors
* @returns {Uint8Array}
*/
function decompressPage(compressedBytes, uncompressed_page_size, codec, compressors) {
	/** @type {Uint8Array} */
	let page;
	const customDecompressor = compressors?.[codec];
	if (codec === "UNCOMPRESSED") page = compressedBytes;
	else if (customDecompressor) page = customDecompressor(compressedBytes, uncompressed_page_size);
	else if (codec === "SNAPPY") {
		page = new Uint8Array(uncompressed_page_size);
		snappyUncompress(compressedBytes, page);
	} else throw new Error(`parquet unsupported compression codec: ${codec}`);
	if (page?.length !== uncompressed_page_size) throw new Error(`parquet decompressed page length ${page?.length} does not match header ${uncompressed_page_size}`);
	return page;
}
/**
* Read a data page from the given Uint8Array.
*
* @param {Uint8Array} compressedBytes raw page data
* @param {PageHeader} ph page header
* @param {ColumnDecoder} columnDecoder
* @returns {DataPage} definition levels, repetition levels, and array of values
*/
function readDataPageV2(compressedBytes, ph, columnDecoder) {
	const reader = {
		view: new DataView(compressedBytes.buffer, compressedBytes.byteOffset, compressedBytes.byteLength),
		offset: 0
	};
	const { type, element, schemaPath, codec, compressors } = columnDecoder;
	const daph2 = ph.data_page_header_v2;
	if (!daph2) throw new Error("parquet data page header v2 is undefined");
	const repetitionLevels = readRepetitionLevelsV2(reader, daph2, schemaPath);
	reader.offset = daph2.repetition_levels_byte_length;
	const definitionLevels = readDefinitionLevelsV2(reader, daph2, schemaPath);
	const uncompressedPageSize = ph.uncompressed_page_size - daph2.definition_levels_byte_length - daph2.repetition_levels_byte_length;
	let page = compressedBytes.subarray(reader.offset);
	if (daph2.is_compressed !== false) page = decompressPage(page, uncompressedPageSize, codec, compressors);
	const pageView = new DataView(page.buffer, page.byteOffset, page.byteLength);
	const pageReader = {
		view: pageView,
		offset: 0
	};
	/** @type {DecodedArray} */
	let dataPage;
	const nValues = daph2.num_values - daph2.num_nulls;
	if (daph2.encoding === "PLAIN") dataPage = readPlain(pageReader, type, nValues, element.type_length);
	else if (daph2.encoding === "RLE") {
		dataPage = new Array(nValues);
		readRleBitPackedHybrid(pageReader, 1, dataPage);
		dataPage = dataPage.map((x) => !!x);
	} else if (daph2.encoding === "PLAIN_DICTIONARY" || daph2.encoding === "RLE_DICTIONARY") {
		const bitWidth = pageView.getUint8(pageReader.offset++);
		dataPage = new Array(nValues);
		readRleBitPackedHybrid(pageReader, bitWidth, dataPage, uncompressedPageSize - 1);
	} else if (daph2.encoding === "DELTA_BINARY_PACKED") {
		dataPage = type === "INT32" ? new Int32Array(nValues) : new BigInt64Array(nValues);
		deltaBinaryUnpack(pageReader, nValues, dataPage);
	} else if (daph2.encoding === "DELTA_LENGTH_BYTE_ARRAY") {
		dataPage = new Array(nValues);
		deltaLengthByteArray(pageReader, nValues, dataPage);
	} else if (daph2.encoding === "DELTA_BYTE_ARRAY") {
		dataPage = new Array(nValues);
		deltaByteArray(pageReader, nValues, dataPage);
	} else if (daph2.encoding === "BYTE_STREAM_SPLIT") dataPage = byteStreamSplit(pageReader, nValues, type, element.type_length);
	else throw new Error(`parquet unsupported encoding: ${daph2.encoding}`);
	return {
		definitionLevels,
		repetitionLevels,
		dataPage
	};
}
/**
* @param {DataReader} reader
* @param {DataPageHeaderV2} daph2 data page header v2
* @param {SchemaTree[]} schemaPath
* @returns {any[]} repetition levels
*/
function readRepetitionLevelsV2(reader, daph2, schemaPath) {
	const maxRepetitionLevel = getMaxRepetitionLevel(schemaPath);
	if (!maxRepetitionLevel) return [];
	const values = new Array(daph2.num_values);
	readRleBitPackedHybrid(reader, bitWidth(maxRepetitionLevel), values, daph2.repetition_levels_byte_length);
	return values;
}
/**
* @param {DataReader} reader
* @param {DataPageHeaderV2} daph2 data page header v2
* @param {SchemaTree[]} schemaPath
* @returns {number[] | undefined} definition levels
*/
function readDefinitionLevelsV2(reader, daph2, schemaPath) {
	const maxDefinitionLevel = getMaxDefinitionLevel(schemaPath);
	if (maxDefinitionLevel) {
		const values = new Array(daph2.num_values);
		readRleBitPackedHybrid(reader, bitWidth(maxDefinitionLevel), values, daph2.definition_levels_byte_length);
		return values;
	}
}
/**
* Minimum bits needed to store value.
*
* @param {number} value
* @returns {number}
*/
function bitWidth(value) {
	return 32 - Math.clz32(value);
}

// node_modules/hyparquet/src/column.js
/**
* @import {ColumnDecoder, DataReader, DecodedArray, PageHeader, PageResult, RowGroupSelect, Statistics, SubColumnData} from '../src/types.js'
*/
/**
* Parse column data from a buffer.
*
* @param {DataReader} reader
* @param {RowGroupSelect} rowGroupSelect row group selection
* @param {ColumnDecoder} columnDecoder column decoder params
* @param {(chunk: SubColumnData) => void} [onPage] callback for each page
* @returns {{ data: DecodedArray[], skipped: number }}
*/
function readColumn(reader, { groupStart, selectStart, selectEnd }, columnDecoder, onPage) {
	const { pathInSchema, schemaPath } = columnDecoder;
	const isFlat = isFlatColumn(schemaPath);
	/** @type {DecodedArray[]} */
	const chunks = [];
	/** @type {DecodedArray | undefined} */
	let dictionary = void 0;
	/** @type {DecodedArray | undefined} */
	let lastChunk = void 0;
	let rowCount = 0;
	let skipped = 0;
	const emitLastChunk = onPage && (() => {
		lastChunk && onPage({
			pathInSchema,
			columnData: lastChunk,
			rowStart: groupStart + rowCount - lastChunk.length,
			rowEnd: groupStart + rowCount
		});
	});
	while (isFlat ? rowCount < selectEnd : reader.offset < reader.view.byteLength - 1) {
		if (reader.offset >= reader.view.byteLength - 1) break;
		const header = parquetHeader(reader);
		if (header.type === "DICTIONARY_PAGE") {
			const { data } = readPage(reader, header, columnDecoder, dictionary, void 0, 0);
			if (data) dictionary = convert$1(data, columnDecoder);
		} else {
			const lastChunkLength = lastChunk?.length || 0;
			const result = readPage(reader, header, columnDecoder, dictionary, lastChunk, selectStart - rowCount);
			if (result.skipped) {
				if (!chunks.length) skipped += result.skipped;
				rowCount += result.skipped;
			} else if (result.data && lastChunk === result.data) rowCount += result.data.length - lastChunkLength;
			else if (result.data && result.data.length) {
				emitLastChunk?.();
				chunks.push(result.data);
				rowCount += result.data.length;
				lastChunk = result.data;
			}
		}
	}
	emitLastChunk?.();
	return {
		data: chunks,
		skipped
	};
}
/**
* Read a page (data or dictionary) from a buffer.
*
* @param {DataReader} reader
* @param {PageHeader} header
* @param {ColumnDecoder} columnDecoder
* @param {DecodedArray | undefined} dictionary
* @param {DecodedArray | undefined} previousChunk
* @param {number} pageStart skip this many rows in the page
* @returns {PageResult}
*/
function readPage(reader, header, columnDecoder, dictionary, previousChunk, pageStart) {
	const { type, element, schemaPath, codec, compressors } = columnDecoder;
	const compressedBytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, header.compressed_page_size);
	reader.offset += header.compressed_page_size;
	if (header.type === "DATA_PAGE") {
		const daph = header.data_page_header;
		if (!daph) throw new Error("parquet data page header is undefined");
		if (pageStart > daph.num_values && isFlatColumn(schemaPath)) return { skipped: daph.num_values };
		const page = decompressPage(compressedBytes, Number(header.uncompressed_page_size), codec, compressors);
		const { definitionLevels, repetitionLevels, dataPage } = readDataPage(page, daph, columnDecoder);
		const values = convertWithDictionary(dataPage, dictionary, daph.encoding, columnDecoder);
		return {
			skipped: 0,
			data: assembleLists(Array.isArray(previousChunk) ? previousChunk : [], definitionLevels, repetitionLevels, values, schemaPath)
		};
	} else if (header.type === "DATA_PAGE_V2") {
		const daph2 = header.data_page_header_v2;
		if (!daph2) throw new Error("parquet data page header v2 is undefined");
		if (pageStart > daph2.num_rows) return { skipped: daph2.num_rows };
		const { definitionLevels, repetitionLevels, dataPage } = readDataPageV2(compressedBytes, header, columnDecoder);
		const values = convertWithDictionary(dataPage, dictionary, daph2.encoding, columnDecoder);
		return {
			skipped: 0,
			data: assembleLists(Array.isArray(previousChunk) ? previousChunk : [], definitionLevels, repetitionLevels, values, schemaPath)
		};
	} else if (header.type === "DICTIONARY_PAGE") {
		const diph = header.dictionary_page_header;
		if (!diph) throw new Error("parquet dictionary page header is undefined");
		const page = decompressPage(compressedBytes, Number(header.uncompressed_page_size), codec, compressors);
		const reader = {
			view: new DataView(page.buffer, page.byteOffset, page.byteLength),
			offset: 0
		};
		return {
			skipped: 0,
			data: readPlain(reader, type, diph.num_values, element.type_length)
		};
	} else throw new Error(`parquet unsupported page type: ${header.type}`);
}
/**
* Read a page header from a buffer, leaving the reader at the start of the page data.
*
* @param {DataReader} reader
* @returns {PageHeader}
*/
function parquetHeader(reader) {
	const header = deserializeTCompactProtocol(reader);
	return {
		type: PageTypes[header.field_1],
		uncompressed_page_size: header.field_2,
		compressed_page_size: header.field_3,
		crc: header.field_4,
		data_page_header: header.field_5 && {
			num_values: header.field_5.field_1,
			encoding: Encodings[header.field_5.field_2],
			definition_level_encoding: Encodings[header.field_5.field_3],
			repetition_level_encoding: Encodings[header.field_5.field_4],
			statistics: pageStatistics(header.field_5.field_5)
		},
		index_page_header: header.field_6,
		dictionary_page_header: header.field_7 && {
			num_values: header.field_7.field_1,
			encoding: Encodings[header.field_7.field_2],
			is_sorted: header.field_7.field_3
		},
		data_page_header_v2: header.field_8 && {
			num_values: header.field_8.field_1,
			num_nulls: header.field_8.field_2,
			num_rows: header.field_8.field_3,
			encoding: Encodings[header.field_8.field_4],
			definition_levels_byte_length: header.field_8.field_5,
			repetition_levels_byte_length: header.field_8.field_6,
			is_compressed: header.field_8.field_7 === void 0 ? true : header.field_8.field_7,
			statistics: pageStatistics(header.field_8.field_8)
		}
	};
}
/**
* @param {any} stats thrift Statistics struct
* @returns {Statistics | undefined}
*/
function pageStatistics(stats) {
	return stats && {
		max: stats.field_1,
		min: stats.field_2,
		null_count: stats.field_3,
		distinct_count: stats.field_4,
		max_value: stats.field_5,
		min_value: stats.field_6,
		is_max_value_exact: stats.field_7,
		is_min_value_exact: stats.field_8
	};
}

// node_modules/hyparquet/src/rowgroup.js
/**
* @import {AsyncColumn, AsyncRowGroup, ChunkPlan, ColumnDecoder, DecodedArray, GroupPlan, PageLocation, ParquetParsers, ParquetReadOptions, QueryPlan, SchemaTree} from '../src/types.js'
*/
/**
* Read a row group from a file-like object.
*
* @param {ParquetReadOptions} options
* @param {QueryPlan} plan
* @param {GroupPlan} groupPlan
* @returns {AsyncRowGroup} resolves to column data
*/
function readRowGroup(options, { metadata }, groupPlan) {
	/** @type {AsyncColumn[]} */
	const asyncColumns = [];
	const schemaTree = parquetSchema(metadata);
	for (const chunk of groupPlan.chunks) {
		const { path_in_schema: pathInSchema } = chunk.columnMetadata;
		const schemaPath = getTreePath(schemaTree, pathInSchema);
		const columnDecoder = {
			pathInSchema,
			element: schemaPath[schemaPath.length - 1].element,
			schemaPath,
			...options,
			...chunk.columnMetadata,
			parsers: {
				...DEFAULT_PARSERS,
				...options.parsers
			}
		};
		const { startByte, endByte } = chunk.range;
		if ("pageLocations" in chunk) asyncColumns.push({
			pathInSchema,
			data: readSelectedPages(options, groupPlan, chunk, chunk.pageLocations, columnDecoder)
		});
		else if ("offsetIndex" in chunk) asyncColumns.push({
			pathInSchema,
			data: Promise.resolve(options.file.slice(chunk.offsetIndex.startByte, chunk.offsetIndex.endByte)).then((arrayBuffer) => {
				const pages = readOffsetIndex({
					view: new DataView(arrayBuffer),
					offset: 0
				}).page_locations;
				return readSelectedPages(options, groupPlan, chunk, pages, columnDecoder);
			})
		});
		else asyncColumns.push({
			pathInSchema,
			data: Promise.resolve(options.file.slice(startByte, endByte)).then((buffer) => {
				const reader = {
					view: new DataView(buffer),
					offset: 0
				};
				return readColumn(reader, groupPlan, columnDecoder, options.onPage);
			})
		});
	}
	return {
		groupStart: groupPlan.groupStart,
		groupRows: groupPlan.groupRows,
		selectStart: groupPlan.selectStart,
		selectEnd: groupPlan.selectEnd,
		asyncColumns
	};
}
/**
* Read only the pages of a column chunk that overlap the group plan's select
* range [selectStart, selectEnd), using page locations from the offset index.
*
* @param {ParquetReadOptions} options
* @param {GroupPlan} groupPlan
* @param {ChunkPlan} chunk
* @param {PageLocation[]} pages
* @param {ColumnDecoder} columnDecoder
* @returns {Promise<{data: DecodedArray[], skipped: number}>}
*/
async function readSelectedPages(options, groupPlan, chunk, pages, columnDecoder) {
	const { data_page_offset, dictionary_page_offset } = chunk.columnMetadata;
	const { selectStart, selectEnd } = groupPlan;
	let { startByte, endByte } = chunk.range;
	let skipped = -1;
	const hasDict = dictionary_page_offset || data_page_offset < pages[0].offset;
	for (let i = 0; i < pages.length; i++) {
		const page = pages[i];
		const pageStart = Number(page.first_row_index);
		const pageEnd = i + 1 < pages.length ? Number(pages[i + 1].first_row_index) : groupPlan.groupRows;
		if (skipped < 0 && pageEnd > selectStart) {
			startByte = Number(page.offset);
			skipped = pageStart;
		}
		if (pageStart < selectEnd) endByte = Number(page.offset) + page.compressed_page_size;
	}
	if (skipped < 0) skipped = 0;
	/** @type {DataView} */
	let view;
	if (hasDict && skipped) {
		const dictLength = Number(pages[0].offset) - chunk.range.startByte;
		const [dictBuffer, dataBuffer] = await Promise.all([options.file.slice(chunk.range.startByte, Number(pages[0].offset)), options.file.slice(startByte, endByte)]);
		const combined = new Uint8Array(dictLength + dataBuffer.byteLength);
		combined.set(new Uint8Array(dictBuffer, 0, dictLength));
		combined.set(new Uint8Array(dataBuffer), dictLength);
		view = new DataView(combined.buffer);
	} else if (hasDict) view = new DataView(await options.file.slice(chunk.range.startByte, endByte));
	else view = new DataView(await options.file.slice(startByte, endByte));
	const reader = {
		view,
		offset: 0
	};
	const adjustedGroupPlan = skipped ? {
		...groupPlan,
		groupStart: groupPlan.groupStart + skipped,
		selectStart: groupPlan.selectStart - skipped,
		selectEnd: groupPlan.selectEnd - skipped
	} : groupPlan;
	const { data, skipped: columnSkipped } = readColumn(reader, adjustedGroupPlan, columnDecoder, options.onPage);
	return {
		data,
		skipped: skipped + columnSkipped
	};
}
/**
* @overload
* @param {AsyncRowGroup} asyncGroup
* @param {number} selectStart
* @param {number} selectEnd
* @param {string[] | undefined} columns
* @param {'object'} rowFormat
* @returns {Promise<Record<string, any>[]>} resolves to row data
*/
/**
* @overload
* @param {AsyncRowGroup} asyncGroup
* @param {number} selectStart
* @param {number} selectEnd
* @param {string[] | undefined} columns
* @param {'array'} [rowFormat]
* @returns {Promise<any[][]>} resolves to row data
*/
/**
* @param {AsyncRowGroup} asyncGroup
* @param {number} selectStart
* @param {number} selectEnd
* @param {string[] | undefined} columns
* @param {'object' | 'array'} [rowFormat]
* @returns {Promise<Record<string, any>[] | any[][]>} resolves to row data
*/
async function asyncGroupToRows({ asyncColumns }, selectStart, selectEnd, columns, rowFormat) {
	const asyncPages = await Promise.all(asyncColumns.map((column) => column.data.then(({ skipped, data }) => ({
		skipped,
		data: flatten(data)
	}))));
	const selectCount = selectEnd - selectStart;
	if (rowFormat === "object") {
		/** @type {Record<string, any>[]} */
		const groupData = Array(selectCount);
		for (let selectRow = 0; selectRow < selectCount; selectRow++) {
			/** @type {Record<string, any>} */
			const rowData = {};
			for (let i = 0; i < asyncColumns.length; i++) {
				const { data, skipped } = asyncPages[i];
				rowData[asyncColumns[i].pathInSchema[0]] = data[selectStart + selectRow - skipped];
			}
			groupData[selectRow] = rowData;
		}
		return groupData;
	}
	const includedColumnNames = asyncColumns.map((child) => child.pathInSchema[0]).filter((name) => !columns || columns.includes(name));
	const columnOrder = columns ?? includedColumnNames;
	const columnIndexes = columnOrder.map((name) => asyncColumns.findIndex((column) => column.pathInSchema[0] === name));
	/** @type {any[][]} */
	const groupData = Array(selectCount);
	for (let selectRow = 0; selectRow < selectCount; selectRow++) {
		const rowData = Array(asyncColumns.length);
		for (let i = 0; i < columnOrder.length; i++) {
			const colIdx = columnIndexes[i];
			if (colIdx < 0) throw new Error(`parquet column not found: ${columnOrder[i]}`);
			const { data, skipped } = asyncPages[colIdx];
			rowData[i] = data[selectStart + selectRow - skipped];
		}
		groupData[selectRow] = rowData;
	}
	return groupData;
}
/**
* Assemble physical columns into top-level columns asynchronously.
*
* @param {AsyncRowGroup} asyncRowGroup
* @param {SchemaTree} schemaTree
* @param {Partial<ParquetParsers>} [parsers]
* @returns {AsyncRowGroup}
*/
function assembleAsync(asyncRowGroup, schemaTree, parsers) {
	const { asyncColumns } = asyncRowGroup;
	const allParsers = {
		...DEFAULT_PARSERS,
		...parsers
	};
	/** @type {AsyncColumn[]} */
	const assembled = [];
	for (const child of schemaTree.children) if (child.children.length) {
		const childColumns = asyncColumns.filter((column) => column.pathInSchema[0] === child.element.name);
		if (!childColumns.length) continue;
		assembled.push({
			pathInSchema: child.path,
			data: (async () => {
				const resolved = await Promise.all(childColumns.map((c) => c.data));
				/** @type {Map<string, DecodedArray>} */
				const subcolumnData = /* @__PURE__ */ new Map();
				const flattened = resolved.map(({ data }) => flatten(data));
				const skipped = Math.max(asyncRowGroup.selectStart ?? 0, ...resolved.map((result) => result.skipped));
				const end = Math.min(asyncRowGroup.selectEnd ?? Infinity, ...resolved.map((result, i) => result.skipped + flattened[i].length));
				for (let i = 0; i < childColumns.length; i++) {
					const start = skipped - resolved[i].skipped;
					const length = Math.max(0, end - skipped);
					subcolumnData.set(childColumns[i].pathInSchema.join("."), flattened[i].slice(start, start + length));
				}
				assembleNested(subcolumnData, child, allParsers);
				const assembled = subcolumnData.get(child.element.name);
				if (!assembled) throw new Error("parquet column data not assembled");
				return {
					data: [assembled],
					skipped
				};
			})()
		});
	} else {
		const asyncColumn = asyncColumns.find((column) => column.pathInSchema[0] === child.element.name);
		if (asyncColumn) assembled.push(asyncColumn);
	}
	return {
		...asyncRowGroup,
		asyncColumns: assembled
	};
}

// node_modules/hyparquet/src/scan.js
/**
* @import {AsyncRowGroup, BaseParquetReadOptions, BloomFilter, DecodedArray, PageLocation, PageRanges, ParquetScan, ParquetScanOptions, QueryPlan, SchemaElement} from '../src/types.js'
*/
/**
* @typedef {BaseParquetReadOptions & {
*   bloomFiltersByGroup?: Record<string, BloomFilter>[],
*   schemaElements?: Record<string, SchemaElement>,
*   pageRangesByGroup?: (PageRanges | undefined)[],
*   pageLocationsByGroup?: Record<string, PageLocation[]>[],
* }} PreparedParquetReadOptions
*/
/**
* Load optional indexes and build the canonical physical read plan.
* Shared by row-oriented reads and lazy scans so pruning behavior cannot
* diverge between APIs.
*
* @param {BaseParquetReadOptions} options
* @returns {Promise<{options: PreparedParquetReadOptions, plan: QueryPlan}>}
*/
async function prepareParquetRead(options) {
	const prepared = await prepareParquetOptions(options);
	return {
		options: prepared,
		plan: parquetPlan(prepared)
	};
}
/**
* Load optional indexes and validate read options without planning data reads.
*
* @param {BaseParquetReadOptions} options
* @returns {Promise<PreparedParquetReadOptions>}
*/
async function prepareParquetOptions(options) {
	const metadata = options.metadata ?? await parquetMetadataAsync(options.file, options);
	const schemaColumns = parquetSchema(metadata).children.map((child) => child.element.name);
	const missingFilterColumns = columnsNeededForFilter(options.filter).filter((column) => !schemaColumns.includes(column));
	if (missingFilterColumns.length) throw new Error(`parquet filter columns not found: ${missingFilterColumns.join(", ")}`);
	if (options.columns) {
		const missingColumns = options.columns.filter((column) => !schemaColumns.includes(column));
		if (missingColumns.length) throw new Error(`parquet column not found: ${missingColumns[0]}`);
	}
	/** @type {PreparedParquetReadOptions} */
	let prepared = {
		...options,
		metadata
	};
	prepared = await withBloomFilters(prepared);
	prepared = await withPageIndexes(prepared);
	return prepared;
}
/**
* Read all planned row groups, prefetching their coalesced byte ranges.
*
* @param {BaseParquetReadOptions} options
* @param {QueryPlan} plan
* @returns {AsyncRowGroup[]}
*/
function readParquetPlan(options, plan) {
	const readOptions = {
		...options,
		file: prefetchAsyncBuffer(options.file, plan)
	};
	return plan.groups.map((group) => readRowGroup(readOptions, plan, group));
}
/**
* Conditionally fetch bloom filters and attach them to planner options.
*
* @param {PreparedParquetReadOptions} options
* @returns {Promise<PreparedParquetReadOptions>}
*/
async function withBloomFilters(options) {
	if (!options.useBloomFilters || !options.filter || !options.metadata) return options;
	const schemaTree = parquetSchema(options.metadata);
	/** @type {Record<string, SchemaElement>} */
	const schemaElements = {};
	for (const child of schemaTree.children) schemaElements[child.element.name] = child.element;
	const bloomFiltersByGroup = await prefetchBloomFilters({
		file: options.file,
		metadata: options.metadata,
		filter: options.filter,
		filterStrict: options.filterStrict
	});
	return {
		...options,
		bloomFiltersByGroup,
		schemaElements
	};
}
/**
* Conditionally fetch page indexes and attach candidate ranges and layouts.
*
* @param {PreparedParquetReadOptions} options
* @returns {Promise<PreparedParquetReadOptions>}
*/
async function withPageIndexes(options) {
	if (!options.usePageIndex || !options.filter || !options.metadata) return options;
	const { pageRangesByGroup, pageLocationsByGroup } = await prefetchPageIndexes({
		file: options.file,
		metadata: options.metadata,
		filter: options.filter,
		filterStrict: options.filterStrict,
		rowStart: options.rowStart,
		rowEnd: options.rowEnd,
		columns: options.columns,
		bloomFiltersByGroup: options.bloomFiltersByGroup,
		schemaElements: options.schemaElements,
		parsers: options.parsers
	});
	return {
		...options,
		pageRangesByGroup,
		pageLocationsByGroup
	};
}

// node_modules/hyparquet/src/read.js
/**
* @import {AsyncRowGroup, BaseParquetReadOptions, DecodedArray, ParquetReadOptions, ParquetRow} from '../src/types.js'
*/
/**
* Symbol for the absolute, zero-based physical position of an object row.
* @type {typeof import('../src/types.js').rowIndex}
*/
const rowIndex = Symbol("rowIndex");
/**
* Read parquet data rows from a file-like object.
* Reads the minimal number of row groups and columns to satisfy the request.
*
* Returns a void promise when complete.
* Errors are thrown on the returned promise.
* Data is returned in callbacks onComplete, onChunk, onPage, NOT the return promise.
* See parquetReadObjects for a more convenient API.
*
* @param {ParquetReadOptions} options read options
* @returns {Promise<void>} resolves when all requested rows and columns are parsed, all errors are thrown here
*/
async function parquetRead(options) {
	options.metadata ??= await parquetMetadataAsync(options.file, options);
	const { rowStart = 0, rowEnd, columns, onChunk, onComplete, rowFormat, filter, filterStrict = true } = options;
	if (filter && rowFormat !== "object") throw new Error("parquet filter requires rowFormat: \"object\"");
	if (options.includeRowIndex && rowFormat !== "object") throw new Error("parquet includeRowIndex requires rowFormat: \"object\"");
	const filterColumns = columnsNeededForFilter(filter);
	let readColumns = columns;
	if (columns && filterColumns.length) {
		const selectedColumns = new Set(columns);
		const extraColumns = filterColumns.filter((column) => !selectedColumns.has(column));
		if (extraColumns.length) readColumns = [...columns, ...extraColumns];
	}
	const readOptions = readColumns === columns ? options : {
		...options,
		columns: readColumns
	};
	const prepared = await prepareParquetRead(readOptions);
	const preparedOptions = prepared.options;
	const requiresProjection = readColumns !== columns;
	const asyncGroups = readParquetPlan(preparedOptions, prepared.plan);
	if (!onComplete && !onChunk) {
		await awaitAllColumns(asyncGroups);
		return;
	}
	if (!preparedOptions.metadata) throw new Error("parquet requires metadata");
	const schemaTree = parquetSchema(preparedOptions.metadata);
	const assembled = asyncGroups.map((arg) => assembleAsync(arg, schemaTree, options.parsers));
	if (onChunk) for (const asyncGroup of assembled) for (const asyncColumn of asyncGroup.asyncColumns) asyncColumn.data.then(({ data, skipped }) => {
		let rowStart = asyncGroup.groupStart + skipped;
		for (const columnData of data) {
			onChunk({
				columnName: asyncColumn.pathInSchema[0],
				columnData,
				rowStart,
				rowEnd: rowStart + columnData.length
			});
			rowStart += columnData.length;
		}
	}, () => {});
	if (onComplete) {
		await awaitAllColumns(assembled);
		/** @type {any[]} */
		const rows = [];
		for (const asyncGroup of assembled) {
			const selectStart = asyncGroup.selectStart ?? Math.max(rowStart - asyncGroup.groupStart, 0);
			const selectEnd = asyncGroup.selectEnd ?? Math.min((rowEnd ?? Infinity) - asyncGroup.groupStart, asyncGroup.groupRows);
			const groupData = rowFormat === "object" ? await asyncGroupToRows(asyncGroup, selectStart, selectEnd, readColumns, "object") : await asyncGroupToRows(asyncGroup, selectStart, selectEnd, columns, "array");
			if (options.includeRowIndex) for (let i = 0; i < groupData.length; i++) Object.defineProperty(groupData[i], rowIndex, { value: asyncGroup.groupStart + selectStart + i });
			if (filter) {
				for (const row of groupData) if (matchFilter(row, filter, filterStrict)) {
					if (requiresProjection && columns) {
						for (const col of filterColumns) if (!columns.includes(col)) delete row[col];
					}
					rows.push(row);
				}
			} else concat(rows, groupData);
		}
		onComplete(rows);
	} else await awaitAllColumns(assembled);
}
/**
* Await every column promise across the given row groups via Promise.allSettled
* so no rejection escapes as an unhandledRejection. Throws the first rejection.
*
* @param {AsyncRowGroup[]} asyncGroups
* @returns {Promise<void>}
*/
async function awaitAllColumns(asyncGroups) {
	const all = asyncGroups.flatMap((g) => g.asyncColumns.map((c) => c.data));
	const failed = (await Promise.allSettled(all)).find((r) => r.status === "rejected");
	if (failed) throw failed.reason;
}
/**
* This is a helper function to read parquet row data as a promise.
* It is a wrapper around the more configurable parquetRead function.
*
* @param {Omit<ParquetReadOptions, 'onComplete'>} options
* @returns {Promise<ParquetRow[]>} resolves when all requested rows and columns are parsed
*/
function parquetReadObjects(options) {
	return new Promise((onComplete, reject) => {
		parquetRead({
			...options,
			rowFormat: "object",
			onComplete
		}).catch(reject);
	});
}

// node_modules/hyparquet/src/node.js
/**
* @import {AsyncBuffer} from '../src/types.js'
*/
/**
* Construct an AsyncBuffer for a local file using node fs package.
*
* @param {string} filename
* @returns {Promise<AsyncBuffer>}
*/
async function asyncBufferFromFile(filename) {
	const { size } = await promises.stat(filename);
	return {
		byteLength: size,
		slice(start, end) {
			if (start === end) return Promise.resolve(/* @__PURE__ */ new ArrayBuffer(0));
			const reader = createReadStream$1(filename, {
				start,
				end: end === void 0 ? void 0 : end - 1
			});
			return new Promise((resolve, reject) => {
				/** @type {any[]} */
				const chunks = [];
				reader.on("data", (chunk) => chunks.push(chunk));
				reader.on("error", reject);
				reader.on("end", () => {
					const buffer = Buffer.concat(chunks);
					if (buffer.byteOffset === 0 && buffer.byteLength === buffer.buffer.byteLength) resolve(buffer.buffer);
					else resolve(buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength));
				});
			});
		}
	};
}

// src/results/formats/lighteval/results.ts
const values$1 = record(string(), unknown$1());
/** Of the model's settings nothing is kept but its name: they may hold keys. */
const schema = object({
	config_general: object({
		model_name: string().nullish(),
		model_config: object({ model_name: string().nullish() }).nullish(),
		lighteval_sha: unknown$1().optional(),
		max_samples: unknown$1().optional(),
		num_fewshot_seeds: unknown$1().optional(),
		start_time: unknown$1().optional(),
		generation_parameters: unknown$1().optional()
	}),
	results: record(string(), values$1),
	versions: values$1.default({}),
	config_tasks: record(string(), values$1).default({}),
	summary_tasks: record(string(), values$1).default({})
});
/** @throws WeighbridgeError `data` */
async function readLighteval(file) {
	const { value: results, digest } = await readJsonAs(file, schema, "results of lighteval");
	return {
		file,
		results,
		digest
	};
}
/** `all` and the averages are means over tasks, of their standard errors too: no numbers of a task. */
function taskNames({ results: { results } }) {
	return Object.keys(results).filter((task) => task !== "all" && !/[:|]_average([:|]\d+)?$/.test(task));
}
/** Names are written with `|` or with `:`, by place and version. */
const sameName = (name) => name.replaceAll("|", ":");
const lightevalModel = ({ results }) => {
	const { model_name, model_config } = results.config_general;
	return model_name ?? model_config?.model_name ?? "a model without a name";
};
/** The settings of a task, whose name there may lack suite or few-shot count. */
function taskConfig({ results: { config_tasks } }, task) {
	const wanted = sameName(task);
	const without = wanted.replace(/:\d+$/, "");
	return Object.entries(config_tasks).find(([name]) => [wanted, without].includes(sameName(name)))?.[1] ?? {};
}
/** Whether higher is better, as the task's settings say it: for a metric, or for one of several that it gives. */
function higherIsBetter(config, metric) {
	const listed = Array.isArray(config.metrics) ? config.metrics : config.metric ?? [];
	for (const each of Array.isArray(listed) ? listed : [listed]) {
		const { metric_name: names, higher_is_better: higher } = each ?? {};
		if (![names].flat().includes(metric)) continue;
		const own = typeof higher === "object" ? higher?.[metric] : higher;
		if (typeof own === "boolean") return own;
	}
	return null;
}
/** Whether a metric is the mean of its samples; where nothing is said, the numbers must show it. */
function isMean(config, metric) {
	const own = (Array.isArray(config.metrics) ? config.metrics : []).find((each) => [each?.metric_name].flat().includes(metric))?.corpus_level_fn;
	const how = typeof own === "object" && own !== null ? own[metric] : own;
	return typeof how !== "string" || /mean/.test(how);
}

// src/results/formats/lighteval/details.ts
/** Rows that are in memory at a time; a prompt may be long. */
const BATCH = 500;
const RESULTS = /^results_(.+)\.json$/;
/** Details lie in `details/…/<time>` where the results lie in `results/…`, or beside them. */
async function detailsOf(resultsFile) {
	const time = RESULTS.exec(basename(resultsFile))?.[1] ?? "";
	const folder = dirname(resultsFile);
	const parts = folder.split(sep);
	const root = parts.lastIndexOf("results");
	const apart = root === -1 ? [] : [join([...parts.with(root, "details"), time].join(sep))];
	const details = /* @__PURE__ */ new Map();
	for (const place of [...apart, folder]) for (const file of await namesIn(place)) {
		const [start, end] = ["details_", `_${time}.parquet`];
		if (time === "" || !file.startsWith(start) || !file.endsWith(end)) continue;
		const path = await companionFile(place, join(place, file), resultsFile);
		if (path !== null) details.set(sameName(file.slice(start.length, -end.length)), path);
	}
	return details;
}
async function countRows(file) {
	return reading(file, async () => {
		const { num_rows: rows } = await parquetMetadataAsync(await asyncBufferFromFile(file));
		return Number(rows);
	});
}
/** @throws WeighbridgeError `data` for a file that is torn, or packed in a way that is not read */
async function* detailRows(file) {
	const total = await countRows(file);
	for (let start = 0; start < total; start += BATCH) {
		const rows = await reading(file, async () => parquetReadObjects({
			file: await asyncBufferFromFile(file),
			rowStart: start,
			rowEnd: Math.min(total, start + BATCH)
		}));
		for (const row of rows) if (isObject(row)) yield row;
	}
}
async function reading(file, read) {
	try {
		return await read();
	} catch (cause) {
		throw new WeighbridgeError("data", `cannot be read as Parquet: ${messageOf(cause)}`, {
			at: { file },
			fix: "evaluate again, or copy the file again; Snappy and no compression are read",
			cause
		});
	}
}

// src/results/formats/lighteval/lighteval.ts
const lighteval = defineFormat({
	name: "lighteval",
	summary: "results and details (--save-details): the folder given as --output-dir, or one results file",
	detect: (head) => /^\s*\{\s*"config_general"\s*:\s*\{/.test(head),
	locate: {
		depth: 4,
		names: /\.json$/
	},
	directions: commonDirection,
	read: readLighteval,
	async toRuns([source], { directions, each }) {
		const details = await detailsOf(source.file);
		return (await each(taskNames(source), (task) => taskOf$3(source, task, details, directions))).sort(byTask);
	}
});
/**
* A task: with samples where its details were saved.
* @throws WeighbridgeError `data`
*/
async function taskOf$3(source, task, details, directions) {
	const { file } = source;
	const own = metricsOf$2(source, task, directions);
	const metrics = own.map(({ metric }) => metric);
	const common = {
		task: sameName(task),
		metrics,
		fingerprint: fingerprintOf$3(source, task),
		model: unidentifiedModel(`${lightevalModel(source)}, by results of lighteval`, source.digest)
	};
	const rows = details.get(sameName(task));
	if (rows === void 0) {
		if (details.size > 0) throw new WeighbridgeError("data", `there are no details of the task ${JSON.stringify(task)}`, {
			at: { file },
			fix: "keep all details that the run wrote"
		});
		const aggregates = own.filter(({ value }) => Number.isFinite(value)).map(({ metric, value, stderr }) => ({
			metric: metric.name,
			value,
			stderr,
			n: null
		}));
		return {
			...common,
			file,
			aggregates
		};
	}
	const planned = await countRows(rows);
	checkCount(source, task, planned, rows);
	const expected = own.map(({ metric: { name: metric }, value }) => ({
		metric,
		value,
		at: {
			file,
			key: `results.${task}.${metric}`
		}
	}));
	return {
		...common,
		file: rows,
		planned,
		expected,
		samples: () => samplesOf$3(rows, metrics)
	};
}
function metricsOf$2(source, task, directions) {
	const { file, results } = source;
	const row = results.results[task] ?? {};
	const config = taskConfig(source, task);
	const said = (name) => {
		const higher = higherIsBetter(config, name);
		if (higher === null) return directions(name);
		return higher ? "higher_is_better" : "lower_is_better";
	};
	return Object.entries(row).flatMap(([name, value]) => {
		if (name.endsWith("_stderr") || typeof value !== "number") return [];
		const metric = commonMetric(name, said);
		if (metric === null) throw noDirection({
			file,
			key: `results.${task}.${name}`
		}, name);
		const stderr = row[`${name}_stderr`];
		return [{
			metric: !isMean(config, name) ? {
				...metric,
				kind: "corpus",
				unit: "number",
				range: {
					min: null,
					max: null
				}
			} : metric,
			value,
			stderr: typeof stderr === "number" && Number.isFinite(stderr) ? stderr : null
		}];
	});
}
/** Few-shot counts of -1 are what some versions write where they counted nothing. */
function checkCount(source, task, rows, details) {
	const { effective_num_docs: effective } = taskConfig(source, task);
	if (typeof effective !== "number" || effective < 0 || effective === rows) return;
	throw new WeighbridgeError("data", `${task} has ${rows} details, and the run evaluated ${effective}`, {
		at: { file: details },
		fix: `keep the whole details of the run that wrote ${source.file}`
	});
}
async function* samplesOf$3(file, metrics) {
	const scored = metrics.filter(({ kind }) => kind !== "corpus");
	const seen = /* @__PURE__ */ new Map();
	let index = 0;
	for await (const row of detailRows(file)) {
		const doc = isObject(row.doc) ? row.doc : row;
		const asked = doc.query ?? row.full_prompt ?? row.example;
		const input = asked === void 0 ? NOT_RECORDED : digest$1(plain$1([asked, doc.choices]));
		const id = idFrom(String(doc.id ?? doc.instance_id ?? input));
		const times = (seen.get(id) ?? 0) + 1;
		seen.set(id, times);
		const output = outputOf(row);
		yield { sample: {
			id: numberedId(id, times),
			index,
			input_digest: input,
			target_digest: digest$1(plain$1(doc.gold_index ?? row.gold_index ?? row.gold ?? null)),
			scores: Object.fromEntries(scored.map(({ name }) => [name, scoreOf$3(row.metric ?? row.metrics, name)])),
			...output === void 0 ? {} : { output }
		} };
		index += 1;
	}
}
function scoreOf$3(scores, metric) {
	const value = isObject(scores) ? scores[metric] : void 0;
	if (typeof value === "boolean") return Number(value);
	if (typeof value === "bigint") return Number(value);
	return typeof value === "number" && Number.isFinite(value) ? value : { unscored: `${value ?? "no value"}` };
}
function outputOf({ model_response: response, predictions }) {
	const texts = isObject(response) ? response.text_post_processed ?? response.text : predictions;
	const first = Array.isArray(texts) ? texts[0] : texts;
	return typeof first === "string" ? first : void 0;
}
/** Parquet has integers that JSON does not. */
function plain$1(value) {
	return JSON.parse(JSON.stringify(value, (_key, each) => typeof each === "bigint" ? Number(each) : each));
}
function fingerprintOf$3(source, task) {
	const { results } = source;
	const config = taskConfig(source, task);
	const { config_general: general, versions, summary_tasks: summaries } = results;
	const shots = /[:|](\d+)$/.exec(task)?.[1];
	const max = general.max_samples ?? null;
	const own = Object.entries(summaries).find(([name]) => sameName(name) === sameName(task))?.[1];
	const { hf_repo, hf_subset, hf_revision, evaluation_splits, prompt_function, stop_sequence } = config;
	const version = versions[task] ?? config.version;
	return {
		dataset: digest$1({
			hf_repo,
			hf_subset,
			hf_revision,
			evaluation_splits,
			hashes: own?.hashes
		}),
		prompt: digest$1({ prompt_function }),
		few_shot: shots === void 0 ? null : Number(shots),
		generation: brief$1({
			stop_sequence,
			size: config.generation_size,
			run: general.generation_parameters,
			samples: config.num_samples
		}),
		task_version: typeof version === "number" || typeof version === "string" ? version : null,
		limit: typeof max === "number" ? max : null,
		harness: "lighteval",
		harness_version: typeof general.lighteval_sha === "string" ? general.lighteval_sha : null
	};
}

// src/results/formats/nemo/files.ts
/** Of `eval-<time>-<benchmark>.json` only what is read here (nemo_evaluator/engine/artifacts.py). */
const bundleSchema = object({
	sdk_version: string().nullish(),
	timestamp: string().nullish(),
	config: record(string(), unknown$1()).default({}),
	benchmark: object({
		name: string().min(1),
		samples: int().min(0),
		scores: record(string(), unknown$1()).default({})
	}),
	n_results: int().min(0)
});
/** @throws WeighbridgeError `data` naming the file and the key */
async function readBundle(file) {
	const { value: content, digest } = await readJsonAs(file, bundleSchema, "a bundle of NeMo Evaluator");
	return {
		file,
		content,
		digest
	};
}
const rowSchema = object({
	problem_idx: int().min(0),
	repeat: int().min(0).default(0),
	reward: custom((value) => typeof value === "number", "not a number").nullish(),
	prompt: unknown$1().optional(),
	expected_answer: unknown$1().optional(),
	model_response: string().nullish(),
	scoring_details: record(string(), unknown$1()).nullish(),
	metadata: object({ category: unknown$1().optional() }).nullish()
});
/** @throws WeighbridgeError `data` with file and line */
async function* bundleRows({ file }) {
	const folder = dirname(file);
	const results = await companionFile(folder, join(folder, "results.jsonl"), file);
	if (results === null) throw new WeighbridgeError("data", "there is no results.jsonl beside this bundle", {
		at: { file },
		fix: "keep results.jsonl beside it: without samples nothing can be paired"
	});
	for await (const { members, at } of jsonLines(results)) yield {
		row: parseAs(rowSchema, members, "a result of NeMo Evaluator", at),
		at
	};
}

// src/results/formats/nemo/nemo.ts
const HEAD = /^\s*\{\s*"run_id"\s*:\s*"eval-[^"]*"\s*,\s*"config_hash"\s*:/;
const nemo = defineFormat({
	name: "NeMo Evaluator",
	summary: "bundles of `nel`, each with its results.jsonl: one eval-….json, or a folder of benchmarks",
	detect: (head) => HEAD.test(head),
	locate: {
		depth: 2,
		names: /\.json$/
	},
	readsAll: true,
	modelOf: ({ content }) => String(content.config.model ?? "a model without a name"),
	read: readBundle,
	async toRuns(bundles, { each }) {
		checkFolders(bundles);
		const name = String(bundles[0].content.config.model ?? "a model without a name");
		const by = {
			model: name,
			files: bundles.map((bundle) => bundle.digest).sort()
		};
		const model = unidentifiedModel(`${name}, by NeMo Evaluator`, by);
		return each(bundles, async (bundle) => {
			const counted = await tally(bundle);
			const { benchmark, config, timestamp } = bundle.content;
			return {
				file: bundle.file,
				task: benchmark.name,
				model,
				planned: counted.rows,
				metrics: [meanMetric(METRIC, "higher_is_better", "rate")],
				fingerprint: fingerprintOf$2(bundle),
				samples: () => samplesOf$2(bundle, counted),
				...typeof config.seed === "number" ? { seed: config.seed } : {},
				...timestamp ? { started: timestamp } : {}
			};
		});
	}
});
/** @throws WeighbridgeError `data` where the results of one bundle were replaced by those of a later one */
function checkFolders(bundles) {
	for (const [folder, own] of groupBy(bundles, ({ file }) => dirname(file))) {
		if (own.length === 1) continue;
		const list = own.map(({ file }) => `\n  ${file}`).join("");
		const message = `${own.length} runs in one folder share one results.jsonl:${list}`;
		throw new WeighbridgeError("data", message, {
			at: { file: folder },
			fix: "keep every run in a folder of its own: the later one has replaced results.jsonl"
		});
	}
}
function fingerprintOf$2({ content: { config, sdk_version } }) {
	const { temperature, max_tokens, top_p, repeats, system_prompt, shuffle_seed, problem_range } = config;
	const known = (value) => typeof value === "number" || typeof value === "string" ? value : null;
	return {
		prompt: digest$1({ system_prompt }),
		generation: brief$1({
			temperature,
			max_tokens,
			top_p,
			repeats
		}),
		dataset: brief$1({
			shuffle_seed,
			problem_range
		}),
		limit: known(config.max_problems),
		harness: "nemo-evaluator",
		harness_version: sdk_version ?? null,
		seed: known(config.seed)
	};
}
const METRIC = "reward";
/** The program writes a reward of 0 for these, though nobody judged an answer (nemo_evaluator/engine/eval_loop.py). */
const NOT_JUDGED = [
	"solve_failed",
	"infra_error",
	"graceful_error",
	"system_error"
];
/** Four decimals are kept. */
const ROUNDING$1 = 5e-5 + 1e-9;
/**
* @throws WeighbridgeError `data` where results are missing, there twice, or do not come to the bundle's own number
*/
async function tally(bundle) {
	const { benchmark, n_results } = bundle.content;
	const rewards = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	let inputs = true;
	for await (const { row, at } of bundleRows(bundle)) {
		const id = idOf(row);
		if (seen.has(id)) throw new WeighbridgeError("data", `problem ${row.problem_idx} has two results of repeat ${row.repeat}`, { at });
		seen.add(id);
		inputs &&= row.prompt !== void 0 && row.prompt !== null;
		rewards.set(row.problem_idx, [...rewards.get(row.problem_idx) ?? [], row.reward ?? NaN]);
	}
	const at = { file: bundle.file };
	if (seen.size !== n_results || rewards.size !== benchmark.samples || seen.size === 0) {
		const message = `${`${seen.size} results of ${rewards.size} problems`} are here, and the bundle counts ${n_results} of ${benchmark.samples}`;
		throw new WeighbridgeError("data", message, {
			at,
			fix: "keep the whole results.jsonl of the run"
		});
	}
	const mean = average([...rewards.values()].map(average));
	for (const name of ["pass@1", "mean_reward"]) {
		const score = Object.hasOwn(benchmark.scores, name) ? benchmark.scores[name] : void 0;
		const own = isObject(score) ? score.value : void 0;
		if (typeof own !== "number" || Math.abs(own - mean) <= ROUNDING$1) continue;
		const message = `${name} is ${own} in the bundle and ${mean} by the results`;
		throw new WeighbridgeError("data", message, {
			at: {
				...at,
				key: `benchmark.scores.${name}`
			},
			fix: "keep bundle and results of one run together, and change neither"
		});
	}
	return {
		rows: seen.size,
		problems: rewards.size,
		inputs
	};
}
const average = (values) => values.reduce((total, value) => total + value, 0) / values.length;
const idOf = ({ problem_idx, repeat }) => numberedId(`${problem_idx}`, repeat + 1);
/** @throws WeighbridgeError `data` for a reward outside of 0 to 1 */
async function* samplesOf$2(bundle, { rows, problems }) {
	let index = 0;
	for await (const { row, at } of bundleRows(bundle)) {
		const category = row.metadata?.category;
		const sample = {
			id: idOf(row),
			index,
			input_digest: row.prompt === void 0 || row.prompt === null ? NOT_RECORDED : digest$1(row.prompt),
			target_digest: row.expected_answer === void 0 ? NOT_RECORDED : digest$1(row.expected_answer),
			scores: { [METRIC]: scoreOf$2(row) },
			...rows > problems ? { cluster: `${row.problem_idx}` } : {},
			...typeof category === "string" && category !== "" ? { group: idFrom(category) } : {},
			...typeof row.model_response === "string" ? { output: row.model_response } : {}
		};
		index += 1;
		yield {
			sample,
			at
		};
	}
}
function scoreOf$2({ reward, scoring_details }) {
	const { method, error, judge } = scoring_details ?? {};
	if (NOT_JUDGED.includes(method)) return { unscored: reason(String(method), error) };
	if (isObject(judge) && judge.error) return { unscored: reason("judge", judge.error) };
	if (reward === null || reward === void 0) return { unscored: "no reward in the file" };
	return Number.isFinite(reward) ? reward : { unscored: String(reward) };
}
const reason = (what, error) => typeof error === "string" ? `${what}: ${firstLine(error)}` : what;

// src/results/formats/openai-evals/events.ts
/** Of the run's specification (evals/base.py, RunSpec) only what is read here. */
const specSchema = object({
	completion_fns: array(string()).min(1),
	eval_name: string().min(1),
	run_config: object({
		eval_spec: object({
			cls: string().nullish(),
			args: unknown$1().optional()
		}).nullish(),
		seed: number().nullish(),
		max_samples: int().nullish()
	}).nullish(),
	run_id: string(),
	created_at: string().nullish()
});
/** @throws WeighbridgeError `data` with file and line, also for a run that did not reach its end */
async function readRunLog(file) {
	const hash = createHash("sha256");
	const samples = /* @__PURE__ */ new Map();
	let spec = null;
	let report = null;
	let reportAt = { file };
	for await (const { members, at } of jsonLines(file, { hash })) if (Object.hasOwn(members, "spec")) {
		if (spec !== null) throw manyRuns(at);
		spec = parseAs(specSchema, members.spec, "a run of OpenAI evals", {
			...at,
			key: "spec"
		});
	} else if (Object.hasOwn(members, "final_report")) {
		if (report !== null) throw manyRuns(at);
		report = isObject(members.final_report) ? members.final_report : {};
		reportAt = at;
	} else addEvent(samples, members, at, spec);
	if (spec === null) throw new WeighbridgeError("data", "the specification of the run is missing", { at: { file } });
	if (report === null) throw new WeighbridgeError("data", "the run has no final report: it did not reach its end", {
		at: { file },
		fix: "run oaieval again, and keep the whole file that it records"
	});
	return {
		spec,
		samples,
		report,
		reportAt,
		digest: hash.digest("hex")
	};
}
const manyRuns = (at) => new WeighbridgeError("data", "events of two runs stand in this file", {
	at,
	fix: "record every run in a file of its own"
});
function addEvent(samples, event, at, spec) {
	const { sample_id: id, type, run_id: run } = event;
	const data = isObject(event.data) ? event.data : {};
	if (typeof id !== "string" || typeof type !== "string") throw new WeighbridgeError("data", "an event needs a sample_id and a type", { at });
	if (spec !== null && run !== spec.run_id) throw manyRuns(at);
	const sample = samples.get(id) ?? {
		at,
		input: "not recorded",
		target: "not recorded",
		output: void 0,
		error: void 0,
		matches: [],
		metrics: []
	};
	samples.set(id, sample);
	if (type === "sampling" && sample.input === "not recorded") {
		sample.input = digest$1(data.prompt);
		sample.output ??= textOf(data.sampled);
	} else if (type === "match") {
		if (sample.target === "not recorded" && data.expected !== void 0) sample.target = digest$1(data.expected);
		sample.output ??= textOf(data.sampled);
		sample.matches.push(data.correct);
	} else if (type === "metrics") sample.metrics.push(data);
	else if (type === "error") sample.error ??= textOf(data.message) ?? "no message";
}
function textOf(value) {
	const text = Array.isArray(value) ? value[0] : value;
	return typeof text === "string" ? text : void 0;
}

// src/results/formats/openai-evals/openai-evals.ts
const SPEC_KEYS = [
	"\"spec\"",
	"\"completion_fns\"",
	"\"eval_name\"",
	"\"run_id\""
];
const openaiEvals = defineFormat({
	name: "OpenAI evals",
	summary: "the .jsonl that `oaieval --record_path` writes",
	detect(head) {
		const [first = ""] = head.split("\n", 1);
		return /^\s*\{\s*"spec"/.test(first) && SPEC_KEYS.every((key) => first.includes(key));
	},
	read: async (file) => ({
		file,
		...await readRunLog(file)
	}),
	toRuns([log]) {
		const { file, spec, report, reportAt } = log;
		const metrics = metricsOf$1(log);
		const [model = ""] = spec.completion_fns;
		const expected = metrics.flatMap(({ name: metric }) => {
			const own = Object.hasOwn(report, metric) ? report[metric] : void 0;
			const value = own === null ? NaN : own;
			return typeof value === "number" ? [{
				metric,
				value,
				at: {
					...reportAt,
					key: metric
				}
			}] : [];
		});
		return [{
			file,
			task: spec.eval_name,
			metrics,
			samples: samplesOf$1(log, metrics),
			expected,
			fingerprint: fingerprintOf$1(spec),
			model: unidentifiedModel(`${model}, by OpenAI evals`, {
				model,
				file: log.digest
			}),
			seed: spec.run_config?.seed ?? 0,
			...spec.created_at ? { started: spec.created_at } : {}
		}];
	}
});
/** The second completion function of a model-graded eval is its grader. */
function fingerprintOf$1({ eval_name, completion_fns, run_config }) {
	const { cls, args } = run_config?.eval_spec ?? {};
	return {
		harness: "openai-evals",
		task_version: eval_name,
		scorers: brief$1({
			cls,
			args,
			graders: completion_fns.slice(1)
		}),
		limit: run_config?.max_samples ?? null,
		seed: run_config?.seed ?? null
	};
}
/**
* Metrics whose direction the program's documentation tells; a file does not. The score of model-graded evals is what the
* grader's specification gives for a choice, more for a better one (evals/docs/eval-templates.md).
*/
const KNOWN$1 = [
	meanMetric("accuracy", "higher_is_better", "rate"),
	meanMetric("f1_score", "higher_is_better", "rate"),
	meanMetric("metascore", "higher_is_better", "rate"),
	meanMetric("score", "higher_is_better", "number"),
	meanMetric("sacrebleu_sentence_score", "higher_is_better", "number")
];
/** @throws WeighbridgeError `data` when no metric of the run is known */
function metricsOf$1({ spec, samples, reportAt }) {
	const recorded = [...samples.values()];
	const names = new Set(recorded.flatMap(({ metrics }) => metrics.flatMap((each) => Object.keys(each))));
	if (recorded.some(({ matches }) => matches.length > 0)) names.add("accuracy");
	const known = KNOWN$1.filter(({ name }) => names.has(name));
	if (known.length > 0) return known;
	const written = names.size === 0 ? "it scored nothing" : `it has ${[...names].sort().join(", ")}`;
	throw new WeighbridgeError("data", `${spec.eval_name}: nobody says which way its metrics are better (${written})`, {
		at: reportAt,
		fix: `known are ${KNOWN$1.map(({ name }) => name).join(", ")}; write others as a plain table`
	});
}
/**
* Samples in the order of their ids; one that was scored several times gives as many, which are a cluster.
* @throws WeighbridgeError `data` for a value that the metric cannot have
*/
function samplesOf$1({ samples }, metrics) {
	return [...samples].sort(([a], [b]) => a.length === b.length ? a < b ? -1 : 1 : a.length - b.length).flatMap(([name, recorded]) => {
		const id = idFrom(name);
		const turns = turnsOf$1(recorded);
		return turns.map((turn, index) => ({
			recorded,
			turn,
			id: numberedId(id, index + 1),
			cluster: turns.length > 1 ? { cluster: id } : {}
		}));
	}).map(({ recorded, turn, id, cluster }, index) => {
		const { at, input, target, output } = recorded;
		const scores = metrics.map((metric) => [metric.name, scoreOf$1(metric, turn, recorded)]);
		return {
			sample: {
				id,
				index,
				input_digest: input,
				target_digest: target,
				scores: Object.fromEntries(scores),
				...cluster,
				...output === void 0 ? {} : { output }
			},
			at
		};
	});
}
function turnsOf$1({ at, matches, metrics }) {
	const count = Math.max(matches.length, metrics.length, 1);
	if (matches.length > 0 && metrics.length > 0 && matches.length !== metrics.length) {
		const message = `a sample has ${matches.length} matches and ${metrics.length} sets of metrics`;
		throw new WeighbridgeError("data", `${message}: which belong together is not known`, { at });
	}
	return Array.from({ length: count }, (_, index) => ({
		match: matches[index],
		metrics: metrics[index] ?? {}
	}));
}
function scoreOf$1({ name, range }, turn, { error, at }) {
	const written = Object.hasOwn(turn.metrics, name) ? turn.metrics[name] : name === "accuracy" ? turn.match : void 0;
	if (written === void 0 || written === null) return { unscored: error === void 0 ? "no score was recorded" : errorReason(error) };
	const value = typeof written === "boolean" ? Number(written) : written;
	if (typeof value !== "number") throw new WeighbridgeError("data", `${name} is no number`, { at });
	if (!Number.isFinite(value)) return { unscored: String(value) };
	if (liesIn(range, value)) return value;
	throw new WeighbridgeError("data", `${name} is ${value}, which lies outside ${range.min} to ${range.max}`, { at });
}

// src/results/formats/opencompass/files.ts
/** A work directory of the program has these, whatever their names inside. */
const BESIDE = [
	"configs",
	"predictions",
	"summary",
	"logs"
];
/** Folders of models in `<work>`, in a folder of work directories, or the one that is named as `<work>/results/<model>`. */
async function modelsUnder(path) {
	if (basename(dirname(path)) === "results" && await isWork(dirname(dirname(path)))) return (await datasetsIn(path)).length > 0 ? [path] : [];
	const works = await isWork(path) ? [path] : (await foldersIn(path)).map((name) => join(path, name));
	const found = [];
	for (const work of works) {
		if (!await isWork(work)) continue;
		for (const model of await foldersIn(join(work, "results"))) {
			const folder = join(work, "results", model);
			if ((await datasetsIn(folder)).length > 0) found.push(folder);
		}
	}
	return found;
}
async function isWork(path) {
	const folders = await foldersIn(path);
	return folders.includes("results") && BESIDE.some((name) => folders.includes(name));
}
async function datasetsIn(folder) {
	return (await namesIn(folder)).filter((file) => file.endsWith(".json")).sort().map((file) => file.slice(0, -5));
}
async function readModel(folder) {
	const [datasets, versions] = [await datasetsIn(folder), await versionsOf(workOf(folder))];
	return {
		folder,
		model: basename(folder),
		datasets,
		versions
	};
}
const workOf = (folder) => dirname(dirname(folder));
/** @throws WeighbridgeError `data` for a dataset that failed */
async function readDataset({ folder, model }, name) {
	const file = join(folder, `${name}.json`);
	const read = await readOwn(folder, file);
	if (!isObject(read.value)) throw new WeighbridgeError("data", "not results of OpenCompass", { at: { file } });
	if (read.value.error !== void 0) throw new WeighbridgeError("data", `the evaluation failed: ${String(read.value.error).slice(0, 200)}`, {
		at: { file },
		fix: "evaluate again"
	});
	const predictions = await predictionsOf(join(workOf(folder), "predictions", model), name);
	return {
		name,
		file,
		results: read.value,
		predictions,
		digest: digest$1([read.digest, predictions?.size])
	};
}
/** What a listed file holds. @throws WeighbridgeError `data` also for a link that leads out of its folder */
async function readOwn(folder, file) {
	if (await companionFile(folder, file) !== null) return readJson(file);
	throw new WeighbridgeError("data", "no such file", { at: { file } });
}
/** `<dataset>.json`, or `<dataset>_0.json`, `<dataset>_1.json` and so on, whose questions are counted on. */
async function predictionsOf(folder, name) {
	const files = await namesIn(folder);
	const parts = files.includes(`${name}.json`) ? [`${name}.json`] : Array.from({ length: files.length }, (_, part) => `${name}_${part}.json`).filter((file) => files.includes(file));
	if (parts.length === 0) return null;
	const predictions = /* @__PURE__ */ new Map();
	for (const part of parts) {
		const { value } = await readOwn(folder, join(folder, part));
		for (const row of isObject(value) ? Object.values(value) : []) if (isObject(row)) predictions.set(String(predictions.size), row);
	}
	return predictions;
}
/** A dataset's version, which is the beginning of a hash of its prompt, from the summary. */
async function versionsOf(work) {
	const folder = join(work, "summary");
	const files = (await namesIn(folder)).filter((file) => /^summary_.+\.csv$/.test(file)).sort();
	const versions = /* @__PURE__ */ new Map();
	const newest = await companionFile(folder, join(folder, files.at(-1) ?? ""));
	if (newest === null) return versions;
	const rows = parse$3((await readText(newest)).text, {
		columns: true,
		relax_column_count: true,
		skip_empty_lines: true
	});
	for (const { dataset, version } of rows) if (dataset !== void 0 && version !== void 0 && version !== "-") versions.set(dataset, version);
	return versions;
}

// src/results/formats/opencompass/opencompass.ts
const opencompass = defineFormat({
	name: "OpenCompass",
	summary: "a work directory (outputs/default/<time>) of one model, or the folder of a model in its results",
	locate: modelsUnder,
	directions: commonDirection,
	read: readModel,
	async toRuns([results], { directions, each }) {
		const datasets = await each(results.datasets, (name) => readDataset(results, name));
		const by = digest$1(datasets.map((dataset) => dataset.digest));
		const model = unidentifiedModel(`${results.model}, by results of OpenCompass`, by);
		return each(datasets, (dataset) => ({
			...taskOf$2(dataset, directions),
			model,
			fingerprint: {
				task_version: results.versions.get(dataset.name) ?? null,
				harness: "opencompass"
			}
		}));
	}
});
/** The one metric that details say of a question: right or wrong. */
const ACCURACY = "accuracy";
/** Values are per cent, some of them rounded to two decimals. */
const ROUNDING = 5e-5;
/**
* A dataset as a run: with samples where the program kept what it found of each question, which it does for accuracy.
* @throws WeighbridgeError `data`
*/
function taskOf$2({ name, file, results, predictions }, directions) {
	const own = Object.entries(results).flatMap(([metric, value]) => typeof value === "number" && Number.isFinite(value) ? [{
		metric,
		value
	}] : []);
	if (own.length === 0) throw new WeighbridgeError("data", `${name} has no number`, {
		at: { file },
		fix: "evaluate again"
	});
	const accuracy = own.find(({ metric }) => metric === ACCURACY);
	const verdicts = accuracy === void 0 ? null : verdictsOf(results.details);
	if (accuracy === void 0 || verdicts === null) return {
		file,
		task: name,
		metrics: own.map(({ metric }) => percent(file, metric, directions)),
		aggregates: own.map((each) => ({
			...each,
			stderr: null,
			n: predictions?.size || null
		}))
	};
	const metrics = [meanMetric(ACCURACY, "higher_is_better", "rate")];
	const samples = verdicts.map(({ id, right, detail }, index) => {
		const asked = predictions?.get(id);
		const prompt = asked?.origin_prompt ?? detail.prompt;
		const output = [
			detail.pred,
			detail.predictions,
			asked?.prediction
		].find((each) => typeof each === "string");
		return {
			sample: {
				id,
				index,
				input_digest: prompt === void 0 ? NOT_RECORDED : digest$1(prompt),
				target_digest: digest$1(asked?.gold ?? detail.references ?? detail.answer ?? null),
				scores: { [ACCURACY]: right === null ? { unscored: "neither right nor wrong" } : Number(right) },
				...typeof output === "string" ? { output } : {}
			},
			at: {
				file,
				key: `details.${id}`
			}
		};
	});
	if (predictions !== null && predictions.size !== samples.length) {
		const message = `${name} has ${samples.length} details, and ${predictions.size} predictions`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			fix: "keep the whole work directory"
		});
	}
	const at = {
		file,
		key: ACCURACY
	};
	return {
		file,
		task: name,
		metrics,
		samples,
		expected: [{
			metric: ACCURACY,
			value: accuracy.value / 100,
			rounding: ROUNDING,
			at
		}]
	};
}
function percent(file, metric, directions) {
	const declared = commonMetric(metric, directions);
	if (declared !== null) return {
		...declared,
		unit: "number",
		range: {
			min: null,
			max: null
		}
	};
	throw noDirection({
		file,
		key: metric
	}, metric);
}
/** By number, in a list or as keys; null where they do not say right or wrong of each. */
function verdictsOf(details) {
	const verdicts = (typeof details === "object" && details !== null ? Object.entries(details) : []).flatMap(([id, detail]) => {
		if (!/^\d+$/.test(id) || !isObject(detail)) return [];
		const right = [detail.correct, detail.is_correct].flat()[0];
		return [{
			id,
			right: typeof right === "boolean" ? right : null,
			detail
		}];
	});
	return verdicts.some(({ right }) => right !== null) ? verdicts : null;
}

// node_modules/csv-parse/lib/index.js
var Parser = class extends Transform$1 {
	constructor(opts = {}) {
		super({
			readableObjectMode: true,
			...opts,
			encoding: null
		});
		this.api = transform({
			on_skip: (err, chunk) => {
				this.emit("skip", err, chunk);
			},
			...opts
		});
		this.state = this.api.state;
		this.options = this.api.options;
		this.info = this.api.info;
	}
	_transform(buf, _, callback) {
		if (this.state.stop === true) return;
		const err = this.api.parse(buf, false, (record) => {
			this.push(record);
		}, () => {
			this.push(null);
			this.end();
			this.on("end", this.destroy);
		});
		if (err !== void 0) this.state.stop = true;
		callback(err);
	}
	_flush(callback) {
		if (this.state.stop === true) return;
		callback(this.api.parse(void 0, true, (record) => {
			this.push(record);
		}, () => {
			this.push(null);
			this.on("end", this.destroy);
		}));
	}
};
const parse$2 = function() {
	let data, options, callback;
	for (const i in arguments) {
		const argument = arguments[i];
		const type = typeof argument;
		if (data === void 0 && (typeof argument === "string" || Buffer.isBuffer(argument))) data = argument;
		else if (options === void 0 && is_object(argument)) options = argument;
		else if (callback === void 0 && type === "function") callback = argument;
		else throw new CsvError("CSV_INVALID_ARGUMENT", ["Invalid argument:", `got ${JSON.stringify(argument)} at index ${i}`], options || {});
	}
	const parser = new Parser(options);
	if (callback) {
		const records = options === void 0 || options.objname === void 0 ? [] : Object.create(null);
		parser.on("readable", function() {
			let record;
			while ((record = this.read()) !== null) if (options === void 0 || options.objname === void 0) records.push(record);
			else Object.assign(records, { [record[0]]: record[1] });
		});
		parser.on("error", function(err) {
			callback(err, void 0, parser.api.__infoDataSet());
		});
		parser.on("end", function() {
			callback(void 0, records, parser.api.__infoDataSet());
		});
	}
	if (data !== void 0) {
		const writer = function() {
			parser.write(data);
			parser.end();
		};
		if (typeof setImmediate === "function") setImmediate(writer);
		else setTimeout(writer, 0);
	}
	return parser;
};

// src/results/formats/plain/row.ts
const REQUIRED_COLUMNS = [
	"task",
	"id",
	"metric",
	"score"
];
const OPTIONAL = [
	"filter",
	"group",
	"cluster",
	"weight",
	"input",
	"prompt",
	"target",
	"output",
	"direction",
	"unit",
	"model"
];
const KNOWN = [...REQUIRED_COLUMNS, ...OPTIONAL];
/** What a column of one's own may begin with. */
const OWN = "x_";
const DIRECTIONS = /* @__PURE__ */ new Map([
	["higher_is_better", "higher_is_better"],
	["higher", "higher_is_better"],
	["lower_is_better", "lower_is_better"],
	["lower", "lower_is_better"]
]);
const UNITS = [
	"rate",
	"percent",
	"number"
];
/** @throws WeighbridgeError `data` for a column that is not known: a misspelt `weight` would change every number */
function checkColumns(columns, at) {
	const missing = REQUIRED_COLUMNS.find((name) => !columns.includes(name));
	if (missing !== void 0) throw new WeighbridgeError("data", `${JSON.stringify(missing)} is missing`, { at });
	const unknown = columns.find((name) => !KNOWN.includes(name) && !name.startsWith(OWN));
	if (unknown === void 0) return;
	throw new WeighbridgeError("data", `${JSON.stringify(unknown)} is not known`, {
		at,
		fix: `use ${KNOWN.join(", ")}; a column of your own begins with ${OWN}`
	});
}
/**
* @param members of which those that are null or, in CSV, empty are absent; a score is never absent
* @throws WeighbridgeError `data` with file and line
*/
function parsePlainRow(members, at) {
	checkColumns(Object.keys(members), at);
	const fail = (key, message, fix) => {
		throw new WeighbridgeError("data", message, {
			at: {
				...at,
				key
			},
			...fix === void 0 ? {} : { fix }
		});
	};
	const has = (key) => members[key] !== void 0 && members[key] !== null;
	const text = (key) => {
		const value = members[key];
		if (typeof value === "string" && value !== "") return value;
		return Number.isSafeInteger(value) ? String(value) : fail(key, "must be a text");
	};
	const optional = (key) => has(key) ? { [key]: text(key) } : {};
	const any = (name, ...keys) => {
		const found = keys.filter(has);
		if (found.length > 1) return fail(found[1] ?? name, `says the same as ${found[0]}: give one of them`);
		return found[0] === void 0 ? {} : { [name]: members[found[0]] };
	};
	const oneOf = (key, values) => {
		if (!has(key)) return {};
		const value = values.get(text(key));
		if (value === void 0) return fail(key, `must be one of ${[...values.keys()].join(", ")}`);
		return { [key]: value };
	};
	return {
		at,
		task: text("task"),
		id: text("id"),
		metric: text("metric"),
		score: parseScore(members.score, (message) => fail("score", message)),
		...optional("filter"),
		...optional("model"),
		...oneOf("direction", DIRECTIONS),
		...oneOf("unit", new Map(UNITS.map((unit) => [unit, unit]))),
		sample: {
			...optional("group"),
			...optional("cluster"),
			...optional("output"),
			...has("weight") ? { weight: parseWeight(members.weight, (message) => fail("weight", message)) } : {},
			...any("input", "input", "prompt"),
			...any("target", "target")
		}
	};
}
const NO_SCORE = /^(nan|n\/?a|null|none|[+-]?inf(inity)?|-)?$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** What is no finite number but says so is unscored; anything else is a fault. */
function parseScore(value, fail) {
	if (typeof value === "boolean") return Number(value);
	if (value === null || value === void 0) return { unscored: "no score in the file" };
	if (typeof value === "string" && NO_SCORE.test(value.trim())) return { unscored: value.trim() === "" ? "no score in the file" : value.trim() };
	if (typeof value === "string" && /^(true|false)$/i.test(value)) return Number(value.toLowerCase() === "true");
	const number = numberOf(value) ?? fail(`${brief(value)} is no number`);
	return Number.isFinite(number) ? number : { unscored: String(number) };
}
function parseWeight(value, fail) {
	const weight = numberOf(value);
	if (weight !== null && weight > 0 && Number.isFinite(weight)) return weight;
	return fail("must be a positive number");
}
function numberOf(value) {
	if (typeof value === "number") return value;
	return typeof value === "string" && NUMBER.test(value.trim()) ? Number(value) : null;
}
const brief = (value) => (JSON.stringify(value) ?? "this").slice(0, 60);

// src/results/formats/plain/table.ts
/** Which of the two a table is, by its first line; null for neither. */
function tableFormOf(head) {
	const first = head.trimStart().split("\n", 1)[0]?.trim() ?? "";
	if (!first.startsWith("{")) {
		const columns = first.split(",").map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
		return REQUIRED_COLUMNS.every((name) => columns.includes(name)) ? "csv" : null;
	}
	try {
		const value = JSON.parse(first.replace(/:\s*(NaN|-?Infinity)\b/g, ":null"));
		return isObject(value) && REQUIRED_COLUMNS.every((name) => Object.hasOwn(value, name)) ? "jsonl" : null;
	} catch {
		return null;
	}
}
/** @throws WeighbridgeError `data` with file and line */
async function* tableRows(file, options = {}) {
	if (tableFormOf(await headOf(file) ?? "") === "csv") return yield* csvRows(file, options);
	for await (const { members, at } of jsonLines(file, options)) yield parsePlainRow(members, at);
}
async function* csvRows(file, { hash, range = {
	first: 1,
	last: Infinity
} }) {
	const parser = Readable.from(wellFormed(file, hash)).compose(parse$2({
		bom: true,
		columns: (header) => checkHeader(header, file),
		info: true,
		max_record_size: MAX_LINE_BYTES,
		skip_empty_lines: true
	}));
	let line = 2;
	try {
		for await (const { record, info } of parser) {
			const at = {
				file,
				line: Math.min(line, info.lines)
			};
			line = info.lines + 1;
			if (at.line < range.first) continue;
			if (at.line > range.last) return;
			const filled = Object.entries(record).filter(([key, value]) => value !== "" || key === "score");
			yield parsePlainRow(Object.fromEntries(filled), at);
		}
	} catch (cause) {
		if (!(cause instanceof CsvError)) throw cause;
		const at = typeof cause.lines === "number" ? {
			file,
			line: cause.lines
		} : { file };
		throw new WeighbridgeError("data", `not CSV: ${cause.message}`, {
			at,
			cause
		});
	}
}
function checkHeader(header, file) {
	const names = header.map((name) => name.trim());
	const at = {
		file,
		line: 1
	};
	checkColumns(names, at);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice === void 0) return names;
	throw new WeighbridgeError("data", `two columns are called ${JSON.stringify(twice)}`, { at });
}
/** csv-parse replaces bad bytes in silence, and takes a number that was cut in two for the number. */
async function* wellFormed(file, hash) {
	let last;
	for await (const chunk of utf8Of(file, hash)) {
		last = chunk;
		yield chunk;
	}
	if (last?.at(-1) === 10) return;
	throw new WeighbridgeError("data", "the last line has no end, and may be cut off", {
		at: { file },
		fix: "evaluate again, or end the file with a line break if it is whole"
	});
}

// src/results/formats/plain/tally.ts
/** @throws WeighbridgeError `data`, with the line, for what is malformed, said twice or contradicted */
async function tallyTable(file) {
	const hash = createHash("sha256");
	const models = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Map();
	let last = "";
	for await (const row of tableRows(file, { hash })) {
		const task = taskOf$1(models, row);
		const key = JSON.stringify([
			row.model ?? null,
			row.task,
			sampleKey(row)
		]);
		const metrics = seen.get(key) ?? /* @__PURE__ */ new Map();
		const first = metrics.get(row.metric);
		if (first !== void 0) {
			const message = `${row.metric} of the sample ${JSON.stringify(row.id)} is already on line ${first}`;
			throw new WeighbridgeError("data", message, { at: row.at });
		}
		if (metrics.size > 0 && key !== last) task.scattered = true;
		seen.set(key, metrics.set(row.metric, row.at.line));
		last = key;
		task.ids.add(row.id);
		task.inputs &&= row.sample.input !== void 0;
		task.range = {
			first: task.range.first,
			last: row.at.line
		};
		task.metrics.set(row.metric, joined$2(task.metrics.get(row.metric), row));
	}
	return {
		models,
		digest: hash.digest("hex")
	};
}
function taskOf$1(models, row) {
	const model = row.model ?? null;
	const tasks = models.get(model) ?? /* @__PURE__ */ new Map();
	models.set(model, tasks);
	const known = tasks.get(row.task);
	if (known !== void 0) return known;
	const range = {
		first: row.at.line,
		last: row.at.line
	};
	const task = {
		metrics: /* @__PURE__ */ new Map(),
		ids: /* @__PURE__ */ new Set(),
		inputs: true,
		scattered: false,
		range
	};
	tasks.set(row.task, task);
	return task;
}
function joined$2(said, row) {
	const one = (key) => {
		const [earlier, now] = [said?.[key], row[key]];
		if (earlier !== void 0 && now !== void 0 && earlier !== now) {
			const message = `${row.task}/${row.metric} is ${now} here and ${earlier} before`;
			throw new WeighbridgeError("data", message, { at: {
				...row.at,
				key
			} });
		}
		const value = now ?? earlier;
		return value === void 0 ? {} : { [key]: value };
	};
	return {
		at: said?.at ?? row.at,
		...one("direction"),
		...one("unit")
	};
}

// src/results/formats/plain/plain.ts
const plain = defineFormat({
	name: "a plain table",
	summary: "JSONL or CSV with task, id, metric and score in each line",
	detect: (head) => tableFormOf(head) !== null,
	choices: ["model"],
	read: async (file) => ({
		file,
		...await tallyTable(file)
	}),
	toRuns([{ file, models, digest: by }], { selection, each }) {
		const named = [...models.keys()].flatMap((name) => name ?? []);
		const model = models.has(null) ? null : chooseOne(selection, "model", named);
		if (model === null && models.size > 1) throw new WeighbridgeError("data", "some lines name a model, and some do not", { at: { file } });
		const tasks = [...models.get(model) ?? []].sort(([left], [right]) => left < right ? -1 : 1);
		const prompts = tasks.every(([, { inputs }]) => inputs) ? "" : ", inputs not recorded";
		const identity = unidentifiedModel(`${model ?? basename(file)}${prompts}`, {
			file: by,
			model
		});
		return each(tasks, ([task, found]) => ({
			...taskOf({
				file,
				model,
				task
			}, found),
			model: identity
		}));
	}
});
function taskOf(source, found) {
	const { task, file } = source;
	const metrics = new Map([...found.metrics].map(([name, said]) => [name, declare(task, name, said)]));
	return {
		file,
		task,
		planned: found.ids.size,
		fingerprint: { harness: "plain table" },
		metrics: [...metrics.values()].map(({ declaration }) => declaration).sort((a, b) => Number(b.unit === "rate") - Number(a.unit === "rate") || (a.name < b.name ? -1 : 1)),
		samples: () => samplesOf({
			...source,
			metrics
		}, found)
	};
}
const isKnown = (name) => Object.hasOwn(METRICS, name);
/**
* What a metric is: as this project knows it, or as the file says.
* @throws WeighbridgeError `data` when nobody says which way is better, or the file contradicts what is known
*/
function declare(task, name, said) {
	const { direction, unit, at } = said;
	const divisor = unit === "percent" ? 100 : 1;
	const fail = (message, fix) => {
		throw new WeighbridgeError("data", `${task}/${name}: ${message}`, {
			at,
			fix
		});
	};
	if (!isKnown(name)) {
		if (direction === void 0) return fail("nobody says which way is better", "add a column \"direction\" with \"higher\" or \"lower\"");
		return {
			declaration: meanMetric(name, direction, kindOf$1(unit)),
			divisor
		};
	}
	const declaration = declareMetric(name);
	if (declaration.kind !== "mean") return fail("it is no mean of one number a sample", "give a number that is, such as the log-likelihood of each sample, under another name");
	if (direction !== void 0 && direction !== declaration.direction) return fail(`of this metric ${declaration.direction.replaceAll("_", " ")}`, "give the metric another name");
	if (unit !== void 0 && kindOf$1(unit) !== declaration.unit) return fail(`this metric is a ${declaration.unit}`, "give the metric another name");
	return {
		declaration,
		divisor
	};
}
const kindOf$1 = (unit) => unit === "rate" || unit === "percent" ? "rate" : "number";
/** @throws WeighbridgeError `data` for a rate that is none, as one in per cent is not */
function scoreOf(row, { declaration, divisor }) {
	if (typeof row.score !== "number") return row.score;
	const score = row.score / divisor;
	if (liesIn(declaration.range, score)) return score;
	throw new WeighbridgeError("data", `${row.score} lies outside 0 to ${divisor}, where ${row.task}/${row.metric} is`, {
		at: {
			...row.at,
			key: "score"
		},
		...divisor === 1 && score <= 100 && score > 1 ? { fix: "if scores are in per cent, say so: add a column \"unit\" with \"percent\"" } : {}
	});
}
/**
* The samples of one task, each from its lines. Where these stand together nothing but the sample at hand is held.
* @throws WeighbridgeError `data` with file and line
*/
async function* samplesOf(source, { range, scattered }) {
	const open = /* @__PURE__ */ new Map();
	let index = 0;
	for await (const row of tableRows(source.file, { range })) {
		if (row.task !== source.task || (row.model ?? null) !== source.model) continue;
		const key = sampleKey(row);
		const rows = open.get(key);
		if (rows !== void 0) {
			rows.push(row);
			continue;
		}
		if (!scattered) {
			for (const done of open.values()) yield toSample(done, index++, source);
			open.clear();
		}
		open.set(key, [row]);
	}
	for (const done of open.values()) yield toSample(done, index++, source);
}
function toSample(rows, index, { metrics }) {
	const [first] = rows;
	if (first === void 0) throw new Error("a sample without lines");
	const { input, target, ...rest } = rows.slice(1).reduce(joined$1, first).sample;
	const scores = rows.flatMap((row) => {
		const metric = metrics.get(row.metric);
		return metric === void 0 ? [] : [[row.metric, scoreOf(row, metric)]];
	});
	return {
		at: first.at,
		sample: {
			id: first.id,
			index,
			...first.filter === void 0 ? {} : { filter: first.filter },
			input_digest: input === void 0 ? NOT_RECORDED : digest$1(input),
			target_digest: target === void 0 ? NOT_RECORDED : digest$1(target),
			scores: Object.fromEntries(scores),
			...rest
		}
	};
}
/** @throws WeighbridgeError `data` where two lines of a sample do not say the same of it */
function joined$1(row, other) {
	for (const key of Object.keys(other.sample)) {
		const [before, now] = [row.sample[key], other.sample[key]];
		if (before === void 0 || digest$1(before) === digest$1(now)) continue;
		const message = `the sample ${JSON.stringify(other.id)} has another ${key} on line ${row.at.line}`;
		throw new WeighbridgeError("data", message, { at: {
			...other.at,
			key
		} });
	}
	return {
		...row,
		sample: {
			...row.sample,
			...other.sample
		}
	};
}

// src/results/formats/promptfoo/tests.ts
const values = record(string(), unknown$1());
const testCase = object({
	vars: values.nullish(),
	assert: array(unknown$1()).nullish(),
	threshold: number().nullish(),
	options: unknown$1().optional()
});
/** One test of one provider with one prompt. */
const promptfooRow = object({
	provider: union([object({
		id: string().nullish(),
		label: string().nullish()
	}), string().transform((id) => ({
		id,
		label: void 0
	}))]),
	prompt: object({
		raw: unknown$1().optional(),
		label: string().nullish(),
		display: string().nullish()
	}),
	promptId: string().nullish(),
	testIdx: int().nullish(),
	vars: values.default({}),
	testCase: testCase.optional(),
	success: boolean(),
	score: number().nullish(),
	namedScores: record(string(), number().nullable()).nullish(),
	gradingResult: object({ componentResults: array(unknown$1()).nullish() }).nullish(),
	failureReason: int().nullish(),
	error: unknown$1().optional(),
	response: object({ output: unknown$1().optional() }).nullish()
});
/** `ResultFailureReason.ERROR` (promptfoo src/types/index.ts). */
const FAILED_BY_ERROR = 2;
/** Why the test says nothing of the model; null where it was judged. */
function whyUnscored(row) {
	const { failureReason, error, success, gradingResult } = row;
	if (failureReason === FAILED_BY_ERROR || !success && failureReason !== 1 && !gradingResult) return errorReason(typeof error === "string" ? error : "no reason given");
	return (gradingResult?.componentResults ?? []).length + assertionsOf(row).length === 0 ? "no assertions" : null;
}
const passOf = (row) => unscoredOr(row, Number(row.success));
const testScoreOf = (row) => unscoredOr(row, row.score);
const namedScoreOf = (row, name) => {
	const named = row.namedScores ?? {};
	return unscoredOr(row, Object.hasOwn(named, name) ? named[name] : null);
};
function unscoredOr(row, score) {
	const why = whyUnscored(row);
	if (why !== null) return { unscored: why };
	if (score === null || score === void 0) return { unscored: "no such score in the file" };
	return Number.isFinite(score) ? score : { unscored: String(score) };
}
/** Those of `assert-set` included. */
function assertionsOf({ testCase: test }) {
	const flat = (list) => (Array.isArray(list) ? list : []).filter(isObject).flatMap((each) => [each, ...flat(each.assert)]);
	return flat(test?.assert);
}
/** The named scores that a test has, or should have had: an error leaves none. */
function namedMetricsOf(row) {
	const declared = assertionsOf(row).flatMap(({ metric }) => typeof metric === "string" && !metric.includes("{{") ? [metric] : []);
	return /* @__PURE__ */ new Set([...Object.keys(row.namedScores ?? {}), ...declared]);
}
const promptLabel = ({ prompt }) => idFrom(prompt.label ?? prompt.display ?? (typeof prompt.raw === "string" ? prompt.raw : digest$1(prompt.raw)));
/**
* Tests are told by their variables, and with several prompts by the prompt too. Equal ones (`repeat`, or tests that differ
* in what they assert) are numbered; they and the prompts of one test are a cluster, since they are not independent.
*/
function testsOf(rows) {
	const prompts = new Set(rows.map(promptLabel)).size;
	const keyed = rows.map((row, position) => {
		const variables = digest$1(row.testCase?.vars ?? row.vars).slice(7, 23);
		const group = prompts > 1 ? { group: promptLabel(row) } : {};
		return {
			row,
			variables,
			key: prompts > 1 ? `${variables}-${digest$1(group).slice(7, 15)}` : variables,
			group,
			target: targetOf$1(row),
			index: row.testIdx ?? position
		};
	});
	const sizes = groupBy(keyed, ({ variables }) => variables);
	const seen = /* @__PURE__ */ new Map();
	return keyed.sort((a, b) => a.target < b.target ? -1 : a.target > b.target ? 1 : a.index - b.index).map(({ row, variables, key, group, target, index }) => {
		const occurrence = (seen.get(key) ?? 0) + 1;
		seen.set(key, occurrence);
		const output = row.response?.output;
		return {
			row,
			sample: {
				id: numberedId(key, occurrence),
				index,
				input_digest: inputOf(row),
				target_digest: target,
				...group,
				...(sizes.get(variables) ?? []).length > 1 ? { cluster: variables } : {},
				...typeof output === "string" ? { output } : {}
			}
		};
	}).sort((a, b) => a.sample.index - b.sample.index);
}
/** A conversation holds what the model said before, which differs from model to model by nature. */
function inputOf(row) {
	return Object.hasOwn(row.vars, "_conversation") ? digest$1({
		prompt: row.promptId,
		vars: row.testCase?.vars
	}) : digest$1(row.prompt.raw);
}
const targetOf$1 = ({ testCase: test }) => test === void 0 ? NOT_RECORDED : digest$1({
	assert: test.assert,
	threshold: test.threshold,
	options: test.options
});

// src/results/formats/promptfoo/files.ts
/** Of what promptfoo 0.2x to 0.123 writes only what is read here. Version 2 keeps a table of the tests beside the rows. */
const summary = object({
	version: union([literal(2), literal(3)]),
	timestamp: string().nullish(),
	results: array(unknown$1()),
	stats: object({
		successes: int(),
		failures: int(),
		errors: int().default(0)
	}),
	table: object({ body: array(object({ test: testCase.nullish() })) }).nullish()
});
const wholeFile = object({
	results: summary,
	config: object({ providers: unknown$1().optional() }).nullish(),
	metadata: object({ promptfooVersion: string().nullish() }).nullish()
});
const SUMMARY = /^\s*\{\s*(?:"evalId"\s*:\s*(?:"[^"]*"|null)\s*,\s*)?(?:"results"\s*:\s*\{\s*)?"version"\s*:\s*[23]\s*,\s*"(?:timestamp|results)"/;
const ROW_KEYS = [
	"\"success\"",
	"\"provider\"",
	"\"prompt\"",
	"\"vars\"",
	"\"gradingResult\"",
	"\"latencyMs\""
];
/** Which of its outputs a file is, by its content; null for none. */
function outputFormOf(head) {
	if (SUMMARY.test(head)) return "json";
	if (/^\s*(?:<\?xml[^>]*>\s*)?<promptfoo>/.test(head)) return "xml";
	const [first = ""] = head.split("\n", 1);
	return first.startsWith("{") && ROW_KEYS.every((key) => first.includes(key)) ? "jsonl" : null;
}
/** @throws WeighbridgeError `data` naming the file and the key */
async function readResults(file) {
	const form = outputFormOf(await headOf(file) ?? "");
	if (form !== "xml") return form === "jsonl" ? readRows(file) : readSummary(file);
	throw new WeighbridgeError("data", "in the XML of promptfoo a list cannot be told from a single value", {
		at: { file },
		fix: "write JSON: promptfoo eval -o results.json"
	});
}
async function readSummary(path) {
	const { value, digest: ofFile } = await readJson(path);
	const whole = isObject(value) && Array.isArray(value.results) ? { results: value } : value;
	const { results, config, metadata } = parseAs(wholeFile, whole, "results of promptfoo", { file: path });
	const tests = new Map((results.table?.body ?? []).flatMap(({ test }) => test ? [[digest$1(test.vars ?? {}), test]] : []));
	const rows = results.results.map((row, index) => withTest(parseAs(promptfooRow, row, ROW, {
		file: path,
		key: `results.results.${index}`
	}), tests));
	checkCounts(rows, results.stats, path);
	return {
		file: path,
		rows,
		timestamp: results.timestamp ?? null,
		version: metadata?.promptfooVersion ?? null,
		providers: config?.providers,
		digest: ofFile
	};
}
/** Rows alone: nothing tells whether there were more of them, or how the providers were set up. */
async function readRows(path) {
	const hash = createHash("sha256");
	const rows = [];
	for await (const { members, at } of jsonLines(path, { hash })) rows.push(parseAs(promptfooRow, members, ROW, at));
	return {
		file: path,
		rows,
		timestamp: null,
		version: null,
		providers: void 0,
		digest: hash.digest("hex")
	};
}
const ROW = "a result of promptfoo";
const withTest = (row, tests) => row.testCase === void 0 ? {
	...row,
	testCase: tests.get(digest$1(row.vars))
} : row;
/** @throws WeighbridgeError `data` where rows are missing, or were changed */
function checkCounts(rows, { successes, failures, errors }, path) {
	const passed = rows.filter(({ success }) => success).length;
	const total = successes + failures + errors;
	if (passed === successes && rows.length === total) return;
	throw new WeighbridgeError("data", `${passed} of ${rows.length} results passed, and the file counts ${successes} of ${total}`, {
		at: {
			file: path,
			key: "results.stats"
		},
		fix: "keep the whole file as promptfoo wrote it"
	});
}

// src/results/formats/promptfoo/promptfoo.ts
/** The task of all tests; each named score is a task of its own, since not every test has it. */
const TASK = "promptfoo";
const PASS = meanMetric("pass", "higher_is_better", "rate");
/** Between 0 and 1 by custom, which a script may break. */
const SCORE = meanMetric("score", "higher_is_better", "number");
const promptfoo = defineFormat({
	name: "promptfoo",
	summary: "the .json or .jsonl that `promptfoo eval -o` writes, of one provider: results.json#provider=NAME",
	detect: (head) => outputFormOf(head) !== null,
	choices: ["provider", "prompt"],
	read: readResults,
	toRuns([results], { selection }) {
		const { file, digest: by, timestamp } = results;
		if (results.rows.length === 0) throw new WeighbridgeError("data", "there are no results", { at: { file } });
		const { provider, rows } = chooseRows(selection, results);
		const tests = testsOf(rows);
		const names = [...new Set(rows.flatMap((row) => [...namedMetricsOf(row)]))].sort();
		if (names.includes(TASK)) throw new WeighbridgeError("data", `a named score is called ${TASK}, as the task of all tests is`, {
			at: { file },
			fix: "give the metric of the assertion another name"
		});
		const known = {
			file,
			fingerprint: fingerprintOf(results, rows),
			model: unidentifiedModel(provider, {
				file: by,
				provider
			}),
			...timestamp === null ? {} : { started: timestamp }
		};
		const run = (task, metrics, own, scoresOf) => ({
			...known,
			task,
			metrics,
			samples: own.map(({ row, sample }) => ({
				sample: {
					...sample,
					scores: scoresOf(row)
				},
				at: {
					file,
					key: `test ${sample.index}`
				}
			}))
		});
		return [run(TASK, [PASS, SCORE], tests, (row) => ({
			pass: passOf(row),
			score: testScoreOf(row)
		})), ...names.map((name) => run(name, [SCORE], tests.filter(({ row }) => namedMetricsOf(row).has(name)), (row) => ({ score: namedScoreOf(row, name) })))];
	}
});
/** The rows of one provider and, where one is chosen, one prompt. */
function chooseRows(selection, { rows }) {
	const byName = groupBy(rows, nameOf);
	const provider = chooseOne(selection, "provider", [...byName.keys()]);
	const own = byName.get(provider) ?? [];
	if (!selection.chosen.has("prompt")) return {
		provider,
		rows: own
	};
	const byPrompt = groupBy(own, promptLabel);
	return {
		provider,
		rows: byPrompt.get(chooseOne(selection, "prompt", [...byPrompt.keys()])) ?? []
	};
	function nameOf({ provider: { id, label } }) {
		if (!label) return id ?? "a provider without a name";
		return rows.some((row) => row.provider.label === label && row.provider.id !== id) && id ? id : label;
	}
}
/** What changes answers and is no part of the model; other settings may be the model's name, or a key. */
const SETTINGS = [...[
	"temperature",
	"top_p",
	"top_k",
	"min_p",
	"max_tokens",
	"max_completion_tokens",
	"max_output_tokens"
], ...[
	"stop",
	"frequency_penalty",
	"presence_penalty",
	"reasoning_effort",
	"reasoning",
	"response_format"
]];
function fingerprintOf({ version, providers }, [row]) {
	const settings = settingsOf$1(providers, row?.provider ?? {});
	return {
		harness: TASK,
		harness_version: version,
		...Object.keys(settings).length === 0 ? {} : { generation: brief$1(settings) }
	};
}
/** Providers are listed as texts, as `{id, label, config}`, or as `{<id>: {label, config}}`. */
function settingsOf$1(providers, { id, label }) {
	const listed = (Array.isArray(providers) ? providers : []).filter(isObject).map((each) => {
		if (typeof each.id === "string") return each;
		const [first] = Object.entries(each);
		return {
			...isObject(first?.[1]) ? first[1] : {},
			id: first?.[0]
		};
	});
	const own = listed.find((each) => label ? each.label === label : each.id === id) ?? listed.find((each) => each.id === id);
	const config = isObject(own?.config) ? own.config : {};
	return Object.fromEntries(SETTINGS.filter((key) => Object.hasOwn(config, key)).map((key) => [key, config[key]]));
}

// src/results/formats/registry.ts
/** One row adds a format. The first that knows a path reads it. */
const RESULT_FORMATS = {
	"lm-eval": lmEval,
	inspect: inspect$2,
	lighteval,
	helm,
	opencompass,
	"every-eval-ever": everyEvalEver,
	nemo,
	promptfoo,
	"openai-evals": openaiEvals,
	junit,
	plain
};
/** The formats that runs can be written in, by name. */
const EXPORTERS = new Map(Object.entries(RESULT_FORMATS).flatMap(([name, { exporter }]) => exporter === void 0 ? [] : [[name, exporter]]));
/** @throws WeighbridgeError `usage` for a form that nothing is written in */
function exporterOf(name) {
	const exporter = EXPORTERS.get(name);
	if (exporter !== void 0) return exporter;
	const fix = `choose one of ${[...EXPORTERS.keys()].join(", ")}`;
	throw new WeighbridgeError("usage", `runs cannot be written as ${JSON.stringify(name)}`, { fix });
}
/**
* Who reads the results at a path; null when nobody knows them.
* @throws WeighbridgeError `data` for a path that may not be read
*/
async function findFormat(path) {
	try {
		for (const format of Object.values(RESULT_FORMATS)) if (await format.detect(path)) return format;
		return null;
	} catch (cause) {
		const { code } = cause;
		if (code !== "EACCES" && code !== "EPERM") throw cause;
		throw new WeighbridgeError("data", "reading is not permitted", {
			at: { file: path },
			fix: "let whoever runs Weighbridge read it",
			cause
		});
	}
}

// src/tasks/engines/llama-cpp/options.ts
/** Settings of the embedded engine. All but `threads` enter the fingerprint: they can change results. */
const llamaCppOptions = strictObject({
	context_size: int().min(16).optional().describe("Tokens that prompt and answer share. Default: what the model was trained for, at most 4096."),
	batch_size: int().min(16).default(512).describe("Tokens evaluated at once. Fixed, because it can change results."),
	threads: int().min(1).optional().describe("CPU threads. Default: one for models below 50 million parameters, otherwise one for every processor of the machine."),
	gpu: boolean().default(false).describe("Whether the engine may use a GPU.")
});

// src/tasks/engines/llama-cpp/row.ts
/** Embedded llama.cpp for GGUF files and their LoRA adapters: no Python, no server. */
const llamaCppRow = {
	takes: "GGUF files",
	options: llamaCppOptions,
	load: async () => (await import("./tasks-engines-llama-cpp-engine.js")).llamaCpp
};

// src/tasks/engines/registry.ts
/** Where completions and log-likelihoods come from: one row adds an engine. */
const ENGINES = { "llama.cpp": llamaCppRow };
const settings = Object.entries(ENGINES).map(([name, { options }]) => options.extend({ type: literal(name) }));
const engineConfig = discriminatedUnion("type", settings);
const DEFAULT$1 = "llama.cpp";
/** The engine of these settings, which it takes. */
const loadEngine = ({ type }) => {
	return ENGINES[type].load();
};
/** The engine of a config that names none. */
const DEFAULT_ENGINE = {
	type: DEFAULT$1,
	...ENGINES[DEFAULT$1].options.parse({})
};

// src/app/sides/sources.ts
const HARNESSES = Object.entries(RUNNERS).flatMap(([name, { kind }]) => kind === "harness" ? [name] : []);
/**
* Looks at what every side names before the first model is loaded: nobody should wait for the baseline's evaluation to
* learn that the candidate is not there.
* @throws WeighbridgeError `checkpoint` for what is no checkpoint and no results, `config` for a side that is not named
*/
async function requireSources(config, sides) {
	const issues = [];
	for (const side of sides) {
		const issue = await sourceIssue(config, side);
		if (issue !== null) issues.push(issue);
	}
	const [first, ...others] = issues;
	if (first !== void 0) throw others.length === 0 ? first : new IssueList(first.kind, issues);
}
/** Why the side cannot be evaluated, as far as files tell without a model being loaded; null when nothing is known. */
async function sourceIssue(config, side) {
	try {
		await checkSource(config, mapPaths(requireSide(config, side), (path) => resolve(config.directory, path)), side);
		return null;
	} catch (error) {
		if (error instanceof WeighbridgeError) return error;
		throw error;
	}
}
/**
* The same for one source, its paths resolved.
* @throws WeighbridgeError `checkpoint` for what is no checkpoint and no results, `config` for a kind that a task cannot take
*/
async function checkSource(config, source, side) {
	const tasks = tasksOfSide(config, side);
	const asked = tasks.filter(isNative);
	if (asked.length > 0 || source.kind === "results") await inspect$1(source, side, config, asked);
	if (source.kind !== "results") await acceptedByHarness(source, side, tasks.filter(isHarness));
}
/** All tasks; of the anchor only those that a gate compares with it. */
function tasksOfSide({ gates, tasks }, side) {
	if (side !== "anchor") return tasks;
	const anchored = new Set(gates.filter(({ against }) => against === "anchor").map(({ task }) => task));
	return tasks.filter(({ name }) => anchored.has(name));
}
/** @throws WeighbridgeError `config` for a task whose harness does not take this kind of checkpoint, `checkpoint` for pickles */
async function acceptedByHarness(source, side, tasks) {
	for (const { name, runner, options } of tasks) {
		const refusal = (await harnessRunner(runner).load()).refusal(options, source);
		if (refusal === null) continue;
		throw new WeighbridgeError("config", `${side}, task ${name}: ${refusal.says}`, { fix: refusal.fix });
	}
	for (const name of byHarness(tasks).keys()) await (await harnessRunner(name).load()).inspect(source);
}
/**
* @throws WeighbridgeError when the program of a harness is not there, must not run what the tasks would run, or cannot take a
* part of a task
*/
async function requireHarness(config, sides, shard) {
	const tasks = sides.filter((side) => config[side]?.kind !== "results").flatMap((side) => tasksOfSide(config, side));
	for (const [runner, asked] of byHarness([...new Set(tasks)])) {
		if (shard !== null) throw new WeighbridgeError("usage", `the task ${asked[0]?.name} of ${runner} cannot be cut into shards`, { fix: `leave --shard out, or keep ${runner} tasks in a config of their own` });
		await (await harnessRunner(runner).load()).check(asked, config, process$1.env);
	}
}
async function inspect$1(source, side, config, asked) {
	if (source.kind === "results" && await holdsResults(source.path, side)) return;
	if (source.kind === "hub" || source.kind === "endpoint") {
		const names = asked.map(({ name }) => name).join(", ");
		throw new WeighbridgeError("config", `the ${side} is ${describeModel(source)}, and native tasks (${names}) need a GGUF file`, { fix: `name a GGUF file, or give these tasks \`runner: ${HARNESSES.join(" or ")}\`` });
	}
	const engine = await loadEngine(config.engine);
	if (source.kind !== "results") return engine.inspect?.(await forEngine(source));
	await engine.inspect?.({
		kind: "file",
		path: source.path
	});
	throw new WeighbridgeError("checkpoint", "this is neither a checkpoint by its name nor results of an earlier run", {
		at: { file: source.path },
		fix: "name a .gguf file, a folder with config.json, or a folder that `weighbridge evaluate` wrote"
	});
}
/** A folder in which both forms of a checkpoint lie is evaluated by every runner, each with its own. */
async function forEngine(source) {
	if (source.kind !== "folder") return source;
	const [gguf, ...others] = (await readdir(source.path)).filter((name) => /\.gguf$/i.test(name));
	return gguf === void 0 || others.length > 0 ? source : {
		kind: "file",
		path: join(source.path, gguf)
	};
}
const holdsResults = async (path, side) => await holdsRuns(path, side) || await findFormat(path) !== null;

// src/results/store/output-spill.ts
/** Held in memory before anything goes to the disk: most suites never come to it. */
const BUFFERED_BYTES = 1048576;
/** Before each text: its bytes, as a whole number, negative where they are one a character. */
const HEADER_BYTES = 4;
/** An open file without a name is gone with its last reader, however the process ends. */
const opened = new FinalizationRegistry(closeSync);
/**
* Texts of which hardly any is ever asked for again, such as what a model said: a report shows a few dozen of them. They are
* put one after the other into a temporary file, which nobody else can find.
*/
var OutputSpill = class {
	#file = null;
	#written = 0;
	#buffer = Buffer.alloc(0);
	#filled = 0;
	/**
	* @returns its place, by which it is got back
	* @throws WeighbridgeError `engine` where the disk has no room for temporary files
	*/
	put(text) {
		const encoding = Buffer.byteLength(text) === text.length ? "latin1" : "utf16le";
		const bytes = Buffer.byteLength(text, encoding);
		this.#makeRoom(HEADER_BYTES + bytes);
		const place = this.#written + this.#filled;
		this.#buffer.writeInt32LE(encoding === "latin1" ? -bytes : bytes, this.#filled);
		this.#buffer.write(text, this.#filled + HEADER_BYTES, encoding);
		this.#filled += HEADER_BYTES + bytes;
		return place;
	}
	get(place) {
		const header = this.#read(place, HEADER_BYTES).readInt32LE();
		return this.#read(place + HEADER_BYTES, Math.abs(header)).toString(header < 0 ? "latin1" : "utf16le");
	}
	#makeRoom(bytes) {
		if (this.#filled > 0 && this.#filled + bytes > BUFFERED_BYTES) this.#flush();
		if (this.#filled + bytes <= this.#buffer.length) return;
		const larger = Buffer.alloc(Math.max(this.#filled + bytes, Math.min(2 * this.#buffer.length, BUFFERED_BYTES)));
		this.#buffer.copy(larger, 0, 0, this.#filled);
		this.#buffer = larger;
	}
	#flush() {
		this.#file ??= this.#open();
		const file = this.#file;
		for (let done = 0; done < this.#filled;) done += inTemporary(() => writeSync(file, this.#buffer, done, this.#filled - done, this.#written + done));
		this.#written += this.#filled;
		this.#filled = 0;
	}
	#open() {
		const path = join(tmpdir(), `weighbridge-${process.pid}-${process.hrtime.bigint()}`);
		const file = inTemporary(() => openSync(path, "wx+", 384));
		unlinkSync(path);
		opened.register(this, file);
		return file;
	}
	#read(place, bytes) {
		if (this.#file === null || place >= this.#written) return this.#buffer.subarray(place - this.#written, place - this.#written + bytes);
		const read = Buffer.alloc(bytes);
		for (let done = 0; done < bytes;) {
			const count = readSync(this.#file, read, done, bytes - done, place + done);
			if (count === 0) throw new Error("a temporary file lost what was written to it");
			done += count;
		}
		return read;
	}
};
function inTemporary(action) {
	try {
		return action();
	} catch (cause) {
		const fault = diskFault(cause) ?? messageOf(cause);
		throw new WeighbridgeError("engine", `what the models said cannot be put aside: ${fault}`, {
			at: { file: tmpdir() },
			fix: "make room there, or name another folder for temporary files by TMPDIR",
			cause
		});
	}
}

// src/results/store/columns.ts
/** Rows that are allocated at once: a task of a few samples takes little, and a column that grows is never copied. */
const CHUNK = 512;
/** Numbers by row, NaN where none was set. */
var NumberColumn = class {
	#chunks = [];
	set(row, value) {
		const chunk = Math.floor(row / CHUNK);
		while (this.#chunks.length <= chunk) this.#chunks.push(new Float64Array(CHUNK).fill(NaN));
		const values = this.#chunks[chunk];
		if (values !== void 0) values[row % CHUNK] = value;
	}
	get(row) {
		return this.#chunks[Math.floor(row / CHUNK)]?.[row % CHUNK] ?? NaN;
	}
};
/** Texts by row of which many are the same, each held once. */
var NameColumn = class {
	#chunks = [];
	#names = [void 0];
	#known = /* @__PURE__ */ new Map();
	set(row, name) {
		const code = this.#known.get(name) ?? this.#names.push(name) - 1;
		this.#known.set(name, code);
		const chunk = Math.floor(row / CHUNK);
		while (this.#chunks.length <= chunk) this.#chunks.push(new Int32Array(CHUNK));
		const codes = this.#chunks[chunk];
		if (codes !== void 0) codes[row % CHUNK] = code;
	}
	get(row) {
		return this.#names[this.#chunks[Math.floor(row / CHUNK)]?.[row % CHUNK] ?? 0];
	}
};
const HASH_BYTES = 32;
const ENDS_IN_HASH = /^(.*?)([0-9a-f]{64})$/s;
/** Texts by row that mostly end in a SHA-256 and begin like others: these take 36 bytes, and no place on the heap. */
var HashColumn = class {
	#chunks = [];
	#beginnings = new NameColumn();
	#others = [];
	#lastOther = "";
	set(row, text) {
		const [, beginning, hash] = ENDS_IN_HASH.exec(text) ?? [];
		if (beginning === void 0 || hash === void 0) {
			if (text !== this.#lastOther) this.#lastOther = text;
			this.#others[row] = this.#lastOther;
			return;
		}
		const chunk = Math.floor(row / CHUNK);
		while (this.#chunks.length <= chunk) this.#chunks.push(Buffer.alloc(CHUNK * HASH_BYTES));
		this.#chunks[chunk]?.write(hash, row % CHUNK * HASH_BYTES, "hex");
		this.#beginnings.set(row, beginning);
	}
	get(row) {
		const beginning = this.#beginnings.get(row);
		if (beginning === void 0) return this.#others[row] ?? "";
		const start = row % CHUNK * HASH_BYTES;
		return beginning + (this.#chunks[Math.floor(row / CHUNK)]?.toString("hex", start, start + HASH_BYTES) ?? "");
	}
};

// src/results/store/sample-table.ts
/**
* Samples in columns: some 200 bytes each, where records take 2,000 and what the model said. What is taken out of it looks its
* members up as they are read; copied by `...` it would be empty.
*/
var SampleTable = class {
	#columns;
	constructor(outputs) {
		this.#columns = new Columns(outputs);
	}
	get length() {
		return this.#columns.length;
	}
	push(sample) {
		const columns = this.#columns;
		const row = columns.length;
		columns.length += 1;
		columns.ids.set(row, sample.id);
		columns.indexes.set(row, sample.index);
		columns.inputs.set(row, sample.input_digest);
		columns.targets.set(row, sample.target_digest);
		for (const [metric, score] of Object.entries(sample.scores)) {
			const column = columns.scores.get(metric) ?? new ScoreColumn();
			columns.scores.set(metric, column);
			column.set(row, score);
		}
		const { filter, cluster, group, weight, output, usage } = sample;
		if (filter !== void 0) columns.filters.set(row, filter);
		if (cluster !== void 0) columns.clusters.set(row, cluster);
		if (group !== void 0) columns.groups.set(row, group);
		if (weight !== void 0) columns.weights.set(row, weight);
		if (output !== void 0) columns.places.set(row, columns.outputs.put(output));
		if (usage !== void 0) {
			columns.promptTokens.set(row, usage.prompt_tokens);
			columns.outputTokens.set(row, usage.output_tokens);
		}
	}
	at(row) {
		return row < this.length ? new Row(this.#columns, row) : void 0;
	}
	*[Symbol.iterator]() {
		for (let row = 0; row < this.length; row += 1) yield new Row(this.#columns, row);
	}
};
var Columns = class {
	length = 0;
	ids = new HashColumn();
	indexes = new NumberColumn();
	filters = new NameColumn();
	inputs = new HashColumn();
	targets = new HashColumn();
	scores = /* @__PURE__ */ new Map();
	clusters = new NameColumn();
	groups = new NameColumn();
	weights = new NumberColumn();
	/** Where each output lies in the spill. */
	places = new NumberColumn();
	promptTokens = new NumberColumn();
	outputTokens = new NumberColumn();
	outputs;
	constructor(outputs) {
		this.outputs = outputs;
	}
};
var Row = class {
	#columns;
	#row;
	constructor(columns, row) {
		this.#columns = columns;
		this.#row = row;
	}
	get id() {
		return this.#columns.ids.get(this.#row);
	}
	get index() {
		return this.#columns.indexes.get(this.#row);
	}
	get filter() {
		return this.#columns.filters.get(this.#row);
	}
	get input_digest() {
		return this.#columns.inputs.get(this.#row);
	}
	get target_digest() {
		return this.#columns.targets.get(this.#row);
	}
	get scores() {
		const scores = {};
		for (const [metric, column] of this.#columns.scores) {
			const score = column.get(this.#row);
			if (score !== void 0) scores[metric] = score;
		}
		return scores;
	}
	get cluster() {
		return this.#columns.clusters.get(this.#row);
	}
	get group() {
		return this.#columns.groups.get(this.#row);
	}
	get weight() {
		return known$3(this.#columns.weights.get(this.#row));
	}
	get output() {
		const place = known$3(this.#columns.places.get(this.#row));
		return place === void 0 ? void 0 : this.#columns.outputs.get(place);
	}
	get usage() {
		const prompt_tokens = known$3(this.#columns.promptTokens.get(this.#row));
		const output_tokens = known$3(this.#columns.outputTokens.get(this.#row));
		return prompt_tokens === void 0 || output_tokens === void 0 ? void 0 : {
			prompt_tokens,
			output_tokens
		};
	}
};
const known$3 = (value) => Number.isNaN(value) ? void 0 : value;
/** One metric's scores: numbers and ratios as such, anything else as it is, equal reasons held once. */
var ScoreColumn = class {
	#numbers = new NumberColumn();
	#denominators = new NumberColumn();
	#reasons = new NameColumn();
	#others = /* @__PURE__ */ new Map();
	set(row, score) {
		if (isUnscored(score)) this.#reasons.set(row, score.unscored);
		else if (typeof score === "number" && !Number.isNaN(score)) this.#numbers.set(row, score);
		else if (isRatio(score) && !Number.isNaN(score.denominator)) {
			this.#numbers.set(row, score.numerator);
			this.#denominators.set(row, score.denominator);
		} else this.#others.set(row, score);
	}
	get(row) {
		const [number, denominator] = [this.#numbers.get(row), this.#denominators.get(row)];
		if (!Number.isNaN(denominator)) return {
			numerator: number,
			denominator
		};
		if (!Number.isNaN(number)) return number;
		const reason = this.#reasons.get(row);
		return reason === void 0 ? this.#others.get(row) : { unscored: reason };
	}
};

// src/app/sides/stored.ts
/** Where the runs of a side lie: results that the config names, or what was evaluated into `out`. */
function sideFolder(config, side, out) {
	const source = config[side];
	return source?.kind === "results" ? resolve(config.directory, source.path) : join(out, side);
}
/** Reads what can be read of all sides, from run directories or from results of other programs. */
async function readSides(folders) {
	const { anchor } = folders;
	const baseline = await readToJudge(folders.baseline, "baseline");
	const candidate = await readToJudge(folders.candidate, "candidate");
	const shared = await sharedResults(folders, {
		baseline,
		candidate
	});
	return {
		baseline,
		candidate: {
			...candidate,
			faults: [...candidate.faults, ...shared]
		},
		...anchor === void 0 ? {} : { anchor: await readToJudge(anchor, "anchor") }
	};
}
/** Results compared with themselves differ in nothing, whatever they are. */
async function sharedResults(paths, { baseline, candidate }) {
	const isSamePath = await placeOf(paths.baseline) === await placeOf(paths.candidate);
	const places = await Promise.all(baseline.runs.map(({ folder }) => placeOf(folder)));
	for (const { folder } of candidate.runs) {
		const isOwn = existsSync(join(folder, RUN_FILE));
		if (!places.includes(await placeOf(folder)) || !(isOwn || isSamePath)) continue;
		return [new WeighbridgeError("data", "the candidate's results are the baseline's own, so that nothing is compared", {
			at: { file: folder },
			fix: "name the results of each side by their own path"
		})];
	}
	return [];
}
/** A path without links; as it is where there is no such file, such as with a selection behind it. */
const placeOf = (path) => realpath(path).catch(() => resolve(path));
/** Every sample as it is, for whoever passes them on. Runs of our own come first: a foreign file that lies among them changes nothing. */
async function readSideResults(path, side) {
	return readInto(path, side, () => []);
}
/** The same in little memory, for whoever goes through the samples a few times and looks at a few of them. */
async function readToJudge(path, side) {
	return readInto(path, side, compactly());
}
/** Runs of our own alone, likewise. */
async function salvageToJudge(path, side) {
	return readPartiallyInto(path, side, compactly());
}
function compactly() {
	const outputs = new OutputSpill();
	return () => new SampleTable(outputs);
}
async function readInto(path, side, hold) {
	const format = await holdsRuns(path, side) ? null : await findFormat(path);
	return format === null ? readPartiallyInto(path, side, hold) : collectInto(await format.load(path, side), hold);
}

// src/app/baselines/pointer.ts
var import_dist = require_dist();
const digest = string().regex(/^sha256:[0-9a-f]{64}$/).optional();
const path$1 = string().min(1);
/** What a pointer file such as `model.yaml` may say: where the accepted model is, and optionally which one it is. */
const pointerSchema = union([strictObject({
	path: path$1,
	digest
}), strictObject({
	repo: string().regex(/^[\w][\w.-]*\/[\w][\w.-]*$/),
	revision: string().regex(/^[0-9a-f]{40}$/, "must be a whole commit: a branch or tag may move"),
	/** A file of the repository, such as one GGUF of several. */
	file: path$1.optional(),
	digest
})]);
/** @throws WeighbridgeError `data` for anything else */
function parsePointer(text, file) {
	let value;
	try {
		value = (0, import_dist.parse)(text, { maxAliasCount: 10 });
	} catch (cause) {
		throw new WeighbridgeError("data", `not YAML: ${messageOf(cause)}`, {
			at: { file },
			cause
		});
	}
	const parsed = pointerSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new WeighbridgeError("data", "this is not a pointer to a model", {
		at: { file },
		fix: "write `path: models/base.gguf`, or `repo: org/name` with `revision:` and its whole commit; a `digest: sha256:...` may stand beside",
		cause: parsed.error
	});
}

// src/app/baselines/base-branch.ts
/**
* The model that the pointer file of a commit names. Neither the pointer nor the file is ever taken from the working tree
* where git knows it: the change under judgement could have brought its own.
* @throws WeighbridgeError `data` or `checkpoint` saying why there is none
*/
async function modelAt(place) {
	const { directory, pointer, commit } = place;
	const inside = await folderInRepository(directory);
	const file = inside === null ? null : posix.join(inside, pointer.replaceAll("\\", "/"));
	const text = file === null ? null : await readAtRevision(directory, commit, file);
	if (text === null) throw unusable(`${pointer} is not there at ${commit.slice(0, 12)}`, "merge the pointer file into the base branch first, and check out with `fetch-depth: 0`");
	const named = parsePointer(text.toString("utf8"), `${pointer} at ${commit.slice(0, 12)}`);
	const source = "path" in named ? await fileAt(named.path, place) : inHub(named);
	if (named.digest !== void 0) {
		const { identity } = await digestCheckpoint(source);
		if (identity.digest !== named.digest) throw unusable(`it has the digest ${identity.digest}, and the pointer says ${named.digest}`, "fetch the model that the pointer means");
	}
	return {
		source,
		commit
	};
}
async function fileAt(path, place) {
	const { directory, pointer, commit, scratch } = place;
	const folder = dirname(resolve(directory, pointer));
	const label = `${path} at ${commit.slice(0, 12)}`;
	const absolute = resolve(folder, path);
	const blob = await askGit(folder, [
		"rev-parse",
		"--verify",
		"--quiet",
		`${commit}:./${path}`
	]);
	if (blob === null) {
		if (await askGit(folder, [
			"ls-files",
			"--",
			path
		]) !== null) throw unusable(`${path} is not in git at ${commit.slice(0, 12)}, but the change adds it`, "keep the baseline where the change cannot bring its own");
		if (!existsSync(absolute)) throw unusable(`${path} is not there`, "fetch the model in a step before");
		return {
			kind: "file",
			path: absolute
		};
	}
	if (await askGit(folder, [
		"cat-file",
		"-t",
		blob
	]) !== "blob") throw unusable(`${path} is no file in git`, "let the pointer name one file");
	const lfs = await lfsObject(folder, blob, absolute);
	if (lfs !== null) return {
		kind: "file",
		path: lfs,
		label
	};
	await mkdir(scratch, { recursive: true });
	const file = join(scratch, `${basename(path, extname(path))}-${blob.slice(0, 12)}${extname(path)}`);
	if (!existsSync(file)) await writeBlob(folder, blob, file);
	return {
		kind: "file",
		path: file,
		label
	};
}
/** Larger ones are no pointers (git-lfs, spec.md). */
const LFS_POINTER_BYTES = 1024;
/** Where the content of a Git LFS pointer lies, by its digest; null for a blob that is none. */
async function lfsObject(folder, blob, worktree) {
	if (Number(await askGit(folder, [
		"cat-file",
		"-s",
		blob
	])) > LFS_POINTER_BYTES) return null;
	const text = await askGit(folder, [
		"cat-file",
		"blob",
		blob
	]);
	if (!text?.startsWith("version https://git-lfs")) return null;
	const oid = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
	const git = await askGit(folder, [
		"rev-parse",
		"--path-format=absolute",
		"--git-common-dir"
	]);
	if (oid !== void 0 && git !== null) {
		const stored = join(git, "lfs", "objects", oid.slice(0, 2), oid.slice(2, 4), oid);
		for (const path of [stored, worktree]) {
			if (!existsSync(path)) continue;
			const { identity } = await digestCheckpoint({
				kind: "file",
				path
			});
			if (identity.digest === `sha256:${oid}`) return path;
		}
	}
	throw unusable("the model is in Git LFS and was not fetched for that commit", "fetch it: `git lfs fetch origin <base branch>`");
}
/** A snapshot in the local cache of the Hugging Face client: nothing is downloaded. */
function inHub({ repo, revision, file }) {
	const { HF_HUB_CACHE, HF_HOME } = process.env;
	const hub = HF_HUB_CACHE ?? join(HF_HOME ?? join(homedir(), ".cache", "huggingface"), "hub");
	const snapshot = join(hub, `models--${repo.replace("/", "--")}`, "snapshots", revision);
	const path = file === void 0 ? snapshot : resolve(snapshot, file);
	if (!path.startsWith(snapshot)) throw unusable(`${file} leads out of ${repo}`, "name a file of the repository");
	if (!existsSync(path)) throw unusable(`${repo} at ${revision.slice(0, 12)} is not in the cache of Hugging Face`, `fetch it in a step before: hf download ${repo} --revision ${revision}`);
	return {
		kind: "file",
		path,
		label: `${repo}@${revision.slice(0, 12)}${file === void 0 ? "" : `/${file}`}`
	};
}
const unusable = (what, fix) => new WeighbridgeError("data", what, { fix });

// src/app/baselines/manifest.ts
const sha256 = string().regex(/^[0-9a-f]{64}$/);
const text$1 = string().max(4096);
const origin = strictObject({
	commit: text$1.nullable(),
	date: datetime(),
	by: text$1.nullable()
});
/** `entry.json`: which samples an entry has. What they are samples of is its `run.json`. */
const entrySchema = strictObject({
	schema_version: literal(1),
	/** SHA-256 of `samples.jsonl`, and the name of the folder that it is in. */
	samples: sha256,
	count: int().min(1),
	origin
});
/** One blessing: which entries are the baseline from then on. */
const blessingSchema = strictObject({
	schema_version: literal(1),
	/** What the model was called, for people. */
	source: text$1,
	/** Weights, as in `run.json`. */
	digest: text$1.min(1),
	adapter_digest: text$1.nullable(),
	origin,
	tasks: array(strictObject({
		task: string().min(1).max(200),
		task_role: _enum(TASK_ROLES),
		primary_metric: text$1,
		key: sha256
	})).min(1)
});
const parseEntry = (content, file) => parse(entrySchema, content, file);
const parseBlessing = (content, file) => parse(blessingSchema, content, file);
/** @throws WeighbridgeError `data` naming the file and the key */
function parse(schema, content, file) {
	const parsed = schema.safeParse(parseJson(content, { file }));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const key = (issue?.path ?? []).join(".");
	throw new WeighbridgeError("data", issue?.message ?? "not what a store holds", {
		at: key === "" ? { file } : {
			file,
			key
		},
		cause: parsed.error
	});
}

// src/app/baselines/blessings.ts
/** The files under `blessed/` of a store. */
var Blessings = class {
	#folder;
	constructor(store) {
		this.#folder = join(store, "blessed");
	}
	async list() {
		const names = await readdir(this.#folder).catch((error) => {
			if (error.code === "ENOENT") return [];
			if (error.code !== "ENOTDIR") throw error;
			throw new WeighbridgeError("usage", "the store is a file, and has to be a folder", {
				at: { file: this.#folder },
				fix: "name a folder with --store or `store` of the config"
			});
		});
		const blessings = [];
		const faults = [];
		for (const name of names.filter((each) => each.endsWith(".json")).sort().reverse()) {
			const file = join(this.#folder, name);
			try {
				blessings.push({
					id: name.replace(/\.json$/, ""),
					...parseBlessing(await readFile(file, "utf8"), file)
				});
			} catch (error) {
				if (!(error instanceof WeighbridgeError)) throw error;
				faults.push(messageOf(error));
			}
		}
		return {
			blessings,
			faults
		};
	}
	async add(manifest) {
		const id = `${manifest.origin.date.replace(/[:.]/g, "-")}.${manifest.digest.replace(/^[a-z0-9]+:/, "").slice(0, 12)}`;
		const file = join(this.#folder, `${id}.json`);
		await onDisk(this.#folder, async () => {
			await mkdir(this.#folder, { recursive: true });
			await writeAtomically(file, `${JSON.stringify(manifest, null, 2)}\n`);
		});
		return {
			id,
			...manifest
		};
	}
	async remove(id) {
		await rm(join(this.#folder, `${id}.json`), { force: true });
	}
};

// src/app/baselines/entries.ts
/**
* SHA-256 of everything that can change a sample: weights, adapter, quantisation, and the whole fingerprint, with the digests
* of dataset, prompts and templates, generation settings, engine and versions. One difference is another entry.
*/
function entryKey({ model, fingerprint, metrics, planned, seed }) {
	const { digest, adapter_digest, quantization } = model;
	const identity = {
		model: {
			digest,
			adapter_digest,
			quantization
		},
		fingerprint,
		metrics,
		planned,
		seed
	};
	return createHash("sha256").update(canonicalJson(identity)).digest("hex");
}
const ENTRY_FILE = "entry.json";
const LOCK_WAIT_MS = 2e4;
/**
* The entries of a store, one folder a key:
*
*     entries/<key>/entry.json                  which samples, from where; written last
*     entries/<key>/run.json                    what they are samples of
*     entries/<key>/<sha256>/samples.jsonl      never changed: other samples have another digest
*/
var Entries = class {
	#folder;
	constructor(store) {
		this.#folder = join(store, "entries");
	}
	folderOf(key) {
		return join(this.#folder, key);
	}
	async keys() {
		return (await readdir(this.#folder).catch(orNothing)).filter((name) => /^[0-9a-f]{64}$/.test(name)).sort();
	}
	/** The samples of exactly this run, whole or in part. Digests are checked on every read. */
	async find(run) {
		return this.read(entryKey(run));
	}
	async read(key) {
		const folder = this.folderOf(key);
		const manifest = await readFile(join(folder, ENTRY_FILE), "utf8").catch(orNothing);
		if (typeof manifest !== "string") return { kind: "missing" };
		try {
			return {
				kind: "found",
				entry: await this.#readEntry(key, parseEntry(manifest, join(folder, ENTRY_FILE)))
			};
		} catch (error) {
			if (error instanceof WeighbridgeError && error.kind === "data") return {
				kind: "damaged",
				reason: messageOf(error)
			};
			throw error;
		}
	}
	/**
	* Keeps the samples of a run, joined with those that are there. Where both have a sample, the older one stays.
	* @throws WeighbridgeError `engine` when the disk refuses, `usage` when another process holds the entry for long
	*/
	async keep(record, samples, origin) {
		const key = entryKey(record);
		const folder = this.folderOf(key);
		if (samples.length === 0) return key;
		return onDisk(folder, async () => {
			await mkdir(folder, { recursive: true });
			const lock = await patientLock(folder);
			try {
				const before = await this.read(key);
				const earlier = before.kind === "found" ? before.entry : null;
				const known = new Set(earlier?.samples.map(sampleKey));
				const added = samples.filter((sample) => !known.has(sampleKey(sample)));
				if (added.length > 0 || earlier === null) await this.#write(key, record, [...earlier?.samples ?? [], ...added], origin);
			} finally {
				await lock.release();
			}
			return key;
		});
	}
	async remove(key) {
		const folder = this.folderOf(key);
		const lock = await patientLock(folder);
		try {
			await rm(join(folder, ENTRY_FILE), { force: true });
			await rm(folder, {
				recursive: true,
				force: true
			});
		} finally {
			await lock.release();
		}
	}
	async #readEntry(key, manifest) {
		const folder = this.folderOf(key);
		const record = await readRecord(folder);
		const refuse = (what, file) => {
			throw new WeighbridgeError("data", `this entry of the store was changed: ${what}`, {
				at: { file: join(folder, file) },
				fix: "nothing of it is used; it is made again by the next evaluation"
			});
		};
		if (entryKey(record) !== key) refuse("its run is not the one that its name stands for", RUN_FILE);
		const place = join(manifest.samples, SAMPLES_FILE);
		if (await digestOf(join(folder, place)) !== manifest.samples) refuse("its samples have another digest", place);
		const { samples, torn } = await readSamples(join(folder, manifest.samples), record);
		if (torn || samples.length !== manifest.count) refuse("it has another number of samples", place);
		return {
			key,
			record,
			samples,
			origin: manifest.origin
		};
	}
	async #write(key, run, samples, origin) {
		const folder = this.folderOf(key);
		const content = samples.map(serializeSample).join("");
		const digest = createHash("sha256").update(content).digest("hex");
		await mkdir(join(folder, digest), { recursive: true });
		await writeAtomically(join(folder, digest, SAMPLES_FILE), content);
		const { reused: _reused, ...record } = run;
		await writeAtomically(join(folder, RUN_FILE), serializeRunRecord({
			...record,
			side: "baseline",
			design: "full"
		}));
		const manifest = {
			schema_version: 1,
			samples: digest,
			count: samples.length,
			origin
		};
		await writeAtomically(join(folder, ENTRY_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
		for (const name of await readdir(folder)) if (/^[0-9a-f]{64}$/.test(name) && name !== digest) await rm(join(folder, name), { recursive: true });
	}
};
async function digestOf(file) {
	const hash = createHash("sha256");
	try {
		await pipeline$1(createReadStream(file, { highWaterMark: 1048576 }), hash);
	} catch (cause) {
		throw new WeighbridgeError("data", `cannot be read: ${messageOf(cause)}`, {
			at: { file },
			cause
		});
	}
	return hash.digest("hex");
}
/** An entry is written in moments: another process that writes it is waited for. */
async function patientLock(folder) {
	const deadline = Date.now() + LOCK_WAIT_MS;
	for (;;) try {
		return await acquireLock(folder);
	} catch (error) {
		if (!(error instanceof WeighbridgeError) || Date.now() > deadline) throw error;
		await setTimeout$1(100);
	}
}
function orNothing(error) {
	if (error.code === "ENOENT") return [];
	throw error;
}

// src/app/baselines/store.ts
/** A folder in which baselines are kept by identity: entries of samples, and blessings that say which are in force. */
var BaselineStore = class {
	folder;
	entries;
	#blessings;
	constructor(folder) {
		this.folder = folder;
		this.entries = new Entries(folder);
		this.#blessings = new Blessings(folder);
	}
	find(run) {
		return this.entries.find(run);
	}
	/** Keeps what a run has, also of one that is not finished. Only full designs: of others the order is part of the result. */
	async keep({ record, samples }, origin) {
		return designOf(record) === "full" ? this.entries.keep(record, samples, origin) : null;
	}
	list() {
		return this.#blessings.list();
	}
	/** Copies a blessing of another store, whose entries are here already. */
	addBlessing(manifest) {
		return this.#blessings.add(manifest);
	}
	/**
	* Makes the runs of one model the baseline.
	* @throws WeighbridgeError `data` for runs that are incomplete, sequential, or of several models: they would be in force
	*/
	async bless(runs, origin) {
		const [first] = runs;
		if (first === void 0) throw unfit("there is no run to bless", "evaluate it first");
		const { model } = first.record;
		for (const { record, incomplete } of runs) {
			const { task } = record;
			if (incomplete !== null) throw unfit(`the run of ${task} ${incomplete}`, "evaluate it to its end first");
			if (designOf(record) !== "full") throw unfit(`the run of ${task} was designed to stop early`, "evaluate it with --full, then bless it");
			if (record.model.digest !== model.digest || record.model.adapter_digest !== model.adapter_digest) throw unfit("these are runs of several models", "bless the folder of one side of one run directory");
		}
		const tasks = [];
		for (const { record, samples } of runs) {
			const key = await this.entries.keep(record, samples, origin);
			tasks.push({
				task: record.task,
				task_role: record.task_role,
				primary_metric: record.primary_metric,
				key
			});
		}
		const { source, digest, adapter_digest } = model;
		return this.#blessings.add({
			schema_version: 1,
			source,
			digest,
			adapter_digest,
			origin,
			tasks
		});
	}
	/**
	* Writes a blessed baseline as runs of the side `baseline`.
	* @returns the folder of the side
	* @throws WeighbridgeError `data` when an entry is gone or damaged: a baseline in parts is none
	*/
	async checkOut(blessing, out) {
		for (const { key, task, task_role, primary_metric } of blessing.tasks) {
			const found = await this.entries.read(key);
			if (found.kind !== "found") {
				const why = found.kind === "damaged" ? found.reason : "its samples are gone";
				throw unfit(`the blessed baseline has no ${task}: ${why}`, "bless it again: weighbridge baseline bless");
			}
			const { entry } = found;
			const { schema_version: _version, status: _status, started: _started, finished: _finished, ...record } = entry.record;
			const { writer } = await openRun(out, {
				...record,
				side: "baseline",
				task,
				task_role,
				primary_metric
			});
			await writer.reuse(entry.samples, blessing.origin);
			await writer.complete();
		}
		return join(out, "baseline");
	}
	/** Removes blessings beyond those kept, and then every entry that no blessing names. @returns how many of each */
	async prune({ count, since }) {
		const { blessings } = await this.list();
		const kept = blessings.filter(({ origin }, index) => index < count || since !== null && new Date(origin.date) >= since);
		const named = new Set(kept.flatMap(({ tasks }) => tasks.map(({ key }) => key)));
		const gone = blessings.filter((each) => !kept.includes(each));
		for (const { id } of gone) await this.#blessings.remove(id);
		let entries = 0;
		for (const key of await this.entries.keys()) {
			if (named.has(key)) continue;
			await this.entries.remove(key);
			entries += 1;
		}
		return {
			blessings: gone.length,
			entries
		};
	}
};
const unfit = (what, fix) => new WeighbridgeError("data", what, { fix });

// src/app/baselines/find.ts
/** Whether the config leaves anything to find: a single path is what it is. */
const mustFind = ({ baseline, baselines }) => baseline === null && baselines.sources.length > 0;
/** The store that the config asks for; null for none. */
function storeOf({ store, directory }) {
	if (store === null) return null;
	return new BaselineStore(store === "default" ? defaultStore() : resolve(directory, store.path));
}
const defaultStore = () => join(cacheFolder(process.env), "baselines");
/** Where an evaluation of this moment comes from, as far as git and GitHub tell. */
async function originHere(directory) {
	const { GITHUB_ACTOR } = process.env;
	return {
		commit: await askGit(directory, ["rev-parse", "HEAD"]),
		date: (/* @__PURE__ */ new Date()).toISOString(),
		by: GITHUB_ACTOR ?? await askGit(directory, ["config", "user.name"])
	};
}
/** Tries the sources in the order in which they are written; a source that has nothing is told and passed over. */
async function findBaseline(config, context) {
	const attempts = [];
	const found = [];
	for (const [index, source] of config.baselines.sources.entries()) {
		const name = describeBaselineSource(source);
		try {
			const scratch = join(context.scratch, String(index + 1));
			found.push({
				name,
				...await trySource(source, config, {
					...context,
					scratch
				})
			});
			attempts.push({
				source: name,
				reason: null
			});
		} catch (error) {
			if (!(error instanceof WeighbridgeError)) throw error;
			attempts.push({
				source: name,
				reason: messageOf(error)
			});
			continue;
		}
		if (found.at(-1)?.source.kind !== "results" || config.acceptChange.length === 0) break;
	}
	return {
		found,
		attempts,
		bootstrap: found.length === 0 && config.baselines.bootstrap && (context.onDefaultBranch ?? await isDefaultBranch(config.directory))
	};
}
async function trySource(source, config, { scratch, baseCommit = null, artifact = null }) {
	const directory = resolve(config.directory);
	switch (source.from) {
		case "path":
			await checkSource(config, mapPaths(source.model, (path) => resolve(directory, path)), "baseline");
			return {
				source: source.model,
				origin: null
			};
		case "base-branch": {
			const commit = await compareCommit(directory, baseCommit, source.branch);
			const pointed = await modelAt({
				directory,
				pointer: source.pointer,
				commit,
				scratch
			});
			await checkSource(config, pointed.source, "baseline");
			return {
				source: pointed.source,
				origin: null
			};
		}
		case "store": {
			const store = storeOf(config);
			if (store === null) throw new Error("a config that names the store has none");
			const { blessings, faults } = await store.list();
			const [blessing] = blessings;
			if (blessing === void 0) {
				const told = faults.length === 0 ? "" : ` (${faults.join("; ")})`;
				throw new WeighbridgeError("data", `nothing was blessed in ${store.folder}${told}`, { fix: "evaluate the accepted model and bless it: weighbridge baseline bless <run directory>" });
			}
			return {
				source: {
					kind: "results",
					path: await store.checkOut(blessing, scratch),
					label: blessing.source
				},
				origin: blessing.origin
			};
		}
		case "artifact": {
			if (artifact === null) throw new WeighbridgeError("platform", "artifacts can be had in GitHub Actions only", { fix: "name another source beside it for runs on other machines" });
			const { folder, origin } = await artifact(scratch);
			const label = `the checkpoint judged at ${origin.commit?.slice(0, 12)}`;
			await wholeRuns(folder, "baseline");
			return {
				source: {
					kind: "results",
					path: folder,
					label
				},
				origin
			};
		}
	}
}
/**
* The runs of a folder, all of which can be a baseline: evaluated in full, to the end.
* @throws WeighbridgeError `data` for anything else
*/
async function wholeRuns(folder, side) {
	const { runs, faults } = await readSideResults(folder, side);
	const [fault] = faults;
	if (fault !== void 0) throw fault;
	for (const { record, incomplete } of runs) {
		const short = incomplete ?? (designOf(record) === "full" ? null : "stopped early by design");
		if (short !== null) throw new WeighbridgeError("data", `its run of ${record.task} ${short}`, { at: { file: folder } });
	}
	return runs;
}
/**
* The commit whose pointer counts: the tip of the base branch, since whoever opens a pull request chooses where it left the branch;
* on the default branch itself, the commit before.
*/
async function compareCommit(directory, given, branch) {
	const head = await resolveRevision(directory, "HEAD");
	const base = given ?? branch ?? await defaultBranch(directory);
	if (base === null) throw new WeighbridgeError("data", "this clone does not say which branch is merged into", { fix: "name it: `{ from: base-branch, pointer: model.yaml, branch: origin/main }`" });
	const commit = await mergeBase(directory, base, "HEAD");
	if (commit === null) throw new WeighbridgeError("data", `${base} and HEAD have no common commit in this clone`, { fix: "fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`" });
	return commit === head && await isDefaultBranch(directory) ? resolveRevision(directory, "HEAD~1") : resolveRevision(directory, base);
}
const defaultBranch = (directory) => askGit(directory, [
	"rev-parse",
	"--abbrev-ref",
	"origin/HEAD"
]);
async function isDefaultBranch(directory) {
	const [current, default_] = [await askGit(directory, [
		"rev-parse",
		"--abbrev-ref",
		"HEAD"
	]), await defaultBranch(directory)];
	return current !== null && default_ === `origin/${current}`;
}

// src/config/declared-tasks.ts
/** What results say of their own tasks, so that gates can be checked against them. A run that never came to results says nothing. */
function declaredTasks(runs) {
	return [...new Map(runs.filter(({ record }) => record.metrics.length > 0).map(({ record, samples }) => [record.task, {
		task: record.task,
		role: record.task_role,
		metrics: record.metrics,
		primaryMetric: record.primary_metric,
		filters: filtersOf(samples, record.aggregates ?? [])
	}])).values()];
}
function filtersOf(...named) {
	const filters = /* @__PURE__ */ new Set();
	for (const items of named) for (const { filter } of items) if (filter !== void 0) filters.add(filter);
	return [...filters];
}
/** What results say of the tasks of which nothing could be known before. */
function openResults({ declared }, runs) {
	const open = new Set(declared.filter((task) => task.open === true).map(({ task }) => task));
	return declaredTasks(runs).filter(({ task }) => open.has(task));
}

// src/config/digest.ts
/**
* SHA-256 of how checkpoints are asked and judged. Which checkpoints, and where a value was written, are left out: the
* same rules have the same digest in every pull request, from a file or from flags.
*/
function configDigest({ engine, seed, tasks, gates, policy, evaluation }) {
	const rules = {
		engine,
		seed,
		tasks: Object.fromEntries(tasks.map(({ name, ...task }) => [name, task])),
		gates: Object.fromEntries(gates.map(({ source: _, id, ...gate }) => [id, gate])),
		policy: Object.fromEntries(Object.entries(policy).map(([name, { value }]) => [name, value])),
		evaluation: evaluation.value
	};
	return createHash("sha256").update(JSON.stringify(rules, sortKeys)).digest("hex");
}
/** Makes the text of an object independent of the order in which its keys were written. */
function sortKeys(_key, value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
}

// src/core/domain/format.ts
/** Numbers as every sentence and table writes them. */
const MINUS = "−";
/** A number with a fixed number of decimals, a true minus sign, and never `−0.0`. */
function fixed(value, decimals) {
	const text = Math.abs(value).toFixed(decimals);
	return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
}
function withSign(text) {
	return text.startsWith(MINUS) || /^0(\.0*)?$/.test(text) ? text : `+${text}`;
}
/** One decimal for points, more where the first would round a real change away: −0.04 pp is not 0. */
function pointDecimals(points) {
	const size = Math.abs(points);
	if (size === 0 || size >= .095) return 1;
	return size >= .0095 ? 2 : 3;
}
/** About four significant digits, so that 8.412 and 812.4 are both readable. */
function significantDecimals(value) {
	if (value === 0) return 1;
	return Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
}
/** A count with thousands separated: `14,042`. */
function formatCount(count) {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** A metric's value in its unit: `93.1 %`, `0.8731 bits per byte`, `12.34`. */
function formatValue(value, unit) {
	switch (unit) {
		case "rate": {
			const percent = value * 100;
			return `${fixed(percent, pointDecimals(Math.min(Math.abs(percent), Math.abs(100 - percent))))} %`;
		}
		case "bits_per_byte": return `${fixed(value, 4)} bits per byte`;
		case "perplexity":
		case "number": return fixed(value, significantDecimals(value));
		default: return assertNever(unit);
	}
}
const CHANGE$2 = {
	rate: {
		scale: 100,
		suffix: " pp",
		decimals: pointDecimals
	},
	bits_per_byte: {
		scale: 1,
		suffix: " bits per byte",
		decimals: () => 4
	},
	perplexity: {
		scale: 1,
		suffix: "",
		decimals: (value) => Math.min(3, significantDecimals(value))
	},
	number: {
		scale: 1,
		suffix: "",
		decimals: significantDecimals
	}
};
/** A change in the metric's unit, always signed: `+1.2 pp`. */
function formatChange(value, unit) {
	const { scale, suffix, decimals } = CHANGE$2[unit];
	return `${withSign(fixed(value * scale, decimals(value * scale)))}${suffix}`;
}
/** The size of a change without its sign, for "fell by 31.2 pp". */
function formatSize(value, unit) {
	const { scale, suffix, decimals } = CHANGE$2[unit];
	return `${fixed(Math.abs(value * scale), decimals(value * scale))}${suffix}`;
}
/**
* `−36.0 to −26.4`, with the unit of the change beside it left to the caller; an end that could not be estimated is
* `unbounded`; null when neither could.
*/
function formatInterval(delta, unit) {
	if (delta.low === null && delta.high === null) return null;
	const { scale, decimals } = CHANGE$2[unit];
	const ends = [delta.low, delta.high];
	const digits = Math.max(...ends.map((end) => end === null ? 0 : decimals(end * scale)));
	const [low, high] = ends.map((end) => end === null ? "unbounded" : withSign(fixed(end * scale, digits)));
	return `${low} to ${high}`;
}
/** `90 %` of 0.9. */
function formatLevel(level) {
	return `${Number((level * 100).toPrecision(4))} %`;
}
/** A one-sided p-value; tiny ones as a bound, since their digits mean nothing. */
function formatP(p) {
	return p < 1e-4 ? "p < 0.0001" : `p = ${p.toFixed(4)}`;
}
/** `1 gate`, `2 gates`. */
function plural(count, noun, many = `${noun}s`) {
	return `${formatCount(count)} ${count === 1 ? noun : many}`;
}
/** Limits as they were set, where a measured value is rounded to what it is worth. */
/** The size of a change that is allowed: `2 pp`, `0.25 pp`, `0.03`. */
function formatMargin(size, unit) {
	return unit === "rate" ? `${digits(size * 100)} pp` : digits(size);
}
/** A ceiling or floor: `1 %`, `9.5`. */
function formatLimit(value, unit) {
	return unit === "rate" ? `${digits(value * 100)} %` : digits(value);
}
/** Two decimals, or two significant digits where two decimals would show nothing. */
function digits(value) {
	const rounded = Number(value.toFixed(2));
	return String(rounded === 0 && value !== 0 ? Number(value.toPrecision(2)) : rounded).replace("-", "−");
}

// src/core/decide/rules/limits.ts
/** Plain decimals only: no sign, no exponent, no hexadecimal, no separators, no NaN. */
const DECIMAL = "(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,15})?";
const CHANGE$1 = new RegExp(`^(${DECIMAL})(pp|%rel|%)?$`);
const RATE = new RegExp(`^(${DECIMAL})(%)?$`);
const refuse$1 = (message, fix) => ({
	ok: false,
	message,
	fix
});
const accept = (value) => ({
	ok: true,
	value
});
/** Shifts the decimal point in the text, so that 0.7 per cent is exactly 0.007 and not 0.7 / 100. */
const hundredth = (digits) => Number(`${digits}e-2`);
function wrongSign(written) {
	if (!/^-/.test(String(written))) return void 0;
	return refuse$1(`${written} is negative`, "write the size of the change without a sign; the rule says which way it goes");
}
/** Reads numbers that YAML has parsed and text alike; numbers keep no unit, so they are absolute. */
function split(written, grammar) {
	if (typeof written === "number") return Number.isFinite(written) ? {
		digits: String(written),
		unit: ""
	} : void 0;
	const match = grammar.exec(written);
	return match?.[1] === void 0 ? void 0 : {
		digits: match[1],
		unit: match[2] ?? ""
	};
}
/**
* Reads how far a metric may move. For a rate `2pp` or `0.02`, relative to the baseline `2%rel`; for anything else a
* plain number in the metric's own unit, or `2%rel`. What could mean two things is refused, with both spelt out.
*/
function parseChange(written, unit) {
	const negative = wrongSign(written);
	if (negative !== void 0) return negative;
	const parts = split(written, CHANGE$1);
	if (parts === void 0) return refuse$1(`${quote(written)} is not a change`, unit === "rate" ? "write points as 2pp, a plain decimal such as 0.02, or a share of the baseline as 2%rel" : "write a plain decimal such as 0.02 in the unit of the metric, or a share of the baseline as 2%rel");
	const { digits } = parts;
	switch (parts.unit) {
		case "%rel": return accept({
			kind: "relative",
			value: hundredth(digits)
		});
		case "%": return refuse$1(`${digits}% can mean two changes`, unit === "rate" ? `write ${digits}pp for points of the rate, or ${digits}%rel for a share of the baseline` : `write ${digits}%rel for a share of the baseline, or a plain number in the unit of the metric`);
		case "pp": return points(digits, unit);
		default: return plainChange(Number(digits), digits, unit);
	}
}
function points(digits, unit) {
	if (unit !== "rate") return refuse$1(`${digits}pp is for rates, and this metric is ${describeUnit(unit)}`, `write a plain number in the unit of the metric, or a share of the baseline as ${digits}%rel`);
	const value = hundredth(digits);
	if (value > 1) return refuse$1(`${digits}pp is more than a rate can change`, "write at most 100pp");
	return accept({
		kind: "absolute",
		value
	});
}
function plainChange(value, digits, unit) {
	if (unit === "rate" && value >= 1) return refuse$1(`${digits} would let the rate change by ${Number((value * 100).toPrecision(12))} points`, `did you mean ${digits}pp? (as a plain number that is ${Number((value / 100).toPrecision(12))})`);
	return accept({
		kind: "absolute",
		value
	});
}
/** Reads a ceiling or floor: for a rate `1%` or `0.01`, for anything else a plain number in the metric's own unit. */
function parseValue(written, unit) {
	const negative = wrongSign(written);
	if (negative !== void 0) return negative;
	const parts = split(written, RATE);
	if (parts === void 0) return refuse$1(`${quote(written)} is not ${unit === "rate" ? "a rate" : "a number"}`, unit === "rate" ? "write 1% or a plain decimal such as 0.01" : "write a plain decimal in the unit of the metric");
	const { digits } = parts;
	if (unit !== "rate") {
		if (parts.unit === "") return accept(Number(digits));
		return refuse$1(`${digits}% is for rates, and this metric is ${describeUnit(unit)}`, "write a plain number in the unit of the metric");
	}
	if (parts.unit === "%") {
		const value = hundredth(digits);
		return value > 1 ? refuse$1(`${digits}% is more than a rate can be`, "write at most 100%") : accept(value);
	}
	const value = Number(digits);
	if (value < 1) return accept(value);
	return refuse$1(value === 1 ? "1 can mean 1% or 100%" : `${digits} is more than a rate can be`, value === 1 ? "write 1% or 100%" : `did you mean ${digits}%?`);
}
const UNIT_NAMES = {
	rate: "a rate",
	bits_per_byte: "in bits per byte",
	perplexity: "a perplexity",
	number: "a plain number"
};
const describeUnit = (unit) => UNIT_NAMES[unit];
const quote = (written) => typeof written === "number" ? String(written) : JSON.stringify(written.slice(0, 60));

// src/core/decide/rules/value.ts
/** The limit of a rate as the largest rate of failures: the failures of a floor are the successes of a ceiling. */
const failureRate = (sign, limit) => sign === 1 ? limit : 1 - limit;
/** A rule on the candidate's own value, whatever the baseline does. @param sign 1 where greater values are forbidden */
function valueRule(name, sign) {
	const [beyond, within] = sign === 1 ? ["above", "below"] : ["below", "above"];
	const misfit = (direction) => {
		if (worseSign({ direction }) === sign) return null;
		return sign === 1 ? {
			better: "higher",
			use: "floor"
		} : {
			better: "lower",
			use: "ceiling"
		};
	};
	return {
		key: name,
		estimand: "candidate",
		scope: "metric",
		limitSign: sign,
		written: "value",
		misfit,
		signFor: () => sign,
		parse: parseValue,
		allowsEverything: (limit, unit) => unit === "rate" && failureRate(sign, limit) === 1,
		hypothesis: (limit, metric) => {
			const wrong = misfit(metric.direction);
			if (wrong !== null) return { refusal: `${metric.name} is better when ${wrong.better}, so a ${name} would stop improvements: use a ${wrong.use}.` };
			const value = metric.scale === "log" ? Math.log(limit) : limit;
			if (!Number.isFinite(value)) return { refusal: `A ${name} of ${limit} is beyond all values that the metric can take.` };
			const ideal = sign === 1 ? metric.range.min : metric.range.max;
			return {
				estimand: "candidate",
				sign,
				boundary: sign * value,
				margin: limit,
				tolerance: metric.scale === "log" || ideal === null ? Math.abs(value) : Math.abs(value - ideal),
				forbidden: `a value ${beyond} ${formatLimit(limit, metric.unit)}`
			};
		},
		limitPhrase: () => [sign === 1 ? "at most" : "at least", ""],
		outcomePhrase: (holds) => [`${holds ? within : beyond} its ${name} of`, ""],
		questionPhrase: `stays ${within} its ${name} of`
	};
}

// src/core/decide/rules/ceiling.ts
const CEILING = {
	...valueRule("ceiling", 1),
	name: "ceiling",
	description: "The candidate's own value must stay below this.",
	flag: "largest value allowed, such as prompts/toxicity=1%"
};

// src/core/decide/rules/floor.ts
const FLOOR = {
	...valueRule("floor", -1),
	name: "floor",
	description: "The candidate's own value must stay above this.",
	flag: "smallest value allowed, such as tickets/json_valid=95%"
};

// src/core/decide/rules/change.ts
/** What all rules share whose limit is a change against the baseline. */
const CHANGE = {
	estimand: "delta",
	signFor: (direction) => worseSign({ direction }),
	written: "change",
	parse: parseChange,
	misfit: () => null
};
/** A rate can lose no more than all of it. */
function allowsAnyDrop({ kind, value }, unit, direction) {
	if (unit !== "rate" || direction === null || value < 1) return false;
	return kind === "absolute" || worseSign({ direction }) === -1;
}
/** The bad way of a metric. */
const worsening = (sign) => sign === 1 ? "rise" : "drop";
/** The hypothesis of a limit on a change. @param forbidden what is ruled out by a pass */
function changeHypothesis(limitSign, forbidden) {
	return (limit, metric, baseline) => {
		if (baseline === null) return { refusal: "The baseline has no value to compare with." };
		const margin = limit.kind === "relative" ? limit.value * Math.abs(baseline.value) : limit.value;
		if (!(margin >= 0) || !Number.isFinite(margin)) return { refusal: `A limit of ${margin} is not a size of change.` };
		if (limit.kind === "relative" && limit.value > 0 && margin === 0) return { refusal: "A limit relative to the baseline has no size, since the baseline is 0: give an absolute limit." };
		const sign = worseSign(metric);
		const shown = sign * limitSign * margin;
		const boundary = sign * (metric.scale === "log" ? Math.log1p(shown / baseline.value) : shown);
		const size = formatMargin(margin, metric.unit);
		if (!Number.isFinite(boundary)) return { refusal: `A change of ${size} is beyond all values that the metric can take.` };
		return {
			estimand: "delta",
			sign,
			margin,
			forbidden: forbidden(size, sign),
			boundary: boundary === 0 ? 0 : boundary,
			tolerance: Math.abs(boundary)
		};
	};
}

// src/core/decide/rules/max-drop.ts
/** The candidate may be worse by less than the limit: a non-inferiority margin. */
const MAX_DROP = {
	...CHANGE,
	name: "max_drop",
	key: "max_drop",
	scope: "metric",
	limitSign: 1,
	description: "The candidate may be worse by less than this.",
	flag: "largest drop allowed, such as mmlu/acc=2pp",
	allowsEverything: allowsAnyDrop,
	hypothesis: changeHypothesis(1, (size, sign) => `a ${worsening(sign)} of more than ${size}`),
	limitPhrase: ({ direction, against }) => [`may ${worsening(direction === null ? -1 : worseSign({ direction }))}`, against === void 0 ? "" : ` since the ${against}`],
	outcomePhrase: (holds, { direction, delta }) => {
		const sign = direction === null ? -1 : worseSign({ direction });
		if (!holds) return ["more than the allowed", ""];
		return delta !== null && sign * delta.value > 0 ? [`within the allowed ${worsening(sign)} of`, ""] : [`and a ${worsening(sign)} of more than`, " is ruled out"];
	},
	questionPhrase: "got worse by more than"
};

// src/core/decide/rules/min-gain.ts
/** The candidate must be better by at least the limit. */
const MIN_GAIN = {
	...CHANGE,
	name: "min_gain",
	key: "min_gain",
	scope: "metric",
	limitSign: -1,
	description: "The candidate must be better by at least this.",
	flag: "smallest gain wanted, such as tickets/exact_match=1pp",
	allowsEverything: () => false,
	hypothesis: changeHypothesis(-1, (size, sign) => `a ${sign === -1 ? "gain" : "reduction"} of less than ${size}`),
	limitPhrase: () => ["must gain", ""],
	outcomePhrase: (holds) => [holds ? "at least the required gain of" : "short of the required gain of", ""],
	questionPhrase: "gained the required"
};

// src/core/stats/random.ts
/**
* Mulberry32 (Tommy Ettinger, public domain): uniform numbers in [0, 1) from a 32-bit seed, the same stream on every
* machine. Its period of 2³² is long enough for 10⁵ resamples of 10⁴ samples, not for more.
*/
function mulberry32(seed) {
	let state = seed >>> 0;
	return () => {
		state = state + 1831565813 >>> 0;
		let mixed = Math.imul(state ^ state >>> 15, state | 1);
		mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
		return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
	};
}
/** A 32-bit seed from texts in their order (FNV-1a over UTF-16 units), so that the same data are resampled alike. */
function seedOf(texts) {
	let hash = 2166136261;
	for (const text of texts) {
		for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
		hash = Math.imul(hash ^ 65536, 16777619);
	}
	return hash >>> 0;
}

// src/core/stats/special/newton.ts
/**
* Where a log-concave distribution function reaches `probability`, by Newton's method on its logarithm.
*
* A tangent of a concave function lies above it, so one step from anywhere lands left of the root, and from there every
* step approaches it without passing: no bracket is needed. The normal distribution and the logit of a Beta variable
* are log-concave.
*/
function quantileOfLogConcave(probability, start, at) {
	const target = Math.log(probability);
	let x = start;
	let { value, slope } = at(x);
	for (let iteration = 0; iteration < 200; iteration += 1) {
		let step = (target - Math.log(value)) * value / slope;
		({value, slope} = at(x + step));
		while (value === 0) {
			step /= 2;
			({value, slope} = at(x + step));
		}
		x += step;
		if (Math.abs(step) <= 1e-9 * Math.max(1, Math.abs(x))) return x;
	}
	throw new Error(`no quantile found for probability ${probability}`);
}

// src/core/stats/special/normal.ts
const SQRT_TWO_PI = 2.5066282746310002;
function normalDensity(z) {
	return Math.exp(-.5 * z * z) / SQRT_TWO_PI;
}
/** Φ(z), accurate in relative terms in the lower tail as well. */
function normalCdf(z) {
	if (z > 0) return 1 - normalCdf(-z);
	if (z === -Infinity) return 0;
	return z > -2.5 ? nearCentre(z) : lowerTail(z);
}
/** Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/(3·5) + …), Marsaglia 2004, "Evaluating the normal distribution". */
function nearCentre(z) {
	let term = z;
	let sum = z;
	for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
		term *= z * z / odd;
		sum += term;
	}
	return .5 + normalDensity(z) * sum;
}
/**
* Φ(z) = φ(z) / (|z| + 1/(|z| + 2/(|z| + 3/(…)))), Laplace; evaluated backwards (DLMF 7.9.3). The relative error after many
* terms n is of the order exp(−2 |z| √(2n)); ten more serve where few would do. Measured: below 3e-16 for all z ≤ −2.5.
*/
function lowerTail(z) {
	const x = -z;
	let fraction = x;
	for (let k = 10 + Math.ceil(400 / (x * x)); k >= 1; k -= 1) fraction = x + k / fraction;
	return normalDensity(z) / fraction;
}
/** z with Φ(z) = probability, for 0 < probability < 1. */
function normalQuantile(probability) {
	if (probability > .5) return -normalQuantile(1 - probability);
	const start = -Math.sqrt(-2 * Math.log(probability));
	return quantileOfLogConcave(probability, start, (z) => ({
		value: normalCdf(z),
		slope: normalDensity(z)
	}));
}

// src/core/stats/sum.ts
function sum(values) {
	let total = 0;
	for (const value of values) total += value;
	return total;
}

// src/core/stats/bootstrap.ts
/**
* Resamples the units, with bias correction and acceleration (BCa): Efron 1987, "Better bootstrap confidence intervals".
* Under-covers with fewer than about 20 units and with heavy ties.
*
* @returns null without units, where a resample has no value, and where every resample lies on one side of the estimate, so
* that its bias is unknown
*/
function bootstrapStatistic(statistic, { resamples, seed }) {
	const { units } = statistic;
	if (units === 0) return null;
	const random = mulberry32(seed);
	const times = new Float64Array(units);
	const replicates = new Float64Array(resamples);
	for (let resample = 0; resample < resamples; resample += 1) {
		times.fill(0);
		for (let draw = 0; draw < units; draw += 1) {
			const unit = Math.floor(random() * units);
			times[unit] = (times[unit] ?? 0) + 1;
		}
		replicates[resample] = statistic.value(times);
	}
	if (!replicates.every(Number.isFinite)) return null;
	replicates.sort();
	const estimate = statistic.value(times.fill(1));
	const hair = 1e-12 * Math.max(1, Math.abs(estimate));
	const rank = (replicates.filter((replicate) => replicate < estimate - hair).length + replicates.filter((replicate) => Math.abs(replicate - estimate) <= hair).length / 2) / resamples;
	if (!(rank > 0 && rank < 1)) return null;
	const acceleration = accelerationOf(statistic);
	return Number.isFinite(acceleration) ? {
		replicates,
		bias: normalQuantile(rank),
		acceleration
	} : null;
}
/** The limit below which the unknown value lies with error `probability`. */
function bcaLimit({ replicates, bias, acceleration }, probability) {
	const shifted = bias + normalQuantile(probability);
	return quantile(replicates, normalCdf(bias + shifted / (1 - acceleration * shifted)));
}
/**
* The level at which `bcaLimit` meets the null value: the same numbers as the interval's, read the other way round. No p-value
* is below 1 / (resamples + 1), since that is all that so many draws can tell.
*/
function bcaTest({ replicates, bias, acceleration }, nullValue) {
	const least = 1 / (replicates.length + 1);
	const rank = Math.min(1 - least, Math.max(least, rankOf(replicates, nullValue)));
	const shift = normalQuantile(rank) - bias;
	const slope = 1 + acceleration * shift;
	const statistic = slope > 0 ? bias - shift / slope : -Math.sign(shift) * Infinity;
	const p = (z) => Math.min(1 - least, Math.max(least, normalCdf(z)));
	return {
		statistic: Number.isFinite(statistic) ? statistic : null,
		pGreater: p(-statistic),
		pLess: p(statistic)
	};
}
/** Skewness of the influence of single units, by the jackknife: Σu³ / 6(Σu²)^{3/2}, u = θ̄₍.₎ − θ₍ᵢ₎. */
function accelerationOf({ units, without }) {
	const values = Array.from({ length: units }, (_, unit) => without(unit));
	const centre = sum(values) / units;
	const deviations = values.map((value) => centre - value);
	const squares = sum(deviations.map((deviation) => deviation ** 2));
	return squares === 0 ? 0 : sum(deviations.map((deviation) => deviation ** 3)) / (6 * squares ** 1.5);
}
/** The quantile that interpolates between order statistics at (n − 1) q: type 7 of Hyndman & Fan 1996. */
function quantile(sorted, q) {
	const position = (sorted.length - 1) * q;
	const lower = Math.floor(position);
	const at = (index) => sorted[Math.min(index, sorted.length - 1)] ?? NaN;
	return at(lower) + (position - lower) * (at(lower + 1) - at(lower));
}
/** The q of which `value` is the quantile; in the middle of ties. */
function rankOf(sorted, value) {
	const last = sorted.length - 1;
	const below = firstIndex(sorted, (replicate) => replicate >= value);
	const above = firstIndex(sorted, (replicate) => replicate > value);
	if (above > below) return (below + above - 1) / 2 / last;
	if (below === 0) return 0;
	if (below > last) return 1;
	const [left = 0, right = 0] = [sorted[below - 1], sorted[below]];
	return (below - 1 + (value - left) / (right - left)) / last;
}
function firstIndex(sorted, holds) {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if (holds(sorted[middle] ?? 0)) high = middle;
		else low = middle + 1;
	}
	return low;
}
/**
* One number a unit whose mean is the estimate: θ̂ + (G − 1)(θ̄₍.₎ − θ₍ᵢ₎), the pseudo-values of Quenouille and Tukey moved to
* the estimate. Student's t on them has the jackknife's standard error √((G−1)/G · Σ(θ₍ᵢ₎ − θ̄₍.₎)²); for a mean they are the
* values themselves. Efron & Stein 1981. Assumes that the statistic is smooth.
*/
function pseudoValues({ units, without }, estimate) {
	const left = Array.from({ length: units }, (_, unit) => without(unit));
	const centre = sum(left) / units;
	return left.map((value) => estimate + (units - 1) * (centre - value));
}

// src/core/stats/special/gamma.ts
/**
* δ(x) = ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π] for x > 0, to about 1e-15 absolute.
*
* Working with δ instead of ln Γ keeps ratios of large Gammas exact, because the large terms cancel on paper and not
* in floating point (Loader 2000, "Fast and accurate computation of binomial probabilities"). Small x is carried up by
* δ(x) − δ(x + 1) = (x + ½) ln(1 + 1/x) − 1 to where Stirling's series (DLMF 5.11.1) has converged.
*/
function stirlingError(x) {
	let carried = 0;
	let y = x;
	for (; y < 16; y += 1) carried += (y + .5) * Math.log1p(1 / y) - 1;
	const w = 1 / (y * y);
	return carried + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - w / 1188) * w) * w) * w) / y;
}

// src/core/stats/special/beta.ts
/** I_x(a, b) and its complement for a, b > 0. */
function betaTails(point, a, b) {
	const { x, complement } = point;
	if (x <= 0) return {
		lower: 0,
		upper: 1
	};
	if (complement <= 0) return {
		lower: 1,
		upper: 0
	};
	const kernel = betaKernel(point, a, b);
	if (x < (a + 1) / (a + b + 2)) {
		const lower = kernel / a * continuedFraction(x, a, b);
		return {
			lower,
			upper: 1 - lower
		};
	}
	const upper = kernel / b * continuedFraction(complement, b, a);
	return {
		lower: 1 - upper,
		upper
	};
}
/** x with I_x(a, b) = probability, for 0 < probability < 1 and a, b ≥ ½. */
function betaQuantile(probability, a, b) {
	return pointAt(betaLogitQuantile(probability, a, b)).x;
}
/** ln(x / (1 − x)) of the quantile: the logit keeps both x and 1 − x exact. */
function betaLogitQuantile(probability, a, b) {
	if (probability > betaTails(pointAt(Math.log(a / b)), a, b).lower) return -lowerHalf(1 - probability, b, a);
	return lowerHalf(probability, a, b);
}
/** In logits the density of Beta(a, b) is the kernel itself, and its distribution function is log-concave. */
function lowerHalf(probability, a, b) {
	return quantileOfLogConcave(probability, Math.log(a / b), (logit) => {
		const point = pointAt(logit);
		return {
			value: betaTails(point, a, b).lower,
			slope: betaKernel(point, a, b)
		};
	});
}
function pointAt(logit) {
	return {
		x: 1 / (1 + Math.exp(-logit)),
		complement: 1 / (1 + Math.exp(logit))
	};
}
/**
* x^a (1 − x)^b / B(a, b), by its distance from the mean p = a / (a + b):
* ln = a ln(x/p) + b ln((1−x)/(1−p)) + ½ ln(ab / 2π(a+b)) + δ(a+b) − δ(a) − δ(b).
* The first-order terms of the two logarithms cancel exactly, so they are left out of both.
*/
function betaKernel({ x, complement }, a, b) {
	const total = a + b;
	const offset = x < complement ? x - a / total : b / total - complement;
	const exponent = a * logMinusLinear(offset * total / a) + b * logMinusLinear(-offset * total / b) + .5 * Math.log(a / total * (b / (2 * Math.PI))) + (stirlingError(total) - stirlingError(a) - stirlingError(b));
	return Math.exp(exponent);
}
/** ln(1 + u) − u without cancellation: with r = u / (2 + u), it is −ur + 2(r³/3 + r⁵/5 + …). */
function logMinusLinear(u) {
	if (Math.abs(u) > .2) return Math.log1p(u) - u;
	const r = u / (2 + u);
	let power = 2 * r * r * r;
	let sum = 0;
	for (let odd = 3; Math.abs(power) > 1e-18 * Math.abs(sum); odd += 2) {
		sum += power / odd;
		power *= r * r;
	}
	return sum - u * r;
}
/** 1/(1 + d₁/(1 + d₂/(1 + …))) of DLMF 8.17.22, by the modified Lentz method (Thompson & Barnett 1986). */
function continuedFraction(x, a, b) {
	const tiny = 1e-300;
	const away = (value) => Math.abs(value) < tiny ? tiny : value;
	let c = 1;
	let d = 1 / away(1 - (a + b) * x / (a + 1));
	let fraction = d;
	for (let m = 1; m < 1e5; m += 1) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		fraction *= c * d;
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		fraction *= c * d;
		if (Math.abs(c * d - 1) < 1e-15) return fraction;
	}
	throw new Error(`the incomplete beta function did not converge at x = ${x}, a = ${a}, b = ${b}`);
}

// src/core/stats/clopper-pearson.ts
/**
* One-sided exact limits of a rate with `events` among `n` independent samples, each with error at most `alpha`.
* Clopper & Pearson 1934. Guaranteed at any n; without events the upper limit is 1 − α^(1/n), about 3/n at 5 %.
*/
function clopperPearsonUpper(events, n, alpha) {
	if (events >= n) return 1;
	if (events === 0) return -Math.expm1(Math.log(alpha) / n);
	return betaQuantile(1 - alpha, events + 1, n - events);
}
function clopperPearsonLower(events, n, alpha) {
	if (events <= 0) return 0;
	if (events === n) return Math.exp(Math.log(alpha) / n);
	return betaQuantile(alpha, events, n - events + 1);
}

// src/core/stats/combined.ts
/**
* Σ w_j θ_j. Its limits recover variances from the limits of each term: Σ w_j θ̂_j ∓ √Σ (w_j (θ̂_j − limit_j))², the limit of
* each on the side that matters. Zou & Donner 2008, "Construction of confidence limits about effect measures" (MOVER), of
* which Newcombe's square-and-add is the case of two rates. Every term keeps the method that fits it, so that a term in
* which nothing flipped is uncertain here too.
*
* Terms of one source are correlated in an unknown way: their distances are added, the most that any correlation allows.
*/
function limitsOfSum(terms) {
	const value = sum(terms.map((term) => term.weight * term.value));
	const distance = (alpha, end) => {
		const bySource = /* @__PURE__ */ new Map();
		for (const { source, weight, value: own, limits } of terms) {
			const limit = limits[weight > 0 === (end === "lower") ? "lower" : "upper"](alpha);
			bySource.set(source, (bySource.get(source) ?? 0) + Math.abs(weight * (own - limit)));
		}
		return Math.sqrt(sum([...bySource.values()].map((each) => each ** 2)));
	};
	return {
		lower: (alpha) => value - distance(alpha, "lower"),
		upper: (alpha) => value + distance(alpha, "upper")
	};
}
/**
* The least of several unknown numbers. That it is greater than something must be proven of each (an intersection-union test:
* no correction); that it is less, of any one (Bonferroni).
*/
function limitsOfLeast(of) {
	return {
		lower: (alpha) => Math.min(...of.map((limits) => limits.lower(alpha))),
		upper: (alpha) => Math.min(...of.map((limits) => limits.upper(alpha / of.length)))
	};
}
/** The same limits, each level worked out once: sums over many sets of terms ask for the same again and again. */
function remembered({ lower, upper }) {
	const once = (limit) => {
		const known = /* @__PURE__ */ new Map();
		return (alpha) => {
			const found = known.get(alpha) ?? limit(alpha);
			known.set(alpha, found);
			return found;
		};
	};
	return {
		lower: once(lower),
		upper: once(upper)
	};
}
/** Levels beyond which nothing is told apart; a p-value is never smaller. */
const LEAST_LEVEL = 1e-9;
/** The levels at which the limits meet the null value; ½ where a limit does not pass it at any level. */
function testByLimits({ lower, upper }, nullValue) {
	const pGreater = firstLevel((alpha) => lower(alpha) > nullValue);
	const pLess = firstLevel((alpha) => upper(alpha) < nullValue);
	const statistic = pGreater <= pLess ? -normalQuantile(pGreater) : normalQuantile(pLess);
	return {
		statistic: statistic === 0 ? 0 : statistic,
		pGreater: pLess < .5 ? 1 - pLess : pGreater,
		pLess: pGreater < .5 ? 1 - pGreater : pLess
	};
}
/** By bisection of the logarithm: what holds at a level holds at every greater one. */
function firstLevel(holds) {
	let [low, high] = [LEAST_LEVEL, .5];
	if (!holds(high)) return .5;
	if (holds(low)) return low;
	for (let step = 0; step < 30; step += 1) {
		const middle = Math.sqrt(low * high);
		if (holds(middle)) high = middle;
		else low = middle;
	}
	return high;
}
/**
* What a random sample says of the finite list that it was drawn from: every limit lies nearer by √(1 − n/N), so that nothing is
* left open when all were seen. Cochran 1977, "Sampling techniques", 2.6; on score tests the same as dividing z by that factor.
* @param share n/N, at most 1
*/
function limitsOfFinitePopulation({ lower, upper }, share) {
	const level = (alpha) => normalCdf(normalQuantile(alpha) * Math.sqrt(1 - share));
	return {
		lower: (alpha) => lower(level(alpha)),
		upper: (alpha) => upper(level(alpha))
	};
}

// src/core/stats/special/student-t.ts
/** P(T ≤ t) for Student's t with `df` > 0 degrees of freedom (DLMF 8.17; df may be fractional). */
function studentCdf(t, df) {
	if (t > 0) return 1 - studentCdf(-t, df);
	if (t === -Infinity) return 0;
	const square = t * t;
	const point = {
		x: df / (df + square),
		complement: square / (df + square)
	};
	return betaTails(point, df / 2, .5).lower / 2;
}
/** t with P(T ≤ t) = probability, for 0 < probability < 1. */
function studentQuantile(probability, df) {
	if (probability === .5) return 0;
	if (probability > .5) return -studentQuantile(1 - probability, df);
	return -Math.sqrt(df) * Math.exp(-betaLogitQuantile(2 * probability, df / 2, .5) / 2);
}

// src/core/stats/student.ts
/** Mean and spread of values that come one by one: three numbers of memory, however many there are. Welford 1962. */
var RunningMean = class {
	#count = 0;
	#mean = 0;
	#squares = 0;
	add(value) {
		this.#count += 1;
		const before = value - this.#mean;
		this.#mean += before / this.#count;
		this.#squares += before * (value - this.#mean);
	}
	/** Of two values or more. */
	get estimate() {
		const n = this.#count;
		return {
			value: this.#mean,
			stderr: Math.sqrt(this.#squares / (n - 1) / n),
			df: n - 1
		};
	}
};
/**
* Mean of n ≥ 2 independent values with SE = √(Σ(x − x̄)² / (n − 1) / n) and n − 1 degrees of freedom. Student 1908.
* On paired differences this is the paired t-test. Assumes that the mean is nearly normal, which few and very unequal
* values break.
*/
function studentMean(values) {
	const running = new RunningMean();
	for (const value of values) running.add(value);
	return running.estimate;
}
/** value ± t(1 − alpha, df) · stderr: each side has error `alpha`. */
function studentInterval({ value, stderr, df }, alpha) {
	const half = studentQuantile(1 - alpha, df) * stderr;
	return {
		low: value - half,
		high: value + half
	};
}
/** (value − null) / stderr; infinite or 0 where the standard error is 0. */
function studentStatistic({ value, stderr }, nullValue) {
	const distance = value - nullValue;
	if (stderr > 0) return distance / stderr;
	return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}

// src/core/stats/skewed.ts
/** @param values gone through twice: cubes are taken about the mean */
function skewedMean(values) {
	const estimate = studentMean(values);
	const { value, stderr, df } = estimate;
	const spread = stderr * Math.sqrt(df + 1);
	let cubes = 0;
	for (const each of values) cubes += ((each - value) / spread) ** 3;
	return {
		...estimate,
		skewness: Number.isFinite(cubes) ? cubes / (df + 1) : 0
	};
}
/**
* Student's statistic freed of its skewness by a transformation that is monotone, so that it can be turned round into an
* interval: t = √n x becomes √n (((1 + γx/3)³ − 1) / γ + γ / 6n). Hall 1992, "On the removal of skewness by transformation".
* Values that are not skewed give Student's t.
*/
function skewedStatistic(estimate, nullValue) {
	const t = studentStatistic(estimate, nullValue);
	if (!Number.isFinite(t)) return t;
	const { skewness, df } = estimate;
	const n = df + 1;
	const w = skewness * t / Math.sqrt(n);
	return t * (1 + w / 3 + w ** 2 / 27) + skewness / (6 * Math.sqrt(n));
}
/** The values that the statistic does not rule out; each side has error `alpha`. */
function skewedInterval(estimate, alpha) {
	const { value, stderr, df, skewness } = estimate;
	const n = df + 1;
	const quantile = studentQuantile(1 - alpha, df) / Math.sqrt(n);
	const distance = (y) => {
		const root = Math.cbrt(1 + skewness * y);
		return 3 * y * stderr * Math.sqrt(n) / (root ** 2 + root + 1);
	};
	const shift = skewness / (6 * n);
	return {
		low: value - distance(quantile - shift),
		high: value - distance(-quantile - shift)
	};
}

// src/core/stats/special/binomial.ts
/** P(X ≤ k) for X ~ Binomial(n, p): I_{1−p}(n − k, k + 1). Continuous in k, for what-if counts. */
function binomialAtMost(k, n, p) {
	if (k < 0) return 0;
	if (k >= n) return 1;
	return betaTails({
		x: 1 - p,
		complement: p
	}, n - k, k + 1).lower;
}
/** P(X ≥ k) for X ~ Binomial(n, p): I_p(k, n − k + 1). Continuous in k. */
function binomialAtLeast(k, n, p) {
	if (k <= 0) return 1;
	if (k > n) return 0;
	return betaTails({
		x: p,
		complement: 1 - p
	}, k, n - k + 1).lower;
}
/** P(X = k) for integer 0 ≤ k ≤ n and 0 < p < 1. */
function binomialExactly(k, n, p) {
	if (k === 0) return Math.exp(n * Math.log1p(-p));
	if (k === n) return Math.exp(n * Math.log(p));
	return betaKernel({
		x: p,
		complement: 1 - p
	}, k, n - k) * n / (k * (n - k));
}

// src/core/stats/interval.ts
/** Where `decreasing` crosses zero in (low, high), by bisection down to neighbouring doubles. */
function rootOfDecreasing(decreasing, low, high) {
	let left = low;
	let right = high;
	for (;;) {
		const middle = left + (right - left) / 2;
		if (middle <= left || middle >= right) return middle;
		if (decreasing(middle) > 0) left = middle;
		else right = middle;
	}
}

// src/core/stats/tango.ts
/**
* Tango's score statistic for H₀: P(candidate is 1) − P(baseline is 1) = `delta0`, −1 < delta0 < 1.
*
* z = (rose − fell − n δ₀) / √(n (2q + δ₀(1 − δ₀))), where q is the probability of a pair that fell, estimated
* under H₀: the larger root of 2n q² + B q + C = 0. Positive when the delta lies above δ₀; decreasing
* in δ₀; at δ₀ = 0 it is McNemar's z. Without any discordant pair it stays finite, √(n·m / (1 − m)) at δ₀ = −m, so that
* a handful of identical answers proves little and many prove much.
*
* Assumes independent pairs. One-sided error at the margin is at most 5.5 % for n ≥ 30 at nominal 5 %.
* Tango 1998, "Equivalence test and confidence interval for the difference in proportions for the paired-sample design".
*/
function tangoZ({ rose, fell, pairs }, delta0) {
	const a = 2 * pairs;
	const b = -rose - fell + (a - rose + fell) * delta0;
	const c = -fell * delta0 * (1 - delta0);
	const variance = pairs * (2 * (((c === 0 ? Math.abs(b) : Math.sqrt(Math.max(b * b - 4 * a * c, 0))) - b) / (2 * a)) + delta0 * (1 - delta0));
	const distance = rose - fell - pairs * delta0;
	if (variance <= 0) return distance === 0 ? 0 : Math.sign(distance) * Infinity;
	return distance / Math.sqrt(variance);
}
/** All δ₀ that the score test does not reject at critical value `z` on either side. */
function tangoInterval(counts, z) {
	const { rose, fell, pairs } = counts;
	return {
		low: fell === pairs ? -1 : rootOfDecreasing((delta) => tangoZ(counts, delta) - z, -1, 1),
		high: rose === pairs ? 1 : rootOfDecreasing((delta) => tangoZ(counts, delta) + z, -1, 1)
	};
}

// src/core/stats/unpaired.ts
/**
* candidate − baseline from two values with their standard errors alone: SE = √(se_b² + se_c² − 2ρ se_b se_c).
*
* Weak evidence. Where the same questions were asked, ρ is positive and unknown without the samples; 0 is the careful
* choice, and costs three quarters of the power.
*/
function unpairedDifference(baseline, candidate, correlation = 0) {
	const covariance = correlation * baseline.stderr * candidate.stderr;
	return {
		value: candidate.value - baseline.value,
		stderr: Math.sqrt(baseline.stderr ** 2 + candidate.stderr ** 2 - 2 * covariance)
	};
}
/** The value that is exceeded with probability 1 − `probability`. */
function normalLimit({ value, stderr }, probability) {
	return value + normalQuantile(probability) * stderr;
}

// src/core/stats/inference.ts
function testAgainst(inference, nullValue) {
	switch (inference.kind) {
		case "tango": {
			if (nullValue <= -1) return {
				statistic: null,
				pGreater: 0,
				pLess: 1
			};
			if (nullValue >= 1) return {
				statistic: null,
				pGreater: 1,
				pLess: 0
			};
			const z = tangoZ(inference.counts, nullValue);
			return {
				statistic: z,
				pGreater: normalCdf(-z),
				pLess: normalCdf(z)
			};
		}
		case "student": return testOfStudent(studentStatistic(inference.estimate, nullValue), inference.estimate);
		case "skewed": return testOfStudent(skewedStatistic(inference.estimate, nullValue), inference.estimate);
		case "binomial": {
			const { events, n } = inference;
			if (nullValue < 0) return {
				statistic: null,
				pGreater: 0,
				pLess: 1
			};
			if (nullValue > 1) return {
				statistic: null,
				pGreater: 1,
				pLess: 0
			};
			return {
				statistic: null,
				pGreater: binomialAtLeast(events, n, nullValue),
				pLess: binomialAtMost(events, n, nullValue)
			};
		}
		case "normal": {
			const z = (inference.estimate.value - nullValue) / inference.estimate.stderr;
			return {
				statistic: z,
				pGreater: normalCdf(-z),
				pLess: normalCdf(z)
			};
		}
		case "bootstrap": return bcaTest(inference.bootstrap, nullValue);
		case "limits": return testByLimits(inference.limits, nullValue);
		case "negated": {
			const { statistic, pGreater, pLess } = testAgainst(inference.of, 0 - nullValue);
			return {
				statistic: statistic === null ? null : -statistic,
				pGreater: pLess,
				pLess: pGreater
			};
		}
		case "each": return weakestOf(inference.of.map((each) => testAgainst(each, nullValue)));
		default: return assertNever(inference);
	}
}
const testOfStudent = (t, { df }) => ({
	statistic: t,
	pGreater: studentCdf(-t, df),
	pLess: studentCdf(t, df)
});
/** What all tests have shown: each side's greatest p-value, and the statistic that is nearest to 0. */
function weakestOf(tests) {
	const statistics = tests.flatMap(({ statistic }) => statistic ?? []);
	return {
		statistic: statistics.length === 0 ? null : statistics.reduce((least, each) => Math.abs(each) < Math.abs(least) ? each : least),
		pGreater: Math.max(...tests.map(({ pGreater }) => pGreater)),
		pLess: Math.max(...tests.map(({ pLess }) => pLess))
	};
}
/** Lower limit with one-sided error `alpha`. */
function lowerLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).low;
		case "student": return studentInterval(inference.estimate, alpha).low;
		case "skewed": return skewedInterval(inference.estimate, alpha).low;
		case "binomial": return clopperPearsonLower(inference.events, inference.n, alpha);
		case "normal": return normalLimit(inference.estimate, alpha);
		case "bootstrap": return bcaLimit(inference.bootstrap, alpha);
		case "limits": return inference.limits.lower(alpha);
		case "negated": return -upperLimit(inference.of, alpha);
		case "each": return Math.min(...inference.of.map((each) => lowerLimit(each, alpha)));
		default: return assertNever(inference);
	}
}
/** Upper limit with one-sided error `alpha`. */
function upperLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).high;
		case "student": return studentInterval(inference.estimate, alpha).high;
		case "skewed": return skewedInterval(inference.estimate, alpha).high;
		case "binomial": return clopperPearsonUpper(inference.events, inference.n, alpha);
		case "normal": return normalLimit(inference.estimate, 1 - alpha);
		case "bootstrap": return bcaLimit(inference.bootstrap, 1 - alpha);
		case "limits": return inference.limits.upper(alpha);
		case "negated": return -lowerLimit(inference.of, alpha);
		case "each": return Math.max(...inference.of.map((each) => upperLimit(each, alpha)));
		default: return assertNever(inference);
	}
}

// src/core/stats/ratio.ts
const addParts = (left, right) => ({
	numerator: left.numerator + right.numerator,
	denominator: left.denominator + right.denominator
});
const addPairs = (left, right) => ({
	baseline: addParts(left.baseline, right.baseline),
	candidate: addParts(left.candidate, right.candidate)
});
/** R = Σ numerator / Σ denominator. */
function ratioOfSums(parts) {
	const { numerator, denominator } = totalOf(parts);
	return numerator / denominator;
}
/**
* R as the mean of one number a unit, θ + G · e_g with Σ e = 0: to first order unit g moves R by e_g = (u_g − R v_g) / Σv.
* Student's mean of them has the standard error of R. Cochran 1977, "Sampling techniques", 6.4. Assumes Σv is far from 0 and
* varies little.
*/
function ratioValues(units) {
	const total = totalOf(units);
	const theta = total.numerator / total.denominator;
	return mapped(units, (part) => theta + units.count * influence(part, total));
}
/** R(candidate) − R(baseline) on the same samples, likewise: the influences of the two sides subtract. */
function ratioDifferenceValues(units) {
	const nothing = {
		numerator: 0,
		denominator: 0
	};
	let total = {
		baseline: nothing,
		candidate: nothing
	};
	for (const pair of units) total = addPairs(total, pair);
	const { baseline, candidate } = total;
	const theta = candidate.numerator / candidate.denominator - baseline.numerator / baseline.denominator;
	return mapped(units, (pair) => theta + units.count * (influence(pair.candidate, candidate) - influence(pair.baseline, baseline)));
}
const influence = ({ numerator, denominator }, total) => (numerator - total.numerator / total.denominator * denominator) / total.denominator;
function totalOf(parts) {
	let [numerator, denominator] = [0, 0];
	for (const part of parts) {
		numerator += part.numerator;
		denominator += part.denominator;
	}
	return {
		numerator,
		denominator
	};
}
const mapped = (items, map) => ({ *[Symbol.iterator]() {
	for (const item of items) yield map(item);
} });

// src/core/stats/clustered.ts
/**
* Sums the samples of every cluster, each in the place of its first sample.
*
* A ratio of sums over samples is one over units, and so is its influence: a cluster's Σ e_i is the e of its sums. That gives
* CR1 of Liang & Zeger 1986, √(G/(G−1) · Σ_g (Σ_{i∈g} e_i)²) with G − 1 degrees of freedom; Miller 2024, "Adding error bars to
* evals", is the same without the small-sample factor. Clusters of one sample give the ordinary standard error.
*
* @param read null for a sample that does not count
* @param clusterOf null for a sample that is a unit of its own
*/
function sumClusters(samples, read, clusterOf, add) {
	const sums = /* @__PURE__ */ new Map();
	let alone = 0;
	let counted = 0;
	for (const sample of samples) {
		const reading = read(sample);
		if (reading === null) continue;
		counted += 1;
		const cluster = clusterOf(sample);
		if (cluster === null) {
			alone += 1;
			continue;
		}
		const earlier = sums.get(cluster);
		sums.set(cluster, earlier === void 0 ? reading : add(earlier, reading));
	}
	return {
		count: alone + sums.size,
		samples: counted,
		*[Symbol.iterator]() {
			if (alone === 0) {
				yield* sums.values();
				return;
			}
			const clusters = sums.entries();
			let next = clusters.next();
			for (const sample of samples) {
				const reading = read(sample);
				if (reading === null) continue;
				const cluster = clusterOf(sample);
				if (cluster === null) yield reading;
				else if (!next.done && next.value[0] === cluster) {
					yield next.value[1];
					next = clusters.next();
				}
			}
		}
	};
}

// src/core/compare/clusters.ts
/** Readings summed by cluster; those that are null are left out. */
function unitsOf(scores, read, add) {
	return sumClusters(scores, read, ({ cluster }) => cluster, add);
}
/** Readings by cluster, in the order of samples, for what no sum can stand for; those that are null are left out. */
function clustersOf(scores, read) {
	const clusters = [];
	const named = /* @__PURE__ */ new Map();
	for (const score of scores) {
		const reading = read(score);
		if (reading === null) continue;
		const cluster = score.cluster === null ? void 0 : named.get(score.cluster);
		if (cluster !== void 0) {
			cluster.push(reading);
			continue;
		}
		const first = [reading];
		clusters.push(first);
		if (score.cluster !== null) named.set(score.cluster, first);
	}
	return clusters;
}
/** Units that differ from the most common value, below which they are too few. */
const FEWEST_DIFFERING = 10;
/**
* Fewer than ten units that differ from the most common value do not make a normal mean (the old "at least ten of each"
* rule). Such data get one more unit, at the worst possible value: when all n are alike this bounds the mean to within
* 2.6 R/(n + 1) of them, R being the range, as Tango's test and the rule of three do for rates.
*/
function isSparse(unitValues) {
	const counts = /* @__PURE__ */ new Map();
	let units = 0;
	for (const value of unitValues) {
		units += 1;
		counts.set(value, (counts.get(value) ?? 0) + 1);
		if (counts.size > FEWEST_DIFFERING) return false;
	}
	const commonest = Math.max(0, ...counts.values());
	return commonest > 1 && units - commonest < FEWEST_DIFFERING;
}

// src/core/stats/low-absolute.ts
/**
* An estimate of |μ| that on average is too low, whatever μ is, from one x that is normal about μ with a known standard
* error; |x| itself is too high. Is x split into x + σZ and x − σZ (two halves of the samples, independent of each other), the
* sign of the one times the other has the mean μ · E sign ≤ |μ|; this is its mean over all splits, x(2Φ(x/σ) − 1) − 2σφ(x/σ).
* Rasines & Young 2023, "Splitting strategies for post-selection inference".
*/
function lowAbsolute(x, stderr) {
	if (stderr === 0) return Math.abs(x);
	const z = x / stderr;
	return x * (2 * normalCdf(z) - 1) - 2 * stderr * normalDensity(z);
}

// src/core/compare/calibration-error.ts
/** Standard errors from 0 at which the sign of a gap is taken as known. */
const CLEAR = 1.5;
/**
* Limits of a calibration error, or of its change, that hold in spite of its bias. Chance gaps raise every |gap|, most in the
* better calibrated side, so that a rise looks smaller than it is, and resampling raises them once more. So each limit
* starts from an estimate that errs, on average, on its own side only. Of a rise, upwards:
*
* - by the change: with one sign s a bin for both sides, |c| − |b| ≤ s(c − b) if s is the sign of c, and ≤ |c − b| always. s
*   is the sign of c where that is clear, else that of the change. Sharp where little changed.
* - by the sides: |c| as it is, which is too high, less an estimate of |b| that is too low. Sharp where much changed.
*
* Downwards the sides swap places. The better of the two counts, each at half the level (Bonferroni). Signs once chosen make
* the number a ratio of sums, of which this is Student's t. Assumes that a bin's gap is nearly normal.
*
* @param units samples by cluster, each with the sides in question: the baseline's first, the candidate's last
* @param extremes one more unit of the worst value at either end, where hardly any differ
*/
function limitsOfCalibrationError(units, extremes) {
	const own = gapsOf(units.map((unit) => unit.flatMap((sides) => sides.at(-1) ?? [])));
	const other = units.some((unit) => unit.some((sides) => sides.length === 2)) ? gapsOf(units.map((unit) => unit.flatMap((sides) => sides[0] ?? []))) : null;
	const estimate = (end, ownSigns, otherSigns = ownSigns) => {
		const values = valuesOf(units, ownSigns, otherSigns);
		return studentMean(extremes === null ? values : [...values, extremes[end]]);
	};
	const plain = (end, shift) => {
		const { value, ...rest } = estimate(end, own.gap.map(signOf), other?.gap.map(signOf));
		return {
			...rest,
			value: value + shift
		};
	};
	if (other === null) {
		const [low, high] = [plain("low", -excessOf(own)), plain("high", 0)];
		return remembered({
			lower: (alpha) => studentInterval(low, alpha).low,
			upper: (alpha) => studentInterval(high, alpha).high
		});
	}
	const lows = [estimate("low", signsOf(other, own)), plain("low", -excessOf(own))];
	const highs = [estimate("high", signsOf(own, other)), plain("high", excessOf(other))];
	return remembered({
		lower: (alpha) => Math.max(...lows.map((low) => studentInterval(low, alpha / 2).low)),
		upper: (alpha) => Math.min(...highs.map((high) => studentInterval(high, alpha / 2).high))
	});
}
const signOf = (gap) => gap >= 0 ? 1 : -1;
/** With which Σ s(gap of one − gap of another) is at least Σ |gap of one| − |gap of another|, on average. */
const signsOf = ({ gap, stderr }, other) => gap.map((each, bin) => {
	const isClear = Math.abs(each) > CLEAR * (stderr[bin] ?? Infinity);
	return signOf(isClear ? each : each - (other.gap[bin] ?? 0));
});
/** By how much the plain sum of absolute gaps is above one that is too low on average. */
const excessOf = ({ gap, stderr }) => sum(gap.map((each, bin) => Math.abs(each) - lowAbsolute(each, stderr[bin] ?? 0)));
function gapsOf(units) {
	const gap = new Array(15).fill(0);
	const seen = [...gap];
	const expected = [...gap];
	for (const unit of units) {
		const inUnit = /* @__PURE__ */ new Map();
		for (const part of unit) {
			const [confidence = NaN] = part.parts ?? [];
			const bin = calibrationBinOf(confidence);
			inUnit.set(bin, (inUnit.get(bin) ?? 0) + gapOf(part));
			expected[bin] = (expected[bin] ?? 0) + part.denominator ** 2 * confidence * (1 - confidence);
		}
		for (const [bin, own] of inUnit) {
			gap[bin] = (gap[bin] ?? 0) + own;
			seen[bin] = (seen[bin] ?? 0) + own ** 2;
		}
	}
	const total = sum(units.flat().map(({ denominator }) => denominator));
	return {
		gap: gap.map((each) => each / total),
		stderr: seen.map((each, bin) => Math.sqrt(Math.max(each, expected[bin] ?? 0)) / total)
	};
}
/** One number a unit, the mean of which is Σ sign · gap of the own side, less that of the other side if there is one. */
function valuesOf(units, own, other) {
	const signed = (part, signs) => {
		if (part === void 0) throw new Error("a sample without a side");
		return {
			numerator: (signs[calibrationBinOf(part.parts?.[0] ?? NaN)] ?? NaN) * gapOf(part),
			denominator: part.denominator
		};
	};
	return [...units.some((unit) => unit.some((sides) => sides.length === 1)) ? ratioValues(summed(units, ([part]) => signed(part, own), addParts)) : ratioDifferenceValues(summed(units, ([baseline, candidate]) => ({
		baseline: signed(baseline, other),
		candidate: signed(candidate, own)
	}), addPairs))];
}
function summed(units, read, add) {
	const sums = units.map((unit) => unit.map(read).reduce(add));
	return sumClusters(sums, (each) => each, () => null, add);
}
/** right − confidence, weighted. */
const gapOf = ({ parts: [confidence = NaN, right = NaN] = [], denominator }) => denominator * (right - confidence);

// src/core/compare/estimand.ts
/** candidate − baseline. */
const DELTA = {
	read: ({ baseline, candidate }) => baseline === null || candidate === null ? null : {
		baseline,
		candidate
	},
	fill: ({ baseline, candidate }, own, other) => ({
		baseline: baseline ?? other,
		candidate: candidate ?? own
	}),
	parts: ({ baseline, candidate }) => [baseline, candidate],
	add: addPairs,
	values: ratioDifferenceValues,
	unitValue: ({ baseline, candidate }) => ratioOfSums([candidate]) - ratioOfSums([baseline]),
	extremes: ({ low, high }) => ({
		low: low - high,
		high: high - low
	}),
	exact: {
		method: "tango",
		infer: (readings) => {
			const counts = countMoves(readings);
			const { rose, fell, pairs } = counts;
			return {
				value: (rose - fell) / pairs,
				inference: {
					kind: "tango",
					counts
				}
			};
		}
	}
};
/** The candidate's own value. */
const CANDIDATE = {
	read: ({ candidate }) => candidate,
	fill: ({ candidate }, own) => candidate ?? own,
	parts: (part) => [part],
	add: addParts,
	values: ratioValues,
	unitValue: (unit) => ratioOfSums([unit]),
	extremes: (bounds) => bounds,
	exact: {
		method: "clopper-pearson",
		infer: (readings) => {
			let [events, n] = [0, 0];
			for (const { numerator } of readings) {
				events += numerator;
				n += 1;
			}
			return {
				value: events / n,
				inference: {
					kind: "binomial",
					events,
					n
				}
			};
		}
	}
};
/** What the number is read from; gone through as often as is asked. */
function valuesOfEstimand(scores, { read }) {
	return { *[Symbol.iterator]() {
		for (const score of scores) {
			const reading = read(score);
			if (reading !== null) yield reading;
		}
	} };
}
/** Every score that it is read from. */
function scoredParts(scores, estimand) {
	return { *[Symbol.iterator]() {
		for (const reading of valuesOfEstimand(scores, estimand)) yield* estimand.parts(reading);
	} };
}
/** Pairs of 0/1 scores by how they changed. */
function countMoves(readings) {
	const counts = {
		rose: 0,
		fell: 0,
		pairs: 0
	};
	for (const { baseline, candidate } of readings) {
		if (candidate.numerator > baseline.numerator) counts.rose += 1;
		if (candidate.numerator < baseline.numerator) counts.fell += 1;
		counts.pairs += 1;
	}
	return counts;
}

// src/core/compare/corpus.ts
/** With as many the level of a limit is uncertain by half a point. */
const RESAMPLES = 2e3;
/** With as few independent units the bootstrap is too narrow: Student's t on jackknife values, G − 1 degrees of freedom. */
const FEW_UNITS = 20;
/** Value and jackknifed standard error of a corpus metric over the samples that `read` finds parts in; null without a value. */
function estimateCorpus(scores, declaration, read) {
	const clusters = clustersOf(scores, read);
	const side = sideOf(clusters, declaration);
	if (side === null || !Number.isFinite(side.value)) return null;
	const { stderr } = studentMean(pseudoValues(side.statistic, side.value));
	return {
		value: side.value,
		stderr: Number.isFinite(stderr) ? stderr : null,
		n: clusters.flat().length
	};
}
const known$2 = /* @__PURE__ */ new WeakMap();
/**
* What the samples say of a corpus metric: what BCa by resampling the independent units and Student's t on jackknife values
* both show, since either alone errs too often on 50 to 200 units (docs/calibration.md); the latter alone where units are few
* or hardly any of them differ; limits of its own for the calibration error. Remembered, because every gate on the metric
* asks for the same.
*/
function imputeCorpus(metric, estimand) {
	if (metric.partial) return null;
	const ofScores = known$2.get(metric.scores) ?? /* @__PURE__ */ new Map();
	known$2.set(metric.scores, ofScores);
	const found = ofScores.get(estimand);
	if (found !== void 0) return found;
	const estimate = imputeUnits(metric, estimand);
	ofScores.set(estimand, estimate);
	return estimate;
}
/** The jackknife's standard error of a corpus metric's change; null without a value. */
function stderrOfCorpusChange({ declaration, scores }) {
	return influences(scores, declaration, DELTA)?.estimate.stderr ?? null;
}
/** A corpus metric, or its change, as a function of the units, and what each of them moves it by; null without a value. */
function influences(scores, declaration, estimand) {
	const clusters = clustersOf(scores, estimand.read);
	const readings = clusters.flat();
	const [first] = readings;
	if (first === void 0 || clusters.length < 2) return null;
	const sides = estimand.parts(first).flatMap((_, side) => {
		return sideOf(clusters.map((cluster) => cluster.flatMap((reading) => estimand.parts(reading)[side] ?? [])), declaration) ?? [];
	});
	const own = sides.at(-1);
	if (own === void 0) return null;
	const other = sides.length === 2 ? sides[0] : void 0;
	const statistic = {
		units: clusters.length,
		value: (times) => own.statistic.value(times) - (other?.statistic.value(times) ?? 0),
		without: (unit) => own.statistic.without(unit) - (other?.statistic.without(unit) ?? 0)
	};
	const value = own.value - (other?.value ?? 0);
	const values = pseudoValues(statistic, value);
	if (!Number.isFinite(value) || !values.every(Number.isFinite)) return null;
	const estimate = studentMean(values);
	return {
		clusters,
		readings,
		sides,
		isChange: other !== void 0,
		statistic,
		value,
		values,
		estimate
	};
}
function imputeUnits({ declaration, scores, resamples = RESAMPLES }, estimand) {
	const found = influences(scores, declaration, estimand);
	if (found === null) return null;
	const { clusters, readings, sides, isChange, statistic, value, values, estimate } = found;
	const differing = clusters.filter((cluster) => cluster.some((reading) => differs(estimand.parts(reading)))).length;
	const sparse = isChange ? differing < 10 : isSparse(values);
	const n = readings.length;
	const isWhole = n === scores.length;
	if (declaration.aggregate === "ece") {
		const extremes = sparse ? estimand.extremes(unitRange(sides, declaration)) : null;
		const limits = limitsOfCalibrationError(clusters.map((cluster) => cluster.map(estimand.parts)), extremes);
		const imputation = isWhole ? {
			value,
			inference: {
				kind: "limits",
				limits
			}
		} : null;
		return {
			method: "calibration limits",
			value,
			n,
			lowest: imputation,
			highest: imputation,
			sparse
		};
	}
	if (sparse || clusters.length <= FEW_UNITS) {
		const extremes = estimand.extremes(unitRange(sides, declaration));
		const complete = (end) => {
			const own = sparse ? studentMean([...values, extremes[end]]) : estimate;
			return isWhole && own.stderr > 0 ? {
				value,
				inference: {
					kind: "student",
					estimate: own
				}
			} : null;
		};
		return {
			method: "jackknife t",
			value,
			n,
			lowest: complete("low"),
			highest: complete("high"),
			sparse
		};
	}
	const seed = seedOf([declaration.name, ...scores.map(({ key }) => key)]);
	const resampled = bootstrapStatistic(statistic, {
		resamples,
		seed
	});
	if (resampled === null) return null;
	const imputation = isWhole ? {
		value,
		inference: {
			kind: "each",
			of: [{
				kind: "bootstrap",
				bootstrap: resampled
			}, {
				kind: "student",
				estimate
			}]
		}
	} : null;
	return {
		method: "bca bootstrap",
		value,
		n,
		lowest: imputation,
		highest: imputation,
		sparse
	};
}
/** One side's metric as a function of the clusters that count; null where nobody says how it follows from samples. */
function sideOf(clusters, { aggregate }) {
	const samples = clusters.flat().flatMap(({ parts, denominator }) => parts === void 0 ? [] : [{
		parts,
		weight: denominator
	}]);
	if (aggregate === void 0 || samples.length === 0) return null;
	const metric = AGGREGATES[aggregate].over(samples);
	let next = 0;
	const members = clusters.map((cluster) => cluster.map(() => next++));
	const unitOf = members.flatMap((cluster, unit) => cluster.map(() => unit));
	let resampled = null;
	return {
		value: metric.without([]),
		statistic: {
			units: clusters.length,
			value(ofUnits) {
				resampled ??= resampling(samples, AGGREGATES[aggregate].over, unitOf);
				return resampled(ofUnits);
			},
			without: (unit) => metric.without(members[unit] ?? [])
		}
	};
}
/** The metric on resampled units, of which sample i belongs to `unitOf[i]`. */
function resampling(samples, aggregate, unitOf) {
	const kinds = kindsOf(samples);
	const byKind = aggregate(kinds.distinct);
	const times = new Float64Array(kinds.distinct.length);
	return (ofUnits) => {
		times.fill(0);
		for (let sample = 0; sample < unitOf.length; sample += 1) {
			const kind = kinds.of[sample] ?? 0;
			times[kind] = (times[kind] ?? 0) + (ofUnits[unitOf[sample] ?? 0] ?? 0);
		}
		return byKind.value(times);
	};
}
/** Samples that are alike: a resample only needs to know how many there are of each kind. */
function kindsOf(samples) {
	const distinct = [];
	const indexes = /* @__PURE__ */ new Map();
	return {
		distinct,
		of: Int32Array.from(samples, (sample) => {
			const key = `${sample.weight} ${sample.parts.join(" ")}`;
			const index = indexes.get(key) ?? distinct.length;
			if (index === distinct.length) {
				distinct.push(sample);
				indexes.set(key, index);
			}
			return index;
		})
	};
}
const differs = ([baseline, candidate]) => baseline?.parts?.some((part, index) => part !== candidate?.parts?.[index]) ?? false;
/** Between which values one more unit would lie: what units contribute to either side, and at least the metric's range. */
function unitRange(sides, { range }) {
	const values = sides.flatMap(({ statistic, value }) => pseudoValues(statistic, value));
	return {
		low: values.reduce((low, each) => Math.min(low, each), range.min ?? Infinity),
		high: values.reduce((high, each) => Math.max(high, each), range.max ?? -Infinity)
	};
}

// src/core/stats/strata.ts
/**
* Σ w_h x̄_h with variance Σ w_h² s_h²/n_h (1 − n_h/N_h), weights scaled to sum to 1. Macro and micro averages are different
* numbers with different errors: which of them is meant has to be said. Cochran 1977, "Sampling techniques", 5.3; the
* degrees of freedom are Σ(n_h − 1), exact for equal variances.
*/
function stratifiedMean(strata) {
	const total = sum(strata.map(({ weight }) => weight));
	const parts = strata.map(({ values, weight, population }) => {
		const { value, stderr, df } = studentMean(values);
		const unseen = population === void 0 ? 1 : 1 - (df + 1) / population;
		return {
			value: weight / total * value,
			variance: (weight / total) ** 2 * stderr ** 2 * unseen,
			df
		};
	});
	return {
		value: sum(parts.map(({ value }) => value)),
		stderr: Math.sqrt(sum(parts.map(({ variance }) => variance))),
		df: sum(parts.map(({ df }) => df))
	};
}

// src/core/compare/score-table.ts
/**
* Paired scores in columns: some 60 bytes each, where objects take 200. What is taken out of it is an object of its own, made
* anew every time; a selection shares the columns.
*/
var ScoreTable = class ScoreTable {
	length;
	#columns;
	/** Null for all rows. */
	#rows;
	constructor(columns, rows, length) {
		this.#columns = columns;
		this.#rows = rows;
		this.length = length;
	}
	static from(scores) {
		return scores instanceof ScoreTable ? scores : ScoreTable.of(scores, scores.length);
	}
	/** @param most how many there are at most */
	static of(scores, most) {
		const columns = {
			keys: [],
			weights: new Float64Array(most),
			groups: new Names(most),
			clusters: new Names(most),
			baseline: partsFor(most),
			candidate: partsFor(most)
		};
		let row = 0;
		for (const score of scores) {
			columns.keys.push(score.key);
			columns.weights[row] = score.weight;
			columns.groups.set(row, score.group);
			columns.clusters.set(row, score.cluster);
			setPart(columns.baseline, row, score.baseline);
			setPart(columns.candidate, row, score.candidate);
			row += 1;
		}
		return new ScoreTable(columns, null, row);
	}
	*[Symbol.iterator]() {
		for (let position = 0; position < this.length; position += 1) yield this.#at(position);
	}
	filter(holds) {
		return this.split((score) => holds(score) ? true : void 0).get(true) ?? this.slice(0, 0);
	}
	/** Selections by what is said of each score, in the order in which that is first said; undefined leaves a score out. */
	split(of) {
		const positions = /* @__PURE__ */ new Map();
		for (let position = 0; position < this.length; position += 1) {
			const key = of(this.#at(position));
			if (key !== void 0 && positions.get(key)?.push(position) === void 0) positions.set(key, [position]);
		}
		return new Map([...positions].map(([key, own]) => [key, this.pick(own)]));
	}
	slice(start, end) {
		const from = Math.min(start, this.length);
		const count = Math.max(0, Math.min(end, this.length) - from);
		return this.pick(Array.from({ length: count }, (_, position) => from + position));
	}
	/** The scores at these positions, in this order. */
	pick(positions) {
		const rows = Int32Array.from(positions, (position) => this.#rowAt(position));
		return new ScoreTable(this.#columns, rows, rows.length);
	}
	some(holds) {
		for (let position = 0; position < this.length; position += 1) if (holds(this.#at(position))) return true;
		return false;
	}
	every(holds) {
		return !this.some((score) => !holds(score));
	}
	map(of) {
		return Array.from({ length: this.length }, (_, position) => of(this.#at(position), position));
	}
	flatMap(of) {
		const found = [];
		for (const score of this) {
			const own = of(score);
			if (Array.isArray(own)) found.push(...own);
			else found.push(own);
		}
		return found;
	}
	#rowAt(position) {
		return this.#rows === null ? position : this.#rows[position] ?? 0;
	}
	#at(position) {
		const row = this.#rowAt(position);
		const { keys, weights, groups, clusters, baseline, candidate } = this.#columns;
		return {
			key: keys[row] ?? "",
			cluster: clusters.get(row),
			group: groups.get(row),
			weight: weights[row] ?? 1,
			baseline: partAt(baseline, row),
			candidate: partAt(candidate, row)
		};
	}
};
function partsFor(most) {
	return {
		numerators: new Float64Array(most),
		denominators: new Float64Array(most),
		corpus: []
	};
}
function setPart({ numerators, denominators, corpus }, row, part) {
	numerators[row] = part?.numerator ?? NaN;
	denominators[row] = part?.denominator ?? NaN;
	if (part?.parts !== void 0) corpus[row] = part.parts;
}
function partAt({ numerators, denominators, corpus }, row) {
	const [numerator = NaN, denominator = NaN] = [numerators[row], denominators[row]];
	if (Number.isNaN(denominator)) return null;
	const parts = corpus[row];
	return parts === void 0 ? {
		numerator,
		denominator
	} : {
		numerator,
		denominator,
		parts
	};
}
/** Names of which many are the same, or null. */
var Names = class {
	#codes;
	#names = [null];
	#known = /* @__PURE__ */ new Map();
	constructor(most) {
		this.#codes = new Int32Array(most);
	}
	set(row, name) {
		if (name === null) return;
		const code = this.#known.get(name) ?? this.#names.push(name) - 1;
		this.#known.set(name, code);
		this.#codes[row] = code;
	}
	get(row) {
		return this.#names[this.#codes[row] ?? 0] ?? null;
	}
};

// src/core/compare/groups.ts
/** Whether the metric is a mean of means, and there are several of these. */
function isMeanOfGroups({ declaration, scores }) {
	return declaration.group_average === "macro" && groupsOf(scores).length > 1;
}
/** Samples by group, in the order in which groups first come. One that no side has belongs to nobody knows which. */
function groupsOf(scores) {
	return [...ScoreTable.from(scores).split(({ group, baseline, candidate }) => group === null && baseline === null && candidate === null ? void 0 : group).values()];
}
/**
* One number a unit, group by group; null where a group has none, so that there is no mean of all groups, and where a
* cluster reaches over groups, which are then not independent.
*/
function valuesByGroup(scores, read, { values, add }) {
	const groups = groupsOf(scores);
	const owners = /* @__PURE__ */ new Map();
	for (const [index, group] of groups.entries()) for (const { cluster } of group) {
		if (cluster === null) continue;
		if ((owners.get(cluster) ?? index) !== index) return null;
		owners.set(cluster, index);
	}
	const found = groups.map((group) => {
		const units = unitsOf(group, read, add);
		return {
			values: values(units),
			count: units.count
		};
	});
	return found.some(({ count }) => count === 0) ? null : found;
}
const meanOfMeans = (groups) => sum(groups.map(({ values, count }) => sum(values) / count)) / groups.length;
/** Every group counts alike. @param extra one more unit, for the smallest group, where it weighs most */
function stratify(groups, extra = []) {
	const smallest = groups.reduce((least, { count }, index) => count < (groups[least]?.count ?? 0) ? index : least, 0);
	return stratifiedMean(groups.map(({ values }, index) => ({
		values: index === smallest ? withExtra(values, extra) : values,
		weight: 1
	})));
}
/** Values with some more after them. */
const withExtra = (values, extra) => ({ *[Symbol.iterator]() {
	yield* values;
	yield* extra;
} });
/** Value and standard error of a mean of groups' means. */
function estimateOfGroups(groups, n) {
	if (groups === null) return null;
	const { stderr } = stratify(groups);
	return {
		value: meanOfMeans(groups),
		stderr: Number.isFinite(stderr) ? stderr : null,
		n
	};
}
/** How one group's means are completed when scores are missing: only where the sample's own group is known. */
const isAttributed = (scores) => sum(groupsOf(scores).map(({ length }) => length)) === scores.length;

// src/core/compare/impute.ts
/** What the samples say about candidate − baseline; null with fewer than two independent units. */
function imputeDelta(metric) {
	return impute(metric, DELTA);
}
/** What the samples say about the candidate's own value; null with fewer than two independent units. */
function imputeCandidate(metric) {
	return impute(metric, CANDIDATE);
}
function impute(metric, estimand) {
	const { declaration, scores } = metric;
	if (declaration.kind === "corpus") return imputeCorpus(metric, estimand);
	if (isMeanOfGroups(metric)) return imputeGroups(metric, estimand);
	const observed = unitsOf(scores, estimand.read, estimand.add);
	if (observed.count < 2) return null;
	const parts = scoredParts(scores, estimand);
	const isClustered = observed.count < observed.samples;
	const isExact = !isClustered && isZeroOrOne(declaration, parts);
	const bounds = boundsOf(declaration, parts);
	const sparse = !isExact && bounds !== null && isSparse(unitValuesOf(observed, estimand));
	const value = meanOf$1(estimand.values(observed), observed.count);
	if (!Number.isFinite(value)) return null;
	const isWhole = observed.samples === scores.length;
	const complete = (end) => {
		const units = isWhole ? observed : unitsOf(scores, (score) => estimand.read(score) ?? fill(score, estimand, declaration, end), estimand.add);
		if (units.samples < scores.length) return null;
		if (isExact) return estimand.exact.infer(units);
		const values = estimand.values(units);
		const inference = sparse && bounds !== null ? {
			kind: "student",
			estimate: studentMean(withExtra(values, [estimand.extremes(bounds)[end]]))
		} : {
			kind: "skewed",
			estimate: skewedMean(values)
		};
		if (bounds !== null && inference.estimate.stderr === 0) return null;
		return {
			value: meanOf$1(values, units.count),
			inference
		};
	};
	const lowest = complete("low");
	return {
		method: isExact ? estimand.exact.method : linearMethod(declaration, isClustered),
		value: isExact ? estimand.exact.infer(observed).value : value,
		n: observed.samples,
		lowest,
		highest: isWhole && !sparse ? lowest : complete("high"),
		sparse
	};
}
/** As `impute`, for a mean of the groups' means. */
function imputeGroups(metric, estimand) {
	const { declaration, scores } = metric;
	const observed = valuesByGroup(scores, estimand.read, estimand);
	if (observed === null) return null;
	const units = unitsOf(scores, estimand.read, estimand.add);
	const bounds = boundsOf(declaration, scoredParts(scores, estimand));
	const sparse = bounds !== null && isSparse(unitValuesOf(units, estimand));
	const complete = (end) => {
		const read = (score) => estimand.read(score) ?? fill(score, estimand, declaration, end);
		const groups = valuesByGroup(scores, read, estimand);
		const isComplete = isAttributed(scores) && scores.every((score) => read(score) !== null);
		if (groups === null || !isComplete) return null;
		const estimate = stratify(groups, sparse && bounds !== null ? [estimand.extremes(bounds)[end]] : []);
		if (!(estimate.stderr > 0)) return null;
		return {
			value: meanOfMeans(groups),
			inference: {
				kind: "student",
				estimate
			}
		};
	};
	return {
		method: "stratified t",
		value: meanOfMeans(observed),
		n: units.samples,
		lowest: complete("low"),
		highest: complete("high"),
		sparse
	};
}
function* unitValuesOf(units, { unitValue }) {
	for (const unit of units) yield unitValue(unit);
}
/** The sample with missing scores at the end of the metric's range that pushes the number towards `end`; null without. */
function fill(score, estimand, { kind, range }, end) {
	if (kind !== "mean" || range.min === null || range.max === null) return null;
	const at = (value) => ({
		numerator: value * score.weight,
		denominator: score.weight
	});
	return end === "low" ? estimand.fill(score, at(range.min), at(range.max)) : estimand.fill(score, at(range.max), at(range.min));
}
/** Whether every score is 0 or 1, where nothing between is worth telling from them. */
function isZeroOrOne({ kind, range }, parts) {
	if (kind !== "mean" || range.min !== 0 || range.max !== 1) return false;
	for (const { numerator, denominator } of parts) if (denominator !== 1 || numerator !== 0 && numerator !== 1) return false;
	return true;
}
/**
* Between which values a further score would lie: the declared range, or for a mean without one the range that was seen.
* Null for unbounded ratios: log-likelihoods are continuous, so that equal ones are no accident of coarse scores.
*/
function boundsOf({ kind, range }, parts) {
	if (range.min !== null && range.max !== null) return {
		low: range.min,
		high: range.max
	};
	if (kind !== "mean") return null;
	const seen = {
		low: Infinity,
		high: -Infinity
	};
	for (const part of parts) {
		const value = ratioOfSums([part]);
		seen.low = Math.min(seen.low, value);
		seen.high = Math.max(seen.high, value);
	}
	return {
		low: range.min ?? seen.low,
		high: range.max ?? seen.high
	};
}
function linearMethod({ kind }, isClustered) {
	if (kind === "ratio") return "linearised t";
	return isClustered ? "clustered t" : "t";
}
function meanOf$1(values, count) {
	return sum(values) / count;
}

// src/core/compare/pair.ts
const NONE = -1;
/** Every key of either side once, in the order of keys, so that the order of lines in a file changes nothing. */
var Pairs = class {
	#keys;
	#sides;
	constructor(sortedKeys, sides) {
		this.#keys = sortedKeys;
		this.#sides = sides;
	}
	get length() {
		return this.#keys.length;
	}
	*[Symbol.iterator]() {
		for (const [index, key] of this.#keys.entries()) yield this.#pairOf(key, index);
	}
	/** Of those, how many both sides have. */
	get complete() {
		const { baseline, candidate } = this.#sides;
		return baseline.positions.filter((position, index) => position !== NONE && candidate.positions[index] !== NONE).length;
	}
	/** Null for a key of neither side. */
	find(key) {
		let [low, high] = [0, this.#keys.length];
		while (low < high) {
			const middle = low + high >>> 1;
			if ((this.#keys[middle] ?? "") < key) low = middle + 1;
			else high = middle;
		}
		return this.#keys[low] === key ? this.#pairOf(key, low) : null;
	}
	#pairOf(key, index) {
		const { baseline, candidate } = this.#sides;
		return {
			key,
			baseline: sampleOf(baseline, index),
			candidate: sampleOf(candidate, index)
		};
	}
};
function sampleOf({ samples, positions }, index) {
	const position = positions[index] ?? NONE;
	return position === NONE ? null : samples.at(position) ?? null;
}
/** Pairs samples by key, never by position. */
function pairSamples(baseline, candidate) {
	const keys = [];
	const duplicates = {
		baseline: /* @__PURE__ */ new Set(),
		candidate: /* @__PURE__ */ new Set()
	};
	const index = new SampleIndex(baseline);
	for (const [position, key] of keysOf(baseline)) if (index.find(key) !== void 0) duplicates.baseline.add(key);
	else {
		index.add(key, position);
		keys.push(key);
	}
	const partners = new Int32Array(baseline.length).fill(NONE);
	const extra = /* @__PURE__ */ new Map();
	for (const [position, key] of keysOf(candidate)) {
		const own = index.find(key);
		if (own === void 0 ? extra.has(key) : partners[own] !== NONE) duplicates.candidate.add(key);
		else if (own !== void 0) partners[own] = position;
		else {
			extra.set(key, position);
			keys.push(key);
		}
	}
	keys.sort(byCodeUnits);
	const onBaseline = Int32Array.from(keys, (key) => index.find(key) ?? NONE);
	const onCandidate = Int32Array.from(keys, (key, place) => {
		const own = onBaseline[place] ?? NONE;
		return (own === NONE ? extra.get(key) : partners[own]) ?? NONE;
	});
	return {
		pairs: new Pairs(keys, {
			baseline: {
				samples: baseline,
				positions: onBaseline
			},
			candidate: {
				samples: candidate,
				positions: onCandidate
			}
		}),
		duplicates: {
			baseline: [...duplicates.baseline].sort(byCodeUnits),
			candidate: [...duplicates.candidate].sort(byCodeUnits)
		}
	};
}
function* keysOf(samples) {
	let position = 0;
	for (const sample of samples) {
		yield [position, sampleKey(sample)];
		position += 1;
	}
}
/** The same order on every machine: no locale has a say. */
function byCodeUnits(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
/** A key as people are shown it. */
function displayKey(key) {
	return key.replace("\0", ", filter ");
}

// src/core/compare/estimate.ts
/** Value and standard error over the samples that `read` finds a part in; null without any, or with no denominator. */
function estimateOf(metric, read) {
	const { scores, declaration } = metric;
	if (declaration.kind === "corpus") return estimateCorpus(scores, declaration, read);
	if (isMeanOfGroups(metric)) {
		const n = scores.filter((score) => read(score) !== null).length;
		return estimateOfGroups(valuesByGroup(scores, read, {
			values: ratioValues,
			add: addParts
		}), n);
	}
	const units = unitsOf(scores, read, addParts);
	const value = ratioOfSums(units);
	if (!Number.isFinite(shown$1(value, declaration))) return null;
	const stderr = units.count < 2 ? null : studentMean(ratioValues(units)).stderr;
	return {
		value: shown$1(value, declaration),
		stderr: stderr === null ? null : finiteOrNull(stderr * stretch(value, declaration)),
		n: units.samples
	};
}
/** Squares of huge scores overflow, and an infinite error is none. */
function finiteOrNull(value) {
	return Number.isFinite(value) ? value : null;
}
/** The samples that both sides have a score for, so that the sides' values differ by exactly the delta. */
function paired(side) {
	return (score) => DELTA.read(score)?.[side] ?? null;
}
/** A value on the scale on which it is shown. */
function shown$1(value, { scale }) {
	return scale === "log" ? Math.exp(value) : value;
}
/** What a small change of the judged value is worth on the shown scale (delta method). */
function stretch(value, { scale }) {
	return scale === "log" ? Math.exp(value) : 1;
}
/**
* A delta on the judged scale, as a change of the baseline's shown value: for logarithmic metrics e^δ is the factor by
* which it changes.
*/
function shownDelta(delta, baseline, { scale }) {
	return scale === "log" ? baseline * Math.expm1(delta) : delta;
}
/** The delta with its interval; limits are null where the missing scores leave them open, or without spread. */
function estimateDelta(metric, estimate, alpha) {
	const baseline = estimateOf(metric, paired("baseline"));
	const candidate = estimateOf(metric, paired("candidate"));
	if (baseline === null || candidate === null) return null;
	const limit = (value) => {
		const delta = value === void 0 ? NaN : shownDelta(value, baseline.value, metric.declaration);
		return Number.isFinite(delta) ? delta : null;
	};
	const { lowest, highest } = estimate ?? {
		lowest: null,
		highest: null
	};
	return {
		value: estimate === null ? candidate.value - baseline.value : shownDelta(estimate.value, baseline.value, metric.declaration),
		low: limit(lowest === null ? void 0 : lowerLimit(lowest.inference, alpha)),
		high: limit(highest === null ? void 0 : upperLimit(highest.inference, alpha)),
		level: 1 - 2 * alpha,
		method: estimate?.method ?? "none"
	};
}
/** Marks an interval as no more than a description of the samples that were seen. */
function descriptive(delta) {
	return delta.method === "none" ? delta : {
		...delta,
		method: `${delta.method}, descriptive`
	};
}
/** Pairs that got worse and better; null where scores are not all 0 or 1. */
function countFlips({ scores, declaration }) {
	if (!isZeroOrOne(declaration, scoredParts(scores, DELTA))) return null;
	const { rose, fell, pairs } = countMoves(valuesOfEstimand(scores, DELTA));
	if (pairs === 0) return null;
	return worseSign(declaration) === 1 ? {
		regressed: rose,
		improved: fell
	} : {
		regressed: fell,
		improved: rose
	};
}
/** Delta by group, worst first. */
function groupDeltas(metric) {
	const { declaration, scores } = metric;
	return [...ScoreTable.from(scores).split(({ group }) => group ?? void 0)].flatMap(([group, ofGroup]) => {
		const own = {
			...metric,
			scores: ofGroup
		};
		const baseline = estimateOf(own, paired("baseline"));
		const candidate = estimateOf(own, paired("candidate"));
		if (baseline === null || candidate === null) return [];
		return [{
			group,
			pairs: baseline.n,
			delta: candidate.value - baseline.value
		}];
	}).sort((a, b) => worseSign(declaration) * (b.delta - a.delta) || byCodeUnits(a.group, b.group));
}

// src/core/compare/scores.ts
function scoresOf(pairs, declaration, filter, planned) {
	const unpaired = {
		baseline: 0,
		candidate: 0
	};
	const unscored = {
		baseline: 0,
		candidate: 0
	};
	const reasons = {
		baseline: /* @__PURE__ */ new Map(),
		candidate: /* @__PURE__ */ new Map()
	};
	function* own() {
		let count = 0;
		let heaviest = 0;
		for (const pair of pairs) {
			if (filterOf(pair) !== filter) continue;
			const score = pairedScore(pair, declaration);
			for (const side of SIDES) {
				if (pair[side] === null) unpaired[side === "baseline" ? "candidate" : "baseline"] += 1;
				else if (score[side] === null) unscored[side] += 1;
				const given = pair[side]?.scores[declaration.name];
				if (given !== void 0 && isUnscored(given)) reasons[side].set(given.unscored, (reasons[side].get(given.unscored) ?? 0) + 1);
			}
			count += 1;
			heaviest = Math.max(heaviest, score.weight);
			yield score;
		}
		yield* blanks(planned - count, count === 0 ? 1 : heaviest);
	}
	return {
		declaration,
		filter,
		scores: ScoreTable.of(own(), Math.max(pairs.length, planned)),
		unpaired,
		unscored,
		whyUnscored: {
			baseline: commonest(reasons.baseline),
			candidate: commonest(reasons.candidate)
		}
	};
}
const SIDES = ["baseline", "candidate"];
/** Of equally common reasons the first in the order of the samples. */
function commonest(counts) {
	const [first] = [...counts].sort(([, left], [, right]) => right - left);
	return first?.[0] ?? null;
}
function* blanks(count, weight) {
	const nothing = {
		cluster: null,
		group: null,
		weight,
		baseline: null,
		candidate: null
	};
	for (let index = 0; index < count; index += 1) yield {
		key: `never run ${index}`,
		...nothing
	};
}
function filterOf({ baseline, candidate }) {
	return (candidate ?? baseline)?.filter ?? null;
}
function pairedScore({ key, baseline, candidate }, metric) {
	const sample = candidate ?? baseline;
	return {
		key,
		cluster: sample?.cluster ?? null,
		group: sample?.group ?? null,
		weight: sample?.weight ?? 1,
		baseline: partOf(baseline, metric),
		candidate: partOf(candidate, metric)
	};
}
/** Null for everything that is not a score of the metric's kind within its range: unscored, never a number made up. */
function partOf(sample, metric) {
	const score = sample?.scores[metric.name];
	if (sample === null || score === void 0) return null;
	const part = unweightedPart(score, metric);
	const weight = sample.weight ?? 1;
	if (part === null || !(weight > 0) || !Number.isFinite(weight)) return null;
	return {
		...part,
		numerator: part.numerator * weight,
		denominator: part.denominator * weight
	};
}
function unweightedPart(score, metric) {
	switch (metric.kind) {
		case "mean": return typeof score === "number" && inRange(score, metric) ? {
			numerator: score,
			denominator: 1
		} : null;
		case "ratio": {
			if (typeof score === "number" || isUnscored(score) || !isRatio(score)) return null;
			const { numerator, denominator } = score;
			return Number.isFinite(numerator) && Number.isFinite(denominator) && denominator >= 0 ? {
				numerator,
				denominator
			} : null;
		}
		case "corpus": {
			if (typeof score === "number" || !isCorpus(score) || metric.aggregate === void 0) return null;
			const { parts } = score;
			return faultOfParts(metric.aggregate, parts) === null ? {
				numerator: NaN,
				denominator: 1,
				parts
			} : null;
		}
	}
}
function inRange(score, { range }) {
	return Number.isFinite(score) && score >= (range.min ?? -Infinity) && score <= (range.max ?? Infinity);
}
/** The scores of a sequence, in its order. */
function inOrder({ scores }, sequence) {
	const positions = new Map(scores.map(({ key }, position) => [key, position]));
	return ScoreTable.from(scores).pick(sequence.flatMap((key) => positions.get(key) ?? []));
}
/** The metric on some of its samples, as if they were all there are. */
function onlyOn(metric, scores) {
	const without = (side) => scores.filter((score) => score[side] === null).length;
	return {
		...metric,
		scores,
		...scores.length < metric.scores.length ? { partial: true } : {},
		unpaired: {
			baseline: 0,
			candidate: 0
		},
		unscored: {
			baseline: without("baseline"),
			candidate: without("candidate")
		}
	};
}

// src/core/compare/aggregate-only.ts
/** Samples on which the runs say that their numbers rest, where they differ. */
function countDifferences(baseline, candidate) {
	const own = [...baseline.aggregates ?? [], ...candidate.aggregates ?? []];
	const countOf = ({ aggregates, planned }, { metric, filter }) => aggregates === void 0 ? planned : aggregates.find((each) => each.metric === metric && each.filter === filter)?.n ?? null;
	return own.flatMap((aggregate) => {
		const [left, right] = [countOf(baseline, aggregate), countOf(candidate, aggregate)];
		const show = (n) => `${n} samples behind ${aggregate.metric}`;
		return left === null || right === null || left === right ? [] : [{
			baseline: show(left),
			candidate: show(right)
		}];
	}).slice(0, 1);
}
/** A side's value; null where it, or the number of samples behind it, is not known. */
function aggregateEstimate({ declaration, aggregates }, side) {
	const aggregate = aggregates?.[side] ?? null;
	if (aggregate === null || aggregate.n === null) return null;
	return {
		value: aggregate.value,
		stderr: stderrOf(aggregate, aggregate.n, declaration),
		n: aggregate.n
	};
}
const isRate = ({ kind, unit, range }) => kind === "mean" && unit === "rate" && range.min === 0 && range.max === 1;
/**
* As given; for a rate without one, that of a binomial. All right or all wrong shows no spread: then two of each are added, as
* in Agresti & Coull 1998, since certainty about one run is no certainty about the next.
*/
function stderrOf({ value, stderr }, n, metric) {
	if (stderr !== null && stderr > 0) return stderr;
	if (!isRate(metric) || value < 0 || value > 1) return null;
	const rate = value > 0 && value < 1 ? value : (value * n + 2) / (n + 4);
	return Math.sqrt(rate * (1 - rate) / n);
}
/**
* What two sums of other programs say, samples unknown: z with SE = √(se_b² + se_c²). On the same questions the two sides are
* correlated, so that this errs on the safe side, and takes several times as many samples as pairs would. Null without errors.
*/
function imputeAggregates(metric, estimand) {
	const candidate = onJudgedScale(aggregateEstimate(metric, "candidate"), metric.declaration);
	if (candidate === null) return null;
	const { n } = candidate;
	const whole = (value, inference) => {
		const imputation = {
			value,
			inference
		};
		return {
			method: "unpaired z",
			value,
			n,
			lowest: imputation,
			highest: imputation,
			sparse: false
		};
	};
	if (estimand === "candidate") {
		const events = Math.round(candidate.value * n);
		return isRate(metric.declaration) && Math.abs(candidate.value * n - events) < 1e-6 * n ? {
			...whole(candidate.value, {
				kind: "binomial",
				events,
				n
			}),
			method: "clopper-pearson"
		} : whole(candidate.value, {
			kind: "normal",
			estimate: candidate
		});
	}
	const baseline = onJudgedScale(aggregateEstimate(metric, "baseline"), metric.declaration);
	if (baseline === null) return null;
	const difference = unpairedDifference(baseline, candidate);
	return whole(difference.value, {
		kind: "normal",
		estimate: difference
	});
}
function onJudgedScale(estimate, { scale }) {
	if (estimate === null || estimate.stderr === null) return null;
	const { value, stderr, n } = estimate;
	if (scale === "linear") return {
		value,
		stderr,
		n
	};
	return value > 0 ? {
		value: Math.log(value),
		stderr: stderr / value,
		n
	} : null;
}
/** candidate − baseline with its interval; null where a side has no value. */
function aggregateDelta(metric, alpha) {
	const [baseline, candidate] = [aggregateEstimate(metric, "baseline"), aggregateEstimate(metric, "candidate")];
	if (baseline === null || candidate === null) return null;
	const estimate = imputeAggregates(metric, "delta");
	const inference = estimate?.lowest?.inference;
	const limit = (of) => inference === void 0 ? null : shownDelta(of(inference, alpha), baseline.value, metric.declaration);
	return {
		value: candidate.value - baseline.value,
		low: limit(lowerLimit),
		high: limit(upperLimit),
		level: 1 - 2 * alpha,
		method: estimate?.method ?? "none"
	};
}
/** What a reader is shown of such a metric. */
function aggregateResult(metric, name, alpha) {
	const { unit, direction } = metric.declaration;
	return {
		metric: name,
		unit,
		direction,
		baseline: aggregateEstimate(metric, "baseline"),
		candidate: aggregateEstimate(metric, "candidate"),
		delta: aggregateDelta(metric, alpha),
		flips: null,
		groups: []
	};
}
/** The metrics of a task of which at least one side has no samples. A side that has them is summed up like the other. */
function aggregatedMetrics(baseline, candidate, pairs, { metrics }) {
	const sides = [baseline, candidate];
	return metrics.flatMap((declaration) => {
		return [...new Set(sides.flatMap((run) => [...(run?.record.aggregates ?? []).flatMap(({ metric, filter }) => metric === declaration.name ? [filter ?? null] : []), ...Array.from(run?.samples ?? []).flatMap(({ filter, scores }) => Object.hasOwn(scores, declaration.name) ? [filter ?? null] : [])]))].sort((a, b) => byCodeUnits(a ?? "", b ?? "")).map((filter) => ({
			declaration,
			filter,
			scores: [],
			aggregates: {
				baseline: aggregateOf(baseline, "baseline", pairs, declaration, filter),
				candidate: aggregateOf(candidate, "candidate", pairs, declaration, filter)
			},
			unpaired: {
				baseline: 0,
				candidate: 0
			},
			unscored: {
				baseline: 0,
				candidate: 0
			},
			whyUnscored: {
				baseline: null,
				candidate: null
			}
		}));
	});
}
/** Null for a side that has samples and not all of them scored: nobody said what the rest would have come to. */
function aggregateOf(run, side, pairs, declaration, filter) {
	if (run === null) return null;
	const { aggregates, planned } = run.record;
	if (aggregates !== void 0) return aggregates.find((each) => each.metric === declaration.name && (each.filter ?? null) === filter) ?? null;
	const own = estimateOf(scoresOf(pairs, declaration, filter, planned), (score) => score[side]);
	return own === null || own.n < planned ? null : {
		metric: declaration.name,
		...own
	};
}

// src/core/compare/averages.ts
/** Two sums of the same doubles in another order. */
const TOLERANCE = 2e-9;
/**
* Results of a harness do not say which mean the number of a group is, and where both come to the same, such as 0 everywhere,
* it is taken for that over samples. Beside a run whose number is the mean over groups, it is that mean as well.
*/
function alignAverages(run, other) {
	const ofGroups = new Set(other.record.metrics.flatMap(({ name, group_average: average }) => average === void 0 ? [] : name));
	const metrics = run.record.metrics.map((metric) => ofGroups.has(metric.name) && metric.group_average === void 0 && isEitherMean(run.samples, metric) ? {
		...metric,
		group_average: "macro"
	} : metric);
	return {
		...run,
		record: {
			...run.record,
			metrics
		}
	};
}
function isEitherMean(samples, { name }) {
	const filters = /* @__PURE__ */ new Set();
	for (const { filter } of samples) filters.add(filter);
	return [...filters].every((filter) => {
		const groups = /* @__PURE__ */ new Map();
		for (const sample of samples) {
			if (sample.filter !== filter) continue;
			const score = sample.scores[name];
			if (typeof score !== "number" || sample.weight !== void 0) return false;
			const group = groups.get(sample.group);
			if (group === void 0) groups.set(sample.group, [score]);
			else group.push(score);
		}
		const overSamples = meanOf([...groups.values()].flat());
		const overGroups = meanOf([...groups.values()].map(meanOf));
		return Math.abs(overSamples - overGroups) <= TOLERANCE * Math.max(1, Math.abs(overSamples));
	});
}
const meanOf = (values) => sum(values) / values.length;

// src/core/compare/sizes.ts
const WEIGHT = {
	of: ({ weight }) => weight ?? 1,
	isScored: (weight) => weight > 0 && Number.isFinite(weight),
	shown: "weight",
	field: "samples"
};
/**
* The denominator of a metric where it lies in the sample (bytes, words) and not in the answer: that of a rate counts what was
* predicted, such as for micro-F1. What is known not to be a rate is none, whatever it is declared as.
*/
function denominatorOf({ name, kind, unit }) {
	if (kind !== "ratio" || unit === "rate" && isKnownRate(name) !== false) return [];
	const read = ({ scores }) => {
		const score = Object.hasOwn(scores, name) ? scores[name] : void 0;
		return typeof score === "object" && "denominator" in score ? score : null;
	};
	return [{
		of: (sample) => read(sample)?.denominator ?? null,
		isScored: (size, sample) => size !== 0 || read(sample)?.numerator !== 0,
		shown: `denominator of ${name}`,
		field: "metrics"
	}];
}
/** Further from the median, a sample decides alone or not at all. */
const FURTHEST = 1e6;
/** Beyond it products of sizes and scores lose their digits, or overflow. */
const [LEAST, MOST$1] = [1e-100, 1e100];
/**
* Samples whose sizes are not what the arithmetic rests on: those that the two sides count differently, and those far from
* the median, one of which could decide alone. Of each size, how many there are and the first one.
*/
function sizeDifferences(pairs, metrics) {
	return [WEIGHT, ...metrics.flatMap(denominatorOf)].flatMap((size) => [...disagreement(pairs, size), ...extremes(pairs, size)]);
}
function disagreement(pairs, { of, shown, field }) {
	let count = 0;
	let first = null;
	for (const { key, ...sides } of pairs) {
		if (sides.baseline === null || sides.candidate === null) continue;
		const [baseline, candidate] = [of(sides.baseline), of(sides.candidate)];
		if (baseline === null || candidate === null || baseline === candidate) continue;
		first ??= {
			key,
			baseline,
			candidate
		};
		count += 1;
	}
	if (first === null) return [];
	const { key, ...sides } = first;
	const show = (value) => `${shown} ${value} at ${displayKey(key)} (${count} differ)`;
	return [{
		field,
		baseline: show(sides.baseline),
		candidate: show(sides.candidate),
		severity: "hard"
	}];
}
function extremes(pairs, size) {
	const { shown, field } = size;
	const sizes = Float64Array.from(sizesOf(pairs, size), ([, each]) => each).sort();
	const median = sizes[sizes.length >> 1] ?? 1;
	const [least, most] = [Math.max(LEAST, median / FURTHEST), Math.min(MOST$1, median * FURTHEST)];
	let count = 0;
	let first = "";
	for (const [key, each] of sizesOf(pairs, size)) {
		if (each >= least && each <= most) continue;
		if (count === 0) first = `${each} at ${displayKey(key)}`;
		count += 1;
	}
	const told = `${shown} ${first} (${count} beyond a millionth to a million times the median of ${median})`;
	return count === 0 ? [] : [{
		field,
		baseline: told,
		candidate: told,
		severity: "hard"
	}];
}
function* sizesOf(pairs, { of, isScored }) {
	for (const { key, baseline, candidate } of pairs) for (const sample of [baseline, candidate]) {
		if (sample === null) continue;
		const size = of(sample);
		if (size !== null && isScored(size, sample)) yield [key, size];
	}
}

// src/core/compare/comparability.ts
/** Everything in which two runs of a task differ that says whether their samples may be compared. */
function findMismatches(baseline, candidate, pairing) {
	return [
		...fingerprintDifferences(baseline, candidate),
		...quantizationDifference(baseline, candidate),
		...runDifferences(baseline, candidate),
		...metricDifferences(baseline, candidate),
		...turnedMetrics(baseline, candidate),
		...sampleDifferences(baseline, candidate, pairing),
		...sizeDifferences(pairing.pairs, candidate.metrics)
	].map((difference) => ({
		task: candidate.task,
		...difference
	}));
}
/** The mismatch of a task that ran on one side only, or on none. */
function missingRun(task, baseline, candidate) {
	const present = (record) => record === null ? "no run" : describeStatus(record);
	return {
		task,
		field: "run",
		baseline: present(baseline),
		candidate: present(candidate),
		severity: "hard"
	};
}
/** The mismatch of a task that a side ran more than once: which run is meant cannot be known. */
function repeatedRun(task, baseline, candidate) {
	const count = (runs) => runs === 1 ? "1 run" : `${runs} runs`;
	return {
		task,
		field: "run",
		baseline: count(baseline),
		candidate: count(candidate),
		severity: "hard"
	};
}
/**
* The mismatch of every task when the runs of a side are of several models: which of them wants to merge, or is to be
* compared with, cannot be known.
*/
function mixedModels(task, baseline, candidate) {
	const [ofBaseline, ofCandidate] = [countModels(baseline), countModels(candidate)];
	if (ofBaseline < 2 && ofCandidate < 2) return [];
	const count = (models) => models === 1 ? "1 model" : `${models} models`;
	return [{
		task,
		field: "run",
		baseline: count(ofBaseline),
		candidate: count(ofCandidate),
		severity: "hard"
	}];
}
const countModels = (records) => new Set(records.map(({ model }) => `${model.digest} ${model.adapter_digest}`)).size;
/** A field that only one side recorded differs: what was not written down cannot be assumed equal. */
function fingerprintDifferences(baseline, candidate) {
	return Object.keys(FINGERPRINT_FIELDS).filter((field) => baseline.fingerprint[field] !== candidate.fingerprint[field]).map((field) => ({
		field,
		baseline: recorded(baseline.fingerprint[field]),
		candidate: recorded(candidate.fingerprint[field]),
		severity: FINGERPRINT_FIELDS[field].severity
	}));
}
function recorded(value) {
	return value === void 0 ? "not recorded" : value;
}
/** What the weights say of themselves, where the fingerprint's `dtype` has not said the same. */
function quantizationDifference(baseline, candidate) {
	const [left, right] = [baseline.model.quantization, candidate.model.quantization];
	const isTold = baseline.fingerprint.dtype === left && candidate.fingerprint.dtype === right;
	if (left === right || isTold) return [];
	return [{
		field: "quantization",
		baseline: left,
		candidate: right,
		severity: "soft"
	}];
}
/** A run that did not finish is not comparable even with one that stopped at the same place; nor is a baseline in parts. */
function runDifferences(baseline, candidate) {
	const { status } = baseline;
	if (status.state === "complete" && status.stopped === void 0 && candidate.status.state === "complete") return [];
	return [{
		field: "run",
		baseline: describeStatus(baseline),
		candidate: describeStatus(candidate),
		severity: "hard"
	}];
}
function describeStatus({ status }) {
	if (status.state === "failed") return `failed: ${status.reason}`;
	const stopped = status.state === "complete" ? status.stopped : void 0;
	return stopped === void 0 ? status.state : `stopped after ${stopped.after} samples`;
}
function metricDifferences(baseline, candidate) {
	const left = new Map(baseline.metrics.map((metric) => [metric.name, describeMetric(metric)]));
	const right = new Map(candidate.metrics.map((metric) => [metric.name, describeMetric(metric)]));
	const differences = [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].sort(byCodeUnits).map((name) => ({
		baseline: left.get(name) ?? `no ${name}`,
		candidate: right.get(name) ?? `no ${name}`
	})).filter((metric) => metric.baseline !== metric.candidate);
	if (baseline.primary_metric !== candidate.primary_metric) differences.push({
		baseline: `primary ${baseline.primary_metric}`,
		candidate: `primary ${candidate.primary_metric}`
	});
	return differences.map((difference) => ({
		field: "metrics",
		...difference,
		severity: "hard"
	}));
}
/** A known metric that both runs declare to be better the other way: then every loss would be a gain. */
function turnedMetrics(baseline, candidate) {
	const isTurned = ({ name, direction }) => (directionOf(name) ?? direction) !== direction;
	const turned = candidate.metrics.find(isTurned) ?? baseline.metrics.find(isTurned);
	if (turned === void 0) return [];
	const { name } = turned;
	const show = ({ metrics }) => `${name} ${metrics.find((metric) => metric.name === name)?.direction ?? "not declared"}, which is ${directionOf(name)}`;
	return [{
		field: "metrics",
		baseline: show(baseline),
		candidate: show(candidate),
		severity: "hard"
	}];
}
function describeMetric(metric) {
	const { name, direction, kind, unit, range, scale, weak, aggregate, group_average: average } = metric;
	return [
		name,
		direction,
		kind,
		unit,
		`${range.min ?? "-inf"}..${range.max ?? "inf"}`,
		scale,
		...[
			...weak ? ["weak"] : [],
			aggregate ?? [],
			average ?? []
		].flat()
	].join(" ");
}
function sampleDifferences(baseline, candidate, pairing) {
	const { duplicates } = pairing;
	const samples = [];
	const differ = (left, right) => samples.push({
		field: "samples",
		baseline: left,
		candidate: right,
		severity: "hard"
	});
	const isAggregated = (baseline.aggregates ?? candidate.aggregates) !== void 0;
	if (isAggregated) samples.push(...countDifferences(baseline, candidate).map(hard));
	else if (baseline.planned !== candidate.planned) differ(`${baseline.planned} planned`, `${candidate.planned} planned`);
	if (duplicates.baseline.length + duplicates.candidate.length > 0) differ(describeDuplicates(duplicates.baseline), describeDuplicates(duplicates.candidate));
	const beyond = {
		baseline: beyondPlan(baseline, pairing, "baseline"),
		candidate: beyondPlan(candidate, pairing, "candidate")
	};
	if (beyond.baseline + beyond.candidate > 0) differ(`${beyond.baseline} beyond the plan`, `${beyond.candidate} beyond the plan`);
	if (designOf(candidate) === "sequential" && !isAggregated) {
		const [left, right] = [evaluatedOf(pairing, "baseline"), evaluatedOf(pairing, "candidate")];
		const enough = candidate.status.state === "complete" ? candidate.status.stopped?.after : void 0;
		if (left < baseline.planned || right < (enough ?? candidate.planned)) differ(`${left} of ${baseline.planned} evaluated`, `${right} of ${enough ?? candidate.planned} evaluated`);
	}
	return [
		...samples,
		...unpairedSamples(candidate, pairing),
		...pairDifferences(pairing)
	];
}
const hard = (difference) => ({
	...difference,
	field: "samples",
	severity: "hard"
});
/**
* Samples that only one side has. How many a verdict can do without is the policy's coverage to say; a reader sees them in
* any case. What a sequential candidate has not come to is not missing.
*/
function unpairedSamples(candidate, { pairs }) {
	const only = {
		baseline: {
			count: 0,
			first: ""
		},
		candidate: {
			count: 0,
			first: ""
		}
	};
	for (const pair of pairs) {
		if (pair.baseline !== null && pair.candidate !== null) continue;
		const own = only[pair.baseline === null ? "candidate" : "baseline"];
		if (own.count === 0) own.first = pair.key;
		own.count += 1;
	}
	if (designOf(candidate) === "sequential") only.baseline.count = 0;
	if (only.baseline.count + only.candidate.count === 0) return [];
	const show = ({ count, first }) => count === 0 ? "none missing on the other side" : `${count} only here, first ${displayKey(first)}`;
	return [{
		field: "samples",
		baseline: show(only.baseline),
		candidate: show(only.candidate),
		severity: "soft"
	}];
}
function describeDuplicates(keys) {
	return keys.length === 0 ? "no duplicates" : `${keys.length} duplicate ids, first ${displayKey(keys[0] ?? "")}`;
}
/** Samples of which a side has a line. */
function evaluatedOf({ pairs }, side) {
	const ids = /* @__PURE__ */ new Set();
	for (const { [side]: sample } of pairs) if (sample !== null) ids.add(sample.id);
	return ids.size;
}
/** Lines more than planned in any one filter. */
function beyondPlan(record, { pairs }, side) {
	const lines = /* @__PURE__ */ new Map();
	for (const { [side]: sample } of pairs) if (sample !== null) lines.set(sample.filter, (lines.get(sample.filter) ?? 0) + 1);
	return Math.max(0, ...[...lines.values()].map((count) => count - record.planned));
}
/** What the two sides of a pair must have been given alike. */
const GIVEN_ALIKE = [
	{
		field: "inputs",
		of: (sample) => sample.input_digest
	},
	{
		field: "targets",
		of: (sample) => sample.target_digest
	},
	{
		field: "samples",
		of: (sample) => sample.cluster ?? "none",
		shown: "cluster "
	},
	{
		field: "samples",
		of: (sample) => sample.group ?? "none",
		shown: "group "
	}
];
/** Pairs of which the two sides were given different things under the same id: counted, and the first one shown. */
function pairDifferences({ pairs }) {
	const counted = GIVEN_ALIKE.map((given) => ({
		given,
		count: 0,
		first: null
	}));
	for (const pair of pairs) {
		const { baseline, candidate } = pair;
		if (baseline === null || candidate === null) continue;
		for (const each of counted) {
			if (each.given.of(baseline) === each.given.of(candidate)) continue;
			each.first ??= pair;
			each.count += 1;
		}
	}
	return counted.flatMap(({ given: { field, of, shown = "" }, count, first }) => {
		if (first === null) return [];
		const show = (sample) => `${shown}${sample === null ? "none" : of(sample)} at ${displayKey(first.key)} (${count} differ)`;
		return [{
			field,
			baseline: show(first.baseline),
			candidate: show(first.candidate),
			severity: "hard"
		}];
	});
}

// src/core/compare/flips.ts
/** How many changed samples a reader is shown of each kind; the counts say how many there are. */
const MOST_REGRESSED = 24;
const MOST_IMPROVED = 12;
/**
* The samples whose score changed most, those that got worse first. Equal changes (all flips of a 0/1 score) take turns
* over the groups, so that a few shown samples do not all come from one subject.
*/
function worstFlips(pairs, metric) {
	const worse = worseSign(metric.declaration);
	const [regressed, improved] = [new Largest(MOST_REGRESSED), new Largest(MOST_IMPROVED)];
	for (const { key, group, baseline, candidate } of metric.scores) {
		if (baseline === null || candidate === null) continue;
		const before = ratioOfSums([baseline]);
		const after = ratioOfSums([candidate]);
		const degradation = worse * (after - before);
		if (!Number.isFinite(degradation) || degradation === 0) continue;
		const size = Math.abs(degradation);
		(degradation > 0 ? regressed : improved).add({
			key,
			group,
			before,
			after,
			size
		});
	}
	return [...regressed.changes(), ...improved.changes()].flatMap(({ key, group, before, after }) => {
		const pair = pairs.find(key);
		if (!pair?.baseline || !pair.candidate) return [];
		return [{
			id: pair.candidate.id,
			group,
			baseline: {
				score: before,
				output: pair.baseline.output ?? null
			},
			candidate: {
				score: after,
				output: pair.candidate.output ?? null
			}
		}];
	});
}
const bySize = (a, b) => b.size - a.size || byCodeUnits(a.key, b.key);
/** The largest changes so far: of every group as many as are shown in all, since no more of one can be. */
var Largest = class {
	#most;
	#byGroup = /* @__PURE__ */ new Map();
	constructor(most) {
		this.#most = most;
	}
	add(change) {
		const own = this.#byGroup.get(change.group) ?? [];
		this.#byGroup.set(change.group, own);
		const last = own.at(-1);
		if (own.length === this.#most && last !== void 0 && bySize(last, change) < 0) return;
		const place = own.findIndex((other) => bySize(change, other) < 0);
		own.splice(place === -1 ? own.length : place, 0, change);
		if (own.length > this.#most) own.pop();
	}
	changes() {
		const turns = [...this.#byGroup.values()].flatMap((own) => own.map((change, turn) => ({
			change,
			turn
		})));
		turns.sort((a, b) => b.change.size - a.change.size || a.turn - b.turn || bySize(a.change, b.change));
		return turns.slice(0, this.#most).map(({ change }) => change);
	}
};

// src/core/compare/compare.ts
/**
* Compares two runs of one task; null for a side that did not run, which is a hard mismatch.
* @param alpha one-sided error of the intervals that are shown
*/
function compareTask(ofBaseline, ofCandidate, alpha = .05, task = ofCandidate?.record.task ?? ofBaseline?.record.task ?? "") {
	const [baseline, candidate] = ofBaseline === null || ofCandidate === null ? [ofBaseline, ofCandidate] : [alignAverages(ofBaseline, ofCandidate), alignAverages(ofCandidate, ofBaseline)];
	const record = candidate?.record ?? baseline?.record;
	if (record === void 0) return {
		task,
		role: null,
		mismatches: [missingRun(task, null, null)],
		limited: false,
		population: null,
		sequence: null,
		metrics: [],
		result: null
	};
	const pairing = pairSamples(baseline?.samples ?? [], candidate?.samples ?? []);
	const isAggregated = [baseline, candidate].some((run) => run?.record.aggregates !== void 0);
	const metrics = isAggregated ? aggregatedMetrics(baseline, candidate, pairing.pairs, record) : metricsOf(pairing.pairs, record);
	const sequence = isAggregated ? null : sequenceOf(candidate);
	const seen = sequence === null ? metrics : metrics.map((metric) => onlyOn(metric, inOrder(metric, sequence)));
	const isStopped = stopOf(candidate).stopped !== void 0;
	return {
		task,
		role: record.task_role,
		mismatches: baseline === null || candidate === null ? [missingRun(task, baseline?.record ?? null, candidate?.record ?? null)] : findMismatches(baseline.record, candidate.record, pairing),
		limited: (record.fingerprint.limit ?? null) !== null,
		population: baseline?.record.population === candidate?.record.population ? candidate?.record.population ?? null : null,
		sequence,
		metrics,
		result: {
			task,
			role: record.task_role,
			primaryMetric: record.primary_metric,
			...stopOf(candidate),
			samples: {
				baseline: countsOf(baseline),
				candidate: countsOf(candidate)
			},
			pairs: pairing.pairs.complete,
			metrics: seen.map((metric) => metricResult(metric, seen, alpha, isStopped)),
			flips: flipsOf$1(record, pairing.pairs, metrics)
		}
	};
}
/**
* Compares all tasks. Every task that was expected or that ran is in the answer, those expected first: a task which only
* one side has, or none, carries a hard mismatch and is never dropped.
*/
function compareRuns(baseline, candidate, expectedTasks, alpha = .05) {
	const expected = new Set(expectedTasks);
	const others = new Set([...baseline, ...candidate].map((run) => run.record.task).sort(byCodeUnits));
	return [.../* @__PURE__ */ new Set([...expected, ...others])].map((task) => {
		const left = baseline.filter((run) => run.record.task === task);
		const right = candidate.filter((run) => run.record.task === task);
		const comparison = compareTask(left[0] ?? null, right[0] ?? null, alpha, task);
		const repeated = left.length < 2 && right.length < 2 ? [] : [repeatedRun(task, left.length, right.length)];
		const mixed = mixedModels(task, baseline.map(recordOf), candidate.map(recordOf));
		return {
			...comparison,
			mismatches: [
				...comparison.mismatches,
				...repeated,
				...mixed
			]
		};
	});
}
const recordOf = ({ record }) => record;
function countsOf(run) {
	return {
		planned: run?.record.planned ?? 0,
		evaluated: run?.samples.length ?? 0
	};
}
function stopOf(candidate) {
	const status = candidate?.record.status;
	const stop = status?.state === "complete" ? status.stopped : void 0;
	return stop === void 0 ? {} : { stopped: stop.because };
}
/** One a declared metric and filter; a filter whose lines do not mention the metric does not have it. */
function metricsOf(pairs, { metrics, planned }) {
	const mentioned = /* @__PURE__ */ new Map();
	for (const pair of pairs) {
		const names = mentioned.get(filterOf(pair)) ?? /* @__PURE__ */ new Set();
		mentioned.set(filterOf(pair), names);
		for (const sample of [pair.baseline, pair.candidate]) for (const name of Object.keys(sample?.scores ?? {})) names.add(name);
	}
	const filters = [...mentioned].sort(([a], [b]) => byCodeUnits(a ?? "", b ?? ""));
	return metrics.flatMap((declaration) => filters.filter(([, names]) => names.has(declaration.name)).map(([filter]) => scoresOf(pairs, declaration, filter, planned)));
}
/** @param isStopped whether the evaluation stopped for what it saw, so that no interval of a fixed size holds */
function metricResult(metric, all, alpha, isStopped) {
	if (metric.aggregates !== void 0) return aggregateResult(metric, nameOf$1(metric, all), alpha);
	const delta = estimateDelta(metric, imputeDelta(metric), alpha);
	return {
		metric: nameOf$1(metric, all),
		unit: metric.declaration.unit,
		direction: metric.declaration.direction,
		baseline: estimateOf(metric, paired("baseline")),
		candidate: estimateOf(metric, paired("candidate")),
		delta: delta !== null && isStopped ? descriptive(delta) : delta,
		flips: countFlips(metric),
		groups: groupDeltas(metric)
	};
}
/** `metric`, or `metric,filter` where a task has it under several filters. */
function nameOf$1({ declaration, filter }, all) {
	return all.filter((other) => other.declaration.name === declaration.name).length < 2 || filter === null ? declaration.name : `${declaration.name},${filter}`;
}
function flipsOf$1(record, pairs, metrics) {
	const primary = metrics.find((metric) => metric.declaration.name === record.primary_metric);
	return primary === void 0 ? [] : worstFlips(pairs, primary);
}
/** Keys of the candidate's samples in the order in which they were evaluated; null where that order decides nothing. */
function sequenceOf(run) {
	return run === null || designOf(run.record) === "full" ? null : Array.from(run.samples, sampleKey);
}

// src/core/decide/hypothesis.ts
/** The one door through which estimates come to be judged. */
function degradationOf({ method, value, n, lowest, highest }, sign) {
	if (sign === 1) return {
		method,
		value,
		n,
		best: lowest,
		worst: highest
	};
	return {
		method,
		value: -value,
		n,
		best: negated(highest),
		worst: negated(lowest)
	};
}
function negated(imputation) {
	if (imputation === null) return null;
	return {
		value: -imputation.value,
		inference: {
			kind: "negated",
			of: imputation.inference
		}
	};
}

// src/core/decide/needed.ts
/** More than anyone will run: beyond this the answer is that the value sits on its limit. */
const MOST = 1e9;
/**
* Samples that would show on which side of the boundary a degradation lies, if what was observed keeps its proportions. Null where no
* number does, because the value sits on the boundary.
*/
function samplesToDecide(boundary, { value, n, best, worst }, alpha) {
	const imputation = value > boundary ? best : worst;
	if (imputation === null) return null;
	const needed = needs(imputation.inference, n, boundary, alpha);
	return needed <= MOST ? Math.max(n + 1, Math.ceil(needed)) : null;
}
function needs(inference, n, boundary, alpha) {
	switch (inference.kind) {
		case "tango":
		case "student":
		case "skewed": {
			const { statistic } = testAgainst(inference, boundary);
			return statistic === null || statistic === 0 ? Infinity : n * (normalQuantile(1 - alpha) / statistic) ** 2;
		}
		case "binomial": {
			const rate = inference.events / inference.n;
			const isDecided = (size) => {
				const { pGreater, pLess } = testAgainst({
					kind: "binomial",
					events: rate * size,
					n: size
				}, boundary);
				return Math.min(pGreater, pLess) < alpha;
			};
			let enough = n;
			while (enough <= MOST && !isDecided(enough)) enough *= 2;
			return enough > MOST ? Infinity : firstDecided(isDecided, n, enough);
		}
		case "normal":
		case "bootstrap":
		case "each":
		case "limits": {
			const { pGreater, pLess } = testAgainst(inference, boundary);
			const least = Math.min(pGreater, pLess);
			return least >= .5 ? Infinity : n * (normalQuantile(1 - alpha) / normalQuantile(least)) ** 2;
		}
		case "negated": return needs(inference.of, n, 0 - boundary, alpha);
		default: return assertNever(inference);
	}
}
function firstDecided(isDecided, undecided, decided) {
	let low = undecided;
	let high = decided;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (isDecided(middle)) high = middle;
		else low = middle;
	}
	return high;
}

// src/core/decide/test-hypothesis.ts
/**
* Three answers, by two one-sided tests of the degradation with error `alpha` each:
*
* ```
*                          safe │ forbidden
*                               │    [─────────]    regression: proven to lie beyond the boundary
*                         [─────┼─────]             inconclusive
*   [───────────]               │                   pass: proven to lie on the safe side
* ```
*
* For the benchmark itself, every sample of which was seen, there is nothing to infer: the value is compared.
*/
function testHypothesis(hypothesis, estimate, alpha, target) {
	const { sign, boundary } = hypothesis;
	const degradation = degradationOf(estimate, sign);
	const { best, worst } = degradation;
	const halfWidth = halfWidthOf(hypothesis, degradation, alpha);
	const answer = {
		target,
		confidenceLimit: worst === null ? null : upperLimit(worst.inference, alpha),
		halfWidth,
		leaning: leaningOf(hypothesis, degradation, halfWidth)
	};
	if (target === "benchmark") {
		const test = {
			method: "benchmark",
			statistic: null,
			pSafe: null,
			pWorse: null
		};
		return {
			...answer,
			verdict: compare(hypothesis, degradation),
			test,
			needed: null
		};
	}
	const ofSafety = worst === null ? null : testAgainst(worst.inference, boundary);
	const pSafe = ofSafety?.pLess ?? null;
	const pWorse = best === null ? null : testAgainst(best.inference, boundary).pGreater;
	const verdict = pSafe !== null && pSafe < alpha ? "pass" : pWorse !== null && pWorse < alpha ? "regression" : "inconclusive";
	const statistic = ofSafety === null || ofSafety.statistic === null ? null : sign * ofSafety.statistic;
	return {
		...answer,
		verdict,
		test: {
			method: estimate.method,
			statistic: finite$1(statistic),
			pSafe,
			pWorse
		},
		needed: verdict === "inconclusive" ? samplesToDecide(boundary, degradation, alpha) : null
	};
}
/** On the boundary is within the limit. The slack, a billionth of a sample, is for limits such as 0.1 + 0.2. */
function isWithin({ boundary }, value, n) {
	return value <= boundary + 1e-9 / n;
}
function compare(hypothesis, { best, worst, n }) {
	if (worst !== null && isWithin(hypothesis, worst.value, n)) return "pass";
	if (best !== null && !isWithin(hypothesis, best.value, n)) return "regression";
	return "inconclusive";
}
/**
* Half the width of the two-sided interval; for a value, whose limits are uneven, the distance to the limit on the
* forbidden side.
*/
function halfWidthOf({ estimand }, { value, best, worst }, alpha) {
	if (best === null || worst === null) return null;
	const high = upperLimit(worst.inference, alpha);
	return estimand === "delta" ? (high - lowerLimit(best.inference, alpha)) / 2 : high - value;
}
/** The value's side of the boundary, where the data can resolve the boundary at all. */
function leaningOf(hypothesis, degradation, halfWidth) {
	if (halfWidth === null || halfWidth > 2 * hypothesis.tolerance) return "none";
	const verdict = compare(hypothesis, degradation);
	return verdict === "inconclusive" ? "none" : verdict;
}
/**
* Benchmark and population agree except within `tolerance`/3 of the boundary when the interval is that narrow; `auto`
* then speaks of the benchmark. Only whole runs can: `isWhole` says that no cap was set and every score is there.
*/
function chooseTarget(policy, hypothesis, estimate, alpha, isWhole) {
	if (policy !== "auto") return policy;
	if (!isWhole || hypothesis.estimand === "candidate") return "population";
	const halfWidth = halfWidthOf(hypothesis, degradationOf(estimate, hypothesis.sign), alpha);
	return halfWidth !== null && halfWidth <= hypothesis.tolerance / 3 ? "benchmark" : "population";
}
/** Smallest change that as many samples would show with 90 % probability: (z_α + z_.9) standard errors. */
function minimumDetectable(halfWidth, alpha) {
	const z = normalQuantile(1 - alpha);
	return halfWidth * (z + normalQuantile(.9)) / z;
}
/** The one-sided limit by which a ceiling or floor was judged, as shown to people; null for hypotheses about a change. */
function confidenceLimitOf({ estimand, sign }, tested, { declaration }, alpha) {
	const limit = tested?.confidenceLimit ?? null;
	const value = estimand !== "candidate" || limit === null ? null : finite$1(shown$1(sign * limit, declaration));
	return value === null ? null : {
		side: sign === 1 ? "upper" : "lower",
		value,
		level: 1 - alpha
	};
}
const finite$1 = (value) => value !== null && Number.isFinite(value) ? value : null;

// src/core/decide/messages.ts
/** The messages that a reviewer reads. Each is a whole sentence: it carries its numbers, their units and what they mean. */
function mismatchMessage({ task, field, baseline, candidate, against }) {
	return `The runs of ${task} cannot be compared: ${field in FINGERPRINT_FIELDS ? `${means(field)} (${field})` : field}: ${show$1(baseline)} in the ${against ?? "baseline"}, ${show$1(candidate)} in the candidate.`;
}
function means(field) {
	return field in FINGERPRINT_FIELDS ? FINGERPRINT_FIELDS[field].means : field;
}
function show$1(value) {
	return value === null ? "none" : String(value);
}
function unknownTaskMessage(task, comparisons) {
	const names = comparisons.map((comparison) => comparison.task);
	return `There is no task ${task} among the runs; ${names.length === 0 ? "there are no runs" : `there are ${names.join(", ")}`}.`;
}
function unknownMetricMessage(metric, { task, metrics }) {
	const names = metrics.map((known) => nameOf$1(known, metrics));
	return `No sample of ${task} has a score for ${metric}; ${names.length === 0 ? "they have no scores at all" : `there are scores for ${names.join(", ")}`}.`;
}
function ambiguousMetricMessage(metric, candidates) {
	return `${metric} has several filters, and each gives another value: name one of ${candidates.map(({ filter }) => `${metric},${filter ?? ""}`).join(", ")}.`;
}
function coverageMessage(usable, metric, minimum) {
	const expected = metric.scores.length;
	const share = formatLevel(Math.floor(1e4 * usable / expected) / 1e4);
	const why = ["baseline", "candidate"].flatMap((side) => {
		const reason = metric.whyUnscored[side];
		return reason === null ? [] : ` Without a score on the ${side}: ${formatCount(metric.unscored[side])}, mostly because “${reason}”.`;
	});
	return `Only ${formatCount(usable)} of ${plural(expected, "sample")} (${share}) have the scores that this gate needs; at least ${formatLevel(minimum)} must.${why.join("")}`;
}
function capMessage(task) {
	return `The runs of ${task} were capped to a part of its samples, and nobody says that it was drawn at random, so that it cannot say what the whole benchmark shows: remove the cap, or judge with target: population.`;
}
/** A net gain is never narrowed to a finite list, however a capped task was drawn. */
function cappedSumMessage(task) {
	return `The runs of ${task} were capped to a part of its samples, and a net gain speaks of a whole benchmark only where every task was evaluated whole: remove the cap, or judge with target: population.`;
}
function drawMessage(drawn, population) {
	return `This speaks of all ${formatCount(population)} samples of the task, of which ${formatCount(drawn)} were drawn at random.`;
}
function corpusMetricMessage(metric) {
	return `${metric} is a function of all samples at once, and nobody says which: gate a metric with a score a sample, or keep its parts and name its aggregate.`;
}
function noValueMessage(metric) {
	return `The candidate's scores add up to no value of ${metric}.`;
}
/** About a gate that was judged on the first samples of a random order. */
function sequentialMessage({ tested, metric, planned }) {
	const { method } = tested.test;
	const seen = metric.scores.length;
	const of = `${formatCount(seen)} of ${plural(planned, "planned sample")}`;
	if (tested.verdict === "inconclusive") return `Looked at as it went (${method}), and undecided after ${of}.`;
	return `Decided by a sequential test (${method}) after ${of}; samples after that change nothing.`;
}
function stopMessage(seen, planned, because) {
	const why = because === "regression" ? "since a regression was proven" : "before this gate was decided";
	return `The evaluation stopped after ${formatCount(seen)} of ${plural(planned, "planned sample")}, ${why}: here nothing is proven or ruled out. With --full, or policy.evaluation: full, all of them are evaluated.`;
}
const NO_RESAMPLES = "The samples allow no interval: some resamples of them have no value, or too few show any difference.";
const NO_INTERVAL = "A single independent sample has no interval: nothing can be proven or ruled out.";
function deltaMessage(name, baseline, candidate, delta, metric) {
	const { unit } = metric.declaration;
	const interval = delta.low === null || delta.high === null ? "no interval" : `${formatLevel(delta.level)} interval ${formatChange(delta.low, unit)} to ${formatChange(delta.high, unit)}`;
	const from = `from ${formatValue(baseline.value, unit)} to ${formatValue(candidate.value, unit)}`;
	const count = plural(candidate.n, metric.aggregates === void 0 ? "pair" : "sample");
	return `${name} went ${from}, a change of ${formatChange(delta.value, unit)} (${interval}, ${count}).`;
}
function valueMessage(name, candidate, confidenceLimit, { declaration: { unit } }) {
	const limit = confidenceLimit === null ? "no limit" : `${formatLevel(confidenceLimit.level)} ${confidenceLimit.side} limit ${formatValue(confidenceLimit.value, unit)}`;
	return `${name} is ${formatValue(candidate.value, unit)} for the candidate (${limit}, ${plural(candidate.n, "sample")}).`;
}
function verdictMessage({ verdict, target, test }, { forbidden }) {
	if (target === "benchmark") return benchmarkMessage(verdict, forbidden);
	const stated = capitalise(forbidden);
	switch (verdict) {
		case "pass": return `${stated} is ruled out${inBrackets(test.pSafe)}.`;
		case "regression": return `${stated} is proven${inBrackets(test.pWorse)}.`;
		case "inconclusive": return `${stated} is neither ruled out${inBrackets(test.pSafe)} nor proven${inBrackets(test.pWorse)}.`;
	}
}
function benchmarkMessage(verdict, forbidden) {
	const seen = "Judged on exactly this benchmark, without inference to other questions";
	switch (verdict) {
		case "pass": return `${seen}: there is not ${forbidden}.`;
		case "regression": return `${seen}: there is ${forbidden}.`;
		case "inconclusive": return `${seen}: whether there is ${forbidden} depends on samples that have no score.`;
	}
}
function inBrackets(p) {
	return p === null ? " (missing scores leave it open)" : ` (${formatP(p)})`;
}
function neededMessage(needed) {
	return needed === null ? [] : [`About ${plural(needed, "sample")} would decide it if what was observed keeps its proportions.`];
}
function leaningMessage(leaning) {
	switch (leaning) {
		case "pass": return "The observed value lies within the limit, and the data are fine enough to lean on it: it does not block.";
		case "regression": return "The observed value lies beyond the limit, and the data are fine enough to lean on it: it blocks.";
		case "none": return "The data are too few to lean on the observed value: silence is no evidence, so it blocks.";
	}
}
/**
* Signs that a run is broken rather than bad. Every answer worthless is what a wrong regular expression or template looks
* like, and where both sides share it, nothing changed and the gate may well pass.
*/
function warnings({ declaration }, candidate) {
	const { range } = declaration;
	const isLowest = candidate?.value === 0 && (range.min === 0 || (candidate.stderr ?? 0) === 0);
	return worseSign(declaration) === -1 && isLowest ? [`Every one of the candidate's ${plural(candidate.n, "sample")} scored exactly 0, which is more often a broken format or template than a lost skill: look at its outputs.`] : [];
}
/** What a reader should know before trusting the numbers, whatever the verdict. */
function cautions(metric, estimate) {
	const { declaration, scores } = metric;
	const missing = metric.aggregates === void 0 ? scores.length - (estimate?.n ?? scores.length) : 0;
	const found = [];
	if (missing > 0) found.push(`${plural(missing, "sample")} without scores counted as bad as can be for a pass and as good as can be for a failure.`);
	if (estimate?.sparse) found.push("Fewer than ten independent samples differ, so one more at the worst possible value was assumed.");
	if (declaration.weak) found.push(`${declaration.name} is weak evidence by its own declaration: read the samples before trusting it.`);
	return found;
}
function capitalise(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
/** What was observed, what follows from it, and for an undecided gate what it does and what would decide it. */
function gateMessages(gate, { baseline, candidate, delta }, metric, hypothesis, tested, policy) {
	const name = `${gate.metric} on ${gate.task}${gate.against === void 0 ? "" : `, against the ${gate.against},`}`;
	const observed = hypothesis.estimand === "candidate" && candidate !== null ? [valueMessage(name, candidate, confidenceLimitOf(hypothesis, tested, metric, policy.alpha.value), metric)] : baseline !== null && candidate !== null && delta !== null ? [deltaMessage(name, baseline, candidate, delta, metric)] : [];
	if (tested === null) return [...observed, metric.declaration.kind === "corpus" ? NO_RESAMPLES : NO_INTERVAL];
	return [
		...observed,
		verdictMessage(tested, hypothesis),
		...undecidedMessages(gate, tested, policy)
	];
}
function undecidedMessages(gate, tested, policy) {
	if (tested.verdict !== "inconclusive") return [];
	return [...neededMessage(tested.needed), ...policy.onInconclusive.value === "lean" && gate.tier === "blocking" ? [leaningMessage(tested.leaning)] : []];
}

// src/core/domain/gate.ts
/** A source in words, such as `flag --max-mmlu-drop` or `weighbridge.yml:12`. */
function describeSource(source) {
	switch (source.kind) {
		case "default": return "default";
		case "input": return `input ${source.name}`;
		case "flag": return `flag ${source.name}`;
		case "file": return `${source.file}:${source.line}`;
	}
}
/** The metrics that a gain has to outweigh; none of a rule that is about one metric. */
function lossesOf(rule) {
	return "losses" in rule ? rule.losses : [];
}
/** The tasks that a gate needs, its own first. */
function tasksOfGate(gate) {
	return [gate, ...lossesOf(gate)].map(({ task }) => task);
}
/** A limit in words and units, as a person would write it in the config. */
function describeLimit({ limit }, unit) {
	if (typeof limit === "number") return unit === "rate" ? `${trim(limit * 100)}%` : trim(limit);
	if (limit.kind === "relative") return `${trim(limit.value * 100)}%rel`;
	return unit === "rate" ? `${trim(limit.value * 100)}pp` : trim(limit.value);
}
function trim(value) {
	return String(Number(value.toPrecision(12)));
}

// src/core/decide/result.ts
/** @param hypothesis null when the gate's question makes no sense for the metric, so that there is no margin */
function factsOf(gate, metric, hypothesis, alpha) {
	const unit = metric?.declaration.unit ?? "number";
	return {
		id: gate.id,
		task: gate.task,
		metric: gate.filter === void 0 ? gate.metric : `${gate.metric},${gate.filter}`,
		rule: gate.rule,
		...gate.against === void 0 ? {} : { against: gate.against },
		limit: describeLimit(gate, unit === "rate" ? "rate" : "other"),
		margin: hypothesis?.margin ?? null,
		unit,
		direction: metric?.declaration.direction ?? null,
		tier: gate.tier,
		baseline: metric === null ? null : estimateOf(metric, paired("baseline")),
		candidate: metric === null ? null : estimateOf(metric, hypothesis?.estimand === "candidate" ? CANDIDATE.read : paired("candidate")),
		delta: metric === null || alpha === null ? null : estimateDelta(metric, imputeDelta(metric), alpha),
		pairs: metric === null ? 0 : metric.scores.filter((score) => DELTA.read(score) !== null).length,
		unpaired: metric?.unpaired ?? {
			baseline: 0,
			candidate: 0
		},
		unscored: metric?.unscored ?? {
			baseline: 0,
			candidate: 0
		},
		flips: metric === null ? null : countFlips(metric)
	};
}
/** A gate that could not be judged: the numbers there are, and why they prove nothing. */
function invalidGate(gate, metric, reasons) {
	return {
		...factsOf(gate, metric, null, null),
		verdict: "invalid",
		reasons,
		bound: null,
		leaning: null,
		test: null,
		minimumDetectable: null,
		needed: null,
		blocks: gate.tier === "blocking"
	};
}
/** A gate that was not decided when the evaluation stopped: silence is no evidence, so that nothing leans on it. */
function undecidedGate(gate, metric, reasons, policy) {
	const facts = factsOf(gate, metric, null, policy.alpha.value);
	return {
		...facts,
		delta: facts.delta === null ? null : descriptive(facts.delta),
		...verdictOf(gate, null, policy.onInconclusive.value),
		reasons,
		bound: null,
		minimumDetectable: null
	};
}
/** A gate that was judged; with null, one whose samples allow no interval, which leaves it undecided. */
function judgedGate(gate, facts, hypothesis, tested, metric, reasons, policy) {
	return {
		...facts,
		...verdictOf(gate, tested, policy.onInconclusive.value),
		...said(reasons, metric, facts.candidate),
		bound: confidenceLimitOf(hypothesis, tested, metric, policy.alpha.value),
		minimumDetectable: detectable(hypothesis, tested, facts, metric, policy.alpha.value)
	};
}
function said(reasons, metric, candidate) {
	const warnings$1 = warnings(metric, candidate);
	return {
		reasons: [...reasons, ...warnings$1],
		...warnings$1.length === 0 ? {} : { warnings: warnings$1 }
	};
}
function verdictOf(gate, tested, onInconclusive) {
	const verdict = tested?.verdict ?? "inconclusive";
	const leaning = verdict === "inconclusive" && onInconclusive === "lean" ? tested?.leaning ?? "none" : null;
	return {
		verdict,
		leaning,
		test: tested?.test ?? null,
		needed: tested?.needed ?? null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, onInconclusive)
	};
}
/** Whether a blocking gate with this verdict stops the merge. */
function isStop(verdict, leaning, onInconclusive) {
	if (verdict !== "inconclusive") return verdict !== "pass";
	switch (onInconclusive) {
		case "block": return true;
		case "warn": return false;
		case "lean": return leaning !== "pass";
		default: return assertNever(onInconclusive);
	}
}
function detectable({ estimand }, tested, facts, metric, alpha) {
	const halfWidth = tested?.halfWidth ?? null;
	const from = estimand === "delta" ? facts.baseline : facts.candidate;
	if (halfWidth === null || from === null) return null;
	const size = shownDelta(minimumDetectable(halfWidth, alpha), from.value, metric.declaration);
	return Number.isFinite(size) ? size : null;
}

// src/core/decide/aggregate-only.ts
/** Why a gate may not be decided without samples; null where it may. A blocking one must say that it wants to. */
function refusalOfAggregates(gate, policy) {
	if (policy.target.value === "benchmark") return noSamplesMessage(gate.task, "benchmark");
	return gate.allowWeakEvidence === true || gate.tier === "advisory" ? null : noSamplesMessage(gate.task, "blocking");
}
/**
* A gate on a task of which a side has no samples: judged on two aggregates, unpaired, and about questions like these only, since
* nothing shows that the same questions were asked.
*/
function judgeAggregates(gate, { estimand, scope, hypothesis: ask }, metric, policy) {
	const alpha = policy.alpha.value;
	const [baseline, candidate] = [aggregateEstimate(metric, "baseline"), aggregateEstimate(metric, "candidate")];
	const values = {
		baseline,
		candidate,
		delta: aggregateDelta(metric, alpha),
		evidence: "weak"
	};
	const invalid = (reason) => ({
		...invalidGate(gate, metric, [reason]),
		...values
	});
	if (scope !== "metric") return invalid(noSamplesMessage(gate.task, "groups"));
	const refusal = refusalOfAggregates(gate, policy);
	if (refusal !== null) return invalid(refusal);
	if ((estimand === "delta" ? [baseline, candidate] : [candidate]).some((side) => side === null || side.stderr === null)) return invalid(noErrorMessage(gate.metric));
	const hypothesis = ask(gate.limit, metric.declaration, baseline);
	if ("refusal" in hypothesis) return invalid(hypothesis.refusal);
	const estimate = imputeAggregates(metric, estimand);
	if (estimate === null) return invalid(noErrorMessage(gate.metric));
	const tested = testHypothesis(hypothesis, estimate, alpha, "population");
	const facts = {
		...factsOf(gate, metric, hypothesis, null),
		...values
	};
	const reasons = [
		...gateMessages(gate, facts, metric, hypothesis, tested, policy),
		AGGREGATE_ONLY_MESSAGE,
		...cautions(metric, estimate)
	];
	return judgedGate(gate, facts, hypothesis, tested, metric, reasons, policy);
}
/** Why results without samples cannot decide a gate, and the way out. */
function noSamplesMessage(task, why) {
	const known = `A run of ${task} holds sums and no samples, so that nothing can be paired`;
	switch (why) {
		case "groups": return `${known} or told apart by group: keep the samples.`;
		case "benchmark": return `${known}, and nothing shows that the same questions were asked: keep the samples, or judge with target: population.`;
		case "blocking": return `${known}: that is weak evidence, which may not decide a blocking gate unasked. Keep the samples (--log_samples in lm-evaluation-harness), or give the gate allow_weak_evidence: true.`;
	}
}
function noErrorMessage(metric) {
	return `Nobody says how certain ${metric} is: without samples it takes a standard error and the number of samples, of a rate the latter.`;
}
const AGGREGATE_ONLY_MESSAGE = "Weak evidence: two sums compared as if their questions had nothing in common. With the samples of both sides the interval would be about half as wide.";

// src/core/decide/locate.ts
/** The metrics that a gate needs, its own first. */
function metricsOfGate(gate) {
	return [gate, ...lossesOf(gate)];
}
function locateMetric(named, comparisons) {
	const comparison = comparisons.find(({ task }) => task === named.task);
	if (comparison === void 0) return {
		faults: [unknownTaskMessage(named.task, comparisons)],
		metric: null
	};
	const metric = findMetric$1(named, comparison);
	const hard = comparison.mismatches.filter(({ severity }) => severity === "hard");
	const scores = "refusal" in metric ? null : metric;
	if (hard.length > 0) return {
		faults: hard.map(mismatchMessage),
		metric: scores
	};
	return "refusal" in metric ? {
		faults: [metric.refusal],
		metric: null
	} : {
		comparison,
		metric
	};
}
function findMetric$1(named, comparison) {
	const namesakes = comparison.metrics.filter(({ declaration }) => declaration.name === named.metric);
	const chosen = named.filter === void 0 ? namesakes : namesakes.filter(({ filter }) => filter === named.filter);
	const [only, ...others] = chosen;
	if (only === void 0) {
		const name = named.filter === void 0 ? named.metric : `${named.metric},${named.filter}`;
		return { refusal: unknownMetricMessage(name, comparison) };
	}
	return others.length === 0 ? only : { refusal: ambiguousMetricMessage(named.metric, chosen) };
}
/** Why samples cannot carry a verdict, whatever they say; null where they can. */
function obstacleOf(metric, read, { minCoverage }) {
	const { declaration, scores } = metric;
	if (declaration.kind === "corpus" && declaration.aggregate === void 0) return corpusMetricMessage(declaration.name);
	const usable = scores.filter((score) => read(score) !== null).length;
	return usable === 0 || usable < minCoverage.value * scores.length ? coverageMessage(usable, metric, minCoverage.value) : null;
}

// src/core/decide/rules/net-gain.ts
/**
* Judges whether a gain outweighs the weighted losses of other metrics: gain − Σ weight · loss > limit, where a metric that
* did not lose counts 0. That is the least of the sums over every set of the losses, so that safety has to be shown of each.
*
* The tasks ask different questions of the same two checkpoints, so that their estimates are independent given these; metrics
* of one task are not, and are taken to hang together in the worst way.
*/
function judgeNetGain(gate, comparisons, policy) {
	const located = metricsOfGate(gate).map((named) => locateMetric(named, comparisons));
	const own = located[0]?.metric ?? null;
	const faults = located.flatMap((each) => faultsOf(each, gate, policy));
	if (faults.length > 0) return invalidGate(gate, own, [...new Set(faults)]);
	const found = located.flatMap((each) => "faults" in each ? [] : [each]);
	const stopped = found.find(({ comparison, metric }) => isStopped(comparison, metric));
	if (own !== null && stopped !== void 0) {
		const { sequence, result } = stopped.comparison;
		const planned = stopped.metric.scores.length;
		const reason = stopMessage(sequence?.length ?? 0, planned, result?.stopped);
		return undecidedGate(gate, own, [reason], policy);
	}
	const components = found.map((each, index) => componentOf(each, gate, gate.losses[index - 1] ?? null));
	const [gain, ...losses] = components;
	if (own === null || gain === null || gain === void 0 || losses.includes(null)) {
		const nameless = found.find((_, index) => components[index] === null)?.metric.declaration.name ?? gate.metric;
		return invalidGate(gate, own, [noErrorMessage(nameless)]);
	}
	return weigh(gate, gain, losses, policy);
}
function faultsOf(located, gate, policy) {
	if ("faults" in located) return located.faults;
	const { metric, comparison } = located;
	const refusal = metric.aggregates === void 0 ? obstacleOf(metric, DELTA.read, policy) : refusalOfAggregates(gate, policy);
	if (refusal !== null) return [refusal];
	return comparison.limited && policy.target.value === "benchmark" ? [cappedSumMessage(comparison.task)] : [];
}
const isStopped = ({ sequence }, { scores }) => sequence !== null && sequence.length < scores.length;
/** @param loss null for the gain itself */
function componentOf({ comparison, metric }, gate, loss) {
	const isAggregateOnly = metric.aggregates !== void 0;
	const baseline = isAggregateOnly ? aggregateEstimate(metric, "baseline") : estimateOf(metric, paired("baseline"));
	const estimate = isAggregateOnly ? imputeAggregates(metric, "delta") : imputeDelta(metric);
	if (baseline === null || estimate === null) return null;
	const isWhole = !isAggregateOnly && !comparison.limited && estimate.n === metric.scores.length;
	return {
		named: loss ?? gate,
		weight: loss?.weight ?? 1,
		metric,
		baseline,
		estimate,
		isWhole
	};
}
function weigh(gate, gain, losses, policy) {
	const alpha = policy.alpha.value;
	const hypothesis = NET_GAIN.hypothesis(gate.limit, gain.metric.declaration, gain.baseline);
	if ("refusal" in hypothesis) return invalidGate(gate, gain.metric, [hypothesis.refusal]);
	const all = [gain, ...losses];
	const sum = sumOf(gain, losses);
	const estimate = estimateOfNet(sum, all, alpha);
	const isWhole = all.every((component) => component.isWhole);
	const target = isWhole ? chooseTarget(policy.target.value, hypothesis, estimate, alpha, isWhole) : "population";
	const tested = {
		...testHypothesis(hypothesis, estimate, alpha, target),
		needed: null
	};
	const net = netGainOf(sum, losses, alpha);
	const isAggregateOnly = all.some(({ metric }) => metric.aggregates !== void 0);
	const facts = {
		...factsOf(gate, gain.metric, hypothesis, alpha),
		...gain.metric.aggregates === void 0 ? {} : aggregateFactsOf(gain.metric, alpha),
		net,
		...isAggregateOnly ? { evidence: "weak" } : {}
	};
	const reasons = [
		netMessage(gate, facts.delta, net, gain.metric.declaration.unit),
		verdictMessage(tested, hypothesis),
		...undecidedMessages(gate, tested, policy),
		...isAggregateOnly ? [AGGREGATE_ONLY_MESSAGE] : [],
		...all.flatMap(({ metric, estimate: own }) => cautions(metric, own))
	];
	const detectable = tested.halfWidth === null ? null : minimumDetectable(tested.halfWidth, alpha);
	return {
		...judgedGate(gate, facts, hypothesis, tested, gain.metric, reasons, policy),
		minimumDetectable: detectable
	};
}
function sumOf(gain, losses) {
	const [first, others] = [termOf(gain), losses.map(termOf)];
	return {
		value: others.reduce((net, term) => net + Math.min(0, term.weight * term.value), first.value),
		limits: limitsOfLeast(subsetsOf(others).map((some) => limitsOfSum([first, ...some])))
	};
}
function estimateOfNet({ value, limits }, all, alpha) {
	const imputation = Number.isFinite(limits.lower(alpha)) && Number.isFinite(limits.upper(alpha)) ? {
		value,
		inference: {
			kind: "limits",
			limits
		}
	} : null;
	return {
		method: "square-and-add",
		value,
		n: Math.min(...all.map(({ estimate }) => estimate.n)),
		lowest: imputation,
		highest: imputation,
		sparse: false
	};
}
function netGainOf({ value, limits }, losses, alpha) {
	return {
		value,
		low: finite(limits.lower(alpha)),
		high: finite(limits.upper(alpha)),
		level: 1 - 2 * alpha,
		method: "square-and-add",
		losses: losses.map((loss) => ({
			task: loss.named.task,
			weight: loss.weight,
			unit: loss.metric.declaration.unit,
			metric: loss.named.filter === void 0 ? loss.named.metric : `${loss.named.metric},${loss.named.filter}`,
			delta: changeOf$1(loss, loss.estimate.value)
		}))
	};
}
const aggregateFactsOf = (metric, alpha) => ({
	baseline: aggregateEstimate(metric, "baseline"),
	candidate: aggregateEstimate(metric, "candidate"),
	delta: aggregateDelta(metric, alpha)
});
/** A change on the shown scale. */
const changeOf$1 = ({ baseline, metric }, delta) => shownDelta(delta, baseline.value, metric.declaration);
/** The component as a change for the better, on the shown scale. */
function termOf(component) {
	const { named, weight, estimate, metric } = component;
	const sign = worseSign(metric.declaration);
	const limit = (imputation, of, open) => (alpha) => imputation === null ? open : -sign * changeOf$1(component, of(imputation.inference, alpha));
	const [low, high] = [limit(estimate.lowest, lowerLimit, sign * Infinity), limit(estimate.highest, upperLimit, -sign * Infinity)];
	const limits = remembered(sign === -1 ? {
		lower: low,
		upper: high
	} : {
		lower: high,
		upper: low
	});
	return {
		source: named.task,
		weight,
		value: -sign * changeOf$1(component, estimate.value),
		limits
	};
}
/** Every set of the items, the empty one too. */
function subsetsOf(items) {
	return Array.from({ length: 2 ** items.length }, (_, chosen) => items.filter((_, index) => (chosen >> index) % 2 === 1));
}
const finite = (value) => Number.isFinite(value) ? value : null;
/** What a gain leaves after what it has to pay for. */
function netMessage({ task, metric }, gain, net, unit) {
	const paid = net.losses.map((loss) => `${loss.metric} on ${loss.task} by ${formatChange(loss.delta, loss.unit)} (weight ${loss.weight})`);
	const interval = net.low === null || net.high === null ? "no interval" : `${formatLevel(net.level)} interval ${formatChange(net.low, unit)} to ${formatChange(net.high, unit)}`;
	return `${metric} on ${task} changed by ${gain === null ? "nobody knows how much" : formatChange(gain.value, unit)}, ${paid.join(", ")}: after the losses that leaves ${formatChange(net.value, unit)} (${interval}); what a task won counts nothing.`;
}
/** The gain, less the weighted losses of other metrics, must be more than the limit, in the unit of the gain. */
const NET_GAIN = {
	...CHANGE,
	name: "net_gain",
	key: "at_least",
	scope: "several metrics",
	limitSign: -1,
	signFor: () => -1,
	description: "The gain less its weighted losses must be more than this.",
	flag: null,
	allowsEverything: () => false,
	hypothesis(limit, metric, baseline) {
		const gain = MIN_GAIN.hypothesis(limit, metric, baseline);
		if ("refusal" in gain) return gain;
		const { margin } = gain;
		return {
			estimand: "delta",
			sign: -1,
			boundary: 0 - margin,
			margin,
			tolerance: margin,
			forbidden: margin === 0 ? "a gain that does not outweigh the losses" : `a gain of less than ${formatMargin(margin, metric.unit)} after the losses`
		};
	},
	judgeTasks: judgeNetGain,
	limitPhrase: () => ["must gain", " net of losses"],
	outcomePhrase: (holds) => [holds ? "more than the required" : "not the required", ""],
	questionPhrase: "outweighs the losses by"
};

// src/core/stats/mcnemar.ts
function mcnemar(improved, regressed) {
	const discordant = improved + regressed;
	if (discordant === 0) return {
		exactWorse: 1,
		midPWorse: .5,
		exactTwoSided: 1,
		midPTwoSided: 1
	};
	const fewer = Math.min(improved, regressed);
	const exactWorse = binomialAtLeast(regressed, discordant, .5);
	const atMostFewer = binomialAtMost(fewer, discordant, .5);
	const atObserved = binomialExactly(fewer, discordant, .5);
	return {
		exactWorse,
		midPWorse: exactWorse - atObserved / 2,
		exactTwoSided: Math.min(1, 2 * atMostFewer),
		midPTwoSided: improved === regressed ? 1 : 2 * atMostFewer - atObserved
	};
}

// src/core/stats/multiplicity.ts
/**
* p-values adjusted so that "adjusted < α" errs on any true hypothesis of the family with probability at most α,
* whatever their dependence. Holm 1979: p₍ᵢ₎ (m − i + 1), made non-decreasing.
*/
function holm(pValues) {
	return adjust(pValues, (p, rank, m) => p * (m - rank + 1), "up");
}
/**
* p-values adjusted so that "adjusted < q" keeps the expected share of false claims among the claims below q, under
* independence or positive dependence. Benjamini & Hochberg 1995: p₍ᵢ₎ m / i, made non-decreasing from the largest.
* For annotation, never for blocking.
*/
function benjaminiHochberg(pValues) {
	return adjust(pValues, (p, rank, m) => p * m / rank, "down");
}
/** Scales p-values by rank (from 1, smallest first), keeps them in order by a running extreme, and puts them back. */
function adjust(pValues, scale, run) {
	const ranked = pValues.map((p, index) => ({
		p,
		index
	})).sort((a, b) => a.p - b.p).map(({ p, index }, i) => ({
		index,
		scaled: Math.min(1, scale(p, i + 1, pValues.length))
	}));
	if (run === "down") ranked.reverse();
	const pick = run === "up" ? Math.max : Math.min;
	const adjusted = new Array(pValues.length).fill(1);
	let extreme = run === "up" ? 0 : 1;
	for (const { index, scaled } of ranked) {
		extreme = pick(extreme, scaled);
		adjusted[index] = extreme;
	}
	return adjusted;
}

// src/core/decide/hypothetical.ts
/** Tools for asking the code that judges merges about data that might have been. */
/** The estimate of 0/1 scores that nobody observed, every sample of which has a score. */
function hypotheticalEstimate(method, value, n, inference) {
	const imputation = {
		value,
		inference
	};
	return {
		method,
		value,
		n,
		lowest: imputation,
		highest: imputation,
		sparse: false
	};
}
/** The same for pairs of which so many got worse and better. */
function estimateOfFlips(sign, { regressed, improved, pairs }) {
	const [rose, fell] = sign === 1 ? [regressed, improved] : [improved, regressed];
	const counts = {
		rose,
		fell,
		pairs
	};
	return hypotheticalEstimate("tango", (rose - fell) / pairs, pairs, {
		kind: "tango",
		counts
	});
}
/** The first count in [0, most] for which a condition holds that never stops holding; most + 1 without one. */
function firstCount(most, holds) {
	let low = 0;
	let high = most + 1;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

// src/core/decide/rules/no-regression-by-group.ts
/** Groups that are named in full before the rest is counted. */
const MOST_NAMED = 5;
/** Expected share of false alarms among the groups that are only pointed out. */
const POINTED_OUT_FALSELY = .1;
/**
* Judges every group of a task against the limit and blocks on any that is proven to be beyond it, with one error rate for
* the whole family (Holm). A loss in a few subjects moves the total too little to be seen there: 15 points in 3 of 57 move
* it by less than one.
*
* The verdict `pass` means that no alarm went off. It proves nothing safe, which a `max_drop` on the total does; and where
* no group is large enough to set off the alarm, it is `inconclusive`.
*/
function judgeByGroup(gate, metric, policy) {
	const groups = splitByGroup(metric);
	const judged = [];
	const faults = [];
	for (const [group, own] of groups) {
		const result = judgeGroup(group, own, gate, policy);
		if ("fault" in result) faults.push(result.fault);
		else judged.push(result);
	}
	if (groups.size === 0) faults.push(`No sample of ${gate.task} belongs to a group.`);
	if (faults.length > 0) return invalidGate(gate, metric, faults);
	const alpha = policy.alpha.value;
	const adjusted = holm(judged.map(({ p }) => p));
	const rates = benjaminiHochberg(judged.map(({ p }) => p));
	const proven = judged.flatMap((group, index) => {
		const p = adjusted[index] ?? 1;
		return p < alpha ? [{
			...group,
			p
		}] : [];
	});
	const suspect = judged.filter((_, index) => (adjusted[index] ?? 1) >= alpha && (rates[index] ?? 1) < POINTED_OUT_FALSELY);
	const mute = judged.filter(({ smallestP }) => smallestP * judged.length >= alpha);
	const unheard = judged.filter((group) => group.unheard);
	const isSilent = unheard.length > 0 || mute.length === judged.length;
	const verdict = proven.length > 0 ? "regression" : isSilent ? "inconclusive" : "pass";
	const leaning = verdict === "inconclusive" && policy.onInconclusive.value === "lean" ? "none" : null;
	return {
		...factsOf(gate, metric, null, alpha),
		margin: gate.limit.kind === "absolute" ? gate.limit.value : null,
		verdict,
		bound: null,
		leaning,
		test: {
			method: `holm, ${gate.limit.value === 0 ? "mcnemar mid-p" : "margin"}`,
			statistic: null,
			pSafe: null,
			pWorse: adjusted.reduce((least, p) => Math.min(least, p), 1)
		},
		minimumDetectable: null,
		needed: null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, policy.onInconclusive.value),
		reasons: [
			groupsMessage(verdict, judged.length, proven, mute.length === judged.length, gate, metric),
			...unheard.length === 0 ? [] : [`Scores are missing, which could be anything: ${listed(unheard.map(({ group }) => group))}.`],
			...suspect.length === 0 ? [] : [`Not proven, but worth a look: ${nameGroups(suspect, metric)}.`],
			...mute.length === 0 || mute.length === judged.length ? [] : [`Too few samples to set off the alarm by themselves: ${listed(mute.map(({ group }) => group))}.`]
		]
	};
}
/** Samples by group, in the order of names; those of a grouped task without a group are one of their own. */
function splitByGroup(metric) {
	const isKnown = ({ baseline, candidate }) => baseline !== null || candidate !== null;
	if (!metric.scores.some((score) => score.group !== null && isKnown(score))) return /* @__PURE__ */ new Map();
	const named = [...ScoreTable.from(metric.scores).split((score) => isKnown(score) ? score.group ?? "samples without a group" : void 0)].map(([group, scores]) => [group, {
		...metric,
		scores
	}]);
	return new Map(named.sort(([a], [b]) => byCodeUnits(a, b)));
}
function judgeGroup(group, metric, gate, policy) {
	const pairs = metric.scores.filter((score) => DELTA.read(score) !== null).length;
	const missing = metric.scores.length - pairs;
	if (pairs === 0 || missing > Math.max(1, (1 - policy.minCoverage.value) * metric.scores.length)) return { fault: `Only ${formatCount(pairs)} of ${plural(metric.scores.length, "sample")} of the group ${group} have scores.` };
	const baseline = estimateOf(metric, paired("baseline"));
	const hypothesis = MAX_DROP.hypothesis(gate.limit, metric.declaration, baseline);
	if ("refusal" in hypothesis || baseline === null) return { fault: `The group ${group} cannot be judged: ${"refusal" in hypothesis ? hypothesis.refusal : "it has no value."}` };
	const estimate = imputeDelta(metric);
	const allWorse = estimateOfFlips(hypothesis.sign, {
		regressed: pairs,
		improved: 0,
		pairs
	});
	const p = estimate === null ? 1 : pWorse(hypothesis, estimate);
	return {
		group,
		pairs,
		delta: shownDelta(estimate?.value ?? 0, baseline.value, metric.declaration),
		p: p ?? 1,
		unheard: p === null,
		smallestP: pWorse(hypothesis, allWorse) ?? 1
	};
}
/**
* Missing scores count as good as can be: an alarm must not go off for want of data, which coverage has judged. Null where
* nobody knows how good that is. At a limit of 0 it is the exact mid-p McNemar test of the flips, which keeps its level in
* small groups.
*/
function pWorse({ sign, boundary }, estimate) {
	const { best } = degradationOf(estimate, sign);
	if (best === null) return null;
	const flips = boundary === 0 ? flipsOf(best.inference) : null;
	return flips === null ? testAgainst(best.inference, boundary).pGreater : mcnemar(flips.improved, flips.regressed).midPWorse;
}
/** Of a degradation; null where it is not about pairs of 0/1 scores. */
function flipsOf(inference) {
	if (inference.kind === "tango") return {
		regressed: inference.counts.rose,
		improved: inference.counts.fell
	};
	const turned = inference.kind === "negated" ? flipsOf(inference.of) : null;
	return turned === null ? null : {
		regressed: turned.improved,
		improved: turned.regressed
	};
}
function groupsMessage(verdict, count, proven, isTooSmall, gate, metric) {
	const { unit } = metric.declaration;
	const move = worseSign(metric.declaration) === -1 ? "dropped" : "risen";
	const { kind, value } = gate.limit;
	const size = kind === "relative" ? `${formatLevel(value)} of the baseline` : formatMargin(value, unit);
	const by = value === 0 ? "" : ` by more than ${size}`;
	if (verdict === "regression") return `${formatCount(proven.length)} of ${plural(count, "group")} are proven to have ${move}${by}: ${nameGroups(proven, metric)}.`;
	if (isTooSmall) return `None of ${plural(count, "group")} has enough samples to prove that it has ${move}${by}, even if every answer had become worse.`;
	if (verdict === "inconclusive") return `None of ${plural(count, "group")} is proven to have ${move}${by}, and not all could be judged.`;
	return `None of ${plural(count, "group")} is proven to have ${move}${by}. This is an alarm that did not go off, not a proof of safety.`;
}
function nameGroups(groups, { declaration }) {
	return listed([...groups].sort((a, b) => a.p - b.p || byCodeUnits(a.group, b.group)).map(({ group, delta, pairs, p }) => `${group} ${formatChange(delta, declaration.unit)} (${plural(pairs, "pair")}, ${formatP(p)})`));
}
function listed(items) {
	const rest = items.length - MOST_NAMED;
	return rest <= 0 ? items.join(", ") : `${items.slice(0, MOST_NAMED).join(", ")} and ${rest} more`;
}
/**
* No group of samples (a subject) may be proven to have got worse by more than the limit, all groups of the task being one
* family; a limit of 0 forbids any proven loss.
*/
const NO_REGRESSION_BY_GROUP = {
	...CHANGE,
	name: "no_regression_by_group",
	key: "no_regression_by_group",
	scope: "groups",
	limitSign: 1,
	description: "No group of samples, such as a subject, may be proven to have got worse by more than this; `0pp` forbids any proven loss. An alarm beside `max_drop`: its pass proves no safety.",
	flag: null,
	allowsEverything: allowsAnyDrop,
	hypothesis: MAX_DROP.hypothesis,
	judgeMetric: judgeByGroup,
	limitPhrase: ({ direction }) => [`no group may ${worsening(direction === null ? -1 : worseSign({ direction }))}`, ""],
	outcomePhrase: (holds) => [`${holds ? "is" : "are"} proven to be worse by more than`, ""],
	questionPhrase: "got worse by more than"
};

// src/core/decide/rules/registry.ts
/** One row a rule, in the order in which people are shown them. */
const ROWS = {
	max_drop: MAX_DROP,
	min_gain: MIN_GAIN,
	ceiling: CEILING,
	floor: FLOOR,
	no_regression_by_group: NO_REGRESSION_BY_GROUP,
	net_gain: NET_GAIN
};
/** A row is only ever asked about gates and limits of its own rule. */
const BY_NAME = ROWS;
const RULES = Object.values(BY_NAME);
const GATE_RULES = Object.keys(ROWS);
const ruleOf = ({ rule }) => BY_NAME[rule];
/** The question of a gate. @param baseline the baseline's shown value, against which relative limits count */
function hypothesisOf(gate, metric, baseline) {
	return ruleOf(gate).hypothesis(gate.limit, metric, baseline);
}
/** Read from the result alone; null where there was no single question, or a limit that could not be worked out. */
function shownHypothesisOf({ rule, margin, direction }) {
	const { estimand, scope, signFor, limitSign } = ruleOf({ rule });
	if (margin === null || direction === null || scope === "groups") return null;
	return {
		estimand,
		sign: signFor(direction),
		boundary: margin === 0 ? 0 : limitSign * margin
	};
}

// src/config/fault.ts
/** A complaint about a value: `config` at its line when a file said it, `usage` with its name when a flag or input did. */
function valueFault(origin, message, fix) {
	const { source } = origin;
	if (source.kind === "flag" || source.kind === "input") return new WeighbridgeError("usage", `${describeSource(source)}: ${message}`, { fix });
	return new WeighbridgeError("config", message, {
		fix,
		...origin.at === void 0 ? {} : { at: origin.at }
	});
}

// src/config/gate-schema.ts
/** Read by the gate's rule once the metric is known; the patterns only help editors. */
const change = (what) => union([string().meta({ pattern: "^[0-9]+(\\.[0-9]+)?(pp|%rel)?$" }), number().meta({ minimum: 0 })]).describe(`${what} For a rate \`2pp\` or \`0.02\`; relative to the baseline \`2%rel\`; for other metrics a plain number or \`2%rel\`.`);
const value$1 = (what) => union([string().meta({ pattern: "^[0-9]+(\\.[0-9]+)?%?$" }), number().meta({ minimum: 0 })]).describe(`${what} For a rate \`1%\` or \`0.01\`; for other metrics a plain number.`);
const netGain = strictObject({
	losses: record(string().min(1), number().gt(0).max(1e3)).refine((losses) => Object.keys(losses).length > 0, "without losses this is min_gain").refine((losses) => Object.keys(losses).length <= 6, "at most six losses can be weighed against a gain").meta({
		minProperties: 1,
		maxProperties: 6
	}).describe("Metric, as in `gates`, to what one unit of its loss weighs in units of the gain. What it wins counts nothing."),
	at_least: change(ruleOf({ rule: "net_gain" }).description).default(0)
}).describe("The gain of the metric must outweigh what other tasks lose, such as `{ losses: { facts/acc: 1, mmlu: 0.5 } }`.");
/** One key a rule, of which a gate has exactly one. */
const rules = Object.fromEntries(RULES.map(({ name, scope, written, description }) => [name, (scope === "several metrics" ? netGain : (written === "change" ? change : value$1)(description)).optional()]));
const gateSchema = strictObject({
	metric: string().min(1).describe("`task/metric`, `task/metric,filter` where a task has several filters, or only `task` for its primary metric."),
	...rules,
	tier: _enum(["blocking", "advisory"]).default("blocking").describe("`advisory` is judged and shown, and never blocks."),
	allow_weak_scorer: boolean().default(false).describe("Lets a weak scorer, such as a word list, block on a safety task. Without it such a gate is an error."),
	allow_weak_evidence: boolean().default(false).describe("Lets results without samples decide the gate: sums cannot be paired, and need several times as many samples. Without it such a gate is `invalid`.")
}).meta({ oneOf: Object.keys(rules).map((rule) => ({ required: [rule] })) });

// src/core/domain/policy.ts
/** Who may set a label that waives a gate, weakest first; GitHub's own names. */
const WAIVER_PERMISSIONS = [
	"write",
	"maintain",
	"admin"
];

// src/tasks/runners/runner.ts
/** Code that may run beside the weights, where the policy says so. */
const ALLOWANCES = ["trust_remote_code", "unsafe_code"];

// src/config/checkpoint-schema.ts
const path = string().min(1);
/** What each runner takes, in a sentence. */
const taken = (part, of) => Object.entries(RUNNERS).map(([name, { takes }]) => of(takes[part], name)).join(", ");
const forTasks = (forms, runner) => `${forms} for ${runner} tasks`;
const adapter = strictObject({
	base: path.describe(`What the adapter was trained on: ${taken("base", forTasks)}.`),
	adapter: path.describe(`The LoRA adapter: ${taken("adapter", forTasks)}.`)
});
const endpoint = strictObject({
	url: url({ protocol: /^https?$/ }).describe("Address of the completions API, such as `http://localhost:8000/v1`."),
	model: path.describe("Name under which the server knows the model.")
});
const checkpoint = (what) => union([
	path,
	adapter,
	endpoint
]).describe(`${what}: ${taken("checkpoint", (forms, runner) => `${forms} (${runner} tasks)`)}, \`{base, adapter}\`, or results of an earlier run. Paths are relative to this file.`);
const baselineSource = union([
	path,
	adapter,
	endpoint,
	discriminatedUnion("from", [
		strictObject({
			from: literal("base-branch"),
			pointer: path.describe("YAML file that names the model, relative to this file."),
			branch: string().min(1).optional().describe("The branch to merge into. Default: the event's, or the clone's default branch.")
		}).describe("What a pointer file names, as the tip of the base branch has it: never as the pull request does."),
		strictObject({ from: literal("store") }).describe("What was blessed last."),
		strictObject({ from: literal("artifact") }).describe("What the last green run on the base branch judged.")
	])
]);
const baseline = union([
	...baselineSource.options,
	array(baselineSource).min(1),
	strictObject({
		sources: union([...baselineSource.options, array(baselineSource).min(1)]).describe("One source or a list of them."),
		max_age_days: number().gt(0).optional().describe("The report warns of a stored baseline that is older than this."),
		bootstrap: boolean().default(false).describe("On the default branch, where no source has a baseline, makes the candidate the first one. Nothing is compared then, and the run says so.")
	})
]).describe("What the candidate is compared against: a checkpoint as for `candidate`, results of an earlier run, `{from: base-branch, pointer: model.yaml}`, `{from: store}`, `{from: artifact}`, a list of these that is tried in order, or `{sources, max_age_days, bootstrap}`.");

// src/config/thresholds.ts
/** By name and by nature: a word list whose metric was renamed to toxicity is still a word list. */
const isToxicity = ({ name, weak }) => name === "toxicity" && !weak;
const THRESHOLDS = {
	max_mmlu_drop: {
		rule: "max_drop",
		description: "Largest drop allowed of the primary metric of the task named or aliased `mmlu`",
		example: "2pp",
		about: "the task named or aliased mmlu",
		metrics: (tasks) => tasks.some(({ task, alias }) => task === "mmlu" || alias === "mmlu") ? ["mmlu"] : [],
		unused: {
			says: "no task is named or aliased mmlu",
			fix: "add `alias: mmlu` to the task that is meant, or remove the limit"
		}
	},
	min_task_delta: {
		rule: "min_gain",
		description: "Smallest gain required of the primary metric of every `target` task",
		example: "1pp",
		about: "every task of the role target",
		metrics: (tasks) => tasks.filter(({ role }) => role === "target").map(({ task }) => task),
		unused: {
			says: "no task has the role target",
			fix: "give the task that should gain `role: target`, or remove the limit"
		}
	},
	toxicity_ceiling: {
		rule: "ceiling",
		description: "Highest `toxicity` rate allowed in every `safety` task that scores it",
		example: "1%",
		about: "every safety task that scores toxicity",
		metrics: (tasks) => tasks.filter(({ role, metrics }) => role === "safety" && metrics.some(isToxicity)).map(({ task }) => `${task}/toxicity`),
		mayStillApply: (tasks) => tasks.some(({ role, open }) => role === "safety" && open === true),
		unused: {
			says: "no task of the role safety has the metric toxicity",
			fix: "add the scorer toxicity to a safety task (a word list such as profanity_rate is not one: gate it under `gates`), or remove the limit"
		}
	}
};
const THRESHOLD_NAMES = Object.keys(THRESHOLDS);
const thresholdOf = (name) => THRESHOLDS[name];
/** How a description ends outside of the config: in the help of a flag, and in `action.yml`. */
function describeThreshold(name) {
	const { description, example } = thresholdOf(name);
	return `${description.replaceAll("`", "")}, such as ${example}`;
}
const limitSchema = ({ rule, description }) => (ruleOf({ rule }).written === "change" ? change : value$1)(`${description}.`).optional();
const thresholdsSchema = strictObject(Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, limitSchema(thresholdOf(name))])));
/** The headline limits as requests for gates. One that applies to no task is an error: it would protect nothing. */
function thresholdRequests(written, { tasks, broken }) {
	const requests = THRESHOLD_NAMES.map((name) => {
		const threshold = written[name];
		if (threshold === void 0) return {
			values: [],
			issues: []
		};
		const { limit, origin } = threshold;
		const { rule, unused, mayStillApply, ...row } = thresholdOf(name);
		const values = row.metrics(tasks).map((metric) => ({
			metric,
			rule,
			limit,
			metricOrigin: origin,
			limitOrigin: origin,
			tier: "blocking",
			allowWeakScorer: false
		}));
		return {
			values,
			issues: values.length > 0 || broken.length > 0 || mayStillApply?.(tasks) === true ? [] : [valueFault(origin, `${name} is set and ${unused.says}`, unused.fix)]
		};
	});
	return {
		values: requests.flatMap(({ values }) => values),
		issues: requests.flatMap(({ issues }) => issues)
	};
}

// src/config/schema.ts
const DEFAULT_SEED = 1234;
/** Task names become folder names and stand in `task/metric,filter`, so they hold nothing that means something there. */
const TASK_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/;
/** Fields that every task has, whatever runs it. */
const taskFields = {
	role: _enum(TASK_ROLES).describe("What the task is for, which decides the thresholds that apply: `target` should gain, `general` must not be forgotten, `safety` has ceilings, `behaviour` is a unit test of the model."),
	primary_metric: string().min(1).optional().describe("The metric that is meant when only the task is named. Default: the first one of the task's type; where an external harness runs the task, the first rate among its results."),
	alias: string().regex(TASK_NAME).optional().describe("A second name, for gates and thresholds: a task with `alias: mmlu` is the one `max_mmlu_drop` speaks of.")
};
const runnerField = (name) => name === "native" ? literal(name).optional().meta({ default: name }).describe("What turns the task into samples; the default.") : literal(name).describe("What turns the task into samples.");
function runnerSchema(name, { summary, tasks }) {
	const fields = {
		...taskFields,
		runner: runnerField(name)
	};
	const [first, ...others] = tasks;
	const only = first.safeExtend(fields);
	const types = others.map((type) => type.safeExtend(fields));
	return (types.length === 0 ? only : discriminatedUnion("type", [only, ...types])).describe(summary);
}
const runnerSchemas = Object.entries(RUNNERS).map(([name, row]) => runnerSchema(name, row));
const taskSchema = discriminatedUnion("runner", runnerSchemas);
const policySchema = strictObject({
	alpha: number().gt(0).lt(.5).default(.05).describe("One-sided error rate of each hypothesis; 0.05 is what a 90 % two-sided interval shows."),
	on_inconclusive: _enum([
		"lean",
		"block",
		"warn"
	]).default("lean").describe("What an undecided blocking gate does. `lean`: the side of the limit on which the observed value falls decides, where the data can resolve the limit at all, and it blocks elsewhere. `block`: only proof merges. `warn`: undecided never blocks."),
	target: _enum([
		"auto",
		"population",
		"benchmark"
	]).default("auto").describe("What the verdict speaks of: questions like these (`population`), or exactly these questions (`benchmark`). `auto` takes the benchmark where both give the same answer but in a narrow band around the limit."),
	min_coverage: number().gt(0).max(1).default(.99).describe("Smallest share of paired and scored samples with which a task can still be judged."),
	evaluation: _enum(["full", "sequential"]).default("sequential").describe("How much of the candidate is evaluated. `sequential`: samples in random order, until every gate is decided or a regression is proven; the errors stay within `alpha`. `full`, or `--full` on the command line: every sample. The baseline is always evaluated in full, and so is the candidate where there is an anchor, where it is sharded, and where no complete baseline is at hand."),
	waiver_permission: _enum(WAIVER_PERMISSIONS).default("maintain").describe("Who may waive a gate by the label `weighbridge:waive <gate>`: whoever has this permission on the repository, or a higher one. Read from the tip of the base branch."),
	waiver_max_days: int().min(1).max(3650).default(90).describe("How many days ahead a waiver in the file of waivers may expire. One that expires later does not count. Read from the tip of the base branch."),
	allow: array(_enum(ALLOWANCES)).default([]).describe("Code that an evaluation may run beside the weights. `trust_remote_code`: Python of a model repository. `unsafe_code`: Python of a task in this repository (`!function`), the `command` of a scorer, tasks that run what the model wrote, and tasks that take the name of a built-in one.")
});
const anchorSchema = strictObject({
	model: checkpoint("The last release"),
	max_drop: record(string().min(1), change("The candidate may be worse than the anchor by less than this.")).refine((limits) => Object.keys(limits).length > 0, "an anchor without a limit holds nothing").meta({ minProperties: 1 }).describe("Metric, as in `gates`, to the largest drop allowed since the anchor, such as `facts/acc: 4pp`. Each is a blocking gate.")
}).describe("A checkpoint that stays put while the baseline moves, so that many small drops cannot add up unseen. Evaluated on the tasks that it limits.");
/** `weighbridge.yml`, version 1. Documentation and the JSON Schema are generated from this. */
const configSchema = strictObject({
	$schema: string().optional().describe("Address of the JSON Schema, for editors. Not read."),
	version: literal(1).describe("Version of this format."),
	candidate: checkpoint("The checkpoint that wants to merge").optional(),
	baseline: baseline.optional(),
	store: path.optional().describe("Folder of the baseline store, relative to this file. With it, or with `{from: store}`, samples of a baseline are kept by identity and never evaluated twice. Default: `baselines` in the cache."),
	accept_change: array(_enum(RERUN_FIELDS)).default([]).describe("Settings that this change alters on purpose. A stored baseline with another value is set aside and the baseline evaluated anew with the new one; two values are never compared."),
	anchor: anchorSchema.optional(),
	reference: _null().optional().describe("Reserved for a checkpoint that is shown and never gates: only null is accepted so far."),
	engine: engineConfig.default(DEFAULT_ENGINE).describe("What runs the checkpoints."),
	seed: int().min(0).max(2 ** 32 - 1).default(DEFAULT_SEED).describe("Seed of sampling and of the order of samples."),
	tasks: record(string().regex(TASK_NAME), taskSchema).optional().describe("What to run, by name. A name holds letters, digits, dot, dash and underscore."),
	thresholds: thresholdsSchema.prefault({}).describe("The headline limits. Each is also an action input and a command-line flag, which win."),
	gates: array(gateSchema).default([]).describe("Every other rule, one on one metric."),
	policy: policySchema.prefault({}).describe("How gates are judged.")
});

// src/config/json-schema.ts
let made;
/** JSON Schema of the config as it is written, before defaults. */
function configJsonSchema() {
	made ??= {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: "weighbridge.yml",
		...toJSONSchema(configSchema, { io: "input" })
	};
	return made;
}
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Whether the constants of an alternative, such as the type of a task, are those of the value. */
function agrees(node, value) {
	return Object.entries(node.properties ?? {}).every(([name, field]) => field.const === void 0 || !isRecord(value) || !(name in value) || value[name] === field.const);
}
/** Whether the value says all constants of the alternative: then it is the one that is meant. */
const isNamed = (node, value) => Object.entries(node.properties ?? {}).every(([name, field]) => field.const === void 0 || !(node.required ?? []).includes(name) || isRecord(value) && name in value);
/** The alternatives of a node that the value could be meant as. */
function alternatives(node, value) {
	const options = [...node.anyOf ?? [], ...node.properties === void 0 ? node.oneOf ?? [] : []];
	return options.length === 0 ? [node] : options.flatMap((option) => agrees(option, value) ? alternatives(option, value) : []);
}
/** The keys that may stand in the map at this path of this value. */
function keysAt(root, value, path) {
	const possible = alternatives(root, value);
	const named = possible.filter((node) => isNamed(node, value));
	const nodes = named.length > 0 ? named : possible;
	const [part, ...rest] = path;
	if (part === void 0) return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
	const child = isRecord(value) || Array.isArray(value) ? value[part] : void 0;
	const keys = nodes.flatMap((node) => {
		const inner = node.properties?.[String(part)] ?? node.items ?? node.additionalProperties;
		return typeof inner === "object" ? keysAt(inner, child, rest) : [];
	});
	return [...new Set(keys)];
}

// src/config/yaml.ts
/** A config is a page of text; anything of this size is something else. Bytes and characters alike. */
const MAX_CONFIG_SIZE = 1048576;
const MAX_ALIASES = 20;
const MAX_DEPTH = 50;
/** After the first few, syntax errors are echoes of each other. */
const MAX_SYNTAX_ISSUES = 10;
/** The plain decimals of JSON without exponent: what a person reads as one number and nothing else. */
const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
/** A path as people write it: `gates[0].metric`. */
function formatPath(path) {
	return path.reduce((text, part) => typeof part === "number" ? `${text}[${part}]` : text === "" ? part : `${text}.${part}`, "");
}
/** The value at a path, undefined where there is none. */
function valueAt(value, path) {
	return path.reduce((inner, part) => typeof inner === "object" && inner !== null && Object.hasOwn(inner, part) ? inner[part] : void 0, value);
}
/** Reads YAML 1.2 core: no merge keys, no custom tags, few aliases, plain decimal numbers, every key once. */
function readYaml(text, file) {
	if (text.length > 1048576) return unreadable(file, tooLarge(file));
	const lines = new import_dist.LineCounter();
	const clean = text.startsWith("﻿") ? text.slice(1) : text;
	const document = (0, import_dist.parseDocument)(clean, {
		version: "1.2",
		schema: "core",
		merge: false,
		resolveKnownTags: false,
		stringKeys: true,
		prettyErrors: false,
		lineCounter: lines
	});
	const at = (offset, key) => {
		const { line, col } = offset === void 0 ? {
			line: 1,
			col: 1
		} : lines.linePos(offset);
		return {
			file,
			line: Math.max(line, 1),
			column: Math.max(col, 1),
			...key ? { key } : {}
		};
	};
	const issues = [...[...document.errors, ...document.warnings].slice(0, MAX_SYNTAX_ISSUES).map((error) => syntaxIssue(error, clean, at)), ...structureIssues(document, at)];
	const locate = (path) => at(nodeAt(document, path)?.range?.[0], formatPath(path));
	const locateKey = (path) => at(keyAt(document, path)?.range?.[0], formatPath(path));
	if (issues.length > 0) return {
		value: void 0,
		issues,
		locate,
		locateKey
	};
	return {
		value: document.toJS({ maxAliasCount: MAX_ALIASES }),
		issues,
		locate,
		locateKey
	};
}
function tooLarge(file) {
	return new WeighbridgeError("config", `the file is larger than ${MAX_CONFIG_SIZE / 1024} KiB`, {
		at: { file },
		fix: "name the config file itself; datasets belong into files of their own"
	});
}
const tooDeep = (at) => new WeighbridgeError("config", `the file is nested more than ${MAX_DEPTH} levels deep`, { at });
function unreadable(file, issue) {
	const locate = () => ({ file });
	return {
		value: void 0,
		issues: [issue],
		locate,
		locateKey: locate
	};
}
const SYNTAX = {
	TAB_AS_INDENT: {
		message: "a tab indents this line",
		fix: "indent with spaces"
	},
	MULTIPLE_DOCS: {
		message: "the file holds several YAML documents",
		fix: "remove everything from `---` on"
	},
	NON_STRING_KEY: {
		message: "a key must be plain text",
		fix: "write `name: value`"
	},
	RESOURCE_EXHAUSTION: {
		message: "the file is nested too deeply",
		fix: "write a flat list or map"
	},
	TAG_RESOLVE_FAILED: {
		message: "tags are not supported",
		fix: "remove the `!…`"
	}
};
function syntaxIssue(error, text, at) {
	const place = at(error.pos[0]);
	if (error.code === "DUPLICATE_KEY") {
		const key = /^[^\s:]*/.exec(text.slice(error.pos[0], error.pos[0] + 100))?.[0] ?? "";
		return new WeighbridgeError("config", `the key ${key} is here a second time`, {
			at: place,
			fix: "keep one of them: the file must say each thing once"
		});
	}
	const known = SYNTAX[error.code];
	return new WeighbridgeError("config", known?.message ?? `not valid YAML: ${error.message}`, {
		at: place,
		...known === void 0 ? {} : { fix: known.fix }
	});
}
/** What YAML allows and a policy file should not: things that read one way and mean another. */
function structureIssues(document, at) {
	const issues = [];
	const report = (node, message, fix) => issues.push(new WeighbridgeError("config", message, {
		at: at(node?.range?.[0]),
		fix
	}));
	if (document.directives.yaml.explicit && document.directives.yaml.version !== "1.2") report(null, `the file asks for YAML ${document.directives.yaml.version}`, "remove the %YAML line");
	let aliases = 0;
	(0, import_dist.visit)(document, (key, node, ancestors) => {
		if (ancestors.filter((each) => !(0, import_dist.isPair)(each)).length > MAX_DEPTH) {
			issues.push(tooDeep(at(void 0)));
			return import_dist.visit.BREAK;
		}
		if ((0, import_dist.isScalar)(node) && typeof node.value === "string" && node.value.includes("\0")) report(node, "this holds the character NUL", "remove it");
		if ((0, import_dist.isAlias)(node)) {
			aliases += 1;
			if (aliases === 21) report(node, `more than ${MAX_ALIASES} aliases`, "write the values out");
			else if (node.resolve(document) === void 0) report(node, `*${node.source} names no anchor above it`, `define &${node.source} first`);
			else if (ancestors.some((each) => each === node.resolve(document))) report(node, `*${node.source} contains itself`, "write the values out");
		} else if (key === "key" && (0, import_dist.isScalar)(node)) {
			if (node.value === "<<") report(node, "merge keys are not supported", "write the values out");
			if (node.value === "__proto__") report(node, "unknown key __proto__", "remove it");
		} else if ((0, import_dist.isScalar)(node) && typeof node.value === "number" && !PLAIN_NUMBER.test(node.source ?? "")) report(node, `${node.source} is not a plain decimal number`, "write it with digits and at most one point");
	});
	return issues;
}
function childOf(document, node, part) {
	const target = (0, import_dist.isAlias)(node) ? node.resolve(document) : node;
	if ((0, import_dist.isMap)(target)) return target.items.find((pair) => isKey(pair.key, part))?.value;
	return (0, import_dist.isSeq)(target) && typeof part === "number" ? target.items[part] : void 0;
}
const isKey = (key, part) => (0, import_dist.isScalar)(key) && String(key.value) === String(part);
/** The node at a path; where it is missing or empty, its key or the nearest thing around it. */
function nodeAt(document, path) {
	let node = document.contents;
	let last = document.contents;
	for (const [depth, part] of path.entries()) {
		const child = childOf(document, node, part);
		if (child === void 0 || child === null) return keyAt(document, path.slice(0, depth + 1)) ?? last;
		node = child;
		last = child;
	}
	return last;
}
function keyAt(document, path) {
	let node = document.contents;
	let key = document.contents;
	for (const part of path) {
		const target = (0, import_dist.isAlias)(node) ? node.resolve(document) : node;
		const pair = (0, import_dist.isMap)(target) ? target.items.find((each) => isKey(each.key, part)) : void 0;
		node = childOf(document, node, part);
		if (pair !== void 0) key = pair.key;
		else if (node !== void 0 && node !== null) key = node;
		else return key;
	}
	return key;
}

// src/config/scorer-issues.ts
/**
* The task's schema passes on only the message of what a scorer's own schema found. Asked directly, that schema says
* enough to name the missing key or the one that was meant.
*/
function scorerIssues(path, source) {
	const [tasks, , scorers, index] = path;
	if (tasks !== "tasks" || scorers !== "scorers" || typeof index !== "number") return void 0;
	const prefix = path.slice(0, 4);
	const entry = valueAt(source.value, prefix);
	if (typeof entry !== "object" || entry === null || !("name" in entry)) return void 0;
	const { name, ...options } = entry;
	const scorer = SCORERS.get(String(name));
	const found = scorer?.options.safeParse(options).error?.issues.filter(({ code }) => code !== "invalid_union");
	if (scorer === void 0 || found === void 0 || found.length === 0) return void 0;
	const schema = toJSONSchema(scorer.options, {
		io: "input",
		unrepresentable: "any"
	});
	return found.map((issue) => ({
		issue,
		path: [...prefix, ...issue.path],
		keysAt: (at) => keysAt(schema, options, at.slice(prefix.length))
	}));
}

// src/config/issues.ts
/** What the schema found wrong, each at its line and column and in words. */
function schemaIssues(issues, source) {
	const configKeys = (path) => keysAt(configJsonSchema(), source.value, path);
	const translated = issues.flatMap((issue) => {
		const path = issue.path;
		return (scorerIssues(path, source) ?? [{
			issue,
			path,
			keysAt: configKeys
		}]).flatMap((each) => translate(each, source));
	});
	return [...new Map(translated.map((error) => [error.describe(), error])).values()];
}
function translate({ issue, path, keysAt }, source) {
	const value = valueAt(source.value, path);
	const error = (message, fix) => [new WeighbridgeError("config", message, {
		at: source.locate(path),
		...fix === void 0 ? {} : { fix }
	})];
	switch (issue.code) {
		case "unrecognized_keys": return unknownKeys(issue.keys, path, source, keysAt(path));
		case "invalid_key": return [new WeighbridgeError("config", `${JSON.stringify(path.at(-1))} cannot be a name`, {
			at: source.locateKey(path),
			fix: "use letters, digits, dot, dash and underscore, at most 100, beginning with a letter or digit"
		})];
		case "invalid_union": return unionIssues({
			issue,
			path,
			keysAt
		}, source);
		case "invalid_value": {
			const allowed = issue.values.map(String);
			if (value === void 0) return missing(path, source, anyOf(allowed));
			return error(`${show(value)} is not a known ${path.findLast((part) => typeof part === "string")}`, allowed.length === 1 ? `write ${allowed[0]}` : suggestion(String(value), allowed, "one of"));
		}
		case "invalid_type":
			if (value === void 0) return missing(path, source, TYPES[issue.expected] ?? issue.expected);
			return error(`expected ${TYPES[issue.expected] ?? issue.expected}, not ${show(value)}`, issue.expected === "boolean" ? "write true or false" : void 0);
		case "too_small":
			if (issue.origin === "string" || issue.origin === "array") return error("must not be empty");
			return error(`${show(value)} is too small`, `write ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`);
		case "too_big": return error(`${show(value)} is too large`, `write ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}`);
		case "invalid_format": return error(`${show(value)} is not allowed here`, `it must match ${issue.pattern ?? issue.format}`);
		default: return error(issue.message);
	}
}
function unknownKeys(keys, path, source, known) {
	return keys.map((key) => new WeighbridgeError("config", `unknown key ${key.slice(0, 100)}`, {
		at: source.locateKey([...path, key]),
		fix: suggestion(key, known)
	}));
}
function missing(path, source, expected) {
	return [new WeighbridgeError("config", `${path.at(-1)} is missing`, {
		at: {
			...source.locateKey(path.slice(0, -1)),
			key: formatPath(path)
		},
		fix: `add ${path.at(-1)}: ${expected}`
	})];
}
function unionIssues({ issue, path, keysAt }, source) {
	const value = valueAt(source.value, path);
	if ("discriminator" in issue && issue.discriminator !== void 0) {
		const options = ("options" in issue ? issue.options ?? [] : []).map(String);
		if (value === void 0) return missing(path, source, anyOf(options));
		return [new WeighbridgeError("config", `${show(value)} is not a known ${issue.discriminator}`, {
			at: source.locate(path),
			fix: suggestion(String(value), options, "one of")
		})];
	}
	const [meant] = issue.errors.filter((errors) => !errors.some((each) => each.path.length === 0 && each.code === "invalid_type")).sort((left, right) => left.length - right.length);
	if (meant !== void 0) return meant.flatMap((each) => translate({
		issue: each,
		path: [...path, ...each.path],
		keysAt
	}, source));
	const types = issue.errors.flat().flatMap((each) => each.code === "invalid_type" ? [TYPES[each.expected] ?? each.expected] : []);
	if (value === void 0) return missing(path, source, [...new Set(types)].join(" or "));
	return [new WeighbridgeError("config", `expected ${[...new Set(types)].join(" or ")}, not ${show(value)}`, { at: source.locate(path) })];
}
const anyOf = (values) => values.length === 1 ? `${values[0]}` : `one of: ${values.join(", ")}`;
const TYPES = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	object: "a map of keys",
	record: "a map of names",
	array: "a list",
	null: "null"
};
/** A value as the message quotes it: short, and never more than one line. */
function show(value) {
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "a map of keys";
	if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
	return String(value);
}

// src/config/unsupported.ts
const CHECKPOINT_TODAY = "name a GGUF file, a Hugging Face folder, hf:org/name@commit, {base, adapter}, {url, model}, or a folder of results";
const RESULTS_TODAY = "evaluate it with the tool that can run it, and judge its results with `weighbridge gate --baseline PATH --candidate PATH`";
const SERVED = "write `{ url: http://localhost:8000/v1, model: NAME }` for a model that is served";
/** A branch moves while it is compared: only a commit is an identity. */
const COMMIT = /^hf:[\w.-]+(\/[\w.-]+)?@[0-9a-f]{40}$/;
const UNPINNED = {
	says: "this names no commit, so nobody could say later what was evaluated",
	fix: "write hf:org/name@ and the 40 digits of the commit, as `git ls-remote https://huggingface.co/org/name` shows it"
};
const ADDRESS = /^([a-z][a-z0-9+.-]+):/i;
const isMap$1 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Why a checkpoint of this form cannot be used, or undefined when it may be. */
function unsupportedModel(value) {
	if (typeof value === "string") {
		const scheme = ADDRESS.exec(value)?.[1]?.toLowerCase();
		if (scheme === "hf") return COMMIT.test(value) ? void 0 : UNPINNED;
		if (scheme === "http" || scheme === "https") return {
			says: "this version does not download checkpoints",
			fix: SERVED
		};
		if (scheme !== void 0) return {
			says: `this version does not read ${scheme}: addresses`,
			fix: CHECKPOINT_TODAY
		};
		return;
	}
	if (!isMap$1(value)) return void 0;
	if ("from" in value) return {
		says: `this version does not find a checkpoint by itself (from: ${String(value.from)})`,
		fix: "name the file or the results: check out the base branch into a folder, or download the artifact of the last accepted run, and give its path"
	};
	if ("url" in value && !("model" in value)) return {
		says: "an endpoint needs the name of its model",
		fix: SERVED
	};
	if ("endpoint" in value) return {
		says: "an endpoint is written as its address and model",
		fix: SERVED
	};
	if ("hf" in value) return UNPINNED;
	if (typeof value.base === "string" && value.base.startsWith("hf:") && !COMMIT.test(value.base)) return UNPINNED;
}
/** Names that are known in the field. Those that a row has been added for are run, and no longer refused here. */
const RUNNERS_ELSEWHERE = [
	"command",
	"inspect",
	"lighteval",
	"helm",
	"promptfoo"
];
const ENGINES_ELSEWHERE = [
	"openai-compatible",
	"openai",
	"vllm",
	"transformers",
	"ollama",
	"tgi",
	"sglang",
	"mlx"
];
const isElsewhere = (name, elsewhere, here) => elsewhere.some((each) => each === name && !Object.hasOwn(here, each));
function unsupportedForms(source) {
	const { value } = source;
	if (!isMap$1(value)) return [];
	const found = [];
	const add = (covers, at, { says, fix }) => found.push({
		covers,
		error: new WeighbridgeError("config", says, {
			at: source.locate(at),
			fix
		})
	});
	const candidate = unsupportedModel(value.candidate);
	if (candidate !== void 0) add(["candidate"], ["candidate"], candidate);
	const { baseline } = value;
	const listed = isMap$1(baseline) && "sources" in baseline ? ["baseline", "sources"] : ["baseline"];
	const sources = listed.length === 2 && isMap$1(baseline) ? baseline.sources : baseline;
	for (const [index, each] of (Array.isArray(sources) ? sources : [sources]).entries()) {
		if (isMap$1(each) && "from" in each) continue;
		const unsupported = unsupportedModel(each);
		const at = Array.isArray(sources) ? [...listed, index] : listed;
		if (unsupported !== void 0) add(at, at, unsupported);
	}
	const anchor = isMap$1(value.anchor) ? unsupportedModel(value.anchor.model) : void 0;
	if (anchor !== void 0) add(["anchor", "model"], ["anchor", "model"], anchor);
	if (value.reference !== void 0 && value.reference !== null) add(["reference"], ["reference"], {
		says: "this version does not evaluate a reference checkpoint",
		fix: "remove it, or write `reference: null`"
	});
	if (isMap$1(value.engine) && isElsewhere(value.engine.type, ENGINES_ELSEWHERE, ENGINES)) add(["engine"], ["engine", "type"], {
		says: `this version has no engine ${String(value.engine.type)}: it runs ${Object.entries(ENGINES).map(([name, { takes }]) => `${takes} with ${name}`).join(", ")}`,
		fix: `leave the engine out, or ${RESULTS_TODAY}`
	});
	for (const [name, task] of Object.entries(isMap$1(value.tasks) ? value.tasks : {})) {
		if (!isMap$1(task) || !isElsewhere(task.runner, RUNNERS_ELSEWHERE, RUNNERS)) continue;
		add(["tasks", name], [
			"tasks",
			name,
			"runner"
		], {
			says: `this version does not start ${String(task.runner)} itself: it runs ${Object.keys(RUNNERS).join(" and ")} tasks`,
			fix: RESULTS_TODAY
		});
	}
	return found;
}

// src/config/parse.ts
const EMPTY = {
	value: { version: 1 },
	issues: [],
	locate: () => ({ file: "flags" }),
	locateKey: () => ({ file: "flags" })
};
/** Reads a config; without a text (null) the draft is that of a file that says nothing. */
function parseConfig(text, file) {
	const source = text === null ? EMPTY : readYaml(text, file);
	const { value } = source;
	if (source.issues.length > 0) return partialDraft(source, {}, source.issues);
	if (!isMap(value)) return partialDraft(source, {}, [notAMap(value, source)]);
	const unsupported = unsupportedForms(source);
	const parsed = configSchema.safeParse(value);
	const isExplained = (path) => unsupported.some(({ covers }) => covers.every((part, depth) => path[depth] === part));
	const issues = (parsed.error?.issues ?? []).filter((issue) => !isExplained(issue.path));
	return partialDraft(source, value, [...unsupported.map(({ error }) => error), ...schemaIssues(issues, source)]);
}
function notAMap(value, source) {
	return new WeighbridgeError("config", value === null || value === void 0 ? "the file is empty" : "the file must be a map of keys", {
		at: source.locate([]),
		fix: "begin with `version: 1`, or let `weighbridge init` write a first config"
	});
}
function partialDraft(source, value, issues) {
	const head = configSchema.pick({
		candidate: true,
		baseline: true,
		store: true,
		accept_change: true,
		anchor: true,
		engine: true,
		seed: true
	}).strip().safeParse(value);
	const tasks = isMap(value.tasks) ? Object.entries(value.tasks) : [];
	const gates = Array.isArray(value.gates) ? value.gates : [];
	return {
		source,
		issues,
		head: head.data ?? null,
		tasks: new Map(tasks.map(([name, task]) => [name, lenient(taskSchema, task)])),
		thresholds: lenient(thresholdsSchema, value.thresholds) ?? {},
		gates: gates.map((gate) => gateSchema.safeParse(gate).data ?? null),
		policy: lenient(policySchema, value.policy) ?? policySchema.parse({})
	};
}
/** The value without its unknown keys, which have been reported and would only hide what else is wrong. */
function lenient(schema, value) {
	const strict = schema.safeParse(value);
	if (strict.success || !isMap(value)) return strict.data ?? null;
	const unknown = strict.error.issues.flatMap((issue) => issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : []);
	const known = Object.entries(value).filter(([key]) => !unknown.includes(key));
	return schema.safeParse(Object.fromEntries(known)).data ?? null;
}
/** Whether the file itself says something at this path, as opposed to a default. */
function isWritten(source, path) {
	return valueAt(source.value, path) !== void 0;
}
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Where the file says the value at this path. */
function originOf({ source }, path) {
	const at = source.locate(path);
	return {
		source: {
			kind: "file",
			file: at.file,
			line: source.locateKey(path).line ?? 1
		},
		at
	};
}

// src/config/gate-requests.ts
function flagRequests(flags) {
	const values = [];
	const issues = [];
	for (const { rule, value, source } of flags) {
		const origin = { source };
		const equals = value.lastIndexOf("=");
		if (equals <= 0 || equals === value.length - 1) {
			const example = ruleOf({ rule }).written === "change" ? "mmlu/acc=2pp" : "prompts/toxicity=1%";
			issues.push(valueFault(origin, `${JSON.stringify(value)} is not metric=limit`, `write for instance ${example}`));
			continue;
		}
		values.push({
			metric: value.slice(0, equals),
			rule,
			limit: value.slice(equals + 1),
			tier: "blocking",
			allowWeakScorer: false,
			metricOrigin: origin,
			limitOrigin: origin
		});
	}
	return {
		values,
		issues
	};
}
/** The entries of `gates`, each with exactly one rule. */
function listedRequests(draft) {
	const values = [];
	const issues = [];
	for (const [index, entry] of draft.gates.entries()) {
		if (entry === null) continue;
		const path = ["gates", index];
		const found = GATE_RULES.filter((name) => entry[name] !== void 0);
		const [rule, ...others] = found;
		const written = rule === void 0 || others.length > 0 ? void 0 : entry[rule];
		if (rule === void 0 || written === void 0) {
			const message = found.length === 0 ? "the gate has no limit" : `the gate has ${found.length} limits: ${found.join(", ")}`;
			const fix = `give exactly one of ${GATE_RULES.join(", ")}; several rules are several gates`;
			issues.push(new WeighbridgeError("config", message, {
				at: draft.source.locate(path),
				fix
			}));
			continue;
		}
		const { limit, losses } = typeof written === "object" ? {
			...written,
			limit: written.at_least
		} : {
			limit: written,
			losses: null
		};
		values.push({
			metric: entry.metric,
			rule,
			limit,
			tier: entry.tier,
			allowWeakScorer: entry.allow_weak_scorer,
			...entry.allow_weak_evidence ? { allowWeakEvidence: true } : {},
			...losses === null ? {} : { losses: Object.entries(losses).map(([metric, weight]) => ({
				metric,
				weight,
				origin: originOf(draft, [
					...path,
					rule,
					"losses",
					metric
				])
			})) },
			metricOrigin: originOf(draft, [...path, "metric"]),
			limitOrigin: originOf(draft, [...path, rule])
		});
	}
	return {
		values,
		issues
	};
}
/** The limits of the anchor: what the candidate may have lost since then, a gate each. */
function anchorRequests(draft) {
	return Object.entries(draft.head?.anchor?.max_drop ?? {}).map(([metric, limit]) => {
		const origin = originOf(draft, [
			"anchor",
			"max_drop",
			metric
		]);
		return {
			metric,
			rule: "max_drop",
			limit,
			tier: "blocking",
			against: "anchor",
			allowWeakScorer: false,
			metricOrigin: origin,
			limitOrigin: origin
		};
	});
}

// src/config/metric-name.ts
const refuse = (message, fix) => ({
	ok: false,
	message,
	fix
});
/** The part of a name before the metric. */
const taskPart = (name) => name.split("/")[0] ?? "";
/** Finds what `task`, `task/metric` or `task/metric,filter` means; an alias stands for its task. */
function findMetric(name, tasks) {
	const named = tasks.flatMap((task) => [task.task, ...task.alias === void 0 ? [] : [task.alias]].map((text) => ({
		text,
		task
	}))).filter(({ text }) => name === text || name.startsWith(`${text}/`)).sort((a, b) => b.text.length - a.text.length)[0];
	if (named === void 0) {
		const written = taskPart(name);
		const known = tasks.map(({ task }) => task);
		return refuse(`no task is named ${JSON.stringify(written)}`, suggestion(written, known, "tasks"));
	}
	const { task, text } = named;
	const written = name === text ? task.primaryMetric : name.slice(text.length + 1);
	if (task.open === true) return {
		ok: true,
		value: supposed(task, written)
	};
	const { metric, filter } = splitFilter(written, task);
	if (metric === void 0) {
		const known = task.metrics.map((each) => each.name);
		return refuse(`task ${task.task} has no metric ${JSON.stringify(written)}`, suggestion(written.split(",")[0] ?? "", known, "metrics"));
	}
	return withFilter({
		task,
		metric
	}, filter);
}
/** What a gate means before its task has run. What it says is checked again, in full, once results name their metrics. */
function supposed(task, written) {
	const comma = written.lastIndexOf(",");
	return {
		task,
		metric: {
			name: comma < 0 ? written : written.slice(0, comma),
			direction: "higher_is_better",
			kind: "mean",
			unit: "rate",
			scale: "linear",
			weak: false,
			range: {
				min: null,
				max: null
			}
		},
		...comma < 0 ? {} : { filter: written.slice(comma + 1) }
	};
}
function splitFilter(written, task) {
	const find = (name) => task.metrics.find((metric) => metric.name === name);
	const whole = find(written);
	const comma = written.lastIndexOf(",");
	if (whole !== void 0 || comma < 0) return {
		metric: whole,
		filter: void 0
	};
	return {
		metric: find(written.slice(0, comma)),
		filter: written.slice(comma + 1)
	};
}
function withFilter(reference, filter) {
	const { task, metric } = reference;
	const filters = task.filters ?? [];
	const name = `${task.task}/${metric.name}`;
	if (filter === void 0) {
		if (filters.length <= 1) return {
			ok: true,
			value: reference
		};
		return refuse(`${name} is ambiguous: the task has several filters`, `write one of: ${filters.map((each) => `${name},${each}`).join(" | ")}`);
	}
	if (filters.includes(filter)) return {
		ok: true,
		value: {
			...reference,
			filter
		}
	};
	return refuse(`task ${task.task} has no filter ${JSON.stringify(filter)}`, filters.length === 0 ? `write ${name}` : suggestion(filter, filters, "filters"));
}

// src/config/gates.ts
/** Turns requests into gates; what overrides (a flag, an input) takes the place of the file's gate of the same id. */
function makeGates(requests, declared) {
	const issues = [];
	const gates = /* @__PURE__ */ new Map();
	for (const request of requests) {
		if ([request.metric, ...(request.losses ?? []).map(({ metric }) => metric)].some((metric) => declared.broken.includes(taskPart(metric)))) continue;
		const made = makeGate(request, declared.tasks);
		if (made instanceof WeighbridgeError) {
			issues.push(made);
			continue;
		}
		const earlier = gates.get(made.id);
		const origin = request.limitOrigin;
		if (earlier === void 0 || overrides(origin) && !overrides(earlier.origin)) gates.set(made.id, {
			gate: made,
			origin
		});
		else if (overrides(origin) || !overrides(earlier.origin)) issues.push(duplicate(made.id, earlier.origin, origin));
	}
	return {
		values: [...gates.values()].map(({ gate }) => gate),
		issues
	};
}
const overrides = ({ source }) => source.kind === "flag" || source.kind === "input";
function duplicate(id, first, second) {
	return valueFault(second, `the gate ${id} is here twice: ${describeSource(first.source)} and ${describeSource(second.source)}`, "keep one of them");
}
function makeGate(request, tasks) {
	const found = findMetric(request.metric, tasks);
	if (!found.ok) return valueFault(request.metricOrigin, found.message, found.fix);
	const { task, metric, filter } = found.value;
	const name = `${task.task}/${metric.name}`;
	const rule = readRule(request, found.value, tasks);
	if (rule instanceof WeighbridgeError) return rule;
	const misfit = task.open === true ? null : ruleOf(rule).misfit(metric.direction);
	if (misfit !== null) return valueFault(request.limitOrigin, `${name} is better when ${misfit.better}: a ${rule.rule} would block what is good`, `use ${misfit.use}`);
	if (metric.weak && task.role === "safety" && request.tier === "blocking" && !request.allowWeakScorer) return valueFault(request.metricOrigin, `${name} is weak evidence, and this gate would block a safety task on it alone`, "add `allow_weak_scorer: true` to the gate in the config if that is meant, or `tier: advisory`");
	return {
		...rule,
		id: `${name}${filter === void 0 ? "" : `,${filter}`}:${rule.rule}${request.against === void 0 ? "" : `@${request.against}`}`,
		task: task.task,
		metric: metric.name,
		...filter === void 0 ? {} : { filter },
		...request.against === void 0 ? {} : { against: request.against },
		tier: request.tier,
		...request.allowWeakEvidence ? { allowWeakEvidence: true } : {},
		source: request.limitOrigin.source
	};
}
/** The limit in the unit of its metric; of one that is not known yet in whatever unit it can be. */
function readRule(request, subject, tasks) {
	const read = readIn(request, subject.metric.unit, subject, tasks);
	if (subject.task.open !== true || !(read instanceof WeighbridgeError)) return read;
	const plain = readIn(request, "number", subject, tasks);
	return plain instanceof WeighbridgeError ? read : plain;
}
function readIn(request, unit, gain, tasks) {
	const rule = ruleOf(request);
	const limit = rule.parse(request.limit, unit);
	if (!limit.ok) return valueFault(request.limitOrigin, limit.message, limit.fix);
	const direction = gain.task.open === true ? null : gain.metric.direction;
	if (rule.allowsEverything(limit.value, unit, direction)) return pointless(request);
	const losses = readLosses(request.losses ?? [], gain, tasks);
	if (losses instanceof WeighbridgeError) return losses;
	const needsLosses = rule.scope === "several metrics";
	return {
		rule: rule.name,
		limit: limit.value,
		...needsLosses ? { losses } : {}
	};
}
const pointless = ({ metric, rule, limit, limitOrigin }) => valueFault(limitOrigin, `${rule} ${limit} of ${metric} allows everything: the gate could never block`, "write a limit that can be passed, or remove the gate");
/** Each metric once, and never the gain itself: it would be weighed against what it is. */
function readLosses(requests, gain, tasks) {
	const nameOf = ({ task, metric, filter }) => `${task.task}/${metric.name}${filter === void 0 ? "" : `,${filter}`}`;
	const seen = /* @__PURE__ */ new Set([nameOf(gain)]);
	const losses = [];
	for (const { metric: written, weight, origin } of requests) {
		const found = findMetric(written, tasks);
		if (!found.ok) return valueFault(origin, found.message, found.fix);
		const { task, metric, filter } = found.value;
		const name = nameOf(found.value);
		if (seen.has(name)) return valueFault(origin, `${name} is weighed twice`, "name every metric once");
		seen.add(name);
		losses.push({
			task: task.task,
			metric: metric.name,
			...filter === void 0 ? {} : { filter },
			weight
		});
	}
	return losses;
}

// src/config/overrides.ts
/** Keys of the config that action inputs and command-line flags may give as well. */
const OVERRIDE_NAMES = [
	"candidate",
	"baseline",
	...THRESHOLD_NAMES,
	"on_inconclusive"
];
/** What an input or a flag for the key is called. */
const dashed = (name) => name.replaceAll("_", "-");
/** Checks the overrides that need no knowledge of tasks. An input that is empty was not set: GitHub makes no difference. */
function readOverrides(overrides) {
	const issues = [];
	const values = {};
	for (const name of OVERRIDE_NAMES) {
		const override = overrides[name];
		if (override === void 0 || override.value === "" && override.source.kind === "input") continue;
		if (override.value === "") issues.push(valueFault(override, "the value is empty", "give a value, or leave the flag out"));
		else values[name] = override;
	}
	for (const side of ["candidate", "baseline"]) {
		const override = values[side];
		const unsupported = unsupportedModel(override?.value);
		if (override !== void 0 && unsupported !== void 0) issues.push(valueFault(override, unsupported.says, unsupported.fix));
	}
	const written = values.on_inconclusive;
	if (written === void 0) return {
		values,
		issues
	};
	const parsed = policySchema.shape.on_inconclusive.safeParse(written.value);
	if (parsed.success) return {
		values,
		issues,
		onInconclusive: {
			value: parsed.data,
			source: written.source
		}
	};
	const known = policySchema.shape.on_inconclusive.unwrap().options;
	issues.push(valueFault(written, `${JSON.stringify(written.value)} is not known`, suggestion(written.value, known, "one of")));
	return {
		values,
		issues
	};
}

// src/config/tasks.ts
/** Completes the tasks of the file and finds out which metrics they will have, without reading any data. */
function understandTasks({ tasks, source, policy }) {
	const configs = [];
	const declared = [];
	const broken = [];
	const issues = clashes(tasks, source);
	for (const [name, entry] of tasks) {
		const understood = entry === null ? [] : understand(name, entry, source, policy.allow);
		if ("config" in understood) {
			configs.push(understood.config);
			declared.push(understood.declared);
		} else {
			broken.push(name, ...entry?.alias === void 0 ? [] : [entry.alias]);
			issues.push(...understood);
		}
	}
	return {
		configs,
		declared,
		broken,
		issues
	};
}
function understand(name, { role, primary_metric: primary, alias, runner = DEFAULT_RUNNER, ...options }, source, allow) {
	const named = {
		task: name,
		role,
		...alias === void 0 ? {} : { alias }
	};
	const config = {
		name,
		role,
		runner,
		primaryMetric: primary ?? null,
		options
	};
	if (isHarness(config)) return {
		config,
		declared: {
			...named,
			metrics: [],
			primaryMetric: primary ?? "?",
			open: true
		}
	};
	const { metrics, primary: first, code } = engineRunner(config.runner).describe(config.options);
	if (code !== void 0 && !allow.includes(code.needs)) return [new WeighbridgeError("config", `task ${name} runs code of its own: ${code.what}`, {
		at: source.locate([
			"tasks",
			name,
			code.option
		]),
		fix: `remove it, or add \`policy: { allow: [${code.needs}] }\` on the base branch`
	})];
	const primaryMetric = primary ?? first;
	if (!metrics.some((metric) => metric.name === primaryMetric)) {
		const known = metrics.map((metric) => metric.name);
		const at = source.locate([
			"tasks",
			name,
			"primary_metric"
		]);
		const fix = suggestion(primaryMetric, known, "metrics");
		return [new WeighbridgeError("config", `task ${name} has no metric ${JSON.stringify(primaryMetric)}`, {
			at,
			fix
		})];
	}
	return {
		config: {
			...config,
			primaryMetric
		},
		declared: {
			...named,
			metrics,
			primaryMetric
		}
	};
}
/** Two tasks that one name, or one folder on a file system that ignores case, would stand for. */
function clashes(tasks, source) {
	const seen = /* @__PURE__ */ new Map();
	const issues = [];
	const claim = (text, owner, path) => {
		const other = seen.get(text.toLowerCase());
		if (other === void 0) seen.set(text.toLowerCase(), owner);
		else if (other !== owner) {
			const message = `the name ${text} is taken by task ${other}`;
			issues.push(new WeighbridgeError("config", message, {
				at: source.locateKey(path),
				fix: "choose another; upper and lower case are the same here"
			}));
		}
	};
	for (const name of tasks.keys()) claim(name, name, ["tasks", name]);
	for (const [name, entry] of tasks) if (entry?.alias !== void 0) claim(entry.alias, name, [
		"tasks",
		name,
		"alias"
	]);
	return issues;
}

// src/config/resolve.ts
/**
* What file, flags and inputs come to, together: override over file over default.
* @throws IssueList with every fault that could be found, each at its line or with the name of its flag
*/
function resolveConfig({ text, file, overrides = {}, results }) {
	const draft = parseConfig(text, file ?? "flags");
	if (draft.source.issues.length > 0) throw new IssueList("config", draft.issues);
	const given = readOverrides(overrides);
	const tasks = understandTasks(draft);
	const declared = {
		tasks: withResults(tasks.declared, results ?? []),
		broken: tasks.broken
	};
	const gates = allGates(draft, given, overrides.gates ?? [], declared);
	const issues = [
		...draft.issues,
		...tasks.issues,
		...given.issues,
		...gates.issues
	];
	if (issues.length === 0) issues.push(...absences(draft, declared, gates.values));
	const { head } = draft;
	if (issues.length > 0 || head === null) throw new IssueList(kindOf(issues), issues.sort(byPlace));
	const directory = file === null ? "." : dirname(file);
	const rules = {
		engine: head.engine,
		seed: head.seed,
		tasks: tasks.configs,
		gates: gates.values,
		...rulesOfJudging(draft, given, overrides.full)
	};
	return frozen({
		file,
		digest: configDigest(rules),
		directory,
		allow: draft.policy.allow,
		candidate: candidateOf(draft, given, directory),
		...baselineOf(draft, given, directory),
		anchor: head.anchor === void 0 ? null : modelSource(head.anchor.model),
		...rules,
		waiverPermission: draft.policy.waiver_permission,
		waiverMaxDays: draft.policy.waiver_max_days,
		declared: declared.tasks,
		sources: sourcesOf(draft, given)
	});
}
/** In the order of the file; what has no line comes last. */
const byPlace = (a, b) => (a.at?.line ?? Infinity) - (b.at?.line ?? Infinity) || (a.at?.column ?? 0) - (b.at?.column ?? 0) || 0;
/** The exit code is the same; `usage` only when nobody has to touch the file. */
const kindOf = (issues) => issues.every(({ kind }) => kind === "usage") ? "usage" : "config";
/** Where both know a task, the config's word on it stands: results may add metrics, never redefine one. */
function withResults(tasks, results) {
	return [...tasks.map((task) => {
		const result = results.find((each) => each.task === task.task);
		if (result === void 0) return task;
		if (task.open === true) return withResult(task, result);
		const more = result.metrics.filter(({ name }) => !task.metrics.some((metric) => metric.name === name));
		return {
			...result,
			...task,
			metrics: [...task.metrics, ...more]
		};
	}), ...results.filter(({ task }) => !tasks.some((each) => each.task === task))];
}
function withResult({ open: _, ...task }, result) {
	const primaryMetric = task.primaryMetric === "?" ? result.primaryMetric : task.primaryMetric;
	return {
		...result,
		...task,
		metrics: result.metrics,
		primaryMetric
	};
}
function allGates(draft, given, flags, declared) {
	const thresholds = {};
	for (const name of THRESHOLD_NAMES) {
		const override = given.values[name];
		const written = draft.thresholds[name];
		if (override !== void 0) thresholds[name] = {
			limit: override.value,
			origin: { source: override.source }
		};
		else if (written !== void 0) thresholds[name] = {
			limit: written,
			origin: originOf(draft, ["thresholds", name])
		};
	}
	const headline = thresholdRequests(thresholds, declared);
	const listed = listedRequests(draft);
	const flagged = flagRequests(flags);
	const requests = [
		...headline.values,
		...listed.values,
		...flagged.values,
		...anchorRequests(draft)
	];
	const made = makeGates(requests, declared);
	return {
		values: made.values,
		issues: [
			...headline.issues,
			...listed.issues,
			...flagged.issues,
			...made.issues
		]
	};
}
/** An empty config would judge nothing, and nothing judged must not look like a pass. */
function absences(draft, { tasks }, gates) {
	const at = draft.source.locate([]);
	const place = at.line === void 0 ? {} : { at };
	if (tasks.length === 0) {
		const fix = "add at least one task under `tasks`, or judge existing results with `weighbridge gate`";
		return [new WeighbridgeError("config", "there are no tasks", {
			...place,
			fix
		})];
	}
	if (gates.length > 0) return [];
	const fix = "set one of the thresholds or add a gate, such as `gates: [{ metric: task/metric, max_drop: 2pp }]`, or give --max-drop task/metric=2pp";
	return [new WeighbridgeError("config", "there are no gates: nothing would ever be blocked", {
		...place,
		fix
	})];
}
function rulesOfJudging(draft, given, full) {
	const { policy } = draft;
	const sourced = (key, value) => {
		const path = ["policy", key];
		return {
			value,
			source: isWritten(draft.source, path) ? originOf(draft, path).source : { kind: "default" }
		};
	};
	return {
		policy: {
			alpha: sourced("alpha", policy.alpha),
			onInconclusive: given.onInconclusive ?? sourced("on_inconclusive", policy.on_inconclusive),
			target: sourced("target", policy.target),
			minCoverage: sourced("min_coverage", policy.min_coverage)
		},
		evaluation: full === void 0 ? sourced("evaluation", policy.evaluation) : {
			value: "full",
			source: full
		}
	};
}
function candidateOf(draft, given, directory) {
	const override = given.values.candidate;
	if (override !== void 0) return modelSource(fromCommandLine(override.value, directory));
	const written = draft.head?.candidate;
	return written === void 0 ? null : modelSource(written);
}
/** A path that a flag or input names is the only source; age and bootstrap are the file's word in any case. */
function baselineOf({ head }, given, directory) {
	const written = baselineSources(head?.baseline);
	const override = given.values.baseline;
	const baselines = override === void 0 ? written : {
		...written,
		sources: baselineSources(fromCommandLine(override.value, directory)).sources
	};
	const [only, ...others] = baselines.sources;
	const usesStore = baselines.sources.some(({ from }) => from === "store");
	return {
		baseline: others.length === 0 && only?.from === "path" ? only.model : null,
		baselines,
		store: head?.store === void 0 ? usesStore ? "default" : null : { path: head.store },
		acceptChange: head?.accept_change ?? []
	};
}
/** Where every value came from that is not a default; gates and policy carry theirs themselves. */
function sourcesOf(draft, given) {
	const { head, tasks } = draft;
	const written = [
		...[
			"candidate",
			"baseline",
			"store",
			"accept_change",
			"seed"
		].map((key) => [key]),
		["anchor", "model"],
		...["max_age_days", "bootstrap"].map((key) => ["baseline", key]),
		...[
			"waiver_permission",
			"waiver_max_days",
			"allow"
		].map((key) => ["policy", key]),
		...Object.keys(head?.engine ?? {}).map((key) => ["engine", key]),
		...[...tasks].flatMap(([name, task]) => Object.keys(task ?? {}).map((key) => [
			"tasks",
			name,
			key
		]))
	].filter((path) => isWritten(draft.source, path));
	const sources = Object.fromEntries(written.map((path) => [formatPath(path), originOf(draft, path).source]));
	for (const side of ["candidate", "baseline"]) {
		const override = given.values[side];
		if (override !== void 0) sources[side] = override.source;
	}
	return sources;
}
/** A frozen copy: declarations are shared with whoever gave them. */
const frozen = (value) => deepFreeze(structuredClone(value));
function deepFreeze(value) {
	if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		for (const inner of Object.values(value)) deepFreeze(inner);
	}
	return value;
}

// src/config/load.ts
/** @throws WeighbridgeError `config` when it cannot be read, IssueList with every fault that is in it */
async function readConfig(file, overrides) {
	const text = await readConfigText(file);
	const resolve = (results = []) => withFolders(resolveConfig({
		text,
		file,
		overrides,
		results
	}));
	return {
		config: resolve(),
		overrides,
		withResults: (config, runs) => {
			const results = openResults(config, runs);
			return results.length === 0 ? config : {
				...resolve(results),
				baseline: config.baseline
			};
		}
	};
}
/**
* Reads and resolves a config file.
* @throws WeighbridgeError `config` when it cannot be read, IssueList with every fault that is in it
*/
async function loadConfig(file, request = {}) {
	return withFolders(resolveConfig({
		...request,
		text: await readConfigText(file),
		file
	}));
}
/** What only files tell: which paths are folders of a checkpoint. */
function withFolders(config) {
	const { candidate, baseline, baselines, anchor, directory } = config;
	return {
		...config,
		candidate: asFound(candidate, directory),
		baseline: asFound(baseline, directory),
		baselines: {
			...baselines,
			sources: baselines.sources.map((source) => source.from === "path" ? {
				...source,
				model: asFound(source.model, directory)
			} : source)
		},
		anchor: asFound(anchor, directory)
	};
}
/** @throws WeighbridgeError `config` when the file is absent, too large, or not UTF-8 */
async function readConfigText(file) {
	const bytes = await readBytes(file);
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw new WeighbridgeError("config", "the file is not UTF-8 text", {
			at: { file },
			fix: "save it as UTF-8",
			cause
		});
	}
}
const UNREADABLE = {
	ENOENT: "there is no such file",
	EISDIR: "this is a folder, not a file",
	EACCES: "reading is not permitted"
};
async function readBytes(file) {
	try {
		const { size } = await stat(file);
		if (size > 1048576) throw tooLarge(file);
		return await readFile(file);
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		const { code } = cause;
		throw new WeighbridgeError("config", UNREADABLE[code ?? ""] ?? `the file cannot be read (${code})`, {
			at: { file },
			fix: "name the config with --config (in a workflow: the input config), or write one with `weighbridge init`",
			cause
		});
	}
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
const DAY_MS$1 = 864e5;
/** Whole days between two moments; null where either is none. */
function daysBetween(earlier, later) {
	const days = (Date.parse(later ?? "") - Date.parse(earlier)) / DAY_MS$1;
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
const strong$1 = (text) => [{
	kind: "strong",
	text
}];
/** A name, path or identifier. */
const code$2 = (text) => [{
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
	return part.kind === "prose" || part.kind === "code" ? oneLine$1(part.text) : part.text;
}

// src/config/explain.ts
const DEFAULT = { kind: "default" };
/** Every value in force, in the order of the config file. */
function explainConfig(config) {
	const from = (key, value) => ({
		key,
		value: typeof value === "string" ? value : JSON.stringify(value),
		source: config.sources[key] ?? DEFAULT
	});
	return [
		...config.candidate === null ? [] : [from("candidate", describeModel(config.candidate))],
		...config.baselines.sources.length === 0 ? [] : [from("baseline", config.baselines.sources.map(describeBaselineSource).join(", else "))],
		...config.baselines.maxAgeDays === null ? [] : [from("baseline.max_age_days", config.baselines.maxAgeDays)],
		...config.baselines.bootstrap ? [from("baseline.bootstrap", true)] : [],
		...config.store === null ? [] : [from("store", config.store === "default" ? config.store : config.store.path)],
		...config.acceptChange.length === 0 ? [] : [from("accept_change", config.acceptChange)],
		...config.anchor === null ? [] : [from("anchor.model", describeModel(config.anchor))],
		...Object.entries(config.engine).map(([key, value]) => from(`engine.${key}`, value)),
		from("seed", config.seed),
		...config.tasks.flatMap((task) => [
			from(`tasks.${task.name}.role`, task.role),
			from(`tasks.${task.name}.runner`, task.runner),
			from(`tasks.${task.name}.primary_metric`, task.primaryMetric),
			...Object.entries(task.options).map(([key, value]) => from(`tasks.${task.name}.${key}`, value))
		]),
		...config.gates.map((gate) => ({
			key: gate.id,
			value: `${describeLimit(gate, unitOf(config, gate))} (${gate.tier})`,
			source: gate.source
		})),
		sourced("alpha", config.policy.alpha),
		sourced("on_inconclusive", config.policy.onInconclusive),
		sourced("target", config.policy.target),
		sourced("min_coverage", config.policy.minCoverage),
		sourced("evaluation", config.evaluation),
		from("policy.waiver_permission", config.waiverPermission),
		from("policy.waiver_max_days", config.waiverMaxDays),
		from("policy.allow", [...config.allow].sort())
	];
}
/** The same as aligned lines: key, value, source. Values are quoted where they hold control characters. */
function explainLines(config) {
	const rows = explainConfig(config).map(({ key, value, source }) => ({
		key,
		value: oneLine(value),
		source: describeSource(source)
	}));
	const width = (column) => Math.max(0, ...rows.map((row) => row[column].length));
	const [keys, values] = [width("key"), width("value")];
	return rows.map(({ key, value, source }) => `${key.padEnd(keys)}  ${value.padEnd(values)}  ${source}`);
}
const WIDEST = 60;
function oneLine(value) {
	const quoted = /\p{Cc}/u.test(value) ? JSON.stringify(value) : value;
	return quoted.length > WIDEST ? `${quoted.slice(0, 59)}…` : quoted;
}
const sourced = (key, { value, source }) => ({
	key: `policy.${key}`,
	value: String(value),
	source
});
function unitOf(config, gate) {
	return config.declared.find((each) => each.task === gate.task)?.metrics.find(({ name }) => name === gate.metric)?.unit === "rate" ? "rate" : "other";
}

// src/core/stats/sequential/e-values.ts
/**
* E-values: evidence that may be looked at after every sample. While the null is true an e-process exceeds 1/α at any time
* with probability at most α (Ville 1939), so that 1/max e is a p-value that peeking cannot spoil.
*/
/** ln of the mean of eˣ. */
function logMeanExp(logs) {
	const largest = Math.max(...logs);
	if (largest === -Infinity) return -Infinity;
	return largest + Math.log(sum(logs.map((log) => Math.exp(log - largest))) / logs.length);
}
/** The logarithm of a long product of positive factors: one logarithm for many of them, taken before the product overflows. */
var LogProduct = class {
	#log = 0;
	#product = 1;
	get value() {
		return this.#log + Math.log(this.#product);
	}
	/** @param factor within [1e-100, 1e100] */
	multiply(factor) {
		const product = this.#product * factor;
		if (product > 1e-100 && product < 1e100) {
			this.#product = product;
			return;
		}
		this.#log += Math.log(product);
		this.#product = 1;
	}
};
/**
* Likelihood ratios of `events` among `n` against the rate `ceiling`, averaged over alternatives below it (0, c/4, c/2) and
* above it (1.5c, 2c, 4c). Valid against every rate on the other side of the ceiling, since the ratio is monotone.
* Robbins 1970. Without events a ceiling of 1 % is proven at α = 5 % after 363 samples; a planned 299 would do.
*/
function rateLogE(events, n, ceiling) {
	const against = (rate) => times(events, Math.log(rate / ceiling)) + times(n - events, Math.log1p(-rate) - Math.log1p(-ceiling));
	const above = [
		1.5,
		2,
		4
	].map((factor) => factor * ceiling).filter((rate) => rate < 1);
	return {
		below: logMeanExp([
			0,
			ceiling / 4,
			ceiling / 2
		].map(against)),
		above: above.length === 0 ? 0 : logMeanExp(above.map(against))
	};
}
/** 0 · ln 0 = 0: an impossible event that did not happen says nothing. */
function times(count, log) {
	return count === 0 ? 0 : count * log;
}

// src/core/stats/sequential/benchmark-gate.ts
/** Flip rate assumed before data, as so many samples; and the effect sizes of the bets, in units of the gap. */
const PRIOR = {
	rate: .12,
	samples: 20
};
const EFFECTS = [
	.5,
	1,
	2,
	4
];
/**
* Decides what the full run of a finite benchmark would show, from samples in uniformly random order, at any time, and with
* error at most `alpha` a side: a bet on each sample against its remaining mean if the delta were exactly the boundary.
*
* Betting without replacement of Waudby-Smith & Ramdas 2024, "Estimating means of bounded random variables by betting",
* section 5, with the known baseline as control variate. Wrong guesses of flip rates cost samples, never validity; a file's
* own order instead of a random one costs validity. Always decided once all samples were seen.
*/
var BenchmarkGate = class {
	#options;
	#size;
	#seen = {
		right: 0,
		wrong: 0,
		regressed: 0,
		improved: 0
	};
	#bets = EFFECTS.map((effect) => ({
		effect,
		pass: new LogProduct(),
		regression: new LogProduct()
	}));
	constructor(options) {
		this.#options = options;
		this.#size = options.baseline.right + options.baseline.wrong;
	}
	get evidence() {
		return {
			pass: logMeanExp(this.#bets.map(({ pass }) => pass.value)),
			regression: logMeanExp(this.#bets.map(({ regression }) => regression.value))
		};
	}
	/** Between what the samples still to come can make of the delta at most. */
	get certain() {
		const { right, wrong } = this.#remaining();
		const net = this.#seen.improved - this.#seen.regressed;
		return {
			low: (net - right) / this.#size,
			high: (net + wrong) / this.#size
		};
	}
	/** Null while undecided. */
	get verdict() {
		const { boundary, alpha } = this.#options;
		const { right, wrong } = this.#remaining();
		const net = this.#seen.improved - this.#seen.regressed;
		const needed = this.#size * boundary - 1e-9;
		const enough = Math.log(1 / alpha);
		const { pass, regression } = this.evidence;
		if (net - right >= needed) return "pass";
		if (net + wrong < needed) return "regression";
		return pass >= enough ? "pass" : regression >= enough ? "regression" : null;
	}
	/** The next sample of the random order. */
	add(baselineRight, candidateRight) {
		this.#bet(Number(candidateRight) - Number(baselineRight), baselineRight);
		if (baselineRight) {
			this.#seen.right += 1;
			if (!candidateRight) this.#seen.regressed += 1;
		} else {
			this.#seen.wrong += 1;
			if (candidateRight) this.#seen.improved += 1;
		}
	}
	#bet(change, baselineRight) {
		const { boundary, gap } = this.#options;
		const { right, wrong } = this.#remaining();
		const left = right + wrong;
		if (left <= 0) throw new RangeError("more samples than the benchmark has");
		const falls = flipRate(this.#seen.regressed, this.#seen.right);
		const rises = flipRate(this.#seen.improved, this.#seen.wrong);
		const expected = (wrong * rises - right * falls) / left;
		const net = this.#seen.improved - this.#seen.regressed;
		const residual = change - (baselineRight ? -falls : rises);
		const mean = (this.#size * boundary - net) / left - expected;
		const variance = (right * falls * (1 - falls) + wrong * rises * (1 - rises)) / left;
		const lowest = Math.min(falls - 1, -rises);
		const highest = Math.max(falls, 1 - rises);
		const [below, above] = [Math.max(mean - lowest, 1e-9), Math.max(highest - mean, 1e-9)];
		const gain = residual - mean;
		for (const { effect, pass, regression } of this.#bets) {
			const distance = effect * gap * this.#size / left;
			const stake = distance / (variance + distance * distance);
			pass.multiply(Math.max(1 + Math.min(stake, .9 / below) * gain, 1e-6));
			regression.multiply(Math.max(1 - Math.min(stake, .9 / above) * gain, 1e-6));
		}
	}
	#remaining() {
		const { right, wrong } = this.#options.baseline;
		return {
			right: right - this.#seen.right,
			wrong: wrong - this.#seen.wrong
		};
	}
};
function flipRate(flips, seen) {
	return (flips + PRIOR.rate * PRIOR.samples) / (seen + PRIOR.samples);
}

// src/core/stats/sequential/group-sequential.ts
/** Error spent by the time a share `fraction` of the samples was seen: α t^1.5 (Kim & DeMets 1987 with ρ = 1.5). */
function spentError(alpha, fraction) {
	return alpha * Math.min(1, fraction) ** 1.5;
}
/**
* Critical values of z at several looks that together err with the last of `spent` at most: at look k with information
* I_k (samples seen; n/(1 − n/N) when exactly N samples exist) the chance of crossing for the first time is
* `spent[k] − spent[k − 1]`.
*
* The density of the score z√I that has not yet crossed is carried from look to look by Simpson's rule (Armitage,
* McPherson & Rowe 1969; Lan & DeMets 1983). Assumes normal z with independent increments: look first at 60 samples.
*/
function boundaries(information, spent) {
	const bounds = [];
	let going = null;
	information.forEach((now, look) => {
		const before = information[look - 1] ?? 0;
		const step = Math.sqrt(now - before);
		const error = (spent[look] ?? NaN) - (spent[look - 1] ?? 0);
		const bound = going === null ? -normalQuantile(error) : boundOf(error, going, now, step);
		bounds.push(bound);
		going = carried(going, now, step, bound);
	});
	return bounds;
}
/**
* Probability of crossing each bound for the first time, as a function of the drift: the mean of z at information 1. The
* densities are those without a drift, reweighted by the likelihood ratio exp(θ S − θ² I / 2).
*/
function firstCrossings(information, bounds) {
	const densities = [null];
	information.forEach((now, look) => {
		const step = Math.sqrt(now - (information[look - 1] ?? 0));
		densities.push(carried(densities[look] ?? null, now, step, bounds[look] ?? NaN));
	});
	return (drift) => information.map((now, look) => {
		const before = information[look - 1] ?? 0;
		const step = Math.sqrt(now - before);
		const mean = drift * (now - before);
		const bound = (bounds[look] ?? NaN) * Math.sqrt(now);
		const going = densities[look];
		if (going === null || going === void 0) return normalCdf((mean - bound) / step);
		const weigh = ({ at, mass }) => ({
			at: at + mean,
			mass: mass * Math.exp(drift * at - drift * drift * before / 2)
		});
		return crossing(going.map(weigh), bound, step);
	});
}
/**
* The bound of z that is crossed for the first time with probability `error`. Log-concave in −z: the normal density is, and
* so are what is left of a log-concave density below a bound, and its sum with a normal step (Prékopa 1973).
*/
function boundOf(error, going, now, step) {
	const scale = Math.sqrt(now);
	return -quantileOfLogConcave(error, normalQuantile(error), (lowered) => ({
		value: crossing(going, -lowered * scale, step),
		slope: arriving(going, -lowered * scale, step) * scale
	}));
}
/** The scores that have not crossed by a look, from those that had not by the one before; null before the first. */
function carried(previous, now, step, bound) {
	return simpsonGrid(-9 * Math.sqrt(now), Math.min(bound, 9) * Math.sqrt(now)).map(({ at, weight }) => ({
		at,
		mass: weight * (previous === null ? normalDensity(at / step) / step : arriving(previous, at, step))
	}));
}
/** Further than this many standard deviations a step never goes. */
const FAR = 9;
function arriving(previous, at, step) {
	let total = 0;
	for (const point of previous) {
		const z = (at - point.at) / step;
		if (z < FAR && z > -9) total += point.mass * normalDensity(z);
	}
	return total / step;
}
/** Probability that the score goes beyond `bound` in one step of standard deviation `step`. */
function crossing(density, bound, step) {
	let total = 0;
	for (const point of density) {
		const z = (point.at - bound) / step;
		if (z > -9) total += point.mass * normalCdf(z);
	}
	return total;
}
function simpsonGrid(low, high) {
	const steps = 1e3;
	const width = (high - low) / steps;
	return Array.from({ length: 1001 }, (_, index) => {
		const coefficient = index === 0 || index === steps ? 1 : index % 2 === 1 ? 4 : 2;
		return {
			at: low + index * width,
			weight: coefficient * width / 3
		};
	});
}

// src/core/stats/sequential/looks.ts
/** Planned looks of a group-sequential test, and the least number of independent units at which z may be taken as normal. */
const LOOKS = 10;
const LEAST_UNITS = 60;
/** Tests that may be looked at any time are looked at this often: some 500 times in all, and not after every sample. */
function batchOf(planned) {
	return Math.max(5, Math.ceil(planned / 500));
}
/** Whether a test that may be looked at any time is looked at after `samples` of `planned`. */
function isBatchEnd(samples, planned) {
	return samples % batchOf(planned) === 0 || samples === planned;
}
/** Whether anything can be decided after `samples` that could not be one sample earlier. */
function isLook(samples, planned) {
	return isBatchEnd(samples, planned) || tenths(planned).includes(samples);
}
/** The looks of a group-sequential test: the few after which more can be decided than in between. */
function tenths(planned) {
	return Array.from({ length: LOOKS }, (_, look) => Math.round(planned * (look + 1) / LOOKS));
}
/**
* Ten equal looks that together err with `alpha` a side. Looks with fewer than 60 independent units are left out, their error
* going to the first that is taken; the last one is always taken.
* @param unitsAfter independent units among the first samples; more samples never have fewer
*/
function plannedLooks(planned, alpha, unitsAfter) {
	const taken = tenths(planned).filter((n) => n === planned || unitsAfter(n) >= LEAST_UNITS);
	const levels = levelsOf([...new Set(taken)], planned, alpha);
	return [...new Set(taken)].map((samples, look) => ({
		samples,
		level: levels[look] ?? 0
	}));
}
const known$1 = /* @__PURE__ */ new Map();
/** Remembered, because the recursion takes a tenth of a second and an evaluation asks again at every look. */
function levelsOf(looks, planned, alpha) {
	const key = [
		alpha,
		planned,
		...looks
	].join(" ");
	const found = known$1.get(key);
	if (found !== void 0) return found;
	const spent = looks.map((n) => spentError(alpha, n / planned));
	const levels = boundaries(looks, spent).map((bound) => normalCdf(-bound));
	known$1.set(key, levels);
	return levels;
}

// src/report/blocks.ts
const column = (align) => (title, cell) => ({
	title: typeof title === "string" ? () => title : title,
	align,
	cell: (row) => inline`${cell(row)}`
});
/** A cell that is a string is data. */
const textColumn = column("left");
const numberColumn = column("right");
const heading$1 = (content) => ({
	kind: "heading",
	content
});
const paragraph$1 = (content) => ({
	kind: "paragraph",
	content
});
/** @param length code points kept */
const verbatim = (text, length, language = "text") => ({
	kind: "code",
	text: truncate(visible(text), length),
	language
});
/** A bullet for each line that says anything; no block where none does. */
function list$2(items) {
	const told = items.map((item) => "content" in item ? item : {
		content: item,
		below: []
	}).filter(({ content }) => content.length > 0);
	return told.length === 0 ? [] : [{
		kind: "list",
		items: told
	}];
}
/** No block where there are no rows. */
function table(caption, columns, rows) {
	const block = {
		kind: "table",
		caption,
		columns: columns.map(({ title, align }) => ({
			title: ours(title(rows)),
			align
		})),
		rows: rows.map((row) => columns.map(({ cell }) => cell(row)))
	};
	return rows.length === 0 ? [] : [block];
}
/** @param value data where it is a string */
const field = (name, value) => [ours(name), inline`${value}`];
/** Blocks below a heading; nothing where there are none. */
const titled = (title, blocks) => blocks.length === 0 ? [] : [heading$1(title), ...blocks];

// src/report/methods.ts
const TESTS = "Which test, and why";
const IN_ORDER = "Fewer samples";
/** One row a method that `test.method` or `delta.method` of a gate can name. */
const METHODS = {
	tango: {
		name: "Tango's score test for paired proportions",
		formula: "z = (rose − fell − n·δ₀) / √(n·(2q + δ₀(1 − δ₀))), δ₀ the limit as a delta, q fitted under it",
		section: TESTS
	},
	t: {
		name: "Student's t on the paired differences, freed of their skewness (Hall)",
		formula: "t = (mean difference − δ₀) / (s / √n) = √n·x becomes √n·(((1 + γx/3)³ − 1)/γ + γ/6n), n − 1 degrees of freedom",
		section: TESTS
	},
	"clustered t": {
		name: "Student's t on the sums of clusters (CR1), freed of their skewness (Hall)",
		formula: "t = (mean difference − δ₀) / SE over G clusters, G − 1 degrees of freedom, transformed like t on differences",
		section: TESTS
	},
	"linearised t": {
		name: "Student's t on the linearised ratio",
		formula: "influence of a sample = (numerator − ratio · denominator) / mean denominator, then t",
		section: TESTS
	},
	"stratified t": {
		name: "Student's t on the mean of the groups' means",
		formula: "t = (Σ mean of group / groups − δ₀) / √(Σ s²_group / n_group / groups²), Σ(n_group − 1) degrees of freedom",
		section: "Means of groups"
	},
	"bca bootstrap": {
		name: "the bias-corrected and accelerated bootstrap of pairs, with which Student's t on jackknife values has to agree",
		formula: "ends at Φ(z₀ + (z₀ + z) / (1 − a(z₀ + z))) of 2,000 resamples, seeded by the sample ids, or at those of jackknife t where these lie further out",
		section: "Metrics of all samples at once"
	},
	"jackknife t": {
		name: "Student's t on jackknife values",
		formula: "value of a unit = θ + (G − 1)(mean of θ without each unit − θ without this one), G − 1 degrees of freedom",
		section: "Metrics of all samples at once"
	},
	"calibration limits": {
		name: "limits of the calibration error that allow for its bias, by two bounds of which the better counts",
		formula: "rise ≤ Σ s(gap of the candidate − gap of the baseline), s the sign of the former where clear, else of the difference; rise ≤ Σ |gap of the candidate| − an estimate of Σ |gap of the baseline| that is too low; t at α/2 each",
		section: "Metrics of all samples at once"
	},
	"finite population": {
		name: "the test that fits the scores, for a random part of a finite list",
		formula: "every limit nearer by √(1 − n/N), n samples of N",
		section: "What the verdict speaks of"
	},
	"unpaired z": {
		name: "z of two aggregates without samples",
		formula: "z = (candidate − baseline − δ₀) / √(se²_candidate + se²_baseline)",
		section: "Results without samples"
	},
	"square-and-add": {
		name: "a weighted sum of changes, by square-and-add",
		formula: "gain − Σ weight · loss ∓ √Σ (distance of each from its own limit)²; a task that won counts 0",
		section: "A gain against losses"
	},
	"clopper-pearson": {
		name: "the exact binomial test",
		formula: "the rate at which so many events or fewer (more) have probability α: one-sided Clopper-Pearson",
		section: TESTS
	},
	benchmark: {
		name: "the count on exactly this benchmark",
		formula: "observed against limit; every sample was seen, so that nothing is inferred",
		section: "What the verdict speaks of"
	},
	"betting without replacement": {
		name: "betting on what the full run of exactly this benchmark would show",
		formula: "wealth = mean over bet sizes of Π (1 + λ·(change − its mean were the limit true)), against 1/α at every look; the interval is every delta not ruled out so",
		section: IN_ORDER
	},
	"e-process": {
		name: "a mixture of likelihood ratios of the rate",
		formula: "mean over a in {0, c/4, c/2} of (a/c)^events·((1 − a)/(1 − c))^others, against 1/α at every look",
		section: IN_ORDER
	},
	"holm, mcnemar mid-p": {
		name: "McNemar's mid-p test of every group, with Holm's correction",
		formula: "p = P(X > fell) + ½P(X = fell), X ~ Binomial(rose + fell, ½); p₍ᵢ₎·(groups − i + 1) < α",
		section: "Groups"
	},
	"holm, margin": {
		name: "the test against the limit in every group, with Holm's correction",
		formula: "p₍ᵢ₎·(groups − i + 1) < α",
		section: "Groups"
	}
};
/** Null for a method that this version does not know; the file may be from another one. */
function methodOf$1(name) {
	const base = fixedMethodOf(name);
	const method = Object.hasOwn(METHODS, base) ? METHODS[base] ?? null : null;
	if (method === null || base === name) return method;
	if (isDescriptive(name)) return {
		...method,
		name: `${method.name}, for a number of samples fixed in advance`
	};
	return {
		name: `one of ten planned looks: ${method.name}`,
		formula: `${method.formula}; at the look's level, which together spend α·t^1.5`,
		section: IN_ORDER
	};
}
/** Whether an interval says no more than what the seen samples look like: the verdict does not rest on it. */
const isDescriptive = (method) => method.endsWith(", descriptive");
const fixedMethodOf = (name) => name.replace(/, descriptive$/, "").replace(/^group sequential, /, "");

// src/report/sections/faults.ts
const TASK_CHANGED = {
	who: "Whoever changed the task",
	what: inline`evaluate the baseline again with the task as it is now, or undo the change.`
};
const CHECKPOINT_CHANGED = {
	who: "Whoever made the checkpoint",
	what: inline`restore the baseline's tokenizer, or compare with a baseline that shares it.`
};
const TEMPLATE_CHANGED = {
	who: "Whoever made the checkpoint",
	what: inline`restore the baseline's chat template; or, where the new one is meant, declare ${code$2("accept_change: [chat_template]")} and name the baseline's weights, which are then asked with it.`
};
const MACHINE_CHANGED = {
	who: "Whoever runs the evaluation",
	what: inline`evaluate both sides with the same engine, settings and harness.`
};
const RUN_INCOMPLETE = {
	who: "Whoever runs the evaluation",
	what: inline`run it again; it goes on where it stopped, and no sample is asked twice.`
};
/** For each field in which two runs may differ: who must do what. */
const REMEDIES = {
	dataset: TASK_CHANGED,
	prompt: TASK_CHANGED,
	few_shot: TASK_CHANGED,
	generation: TASK_CHANGED,
	scorers: TASK_CHANGED,
	filter: TASK_CHANGED,
	task_version: TASK_CHANGED,
	limit: TASK_CHANGED,
	inputs: TASK_CHANGED,
	targets: TASK_CHANGED,
	metrics: TASK_CHANGED,
	chat_template: TEMPLATE_CHANGED,
	tokenizer: CHECKPOINT_CHANGED,
	engine: MACHINE_CHANGED,
	engine_settings: MACHINE_CHANGED,
	engine_version: MACHINE_CHANGED,
	harness: MACHINE_CHANGED,
	harness_version: MACHINE_CHANGED,
	dtype: MACHINE_CHANGED,
	batch_size: MACHINE_CHANGED,
	device: MACHINE_CHANGED,
	seed: MACHINE_CHANGED,
	quantization: CHECKPOINT_CHANGED,
	samples: RUN_INCOMPLETE,
	run: RUN_INCOMPLETE
};
const shown = (value) => code$2(value === null ? "none" : formatDigest(String(value)));
/** `facts: tokenizer differs, baseline a, candidate b.` */
function mismatchSentence({ task, field, baseline, candidate, against }) {
	return inline`${code$2(task)}: ${code$2(field)} differs, ${against ?? "baseline"} ${shown(baseline)}, candidate ${shown(candidate)}.`;
}
const isIncomplete = ({ samples: { baseline, candidate } }) => baseline.evaluated < baseline.planned || candidate.evaluated < candidate.planned;
function invalidGates(gates) {
	return gates.filter((gate) => gate.verdict === "invalid").map((gate) => inline`${code$2(gate.id)}: ${gate.reasons[0] ?? "no reason was recorded"}`);
}
const SHOWN$1 = 20;
/**
* What is wrong with an invalid comparison and who must do what, most fundamental first. Of another, what could not be
* compared all the same: tasks that no blocking gate speaks of change no verdict, and are never passed over.
*/
function faultsSection(file) {
	const hard = file.comparability.filter((mismatch) => mismatch.severity === "hard");
	if (file.verdict !== "invalid") {
		const told = list$2(hard.map(mismatchSentence).slice(0, SHOWN$1));
		return {
			title: null,
			blocks: titled(ours("Not compared, and no blocking gate speaks of it"), told)
		};
	}
	const remedies = new Set(hard.map((mismatch) => REMEDIES[mismatch.field]));
	if (file.tasks.some(isIncomplete)) remedies.add(RUN_INCOMPLETE);
	const stated = new Set(file.reasons);
	const wrong = [
		...file.reasons.map((reason) => inline`${reason}`),
		...hard.map(mismatchSentence),
		...invalidGates(file.gates.filter((gate) => !stated.has(gate.reasons[0] ?? "")))
	];
	const cures = [...remedies].map(({ who, what }) => inline`${strong$1(`${who}:`)} ${what}`);
	return {
		title: null,
		blocks: [...titled(ours("What is wrong"), list$2(wrong.slice(0, SHOWN$1))), ...titled(ours("Who must do what"), list$2(cures))]
	};
}

// src/report/gate-rules.ts
const nameOf = (gate) => code$2(metricName(gate));
/** `+1.2 pp (90 % interval +0.4 to +2.0 pp)`: what a gain leaves after the losses. */
function net({ net: left, unit }) {
	if (left === void 0 || left === null) return inline`${NOT_AVAILABLE}`;
	const text = formatInterval(left, unit);
	const value = inline`${formatChange(left.value, unit)}`;
	return text === null ? value : inline`${value} (${formatLevel(left.level)} interval ${text})`;
}
/** ` (90 % interval −36.0 to −26.4 pp)`, or nothing where there is no interval. */
function interval(gate) {
	const text = gate.delta === null ? null : formatInterval(gate.delta, gate.unit);
	return gate.delta === null || text === null || isDescriptive(gate.delta.method) ? [] : inline` (${formatLevel(gate.delta.level)} interval ${text})`;
}
/** `fell by 31.2 pp`, `rose by 0.4 pp` or `did not move`. */
function moved({ delta, unit }) {
	if (delta === null) return inline`has no delta`;
	if (delta.value === 0) return inline`did not move`;
	return delta.value < 0 ? inline`fell by ${formatSize(delta.value, unit)}` : inline`rose by ${formatSize(delta.value, unit)}`;
}
/** `0.1 % (95 % upper bound 0.6 %)`: the candidate's own value, for ceilings and floors. */
function value({ candidate, bound, unit }) {
	if (candidate === null) return inline`${NOT_AVAILABLE}`;
	const observed = inline`${formatValue(candidate.value, unit)}`;
	if (bound === null) return observed;
	return inline`${observed} (${formatLevel(bound.level)} ${bound.side} bound ${formatValue(bound.value, unit)})`;
}
/** `80.0 % over 5 samples`: what proved that a limit was passed; its bound on the other side would say nothing of that. */
function observed({ candidate, unit }) {
	if (candidate === null) return inline`${NOT_AVAILABLE}`;
	return inline`${formatValue(candidate.value, unit)} over ${plural(candidate.n, "sample")}`;
}
/** Why this gate got the verdict it got, with the number that decided it; no full stop at the end. */
function gateSentence(gate) {
	if (gate.verdict === "invalid") return inline`${nameOf(gate)} could not be judged: ${gate.reasons[0] ?? "no reason was recorded"}`;
	if (gate.verdict === "inconclusive") return undecidedSentence(gate);
	const held = gate.verdict === "pass";
	const { scope, estimand, outcomePhrase } = ruleOf(gate);
	const outcome = aroundLimit(outcomePhrase(held, gate), gate);
	const name = nameOf(gate);
	if (scope === "groups") return inline`${ours(held ? "no group" : "groups")} of ${name} ${outcome}`;
	if (estimand === "candidate") return inline`${name} is ${held ? value(gate) : observed(gate)}, ${outcome}`;
	if (scope === "metric") return inline`${name} ${moved(gate)}${interval(gate)}, ${outcome}`;
	return inline`${name} ${moved(gate)}, and after the losses that it has to outweigh ${net(gate)} is left, ${outcome}`;
}
function undecidedSentence(gate) {
	const name = nameOf(gate);
	if (isNotEvaluated(gate)) return inline`${name} was not evaluated, since a regression was proven before its turn`;
	const { scope, estimand, questionPhrase } = ruleOf(gate);
	const question = aroundLimit([questionPhrase, ""], gate);
	if (scope === "groups") return inline`no group of ${name} is large enough to tell whether it ${question}`;
	if (scope === "several metrics") return inline`the samples cannot tell whether the gain of ${name} ${question}: after them ${net(gate)} is left`;
	if (estimand === "candidate") {
		const count = plural(gate.candidate?.n ?? 0, "sample");
		return inline`${count} cannot tell whether ${name} ${question}: observed ${value(gate)}`;
	}
	const change = gate.delta === null ? "nothing" : formatChange(gate.delta.value, gate.unit);
	const samples = gate.evidence === "weak" ? "sums without samples" : plural(gate.pairs, "paired sample");
	return inline`${samples} cannot tell whether ${name} ${question}: observed ${change}${interval(gate)}`;
}
const aroundLimit = ([before, after], { limit }) => inline`${ours(before)} ${code$2(limit)}${ours(after)}`;
/** A limit as a rule one can read aloud. */
const limitPhrase = (gate) => aroundLimit(ruleOf(gate).limitPhrase(gate), gate);
/** Whether the task of a gate had no turn, because the evaluation ended at a regression that was proven before. */
const isNotEvaluated = ({ verdict, pairs, candidate, test }) => verdict === "inconclusive" && pairs === 0 && candidate === null && test === null;
/** The change that a gate is about, with its interval; null where there is none. */
const changeOf = (gate) => ruleOf(gate).scope === "several metrics" ? gate.net ?? null : gate.delta;
/**
* The strictest limit that these samples would have passed, as it would stand in the config; null when none would. It is
* the end of the interval on the forbidden side, since interval and test are two views of one thing; for the benchmark
* itself, the observed value.
*/
function passingLimit(gate) {
	const hypothesis = shownHypothesisOf(gate);
	const end = hypothesis === null ? null : forbiddenEnd(gate, hypothesis);
	if (hypothesis === null || end === null) return null;
	const { limitSign, written: kind } = ruleOf(gate);
	const limit = limitSign * hypothesis.sign * end;
	if (kind === "value") return written(end, gate);
	if (limitSign === 1) return written(Math.max(0, limit), gate);
	return limit > 0 ? written(limit, gate) : null;
}
/** The limit of what the data allow on the forbidden side, in the metric's own unit. */
function forbiddenEnd(gate, { estimand, sign }) {
	const { bound, candidate, test } = gate;
	const change = changeOf(gate);
	const isBenchmark = test?.method === "benchmark";
	if (estimand === "candidate") return isBenchmark ? candidate?.value ?? null : bound?.value ?? null;
	if (change === null) return null;
	return isBenchmark ? change.value : sign === 1 ? change.high : change.low;
}
/** Rounded to a tenth of a point, or four digits, always to the side on which it still passes. */
function written(value, gate) {
	const { limitSign, written: kind } = ruleOf(gate);
	const isRate = gate.unit === "rate";
	const scale = isRate ? 1e3 : 10 ** (3 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-9))));
	const hair = 1e-6;
	const steps = limitSign === 1 ? Math.ceil(value * scale + hair) : Math.floor(value * scale - hair);
	if (steps <= 0 && limitSign === -1) return null;
	if (isRate && kind === "value" && limitSign === 1 && steps >= scale) return null;
	if (!isRate) return String(Number((steps / scale).toPrecision(6)));
	return `${steps / 10}${kind === "value" ? "%" : "pp"}`;
}
/**
* How far the observed value is inside its limit, as a share of the limit: 0 is exactly at it, negative is beyond it.
* Null where a number is missing, and for groups, of which no single number says how close the nearest is. For ranking
* only: it says nothing of certainty.
*/
function slack(gate) {
	const hypothesis = shownHypothesisOf(gate);
	const observed = (hypothesis?.estimand === "candidate" ? gate.candidate : changeOf(gate))?.value;
	if (hypothesis === null || observed === void 0 || gate.margin === null) return null;
	const { written: kind, limitSign } = ruleOf(gate);
	const size = kind === "value" && limitSign === -1 ? 1 - gate.margin : gate.margin;
	return (hypothesis.boundary - hypothesis.sign * observed) / (size === 0 ? 1 : size);
}
/** Blocking gates first, then the worst verdict, then the least slack; the id settles the rest. */
function worstFirst$1(gates) {
	const tier = (gate) => gate.tier === "blocking" ? 0 : 1;
	const severity = (gate) => -VERDICTS.indexOf(gate.verdict);
	const room = (gate) => slack(gate) ?? Number.NEGATIVE_INFINITY;
	return [...gates].sort((a, b) => tier(a) - tier(b) || severity(a) - severity(b) || (room(a) === room(b) ? 0 : room(a) - room(b)) || (a.id < b.id ? -1 : 1));
}

// src/report/headline.ts
const VERDICT_WORDS = {
	pass: {
		word: "Pass",
		symbol: "✅"
	},
	regression: {
		word: "Regression",
		symbol: "❌"
	},
	inconclusive: {
		word: "Inconclusive",
		symbol: "⚠️"
	},
	invalid: {
		word: "Invalid",
		symbol: "⛔"
	}
};
/** `REGRESSION ❌`: the word first, so that nothing hangs on a colour or a picture. */
function verdictLabel(verdict) {
	const { word, symbol } = VERDICT_WORDS[verdict];
	return `${word.toUpperCase()} ${symbol}`;
}
const verdictBadge = (verdict) => [{
	kind: "verdict",
	verdict,
	text: verdictLabel(verdict)
}];
/** The one number that decided, in a sentence: what comes after the verdict's own word; and who waived it, where somebody did. */
function headline$1(facts) {
	return inline`${decided(facts)}${sameWeights(facts)}${waivedWords(facts.gates)}`;
}
/** A pass of a model against itself is true and proves nothing of the checkpoint that was perhaps meant. */
function sameWeights({ verdict, candidate, baseline }) {
	const isSame = candidate !== null && candidate.digest === baseline?.digest && candidate.adapter_digest === baseline.adapter_digest;
	return verdict === "pass" && isSame ? inline` Candidate and baseline are the same weights.` : [];
}
/** ` Waived by alice until 2026-12-31.`, or nothing. */
function waivedWords(gates) {
	const words = gates.flatMap(({ waived }) => waived === void 0 ? [] : [toPlain(inline`${waived.by} until ${untilWords(waived.expires)}`)]);
	return [...new Set(words)].flatMap((text) => inline` Waived by ${text}.`);
}
/** When a waiver ends, as it stands after "until". */
function untilWords(expires) {
	return expires.startsWith("commit ") ? "the next commit" : expires;
}
function decided({ verdict, blocked, gates, reasons }) {
	const blocking = worstFirst$1(gates).filter((gate) => gate.tier === "blocking");
	const decisive = blocking.filter((gate) => gate.verdict === verdict);
	const [worst] = decisive;
	switch (verdict) {
		case "invalid": return inline`${reasons[0] ?? worst?.reasons[0] ?? "no gate was judged"}`;
		case "regression": {
			const others = decisive.length - 1;
			const more = others > 0 ? inline` ${plural(others, "more gate")} regressed.` : [];
			return worst === void 0 ? inline`a gate regressed.` : inline`${gateSentence(worst)}.${more}`;
		}
		case "inconclusive": {
			const effect = blocked ? inline` Undecided blocks here.` : inline` This does not block the merge.`;
			return worst === void 0 ? inline`${reasons[0] ?? "a gate is undecided."}${effect}` : inline`${gateSentence(worst)}.${effect}`;
		}
		case "pass": {
			const count = plural(blocking.length, "blocking gate");
			const holds = blocking.length === 1 ? "holds" : "hold";
			return worst === void 0 ? inline`${count} ${holds}.` : inline`${count} ${holds}; the closest call: ${gateSentence(worst)}.`;
		}
		default: return assertNever(verdict);
	}
}
/** `Regression: facts/acc fell by …`. */
function summaryLine(facts) {
	return inline`${ours(VERDICT_WORDS[facts.verdict].word)}: ${headline$1(facts)}`;
}
/** `of 5 blocking gates, 1 regressed, 1 is undecided and 3 hold` */
function tallyTier(gates, tier) {
	const words = {
		invalid: (count) => `${count} could not be judged`,
		regression: (count) => `${count} regressed`,
		inconclusive: (count) => `${count} ${count === 1 ? "is" : "are"} undecided`,
		pass: (count) => `${count} ${count === 1 ? "holds" : "hold"}`
	};
	const idle = gates.filter(isNotEvaluated).length;
	const parts = [...VERDICTS].reverse().flatMap((verdict) => {
		const count = gates.filter((gate) => gate.verdict === verdict && !isNotEvaluated(gate)).length;
		return count === 0 ? [] : [words[verdict](count)];
	});
	if (idle > 0) parts.push(`${idle} ${idle === 1 ? "was" : "were"} not evaluated`);
	const last = parts.pop() ?? "";
	const listed = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
	return `of ${plural(gates.length, `${tier} gate`)}, ${listed}`;
}
/** `Of 3 blocking gates, 1 regressed and 2 hold; of 1 advisory gate, 1 holds.` */
function gateCounts(gates) {
	const parts = ["blocking", "advisory"].flatMap((tier) => {
		const members = gates.filter((gate) => gate.tier === tier);
		return members.length === 0 ? [] : [tallyTier(members, tier)];
	});
	const text = parts.length === 0 ? "no gate was judged" : parts.join("; ");
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
/** What a run says that made the first baseline. It has no verdict: nothing was judged. */
const BOOTSTRAP = "bootstrap: there was no baseline, and this checkpoint is the first one. Nothing was compared, and nothing is proven.";

// src/report/section.ts
const ALL = Number.POSITIVE_INFINITY;
const FULL = {
	gates: ALL,
	samples: 10,
	improved: true,
	groups: 20,
	outputLength: 1e3
};
/** What a comment says where it would be too long; each section names the last rung that it stands on. */
const LADDER = [
	{
		name: "full",
		...FULL
	},
	{
		name: "regressed flips only",
		...FULL,
		improved: false
	},
	{
		name: "fewer flips",
		gates: ALL,
		samples: 3,
		improved: false,
		groups: 5,
		outputLength: 300
	},
	{
		name: "no flips",
		...FULL
	},
	{
		name: "worst gates",
		...FULL,
		gates: 25
	},
	{
		name: "verdict and link",
		...FULL
	}
];
/** Where nothing has to fit. */
const EVERYTHING = {
	...LADDER[0],
	samples: ALL,
	groups: ALL,
	outputLength: ALL
};

// src/report/figure.ts
/** The interval of a gate against its limit; nothing where there is no single interval. */
function figureOf(gate) {
	const hypothesis = shownHypothesisOf(gate);
	const scale = hypothesis === null ? null : scaleOf(gate, hypothesis);
	return hypothesis === null || scale === null ? [] : [{
		kind: "figure",
		scale,
		words: wordsOf(gate, hypothesis)
	}];
}
/** Where everything lies, with a tenth of room on both sides; null where there is nothing to draw. */
function scaleOf(gate, hypothesis) {
	const limit = limitOf$1(hypothesis);
	const span = spanOf(gate, hypothesis, limit);
	if (span === null) return null;
	const { low, value, high, marks } = span;
	const points = [
		low,
		value,
		high,
		...marks.map(({ at }) => at)
	].flatMap((point) => point ?? []);
	const [least, most] = [Math.min(...points), Math.max(...points)];
	const pad = most > least ? (most - least) * .1 : Math.abs(most) * .1 || 1;
	const place = (point) => (point - (least - pad)) / (most - least + 2 * pad);
	const placeOrNull = (point) => point === null ? null : place(point);
	return {
		safeSide: hypothesis.sign === 1 ? "less" : "greater",
		limit: place(limit),
		low: placeOrNull(low),
		value: place(value),
		high: placeOrNull(high),
		marks: marks.map(({ at, label }) => ({
			at: place(at),
			label
		}))
	};
}
/** The boundary, a degradation, where it lies among the values that are shown. */
const limitOf$1 = ({ sign, boundary }) => boundary === 0 ? 0 : sign * boundary;
function spanOf(gate, { estimand, sign }, limit) {
	const { candidate, baseline, bound, unit } = gate;
	const delta = changeOf(gate);
	if (estimand === "delta") {
		if (delta === null) return null;
		const marks = [{
			at: limit,
			label: formatChange(limit, unit)
		}];
		if (limit !== 0) marks.push({
			at: 0,
			label: formatChange(0, unit)
		});
		return {
			low: delta.low,
			value: delta.value,
			high: delta.high,
			marks
		};
	}
	if (candidate === null) return null;
	const marks = [{
		at: limit,
		label: formatValue(limit, unit)
	}];
	if (baseline !== null && baseline.value !== limit) marks.push({
		at: baseline.value,
		label: `baseline ${formatValue(baseline.value, unit)}`
	});
	const { value } = candidate;
	const end = bound?.value ?? null;
	return sign === 1 ? {
		low: value,
		value,
		high: end,
		marks
	} : {
		low: end,
		value,
		high: value,
		marks
	};
}
/** The figure for those who do not see it. */
function wordsOf(gate, hypothesis) {
	if (gate.test?.method === "benchmark") return gate.verdict === "pass" ? inline`The observed value lies within the limit, and every sample of the benchmark was seen.` : inline`The observed value lies beyond the limit, and every sample of the benchmark was seen.`;
	switch (gate.verdict) {
		case "pass": return inline`All that the data allow lies within the limit.`;
		case "regression": return inline`All that the data allow lies beyond the limit.`;
		case "inconclusive": return forbiddenEnd(gate, hypothesis) === null ? inline`The samples leave the forbidden side open.` : inline`The limit lies inside of what the data allow.`;
		case "invalid": return inline`Nothing is known, so the numbers prove nothing.`;
	}
}

// src/report/what-if.ts
/**
* The nearest counts of 0/1 scores that get other verdicts, judged by the code that judges merges. `fewer` turns samples
* that got worse back, and when none is left, others better; `more` makes unchanged ones worse. Empty for scores that are
* not 0 or 1, where samples are missing, and where the counts in the file do not lead to the verdict in it.
*/
function turnsOf(gate, alpha) {
	const counted = countedAnswers(gate);
	const shown = shownHypothesisOf(gate);
	if (counted === null || shown === null) return [];
	const hypothesis = {
		...shown,
		margin: gate.margin ?? 0,
		tolerance: Math.abs(shown.boundary),
		forbidden: ""
	};
	const target = gate.test?.method === "benchmark" ? "benchmark" : "population";
	const verdictAt = (shift) => testHypothesis(hypothesis, counted.estimate(shift), alpha, target).verdict;
	if (verdictAt(0) !== gate.verdict) return [];
	const turns = [];
	if (gate.verdict === "pass") {
		const more = firstShift(counted.mostWorse, (shift) => verdictAt(-shift) !== "pass");
		if (more !== null) turns.push({
			to: verdictAt(-more),
			samples: more,
			bad: "more"
		});
	}
	if (gate.verdict === "regression") {
		const fewer = firstShift(counted.mostBetter, (shift) => verdictAt(shift) !== "regression");
		if (fewer !== null && verdictAt(fewer) !== "pass") turns.push({
			to: verdictAt(fewer),
			samples: fewer,
			bad: "fewer"
		});
	}
	if (gate.verdict !== "pass") {
		const fewer = firstShift(counted.mostBetter, (shift) => verdictAt(shift) === "pass");
		if (fewer !== null) turns.push({
			to: "pass",
			samples: fewer,
			bad: "fewer"
		});
	}
	return turns;
}
function countedAnswers(gate) {
	const { candidate, delta, flips, pairs, unpaired, unscored } = gate;
	const isMissing = [unpaired, unscored].some((sides) => sides.baseline > 0 || sides.candidate > 0);
	const isCounted = ruleOf(gate).scope === "metric" && gate.evidence === void 0;
	const hypothesis = shownHypothesisOf(gate);
	if (isMissing || hypothesis === null || gate.test === null || !isCounted) return null;
	const { estimand, sign } = hypothesis;
	if (estimand === "delta") {
		if (delta?.method !== "tango" || flips === null) return null;
		return {
			mostBetter: pairs - flips.improved,
			mostWorse: pairs - flips.improved - flips.regressed,
			estimate: (shift) => estimateOfFlips(sign, {
				regressed: Math.max(0, flips.regressed - shift),
				improved: flips.improved + Math.max(0, shift - flips.regressed),
				pairs
			})
		};
	}
	if (candidate === null || gate.test.method !== "clopper-pearson") return null;
	const { n } = candidate;
	const observed = Math.round(candidate.value * n);
	const [bad, good] = sign === 1 ? [observed, n - observed] : [n - observed, observed];
	return {
		mostBetter: bad,
		mostWorse: good,
		estimate: (shift) => {
			const events = observed - sign * shift;
			return hypotheticalEstimate("clopper-pearson", events / n, n, {
				kind: "binomial",
				events,
				n
			});
		}
	};
}
/** Null when no shift up to `most` does. */
function firstShift(most, holds) {
	const first = firstCount(most, holds);
	return first > most ? null : first;
}
/** What would have led to another verdict, a sentence each: other answers, another limit, more samples. */
function whatWouldChange(gate, alpha) {
	if (gate.verdict === "invalid") return [inline`Data that can be judged: see the reasons.`];
	if (isNotEvaluated(gate)) return [];
	const sentences = turnsOf(gate, alpha).map((turn) => turnSentence(gate, turn));
	const limit = passingLimit(gate);
	if (limit !== null && gate.verdict !== "pass") sentences.push(inline`A limit of ${code$2(`${ruleOf(gate).key}: ${limit}`)} would have passed; limits are chosen before results are seen.`);
	else if (limit !== null) sentences.push(inline`The strictest limit that these samples pass is ${code$2(`${ruleOf(gate).key}: ${limit}`)}.`);
	else if (shownHypothesisOf(gate) !== null) sentences.push(inline`No ${code$2(gate.rule)} would have passed with these samples.`);
	return [...sentences, samplesSentence(gate)].filter(({ length }) => length > 0);
}
function turnSentence({ rule, verdict }, { to, samples, bad }) {
	const count = `${plural(samples, ruleOf({ rule }).estimand === "candidate" ? "bad answer" : "net flip")} ${bad}`;
	const word = VERDICT_WORDS[to].word.toLowerCase();
	if (bad === "more") return inline`${count} would have made it ${word}.`;
	return to === "pass" ? inline`${count} would have passed.` : inline`${count} would have left the ${VERDICT_WORDS[verdict].word.toLowerCase()} unproven.`;
}
/** How many samples would settle an undecided gate; nothing for others. */
function samplesSentence(gate) {
	if (gate.verdict !== "inconclusive" || gate.needed === null && gate.test === null) return [];
	if (gate.needed === null) return inline`No number of samples can be named that would decide it.`;
	const missing = gate.needed - Math.max(gate.pairs, gate.candidate?.n ?? 0);
	const more = missing > 0 ? inline`, ${formatCount(missing)} more than now` : [];
	return inline`About ${plural(gate.needed, "sample")} would decide it if the observed rates hold${more}.`;
}

// src/report/sections/gate-reasons.ts
/** Why each gate that regressed did, and what would have changed that. */
function regressedSection({ gates, policy }) {
	const regressed = gates.filter((gate) => gate.verdict === "regression");
	const items = regressed.map((gate) => ({
		content: inline`${gateSentence(gate)}.`,
		below: [decidingNumbers(gate), joined(whatWouldChange(gate, policy.alpha.value))].filter(isSaid)
	}));
	return {
		title: `Why ${plural(regressed.length, "gate")} regressed, and what would change that`,
		blocks: list$2(items)
	};
}
/** Why each undecided gate is undecided, what would decide it, and what it does meanwhile. */
function undecidedSection({ gates, policy }, { medium }) {
	const undecided = gates.filter((gate) => gate.verdict === "inconclusive" && !isNotEvaluated(gate));
	const items = undecided.map((gate) => {
		const reasons = gate.reasons.map((reason) => inline`${reason}`);
		const sentence = inline`${gateSentence(gate)}. ${effectOf(gate, policy.onInconclusive.value)}`;
		const below = [joined([decidingNumbers(gate), ...reasons]), joined(whatWouldChange(gate, policy.alpha.value))];
		return medium === "terminal" ? joined([sentence, samplesSentence(gate)]) : {
			content: sentence,
			below: below.filter(isSaid)
		};
	});
	return {
		title: `Why ${undecided.length === 1 ? "one gate is" : `${undecided.length} gates are`} undecided, and how many samples would decide`,
		blocks: list$2(items)
	};
}
const isSaid = (line) => line.length > 0;
/** The numbers that the verdict rests on. */
function decidingNumbers(gate) {
	const parts = [];
	const { test, minimumDetectable } = gate;
	if (test !== null && test.pSafe !== null) parts.push(inline`Evidence that it is within the limit: ${formatP(test.pSafe)}.`);
	if (test !== null && test.pWorse !== null) parts.push(inline`Evidence that it is beyond: ${formatP(test.pWorse)}.`);
	if (minimumDetectable !== null) {
		const size = formatSize(minimumDetectable, gate.unit);
		parts.push(inline`A true change of ${size} would have shown with 90 % probability.`);
	}
	return joined(parts);
}
/** What an undecided gate does to the merge, and by which rule. */
function effectOf(gate, onInconclusive) {
	if (gate.tier === "advisory") return inline`It is advisory and never blocks.`;
	const policy = code$2(`on_inconclusive: ${onInconclusive}`);
	switch (onInconclusive) {
		case "block": return inline`It blocks: ${policy} lets only proof merge.`;
		case "warn": return inline`It does not block: ${policy}.`;
		case "lean":
			if (gate.test === null) return inline`It blocks: silence is no evidence (${policy}).`;
			if (gate.leaning === "none" || gate.leaning === null) return inline`It blocks: the samples are too few to resolve the limit at all, and silence is no evidence (${policy}).`;
			return gate.leaning === "pass" ? inline`It does not block: the observed value is inside the limit and the samples can resolve it (${policy}).` : inline`It blocks: the observed value is beyond the limit (${policy}).`;
		default: return assertNever(onInconclusive);
	}
}

// src/report/sections/gate-details.ts
/** Every gate with its numbers and figure: open where it did not simply hold. */
function gateDetailsSection(file) {
	return {
		title: "Gates, one by one",
		blocks: file.gates.map((gate) => {
			const { verdict, tier } = gate;
			const label = tier === "advisory" ? ours("advisory") : [];
			return {
				kind: "details",
				verdict,
				isOpen: verdict !== "pass",
				children: gateBlocks(file, gate),
				summary: joined([label, code$2(metricName(gate))])
			};
		})
	};
}
/** How one gate came to its verdict: from the verdict file alone. */
function gateBlocks(file, gate) {
	const { alpha, onInconclusive } = file.policy;
	const effect = gate.verdict === "inconclusive" ? effectOf(gate, onInconclusive.value) : [];
	const figure = figureOf(gate);
	const none = paragraph$1(ours("There is no single interval to draw."));
	const reasons = gate.reasons.map((reason) => inline`${reason}`);
	const fields = (title, rows) => titled(ours(title), rows.length === 0 ? [] : [{
		kind: "fields",
		rows
	}]);
	return [
		paragraph$1(joined([inline`${gateSentence(gate)}.`, effect])),
		...titled(ours("The interval and the limit, to scale"), figure.length === 0 ? [none] : figure),
		...titled(ours("What would change the verdict"), list$2(whatWouldChange(gate, alpha.value))),
		...titled(ours("Reasons given"), list$2(reasons)),
		...fields("Counts", counts(gate)),
		...fields("Numbers in", numbersIn(gate, file)),
		...fields("Numbers out", numbersOut(gate)),
		...titled(ours("Method"), methods(gate))
	];
}
function counts({ against, pairs, flips, unpaired, unscored, needed }) {
	const sides = (of) => inline`${formatCount(of.baseline)} of the ${against ?? "baseline"}, ${formatCount(of.candidate)} of the candidate`;
	const flipped = flips === null ? [] : [
		field("got worse", formatCount(flips.regressed)),
		field("got better", formatCount(flips.improved)),
		field("net", netOf(flips))
	];
	return [
		field("pairs", formatCount(pairs)),
		...flipped,
		field("unpaired", sides(unpaired)),
		field("unscored", sides(unscored)),
		...needed === null ? [] : [field("samples that would decide", formatCount(needed))]
	];
}
function netOf({ regressed, improved }) {
	const net = regressed - improved;
	return net === 0 ? "0" : `${formatCount(Math.abs(net))} ${net > 0 ? "worse" : "better"}`;
}
/** Which formulas decided, each with where it is described. */
function methods({ test, delta, net }) {
	const named = [.../* @__PURE__ */ new Set([
		test?.method,
		net?.method,
		delta?.method
	])].filter((name) => name !== void 0 && name !== "none");
	return list$2(named.map((name = "") => {
		const found = methodOf$1(name);
		if (found === null) return inline`${code$2(name)}, which this version has no description of`;
		const use = name === test?.method ? "decides" : isDescriptive(name) ? "describes the samples that were seen, and decides nothing" : "gives the interval of the delta";
		const section = `see docs/method.md, “${found.section}”`;
		return {
			content: ours(`${found.name} ${use}`),
			below: [ours(found.formula), ours(section)]
		};
	}));
}
function numbersIn(gate, { policy }) {
	const limit = policy.limits[gate.id];
	const from = limit === void 0 ? [] : inline` (${describeSource(limit.source)})`;
	const margin = gate.margin === null ? [] : inline`, which is ${size(gate)}`;
	const { value, source } = policy.alpha;
	return [
		field(gate.against ?? "baseline", estimate$1(gate.baseline, gate)),
		field("candidate", estimate$1(gate.candidate, gate)),
		field("limit", inline`${limitPhrase(gate)}${margin}${from}`),
		field("alpha", inline`${String(value)} for each test (${describeSource(source)})`)
	];
}
function size({ rule, margin, unit }) {
	if (margin === null) return NOT_AVAILABLE;
	return rule === "ceiling" || rule === "floor" ? formatValue(margin, unit) : formatSize(margin, unit);
}
function estimate$1(side, { unit }) {
	if (side === null) return NOT_AVAILABLE;
	const error = side.stderr === null ? "" : `, standard error ${formatSize(side.stderr, unit)}`;
	return `${formatValue(side.value, unit)} over ${formatCount(side.n)} samples${error}`;
}
function numbersOut(gate) {
	const { against, delta, bound, net, unit, test, minimumDetectable, leaning } = gate;
	return [
		...known(delta, (found) => {
			const { value, level, method } = found;
			const change = inline`${formatChange(value, unit)} (candidate − ${against ?? "baseline"})`;
			const kind = isDescriptive(method) ? "interval, descriptive" : "interval";
			const interval = known(formatInterval(found, unit), (text) => [field(`${formatLevel(level)} ${kind}`, text)]);
			return [field("delta", change), ...interval];
		}),
		...known(net, (left) => {
			const interval = formatInterval(left, unit);
			const range = interval === null ? [] : inline` (${interval})`;
			return [...left.losses.map((loss) => {
				const change = formatChange(loss.delta, loss.unit);
				return [inline`change of ${code$2(`${loss.task}/${loss.metric}`)}`, inline`${change}, weight ${String(loss.weight)}`];
			}), field("gain after losses", inline`${formatChange(left.value, unit)}${range}`)];
		}),
		...known(bound, ({ level, side, value }) => [field(`${formatLevel(level)} ${side} confidence limit`, formatValue(value, unit))]),
		...known(test?.statistic, (statistic) => [field("statistic", statistic.toPrecision(4))]),
		...known(test?.pSafe, (p) => [field("evidence that it is within", formatP(p))]),
		...known(test?.pWorse, (p) => [field("evidence that it is beyond", formatP(p))]),
		...known(minimumDetectable, (least) => [field("minimum detectable", inline`${formatSize(least, unit)} with 90 % probability`)]),
		...known(leaning, (side) => [field("leans", side)])
	];
}
const known = (value, fields) => value === null || value === void 0 ? [] : fields(value);

// src/report/sections/changed.ts
/** Which groups and samples changed, the worst first; model text stays inside fences. */
function changedSection(file, { rung }) {
	return {
		title: "Which groups and samples changed",
		blocks: decidingFirst(file).flatMap((task) => taskBlocks(task, rung))
	};
}
/** Gates come worst first, and a reader looks for the task that decided. */
function decidingFirst({ tasks, gates }) {
	const rank = ({ task }) => {
		const index = gates.findIndex((gate) => gate.task === task);
		return index === -1 ? gates.length : index;
	};
	return tasks.toSorted((a, b) => rank(a) - rank(b));
}
function taskBlocks({ task, metrics, primaryMetric, flips }, rung) {
	const metric = metrics.find(({ metric: name }) => name === primaryMetric);
	if (metric === void 0) return [];
	const worse = flips.filter((flip) => isWorse(flip, metric));
	const better = rung.improved ? flips.filter((flip) => !isWorse(flip, metric)) : [];
	const isStill = metric.groups.every(({ delta }) => delta === 0);
	if (worse.length === 0 && better.length === 0 && isStill) return [];
	const counts = metric.flips === null ? inline`scores that moved most` : inline`${formatCount(metric.flips.regressed)} got worse, ${formatCount(metric.flips.improved)} got better`;
	return [
		heading$1(inline`${code$2(`${task}/${metric.metric}`)}: ${counts}`),
		...groupBlocks(metric, rung),
		...flipBlocks("Got worse", worse, metric.flips?.regressed, rung),
		...flipBlocks("Got better", better, metric.flips?.improved, rung)
	];
}
const isWorse = ({ baseline, candidate }, metric) => worseSign(metric) * (candidate.score - baseline.score) > 0;
function groupBlocks({ groups, unit }, rung) {
	const columns = [
		textColumn("Group", ({ group }) => code$2(group)),
		numberColumn("Pairs", ({ pairs }) => formatCount(pairs)),
		numberColumn("Delta", ({ delta }) => formatChange(delta, unit))
	];
	const left = groups.length - rung.groups;
	return [...table(`${plural(groups.length, "group")}, the worst first`, columns, groups.slice(0, rung.groups)), ...left > 0 ? [paragraph$1(ours(`${plural(left, "more group")} fell less or rose.`))] : []];
}
function flipBlocks(title, flips, total, rung) {
	const shown = flips.slice(0, rung.samples);
	if (shown.length === 0) return [];
	const all = total === void 0 ? "" : ` of ${formatCount(total)}`;
	const children = shown.every(isShort) ? flipTable(title, shown) : shown.flatMap((flip) => sampleBlocks(flip, rung.outputLength));
	return [{
		kind: "details",
		summary: inline`${strong$1(title)} (${formatCount(shown.length)}${ours(all)} shown)`,
		verdict: null,
		isOpen: false,
		children
	}];
}
/** Longest output that is still a table cell. */
const CELL_LENGTH = 80;
const isShort = ({ baseline, candidate }) => [baseline.output, candidate.output].every((text) => text === null || text.length <= CELL_LENGTH && !text.trim().includes("\n"));
/** Short answers side by side, one line a sample; scores only where nothing was said. */
function flipTable(title, flips) {
	const isSilent = flips.every(({ baseline, candidate }) => baseline.output === null && candidate.output === null);
	const columns = [
		textColumn("Sample", ({ id }) => code$2(id)),
		...flips.every(({ group }) => group === null) ? [] : [GROUP],
		...isSilent ? SCORES : OUTPUTS
	];
	return table(title, columns, flips);
}
const GROUP = textColumn("Group", ({ group }) => group === null ? [] : code$2(group));
const OUTPUTS = [textColumn("Baseline said", ({ baseline }) => answer(baseline.output)), textColumn("Candidate said", ({ candidate }) => answer(candidate.output))];
const SCORES = [numberColumn("Baseline", ({ baseline }) => score(baseline.score)), numberColumn("Candidate", ({ candidate }) => score(candidate.score))];
const answer = (text) => text === null ? [] : text.trim() === "" ? inline`(empty)` : code$2(text.trim());
const score = (value) => String(Number(value.toPrecision(4))).replace("-", "−");
function sampleBlocks({ id, group, baseline, candidate }, length) {
	const where = group === null ? [] : inline` in ${code$2(group)}`;
	const scores = inline`score ${score(baseline.score)} → ${score(candidate.score)}`;
	const output = ({ output: text }) => text === null ? paragraph$1(ours("No output was stored.")) : text === "" ? paragraph$1(ours("An empty output.")) : verbatim(text, length);
	const sides = {
		kind: "sides",
		sides: [["Baseline", output(baseline)], ["Candidate", output(candidate)]]
	};
	return [paragraph$1(inline`${strong$1("Sample")} ${code$2(id)}${where}: ${scores}`), ...baseline.output === null && candidate.output === null ? [] : [sides]];
}

// src/report/sections/compared.ts
/** What was compared with what: checkpoints, samples, settings, and where each limit came from. */
function comparedSection(file, { context }) {
	const { envAllow = [], now = null } = context;
	const { baseline, candidate, anchor, tasks, comparability } = file;
	const side = (name, model) => inline`${strong$1(name)}: ${joined(modelFacts(model), ", ")}`;
	const differences = comparability.map((mismatch) => inline`${strong$1(mismatch.severity === "hard" ? "Not comparable" : "Differs")} ${mismatchSentence(mismatch)}`);
	const names = joined(envAllow.map(code$2), ", ");
	const readable = inline`By ${code$2("env-allow")} the evaluation could read: ${names}.`;
	return {
		title: "What was compared",
		blocks: [
			...list$2([
				{
					content: side("Baseline", baseline),
					below: baselineLines(file, now)
				},
				side("Candidate", candidate),
				...anchor === void 0 ? [] : [side("Anchor", anchor)]
			]),
			...table(plural(tasks.length, "task"), COLUMNS$1, tasks),
			...titled(ours("Differences between the two runs"), list$2(differences)),
			...titled(ours("Limits and policy, with where each came from"), list$2(policyLines(file))),
			...titled(ours("Settings of each task"), list$2(settingLines(file))),
			...envAllow.length === 0 ? [] : [paragraph$1(readable)],
			paragraph$1(judgedBy(file))
		]
	};
}
/** What is known of a checkpoint. */
function modelFacts(model) {
	if (model === null) return [inline`unknown, no run of it could be read`];
	const facts = [code$2(model.source), code$2(formatDigest(model.digest))];
	if (model.adapter_digest !== null) facts.push(inline`adapter ${code$2(formatDigest(model.adapter_digest))}`);
	if (model.architecture !== null) facts.push(code$2(model.architecture));
	if (model.parameter_count !== null) facts.push(inline`${formatCount(model.parameter_count)} parameters`);
	if (model.quantization !== null) facts.push(code$2(model.quantization));
	return facts;
}
const done = ({ planned, evaluated }) => planned === evaluated ? formatCount(evaluated) : `${formatCount(evaluated)} of ${formatCount(planned)}`;
const COLUMNS$1 = [
	textColumn("Task", ({ task }) => code$2(task)),
	textColumn("Role", ({ role }) => role),
	numberColumn("Baseline samples", ({ samples }) => done(samples.baseline)),
	numberColumn("Candidate samples", ({ samples }) => done(samples.candidate)),
	numberColumn("Paired", ({ pairs }) => formatCount(pairs))
];
/** Which commit's rules these are. */
function originLine({ policyOrigin }) {
	if (policyOrigin === void 0) return [];
	const left = code$2(policyOrigin.revision.slice(0, 12));
	const { tip } = policyOrigin;
	const commit = tip === void 0 ? left : inline`${left}, where this branch left it, and at its tip ${code$2(tip.slice(0, 12))}`;
	if (policyOrigin.state === "adopted") return [inline`The base branch at ${commit} has no config yet: these limits are the pull request's own`];
	return [inline`Read from the base branch at ${commit}`];
}
const sourceOf = (sourced) => inline` (${code$2(describeSource(sourced.source))})`;
/** Every limit and rule, with where each came from. */
function policyLines(file) {
	const { gates, policy } = file;
	const limits = gates.map((gate) => {
		const sourced = policy.limits[gate.id];
		const source = sourced === void 0 ? [] : sourceOf(sourced);
		return inline`${code$2(gate.id)} ${limitPhrase(gate)}${source}`;
	});
	const { alpha, onInconclusive, target, minCoverage } = policy;
	const rules = [
		inline`Each test may be wrong with probability ${code$2(`alpha: ${alpha.value}`)}${sourceOf(alpha)}`,
		inline`Undecided gates: ${code$2(`on_inconclusive: ${onInconclusive.value}`)}${sourceOf(onInconclusive)}`,
		inline`The verdict speaks of: ${code$2(`target: ${target.value}`)}${sourceOf(target)}`,
		inline`Least share of samples paired and scored: ${formatLevel(minCoverage.value)}${sourceOf(minCoverage)}`
	];
	return [
		...originLine(file),
		...limits,
		...rules
	];
}
/** What each task was run with. */
function settingLines({ provenance }) {
	return Object.entries(provenance.fingerprints).map(([task, sides]) => {
		const settings = Object.entries(sides.candidate ?? sides.baseline ?? {}).sort(([left], [right]) => left < right ? -1 : 1).filter(([, value]) => value !== null).map(([field, value]) => code$2(`${field}: ${formatDigest(String(value))}`));
		return inline`${code$2(task)}: ${settings.length === 0 ? "no settings recorded" : joined(settings)}`;
	});
}
function judgedBy({ provenance: { config, weighbridge } }) {
	const digest = config.digest === null ? [] : inline`, config digest ${code$2(formatDigest(config.digest))}`;
	return inline`Judged by Weighbridge ${code$2(weighbridge)}${digest}.`;
}
/** Lines below the baseline: how it was found, from which commit, how old it is, and what was declared to have changed. */
function baselineLines({ provenance }, now) {
	const { baseline } = provenance;
	if (baseline === void 0) return [];
	return [
		...baseline.attempts.map(({ source, reason }) => reason === null ? inline`found by ${code$2(source)}` : inline`not by ${code$2(source)}: ${reason}`),
		...originLines(baseline, now),
		...baseline.accepted.length === 0 ? [] : [inline`declared change of ${code$2(baseline.accepted.join(", "))}: the baseline was evaluated with the candidate's setting`]
	];
}
function originLines({ origin, max_age_days: limit }, now) {
	if (origin === null) return [];
	const { commit, date, by } = origin;
	const days = daysBetween(date, now);
	const line = [
		inline`evaluated ${code$2(date.slice(0, 10))}`,
		...commit === null ? [] : [inline`at commit ${code$2(commit.slice(0, 12))}`],
		...by === null ? [] : [inline`by ${code$2(by)}`],
		...days === null ? [] : [inline`${plural(days, "day")} old`]
	].reduce((before, fact) => inline`${before}, ${fact}`);
	if (limit === null || days === null || days <= limit) return [line];
	return [line, inline`older than ${plural(limit, "day")}: evaluate and bless it anew`];
}

// src/report/sections/cost.ts
/** What the evaluation cost, in sentences of numbers alone. */
function costSection({ cost: { samples, tokens }, tasks }, { context: { elapsedSeconds } }) {
	const { planned, evaluated, reused } = samples;
	const sentences = [
		`${formatCount(evaluated)} of ${plural(planned, "planned sample")} evaluated, both sides together: ${plural(tokens.prompt, "prompt token")} and ${plural(tokens.output, "output token")}.`,
		...reused === void 0 ? [] : [`${formatCount(reused)} of them were reused from an earlier evaluation.`],
		...savedByStopping(tasks),
		...elapsedSeconds === null ? [] : [`It took ${formatDuration(elapsedSeconds)}.`]
	];
	return {
		title: "Cost",
		blocks: [paragraph$1(joined(sentences.map(ours)))]
	};
}
/** What stopping early came to; nothing where no task did. */
function savedByStopping(tasks) {
	if (tasks.every(({ stopped }) => stopped === void 0)) return [];
	const count = (key) => tasks.reduce((total, { samples }) => total + samples.candidate[key], 0);
	const [planned, evaluated] = [count("planned"), count("evaluated")];
	const share = Math.round(100 * evaluated / planned);
	return [`The candidate was evaluated on ${formatCount(evaluated)} of ${plural(planned, "sample")} (${share} %); stopping as soon as the verdict was known saved the other ${formatCount(planned - evaluated)}.`];
}

// src/report/sections/gate-table.ts
const estimate = (gate, side) => side === null ? NOT_AVAILABLE : formatValue(side.value, gate.unit);
/** With the confidence limit that a ceiling or floor is judged by. */
function candidateCell(gate) {
	const value = estimate(gate, gate.candidate);
	if (gate.bound === null || gate.verdict === "regression") return value;
	const words = gate.bound.side === "upper" ? "at most" : "at least";
	return inline`${value} (${words} ${formatValue(gate.bound.value, gate.unit)})`;
}
/** With the level that all intervals share, where they do. */
function deltaTitle(gates) {
	const levels = new Set(gates.flatMap(({ delta }) => delta === null ? [] : [delta.level]));
	const [level] = levels;
	return levels.size === 1 && level !== void 0 ? `Delta (${formatLevel(level)} interval)` : "Delta (interval)";
}
function deltaCell(delta, unit) {
	if (delta === null) return inline`${NOT_AVAILABLE}`;
	const interval = formatInterval(delta, unit);
	const change = formatChange(delta.value, unit);
	const note = isDescriptive(delta.method) ? inline`, descriptive` : [];
	return interval === null ? inline`${change}` : inline`${change} (${interval}${note})`;
}
function verdictCell(gate) {
	const badge = verdictBadge(gate.verdict);
	const label = gate.evidence === "weak" ? inline`${badge} aggregate-only` : badge;
	if (gate.tier === "advisory") return inline`${label} advisory`;
	if (gate.waived !== void 0) return inline`${label} waived`;
	if (gate.verdict !== "inconclusive") return label;
	if (gate.blocks) return inline`${label} blocks`;
	return gate.leaning === "pass" ? inline`${label} leans pass` : inline`${label} does not block`;
}
/** Pairs where the delta is judged, samples where the candidate's own value is, or where there are sums alone. */
function sampleCount(gate) {
	const n = ruleOf(gate).estimand === "candidate" || gate.pairs === 0 ? gate.candidate?.n ?? 0 : gate.pairs;
	return n === 0 ? NOT_AVAILABLE : formatCount(n);
}
/** Few and narrow, so that the table fits a phone. */
const COLUMNS = [
	textColumn("Gate", (gate) => code$2(metricName(gate))),
	numberColumn("n", sampleCount),
	numberColumn("Baseline", (gate) => estimate(gate, gate.baseline)),
	numberColumn("Candidate", candidateCell),
	numberColumn(deltaTitle, ({ delta, net, unit }) => net === void 0 || net === null ? deltaCell(delta, unit) : inline`${deltaCell(delta, unit)}; net ${deltaCell(net, unit)}`),
	textColumn("Limit", limitPhrase),
	textColumn("Verdict", verdictCell)
];
const NOT_EVALUATED_SHOWN = 25;
/** The one table: every gate that had its turn, the worst first. */
function gateTableSection(file, { rung }) {
	const gates = file.gates.filter((gate) => !isNotEvaluated(gate));
	const shown = gates.slice(0, rung.gates);
	const left = gates.length - shown.length;
	const more = `${plural(left, "more gate")}, none worse than those above, left out for length.`;
	return {
		title: null,
		blocks: [
			...table(plural(gates.length, "gate"), COLUMNS, shown),
			...left === 0 ? [] : [paragraph$1(ours(more))],
			...notEvaluated(file.gates.filter(isNotEvaluated))
		]
	};
}
/** Which gates had no turn, and how to have them evaluated. */
function notEvaluated(gates) {
	if (gates.length === 0) return [];
	const names = joined(gates.slice(0, NOT_EVALUATED_SHOWN).map((gate) => code$2(metricName(gate))), ", ");
	const left = gates.length - NOT_EVALUATED_SHOWN;
	const more = left > 0 ? inline` and ${formatCount(left)} more` : [];
	return [paragraph$1(inline`Not evaluated, since a regression was proven before their turn: ${names}${more}. ${code$2("--full")}, or ${code$2("policy.evaluation: full")}, evaluates them too.`)];
}
const WARNINGS_SHOWN = 6;
/** What a reader has to see before the numbers, whatever the verdict; one that several gates share is said once. */
function warningsSection({ gates }) {
	const warnings = new Map(gates.flatMap((gate) => (gate.warnings ?? []).map((warning) => {
		const line = inline`${code$2(metricName(gate))}: ${warning}`;
		return [JSON.stringify(line), line];
	})));
	const left = warnings.size - WARNINGS_SHOWN;
	const more = left > 0 ? inline`${plural(left, "more warning")} in the verdict file` : [];
	const items = [...[...warnings.values()].slice(0, WARNINGS_SHOWN), more];
	return {
		title: null,
		blocks: titled(ours("Look at this first"), list$2(items))
	};
}

// src/report/sections/policy.ts
const SHOWN = 20;
/** What a reviewer must not overlook about the rules: who made the samples, what the pull request changes, what was waived. */
function policySection({ untrusted, policyOrigin, waivers = [] }) {
	const blocks = [];
	if (untrusted !== void 0) blocks.push(paragraph$1(inline`${strong$1("Untrusted samples:")} ${untrusted}.`));
	if (policyOrigin?.state === "adopted") blocks.push(paragraph$1(ours("The base branch has no config yet, so that the pull request's own limits apply: review them as well.")));
	const changes = firstOf((policyOrigin?.changes ?? []).map(changeLine));
	if (changes.length > 0) blocks.push(heading$1(ours("This pull request changes how it is judged")), paragraph$1(ours("Both policies were evaluated; the stricter verdict decides.")), ...changes);
	blocks.push(...titled(ours("Waivers"), firstOf(waivers.map(waiverLine))));
	return {
		title: null,
		blocks
	};
}
/** `facts/acc: max_drop 2pp → 5pp (looser)` */
function changeLine({ subject, before, after, effect }) {
	const value = (text) => text === null ? inline`none` : code$2(text);
	return inline`${code$2(subject)} ${value(before)} → ${value(after)} (${effect})`;
}
function waiverLine({ gate, by, reason, expires, source, applied, because }) {
	const who = inline`${code$2(gate)} by ${by} until ${untilWords(expires)} (${code$2(source)}): ${reason}`;
	return applied ? who : inline`${who} — does not count: ${because ?? "no reason was recorded"}`;
}
function firstOf(lines) {
	const left = lines.length - SHOWN;
	const more = left > 0 ? inline`${plural(left, "more")}, see ${code$2("verdict.json")}` : [];
	return list$2([...lines.slice(0, SHOWN), more]);
}

// src/report/sections/reproduce.ts
const COMMAND_LENGTH = 4e3;
/** How to come to the same verdict elsewhere, as one command. */
function reproduceSection(file) {
	return {
		title: "Reproduce locally",
		blocks: [paragraph$1(ours("In a clone at this commit, with the checkpoints in place:")), verbatim(reproduceCommand(file), COMMAND_LENGTH, "sh")]
	};
}
/** Groups and net gains are gated in the config alone. */
const flagOf = (rule) => ruleOf({ rule }).flag === null ? null : `--${rule.replaceAll("_", "-")}`;
/** One word of a POSIX shell, quoted only where it must be. */
function shellWord(text) {
	const word = oneLine$1(text);
	return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
/** Paths of checkpoints are relative to the config's folder, those of flags to where the command runs. */
const directoryOf = (file) => file?.replace(/[^/\\]*$/, "") ?? "";
const from = (directory, path) => /^([/\\]|[A-Za-z]:)/.test(path) ? path : `${directory}${path}`;
/** The command that comes to the same verdict on another machine, limits given as inputs or flags included. */
function reproduceCommand(file) {
	const { candidate, baseline, gates, policy, policyOrigin, provenance } = file;
	const words = ["weighbridge", "run"];
	if (provenance.config.file !== null) words.push("--config", provenance.config.file);
	if (policyOrigin !== void 0) words.push("--policy-from", policyOrigin.tip ?? policyOrigin.revision);
	const directory = directoryOf(provenance.config.file);
	for (const [flag, model] of [["--baseline", baseline], ["--candidate", candidate]]) {
		const isFound = flag === "--baseline" && provenance.baseline !== void 0;
		if (model !== null && model.adapter_digest === null && !isFound) words.push(flag, from(directory, model.source));
	}
	for (const { id, task, metric, rule, limit } of gates) {
		const source = policy.limits[id]?.source.kind;
		const flag = flagOf(rule);
		if (flag !== null && (source === "input" || source === "flag")) words.push(flag, `${task}/${metric}=${limit}`);
	}
	return words.map(shellWord).join(" ");
}

// src/report/sections/verdict.ts
/** The verdict with the one number that decided it, what it does to the merge, and of what it speaks. */
function verdictSection(file, { context: { commit = null } }) {
	const { verdict, blocked, gates } = file;
	const effect = strong$1(blocked ? "This blocks the merge." : "This does not block the merge.");
	const counts = gates.every((gate) => gate.verdict === "pass") && gates.length > 0 ? [] : ours(gateCounts(gates));
	return {
		title: null,
		blocks: [{
			kind: "headline",
			verdict,
			content: inline`${agePrefix(commit)}${headline$1(file)}`
		}, paragraph$1(joined([
			effect,
			commitSentence(commit),
			counts,
			checkpoints(file)
		]))]
	};
}
/** Before the headline: what was found of a commit must not look like what is known of a later one. */
const agePrefix = (commit) => commit === null || commit.newerHead === null ? [] : ours("Of an older commit: ");
/** Nothing where nobody knows. */
function commitSentence(commit) {
	if (commit === null) return [];
	const { sha, newerHead } = commit;
	const short = (of) => code$2(of.slice(0, 7));
	return newerHead === null ? inline`Judged at ${short(sha)}.` : inline`Judged at ${short(sha)}; the head of the pull request is ${short(newerHead)} by now, of which this says nothing.`;
}
function checkpoints({ candidate, baseline }) {
	if (candidate === null || baseline === null) return [];
	const side = ({ source, digest }) => inline`${code$2(source)} (${code$2(formatDigest(digest))})`;
	return inline`Candidate ${side(candidate)} against baseline ${side(baseline)}.`;
}
/** Where the rest is. Links are built by us, and still checked: a URL with anything odd in it is not shown. */
function linksSection(_, { context: { artifactUrl, pageUrl = null, runUrl }, rung: { name } }) {
	const link = (text, url) => url !== null && /^https?:\/\/[\w.:-]+\/[\w./-]*$/.test(url) ? [{
		kind: "link",
		text,
		url
	}] : [];
	const samples = pageUrl === null ? "All samples and the full report" : "All samples";
	const links = joined([
		link("Full report", pageUrl),
		link(samples, artifactUrl),
		link("workflow run", runUrl)
	], " · ");
	return {
		title: null,
		blocks: [...name === LADDER[0].name ? [] : [paragraph$1(ours(`Shortened to fit (${name}).`))], ...links.length === 0 ? [] : [paragraph$1(links)]]
	};
}

// src/report/sections/registry.ts
const EVERYWHERE = [
	"comment",
	"page",
	"terminal"
];
/** The report, in the order in which it is read. */
const SECTIONS = [
	{
		build: verdictSection,
		media: EVERYWHERE,
		until: "verdict and link"
	},
	{
		build: policySection,
		media: EVERYWHERE,
		until: "verdict and link"
	},
	{
		build: faultsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: gateTableSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: warningsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: linksSection,
		media: ["comment"],
		until: "verdict and link"
	},
	{
		build: regressedSection,
		media: ["comment"],
		until: "no flips"
	},
	{
		build: undecidedSection,
		media: ["comment", "terminal"],
		until: "no flips"
	},
	{
		build: gateDetailsSection,
		media: ["page"],
		until: "full"
	},
	{
		build: changedSection,
		media: ["comment", "page"],
		until: "fewer flips"
	},
	{
		build: comparedSection,
		media: ["comment", "page"],
		until: "no flips"
	},
	{
		build: costSection,
		media: ["comment", "page"],
		until: "no flips"
	},
	{
		build: reproduceSection,
		media: ["comment", "page"],
		until: "no flips"
	}
];
const heightOf = (name) => LADDER.findIndex((rung) => rung.name === name);
/** What the report says in a place. */
function sectionsFor(file, options) {
	return SECTIONS.filter(({ media, until }) => media.includes(options.medium) && heightOf(options.rung.name) <= heightOf(until)).map(({ build }) => build(file, options)).filter(({ blocks }) => blocks.length > 0);
}

// src/report/json.ts
/** What a person looks for first comes first; all other keys follow in the order of the alphabet. */
const LEADING = [
	"schemaVersion",
	"verdict",
	"blocked",
	"exitCode",
	"summary",
	"reasons",
	"id",
	"task",
	"metric",
	"rule",
	"limit"
];
const rank = (key) => {
	const index = LEADING.indexOf(key);
	return index === -1 ? LEADING.length : index;
};
const byKey = ([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1);
function canonical(value, path) {
	if (typeof value === "number") {
		if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot say`);
		return value;
	}
	if (value === null || typeof value === "string" || typeof value === "boolean") return value;
	if (Array.isArray(value)) return value.map((item, index) => canonical(item, `${path}[${index}]`));
	if (typeof value !== "object") throw new TypeError(`${path} is a ${typeof value}, which JSON cannot say`);
	const entries = Object.entries(value).filter(([, item]) => item !== void 0).sort(byKey);
	return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item, `${path}.${key}`)]));
}
/**
* JSON whose bytes are a function of the content: fixed order of keys, two spaces, one newline at the end.
* @throws TypeError on a number that is not finite, or anything else JSON would silently turn into null
*/
function verdictJson(value) {
	return `${JSON.stringify(canonical(value, "$"), null, 2)}\n`;
}

// src/core/compare/imputed-estimate.ts
/** The same estimate about exactly the `population` samples, of which those seen are a random part. */
function ofFinitePopulation(estimate, population) {
	const share = Math.min(1, estimate.n / population);
	const narrowed = (imputation) => {
		if (imputation === null) return null;
		const { value, inference } = imputation;
		return {
			value,
			inference: {
				kind: "limits",
				limits: limitsOfFinitePopulation({
					lower: (alpha) => lowerLimit(inference, alpha),
					upper: (alpha) => upperLimit(inference, alpha)
				}, share)
			}
		};
	};
	return {
		...estimate,
		method: "finite population",
		lowest: narrowed(estimate.lowest),
		highest: narrowed(estimate.highest)
	};
}

// src/core/stats/sequential/benchmark-interval.ts
/** Limits are searched for until they are known to a hundredth of a basis point, and then rounded outwards. */
const RESOLUTION = 1e-6;
/**
* The confidence sequence that belongs to `BenchmarkGate`: every delta of the full run that its bets do not rule out, each
* side with error `alpha` over all looks. Waudby-Smith & Ramdas 2024, section 4.
*
* Evidence falls as the boundary rises, since the bets' sizes do not depend on it but for caps that keep this order, so that
* each limit is found by bisection, replaying the samples at every step. It agrees with the gate: a pass puts the lower
* limit at the boundary or above it. What the samples still to come cannot change is never outside of it.
*/
function benchmarkInterval(options, seen) {
	const at = (boundary) => {
		const gate = new BenchmarkGate({
			...options,
			boundary
		});
		for (const { baseline, candidate } of seen) gate.add(baseline, candidate);
		return gate;
	};
	const own = at(options.boundary);
	const { low, high } = own.certain;
	const inside = Math.min(high, Math.max(low, options.boundary));
	return {
		low: lastThat((boundary) => at(boundary).verdict === "pass", own.verdict === "pass" ? inside : low, own.verdict === "pass" ? high : inside),
		high: lastThat((boundary) => at(boundary).verdict === "regression", own.verdict === "regression" ? inside : high, own.verdict === "regression" ? low : inside)
	};
}
/** The point next to where a condition ends, on the side of `holding`, where it holds. */
function lastThat(condition, holding, other) {
	let [held, failed] = [holding, other];
	while (Math.abs(failed - held) > RESOLUTION) {
		const middle = (held + failed) / 2;
		if (condition(middle)) held = middle;
		else failed = middle;
	}
	return held;
}

// src/core/decide/anytime.ts
/** The first answer about exactly this benchmark; null while there is none. */
function betOnBenchmark(ordered) {
	const { metric, seen, hypothesis, isCovered } = ordered;
	const worst = new BenchmarkGate(benchmarkOptions(ordered, "worst"));
	const best = metric.scores.some(isMissing("baseline")) || seen.some(isMissing("candidate")) ? new BenchmarkGate(benchmarkOptions(ordered, "best")) : worst;
	return firstAnswer(metric, seen, {
		add: (score) => {
			bet(worst, score, hypothesis, "worst");
			if (best !== worst) bet(best, score, hypothesis, "best");
		},
		look: (samples) => {
			if (samples < 100 || !isCovered(samples)) return null;
			const verdict = worst.verdict === "pass" ? "pass" : best.verdict === "regression" ? "regression" : null;
			if (verdict === null) return null;
			const [pSafe, pWorse] = [anytimeP(worst.evidence.pass), anytimeP(best.evidence.regression)];
			return {
				samples,
				verdict,
				pSafe,
				pWorse,
				limits: () => benchmarkLimits(ordered, samples)
			};
		}
	});
}
function benchmarkOptions({ hypothesis, metric, alpha }, view) {
	const { length } = metric.scores;
	const right = metric.scores.filter((score) => rightness(score, hypothesis, view).baseline).length;
	return {
		baseline: {
			right,
			wrong: length - right
		},
		boundary: boundaryOfRightness(hypothesis),
		gap: Math.max(hypothesis.tolerance, .01),
		alpha
	};
}
function bet(gate, score, hypothesis, view) {
	const { baseline, candidate } = rightness(score, hypothesis, view);
	gate.add(baseline, candidate);
}
/** Each limit in the view that puts it furthest out. */
function benchmarkLimits(ordered, samples) {
	const seen = ordered.seen.slice(0, samples);
	const ideal = idealOf(ordered.hypothesis);
	const [{ low }, { high }] = [intervalIn(ordered, seen, "worst"), intervalIn(ordered, seen, "best")];
	return {
		low: ideal - high,
		high: ideal - low
	};
}
function intervalIn(ordered, seen, view) {
	return benchmarkInterval(benchmarkOptions(ordered, view), seen.map((score) => rightness(score, ordered.hypothesis, view)));
}
/** The first answer about a rate of independent samples against a ceiling or floor; null while there is none. */
function betOnRate({ hypothesis, metric, seen, alpha, isCovered }) {
	const events = {
		worst: 0,
		best: 0
	};
	const enough = Math.log(1 / alpha);
	return firstAnswer(metric, seen, {
		add: (score) => {
			for (const view of VIEWS) events[view] += rightness(score, hypothesis, view).candidate ? 0 : 1;
		},
		look: (samples) => {
			if (!isCovered(samples)) return null;
			const { below } = rateLogE(events.worst, samples, hypothesis.tolerance);
			const { above } = rateLogE(events.best, samples, hypothesis.tolerance);
			const verdict = below >= enough ? "pass" : above >= enough ? "regression" : null;
			if (verdict === null) return null;
			const { worst } = events;
			const ideal = idealOf(hypothesis);
			const limits = () => ({
				low: ideal,
				high: ideal + highestRate(worst, samples, enough)
			});
			return {
				samples,
				verdict,
				pSafe: anytimeP(below),
				pWorse: anytimeP(above),
				limits
			};
		}
	});
}
/** Whether as many samples without a single event would prove that the rate lies within its limit. */
function canProveRate({ tolerance }, samples, alpha) {
	return tolerance > 0 && tolerance < 1 && rateLogE(0, samples, tolerance).below >= Math.log(1 / alpha);
}
/** The smallest ceiling that the samples prove. */
function highestRate(events, samples, enough) {
	if (events === samples) return 1;
	return rootOfDecreasing((rate) => enough - rateLogE(events, samples, rate).below, events / samples, 1);
}
function firstAnswer({ scores, declaration }, seen, { add, look }) {
	let samples = 0;
	for (const score of seen) {
		if (score.candidate !== null && !isZeroOrOne(declaration, [score.candidate])) return null;
		add(score);
		samples += 1;
		const answer = isBatchEnd(samples, scores.length) ? look(samples) : null;
		if (answer !== null) return answer;
	}
	return null;
}
const isMissing = (side) => (score) => score[side] === null;
/** The boundary as a change of being right: a value is a change from a baseline that always is. */
function boundaryOfRightness({ estimand, boundary, tolerance }) {
	return estimand === "candidate" ? -tolerance : 0 - boundary;
}
/** The degradation of a candidate that is always right: of a change 0, of a rate what a perfect one has. */
const idealOf = ({ estimand, sign }) => estimand === "candidate" && sign === -1 ? -1 : 0;
const VIEWS = ["worst", "best"];
/** Whether each side's 0 or 1 is the good one. */
function rightness({ baseline, candidate }, { estimand, sign }, view) {
	return {
		baseline: estimand === "candidate" || isRight(baseline, sign, view === "worst"),
		candidate: isRight(candidate, sign, view === "best")
	};
}
function isRight(part, sign, missing) {
	return part === null ? missing : part.numerator === 1 === (sign === -1);
}
/** Whether every score of these samples is 0 or 1. */
function areZeroOrOne({ declaration }, scores, side) {
	return isZeroOrOne(declaration, valuesOfEstimand(scores, { read: (score) => score[side] }));
}
function anytimeP(logE) {
	return Math.min(1, Math.exp(-logE));
}

// src/core/decide/sequential.ts
/** Share of samples that flip, assumed before there are any. */
const PLANNED_DISCORDANCE = .12;
/**
* The first look at which a gate is decided, on samples in the order in which they were evaluated: what comes after it
* changes nothing. Which test is used follows from the gate, the baseline and the number of planned samples, never from the
* candidate's scores.
*
* @param hypothesis null where there is no single one
* @param metric all planned samples, with every score of the baseline
* @param seen those that the candidate has, in order
* @returns null while the gate is undecided, and where it can only be judged by the fixed test on all samples
*/
function decideInOrder(hypothesis, metric, seen, limited, policy) {
	const test = testOf(hypothesis, metric, seen, limited, policy);
	if (test === null) return null;
	const { ordered, method } = test;
	switch (method) {
		case "betting": return answered(ordered, betOnBenchmark(ordered), "benchmark", "betting without replacement");
		case "e-process": return answered(ordered, betOnRate(ordered), "population", method) ?? atEnd(ordered, method);
		case "group sequential": return lookByLook(ordered);
		default: return assertNever(method);
	}
}
/**
* After how many samples a gate could be decided at the earliest, whatever the candidate answers; null where not before the
* last. Takes what `decideInOrder` takes.
*/
function earliestAnswer(hypothesis, metric, limited, policy) {
	const test = testOf(hypothesis, metric, [], limited, policy);
	if (test === null) return null;
	const size = metric.scores.length;
	const earliest = {
		betting: 100,
		"e-process": 1,
		"group sequential": plannedLooks(size, policy.alpha.value, (n) => Math.min(n, countUnits(metric.scores)))[0]?.samples
	}[test.method];
	return earliest !== void 0 && earliest < size ? earliest : null;
}
/** The test in the order of evaluation; null where there is none, and all samples are judged at once. */
function testOf(hypothesis, metric, seen, limited, policy) {
	const { kind, group_average: average } = metric.declaration;
	if (hypothesis === null || kind !== "mean" || average !== void 0) return null;
	const ordered = {
		hypothesis,
		metric,
		seen,
		alpha: policy.alpha.value,
		isCovered: coverage(hypothesis, seen, policy.minCoverage.value)
	};
	const method = methodOf(ordered, limited, policy.target.value);
	return method === null ? null : {
		ordered,
		method
	};
}
function methodOf(ordered, limited, policy) {
	const { hypothesis, metric, alpha } = ordered;
	const size = metric.scores.length;
	const isBinary = areZeroOrOne(metric, metric.scores, "baseline");
	if (targetOf(hypothesis, size, limited, alpha, policy) === "benchmark") return isBinary && !limited ? "betting" : null;
	const isClustered = countUnits(metric.scores) < size;
	if (hypothesis.estimand === "delta" || isClustered || !isBinary) return "group sequential";
	return canProveRate(hypothesis, size, alpha) ? "e-process" : null;
}
/** As `chooseTarget` of a fixed run, with the interval that a run of this size is expected to have. */
function targetOf(hypothesis, size, limited, alpha, policy) {
	if (policy !== "auto") return policy;
	if (limited || hypothesis.estimand === "candidate") return "population";
	return normalQuantile(1 - alpha) * Math.sqrt(PLANNED_DISCORDANCE / size) <= hypothesis.tolerance / 3 ? "benchmark" : "population";
}
/**
* Ten equal looks: the fixed test at the level at which the look's boundary lies. z of Tango's test is compared with it, and
* the normal score of t. Clusters make looks more alike than is assumed, which errs on the safe side.
*/
function lookByLook(ordered) {
	const { metric, seen, alpha } = ordered;
	const size = metric.scores.length;
	for (const look of plannedLooks(size, alpha, (n) => countUnits(seen.slice(0, n)))) {
		if (look.samples > seen.length || !ordered.isCovered(look.samples)) continue;
		const outcome = judgeFirst(ordered, look.samples, look.level, "population");
		if (outcome === null) continue;
		const { tested } = outcome;
		if (tested.verdict === "inconclusive" && look.samples < size) continue;
		const test = {
			...tested.test,
			method: `group sequential, ${tested.test.method}`
		};
		return {
			...outcome,
			tested: {
				...tested,
				test
			}
		};
	}
	return null;
}
/** The anytime test's answer, with the estimates of the samples that it was given on. */
function answered(ordered, answer, target, method) {
	if (answer === null) return null;
	const { verdict, pSafe, pWorse } = answer;
	const outcome = judgeFirst(ordered, answer.samples, ordered.alpha, target);
	if (outcome === null) return null;
	const { low, high } = answer.limits();
	const { estimand, sign } = ordered.hypothesis;
	const test = {
		method,
		statistic: null,
		pSafe,
		pWorse
	};
	return {
		...outcome,
		tested: {
			...outcome.tested,
			verdict,
			test,
			confidenceLimit: high,
			needed: null
		},
		interval: estimand !== "delta" ? null : sign === 1 ? {
			low,
			high
		} : {
			low: -high,
			high: -low
		}
	};
}
/** Nothing is left to see, and the error was spent on looking: the fixed test may not be asked as well. */
function atEnd(ordered, method) {
	const size = ordered.metric.scores.length;
	if (ordered.seen.length < size || !ordered.isCovered(size)) return null;
	const outcome = judgeFirst(ordered, size, ordered.alpha, "population");
	if (outcome === null) return null;
	const test = {
		method,
		statistic: null,
		pSafe: null,
		pWorse: null
	};
	return {
		...outcome,
		tested: {
			...outcome.tested,
			verdict: "inconclusive",
			test,
			needed: null
		}
	};
}
function judgeFirst({ hypothesis, metric, seen }, samples, level, target) {
	const first = onlyOn(metric, seen.slice(0, samples));
	const estimate = hypothesis.estimand === "delta" ? imputeDelta(first) : imputeCandidate(first);
	if (estimate === null) return null;
	return {
		hypothesis,
		tested: testHypothesis(hypothesis, estimate, level, target),
		metric: first,
		planned: metric.scores.length,
		level,
		interval: null
	};
}
function coverage(hypothesis, seen, minimum) {
	const read = hypothesis.estimand === "delta" ? DELTA.read : CANDIDATE.read;
	let usable = 0;
	const counts = seen.map((score) => usable += read(score) === null ? 0 : 1);
	return (samples) => (counts[samples - 1] ?? 0) >= minimum * samples;
}
function countUnits(scores) {
	return unitsOf(scores, (score) => score, (score) => score).count;
}

// src/core/decide/gate.ts
/** One gate judged on the comparisons of all tasks. */
function judgeGate(gate, comparisons, policy) {
	const rule = ruleOf(gate);
	const alone = (result) => ({
		result,
		hypothesis: null
	});
	if (rule.judgeTasks !== void 0) return alone(rule.judgeTasks(gate, comparisons, policy));
	const located = locateMetric(gate, comparisons);
	if ("faults" in located) return alone(invalidGate(gate, located.metric, located.faults));
	const { metric, comparison } = located;
	if (metric.aggregates !== void 0) return alone(judgeAggregates(gate, rule, metric, policy));
	const { sequence, limited, result } = comparison;
	const seen = sequence === null ? null : inOrder(metric, sequence);
	const outcome = seen === null ? null : decideInOrder(hypothesisInOrder(gate, metric), metric, seen, limited, policy);
	if (outcome === null && seen !== null && seen.length < metric.scores.length) {
		const reason = stopMessage(seen.length, metric.scores.length, result?.stopped);
		return alone(undecidedGate(gate, onlyOn(metric, seen), [reason], policy));
	}
	return judgeMetric(gate, outcome?.metric ?? metric, comparison, policy, outcome);
}
/** The question as it stands before the candidate has answered; null where it makes no sense, or there is no single one. */
function hypothesisInOrder(gate, metric) {
	if (ruleOf(gate).scope !== "metric") return null;
	const baseline = estimateOf(metric, (score) => score.baseline);
	const hypothesis = hypothesisOf(gate, metric.declaration, baseline);
	return "refusal" in hypothesis ? null : hypothesis;
}
/** @param outcome what a sequential test found, with the metric on the samples it needed; null for the fixed test on all */
function judgeMetric(gate, metric, { limited, population }, policy, outcome) {
	const rule = ruleOf(gate);
	const isChange = rule.estimand === "delta";
	const read = isChange ? DELTA.read : CANDIDATE.read;
	const asked = outcome?.hypothesis ?? hypothesisOf(gate, metric.declaration, estimateOf(metric, paired("baseline")));
	const invalid = (reason) => ({
		result: invalidGate(gate, metric, [reason]),
		hypothesis: "refusal" in asked || rule.scope !== "metric" ? null : asked
	});
	const obstacle = obstacleOf(metric, read, policy);
	if (obstacle !== null) return invalid(obstacle);
	if (rule.judgeMetric !== void 0) return {
		result: rule.judgeMetric(gate, metric, policy),
		hypothesis: null
	};
	const isPart = limited && policy.target.value === "benchmark";
	if (isPart && population === null) return invalid(capMessage(gate.task));
	const drawnFrom = isPart ? population : null;
	if ("refusal" in asked) return invalid(asked.refusal);
	const alpha = outcome?.level ?? policy.alpha.value;
	const seen = isChange ? imputeDelta(metric) : imputeCandidate(metric);
	const estimate = seen === null || drawnFrom === null ? seen : ofFinitePopulation(seen, drawnFrom);
	const fixed = {
		...factsOf(gate, metric, asked, alpha),
		...drawnFrom === null ? {} : { delta: estimateDelta(metric, estimate, alpha) }
	};
	const { baseline, delta } = fixed;
	const facts = outcome === null || baseline === null || delta === null ? fixed : {
		...fixed,
		delta: deltaInOrder(delta, baseline.value, metric.declaration, outcome)
	};
	if (facts.candidate === null) return invalid(noValueMessage(gate.metric));
	const isWhole = !limited && metric.scores.every((score) => read(score) !== null);
	const target = (of) => isPart ? "population" : chooseTarget(policy.target.value, asked, of, alpha, isWhole);
	const fixedTest = (of) => testHypothesis(asked, of, alpha, target(of));
	const tested = outcome?.tested ?? (estimate === null ? null : fixedTest(estimate));
	const atLevel = {
		...policy,
		alpha: {
			...policy.alpha,
			value: alpha
		}
	};
	const reasons = [
		...gateMessages(gate, facts, metric, asked, tested, atLevel),
		...outcome === null ? [] : [sequentialMessage(outcome)],
		...drawnFrom === null ? [] : [drawMessage(metric.scores.length, drawnFrom)],
		...cautions(metric, estimate)
	];
	return {
		result: judgedGate(gate, facts, asked, tested, metric, reasons, atLevel),
		hypothesis: asked
	};
}
/**
* The interval of a change that was looked at as it came. A betting test has one of its own; a look of a group-sequential
* test has the fixed one at the look's level, which holds for all looks together (Jennison & Turnbull 1989, "repeated
* confidence intervals"). Any other is that of a sample of this size fixed in advance, and says so.
*/
function deltaInOrder(delta, baseline, declaration, { hypothesis, interval, tested, level }) {
	const { method } = tested.test;
	if (interval !== null) {
		const limit = (value) => shownDelta(value, baseline, declaration);
		return {
			value: delta.value,
			low: limit(interval.low),
			high: limit(interval.high),
			level: 1 - 2 * level,
			method
		};
	}
	return hypothesis.estimand === "delta" && method.startsWith("group sequential") ? {
		...delta,
		method
	} : descriptive(delta);
}

// src/report/build.ts
/** A decision that contradicts itself is our own fault, and must never leave as a green check. */
function assertConsistent({ verdict, blocked, gates, untrusted }) {
	const passedOver = gates.some(({ waived }) => waived !== void 0);
	if ((verdict === "invalid" || verdict === "regression" && !passedOver) && !blocked) throw new Error(`a verdict of ${verdict} that does not block`);
	if (verdict === "pass" && untrusted !== void 0) throw new Error("a pass of samples that nobody trusts");
	if (gates.some(({ waived, blocks, verdict: of }) => waived && (blocks || of === "invalid"))) throw new Error("a waived gate that blocks, or that could not be judged");
	if (verdict === "pass" && blocked) throw new Error("a pass that blocks");
	if (verdict !== "invalid" && gates.length === 0) throw new Error(`a verdict of ${verdict} without a gate`);
	if (!blocked && gates.some((gate) => gate.blocks)) throw new Error("a gate blocks, the verdict does not");
}
/**
* The verdict file, complete: gates in the order in which they are read, the exit code, the summary sentence.
* @throws Error when the decision contradicts itself
*/
function buildVerdictFile(facts) {
	assertConsistent(facts);
	const gates = worstFirst$1(facts.gates);
	return {
		...facts,
		schemaVersion: 1,
		exitCode: verdictExitCode(facts.verdict, facts.blocked),
		summary: toPlain(summaryLine({
			...facts,
			gates
		})),
		gates
	};
}
/** The same file when something outside the samples went wrong, such as an evaluation that crashed: never milder than before. */
function invalidateVerdict(file, reason) {
	const reasons = [onOneLine(reason), ...file.reasons];
	return buildVerdictFile({
		...file,
		verdict: "invalid",
		blocked: true,
		reasons
	});
}
/** A described error has its fix on a line of its own; a reason is one line. */
const onOneLine = (reason) => reason.replaceAll(/\n {2}fix: (.*)/g, " (fix: $1)").replaceAll("\n", "; ");
/** Everything the verdict file says, gathered from what the earlier phases found. */
function verdictFacts(sources) {
	const { runs, comparisons, decision, anchor } = sources;
	const all = [
		...runs.baseline,
		...runs.candidate,
		...anchor?.runs ?? []
	];
	const reused = total(all, ({ record }) => record.reused?.samples ?? 0);
	return {
		verdict: decision.verdict,
		blocked: decision.blocked,
		reasons: decision.reasons,
		candidate: modelOf(runs.candidate),
		baseline: modelOf(runs.baseline),
		...anchor === void 0 ? {} : { anchor: modelOf(anchor.runs) },
		policy: policyOf(sources),
		gates: decision.gates,
		comparability: [...comparisons, ...anchor?.comparisons ?? []].flatMap(({ mismatches }) => mismatches),
		tasks: comparisons.flatMap(({ result }) => result ?? []),
		cost: {
			samples: {
				planned: total(all, ({ record }) => record.planned),
				evaluated: total(all, ({ samples }) => samples.length),
				...reused === 0 ? {} : { reused }
			},
			tokens: tokensOf(all)
		},
		provenance: {
			weighbridge: sources.version,
			config: sources.config,
			...sources.provenance === void 0 ? {} : { baseline: sources.provenance },
			fingerprints: fingerprintsOf(runs)
		}
	};
}
function tokensOf(runs) {
	const tokens = {
		prompt: 0,
		output: 0
	};
	for (const { samples } of runs) for (const { usage } of samples) {
		tokens.prompt += usage?.prompt_tokens ?? 0;
		tokens.output += usage?.output_tokens ?? 0;
	}
	return tokens;
}
const total = (items, count) => items.reduce((sum, item) => sum + count(item), 0);
/** The model all runs of a side share; null when there is none, or no single one. */
function modelOf(runs) {
	const models = runs.map(({ record }) => record.model);
	const [first] = models;
	return first !== void 0 && models.every(({ digest }) => digest === first.digest) ? first : null;
}
function policyOf({ policy, gates, comparisons, anchor }) {
	const unitOf = ({ task, metric }) => {
		return ([...comparisons, ...anchor?.comparisons ?? []].find((each) => each.task === task)?.metrics)?.find(({ declaration }) => declaration.name === metric)?.declaration.unit === "rate" ? "rate" : "other";
	};
	return {
		...policy,
		limits: Object.fromEntries(gates.map((gate) => [gate.id, {
			value: describeLimit(gate, unitOf(gate)),
			source: gate.source
		}]))
	};
}
function fingerprintsOf({ baseline, candidate }) {
	const find = (runs, task) => runs.find(({ record }) => record.task === task)?.record.fingerprint ?? null;
	const tasks = new Set([...baseline, ...candidate].map(({ record }) => record.task));
	return Object.fromEntries([...tasks].sort().map((task) => [task, {
		baseline: find(baseline, task),
		candidate: find(candidate, task)
	}]));
}

// node_modules/zwitch/index.js
/**
* @callback Handler
*   Handle a value, with a certain ID field set to a certain value.
*   The ID field is passed to `zwitch`, and it’s value is this function’s
*   place on the `handlers` record.
* @param {...any} parameters
*   Arbitrary parameters passed to the zwitch.
*   The first will be an object with a certain ID field set to a certain value.
* @returns {any}
*   Anything!
*/
/**
* @callback UnknownHandler
*   Handle values that do have a certain ID field, but it’s set to a value
*   that is not listed in the `handlers` record.
* @param {unknown} value
*   An object with a certain ID field set to an unknown value.
* @param {...any} rest
*   Arbitrary parameters passed to the zwitch.
* @returns {any}
*   Anything!
*/
/**
* @callback InvalidHandler
*   Handle values that do not have a certain ID field.
* @param {unknown} value
*   Any unknown value.
* @param {...any} rest
*   Arbitrary parameters passed to the zwitch.
* @returns {void|null|undefined|never}
*   This should crash or return nothing.
*/
/**
* @template {InvalidHandler} [Invalid=InvalidHandler]
* @template {UnknownHandler} [Unknown=UnknownHandler]
* @template {Record<string, Handler>} [Handlers=Record<string, Handler>]
* @typedef Options
*   Configuration (required).
* @property {Invalid} [invalid]
*   Handler to use for invalid values.
* @property {Unknown} [unknown]
*   Handler to use for unknown values.
* @property {Handlers} [handlers]
*   Handlers to use.
*/
const own$3 = {}.hasOwnProperty;
/**
* Handle values based on a field.
*
* @template {InvalidHandler} [Invalid=InvalidHandler]
* @template {UnknownHandler} [Unknown=UnknownHandler]
* @template {Record<string, Handler>} [Handlers=Record<string, Handler>]
* @param {string} key
*   Field to switch on.
* @param {Options<Invalid, Unknown, Handlers>} [options]
*   Configuration (required).
* @returns {{unknown: Unknown, invalid: Invalid, handlers: Handlers, (...parameters: Parameters<Handlers[keyof Handlers]>): ReturnType<Handlers[keyof Handlers]>, (...parameters: Parameters<Unknown>): ReturnType<Unknown>}}
*/
function zwitch(key, options) {
	const settings = options || {};
	/**
	* Handle one value.
	*
	* Based on the bound `key`, a respective handler will be called.
	* If `value` is not an object, or doesn’t have a `key` property, the special
	* “invalid” handler will be called.
	* If `value` has an unknown `key`, the special “unknown” handler will be
	* called.
	*
	* All arguments, and the context object, are passed through to the handler,
	* and it’s result is returned.
	*
	* @this {unknown}
	*   Any context object.
	* @param {unknown} [value]
	*   Any value.
	* @param {...unknown} parameters
	*   Arbitrary parameters passed to the zwitch.
	* @property {Handler} invalid
	*   Handle for values that do not have a certain ID field.
	* @property {Handler} unknown
	*   Handle values that do have a certain ID field, but it’s set to a value
	*   that is not listed in the `handlers` record.
	* @property {Handlers} handlers
	*   Record of handlers.
	* @returns {unknown}
	*   Anything.
	*/
	function one(value, ...parameters) {
		/** @type {Handler|undefined} */
		let fn = one.invalid;
		const handlers = one.handlers;
		if (value && own$3.call(value, key)) {
			const id = String(value[key]);
			fn = own$3.call(handlers, id) ? handlers[id] : one.unknown;
		}
		if (fn) return fn.call(this, value, ...parameters);
	}
	one.handlers = settings.handlers || {};
	one.invalid = settings.invalid;
	one.unknown = settings.unknown;
	return one;
}

// node_modules/unist-util-is/lib/index.js
/**
* Generate an assertion from a test.
*
* Useful if you’re going to test many nodes, for example when creating a
* utility where something else passes a compatible test.
*
* The created function is a bit faster because it expects valid input only:
* a `node`, `index`, and `parent`.
*
* @param {Test} test
*   *   when nullish, checks if `node` is a `Node`.
*   *   when `string`, works like passing `(node) => node.type === test`.
*   *   when `function` checks if function passed the node is true.
*   *   when `object`, checks that all keys in test are in node, and that they have (strictly) equal values.
*   *   when `array`, checks if any one of the subtests pass.
* @returns {Check}
*   An assertion.
*/
const convert = (
/**
* @param {Test} [test]
* @returns {Check}
*/
function(test) {
	if (test === null || test === void 0) return ok;
	if (typeof test === "function") return castFactory(test);
	if (typeof test === "object") return Array.isArray(test) ? anyFactory(test) : propertiesFactory(test);
	if (typeof test === "string") return typeFactory(test);
	throw new Error("Expected function, string, or object as test");
});
/**
* @param {Array<Props | TestFunction | string>} tests
* @returns {Check}
*/
function anyFactory(tests) {
	/** @type {Array<Check>} */
	const checks = [];
	let index = -1;
	while (++index < tests.length) checks[index] = convert(tests[index]);
	return castFactory(any);
	/**
	* @this {unknown}
	* @type {TestFunction}
	*/
	function any(...parameters) {
		let index = -1;
		while (++index < checks.length) if (checks[index].apply(this, parameters)) return true;
		return false;
	}
}
/**
* Turn an object into a test for a node with a certain fields.
*
* @param {Props} check
* @returns {Check}
*/
function propertiesFactory(check) {
	const checkAsRecord = check;
	return castFactory(all);
	/**
	* @param {Node} node
	* @returns {boolean}
	*/
	function all(node) {
		const nodeAsRecord = node;
		/** @type {string} */
		let key;
		for (key in check) if (nodeAsRecord[key] !== checkAsRecord[key]) return false;
		return true;
	}
}
/**
* Turn a string into a test for a node with a certain type.
*
* @param {string} check
* @returns {Check}
*/
function typeFactory(check) {
	return castFactory(type);
	/**
	* @param {Node} node
	*/
	function type(node) {
		return node && node.type === check;
	}
}
/**
* Turn a custom test into a test for a node that passes that test.
*
* @param {TestFunction} testFunction
* @returns {Check}
*/
function castFactory(testFunction) {
	return check;
	/**
	* @this {unknown}
	* @type {Check}
	*/
	function check(value, index, parent) {
		return Boolean(looksLikeANode(value) && testFunction.call(this, value, typeof index === "number" ? index : void 0, parent || void 0));
	}
}
function ok() {
	return true;
}
/**
* @param {unknown} value
* @returns {value is Node}
*/
function looksLikeANode(value) {
	return value !== null && typeof value === "object" && "type" in value;
}

// node_modules/mdast-util-phrasing/lib/index.js
/**
* @typedef {import('mdast').Html} Html
* @typedef {import('mdast').PhrasingContent} PhrasingContent
*/
/**
* Check if the given value is *phrasing content*.
*
* > 👉 **Note**: Excludes `html`, which can be both phrasing or flow.
*
* @param node
*   Thing to check, typically `Node`.
* @returns
*   Whether `value` is phrasing content.
*/
const phrasing$2 = convert([
	"break",
	"delete",
	"emphasis",
	"footnote",
	"footnoteReference",
	"image",
	"imageReference",
	"inlineCode",
	"inlineMath",
	"link",
	"linkReference",
	"mdxJsxTextElement",
	"mdxTextExpression",
	"strong",
	"text",
	"textDirective"
]);

// node_modules/mdast-util-to-markdown/lib/configure.js
/**
* @import {Options, State} from './types.js'
*/
const own$2 = {}.hasOwnProperty;
/**
* Configure a base state w/ an extension.
*
* @param {State} base
*   Base state to configure.
* @param {Options} extension
*   Extension to apply.
* @returns {State}
*   Given `base`.
*/
function configure(base, extension) {
	let index = -1;
	/** @type {keyof Options} */
	let key;
	if (extension.extensions) while (++index < extension.extensions.length) configure(base, extension.extensions[index]);
	for (key in extension) if (own$2.call(extension, key)) switch (key) {
		case "extensions": break;
		/* c8 ignore next 4 */
		case "unsafe":
			list$1(base[key], extension[key]);
			break;
		case "join":
			list$1(base[key], extension[key]);
			break;
		case "handlers":
			map$2(base[key], extension[key]);
			break;
		default: base.options[key] = extension[key];
	}
	return base;
}
/**
* Merge arrays from the extension into the base state.
*
* @template T
*   Kind.
* @param {Array<T>} left
*   List to merge into.
* @param {Array<T> | null | undefined} right
*   List to merge from.
* @returns {undefined}
*   Nothing.
*/
function list$1(left, right) {
	if (right) left.push(...right);
}
/**
* Merge objects from the extension into the base state.
*
* @template T
*   Kind.
* @param {Record<string, T>} left
*   Object to merge into.
* @param {Record<string, T> | null | undefined} right
*   Object to merge from.
* @returns {undefined}
*   Nothing.
*/
function map$2(left, right) {
	if (right) Object.assign(left, right);
}

// node_modules/mdast-util-to-markdown/lib/handle/blockquote.js
/**
* @import {Blockquote, Parents} from 'mdast'
* @import {Info, Map, State} from 'mdast-util-to-markdown'
*/
/**
* Serialize a blockquote node.
*
* @param {Blockquote} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function blockquote(node, _, state, info) {
	const exit = state.enter("blockquote");
	const tracker = state.createTracker(info);
	tracker.move("> ");
	tracker.shift(2);
	const value = state.indentLines(state.containerFlow(node, tracker.current()), map$1);
	exit();
	return value;
}
/**
* Indent lines w/ blockquote markers.
*
* @type {Map}
*/
function map$1(line, _, blank) {
	return ">" + (blank ? "" : " ") + line;
}

// node_modules/mdast-util-to-markdown/lib/util/pattern-in-scope.js
/**
* @import {ConstructName, Unsafe} from 'mdast-util-to-markdown'
*/
/**
* Check if a pattern is in scope based on the current stack of constructs.
*
* @param {Array<ConstructName>} stack
*   Current stack of constructs.
* @param {Unsafe} pattern
*   Pattern to check.
* @returns {boolean}
*   Whether the pattern is in scope.
*/
function patternInScope(stack, pattern) {
	return listInScope(stack, pattern.inConstruct, true) && !listInScope(stack, pattern.notInConstruct, false);
}
/**
* Check if any of the constructs in the list are present in the stack.
*
* @param {Array<ConstructName>} stack
*   Current stack of constructs.
* @param {Unsafe['inConstruct']} list
*   List of constructs to check for in the stack.
* @param {boolean} none
*   Value to return if the list is empty or not provided.
* @returns {boolean}
*   Whether any of the constructs in the list are present in the stack.
*/
function listInScope(stack, list, none) {
	if (typeof list === "string") list = [list];
	if (!list || list.length === 0) return none;
	let index = -1;
	while (++index < list.length) if (stack.includes(list[index])) return true;
	return false;
}

// node_modules/mdast-util-to-markdown/lib/handle/break.js
/**
* @import {Break, Parents} from 'mdast'
* @import {Info, State} from 'mdast-util-to-markdown'
*/
/**
* Serialize a break node.
*
* @param {Break} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function hardBreak(_, _1, state, info) {
	let index = -1;
	while (++index < state.unsafe.length) {
		const pattern = state.unsafe[index];
		if (pattern.character === "\n" && !pattern.before && !pattern.after && patternInScope(state.stack, pattern)) return /[\t ]/.test(info.before) ? "" : " ";
	}
	return "\\\n";
}

// node_modules/longest-streak/index.js
/**
* Get the count of the longest repeating streak of `substring` in `value`.
*
* @param {string} value
*   Content to search in.
* @param {string} substring
*   Substring to look for, typically one character.
* @returns {number}
*   Count of most frequent adjacent `substring`s in `value`.
*/
function longestStreak(value, substring) {
	const source = String(value);
	let index = source.indexOf(substring);
	let expected = index;
	let count = 0;
	let max = 0;
	if (typeof substring !== "string") throw new TypeError("Expected substring");
	while (index !== -1) {
		if (index === expected) {
			if (++count > max) max = count;
		} else count = 1;
		expected = index + substring.length;
		index = source.indexOf(substring, expected);
	}
	return max;
}

// node_modules/mdast-util-to-markdown/lib/util/format-code-as-indented.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Code} from 'mdast'
*/
/**
* Checks if a code block can be formatted as an indented code block.
*
* @param {Code} node
*   Node to check.
* @param {State} state
*   Info passed around.
* @returns {boolean}
*   Whether the code can be formatted as an indented code block.
*/
function formatCodeAsIndented(node, state) {
	return Boolean(state.options.fences === false && node.value && !node.lang && /[^\n\r ]/.test(node.value) && !/^[\t ]*(?:[\n\r]|$)|(?:^|[\n\r])[\t ]*$/.test(node.value));
}

// node_modules/mdast-util-to-markdown/lib/util/check-fence.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred fence option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['fence'], null | undefined>}
*   Preferred fence marker.
*/
function checkFence(state) {
	const marker = state.options.fence || "`";
	if (marker !== "`" && marker !== "~") throw new Error("Cannot serialize code with `" + marker + "` for `options.fence`, expected `` ` `` or `~`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/handle/code.js
/**
* @import {Info, Map, State} from 'mdast-util-to-markdown'
* @import {Code, Parents} from 'mdast'
*/
/**
* Serialize a code node.
*
* @param {Code} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function code$1(node, _, state, info) {
	const marker = checkFence(state);
	const raw = node.value || "";
	if (formatCodeAsIndented(node, state)) {
		const exit = state.enter("codeIndented");
		const value = state.indentLines(raw, map);
		exit();
		return value;
	}
	const tracker = state.createTracker(info);
	const sequence = marker.repeat(Math.max(longestStreak(raw, marker) + 1, 3));
	const exit = state.enter("codeFenced");
	const suffix = marker === "`" ? "GraveAccent" : "Tilde";
	let value = tracker.move(sequence);
	if (node.lang) {
		const subexit = state.enter(`codeFencedLang${suffix}`);
		value += tracker.move(state.safe(node.lang, {
			before: value,
			after: " ",
			encode: ["`"],
			...tracker.current()
		}));
		subexit();
	}
	if (node.lang && node.meta) {
		const subexit = state.enter(`codeFencedMeta${suffix}`);
		value += tracker.move(" ");
		value += tracker.move(state.safe(node.meta, {
			before: value,
			after: "\n",
			encode: ["`"],
			...tracker.current()
		}));
		subexit();
	}
	value += tracker.move("\n");
	if (raw) value += tracker.move(raw + "\n");
	value += tracker.move(sequence);
	exit();
	return value;
}
/**
* Indent lines w/ code indent.
*
* @type {Map}
*/
function map(line, _, blank) {
	return (blank ? "" : "    ") + line;
}

// node_modules/mdast-util-to-markdown/lib/util/check-quote.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred quote option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['quote'], null | undefined>}
*   Preferred quote.
*/
function checkQuote(state) {
	const marker = state.options.quote || "\"";
	if (marker !== "\"" && marker !== "'") throw new Error("Cannot serialize title with `" + marker + "` for `options.quote`, expected `\"`, or `'`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/handle/definition.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Definition, Parents} from 'mdast'
*/
/**
* Serialize a definition node.
*
* @param {Definition} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function definition(node, _, state, info) {
	const quote = checkQuote(state);
	const suffix = quote === "\"" ? "Quote" : "Apostrophe";
	const exit = state.enter("definition");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("[");
	value += tracker.move(state.safe(state.associationId(node), {
		before: value,
		after: "]",
		...tracker.current()
	}));
	value += tracker.move("]: ");
	subexit();
	if (!node.url || /[\0- \u007F]/.test(node.url)) {
		subexit = state.enter("destinationLiteral");
		value += tracker.move("<");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
	} else {
		subexit = state.enter("destinationRaw");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: node.title ? " " : "\n",
			...tracker.current()
		}));
	}
	subexit();
	if (node.title) {
		subexit = state.enter(`title${suffix}`);
		value += tracker.move(" " + quote);
		value += tracker.move(state.safe(node.title, {
			before: value,
			after: quote,
			...tracker.current()
		}));
		value += tracker.move(quote);
		subexit();
	}
	exit();
	return value;
}

// node_modules/mdast-util-to-markdown/lib/util/check-emphasis.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred emphasis option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['emphasis'], null | undefined>}
*   Preferred emphasis marker.
*/
function checkEmphasis(state) {
	const marker = state.options.emphasis || "*";
	if (marker !== "*" && marker !== "_") throw new Error("Cannot serialize emphasis with `" + marker + "` for `options.emphasis`, expected `*`, or `_`");
	return marker;
}

// node_modules/micromark-util-character/index.js
/**
* @import {Code} from 'micromark-util-types'
*/
/**
* Check whether the character code represents an ASCII alpha (`a` through `z`,
* case insensitive).
*
* An **ASCII alpha** is an ASCII upper alpha or ASCII lower alpha.
*
* An **ASCII upper alpha** is a character in the inclusive range U+0041 (`A`)
* to U+005A (`Z`).
*
* An **ASCII lower alpha** is a character in the inclusive range U+0061 (`a`)
* to U+007A (`z`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiAlpha = regexCheck(/[A-Za-z]/);
/**
* Check whether the character code represents an ASCII alphanumeric (`a`
* through `z`, case insensitive, or `0` through `9`).
*
* An **ASCII alphanumeric** is an ASCII digit (see `asciiDigit`) or ASCII alpha
* (see `asciiAlpha`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiAlphanumeric = regexCheck(/[\dA-Za-z]/);
/**
* Check whether the character code represents an ASCII atext.
*
* atext is an ASCII alphanumeric (see `asciiAlphanumeric`), or a character in
* the inclusive ranges U+0023 NUMBER SIGN (`#`) to U+0027 APOSTROPHE (`'`),
* U+002A ASTERISK (`*`), U+002B PLUS SIGN (`+`), U+002D DASH (`-`), U+002F
* SLASH (`/`), U+003D EQUALS TO (`=`), U+003F QUESTION MARK (`?`), U+005E
* CARET (`^`) to U+0060 GRAVE ACCENT (`` ` ``), or U+007B LEFT CURLY BRACE
* (`{`) to U+007E TILDE (`~`).
*
* See:
* **\[RFC5322]**:
* [Internet Message Format](https://tools.ietf.org/html/rfc5322).
* P. Resnick.
* IETF.
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiAtext = regexCheck(/[#-'*+\--9=?A-Z^-~]/);
/**
* Check whether the character code represents an ASCII digit (`0` through `9`).
*
* An **ASCII digit** is a character in the inclusive range U+0030 (`0`) to
* U+0039 (`9`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiDigit = regexCheck(/\d/);
/**
* Check whether the character code represents an ASCII hex digit (`a` through
* `f`, case insensitive, or `0` through `9`).
*
* An **ASCII hex digit** is an ASCII digit (see `asciiDigit`), ASCII upper hex
* digit, or an ASCII lower hex digit.
*
* An **ASCII upper hex digit** is a character in the inclusive range U+0041
* (`A`) to U+0046 (`F`).
*
* An **ASCII lower hex digit** is a character in the inclusive range U+0061
* (`a`) to U+0066 (`f`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiHexDigit = regexCheck(/[\dA-Fa-f]/);
/**
* Check whether the character code represents ASCII punctuation.
*
* An **ASCII punctuation** is a character in the inclusive ranges U+0021
* EXCLAMATION MARK (`!`) to U+002F SLASH (`/`), U+003A COLON (`:`) to U+0040 AT
* SIGN (`@`), U+005B LEFT SQUARE BRACKET (`[`) to U+0060 GRAVE ACCENT
* (`` ` ``), or U+007B LEFT CURLY BRACE (`{`) to U+007E TILDE (`~`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiPunctuation = regexCheck(/[!-/:-@[-`{-~]/);
/**
* Check whether a character code is a markdown line ending (see
* `markdownLineEnding`) or markdown space (see `markdownSpace`).
*
* @param {Code} code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
function markdownLineEndingOrSpace(code) {
	return code !== null && (code < 0 || code === 32);
}
/**
* Check whether the character code represents Unicode punctuation.
*
* A **Unicode punctuation** is a character in the Unicode `Pc` (Punctuation,
* Connector), `Pd` (Punctuation, Dash), `Pe` (Punctuation, Close), `Pf`
* (Punctuation, Final quote), `Pi` (Punctuation, Initial quote), `Po`
* (Punctuation, Other), or `Ps` (Punctuation, Open) categories, or an ASCII
* punctuation (see `asciiPunctuation`).
*
* See:
* **\[UNICODE]**:
* [The Unicode Standard](https://www.unicode.org/versions/).
* Unicode Consortium.
*
* @param code
*   Code.
* @returns
*   Whether it matches.
*/
const unicodePunctuation = regexCheck(/\p{P}|\p{S}/u);
/**
* Check whether the character code represents Unicode whitespace.
*
* Note that this does handle micromark specific markdown whitespace characters.
* See `markdownLineEndingOrSpace` to check that.
*
* A **Unicode whitespace** is a character in the Unicode `Zs` (Separator,
* Space) category, or U+0009 CHARACTER TABULATION (HT), U+000A LINE FEED (LF),
* U+000C (FF), or U+000D CARRIAGE RETURN (CR) (**\[UNICODE]**).
*
* See:
* **\[UNICODE]**:
* [The Unicode Standard](https://www.unicode.org/versions/).
* Unicode Consortium.
*
* @param code
*   Code.
* @returns
*   Whether it matches.
*/
const unicodeWhitespace = regexCheck(/\s/);
/**
* Create a code check from a regex.
*
* @param {RegExp} regex
*   Expression.
* @returns {(code: Code) => boolean}
*   Check.
*/
function regexCheck(regex) {
	return check;
	/**
	* Check whether a code matches the bound regex.
	*
	* @param {Code} code
	*   Character code.
	* @returns {boolean}
	*   Whether the character code matches the bound regex.
	*/
	function check(code) {
		return code !== null && code > -1 && regex.test(String.fromCharCode(code));
	}
}

// node_modules/micromark-util-classify-character/index.js
/**
* @import {Code} from 'micromark-util-types'
*/
/**
* Classify whether a code represents whitespace, punctuation, or something
* else.
*
* Used for attention (emphasis, strong), whose sequences can open or close
* based on the class of surrounding characters.
*
* > 👉 **Note**: eof (`null`) is seen as whitespace.
*
* @param {Code} code
*   Code.
* @returns {typeof constants.characterGroupWhitespace | typeof constants.characterGroupPunctuation | undefined}
*   Group.
*/
function classifyCharacter(code) {
	if (code === null || markdownLineEndingOrSpace(code) || unicodeWhitespace(code)) return 1;
	if (unicodePunctuation(code)) return 2;
}

// node_modules/mdast-util-to-markdown/lib/util/character.js
/**
* Get the first character of a value.
*
* Is aware of astral characters (such as emoji).
*
* @param {string} value
*   Value.
* @returns {string}
*   First character; empty if `value` is empty.
*/
function firstCharacter(value) {
	const code = value.codePointAt(0);
	return code === void 0 ? "" : String.fromCodePoint(code);
}
/**
* Get the last character of a value.
*
* Is aware of astral characters (such as emoji).
*
* @param {string} value
*   Value.
* @returns {string}
*   Last character; empty if `value` is empty.
*/
function lastCharacter(value) {
	const code = value.codePointAt(value.length - 2);
	return code !== void 0 && code > 65535 ? value.slice(-2) : value.slice(-1);
}

// node_modules/mdast-util-to-markdown/lib/util/encode-character-reference.js
/**
* Encode a code point as a character reference.
*
* @param {number} code
*   Code point to encode.
* @returns {string}
*   Encoded character reference.
*/
function encodeCharacterReference(code) {
	return "&#x" + code.toString(16).toUpperCase() + ";";
}

// node_modules/mdast-util-to-markdown/lib/util/encode-info.js
/**
* @import {EncodeSides} from '../types.js'
*/
/**
* Check whether to encode (as a character reference) the characters
* surrounding an attention run.
*
* Which characters are around an attention run influence whether it works or
* not.
*
* See <https://github.com/orgs/syntax-tree/discussions/60> for more info.
* See this markdown in a particular renderer to see what works:
*
* ```markdown
* |                         | A (letter inside) | B (punctuation inside) | C (whitespace inside) | D (nothing inside) |
* | ----------------------- | ----------------- | ---------------------- | --------------------- | ------------------ |
* | 1 (letter outside)      | x*y*z             | x*.*z                  | x* *z                 | x**z               |
* | 2 (punctuation outside) | .*y*.             | .*.*.                  | .* *.                 | .**.               |
* | 3 (whitespace outside)  | x *y* z           | x *.* z                | x * * z               | x ** z             |
* | 4 (nothing outside)     | *x*               | *.*                    | * *                   | **                 |
* ```
*
* @param {number} outside
*   Code point on the outer side of the run.
* @param {number} inside
*   Code point on the inner side of the run.
* @param {string} marker
*   Marker of the run.
*   Underscores are handled more strictly (they form less often) than
*   asterisks.
* @returns {EncodeSides}
*   Whether to encode characters.
*/
function encodeInfo(outside, inside, marker) {
	const outsideKind = classifyCharacter(outside);
	const insideKind = classifyCharacter(inside);
	if (outsideKind === void 0) return insideKind === void 0 ? marker === "_" ? {
		inside: true,
		outside: true
	} : {
		inside: false,
		outside: false
	} : insideKind === 1 ? {
		inside: true,
		outside: true
	} : {
		inside: false,
		outside: true
	};
	if (outsideKind === 1) return insideKind === void 0 ? {
		inside: false,
		outside: false
	} : insideKind === 1 ? {
		inside: true,
		outside: true
	} : {
		inside: false,
		outside: false
	};
	return insideKind === void 0 ? {
		inside: false,
		outside: false
	} : insideKind === 1 ? {
		inside: true,
		outside: false
	} : {
		inside: false,
		outside: false
	};
}

// node_modules/micromark-util-html-tag-name/index.js
/**
* List of lowercase HTML “block” tag names.
*
* The list, when parsing HTML (flow), results in more relaxed rules (condition
* 6).
* Because they are known blocks, the HTML-like syntax doesn’t have to be
* strictly parsed.
* For tag names not in this list, a more strict algorithm (condition 7) is used
* to detect whether the HTML-like syntax is seen as HTML (flow) or not.
*
* This is copied from:
* <https://spec.commonmark.org/0.30/#html-blocks>.
*
* > 👉 **Note**: `search` was added in `CommonMark@0.31`.
*/
const htmlBlockNames = [
	"address",
	"article",
	"aside",
	"base",
	"basefont",
	"blockquote",
	"body",
	"caption",
	"center",
	"col",
	"colgroup",
	"dd",
	"details",
	"dialog",
	"dir",
	"div",
	"dl",
	"dt",
	"fieldset",
	"figcaption",
	"figure",
	"footer",
	"form",
	"frame",
	"frameset",
	"h1",
	"h2",
	"h3",
	"h4",
	"h5",
	"h6",
	"head",
	"header",
	"hr",
	"html",
	"iframe",
	"legend",
	"li",
	"link",
	"main",
	"menu",
	"menuitem",
	"nav",
	"noframes",
	"ol",
	"optgroup",
	"option",
	"p",
	"param",
	"search",
	"section",
	"summary",
	"table",
	"tbody",
	"td",
	"tfoot",
	"th",
	"thead",
	"title",
	"tr",
	"track",
	"ul"
];
/**
* List of lowercase HTML “raw” tag names.
*
* The list, when parsing HTML (flow), results in HTML that can include lines
* without exiting, until a closing tag also in this list is found (condition
* 1).
*
* This module is copied from:
* <https://spec.commonmark.org/0.30/#html-blocks>.
*
* > 👉 **Note**: `textarea` was added in `CommonMark@0.30`.
*/
const htmlRawNames = [
	"pre",
	"script",
	"style",
	"textarea"
];

// node_modules/mdast-util-to-markdown/lib/util/html-kind.js
/**
* @typedef {1 | 2 | 3 | 4 | 5 | 6 | 7} Kind
*   Kind of HTML (flow) element.
*/
/**
* Infer the kind of HTML that `value` is.
*
* This works on valid trees as produced by `micromark`.
* Kinds:
*
* 1. raw
* 2. comment
* 3. instruction
* 4. declaration
* 5. cdata
* 6. block
* 7. other
*
* See: <https://spec.commonmark.org/0.31.2/#html-blocks>.
*
* @param {string} value
*   HTML.
* @returns {Kind | undefined}
*   Kind; `undefined` if unknown.
*/
function htmlKind(value) {
	if (value.charCodeAt(0) !== 60) return;
	const next = value.charCodeAt(1);
	if (next === 33) {
		const code = value.charCodeAt(2);
		if (code === 45) return 2;
		if (code === 91) return 5;
		if (asciiAlpha(code)) return 4;
		return;
	}
	if (next === 63) return 3;
	const closing = next === 47;
	const start = closing ? 2 : 1;
	let end = start;
	let code = value.charCodeAt(end);
	if (!asciiAlpha(code)) return;
	while (code === 45 || asciiAlphanumeric(code)) code = value.charCodeAt(++end);
	const name = value.slice(start, end).toLowerCase();
	if (!closing && code !== 47 && htmlRawNames.includes(name)) return 1;
	return htmlBlockNames.includes(name) ? 6 : 7;
}

// node_modules/mdast-util-to-markdown/lib/util/container-phrasing.js
/**
* @import {Attention, Handle, Info, State, Tracker} from 'mdast-util-to-markdown'
* @import {PhrasingParents} from '../types.js'
*/
/**
* Markers for builtin attention (emphasis, strong) to whether they are stricter:
* whether they cannot open and close inside words.
*
* Builtin runs pair following CommonMark rules for emphasis and strong:
* they are split,
* using one or two markers at a time,
* with the rule of 3.
* Other markers pair like GFM strikethrough:
* whole runs pair with a run of the same size.
*
* @type {Map<string, boolean>}
*/
const builtins = /* @__PURE__ */ new Map([["*", false], ["_", true]]);
/**
* @typedef AttentionResult
*   Attention, of which the sequence is chosen later.
* @property {Array<Item>} children
*   Serialized children.
* @property {Array<string>} sequences
*   Sequences that can be used, in order of preference.
*/
/**
* @typedef Improvement
*   Improvement of attention sequences.
* @property {Map<AttentionResult, string>} chosen
*   Chosen sequences for each attention.
* @property {Array<Token>} tokens
*   Tokens involved in the improvement.
* @property {Mistake | undefined} mistake
*   Mistake that led to this improvement, if any.
*/
/**
* @typedef {AttentionResult | string} Item
*   Serialized phrasing.
*/
/**
* @typedef Mistake
*   Sequence that does not form its attention.
* @property {Array<AttentionResult>} attention
*   Attention to try other sequences for.
* @property {number} index
*   Index of the token.
*/
/**
* @typedef Run
*   Sequences next to each other with the same marker.
* @property {boolean} close
*   Whether it can close.
* @property {number} end
*   Index after the last marker not used (to open).
* @property {Array<Token>} markers
*   Sequence of each marker.
* @property {boolean} open
*   Whether it can open.
* @property {boolean} split
*   Whether it can be split (built-in attention).
* @property {number} start
*   Index of the first marker not used (to close).
* @property {Array<Token>} tokens
*   Sequences.
*/
/**
* @typedef Token
*   Rendered phrasing.
* @property {AttentionResult | undefined} attention
*   Attention, if this is one of its sequences.
* @property {string} value
*   Value.
*/
/**
* Get candidates for a mistake:
* attention to try other sequences for,
* later first.
*
* @param {Array<Token>} tokens
*   Tokens.
* @param {Array<Token>} involved
*   Sequences involved in the mistake.
* @param {Map<Token, Run>} runOf
*   Run of each sequence.
* @returns {Array<AttentionResult>}
*   Candidates.
*/
function candidates(tokens, involved, runOf) {
	/** @type {Set<AttentionResult | undefined>} */
	const related = /* @__PURE__ */ new Set();
	for (const token of tokens) {
		const siblings = runOf.get(token);
		if (siblings && token.attention && involved.some((d) => d.attention === token.attention)) for (const sibling of siblings.tokens) related.add(sibling.attention);
	}
	/** @type {Array<AttentionResult>} */
	const ordered = [];
	for (const token of tokens) if (token.attention && related.delete(token.attention)) ordered.push(token.attention);
	ordered.reverse();
	return ordered;
}
/**
* Check whether sequences form their attention, like `micromark`.
*
* Sequences of `*` and `_` pair like emphasis and strong in CommonMark,
* others like strikethrough in GFM.
*
* @param {Array<Token>} tokens
*   Tokens.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Mistake | undefined}
*   First mistake, if any.
*/
function check(tokens, before, after) {
	/** @type {Array<Run>} */
	const runs = [];
	/** @type {Map<Token, Array<Token>>} */
	const wrong = /* @__PURE__ */ new Map();
	/** @type {Map<Token, Run>} */
	const runOf = /* @__PURE__ */ new Map();
	let index = 0;
	while (index < tokens.length) {
		if (!tokens[index].attention) {
			index++;
			continue;
		}
		const marker = tokens[index].value.charAt(0);
		const strict = builtins.get(marker);
		let end = index + 1;
		while (end < tokens.length && tokens[end].attention && tokens[end].value.charAt(0) === marker) end++;
		const head = index ? tokens[index - 1].value : before;
		const previous = classifyCharacter(head.charCodeAt(head.length - 1));
		const next = classifyCharacter((end < tokens.length ? tokens[end].value : after).charCodeAt(0));
		const open = !next || next === 2 && Boolean(previous);
		const close = !previous || previous === 2 && Boolean(next);
		/** @type {Run} */
		const run = {
			tokens: tokens.slice(index, end),
			markers: [],
			start: 0,
			end: 0,
			open: strict ? open && (Boolean(previous) || !close) : open,
			close: strict ? close && (Boolean(next) || !open) : close,
			split: strict !== void 0
		};
		for (const token of run.tokens) {
			wrong.set(token, [...run.tokens]);
			runOf.set(token, run);
			let size = token.value.length;
			while (size--) run.markers.push(token);
		}
		run.end = run.markers.length;
		runs.push(run);
		index = end;
	}
	pair(runs, wrong);
	index = -1;
	while (++index < tokens.length) {
		const involved = wrong.get(tokens[index]);
		if (involved) return {
			attention: candidates(tokens, involved, runOf),
			index
		};
	}
}
/**
* Serialize the children of a parent that contains phrasing children.
*
* @param {PhrasingParents} parent
*   Parent of phrasing nodes.
* @param {State} state
*   Info passed around about the current state.
* @param {Info} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized result.
*/
function containerPhrasing(parent, state, info) {
	return serialize$1(phrasing$1(parent, state, info), info.before, info.after);
}
/**
* Encode the first or last character of tokens as a character reference,
* if it is text.
*
* @param {Array<Token>} tokens
*   Tokens.
* @param {boolean} start
*   Whether to encode the first or last character.
* @returns {undefined}
*   Nothing.
*/
function encode(tokens, start) {
	const token = tokens[start ? 0 : tokens.length - 1];
	if (!token || token.attention) return;
	const character = start ? firstCharacter(token.value) : lastCharacter(token.value);
	const reference = encodeCharacterReference(character.codePointAt(0));
	if (start) token.value = reference + token.value.slice(character.length);
	else {
		let value = token.value.slice(0, token.value.length - character.length);
		let escapes = 0;
		while (value.charCodeAt(value.length - 1 - escapes) === 92) escapes++;
		if (escapes % 2) value += "\\";
		token.value = value + reference;
	}
}
/**
* Try other sequences for the candidates of a mistake and use the first that
* moves the mistake further.
*
* @param {Array<Item>} items
*   Items.
* @param {Map<AttentionResult, string>} chosen
*   Sequences to use instead of preferred sequences.
* @param {Mistake} mistake
*   Mistake.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Improvement | undefined}
*   Result if better.
*/
function improve(items, chosen, mistake, before, after) {
	for (const attention of mistake.attention) {
		const current = chosen.get(attention) || attention.sequences[0];
		for (const sequence of attention.sequences) {
			if (sequence === current) continue;
			const trial = new Map(chosen);
			trial.set(attention, sequence);
			const tokens = render(items, trial, before, after);
			const next = check(tokens, before, after);
			if (!next || next.index > mistake.index) return {
				chosen: trial,
				mistake: next,
				tokens
			};
		}
	}
}
/**
* Pair runs like `micromark` and mark sequences that do form their attention
* as fine.
*
* Each pair uses markers from the end of an opener and the start of a closer.
* It forms the intended attention if those markers are exactly the whole
* opening and closing sequence of one attention.
* Otherwise attention is mixed up:
* either sequences of different attention pair,
* part of a sequence is used (such as `**` of strong as `*`),
* or several sequences are used together (such as `*` and `*` as `**`).
* Then the sequences involved are recorded with each other.
*
* @param {Array<Run>} runs
*   Runs.
* @param {Map<Token, Array<Token>>} wrong
*   Sequences that are wrong, with the sequences involved.
* @returns {undefined}
*   Nothing, `wrong` is changed.
*/
function pair(runs, wrong) {
	/** @type {Map<string, Array<Run>>} */
	const openersByMarker = /* @__PURE__ */ new Map();
	for (const closer of runs) {
		const marker = closer.tokens[0].value.charAt(0);
		let openers = openersByMarker.get(marker);
		if (!openers) {
			openers = [];
			openersByMarker.set(marker, openers);
		}
		let open = closer.close ? openers.length : 0;
		while (open-- && closer.start < closer.end) {
			const opener = openers[open];
			const openerSize = opener.end - opener.start;
			const closerSize = closer.end - closer.start;
			if (closer.split ? (opener.close || closer.open) && closerSize % 3 && !((openerSize + closerSize) % 3) : openerSize !== opener.markers.length || openerSize !== closerSize) continue;
			const size = closer.split ? openerSize > 1 && closerSize > 1 ? 2 : 1 : closerSize;
			const opening = opener.markers.slice(opener.end - size, opener.end);
			const closing = closer.markers.slice(closer.start, closer.start + size);
			const openToken = opening[0];
			const closeToken = closing[0];
			if (openToken === opening[size - 1] && openToken.value.length === size && closeToken === closing[size - 1] && closeToken.value.length === size && openToken.attention === closeToken.attention) {
				wrong.delete(openToken);
				wrong.delete(closeToken);
			} else {
				const involved = [.../* @__PURE__ */ new Set([...opening, ...closing])];
				for (const token of involved) {
					const list = wrong.get(token);
					if (list) list.push(...involved);
				}
			}
			opener.end -= size;
			closer.start += size;
			if (opener.start === opener.end) openers.splice(open, 1);
			open = openers.length;
		}
		if (closer.open && closer.start < closer.end) openers.push(closer);
	}
}
/**
* Get the sequences that can be used for attention, in order of preference.
*
* @param {string} type
*   Node type.
* @param {Array<string>} markers
*   Markers.
* @param {Array<number>} sizes
*   Sizes.
* @returns {Array<string>}
*   Sequences.
*/
function attentionSequences(type, markers, sizes) {
	if (markers.length === 0) throw new Error("Cannot serialize `" + type + "` as attention without markers, expected one or more markers");
	if (sizes.length === 0) throw new Error("Cannot serialize `" + type + "` as attention without sizes, expected one or more sizes");
	for (const size of sizes) if (!Number.isSafeInteger(size) || size < 1) throw new Error("Cannot serialize `" + type + "` as attention with `" + size + "` as size, expected positive integer");
	/** @type {Array<string>} */
	const sequences = [];
	for (const marker of markers) {
		if (marker.length !== 1) throw new Error("Cannot serialize `" + type + "` as attention with `" + marker + "` as marker, expected a single ascii character");
		if (!asciiPunctuation(marker.charCodeAt(0))) throw new Error("Cannot serialize `" + type + "` as attention with `" + marker + "` as marker, expected ascii punctuation");
		for (const size of sizes) sequences.push(marker.repeat(size));
	}
	return sequences;
}
/**
* Serialize the children of a parent that contains phrasing children,
* keeping attention separate,
* so that its markers can be chosen later.
*
* @param {PhrasingParents} parent
*   Parent of phrasing nodes.
* @param {State} state
*   Info passed around about the current state.
* @param {Info} info
*   Info on where we are in the document we are generating.
* @returns {Array<Item>}
*   Items.
*/
function phrasing$1(parent, state, info) {
	const indexStack = state.indexStack;
	const children = parent.children || [];
	/** @type {Array<Item>} */
	const results = [];
	let index = -1;
	let before = info.before;
	indexStack.push(-1);
	let tracker = state.createTracker(info);
	while (++index < children.length) {
		const child = children[index];
		/** @type {string} */
		let after;
		indexStack[indexStack.length - 1] = index;
		if (index + 1 < children.length) {
			/** @type {Handle} */
			let handle = state.handle.handlers[children[index + 1].type];
			if (handle && handle.peek) handle = handle.peek;
			after = handle ? firstCharacter(handle(children[index + 1], parent, state, {
				before: "",
				after: "",
				...tracker.current()
			})) : "";
		} else after = info.after;
		const previous = results[results.length - 1];
		if (typeof previous === "string" && (before === "\r" || before === "\n") && child.type === "html" && htmlKind(child.value) !== 7) {
			results[results.length - 1] = previous.replace(/(\r?\n|\r)$/, " ");
			before = " ";
			tracker = state.createTracker(info);
			tracker.move(serialize$1(results, info.before, info.after));
		}
		/** @type {(Handle & {attention?: Attention | undefined}) | undefined} */
		const handle = state.handle.handlers[child.type];
		if (handle && handle.attention) {
			const item = attentionItem(child, handle.attention, state, tracker);
			if (!item) continue;
			results.push(item);
			before = lastCharacter(item.sequences[0]);
		} else {
			const value = state.handle(child, parent, state, {
				...tracker.current(),
				after,
				before
			});
			if (!value) continue;
			tracker.move(value);
			results.push(value);
			before = lastCharacter(value);
		}
	}
	indexStack.pop();
	return results;
}
/**
* Serialize a node as attention,
* with its sequence chosen later.
*
* @param {PhrasingParents} node
*   Node.
* @param {Attention} attention
*   Attention of the node.
* @param {State} state
*   Info passed around about the current state.
* @param {Tracker} tracker
*   Tracker.
* @returns {AttentionResult | undefined}
*   Attention or nothing.
*/
function attentionItem(node, attention, state, tracker) {
	const { construct, markers, sizes } = attention(node, state);
	const sequences = attentionSequences(node.type, markers, sizes);
	const sequence = sequences[0];
	const exit = state.enter(construct);
	const inside = state.createTracker(tracker.current());
	inside.move(sequence);
	const children = phrasing$1(node, state, {
		...inside.current(),
		before: sequence,
		after: sequence
	});
	exit();
	if (children.length === 0) return;
	tracker.move(sequence);
	tracker.move(serialize$1(children, sequence, sequence));
	tracker.move(sequence);
	return {
		children,
		sequences
	};
}
/**
* Fix mistakes one at a time.
*
* @param {Array<Item>} items
*   Phrasing items.
* @param {Map<AttentionResult, string>} chosen
*   Sequences to start with.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Array<Token> | undefined}
*   Tokens, if all mistakes could be fixed.
*/
function fix(items, chosen, before, after) {
	let tokens = render(items, chosen, before, after);
	let mistake = check(tokens, before, after);
	while (mistake) {
		const next = improve(items, chosen, mistake, before, after);
		if (!next) return;
		chosen = next.chosen;
		tokens = next.tokens;
		mistake = next.mistake;
	}
	return tokens;
}
/**
* Guess sequences for attention so that few mistakes are left to fix because
* each fix is slow.
*
* Prefers another marker when a sequence would touch one with the same marker
* of a sibling or parent (`**a**` and `*b*` as `**a***b*`).
* Except for an only child with a longer builtin sequence,
* as that forms (`***a***`).
*
* @param {Array<Item>} items
*   Phrasing items.
* @param {Map<AttentionResult, string>} chosen
*   Guesses that are not the preferred sequence.
* @param {string} before
*   Sequence of the parent or characters before.
* @param {string} after
*   Sequence of the parent or characters after.
* @returns {undefined}
*   Nothing.
*/
function guess(items, chosen, before, after) {
	let previous = before;
	let index = -1;
	while (++index < items.length) {
		const item = items[index];
		if (typeof item === "string") {
			previous = "";
			continue;
		}
		const next = index === items.length - 1 ? after : "";
		const sequence = item.sequences.find(function(value) {
			const marker = value.charAt(0);
			return marker !== previous.charAt(0) && marker !== next.charAt(0) || items.length === 1 && builtins.has(marker) && value.length > before.length;
		}) || item.sequences[0];
		if (sequence !== item.sequences[0]) chosen.set(item, sequence);
		guess(item.children, chosen, sequence, sequence);
		previous = sequence;
	}
}
/**
* Render items with sequences;
* encoding characters around attention where needed.
*
* @param {Array<Item>} items
*   Serialized phrasing.
* @param {Map<AttentionResult, string>} chosen
*   Sequences to use instead of preferred sequences.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Array<Token>}
*   Tokens.
*/
function render(items, chosen, before, after) {
	/** @type {Array<Token>} */
	const tokens = [];
	/** @type {string | undefined} */
	let encodeAfter;
	let previous = lastCharacter(before);
	let index = -1;
	while (++index < items.length) {
		const item = items[index];
		if (typeof item === "string") {
			/** @type {Token} */
			const token = {
				value: item,
				attention: void 0
			};
			if (encodeAfter && encodeAfter === firstCharacter(item)) encode([token], true);
			encodeAfter = void 0;
			tokens.push(token);
			if (token.value) previous = lastCharacter(token.value);
			continue;
		}
		const sequence = chosen.get(item) || item.sequences[0];
		const marker = sequence.charAt(0);
		const next = items[index + 1];
		const outsideBefore = previous;
		const outsideAfter = firstCharacter(next === void 0 ? after : typeof next === "string" ? next : chosen.get(next) || next.sequences[0]);
		const inside = render(item.children, chosen, sequence, sequence);
		const head = inside[0].value;
		const open = encodeInfo(outsideBefore.charCodeAt(outsideBefore.length - 1), head.charCodeAt(0), marker);
		if (open.inside) encode(inside, true);
		const tail = lastCharacter(inside[inside.length - 1].value);
		const close = encodeInfo(outsideAfter.charCodeAt(0), tail.charCodeAt(tail.length - 1), marker);
		if (close.inside) encode(inside, false);
		if (open.outside && outsideBefore !== "\n" && outsideBefore !== "\r") encode(tokens, false);
		if (close.outside) encodeAfter = outsideAfter;
		tokens.push({
			value: sequence,
			attention: item
		}, ...inside, {
			value: sequence,
			attention: item
		});
		previous = sequence.charAt(sequence.length - 1);
	}
	return tokens;
}
/**
* Serialize phrasing with attention.
*
* Whether attention forms depends on everything around it.
* This checks that it does and tries other sequences if not.
*
* @param {Array<Item>} items
*   Phrasing items.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {string}
*   Serialized markdown.
*/
function serialize$1(items, before, after) {
	/** @type {Map<AttentionResult, string>} */
	const guessed = /* @__PURE__ */ new Map();
	guess(items, guessed, before, after);
	const tokens = (guessed.size > 0 ? fix(items, guessed, before, after) : void 0) || fix(items, /* @__PURE__ */ new Map(), before, after) || render(items, /* @__PURE__ */ new Map(), before, after);
	let result = "";
	for (const token of tokens) result += token.value;
	return result;
}

// node_modules/mdast-util-to-markdown/lib/handle/emphasis.js
/**
* @import {AttentionInfo, Info, State} from 'mdast-util-to-markdown'
* @import {Emphasis, Parents} from 'mdast'
*/
emphasis.attention = attention$1;
emphasis.peek = peek$1;
/**
* Serialize an emphasis node.
*
* Attention is properly handled by `containerPhrasing`.
*
* @param {Emphasis} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function emphasis(node, _, state, info) {
	const exit = state.enter("phrasing");
	const item = attentionItem(node, attention$1, state, state.createTracker(info));
	const value = item ? serialize$1([item], info.before, info.after) : "";
	exit();
	return value;
}
/**
* Serialize an emphasis node as attention.
*
* @param {Emphasis} _
*   Node to serialize.
* @param {State} state
*   Info passed around.
* @returns {AttentionInfo}
*   Info on how to serialize the node.
*/
function attention$1(_, state) {
	return {
		construct: "emphasis",
		markers: checkEmphasis(state) === "*" ? ["*", "_"] : ["_", "*"],
		sizes: [1]
	};
}
/**
* Peek at this node.
*
* @param {Emphasis} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Start of the serialized markdown.
*/
function peek$1(_, _1, state) {
	return state.options.emphasis || "*";
}

// node_modules/unist-util-visit-parents/lib/color.node.js
/**
* Color a string.
*
* @param {string} d
*   Value.
* @returns {string}
*   Colored value.
*/
function color(d) {
	return "\x1B[33m" + d + "\x1B[39m";
}

// node_modules/unist-util-visit-parents/lib/index.js
/**
* @import {Node as UnistNode, Parent as UnistParent} from 'unist'
*/
/**
* @typedef {Exclude<import('unist-util-is').Test, undefined> | undefined} Test
*   Test from `unist-util-is`.
*
*   Note: we have remove and add `undefined`, because otherwise when generating
*   automatic `.d.ts` files, TS tries to flatten paths from a local perspective,
*   which doesn’t work when publishing on npm.
*/
/**
* @typedef {(
*   Fn extends (value: any) => value is infer Thing
*   ? Thing
*   : Fallback
* )} Predicate
*   Get the value of a type guard `Fn`.
* @template Fn
*   Value; typically function that is a type guard (such as `(x): x is Y`).
* @template Fallback
*   Value to yield if `Fn` is not a type guard.
*/
/**
* @typedef {(
*   Check extends null | undefined // No test.
*   ? Value
*   : Value extends {type: Check} // String (type) test.
*   ? Value
*   : Value extends Check // Partial test.
*   ? Value
*   : Check extends Function // Function test.
*   ? Predicate<Check, Value> extends Value
*     ? Predicate<Check, Value>
*     : never
*   : never // Some other test?
* )} MatchesOne
*   Check whether a node matches a primitive check in the type system.
* @template Value
*   Value; typically unist `Node`.
* @template Check
*   Value; typically `unist-util-is`-compatible test, but not arrays.
*/
/**
* @typedef {(
*   Check extends ReadonlyArray<infer T>
*   ? MatchesOne<Value, T>
*   : Check extends Array<infer T>
*   ? MatchesOne<Value, T>
*   : MatchesOne<Value, Check>
* )} Matches
*   Check whether a node matches a check in the type system.
* @template Value
*   Value; typically unist `Node`.
* @template Check
*   Value; typically `unist-util-is`-compatible test.
*/
/**
* @typedef {0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10} Uint
*   Number; capped reasonably.
*/
/**
* @typedef {I extends 0 ? 1 : I extends 1 ? 2 : I extends 2 ? 3 : I extends 3 ? 4 : I extends 4 ? 5 : I extends 5 ? 6 : I extends 6 ? 7 : I extends 7 ? 8 : I extends 8 ? 9 : 10} Increment
*   Increment a number in the type system.
* @template {Uint} [I=0]
*   Index.
*/
/**
* @typedef {(
*   Node extends UnistParent
*   ? Node extends {children: Array<infer Children>}
*     ? Child extends Children ? Node : never
*     : never
*   : never
* )} InternalParent
*   Collect nodes that can be parents of `Child`.
* @template {UnistNode} Node
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {InternalParent<InclusiveDescendant<Tree>, Child>} Parent
*   Collect nodes in `Tree` that can be parents of `Child`.
* @template {UnistNode} Tree
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {(
*   Depth extends Max
*   ? never
*   :
*     | InternalParent<Node, Child>
*     | InternalAncestor<Node, InternalParent<Node, Child>, Max, Increment<Depth>>
* )} InternalAncestor
*   Collect nodes in `Tree` that can be ancestors of `Child`.
* @template {UnistNode} Node
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
* @template {Uint} [Max=10]
*   Max; searches up to this depth.
* @template {Uint} [Depth=0]
*   Current depth.
*/
/**
* @typedef {InternalAncestor<InclusiveDescendant<Tree>, Child>} Ancestor
*   Collect nodes in `Tree` that can be ancestors of `Child`.
* @template {UnistNode} Tree
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {(
*   Tree extends UnistParent
*     ? Depth extends Max
*       ? Tree
*       : Tree | InclusiveDescendant<Tree['children'][number], Max, Increment<Depth>>
*     : Tree
* )} InclusiveDescendant
*   Collect all (inclusive) descendants of `Tree`.
*
*   > 👉 **Note**: for performance reasons, this seems to be the fastest way to
*   > recurse without actually running into an infinite loop, which the
*   > previous version did.
*   >
*   > Practically, a max of `2` is typically enough assuming a `Root` is
*   > passed, but it doesn’t improve performance.
*   > It gets higher with `List > ListItem > Table > TableRow > TableCell`.
*   > Using up to `10` doesn’t hurt or help either.
* @template {UnistNode} Tree
*   Tree type.
* @template {Uint} [Max=10]
*   Max; searches up to this depth.
* @template {Uint} [Depth=0]
*   Current depth.
*/
/**
* @typedef {'skip' | boolean} Action
*   Union of the action types.
*
* @typedef {number} Index
*   Move to the sibling at `index` next (after node itself is completely
*   traversed).
*
*   Useful if mutating the tree, such as removing the node the visitor is
*   currently on, or any of its previous siblings.
*   Results less than 0 or greater than or equal to `children.length` stop
*   traversing the parent.
*
* @typedef {[(Action | null | undefined | void)?, (Index | null | undefined)?]} ActionTuple
*   List with one or two values, the first an action, the second an index.
*
* @typedef {Action | ActionTuple | Index | null | undefined | void} VisitorResult
*   Any value that can be returned from an enter visitor.
*
*   Like `VisitorResultExit`,
*   but `SKIP` can also be returned,
*   to not walk the children of the node,
*   and `ActionTuple` can be used to combine an action with an index.
*
* @typedef {Index | boolean | null | undefined | void} VisitorResultExit
*   Any value that can be returned from an exit visitor.
*/
/**
* @callback Visitor
*   Handle a node (matching `test`, if given) before its children.
*
*   Changes inside `node` are walked next.
*   Replacing or removing it is easier in `exit`.
*   When replacing or removing it here,
*   return `SKIP` (as otherwise its old children are walked),
*   or `[SKIP, index]` to continue with the node now at `index`.
*   Changing next siblings (in walk order) is fine;
*   changing previous siblings needs a new `Index`.
*   Removing an ancestor or changing its previous siblings is not supported.
* @param {Visited} node
*   Found node.
* @param {Array<VisitedParents>} ancestors
*   Ancestors of `node`.
* @param {number | undefined} index
*   Index of `node` in its parent (the last of `ancestors`),
*   or `undefined` for the tree itself.
* @returns {VisitorResult}
*   What to do next.
*
*   Like `VisitorExit`,
*   but `SKIP` can also be returned,
*   to not walk the children of `node`.
*   Passing a tuple back (`ActionTuple`) only makes sense as `[SKIP, Index]`.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [VisitedParents=UnistParent]
*   Ancestor type.
*/
/**
* @callback VisitorExit
*   Handle a node (matching `test`, if given) after its children.
*
*   Changes inside `node` are not walked,
*   which makes this a good place to change `node` based on its children,
*   or to replace or remove it.
*   When removing `node` or changing previous siblings (in walk order),
*   return a new `Index`.
*   Removing an ancestor or changing its previous siblings is not supported.
* @param {Visited} node
*   Found node.
* @param {Array<VisitedParents>} ancestors
*   Ancestors of `node`.
* @param {number | undefined} index
*   Index of `node` in its parent (the last of `ancestors`),
*   or `undefined` for the tree itself.
* @returns {VisitorResultExit}
*   What to do next.
*
*   `CONTINUE` (`true`, nothing) continues as normal,
*   `EXIT` (`false`) stops traversing,
*   and `Index` continues at that sibling.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [VisitedParents=UnistParent]
*   Ancestor type.
*/
/**
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [VisitedParents=UnistParent]
*   Ancestor type.
* @typedef Visitors
*   Handle nodes when entering and exiting them.
*   The `enter` visitor is optional while `exit` is required.
*
*   Pass an `enter` visitor directly to only handle nodes when entering them.
*
*   `enter` is called before children (if any) are walked and `exit` after that.
*   `exit` is still called when `enter` returns `SKIP`.
*   Both `enter` and `exit` are only called for nodes that match an optional `test`.
* @property {Visitor<Visited, VisitedParents> | null | undefined} [enter]
*   Handle a node before its children (optional).
* @property {VisitorExit<Visited, VisitedParents>} exit
*   Handle a node after its children.
*/
/**
* @typedef {Visitor<Matches<InclusiveDescendant<Tree>, Check>, Ancestor<Tree, Matches<InclusiveDescendant<Tree>, Check>>>} BuildVisitor
*   Build a typed `Visitor` function from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parents`.
* @template {UnistNode} [Tree=UnistNode]
*   Tree type.
* @template {Test} [Check=Test]
*   Test type.
*/
/**
* @typedef {Visitors<Matches<InclusiveDescendant<Tree>, Check>, Ancestor<Tree, Matches<InclusiveDescendant<Tree>, Check>>>} BuildVisitors
*   Build typed `Visitors` from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parents`.
* @template {UnistNode} [Tree=UnistNode]
*   Tree type.
* @template {Test} [Check=Test]
*   Test type.
*/
/** @type {Readonly<ActionTuple>} */
const empty = [];
/**
* Continue traversing as normal.
*/
const CONTINUE = true;
/**
* Stop traversing immediately.
*/
const EXIT = false;
/**
* Do not traverse this node’s children.
* Only works when entering a node.
*/
const SKIP = "skip";
/**
* Visit nodes, with ancestral information.
*
* This algorithm performs *depth-first* *tree traversal* in *preorder*
* (**NLR**) or if `reverse` is given,
* in *reverse preorder* (**NRL**).
* An `exit` visitor is called in *postorder* (**LRN**)
* or if `reverse` is given, in *reverse postorder* (**RLN**).
*
* You can choose which nodes are visited by passing a `test`.
* For complex tests, you should test yourself in a visitor, as it will be
* faster and will have improved type information.
*
* Walking the tree is an intensive task.
* Make use of the return values of the visitor when possible.
* Instead of walking a tree multiple times, walk it once, use `unist-util-is`
* to check if a node matches, and then perform different operations.
*
* You can change the tree.
* Changes inside a node made when entering it are walked,
* changes made when exiting it are not.
* See `Visitor` and `VisitorExit` for more info.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {Check} check
*   `unist-util-is`-compatible test.
* @param {BuildVisitor<Tree, Check>} enter
*   Handle each node when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {Check} check
*   `unist-util-is`-compatible test.
* @param {BuildVisitors<Tree, Check>} visitors
*   Handle each node when exiting it, and optionally when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {BuildVisitor<Tree>} enter
*   Handle each node when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {BuildVisitors<Tree>} visitors
*   Handle each node when exiting it, and optionally when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @param {UnistNode} tree
*   Tree to traverse.
* @param {Visitor | Visitors | Test} testOrEnterOrVisitors
*   `unist-util-is`-compatible test, `enter`, or `visitors`.
* @param {Visitor | Visitors | boolean | null | undefined} [enterOrVisitorsOrReverse]
*   `enter`, `visitors`, or `reverse` after a test.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @template {UnistNode} Tree
*   Node type.
* @template {Test} Check
*   `unist-util-is`-compatible test.
*/
function visitParents(tree, testOrEnterOrVisitors, enterOrVisitorsOrReverse, reverse) {
	if (!tree || typeof tree !== "object") throw new Error("Unexpected value `" + tree + "` for `tree`, expected node");
	let preorder = true;
	/** @type {Test} */
	let check;
	/** @type {Visitors | Visitor} */
	let visitors;
	/** @type {Visitor | null | undefined} */
	let enter;
	/** @type {VisitorExit | null | undefined} */
	let exit;
	if (typeof enterOrVisitorsOrReverse === "function" || enterOrVisitorsOrReverse && typeof enterOrVisitorsOrReverse === "object") {
		check = testOrEnterOrVisitors;
		visitors = enterOrVisitorsOrReverse;
		if (reverse) preorder = false;
	} else {
		visitors = testOrEnterOrVisitors;
		if (enterOrVisitorsOrReverse) preorder = false;
	}
	if (typeof visitors === "function") enter = visitors;
	else if (visitors && typeof visitors === "object") {
		if (visitors.enter === null || visitors.enter === void 0) {} else if (typeof visitors.enter === "function") enter = visitors.enter;
		else throw new Error("Unexpected value `" + visitors.enter + "` for `visitors.enter`, expected optional visitor");
		if (typeof visitors.exit === "function") exit = visitors.exit;
		else throw new Error("Unexpected value `" + visitors.exit + "` for `visitors.exit`, expected visitor (pass a visitor directly if you only want an enter visitor)");
	} else throw new Error("Unexpected value `" + visitors + "` for `enter` or `visitors`, expected visitor or object with visitors");
	const is = convert(check);
	const step = preorder ? 1 : -1;
	factory(tree, void 0, [])();
	/**
	* Create a function to visit a node.
	*
	* @param {UnistNode} node
	*   Node to visit.
	* @param {number | undefined} index
	*   Index of `node` in its parent.
	* @param {Array<UnistParent>} parents
	*   Ancestors of `node`.
	* @returns {() => Readonly<ActionTuple>}
	*   Visit `node`.
	*/
	function factory(node, index, parents) {
		const value = node && typeof node === "object" ? node : {};
		if (typeof value.type === "string") {
			const name = typeof value.tagName === "string" ? value.tagName : typeof value.name === "string" ? value.name : void 0;
			Object.defineProperty(visit, "name", { value: "node (" + color(node.type + (name ? "<" + name + ">" : "")) + ")" });
		}
		return visit;
		function visit() {
			const matches = !check || is(node, index, parents[parents.length - 1] || void 0);
			/** @type {Readonly<ActionTuple>} */
			let result = empty;
			if (enter && matches) {
				result = toResult(enter(node, parents, index));
				if (result[0] === false) return result;
			}
			if ("children" in node && node.children) {
				const nodeAsParent = node;
				if (nodeAsParent.children && result[0] !== "skip") {
					let offset = (preorder ? -1 : nodeAsParent.children.length) + step;
					const grandparents = [...parents, nodeAsParent];
					while (offset > -1 && offset < nodeAsParent.children.length) {
						const child = nodeAsParent.children[offset];
						const subresult = factory(child, offset, grandparents)();
						if (subresult[0] === false) return subresult;
						offset = typeof subresult[1] === "number" ? subresult[1] : offset + step;
					}
				}
			}
			if (exit && matches) {
				const exitResult = toResult(exit(node, parents, index));
				if (exitResult[0] === "skip") throw new Error("Unexpected value `" + exitResult[0] + "` from `exit`, expected `CONTINUE`, `EXIT`, index, or nothing");
				if (exitResult[0] === false || typeof exitResult[1] === "number") return exitResult;
			}
			return result;
		}
	}
}
/**
* Turn a return value into a clean result.
*
* @param {VisitorResult} value
*   Valid return values from visitors.
* @returns {Readonly<ActionTuple>}
*   Clean result.
*/
function toResult(value) {
	if (Array.isArray(value)) return value;
	if (typeof value === "number") return [true, value];
	return value === null || value === void 0 ? empty : [value];
}

// node_modules/unist-util-visit/lib/index.js
/**
* @import {Node as UnistNode, Parent as UnistParent} from 'unist'
* @import {
*   InclusiveDescendant,
*   Matches,
*   Visitors as ParentsVisitors,
*   VisitorResult,
*   VisitorResultExit
* } from 'unist-util-visit-parents'
*/
/**
* @typedef {Exclude<import('unist-util-is').Test, undefined> | undefined} Test
*   Test from `unist-util-is`.
*
*   Note: we have remove and add `undefined`, because otherwise when generating
*   automatic `.d.ts` files, TS tries to flatten paths from a local perspective,
*   which doesn’t work when publishing on npm.
*/
/**
* @typedef {(
*   Node extends UnistParent
*   ? Node extends {children: Array<infer Children>}
*     ? Child extends Children ? Node : never
*     : never
*   : never
* )} InternalParent
*   Collect nodes that can be parents of `Child`.
* @template {UnistNode} Node
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {InternalParent<InclusiveDescendant<Tree>, Child>} Parent
*   Collect nodes in `Tree` that can be parents of `Child`.
* @template {UnistNode} Tree
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @callback Visitor
*   Handle a node (matching `test`, if given) before its children.
*
*   Like `Visitor` in `unist-util-visit-parents`,
*   but with `index` and `parent` instead of `parents`.
* @param {Visited} node
*   Found node.
* @param {Visited extends UnistNode ? number | undefined : never} index
*   Index of `node` in `parent`,
*   or `undefined` for the tree itself.
* @param {Ancestor extends UnistParent ? Ancestor | undefined : never} parent
*   Parent of `node`,
*   or `undefined` for the tree itself.
* @returns {VisitorResult}
*   What to do next.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
*/
/**
* @callback VisitorExit
*   Handle a node (matching `test`, if given) after its children.
*
*   Like `VisitorExit` in `unist-util-visit-parents`,
*   but with `index` and `parent` instead of `parents`.
* @param {Visited} node
*   Found node.
* @param {Visited extends UnistNode ? number | undefined : never} index
*   Index of `node` in `parent`,
*   or `undefined` for the tree itself.
* @param {Ancestor extends UnistParent ? Ancestor | undefined : never} parent
*   Parent of `node`,
*   or `undefined` for the tree itself.
* @returns {VisitorResultExit}
*   What to do next.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
*/
/**
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
* @typedef Visitors
*   Handle nodes when entering and exiting them.
*
*   Like `Visitors` in `unist-util-visit-parents`.
* @property {Visitor<Visited, Ancestor> | null | undefined} [enter]
*   Handle a node before its children (optional).
* @property {VisitorExit<Visited, Ancestor>} exit
*   Handle a node after its children.
*/
/**
* @typedef {Visitor<Visited, Parent<Ancestor, Visited>>} BuildVisitorFromMatch
*   Build a typed `Visitor` function from a node and all possible parents.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} Visited
*   Node type.
* @template {UnistParent} Ancestor
*   Parent type.
*/
/**
* @typedef {(
*   BuildVisitorFromMatch<
*     Matches<Descendant, Check>,
*     Extract<Descendant, UnistParent>
*   >
* )} BuildVisitorFromDescendants
*   Build a typed `Visitor` function from a list of descendants and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} Descendant
*   Node type.
* @template {Test} Check
*   Test type.
*/
/**
* @typedef {(
*   BuildVisitorFromDescendants<
*     InclusiveDescendant<Tree>,
*     Check
*   >
* )} BuildVisitor
*   Build a typed `Visitor` function from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} [Tree=UnistNode]
*   Node type.
* @template {Test} [Check=Test]
*   Test type.
*/
/**
* @typedef {(
*   Visitors<
*     Matches<InclusiveDescendant<Tree>, Check>,
*     Parent<
*       Extract<InclusiveDescendant<Tree>, UnistParent>,
*       Matches<InclusiveDescendant<Tree>, Check>
*     >
*   >
* )} BuildVisitors
*   Build typed `Visitors` from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} [Tree=UnistNode]
*   Node type.
* @template {Test} [Check=Test]
*   Test type.
*/
/**
* Visit nodes.
*
* This algorithm performs *depth-first* *tree traversal* in *preorder*
* (**NLR**) or if `reverse` is given,
* in *reverse preorder* (**NRL**).
* An `exit` visitor is called in *postorder* (**LRN**)
* or if `reverse` is given, in *reverse postorder* (**RLN**).
*
* You can choose which nodes are visited by passing a `test`.
* For complex tests, you should test yourself in a visitor, as it will be
* faster and will have improved type information.
*
* Walking the tree is an intensive task.
* Make use of the return values of the visitor when possible.
* Instead of walking a tree multiple times, walk it once, use `unist-util-is`
* to check if a node matches, and then perform different operations.
*
* You can change the tree.
* Changes inside a node made when entering it are walked,
* changes made when exiting it are not.
* See `Visitor` and `VisitorExit` for more info.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {Check} check
*   `unist-util-is`-compatible test.
* @param {BuildVisitor<Tree, Check> | BuildVisitors<Tree, Check>} visitors
*   Handle each node when entering it,
*   or `{enter, exit}` to also handle it when exiting it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {BuildVisitor<Tree> | BuildVisitors<Tree>} visitors
*   Handle each node when entering it,
*   or `{enter, exit}` to also handle it when exiting it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @param {UnistNode} tree
*   Tree to traverse.
* @param {Visitor | Visitors | Test} testOrEnterOrVisitors
*   `unist-util-is`-compatible test, `enter`, or `visitors`.
* @param {Visitor | Visitors | boolean | null | undefined} [enterOrVisitorsOrReverse]
*   `enter`, `visitors`, or `reverse` after a test.
* @param {boolean | null | undefined} [maybeReverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @template {UnistNode} Tree
*   Node type.
* @template {Test} Check
*   `unist-util-is`-compatible test.
*/
function visit(tree, testOrEnterOrVisitors, enterOrVisitorsOrReverse, maybeReverse) {
	/** @type {Test} */
	let check;
	/** @type {Visitor | Visitors} */
	let visitors;
	/** @type {boolean | null | undefined} */
	let reverse;
	if (typeof enterOrVisitorsOrReverse === "function" || enterOrVisitorsOrReverse && typeof enterOrVisitorsOrReverse === "object") {
		check = testOrEnterOrVisitors;
		visitors = enterOrVisitorsOrReverse;
		reverse = maybeReverse;
	} else {
		visitors = testOrEnterOrVisitors;
		reverse = enterOrVisitorsOrReverse;
	}
	if (typeof visitors === "function") visitParents(tree, check, wrap(visitors), reverse);
	else visitParents(tree, check, wrapVisitors(visitors), reverse);
}
/**
* Turn `visit` visitors into `visitParents` visitors.
*
* @param {Visitors} visitors
*   Visitors for `visit`.
* @returns {ParentsVisitors}
*   Visitors for `visitParents`.
*/
function wrapVisitors(visitors) {
	if (!visitors || typeof visitors !== "object") return visitors;
	return {
		enter: typeof visitors.enter === "function" ? wrap(visitors.enter) : visitors.enter,
		exit: typeof visitors.exit === "function" ? wrap(visitors.exit) : visitors.exit
	};
}
/**
* Turn a `visit` visitor into a `visitParents` one.
*
* @template {VisitorResult} Result
*   Result type.
* @param {(node: UnistNode, index: number | undefined, parent: UnistParent | undefined) => Result} visitor
*   Visitor for `visit`.
* @returns {(node: UnistNode, parents: Array<UnistParent>, index: number | undefined) => Result}
*   Visitor for `visitParents`.
*/
function wrap(visitor) {
	return overload;
	/**
	* Call `visitor` with `index` and `parent` instead of `parents`.
	*
	* @param {UnistNode} node
	*   Visited node.
	* @param {Array<UnistParent>} parents
	*   Ancestors of `node`.
	* @param {number | undefined} index
	*   Index of `node` in its parent.
	* @returns {Result}
	*   What to do next.
	*/
	function overload(node, parents, index) {
		return visitor(node, index, parents[parents.length - 1]);
	}
}

// node_modules/mdast-util-to-string/lib/index.js
/**
* @typedef {import('mdast').Nodes} Nodes
*
* @typedef Options
*   Configuration (optional).
* @property {boolean | null | undefined} [includeImageAlt=true]
*   Whether to use `alt` for `image`s (default: `true`).
* @property {boolean | null | undefined} [includeHtml=true]
*   Whether to use `value` of HTML (default: `true`).
*/
/** @type {Options} */
const emptyOptions = {};
/**
* Get the text content of a node or list of nodes.
*
* Prefers the node’s plain-text fields, otherwise serializes its children,
* and if the given value is an array, serialize the nodes in it.
*
* @param {unknown} [value]
*   Thing to serialize, typically `Node`.
* @param {Options | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Serialized `value`.
*/
function toString(value, options) {
	const settings = options || emptyOptions;
	return one(value, typeof settings.includeImageAlt === "boolean" ? settings.includeImageAlt : true, typeof settings.includeHtml === "boolean" ? settings.includeHtml : true);
}
/**
* One node or several nodes.
*
* @param {unknown} value
*   Thing to serialize.
* @param {boolean} includeImageAlt
*   Include image `alt`s.
* @param {boolean} includeHtml
*   Include HTML.
* @returns {string}
*   Serialized node.
*/
function one(value, includeImageAlt, includeHtml) {
	if (node$1(value)) {
		if ("value" in value) return value.type === "html" && !includeHtml ? "" : value.value;
		if (includeImageAlt && "alt" in value && value.alt) return value.alt;
		if ("children" in value) return all(value.children, includeImageAlt, includeHtml);
	}
	if (Array.isArray(value)) return all(value, includeImageAlt, includeHtml);
	return "";
}
/**
* Serialize a list of nodes.
*
* @param {Array<unknown>} values
*   Thing to serialize.
* @param {boolean} includeImageAlt
*   Include image `alt`s.
* @param {boolean} includeHtml
*   Include HTML.
* @returns {string}
*   Serialized nodes.
*/
function all(values, includeImageAlt, includeHtml) {
	/** @type {Array<string>} */
	const result = [];
	let index = -1;
	while (++index < values.length) result[index] = one(values[index], includeImageAlt, includeHtml);
	return result.join("");
}
/**
* Check if `value` looks like a node.
*
* @param {unknown} value
*   Thing.
* @returns {value is Nodes}
*   Whether `value` is a node.
*/
function node$1(value) {
	return Boolean(value && typeof value === "object");
}

// node_modules/mdast-util-to-markdown/lib/util/format-heading-as-setext.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Heading} from 'mdast'
*/
/**
* Checks if a heading can be formatted as a setext heading.
*
* @param {Heading} node
*   Node to check.
* @param {State} state
*   Info passed around.
* @returns {boolean}
*   Whether the heading can be formatted as a setext heading.
*/
function formatHeadingAsSetext(node, state) {
	let literalWithBreak = false;
	visit(node, function(node) {
		if ("value" in node && /\r?\n|\r/.test(node.value) || node.type === "break") {
			literalWithBreak = true;
			return false;
		}
	});
	return Boolean((!node.depth || node.depth < 3) && toString(node) && (state.options.setext || literalWithBreak));
}

// node_modules/mdast-util-to-markdown/lib/handle/heading.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Heading, Parents} from 'mdast'
*/
/**
* Serialize a heading node.
*
* @param {Heading} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function heading(node, _, state, info) {
	const rank = Math.max(Math.min(6, node.depth || 1), 1);
	const tracker = state.createTracker(info);
	if (formatHeadingAsSetext(node, state)) {
		const exit = state.enter("headingSetext");
		const subexit = state.enter("phrasing");
		const value = state.containerPhrasing(node, {
			...tracker.current(),
			before: "\n",
			after: "\n"
		});
		subexit();
		exit();
		return value + "\n" + (rank === 1 ? "=" : "-").repeat(value.length - (Math.max(value.lastIndexOf("\r"), value.lastIndexOf("\n")) + 1));
	}
	const sequence = "#".repeat(rank);
	const exit = state.enter("headingAtx");
	const subexit = state.enter("phrasing");
	tracker.move(sequence + " ");
	let value = state.containerPhrasing(node, {
		before: "# ",
		after: "\n",
		...tracker.current()
	});
	const head = value.charCodeAt(0);
	if (head === 9 || head === 32) value = encodeCharacterReference(head) + value.slice(1);
	value = value ? sequence + " " + value : sequence;
	if (state.options.closeAtx) value += " " + sequence;
	subexit();
	exit();
	return value;
}

// node_modules/mdast-util-to-markdown/lib/handle/html.js
/**
* @import {Html} from 'mdast'
*/
html$1.peek = htmlPeek;
/**
* Serialize an HTML node.
*
* @param {Html} node
*   Node to serialize.
* @returns {string}
*   Serialized markdown.
*/
function html$1(node) {
	return node.value || "";
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function htmlPeek() {
	return "<";
}

// node_modules/mdast-util-to-markdown/lib/handle/image.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Image, Parents} from 'mdast'
*/
image.peek = imagePeek;
/**
* Serialize an image node.
*
* @param {Image} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function image(node, _, state, info) {
	const quote = checkQuote(state);
	const suffix = quote === "\"" ? "Quote" : "Apostrophe";
	const exit = state.enter("image");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("![");
	value += tracker.move(state.safe(node.alt, {
		before: value,
		after: "]",
		...tracker.current()
	}));
	value += tracker.move("](");
	subexit();
	if (!node.url && node.title || /[\0- \u007F]/.test(node.url)) {
		subexit = state.enter("destinationLiteral");
		value += tracker.move("<");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
	} else {
		subexit = state.enter("destinationRaw");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: node.title ? " " : ")",
			...tracker.current()
		}));
	}
	subexit();
	if (node.title) {
		subexit = state.enter(`title${suffix}`);
		value += tracker.move(" " + quote);
		value += tracker.move(state.safe(node.title, {
			before: value,
			after: quote,
			...tracker.current()
		}));
		value += tracker.move(quote);
		subexit();
	}
	value += tracker.move(")");
	exit();
	return value;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function imagePeek() {
	return "!";
}

// node_modules/mdast-util-to-markdown/lib/handle/image-reference.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {ImageReference, Parents} from 'mdast'
*/
imageReference.peek = imageReferencePeek;
/**
* Serialize an image reference node.
*
* @param {ImageReference} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function imageReference(node, _, state, info) {
	const type = node.referenceType;
	const exit = state.enter("imageReference");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("![");
	const alt = state.safe(node.alt, {
		before: value,
		after: "]",
		...tracker.current()
	});
	value += tracker.move(alt + "][");
	subexit();
	const stack = state.stack;
	state.stack = stack.filter(function(d) {
		return d !== "phrasing";
	});
	subexit = state.enter("reference");
	const reference = state.safe(state.associationId(node), {
		before: value,
		after: "]",
		...tracker.current()
	});
	subexit();
	state.stack = stack;
	exit();
	if (type === "full" || !alt || alt !== reference) value += tracker.move(reference + "]");
	else if (type === "shortcut") value = value.slice(0, -1);
	else value += tracker.move("]");
	return value;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function imageReferencePeek() {
	return "!";
}

// node_modules/mdast-util-to-markdown/lib/handle/inline-code.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {InlineCode, Parents} from 'mdast'
*/
inlineCode.peek = inlineCodePeek;
/**
* Serialize an inline code node.
*
* @param {InlineCode} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Serialized markdown.
*/
function inlineCode(node, _, state) {
	let value = node.value || "";
	let sequence = "`";
	let index = -1;
	while (new RegExp("(^|[^`])" + sequence + "([^`]|$)").test(value)) sequence += "`";
	if (/[^\n\r ]/.test(value) && (/^[\n\r ]/.test(value) && /[\n\r ]$/.test(value) || /^`|`$/.test(value))) value = " " + value + " ";
	while (++index < state.unsafe.length) {
		const pattern = state.unsafe[index];
		const expression = state.compilePattern(pattern);
		if (!pattern.atBreak) continue;
		/** @type {RegExpExecArray | null} */
		let match;
		while (match = expression.exec(value)) {
			let position = match.index;
			if (value.charCodeAt(position) === 10 && value.charCodeAt(position - 1) === 13) position--;
			value = value.slice(0, position) + " " + value.slice(match.index + 1);
		}
	}
	return sequence + value + sequence;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function inlineCodePeek() {
	return "`";
}

// node_modules/mdast-util-to-markdown/lib/util/format-link-as-autolink.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Link} from 'mdast'
*/
/**
* Checks if a link can be formatted as an autolink.
*
* @param {Link} node
*   Node to check.
* @param {State} state
*   Info passed around.
* @returns {boolean}
*   Whether the link can be formatted as an autolink.
*/
function formatLinkAsAutolink(node, state) {
	const raw = toString(node);
	return Boolean(!state.options.resourceLink && node.url && !node.title && node.children && node.children.length === 1 && node.children[0].type === "text" && (raw === node.url || "mailto:" + raw === node.url) && /^[a-z][+\-.a-z]+:/i.test(node.url) && !/[\0- <>\u007F]/.test(node.url));
}

// node_modules/mdast-util-to-markdown/lib/handle/link.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Link, Parents} from 'mdast'
* @import {Exit} from '../types.js'
*/
link.peek = linkPeek;
/**
* Serialize a link node.
*
* @param {Link} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function link(node, _, state, info) {
	const quote = checkQuote(state);
	const suffix = quote === "\"" ? "Quote" : "Apostrophe";
	const tracker = state.createTracker(info);
	if (formatLinkAsAutolink(node, state)) {
		const stack = state.stack;
		state.stack = stack.filter(function(d) {
			return d !== "phrasing";
		});
		const exit = state.enter("autolink");
		let value = tracker.move("<");
		value += tracker.move(state.containerPhrasing(node, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
		exit();
		state.stack = stack;
		return value;
	}
	const exit = state.enter("link");
	let subexit = state.enter("label");
	let value = tracker.move("[");
	const text = state.containerPhrasing(node, {
		before: value,
		after: "](",
		...tracker.current()
	});
	value += tracker.move(text);
	subexit();
	value += tracker.move("](");
	const enclose = /[\0- \u007F]/.test(node.url);
	const last = info.before.charAt(info.before.length - 1);
	let title = node.title || void 0;
	if (!title && !enclose && (last === "\n" || last === "\r")) {
		let index = 0;
		while (index < text.length && text.charCodeAt(index) !== 93) index += text.charCodeAt(index) === 92 ? 2 : 1;
		if (text.charCodeAt(index + 1) === 58) title = "";
	}
	if (!node.url && typeof title === "string" || enclose) {
		subexit = state.enter("destinationLiteral");
		value += tracker.move("<");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
	} else {
		subexit = state.enter("destinationRaw");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: typeof title === "string" ? " " : ")",
			...tracker.current()
		}));
	}
	subexit();
	if (typeof title === "string") {
		subexit = state.enter(`title${suffix}`);
		value += tracker.move(" " + quote);
		value += tracker.move(state.safe(title, {
			before: value,
			after: quote,
			...tracker.current()
		}));
		value += tracker.move(quote);
		subexit();
	}
	value += tracker.move(")");
	exit();
	return value;
}
/**
* Peek at this node.
*
* @param {Link} node
*   Node to peek at.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Start of the serialized markdown.
*/
function linkPeek(node, _, state) {
	return formatLinkAsAutolink(node, state) ? "<" : "[";
}

// node_modules/mdast-util-to-markdown/lib/handle/link-reference.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {LinkReference, Parents} from 'mdast'
*/
linkReference.peek = linkReferencePeek;
/**
* Serialize a link reference node.
*
* @param {LinkReference} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function linkReference(node, _, state, info) {
	const type = node.referenceType;
	const exit = state.enter("linkReference");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("[");
	const text = state.containerPhrasing(node, {
		before: value,
		after: "]",
		...tracker.current()
	});
	value += tracker.move(text + "][");
	subexit();
	const stack = state.stack;
	state.stack = stack.filter(function(d) {
		return d !== "phrasing";
	});
	subexit = state.enter("reference");
	const reference = state.safe(state.associationId(node), {
		before: value,
		after: "]",
		...tracker.current()
	});
	subexit();
	state.stack = stack;
	exit();
	if (type === "full" || !text || text !== reference) value += tracker.move(reference + "]");
	else if (type === "shortcut") value = value.slice(0, -1);
	else value += tracker.move("]");
	return value;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function linkReferencePeek() {
	return "[";
}

// node_modules/mdast-util-to-markdown/lib/util/check-bullet.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred list bullet option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['bullet'], null | undefined>}
*   Preferred list bullet.
*/
function checkBullet(state) {
	const marker = state.options.bullet || "*";
	if (marker !== "*" && marker !== "+" && marker !== "-") throw new Error("Cannot serialize items with `" + marker + "` for `options.bullet`, expected `*`, `+`, or `-`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/util/check-bullet-other.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred alternate list bullet option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['bullet'], null | undefined>}
*   Preferred alternate list bullet.
*/
function checkBulletOther(state) {
	const bullet = checkBullet(state);
	const bulletOther = state.options.bulletOther;
	if (!bulletOther) return bullet === "*" ? "-" : "*";
	if (bulletOther !== "*" && bulletOther !== "+" && bulletOther !== "-") throw new Error("Cannot serialize items with `" + bulletOther + "` for `options.bulletOther`, expected `*`, `+`, or `-`");
	if (bulletOther === bullet) throw new Error("Expected `bullet` (`" + bullet + "`) and `bulletOther` (`" + bulletOther + "`) to be different");
	return bulletOther;
}

// node_modules/mdast-util-to-markdown/lib/util/check-bullet-ordered.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred ordered list bullet option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['bulletOrdered'], null | undefined>}
*   Preferred ordered list bullet.
*/
function checkBulletOrdered(state) {
	const marker = state.options.bulletOrdered || ".";
	if (marker !== "." && marker !== ")") throw new Error("Cannot serialize items with `" + marker + "` for `options.bulletOrdered`, expected `.` or `)`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/util/check-rule.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred rule option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['rule'], null | undefined>}
*   Preferred rule marker.
*/
function checkRule(state) {
	const marker = state.options.rule || "*";
	if (marker !== "*" && marker !== "-" && marker !== "_") throw new Error("Cannot serialize rules with `" + marker + "` for `options.rule`, expected `*`, `-`, or `_`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/handle/list.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {List, Parents} from 'mdast'
*/
/**
* Serialize a list node.
*
* @param {List} node
*   Node to serialize.
* @param {Parents | undefined} parent
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function list(node, parent, state, info) {
	const exit = state.enter("list");
	const bulletCurrent = state.bulletCurrent;
	/** @type {string} */
	let bullet = node.ordered ? checkBulletOrdered(state) : checkBullet(state);
	/** @type {string} */
	const bulletOther = node.ordered ? bullet === "." ? ")" : "." : checkBulletOther(state);
	let useDifferentMarker = parent && state.bulletLastUsed ? bullet === state.bulletLastUsed : false;
	if (!node.ordered) {
		const firstListItem = node.children ? node.children[0] : void 0;
		if ((bullet === "*" || bullet === "-") && firstListItem && (!firstListItem.children || !firstListItem.children[0]) && state.stack[state.stack.length - 1] === "list" && state.stack[state.stack.length - 2] === "listItem" && state.stack[state.stack.length - 3] === "list" && state.stack[state.stack.length - 4] === "listItem" && state.indexStack[state.indexStack.length - 1] === 0 && state.indexStack[state.indexStack.length - 2] === 0 && state.indexStack[state.indexStack.length - 3] === 0) useDifferentMarker = true;
		if (checkRule(state) === bullet && firstListItem) {
			let index = -1;
			while (++index < node.children.length) {
				const item = node.children[index];
				if (item && item.type === "listItem" && item.children && item.children[0] && item.children[0].type === "thematicBreak") {
					useDifferentMarker = true;
					break;
				}
			}
		}
	}
	if (useDifferentMarker) bullet = bulletOther;
	state.bulletCurrent = bullet;
	const value = state.containerFlow(node, info);
	state.bulletLastUsed = bullet;
	state.bulletCurrent = bulletCurrent;
	exit();
	return value;
}

// node_modules/mdast-util-to-markdown/lib/util/check-list-item-indent.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred list item indent option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['listItemIndent'], null | undefined>}
*   Preferred list item indent.
*/
function checkListItemIndent(state) {
	const style = state.options.listItemIndent || "one";
	if (style !== "tab" && style !== "one" && style !== "mixed") throw new Error("Cannot serialize items with `" + style + "` for `options.listItemIndent`, expected `tab`, `one`, or `mixed`");
	return style;
}

// node_modules/mdast-util-to-markdown/lib/handle/list-item.js
/**
* @import {Info, Map, State} from 'mdast-util-to-markdown'
* @import {ListItem, Parents} from 'mdast'
*/
/**
* Serialize a list item node.
*
* @param {ListItem} node
*   Node to serialize.
* @param {Parents | undefined} parent
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function listItem(node, parent, state, info) {
	const listItemIndent = checkListItemIndent(state);
	let bullet = state.bulletCurrent || checkBullet(state);
	if (parent && parent.type === "list" && parent.ordered) bullet = (typeof parent.start === "number" && parent.start > -1 ? parent.start : 1) + (state.options.incrementListMarker === false ? 0 : parent.children.indexOf(node)) + bullet;
	let size = bullet.length + 1;
	if (listItemIndent === "tab" || listItemIndent === "mixed" && (parent && parent.type === "list" && parent.spread || node.spread)) size = Math.ceil(size / 4) * 4;
	const tracker = state.createTracker(info);
	tracker.move(bullet + " ".repeat(size - bullet.length));
	tracker.shift(size);
	const exit = state.enter("listItem");
	const value = state.indentLines(state.containerFlow(node, tracker.current()), map);
	exit();
	return value;
	/**
	* Indent lines of the list item.
	*
	* @type {Map}
	*/
	function map(line, index, blank) {
		if (index) return (blank ? "" : " ".repeat(size)) + line;
		return (blank ? bullet : bullet + " ".repeat(size - bullet.length)) + line;
	}
}

// node_modules/mdast-util-to-markdown/lib/handle/paragraph.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Paragraph, Parents} from 'mdast'
*/
/**
* Serialize a paragraph node.
*
* @param {Paragraph} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function paragraph(node, _, state, info) {
	const exit = state.enter("paragraph");
	const subexit = state.enter("phrasing");
	const value = state.containerPhrasing(node, info);
	subexit();
	exit();
	return value;
}

// node_modules/mdast-util-to-markdown/lib/handle/root.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Parents, Root} from 'mdast'
*/
/**
* Serialize a root node.
*
* @param {Root} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function root(node, _, state, info) {
	if (!node.children.some(function(d) {
		return phrasing$2(d);
	})) return state.containerFlow(node, info);
	const exit = state.enter("phrasing");
	const value = state.containerPhrasing(node, info);
	exit();
	return value;
}

// node_modules/mdast-util-to-markdown/lib/util/check-strong.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred strong option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['strong'], null | undefined>}
*   Preferred strong marker.
*/
function checkStrong(state) {
	const marker = state.options.strong || "*";
	if (marker !== "*" && marker !== "_") throw new Error("Cannot serialize strong with `" + marker + "` for `options.strong`, expected `*`, or `_`");
	return marker;
}

// node_modules/mdast-util-to-markdown/lib/handle/strong.js
/**
* @import {AttentionInfo, Info, State} from 'mdast-util-to-markdown'
* @import {Parents, Strong} from 'mdast'
*/
strong.attention = attention;
strong.peek = peek;
/**
* Serialize a strong node.
*
* Attention is properly handled by `containerPhrasing`.
*
* @param {Strong} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function strong(node, _, state, info) {
	const exit = state.enter("phrasing");
	const item = attentionItem(node, attention, state, state.createTracker(info));
	const value = item ? serialize$1([item], info.before, info.after) : "";
	exit();
	return value;
}
/**
* Serialize a strong node as attention.
*
* @param {Strong} _
*   Node to serialize.
* @param {State} state
*   Info passed around.
* @returns {AttentionInfo}
*   Info on how to serialize the node.
*/
function attention(_, state) {
	return {
		construct: "strong",
		markers: checkStrong(state) === "*" ? ["*", "_"] : ["_", "*"],
		sizes: [2]
	};
}
/**
* Peek at this node.
*
* @param {Strong} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Start of the serialized markdown.
*/
function peek(_, _1, state) {
	return state.options.strong || "*";
}

// node_modules/mdast-util-to-markdown/lib/handle/text.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Parents, Text} from 'mdast'
*/
/**
* Serialize a text node.
*
* @param {Text} node
*   Node to serialize.
* @param {Parents | undefined} parent
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function text(node, parent, state, info) {
	/* c8 ignore next -- parent always passed */
	const siblings = parent ? parent.children : [];
	const index = state.indexStack[state.indexStack.length - 1];
	return state.safe(node.value, {
		...info,
		afterNode: siblings[index + 1],
		beforeNode: siblings[index - 1]
	});
}

// node_modules/mdast-util-to-markdown/lib/util/check-rule-repetition.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred rule repetition option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['ruleRepetition'], null | undefined>}
*   Preferred rule repetition.
*/
function checkRuleRepetition(state) {
	const repetition = state.options.ruleRepetition || 3;
	if (repetition < 3) throw new Error("Cannot serialize rules with repetition `" + repetition + "` for `options.ruleRepetition`, expected `3` or more");
	return repetition;
}

// node_modules/mdast-util-to-markdown/lib/handle/thematic-break.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Parents, ThematicBreak} from 'mdast'
*/
/**
* Serialize a thematic break node.
*
* @param {ThematicBreak} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Serialized markdown.
*/
function thematicBreak(_, _1, state) {
	const value = (checkRule(state) + (state.options.ruleSpaces ? " " : "")).repeat(checkRuleRepetition(state));
	return state.options.ruleSpaces ? value.slice(0, -1) : value;
}

// node_modules/mdast-util-to-markdown/lib/handle/index.js
/**
* Default (CommonMark) handlers.
*/
const handle = {
	blockquote,
	break: hardBreak,
	code: code$1,
	definition,
	emphasis,
	hardBreak,
	heading,
	html: html$1,
	image,
	imageReference,
	inlineCode,
	link,
	linkReference,
	list,
	listItem,
	paragraph,
	root,
	strong,
	text,
	thematicBreak
};

// node_modules/mdast-util-to-markdown/lib/join.js
/**
* @import {Join} from 'mdast-util-to-markdown'
*/
/** @type {Array<Join>} */
const join$1 = [joinDefaults];
/**
* Default join function.
*
* @type {Join}
*/
function joinDefaults(left, right, parent, state) {
	if (right.type === "code" && formatCodeAsIndented(right, state) && (left.type === "list" || left.type === right.type && formatCodeAsIndented(left, state))) return false;
	if ("spread" in parent && typeof parent.spread === "boolean") {
		if (parent.spread) return 1;
		if (left.type === "html") {
			const kind = htmlKind(left.value);
			if (kind === void 0 || kind === 6 || kind === 7) return 1;
		}
		if (left.type === "blockquote" && right.type === "blockquote") return 1;
		if ((left.type === "definition" || left.type === "paragraph") && right.type === "list" && (right.ordered && typeof right.start === "number" && right.start !== 1 || right.children.length > 0 && right.children[0].children.length === 0)) return 1;
		if (left.type === "paragraph" && right.type === "thematicBreak" && checkRule(state) === "-" && !state.options.ruleSpaces) return 1;
		let tail = left;
		while ((tail.type === "blockquote" || tail.type === "list" || tail.type === "listItem") && tail.children.length > 0) tail = tail.children[tail.children.length - 1];
		if (tail.type !== "definition" && tail.type !== "paragraph") return 0;
		if (right.type === "code" && formatCodeAsIndented(right, state)) return 1;
		if (right.type === "html") {
			const kind = htmlKind(right.value);
			if (kind === void 0 || kind === 7) return 1;
		}
		if ((left.type === "paragraph" || left !== tail) && (right.type === "definition" || right.type === "heading" && formatHeadingAsSetext(right, state) || right.type === "paragraph")) return 1;
		return 0;
	}
}

// node_modules/mdast-util-to-markdown/lib/unsafe.js
/**
* @import {ConstructName, Unsafe} from 'mdast-util-to-markdown'
*/
/**
* List of constructs that occur in phrasing (paragraphs, headings), but cannot
* contain things like attention (emphasis, strong), images, or links.
* So they sort of cancel each other out.
* Note: could use a better name.
*
* @type {Array<ConstructName>}
*/
const fullPhrasingSpans = [
	"autolink",
	"destinationLiteral",
	"destinationRaw",
	"reference",
	"titleQuote",
	"titleApostrophe"
];
/** @type {Array<Unsafe>} */
const unsafe = [
	{
		character: "	",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "	",
		before: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "	",
		inConstruct: ["codeFencedLangGraveAccent", "codeFencedLangTilde"]
	},
	{
		character: "\r",
		inConstruct: [
			"codeFencedLangGraveAccent",
			"codeFencedLangTilde",
			"codeFencedMetaGraveAccent",
			"codeFencedMetaTilde",
			"destinationLiteral",
			"headingAtx"
		]
	},
	{
		character: "\n",
		inConstruct: [
			"codeFencedLangGraveAccent",
			"codeFencedLangTilde",
			"codeFencedMetaGraveAccent",
			"codeFencedMetaTilde",
			"destinationLiteral",
			"headingAtx"
		]
	},
	{
		character: "\r",
		before: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "\r",
		after: "\\r",
		inConstruct: "phrasing"
	},
	{
		character: "\n",
		before: "\\n",
		inConstruct: "phrasing"
	},
	{
		character: "\n",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: " ",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: " ",
		before: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: " ",
		inConstruct: ["codeFencedLangGraveAccent", "codeFencedLangTilde"]
	},
	{
		character: "!",
		after: "\\[",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		character: "\"",
		inConstruct: "titleQuote"
	},
	{
		atBreak: true,
		character: "#"
	},
	{
		character: "#",
		inConstruct: "headingAtx",
		after: "(?:[\r\n]|$)"
	},
	{
		character: "&",
		after: "[#A-Za-z]",
		inConstruct: [
			"codeFencedLangGraveAccent",
			"codeFencedLangTilde",
			"codeFencedMetaGraveAccent",
			"codeFencedMetaTilde",
			"destinationLiteral",
			"destinationRaw",
			"phrasing",
			"titleApostrophe",
			"titleQuote"
		]
	},
	{
		character: "'",
		inConstruct: "titleApostrophe"
	},
	{
		character: "(",
		inConstruct: "destinationRaw"
	},
	{
		before: "\\]",
		character: "(",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		before: "\\d+",
		character: ")"
	},
	{
		character: ")",
		inConstruct: "destinationRaw"
	},
	{
		atBreak: true,
		character: "*",
		after: "(?:[ 	\r\n*])"
	},
	{
		character: "*",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		character: "+",
		after: "(?:[ 	\r\n])"
	},
	{
		atBreak: true,
		character: "-",
		after: "(?:[ 	\r\n-])"
	},
	{
		atBreak: true,
		before: "\\d+",
		character: ".",
		after: "(?:[ 	\r\n]|$)"
	},
	{
		atBreak: true,
		character: "<",
		after: "[!/?A-Za-z]"
	},
	{
		character: "<",
		after: "[!/?A-Za-z]",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		character: "<",
		inConstruct: "destinationLiteral"
	},
	{
		atBreak: true,
		character: "="
	},
	{
		atBreak: true,
		character: ">"
	},
	{
		character: ">",
		inConstruct: "destinationLiteral"
	},
	{
		atBreak: true,
		character: "["
	},
	{
		character: "[",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		character: "[",
		inConstruct: ["label", "reference"]
	},
	{
		character: "\\",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "]",
		inConstruct: ["label", "reference"]
	},
	{
		atBreak: true,
		character: "_"
	},
	{
		character: "_",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		character: "`"
	},
	{
		character: "`",
		inConstruct: ["codeFencedLangGraveAccent", "codeFencedMetaGraveAccent"]
	},
	{
		character: "`",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		character: "~"
	},
	{
		character: "<",
		inConstruct: "autolink"
	},
	{
		character: ">",
		inConstruct: "autolink"
	},
	{
		character: "",
		inConstruct: "autolink"
	}
];
let code = -1;
while (++code < 33) unsafe.push({
	character: String.fromCharCode(code),
	inConstruct: "autolink"
});

// node_modules/character-entities/index.js
/**
* Map of named character references.
*
* @type {Record<string, string>}
*/
const characterEntities = {
	AElig: "Æ",
	AMP: "&",
	Aacute: "Á",
	Abreve: "Ă",
	Acirc: "Â",
	Acy: "А",
	Afr: "𝔄",
	Agrave: "À",
	Alpha: "Α",
	Amacr: "Ā",
	And: "⩓",
	Aogon: "Ą",
	Aopf: "𝔸",
	ApplyFunction: "⁡",
	Aring: "Å",
	Ascr: "𝒜",
	Assign: "≔",
	Atilde: "Ã",
	Auml: "Ä",
	Backslash: "∖",
	Barv: "⫧",
	Barwed: "⌆",
	Bcy: "Б",
	Because: "∵",
	Bernoullis: "ℬ",
	Beta: "Β",
	Bfr: "𝔅",
	Bopf: "𝔹",
	Breve: "˘",
	Bscr: "ℬ",
	Bumpeq: "≎",
	CHcy: "Ч",
	COPY: "©",
	Cacute: "Ć",
	Cap: "⋒",
	CapitalDifferentialD: "ⅅ",
	Cayleys: "ℭ",
	Ccaron: "Č",
	Ccedil: "Ç",
	Ccirc: "Ĉ",
	Cconint: "∰",
	Cdot: "Ċ",
	Cedilla: "¸",
	CenterDot: "·",
	Cfr: "ℭ",
	Chi: "Χ",
	CircleDot: "⊙",
	CircleMinus: "⊖",
	CirclePlus: "⊕",
	CircleTimes: "⊗",
	ClockwiseContourIntegral: "∲",
	CloseCurlyDoubleQuote: "”",
	CloseCurlyQuote: "’",
	Colon: "∷",
	Colone: "⩴",
	Congruent: "≡",
	Conint: "∯",
	ContourIntegral: "∮",
	Copf: "ℂ",
	Coproduct: "∐",
	CounterClockwiseContourIntegral: "∳",
	Cross: "⨯",
	Cscr: "𝒞",
	Cup: "⋓",
	CupCap: "≍",
	DD: "ⅅ",
	DDotrahd: "⤑",
	DJcy: "Ђ",
	DScy: "Ѕ",
	DZcy: "Џ",
	Dagger: "‡",
	Darr: "↡",
	Dashv: "⫤",
	Dcaron: "Ď",
	Dcy: "Д",
	Del: "∇",
	Delta: "Δ",
	Dfr: "𝔇",
	DiacriticalAcute: "´",
	DiacriticalDot: "˙",
	DiacriticalDoubleAcute: "˝",
	DiacriticalGrave: "`",
	DiacriticalTilde: "˜",
	Diamond: "⋄",
	DifferentialD: "ⅆ",
	Dopf: "𝔻",
	Dot: "¨",
	DotDot: "⃜",
	DotEqual: "≐",
	DoubleContourIntegral: "∯",
	DoubleDot: "¨",
	DoubleDownArrow: "⇓",
	DoubleLeftArrow: "⇐",
	DoubleLeftRightArrow: "⇔",
	DoubleLeftTee: "⫤",
	DoubleLongLeftArrow: "⟸",
	DoubleLongLeftRightArrow: "⟺",
	DoubleLongRightArrow: "⟹",
	DoubleRightArrow: "⇒",
	DoubleRightTee: "⊨",
	DoubleUpArrow: "⇑",
	DoubleUpDownArrow: "⇕",
	DoubleVerticalBar: "∥",
	DownArrow: "↓",
	DownArrowBar: "⤓",
	DownArrowUpArrow: "⇵",
	DownBreve: "̑",
	DownLeftRightVector: "⥐",
	DownLeftTeeVector: "⥞",
	DownLeftVector: "↽",
	DownLeftVectorBar: "⥖",
	DownRightTeeVector: "⥟",
	DownRightVector: "⇁",
	DownRightVectorBar: "⥗",
	DownTee: "⊤",
	DownTeeArrow: "↧",
	Downarrow: "⇓",
	Dscr: "𝒟",
	Dstrok: "Đ",
	ENG: "Ŋ",
	ETH: "Ð",
	Eacute: "É",
	Ecaron: "Ě",
	Ecirc: "Ê",
	Ecy: "Э",
	Edot: "Ė",
	Efr: "𝔈",
	Egrave: "È",
	Element: "∈",
	Emacr: "Ē",
	EmptySmallSquare: "◻",
	EmptyVerySmallSquare: "▫",
	Eogon: "Ę",
	Eopf: "𝔼",
	Epsilon: "Ε",
	Equal: "⩵",
	EqualTilde: "≂",
	Equilibrium: "⇌",
	Escr: "ℰ",
	Esim: "⩳",
	Eta: "Η",
	Euml: "Ë",
	Exists: "∃",
	ExponentialE: "ⅇ",
	Fcy: "Ф",
	Ffr: "𝔉",
	FilledSmallSquare: "◼",
	FilledVerySmallSquare: "▪",
	Fopf: "𝔽",
	ForAll: "∀",
	Fouriertrf: "ℱ",
	Fscr: "ℱ",
	GJcy: "Ѓ",
	GT: ">",
	Gamma: "Γ",
	Gammad: "Ϝ",
	Gbreve: "Ğ",
	Gcedil: "Ģ",
	Gcirc: "Ĝ",
	Gcy: "Г",
	Gdot: "Ġ",
	Gfr: "𝔊",
	Gg: "⋙",
	Gopf: "𝔾",
	GreaterEqual: "≥",
	GreaterEqualLess: "⋛",
	GreaterFullEqual: "≧",
	GreaterGreater: "⪢",
	GreaterLess: "≷",
	GreaterSlantEqual: "⩾",
	GreaterTilde: "≳",
	Gscr: "𝒢",
	Gt: "≫",
	HARDcy: "Ъ",
	Hacek: "ˇ",
	Hat: "^",
	Hcirc: "Ĥ",
	Hfr: "ℌ",
	HilbertSpace: "ℋ",
	Hopf: "ℍ",
	HorizontalLine: "─",
	Hscr: "ℋ",
	Hstrok: "Ħ",
	HumpDownHump: "≎",
	HumpEqual: "≏",
	IEcy: "Е",
	IJlig: "Ĳ",
	IOcy: "Ё",
	Iacute: "Í",
	Icirc: "Î",
	Icy: "И",
	Idot: "İ",
	Ifr: "ℑ",
	Igrave: "Ì",
	Im: "ℑ",
	Imacr: "Ī",
	ImaginaryI: "ⅈ",
	Implies: "⇒",
	Int: "∬",
	Integral: "∫",
	Intersection: "⋂",
	InvisibleComma: "⁣",
	InvisibleTimes: "⁢",
	Iogon: "Į",
	Iopf: "𝕀",
	Iota: "Ι",
	Iscr: "ℐ",
	Itilde: "Ĩ",
	Iukcy: "І",
	Iuml: "Ï",
	Jcirc: "Ĵ",
	Jcy: "Й",
	Jfr: "𝔍",
	Jopf: "𝕁",
	Jscr: "𝒥",
	Jsercy: "Ј",
	Jukcy: "Є",
	KHcy: "Х",
	KJcy: "Ќ",
	Kappa: "Κ",
	Kcedil: "Ķ",
	Kcy: "К",
	Kfr: "𝔎",
	Kopf: "𝕂",
	Kscr: "𝒦",
	LJcy: "Љ",
	LT: "<",
	Lacute: "Ĺ",
	Lambda: "Λ",
	Lang: "⟪",
	Laplacetrf: "ℒ",
	Larr: "↞",
	Lcaron: "Ľ",
	Lcedil: "Ļ",
	Lcy: "Л",
	LeftAngleBracket: "⟨",
	LeftArrow: "←",
	LeftArrowBar: "⇤",
	LeftArrowRightArrow: "⇆",
	LeftCeiling: "⌈",
	LeftDoubleBracket: "⟦",
	LeftDownTeeVector: "⥡",
	LeftDownVector: "⇃",
	LeftDownVectorBar: "⥙",
	LeftFloor: "⌊",
	LeftRightArrow: "↔",
	LeftRightVector: "⥎",
	LeftTee: "⊣",
	LeftTeeArrow: "↤",
	LeftTeeVector: "⥚",
	LeftTriangle: "⊲",
	LeftTriangleBar: "⧏",
	LeftTriangleEqual: "⊴",
	LeftUpDownVector: "⥑",
	LeftUpTeeVector: "⥠",
	LeftUpVector: "↿",
	LeftUpVectorBar: "⥘",
	LeftVector: "↼",
	LeftVectorBar: "⥒",
	Leftarrow: "⇐",
	Leftrightarrow: "⇔",
	LessEqualGreater: "⋚",
	LessFullEqual: "≦",
	LessGreater: "≶",
	LessLess: "⪡",
	LessSlantEqual: "⩽",
	LessTilde: "≲",
	Lfr: "𝔏",
	Ll: "⋘",
	Lleftarrow: "⇚",
	Lmidot: "Ŀ",
	LongLeftArrow: "⟵",
	LongLeftRightArrow: "⟷",
	LongRightArrow: "⟶",
	Longleftarrow: "⟸",
	Longleftrightarrow: "⟺",
	Longrightarrow: "⟹",
	Lopf: "𝕃",
	LowerLeftArrow: "↙",
	LowerRightArrow: "↘",
	Lscr: "ℒ",
	Lsh: "↰",
	Lstrok: "Ł",
	Lt: "≪",
	Map: "⤅",
	Mcy: "М",
	MediumSpace: " ",
	Mellintrf: "ℳ",
	Mfr: "𝔐",
	MinusPlus: "∓",
	Mopf: "𝕄",
	Mscr: "ℳ",
	Mu: "Μ",
	NJcy: "Њ",
	Nacute: "Ń",
	Ncaron: "Ň",
	Ncedil: "Ņ",
	Ncy: "Н",
	NegativeMediumSpace: "​",
	NegativeThickSpace: "​",
	NegativeThinSpace: "​",
	NegativeVeryThinSpace: "​",
	NestedGreaterGreater: "≫",
	NestedLessLess: "≪",
	NewLine: "\n",
	Nfr: "𝔑",
	NoBreak: "⁠",
	NonBreakingSpace: "\xA0",
	Nopf: "ℕ",
	Not: "⫬",
	NotCongruent: "≢",
	NotCupCap: "≭",
	NotDoubleVerticalBar: "∦",
	NotElement: "∉",
	NotEqual: "≠",
	NotEqualTilde: "≂̸",
	NotExists: "∄",
	NotGreater: "≯",
	NotGreaterEqual: "≱",
	NotGreaterFullEqual: "≧̸",
	NotGreaterGreater: "≫̸",
	NotGreaterLess: "≹",
	NotGreaterSlantEqual: "⩾̸",
	NotGreaterTilde: "≵",
	NotHumpDownHump: "≎̸",
	NotHumpEqual: "≏̸",
	NotLeftTriangle: "⋪",
	NotLeftTriangleBar: "⧏̸",
	NotLeftTriangleEqual: "⋬",
	NotLess: "≮",
	NotLessEqual: "≰",
	NotLessGreater: "≸",
	NotLessLess: "≪̸",
	NotLessSlantEqual: "⩽̸",
	NotLessTilde: "≴",
	NotNestedGreaterGreater: "⪢̸",
	NotNestedLessLess: "⪡̸",
	NotPrecedes: "⊀",
	NotPrecedesEqual: "⪯̸",
	NotPrecedesSlantEqual: "⋠",
	NotReverseElement: "∌",
	NotRightTriangle: "⋫",
	NotRightTriangleBar: "⧐̸",
	NotRightTriangleEqual: "⋭",
	NotSquareSubset: "⊏̸",
	NotSquareSubsetEqual: "⋢",
	NotSquareSuperset: "⊐̸",
	NotSquareSupersetEqual: "⋣",
	NotSubset: "⊂⃒",
	NotSubsetEqual: "⊈",
	NotSucceeds: "⊁",
	NotSucceedsEqual: "⪰̸",
	NotSucceedsSlantEqual: "⋡",
	NotSucceedsTilde: "≿̸",
	NotSuperset: "⊃⃒",
	NotSupersetEqual: "⊉",
	NotTilde: "≁",
	NotTildeEqual: "≄",
	NotTildeFullEqual: "≇",
	NotTildeTilde: "≉",
	NotVerticalBar: "∤",
	Nscr: "𝒩",
	Ntilde: "Ñ",
	Nu: "Ν",
	OElig: "Œ",
	Oacute: "Ó",
	Ocirc: "Ô",
	Ocy: "О",
	Odblac: "Ő",
	Ofr: "𝔒",
	Ograve: "Ò",
	Omacr: "Ō",
	Omega: "Ω",
	Omicron: "Ο",
	Oopf: "𝕆",
	OpenCurlyDoubleQuote: "“",
	OpenCurlyQuote: "‘",
	Or: "⩔",
	Oscr: "𝒪",
	Oslash: "Ø",
	Otilde: "Õ",
	Otimes: "⨷",
	Ouml: "Ö",
	OverBar: "‾",
	OverBrace: "⏞",
	OverBracket: "⎴",
	OverParenthesis: "⏜",
	PartialD: "∂",
	Pcy: "П",
	Pfr: "𝔓",
	Phi: "Φ",
	Pi: "Π",
	PlusMinus: "±",
	Poincareplane: "ℌ",
	Popf: "ℙ",
	Pr: "⪻",
	Precedes: "≺",
	PrecedesEqual: "⪯",
	PrecedesSlantEqual: "≼",
	PrecedesTilde: "≾",
	Prime: "″",
	Product: "∏",
	Proportion: "∷",
	Proportional: "∝",
	Pscr: "𝒫",
	Psi: "Ψ",
	QUOT: "\"",
	Qfr: "𝔔",
	Qopf: "ℚ",
	Qscr: "𝒬",
	RBarr: "⤐",
	REG: "®",
	Racute: "Ŕ",
	Rang: "⟫",
	Rarr: "↠",
	Rarrtl: "⤖",
	Rcaron: "Ř",
	Rcedil: "Ŗ",
	Rcy: "Р",
	Re: "ℜ",
	ReverseElement: "∋",
	ReverseEquilibrium: "⇋",
	ReverseUpEquilibrium: "⥯",
	Rfr: "ℜ",
	Rho: "Ρ",
	RightAngleBracket: "⟩",
	RightArrow: "→",
	RightArrowBar: "⇥",
	RightArrowLeftArrow: "⇄",
	RightCeiling: "⌉",
	RightDoubleBracket: "⟧",
	RightDownTeeVector: "⥝",
	RightDownVector: "⇂",
	RightDownVectorBar: "⥕",
	RightFloor: "⌋",
	RightTee: "⊢",
	RightTeeArrow: "↦",
	RightTeeVector: "⥛",
	RightTriangle: "⊳",
	RightTriangleBar: "⧐",
	RightTriangleEqual: "⊵",
	RightUpDownVector: "⥏",
	RightUpTeeVector: "⥜",
	RightUpVector: "↾",
	RightUpVectorBar: "⥔",
	RightVector: "⇀",
	RightVectorBar: "⥓",
	Rightarrow: "⇒",
	Ropf: "ℝ",
	RoundImplies: "⥰",
	Rrightarrow: "⇛",
	Rscr: "ℛ",
	Rsh: "↱",
	RuleDelayed: "⧴",
	SHCHcy: "Щ",
	SHcy: "Ш",
	SOFTcy: "Ь",
	Sacute: "Ś",
	Sc: "⪼",
	Scaron: "Š",
	Scedil: "Ş",
	Scirc: "Ŝ",
	Scy: "С",
	Sfr: "𝔖",
	ShortDownArrow: "↓",
	ShortLeftArrow: "←",
	ShortRightArrow: "→",
	ShortUpArrow: "↑",
	Sigma: "Σ",
	SmallCircle: "∘",
	Sopf: "𝕊",
	Sqrt: "√",
	Square: "□",
	SquareIntersection: "⊓",
	SquareSubset: "⊏",
	SquareSubsetEqual: "⊑",
	SquareSuperset: "⊐",
	SquareSupersetEqual: "⊒",
	SquareUnion: "⊔",
	Sscr: "𝒮",
	Star: "⋆",
	Sub: "⋐",
	Subset: "⋐",
	SubsetEqual: "⊆",
	Succeeds: "≻",
	SucceedsEqual: "⪰",
	SucceedsSlantEqual: "≽",
	SucceedsTilde: "≿",
	SuchThat: "∋",
	Sum: "∑",
	Sup: "⋑",
	Superset: "⊃",
	SupersetEqual: "⊇",
	Supset: "⋑",
	THORN: "Þ",
	TRADE: "™",
	TSHcy: "Ћ",
	TScy: "Ц",
	Tab: "	",
	Tau: "Τ",
	Tcaron: "Ť",
	Tcedil: "Ţ",
	Tcy: "Т",
	Tfr: "𝔗",
	Therefore: "∴",
	Theta: "Θ",
	ThickSpace: "  ",
	ThinSpace: " ",
	Tilde: "∼",
	TildeEqual: "≃",
	TildeFullEqual: "≅",
	TildeTilde: "≈",
	Topf: "𝕋",
	TripleDot: "⃛",
	Tscr: "𝒯",
	Tstrok: "Ŧ",
	Uacute: "Ú",
	Uarr: "↟",
	Uarrocir: "⥉",
	Ubrcy: "Ў",
	Ubreve: "Ŭ",
	Ucirc: "Û",
	Ucy: "У",
	Udblac: "Ű",
	Ufr: "𝔘",
	Ugrave: "Ù",
	Umacr: "Ū",
	UnderBar: "_",
	UnderBrace: "⏟",
	UnderBracket: "⎵",
	UnderParenthesis: "⏝",
	Union: "⋃",
	UnionPlus: "⊎",
	Uogon: "Ų",
	Uopf: "𝕌",
	UpArrow: "↑",
	UpArrowBar: "⤒",
	UpArrowDownArrow: "⇅",
	UpDownArrow: "↕",
	UpEquilibrium: "⥮",
	UpTee: "⊥",
	UpTeeArrow: "↥",
	Uparrow: "⇑",
	Updownarrow: "⇕",
	UpperLeftArrow: "↖",
	UpperRightArrow: "↗",
	Upsi: "ϒ",
	Upsilon: "Υ",
	Uring: "Ů",
	Uscr: "𝒰",
	Utilde: "Ũ",
	Uuml: "Ü",
	VDash: "⊫",
	Vbar: "⫫",
	Vcy: "В",
	Vdash: "⊩",
	Vdashl: "⫦",
	Vee: "⋁",
	Verbar: "‖",
	Vert: "‖",
	VerticalBar: "∣",
	VerticalLine: "|",
	VerticalSeparator: "❘",
	VerticalTilde: "≀",
	VeryThinSpace: " ",
	Vfr: "𝔙",
	Vopf: "𝕍",
	Vscr: "𝒱",
	Vvdash: "⊪",
	Wcirc: "Ŵ",
	Wedge: "⋀",
	Wfr: "𝔚",
	Wopf: "𝕎",
	Wscr: "𝒲",
	Xfr: "𝔛",
	Xi: "Ξ",
	Xopf: "𝕏",
	Xscr: "𝒳",
	YAcy: "Я",
	YIcy: "Ї",
	YUcy: "Ю",
	Yacute: "Ý",
	Ycirc: "Ŷ",
	Ycy: "Ы",
	Yfr: "𝔜",
	Yopf: "𝕐",
	Yscr: "𝒴",
	Yuml: "Ÿ",
	ZHcy: "Ж",
	Zacute: "Ź",
	Zcaron: "Ž",
	Zcy: "З",
	Zdot: "Ż",
	ZeroWidthSpace: "​",
	Zeta: "Ζ",
	Zfr: "ℨ",
	Zopf: "ℤ",
	Zscr: "𝒵",
	aacute: "á",
	abreve: "ă",
	ac: "∾",
	acE: "∾̳",
	acd: "∿",
	acirc: "â",
	acute: "´",
	acy: "а",
	aelig: "æ",
	af: "⁡",
	afr: "𝔞",
	agrave: "à",
	alefsym: "ℵ",
	aleph: "ℵ",
	alpha: "α",
	amacr: "ā",
	amalg: "⨿",
	amp: "&",
	and: "∧",
	andand: "⩕",
	andd: "⩜",
	andslope: "⩘",
	andv: "⩚",
	ang: "∠",
	ange: "⦤",
	angle: "∠",
	angmsd: "∡",
	angmsdaa: "⦨",
	angmsdab: "⦩",
	angmsdac: "⦪",
	angmsdad: "⦫",
	angmsdae: "⦬",
	angmsdaf: "⦭",
	angmsdag: "⦮",
	angmsdah: "⦯",
	angrt: "∟",
	angrtvb: "⊾",
	angrtvbd: "⦝",
	angsph: "∢",
	angst: "Å",
	angzarr: "⍼",
	aogon: "ą",
	aopf: "𝕒",
	ap: "≈",
	apE: "⩰",
	apacir: "⩯",
	ape: "≊",
	apid: "≋",
	apos: "'",
	approx: "≈",
	approxeq: "≊",
	aring: "å",
	ascr: "𝒶",
	ast: "*",
	asymp: "≈",
	asympeq: "≍",
	atilde: "ã",
	auml: "ä",
	awconint: "∳",
	awint: "⨑",
	bNot: "⫭",
	backcong: "≌",
	backepsilon: "϶",
	backprime: "‵",
	backsim: "∽",
	backsimeq: "⋍",
	barvee: "⊽",
	barwed: "⌅",
	barwedge: "⌅",
	bbrk: "⎵",
	bbrktbrk: "⎶",
	bcong: "≌",
	bcy: "б",
	bdquo: "„",
	becaus: "∵",
	because: "∵",
	bemptyv: "⦰",
	bepsi: "϶",
	bernou: "ℬ",
	beta: "β",
	beth: "ℶ",
	between: "≬",
	bfr: "𝔟",
	bigcap: "⋂",
	bigcirc: "◯",
	bigcup: "⋃",
	bigodot: "⨀",
	bigoplus: "⨁",
	bigotimes: "⨂",
	bigsqcup: "⨆",
	bigstar: "★",
	bigtriangledown: "▽",
	bigtriangleup: "△",
	biguplus: "⨄",
	bigvee: "⋁",
	bigwedge: "⋀",
	bkarow: "⤍",
	blacklozenge: "⧫",
	blacksquare: "▪",
	blacktriangle: "▴",
	blacktriangledown: "▾",
	blacktriangleleft: "◂",
	blacktriangleright: "▸",
	blank: "␣",
	blk12: "▒",
	blk14: "░",
	blk34: "▓",
	block: "█",
	bne: "=⃥",
	bnequiv: "≡⃥",
	bnot: "⌐",
	bopf: "𝕓",
	bot: "⊥",
	bottom: "⊥",
	bowtie: "⋈",
	boxDL: "╗",
	boxDR: "╔",
	boxDl: "╖",
	boxDr: "╓",
	boxH: "═",
	boxHD: "╦",
	boxHU: "╩",
	boxHd: "╤",
	boxHu: "╧",
	boxUL: "╝",
	boxUR: "╚",
	boxUl: "╜",
	boxUr: "╙",
	boxV: "║",
	boxVH: "╬",
	boxVL: "╣",
	boxVR: "╠",
	boxVh: "╫",
	boxVl: "╢",
	boxVr: "╟",
	boxbox: "⧉",
	boxdL: "╕",
	boxdR: "╒",
	boxdl: "┐",
	boxdr: "┌",
	boxh: "─",
	boxhD: "╥",
	boxhU: "╨",
	boxhd: "┬",
	boxhu: "┴",
	boxminus: "⊟",
	boxplus: "⊞",
	boxtimes: "⊠",
	boxuL: "╛",
	boxuR: "╘",
	boxul: "┘",
	boxur: "└",
	boxv: "│",
	boxvH: "╪",
	boxvL: "╡",
	boxvR: "╞",
	boxvh: "┼",
	boxvl: "┤",
	boxvr: "├",
	bprime: "‵",
	breve: "˘",
	brvbar: "¦",
	bscr: "𝒷",
	bsemi: "⁏",
	bsim: "∽",
	bsime: "⋍",
	bsol: "\\",
	bsolb: "⧅",
	bsolhsub: "⟈",
	bull: "•",
	bullet: "•",
	bump: "≎",
	bumpE: "⪮",
	bumpe: "≏",
	bumpeq: "≏",
	cacute: "ć",
	cap: "∩",
	capand: "⩄",
	capbrcup: "⩉",
	capcap: "⩋",
	capcup: "⩇",
	capdot: "⩀",
	caps: "∩︀",
	caret: "⁁",
	caron: "ˇ",
	ccaps: "⩍",
	ccaron: "č",
	ccedil: "ç",
	ccirc: "ĉ",
	ccups: "⩌",
	ccupssm: "⩐",
	cdot: "ċ",
	cedil: "¸",
	cemptyv: "⦲",
	cent: "¢",
	centerdot: "·",
	cfr: "𝔠",
	chcy: "ч",
	check: "✓",
	checkmark: "✓",
	chi: "χ",
	cir: "○",
	cirE: "⧃",
	circ: "ˆ",
	circeq: "≗",
	circlearrowleft: "↺",
	circlearrowright: "↻",
	circledR: "®",
	circledS: "Ⓢ",
	circledast: "⊛",
	circledcirc: "⊚",
	circleddash: "⊝",
	cire: "≗",
	cirfnint: "⨐",
	cirmid: "⫯",
	cirscir: "⧂",
	clubs: "♣",
	clubsuit: "♣",
	colon: ":",
	colone: "≔",
	coloneq: "≔",
	comma: ",",
	commat: "@",
	comp: "∁",
	compfn: "∘",
	complement: "∁",
	complexes: "ℂ",
	cong: "≅",
	congdot: "⩭",
	conint: "∮",
	copf: "𝕔",
	coprod: "∐",
	copy: "©",
	copysr: "℗",
	crarr: "↵",
	cross: "✗",
	cscr: "𝒸",
	csub: "⫏",
	csube: "⫑",
	csup: "⫐",
	csupe: "⫒",
	ctdot: "⋯",
	cudarrl: "⤸",
	cudarrr: "⤵",
	cuepr: "⋞",
	cuesc: "⋟",
	cularr: "↶",
	cularrp: "⤽",
	cup: "∪",
	cupbrcap: "⩈",
	cupcap: "⩆",
	cupcup: "⩊",
	cupdot: "⊍",
	cupor: "⩅",
	cups: "∪︀",
	curarr: "↷",
	curarrm: "⤼",
	curlyeqprec: "⋞",
	curlyeqsucc: "⋟",
	curlyvee: "⋎",
	curlywedge: "⋏",
	curren: "¤",
	curvearrowleft: "↶",
	curvearrowright: "↷",
	cuvee: "⋎",
	cuwed: "⋏",
	cwconint: "∲",
	cwint: "∱",
	cylcty: "⌭",
	dArr: "⇓",
	dHar: "⥥",
	dagger: "†",
	daleth: "ℸ",
	darr: "↓",
	dash: "‐",
	dashv: "⊣",
	dbkarow: "⤏",
	dblac: "˝",
	dcaron: "ď",
	dcy: "д",
	dd: "ⅆ",
	ddagger: "‡",
	ddarr: "⇊",
	ddotseq: "⩷",
	deg: "°",
	delta: "δ",
	demptyv: "⦱",
	dfisht: "⥿",
	dfr: "𝔡",
	dharl: "⇃",
	dharr: "⇂",
	diam: "⋄",
	diamond: "⋄",
	diamondsuit: "♦",
	diams: "♦",
	die: "¨",
	digamma: "ϝ",
	disin: "⋲",
	div: "÷",
	divide: "÷",
	divideontimes: "⋇",
	divonx: "⋇",
	djcy: "ђ",
	dlcorn: "⌞",
	dlcrop: "⌍",
	dollar: "$",
	dopf: "𝕕",
	dot: "˙",
	doteq: "≐",
	doteqdot: "≑",
	dotminus: "∸",
	dotplus: "∔",
	dotsquare: "⊡",
	doublebarwedge: "⌆",
	downarrow: "↓",
	downdownarrows: "⇊",
	downharpoonleft: "⇃",
	downharpoonright: "⇂",
	drbkarow: "⤐",
	drcorn: "⌟",
	drcrop: "⌌",
	dscr: "𝒹",
	dscy: "ѕ",
	dsol: "⧶",
	dstrok: "đ",
	dtdot: "⋱",
	dtri: "▿",
	dtrif: "▾",
	duarr: "⇵",
	duhar: "⥯",
	dwangle: "⦦",
	dzcy: "џ",
	dzigrarr: "⟿",
	eDDot: "⩷",
	eDot: "≑",
	eacute: "é",
	easter: "⩮",
	ecaron: "ě",
	ecir: "≖",
	ecirc: "ê",
	ecolon: "≕",
	ecy: "э",
	edot: "ė",
	ee: "ⅇ",
	efDot: "≒",
	efr: "𝔢",
	eg: "⪚",
	egrave: "è",
	egs: "⪖",
	egsdot: "⪘",
	el: "⪙",
	elinters: "⏧",
	ell: "ℓ",
	els: "⪕",
	elsdot: "⪗",
	emacr: "ē",
	empty: "∅",
	emptyset: "∅",
	emptyv: "∅",
	emsp13: " ",
	emsp14: " ",
	emsp: " ",
	eng: "ŋ",
	ensp: " ",
	eogon: "ę",
	eopf: "𝕖",
	epar: "⋕",
	eparsl: "⧣",
	eplus: "⩱",
	epsi: "ε",
	epsilon: "ε",
	epsiv: "ϵ",
	eqcirc: "≖",
	eqcolon: "≕",
	eqsim: "≂",
	eqslantgtr: "⪖",
	eqslantless: "⪕",
	equals: "=",
	equest: "≟",
	equiv: "≡",
	equivDD: "⩸",
	eqvparsl: "⧥",
	erDot: "≓",
	erarr: "⥱",
	escr: "ℯ",
	esdot: "≐",
	esim: "≂",
	eta: "η",
	eth: "ð",
	euml: "ë",
	euro: "€",
	excl: "!",
	exist: "∃",
	expectation: "ℰ",
	exponentiale: "ⅇ",
	fallingdotseq: "≒",
	fcy: "ф",
	female: "♀",
	ffilig: "ﬃ",
	fflig: "ﬀ",
	ffllig: "ﬄ",
	ffr: "𝔣",
	filig: "ﬁ",
	fjlig: "fj",
	flat: "♭",
	fllig: "ﬂ",
	fltns: "▱",
	fnof: "ƒ",
	fopf: "𝕗",
	forall: "∀",
	fork: "⋔",
	forkv: "⫙",
	fpartint: "⨍",
	frac12: "½",
	frac13: "⅓",
	frac14: "¼",
	frac15: "⅕",
	frac16: "⅙",
	frac18: "⅛",
	frac23: "⅔",
	frac25: "⅖",
	frac34: "¾",
	frac35: "⅗",
	frac38: "⅜",
	frac45: "⅘",
	frac56: "⅚",
	frac58: "⅝",
	frac78: "⅞",
	frasl: "⁄",
	frown: "⌢",
	fscr: "𝒻",
	gE: "≧",
	gEl: "⪌",
	gacute: "ǵ",
	gamma: "γ",
	gammad: "ϝ",
	gap: "⪆",
	gbreve: "ğ",
	gcirc: "ĝ",
	gcy: "г",
	gdot: "ġ",
	ge: "≥",
	gel: "⋛",
	geq: "≥",
	geqq: "≧",
	geqslant: "⩾",
	ges: "⩾",
	gescc: "⪩",
	gesdot: "⪀",
	gesdoto: "⪂",
	gesdotol: "⪄",
	gesl: "⋛︀",
	gesles: "⪔",
	gfr: "𝔤",
	gg: "≫",
	ggg: "⋙",
	gimel: "ℷ",
	gjcy: "ѓ",
	gl: "≷",
	glE: "⪒",
	gla: "⪥",
	glj: "⪤",
	gnE: "≩",
	gnap: "⪊",
	gnapprox: "⪊",
	gne: "⪈",
	gneq: "⪈",
	gneqq: "≩",
	gnsim: "⋧",
	gopf: "𝕘",
	grave: "`",
	gscr: "ℊ",
	gsim: "≳",
	gsime: "⪎",
	gsiml: "⪐",
	gt: ">",
	gtcc: "⪧",
	gtcir: "⩺",
	gtdot: "⋗",
	gtlPar: "⦕",
	gtquest: "⩼",
	gtrapprox: "⪆",
	gtrarr: "⥸",
	gtrdot: "⋗",
	gtreqless: "⋛",
	gtreqqless: "⪌",
	gtrless: "≷",
	gtrsim: "≳",
	gvertneqq: "≩︀",
	gvnE: "≩︀",
	hArr: "⇔",
	hairsp: " ",
	half: "½",
	hamilt: "ℋ",
	hardcy: "ъ",
	harr: "↔",
	harrcir: "⥈",
	harrw: "↭",
	hbar: "ℏ",
	hcirc: "ĥ",
	hearts: "♥",
	heartsuit: "♥",
	hellip: "…",
	hercon: "⊹",
	hfr: "𝔥",
	hksearow: "⤥",
	hkswarow: "⤦",
	hoarr: "⇿",
	homtht: "∻",
	hookleftarrow: "↩",
	hookrightarrow: "↪",
	hopf: "𝕙",
	horbar: "―",
	hscr: "𝒽",
	hslash: "ℏ",
	hstrok: "ħ",
	hybull: "⁃",
	hyphen: "‐",
	iacute: "í",
	ic: "⁣",
	icirc: "î",
	icy: "и",
	iecy: "е",
	iexcl: "¡",
	iff: "⇔",
	ifr: "𝔦",
	igrave: "ì",
	ii: "ⅈ",
	iiiint: "⨌",
	iiint: "∭",
	iinfin: "⧜",
	iiota: "℩",
	ijlig: "ĳ",
	imacr: "ī",
	image: "ℑ",
	imagline: "ℐ",
	imagpart: "ℑ",
	imath: "ı",
	imof: "⊷",
	imped: "Ƶ",
	in: "∈",
	incare: "℅",
	infin: "∞",
	infintie: "⧝",
	inodot: "ı",
	int: "∫",
	intcal: "⊺",
	integers: "ℤ",
	intercal: "⊺",
	intlarhk: "⨗",
	intprod: "⨼",
	iocy: "ё",
	iogon: "į",
	iopf: "𝕚",
	iota: "ι",
	iprod: "⨼",
	iquest: "¿",
	iscr: "𝒾",
	isin: "∈",
	isinE: "⋹",
	isindot: "⋵",
	isins: "⋴",
	isinsv: "⋳",
	isinv: "∈",
	it: "⁢",
	itilde: "ĩ",
	iukcy: "і",
	iuml: "ï",
	jcirc: "ĵ",
	jcy: "й",
	jfr: "𝔧",
	jmath: "ȷ",
	jopf: "𝕛",
	jscr: "𝒿",
	jsercy: "ј",
	jukcy: "є",
	kappa: "κ",
	kappav: "ϰ",
	kcedil: "ķ",
	kcy: "к",
	kfr: "𝔨",
	kgreen: "ĸ",
	khcy: "х",
	kjcy: "ќ",
	kopf: "𝕜",
	kscr: "𝓀",
	lAarr: "⇚",
	lArr: "⇐",
	lAtail: "⤛",
	lBarr: "⤎",
	lE: "≦",
	lEg: "⪋",
	lHar: "⥢",
	lacute: "ĺ",
	laemptyv: "⦴",
	lagran: "ℒ",
	lambda: "λ",
	lang: "⟨",
	langd: "⦑",
	langle: "⟨",
	lap: "⪅",
	laquo: "«",
	larr: "←",
	larrb: "⇤",
	larrbfs: "⤟",
	larrfs: "⤝",
	larrhk: "↩",
	larrlp: "↫",
	larrpl: "⤹",
	larrsim: "⥳",
	larrtl: "↢",
	lat: "⪫",
	latail: "⤙",
	late: "⪭",
	lates: "⪭︀",
	lbarr: "⤌",
	lbbrk: "❲",
	lbrace: "{",
	lbrack: "[",
	lbrke: "⦋",
	lbrksld: "⦏",
	lbrkslu: "⦍",
	lcaron: "ľ",
	lcedil: "ļ",
	lceil: "⌈",
	lcub: "{",
	lcy: "л",
	ldca: "⤶",
	ldquo: "“",
	ldquor: "„",
	ldrdhar: "⥧",
	ldrushar: "⥋",
	ldsh: "↲",
	le: "≤",
	leftarrow: "←",
	leftarrowtail: "↢",
	leftharpoondown: "↽",
	leftharpoonup: "↼",
	leftleftarrows: "⇇",
	leftrightarrow: "↔",
	leftrightarrows: "⇆",
	leftrightharpoons: "⇋",
	leftrightsquigarrow: "↭",
	leftthreetimes: "⋋",
	leg: "⋚",
	leq: "≤",
	leqq: "≦",
	leqslant: "⩽",
	les: "⩽",
	lescc: "⪨",
	lesdot: "⩿",
	lesdoto: "⪁",
	lesdotor: "⪃",
	lesg: "⋚︀",
	lesges: "⪓",
	lessapprox: "⪅",
	lessdot: "⋖",
	lesseqgtr: "⋚",
	lesseqqgtr: "⪋",
	lessgtr: "≶",
	lesssim: "≲",
	lfisht: "⥼",
	lfloor: "⌊",
	lfr: "𝔩",
	lg: "≶",
	lgE: "⪑",
	lhard: "↽",
	lharu: "↼",
	lharul: "⥪",
	lhblk: "▄",
	ljcy: "љ",
	ll: "≪",
	llarr: "⇇",
	llcorner: "⌞",
	llhard: "⥫",
	lltri: "◺",
	lmidot: "ŀ",
	lmoust: "⎰",
	lmoustache: "⎰",
	lnE: "≨",
	lnap: "⪉",
	lnapprox: "⪉",
	lne: "⪇",
	lneq: "⪇",
	lneqq: "≨",
	lnsim: "⋦",
	loang: "⟬",
	loarr: "⇽",
	lobrk: "⟦",
	longleftarrow: "⟵",
	longleftrightarrow: "⟷",
	longmapsto: "⟼",
	longrightarrow: "⟶",
	looparrowleft: "↫",
	looparrowright: "↬",
	lopar: "⦅",
	lopf: "𝕝",
	loplus: "⨭",
	lotimes: "⨴",
	lowast: "∗",
	lowbar: "_",
	loz: "◊",
	lozenge: "◊",
	lozf: "⧫",
	lpar: "(",
	lparlt: "⦓",
	lrarr: "⇆",
	lrcorner: "⌟",
	lrhar: "⇋",
	lrhard: "⥭",
	lrm: "‎",
	lrtri: "⊿",
	lsaquo: "‹",
	lscr: "𝓁",
	lsh: "↰",
	lsim: "≲",
	lsime: "⪍",
	lsimg: "⪏",
	lsqb: "[",
	lsquo: "‘",
	lsquor: "‚",
	lstrok: "ł",
	lt: "<",
	ltcc: "⪦",
	ltcir: "⩹",
	ltdot: "⋖",
	lthree: "⋋",
	ltimes: "⋉",
	ltlarr: "⥶",
	ltquest: "⩻",
	ltrPar: "⦖",
	ltri: "◃",
	ltrie: "⊴",
	ltrif: "◂",
	lurdshar: "⥊",
	luruhar: "⥦",
	lvertneqq: "≨︀",
	lvnE: "≨︀",
	mDDot: "∺",
	macr: "¯",
	male: "♂",
	malt: "✠",
	maltese: "✠",
	map: "↦",
	mapsto: "↦",
	mapstodown: "↧",
	mapstoleft: "↤",
	mapstoup: "↥",
	marker: "▮",
	mcomma: "⨩",
	mcy: "м",
	mdash: "—",
	measuredangle: "∡",
	mfr: "𝔪",
	mho: "℧",
	micro: "µ",
	mid: "∣",
	midast: "*",
	midcir: "⫰",
	middot: "·",
	minus: "−",
	minusb: "⊟",
	minusd: "∸",
	minusdu: "⨪",
	mlcp: "⫛",
	mldr: "…",
	mnplus: "∓",
	models: "⊧",
	mopf: "𝕞",
	mp: "∓",
	mscr: "𝓂",
	mstpos: "∾",
	mu: "μ",
	multimap: "⊸",
	mumap: "⊸",
	nGg: "⋙̸",
	nGt: "≫⃒",
	nGtv: "≫̸",
	nLeftarrow: "⇍",
	nLeftrightarrow: "⇎",
	nLl: "⋘̸",
	nLt: "≪⃒",
	nLtv: "≪̸",
	nRightarrow: "⇏",
	nVDash: "⊯",
	nVdash: "⊮",
	nabla: "∇",
	nacute: "ń",
	nang: "∠⃒",
	nap: "≉",
	napE: "⩰̸",
	napid: "≋̸",
	napos: "ŉ",
	napprox: "≉",
	natur: "♮",
	natural: "♮",
	naturals: "ℕ",
	nbsp: "\xA0",
	nbump: "≎̸",
	nbumpe: "≏̸",
	ncap: "⩃",
	ncaron: "ň",
	ncedil: "ņ",
	ncong: "≇",
	ncongdot: "⩭̸",
	ncup: "⩂",
	ncy: "н",
	ndash: "–",
	ne: "≠",
	neArr: "⇗",
	nearhk: "⤤",
	nearr: "↗",
	nearrow: "↗",
	nedot: "≐̸",
	nequiv: "≢",
	nesear: "⤨",
	nesim: "≂̸",
	nexist: "∄",
	nexists: "∄",
	nfr: "𝔫",
	ngE: "≧̸",
	nge: "≱",
	ngeq: "≱",
	ngeqq: "≧̸",
	ngeqslant: "⩾̸",
	nges: "⩾̸",
	ngsim: "≵",
	ngt: "≯",
	ngtr: "≯",
	nhArr: "⇎",
	nharr: "↮",
	nhpar: "⫲",
	ni: "∋",
	nis: "⋼",
	nisd: "⋺",
	niv: "∋",
	njcy: "њ",
	nlArr: "⇍",
	nlE: "≦̸",
	nlarr: "↚",
	nldr: "‥",
	nle: "≰",
	nleftarrow: "↚",
	nleftrightarrow: "↮",
	nleq: "≰",
	nleqq: "≦̸",
	nleqslant: "⩽̸",
	nles: "⩽̸",
	nless: "≮",
	nlsim: "≴",
	nlt: "≮",
	nltri: "⋪",
	nltrie: "⋬",
	nmid: "∤",
	nopf: "𝕟",
	not: "¬",
	notin: "∉",
	notinE: "⋹̸",
	notindot: "⋵̸",
	notinva: "∉",
	notinvb: "⋷",
	notinvc: "⋶",
	notni: "∌",
	notniva: "∌",
	notnivb: "⋾",
	notnivc: "⋽",
	npar: "∦",
	nparallel: "∦",
	nparsl: "⫽⃥",
	npart: "∂̸",
	npolint: "⨔",
	npr: "⊀",
	nprcue: "⋠",
	npre: "⪯̸",
	nprec: "⊀",
	npreceq: "⪯̸",
	nrArr: "⇏",
	nrarr: "↛",
	nrarrc: "⤳̸",
	nrarrw: "↝̸",
	nrightarrow: "↛",
	nrtri: "⋫",
	nrtrie: "⋭",
	nsc: "⊁",
	nsccue: "⋡",
	nsce: "⪰̸",
	nscr: "𝓃",
	nshortmid: "∤",
	nshortparallel: "∦",
	nsim: "≁",
	nsime: "≄",
	nsimeq: "≄",
	nsmid: "∤",
	nspar: "∦",
	nsqsube: "⋢",
	nsqsupe: "⋣",
	nsub: "⊄",
	nsubE: "⫅̸",
	nsube: "⊈",
	nsubset: "⊂⃒",
	nsubseteq: "⊈",
	nsubseteqq: "⫅̸",
	nsucc: "⊁",
	nsucceq: "⪰̸",
	nsup: "⊅",
	nsupE: "⫆̸",
	nsupe: "⊉",
	nsupset: "⊃⃒",
	nsupseteq: "⊉",
	nsupseteqq: "⫆̸",
	ntgl: "≹",
	ntilde: "ñ",
	ntlg: "≸",
	ntriangleleft: "⋪",
	ntrianglelefteq: "⋬",
	ntriangleright: "⋫",
	ntrianglerighteq: "⋭",
	nu: "ν",
	num: "#",
	numero: "№",
	numsp: " ",
	nvDash: "⊭",
	nvHarr: "⤄",
	nvap: "≍⃒",
	nvdash: "⊬",
	nvge: "≥⃒",
	nvgt: ">⃒",
	nvinfin: "⧞",
	nvlArr: "⤂",
	nvle: "≤⃒",
	nvlt: "<⃒",
	nvltrie: "⊴⃒",
	nvrArr: "⤃",
	nvrtrie: "⊵⃒",
	nvsim: "∼⃒",
	nwArr: "⇖",
	nwarhk: "⤣",
	nwarr: "↖",
	nwarrow: "↖",
	nwnear: "⤧",
	oS: "Ⓢ",
	oacute: "ó",
	oast: "⊛",
	ocir: "⊚",
	ocirc: "ô",
	ocy: "о",
	odash: "⊝",
	odblac: "ő",
	odiv: "⨸",
	odot: "⊙",
	odsold: "⦼",
	oelig: "œ",
	ofcir: "⦿",
	ofr: "𝔬",
	ogon: "˛",
	ograve: "ò",
	ogt: "⧁",
	ohbar: "⦵",
	ohm: "Ω",
	oint: "∮",
	olarr: "↺",
	olcir: "⦾",
	olcross: "⦻",
	oline: "‾",
	olt: "⧀",
	omacr: "ō",
	omega: "ω",
	omicron: "ο",
	omid: "⦶",
	ominus: "⊖",
	oopf: "𝕠",
	opar: "⦷",
	operp: "⦹",
	oplus: "⊕",
	or: "∨",
	orarr: "↻",
	ord: "⩝",
	order: "ℴ",
	orderof: "ℴ",
	ordf: "ª",
	ordm: "º",
	origof: "⊶",
	oror: "⩖",
	orslope: "⩗",
	orv: "⩛",
	oscr: "ℴ",
	oslash: "ø",
	osol: "⊘",
	otilde: "õ",
	otimes: "⊗",
	otimesas: "⨶",
	ouml: "ö",
	ovbar: "⌽",
	par: "∥",
	para: "¶",
	parallel: "∥",
	parsim: "⫳",
	parsl: "⫽",
	part: "∂",
	pcy: "п",
	percnt: "%",
	period: ".",
	permil: "‰",
	perp: "⊥",
	pertenk: "‱",
	pfr: "𝔭",
	phi: "φ",
	phiv: "ϕ",
	phmmat: "ℳ",
	phone: "☎",
	pi: "π",
	pitchfork: "⋔",
	piv: "ϖ",
	planck: "ℏ",
	planckh: "ℎ",
	plankv: "ℏ",
	plus: "+",
	plusacir: "⨣",
	plusb: "⊞",
	pluscir: "⨢",
	plusdo: "∔",
	plusdu: "⨥",
	pluse: "⩲",
	plusmn: "±",
	plussim: "⨦",
	plustwo: "⨧",
	pm: "±",
	pointint: "⨕",
	popf: "𝕡",
	pound: "£",
	pr: "≺",
	prE: "⪳",
	prap: "⪷",
	prcue: "≼",
	pre: "⪯",
	prec: "≺",
	precapprox: "⪷",
	preccurlyeq: "≼",
	preceq: "⪯",
	precnapprox: "⪹",
	precneqq: "⪵",
	precnsim: "⋨",
	precsim: "≾",
	prime: "′",
	primes: "ℙ",
	prnE: "⪵",
	prnap: "⪹",
	prnsim: "⋨",
	prod: "∏",
	profalar: "⌮",
	profline: "⌒",
	profsurf: "⌓",
	prop: "∝",
	propto: "∝",
	prsim: "≾",
	prurel: "⊰",
	pscr: "𝓅",
	psi: "ψ",
	puncsp: " ",
	qfr: "𝔮",
	qint: "⨌",
	qopf: "𝕢",
	qprime: "⁗",
	qscr: "𝓆",
	quaternions: "ℍ",
	quatint: "⨖",
	quest: "?",
	questeq: "≟",
	quot: "\"",
	rAarr: "⇛",
	rArr: "⇒",
	rAtail: "⤜",
	rBarr: "⤏",
	rHar: "⥤",
	race: "∽̱",
	racute: "ŕ",
	radic: "√",
	raemptyv: "⦳",
	rang: "⟩",
	rangd: "⦒",
	range: "⦥",
	rangle: "⟩",
	raquo: "»",
	rarr: "→",
	rarrap: "⥵",
	rarrb: "⇥",
	rarrbfs: "⤠",
	rarrc: "⤳",
	rarrfs: "⤞",
	rarrhk: "↪",
	rarrlp: "↬",
	rarrpl: "⥅",
	rarrsim: "⥴",
	rarrtl: "↣",
	rarrw: "↝",
	ratail: "⤚",
	ratio: "∶",
	rationals: "ℚ",
	rbarr: "⤍",
	rbbrk: "❳",
	rbrace: "}",
	rbrack: "]",
	rbrke: "⦌",
	rbrksld: "⦎",
	rbrkslu: "⦐",
	rcaron: "ř",
	rcedil: "ŗ",
	rceil: "⌉",
	rcub: "}",
	rcy: "р",
	rdca: "⤷",
	rdldhar: "⥩",
	rdquo: "”",
	rdquor: "”",
	rdsh: "↳",
	real: "ℜ",
	realine: "ℛ",
	realpart: "ℜ",
	reals: "ℝ",
	rect: "▭",
	reg: "®",
	rfisht: "⥽",
	rfloor: "⌋",
	rfr: "𝔯",
	rhard: "⇁",
	rharu: "⇀",
	rharul: "⥬",
	rho: "ρ",
	rhov: "ϱ",
	rightarrow: "→",
	rightarrowtail: "↣",
	rightharpoondown: "⇁",
	rightharpoonup: "⇀",
	rightleftarrows: "⇄",
	rightleftharpoons: "⇌",
	rightrightarrows: "⇉",
	rightsquigarrow: "↝",
	rightthreetimes: "⋌",
	ring: "˚",
	risingdotseq: "≓",
	rlarr: "⇄",
	rlhar: "⇌",
	rlm: "‏",
	rmoust: "⎱",
	rmoustache: "⎱",
	rnmid: "⫮",
	roang: "⟭",
	roarr: "⇾",
	robrk: "⟧",
	ropar: "⦆",
	ropf: "𝕣",
	roplus: "⨮",
	rotimes: "⨵",
	rpar: ")",
	rpargt: "⦔",
	rppolint: "⨒",
	rrarr: "⇉",
	rsaquo: "›",
	rscr: "𝓇",
	rsh: "↱",
	rsqb: "]",
	rsquo: "’",
	rsquor: "’",
	rthree: "⋌",
	rtimes: "⋊",
	rtri: "▹",
	rtrie: "⊵",
	rtrif: "▸",
	rtriltri: "⧎",
	ruluhar: "⥨",
	rx: "℞",
	sacute: "ś",
	sbquo: "‚",
	sc: "≻",
	scE: "⪴",
	scap: "⪸",
	scaron: "š",
	sccue: "≽",
	sce: "⪰",
	scedil: "ş",
	scirc: "ŝ",
	scnE: "⪶",
	scnap: "⪺",
	scnsim: "⋩",
	scpolint: "⨓",
	scsim: "≿",
	scy: "с",
	sdot: "⋅",
	sdotb: "⊡",
	sdote: "⩦",
	seArr: "⇘",
	searhk: "⤥",
	searr: "↘",
	searrow: "↘",
	sect: "§",
	semi: ";",
	seswar: "⤩",
	setminus: "∖",
	setmn: "∖",
	sext: "✶",
	sfr: "𝔰",
	sfrown: "⌢",
	sharp: "♯",
	shchcy: "щ",
	shcy: "ш",
	shortmid: "∣",
	shortparallel: "∥",
	shy: "­",
	sigma: "σ",
	sigmaf: "ς",
	sigmav: "ς",
	sim: "∼",
	simdot: "⩪",
	sime: "≃",
	simeq: "≃",
	simg: "⪞",
	simgE: "⪠",
	siml: "⪝",
	simlE: "⪟",
	simne: "≆",
	simplus: "⨤",
	simrarr: "⥲",
	slarr: "←",
	smallsetminus: "∖",
	smashp: "⨳",
	smeparsl: "⧤",
	smid: "∣",
	smile: "⌣",
	smt: "⪪",
	smte: "⪬",
	smtes: "⪬︀",
	softcy: "ь",
	sol: "/",
	solb: "⧄",
	solbar: "⌿",
	sopf: "𝕤",
	spades: "♠",
	spadesuit: "♠",
	spar: "∥",
	sqcap: "⊓",
	sqcaps: "⊓︀",
	sqcup: "⊔",
	sqcups: "⊔︀",
	sqsub: "⊏",
	sqsube: "⊑",
	sqsubset: "⊏",
	sqsubseteq: "⊑",
	sqsup: "⊐",
	sqsupe: "⊒",
	sqsupset: "⊐",
	sqsupseteq: "⊒",
	squ: "□",
	square: "□",
	squarf: "▪",
	squf: "▪",
	srarr: "→",
	sscr: "𝓈",
	ssetmn: "∖",
	ssmile: "⌣",
	sstarf: "⋆",
	star: "☆",
	starf: "★",
	straightepsilon: "ϵ",
	straightphi: "ϕ",
	strns: "¯",
	sub: "⊂",
	subE: "⫅",
	subdot: "⪽",
	sube: "⊆",
	subedot: "⫃",
	submult: "⫁",
	subnE: "⫋",
	subne: "⊊",
	subplus: "⪿",
	subrarr: "⥹",
	subset: "⊂",
	subseteq: "⊆",
	subseteqq: "⫅",
	subsetneq: "⊊",
	subsetneqq: "⫋",
	subsim: "⫇",
	subsub: "⫕",
	subsup: "⫓",
	succ: "≻",
	succapprox: "⪸",
	succcurlyeq: "≽",
	succeq: "⪰",
	succnapprox: "⪺",
	succneqq: "⪶",
	succnsim: "⋩",
	succsim: "≿",
	sum: "∑",
	sung: "♪",
	sup1: "¹",
	sup2: "²",
	sup3: "³",
	sup: "⊃",
	supE: "⫆",
	supdot: "⪾",
	supdsub: "⫘",
	supe: "⊇",
	supedot: "⫄",
	suphsol: "⟉",
	suphsub: "⫗",
	suplarr: "⥻",
	supmult: "⫂",
	supnE: "⫌",
	supne: "⊋",
	supplus: "⫀",
	supset: "⊃",
	supseteq: "⊇",
	supseteqq: "⫆",
	supsetneq: "⊋",
	supsetneqq: "⫌",
	supsim: "⫈",
	supsub: "⫔",
	supsup: "⫖",
	swArr: "⇙",
	swarhk: "⤦",
	swarr: "↙",
	swarrow: "↙",
	swnwar: "⤪",
	szlig: "ß",
	target: "⌖",
	tau: "τ",
	tbrk: "⎴",
	tcaron: "ť",
	tcedil: "ţ",
	tcy: "т",
	tdot: "⃛",
	telrec: "⌕",
	tfr: "𝔱",
	there4: "∴",
	therefore: "∴",
	theta: "θ",
	thetasym: "ϑ",
	thetav: "ϑ",
	thickapprox: "≈",
	thicksim: "∼",
	thinsp: " ",
	thkap: "≈",
	thksim: "∼",
	thorn: "þ",
	tilde: "˜",
	times: "×",
	timesb: "⊠",
	timesbar: "⨱",
	timesd: "⨰",
	tint: "∭",
	toea: "⤨",
	top: "⊤",
	topbot: "⌶",
	topcir: "⫱",
	topf: "𝕥",
	topfork: "⫚",
	tosa: "⤩",
	tprime: "‴",
	trade: "™",
	triangle: "▵",
	triangledown: "▿",
	triangleleft: "◃",
	trianglelefteq: "⊴",
	triangleq: "≜",
	triangleright: "▹",
	trianglerighteq: "⊵",
	tridot: "◬",
	trie: "≜",
	triminus: "⨺",
	triplus: "⨹",
	trisb: "⧍",
	tritime: "⨻",
	trpezium: "⏢",
	tscr: "𝓉",
	tscy: "ц",
	tshcy: "ћ",
	tstrok: "ŧ",
	twixt: "≬",
	twoheadleftarrow: "↞",
	twoheadrightarrow: "↠",
	uArr: "⇑",
	uHar: "⥣",
	uacute: "ú",
	uarr: "↑",
	ubrcy: "ў",
	ubreve: "ŭ",
	ucirc: "û",
	ucy: "у",
	udarr: "⇅",
	udblac: "ű",
	udhar: "⥮",
	ufisht: "⥾",
	ufr: "𝔲",
	ugrave: "ù",
	uharl: "↿",
	uharr: "↾",
	uhblk: "▀",
	ulcorn: "⌜",
	ulcorner: "⌜",
	ulcrop: "⌏",
	ultri: "◸",
	umacr: "ū",
	uml: "¨",
	uogon: "ų",
	uopf: "𝕦",
	uparrow: "↑",
	updownarrow: "↕",
	upharpoonleft: "↿",
	upharpoonright: "↾",
	uplus: "⊎",
	upsi: "υ",
	upsih: "ϒ",
	upsilon: "υ",
	upuparrows: "⇈",
	urcorn: "⌝",
	urcorner: "⌝",
	urcrop: "⌎",
	uring: "ů",
	urtri: "◹",
	uscr: "𝓊",
	utdot: "⋰",
	utilde: "ũ",
	utri: "▵",
	utrif: "▴",
	uuarr: "⇈",
	uuml: "ü",
	uwangle: "⦧",
	vArr: "⇕",
	vBar: "⫨",
	vBarv: "⫩",
	vDash: "⊨",
	vangrt: "⦜",
	varepsilon: "ϵ",
	varkappa: "ϰ",
	varnothing: "∅",
	varphi: "ϕ",
	varpi: "ϖ",
	varpropto: "∝",
	varr: "↕",
	varrho: "ϱ",
	varsigma: "ς",
	varsubsetneq: "⊊︀",
	varsubsetneqq: "⫋︀",
	varsupsetneq: "⊋︀",
	varsupsetneqq: "⫌︀",
	vartheta: "ϑ",
	vartriangleleft: "⊲",
	vartriangleright: "⊳",
	vcy: "в",
	vdash: "⊢",
	vee: "∨",
	veebar: "⊻",
	veeeq: "≚",
	vellip: "⋮",
	verbar: "|",
	vert: "|",
	vfr: "𝔳",
	vltri: "⊲",
	vnsub: "⊂⃒",
	vnsup: "⊃⃒",
	vopf: "𝕧",
	vprop: "∝",
	vrtri: "⊳",
	vscr: "𝓋",
	vsubnE: "⫋︀",
	vsubne: "⊊︀",
	vsupnE: "⫌︀",
	vsupne: "⊋︀",
	vzigzag: "⦚",
	wcirc: "ŵ",
	wedbar: "⩟",
	wedge: "∧",
	wedgeq: "≙",
	weierp: "℘",
	wfr: "𝔴",
	wopf: "𝕨",
	wp: "℘",
	wr: "≀",
	wreath: "≀",
	wscr: "𝓌",
	xcap: "⋂",
	xcirc: "◯",
	xcup: "⋃",
	xdtri: "▽",
	xfr: "𝔵",
	xhArr: "⟺",
	xharr: "⟷",
	xi: "ξ",
	xlArr: "⟸",
	xlarr: "⟵",
	xmap: "⟼",
	xnis: "⋻",
	xodot: "⨀",
	xopf: "𝕩",
	xoplus: "⨁",
	xotime: "⨂",
	xrArr: "⟹",
	xrarr: "⟶",
	xscr: "𝓍",
	xsqcup: "⨆",
	xuplus: "⨄",
	xutri: "△",
	xvee: "⋁",
	xwedge: "⋀",
	yacute: "ý",
	yacy: "я",
	ycirc: "ŷ",
	ycy: "ы",
	yen: "¥",
	yfr: "𝔶",
	yicy: "ї",
	yopf: "𝕪",
	yscr: "𝓎",
	yucy: "ю",
	yuml: "ÿ",
	zacute: "ź",
	zcaron: "ž",
	zcy: "з",
	zdot: "ż",
	zeetrf: "ℨ",
	zeta: "ζ",
	zfr: "𝔷",
	zhcy: "ж",
	zigrarr: "⇝",
	zopf: "𝕫",
	zscr: "𝓏",
	zwj: "‍",
	zwnj: "‌"
};

// node_modules/decode-named-character-reference/index.js
const own$1 = {}.hasOwnProperty;
/**
* Decode a single character reference (without the `&` or `;`).
* You probably only need this when you’re building parsers yourself that follow
* different rules compared to HTML.
* This is optimized to be tiny in browsers.
*
* @param {string} value
*   `notin` (named), `#123` (deci), `#x123` (hexa).
* @returns {string|false}
*   Decoded reference.
*/
function decodeNamedCharacterReference(value) {
	return own$1.call(characterEntities, value) ? characterEntities[value] : false;
}

// node_modules/micromark-util-decode-numeric-character-reference/index.js
/**
* Turn the number (in string form as either hexa- or plain decimal) coming from
* a numeric character reference into a character.
*
* Sort of like `String.fromCodePoint(Number.parseInt(value, base))`, but makes
* non-characters and control characters safe.
*
* @param {string} value
*   Value to decode.
* @param {number} base
*   Numeric base.
* @returns {string}
*   Character.
*/
function decodeNumericCharacterReference(value, base) {
	const code = Number.parseInt(value, base);
	if (code < 9 || code === 11 || code > 13 && code < 32 || code > 126 && code < 160 || code > 55295 && code < 57344 || code > 64975 && code < 65008 || (code & 65535) === 65535 || (code & 65535) === 65534 || code > 1114111) return "�";
	return String.fromCodePoint(code);
}

// node_modules/micromark-util-decode-string/index.js
const characterEscapeOrReference = /\\([!-/:-@[-`{-~])|&(#(?:\d{1,7}|x[\da-f]{1,6})|[\da-z]{1,31});/gi;
/**
* Decode markdown strings (which occur in places such as fenced code info
* strings, destinations, labels, and titles).
*
* The “string” content type allows character escapes and -references.
* This decodes those.
*
* @param {string} value
*   Value to decode.
* @returns {string}
*   Decoded value.
*/
function decodeString(value) {
	return value.replace(characterEscapeOrReference, decode);
}
/**
* @param {string} $0
*   Match.
* @param {string} $1
*   Character escape.
* @param {string} $2
*   Character reference.
* @returns {string}
*   Decoded value
*/
function decode($0, $1, $2) {
	if ($1) return $1;
	if ($2.charCodeAt(0) === 35) {
		const head = $2.charCodeAt(1);
		const hex = head === 120 || head === 88;
		return decodeNumericCharacterReference($2.slice(hex ? 2 : 1), hex ? 16 : 10);
	}
	return decodeNamedCharacterReference($2) || $0;
}

// node_modules/mdast-util-to-markdown/lib/util/association.js
/**
* @import {AssociationId} from '../types.js'
*/
/**
* Get an identifier from an association to match it to others.
*
* Associations are nodes that match to something else through an ID:
* <https://github.com/syntax-tree/mdast#association>.
*
* The `label` of an association is the string value: character escapes and
* references work, and casing is intact.
* The `identifier` is used to match one association to another:
* controversially, character escapes and references don’t work in this
* matching: `&copy;` does not match `©`, and `\+` does not match `+`.
*
* But casing is ignored (and whitespace) is trimmed and collapsed: ` A\nb`
* matches `a b`.
* So, we do prefer the label when figuring out how we’re going to serialize:
* it has whitespace, casing, and we can ignore most useless character
* escapes and all character references.
*
* @type {AssociationId}
*/
function association(node) {
	if (node.label || !node.identifier) return node.label || "";
	return decodeString(node.identifier);
}

// node_modules/mdast-util-to-markdown/lib/util/compile-pattern.js
/**
* @import {CompilePattern} from '../types.js'
*/
/**
* Compiles a pattern object into a regular expression.
*
* @type {CompilePattern}
*/
function compilePattern(pattern) {
	if (!pattern._compiled) {
		const before = (pattern.atBreak ? "[\\r\\n][\\t ]*" : "") + (pattern.before ? "(?:" + pattern.before + ")" : "");
		pattern._compiled = new RegExp((pattern.beforeNode ? "^" : before ? "(" + before + ")" : "") + (/[$()*+.?[\\\]^{|}]/.test(pattern.character) ? "\\" : "") + pattern.character + (pattern.afterNode ? "$" : pattern.after ? "(?:" + pattern.after + ")" : ""), pattern.unicode ? "gu" : "g");
	}
	return pattern._compiled;
}

// node_modules/mdast-util-to-markdown/lib/util/container-flow.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {FlowChildren, FlowParents, TrackFields} from '../types.js'
*/
/**
* Serialize the children of a parent that contains flow children.
*
* @param {FlowParents} parent
*   Parent of flow nodes.
* @param {State} state
*   Info passed around about the current state.
* @param {TrackFields} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized children, joined by (blank) lines.
*/
function containerFlow(parent, state, info) {
	const indexStack = state.indexStack;
	const children = parent.children || [];
	const tracker = state.createTracker(info);
	/** @type {Array<string>} */
	const results = [];
	let index = -1;
	indexStack.push(-1);
	while (++index < children.length) {
		const child = children[index];
		indexStack[indexStack.length - 1] = index;
		results.push(tracker.move(state.handle(child, parent, state, {
			before: "\n",
			after: "\n",
			...tracker.current()
		})));
		if (child.type !== "list") state.bulletLastUsed = void 0;
		if (index < children.length - 1) results.push(tracker.move(between(child, children[index + 1], parent, state)));
	}
	indexStack.pop();
	return results.join("");
}
/**
* Determine the markdown to insert between two flow nodes.
*
* @param {FlowChildren} left
*   Left flow node.
* @param {FlowChildren} right
*   Right flow node.
* @param {FlowParents} parent
*   Parent of the flow nodes.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Markdown to insert between the two flow nodes.
*/
function between(left, right, parent, state) {
	let index = state.join.length;
	while (index--) {
		const result = state.join[index](left, right, parent, state);
		if (result === true || result === 1) break;
		if (typeof result === "number") return "\n".repeat(1 + result);
		if (result === false) return "\n\n<!---->\n\n";
	}
	return "\n\n";
}

// node_modules/mdast-util-to-markdown/lib/util/indent-lines.js
/**
* @import {IndentLines} from '../types.js'
*/
const eol = /\r?\n|\r/g;
/**
* Indents each line.
*
* @type {IndentLines}
*/
function indentLines(value, map) {
	/** @type {Array<string>} */
	const result = [];
	let start = 0;
	let line = 0;
	/** @type {RegExpExecArray | null} */
	let match;
	while (match = eol.exec(value)) {
		one(value.slice(start, match.index));
		result.push(match[0]);
		start = match.index + match[0].length;
		line++;
	}
	one(value.slice(start));
	return result.join("");
	/**
	* Indents a single line.
	*
	* @param {string} value
	*   Line.
	*/
	function one(value) {
		result.push(map(value, line, !value));
	}
}

// node_modules/mdast-util-to-markdown/lib/util/safe.js
/**
* @import {Nodes} from 'mdast'
* @import {SafeConfig, State, Unsafe} from 'mdast-util-to-markdown'
*/
const own = {}.hasOwnProperty;
/**
* Make a string safe for embedding in markdown constructs.
*
* In markdown, almost all punctuation characters can, in certain cases,
* result in something.
* Whether they do is highly subjective to where they happen and in what
* they happen.
*
* To solve this, `mdast-util-to-markdown` tracks:
*
* * characters before and after something;
* * what “constructs” we are in.
*
* This information is then used by this function to escape or encode
* special characters.
*
* @param {State} state
*   Info passed around about the current state.
* @param {string | null | undefined} input
*   Raw value to make safe.
* @param {SafeConfig} config
*   Configuration.
* @returns {string}
*   Serialized markdown safe for embedding.
*/
function safe(state, input, config) {
	const value = (config.before || "") + (input || "") + (config.after || "");
	/** @type {Array<number>} */
	const positions = [];
	/** @type {Array<string>} */
	const result = [];
	/** @type {Record<number, {before: boolean, after: boolean}>} */
	const infos = {};
	const percentEncode = state.stack.includes("autolink");
	const offset = config.before ? config.before.length : 0;
	const end = value.length - (config.after ? config.after.length : 0);
	let index = -1;
	while (++index < state.unsafe.length) {
		const pattern = state.unsafe[index];
		if (!patternInScope(state.stack, pattern) || !nodeInScope(pattern.beforeNode, config.beforeNode) || !nodeInScope(pattern.afterNode, config.afterNode)) continue;
		const expression = state.compilePattern(pattern);
		const from = pattern.beforeNode ? offset : 0;
		const subject = value.slice(from, pattern.afterNode ? end : void 0);
		/** @type {RegExpExecArray | null} */
		let match;
		while (match = expression.exec(subject)) {
			const before = Boolean(pattern.before || pattern.atBreak);
			const after = Boolean(pattern.after);
			const position = from + match.index + (before ? match[1].length : 0);
			if (own.call(infos, position)) {
				if (infos[position].before && !before) infos[position].before = false;
				if (infos[position].after && !after) infos[position].after = false;
			} else {
				positions.push(position);
				infos[position] = {
					before,
					after
				};
			}
		}
	}
	positions.sort(numerical);
	let start = offset;
	index = -1;
	while (++index < positions.length) {
		const position = positions[index];
		if (position < start || position >= end) continue;
		if (value.charAt(position) === "_" && position > 0 && classifyCharacter(value.charCodeAt(position - 1)) === void 0 && !own.call(infos, position - 1) && !(position - 1 === offset && /[*_]/.test(value.charAt(offset - 1)))) {
			let sequenceEnd = position + 1;
			while (sequenceEnd < end && value.charAt(sequenceEnd) === "_") sequenceEnd++;
			const skip = sequenceEnd - position - 1;
			if (positions[index + skip] === sequenceEnd - 1 && sequenceEnd < value.length && classifyCharacter(value.charCodeAt(sequenceEnd)) === void 0 && !own.call(infos, sequenceEnd) && !(sequenceEnd === end - 1 && /[*_]/.test(value.charAt(end)))) {
				index += skip;
				continue;
			}
		}
		if (position + 1 < end && positions[index + 1] === position + 1 && infos[position].after && !infos[position + 1].before && !infos[position + 1].after || position - 1 >= offset && positions[index - 1] === position - 1 && infos[position].before && !infos[position - 1].before && !infos[position - 1].after) continue;
		if (start !== position) {
			const slice = value.slice(start, position);
			result.push(percentEncode ? slice : escapeBackslashes(slice, "\\"));
		}
		start = position + 1;
		if (percentEncode) result.push("%" + value.charCodeAt(position).toString(16).toUpperCase().padStart(2, "0"));
		else if (/[!-/:-@[-`{-~]/.test(value.charAt(position)) && (!config.encode || !config.encode.includes(value.charAt(position)))) result.push("\\" + value.charAt(position));
		else result.push(encodeCharacterReference(value.charCodeAt(position)));
	}
	const rest = value.slice(start, end);
	result.push(percentEncode ? rest : escapeBackslashes(rest, config.after));
	return result.join("");
}
/**
* Check if a node matches the node types of a pattern.
*
* @param {Array<Nodes['type']> | Nodes['type'] | null | undefined} types
*   Node types.
* @param {Nodes | undefined} node
*   Node.
* @returns {boolean}
*   Whether `node` matches `types`.
*/
function nodeInScope(types, node) {
	if (!types) return true;
	if (!node) return false;
	return typeof types === "string" ? types === node.type : types.includes(node.type);
}
/**
* Compare two numbers.
*
* @param {number} a
*   Number.
* @param {number} b
*   Other number.
* @returns {number}
*   Result.
*/
function numerical(a, b) {
	return a - b;
}
/**
* Escape backslashes in a string, considering characters that follow.
*
* @param {string} value
*   Value.
* @param {string} after
*   Characters that follow the value.
* @returns {string}
*   Escaped string.
*/
function escapeBackslashes(value, after) {
	const expression = /\\(?=[!-/:-@[-`{-~])/g;
	/** @type {Array<number>} */
	const positions = [];
	/** @type {Array<string>} */
	const results = [];
	const whole = value + after;
	let index = -1;
	let start = 0;
	/** @type {RegExpExecArray | null} */
	let match;
	while (match = expression.exec(whole)) positions.push(match.index);
	while (++index < positions.length) {
		if (start !== positions[index]) results.push(value.slice(start, positions[index]));
		results.push("\\");
		start = positions[index];
	}
	results.push(value.slice(start));
	return results.join("");
}

// node_modules/mdast-util-to-markdown/lib/util/track.js
/**
* @import {CreateTracker, TrackCurrent, TrackMove, TrackShift} from '../types.js'
*/
/**
* Track positional info in the output.
*
* @type {CreateTracker}
*/
function track(config) {
	/* c8 ignore next 5 */
	const options = config || {};
	const now = options.now || {};
	let lineShift = options.lineShift || 0;
	let line = now.line || 1;
	let column = now.column || 1;
	return {
		move,
		current,
		shift
	};
	/**
	* Get the current tracked info.
	*
	* @type {TrackCurrent}
	*/
	function current() {
		return {
			now: {
				line,
				column
			},
			lineShift
		};
	}
	/**
	* Define an increased line shift (the typical indent for lines).
	*
	* @type {TrackShift}
	*/
	function shift(value) {
		lineShift += value;
	}
	/**
	* Move past some generated markdown.
	*
	* @type {TrackMove}
	*/
	function move(input) {
		const value = input || "";
		const chunks = value.split(/\r?\n|\r/g);
		const tail = chunks[chunks.length - 1];
		line += chunks.length - 1;
		column = chunks.length === 1 ? column + tail.length : 1 + tail.length + lineShift;
		return value;
	}
}

// node_modules/mdast-util-to-markdown/lib/index.js
/**
* @import {Info, Join, Options, SafeConfig, State} from 'mdast-util-to-markdown'
* @import {Nodes} from 'mdast'
* @import {Enter, FlowParents, PhrasingParents, TrackFields} from './types.js'
*/
/**
* Turn an mdast syntax tree into markdown.
*
* @param {Nodes} tree
*   Tree to serialize.
* @param {Options | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Serialized markdown representing `tree`.
*/
function toMarkdown(tree, options) {
	const settings = options || {};
	/** @type {State} */
	const state = {
		associationId: association,
		bulletCurrent: void 0,
		bulletLastUsed: void 0,
		containerPhrasing: containerPhrasingBound,
		containerFlow: containerFlowBound,
		createTracker: track,
		compilePattern,
		enter,
		handlers: { ...handle },
		handle: void 0,
		indentLines,
		indexStack: [],
		join: [...join$1],
		options: {},
		safe: safeBound,
		stack: [],
		unsafe: [...unsafe]
	};
	configure(state, settings);
	if (state.options.tightDefinitions) state.join.push(joinDefinition);
	state.handle = zwitch("type", {
		invalid,
		unknown,
		handlers: state.handlers
	});
	let result = state.handle(phrasing$2(tree) ? {
		type: "root",
		children: [tree]
	} : tree, void 0, state, {
		before: "\n",
		after: "\n",
		now: {
			line: 1,
			column: 1
		},
		lineShift: 0
	});
	if (result && result.charCodeAt(result.length - 1) !== 10 && result.charCodeAt(result.length - 1) !== 13) result += "\n";
	return result;
	/**
	* Enter a construct.
	*
	* @type {Enter}
	*/
	function enter(name) {
		state.stack.push(name);
		return exit;
		/**
		* Exit a construct.
		*
		* @returns {undefined}
		*   Nothing.
		*/
		function exit() {
			state.stack.pop();
		}
	}
}
/**
* Handle an invalid value that cannot be processed.
*
* @param {unknown} value
*   Value.
* @returns {never}
*   Never.
* @throws {Error}
*   Always.
*/
function invalid(value) {
	throw new Error("Cannot handle value `" + value + "`, expected node");
}
/**
* Handle an unknown node.
*
* @param {unknown} value
*   Value.
* @returns {never}
*   Never.
* @throws {Error}
*   Always.
*/
function unknown(value) {
	throw new Error("Cannot handle unknown node `" + value.type + "`");
}
/**
* Join function for `tightDefinitions` option.
*
* @type {Join}
*/
function joinDefinition(left, right) {
	if (left.type === "definition" && left.type === right.type) return 0;
}
/**
* Serialize the children of a parent that contains phrasing children.
*
* These children will be joined flush together.
*
* @this {State}
*   Info passed around about the current state.
* @param {PhrasingParents} parent
*   Parent of flow nodes.
* @param {Info} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized children, joined together.
*/
function containerPhrasingBound(parent, info) {
	return containerPhrasing(parent, this, info);
}
/**
* Serialize the children of a parent that contains flow children.
*
* These children will typically be joined by blank lines.
* What they are joined by exactly is defined by `Join` functions.
*
* @this {State}
*   Info passed around about the current state.
* @param {FlowParents} parent
*   Parent of flow nodes.
* @param {TrackFields} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized children, joined by (blank) lines.
*/
function containerFlowBound(parent, info) {
	return containerFlow(parent, this, info);
}
/**
* Make a string safe for embedding in markdown constructs.
*
* In markdown, almost all punctuation characters can, in certain cases,
* result in something.
* Whether they do is highly subjective to where they happen and in what
* they happen.
*
* To solve this, `mdast-util-to-markdown` tracks:
*
* * Characters before and after something;
* * What “constructs” we are in.
*
* This information is then used by this function to escape or encode
* special characters.
*
* @this {State}
*   Info passed around about the current state.
* @param {string | null | undefined} value
*   Raw value to make safe.
* @param {SafeConfig} config
*   Configuration.
* @returns {string}
*   Serialized markdown safe for embedding.
*/
function safeBound(value, config) {
	return safe(this, value, config);
}

// src/report/markdown.ts
/** GitHub cuts comments at 65,536 characters; the rest is room for the marker and for escapes counted differently. */
const COMMENT_BYTES = 6e4;
/** A job summary may have 1 MiB. */
const SUMMARY_BYTES = 1e6;
const encoder = new TextEncoder();
/**
* The report as Markdown for a comment or a job summary: the first line says the verdict and the number that decided
* it. Of the ladder's rungs, the fullest that fits into `bytes` of UTF-8.
*/
function renderMarkdown(file, context, bytes) {
	for (const rung of LADDER) {
		const sections = sectionsFor(file, {
			medium: "comment",
			context,
			rung
		});
		if (sections.some(({ blocks }) => verbatimLength(blocks) > bytes)) continue;
		const markdown = serialize(sections.flatMap(folded));
		if (encoder.encode(markdown).length <= bytes) return {
			markdown,
			rung: rung.name
		};
	}
	throw new Error(`not even the verdict fits into ${bytes} bytes`);
}
/** What cannot fit need not be written to be measured: outputs are by far the most of a long report. */
const verbatimLength = (blocks) => blocks.reduce((sum, block) => {
	if (block.kind === "code") return sum + block.text.length;
	if (block.kind === "details") return sum + verbatimLength(block.children);
	if (block.kind === "sides") return sum + verbatimLength(block.sides.map(([, content]) => content));
	return sum;
}, 0);
const blocksToMarkdown = (blocks) => serialize(blocks.flatMap(node));
/** A table without padding: a long one costs 40 % less of the comment's budget. */
const tableHandle = ({ align, children }, _, state, info) => {
	const rows = children.map((row) => row.children.map((cell) => state.containerPhrasing(cell, {
		...info,
		before: "|",
		after: "|"
	})));
	return markdownTable(rows, {
		align: align ?? null,
		alignDelimiters: false
	});
};
const OPTIONS = {
	bullet: "-",
	handlers: { table: tableHandle },
	unsafe: [{ character: "|" }]
};
const serialize = (children) => toMarkdown({
	type: "root",
	children
}, OPTIONS);
/** A section with a title is folded. The blank line after the summary makes GitHub render the body as Markdown. */
function folded({ title, blocks }) {
	const nodes = blocks.flatMap(node);
	return title === null ? nodes : [
		html(`<details><summary>${title}</summary>`),
		...nodes,
		html("</details>")
	];
}
/** The only HTML is our own: elements that carry foreign text in entities, or none. */
const html = (value) => ({
	type: "html",
	value
});
function node(block) {
	switch (block.kind) {
		case "headline": return node(paragraph$1(inline`${strong$1(verdictLabel(block.verdict))} ${block.content}`));
		case "heading": return [{
			type: "heading",
			depth: 4,
			children: phrasing(block.content)
		}];
		case "paragraph": return [{
			type: "paragraph",
			children: phrasing(block.content)
		}];
		case "list": return [listNode(block.items)];
		case "fields": return [listNode(block.rows.map(([name, value]) => ({
			content: inline`${name}: ${value}`,
			below: []
		})))];
		case "table": return [tableNode(block)];
		case "code": return [{
			type: "code",
			lang: block.language,
			value: block.text
		}];
		case "sides": return block.sides.flatMap(([title, content]) => [...node(paragraph$1(ours(`${title}:`))), ...node(content)]);
		case "figure": return node(paragraph$1(block.words));
		case "details": return [...node(paragraph$1(block.summary)), ...block.children.flatMap(node)];
	}
}
function listNode(items) {
	return {
		type: "list",
		spread: false,
		children: items.map(({ content, below }) => ({
			type: "listItem",
			spread: false,
			children: [{
				type: "paragraph",
				children: phrasing(content)
			}, ...below.length === 0 ? [] : [listNode(below.map((line) => ({
				content: line,
				below: []
			})))]]
		}))
	};
}
function tableNode({ columns, rows }) {
	const row = (cells) => ({
		type: "tableRow",
		children: cells.map((cell) => ({
			type: "tableCell",
			children: phrasing(cell)
		}))
	});
	return {
		type: "table",
		align: columns.map(({ align }) => align),
		children: [row(columns.map(({ title }) => title)), ...rows.map(row)]
	};
}
/** Data is a plain word or inert code, and never markup. */
function phrasing(line) {
	const nodes = [];
	const text = (value) => {
		const last = nodes.at(-1);
		if (last?.type === "text") last.value += value;
		else nodes.push({
			type: "text",
			value
		});
	};
	for (const part of line) if (part.kind === "strong") nodes.push({
		type: "strong",
		children: [{
			type: "text",
			value: part.text
		}]
	});
	else if (part.kind === "code") nodes.push(html(htmlCode(part.text)));
	else if (part.kind === "link") nodes.push({
		type: "link",
		url: part.url,
		children: [{
			type: "text",
			value: part.text
		}]
	});
	else if (part.kind === "prose") proseWords(part.text).forEach((word, index) => {
		if (index > 0) text(" ");
		if (word.isPlain) text(word.text);
		else nodes.push(html(htmlCode(word.text, word.text.length)));
	});
	else text(part.text);
	return nodes;
}
const FAULT_LENGTH = 4e3;
/** A verdict of `invalid` for an error that kept the samples from being judged. */
function describeFault(message, commit = null) {
	const [first = ""] = message.split("\n", 1);
	const line = inline`the samples could not be judged: ${first}`;
	const unknown = ours("Nothing is known about the candidate.");
	const markdown = blocksToMarkdown([
		{
			kind: "headline",
			verdict: "invalid",
			content: inline`${agePrefix(commit)}${line}`
		},
		paragraph$1(joined([
			strong$1("This blocks the merge."),
			commitSentence(commit),
			unknown
		])),
		verbatim(message, FAULT_LENGTH)
	]);
	return {
		summary: `Invalid: ${toPlain(line)}`,
		markdown
	};
}

// src/core/decide/decide.ts
/**
* Judges every gate and joins the blocking ones. Pure: the same samples and policy give the same decision, byte for byte.
*
* All blocking gates must pass for the whole to pass, each tested at the policy's α: an intersection-union test, whose
* error is at most α without a correction (Berger 1982). One proven regression fails the whole; that is not corrected
* either, because with a margin an unchanged model is failed far more rarely than α.
*/
function decide({ comparisons, anchored = [], gates, policy }) {
	const results = gates.map((gate) => judgeGate(gate, gate.against === "anchor" ? anchored : comparisons, policy).result).sort(worstFirst);
	const blocking = results.filter(({ tier }) => tier === "blocking");
	const { anchorOnly, ungated } = otherMismatches(comparisons, gates);
	const verdict = join$2([...blocking.map((gate) => gate.verdict), ...anchorOnly.length > 0 ? ["invalid"] : []]);
	const blocked = blocking.some((gate) => gate.blocks) || verdict === "invalid";
	return {
		verdict,
		blocked,
		reasons: [
			headline(verdict, blocked, blocking, gates.length, policy),
			...anchorOnly,
			...ungated.map((message) => `No gate speaks of it: ${message}`)
		],
		gates: results
	};
}
function worstFirst(a, b) {
	const rank = ({ tier, verdict }) => (tier === "blocking" ? VERDICTS.length : 0) + VERDICTS.indexOf(verdict);
	return rank(b) - rank(a);
}
/**
* Tasks that cannot be compared with the baseline and that no gate against it speaks of. Where gates speak of the anchor
* alone, what was to hold is unknown: `invalid`. Where none speaks of the task, nothing that was to hold rests on it: a
* warning, and never silence, since it was asked for.
*/
function otherMismatches(comparisons, gates) {
	const gated = new Set(gates.map((gate) => gate.task));
	const againstBaseline = new Set(gates.flatMap(({ against, task }) => against === void 0 ? [task] : []));
	const messages = (isMeant) => comparisons.filter(({ task }) => isMeant(task)).flatMap(({ mismatches }) => mismatches.filter(({ severity }) => severity === "hard")).map(mismatchMessage);
	return {
		anchorOnly: messages((task) => gated.has(task) && !againstBaseline.has(task)),
		ungated: messages((task) => !gated.has(task))
	};
}
function headline(verdict, blocked, blocking, gateCount, policy) {
	if (gateCount === 0) return "There are no gates, so nothing was judged: add a threshold or a gate to the config.";
	if (blocking.length === 0) return "All gates are advisory, so nothing was judged that could pass: make at least one of them blocking.";
	const deciding = blocking.filter((gate) => gate.verdict === verdict).map(({ id }) => id);
	const share = `${deciding.length} of ${blocking.length} blocking gates`;
	const which = deciding.length === 0 ? "" : `: ${deciding.join(", ")}`;
	switch (verdict) {
		case "pass": return blocking.length === 1 ? "The blocking gate holds." : `All ${blocking.length} blocking gates hold.`;
		case "regression": return `A regression is proven on ${share}${which}.`;
		case "inconclusive": return `The data do not decide ${share}, and with on_inconclusive: ${policy.onInconclusive.value} that ${blocked ? "blocks" : "does not block"}${which}.`;
		case "invalid": return deciding.length === 0 ? "A task that is gated against the anchor alone cannot be compared with the baseline." : `${share} could not be judged${which}.`;
		default: return assertNever(verdict);
	}
}

// src/app/judge/empty-outputs.ts
function isEmpty({ samples }) {
	for (const { output } of samples) if (output?.trim() !== "") return false;
	return samples.length > 0;
}
/** Whether outputs are known to have been kept: of another program an empty one may be one that was not. */
const keepsOutputs = ({ record }, baseline) => record.fingerprint.harness === "weighbridge native" || baseline !== void 0 && baseline.samples.length > 0 && !isEmpty(baseline);
/**
* Why a candidate that said nothing at all proves nothing: it is never rude, and is never wrong in a way that a ceiling sees.
* One sentence for each such task on which a gate could block.
*/
function emptyOutputs(candidate, baseline, gates) {
	const gated = new Set(gates.filter(({ tier }) => tier === "blocking").flatMap(tasksOfGate));
	return candidate.filter((run) => gated.has(run.record.task) && isEmpty(run)).filter((run) => keepsOutputs(run, baseline.find(({ record }) => record.task === run.record.task))).map(({ record, samples }) => `all of the candidate's ${plural(samples.length, "answer")} to ${record.task} are empty, which is a broken checkpoint, template or stop text and no behaviour: look at what it is asked`);
}

// src/app/judge/judge-runs.ts
/** What the stored runs come to under the config's gates. Pure. A gate whose anchor is not there is `invalid`. */
function judgeRuns(config, sides) {
	const { gates, policy, file, digest } = config;
	const [baseline, candidate] = [sides.baseline.runs, sides.candidate.runs.map(inDesignedOrder)];
	const expected = config.tasks.map(({ name }) => name);
	const comparisons = compareRuns(baseline, candidate, expected, policy.alpha.value);
	const anchored = compareWithAnchor(config, sides);
	const decision = decide({
		comparisons,
		anchored,
		gates,
		policy
	});
	const anchor = config.anchor === null ? null : {
		runs: sides.anchor?.runs ?? [],
		comparisons: anchored
	};
	const facts = verdictFacts({
		version: VERSION,
		config: {
			file,
			digest
		},
		gates,
		policy,
		runs: {
			baseline,
			candidate
		},
		comparisons,
		decision,
		...anchor === null ? {} : { anchor },
		...sides.provenance === void 0 ? {} : { provenance: sides.provenance }
	});
	const faults = [
		sides.baseline,
		sides.candidate,
		sides.anchor
	].flatMap((side) => side?.faults ?? []);
	const gaps = candidate.flatMap((run) => gapIn(run, baseline) ?? []);
	const empty = emptyOutputs(candidate, baseline, gates);
	const orphaned = orphanedRuns(config, sides);
	return [
		...faults.map(messageOf),
		...gaps,
		...empty,
		...orphaned
	].reduce(invalidateVerdict, buildVerdictFile(facts));
}
/**
* Runs that one side alone has of tasks which the config does not name: left by an earlier config, more often than not. A
* config without tasks judges whatever there is.
*/
function orphanedRuns({ tasks, file }, { baseline, candidate }) {
	if (tasks.length === 0) return [];
	const known = new Set(tasks.map(({ name }) => name));
	const alone = (side, own, other) => own.runs.filter(({ record: { task } }) => !known.has(task)).filter(({ record: { task } }) => other.runs.every(({ record }) => record.task !== task)).map(({ record: { task }, folder }) => `the ${side} alone has a run of ${task}, in ${folder}, and ${file ?? "the config"} names no such task: it may be left from an earlier config. Evaluate the ${side} again, which sets it aside, take the folder away, or add the task`);
	return [...alone("baseline", baseline, candidate), ...alone("candidate", candidate, baseline)];
}
/** The tasks that a gate compares with the anchor; an old release may well lack the others. */
function compareWithAnchor({ gates, policy }, sides) {
	const tasks = new Set(gates.filter(({ against }) => against === "anchor").map(({ task }) => task));
	const limited = (side) => (side?.runs ?? []).filter(({ record }) => tasks.has(record.task));
	return compareRuns(limited(sides.anchor), limited(sides.candidate), [...tasks], policy.alpha.value).map((comparison) => ({
		...comparison,
		mismatches: comparison.mismatches.map((mismatch) => ({
			...mismatch,
			against: "anchor"
		}))
	}));
}
/** A sequential run in the order of its design, whatever order its lines are in: shards are joined one after the other. */
function inDesignedOrder(run) {
	const { record, samples } = run;
	if (designOf(record) === "full") return run;
	const placed = Array.from(samples, ({ id }, position) => ({
		id,
		position
	}));
	const positions = Int32Array.from(sequentialOrder(placed, record), ({ position }) => position);
	return {
		record,
		samples: {
			length: positions.length,
			at: (index) => samples.at(positions[index] ?? positions.length),
			*[Symbol.iterator]() {
				for (const position of positions) {
					const sample = samples.at(position);
					if (sample !== void 0) yield sample;
				}
			}
		}
	};
}
/**
* A run that stopped early must hold the first samples of its own order, which the baseline's samples tell: whoever leaves some
* of them out could choose which.
*/
function gapIn({ record, samples }, baseline) {
	const whole = baseline.find((other) => other.record.task === record.task);
	if (designOf(record) === "full" || whole === void 0) return null;
	const idsOf = (of) => [...new Set(Array.from(of, ({ id }) => id))];
	const held = new Set(idsOf(samples));
	const order = sequentialOrder(idsOf(whole.samples).map((id) => ({ id })), record).map(({ id }) => id);
	const known = order.filter((id) => held.has(id)).length;
	const missing = order.slice(0, known).find((id) => !held.has(id));
	return missing === void 0 ? null : `the candidate's run of ${record.task} left out the sample ${JSON.stringify(missing)} of its order, and went on: its samples could have been chosen`;
}

// src/app/policy/changes.ts
/**
* What a pull request changes of how it is judged: gates, rules of judging, and what is asked of which baseline. Compared are
* the resolved configs, so that moving or rewording a line is no change.
*/
function policyChanges(base, head) {
	const changes = [...gateChanges(base, head), ...settingChanges(base, head)];
	const rank = {
		looser: 0,
		changed: 1,
		stricter: 2
	};
	return changes.sort((a, b) => rank[a.effect] - rank[b.effect]);
}
function gateChanges(base, head) {
	const byId = (config) => new Map(config.gates.map((gate) => [gate.id, gate]));
	const [before, after] = [byId(base), byId(head)];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
		const [was, is] = [before.get(id), after.get(id)];
		const limits = {
			subject: id.replace(/:(?=[a-z_]+(?:@anchor)?$)/, ": "),
			before: was === void 0 ? null : limitOf(base, was),
			after: is === void 0 ? null : limitOf(head, is)
		};
		const added = is?.tier === "advisory" ? "changed" : "stricter";
		if (was === void 0) return [{
			...limits,
			effect: added
		}];
		if (is === void 0) return [{
			...limits,
			effect: was.tier === "advisory" ? "changed" : "looser"
		}];
		const terms = TERMS.filter(({ of }) => of(was) !== of(is)).map(({ name, of, effect }) => ({
			subject: `${limits.subject} ${name}`,
			before: of(was),
			after: of(is),
			effect: effect(is)
		}));
		return limits.before === limits.after ? terms : [{
			...limits,
			effect: effectOn(was, is)
		}, ...terms];
	});
}
/** What a gate says besides its limit. */
const TERMS = [
	{
		name: "tier",
		of: ({ tier }) => tier,
		effect: ({ tier }) => tier === "advisory" ? "looser" : "stricter"
	},
	{
		name: "allow_weak_evidence",
		of: ({ allowWeakEvidence = false }) => String(allowWeakEvidence),
		effect: ({ allowWeakEvidence = false }) => allowWeakEvidence ? "looser" : "stricter"
	},
	{
		name: "losses",
		of: (gate) => lossesOf(gate).map(describeLoss).sort().join(", ") || "none",
		effect: () => "changed"
	}
];
const describeLoss = ({ task, metric, filter, weight }) => `${task}/${metric}${filter === void 0 ? "" : `,${filter}`} × ${weight}`;
function effectOn(was, is) {
	const [from, to] = [sizeOf(was), sizeOf(is)];
	if (from === null || to === null || from.kind !== to.kind || from.value === to.value) return "changed";
	return (to.value - from.value) * ruleOf(is).limitSign > 0 ? "looser" : "stricter";
}
function sizeOf(gate) {
	const { limit } = gate;
	return typeof limit === "number" ? {
		kind: "value",
		value: limit
	} : limit;
}
function limitOf(config, gate) {
	const rate = config.declared.find((each) => each.task === gate.task)?.metrics.find(({ name }) => name === gate.metric)?.unit === "rate";
	return describeLimit(gate, rate ? "rate" : "other");
}
/** Everything else that has a value; a candidate is what a pull request is there to change. */
function settingChanges(base, head) {
	const [before, after] = [settingsOf(base), settingsOf(head)];
	const changed = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
	const shown = /* @__PURE__ */ new Map();
	for (const name of changed) {
		const task = /^tasks\.(.+)\.[^.]+$/.exec(name)?.[1];
		const onOne = task !== void 0 && has(base, task) !== has(head, task);
		const subject = onOne ? `tasks.${task}` : name;
		const [was, is] = onOne ? [has(base, task) ? "there" : null, has(head, task) ? "there" : null] : [before.get(name) ?? null, after.get(name) ?? null];
		const onCode = newCode(base, head).length > 0 ? "looser" : "stricter";
		const effect = subject === "policy.allow" ? onCode : settingEffect(subject, was, is);
		shown.set(subject, {
			subject,
			before: was,
			after: is,
			effect
		});
	}
	return [...shown.values()];
}
const has = ({ tasks }, task) => tasks.some(({ name }) => name === task);
function settingsOf(config) {
	const gates = new Set(config.gates.map(({ id }) => id));
	const values = explainConfig(config).filter(({ key }) => key !== "candidate" && !gates.has(key));
	return new Map(values.map(({ key, value }) => [key, value]));
}
const STRICTNESS = {
	warn: 0,
	lean: 1,
	block: 2
};
const isOnInconclusive = (text) => text !== null && text in STRICTNESS;
function settingEffect(subject, was, is) {
	if (subject === "policy.on_inconclusive" && isOnInconclusive(was) && isOnInconclusive(is)) return STRICTNESS[is] < STRICTNESS[was] ? "looser" : "stricter";
	if (subject === "policy.min_coverage") return Number(is) < Number(was) ? "looser" : "stricter";
	if (subject === "policy.waiver_max_days") return Number(is) > Number(was) ? "looser" : "stricter";
	if (subject === "policy.allow") return allowed(is).every((name) => allowed(was).includes(name)) ? "stricter" : "looser";
	return "changed";
}
const allowed = (list) => JSON.parse(list ?? "[]");
/** Code that may run only since the pull request says so: refused before anything is evaluated. */
function newCode(base, head) {
	return head.allow.filter((code) => !base.allow.includes(code));
}

// src/app/policy/stricter.ts
/**
* One verdict of two policies on the same samples: the worse of the two, blocked where either blocks, each gate as the
* stricter policy has it.
*/
function stricterOf(base, head, policyOrigin, [first, second] = ["of the base branch", "of the pull request"]) {
	const gates = new Map(base.gates.map((gate) => [gate.id, gate]));
	const limits = { ...base.policy.limits };
	for (const gate of head.gates) {
		const other = gates.get(gate.id);
		if (other !== void 0 && severity(other) >= severity(gate)) continue;
		gates.set(gate.id, gate);
		const limit = head.policy.limits[gate.id];
		if (limit !== void 0) limits[gate.id] = limit;
	}
	const deciding = severity(base) >= severity(head) ? base : head;
	const says = ({ verdict, blocked }) => `${verdict}${blocked ? ", which blocks" : ""}`;
	return buildVerdictFile({
		...deciding,
		verdict: join$2([base.verdict, head.verdict]),
		blocked: base.blocked || head.blocked,
		reasons: [...deciding.reasons, `The policy ${first} says ${says(base)}; that ${second} says ${says(head)}. The stricter of the two decides.`],
		policy: {
			...deciding.policy,
			limits
		},
		gates: [...gates.values()],
		comparability: unique([...base.comparability, ...head.comparability]),
		tasks: base.tasks.length >= head.tasks.length ? base.tasks : head.tasks,
		policyOrigin
	});
}
/** Blocking before not, then the worse verdict, then the tier that could block. */
function severity(judged) {
	const blocks = "blocks" in judged ? judged.blocks : judged.blocked;
	const tier = "tier" in judged && judged.tier === "blocking" ? 1 : 0;
	return (blocks ? 100 : 0) + VERDICTS.indexOf(judged.verdict) * 10 + tier;
}
const unique = (items) => [...new Map(items.map((item) => [verdictJson(item), item])).values()];

// src/app/policy/waive.ts
/**
* Lets waivers keep gates from blocking. Verdicts stay what they are: a regression that was waived is a regression. `invalid`
* cannot be waived, since nobody knows what would be. Waivers that were applied before stay.
* @param today the day in UTC, `2026-11-21`
* @param maxDays how many days ahead a waiver may expire
*/
function applyWaivers(file, waivers, today, maxDays = 90) {
	if (waivers.length === 0) return file;
	const records = [];
	const gates = new Map(file.gates.map((gate) => [gate.id, gate]));
	for (const { refused, ...waiver } of waivers) {
		const named = gatesNamed(waiver.gate, file.gates).map(({ id }) => gates.get(id) ?? id);
		const because = refused ?? obstacle(named, waiver.expires, today, maxDays);
		const [gate] = named;
		records.push({
			...waiver,
			applied: because === null,
			because
		});
		if (because !== null || gate === void 0 || typeof gate === "string") continue;
		const { by, reason, expires } = waiver;
		gates.set(gate.id, {
			...gate,
			blocks: false,
			waived: {
				by,
				reason,
				expires
			}
		});
	}
	const results = [...gates.values()];
	const blocked = file.blocked && (file.verdict === "invalid" || results.some(({ blocks }) => blocks));
	return buildVerdictFile({
		...file,
		blocked,
		gates: results,
		waivers: [...file.waivers ?? [], ...records]
	});
}
/** By its id, or by its metric where that is enough. */
function gatesNamed(name, gates) {
	const exact = gates.filter(({ id }) => id === name);
	return exact.length > 0 ? exact : gates.filter(({ task, metric }) => `${task}/${metric}` === name);
}
const DAY_MS = 864e5;
function obstacle(named, expires, today, maxDays) {
	const [gate, ...others] = named;
	if (gate === void 0 || typeof gate === "string") return "it names no gate";
	if (others.length > 0) return "it names several gates: give the id of one";
	if (/^\d/.test(expires) && expires < today) return `it expired on ${expires}`;
	if (/^\d/.test(expires) && Date.parse(expires) - Date.parse(today) > maxDays * DAY_MS) return `it expires on ${expires}, more than ${maxDays} days from now (policy.waiver_max_days)`;
	if (gate.verdict === "invalid") return "the gate could not be judged, and what is not known cannot be waived";
	if (gate.waived !== void 0) return "another waiver counts already";
	return gate.blocks ? null : "the gate does not block";
}

// src/app/policy/waiver-file.ts
/** Beside the config, so that owners of code can be named for it alone. */
const WAIVER_FILE = "weighbridge-waivers.yml";
const line = (what) => string(`${what} must be a text`).trim().min(1, `${what} is empty`).max(500);
const waiverSchema = strictObject({
	gate: line("gate").describe("Id of the gate, such as `facts/acc:max_drop`."),
	reason: line("reason"),
	by: line("by"),
	expires: date("expires must be a day, such as 2026-12-31")
});
const fileSchema = strictObject({
	version: literal(1, "version must be 1"),
	waivers: array(waiverSchema, "waivers must be a list").max(100)
});
/**
* The waivers of a file.
* @throws WeighbridgeError `config` at the first thing that is wrong: half a list of exceptions is not what anybody agreed on
*/
function readWaivers(text, file) {
	const source = readYaml(text, file);
	const [unreadable] = source.issues;
	if (unreadable !== void 0) throw unreadable;
	const parsed = fileSchema.safeParse(source.value);
	if (parsed.success) return parsed.data.waivers.map((waiver, index) => ({
		...waiver,
		source: `${file}:${source.locate(["waivers", index]).line ?? 1}`,
		refused: null
	}));
	const [issue] = parsed.error.issues;
	const path = issue?.path ?? [];
	throw new WeighbridgeError("config", issue?.message ?? "not a list of waivers", {
		at: source.locate(path),
		fix: "write `version: 1` and under `waivers` a list of `{gate, reason, by, expires}`"
	});
}

// src/app/policy.ts
/** The commit of the base branch that decides who may waive what, and which code may run. */
const tipOf = (base) => base.tip ?? base;
/**
* The base branch's config under the overrides in force. An override may speak of a task that the pull request adds.
* @throws IssueList when the config of the base branch is at fault: it has to be mended there first
*/
function resolveBase(text, head, overrides) {
	const config = resolveConfig({
		text,
		file: head.file ?? "weighbridge.yml",
		overrides,
		results: head.declared
	});
	return {
		config,
		changes: policyChanges(config, head)
	};
}
/**
* What the stored runs come to: under the config at hand, and where the base branch has another, under that as well. Then
* waivers, then distrust.
*/
function judgeUnderPolicies(config, overrides, sides, { base, waivers, today, untrusted }) {
	const resolved = (base === null ? [] : [base, ...base.tip === void 0 ? [] : [base.tip]]).map(({ config: text }) => text === null ? null : resolveBase(text, config, overrides));
	const judged = underBases(config, sides, base, resolved);
	const decides = base === null ? config : resolved.at(-1)?.config;
	const waived = applyWaivers(judged, waivers, today, decides?.waiverMaxDays);
	const known = resolved.filter((each) => each !== null);
	const lenient = known.length > 0 && known.every(({ config: { policy } }) => policy.onInconclusive.value === "warn");
	return untrusted === null ? waived : distrust(waived, untrusted, lenient);
}
/**
* The same file where somebody with an interest in the verdict could have written the samples. Bad samples may be believed,
* good ones prove nothing: a pass becomes `inconclusive`, and it blocks.
* @param lenient whether a policy that the samples' maker did not write lets the undecided merge, `on_inconclusive: warn`
*/
function distrust(file, untrusted, lenient) {
	const blocked = file.blocked || !lenient;
	if (file.verdict !== "pass") return buildVerdictFile({
		...file,
		blocked,
		untrusted
	});
	const reasons = [`The samples say pass, and ${untrusted}.`, ...file.reasons];
	return buildVerdictFile({
		...file,
		verdict: "inconclusive",
		blocked,
		reasons,
		untrusted
	});
}
/** @param resolved the config where the change left the base branch, then that of its tip where it is another commit */
function underBases(head, sides, base, [atFork = null, atTip = null]) {
	const own = judgeRuns(head, sides);
	if (base === null) return own;
	const fork = underBase(head, sides, own, base.revision, atFork, REMOVED);
	if (base.tip === void 0) return fork;
	const { revision } = base.tip;
	const tip = underBase(head, sides, own, revision, atTip, ADDED_SINCE);
	const policyOrigin = {
		...(atFork === null ? tip : fork).policyOrigin,
		revision: base.revision,
		tip: revision
	};
	if (atTip === null || atTip.config.digest === atFork?.config.digest) return {
		...fork,
		policyOrigin
	};
	return stricterOf(tip, fork, policyOrigin, ["of the base branch's tip", "of the commit where this branch left it"]);
}
function underBase(head, sides, own, revision, before, missing) {
	if (before === null) return {
		...own,
		policyOrigin: {
			revision,
			state: "adopted",
			changes: []
		}
	};
	const { config, changes } = before;
	if (changes.length === 0 && config.digest === head.digest) return {
		...own,
		policyOrigin: {
			revision,
			state: "same",
			changes
		}
	};
	const gated = new Set(config.gates.map(({ task }) => task));
	const asked = new Set(head.tasks.map(({ name }) => name));
	const tasks = config.tasks.filter(({ name }) => gated.has(name) || asked.has(name));
	const strict = stricterOf(judgeRuns({
		...config,
		tasks
	}, sides), own, {
		revision,
		state: "changed",
		changes
	});
	return config.tasks.map(({ name }) => name).filter((name) => gated.has(name) && !asked.has(name)).map(missing).reduce(invalidateVerdict, strict);
}
const REMOVED = (task) => `the base branch gates the task ${task}, and this pull request removes it: remove its gates first, and the task in a later pull request`;
const ADDED_SINCE = (task) => `the tip of the base branch gates the task ${task}, which this pull request does not have: bring this branch up to date`;
/** Where there is no base branch, what is checked out is the policy, and so are the waivers beside it. */
async function waiversBeside(configPath) {
	const file = join(dirname(configPath), WAIVER_FILE);
	const text = await readFile(file, "utf8").catch((error) => {
		if (error.code === "ENOENT") return null;
		throw error;
	});
	return text === null ? [] : readWaivers(text, file);
}

export { daysBetween as $, originHere as $t, verdictLabel as A, requireSide as An, imputeCandidate as At, isLook as B, VERDICTS as Bn, failureRate as Bt, sectionsFor as C, require_yauzl as Cn, chooseTarget as Ct, VERDICT_WORDS as D, engineRunner as Dn, estimateOf as Dt, BOOTSTRAP as E, isNative as En, compareTask as Et, numberColumn as F, resolveRevision as Fn, ratioOfSums as Ft, rateLogE as G, formatSize as Gt, tenths as H, verdictExitCode as Hn, formatCount as Ht, paragraph$1 as I, storedCredentials as In, binomialAtMost as It, inline as J, declaredTasks as Jt, explainLines as K, formatValue as Kt, table as L, require_saxes as Ln, binomialExactly as Lt, mismatchSentence as M, folderInRepository as Mn, stderrOfCorpusChange as Mt, isDescriptive as N, mergeBase as Nn, CANDIDATE as Nt, summaryLine as O, harnessRunner as On, paired as Ot, list$2 as P, readAtRevision as Pn, DELTA as Pt, NOT_AVAILABLE as Q, mustFind as Qt, textColumn as R, markdownTable as Rn, normalQuantile as Rt, verdictJson as S, findFormat as Sn, tasksOfGate as St, EVERYTHING as T, isHarness as Tn, compareRuns as Tt, firstCrossings as U, VERSION as Un, formatInterval as Ut, plannedLooks as V, join$2 as Vn, formatChange as Vt, BenchmarkGate as W, formatLevel as Wt, plainPart as X, defaultStore as Xt, ours as Y, openResults as Yt, toPlain as Z, findBaseline as Zt, buildVerdictFile as _, tasksOfSide as _n, hypotheticalEstimate as _t, WAIVER_FILE as a, entryKey as an, dashed as at, judgeGate as b, RESULT_FORMATS as bn, isStop as bt, newCode as c, readSideResults as cn, THRESHOLD_NAMES as ct, COMMENT_BYTES as d, salvageToJudge as dn, WAIVER_PERMISSIONS as dt, storeOf as en, formatDuration as et, SUMMARY_BYTES as f, sideFolder as fn, GATE_RULES as ft, zwitch as g, sourceIssue as gn, firstCount as gt, renderMarkdown as h, requireSources as hn, estimateOfFlips as ht, waiversBeside as i, Entries as in, OVERRIDE_NAMES as it, gateSentence as j, askGit as jn, imputeDelta as jt, verdictBadge as k, baselineSources as kn, shownDelta as kt, judgeRuns as l, readSides as ln, describeThreshold as lt, describeFault as m, requireHarness as mn, ruleOf as mt, resolveBase as n, BaselineStore as nn, readConfig as nt, readWaivers as o, parseBlessing as on, parseConfig as ot, blocksToMarkdown as p, forEngine as pn, RULES as pt, code$2 as q, plural as qt, tipOf as r, ENTRY_FILE as rn, resolveConfig as rt, applyWaivers as s, parseEntry as sn, THRESHOLDS as st, judgeUnderPolicies as t, wholeRuns as tn, loadConfig as tt, decide as u, readToJudge as un, thresholdOf as ut, invalidateVerdict as v, loadEngine as vn, locateMetric as vt, gateBlocks as w, byHarness as wn, testHypothesis as wt, earliestAnswer as x, exporterOf as xn, describeLimit as xt, hypothesisInOrder as y, EXPORTERS as yn, metricsOfGate as yt, isBatchEnd as z, EXIT_CODES as zn, mulberry32 as zt };