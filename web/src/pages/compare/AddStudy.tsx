import Autocomplete from "@mui/material/Autocomplete";
import { styled } from "@mui/material/styles";
import TextField from "@mui/material/TextField";
import { type ReactNode, useState } from "react";
import type { StudySummary } from "../../api/types";
import { CompactObjectives } from "../../components/Objectives";
import { Tag } from "../../components/Tag";
import { studyTitle } from "../../format/states";
import { kindsOf } from "../StudyList/kinds";
import { matches } from "../StudyList/search";

/** More would be slow to draw, and nobody reads them: typing finds the others. */
const MOST_OFFERED = 100;

const Item = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  columnGap: 12,
  alignItems: "baseline",
  minWidth: 0,
  overflowWrap: "anywhere",
  "& > :last-child": { color: "var(--mui-palette-text-secondary)", fontSize: "0.8125rem" },
});

interface Props {
  /** Those that are not compared yet. */
  readonly studies: readonly StudySummary[];
  /** Why no more can be added, if that is so. */
  readonly full: string | null;
  readonly onAdd: (id: number) => void;
}

/** Finds a study by a part of its name, of its file or of an objective. */
export function AddStudy({ studies, full, onAdd }: Props): ReactNode {
  const [text, setText] = useState("");
  return (
    <Autocomplete
      size="small"
      value={null}
      inputValue={text}
      onInputChange={(_, value, reason) => reason === "input" && setText(value)}
      onChange={(_, study) => {
        setText("");
        if (study) onAdd(study.study_id);
      }}
      onClose={() => setText("")}
      disabled={full !== null || studies.length === 0}
      options={studies}
      filterOptions={(options) =>
        options.filter((study) => matches(study, text)).slice(0, MOST_OFFERED)
      }
      getOptionKey={(study) => study.study_id}
      getOptionLabel={(study) => studyTitle(study.study_name)}
      noOptionsText="No study matches"
      clearOnBlur
      blurOnSelect={false}
      renderInput={(params) => (
        <TextField
          {...params}
          label="Add a study"
          helperText={full ?? (studies.length === 0 ? "All studies are compared" : undefined)}
        />
      )}
      renderOption={({ key, ...props }, study) => (
        <li key={key} {...props}>
          <Item>
            <span>{studyTitle(study.study_name)}</span>
            {!study.is_preferential && (
              <CompactObjectives directions={study.directions} names={study.objective_names} />
            )}
            {kindsOf(study).map(({ label, explanation }) => (
              <Tag key={label} title={explanation}>
                {label}
              </Tag>
            ))}
            <span>{study.source_label}</span>
          </Item>
        </li>
      )}
      sx={{ width: { xs: "100%", sm: 320 } }}
    />
  );
}
