import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { plural } from "../../format/numbers";

interface Props {
  readonly ids: readonly number[];
  readonly onRemove: () => void;
}

/** The address names studies that no open file has. */
export function MissingStudies({ ids, onRemove }: Props): ReactNode {
  if (ids.length === 0) return null;
  const isOne = ids.length === 1;
  return (
    <Alert
      severity="info"
      variant="outlined"
      action={
        <Button color="inherit" size="small" sx={{ whiteSpace: "nowrap" }} onClick={onRemove}>
          Leave out
        </Button>
      }
    >
      {plural(ids.length, "study", "studies")} of this address {isOne ? "is" : "are"} in no file
      that is open ({ids.join(", ")}). Open the file again and {isOne ? "it joins" : "they join"}{" "}
      the others.
    </Alert>
  );
}
