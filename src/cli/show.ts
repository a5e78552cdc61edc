import type { VerdictFile } from '../core/domain/decision.ts';
import { verdictJson } from '../report/json.ts';
import { renderTerminal } from '../report/terminal.ts';
import type { Terminal } from './terminal.ts';

/** Prints a verdict, as the file or as the table a person reads. */
export function showVerdict(terminal: Terminal, verdict: VerdictFile, json = false): void {
  terminal.print(json ? verdictJson(verdict) : renderTerminal(verdict, { color: terminal.colour }));
}
