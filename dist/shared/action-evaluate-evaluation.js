import { Pt as messageOf } from "./core-domain-history.js";
import { n as shardOf } from "./tasks-runners-shards.js";
import { setTimeout } from "node:timers/promises";

// src/action/evaluate/evaluation.ts
const GRACE_MS = 2e4;
/**
* Runs the plan's evaluation of both sides. What was finished is kept whatever happens, and the next run goes on from
* there. Our own time limit comes first: once a step of a composite action has timed out, no later step runs at all.
* @returns the step's exit code: 0 when the evaluation is complete, whatever its results will mean
*/
async function evaluate({ plan, evaluatePlan, log, interrupt, graceMs = GRACE_MS }) {
	const { "timeout-minutes": minutes, shard, round } = plan.inputs;
	const timeout = AbortSignal.timeout(minutes * 6e4);
	const signal = AbortSignal.any([interrupt, timeout]);
	const { overrides, baselines, draw, out, suite = null } = plan;
	let isOnlyReference = false;
	try {
		const running = evaluatePlan({
			configPath: plan.config.path,
			overrides,
			baselines,
			draw,
			suite,
			out,
			log,
			signal,
			shard: shardOf(shard, round),
			beforeReference: () => {
				isOnlyReference = true;
			}
		});
		await Promise.race([running, graceAfter(signal, graceMs)]);
	} catch (error) {
		if (!signal.aborted) {
			log.warn(`the evaluation failed: ${messageOf(error)}`);
			return 1;
		}
	}
	if (timeout.aborted && isOnlyReference) {
		log.warn(`the reference was stopped after ${minutes} minutes, the limit of timeout-minutes, which decides nothing`);
		return 0;
	}
	if (timeout.aborted) log.warn(`stopped after ${minutes} minutes, the limit of timeout-minutes`);
	else if (interrupt.aborted) log.warn(`stopped by ${String(interrupt.reason)}`);
	else return 0;
	log.info("what was finished is kept; the next evaluation into the same directory goes on from there");
	return 1;
}
/** Ends some time after the signal: an engine that does not stop must not keep the later steps from reporting. */
async function graceAfter(signal, graceMs) {
	if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
	await setTimeout(graceMs, void 0, { ref: false });
}

export { evaluate };