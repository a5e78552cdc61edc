import { jt as WeighbridgeError } from "./core-domain-history.js";
import { once } from "node:events";
import { execFile, spawn, spawnSync } from "node:child_process";
import { delimiter, dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { closeSync, createReadStream, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import process$1 from "node:process";
import { Buffer as Buffer$1 } from "node:buffer";
import { access, constants as constants$1, open, readFile, readdir, realpath, rm, stat } from "node:fs/promises";
import { createHash, randomUUID } from "node:crypto";
import { arch, cpus, devNull, homedir, platform } from "node:os";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";

// src/adapters/process/environment.ts
const ALLOWED = {
	base: [
		{
			names: /^(PATH|HOME|USER|LOGNAME|SHELL|PWD)$/,
			why: "programs find themselves and their files"
		},
		{
			names: /^Path$/,
			why: "programs find themselves and their files"
		},
		{
			names: /^(SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA)$/i,
			why: "without them nothing starts on Windows"
		},
		{
			names: /^(TMPDIR|TEMP|TMP|RUNNER_TEMP)$/,
			why: "where temporary files may go"
		},
		{
			names: /^(LANG|LANGUAGE|LC_[A-Z]+|TZ)$/,
			why: "texts and times as the user reads them"
		},
		{
			names: /^XDG_[A-Z_]+$/,
			why: "where caches and settings are kept"
		},
		{
			names: /^WEIGHBRIDGE_TRACKING_ID$/,
			why: "what an evaluation started is ended by it"
		},
		{
			names: /^LD_LIBRARY_PATH$/,
			why: "where shared libraries are, on Nix, conda and CUDA machines"
		}
	],
	network: [{
		names: /^(HTTPS?|ALL|NO)_PROXY$/i,
		why: "the way out of a closed network"
	}, {
		names: /^(NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/,
		why: "authorities a company network adds"
	}],
	evaluation: [
		{
			names: /^WEIGHBRIDGE_(CACHE|LM_EVAL|PYTHON|PLAN|PLAN_DIGEST)$/,
			why: "where engine, harness and converter are kept, and what is to be done"
		},
		{
			names: /^(CUDA|NVIDIA|ROCR|HIP)_VISIBLE_DEVICES$/,
			why: "which accelerators are ours"
		},
		{
			names: /^HF_(HOME|HUB_CACHE|HUB_OFFLINE|ENDPOINT)$/,
			why: "where checkpoints and datasets lie"
		},
		{
			names: /^RUNNER_TRACKING_ID$/,
			why: "the runner finds orphans by it when the job ends"
		},
		{
			names: /^(GGML_VK_VISIBLE_DEVICES|VK_DRIVER_FILES|VK_ICD_FILENAMES)$/,
			why: "the same of Vulkan"
		}
	],
	gpu: [
		{
			names: /^(CUDA|NVIDIA|ROCR|HIP)_VISIBLE_DEVICES$/,
			why: "which accelerators are ours"
		},
		{
			names: /^GGML_VK_VISIBLE_DEVICES$/,
			why: "which devices of Vulkan are ours"
		},
		{
			names: /^(VK_DRIVER_FILES|VK_ICD_FILENAMES)$/,
			why: "where drivers of Vulkan are, where no system folder has them"
		},
		{
			names: /^CUDA_(HOME|PATH)$/,
			why: "where the libraries of CUDA are"
		}
	],
	harness: [
		{
			names: /^(CUDA|NVIDIA|ROCR|HIP)_VISIBLE_DEVICES$/,
			why: "which accelerators are ours"
		},
		{
			names: /^CUDA_(HOME|PATH)$/,
			why: "vLLM compiles kernels with the tools that lie there"
		},
		{
			names: /^(VIRTUAL_ENV|CONDA_PREFIX)$/,
			why: "the Python environment that the harness lies in"
		},
		{
			names: /^(HF_(HOME|HUB_CACHE|DATASETS_CACHE|HUB_OFFLINE|DATASETS_OFFLINE|ENDPOINT)|TRANSFORMERS_OFFLINE)$/,
			why: "where checkpoints and datasets are cached, and whether they may be downloaded"
		},
		{
			names: /^VLLM_(?!.*KEY)[A-Z0-9_]+$/,
			why: "how vLLM runs models on this machine"
		},
		{
			names: /^(OMP|MKL)_NUM_THREADS$/,
			why: "how many cores of a shared machine PyTorch may take"
		},
		{
			names: /^LMEVAL_LOG_LEVEL$/,
			why: "how much the harness prints"
		},
		{
			names: /^RUNNER_TRACKING_ID$/,
			why: "the runner finds orphans by it when the job ends"
		}
	],
	/** For a server that a cluster starts: without the first it would wait for nodes of its own, beside those that the job has. */
	cluster: [{
		names: /^SLURM_(?!.*(JWT|TOKEN|KEY))[A-Z0-9_]+$/,
		why: "the allocation that it runs in, and where the settings of Slurm are"
	}, {
		names: /^RAY_ADDRESS$/,
		why: "the Ray cluster that vLLM spreads over"
	}],
	/** Only for a program that a person would give them to; in a workflow `env-allow` has to name them. */
	credentials: [{
		names: /^(HF_TOKEN|HF_TOKEN_PATH)$/,
		why: "gated models and datasets"
	}, {
		names: /^OPENAI_API_KEY$/,
		why: "endpoints that ask for a key"
	}],
	npm: [{
		names: /^npm_config_(?!.*(auth|token|password))/i,
		why: "registry mirror, cache and proxies of npm"
	}]
};
/**
* What of an environment a child process gets. An allow-list: tokens (`GITHUB_TOKEN`, `ACTIONS_*`, `INPUT_*`, cloud
* credentials) and what could change results or run code (`NODE_OPTIONS`, `LD_PRELOAD`, `GGML_*`, `OMP_*`) stay out because
* nobody listed them.
*/
function childEnvironment(environment, groups) {
	const allowed = groups.flatMap((group) => ALLOWED[group]);
	const kept = {};
	for (const [name, value] of Object.entries(environment)) if (value !== void 0 && allowed.some(({ names }) => names.test(name))) kept[name] = value;
	return kept;
}

// src/adapters/process/hidden-environment.ts
/**
* Takes what no child is given out of the environment that `/proc/<pid>/environ` shows to every process of the same user; this process
* keeps it in `process.env`. The system shows the memory that held the variables when the program was started, whatever became of
* them since (proc_pid_environ(5)): their values are moved to other memory, and what they leave is overwritten.
*
* Linux alone has such a file to look at. Where it cannot be overwritten all stays as it was, and `showsInEnvironment` says so.
*/
function hideEnvironment() {
	if (process$1.platform !== "linux") return;
	const listed = childEnvironment(process$1.env, [
		"base",
		"network",
		"npm",
		"evaluation",
		"harness"
	]);
	try {
		const block = readFileSync("/proc/self/environ");
		const [start = 0, end = 0] = fieldsOf("self").slice(47, 49).map(Number);
		if (start === 0 || end - start !== block.length) return;
		const memory = openSync("/proc/self/mem", "r+");
		try {
			for (let at = 0; at < block.length;) {
				const next = block.indexOf(0, at) + 1 || block.length;
				const entry = block.subarray(at, next);
				const name = entry.subarray(0, Math.max(0, entry.indexOf("="))).toString();
				if (name !== "" && !Object.hasOwn(listed, name) && moved(name)) writeSync(memory, Buffer$1.alloc(entry.length), 0, entry.length, start + at);
				at = next;
			}
		} finally {
			closeSync(memory);
		}
	} catch {}
}
/** Whether nothing of this process reads the variable where it was when the program started. A value that is no text stays there. */
function moved(name) {
	const value = process$1.env[name];
	if (value?.includes("�")) return false;
	delete process$1.env[name];
	if (value !== void 0) process$1.env[name] = value;
	return true;
}
/** From the third on; the name of the program, in brackets before it, may hold anything. */
const fieldsOf = (pid) => {
	const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
	return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
};
/**
* Where a process of our user finds a text by looking at the environments of this process and of those that it descends from: its
* name and number. Null where it finds none; elsewhere than on Linux nobody can tell that.
*/
function showsInEnvironment(secret, platform = process$1.platform) {
	if (platform !== "linux") return `every process of yours on ${platform}`;
	for (let pid = String(process$1.pid); pid !== "0" && pid !== ""; pid = parentOf(pid)) if (environmentOf(pid).includes(secret)) return `${nameOf(pid)} (process ${pid})`;
	return null;
}
/** What nobody may read, those of our user cannot read either. */
function environmentOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/environ`);
	} catch {
		return Buffer$1.alloc(0);
	}
}
function parentOf(pid) {
	try {
		return fieldsOf(pid)[1] ?? "";
	} catch {
		return "";
	}
}
function nameOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
	} catch {
		return "a program";
	}
}

// src/adapters/process/cache-folder.ts
/** Where everything is kept that can be made again: the engine, digests of checkpoints, stored baselines. */
function cacheFolder(environment) {
	const { WEIGHBRIDGE_CACHE: own, XDG_CACHE_HOME: xdg } = environment;
	if (own !== void 0 && own !== "") return resolve(own);
	if (xdg !== void 0 && xdg !== "") return resolve(xdg, "weighbridge");
	const home = homedir();
	if (isAbsolute(home)) return join(home, ".cache", "weighbridge");
	throw new WeighbridgeError("usage", `HOME is ${JSON.stringify(home)}, so there is no place for the cache`, { fix: "set WEIGHBRIDGE_CACHE, XDG_CACHE_HOME or HOME to an absolute path outside of the checkout" });
}
/**
* Where that is kept which is used as if it had just been made, since nothing but who made it tells that it is right. In a workflow it is
* a place that every job begins with empty: an earlier one on a machine that stays could have put something else there.
*/
function believedFolder(environment, name) {
	const { RUNNER_TEMP: ofJob } = environment;
	return isJobOfWorkflow(environment) && ofJob !== void 0 && ofJob !== "" ? join(ofJob, `weighbridge-${name}`) : join(cacheFolder(environment), name);
}
/** Whether this is a job of a workflow, whose cache an earlier job may have written. */
const isJobOfWorkflow = (environment) => environment.GITHUB_ACTIONS === "true" || environment.RUNNER_TRACKING_ID !== void 0;

// src/adapters/process/package-root.ts
const HERE = fileURLToPath(import.meta.url);
/** The folder with what is shipped beside the code, so that it is found from `src/` and from `dist/` alike. */
function packageRoot(from = HERE) {
	let root = dirname(from);
	while (!existsSync(join(root, "engine", "stub"))) {
		const parent = dirname(root);
		if (parent === root) throw new WeighbridgeError("engine", `there is no folder \`engine\` above ${from}`, { fix: "install Weighbridge whole: that folder belongs to it" });
		root = parent;
	}
	return root;
}

// src/adapters/process/kill-group.ts
/**
* Options of a child that is to be ended with everything it starts: a process group of its own. Windows has none, and would open
* a window for it; there the tree below a process is ended.
*/
const LEADS_GROUP = groupOptions(process$1.platform);
function groupOptions(platform) {
	return {
		detached: platform !== "win32",
		windowsHide: true
	};
}
const THIS_SYSTEM = {
	platform: process$1.platform,
	kill: (pid, signal) => process$1.kill(pid, signal),
	start: (file, args) => spawnSync(file, args, {
		stdio: "ignore",
		windowsHide: true
	})
};
/**
* Ends a process that leads a group, and the rest of the group; undefined is one that never started.
* @param signal SIGTERM asks, where there is asking: Windows has no signals, and nothing is sent there
*/
function killGroup(pid, signal = "SIGKILL", { platform, kill, start } = THIS_SYSTEM) {
	if (pid === void 0) return;
	if (platform === "win32") {
		if (signal === "SIGKILL") start("taskkill", [
			"/pid",
			String(pid),
			"/t",
			"/f"
		]);
		return;
	}
	try {
		kill(-pid, signal);
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
	}
}

// src/adapters/process/git-command.ts
/**
* Reads a repository that may belong to a stranger: its own settings must not run code. Only object reading commands are
* used, which know no hooks, filters, pagers or external diffs; no transport may be used, so that a missing object of a
* partial clone is not fetched by a command that the repository names.
*/
const SAFE = [
	...[
		"-c",
		"core.hooksPath=/dev/null",
		"-c",
		"core.fsmonitor=false",
		"-c",
		"core.commitGraph=false"
	],
	...[
		"-c",
		"safe.directory=*",
		"--no-pager",
		"--literal-pathspecs"
	],
	...[
		"-c",
		"core.useReplaceRefs=false",
		"--no-replace-objects"
	],
	...["-c", "safe.bareRepository=explicit"]
];
function cleanEnvironment() {
	const { PATH = "", SYSTEMROOT } = process$1.env;
	return {
		PATH,
		...SYSTEMROOT === void 0 ? {} : { SYSTEMROOT },
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_ATTR_NOSYSTEM: "1",
		LC_ALL: "C",
		GIT_ALLOW_PROTOCOL: "none",
		GIT_NO_LAZY_FETCH: "1",
		GIT_TERMINAL_PROMPT: "0",
		GIT_GRAFT_FILE: devNull,
		GIT_OPTIONAL_LOCKS: "0"
	};
}
const execute = promisify(execFile);
const MAX_BYTES$1 = 64 * 2 ** 20;
const TIMEOUT_MS$1 = 6e4;
/** What git says of one command, whole. */
async function runGit(folder, args) {
	try {
		const { stdout } = await execute("git", [
			...SAFE,
			"-C",
			folder,
			...args
		], {
			env: cleanEnvironment(),
			encoding: "buffer",
			maxBuffer: MAX_BYTES$1,
			timeout: TIMEOUT_MS$1
		});
		return {
			ok: true,
			output: stdout
		};
	} catch (error) {
		const { code, stderr } = error;
		if (typeof code === "number") return {
			ok: false,
			said: stderr?.toString("utf8").trim() ?? ""
		};
		return {
			ok: false,
			said: code === "ENOENT" ? "git is not installed" : "git did not come to an end"
		};
	}
}
const textOfGit = (answer) => answer.ok ? answer.output.toString("utf8").trim() : null;
/** Starts one whose output is more than is held at once. @param stdio of input, output and complaints */
const startGit = (folder, args, stdio, timeout) => spawn("git", [
	...SAFE,
	"-C",
	folder,
	...args
], {
	env: cleanEnvironment(),
	stdio,
	timeout
});

// src/adapters/process/git.ts
const FETCH_ALL = "fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`";
async function commitOf(folder, revision) {
	const verify = [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${revision}^{commit}`
	];
	return textOfGit(await runGit(folder, verify));
}
/**
* The content of a file as a revision has it, byte for byte.
* @param path relative to the repository's root, with slashes
* @returns null when the revision has no such file
* @throws WeighbridgeError `data` when the revision is not there, or what lies at the path is not a plain file
*/
async function readAtRevision(repositoryFolder, revision, path) {
	const commit = await commitOf(repositoryFolder, revision);
	if (commit === null) throw new WeighbridgeError("data", `the repository has no revision ${revision}`, {
		at: { file: repositoryFolder },
		fix: "fetch it first; in a workflow check out with `fetch-depth: 0`"
	});
	const entry = await entryAt(repositoryFolder, commit, path);
	if (entry === null) return null;
	if (entry.isFile) return readObject(repositoryFolder, "blob", entry.id);
	throw new WeighbridgeError("data", `${path} is not a plain file at ${revision}`, { fix: "put the file itself there" });
}
/**
* What a commit has at a path, or null; held against its id from the commit down, since a tree under the name of another could
* lead to an older file.
* @param path relative to the repository's root, with slashes
*/
async function entryAt(folder, commit, path) {
	let entry = {
		mode: TREE_MODE,
		id: treeOf(await readObject(folder, "commit", commit))
	};
	for (const name of posix.normalize(path).split("/")) {
		if (entry.mode !== TREE_MODE) return null;
		const next = entryOf(await readObject(folder, "tree", entry.id), name, entry.id.length / 2);
		if (next === null) return null;
		entry = next;
	}
	return {
		id: entry.id,
		isFile: FILE_MODES.has(entry.mode)
	};
}
const TREE_MODE = "40000";
const FILE_MODES = /* @__PURE__ */ new Set([
	"100644",
	"100755",
	"100664"
]);
/**
* The content of an object, held against its id: git itself trusts what lies under a name.
* @throws WeighbridgeError `data` for one that is not there, or another
*/
async function readObject(folder, type, id) {
	const answer = await runGit(folder, [
		"cat-file",
		type,
		id
	]);
	if (!answer.ok) throw unreadable(folder, `the ${type}`, id, answer.said);
	if (!isObject(answer.output, type, id)) throw damaged(folder, type, id);
	return answer.output;
}
const isObject = (content, type, id) => objectHash(id, type, content.length).update(content).digest("hex") === id;
const unreadable = (folder, what, id, said) => new WeighbridgeError("data", `git cannot read ${what} ${id}: ${said}`, {
	at: { file: folder },
	fix: "check out with `fetch-depth: 0` and without a filter"
});
/** Begun as git begins it, so that the content may come in pieces. */
function objectHash(id, type, bytes) {
	return createHash(id.length === 40 ? "sha1" : "sha256").update(`${type} ${bytes}\0`);
}
const damaged = (folder, type, id) => new WeighbridgeError("data", `this clone is damaged: what it has as the ${type} ${id} is another`, {
	at: { file: folder },
	fix: "remove this clone and check out anew; on a self-hosted runner an earlier job may have changed it"
});
const treeOf = (commit) => /^tree ([0-9a-f]+)\n/.exec(commit.toString("latin1"))?.[1] ?? "";
/** One entry of a tree (gitformat-pack, tree objects): mode, blank, name, NUL and the bytes of its id. */
function entryOf(tree, wanted, idBytes) {
	for (let start = 0; start < tree.length;) {
		const end = tree.indexOf(0, start);
		const [mode = "", ...name] = tree.toString("utf8", start, end).split(" ");
		const next = end + 1 + idBytes;
		if (name.join(" ") === wanted) return {
			mode,
			id: tree.toString("hex", end + 1, next)
		};
		start = next;
	}
	return null;
}
/**
* The commit from which two revisions went apart.
* @returns null when the repository cannot tell: a revision is missing, they share nothing, or the clone is shallow, where
* the answer could be an older commit than the true one
*/
async function mergeBase(repositoryFolder, a, b) {
	if (textOfGit(await runGit(repositoryFolder, ["rev-parse", "--is-shallow-repository"])) !== "false") return null;
	const [left, right] = [await commitOf(repositoryFolder, a), await commitOf(repositoryFolder, b)];
	if (left === null || right === null) return null;
	const base = textOfGit(await runGit(repositoryFolder, [
		"merge-base",
		left,
		right
	]));
	if (base !== null) await verifyCommits(repositoryFolder, [left, right]);
	return base;
}
/** Beyond these, the oldest are believed: of the largest repositories it would take longer than an evaluation. */
const COMMITS_VERIFIED = 2e5;
const VERIFYING_MS = 6e4;
/**
* Holds every commit that these come from against its id: their parents decide what a merge base is.
* @throws WeighbridgeError `data` naming the first that is another
*/
async function verifyCommits(folder, tips) {
	const listed = await runGit(folder, [
		"rev-list",
		`--max-count=${COMMITS_VERIFIED}`,
		...tips
	]);
	if (!listed.ok) throw unreadable(folder, "a commit behind", tips.join(" and "), listed.said);
	await verifyObjects(folder, listed.output.toString("latin1").split("\n").filter(Boolean));
}
/** Holds objects of any type against their ids. @throws WeighbridgeError `data` naming the first that is another, or missing */
async function verifyObjects(folder, ids) {
	const child = startGit(folder, ["cat-file", "--batch"], [
		"pipe",
		"pipe",
		"ignore"
	], VERIFYING_MS);
	const ended = once(child, "close");
	child.stdin?.on("error", () => {});
	child.stdin?.end(ids.map((id) => `${id}\n`).join(""));
	let verified = 0;
	let rest = Buffer.alloc(0);
	for await (const piece of child.stdout) {
		rest = Buffer.concat([rest, piece]);
		for (let line = rest.indexOf("\n"); line >= 0; line = rest.indexOf("\n")) {
			const [id = "", type = "", size = "0"] = rest.toString("latin1", 0, line).split(" ");
			if (type === "missing") throw unreadable(folder, "the object", id, "it is missing");
			const content = rest.subarray(line + 1, line + 1 + Number(size));
			if (rest.length < line + 2 + Number(size)) break;
			if (!isObject(content, type, id)) throw damaged(folder, type, id);
			rest = rest.subarray(line + 2 + Number(size));
			verified += 1;
		}
	}
	await ended;
	if (verified !== ids.length) throw unreadable(folder, "the object", ids[verified] ?? "", "it is missing");
}
/**
* The commit that a name stands for.
* @throws WeighbridgeError `data` when there is none
*/
async function resolveRevision(repositoryFolder, revision) {
	const commit = await commitOf(repositoryFolder, revision);
	if (commit !== null) return commit;
	throw new WeighbridgeError("data", `${JSON.stringify(revision)} is no commit of this clone`, { fix: FETCH_ALL });
}
/** What git answers in one line, or null where it has no answer: outside of a repository, or without the value. */
async function askGit(folder, args) {
	return textOfGit(await runGit(folder, args)) || null;
}
/** Names of the settings in which a clone keeps credentials for whoever can read its files, as actions/checkout leaves them. */
async function storedCredentials(folder) {
	const config = [
		"config",
		"--local",
		"--includes",
		"--name-only",
		"--get-regexp"
	];
	const named = "^(http\\..*extraheader|credential\\..*|core\\.sshcommand)$";
	const found = [await askGit(folder, [...config, named]), await askGit(folder, [
		...config,
		"^remote\\..*url$",
		"://[^/]*:[^/]*@"
	])];
	return [...new Set(found.flatMap((lines) => lines?.split("\n") ?? []))];
}
const EXECUTABLE_MODE = "100755";
const LINK_MODE = "120000";
const SUBMODULE_MODE = "160000";
/**
* Everything in a commit, by its path from the repository's root; the commit and its folders are held against their ids.
* @returns null when the repository does not have the commit
* @throws WeighbridgeError `data` when the clone is damaged
*/
async function treeAtRevision(folder, revision) {
	const commit = await commitOf(folder, revision);
	if (commit === null) return null;
	const listed = await runGit(folder, [
		"ls-tree",
		"-r",
		"-t",
		"-l",
		"-z",
		"--full-tree",
		commit,
		"--"
	]);
	if (!listed.ok) return null;
	const entries = listed.output.toString("utf8").split("\0").filter(Boolean).map((line) => {
		const [, mode = "", type = "", id = "", bytes = "-", path = ""] = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
		return {
			type,
			path,
			entry: {
				mode,
				id,
				bytes: bytes === "-" ? null : Number(bytes)
			}
		};
	});
	const folders = entries.filter(({ type }) => type === "tree");
	await verifyObjects(folder, [treeOf(await readObject(folder, "commit", commit)), ...folders.map(({ entry }) => entry.id)]);
	return new Map(entries.flatMap(({ type, path, entry }) => type === "tree" ? [] : [[path, entry]]));
}
/**
* Writes a blob of any size into a file, unless it is there already.
* @throws WeighbridgeError `data` when there is no such blob, or what lies under its name is another
*/
async function writeBlob(folder, blob, file) {
	if (await holdsBlob(file, blob)) return;
	await rm(file, { force: true });
	const handle = await open(file, "wx");
	try {
		const child = startGit(folder, [
			"cat-file",
			"blob",
			blob
		], [
			"ignore",
			handle.fd,
			"ignore"
		]);
		await once(child, "close");
	} finally {
		await handle.close();
	}
	if (await holdsBlob(file, blob)) return;
	await rm(file, { force: true });
	throw new WeighbridgeError("data", `git has no blob ${blob}, or another under its name`, { fix: FETCH_ALL });
}
/** Whether a file, however large, is a blob of git. */
async function holdsBlob(file, id) {
	const found = await stat(file).catch(() => null);
	if (found === null) return false;
	const hash = objectHash(id, "blob", found.size);
	for await (const piece of createReadStream(file)) hash.update(piece);
	return hash.digest("hex") === id;
}
/**
* Where in its repository a folder lies: `''` for the root, else `a/b/`; null outside of one. The root is where `.git` lies:
* git's own answer follows `core.worktree` and `core.bare` of the repository, which no option overrules.
*/
async function folderInRepository(folder) {
	if (!(await runGit(folder, ["rev-parse", "--git-dir"])).ok) return null;
	const start = await realpath(folder);
	for (let root = start; root !== dirname(root); root = dirname(root)) {
		const candidate = join(root, ".git");
		if (!existsSync(candidate) || !(await runGit(root, [
			"rev-parse",
			"--resolve-git-dir",
			candidate
		])).ok) continue;
		const inside = relative(root, start);
		return inside === "" ? "" : `${inside.split(sep).join("/")}/`;
	}
	return null;
}

// src/adapters/process/program-files.ts
/** What one program finds beside it, by its language: modules, in whatever form they are loaded. */
const LANGUAGES = {
	python: /\.(?:py[cdiow]?|pth|so)$/i,
	javascript: /\.(?:[cm]?[jt]sx?|node|wasm)$|(?:^|\/)package\.json$/i,
	shell: /\.(?:ba|z|k)?sh$/i,
	perl: /\.p[lm]$/i,
	ruby: /\.rb$/i,
	r: /\.r$/i,
	julia: /\.jl$/i,
	lua: /\.lua$/i
};
const PYTHON_FILES = LANGUAGES.python;
const ANY = new RegExp(Object.values(LANGUAGES).map(({ source }) => source).join("|"), "i");
/**
* The files that a program could load, by their names; null for what is no program.
* @param isProgram whatever it is called: of one without an ending nobody knows the language
*/
function loadableBy(path, isProgram) {
	return Object.values(LANGUAGES).find((language) => language.test(path)) ?? (isProgram ? ANY : null);
}

// src/adapters/process/end-all.ts
/** By this variable everything that an evaluation has started can be found again, in whatever group it hides. */
const TRACKING_VARIABLE = "WEIGHBRIDGE_TRACKING_ID";
const ROUNDS = 5;
/**
* Ends a process group, and on Linux every process whose environment carries the tracking id: commands run in groups of their
* own. What clears its environment and leaves the group is found by the runner alone, when the job ends.
* @param group id of the group's leader; undefined where it never started
*/
async function endAll(group, trackingId) {
	killGroup(group);
	for (let round = 0; round < ROUNDS; round++) {
		const left = await tracked(trackingId);
		if (left.length === 0) return;
		for (const pid of left) kill(pid);
	}
}
async function tracked(trackingId) {
	const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
	const mark = `${TRACKING_VARIABLE}=${trackingId}\0`;
	const found = await Promise.all(pids.map(async (pid) => {
		const environment = await readFile(`/proc/${pid}/environ`, "latin1").catch(() => "");
		return pid !== process$1.pid && environment.includes(mark);
	}));
	return pids.filter((_, index) => found[index]);
}
function kill(pid) {
	try {
		process$1.kill(pid, "SIGKILL");
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
	}
}

// src/adapters/process/machine.ts
/** The machine as people tell it from others: system and processors. */
function thisMachine() {
	const processors = cpus();
	const model = (processors[0]?.model ?? "").replace(/[\p{Cc}\s]+/gu, " ").trim();
	return `${platform()} ${arch()}, ${processors.length} × ${model === "" ? "unknown processor" : model}`;
}

// src/adapters/process/git-branch.ts
/** The clone is the user's own, with the user's credentials; its hooks are none of ours. */
const CONFIG = [...[
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"commit.gpgsign=false",
	"-c",
	"gc.auto=0"
], ...[
	"-c",
	"user.name=weighbridge",
	"-c",
	"user.email=weighbridge@users.noreply.github.com"
]];
const TIMEOUT_MS = 12e4;
const MAX_BYTES = 512 * 2 ** 20;
/** So many others may be quicker before this one gives up. */
const MOST_TRIES = 40;
const LONGEST_WAIT_MS = 2e3;
/** What git says where somebody has pushed between our look and our push. */
const OVERTAKEN = /rejected|fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|incorrect old value/i;
const NO_REPOSITORY = /not (?:appear to be )?a git repository/i;
function git(clone, args, input = "") {
	return new Promise((resolve, reject) => {
		const options = {
			env: {
				...process$1.env,
				GIT_TERMINAL_PROMPT: "0",
				LC_ALL: "C"
			},
			maxBuffer: MAX_BYTES,
			timeout: TIMEOUT_MS
		};
		const child = execFile("git", [
			...CONFIG,
			"-C",
			clone,
			...args
		], options, (error, stdout, stderr) => error === null ? resolve(stdout) : reject(new Error(stderr.trim() || error.message, { cause: error })));
		child.stdin?.on("error", () => {});
		child.stdin?.end(input);
	});
}
/** The file as the branch has it; null where there is no such branch, or no such file on it. @throws WeighbridgeError `platform` */
async function readFromBranch(place) {
	return told(place, async () => (await look(place)).content);
}
/**
* Writes the file of a branch anew, from what it is at the very moment: where somebody else was quicker, it is read and changed again.
* The branch is made where there is none.
* @throws WeighbridgeError `platform` with what git says
*/
async function updateOnBranch(place, message, change) {
	await told(place, async () => {
		const { clone, remote, branch, file } = place;
		for (let attempt = 1;; attempt++) {
			const { tip, content } = await look(place);
			const tree = await git(clone, ["mktree"], `100644 blob ${(await git(clone, [
				"hash-object",
				"-w",
				"--stdin"
			], change(content))).trim()}\t${file}\n`);
			const commit = await git(clone, [
				"commit-tree",
				...tip === null ? [] : ["-p", tip],
				"-m",
				message,
				tree.trim()
			]);
			try {
				await git(clone, [
					"push",
					"--quiet",
					"--no-verify",
					remote,
					`${commit.trim()}:refs/heads/${branch}`
				]);
				return;
			} catch (error) {
				if (attempt === MOST_TRIES || !(error instanceof Error) || !OVERTAKEN.test(error.message)) throw error;
				await setTimeout(Math.random() * Math.min(LONGEST_WAIT_MS, 50 * 2 ** attempt));
			}
		}
	});
}
async function look({ clone, remote, branch, file }) {
	const [tip = ""] = (await git(clone, [
		"ls-remote",
		"--heads",
		remote,
		`refs/heads/${branch}`
	])).split("	");
	if (tip === "") return {
		tip: null,
		content: null
	};
	const name = `refs/weighbridge/${randomUUID()}`;
	await git(clone, [
		"fetch",
		"--quiet",
		"--no-tags",
		remote,
		`+refs/heads/${branch}:${name}`
	]);
	try {
		const commit = (await git(clone, ["rev-parse", name])).trim();
		return {
			tip: commit,
			content: await git(clone, [
				"ls-tree",
				commit,
				"--",
				file
			]) === "" ? null : await git(clone, [
				"cat-file",
				"blob",
				`${commit}:${file}`
			])
		};
	} finally {
		await git(clone, [
			"update-ref",
			"-d",
			name
		]).catch(() => {});
	}
}
async function told({ remote, branch }, action) {
	try {
		return await action();
	} catch (cause) {
		const said = cause instanceof Error ? cause.message.split("\n", 1)[0] : String(cause);
		throw new WeighbridgeError("platform", `the branch ${branch} of ${remote} could not be used: ${said}`, {
			cause,
			fix: NO_REPOSITORY.test(said ?? "") ? "run it in a clone that has this remote, or name another with `--remote`: `git remote -v` lists them" : "give the job `contents: write` and a checkout that keeps its token, or keep the history in a file with `--file`"
		});
	}
}

// src/adapters/process/tail.ts
/** Keeps the end of a stream of output, at most `limit` bytes of it. */
var Tail = class {
	#limit;
	#chunks = [];
	#length = 0;
	#dropped = false;
	constructor(limit) {
		this.#limit = limit;
	}
	push(chunk) {
		this.#chunks.push(chunk);
		this.#length += chunk.length;
		if (this.#length > this.#limit * 2) this.#compact();
	}
	/** The kept output as plain text: a cut is marked, colours and other control characters are gone. */
	text() {
		this.#compact();
		const text = plainText(Buffer.concat(this.#chunks).toString("utf8"));
		return this.#dropped ? `… ${text.replace(/^\uFFFD+/, "")}` : text;
	}
	#compact() {
		if (this.#length <= this.#limit) return;
		const kept = Buffer.concat(this.#chunks).subarray(-this.#limit);
		this.#chunks = [kept];
		this.#length = kept.length;
		this.#dropped = true;
	}
};
/** What a program printed is shown to people in terminals and logs: it must not steer them. */
function plainText(text) {
	return stripVTControlCharacters(text).replace(/[^\P{Cc}\n\t]/gu, "");
}

// src/adapters/process/program.ts
/** Where the first program of this name on the PATH lies, absolute; null where none does. Relative folders are passed over. */
async function programOnPath(name, environment) {
	for (const folder of (environment.PATH ?? "").split(delimiter)) {
		const file = join(folder, name);
		if (isAbsolute(folder) && await isProgram(file)) return file;
	}
	return null;
}
const isProgram = (file) => access(file, constants$1.X_OK).then(() => true, () => false);

// src/adapters/process/python.ts
/** Names the Python where it is not the first on the PATH. */
const PYTHON_VARIABLE = "WEIGHBRIDGE_PYTHON";
/** The user's Python, absolute: the one that `WEIGHBRIDGE_PYTHON` names, else the first `python3` of the PATH; or why there is none. */
async function findPython(environment) {
	const named = environment[PYTHON_VARIABLE];
	if (named !== void 0 && named !== "") {
		if (isAbsolute(named) && await isProgram(named)) return { python: named };
		return { why: `${PYTHON_VARIABLE} is ${named}, which is no program: give the absolute path of a Python` };
	}
	const python = await programOnPath("python3", environment);
	return python === null ? { why: "there is no python3 on the PATH" } : { python };
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

// src/adapters/process/is-running.ts
/** Whether a process of this number lives; it may be another one than was meant. */
function isRunning(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error.code === "EPERM";
	}
}

// src/adapters/process/kill-with-parent.ts
const PROBE_MS = 1e4;
/** PR_SET_PDEATHSIG survives the exec of a program that gains no privileges (prctl(2)). */
const DIE_WITH_PARENT = [
	"--pdeathsig",
	"KILL",
	"--"
];
/**
* The same command, ended by the system when this process is killed and can no longer do it. On Linux with the `setpriv` of
* util-linux; elsewhere the command as it is. What the command starts is not ended with it.
*/
async function killWithParent(command) {
	if (process$1.platform !== "linux") return command;
	const probe = {
		...command,
		file: "setpriv",
		args: [...DIE_WITH_PARENT, "true"]
	};
	return await run(probe, AbortSignal.timeout(PROBE_MS)).then(({ code }) => code === 0, () => false) ? {
		...command,
		file: "setpriv",
		args: [
			...DIE_WITH_PARENT,
			command.file,
			...command.args
		]
	} : command;
}

export { treeAtRevision as A, childEnvironment as B, folderInRepository as C, readObject as D, readAtRevision as E, believedFolder as F, cacheFolder as I, isJobOfWorkflow as L, LEADS_GROUP as M, killGroup as N, resolveRevision as O, packageRoot as P, hideEnvironment as R, entryAt as S, mergeBase as T, EXECUTABLE_MODE as _, findPython as a, SUBMODULE_MODE as b, Tail as c, updateOnBranch as d, thisMachine as f, loadableBy as g, PYTHON_FILES as h, PYTHON_VARIABLE as i, writeBlob as j, storedCredentials as k, plainText as l, endAll as m, isRunning as n, isProgram as o, TRACKING_VARIABLE as p, run as r, programOnPath as s, killWithParent as t, readFromBranch as u, FILE_MODES as v, holdsBlob as w, askGit as x, LINK_MODE as y, showsInEnvironment as z };