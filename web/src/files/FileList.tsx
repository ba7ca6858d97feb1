import CloseIcon from "@mui/icons-material/Close";
import ErrorIcon from "@mui/icons-material/ErrorOutlined";
import HourglassIcon from "@mui/icons-material/HourglassEmpty";
import IconButton from "@mui/material/IconButton";
import LinearProgress from "@mui/material/LinearProgress";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { visuallyHidden } from "../components/visuallyHidden";
import { formatBytes } from "../format/bytes";
import { useHost, useHostState } from "../hosts/context";
import type { CoreState, FileEntry } from "../hosts/host";
import { describeProgress, describeStage } from "./progress";

const List = styled("ul")({
  listStyle: "none",
  margin: 0,
  padding: 0,
  display: "grid",
  gap: 8,
  marginBlock: 16,
});

const Item = styled("li")({
  display: "grid",
  gridTemplateColumns: "20px minmax(0, 1fr) auto",
  columnGap: 12,
  alignItems: "start",
  padding: "10px 12px",
  border: "1px solid var(--mui-palette-divider)",
  borderRadius: 6,
  fontSize: "0.875rem",
  "&[data-refused=true]": { borderColor: "var(--mui-palette-error-main)" },
});

const Name = styled("div")({ fontWeight: 600, overflowWrap: "anywhere" });
const Detail = styled("div")({ color: "var(--mui-palette-text-secondary)" });
const Size = styled("span")({ fontWeight: 400, color: "var(--mui-palette-text-secondary)" });

/** Files that wait, are being read, or were refused: what each is, and what to do. */
export function FileList(): ReactNode {
  const { core, files } = useHostState();
  const entries = files.filter(({ fate }) => fate.status !== "open");
  if (entries.length === 0) return null;
  return (
    <>
      <List aria-label="Files">
        {entries.map((entry) => (
          <FileItem key={entry.id} entry={entry} core={core} />
        ))}
      </List>
      <div role="status" style={visuallyHidden}>
        {entries.map((entry) => spoken(entry, core)).join(" ")}
      </div>
    </>
  );
}

function FileItem({
  entry,
  core,
}: {
  readonly entry: FileEntry;
  readonly core: CoreState;
}): ReactNode {
  const host = useHost();
  const { name, size, fate } = entry;
  return (
    <Item data-refused={fate.status === "refused"}>
      <FateIcon status={fate.status} />
      <div>
        <Name>
          {name} <Size>{formatBytes(size)}</Size>
        </Name>
        <Detail>{detailOf(entry, core)}</Detail>
        {(fate.status === "waiting" || fate.status === "reading") && (
          <Bar core={core} name={name} />
        )}
      </div>
      {fate.status === "refused" && (
        <IconButton
          size="small"
          aria-label={`Dismiss ${name}`}
          onClick={() => void host.close(entry.id)}
        >
          <CloseIcon fontSize="small" />
        </IconButton>
      )}
    </Item>
  );
}

function FateIcon({ status }: { readonly status: FileEntry["fate"]["status"] }): ReactNode {
  if (status === "refused") return <ErrorIcon color="error" sx={{ fontSize: 20 }} />;
  return <HourglassIcon color="action" sx={{ fontSize: 20 }} />;
}

function Bar({ core, name }: { readonly core: CoreState; readonly name: string }): ReactNode {
  const progress = "progress" in core ? core.progress : undefined;
  const share = progress?.total ? (100 * progress.done) / progress.total : null;
  return (
    <LinearProgress
      aria-label={`Opening ${name}`}
      sx={{ mt: 1, height: 3, borderRadius: 2 }}
      {...(share === null ? {} : { variant: "determinate" as const, value: share })}
    />
  );
}

function detailOf({ fate }: FileEntry, core: CoreState): string {
  if (fate.status === "refused") return fate.message;
  return describeProgress(core);
}

/** For screen readers: the stage, without the bytes that change all the time. */
function spoken({ name, fate }: FileEntry, core: CoreState): string {
  if (fate.status === "refused") return `${name} was not opened. ${fate.message}`;
  return `${name}: ${describeStage(core)}.`;
}
