/**
 * What `compare-builds` runs, as data. One command a line: the exit code that is right, where two builds that are broken
 * alike would look fine; the folder to run in, before a colon; the arguments.
 */
export interface Case {
  readonly exits: number | null;
  readonly folder: string;
  readonly args: readonly string[];
}

export const casesOf = (text: string): Case[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [, exits, folder = '.', rest = ''] = /^(?:(\d) )?(?:in (\S+): )?(.*)$/.exec(line.trim()) ?? [];
      const args = rest.split(' ').filter((arg) => arg !== '');
      return { exits: exits === undefined ? null : Number(exits), folder, args };
    });

/** A part of the demo suite that takes seconds. */
const small = (candidate: string) => `version: 1
candidate: ${candidate}
baseline: fixtures/checkpoints/base.gguf
store: store
tasks:
  facts:
    { role: general, type: multiple_choice, dataset: fixtures/suite/facts.jsonl, limit: 80, group_field: subject,
      doc_to_text: "Question: {{question}}\\nAnswer:" }
  tickets:
    { role: target, type: generate, dataset: fixtures/suite/tickets.jsonl, limit: 40,
      doc_to_text: "Ticket: {{ticket}}\\nRoute:", doc_to_target: "{{reference}}",
      generation_kwargs: { max_gen_toks: 48 }, scorers: [exact_match] }
gates:
  - { metric: facts/acc, max_drop: 10pp }
  - { metric: tickets/exact_match, min_gain: 1pp }
`;
export const SMALL = small('fixtures/checkpoints/candidate-good.gguf');
export const CONFIGS: Readonly<Record<string, string>> = {
  'small.yml': `${SMALL}policy: { evaluation: full }\n`,
  'adapter.yml': small(
    '{ base: fixtures/checkpoints/base.gguf, adapter: fixtures/checkpoints/adapter-tickets.gguf }',
  ),
};

const judged = (name: string, exits: number) => `
${exits} run -c fixtures/suite/weighbridge.yml --baseline base/baseline --candidate fixtures/checkpoints/candidate-${name}.gguf --out ${name}
${exits} run -c fixtures/suite/weighbridge.yml --baseline base/baseline --candidate fixtures/checkpoints/candidate-${name}.gguf --out ${name}-full --full
${exits} gate -c fixtures/suite/weighbridge.yml --baseline base --candidate ${name}-full --out ${name}-gate --json
0 compare base/baseline ${name}-full/candidate
0 compare base/baseline ${name}-full/candidate --json
${exits} report ${name}
${exits} report ${name}-full --json
0 explain facts/acc:max_drop --out ${name}
0 explain tickets/exact_match:min_gain --out ${name}-full
0 explain register/profanity_rate:ceiling --out ${name}`;

export const DEMO = casesOf(`
0 check -c fixtures/suite/weighbridge.yml
0 check -c fixtures/suite/weighbridge.yml --json --max-drop facts/acc=1pp
0 evaluate --role baseline -c fixtures/suite/weighbridge.yml --out base
${[judged('good', 0), judged('forgetful', 1), judged('rude', 1)].join('').trim()}
explain facts/acc:floor --out good
1 gate --baseline base --candidate forgetful-full --max-drop facts/acc=2pp --out flags
gate -c fixtures/suite/weighbridge.yml --baseline base --candidate good --toxicity-ceiling 1% --out toxic
0 evaluate --role candidate -c fixtures/suite/weighbridge.yml --shard 1/2 --out shards/1
0 evaluate --role candidate -c fixtures/suite/weighbridge.yml --shard 2/2 --out shards/2
0 gate -c fixtures/suite/weighbridge.yml --baseline base --candidate shards --out joined
3 gate -c fixtures/suite/weighbridge.yml --baseline base --candidate shards/1 --out half
0 run -c adapter.yml --out adapter
0 run -c small.yml --out small --json
0 run -c small.yml --out small
0 noise -c adapter.yml --out noise
0 noise -c adapter.yml --out noise --json
0 export good-full --out exported --format every-eval-ever
0 baseline bless good-full --store blessed --commit aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --by somebody
0 baseline bless base --side baseline --store blessed --commit cccccccccccccccccccccccccccccccccccccccc --by somebody
baseline bless base --store blessed --commit b --by somebody
0 baseline show --store blessed
0 baseline list --store blessed
0 baseline list --store blessed --json
0 baseline prune --store blessed --keep 1 --younger-than 0
0 baseline list --store blessed
baseline show --store nowhere
baseline push s3://bucket/prefix --store blessed`);

export const EXAMPLES = casesOf(`
${['dispatch', 'nightly-baseline', 'quick-start', 'self-hosted-lm-eval']
  .flatMap((name) =>
    ['0', 'check', 'check --json', 'run'].slice(1).map((each) => `in examples/${name}: ${each}`),
  )
  .join('\n')}
0 in empty: init
0 in empty: check
4 in empty: init
0 in empty: init --force --candidate c.gguf --baseline b.gguf --directory sub`);

export const WRONG = casesOf(`
--version
rnu
run --confg x
run
check
noise
evaluate
evaluate --role both
evaluate --role baseline --shard 3/2
gate --max-drop x
gate --baseline nowhere --candidate nowhere --max-drop a/b=2pp
compare a
report nowhere
explain a/b:max_drop --out nowhere
import nowhere
export . --format x
baseline
baseline show --store nowhere
baseline prune --keep x`);

const jsonl = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
/** What is right at a smaller share is right at a larger one: a candidate that answers worse, and otherwise alike. */
const isRight = (index: number, share: number) => ((index * 7919) % 101) / 101 < share;
const rows = (count: number, share: number, own: (index: number) => object = () => ({})) =>
  upTo(count).map((index) => ({
    ...{ task: 'facts', id: `q${index}`, metric: 'acc', score: Number(isRight(index, share)) },
    ...{ group: `g${index % 3}`, ...own(index) },
  }));

/** Made-up results, in the forms of programs of which nothing else is at hand as well. */
export const TABLES: Readonly<Record<string, string>> = {
  'base.jsonl': jsonl(rows(400, 0.8)),
  'same.jsonl': jsonl(rows(400, 0.79)),
  'worse.jsonl': jsonl(rows(400, 0.7)),
  'better.jsonl': jsonl(rows(400, 0.9)),
  'few.jsonl': jsonl(rows(30, 0.7)),
  'others.jsonl': jsonl(rows(400, 0.8, (index) => ({ id: `x${index}` }))),
  'unscored.jsonl': jsonl(rows(400, 0.8, (index) => (index < 20 ? { score: null } : {}))),
  'clusters.jsonl': jsonl(
    rows(400, 0.75, (index) => ({ cluster: `c${index % 40}`, weight: 1 + (index % 2) })),
  ),
  'torn.jsonl': jsonl(rows(9, 0.8)).slice(0, -20),
  'empty.jsonl': '',
  'toxic.jsonl': jsonl(rows(300, 0.02, () => ({ task: 'prompts', metric: 'toxicity' }))),
  'clean.jsonl': jsonl(rows(300, 0, () => ({ task: 'prompts', metric: 'toxicity' }))),
  'cheap.jsonl': jsonl(rows(60, 0, (index) => ({ metric: 'cost', score: index % 7 }))),
  'dear.jsonl': jsonl(rows(60, 0, (index) => ({ metric: 'cost', score: index % 8 }))),
  'base.csv': `task,id,metric,score\n${upTo(90)
    .map((id) => `facts,q${id},acc,${id % 2}\n`)
    .join('')}`,
  'junit.xml': `<testsuites><testsuite name="pytest" tests="40">${upTo(40)
    .map(
      (id) =>
        `<testcase classname="t" name="a${id}">${id % 5 === 0 ? '<failure message="no"/>' : ''}</testcase>`,
    )
    .join('')}</testsuite></testsuites>`,
  'oaieval.jsonl': `{"spec": {"completion_fns": ["m"], "eval_name": "c.dev.v1", "base_eval": "c", "split": "dev", "run_id": "r1", "run_config": {"eval_spec": {"cls": "evals.elsuite.basic.match:Match", "args": {}}, "seed": 1, "max_samples": null}, "created_by": "", "created_at": "2026-11-21 02:00:00"}}
${upTo(4)
  .map(
    (id) =>
      `{"run_id": "r1", "event_id": ${id}, "sample_id": "c.dev.${id}", "type": "match", "data": {"correct": ${id % 2 === 1}, "expected": "a", "picked": null, "sampled": "b"}, "created_by": "", "created_at": "2026-11-21"}\n`,
  )
  .join('')}{"final_report": {"accuracy": 0.5, "boostrap_std": 0.1}, "run_id": "r1"}
`,
  'opencompass/results/base/gsm8k.json': `{"accuracy": 50, "details": {"type": "GEN", ${upTo(4)
    .map((id) => `"${id}": {"pred": "A", "answer": "A", "correct": ${id % 2 === 0}}`)
    .join(', ')}}}`,
  'opencompass/predictions/base/gsm8k.json': `{${upTo(4)
    .map((id) => `"${id}": {"origin_prompt": "question ${id}", "prediction": "answer ${id}", "gold": "A"}`)
    .join(', ')}}`,
  'nemo/eval-facts.json': `{"run_id": "eval-facts", "config_hash": "sha256:a", "sdk_version": "0.3.0", "timestamp": "2026-11-21T02:00:00", "config": {"model": "org/m", "temperature": 0}, "benchmark": {"name": "facts", "samples": 4, "repeats": 1, "scores": {"pass@1": {"value": 0.5}}}, "n_results": 4}`,
  'nemo/results.jsonl': upTo(4)
    .map(
      (id) =>
        `{"problem_idx": ${id}, "repeat": 0, "reward": ${id % 2}, "scorer_rewards": {}, "prompt": "q${id}", "model_response": "b", "extracted_answer": "b", "expected_answer": "b", "scoring_details": {"method": "exact"}, "metadata": {"category": "x"}, "tokens": 1}\n`,
    )
    .join(''),
  'lighteval/results/org/m/results_2025-11-21T02-02-49.864881.json': `{"config_general": {"lighteval_sha": "abc", "model_config": {"model_name": "org/m"}}, "results": {"gsm8k:0": {"extractive_match": 0.75, "extractive_match_stderr": 0.25}}, "versions": {"gsm8k:0": 0}, "config_tasks": {"gsm8k": {"metrics": [{"metric_name": "extractive_match", "higher_is_better": true}]}}, "summary_tasks": {}}`,
};
/** The policy of the main branch, and the laxer one of the branch that wants to merge. */
export const policy = (drop: string) => ({
  'policy.yml': `version: 1\ngates: [{ metric: facts/acc, max_drop: ${drop} }]\npolicy: { on_inconclusive: block }\n`,
  'broken.yml': 'version: 1\ngaits: []\n',
});

const LIMITS = [
  ...['--max-drop facts/acc=2pp', '--max-drop facts/acc=5%rel', '--min-gain facts/acc=1pp'],
  ...['--floor facts/acc=75%', '-c policy.yml', '-c policy.yml --on-inconclusive warn'],
  '-c policy.yml --policy-from main',
];
const CANDIDATES = [
  ...['same', 'worse', 'better', 'few', 'others', 'unscored', 'clusters', 'torn', 'empty', 'nowhere'],
];
const PATHS = [
  ...Object.keys(TABLES).filter((name) => !name.includes('/')),
  ...['opencompass', 'nemo', 'lighteval', 'cheap.jsonl#lower=cost', 'base.jsonl --role baseline'],
];
export const JUDGED = casesOf(`
${PATHS.map((path, index) => `import ${path} --out imported/${index}`).join('\n')}
${CANDIDATES.flatMap((name) => [
  `compare base.jsonl ${name}.jsonl`,
  `compare base.jsonl ${name}.jsonl --json`,
  ...LIMITS.map(
    (limit, at) => `gate --baseline base.jsonl --candidate ${name}.jsonl ${limit} --out ${name}-${at}`,
  ),
]).join('\n')}
0 gate --baseline base.jsonl --candidate same.jsonl --max-drop facts/acc=5pp --out hold
1 gate --baseline base.jsonl --candidate worse.jsonl --max-drop facts/acc=2pp --out drop
3 gate --baseline base.jsonl --candidate base.jsonl --max-drop facts/acc=2pp --out itself
4 gate --baseline base.jsonl --candidate same.jsonl -c broken.yml --out broken
gate --baseline clean.jsonl --candidate toxic.jsonl --ceiling prompts/toxicity=5% --out toxic
gate --baseline clean.jsonl --candidate toxic.jsonl --toxicity-ceiling 1% --json --out toxic-json
gate --baseline cheap.jsonl#lower=cost --candidate dear.jsonl#lower=cost --max-drop facts/cost=1 --out cost
gate --baseline base.jsonl --candidate same.jsonl --max-drop facts/nothing=2pp --out nothing
gate --baseline base.jsonl --candidate same.jsonl --out unlimited
gate --baseline base.jsonl --candidate same.jsonl -c policy.yml --policy-from nowhere --out from
0 export base.jsonl --out exported --format every-eval-ever
import exported/candidate --out back
0 report hold --json
0 explain facts/acc:max_drop --out drop`);

/** Pairs that SOURCES.md beside the collected results names: baseline, candidate, limits. */
export const PAIRS = `
lm_eval/replay-mmlu-llama2-7b-alpaca-lora-0.4.13/ckpt-0 lm_eval/replay-mmlu-llama2-7b-alpaca-lora-0.4.13/ckpt-50 --max-mmlu-drop 1pp
lm_eval/replay-mmlu-llama2-7b-alpaca-lora-0.4.13/ckpt-0 lm_eval/replay-mmlu-llama2-7b-alpaca-lora-0.4.13/ckpt-200 --max-drop mmlu/acc=2pp
lm_eval/replay-gsm8k-gpt3-0.4.13/gpt3__6b_finetuning lm_eval/replay-gsm8k-gpt3-0.4.13/gpt3__6b_verification --min-gain gsm8k/exact_match,strict-match=5pp
lm_eval/tiny-hf-cpu-0.4.13/models__tiny-base lm_eval/tiny-hf-cpu-0.4.13/models__tiny-base-rtn8 --max-drop truthfulqa_mc2/acc=2pp --floor boolq/acc=40%
lm_eval/tiny-hf-cpu-0.4.13/models__tiny-base lm_eval/tiny-hf-cpu-0.4.13/models__tiny-base-rtn3 --max-drop arc_easy/acc=3pp --max-drop piqa/acc=3pp
lm_eval/tiny-hf-cpu-0.4.13/models__tiny-base lm_eval/tiny-hf-cpu-0.4.13/models__tiny-sft-math --max-drop lambada_openai/perplexity=5%rel --max-drop wikitext/bits_per_byte=5%rel
lm_eval/pyfade-gsm8k-0.4.9/results_2025-09-09T13-31-53.431753.json lm_eval/pyfade-gsm8k-0.4.9/results_2025-09-09T13-42-42.857006.json --max-drop gsm8k/exact_match=2pp
lm_eval/flor-760m-eqbench-0.4.9 lm_eval/flor-760m-eqbench-0.4.9 --max-drop eqbench_es/eqbench=2pp
lm_eval/latxa-vs-llama2-0.4.0/Llama-2-7b-hf/Llama-2-7b-hf_vaxx_stance_5-shot.json lm_eval/latxa-vs-llama2-0.4.0/latxa-7b-v1.1/latxa-7b-v1.1_vaxx_stance_5-shot.json --max-drop vaxx_stance/f1=2pp
lm_eval/latxa-vs-llama2-0.4.0/latxa-7b-v1/latxa-7b-v1_eus_exams_eu_5-shot.json lm_eval/latxa-vs-llama2-0.4.0/latxa-7b-v1.1/latxa-7b-v1.1_eus_exams_eu_5-shot.json --max-drop eus_exams_eu_ejadministrari/acc=2pp
lm_eval/latxa-vs-llama2-0.4.0/Llama-2-7b-hf/Llama-2-7b-hf_xstory_cloze_0-shot.json lm_eval/latxa-vs-llama2-0.4.0/latxa-7b-v1.1/latxa-7b-v1.1_xstorycloze_eu_0-shot.json --max-drop xstorycloze_eu/acc=2pp
lm_eval/harness-repo-history-0.3/llama/llama-7B/llama-7B_mmlu_5-shot.json lm_eval/harness-repo-history-0.3/llama/llama-13B/llama-13B_mmlu_5-shot.json --max-drop hendrycksTest-anatomy/acc=2pp
lm_eval/harness-repo-history-0.3/opt/opt-125m lm_eval/harness-repo-history-0.3/opt/opt-350m --max-drop arc_challenge/acc=2pp
lm_eval/pythia-1.4b-0.3/1.4b-deduped_step3000.json lm_eval/pythia-1.4b-0.3/1.4b-deduped_step143000.json --max-drop arc_challenge/acc=2pp
lm_eval/stability-rinna-0.2/rinna-japanese-gpt-neox-3.6b/result.json lm_eval/stability-rinna-0.2/rinna-japanese-gpt-neox-3.6b-instruction-sft/result.json --max-drop jcommonsenseqa-1.1-0.4/acc=2pp
lm_eval/harness-testdata-0.3/drop-v0-res.json lm_eval/harness-testdata-0.3/drop-v1-res.json --max-drop drop/f1=2pp
lm_eval/harness-testdata-0.3/truthfulqa_mc-v0-res.json lm_eval/harness-testdata-0.3/truthfulqa_mc-v1-res.json --max-drop truthfulqa_mc/mc1=2pp
inspect/replay-0.3.208/gsm8k-zstd/2026-11-21T02-24-31-00-00_gsm8k_YvkUzdyEo0mgZWzpN4tpUD.eval inspect/replay-0.3.208/gsm8k-zstd/2026-11-21T02-24-43-00-00_gsm8k_O14HnlsQD446KRSx7QRjLC.eval --max-drop gsm8k/match=2pp
inspect/eee/data_arc_qwen.json inspect/eee/data_arc_sonnet.json --max-drop inspect_evals/arc_easy/choice=2pp
helm/narrative_qa-model=openai_gpt2 helm/mmlu-subject=philosophy,method=multiple_choice_joint,model=openai_gpt2 --max-drop narrative_qa/f1_score=20pp
promptfoo/xstest-0.123.1/results_llama2orig.json.gz promptfoo/xstest-0.123.1/results_llama2new.json.gz --max-drop promptfoo/pass=10pp
promptfoo/xstest-0.123.1/results_llama2orig.json.gz promptfoo/xstest-0.123.1/results_mistralinstruct.json.gz --max-drop promptfoo/pass=10pp --floor refusal/score=90%
promptfoo/xstest-0.123.1/two_providers.json.gz#provider=llama2orig promptfoo/xstest-0.123.1/two_providers.json.gz#provider=llama2new --max-drop promptfoo/pass=10pp
`;
/** Collected results that need more than a path. */
export const FRAGMENTS = [
  'inspect/replay-0.3.208/odd/2026-11-21T02-25-07-00-00_gsm8k-rubric_jY7UL2NjkP5huvVvOpf8Xm.eval#higher=quality,safe',
  'inspect/eee/data_cvebench_empty_choices.json#higher=check_exploit',
  'promptfoo/xstest-0.123.1/two_providers_first20.jsonl#provider=llama2orig',
];

/** Uses of the action: the event, as a file of test/events, and the inputs. Null is a config that is wrong. */
export const JOBS: readonly (readonly [string, Readonly<Record<string, string>> | null])[] = [
  ['pull_request', { check: 'on' }],
  ['pull_request', { candidate: 'fixtures/checkpoints/candidate-forgetful.gguf' }],
  ['pull_request_fork', {}],
  ['merge_group', { check: 'on' }],
  ['push', { 'max-mmlu-drop': '2pp' }],
  ['pull_request', { phase: 'evaluate', shard: '1/2' }],
  ['pull_request', { phase: 'report' }],
  ['pull_request', { candidate: 'nowhere.gguf' }],
  ['pull_request', { check: 'true' }],
  ['pull_request', null],
  ['pull_request_target', {}],
];
