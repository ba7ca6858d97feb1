import { commands, type ExtensionContext, type Uri, window } from "vscode";
import { StudyEditorProvider, VIEW_TYPE } from "./provider";

const SUFFIXES = ["db", "sqlite", "sqlite3", "log"];
const SUFFIX = new RegExp(`\\.(${SUFFIXES.join("|")})$`, "i");

export function activate({ extensionUri, subscriptions }: ExtensionContext): void {
  const provider = new StudyEditorProvider(extensionUri);
  const options = {
    supportsMultipleEditorsPerDocument: true,
    // Starting Python and reading the file again would take longer than the memory is worth.
    webviewOptions: { retainContextWhenHidden: true, enableFindWidget: true },
  };
  subscriptions.push(
    window.registerCustomEditorProvider(VIEW_TYPE, provider, options),
    commands.registerCommand("optunaDashboard.open", (file?: Uri, selected?: Uri[]) =>
      open(chosenBy(file, selected)),
    ),
    commands.registerCommand("optunaDashboard.openFile", async () => open(await choose())),
  );
}

/** The explorer gives the file that was clicked, and all that are selected, of any kind. */
function chosenBy(file: Uri | undefined, selected: readonly Uri[] = []): readonly Uri[] {
  const ours = selected.filter(({ path }) => SUFFIX.test(path));
  return ours.length > 0 || !file ? ours : [file];
}

async function choose(): Promise<readonly Uri[]> {
  const chosen = await window.showOpenDialog({
    title: "Open in Optuna Dashboard",
    openLabel: "Open",
    canSelectMany: true,
    filters: { "Optuna files": SUFFIXES, "All files": ["*"] },
  });
  return chosen ?? [];
}

async function open(files: readonly Uri[]): Promise<void> {
  for (const file of files) await commands.executeCommand("vscode.openWith", file, VIEW_TYPE);
}
