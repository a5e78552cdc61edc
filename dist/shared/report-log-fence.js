import { o as visible, r as oneLine } from "./report-escape.js";

// src/report/log-fence.ts
/**
* What a child process or a model said, made safe for the log of a GitHub job.
*
* The runner reads commands from every line of a step's output: `::name::` after leading blanks, `##[name]` anywhere
* in a line (actions/runner, `ActionCommand.cs`). A model that prints `##[add-path]x` would fail the step, and
* `::add-mask::e` would blot out every "e". The runner also splits at a lone `\r`. So each line gets a visible prefix,
* loses its `##[` and whatever cannot be seen, and is cut where it is too long.
*/
const PREFIX = "  | ";
const LINE_LENGTH = 2e3;
const TOTAL_LENGTH = 5e6;
/** Visible text in which no `##[` is left. */
const withoutCommands = (text) => visible(text).replaceAll("##[", "##\\[");
/** One line of foreign text, without its line break. */
function fenceLine(line) {
	const shown = withoutCommands(line).replace(/[\n\t]/g, " ");
	const cut = shown.length > LINE_LENGTH ? `${shown.slice(0, LINE_LENGTH)}… (${shown.length} characters)` : shown;
	return `${PREFIX}${cut}`;
}
/** A fence for one stream. Beyond `totalLength` characters it says so once and passes nothing more. */
function createLogFence(totalLength = TOTAL_LENGTH) {
	let rest = "";
	let passed = 0;
	let closed = false;
	const pass = (lines) => lines.flatMap((line) => {
		if (closed) return [];
		passed += line.length + 1;
		if (passed <= totalLength) return [fenceLine(line)];
		closed = true;
		return [`${PREFIX}(output beyond ${totalLength} characters is not shown)`];
	});
	return {
		push(piece) {
			const lines = (rest + piece).split(/\r\n|\r(?!$)|\n/);
			rest = lines.pop() ?? "";
			if (rest.length > LINE_LENGTH * 2) {
				lines.push(rest);
				rest = "";
			}
			return pass(lines);
		},
		end() {
			const lines = rest === "" ? [] : [rest.replace(/\r$/, "")];
			rest = "";
			return pass(lines);
		}
	};
}
/** Text as the data of a workflow command, `::error::<data>`: one line, and no command of its own. */
function commandData(text) {
	return oneLine(text).replaceAll("##[", "##\\[").replaceAll("%", "%25");
}

export { withoutCommands as i, createLogFence as n, fenceLine as r, commandData as t };