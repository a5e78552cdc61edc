import { t as progressLine } from "./app-log.js";
import { o as visible } from "./report-escape.js";
import { t as verdictJson } from "./report-json.js";
import { i as withoutCommands } from "./report-log-fence.js";
import { r as renderTerminal } from "./report-terminal.js";
import { clearLine, cursorTo } from "node:readline";

// src/cli/terminal.ts
/** Prints a verdict, as the file or as the table a person reads. */
function showVerdict(terminal, verdict, json = false) {
	terminal.print(json ? verdictJson(verdict) : renderTerminal(verdict, { color: terminal.colour }));
}
/** At most one line in this many milliseconds where lines cannot be rewritten. */
const PLAIN_INTERVAL = 1e4;
/**
* Where people read along. Results go to stdout, everything else to stderr, so that `--json` can be piped.
* On a terminal the progress is one line that is rewritten; elsewhere (CI) it is a plain line now and then.
*/
var Terminal = class {
	output;
	errors;
	live;
	lastPlain = Number.NEGATIVE_INFINITY;
	lineIsOpen = false;
	constructor(output = process.stdout, errors = process.stderr) {
		this.output = output;
		this.errors = errors;
		this.live = errors.isTTY === true;
	}
	get colour() {
		return this.output.isTTY === true && (process.env.NO_COLOR ?? "") === "";
	}
	print(text) {
		this.closeLine();
		this.output.write(text.endsWith("\n") ? text : `${text}\n`);
	}
	/** Servers, files and models speak through messages too: none of them steers the terminal. */
	info(line) {
		this.closeLine();
		this.errors.write(`${withoutCommands(line)}\n`);
	}
	warn(line) {
		this.info(`warning: ${line}`);
	}
	progress(event) {
		const ended = event.done === event.planned;
		if (this.live) {
			cursorTo(this.errors, 0);
			clearLine(this.errors, 0);
			this.errors.write(visible(progressLine(event)));
			this.lineIsOpen = true;
			if (ended) this.closeLine();
			return;
		}
		const now = performance.now();
		if (!ended && now - this.lastPlain < PLAIN_INTERVAL) return;
		this.lastPlain = now;
		this.errors.write(`${visible(progressLine(event))}\n`);
	}
	closeLine() {
		if (this.lineIsOpen) this.errors.write("\n");
		this.lineIsOpen = false;
	}
};

export { showVerdict as n, Terminal as t };