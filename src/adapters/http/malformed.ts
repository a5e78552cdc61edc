/** Thrown by a reader of answers: what came is no answer, and another try may bring one. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  /** Whether the answer was damaged on its way, and not meant so: then it is tried for as often as a lost one. */
  readonly isDamaged: boolean;

  constructor(message: string, isDamaged = false) {
    super(message);
    this.isDamaged = isDamaged;
  }
}
