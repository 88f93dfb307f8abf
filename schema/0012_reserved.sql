-- Reserved for slice P.
select 1;
