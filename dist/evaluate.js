import { a as messageOf } from "./shared/errors.js";
import { t as fencedLog } from "./shared/fenced-log.js";
import { o as required, r as readPlan } from "./shared/plan-file.js";
import { spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

// src/actions/environment.ts
/** What an evaluation needs of its surroundings: a path, a home, a locale, caches, accelerators, proxies. No tokens. */
const NAMES = /* @__PURE__ */ new Set([
	...[
		"PATH",
		"HOME",
		"USER",
		"LOGNAME",
		"SHELL",
		"LANG",
		"LANGUAGE",
		"TZ",
		"TMPDIR",
		"TMP",
		"TEMP",
		"CI"
	],
	...[
		"XDG_CACHE_HOME",
		"XDG_CONFIG_HOME",
		"XDG_DATA_HOME",
		"LD_LIBRARY_PATH",
		"DYLD_LIBRARY_PATH"
	],
	...[
		"HF_HOME",
		"HF_HUB_CACHE",
		"HF_HUB_OFFLINE",
		"HF_DATASETS_CACHE",
		"TRANSFORMERS_CACHE",
		"TRANSFORMERS_OFFLINE"
	],
	...[
		"HTTP_PROXY",
		"HTTPS_PROXY",
		"NO_PROXY",
		"SSL_CERT_FILE",
		"SSL_CERT_DIR",
		"NODE_EXTRA_CA_CERTS"
	],
	...[
		"SYSTEMROOT",
		"SYSTEMDRIVE",
		"WINDIR",
		"COMSPEC",
		"PATHEXT",
		"USERPROFILE",
		"APPDATA",
		"LOCALAPPDATA",
		"PROGRAMDATA"
	],
	"RUNNER_TRACKING_ID",
	...["WEIGHBRIDGE_PLAN", "WEIGHBRIDGE_PLAN_DIGEST"]
]);
const PREFIXES = [
	"LC_",
	"CUDA_",
	"NVIDIA_",
	"ROCR_",
	"HIP_",
	"HSA_",
	"GGML_",
	"OMP_",
	"MKL_",
	"OPENBLAS_"
];
/** The environment without anything that is not on the list, or named by the workflow's author in `env-allow`. */
function cleanEnvironment(env, allowed) {
	const named = new Set(allowed);
	const keeps = (name) => {
		const upper = name.toUpperCase();
		return named.has(name) || NAMES.has(upper) || PREFIXES.some((prefix) => upper.startsWith(prefix));
	};
	return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value !== void 0 && keeps(name) ? [[name, value]] : []));
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
main().then(exit, (error) => {
	log.warn(messageOf(error));
	exit(1);
});

export {  };