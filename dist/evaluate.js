import { B as childEnvironment, M as LEADS_GROUP, R as hideEnvironment, m as endAll, p as TRACKING_VARIABLE } from "./shared/adapters-process-kill-with-parent.js";
import { Pt as messageOf } from "./shared/core-domain-history.js";
import { n as plainLog, t as fencedLog } from "./shared/action-fenced-log.js";
import { o as array, v as strictObject, y as string } from "./shared/npm-zod.js";
import { r as requiredVariable, s as readPlan } from "./shared/action-runtime.js";
import { n as createLogFence } from "./shared/report-log-fence.js";
import { once } from "node:events";
import { spawn } from "node:child_process";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { appendFile, lstat, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { fileURLToPath } from "node:url";

// src/action/evaluate/command-files.ts
/** Files by which a step tells the runner what to do to the job; their folder holds those of every step that is under way. */
const COMMAND_FILES = [
	"GITHUB_ENV",
	"GITHUB_OUTPUT",
	"GITHUB_PATH",
	"GITHUB_STATE",
	"GITHUB_STEP_SUMMARY"
];
/** What the evaluation can find by looking, and must not change: the command files, and the event that the report will read. */
function guardedPaths(env) {
	const folders = COMMAND_FILES.flatMap((name) => env[name] || []).map((path) => dirname(path));
	return {
		folders: [...new Set(folders)],
		files: [env.GITHUB_EVENT_PATH || []].flat()
	};
}
/** The guarded files as they were. */
var CommandFiles = class CommandFiles {
	#paths;
	#before;
	constructor(paths, before) {
		this.#paths = paths;
		this.#before = before;
	}
	static async remember(paths) {
		const before = /* @__PURE__ */ new Map();
		for (const file of await present(paths)) if ((await statOf(file))?.isFile()) before.set(file, await readFile(file));
		return new CommandFiles(paths, before);
	}
	/**
	* Makes the files what they were. To be called once nothing of the evaluation runs any more.
	* @returns names of those that had been changed, added or taken away
	*/
	async restore() {
		const changed = [];
		for (const folder of this.#paths.folders) {
			if ((await statOf(folder))?.isDirectory()) continue;
			changed.push(basename(folder));
			await rm(folder, { force: true });
			await mkdir(folder);
		}
		for (const file of /* @__PURE__ */ new Set([...this.#before.keys(), ...await present(this.#paths)])) {
			const was = this.#before.get(file);
			if (was !== void 0 && await isSame(file, was)) continue;
			changed.push(basename(file));
			await rm(file, {
				recursive: true,
				force: true
			});
			if (was !== void 0) await writeFile(file, was, {
				flag: "wx",
				mode: 420
			});
		}
		return changed;
	}
};
/** @throws what the system says of a folder that cannot be read: what nobody can look at, nobody can vouch for */
async function present({ folders, files }) {
	return [...(await Promise.all(folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))))).flat(), ...files];
}
async function isSame(file, was) {
	const stats = await statOf(file);
	return stats?.isFile() === true && stats.size === was.length && (await readFile(file)).equals(was);
}
const statOf = (path) => lstat(path).catch(() => null);

// src/action/evaluate/reexecute.ts
const SIGNALS$1 = ["SIGINT", "SIGTERM"];
/** What the evaluation may see: the common allow-list, and what the workflow's author named in `env-allow`. */
function cleanEnvironment(env, allowed) {
	const kept = childEnvironment(env, [
		"base",
		"network",
		"npm",
		"evaluation",
		"harness",
		"cluster"
	]);
	for (const name of allowed) {
		const value = env[name];
		if (value !== void 0) kept[name] = value;
	}
	return kept;
}
/**
* Runs this very script again with `args` and exactly the environment given.
*
* Deleting a variable is not enough: a child of the same user can read `/proc/<parent>/environ`, which shows the
* environment a process was started with. `execve` replaces that. Where there is no `execve` (Windows, which has no
* /proc, and Node 20, which no runner uses for this) a child gets the clean environment and this process waits, its own hidden
* where that can be done (`hideEnvironment`).
* @param running what this process runs on
* @returns the exit code of the child; does not return at all where the process was replaced
*/
async function reexecute(script, args, env, running = process) {
	const argv = [
		...process.execArgv,
		script,
		...args
	];
	const { execve, platform } = running;
	if (execve !== void 0 && platform !== "win32") return execve.call(process, process.execPath, [process.execPath, ...argv], env);
	const child = spawn(process.execPath, argv, {
		env,
		stdio: "inherit"
	});
	const forward = (signal) => child.kill(signal);
	for (const signal of SIGNALS$1) process.on(signal, forward);
	try {
		return await new Promise((resolve, reject) => {
			child.on("error", reject);
			child.on("exit", (code) => resolve(code ?? 1));
		});
	} finally {
		for (const signal of SIGNALS$1) process.off(signal, forward);
	}
}

// src/action/evaluate/supervise.ts
/** The runner sends SIGTERM 7.5 s after SIGINT and kills 2.5 s later: we have to be done before. */
const GRACE = {
	timeoutMs: 3e4,
	signalMs: 6e3
};
const SIGNALS = ["SIGINT", "SIGTERM"];
/** What the first process of the step hands to the second by its arguments: its environment has been shed by then. */
const supervisorArguments = strictObject({
	guarded: strictObject({
		folders: array(string()),
		files: array(string())
	}),
	/** `GITHUB_OUTPUT` of the step; null outside of a runner. */
	output: string().nullable()
});
/**
* Runs the evaluation as a process group of its own, from outside of it: what it prints is fenced, its time is limited even where
* it no longer listens, everything that it started ends with it, and what it did to the runner's command files is undone.
*/
async function supervise(supervision) {
	const { script, args, env, timeoutMs, guarded, write, grace = GRACE } = supervision;
	const files = await CommandFiles.remember(guarded);
	const trackingId = randomUUID();
	const child = spawn(process.execPath, [
		...process.execArgv,
		script,
		...args
	], {
		env: {
			...env,
			[TRACKING_VARIABLE]: trackingId
		},
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		...LEADS_GROUP
	});
	for (const stream of [child.stdout, child.stderr]) {
		const fence = createLogFence();
		const print = (lines) => write(lines.map((line) => `${line}\n`).join(""));
		stream.setEncoding("utf8").on("data", (piece) => print(fence.push(piece)));
		stream.on("end", () => print(fence.end()));
	}
	let timedOut = false;
	let interrupted = false;
	const end = () => endAll(child.pid, trackingId);
	const limit = setTimeout(() => {
		timedOut = true;
	}, timeoutMs);
	const hardLimit = setTimeout(end, timeoutMs + grace.timeoutMs);
	let killTimer;
	const stop = (signal) => {
		interrupted = true;
		child.kill(signal);
		clearTimeout(killTimer);
		killTimer = setTimeout(end, grace.signalMs);
	};
	for (const signal of SIGNALS) process.on(signal, stop);
	try {
		const closed = once(child, "close");
		const [code] = await once(child, "exit");
		await end();
		await Promise.race([closed, setTimeout$1(1e3, void 0, { ref: false })]);
		child.stdout.destroy();
		child.stderr.destroy();
		const changed = await files.restore();
		if (changed.length > 0) return {
			ending: "tampered",
			changed
		};
		if (code === 0) return {
			ending: "finished",
			changed
		};
		return {
			ending: interrupted ? "interrupted" : timedOut ? "timed-out" : "failed",
			changed
		};
	} finally {
		clearTimeout(limit);
		clearTimeout(hardLimit);
		clearTimeout(killTimer);
		for (const signal of SIGNALS) process.off(signal, stop);
	}
}
/** One line of our own making, once nobody else writes there any more. */
async function writeEnding(output, ending) {
	if (output !== null) await appendFile(output, `ending=${ending}\n`);
}

// src/action/evaluate/evaluate.ts
/**
* Entry point of the step `evaluate`, run three times over. The first process sheds every secret by becoming the second. The
* second watches over the third, which runs the plan and must be expected to do anything.
*/
const SUPERVISE = "--supervise";
const EVALUATE = "--evaluate";
const SELF = fileURLToPath(import.meta.url);
async function main(log) {
	const { env } = process;
	const plan = await readPlan(requiredVariable(env, "WEIGHBRIDGE_PLAN"), requiredVariable(env, "WEIGHBRIDGE_PLAN_DIGEST"));
	const [, , stage, given] = process.argv;
	switch (stage) {
		case EVALUATE: return run(plan, log);
		case SUPERVISE: return watch(plan, supervisorArguments.parse(JSON.parse(given ?? "")), log);
		default: {
			const paths = {
				guarded: guardedPaths(env),
				output: env.GITHUB_OUTPUT ?? null
			};
			return reexecute(SELF, [SUPERVISE, JSON.stringify(paths)], cleanEnvironment(env, plan.inputs["env-allow"]));
		}
	}
}
async function watch(plan, { guarded, output }, log) {
	const { ending, changed } = await supervise({
		script: SELF,
		args: [EVALUATE],
		guarded,
		timeoutMs: plan.inputs["timeout-minutes"] * 6e4,
		env: cleanEnvironment(process.env, plan.inputs["env-allow"]),
		write: (text) => process.stdout.write(text)
	});
	if (changed.length > 0) log.warn(`the evaluation changed files of the runner, which were restored: ${changed.join(", ")}`);
	await writeEnding(output, ending);
	return ending === "finished" ? 0 : 1;
}
async function run(plan, log) {
	const interrupt = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => interrupt.abort(signal));
	process.chdir(plan.directory);
	const [{ evaluate }, { evaluatePlan }] = await Promise.all([import("./shared/action-evaluate-evaluation.js"), import("./shared/app-main-on-need.js")]);
	return evaluate({
		plan,
		evaluatePlan,
		log,
		interrupt: interrupt.signal
	});
}
const log = (process.argv[2] === EVALUATE ? plainLog : fencedLog)((text) => process.stdout.write(text));
/** Ends the process once everything is printed, whatever an engine that did not stop still holds open. */
const exit = (code) => process.stdout.write("", () => process.exit(code));
process.exitCode = 1;
hideEnvironment();
main(log).then(exit, (error) => {
	log.warn(messageOf(error));
	exit(1);
});

export {  };