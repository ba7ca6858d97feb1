import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { Sort, SortKey } from "./sort";
import { HeadCell } from "./tableStyles";

const HeadButton = styled("button")({
  all: "unset",
  cursor: "pointer",
  display: "inline-flex",
  alignItems: "center",
  gap: 4,
  padding: "4px 0",
  fontSize: "0.8125rem",
  fontWeight: 600,
  color: "var(--mui-palette-text-secondary)",
  borderRadius: 3,
  "&:hover": { color: "var(--mui-palette-text-primary)" },
  "&:focus-visible": { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: 2 },
  "&[data-active=true]": { color: "var(--mui-palette-text-primary)" },
});

interface Props {
  readonly column: SortKey;
  readonly label: string;
  readonly end: boolean;
  readonly sort: Sort | null;
  readonly onSort: (key: SortKey) => void;
}

export function SortHeader({ column, label, end, sort, onSort }: Props): ReactNode {
  const active = sort?.key === column ? sort : null;
  return (
    <HeadCell
      scope="col"
      data-end={end}
      aria-sort={active ? (active.descending ? "descending" : "ascending") : "none"}
    >
      <HeadButton type="button" data-active={active !== null} onClick={() => onSort(column)}>
        {label}
        {active && <span aria-hidden>{active.descending ? "▾" : "▴"}</span>}
      </HeadButton>
    </HeadCell>
  );
}
