import Libpq

let counted = Statement("test.counted", "select number from counted")
let digested = Statement("test.digested", "select digest from digested")
let tables = Statement(
  "test.tables", "select tablename::text from pg_tables where schemaname = 'fund' order by 1")
