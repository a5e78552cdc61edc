import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { shortLine } from '../../core/domain/short-line.ts';
import { childEnvironment } from '../process/environment.ts';
import { findPython, PYTHON_VARIABLE } from '../process/python.ts';
import { run as runCommand } from '../process/run.ts';
import type { Tracker } from './tracker.ts';

/** A tracker that is a Python package: its own writer is the only description of its files. */
interface PythonTracker extends Pick<Tracker, 'summary'> {
  readonly target: { readonly variable: string; readonly folder: string };
  /** As pip knows it. */
  readonly package: string;
  /** Variables that its writer may see: its settings and its token. */
  readonly variables: RegExp;
  /** Python that writes `run` (a `TrackedRun`) for `experiment` below the folder `to`. */
  readonly program: string;
  /** What shows the run. */
  readonly seen: (to: string, experiment: string) => string;
}

const LIMIT_MS = 300_000;

/** What the program needs, from a file: a command line has an end. */
const HEAD =
  'import json, os, sys\nwith open(sys.argv[1]) as given: run, experiment, to = json.load(given)\n';

/** Writes to a folder by the package's own writer, in the user's Python; no network unless the user's variables ask for it. */
export const pythonTracker = (row: PythonTracker): Tracker => ({
  summary: `${row.summary} (pip install ${row.package})`,
  target: row.target,

  async log(run, { to, experiment }, environment) {
    const found = await findPython(environment);
    if ('why' in found) throw refused(row.package, found.why);
    const folder = resolve(to);
    const scratch = await mkdtemp(join(tmpdir(), 'weighbridge-track-'));
    try {
      const given = join(scratch, 'run.json');
      const files = run.files.map((file) => resolve(file));
      await writeFile(given, JSON.stringify([{ ...run, files }, experiment, folder]));
      const own = Object.fromEntries(
        Object.entries(environment).flatMap(([name, value]) =>
          value !== undefined && row.variables.test(name) ? [[name, value]] : [],
        ),
      );
      const command = {
        // Python looks for modules in the folder it starts in, and that of the pull request is not trusted.
        ...{ file: found.python, args: ['-c', `${HEAD}${row.program}`, given], cwd: dirname(found.python) },
        env: { ...childEnvironment(environment, ['base', 'network']), ...own },
      };
      const { code, output } = await runCommand(command, AbortSignal.timeout(LIMIT_MS)).catch((cause) => {
        throw refused(row.package, messageOf(cause), cause);
      });
      if (code !== 0)
        throw refused(row.package, shortLine(output.trim().split('\n').at(-1) || 'it was ended', 300));
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
    return row.seen(folder, experiment);
  },
});

const refused = (name: string, why: string, cause?: unknown) =>
  new WeighbridgeError('platform', `${name} did not take the run: ${why}`, {
    cause,
    fix: `\`pip install ${name}\` for the python3 of this step, or name another Python with ${PYTHON_VARIABLE}`,
  });
