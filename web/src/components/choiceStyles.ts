import { styled } from "@mui/material/styles";

/** Choices of a parameter, side by side. */
export const ChoiceList = styled("ul")({
  listStyle: "none",
  margin: 0,
  padding: 0,
  display: "flex",
  flexWrap: "wrap",
  gap: 4,
  fontSize: "0.75rem",
});

export const Choice = styled("li")({
  padding: "0 6px",
  lineHeight: "18px",
  borderRadius: 4,
  border: "1px solid var(--mui-palette-divider)",
  color: "var(--mui-palette-text-secondary)",
  maxWidth: "100%",
  overflow: "hidden",
  textOverflow: "ellipsis",
  "&[data-tried=false]": { borderStyle: "dashed" },
  "&[aria-current=true], &[data-best=true]": {
    borderColor: "var(--mui-palette-primary-main)",
    color: "var(--mui-palette-primary-main)",
    fontWeight: 650,
  },
});

/** More are only counted. */
export const MANY_CHOICES = 30;
