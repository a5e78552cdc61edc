import { p as parquetMetadata, r as parquetReadObjects } from "./npm-hyparquet.js";
import { Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { n as pageCompressors, t as checkRuns } from "./results-formats-parquet-runs.js";
import { t as rowFrom } from "./tasks-datasets-row.js";
import { n as TooLarge, t as MostBytes } from "./tasks-datasets-unpack.js";

// src/tasks/datasets/parquet.ts
/** Rows of one file; more are a claim of its header, not data. */
const MOST_ROWS = 5e6;
/**
* Rows of an Apache Parquet file, as Hugging Face keeps datasets. Sizes that the file claims are believed only up to the limit:
* a page of a few bytes may say that it unpacks to gigabytes, and a dictionary repeats one long text in every row.
*/
async function parseParquet(bytes, file, maxBytes) {
	const pages = new MostBytes(maxBytes);
	const texts = new MostBytes(maxBytes);
	try {
		const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
		const metadata = parquetMetadata(buffer);
		if (metadata.num_rows > MOST_ROWS) throw new Error(`it says that it has ${metadata.num_rows} rows`);
		await checkRuns(buffer, metadata, null, maxBytes);
		const rows = await parquetReadObjects({
			file: buffer,
			metadata,
			utf8: false,
			geoparquet: false,
			compressors: pageCompressors((size) => pages.take(size))
		});
		if (BigInt(rows.length) !== metadata.num_rows) throw new Error(`it has ${rows.length} rows and says ${metadata.num_rows}`);
		return rows.map((row, index) => rowFrom(jsonOf(row, texts), {
			file,
			line: index + 1
		}));
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		throw new WeighbridgeError("data", `cannot be read as Parquet: ${messageOf(cause)}`, {
			at: { file },
			fix: fixOf(cause),
			cause
		});
	}
}
function fixOf(cause) {
	if (cause instanceof TooLarge) return "split the dataset into several tasks";
	return /codec/.test(messageOf(cause)) ? "write it with Snappy, Gzip, Zstandard, Brotli or without compression" : "copy the file again, or write it again";
}
/** A value as JSON holds it. Pandas writes a missing number as NaN. */
function jsonOf(value, most) {
	most.take(typeof value === "string" ? value.length : 1);
	if (typeof value === "bigint") return wholeNumber(value);
	if (value instanceof Date) return value.toISOString();
	if (value instanceof Uint8Array) return textOf(value, most);
	if (ArrayBuffer.isView(value)) return Array.from(value, (each) => jsonOf(each, most));
	if (Array.isArray(value)) return value.map((each) => jsonOf(each, most));
	if (typeof value === "object" && value !== null) {
		const entries = Object.entries(value).map(([name, member]) => [name, jsonOf(member, most)]);
		if (entries.some(([name]) => name === "__proto__")) throw new Error("a column has the name __proto__");
		return Object.fromEntries(entries);
	}
	return value === void 0 || Number.isNaN(value) ? null : value;
}
function wholeNumber(value) {
	const number = Number(value);
	if (Number.isSafeInteger(number)) return number;
	throw new Error(`the whole number ${value} is larger than JSON holds exactly: write it as a text`);
}
/** Columns that do not say that they are text: text all the same where it is UTF-8, else Base64, as of pictures. */
function textOf(bytes, most) {
	most.take(bytes.length);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return Buffer.from(bytes).toString("base64");
	}
}

export { parseParquet };