"""The gate: every task on its corpus, against floors that only rise."""
