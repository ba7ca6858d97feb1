import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { Constraint } from "../../api/types";
import { CopyValue } from "../../components/CopyValue";
import { constraintName, isViolated } from "../../format/constraints";
import { exactValue } from "../../format/numbers";
import { useFormats } from "../../format/useFormats";
import { Part } from "./Part";
import { NameLine, Rows } from "./panelStyles";

const Verdict = styled("small")({
  marginLeft: 8,
  fontWeight: 400,
  "&[data-violated=true]": { fontWeight: 650, color: "var(--mui-palette-error-main)" },
  "&[data-violated=false]": { color: "var(--mui-palette-text-secondary)" },
});

/** Every constraint with its value; at most 0 satisfies it. */
export function ConstraintPart({
  constraints,
}: {
  readonly constraints: readonly Constraint[];
}): ReactNode {
  const { formatValue } = useFormats();
  if (constraints.length === 0) return null;
  return (
    <Part title="Constraints">
      <Rows>
        {constraints.map(({ name, value }) => (
          <NameLine key={name}>
            <dt>{constraintName(name)}</dt>
            <dd>
              <CopyValue text={exactValue(value)}>{formatValue(value)}</CopyValue>
              <Verdict data-violated={isViolated(value)}>
                {isViolated(value) ? "violated" : "satisfied"}
              </Verdict>
            </dd>
          </NameLine>
        ))}
      </Rows>
    </Part>
  );
}
