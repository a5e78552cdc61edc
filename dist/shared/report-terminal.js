import { a as truncate, r as oneLine } from "./report-escape.js";
import { _ as verbatim, b as asciiChart, c as gateBlocks, g as titled, p as paragraph, t as sectionsFor, v as EVERYTHING, x as asciiFigure } from "./report-sections-registry.js";
import { p as verdictLabel } from "./report-headline.js";
import { a as plainPart, i as ours, n as inline, o as strong, s as toPlain, t as code } from "./report-inline.js";
import { r as fenceLine } from "./report-log-fence.js";

// src/report/worst-samples.ts
/** More of them are on the page, which can be searched. */
const MOST = 3;
/** Code points of a text. */
const LENGTH = 1e3;
/** What was asked, expected and said in the samples of a gate's task that lost most, a conversation turn by turn. */
function worstSamples({ task }, samples) {
	const worst = samples.filter((sample) => sample.task === task && sample.change === "worse").slice(0, MOST);
	return titled(ours("The samples that lost most"), worst.flatMap(sampleBlocks));
}
function sampleBlocks({ id, group, asked, baseline, candidate }) {
	const { question, turns = [], choices = [], reference } = asked ?? {};
	const sides = [
		...turns.map(({ role, text }) => [`${oneLine(role)} said`, text]),
		["Asked", question],
		...choices.map((choice, index) => [`Choice ${index + 1}`, choice]),
		["Expected", reference],
		...baseline.output === null && candidate.output === null ? [] : [["Baseline said", said(baseline)], ["Candidate said", said(candidate)]]
	].flatMap(([title, text]) => text === void 0 ? [] : [[title, verbatim(text, LENGTH)]]);
	const where = group === null ? [] : inline` in ${code(group)}`;
	return [paragraph(inline`${strong("Sample")} ${code(id)}${where}: score ${scored(baseline)} → ${scored(candidate)}`), {
		kind: "sides",
		sides
	}];
}
const scored = ({ score }) => score === null ? "none" : String(Number(score.toPrecision(4))).replace("-", "−");
const said = ({ output }) => output === null ? "(not stored)" : output.trim() === "" ? "(nothing)" : output;

// src/report/terminal.ts
const PLAIN = { color: false };
const NO_CONTEXT = {
	artifactUrl: null,
	runUrl: null,
	elapsedSeconds: null
};
const COLORS = {
	pass: 32,
	inconclusive: 33,
	regression: 31,
	invalid: 35
};
const CELL_LENGTH = 60;
/** The same report for a terminal or a log: headline, table, and what an undecided or invalid verdict needs. */
function renderTerminal(file, options) {
	return `${sectionsFor(file, {
		medium: "terminal",
		context: NO_CONTEXT,
		rung: EVERYTHING
	}).map((section) => sectionLines(section, options).join("\n")).join("\n\n")}\n`;
}
/** How one gate came to its verdict, and what was said in the samples that lost most, where they were kept. */
function renderExplanation(file, gate, samples = []) {
	const effect = gate.blocks ? "it blocks the merge" : "it does not block the merge";
	return `${[`${toPlain(code(gate.id))}: ${verdictLabel(gate.verdict)} (${gate.tier}; ${effect})`, ...blocksToLines([...gateBlocks(file, gate), ...worstSamples(gate, samples)])].join("\n")}\n`;
}
function sectionLines({ title, blocks }, options) {
	const lines = blocksToLines(blocks, options);
	return title === null ? lines : [title, ...lines];
}
const indented = (lines) => lines.map((line) => `  ${line}`.trimEnd());
/** Blocks with a blank line between them; what follows a heading is indented below it. */
function blocksToLines(blocks, options = PLAIN) {
	let isBelow = false;
	return blocks.flatMap((block, index) => {
		const own = lines(block, options);
		const previous = blocks[index - 1]?.kind ?? "heading";
		const gap = previous === "heading" || previous === "headline" ? [] : [""];
		const shown = block.kind !== "heading" && isBelow ? indented(own) : own;
		if (block.kind === "heading") isBelow = true;
		return [...gap, ...shown];
	});
}
function lines(block, options) {
	const one = (line) => line.map((part) => painted(part, options)).join("");
	const items = (all) => all.flatMap(({ content, below }) => [`- ${one(content)}`, ...indented(below.map((line) => `- ${one(line)}`))]);
	switch (block.kind) {
		case "headline": {
			const { verdict, words, content } = block;
			return [painted({
				kind: "verdict",
				verdict,
				text: toPlain(inline`${ours(words.word)}: ${content}`)
			}, options)];
		}
		case "heading":
		case "paragraph": return [one(block.content)];
		case "list": return items(block.items);
		case "table": return tableLines(block, options);
		case "fields": return fieldLines(block.rows);
		case "code": return block.language === "sh" ? block.text.split("\n") : block.text.split("\n").map(fenceLine);
		case "sides": return block.sides.flatMap(([title, content]) => [`${title}:`, ...indented(lines(content, options))]);
		case "figure": return [
			...asciiFigure(block.scale),
			"",
			one(block.words)
		];
		case "chart": return [...asciiChart(block.chart), ...lines(block.table, options)];
		case "samples": return [];
		case "details": return [`${block.verdict === null ? "" : `${verdictLabel(block.verdict)} `}${one(block.summary)}`, ...indented(blocksToLines(block.children, options))];
	}
}
function painted(part, { color }) {
	const text = plainPart(part);
	return color && part.kind === "verdict" ? `\u001b[${COLORS[part.verdict]}m${text}\u001b[0m` : text;
}
function fieldLines(rows) {
	const named = rows.map(([name, value]) => [toPlain(name), toPlain(value)]);
	const width = Math.max(0, ...named.map(([name]) => name.length));
	return named.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd());
}
/** Columns aligned with spaces; the last one is not padded, since the symbols in it have no agreed width. */
function tableLines({ columns, rows }, options) {
	const widthOf = (cell) => Math.min(CELL_LENGTH, Array.from(toPlain(cell)).length);
	const cells = [columns.map(({ title }) => title), ...rows];
	const widths = columns.map((_, index) => Math.max(...cells.map((row) => widthOf(row[index] ?? []))));
	const padded = (cell, index) => {
		const plain = toPlain(cell);
		const cut = truncate(plain, CELL_LENGTH);
		const text = cut === plain ? cell.map((part) => painted(part, options)).join("") : cut;
		if (index === columns.length - 1) return text;
		const gap = " ".repeat((widths[index] ?? 0) - widthOf(cell));
		return columns[index]?.align === "right" ? gap + text : text + gap;
	};
	return cells.map((row) => row.map(padded).join("  ").trimEnd());
}

export { renderExplanation as n, renderTerminal as r, blocksToLines as t };