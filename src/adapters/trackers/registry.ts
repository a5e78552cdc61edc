import { comet } from './comet.ts';
import { mlflow } from './mlflow.ts';
import { tensorboard } from './tensorboard.ts';
import type { Tracker } from './tracker.ts';
import { trackio } from './trackio.ts';
import { wandb } from './wandb.ts';

export const TRACKERS: Readonly<Record<string, Tracker>> = { mlflow, wandb, comet, tensorboard, trackio };
