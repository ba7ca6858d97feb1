import Typography from "@mui/material/Typography";
import useMediaQuery from "@mui/material/useMediaQuery";
import { type ReactNode, useCallback } from "react";
import { useLocation, useNavigate } from "react-router";
import type { StudyOverview } from "../../api/types";
import { paths } from "../../app/paths";
import { formatCount } from "../../format/numbers";
import { useFormats } from "../../format/useFormats";
import { EnqueueButton } from "../../manage/EnqueueButton";
import { FilterButton } from "../../selection/FilterButton";
import { useKeptFilter } from "../../selection/filterUrl";
import { GoToTrial } from "../../table/GoToTrial";
import { ColumnChooser } from "../../table/layout/ColumnChooser";
import { useColumnLayout } from "../../table/layout/useColumnLayout";
import { StateFilter } from "../../table/StateFilter";
import { TrialTable } from "../../table/TrialTable";
import { writeTableState } from "../../table/tableState";
import { useFiltered } from "../../table/useFiltered";
import { useTableState } from "../../table/useTableState";
import { GalleryLink } from "../gallery/GalleryLink";
import { TrialPanel } from "../trial/TrialPanel";
import { ExportError } from "./ExportError";
import { ExportMenu } from "./ExportMenu";
import { NoTrials } from "./NoTrials";
import { TickBar } from "./TickBar";
import { Screen, Side, Split, Tools, WIDE } from "./trialsStyles";
import { useExport } from "./useExport";

/** The table with its tools, and beside it the details of the selected trial. */
export function TrialBrowser({ study }: { readonly study: StudyOverview }): ReactNode {
  const isWide = useMediaQuery(WIDE);
  const navigate = useNavigate();
  const keep = useKeptFilter();
  const location = useLocation();
  const [state, change] = useTableState();
  const formats = useFormats();
  const columns = useColumnLayout(study, formats);
  const exports = useExport(study.study_id);
  const select = useCallback((trial: number | null) => change({ trial }), [change]);
  const studyId = study.study_id;
  const open = async (number: number) => {
    if (isWide) return select(number);
    // So that the way back leads to this trial in the table.
    const search = writeTableState(new URLSearchParams(location.search), { trial: number });
    await navigate({ search: `?${search}` }, { replace: true, preventScrollReset: true });
    await navigate(keep(paths.trial(studyId, number)));
  };
  const { filter, counts } = useFiltered(study);
  const shown = counts.n_trials;
  return (
    <Screen>
      <Tools>
        <Typography variant="h1" sx={{ mr: "auto" }}>
          Trials{" "}
          <Typography component="span" color="textSecondary" role="status">
            {shown < study.n_trials && `${formatCount(shown)} of `}
            {formatCount(study.n_trials)}
          </Typography>
        </Typography>
        <StateFilter study={study} />
        {study.n_trials > 0 && (
          <>
            <GoToTrial onGo={select} />
            <ColumnChooser columns={columns} />
            <ExportMenu exports={exports} count={shown} choice={{ filter }} />
            <GalleryLink studyId={studyId} />
            <EnqueueButton study={study} />
            <FilterButton />
          </>
        )}
      </Tools>
      {study.n_trials === 0 ? (
        <NoTrials />
      ) : (
        <Split>
          <div style={{ flex: 1, minWidth: 0, display: "flex", flexDirection: "column", gap: 8 }}>
            <ExportError {...exports} />
            <TrialTable
              study={study}
              columns={columns}
              state={state}
              onChange={change}
              onSelect={select}
              onOpen={(number) => void open(number)}
            />
            <TickBar studyId={studyId} exports={exports} />
          </div>
          {isWide && state.trial !== null && (
            <Side aria-label="Details of the selected trial">
              <TrialPanel study={study} number={state.trial} onClose={() => select(null)} />
            </Side>
          )}
        </Split>
      )}
    </Screen>
  );
}
