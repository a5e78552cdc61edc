/**
 * `npm run calibrate`: how often our own decisions are wrong, found with the code that makes them, compared with an
 * independent program and with what else people use. Exits with 1 when a criterion of docs/explanation/calibration.md is missed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { average } from './calibration/average.ts';
import { calibrationError } from './calibration/calibration-error.ts';
import { ceilings } from './calibration/ceilings.ts';
import { clusters } from './calibration/clusters.ts';
import { corpus } from './calibration/corpus.ts';
import { drift } from './calibration/drift.ts';
import { fixed, policies } from './calibration/fixed.ts';
import { graded } from './calibration/graded.ts';
import { groups } from './calibration/groups.ts';
import { KNOWN_MISSES } from './calibration/known.ts';
import { lean } from './calibration/lean.ts';
import { planning } from './calibration/planning.ts';
import { planningOfGates } from './calibration/planning-of-gates.ts';
import { updateDocument } from './calibration/render.ts';
import { type Check, holds, type Report, type Section } from './calibration/section.ts';
import { benchmark, large, population } from './calibration/sequential.ts';
import { several } from './calibration/several.ts';
import { weighted } from './calibration/weighted.ts';

const SECTIONS = [
  ...[fixed, policies, lean, several, average, ceilings, clusters, graded, planning, planningOfGates],
  ...[corpus, calibrationError, groups, population, benchmark, large, weighted, drift],
];
const names = SECTIONS.map(({ name }) => name).join(', ');
const DOCUMENT = resolve(import.meta.dirname, '../docs/explanation/calibration.md');
const DEFAULT_SEQUENCES = 2000;

const HELP = `npm run calibrate -- [options]
  --section NAME     only this one; may be given several times: ${names}
  --cell TEXT        only cells whose name contains the text, such as 'n 500'
  --sequences N      random orders a simulated cell rests on (${DEFAULT_SEQUENCES})
  --write            write the sections into docs/explanation/calibration.md
  --quiet            no progress`;

const { values } = parseArgs({
  options: {
    section: { type: 'string', multiple: true },
    cell: { type: 'string' },
    sequences: { type: 'string', default: String(DEFAULT_SEQUENCES) },
    write: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else main();

function main(): void {
  const sequences = Number(values.sequences);
  const chosen = values.section ?? SECTIONS.map(({ name }) => name);
  const strangers = chosen.filter((name) => !SECTIONS.some((section) => section.name === name));
  if (strangers.length > 0 || !Number.isInteger(sequences) || sequences < 100) {
    console.error(
      `${strangers.length > 0 ? `no section ${strangers.join(', ')}` : '--sequences needs a whole number from 100 on'}\n${HELP}`,
    );
    process.exitCode = 4;
    return;
  }
  if (values.write && (values.cell !== undefined || sequences !== DEFAULT_SEQUENCES)) {
    console.error('--write needs whole sections, of the default number of sequences');
    process.exitCode = 4;
    return;
  }
  const found = new Map<string, Report>();
  for (const section of SECTIONS.filter(({ name }) => chosen.includes(name))) {
    const started = performance.now();
    const progress = (cell: string) => {
      if (!values.quiet) console.error(`  ${section.name}: ${cell}`);
    };
    const report = section.run({ sequences, cell: values.cell ?? null, progress });
    found.set(section.name, report);
    print(section, report, (performance.now() - started) / 1000);
  }
  conclude([...found.values()].flatMap(({ checks }) => checks));
  if (!values.write) return;
  const before = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : '';
  writeFileSync(DOCUMENT, updateDocument(before, SECTIONS, found));
}

function print({ name, title }: Section, { tables, checks }: Report, seconds: number): void {
  console.log(`\n${title} (${name}: ${checks.length} figures checked, ${seconds.toFixed(0)} s)`);
  for (const { title: caption, head, rows } of tables) {
    console.log(`\n${caption}`);
    const widths = head.map((text, column) =>
      Math.max(text.length, ...rows.map((row) => row[column]?.length ?? 0)),
    );
    for (const row of [head, ...rows])
      console.log(`  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
  }
}

/** Every criterion that is missed by name; those that are known with their reason. */
function conclude(checks: readonly Check[]): void {
  const missed = checks.filter((check) => !holds(check));
  const known = missed.filter(({ cell }) => Object.hasOwn(KNOWN_MISSES, cell));
  const failures = missed.filter(({ cell }) => !Object.hasOwn(KNOWN_MISSES, cell));
  const gone = checks.filter((check) => Object.hasOwn(KNOWN_MISSES, check.cell) && holds(check));
  console.log(`\n${checks.length - missed.length} of ${checks.length} figures are as they should be.`);
  for (const check of known) console.log(`KNOWN   ${describe(check)}\n        ${KNOWN_MISSES[check.cell]}`);
  for (const check of gone) console.log(`GONE    ${check.cell}: no longer missed, so take it off known.ts`);
  for (const check of failures) console.log(`FAILED  ${describe(check)}`);
  if (failures.length + gone.length > 0) process.exitCode = 1;
}

function describe({ cell, value, bound }: Check): string {
  const wanted =
    bound.kind === 'most'
      ? `at most ${bound.value.toFixed(2)}`
      : `${bound.value} ± ${bound.tolerance.toFixed(2)}`;
  return `${cell}: ${value.toFixed(2)}, wanted ${wanted}`;
}
