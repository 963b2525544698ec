// Interviews of a wave for those who watch over it: no answers, no contact data.

import { interviewList, interviewQuery } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { waveWithCountries } from "../studies/index.ts";
import { interviewRows } from "./interview-row.ts";
import { countInterviews, findInterviews } from "./store.ts";

export const listInterviews = query({
  name: "monitoring.listInterviews",
  action: "interview.list",
  data: "export",
  input: interviewQuery.extend({ wave: z.string() }),
  reply: interviewList,
  run: async (tx, ctx, { wave, status, country, overQuota, offset, limit }) => {
    const { countries: own } = await waveWithCountries(tx, ctx.actor, wave);
    const countries = own.filter((one) => country === undefined || one === country);
    const asked = {
      wave,
      status,
      overQuota: overQuota === undefined ? undefined : overQuota === "true",
      countries,
    };
    const found = await findInterviews(tx, asked, { offset, limit });
    return { interviews: await interviewRows(tx, found), total: await countInterviews(tx, asked) };
  },
});
