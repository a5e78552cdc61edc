import { WeighbridgeError } from '../../src/core/domain/errors.ts';

/** The error an action ends with, as a person reads it; anything but a WeighbridgeError fails the test. */
export async function faultOf(action: () => unknown): Promise<{ kind: string; text: string }> {
  try {
    await action();
  } catch (error) {
    if (error instanceof WeighbridgeError) return { kind: error.kind, text: error.describe() };
    throw error;
  }
  throw new Error('expected a WeighbridgeError');
}
