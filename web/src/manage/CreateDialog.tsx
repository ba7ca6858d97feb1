import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import type { CreatedStudy, DirectionName, SourceInfo } from "../api/types";
import { useWrite } from "../api/write";
import { paths } from "../app/paths";
import { ManageDialog } from "./ManageDialog";

interface Props {
  /** Where a study can be made. */
  readonly sources: readonly SourceInfo[];
  readonly onClose: () => void;
}

export function CreateDialog({ sources, onClose }: Props): ReactNode {
  const [name, setName] = useState("");
  const [source, setSource] = useState(sources[0]?.index ?? 0);
  const [directions, setDirections] = useState<readonly DirectionName[]>(["minimize"]);
  const navigate = useNavigate();
  const { mutate, error, isPending } = useWrite((answer) =>
    navigate(paths.study((answer as CreatedStudy).study_summary.study_id)),
  );
  const create = () =>
    mutate({
      method: "POST",
      path: "/api/studies",
      body: { study_name: name.trim(), directions, source },
    });
  return (
    <ManageDialog
      title="New study"
      action={isPending ? "Making it…" : "Create"}
      canSend={name.trim() !== ""}
      isSending={isPending}
      error={error}
      onSend={create}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ mt: 1 }}>
        <TextField
          autoFocus
          fullWidth
          label="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {sources.length > 1 && (
          <TextField
            select
            label="Storage"
            value={source}
            onChange={(event) => setSource(Number(event.target.value))}
          >
            {sources.map(({ index, label }) => (
              <MenuItem key={index} value={index}>
                {label}
              </MenuItem>
            ))}
          </TextField>
        )}
        {directions.map((direction, at) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: an objective is known by its place
            key={at}
            select
            label={directions.length > 1 ? `Objective ${at}` : "Objective"}
            value={direction}
            onChange={(event) =>
              setDirections(directions.with(at, event.target.value as DirectionName))
            }
          >
            <MenuItem value="minimize">minimize</MenuItem>
            <MenuItem value="maximize">maximize</MenuItem>
          </TextField>
        ))}
        <Stack direction="row" spacing={1}>
          <Button size="small" onClick={() => setDirections([...directions, "minimize"])}>
            Add an objective
          </Button>
          {directions.length > 1 && (
            <Button size="small" onClick={() => setDirections(directions.slice(0, -1))}>
              Remove the last one
            </Button>
          )}
        </Stack>
      </Stack>
    </ManageDialog>
  );
}
