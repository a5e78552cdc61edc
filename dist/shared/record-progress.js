import { i as messageOf } from "./errors.js";
import { t as Outlook } from "./outlook.js";
import { i as writeProgress } from "./progress-file.js";

// src/actions/record-progress.ts
const INTERVAL_MS = 1e3;
/** The same log, which also keeps a file that says how far the evaluation is. A file that cannot be written costs a line. */
function recordProgress(log, file, now = () => performance.now()) {
	const outlook = new Outlook();
	let last = {
		at: Number.NEGATIVE_INFINITY,
		of: ""
	};
	let isBroken = false;
	return {
		info: (line) => log.info(line),
		warn: (line) => log.warn(line),
		expect: (runs) => outlook.expect(runs),
		progress: (event) => {
			log.progress?.(event);
			const progress = outlook.at(event);
			const of = `${event.side}/${event.task}`;
			if (isBroken || of === last.of && now() - last.at < INTERVAL_MS) return;
			last = {
				at: now(),
				of
			};
			try {
				writeProgress(file, progress);
			} catch (error) {
				isBroken = true;
				log.info(`the progress is not shown: ${messageOf(error)}`);
			}
		}
	};
}

export { recordProgress };