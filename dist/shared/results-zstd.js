import { t as Decompress } from "./npm-fzstd.js";

// src/results/zstd.ts
/**
* Unpacks Zstandard by its stream, as zlib of Node 20 knows none and the other function of the library fails on several frames, which
* large members of archives have.
* @param count is told of every piece before the next is unpacked, and throws where they are too many bytes
*/
function inflateZstd(bytes, count) {
	const parts = [];
	new Decompress((part) => {
		count(part.length);
		parts.push(part);
	}).push(bytes, true);
	return Buffer.concat(parts);
}
/** Counts up to a size. @throws Error beyond it */
function atMost(size, what) {
	let left = size;
	return (bytes) => {
		left -= bytes;
		if (!(left >= 0)) throw new Error(what);
	};
}

export { inflateZstd as n, atMost as t };