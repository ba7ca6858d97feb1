import { styled } from "@mui/material/styles";
import Tooltip from "@mui/material/Tooltip";
import { type ReactNode, useEffect, useState } from "react";

const Plain = styled("button")({
  all: "unset",
  cursor: "copy",
  borderRadius: 3,
  "&:hover": { textDecoration: "underline dotted", textUnderlineOffset: 3 },
  "&:focus-visible": { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: 2 },
});

interface Props {
  /** What goes to the clipboard, in full precision. */
  readonly text: string;
  /** What is shown; the text itself if left out. */
  readonly children?: ReactNode;
}

/** A value that a click copies. */
export function CopyValue({ text, children }: Props): ReactNode {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), 1500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => setOutcome((await writeClipboard(text)) ? "copied" : "refused");
  return (
    <Tooltip
      title={outcome ? OUTCOME[outcome] : `Copy ${text}`}
      {...(outcome ? { open: true } : {})}
    >
      <Plain type="button" onClick={() => void copy()}>
        {children ?? text}
      </Plain>
    </Tooltip>
  );
}

const OUTCOME = { copied: "Copied", refused: "The browser refused to copy" };

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
