/** A block or a comment. A text in a block may hold what would end it; braces of its own would hide where it ends. */
const BLOCK =
  /\{#[\s\S]*?#\}|\{(?:\{|%)((?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|(?![}%]\})[^"'{}])*)[}%]\}/g;
const TEXT = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/g;

/** Functions, tests and operators that may stand before a bracket, and methods of texts, lists and maps that do nothing else. */
const BEFORE_BRACKETS = new Set(
  'range if elif else in and or not is for set divisibleby sameas equalto eq ne lt le gt ge'.split(' '),
);
const METHODS = new Set(
  [
    'capitalize casefold count endswith find get index isalnum isalpha isdigit islower isnumeric isspace istitle isupper',
    'items join keys lower lstrip partition removeprefix removesuffix replace rfind rindex rpartition rsplit rstrip split',
    'splitlines startswith strip swapcase title upper values zfill',
  ].flatMap((line) => line.split(' ')),
);
/** Objects of Jinja that are Python functions or classes, from which the operating system is reached, and what makes more. */
const NAMES =
  /(?<!\.\s*)\b(lipsum|cycler|joiner|namespace|dict|self|caller|varargs|kwargs|loop\s*\[|macro|call|import|include|extends|from|raw|filter)\b/;

/**
 * Why Jinja of a task file could reach more than its document: lm_eval renders it without a sandbox. What cannot call
 * anything but methods of texts, lists and maps reaches nothing, however it names attributes.
 * @returns null where it cannot
 */
export function jinjaFault(text: string): string | null {
  if (!/\{[{%]/.test(text)) return null;
  const blocks = [...text.matchAll(BLOCK)];
  if (/\{[{%]/.test(text.replaceAll(BLOCK, ''))) return 'has a block with braces, or without an end';
  for (const [, block] of blocks) {
    if (block === undefined) continue;
    const code = block.replaceAll(TEXT, '""');
    const [, name] = NAMES.exec(code) ?? [];
    if (name !== undefined) return `uses ${name.replace(/\s*\[/, '')}`;
    if (/\battr\b|\battribute\b|\.\s*_/.test(code)) return 'looks for attributes of Python';
    for (const [, before = '', word = ''] of code.matchAll(/([.|]?\s*)([\p{L}\p{N}_]*|[\])])\s*\(/gu)) {
      const link = before.trim();
      const isFine =
        link === '.' ? METHODS.has(word) : link === '|' || word === '' || BEFORE_BRACKETS.has(word);
      if (!isFine) return `calls ${JSON.stringify(word)}`;
    }
  }
  return null;
}
