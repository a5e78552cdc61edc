import { delimiter, isAbsolute, join } from "node:path";
import { access, constants } from "node:fs/promises";

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
	for (const folder of (environment.PATH ?? "").split(delimiter)) {
		const file = join(folder, "python3");
		if (isAbsolute(folder) && await isProgram(file)) return { python: file };
	}
	return { why: "there is no python3 on the PATH" };
}
const isProgram = (file) => access(file, constants.X_OK).then(() => true, () => false);

export { findPython as n, PYTHON_VARIABLE as t };