// The files of an export, each with what it holds and the checksum to compare after downloading.

import type { ExportBody } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { Anchor } from "@mantine/core";
import { number } from "../format.ts";
import { Scroll } from "../tables/Scroll.tsx";
import { fileAddress } from "./use-exports.ts";
import { inReadingOrder, whatItHolds } from "./what-it-holds.ts";

interface FileTableProps {
  readonly made: ExportBody;
  readonly time: string;
}

export function FileTable({ made, time }: FileTableProps) {
  const { t, language } = useWording();
  const caption = t("monitor.exports.files", { time });
  return (
    <Scroll label={caption}>
      <table className="mo-table" data-dense>
        <caption className="fl-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("monitor.exports.file")}</th>
            <th scope="col">{t("monitor.exports.holds")}</th>
            <th scope="col" data-align="end">
              {t("monitor.exports.size")}
            </th>
            <th scope="col">{t("monitor.exports.checksum")}</th>
          </tr>
        </thead>
        <tbody>
          {inReadingOrder(made.files).map(({ name, bytes, sha256 }) => (
            <tr key={name}>
              <th scope="row">
                <Anchor href={fileAddress(made.id, name)} download={name}>
                  {name}
                </Anchor>
              </th>
              <td>{t(`monitor.exports.what.${whatItHolds(name)}`)}</td>
              <td data-align="end">{number(bytes, language)} B</td>
              <td>
                <code className="mo-checksum">{sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
