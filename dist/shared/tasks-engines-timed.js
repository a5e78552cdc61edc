import { r as isOverflow } from "./tasks-engines-engine.js";

// src/tasks/engines/timed.ts
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

export { timed as n, secondsSince as t };