import { access, constants, open, realpath } from 'node:fs/promises';
import { basename, delimiter, dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { run } from '../../../adapters/process/run.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';

/** The harness as it is installed. */
export interface LmEvalInstallation {
  readonly file: string;
  /** Python of its environment. */
  readonly python: string;
  readonly version: string;
  /** Where its own tasks are defined. */
  readonly tasks: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Names the program where it is not the first on the PATH. */
const PROGRAM_VARIABLE = 'WEIGHBRIDGE_LM_EVAL';

/** `--apply_chat_template` and the hashes by which samples are paired came with it. */
const OLDEST = '0.4.3';
const INSTALL =
  'install it in the environment of this step: `uv pip install "lm-eval[hf]"` or `pip install "lm-eval[hf]"`; or name the program with WEIGHBRIDGE_LM_EVAL';
const PROBE_MS = 60_000;

/** Nothing is imported: that would take seconds, and run whatever the installation runs. */
const PROBE = `import importlib.metadata as m, importlib.util as u, json
s = u.find_spec("lm_eval")
print(json.dumps({"version": m.version("lm_eval"), "folder": list(s.submodule_search_locations)[0]}))`;

const probed = z.object({ version: z.string(), folder: z.string() });

/** @throws WeighbridgeError `engine` when it is absent, or too old */
export async function findProgram(environment: Environment): Promise<LmEvalInstallation> {
  const file = await locate(environment);
  const python = await interpreterOf(file, environment);
  // Not where the pull request lies: Python looks for modules in the folder it starts in.
  const command = {
    ...{ file: python, args: ['-c', PROBE], cwd: dirname(file) },
    env: childEnvironment(environment, ['base', 'harness']),
  };
  const { output } = await run(command, AbortSignal.timeout(PROBE_MS)).catch((cause: unknown) => {
    throw unusable(file, `its Python, ${python}, cannot be started`, cause);
  });
  const found = probed.safeParse(lastJson(output));
  if (!found.success) throw unusable(file, `its Python, ${python}, knows no version of it`, output);
  const { version, folder } = found.data;
  if (!isAtLeast(version, OLDEST)) {
    throw new WeighbridgeError(
      'engine',
      `lm_eval is ${version}, and ${OLDEST} is the oldest that can be used`,
      {
        at: { file },
        fix: 'upgrade it: `uv pip install --upgrade lm-eval` or `pip install --upgrade lm-eval`',
      },
    );
  }
  return { file, python, version, tasks: join(folder, 'tasks') };
}

/** Whether a version such as `0.4.9.2` or `0.4.10.dev0` is another or later. */
export function isAtLeast(version: string, oldest: string): boolean {
  const parts = (text: string) => (/^\d+(\.\d+)*/.exec(text)?.[0] ?? '').split('.').map(Number);
  const [ours, least] = [parts(version), parts(oldest)];
  for (let part = 0; part < Math.max(ours.length, least.length); part += 1) {
    const difference = (ours[part] ?? 0) - (least[part] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

async function locate(environment: Environment): Promise<string> {
  const named = environment[PROGRAM_VARIABLE];
  if (named !== undefined && named !== '') {
    if (isAbsolute(named) && (await isExecutable(named))) return named;
    throw new WeighbridgeError('engine', `${PROGRAM_VARIABLE} is ${named}, which is no program`, {
      fix: 'give the absolute path of lm_eval',
    });
  }
  for (const folder of (environment.PATH ?? '').split(delimiter)) {
    for (const name of ['lm_eval', 'lm-eval']) {
      const file = join(folder, name);
      if (isAbsolute(folder) && (await isExecutable(file))) return file;
    }
  }
  throw new WeighbridgeError('engine', 'the program lm_eval is not on the PATH', { fix: INSTALL });
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Installers write the Python of the environment into the first lines of a script. */
async function interpreterOf(file: string, environment: Environment): Promise<string> {
  const head = await readHead(file);
  // A path that is too long for the first line is written as `'''exec' "/long/python" "$0" "$@"`.
  const written = /^'''exec' "?([^"\n]*?)"? "\$0"/m.exec(head)?.[1] ?? /^#!\s*(\S+)/.exec(head)?.[1];
  if (written !== undefined && isAbsolute(written) && basename(written).startsWith('python')) return written;
  const beside = join(dirname(await realpath(file)), 'python3');
  if (await isExecutable(beside)) return beside;
  for (const folder of (environment.PATH ?? '').split(delimiter)) {
    if (isAbsolute(folder) && (await isExecutable(join(folder, 'python3')))) return join(folder, 'python3');
  }
  throw unusable(file, 'there is no Python beside it or on the PATH');
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function lastJson(output: string): unknown {
  const line = output.trimEnd().split('\n').at(-1) ?? '';
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const unusable = (file: string, why: string, cause?: unknown) =>
  new WeighbridgeError('engine', `lm_eval cannot be used: ${why}`, { at: { file }, fix: INSTALL, cause });
