insert into clean.held_text by name
select $import_id as import_id, staged.* replace (from_base64(nonce) as nonce, from_base64(sealed) as sealed)
from read_csv($held, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  max_line_size = 16777216,
  columns = {'block_no': 'INTEGER', 'field': 'VARCHAR', 'label': 'VARCHAR', 'first_row': 'INTEGER',
    'last_row': 'INTEGER', 'texts': 'INTEGER', 'found': 'JSON', 'nonce': 'VARCHAR', 'sealed': 'VARCHAR'}) as staged;

insert into clean.held_post by name
select $import_id as import_id, staged.* replace (from_base64(nonce) as nonce, from_base64(sealed) as sealed)
from read_csv($held_posts, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  max_line_size = 16777216,
  columns = {'posts': 'INTEGER', 'nonce': 'VARCHAR', 'sealed': 'VARCHAR'}) as staged;
