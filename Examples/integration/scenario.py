"""What another system of the province does with a UPK's books, by standard gRPC.

    stubs /tmp/stubs
    export PYTHONPATH=/tmp/stubs
    python3 scenario.py 127.0.0.1:7711 officer.token upks/malabutor 2018-02-28

It asks whether the daemon is well and what there is to call, lists loans page by page, records
a repayment as if the first answer was lost, reads the indicators, and says why a repayment is
refused.
With --ca FILE it speaks TLS; with --certificate and --key too, and no token, the certificate is who
calls.
"""

import argparse
import pathlib
import random
import sys
import time
import uuid

import grpc
from bergulir.v1 import calls_pb2, indicator_pb2, indicator_pb2_grpc, loan_pb2, loan_pb2_grpc
from bergulir.v1 import problem_pb2, server_pb2, server_pb2_grpc
from google.rpc import error_details_pb2, status_pb2

# The library's package hides the stubs' folder of the same name.
grpc.__path__.append(str(pathlib.Path(calls_pb2.__file__).parents[2] / "grpc"))
from grpc.health.v1 import health_pb2, health_pb2_grpc
from grpc.reflection.v1 import reflection_pb2, reflection_pb2_grpc

# What passes by itself: the daemon is restarted, a connection is cut, too many others wait.
PASSING = {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.RESOURCE_EXHAUSTED}


def call(method, request, metadata, timeout=10, tries=4):
    """Makes a call, again while what failed may pass.

    That is safe for reads, and for writes too: each carries a request id, by which the daemon
    knows it again. DEADLINE_EXCEEDED is not repeated here, since who waits may have something
    better to do; a write that ended so may have been done, and its request id tells.
    """
    for attempt in range(tries):
        try:
            return method(request, metadata=metadata, timeout=timeout)
        except grpc.RpcError as error:
            if error.code() not in PASSING or attempt == tries - 1:
                raise
            time.sleep(0.1 * 2**attempt * random.uniform(0.8, 1.2))


def details(error):
    """The reason of a refusal, its numbers, and every broken rule in both languages."""
    trailers = dict(error.trailing_metadata() or ())
    status = status_pb2.Status.FromString(trailers.get("grpc-status-details-bin", b""))
    info, problem = error_details_pb2.ErrorInfo(), problem_pb2.ProblemDetail()
    for detail in status.details:
        detail.Unpack(info)
        detail.Unpack(problem)
    return info.reason, dict(info.metadata), problem.violations


def all_loans(loans, upk, metadata):
    """Every loan of a UPK, two at a time: an empty token is the only end."""
    token = ""
    while True:
        page = calls_pb2.Page(size=2, token=token)
        answer = call(loans.ListLoans, loan_pb2.ListLoansRequest(parent=upk, page=page), metadata)
        yield list(answer.loans)
        token = answer.next_page_token
        if not token:
            return


def record(repayments, loan, amount, day, metadata):
    """A repayment whose first answer is lost: its id is kept before it is sent, and sent again."""
    write = calls_pb2.Write(request_id=str(uuid.uuid4()), on=day)
    request = loan_pb2.RecordRepaymentRequest(write=write, name=loan, amount=amount)
    try:
        call(repayments.RecordRepayment, request, metadata, timeout=0.002)
    except grpc.RpcError as error:
        if error.code() != grpc.StatusCode.DEADLINE_EXCEEDED:
            raise
    first = call(repayments.RecordRepayment, request, metadata)
    again = call(repayments.RecordRepayment, request, metadata)
    return first, again


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("token", help="file of the token, or - for none")
    parser.add_argument("upk")
    parser.add_argument("day")
    for name in ("--ca", "--certificate", "--key"):
        parser.add_argument(name)
    given = parser.parse_args()

    def read(path):
        with open(path, "rb") as file:
            return file.read()

    if given.ca:
        pair = [read(path) if path else None for path in (given.key, given.certificate)]
        channel = grpc.secure_channel(
            given.address, grpc.ssl_channel_credentials(read(given.ca), *pair))
    else:
        channel = grpc.insecure_channel(given.address)
    metadata = []
    if given.token != "-":
        metadata.append(("authorization", "Bearer " + read(given.token).decode().strip()))

    with channel:
        health = call(
            health_pb2_grpc.HealthStub(channel).Check, health_pb2.HealthCheckRequest(), None)
        print("health", health_pb2.HealthCheckResponse.ServingStatus.Name(health.status))
        asked = reflection_pb2.ServerReflectionRequest(list_services="")
        reflection = reflection_pb2_grpc.ServerReflectionStub(channel)
        answers = list(reflection.ServerReflectionInfo(iter([asked]), timeout=10))
        print("services", len(answers[0].list_services_response.service))
        caller = call(
            server_pb2_grpc.ServerServiceStub(channel).WhoAmI, server_pb2.WhoAmIRequest(), metadata)
        print("account", caller.principal)

        loans = loan_pb2_grpc.LoanServiceStub(channel)
        pages = list(all_loans(loans, given.upk, metadata))
        print("pages", [len(page) for page in pages])
        owing = max((loan for page in pages for loan in page), key=lambda loan: loan.outstanding)

        repayments = loan_pb2_grpc.RepaymentServiceStub(channel)
        first, again = record(repayments, owing.name, 2_000_000, given.day, metadata)
        left = call(loans.GetLoan, loan_pb2.GetLoanRequest(name=owing.name), metadata)
        print("recorded", first.receipt_number, "paid once", first.receipt == again.receipt or
              again.receipt.replayed and first.receipt_number == again.receipt_number)
        print("principal", owing.outstanding - left.outstanding, "of", first.principal)

        sheet = call(
            indicator_pb2_grpc.IndicatorServiceStub(channel).GetIndicators,
            indicator_pb2.GetIndicatorsRequest(parent=given.upk, as_of="2017-12-31"), metadata)
        for line in sheet.indicators:
            print(line.indicator, f"{line.numerator}/{line.denominator}", line.category)

        try:
            write = calls_pb2.Write(request_id=str(uuid.uuid4()), on=given.day)
            call(repayments.RecordRepayment, loan_pb2.RecordRepaymentRequest(
                write=write, name=owing.name, amount=1_000_000_000), metadata)
        except grpc.RpcError as error:
            reason, facts, violations = details(error)
            print("refused", error.code().name, reason, facts)
            for violation in violations:
                print(" ", violation.message.english, violation.remedy.english)
                print(" ", violation.message.indonesian, file=sys.stderr)


if __name__ == "__main__":
    main()
