import FormControlLabel from "@mui/material/FormControlLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useFormats } from "../format/useFormats";
import { labelOf } from "./Question";
import type { FieldProps } from "./QuestionField";

/** One of several answers, with the value that each stands for. */
export function ChoiceField({ id, field, draft, onChange }: FieldProps): ReactNode {
  const { formatJson } = useFormats();
  return (
    <RadioGroup
      row
      name={id}
      aria-labelledby={labelOf(id)}
      value={draft}
      onChange={(_, place) => onChange(place)}
      sx={{ columnGap: 1 }}
    >
      {field.choices.map(({ label, value }, place) => (
        <FormControlLabel
          // biome-ignore lint/suspicious/noArrayIndexKey: a choice is known by its place, and may be there twice
          key={place}
          value={String(place)}
          control={<Radio size="small" />}
          label={
            <Typography variant="body2" component="span">
              {label || "(empty text)"}{" "}
              <Typography variant="caption" color="textSecondary">
                {formatJson(value)}
              </Typography>
            </Typography>
          }
        />
      ))}
    </RadioGroup>
  );
}
