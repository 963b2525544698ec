// A table of a case's page: sorted by its heads, downloaded by the button beside its title.

import { useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { inOrder } from "../tables/order.ts";
import { Scroll } from "../tables/Scroll.tsx";
import { SortHeader, type Sorting } from "../tables/SortHeader.tsx";
import { saveWaveFile } from "../tables/wave-file.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";

export interface RecordColumn<Row> {
  readonly id: string;
  readonly name: string;
  /** Numbers align right. */
  readonly end?: boolean;
  readonly unbroken?: boolean;
  /** Empty where the row has nothing in this column. */
  readonly text: (row: Row) => string;
  /** In the downloaded table, where that says more. */
  readonly file?: (row: Row) => string;
  /** What it is sorted by, where that is not its text. */
  readonly key?: (row: Row) => number | string | null;
  /** On the screen, where that is more than its text. */
  readonly cell?: (row: Row) => ReactNode;
}

interface RecordTableProps<Row> {
  readonly title: string;
  /** Ends the name of the downloaded table. */
  readonly file: string;
  readonly rows: readonly Row[];
  readonly columns: readonly RecordColumn<Row>[];
  /** Said where there are no rows. */
  readonly none: string;
  /** Beside the title. */
  readonly tools?: ReactNode;
  /** What is said below a row, across it; in the downloaded table a column of this name. */
  readonly under?: {
    readonly name: string;
    readonly text: (row: Row) => string;
    /** The text as it is said there. */
    readonly line: (text: string) => string;
  };
  /** What can be done with a row, under a head of its own. */
  readonly action?: { readonly name: string; readonly of: (row: Row) => ReactNode };
}

export function RecordTable<Row extends { readonly id: string }>(props: RecordTableProps<Row>) {
  const { title, file, rows, columns, none, tools, under, action } = props;
  const { t, language } = useWording();
  const wave = useWaveHere();
  const [order, setOrder] = useState<Sorting<string> | null>(null);
  const column = columns.find(({ id }) => id === order?.sort);
  const shown =
    column && order ? inOrder(rows, { down: order.down, by: column.key ?? column.text, language }) : rows;
  const save = (): void => {
    const more = under ? [under] : [];
    const header = [...columns, ...more].map(({ name }) => name);
    const lines = shown.map((row) => [
      ...columns.map(({ text, file: inFile = text }) => inFile(row)),
      ...more.map(({ text }) => text(row)),
    ]);
    saveWaveFile({ wave, name: file, asOf: new Date().toISOString(), header, lines }, t, language);
  };
  const download = t("monitor.interviews.download");
  return (
    <section className="mo-case__part" aria-label={title}>
      <header className="mo-case__head">
        <h2>{title}</h2>
        {rows.length > 0 && (
          <Button
            variant="default"
            size="compact-sm"
            className="mo-no-print"
            aria-label={`CSV: ${title} – ${download}`}
            onClick={save}
          >
            CSV
          </Button>
        )}
        {tools}
      </header>
      {rows.length === 0 ? (
        <p className="fl-soft">{none}</p>
      ) : (
        <Scroll label={t("monitor.cases.tableOf", { title })}>
          <table className="mo-table" data-dense>
            <caption className="fl-visually-hidden">{title}</caption>
            <thead>
              <tr>
                {columns.map(({ id, name, end }) => (
                  <SortHeader
                    key={id}
                    name={name}
                    column={id}
                    sorted={order ?? {}}
                    end={end === true}
                    onSort={setOrder}
                  />
                ))}
                {action && (
                  <th scope="col" className="mo-no-print">
                    <span className="fl-visually-hidden">{action.name}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <RecordRow key={row.id} row={row} columns={columns} under={under} action={action} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

type RecordRowProps<Row> = Pick<RecordTableProps<Row>, "columns"> & {
  readonly row: Row;
  readonly under: RecordTableProps<Row>["under"];
  readonly action: RecordTableProps<Row>["action"];
};

function RecordRow<Row>({ row, columns, under, action }: RecordRowProps<Row>) {
  const { t } = useWording();
  const more = under?.text(row) ?? "";
  return (
    <>
      <tr data-more={more !== "" || undefined}>
        {columns.map(({ id, end, unbroken, text, cell }) => (
          <td key={id} data-align={end ? "end" : undefined} data-unbroken={unbroken || undefined}>
            {cell ? cell(row) : text(row) || t("monitor.none")}
          </td>
        ))}
        {action && <td className="mo-no-print">{action.of(row)}</td>}
      </tr>
      {under && more !== "" && (
        <tr className="mo-table__under">
          <td colSpan={columns.length + (action ? 1 : 0)}>{under.line(more)}</td>
        </tr>
      )}
    </>
  );
}
