import MoveLeftIcon from "@mui/icons-material/KeyboardArrowLeft";
import MoveRightIcon from "@mui/icons-material/KeyboardArrowRight";
import PinIcon from "@mui/icons-material/PushPinOutlined";
import FitIcon from "@mui/icons-material/SettingsEthernet";
import HideIcon from "@mui/icons-material/VisibilityOffOutlined";
import ListItemIcon from "@mui/material/ListItemIcon";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import type { ReactNode } from "react";
import type { Column } from "../columns";
import { isPinned, mayPass, ROW_NAME } from "./layout";
import { naturalWidth } from "./naturalWidth";
import type { Columns } from "./useColumnLayout";

interface Props {
  readonly column: Column;
  readonly columns: Columns;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
  /** The column is about to go, with the button that the focus would come back to. */
  readonly onHide: () => void;
}

/** What can be done with a column, for those who do not drag. */
export function ColumnMenu({ column, columns, anchor, onClose, onHide }: Props): ReactNode {
  const { id } = column;
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
      off: id === ROW_NAME,
    },
    { label: "Fit the width", Icon: FitIcon, run: fit, off: false },
    { label: "Hide", Icon: HideIcon, run: hide, off: id === ROW_NAME },
  ];
  return (
    <Menu open anchorEl={anchor} onClose={onClose} slotProps={{ list: { dense: true } }}>
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
    </Menu>
  );
}
