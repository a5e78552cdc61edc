import { mlflow } from './mlflow.ts';
import type { Tracker } from './tracker.ts';

export const TRACKERS: Readonly<Record<string, Tracker>> = { mlflow };
