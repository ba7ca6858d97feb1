import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { Artifact } from "../api/types";
import { CopyValue } from "./CopyValue";

const List = styled("ul")({
  listStyle: "none",
  margin: 0,
  padding: 0,
  fontSize: "0.875rem",
  "& > li": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: "2px 12px",
    padding: "6px 0",
    overflowWrap: "anywhere",
  },
  "& > li + li": { borderTop: "1px solid var(--mui-palette-divider)" },
  "& strong": { fontWeight: 550 },
});
const Muted = styled("span")({
  fontSize: "0.8125rem",
  color: "var(--mui-palette-text-secondary)",
});

/** The files that belong to something: an Optuna storage knows all of them but their content. */
export function ArtifactList({
  artifacts,
}: {
  readonly artifacts: readonly Artifact[];
}): ReactNode {
  return (
    <>
      <Muted as="p" style={{ margin: "0 0 4px" }}>
        Their content cannot be opened here: it is not in this storage but in the artifact store
        that the program used, under these ids.
      </Muted>
      <List>
        {artifacts.map(({ artifact_id, filename, mimetype, encoding }) => (
          <li key={artifact_id}>
            <strong>{filename}</strong>
            <Muted>
              {mimetype}
              {encoding && `, ${encoding}`}
            </Muted>
            <Muted>
              <CopyValue text={artifact_id} />
            </Muted>
          </li>
        ))}
      </List>
    </>
  );
}
