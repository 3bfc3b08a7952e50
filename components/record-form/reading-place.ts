import type { ReactiveControllerHost } from 'lit';

/** Tells which part of a form is being read: the elements with `data-part` that it draws. */
export function watchReading(
  host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
  tell: (part: string) => void,
): void {
  let spy: IntersectionObserver | undefined;
  host.addController({
    hostUpdated() {
      if (spy) return;
      spy = new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries) {
            if (isIntersecting) tell((target as HTMLElement).dataset['part']!);
          }
        },
        { rootMargin: '-25% 0px -70% 0px' },
      );
      for (const part of host.renderRoot.querySelectorAll('[data-part]')) spy.observe(part);
    },
    hostDisconnected() {
      spy?.disconnect();
      spy = undefined;
    },
  });
}
