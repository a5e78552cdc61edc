import { n as SAMPLE_CHANGES } from "./core-domain-history.js";
import { d as literal, i as _enum, m as number, o as array, s as boolean, u as int, v as strictObject, y as string } from "./npm-zod.js";

// src/config/shown-samples-schema.ts
const answer = strictObject({
	score: number().nullable(),
	output: string().nullable(),
	confidence: number().exactOptional()
});
const count = int().min(0);
const counts = array(array(count));
const bySide = (schema) => strictObject({
	baseline: schema,
	candidate: schema
});
/** The samples beside a verdict file, as hostile data. */
const shownSamplesSchema = strictObject({
	schemaVersion: literal(1),
	tasks: array(strictObject({
		task: string(),
		metric: string(),
		unit: _enum([
			"rate",
			"bits_per_byte",
			"perplexity",
			"seconds",
			"number"
		]),
		counts: strictObject({
			worse: count,
			better: count,
			same: count
		}),
		pictures: strictObject({
			groups: array(strictObject({
				group: string(),
				pairs: count,
				delta: number(),
				low: number(),
				high: number(),
				proven: boolean()
			})),
			reliability: bySide(array(strictObject({
				count,
				confidence: number(),
				accuracy: number()
			}))).exactOptional(),
			lengths: bySide(array(count)).exactOptional(),
			classes: strictObject({
				labels: array(string()),
				baseline: counts,
				candidate: counts
			}).exactOptional()
		})
	})),
	samples: array(strictObject({
		task: string(),
		id: string(),
		filter: string().exactOptional(),
		group: string().nullable(),
		metric: string(),
		change: _enum(SAMPLE_CHANGES),
		baseline: answer,
		candidate: answer,
		asked: strictObject({
			question: string(),
			turns: array(strictObject({
				role: string(),
				text: string()
			})).exactOptional(),
			choices: array(string()).exactOptional(),
			reference: string().exactOptional()
		}).exactOptional()
	})),
	omitted: count,
	fault: string().exactOptional()
});

export { shownSamplesSchema };