import { r as assertNever } from "./errors.js";
import { a as prose, i as oneLine, r as htmlCode } from "./escape.js";

// src/domain/verdict.ts
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
/** Exit codes of the command line and of the action's last step. */
const EXIT_CODES = {
	notBlocked: 0,
	regression: 1,
	inconclusiveAndBlocked: 2,
	invalid: 3,
	wrongUsage: 4,
	ourFault: 5
};

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
			const cell = serialize(table[rowIndex][columnIndex]);
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
function serialize(value) {
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

// src/domain/format.ts
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
const CHANGE = {
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
	const { scale, suffix, decimals } = CHANGE[unit];
	return `${withSign(fixed(value * scale, decimals(value * scale)))}${suffix}`;
}
/** The size of a change without its sign, for "fell by 31.2 pp". */
function formatSize(value, unit) {
	const { scale, suffix, decimals } = CHANGE[unit];
	return `${fixed(Math.abs(value * scale), decimals(value * scale))}${suffix}`;
}
/**
* `−36.0 to −26.4`, with the unit of the change beside it left to the caller; an end that could not be estimated is
* `unbounded`; null when neither could.
*/
function formatInterval(delta, unit) {
	if (delta.low === null && delta.high === null) return null;
	const { scale, decimals } = CHANGE[unit];
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

// src/report/inline.ts
/** Builds a line: the literal parts are trusted, every interpolated string is data. */
function say(literals, ...values) {
	return literals.flatMap((literal, index) => {
		const value = values[index];
		const data = typeof value === "string" ? [{
			kind: "prose",
			text: value
		}] : value ?? [];
		return literal === "" ? [...data] : [{
			kind: "ours",
			text: literal
		}, ...data];
	});
}
/** A name, path or identifier. */
function code(text) {
	return [{
		kind: "code",
		text
	}];
}
function toMarkdown(line) {
	return line.map(({ kind, text }) => kind === "ours" ? text : kind === "code" ? htmlCode(text) : prose(text)).join("");
}
/** Without markup, for terminals, logs and the `summary` field; still one line and free of control characters. */
function toPlain(line) {
	return line.map(({ kind, text }) => kind === "ours" ? text : oneLine(text)).join("");
}

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
		name: "z of two sums without samples",
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
function methodOf(name) {
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

// src/report/not-evaluated.ts
/** Whether the task of a gate had no turn, because the evaluation ended at a regression that was proven before. */
const isNotEvaluated = ({ verdict, pairs, candidate, test }) => verdict === "inconclusive" && pairs === 0 && candidate === null && test === null;
/** Which gates these are, and how to have them evaluated; nothing where there are none. */
function notEvaluatedLine(gates) {
	const names = gates.filter(isNotEvaluated).map((gate) => code(metricName(gate)));
	if (names.length === 0) return [];
	const listed = names.flatMap((name, index) => index === 0 ? [name] : [say`, `, name]).flat();
	return say`Not evaluated, since a regression was proven before their turn: ${listed}. ${code("--full")}, or ${code("policy.evaluation: full")}, evaluates them too.`;
}

// src/report/gate-sentence.ts
const nameOf = (gate) => code(metricName(gate));
/** `+1.2 pp (90 % interval +0.4 to +2.0 pp)`: what a gain leaves after the losses. */
function net({ net: left, unit }) {
	if (left === void 0 || left === null) return say`${NOT_AVAILABLE}`;
	const text = formatInterval(left, unit);
	const value = say`${formatChange(left.value, unit)}`;
	return text === null ? value : say`${value} (${formatLevel(left.level)} interval ${text})`;
}
/** ` (90 % interval −36.0 to −26.4 pp)`, or nothing where there is no interval. */
function interval(gate) {
	const text = gate.delta === null ? null : formatInterval(gate.delta, gate.unit);
	return gate.delta === null || text === null || isDescriptive(gate.delta.method) ? [] : say` (${formatLevel(gate.delta.level)} interval ${text})`;
}
/** `fell by 31.2 pp`, `rose by 0.4 pp` or `did not move`. */
function moved({ delta, unit }) {
	if (delta === null) return say`has no delta`;
	if (delta.value === 0) return say`did not move`;
	return delta.value < 0 ? say`fell by ${formatSize(delta.value, unit)}` : say`rose by ${formatSize(delta.value, unit)}`;
}
/** The bad way, in words. */
function worsening({ direction }) {
	return direction === "lower_is_better" ? "rise" : "drop";
}
function isWorse({ delta, direction }) {
	return delta !== null && (direction === "lower_is_better" ? delta.value > 0 : delta.value < 0);
}
/** `0.1 % (95 % upper bound 0.6 %)`: the candidate's own value, for ceilings and floors. */
function value({ candidate, bound, unit }) {
	if (candidate === null) return say`${NOT_AVAILABLE}`;
	const observed = say`${formatValue(candidate.value, unit)}`;
	if (bound === null) return observed;
	return say`${observed} (${formatLevel(bound.level)} ${bound.side} bound ${formatValue(bound.value, unit)})`;
}
/** `80.0 % over 5 samples`: what proved that a limit was passed; its bound on the other side would say nothing of that. */
function observed({ candidate, unit }) {
	if (candidate === null) return say`${NOT_AVAILABLE}`;
	return say`${formatValue(candidate.value, unit)} over ${plural(candidate.n, "sample")}`;
}
/** Why this gate got the verdict it got, with the number that decided it; no full stop at the end. */
function gateSentence(gate) {
	const limit = code(gate.limit);
	if (gate.verdict === "invalid") return say`${nameOf(gate)} could not be judged: ${gate.reasons[0] ?? "no reason was recorded"}`;
	if (gate.verdict === "inconclusive") return undecidedSentence(gate);
	const held = gate.verdict === "pass";
	switch (gate.rule) {
		case "max_drop": {
			const within = isWorse(gate) ? say`within the allowed ${worsening(gate)} of ${limit}` : say`and a ${worsening(gate)} of more than ${limit} is ruled out`;
			const tail = held ? within : say`more than the allowed ${limit}`;
			return say`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
		}
		case "min_gain": {
			const tail = held ? say`at least the required gain of ${limit}` : say`short of the required gain of ${limit}`;
			return say`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
		}
		case "ceiling": return held ? say`${nameOf(gate)} is ${value(gate)}, below its ceiling of ${limit}` : say`${nameOf(gate)} is ${observed(gate)}, above its ceiling of ${limit}`;
		case "floor": return held ? say`${nameOf(gate)} is ${value(gate)}, above its floor of ${limit}` : say`${nameOf(gate)} is ${observed(gate)}, below its floor of ${limit}`;
		case "no_regression_by_group": return held ? say`no group of ${nameOf(gate)} is proven to be worse by more than ${limit}` : say`groups of ${nameOf(gate)} are proven to be worse by more than ${limit}`;
		case "net_gain": {
			const tail = held ? say`more than the required ${limit}` : say`not the required ${limit}`;
			return say`${nameOf(gate)} ${moved(gate)}, and after the losses that it has to outweigh ${net(gate)} is left, ${tail}`;
		}
		default: return assertNever(gate.rule);
	}
}
function undecidedSentence(gate) {
	const name = nameOf(gate);
	if (isNotEvaluated(gate)) return say`${name} was not evaluated, since a regression was proven before its turn`;
	const limit = code(gate.limit);
	switch (gate.rule) {
		case "max_drop":
		case "min_gain": {
			const observed = gate.delta === null ? "nothing" : formatChange(gate.delta.value, gate.unit);
			const question = gate.rule === "max_drop" ? say`whether ${name} got worse by more than ${limit}` : say`whether ${name} gained the required ${limit}`;
			const samples = gate.evidence === "weak" ? "sums without samples" : plural(gate.pairs, "paired sample");
			return say`${samples} cannot tell ${question}: observed ${observed}${interval(gate)}`;
		}
		case "ceiling":
		case "floor": {
			const count = plural(gate.candidate?.n ?? 0, "sample");
			const question = gate.rule === "ceiling" ? say`whether ${name} stays below its ceiling of ${limit}` : say`whether ${name} stays above its floor of ${limit}`;
			return say`${count} cannot tell ${question}: observed ${value(gate)}`;
		}
		case "no_regression_by_group": return say`no group of ${name} is large enough to tell whether it got worse by more than ${limit}`;
		case "net_gain": return say`the samples cannot tell whether the gain of ${name} outweighs the losses by ${limit}: after them ${net(gate)} is left`;
		default: return assertNever(gate.rule);
	}
}

// src/report/order.ts
/**
* How far the observed value is inside its limit, as a share of the limit: 0 is exactly at it, negative is beyond it.
* Null where a number is missing. For ranking only: it says nothing of certainty.
*/
function slack(gate) {
	const { margin } = gate;
	if (margin === null) return null;
	const share = (distance, size) => distance / (size === 0 ? 1 : size);
	switch (gate.rule) {
		case "max_drop":
		case "min_gain": {
			if (gate.delta === null || gate.direction === null) return null;
			const gain = gate.direction === "higher_is_better" ? gate.delta.value : -gate.delta.value;
			return gate.rule === "max_drop" ? share(gain + margin, margin) : share(gain - margin, margin);
		}
		case "ceiling": return gate.candidate === null ? null : share(margin - gate.candidate.value, margin);
		case "floor": return gate.candidate === null ? null : share(gate.candidate.value - margin, 1 - margin);
		case "net_gain": return gate.net === void 0 || gate.net === null ? null : share(gate.net.value - margin, margin);
		case "no_regression_by_group": return null;
		default: return assertNever(gate.rule);
	}
}
/** Blocking gates first, then the worst verdict, then the least slack; the id settles the rest. */
function worstFirst(gates) {
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
/** The one number that decided, in a sentence: what comes after the verdict's own word; and who waived it, where somebody did. */
function headline(facts) {
	return say`${decided(facts)}${sameWeights(facts)}${waivedWords(facts.gates)}`;
}
/** A pass of a model against itself is true and proves nothing of the checkpoint that was perhaps meant. */
function sameWeights({ verdict, candidate, baseline }) {
	const isSame = candidate !== null && candidate.digest === baseline?.digest && candidate.adapter_digest === baseline.adapter_digest;
	return verdict === "pass" && isSame ? say` Candidate and baseline are the same weights.` : [];
}
/** ` Waived by alice until 2026-12-31.`, or nothing. */
function waivedWords(gates) {
	const words = gates.flatMap(({ waived }) => waived === void 0 ? [] : [toPlain(say`${waived.by} until ${untilWords(waived.expires)}`)]);
	return [...new Set(words)].flatMap((text) => say` Waived by ${text}.`);
}
/** When a waiver ends, as it stands after "until". */
function untilWords(expires) {
	return expires.startsWith("commit ") ? "the next commit" : expires;
}
function decided({ verdict, blocked, gates, reasons }) {
	const blocking = worstFirst(gates).filter((gate) => gate.tier === "blocking");
	const decisive = blocking.filter((gate) => gate.verdict === verdict);
	const [worst] = decisive;
	switch (verdict) {
		case "invalid": return say`${reasons[0] ?? worst?.reasons[0] ?? "no gate was judged"}`;
		case "regression": {
			const others = decisive.length - 1;
			const more = others > 0 ? say` ${plural(others, "more gate")} regressed.` : [];
			return worst === void 0 ? say`a gate regressed.` : say`${gateSentence(worst)}.${more}`;
		}
		case "inconclusive": {
			const effect = blocked ? say` Undecided blocks here.` : say` This does not block the merge.`;
			return worst === void 0 ? say`${reasons[0] ?? "a gate is undecided."}${effect}` : say`${gateSentence(worst)}.${effect}`;
		}
		case "pass": {
			const count = plural(blocking.length, "blocking gate");
			const holds = blocking.length === 1 ? "holds" : "hold";
			return worst === void 0 ? say`${count} ${holds}.` : say`${count} ${holds}; the closest call: ${gateSentence(worst)}.`;
		}
		default: return assertNever(verdict);
	}
}
/** `Regression: facts/acc fell by …`. */
function summaryLine(facts) {
	return [{
		kind: "ours",
		text: `${VERDICT_WORDS[facts.verdict].word}: `
	}, ...headline(facts)];
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
function tally(gates) {
	const parts = ["blocking", "advisory"].flatMap((tier) => {
		const members = gates.filter((gate) => gate.tier === tier);
		return members.length === 0 ? [] : [tallyTier(members, tier)];
	});
	const text = parts.length === 0 ? "no gate was judged" : parts.join("; ");
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

// src/report/table.ts
/** A GitHub-flavoured table without padding: a long one costs 40 % less of the comment's budget. */
function renderTable(columns, rows) {
	const header = columns.map((column) => toMarkdown(column.title(rows)));
	const body = rows.map((row) => columns.map((column) => toMarkdown(column.cell(row))));
	return markdownTable([header, ...body], {
		align: columns.map(({ align }) => align === "right" ? "r" : "l"),
		alignDelimiters: false,
		padding: true
	});
}
/** A folded section. The blank line after the summary is what makes GitHub render the body as Markdown. */
function folded(title, body) {
	return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

export { plural as A, formatChange as C, formatP as D, formatLevel as E, EXIT_CODES as M, VERDICTS as N, formatSize as O, join as P, metricName as S, formatInterval as T, toMarkdown as _, summaryLine as a, formatDigest as b, verdictLabel as c, isNotEvaluated as d, notEvaluatedLine as f, say as g, code as h, headline as i, markdownTable as j, formatValue as k, worstFirst as l, methodOf as m, renderTable as n, tally as o, isDescriptive as p, VERDICT_WORDS as r, untilWords as s, folded as t, gateSentence as u, toPlain as v, formatCount as w, formatDuration as x, NOT_AVAILABLE as y };