-- What came for a loan by day is read from the index alone, however many payments there are and
-- wherever their rows lie.
drop index fund.repayment_loan;
create index repayment_loan on fund.repayment (upk_id, loan)
include (paid_on, loan_part, savings);
