import CloseIcon from "@mui/icons-material/Close";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { ComparedStudy } from "../../api/types";
import { paths } from "../../app/paths";
import { describeCounts, StateBar } from "../../components/StateBar";
import { Tag } from "../../components/Tag";
import { TrialLink } from "../../components/TrialLink";
import { visuallyHidden } from "../../components/visuallyHidden";
import { formatCount } from "../../format/numbers";
import { formatDuration } from "../../format/times";
import { useFormats } from "../../format/useFormats";
import { StudyLabel } from "./StudyLabel";
import { Clip, Muted, Scroll, Table } from "./summaryStyles";

interface Props {
  readonly studies: readonly ComparedStudy[];
  readonly onRemove: (id: number) => void;
}

/** What each study is and has reached, one below the other. */
export function SummaryTable({ studies, onRemove }: Props): ReactNode {
  const showSource = new Set(studies.map(({ source }) => source)).size > 1;
  const isSingle = studies.every(({ pareto_size }) => pareto_size === null);
  return (
    <Scroll>
      <Table aria-label="Summary">
        <thead>
          <tr>
            <th scope="col">Study</th>
            {showSource && <th scope="col">File</th>}
            <th scope="col">Trials</th>
            <th scope="col" data-end>
              {isSingle ? "Best value" : "Pareto front"}
            </th>
            <th scope="col" data-end>
              Median duration
            </th>
            <th scope="col" data-end>
              Total duration
            </th>
            <th scope="col">
              <span style={visuallyHidden}>Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {studies.map((study, place) => (
            <Row
              key={study.study_id}
              study={study}
              place={place}
              showSource={showSource}
              onRemove={onRemove}
            />
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}

interface RowProps {
  readonly study: ComparedStudy;
  readonly place: number;
  readonly showSource: boolean;
  readonly onRemove: (id: number) => void;
}

function Row({ study, place, showSource, onRemove }: RowProps): ReactNode {
  const { duration, label, study_id: id } = study;
  return (
    <tr>
      <th scope="row" data-area="name">
        <StudyLabel study={study} place={place}>
          <Link to={paths.study(id)} title={study.study_name}>
            {label}
          </Link>
        </StudyLabel>
      </th>
      {showSource && (
        <td data-label="File">
          <Clip title={study.source_label}>{study.source_label}</Clip>
        </td>
      )}
      <td data-area="trials">
        <strong>{formatCount(study.n_trials)}</strong>{" "}
        <Muted>{describeCounts(study.state_counts)}</Muted>
        <StateBar counts={study.state_counts} />
      </td>
      <td data-end data-label={study.pareto_size === null ? "Best value" : "Pareto front"}>
        <Best study={study} />
      </td>
      <td data-end data-label="Median duration">
        {formatDuration(duration?.median) || "–"}
      </td>
      <td data-end data-label="Total duration">
        {formatDuration(duration?.total) || "–"}
      </td>
      <td data-area="remove">
        <Tooltip title="Remove from the comparison">
          <IconButton size="small" aria-label={`Remove ${label}`} onClick={() => onRemove(id)}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </td>
    </tr>
  );
}

function Best({ study }: { readonly study: ComparedStudy }): ReactNode {
  const { formatValue } = useFormats();
  const { best_number, best_value, leads, pareto_size } = study;
  if (pareto_size !== null) return `${formatCount(pareto_size)} on the front`;
  if (best_value === null || best_number === null) return <Muted>none yet</Muted>;
  return (
    <>
      {leads && <Tag title="No other of these studies has a better value">best</Tag>}{" "}
      <strong title={String(best_value)}>{formatValue(best_value)}</strong>{" "}
      <Muted>
        <TrialLink studyId={study.study_id} number={best_number}>
          trial {best_number}
        </TrialLink>
      </Muted>
    </>
  );
}
