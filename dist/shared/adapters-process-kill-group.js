import { spawnSync } from "node:child_process";
import process from "node:process";

// src/adapters/process/kill-group.ts
/**
* Options of a child that is to be ended with everything it starts: a process group of its own. Windows has none, and would open
* a window for it; there the tree below a process is ended.
*/
const LEADS_GROUP = groupOptions(process.platform);
function groupOptions(platform) {
	return {
		detached: platform !== "win32",
		windowsHide: true
	};
}
const THIS_SYSTEM = {
	platform: process.platform,
	kill: (pid, signal) => process.kill(pid, signal),
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

export { killGroup as n, LEADS_GROUP as t };