@share @group
Feature: Sharing with a group at another server
  The group belongs to the receiving server, which shows the share to each member.

  Background:
    Given alice is at alpha
    And alpha speaks OCM 1.0 or newer
    And bob is at beta
    And dave is at beta
    And erin is at beta
    And beta has a group physicists with bob and dave
    And alice has a file report.txt

  @OCM-SHARE-31 @OCM-SHARE-33
  Scenario: Each member of a group gets the share
    When alice shares report.txt with the group physicists at beta
    Then bob sees report.txt as pending
    And dave sees report.txt as pending
    And bob sees that report.txt came by the group physicists

  @OCM-SHARE-31
  Scenario: Each member of a group answers alone
    Given alice shares report.txt with the group physicists at beta
    When bob accepts report.txt
    And dave declines report.txt
    Then bob can read report.txt
    And dave cannot read report.txt

  @OCM-SHARE-31 @OCM-SHARE-35
  Scenario: A folder is shared with a group
    Given alice has a folder plans with a.txt
    When alice shares plans with the group physicists at beta
    And dave accepts plans
    Then dave can read plans/a.txt

  @negative @OCM-SHARE-31
  Scenario: Somebody outside of the group gets nothing
    When alice shares report.txt with the group physicists at beta
    Then erin does not see report.txt

  @negative @OCM-DEF-14
  Scenario: A group that is not there gets nothing
    When alice shares report.txt with the group chemists at beta
    Then alice is refused
    And bob does not see report.txt

  @negative @OCM-DEF-14
  Scenario: A person is not taken for a group
    When alice shares report.txt with the group erin at beta
    Then alice is refused
    And erin does not see report.txt

  @negative @OCM-DEF-14
  Scenario: A group is not taken for a person
    When alice shares report.txt with "physicists" at beta
    Then alice is refused
    And bob does not see report.txt

  @OCM-NSHARE-03
  Scenario: Unsharing with a group takes it from each member
    Given alice shares report.txt with the group physicists at beta
    And bob accepts report.txt
    When alice unshares report.txt
    Then bob does not see report.txt
    And dave does not see report.txt
    And bob cannot read report.txt

  @negative @OCM-SHARE-31
  Scenario: Who has left the group sees its shares no longer
    Given alice shares report.txt with the group physicists at beta
    And dave accepts report.txt
    When the group physicists at beta has bob only
    Then dave does not see report.txt
    And bob sees report.txt as pending
