"""Pure values and rules of an inspection: no I/O, no clock, only pydantic and lark."""
