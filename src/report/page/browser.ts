import { diffWordsWithSpace } from 'diff';
import type { ShownAnswer, ShownSample, ShownSamples } from '../../core/domain/shown-samples.ts';
import { visible } from '../escape.ts';
import { reviewTable, samplesToReview } from '../review.ts';
import { linkedSamples, sampleAnchor } from '../sample-link.ts';
import { CHANGE_WORDS, CHANGES, ORDERS, selected, type Wish } from './selection.ts';

/**
 * The sample browser of the page: all that it shows is hostile text, which becomes text nodes and nothing else. It asks the
 * network for nothing, and keeps nothing.
 */

/** Rows that are made at once: thousands of them would make the page slow. */
const ROWS = 50;
/** After so long two answers are just two answers. */
const DIFF_MS = 200;

type Child = Node | string;

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

async function unpacked(text: string): Promise<ShownSamples> {
  const bytes = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const clean = (_key: string, value: unknown) => (typeof value === 'string' ? visible(value) : value);
  return JSON.parse(await new Response(stream).text(), clean);
}

const number = (value: number): string => String(Number(value.toPrecision(4))).replace('-', '−');

const scoreOf = ({ score }: ShownAnswer): string => (score === null ? 'no score' : number(score));

/** A button that says for a moment what came of it. */
function button(label: string, act: () => Promise<string> | string): HTMLButtonElement {
  const made = make('button', '', label);
  made.type = 'button';
  made.addEventListener('click', async () => {
    status.textContent = await act();
  });
  return made;
}

/** What was done, for those who do not see it happen as well. */
const status = make('p', 'soft');
status.setAttribute('role', 'status');

async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied.';
  } catch {
    // A page of a file may not write there everywhere: the text can still be taken by hand.
    const area = make('textarea', 'copy', text);
    area.readOnly = true;
    area.setAttribute('aria-label', 'The sample as JSON, to be copied');
    status.after(area);
    area.select();
    return 'The text below can be copied.';
  }
}

function downloaded(name: string, text: string): string {
  const link = make('a', '');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return `${name} was saved.`;
}

/** What only the baseline said is struck out on its side, what only the candidate said is underlined on the other. */
function answers({ baseline, candidate }: ShownSample): readonly [Child[], Child[]] {
  const [before, after] = [baseline.output, candidate.output];
  if (before === null || after === null) return [said(before), said(after)];
  const parts = diffWordsWithSpace(before, after, { timeout: DIFF_MS });
  if (parts === undefined || before === after) return [said(before), said(after)];
  const kept = (other: 'added' | 'removed', mark: 'ins' | 'del', own: 'added' | 'removed') =>
    parts.filter((part) => !part[other]).map((part) => (part[own] ? make(mark, '', part.value) : part.value));
  return [
    before === '' ? said('') : kept('added', 'del', 'removed'),
    after === '' ? said('') : kept('removed', 'ins', 'added'),
  ];
}

const said = (text: string | null): Child[] => [
  text === null ? make('em', '', 'not stored') : text.trim() === '' ? make('em', '', 'nothing') : text,
];

function side(title: string, answer: ShownAnswer, text: readonly Child[]): HTMLElement {
  const sure =
    answer.confidence === undefined
      ? ''
      : `, ${Math.round(answer.confidence * 100)} % sure of the right choice`;
  return make('div', '', make('p', 'side', `${title}: ${scoreOf(answer)}${sure}`), make('pre', '', ...text));
}

function choices({ asked, baseline, candidate }: ShownSample): HTMLElement[] {
  if (asked?.choices === undefined) return [];
  const items = asked.choices.map((choice) => {
    const same = (text: string | null | undefined) => text?.trim() === choice.trim();
    const tags = [
      same(asked.reference) ? 'expected' : '',
      same(baseline.output) ? 'baseline' : '',
      same(candidate.output) ? 'candidate' : '',
    ].filter((tag) => tag !== '');
    return make(
      'li',
      '',
      choice,
      ...(tags.length === 0 ? [] : [' ', make('strong', '', `← ${tags.join(', ')}`)]),
    );
  });
  return [make('p', 'side', 'Choices'), make('ul', 'choices', ...items)];
}

/** What was said before the question, each under the role of who said it. */
const turns = ({ asked }: ShownSample): HTMLElement[] =>
  (asked?.turns ?? []).flatMap(({ role, text }) => [
    make('p', 'side', make('strong', '', role), ' said'),
    make('pre', 'turn', ...said(text)),
  ]);

function body(sample: ShownSample): HTMLElement {
  const { asked, task, id } = sample;
  const [before, after] = answers(sample);
  const link = make('a', '', 'Link to this sample');
  link.href = sampleAnchor(task, id);
  return make(
    'div',
    'sample-body',
    ...turns(sample),
    make('p', 'side', 'Asked'),
    make('pre', '', ...said(asked?.question ?? null)),
    ...choices(sample),
    ...(asked?.reference === undefined || asked.choices?.includes(asked.reference)
      ? []
      : [make('p', 'side', 'Expected'), make('pre', '', asked.reference)]),
    make(
      'div',
      'sides',
      side('Baseline', sample.baseline, before),
      side('Candidate', sample.candidate, after),
    ),
    make('p', 'side', 'Sample ', make('code', '', ...breakable(id))),
    make(
      'p',
      'acts',
      button('Copy as JSON', () => copied(JSON.stringify(sample, null, 2))),
      ' ',
      link,
    ),
  );
}

/** Of a question, before it is opened. */
const PEEK = 160;

/** A name that may be broken where its parts end. */
const breakable = (name: string): Child[] =>
  name.split(/(?<=[/_])/).flatMap((part, index) => (index === 0 ? [part] : [make('wbr', ''), part]));

const fills = new WeakMap<HTMLDetailsElement, () => void>();

function row(sample: ShownSample): HTMLLIElement {
  const { change, id, group, task, baseline, candidate, asked } = sample;
  const asks = (asked?.question ?? '').replace(/^…/, '').replace(/\s+/g, ' ').trim() || id;
  const details = make(
    'details',
    `sample ${change}`,
    make(
      'summary',
      '',
      make('strong', 'change', CHANGE_WORDS[change]),
      ` ${scoreOf(baseline)} → ${scoreOf(candidate)} `,
      ...breakable(group ?? task),
      make('span', 'peek', asks.length > PEEK ? `${asks.slice(0, PEEK - 1)}…` : asks),
    ),
  );
  fills.set(details, () => {
    if (details.childElementCount === 1) details.append(body(sample));
  });
  details.addEventListener('toggle', () => details.open && fills.get(details)?.());
  return make('li', '', details);
}

function chooser(label: string, options: ReadonlyMap<string, string>, all: string | null) {
  const select = make('select', '');
  if (all !== null) select.append(new Option(all, ''));
  for (const [value, text] of options) select.append(new Option(text, value));
  return { select, labelled: make('label', '', make('span', '', label), select) };
}

const named = (names: readonly (string | null)[]): Map<string, string> =>
  new Map([...new Set(names)].flatMap((name) => (name === null ? [] : [[name, name] as const])).sort());

function start(place: HTMLElement, { samples }: ShownSamples): void {
  const toReview = new Set(samplesToReview(samples));
  const search = make('input', '');
  search.type = 'search';
  const change = chooser('Change', new Map([...CHANGES, ['review', 'picked for review']]), 'all');
  const task = chooser('Task', named(samples.map((sample) => sample.task)), 'all');
  const group = chooser('Group', named(samples.map((sample) => sample.group)), 'all');
  const order = chooser('Order', new Map([...ORDERS.keys()].map((name) => [name, name])), null);
  const list = make('ol', 'samples');
  const more = make('p', '');
  let shown: readonly ShownSample[] = [];

  const extend = () => {
    const from = list.childElementCount;
    list.append(...shown.slice(from, from + ROWS).map(row));
    const left = shown.length - list.childElementCount;
    more.replaceChildren(
      ...(left > 0
        ? [
            button(`Show ${Math.min(left, ROWS)} of ${left.toLocaleString('en')} more`, () => {
              const first = list.childElementCount;
              extend();
              list.children[first]?.querySelector('summary')?.focus();
              return `${list.childElementCount.toLocaleString('en')} samples are shown.`;
            }),
          ]
        : []),
    );
  };
  const show = (found: readonly ShownSample[], words = '') => {
    shown = found;
    list.replaceChildren();
    extend();
    status.textContent = `${found.length.toLocaleString('en')} of ${samples.length.toLocaleString('en')} samples${words}`;
  };
  const filter = () => {
    const wish: Wish = {
      search: search.value,
      change: change.select.value,
      task: task.select.value,
      group: group.select.value,
      order: order.select.value,
    };
    const of = wish.change === 'review' ? samples.filter((sample) => toReview.has(sample)) : samples;
    show(selected(of, wish.change === 'review' ? { ...wish, change: '' } : wish));
  };
  /** The sample that the address names, alone and open. */
  const follow = () => {
    const found = linkedSamples(samples, location.hash);
    if (found.length === 0) {
      if (location.hash.startsWith('#sample='))
        status.textContent = 'The sample of this link is not on the page.';
      return;
    }
    show(found, ', the one that was linked; change a filter to see others');
    for (const details of list.querySelectorAll('details')) {
      fills.get(details)?.();
      details.open = true;
    }
    list.scrollIntoView();
    list.querySelector('summary')?.focus({ preventScroll: true });
  };

  const controls = make(
    'form',
    'controls',
    make('label', '', make('span', '', 'Search'), search),
    ...[change, task, group, order].map(({ labelled }) => labelled),
  );
  controls.addEventListener('submit', (event) => event.preventDefault());
  controls.addEventListener('input', filter);
  for (const one of [task, group]) if (one.select.options.length < 3) one.labelled.hidden = true;
  place.replaceChildren(
    controls,
    make(
      'p',
      'acts',
      button(`Save the ${toReview.size} picked samples as CSV`, () =>
        downloaded('weighbridge-review.csv', reviewTable([...toReview])),
      ),
    ),
    status,
    list,
    more,
  );
  filter();
  follow();
  addEventListener('hashchange', follow);
}

/** On paper nothing can be opened: all is open, and closed again afterwards. */
function openForPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of opened) {
      fills.get(details)?.();
      details.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}

openForPrint();
const place = document.getElementById('samples');
const data = document.getElementById('samples-data')?.textContent;
if (place !== null && data) {
  unpacked(data).then(
    (shown) => start(place, shown),
    (error: unknown) => place.append(`The samples cannot be read: ${String(error)}`),
  );
}
