import { t as parse } from "./npm-csv-parse2.js";
import { i as CsvError } from "./npm-csv-parse.js";
import { jt as WeighbridgeError } from "./core-domain-history.js";

// src/tasks/datasets/csv.ts
/** Commas, or what the header has more of: semicolons, as spreadsheets write where commas are decimal, tabs or bars. */
function delimiterOf(header) {
	const names = header.replaceAll(/"[^"]*"/g, "");
	return [
		",",
		";",
		"	",
		"|"
	].map((each) => ({
		each,
		times: names.split(each).length
	})).reduce((most, next) => next.times > most.times ? next : most).each;
}
/** Comma-separated values with a header row. Every value is a string: nothing is guessed to be a number. */
function parseCsv(text, file) {
	const [header = ""] = text.split("\n", 1);
	return parseTable(text, file, { delimiter: delimiterOf(header) });
}
/** The same with tabs, between which quotes inside a field are text. */
const parseTsv = (text, file) => parseTable(text, file, {
	delimiter: "	",
	relax_quotes: true
});
function parseTable(text, file, form) {
	try {
		const records = parse(text, {
			columns: (header) => checkHeader(header, file),
			info: true,
			skip_empty_lines: true,
			relax_column_count: false,
			...form
		});
		let line = 2;
		return records.map(({ record, info }) => {
			const row = {
				line: Math.min(line, info.lines),
				fields: record
			};
			line = info.lines + 1;
			return row;
		});
	} catch (cause) {
		if (!(cause instanceof CsvError)) throw cause;
		const at = typeof cause.lines === "number" ? {
			file,
			line: cause.lines
		} : { file };
		throw new WeighbridgeError("data", `not ${form.delimiter === "	" ? "TSV" : "CSV"}: ${cause.message}`, {
			at,
			cause,
			fix: "write fields with delimiters, quotes or line breaks in double quotes"
		});
	}
}
const NAMES = "give every column a name of its own in the first line";
function checkHeader(header, file) {
	const seen = /* @__PURE__ */ new Set();
	const names = header.map((name, index) => index === 0 && name === "" && header.length > 1 ? "index" : name.trim());
	for (const [index, name] of names.entries()) {
		const at = {
			file,
			line: 1,
			column: index + 1
		};
		if (name === "") throw new WeighbridgeError("data", `column ${index + 1} has no name`, {
			at,
			fix: NAMES
		});
		if (name === "__proto__" || seen.has(name)) throw new WeighbridgeError("data", `the column name ${JSON.stringify(name)} is taken`, {
			at,
			fix: NAMES
		});
		seen.add(name);
	}
	return names;
}

export { parseCsv as n, parseTsv as r, delimiterOf as t };