// The interviews under way that hold a place in an opened cell: whose, since when, until when.

import type { QuotaCellPage } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { CaseLink } from "../cases/CaseLink.tsx";
import { clockTime } from "../format.ts";

export function ReservationTable({ reservations }: Pick<QuotaCellPage, "reservations">) {
  const { t, language } = useWording();
  const title = t("monitor.cell.reservations");
  return (
    <section className="mo-drawer__part" aria-label={title}>
      <h3>{title}</h3>
      {reservations.length === 0 ? (
        <p className="fl-soft">{t("monitor.cell.noReservations")}</p>
      ) : (
        <>
          <p className="fl-soft">{t("monitor.cell.heldFor")}</p>
          <table className="mo-table mo-held" data-dense>
            <caption className="fl-visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t("monitor.interviews.column.reference")}</th>
                <th scope="col">{t("monitor.interviews.column.interviewer")}</th>
                <th scope="col">{t("monitor.cell.since")}</th>
                <th scope="col">{t("monitor.cell.until")}</th>
              </tr>
            </thead>
            <tbody>
              {reservations.map(({ interviewId, caseId, reference, interviewer, since, until }) => (
                <tr key={interviewId}>
                  <th scope="row">
                    <CaseLink id={caseId} reference={reference} />
                  </th>
                  <td>{interviewer}</td>
                  <td>{clockTime(Date.parse(since), language)}</td>
                  <td>{clockTime(Date.parse(until), language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
