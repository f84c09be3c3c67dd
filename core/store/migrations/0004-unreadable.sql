-- How many files of a review could not be read or parsed as a whole.
ALTER TABLE reviews ADD COLUMN unreadable BIGINT NOT NULL DEFAULT 0;
