import { g as judgeCurves } from "./config-resolve.js";

// src/app/sides/curves.ts
/** Null where the config names none: gates of a base branch that does are then not known. */
async function curvesOf({ curves, directory }) {
	if (curves === null) return null;
	const { readCurves } = await import("./tasks-curves-read.js");
	return readCurves(curves.files, directory);
}
/** Why gates on training curves could not be judged as things stand: a cheap look, before an evaluation that is none. */
async function unknownCurves(config) {
	if (config.curves === null) return [];
	const { gates } = judgeCurves(config.curves, await curvesOf(config));
	return [...new Set(gates.flatMap(({ verdict, reasons }) => verdict === "invalid" ? reasons : []))];
}

export { unknownCurves as n, curvesOf as t };