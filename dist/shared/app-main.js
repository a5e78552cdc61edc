import { o as readConfig } from "./app-sides-mlflow.js";
import { n as evaluateCheckpoints } from "./app-evaluate.js";
import { n as decideStored } from "./app-judge.js";
import { n as onBaseSuite } from "./app-suite-base-suite.js";

// src/app/main.ts
async function evaluatePlan({ configPath, overrides, suite = null, ...options }) {
	const loaded = await readConfig(configPath, overrides);
	await evaluateCheckpoints(suite === null ? loaded : onBaseSuite(loaded, suite), options);
}
/** Decides, and writes nothing: what is published, and where, is the report step's. */
async function decidePlan({ configPath, overrides, ...options }) {
	return decideStored(await readConfig(configPath, overrides), options);
}

export { evaluatePlan as n, decidePlan as t };