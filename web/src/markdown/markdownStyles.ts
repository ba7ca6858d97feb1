import { styled } from "@mui/material/styles";
import { MONO } from "../theme/fonts";

const LINE = "1px solid var(--mui-palette-divider)";

/** Text of people, which may be of any width. */
export const Article = styled("div")({
  maxWidth: "75ch",
  fontSize: "0.9375rem",
  lineHeight: 1.55,
  overflowWrap: "anywhere",
  "& > :first-of-type": { marginTop: 0 },
  "& > :last-child": { marginBottom: 0 },
  "& p, & ul, & ol, & pre, & blockquote": { margin: "0 0 12px" },
  "& h3, & h4, & h5, & h6": { margin: "20px 0 8px", lineHeight: 1.3, fontWeight: 650 },
  "& h3": { fontSize: "1.125rem" },
  "& h4": { fontSize: "1rem" },
  "& h5, & h6": { fontSize: "0.9375rem" },
  "& ul, & ol": { paddingInlineStart: 24 },
  "& li > ul, & li > ol": { marginBottom: 0 },
  "& li[data-task=true]": { listStyle: "none", marginInlineStart: -20 },
  "& li > input": { margin: "0 6px 0 0" },
  "& a": { color: "var(--mui-palette-primary-main)" },
  "& code": {
    fontFamily: MONO,
    fontSize: "0.875em",
    padding: "1px 4px",
    borderRadius: 3,
    background: "var(--mui-palette-surface-sunken)",
  },
  "& pre": {
    padding: 12,
    overflow: "auto",
    maxHeight: 400,
    borderRadius: 4,
    lineHeight: 1.45,
    background: "var(--mui-palette-surface-sunken)",
  },
  "& pre code": { padding: 0, background: "none", overflowWrap: "normal" },
  "& blockquote": {
    paddingInlineStart: 12,
    borderInlineStart: "3px solid var(--mui-palette-divider)",
    color: "var(--mui-palette-text-secondary)",
  },
  "& hr": { border: 0, borderTop: LINE, margin: "16px 0" },
  "& img": { maxWidth: "100%" },
  "& math": { fontSize: "1.1em" },
  // What browsers do not draw of MathML.
  "& mtd[columnalign=left]": { textAlign: "left" },
  "& mtd[columnalign=right]": { textAlign: "right" },
  "& menclose[notation~=box]": { border: "1px solid", padding: "0.2em" },
  "& menclose[notation*=strike]": { textDecoration: "line-through" },
});

export const Scroll = styled("div")({
  overflowX: "auto",
  marginBottom: 12,
  "& table": { borderCollapse: "collapse", overflowWrap: "normal" },
  "& th, & td": { padding: "4px 12px", border: LINE, textAlign: "start" },
});
