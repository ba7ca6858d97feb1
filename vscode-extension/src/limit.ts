import { workspace } from "vscode";

export const LIMIT = "optunaDashboard.maxFileSize";

/** How large a file may be, as the user has set it. */
export function maxBytes(): number {
  return workspace.getConfiguration().get(LIMIT, 256) * 1e6;
}
