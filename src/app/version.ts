import packageJson from '../../package.json' with { type: 'json' };

/** The version of Weighbridge; part of every run's fingerprint. */
export const VERSION: string = packageJson.version;
