import { t as childEnvironment } from "./adapters-process-environment.js";
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import process from "node:process";
import { Buffer } from "node:buffer";

// src/adapters/process/hidden-environment.ts
/**
* Takes what no child is given out of the environment that `/proc/<pid>/environ` shows to every process of the same user; this process
* keeps it in `process.env`. The system shows the memory that held the variables when the program was started, whatever became of
* them since (proc_pid_environ(5)): their values are moved to other memory, and what they leave is overwritten.
*
* Linux alone has such a file to look at. Where it cannot be overwritten all stays as it was, and `showsInEnvironment` says so.
*/
function hideEnvironment() {
	if (process.platform !== "linux") return;
	const listed = childEnvironment(process.env, [
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
				if (name !== "" && !Object.hasOwn(listed, name) && moved(name)) writeSync(memory, Buffer.alloc(entry.length), 0, entry.length, start + at);
				at = next;
			}
		} finally {
			closeSync(memory);
		}
	} catch {}
}
/** Whether nothing of this process reads the variable where it was when the program started. A value that is no text stays there. */
function moved(name) {
	const value = process.env[name];
	if (value?.includes("�")) return false;
	delete process.env[name];
	if (value !== void 0) process.env[name] = value;
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
function showsInEnvironment(secret, platform = process.platform) {
	if (platform !== "linux") return `every process of yours on ${platform}`;
	for (let pid = String(process.pid); pid !== "0" && pid !== ""; pid = parentOf(pid)) if (environmentOf(pid).includes(secret)) return `${nameOf(pid)} (process ${pid})`;
	return null;
}
/** What nobody may read, those of our user cannot read either. */
function environmentOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/environ`);
	} catch {
		return Buffer.alloc(0);
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

export { showsInEnvironment as n, hideEnvironment as t };