import FundAPI
import RevolvingFund
import Testing

private let malabutor = code("malabutor")

@Test func `a training names the person and what was learnt`() {
  let wire = Bergulir_V1_Training(
    Training(
      id: TrainingID(7), person: PersonID(12), topic: .unitOperation, trainedOn: day(2017, 1, 9),
      reference: "SERT-1"))
  #expect(wire.name == "trainings/7" && wire.person == "persons/12")
  #expect(wire.topic == "unitOperation" && wire.trainedOn == "2017-01-09")
  #expect(wire.reference == "SERT-1")
}

@Test func `a roster shows who is in office on a day, with roles and topics in their order`() {
  let roster = Roster(
    upk: UPKID(1),
    assignments: [
      Assignment(
        id: AssignmentID(1), person: PersonID(12), role: .manager, scope: .upk(UPKID(1)),
        from: day(2017, 1, 1), until: nil, minutes: FiledPaper("BA", on: day(2017, 1, 1)),
        duties: nil),
      Assignment(
        id: AssignmentID(2), person: PersonID(12), role: .cashier, scope: .province,
        from: day(2017, 1, 1), until: day(2017, 1, 31),
        minutes: FiledPaper("BA", on: day(2017, 1, 1)), duties: nil),
    ],
    persons: [Person(id: PersonID(12), gender: .female, isIdentified: true)],
    trainings: [
      Training(
        id: TrainingID(1), person: PersonID(12), topic: .revolvingLoan,
        trainedOn: day(2017, 1, 2), reference: "a"),
      Training(
        id: TrainingID(2), person: PersonID(12), topic: .institution, trainedOn: day(2017, 1, 3),
        reference: "b"),
    ])
  let wire = Bergulir_V1_Roster(roster, names: [:], of: malabutor, asOf: day(2017, 1, 31))
  #expect(wire.upk == "upks/malabutor" && wire.asOf == "2017-01-31")
  #expect(wire.officers.map(\.person) == ["persons/12"])
  #expect(wire.officers.map(\.roles) == [["cashier", "manager"]])
  #expect(wire.officers.map(\.topics) == [["institution", "revolvingLoan"]])
  #expect(wire.officers.allSatisfy { $0.minutesFiled && !$0.dutiesFiled && $0.gender == "female" })
  let later = Bergulir_V1_Roster(roster, names: [:], of: malabutor, asOf: day(2017, 2, 1))
  #expect(later.officers.map(\.roles) == [["manager"]])
}

@Test func `a plan says whether it stands`() {
  let plan = RecoveryTask(
    upk: UPKID(1), number: 2, repair: .trainBoard, responsible: PersonID(12),
    due: day(2017, 6, 30), note: "n", plannedOn: day(2017, 1, 1))
  let wire = Bergulir_V1_RecoveryTask(plan, standing: plan, in: malabutor)
  #expect(wire.name == "upks/malabutor/repairs/2" && wire.repair == "trainBoard")
  #expect(wire.responsible == "persons/12" && wire.due == "2017-06-30")
  #expect(wire.note == "n" && wire.plannedOn == "2017-01-01" && wire.isStanding)
  let other = RecoveryTask(
    upk: UPKID(1), number: 3, repair: .trainBoard, responsible: PersonID(12),
    due: day(2017, 6, 30), note: "", plannedOn: day(2017, 1, 1))
  #expect(!Bergulir_V1_RecoveryTask(plan, standing: other, in: malabutor).isStanding)
}
