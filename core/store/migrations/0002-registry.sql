-- Published modules and providers, and the packages of the provider network mirror.
-- Times are milliseconds since 1970-01-01 UTC. A sha256 column names a blob; the blob is written before its row.

CREATE TABLE registry_modules (
    namespace TEXT NOT NULL,
    name TEXT NOT NULL,
    system TEXT NOT NULL,
    latest TEXT NOT NULL, -- the newest release, or the newest pre-release where there is no other
    PRIMARY KEY (namespace, name, system)
);

CREATE TABLE registry_module_versions (
    namespace TEXT NOT NULL,
    name TEXT NOT NULL,
    system TEXT NOT NULL,
    version TEXT NOT NULL,
    sha256 TEXT NOT NULL, -- of the archive
    content_hash TEXT NOT NULL, -- of names and contents, whatever packed them
    size BIGINT NOT NULL,
    files BIGINT NOT NULL,
    readme TEXT NOT NULL,
    description TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    downloads BIGINT NOT NULL,
    PRIMARY KEY (namespace, name, system, version),
    FOREIGN KEY (namespace, name, system) REFERENCES registry_modules (namespace, name, system)
);

CREATE TABLE registry_providers (
    namespace TEXT NOT NULL,
    type TEXT NOT NULL,
    latest TEXT NOT NULL,
    PRIMARY KEY (namespace, type)
);

CREATE TABLE registry_provider_versions (
    namespace TEXT NOT NULL,
    type TEXT NOT NULL,
    version TEXT NOT NULL,
    protocols TEXT NOT NULL, -- comma-separated
    shasums TEXT NOT NULL, -- blob of SHA256SUMS
    signature TEXT NOT NULL, -- blob of its detached signature
    key_id TEXT NOT NULL,
    public_key TEXT NOT NULL, -- of the key that signed; a later key does not change what was signed before
    published_at BIGINT NOT NULL,
    PRIMARY KEY (namespace, type, version),
    FOREIGN KEY (namespace, type) REFERENCES registry_providers (namespace, type)
);

CREATE TABLE registry_provider_platforms (
    namespace TEXT NOT NULL,
    type TEXT NOT NULL,
    version TEXT NOT NULL,
    os TEXT NOT NULL,
    arch TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    h1 TEXT NOT NULL,
    size BIGINT NOT NULL,
    downloads BIGINT NOT NULL,
    PRIMARY KEY (namespace, type, version, os, arch),
    FOREIGN KEY (namespace, type, version) REFERENCES registry_provider_versions (namespace, type, version)
);

CREATE TABLE mirror_archives (
    host TEXT NOT NULL,
    namespace TEXT NOT NULL,
    type TEXT NOT NULL,
    version TEXT NOT NULL,
    os TEXT NOT NULL,
    arch TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    h1 TEXT NOT NULL,
    size BIGINT NOT NULL,
    directory_entries BIGINT NOT NULL, -- 1: the upstream zip holds entries for folders
    added_at BIGINT NOT NULL,
    downloads BIGINT NOT NULL,
    PRIMARY KEY (host, namespace, type, version, os, arch)
);

CREATE INDEX mirror_archives_by_content ON mirror_archives (sha256);
