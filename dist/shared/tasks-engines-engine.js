// src/tasks/engines/engine.ts
/** The engine's process ended under a request: crash, out of memory, or killed. The task is `invalid` with this reason. */
var EngineDied = class extends Error {
	name = "EngineDied";
};
/**
* Whether what answered is what it was cannot be found out, for now. Nothing passes on it, and nothing is thrown away: a later run, which
* knows what it asks, goes on from there.
*/
var Unconfirmed = class extends Error {
	name = "Unconfirmed";
};
function isOverflow(answer) {
	return "overflow" in answer;
}

export { Unconfirmed as n, isOverflow as r, EngineDied as t };