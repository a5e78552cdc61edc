// src/tasks/engines/engine.ts
/** The engine's process ended under a request: crash, out of memory, or killed. The task is `invalid` with this reason. */
var EngineDied = class extends Error {
	name = "EngineDied";
};
function isOverflow(answer) {
	return "overflow" in answer;
}

export { isOverflow as n, EngineDied as t };