import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";
import { Block } from "./pageStyles";
import { usePartPlace } from "./usePartPlace";

interface Props {
  readonly title: string;
  /** What an address calls it that leads to it. */
  readonly name?: string;
  readonly children: ReactNode;
}

/** One part of what is known of a study, under its heading. */
export function Section({ title, name, children }: Props): ReactNode {
  const id = useId();
  return (
    <Block
      ref={usePartPlace(name)}
      aria-labelledby={id}
      sx={{
        scrollMarginTop: "calc(var(--frame-height) + var(--bar-height) + 16px)",
        // Only what an address leads to takes the focus, and not from the keyboard.
        outline: name && "none",
      }}
    >
      <Typography id={id} variant="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {children}
    </Block>
  );
}
