"""RevenueCat's API version 2: requests, errors and the records that it answers with.

    transport = Transport(Connection(DEFAULT_BASE_URL, Secret(key)))
    reader = CustomerReader(transport, project_id)
    customer = await reader.get_customer("some App User ID", expand_attributes=True)

`connection` says where and with which key, `transport` sends, `reader` and `writer` know the
operations, `models` are the records, `page` is one page of a list and `errors` what can go wrong.
Knows httpx, pydantic's engine and, of rctui, only `errors` and `secret`. Nothing is imported here:
whoever only needs `errors`, `page` or `rate_limits` must not pay for the rest.
"""
