import { type ChildProcess, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lmEvalEnvironment } from '../../scripts/lm-eval-environment.ts';
import { EXIT_CODES } from '../../src/domain/verdict.ts';
import { readSide, type StoredRun } from '../../src/store/reader.ts';
import { checkpoint, interrupt, ROOT, SUITE, temporaryFolder, verdictIn, weighbridge } from './support.ts';

/** As in `fixtures/suite/weighbridge.yml`, asked by lm_eval; float32, since its float16 rounds log-likelihoods to sixteenths. */
const SETTINGS =
  'runner: lm-eval, batch_size: 16, device: cpu, model_args: { dtype: float32 }, include_path: tasks';
const FACTS = `facts: { ${SETTINGS}, task: weighbridge_facts, role: general, alias: mmlu }`;

let program: string;
beforeAll(() => {
  program = lmEvalEnvironment();
});

/** A project: the suite's data, the tasks in the harness's own form, checkpoints in both forms. */
function project(checkpoints: readonly string[], config: string) {
  const folder = temporaryFolder({ 'weighbridge.yml': `version: 1\n${config}` });
  cpSync(dirname(SUITE), join(folder.path, 'suite'), { recursive: true });
  cpSync(join(ROOT, 'fixtures/lm-eval/tasks'), join(folder.path, 'tasks'), { recursive: true });
  for (const name of checkpoints) {
    cpSync(join(ROOT, 'fixtures/checkpoints/hf', name), join(folder.path, name), { recursive: true });
    cpSync(checkpoint(name), join(folder.path, name, `${name}.gguf`));
  }
  return folder;
}

const env = (more: NodeJS.ProcessEnv = {}) => ({
  ...{ HF_HUB_OFFLINE: '1', HF_DATASETS_OFFLINE: '1', OMP_NUM_THREADS: '1', WEIGHBRIDGE_LM_EVAL: program },
  ...more,
});
const run = (cwd: string, args: readonly string[] = ['run'], more: NodeJS.ProcessEnv = {}) =>
  weighbridge([...args, '--out', 'out'], { cwd, env: env(more) });

const calls = (folder: string, side: string) =>
  readdirSync(join(folder, 'out/lm-eval', side)).filter((name) => name.startsWith('call-'));

/** Processes that still work on files of this folder. */
const running = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return command.includes(folder) && command.includes('--tasks') ? [pid] : [];
      } catch {
        return [];
      }
    });

const byIndex = (run: StoredRun | undefined) => (run?.samples ?? []).toSorted((a, b) => a.index - b.index);

describe('the fixture checkpoints', () => {
  test('are judged by lm_eval and by the embedded engine alike, in one config, once', async () => {
    using folder = project(
      ['base', 'candidate-forgetful'],
      `candidate: candidate-forgetful
baseline: base
engine: { type: llama.cpp, threads: 1 }
tasks:
  ${FACTS}
  tickets: { ${SETTINGS}, task: weighbridge_tickets, role: target }
  prose: { ${SETTINGS}, task: weighbridge_prose, role: general }
  facts-native: { role: general, type: multiple_choice, dataset: suite/facts.jsonl, doc_to_text: "Question: {{question}}\\nAnswer:" }
  prose-native: { role: general, type: perplexity, dataset: suite/prose.jsonl }
  tickets-native:
    { role: target, type: generate, dataset: suite/tickets.jsonl, doc_to_text: "Ticket: {{ticket}}\\nRoute:", doc_to_target: "{{reference}}", generation_kwargs: { max_gen_toks: 48 }, scorers: [exact_match] }
thresholds: { max_mmlu_drop: 2pp, min_task_delta: 1pp }
gates:
  - { metric: facts-native, max_drop: 2pp }
  - { metric: prose/bits_per_byte, max_drop: 5%rel }
  - { metric: prose-native, max_drop: 5%rel }
`,
    );
    const first = await run(folder.path);
    expect(first.exitCode, first.stderr).toBe(EXIT_CODES.regression);
    const verdict = verdictIn(join(folder.path, 'out'));
    expect(Object.fromEntries(verdict.gates.map((gate) => [gate.id, gate.verdict]))).toEqual({
      'facts/acc:max_drop': 'regression',
      'facts-native/acc:max_drop': 'regression',
      'prose/bits_per_byte:max_drop': 'regression',
      'prose-native/bits_per_byte:max_drop': 'regression',
      'tickets/exact_match:min_gain': 'pass',
      'tickets-native/exact_match:min_gain': 'pass',
    });
    // One call a side for three tasks, since their settings are equal.
    expect([calls(folder.path, 'baseline').length, calls(folder.path, 'candidate').length]).toEqual([1, 1]);

    for (const side of ['baseline', 'candidate'] as const) {
      const runs = await readSide(join(folder.path, 'out'), side);
      const of = (task: string) => byIndex(runs.find(({ record }) => record.task === task));
      const flipped = of('facts').flatMap(({ scores, index }, position) =>
        scores.acc === of('facts-native')[position]?.scores.acc ? [] : [index],
      );
      const margins = marginsOf(folder.path, side);
      const gaps = flipped.map((index) => margins.get(index) ?? Infinity);
      expect(Math.max(0, ...gaps), `${side}: flips beyond near-ties`).toBeLessThan(NEAR_TIE);
      expect(of('facts')).toHaveLength(500);

      const worst = of('prose').map(({ scores }, position) => {
        const [harness, engine] = [scores, of('prose-native')[position]?.scores].map(bitsOf);
        return Math.abs((harness ?? NaN) - (engine ?? NaN)) / (engine ?? NaN);
      });
      expect(Math.max(...worst), `${side}: relative difference of log-likelihoods`).toBeLessThan(RELATIVE);
      const answered = (task: string) => of(task).filter(({ scores }) => scores.exact_match === 1).length;
      expect(Math.abs(answered('tickets') - answered('tickets-native'))).toBeLessThanOrEqual(2);
    }

    // Nothing is run again, and nothing changes.
    const again = await run(folder.path);
    expect(again.exitCode, again.stderr).toBe(EXIT_CODES.regression);
    expect(verdictIn(join(folder.path, 'out'))).toEqual(verdict);
    expect(calls(folder.path, 'candidate')).toHaveLength(1);
  });

  test('are evaluated only until the verdict is known, and in full when asked', async () => {
    using folder = project(
      ['base', 'candidate-good'],
      `candidate: candidate-good
baseline: base
tasks:
  ${FACTS}
thresholds: { max_mmlu_drop: 8pp }
policy: { evaluation: sequential }
`,
    );
    const evaluated = () => verdictIn(join(folder.path, 'out')).tasks[0]?.samples.candidate.evaluated;
    const first = await run(folder.path);
    expect(first.exitCode, first.stderr).toBe(EXIT_CODES.notBlocked);
    expect(first.stderr).toContain('stopped early');
    expect(evaluated()).toBe(100);
    const [run100] = await readSide(join(folder.path, 'out'), 'candidate');
    const before = run100?.samples ?? [];

    const again = await run(folder.path);
    expect(again.exitCode, again.stderr).toBe(EXIT_CODES.notBlocked);
    expect(calls(folder.path, 'candidate')).toHaveLength(2);

    const full = await run(folder.path, ['run', '--full']);
    expect(full.exitCode, full.stderr).toBe(EXIT_CODES.notBlocked);
    expect(evaluated()).toBe(500);
    expect(calls(folder.path, 'candidate')).toHaveLength(3);
    // No sample was asked twice, and each has the document of the baseline.
    const [whole] = await readSide(join(folder.path, 'out'), 'candidate');
    expect(whole?.samples.slice(0, before.length)).toEqual(before);
    expect(verdictIn(join(folder.path, 'out')).comparability).toEqual([]);
  });
});

describe('what goes wrong', () => {
  const config = (task: string) => `candidate: base
baseline: base
tasks:
  ${task}
thresholds: { max_mmlu_drop: 8pp }
`;

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

  test('interrupted, it leaves no process; the next evaluation does what is left', async () => {
    using folder = project(['base'], config(FACTS));
    const command = ['evaluate', '--role', 'baseline', '--out', 'out'];
    const at = { line: /Running loglikelihood requests/, happens: interrupt };
    await weighbridge(command, { cwd: folder.path, env: env(), at });
    expect(running(folder.path)).toEqual([]);

    const killed = await weighbridge(command, {
      ...{ cwd: folder.path, env: env() },
      at: { line: /Running loglikelihood requests/, happens: killHarness },
    });
    expect(killed.exitCode).toBe(EXIT_CODES.invalid);
    expect(killed.stderr).toMatch(
      /was ended by SIGKILL and left no results: perhaps the machine ran out of memory/,
    );

    const last = await run(folder.path, ['evaluate', '--role', 'baseline']);
    expect(last.exitCode, last.stderr).toBe(0);
    const [stored] = await readSide(join(folder.path, 'out'), 'baseline');
    expect(stored).toMatchObject({ incomplete: null, record: { planned: 500 } });
  });

  test('what must not run is refused before anything does', async () => {
    using folder = project(['base'], config(FACTS));
    const refused = async (more: NodeJS.ProcessEnv = {}) => {
      const { exitCode, stderr } = await run(folder.path, ['run'], more);
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

/** Nats between the two likeliest choices, below which float16 weights in two programs may disagree. */
const NEAR_TIE = 0.02;
/** Of the log-likelihood of a whole text. */
const RELATIVE = 2e-3;

const bitsOf = (scores: StoredRun['samples'][number]['scores'] | undefined): number => {
  const score = scores?.bits_per_byte;
  return typeof score === 'object' && 'numerator' in score ? score.numerator : NaN;
};

/** By document: how far the likeliest choice is ahead, from the harness's own file. */
function marginsOf(folder: string, side: string): Map<number, number> {
  const [call = ''] = calls(folder, side);
  const output = join(folder, 'out/lm-eval', side, call);
  const [model = ''] = readdirSync(output);
  const file = readdirSync(join(output, model)).find((name) => name.startsWith('samples_weighbridge_facts'));
  const lines = readFileSync(join(output, model, file ?? ''), 'utf8')
    .trimEnd()
    .split('\n');
  return new Map(
    lines.map((line) => {
      const { doc_id, filtered_resps } = JSON.parse(line) as { doc_id: number; filtered_resps: string[][] };
      const [best = NaN, next = NaN] = filtered_resps.map(([value]) => Number(value)).sort((a, b) => b - a);
      return [doc_id, best - next];
    }),
  );
}

/** As the system does when memory runs out. */
function killHarness(command: ChildProcess): void {
  const { stdout } = spawnSync('pgrep', ['-P', String(command.pid)], { encoding: 'utf8' });
  const [pid] = stdout.trim().split('\n');
  process.kill(Number(pid), 'SIGKILL');
}
