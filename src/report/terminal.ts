import type { VerdictFile } from '../core/domain/decision.ts';
import type { Verdict } from '../core/domain/verdict.ts';
import { GATE_COLUMNS } from './columns.ts';
import { plural } from './format.ts';
import { gateSentence } from './gate-sentence.ts';
import { gateCounts, summaryLine, verdictLabel } from './headline.ts';
import { toPlain } from './inline.ts';
import { isNotEvaluated, notEvaluatedLine } from './not-evaluated.ts';
import { plainTable } from './plain-table.ts';
import { changeLine, waiverLine } from './sections/policy.ts';
import { faults } from './who-acts.ts';

export interface TerminalOptions {
  /** ANSI colours, in addition to the words and never instead of them. */
  readonly color: boolean;
}

const COLORS: Record<Verdict, number> = { pass: 32, inconclusive: 33, regression: 31, invalid: 35 };
const paint = (text: string, verdict: Verdict, { color }: TerminalOptions) =>
  color ? `\u001b[${COLORS[verdict]}m${text}\u001b[0m` : text;

/** The same report for a terminal or a log: headline, table, and what an undecided or invalid verdict needs. */
export function renderTerminal(file: VerdictFile, options: TerminalOptions): string {
  const lines = [paint(toPlain(summaryLine(file)), file.verdict, options), gateCounts(file.gates)];
  if (file.verdict === 'invalid') {
    const { wrong, remedies } = faults(file);
    lines.push('', ...wrong.map((line) => `  ${toPlain(line)}`));
    lines.push(...remedies.map(({ who, what }) => `  ${who}: ${toPlain(what)}`));
  }
  if (file.gates.length > 0) {
    const [header = '', ...rows] = plainTable(GATE_COLUMNS, file.gates);
    lines.push('', header);
    file.gates.forEach((gate, index) => {
      const label = verdictLabel(gate.verdict);
      lines.push((rows[index] ?? '').replace(label, () => paint(label, gate.verdict, options)));
    });
  }
  for (const gate of file.gates.filter(({ verdict }) => verdict === 'inconclusive')) {
    if (isNotEvaluated(gate)) continue;
    const cure = gate.needed === null ? '' : ` About ${plural(gate.needed, 'sample')} would decide it.`;
    lines.push('', `${toPlain(gateSentence(gate))}.${cure}`);
  }
  const idle = toPlain(notEvaluatedLine(file.gates));
  if (idle !== '') lines.push('', idle);
  const changes = file.policyOrigin?.changes ?? [];
  if (changes.length > 0) lines.push('', 'Changed against the base branch; the stricter policy decides:');
  lines.push(...changes.map((change) => `  ${toPlain(changeLine(change))}`));
  lines.push(...(file.waivers ?? []).map((waiver) => `Waiver: ${toPlain(waiverLine(waiver))}`));
  return `${lines.join('\n')}\n`;
}
