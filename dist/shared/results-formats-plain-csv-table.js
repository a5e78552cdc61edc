import { i as CsvError, r as is_object, t as transform } from "./npm-csv-parse.js";
import { I as plural, jt as WeighbridgeError } from "./core-domain-history.js";
import { t as MAX_LINE_BYTES } from "./results-store-lines.js";
import { m as utf8Of } from "./results-formats-files.js";
import { a as parsePlainRow, r as checkColumns } from "./results-formats-plain-row.js";
import { once } from "node:events";
import { Transform } from "stream";

// node_modules/csv-parse/lib/index.js
var Parser = class extends Transform {
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
const parse = function() {
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

// src/results/formats/plain/csv-table.ts
/**
* The rows of a table in CSV, by chunks, since a promise a row takes longer than to read it.
* @throws WeighbridgeError `data`, while a group is gone through, with file and line
*/
async function* csvRows(file, { hash, range = {
	first: 1,
	last: Infinity
} }) {
	const end = { isWhole: true };
	const lengths = /* @__PURE__ */ new Set();
	let names = null;
	let last = null;
	let isOver = false;
	let line = 1;
	function* rowsOf(records) {
		for (const record of records) {
			const at = {
				file,
				line
			};
			line += 1 + linesWithin(record);
			if (record.length === 1 && record[0] === "") continue;
			if (names === null) {
				names = checkHeader(record, file);
				continue;
			}
			if (record.length !== names.length) {
				const message = `not CSV: ${plural(record.length, "field")} in a row, and ${names.length} in the header`;
				throw new WeighbridgeError("data", message, { at });
			}
			if (last !== null) {
				lengths.add(last.length);
				if (last.row.at.line >= range.first) yield last.row;
			}
			isOver = line > range.last + 1;
			if (isOver) return;
			last = {
				row: parsePlainRow(membersOf(names, record), at),
				length: record.at(-1)?.length ?? 0
			};
		}
	}
	function* lastRow() {
		if (last === null) return;
		if (!end.isWhole && !(lengths.size === 1 && lengths.has(last.length))) throw cutRow(last.row.at);
		if (last.row.at.line >= range.first) yield last.row;
	}
	for await (const records of recordsOf(file, wellFormed(file, hash, end))) {
		yield rowsOf(records);
		if (isOver) return;
	}
	yield lastRow();
}
/** The records of each chunk. @throws WeighbridgeError `data` where the parser ends, with the line that it was at */
async function* recordsOf(file, chunks) {
	const parser = parse({
		bom: true,
		relax_column_count: true,
		max_record_size: MAX_LINE_BYTES
	});
	const ended = once(parser, "end");
	ended.catch(() => void 0);
	const drained = () => {
		if (parser.errored !== null) throw parser.errored;
		const records = [];
		for (let record = parser.read(); record !== null; record = parser.read()) records.push(record);
		return records;
	};
	try {
		for await (const chunk of chunks) {
			parser.write(chunk);
			yield drained();
		}
		parser.end();
		yield drained();
		await ended;
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
	} finally {
		parser.destroy();
	}
}
function linesWithin(record) {
	let lines = 0;
	for (const field of record) if (field.includes("\n") || field.includes("\r")) lines += field.match(/\r\n|\n|\r/g)?.length ?? 0;
	return lines;
}
/** What is empty is not said, but for a score, which is then none. */
function membersOf(names, record) {
	const members = {};
	names.forEach((name, index) => {
		const value = record[index] ?? "";
		if (value !== "" || name === "score") members[name] = value;
	});
	return members;
}
/** A last field as long as those of all other rows, such as 0 or 1, cannot have lost a part. */
const cutRow = (at) => new WeighbridgeError("data", "the last line has no end, and may be cut off", {
	at,
	fix: "evaluate again, or end the file with a line break if it is whole"
});
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
/** csv-parse replaces bad bytes in silence. */
async function* wellFormed(file, hash, end) {
	for await (const chunk of utf8Of(file, hash)) {
		if (chunk.length > 0) end.isWhole = chunk.at(-1) === 10;
		yield chunk;
	}
}

export { csvRows };