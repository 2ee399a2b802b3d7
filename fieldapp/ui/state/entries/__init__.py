"""Reading what is typed into a criterion's fields, one module for each family."""
