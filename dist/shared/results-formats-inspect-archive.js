import { t as require_yauzl } from "./npm-yauzl.js";
import { Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { n as inflateZstd, t as atMost } from "./results-zstd.js";
import { t as MAX_FILE_BYTES } from "./results-formats-files.js";
import { inflateRawSync } from "node:zlib";

// src/results/formats/inspect/archive.ts
var import_yauzl = require_yauzl();
/** One member holds one sample with all its events; a larger one is no sample but a bomb. */
const MOST_BYTES = MAX_FILE_BYTES;
const MOST_ENTRIES = 2e6;
const STORED = 0;
const DEFLATE = 8;
/** What Inspect writes since 0.3.206; zlib of Node 20 does not know it. */
const ZSTD = 93;
/** Members of a ZIP archive by name; of two with one name the later counts. Nothing of it is ever written to a disk. */
var Archive = class Archive {
	file;
	#zip;
	#entries;
	constructor(file, zip, entries) {
		this.file = file;
		this.#zip = zip;
		this.#entries = entries;
	}
	/** @throws WeighbridgeError `data` for what is no whole archive */
	static async open(file) {
		return guarded(file, async () => {
			const zip = await (0, import_yauzl.openPromise)(file, { autoClose: false });
			try {
				if (zip.entryCount > MOST_ENTRIES) throw new Error(`${zip.entryCount} members`);
				const entries = /* @__PURE__ */ new Map();
				for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
				return new Archive(file, zip, entries);
			} catch (error) {
				zip.close();
				throw error;
			}
		});
	}
	get names() {
		return this.#entries.keys();
	}
	has(name) {
		return this.#entries.has(name);
	}
	/** @throws WeighbridgeError `data` for a member that is not there, cannot be unpacked, or is too large */
	async text(name) {
		const entry = this.#entries.get(name);
		if (entry === void 0) throw new WeighbridgeError("data", `the archive has no ${name}`, { at: { file: this.file } });
		return guarded(`${this.file}: ${name}`, async () => {
			if (Math.max(entry.uncompressedSize, entry.compressedSize) > MOST_BYTES) throw new Error(`larger than ${MOST_BYTES / 1024 / 1024} MiB`);
			const parts = [];
			const stream = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false });
			for await (const part of stream) parts.push(part);
			const bytes = unpack(Buffer.concat(parts), entry);
			if (bytes.length !== entry.uncompressedSize) throw new Error("not of the size that the archive says");
			return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		});
	}
	close() {
		this.#zip.close();
	}
};
function unpack(bytes, { compressionMethod, uncompressedSize }) {
	switch (compressionMethod) {
		case STORED: return bytes;
		case DEFLATE: return inflateRawSync(bytes, { maxOutputLength: Math.max(1, uncompressedSize) });
		case ZSTD: return inflateZstd(bytes, atMost(uncompressedSize, "larger than the archive says"));
		default: throw new Error(`compressed by method ${compressionMethod}, which is not known`);
	}
}
async function guarded(what, work) {
	try {
		return await work();
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		throw new WeighbridgeError("data", `cannot be unpacked: ${messageOf(cause)}`, {
			at: { file: what },
			fix: "evaluate again, or copy the log again: it is torn or not what it should be",
			cause
		});
	}
}

export { Archive };