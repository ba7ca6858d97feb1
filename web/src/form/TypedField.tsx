import TextField from "@mui/material/TextField";
import type { ReactNode } from "react";
import { describedBy, inputOf } from "./Question";
import type { FieldProps } from "./QuestionField";

/** A text, or a number that has no slider. */
export function TypedField({
  id,
  draft,
  problem,
  onChange,
  isNumber,
}: FieldProps & { readonly isNumber: boolean }): ReactNode {
  return (
    <TextField
      id={inputOf(id)}
      fullWidth={!isNumber}
      size="small"
      value={draft}
      error={problem !== null}
      onChange={({ target }) => onChange(target.value)}
      sx={{ mt: 0.75, maxWidth: "100%" }}
      slotProps={{
        htmlInput: {
          "aria-describedby": describedBy(id, problem),
          autoComplete: "off",
          ...(isNumber ? { inputMode: "decimal" } : {}),
        },
      }}
    />
  );
}
