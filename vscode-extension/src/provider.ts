import type { CustomReadonlyEditorProvider, Uri, WebviewPanel } from "vscode";
import { StudyEditor } from "./editor";
import { StudyFile } from "./studyFile";

export const VIEW_TYPE = "optunaDashboard.study";

/**
 * Shows files of studies, for reading only. A provider that also writes has to hold what it
 * is about to overwrite against what `StudyFile.read` gave, companions included, and to leave
 * a file alone that has changed since.
 */
export class StudyEditorProvider implements CustomReadonlyEditorProvider<StudyFile> {
  constructor(private readonly extension: Uri) {}

  openCustomDocument(uri: Uri): StudyFile {
    return new StudyFile(uri);
  }

  resolveCustomEditor(file: StudyFile, panel: WebviewPanel): void {
    new StudyEditor(file, panel, this.extension);
  }
}
