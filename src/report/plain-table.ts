import type { Column } from './columns.ts';
import { truncate } from './escape.ts';
import { type Inline, toPlain } from './inline.ts';

const CELL_LENGTH = 60;

/** Columns aligned with spaces; the last one is not padded, since the symbols in it have no agreed width. */
export function plainTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  const text = (line: Inline) => truncate(toPlain(line), CELL_LENGTH);
  const cells = [
    columns.map((column) => text(column.title(rows))),
    ...rows.map((row) => columns.map((column) => text(column.cell(row)))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(...cells.map((row) => Array.from(row[index] ?? '').length)),
  );
  const pad = (cell: string, index: number) => {
    if (index === columns.length - 1) return cell;
    const gap = ' '.repeat((widths[index] ?? 0) - Array.from(cell).length);
    return columns[index]?.align === 'right' ? gap + cell : cell + gap;
  };
  return cells.map((row) => row.map(pad).join('  ').trimEnd());
}
