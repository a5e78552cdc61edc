import { n as progressLine } from "./terminal.js";
import { o as visible, r as oneLine } from "./escape.js";

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
/** One line of foreign text, without its line break. */
function fenceLine(line) {
	const shown = visible(line).replace(/[\n\t]/g, " ").replaceAll("##[", "##\\[");
	const cut = shown.length > LINE_LENGTH ? `${shown.slice(0, LINE_LENGTH)}… (${shown.length} characters)` : shown;
	return `${PREFIX}${cut}`;
}
/** Text as the data of a workflow command, `::error::<data>`: one line, and no command of its own. */
function commandData(text) {
	return oneLine(text).replaceAll("##[", "##\\[").replaceAll("%", "%25");
}

// src/actions/fenced-log.ts
/** A job's log is read afterwards: a line now and then is enough. */
const PROGRESS_INTERVAL_MS = 3e4;
/** A log whose lines may hold anything: none of them reaches the runner as a command. */
function fencedLog(write, now = () => performance.now()) {
	let lastProgress = Number.NEGATIVE_INFINITY;
	const print = (message) => {
		for (const line of message.split(/\r\n|\r|\n/)) write(`${fenceLine(line)}\n`);
	};
	return {
		info: print,
		warn: (message) => print(`warning: ${message}`),
		progress: (event) => {
			if (event.done < event.planned && now() - lastProgress < PROGRESS_INTERVAL_MS) return;
			lastProgress = now();
			print(progressLine(event));
		}
	};
}

export { commandData as n, fencedLog as t };