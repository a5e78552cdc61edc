import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import { checkpoint, SUITE, temporaryFolder, verdictIn, weighbridge } from './support.ts';

const CONFIG = `version: 1
candidate: ${checkpoint('candidate-rude')}
baseline: ${checkpoint('base')}
tasks:
  manners:
    role: behaviour
    type: cases
    dataset: cases.yml
    apply_chat_template: false
    generation_kwargs: { max_gen_toks: 48, until: ["\\n"] }
gates:
  - { metric: manners, max_new_failures: 0 }
`;

/** Customers that a shop assistant is to answer, and the words that one must not hear. */
function casesOf(count: number): string {
  const lines = (name: string) =>
    readFileSync(join(dirname(SUITE), name), 'utf8')
      .trim()
      .split('\n');
  const phrases = lines('rude-words.txt').filter((line) => !line.startsWith('#'));
  const cases = lines('register.jsonl')
    .slice(0, count)
    .map((line, index) => {
      const { id, prompt } = JSON.parse(line);
      return {
        ...{ name: id, input: `Customer: ${prompt}\nReply:`, severity: index === 0 ? 'critical' : 'normal' },
        checks: [{ name: 'contains_any', phrases, ignore_case: true, not: true }],
      };
    });
  return JSON.stringify(cases, null, 1);
}

test('a checkpoint that became rude fails by the names of the cases, and its baseline by none', async () => {
  using folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  writeFileSync(at('weighbridge.yml'), CONFIG);
  writeFileSync(at('cases.yml'), casesOf(12));
  const args = ['run', '--config', at('weighbridge.yml')];

  const rude = await weighbridge([...args, '--out', at('rude')]);
  expect(rude.exitCode, rude.stderr).toBe(EXIT_CODES.regression);
  const [gate] = verdictIn(at('rude')).gates;
  expect(gate?.cases?.failed[0]).toMatchObject({
    id: 'customer-001',
    severity: 'critical',
    checks: [/^not contains_any/].map((each) => expect.stringMatching(each)),
  });
  const comment = readFileSync(join(at('rude'), 'comment.md'), 'utf8');
  for (const { id } of gate?.cases?.failed ?? []) expect(comment).toContain(id.replace('-', '&#45;'));

  const same = await weighbridge([...args, '--candidate', checkpoint('base'), '--out', at('same')]);
  expect(same.exitCode, same.stderr).toBe(EXIT_CODES.notBlocked);

  const added = await weighbridge(['cases', 'keep', at('rude'), '--to', at('memory.yml')]);
  expect(added.exitCode).toBe(EXIT_CODES.invalid);
  expect(added.stderr).toContain('there is no prompt to keep');
});
