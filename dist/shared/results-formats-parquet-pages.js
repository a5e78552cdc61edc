import { o as snappyUncompress } from "./npm-hyparquet.js";
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

export { pageCompressors as t };