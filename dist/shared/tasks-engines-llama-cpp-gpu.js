import { jt as WeighbridgeError } from "./core-domain-history.js";
import { n as backendsOf, r as platformFor } from "./tasks-engines-llama-cpp-platforms.js";
import { delimiter, join } from "node:path";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";

// src/tasks/engines/llama-cpp/gpu.ts
const thisMachine = () => ({
	machine: `${process.platform}-${process.arch}`,
	environment: process.env,
	exists: existsSync,
	list: (folder) => existsSync(folder) ? readdirSync(folder) : []
});
/**
* Decides between the GPUs of a machine, by what can be seen without loading a driver: whether it works shows when the engine
* starts, and then it is this one or an error.
* @throws WeighbridgeError `engine` for one that this machine cannot have, or that is not seen
*/
function chooseGpu(setting, machine = thisMachine()) {
	if (setting === "off") return {
		platform: platformFor(null, machine.machine),
		backend: null,
		says: null
	};
	if (setting !== "auto") {
		const platform = platformFor(setting, machine.machine);
		const { found, lookedFor } = LOOKS[setting](machine);
		if (found === null) throw notSeen(setting, lookedFor);
		return {
			platform,
			backend: setting,
			says: `\`gpu: ${setting}\`: ${found}; whether it computes shows when the engine starts`
		};
	}
	for (const backend of backendsOf(machine.machine)) {
		const { found } = LOOKS[backend](machine);
		if (found === null || !hasHardware(backend, machine)) continue;
		const says = `\`gpu: auto\` takes ${backend}: ${found}; whether it computes shows when the engine starts`;
		return {
			platform: platformFor(backend, machine.machine),
			backend,
			says
		};
	}
	return {
		platform: platformFor(null, machine.machine),
		backend: null,
		says: "`gpu: auto`: no GPU is seen on this machine, so the CPU computes"
	};
}
const LOOKS = {
	cuda: (machine) => firstOf(machine, isWindows(machine) ? [system32(machine, "nvcuda.dll")] : NVIDIA),
	vulkan: (machine) => isWindows(machine) ? firstOf(machine, [system32(machine, "vulkan-1.dll")]) : vulkanManifest(machine),
	metal: () => ({
		found: "Metal is part of macOS",
		lookedFor: "Metal"
	})
};
/** Without one of them no program reaches an NVIDIA GPU: the driver's own, and the one of WSL. */
const NVIDIA = [
	"/dev/nvidiactl",
	"/proc/driver/nvidia/version",
	"/dev/dxg"
];
function firstOf(machine, paths) {
	const path = paths.find((each) => machine.exists(each));
	return {
		found: path === void 0 ? null : `${path} is there`,
		lookedFor: paths.join(", ")
	};
}
/** Where Vulkan's loader looks for drivers (LoaderDriverInterface.md of Vulkan-Loader, "Driver Discovery"). */
function vulkanManifest(machine) {
	const { environment } = machine;
	const named = environment.VK_DRIVER_FILES ?? environment.VK_ICD_FILENAMES;
	if (named !== void 0 && named !== "") return firstOf(machine, named.split(delimiter));
	const home = environment.HOME ?? homedir();
	const folders = [
		environment.XDG_CONFIG_HOME ?? `${home}/.config`,
		...(environment.XDG_CONFIG_DIRS ?? "/etc/xdg").split(delimiter),
		...[
			"/etc",
			"/usr/local/etc",
			environment.XDG_DATA_HOME ?? `${home}/.local/share`
		],
		...(environment.XDG_DATA_DIRS ?? "/usr/local/share:/usr/share").split(delimiter)
	].map((folder) => `${folder}/vulkan/icd.d`);
	for (const folder of folders) {
		const driver = machine.list(folder).find((name) => name.endsWith(".json"));
		if (driver !== void 0) return {
			found: `the Vulkan driver ${folder}/${driver} is there`,
			lookedFor: ""
		};
	}
	return {
		found: null,
		lookedFor: `a Vulkan driver (*.json) in ${folders.join(", ")}`
	};
}
/** Distributions install Vulkan drivers for every GPU, on machines that have none. */
function hasHardware(backend, machine) {
	if (backend !== "vulkan" || isWindows(machine)) return true;
	return machine.exists("/dev/dxg") || machine.list("/dev/dri").some((name) => name.startsWith("renderD"));
}
const isWindows = ({ machine }) => machine.startsWith("win32-");
const system32 = ({ environment }, name) => join(environment.SystemRoot ?? environment.SYSTEMROOT ?? "C:\\Windows", "System32", name);
const notSeen = (backend, lookedFor) => new WeighbridgeError("engine", `\`gpu: ${backend}\`, and none is seen on this machine: looked for ${lookedFor}`, { fix: "run on the machine that has it, or in a container that is given it; or write `gpu: auto` or `gpu: off`" });
/** The library started, and has no device: it would compute on the CPU and say nothing. */
const withoutGpu = (backend) => new WeighbridgeError("engine", `\`gpu: ${backend}\`, and llama.cpp finds no device that it could compute on`, { fix: "look whether the driver works (`nvidia-smi`, `vulkaninfo --summary`), or write `gpu: off`" });

export { withoutGpu as n, chooseGpu as t };