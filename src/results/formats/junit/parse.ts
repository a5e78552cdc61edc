import { createHash } from 'node:crypto';
import { SaxesParser } from 'saxes';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import { MAX_FILE_BYTES, utf8Of } from '../files.ts';

const MAX_DEPTH = 50;

const OUTCOMES = ['failure', 'error', 'skipped', 'flakyFailure', 'flakyError'] as const;
type Outcome = (typeof OUTCOMES)[number];
const isOutcome = (name: string): name is Outcome => (OUTCOMES as readonly string[]).includes(name);

/** One `testcase` element. */
export interface JUnitCase {
  readonly at: Location & { readonly line: number };
  readonly attributes: Readonly<Record<string, string>>;
  /** Name of the suite that holds it. */
  readonly suite: string;
  /** What its children say came of it, with the message of each; nothing where it passed. */
  readonly outcomes: Map<Outcome, string>;
  /** What the test recorded of itself, as with pytest's `record_property`; of a name that is there twice the first. */
  readonly properties: Map<string, string>;
}

/** One `testsuite` element. */
export interface JUnitSuite {
  readonly at: Location;
  readonly attributes: Readonly<Record<string, string>>;
  /** Those it holds itself, not in a suite within. */
  readonly cases: JUnitCase[];
  holdsSuites: boolean;
}

export interface JUnitReport {
  readonly suites: readonly JUnitSuite[];
  /** SHA-256 of the file. */
  readonly digest: string;
}

/**
 * Reads a report as it comes, element by element. Nothing is expanded: a file with a document type is refused, and an
 * entity that XML does not define is a fault.
 * @throws WeighbridgeError `data` with file and line for what is no well-formed report
 */
export async function parseReport(file: string): Promise<JUnitReport> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const suites: JUnitSuite[] = [];
  const open: JUnitSuite[] = [];
  let depth = 0;
  let current: JUnitCase | null = null;
  let property: string | null = null;
  const here = () => ({ file, line: parser.line });
  const fail = (message: string): never => {
    throw new WeighbridgeError('data', message, { at: here() });
  };

  parser.on('error', (error) => fail(`not XML: ${error.message.replace(/^\S*\d+:\d+: /, '')}`));
  parser.on('doctype', () => fail('a document type is not allowed'));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} elements`);
    if (depth === 1 && name !== 'testsuites' && name !== 'testsuite')
      fail(`not a JUnit report but <${name}>`);
    const suite = open.at(-1);
    if (name === 'testsuite') {
      if (suite !== undefined) suite.holdsSuites = true;
      const opened = { at: here(), attributes, cases: [], holdsSuites: false };
      suites.push(opened);
      open.push(opened);
    } else if (name === 'testcase') {
      if (suite === undefined) return fail('a test case outside a suite');
      const found = { outcomes: new Map<Outcome, string>(), properties: new Map<string, string>() };
      current = { at: here(), attributes, suite: suite.attributes.name ?? '', ...found };
      suite.cases.push(current);
    } else if (current !== null && isOutcome(name)) {
      current.outcomes.set(name, attributes.message ?? attributes.type ?? '');
    } else if (current !== null && name === 'property' && attributes.name !== undefined) {
      property = current.properties.has(attributes.name) ? null : attributes.name;
      if (property !== null) current.properties.set(property, attributes.value ?? '');
    }
  });
  // A long value stands within the element.
  const within = (text: string) => {
    const before = property === null ? undefined : current?.properties.get(property);
    if (property !== null && before !== undefined) current?.properties.set(property, before + text);
  };
  parser.on('text', within);
  parser.on('cdata', within);
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (name === 'property') property = null;
    if (name === 'testsuite') open.pop();
    if (name === 'testcase') current = null;
  });

  const hash = createHash('sha256');
  const decoder = new TextDecoder();
  for await (const bytes of utf8Of(file, hash, MAX_FILE_BYTES))
    parser.write(decoder.decode(bytes, { stream: true }));
  parser.close();
  return { suites, digest: hash.digest('hex') };
}
