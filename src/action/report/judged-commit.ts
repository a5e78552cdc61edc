import { messageOf } from '../../core/domain/errors.ts';
import type { JudgedCommit } from '../../report/section.ts';
import { connect, type Publication } from './publishers.ts';

/** The commit that was judged, and whether somebody has pushed another since; where GitHub does not say so, a notice does. */
export async function judgedCommit({
  host,
  inputs,
  run,
  patience,
}: Pick<Publication, 'host' | 'inputs' | 'run' | 'patience'>): Promise<JudgedCommit | null> {
  const { repository, event } = run;
  const { headSha: sha, pullRequest } = event;
  if (sha === null) return null;
  const alone = { sha, newerHead: null };
  if (pullRequest === null || inputs.comment === 'never' || inputs['github-token'] === undefined)
    return alone;
  const place = { owner: repository.owner, repo: repository.name, pull_number: pullRequest.number };
  const waiting = patience();
  const client = connect({ inputs, run }, waiting);
  try {
    const { data: pull } = await waiting.retry(() => client.rest.pulls.get(place));
    return pull.head.sha === sha ? alone : { sha, newerHead: pull.head.sha };
  } catch (error) {
    host.core.notice(`Whether the pull request has a newer commit is not known: ${messageOf(error)}`, {
      title: 'Weighbridge',
    });
    return alone;
  }
}
