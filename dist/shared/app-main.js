import { nt as readConfig } from "./app-policy.js";
import { t as evaluateCheckpoints } from "./app-evaluate.js";
import { t as decideStored } from "./app-judge.js";

// src/app/main.ts
async function evaluatePlan({ configPath, overrides, ...options }) {
	await evaluateCheckpoints(await readConfig(configPath, overrides), options);
}
/** Decides, and writes nothing: what is published, and where, is the report step's. */
async function decidePlan({ configPath, overrides, ...options }) {
	return decideStored(await readConfig(configPath, overrides), options);
}

export { evaluatePlan as n, decidePlan as t };