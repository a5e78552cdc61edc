import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateCheckpoints } from '../../src/app/evaluate.ts';
import { judge } from '../../src/app/judge.ts';
import { showTask } from '../../src/app/show.ts';
import type { RunRecord } from '../../src/core/domain/run.ts';
import type { SampleRecord } from '../../src/core/domain/sample.ts';
import { useBigramEngine } from '../support/bigram-engine.ts';
import { faultOf } from '../support/fault.ts';
import { loadFrom, logged, projectFolder } from './story.ts';

const OWN = 'baseline: { sources: baseline.gguf, prompt: { facts: { description: "Be sure. " } } }';

const recordOf = (out: string, side: string) =>
  JSON.parse(readFileSync(join(out, side, 'facts/run.json'), 'utf8')) as RunRecord;
const firstOf = (out: string, side: string) =>
  JSON.parse(
    readFileSync(join(out, side, 'facts/samples.jsonl'), 'utf8').split('\n')[0] ?? '',
  ) as SampleRecord;

/** The same project with another line for its baseline. */
function reworded(folder: string, line: string) {
  const file = join(folder, 'weighbridge.yml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^baseline: .*$/m, line));
  return loadFrom(folder);
}

async function evaluated(baseline: string) {
  const folder = projectFolder(baseline);
  const loaded = await loadFrom(folder);
  useBigramEngine();
  const options = logged(folder);
  await evaluateCheckpoints(loaded, options);
  return { folder, loaded, options };
}

describe('a baseline with a prompt of its own', () => {
  test('is asked with it, and compared sample by sample', async () => {
    const { loaded, options } = await evaluated(OWN);
    const { out } = options;
    expect(firstOf(out, 'baseline').input_digest).not.toBe(firstOf(out, 'candidate').input_digest);
    expect(recordOf(out, 'baseline').fingerprint.own_prompt).toEqual(expect.any(String));
    expect(recordOf(out, 'candidate').fingerprint).not.toHaveProperty('own_prompt');
    const verdict = await judge(loaded, options);
    expect(verdict.gates).toMatchObject([{ pairs: 12, verdict: 'pass' }]);
    expect(verdict.comparability).toMatchObject([{ field: 'own_prompt', severity: 'soft', task: 'facts' }]);
    const comment = readFileSync(join(out, 'comment.md'), 'utf8');
    expect(comment).toContain('The baseline is asked with its own prompt on <code>facts</code>');
  });

  test('that nobody declares is not comparable', async () => {
    const { folder, options } = await evaluated(OWN);
    const undeclared = await reworded(folder, 'baseline: out/baseline');
    const verdict = await judge(undeclared, options);
    expect(verdict.verdict).toBe('invalid');
    expect(
      verdict.comparability.filter(({ severity }) => severity === 'hard').map(({ field }) => field),
    ).toContain('own_prompt');
  });

  test('and another one was declared: not comparable', async () => {
    const { folder, options } = await evaluated(OWN);
    const other = await reworded(
      folder,
      'baseline: { sources: out/baseline, prompt: { facts: { description: "Be quick. " } } }',
    );
    expect((await judge(other, options)).verdict).toBe('invalid');
  });

  test('that is declared, of results without it: not comparable', async () => {
    const { folder, options } = await evaluated('baseline: baseline.gguf');
    const declared = await reworded(folder, OWN.replace('baseline.gguf', 'out/baseline'));
    const verdict = await judge(declared, options);
    expect(verdict.verdict).toBe('invalid');
    expect(verdict.comparability).toMatchObject([
      { field: 'own_prompt', severity: 'hard', baseline: 'not recorded' },
    ]);
  });

  test.each([
    ['another dataset', 'dataset'],
    ['other solved examples', 'few_shot'],
    ['another chat template', 'chat_template'],
  ])('differs in nothing else: %s stays what it is', async (_, field) => {
    const { folder, loaded, options } = await evaluated(OWN);
    const place = join(folder, 'out/baseline/facts/run.json');
    const { fingerprint, ...record } = recordOf(join(folder, 'out'), 'baseline');
    writeFileSync(
      place,
      JSON.stringify({ ...record, fingerprint: { ...fingerprint, [field]: 'sha256:other' } }),
    );
    expect((await judge(loaded, options)).verdict).toBe('invalid');
  });

  test('of solved examples alone goes with the same wording', async () => {
    const { folder, loaded, options } = await evaluated(
      OWN.replace('description: "Be sure. "', 'num_fewshot: 0'),
    );
    expect((await judge(loaded, options)).verdict).toBe('pass');
    const place = join(folder, 'out/baseline/facts/run.json');
    const { fingerprint, ...record } = recordOf(join(folder, 'out'), 'baseline');
    writeFileSync(
      place,
      JSON.stringify({ ...record, fingerprint: { ...fingerprint, prompt: 'sha256:other' } }),
    );
    expect((await judge(loaded, options)).verdict).toBe('invalid');
  });

  test('is shown as it is asked', async () => {
    const { config } = await loadFrom(projectFolder(OWN));
    const shown = async (side: 'baseline' | 'candidate') =>
      (await showTask(config, 'facts', { count: 1, side })).shown[0]?.prompt;
    expect(await shown('baseline')).toBe(`Be sure. ${await shown('candidate')}`);
  });

  test.each([
    ['of no task', 'prompt: { fact: { description: x } }', /no task "fact"[\s\S]*facts/],
    ['with a setting that scores', 'prompt: { facts: { doc_to_choice: x } }', /doc_to_choice/],
    ['that was kept', 'prompt: { facts: { description: x } }, bootstrap: true', /can be asked/],
  ])('%s is refused at its line', async (_, written, message) => {
    const folder = projectFolder(`baseline: { sources: baseline.gguf, ${written} }`);
    const { text } = await faultOf(() => loadFrom(folder));
    expect(text).toMatch(message);
    expect(text).toMatch(/weighbridge\.yml:\d+/);
  });
});
