// A stand-in for actions/github-script: runs the input `script` as the body of an async function, as its own
// `async-function.ts` does, with the official `core` and a `require`.
import { createRequire } from 'node:module';
import * as core from '@actions/core';

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
const fail = (error) => core.setFailed(`Unhandled error: ${error}`);
process.on('unhandledRejection', fail);

const script = new AsyncFunction('require', 'core', core.getInput('script', { required: true }));
core.getInput('github-token', { required: true });
script(createRequire(import.meta.url), core).catch(fail);
