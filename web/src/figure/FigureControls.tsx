import FormControlLabel from "@mui/material/FormControlLabel";
import Slider from "@mui/material/Slider";
import Stack from "@mui/material/Stack";
import Switch from "@mui/material/Switch";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId, useState } from "react";
import type { Option, SelectOption, SliderOption } from "../api/types";
import { formatValue } from "../format/numbers";
import { MultiSelect } from "./MultiSelect";
import { NumberField } from "./NumberField";
import type { OptionValue } from "./options";

interface Props {
  readonly options: readonly Option[];
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly onChange: (option: Option, value: OptionValue) => void;
}

/** The controls of a figure, drawn from the options that the core names. */
export function FigureControls({ options, values, onChange }: Props): ReactNode {
  return (
    <Stack
      direction="row"
      useFlexGap
      sx={{ flexWrap: "wrap", columnGap: 2, rowGap: 1.5, alignItems: "center" }}
    >
      {options.map((option) => (
        <Control
          key={option.name}
          option={option}
          value={values[option.name] ?? option.default}
          onChange={(value) => onChange(option, value)}
        />
      ))}
    </Stack>
  );
}

interface ControlProps<T extends Option> {
  readonly option: T;
  readonly value: OptionValue;
  readonly onChange: (value: OptionValue) => void;
}

function Control({ option, ...rest }: ControlProps<Option>): ReactNode {
  switch (option.type) {
    case "select":
      return <Select option={option} {...rest} />;
    case "multiselect":
      return <MultiSelect option={option} value={String(rest.value)} onChange={rest.onChange} />;
    case "slider":
      return <Range option={option} {...rest} />;
    case "number":
      return <NumberField option={option} value={String(rest.value)} onChange={rest.onChange} />;
    case "toggle":
      return (
        <FormControlLabel
          sx={{ mx: 0, gap: 0.5 }}
          control={
            <Switch
              size="small"
              checked={rest.value === true}
              onChange={(_, checked) => rest.onChange(checked)}
            />
          }
          label={<Typography variant="body2">{option.label}</Typography>}
        />
      );
  }
}

function Select({ option, value, onChange }: ControlProps<SelectOption>): ReactNode {
  return (
    <TextField
      select
      size="small"
      label={option.label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      sx={{ minWidth: 120, maxWidth: 240 }}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
    >
      {option.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </TextField>
  );
}

function Range({ option, value, onChange }: ControlProps<SliderOption>): ReactNode {
  const id = useId();
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? Number(value);
  return (
    <Stack direction="row" spacing={1.5} sx={{ alignItems: "center", minWidth: 200 }}>
      <Typography id={id} variant="body2" sx={{ whiteSpace: "nowrap" }}>
        {option.label} {formatValue(shown)}
      </Typography>
      <Slider
        size="small"
        aria-labelledby={id}
        min={option.min}
        max={option.max}
        step={option.step}
        value={shown}
        onChange={(_, next) => setDragged(next)}
        // Drawn anew when the hand lets go, not at every step on the way.
        onChangeCommitted={(_, next) => {
          setDragged(null);
          onChange(next);
        }}
        sx={{ width: 120 }}
      />
    </Stack>
  );
}
