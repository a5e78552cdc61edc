import type { ShownSample } from '../core/domain/shown-samples.ts';
import { visible } from './escape.ts';

const PREFIX = '#sample=';

/** What leads to a sample on the page: safe in an attribute and in Markdown, whatever its names are. */
export const sampleAnchor = (task: string, id: string): string => `${PREFIX}${encoded(task)}/${encoded(id)}`;

/** Encoded whatever else Markdown reads in an address; a lone surrogate, which has no encoding, is none of a real name. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*~_.-]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );

/** The samples that such an anchor names, as far as names can be seen: of several filters each has its own, and a group may be gated as a task. */
export function linkedSamples(samples: readonly ShownSample[], anchor: string): readonly ShownSample[] {
  const [task, id, ...others] = anchor.startsWith(PREFIX)
    ? anchor.slice(PREFIX.length).split('/').map(decoded)
    : [];
  if (task === undefined || id === undefined || others.length > 0) return [];
  const [of, named] = [visible(task), visible(id)];
  return samples.filter(
    (sample) => visible(sample.id) === named && [sample.task, sample.group ?? ''].map(visible).includes(of),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
