import { t as writeAtomically } from "./results-store-atomic-file.js";
import { i as _enum, m as number, o as array, u as int, v as strictObject, y as string } from "./npm-zod.js";
import { i as onDisk } from "./results-store-disk-faults.js";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
import { cpus, platform } from "node:os";

// src/results/store/timing.ts
/**
* Adds to `timing.json`, where everything lives that varies from run to run, so that `verdict.json` does not. It is for
* people: a file that cannot be read is replaced.
*/
async function recordTiming(out, timing) {
	const { evaluations, ...others } = await earlier(join(out, FILE));
	const host = {
		platform: platform(),
		node: process.version,
		processors: cpus().length
	};
	await write(out, {
		...others,
		host,
		evaluations: [...evaluations, timing]
	});
}
/** How fast the sides answered, as the verdict beside it was told. */
async function recordSpeeds(out, speeds) {
	const { speeds: before, ...others } = await earlier(join(out, FILE));
	if (speeds.length === 0 && before === void 0) return;
	await write(out, {
		...others,
		speeds
	});
}
const quantity = number().min(0).nullable();
const name = string().max(4096);
const speeds = array(strictObject({
	task: name,
	side: _enum(["baseline", "candidate"]),
	answers: int().min(0),
	latency: strictObject({
		p50: quantity,
		p95: quantity
	}),
	firstToken: quantity,
	tokensPerSecond: quantity,
	cost: quantity,
	currency: name.nullable(),
	machines: array(name)
})).max(1e4);
/** None where nothing of the sort can be read: the verdict stands without. */
const readSpeeds = async (out) => speeds.safeParse((await earlier(join(out, FILE))).speeds).data ?? [];
const FILE = "timing.json";
const write = (out, content) => onDisk(out, () => writeAtomically(join(out, FILE), `${JSON.stringify(content, null, 2)}\n`));
async function earlier(file) {
	try {
		const { evaluations, ...others } = JSON.parse(await readFile(file, "utf8"));
		return {
			...others,
			evaluations: Array.isArray(evaluations) ? evaluations : []
		};
	} catch {
		return { evaluations: [] };
	}
}

export { recordSpeeds as n, recordTiming as r, readSpeeds as t };