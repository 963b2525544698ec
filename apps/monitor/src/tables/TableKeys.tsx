// How many lines a table has, and the keys that download and print it.

import { useWording } from "@fieldline/wording";
import { Button, Text } from "@mantine/core";

interface TableKeysProps {
  /** In words; left out where it stands elsewhere. */
  readonly count?: string;
  readonly save: () => void;
  /** The file is being made. */
  readonly busy?: boolean;
}

export function TableKeys({ count, save, busy = false }: TableKeysProps) {
  const { t } = useWording();
  return (
    <div className="mo-tools__end">
      {count !== undefined && <Text role="status">{count}</Text>}
      <Button variant="default" disabled={busy} onClick={save}>
        {t("monitor.interviews.download")}
      </Button>
      <Button variant="default" onClick={() => window.print()}>
        {t("monitor.interviews.print")}
      </Button>
    </div>
  );
}
