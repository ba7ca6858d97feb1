import Slider from "@mui/material/Slider";
import { styled } from "@mui/material/styles";
import TextField from "@mui/material/TextField";
import type { ReactNode } from "react";
import { useFormats } from "../format/useFormats";
import { parseNumber } from "./numbers";
import { describedBy, labelOf } from "./Question";
import type { FieldProps } from "./QuestionField";
import { labelsFit, marksOf, middleOf, type Range } from "./slider";

const Line = styled("div")({ display: "flex", gap: 20, alignItems: "flex-start", marginTop: 6 });
const Marks = styled("div")({
  fontSize: "0.8125rem",
  color: "var(--mui-palette-text-secondary)",
});
/** Its hand is faint until it has been moved; labels at the ends stay within it. */
const BAR = {
  flex: 1,
  minWidth: 0,
  marginTop: "6px",
  marginLeft: "8px",
  "&[data-answered=false] .MuiSlider-thumb": { opacity: 0.45 },
  "&[data-answered=false] .MuiSlider-track": { display: "none" },
  "& .MuiSlider-markLabel": {
    fontSize: "0.8125rem",
    color: "var(--mui-palette-text-secondary)",
    '&[style*="left: 0%"]': { transform: "translateX(-8px)" },
    '&[style*="left: 100%"]': { transform: "translateX(calc(-100% + 8px))" },
  },
};

/** A number within a range, moved or typed. */
export function SliderField({
  id,
  field,
  draft,
  problem,
  onChange,
  range,
}: FieldProps & { readonly range: Range }): ReactNode {
  const { formatValue } = useFormats();
  const { low, high, step } = range;
  const number = parseNumber(draft);
  const isAnswered = number !== null;
  const marks = marksOf(field, range);
  const fits = labelsFit(marks, range);
  const put = (next: number) => onChange(String(next));
  return (
    <>
      <Line>
        <Slider
          size="small"
          sx={BAR}
          data-answered={isAnswered}
          aria-labelledby={labelOf(id)}
          getAriaValueText={(value) => (isAnswered ? formatValue(value) : "not answered")}
          min={low}
          max={high}
          step={step}
          marks={marks.map(({ value, label }) => (fits ? { value, label } : { value }))}
          value={number ?? middleOf(range)}
          onChange={(_, next) => put(next)}
          // A press on the hand where it stands is an answer, too.
          onChangeCommitted={(_, next) => put(next)}
        />
        <TextField
          size="small"
          value={draft}
          error={problem !== null}
          onChange={({ target }) => onChange(target.value)}
          placeholder={`${formatValue(low)}–${formatValue(high)}`}
          sx={{ flex: "none", width: 96 }}
          slotProps={{
            htmlInput: {
              inputMode: "decimal",
              autoComplete: "off",
              "aria-label": `${field.label}, as a number`,
              "aria-describedby": describedBy(id, problem),
            },
          }}
        />
      </Line>
      {!fits && (
        <Marks>
          {marks.map(({ value, label }) => `${formatValue(value)}: ${label}`).join("; ")}
        </Marks>
      )}
    </>
  );
}
