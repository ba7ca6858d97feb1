/** A file that the user chose; with a handle the browser can open it again another day. */
export interface Chosen {
  readonly file: File;
  readonly handle?: FileSystemFileHandle;
}

export async function chosenFrom(handle: FileSystemFileHandle): Promise<Chosen> {
  return { file: await handle.getFile(), handle };
}
