import { type ReactNode, useId, useMemo, useRef, useState } from "react";
import type { StudyOverview } from "../api/types";
import { paths } from "../app/paths";
import { ErrorCard } from "../components/ErrorCard";
import { visuallyHidden } from "../components/visuallyHidden";
import { useKeptFilter } from "../selection/filterUrl";
import type { Columns } from "./layout/useColumnLayout";
import { elementHeight } from "./scroll";
import { TableHead } from "./TableHead";
import { TableMessage } from "./TableMessage";
import { TrialRowView } from "./TrialRowView";
import type { TableState } from "./tableState";
import { Body, ROW_HEIGHT, Scroller } from "./tableStyles";
import { useTicking } from "./ticks/useTicking";
import { useColumnWindow } from "./useColumnWindow";
import { useTableInput } from "./useTableInput";
import { useTrialRows } from "./useTrialRows";

interface Props {
  readonly study: StudyOverview;
  readonly columns: Columns;
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
  const [said, say] = useState("");
  const [tickError, setTickError] = useState<unknown>(null);
  const rows = useTrialRows(study, state, scroller, onSelect);
  const { count, sight, active } = rows;
  const keep = useKeptFilter();
  const ticking = useTicking({
    studyId: study.study_id,
    list: rows.list,
    row: rows.row,
    onError: setTickError,
  });
  const [window, reveal] = useColumnWindow(scroller, columns);
  const input = useTableInput(rows, ticking, onOpen);
  const best = useMemo(() => bestNumbers(study), [study]);

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
        isEmpty={rows.filtered && count === 0}
        position={rows.position}
        onChange={onChange}
      />
      {tickError !== null && (
        <ErrorCard
          title="The trials could not be selected"
          error={tickError}
          action={{ label: "Close", run: () => setTickError(null) }}
        />
      )}
      <div role="status" style={visuallyHidden}>
        {said}
      </div>
      <Scroller
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label="Trials"
        aria-rowcount={count + 1}
        aria-colcount={columns.columns.length + 1}
        aria-multiselectable
        aria-busy={rows.total === undefined && count > 0}
        {...(inSight ? { "aria-activedescendant": `${id}-${active}` } : {})}
        {...input}
      >
        <TableHead
          columns={columns}
          window={window}
          clock={study.clock}
          state={state}
          tick={{ share: ticking.share, count, onToggle: ticking.toggleAll }}
          onChange={onChange}
          reveal={reveal}
          say={say}
        />
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
                ticked={trial !== undefined && ticking.ticks.numbers.has(trial.number)}
                opened={trial !== undefined && trial.number === state.trial}
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
