import CloseIcon from "@mui/icons-material/Close";
import ErrorIcon from "@mui/icons-material/ErrorOutlined";
import HourglassIcon from "@mui/icons-material/HourglassEmpty";
import InfoIcon from "@mui/icons-material/InfoOutlined";
import IconButton from "@mui/material/IconButton";
import LinearProgress from "@mui/material/LinearProgress";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { visuallyHidden } from "../components/visuallyHidden";
import { formatBytes } from "../format/bytes";
import { useHost, useHostState } from "../hosts/context";
import type { CoreState, FileEntry, FileFate } from "../hosts/host";
import { describeProgress, describeStage } from "./progress";

const List = styled("ul")({
  listStyle: "none",
  margin: "16px 0",
  padding: 0,
  border: "1px solid var(--mui-palette-divider)",
  borderRadius: 6,
  fontSize: "0.875rem",
  "&[data-refused=true]": { borderColor: "var(--mui-palette-error-main)" },
});

const Item = styled("li")({
  display: "grid",
  gridTemplateColumns: "20px minmax(0, 1fr) 30px",
  columnGap: 12,
  alignItems: "start",
  padding: "10px 8px 10px 12px",
  "& + &": { borderTop: "1px solid var(--mui-palette-divider)" },
  "& > button": { margin: -5 },
});

const Name = styled("strong")({ fontWeight: 600, overflowWrap: "anywhere" });
const Detail = styled("span")({ color: "var(--mui-palette-text-secondary)" });

/** Files that wait, are being read, were refused or open before: what each is, what to do. */
export function FileList(): ReactNode {
  const { core, files } = useHostState();
  const entries = files.filter(({ fate }) => fate.status !== "open");
  if (entries.length === 0) return null;
  return (
    <>
      <List aria-label="Files" data-refused={entries.some(({ fate }) => fate.status === "refused")}>
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
  const message = settledMessage(entry);
  return (
    <Item>
      <FateIcon status={fate.status} />
      <div>
        <Name>{name}</Name>{" "}
        <Detail>
          {message === null
            ? `${formatBytes(size)} · ${describeProgress(core)}`
            : withoutName(message, name)}
        </Detail>
        {message === null && <ProgressBar core={core} name={name} />}
      </div>
      {/* Always: a file that ends Python whenever it is read must not come back for ever. */}
      <IconButton
        size="small"
        aria-label={`Dismiss ${name}`}
        onClick={() => void host.close(entry.id)}
      >
        <CloseIcon fontSize="small" />
      </IconButton>
    </Item>
  );
}

function FateIcon({ status }: { readonly status: FileFate["status"] }): ReactNode {
  if (status === "refused") return <ErrorIcon color="error" sx={{ fontSize: 20 }} />;
  const Icon = status === "repeated" ? InfoIcon : HourglassIcon;
  return <Icon color="action" sx={{ fontSize: 20 }} />;
}

/** What there is to say of a file that nothing more happens to; null while it is under way. */
function settledMessage({ name, fate }: FileEntry): string | null {
  if (fate.status === "refused") return fate.message;
  return fate.status === "repeated" ? `${name} is already open.` : null;
}

export function ProgressBar({
  core,
  name,
}: {
  readonly core: CoreState;
  readonly name: string;
}): ReactNode {
  if (core.status === "failed" || core.status === "dead") return null;
  const { progress } = core;
  const share = progress?.total ? (100 * progress.done) / progress.total : null;
  return (
    <LinearProgress
      aria-label={`Opening ${name}`}
      sx={{ mt: 1, height: 3, borderRadius: 2 }}
      {...(share === null ? {} : { variant: "determinate" as const, value: share })}
    />
  );
}

/** A reason that begins with the file's name goes on after the name beside it. */
function withoutName(message: string, name: string): string {
  return message.startsWith(`${name} `) ? message.slice(name.length + 1) : message;
}

/** For screen readers: the stage, without the bytes that change all the time. */
function spoken(entry: FileEntry, core: CoreState): string {
  const { name, fate } = entry;
  if (fate.status === "refused") return `${name} was not opened. ${fate.message}`;
  return settledMessage(entry) ?? `${name}: ${describeStage(core)}.`;
}
