import { n as killGroup, t as LEADS_GROUP } from "./adapters-process-kill-group.js";
import { t as Tail } from "./adapters-process-tail.js";
import { spawn } from "node:child_process";

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
		...LEADS_GROUP
	});
	const kill = () => killGroup(child.pid);
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

export { run as t };