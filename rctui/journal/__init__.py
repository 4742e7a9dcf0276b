"""rctui's own record of every change that it sent, or tried to send.

A change is written down, and is on the disk, before its first byte leaves; how it ended follows.
So whatever happens to the program, the machine or the line, the journal says what was attempted.

- `states`: the states of a change, and what leads from one to the next
- `entry`: one line of the journal
- `operation`: all lines of one change, folded into what is known of it
- `reading`: lines into operations, whatever became of the file
- `stores`: where the lines are kept: in a file, or in memory
- `journal`: append, read, find what is open
"""
