import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import type { FigureInfo } from "../../api/types";
import { FIGURE_KEY } from "./useFigurePlace";

const Bar = styled("nav")(({ theme }) => ({
  position: "sticky",
  top: "calc(var(--frame-height) + var(--bar-height))",
  // Below the suggestions of the selection bar.
  zIndex: theme.zIndex.appBar - 2,
  // As wide as the page, so that nothing shows beside it while scrolling.
  margin: theme.spacing(0, -1.5),
  padding: theme.spacing(0, 1.5),
  background: "var(--mui-palette-background-default)",
  borderBottom: "1px solid var(--mui-palette-divider)",
  overflowX: "auto",
  scrollbarWidth: "thin",
  [theme.breakpoints.up("sm")]: { margin: theme.spacing(0, -3), padding: theme.spacing(0, 3) },
}));

const List = styled("ul")(({ theme }) => ({
  listStyle: "none",
  display: "flex",
  gap: theme.spacing(0.5),
  margin: theme.spacing(0, -1),
  padding: 0,
  whiteSpace: "nowrap",
}));

const Item = styled(Link)(({ theme }) => ({
  display: "block",
  padding: theme.spacing(1.25, 1),
  borderRadius: 4,
  fontSize: "0.875rem",
  lineHeight: "20px",
  color: "var(--mui-palette-text-secondary)",
  textDecoration: "none",
  "&:hover": { color: "var(--mui-palette-text-primary)", textDecoration: "underline" },
  "&:focus-visible": { outlineOffset: -2 },
}));

interface Props {
  readonly figures: readonly FigureInfo[];
  readonly onChoose: (figure: string) => void;
}

/** The figures of the page by name: each leads to its place, with an address to pass on. */
export function FigureIndex({ figures, onChoose }: Props): ReactNode {
  const [search] = useSearchParams();
  return (
    <Bar aria-label="Figures">
      <List>
        {figures.map(({ name, title }) => (
          <li key={name}>
            <Item
              to={{ search: searchWith(search, name) }}
              replace
              preventScrollReset
              // The address may name it already.
              onClick={() => onChoose(name)}
            >
              {title}
            </Item>
          </li>
        ))}
      </List>
    </Bar>
  );
}

export function searchWith(search: URLSearchParams, figure: string): string {
  const next = new URLSearchParams(search);
  next.set(FIGURE_KEY, figure);
  return next.toString();
}
