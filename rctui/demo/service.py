"""The rules between a request and its operation, in the order in which the service applies them.

Key (401), project (403), route (404), method (400), permission (403), rate limit (429), body
(400), lock (423), idempotency (409); only then the operation itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rctui.demo.answer import Answer, encoded_json
from rctui.demo.call import Call
from rctui.demo.idempotency import RememberedWrites
from rctui.demo.invoice_files import invoice_pdf
from rctui.demo.keys import authenticated
from rctui.demo.problems import Problem, invalid_request, not_found
from rctui.demo.rate_limits import RateLimits
from rctui.demo.reply import Reply, refusal, reply_of
from rctui.demo.request_body import Fields, closed, read_body
from rctui.demo.write_locks import WriteLocks

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.demo.incoming import Incoming
    from rctui.demo.keys import ApiKey
    from rctui.demo.projects import Projects
    from rctui.demo.received import Received
    from rctui.demo.route_table import Route

IDEMPOTENCY_KEY: Final = "Idempotency-Key"
_OLD_VERSION: Final = {
    "code": 7723,
    "message": "The API key can't be used with this version of the API.",
}


@dataclass
class Service:
    """A simulated RevenueCat with its memory."""

    projects: Projects
    clock: Callable[[], int]
    """Now, in ms since the epoch."""
    rate_limits: RateLimits = field(default_factory=RateLimits)
    locks: WriteLocks = field(default_factory=WriteLocks)
    writes: RememberedWrites = field(default_factory=RememberedWrites)

    async def reply(
        self, incoming: Incoming, entry: Received, pause: Callable[[], Awaitable[None]]
    ) -> Reply:
        """Carry a request out, waiting in `pause` just before; `entry` learns what was applied."""
        if incoming.segments[0] == "files":
            await pause()
            return invoice_pdf(self.projects, incoming)
        try:
            key = authenticated(incoming.headers.get("authorization"))
            if incoming.segments[0] == "v1":
                return reply_of(Answer(_OLD_VERSION, 403))
            route = _permitted(incoming, key)
            usage = self.rate_limits.count(key.value, route.operation.domain, self.clock())
        except Problem as problem:
            return refusal(problem)
        answer = await self._answer_or_refusal(Asked(incoming, route, key), entry, pause)
        return reply_of(answer).with_headers(usage)

    async def _answer_or_refusal(
        self, asked: Asked, entry: Received, pause: Callable[[], Awaitable[None]]
    ) -> Answer:
        try:
            fields = asked.fields()
            if not asked.route.operation.is_write:
                await pause()
                return self._carry_out(asked, fields)
            with self.locks.holding(self._customers_of(asked, fields)):
                await pause()
                return self._write(asked, fields, entry)
        except Problem as problem:
            return problem.answer()

    def _write(self, asked: Asked, fields: Fields, entry: Received) -> Answer:
        remembered_as = asked.idempotency_key
        request = asked.fingerprint(fields)
        if remembered_as:
            earlier = self.writes.replay(asked.key.value, remembered_as, request)
            if earlier is not None:
                return earlier
        answer = self._carry_out(asked, fields)
        entry.applied = True
        if remembered_as:
            self.writes.remember(asked.key.value, remembered_as, request, answer)
        return answer

    def _carry_out(self, asked: Asked, fields: Fields) -> Answer:
        incoming, ids = asked.incoming, asked.route.ids
        return asked.route.operation.answer(
            Call(
                world=self.projects.world_of(asked.key.project_id),
                now_ms=self.clock(),
                origin=incoming.origin,
                path=incoming.path,
                project_id=asked.key.project_id,
                ids=ids,
                query=incoming.query,
                body=fields,
            )
        )

    def _customers_of(self, asked: Asked, fields: Fields) -> set[tuple[str, str]]:
        """The customers that a write changes, by project and by the id that all names lead to."""
        project_id = asked.key.project_id
        world = self.projects.world_of(project_id)
        names = [asked.route.ids.get("customer_id")]
        names.append(fields.values.get(asked.route.operation.also_locks))  # type: ignore[arg-type]
        found = {name: world.find(name) for name in names if isinstance(name, str)}
        for row_id in (asked.route.ids.get(one) for one in ("subscription_id", "purchase_id")):
            if row_id is not None:
                found[row_id] = world.owner_of(row_id)
        return {(project_id, one.id if one else name) for name, one in found.items()}


@dataclass(frozen=True)
class Asked:
    """A request that may be carried out."""

    incoming: Incoming
    route: Route
    key: ApiKey

    @property
    def idempotency_key(self) -> str | None:
        """The key under which the write is remembered, where the operation takes one."""
        takes_one = self.route.operation.takes_idempotency_key
        return self.incoming.headers.get(IDEMPOTENCY_KEY) if takes_one else None

    def fields(self) -> Fields:
        """The body, closed to everything that isn't documented."""
        allowed = self.route.operation.body_keys
        if not self.route.operation.is_write:
            return Fields({})
        content_type = self.incoming.headers.get("content-type", "")
        body = read_body(self.incoming.body, content_type, required=bool(allowed))
        return closed(body, allowed)

    def fingerprint(self, fields: Fields) -> bytes:
        """What has to be equal for a request to be the same one again."""
        return f"{self.incoming.method} {self.incoming.path}\n".encode() + encoded_json(
            fields.values
        )


def _permitted(incoming: Incoming, key: ApiKey) -> Route:
    in_project = incoming.segments[:2] == ["v2", "projects"] and len(incoming.segments) > 2
    key.require_project(incoming.segments[2] if in_project else None)
    if not incoming.routes:
        raise not_found()
    route = incoming.route
    if route is None:
        raise invalid_request(f"{incoming.method} is not allowed here.")
    key.require(route.operation.permissions)
    return route
