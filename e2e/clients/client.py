"""Waldur's own Python client against a sandbox.

Reads {"origin": ..., "people": [...], "manager": ...}: all people read everything; manager, one of them and without
tokens so far, also manages tokens. Each person's password is the username. Writes {check: "ok" or the error}. Runs with
any release of the client, and reports what a release lacks.
"""

import json
import sys
from datetime import datetime, timedelta, timezone
from importlib import import_module

from waldur_api_client import AuthenticatedClient, Client
from waldur_api_client.errors import UnexpectedStatus

ASKED = json.load(sys.stdin)
ANSWERS = {}

# What the page reads: the client's modules and functions.
READS = [
    ("configuration", "configuration_retrieve"),
    ("users", "users_me_retrieve"),
    ("roles", "roles_list"),
    ("metadata", "metadata_permissions_retrieve"),
    ("identity_providers", "identity_providers_list"),
    ("events", "events_list"),
    ("event_consumers", "event_consumers_list"),
    ("personal_access_tokens", "personal_access_tokens_available_scopes_list"),
    ("personal_access_tokens", "personal_access_tokens_available_binding_targets_list"),
]
# What a token can be limited to: each list is read, and one of its entities.
PLACES = [
    "customers",
    "projects",
    "marketplace_resources",
    "marketplace_resource_projects",
    "marketplace_public_offerings",
    "marketplace_provider_offerings",
    "marketplace_service_providers",
    "call_managing_organisations",
    "proposal_public_calls",
    "proposal_protected_calls",
    "proposal_proposals",
]


def api(folder, name):
    return import_module(f"waldur_api_client.api.{folder}.{name}")


def model(kind, **fields):
    words = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in kind)
    return getattr(import_module(f"waldur_api_client.models.{words[1:]}"), kind)(**fields)


def check(name, make):
    """Makes a request and records the outcome. Returns its result, or None if it failed."""
    ANSWERS[name] = "ok"
    try:
        return make()
    except UnexpectedStatus as problem:
        ANSWERS[name] = f"{problem.status_code} {problem.content.decode()}"
    except ModuleNotFoundError:
        ANSWERS[name] = "not in this client"
    except Exception as problem:
        ANSWERS[name] = f"{type(problem).__name__}: {problem}"


def connect(token, prefix="Token"):
    return AuthenticatedClient(base_url=ASKED["origin"], token=token, prefix=prefix)


def sign_in(username, password):
    body = model("ObtainAuthTokenRequest", username=username, password=password)
    response = api("api_auth", "api_auth_password").sync_detailed(client=Client(base_url=ASKED["origin"]), body=body)
    if response.status_code != 200:
        # This status is documented, so the client does not raise.
        raise UnexpectedStatus(response.status_code.value, response.content, "")
    return response.parsed.token


def read(who, client):
    for folder, name in READS + ([("override_settings", "override_settings_retrieve")] if who == "staff" else []):
        check(f"{who}: {name}", lambda: all_of(api(folder, name), client))
    # One role of an unknown type breaks the whole list, which would hide other errors.
    check(f"{who}: roles_list, 10 of them", lambda: api("roles", "roles_list").sync(client=client, page_size=10))
    for name in PLACES:
        rows = check(f"{who}: {name}_list", lambda: all_of(api(name, f"{name}_list"), client))
        if rows:
            check(f"{who}: {name}_retrieve", lambda: api(name, f"{name}_retrieve").sync(rows[0].uuid, client=client))


def all_of(module, client):
    """Reads every page of a paginated list."""
    return getattr(module, "sync_all", module.sync)(client=client)


def manage(client):
    """Every operation on personal access tokens."""

    def act(name, *which, by=client, **parameters):
        return api("personal_access_tokens", f"personal_access_tokens_{name}").sync_detailed(
            *which, client=by, **parameters
        )

    def new_token(**parameters):
        expires_at = datetime.now(timezone.utc) + timedelta(days=30)
        return model("PersonalAccessTokenCreateRequest", scopes=["ORDER.LIST"], expires_at=expires_at, **parameters)

    def who_am_i(token, prefix="Bearer"):
        return api("users", "users_me_retrieve").sync(client=connect(token, prefix))

    check("list none", lambda: act("list"))
    check("count", lambda: act("count"))
    mine = api("projects", "projects_list").sync(client=client)[0]
    place = model("AllowedScopeInputRequest", type_="project", uuid=mine.uuid)
    made = check("create", lambda: act("create", body=new_token(name="client", allowed_scopes=[place])).parsed)
    check("retrieve one that was never used", lambda: act("retrieve", made.uuid))
    check("list one that was never used", lambda: act("list"))
    for prefix in ["Bearer", "bearer", "Token", "token", ""]:
        check(f"send a secret as “{prefix}”", lambda: who_am_i(made.token, prefix))
    check("retrieve one that was used", lambda: act("retrieve", made.uuid))
    check("list one that was used", lambda: act("list"))
    by_token = connect(made.token, "Bearer")
    check("list projects with it", lambda: all_of(api("projects", "projects_list"), by_token))
    check("create with it", lambda: act("create", by=by_token, body=new_token(name="by a token")))
    rotated = check("rotate", lambda: act("rotate", made.uuid).parsed)
    check("use the secret from before", lambda: who_am_i(made.token))
    check("use the new secret", lambda: who_am_i(rotated.token))
    acl = lambda: model("PersonalAccessTokenNetworkAclRequest", allowed_networks=["192.0.2.0/24"])
    check("set networks", lambda: act("set_network_acl", rotated.uuid, body=acl()))
    check("use it from another network", lambda: who_am_i(rotated.token))
    check("revoke", lambda: act("destroy", rotated.uuid))
    check("revoke again", lambda: act("destroy", rotated.uuid))


for person in ASKED["people"]:
    session = connect(check(f"{person}: sign in", lambda: sign_in(person, person)))
    read(person, session)
    if person == ASKED["manager"]:
        manage(session)
    check(f"{person}: sign out", lambda: api("api_auth", "api_auth_logout").sync_detailed(client=session))
check("sign in with a wrong password", lambda: sign_in("owner", "wrong"))
json.dump(ANSWERS, sys.stdout)
