import { i as Option } from "./npm-commander.js";
import { n as dashed, t as OVERRIDE_NAMES } from "./config-overrides.js";
import { i as thresholdOf, n as THRESHOLD_NAMES, r as describeThreshold } from "./config-thresholds.js";
import { n as RULES, o as ruleOf } from "./core-decide-rules-registry.js";

// src/cli/flags.ts
/** Flags that override one key of the config; the same names as the action's inputs. */
const OVERRIDES = {
	candidate: ["path", "checkpoint that wants to merge: a GGUF file, a Hugging Face folder, or results of an earlier run"],
	baseline: ["path", "checkpoint to compare with: a GGUF file, a Hugging Face folder, or results of an earlier run"],
	...Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, thresholdFlag(name)])),
	on_inconclusive: ["what", "what an undecided blocking gate does: lean, block or warn"]
};
function thresholdFlag(name) {
	const text = describeThreshold(name);
	return [ruleOf(thresholdOf(name)).written === "change" ? "change" : "rate", `${text[0]?.toLowerCase()}${text.slice(1)}`];
}
/** Flags that add a gate; they may be given several times. */
const GATES = Object.fromEntries(RULES.flatMap(({ name, flag }) => flag === null ? [] : [[name, flag]]));
const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const names = (table) => Object.keys(table);
/** Adds the flags that change the config. */
function addOverrides(command) {
	for (const name of OVERRIDE_NAMES) {
		const [value, description] = OVERRIDES[name];
		command.addOption(new Option(`--${dashed(name)} <${value}>`, description));
	}
	for (const rule of names(GATES)) command.addOption(new Option(`--${dashed(rule)} <metric=limit>`, `${GATES[rule]}; repeatable`).argParser((value, earlier = []) => [...earlier, value]));
	return command;
}
/** The flags that were given, each with its name as its source. */
function overridesFromFlags(options) {
	const overrides = {};
	for (const name of OVERRIDE_NAMES) {
		const value = options[camel(name)];
		if (typeof value === "string") overrides[name] = {
			value,
			source: {
				kind: "flag",
				name: `--${dashed(name)}`
			}
		};
	}
	const gates = names(GATES).flatMap((rule) => (options[camel(rule)] ?? []).map((value) => ({
		rule,
		value,
		source: {
			kind: "flag",
			name: `--${dashed(rule)}`
		}
	})));
	return {
		...overrides,
		...gates.length > 0 && { gates },
		...options.full === true && { full: {
			kind: "flag",
			name: "--full"
		} }
	};
}
const DEFAULT_CONFIG = "weighbridge.yml";
const DEFAULT_OUT = "weighbridge-out";
const configOption = () => new Option("-c, --config <file>", "the policy: tasks, limits, gates").default(DEFAULT_CONFIG);
const outOption = () => new Option("-o, --out <dir>", "where samples, verdict and comment are kept").default(DEFAULT_OUT);
const followOption = () => new Option("--follow <folder>", "where links of results may end besides the folder that is named; repeatable").argParser((folder, earlier = []) => [...earlier, folder]);
const fullOption = () => new Option("--full", "evaluate every sample, whatever policy.evaluation says");
const jsonOption = (what = "the verdict file") => new Option("--json", `print ${what} instead of a table`);

export { followOption as a, outOption as c, configOption as i, overridesFromFlags as l, DEFAULT_OUT as n, fullOption as o, addOverrides as r, jsonOption as s, DEFAULT_CONFIG as t };