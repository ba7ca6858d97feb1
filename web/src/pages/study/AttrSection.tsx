import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import type { Json } from "../../api/types";
import { AttrTable } from "../../components/AttrTable";
import { Block } from "./pageStyles";

export function AttrSection({
  attrs,
}: {
  readonly attrs: Readonly<Record<string, Json>>;
}): ReactNode {
  if (Object.keys(attrs).length === 0) return null;
  return (
    <Block aria-labelledby="study-attrs">
      <Typography id="study-attrs" variant="h2" sx={{ mb: 1 }}>
        User attributes
      </Typography>
      <AttrTable attrs={attrs} />
    </Block>
  );
}
