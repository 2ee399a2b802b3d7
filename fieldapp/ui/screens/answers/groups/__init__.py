"""A repeating section: its entries, what they add up to, how they were chosen."""
