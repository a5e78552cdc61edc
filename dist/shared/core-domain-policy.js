// src/core/domain/policy.ts
/** Who may set a label that waives a gate, weakest first; GitHub's own names. */
const WAIVER_PERMISSIONS = [
	"write",
	"maintain",
	"admin"
];
/** What a waiver names for a change of the suite: in the file with its digest, `suite:<sha256>`; in a label alone. */
const SUITE_WAIVER = "suite";
const DEFAULT_WAIVER_PERMISSION = "maintain";
/** What a change of the suite needs: a person's word, the base branch's files, or a mention. */
const SUITE_MODES = [
	"block",
	"base",
	"warn"
];

export { WAIVER_PERMISSIONS as i, SUITE_MODES as n, SUITE_WAIVER as r, DEFAULT_WAIVER_PERMISSION as t };