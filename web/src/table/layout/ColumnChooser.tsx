import ColumnsIcon from "@mui/icons-material/ViewColumnOutlined";
import Button from "@mui/material/Button";
import InputBase from "@mui/material/InputBase";
import Popover from "@mui/material/Popover";
import { styled } from "@mui/material/styles";
import { type ReactNode, useState } from "react";
import { formatCount } from "../../format/numbers";
import { ToolButton } from "../ToolButton";
import { ChooserGroup } from "./ChooserGroup";
import { groupsOf } from "./groups";
import type { Columns } from "./useColumnLayout";

const Panel = styled("div")({
  display: "flex",
  flexDirection: "column",
  width: "min(340px, calc(100vw - 32px))",
  maxHeight: "min(560px, 75dvh)",
});

const Bar = styled("div")({
  display: "flex",
  gap: 4,
  padding: "4px 8px",
  borderBottom: "1px solid var(--mui-palette-divider)",
});

const Groups = styled("div")({ overflow: "auto", padding: "4px 16px 16px" });

/** Opens the list of all columns, to show and hide them. */
export function ColumnChooser({ columns }: { readonly columns: Columns }): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { all, columns: shown } = columns;
  const counts = `${formatCount(shown.length)} of ${formatCount(all.length)}`;
  return (
    <>
      <ToolButton
        label={shown.length < all.length ? `Columns ${counts}` : "Columns"}
        icon={<ColumnsIcon />}
        popup="dialog"
        onOpen={setAnchor}
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{ paper: { role: "dialog", "aria-label": "Columns" } }}
      >
        <Choices columns={columns} />
      </Popover>
    </>
  );
}

function Choices({ columns }: { readonly columns: Columns }): ReactNode {
  const [text, setText] = useState("");
  const groups = groupsOf(columns.all, text);
  const found = groups.flatMap((group) => group.columns.map(({ id }) => id));
  return (
    <Panel>
      <InputBase
        autoFocus
        placeholder="Search columns"
        value={text}
        onChange={(event) => setText(event.target.value)}
        inputProps={{ "aria-label": "Search columns" }}
        sx={{ px: 2, py: 1 }}
      />
      <Bar>
        <Button size="small" onClick={() => columns.show(found, true)}>
          {text ? "Show these" : "Show all"}
        </Button>
        <Button size="small" onClick={() => columns.show(found, false)}>
          {text ? "Hide these" : "Hide all"}
        </Button>
        <Button size="small" color="inherit" sx={{ ml: "auto" }} onClick={columns.reset}>
          Reset
        </Button>
      </Bar>
      <Groups>
        {groups.map((group) => (
          <ChooserGroup key={group.name} group={group} columns={columns} />
        ))}
        {groups.length === 0 && <p role="status">No column of that name.</p>}
      </Groups>
    </Panel>
  );
}
