import BarChartIcon from "@mui/icons-material/BarChart";
import InsightsIcon from "@mui/icons-material/Insights";
import FoldIcon from "@mui/icons-material/KeyboardDoubleArrowLeft";
import UnfoldIcon from "@mui/icons-material/KeyboardDoubleArrowRight";
import RateReviewIcon from "@mui/icons-material/RateReviewOutlined";
import TableRowsIcon from "@mui/icons-material/TableRowsOutlined";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { paths } from "../../app/paths";
import { visuallyHidden } from "../../components/visuallyHidden";
import { useKeptFilter } from "../../selection/filterUrl";
import { settingsStore } from "../../settings/store";
import { useSettings } from "../../settings/useSettings";
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
    display: "flex",
    flexDirection: "column",
    overflowY: "auto",
    "&[data-rail=signs] .name": visuallyHidden,
  },
}));

const List = styled("ul")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: 0,
  height: "100%",
  display: "flex",
  "& li": { flex: 1 },
  [theme.breakpoints.up("md")]: {
    flex: 1,
    flexDirection: "column",
    gap: 2,
    "& li": { flex: "none" },
  },
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

/** A phone has tabs, which cannot be folded. */
const Fold = styled("button")(({ theme }) => ({
  display: "none",
  [theme.breakpoints.up("md")]: {
    display: "flex",
    alignItems: "center",
    gap: theme.spacing(1.5),
    padding: theme.spacing(1, 1.5),
    border: 0,
    borderRadius: 6,
    font: "inherit",
    fontSize: "0.875rem",
    color: "var(--mui-palette-text-secondary)",
    background: "none",
    cursor: "pointer",
    "&:hover": { background: "var(--mui-palette-surface-sunken)" },
    "&:focus-visible": { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: -2 },
  },
}));

/** The pages of a study: a rail at the side, on a phone tabs at the bottom. */
export function StudyNav({ studyId }: { readonly studyId: number }): ReactNode {
  const { rail } = useSettings();
  const keep = useKeptFilter();
  const asks = useAsks(studyId);
  const pages = [
    { name: "Overview", path: paths.study(studyId), sign: <InsightsIcon fontSize="small" /> },
    { name: "Analysis", path: paths.analysis(studyId), sign: <BarChartIcon fontSize="small" /> },
    { name: "Trials", path: paths.trials(studyId), sign: <TableRowsIcon fontSize="small" /> },
    ...(asks
      ? [{ name: "Judge", path: paths.judge(studyId), sign: <RateReviewIcon fontSize="small" /> }]
      : []),
  ];
  const isFolded = rail === "signs";
  return (
    <Nav aria-label="Pages of this study" data-rail={rail}>
      <List>
        {pages.map(({ name, path, sign }, place) => (
          <li key={name}>
            <Item to={keep(path)} end={place === 0} title={isFolded ? name : undefined}>
              {sign}
              <span className="name">{name}</span>
            </Item>
          </li>
        ))}
      </List>
      <FoldButton isFolded={isFolded} />
    </Nav>
  );
}

function FoldButton({ isFolded }: { readonly isFolded: boolean }): ReactNode {
  return (
    <Fold
      type="button"
      title={isFolded ? "Expand" : undefined}
      onClick={() => settingsStore.change({ rail: isFolded ? "names" : "signs" })}
    >
      {isFolded ? <UnfoldIcon fontSize="small" /> : <FoldIcon fontSize="small" />}
      <span className="name">{isFolded ? "Expand" : "Collapse"}</span>
    </Fold>
  );
}
