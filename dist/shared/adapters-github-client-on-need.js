import { n as lastAnswer, t as createClient } from "./adapters-github-client.js";

export { createClient };