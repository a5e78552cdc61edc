import process from 'node:process';

/** Tests are no job of a workflow, wherever they run: what they keep, they keep in caches of their own. */
delete process.env.RUNNER_TEMP;
