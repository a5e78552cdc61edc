import process from 'node:process';
import * as core from '@actions/core';
import { annotate } from '../host.ts';
import { reportRun } from './report-run.ts';

/** Entry point of `report/action.yml`. */
process.exitCode = 5;
try {
  process.exitCode = await reportRun({ env: process.env, core });
} catch (error) {
  annotate(core, error);
}
