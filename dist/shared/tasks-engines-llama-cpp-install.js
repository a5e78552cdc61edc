import { B as childEnvironment, I as cacheFolder, P as packageRoot, c as Tail, n as isRunning, r as run } from "./adapters-process-kill-with-parent.js";
import { Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { h as object, y as string } from "./npm-zod.js";
import { r as platformFor } from "./tasks-engines-llama-cpp-platforms.js";
import { t as EngineDied } from "./tasks-engines-engine.js";
import { t as exportProxies } from "./adapters-http-client.js";
import { c as notOpened, d as isZip, l as splitParts, o as checkpointFault, u as isBarePickle } from "./tasks-checkpoints-digest.js";
import { fork } from "node:child_process";
import { basename, delimiter, dirname, extname, join, relative, sep } from "node:path";
import { accessSync, constants, existsSync, readFileSync, realpathSync } from "node:fs";
import { chmod, cp, open, readFile, readdir, readlink, rename, rm, stat, writeFile } from "node:fs/promises";
import { createHash, randomBytes } from "node:crypto";
import { pathToFileURL } from "node:url";

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
		throw notOpened(path, error);
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
	/** Whether it serves, and nobody waits for an answer. */
	get isIdle() {
		return this.#over === null && this.#pending.size === 0;
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

// src/tasks/engines/llama-cpp/engine-package.ts
/** @throws WeighbridgeError `engine` where there is none for this machine */
function findEnginePackage(platform = platformFor(null), from) {
	const root = packageRoot(from);
	const folder = join(root, "engine", platform.id);
	const lock = readFileSync(join(folder, "package-lock.json"));
	const facts = join(folder, "installed.json");
	return {
		platform,
		folder,
		installed: existsSync(facts) ? JSON.parse(readFileSync(facts, "utf8")) : null,
		digest: createHash("sha256").update(lock).digest("hex").slice(0, 12),
		version: platform.version,
		entry: join(root, "dist", "engine-child.js")
	};
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

// src/tasks/engines/llama-cpp/install-tree.ts
/** Written last into an installation, and no part of what its digest is of. */
const INSTALLED_MARKER = "installed.json";
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
		if (entry.isDirectory() || name === "installed.json" || /(^|\/)(\.bin\/|\.package-lock\.json$)/.test(name)) continue;
		const content = (entry.isSymbolicLink() ? `-> ${await readlink(path)}` : null) ?? (entry.isFile() ? await readFile(path) : "-> neither file nor link");
		lines.push(`${name} ${createHash("sha256").update(content).digest("hex")}`);
	}
	return createHash("sha256").update(lines.sort().join("\n")).digest("hex");
}
/**
* Removes the links to the empty package that stand for unwanted ones. Where links to folders need a right of their own (Windows),
* npm makes junctions, which name a place: they would lead to where the installation was before it was renamed.
*/
async function dropStubs(folder) {
	const scope = join(folder, "node_modules", "@node-llama-cpp");
	const entries = await readdir(scope, { withFileTypes: true }).catch(() => []);
	for (const entry of entries) if (entry.isSymbolicLink()) await rm(join(scope, entry.name));
	await rm(join(folder, "stub"), {
		recursive: true,
		force: true
	});
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

// src/tasks/engines/llama-cpp/npm.ts
const SCRIPT = join("node_modules", "npm", "bin", "npm-cli.js");
/**
* npm as it comes with the Node that runs this (a GitHub runner's own Node is on no PATH), else the one on PATH.
* @throws WeighbridgeError `engine` when there is none
*/
function findNpm(execPath, path) {
	const home = dirname(execPath);
	const beside = [join(home, "..", "lib", SCRIPT), join(home, SCRIPT)].find((file) => existsSync(file));
	if (beside !== void 0) return {
		file: execPath,
		args: [beside]
	};
	for (const folder of path.split(delimiter).filter((each) => each !== "")) {
		const script = join(folder, SCRIPT);
		if (existsSync(script)) return {
			file: execPath,
			args: [script]
		};
		const candidate = join(folder, "npm");
		if (!isExecutable(candidate)) continue;
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

// src/tasks/engines/llama-cpp/install.ts
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
		await rm(join(target, INSTALLED_MARKER));
	}
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
			"../stub"
		]) await cp(join(engine.folder, name), join(partial, basename(name)), { recursive: true });
		const stop = announce(`installing ${describeEngine(engine)} into ${target}`, status);
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
		await dropStubs(partial);
		const tree = await treeDigest(partial);
		const pinned = pinnedTree(engine);
		if (pinned !== void 0 && tree !== pinned) throw new WeighbridgeError("engine", `npm installed an engine with the digest ${tree}, not ${pinned}`, { fix: "use the npm of Node 20 or later and the packages of the lock, unchanged" });
		await writeFile(join(partial, INSTALLED_MARKER), `${JSON.stringify({
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
	const [name] = engine.platform.packages;
	const file = join(target, "node_modules/@node-llama-cpp", name, "bins", name, BUILD_FILE);
	const written = await readFile(file, "utf8").then((text) => JSON.parse(text), () => null);
	return buildFile.safeParse(written).data?.buildOptions.llamaCpp.release ?? null;
}
const BUILD_FILE = "_nlcBuildMetadata.json";
const buildFile = object({ buildOptions: object({ llamaCpp: object({ release: string() }) }) });
/** Native code: one copy a platform, should several share the cache. */
const targetOf = ({ digest, platform }, environment) => join(cacheFolder(environment), `engine-${digest}-${platform.id}`);
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
/** With what it will cost. */
function describeEngine({ version, platform, installed }) {
	return `the embedded engine (node-llama-cpp ${version}${platform.backend === null ? "" : `, ${platform.backend}`}${installed === null ? "" : `, ${megabytes(installed.downloadBytes)} to download, ${megabytes(installed.installedBytes)} on disk`})`;
}
/** What has to be installed before this engine answers; null where it is there. */
async function installationAhead(engine, environment) {
	return await isInstalled(targetOf(engine, environment), engine) ? null : `${describeEngine(engine)} is installed`;
}
function libraryUrl(target) {
	return pathToFileURL(join(target, "node_modules", "node-llama-cpp", "dist", "index.js")).href;
}
/** The marker is written last, before the rename: a folder that has it is complete. */
async function isInstalled(target, engine) {
	return (await readFile(join(target, "installed.json"), "utf8").catch((error) => {
		if (error.code === "ENOENT") return null;
		throw new WeighbridgeError("engine", `cannot read the cache ${target}: ${error.message}`, {
			cause: error,
			fix: "remove that folder, or set WEIGHBRIDGE_CACHE to another"
		});
	}))?.includes(`"lock":"${engine.digest}"`) ?? false;
}
/** What npm makes of the lock, whose hashes it checks. The marker can be changed along with the files. */
const pinnedTree = ({ installed }) => installed?.tree;
/** Whether every file is as it was installed: a job that ran before, on a machine that stays, could have changed one. */
async function isWhole(target, engine) {
	const marker = await readFile(join(target, INSTALLED_MARKER), "utf8");
	return (pinnedTree(engine) ?? /"tree":"([0-9a-f]{64})"/.exec(marker)?.[1]) === await treeDigest(target);
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

export { findEnginePackage as a, announce as i, installationAhead as n, EngineProcess as o, installedRelease as r, findWeights as s, installEngine as t };