import { createContext, type ReactNode, useContext } from "react";
import { outsideAddress } from "./addresses";

const InLink = createContext(false);

interface Props {
  readonly href: string;
  readonly children: ReactNode;
}

/**
 * A link that leaves the dashboard; what cannot be one, or is within another one, is text that
 * tells where it leads.
 */
export function OutsideLink({ href, children }: Props): ReactNode {
  const address = outsideAddress(href);
  if (useContext(InLink) || address === null) return <span title={href}>{children}</span>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      <InLink value>{children}</InLink>
    </a>
  );
}
