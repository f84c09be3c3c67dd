-- What providers say about their resources, one row for each type, so that one type is read without the others.

CREATE TABLE provider_schemas (
    id TEXT PRIMARY KEY,
    address TEXT NOT NULL, -- registry.terraform.io/hashicorp/aws
    version TEXT NOT NULL, -- empty: not known
    origin TEXT NOT NULL, -- the file or folder it came from, as it was named
    resources INTEGER NOT NULL,
    data_sources INTEGER NOT NULL,
    ephemeral_resources INTEGER NOT NULL,
    functions INTEGER NOT NULL,
    size BIGINT NOT NULL, -- bytes of its entries
    imported_at BIGINT NOT NULL,
    UNIQUE (address, version)
);

CREATE TABLE provider_schema_entries (
    schema_id TEXT NOT NULL REFERENCES provider_schemas (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, -- provider, resource, data, ephemeral, function
    name TEXT NOT NULL,
    content BLOB NOT NULL, -- core/terraform/schemacodec.h
    PRIMARY KEY (schema_id, kind, name)
);
