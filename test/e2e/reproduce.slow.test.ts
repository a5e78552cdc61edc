import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkpoint, ROOT, SUITE, temporaryFolder, verdictIn, weighbridge } from './support.ts';

const TABLE = 'task,id,metric,score\n';
const rows = (wrong: number): string =>
  Array.from({ length: 200 }, (_, index) => `facts,s${index},acc,${Number(index >= wrong)}\n`).join('');

/** The words of the command that a comment ends with. */
function printed(out: string): string[] {
  const [, command = ''] =
    /```sh\n(weighbridge .*)\n```/.exec(readFileSync(join(out, 'comment.md'), 'utf8')) ?? [];
  return command.split(' ').slice(1);
}

test.each<[string, (folder: string) => string[]]>([
  [
    'run, limited by a flag and cut short by none',
    () => [
      ...['run', '--config', SUITE, '--candidate', checkpoint('candidate-forgetful')],
      ...['--full', '--max-drop', 'facts/acc=4pp', '--on-inconclusive', 'block'],
    ],
  ],
  [
    'gate on results of another program, without a config',
    (folder) => {
      writeFileSync(join(folder, 'before.csv'), TABLE + rows(20));
      writeFileSync(join(folder, 'after.csv'), TABLE + rows(50));
      const sides = ['--baseline', join(folder, 'before.csv'), '--candidate', join(folder, 'after.csv')];
      return ['gate', ...sides, '--max-drop', 'facts/acc=2pp'];
    },
  ],
  [
    'gate on the folds of a cross-validation',
    (folder) => {
      const at = (name: string) => join(folder, name);
      writeFileSync(at('before.csv'), TABLE + rows(20));
      writeFileSync(at('1.csv'), TABLE + rows(50));
      writeFileSync(at('2.csv'), TABLE + rows(60));
      const folds = Array.from({ length: 200 }, (_, index) => ({
        id: `s${index}`,
        fold: `${1 + (index % 2)}`,
      }));
      writeFileSync(at('folds.jsonl'), folds.map((row) => `${JSON.stringify(row)}\n`).join(''));
      const results = ['--fold', `1=${at('1.csv')}`, '--fold', `2=${at('2.csv')}`];
      const given = ['--baseline', at('before.csv'), '--folds', at('folds.jsonl'), ...results];
      return ['gate', ...given, '--max-drop', 'facts/acc=2pp'];
    },
  ],
])(
  'what the comment of %s tells to run comes to the same verdict',
  async (_, command) => {
    using folder = temporaryFolder();
    const [first, again] = [join(folder.path, 'first'), join(folder.path, 'again')];
    await weighbridge([...command(folder.path), '--out', first], { cwd: ROOT });
    const told = printed(first);
    // Nobody else has what the run itself has made.
    rmSync(join(first, 'folds'), { recursive: true, force: true });
    const { exitCode, stderr } = await weighbridge([...told, '--out', again], { cwd: ROOT });
    expect(exitCode, stderr).toBe(1);
    expect(verdictIn(again)).toEqual(verdictIn(first));
  },
  300_000,
);
