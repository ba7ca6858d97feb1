import DescriptionIcon from "@mui/icons-material/DescriptionOutlined";
import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { type ReactNode, useState } from "react";
import { saveFile } from "../files/saveAs";
import { formatBytes } from "../format/bytes";
import { useHost } from "../hosts/context";
import { makeReport } from "./makeReport";

/** In a row of its own, below the buttons, also those that come after it. */
const Status = styled("span")(({ theme }) => ({
  order: 1,
  flexBasis: "100%",
  marginTop: theme.spacing(-0.5),
  fontSize: "0.8125rem",
  lineHeight: 1.4,
  textAlign: "end",
  color: "var(--mui-palette-text-secondary)",
  "&[data-failed=true]": { color: "var(--mui-palette-error-main)" },
}));

type Progress =
  | { readonly status: "idle" | "making" }
  /** Whether it is saved, only the host knows, which may ask where to. */
  | { readonly status: "made"; readonly size: number }
  | { readonly status: "failed"; readonly reason: string };

/** Saves the study as one HTML file, and says how large it is. Stands among `Actions`. */
export function ReportButton({ studyId }: { readonly studyId: number }): ReactNode {
  const host = useHost();
  const [progress, setProgress] = useState<Progress>({ status: "idle" });
  const make = async () => {
    setProgress({ status: "making" });
    try {
      const pages = host.pages ?? new URL(import.meta.env.BASE_URL, document.baseURI);
      const file = await makeReport(host, studyId, new URL("report.html", pages));
      saveFile(file.name, file);
      setProgress({ status: "made", size: file.size });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setProgress({ status: "failed", reason });
    }
  };
  const isMaking = progress.status === "making";
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={<DescriptionIcon />}
        title="Save this study as one HTML file that opens anywhere"
        aria-disabled={isMaking}
        onClick={() => !isMaking && void make()}
        sx={{ borderColor: "divider", color: "text.secondary" }}
      >
        Report
      </Button>
      <Status role="status" data-failed={progress.status === "failed"}>
        {progressText(progress)}
      </Status>
    </>
  );
}

function progressText(progress: Progress): string {
  if (progress.status === "making") return "Making the report…";
  if (progress.status === "made") return `Made, ${formatBytes(progress.size)}`;
  return progress.status === "failed" ? `No report: ${progress.reason}` : "";
}
