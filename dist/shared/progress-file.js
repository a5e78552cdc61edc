import { _ as string, f as number, g as strictObject, r as _enum } from "./schemas.js";
import { dirname, join } from "node:path";
import { constants, renameSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";

// src/actions/progress-file.ts
/** Beside the run directory: what lies in that is kept and handed on. */
const progressFile = (out) => join(dirname(out), "progress.json");
const MAX_BYTES = 4096;
const count = number().int().min(0).max(1e9);
const progressSchema = strictObject({
	side: _enum([
		"baseline",
		"candidate",
		"anchor"
	]),
	task: string().nullable(),
	done: count,
	planned: count,
	tasksDone: count,
	tasks: count,
	secondsLeft: number().min(0).max(1e7).nullable()
}).refine(({ done, planned, tasksDone, tasks }) => done <= planned && tasksDone <= tasks);
/** Whoever reads finds the old content or the new, never half of it. */
function writeProgress(file, progress) {
	writeFileSync(`${file}.new`, JSON.stringify(progress));
	renameSync(`${file}.new`, file);
}
/** @param tasks names that the config has: no other word of the evaluation is passed on */
async function readProgress(file, tasks) {
	return readSmall(file, progressSchema.refine(({ task }) => task === null || tasks.includes(task)));
}
/** Reads a small file of JSON that foreign code may have put there: no link is followed, no pipe waited for. */
async function readSmall(file, schema) {
	try {
		const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
		try {
			if (!(await handle.stat()).isFile()) return { kind: "refused" };
			const { buffer, bytesRead } = await handle.read(Buffer.alloc(4097), 0, 4097, 0);
			if (bytesRead > MAX_BYTES) return { kind: "refused" };
			const parsed = schema.safeParse(JSON.parse(buffer.toString("utf8", 0, bytesRead)));
			return parsed.success ? {
				kind: "read",
				value: parsed.data
			} : { kind: "refused" };
		} finally {
			await handle.close();
		}
	} catch (error) {
		return { kind: error instanceof Error && "code" in error && error.code === "ENOENT" ? "absent" : "refused" };
	}
}

export { writeProgress as i, readProgress as n, readSmall as r, progressFile as t };