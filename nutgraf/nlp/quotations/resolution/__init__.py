"""Resolution of a pronoun or a noun in a speaker's place to whom it stands for."""
