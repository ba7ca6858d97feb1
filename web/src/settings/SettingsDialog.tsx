import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { styled, useColorScheme } from "@mui/material/styles";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId, useSyncExternalStore } from "react";
import { formatValue } from "../format/numbers";
import { zoneText } from "../format/times";
import { useHost } from "../hosts/context";
import { Choice } from "./Choice";
import { DEFAULTS, DIGITS, type NumberStyle, type Settings } from "./settings";
import { settingsStore } from "./store";
import { useSettings } from "./useSettings";

const Grid = styled("div")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "repeat(auto-fit, minmax(min(280px, 100%), 1fr))",
  alignItems: "start",
  gap: theme.spacing(3, 4),
}));

const THEMES = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

const TEMPLATES = [
  { value: "default", label: "Default", detail: "Fine lines behind the data" },
  { value: "shaded", label: "Shaded", detail: "A shade behind the data, and no axes" },
  {
    value: "presentation",
    label: "Presentation",
    detail: "Large type, strong lines, large points",
  },
  { value: "paper", label: "Paper", detail: "A box with ticks, and type with serifs" },
] as const;

const NUMBER_LABELS: Readonly<Record<NumberStyle, string>> = {
  short: "Short",
  full: "In full",
  scientific: "Powers of ten",
};

/** How long choices hold. */
const IN_BROWSER = {
  kept: "Remembered in this browser, for all of its tabs.",
  lost: "This browser does not let the page remember them: they hold until it is reloaded.",
};
const IN_EDITOR = {
  kept: "Remembered for all files that are opened in this dashboard.",
  lost: "The editor does not let the dashboard remember them: they hold until this file is closed.",
};

/** A number that looks different in each style. */
const EXAMPLE = 0.012345678901234567;

/** What the user can choose for all pages; a choice shows at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const title = useId();
  const { mode = "system", setMode } = useColorScheme();
  const { appearance } = useHost();
  const settings = useSettings();
  const isKept = useSyncExternalStore(settingsStore.subscribe, settingsStore.isKept);
  const change = (part: Partial<Settings>) => settingsStore.change(part);
  const reset = () => {
    if (!appearance) setMode("system");
    change(DEFAULTS);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={title}>
      <DialogTitle id={title}>Settings</DialogTitle>
      <DialogContent>
        <Grid>
          {!appearance && (
            <Choice row title="Theme" items={THEMES} value={mode} onChange={setMode} />
          )}
          <TimeZone zone={settings.zone} onChange={change} />
          <Choice
            title="Figures"
            items={TEMPLATES}
            value={settings.template}
            onChange={(template) => change({ template })}
          />
          <Numbers settings={settings} onChange={change} />
        </Grid>
      </DialogContent>
      <DialogActions sx={{ flexWrap: "wrap", pl: 3 }}>
        <Typography variant="caption" color="textSecondary" sx={{ mr: "auto" }}>
          {(appearance ? IN_EDITOR : IN_BROWSER)[isKept ? "kept" : "lost"]}
        </Typography>
        <Button onClick={reset}>Reset</Button>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}

interface PartProps {
  readonly onChange: (change: Partial<Settings>) => void;
}

function TimeZone({ zone, onChange }: PartProps & Pick<Settings, "zone">): ReactNode {
  const items = [
    { value: "local", label: `Local (${zoneText("utc")})` },
    { value: "utc", label: "UTC" },
    { value: "written", label: "As written" },
  ] as const;
  return (
    <Choice
      row
      title="Time zone"
      items={items}
      value={zone}
      onChange={(value) => onChange({ zone: value })}
    >
      <Typography variant="caption" color="textSecondary">
        Optuna 5 writes UTC. Older releases write the local time of their machine without saying
        which: it cannot be converted and is always shown as written. An axis of a figure keeps one
        distance from UTC, also where clocks changed in between.
      </Typography>
    </Choice>
  );
}

function Numbers({ settings, onChange }: PartProps & { readonly settings: Settings }): ReactNode {
  const { numbers, digits } = settings;
  const items = (Object.keys(NUMBER_LABELS) as NumberStyle[]).map((style) => ({
    value: style,
    label: NUMBER_LABELS[style],
    detail: formatValue(EXAMPLE, digits, style),
  }));
  return (
    <Choice
      title="Numbers"
      items={items}
      value={numbers}
      onChange={(value) => onChange({ numbers: value })}
    >
      <TextField
        select
        size="small"
        label="Significant digits"
        disabled={numbers === "full"}
        value={digits}
        onChange={(event) => onChange({ digits: Number(event.target.value) })}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        sx={{ mt: 1.5, width: 160 }}
      >
        {DIGITS.map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </TextField>
    </Choice>
  );
}
