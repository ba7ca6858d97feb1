import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import type { StudySummary } from "../../api/types";
import { Objectives } from "../../components/Objectives";
import { StateBar } from "../../components/StateBar";
import { Tag } from "../../components/Tag";
import { studyTitle } from "../../format/states";
import { StudyMenu } from "../../manage/StudyMenu";
import { ReportButton } from "../../report/ReportButton";
import { FilterButton } from "../../selection/FilterButton";
import { kindsOf } from "../StudyList/kinds";
import { Actions, Heading } from "./pageStyles";

export function StudyHeader({
  study,
}: {
  readonly study: Omit<StudySummary, "user_attrs">;
}): ReactNode {
  return (
    <header>
      <Heading>
        <Typography
          variant="h1"
          sx={{
            whiteSpace: "pre-wrap",
            display: "-webkit-box",
            WebkitLineClamp: 3,
            WebkitBoxOrient: "vertical",
            overflow: "hidden",
          }}
          title={study.study_name}
        >
          {studyTitle(study.study_name)}
        </Typography>
        <Actions>
          {study.n_trials > 0 && <FilterButton />}
          <ReportButton studyId={study.study_id} />
          <StudyMenu study={study} />
        </Actions>
      </Heading>
      <div
        style={{
          display: "flex",
          flexWrap: "wrap",
          gap: 12,
          alignItems: "center",
          margin: "4px 0 16px",
        }}
      >
        {!study.is_preferential && (
          <Objectives directions={study.directions} names={study.objective_names} />
        )}
        {kindsOf(study).map(({ label, explanation }) => (
          <Tag key={label} title={explanation}>
            {label}
          </Tag>
        ))}
      </div>
      {study.n_trials > 0 && <StateBar counts={study.state_counts} legend />}
    </header>
  );
}
