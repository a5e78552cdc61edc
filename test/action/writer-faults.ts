import { setTimeout as delay } from 'node:timers/promises';
import type { Followed } from '../../src/action/follow-progress.ts';
import { upsertComment } from '../../src/adapters/github/comment.ts';
import { requestTo } from '../adapters/github/commenting.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';
import { FAULTS } from './fault-cases.ts';
import { announceOn, followOn, QUICK_PACE } from './following.ts';

/** The calls that are made while the evaluation goes on. */
export const WRITER_CALLS = ['issues/get-comment', 'issues/update-comment'];

export interface WriterResult {
  readonly call: string;
  readonly fault: string;
  readonly ending: Followed['ending'];
  readonly tries: number;
  /** The comment's first line once the result was written. */
  readonly result: string | undefined;
}

const WHEN_IT_GOES_ON_MS = 4000;

/** Every fault, lasting, on every call of the writer, which is told to end where it has not by then; then the result is written. */
export const runWriterFaults = (): Promise<readonly WriterResult[]> =>
  Promise.all(WRITER_CALLS.flatMap((call) => Object.keys(FAULTS).map((fault) => runCase(call, fault))));

async function runCase(call: string, fault: string): Promise<WriterResult> {
  const github = await new FakeGitHub().start();
  try {
    await announceOn(github);
    github.fault = (request) => (request.call === call ? FAULTS[fault] : undefined);
    const writer = followOn(github, {}, { ...QUICK_PACE, requestMs: 1000 });
    writer.say();
    void delay(WHEN_IT_GOES_ON_MS).then(writer.tell);
    const { ending } = await writer.ended;
    const tries = github.requests.filter((made) => made.call === call).length;
    github.fault = () => undefined;
    await upsertComment(requestTo(github));
    return { call, fault, ending, tries, result: github.comments[0]?.body.split('\n')[1] };
  } finally {
    await github.stop();
  }
}

const WORDS: Partial<Record<Followed['ending'], string>> = {
  refused: 'no more',
  failing: 'no more after three',
};

/** What comes of it, for people. */
export function inWords({ ending, tries, fault }: WriterResult): string {
  if (ending !== 'told') return WORDS[ending] ?? ending;
  return /429|rate limit/.test(fault) && tries === 1 ? 'waits' : '–';
}
