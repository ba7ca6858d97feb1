import CloseIcon from "@mui/icons-material/Close";
import IconButton from "@mui/material/IconButton";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { StudySummary } from "../../api/types";
import { paths } from "../../app/paths";
import { CompactObjectives } from "../../components/Objectives";
import { Tag } from "../../components/Tag";
import { studyTitle } from "../../format/states";
import { kindsOf } from "../StudyList/kinds";

const List = styled("ul")({
  listStyle: "none",
  margin: 0,
  padding: 0,
  "& > li": {
    display: "flex",
    alignItems: "center",
    gap: 12,
    padding: "4px 0",
    borderBottom: "1px solid var(--mui-palette-divider)",
  },
});

const Text = styled("div")({
  flex: 1,
  minWidth: 0,
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  columnGap: 12,
  fontSize: "0.875rem",
  "& > a": { color: "inherit", fontWeight: 600 },
  "& > span:last-of-type": { color: "var(--mui-palette-text-secondary)" },
});

interface Props {
  readonly studies: readonly StudySummary[];
  /** Ids of those that cannot be compared with the others. */
  readonly odd: readonly number[];
  readonly onChange: (ids: readonly number[]) => void;
}

/** The studies that are chosen, while they are not (yet) compared. */
export function ChosenStudies({ studies, odd, onChange }: Props): ReactNode {
  if (studies.length === 0) return null;
  const without = (id: number) =>
    studies.map(({ study_id }) => study_id).filter((other) => other !== id);
  return (
    <List aria-label="Chosen studies">
      {studies.map((study) => (
        <li key={study.study_id}>
          <Text>
            <Link to={paths.study(study.study_id)}>{studyTitle(study.study_name)}</Link>
            {!study.is_preferential && (
              <CompactObjectives directions={study.directions} names={study.objective_names} />
            )}
            {kindsOf(study).map(({ label, explanation }) => (
              <Tag key={label} title={explanation}>
                {label}
              </Tag>
            ))}
            {odd.includes(study.study_id) && <Tag>does not fit</Tag>}
            <span>{study.source_label}</span>
          </Text>
          <IconButton
            size="small"
            aria-label={`Remove ${studyTitle(study.study_name)}`}
            onClick={() => onChange(without(study.study_id))}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </li>
      ))}
    </List>
  );
}
