"""What is kept becomes files: of the page, of every night, of the command line."""
