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

const Item = styled("li")({ display: "inline-flex", gap: 4, minWidth: 0 });
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
      {directions.map((direction, index) => {
        const name = names?.[index] ?? (directions.length > 1 ? `objective ${index}` : "");
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an objective is known by its position
          <Item key={index} title={`${name || "objective"}: ${directionText(direction)}`}>
            <Arrow role="img" aria-label={directionText(direction)}>
              {directionArrow(direction)}
            </Arrow>
            <Name>{name || directionText(direction)}</Name>
          </Item>
        );
      })}
    </List>
  );
}
