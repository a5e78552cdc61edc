import { i as main_exports } from "./shared/main.js";
import { t as fencedLog } from "./shared/fenced-log.js";
import { a as annotate } from "./shared/plan-file.js";
import { t as publish } from "./shared/publish.js";
import process from "node:process";

// src/actions/report.ts
const GRACE_MS = 2e3;
/** Entry point of the step `report`, called by github-script. */
async function report({ core }) {
	const log = fencedLog((text) => process.stdout.write(text));
	try {
		await publish({
			env: process.env,
			core
		}, main_exports, log);
	} catch (error) {
		annotate(core, error);
		process.exitCode = 1;
	}
	setTimeout(() => process.exit(), GRACE_MS).unref();
}

export { report };