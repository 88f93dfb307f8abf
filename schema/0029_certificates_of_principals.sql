-- Whether a token is a client's certificate, known by the SHA-256 of its DER, in the place of a
-- secret: a service proves itself by the key that it makes its connection with.
alter table fund.token add column is_certificate boolean not null default false;
grant select (is_certificate) on fund.token to bergulir_reader;
