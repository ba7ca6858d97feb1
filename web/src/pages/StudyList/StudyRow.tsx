import { styled } from "@mui/material/styles";
import type { CSSProperties, MouseEvent, ReactNode } from "react";
import { Link } from "react-router";
import type { StudySummary } from "../../api/types";
import { paths } from "../../app/paths";
import { CompactObjectives } from "../../components/Objectives";
import { describeCounts, StateBar } from "../../components/StateBar";
import { Tag } from "../../components/Tag";
import { formatCount } from "../../format/numbers";
import { directionArrow, studyTitle } from "../../format/states";
import { explainTime } from "../../format/times";
import { useFormats } from "../../format/useFormats";
import { useFirstFigureAhead } from "../study/useFirstFigure";
import { ChooseBox } from "./ChooseBox";
import { kindsOf } from "./kinds";
import { Cell, Clip, Muted, NARROW, Row } from "./tableStyles";
import type { Chosen } from "./useChosen";

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
  "& > :first-of-type": { maxWidth: 420 },
  [NARROW]: {
    gridTemplateColumns: "max-content minmax(24px, 240px)",
    justifyContent: "start",
    alignItems: "center",
    gap: 10,
  },
});
const Total = styled("span")({
  color: "var(--mui-palette-text-primary)",
  fontSize: "0.875rem",
  fontWeight: 600,
  marginInlineEnd: 8,
  [NARROW]: { color: "inherit", fontSize: "inherit", fontWeight: "inherit", margin: 0 },
});
const Best = styled("div")({
  fontSize: "0.9375rem",
  fontWeight: 600,
  whiteSpace: "nowrap",
  "& small": { fontSize: "0.8125rem", fontWeight: 400 },
});
const Wide = styled("span")({ [NARROW]: { display: "none" } });
const Narrow = styled("span")({ "@media (min-width: 900px)": { display: "none" } });
const Unnamed = styled("i")({ fontWeight: 400 });

interface Props {
  readonly study: StudySummary;
  readonly showSource: boolean;
  readonly position: number;
  readonly chosen: Chosen | null;
  readonly style?: CSSProperties;
}

export function StudyRow({ study, showSource, position, chosen, style }: Props): ReactNode {
  const { formatShortTime } = useFormats();
  const askAhead = useFirstFigureAhead();
  const isChosen = chosen?.has(study.study_id) ?? false;
  return (
    <Row aria-rowindex={position} data-chosen={isChosen} style={style} onMouseDown={keepSelection}>
      {chosen && (
        <Cell style={area("choose")}>
          <ChooseBox
            label={`Choose ${studyTitle(study.study_name)} to compare`}
            checked={isChosen}
            onChoose={(range) => chosen.choose(study.study_id, range)}
          />
        </Cell>
      )}
      <Cell style={area("name")}>
        <NameLine>
          <Clip>
            <StudyLink
              to={paths.study(study.study_id)}
              title={study.study_name}
              // A tenth of a second before the click is complete; a finger may mean to scroll.
              onPointerDown={(event) => {
                const { button, pointerType, shiftKey, ctrlKey, metaKey } = event;
                const opens = button === 0 && !(shiftKey || ctrlKey || metaKey);
                if (opens && pointerType !== "touch") askAhead(study);
              }}
              onClick={(event) => {
                if (!event.shiftKey || !chosen) return;
                // Otherwise the browser opens another window.
                event.preventDefault();
                chosen.choose(study.study_id, true);
              }}
            >
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
        {!study.is_preferential && (
          <CompactObjectives directions={study.directions} names={study.objective_names} />
        )}
      </Cell>
      <Cell style={area("trials")}>
        <TrialCounts study={study} />
      </Cell>
      <Cell data-end style={area("best")}>
        <BestCell study={study} />
      </Cell>
      <Cell data-narrow-end style={area("activity")}>
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

/** A click with Shift is not about the text on the way. */
function keepSelection(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}

function TrialCounts({ study }: { readonly study: StudySummary }): ReactNode {
  const { n_trials, state_counts } = study;
  if (n_trials === 0) return <Muted>no trials</Muted>;
  return (
    <Trials>
      <Muted title={describeCounts(state_counts)}>
        <Total>{formatCount(n_trials)}</Total>
        <Narrow> {n_trials === 1 ? "trial" : "trials"}</Narrow>
        <Wide>{breakdown(study)}</Wide>
      </Muted>
      <StateBar counts={state_counts} />
    </Trials>
  );
}

function breakdown({ n_trials, state_counts }: StudySummary): string {
  const text = describeCounts(state_counts);
  // "64 complete" after "64" would say the number twice.
  return text.includes(", ")
    ? text
    : text.replace(formatCount(n_trials), n_trials > 1 ? "all" : "");
}

function BestCell({ study }: { readonly study: StudySummary }): ReactNode {
  const { best_number, best_value, directions, n_preferred, n_trials, pareto_size } = study;
  const { formatValue } = useFormats();
  if (n_trials === 0) return null;
  if (n_preferred !== null) return <BestCount count={n_preferred} what="preferred" />;
  const arrows = <Narrow aria-hidden>{directions.map(directionArrow).join("")} </Narrow>;
  if (pareto_size !== null) {
    return <BestCount count={pareto_size} what="on the front" before={arrows} />;
  }
  if (best_value === null) return <Muted>none yet</Muted>;
  return (
    <>
      <Best title={String(best_value)}>
        {arrows}
        {formatValue(best_value)}
      </Best>
      {best_number !== null && (
        <Wide>
          <Muted>trial {best_number}</Muted>
        </Wide>
      )}
    </>
  );
}

/** How many best trials there are, where none has a best value. */
function BestCount({
  count,
  what,
  before,
}: {
  readonly count: number;
  readonly what: string;
  readonly before?: ReactNode;
}): ReactNode {
  return (
    <>
      <Best>
        {before}
        {formatCount(count)}
        <Narrow>
          {" "}
          <small>{what}</small>
        </Narrow>
      </Best>
      <Wide>
        <Muted>{what}</Muted>
      </Wide>
    </>
  );
}

function area(name: string): CSSProperties {
  return { "--area": name } as CSSProperties;
}
