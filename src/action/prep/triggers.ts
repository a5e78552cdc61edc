import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RunnerEnvironment } from '../runtime.ts';

/** Activities of a pull request that can change its verdict without a new commit. */
const NEEDED = ['edited', 'labeled', 'unlabeled', 'ready_for_review'];
const BY_DEFAULT = ['opened', 'synchronize', 'reopened'];

/**
 * What the workflow should start on and does not, as its checkout tells; null where nothing is missing, or nobody can tell.
 * A pull request that is retargeted, or loses the label of a waiver, would else keep the verdict that it had.
 */
export async function missingTriggers(env: RunnerEnvironment): Promise<string | null> {
  const path = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^/@]+)@/.exec(env.GITHUB_WORKFLOW_REF ?? '')?.[1];
  if (path === undefined || env.GITHUB_WORKSPACE === undefined) return null;
  try {
    return missingIn(parse(await readFile(join(env.GITHUB_WORKSPACE, path), 'utf8')), path);
  } catch {
    // A reusable workflow lies elsewhere, and a checkout may be of another repository.
    return null;
  }
}

function missingIn(workflow: unknown, path: string): string | null {
  const on = memberOf(workflow, 'on');
  const listed = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on ?? {});
  if (!listed.includes('pull_request')) return null;
  const written = Array.isArray(on) ? undefined : memberOf(memberOf(on, 'pull_request'), 'types');
  const types = written === undefined ? BY_DEFAULT : [written].flat();
  const missing = NEEDED.filter((type) => !types.includes(type));
  if (missing.length === 0) return null;
  const all = [...new Set([...types, ...missing])].join(', ');
  return `${path} does not start on ${missing.join(', ')} of a pull request: one that is retargeted, or whose label of a waiver is set or taken away, keeps the verdict it had. Write \`types: [${all}]\` below \`pull_request:\`.`;
}

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
