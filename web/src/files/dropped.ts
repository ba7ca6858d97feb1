import type { Chosen } from "./chosen";

/** The files of a drop; a folder stands for the files directly in it. */
export async function droppedFiles(transfer: DataTransfer): Promise<Chosen[]> {
  // Everything is asked for before the first await: afterwards the drop is gone.
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const parts = items.map((item) => {
    const entry = item.webkitGetAsEntry();
    if (entry?.isDirectory) return filesIn(entry as FileSystemDirectoryEntry);
    return withHandle(item.getAsFile(), item.getAsFileSystemHandle?.());
  });
  return all(parts);
}

async function withHandle(
  file: File | null,
  asking: Promise<FileSystemHandle | null> | undefined,
): Promise<Chosen[]> {
  if (!file) return [];
  // A browser may refuse the handle of a file that it lets us read.
  const handle = await asking?.catch(() => null);
  return [handle?.kind === "file" ? { file, handle: handle as FileSystemFileHandle } : { file }];
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<Chosen[]> {
  const children = await childrenOf(folder);
  const files = children.filter((child) => child.isFile && !child.name.startsWith("."));
  return all(files.map(async (child) => [{ file: await fileOf(child as FileSystemFileEntry) }]));
}

/** What was found of each part; one that has vanished meanwhile does not keep the others away. */
async function all(parts: readonly Promise<Chosen[]>[]): Promise<Chosen[]> {
  const found = await Promise.allSettled(parts);
  return found.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // Browsers hand out at most a hundred at a time, then an empty list.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
