import { downloadBaseline } from '../../src/adapters/github/baseline-artifact.ts';
import { createClient } from '../../src/adapters/github/client.ts';

/** A process of its own: the artifact client reads the address of GitHub once, when it is loaded. */
const apiUrl = process.env.GITHUB_API_URL ?? '';
const client = createClient({ token: 't', apiUrl, timeoutMs: 10_000 });
const repository = { owner: 'o', name: 'r' };
const search = {
  client,
  token: 't',
  repository,
  runId: 42,
  branch: 'main',
  prefix: 'weighbridge-key-report-',
};
try {
  const found = await downloadBaseline(search, process.env.INTO ?? '');
  process.stdout.write(`\noutcome ${JSON.stringify({ found })}\n`);
} catch (error) {
  process.stdout.write(`\noutcome ${JSON.stringify({ error: (error as Error).message })}\n`);
}
