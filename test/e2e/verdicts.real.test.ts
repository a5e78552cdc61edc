import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import { toPlain } from '../../src/report/inline.ts';
import { diagnose } from '../../src/report/patterns.ts';
import {
  checkpoint,
  type Finished,
  interrupt,
  ROOT,
  SUITE,
  temporaryFolder,
  verdictIn,
  weighbridge,
} from './support.ts';

const TASKS = ['facts', 'tickets', 'register', 'prose'];

/** The fixture baseline, evaluated once on the whole suite; every candidate is then evaluated once against it. */
const work = mkdtempSync(join(tmpdir(), 'weighbridge-verdicts-'));
const base = join(work, 'base');
const suite = fullSuite(join(work, 'suite'));
const outOf = (candidate: string) => join(work, candidate);
const runs = new Map<string, Promise<Finished>>();
function run(candidate: string): Promise<Finished> {
  const args = [
    '--config',
    suite,
    '--baseline',
    join(base, 'baseline'),
    '--candidate',
    checkpoint(candidate),
  ];
  const running = runs.get(candidate) ?? weighbridge(['run', ...args, '--out', outOf(candidate)]);
  runs.set(candidate, running);
  return running;
}
beforeAll(async () => {
  const { exitCode, stderr } = await weighbridge([
    'evaluate',
    '--role',
    'baseline',
    '--config',
    suite,
    '--out',
    base,
  ]);
  expect(exitCode, stderr).toBe(EXIT_CODES.notBlocked);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The suite, every sample of which is evaluated: what these tests compare. */
function fullSuite(folder: string): string {
  cpSync(dirname(SUITE), folder, { recursive: true });
  const config = join(folder, 'weighbridge.yml');
  const written = readFileSync(SUITE, 'utf8')
    .replaceAll('../checkpoints/', `${dirname(checkpoint('base'))}/`)
    .replace('policy:', 'policy:\n  evaluation: full');
  writeFileSync(config, written);
  return config;
}

const text = (...path: string[]) => readFileSync(join(...path), 'utf8');
/** Without how long answers took, of a sample and in the report's table: no two evaluations agree on it. */
const untimed = (...path: string[]) =>
  text(...path)
    .replaceAll(/,"timing":\{[^}]*\}/g, '')
    .replaceAll(/^\|.* s → .*\n/gm, '');
const linesOf = (...path: string[]) =>
  untimed(...path)
    .trimEnd()
    .split('\n')
    .sort();

/** A verdict without what the command line named: `gate` names results, `run` checkpoints. */
function judgedIn(out: string) {
  const { provenance, ...judged } = verdictIn(out);
  const { given: _, ...known } = provenance;
  return { ...judged, provenance: known };
}

describe('the fixture checkpoints on the real engine', () => {
  test.each([
    {
      name: 'candidate-good',
      verdict: 'pass',
      exitCode: EXIT_CODES.notBlocked,
      headline: /^Pass: 4 blocking gates hold; the closest call: facts\/acc/,
      regressed: [],
      diagnosed: [],
    },
    {
      name: 'candidate-forgetful',
      verdict: 'regression',
      exitCode: EXIT_CODES.regression,
      headline: /^Regression: prose\/bits_per_byte rose by .* 1 more gate regressed\.$/,
      regressed: ['facts/acc:max_drop', 'prose/bits_per_byte:max_drop'],
      diagnosed: ['It learned its task and forgot other things.'],
    },
    {
      name: 'candidate-rude',
      verdict: 'regression',
      exitCode: EXIT_CODES.regression,
      headline: /^Regression: register\/profanity_rate/,
      regressed: ['register/profanity_rate:ceiling'],
      diagnosed: ['Its tone has changed.'],
    },
  ] as const)('$name: $verdict', async ({ name, verdict, exitCode, headline, regressed, diagnosed }) => {
    const finished = await run(name);
    expect(finished.exitCode, finished.stderr).toBe(exitCode);
    const file = verdictIn(outOf(name));
    expect(file).toMatchObject({ verdict, exitCode, blocked: exitCode !== 0 });
    expect(file.summary).toMatch(headline);
    const failing = file.gates.filter((gate) => gate.verdict === 'regression').map(({ id }) => id);
    expect(failing.sort()).toEqual(regressed);
    const causes = diagnose(file).map(({ cause }) => toPlain(cause));
    expect(causes).toEqual(diagnosed.length === 0 ? [] : expect.arrayContaining([...diagnosed]));
    expect(text(outOf(name), 'comment.md')).toMatch(new RegExp(`^\\*\\*${verdict.toUpperCase()} `, 'm'));
  });

  test('warnings about small datasets take one line, and point to check', async () => {
    const { stderr } = await run('candidate-good');
    expect(stderr.match(/^warning:.*$/gm)).toEqual([
      'warning: 2 of 5 gates may end undecided with datasets of this size; `weighbridge check` says how many samples would do',
    ]);
  });
});

describe('results judged again', () => {
  const gate = (...args: string[]) =>
    weighbridge(['gate', '--baseline', base, '--candidate', outOf('candidate-forgetful'), ...args]);

  test('gate under the config gives the verdict of the run', async () => {
    await run('candidate-forgetful');
    using out = temporaryFolder();
    const { exitCode } = await gate('--config', suite, '--out', out.path);
    expect(exitCode).toBe(EXIT_CODES.regression);
    expect(judgedIn(out.path)).toEqual(judgedIn(outOf('candidate-forgetful')));
  });

  test('gate with limits by flags alone; --json prints the verdict file and nothing else', async () => {
    await run('candidate-forgetful');
    using out = temporaryFolder();
    const finished = await gate(
      '--max-drop',
      'facts/acc=2pp',
      '--floor',
      'tickets/json_valid=90%',
      '--json',
      '--out',
      out.path,
    );
    expect(finished.exitCode, finished.stderr).toBe(EXIT_CODES.regression);
    expect(finished.stdout).toBe(text(out.path, 'verdict.json'));
    expect(verdictIn(out.path).gates.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['facts/acc:max_drop', 'regression'],
      ['tickets/json_valid:floor', 'pass'],
    ]);
    expect(verdictIn(out.path).policy.limits['facts/acc:max_drop']).toEqual({
      value: '2pp',
      source: { kind: 'flag', name: '--max-drop' },
    });
  });

  test('report renders the same again and decides nothing anew', async () => {
    const { stdout } = await run('candidate-forgetful');
    using copy = temporaryFolder();
    for (const file of ['verdict.json', 'shown-samples.json', 'timing.json'])
      cpSync(join(outOf('candidate-forgetful'), file), join(copy.path, file));
    const finished = await weighbridge(['report', copy.path]);
    expect(finished.exitCode).toBe(EXIT_CODES.regression);
    expect(finished.stdout).toBe(stdout);
    for (const file of ['verdict.json', 'comment.md', 'report.html']) {
      expect(text(copy.path, file), file).toBe(text(outOf('candidate-forgetful'), file));
    }
  });

  test('compare shows deltas and judges nothing', async () => {
    await run('candidate-forgetful');
    const sides = [join(base, 'baseline'), join(outOf('candidate-forgetful'), 'candidate')];
    const shown = await weighbridge(['compare', ...sides]);
    expect(shown.exitCode, shown.stderr).toBe(EXIT_CODES.notBlocked);
    expect(shown.stdout).toMatch(/^facts\/acc +91\.8 % +32\.4 % +−59\.4 pp \(90 %: /m);
    expect(shown.stdout).not.toMatch(/pass|regression/i);
    const json = JSON.parse((await weighbridge(['compare', ...sides, '--json'])).stdout) as {
      tasks: { task: string }[];
    };
    expect(json.tasks.map(({ task }) => task).sort()).toEqual([...TASKS].sort());
  });

  test('samples that are missing make it invalid, never a pass', async () => {
    await run('candidate-good');
    using cut = temporaryFolder();
    cpSync(join(outOf('candidate-good'), 'candidate'), join(cut.path, 'candidate'), { recursive: true });
    const samples = join(cut.path, 'candidate/facts/samples.jsonl');
    writeFileSync(samples, `${text(samples).split('\n').slice(0, 40).join('\n')}\n`);
    const finished = await weighbridge([
      ...['gate', '--config', suite, '--baseline', base, '--candidate', cut.path],
      ...['--out', join(cut.path, 'judged')],
    ]);
    expect(finished.exitCode, finished.stderr).toBe(EXIT_CODES.invalid);
  });
});

test('two shards on two machines, joined, give the samples and the verdict of the whole', async () => {
  await run('candidate-good');
  using folder = temporaryFolder();
  for (const index of [1, 2]) {
    const finished = await weighbridge([
      ...['evaluate', '--role', 'candidate', '--shard', `${index}/2`, '--config', suite],
      ...['--candidate', checkpoint('candidate-good'), '--out', join(folder.path, `machine-${index}`)],
    ]);
    expect(finished.exitCode, finished.stderr).toBe(EXIT_CODES.notBlocked);
  }
  for (const task of TASKS) {
    const shards = [1, 2].flatMap((index) =>
      linesOf(folder.path, `machine-${index}/candidate`, task, 'samples.jsonl'),
    );
    expect(shards.sort(), task).toEqual(linesOf(outOf('candidate-good'), 'candidate', task, 'samples.jsonl'));
  }
  const args = ['gate', '--config', suite, '--baseline', base];
  const joined = await weighbridge([
    ...args,
    '--candidate',
    folder.path,
    '--out',
    join(folder.path, 'judged'),
  ]);
  expect(joined.exitCode, joined.stderr).toBe(EXIT_CODES.notBlocked);
  expect(judgedIn(join(folder.path, 'judged'))).toEqual(judgedIn(outOf('candidate-good')));
  const half = join(folder.path, 'machine-1');
  const alone = await weighbridge([...args, '--candidate', half, '--out', join(folder.path, 'half')]);
  expect(alone.exitCode, alone.stderr).toBe(EXIT_CODES.invalid);
});

/** A part of the suite that takes seconds. */
const small = (candidate: string) => `version: 1
candidate: ${candidate}
baseline: ${checkpoint('base')}
tasks:
  facts:
    { role: general, type: multiple_choice, dataset: ${join(ROOT, 'fixtures/suite/facts.jsonl')}, limit: 100,
      doc_to_text: "Question: {{question}}\\nAnswer:" }
  tickets:
    { role: target, type: generate, dataset: ${join(ROOT, 'fixtures/suite/tickets.jsonl')}, limit: 60,
      doc_to_text: "Ticket: {{ticket}}\\nRoute:", doc_to_target: "{{reference}}",
      generation_kwargs: { max_gen_toks: 48 }, scorers: [exact_match] }
gates:
  - { metric: facts/acc, max_drop: 10pp }
  - { metric: tickets/exact_match, min_gain: 1pp }
policy: { evaluation: full }
`;

describe('a run that was ended half-way', () => {
  const config = { 'weighbridge.yml': small(checkpoint('candidate-good')) };
  const whole = temporaryFolder(config);
  beforeAll(async () => {
    const finished = await weighbridge(['run'], { cwd: whole.path });
    expect(finished.exitCode, finished.stderr).toBe(EXIT_CODES.notBlocked);
  });
  afterAll(() => whole[Symbol.dispose]());

  test.each([
    { how: 'SIGKILL', line: /baseline +facts +1\/100/ },
    { how: 'SIGINT', line: /candidate +facts +100\/100/ },
  ] as const)('$how at $line, then again: the same files as without', async ({ how, line }) => {
    using broken = temporaryFolder(config);
    const first = await weighbridge(['run'], {
      cwd: broken.path,
      at: { line, happens: how === 'SIGINT' ? interrupt : (command) => command.kill(how) },
    });
    expect([first.exitCode, first.signal]).toEqual(how === 'SIGINT' ? [130, null] : [null, how]);
    const second = await weighbridge(['run'], { cwd: broken.path });
    expect(second.exitCode, second.stderr).toBe(EXIT_CODES.notBlocked);
    const files = [
      'verdict.json',
      'comment.md',
      'baseline/facts/samples.jsonl',
      'candidate/tickets/samples.jsonl',
    ];
    for (const file of files) {
      const [left, right] = [whole, broken].map(({ path }) => untimed(path, 'weighbridge-out', file));
      expect(right, file).toBe(left);
    }
  });
});

test('a LoRA adapter on its base', async () => {
  const adapter = `{ base: ${checkpoint('base')}, adapter: ${checkpoint('adapter-tickets')} }`;
  using folder = temporaryFolder({ 'weighbridge.yml': small(adapter) });
  const finished = await weighbridge(['run'], { cwd: folder.path });
  const file = verdictIn(join(folder.path, 'weighbridge-out'));
  expect(file.candidate?.adapter_digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(file.candidate?.digest).toBe(file.baseline?.digest);
  const gain = file.gates.find(({ id }) => id === 'tickets/exact_match:min_gain');
  expect(gain?.verdict, finished.stdout).toBe('pass');
  expect(finished.exitCode).toBe(file.exitCode);
  expect(finished.stderr).toContain('the base is loaded already, and stays');

  const lora = checkpoint('adapter-tickets');
  const args = ['evaluate', '--role', 'candidate', '--out', 'sweep', '--adapters', lora, lora];
  const { exitCode, stderr } = await weighbridge(args, { cwd: folder.path });
  expect(exitCode, stderr).toBe(0);
  const [alone, ...swept] = ['weighbridge-out', 'sweep/1', 'sweep/2'].map((run) =>
    untimed(folder.path, run, 'candidate/tickets/samples.jsonl'),
  );
  expect(swept).toEqual([alone, alone]);
});
