import { n as inflateZstd } from "./results-zstd.js";
import { gunzip } from "node:zlib";
import { promisify } from "node:util";

// src/tasks/datasets/unpack.ts
/** A limit that everything taken so far counts against. */
var MostBytes = class {
	#most;
	#taken = 0;
	constructor(most) {
		this.#most = most;
	}
	/** @throws TooLarge */
	take(bytes) {
		this.#taken += bytes;
		if (!(this.#taken <= this.#most)) throw new TooLarge(this.#most);
	}
};
var TooLarge = class extends Error {
	name = "TooLarge";
	constructor(most, options) {
		const mebibytes = most / 1024 ** 2;
		super(`larger than ${mebibytes < 1 ? `${most} bytes` : `${Math.round(mebibytes)} MiB`}`, options);
	}
};
const inflateGzip = promisify(gunzip);
/** How a file is packed, by its first bytes whatever its name: one row adds a packing. */
const PACKINGS = [{
	name: "gzip",
	magic: [31, 139],
	async inflate(bytes, maxBytes) {
		try {
			return await inflateGzip(bytes, { maxOutputLength: maxBytes });
		} catch (error) {
			if (error.code !== "ERR_BUFFER_TOO_LARGE") throw error;
			throw new TooLarge(maxBytes, { cause: error });
		}
	}
}, {
	name: "Zstandard",
	magic: [
		40,
		181,
		47,
		253
	],
	async inflate(bytes, maxBytes) {
		const most = new MostBytes(maxBytes);
		return inflateZstd(bytes, (part) => most.take(part));
	}
}];
/** The packing of bytes; null for plain ones. */
const packingOf = (bytes) => PACKINGS.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte)) ?? null;

export { TooLarge as n, packingOf as r, MostBytes as t };