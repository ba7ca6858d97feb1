import { expect, test } from "vitest";
import { bundleHandles, type Recent, readAgain, withOpened, without } from "./recent";

function handle(
  name: string,
  folder = "/",
  leave: PermissionState = "granted",
): FileSystemFileHandle {
  const path = folder + name;
  return {
    kind: "file",
    name,
    path,
    isSameEntry: (other: { path?: string }) => Promise.resolve(other.path === path),
    requestPermission: () => Promise.resolve(leave),
    getFile: () => Promise.resolve(new File(["x"], name)),
  } as unknown as FileSystemFileHandle;
}

const recent = (name: string, folder = "/"): Recent => ({ name, handles: [handle(name, folder)] });
const names = (list: readonly Recent[]) => list.map(({ name }) => name);

test("a database is remembered together with its -wal", () => {
  const bundles = bundleHandles([handle("a.db-wal"), handle("b.log"), handle("a.db")]);
  expect(bundles.map(({ name, handles }) => [name, handles.length])).toEqual([
    ["a.db", 2],
    ["b.log", 1],
  ]);
});

test("what was opened last comes first, once", async () => {
  const list = await withOpened([recent("a.db"), recent("b.db")], [recent("b.db")]);
  expect(names(list)).toEqual(["b.db", "a.db"]);
});

test("files of one name in two folders are two files", async () => {
  const list = await withOpened([recent("a.db", "/x/")], [recent("a.db", "/y/")]);
  expect(names(list)).toEqual(["a.db", "a.db"]);
});

test("one of two files of a name can be forgotten", async () => {
  const list = await without(
    [recent("a.db", "/x/"), recent("a.db", "/y/")],
    [recent("a.db", "/y/")],
  );
  expect(list).toHaveLength(1);
});

test("the list stays short", async () => {
  const many = Array.from({ length: 9 }, (_, index) => recent(`${index}.db`));
  expect(await withOpened(many, [recent("new.db")])).toHaveLength(6);
});

test("files are read again only with the user's leave", async () => {
  expect(await readAgain(recent("a.db"))).toHaveLength(1);
  const denied = { name: "a.db", handles: [handle("a.db", "/", "denied")] };
  expect(await readAgain(denied)).toBeNull();
});
