import { isAbsolute } from 'node:path';
import { isProgram, programOnPath } from './program.ts';

/** Names the Python where it is not the first on the PATH. */
export const PYTHON_VARIABLE = 'WEIGHBRIDGE_PYTHON';

/** The user's Python, absolute: the one that `WEIGHBRIDGE_PYTHON` names, else the first `python3` of the PATH; or why there is none. */
export async function findPython(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly python: string } | { readonly why: string }> {
  const named = environment[PYTHON_VARIABLE];
  if (named !== undefined && named !== '') {
    if (isAbsolute(named) && (await isProgram(named))) return { python: named };
    return { why: `${PYTHON_VARIABLE} is ${named}, which is no program: give the absolute path of a Python` };
  }
  const python = await programOnPath('python3', environment);
  return python === null ? { why: 'there is no python3 on the PATH' } : { python };
}
