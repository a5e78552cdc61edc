import { a as parquetScan, h as parquetSchema, m as parquetMetadataAsync, t as asyncBufferFromFile } from "./npm-hyparquet.js";
import { Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { n as bytesOf, t as MAX_FILE_BYTES } from "./results-formats-files.js";
import { n as pageCompressors, t as checkRuns } from "./results-formats-parquet-runs.js";
import "./results-formats-plain-line-shape.js";
import { a as parsePlainRow, i as isOwnColumn, o as saysLittle, r as checkColumns, t as HELD } from "./results-formats-plain-row.js";

// src/results/formats/plain/parquet-table.ts
/** Rows that are in memory at a time. */
const STEP = 25e4;
/** Rows of one file: more are a claim of its header, and no samples. */
const MOST_ROWS = 1e8;
/** Kinds of rows that are held at once, such as one a metric. */
const MOST_KINDS = 16;
/** The columns of such a table; null for a file that is torn. */
const parquetColumns = (file) => metadataOf(file).then(columnsOf, () => null);
const metadataOf = async (file) => parquetMetadataAsync(await asyncBufferFromFile(file));
const columnsOf = (metadata) => parquetSchema(metadata).children.map(({ element }) => element.name);
/**
* The rows of a table in Parquet, in place of lines.
* @throws WeighbridgeError `data`, while a group is gone through, with file and row
*/
async function* rowsOfParquet(file, { hash, range = {
	first: 1,
	last: Infinity
} }) {
	for await (const block of blocksOf(file, hash)) {
		if (block.first + block.rows <= range.first) continue;
		yield rowsIn(block, file, range);
		if (block.first + block.rows > range.last) return;
	}
}
function* rowsIn(block, file, range) {
	for (let index = 0; index < block.rows; index += 1) {
		const line = block.first + index;
		if (line >= range.first && line <= range.last) yield rowAt(block, index, file);
	}
}
/**
* The same one after the other. Of a row that is as another but for its id, its score and what is held of it no object is made.
* @throws WeighbridgeError `data` with file and row
*/
async function visitParquet(file, hash, visitor) {
	const bytes = Buffer.alloc(OWN_CELLS.length * (1 + 256));
	for await (const block of blocksOf(file, hash)) {
		const { first, rows, columns } = block;
		const cellsOf = (name) => columns.get(name) ?? [];
		const [ids, scores] = [cellsOf("id"), cellsOf("score")];
		const held = HELD.map((field) => ({
			field,
			cells: cellsOf(field)
		}));
		const others = [...columns].flatMap(([name, cells]) => OWN_CELLS.includes(name) ? [] : [cells]);
		const kinds = [];
		for (let index = 0; index < rows; index += 1) {
			const score = numberOf(scores[index]);
			const isAlike = ({ at }) => isNone(scores[index]) === isNone(scores[at]) && held.every(({ cells }) => isNone(cells[index]) === isNone(cells[at])) && others.every((cells) => cells[index] === cells[at]);
			const like = score === null && !isNone(scores[index]) ? void 0 : kinds.find(isAlike);
			const end = like === void 0 ? 0 : writeId(ids[index], bytes);
			let used = end;
			const spans = held.map(({ field, cells }) => {
				const span = spanOf(field, cells[index], bytes, used);
				used = span?.end ?? used;
				return span;
			});
			if (like !== void 0 && end > 0 && !spans.includes(NO_SPAN)) {
				const own = {
					row: like.row,
					id: {
						start: 0,
						end
					},
					score: score ?? like.row.score,
					held: spans
				};
				visitor.again({
					like: own,
					bytes,
					number: first + index
				});
				continue;
			}
			const row = rowAt(block, index, file);
			if (like === void 0 && saysLittle(row.sample) && kinds.length < MOST_KINDS) kinds.push({
				row,
				at: index
			});
			visitor.row(row);
		}
	}
}
/** What may differ between rows that are alike. */
const OWN_CELLS = [
	"id",
	"score",
	...HELD
];
const isNone = (cell) => cell === null || cell === void 0;
const NO_SPAN = {
	start: -1,
	end: -1
};
/** Writes a text of printable ASCII with a quote before it, or a number. @returns null for none; `NO_SPAN` for what the row is asked for */
function spanOf(field, cell, into, start) {
	if (isNone(cell)) return null;
	if (field === "weight" || field === "choices") {
		const number = typeof cell === "boolean" ? null : numberOf(cell);
		if (number === null || number <= 0 || field === "choices" && !isExact(number)) return NO_SPAN;
		return {
			start,
			end: start + into.write(String(number), start, "latin1")
		};
	}
	if (typeof cell !== "string" || cell.length > 256) return NO_SPAN;
	if (cell === "" && (field === "group" || field === "cluster")) return NO_SPAN;
	into[start] = QUOTE;
	const end = start + 1 + cell.length;
	return cell === "" || writeId(cell, into.subarray(start + 1, end)) > 0 ? {
		start,
		end
	} : NO_SPAN;
}
const QUOTE = 34;
/** A score that is a finite number, as tables write it; null for any other, which is looked at with its row. */
function numberOf(score) {
	if (typeof score === "boolean") return Number(score);
	if (typeof score === "bigint") return isExact(score) ? Number(score) : null;
	return typeof score === "number" && Number.isFinite(score) ? score : null;
}
/** Writes an id of printable ASCII, or a whole number. @returns its length; 0 for any other */
function writeId(id, into) {
	const text = typeof id === "string" ? id : isExact(id) ? String(id) : "";
	if (text.length > Math.min(256, into.length)) return 0;
	for (let index = 0; index < text.length; index += 1) {
		const unit = text.charCodeAt(index);
		if (unit < 32 || unit > 126) return 0;
		into[index] = unit;
	}
	return text.length;
}
const isExact = (value) => (typeof value === "number" || typeof value === "bigint") && Number.isSafeInteger(Number(value));
/**
* The rows in blocks.
* @param hash takes the bytes of the file
* @throws WeighbridgeError `data` for a column that is not known, and for a file that is torn, packed in a way that is not read, or claims more
* than it may hold
*/
async function* blocksOf(file, hash) {
	checkColumns(await parquetColumns(file) ?? [], { file });
	if (hash !== void 0) for await (const _ of bytesOf(file, hash));
	const metadata = await reading(file, () => metadataOf(file));
	const names = columnsOf(metadata).filter((name) => !isOwnColumn(name));
	let left = 0;
	const scan = await reading(file, async () => {
		if (metadata.num_rows > MOST_ROWS) throw new Error(`it says that it has ${metadata.num_rows} rows`);
		const compressors = pageCompressors((size) => {
			left -= size;
			if (left < 0) throw new Error(`pages unpack to more than ${MAX_FILE_BYTES} bytes`);
		});
		const bytes = await asyncBufferFromFile(file);
		await checkRuns(bytes, metadata, names, MAX_FILE_BYTES);
		return parquetScan({
			file: bytes,
			metadata,
			columns: names,
			geoparquet: false,
			useOffsetIndex: false,
			compressors
		});
	});
	for (const { rowStart, rowEnd } of scan.ranges) for (let start = rowStart; start < rowEnd; start += STEP) {
		const rows = Math.min(STEP, rowEnd - start);
		left = MAX_FILE_BYTES;
		yield await reading(file, async () => {
			const columns = /* @__PURE__ */ new Map();
			for (const column of names) {
				const cells = await scan.readColumn({
					column,
					rowStart: start,
					rowEnd: start + rows
				});
				if (cells.length !== rows) throw new Error(`rows are missing after row ${start + cells.length}`);
				columns.set(column, cells);
			}
			return {
				first: start + 1,
				rows,
				columns
			};
		});
	}
}
async function reading(file, read) {
	try {
		return await read();
	} catch (cause) {
		throw unreadable(file, cause);
	}
}
const unreadable = (file, cause) => new WeighbridgeError("data", `cannot be read as Parquet: ${messageOf(cause)}`, {
	at: { file },
	fix: "write the table again; Snappy, Gzip, Brotli, Zstandard and no compression are read",
	cause
});
/** What is null is not said, but for a score, which is then none. */
function rowAt({ first, columns }, index, file) {
	const members = {};
	try {
		for (const [name, cells] of columns) {
			const value = cells[index];
			const isNone = value === null || value === void 0;
			if (!isNone || name === "score") members[name] = isNone ? null : jsonValue(value);
		}
	} catch (cause) {
		throw unreadable(file, cause);
	}
	return parsePlainRow(members, {
		file,
		line: first + index
	});
}
/** Numbers, texts and booleans as JSON has them. */
function jsonValue(value) {
	if (typeof value === "bigint") {
		const number = Number(value);
		if (Number.isSafeInteger(number)) return number;
		throw new Error(`the whole number ${value} is larger than JSON holds exactly: write it as a text`);
	}
	if (value instanceof Date) return value.toISOString();
	return Array.isArray(value) ? value.map(jsonValue) : value;
}

export { parquetColumns, rowsOfParquet, visitParquet };