import { At as IssueList, Pt as messageOf, S as hubModel, Tt as storedSample, X as parseJson, b as NOT_IDENTIFIED, jt as WeighbridgeError, x as describeModel, y as canonicalJson } from "./core-domain-history.js";
import { t as watchFiles } from "./tasks-checkpoints-unchanged.js";
import { L as drawnIn, t as lmEval, z as runDifferences } from "./results-formats-lm-eval-lm-eval.js";
import { a as sequentialOrder, r as drawnSeed } from "./tasks-runners-order.js";
import { S as unknown, _ as record, h as object, u as int, v as strictObject, y as string } from "./npm-zod.js";
import { B as childEnvironment, M as LEADS_GROUP, N as killGroup, c as Tail, r as run, t as killWithParent } from "./adapters-process-kill-with-parent.js";
import { t as collect } from "./results-formats-collect.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { o as runFolder, s as taskFolder } from "./results-store-layout.js";
import { r as readRun } from "./results-store-reader.js";
import { i as checkCachedModel, t as openRun } from "./results-store-writer.js";
import { t as hashFile } from "./tasks-checkpoints-hash.js";
import { i as checkAdapter, n as digestFiles, s as checkpointFiles, t as digestCheckpoint } from "./tasks-checkpoints-digest.js";
import { a as taskFilesIn, i as shadowed, n as forbiddenCode, o as withIncludes, t as builtInNames } from "./tasks-runners-lm-eval-task-files.js";
import { once } from "node:events";
import { spawn } from "node:child_process";
import { basename, delimiter, dirname, isAbsolute, join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { access, constants as constants$1, cp, mkdtemp, open, readFile, readdir, realpath, rm, stat, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";

// src/tasks/runners/lm-eval/program.ts
/** Names the program where it is not the first on the PATH. */
const PROGRAM_VARIABLE = "WEIGHBRIDGE_LM_EVAL";
/** `--apply_chat_template` and the hashes by which samples are paired came with it. */
const OLDEST = "0.4.3";
const INSTALL = "install it in the environment of this step: `uv pip install \"lm-eval[hf]\"` or `pip install \"lm-eval[hf]\"`; or name the program with WEIGHBRIDGE_LM_EVAL";
const PROBE_MS = 6e4;
/** Nothing is imported: that would take seconds, and run whatever the installation runs. */
const PROBE = `import importlib.metadata as m, importlib.util as u, json
s = u.find_spec("lm_eval")
print(json.dumps({"version": m.version("lm_eval"), "folder": list(s.submodule_search_locations)[0]}))`;
const probed = object({
	version: string(),
	folder: string()
});
/** @throws WeighbridgeError `engine` when it is absent, or too old */
async function findProgram(environment) {
	const file = await locate(environment);
	const python = await interpreterOf(file, environment);
	const command = {
		file: python,
		args: ["-c", PROBE],
		cwd: dirname(file),
		env: childEnvironment(environment, ["base", "harness"])
	};
	const { output } = await run(command, AbortSignal.timeout(PROBE_MS)).catch((cause) => {
		throw unusable(file, `its Python, ${python}, cannot be started`, cause);
	});
	const found = probed.safeParse(lastJson(output));
	if (!found.success) throw unusable(file, `its Python, ${python}, knows no version of it`, output);
	const { version, folder } = found.data;
	if (!isAtLeast(version, OLDEST)) throw new WeighbridgeError("engine", `lm_eval is ${version}, and ${OLDEST} is the oldest that can be used`, {
		at: { file },
		fix: "upgrade it: `uv pip install --upgrade lm-eval` or `pip install --upgrade lm-eval`"
	});
	return {
		file,
		python,
		version,
		tasks: join(folder, "tasks")
	};
}
/** Whether a version such as `0.4.9.2` or `0.4.10.dev0` is another or later. */
function isAtLeast(version, oldest) {
	const parts = (text) => (/^\d+(\.\d+)*/.exec(text)?.[0] ?? "").split(".").map(Number);
	const [ours, least] = [parts(version), parts(oldest)];
	for (let part = 0; part < Math.max(ours.length, least.length); part += 1) {
		const difference = (ours[part] ?? 0) - (least[part] ?? 0);
		if (difference !== 0) return difference > 0;
	}
	return true;
}
async function locate(environment) {
	const named = environment[PROGRAM_VARIABLE];
	if (named !== void 0 && named !== "") {
		if (isAbsolute(named) && await isExecutable(named)) return named;
		throw new WeighbridgeError("engine", `${PROGRAM_VARIABLE} is ${named}, which is no program`, { fix: "give the absolute path of lm_eval" });
	}
	for (const folder of (environment.PATH ?? "").split(delimiter)) for (const name of ["lm_eval", "lm-eval"]) {
		const file = join(folder, name);
		if (isAbsolute(folder) && await isExecutable(file)) return file;
	}
	throw new WeighbridgeError("engine", "the program lm_eval is not on the PATH", { fix: INSTALL });
}
async function isExecutable(file) {
	return access(file, constants$1.X_OK).then(() => true, () => false);
}
/** Installers write the Python of the environment into the first lines of a script. */
async function interpreterOf(file, environment) {
	const head = await readHead(file);
	const written = /^'''exec' "?([^"\n]*?)"? "\$0"/m.exec(head)?.[1] ?? /^#!\s*(\S+)/.exec(head)?.[1];
	if (written !== void 0 && isAbsolute(written) && basename(written).startsWith("python")) return written;
	const beside = join(dirname(await realpath(file)), "python3");
	if (await isExecutable(beside)) return beside;
	for (const folder of (environment.PATH ?? "").split(delimiter)) if (isAbsolute(folder) && await isExecutable(join(folder, "python3"))) return join(folder, "python3");
	throw unusable(file, "there is no Python beside it or on the PATH");
}
async function readHead(file) {
	const handle = await open(file);
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
		return buffer.toString("utf8", 0, bytesRead);
	} finally {
		await handle.close();
	}
}
function lastJson(output) {
	const line = output.trimEnd().split("\n").at(-1) ?? "";
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}
const unusable = (file, why, cause) => new WeighbridgeError("engine", `lm_eval cannot be used: ${why}`, {
	at: { file },
	fix: INSTALL,
	cause
});

// src/tasks/runners/lm-eval/command.ts
/** Whether arguments of the model would load code from its repository. */
const trustsRemoteCode = (args) => Object.entries(args).some(([name, value]) => name === "trust_remote_code" && !/^(false|0|none|)$/i.test(String(value)));
/**
* The arguments of one call but those that say where the results go. Every value is joined to its flag, so that none can be
* taken for a flag.
*/
function callArguments({ model, tasks, options, includePath, allow, version }) {
	const { num_fewshot: shots, batch_size: batch, device, seed, limit, gen_kwargs: generation } = options;
	const { apply_chat_template: chat, fewshot_as_multiturn: turns, system_instruction: system } = options;
	const confirms = allow.includes("unsafe_code") && isAtLeast(version, "0.4.8");
	return [
		["model", model.type],
		["model_args", pairs(model.args)],
		["tasks", tasks.join(",")],
		["num_fewshot", shots],
		["batch_size", batch],
		["device", device],
		["gen_kwargs", generation && (isFlat(generation) ? pairs(generation) : JSON.stringify(generation))],
		["apply_chat_template", chat === false ? null : chat],
		["fewshot_as_multiturn", turns],
		["system_instruction", system],
		["seed", typeof seed === "number" ? seed : seed?.join(",")],
		["include_path", includePath],
		["limit", limit],
		["trust_remote_code", allow.includes("trust_remote_code") ? true : null],
		["confirm_run_unsafe_code", confirms ? true : null],
		...Object.entries(options.extra_args)
	].flatMap(([flag, value]) => {
		if (value === void 0 || value === null || value === false) return [];
		return [value === true ? `--${flag}` : `--${flag}=${value}`];
	});
}
const isFlat = (values) => Object.values(values).every((value) => typeof value !== "object" && !String(value).includes(","));
/** Python writes its constants with a capital, and lm_eval reads them so. */
const pairs = (values) => Object.entries(values).map(([name, value]) => `${name}=${value === true ? "True" : value === false ? "False" : value}`).join(",");

// src/tasks/runners/lm-eval/failure-cause.ts
/** What a line of the harness, or of a library below it, means for whoever has to act. First match wins. */
const CAUSES = [
	[/Tasks? (?:were )?not found: ?(.*)|Could not find task|KeyError: .*task_index/i, "there is no such task"],
	[/GatedRepoError|gated repo|access to (?:model|this) .* (?:is restricted|restricted)/i, "the model or dataset is gated: accept its licence and give HF_TOKEN"],
	[/RepositoryNotFoundError|is not a valid model identifier/i, "the repository is not there, or private: check its name and HF_TOKEN"],
	[/CUDA out of memory|OutOfMemoryError|CUDA error: out of memory|hipErrorOutOfMemory/i, "out of GPU memory: a smaller batch_size, or model_args such as dtype: bfloat16"],
	[/LoRA rank \d+ is greater than max_lora_rank/i, "the rank of the adapter is above what vLLM takes: write it as model_args: { max_lora_rank: ... }"],
	[/MemoryError|Cannot allocate memory|DefaultCPUAllocator: can't allocate/i, "out of memory"],
	[/No space left on device|Disk quota exceeded/i, "the disk is full"],
	[/Found no NVIDIA driver|Torch not compiled with CUDA|No CUDA GPUs are available|CUDA driver version is insufficient/i, "there is no usable GPU: check the driver, or write device: cpu"],
	[/ModuleNotFoundError: No module named '([^']+)'|ImportError: .*|requires the .* package/i, "a Python package is missing"],
	[/trust_remote_code=True|`trust_remote_code`/i, "the model or dataset brings its own code, which policy.allow does not let run"],
	[/confirm_run_unsafe_code|unsafe_code/i, "the task runs code that the model writes, which policy.allow does not let run"],
	[/Connection refused|ConnectionRefusedError|Cannot connect to host|Max retries exceeded with url/i, "the server cannot be reached"],
	[/LocalEntryNotFoundError|OfflineModeIsEnabled|offline mode|HF_HUB_OFFLINE/i, "something is not in the cache, and downloads are off"],
	[/Name or service not known|Temporary failure in name resolution|ConnectTimeout|ReadTimeout|NetworkError|Couldn't reach/i, "the network failed"],
	[/File name too long/i, "the path of the checkpoint is too long for a file name of the results"],
	[/unrecognized arguments: (.*)|error: argument .*/i, "this version of lm_eval does not know an option"],
	[/Could not save results/i, "the results could not be written"]
];
const QUOTED_LENGTH = 300;
/**
* Why lm_eval ended without results, in one line, with the end of what it printed.
* @param lines what it printed, without progress
*/
function failureCause(end, lines) {
	const how = end.signal === null ? `ended with ${end.code}` : `was ended by ${end.signal}`;
	const printed = lines.map((line) => line.trim()).filter((line) => line !== "");
	const hit = known(printed);
	const cause = hit?.cause ?? (end.signal === "SIGKILL" ? "perhaps the machine ran out of memory" : "for a reason of its own");
	const tail = printed.slice(-4);
	const quote = (hit === null || tail.includes(hit.line) ? tail : [hit.line, ...tail.slice(1)]).map((line) => line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}…` : line);
	return `lm_eval ${how} and left no results: ${cause}${quote.length === 0 ? "" : `\n  ${quote.join("\n  ")}`}`;
}
/** The last line that says anything known: an exception's own line comes after its traceback. */
function known(lines) {
	for (const [pattern, cause] of CAUSES) {
		const line = lines.findLast((each) => pattern.test(each));
		if (line !== void 0) return {
			line,
			cause
		};
	}
	return null;
}

// src/tasks/runners/lm-eval/harness-output.ts
/** A bar of tqdm over requests; its other bars (downloads, prompts) say nothing of how far the model is. */
const BAR = /^Running (\w+) requests:\s+\d+%\|.*\|\s*(\d+)\/(\d+) \[[^\]]*?(?:, +([\d.]+)(it\/s|s\/it))?\]?$/;
/** Any bar of tqdm. */
const ANY_BAR = /\d+%\|.*\|\s*[\d.]+\w?\/[\d.]+\w? \[|: \d+ examples \[|\b\d+it \[\d/;
/** A bar over the documents of the task that was named on the line before. */
const DOCUMENTS_BAR = /^\s*\d+%\|.*\|\s*\d+\/(\d+) \[/;
const BUILDING = /\bBuilding contexts for \S+ on rank 0\b/;
/** Takes what the harness prints: progress becomes events, the rest is passed on and its end is kept. */
var HarnessOutput = class {
	#task;
	#output;
	#progress;
	#rest = "";
	#lines = [];
	#documents;
	/** Whether documents are counted as the harness names them. */
	#counts;
	/** Whether the bar that comes next is of a task's documents. */
	#isBuilding = false;
	/** @param documents null where only the harness knows them */
	constructor(task, output, progress, documents = null) {
		this.#documents = documents;
		this.#counts = documents === null;
		this.#task = task;
		this.#output = output;
		this.#progress = progress;
	}
	/** The end of what was printed, without progress. */
	get lines() {
		return this.#rest === "" ? this.#lines : [...this.#lines, this.#rest];
	}
	push(piece) {
		const lines = (this.#rest + piece).split(/\r\n|\r|\n/);
		this.#rest = (lines.pop() ?? "").slice(-1e4);
		for (const line of lines) this.#line(line);
	}
	/** A group has its documents task by task. */
	#count(line) {
		if (BUILDING.test(line)) this.#isBuilding = true;
		const [, total] = this.#isBuilding ? DOCUMENTS_BAR.exec(line) ?? [] : [];
		if (total === void 0) return;
		this.#isBuilding = false;
		const here = (this.#documents?.here ?? 0) + Number(total);
		this.#documents = {
			before: 0,
			here,
			planned: here
		};
	}
	#line(line) {
		if (this.#counts) this.#count(line);
		const bar = progressOf(this.#task, line, this.#documents);
		if (bar !== null) this.#progress?.(bar);
		if (bar !== null || line.trim() === "" || ANY_BAR.test(line)) return;
		this.#output(`${line}\n`);
		this.#lines.push(line);
		if (this.#lines.length > 120) this.#lines = this.#lines.slice(-60);
	}
};
/**
* A bar over requests as progress; null for any other line. A question with four choices is four requests, so that documents are
* told by their share of the requests, and requests only where nobody has said how many documents there are.
*/
function progressOf(task, line, documents) {
	const [, kind, done, total, speed, unit] = BAR.exec(line.trim()) ?? [];
	if (kind === void 0) return null;
	const requests = Number(total);
	const rate = speed === void 0 ? null : unit === "s/it" ? 1 / Number(speed) : Number(speed);
	if (documents === null || requests === 0) {
		const left = requests - Number(done);
		return progressAt(`${task} (${kind} requests)`, Number(done), requests, left, rate);
	}
	const { before, here, planned } = documents;
	const each = here / requests;
	const answered = Math.floor(Number(done) * each);
	const pace = rate === null ? null : rate * each;
	return progressAt(task, before + answered, planned, planned - before - answered, pace);
}
const progressAt = (task, done, planned, left, samplesPerSecond) => ({
	task,
	done,
	planned,
	samplesPerSecond,
	secondsLeft: samplesPerSecond === null || samplesPerSecond === 0 ? null : left / samplesPerSecond
});

// src/tasks/runners/lm-eval/kept-driver.ts
/**
* The Python that answers one call of lm_eval after another, `FOLDER PROGRAM` in its arguments: it runs the program's own entry point with
* the arguments of each call, as the command would, and keeps the model that the first one loaded, and the 13,000 files of tasks that are
* lm_eval's own: reading them is most of what a later call would cost. What the command draws by
* chance after loading is drawn here too: the generators are set back to where loading left them.
*
* Requests and answers are lines of JSON: `{"arguments": […]}` on stdin; `{"ready": VERSION}`, then `{"done": CODE}` on a copy of stdout. Whatever
* else is printed goes to stderr, so that no text of a model can answer. Python looks for modules where the program lies, not
* where it is started: there lies what is evaluated.
*/
const KEPT_DRIVER = `
import sys
sys.path[0] = sys.argv[1]
import json, os
program = sys.argv[2]
answers = os.fdopen(os.dup(1), "w")
requests = os.fdopen(os.dup(0), "r")
os.dup2(2, 1)
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)

def say(**what):
    answers.write(json.dumps(what) + "\\n")
    answers.flush()

import importlib.metadata, random, traceback
from lm_eval.__main__ import cli_evaluate
from lm_eval.api import registry

find, held = registry.get_model, {}

def chance(state=None):
    import numpy, torch
    if state is None:
        cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_available() else None
        return random.getstate(), numpy.random.get_state(), torch.get_rng_state(), cuda
    random.setstate(state[0])
    numpy.random.set_state(state[1])
    torch.set_rng_state(state[2])
    if state[3] is not None: torch.cuda.set_rng_state_all(state[3])

class Kept:
    def __init__(self, name):
        self.name, self.model = name, find(name)

    def __getattr__(self, name):
        return getattr(self.model, name)

    def make(self, how, arguments, more):
        key = json.dumps([self.name, how, arguments, more], sort_keys=True, default=str)
        if held.get("key") != key:
            held.clear()
            held["lm"] = getattr(self.model, how)(arguments, more)
            held.update(key=key, chance=chance())
        else:
            chance(held["chance"])
        lm = held["lm"]
        if hasattr(lm, "batch_sizes"): lm.batch_sizes = {}
        return lm

    def create_from_arg_obj(self, arguments, more=None):
        return self.make("create_from_arg_obj", arguments, more)

    def create_from_arg_string(self, arguments, more=None):
        return self.make("create_from_arg_string", arguments, more)

registry.get_model = Kept

import pickle
from lm_eval.tasks import _index

load, own, loaded = _index.load_yaml, os.path.dirname(_index.__file__) + os.sep, {}

def load_yaml(path, **how):
    key = (str(path), *sorted(how.items()))
    if not key[0].startswith(own): return load(path, **how)
    if key not in loaded: loaded[key] = pickle.dumps(load(path, **how))
    return pickle.loads(loaded[key])

_index.load_yaml = load_yaml
say(ready=importlib.metadata.version("lm_eval"))
for line in requests:
    sys.argv = [program, *json.loads(line)["arguments"]]
    code = 0
    try:
        cli_evaluate()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        if code != 0 and not isinstance(end.code, int): print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    say(done=code)
    if code != 0: sys.exit(code)
`;

// src/tasks/runners/lm-eval/kept-harness.ts
/** With these the answers were seen to be those of the command, to the last bit (`lm-eval-kept.real.test.ts`). */
const TESTED = ["0.4.13"];
const OUTPUT_LIMIT = 16384;
/** How long the last output of a call that failed is waited for. */
const LAST_WORDS_MS = 2e3;
/** An answer is a few characters. */
const LINE_LIMIT = 4096;
const answer = strictObject({
	ready: string().optional(),
	done: int().optional()
});
/** Whether one process can answer this call and the next: where it is known to answer as the command does. */
const canBeKept = ({ version }, { model, options }) => TESTED.includes(version) && model.type === "hf" && !String(options.batch_size ?? "").startsWith("auto");
/** One process of lm_eval for several calls: the next one finds the model loaded. */
var KeptHarness = class {
	#program;
	#child = null;
	#isUnusable = false;
	#listener = null;
	#tail = new Tail(OUTPUT_LIMIT);
	constructor(program) {
		this.#program = program;
	}
	/**
	* Runs one call to its end. An abort ends the process with everything it started.
	* @param command of lm_eval; its arguments are passed on
	* @returns null where the process cannot be had, and nothing was run: then the command has to
	* @throws the signal's reason when it was aborted
	*/
	async call(command, signal, printed) {
		signal.throwIfAborted();
		if (this.#isUnusable) return null;
		const end = () => this.close();
		signal.addEventListener("abort", end);
		try {
			const child = this.#child ?? await this.#start(command, printed);
			signal.throwIfAborted();
			if (child === null) return null;
			this.#tail = new Tail(OUTPUT_LIMIT);
			const result = await this.#ask(child, command.args, printed);
			signal.throwIfAborted();
			return result;
		} finally {
			signal.removeEventListener("abort", end);
		}
	}
	/** Ends the process and what it started. */
	close() {
		killGroup(this.#child?.pid);
		this.#child = null;
	}
	async #start(command, printed) {
		const { file, python } = this.#program;
		const { args, ...started } = await killWithParent({
			...command,
			file: python,
			args: [
				"-c",
				KEPT_DRIVER,
				dirname(file),
				file
			]
		});
		const child = spawn(started.file, args, {
			cwd: started.cwd,
			env: started.env,
			stdio: [
				"pipe",
				"pipe",
				"pipe"
			],
			...LEADS_GROUP
		});
		this.#child = child;
		this.#listen(child);
		if ((await this.#next(child, printed))?.ready === this.#program.version) return child;
		this.#isUnusable = true;
		this.close();
		printed("lm_eval is started anew for each look: one process for all of them cannot be had here\n");
		return null;
	}
	async #ask(child, args, printed) {
		const said = this.#next(child, printed);
		child.stdin.write(`${JSON.stringify({ arguments: args })}\n`);
		const code = (await said)?.done ?? null;
		if (code === 0) return {
			code,
			signal: null,
			output: this.#tail.text()
		};
		if (code !== null) await Promise.race([hasClosed(child), setTimeout(LAST_WORDS_MS, void 0, { ref: false })]);
		this.close();
		const signal = child.signalCode ?? (code === null && child.exitCode === null ? "SIGKILL" : null);
		return {
			code: signal === null ? code ?? child.exitCode : null,
			signal,
			output: this.#tail.text()
		};
	}
	/** What the process says next; null when it is gone, or says anything else. */
	#next(child, printed) {
		return new Promise((resolve) => {
			const settle = (said) => {
				for (const event of ["error", "close"]) child.off(event, gone);
				resolve(said);
			};
			const gone = () => settle(null);
			this.#listener = {
				printed,
				settle
			};
			for (const event of ["error", "close"]) child.once(event, gone);
		});
	}
	#listen(child) {
		const decoder = new TextDecoder();
		child.stderr.on("data", (chunk) => {
			this.#tail.push(chunk);
			this.#listener?.printed(decoder.decode(chunk, { stream: true }));
		});
		child.stdin.on("error", () => void 0);
		let rest = "";
		child.stdout.setEncoding("utf8").on("data", (piece) => {
			const lines = (rest + piece).split("\n");
			rest = (lines.pop() ?? "").slice(0, LINE_LIMIT);
			for (const line of lines) this.#listener?.settle(read(line));
		});
		child.once("close", () => {
			if (this.#child === child) this.#child = null;
		});
	}
};
const hasClosed = (child) => child.stderr?.closed === true ? Promise.resolve() : once(child, "close").catch(() => void 0);
function read(line) {
	try {
		return answer.safeParse(JSON.parse(line)).data ?? null;
	} catch {
		return null;
	}
}

// src/tasks/runners/lm-eval/call.ts
/** Below the run directory; no run of ours is called like it. */
const HARNESS_FOLDER = "lm-eval";
/**
* Runs lm_eval once, into a folder that nobody has used, and reads what it left there; where only some documents are asked for there are
* more to come, and one process answers them. The files are the evidence: results that are whole count whatever the program said at its end, and without them a good exit code counts for nothing.
* @param documents only these; null for all of them
* @param progress how far the task is, where that is known
* @throws WeighbridgeError with the cause in one line; the signal's reason when it was aborted
*/
async function callHarness({ evaluation, program, kept, assertUnchanged }, call, documents, progress = null) {
	const { side, out, directory, environment, signal, say } = evaluation;
	const output = await freshFolder(out, side);
	const args = [
		...callArguments(call),
		`--output_path=${output}`,
		"--log_samples"
	];
	if (documents !== null) {
		const list = join(output, "documents.json");
		await writeFile(list, JSON.stringify(documents));
		args.push(`--samples=${list}`);
	}
	const printed = new HarnessOutput(labelOf(call), evaluation.output, evaluation.progress, progress);
	const minutes = call.options.timeout_minutes;
	const timeout = minutes === void 0 ? null : AbortSignal.timeout(minutes * 6e4);
	const aborted = timeout === null ? signal : AbortSignal.any([signal, timeout]);
	const command = {
		file: program.file,
		args,
		cwd: directory,
		env: childEnvironment(environment, [
			"base",
			"network",
			"harness",
			"credentials"
		])
	};
	const push = (piece) => printed.push(piece);
	const isKept = documents !== null && canBeKept(program, call);
	const running = async () => (isKept ? await kept.call(command, aborted, push) : null) ?? await run(await killWithParent(command), aborted, push);
	const end = await running().catch((error) => {
		if (signal.aborted || timeout?.aborted !== true) throw error;
		throw new WeighbridgeError("engine", `lm_eval took longer than ${minutes} minutes and was ended`, { fix: "raise timeout_minutes, or give the task fewer documents" });
	});
	await assertUnchanged();
	return resultsOf(output, end, printed, evaluation, say);
}
/** One call may be of many tasks, and a task a path. */
const labelOf = ({ tasks: [first = "", ...others] }) => others.length === 0 ? basename(first) : `${others.length + 1} tasks`;
async function freshFolder(out, side) {
	const parent = resolve(out, HARNESS_FOLDER, side);
	return onDisk(parent, async () => {
		await makeDirectory(parent);
		return mkdtemp(join(parent, "call-"));
	});
}
async function resultsOf(folder, end, printed, { side }, say) {
	if (!await lmEval.detect(folder)) throw new WeighbridgeError("engine", failureCause(end, printed.lines), { fix: "try the same lm_eval command by hand; its whole output stands above in the log" });
	const { runs, faults } = await collect(await lmEval.load(folder, side));
	if (faults.length > 0) {
		const told = faults.map(messageOf).join("\n  ");
		throw new WeighbridgeError("data", `lm_eval left results that cannot be used:\n  ${told}`, { fix: "use a version of lm_eval that docs/reference/lm-eval.md names" });
	}
	if (end.code !== 0) say(`lm_eval ended with ${end.code ?? end.signal} after it had written whole results`);
	return runs;
}

// src/tasks/runners/lm-eval/documents.ts
/** The documents of a task, or why they are not known well enough to be asked in an order of our own. */
function plannedDocuments(baseline, name) {
	if (baseline === null || baseline.incomplete !== null) return { obstacle: "the baseline has no whole run of it here" };
	const { record, samples } = baseline;
	if (record.fingerprint.harness !== "lm-evaluation-harness") return { obstacle: "the baseline was not run with lm-evaluation-harness" };
	if ((record.fingerprint.limit ?? null) !== null) return { obstacle: "the baseline was run with a limit" };
	if (new Set(samples.map(({ filter }) => filter)).size > 1) return { obstacle: "it has several filters" };
	return samples.map(({ id, index, group, cluster, weight }) => ({
		id,
		index,
		leaf: group ?? name,
		...group === void 0 ? {} : { group },
		...cluster === void 0 ? {} : { cluster },
		...weight === void 0 ? {} : { weight }
	}));
}
/**
* The argument `--samples` for a batch. Ids are sorted, since lm_eval walks the dataset in its own order and labels results
* by the order that it was given; and no leaf is left out, since it would run one that is absent or empty in full: such a
* leaf gets one document, whose result is not used.
*/
function samplesArgument(batch, all) {
	const leaves = [...new Set(all.map(({ leaf }) => leaf))].sort();
	return Object.fromEntries(leaves.map((leaf) => {
		const ids = batch.filter((document) => document.leaf === leaf).map(({ index }) => index);
		const filler = all.find((document) => document.leaf === leaf)?.index ?? 0;
		return [leaf, ids.length > 0 ? ids.sort((a, b) => a - b) : [filler]];
	}));
}
/**
* The results of a batch in the order in which it was planned.
* @throws WeighbridgeError `data` unless each document has a result, of the same document as in the baseline
*/
function answersTo(batch, runs, name) {
	const key = (leaf, index) => `${leaf}\u0000${index}`;
	const answers = new Map(runs.flatMap(({ record, samples }) => samples.map((sample) => [key(sample.group ?? record.task, sample.index), sample])));
	return batch.map((document) => {
		const { id, index, leaf, group, cluster, weight } = document;
		const answer = answers.get(key(leaf, index));
		if (answer === void 0) throw wrong(name, `document ${index} of ${leaf} was asked for and has no result`);
		if (hashOf(answer.id) !== hashOf(id)) throw wrong(name, `document ${index} of ${leaf} is not that of the baseline`);
		const { group: _group, weight: _weight, cluster: _cluster, ...own } = answer;
		return {
			...own,
			id,
			index,
			...group === void 0 ? {} : { group },
			...cluster === void 0 ? {} : { cluster },
			...weight === void 0 ? {} : { weight }
		};
	});
}
/** Without the leaf and the number of an equal document, which depend on what else was evaluated. */
const hashOf = (id) => (id.split("/").at(-1) ?? "").replace(/#\d+$/, "");
const wrong = (task, message) => new WeighbridgeError("data", `${task}: ${message}`, { fix: "evaluate both sides with one version of lm_eval and of the dataset" });

// src/tasks/runners/lm-eval/request.ts
/**
* Path and digest of every file of the repository on which a task's results depend: its YAML and what that includes, Python
* beside it, and the data files that it names. What it loads from a hub is not among them.
*/
async function fingerprintFiles(files, directory) {
	const paths = new Set(files.map(({ path }) => path));
	for (const { path, data } of files) {
		for (const name of await readdir(dirname(path))) if (name.endsWith(".py")) paths.add(join(dirname(path), name));
		for (const name of data) for (const each of await filesAt(resolve(directory, name))) paths.add(each);
	}
	const digests = [];
	for (const path of [...paths].sort()) {
		const found = await stat(path).catch(() => null);
		if (found?.isFile() === true) digests.push([path, await hashFile(path, found.size)]);
	}
	return digests;
}
/** A file, all files of a folder, or of the folder in which a pattern begins. */
async function filesAt(path) {
	const [fixed = path] = path.split(/[^/]*[*?[{]/);
	if ((await stat(fixed).catch(() => null))?.isDirectory() !== true) return [path];
	return (await readdir(fixed, {
		recursive: true,
		withFileTypes: true
	})).filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
}
/**
* A run says what was asked and answered, but not with which settings of the harness. They are kept beside it, as one digest,
* so that a run is taken up again only by the call that began it.
*/
const requestFile = (out, side, task) => join(out, HARNESS_FOLDER, side, `${taskFolder(task)}.request`);
/** The run that an earlier evaluation left, if it made the same request. */
async function earlierRun(out, side, task, request) {
	if (await readFile(requestFile(out, side, task), "utf8").catch(() => null) !== request) return null;
	try {
		return await readRun(runFolder(out, side, task));
	} catch (error) {
		if (error instanceof WeighbridgeError && error.kind === "data") return null;
		throw error;
	}
}
/** Opens a run for what this request gives; one of another request is set aside first, however alike it looks. */
async function openRunFor(request, out, plan, earlier) {
	const opened = await openRun(out, plan, { fresh: earlier === null });
	const file = requestFile(out, plan.side, plan.task);
	await onDisk(file, async () => {
		await makeDirectory(dirname(file));
		await writeAtomically(file, request);
	});
	return opened;
}

// src/tasks/runners/lm-eval/session.ts
/**
* What a run of ours says of what lm_eval did: the record of the results under the task's own name, with the model that we
* know and they do not.
* @throws WeighbridgeError `config` for a primary metric that the results do not have, `data` for a task that has no number
*/
function planOf({ evaluation, model }, { task, name }, runs) {
	const imported = runs.find(({ record }) => record.task === name);
	if (imported === void 0) {
		const found = runs.map(({ record }) => record.task).join(", ");
		throw new WeighbridgeError("data", `lm_eval left no results of ${name} as one task, but of: ${found}`, { fix: "a group without a number of its own is several tasks: write one task of the config for each" });
	}
	const { metrics, fingerprint, planned, primary_metric } = imported.record;
	const primary = task.primaryMetric ?? primary_metric;
	if (!metrics.some((metric) => metric.name === primary)) {
		const known = metrics.map((metric) => metric.name).join(", ");
		throw new WeighbridgeError("config", `task ${task.name} has no metric ${JSON.stringify(primary)}`, { fix: `correct primary_metric; metrics: ${known}` });
	}
	return {
		imported,
		plan: {
			side: evaluation.side,
			task: task.name,
			task_role: task.role,
			metrics,
			primary_metric: primary,
			fingerprint,
			model: {
				...model,
				parameter_count: imported.record.model.parameter_count
			},
			seed: evaluation.seed,
			planned,
			design: "full"
		}
	};
}
/** Of a task that never came to results: nothing is known but why. */
function failedPlan({ evaluation, model }, { task }) {
	return {
		side: evaluation.side,
		task: task.name,
		task_role: task.role,
		metrics: [],
		primary_metric: "",
		fingerprint: { harness: "lm-evaluation-harness" },
		model,
		seed: evaluation.seed,
		planned: 0
	};
}

// src/tasks/runners/lm-eval/full-run.ts
const outcomeOf = ({ task }, ended) => ({
	task: task.name,
	planned: 0,
	reused: 0,
	evaluated: 0,
	stopped: null,
	superseded: null,
	...ended
});
/** Runs tasks with equal settings in one call, so that the model is loaded once, and stores a run of each. */
async function evaluateInFull(session, tasks) {
	const { evaluation } = session;
	const names = [...new Set(tasks.flatMap(({ call }) => call.tasks))];
	let runs;
	try {
		runs = await callHarness(session, {
			...tasks[0].call,
			tasks: names
		}, null);
	} catch (error) {
		if (evaluation.signal.aborted) return tasks.map((task) => outcomeOf(task, {
			state: "interrupted",
			reason: null
		}));
		return sequentially(tasks, (task) => storeFailure(session, task, error));
	}
	return sequentially(tasks, (task) => storeRun(session, task, runs));
}
async function storeRun(session, task, runs) {
	const { out, includeSamples } = session.evaluation;
	let found;
	try {
		found = planOf(session, task, runs);
		requireAll(task, found.imported);
	} catch (error) {
		return storeFailure(session, task, error);
	}
	const { plan, imported } = found;
	const { writer, superseded } = await openRunFor(task.request, out, plan, null);
	for (const sample of imported.samples) await writer.write(storedSample(sample, includeSamples));
	await writer.complete();
	const { planned } = plan;
	return outcomeOf(task, {
		state: "complete",
		reason: null,
		planned,
		evaluated: planned,
		superseded
	});
}
/** The harness says how many documents a task has: without a limit all of them must be there. */
function requireAll({ task }, { record }) {
	const { limit = null } = record.fingerprint;
	if (limit === null || task.options.limit !== void 0) return;
	throw new WeighbridgeError("data", `lm_eval evaluated only a part of ${task.name} (${limit}), and no limit was set`, { fix: "look in the log why it left documents out, or set `limit` on the task" });
}
/** A failure is stored where the run would be, so that the verdict can say why there is none. */
async function storeFailure(session, task, error) {
	const reason = messageOf(error);
	const { writer, superseded } = await openRunFor(task.request, session.evaluation.out, failedPlan(session, task), null);
	await writer.fail(reason);
	return outcomeOf(task, {
		state: "failed",
		reason,
		superseded
	});
}
async function sequentially(items, work) {
	const results = [];
	for (const item of items) results.push(await work(item));
	return results;
}

// src/tasks/runners/lm-eval/batches.ts
/** Before lm_eval 0.4.12 a run with `--samples` records a wrong number of documents, and is refused. */
const OLDEST_FOR_BATCHES = "0.4.12";
/**
* Evaluates a task in the order of a sequential design, with a call of lm_eval from look to look, until the monitor says
* that it may end. Goes on where an earlier evaluation stopped.
*/
async function evaluateInBatches(session, task, documents, baseline, earlier) {
	const { out, seed, signal, monitor } = session.evaluation;
	const plan = earlier?.record ?? drawn(session, presumed(session, task, baseline));
	const { fingerprint } = plan;
	const uniform = sequentialOrder(documents, {
		seed,
		...drawnIn(plan),
		fingerprint,
		model: session.model
	});
	const order = {
		all: uniform,
		weighted: plan.draw === void 0 ? null : monitor?.weighing?.order(planIn(plan)) ?? null
	};
	const batches = new Batches(session, task, order, planIn(plan), earlier?.samples ?? []);
	const reused = batches.samples.length;
	let opened = null;
	const writer = async () => {
		opened ??= await openRunFor(task.request, out, batches.plan, earlier);
		return opened.writer;
	};
	const ended = (end) => outcomeOf(task, {
		...end,
		planned: uniform.length,
		reused,
		evaluated: batches.samples.length - reused,
		superseded: opened?.superseded ?? null
	});
	try {
		for (;;) {
			const stopped = batches.stopReason();
			if (batches.isWhole) await (await writer()).complete();
			else if (stopped !== null) await (await writer()).stop(stopped);
			if (batches.isWhole) return ended({
				state: "complete",
				reason: null,
				stopped: null
			});
			if (stopped !== null) return ended({
				state: "complete",
				reason: null,
				stopped
			});
			const answers = await batches.next();
			for (const answer of answers) await (await writer()).write(storedSample(answer, session.evaluation.includeSamples));
		}
	} catch (error) {
		if (opened === null && earlier === null && !signal.aborted) return storeFailure(session, task, error);
		const stored = await writer();
		if (stored.broken) throw error;
		if (signal.aborted) {
			await stored.interrupt();
			return ended({
				state: "interrupted",
				reason: null,
				stopped: null
			});
		}
		await stored.fail(messageOf(error));
		return ended({
			state: "failed",
			reason: messageOf(error),
			stopped: null
		});
	}
}
/** What the run will be if the candidate is asked as the baseline was; the first batch shows whether it is. */
function presumed({ evaluation, model }, { task }, { record }) {
	return {
		side: evaluation.side,
		task: task.name,
		task_role: task.role,
		metrics: record.metrics,
		primary_metric: task.primaryMetric ?? record.primary_metric,
		fingerprint: record.fingerprint,
		model,
		seed: evaluation.seed,
		planned: record.planned,
		design: "sequential",
		...evaluation.order === void 0 ? {} : { order_seed: drawnSeed(evaluation.order, model) }
	};
}
/** With weights that are set anew before each call, where the samples may be drawn by any. */
function drawn({ evaluation: { monitor, looks } }, plan) {
	const earliest = monitor?.earliestStop(plan) ?? plan.planned;
	const rounds = looks(plan.planned).filter((look) => look >= earliest && look < plan.planned);
	const draw = monitor?.weighing?.draw(plan, rounds) ?? null;
	return draw === null ? plan : {
		...plan,
		draw
	};
}
function planIn(record) {
	const { side, task, task_role, metrics, primary_metric, fingerprint, model, seed, planned } = record;
	return {
		side,
		task,
		task_role,
		metrics,
		primary_metric,
		fingerprint,
		model,
		seed,
		...drawnIn(record),
		planned,
		design: "sequential"
	};
}
var Batches = class {
	plan;
	samples;
	#session;
	#task;
	#order;
	/** Whether the plan is that of results, and no longer a presumption. */
	#isSettled;
	constructor(session, task, order, plan, found) {
		this.#session = session;
		this.#task = task;
		this.#order = order;
		this.plan = plan;
		this.samples = [...found];
		this.#isSettled = found.length > 0;
	}
	get isWhole() {
		return this.samples.length >= this.#order.all.length;
	}
	stopReason() {
		if (this.plan.draw !== void 0 && this.#order.weighted === null) return null;
		return this.#session.evaluation.monitor?.stopReason(this.plan, this.samples) ?? null;
	}
	/** Evaluates up to the next look. */
	async next() {
		const { evaluation } = this.#session;
		const { monitor, looks, say } = evaluation;
		const [done, planned] = [this.samples.length, this.#order.all.length];
		const earliest = monitor?.earliestStop(this.plan) ?? planned;
		const end = looks(planned).find((look) => look > done && look >= earliest) ?? planned;
		const has = new Set(this.samples.map(({ id }) => id));
		const batch = this.#known().filter(({ id }) => !has.has(id)).slice(0, end - done);
		say(`${evaluation.side}/${this.#task.task.name}: documents ${done + 1} to ${done + batch.length} of ${planned}`);
		const runs = await callHarness(this.#session, this.#task.call, samplesArgument(batch, this.#order.all), {
			before: done,
			here: batch.length,
			planned
		});
		this.#settle(runs);
		const answers = answersTo(batch, runs, this.#task.name);
		this.samples.push(...answers);
		return answers;
	}
	#known() {
		const { all, weighted } = this.#order;
		if (weighted === null) return all;
		weighted.extend(this.samples);
		const documents = new Map(all.map((document) => [document.id, document]));
		return weighted.ids.flatMap((id) => documents.get(id) ?? []);
	}
	/** A batch is a part of the task by design, which is no limit. */
	#settle(runs) {
		const { plan } = planOf(this.#session, this.#task, runs);
		const fingerprint = {
			...plan.fingerprint,
			limit: null
		};
		const settled = {
			...plan,
			...drawnIn(this.plan),
			fingerprint,
			planned: this.#order.all.length,
			design: "sequential"
		};
		const differs = this.#isSettled ? runDifferences(this.plan, settled) : [];
		if (differs.length > 0) throw new WeighbridgeError("data", `${this.#task.name}: this batch differs from the one before in ${differs.join(", ")}`, { fix: "change neither the environment nor the task while it is evaluated; evaluate again" });
		this.plan = settled;
		this.#isSettled = true;
	}
};

// src/tasks/runners/lm-eval/identity.ts
/**
* Which weights a checkpoint is: of folders by all their files, of a hub by the commit. Of an endpoint only its address and
* the name of the model are known, and the identity says so.
* @param say told what could not be checked
* @throws WeighbridgeError `checkpoint` for a folder without safetensors, or with pickles, and for a cache that holds other files than the
* commit of a hub
*/
async function identifyCheckpoint(source, described, say, signal) {
	const unknown = {
		architecture: null,
		parameter_count: null,
		quantization: null
	};
	switch (source.kind) {
		case "folder": {
			await requireSafetensors(source.path);
			const { identity } = await digestCheckpoint(source, { signal });
			return {
				...identity,
				source: described
			};
		}
		case "hub":
			await requireCommit(source, say, signal);
			return {
				source: described,
				digest: sha256([
					"hf",
					source.name,
					source.revision
				]),
				adapter_digest: null,
				...unknown
			};
		case "adapter": {
			const adapter = await requireSafetensors(source.adapter);
			const hub = hubModel(source.base);
			if (hub !== null) {
				await requireCommit(hub, say, signal);
				const digest = sha256([
					"hf",
					hub.name,
					hub.revision
				]);
				await checkAdapter(source.adapter, adapter, null);
				return {
					source: described,
					digest,
					adapter_digest: await digestFiles(adapter, { signal }),
					...unknown
				};
			}
			await requireSafetensors(source.base);
			const { identity } = await digestCheckpoint(source, { signal });
			return {
				...identity,
				source: described
			};
		}
		case "endpoint": {
			const digest = sha256([
				"endpoint",
				source.url,
				source.model
			]);
			return {
				source: `${described} ${NOT_IDENTIFIED}`,
				digest,
				adapter_digest: null,
				...unknown
			};
		}
		case "file":
		case "results": throw new Error(`lm_eval was given ${source.kind} ${source.path}`);
	}
}
async function requireCommit(hub, say, signal) {
	if (await checkCachedModel(hub, signal)) return;
	say(`${describeModel(hub)} is taken as the cache of this machine has it: HF_HUB_OFFLINE forbids to ask which files the commit has`);
}
/** Files of the source that lie on this machine. */
async function ownFiles(source) {
	return (await Promise.all(foldersOf(source).map(checkpointFiles))).flat().map(({ path }) => path);
}
/** Folders of the source on this machine: of an adapter, that of its base first. */
function foldersOf(source) {
	if (source.kind === "folder") return [source.path];
	if (source.kind !== "adapter") return [];
	return hubModel(source.base) === null ? [source.base, source.adapter] : [source.adapter];
}
/**
* The files of a checkpoint's folder.
* @throws WeighbridgeError `checkpoint` unless there are weights that run no code when they are loaded
*/
async function requireSafetensors(folder) {
	const files = await checkpointFiles(folder);
	if (files.some(({ name }) => name.endsWith(".safetensors"))) return files;
	throw new WeighbridgeError("checkpoint", "there is no safetensors file in this folder", {
		at: { file: folder },
		fix: "check the step that saves or downloads the checkpoint"
	});
}
/**
* Looks at all folders of a source before anything runs.
* @throws WeighbridgeError `checkpoint` as above, and for an adapter that would change nothing
*/
async function inspectFolders(source) {
	const folders = foldersOf(source);
	const files = await Promise.all(folders.map(requireSafetensors));
	const [adapter] = files.slice(-1);
	if (source.kind !== "adapter" || adapter === void 0) return;
	await checkAdapter(source.adapter, adapter, files.length === 1 ? null : files[0] ?? null);
}
function sha256(value) {
	return `sha256:${createHash("sha256").update(canonicalJson(value)).digest("hex")}`;
}

// src/tasks/runners/lm-eval/model.ts
/** What lm_eval is told to load, or why it cannot. */
function harnessModel({ model, model_args: more, apply_chat_template: chat }, source) {
	const isServed = model === "local-completions" || model === "local-chat-completions";
	if (source.kind === "endpoint" && (model === void 0 || isServed)) {
		if (model === "local-chat-completions" && chat === false) return {
			says: "local-chat-completions asks in chat turns",
			fix: "add `apply_chat_template: true` to the task"
		};
		const type = model ?? "local-completions";
		return {
			type,
			args: {
				model: source.model,
				base_url: completionsUrl(source.url, type),
				...more
			}
		};
	}
	if (isServed) return {
		says: `model: ${model} asks an endpoint, and this checkpoint is none`,
		fix: "leave model out, or name the checkpoint as {url, model}"
	};
	const type = model ?? "hf";
	const weights = weightsOf(source);
	if (!("args" in weights)) return weights;
	const unusable = Object.entries(weights.args).find(([, value]) => String(value).includes(","));
	if (unusable !== void 0) return {
		says: `lm_eval cuts its arguments at commas, and ${unusable[1]} holds one`,
		fix: "rename the folder"
	};
	const { revision } = weights.args;
	const args = type === "vllm" && revision !== void 0 && more.tokenizer === void 0 ? {
		...weights.args,
		tokenizer_revision: revision
	} : weights.args;
	if (source.kind !== "adapter") return {
		type,
		args: {
			...args,
			...more
		}
	};
	const adapter = type === "vllm" ? {
		enable_lora: true,
		lora_local_path: source.adapter
	} : { peft: source.adapter };
	return {
		type,
		args: {
			...args,
			...adapter,
			...more
		}
	};
}
function weightsOf(source) {
	switch (source.kind) {
		case "folder": return { args: { pretrained: source.path } };
		case "hub": return { args: {
			pretrained: source.name,
			revision: source.revision
		} };
		case "adapter": {
			if (/\.gguf$/i.test(source.base) || /\.gguf$/i.test(source.adapter)) return GGUF;
			const hub = hubModel(source.base);
			return { args: hub === null ? { pretrained: source.base } : {
				pretrained: hub.name,
				revision: hub.revision
			} };
		}
		case "file": return /\.gguf$/i.test(source.path) ? GGUF : {
			says: `lm_eval does not load the single file ${source.path}`,
			fix: "name the folder that holds it with its config.json and tokenizer"
		};
		case "endpoint": return {
			says: `${source.url} serves a model, and the task wants to load weights`,
			fix: "leave model out, or write local-completions or local-chat-completions"
		};
		case "results": return {
			says: `${source.path} holds no config.json, so it is no Hugging Face folder`,
			fix: "name the folder with config.json, the weights and the tokenizer"
		};
	}
}
const GGUF = {
	says: "an lm-eval task does not take a GGUF file, only native tasks do",
	fix: "name the Hugging Face folder the file was converted from, or make the task native"
};
/** lm_eval wants the whole path of the API. */
function completionsUrl(url, type) {
	const path = type === "local-chat-completions" ? "chat/completions" : "completions";
	return /\/completions\/?$/.test(url) ? url : `${url.replace(/\/$/, "")}/${path}`;
}

// src/tasks/runners/lm-eval/tokenizer.ts
const CONFIG = "tokenizer_config.json";
/** Where Transformers looks for templates beside those in the config of the tokenizer. */
const TEMPLATE = /^(chat_template\.jinja|additional_chat_templates\/[^/]+\.jinja)$/;
const WEIGHTS = /\.(safetensors|gguf|onnx|h5|msgpack)$/i;
const tokenizerConfig = record(string(), unknown());
/**
* The tokenizer through which a side is asked where its chat template is declared to be that of another checkpoint: its own
* but for the template, in a folder of the run directory that is named by the template.
* @returns null where the side keeps its own
*/
async function declaredTokenizer(evaluation) {
	const { template, source, side, out, tasks, say } = evaluation;
	if (template === void 0 || tasks.every(({ options }) => options.apply_chat_template === false)) return null;
	const elsewhere = [source, template].find((each) => folderOf(each) === null);
	const [own, other] = [folderOf(source), folderOf(template)];
	if (elsewhere !== void 0 || own === null || other === null) {
		say(`${side}: keeps its own chat template, since ${describeModel(elsewhere ?? template)} is no folder here`);
		return null;
	}
	say(`${side}: asked with the candidate's chat template, a declared change`);
	const [files, templates] = [await checkpointFiles(own), await templatesOf(other)];
	const digest = sha256([templates.written, templates.files.map(({ name, text }) => [name, text])]);
	const folder = resolve(out, HARNESS_FOLDER, side, `tokenizer-${digest.slice(7, 27)}`);
	if (folder.includes(",")) throw new WeighbridgeError("config", `lm_eval cuts its arguments at commas, and ${folder} holds one`, { fix: "give --out another path" });
	const { chat_template: _own, ...settings } = await readConfig(files);
	const merged = templates.written === null ? settings : {
		...settings,
		chat_template: templates.written
	};
	await onDisk(folder, async () => {
		await rm(folder, {
			recursive: true,
			force: true
		});
		await makeDirectory(folder);
		for (const { name, path } of files) if (!name.includes("/") && !WEIGHTS.test(name) && !TEMPLATE.test(name)) await cp(path, join(folder, name));
		await writeFile(join(folder, CONFIG), JSON.stringify(merged, null, 2));
		for (const { name, text } of templates.files) {
			await makeDirectory(dirname(join(folder, name)));
			await writeFile(join(folder, name), text);
		}
	});
	return folder;
}
/** The folder whose tokenizer lm_eval loads: of an adapter, that of its base. Null for what lies elsewhere. */
function folderOf(source) {
	if (source.kind === "adapter") return hubModel(source.base) === null ? source.base : null;
	return source.kind === "folder" ? source.path : null;
}
async function templatesOf(folder) {
	const files = await checkpointFiles(folder);
	const { chat_template: written = null } = await readConfig(files);
	const found = files.filter(({ name }) => TEMPLATE.test(name));
	const read = ({ name, path }) => readFile(path, "utf8").then((text) => ({
		name,
		text
	}));
	return {
		written,
		files: await Promise.all(found.map(read))
	};
}
async function readConfig(files) {
	const file = files.find(({ name }) => name === CONFIG);
	if (file === void 0) return {};
	const parsed = tokenizerConfig.safeParse(parseJson(await readFile(file.path, "utf8"), { file: file.path }));
	if (parsed.success) return parsed.data;
	throw new WeighbridgeError("checkpoint", "this is no config of a tokenizer", {
		at: { file: file.path },
		fix: "save it anew with tokenizer.save_pretrained"
	});
}

// src/tasks/runners/lm-eval/runner.ts
/** Starts the lm_eval of the environment, which is lm-evaluation-harness, and imports what it leaves. */
const lmEvalHarness = {
	refusal(options, source) {
		const model = harnessModel(options, source);
		return "says" in model ? model : null;
	},
	async inspect(source) {
		await inspectFolders(source);
	},
	async check(tasks, context, environment) {
		const files = await filesOf(tasks, context.directory);
		const program = environment === null ? null : await findProgram(environment);
		const issues = [...tasks.flatMap((task) => remoteCode(task, context.allow)), ...forbiddenCode(files, context.allow, program?.tasks ?? null)];
		if (program !== null && files.length > 0) issues.push(...shadowed(files, await builtInNames(program.tasks), context.allow, program.tasks));
		if (issues.length > 0) throw new IssueList("config", issues);
	},
	async evaluate(evaluation) {
		const program = await findProgram(evaluation.environment);
		const assertUnchanged = await watchFiles(await ownFiles(evaluation.source));
		const { source, described, say, signal } = evaluation;
		const model = await identifyCheckpoint(source, described, say, signal);
		const tokenizer = await declaredTokenizer(evaluation);
		const kept = new KeptHarness(program);
		try {
			return await outcomesOf({
				evaluation,
				program,
				kept,
				model,
				assertUnchanged,
				tokenizer
			});
		} finally {
			kept.close();
		}
	}
};
async function outcomesOf(session) {
	const { evaluation } = session;
	const outcomes = [];
	const whole = /* @__PURE__ */ new Map();
	for (const each of evaluation.tasks) {
		if (evaluation.signal.aborted) break;
		const task = await ready(session, each);
		const outcome = await evaluateUnlessInFull(session, task);
		if (outcome !== null) {
			outcomes.push(outcome);
			continue;
		}
		const settings = canonicalJson([callArguments({
			...task.call,
			tasks: []
		}), each.options.timeout_minutes ?? null]);
		whole.set(settings, [...whole.get(settings) ?? [], task]);
	}
	session.kept.close();
	for (const tasks of whole.values()) {
		const needed = [];
		for (const task of tasks) {
			const skipped = await skipWhereProven(session, task);
			if (skipped === null) needed.push(task);
			else outcomes.push(skipped);
		}
		const [first, ...others] = needed;
		if (evaluation.signal.aborted || first === void 0) continue;
		outcomes.push(...await evaluateInFull(session, [first, ...others]));
	}
	return outcomes;
}
/** Null for a task that is to be run in full, which can share a call with others. */
async function evaluateUnlessInFull(session, task) {
	const { out, side, monitor, baseline, say } = session.evaluation;
	const { name } = task.task;
	const earlier = await earlierRun(out, side, name, task.request);
	if (earlier !== null && earlier.incomplete === null && earlier.record.design !== "sequential") {
		const { planned } = earlier.record;
		return outcomeOf(task, {
			state: "complete",
			reason: null,
			planned,
			reused: planned
		});
	}
	const begun = earlier?.record.design === "sequential" ? earlier : null;
	if (monitor === null && begun === null) return null;
	const run = baseline.find(({ record }) => record.task === name) ?? null;
	const documents = isAtLeast(session.program.version, "0.4.12") ? plannedDocuments(run, task.name) : { obstacle: `lm_eval ${session.program.version} cannot run parts of a task, and ${OLDEST_FOR_BATCHES} can` };
	const inOneGo = (why) => {
		say(`${side}/${name}: every document is evaluated in one go, since ${why}`);
		return null;
	};
	if ("obstacle" in documents) return inOneGo(documents.obstacle);
	if (run === null) return inOneGo("there is no baseline");
	if (begun === null && monitor?.earliestStop(presumed(session, task, run)) === null) return inOneGo("no gate on it is decided before the last");
	return evaluateInBatches(session, task, documents, run, begun);
}
/** Records a task that has no turn any more, since a regression is proven; null where it has. */
async function skipWhereProven(session, task) {
	const { monitor, baseline, out } = session.evaluation;
	const run = baseline.find(({ record }) => record.task === task.task.name);
	if (monitor === null || run === void 0) return null;
	const plan = presumed(session, task, run);
	const stopped = monitor.stopReason(plan, []);
	if (stopped === null) return null;
	const { writer, superseded } = await openRunFor(task.request, out, plan, null);
	await writer.stop(stopped);
	return outcomeOf(task, {
		state: "complete",
		reason: null,
		planned: plan.planned,
		stopped,
		superseded
	});
}
async function ready({ evaluation, program, model, tokenizer }, task) {
	const { directory, source, allow } = evaluation;
	const { options } = task;
	const args = tokenizer !== null && options.apply_chat_template !== false ? {
		tokenizer,
		...options.model_args
	} : options.model_args;
	const run = harnessModel({
		...options,
		model_args: args
	}, source);
	if ("says" in run) throw new WeighbridgeError("config", run.says, { fix: run.fix });
	const written = options.task ?? task.name;
	const path = isFile(written) ? resolve(directory, written) : null;
	const includePath = options.include_path === void 0 ? null : resolve(directory, options.include_path);
	const call = {
		model: run,
		tasks: [path ?? written],
		options,
		includePath,
		allow,
		version: program.version
	};
	const request = sha256({
		arguments: callArguments(call),
		version: program.version,
		model: [model.digest, model.adapter_digest],
		files: await fingerprintFiles(await filesOf([task], directory), directory)
	});
	return {
		task,
		name: path === null ? written : await nameIn(path),
		call,
		request
	};
}
const isFile = (written) => /\.ya?ml$/i.test(written);
/** Every task file of the repository that these tasks could read. */
async function filesOf(tasks, directory) {
	const folders = new Set(tasks.flatMap(({ options }) => options.include_path ?? []));
	const written = tasks.map(({ name, options }) => options.task ?? name);
	for (const name of written) refuseTakenForPath(name, directory);
	const single = written.filter(isFile);
	const found = [await withIncludes(single.map((path) => resolve(directory, path)))];
	for (const folder of folders) found.push(await taskFilesIn(resolve(directory, folder)));
	return [...new Map(found.flat().map((file) => [file.path, file])).values()];
}
/** lm_eval takes a name for the folder or file of that name where it runs, before it looks for a task. */
function refuseTakenForPath(written, directory) {
	const taken = (isFile(written) && !written.includes(",") ? [] : written.split(",")).find((part) => existsSync(resolve(directory, part.trim())));
	if (taken === void 0) return;
	throw new WeighbridgeError("config", `lm_eval would take the task ${JSON.stringify(written)} for the path ${taken}`, {
		at: { file: resolve(directory, taken.trim()) },
		fix: "name one task file that ends in .yaml, or set include_path to its folder and name the task; or rename what lies there"
	});
}
/** The name that a task file gives, itself or through what it includes. */
async function nameIn(path) {
	for (const { names } of await withIncludes([path])) if (names[0] !== void 0) return names[0];
	throw new WeighbridgeError("config", "the task file names no task", {
		at: { file: path },
		fix: "add `task: NAME`"
	});
}
function remoteCode({ name, options }, allow) {
	if (!trustsRemoteCode(options.model_args) || allow.includes("trust_remote_code")) return [];
	return [new WeighbridgeError("config", `task ${name} would run the Python code of the model's repository`, { fix: "leave trust_remote_code out, or add `policy: { allow: [trust_remote_code] }` on the base branch" })];
}

export { lmEvalHarness };