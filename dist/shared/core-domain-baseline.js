import { t as describeModel } from "./core-domain-model.js";

// src/core/domain/baseline.ts
/** A source in words, as the config writes it. */
function describeBaselineSource(source) {
	switch (source.from) {
		case "path": return describeModel(source.model);
		case "base-branch": return `${source.pointer} of ${source.branch ?? "the base branch"}`;
		case "store": return "the store";
		case "artifact": return "the last green run on the base branch";
	}
}

export { describeBaselineSource as t };