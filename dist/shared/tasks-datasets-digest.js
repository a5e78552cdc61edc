import { y as canonicalJson } from "./core-domain-history.js";
import { createHash } from "node:crypto";

// src/tasks/datasets/digest.ts
/** SHA-256 of a value's canonical JSON, in hex. */
function datasetDigest(value) {
	return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
/**
* SHA-256 over the rows in order, in hex. It speaks of the rows, not of the file: the same rows as JSONL, JSON or CSV,
* compressed or not, have one digest.
*/
function digestOfRows(rows) {
	const hash = createHash("sha256");
	for (const row of rows) hash.update(canonicalJson(row)).update("\n");
	return hash.digest("hex");
}

export { digestOfRows as n, datasetDigest as t };