import { styled } from "@mui/material/styles";
import { type ReactNode, useId, useRef, useState } from "react";
import { queryString } from "../api/client";
import { downloadFile } from "../api/download";
import { figurePath } from "../api/hooks";
import type { ComparedFigure, FigureInfo } from "../api/types";
import { ErrorCard } from "../components/ErrorCard";
import { useHost } from "../hosts/context";
import { DeleteSaved } from "./DeleteSaved";
import { FigureDialog } from "./FigureDialog";
import { FigureHeader } from "./FigureHeader";
import { FigureNotes } from "./FigureNotes";
import { FigureStage } from "./FigureStage";
import { FoldedControls } from "./FoldedControls";
import { parseOptions, reordered, useFigureOptions } from "./options";
import { type FileFormat, saveFigure } from "./save";
import { isSaved } from "./saved";
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

/** Of several studies, one figure may be there several times with some of its options given. */
type Figure = FigureInfo & Partial<Pick<ComparedFigure, "key" | "given">>;

const NONE = {};
const NOBODY: ReadonlySet<number> = new Set();

interface Props {
  readonly studyId: number;
  /** Further studies to draw. */
  readonly overlay?: readonly number[];
  /** Says which study is which in place of the drawing, in full screen; the page does, too. */
  readonly legend?: ReactNode;
  /** Studies that are left out for now. */
  readonly hidden?: ReadonlySet<number>;
  readonly figure: Figure;
  /** For the title of saved pictures. */
  readonly studyName: string;
  /** Waits until it is scrolled near; for pages of many figures. */
  readonly lazy?: boolean;
}

/** One figure of the core with its controls, in all its states. */
export function FigureCard(props: Props): ReactNode {
  const { studyId, overlay = [], legend, hidden = NOBODY, figure, studyName, lazy = false } = props;
  const { name, title, description, key = name, given = NONE } = figure;
  const host = useHost();
  const chosen = useFigureOptions(key);
  const card = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  // The height that the card keeps while its content stands in the dialog.
  const [heldHeight, setHeldHeight] = useState<number | null>(null);
  const enlarged = heldHeight !== null;
  const near = useNear(card, lazy) || enlarged;
  const wanted = { ...chosen.values, ...given };
  const query = useFigureAnswer(studyId, name, wanted, near, overlay);
  const options = (query.data?.options ?? figure.options).filter((one) => !(one.name in given));
  const applied = query.isPlaceholderData ? undefined : query.data?.applied;
  const drawing = useDrawing(studyId, key, query.data, near, {
    legend: legend === undefined,
    hidden,
    onMove: (places) => {
      const moved = reordered(options, query.data?.applied ?? {}, places);
      if (moved) chosen.set(...moved);
    },
  });
  const save = (format: FileFormat) =>
    format === "csv"
      ? downloadFile(host, `${figurePath(studyId, name)}/csv${queryString(wanted)}`)
      : saveFigure(drawing.save, format, title, studyName);
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
        onSave={drawing.drawn ? save : undefined}
        hasTable={figure.has_table}
        enlarged={enlarged}
        enlargeRef={opener}
        onEnlarge={(enlarge) => setHeldHeight(enlarge ? (card.current?.offsetHeight ?? 0) : null)}
      >
        {isSaved(figure) && <DeleteSaved studyId={studyId} figure={figure} />}
      </FigureHeader>
      {enlarged && legend}
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
