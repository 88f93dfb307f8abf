internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// People and the roles they hold.
struct PersonService: Bergulir_V1_PersonService.SimpleServiceProtocol {
  let desk: Desk

  /// Seals name and NIK before the command is made: nothing behind this line reads them.
  func registerPerson(
    request: Bergulir_V1_RegisterPersonRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RegisterPersonResponse {
    let name = Field("full_name", request.fullName)
    guard name.text.contains(where: { !$0.isWhitespace }) else {
      throw Fault.fieldMissing(name.name)
    }
    let gender = try Field("gender", request.gender).choice(Gender.self)
    let nik = try Field("nik", request.nik).optionalNIK()
    let sealed = try desk.store.keys.seal(nik: nik, name: try name.line())
    let done = try await desk.perform(request.write) {
      RegisterPerson(
        gender: gender, personalData: sealed, nikFlaws: nik?.flaws(for: gender) ?? [], day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func getPerson(
    request: Bergulir_V1_GetPersonRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Person {
    let id = try Field("name", request.name).person()
    guard let (person, data) = try await desk.store.person(id) else {
      throw Refusal(.notFound(.person, name: "\(id.value)"))
    }
    return Bergulir_V1_Person(person, fullName: data.name, nik: data.nik)
  }

  func listPersons(
    request: Bergulir_V1_ListPersonsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListPersonsResponse {
    let page = try request.page.request(filter: [context.descriptor.fullyQualifiedMethod])
    let found = try await desk.store.persons(
      after: PersonID(page.afterNumber), limit: page.limit)
    let (persons, next) = page.page(found) { "\($0.0.id.value)" }
    return .with {
      $0.persons = persons.map { person, data in
        Bergulir_V1_Person(person, fullName: data.name, nik: data.nik)
      }
      $0.nextPageToken = next
    }
  }

  func assignRole(
    request: Bergulir_V1_AssignRoleRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AssignRoleResponse {
    let person = try Field("person", request.person).person()
    let role = try Field("role", request.role).choice(Role.self)
    let scope = try await desk.scope(try Field("scope", request.scope).scope())
    let until = try Field("until", request.until).optionalDay()
    let minutes = try Field("minutes", request.minutes).optionalLine()
    let duties = try Field("duties", request.duties).optionalLines()
    let done = try await desk.perform(request.write) { day in
      AssignRole(
        person: person, role: role, scope: scope,
        from: try Field("from", request.from).day(or: day), until: until, minutes: minutes,
        duties: duties, day: day)
    }
    return .with { $0.receipt = done.receipt }
  }

  func endAssignment(
    request: Bergulir_V1_EndAssignmentRequest, context: ServerContext
  ) async throws -> Bergulir_V1_EndAssignmentResponse {
    let assignment = try Field("name", request.name).assignment()
    let done = try await desk.perform(request.write) {
      EndAssignment(assignment: assignment, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func filePapers(
    request: Bergulir_V1_FilePapersRequest, context: ServerContext
  ) async throws -> Bergulir_V1_FilePapersResponse {
    let assignment = try Field("name", request.name).assignment()
    let minutes = try Field("minutes", request.minutes).optionalLine()
    let duties = try Field("duties", request.duties).optionalLines()
    let done = try await desk.perform(request.write) {
      FilePapers(assignment: assignment, minutes: minutes, duties: duties, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listAssignments(
    request: Bergulir_V1_ListAssignmentsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListAssignmentsResponse {
    let person = try Field("person", request.person).person()
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.person])
    let found = try await desk.store.assignments(
      of: person, after: page.afterNumber, limit: page.limit)
    let (assignments, next) = page.page(found) { "\($0.id.value)" }
    var response = Bergulir_V1_ListAssignmentsResponse()
    response.nextPageToken = next
    for assignment in assignments {
      response.assignments.append(
        Bergulir_V1_Assignment(assignment, scope: try await desk.name(of: assignment.scope)))
    }
    return response
  }
}

extension PersonService {
  func recordTraining(
    request: Bergulir_V1_RecordTrainingRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordTrainingResponse {
    let persons = try request.persons.map { try Field("persons", $0).person() }
    let topic = try Field("topic", request.topic).choice(TrainingTopic.self)
    let trainedOn = try Field("trained_on", request.trainedOn).day()
    let reference = try Field("reference", request.reference).line()
    let done = try await desk.perform(request.write) {
      RecordTraining(
        persons: persons, topic: topic, trainedOn: trainedOn, reference: reference, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listTrainings(
    request: Bergulir_V1_ListTrainingsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListTrainingsResponse {
    let person = try Field("person", request.person).person()
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.person])
    let found = try await desk.store.trainings(
      of: person, after: page.afterNumber, limit: page.limit)
    let (trainings, next) = page.page(found) { "\($0.id.value)" }
    return .with {
      $0.trainings = trainings.map(Bergulir_V1_Training.init)
      $0.nextPageToken = next
    }
  }
}
