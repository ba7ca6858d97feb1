import Link from "@mui/material/Link";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { type ReactNode, useEffect } from "react";
import { Link as RouterLink } from "react-router";
import { useMeta, useStudies } from "../../api/hooks";
import type { StudySummary } from "../../api/types";
import { paths } from "../../app/paths";
import { usePageTitle } from "../../app/usePageTitle";
import { Empty } from "../../components/Empty";
import { ErrorCard } from "../../components/ErrorCard";
import { RowSkeletons } from "../../components/Skeletons";
import { loadPlotly } from "../../figure/load";
import { FileList } from "../../files/FileList";
import { formatCount } from "../../format/numbers";
import { Page } from "../study/pageStyles";
import { AddStudy } from "./AddStudy";
import { ChosenStudies } from "./ChosenStudies";
import { Compared } from "./Compared";
import { type ComparedIds, useComparedIds } from "./ids";
import { MissingStudies } from "./MissingStudies";

/** Studies side by side, also of different files. */
export default function ComparePage(): ReactNode {
  usePageTitle("Compare studies");
  const studies = useStudies();
  useEffect(() => {
    // Fetched while the core is still reading; a failure shows where the drawing is awaited.
    loadPlotly().catch(() => undefined);
  }, []);
  if (studies.data) return <Content studies={studies.data.study_summaries} />;
  return (
    <Page>
      <Typography variant="h1">Compare studies</Typography>
      {studies.isError ? (
        <ErrorCard
          title="The studies could not be read"
          error={studies.error}
          action={{ label: "Try again", run: () => void studies.refetch() }}
        />
      ) : (
        <RowSkeletons count={4} height={48} />
      )}
    </Page>
  );
}

function Content({ studies }: { readonly studies: readonly StudySummary[] }): ReactNode {
  const compared = useComparedIds();
  const chosen = compared.ids.flatMap((id) => studies.find((one) => one.study_id === id) ?? []);
  const ids = chosen.map(({ study_id }) => study_id);
  const missing = compared.ids.filter((id) => !ids.includes(id));
  return (
    <Page>
      <Head studies={studies} compared={compared} count={ids.length} />
      <FileList />
      <MissingStudies ids={missing} onRemove={() => compared.set(ids)} />
      {ids.length > 1 ? (
        <Compared chosen={chosen} onChange={compared.set} />
      ) : (
        <TooFew chosen={chosen} onChange={compared.set} />
      )}
    </Page>
  );
}

interface HeadProps {
  readonly studies: readonly StudySummary[];
  readonly compared: ComparedIds;
  readonly count: number;
}

function Head({ studies, compared: { ids, set }, count }: HeadProps): ReactNode {
  const most = useMeta().data?.most_compared;
  const isFull = most !== undefined && ids.length >= most;
  return (
    <Stack
      direction="row"
      useFlexGap
      sx={{ flexWrap: "wrap", justifyContent: "space-between", gap: 1.5 }}
    >
      <Typography variant="h1">
        Compare studies{" "}
        <Typography component="span" color="textSecondary" role="status">
          {count > 0 && formatCount(count)}
        </Typography>
      </Typography>
      <AddStudy
        studies={studies.filter(({ study_id }) => !ids.includes(study_id))}
        full={isFull ? `At most ${most} studies can be compared at once` : null}
        onAdd={(id) => set([...ids, id])}
      />
    </Stack>
  );
}

interface Props {
  readonly chosen: readonly StudySummary[];
  readonly onChange: (ids: readonly number[]) => void;
}

function TooFew({ chosen, onChange }: Props): ReactNode {
  return (
    <>
      <ChosenStudies studies={chosen} odd={[]} onChange={onChange} />
      <Empty title={chosen.length === 0 ? "Choose studies to compare" : "Add another study"}>
        Find them above by a part of their name, or mark them in{" "}
        <Link component={RouterLink} to={paths.home()}>
          the list of studies
        </Link>
        . They may be of different files, as long as their objectives have the same directions.
      </Empty>
    </>
  );
}
