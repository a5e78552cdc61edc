import { t as run } from "./adapters-process-run.js";
import process from "node:process";

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
	if (process.platform !== "linux") return command;
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

export { killWithParent as t };