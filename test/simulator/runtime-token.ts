import { Buffer } from 'node:buffer';
import { RUN_ID } from './github/state.ts';

/** A token shaped like the runner's: `@actions/artifact` reads the ids of run and job from its scopes. */
export function runtimeToken(runId = RUN_ID, job = 'job-backend-id'): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const scp = `Actions.Results:run-${runId}:${job}`;
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp })}.x`;
}
