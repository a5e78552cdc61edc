import { v as KEPT_KINDS, z as DESIGNS } from "./core-domain-history.js";
import { d as MOST_CLASSES, v as AGGREGATES } from "./core-metrics-repeats.js";
import { d as literal, i as _enum, m as number, o as array, s as boolean, u as int, v as strictObject, y as string } from "./npm-zod.js";

// src/results/store/measured-schema.ts
/** What verdict files and histories say alike of a measurement and its model. */
const countSchema = int().min(0);
const directionSchema = _enum(["higher_is_better", "lower_is_better"]);
const unitSchema = _enum([
	"rate",
	"bits_per_byte",
	"perplexity",
	"seconds",
	"number"
]);
const flipsSchema = strictObject({
	regressed: countSchema,
	improved: countSchema
});
const deltaSchema = strictObject({
	value: number(),
	low: number().nullable(),
	high: number().nullable(),
	level: number().describe("Two-sided level, 1 − 2α."),
	method: string()
}).describe("candidate − baseline in the metric's own unit, with a two-sided interval.");
const modelSchema = strictObject({
	source: string(),
	digest: string(),
	adapter_digest: string().nullable(),
	architecture: string().nullable(),
	parameter_count: number().nullable(),
	quantization: string().nullable()
});
const aggregates = Object.keys(AGGREGATES);
const end = number().nullable();
const MOST_CRITERIA = 64;
const MOST_LEVELS = 100;
const measuredRate = strictObject({
	rate: number().min(0).max(1),
	of: number().min(1)
});
const measuredRates = strictObject({
	least: measuredRate,
	most: measuredRate
});
/** A metric as `run.json` declares it, by whatever name. */
const declarationSchema = strictObject({
	name: string(),
	direction: directionSchema,
	kind: _enum([
		"mean",
		"ratio",
		"corpus"
	]),
	unit: unitSchema,
	range: strictObject({
		min: end,
		max: end
	}),
	scale: _enum(["linear", "log"]),
	weak: boolean(),
	errors: strictObject({
		sensitivity: measuredRates,
		specificity: measuredRates
	}).exactOptional(),
	aggregate: _enum(aggregates).exactOptional(),
	classes: array(string().min(1).max(4096)).min(2).max(MOST_CLASSES).exactOptional(),
	repeated: literal(true).exactOptional(),
	judge: strictObject({
		min: int(),
		max: int(),
		step: literal([.5, 1]).exactOptional(),
		of: array(string().min(1).max(4096)).min(1).max(MOST_CRITERIA),
		apart: literal(true).exactOptional()
	}).refine(({ min, max }) => max > min && max - min <= MOST_LEVELS, "no scale of a judge").exactOptional(),
	group_average: literal("macro").exactOptional()
});
const estimateSchema = strictObject({
	value: number(),
	stderr: number().nullable(),
	n: countSchema
}).describe("A value with its standard error, which is null when n < 2.");
const bySide = (schema) => strictObject({
	baseline: schema,
	candidate: schema
});
/** How many answers look like those of a broken model. */
const answerHealthShape = {
	answers: countSchema,
	blank: countSchema,
	invisible: countSchema,
	repeating: countSchema,
	identical: countSchema.describe("Saying the same as the commonest answer."),
	truncated: countSchema.nullable(),
	thinking: countSchema.describe("With a block of thoughts, as it came to the scorer."),
	unclosed: countSchema.describe("Of these, with thoughts that come to no end.")
};
const ends = (shape) => strictObject({
	lowest: strictObject(shape),
	highest: strictObject(shape)
}).nullable();
const kinds = Object.keys(KEPT_KINDS);
const inference = strictObject({
	kind: _enum(kinds),
	numbers: array(number()),
	scaled: strictObject({
		factor: number(),
		moved: number()
	}).exactOptional()
}).refine(({ kind, numbers }) => numbers.length === KEPT_KINDS[kind], "not as many numbers as it has");
const keptEnd = strictObject({
	value: number(),
	of: array(inference).min(1).max(3),
	between: strictObject({
		low: inference,
		high: inference
	}).exactOptional()
});
const moves = strictObject({
	sum: number(),
	squares: number()
});
const keptEstimate = strictObject({
	lowest: keptEnd,
	highest: keptEnd.exactOptional(),
	moved: strictObject({
		rose: moves,
		fell: moves,
		most: number()
	}).exactOptional()
}).nullable();
const metricBasisSchema = strictObject({
	declaration: declarationSchema,
	filter: string().nullable(),
	planned: countSchema.describe("Samples that should have a score."),
	scored: strictObject({
		pairs: countSchema,
		candidate: countSchema
	}).describe("With a score of both sides, and of the candidate."),
	baseline: estimateSchema.nullable().describe("On all samples that it has."),
	value: deltaSchema.nullable().describe("The candidate's own value with its interval."),
	counts: strictObject({
		delta: ends({
			rose: countSchema,
			fell: countSchema,
			pairs: countSchema
		}),
		value: ends({
			events: countSchema,
			n: countSchema
		})
	}).describe("Where an interval is one of counts, these: missing scores as low and as high as can be."),
	estimates: strictObject({
		delta: keptEstimate,
		value: keptEstimate
	}).exactOptional().describe("Of other intervals what they were made of, on the scale on which it is judged."),
	repeated: boolean()
}).describe("What another limit needs to know to be held to this metric later.");
const answers = strictObject({
	...answerHealthShape,
	samples: countSchema,
	chosen: boolean()
});
const taskBasisSchema = strictObject({
	design: _enum(DESIGNS),
	limited: boolean().describe("Whether the runs were capped to a part of the samples."),
	answers: bySide(answers.nullable()),
	keepsAnswers: boolean().describe("Whether an answer without a text is known to be just that."),
	guessing: strictObject({
		chance: number().nullable(),
		majority: number().nullable()
	})
}).describe("The same of the task.");

export { directionSchema as a, metricBasisSchema as c, unitSchema as d, deltaSchema as i, modelSchema as l, countSchema as n, estimateSchema as o, declarationSchema as r, flipsSchema as s, answerHealthShape as t, taskBasisSchema as u };