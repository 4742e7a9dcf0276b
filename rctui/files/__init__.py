"""Files that are whole or not there, private, and never overwritten by surprise.

- `atomic`: replace a file's content in one step, mode 0600
- `locks`: one process at a time for read-modify-write
- `reading`: read, unless something else is in the file's place
- `new_files`: create without ever overwriting
- `names`: a file name from text that came from outside
- `directories`: folders that only their owner can look into
- `errors`: what the operating system refused, in words
"""
