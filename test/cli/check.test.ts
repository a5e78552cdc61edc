import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addCheck } from '../../src/cli/check.ts';
import { command, HALF, MOSTLY, writeTampered } from '../red-team/attempt.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

/** What `check` says of a drop of 2pp against stored results of which these were right. */
async function checked(isRight: (index: number) => boolean, terms = '', choices?: number) {
  const rows = Array.from({ length: 500 }, (_, index) => ({
    id: `q${index}`,
    question: 'q',
    choices: ['a', 'b'],
    answer: 0,
  }));
  const folder = temporaryFolder({
    'weighbridge.yml': `version: 1
candidate: c.gguf
baseline: stored/baseline
tasks: { facts: { role: general, type: multiple_choice, dataset: rows.jsonl } }
gates: [{ metric: facts/acc, max_drop: 2pp${terms} }]
`,
    'rows.jsonl': jsonl(...rows),
  });
  writeTampered(join(folder, 'stored'), 'baseline', {
    isRight,
    line: (line) => (choices === undefined ? line : { ...line, choices }),
  });
  return (await command(addCheck, ['check', '--config', join(folder, 'weighbridge.yml')])).text;
}

test.each<[string, Parameters<typeof checked>, string]>([
  ['nothing to lose', [() => false], "cannot see a loss: the baseline's acc of 0.0 % lies within the limit"],
  ['no better than a guess', [HALF, '', 2], '50.0 %, which a guess among its choices gets'],
])('a stored baseline with %s is told before anything is evaluated', async (_, asked, says) => {
  const text = await checked(...asked);
  expect(text).toContain(`facts/acc:max_drop ${says.startsWith('cannot') ? says : 'cannot see a loss'}`);
  expect(text).toContain(says);
  expect(text).toContain('it stays undecided unless it says allow_floor: true');
});

test.each<[string, Parameters<typeof checked>]>([
  ['one that could lose', [MOSTLY]],
  ['a gate that says allow_floor', [() => false, ', allow_floor: true']],
])('nothing is said of %s', async (_, asked) => {
  expect(await checked(...asked)).not.toContain('cannot see');
});
