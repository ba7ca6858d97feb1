import { Uri, window, workspace } from "vscode";

/** Asks where to put a file that the page made, and writes it there. */
export async function saveAs(folder: Uri, name: string, bytes: Uint8Array): Promise<void> {
  const [plainName = "file"] = name.split(/[\\/]/).slice(-1);
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, plainName),
    saveLabel: "Save",
  });
  if (!target) return;
  try {
    await workspace.fs.writeFile(target, bytes);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`${plainName} could not be saved: ${cause}`);
  }
}
