import { useCallback, useMemo, useRef, useState } from "react";
import type { StudyOverview } from "../../api/types";
import type { Formats } from "../../format/useFormats";
import { type Column, columnsOf } from "../columns";
import {
  type Arrangement,
  AS_IT_COMES,
  arrange,
  type ColumnLayout,
  move,
  moveBy,
  pin,
  resize,
  show,
} from "./layout";
import { readLayout, studyKey, writeLayout } from "./layoutStore";

/** The columns of a study as they are laid out, and what changes that. */
export interface Columns extends Arrangement {
  readonly all: readonly Column[];
  readonly layout: ColumnLayout;
  readonly show: (ids: readonly string[], shown: boolean) => void;
  readonly pin: (id: string, pinned: boolean) => void;
  readonly resize: (id: string, width: number | null) => void;
  /** Shows a width without keeping it, while it is still being chosen. */
  readonly tryWidth: (id: string, width: number) => void;
  /** Before another column, null for the last place. */
  readonly move: (id: string, before: string | null) => void;
  readonly moveBy: (id: string, step: 1 | -1) => void;
  readonly reset: () => void;
}

interface WidthTrial {
  readonly id: string;
  readonly width: number;
}

/** The layout is remembered in this browser, for each study. */
export function useColumnLayout(study: StudyOverview, formats: Formats): Columns {
  const key = studyKey(study);
  const [layout, setLayout] = useState(() => readLayout(key));
  const [trial, setTrial] = useState<WidthTrial | null>(null);
  const latest = useRef(layout);
  const all = useMemo(() => columnsOf(study, formats), [study, formats]);
  const change = useCallback(
    (edit: (before: ColumnLayout) => ColumnLayout) => {
      latest.current = edit(latest.current);
      setLayout(latest.current);
      setTrial(null);
      writeLayout(key, latest.current);
    },
    [key],
  );
  const shown = useMemo(
    () => arrange(all, trial ? resize(layout, trial.id, trial.width) : layout),
    [all, layout, trial],
  );
  return useMemo(
    () => ({
      ...shown,
      all,
      layout,
      show: (ids, shown) => change((before) => show(before, ids, shown)),
      pin: (id, pinned) => change((before) => pin(before, id, pinned)),
      resize: (id, width) => change((before) => resize(before, id, width)),
      tryWidth: (id, width) => setTrial({ id, width }),
      move: (id, before) => change((now) => move(all, now, id, before)),
      moveBy: (id, step) => change((now) => moveBy(all, now, id, step)),
      reset: () => change(() => AS_IT_COMES),
    }),
    [shown, all, layout, change],
  );
}
