-- What configuration files held before, file by file. The content is a blob in `history/`; it is written before its row.

CREATE TABLE file_versions (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    path TEXT NOT NULL, -- relative to the project's root
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL,
    reason TEXT NOT NULL, -- "opened", "saved", "replaced", "restored", "merged", "outside", "removed"
    note TEXT NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX file_versions_by_path ON file_versions (project_id, path);
CREATE INDEX file_versions_by_content ON file_versions (sha256);
