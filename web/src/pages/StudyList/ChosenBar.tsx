import CompareArrowsIcon from "@mui/icons-material/CompareArrows";
import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { plural } from "../../format/numbers";
import type { Chosen } from "./useChosen";

const Bar = styled("section")(({ theme }) => ({
  position: "sticky",
  bottom: theme.spacing(2),
  zIndex: 2,
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: theme.spacing(1, 2),
  width: "fit-content",
  boxSizing: "border-box",
  maxWidth: "100%",
  margin: theme.spacing(2, "auto", 0),
  padding: theme.spacing(1, 1, 1, 2),
  background: "var(--mui-palette-background-paper)",
  border: "1px solid var(--mui-palette-divider)",
  borderRadius: theme.shape.borderRadius,
  boxShadow: theme.shadows[6],
}));

interface Props {
  readonly chosen: Chosen;
  /** How many can be compared at once, when it is known. */
  readonly most: number | undefined;
}

/** What is chosen in the list, and the way to its comparison. */
export function ChosenBar({ chosen, most }: Props): ReactNode {
  const { ids, hidden, clear } = chosen;
  if (ids.length === 0) return null;
  const tooMany = most !== undefined && ids.length > most;
  return (
    <Bar aria-label="Chosen studies">
      <Typography variant="body2" role="status">
        {plural(ids.length, "study", "studies")} chosen
        {hidden > 0 && `, ${hidden} of them not shown`}
        {ids.length === 1 && ". Choose another one to compare them."}
        {tooMany && `. At most ${most} can be compared at once.`}
      </Typography>
      {ids.length > 1 && (
        <Button
          component={Link}
          to={paths.compare(ids)}
          variant="contained"
          size="small"
          disabled={tooMany}
          startIcon={<CompareArrowsIcon />}
        >
          Compare {plural(ids.length, "study", "studies")}
        </Button>
      )}
      <Button size="small" onClick={clear}>
        Clear
      </Button>
    </Bar>
  );
}
