import { Et as KeyTable, jt as WeighbridgeError, wt as sampleKey } from "./core-domain-history.js";
import { t as countDocuments } from "./results-store-reader.js";
import { N as attempt } from "./results-formats-lm-eval-lm-eval.js";

// src/results/formats/collect.ts
/** Of what a model wrote, more than any report shows. */
const MOST_OUTPUT = 4e3;
/** Reads all samples into memory. A run whose samples are at fault becomes a fault. */
async function collect(results) {
	return collectInto(results, () => []);
}
/** The same, into what the caller holds the samples of a run in. */
async function collectInto({ runs, faults, notes }, hold) {
	const collected = [];
	const failed = [...faults];
	for (const run of runs) await attempt(failed, async () => collected.push(await readAll(run, hold())));
	return {
		runs: collected,
		faults: failed,
		notes
	};
}
async function readAll(run, samples) {
	const { folder, record, incomplete } = run;
	if (run.bare !== void 0 && samples.adopt !== void 0) samples.adopt(run.bare);
	else await readInto(samples, run);
	const found = countDocuments(samples);
	if (found !== record.planned) throw unfit(run, `has ${found} of ${record.planned} samples`);
	return {
		folder,
		record,
		incomplete,
		samples
	};
}
/** @throws WeighbridgeError `data` for a sample that is there twice */
async function readInto(samples, run) {
	const known = samples.keyTable ?? new KeyTable();
	for await (const group of run.samples()) for (const sample of group) {
		if (known.claim(sampleKey(sample)) < samples.length) throw unfit(run, `has two results of the sample ${JSON.stringify(sample.id)}`);
		samples.push(bounded(sample));
	}
}
const unfit = ({ folder, record }, what) => new WeighbridgeError("data", `${record.task} ${what}`, {
	at: {
		file: folder,
		key: record.task
	},
	fix: "name the whole results of one run"
});
function bounded(sample) {
	if (sample.output === void 0 || sample.output.length <= MOST_OUTPUT) return sample;
	const output = Buffer.from(`${sample.output.slice(0, MOST_OUTPUT)}…`, "utf16le").toString("utf16le");
	return {
		...sample,
		output
	};
}

export { collectInto as n, collect as t };