/**
 * A scorer's version as a fingerprint has it, `judge@1#<16 hex digits>`, and behind it who was asked, where another model was: `:<name>` each.
 */

/** Who was asked, as a version shows it: a name or a digest, of which some differ in what is left out. */
export const shownIdentity = (text: string): string => text.replace(/[^\w.+-]+/g, '_').slice(0, 60);

/** The first that each of these versions says was asked. */
export const askedIn = (versions: string): readonly string[] =>
  [...versions.matchAll(/@\d+#[0-9a-f]{16}:([\w.+-]+)/g)].map(([, name = '']) => name);
