import ExpandMoreIcon from "@mui/icons-material/ExpandMore";
import Button from "@mui/material/Button";
import Collapse from "@mui/material/Collapse";
import { type ReactNode, useId, useState } from "react";
import type { Option } from "../api/types";
import { FigureControls } from "./FigureControls";
import { describeOptions, type OptionValue } from "./options";

interface Props {
  readonly options: readonly Option[];
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly onChange: (option: Option, value: OptionValue) => void;
}

/** One line that says what the figure shows; opened, the controls that change it. */
export function FoldedControls({ options, values, onChange }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (options.length === 0) return null;
  return (
    <div>
      <Button
        size="small"
        color="inherit"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        endIcon={<ExpandMoreIcon sx={{ transform: open ? "rotate(180deg)" : "none" }} />}
        sx={{
          maxWidth: "100%",
          ml: -0.75,
          color: "text.secondary",
          fontWeight: 400,
          textAlign: "left",
        }}
      >
        <span style={{ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>
          {describeOptions(options, values) || "Options"}
        </span>
      </Button>
      <Collapse in={open} id={id} unmountOnExit>
        <div style={{ paddingTop: 12 }}>
          <FigureControls options={options} values={values} onChange={onChange} />
        </div>
      </Collapse>
    </div>
  );
}
