@discovery
Feature: A server says what it is
  Whoever has an address finds the server behind it, and learns where it takes messages and what it can do.

  Background:
    Given alice is at alpha
    And a foreign server omega

  @OCM-ADDR-01 @OCM-DISC-09 @OCM-DISC-10 @OCM-DISC-11 @OCM-DISC-12 @OCM-ROLE-01
  Scenario: A server is found by the address of its party
    When omega looks up alpha
    Then omega finds alpha open for messages

  @OCM-DISC-14 @OCM-DISC-15 @OCM-DISC-16 @OCM-DISC-18 @OCM-DISC-19 @OCM-DISC-21 @OCM-YAML-07 @OCM-YAML-13
  Scenario Outline: A server says that it takes <things> for <recipients>
    When omega looks up alpha
    Then omega finds that alpha takes <things> for <recipients>

    Examples:
      | things  | recipients |
      | files   | users      |
      | files   | groups     |
      | folders | users      |
      | folders | groups     |

  @OCM-DISC-17
  Scenario: Nothing is said twice
    When omega looks up alpha
    Then omega finds each kind of thing named once by alpha

  @OCM-DISC-26 @OCM-DISC-28 @OCM-ROLE-04 @OCM-DISC-37
  Scenario: A server with invites says so
    When omega looks up alpha
    Then omega finds that alpha can do invites

  @negative @OCM-DISC-09
  Scenario: A server that is stopped is not found
    Given alpha stops
    When omega looks up alpha
    Then omega does not find alpha

  @negative @OCM-DEF-14
  Scenario: A server in maintenance says so
    Given alpha goes into maintenance
    When omega looks up alpha
    Then omega is told that alpha is in maintenance
    When alpha comes back from maintenance
    And omega looks up alpha
    Then omega finds alpha open for messages
