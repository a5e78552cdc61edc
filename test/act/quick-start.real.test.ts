import { cpSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkpoint, ROOT, temporaryFolder, verdictIn, weighbridge } from '../e2e/support.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';
import { commit, runAct } from './act.ts';

/**
 * The example that users copy, run by act: its workflow, its config, the committed `dist/`, the real engine and two fixture
 * checkpoints in the place of the user's own.
 *
 * What act cannot show (the simulator does): which step sees which token (act gives the runtime's to all), problem matchers,
 * annotations and masks, the 1 MiB limit of summaries, and `permissions:`, which it ignores. It also runs the first `node` on the
 * path whatever `using:` says, and actions come from folders: checkout and github-script are stand-ins.
 */
/** The engine is installed once a machine, not once a test. */
const CACHE = {
  WEIGHBRIDGE_CACHE: process.env.WEIGHBRIDGE_CACHE ?? join(homedir(), '.cache', 'weighbridge'),
};
const WORKFLOW = '.github/workflows/weighbridge.yml';

/** A user's repository: the example and the baseline on the base branch, the candidate in a pull request. */
function user(candidate: string) {
  const folder = temporaryFolder();
  cpSync(join(ROOT, 'examples/quick-start'), folder.path, { recursive: true });
  cpSync(checkpoint('base'), join(folder.path, 'checkpoints/baseline.gguf'));
  const base = commit(folder.path);
  cpSync(checkpoint(candidate), join(folder.path, 'checkpoints/candidate.gguf'));
  const head = commit(folder.path);
  const repo = { id: 1 };
  const pull = { number: 7, head: { sha: head, repo }, base: { sha: base, ref: 'main', repo } };
  return { folder, event: { name: 'pull_request', payload: { pull_request: pull } } };
}

describe('examples/quick-start, by act', () => {
  test.each(['candidate-good', 'candidate-forgetful'])('%s', { timeout: 600_000 }, async (candidate) => {
    const { folder, event } = user(candidate);
    using repository = folder;
    using out = temporaryFolder();
    const local = await weighbridge(['run', '--out', out.path], { cwd: repository.path });
    const { verdict, blocked } = verdictIn(out.path);
    const github = await new FakeGitHub().start();
    onTestFinished(() => github.stop());

    const { exitCode, log } = await runAct({
      workspace: repository.path,
      workflow: WORKFLOW,
      event,
      url: github.url,
      env: CACHE,
    });

    expect(local.exitCode === 0, local.stderr).toBe(!blocked);
    expect(log).toContain(`::set-output:: verdict=${verdict}`);
    expect(log).toContain(`::set-output:: blocked=${blocked}`);
    expect(exitCode === 0, log).toBe(!blocked);
    expect(github.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining(`**${verdict.toUpperCase()} `),
    ]);
    expect(github.artifacts.map(({ mimeType }) => mimeType)).toEqual(['application/zip', 'text/html']);
  });

  test('the example is what `weighbridge init` writes, with a commit that GitHub refuses until somebody chooses one', () => {
    expect(readFileSync(join(ROOT, 'examples/quick-start', WORKFLOW), 'utf8')).toContain(
      `@${'0'.repeat(40)} #`,
    );
  });
});
