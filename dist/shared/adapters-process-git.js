import { n as WeighbridgeError } from "./core-domain-errors.js";
import { once } from "node:events";
import { execFile, spawn } from "node:child_process";
import { dirname, join, posix, relative, sep } from "node:path";
import { createReadStream, existsSync } from "node:fs";
import process from "node:process";
import { open, realpath, rm, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { devNull } from "node:os";
import { promisify } from "node:util";

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
	const { PATH = "", SYSTEMROOT } = process.env;
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
const MAX_BYTES = 64 * 2 ** 20;
const TIMEOUT_MS = 6e4;
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
			maxBuffer: MAX_BYTES,
			timeout: TIMEOUT_MS
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

export { entryAt as a, mergeBase as c, resolveRevision as d, storedCredentials as f, askGit as i, readAtRevision as l, writeBlob as m, LINK_MODE as n, folderInRepository as o, treeAtRevision as p, SUBMODULE_MODE as r, holdsBlob as s, EXECUTABLE_MODE as t, readObject as u };