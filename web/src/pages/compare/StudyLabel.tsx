import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { ComparedStudy } from "../../api/types";
import { StudySign } from "./StudySign";

const Line = styled("span")({
  display: "inline-flex",
  alignItems: "center",
  gap: 8,
  minWidth: 0,
  maxWidth: "100%",
  verticalAlign: "bottom",
});

interface Props {
  readonly study: Pick<ComparedStudy, "dash" | "shape">;
  readonly place: number;
  readonly children: ReactNode;
}

/** The name of a study beside the line that it has in figures. */
export function StudyLabel({ study, place, children }: Props): ReactNode {
  return (
    <Line>
      <StudySign place={place} study={study} />
      {children}
    </Line>
  );
}
