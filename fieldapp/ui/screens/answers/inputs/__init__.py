"""The right input for each answer kind: fields, taps, rows."""
