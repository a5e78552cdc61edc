import { arch, cpus, platform } from "node:os";

// src/adapters/process/machine.ts
/** The machine as people tell it from others: system and processors. */
function thisMachine() {
	const processors = cpus();
	const model = (processors[0]?.model ?? "").replace(/[\p{Cc}\s]+/gu, " ").trim();
	return `${platform()} ${arch()}, ${processors.length} × ${model === "" ? "unknown processor" : model}`;
}

export { thisMachine as t };