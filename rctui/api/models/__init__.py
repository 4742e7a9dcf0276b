"""The API's records, one family a module. Field names are the API's own.

What identifies a record is required; everything else may be missing or null. Enums are plain
text, because the API adds values without notice. Times are ms since the epoch.
"""
