import { Lt as EXIT_CODES, Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { r as namedFault } from "./results-store-disk-faults.js";

// src/cli/exit.ts
/**
* What the process ends with when no verdict could be given. A broken checkpoint, dataset or machine is `invalid`, a
* config or a command line is its author's to mend, and whatever is not a WeighbridgeError is our own fault.
*/
function exitCodeOf(error) {
	if (!(error instanceof WeighbridgeError)) return namedFault(error) === null ? EXIT_CODES.ourFault : EXIT_CODES.invalid;
	switch (error.kind) {
		case "usage":
		case "config": return EXIT_CODES.wrongUsage;
		case "data":
		case "checkpoint":
		case "engine":
		case "platform": return EXIT_CODES.invalid;
	}
}
function describeFailure(error) {
	const told = error instanceof WeighbridgeError ? error : namedFault(error);
	if (told !== null) return `error: ${messageOf(told)}`;
	return `This is a fault of Weighbridge itself, not of your checkpoint or config. Please report it.\n${error instanceof Error ? error.stack ?? error.message : String(error)}`;
}

export { exitCodeOf as n, describeFailure as t };