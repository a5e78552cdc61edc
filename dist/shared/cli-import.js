import { i as Option } from "./npm-commander.js";
import { At as IssueList, I as plural, jt as WeighbridgeError } from "./core-domain-history.js";
import { f as findFormat, i as resultsAt, u as RESULT_FORMATS } from "./app-sides-mlflow.js";
import { N as attempt, S as parseSelection, b as following } from "./results-formats-lm-eval-lm-eval.js";
import { t as Staging } from "./results-store-staging.js";
import { r as oneLine } from "./report-escape.js";
import { a as followOption, c as outOption } from "./cli-flags.js";
import { existsSync } from "node:fs";

// src/app/import.ts
/**
* Writes results of another program as runs of one side: all of them, or none where any is at fault.
* @throws WeighbridgeError `data` when nobody knows the format, or the results are at fault
*/
async function importResults(path, side, out) {
	const format = await findFormat(path);
	if (format === null) {
		const { file } = parseSelection(path);
		if (!existsSync(file)) throw new WeighbridgeError("data", "no such file or folder", {
			at: { file },
			fix: "name the results by the path at which they lie"
		});
		const known = Object.values(RESULT_FORMATS).map(({ name, summary }) => `${name} (${summary})`).join("; ");
		throw new WeighbridgeError("data", "no results in a format that is known", {
			at: { file: path },
			fix: `name results of one of these: ${known}`
		});
	}
	const { runs, faults, notes } = await format.load(path, side);
	const failed = [...faults];
	const staging = await Staging.open(out);
	try {
		const samples = /* @__PURE__ */ new Map();
		for (const run of runs) await attempt(failed, async () => samples.set(run.record.task, await staging.add(run.record, run.samples())));
		if (failed.length > 0) throw new IssueList("data", failed);
		return {
			runs: (await staging.publish()).map(({ record: { task }, folder }) => ({
				task,
				folder,
				samples: samples.get(task) ?? 0
			})),
			notes
		};
	} finally {
		await staging.close();
	}
}

// src/cli/import.ts
const HELP = `
PATH is what another program wrote, known by its content. Needed only to keep results in the form of Weighbridge: gate,
compare and the config's baseline read such a path as it is. Where a file holds several, name one: FILE#provider=NAME.

Formats:
${Object.values(RESULT_FORMATS).map(({ name, summary }) => `  ${name}: ${summary}`).join("\n")}

Example:
  weighbridge import lm-eval-out/my-model --out out --role baseline
`;
const addImport = (program, { terminal }) => {
	program.command("import").description("results of another program to a run directory").argument("<PATH>", "folder or file that the other program wrote").addOption(outOption()).addOption(new Option("--role <side>", "whose results they are").choices(["baseline", "candidate"]).default("candidate")).addHelpText("after", HELP).addOption(followOption()).action(async (path, { out, role, follow }) => {
		const { runs, notes } = await importResults(following(await resultsAt(path, terminal), follow), role, out);
		for (const { folder, task, samples } of runs) terminal.info(`${task}: ${plural(samples, "sample")} in ${folder}`);
		for (const note of notes) terminal.info(oneLine(note));
	});
};

export { addImport };