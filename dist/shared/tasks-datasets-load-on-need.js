import { a as readSomeRows, i as readRows, n as loadDataset, r as placeOfDataset, t as isDataset } from "./tasks-datasets-load.js";

export { isDataset, readRows };