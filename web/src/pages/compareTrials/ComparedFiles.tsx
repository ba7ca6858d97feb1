import type { ReactNode } from "react";
import { useMeta } from "../../api/hooks";
import type { StudyOverview } from "../../api/types";
import { ArtifactTile } from "../../artifacts/ArtifactTile";
import { Nothing } from "./CompareTable";
import { GroupHead, RowHead, Unequal } from "./compareStyles";
import type { FileRow, TrialFiles } from "./fileRows";

interface Props {
  readonly study: StudyOverview;
  readonly rows: readonly FileRow[];
}

/** The files of the trials side by side, each name in a row of its own. */
export function ComparedFiles({ study, rows }: Props): ReactNode {
  const hasStore = useMeta().data?.artifact_is_available ?? false;
  const columns = rows[0]?.cells.length;
  if (columns === undefined) return null;
  return (
    <tbody>
      <tr>
        <GroupHead scope="rowgroup" colSpan={columns + 1}>
          <span>Artifacts{hasStore || ", whose content is not in this storage"}</span>
        </GroupHead>
      </tr>
      {rows.map(({ name, cells }) => (
        <tr key={name}>
          <RowHead scope="row" title={name}>
            <div>
              <Unequal />
              <span style={{ overflowWrap: "anywhere", minWidth: 0 }}>{name}</span>
            </div>
          </RowHead>
          {cells.map((cell, index) => (
            // A trial that is not there yet has no number.
            <td key={cell?.number ?? `place ${index}`}>
              {cell && <Files study={study} trial={cell} hasStore={hasStore} />}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface FilesProps {
  readonly study: StudyOverview;
  readonly trial: TrialFiles;
  readonly hasStore: boolean;
}

function Files({ study, trial, hasStore }: FilesProps): ReactNode {
  if (trial.files.length === 0) return <Nothing />;
  const place = { source: study.source, studyId: study.study_id, trialId: trial.trialId };
  return trial.files.map((artifact) => (
    <div key={artifact.artifact_id}>
      <ArtifactTile
        artifact={artifact}
        place={place}
        hasStore={hasStore}
        owner={`of trial ${trial.number}`}
      />
    </div>
  ));
}
