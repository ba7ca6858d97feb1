import { styled } from "@mui/material/styles";
import type { CSSProperties, ReactNode } from "react";
import { Link } from "react-router";
import type { StudySummary } from "../../api/types";
import { paths } from "../../app/paths";
import { Objectives } from "../../components/Objectives";
import { StateBar } from "../../components/StateBar";
import { Tag } from "../../components/Tag";
import { formatCount, formatValue, plural } from "../../format/numbers";
import { studyTitle } from "../../format/states";
import { explainTime, formatShortTime } from "../../format/times";
import { kindsOf } from "./kinds";
import { Cell, Clip, Muted, NARROW, Row } from "./tableStyles";

/** The link covers the row, so that all of it can be clicked and one thing is focused. */
const StudyLink = styled(Link)({
  color: "inherit",
  fontWeight: 600,
  textDecoration: "none",
  "&::after": { content: '""', position: "absolute", inset: 0 },
  "&:focus-visible": { outline: "none" },
  "&:focus-visible::after": {
    outline: "2px solid var(--mui-palette-primary-main)",
    outlineOffset: -2,
  },
});

const NameLine = styled("div")({ display: "flex", gap: 8, alignItems: "center", minWidth: 0 });
const Trials = styled("div")({
  display: "grid",
  gap: 4,
  [NARROW]: { gridTemplateColumns: "auto minmax(40px, 160px)", alignItems: "center", gap: 10 },
});
const Best = styled("div")({ fontSize: "0.9375rem", fontWeight: 600, whiteSpace: "nowrap" });
const Unnamed = styled("i")({ fontWeight: 400 });

interface Props {
  readonly study: StudySummary;
  readonly showSource: boolean;
  readonly position: number;
  readonly style?: CSSProperties;
}

export function StudyRow({ study, showSource, position, style }: Props): ReactNode {
  return (
    <Row aria-rowindex={position} style={style}>
      <Cell style={area("name")}>
        <NameLine>
          <Clip>
            <StudyLink to={paths.study(study.study_id)} title={study.study_name}>
              {study.study_name.trim() ? study.study_name : <Unnamed>{studyTitle("")}</Unnamed>}
            </StudyLink>
          </Clip>
          {kindsOf(study).map(({ label, explanation }) => (
            <Tag key={label} title={explanation}>
              {label}
            </Tag>
          ))}
        </NameLine>
      </Cell>
      <Cell data-wide>
        <Objectives directions={study.directions} names={study.objective_names} />
      </Cell>
      <Cell style={area("trials")}>
        <TrialCounts study={study} />
      </Cell>
      <Cell data-end style={area("best")}>
        <BestCell study={study} />
      </Cell>
      <Cell style={area("activity")}>
        <Muted title={explainTime(study.last_activity, study.clock)}>
          {formatShortTime(study.last_activity, study.clock)}
        </Muted>
      </Cell>
      {showSource && (
        <Cell data-wide>
          <Muted title={study.source_label}>{study.source_label}</Muted>
        </Cell>
      )}
    </Row>
  );
}

function TrialCounts({ study }: { readonly study: StudySummary }): ReactNode {
  const { Complete: complete = 0 } = study.state_counts;
  const rest = study.n_trials - complete;
  return (
    <Trials>
      <Muted>
        {plural(study.n_trials, "trial")}
        {rest > 0 && `, ${formatCount(complete)} complete`}
      </Muted>
      {study.n_trials > 0 && <StateBar counts={study.state_counts} />}
    </Trials>
  );
}

function BestCell({ study }: { readonly study: StudySummary }): ReactNode {
  if (study.pareto_size !== null) {
    return (
      <>
        <Best>{formatCount(study.pareto_size)}</Best>
        <Muted>on the front</Muted>
      </>
    );
  }
  if (study.best_value === null) return <Muted>{study.n_trials ? "none yet" : ""}</Muted>;
  return (
    <>
      <Best title={String(study.best_value)}>{formatValue(study.best_value)}</Best>
      {study.best_number !== null && <Muted>trial {study.best_number}</Muted>}
    </>
  );
}

function area(name: string): CSSProperties {
  return { "--area": name } as CSSProperties;
}
