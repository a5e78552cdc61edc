// src/adapters/process/program-files.ts
/** What one program finds beside it, by its language: modules, in whatever form they are loaded. */
const LANGUAGES = {
	python: /\.(?:py[cdiow]?|pth|so)$/i,
	javascript: /\.(?:[cm]?[jt]sx?|node|wasm)$|(?:^|\/)package\.json$/i,
	shell: /\.(?:ba|z|k)?sh$/i,
	perl: /\.p[lm]$/i,
	ruby: /\.rb$/i,
	r: /\.r$/i,
	julia: /\.jl$/i,
	lua: /\.lua$/i
};
const PYTHON_FILES = LANGUAGES.python;
const ANY = new RegExp(Object.values(LANGUAGES).map(({ source }) => source).join("|"), "i");
/**
* The files that a program could load, by their names; null for what is no program.
* @param isProgram whatever it is called: of one without an ending nobody knows the language
*/
function loadableBy(path, isProgram) {
	return Object.values(LANGUAGES).find((language) => language.test(path)) ?? (isProgram ? ANY : null);
}

export { loadableBy as n, PYTHON_FILES as t };