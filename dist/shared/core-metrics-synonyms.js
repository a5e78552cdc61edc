import { Ot as nearest } from "./core-domain-history.js";

// src/core/metrics/synonyms.ts
const BY_SYNONYM = new Map(Object.entries({
	accuracy: [
		"acc",
		"mc1",
		"mc2"
	],
	exact_match: [
		"em",
		"equals",
		"exact",
		"match"
	],
	contains: [
		"icontains",
		"includes",
		"include"
	],
	json_valid: [
		"isjson",
		"validjson",
		"jsonschema",
		"isvalidjson"
	],
	edit_similarity: [
		"levenshtein",
		"editdistance",
		"normalizedlevenshtein"
	],
	embedding_similarity: [
		"similar",
		"cosine",
		"cosinesimilarity",
		"semanticsimilarity"
	],
	squad_f1: ["tokenf1", "wordf1"],
	f1_macro: ["f1", "f1score"],
	mcc: [
		"matthews",
		"matthewscorrcoef",
		"matthewscorrelation"
	],
	kappa: [
		"cohenkappa",
		"cohenskappa",
		"cohenkappascore"
	],
	auc: [
		"auroc",
		"rocauc",
		"aucroc",
		"rocaucscore"
	],
	average_precision: [
		"ap",
		"auprc",
		"prauc",
		"averageprecisionscore"
	],
	nll: [
		"logloss",
		"crossentropy",
		"negativeloglikelihood"
	],
	brier: ["brierscore", "brierscoreloss"],
	ece: ["expectedcalibrationerror"],
	mce: ["maximumcalibrationerror"],
	mae: ["meanabsoluteerror"],
	rmse: [
		"rootmeansquarederror",
		"mse",
		"meansquarederror"
	],
	median_absolute_error: ["medae"],
	r2: ["r2score", "rsquared"],
	spearman: ["spearmanr", "spearmanrho"],
	kendall: ["kendalltau", "kendalltaub"],
	mrr: ["meanreciprocalrank", "reciprocalrank"],
	recall_at_k: [
		"recallk",
		"recall1",
		"recall5",
		"recall10",
		"hitrate"
	],
	ndcg: [
		"ndcgk",
		"ndcg5",
		"ndcg10"
	],
	bleu: [
		"bleu1",
		"bleu2",
		"bleu3",
		"bleu4",
		"sacrebleu",
		"corpusbleu"
	],
	chrf: ["chrfplusplus", "chrf2"],
	rougeL: ["rouge", "rougelcs"],
	meteor: ["meteorscore"],
	wer: ["worderrorrate"],
	cer: ["charactererrorrate", "charerrorrate"],
	ter: ["translationeditrate", "translationerrorrate"],
	distinct_n: [
		"distinct",
		"distinct1",
		"distinct2",
		"distinct3"
	],
	prompt_level_strict_acc: ["ifeval", "instructionfollowing"],
	python_tests: [
		"humaneval",
		"codeeval",
		"mbpp",
		"codeexecution"
	],
	word_perplexity: ["ppl", "perplexity"],
	judge: [
		"llmjudge",
		"llmasajudge",
		"llmrubric",
		"geval",
		"modelgradedqa",
		"modelgradedfact"
	],
	faithfulness: ["groundedness", "faithful"],
	answer_relevance: ["answerrelevancy", "responserelevancy"],
	context_precision: ["contextutilization", "contextualprecision"],
	over_refusal: ["refusal", "refusalrate"],
	profanity_rate: ["profanity", "badwords"]
}).flatMap(([name, known]) => known.map((synonym) => [synonym, name])));
/** What a metric is called here; the name itself where it is no other name of one. */
const nameHere = (written) => BY_SYNONYM.get(written.toLowerCase().replaceAll("++", "plusplus").replace(/[^a-z0-9]/g, "")) ?? written;
/** Which of these metrics was probably meant, by another name or with a slip; undefined where none is near. */
const metricMeant = (written, known) => known.find((name) => nameHere(name) === nameHere(written)) ?? nearest(written, known);

export { nameHere as n, metricMeant as t };