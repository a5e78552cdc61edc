import { t as progressLine } from "./app-log.js";
import { r as fenceLine } from "./report-log-fence.js";

// src/action/fenced-log.ts
/** A job's log is read afterwards: a line now and then is enough. */
const PROGRESS_INTERVAL_MS = 3e4;
const clock = () => performance.now();
/** A log whose lines may hold anything: none of them reaches the runner as a command. */
const fencedLog = (write, now = clock) => lineLog(write, fenceLine, now);
/** For a process whose every line is fenced by the one that started it. */
const plainLog = (write) => lineLog(write, (line) => line, clock);
function lineLog(write, shown, now) {
	let lastProgress = Number.NEGATIVE_INFINITY;
	const print = (message) => {
		for (const line of message.split(/\r\n|\r|\n/)) write(`${shown(line)}\n`);
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

export { plainLog as n, fencedLog as t };