import { _ as asFound, c as isHarness } from "./config-resolve.js";
import { S as hubModel, jt as WeighbridgeError, ot as metricsOfGate, r as describeBaselineSource, x as describeModel } from "./core-domain-history.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { d as engineSettings, f as taskSettings, n as resolveBase } from "./app-policy.js";
import { _ as EXECUTABLE_MODE, g as loadableBy, h as PYTHON_FILES } from "./adapters-process-kill-with-parent.js";
import { l as splitParts } from "./tasks-checkpoints-digest.js";
import { d as harnessRunner } from "./config-thresholds.js";
import { _ as lfsContent, g as follow, h as below, m as LFS_POINTER_BYTES, v as lfsPointer } from "./app-baselines-find.js";
import { dirname, join, posix, relative } from "node:path";
import { existsSync } from "node:fs";
import { copyFile, lstat, readFile, stat, symlink } from "node:fs/promises";

// src/app/suite/suite.ts
/** Longer texts, and those of several lines, are prompts and no paths, and what lies on the hub, or ships with this package, is named by its commit or version: unless the commit has a file of that name. */
const LONGEST_PATH = 4096;
const isNoPath = (text) => text === "" || text.length > LONGEST_PATH || /[\n\0]|^hf:|^weighbridge:/.test(text);
/**
* Everything in a config on which a verdict depends besides weights and policy, by the key that names it. Whatever option names a
* file of the commit counts with its content: an option that comes new needs no word here.
*/
async function suiteParts(side) {
	const { config } = side;
	const parts = /* @__PURE__ */ new Map();
	const take = async (task, key, path, of = {}) => {
		const at = {
			task,
			written: path,
			path: pathInRepository(side, path)
		};
		const subject = task === null ? key : `tasks.${task}.${key}`;
		for (const [each, part] of await partsAt(side, subject, at, of)) parts.set(each, part);
	};
	for (const { subject, path, value } of sourcesOf(config)) if (path === null) parts.set(subject, {
		...NOWHERE,
		task: null,
		written: value
	});
	else await take(null, subject, path, { isFolder: true });
	for (const [task, options] of Object.entries(config.baselines.prompt)) for (const [key, text] of taskSettings({ options })) await take(null, `baseline.prompt.${task}.${key}`, text);
	let before = "";
	for (const [key, text] of engineSettings(config)) {
		await take(null, key, text);
		if (before === "-m" && hasModule(side, text)) await take(null, `${key} beside`, ".", {
			isFolder: true,
			only: PYTHON_FILES
		});
		before = text;
	}
	for (const task of config.tasks) for (const [key, text] of taskSettings(task)) await take(task.name, key, text);
	for (const task of config.tasks.filter(isHarness)) {
		const folder = join(side.root, side.folder);
		for (let known = -1; known < parts.size;) {
			known = parts.size;
			for (const part of parts.values()) if (/\.ya?ml$/i.test(part.path ?? "")) await placeOnDisk(side, part);
			for (const input of await harnessRunner(task.runner).inputs(task.name, task.options, folder)) await take(task.name, input.key, input.path, {
				...input,
				isFolder: true
			});
		}
	}
	return parts;
}
/** Whether the commit has a module of Python, in whatever form, or the package around it. @param dotted `server.main` */
function hasModule(side, dotted) {
	const top = pathInRepository(side, dotted.split(".")[0] ?? "");
	return [...side.files.entries.keys()].some((path) => path === top || path.startsWith(`${top}/`) || path.startsWith(`${top}.`) && PYTHON_FILES.test(path));
}
/** The word `test` of a task is hardly the folder of that name; what is written as a path, and an option of a scorer or a check, is. */
const mayMeanFolder = (task, subject, written) => task === null ? subject.startsWith("engine.serve.reads.") : written.includes("/") || ["scorers", "checks"].some((key) => subject.startsWith(`tasks.${task}.${key}.`));
/** A word of a command, which may be a program in any language where its name does not tell. */
const mayBeProgram = (subject, path) => /\.command\.\d+$/.test(subject) && posix.extname(path) === "";
async function partsAt(side, subject, { task, written, path }, { isFolder = false, only }) {
	const value = {
		...NOWHERE,
		task,
		written
	};
	const found = await follow(side.files, path, join(side.scratch, "link"));
	if (!isFolder && isNoPath(written) && found.kind !== "file") return [[subject, value]];
	switch (found.kind) {
		case "absent": return [[subject, {
			...value,
			path
		}]];
		case "outside": return [[subject, {
			...value,
			outside: found.at
		}]];
		case "file": {
			const { entry } = found;
			const part = [subject, {
				...value,
				path,
				entry
			}];
			const isProgram = entry.mode === "100755" || mayBeProgram(subject, found.path);
			const loadable = isFolder ? null : loadableBy(found.path, isProgram);
			if (loadable === null) return [part];
			const folder = {
				task,
				written: posix.dirname(written),
				path: posix.dirname(found.path)
			};
			return [part, ...(await partsAt(side, `${subject} beside`, folder, {
				isFolder: true,
				only: loadable
			})).filter(([, { path: other }]) => other !== found.path)];
		}
		case "folder": {
			if (!isFolder && !mayMeanFolder(task, subject, written)) return [[subject, value]];
			const names = below(side.files, found.path).filter((name) => only === void 0 || only.test(name));
			const parts = [];
			for (const name of names) {
				const inner = {
					task,
					written: posix.join(written, name),
					path: posix.join(path, name)
				};
				parts.push(...await partsAt(side, `${subject}: ${name}`, inner, { isFolder }));
			}
			return parts;
		}
	}
}
function pathInRepository({ folder, checkout, root }, written) {
	if (!posix.isAbsolute(written)) return posix.normalize(posix.join(folder, written));
	return [checkout, root].map((each) => relative(each, written)).find((each) => !each.startsWith("..")) ?? written;
}
/** What the candidate is compared with; every path that a source names, and in words what names none. */
function sourcesOf({ baselines, anchor, store }) {
	const found = [];
	const add = (subject, path, value) => found.push({
		subject,
		path,
		value
	});
	const model = (subject, source) => {
		for (const [name, path] of pathsOf(source)) add(`${subject}${name}`, path, describeModel(source));
	};
	for (const [index, source] of baselines.sources.entries()) {
		const subject = baselines.sources.length === 1 ? "baseline" : `baseline.${index + 1}`;
		if (source.from === "path") model(subject, source.model);
		else add(subject, null, describeBaselineSource(source));
		if (source.from === "base-branch") add(`${subject}${POINTER}`, source.pointer, source.pointer);
	}
	if (anchor !== null) model("anchor.model", anchor);
	if (store !== null && store !== "default") add("store", store.path, store.path);
	return found;
}
/** Read from the base branch wherever it is used: what a pull request makes of it takes effect when it is merged. */
const POINTER = ".pointer";
function pathsOf(source) {
	switch (source.kind) {
		case "file": return parts(source.path).map((path, index) => [index === 0 ? "" : ` part ${index + 1}`, path]);
		case "folder":
		case "results": return [["", source.path]];
		case "adapter": return [[".base", hubModel(source.base) === null ? source.base : null], [".adapter", source.adapter]];
		case "hub":
		case "endpoint": return [["", null]];
	}
}
/** A path that is no first part is refused where it is loaded. */
function parts(path) {
	try {
		return splitParts(path);
	} catch {
		return [path];
	}
}
const NOWHERE = {
	path: null,
	entry: null,
	outside: null
};
/** @returns the file's path on disk, taken out of the commit where it is not checked out; null where there is none */
async function placeOnDisk(side, { path, entry }) {
	if (path === null) return null;
	const file = join(side.root, path);
	if (side.isCheckedOut || existsSync(file)) return file;
	if (entry === null) return null;
	await makeDirectory(dirname(file));
	await side.files.write(entry.id, file);
	return file;
}
/** Whether the commit has anything at a path. @param path as written in the config */
async function isCommitted(side, path) {
	const { kind } = await follow(side.files, pathInRepository(side, path), join(side.scratch, "link"));
	return kind === "file" || kind === "folder";
}
/**
* Puts a file, or all of a folder, on disk as the commit has it, with what Git LFS keeps of it.
* @param path as written in the config
* @returns where it lies; null where the commit does not have it
* @throws WeighbridgeError `data` for what is in Git LFS and not here
*/
async function takeOut(side, path) {
	const all = [];
	for (const written of parts(path)) {
		const found = await partsAt(side, written, {
			task: null,
			written,
			path: pathInRepository(side, written)
		}, { isFolder: true });
		all.push(...found.map(([, part]) => part).filter(({ entry }) => entry !== null));
	}
	for (const part of all) await putOnDisk(side, part);
	return all.length === 0 ? null : join(side.root, pathInRepository(side, path));
}
/** Puts one file on disk, with its content where Git LFS keeps that. */
async function putOnDisk(side, part) {
	const file = await placeOnDisk(side, part);
	const pointer = file === null ? null : await pointerIn(file);
	if (file === null || part.path === null || pointer === null) return;
	const content = await lfsContent(side.checkout, pointer.oid, join(side.checkout, part.path));
	if (content === null) throw new WeighbridgeError("data", `${part.written} is in Git LFS and was not fetched for that commit`, { fix: "fetch it: `git lfs fetch origin <base branch>`" });
	await copyFile(content, file);
}
/** What a file is the pointer of, where it is one of Git LFS. */
async function pointerIn(file) {
	return (await stat(file)).size > 1024 ? null : lfsPointer(await readFile(file, "utf8"));
}

// src/app/suite/base-suite.ts
/**
* Lays out the files of the tasks as the base branch has them. What is in no commit, and what a new task names, is linked to where
* it is.
* @param base whose root is empty so far
* @throws WeighbridgeError `data` for what Git LFS keeps and is not here
*/
async function layOut(base, head) {
	const has = ({ config }, task) => config.tasks.some(({ name }) => name === task);
	const linked = [];
	for (const part of (await suiteParts(base)).values()) {
		if (part.path === null || !has(head, part.task)) continue;
		if (part.entry !== null) await putOnDisk(base, part);
		else if (!await isCommitted(head, part.written)) linked.push(part.path);
	}
	for (const part of (await suiteParts(head)).values()) if (part.path !== null && part.task !== null && !has(base, part.task)) linked.push(part.path);
	const isThere = (path, look) => look(path).then(...YES_OR_NO);
	for (const path of linked) {
		const [from, to] = [join(head.checkout, path), join(base.root, path)];
		if (await isThere(to, lstat) || !await isThere(from, stat)) continue;
		await makeDirectory(dirname(to));
		await symlink(from, to);
	}
	return join(base.root, base.folder);
}
const YES_OR_NO = [() => true, () => false];
/** The config with the engines, the reference and the tasks of the base branch; a gate on what those do not measure cannot steer the evaluation. */
function onBaseSuite(loaded, suite) {
	const base = resolveBase(suite.config, loaded.config, loaded.overrides).config;
	const replaced = (config) => ({
		...config,
		taskDirectory: suite.directory,
		engine: base.engine,
		reference: asFound(base.reference, loaded.config.directory),
		referenceEngine: base.referenceEngine,
		tasks: config.tasks.map((task) => base.tasks.find(({ name }) => name === task.name) ?? task),
		gates: config.gates.filter((gate) => metricsOfGate(gate).every(({ task, metric }) => {
			const known = base.declared.find((each) => each.task === task);
			return known === void 0 || known.open === true || known.metrics.some(({ name }) => name === metric);
		}))
	});
	return {
		...loaded,
		config: replaced(loaded.config),
		withResults: (config, runs) => replaced(loaded.withResults(config, runs))
	};
}

export { placeOnDisk as a, takeOut as c, isCommitted as i, onBaseSuite as n, pointerIn as o, POINTER as r, suiteParts as s, layOut as t };