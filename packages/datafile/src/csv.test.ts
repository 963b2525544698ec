// The data file as a researcher opens it.

import { describe, expect, it } from "vitest";
import { csvData } from "./csv.ts";
import { exportOf, interview, release } from "./testing/denmark.ts";
import { fileVariables } from "./variables/index.ts";

const lena = interview(
  {
    sex: { value: 2 },
    age: { value: 98 },
    region: { value: "DK01" },
    works: { value: 2 },
    seeks: { missing: "refused" },
    children: { value: 0 },
    go_walk: { value: 1 },
    go_cycle: { missing: "dontKnow" },
    urban: { value: 1 },
  },
  { facts: { monitoringAllowed: false } },
);

describe("the data file", () => {
  it("has one row an interview, item codes as columns in questionnaire order, and missing codes for the rest", () => {
    expect(csvData(exportOf(lena))).toBe(
      [
        "interview_id,record,study,wave,wave_mode,country,language,release,status,started_at,ended_at,minutes,interviewer,respondents," +
          "sex,age,age_band_asked,region,works,hours,job_pay,job_boss,job_hours,seeks,children,childcare,go_walk,go_cycle,more_children,urban," +
          "idx_go,idx_all,best_go,age_band,female,region_quota,monitoring_allowed",
        "0d9c9b1e-8a5c-4c58-9d0f-3a1f2b4c5d6e,DK-0001,getting-about,2008,test,DK,da,1,completed,2008-04-16T15:02:00.000Z,2008-04-16T15:11:30.000Z,9.5,mette,1," +
          "2,98,96,DK01,2,96,96,96,96,99,0,96,1,98,96,1," +
          "998,998,1,2,1,DK01,0",
        "",
      ].join("\n"),
    );
  });

  it("keeps a refused age (999) apart from the age band told instead", () => {
    const [, row = ""] = csvData(
      exportOf(interview({ age: { missing: "refused" }, age_band_asked: { value: 2 } })),
    ).split("\n");
    const names = fileVariables([release]).map(({ name }) => name);
    const cells = row.split(",");
    expect([
      cells[names.indexOf("age")],
      cells[names.indexOf("age_band_asked")],
      cells[names.indexOf("age_band")],
    ]).toEqual(["999", "2", "2"]);
  });

  it("says that listening in was allowed where nobody objected", () => {
    expect(
      csvData(exportOf(interview({})))
        .trimEnd()
        .endsWith(",1"),
    ).toBe(true);
  });

  it("leaves a plus sign and a formula as they are and quotes what CSV must quote", () => {
    const text = csvData(exportOf(interview({}, { record: "+45 13 00", interviewer: '=1+1, "x"' })));
    expect(text).toContain("+45 13 00,");
    expect(text).toContain('"=1+1, ""x"""');
  });

  it("is the header alone when no interview is handed in", () => {
    expect(csvData(exportOf()).split("\n")).toHaveLength(2);
  });
});

describe("several releases in one file", () => {
  const { instrument } = release;
  const second = {
    ...release,
    number: 2,
    instrument: {
      ...instrument,
      units: instrument.units.map((unit) => (unit.id === "F12" ? { ...unit, variable: "status" } : unit)),
    },
  };
  const input = {
    ...exportOf(lena, interview({ status: { value: 1 } }, { release: 2 })),
    releases: [release, second],
  };
  const [header = "", first = "", next = ""] = csvData(input).split("\n");
  const at = (row: string, name: string) => row.split(",")[header.split(",").indexOf(name)];

  it("has the columns of both, and what a release does not ask is not asked", () => {
    expect([at(first, "urban"), at(next, "urban")]).toEqual(["1", "96"]);
  });

  it("gives the name to the questionnaire where a column about the interview has the same", () => {
    expect([at(first, "status"), at(next, "status"), at(next, "frame_status")]).toEqual([
      "96",
      "1",
      "completed",
    ]);
  });
});
