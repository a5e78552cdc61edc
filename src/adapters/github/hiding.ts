import type { GitHubClient } from './client.ts';
import type { WrittenComment } from './our-comments.ts';

const HIDE =
  'mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { clientMutationId } }';
const SHOW = 'mutation ($id: ID!) { unminimizeComment(input: { subjectId: $id }) { clientMutationId } }';

/**
 * Folds a comment of ours away as outdated, or shows it again. One that somebody hid for another reason stays hidden.
 * @throws what GitHub answered; see `explainFailure`
 */
export async function setHidden(
  client: GitHubClient,
  comment: WrittenComment,
  hidden: boolean,
): Promise<void> {
  if (hidden && comment.hidden === null) await client.graphql(HIDE, { id: comment.nodeId });
  if (!hidden && comment.hidden === 'outdated') await client.graphql(SHOW, { id: comment.nodeId });
}
