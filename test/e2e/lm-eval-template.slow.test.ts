import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import { readSide } from '../support/read-side.ts';
import { calls, configure, project, run, SETTINGS } from './lm-eval-project.ts';
import { verdictIn } from './support.ts';

const SAMPLES = 24;
const CONFIG = `candidate: candidate-good
baseline: base
tasks:
  facts: { ${SETTINGS}, task: weighbridge_facts, role: general, apply_chat_template: true, limit: ${SAMPLES} }
gates:
  - { metric: facts/acc, max_drop: 60pp, allow_floor: true }
policy: { evaluation: full }
`;

test('a declared change of the chat template asks the baseline with the candidate’s', async () => {
  using folder = project(['base', 'candidate-good'], CONFIG);
  const { path } = folder;
  const file = join(path, 'candidate-good/tokenizer_config.json');
  const tokenizer = readFileSync(file, 'utf8');
  writeFileSync(file, tokenizer.replace('Customer:', 'Question:'));
  expect(readFileSync(file, 'utf8')).not.toBe(tokenizer);
  const sides = async () => {
    const [[baseline], [candidate]] = await Promise.all([
      readSide(join(path, 'out'), 'baseline'),
      readSide(join(path, 'out'), 'candidate'),
    ]);
    return { baseline, candidate };
  };
  const inputs = (of: Awaited<ReturnType<typeof sides>>['baseline']) =>
    new Map(of?.samples.map(({ id, input_digest }) => [id, input_digest]));

  const undeclared = await run(path);
  expect(undeclared.exitCode, undeclared.stderr).toBe(EXIT_CODES.invalid);
  const before = await sides();
  const templates = [before.baseline, before.candidate].map((side) => side?.record.fingerprint.chat_template);
  expect(new Set(templates).size).toBe(2);
  const [baseline, candidate] = templates;
  expect(verdictIn(join(path, 'out')).comparability).toContainEqual({
    ...{ task: 'facts', field: 'chat_template', severity: 'hard', baseline, candidate },
  });

  configure(path, `${CONFIG}accept_change: [chat_template]\n`);
  const declared = await run(path);
  expect(declared.exitCode, declared.stderr).toBe(EXIT_CODES.notBlocked);
  expect(declared.stderr).toContain('baseline/facts: an earlier run differed and was set aside');
  const after = await sides();
  // The baseline was given the candidate's tokenizer by its path, which is told and compared softly.
  const { other_settings: given, ...asked } = after.baseline?.record.fingerprint ?? {};
  expect(after.candidate?.record.fingerprint).toMatchObject(asked);
  expect(given).toContain('model_args.tokenizer');
  expect(after.baseline?.record.model).toEqual(before.baseline?.record.model);
  expect(after.baseline?.samples).toHaveLength(SAMPLES);
  expect(inputs(after.baseline)).toEqual(inputs(after.candidate));
  expect(inputs(after.baseline)).not.toEqual(inputs(before.baseline));
  expect(verdictIn(join(path, 'out'))).toMatchObject({
    verdict: 'pass',
    comparability: [expect.objectContaining({ task: 'facts', severity: 'soft' })],
    provenance: { baseline: { accepted: ['chat_template'] } },
  });
  // The candidate was asked once, and weights are not copied to change a template.
  expect([calls(path, 'baseline').length, calls(path, 'candidate').length]).toEqual([2, 1]);
  const work = join(path, 'out/lm-eval/baseline');
  const [tokenizerFolder = ''] = readdirSync(work).filter((name) => name.startsWith('tokenizer-'));
  expect(existsSync(join(work, tokenizerFolder, 'tokenizer.json'))).toBe(true);
  expect(readdirSync(join(work, tokenizerFolder)).join()).not.toMatch(/safetensors|gguf/);
});
