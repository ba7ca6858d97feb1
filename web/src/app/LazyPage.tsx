import { type ComponentType, lazy, type ReactNode } from "react";

interface PageModule {
  readonly default: ComponentType;
}

/** A page whose code is fetched when it is first shown, or before. */
export class PageCode {
  private fetched: ComponentType | undefined;
  private shown: ComponentType | undefined;
  private readonly fetching: ComponentType;

  constructor(private readonly load: () => Promise<PageModule>) {
    this.fetching = lazy(this.fetch);
  }

  fetch = async (): Promise<PageModule> => {
    const module = await this.load();
    this.fetched = module.default;
    return module;
  };

  /**
   * The page itself if its code is there when it is first shown: `lazy` would give way to a
   * placeholder all the same, and React then keeps the placeholder for 300 ms. Always the
   * same from then on, because another component would start anew.
   */
  get component(): ComponentType {
    this.shown ??= this.fetched ?? this.fetching;
    return this.shown;
  }
}

export function LazyPage({ page }: { readonly page: PageCode }): ReactNode {
  const Page = page.component;
  return <Page />;
}
