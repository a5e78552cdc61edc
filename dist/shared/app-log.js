// src/app/log.ts
/** `candidate  facts  320/480  66 %  142 samples/s  about 1 s left  whole run: about 20 s left, at most 2 min 5 s` */
function progressLine({ side, task, done, planned, samplesPerSecond, secondsLeft, run = null }) {
	const share = planned === 0 ? 100 : Math.floor(100 * done / planned);
	const parts = [
		side.padEnd(9),
		task,
		`${done}/${planned}`,
		`${share} %`
	];
	if (samplesPerSecond !== null) parts.push(`${samplesPerSecond.toPrecision(3)} samples/s`);
	if (secondsLeft !== null && done < planned) parts.push(`about ${duration(secondsLeft)} left`);
	if (run !== null && run.mostSeconds > 0) parts.push(wholeRun(run));
	return parts.join("  ");
}
/** An expectation where the evaluation may end early, and in any case what it takes at most. */
function wholeRun({ expectedSeconds, mostSeconds }) {
	const [expected, most] = [duration(expectedSeconds), duration(mostSeconds)];
	return `whole run: about ${expected} left${expected === most ? "" : `, at most ${most}`}`;
}
/** Seconds in the largest two units that matter. */
function duration(seconds) {
	const whole = Math.ceil(seconds);
	if (whole < 60) return `${whole} s`;
	if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
	return `${Math.floor(whole / 3600)} h ${Math.floor(whole % 3600 / 60)} min`;
}

export { progressLine as t };