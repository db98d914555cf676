-- The Parquet files under way, for the view of their rows to ask; a file's name begins so many signs into its path.
set variable delivered_files = $delivered_files
