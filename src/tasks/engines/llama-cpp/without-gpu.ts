import { WeighbridgeError } from '../../../core/domain/errors.ts';

export const withoutGpu = (): WeighbridgeError =>
  new WeighbridgeError('engine', '`gpu: true`, but the embedded engine carries CPU code only', {
    fix: 'remove `gpu: true` from the engine section',
  });
