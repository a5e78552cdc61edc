import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ComparedRuns, compareRuns } from './compare/compare.ts';
import { loadConfig } from './config/load.ts';
import type { Overrides } from './config/resolve.ts';
import type { ResolvedConfig } from './config/resolved.ts';
import { decide } from './decide/decide.ts';
import type { VerdictFile } from './domain/decision.ts';
import type { ModelSource } from './domain/model.ts';
import type { Side } from './domain/run.ts';
import { makePlan, type Plan } from './plan/plan.ts';
import { buildVerdictFile } from './report/build.ts';
import { evaluateSide, type ProgressEvent } from './runners/evaluate.ts';
import { readSide } from './store/read.ts';

export type { ProgressEvent };
