import { markdownTable } from 'markdown-table';
import { KNOWN_MISSES } from './known.ts';
import { holds, type Report, type Section } from './section.ts';

/** One section of docs/calibration.md. */
export function renderSection({ title, about }: Section, { tables }: Report): string {
  const parts = tables.map(({ title: caption, head, rows }) =>
    [
      `**${caption}**`,
      markdownTable([[...head], ...rows.map((row) => [...row])], {
        align: head.map((_, column) =>
          column >= head.length - (rows[0] ? numbersFrom(rows[0]) : 0) ? 'r' : 'l',
        ),
      }),
    ].join('\n\n'),
  );
  return [`## ${title}`, about, ...parts].join('\n\n');
}

/** Columns at the end of a row that hold numbers. */
function numbersFrom(row: readonly string[]): number {
  const texts = [...row].reverse();
  const first = texts.findIndex((text) => !/^[0-9]/.test(text));
  return first === -1 ? texts.length : first;
}

const HEAD = `# Calibration

<!-- Written by \`npm run calibrate -- --write\`; do not edit. -->

How often the decisions that [method.md](method.md) describes are wrong, and what they cost, found with the code that makes them.
Simulated models answer 0/1 questions of which the baseline has 65 % right; a share of the answers flips, and more of them fall
than rise by the drop in question. Figures are per cent. α is 5 % a claim.`;

/** docs/calibration.md, a function of the figures. */
export function renderDocument(results: readonly { section: Section; report: Report }[]): string {
  const checks = results.flatMap(({ report }) => report.checks);
  const missed = checks.filter((check) => !holds(check));
  const criteria = [
    '## Criteria',
    `The run fails when one of ${checks.length} figures is off. They are compared with an independent program of the same models, and have to meet:`,
    [
      '- error at a drop of exactly the limit: at most 6 % a side for 200 samples or more, 6.5 % in cells of 2,000 simulated sequences;',
      '- unchanged model failed: at most 0.5 % from 500 samples on, 1.5 % at 100;',
      '- samples needed: at most 1.05 times those of the independent program;',
      '- ten unchanged benchmarks: any failed in at most 1 %.',
    ].join('\n'),
    ...(missed.length === 0
      ? ['All are met.']
      : [
          `${missed.length === 1 ? 'One is' : `${missed.length} are`} missed:`,
          ...missed.map(
            ({ cell, value, bound }) =>
              `- ${cell} in ${value.toFixed(2)} %, wanted at most ${bound.value}. ${KNOWN_MISSES[cell] ?? ''}`,
          ),
        ]),
  ];
  return `${[HEAD, ...criteria, ...results.map(({ section, report }) => renderSection(section, report))].join('\n\n')}\n`;
}
