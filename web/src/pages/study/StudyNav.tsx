import BarChartIcon from "@mui/icons-material/BarChart";
import InsightsIcon from "@mui/icons-material/Insights";
import RateReviewIcon from "@mui/icons-material/RateReviewOutlined";
import TableRowsIcon from "@mui/icons-material/TableRowsOutlined";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { paths } from "../../app/paths";
import { useKeptFilter } from "../../selection/filterUrl";
import { useAsks } from "./useAsks";

const Nav = styled("nav")(({ theme }) => ({
  position: "fixed",
  inset: "auto 0 0 0",
  zIndex: theme.zIndex.appBar,
  height: "var(--nav-height)",
  background: "var(--mui-palette-background-default)",
  borderTop: "1px solid var(--mui-palette-divider)",
  [theme.breakpoints.up("md")]: {
    position: "sticky",
    inset: "var(--frame-height) auto auto auto",
    height: "calc(100dvh - var(--frame-height))",
    padding: theme.spacing(2, 1),
    boxSizing: "border-box",
    borderTop: 0,
    borderRight: "1px solid var(--mui-palette-divider)",
  },
}));

const List = styled("ul")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: 0,
  height: "100%",
  display: "flex",
  "& li": { flex: 1 },
  [theme.breakpoints.up("md")]: { flexDirection: "column", gap: 2, "& li": { flex: "none" } },
}));

const Item = styled(NavLink)(({ theme }) => ({
  display: "flex",
  flexDirection: "column",
  alignItems: "center",
  justifyContent: "center",
  gap: 2,
  height: "100%",
  fontSize: "0.75rem",
  fontWeight: 500,
  color: "var(--mui-palette-text-secondary)",
  textDecoration: "none",
  "&.active": { color: "var(--mui-palette-primary-main)", fontWeight: 650 },
  "&:focus-visible": { outlineOffset: -2 },
  [theme.breakpoints.up("md")]: {
    flexDirection: "row",
    justifyContent: "flex-start",
    gap: theme.spacing(1.5),
    height: "auto",
    padding: theme.spacing(1, 1.5),
    borderRadius: 6,
    fontSize: "0.875rem",
    "&:hover": { background: "var(--mui-palette-surface-sunken)" },
    "&.active": { background: "var(--mui-palette-surface-sunken)" },
  },
}));

/** The pages of a study: a rail at the side, on a phone tabs at the bottom. */
export function StudyNav({ studyId }: { readonly studyId: number }): ReactNode {
  const keep = useKeptFilter();
  const asks = useAsks(studyId);
  return (
    <Nav aria-label="Pages of this study">
      <List>
        <li>
          <Item to={keep(paths.study(studyId))} end>
            <InsightsIcon fontSize="small" />
            Overview
          </Item>
        </li>
        <li>
          <Item to={keep(paths.analysis(studyId))}>
            <BarChartIcon fontSize="small" />
            Analysis
          </Item>
        </li>
        <li>
          <Item to={keep(paths.trials(studyId))}>
            <TableRowsIcon fontSize="small" />
            Trials
          </Item>
        </li>
        {asks && (
          <li>
            <Item to={keep(paths.judge(studyId))}>
              <RateReviewIcon fontSize="small" />
              Judge
            </Item>
          </li>
        )}
      </List>
    </Nav>
  );
}
