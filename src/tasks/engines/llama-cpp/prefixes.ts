import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { commonPrefix } from '../tokens.ts';
import type { RawSequence, Token } from './library.ts';

/** A beginning shorter than this, beyond what the sequence holds, is computed as fast as it is found again. */
const WORTH = 64;
/** Prompts that are remembered, to see which beginnings come again. */
const REMEMBERED = 1024;
/** A beginning that was not asked for in so many prompts makes room for another. */
const FORGOTTEN = 4 * REMEMBERED;
const MOST_BYTES = 2 * 1024 ** 3;

interface Saved {
  readonly tokens: readonly Token[];
  readonly file: string;
  readonly bytes: number;
  used: number;
}

/**
 * Beginnings of prompts that come again with others in between, such as the solved examples of a subject: their cells lie in
 * files, and are read back in place of being computed. Whoever asks tells what comes again; what he does not tell is known once it came twice. The bytes are the same, so no number depends on it. Where there is no
 * room, or the disk refuses, everything is computed as before.
 */
export class SavedPrefixes {
  readonly #folder: string;
  readonly #raw: RawSequence;
  readonly #saved: Saved[] = [];
  readonly #remembered: (readonly Token[])[] = [];
  #next = 0;
  #prompts = 0;
  #room: number | null = null;
  /** How much of what the sequence holds came before, and is worth a file once it has to give way. */
  #recurring = 0;
  #isOff = false;

  constructor(folder: string, raw: RawSequence) {
    this.#folder = folder;
    this.#raw = raw;
  }

  /**
   * Before the sequence is cut back to what it shares with the tokens that are fed next: keeps what it holds, where that comes
   * again, and puts in its place what was kept of the new ones.
   * @param held tokens in the sequence whose cells may be used again
   * @param shared how many of them the new ones begin with
   * @param beginning what a prompt that is yet to come begins with too, as far as that is known
   * @returns how many of the new tokens the sequence holds then
   */
  async exchange(
    held: readonly Token[],
    shared: number,
    tokens: readonly Token[],
    beginning: readonly Token[],
  ): Promise<number> {
    if (this.#isOff) return shared;
    this.#prompts += 1;
    // Not of tokens whose evaluation failed.
    const kept = Math.min(this.#recurring, held.length);
    if (kept >= shared + WORTH) {
      this.#recurring = 0;
      await this.#save(held.slice(0, kept));
    }
    const [known, length] = longest(this.#saved, tokens, (saved) => saved.tokens);
    if (known !== null && length >= shared + WORTH) return (await this.#load(known)) ? length : 0;
    const [, before] = longest([...this.#remembered, beginning], tokens, (prompt) => prompt);
    if (before >= Math.max(shared, length) + WORTH) this.#recurring = before;
    return shared;
  }

  /** These tokens are held now. */
  remember(tokens: readonly Token[]): void {
    this.#recurring = Math.min(this.#recurring, tokens.length);
    this.#remembered[this.#next] = tokens;
    this.#next = (this.#next + 1) % REMEMBERED;
  }

  async #save(tokens: readonly Token[]): Promise<void> {
    const file = join(this.#folder, `${this.#prompts}.state`);
    try {
      this.#room ??= await roomIn(this.#folder);
      if (this.#room <= 0) await this.#makeRoom();
      if (this.#room <= 0) return;
      const end = this.#raw.nextTokenIndex;
      if (end > tokens.length) await this.#raw.eraseContextTokenRanges([{ start: tokens.length, end }]);
      const { fileSize: bytes } = await this.#raw.saveStateToFile(file);
      this.#room -= bytes;
      this.#saved.push({ tokens, file, bytes, used: this.#prompts });
    } catch {
      // A full disk: what is there already may be used on.
      this.#room = 0;
      await rm(file, { force: true });
    }
  }

  async #makeRoom(): Promise<void> {
    const oldest = this.#saved.reduce<Saved | null>(
      (old, saved) => (old === null || saved.used < old.used ? saved : old),
      null,
    );
    if (oldest === null || this.#prompts - oldest.used < FORGOTTEN) return;
    this.#saved.splice(this.#saved.indexOf(oldest), 1);
    await rm(oldest.file, { force: true });
    this.#room = (this.#room ?? 0) + oldest.bytes;
  }

  /** False where the sequence is empty afterwards. */
  async #load(saved: Saved): Promise<boolean> {
    saved.used = this.#prompts;
    try {
      await this.#raw.loadStateFromFile(saved.file, { acceptRisk: true });
      if (this.#raw.nextTokenIndex === saved.tokens.length) return true;
    } catch {
      // Somebody cleared the temporary folder: everything is computed from now on.
    }
    this.#isOff = true;
    await this.#raw.clearHistory();
    return false;
  }
}

/** The text that shares the longest beginning with the tokens, and how long that is. */
function longest<Text>(
  texts: readonly Text[],
  tokens: readonly Token[],
  tokensOf: (text: Text) => readonly Token[],
): [text: Text | null, length: number] {
  return texts.reduce<[Text | null, number]>(
    ([best, most], text) => {
      const length = commonPrefix(tokensOf(text), tokens);
      return length > most ? [text, length] : [best, most];
    },
    [null, 0],
  );
}

/** A quarter of what the disk has left, at most. */
async function roomIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.min(MOST_BYTES, (bavail * bsize) / 4);
}
