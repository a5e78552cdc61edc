import { i as checkpointFault, l as isUnchanged } from "./tasks-checkpoints-digest.js";
import { t as Tail } from "./adapters-process-tail.js";
import { spawn } from "node:child_process";
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

// src/adapters/process/run.ts
const OUTPUT_LIMIT = 16384;
/**
* Runs a command without a shell, its output captured and bounded. An abort kills it with everything it started.
* @param printed told of stdout and stderr as they come
* @throws when the command cannot be started, or the signal's reason when it was aborted
*/
async function run(command, signal, printed) {
	signal.throwIfAborted();
	const tail = new Tail(OUTPUT_LIMIT);
	const child = spawn(command.file, command.args, {
		cwd: command.cwd,
		env: command.env,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		detached: true
	});
	const kill = () => {
		if (child.pid !== void 0) killGroup(child.pid);
	};
	signal.addEventListener("abort", kill);
	for (const stream of [child.stdout, child.stderr]) {
		const decoder = new TextDecoder();
		stream.on("data", (chunk) => {
			tail.push(chunk);
			printed?.(decoder.decode(chunk, { stream: true }));
		});
	}
	try {
		const end = await new Promise((resolve, reject) => {
			child.once("error", reject);
			child.once("close", (code, endSignal) => resolve({
				code,
				signal: endSignal
			}));
		});
		signal.throwIfAborted();
		return {
			...end,
			output: tail.text()
		};
	} finally {
		signal.removeEventListener("abort", kill);
	}
}
function killGroup(pid) {
	try {
		process.kill(-pid, "SIGKILL");
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
	}
}

export { watchFiles as n, run as t };