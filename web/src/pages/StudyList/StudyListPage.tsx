import Button from "@mui/material/Button";
import Container from "@mui/material/Container";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { type ReactNode, useEffect, useEffectEvent, useMemo } from "react";
import { useMeta, useStudies } from "../../api/hooks";
import type { StudySummary } from "../../api/types";
import { usePageTitle } from "../../app/usePageTitle";
import { Empty } from "../../components/Empty";
import { ErrorCard } from "../../components/ErrorCard";
import { RowSkeletons } from "../../components/Skeletons";
import { FileList } from "../../files/FileList";
import { formatCount, plural } from "../../format/numbers";
import { NewStudyButton } from "../../manage/NewStudyButton";
import { useFirstFigureAhead } from "../study/useFirstFigure";
import { ChosenBar } from "./ChosenBar";
import { ListTools } from "./ListTools";
import { SourceBar } from "./SourceBar";
import { StudyTable } from "./StudyTable";
import { matches } from "./search";
import { sortStudies } from "./sort";
import { ROW_HEIGHT } from "./tableStyles";
import { useChosen } from "./useChosen";
import { type ListState, useListState } from "./useListState";

export default function StudyListPage(): ReactNode {
  usePageTitle("Studies");
  const studies = useStudies();
  const meta = useMeta();
  return (
    <Container maxWidth={false} sx={{ maxWidth: 1680, py: 3, px: { xs: 1.5, sm: 3 } }}>
      {meta.data && <SourceBar sources={meta.data.sources} />}
      <FileList />
      {studies.isError && (
        <ErrorCard
          title="The studies could not be read"
          error={studies.error}
          action={{ label: "Try again", run: () => void studies.refetch() }}
        />
      )}
      {studies.isPending && <RowSkeletons count={8} height={ROW_HEIGHT.wide - 8} />}
      {studies.data && (
        <Studies
          studies={studies.data.study_summaries}
          showSource={(meta.data?.sources.length ?? 1) > 1}
          most={meta.data?.most_compared}
          hasWarnings={meta.data?.sources.some(({ warnings }) => warnings.length > 0) ?? false}
        />
      )}
    </Container>
  );
}

interface Props {
  readonly studies: readonly StudySummary[];
  readonly showSource: boolean;
  readonly most: number | undefined;
  /** Whether the reader of a file had something to say about it, which may be why it is empty. */
  readonly hasWarnings: boolean;
}

function Studies({ studies, showSource, most, hasWarnings }: Props): ReactNode {
  useOnlyStudyAhead(studies);
  const list = useListState();
  const { query, sort, helpers } = list;
  const listed = useMemo(
    () => studies.filter((s) => helpers || s.helper_of === null),
    [studies, helpers],
  );
  const found = useMemo(() => listed.filter((study) => matches(study, query)), [listed, query]);
  const shown = useMemo(() => sortStudies(found, sort), [found, sort]);
  const chosen = useChosen(list, studies, shown);
  const nHelpers = studies.filter((study) => study.helper_of !== null).length;
  return (
    <>
      <Stack
        direction="row"
        useFlexGap
        sx={{
          flexWrap: "wrap",
          alignItems: "center",
          justifyContent: "space-between",
          gap: 1.5,
          mb: 1.5,
        }}
      >
        <Typography variant="h1">
          Studies{" "}
          <Typography component="span" color="textSecondary" role="status">
            {query
              ? `${formatCount(shown.length)} of ${formatCount(listed.length)}`
              : formatCount(listed.length)}
          </Typography>
        </Typography>
        <Stack
          direction="row"
          useFlexGap
          sx={{ flexWrap: "wrap", gap: 1, width: { xs: "100%", sm: "auto" } }}
        >
          <NewStudyButton />
          {studies.length > 0 && <ListTools list={list} showSource={showSource} />}
        </Stack>
      </Stack>
      {shown.length > 0 ? (
        <StudyTable
          studies={shown}
          showSource={showSource}
          sort={sort}
          onSort={list.sortBy}
          chosen={studies.length > 1 ? chosen : null}
        />
      ) : (
        <NothingShown list={list} isEmpty={studies.length === 0} hasWarnings={hasWarnings} />
      )}
      {nHelpers > 0 && (
        <Button size="small" sx={{ mt: 1 }} onClick={() => list.showHelpers(!helpers)}>
          {helpers ? "Hide" : "Show"} {plural(nHelpers, "helper study", "helper studies")}
        </Button>
      )}
      <ChosenBar chosen={chosen} most={most} />
    </>
  );
}

/** Where there is one study, it is the one that will be opened. */
function useOnlyStudyAhead(studies: readonly StudySummary[]): void {
  const ask = useFirstFigureAhead();
  const only = studies.length === 1 ? studies[0] : undefined;
  const askAhead = useEffectEvent(() => only && ask(only));
  const id = only?.study_id;
  useEffect(() => {
    if (id !== undefined) askAhead();
  }, [id]);
}

function NothingShown({
  list,
  isEmpty,
  hasWarnings,
}: {
  readonly list: ListState;
  readonly isEmpty: boolean;
  readonly hasWarnings: boolean;
}): ReactNode {
  if (isEmpty && hasWarnings) {
    return <Empty title="No study can be shown">The warning above says why.</Empty>;
  }
  if (isEmpty) {
    return (
      <Empty title="There is no study in it yet">
        The file is a sound Optuna storage. Studies appear here once{" "}
        <code>optuna.create_study</code> has written one.
      </Empty>
    );
  }
  return (
    <Empty title="No study matches">
      <Button onClick={() => list.setQuery("")}>Clear the search</Button>
    </Empty>
  );
}
