import { fencedBlocks, insideFence, markdownTables } from './markdown.ts';
import { wordsIn } from './words.ts';

/** In what form a text is written: the first that it is. */
export const LAYOUTS = ['empty', 'JSON', 'code', 'table', 'list', 'headings', 'plain'] as const;
export type Layout = (typeof LAYOUTS)[number];

const ITEM = /^\s{0,12}(?:[-*+•]|\d{1,3}[.)])\s+\S/;
const HEADING = /^#{1,6}\s+\S/;
/** One line that begins with a dash is no list. */
const FEWEST_ITEMS = 2;

/**
 * `empty` has no word or number; `JSON` is an object or a list and nothing else, be it in a fence; `code` has a fenced block; `table`
 * and `list` have one in Markdown, `headings` has such lines; `plain` is all else.
 */
export function layoutOf(text: string): Layout {
  if (wordsIn(text).length === 0) return 'empty';
  const { blocks, others } = fencedBlocks(text);
  const isFenced = blocks.length === 1 && others.every((line) => line.trim() === '');
  if (isJson(isFenced ? insideFence(text) : text)) return 'JSON';
  if (blocks.length > 0) return 'code';
  if (markdownTables(text).length > 0) return 'table';
  if (others.filter((line) => ITEM.test(line)).length >= FEWEST_ITEMS) return 'list';
  return others.some((line) => HEADING.test(line)) ? 'headings' : 'plain';
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
