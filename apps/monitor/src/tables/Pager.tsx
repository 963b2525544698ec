// Turns the pages of a table.

import { useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly turnTo: (page: number) => void;
}

export function Pager({ page, pages, turnTo }: PagerProps) {
  const { t } = useWording();
  if (pages === 1) return null;
  return (
    <nav className="mo-pager mo-no-print" aria-label={t("monitor.interviews.pages")}>
      <Button variant="default" disabled={page <= 1} onClick={() => turnTo(page - 1)}>
        {t("monitor.interviews.previous")}
      </Button>
      <span role="status">{t("monitor.interviews.page", { page, pages })}</span>
      <Button variant="default" disabled={page >= pages} onClick={() => turnTo(page + 1)}>
        {t("monitor.interviews.next")}
      </Button>
    </nav>
  );
}
