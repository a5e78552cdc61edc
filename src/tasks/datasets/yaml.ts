import { isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { shallow } from '../../core/domain/json.ts';
import { shortLine } from '../../core/domain/short-line.ts';
import { type RawRow, rowFrom } from './row.ts';

/** Texts of a dataset are written out: aliases that multiply could make a page as large as a library. */
const MAX_ALIASES = 100;

/** YAML 1.2 core, a list of maps. Nothing stands beside the rows: what would be passed over here could be a setting to another program. */
export function rowsOfYaml(text: string, file: string): RawRow[] {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    ...{ version: '1.2', schema: 'core', merge: false, resolveKnownTags: false, stringKeys: true },
    ...{ prettyErrors: false, lineCounter: lines },
  });
  const lineOf = (offset: number | undefined) => Math.max(1, lines.linePos(offset ?? 0).line);
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) {
    throw new WeighbridgeError('data', `not YAML: ${shortLine(fault.message, 200)}`, {
      at: { file, line: lineOf(fault.pos[0]) },
      fix: 'correct the line: a file of rows is a list of maps, `- name: …`',
      cause: fault,
    });
  }
  const list: unknown = document.contents;
  if (!isSeq(list)) {
    throw new WeighbridgeError('data', 'expected a list of rows', {
      at: { file, line: 1 },
      fix: 'make the file a list of maps, each beginning with `- `',
    });
  }
  return list.items.map((item) => {
    const at = { file, line: lineOf((item as Node | null)?.range?.[0]) };
    return rowFrom(shallow(rowAt(item as Node, document, at), at), at);
  });
}

function rowAt(
  node: Node,
  document: ReturnType<typeof parseDocument>,
  at: { readonly file: string; readonly line: number },
): unknown {
  try {
    return node.toJS(document, { maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    throw new WeighbridgeError('data', 'the row has too many aliases', {
      ...{ at, cause },
      fix: 'write the values out',
    });
  }
}
