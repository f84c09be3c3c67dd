-- Projects, runs with their findings, the versioned library, artifacts.
-- Times are milliseconds since 1970-01-01 UTC. Identifiers are UUIDs of version 7, so they sort by age.

CREATE TABLE organizations (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
);

-- A workspace of one person has one organization, which nobody sees.
INSERT INTO organizations (id, slug, name) VALUES ('local', 'local', 'Local');

CREATE TABLE projects (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    external_root TEXT, -- absolute; NULL for a project whose files live in the workspace
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (organization_id, slug),
    UNIQUE (organization_id, external_root)
);

CREATE TABLE project_tags (
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (project_id, tag)
);

CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    error TEXT NOT NULL,
    owner TEXT NOT NULL, -- the process that works on it
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    finished_at BIGINT,
    UNIQUE (project_id, number)
);
CREATE INDEX runs_by_state ON runs (state);

CREATE TABLE run_events (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (run_id, sequence)
);

CREATE TABLE reviews (
    run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    root TEXT NOT NULL,
    critical INTEGER NOT NULL,
    high INTEGER NOT NULL,
    medium INTEGER NOT NULL,
    low INTEGER NOT NULL,
    waived INTEGER NOT NULL,
    baselined INTEGER NOT NULL,
    undecided INTEGER NOT NULL,
    diagnostics INTEGER NOT NULL,
    files INTEGER NOT NULL,
    modules INTEGER NOT NULL,
    resources INTEGER NOT NULL,
    rules INTEGER NOT NULL,
    gate_passed INTEGER NOT NULL,
    gate_fail_on TEXT, -- NULL: the gate is off
    gate_reason TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL
);

CREATE TABLE findings (
    run_id TEXT NOT NULL REFERENCES reviews (run_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    rule_id TEXT NOT NULL,
    title TEXT NOT NULL,
    severity INTEGER NOT NULL, -- 0 low … 3 critical
    status INTEGER NOT NULL,   -- 0 open, 1 waived, 2 baselined
    resource TEXT NOT NULL,
    file TEXT NOT NULL,
    start_byte BIGINT NOT NULL,
    end_byte BIGINT NOT NULL,
    line INTEGER NOT NULL,
    column_number INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    end_column INTEGER NOT NULL,
    message TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    article TEXT NOT NULL,
    status_reason TEXT NOT NULL,
    detail TEXT NOT NULL, -- JSON: instances, derivation, fix
    PRIMARY KEY (run_id, ordinal)
);
CREATE INDEX findings_by_severity ON findings (run_id, severity);
CREATE INDEX findings_by_fingerprint ON findings (run_id, fingerprint);

CREATE TABLE review_notes (
    run_id TEXT NOT NULL REFERENCES reviews (run_id) ON DELETE CASCADE,
    kind TEXT NOT NULL, -- "undecided", "diagnostic"
    ordinal INTEGER NOT NULL,
    data TEXT NOT NULL, -- JSON
    PRIMARY KEY (run_id, kind, ordinal)
);

CREATE TABLE assets (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    description TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (project_id, slug)
);

CREATE TABLE asset_tags (
    asset_id TEXT NOT NULL REFERENCES assets (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (asset_id, tag)
);

CREATE TABLE asset_versions (
    id TEXT PRIMARY KEY,
    asset_id TEXT NOT NULL REFERENCES assets (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    storage_path TEXT NOT NULL UNIQUE, -- folder, relative to the workspace
    note TEXT NOT NULL,
    generator TEXT NOT NULL,
    blueprint TEXT NOT NULL,
    git_commit TEXT NOT NULL,
    inputs TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    run_id TEXT REFERENCES runs (id) ON DELETE SET NULL,
    validation TEXT NOT NULL,
    validation_errors INTEGER NOT NULL,
    validation_warnings INTEGER NOT NULL,
    validation_findings INTEGER NOT NULL,
    validation_text TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (asset_id, number)
);

CREATE TABLE version_files (
    version_id TEXT NOT NULL REFERENCES asset_versions (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    PRIMARY KEY (version_id, path)
);

CREATE TABLE publications (
    version_id TEXT NOT NULL REFERENCES asset_versions (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    version TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (version_id, kind, address, version)
);

CREATE TABLE artifacts (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    run_id TEXT REFERENCES runs (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    storage_path TEXT NOT NULL UNIQUE, -- file, relative to the workspace
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX artifacts_by_project ON artifacts (project_id);
