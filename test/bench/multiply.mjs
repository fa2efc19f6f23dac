// Makes a workspace's data so many times larger: every stored row again, under row numbers, cases and people of its own.
// Runs as a process of its own: DuckDB gives a database to one process at a time.
import { DuckDBInstance } from '@duckdb/node-api';

const [file, times] = [process.argv[2], Number(process.argv[3])];
const instance = await DuckDBInstance.create(file, { memory_limit: '4GB' });
const connection = await instance.connect();
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();

/** Tables of one row a question or label stay as they are; of these every row comes again. */
const tables = await rows(`
  select schema_name || '.' || table_name as name, list(column_name order by column_index) as columns
  from duckdb_tables() join duckdb_columns() using (schema_name, table_name)
  where table_name in (
    'survey_response', 'survey_given', 'survey_pattern', 'incident', 'absence_spell', 'absence_month', 'workforce_snapshot', 'leaver',
    'appraisal', 'training', 'positive_example', 'qualitative_evidence'
  )
  group by all`);
const own = { row_no: 'row_no + copy * 1000000', case_ref: "case_ref || '-' || copy" };
for (const person of ['person', 'respondent', 'subject', 'reporter'])
  own[person] = `${person} || '-' || copy`;
for (const { name, columns } of tables) {
  const chosen = columns.map((column) => `${own[column] ?? column} as ${column}`).join(', ');
  await connection.run(
    `insert into ${name} by name select ${chosen} from ${name}, range(1, ${times}) as copies(copy)`,
  );
}
/** What was counted at import counts as many more. */
for (const counted of ['group.responses', 'tally.answers', 'people.people']) {
  const [table, column] = counted.split('.');
  await connection.run(`update mart.survey_${table} set ${column} = ${column} * ${times}`);
}
await connection.run('checkpoint');
const [{ answers }] = await rows('select count(*) as answers from clean.survey_answer');
console.log(JSON.stringify({ answers: Number(answers) }));
connection.closeSync();
instance.closeSync();
