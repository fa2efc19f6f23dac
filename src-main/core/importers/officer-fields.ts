// Owns the columns that every file about officers has, and the headings that HR systems give them.
import { type Field, words } from './field.ts';

export const employeeNumber: Field = {
  id: 'person',
  label: 'Employee number',
  example: 'E10432',
  type: { kind: 'identity' },
  synonyms: words(`
    employee no, employee id, person number, assignment number, staff number, payroll number, emp no, employee,
    staff id, person id, personal reference, pers no, personnel number, employee ref, id`),
};

export const directorate: Field = {
  id: 'directorate',
  label: 'Directorate',
  example: 'Adult Social Care',
  type: { kind: 'text' },
  synonyms: words(`
    department, division, service area, organisation unit, business unit, service, org unit, directorate name, region`),
};

export const grade: Field = {
  id: 'grade',
  label: 'Grade',
  example: 'Grade 8',
  type: { kind: 'text' },
  synonyms: words('pay grade, grade band, band, grade name, classification'),
};

/** Names and protected characteristics: recognised so as to be left out. */
export const personalDetails: Field = {
  id: 'personal_name',
  label: 'Name or personal details',
  type: { kind: 'personal' },
  synonyms: words(`
    name, employee name, person name, full name, surname, first name, last name, forename, email, email address,
    ni number, national insurance number, date of birth, manager name, line manager, post title, post number,
    business title, job title, position, gender, sex, age, disability, ethnicity, religion, sexual orientation`),
};
