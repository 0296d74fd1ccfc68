"""What holds for every kind of element and for every tool, also for those that are yet to come."""
