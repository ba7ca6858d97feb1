import type { ReactNode } from "react";
import { isPicture, isStored } from "./addresses";
import { OutsideLink } from "./OutsideLink";

interface Props {
  readonly href: string;
  readonly text: string;
}

/** A picture that is in the text itself. To fetch another one would tell its server of the
 * reader, so that there is a link to it. */
export function Picture({ href, text }: Props): ReactNode {
  if (isPicture(href)) return <img src={href} alt={text} />;
  return (
    <OutsideLink href={href}>
      [Picture{text && `: ${text}`}
      {isStored(href) && ", in the artifact store"}]
    </OutsideLink>
  );
}
