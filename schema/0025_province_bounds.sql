-- The province's bounds limit cash in hand and say what of a profit becomes capital.

alter table fund.policy_bounds
-- The most at the end of a day; null where the province sets no limit.
add column cash_limit bigint,
-- Hundredths of a percent.
add column least_capital integer not null default 5000,
-- What may become of a profit where the year ended with a PAR of 20 % or more.
add column profit_at_risk text not null default 'shared',
add constraint a_provinces_cash_limit_is_not_negative check (cash_limit >= 0),
add constraint least_capital_is_a_part_of_the_profit check (least_capital between 0 and 10000),
add constraint profits_at_risk_are_known check (profit_at_risk in ('shared', 'capitalOnly'));

alter table fund.policy_bounds
alter column least_capital drop default,
alter column profit_at_risk drop default;

-- A board may set a lower limit of its own.
alter table fund.lending_policy
add column cash_limit bigint,
add constraint a_boards_cash_limit_is_not_negative check (cash_limit >= 0);

-- The version that a profit was shared out within; null before the province set one.
alter table fund.profit_allocation
add column bounds bigint,
add constraint an_allocation_is_within_known_bounds
foreign key (bounds) references fund.policy_bounds;
