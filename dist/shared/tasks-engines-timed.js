import { m as number } from "./npm-zod.js";
import { r as isOverflow } from "./tasks-engines-engine.js";

// src/tasks/engines/timed.ts
/** Seconds that something may take, up to eleven days: a timer holds 24 of them, and ends at once what is given more. */
const secondsLimit = number().positive().max(1e6);
/** To the microsecond. @param began as `performance.now()` told it */
const secondsSince = (began) => Math.round((performance.now() - began) * 1e3) / 1e6;
/** The answer with how long it took; a refusal is none, and took nothing of the model. */
async function timed(answer) {
	const began = performance.now();
	const given = await answer();
	return isOverflow(given) ? given : {
		...given,
		timing: { seconds: secondsSince(began) }
	};
}

export { secondsSince as n, timed as r, secondsLimit as t };