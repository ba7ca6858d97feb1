import Alert from "@mui/material/Alert";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useStudyOverview } from "../../api/hooks";
import { usePageTitle } from "../../app/usePageTitle";
import { Empty } from "../../components/Empty";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { formatCount, plural } from "../../format/numbers";
import { useFormats } from "../../format/useFormats";
import { GoToTrial } from "../../table/GoToTrial";
import { useStudyId } from "../study/studyId";
import { Screen, Tools } from "../study/trialsStyles";
import { ComparedFiles } from "./ComparedFiles";
import { CompareTable } from "./CompareTable";
import { type ComparedGroup, compareTrials } from "./comparison";
import { fileRows } from "./fileRows";
import { MOST_COMPARED, swapped } from "./numbers";
import { type ComparedState, useComparedNumbers } from "./useComparedNumbers";
import { useTrials } from "./useTrials";

/** Some trials side by side, with what differs marked. */
export default function CompareTrialsPage(): ReactNode {
  const studyId = useStudyId();
  const state = useComparedNumbers();
  const { shown, others } = state;
  usePageTitle("Compare trials");
  return (
    <Screen>
      <Tools>
        <Typography variant="h1" sx={{ mr: "auto" }}>
          Compare trials
        </Typography>
        <FormControlLabel
          label="Differences only"
          slotProps={{ typography: { variant: "body2" } }}
          control={
            <Switch
              size="small"
              checked={state.differencesOnly}
              onChange={(_, only) => state.showDifferencesOnly(only)}
            />
          }
        />
        {shown.length < MOST_COMPARED && (
          <GoToTrial
            placeholder="Add trial"
            label="Add the trial with this number"
            onGo={(number) => state.compare([...shown, number])}
          />
        )}
      </Tools>
      {others > 0 && (
        <Alert severity="info" onClose={() => state.compare(shown)}>
          {`At most ${MOST_COMPARED} trials fit side by side; ${plural(others, "more trial")} `}
          {others === 1 ? "is" : "are"} left out.
        </Alert>
      )}
      {shown.length === 0 ? (
        <Empty title="No trials to compare">
          Add them by their numbers, or select rows of the trial table.
        </Empty>
      ) : (
        <Comparison studyId={studyId} state={state} />
      )}
    </Screen>
  );
}

interface ComparisonProps {
  readonly studyId: number;
  readonly state: ComparedState;
}

function Comparison({ studyId, state }: ComparisonProps): ReactNode {
  const { shown, differencesOnly, compare } = state;
  const formats = useFormats();
  const overview = useStudyOverview(studyId);
  const answers = useTrials(studyId, shown);
  if (overview.error) {
    return <ErrorCard title="This study could not be read" error={overview.error} />;
  }
  if (!overview.data) return <BlockSkeleton height={560} />;
  const trials = answers.map(({ data }) => data);
  const groups = compareTrials(trials, overview.data, formats);
  const heads = shown.map((number, index) => ({
    studyId,
    number,
    trial: answers[index]?.data,
    error: answers[index]?.error ?? null,
    onRemove: () => compare(shown.filter((other) => other !== number)),
    onMoveLeft: index > 0 ? () => compare(swapped(shown, number, -1)) : undefined,
    onMoveRight: index < shown.length - 1 ? () => compare(swapped(shown, number, 1)) : undefined,
  }));
  return (
    <>
      <Typography variant="body2" color="textSecondary" role="status">
        {summary(groups, shown)}
      </Typography>
      <CompareTable heads={heads} groups={differencesOnly ? differing(groups) : groups}>
        <ComparedFiles study={overview.data} rows={fileRows(trials)} />
      </CompareTable>
    </>
  );
}

function differing(groups: readonly ComparedGroup[]): ComparedGroup[] {
  return groups
    .map(({ name, rows }) => ({ name, rows: rows.filter(({ differs }) => differs) }))
    .filter(({ rows }) => rows.length > 0);
}

/** How much differs, and how that is marked. */
function summary(groups: readonly ComparedGroup[], numbers: readonly number[]): string {
  if (numbers.length === 1) return "Add another trial to see what differs.";
  const rows = groups.flatMap((group) => group.rows);
  const count = rows.filter(({ differs }) => differs).length;
  if (count === 0) return `All ${plural(rows.length, "row")} are equal.`;
  return (
    `${formatCount(count)} of ${plural(rows.length, "row")} differ, marked with ≠. ` +
    `Bold is what differs from trial ${numbers[0]}.`
  );
}
