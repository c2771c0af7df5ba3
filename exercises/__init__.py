"""The exercises: a registry of kinds and the shelf of exercises and agendas."""
