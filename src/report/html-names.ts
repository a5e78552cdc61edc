import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { oneLine, truncate } from './escape.ts';

/** Of a name or path; whole outputs have room of their own. */
const NAME_LENGTH = 400;

/** A foreign name as text that may be broken where its parts end. */
export const breakable = (name: string): ElementContent[] =>
  (truncate(oneLine(name), NAME_LENGTH) || '(empty)')
    .split(/(?<=[/_])/)
    .flatMap((value, index) => [...(index === 0 ? [] : [h('wbr')]), { type: 'text', value } as const]);
