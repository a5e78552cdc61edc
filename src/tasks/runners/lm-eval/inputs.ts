import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { PYTHON_FILES } from '../../../adapters/process/program-files.ts';
import type { TaskInput } from '../runner.ts';
import type { LmEvalTask } from './options.ts';
import { readTaskFile } from './task-files.ts';

/** The folder of task files, and of every task file what it includes, the data that it names and the Python beside it. */
export async function inputsOf(
  name: string,
  { task = name, include_path: folder }: LmEvalTask,
  directory: string,
): Promise<readonly TaskInput[]> {
  const found = new Map<string, TaskInput>();
  const add = (key: string, path: string, of: Pick<TaskInput, 'only'> = {}): void => {
    const named = relative(directory, path) || '.';
    const input = { key: `${key} ${named}`, path: named };
    found.set(input.key, { ...input, ...of });
  };
  const read = new Set<string>();
  const waiting = [...(isYaml(task) ? [resolve(directory, task)] : [])];
  if (folder !== undefined) {
    found.set('include_path', { key: 'include_path', path: folder });
    const entries = await readdir(resolve(directory, folder), { recursive: true }).catch(() => []);
    waiting.push(...entries.filter(isYaml).map((each) => join(resolve(directory, folder), each)));
  }
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (read.has(path)) continue;
    read.add(path);
    add('file', path);
    // Whether it may be used is said where it is: here it counts, whatever is in it.
    const file = await readTaskFile(path).catch(() => null);
    if (file === null) continue;
    if (file.code.length > 0) add('Python in', dirname(path), { only: PYTHON_FILES });
    waiting.push(...file.includes);
    for (const data of file.data.filter(Boolean)) add('data', resolve(directory, data));
  }
  return [...found.values()];
}

const isYaml = (written: string): boolean => /\.ya?ml$/i.test(written);
