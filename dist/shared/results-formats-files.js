import { t as Decompress } from "./npm-fzstd.js";
import { jt as WeighbridgeError } from "./core-domain-history.js";
import { n as chunksOf } from "./results-store-lines.js";
import { dirname, join, sep } from "node:path";
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from "node:fs";
import { lstat, readdir, readlink, realpath, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { pipeline } from "node:stream";
import { constants as constants$2, createGunzip, gunzipSync } from "node:zlib";

// src/results/links.ts
/** What a name in a folder is. A link is what it leads to, where that lies in a root: elsewhere nobody named it. */
async function kindOf(path, entry, roots) {
	if (!entry.isSymbolicLink()) return entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "neither";
	const target = await stat(path).catch(() => null);
	if (target === null) return "link that leads nowhere";
	if (!await liesInRoot(await realpath(path), roots)) return "link that leads out";
	return target.isDirectory() ? "folder" : target.isFile() ? "file" : "neither";
}
async function liesInRoot(target, roots) {
	return (await Promise.all(roots.map((root) => realpath(root).catch(() => null)))).some((home) => home !== null && isWithin(home, target));
}
const isWithin = (home, target) => target === home || target.startsWith(home.endsWith(sep) ? home : home + sep);
/** Results that are not where they seem to be, since a link stands for them. */
var LinksLeadOut = class extends WeighbridgeError {};
/** A fault that names each of them. */
async function linksLeadOut(links) {
	const targets = await Promise.all(links.map((link) => realpath(link)));
	const list = links.map((link, index) => `\n  ${link} -> ${targets[index]}`).join("");
	return new LinksLeadOut("data", `a link leads out of what was named:${list}`, {
		at: { file: links[0] },
		fix: `allow the folder in which they end (--follow ${dirname(targets[0] ?? "")}), or put the files themselves in their place`
	});
}
/** What DVC and git-annex leave of a file that was not fetched. */
async function leadNowhere(links) {
	const targets = await Promise.all(links.map((link) => readlink(link)));
	const list = links.map((link, index) => `\n  ${link} -> ${targets[index]}`).join("");
	return new LinksLeadOut("data", `a link leads to nothing:${list}`, {
		at: { file: links[0] },
		fix: "fetch what it stands for (git annex get, dvc pull, git lfs pull), or evaluate again"
	});
}

// src/results/formats/files.ts
/** Of a file that is held in memory as a whole, after decompression; V8's strings end at 512 MiB. */
const MAX_FILE_BYTES = 268435456;
const GZIP = Buffer.of(31, 139);
const ZSTD = Buffer.of(40, 181, 47, 253);
/** A block of four bytes may say 128 KiB: so many bytes at once unpack into 32 MiB at most, and whoever reads them stops in time. */
const ZSTD_BYTES = 1024;
/** Enough for the first line of any format. */
const HEAD_BYTES = 1048576;
/** The start of a file as text, unpacked and without a byte order mark; null for what is no file or cannot be unpacked. */
async function headOf(file) {
	if (!(await stat(file).catch(() => null))?.isFile()) return null;
	const parts = [];
	let length = 0;
	try {
		for await (const chunk of bytesOf(file)) {
			parts.push(chunk);
			length += chunk.length;
			if (length >= HEAD_BYTES) break;
		}
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		if (length === 0) return null;
	}
	return new TextDecoder().decode(Buffer.concat(parts).subarray(0, HEAD_BYTES));
}
/** Names in a folder, none where there is no such folder. */
async function namesIn(folder) {
	return readdir(folder).catch((error) => {
		if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
		throw new WeighbridgeError("data", `the folder cannot be read: ${error.message}`, {
			at: { file: folder },
			cause: error
		});
	});
}
/** Folders in a folder, sorted; none where there is no such folder. */
async function foldersIn(path, roots = [path]) {
	if (!(await stat(path).catch(() => null))?.isDirectory()) return [];
	const entries = await readdir(path, { withFileTypes: true });
	const kinds = await Promise.all(entries.map((entry) => kindOf(join(path, entry.name), entry, roots)));
	return entries.flatMap(({ name }, index) => kinds[index] === "folder" ? [name] : []).sort();
}
/** What other programs keep beside results, such as `.ipynb_checkpoints`, `.cache` of a hub and `__MACOSX`: copies, and no results. */
const IS_HIDDEN = /^(?:\.|__MACOSX$)/;
/** A name without what says how the file is packed. */
const unpackedName = (name) => name.replace(/\.(?:gz|zst)$/, "");
/**
* The files at a path that a format knows, sorted. A file that is named itself may be called anything; a link in a folder is
* followed as far as the roots, and what two of them lead to is one file.
* @param within none where only a file can be named
* @throws WeighbridgeError `data` for files of this format that links have elsewhere, naming each
*/
async function filesAt(path, within, isKnown, roots = [path]) {
	const named = await stat(path).catch(() => null);
	if (named === null) return [];
	if (named.isFile()) return await isKnown(path) ? [path] : [];
	if (within === null || !named.isDirectory()) return [];
	const found = /* @__PURE__ */ new Map();
	const outside = [];
	const look = async (folder, depth) => {
		const entries = await readdir(folder, { withFileTypes: true });
		for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
			if (IS_HIDDEN.test(entry.name)) continue;
			const inner = join(folder, entry.name);
			const kind = await kindOf(inner, entry, roots);
			if (kind === "folder" && depth > 0) await look(inner, depth - 1);
			if (kind !== "file" && kind !== "link that leads out") continue;
			if (!within.names.test(unpackedName(entry.name)) || !await isKnown(inner)) continue;
			if (kind === "link that leads out") outside.push(inner);
			else if (!entry.isSymbolicLink() || !found.has(await realpath(inner))) found.set(await realpath(inner), inner);
		}
	};
	await look(path, within.depth);
	const [first, ...others] = outside;
	if (first !== void 0) throw await linksLeadOut([first, ...others]);
	return [...found.values()].sort();
}
/**
* A file that results have beside the one that was found; null where there is none.
* @param folder in which it must lie
* @param beside the file that was found: where that is a link, as in a download cache, its target's folder will do too
* @throws WeighbridgeError `data` for a link that leads out of there: nobody named what it shows
*/
async function companionFile(folder, path, { beside = path, roots = [] } = {}) {
	const named = await stat(path).catch(() => null);
	if (named === null && await lstat(path).catch(() => null) !== null) throw await leadNowhere([path]);
	if (named === null || !named.isFile()) return null;
	const target = await realpath(path);
	const homes = [
		folder,
		...beside === path ? [] : [dirname(await realpath(beside))],
		...roots
	];
	if (await liesInRoot(target, homes)) return path;
	throw await linksLeadOut([path]);
}
/** What PowerShell and Excel write, by the byte order mark with which it must begin. */
function utf16Of(start) {
	if (start[0] === 255 && start[1] === 254) return "utf-16le";
	return start[0] === 254 && start[1] === 255 ? "utf-16be" : null;
}
/** Text of UTF-16 as UTF-8, and anything else as it is. */
async function* asUtf8(chunks, file) {
	let decoder;
	const decode = (bytes) => {
		try {
			return Buffer.from(decoder?.decode(bytes, { stream: bytes !== void 0 }) ?? "");
		} catch (cause) {
			throw new WeighbridgeError("data", "not UTF-16, though its byte order mark says so", {
				at: { file },
				cause
			});
		}
	};
	for await (const chunk of chunks) {
		if (decoder === void 0) {
			const encoding = utf16Of(chunk);
			decoder = encoding === null ? null : new TextDecoder(encoding, { fatal: true });
		}
		yield decoder === null ? chunk : decode(chunk);
	}
	if (decoder) yield decode(void 0);
}
function unpacked(file, magic) {
	const raw = createReadStream(file, { highWaterMark: HEAD_BYTES });
	if (magic.equals(ZSTD)) return unpackedZstd(raw);
	return isGzip(magic) ? pipeline(raw, createGunzip({ chunkSize: HEAD_BYTES }), () => {}) : raw;
}
/** Packed, of a file of which the first rows alone may be looked at: some twenty of them. */
const FIRST_BYTES = 8192;
/**
* What a small file unpacks to, its beginning by itself: to set up a stream takes longer, and who looks at the first rows does not pay for all.
* What is too large or at fault goes on as a stream, which yields what there is before the fault.
*/
async function* littleGzip(file, magic) {
	if (statSync(file).size > HEAD_BYTES) return yield* unpacked(file, magic);
	const packed = readFileSync(file);
	const first = packed.length > FIRST_BYTES ? gunzipped(packed.subarray(0, FIRST_BYTES), false) : null;
	if (first !== null && first.length > 0) yield first;
	let known = first?.length ?? 0;
	const whole = gunzipped(packed, true);
	for await (const chunk of whole === null ? unpacked(file, magic) : [whole]) {
		if (known < chunk.length) yield chunk.subarray(known);
		known = Math.max(0, known - chunk.length);
	}
}
/** What packed bytes come to, as far as they go; null where that is much, or they are at fault. */
function gunzipped(packed, isWhole) {
	const finishFlush = isWhole ? constants$2.Z_FINISH : constants$2.Z_SYNC_FLUSH;
	try {
		return gunzipSync(packed, {
			maxOutputLength: 8 * HEAD_BYTES,
			chunkSize: HEAD_BYTES,
			finishFlush
		});
	} catch {
		return null;
	}
}
/**
* A file's bytes, unpacked where its content is gzip or Zstandard, whatever its name; text of UTF-16 becomes UTF-8.
* @param hash takes the bytes as they are yielded
* @throws WeighbridgeError `data` when it cannot be unpacked
*/
async function* bytesOf(file, hash) {
	const magic = magicOf(file);
	try {
		for await (const chunk of asUtf8(isGzip(magic) ? littleGzip(file, magic) : unpacked(file, magic), file)) {
			hash?.update(chunk);
			yield chunk;
		}
	} catch (cause) {
		if ((cause instanceof TornZstd || cause.code?.startsWith("Z_")) !== true) throw cause;
		const message = `cannot be decompressed: ${cause.message}`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			cause
		});
	}
}
/**
* The same, each chunk in the memory of the one before where the file lies on disk as it is: for whoever has done with a chunk when asking for
* the next. A stream leaves a piece of memory behind for every one.
*/
async function* passingBytesOf(file, hash) {
	if (!isPlainUtf8(file)) return yield* bytesOf(file, hash);
	for await (const chunk of chunksOf(file)) {
		hash.update(chunk);
		yield chunk;
	}
}
var TornZstd = class extends Error {};
async function* unpackedZstd(packed) {
	const parts = [];
	const stream = new Decompress((part) => parts.push(Buffer.from(part)));
	const push = (bytes, isLast) => {
		try {
			stream.push(bytes, isLast);
		} catch (cause) {
			throw new TornZstd(cause instanceof Error ? cause.message : String(cause), { cause });
		}
	};
	let next = /* @__PURE__ */ new Uint8Array();
	for await (const chunk of packed) for (let start = 0; start < chunk.length; start += ZSTD_BYTES) {
		push(next, false);
		next = chunk.subarray(start, start + ZSTD_BYTES);
		yield* parts.splice(0);
	}
	push(next, true);
	yield* parts.splice(0);
}
/** The first four bytes of a file, by which packed files and encodings are known. */
function magicOf(file) {
	const opened = openSync(file, "r");
	try {
		const magic = Buffer.alloc(4);
		return magic.subarray(0, readSync(opened, magic, 0, magic.length, 0));
	} finally {
		closeSync(opened);
	}
}
const isGzip = (magic) => magic.subarray(0, GZIP.length).equals(GZIP);
/** Whether the bytes on disk are the text. */
function isPlainUtf8(file) {
	const magic = magicOf(file);
	return !isGzip(magic) && !magic.equals(ZSTD) && utf16Of(magic) === null;
}
/**
* The same bytes, known to be UTF-8.
* @throws WeighbridgeError `data` when they are not, or more than `most`
*/
async function* utf8Of(file, hash, most = Infinity) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let length = 0;
	const check = (bytes) => {
		try {
			decoder.decode(bytes, { stream: bytes !== void 0 });
		} catch (cause) {
			throw new WeighbridgeError("data", "not UTF-8", {
				at: { file },
				cause
			});
		}
	};
	for await (const chunk of bytesOf(file, hash)) {
		length += chunk.length;
		if (length > most) throw new WeighbridgeError("data", `larger than ${most / 1024 / 1024} MiB of text`, {
			at: { file },
			fix: "write the results as JSONL, which is read line by line, or evaluate fewer tasks a run"
		});
		check(chunk);
		yield chunk;
	}
	check();
}
/** @throws WeighbridgeError `data` when it is too large, or no UTF-8 */
async function readText(file) {
	const hash = createHash("sha256");
	const parts = [];
	for await (const chunk of utf8Of(file, hash, MAX_FILE_BYTES)) parts.push(chunk);
	return {
		text: new TextDecoder().decode(Buffer.concat(parts)),
		digest: hash.digest("hex")
	};
}

export { leadNowhere as _, foldersIn as a, magicOf as c, readText as d, unpackedName as f, kindOf as g, LinksLeadOut as h, filesAt as i, namesIn as l, utf8Of as m, bytesOf as n, headOf as o, utf16Of as p, companionFile as r, isPlainUtf8 as s, MAX_FILE_BYTES as t, passingBytesOf as u, linksLeadOut as v };