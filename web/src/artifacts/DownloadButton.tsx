import DownloadIcon from "@mui/icons-material/Download";
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import type { ViewProps } from "./useContent";
import { useDownload } from "./useDownload";

/** Saves a file, and says below if it could not be had. */
export function DownloadButton({ artifact, place }: ViewProps): ReactNode {
  const { run, error } = useDownload(place, artifact);
  return (
    <>
      <Button
        size="small"
        startIcon={<DownloadIcon />}
        aria-label={`Download ${artifact.filename}`}
        onClick={run}
      >
        Download
      </Button>
      {error && (
        <Alert severity="error" sx={{ width: "100%" }}>
          {error.message}
        </Alert>
      )}
    </>
  );
}
