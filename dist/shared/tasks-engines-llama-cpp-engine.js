import { b as string, g as object, r as run, t as childEnvironment } from "./adapters-process-environment.js";
import { i as messageOf, n as WeighbridgeError } from "./core-domain-errors.js";
import { t as describeModel } from "./core-domain-model.js";
import { a as checkAdapter, c as splitParts, l as isBarePickle, n as digestFiles, o as checkpointFault, u as isZip } from "./tasks-checkpoints-digest.js";
import { t as watchFiles } from "./tasks-checkpoints-unchanged.js";
import { t as Tail } from "./adapters-process-tail.js";
import { t as EngineDied } from "./tasks-engines-engine.js";
import { n as cacheFolder, t as findEnginePackage } from "./tasks-engines-llama-cpp-engine-package.js";
import { n as contextSizeFor, r as describeMetadata, t as withoutGpu } from "./tasks-engines-llama-cpp-without-gpu.js";
import { t as exportProxies } from "./adapters-http-client.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { fork } from "node:child_process";
import { basename, delimiter, dirname, extname, join, relative, resolve, sep } from "node:path";
import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { chmod, cp, mkdtemp, open, readFile, readdir, readlink, rename, rm, stat, writeFile } from "node:fs/promises";
import { createHash, randomBytes } from "node:crypto";
import { pathToFileURL } from "node:url";
import { tmpdir } from "node:os";

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
		what: "is a safetensors file, which the embedded engine does not read",
		fix: CONVERT
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
	const names = await readdir(path);
	const gguf = names.filter((name) => name.endsWith(".gguf")).sort();
	if (gguf.length > 0) return checkpointFault(path, "is a folder", `name one of its files: ${gguf.slice(0, 5).join(", ")}`);
	if (names.includes("config.json") || names.includes("adapter_config.json")) {
		const script = names.includes("adapter_config.json") ? "convert_lora_to_gguf.py" : "convert_hf_to_gguf.py";
		return checkpointFault(path, "is a Hugging Face folder, which the embedded engine does not read", `convert it with llama.cpp (\`python ${script} ${path}\`), or evaluate it with lm-evaluation-harness and gate its results`);
	}
	return checkpointFault(path, "is a folder with neither a GGUF file nor results of an earlier run", "name a .gguf file, or a folder that `weighbridge evaluate` wrote");
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

// src/adapters/process/is-running.ts
/** Whether a process of this number lives; it may be another one than was meant. */
function isRunning(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error.code === "EPERM";
	}
}

// src/tasks/engines/llama-cpp/install.ts
/** Platforms for which the lock holds native code. */
const PLATFORMS = ["linux-x64", "linux-arm64"];
const MARKER = "installed.json";
/** Between two signs of life while npm works, ms. */
const HEARTBEAT = 5e3;
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
/** Says what is happening, and again with the seconds gone by while it goes on. Returns how to stop. */
function announce(what, status) {
	const start = Date.now();
	status(what);
	const timer = setInterval(() => status(`${what}: ${Math.round((Date.now() - start) / 1e3)} s`), HEARTBEAT);
	return () => clearInterval(timer);
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
		const { weights, adapter } = await findFiles(source);
		const [path] = weights;
		if (adapter !== null || path === void 0 || !await isAdapterFile(path)) return;
		throw checkpointFault(path, "is an adapter, which changes a base and answers nothing by itself", "name both: `{ base: base.gguf, adapter: adapter.gguf }`");
	},
	async describe(source, options, signal) {
		const files = await findFiles(source);
		const engine = findEnginePackage();
		const release = await installedRelease(engine, process.env);
		const header = options.gpu || release === null ? null : await readHeader(files.weights);
		if (release === null || header === null) return null;
		const contextSize = contextSizeFor(options.context_size ?? null, header.trainedContextSize);
		const [digest, adapterDigest] = await digestsOf(files, signal);
		const identity = identityOf(files, digest, adapterDigest, header);
		return describedModel({
			...header,
			contextSize,
			gpu: false,
			release
		}, engine, identity, options);
	},
	async chatTemplate(source) {
		const { weights } = await findFiles(source);
		return (await readHeader(weights))?.chatTemplate ?? null;
	},
	async open(source, options, events, signal) {
		const files = await findFiles(source);
		const engine = findEnginePackage();
		if (!existsSync(engine.entry)) throw new WeighbridgeError("engine", `${engine.entry} is not there`, { fix: "build it: `npm run build`" });
		const environment = process.env;
		const library = await installEngine(engine, {
			environment,
			status: events.status,
			signal
		});
		const assertUnchanged = await watchFiles([...files.weights, ...files.adapter === null ? [] : [files.adapter]]);
		const scratch = await makeScratch();
		const child = new EngineProcess(engine.entry, childEnvironment(environment, ["base"]), signal);
		const cleared = child.ended.then(() => removeScratch(scratch));
		child.threadsChanged = tellThreads(events);
		const abandon = new AbortController();
		try {
			const stopReading = AbortSignal.any([signal, abandon.signal]);
			const [info, [digest, adapterDigest]] = await Promise.all([child.call("load", {
				library,
				model: files.weights[0],
				adapter: files.adapter,
				contextSize: options.context_size ?? null,
				batchSize: options.batch_size,
				threads: options.threads,
				gpu: options.gpu,
				scratch
			}), digestsOf(files, stopReading)]);
			await assertUnchanged();
			warn(info, events);
			if (info.threads.measured.length > 0) events.status(threadsLine(info.threads));
			const model = loadedModel(child, info, engine, identityOf(files, digest, adapterDigest, info), options);
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
const named = (path) => ({
	name: basename(path),
	path
});
const digestsOf = ({ weights, adapter }, signal) => Promise.all([digestFiles(weights.map(named), { signal }), adapter === null ? null : digestFiles([named(adapter)], { signal })]);
async function findFiles(source) {
	switch (source.kind) {
		case "file": return {
			name: source.path,
			weights: await weightsOf(source.path),
			adapter: null
		};
		case "adapter": {
			const weights = await weightsOf(source.base);
			const [adapter] = await weightsOf(source.adapter);
			await checkAdapter(source.adapter, [named(adapter)], weights.map(named));
			return {
				name: `${source.base} + ${source.adapter}`,
				weights,
				adapter
			};
		}
		case "folder": return {
			name: source.path,
			weights: await weightsOf(source.path),
			adapter: null
		};
		case "hub":
		case "endpoint":
		case "results": throw new WeighbridgeError("usage", `${describeModel(source)} is not a model that this engine runs`, { fix: "name a GGUF file" });
	}
}
async function weightsOf(path) {
	const absolute = resolve(path);
	const [first = absolute, ...others] = await findWeights(absolute);
	return [first, ...others];
}
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
function identityOf({ name }, digest, adapterDigest, { architecture, parameterCount, quantization }) {
	return {
		source: name,
		digest,
		adapter_digest: adapterDigest,
		architecture,
		parameter_count: parameterCount,
		quantization
	};
}
function describedModel(info, engine, identity, options) {
	return {
		identity,
		fingerprint: {
			engine: "llama.cpp",
			engine_version: `node-llama-cpp ${engine.version}, llama.cpp ${info.release}`,
			engine_settings: `context ${info.contextSize}, batch ${options.batch_size}, kv F16, gpu ${info.gpu === false ? "off" : info.gpu}`,
			tokenizer: info.tokenizerDigest,
			dtype: info.quantization
		},
		contextSize: info.contextSize,
		chatTemplate: info.chatTemplate
	};
}
function loadedModel(child, info, engine, identity, options) {
	return {
		...describedModel(info, engine, identity, options),
		scoreChoices: (request) => child.call("scoreChoices", request),
		rollingLogLikelihood: (text) => child.call("rollingLogLikelihood", text),
		generate: (request) => child.call("generate", request)
	};
}

export { llamaCpp };