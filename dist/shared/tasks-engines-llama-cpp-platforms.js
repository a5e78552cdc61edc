import { jt as WeighbridgeError } from "./core-domain-history.js";

// src/tasks/engines/llama-cpp/platforms.ts
/** What computes where it is not the CPU alone. */
const BACKENDS = [
	"cuda",
	"vulkan",
	"metal"
];
/** The first with logits of chosen tokens, and the newest for which Linux has its packages. */
const LINUX = "3.22.1";
/** The newest for which the registry has packages of macOS and Windows: it tells whole distributions only, which is slower. */
const OTHERS = "3.21.1";
const cpu = (machine, name, version) => ({
	id: machine,
	machine,
	backend: null,
	onCpu: true,
	packages: [name],
	version
});
const gpu = (machine, backend, packages, version) => ({
	id: `${machine}-${backend}`,
	machine,
	backend,
	onCpu: false,
	packages,
	version
});
/** `scripts/engine-locks.ts` makes the lock of each. macOS and Windows are untested on the machine where they were written. */
const ENGINE_PLATFORMS = [
	cpu("linux-x64", "linux-x64", LINUX),
	gpu("linux-x64", "cuda", ["linux-x64-cuda", "linux-x64-cuda-ext"], LINUX),
	gpu("linux-x64", "vulkan", ["linux-x64-vulkan"], LINUX),
	cpu("linux-arm64", "linux-arm64", LINUX),
	{
		...gpu("darwin-arm64", "metal", ["mac-arm64-metal"], OTHERS),
		onCpu: true
	},
	cpu("darwin-x64", "mac-x64", OTHERS),
	cpu("win32-x64", "win-x64", OTHERS),
	gpu("win32-x64", "cuda", ["win-x64-cuda", "win-x64-cuda-ext"], OTHERS),
	gpu("win32-x64", "vulkan", ["win-x64-vulkan"], OTHERS),
	cpu("win32-arm64", "win-arm64", OTHERS)
];
/** Backends of a machine, in the order in which `auto` tries them. */
const backendsOf = (machine) => ENGINE_PLATFORMS.filter((each) => each.machine === machine).flatMap(({ backend }) => backend ?? []);
/**
* @param backend null for the CPU
* @throws WeighbridgeError `engine` where there is no native code for it, before anything is downloaded
*/
function platformFor(backend, machine = `${process.platform}-${process.arch}`) {
	const here = ENGINE_PLATFORMS.filter((each) => each.machine === machine);
	const found = here.find((each) => backend === null ? each.onCpu : each.backend === backend);
	if (found !== void 0) return found;
	if (here.length === 0) {
		const machines = [...new Set(ENGINE_PLATFORMS.map((each) => each.machine))];
		throw new WeighbridgeError("engine", `the embedded engine does not run on ${machine}, only on ${machines.join(", ")}`, { fix: "run on Linux (a container will do), or evaluate elsewhere and gate the results" });
	}
	const there = backendsOf(machine);
	throw new WeighbridgeError("engine", `\`gpu: ${backend}\`, and the engine has no such package for ${machine}`, { fix: `write \`gpu: ${[...there, "off"].join("` or `gpu: ")}\`` });
}

export { backendsOf as n, platformFor as r, BACKENDS as t };