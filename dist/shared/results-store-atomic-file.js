import { dirname } from "node:path";
import { open, rename, rm } from "node:fs/promises";

// src/results/store/atomic-file.ts
/** So that two writes of one file at once are two. */
let writes = 0;
/** Replaces a file so that a reader, or a crash at any moment, sees the old content or the new, never half of it. */
async function writeAtomically(file, content) {
	writes += 1;
	const temporary = `${file}.${process.pid}-${writes}.tmp`;
	try {
		const handle = await open(temporary, "w");
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, file);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
	await syncDirectory(dirname(file));
}
/** A rename is on disk once its directory is. Windows opens no directories, and keeps its own journal of renames. */
async function syncDirectory(directory) {
	if (process.platform === "win32") return;
	const handle = await open(directory, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

export { writeAtomically as t };