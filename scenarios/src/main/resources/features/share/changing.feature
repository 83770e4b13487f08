@share
Feature: What becomes of a share
  A share changes after it was made, is shared on, or comes about because somebody asked.

  Background:
    Given alice is at alpha
    And bob is at beta
    And alice has a file report.txt

  @OCM-NSHARE-02 @OCM-NSHARE-07 @OCM-NSHARE-12
  Scenario: Who could only read may write later
    Given alpha speaks OCM 1.2 or newer
    And alice shares report.txt with bob to read
    And bob accepts report.txt
    When alice lets bob read and write report.txt
    Then bob may read and write report.txt
    When bob writes report.txt
    Then bob is told that it is done
    And alice can read report.txt

  @OCM-NSHARE-02 @OCM-NSHARE-12
  Scenario: A share that waits for an answer changes too
    Given alpha speaks OCM 1.2 or newer
    And alice shares report.txt with bob to read
    When alice lets bob read, write and share report.txt
    Then bob may read, write and share report.txt
    And bob sees report.txt as pending

  @negative @OCM-NSHARE-12 @OCM-NSHARE-14
  Scenario: Who could write may only read later
    Given alpha speaks OCM 1.2 or newer
    And alice shares report.txt with bob to read and write
    And bob accepts report.txt
    When alice lets bob read report.txt
    Then bob may read report.txt
    When bob writes report.txt
    Then bob is refused
    And bob can read report.txt

  @negative @faults @OCM-NSHARE-14
  Scenario: What was taken away is gone although the other server was not told
    Given alice shares report.txt with bob to read and write
    And bob accepts report.txt
    And the link between alpha and beta is cut
    And alice lets bob read report.txt
    And the next request from alpha to beta is lost
    And the link between alpha and beta heals
    When bob writes report.txt
    Then bob is refused
    And bob can read report.txt

  @negative @OCM-NSHARE-11
  Scenario: Permissions of one share leave those of another alone
    Given alpha speaks OCM 1.1 or newer
    And carol is at gamma
    And alice shares report.txt with bob to read
    And alice shares report.txt with carol to read
    And carol accepts report.txt
    When alice lets bob read and write report.txt
    And carol writes report.txt
    Then carol is refused
    And carol may read report.txt

  @negative @OCM-NSHARE-11
  Scenario: Nobody changes the permissions of somebody else's share
    Given alpha speaks OCM 1.1 or newer
    And mallory is at alpha
    And alice shares report.txt with bob to read
    When mallory lets bob read, write and share report.txt of alice
    Then mallory is refused
    And bob may read report.txt

  @negative @OCM-NSHARE-11
  Scenario: There are no permissions of what is not shared
    When alice lets bob read and write report.txt
    Then alice is refused
    And bob sees nothing

  @OCM-RESHARE-03 @OCM-RESHARE-04 @OCM-RESHARE-15 @OCM-RESHARE-16 @OCM-RESHARE-05 @OCM-RESHARE-07 @OCM-RESHARE-08 @OCM-RESHARE-10 @OCM-RESHARE-11 @OCM-RESHARE-12 @OCM-RESHARE-14 @OCM-IANA-10
  Scenario: Who may share on has the owner's server share with a third
    Given carol is at gamma
    And alice shares report.txt with bob to read, write and share
    And bob accepts report.txt
    When bob shares on report.txt with carol to read
    Then bob is told that it is done
    And carol sees that report.txt is from alice
    When carol accepts report.txt
    Then carol can read report.txt
    And alice sees that carol accepted report.txt

  @OCM-RESHARE-04 @faults
  Scenario: What was shared on is read without the server in between
    Given carol is at gamma
    And alice shares report.txt with bob to read, write and share
    And bob accepts report.txt
    And bob shares on report.txt with carol to read
    And carol accepts report.txt
    When beta stops
    Then carol can read report.txt

  @negative @OCM-RESHARE-02 @OCM-RESHARE-15 @OCM-RESHARE-14
  Scenario: Who may not share on is refused
    Given carol is at gamma
    And alice shares report.txt with bob to read and write
    And bob accepts report.txt
    When bob shares on report.txt with carol to read
    Then bob is refused
    And bob is told about alpha
    And carol sees nothing
    And alice shares 1 thing

  @negative @OCM-RESHARE-02
  Scenario: The right to share on is taken away
    Given carol is at gamma
    And alice shares report.txt with bob to read, write and share
    And bob accepts report.txt
    And alice lets bob read and write report.txt
    When bob shares on report.txt with carol to read
    Then bob is refused
    And carol sees nothing

  @negative @OCM-RESHARE-01
  Scenario: What was not accepted is not shared on
    Given carol is at gamma
    And alice shares report.txt with bob to read, write and share
    When bob shares on report.txt with carol to read
    Then bob is refused
    And carol sees nothing

  @negative @OCM-RESHARE-02
  Scenario: What was unshared is not shared on
    Given carol is at gamma
    And alice shares report.txt with bob to read, write and share
    And bob accepts report.txt
    And alice unshares report.txt
    And the mesh comes to rest
    When bob shares on report.txt with carol to read
    Then bob is refused
    And carol sees nothing

  @negative @OCM-RESHARE-12
  Scenario: Nothing is shared on with what is no address
    Given alice shares report.txt with bob to read, write and share
    And bob accepts report.txt
    When bob shares on report.txt with the address "carol"
    Then bob is refused
    And alice shares 1 thing

  @negative @OCM-RESHARE-03 @OCM-RESHARE-12
  Scenario: Nothing is shared on with somebody who is not there
    Given carol is at gamma
    And alice shares report.txt with bob to read, write and share
    And bob accepts report.txt
    When bob shares on report.txt with the address "nobody@gamma"
    Then bob is refused
    And carol sees nothing

  @negative @OCM-RESHARE-13
  Scenario: Nobody gives on more than they have
    Given carol is at gamma
    And alice shares report.txt with bob to read and write
    And alice lets bob read report.txt
    And bob accepts report.txt
    When bob shares on report.txt with carol to read and write
    Then bob is refused
    And carol sees nothing

  @OCM-RESHARE-17 @OCM-RESHARE-27 @OCM-RESHARE-28 @OCM-RESHARE-30 @OCM-RESHARE-18 @OCM-RESHARE-19 @OCM-RESHARE-20 @OCM-RESHARE-22 @OCM-RESHARE-23 @OCM-RESHARE-24 @OCM-RESHARE-25 @OCM-RESHARE-26
  Scenario: Somebody asks for a share and gets it
    Given alpha speaks OCM 1.4 or newer
    When bob asks alice for report.txt
    Then alice sees that bob asks for report.txt
    And bob sees nothing
    When alice gives bob report.txt
    Then bob sees report.txt as pending
    When bob accepts report.txt
    Then bob can read report.txt
    And nothing is asked of alice

  @OCM-RESHARE-29
  Scenario: Who asked waits for an answer
    Given alpha speaks OCM 1.4 or newer
    When bob asks alice for report.txt
    Then bob is told that it is done
    And the request of bob for report.txt is open
    And alice shares nothing

  @OCM-RESHARE-17
  Scenario: Who asks twice is heard once
    Given alpha speaks OCM 1.4 or newer
    And bob asks alice for report.txt
    When bob asks alice for report.txt
    And alice gives bob report.txt
    Then bob sees 1 share
    And nothing is asked of alice

  @negative @OCM-RESHARE-31
  Scenario: Somebody asks for a share and does not get it
    Given alpha speaks OCM 1.4 or newer
    And bob asks alice for report.txt
    When alice refuses bob report.txt
    Then the request of bob for report.txt is declined
    And bob sees nothing
    And alice shares nothing
    And nothing is asked of alice

  @negative @OCM-RESHARE-30 @OCM-RESHARE-31
  Scenario: Nothing is given after it was refused
    Given alpha speaks OCM 1.4 or newer
    And bob asks alice for report.txt
    And alice refuses bob report.txt
    When alice gives bob report.txt
    Then alice is refused
    And bob sees nothing

  @negative @OCM-RESHARE-33
  Scenario: What is not there is not asked for
    When bob asks alice for none.txt
    Then bob is refused
    And bob is told about alpha
    And nothing is asked of alice
    And bob asks for nothing

  @negative @OCM-RESHARE-33
  Scenario: Nobody is asked who is not there
    Given nobody is at alpha
    And the account of nobody is deleted
    When bob asks nobody for report.txt
    Then bob is refused
    And nothing is asked of alice
    And bob asks for nothing

  @negative @OCM-RESHARE-30
  Scenario: What was asked for is gone before it is given
    Given alpha speaks OCM 1.4 or newer
    And bob asks alice for report.txt
    When alice deletes report.txt
    And alice gives bob report.txt
    Then alice is refused
    And bob sees nothing

  @negative @OCM-RESHARE-17
  Scenario Outline: A server of version <version> has no word for asking
    Given <server> runs reference/<version>
    When bob asks alice for report.txt
    Then bob is refused
    And bob sees nothing
    And alice shares nothing

    Examples:
      | server | version |
      | alpha  | 1.3     |
      | alpha  | 1.2     |
      | beta   | 1.3     |
      | beta   | 1.2     |

  @group @negative @OCM-NSHARE-03 @OCM-DEF-14
  Scenario: What a group received goes with the group
    Given alpha speaks OCM 1.0 or newer
    And beta has a group physicists with bob
    And alice shares report.txt with the group physicists at beta
    And bob accepts report.txt
    When the group physicists at beta is deleted
    Then bob sees nothing
    And bob cannot read report.txt

  @group @negative @OCM-DEF-14
  Scenario: Nothing is shared with a group that was deleted
    Given alpha speaks OCM 1.0 or newer
    And beta has a group physicists with bob
    When the group physicists at beta is deleted
    And alice shares report.txt with the group physicists at beta
    Then alice is refused
    And bob sees nothing

  @group @OCM-NSHARE-03
  Scenario: The members of a deleted group keep what is theirs
    Given alpha speaks OCM 1.0 or newer
    And beta has a group physicists with bob
    And alice has a file mine.txt
    And alice shares report.txt with the group physicists at beta
    And alice shares mine.txt with bob
    And bob accepts mine.txt
    When the group physicists at beta is deleted
    Then bob sees 1 share
    And bob can read mine.txt

  @negative @OCM-NSHARE-02
  Scenario: What a deleted account shared is gone
    Given alice shares report.txt with bob
    And bob accepts report.txt
    When the account of alice is deleted
    Then bob does not see report.txt
    And bob cannot read report.txt

  @negative @OCM-NOTIF-11
  Scenario: What a deleted account received is over
    Given alice shares report.txt with bob
    And bob accepts report.txt
    When the account of bob is deleted
    Then alice sees that bob declined report.txt

  @invite @negative @OCM-INV-34
  Scenario: A contact goes with the account
    Given beta speaks OCM 1.5 or newer
    And alice and bob know each other by an invite
    When the account of bob is deleted
    Then alice does not have bob as a contact

  @OCM-NOTIF-11
  Scenario: A deleted account takes nobody else's shares along
    Given dave is at beta
    And alice shares report.txt with bob
    And alice shares report.txt with dave
    And dave accepts report.txt
    When the account of bob is deleted
    Then alice sees that dave accepted report.txt
    And dave can read report.txt
