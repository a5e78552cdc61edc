import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Message, messagesOf } from './messages-of.ts';

const MESSAGES = messagesOf(resolve(import.meta.dirname, '../../src'));

/** Whose errors need no fix where they are made: reading results gives each that has none the fix of its format. */
const FIXED_LATER = /^results\//;

const KINDS = ['usage', 'config', 'data', 'checkpoint', 'engine', 'platform'];

/** Names of our own code, which say nothing to those who read messages. */
const PRIVATE = /\b(?:fingerprint|StoredRun|ForeignRun|RunRecord|staging|spill|undefined|NaN is|z\.)\b/;

/** A line and a half of a terminal, with what is filled in counted as a word. */
const LONGEST = 260;

const errors = MESSAGES.filter(({ kind }) => KINDS.includes(kind));

const plain = (text: string) => text.replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '…');

function lineOf({ kind, placed, says, fix }: Message): string {
  return `- ${kind}${placed ? ', with its place' : ''}: ${says}${fix === null ? '' : `\n  fix: ${fix}`}`;
}

function table(): string {
  const files = [...new Set(MESSAGES.map(({ file }) => file))];
  const parts = files.map((file) => {
    const lines = new Set(MESSAGES.filter((message) => message.file === file).map(lineOf));
    return `## ${file}\n\n${[...lines].join('\n')}\n`;
  });
  const about =
    'Every error (by who acts, see src/core/domain/errors.ts), warning, note and reason of the program, to be read aloud.\nMade by `npx vitest run test/messages -u`: read what changed before it is committed.\n';
  return ['# Messages', about, ...parts].join('\n');
}

describe('every message of the program', () => {
  test('is in the table that somebody read', async () => {
    expect(MESSAGES.length).toBeGreaterThan(500);
    await expect(table()).toMatchFileSnapshot('messages.md');
  });

  test('that is an error says what to do about it', () => {
    const without = errors.filter(({ file, fix }) => fix === null && !FIXED_LATER.test(file));
    expect(without.map(lineOf)).toEqual([]);
  });

  test('that is an error names what it speaks of, or its place', () => {
    const vague = errors.filter(
      ({ says, fix, placed }) => !placed && !`${says}${fix}`.includes('{') && says.split(' ').length < 5,
    );
    expect(vague.map(lineOf)).toEqual([]);
  });

  test('is short and without words of our code', () => {
    const long = MESSAGES.filter(
      ({ says, fix }) => plain(says).length > LONGEST || plain(fix ?? '').length > LONGEST,
    );
    expect(long.map(lineOf)).toEqual([]);
    expect(MESSAGES.filter(({ says, fix }) => PRIVATE.test(plain(`${says} ${fix}`))).map(lineOf)).toEqual([]);
  });
});
