"""From a folder of files to records, with the place of every key and value, and every fault."""
