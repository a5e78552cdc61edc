import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import { readSide } from '../support/read-side.ts';
import { FACTS, project, run, running } from './lm-eval-project.ts';
import { interrupt, verdictIn } from './support.ts';

const config = (task: string) => `candidate: base
baseline: base
tasks:
  ${task}
thresholds: { max_mmlu_drop: 8pp }
`;
const SMALL = FACTS.replace('weighbridge_facts', 'weighbridge_small');

/** One of the first lines of lm_eval, before it loads a model. */
const STARTED = /Setting random seed/i;

describe('what goes wrong', () => {
  test('no such task: invalid, with the cause in one line', async () => {
    using folder = project(['base'], config(FACTS.replace('weighbridge_facts', 'weighbridge_fatcs')));
    const { exitCode, stderr } = await run(folder.path);
    expect(exitCode).toBe(EXIT_CODES.invalid);
    expect(stderr).toMatch(
      /baseline\/facts failed: lm_eval ended with 1 and left no results: there is no such task/,
    );
    const verdict = verdictIn(join(folder.path, 'out'));
    expect(verdict.verdict).toBe('invalid');
    expect(JSON.stringify(verdict.comparability)).toContain('there is no such task');
  });

  test('whatever ends it leaves no process; the next evaluation does what is left', async () => {
    using folder = project(['base'], config(SMALL));
    const { path } = folder;
    const evaluate = ['evaluate', '--role', 'baseline'];
    await run(path, evaluate, { at: { line: STARTED, happens: interrupt } });
    expect(running(path)).toEqual([]);

    let orphans: readonly number[] = [];
    const { signal } = await run(path, evaluate, {
      at: {
        line: STARTED,
        happens: (command: ChildProcess) => {
          orphans = running(path);
          command.kill('SIGKILL');
        },
      },
    });
    expect(signal).toBe('SIGKILL');
    expect(orphans).toHaveLength(1);
    for (let waited = 0; running(path).length > 0 && waited < 10_000; waited += 50) await pause(50);
    expect(running(path)).toEqual([]);

    const killed = await run(path, evaluate, {
      // As the system does when memory runs out.
      at: { line: STARTED, happens: () => running(path).map((pid) => process.kill(pid, 'SIGKILL')) },
    });
    expect(killed.exitCode).toBe(EXIT_CODES.invalid);
    expect(killed.stderr).toMatch(
      /was ended by SIGKILL and left no results: perhaps the machine ran out of memory/,
    );

    const last = await run(path, evaluate);
    expect(last.exitCode, last.stderr).toBe(0);
    const [stored] = await readSide(join(path, 'out'), 'baseline');
    expect(stored).toMatchObject({ incomplete: null, record: { planned: 200 } });
  });

  // red-team 4: code in a task file, from the command line
  test('what must not run is refused before anything does', async () => {
    using folder = project(['base'], config(FACTS));
    const refused = async (env: NodeJS.ProcessEnv = {}) => {
      const { exitCode, stderr } = await run(folder.path, ['run'], { env });
      expect(() => readdirSync(join(folder.path, 'out/lm-eval'))).toThrow();
      return { exitCode, stderr };
    };
    const absent = await refused({ WEIGHBRIDGE_LM_EVAL: '', PATH: dirname(process.execPath) });
    expect(absent.exitCode).toBe(EXIT_CODES.invalid);
    expect(absent.stderr).toMatch(/lm_eval is not on the PATH[\s\S]*uv pip install/);

    mkdirSync(join(folder.path, 'tasks/inner'));
    const file = join(folder.path, 'tasks/inner/other.yaml');
    writeFileSync(join(folder.path, 'tasks/inner/code.py'), 'open("ran", "w")\nf = None\n');
    writeFileSync(file, 'task: other\nprocess_docs: !function code.f\n');
    const code = await refused();
    expect(code.exitCode).toBe(EXIT_CODES.wrongUsage);
    expect(code.stderr).toMatch(/other\.yaml: this task file runs code of its own: the tag !function/);

    writeFileSync(file, 'task: hellaswag\ndataset_path: json\n');
    const shadow = await refused();
    expect(shadow.exitCode).toBe(EXIT_CODES.wrongUsage);
    expect(shadow.stderr).toMatch(/hellaswag is the name of a built-in task/);
    expect(readdirSync(folder.path)).not.toContain('ran');
  });
});
