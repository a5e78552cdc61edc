import { i as Option, r as InvalidArgumentError } from "./npm-commander.js";
import { n as evaluateCheckpoints, t as evaluateAdapters } from "./app-evaluate.js";
import { r as readConfigAndFetch } from "./app-sides-mlflow.js";
import { c as withdrawVerdict } from "./app-verdict-file.js";
import { y as fromCommandLine } from "./config-resolve.js";
import { H as SIDES, Lt as EXIT_CODES, jt as WeighbridgeError } from "./core-domain-history.js";
import { n as shardOf } from "./tasks-runners-shards.js";
import { c as outOption, i as configOption, l as overridesFromFlags, o as fullOption, r as addOverrides } from "./cli-flags.js";

// src/cli/evaluate.ts
const HELP = `
Resumable: the same command goes on where an earlier one stopped. Ends with 3 when a task failed, with 0 when every sample
is stored, whatever the samples will mean.

Examples:
  weighbridge evaluate --role baseline --out out/base
  weighbridge evaluate --role candidate --shard 2/4      the second of four machines
  weighbridge evaluate --role candidate --out sweep --adapters lora/1 lora/2 lora/3
                                                         into sweep/1, sweep/2 and sweep/3, on one loaded base
  weighbridge evaluate --role candidate --shard 2/4 --round 1/3   its part of the first third of the order
`;
const addEvaluate = (program, { terminal, signal, exit }) => {
	const command = program.command("evaluate").description("evaluate one side only").addOption(configOption()).addOption(outOption()).addOption(fullOption()).addOption(new Option("--role <side>", "whose samples").choices(SIDES).makeOptionMandatory()).addOption(new Option("--shard <i/n>", "only the i-th of n parts").argParser(parseShard)).addOption(new Option("--round <i/n>", "of the candidate only the i-th of n rounds of its order; `gate` says whether another is needed").argParser(parseShard)).addOption(new Option("--adapters <paths...>", "several adapters in place of that of the candidate, each into a numbered folder of --out")).addHelpText("after", HELP);
	addOverrides(command).action(async (given) => {
		const { config, out, role, shard, round, adapters, ...flags } = given;
		const overrides = overridesFromFlags(flags);
		await withdrawVerdict(out);
		const loaded = await readConfigAndFetch(config, overrides, terminal);
		const options = {
			out,
			log: terminal,
			shard: shardOf(shard, round),
			signal,
			taskEnded: ({ state }) => {
				if (state === "failed") exit(EXIT_CODES.invalid);
			}
		};
		if (adapters === void 0) {
			await evaluateCheckpoints(loaded, {
				...options,
				sides: [role]
			});
			return;
		}
		if (role !== "candidate") throw new WeighbridgeError("usage", `flag --adapters: they are candidates, and no ${role}`, { fix: "write --role candidate" });
		const { directory } = loaded.config;
		await evaluateAdapters(loaded, adapters.map((path) => fromCommandLine(path, directory)), options);
	});
};
/** `2/4` is the second of four; counted from 1. */
function parseShard(text) {
	const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
	const [index, count] = [Number(match?.[1]), Number(match?.[2])];
	if (match === null || index < 1 || index > count) throw new InvalidArgumentError("write i/n with 1 <= i <= n, such as 2/4");
	return {
		index,
		count
	};
}

export { addEvaluate };