"""Real replicas and a real room meet in virtual time, over links and disks that a seed makes fail."""
