// Who asks: a person of each role, all of whom see Denmark and nothing else.

import type { Role } from "@fieldline/protocol";
import type { Desk } from "../desk.ts";
import type { Field } from "../field.ts";

export interface Person extends Desk {
  readonly id: string;
  readonly role: Role;
}

export interface People {
  /** One of that role. An interviewer is another one each time, with an empty desk. */
  of(role: Role): Promise<Person>;
  /** The same in a session that may end. */
  alone(role: Role): Promise<Person>;
}

export function peopleOf(field: Field): People {
  const known = new Map<Role, Promise<Person>>();
  let interviewers = 0;
  const signIn = async (role: Role, name: string): Promise<Person> => {
    const languages = role === "interviewer" ? ["da"] : [];
    const desk = await field.person({ name, roles: [role], languages, countries: ["DK"] });
    return { ...desk, role, id: (await desk.ask("GET", "/api/session")).body.id };
  };
  return {
    alone: (role) => signIn(role, role),
    of: (role) => {
      if (role === "interviewer") return signIn(role, `interviewer-${++interviewers}`);
      const person = known.get(role) ?? signIn(role, role);
      known.set(role, person);
      return person;
    },
  };
}
