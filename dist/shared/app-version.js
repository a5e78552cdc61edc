// package.json
var version = "0.1.0";

// src/app/version.ts
/** The version of Weighbridge; part of every run's fingerprint. */
const VERSION = version;

export { VERSION as t };