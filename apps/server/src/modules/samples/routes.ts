// Addresses of the samples: what desks write to contacts, and notes for those who may read them.

import { addNote as addNoteBody, nameContact as nameContactBody } from "@fieldline/protocol/schemas";
import { bindCommand } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { addNote } from "./add-note.ts";
import { contactSeal } from "./contact-seal.ts";
import type { RightToCase } from "./desk-right.ts";
import { nameContact } from "./name-contact.ts";
import { readNotes } from "./read-notes.ts";

export const sampleRoutes =
  (rightToCase: RightToCase) =>
  (app: Routes, platform: Platform): void => {
    const seal = contactSeal(platform.keys);
    bindCommand(app, platform, "addNote", addNote(seal, rightToCase), { body: addNoteBody });
    bindCommand(app, platform, "nameContact", nameContact(seal, rightToCase), { body: nameContactBody });
    bindCommand(app, platform, "readNotes", readNotes(seal));
  };
