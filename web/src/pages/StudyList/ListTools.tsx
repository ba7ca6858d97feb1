import SearchIcon from "@mui/icons-material/Search";
import InputAdornment from "@mui/material/InputAdornment";
import MenuItem from "@mui/material/MenuItem";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import type { ReactNode } from "react";
import { parseSort, sortText } from "./sort";
import type { ListState } from "./useListState";

const ORDERS: readonly (readonly [string, string])[] = [
  ["", "As in the file"],
  ["-id", "Newest first"],
  ["id", "Oldest first"],
  ["name", "Name, A to Z"],
  ["-activity", "Latest activity first"],
  ["activity", "Earliest activity first"],
  ["-trials", "Most trials first"],
  ["-best", "Highest best value first"],
  ["best", "Lowest best value first"],
];

interface Props {
  readonly list: ListState;
  readonly showSource: boolean;
}

/** Search; and the order, which on a phone has no column headers and for ids no column. */
export function ListTools({ list, showSource }: Props): ReactNode {
  const { query, sort, setQuery, setSort } = list;
  const order = sortText(sort) ?? "";
  const orders = showSource ? [...ORDERS, ["source", "File, A to Z"] as const] : ORDERS;
  const known = orders.some(([value]) => value === order);
  const shown = known ? orders : [...orders, [order, "By a column"] as const];
  return (
    <Stack direction="row" spacing={1} sx={{ width: { xs: "100%", sm: "auto" } }}>
      <TextField
        type="search"
        size="small"
        placeholder="Search studies"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        sx={{ width: { xs: "100%", sm: 280 } }}
        slotProps={{
          htmlInput: { "aria-label": "Search studies" },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
      />
      <TextField
        select
        size="small"
        label="Order"
        value={order}
        onChange={(event) => setSort(parseSort(event.target.value))}
        sx={{ minWidth: 152 }}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        {shown.map(([value, label]) => (
          <MenuItem key={value} value={value}>
            {label}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  );
}
