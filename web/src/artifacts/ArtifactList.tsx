import DeleteOutlineIcon from "@mui/icons-material/DeleteOutlined";
import OpenInFullIcon from "@mui/icons-material/OpenInFull";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { styled } from "@mui/material/styles";
import { type ReactNode, useRef, useState } from "react";
import { useMeta } from "../api/hooks";
import type { Artifact } from "../api/types";
import { useMayWrite } from "../api/write";
import { CopyValue } from "../components/CopyValue";
import { useFocusBack } from "../manage/useFocusBack";
import { ArtifactPicture } from "./ArtifactPicture";
import { DeleteArtifact } from "./DeleteArtifact";
import { DownloadButton } from "./DownloadButton";
import type { ArtifactPlace } from "./place";
import { UploadButton } from "./UploadButton";
import type { ViewProps } from "./useContent";
import { ViewOverlay } from "./ViewOverlay";
import { kindOf } from "./view/kinds";

const List = styled("ul")({
  listStyle: "none",
  margin: 0,
  padding: 0,
  fontSize: "0.875rem",
  "& > li": { padding: "6px 0", overflowWrap: "anywhere" },
  "& > li + li": { borderTop: "1px solid var(--mui-palette-divider)" },
  "& strong": { fontWeight: 550 },
});
const Line = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "2px 12px",
});
const Muted = styled("span")({
  fontSize: "0.8125rem",
  color: "var(--mui-palette-text-secondary)",
});

interface Props {
  readonly artifacts: readonly Artifact[];
  readonly place: ArtifactPlace;
  /** Whether files may still be added; those of a finished trial are what they are. */
  readonly isOpen: boolean;
}

/** The files that belong to a study or a trial. */
export function ArtifactList({ artifacts, place, isOpen }: Props): ReactNode {
  const hasStore = useMeta().data?.artifact_is_available ?? false;
  const mayWrite = useMayWrite(place.source) && hasStore && isOpen;
  return (
    <>
      {!hasStore && (
        <Muted as="p" style={{ margin: "0 0 4px" }}>
          Their content cannot be opened here: it is not in this storage but in the artifact store
          that the program used, under these ids.
        </Muted>
      )}
      <List>
        {artifacts.map((artifact) => (
          <li key={artifact.artifact_id}>
            <ArtifactLine
              artifact={artifact}
              place={place}
              hasStore={hasStore}
              mayDelete={mayWrite}
            />
          </li>
        ))}
      </List>
      {mayWrite && <UploadButton place={place} />}
    </>
  );
}

interface LineProps {
  readonly artifact: Artifact;
  readonly place: ArtifactPlace;
  readonly hasStore: boolean;
  readonly mayDelete: boolean;
}

function ArtifactLine({ artifact, place, hasStore, mayDelete }: LineProps): ReactNode {
  const { artifact_id, filename, mimetype, encoding } = artifact;
  const [isAsking, setAsking] = useState(false);
  const deletion = useRef<HTMLButtonElement>(null);
  useFocusBack(isAsking, deletion);
  return (
    <>
      <Line>
        <strong>{filename}</strong>
        <Muted>
          {mimetype}
          {encoding && `, ${encoding}`}
        </Muted>
        <Muted>
          <CopyValue text={artifact_id} />
        </Muted>
        {hasStore && <ViewButton artifact={artifact} place={place} />}
        {hasStore && <DownloadButton artifact={artifact} place={place} />}
        {mayDelete && (
          <IconButton
            ref={deletion}
            size="small"
            aria-label={`Delete ${filename}`}
            onClick={() => setAsking(true)}
          >
            <DeleteOutlineIcon fontSize="small" />
          </IconButton>
        )}
      </Line>
      {hasStore && kindOf(artifact) === "picture" && (
        <ArtifactPicture artifact={artifact} place={place} maxHeight={320} />
      )}
      {isAsking && (
        <DeleteArtifact artifact={artifact} place={place} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

function ViewButton({ artifact, place }: ViewProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        startIcon={<OpenInFullIcon />}
        aria-label={`View ${artifact.filename}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        View
      </Button>
      {isOpen && <ViewOverlay artifact={artifact} place={place} onClose={() => setOpen(false)} />}
    </>
  );
}
