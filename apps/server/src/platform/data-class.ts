// The classes of data a transaction may touch, and the PostgreSQL role each runs under.

/**
 * `plain`: everything but contacts. `contact`: contacts, and the cases, numbers and leases around them, but no
 * answers. `export`: reads results for files that leave the house; no contacts, no passwords.
 */
export type DataClass = "plain" | "contact" | "export";

export const roleOf: Readonly<Record<DataClass, string>> = {
  plain: "fieldline_app",
  contact: "fieldline_contact",
  export: "fieldline_export",
};
