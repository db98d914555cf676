-- Reads every value of a Parquet file: one that is damaged fails.
select bit_xor(hash(columns(*))) from read_parquet($path)
