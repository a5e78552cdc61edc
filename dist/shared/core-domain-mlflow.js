// src/core/domain/mlflow.ts
const FORM = /^(runs|models):\/+([^#]+)(#.*)?$/;
const RUN = /^[0-9a-f]{32}$/;
const MODEL = /^m-[0-9a-f]{32}$/;
const VERSION = /^[1-9]\d{0,9}$/;
/** Whether a text is one of MLflow's addresses, fixed or not. */
const isMlflow = (written) => /^(runs|models):/.test(written);
/**
* `runs:/<run id>/<path>`, `models:/<name>/<version>/<path>` or `models:/<model id>/<path>`; null for what may be something else
* tomorrow, such as an alias, and for paths that lead out.
*/
function mlflowReference(address) {
	const [, scheme, place = "", choices = ""] = FORM.exec(address) ?? [];
	const [id = "", ...rest] = place.replace(/\/+$/, "").split("/");
	const [version = "", ...below] = rest;
	const written = address.slice(0, address.length - choices.length);
	if (scheme === "runs" && RUN.test(id)) return named({ run: id }, rest);
	if (scheme === "models" && MODEL.test(id)) return named({ model: id }, rest);
	if (scheme === "models" && isArtifactName(id) && VERSION.test(version)) return named({
		name: id,
		version
	}, below);
	return null;
	function named(of, parts) {
		return parts.every(isArtifactName) ? {
			written,
			of,
			path: parts.join("/"),
			choices
		} : null;
	}
}
/** A name of a file or folder that stays where it is put. */
const isArtifactName = (name) => name !== "" && name !== "." && name !== ".." && name.length <= 200 && !/[/\\:]|\p{Cc}|\p{Cs}/u.test(name);

export { isMlflow as n, mlflowReference as r, isArtifactName as t };