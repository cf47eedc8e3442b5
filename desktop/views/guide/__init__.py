"""The guide: what each page is for and how it is worked, in the language of the screen."""
