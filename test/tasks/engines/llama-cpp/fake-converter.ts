import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Converter } from '../../../../src/tasks/engines/llama-cpp/converter.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** In place of Python with the converter: notes how it was called, and writes what it was told to, or not. */
const PROGRAM = `
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const here = __dirname;
const [script, ...args] = process.argv.slice(5);
const behaviour = JSON.parse(readFileSync(join(here, 'behaviour.json'), 'utf8'));
appendFileSync(join(here, 'calls.jsonl'), JSON.stringify({ script, args, cwd: process.cwd(), env: process.env }) + '\\n');
if (behaviour.touches) appendFileSync(resolve(args.at(-1), behaviour.touches), ' ');
process.stderr.write(behaviour.prints ?? '');
if (behaviour.hangs) setInterval(() => {}, 1000);
else {
  const out = args.find((each) => each.startsWith('--outfile=')).slice(10);
  if (!behaviour.writesNothing) writeFileSync(out, 'GGUF' + args.join(' ').replace(out, ''));
  process.exitCode = behaviour.code ?? 0;
}
`;

interface Behaviour {
  readonly code?: number;
  readonly prints?: string;
  readonly writesNothing?: boolean;
  readonly hangs?: boolean;
  /** A file that it changes, of the folder or absolute. */
  readonly touches?: string;
}

interface Call {
  readonly script: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A converter, and the calls of it. */
export function fakeConverter(behaviour: Behaviour = {}) {
  const root = temporaryFolder({ 'behaviour.json': JSON.stringify(behaviour) });
  const python = join(root, 'python3');
  writeFileSync(python, `#!${process.execPath}\n${PROGRAM}`);
  chmodSync(python, 0o755);
  const converter: Converter = {
    ...{ python, root, name: 'fake 1.0 (0123456789ab)', digest: '0123456789ab'.padEnd(64, '0') },
    takesAdapters: true,
  };
  const calls = (): readonly Call[] => {
    const file = join(root, 'calls.jsonl');
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  return { converter, calls };
}
