import { o as checkpointFault, r as isUnchanged } from "./tasks-checkpoints-digest.js";
import { stat } from "node:fs/promises";

// src/tasks/checkpoints/unchanged.ts
/**
* Remembers files as they are, before they are read.
* @returns what later tells whether they still are: it throws WeighbridgeError `checkpoint`, naming the file that is not
*/
async function watchFiles(paths) {
	const before = /* @__PURE__ */ new Map();
	for (const path of paths) before.set(path, await stat(path, { bigint: true }));
	return async () => {
		for (const [path, stats] of before) {
			const now = await stat(path, { bigint: true }).catch(() => null);
			if (now !== null && isUnchanged(stats, now)) continue;
			throw checkpointFault(path, "changed while it was being evaluated", "evaluate a file that nothing writes to");
		}
	};
}

export { watchFiles as t };