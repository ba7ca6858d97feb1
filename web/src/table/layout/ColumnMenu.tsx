import MoveLeftIcon from "@mui/icons-material/KeyboardArrowLeft";
import MoveRightIcon from "@mui/icons-material/KeyboardArrowRight";
import PinIcon from "@mui/icons-material/PushPinOutlined";
import FitIcon from "@mui/icons-material/SettingsEthernet";
import HideIcon from "@mui/icons-material/VisibilityOffOutlined";
import Divider from "@mui/material/Divider";
import ListItemIcon from "@mui/material/ListItemIcon";
import MenuItem from "@mui/material/MenuItem";
import MenuList from "@mui/material/MenuList";
import Popover from "@mui/material/Popover";
import type { ReactNode } from "react";
import type { ClockName } from "../../api/types";
import type { Column } from "../columns";
import { ColumnFilterForm } from "../filter/ColumnFilterForm";
import { isPinned, mayPass, ROW_NAME } from "./layout";
import { naturalWidth } from "./naturalWidth";
import type { Columns } from "./useColumnLayout";

interface Props {
  readonly column: Column;
  readonly columns: Columns;
  readonly clock: ClockName;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
  /** The column is about to go, with the button that the focus would come back to. */
  readonly onHide: () => void;
}

/** A filter for a column, and what else can be done with it by those who do not drag. */
export function ColumnMenu(props: Props): ReactNode {
  const { column, clock, anchor, onClose } = props;
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
      slotProps={{ paper: { role: "dialog", "aria-label": `Column ${column.label}` } }}
    >
      <ColumnFilterForm column={column} clock={clock} onDone={onClose} />
      <Divider />
      <Actions {...props} />
    </Popover>
  );
}

function Actions({ column: { id }, columns, anchor, onClose, onHide }: Props): ReactNode {
  const pinned = isPinned(columns.layout, id);
  const place = columns.columns.findIndex((other) => other.id === id);
  const canMove = (step: number) => {
    const neighbour = columns.columns[place + step];
    return neighbour !== undefined && mayPass(columns.layout, id, neighbour.id);
  };
  const fit = () => {
    const grid = anchor.closest("[role=grid]");
    if (grid) columns.resize(id, naturalWidth(grid, id));
  };
  const hide = () => {
    onHide();
    columns.show([id], false);
  };
  const isFirst = id === ROW_NAME;
  const items = [
    {
      label: "Move left",
      Icon: MoveLeftIcon,
      run: () => columns.moveBy(id, -1),
      off: !canMove(-1),
    },
    {
      label: "Move right",
      Icon: MoveRightIcon,
      run: () => columns.moveBy(id, 1),
      off: !canMove(1),
    },
    {
      label: pinned ? "Let it scroll" : "Pin at the left",
      Icon: PinIcon,
      run: () => columns.pin(id, !pinned),
      off: isFirst,
    },
    { label: "Fit the width", Icon: FitIcon, run: fit, off: false },
    { label: "Hide", Icon: HideIcon, run: hide, off: isFirst },
  ];
  return (
    <MenuList dense>
      {items.map(({ label, Icon, run, off }) => (
        <MenuItem
          key={label}
          disabled={off}
          onClick={() => {
            onClose();
            run();
          }}
        >
          <ListItemIcon>
            <Icon fontSize="small" />
          </ListItemIcon>
          {label}
        </MenuItem>
      ))}
    </MenuList>
  );
}
