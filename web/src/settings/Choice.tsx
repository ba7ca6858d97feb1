import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";

interface Item<T extends string> {
  readonly value: T;
  readonly label: string;
  /** What it is like, or an example. */
  readonly detail?: string;
}

interface Props<T extends string> {
  readonly title: string;
  readonly items: readonly Item<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly row?: boolean;
  /** What belongs to the choice and stands below it. */
  readonly children?: ReactNode;
}

/** One of a few, all of them in sight. */
export function Choice<T extends string>(props: Props<T>): ReactNode {
  const { title, items, value, onChange, row = false, children } = props;
  const id = useId();
  const choose = (text: string) => {
    const chosen = items.find((item) => item.value === text);
    if (chosen) onChange(chosen.value);
  };
  return (
    <FormControl>
      <FormLabel
        id={id}
        sx={{
          mb: 0.5,
          fontWeight: 650,
          color: "text.primary",
          "&.Mui-focused": { color: "inherit" },
        }}
      >
        {title}
      </FormLabel>
      <RadioGroup aria-labelledby={id} row={row} value={value} onChange={(_, text) => choose(text)}>
        {items.map((item, index) => (
          <FormControlLabel
            key={item.value}
            value={item.value}
            control={
              <Radio
                size="small"
                slotProps={{
                  input: item.detail ? { "aria-describedby": `${id}-${index}` } : {},
                }}
              />
            }
            label={<Label id={`${id}-${index}`} item={item} />}
            sx={{ alignItems: item.detail ? "flex-start" : "center", mb: 0.25 }}
          />
        ))}
      </RadioGroup>
      {children}
    </FormControl>
  );
}

function Label({ id, item }: { readonly id: string; readonly item: Item<string> }): ReactNode {
  if (!item.detail) return <Typography variant="body2">{item.label}</Typography>;
  return (
    <div style={{ paddingTop: 8 }}>
      <Typography variant="body2">{item.label}</Typography>
      <Typography id={id} aria-hidden variant="caption" component="div" color="textSecondary">
        {item.detail}
      </Typography>
    </div>
  );
}
