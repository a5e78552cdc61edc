import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';

const FILE = resolve(import.meta.dirname, '../../docs/reference/benchmarks.md');
const HEAD = `# Benchmarks

Each part is written by the command that it names, with the machine and the versions that it ran on. Figures are ratios from one run:
absolute speeds are those of this machine on that day.
`;

/** Puts a part into docs/reference/benchmarks.md, in place of the one of the same name. */
export function writePart(name: string, text: string): void {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const part = `${begin}\n\n${text.trim()}\n\n${end}`;
  const old = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD;
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  const fresh =
    from < 0 ? `${old.trimEnd()}\n\n${part}\n` : old.slice(0, from) + part + old.slice(to + end.length);
  writeFileSync(FILE, fresh);
  console.log(`\n${text.trim()}\n\nwritten to ${FILE}`);
}

/** Where and with what a part was measured. */
export function machine(versions: readonly string[]): string {
  const [cpu] = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const model = cpu?.model === undefined || /^unknown$/i.test(cpu.model) ? process.arch : cpu.model;
  const facts = [
    `${cpus().length} processors (${model})`,
    `${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    `${process.platform} ${release()}`,
    `Node.js ${process.versions.node}`,
    ...versions,
    `commit ${commit}`,
    new Date().toISOString().slice(0, 10),
  ];
  return `Measured on ${facts.join(', ')}.`;
}
