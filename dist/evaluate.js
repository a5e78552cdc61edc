import { i as messageOf } from "./shared/errors.js";
import { t as childEnvironment } from "./shared/environment.js";
import { t as fencedLog } from "./shared/fenced-log.js";
import { o as required, r as readPlan } from "./shared/plan-file.js";
import { spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

// src/actions/environment.ts
/** What the evaluation may see: the common allow-list, and what the workflow's author named in `env-allow`. */
function cleanEnvironment(env, allowed) {
	const kept = childEnvironment(env, [
		"base",
		"network",
		"npm",
		"evaluation"
	]);
	for (const name of allowed) {
		const value = env[name];
		if (value !== void 0) kept[name] = value;
	}
	return kept;
}

// src/actions/reexecute.ts
const SIGNALS = ["SIGINT", "SIGTERM"];
/**
* Runs this very script again with `args` and exactly the environment given.
*
* Deleting a variable is not enough: a child of the same user can read `/proc/<parent>/environ`, which shows the
* environment a process was started with. `execve` replaces that. Where there is no `execve` (Windows, which has no
* /proc, and Node 20, which no runner uses for this) a child gets the clean environment and this process waits.
* @returns the exit code of the child; does not return at all where the process was replaced
*/
async function reexecute(script, args, env) {
	const argv = [
		...process.execArgv,
		script,
		...args
	];
	const { execve } = process;
	if (execve !== void 0 && process.platform !== "win32") return execve.call(process, process.execPath, [process.execPath, ...argv], env);
	const child = spawn(process.execPath, argv, {
		env,
		stdio: "inherit"
	});
	const forward = (signal) => child.kill(signal);
	for (const signal of SIGNALS) process.on(signal, forward);
	try {
		return await new Promise((resolve, reject) => {
			child.on("error", reject);
			child.on("exit", (code) => resolve(code ?? 1));
		});
	} finally {
		for (const signal of SIGNALS) process.off(signal, forward);
	}
}

// src/actions/evaluate.ts
/** Entry point of the step `evaluate`: first sheds every secret, then runs the plan. */
const CLEAN = "--clean-environment";
async function main() {
	const { env } = process;
	const plan = await readPlan(required(env, "WEIGHBRIDGE_PLAN"), required(env, "WEIGHBRIDGE_PLAN_DIGEST"));
	if (!process.argv.includes(CLEAN)) return reexecute(fileURLToPath(import.meta.url), [CLEAN], cleanEnvironment(env, plan.envAllow));
	const interrupt = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => interrupt.abort(signal));
	process.chdir(plan.directory);
	const [{ evaluate }, pipeline] = await Promise.all([import("./shared/evaluation.js"), import("./shared/main2.js")]);
	return evaluate({
		plan,
		pipeline,
		log,
		interrupt: interrupt.signal
	});
}
const log = fencedLog((text) => process.stdout.write(text));
/** Ends the process once everything is printed, whatever an engine that did not stop still holds open. */
const exit = (code) => process.stdout.write("", () => process.exit(code));
process.exitCode = 1;
main().then(exit, (error) => {
	log.warn(messageOf(error));
	exit(1);
});

export {  };