// That messages wait on the desk: a word in the corner, also during a call, and never in the way.

import { useWording } from "@fieldline/wording";
import { unreadOf } from "../seat/mail.ts";
import { useMail, useSeatState } from "../use-seat.ts";

export function MessagesMark() {
  const { me } = useSeatState();
  const unread = unreadOf(useMail(), me?.id);
  const { t } = useWording();
  return (
    <span className="co-top__mail" role="status">
      {unread.length > 0 && (
        <>
          <span aria-hidden="true">
            ✉ <span className="co-top__count">{unread.length}</span>
          </span>
          <span className="co-top__words">{t("console.messages.unread", { count: unread.length })}</span>
        </>
      )}
    </span>
  );
}
