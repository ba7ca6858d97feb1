import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useStudies } from "../api/hooks";
import type { StudySummary } from "../api/types";
import { studyTitle } from "../format/states";
import { useKeptFilter } from "../selection/filterUrl";
import { paths } from "./paths";
import { type Place, usePlace } from "./usePlace";

const List = styled("ol")(({ theme }) => ({
  listStyle: "none",
  display: "flex",
  minWidth: 0,
  margin: 0,
  padding: 0,
  fontSize: "0.875rem",
  "& li": { display: "flex", minWidth: 0, whiteSpace: "nowrap" },
  // A long study's name gives way to the page that one is on.
  "& li:last-of-type:nth-of-type(n + 3)": { flexShrink: 0 },
  "& li::before": {
    content: '"/"',
    margin: "0 8px",
    color: "var(--mui-palette-text-secondary)",
  },
  [theme.breakpoints.down("sm")]: {
    "& li:first-of-type, & li:nth-of-type(3):not(:last-of-type)": { display: "none" },
  },
}));

const Text = styled("span")({ overflow: "hidden", textOverflow: "ellipsis" });
const Anchor = styled(Link)({
  overflow: "hidden",
  textOverflow: "ellipsis",
  color: "var(--mui-palette-text-secondary)",
  textDecoration: "none",
  "&:hover": { color: "var(--mui-palette-text-primary)", textDecoration: "underline" },
});

interface Crumb {
  readonly text: string;
  readonly to: string;
}

/** File, study and page; on a phone without the file, and without a list that a trial is of. */
export function Breadcrumb(): ReactNode {
  const place = usePlace();
  return place.page === null ? null : <Crumbs place={place} />;
}

function Crumbs({ place }: { readonly place: Place }): ReactNode {
  const studies = useStudies();
  const study = studies.data?.study_summaries.find(({ study_id }) => study_id === place.studyId);
  const keep = useKeptFilter();
  const crumbs = crumbsOf(place, study);
  return (
    <nav aria-label="Breadcrumb" style={{ minWidth: 0 }}>
      <List>
        {crumbs.map(({ text, to }, index) => (
          <li key={to}>
            {index === crumbs.length - 1 ? (
              <Text aria-current="page" title={text}>
                {text}
              </Text>
            ) : (
              <Anchor to={keep(to)} title={text}>
                {text}
              </Anchor>
            )}
          </li>
        ))}
      </List>
    </nav>
  );
}

function crumbsOf(place: Place, study: StudySummary | undefined): Crumb[] {
  const { studyId, page, trial } = place;
  if (studyId === null) {
    return [
      { text: "Studies", to: paths.home() },
      { text: "Compare", to: paths.compare() },
    ];
  }
  const name = study ? studyTitle(study.study_name) : `Study ${studyId}`;
  const crumbs = [
    { text: study?.source_label ?? "Studies", to: paths.home() },
    { text: name, to: paths.study(studyId) },
  ];
  if (page === "analysis") crumbs.push({ text: "Analysis", to: paths.analysis(studyId) });
  if (page === "judge") crumbs.push({ text: "Judge", to: paths.judge(studyId) });
  if (page === "trials" || page === "compare-trials" || page === "artifacts")
    crumbs.push({ text: "Trials", to: paths.trials(studyId) });
  if (page === "compare-trials")
    crumbs.push({ text: "Compare", to: paths.compareTrials(studyId, []) });
  if (page === "artifacts") crumbs.push({ text: "Artifacts", to: paths.artifacts(studyId) });
  if (trial !== null) crumbs.push({ text: `Trial ${trial}`, to: paths.trial(studyId, trial) });
  return crumbs;
}
