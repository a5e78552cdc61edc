import { n as programOnPath, t as isProgram } from "./adapters-process-program.js";
import { isAbsolute } from "node:path";

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

export { findPython as n, PYTHON_VARIABLE as t };