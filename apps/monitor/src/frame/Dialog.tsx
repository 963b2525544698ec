// What opens over a page: the browser's own dialog keeps the focus inside, closes on Escape and gives the focus back.

import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from "react";

export interface OpenDialog {
  /** The `id` its heading must bear. */
  readonly heading: string;
  readonly leave: () => void;
}

interface DialogProps {
  readonly className: string;
  /** Escape does not close it. */
  readonly held?: boolean;
  readonly closed: () => void;
  readonly children: (dialog: OpenDialog) => ReactNode;
}

/** Begins at the control marked `data-first`, or where the browser begins; `closed` is told however it was left. */
export function Dialog({ className, held = false, closed, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const own = dialog.current;
    own?.showModal();
    own?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => own?.close();
  }, []);
  // The event comes late: by then the dialog may be open again.
  const onClose = (): void => {
    if (!dialog.current?.open) closed();
  };
  const onCancel = (event: SyntheticEvent): void => {
    if (held) event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={heading}
      onClose={onClose}
      onCancel={onCancel}
    >
      {children({ heading, leave: () => dialog.current?.close() })}
    </dialog>
  );
}
