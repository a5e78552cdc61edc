import process from 'node:process';
import * as core from '@actions/core';
import { annotate } from '../runtime.ts';
import { reportRun } from './from-workflow-run.ts';

/** Entry point of `report/action.yml`. */
process.exitCode = 5;
try {
  process.exitCode = await reportRun({ env: process.env, core });
} catch (error) {
  annotate(core, error);
}
