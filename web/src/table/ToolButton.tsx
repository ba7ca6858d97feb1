import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";

/** A phone has room for the sign only. */
export const ToolLabel = styled("span")(({ theme }) => ({
  marginLeft: 8,
  [theme.breakpoints.down("sm")]: { display: "none" },
}));

export const TOOL = {
  minWidth: 0,
  height: 32,
  borderColor: "divider",
  color: "text.secondary",
  "& svg": { fontSize: 18 },
};

interface Props {
  readonly label: string;
  readonly icon: ReactNode;
  /** What it opens. */
  readonly popup: "dialog" | "menu";
  readonly disabled?: boolean;
  readonly loading?: boolean;
  readonly onOpen: (anchor: HTMLElement) => void;
}

/** One of the tools above the table. */
export function ToolButton({ label, icon, popup, disabled, loading, onOpen }: Props): ReactNode {
  return (
    <Button
      color="inherit"
      size="small"
      variant="outlined"
      aria-label={label}
      aria-haspopup={popup}
      title={label}
      disabled={disabled ?? false}
      loading={loading ?? false}
      onClick={(event) => onOpen(event.currentTarget)}
      sx={TOOL}
    >
      {icon}
      <ToolLabel>{label}</ToolLabel>
    </Button>
  );
}
