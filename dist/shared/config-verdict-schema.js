import { t as GATE_RULES } from "./core-decide-rules-registry.js";
import { B as FINGERPRINT_FIELDS, Rt as VERDICTS, U as STOP_REASONS, W as TASK_ROLES, ct as DRIFT_FEATURES, mt as SEVERITIES, s as SUITE_MODES } from "./core-domain-history.js";
import { _ as record, a as _null, b as tuple, d as literal, i as _enum, l as discriminatedUnion, m as number, o as array, s as boolean, u as int, v as strictObject, x as union, y as string } from "./npm-zod.js";
import { a as directionSchema, c as metricBasisSchema, d as unitSchema, i as deltaSchema, l as modelSchema, n as countSchema, o as estimateSchema, s as flipsSchema, t as answerHealthShape, u as taskBasisSchema } from "./results-store-measured-schema.js";

// src/config/verdict-drift-schema.ts
const named = {
	feature: _enum(DRIFT_FEATURES),
	metric: string().exactOptional().describe("Only of a score of a judge.")
};
const measured = strictObject({
	...named,
	status: _enum([
		"moved",
		"slight",
		"none"
	]).describe("`moved`: proven, and as large as `matters`. `slight`: proven, and smaller. `none`: nothing is proven."),
	prompts: countSchema.describe("Of which it could be read in both answers."),
	baseline: number().nullable().describe("A mean, such as of words, or a share; null of distances."),
	candidate: number().nullable(),
	effect: strictObject({
		value: number(),
		low: number().nullable(),
		high: number().nullable()
	}).describe("Of the length as a part of the baseline; of shares and scores the difference; of format and language the share of answers that changed; of distances what is beyond chance. The interval is one of 90 %."),
	matters: number(),
	p: number().describe("Allowing for all features of all tasks (Holm)."),
	shares: array(strictObject({
		name: string(),
		baseline: number(),
		candidate: number()
	})).exactOptional().describe("Of each format or language."),
	words: strictObject({
		baseline: array(string()),
		candidate: array(string())
	}).exactOptional().describe("What each side says more often.")
});
const unmeasured = strictObject({
	...named,
	status: literal("not measured"),
	reason: string()
});
/** How far the answers of a task drifted. */
const taskDriftSchema = strictObject({
	task: string(),
	planned: countSchema,
	answered: countSchema.describe("Prompts with an answer of both sides that was kept."),
	unmeasured: string().exactOptional().describe("Why nothing is known of it, which is never \"no drift\"."),
	features: array(union([measured, unmeasured]))
});

// src/config/verdict-folds-schema.ts
const crossValidationSchema = strictObject({
	task: string(),
	folds: array(strictObject({
		fold: string(),
		source: string(),
		samples: countSchema,
		unchecked: literal(true).exactOptional().describe("No other checkpoint answered it, so that nothing tells whether this one was trained on it.")
	})).describe("Samples by the checkpoint that was not trained on them."),
	changes: array(strictObject({
		metric: string(),
		filter: string().exactOptional(),
		byFold: array(number().nullable()).describe("Mean difference in each fold, in their order; null where it has no pair."),
		recipe: strictObject({
			value: number(),
			low: number(),
			high: number(),
			level: number()
		}).nullable().describe("Null where folds tell of no spread; else the mean over folds, with the interval for another checkpoint of the same recipe by the corrected resampled t (Nadeau & Bengio 2003). It decides nothing.")
	})).describe("Of metrics that are means.")
});

// src/config/verdict-schema.ts
const verdict = _enum(VERDICTS);
const fingerprintValue = union([
	string(),
	number(),
	boolean(),
	_null()
]);
const difference = strictObject({
	value: number(),
	low: number(),
	high: number()
});
const bySide = (schema) => strictObject({
	baseline: schema,
	candidate: schema
});
const judgeLikes = strictObject({
	turned: bySide(number().nullable()).exactOptional().describe("Share of comparisons that turned with the order of the answers."),
	longer: bySide(strictObject({
		verdicts: int().min(0),
		preferred: int().min(0),
		winRate: number().nullable(),
		controlled: number().nullable().describe("At equal length.")
	})).exactOptional().describe("Comparisons of answers of unlike length, and those for the longer."),
	length: difference.exactOptional().describe("How much more than people it gives the longer half of the answers than the shorter one."),
	itself: strictObject({
		sides: array(_enum(["baseline", "candidate"])).min(1),
		excess: difference.nullable()
	}).exactOptional().describe("Sides whose model it is, and how much more than people it gives that one than the other.")
});
const source = discriminatedUnion("kind", [
	strictObject({ kind: literal("default") }),
	strictObject({
		kind: literal("input"),
		name: string()
	}),
	strictObject({
		kind: literal("flag"),
		name: string()
	}),
	strictObject({
		kind: literal("file"),
		file: string(),
		line: int().min(1)
	})
]);
const sourced = (value) => strictObject({
	value,
	source
});
const weak = literal("weak").exactOptional().describe("Sums without samples had to do, which cannot be paired.");
const sideValue = strictObject({
	...estimateSchema.shape,
	n: countSchema.nullable()
}).describe("The same of a task; n is null of a sum of which nobody said how many samples it is of.");
const caseResult = strictObject({
	id: string(),
	severity: _enum(SEVERITIES),
	checks: array(string()).describe("Those that an answer of the candidate's failed."),
	passed: bySide(number()).describe("Share of the answers.")
});
const gate = strictObject({
	id: string().describe("By which waivers, `explain` and links name the gate."),
	task: string().describe("Of an average its name."),
	metric: string(),
	rule: _enum(GATE_RULES),
	against: literal("anchor").exactOptional().describe("The anchor stands wherever a baseline is named."),
	limit: string().describe("As written, such as `2pp`."),
	margin: number().nullable().describe("The limit in the metric's unit."),
	unit: unitSchema,
	direction: directionSchema.nullable(),
	tier: _enum(["blocking", "advisory"]),
	verdict,
	reasons: array(string()),
	warnings: array(string()).exactOptional().describe("Signs that the data are not what they look like."),
	baseline: estimateSchema.nullable(),
	candidate: estimateSchema.nullable(),
	delta: deltaSchema.nullable(),
	sequence: strictObject({
		used: countSchema,
		evaluated: countSchema,
		planned: countSchema,
		stopped: _enum(STOP_REASONS).exactOptional(),
		progress: array(strictObject({
			samples: countSchema,
			pass: number(),
			regression: number()
		})).exactOptional().describe("How it came to be decided: the evidence for each answer as a share of what proves it.")
	}).exactOptional().describe("Only where less was seen than planned: the samples that the answer rests on, those that were evaluated, and all. `baseline` then is on all samples."),
	groups: array(strictObject({
		group: string(),
		value: number(),
		pairs: countSchema
	})).exactOptional().describe("Only for gates on groups: those that a regression is proven of, the surest first, with their changes; of a gap the two that are furthest apart, with the candidate’s own values."),
	pairedBaseline: estimateSchema.exactOptional().describe("The baseline on the samples of `sequence.used`, from which `delta` is the change."),
	net: deltaSchema.safeExtend({ losses: array(strictObject({
		task: string(),
		metric: string(),
		weight: number(),
		delta: number(),
		unit: unitSchema
	})) }).describe("Only for `net_gain`: the gain less its weighted losses; plus is better.").nullable().exactOptional(),
	average: array(strictObject({
		task: string(),
		metric: string(),
		share: number(),
		delta: number().nullable()
	})).exactOptional().describe("Only for `average`: the tasks with their shares, which add up to 1, and their deltas."),
	evidence: weak,
	bound: strictObject({
		side: _enum(["upper", "lower"]),
		value: number(),
		level: number()
	}).nullable().describe("For a ceiling or floor: the one-sided limit of the candidate's own value on the forbidden side."),
	pairs: countSchema.describe("Samples that both sides have a score for."),
	effective: number().exactOptional().describe("Kish's effective sample size: what the samples count for, weighed and clustered as they are; only below nine tenths of their number."),
	repeats: strictObject({
		answers: bySide(countSchema).describe("To each sample."),
		noiseShare: number().nullable().describe("Share of the variance of the samples' deltas that is chance between answers to one question; at least that, where a side answered once."),
		flaky: bySide(countSchema).describe("Samples whose answers do not all score the same."),
		worst: array(strictObject({
			id: string(),
			...bySide(strictObject({
				mean: number(),
				range: number()
			})).shape
		}))
	}).exactOptional().describe("Only where a side answered each sample several times."),
	cases: strictObject({
		failed: array(caseResult).describe("Always passed by the baseline; by the candidate less often than not."),
		flaky: array(caseResult).describe("Answers disagree, so that they block nothing.")
	}).exactOptional().describe("Only for `max_new_failures`, the gravest first."),
	judge: strictObject({
		metric: string().describe("Of several criteria the one in which it agrees least."),
		labels: bySide(countSchema).describe("Answers that people graded too."),
		exact: number().nullable().describe("Share of them graded alike."),
		kappa: number().nullable().describe("Weighted by squared distance on the scale."),
		low: number().nullable(),
		high: number().nullable(),
		level: number(),
		needed: countSchema.nullable().describe("Labels that would show that it may block, should kappa stay."),
		bias: bySide(estimateSchema.nullable()).describe("How much higher than people it grades."),
		corrected: deltaSchema.safeExtend({
			labels: countSchema,
			decides: boolean().describe("Whether the judge is proven to favour a side.")
		}).exactOptional().describe("The change as people would grade it (PPI++)."),
		likes: judgeLikes.exactOptional().describe("What it likes beside what it is asked for: shown alone."),
		demotes: literal(true).exactOptional().describe("The config has the gate block, and it does not, since nobody knows the judge to agree with people.")
	}).exactOptional().describe("Only where a model judged the answers: how far people agree with it."),
	unpaired: bySide(countSchema).describe("Samples that the other side lacks."),
	unscored: bySide(countSchema).describe("Samples without a score; never a zero."),
	flips: flipsSchema.nullable(),
	leaning: _enum([
		"pass",
		"regression",
		"none"
	]).nullable().describe("Of an undecided gate under `lean`: what it does to the merge; none where nothing could be tested."),
	test: strictObject({
		method: string(),
		statistic: number().nullable(),
		pSafe: number().nullable(),
		pWorse: number().nullable(),
		pLean: number().exactOptional().describe("What an undecided gate leans by where that is not `pSafe`."),
		level: number().exactOptional().describe("One-sided level of this one of several looks.")
	}).nullable(),
	minimumDetectable: number().nullable(),
	needed: number().nullable().describe("Samples that would decide the gate; only when inconclusive."),
	blocks: boolean().describe("Whether this gate blocks the merge."),
	blind: string().exactOptional().describe("Why the gate could not fail, so that nothing follows from it."),
	waived: strictObject({
		by: string(),
		reason: string(),
		expires: string()
	}).exactOptional().describe("Whose waiver keeps the gate from blocking. The verdict stays what it is.")
});
const waiver = strictObject({
	gate: string(),
	by: string(),
	reason: string(),
	expires: string().describe("Last day on which it counts (UTC), or `commit <sha>`."),
	source: string(),
	applied: boolean(),
	because: string().nullable().describe("Why it did not count; null when it did.")
});
const suiteSize = discriminatedUnion("unit", [strictObject({
	unit: literal("rows"),
	added: countSchema,
	removed: countSchema,
	changed: countSchema
}), strictObject({
	unit: literal("bytes"),
	before: countSchema.nullable(),
	after: countSchema.nullable()
})]);
const suite = strictObject({
	mode: _enum(SUITE_MODES).describe("`policy.suite_changes` of the base branch."),
	digest: string().describe("Of the changes that count: a waiver of the base branch names it."),
	accepted: strictObject({
		by: string(),
		reason: string(),
		expires: string()
	}).nullable().describe("Whose word lets the changes count; null where nobody gave it."),
	changes: array(strictObject({
		subject: string().describe("Key of the config that leads to it."),
		before: string().nullable(),
		after: string().nullable(),
		digests: strictObject({
			before: string().nullable(),
			after: string().nullable()
		}),
		size: suiteSize.nullable(),
		kind: _enum([
			"changed",
			"outdated",
			"new task",
			"pointer"
		]),
		counts: boolean().describe("Whether it needs to be accepted.")
	}))
});
const policyOrigin = strictObject({
	revision: string().describe("Commit of the base branch that the policy was read from."),
	tip: string().exactOptional().describe("The tip of the base branch, whose config judged as well; only where it is another commit."),
	state: _enum([
		"same",
		"changed",
		"adopted"
	]).describe("`changed`: both policies were evaluated, and the stricter verdict decides."),
	changes: array(strictObject({
		subject: string(),
		before: string().nullable(),
		after: string().nullable(),
		effect: _enum([
			"looser",
			"stricter",
			"changed"
		])
	})),
	suite: suite.exactOptional().describe("What of the files and settings that decide is not as the base branch has it.")
});
const FIELDS = Object.keys(FINGERPRINT_FIELDS);
const mismatch = strictObject({
	task: string(),
	against: literal("anchor").exactOptional(),
	field: _enum([
		...FIELDS,
		"quantization",
		"machine",
		"samples",
		"inputs",
		"targets",
		"metrics",
		"run"
	]),
	setting: string().exactOptional().describe("Which of several settings that the field holds."),
	baseline: fingerprintValue,
	candidate: fingerprintValue,
	severity: _enum(["hard", "soft"])
});
const flip = strictObject({
	id: string(),
	group: string().nullable(),
	question: string().exactOptional().describe("The last paragraph of what was asked, cut to a line."),
	...bySide(strictObject({
		score: number(),
		output: string().nullable()
	})).shape
});
const metric = strictObject({
	metric: string(),
	unit: unitSchema,
	direction: directionSchema,
	baseline: sideValue.nullable(),
	candidate: sideValue.nullable(),
	delta: deltaSchema.nullable(),
	evidence: weak,
	flips: flipsSchema.nullable(),
	groups: array(strictObject({
		group: string(),
		pairs: countSchema,
		delta: number(),
		proven: literal(true).exactOptional().describe("Of a group that is proven to have got worse, of as many as there are.")
	})),
	basis: metricBasisSchema.exactOptional()
});
const answerHealth = strictObject(answerHealthShape).describe("How many answers look like those of a broken model.");
const classRates = strictObject({
	predictions: number(),
	precision: number().nullable(),
	recall: number().nullable(),
	f1: number().nullable()
});
const byClass = strictObject({
	metric: string(),
	unlabelled: bySide(number()).describe("Answers that name no class."),
	classes: array(strictObject({
		class: string(),
		samples: number(),
		...bySide(classRates).shape
	}))
}).describe("Over the samples that both sides have a score for; null where nothing is there to count.");
const task = strictObject({
	task: string(),
	role: _enum(TASK_ROLES),
	primaryMetric: string(),
	samples: bySide(strictObject({
		planned: countSchema,
		evaluated: countSchema
	})),
	stopped: _enum(STOP_REASONS).exactOptional().describe("Why the candidate's evaluation ended before its last sample; absent where it did not."),
	orderSeed: countSchema.exactOptional().describe("What the order of the candidate's samples was drawn by, where the config's seed did not."),
	pairs: countSchema,
	askedAgain: strictObject({
		rows: countSchema,
		of: countSchema,
		first: tuple([string(), string()])
	}).exactOptional().describe("Rows that ask the same as another, of so many, with the first two; absent where none does."),
	answers: bySide(answerHealth.nullable()).exactOptional().describe("Only where the model wrote its answers, and they were kept."),
	metrics: array(metric),
	byClass: byClass.exactOptional(),
	basis: taskBasisSchema.exactOptional(),
	flips: array(flip)
});
const baselineProvenance = strictObject({
	attempts: array(strictObject({
		source: string(),
		reason: string().nullable()
	})).describe("Sources in the order in which they were tried; the one without a reason gave the baseline."),
	origin: strictObject({
		commit: string().nullable(),
		date: string(),
		by: string().nullable()
	}).nullable().describe("Null where the baseline was evaluated for this run."),
	max_age_days: number().nullable(),
	accepted: array(string()).describe("Declared changes: the baseline was evaluated anew with them.")
});
const curvePoint = strictObject({
	at: number(),
	value: number()
});
const curves = strictObject({
	files: array(strictObject({
		file: string(),
		digest: string()
	})),
	faults: array(string()).describe("Why nothing is known of them."),
	axis: _enum([
		"step",
		"epoch",
		"entry"
	]).describe("What `at` counts."),
	train: array(curvePoint).describe("The training loss, thinned out."),
	evaluation: array(curvePoint).describe("The evaluation loss, likewise."),
	gap: strictObject({
		value: number(),
		train: number(),
		evaluation: number()
	}).nullable().describe("(evaluation − training) / training at the last evaluation."),
	rising: strictObject({
		value: number(),
		best: curvePoint,
		last: number(),
		since: countSchema
	}).nullable().describe("(last − best) / best of the evaluations, and how many there were since the best."),
	fell: number().nullable().describe("How much the training loss fell, as a share of where it began."),
	gated: number().nullable().describe("Step of the checkpoint that is judged."),
	signs: array(string()).describe("What looks wrong, in sentences; nothing is decided by them.")
});
/** `verdict.json`, strict: what a reader may rely on, and what a hostile file must look like to be read at all. */
const verdictFileSchema = strictObject({
	schemaVersion: literal(1),
	verdict: verdict.describe("The worst of all blocking gates; `invalid` where there is none."),
	exitCode: int().min(0).max(5).describe("With which `run` and `gate` end, and the step of the action."),
	blocked: boolean().describe("Whether the merge is blocked."),
	proven: boolean().describe("Whether every blocking gate is proven to hold; false of a merge that rests on a lean, a warning or a waiver, or on alarms alone that did not go off."),
	summary: string().describe("One sentence: the verdict and the one number that decided it."),
	reasons: array(string()).describe("Why the verdict is what it is, in sentences."),
	candidate: modelSchema.nullable().describe("The checkpoint that wants to merge; null where nothing is known of it."),
	baseline: modelSchema.nullable().describe("What it was compared with."),
	anchor: modelSchema.nullable().exactOptional().describe("Only where the config names an anchor."),
	reference: strictObject({
		model: modelSchema.nullable(),
		metrics: array(strictObject({
			task: string(),
			metric: string(),
			unit: unitSchema,
			direction: directionSchema,
			pairs: countSchema,
			value: number(),
			candidate: number()
		})),
		unlike: array(strictObject({
			task: string(),
			reason: string()
		}))
	}).exactOptional().describe("Another model beside the two, where the config names one. It decides nothing."),
	policy: strictObject({
		alpha: sourced(number()),
		onInconclusive: sourced(_enum([
			"lean",
			"block",
			"warn"
		])),
		leanAlpha: sourced(number()).describe("Error rate at which an undecided gate leans to pass."),
		target: sourced(_enum([
			"auto",
			"population",
			"benchmark"
		])),
		minCoverage: sourced(number()),
		identical: sourced(_enum(["block", "warn"])).exactOptional(),
		limits: record(string(), sourced(string())).describe("Of each gate, by its id.")
	}).describe("What was in force, and where each value came from."),
	gates: array(gate).describe("Every gate with its numbers."),
	waivers: array(waiver).exactOptional().describe("Every waiver, those that did not count included."),
	policyOrigin: policyOrigin.exactOptional().describe("Only where the event has a base branch."),
	waits: array(strictObject({
		task: string(),
		evaluated: countSchema,
		planned: countSchema
	})).exactOptional().describe("Tasks that are evaluated in rounds of which those so far decide nothing: the verdict waits for the next."),
	identicalAnswers: countSchema.exactOptional().describe("Samples that both sides answer exactly alike: all of them, though the weights differ."),
	untrusted: string().exactOptional().describe("Why the samples cannot be trusted; such a file is never a pass."),
	curves: curves.exactOptional().describe("The candidate's training curves; only where the config names some."),
	drift: array(taskDriftSchema).exactOptional().describe("How far the answers drifted, whatever they were scored; only where the config asks. It decides nothing but gates of `max_drift`."),
	crossValidation: array(crossValidationSchema).exactOptional().describe("What the folds of a cross-validation say of the recipe; only where the candidate was joined of folds. It decides nothing."),
	comparability: array(mismatch).describe("In what the two runs of a task differ; `hard` makes the task invalid."),
	notes: array(string()).exactOptional().describe("What of the results of other programs was passed over, or read otherwise than it seems."),
	tasks: array(task).describe("Every task with all its metrics, gated or not."),
	cost: strictObject({
		samples: strictObject({
			planned: countSchema,
			evaluated: countSchema,
			reused: countSchema.exactOptional().describe("Of those evaluated: in a store from an earlier evaluation.")
		}),
		tokens: strictObject({
			prompt: countSchema,
			output: countSchema,
			thinking: countSchema.exactOptional().describe("Of thoughts that were told from the answers.")
		})
	}),
	provenance: strictObject({
		weighbridge: string(),
		config: strictObject({
			file: string().nullable(),
			digest: string().nullable()
		}),
		given: strictObject({
			baseline: string().exactOptional(),
			candidate: string().exactOptional(),
			results: literal(true).exactOptional().describe("No model was run."),
			folds: strictObject({
				file: string(),
				results: array(strictObject({
					fold: string(),
					path: string()
				}))
			}).exactOptional().describe("In place of a candidate: the file of the folds, and the results of each."),
			full: literal(true).exactOptional().describe("Every sample was asked for.")
		}).exactOptional().describe("What the command line or the inputs said besides the config and its limits."),
		baseline: baselineProvenance.exactOptional().describe("How the baseline was found."),
		fingerprints: record(string(), bySide(record(string(), fingerprintValue).nullable()))
	})
});

export { verdictFileSchema };