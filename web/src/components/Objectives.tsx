import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { DirectionName } from "../api/types";
import { directionArrow, directionText } from "../format/states";

const List = styled("ul")({
  listStyle: "none",
  margin: 0,
  padding: 0,
  display: "flex",
  flexWrap: "wrap",
  columnGap: 12,
  minWidth: 0,
});

const Item = styled("li")({ display: "inline-flex", gap: 4, minWidth: 0, maxWidth: "100%" });
const Name = styled("span")({ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" });
const Arrow = styled("span")({ fontWeight: 700, color: "var(--mui-palette-primary-main)" });

interface Props {
  readonly directions: readonly DirectionName[];
  readonly names: readonly string[] | null;
}

/** The objectives of a study, each with the direction that is better. */
export function Objectives({ directions, names }: Props): ReactNode {
  return (
    <List>
      {directions.map((direction, index) => (
        <Objective
          // biome-ignore lint/suspicious/noArrayIndexKey: an objective is known by its position
          key={index}
          direction={direction}
          name={names?.[index] ?? (directions.length > 1 ? `objective ${index}` : "")}
        />
      ))}
    </List>
  );
}

/** The same within two short lines, for rows of one height. */
export function CompactObjectives({ directions, names }: Props): ReactNode {
  if (directions.length === 1 || (names && directions.length === 2)) {
    return <Objectives directions={directions} names={names} />;
  }
  return (
    <List title={describeObjectives({ directions, names })}>
      {directions.map((direction, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an objective is known by its position
        <Objective key={index} direction={direction} name={null} />
      ))}
      <li>{directions.length} objectives</li>
    </List>
  );
}

interface ObjectiveProps {
  readonly direction: DirectionName;
  /** Empty for the only objective of a study; null where there is no room for it. */
  readonly name: string | null;
}

function Objective({ direction, name }: ObjectiveProps): ReactNode {
  const text = directionText(direction);
  return (
    <Item title={name === null ? undefined : `${name || "objective"}: ${text}`}>
      <Arrow role="img" aria-label={text}>
        {directionArrow(direction)}
      </Arrow>
      {name !== null && <Name>{name || text}</Name>}
    </Item>
  );
}

function describeObjectives({ directions, names }: Props): string {
  return directions
    .map((direction, index) => {
      return `${names?.[index] ?? `objective ${index}`}: ${directionText(direction)}`;
    })
    .join(", ");
}
