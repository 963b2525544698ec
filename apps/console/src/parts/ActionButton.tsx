// A control with its key printed on it. The mouse does not move the focus, so Enter keeps its meaning.

import { Key } from "@fieldline/ui";
import type { ReactNode } from "react";
import { useLetters } from "../settings.ts";

export interface ActionButtonProps {
  readonly onPress: () => void;
  readonly children: ReactNode;
  /** As printed: `b`, `Enter`. A letter is printed with Alt where letters are switched off. */
  readonly keyName?: string;
  readonly look?: "main" | "danger" | "plain";
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly className?: string;
  readonly lang?: string;
}

export function ActionButton(props: ActionButtonProps) {
  const { onPress, children, look, disabled = false, pressed, className = "", lang } = props;
  const alone = useLetters() === "plain" || !/^[a-z]$/.test(props.keyName ?? "");
  const keyName = alone ? props.keyName : `Alt+${props.keyName}`;
  return (
    <button
      type="button"
      className={`fl-button ${className}`}
      data-look={look}
      disabled={disabled}
      aria-pressed={pressed}
      aria-keyshortcuts={keyName}
      lang={lang}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {keyName && <Key>{keyName}</Key>}
      {children}
    </button>
  );
}
