import { t as mlflowServer } from "./adapters-trackers-mlflow-server.js";

export { mlflowServer };