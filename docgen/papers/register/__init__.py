"""Numbers of outgoing papers and their register (NĐ 30/2020, Điều 15, Phụ lục IV)."""
