import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import type { FigureAnswer } from "../api/types";
import { figureNotes } from "./notes";

interface Props {
  readonly answer: FigureAnswer;
  /** The figure cannot show which trials are selected. */
  readonly untold: boolean;
}

export function FigureNotes({ answer, untold }: Props): ReactNode {
  const all = untold && answer.shown ? ["Of all trials, whatever the filter."] : [];
  const notes = [...figureNotes(answer), ...all];
  if (notes.length === 0) return null;
  return (
    <Typography variant="caption" component="p" color="textSecondary">
      {notes.join(" ")}
    </Typography>
  );
}
