import SearchIcon from "@mui/icons-material/Search";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { type FormEvent, type ReactNode, useState } from "react";

interface Props {
  readonly placeholder?: string;
  readonly label?: string;
  readonly onGo: (number: number) => void;
}

/** A box for the number of a trial. */
export function GoToTrial({
  placeholder = "Go to trial",
  label = "Go to the trial with this number",
  onGo,
}: Props): ReactNode {
  const [text, setText] = useState("");
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (/^\d{1,15}$/.test(text)) onGo(Number(text));
    setText("");
  };
  return (
    <form onSubmit={go}>
      <TextField
        size="small"
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value.replace(/\D/g, ""))}
        sx={{ width: 140 }}
        slotProps={{
          htmlInput: { inputMode: "numeric", "aria-label": label },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
      />
    </form>
  );
}
