import { h as PYTHON_FILES } from "./adapters-process-kill-with-parent.js";
import { r as readTaskFile } from "./tasks-runners-lm-eval-task-files.js";
import { dirname, join, relative, resolve } from "node:path";
import { readdir } from "node:fs/promises";

// src/tasks/runners/lm-eval/inputs.ts
/** The folder of task files, and of every task file what it includes, the data that it names and the Python beside it. */
async function inputsOf(name, { task = name, include_path: folder }, directory) {
	const found = /* @__PURE__ */ new Map();
	const add = (key, path, of = {}) => {
		const named = relative(directory, path) || ".";
		const input = {
			key: `${key} ${named}`,
			path: named
		};
		found.set(input.key, {
			...input,
			...of
		});
	};
	const read = /* @__PURE__ */ new Set();
	const waiting = [...isYaml(task) ? [resolve(directory, task)] : []];
	if (folder !== void 0) {
		found.set("include_path", {
			key: "include_path",
			path: folder
		});
		const entries = await readdir(resolve(directory, folder), { recursive: true }).catch(() => []);
		waiting.push(...entries.filter(isYaml).map((each) => join(resolve(directory, folder), each)));
	}
	for (let path = waiting.pop(); path !== void 0; path = waiting.pop()) {
		if (read.has(path)) continue;
		read.add(path);
		add("file", path);
		const file = await readTaskFile(path).catch(() => null);
		if (file === null) continue;
		if (file.code.length > 0) add("Python in", dirname(path), { only: PYTHON_FILES });
		waiting.push(...file.includes);
		for (const data of file.data.filter(Boolean)) add("data", resolve(directory, data));
	}
	return [...found.values()];
}
const isYaml = (written) => /\.ya?ml$/i.test(written);

export { inputsOf };