// Names for the bundled sample that nobody bears: a common first name and a surname that says "specimen".

import type { Random } from "@fieldline/kernel";
import type { StudyCountry } from "./facts.ts";

const women: Readonly<Record<StudyCountry, readonly string[]>> = {
  CZ: ["Jana", "Hana", "Eva", "Lenka", "Věra", "Alena", "Petra", "Lucie"],
  DK: ["Mette", "Anne", "Kirsten", "Hanne", "Lone", "Inge", "Susanne", "Camilla"],
  FR: ["Marie", "Nathalie", "Isabelle", "Sylvie", "Françoise", "Céline", "Monique", "Aurélie"],
  DE: ["Ursula", "Monika", "Petra", "Sabine", "Renate", "Claudia", "Käthe", "Julia"],
  GB: ["Margaret", "Susan", "Sarah", "Helen", "Emma", "Patricia", "Nicola", "Claire"],
};
const men: Readonly<Record<StudyCountry, readonly string[]>> = {
  CZ: ["Jiří", "Petr", "Pavel", "Tomáš", "Zdeněk", "Václav", "Ondřej", "Luboš"],
  DK: ["Jens", "Peter", "Lars", "Søren", "Niels", "Hans", "Åge", "Jesper"],
  FR: ["Jean", "Michel", "Philippe", "Alain", "Nicolas", "Stéphane", "René", "Loïc"],
  DE: ["Peter", "Wolfgang", "Jürgen", "Thomas", "Stefan", "Günter", "Uwe", "Jörg"],
  GB: ["David", "John", "Paul", "Andrew", "Mark", "Stephen", "Ian", "Gareth"],
};
const surnames: Readonly<Record<StudyCountry, { readonly woman: string; readonly man: string }>> = {
  CZ: { woman: "Vzorková", man: "Vzorek" },
  DK: { woman: "Prøveperson", man: "Prøveperson" },
  FR: { woman: "Spécimen", man: "Spécimen" },
  DE: { woman: "Musterperson", man: "Musterperson" },
  GB: { woman: "Specimen", man: "Specimen" },
};

/** A name as one might be noted in that country; men and women alike often. */
export function fictitiousName(country: StudyCountry, random: Random): string {
  const woman = random() < 0.5;
  const first = (woman ? women : men)[country];
  const surname = surnames[country][woman ? "woman" : "man"];
  return `${first[Math.floor(random() * first.length)]} ${surname}`;
}
