import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useRef } from "react";
import type { StudyOverview } from "../api/types";
import { paths } from "../app/paths";
import { ErrorCard } from "../components/ErrorCard";
import { useKeptFilter } from "../selection/filterUrl";
import type { Column } from "./columns";
import { keyMove } from "./keys";
import { elementHeight } from "./scroll";
import { TableHead } from "./TableHead";
import { TableMessage } from "./TableMessage";
import { TrialRowView } from "./TrialRowView";
import type { TableState } from "./tableState";
import { Body, ROW_HEIGHT, Scroller } from "./tableStyles";
import { useColumnWindow } from "./useColumnWindow";
import { useTrialRows } from "./useTrialRows";

interface Props {
  readonly study: StudyOverview;
  readonly columns: readonly Column[];
  readonly state: TableState;
  readonly onChange: (change: Partial<TableState>) => void;
  /** Keys moved to a trial while one was selected. */
  readonly onSelect: (number: number) => void;
  /** A row was clicked, or Enter pressed on it. */
  readonly onOpen: (number: number) => void;
}

/** All trials of a study, however many: only what is in sight is fetched and drawn. */
export function TrialTable({
  study,
  columns,
  state,
  onChange,
  onSelect,
  onOpen,
}: Props): ReactNode {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useTrialRows(study, state, scroller, onSelect);
  const { count, sight, active } = rows;
  const window = useColumnWindow(scroller, columns);
  const best = bestNumbers(study);
  const keep = useKeptFilter();

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const target = keyMove(event.key, active, count, rows.long.pageRows);
    const trial = active === null ? undefined : rows.row(active);
    if (target !== null) rows.moveTo(target);
    else if (event.key === "Enter" && trial) onOpen(trial.number);
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    // A new tab, or a selection of text: not for the table.
    if (event.ctrlKey || event.metaKey || event.shiftKey || getSelection()?.type === "Range")
      return;
    const element = (event.target as Element).closest<HTMLElement>("[data-index]");
    const index = Number(element?.dataset.index ?? Number.NaN);
    const trial = rows.row(index);
    if (!trial) return;
    event.preventDefault();
    rows.settle(index, trial.number);
    onOpen(trial.number);
  };

  if (rows.error) {
    return (
      <ErrorCard
        title="The trials could not be read"
        error={rows.error}
        action={{ label: "Try again", run: rows.retry }}
      />
    );
  }
  const inSight = active !== null && active >= sight.first && active < sight.end;
  return (
    <>
      <TableMessage
        state={state}
        filtered={rows.filtered}
        isEmpty={rows.filtered && rows.total === 0}
        position={rows.position}
        onChange={onChange}
      />
      <Scroller
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label="Trials"
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
        aria-busy={rows.total === undefined}
        {...(inSight ? { "aria-activedescendant": `${id}-${active}` } : {})}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <TableHead window={window} state={state} onChange={onChange} />
        <Body
          role="rowgroup"
          style={{ height: elementHeight(count * ROW_HEIGHT), width: window.width }}
        >
          {Array.from({ length: sight.end - sight.first }, (_, place) => {
            const index = sight.first + place;
            const trial = rows.row(index);
            return (
              <TrialRowView
                key={index}
                id={`${id}-${index}`}
                index={index}
                top={index * ROW_HEIGHT - sight.shift}
                trial={trial}
                window={window}
                selected={trial !== undefined && trial.number === state.trial}
                active={index === active}
                best={trial !== undefined && best.has(trial.number)}
                address={trial ? keep(paths.trial(study.study_id, trial.number)) : ""}
              />
            );
          })}
        </Body>
      </Scroller>
    </>
  );
}

function bestNumbers({ best_trials }: StudyOverview): ReadonlySet<number> {
  return new Set(best_trials.map(({ number }) => number));
}
