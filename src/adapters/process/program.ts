import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where the first program of this name on the PATH lies, absolute; null where none does. Relative folders are passed over. */
export async function programOnPath(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  for (const folder of (environment.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    if (isAbsolute(folder) && (await isProgram(file))) return file;
  }
  return null;
}

export const isProgram = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
