import { i as __toESM } from "./rolldown-runtime.js";
import { t as require_lib } from "./npm-json5.js";
import { $ as shallow, X as parseJson, jt as WeighbridgeError } from "./core-domain-history.js";
import { t as rowFrom } from "./tasks-datasets-row.js";

// src/tasks/datasets/json-cells.ts
var import_lib = /* @__PURE__ */ __toESM(require_lib(), 1);
/** Whether a cell looks as if it held a list or an object. */
const isJsonCell = (value) => typeof value === "string" && /^\s*(?:\[[\s\S]*\]|\{[\s\S]*\})\s*$/.test(value);
/**
* Rows whose named columns hold the lists and objects that are written in their cells, as tables have them.
* @throws WeighbridgeError `data` naming line and column
*/
function withJsonCells(rows, columns, file) {
	return rows.map((row) => {
		const cells = columns.filter((name) => typeof row.fields[name] === "string").map((name) => [name, cellValue(String(row.fields[name]), {
			file,
			line: row.line,
			key: name
		})]);
		return rowFrom({
			...row.fields,
			...Object.fromEntries(cells)
		}, {
			file,
			line: row.line
		});
	});
}
/** Columns of which every cell can be read so. */
function jsonColumns(rows) {
	const place = {
		file: "",
		line: 1
	};
	return Object.keys(rows[0] ?? {}).filter((name) => {
		if (!rows.every((row) => isJsonCell(row[name]))) return false;
		try {
			for (const row of rows) cellValue(String(row[name]), place);
			return true;
		} catch {
			return false;
		}
	});
}
/** JSON, or as Python prints lists and dicts, which pandas writes into tables. */
function cellValue(cell, at) {
	if (isJsonCell(cell)) try {
		return parseJson(cell, at);
	} catch {
		try {
			return shallow(import_lib.default.parse(cell.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")), at);
		} catch {}
	}
	throw new WeighbridgeError("data", "the cell holds no list and no object", {
		at,
		fix: "write it as JSON, such as [\"first\", \"second\"], or take the column out of json_fields"
	});
}

export { jsonColumns as n, withJsonCells as r, isJsonCell as t };