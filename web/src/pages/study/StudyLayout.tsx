import { styled } from "@mui/material/styles";
import { type CSSProperties, type ReactNode, Suspense, useState } from "react";
import { Outlet, useParams } from "react-router";
import { NotFound } from "../../app/NotFound";
import { SelectionBar } from "../../selection/SelectionBar";
import { SelectionProvider } from "../../selection/SelectionProvider";
import { useSelection } from "../../selection/selection";
import { useSettings } from "../../settings/useSettings";
import { TicksProvider } from "../../table/ticks/TicksProvider";
import { StudyNav } from "./StudyNav";
import { parseId } from "./studyId";

const Layout = styled("div")(({ theme }) => ({
  "--nav-height": "56px",
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  paddingBottom: "var(--nav-height)",
  [theme.breakpoints.up("md")]: {
    "--nav-height": "0px",
    gridTemplateColumns: "176px minmax(0, 1fr)",
    "&[data-rail=signs]": { gridTemplateColumns: "57px minmax(0, 1fr)" },
  },
}));

const Column = styled("div")({ minWidth: 0 });

/** The pages of one study, with the way from one to the other. */
export default function StudyLayout(): ReactNode {
  const { studyId } = useParams();
  const id = parseId(studyId);
  const { rail } = useSettings();
  if (id === null) return <NotFound />;
  return (
    <Layout data-rail={rail}>
      <StudyNav studyId={id} />
      {/* Nothing of one study may be shown, not even for a moment, as another's. */}
      <SelectionProvider key={id} studyId={id}>
        <TicksProvider>
          <Pages />
        </TicksProvider>
      </SelectionProvider>
    </Layout>
  );
}

/** Pages place what sticks below the selection bar by `var(--bar-height)`. */
function Pages(): ReactNode {
  const selection = useSelection();
  const [barHeight, setBarHeight] = useState(0);
  return (
    <Column style={{ "--bar-height": `${barHeight}px` } as CSSProperties}>
      {selection?.open && <SelectionBar selection={selection} onHeight={setBarHeight} />}
      <Suspense>
        <Outlet />
      </Suspense>
    </Column>
  );
}
