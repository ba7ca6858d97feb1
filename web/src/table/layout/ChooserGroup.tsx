import PinnedIcon from "@mui/icons-material/PushPin";
import PinIcon from "@mui/icons-material/PushPinOutlined";
import { styled } from "@mui/material/styles";
import { type ReactNode, useEffect, useRef } from "react";
import type { Column } from "../columns";
import { Tick, TickLabel } from "../tableStyles";
import type { ColumnGroup } from "./groups";
import { isHidden, isPinned, ROW_NAME } from "./layout";
import type { Columns } from "./useColumnLayout";

const Fieldset = styled("fieldset")({
  border: 0,
  margin: "12px 0 0",
  padding: 0,
  minWidth: 0,
  "& legend": { padding: 0, fontWeight: 650 },
});

const Line = styled("div")({ display: "flex", alignItems: "center" });

const PinButton = styled("button")({
  all: "unset",
  cursor: "pointer",
  display: "grid",
  padding: 4,
  borderRadius: 4,
  color: "var(--mui-palette-text-secondary)",
  "& svg": { fontSize: 16 },
  "&[aria-pressed=true]": { color: "var(--mui-palette-primary-main)" },
  "&:hover": { background: "var(--mui-palette-divider)" },
  "&:focus-visible": { outline: "2px solid var(--mui-palette-primary-main)" },
});

interface Props {
  readonly group: ColumnGroup;
  readonly columns: Columns;
}

/** Columns of one kind; the box before its name shows or hides all of them. */
export function ChooserGroup({ group, columns }: Props): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  const ids = group.columns.map(({ id }) => id).filter((id) => id !== ROW_NAME);
  const shown = ids.filter((id) => !isHidden(columns.layout, id)).length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = shown > 0 && shown < ids.length;
  }, [shown, ids.length]);
  return (
    <Fieldset>
      <legend>
        <TickLabel>
          <Tick
            ref={box}
            type="checkbox"
            checked={shown === ids.length}
            disabled={ids.length === 0}
            onChange={() => columns.show(ids, shown < ids.length)}
          />
          <span>{group.name}</span>
        </TickLabel>
      </legend>
      {group.columns.map((column) => (
        <Choice key={column.id} column={column} columns={columns} />
      ))}
    </Fieldset>
  );
}

interface ChoiceProps {
  readonly column: Column;
  readonly columns: Columns;
}

function Choice({ column: { id, label, hint }, columns }: ChoiceProps): ReactNode {
  const pinned = isPinned(columns.layout, id);
  const shown = !isHidden(columns.layout, id);
  return (
    <Line title={hint}>
      <TickLabel style={{ paddingInlineStart: 4 }}>
        <Tick
          type="checkbox"
          checked={shown}
          disabled={id === ROW_NAME}
          onChange={() => columns.show([id], !shown)}
        />
        <span>{label}</span>
      </TickLabel>
      {id !== ROW_NAME && (
        <PinButton
          type="button"
          aria-label={`Pin ${label}`}
          aria-pressed={pinned}
          title={pinned ? "Let it scroll" : "Pin at the left"}
          onClick={() => columns.pin(id, !pinned)}
        >
          {pinned ? <PinnedIcon /> : <PinIcon />}
        </PinButton>
      )}
    </Line>
  );
}
