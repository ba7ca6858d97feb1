import Autocomplete from "@mui/material/Autocomplete";
import Checkbox from "@mui/material/Checkbox";
import TextField from "@mui/material/TextField";
import type { ReactNode } from "react";
import type { MultiSelectOption } from "../api/types";
import { joinChoices, splitChoices } from "./options";

interface Props {
  readonly option: MultiSelectOption;
  /** As `joinChoices` writes it. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Several of many choices, found by typing and kept in the order in which they were chosen. */
export function MultiSelect({ option, value, onChange }: Props): ReactNode {
  const { choices, label, most } = option;
  const chosen = splitChoices(value).flatMap(
    (one) => choices.find((choice) => choice.value === one) ?? [],
  );
  const isFull = chosen.length >= most;
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      size="small"
      limitTags={2}
      options={choices}
      value={chosen}
      getOptionKey={(choice) => choice.value}
      getOptionLabel={(choice) => choice.label}
      getOptionDisabled={(choice) => isFull && !chosen.includes(choice)}
      onChange={(_, next) => onChange(joinChoices(next.map((choice) => choice.value)))}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          helperText={isFull && choices.length > most ? `At most ${most}` : undefined}
        />
      )}
      renderOption={({ key, ...props }, choice, { selected }) => (
        <li key={key} {...props}>
          <Checkbox
            size="small"
            checked={selected}
            tabIndex={-1}
            slotProps={{ input: { "aria-hidden": true } }}
            sx={{ p: 0, mr: 1 }}
          />
          {choice.label}
        </li>
      )}
      slotProps={{
        chip: { size: "small" },
        clearIndicator: { title: `No ${label.toLowerCase()}` },
      }}
      sx={{ flex: "1 1 280px", minWidth: 200, maxWidth: 560 }}
    />
  );
}
