import { i as Option, r as InvalidArgumentError } from "./npm-commander.js";
import { l as isNative, n as askedOfSide } from "./config-resolve.js";
import { jt as WeighbridgeError, kt as suggestion, x as describeModel } from "./core-domain-history.js";
import { u as engineRunner } from "./config-thresholds.js";
import { n as chatTemplateOf } from "./app-evaluate-open-model.js";
import { a as loadConfig } from "./app-sides-mlflow.js";
import { t as shownLines } from "./report-rendered-sample.js";
import { i as configOption, s as jsonOption } from "./cli-flags.js";

// src/app/show.ts
/**
* Some samples of a task as its model is asked them.
* @throws WeighbridgeError `usage` for a task that is not there, or that a harness asks; whatever preparing the task finds
*/
async function showTask(config, name, options) {
	const { count, side } = options;
	const alias = config.declared.find((task) => task.alias === name)?.task;
	const found = config.tasks.find((each) => each.name === (alias ?? name));
	const task = found === void 0 ? void 0 : askedOfSide(config, side, found);
	if (task === void 0) throw new WeighbridgeError("usage", `there is no task ${JSON.stringify(name)}`, { fix: suggestion(name, config.tasks.map((each) => each.name), "tasks") });
	if (!isNative(task)) throw new WeighbridgeError("usage", `${task.name} is asked by ${task.runner}, which makes its own prompts`, { fix: "let it write them: `lm_eval --write_out`" });
	const runner = engineRunner(task.runner);
	const prepared = await (await runner.load()).prepare(task.name, task.options, config.taskDirectory);
	const model = runner.describe(task.options).usesChatTemplate ? await modelOf(config, side) : null;
	return {
		task: task.name,
		samples: prepared.samples.length,
		shown: spread(prepared, count).map((sample) => ({
			id: sample.id,
			...prepared.show(sample, model)
		}))
	};
}
/** The first, the last and those between: neighbours in a file are often alike. */
function spread({ samples }, count) {
	const shown = Math.min(count, samples.length);
	const step = shown < 2 ? 0 : (samples.length - 1) / (shown - 1);
	return Array.from({ length: shown }, (_, index) => samples[Math.round(index * step)]).filter((sample) => sample !== void 0);
}
async function modelOf(config, side) {
	const source = config[side];
	const described = source === null || source.kind === "results" ? null : await chatTemplateOf(config, side, source);
	if (described !== null) return described;
	const what = source === null ? "is not named" : `is ${describeModel(source)}`;
	throw new WeighbridgeError("usage", `the prompts stand in a chat template, and the ${side} ${what}`, { fix: "name a checkpoint that carries one with --side, or in the config" });
}

// src/cli/show.ts
const HELP = `
Loads no model; a chat template is read from the checkpoint's file.

Examples:
  weighbridge show mmlu
  weighbridge show tickets --n 1 --side baseline
`;
const addShow = (program, { terminal }) => {
	program.command("show").description("prompts of a task exactly as the model sees them, with their answers").argument("<TASK>", "name or alias of a task of the config").addOption(configOption()).addOption(new Option("--n <count>", "samples to show, spread over the dataset").argParser(count).default(3)).addOption(new Option("--side <side>", "whose chat template is used").choices(["candidate", "baseline"]).default("candidate")).addOption(jsonOption("the samples as JSON")).addHelpText("after", HELP).action(async (name, { config: file, n, side, json }) => {
		const config = await loadConfig(file, { assumeTasks: true });
		const shown = await showTask(config, name, {
			count: n,
			side
		});
		terminal.print(json ? JSON.stringify(shown, null, 2) : shownLines(shown).join("\n"));
	});
};
function count(text) {
	if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
	throw new InvalidArgumentError("write a whole number from 1 to 9999");
}

export { addShow };