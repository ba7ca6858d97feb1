import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { Json } from "../api/types";
import { exactJson } from "../format/json";
import { useFormats } from "../format/useFormats";
import { CopyValue } from "./CopyValue";

const Grid = styled("dl")(({ theme }) => ({
  margin: 0,
  display: "grid",
  gridTemplateColumns: "repeat(auto-fill, minmax(min(150px, 44%), 1fr))",
  gap: theme.spacing(1, 2),
  maxHeight: 320,
  overflow: "auto",
  "& dt": { fontSize: "0.8125rem", color: "var(--mui-palette-text-secondary)" },
  "& dd": { margin: 0, fontWeight: 500 },
}));

/** Parameters with their values, as many side by side as there is room for. */
export function ParamGrid({
  params,
}: {
  readonly params: Readonly<Record<string, Json>>;
}): ReactNode {
  const { formatJson } = useFormats();
  return (
    <Grid>
      {Object.entries(params).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <CopyValue text={exactJson(value)}>{formatJson(value) || "(empty text)"}</CopyValue>
          </dd>
        </div>
      ))}
    </Grid>
  );
}
