import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { killGroup, LEADS_GROUP } from '../../../adapters/process/kill-group.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { parseJson, quoteNoNumbers } from '../../../core/domain/json.ts';
import { shortLine } from '../../../core/domain/short-line.ts';
import { sha256Hex } from '../scorer.ts';

/** A scorer's line is an id and a number; whatever writes more than this for one batch is no scorer. */
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
const MAX_REASON_LENGTH = 200;
const MAX_STRAY_LENGTH = 80;
/** In which what a program wrote before it ended is read. */
const LAST_WORDS_MS = 2000;

/** What a program said of one answer. */
export type Said = number | { readonly unscored: string };

interface Settings {
  /** Of the scorer, for messages. */
  readonly name: string;
  readonly command: readonly string[];
  /** Longest time of one batch. */
  readonly seconds: number;
  /** Whether the program stays for the next batch, or reads to the end of its input and goes. */
  readonly keep: boolean;
}

/** A program that scores: answers go in as lines, scores come out as lines. */
export interface CommandProcess {
  /**
   * What was said of each line, by its place; of which nothing usable was said, why not.
   * @throws WeighbridgeError `config` where the program cannot be started
   */
  ask(lines: readonly object[], signal: AbortSignal): Promise<readonly Said[]>;
  /** Ends a program that was kept. */
  close(): Promise<void>;
}

/**
 * The command with its files as absolute paths, since it runs elsewhere, and their digests: another program is another
 * scorer. A name that the PATH answers belongs to the machine, and `version` speaks for it.
 * @throws an error of the system for a file that cannot be read
 */
export async function locateCommand(written: readonly string[], directory: string) {
  const command: string[] = [];
  const inputs: string[] = [];
  for (const word of written) {
    const path = resolve(directory, word);
    const found = await stat(path).catch(() => null);
    const isFile = found?.isFile() === true && word !== '';
    command.push(isFile || (found !== null && /[\\/]/.test(word)) ? path : word);
    if (isFile) inputs.push(sha256Hex(await readFile(path)));
  }
  return { command, inputs };
}

/**
 * Digests of what a program reads besides its own files.
 * @throws WeighbridgeError `config` for what cannot be read
 */
export async function digestsOfReads(
  reads: readonly string[] | undefined,
  directory: string,
): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const path of reads ?? []) digests.push(...(await digestsAt(resolve(directory, path))));
  return digests;
}

/** Of a file its digest, of a folder those of all files in it with their names. */
async function digestsAt(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [sha256Hex(await readFile(path))];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
    const named = async (file: string) =>
      `${relative(path, file).split(sep).join('/')} ${sha256Hex(await readFile(file))}`;
    return await Promise.all(files.sort().map(named));
  } catch (cause) {
    throw new WeighbridgeError('config', 'what the program of a scorer reads cannot be read', {
      at: { file: path },
      fix: 'check `reads`; its paths are relative to the config',
      cause,
    });
  }
}

/**
 * Starts nothing until it is asked. A program that failed, lied or hung is started anew for the next batch. One that was kept from an
 * earlier batch and is found gone is started anew for this one, once.
 */
export function commandProcess(settings: Settings): CommandProcess {
  let kept: Running | null = null;
  const close = async () => {
    const running = kept;
    kept = null;
    await running?.end();
  };
  return {
    close,
    async ask(lines, signal) {
      signal.throwIfAborted();
      const isFresh = kept === null;
      // The ids that it sees are numbers: whatever a dataset calls its rows, they come back as they went. They are drawn at random, so that
      // neither a line that comes too late nor a text that a program prints answers for another one.
      const ids = lines.map(() => String(randomInt(2 ** 47)));
      const input = new Map(
        lines.map((line, index) => [ids[index] ?? '', JSON.stringify({ id: ids[index], ...line })]),
      );
      const batch = async (): Promise<Batch> => {
        kept ??= await start(settings);
        try {
          const done = await kept.batch(input, settings, signal);
          if (!settings.keep || done.failure !== null) await close();
          return done;
        } catch (error) {
          await close();
          throw error;
        }
      };
      let { said, failure, isGone } = await batch();
      if (isGone && !isFresh && said.size === 0) ({ said, failure, isGone } = await batch());
      const why = failure ?? 'the command gave no usable score';
      return ids.map((id) => said.get(id) ?? { unscored: `${settings.name}: ${why}` });
    },
  };
}

interface Batch {
  readonly said: ReadonlyMap<string, Said>;
  readonly failure: string | null;
  /** Whether the program had ended by itself, and not for what it did in this batch. */
  readonly isGone: boolean;
}

interface Running {
  batch(lines: ReadonlyMap<string, string>, settings: Settings, signal: AbortSignal): Promise<Batch>;
  end(): Promise<void>;
}

async function start({ name, command }: Settings): Promise<Running> {
  // A folder of its own: not that of the config, nor that of the samples.
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge-scorer-'));
  const [program = '', ...words] = command;
  const env = { ...childEnvironment(process.env, ['base', 'network', 'harness']), PWD: folder };
  // A process group of its own, so that what the command starts ends with it.
  const child = spawn(program, words, { cwd: folder, env, stdio: 'pipe', ...LEADS_GROUP });
  // What left the group may hold its pipes as long as it likes: nobody reads them any more.
  const release = () => {
    for (const pipe of child.stdio) pipe?.destroy();
  };
  const kill = () => {
    killGroup(child.pid);
    release();
  };
  // A program that is kept does not outlive us.
  process.once('exit', kill);
  child.on('exit', () => {
    killGroup(child.pid);
    setTimeout(release, LAST_WORDS_MS).unref();
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint = `${complaint}${chunk}`.slice(-MAX_REASON_LENGTH);
  });
  // A command that does not read its input closes the pipe; its exit code says what is to be known.
  child.stdin.on('error', () => {});
  const ended = new Promise<{ readonly failure: string | null }>((resolve, reject) => {
    child.on('error', (cause) => reject(cannotStart(name, program, cause)));
    child.on('close', (code, killedBy) =>
      resolve({
        failure:
          code === 0
            ? null
            : `the command ended with ${killedBy ?? code}: ${shortLine(complaint, MAX_REASON_LENGTH)}`,
      }),
    );
  });
  // Told to whoever asks; where nobody does, it is no crash.
  ended.catch(() => {});
  return {
    batch: (lines, settings, signal) => runBatch(child, ended, kill, lines, settings, signal),
    async end() {
      kill();
      await ended.catch(() => {});
      process.off('exit', kill);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function runBatch(
  child: ChildProcessWithoutNullStreams,
  ended: Promise<{ readonly failure: string | null }>,
  kill: () => void,
  lines: ReadonlyMap<string, string>,
  { seconds, keep }: Settings,
  signal: AbortSignal,
): Promise<Batch> {
  const timeout = AbortSignal.timeout(seconds * 1000);
  const aborted = AbortSignal.any([signal, timeout]);
  aborted.addEventListener('abort', kill);
  // Nobody is told of what came while the program was started.
  if (aborted.aborted) kill();
  const answers = new Answers(lines);
  let [size, rest] = [0, ''];
  const decoder = new TextDecoder();
  try {
    const outcome = await new Promise<{ readonly failure: string | null }>((resolve, reject) => {
      ended.then(resolve, reject);
      child.stdout.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_OUTPUT_BYTES) return kill();
        const whole = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
        rest = whole.pop() ?? '';
        for (const line of whole) answers.take(line);
        if (keep && answers.count >= lines.size) resolve({ failure: null });
      });
      const input = [...lines.values()].map((line) => `${line}\n`).join('');
      if (keep) child.stdin.write(input);
      else child.stdin.end(input);
    });
    answers.take(rest);
    if (signal.aborted) throw signal.reason;
    if (size > MAX_OUTPUT_BYTES) return failed(answers, keep, 'the command wrote too much');
    if (timeout.aborted) {
      return failed(answers, keep, answers.withStray(`the command took longer than ${seconds} s`));
    }
    // One that is kept and goes by itself has to be started again.
    const isGone = child.exitCode !== null || child.signalCode !== null;
    if (outcome.failure !== null) return failed(answers, keep, outcome.failure, true);
    const isShort = keep && isGone && answers.count < lines.size;
    const failure = isShort ? 'the command ended' : null;
    return { said: answers.said(), failure: answers.withStray(failure), isGone: isShort };
  } finally {
    aborted.removeEventListener('abort', kill);
    child.stdout.removeAllListeners('data');
  }
}

/** What one that reads to the end said before it failed is not believed; of one that is kept each line stands for itself. */
const failed = (answers: Answers, keep: boolean, failure: string | null, isGone = false): Batch => ({
  said: keep ? answers.said() : new Map(),
  ...{ failure, isGone },
});

const id = z.union([z.string(), z.int()]).transform(String);

/** One that says both has no score, nor has one that says what is no finite number: it has answered, and nobody waits for it. */
const answerLine = z.union([
  z.object({ id, unscored: z.string().min(1) }),
  z.object({ id, score: z.number() }),
  z
    .object({ id, score: z.unknown().refine((score) => score !== undefined) })
    .transform((said) => ({ id: said.id, unscored: `${JSON.stringify(said.score)} is no finite number` })),
]);

/** An id answered twice is answered by none, and one that nobody asked for is none. */
class Answers {
  readonly #asked: ReadonlyMap<string, string>;
  readonly #said = new Map<string, Said>();
  readonly #contradicted = new Set<string>();
  /** The first line that is no answer. */
  #stray: string | null = null;

  constructor(asked: ReadonlyMap<string, string>) {
    this.#asked = asked;
  }

  get count(): number {
    return this.#said.size;
  }

  take(line: string): void {
    const answer = parseLine(line);
    if (answer === null || !this.#asked.has(answer.id)) {
      this.#stray ??= shortLine(line, MAX_STRAY_LENGTH) || null;
      return;
    }
    if (this.#said.has(answer.id)) this.#contradicted.add(answer.id);
    this.#said.set(
      answer.id,
      'score' in answer
        ? answer.score
        : { unscored: shortLine(answer.unscored, MAX_REASON_LENGTH) || 'the command gave no reason' },
    );
  }

  /** Why something is missing, with what was said in its place. */
  withStray(failure: string | null): string | null {
    if (this.#stray === null || this.count >= this.#asked.size) return failure;
    return `${failure ?? 'the command gave no usable score'}; it wrote what is no answer: ${this.#stray}`;
  }

  said(): Map<string, Said> {
    return new Map([...this.#said].filter(([id]) => !this.#contradicted.has(id)));
  }
}

function parseLine(line: string): z.infer<typeof answerLine> | null {
  for (const text of [line, quoteNoNumbers(line)]) {
    try {
      return answerLine.safeParse(parseJson(text, { file: 'answer' })).data ?? null;
    } catch {
      // Perhaps a number that is none stands in it.
    }
  }
  return null;
}

function cannotStart(name: string, program: string, cause: Error): WeighbridgeError {
  return new WeighbridgeError('config', `the ${name} command cannot be started: ${cause.message}`, {
    fix: `install ${JSON.stringify(program)} on the machine that evaluates, or give its full path`,
    cause,
  });
}
