import { markdownTable } from 'markdown-table';
import { KNOWN_MISSES } from './known.ts';
import { holds, type Report, type Section } from './section.ts';

const HEAD = `# Calibration

<!-- Written by \`npm run calibrate -- --write\`; do not edit. -->

How often the decisions that [method.md](method.md) describes are wrong, and what they cost, found with the code that makes them.
Simulated models answer 0/1 questions of which the baseline has 65 % right; a share of the answers flips, and more of them fall
than rise by the drop in question. Figures are per cent. α is 5 % a claim.

Every figure is compared with that of an independent program for the same models, where it has one. And these have to hold:

- error at a drop of exactly the limit: at most 6 % a side for 200 samples or more, 6.5 % in cells of 2,000 simulated sequences;
- unchanged model failed: at most 0.5 % from 500 samples on, 1.5 % at 100;
- samples needed: at most 1.05 times those of the independent program;
- ten unchanged benchmarks: any failed in at most 1 %;
- \`lean\`: a candidate exactly at the limit merges, proven or not, in at most 25.9 % where 10 or 15 % of the answers flip, 30 % at
  any share of flips, and 30 % where a sequential evaluation ends; unchanged models blocked as an independent program has it.
`;

const markers = (name: string) => ({ begin: `<!-- ${name}: begin -->`, end: `<!-- ${name}: end -->` });

/** docs/explanation/calibration.md with some sections replaced by what they have found now; each is a function of the code alone. */
export function updateDocument(
  before: string,
  sections: readonly Section[],
  found: ReadonlyMap<string, Report>,
): string {
  const parts = sections.flatMap((section) => {
    const report = found.get(section.name);
    const text = report === undefined ? sectionIn(before, section.name) : renderSection(section, report);
    return text === null ? [] : [text];
  });
  return `${[HEAD, ...parts].join('\n')}`;
}

/** A section of the document with its markers; null where it has none. */
export function sectionIn(document: string, name: string): string | null {
  const { begin, end } = markers(name);
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  return from === -1 || to === -1 ? null : `${document.slice(from, to + end.length)}\n`;
}

export function renderSection({ name, title, about }: Section, { tables, checks }: Report): string {
  const { begin, end } = markers(name);
  const parts = tables.map(({ title: caption, head, rows }) =>
    [`**${caption}**`, markdownTable([[...head], ...rows.map((row) => [...row])])].join('\n\n'),
  );
  const missed = checks.filter((check) => !holds(check));
  const verdict =
    checks.length === 0
      ? []
      : [
          `${checks.length} figures checked${missed.length === 0 ? ', all as they should be.' : `; not as they should be: ${missed.length}.`}`,
        ];
  const misses = missed.map(
    ({ cell, value, bound }) =>
      `- ${cell}: ${value.toFixed(2)}, wanted ${bound.kind === 'most' ? 'at most ' : ''}${bound.value}. ${KNOWN_MISSES[cell] ?? ''}`,
  );
  const list = misses.length === 0 ? [] : [misses.join('\n')];
  return `${[begin, `## ${title}`, about, ...parts, ...verdict, ...list, end].join('\n\n')}\n`;
}
