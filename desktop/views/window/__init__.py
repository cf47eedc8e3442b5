"""The frame around the pages: sidebar, header, status strip."""
