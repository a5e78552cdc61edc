import { delimiter, isAbsolute, join } from "node:path";
import { access, constants } from "node:fs/promises";

// src/adapters/process/program.ts
/** Where the first program of this name on the PATH lies, absolute; null where none does. Relative folders are passed over. */
async function programOnPath(name, environment) {
	for (const folder of (environment.PATH ?? "").split(delimiter)) {
		const file = join(folder, name);
		if (isAbsolute(folder) && await isProgram(file)) return file;
	}
	return null;
}
const isProgram = (file) => access(file, constants.X_OK).then(() => true, () => false);

export { programOnPath as n, isProgram as t };