// Carries out what was said, or leaves it.

import { useWording } from "@fieldline/wording";

interface ConfirmKeysProps {
  /** What the key says; `null` where the rules refuse it, and it can only be left. */
  readonly carryOut: string | null;
  readonly look?: "main" | "danger";
  readonly busy: boolean;
  readonly onCarryOut: () => void;
  readonly onCancel: () => void;
}

export function ConfirmKeys({ carryOut, look = "main", busy, onCarryOut, onCancel }: ConfirmKeysProps) {
  const { t } = useWording();
  return (
    <div className="mo-confirm__keys">
      {carryOut !== null && (
        <button type="button" className="fl-button" data-look={look} disabled={busy} onClick={onCarryOut}>
          {carryOut}
        </button>
      )}
      <button type="button" className="fl-button" disabled={busy} onClick={onCancel}>
        {t("common.cancel")}
      </button>
    </div>
  );
}
