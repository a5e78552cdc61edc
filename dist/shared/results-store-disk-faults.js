import { Ot as nearest, jt as WeighbridgeError } from "./core-domain-history.js";
import { basename, dirname, join } from "node:path";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";

// src/results/store/disk-faults.ts
const DISK_FAULTS = {
	ENOSPC: "no space is left on the disk",
	EDQUOT: "the disk quota is used up",
	EROFS: "the disk is read-only",
	EACCES: "writing is not permitted",
	EPERM: "writing is not permitted",
	ENAMETOOLONG: "the path is too long",
	ELOOP: "its links lead in a circle",
	EIO: "the disk failed",
	ESTALE: "the network folder is not what it was",
	EMFILE: "too many files are open",
	ENFILE: "too many files are open",
	EEXIST: "a file stands where a folder must be",
	ENOTDIR: "a file stands where a folder must be",
	EISDIR: "a folder stands where a file must be"
};
/** What the machine has to say, in words; null where the error is another. */
function diskFault(cause) {
	return DISK_FAULTS[cause?.code ?? ""] ?? null;
}
/**
* Names what the machine has to say in one clear error; anything else passes through.
*
* @throws WeighbridgeError `engine`
*/
async function onDisk(folder, action) {
	try {
		return await action();
	} catch (cause) {
		throw namedFault(cause, folder) ?? cause;
	}
}
/** Calls on a file that is open already, of which the system names no path. */
const ON_OPEN_FILES = /* @__PURE__ */ new Set([
	"read",
	"write",
	"fsync",
	"fdatasync",
	"ftruncate",
	"fstat",
	"close"
]);
/**
* What the machine has to say of a file, as a clear error; null where the error is another.
* @param file the one that the system names, unless told otherwise
*/
function namedFault(cause, file) {
	const { path, syscall } = cause ?? {};
	const fault = syscall?.startsWith("spawn") === true ? null : diskFault(cause);
	const place = file ?? path;
	if (fault === null || place === void 0 && !ON_OPEN_FILES.has(syscall ?? "")) return null;
	return new WeighbridgeError("engine", `${fault}; stored samples are kept`, {
		...place === void 0 ? {} : { at: { file: place } },
		fix: "make room there or let it be written to, or choose another folder, and run again: it goes on where it stopped",
		cause
	});
}
const stemOf = (name) => name.split(".")[0] ?? "";
/**
* To be put before what to do about a path where nothing is: what beside it was probably meant, by its name before all endings.
* @param hub how a name of the Hub is written here, which looks like a path
*/
function pathMeant(path, hub) {
	const folder = dirname(path);
	if (!existsSync(folder)) return hub === void 0 || /\.[a-z]+$/i.test(path) ? "" : `a name of the Hub is written ${hub}; `;
	try {
		const names = readdirSync(folder);
		const written = basename(path);
		const stem = nearest(stemOf(written), names.map(stemOf));
		const alike = names.filter((name) => stemOf(name) === stem).sort();
		const meant = nearest(written, alike) ?? alike[0];
		return meant === void 0 || meant === written ? "" : `did you mean ${join(folder, meant)}? `;
	} catch {
		return "";
	}
}
/**
* Makes a folder and those that it needs. Node's own recursive way never ends where the system has no folder and can make none,
* as in `/proc`.
* @throws WeighbridgeError `engine` when the disk refuses
*/
async function makeDirectory(path) {
	await onDisk(path, () => makeFolder(path));
}
async function makeFolder(path) {
	const parent = dirname(path);
	if (parent !== path && !existsSync(parent)) await makeFolder(parent);
	try {
		await mkdir(path);
	} catch (cause) {
		if ((await stat(path).catch(() => null))?.isDirectory() === true) return;
		if (cause.code !== "ENOENT") throw cause;
		throw new WeighbridgeError("engine", "the system can make no folder there", {
			at: { file: path },
			fix: "choose another output folder; for a cache, set WEIGHBRIDGE_CACHE or HOME",
			cause
		});
	}
}

export { pathMeant as a, onDisk as i, makeDirectory as n, namedFault as r, diskFault as t };