import { type Recent, withOpened, without } from "./recent";

const DATABASE = "optuna-dashboard";
const STORE = "settings";
const KEY = "recent-files";

/** What was opened lately. Empty where the browser keeps nothing, as in private windows. */
export async function recentFiles(): Promise<readonly Recent[]> {
  try {
    return await inStore(
      "readonly",
      (store) => store.get(KEY) as IDBRequest<Recent[] | undefined>,
    ).then((list) => list ?? []);
  } catch {
    return [];
  }
}

export async function remember(opened: readonly Recent[]): Promise<void> {
  if (opened.length > 0) await write(await withOpened(await recentFiles(), opened));
}

export async function forget(one: Recent): Promise<void> {
  await write(await without(await recentFiles(), [one]));
}

async function write(list: readonly Recent[]): Promise<void> {
  // Being remembered is a comfort: its failure must not disturb the opening of a file.
  await inStore("readwrite", (store) => store.put(list, KEY)).catch(() => undefined);
}

async function inStore<T>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase();
  try {
    return await settled(use(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return settled(opening);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
