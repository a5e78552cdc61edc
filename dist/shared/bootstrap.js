// src/report/bootstrap.ts
/** What a run says that made the first baseline. It has no verdict: nothing was judged. */
const BOOTSTRAP = "bootstrap: there was no baseline, and this checkpoint is the first one. Nothing was compared, and nothing is proven.";

export { BOOTSTRAP as t };