import { r as findBaselines } from "./app-baselines-choose.js";
import { n as evaluateCheckpoints } from "./app-evaluate.js";
import { d as recordIfAsked } from "./app-history.js";
import { r as judge } from "./app-judge.js";
import { r as readConfigAndFetch } from "./app-sides-mlflow.js";
import { c as withdrawVerdict, i as VERDICT_FILE, n as HTML_FILE } from "./app-verdict-file.js";
import { Lt as EXIT_CODES, Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { t as BOOTSTRAP } from "./report-headline.js";
import { n as exitCodeOf, t as describeFailure } from "./cli-exit.js";
import { c as outOption, i as configOption, l as overridesFromFlags, o as fullOption, r as addOverrides, s as jsonOption } from "./cli-flags.js";
import { i as runUnder, n as policiesFrom, r as policyFromOption } from "./cli-policy-from.js";
import { n as showVerdict } from "./cli-terminal.js";
import { join } from "node:path";

// src/cli/run.ts
const HELP = `
The candidate is evaluated until the verdict is known, unless --full or the config asks for all of it.
Stopped half-way (Ctrl-C, a crash, a reboot), the same command goes on where it was; no sample is asked twice.

Examples:
  weighbridge run
  weighbridge run --candidate checkpoints/step-2000.gguf --out out/step-2000
  weighbridge run --baseline out/base/baseline --max-drop facts/acc=1pp
`;
const addRun = (program, { terminal, signal, exit }) => {
	const command = program.command("run").description("evaluate baseline and candidate, compare, decide, report").addOption(configOption()).addOption(outOption()).addOption(fullOption()).addOption(policyFromOption()).addOption(jsonOption()).addHelpText("after", HELP);
	addOverrides(command).action(async (flags) => {
		const began = performance.now();
		await withdrawVerdict(flags.out);
		const found = await policiesFrom(flags.config, flags.policyFrom);
		const loaded = await readConfigAndFetch(flags.config, overridesFromFlags(flags), terminal);
		const { out } = flags;
		const { policies, asked, suite, search, taken } = await runUnder(loaded, found, out);
		let baselines = null;
		const failure = await failureOf(async () => {
			baselines = await findBaselines(loaded.config, search, taken);
			await evaluateCheckpoints(asked, {
				out,
				log: terminal,
				baselines,
				signal
			});
		}, signal);
		if (signal.aborted) return;
		if (failure === null && isBootstrap(baselines)) {
			terminal.print(BOOTSTRAP);
			return;
		}
		const because = failure === null ? null : messageOf(failure);
		const verdict = await judge(loaded, {
			out,
			suite,
			policies,
			baselines,
			failure: because
		}).catch((error) => {
			throw failure !== null && error instanceof WeighbridgeError ? failure : error;
		});
		if (failure !== null) terminal.info(describeFailure(failure));
		if (failure === null || flags.json) showVerdict(terminal, verdict, flags.json);
		terminal.info(`report: ${join(out, HTML_FILE)}, verdict: ${join(out, VERDICT_FILE)}`);
		await recordIfAsked(async () => loaded.config, verdict, (performance.now() - began) / 1e3, terminal);
		exit(verdict.exitCode);
	});
};
/** A function, since the compiler does not see what a callback assigns. */
const isBootstrap = (baselines) => baselines?.bootstrap === true;
/** A broken checkpoint, dataset or machine has a verdict, `invalid`; anything else is thrown on. */
async function failureOf(evaluate, signal) {
	try {
		await evaluate();
		return null;
	} catch (error) {
		if (signal.aborted || exitCodeOf(error) !== EXIT_CODES.invalid) throw error;
		return error;
	}
}

export { addRun };