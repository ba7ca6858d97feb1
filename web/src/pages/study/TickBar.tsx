import CompareIcon from "@mui/icons-material/CompareArrows";
import DownloadIcon from "@mui/icons-material/FileDownloadOutlined";
import PictureIcon from "@mui/icons-material/PhotoLibraryOutlined";
import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMeta } from "../../api/hooks";
import { paths } from "../../app/paths";
import { formatCount, plural } from "../../format/numbers";
import { useKeptFilter, writeFilter } from "../../selection/filterUrl";
import { useTicks } from "../../table/ticks/TicksProvider";
import { NO_TICKS } from "../../table/ticks/ticks";
import { MOST_COMPARED } from "../compareTrials/numbers";
import { EXPORT_FORMATS, type Export } from "./useExport";

const Bar = styled("section")(({ theme }) => ({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: theme.spacing(0.5, 1),
  padding: theme.spacing(0.5, 1.5),
  fontSize: "0.875rem",
  background: "var(--mui-palette-background-paper)",
  border: "1px solid var(--mui-palette-primary-main)",
  borderRadius: 6,
}));

interface Props {
  readonly studyId: number;
  readonly exports: Export;
}

/** A filter that names more is too long for an address: Gunicorn takes 4,094 bytes. */
export const MOST_IN_GALLERY = 350;

/** What can be done with the trials that are ticked. */
export function TickBar({ studyId, exports }: Props): ReactNode {
  const [{ numbers }, edit] = useTicks();
  const keep = useKeptFilter();
  const hasStore = useMeta().data?.artifact_is_available ?? false;
  if (numbers.size === 0) return null;
  const compared = [...numbers].slice(0, MOST_COMPARED);
  const isPart = compared.length < numbers.size;
  const tooMany = numbers.size > MOST_IN_GALLERY;
  return (
    <Bar aria-label="Selected trials">
      <span role="status" style={{ marginInlineEnd: "auto" }}>
        <b>{plural(numbers.size, "trial")}</b> selected
        {hasStore &&
          tooMany &&
          `. The artifacts of at most ${formatCount(MOST_IN_GALLERY)} are shown at once.`}
      </span>
      <Button
        size="small"
        startIcon={<CompareIcon />}
        disabled={numbers.size < 2}
        component={Link}
        to={keep(paths.compareTrials(studyId, compared))}
        title={isPart ? `At most ${MOST_COMPARED} trials fit side by side` : undefined}
      >
        {isPart ? `Compare the first ${formatCount(MOST_COMPARED)}` : "Compare"}
      </Button>
      {hasStore && (
        <Button
          size="small"
          startIcon={<PictureIcon />}
          disabled={tooMany}
          component={Link}
          to={galleryOf(studyId, numbers)}
        >
          Artifacts
        </Button>
      )}
      {EXPORT_FORMATS.map((format) => (
        <Button
          key={format}
          size="small"
          startIcon={<DownloadIcon />}
          aria-label={`Export as ${format}`}
          loading={exports.busy === format}
          loadingPosition="start"
          onClick={() => void exports.run(format, { trial_ids: [...numbers].join(",") })}
        >
          {format}
        </Button>
      ))}
      <Button size="small" color="inherit" onClick={() => edit(() => NO_TICKS)}>
        Clear
      </Button>
    </Bar>
  );
}

/** Where the artifacts of these trials are: they become what the pages of the study single out. */
export function galleryOf(studyId: number, numbers: ReadonlySet<number>): string {
  const filter = `number in [${[...numbers].join(", ")}]`;
  return `${paths.artifacts(studyId)}?${writeFilter(new URLSearchParams(), filter)}`;
}
