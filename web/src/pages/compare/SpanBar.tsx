import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { ComparedRange, NumberRange } from "../../api/types";
import { roleColor } from "../../figure/roles";
import { useScheme } from "../../theme/useScheme";

const Axis = styled("div")({
  position: "relative",
  height: 16,
  // Room for a mark at either end.
  margin: "0 3px",
  forcedColorAdjust: "none",
});

const Part = styled("div")({ position: "absolute", borderRadius: 2, minWidth: 2 });

interface Props {
  readonly range: ComparedRange;
  readonly place: number;
}

/** A parameter of one study on the axis of all: allowed, in it tried, in it best. */
export function SpanBar({ range: { range, searched, best }, place }: Props): ReactNode {
  const color = roleColor("best", useScheme(), place);
  return (
    <Axis aria-hidden>
      {range && (
        <Part
          style={{ ...span(range), top: 6, height: 4, background: "var(--mui-palette-divider)" }}
        />
      )}
      {searched && <Part style={{ ...span(searched), top: 6, height: 4, background: color }} />}
      {best && <Part style={{ ...mark(best), top: 0, height: 16, background: color }} />}
    </Axis>
  );
}

function span({ start, end }: NumberRange) {
  return { left: `${100 * start}%`, width: `${100 * (end - start)}%` };
}

/** As wide as it must be to be seen, around its place. */
function mark({ start, end }: NumberRange) {
  return { left: `calc(${100 * start}% - 3px)`, width: `calc(${100 * (end - start)}% + 6px)` };
}
