import { styled } from "@mui/material/styles";
import { type ReactNode, useId, useRef, useState } from "react";
import type { FigureInfo } from "../api/types";
import { ErrorCard } from "../components/ErrorCard";
import { FigureDialog } from "./FigureDialog";
import { FigureHeader } from "./FigureHeader";
import { FigureNotes } from "./FigureNotes";
import { FigureStage } from "./FigureStage";
import { FoldedControls } from "./FoldedControls";
import { parseOptions, reordered, useFigureOptions } from "./options";
import { saveFigure } from "./save";
import { useDrawing } from "./useDrawing";
import { useFigureAnswer } from "./useFigureAnswer";
import { useNear } from "./useNear";

const Card = styled("section")(({ theme }) => ({
  background: "var(--mui-palette-background-paper)",
  border: "1px solid var(--mui-palette-divider)",
  borderRadius: theme.shape.borderRadius,
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(1.5),
  padding: theme.spacing(2),
  overflow: "hidden",
}));

interface Props {
  readonly studyId: number;
  readonly figure: FigureInfo;
  /** For the title of saved pictures. */
  readonly studyName: string;
  /** Waits until it is scrolled near; for pages of many figures. */
  readonly lazy?: boolean;
}

/** One figure of the core with its controls, in all its states. */
export function FigureCard({ studyId, figure, studyName, lazy = false }: Props): ReactNode {
  const { name, title, description } = figure;
  const chosen = useFigureOptions(name);
  const card = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  // The height that the card keeps while its content stands in the dialog.
  const [heldHeight, setHeldHeight] = useState<number | null>(null);
  const enlarged = heldHeight !== null;
  const near = useNear(card, lazy) || enlarged;
  const query = useFigureAnswer(studyId, name, chosen.values, near);
  const options = query.data?.options ?? figure.options;
  const applied = query.isPlaceholderData ? undefined : query.data?.applied;
  const drawing = useDrawing(studyId, name, query.data, near, (places) => {
    const moved = reordered(options, query.data?.applied ?? {}, places);
    if (moved) chosen.set(...moved);
  });
  const heading = useId();
  const failure = query.error ?? drawing.error;
  const isChanged = Object.keys(chosen.values).length > 0;

  const content = (
    <>
      <FigureHeader
        id={heading}
        title={title}
        description={description}
        boxMode={drawing.boxMode}
        onResetZoom={drawing.zoomed ? drawing.resetZoom : undefined}
        onSave={
          drawing.drawn ? (format) => saveFigure(drawing.save, format, title, studyName) : undefined
        }
        enlarged={enlarged}
        enlargeRef={opener}
        onEnlarge={(enlarge) => setHeldHeight(enlarge ? (card.current?.offsetHeight ?? 0) : null)}
      />
      <FoldedControls
        options={options}
        values={applied ?? parseOptions(options, chosen.values)}
        onChange={chosen.set}
      />
      {failure ? (
        <ErrorCard
          title={`${title} could not be drawn`}
          error={failure}
          action={
            isChanged
              ? { label: "Reset options", run: chosen.clear }
              : { label: "Try again", run: () => void query.refetch() }
          }
        />
      ) : (
        <FigureStage
          title={title}
          answer={query.data}
          near={near}
          outdated={query.isPlaceholderData}
          drawing={drawing}
        />
      )}
      {query.data && <FigureNotes answer={query.data} untold={drawing.untold} />}
    </>
  );

  return (
    <Card ref={card} aria-labelledby={heading}>
      {enlarged ? <div style={{ height: heldHeight }} /> : content}
      <FigureDialog
        open={enlarged}
        onClose={() => setHeldHeight(null)}
        onClosed={() => opener.current?.focus()}
        labelledBy={heading}
      >
        {enlarged && content}
      </FigureDialog>
    </Card>
  );
}
