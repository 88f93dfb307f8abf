internal import Libpq
internal import RevolvingFund

// What the gate asks of wards, groups and borrowers, and what was done about loans in arrears.
extension FactLoad {
  mutating func addEligibility(_ keys: Keys) {
    add(keys.instruments, InstrumentStatements.every, []) { row, facts in
      facts.instruments.append(try EligibilityInstrument(row))
    }
    add(
      !keys.attestationsOf.isEmpty, AttestationStatements.ofWards,
      [.upks(keys.attestationsOf.sorted())]
    ) { row, facts in
      let attestation = try Attestation(row)
      facts.attestations[attestation.upk, default: []].append(attestation)
    }
    let days = keys.collectionDaysOf.sorted()
    add(!days.isEmpty, CollectionStatements.days, [.upks(days)]) { row, facts in
      facts.collectionDays[try row.upkID(0), default: []].append(try row.day(1))
    }
    addGroupRecords(keys)
  }

  mutating func addCases(_ keys: Keys) {
    func take(_ row: Row, _ facts: inout Facts) throws {
      let step = try CaseStep(row)
      facts.caseSteps[step.loan, default: []].append(step)
    }
    add(!keys.caseSteps.isEmpty, CaseStatements.byNumber, keyColumns(keys.caseSteps), take)
    add(!keys.caseStepsOf.isEmpty, CaseStatements.ofLoans, keyColumns(keys.caseStepsOf), take)
    add(!keys.casesOf.isEmpty, CaseStatements.ofUPKs, [.upks(keys.casesOf.sorted())], take)
  }

  /// What groups and their members are tested by, asked for by group or by application.
  mutating func addGroupRecords(_ keys: Keys) {
    let isNeeded = !keys.groupRecordsOf.isEmpty || !keys.groupRecordsOfApplications.isEmpty
    let columns = keyColumns(keys.groupRecordsOf) + keyColumns(keys.groupRecordsOfApplications)
    add(isNeeded, AttestationStatements.ofGroups, columns) { row, facts in
      let attestation = try Attestation(row)
      facts.attestations[attestation.upk, default: []].append(attestation)
    }
    add(isNeeded, GroupRecordStatements.trainings, columns) { row, facts in
      let training = try Training(row)
      facts.trainings[training.person, default: []].append(training)
    }
    add(isNeeded, [Request(GroupRecordStatements.savings, columns)]) { rows, facts in
      facts.savings.merge(try SavingsStatements.accounts(rows.joined())) { $1 }
    }
    add(isNeeded, GroupRecordStatements.claimed, columns) { row, facts in
      facts.claimed.insert(try row.personID(0))
    }
    add(
      !keys.openSharesOf.isEmpty, GroupRecordStatements.openShares,
      [.numbers(keys.openSharesOf.sorted())]
    ) { row, facts in
      facts.claimed.insert(try row.personID(0))
    }
  }
}

extension FactLoad {
  /// What visits say of persons: of the members of groups, and of those who witness.
  mutating func addConduct(_ keys: Keys) {
    let groups = keys.groupRecordsOf.union(keys.conductOfGroups)
    let ofGroups = !groups.isEmpty || !keys.groupRecordsOfApplications.isEmpty
    let columns = keyColumns(groups) + keyColumns(keys.groupRecordsOfApplications)
    add(ofGroups, ConductStatements.uses, columns) { row, facts in
      facts.conduct[try row.personID(0), default: BorrowerConduct()].uses.append(
        BorrowerConduct.Use(on: try row.day(1), try row.named(2)))
    }
    add(
      ofGroups || !keys.conductOf.isEmpty, ConductStatements.blocks,
      columns + [.numbers(keys.conductOf.sorted())]
    ) { row, facts in
      let block = try BorrowerBlock(row)
      facts.conduct[block.person, default: BorrowerConduct()].blocks.append(block)
    }
    add(!keys.blocks.isEmpty, BlockStatements.byKey, keyColumns(keys.blocks)) { row, facts in
      let block = try BorrowerBlock(row)
      facts.blocks[block.id] = block
    }
  }
}
