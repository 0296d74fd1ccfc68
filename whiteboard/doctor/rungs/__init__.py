"""The rungs, each a function from the patient to what was found."""
