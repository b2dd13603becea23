"""Accounts of programs on GitHub, by name: what they commit is nobody's participation. Data only."""

from __future__ import annotations

BOTS = frozenset(
    {
        "actions-user",
        "allcontributors",
        "azure-pipelines",
        "bors",
        "circleci",
        "claude",
        "cla-assistant",
        "codecov-commenter",
        "copilot",
        "copilot-swe-agent",
        "coveralls",
        "cursoragent",
        "dependabot",
        "dependabot-preview",
        "devin-ai-integration",
        "fossabot",
        "ghost",
        "git-for-windows-ci",
        "github-actions",
        "github-classroom",
        "gitbook-bot",
        "gitbook-com",
        "google-labs-jules",
        "greenkeeper",
        "greenkeeperio-bot",
        "imgbot",
        "imgbotapp",
        "k8s-ci-robot",
        "lerna-bot",
        "lovable-dev",
        "mergify",
        "netlify",
        "nixpkgs-ci",
        "pre-commit-ci",
        "prettier-bot",
        "pull",
        "pyup-bot",
        "release-please",
        "renovate",
        "renovate-bot",
        "restyled-commits",
        "rust-highfive",
        "rustbot",
        "semantic-release-bot",
        "snyk-bot",
        "sonarcloud",
        "stale",
        "sweep-ai",
        "travis-ci",
        "vercel",
        "web-flow",
        "whitesource-bolt-for-github",
    }
)


def is_bot(login: str, kind: str = "") -> bool:
    """Return whether an account belongs to a program: told so by GitHub, by its ending, or by the list."""
    name = login.casefold()
    return kind == "Bot" or name.endswith("[bot]") or name.removesuffix("[bot]") in BOTS
