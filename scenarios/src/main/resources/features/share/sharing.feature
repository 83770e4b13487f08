@share
Feature: Sharing a file or a folder with somebody at another server
  The sending server announces the share, the receiving server shows it, the recipient accepts it and reads.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt

  @OCM-SHARE-01 @OCM-SHARE-20 @OCM-SHARE-30 @OCM-DISC-27 @OCM-ROLE-03 @OCM-SHARE-05 @OCM-ACC-04 @OCM-YAML-04 @OCM-DEF-11
  Scenario: A file is shared, accepted and read
    When alice shares report.txt with bob
    And bob accepts report.txt
    Then bob can read report.txt

  @OCM-SHARE-35 @OCM-SHARE-56 @OCM-ACC-31
  Scenario: A folder is shared, accepted and read
    Given alice has a folder plans with a.txt and b.txt
    When alice shares plans with bob
    And bob accepts plans
    Then bob sees a.txt and b.txt in plans
    And bob can read plans/a.txt
    And bob can read plans/b.txt

  @OCM-SHARE-97 @OCM-SHARE-99 @OCM-DEF-14 @OCM-SHARE-98 @OCM-SHARE-100
  Scenario: A share waits for the answer of its recipient
    When alice shares report.txt with bob
    Then alice is told that it is done
    And bob sees report.txt as pending
    And alice sees that bob has not answered report.txt

  @OCM-SHARE-26 @OCM-SHARE-27
  Scenario: The recipient sees who shares
    When alice shares report.txt with bob
    Then bob sees that report.txt is from alice

  @OCM-NSHARE-01 @OCM-NOTIF-02 @OCM-NOTIF-03 @OCM-NOTIF-05 @OCM-NOTIF-15 @OCM-NSHARE-04 @OCM-NSHARE-06 @OCM-YAML-11 @OCM-ROLE-02 @OCM-IANA-10
  Scenario: The sender sees that the share was accepted
    Given alice shares report.txt with bob
    When bob accepts report.txt
    Then bob sees report.txt as accepted
    And alice sees that bob accepted report.txt

  @OCM-NSHARE-01
  Scenario: The sender sees that the share was declined
    Given alice shares report.txt with bob
    When bob declines report.txt
    Then alice sees that bob declined report.txt

  @OCM-SHARE-25
  Scenario: The same file for two people is two shares
    Given carol is at gamma
    When alice shares report.txt with bob
    And alice shares report.txt with carol
    And bob accepts report.txt
    And carol declines report.txt
    Then alice sees that bob accepted report.txt
    And alice sees that carol declined report.txt
    And bob can read report.txt

  @OCM-SHARE-25
  Scenario: Every share has an id of its own
    Given a foreign server omega
    When alice shares report.txt with mallory at omega
    And alice shares report.txt with trudy at omega
    Then omega has got 2 shares with different ids and secrets

  @OCM-SHARE-25
  Scenario: Two files of the same name from two people stay apart
    Given carol is at gamma
    And carol has a file report.txt
    When alice shares report.txt with bob
    And carol shares report.txt with bob
    And bob accepts report.txt from alice
    And bob accepts report.txt from carol
    Then bob can read report.txt from alice
    And bob can read report.txt from carol

  @OCM-ROLE-03
  Scenario: Each server sends and receives
    Given bob has a file song.mp3
    When alice shares report.txt with bob
    And bob shares song.mp3 with alice
    And bob accepts report.txt
    And alice accepts song.mp3
    Then bob can read report.txt
    And alice can read song.mp3

  @OCM-SHARE-22
  Scenario: The name of a share is the name of the file, not its path
    Given alice has a file work/2026/budget.txt
    When alice shares work/2026/budget.txt with bob
    And bob accepts budget.txt
    Then bob can read budget.txt

  @OCM-SHARE-22
  Scenario Outline: A file may be called <name>
    Given alice has a file <name>
    When alice shares <name> with bob
    And bob accepts <name>
    Then bob can read <name>

    Examples:
      | name          |
      | größe.txt     |
      | 报告.txt        |
      | a+b%20c&d.txt |
      | o'hara#1.txt  |

  @OCM-SHARE-58
  Scenario: The secret of a share is never part of an address
    Given a foreign server omega
    And omega announces song.mp3 to bob
    When bob accepts song.mp3
    And bob reads song.mp3
    Then omega never saw the secret of song.mp3 in an address

  @OCM-SHARE-36 @OCM-DEF-15
  Scenario: A share with an end can be read before it
    Given alice shares report.txt with bob for 2 hours
    And bob accepts report.txt
    When 1 hour passes
    Then bob can read report.txt

  @negative @OCM-SHARE-36
  Scenario: A share with an end cannot be read after it
    Given alice shares report.txt with bob for 2 hours
    And bob accepts report.txt
    And bob can read report.txt
    When 3 hours pass
    Then bob cannot read report.txt

  @negative @OCM-SHARE-36
  Scenario: The end of a share can be set later
    Given alice shares report.txt with bob
    And bob accepts report.txt
    When alice lets the share of report.txt with bob end in 1 hour
    And 2 hours pass
    Then bob cannot read report.txt

  @OCM-SHARE-36
  Scenario: The end of a share that was set later can be taken away
    Given alice shares report.txt with bob
    And bob accepts report.txt
    And alice lets the share of report.txt with bob end in 1 hour
    When alice lets the share of report.txt with bob go on for ever
    And 3 days pass
    Then bob can read report.txt

  @OCM-DEF-15
  Scenario: A share without an end goes on
    Given alice shares report.txt with bob
    And bob accepts report.txt
    When 400 days pass
    Then bob can read report.txt

  @negative @OCM-NSHARE-01
  Scenario: A share that was declined is not read
    Given alice shares report.txt with bob
    When bob declines report.txt
    Then bob cannot read report.txt

  @negative @OCM-FLOW-01
  Scenario: A share is not read before it is accepted
    When alice shares report.txt with bob
    Then bob cannot read report.txt

  @negative @OCM-NSHARE-01
  Scenario: A share that was declined is not accepted afterwards
    Given alice shares report.txt with bob
    And bob declines report.txt
    When bob accepts report.txt
    Then bob is refused
    And alice sees that bob declined report.txt

  @OCM-NSHARE-01 @OCM-LEG-20
  Scenario: A recipient leaves a share
    Given alice shares report.txt with bob
    And bob accepts report.txt
    When bob leaves report.txt
    Then bob does not see report.txt
    And alice sees that bob declined report.txt
