// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type ReactNode, useRef, useState } from "react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test } from "vitest";
import { hosted, WRITABLE } from "../test/renderWithHost";
import { ManageDialog } from "./ManageDialog";
import { StudyMenu } from "./StudyMenu";
import { useFocusBack } from "./useFocusBack";

interface RowProps {
  readonly name: string;
  readonly onSend: (close: () => void) => void;
}

function Row({ name, onSend }: RowProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useFocusBack(isOpen, button);
  const close = () => setOpen(false);
  return (
    <li>
      <button ref={button} type="button" onClick={() => setOpen(true)}>
        {name}
      </button>
      {isOpen && (
        <ManageDialog
          title="Delete?"
          action="Delete"
          canSend
          isSending={false}
          error={null}
          onSend={() => onSend(close)}
          onClose={close}
        >
          For good.
        </ManageDialog>
      )}
    </li>
  );
}

type Fate = "stays" | "goes" | "goes later" | "another page";

function Page({ fate }: { readonly fate: Fate }): ReactNode {
  const [names, setNames] = useState(["a", "b", "c"]);
  const [isLeft, setLeft] = useState(false);
  const send = (name: string) => (close: () => void) => {
    const remove = () => setNames((all) => all.filter((one) => one !== name));
    if (fate === "another page") return setLeft(true);
    if (fate === "goes") return remove();
    close();
    if (fate === "goes later") setTimeout(remove, 50);
  };
  return (
    <main id="main" tabIndex={-1}>
      {isLeft ? (
        <a href="/other">Another page</a>
      ) : (
        <section>
          <ul>
            {names.map((name) => (
              <Row key={name} name={name} onSend={send(name)} />
            ))}
          </ul>
          <button type="button">Add</button>
        </section>
      )}
    </main>
  );
}

const button = (name: string) => screen.getByRole("button", { name });
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
const focused = () => expect.poll(() => document.activeElement);

async function open(name: string) {
  button(name).focus();
  fireEvent.click(button(name));
  await screen.findByRole("dialog");
}

async function remove(name: string) {
  await open(name);
  fireEvent.click(button("Delete"));
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
}

afterEach(cleanup);

test("after a dialog the focus is where it was", async () => {
  render(<Page fate="stays" />);
  await open("b");
  fireEvent.click(button("Cancel"));
  await focused().toBe(button("b"));
  await remove("b");
  await focused().toBe(button("b"));
});

test.each<Fate>(["goes", "goes later"])("what %s leaves it to what comes next", async (fate) => {
  render(<Page fate={fate} />);
  await remove("b");
  await expect.poll(() => screen.queryByText("b")).toBeNull();
  await focused().toBe(button("c"));
  await remove("c");
  await expect.poll(() => screen.queryByText("c")).toBeNull();
  await focused().toBe(button("a"));
  await remove("a");
  await expect.poll(() => screen.queryByText("a")).toBeNull();
  await focused().toBe(button("Add"));
});

test("who has gone on meanwhile is left alone", async () => {
  render(<Page fate="goes later" />);
  await remove("b");
  await focused().toBe(button("b"));
  button("a").focus();
  await expect.poll(() => screen.queryByText("b")).toBeNull();
  expect(document.activeElement).toBe(button("a"));
});

test("who left the button for nothing else is left alone", async () => {
  render(<Page fate="stays" />);
  await open("b");
  fireEvent.click(button("Cancel"));
  await focused().toBe(button("b"));
  await pause();
  button("b").blur();
  document.body.append(document.createElement("hr"));
  await pause();
  expect(document.activeElement).toBe(document.body);
});

test("another page has it on its content", async () => {
  render(<Page fate="another page" />);
  await remove("b");
  await focused().toBe(screen.getByRole("main"));
});

test("a menu has it back from a dialog that it led to", async () => {
  const study = { study_id: 1, study_name: "a", n_trials: 1, source: 0 };
  const { element } = hosted(
    <MemoryRouter>
      <StudyMenu study={study} />
    </MemoryRouter>,
    () => undefined,
    WRITABLE,
  );
  render(element);
  for (const name of ["Rename…", "Delete…"]) {
    const menu = await screen.findByRole("button", { name: "Rename or delete the study" });
    menu.focus();
    fireEvent.click(menu);
    const item = await screen.findByRole("menuitem", { name });
    item.focus();
    fireEvent.click(item);
    await screen.findByRole("dialog");
    fireEvent.click(button("Cancel"));
    await focused().toBe(menu);
  }
});
