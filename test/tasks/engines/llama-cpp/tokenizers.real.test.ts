import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateCheckpoints } from '../../../../src/app/evaluate.ts';
import { judge } from '../../../../src/app/judge.ts';
import { readConfig } from '../../../../src/config/load.ts';
import { list, listOf, type MetadataValue, readRawGguf, rewriteGguf, value } from '../../../support/gguf.ts';
import { temporaryFolder } from '../../../support/real-engine.ts';
import { jsonl } from '../../../support/temporary-folder.ts';

/** Tokenizers as real fine-tunes have them: each is the fixture's baseline but for one thing that tools write. */
const BASE = resolve(import.meta.dirname, '../../../../fixtures/checkpoints/base.gguf');
const folder = temporaryFolder();

const { metadata } = readRawGguf(BASE);
const texts = (key: string) => listOf(metadata[key] ?? Buffer.alloc(16)).map(String);
const TOKENS = texts('tokenizer.ggml.tokens');
const TYPES = texts('tokenizer.ggml.token_type').map(Number);

const CONTROL = 3;
const vocabulary = (added: readonly string[], type = CONTROL): Record<string, MetadataValue> => ({
  'tokenizer.ggml.tokens': list('string', [...TOKENS, ...added]),
  'tokenizer.ggml.token_type': list('i32', [...TYPES, ...added.map(() => type)]),
  'llama.vocab_size': value('u32', TOKENS.length + added.length),
});
const padding = Array.from({ length: 64 }, (_, index) => `[PAD${index}]`);
const withType = (token: string, type: number) =>
  list(
    'i32',
    TYPES.map((own, index) => (TOKENS[index] === token ? type : own)),
  );

type Changes = Readonly<Record<string, MetadataValue | null>>;

/** A choice, a generation and a text, of which the tokens are all that counts. */
const PROJECT = {
  'choices.jsonl': jsonl({
    id: 'c',
    question: 'Where is the show',
    choices: ['here now', 'there 1234'],
    answer: 0,
  }),
  'answers.jsonl': jsonl({ id: 'g', question: 'The coffee is', answer: 'hot' }),
  'texts.jsonl': jsonl({ id: 't', text: "It's the show of two, and he'll grin.\n\nHow?" }),
};

const config = (candidate: string, baseline: string, more: string) => `version: 1
candidate: ${candidate}
baseline: ${baseline}
engine: { type: llama.cpp, threads: 1${more} }
tasks:
  choices: { role: general, type: multiple_choice, dataset: choices.jsonl, doc_to_text: "{{question}}" }
  answers:
    role: general
    type: generate
    dataset: answers.jsonl
    doc_to_text: "{{question}}"
    doc_to_target: "{{answer}}"
    generation_kwargs: { max_gen_toks: 4, until: ["\\n"] }
    scorers: [exact_match]
  texts: { role: general, type: perplexity, dataset: texts.jsonl, doc_to_text: "{{text}}" }
gates: [{ metric: texts/bits_per_byte, max_drop: 5%rel }]
policy: { evaluation: full, on_inconclusive: warn }
`;

async function evaluate(side: 'baseline' | 'candidate', candidate: string, baseline: string, more: string) {
  // Runs of a baseline outlive the test that asked for them.
  const project = mkdtempSync(join(folder, 'project-'));
  const files = { ...PROJECT, 'weighbridge.yml': config(candidate, baseline, more) };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  const loaded = await readConfig(join(project, 'weighbridge.yml'), {});
  const out = join(project, 'out');
  const said: string[] = [];
  const log = { info: (line: string) => void said.push(line), warn: (line: string) => void said.push(line) };
  await evaluateCheckpoints(loaded, { out, log, sides: [side], signal: new AbortController().signal });
  return { loaded, out, said };
}

const baselines = new Map<string, Promise<string>>();
/** The runs of a baseline, which is asked once. */
function evaluated(path: string, more: string): Promise<string> {
  const key = path + more;
  const runs =
    baselines.get(key) ?? evaluate('baseline', BASE, path, more).then(({ out }) => join(out, 'baseline'));
  baselines.set(key, runs);
  return runs;
}

let made = 0;
function variant(from: string, changes: Changes, rows = 0): string {
  made += 1;
  const path = join(folder, `${made}.gguf`);
  rewriteGguf(from, path, changes, rows);
  return path;
}

async function compareWith(changes: Changes, { rows = 0, more = '', base = BASE } = {}) {
  const runs = await evaluated(base, more);
  const { loaded, out, said } = await evaluate('candidate', variant(base, changes, rows), runs, more);
  const file = await judge(loaded, { out });
  return {
    verdict: file.verdict,
    found: file.comparability.map(({ task, field, setting, severity }) => [task, setting ?? field, severity]),
    fingerprints: file.provenance.fingerprints,
    comment: readFileSync(join(out, 'comment.md'), 'utf8'),
    said,
  };
}

describe('no finding, since no text of the tasks becomes other tokens', () => {
  test.each<[string, Changes, number]>([
    ['two special tokens are appended', vocabulary(['<|im_start|>', '<|im_end|>']), 2],
    ['64 rows of padding are appended', vocabulary(padding, 5), 64],
    ['another token ends a text', { 'tokenizer.ggml.eos_token_id': value('u32', 1) }, 0],
    ['a token has another type', { 'tokenizer.ggml.token_type': withType('<|pad|>', 4) }, 0],
    ['a token for the unknown is named', { 'tokenizer.ggml.unknown_token_id': value('u32', 0) }, 0],
    ['add_eos_token, which was false, is absent', { 'tokenizer.ggml.add_eos_token': null }, 0],
    // ggml-org/llama.cpp#8990: what a trainer wants behind its texts stands behind none of a task's.
    ['add_eos_token is true', { 'tokenizer.ggml.add_eos_token': value('bool', true) }, 0],
    ['another token pads', { 'tokenizer.ggml.padding_token_id': value('u32', 0) }, 0],
  ])('%s', async (_, changes, rows) => {
    const { verdict, found, fingerprints } = await compareWith(changes, { rows });
    expect(found).toEqual([]);
    expect(verdict).not.toBe('invalid');
    // Not for want of a difference: but for padding, which was never part of the digest, the vocabularies are told apart.
    const digest = (side: 'baseline' | 'candidate') => fingerprints.texts?.[side]?.tokenizer;
    const isPadding = 'tokenizer.ggml.padding_token_id' in changes;
    expect(digest('baseline') === digest('candidate')).toBe(isPadding);
  });
});

describe('told, and compared all the same', () => {
  /** With numbers as tokens, of which one way to cut words takes four digits together and the other three. */
  const NUMBERS = ['12', '123', '1234'];
  const merges = [...texts('tokenizer.ggml.merges'), '1 2', '12 3', '123 4'];
  const numbers = () =>
    variant(
      BASE,
      { ...vocabulary(NUMBERS, 1), 'tokenizer.ggml.merges': list('string', merges) },
      NUMBERS.length,
    );

  test.each<[string, Changes, () => string, readonly string[]]>([
    [
      'a BOS before every text',
      { 'tokenizer.ggml.add_bos_token': value('bool', true) },
      () => BASE,
      ['choices', 'answers'],
    ],
    [
      'another way to cut words',
      { 'tokenizer.ggml.pre': value('string', 'llama-bpe') },
      numbers,
      ['choices'],
    ],
  ])('%s', async (_, changes, base, tasks) => {
    const { verdict, found, comment } = await compareWith(changes, { base: base() });
    expect(found.toSorted()).toEqual(tasks.map((task) => [task, 'tokens', 'soft']).toSorted());
    expect(verdict).not.toBe('invalid');
    expect(comment).toContain('summed over the same bytes');
  });
});

test('a fine-tune that was made for a longer context is compared at that of its baseline', async () => {
  const { found, fingerprints, said } = await compareWith({ 'llama.context_length': value('u32', 2048) });
  expect(found).toEqual([]);
  expect(fingerprints.texts?.candidate?.engine_settings).toContain('context 512,');
  expect(said.join('\n')).toContain("the baseline's context of 512 tokens; its own would be 2048");
});

test('one that says a shorter context is settled by the config, and the report says so', async () => {
  const changes = { 'llama.context_length': value('u32', 256) };
  const { verdict, comment } = await compareWith(changes);
  expect(verdict).toBe('invalid');
  expect(comment).toMatch(/context&#95;size&#58;&#32;256/);
  expect((await compareWith(changes, { more: ', context_size: 256' })).verdict).not.toBe('invalid');
});
