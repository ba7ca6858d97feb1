import CloseIcon from "@mui/icons-material/Close";
import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Link as RouterLink } from "react-router";
import { useTrial } from "../../api/hooks";
import type { StudyOverview } from "../../api/types";
import { paths } from "../../app/paths";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { useKeptFilter } from "../../selection/filterUrl";
import { TrialMarks } from "./TrialMarks";
import { TrialParts } from "./TrialParts";

interface Props {
  readonly study: StudyOverview;
  readonly number: number;
  readonly onClose: () => void;
}

/** One trial beside the table that it was chosen in. */
export function TrialPanel({ study, number, onClose }: Props): ReactNode {
  const keep = useKeptFilter();
  const { data: trial, error, isPlaceholderData } = useTrial(study.study_id, number);
  return (
    <>
      <header style={{ marginBottom: 16 }}>
        <div style={{ display: "flex", alignItems: "center", gap: 8 }}>
          <Typography variant="h2" sx={{ mr: "auto" }}>
            <Link
              component={RouterLink}
              to={keep(paths.trial(study.study_id, number))}
              color="inherit"
            >
              Trial {number}
            </Link>
          </Typography>
          <Tooltip title="Close">
            <IconButton size="small" aria-label="Close the details" onClick={onClose}>
              <CloseIcon fontSize="small" />
            </IconButton>
          </Tooltip>
        </div>
        {trial && !isPlaceholderData && (
          <TrialMarks trial={trial} several={study.directions.length > 1} />
        )}
      </header>
      {error && !trial ? (
        <ErrorCard title={`Trial ${number} could not be read`} error={error} />
      ) : trial ? (
        <div inert={isPlaceholderData} style={{ opacity: isPlaceholderData ? 0.5 : 1 }}>
          <TrialParts trial={trial} study={study} />
        </div>
      ) : (
        <BlockSkeleton height={400} />
      )}
    </>
  );
}
