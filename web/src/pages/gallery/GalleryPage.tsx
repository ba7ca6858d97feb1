import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { type ReactNode, useState } from "react";
import { useStudyOverview, useTrialArtifacts } from "../../api/hooks";
import type { StudyOverview } from "../../api/types";
import { usePageTitle } from "../../app/usePageTitle";
import { Empty } from "../../components/Empty";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { formatCount, plural } from "../../format/numbers";
import { studyTitle } from "../../format/states";
import { FilterButton } from "../../selection/FilterButton";
import { useFiltered } from "../../table/useFiltered";
import { Heading, Page } from "../study/pageStyles";
import { useStudyId } from "../study/studyId";
import { TrialCards } from "./TrialCards";

/** So many trials at first, and by each click. */
const PAGE = 60;
/** The API gives no more at once; a filter leads to the others. */
const MOST = 1000;

/** The files of the trials that are selected, side by side. */
export default function GalleryPage(): ReactNode {
  const { data, error } = useStudyOverview(useStudyId());
  usePageTitle(data ? `Artifacts of ${studyTitle(data.study_name)}` : "Artifacts");
  return (
    <Page>
      {data ? (
        <Gallery study={data} />
      ) : error ? (
        <ErrorCard title="This study could not be read" error={error} />
      ) : (
        <BlockSkeleton height={560} />
      )}
    </Page>
  );
}

function Gallery({ study }: { readonly study: StudyOverview }): ReactNode {
  const [limit, setLimit] = useState(PAGE);
  const { filter, counts } = useFiltered(study);
  const { data, error } = useTrialArtifacts(study.study_id, filter, limit);
  const left = data ? Math.min(data.total, MOST) - data.trials.length : 0;
  return (
    <>
      <Heading>
        <div>
          <Typography variant="h1">Artifacts</Typography>
          <Typography variant="body2" color="textSecondary" role="status">
            {data && `Of ${plural(counts.n_trials, "trial")}, ${haveFiles(data.total)}.`}
          </Typography>
        </div>
        <FilterButton />
      </Heading>
      {error && !data && <ErrorCard title="The artifacts could not be listed" error={error} />}
      {!data && !error && <BlockSkeleton height={400} />}
      {data?.total === 0 && (
        <Empty title="None of these trials has artifacts">
          {filter
            ? "Others may: change the filter, or clear it."
            : "Those of the study itself are on its overview."}
        </Empty>
      )}
      {data && <TrialCards study={study} trials={data.trials} />}
      {left > 0 && (
        <Button
          variant="outlined"
          onClick={() => setLimit(Math.min(limit + PAGE, MOST))}
          sx={{ mx: "auto" }}
        >
          Show {Math.min(left, PAGE)} more
        </Button>
      )}
      {data && data.total > MOST && data.trials.length === MOST && (
        <Typography variant="body2" color="textSecondary" sx={{ mx: "auto" }}>
          These are the first {formatCount(MOST)}. A filter leads to the others.
        </Typography>
      )}
    </>
  );
}

function haveFiles(total: number): string {
  if (total === 0) return "none has artifacts";
  return total === 1 ? "1 has artifacts" : `${formatCount(total)} have artifacts`;
}
