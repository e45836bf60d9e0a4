"""What scripts do to a running deployment, wherever they stand: files, steps of workflows, commands on a server."""
