"""The commands: each reads its arguments, calls one workflow and shows what came of it."""
