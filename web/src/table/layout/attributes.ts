/** Marks every cell with the id of the column that it stands in. */
export const COLUMN_ATTRIBUTE = "data-column";
/** Marks the cells that stay in sight at the left. */
export const FROZEN_ATTRIBUTE = "data-frozen";
/** Marks the parts of a cell that must not be cut off. */
export const CONTENT_ATTRIBUTE = "data-content";
