@faults
Feature: Servers and links that fail
  What was promised is kept across a stop, and people are told what did not happen and what may have happened.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt

  @OCM-SHARE-97 @OCM-ACC-11
  Scenario: A received share survives a stop of the receiving server
    Given alice shares report.txt with bob
    When beta stops
    And beta starts
    Then bob sees report.txt as pending
    When bob accepts report.txt
    Then bob can read report.txt

  @OCM-NSHARE-01 @OCM-ACC-11
  Scenario: A sent share survives a stop of the sending server
    Given alice shares report.txt with bob
    And bob accepts report.txt
    And the mesh comes to rest
    When alpha stops
    And alpha starts
    Then within 1 day, alice sees that bob accepted report.txt
    And bob can read report.txt

  @invite @OCM-INV-28
  Scenario: Contacts survive a stop
    Given alice and bob know each other by an invite
    When alpha stops
    And beta stops
    And alpha starts
    And beta starts
    Then alice has bob as a contact
    And bob has alice as a contact

  @invite @OCM-INV-10 @OCM-DEF-04
  Scenario: An open invite survives a stop
    Given alice invites bob
    When alpha stops
    And alpha starts
    And bob accepts the invite of alice
    Then alice has bob as a contact

  @negative @invite @OCM-DEF-04
  Scenario: A used invite is still used after a stop
    Given carol is at gamma
    And alice invites bob
    And bob accepts the invite of alice
    When alpha stops
    And alpha starts
    And carol accepts the invite of alice
    Then carol is refused

  @OCM-SHARE-01
  Scenario: A healed link carries shares again
    Given the link between alpha and beta is cut
    And alice shares report.txt with bob
    And alice is refused
    When the link between alpha and beta heals
    And 10 minutes pass
    And alice shares report.txt with bob
    Then bob sees report.txt as pending

  @negative @OCM-DEF-06
  Scenario: A server that is stopped is not shared with
    Given beta stops
    When alice shares report.txt with bob
    Then alice is refused
    And alice is told about beta
    And alice shares nothing

  @negative @OCM-DEF-06
  Scenario: A link that is cut carries nothing
    Given the link between alpha and beta is cut
    When alice shares report.txt with bob
    Then alice is refused
    And bob sees nothing

  @negative @OCM-SHARE-01
  Scenario: A cut link leaves others alone
    Given carol is at gamma
    And the link between alpha and beta is cut
    When alice shares report.txt with carol
    And carol accepts report.txt
    Then carol can read report.txt

  @OCM-SHARE-24
  Scenario: When the reply is lost the sender is told that it is unclear
    Given alice shares report.txt with bob
    And alice has a file plan.txt
    When the next reply from beta to alpha is lost
    And alice shares plan.txt with bob
    Then alice is told that it is unclear
    And bob sees plan.txt as pending

  @OCM-SHARE-24
  Scenario: A share whose reply was lost can be accepted and read
    Given alice shares report.txt with bob
    And alice has a file plan.txt
    And the next reply from beta to alpha is lost
    And alice shares plan.txt with bob
    And alice is told that it is unclear
    When bob accepts plan.txt
    Then bob can read plan.txt
    And alice sees that bob accepted plan.txt

  @OCM-SHARE-24
  Scenario: A share whose reply was lost can be taken back
    Given alice shares report.txt with bob
    And alice has a file plan.txt
    And the next reply from beta to alpha is lost
    And alice shares plan.txt with bob
    And alice is told that it is unclear
    When alice unshares plan.txt
    Then bob does not see plan.txt

  @OCM-SHARE-24
  Scenario: An announcement that arrives twice makes one share
    Given alice shares report.txt with bob
    And alice has a file plan.txt
    And the next request from alpha to beta arrives twice
    When alice shares plan.txt with bob
    Then bob sees 2 shares

  @negative @OCM-SHARE-97
  Scenario: When the request is lost nothing arrives
    Given alice shares report.txt with bob
    And alice has a file plan.txt
    And the next request from alpha to beta is lost
    When alice shares plan.txt with bob
    Then alice is told that it is unclear
    And bob does not see plan.txt

  @invite @OCM-DEF-04
  Scenario: When the reply to an acceptance is lost the acceptor is told that it is unclear
    Given alice invites bob
    And alice shares report.txt with bob
    And bob accepts report.txt
    And the mesh comes to rest
    When the next reply from alpha to beta is lost
    And bob accepts the invite of alice
    Then bob is told that it is unclear
    And alice has bob as a contact

  @negative @OCM-DEF-14
  Scenario: A server in maintenance takes no share
    Given beta goes into maintenance
    When alice shares report.txt with bob
    Then alice is refused
    When beta comes back from maintenance
    And 10 minutes pass
    And alice shares report.txt with bob
    Then bob sees report.txt as pending

  @negative @OCM-INV-28
  Scenario: Nobody acts at a server that is stopped
    When beta stops
    And bob looks for "alice"
    Then bob is refused
