/** Set by the build, from pyproject.toml. */
declare const __VERSION__: string;

// The File System Access API, which only some browsers have.

interface Window {
  showOpenFilePicker?(options: { readonly multiple: boolean }): Promise<FileSystemFileHandle[]>;
}

interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

interface FileSystemHandle {
  requestPermission?(descriptor: { readonly mode: "read" }): Promise<PermissionState>;
}
