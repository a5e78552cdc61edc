import { a as readShownSamples, i as VERDICT_FILE, o as readVerdict, r as SHOWN_SAMPLES_FILE } from "./app-verdict-file.js";
import { Ot as nearest, jt as WeighbridgeError } from "./core-domain-history.js";
import { s as toPlain, t as code } from "./report-inline.js";
import { n as renderExplanation } from "./report-terminal.js";
import { c as outOption } from "./cli-flags.js";
import { join } from "node:path";

// src/cli/explain.ts
const HELP = `
Reads <dir>/verdict.json, and shown-samples.json for the samples that lost most. Ends with 0 whatever the verdict is.

Example:
  weighbridge explain facts/acc:max_drop --out weighbridge-out
`;
const addExplain = (program, { terminal }) => {
	program.command("explain").description("how one gate came to its verdict, and what would have changed it").argument("<gate>", "id of the gate, such as facts/acc:max_drop").addOption(outOption()).addHelpText("after", HELP).action(async (id, { out }) => {
		const verdict = await readVerdict(join(out, VERDICT_FILE));
		const gate = findGate(verdict, id);
		const shown = await readShownSamples(join(out, SHOWN_SAMPLES_FILE));
		terminal.print(renderExplanation(verdict, gate, shown?.samples));
	});
};
/** @throws WeighbridgeError `usage` with the ids that there are */
function findGate({ gates }, id) {
	const found = gates.find((gate) => gate.id === id);
	if (found !== void 0) return found;
	const ids = gates.map((gate) => toPlain(code(gate.id)));
	const near = nearest(id, ids);
	const list = ids.length === 0 ? "add a gate and judge again: this verdict has none" : `gates: ${ids.join(", ")}`;
	throw new WeighbridgeError("usage", `no gate is named ${JSON.stringify(id)}`, { fix: near === void 0 ? list : `did you mean ${near}? ${list}` });
}

export { addExplain };