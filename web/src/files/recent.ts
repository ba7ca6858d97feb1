import { databaseOf } from "../hosts/companions";
import { type Chosen, chosenFrom } from "./chosen";

/** A file that was open before, with its companions; handles outlive the visit. */
export interface Recent {
  readonly name: string;
  readonly handles: readonly FileSystemFileHandle[];
}

const AT_MOST = 6;

/** Databases with the companions that were chosen together with them. */
export function bundleHandles(handles: readonly FileSystemFileHandle[]): Recent[] {
  const names = new Set(handles.map(({ name }) => name));
  const mainOf = (name: string) => {
    const database = databaseOf(name);
    return database !== null && names.has(database) ? database : name;
  };
  return [...new Set(handles.map(({ name }) => mainOf(name)))].map((name) => ({
    name,
    handles: handles.filter((handle) => mainOf(handle.name) === name),
  }));
}

/** The list after files were opened: these first, each once, not too many. */
export async function withOpened(
  before: readonly Recent[],
  opened: readonly Recent[],
): Promise<Recent[]> {
  return [...opened, ...(await without(before, opened))].slice(0, AT_MOST);
}

/** The list without some files, compared by where they are: names may be equal. */
export async function without(list: readonly Recent[], gone: readonly Recent[]): Promise<Recent[]> {
  const kept = list.map(async (one) => ((await isAmong(one, gone)) ? [] : [one]));
  return (await Promise.all(kept)).flat();
}

async function isAmong(one: Recent, all: readonly Recent[]): Promise<boolean> {
  const [handle] = one.handles;
  const same = all.map(({ handles: [other] }) => handle && other && handle.isSameEntry(other));
  return (await Promise.all(same)).includes(true);
}

/** The files again, after asking the user's leave; null if it was not given. */
export async function readAgain({ handles }: Recent): Promise<Chosen[] | null> {
  for (const handle of handles) {
    const leave = await handle.requestPermission?.({ mode: "read" });
    if (leave === "denied" || leave === "prompt") return null;
  }
  return Promise.all(handles.map(chosenFrom));
}
