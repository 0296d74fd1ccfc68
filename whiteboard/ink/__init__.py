"""From pen samples to a beautiful stroke."""
