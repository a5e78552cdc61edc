import { t as checkRuns } from "./results-formats-parquet-runs.js";

export { checkRuns };