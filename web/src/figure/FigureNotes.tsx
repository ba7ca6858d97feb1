import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import type { FigureAnswer } from "../api/types";
import { figureNotes } from "./notes";

export function FigureNotes({ answer }: { readonly answer: FigureAnswer }): ReactNode {
  const notes = figureNotes(answer);
  if (notes.length === 0) return null;
  return (
    <Typography variant="caption" component="p" color="textSecondary">
      {notes.join(" ")}
    </Typography>
  );
}
