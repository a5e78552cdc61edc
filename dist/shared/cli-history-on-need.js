import { n as placed, r as readPlace, t as addHistory } from "./cli-history.js";

export { addHistory };