import { n as jsonColumns, r as withJsonCells, t as isJsonCell } from "./tasks-datasets-json-cells.js";

export { withJsonCells };