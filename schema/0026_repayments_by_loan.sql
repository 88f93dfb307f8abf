-- What came for a loan by day is read from the index alone and in its order, however many payments
-- there are and wherever their rows lie; the last day is one step in it.
drop index fund.repayment_loan;
create index repayment_loan on fund.repayment (upk_id, loan, paid_on)
include (loan_part, savings);
