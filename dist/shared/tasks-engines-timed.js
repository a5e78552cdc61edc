// src/tasks/engines/timed.ts
/** To the microsecond. @param began as `performance.now()` told it */
const secondsSince = (began) => Math.round((performance.now() - began) * 1e3) / 1e6;
/** The answer with how long it took. */
async function timed(answer) {
	const began = performance.now();
	return {
		...await answer(),
		timing: { seconds: secondsSince(began) }
	};
}

export { timed as n, secondsSince as t };