import type { KeyboardEvent, MouseEvent } from "react";
import { keyMove } from "./keys";
import type { Ticking } from "./ticks/useTicking";
import type { TrialRows } from "./useTrialRows";

interface Handlers {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onMouseDown: (event: MouseEvent) => void;
}

/**
 * What keys and clicks do in the table: they move, open and tick rows. The table as a whole
 * has the focus, not its cells.
 */
export function useTableInput(
  rows: TrialRows,
  ticking: Ticking,
  onOpen: (number: number) => void,
): Handlers {
  const { active, count } = rows;

  const onKeyDown = (event: KeyboardEvent) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.target !== event.currentTarget || event.altKey) return;
    if (isCommand ? !tickByCommand(event.key) : !(move(event) || act(event))) return;
    event.preventDefault();
    // A host around the page would do its own with it: VS Code marks all text of the page.
    if (isCommand) event.stopPropagation();
  };

  const tickByCommand = (key: string) => {
    if (key !== "a") return false;
    if (ticking.share !== "all") ticking.toggleAll();
    return true;
  };

  const move = ({ key, shiftKey }: KeyboardEvent) => {
    const target = keyMove(key, active, count, rows.long.pageRows);
    if (target === null) return false;
    rows.moveTo(target);
    if (shiftKey) ticking.extendTo(target, active);
    return true;
  };

  const act = ({ key, shiftKey }: KeyboardEvent) => {
    const trial = active === null ? undefined : rows.row(active);
    if (active === null || !trial) return false;
    if (key === "Enter") onOpen(trial.number);
    else if (key !== " ") return false;
    else if (shiftKey) ticking.extendTo(active, active);
    else ticking.toggleRow(active);
    return true;
  };

  const onClick = (event: MouseEvent) => {
    const { target, currentTarget, shiftKey } = event;
    const part = (selector: string) => (target as Element).closest<HTMLElement>(selector);
    const index = Number(part("[data-index]")?.dataset.index ?? Number.NaN);
    const trial = rows.row(index);
    if (!trial) return;
    const isCommand = event.ctrlKey || event.metaKey;
    // A new tab, or a selection of text: not for the table.
    if (isCommand && part("a")) return;
    if (!shiftKey && getSelection()?.type === "Range") return;
    const isTick = part("[data-tick]") !== null;
    if (!isTick) event.preventDefault();
    if (shiftKey) ticking.extendTo(index, active);
    else if (isTick || isCommand) ticking.toggleRow(index);
    else {
      rows.settle(index, trial.number);
      onOpen(trial.number);
    }
    // So that the keys go on from here, not from a tick box.
    (currentTarget as HTMLElement).focus({ preventScroll: true });
  };

  const onMouseDown = (event: MouseEvent) => {
    // Would mark the text from here to the last click.
    if (event.shiftKey) event.preventDefault();
  };

  return { onKeyDown, onClick, onMouseDown };
}
