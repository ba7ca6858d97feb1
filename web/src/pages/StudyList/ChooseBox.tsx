import Checkbox from "@mui/material/Checkbox";
import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly checked: boolean;
  /** Some are chosen, but not all. */
  readonly partly?: boolean;
  readonly onChoose: (range: boolean) => void;
}

/** Chooses a study to be compared; with Shift, all from the last one to this. */
export function ChooseBox({ label, checked, partly = false, onChoose }: Props): ReactNode {
  return (
    <Checkbox
      size="small"
      checked={checked}
      indeterminate={partly}
      title={label}
      slotProps={{ input: { "aria-label": label } }}
      onChange={({ nativeEvent }) =>
        onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
      // Above the link that covers the row, and as large as a finger.
      sx={{ zIndex: 1, p: 1.5, m: -1.5 }}
    />
  );
}
