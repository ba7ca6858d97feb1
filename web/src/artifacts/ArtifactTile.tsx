import { styled } from "@mui/material/styles";
import { type ReactNode, useRef, useState } from "react";
import { useNear } from "../figure/useNear";
import { ArtifactPicture } from "./ArtifactPicture";
import type { ViewProps } from "./useContent";
import { ViewOverlay } from "./ViewOverlay";
import { kindOf } from "./view/kinds";

const HEIGHT = 144;

const Tile = styled("button")({
  font: "inherit",
  color: "var(--mui-palette-primary-main)",
  textAlign: "start",
  overflowWrap: "anywhere",
  textDecoration: "underline",
  padding: 0,
  border: 0,
  background: "none",
  cursor: "pointer",
  "&:focus-visible": { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: 2 },
});

/** As high before the picture is there, so that nothing jumps. */
const Room = styled("span")({ display: "block", width: 176, minHeight: HEIGHT + 8 });

interface Props extends ViewProps {
  /** Whether its content can be had. */
  readonly hasStore: boolean;
  /** Whose it is, as in "of trial 3". */
  readonly owner: string;
}

/** A file among those of others: a small picture, or its name; a click shows it large. */
export function ArtifactTile({ artifact, place, hasStore, owner }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  if (!hasStore) return artifact.filename;
  return (
    <>
      <Tile
        type="button"
        aria-label={`View ${artifact.filename} ${owner}`}
        aria-haspopup="dialog"
        title={artifact.filename}
        onClick={() => setOpen(true)}
      >
        {kindOf(artifact) === "picture" ? (
          <SmallPicture artifact={artifact} place={place} />
        ) : (
          artifact.filename
        )}
      </Tile>
      {isOpen && <ViewOverlay artifact={artifact} place={place} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Fetched when it comes into sight, and kept from then on. */
function SmallPicture(props: ViewProps): ReactNode {
  const room = useRef<HTMLSpanElement>(null);
  const [isWanted, setWanted] = useState(false);
  const isNear = useNear(room, !isWanted);
  if (isNear && !isWanted) setWanted(true);
  return <Room ref={room}>{isWanted && <ArtifactPicture {...props} maxHeight={HEIGHT} />}</Room>;
}
