"""The page from which a centre is looked after: accounts, rights, backups, the journal, the lists."""
