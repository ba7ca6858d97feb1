import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";
import { Block } from "./pageStyles";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of what is known of a study, under its heading. */
export function Section({ title, children }: Props): ReactNode {
  const id = useId();
  return (
    <Block aria-labelledby={id}>
      <Typography id={id} variant="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {children}
    </Block>
  );
}
