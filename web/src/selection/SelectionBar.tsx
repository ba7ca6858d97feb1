import CloseIcon from "@mui/icons-material/Close";
import DownloadIcon from "@mui/icons-material/FileDownloadOutlined";
import TableRowsIcon from "@mui/icons-material/TableRowsOutlined";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { styled } from "@mui/material/styles";
import Tooltip from "@mui/material/Tooltip";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Link } from "react-router";
import { ApiError } from "../api/client";
import { download } from "../api/download";
import { paths } from "../app/paths";
import { usePlace } from "../app/usePlace";
import { formatCount } from "../format/numbers";
import { useHost } from "../hosts/context";
import { FilterField } from "./FilterField";
import { useKeptFilter } from "./filterUrl";
import type { Selection } from "./selection";
import { useHeight } from "./useHeight";

const Bar = styled("section")(({ theme }) => ({
  position: "sticky",
  top: "var(--frame-height)",
  zIndex: theme.zIndex.appBar - 1,
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: theme.spacing(0.75, 1.5),
  padding: theme.spacing(1, 1.5),
  background: "var(--mui-palette-background-default)",
  borderBottom: "1px solid var(--mui-palette-divider)",
  [theme.breakpoints.up("sm")]: { padding: theme.spacing(1, 3) },
}));

/** As wide as there is room; on a phone above the rest. */
const Wide = styled("div")({ display: "flex", flex: "1 1 320px", minWidth: 0 });

const Rest = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: 4,
  flex: "0 1 auto",
  marginLeft: "auto",
});

/** A phone has no room for the long one. */
const Wording = styled("span")(({ theme }) => ({
  [theme.breakpoints.down("sm")]: { "&:not([data-short])": { display: "none" } },
  [theme.breakpoints.up("sm")]: { "&[data-short]": { display: "none" } },
}));

const Message = styled("p")({
  flexBasis: "100%",
  margin: 0,
  fontSize: "0.8125rem",
  color: "var(--mui-palette-error-main)",
});

interface Props {
  readonly selection: Selection;
  /** The bar became so high, in pixels. */
  readonly onHeight: (height: number) => void;
}

/** The filter of a study's pages, what it selects, and what can be done with that. */
export function SelectionBar({ selection, onHeight }: Props): ReactNode {
  const { studyId, filter, setFilter, close, error } = selection;
  const bar = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const errorId = useId();
  useHeight(bar, onHeight);
  useEffect(() => {
    // Opened by the button, without a filter yet.
    if (input.current?.value === "") input.current.focus();
  }, []);
  return (
    <Bar ref={bar} aria-label="Selection">
      <Wide>
        <FilterField
          studyId={studyId}
          filter={filter}
          place={error instanceof ApiError ? error.place : null}
          errorId={errorId}
          invalid={error !== null}
          input={input}
          onApply={(text) => (text ? setFilter(text) : close())}
          onLeave={() => !filter && close()}
        />
      </Wide>
      <Rest>
        <Count {...selection} />
        {selection.selected && <Actions studyId={studyId} filter={filter} />}
        <Tooltip title={filter ? "Clear the filter" : "Close the filter"}>
          <IconButton size="small" onClick={close}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </Rest>
      {error !== null && (
        <Message id={errorId} role="alert">
          {error instanceof ApiError && error.place
            ? "This filter cannot be read: "
            : "No answer: "}
          {sentenceOf(error)}
        </Message>
      )}
    </Bar>
  );
}

function Count({ selected, total, pending }: Selection): ReactNode {
  return (
    <span
      role="status"
      aria-busy={pending}
      style={{
        color: pending ? "var(--mui-palette-text-secondary)" : "inherit",
        whiteSpace: "nowrap",
        marginRight: 8,
      }}
    >
      {selected && total !== undefined && (
        <>
          <strong>{formatCount(selected.numbers.size)}</strong> of {formatCount(total)} trials
        </>
      )}
    </span>
  );
}

function Actions({ studyId, filter }: Pick<Selection, "studyId" | "filter">): ReactNode {
  const host = useHost();
  const keep = useKeptFilter();
  const { page, trial } = usePlace();
  const [failure, setFailure] = useState("");
  const isTable = page === "trials" && trial === null;
  const save = () => {
    setFailure("");
    download(host, `/csv/${studyId}`, { filter, columns: "all" }).catch((error: unknown) =>
      setFailure(`The file could not be made: ${sentenceOf(error)}`),
    );
  };
  return (
    <>
      {!isTable && (
        <Button
          size="small"
          component={Link}
          to={keep(paths.trials(studyId))}
          startIcon={<TableRowsIcon />}
          aria-label="Show in table"
        >
          <Wording>Show in table</Wording>
          <Wording data-short>Table</Wording>
        </Button>
      )}
      <Tooltip describeChild title="Save these trials as a table in a file">
        <Button size="small" startIcon={<DownloadIcon />} onClick={save}>
          CSV
        </Button>
      </Tooltip>
      {failure && <Message role="alert">{failure}</Message>}
    </>
  );
}

function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
