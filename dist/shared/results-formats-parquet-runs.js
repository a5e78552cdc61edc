import { _ as getMaxRepetitionLevel, c as snappyUncompress, g as getMaxDefinitionLevel, o as parquetHeader, s as decompressPage, v as getSchemaPath } from "./npm-hyparquet.js";
import { n as inflateZstd, t as atMost } from "./results-zstd.js";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

// src/results/formats/parquet-pages.ts
/**
* How pages of Parquet are unpacked. The size that a page claims is what it has to come to, and is counted before anything is unpacked: a
* few bytes may say that they are gigabytes.
* @param count is told of the size of every page, and throws where they are too many bytes
*/
function pageCompressors(count) {
	const counted = (inflate) => (bytes, size) => {
		count(size);
		return inflate(bytes, size);
	};
	return {
		SNAPPY: counted((bytes, size) => {
			const output = new Uint8Array(size);
			snappyUncompress(bytes, output);
			return output;
		}),
		GZIP: counted((bytes, size) => gunzipSync(bytes, { maxOutputLength: Math.max(1, size) })),
		BROTLI: counted((bytes, size) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, size) })),
		ZSTD: counted((bytes, size) => inflateZstd(bytes, atMost(size, "a page unpacks to more than it claims")))
	};
}

// src/results/formats/parquet-runs.ts
/** Values of one page: programs write some thousands, or a million where all are alike. */
const MOST_VALUES = 2 ** 24;
/** What writers may fill up the last run with. */
const MOST_MORE = 512;
/**
* Holds the pages of columns to what they say that they hold, before they are read: a run of a few bytes may say that a value comes four
* billion times, and the reader writes down as many.
* @param names of columns, of which others are not read; null for all
* @param most bytes that a column of a group of rows may unpack to
* @throws Error for a page that says more
*/
async function checkRuns(file, { row_groups: groups, schema }, names, most) {
	for (const { meta_data: column } of groups.flatMap(({ columns }) => columns)) {
		if (column === void 0) continue;
		if (names !== null && !names.includes(column.path_in_schema[0] ?? "")) continue;
		const start = Number(column.dictionary_page_offset || column.data_page_offset);
		const bytes = new Uint8Array(await file.slice(start, start + Number(column.total_compressed_size)));
		const path = getSchemaPath(schema, column.path_in_schema);
		let left = most;
		const compressors = pageCompressors((size) => {
			left -= size;
			if (left < 0) throw new Error(`pages unpack to more than ${most} bytes`);
		});
		const levels = [getMaxRepetitionLevel(path), getMaxDefinitionLevel(path)];
		checkPages({
			bytes,
			codec: column.codec,
			levels,
			isBoolean: column.type === "BOOLEAN"
		}, compressors);
	}
}
function checkPages(pages, compressors) {
	const { bytes } = pages;
	const reader = {
		view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
		offset: 0
	};
	while (reader.offset < bytes.length - 1) {
		const header = parquetHeader(reader);
		const size = header.compressed_page_size;
		if (!(size >= 0 && reader.offset + size <= bytes.length)) throw new Error("a page ends behind its column");
		checkPage(header, bytes.subarray(reader.offset, reader.offset + size), pages, compressors);
		reader.offset += size;
	}
}
function checkPage(header, packed, pages, compressors) {
	const { codec, levels, isBoolean } = pages;
	const [first, second] = [header.data_page_header, header.data_page_header_v2];
	const values = (first ?? second ?? header.dictionary_page_header)?.num_values ?? 0;
	if (!(values >= 0 && values <= MOST_VALUES)) throw new Error(`a page says that it has ${values} values`);
	const widths = levels.filter((level) => level > 0).map((level) => 32 - Math.clz32(level));
	const isCoded = (encoding) => isBoolean ? encoding === "RLE" : encoding.endsWith("_DICTIONARY") || encoding === "RLE";
	if (second !== void 0) {
		const ends = [second.repetition_levels_byte_length, second.definition_levels_byte_length];
		let at = 0;
		for (const [index, level] of levels.entries()) {
			if (level > 0) checkValues(packed.subarray(at), values, 32 - Math.clz32(level));
			at += ends[index] ?? 0;
		}
		if (!isCoded(second.encoding)) return;
		const size = header.uncompressed_page_size - at;
		const own = packed.subarray(at);
		const page = second.is_compressed === false ? own : decompressPage(own, size, codec, compressors);
		checkCodes(page, values, isBoolean);
	} else if (first !== void 0 && (widths.length > 0 || isCoded(first.encoding))) {
		let rest = decompressPage(packed, header.uncompressed_page_size, codec, compressors);
		for (const width of widths) {
			checkValues(rest.subarray(LENGTH), values, width);
			rest = rest.subarray(LENGTH + lengthOf(rest));
		}
		if (isCoded(first.encoding)) checkCodes(rest, values, isBoolean);
	}
}
/** Before what has its length with it. */
const LENGTH = 4;
const lengthOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
/** Places in a dictionary, whose width comes first; or true and false, whose length does. */
const checkCodes = (bytes, values, isBoolean) => isBoolean ? checkValues(bytes.subarray(LENGTH), values, 1) : checkValues(bytes.subarray(1), values, bytes[0] ?? 0);
/**
* Runs of one value and groups of eight values, as Parquet's hybrid of run lengths and packed bits has them; the reader goes on until it has all
* values, wherever they should end, and says itself where bytes are missing.
* @param width bits of a value
*/
function checkValues(bytes, values, width) {
	let seen = width === 0 ? values : 0;
	let at = 0;
	while (seen < values && at < bytes.length) {
		let [header, scale] = [0, 1];
		for (let more = true; more && at < bytes.length; scale *= 128) {
			const byte = bytes[at];
			at += 1;
			header += (byte & 127) * scale;
			more = byte >= 128;
		}
		const isPacked = header % 2 === 1;
		const count = isPacked ? 8 * Math.floor(header / 2) : header / 2;
		seen += count;
		if (seen > values + MOST_MORE) throw new Error(`a run says that it has ${count} values, in a page of ${values}`);
		at += isPacked ? count / 8 * width : Math.ceil(width / 8);
	}
}

export { pageCompressors as n, checkRuns as t };