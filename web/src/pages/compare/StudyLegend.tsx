import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { ComparedStudy } from "../../api/types";
import type { HiddenStudies } from "./ids";
import { StudySign } from "./StudySign";

const List = styled("div")(({ theme }) => ({
  display: "flex",
  gap: theme.spacing(0.5),
  overflow: "auto",
  scrollbarWidth: "thin",
  [theme.breakpoints.up("sm")]: { flexWrap: "wrap", maxHeight: 92 },
}));

const Item = styled("button")(({ theme }) => ({
  font: "inherit",
  fontSize: "0.8125rem",
  display: "inline-flex",
  alignItems: "center",
  gap: theme.spacing(1),
  flex: "none",
  maxWidth: "100%",
  minHeight: 28,
  textAlign: "start",
  padding: theme.spacing(0, 1),
  color: "var(--mui-palette-text-primary)",
  background: "none",
  border: 0,
  borderRadius: 4,
  cursor: "pointer",
  "&:hover": { background: "var(--mui-palette-surface-sunken)" },
  "&:focus-visible": { outlineOffset: -2 },
  "&[aria-pressed=false]": {
    color: "var(--mui-palette-text-secondary)",
    textDecoration: "line-through",
    "& > svg": { opacity: 0.35 },
  },
}));

interface Props {
  readonly studies: readonly ComparedStudy[];
  readonly choice: HiddenStudies;
}

/** Which line is whose, for all figures; each study can be hidden in all of them. */
export function StudyLegend({ studies, choice: { hidden, set } }: Props): ReactNode {
  const toggle = (id: number) => {
    const others = [...hidden].filter((other) => other !== id);
    set(hidden.has(id) ? others : [...others, id]);
  };
  return (
    <List role="group" aria-label="Studies in the figures">
      {studies.map((study, place) => {
        const { study_id: id, label } = study;
        return (
          <Item
            key={id}
            type="button"
            aria-pressed={!hidden.has(id)}
            title={`${label}: ${hidden.has(id) ? "show" : "hide"} in all figures`}
            onClick={() => toggle(id)}
          >
            <StudySign place={place} study={study} />
            <span>{label}</span>
          </Item>
        );
      })}
      {studies.some(({ study_id }) => hidden.has(study_id)) && (
        <Button size="small" sx={{ flex: "none", py: 0 }} onClick={() => set([])}>
          Show all
        </Button>
      )}
    </List>
  );
}
