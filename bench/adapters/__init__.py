"""One module a task: what the readers give, in the shape that the task is scored in."""
