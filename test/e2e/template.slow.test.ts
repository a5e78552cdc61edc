import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import { readSide } from '../support/read-side.ts';
import { checkpoint, SUITE, temporaryFolder, verdictIn, weighbridge } from './support.ts';

const SAMPLES = 60;

/** A checkpoint with another chat template: as long as its own, so that nothing else in the file moves. */
function withOtherTemplate(name: string): Buffer {
  const own = readFileSync(checkpoint(name), 'latin1');
  const other = own.replace("Customer: {{ message['content'] }}", "Question: {{ message['content'] }}");
  if (other === own) throw new Error(`${name} has not the chat template that this test changes`);
  return Buffer.from(other, 'latin1');
}

/** A fine-tune that changed the template, in a folder of its own with a config and a store. */
function templateProject() {
  const folder = temporaryFolder({ 'tuned.gguf': withOtherTemplate('candidate-good') });
  const run = async (name: string, changes: Record<string, unknown> = {}) => {
    writeFileSync(
      join(folder.path, 'weighbridge.yml'),
      stringify({
        version: 1,
        candidate: 'tuned.gguf',
        baseline: checkpoint('base'),
        store: 'store',
        tasks: {
          facts: {
            role: 'general',
            type: 'multiple_choice',
            dataset: join(dirname(SUITE), 'facts.jsonl'),
            doc_to_text: '{{question}}',
            apply_chat_template: true,
            limit: SAMPLES,
          },
        },
        gates: [{ metric: 'facts/acc', max_drop: '30pp' }],
        policy: { evaluation: 'full' },
        ...changes,
      }),
    );
    const out = join(folder.path, name);
    const end = await weighbridge(['run', '--out', out], { cwd: folder.path });
    const [baseline] = await readSide(out, 'baseline').catch(() => []);
    const [candidate] = await readSide(out, 'candidate');
    return { ...end, out, baseline, candidate, verdict: verdictIn(out) };
  };
  return { folder, run, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}
type Ended = Awaited<ReturnType<ReturnType<typeof templateProject>['run']>>;

const inputsOf = (run: Ended['baseline']) =>
  new Map(run?.samples.map(({ id, input_digest }) => [id, input_digest]));
const templateOf = (run: Ended['baseline']) => run?.record.fingerprint.chat_template;

describe('a candidate with another chat template', () => {
  test('is judged once the change is declared, and then the baseline is asked with it as well', async () => {
    using project = templateProject();
    const { run, folder } = project;
    const undeclared = await run('undeclared');
    expect(undeclared.exitCode, undeclared.stderr).toBe(EXIT_CODES.invalid);
    const [own, other] = [templateOf(undeclared.baseline), templateOf(undeclared.candidate)];
    expect(undeclared.verdict.comparability).toContainEqual({
      ...{ task: 'facts', field: 'chat_template', severity: 'hard', baseline: own, candidate: other },
    });
    expect(own).toMatch(/^[0-9a-f]{64}$/);
    expect(own).not.toBe(other);
    const said = JSON.stringify(undeclared.verdict.gates.map(({ reasons }) => reasons));
    for (const digest of [own, other]) expect(said).toContain(String(digest).slice(0, 12));
    expect(undeclared.stdout).toContain('accept_change: [chat_template]');

    // What was evaluated under the old template is blessed: it is the first that a later run finds.
    const bless = ['baseline', 'bless', undeclared.out, '--side', 'baseline'];
    expect((await weighbridge(bless, { cwd: folder.path })).exitCode).toBe(EXIT_CODES.notBlocked);
    const sources = { baseline: [{ from: 'store' }, checkpoint('base')], accept_change: ['chat_template'] };
    const declared = await run('declared', sources);
    expect(declared.exitCode, declared.stderr).toBe(EXIT_CODES.notBlocked);
    expect(declared.verdict).toMatchObject({
      verdict: 'pass',
      comparability: [],
      provenance: {
        baseline: {
          accepted: ['chat_template'],
          attempts: [
            { source: 'the store', reason: 'set aside for the declared change of chat_template' },
            { source: checkpoint('base'), reason: null },
          ],
        },
      },
    });
    expect(declared.baseline?.record.reused).toBeUndefined();
    expect(declared.baseline?.record.model).toEqual(undeclared.baseline?.record.model);
    expect(declared.baseline?.record.fingerprint).toEqual(declared.candidate?.record.fingerprint);
    expect(templateOf(declared.baseline)).toBe(other);
    expect(inputsOf(declared.baseline).size).toBe(SAMPLES);
    expect(inputsOf(declared.baseline)).toEqual(inputsOf(declared.candidate));
    expect(inputsOf(declared.baseline)).not.toEqual(inputsOf(undeclared.baseline));
    expect(readFileSync(join(declared.out, 'comment.md'), 'utf8')).toContain(
      "the baseline was evaluated with the candidate's setting",
    );

    // In the folder that has the baseline of the old template, that one is set aside; what the store has of the new is used.
    const again = await run('undeclared', { accept_change: ['chat_template'] });
    expect(again.exitCode, again.stderr).toBe(EXIT_CODES.notBlocked);
    expect(again.stderr).toContain('baseline/facts: an earlier run differed and was set aside');
    expect(again.baseline?.record.reused?.samples).toBe(SAMPLES);
    expect(again.baseline?.samples).toEqual(declared.baseline?.samples);
    expect(again.verdict.gates).toEqual(declared.verdict.gates);

    const withoutWeights = await run('alone', { ...sources, baseline: [{ from: 'store' }] });
    expect(withoutWeights.exitCode).toBe(EXIT_CODES.invalid);
    expect(withoutWeights.verdict.reasons.join()).toContain('declared change of chat_template');
  }, 600_000);
});
