import Button from "@mui/material/Button";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { type ReactNode, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useComparedParams } from "../../api/hooks";
import type { ComparedParam, ComparedStudy } from "../../api/types";
import { Empty } from "../../components/Empty";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { useNear } from "../../figure/useNear";
import { plural } from "../../format/numbers";
import { ParamTable } from "./ParamTable";

/** More would make a page that nobody reads to its end. */
const FEW = 30;
/** Until it is known, in pixels. */
const HEIGHT = 320;

interface Props {
  readonly studies: readonly ComparedStudy[];
}

/** Asked for when it is scrolled near, for it reads every parameter of every trial. */
export function ParamRanges({ studies }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place, true);
  const ids = studies.map(({ study_id }) => study_id);
  const { data, error, refetch, isPlaceholderData } = useComparedParams(ids, near);
  return (
    <div ref={place}>
      {error ? (
        <ErrorCard
          title="The parameters could not be read"
          error={error}
          action={{ label: "Try again", run: () => void refetch() }}
        />
      ) : data && !isPlaceholderData ? (
        <Ranges studies={studies} params={data.params} />
      ) : near ? (
        <BlockSkeleton height={HEIGHT} />
      ) : (
        <div style={{ height: HEIGHT }} />
      )}
    </div>
  );
}

const KEY = "params";

interface RangesProps extends Props {
  readonly params: readonly ComparedParam[];
}

function Ranges({ studies, params }: RangesProps): ReactNode {
  const [search, setSearch] = useSearchParams();
  const [all, setAll] = useState(false);
  const differing = params.filter(({ differs }) => differs);
  const canChoose = differing.length > 0 && differing.length < params.length;
  const onlyDiffering = canChoose && search.get(KEY) === "differ";
  const listed = onlyDiffering ? differing : params;
  const shown = all ? listed : listed.slice(0, FEW);
  const choose = (only: boolean) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (only) after.set(KEY, "differ");
        else after.delete(KEY);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  if (params.length === 0) return <Empty title="No trial has parameters" />;
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {differing.length === 0
          ? "All studies search the same ranges."
          : `${plural(differing.length, "parameter")} of ${params.length} differ${differing.length === 1 ? "s" : ""}.`}{" "}
        On the bars: the range that was allowed, in it the part that was tried, and the best.
      </Typography>
      {canChoose && (
        <FormControlLabel
          sx={{ ml: 0, my: 0.5, gap: 0.5 }}
          control={<Switch size="small" checked={onlyDiffering} onChange={(_, on) => choose(on)} />}
          label={<Typography variant="body2">Only what differs</Typography>}
        />
      )}
      <ParamTable studies={studies} params={shown} />
      {shown.length < listed.length && (
        <Button size="small" sx={{ mt: 1 }} onClick={() => setAll(true)}>
          Show all {plural(listed.length, "parameter")}
        </Button>
      )}
    </>
  );
}
