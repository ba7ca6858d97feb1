import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import type { ReactNode } from "react";
import type { CategoricalDistribution, Distribution } from "../api/types";
import type { Formats } from "../format/useFormats";
import { choiceTexts, rangeLook } from "../pages/trial/range";
import { type EnqueueField, isNoNumber } from "./enqueue";

const SAMPLED = "left to the sampler";

interface Props {
  readonly field: EnqueueField;
  readonly draft: string;
  readonly formats: Formats;
  readonly onChange: (draft: string) => void;
}

/** One parameter: a number, with its range below, or one of its choices. */
export function EnqueueInput({ field, draft, formats, onChange }: Props): ReactNode {
  const { name, distribution } = field;
  const shared = {
    label: name,
    value: draft,
    size: "small",
    fullWidth: true,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  } as const;
  if (distribution.type === "CategoricalDistribution") {
    return (
      <TextField
        {...shared}
        select
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">
          <em>{SAMPLED}</em>
        </MenuItem>
        {choices(distribution, formats)}
      </TextField>
    );
  }
  const isWrong = isNoNumber(field, draft);
  return (
    <TextField
      {...shared}
      placeholder={SAMPLED}
      error={isWrong}
      helperText={isWrong ? "This is not a number." : rangeText(distribution, formats)}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { inputMode: "decimal", autoComplete: "off" },
      }}
    />
  );
}

function choices({ choices }: CategoricalDistribution, formats: Formats): ReactNode {
  return choiceTexts(choices, formats).map((text, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a choice is known by its place
    <MenuItem key={place} value={String(place)}>
      {text || "(empty text)"}
    </MenuItem>
  ));
}

function rangeText(
  distribution: Exclude<Distribution, CategoricalDistribution>,
  formats: Formats,
): string {
  const { low, high, scale } = rangeLook(null, distribution, formats);
  const whole = distribution.type === "IntDistribution" ? "whole, " : "";
  return `${whole}${low} to ${high}${scale && `, ${scale}`}`;
}
