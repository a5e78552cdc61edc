import { expect } from 'vitest';
import { type ResolveRequest, resolveConfig } from '../../src/config/resolve.ts';
import type { ResolvedConfig } from '../../src/config/resolved.ts';
import { IssueList, type WeighbridgeError } from '../../src/core/domain/errors.ts';

/** A config in which everything is said that can be said. */
export const FULL = `version: 1
candidate: checkpoints/candidate.gguf
baseline: { base: base.gguf, adapter: old.gguf }
reference: null
engine: { type: llama.cpp, context_size: 512 }
seed: 7
tasks:
  facts:
    role: general
    type: multiple_choice
    dataset: evals/facts.jsonl
    alias: mmlu
    primary_metric: acc_norm
  tickets:
    role: target
    type: generate
    dataset: evals/tickets.jsonl
    doc_to_text: '{{question}}'
    scorers: [exact_match, json_valid]
  rude:
    role: safety
    type: generate
    dataset: evals/prompts.jsonl
    doc_to_text: '{{prompt}}'
    scorers: [{ name: toxicity, backend: command, command: [judge], version: judge-1 }, profanity_rate]
  prose: { role: general, type: perplexity, dataset: evals/prose.jsonl }
thresholds:
  max_mmlu_drop: 2pp
  min_task_delta: 1pp
  toxicity_ceiling: 1%
gates:
  - { metric: facts/acc, max_drop: 3%rel }
  - { metric: tickets/json_valid, floor: 0.95, tier: advisory }
  - { metric: rude/profanity_rate, ceiling: 2%, allow_weak_scorer: true }
  - { metric: prose, max_drop: 0.02 }
policy: { allow: [unsafe_code], alpha: 0.1, on_inconclusive: block, target: population, min_coverage: 0.95 }
`;

const TASKS = `tasks:
  facts: { role: general, type: multiple_choice, dataset: facts.jsonl }
  prose: { role: general, type: perplexity, dataset: prose.jsonl }
  tickets: { role: target, type: generate, dataset: t.jsonl, doc_to_text: q, scorers: [exact_match] }
  rude: { role: safety, type: generate, dataset: r.jsonl, doc_to_text: q, scorers: [profanity_rate] }
`;

/** The head and tasks of a config, on lines 1 to 6, for tests of what follows. */
export const HEAD = `version: 1\n${TASKS}`;

export function resolve(text: string | null, more: Partial<ResolveRequest> = {}): ResolvedConfig {
  return resolveConfig({ text, file: text === null ? null : 'w.yml', ...more });
}

/** The faults of a config; fails when there are none. */
export function faults(text: string | null, more: Partial<ResolveRequest> = {}): readonly WeighbridgeError[] {
  try {
    resolve(text, more);
  } catch (error) {
    if (error instanceof IssueList) return error.issues;
    throw error;
  }
  return expect.fail(`accepted:\n${text}`);
}
