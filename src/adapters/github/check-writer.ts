import { assertNever } from '../../core/domain/errors.ts';
import type { Verdict } from '../../core/domain/verdict.ts';
import { failureOf } from './api-errors.ts';
import type { RepositoryQuestion } from './at-once.ts';
import {
  askChecks,
  type CheckPlace,
  checkFields,
  checkNames,
  checksOn,
  externalId,
  newerThan,
  type SeenCheck,
} from './check.ts';
import type { GitHubClient } from './client.ts';
import { sameRun } from './marker.ts';

/** What a check is to say. */
export interface CheckText {
  readonly verdict: Verdict;
  readonly blocked: boolean;
  /** One sentence. */
  readonly title: string;
  /** Markdown, within 65,535 bytes. */
  readonly summary: string;
}

const TITLE_LENGTH = 255;

/** `neutral` satisfies a required check, so an undecided verdict that blocks is `action_required`. */
export function conclusionOf(verdict: Verdict, blocked: boolean) {
  switch (verdict) {
    case 'pass':
      return 'success';
    case 'inconclusive':
      return blocked ? 'action_required' : 'neutral';
    case 'regression':
      // Waived: whoever requires the check has said so, and it still is no success.
      return blocked ? 'failure' : 'neutral';
    case 'invalid':
      return 'failure';
    default:
      return assertNever(verdict);
  }
}

const CONCLUSIONS = [
  ...(['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'timed_out'] as const),
];

type Conclusion = (typeof CONCLUSIONS)[number];

/** A required check may end in these. */
const PASSES: ReadonlySet<Conclusion> = new Set(['success', 'neutral', 'skipped']);

/** As a check can be told; what is not known yet is no pass. */
const settable = (conclusion: string | null) =>
  CONCLUSIONS.find((each) => each === conclusion) ?? ('cancelled' as const);

/**
 * The check of one run. The newest run of a commit has the last word, also over a write that arrives late: no run changes the check
 * of a newer one, each looks before it writes and once more a second later, and whichever sees two puts right what is not the
 * newest's.
 */
export class CheckWriter {
  readonly question: RepositoryQuestion<readonly SeenCheck[]>;
  readonly #place: CheckPlace;
  readonly #text: CheckText;
  /** Number of the check of this run. */
  #own: number | null;
  #isWritten = false;
  #newer: number | null = null;
  /** What is there, as it was asked last with something else; an answer counts once. */
  #seen: readonly SeenCheck[] | null = null;

  /** @param own of a check that waits for this verdict */
  constructor(place: CheckPlace, text: CheckText, own: number | null) {
    this.#place = place;
    this.#text = text;
    this.#own = own;
    this.question = checksOn(place.headSha, place);
  }

  /** Number of the newer run whose check counts; null where there is none. */
  get newer(): number | null {
    return this.#newer;
  }

  get isWritten(): boolean {
    return this.#isWritten;
  }

  told(seen: readonly SeenCheck[]): void {
    this.#seen = seen;
  }

  /** A newer run is known of by another way. */
  giveWay(run: number): void {
    if (!this.#isWritten) this.#newer = run;
  }

  async #look(client: GitHubClient): Promise<readonly SeenCheck[]> {
    const seen = this.#seen ?? (await askChecks(client, this.#place));
    this.#seen = null;
    return seen;
  }

  /**
   * Says the verdict, unless a newer run has a check. What does not pass is said even where nobody can look: an earlier pass may stand
   * there.
   * @throws what GitHub answered; see `explainFailure`
   */
  async write(client: GitHubClient): Promise<void> {
    if (this.#isWritten || this.#newer !== null) return;
    const { by } = this.#place;
    const seen = await this.#look(client).catch((error: unknown) => {
      if (PASSES.has(this.#said().conclusion)) throw error;
      return [];
    });
    this.#newer = newerThan(by, seen)?.by.run ?? null;
    if (this.#newer !== null) return;
    // An answer may have been lost.
    const mine = seen.find((each) => this.#isMine(each));
    if (this.#own === null && mine !== undefined) [this.#own = null] = await this.#numbers(client, [mine]);
    const { repository, headSha } = this.#place;
    const place = { owner: repository.owner, repo: repository.name };
    const { data } =
      this.#own === null
        ? await client.rest.checks.create({ ...place, ...this.#said(), head_sha: headSha })
        : await client.rest.checks.update({ ...place, ...this.#said(), check_run_id: this.#own });
    // Whatever stands between us and GitHub may answer a write with 200 and nothing of it.
    if (typeof data?.id !== 'number') throw new Error('the answer to the write names no check');
    this.#own = data.id;
    this.#isWritten = true;
  }

  /**
   * Looks at what there is now that the check is written.
   * @param settle waits until others have done what they were about to
   * @throws what GitHub answered; see `explainFailure`
   */
  async confirm(client: GitHubClient, settle: () => Promise<void>): Promise<void> {
    if (!this.#isWritten) return;
    if (this.#seen === null) await settle();
    const { by } = this.#place;
    const seen = await this.#look(client);
    const newer = newerThan(by, seen);
    if (newer !== null) {
      const conclusion = newer.isCompleted ? settable(newer.conclusion) : 'cancelled';
      const title = `Run ${newer.by.run} is newer, and what it says counts`;
      if (conclusion !== this.#said().conclusion && this.#own !== null)
        await this.#change(client, this.#own, { conclusion, output: { title, summary: title } });
      this.#newer = newer.by.run;
      return;
    }
    const mine = seen.find((each) => this.#isMine(each));
    const isLater = (of: 'began' | 'ended', each: SeenCheck) =>
      (each[of] ?? Number.NEGATIVE_INFINITY) >= (mine?.[of] ?? Number.POSITIVE_INFINITY);
    const late = seen.filter(
      (each) =>
        !this.#isMine(each) && (!each.isCompleted || isLater('began', each) || isLater('ended', each)),
    );
    if (late.length === 0) return;
    for (const id of await this.#numbers(client, late))
      if (id !== this.#own) await this.#change(client, id, {});
  }

  #isMine({ by }: SeenCheck): boolean {
    return by !== null && sameRun(by, this.#place.by);
  }

  #said() {
    const { verdict, blocked, title, summary } = this.#text;
    return {
      ...checkFields(this.#place),
      status: 'completed' as const,
      conclusion: conclusionOf(verdict, blocked) as Conclusion,
      details_url: this.#place.detailsUrl,
      output: { title: Array.from(title).slice(0, TITLE_LENGTH).join(''), summary },
    };
  }

  async #change(
    client: GitHubClient,
    id: number,
    other: {
      readonly conclusion?: Conclusion;
      readonly output?: { readonly title: string; readonly summary: string };
    },
  ): Promise<void> {
    const { repository } = this.#place;
    const place = { owner: repository.owner, repo: repository.name, check_run_id: id };
    await client.rest.checks.update({ ...place, ...this.#said(), ...other }).catch((error: unknown) => {
      // Another app's, whatever it calls itself.
      if (!/only be modified by the GitHub App/i.test(failureOf(error).message)) throw error;
    });
  }

  /** By which these are changed, the newest first. */
  async #numbers(client: GitHubClient, of: readonly SeenCheck[]): Promise<readonly number[]> {
    const { repository, headSha } = this.#place;
    const { name, id } = checkNames(this.#place);
    const ids = new Set(of.map(({ by }) => (by === null ? id : externalId(id, by))));
    const { data } = await client.rest.checks.listForRef({
      ...{ owner: repository.owner, repo: repository.name, ref: headSha },
      ...{ check_name: name, filter: 'all', per_page: 100 },
    });
    return data.check_runs
      .filter(({ external_id }) => ids.has(external_id ?? ''))
      .map((check) => check.id)
      .sort((left, right) => right - left);
  }
}
