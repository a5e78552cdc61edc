import { n as HTML_FILE, s as renderAgain, t as COMMENT_FILE } from "./app-verdict-file.js";
import { s as jsonOption } from "./cli-flags.js";
import { n as showVerdict } from "./cli-terminal.js";
import { join } from "node:path";

// src/cli/report.ts
const HELP = `
Reads <dir>/verdict.json, shown-samples.json and timing.json, writes <dir>/comment.md and report.html, prints the table.
Decides nothing.

Example:
  weighbridge report weighbridge-out
`;
const addReport = (program, { terminal, exit }) => {
	program.command("report").description("render an earlier verdict again").argument("<dir>", "run directory").addOption(jsonOption()).addHelpText("after", HELP).action(async (directory, { json = false }) => {
		const verdict = await renderAgain(directory);
		showVerdict(terminal, verdict, json);
		terminal.info(`report: ${join(directory, HTML_FILE)}, comment: ${join(directory, COMMENT_FILE)}`);
		exit(verdict.exitCode);
	});
};

export { addReport };